/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a table plan, between the files that make it: who sits in which zone
 * (talks-table-plan.c), where (-layout.c), in which words (-words.c) and how it looks (-draw.c). */

#pragma once

#include "talks-table-plan.h"

G_BEGIN_DECLS

typedef enum
{
  ZONE_TOP,
  ZONE_BOTTOM,
  ZONE_LEFT,   /* those who chair, host or mediate */
  ZONE_RIGHT,  /* other parties */
  ZONE_ABSENT,
  N_ZONES
} Zone;

/* Somebody named in the attendance who has a seat or was expected to. */
typedef struct
{
  TalksParticipant      *participant;
  TalksParty            *party;
  const TalksAttendance *attendance;
  const char            *group; /* side in the dispute or id of the party; "" for neither */
  Zone                   zone;
  guint                  rank; /* within the zone; equal ones stand as the document names them */
  gboolean               head;
} Person;

/* A circle that stands for those who have no room. */
typedef struct
{
  double x;
  double y;
  double radius;
  guint  n;
} Rest;

typedef enum
{
  CAPTION_TASK,   /* "chair" */
  CAPTION_PARTY,  /* a party's short name, in its colour */
  CAPTION_ABSENT, /* "absent" */
} CaptionKind;

/* Small words below a seat, or between absent ones. */
typedef struct
{
  const char *text; /* borrowed from the document or constant */
  CaptionKind kind;
  TalksParty *party; /* CAPTION_PARTY only */
  double      x;     /* middle */
  double      y;
  double      width;
} Caption;

struct _TalksTablePlan
{
  TalksDocument *document;
  TalksEvent    *event;
  char          *language;
  GArray        *people; /* of Person, by zone: all, also those without a circle of their own */
  gboolean       held;   /* whether the people's records are referenced */

  double         width;
  double         height;
  double         scale; /* 1 at the width of a side panel */
  double         words; /* how much larger words are than at that scale; 1 for TALKS_TABLE_PLAN_EM */
  GArray        *seats;    /* of TalksSeat */
  GArray        *zones;    /* of Zone, one for each seat */
  GArray        *heads;    /* of gboolean, one for each seat */
  GArray        *rests;    /* of Rest */
  GArray        *captions; /* of Caption */
  TalksRect      table;
  double         name_y[2]; /* middle of the line of the upper and the lower name */
  double         legend_y;  /* middle of the legend's line; 0 when there is none */

  gboolean       all_remote;
  gboolean       some_remote;
  gboolean       some_unclear;
};

/* Fills in everything from seats on, for self->width. */
void        talks_table_plan_lay_out   (TalksTablePlan        *self);

/* What somebody did there, in the reader's language; NULL when it needs no word. Constant. */
const char *talks_table_plan_task      (const TalksAttendance *attendance);

/* The names of the parties that sit in zone: "Ukraine", "France, Germany". Never NULL. */
char       *talks_table_plan_name_zone (TalksTablePlan        *self,
                                        Zone                   zone);

/* The first party that sits in zone, or NULL. */
TalksParty *talks_table_plan_party_of  (TalksTablePlan        *self,
                                        Zone                   zone);

/* The first of the sentences that describe it: both sides, how many came and who led them. */
char       *talks_table_plan_describe_sides (TalksTablePlan   *self);

/* What stands on the table: the place, or how they spoke. Never NULL, may be "". */
char       *talks_table_plan_name_table (TalksTablePlan       *self);

/* The circle of somebody, with rings and the party's mark, and without letters. */
void        talks_table_plan_draw_seat (cairo_t               *cr,
                                        const TalksPalette    *palette,
                                        const TalksSeat       *seat,
                                        gboolean               head);

G_END_DECLS
