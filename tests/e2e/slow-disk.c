/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For LD_PRELOAD: a disk that takes TALKS_SLOW_DISK milliseconds for each sync, and ends none while there is a file
 * TALKS_HELD_DISK. */

#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void
wait_for_disk (void)
{
  const char *slow = getenv ("TALKS_SLOW_DISK");
  const char *held = getenv ("TALKS_HELD_DISK");
  const struct timespec moment = { 0, 10000000 };
  long ms = slow != NULL ? strtol (slow, NULL, 10) : 0;
  struct timespec left = { ms / 1000, ms % 1000 * 1000000 };

  while (nanosleep (&left, &left) != 0)
    continue;
  while (held != NULL && access (held, F_OK) == 0)
    nanosleep (&moment, NULL);
}

int
fsync (int fd)
{
  wait_for_disk ();
  return (int) syscall (SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  wait_for_disk ();
  return (int) syscall (SYS_fdatasync, fd);
}
