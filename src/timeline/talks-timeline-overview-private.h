/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The struct of TalksTimelineOverview, shared by talks-timeline-overview.c (what is seen), -pointer.c and -keys.c. */

#pragma once

#include "talks-overview.h"
#include "talks-timeline-overview.h"

G_BEGIN_DECLS

/* What the pointer holds. */
typedef enum
{
  TALKS_GRIP_NONE,
  TALKS_GRIP_WINDOW,
  TALKS_GRIP_START, /* the earlier end */
  TALKS_GRIP_END,
} TalksGrip;

struct _TalksTimelineOverview
{
  GtkWidget           parent_instance;
  TalksSession       *session;
  const TalksPalette *palette;
  TalksOverview      *overview; /* made when drawn or asked */
  TalksSpan           extent;   /* of the viewport when it was */
  GskRenderNode      *density;  /* kept: only the windows move */
  TalksGrip           grip;
  double              grip_day; /* pointed at when the drag began */
  double              grip_x;   /* content position then; for an end, days from it to the pointer */
};

/* The density of the present extent. */
TalksOverview *talks_timeline_overview_ensure (TalksTimelineOverview *self);

/* talks-timeline-overview-pointer.c */
void           talks_timeline_overview_add_pointer (TalksTimelineOverview *self);

/* talks-timeline-overview-keys.c */
void           talks_timeline_overview_class_add_keys (GtkWidgetClass *widget_class);

G_END_DECLS
