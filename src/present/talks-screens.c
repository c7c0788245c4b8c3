/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-screens.h"

static gboolean
has (gpointer *screens,
     guint     n_screens,
     gpointer  screen)
{
  for (guint i = 0; i < n_screens; i++)
    if (screens[i] == screen)
      return TRUE;
  return FALSE;
}

/* The first one that is not this. */
static gpointer
find_other (gpointer *screens,
            guint     n_screens,
            gpointer  screen)
{
  for (guint i = 0; i < n_screens; i++)
    if (screens[i] != screen)
      return screens[i];
  return NULL;
}

static void
use_one (TalksScreens *self,
         gpointer      screen)
{
  const gboolean had_both = self->stage != NULL && self->console != NULL;
  const gboolean keeps_console = self->console == screen || (self->stage == NULL && self->console != NULL);

  /* The notes must not come where the class was looking. */
  if (had_both && keeps_console)
    self->has_lost_stage = TRUE;
  else if (had_both)
    self->has_lost_console = TRUE;
  self->console = keeps_console ? screen : NULL;
  self->stage = keeps_console ? NULL : screen;
}

static void
use_two (TalksScreens *self,
         gpointer     *screens,
         guint         n_screens,
         gpointer      home)
{
  gpointer console = self->console;
  gpointer stage = self->stage;
  const gboolean had_lost_console = self->has_lost_console;

  self->has_lost_stage = FALSE;
  self->has_lost_console = FALSE;
  if (!has (screens, n_screens, console))
    console = NULL;
  if (!has (screens, n_screens, stage))
    stage = NULL;
  if (console != NULL && stage != NULL)
    return;
  /* Of a stage that was alone from the start, the screen was the presenter's: the new one is the projector. */
  if (console == NULL && stage != NULL && had_lost_console)
    console = find_other (screens, n_screens, stage);
  if (console == NULL)
    console = has (screens, n_screens, home) ? home : screens[0];
  if (stage == NULL || stage == console)
    stage = find_other (screens, n_screens, console);
  self->console = console;
  self->stage = stage;
}

void
talks_screens_update (TalksScreens *self,
                      gpointer     *screens,
                      guint         n_screens,
                      gpointer      home)
{
  self->n_screens = n_screens;
  if (n_screens == 0)
    return;
  if (n_screens == 1)
    use_one (self, screens[0]);
  else
    use_two (self, screens, n_screens, home);
}

void
talks_screens_swap (TalksScreens *self)
{
  gpointer stage = self->stage;

  self->stage = self->console;
  self->console = stage;
  self->has_lost_stage = FALSE;
  self->has_lost_console = FALSE;
}
