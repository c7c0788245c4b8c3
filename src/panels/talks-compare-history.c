/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-history.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-compare-fill.h"
#include "talks-line.h"
#include "talks-mark-view.h"
#include "talks-show.h"
#include "talks-words.h"

#define MARK_SIZE  9.0
#define DATE_CHARS 16
#define MAX_ROWS   200 /* of the latest positions */

typedef struct
{
  GtkWidget *button;
  GtkWidget *date;
  GtkWidget *mark;
  GtkWidget *title;
  GtkWidget *stance;
  GtkWidget *caption;
} Row;

struct _TalksCompareHistory
{
  GtkWidget  parent_instance;
  GPtrArray *positions; /* shown now */
  GArray    *rows;      /* of Row, one for each */
  GtkWidget *more;      /* says how many earlier ones are not */
};

G_DEFINE_FINAL_TYPE (TalksCompareHistory, talks_compare_history, GTK_TYPE_WIDGET)

static void
on_clicked (GtkWidget           *button,
            TalksCompareHistory *self)
{
  TalksPanel *panel = talks_panel_find (GTK_WIDGET (self));

  for (guint i = 0; panel != NULL && i < self->rows->len; i++)
    if (g_array_index (self->rows, Row, i).button == button)
      {
        g_autoptr (TalksRecord) record = talks_record_ref (self->positions->pdata[i]);

        talks_panel_activate (panel, record);
        return;
      }
}

static Row
row_new (TalksCompareHistory *self)
{
  GtkWidget *box = talks_line_new (10, NULL);
  GtkWidget *texts = talks_block_column (2, NULL);
  Row row;

  row.date = talks_block_text (NULL, "talks-compare-caption");
  gtk_label_set_width_chars (GTK_LABEL (row.date), DATE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (row.date), DATE_CHARS);
  gtk_label_set_yalign (GTK_LABEL (row.date), 0);
  talks_line_append (TALKS_LINE (box), row.date);
  row.mark = talks_mark_view_new (MARK_SIZE);
  gtk_widget_set_valign (row.mark, GTK_ALIGN_START);
  talks_line_append (TALKS_LINE (box), row.mark);

  row.title = talks_block_text (NULL, "talks-compare-title");
  row.stance = talks_block_text (NULL, NULL);
  row.caption = talks_block_text (NULL, "talks-compare-caption");
  gtk_box_append (GTK_BOX (texts), row.title);
  gtk_box_append (GTK_BOX (texts), row.stance);
  gtk_box_append (GTK_BOX (texts), row.caption);
  gtk_widget_set_hexpand (texts, TRUE);
  talks_line_append (TALKS_LINE (box), texts);

  row.button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (row.button), box);
  gtk_button_set_has_frame (GTK_BUTTON (row.button), FALSE);
  gtk_widget_add_css_class (row.button, "talks-compare-line");
  g_signal_connect (row.button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_widget_set_parent (row.button, GTK_WIDGET (self));
  return row;
}

static gboolean
same_records (GPtrArray *one,
              GPtrArray *two)
{
  if (one == NULL || one->len != two->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (one->pdata[i] != two->pdata[i])
      return FALSE;
  return TRUE;
}

/* Who said it at what, how well it is attested, and where it stands now. */
static char *
make_caption (TalksPanel                 *panel,
              const TalksComparison      *comparison,
              const TalksComparisonEntry *entry,
              const TalksPosition        *position)
{
  TalksDocument *document = talks_panel_get_document (panel);
  const char *lang = talks_panel_get_language (panel);
  TalksParty *party = talks_panel_party (panel, position->party);
  TalksParticipant *speaker = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                          position->participant);
  g_autofree char *sources = talks_words_n_sources (g_strv_length (position->sources));
  GString *line = g_string_new (NULL);

  if (party != NULL)
    talks_words_join (line, talks_text_show (party->short_name, lang));
  if (speaker != NULL)
    talks_words_join (line, talks_text_show (speaker->name, lang));
  talks_words_join (line, sources);
  if (talks_comparison_entry_stands (entry, TALKS_COMPARISON_A, position))
    talks_words_join (line, _ ("stands on A"));
  if (talks_comparison_entry_stands (entry, TALKS_COMPARISON_B, position))
    talks_words_join (line, _ ("stands on B"));
  if (talks_compare_is_selected (panel, &position->record))
    talks_words_join (line, _ ("selected"));
  return g_string_free (line, FALSE);
}

static void
fill_row (const Row                  *row,
          TalksPanel                 *panel,
          const TalksComparison      *comparison,
          const TalksComparisonEntry *entry,
          const TalksPosition        *position)
{
  const char *lang = talks_panel_get_language (panel);
  const char *title = talks_words_position_label (position, lang);
  const char *stance = talks_text_show (position->stance, lang);
  g_autofree char *date = talks_words_date (position->date);
  g_autofree char *caption = make_caption (panel, comparison, entry, position);
  g_autofree char *name = NULL;

  if (g_strcmp0 (title, stance) == 0)
    stance = NULL;
  talks_show_text (GTK_LABEL (row->date), date);
  talks_mark_view_show (TALKS_MARK_VIEW (row->mark), talks_panel_party (panel, position->party),
                        TALKS_MARK_FILLED, talks_panel_get_palette (panel));
  talks_show_text (GTK_LABEL (row->title), title);
  talks_block_show (GTK_LABEL (row->stance), stance);
  talks_show_text (GTK_LABEL (row->caption), caption);
  name = g_strjoin (". ", date, title, stance != NULL ? stance : caption, stance != NULL ? caption : NULL, NULL);
  talks_block_name (row->button, name);
  talks_block_toggle (row->button, "selected", talks_compare_is_selected (panel, &position->record));
  talks_block_toggle (row->button, "talks-compare-unlit",
                      !talks_session_is_lit (talks_panel_get_session (panel), &position->record));
}

static const TalksComparisonEntry *
find_entry (const TalksComparison *comparison,
            guint                  topic,
            const TalksPosition   *position)
{
  GPtrArray *parties = talks_comparison_get_parties (comparison);

  for (guint i = 0; i < parties->len; i++)
    if (g_strcmp0 (((TalksRecord *) parties->pdata[i])->id, position->party) == 0)
      return talks_comparison_get_entry (comparison, topic, i);
  g_assert_not_reached ();
}

static void
remove_rows (TalksCompareHistory *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_array_index (self->rows, Row, i).button);
  g_array_set_size (self->rows, 0);
}

static void
show_more (TalksCompareHistory *self,
           guint                n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u earlier position is not listed here.",
                                                      "%u earlier positions are not listed here.", n), n);

  talks_block_show (GTK_LABEL (self->more), n > 0 ? words : NULL);
}

void
talks_compare_history_show (TalksCompareHistory   *self,
                            TalksPanel            *panel,
                            const TalksComparison *comparison,
                            guint                  topic)
{
  GPtrArray *positions;
  guint n_more;

  g_return_if_fail (TALKS_IS_COMPARE_HISTORY (self));
  g_return_if_fail (TALKS_IS_PANEL (panel));
  g_return_if_fail (comparison != NULL);

  positions = talks_comparison_list_history (comparison, topic);
  n_more = positions->len > MAX_ROWS ? positions->len - MAX_ROWS : 0;
  if (n_more > 0)
    g_ptr_array_remove_range (positions, 0, n_more);
  show_more (self, n_more);
  if (!same_records (self->positions, positions))
    {
      remove_rows (self);
      for (guint i = 0; i < positions->len; i++)
        {
          Row row = row_new (self);

          g_array_append_val (self->rows, row);
        }
    }
  g_clear_pointer (&self->positions, g_ptr_array_unref);
  self->positions = positions;
  for (guint i = 0; i < positions->len; i++)
    fill_row (&g_array_index (self->rows, Row, i), panel, comparison,
              find_entry (comparison, topic, positions->pdata[i]), positions->pdata[i]);
}

static void
talks_compare_history_dispose (GObject *object)
{
  TalksCompareHistory *self = TALKS_COMPARE_HISTORY (object);

  remove_rows (self);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_pointer (&self->positions, g_ptr_array_unref);

  G_OBJECT_CLASS (talks_compare_history_parent_class)->dispose (object);
}

static void
talks_compare_history_finalize (GObject *object)
{
  g_array_unref (TALKS_COMPARE_HISTORY (object)->rows);

  G_OBJECT_CLASS (talks_compare_history_parent_class)->finalize (object);
}

static void
talks_compare_history_class_init (TalksCompareHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_compare_history_dispose;
  object_class->finalize = talks_compare_history_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparehistory");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_compare_history_init (TalksCompareHistory *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->more = talks_block_text (NULL, "talks-compare-caption");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

GtkWidget *
talks_compare_history_new (void)
{
  return g_object_new (TALKS_TYPE_COMPARE_HISTORY, NULL);
}
