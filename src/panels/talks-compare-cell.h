/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksCompareCell: what one party had stated on one side of a comparison.
 *
 * Lines below each other, each a button that goes to its record (talks_panel_activate()), or plain
 * text where there is none. A changed cell is tinted in the colour of its party, and an arrow, the
 * party's mark and bold type say the same without colour. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_COMPARE_LOOK_PLAIN,
  TALKS_COMPARE_LOOK_CHANGED,       /* from what stands before the cell */
  TALKS_COMPARE_LOOK_CHANGED_SINCE, /* to what stands before the cell */
  TALKS_COMPARE_LOOK_DIM, /* unchanged, or nothing stated */
} TalksCompareLook;

/* Texts are borrowed for the time of the call. */
typedef struct
{
  TalksRecord      *record;   /* NULL: plain text */
  const TalksParty *party;    /* whose mark stands before the caption; NULL: none */
  const char       *title;    /* may be NULL if there is a caption */
  const char       *caption;  /* may be NULL */
  const char       *tooltip;  /* may be NULL */
  const char       *name;     /* what a screen reader calls the line; NULL: what it reads */
  gboolean          selected; /* in the session */
} TalksCompareLine;

#define TALKS_TYPE_COMPARE_CELL (talks_compare_cell_get_type ())
G_DECLARE_FINAL_TYPE (TalksCompareCell, talks_compare_cell, TALKS, COMPARE_CELL, GtkWidget)

/* arrow: with room for the arrow before the lines. */
GtkWidget *talks_compare_cell_new  (gboolean                 arrow);

/* An empty arrow, for what stands over cells with one. */
GtkWidget *talks_compare_arrow_new (void);

/* Shows these lines instead of those before; a line keeps its widget, and so the focus. party may
 * be NULL where look is neither of CHANGED. */
void       talks_compare_cell_show (TalksCompareCell        *self,
                                    TalksPanel              *panel,
                                    const TalksParty        *party,
                                    TalksCompareLook         look,
                                    const TalksCompareLine  *lines,
                                    guint                    n_lines);

G_END_DECLS
