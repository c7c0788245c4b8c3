/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-position-row.h"

#include <glib/gi18n-lib.h>

#include "talks-annotations.h"
#include "talks-blocks.h"
#include "talks-disclosure.h"
#include "talks-line.h"
#include "talks-link-row.h"
#include "talks-mark-view.h"
#include "talks-parts.h"
#include "talks-place.h"
#include "talks-position-card.h"
#include "talks-query.h"
#include "talks-show.h"
#include "talks-state.h"
#include "talks-words.h"

#define MARK_SIZE 11.0
#define NOT_SHOWN (-2)
#define MAX_LABELS 20 /* of positions of one day, in the head of the row */

struct _TalksPositionRow
{
  GtkWidget   parent_instance;
  TalksParty *party;
  TalksTopic *topic;
  GPtrArray  *positions;   /* of TalksPosition, references; by date */
  int         standing;    /* index of the last that stands; −1: none by then; NOT_SHOWN at first */
  GtkWidget  *disclosure;
  GtkWidget  *mark;
  GtkWidget  *party_label;
  GtkWidget  *position_label;
  GtkWidget  *when_label;
  char       *words;       /* folded, of what stands */
  char       *key;         /* of its place */
};

G_DEFINE_FINAL_TYPE (TalksPositionRow, talks_position_row, GTK_TYPE_WIDGET)

static TalksPosition *
get_position (TalksPositionRow *self,
              int               i)
{
  return self->positions->pdata[i];
}

/* The first of those that were stated the same day as the last, and stand beside it. */
static int
get_first_standing (TalksPositionRow *self)
{
  TalksDay day = talks_date_get_earliest (get_position (self, self->standing)->date);
  int first = self->standing;

  while (first > 0 && talks_date_get_earliest (get_position (self, first - 1)->date) == day)
    first--;
  return first;
}

/* ---- the body ---- */

static void
append_standing (GtkBox        *body,
                 TalksPanel    *panel,
                 TalksPosition *position,
                 gboolean       with_label)
{
  const char *lang = talks_panel_get_language (panel);
  g_autofree char *speaker = talks_position_get_speaker (panel, position);
  GtkWidget *link;
  GtkWidget *label;

  if (with_label)
    gtk_box_append (body, talks_block_text (talks_words_position_label (position, lang),
                                            "talks-position-label"));
  talks_position_append_words (body, panel, position);
  gtk_box_append (body, talks_block_text (speaker, "talks-caption"));
  talks_position_append_evidence (body, panel, position);
  talks_annotations_append (body, panel, position->record.id);
  label = talks_block_text (_ ("Show on the timeline"), NULL);
  link = talks_link_row_new_around (&position->record, label, _ ("Show on the timeline"));
  gtk_button_set_has_frame (GTK_BUTTON (link), FALSE);
  gtk_widget_add_css_class (link, "talks-link");
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_box_append (body, link);
}

/* An earlier position: label and date, for party and topic are plain. */
static GtkWidget *
earlier_row_new (TalksPanel    *panel,
                 TalksPosition *position)
{
  const char *text = talks_words_position_label (position, talks_panel_get_language (panel));
  g_autofree char *date = talks_words_date (position->date);
  g_autofree char *name = g_strdup_printf ("%s, %s", text, date);
  GtkWidget *face = talks_block_column (1, NULL);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (face), talks_block_text (text, NULL));
  gtk_box_append (GTK_BOX (face), talks_block_text (date, "talks-caption"));
  row = talks_link_row_new_around (&position->record, face, name);
  gtk_button_set_has_frame (GTK_BUTTON (row), FALSE);
  gtk_widget_add_css_class (row, "talks-row");
  return row;
}

/* Both count from the latest back. The body is filled anew when what stands is another one. */
static void
append_all_standing (GtkBox   *box,
                     guint     first,
                     guint     end,
                     gpointer  data)
{
  TalksPositionRow *self = data;
  gboolean several = get_first_standing (self) < self->standing;

  for (guint i = first; i < end; i++)
    append_standing (box, talks_panel_find (GTK_WIDGET (self)), get_position (self, self->standing - (int) i), several);
}

static void
append_earlier (GtkBox   *box,
                guint     first,
                guint     end,
                gpointer  data)
{
  TalksPositionRow *self = data;

  for (guint i = first; i < end; i++)
    gtk_box_append (box, earlier_row_new (talks_panel_find (GTK_WIDGET (self)),
                                          get_position (self, get_first_standing (self) - 1 - (int) i)));
}

static void
on_fill (TalksDisclosure  *disclosure,
         GtkBox           *body,
         TalksPositionRow *self)
{
  int first;

  if (self->standing < 0)
    return;
  first = get_first_standing (self);
  talks_parts_append (body, (guint) (self->standing - first + 1), append_all_standing, self, NULL);
  if (first > 0)
    {
      gtk_box_append (body, talks_block_heading (_ ("Stated before")));
      talks_parts_append (body, (guint) first, append_earlier, self, NULL);
    }
  talks_place_mark_parts (GTK_WIDGET (body), self->key);
}

/* ---- making ---- */

static void
talks_position_row_dispose (GObject *object)
{
  TalksPositionRow *self = TALKS_POSITION_ROW (object);

  g_clear_pointer (&self->disclosure, gtk_widget_unparent);
  g_clear_pointer (&self->party, talks_record_unref);
  g_clear_pointer (&self->topic, talks_record_unref);
  g_clear_pointer (&self->positions, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (talks_position_row_parent_class)->dispose (object);
}

static void
talks_position_row_class_init (TalksPositionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_position_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_position_row_init (TalksPositionRow *self)
{
  GtkWidget *head = talks_line_new (8, NULL);
  GtkWidget *texts = talks_block_column (1, NULL);

  self->standing = NOT_SHOWN;
  self->positions = g_ptr_array_new_with_free_func (talks_record_unref);
  self->mark = talks_mark_view_new (MARK_SIZE);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  talks_line_append (TALKS_LINE (head), self->mark);
  gtk_widget_set_hexpand (texts, TRUE);
  talks_line_append (TALKS_LINE (head), texts);
  self->party_label = talks_block_text (NULL, "talks-party");
  gtk_box_append (GTK_BOX (texts), self->party_label);
  self->position_label = talks_block_text (NULL, NULL);
  gtk_box_append (GTK_BOX (texts), self->position_label);
  self->when_label = talks_block_text (NULL, "talks-caption");
  gtk_box_append (GTK_BOX (texts), self->when_label);

  self->disclosure = talks_disclosure_new (head, "");
  g_signal_connect (self->disclosure, "fill", G_CALLBACK (on_fill), self);
  gtk_widget_set_parent (self->disclosure, GTK_WIDGET (self));
}

GtkWidget *
talks_position_row_new (TalksPanel *panel,
                        TalksParty *party,
                        TalksTopic *topic)
{
  TalksPositionRow *self = g_object_new (TALKS_TYPE_POSITION_ROW, NULL);
  GPtrArray *positions;

  g_return_val_if_fail (party != NULL && topic != NULL, GTK_WIDGET (self));

  self->party = talks_record_ref (party);
  self->topic = talks_record_ref (topic);
  self->key = g_strdup_printf ("%s/%s", topic->record.id, party->record.id);
  talks_place_mark (GTK_WIDGET (self), self->key);
  positions = talks_document_get_positions (talks_panel_get_document (panel), party->record.id,
                                            topic->record.id);
  for (guint i = 0; positions != NULL && i < positions->len; i++)
    g_ptr_array_add (self->positions, talks_record_ref (positions->pdata[i]));
  return GTK_WIDGET (self);
}

/* ---- showing ---- */

static void
show_none (TalksPositionRow *self)
{
  talks_show_text (GTK_LABEL (self->position_label), _ ("No position stated by then"));
  /* The name of the row is read from both labels. */
  talks_show_text (GTK_LABEL (self->when_label), "");
  gtk_widget_set_visible (self->when_label, FALSE);
}

static void
show_standing (TalksPositionRow *self,
               TalksPanel       *panel)
{
  const char *lang = talks_panel_get_language (panel);
  int first = MAX (get_first_standing (self), self->standing - MAX_LABELS + 1);
  TalksPosition *last = get_position (self, self->standing);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *date = talks_words_date (last->date);
  g_autofree char *sources = talks_words_n_sources (g_strv_length (last->sources));
  /* Translators: since when a position stands, and how many sources say so. */
  g_autofree char *when = g_strdup_printf (_ ("since %1$s · %2$s"), date, sources);

  for (int i = self->standing; i >= first; i--)
    g_string_append_printf (labels, "%s%s", labels->len > 0 ? "\n" : "",
                            talks_words_position_label (get_position (self, i), lang));
  talks_show_text (GTK_LABEL (self->position_label), labels->str);
  talks_block_show (GTK_LABEL (self->when_label), when);
}

/* The words that a filter looks at. */
static void
fold_words (TalksPositionRow *self,
            TalksPanel       *panel)
{
  g_autoptr (GString) text = g_string_new (talks_panel_text (panel, self->party->name));

  g_string_append_printf (text, " %s %s ", talks_panel_text (panel, self->party->short_name),
                          talks_panel_text (panel, self->topic->name));
  if (self->standing >= 0)
    {
      TalksPosition *position = get_position (self, self->standing);

      g_string_append_printf (text, "%s %s", gtk_label_get_text (GTK_LABEL (self->position_label)),
                              talks_panel_text (panel, position->stance));
    }
  g_free (self->words);
  self->words = talks_query_fold (text->str);
}

static void
show_state (TalksPositionRow *self,
            TalksPanel       *panel)
{
  const char *name = talks_panel_text (panel, self->party->short_name);
  g_autofree char *label = NULL;

  if (self->standing < 0)
    show_none (self);
  else
    show_standing (self, panel);
  fold_words (self, panel);
  label = g_strdup_printf (self->standing < 0 ? "%s, %s: %s%s" : "%s, %s: %s. %s",
                           talks_panel_text (panel, self->topic->name), name,
                           gtk_label_get_text (GTK_LABEL (self->position_label)),
                           gtk_label_get_text (GTK_LABEL (self->when_label)));
  talks_disclosure_set_name (TALKS_DISCLOSURE (self->disclosure), label);
  talks_block_toggle (GTK_WIDGET (self), "talks-none", self->standing < 0);
  if (self->standing < 0)
    talks_disclosure_set_open (TALKS_DISCLOSURE (self->disclosure), FALSE);
  gtk_widget_set_sensitive (self->disclosure, self->standing >= 0);
  talks_disclosure_refill (TALKS_DISCLOSURE (self->disclosure));
}

gboolean
talks_position_row_update (TalksPositionRow *self,
                           TalksPanel       *panel,
                           const char       *query)
{
  TalksSession *session;
  gboolean visible;
  int standing;

  g_return_val_if_fail (TALKS_IS_POSITION_ROW (self), FALSE);
  g_return_val_if_fail (TALKS_IS_PANEL (panel), FALSE);

  session = talks_panel_get_session (panel);
  standing = talks_positions_find_at (self->positions, talks_session_get_as_of (session));
  if (self->standing == NOT_SHOWN)
    {
      talks_show_text (GTK_LABEL (self->party_label),
                       talks_panel_text (panel, self->party->short_name));
      talks_block_color (GTK_LABEL (self->party_label),
                         talks_panel_party_color (panel, self->party));
      talks_mark_view_show (TALKS_MARK_VIEW (self->mark), self->party, TALKS_MARK_FILLED,
                            talks_panel_get_palette (panel));
    }
  if (standing != self->standing)
    {
      self->standing = standing;
      show_state (self, panel);
    }
  talks_block_toggle (GTK_WIDGET (self), "talks-unlit",
                      !talks_session_is_lit (session, standing >= 0
                                                        ? &get_position (self, standing)->record
                                                        : &self->party->record));
  visible = (standing >= 0 || talks_side_is_principal (self->party->side))
            && (query == NULL || talks_query_match (query, self->words));
  gtk_widget_set_visible (GTK_WIDGET (self), visible);
  return visible;
}

gboolean
talks_position_row_holds (TalksPositionRow *self,
                          TalksPanel       *panel,
                          const char       *id)
{
  TalksPosition *position;

  g_return_val_if_fail (TALKS_IS_POSITION_ROW (self), FALSE);
  g_return_val_if_fail (TALKS_IS_PANEL (panel), FALSE);

  position = talks_document_lookup_kind (talks_panel_get_document (panel), TALKS_RECORD_POSITION,
                                         id);
  return position != NULL && g_strcmp0 (position->party, self->party->record.id) == 0
         && g_strcmp0 (position->topic, self->topic->record.id) == 0;
}

void
talks_position_row_set_open (TalksPositionRow *self,
                             gboolean          open)
{
  g_return_if_fail (TALKS_IS_POSITION_ROW (self));

  if (self->standing >= 0)
    talks_disclosure_set_open (TALKS_DISCLOSURE (self->disclosure), open);
}
