/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The struct of TalksPresentation, shared by its parts: talks-presentation.c (steps, commands, life) and -show.c (how a step
 * is shown). */

#pragma once

#include "talks-presentation.h"

#define TALKS_SCALE_STEP 0.1

G_BEGIN_DECLS

struct _TalksPresentation
{
  GObject        parent_instance;

  TalksDocument *document;
  TalksLesson   *lesson;
  guint          step;
  guint          number;
  TalksCover     cover;
  gboolean       hides_outcomes;
  GHashTable    *revealed; /* set of steps whose outcome was asked for */
  double         type_scale;
  double         notes_scale;
  char          *language;
  gboolean       is_pointing;
  gboolean       is_zoomed;
  double         zoom_x;
  double         zoom_y;
  gboolean       shows_keys;
  gboolean       has_one_screen;
  gint64         started; /* monotonic, microseconds */

  TalksPointerTrail trail;
};

void     talks_presentation_emit            (TalksPresentation *self,
                                             guint              flags);

/* What the commands of those names do. FALSE: nothing. */
gboolean talks_presentation_toggle_cover    (TalksPresentation *self,
                                             TalksCover         cover);
gboolean talks_presentation_change_outcomes (TalksPresentation *self);
gboolean talks_presentation_change_scale    (TalksPresentation *self,
                                             double             by);
gboolean talks_presentation_toggle_pointer  (TalksPresentation *self);
gboolean talks_presentation_toggle_zoom     (TalksPresentation *self);
gboolean talks_presentation_toggle_keys     (TalksPresentation *self);

G_END_DECLS
