/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A layer between a program and the C library (LD_PRELOAD) that lets file operations fail, stop the program, take
 * their time, or be written down. It does nothing until the program calls talks_shim_arm() with what is to happen:
 *
 *   at=N         the Nth call from then on is the one to fail …
 *   sticky=1     … and all after it
 *   only=A+B     of the calls A and B alone
 *   fault=F      an error number; "kill": the program ends before the call; "tear": in the middle of a write;
 *                "short": only a half is written or read; "late:ERRNO": the call is made, but fails all the same
 *   slow=MS      each fsync takes so long
 *   log=FILE     what is done to files is added to FILE, a line for each, fields between tabs
 *   hook=CALL:N  before the Nth CALL …
 *   command=…    … this is run by a shell; the last item, as it may hold commas
 */

/* The calls are wrapped under both of their names. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

void talks_shim_arm    (const char  *spec);
int  talks_shim_disarm (int         *n_calls,
                        const char **call);
void talks_shim_mark   (const char  *text);

typedef enum
{
  PASS,
  FAIL,  /* with errno set, without a call */
  SHORT, /* half of it */
  TEAR,  /* half of it, and the end */
  LATE,  /* the call, and then fail */
} Action;

static struct
{
  int  armed;
  int  n_calls;
  int  fired;
  int  at;
  int  sticky;
  int  number;
  int  slow;
  int  log;
  int  hook_at;
  char call[32];
  char fault[16];
  char only[128];
  char hook[32];
  char command[2048];
} shim;

/* ---- arming ---- */

static void
set_item (const char *name,
          const char *value)
{
  if (strcmp (name, "at") == 0)
    shim.at = atoi (value);
  else if (strcmp (name, "sticky") == 0)
    shim.sticky = atoi (value);
  else if (strcmp (name, "slow") == 0)
    shim.slow = atoi (value);
  else if (strcmp (name, "only") == 0)
    snprintf (shim.only, sizeof shim.only, "+%s+", value);
  else if (strcmp (name, "log") == 0)
    shim.log = (int) syscall (SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  else if (strcmp (name, "hook") == 0)
    {
      snprintf (shim.hook, sizeof shim.hook, "%.*s", (int) strcspn (value, ":"), value);
      shim.hook_at = atoi (value + strcspn (value, ":") + 1);
    }
  else if (strcmp (name, "fault") == 0)
    {
      snprintf (shim.fault, sizeof shim.fault, "%.*s", (int) strcspn (value, ":"), value);
      shim.number = atoi (value[strcspn (value, ":")] != '\0' ? value + strcspn (value, ":") + 1 : value);
    }
  else
    {
      fprintf (stderr, "fault-shim: what is %s?\n", name);
      abort ();
    }
}

void
talks_shim_arm (const char *spec)
{
  char *copy = strdup (spec);
  char *command = strstr (copy, "command=");
  char *rest = NULL;

  memset (&shim, 0, sizeof shim);
  shim.log = -1;
  if (command != NULL)
    {
      snprintf (shim.command, sizeof shim.command, "%s", command + strlen ("command="));
      *command = '\0';
    }
  for (char *item = strtok_r (copy, ",", &rest); item != NULL; item = strtok_r (NULL, ",", &rest))
    {
      char *equals = strchr (item, '=');

      if (equals == NULL)
        abort ();
      *equals = '\0';
      set_item (item, equals + 1);
    }
  free (copy);
  shim.armed = 1;
}

/* Whether anything has failed, and which call was the first. */
int
talks_shim_disarm (int         *n_calls,
                   const char **call)
{
  shim.armed = 0;
  if (n_calls != NULL)
    *n_calls = shim.n_calls;
  if (call != NULL)
    *call = shim.call;
  return shim.fired;
}

/* ---- deciding ---- */

static void
die (void)
{
  syscall (SYS_kill, getpid (), SIGKILL);
}

static void
run_hook (const char *call)
{
  if (shim.command[0] == '\0' || strcmp (call, shim.hook) != 0 || --shim.hook_at != 0)
    return;
  shim.armed = 0;
  unsetenv ("LD_PRELOAD");
  if (system (shim.command) != 0)
    abort ();
  shim.armed = 1;
}

static int
is_meant (const char *call)
{
  char name[40];

  if (shim.only[0] == '\0')
    return 1;
  snprintf (name, sizeof name, "+%s+", call);
  return strstr (shim.only, name) != NULL;
}

/* What is to happen at this call; moves is whether it moves bytes. */
static Action
enter (const char *call,
       int         moves)
{
  if (!shim.armed)
    return PASS;
  run_hook (call);
  if (!is_meant (call))
    return PASS;
  shim.n_calls++;
  if (shim.at == 0 || (shim.sticky ? shim.n_calls < shim.at : shim.n_calls != shim.at))
    return PASS;
  if (!shim.fired)
    snprintf (shim.call, sizeof shim.call, "%s", call);
  if (!moves && (strcmp (shim.fault, "short") == 0 || strcmp (shim.fault, "tear") == 0))
    {
      /* Not of this call; but a run in which it was reached is not the last one. */
      shim.fired = 1;
      return PASS;
    }
  shim.fired = 1;
  if (strcmp (shim.fault, "kill") == 0)
    die ();
  if (strcmp (shim.fault, "short") == 0)
    return SHORT;
  if (strcmp (shim.fault, "tear") == 0)
    return TEAR;
  errno = shim.number;
  return strcmp (shim.fault, "late") == 0 ? LATE : FAIL;
}

/* ---- writing down ---- */

static void
put_log (const char *text,
         size_t      length)
{
  while (length > 0)
    {
      ssize_t n = syscall (SYS_write, shim.log, text, length);

      if (n <= 0)
        abort ();
      text += n;
      length -= (size_t) n;
    }
}

static void
log_line (const char *format,
          ...) __attribute__ ((format (printf, 1, 2)));

static void
log_line (const char *format,
          ...)
{
  char line[9000];
  va_list arguments;
  int length;

  va_start (arguments, format);
  length = vsnprintf (line, sizeof line, format, arguments);
  va_end (arguments);
  put_log (line, (size_t) length);
}

static int
is_logging (void)
{
  return shim.armed && shim.log >= 0;
}

static unsigned long long
get_inode (int fd)
{
  struct statx status;

  return syscall (SYS_statx, fd, "", AT_EMPTY_PATH, STATX_INO, &status) == 0 ? status.stx_ino : 0;
}

/* The whole path of a name in a folder. */
static const char *
get_path (int         folder,
          const char *name,
          char       *buffer)
{
  char link[64];
  ssize_t length;

  if (name[0] == '/')
    return name;
  if (folder == AT_FDCWD)
    snprintf (link, sizeof link, "/proc/self/cwd");
  else
    snprintf (link, sizeof link, "/proc/self/fd/%d", folder);
  length = syscall (SYS_readlinkat, AT_FDCWD, link, buffer, 2000);
  if (length < 0)
    abort ();
  snprintf (buffer + length, 2000, "/%s", name);
  return buffer;
}

void
talks_shim_mark (const char *text)
{
  if (is_logging ())
    log_line ("mark\t%s\n", text);
}

static void
log_two (const char *call,
         int         old_folder,
         const char *old_name,
         int         new_folder,
         const char *new_name,
         unsigned    flags)
{
  char old_path[4096];
  char new_path[4096];

  if (is_logging ())
    log_line ("%s\t%s\t%s\t%u\n", call, get_path (old_folder, old_name, old_path),
              get_path (new_folder, new_name, new_path), flags);
}

static void
log_one (const char *call,
         int         folder,
         const char *name)
{
  char path[4096];

  if (is_logging ())
    log_line ("%s\t%s\n", call, get_path (folder, name, path));
}

static void
log_data (int         fd,
          const void *data,
          ssize_t     length,
          off_t       offset)
{
  const unsigned char *bytes = data;
  char hex[8192];

  if (!is_logging () || length <= 0)
    return;
  log_line ("write\t%llu\t%lld\t", get_inode (fd), (long long) offset);
  for (ssize_t done = 0; done < length;)
    {
      size_t n = 0;

      for (; n < sizeof hex / 2 - 1 && done < length; n++, done++)
        snprintf (hex + 2 * n, 3, "%02x", bytes[done]);
      put_log (hex, 2 * n);
    }
  put_log ("\n", 1);
}

/* ---- the calls ---- */

#define REAL(type, name, parameters) \
  static type (*real) parameters; \
  if (real == NULL) \
    real = (type (*) parameters) dlsym (RTLD_NEXT, name)

/* A call without a result but whether it succeeded; after is done when it has. */
#define WRAP(call, parameters, arguments, after) \
  int \
  call parameters \
  { \
    REAL (int, #call, parameters); \
    Action action = enter (#call, 0); \
    int result; \
    if (action == FAIL) \
      return -1; \
    result = real arguments; \
    if (result == 0) \
      { \
        after; \
      } \
    if (action == LATE) \
      { \
        errno = shim.number; \
        return -1; \
      } \
    return result; \
  }

#define WRAP_MOVE(call, parameters, arguments, half, after) \
  ssize_t \
  call parameters \
  { \
    REAL (ssize_t, #call, parameters); \
    Action action = enter (#call, 1); \
    ssize_t result; \
    if (action == FAIL) \
      return -1; \
    if ((action == SHORT || action == TEAR) && count > 1) \
      half; \
    result = real arguments; \
    after; \
    if (action == TEAR) \
      die (); \
    if (action == LATE) \
      { \
        errno = shim.number; \
        return -1; \
      } \
    return result; \
  }

#define NOTHING (void) 0

WRAP_MOVE (write, (int fd, const void *data, size_t count), (fd, data, count), count /= 2,
           log_data (fd, data, result, is_logging () ? lseek (fd, 0, SEEK_CUR) - result : 0))
WRAP_MOVE (pwrite, (int fd, const void *data, size_t count, off_t offset), (fd, data, count, offset), count /= 2,
           log_data (fd, data, result, offset))
WRAP_MOVE (pwrite64, (int fd, const void *data, size_t count, off_t offset), (fd, data, count, offset), count /= 2,
           log_data (fd, data, result, offset))
WRAP_MOVE (read, (int fd, void *data, size_t count), (fd, data, count), count /= 2, NOTHING)
WRAP_MOVE (pread, (int fd, void *data, size_t count, off_t offset), (fd, data, count, offset), count /= 2, NOTHING)
WRAP_MOVE (pread64, (int fd, void *data, size_t count, off_t offset), (fd, data, count, offset), count /= 2, NOTHING)

static void
take_time (void)
{
  struct timespec time = { shim.slow / 1000, (shim.slow % 1000) * 1000000L };

  if (shim.armed && shim.slow > 0)
    nanosleep (&time, NULL);
}

static void
log_sync (int fd)
{
  if (is_logging ())
    log_line ("fsync\t%llu\n", get_inode (fd));
}

WRAP (fsync, (int fd), (fd), take_time (); log_sync (fd))
WRAP (fdatasync, (int fd), (fd), take_time (); log_sync (fd))

static void
log_size (int   fd,
          off_t size)
{
  if (is_logging ())
    log_line ("truncate\t%llu\t%lld\n", get_inode (fd), (long long) size);
}

WRAP (ftruncate, (int fd, off_t size), (fd, size), log_size (fd, size))
WRAP (ftruncate64, (int fd, off_t size), (fd, size), log_size (fd, size))
WRAP (fallocate, (int fd, int mode, off_t from, off_t size), (fd, mode, from, size), NOTHING)
WRAP (fallocate64, (int fd, int mode, off_t from, off_t size), (fd, mode, from, size), NOTHING)

WRAP (rename, (const char *old, const char *name), (old, name), log_two ("rename", AT_FDCWD, old, AT_FDCWD, name, 0))
WRAP (renameat, (int from, const char *old, int to, const char *name), (from, old, to, name),
      log_two ("rename", from, old, to, name, 0))
WRAP (renameat2, (int from, const char *old, int to, const char *name, unsigned flags), (from, old, to, name, flags),
      log_two ("rename", from, old, to, name, flags))
WRAP (link, (const char *old, const char *name), (old, name), log_two ("link", AT_FDCWD, old, AT_FDCWD, name, 0))
WRAP (linkat, (int from, const char *old, int to, const char *name, int flags), (from, old, to, name, flags),
      log_two ("link", from, old, to, name, 0))
WRAP (unlink, (const char *name), (name), log_one ("unlink", AT_FDCWD, name))
WRAP (unlinkat, (int folder, const char *name, int flags), (folder, name, flags), log_one ("unlink", folder, name))
WRAP (mkdir, (const char *name, mode_t mode), (name, mode), log_one ("mkdir", AT_FDCWD, name))
WRAP (mkdirat, (int folder, const char *name, mode_t mode), (folder, name, mode), log_one ("mkdir", folder, name))

WRAP (fchmod, (int fd, mode_t mode), (fd, mode), NOTHING)
WRAP (fchown, (int fd, uid_t user, gid_t group), (fd, user, group), NOTHING)
WRAP (fsetxattr, (int fd, const char *name, const void *value, size_t size, int flags), (fd, name, value, size, flags),
      NOTHING)
WRAP (fremovexattr, (int fd, const char *name), (fd, name), NOTHING)
WRAP (flock, (int fd, int operation), (fd, operation), NOTHING)
WRAP (fstat, (int fd, struct stat *status), (fd, status), NOTHING)
WRAP (fstat64, (int fd, struct stat64 *status), (fd, status), NOTHING)
WRAP (stat, (const char *path, struct stat *status), (path, status), NOTHING)
WRAP (stat64, (const char *path, struct stat64 *status), (path, status), NOTHING)
WRAP (lstat, (const char *path, struct stat *status), (path, status), NOTHING)
WRAP (lstat64, (const char *path, struct stat64 *status), (path, status), NOTHING)
WRAP (fstatat, (int folder, const char *name, struct stat *status, int flags), (folder, name, status, flags), NOTHING)
WRAP (fstatat64, (int folder, const char *name, struct stat64 *status, int flags), (folder, name, status, flags), NOTHING)
WRAP (statx, (int folder, const char *name, int flags, unsigned mask, struct statx *status),
      (folder, name, flags, mask, status), NOTHING)
WRAP (faccessat, (int folder, const char *name, int mode, int flags), (folder, name, mode, flags), NOTHING)

ssize_t
fgetxattr (int         fd,
           const char *name,
           void       *value,
           size_t      size)
{
  REAL (ssize_t, "fgetxattr", (int, const char *, void *, size_t));
  return enter ("fgetxattr", 0) == FAIL ? -1 : real (fd, name, value, size);
}

ssize_t
flistxattr (int    fd,
            char  *names,
            size_t size)
{
  REAL (ssize_t, "flistxattr", (int, char *, size_t));
  return enter ("flistxattr", 0) == FAIL ? -1 : real (fd, names, size);
}

char *
realpath (const char *path,
          char       *resolved)
{
  REAL (char *, "realpath", (const char *, char *));
  return enter ("realpath", 0) == FAIL ? NULL : real (path, resolved);
}

/* A descriptor is gone whatever its closing says. */
int
close (int fd)
{
  REAL (int, "close", (int) );
  Action action = enter ("close", 0);
  int number = errno;
  int result = real (fd);

  if (action != FAIL && action != LATE)
    return result;
  errno = number;
  return -1;
}

static int
open_with (int (*real) (int, const char *, int, ...),
           const char *call,
           int         folder,
           const char *name,
           int         flags,
           mode_t      mode)
{
  Action action = enter (call, 0);
  struct statx before;
  int is_new;
  int fd;

  if (action == FAIL)
    return -1;
  is_new = (flags & O_CREAT) != 0 && is_logging ()
           && syscall (SYS_statx, folder, name, AT_SYMLINK_NOFOLLOW, STATX_INO, &before) != 0;
  fd = real (folder, name, flags, mode);
  if (fd >= 0 && is_new)
    {
      char path[4096];

      log_line ("create\t%s\t%llu\n", get_path (folder, name, path), get_inode (fd));
    }
  if (fd >= 0 && (flags & O_TRUNC) != 0 && !is_new)
    log_size (fd, 0);
  if (action != LATE)
    return fd;
  if (fd >= 0)
    syscall (SYS_close, fd);
  errno = shim.number;
  return -1;
}

#define GET_MODE \
  mode_t mode = 0; \
  if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE) \
    { \
      va_list arguments; \
      va_start (arguments, flags); \
      mode = va_arg (arguments, mode_t); \
      va_end (arguments); \
    }

#define WRAP_OPEN(call) \
  int \
  call (const char *name, \
        int         flags, \
        ...) \
  { \
    REAL (int, "openat64", (int, const char *, int, ...)); \
    GET_MODE \
    return open_with (real, #call, AT_FDCWD, name, flags, mode); \
  }

#define WRAP_OPEN_AT(call) \
  int \
  call (int         folder, \
        const char *name, \
        int         flags, \
        ...) \
  { \
    REAL (int, "openat64", (int, const char *, int, ...)); \
    GET_MODE \
    return open_with (real, #call, folder, name, flags, mode); \
  }

WRAP_OPEN (open)
WRAP_OPEN (open64)
WRAP_OPEN_AT (openat)
WRAP_OPEN_AT (openat64)

int
creat (const char *name,
       mode_t      mode)
{
  REAL (int, "openat64", (int, const char *, int, ...));
  return open_with (real, "creat", AT_FDCWD, name, O_WRONLY | O_CREAT | O_TRUNC, mode);
}
