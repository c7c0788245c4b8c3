/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libFuzzer keeps the input of what aborts, but does not know the trap with which GLib ends at a critical message. */

#include "fuzz.h"

#include <signal.h>
#include <stdlib.h>

G_NORETURN static void
trapped (int number)
{
  abort ();
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  signal (SIGTRAP, trapped);
  return 0;
}
