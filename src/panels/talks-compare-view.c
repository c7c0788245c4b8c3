/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-view.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-compare-choices.h"
#include "talks-compare-fill.h"
#include "talks-compare-sheet.h"
#include "talks-show.h"

struct _TalksCompareView
{
  TalksPanel         parent_instance;
  GListStore        *choices;
  GtkWidget         *choosers[TALKS_COMPARISON_N_SIDES];
  GtkWidget         *all_parties; /* switch */
  GtkWidget         *all_parties_label;
  GtkWidget         *summary;
  GtkWidget         *table;
  GtkWidget         *empty;       /* in place of the table */
  TalksCompareSheet *sheet;
  TalksDocument     *document;    /* that the choices are of; weak */
  gboolean           busy;        /* the choosers are changed by the program */
};

G_DEFINE_FINAL_TYPE (TalksCompareView, talks_compare_view, TALKS_TYPE_PANEL)

static TalksPanel *
as_panel (TalksCompareView *self)
{
  return TALKS_PANEL (self);
}

/* ---- comparing ---- */

static void
show_summary (TalksCompareView      *self,
              const TalksComparison *comparison)
{
  g_autofree char *words = talks_comparison_summarize (comparison);
  guint n_others = talks_comparison_get_n_others (comparison);
  g_autofree char *parties = g_strdup_printf (ngettext ("_All parties (%u more)", "_All parties (%u more)", n_others),
                                              n_others);
  gboolean any = talks_comparison_get_topics (comparison)->len > 0
                 && talks_comparison_get_parties (comparison)->len > 0;

  talks_show_text (GTK_LABEL (self->summary), words);
  /* Newer GTKs take no name for a status from its words. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_label_set_text_with_mnemonic (GTK_LABEL (self->all_parties_label), parties);
  gtk_widget_set_sensitive (self->all_parties, n_others > 0);
  gtk_widget_set_visible (self->table, any);
  gtk_widget_set_visible (self->empty, !any);
}

static void
compare (TalksCompareView *self)
{
  TalksComparisonDate dates[TALKS_COMPARISON_N_SIDES];
  const char *words[TALKS_COMPARISON_N_SIDES];
  TalksComparison *comparison;

  for (TalksComparisonSide side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    {
      TalksCompareChoice *choice = talks_compare_chooser_get (self->choosers[side]);

      g_assert (choice != NULL);

      dates[side] = talks_compare_choice_get_date (choice);
      words[side] = talks_compare_choice_get_when (choice);
    }
  comparison = talks_comparison_new (talks_panel_get_document (as_panel (self)), dates[TALKS_COMPARISON_A],
                                     dates[TALKS_COMPARISON_B],
                                     gtk_switch_get_active (GTK_SWITCH (self->all_parties)));
  show_summary (self, comparison);
  talks_compare_sheet_show (self->sheet, comparison, words);
}

/* ---- the choosers ---- */

static void
on_chosen (TalksCompareView *self)
{
  if (!self->busy)
    compare (self);
}

static void
choose (TalksCompareView    *self,
        TalksComparisonSide  side,
        guint                position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choosers[side]), position);
}

static void
on_swapped (TalksCompareView *self)
{
  guint a = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choosers[TALKS_COMPARISON_A]));
  guint b = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choosers[TALKS_COMPARISON_B]));

  if (talks_compare_sheet_get (self->sheet) == NULL)
    return;
  self->busy = TRUE;
  choose (self, TALKS_COMPARISON_A, b);
  choose (self, TALKS_COMPARISON_B, a);
  self->busy = FALSE;
  compare (self);
}

/* Lists the document anew. Another document opens on what is worth comparing in it; another state of
 * the same one keeps what was chosen, as long as it is there. */
static void
fill_choices (TalksCompareView *self)
{
  TalksDocument *document = talks_panel_get_document (as_panel (self));
  TalksSession *session = talks_panel_get_session (as_panel (self));
  TalksCompareChoice *chosen[TALKS_COMPARISON_N_SIDES] = { NULL, NULL };
  TalksComparisonDate dates[TALKS_COMPARISON_N_SIDES];

  for (int side = 0; side < TALKS_COMPARISON_N_SIDES && document == self->document; side++)
    {
      chosen[side] = talks_compare_chooser_get (self->choosers[side]);
      if (chosen[side] != NULL)
        g_object_ref (chosen[side]);
    }
  g_set_weak_pointer (&self->document, document);
  talks_comparison_find_default (document, &dates[TALKS_COMPARISON_A], &dates[TALKS_COMPARISON_B]);

  self->busy = TRUE;
  talks_compare_choices_fill (self->choices, document, talks_session_get_as_of (session),
                              talks_panel_get_language (as_panel (self)));
  for (TalksComparisonSide side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    {
      guint position = talks_compare_choices_find_old (self->choices, chosen[side]);

      if (position == GTK_INVALID_LIST_POSITION)
        position = talks_compare_choices_find (self->choices, dates[side]);
      choose (self, side, position);
      g_clear_object (&chosen[side]);
    }
  self->busy = FALSE;
}

static gboolean
follows_as_of (TalksCompareView *self)
{
  for (TalksComparisonSide side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    if (talks_compare_choice_is_as_of (talks_compare_chooser_get (self->choosers[side])))
      return TRUE;
  return FALSE;
}

static void
talks_compare_view_refresh (TalksPanel *panel,
                            guint       flags)
{
  TalksCompareView *self = TALKS_COMPARE_VIEW (panel);
  gboolean anew = (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_PANEL_PALETTE)) != 0;

  if ((flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE)) != 0)
    fill_choices (self);
  if ((flags & TALKS_SESSION_AS_OF) != 0)
    {
      talks_compare_choices_move (self->choices, talks_session_get_as_of (talks_panel_get_session (panel)));
      anew = anew || follows_as_of (self);
    }
  if (anew)
    compare (self);
  else if ((flags & (TALKS_SESSION_SELECTION | TALKS_SESSION_HIGHLIGHT)) != 0)
    talks_compare_sheet_update (self->sheet);
}

/* ---- life ---- */

static void
talks_compare_view_dispose (GObject *object)
{
  TalksCompareView *self = TALKS_COMPARE_VIEW (object);
  GtkWidget *child;

  self->busy = TRUE;
  g_clear_pointer (&self->sheet, talks_compare_sheet_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->choices);
  g_clear_weak_pointer (&self->document);

  G_OBJECT_CLASS (talks_compare_view_parent_class)->dispose (object);
}

static void
talks_compare_view_class_init (TalksCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_compare_view_dispose;
  TALKS_PANEL_CLASS (klass)->refresh = talks_compare_view_refresh;
  gtk_widget_class_set_css_name (widget_class, "compareview");
}

static GtkWidget *
bar_new (TalksCompareView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *swap = gtk_button_new_with_mnemonic (_ ("S_wap"));

  gtk_widget_add_css_class (bar, "talks-compare-bar");
  for (TalksComparisonSide side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    {
      self->choosers[side] = talks_compare_chooser_new (talks_compare_get_letter (side), self->choices);
      g_signal_connect_swapped (self->choosers[side], "notify::selected", G_CALLBACK (on_chosen), self);
      gtk_box_append (GTK_BOX (bar), self->choosers[side]);
    }
  gtk_widget_add_css_class (swap, "talks-button");
  talks_show_tooltip (swap, _ ("Exchange the dates A and B"));
  g_signal_connect_swapped (swap, "clicked", G_CALLBACK (on_swapped), self);
  gtk_box_append (GTK_BOX (bar), swap);

  self->all_parties = gtk_switch_new ();
  gtk_widget_set_valign (self->all_parties, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (self->all_parties, 12);
  g_signal_connect_swapped (self->all_parties, "notify::active", G_CALLBACK (on_chosen), self);
  self->all_parties_label = talks_block_text (NULL, NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->all_parties_label), self->all_parties);
  gtk_box_append (GTK_BOX (bar), self->all_parties);
  gtk_box_append (GTK_BOX (bar), self->all_parties_label);

  self->summary = g_object_new (GTK_TYPE_LABEL,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                                "wrap", TRUE,
                                "xalign", 1.0f,
                                "hexpand", TRUE,
                                NULL);
  gtk_widget_add_css_class (self->summary, "talks-compare-summary");
  gtk_box_append (GTK_BOX (bar), self->summary);
  return bar;
}

static void
talks_compare_view_init (TalksCompareView *self)
{
  GtkWidget *page = talks_block_column (0, NULL);

  self->choices = talks_compare_choices_new ();
  gtk_box_append (GTK_BOX (page), bar_new (self));
  self->table = talks_compare_table_new ();
  self->sheet = talks_compare_sheet_new (as_panel (self), TALKS_COMPARE_TABLE (self->table));
  gtk_widget_set_vexpand (self->table, TRUE);
  gtk_box_append (GTK_BOX (page), self->table);
  self->empty = talks_block_text (_ ("This document has no positions to compare."), "talks-compare-note");
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_box_append (GTK_BOX (page), self->empty);
  gtk_widget_set_parent (page, GTK_WIDGET (self));
  talks_block_name (GTK_WIDGET (self), _ ("Comparison of positions"));
}

void
talks_compare_view_set_session (TalksCompareView *self,
                                TalksSession     *session)
{
  g_return_if_fail (TALKS_IS_COMPARE_VIEW (self));

  talks_panel_set_session (as_panel (self), session);
}

void
talks_compare_view_set_palette (TalksCompareView   *self,
                                const TalksPalette *palette)
{
  g_return_if_fail (TALKS_IS_COMPARE_VIEW (self));
  g_return_if_fail (palette != NULL);

  talks_panel_set_palette (as_panel (self), palette);
}
