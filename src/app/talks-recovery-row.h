/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left over, as the window that offers it shows it. */

#pragma once

#include <gtk/gtk.h>

#include "talks-left-work.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;     /* with a mnemonic */
  GCallback   clicked;   /* void (GtkWidget *row, gpointer data) */
  gboolean    suggested;
} TalksRecoveryButton;

/* lines may be NULL. */
GtkWidget *talks_recovery_row_new    (const char                *name,
                                      const char                *caption,
                                      char                     **lines,
                                      const TalksRecoveryButton *buttons,
                                      size_t                     n_buttons,
                                      gpointer                   data);

/* "5 steps by Ann Archivist on “reading-room”, the last at 10:15". Owned by the caller. */
char      *talks_recovery_describe   (const TalksLeftWork       *work);

/* The names of its forms and steps, cut where there are many. Free with g_strfreev(). */
char     **talks_recovery_list       (const TalksLeftWork       *work);

G_END_DECLS
