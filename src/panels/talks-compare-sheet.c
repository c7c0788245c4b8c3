/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-sheet.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-compare-fill.h"
#include "talks-compare-history.h"
#include "talks-line.h"
#include "talks-mark-view.h"
#include "talks-show.h"

#define HEADER_LINES 2 /* of the name of a party */
#define MARK_SIZE 11.0

struct _TalksCompareSheet
{
  TalksPanel        *panel;
  TalksCompareTable *table;
  TalksComparison   *comparison;
  char              *shape;       /* ids that the rows and columns stand for */
  GtkWidget         *people_row;  /* heads of delegations; NULL: there are no rows */
  GtkWidget         *members_row; /* visible when the former is open */
  GtkWidget         *hosts_row;
  GPtrArray         *topic_rows;  /* of TalksCompareRow, borrowed */
};

/* ---- what the rows say ---- */

static void
toggle_lit (TalksCompareSheet *self,
            GtkWidget         *cell,
            guint              party)
{
  TalksRecord *record = talks_comparison_get_parties (self->comparison)->pdata[party];

  talks_block_toggle (cell, "talks-compare-unlit",
                      !talks_session_is_lit (talks_panel_get_session (self->panel), record));
}

static void
update_history (TalksCompareSheet *self,
                guint              topic)
{
  TalksCompareRow *row = self->topic_rows->pdata[topic];
  const TalksTopic *record = talks_comparison_get_topics (self->comparison)->pdata[topic];
  g_autoptr (GPtrArray) history = talks_comparison_list_history (self->comparison, topic);
  /* Translators: opens the list of all positions on a topic; the number of them. */
  g_autofree char *label = g_strdup_printf (_ ("History · %u"), history->len);
  g_autofree char *name = NULL;

  name = g_strdup_printf (ngettext ("History of %2$s: %1$u position", "History of %2$s: %1$u positions", history->len),
                          history->len, talks_panel_text (self->panel, record->name));
  talks_compare_row_show_toggle (row, label, name, history->len > 0);
  if (!talks_compare_row_get_open (row))
    {
      talks_compare_row_set_body (row, NULL);
      return;
    }
  if (talks_compare_row_get_body (row) == NULL)
    talks_compare_row_set_body (row, talks_compare_history_new ());
  talks_compare_history_show (TALKS_COMPARE_HISTORY (talks_compare_row_get_body (row)), self->panel,
                              self->comparison, topic);
}

static void
update_topic (TalksCompareSheet *self,
              guint              topic)
{
  TalksCompareRow *row = self->topic_rows->pdata[topic];
  GPtrArray *parties = talks_comparison_get_parties (self->comparison);
  const TalksTopic *record = talks_comparison_get_topics (self->comparison)->pdata[topic];
  const char *name = talks_panel_text (self->panel, record->name);

  talks_compare_row_set_title (row, name);
  for (guint party = 0; party < parties->len; party++)
    for (TalksComparisonSide side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
      {
        GtkWidget *cell = talks_compare_row_get_cell (row, 2 * party + side);

        talks_compare_fill_position (TALKS_COMPARE_CELL (cell), self->panel, self->comparison, side, topic,
                                     party);
        toggle_lit (self, cell, party);
      }
  update_history (self, topic);
}

typedef void (*FillPeople) (TalksCompareCell      *cell,
                            TalksPanel            *panel,
                            const TalksComparison *comparison,
                            TalksComparisonSide    side,
                            guint                  party);

static void
update_people_row (TalksCompareSheet *self,
                   GtkWidget         *row,
                   FillPeople         fill)
{
  guint n_parties = talks_comparison_get_parties (self->comparison)->len;

  for (guint party = 0; party < n_parties; party++)
    for (TalksComparisonSide side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
      {
        GtkWidget *cell = talks_compare_row_get_cell (TALKS_COMPARE_ROW (row), 2 * party + side);

        fill (TALKS_COMPARE_CELL (cell), self->panel, self->comparison, side, party);
        toggle_lit (self, cell, party);
      }
}

static void
update_members (TalksCompareSheet *self)
{
  gboolean open = talks_compare_row_get_open (TALKS_COMPARE_ROW (self->people_row));

  if (open)
    update_people_row (self, self->members_row, talks_compare_fill_members);
  gtk_widget_set_visible (self->members_row, open);
}

static void
update_people (TalksCompareSheet *self)
{
  update_people_row (self, self->people_row, talks_compare_fill_heads);
  talks_compare_row_show_toggle (TALKS_COMPARE_ROW (self->people_row), _ ("Members"),
                                 _ ("Members of the delegations"), TRUE);
  update_members (self);
  for (TalksComparisonSide side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    talks_compare_fill_hosts (TALKS_COMPARE_CELL (talks_compare_row_get_cell (TALKS_COMPARE_ROW (self->hosts_row),
                                                                              side)),
                              self->panel, self->comparison, side);
}

void
talks_compare_sheet_update (TalksCompareSheet *self)
{
  g_return_if_fail (self != NULL);

  if (self->people_row == NULL)
    return;
  update_people (self);
  for (guint topic = 0; topic < self->topic_rows->len; topic++)
    update_topic (self, topic);
}

/* ---- building the rows ---- */

static void
on_toggled (GtkWidget         *row,
            TalksCompareSheet *self)
{
  guint topic;

  if (row == self->people_row)
    update_members (self);
  else if (g_ptr_array_find (self->topic_rows, row, &topic))
    update_history (self, topic);
}

/* band: every second row has another background. */
static GtkWidget *
append_row (TalksCompareSheet *self,
            const char        *title,
            gboolean           band)
{
  GtkWidget *row = talks_compare_row_new (talks_compare_table_get_scroll (self->table));

  talks_compare_row_set_title (TALKS_COMPARE_ROW (row), title);
  g_signal_connect (row, "toggled", G_CALLBACK (on_toggled), self);
  talks_block_toggle (row, "band", band);
  gtk_box_append (talks_compare_table_get_rows (self->table), row);
  return row;
}

/* With cells for A and B of each party. */
static GtkWidget *
append_party_row (TalksCompareSheet *self,
                  const char        *title,
                  gboolean           band)
{
  GtkWidget *row = append_row (self, title, band);
  guint n_parties = talks_comparison_get_parties (self->comparison)->len;

  for (guint i = 0; i < n_parties; i++)
    {
      talks_compare_row_append (TALKS_COMPARE_ROW (row), talks_compare_cell_new (FALSE), 1);
      talks_compare_row_append (TALKS_COMPARE_ROW (row), talks_compare_cell_new (TRUE), 1);
    }
  return row;
}

/* Those who led the meeting are of no side: their cells have no columns of a party, but room for two
 * of them. */
static GtkWidget *
append_hosts_row (TalksCompareSheet *self)
{
  GtkWidget *row = append_row (self, _ ("Chair, mediators, hosts"), FALSE);
  guint n_parties = talks_comparison_get_parties (self->comparison)->len;

  for (int side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    talks_compare_row_append (TALKS_COMPARE_ROW (row), talks_compare_cell_new (FALSE), MIN (n_parties, 2));
  talks_compare_row_set_n_columns (TALKS_COMPARE_ROW (row), 2 * n_parties);
  gtk_widget_add_css_class (row, "people");
  return row;
}

/* Says what the marks mean, and what they do not. */
static void
append_note (TalksCompareSheet *self)
{
  GtkWidget *note;

  note = talks_block_text (_ ("A position stands until the party states another one on the same topic. An arrow, the "
                              "party’s mark and the word “changed” stand where the position on B is not the one on A, "
                              "“new” where none was stated by A; how much it differs is for the reader to judge. "
                              "“None stated” means that this document has no statement by that day. Nothing is told "
                              "by colour alone."),
                           "talks-compare-note");
  gtk_label_set_max_width_chars (GTK_LABEL (note), 120);
  gtk_widget_set_halign (note, GTK_ALIGN_START);
  gtk_box_append (talks_compare_table_get_rows (self->table), note);
}

static void
append_left_out (TalksCompareSheet *self)
{
  guint n = talks_comparison_get_n_left_out (self->comparison);
  g_autofree char *words = g_strdup_printf (ngettext ("%u more topic is not in this table.",
                                                      "%u more topics are not in this table.", n), n);

  if (n > 0)
    gtk_box_append (talks_compare_table_get_rows (self->table), talks_block_text (words, "talks-compare-note"));
}

static void
build_rows (TalksCompareSheet *self)
{
  GPtrArray *topics = talks_comparison_get_topics (self->comparison);

  self->people_row = append_party_row (self, _ ("Delegations"), TRUE);
  self->members_row = append_party_row (self, _ ("Members"), TRUE);
  gtk_widget_add_css_class (self->members_row, "people");
  gtk_widget_set_visible (self->members_row, FALSE);
  self->hosts_row = append_hosts_row (self);
  for (guint i = 0; i < topics->len; i++)
    g_ptr_array_add (self->topic_rows,
                     append_party_row (self, talks_panel_text (self->panel, ((TalksTopic *) topics->pdata[i])->name),
                                       i % 2 == 0));
  append_left_out (self);
  append_note (self);
}

static void
clear_rows (TalksCompareSheet *self)
{
  talks_compare_table_set_header (self->table, NULL);
  talks_block_clear (GTK_WIDGET (talks_compare_table_get_rows (self->table)));
  g_ptr_array_set_size (self->topic_rows, 0);
  self->people_row = NULL;
  self->members_row = NULL;
  self->hosts_row = NULL;
}

/* ---- the header ---- */

static GtkWidget *
date_label_new (TalksComparisonSide  side,
                const char          *date)
{
  g_autofree char *text = g_strdup_printf (_ ("%1$s · %2$s"), talks_compare_get_letter (side), date);

  return talks_block_text (text, "talks-compare-date");
}

/* The party over its first column, the dates over both. */
static void
append_party (TalksCompareSheet  *self,
              TalksCompareRow    *header,
              const TalksParty   *party,
              const char * const *dates)
{
  GtkWidget *first = talks_block_column (4, "talks-compare-column");
  GtkWidget *second = talks_line_new (0, NULL);
  GtkWidget *name = talks_line_new (6, NULL);
  GtkWidget *mark = talks_mark_view_new (MARK_SIZE);
  GtkWidget *label = talks_block_text (NULL, "talks-compare-party");
  GtkWidget *date;

  talks_mark_view_show (TALKS_MARK_VIEW (mark), party, TALKS_MARK_FILLED, talks_panel_get_palette (self->panel));
  talks_block_color (GTK_LABEL (label), talks_panel_party_color (self->panel, party));
  talks_block_show_name (GTK_LABEL (label), talks_panel_text (self->panel, party->short_name));
  /* The header stays in sight: it may not take the room of the rows. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), HEADER_LINES);
  talks_show_tooltip (label, talks_panel_text (self->panel, party->name));
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  talks_line_append (TALKS_LINE (name), mark);
  talks_line_append (TALKS_LINE (name), label);
  gtk_box_append (GTK_BOX (first), name);
  gtk_box_append (GTK_BOX (first), date_label_new (TALKS_COMPARISON_A, dates[TALKS_COMPARISON_A]));
  talks_line_append (TALKS_LINE (second), talks_compare_arrow_new ());
  date = date_label_new (TALKS_COMPARISON_B, dates[TALKS_COMPARISON_B]);
  gtk_widget_set_valign (date, GTK_ALIGN_END);
  talks_line_append (TALKS_LINE (second), date);
  gtk_widget_add_css_class (second, "talks-compare-column");
  gtk_widget_set_valign (first, GTK_ALIGN_END);
  gtk_widget_set_valign (second, GTK_ALIGN_END);
  talks_compare_row_append (header, first, 1);
  talks_compare_row_append (header, second, 1);
}

static void
build_header (TalksCompareSheet  *self,
              const char * const *dates)
{
  GPtrArray *parties = talks_comparison_get_parties (self->comparison);
  GtkWidget *header = talks_compare_row_new (talks_compare_table_get_scroll (self->table));

  talks_compare_row_set_title (TALKS_COMPARE_ROW (header), _ ("Topic"));
  talks_compare_row_make_header (TALKS_COMPARE_ROW (header));
  for (guint i = 0; i < parties->len; i++)
    append_party (self, TALKS_COMPARE_ROW (header), parties->pdata[i], dates);
  talks_compare_table_set_header (self->table, header);
}

/* ---- what is open ---- */

static const char *
get_topic_id (TalksCompareSheet *self,
              guint              topic)
{
  return ((TalksRecord *) talks_comparison_get_topics (self->comparison)->pdata[topic])->id;
}

/* Ids of the topics whose rows are open. */
static GHashTable *
list_open (TalksCompareSheet *self)
{
  GHashTable *open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->topic_rows->len; i++)
    if (talks_compare_row_get_open (self->topic_rows->pdata[i]))
      g_hash_table_add (open, g_strdup (get_topic_id (self, i)));
  return open;
}

static void
restore_open (TalksCompareSheet *self,
              GHashTable        *open,
              gboolean           members)
{
  talks_compare_row_set_open (TALKS_COMPARE_ROW (self->people_row), members);
  for (guint i = 0; i < self->topic_rows->len; i++)
    talks_compare_row_set_open (self->topic_rows->pdata[i],
                                g_hash_table_contains (open, get_topic_id (self, i)));
}

/* ---- the whole ---- */

static void
append_ids (GString   *shape,
            GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (shape, "%s\n", ((TalksRecord *) records->pdata[i])->id);
  g_string_append_c (shape, '\n');
}

static char *
describe_shape (const TalksComparison *comparison)
{
  GString *shape = g_string_new (NULL);

  append_ids (shape, talks_comparison_get_topics (comparison));
  append_ids (shape, talks_comparison_get_parties (comparison));
  return g_string_free (shape, FALSE);
}


TalksCompareSheet *
talks_compare_sheet_new (TalksPanel        *panel,
                         TalksCompareTable *table)
{
  TalksCompareSheet *self = g_new0 (TalksCompareSheet, 1);

  self->panel = panel;
  self->table = table;
  self->topic_rows = g_ptr_array_new ();
  return self;
}

void
talks_compare_sheet_free (TalksCompareSheet *self)
{
  if (self == NULL)
    return;
  clear_rows (self);
  g_clear_pointer (&self->comparison, talks_comparison_free);
  g_ptr_array_unref (self->topic_rows);
  g_free (self->shape);
  g_free (self);
}

void
talks_compare_sheet_show (TalksCompareSheet  *self,
                          TalksComparison    *comparison,
                          const char * const  dates[TALKS_COMPARISON_N_SIDES])
{
  g_autofree char *shape = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (comparison != NULL && dates != NULL);

  shape = describe_shape (comparison);
  if (g_strcmp0 (shape, self->shape) == 0)
    {
      talks_comparison_free (self->comparison);
      self->comparison = comparison;
    }
  else
    {
      g_autoptr (GHashTable) open = list_open (self);
      gboolean members = self->people_row != NULL
                         && talks_compare_row_get_open (TALKS_COMPARE_ROW (self->people_row));

      clear_rows (self);
      g_clear_pointer (&self->comparison, talks_comparison_free);
      self->comparison = comparison;
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
      if (talks_comparison_get_topics (comparison)->len > 0 && talks_comparison_get_parties (comparison)->len > 0)
        {
          build_rows (self);
          restore_open (self, open, members);
        }
    }
  if (self->people_row != NULL)
    build_header (self, dates);
  talks_compare_sheet_update (self);
}

const TalksComparison *
talks_compare_sheet_get (TalksCompareSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->comparison;
}
