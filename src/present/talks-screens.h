/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksScreens: on which screen the stage is, and on which the console, as screens come and go.
 *
 * A plain value that knows screens by pointers only, so that it can be tested without any. Zero-initialised it knows no
 * screen yet. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gpointer stage;          /* NULL: it is not shown */
  gpointer console;        /* NULL: it is not shown */
  gboolean has_lost_stage; /* it was on a screen that is gone */
  gboolean has_lost_console;
  guint    n_screens;
} TalksScreens;

/* These are the screens now; home is the presenter's own when this is the first time, or NULL if nobody knows. What
 * can stay where it is stays. */
void talks_screens_update (TalksScreens  *self,
                           gpointer      *screens,
                           guint          n_screens,
                           gpointer       home);

/* Stage and console change places; with one screen, turns. */
void talks_screens_swap   (TalksScreens  *self);

G_END_DECLS
