/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-record-row.h"

#include "talks-blocks.h"
#include "talks-line.h"
#include "talks-mark-view.h"
#include "talks-show.h"
#include "talks-words.h"

#define MARK_SIZE 10.0

struct _TalksRecordRow
{
  GtkWidget    parent_instance;
  GtkWidget   *heading_label;
  GtkWidget   *mark;
  GtkWidget   *title_label;
  GtkWidget   *caption_label;
  GtkWidget   *excerpt_label;
  TalksRecord *record;
  char        *note;
  char        *name;
};

G_DEFINE_FINAL_TYPE (TalksRecordRow, talks_record_row, GTK_TYPE_WIDGET)

static void
talks_record_row_dispose (GObject *object)
{
  TalksRecordRow *self = TALKS_RECORD_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->record, talks_record_unref);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (talks_record_row_parent_class)->dispose (object);
}

static void
talks_record_row_class_init (TalksRecordRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_record_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_record_row_init (TalksRecordRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *row = talks_line_new (8, NULL);
  GtkWidget *texts = talks_block_column (1, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->heading_label = talks_block_text (NULL, "talks-list-heading");
  gtk_widget_set_parent (self->heading_label, GTK_WIDGET (self));
  gtk_widget_set_parent (row, GTK_WIDGET (self));

  self->mark = talks_mark_view_new (MARK_SIZE);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_START);
  talks_line_append (TALKS_LINE (row), self->mark);
  gtk_widget_set_hexpand (texts, TRUE);
  talks_line_append (TALKS_LINE (row), texts);

  self->title_label = talks_block_text (NULL, NULL);
  gtk_box_append (GTK_BOX (texts), self->title_label);
  self->caption_label = talks_block_text (NULL, "talks-caption");
  gtk_box_append (GTK_BOX (texts), self->caption_label);
  self->excerpt_label = talks_block_text (NULL, "talks-excerpt");
  gtk_box_append (GTK_BOX (texts), self->excerpt_label);
}

GtkWidget *
talks_record_row_new (void)
{
  return g_object_new (TALKS_TYPE_RECORD_ROW, NULL);
}

static TalksParty *
get_party (TalksPanel        *panel,
           const TalksRecord *record)
{
  switch ((int) record->kind)
    {
    case TALKS_RECORD_EVENT:
      return talks_document_get_event_party (talks_panel_get_document (panel),
                                             (const TalksEvent *) record);
    case TALKS_RECORD_POSITION:
      return talks_panel_party (panel, ((const TalksPosition *) record)->party);
    case TALKS_RECORD_PARTICIPANT:
      return talks_panel_party (panel, ((const TalksParticipant *) record)->party);
    case TALKS_RECORD_PARTY:
      return (TalksParty *) record;
    default:
      return NULL;
    }
}

static TalksMarkLook
get_look (const TalksRecord *record)
{
  const TalksEvent *event = (const TalksEvent *) record;

  if (record->kind != TALKS_RECORD_EVENT)
    return TALKS_MARK_FILLED;
  if (event->certainty == TALKS_CERTAINTY_DISPUTED)
    return TALKS_MARK_QUERY;
  if (event->certainty == TALKS_CERTAINTY_REPORTED)
    return TALKS_MARK_HOLLOW;
  if (talks_date_get_flags (event->date) & TALKS_DATE_SOFT)
    return TALKS_MARK_SOFT;
  return TALKS_MARK_FILLED;
}

/* Events, and what parties and people stand behind, have a mark; a source has none. */
static gboolean
has_mark (const TalksRecord *record)
{
  return record->kind == TALKS_RECORD_EVENT || record->kind == TALKS_RECORD_POSITION
         || record->kind == TALKS_RECORD_PARTICIPANT || record->kind == TALKS_RECORD_PARTY;
}

static const char *
get_title (TalksPanel        *panel,
           const TalksRecord *record)
{
  const char *lang = talks_panel_get_language (panel);

  if (record->kind == TALKS_RECORD_EVENT)
    return talks_text_show (((const TalksEvent *) record)->title, lang);
  if (record->kind == TALKS_RECORD_POSITION)
    return talks_words_position_label ((const TalksPosition *) record, lang);
  if (record->kind == TALKS_RECORD_ANNOTATION)
    return ((const TalksAnnotation *) record)->body;
  return talks_record_get_title (record, lang);
}

void
talks_record_row_update (TalksRecordRow *self,
                         TalksPanel     *panel)
{
  GString *caption;
  g_autofree char *more = NULL;
  const char *title;

  g_return_if_fail (TALKS_IS_RECORD_ROW (self));
  g_return_if_fail (TALKS_IS_PANEL (panel));

  if (self->record == NULL)
    return;
  title = get_title (panel, self->record);
  more = talks_words_caption (talks_panel_get_document (panel), self->record,
                              talks_panel_get_language (panel));
  caption = g_string_new (self->note);
  talks_words_join (caption, more);
  talks_show_text (GTK_LABEL (self->title_label), title);
  talks_block_show (GTK_LABEL (self->caption_label), caption->str);
  g_free (self->name);
  self->name = caption->len > 0 ? g_strdup_printf ("%s, %s", title, caption->str)
                                : g_strdup (title);
  g_string_free (caption, TRUE);

  gtk_widget_set_visible (self->mark, has_mark (self->record));
  talks_mark_view_show (TALKS_MARK_VIEW (self->mark), get_party (panel, self->record),
                        get_look (self->record), talks_panel_get_palette (panel));
  talks_block_toggle (GTK_WIDGET (self), "talks-unlit",
                      !talks_session_is_lit (talks_panel_get_session (panel), self->record));
}

void
talks_record_row_show (TalksRecordRow *self,
                       TalksPanel     *panel,
                       TalksRecord    *record,
                       const char     *heading,
                       const char     *note,
                       const char     *excerpt)
{
  g_return_if_fail (TALKS_IS_RECORD_ROW (self));
  g_return_if_fail (record != NULL);

  talks_record_ref (record);
  g_clear_pointer (&self->record, talks_record_unref);
  self->record = record;
  g_free (self->note);
  self->note = g_strdup (note);
  talks_block_show (GTK_LABEL (self->heading_label), heading);
  talks_block_show (GTK_LABEL (self->excerpt_label), excerpt);
  talks_record_row_update (self, panel);
}

const char *
talks_record_row_get_name (TalksRecordRow *self)
{
  g_return_val_if_fail (TALKS_IS_RECORD_ROW (self), NULL);

  return self->name;
}
