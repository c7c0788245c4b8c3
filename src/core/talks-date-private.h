/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a TalksDate is made of; for talks-date*.c only.
 *
 * Reading has two steps. talks-date-parse.c and talks-date-part.c turn the text into ranges and
 * parts and judge their form; talks_date_part_resolve() in talks-date-bounds.c finds out
 * which days they mean. */

#pragma once

#include "talks-date-words.h"

#include <stdbool.h>

G_BEGIN_DECLS

/* The components that a part has, or that a qualifier stands for. */
typedef enum
{
  TALKS_COMPONENT_YEAR  = 1 << 0,
  TALKS_COMPONENT_MONTH = 1 << 1, /* or a season or other part of the year */
  TALKS_COMPONENT_DAY   = 1 << 2,
  TALKS_COMPONENT_TIME  = 1 << 3,
} TalksDateComponents;

typedef enum
{
  TALKS_ZONE_NONE,
  TALKS_ZONE_UTC,
  TALKS_ZONE_SHIFT,
} TalksZone;

/* One date without an interval or set around it: "2004-06~-11", "Y-17E7S2", "2001-21". */
typedef struct
{
  /* As written. The small fields keep a document of many dates small. */
  char     digits[4];        /* of the year, unless long; 'X' if unspecified */
  char     month[2];         /* "XX" too if not written */
  char     day[2];
  uint8_t  written;          /* TalksDateComponents */
  uint8_t  uncertain;        /* TalksDateComponents */
  uint8_t  approximate;      /* TalksDateComponents */
  uint8_t  group;            /* 21 to 41, or 0 */
  bool     qualified_inside; /* by other than one qualifier at the very end */
  bool     is_long;          /* Y… */
  bool     is_scientific;    /* …E… or …S… */
  bool     is_negative;
  uint8_t  hour;
  uint8_t  minute;
  uint8_t  second;
  uint8_t  zone;             /* TalksZone */
  int16_t  shift;            /* minutes east of UTC */

  /* What it means. */
  uint8_t  level;
  uint8_t  precision;        /* TalksDatePrecision */
  uint16_t flags;            /* TalksDateFlags */
  int64_t  year;             /* the one written; 0 if it has an 'X' */
  int64_t  first_year;
  int64_t  last_year;
  TalksDay earliest;
  TalksDay latest;
} TalksDatePart;

typedef enum
{
  TALKS_END_DATE,
  TALKS_END_OPEN,
  TALKS_END_UNKNOWN,
} TalksDateEnd;

/* Two parts, or one, which is the start. An interval is one such range, a set is several. */
typedef struct
{
  gboolean      is_single;
  TalksDateEnd  start_kind;
  TalksDateEnd  end_kind;
  TalksDatePart start; /* unused unless its kind is DATE */
  TalksDatePart end;
} TalksDateRange;

typedef enum
{
  TALKS_SHAPE_SINGLE,
  TALKS_SHAPE_INTERVAL,
  TALKS_SHAPE_ONE_OF,
  TALKS_SHAPE_ALL_OF,
} TalksDateShape;

struct _TalksDate
{
  gatomicrefcount    ref_count;
  char              *text;
  TalksDateShape     shape;
  size_t             n_ranges; /* at least 1 */
  TalksDateRange    *ranges;
  TalksDay           earliest;
  TalksDay           latest;
  int                level;
  TalksDateFlags     flags;
  TalksDatePrecision precision;
};

/* Reads the whole of start to end as one date and resolves it. FALSE with an error if it is
 * none; part is then undefined. */
gboolean       talks_date_part_read       (const char          *start,
                                           const char          *end,
                                           gboolean             may_have_time,
                                           TalksDatePart       *part,
                                           GError             **error);

/* Fills in what a written part means. FALSE if it means no real day at all. */
gboolean       talks_date_part_resolve    (TalksDatePart       *part);

/* Whether an 'X' stands for a digit of the component. */
gboolean       talks_date_part_has_x      (const TalksDatePart *part,
                                           TalksDateComponents  component);

/* The first and the last month of a part of the year; the last may lie in the year after
 * (13 and 14). group is 21 to 41. */
void           talks_date_group_get_months (int                 group,
                                            int                *first,
                                            int                *last);

/* Takes ranges, all of whose parts are resolved. */
TalksDate     *talks_date_new_from_ranges (const char          *text,
                                           TalksDateShape       shape,
                                           TalksDateRange      *ranges,
                                           size_t               n_ranges);

/* How words are to look; the styles are made of these. */
typedef enum
{
  TALKS_WORDS_PLAIN        = 0,
  TALKS_WORDS_SHORT_MONTHS = 1 << 0,
  TALKS_WORDS_WITHOUT_YEAR = 1 << 1,
  TALKS_WORDS_WEEKDAY      = 1 << 2,
  TALKS_WORDS_DOUBTS       = 1 << 3,
  TALKS_WORDS_IN_SENTENCE  = 1 << 4, /* "the second quarter of 2001", "the 1990s" */
} TalksWordsForm;

TalksWordsForm talks_words_form_of        (TalksDateStyle       style);
char          *talks_words_for_year       (int64_t              year);
char          *talks_words_for_years      (int64_t              first,
                                           int64_t              last);
char          *talks_words_for_month      (int64_t              year,
                                           int                  month,
                                           TalksWordsForm       form);
char          *talks_words_for_month_alone (int                 month);

char          *talks_words_for_months     (TalksDay             first,
                                           TalksDay             last,
                                           TalksWordsForm       form);
char          *talks_words_for_day        (TalksDay             day,
                                           TalksWordsForm       form);
char          *talks_words_for_days       (TalksDay             first,
                                           TalksDay             last,
                                           TalksWordsForm       form);

/* days is "14–17" or "16 or 17", all of one month. */
char          *talks_words_for_days_of    (const char          *days,
                                           int64_t              year,
                                           int                  month,
                                           TalksWordsForm       form);

/* "14" or "14–17". */
char          *talks_words_for_numbers    (int                  first,
                                           int                  last);

/* A season or other part of the year. */
char          *talks_words_for_group      (const TalksDatePart *part,
                                           TalksWordsForm       form);

/* known is "25 December" or "spring", in some year or other of the part. */
char          *talks_words_for_some_year  (const TalksDatePart *part,
                                           const char          *known);

/* "1667, 1668 or 1670–1672": a choice, or else all of them. Where members are several words, such
 * as "1984 or earlier", they are set apart. There is at least one. */
char          *talks_words_for_list       (GPtrArray           *members,
                                           gboolean             is_choice,
                                           gboolean             set_apart);

/* One part with its doubts. */
char          *talks_words_for_part       (const TalksDatePart *part,
                                           TalksWordsForm       form);

/* Puts words into format, which holds one "%s" for them, and takes them. */
#define TALKS_WORDS_WRAP(format, words) \
  G_STMT_START { \
    char *wrapped = g_strdup_printf (format, words); \
    g_free (words); \
    (words) = wrapped; \
  } G_STMT_END

/* Sets TALKS_ERROR_DATE; returns FALSE. */
gboolean       talks_date_fail            (GError             **error,
                                           const char          *format,
                                           ...) G_GNUC_PRINTF (2, 3);

/* A piece of a text as a message can show it: valid, printable and not too long. */
char          *talks_date_show            (const char          *start,
                                           const char          *end);

G_END_DECLS
