/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-merge-row.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-field-words.h"
#include "talks-show.h"

#define N_CHOICES (TALKS_MERGE_JOIN + 1)

typedef struct
{
  char                *key;
  TalksMergeRowChosen  chosen;
  gpointer             data;
  GtkWidget           *buttons[N_CHOICES]; /* NULL where there is none */
  gboolean             setting;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_free (row);
}

static Row *
get_row (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "talks-merge-row");
}

/* ---- words ---- */

static char *
describe_what (const TalksConflict *conflict)
{
  switch (conflict->type)
    {
    case TALKS_CONFLICT_REMOVED:
      return g_strdup (conflict->ours == NULL ? _("Ours removed it, theirs changed it.")
                                              : _("Theirs removed it, ours changed it."));
    case TALKS_CONFLICT_NEEDED:
      return g_strdup (conflict->choice == TALKS_MERGE_OURS
                       ? _("Theirs removed it, but it is still referred to: it stays.")
                       : _("Ours removed it, but it is still referred to: it stays."));
    case TALKS_CONFLICT_ADDED:
      return g_strdup_printf (_("Both sides have a record with the id “%s”."), conflict->id);
    case TALKS_CONFLICT_RENAMED:
      return g_strdup (_("Both sides gave it another id."));
    case TALKS_CONFLICT_ORDER:
      return g_strdup (_("Both sides changed the order."));
    case TALKS_CONFLICT_TOGETHER:
      return g_strdup (_("The changes of both sides are wrong together."));
    case TALKS_CONFLICT_ALIKE:
      return g_strdup_printf (_("These two may be one: they are alike by %d of 100."), conflict->score);
    case TALKS_CONFLICT_FIELD:
    default:
      return g_strdup (conflict->base != NULL ? _("Both sides changed it.") : _("The two sides differ."));
    }
}

static const char *
get_label (const TalksConflict *conflict,
           TalksMergeChoice     choice)
{
  const gboolean removed = conflict->type == TALKS_CONFLICT_REMOVED;

  switch (choice)
    {
    case TALKS_MERGE_THEIRS:
      return !removed ? _("Theirs") : conflict->theirs == NULL ? _("Remove it") : _("Keep it");
    case TALKS_MERGE_BOTH:
      return conflict->type == TALKS_CONFLICT_ALIKE ? _("Keep both") : _("Both");
    case TALKS_MERGE_JOIN:
      return _("Join them");
    case TALKS_MERGE_OURS:
    default:
      return !removed ? _("Ours") : conflict->ours == NULL ? _("Remove it") : _("Keep it");
    }
}

static const char *
explain_both (const TalksConflict *conflict)
{
  if (conflict->type != TALKS_CONFLICT_FIELD)
    return _("Both records are kept.");
  if (conflict->kind == TALKS_RECORD_POSITION)
    return _("The position stays as ours has it, and a second one says what theirs says.");
  if (conflict->kind == TALKS_RECORD_EVENT && !g_str_has_prefix (conflict->field, "note"))
    return _("The event stays as ours has it, and what both say stands in it as accounts.");
  return _("The text of theirs follows that of ours.");
}

static char *
make_heading (const TalksConflict *conflict)
{
  g_autofree char *field = talks_conflict_field_to_words (conflict);
  const char *kind = talks_field_words_kind (conflict->kind);
  g_autofree char *record = *conflict->title != '\0' ? g_strdup_printf (_("%1$s “%2$s”"), kind, conflict->title)
                                                     : g_strdup (kind);

  return *field != '\0' ? g_strdup_printf ("%s · %s", record, field) : g_steal_pointer (&record);
}

/* ---- what each side says ---- */

static GtkWidget *
new_column (const char *caption,
            const char *value,
            const char *nothing)
{
  GtkWidget *column = talks_block_column (2, NULL);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (column), talks_block_text (caption, "talks-caption"));
  gtk_box_append (GTK_BOX (column), value != NULL ? talks_block_reading (value, NULL)
                                                  : talks_block_text (nothing, "talks-caption"));
  return column;
}

static GtkWidget *
new_columns (const TalksConflict *conflict)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  const gboolean removed = conflict->type == TALKS_CONFLICT_REMOVED || conflict->type == TALKS_CONFLICT_NEEDED;
  const char *nothing = removed ? _("Removed") : _("Nothing");

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  if (conflict->base != NULL)
    gtk_box_append (GTK_BOX (columns), new_column (_("Before"), conflict->base, nothing));
  gtk_box_append (GTK_BOX (columns), new_column (_("Ours"), conflict->ours, nothing));
  gtk_box_append (GTK_BOX (columns), new_column (_("Theirs"), conflict->theirs, nothing));
  return columns;
}

/* ---- choices ---- */

static void
toggled_cb (GtkCheckButton *button,
            GtkWidget      *widget)
{
  Row *row = get_row (widget);

  if (row->setting || !gtk_check_button_get_active (button))
    return;
  for (int i = 0; i < N_CHOICES; i++)
    if (row->buttons[i] == GTK_WIDGET (button))
      {
        row->chosen (row->key, (TalksMergeChoice) i, row->data);
        return;
      }
}

static GtkWidget *
new_choices (GtkWidget           *widget,
             Row                 *row,
             const TalksConflict *conflict)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *first = NULL;

  for (int i = 0; i < N_CHOICES; i++)
    {
      GtkWidget *button;

      if (!(conflict->choices & (1u << i)))
        continue;
      button = gtk_check_button_new_with_label (get_label (conflict, (TalksMergeChoice) i));
      if (i == TALKS_MERGE_BOTH)
        talks_show_tooltip (button, explain_both (conflict));
      if (first == NULL)
        first = button;
      else
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), conflict->choice == (TalksMergeChoice) i);
      row->buttons[i] = button;
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), widget);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* ---- the row ---- */

static gboolean
has_one_choice (const TalksConflict *conflict)
{
  return (conflict->choices & (conflict->choices - 1)) == 0;
}

GtkWidget *
talks_merge_row_new (const TalksConflict *conflict,
                     TalksMergeRowChosen  chosen,
                     gpointer             data)
{
  GtkWidget *widget = talks_block_column (6, "talks-box");
  g_autofree char *heading = make_heading (conflict);
  g_autofree char *what = describe_what (conflict);
  Row *row = g_new0 (Row, 1);

  g_object_set_data_full (G_OBJECT (widget), "talks-merge-row", row, row_free);
  row->key = g_strdup (conflict->key);
  row->chosen = chosen;
  row->data = data;
  talks_block_name (widget, heading);
  gtk_box_append (GTK_BOX (widget), talks_block_text (heading, "talks-title"));
  gtk_box_append (GTK_BOX (widget), talks_block_text (what, "talks-caption"));
  if (conflict->ours != NULL || conflict->theirs != NULL)
    gtk_box_append (GTK_BOX (widget), new_columns (conflict));
  if (!has_one_choice (conflict))
    gtk_box_append (GTK_BOX (widget), new_choices (widget, row, conflict));
  return widget;
}

void
talks_merge_row_choose (GtkWidget        *widget,
                        TalksMergeChoice  choice)
{
  Row *row = get_row (widget);

  if (row->buttons[choice] == NULL)
    return;
  row->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->buttons[choice]), TRUE);
  row->setting = FALSE;
}
