/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a stage, between the files that make it: what is said (talks-stage-content.c), how it is set
 * (-text.c), where it stands (-layout.c, -cards.c, -table.c), and the small timeline (-track.c).
 *
 * Lengths are units, of which the height of the picture has STAGE_HEIGHT: all that is laid out depends on
 * the shape of the picture alone. */

#pragma once

#include "talks-mark.h"
#include "talks-stage.h"
#include "talks-table-plan-private.h"

G_BEGIN_DECLS

#define STAGE_HEIGHT 1080.0
#define STAGE_LEAST_TYPE (STAGE_HEIGHT / TALKS_STAGE_LINES)

/* ---- what is said (talks-stage-content.c) ---- */

/* What a party stated, or what came of it all. */
typedef struct
{
  TalksParty *party;    /* a reference; NULL: the outcome */
  char       *heading;  /* "Ukraine states" */
  char       *since;    /* the day, when it was stated before; may be NULL */
  char       *topic;    /* when all of it is on one; may be NULL */
  GPtrArray  *lines;    /* of char *, what matters most first; at least one */
  guint       n_stated; /* of which these are the first */
  char       *instead;  /* shown in place of the lines, which keep their room; NULL: they are told */
} StageCard;

/* Owned strings; NULL where there is nothing to say. */
typedef struct
{
  char           *count;  /* "Step 7 of 14 · The road to Istanbul" */
  char           *date;
  char           *title;
  GPtrArray      *place;  /* of char *: place, chair, duration; may be empty */
  char           *certainty; /* unless it is confirmed */
  char           *text;
  char           *people; /* who was there, in a sentence or two */
  TalksTablePlan *plan;   /* NULL: no meeting at a table, or not to be shown */
  GPtrArray      *guests; /* of const TalksAttendance *, when there is no plan; may be empty */
  GPtrArray      *cards;  /* of StageCard; the outcome is the last one */
} StageContent;

void       talks_stage_fill_content  (TalksStage          *self);
void       talks_stage_clear_content (TalksStage          *self);

/* The first n_parts of the line below the title, and what always belongs to it; "" for nothing. */
char      *talks_stage_join_place    (TalksStage          *self,
                                      guint                n_parts);

/* The cards of the parties (talks-stage-positions.c). */
void       talks_stage_add_positions (TalksStage          *self);
StageCard *talks_stage_add_card      (TalksStage          *self,
                                      TalksParty          *party,
                                      char                *heading);

/* ---- texts (talks-stage-text.c) ---- */

typedef struct
{
  double     size;
  gboolean   bold;
  TalksColor color;
  TalksColor ground;
} StageType;

/* On the ground of the picture. */
StageType    talks_stage_ground_type (TalksStage          *self,
                                      double               size,
                                      gboolean             bold,
                                      TalksColor           color);

/* width < 0: one line as long as it is. n_lines: at most, 0: all; a longer text ends in "…". */
PangoLayout *talks_stage_set_text    (TalksStage          *self,
                                      const char          *text,
                                      StageType            type,
                                      double               width,
                                      int                  n_lines);
double       talks_stage_get_width   (PangoLayout         *layout);
double       talks_stage_get_height  (PangoLayout         *layout);

/* Whether it ends in "…". */
gboolean     talks_stage_is_cut      (PangoLayout         *layout);

/* How high text would be. */
double       talks_stage_measure     (TalksStage          *self,
                                      const char          *text,
                                      StageType            type,
                                      double               width,
                                      int                  n_lines);

/* As many lines of it as fit into the height, but one. */
PangoLayout *talks_stage_fit_text    (TalksStage          *self,
                                      const char          *text,
                                      StageType            type,
                                      double               width,
                                      double               height);

/* Of one line. */
double       talks_stage_line_height (TalksStage          *self,
                                      double               size);

/* Of a word of the least type. */
double       talks_stage_word_width  (TalksStage          *self,
                                      const char          *text);

/* Keeps a text for drawing, its upper left corner at x, y. Takes the layout over. */
void         talks_stage_put         (TalksStage          *self,
                                      PangoLayout         *layout,
                                      const char          *text,
                                      StageType            type,
                                      double               x,
                                      double               y);

/* One line in the middle of x, y, centred by what is seen of it. */
void         talks_stage_put_centred (TalksStage          *self,
                                      const char          *text,
                                      StageType            type,
                                      double               x,
                                      double               y,
                                      double               width);

/* When all is placed: what is too long ends with a whole word. */
void         talks_stage_cut_texts   (TalksStage          *self);

/* ---- the small timeline (talks-stage-track.c, -track-draw.c) ---- */

#define STAGE_LINE_Y 968.0      /* of its line */
#define STAGE_TRACK_MARK 26.0   /* sizes of marks: usual, at the marker, where there are very many */
#define STAGE_CURRENT_MARK 40.0
#define STAGE_LEAST_MARK 8.0

/* A step on it. */
typedef struct
{
  double        x;
  double        day;
  guint         step;
  gboolean      is_known; /* whether somebody has looked up the rest: most of very many are never drawn */
  TalksMark     mark;
  TalksMarkLook look;
  TalksColor    color;
} StageStop;

/* A word below the line; shown unless the label of the marker needs its room. */
typedef struct
{
  PangoLayout *layout;
  double       x; /* left */
  double       width;
} StageWord;

typedef struct
{
  double      width;
  double      left;
  double      right;
  double      size;      /* of a mark */
  double      label_y;
  StageType   type;
  GArray     *stops;     /* of StageStop, in the order of time */
  double     *xs;        /* by step */
  guint       n_steps;
  GArray     *folds;     /* of double: middles */
  GArray     *words;     /* of StageWord */
  GHashTable *labels;    /* step to PangoLayout, made when first needed */
} StageTrack;

StageTrack *talks_stage_track_new    (TalksStage          *self);
void        talks_stage_track_free   (StageTrack          *track);
void        talks_stage_track_draw   (StageTrack          *track,
                                      TalksStage          *self,
                                      cairo_t             *cr,
                                      double               position);
double      talks_stage_track_get_x  (StageTrack          *track,
                                      double               position);
int         talks_stage_track_pick   (StageTrack          *track,
                                      double               x,
                                      double               y);
/* Where it begins, from the top. */
double      talks_stage_track_get_top (StageTrack         *track);

/* Makes the words below it, and tells self which of them are seen at its step. */
void        talks_stage_track_add_words    (StageTrack     *track,
                                            TalksStage     *self);
void        talks_stage_track_record_words (StageTrack     *track,
                                            TalksStage     *self);

/* ---- the table (talks-stage-table.c, -table-place.c) ---- */

/* A run of the plan's people, with the room that they get. */
typedef struct
{
  guint  first;
  guint  n;
  guint  n_columns;
  guint  n_rows;
  guint  hidden; /* those who stand behind the last circle */
  double cell_width;
  double cell_height;
  double width;  /* of an end, with the gap to the table */
} StageBlock;

/* Who sits in how many rows; without radius there is no room for it. */
typedef struct
{
  double     radius;       /* of all circles */
  double     row_gap;
  double     name_height;  /* of each party's name; 0: there is no room for names */
  StageBlock blocks[N_ZONES];
  double     table_width;  /* at most */
  double     table_height;
  double     height;       /* of all */
  guint      hidden;
} StageTable;

#define STAGE_LEAST_RADIUS 34.0
#define STAGE_BETWEEN_SEATS 16.0
#define STAGE_NAME_GAP 2.0     /* between the name of a party and its people */
#define STAGE_ABSENT_GAP 36.0  /* between the table and those who stayed away */

StageTable    talks_stage_arrange_table (TalksStage        *self,
                                         TalksRect          room);
double        talks_stage_rows_height   (const StageTable  *table,
                                         const StageBlock  *side);
double        talks_stage_column_height (TalksStage        *self,
                                         const StageTable  *table,
                                         const StageBlock  *end,
                                         guint              column);

/* The name of a party stands below the last of its people in a column. i counts from the first of the
 * end. */
gboolean      talks_stage_ends_party    (TalksStage        *self,
                                         const StageBlock  *end,
                                         guint              i);
const Person *talks_stage_get_person    (TalksStage        *self,
                                         guint              i);

/* ---- the whole ---- */

/* What it weighs against each other that there is no room for something. */
enum
{
  STAGE_LOSS_CUT = 40,  /* a text, or what came of it, without its end */
  STAGE_LOSS_LINE = 20, /* a statement without its end */
  STAGE_LOSS_TABLE = 12,
  STAGE_LOSS_PARTY = 6,
  STAGE_LOSS_WORDS = 6, /* the table, but words tell who was there */
  STAGE_LOSS_TYPE = 30, /* type of size 0 */
};

/* A face with an edge in the colour of what it tells. */
typedef struct
{
  TalksRect  box;
  TalksColor edge;
  gboolean   hidden; /* what stands there is not told yet */
} StagePanel;

typedef struct
{
  TalksMark  mark;
  double     x;
  double     y;
  double     size;
  TalksColor color;
} StageMark;

/* Somebody's circle; the fields of the seat are the plan's or the document's. */
typedef struct
{
  TalksSeat seat;
  gboolean  head;
} StageSeat;

struct _TalksStage
{
  TalksDocument      *document;
  TalksLesson        *lesson;
  guint               step;
  TalksEvent         *event; /* a reference; may be NULL */
  TalksDay            day;
  char               *language;
  gboolean            hide_outcomes;
  double              type_scale;
  double              fit_scale;  /* of it, what there is room for */
  double              loss;       /* how bad it is what is left out: sum of STAGE_LOSS_ */
  const TalksPalette *palette;
  PangoContext       *context; /* its own: the same at each resolution */
  double              scale;   /* pixels a unit */
  double              width;   /* units */
  double              margin;  /* left and right of everything */
  double              word_height; /* of a line of the least type */
  GHashTable         *measured; /* texts; only while places are tried */

  StageContent        content;
  StageTrack         *track;
  GArray             *texts;   /* of TalksStageText; boxes in units while it is laid out, then in pixels */
  GPtrArray          *layouts; /* of PangoLayout, one for each text */
  GArray             *origins; /* of TalksRect: where the layouts are drawn; only x and y */
  GArray             *panels;  /* of StagePanel */
  GArray             *marks;   /* of StageMark */
  GArray             *seats;   /* of StageSeat */
  GArray             *rests;   /* of Rest: circles that stand for more people */
  TalksRect           table;   /* without width: none */
  TalksSeat           key;     /* explains a kind of circle; without radius: none */
  TalksAttendance     key_attendance; /* only its presence */
  gboolean            is_remote; /* nobody sat together: the table is dashed */
};

/* Places everything (talks-stage-layout.c). */
void   talks_stage_lay_out      (TalksStage *self);

/* Between the margins. */
static inline double
talks_stage_full_width (const TalksStage *self)
{
  return self->width - 2 * self->margin;
}

/* Returns where the body begins (talks-stage-head.c). */
double talks_stage_place_head   (TalksStage *self);

/* The cards in the room, from its top on; returns where they end (talks-stage-cards.c). */
double talks_stage_place_cards  (TalksStage *self,
                                 TalksRect   room);

/* Whether they would be better off with more room. */
gboolean talks_stage_cards_are_tight (TalksStage *self,
                                      TalksRect   room);

/* Whether they say enough there: two parties can be compared, and the outcome is more than its
 * beginning. */
gboolean talks_stage_cards_fit  (TalksStage *self,
                                 TalksRect   room);

/* Those at the table, or a list of them (talks-stage-table-place.c, -guests.c). get_least: below that height
 * it says nothing; 0: there is nobody to show. Without names it needs less, if the cards tell them. */
double talks_stage_table_get_least (TalksStage *self,
                                    gboolean    named);
void   talks_stage_place_table  (TalksStage *self,
                                 TalksRect   room);
void   talks_stage_place_guests (TalksStage *self,
                                 TalksRect   room);

/* Whether all of them have room, one below the other. */
gboolean talks_stage_guests_fit (TalksStage *self,
                                 TalksRect   room);
void   talks_stage_add_seat     (TalksStage            *self,
                                 TalksParticipant      *participant,
                                 TalksParty            *party,
                                 const TalksAttendance *attendance,
                                 gboolean               head,
                                 double                 x,
                                 double                 y,
                                 double                 radius);
void   talks_stage_add_rest     (TalksStage            *self,
                                 guint                  n,
                                 double                 x,
                                 double                 y,
                                 double                 radius);

G_END_DECLS
