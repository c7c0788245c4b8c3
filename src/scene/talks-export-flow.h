/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksFlow: text that runs through columns and pages.
 *
 * Puts one thing below the other onto sheets, which must outlive it, and goes on in the next column or on the next
 * page where there is no more room. Lengths are points. A plain struct; nothing is owned. */

#pragma once

#include "talks-sheets.h"

G_BEGIN_DECLS

typedef struct
{
  TalksSheets *sheets;
  int          n_columns;
  double       column_width;
  int          column;
  double       y;         /* where the next thing goes */
  gboolean     measuring; /* nothing is put anywhere */
  double       measured_from; /* y before that */
} TalksFlow;

typedef struct
{
  double      size;
  gboolean    bold;
  TalksColor  color;
  double      before; /* above the paragraph, unless it begins a column */
  double      keep;   /* free room that it needs with what follows, else it begins the next column */
  double      indent;
  const char *link;   /* address; NULL: none */
} TalksFlowStyle;

/* Begins a page. */
void   talks_flow_init         (TalksFlow      *self,
                                TalksSheets    *sheets);

/* Puts a paragraph, line by line, on into the next column where it must; text may be NULL or "": then nothing. */
void   talks_flow_put_text     (TalksFlow      *self,
                                const char     *text,
                                TalksFlowStyle  style);

/* Makes room for a drawing height high. data is freed by destroy, which may be NULL, in each case. */
void   talks_flow_put_drawing  (TalksFlow      *self,
                                double          height,
                                TalksSheetFunc  func,
                                gpointer        data,
                                GDestroyNotify  destroy);

/* Boxes to tick, or with more width to write in, each with a text (char *) beside it, in rows of n_columns. A row stays
 * together. style.indent is that of the boxes. */
void   talks_flow_put_choices  (TalksFlow      *self,
                                double          box_width,
                                GPtrArray      *texts,
                                guint           n_columns,
                                TalksFlowStyle  style);

/* n lines to write on. */
void   talks_flow_put_rules    (TalksFlow      *self,
                                guint           n,
                                double          spacing,
                                double          indent);

/* Begins the next column unless there is so much room. */
void   talks_flow_need         (TalksFlow      *self,
                                double          height);

/* Between them, things are not put but measured. Returns how high they are. */
void   talks_flow_begin_measuring (TalksFlow   *self);
double talks_flow_end_measuring   (TalksFlow   *self);

/* A bookmark that leads to where the flow stands now, below parent (another bookmark, or 0). Returns its number. */
guint  talks_flow_add_bookmark (TalksFlow      *self,
                                const char     *name,
                                guint           parent);

G_END_DECLS
