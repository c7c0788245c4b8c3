/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How an entry is understood; for talks-date-entry*.c only.
 *
 * A text becomes tokens (…-tokens.c, by the words of …-words.c), tokens become parts, which
 * are single dates of which something may be missing (…-part.c, …-group.c), parts become whole by what stands
 * beside them and are written as EDTF (…-write.c), and …-expression.c puts parts together. */

#pragma once

#include "talks-date-entry.h"
#include "talks-date-private.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_ENTRY_END,           /* nothing more */
  TALKS_ENTRY_WORD,          /* not looked up yet */
  TALKS_ENTRY_NUMBER,
  TALKS_ENTRY_COMMA,
  TALKS_ENTRY_DASH,
  TALKS_ENTRY_SLASH,
  TALKS_ENTRY_DOT,           /* between two numbers */
  TALKS_ENTRY_FILLER,        /* "of", "року": means nothing by itself */

  /* Parts of a date; with the meaning of value. */
  TALKS_ENTRY_MONTH,         /* 1 to 12 */
  TALKS_ENTRY_WEEKDAY,       /* 1 to 7 */
  TALKS_ENTRY_SEASON,        /* 21 to 24 */
  TALKS_ENTRY_PORTION,       /* 37 to 39: four months */
  TALKS_ENTRY_HEMISPHERE,    /* added to a season: 4 or 8 */
  TALKS_ENTRY_QUARTER,
  TALKS_ENTRY_HALF,
  TALKS_ENTRY_TEN_DAYS,
  TALKS_ENTRY_ORDINAL,       /* 1 and more; 0 is the last */
  TALKS_ENTRY_PIECE,         /* TalksEntryPiece: early, middle, late */
  TALKS_ENTRY_CENTURY,
  TALKS_ENTRY_DECADE,        /* the word before the number */
  TALKS_ENTRY_ERA,           /* -1 before it, 1 in it */
  TALKS_ENTRY_TODAY,         /* days from today */
  TALKS_ENTRY_THIS_MONTH,    /* months from this one */
  TALKS_ENTRY_THIS_YEAR,     /* years from this one */
  TALKS_ENTRY_UNKNOWN,       /* TalksDateComponents: what is not known */
  TALKS_ENTRY_DOUBT,         /* TalksEntryDoubt */

  /* What stands before, between and after dates. */
  TALKS_ENTRY_FROM,
  TALKS_ENTRY_TO,
  TALKS_ENTRY_BETWEEN,
  TALKS_ENTRY_AFTER,
  TALKS_ENTRY_BEFORE,
  TALKS_ENTRY_NOT_BEFORE,
  TALKS_ENTRY_NOT_AFTER,
  TALKS_ENTRY_OR_LATER,
  TALKS_ENTRY_OR_EARLIER,
  TALKS_ENTRY_INCLUSIVE,
  TALKS_ENTRY_PRESENT,
  TALKS_ENTRY_START_UNKNOWN,
  TALKS_ENTRY_START_OPEN,
  TALKS_ENTRY_END_UNKNOWN,
  TALKS_ENTRY_END_OPEN,
  TALKS_ENTRY_AND,
  TALKS_ENTRY_OR,
  TALKS_ENTRY_ONE_OF,
  TALKS_ENTRY_BOTH,
} TalksEntryKind;

typedef enum
{
  TALKS_ENTRY_ABOUT   = 1 << 0,
  TALKS_ENTRY_PERHAPS = 1 << 1,
} TalksEntryDoubt;

/* A stretch of a month, season, year, decade or century. */
typedef enum
{
  TALKS_ENTRY_WHOLE,
  TALKS_ENTRY_EARLY,
  TALKS_ENTRY_MIDDLE,
  TALKS_ENTRY_LATE,
  TALKS_ENTRY_FIRST_HALF,
  TALKS_ENTRY_SECOND_HALF,
  TALKS_ENTRY_FIRST_TEN,
  TALKS_ENTRY_SECOND_TEN,
  TALKS_ENTRY_THIRD_TEN,
} TalksEntryPiece;

typedef struct
{
  TalksEntryKind kind;
  int64_t        value;
  int            n_digits;   /* of a number; 0 if it is Roman or a word */
  gboolean       is_ordinal; /* "2nd", "2-го", "XX" */
  gboolean       is_plural;  /* "1990s", "1990-х" */
  gboolean       is_tight;   /* no space before it */
  gboolean       is_dotted;  /* a word with a full stop after it */
  char          *text;       /* as a message shows it */
  char          *folded;     /* of a word: lower case */
} TalksEntryToken;

typedef enum
{
  TALKS_ENTRY_YEARS,   /* just a year, or with a month, day or part of the year */
  TALKS_ENTRY_DECADES, /* year is its first */
  TALKS_ENTRY_CENTURIES, /* year is its number: 20 */
} TalksEntryUnit;

/* One date. What is missing may stand in the part beside it. */
typedef struct
{
  TalksEntryUnit  unit;
  TalksEntryPiece piece;
  gboolean        has_year;
  gboolean        is_year_unknown; /* "of some unknown year"; has_year is set */
  int64_t         year;     /* as written, hence positive if there is an era */
  int             era;      /* -1, 1, or 0 if none is written */
  int             month;    /* 0 if there is none */
  int             day;      /* 0 if there is none; alone, it may also turn out to be a year */
  int             group;    /* 21 to 41, or 0 */
  int             weekday;  /* 0 if there is none */
  int             unknown;  /* TalksDateComponents of which one knows that they are not known */
  int             before;   /* TalksEntryDoubt, from words before the date */
  int             after;    /* … and after it */
} TalksEntryPart;

/* Of a text that can be read in two ways, the second one. */
typedef enum
{
  TALKS_ENTRY_MONTH_FIRST      = 1 << 0, /* "3/4/2022" is 4 March */
  TALKS_ENTRY_PAIR_OF_YEARS    = 1 << 1, /* "2004–06" is 2004 to 2006 */
  TALKS_ENTRY_HUNDREDS         = 1 << 2, /* "the 1900s" is a century */
  TALKS_ENTRY_ALL_READINGS     = (1 << 3) - 1,
} TalksEntryReading;

typedef struct
{
  const GArray *tokens;   /* of TalksEntryToken, the last one an END */
  guint         at;
  gboolean      is_range; /* after "from" or "between": "to" stands before its end */
  TalksDay      today;
  int           readings; /* TalksEntryReading to take */
  int           asked;    /* those that would make a difference */
  char         *problem;  /* the first one found */
} TalksEntryReader;

/* The kind and value of a phrase of lower-case words with single spaces; FALSE if it has none. */
gboolean               talks_entry_look_up      (const char             *phrase,
                                                 TalksEntryKind         *kind,
                                                 int                    *value);

/* The most words that any phrase has. */
#define TALKS_ENTRY_MAX_PHRASE 4

/* NULL with a problem if a word or sign is not known. text is valid UTF-8. */
GArray                *talks_entry_tokenize     (const char             *text,
                                                 char                  **problem);

/* The token n after the next one, which is 0. */
const TalksEntryToken *talks_entry_peek         (const TalksEntryReader *reader,
                                                 guint                   n);

/* Takes the next token if it is of that kind. */
gboolean               talks_entry_take         (TalksEntryReader       *reader,
                                                 TalksEntryKind          kind);

/* Takes a problem unless there is one already; returns FALSE. */
gboolean               talks_entry_fail         (TalksEntryReader       *reader,
                                                 char                   *problem);

/* The next token is the problem. */
gboolean               talks_entry_fail_here    (TalksEntryReader       *reader);

/* Reads one date. */
gboolean               talks_entry_read_part    (TalksEntryReader       *reader,
                                                 TalksEntryPart         *part);

/* For what reads parts: a number that is a year for its length; a hyphen or a slash without spaces around it; a year
 * after a month, day or season, if one stands there. */
gboolean               talks_entry_is_year_number (const TalksEntryToken *token);
gboolean               talks_entry_is_tight_joint (const TalksEntryReader *reader);
gboolean               talks_entry_read_year_after (TalksEntryReader    *reader,
                                                 TalksEntryPart         *part);

/* At a season. At a year, to which another and a season may follow; FALSE: they do not. */
gboolean               talks_entry_read_season  (TalksEntryReader       *reader,
                                                 TalksEntryPart         *part);
gboolean               talks_entry_read_years_of_season (TalksEntryReader *reader,
                                                 TalksEntryPart         *part);

/* At "Q2", "H1"; after a year, at what may be that; at "quarter", "half", "century" or "decade" after its number. */
gboolean               talks_entry_is_counted   (TalksEntryKind          kind);
gboolean               talks_entry_read_counted_before (TalksEntryReader *reader,
                                                 TalksEntryPart         *part);
gboolean               talks_entry_read_counted_after_year (TalksEntryReader *reader,
                                                 TalksEntryPart         *part);
gboolean               talks_entry_read_counted (TalksEntryReader       *reader,
                                                 TalksEntryPart         *part,
                                                 int64_t                 number);

/* Reads a text up to where it makes no sense any more: EDTF, or NULL with a problem. */
char                  *talks_entry_read_expression (TalksEntryReader    *reader);

/* A date in numbers with separators: "15.04.2022". The reader is at the first number. */
gboolean               talks_entry_has_numeric  (const TalksEntryReader *reader);
gboolean               talks_entry_read_numeric (TalksEntryReader       *reader,
                                                 TalksEntryPart         *part);

/* Gives parts that stand in a row what they share: "14", "17 March 2022". */
gboolean               talks_entry_complete     (TalksEntryReader       *reader,
                                                 TalksEntryPart         *parts,
                                                 guint                   n_parts);

/* Whether a part was not whole by itself, and so shares something with its neighbour. */
gboolean               talks_entry_lacks        (const TalksEntryPart   *part);

/* Writes a whole part; NULL with a problem if there is no such date. Start and end differ
 * only for those that are a stretch. */
gboolean               talks_entry_is_stretch   (const TalksEntryPart   *part);
char                  *talks_entry_write        (TalksEntryReader       *reader,
                                                 const TalksEntryPart   *part,
                                                 gboolean                is_end);

/* What comes just before or after the part, in its own precision. */
char                  *talks_entry_write_beside (TalksEntryReader       *reader,
                                                 const TalksEntryPart   *part,
                                                 int                     direction);

G_END_DECLS
