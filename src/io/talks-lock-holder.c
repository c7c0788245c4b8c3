/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-lock.h"

#include "talks-save-private.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define GROUP "Talks lock"

#define MAX_STRING 200

/* ---- what the system says ---- */

/* The beginning of a small file of the system, without the line feed; "" if there is none. */
static char *
read_line (const char *path)
{
  char text[1024];
  int fd = TALKS_RETRY (open (path, O_RDONLY | O_CLOEXEC));
  ssize_t length = fd >= 0 ? TALKS_RETRY (read (fd, text, sizeof text - 1)) : -1;

  talks_save_close (&fd);
  text[MAX (length, 0)] = '\0';
  return g_strdup (g_strstrip (text));
}

static char *
get_processes (int64_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/ns/pid", pid);
  char *link = g_file_read_link (path, NULL);

  return link != NULL ? link : g_strdup ("");
}

/* When a process started, in ticks since boot; 0 if that is not to be known. */
static uint64_t
get_start (int64_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *text = read_line (path);
  g_auto (GStrv) fields = NULL;
  const char *rest;

  /* The name, which may hold anything, stands in parentheses; the start is the 20th field after it. */
  rest = strrchr (text, ')');
  if (rest == NULL)
    return 0;
  fields = g_strsplit (rest, " ", 22);
  return g_strv_length (fields) > 20 ? g_ascii_strtoull (fields[20], NULL, 10) : 0;
}

/* ---- holders ---- */

/* Valid UTF-8 without controls, cut to what a line may show; takes text. */
static char *
make_clean (char *text)
{
  g_autofree char *given = text;
  char *clean = given != NULL ? g_utf8_make_valid (given, -1) : g_strdup ("");

  if (strlen (clean) > MAX_STRING)
    {
      clean[MAX_STRING] = '\0';
      *g_utf8_find_prev_char (clean, clean + MAX_STRING) = '\0';
    }
  for (char *p = clean; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return clean;
}

TalksLockHolder *
talks_lock_holder_new_self (void)
{
  TalksLockHolder *holder = g_new0 (TalksLockHolder, 1);

  holder->user = make_clean (g_strdup (g_get_user_name ()));
  holder->real_name = make_clean (g_strdup (g_get_real_name ()));
  /* What GLib says when there is none. */
  if (strcmp (holder->real_name, "Unknown") == 0)
    {
      g_free (holder->real_name);
      holder->real_name = g_strdup (holder->user);
    }
  holder->host = make_clean (g_strdup (g_get_host_name ()));
  holder->machine = make_clean (read_line ("/etc/machine-id"));
  holder->boot = make_clean (read_line ("/proc/sys/kernel/random/boot_id"));
  holder->pid = getpid ();
  holder->processes = make_clean (get_processes (holder->pid));
  holder->start = get_start (holder->pid);
  holder->since = g_get_real_time ();
  holder->token = g_uuid_string_random ();
  return holder;
}

TalksLockHolder *
talks_lock_holder_copy (const TalksLockHolder *holder)
{
  TalksLockHolder *copy;

  g_return_val_if_fail (holder != NULL, NULL);

  copy = g_new (TalksLockHolder, 1);
  *copy = *holder;
  copy->user = g_strdup (holder->user);
  copy->real_name = g_strdup (holder->real_name);
  copy->host = g_strdup (holder->host);
  copy->machine = g_strdup (holder->machine);
  copy->boot = g_strdup (holder->boot);
  copy->processes = g_strdup (holder->processes);
  copy->token = g_strdup (holder->token);
  return copy;
}

void
talks_lock_holder_free (TalksLockHolder *holder)
{
  if (holder == NULL)
    return;
  g_free (holder->user);
  g_free (holder->real_name);
  g_free (holder->host);
  g_free (holder->machine);
  g_free (holder->boot);
  g_free (holder->processes);
  g_free (holder->token);
  g_free (holder);
}

/* Both are known, and the same. */
static gboolean
is_same (const char *a,
         const char *b)
{
  return *a != '\0' && strcmp (a, b) == 0;
}

TalksHolderState
talks_lock_holder_look (const TalksLockHolder *holder)
{
  g_autoptr (TalksLockHolder) self = NULL;
  uint64_t start;

  g_return_val_if_fail (holder != NULL, TALKS_HOLDER_UNKNOWN);

  self = talks_lock_holder_new_self ();
  if (!is_same (holder->boot, self->boot))
    {
      /* This machine, before it was started anew. */
      if (is_same (holder->machine, self->machine) && is_same (holder->host, self->host) && *holder->boot != '\0')
        return TALKS_HOLDER_DEAD;
      return TALKS_HOLDER_UNKNOWN;
    }
  if (!is_same (holder->processes, self->processes) || holder->pid <= 0 || holder->pid > G_MAXINT)
    return TALKS_HOLDER_UNKNOWN;
  if (kill ((pid_t) holder->pid, 0) != 0 && errno == ESRCH)
    return TALKS_HOLDER_DEAD;
  start = get_start (holder->pid);
  if (start != 0 && holder->start != 0 && start != holder->start)
    return TALKS_HOLDER_DEAD;
  return TALKS_HOLDER_ALIVE;
}

gboolean
talks_lock_holder_is_self (const TalksLockHolder *holder)
{
  g_autoptr (TalksLockHolder) self = NULL;

  g_return_val_if_fail (holder != NULL, FALSE);

  self = talks_lock_holder_new_self ();
  return holder->pid == self->pid && holder->start == self->start && is_same (holder->boot, self->boot)
         && is_same (holder->processes, self->processes);
}

/* ---- as text ---- */

char *
talks_lock_holder_to_text (const TalksLockHolder *holder)
{
  g_autoptr (GKeyFile) text = NULL;

  g_return_val_if_fail (holder != NULL, NULL);

  text = g_key_file_new ();
  g_key_file_set_string (text, GROUP, "User", holder->user);
  g_key_file_set_string (text, GROUP, "Name", holder->real_name);
  g_key_file_set_string (text, GROUP, "Host", holder->host);
  g_key_file_set_string (text, GROUP, "Machine", holder->machine);
  g_key_file_set_string (text, GROUP, "Boot", holder->boot);
  g_key_file_set_string (text, GROUP, "Processes", holder->processes);
  g_key_file_set_int64 (text, GROUP, "Process", holder->pid);
  g_key_file_set_uint64 (text, GROUP, "Start", holder->start);
  g_key_file_set_int64 (text, GROUP, "Since", holder->since);
  g_key_file_set_string (text, GROUP, "Token", holder->token);
  return g_key_file_to_data (text, NULL, NULL);
}

TalksLockHolder *
talks_lock_holder_from_text (const char *text,
                             size_t      length)
{
  g_autoptr (GKeyFile) file = NULL;
  TalksLockHolder *holder;

  g_return_val_if_fail (text != NULL, NULL);

  file = g_key_file_new ();
  if (!g_key_file_load_from_data (file, text, length, G_KEY_FILE_NONE, NULL)
      || !g_key_file_has_key (file, GROUP, "Process", NULL))
    return NULL;
  holder = g_new0 (TalksLockHolder, 1);
  holder->user = make_clean (g_key_file_get_string (file, GROUP, "User", NULL));
  holder->real_name = make_clean (g_key_file_get_string (file, GROUP, "Name", NULL));
  holder->host = make_clean (g_key_file_get_string (file, GROUP, "Host", NULL));
  holder->machine = make_clean (g_key_file_get_string (file, GROUP, "Machine", NULL));
  holder->boot = make_clean (g_key_file_get_string (file, GROUP, "Boot", NULL));
  holder->processes = make_clean (g_key_file_get_string (file, GROUP, "Processes", NULL));
  holder->pid = g_key_file_get_int64 (file, GROUP, "Process", NULL);
  holder->start = g_key_file_get_uint64 (file, GROUP, "Start", NULL);
  holder->since = g_key_file_get_int64 (file, GROUP, "Since", NULL);
  holder->token = make_clean (g_key_file_get_string (file, GROUP, "Token", NULL));
  return holder;
}
