/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the cells of a row to a record. */

#pragma once

#include "talks-import-private.h"

G_BEGIN_DECLS

/* What a column holds, worked out once. */
typedef struct
{
  const TalksField *parent; /* the STRUCT that field is in; or NULL */
  const TalksField *field;  /* NULL where special says what */
  char             *tag;    /* language, in "title@uk"; or NULL */
  int               special;
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

gboolean talks_row_is_missing   (const char          *cell);

G_END_DECLS
