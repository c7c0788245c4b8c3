/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of paper through the print dialog of the desktop, which also shows a preview and prints to a file. Pages are
 * drawn by a worker; the window lives meanwhile. */

#pragma once

#include <gtk/gtk.h>

#include "talks-paper.h"

G_BEGIN_DECLS

/* How to print; borrowed for the time of the call. */
typedef struct
{
  const char     *name;     /* what the job, and a file it is printed to, is called */
  TalksPaperSize  size;
  gboolean        landscape;
  gboolean        in_color;
} TalksPrintJob;

/* Called once: printed is FALSE when the user changed their mind, or with error. */
typedef void (*TalksPrintFunc) (gboolean      printed,
                                const GError *error,
                                gpointer      data);

/* parent may go away before the job is done; func is then called all the same. */
void talks_print_job_run (GtkWindow           *parent,
                          const TalksPrintJob *job,
                          TalksSheets         *sheets,
                          TalksPrintFunc       func,
                          gpointer             data);

G_END_DECLS
