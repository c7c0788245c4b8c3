/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A timeline in a window, with a session on a document. */

#pragma once

#include "talks-timeline-private.h"

G_BEGIN_DECLS

typedef struct
{
  TalksDocument *document;
  TalksSession  *session;
  GtkWidget     *window;
  GtkWidget     *scrolled;
  TalksTimeline *timeline;
} Fixture;

/* Animations are off. document is taken over. */
void   fixture_set_up     (Fixture       *fixture,
                           TalksDocument *document);
void   fixture_tear_down  (Fixture       *fixture);

/* Two parties, three lanes, eleven events in March 2022 and May 2025, three positions; the years
 * between are quiet. Ids: gomel, brest, call-1 …, istanbul. */
TalksDocument *fixture_make_document (void);

/* Runs the main loop until what was changed is drawn and the stand-ins are in line. */
void   fixture_settle     (Fixture       *fixture);

/* Zooms in to factor times the smallest zoom, with day in the middle. */
void   fixture_look_at    (Fixture       *fixture,
                           double         factor,
                           TalksDay       day);

G_END_DECLS
