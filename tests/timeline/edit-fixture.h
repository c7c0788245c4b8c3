/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A timeline in a window whose events may be edited. */

#pragma once

#include "timeline-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  Fixture  fixture;
  gboolean allowed;
  guint    n_asked;
  char    *refused;
  guint    n_added;
  gint64   added_day;
  char    *added_lane;
} Editing;

typedef enum
{
  EDITING_AT_START,
  EDITING_AT_MIDDLE,
  EDITING_AT_END,
} EditingPart;

/* The document of the timeline fixture with three more calls: visit, from day to day; open, without an end; set. */
void          editing_set_up         (Editing            *editing);
void          editing_tear_down      (Editing            *editing);

TalksEvent   *editing_get_event      (Editing            *editing,
                                      const char         *id);
const char   *editing_get_date       (Editing            *editing,
                                      const char         *id);
/* Their dates with spaces between. */
char         *editing_list_dates     (Editing            *editing,
                                      const char * const *ids);
TalksHistory *editing_get_history    (Editing            *editing);

/* So many pixels a day, with the begin of an event in the middle. */
void          editing_look_at        (Editing            *editing,
                                      double              zoom,
                                      const char         *id);

/* Grasps an event; where, in the widget, is left in x. */
gboolean      editing_grasp          (Editing            *editing,
                                      const char         *id,
                                      EditingPart         part,
                                      double             *x);
double        editing_days_to_pixels (Editing            *editing,
                                      double              days);
void          editing_drop           (Editing            *editing);

/* What the shortcut does that is bound to a key; FALSE: nothing. */
gboolean      editing_press          (Editing            *editing,
                                      guint               key,
                                      GdkModifierType     modifiers);

G_END_DECLS
