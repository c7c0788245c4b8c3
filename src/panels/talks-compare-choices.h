/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The days that can be compared: the rounds of a document, the as-of day, and where there are
 * fewer than two rounds its first and last day; and the choosers that list them. */

#pragma once

#include <gtk/gtk.h>

#include "talks-comparison.h"

G_BEGIN_DECLS

/* ---- TalksCompareChoice: one day to compare ---- */

#define TALKS_TYPE_COMPARE_CHOICE (talks_compare_choice_get_type ())
G_DECLARE_FINAL_TYPE (TalksCompareChoice, talks_compare_choice, TALKS, COMPARE_CHOICE, GObject)

/* round of the result belongs to the document that the choice was made of. */
TalksComparisonDate talks_compare_choice_get_date  (TalksCompareChoice *self);
gboolean            talks_compare_choice_is_as_of  (TalksCompareChoice *self);

/* "Istanbul · 29 March 2022": the label of a round up to a colon, and its date. */
const char         *talks_compare_choice_get_short (TalksCompareChoice *self);

/* When: "29 March 2022". */
const char         *talks_compare_choice_get_when  (TalksCompareChoice *self);

/* ---- the list of them ---- */

/* Of TalksCompareChoice, empty. */
GListStore         *talks_compare_choices_new      (void);

/* Lists document anew. */
void                talks_compare_choices_fill     (GListStore         *self,
                                                    TalksDocument      *document,
                                                    TalksDay            as_of,
                                                    const char         *lang);

/* Another as-of day; the list stays. */
void                talks_compare_choices_move     (GListStore         *self,
                                                    TalksDay            as_of);

/* Where the choice for a date or, in a list made anew, the one that old was, stands;
 * GTK_INVALID_LIST_POSITION when there is none. old may be NULL. */
guint               talks_compare_choices_find     (GListStore         *self,
                                                    TalksComparisonDate date);
guint               talks_compare_choices_find_old (GListStore         *self,
                                                    TalksCompareChoice *old);

/* ---- choosing ---- */

/* A GtkDropDown over choices with a search; letter: "A" or "B". */
GtkWidget          *talks_compare_chooser_new      (const char         *letter,
                                                    GListStore         *choices);

/* What is chosen; NULL only when the list is empty. */
TalksCompareChoice *talks_compare_chooser_get      (GtkWidget          *chooser);

G_END_DECLS
