/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the cells of a row to a record. */

#pragma once

#include "talks-import-private.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_COLUMN_NONE,  /* nothing that is taken */
  TALKS_COLUMN_FIELD,
  TALKS_COLUMN_ID,
  TALKS_COLUMN_LATITUDE,
  TALKS_COLUMN_LONGITUDE,
  TALKS_COLUMN_END,
  TALKS_COLUMN_ATTENDANCE,
  TALKS_COLUMN_PART, /* of a date: the first of six */
} TalksColumnKind;

/* What a column holds, worked out once. */
typedef struct
{
  const TalksField *parent; /* the STRUCT that field is in; or NULL */
  const TalksField *field;  /* NULL where special says what */
  char             *tag;    /* language, in "title@uk"; or NULL */
  int               special; /* TalksColumnKind; TALKS_COLUMN_PART + 1 … 5 for the other parts of the date */
} TalksColumn;

/* How the rows of one table are read. */
typedef struct
{
  TalksImporter       *importer;
  const TalksFieldSet *fields;     /* of a row */
  gboolean             verbatim;   /* texts are taken as they stand */
  gboolean             is_html;
  TalksDateOrder       date_order;
  const char          *language;   /* of texts without a tag that stand beside others with one */
  GArray              *columns;    /* of TalksColumn */
  unsigned             line;
  unsigned             n_ambiguous;
  char                *ambiguous;
  unsigned             n_missing;  /* cells that say "NA" */
  char                *id;         /* of the row that is read: its id, or that of the record it belongs to */
  int64_t              parts[6];   /* year, month, day; the same of the end */
  gboolean             has_year[2];
  gboolean             has_coordinate[2];
  TalksDate           *end;
  char                *clocks[2];  /* that stand behind the date, and that of the end */
} TalksRowReader;

void     talks_row_reader_init  (TalksRowReader      *self,
                                 TalksImporter       *importer,
                                 const TalksFieldSet *fields,
                                 char               **columns);
void     talks_row_reader_clear (TalksRowReader      *self);

/* Fills in owner, a record or a part of one. FALSE, having told why, when the row cannot be taken; title is
 * what to call it, and may be NULL. */
gboolean talks_row_reader_read  (TalksRowReader      *self,
                                 gpointer             owner,
                                 GPtrArray           *cells,
                                 unsigned             line,
                                 const char          *title);

/* What programs for statistics write into a cell that holds nothing. */
gboolean talks_row_is_missing   (const char          *cell);

/* ---- for talks-import-row.c (talks-import-cell.c) ---- */

/* What a cell says, into owner or self. cell is not empty and has no space around it, raw is the same as it stands. FALSE,
 * having told why, when the row cannot be taken. */
gboolean talks_row_reader_set_cell (TalksRowReader    *self,
                                    const TalksColumn *column,
                                    gpointer           owner,
                                    const char        *cell,
                                    const char        *raw,
                                    const char        *title);

G_END_DECLS
