/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-event-sections.h"

#include <glib/gi18n-lib.h>

#include "talks-annotations.h"
#include "talks-attendance-list.h"
#include "talks-blocks.h"
#include "talks-columns.h"
#include "talks-line.h"
#include "talks-link-row.h"
#include "talks-parts.h"
#include "talks-position-card.h"
#include "talks-source-row.h"
#include "talks-words.h"

#define ACCOUNT_WIDTH 200 /* pixels that an account needs beside another */

/* A text to be read, with the passages marked that annotations on the record called id, which may be NULL,
 * quote. */
static GtkWidget *
reading_new (TalksPanel *panel,
             const char *id,
             const char *text)
{
  GtkWidget *label = talks_block_reading (text, NULL);

  if (id != NULL)
    talks_annotations_mark (GTK_LABEL (label), panel, id);
  return label;
}

/* A text under a heading. id, that of the record whose text it is, may be NULL. */
static void
append_text (GtkBox     *box,
             TalksPanel *panel,
             const char *id,
             const char *heading,
             const char *text)
{
  if (*text == '\0')
    return;
  if (heading != NULL)
    gtk_box_append (box, talks_block_heading (heading));
  gtk_box_append (box, reading_new (panel, id, text));
}

/* What the parts of a long section need. */
typedef struct
{
  TalksPanel *panel;    /* borrowed: the section lives in it */
  TalksEvent *event;    /* NULL: not needed */
  GPtrArray  *records;  /* of TalksRecord; NULL: not needed */
  GPtrArray  *words;    /* of char *, one for each of records; NULL: not needed */
  char       *selected; /* id of a record, or NULL */
} Section;

static Section *
section_new (TalksPanel *panel,
             TalksEvent *event,
             GPtrArray  *records)
{
  Section *section = g_new0 (Section, 1);

  section->panel = panel;
  section->event = event != NULL ? talks_record_ref (event) : NULL;
  section->records = g_ptr_array_new_with_free_func (talks_record_unref);
  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (section->records, talks_record_ref (records->pdata[i]));
  return section;
}

static void
section_free (gpointer data)
{
  Section *section = data;

  g_clear_pointer (&section->event, talks_record_unref);
  g_ptr_array_unref (section->records);
  g_clear_pointer (&section->words, g_ptr_array_unref);
  g_free (section->selected);
  g_free (section);
}

static void
append_cards (GtkBox   *box,
              guint     first,
              guint     end,
              gpointer  data)
{
  Section *section = data;

  for (guint i = first; i < end; i++)
    {
      TalksPosition *position = section->records->pdata[i];
      gboolean open = g_strcmp0 (section->selected, position->record.id) == 0;

      gtk_box_append (box, talks_position_card_new (section->panel, position, open));
    }
}

static void
append_stated (GtkBox     *box,
               TalksPanel *panel,
               TalksEvent *event,
               const char *selected)
{
  GPtrArray *positions = talks_document_get_positions_at (talks_panel_get_document (panel),
                                                          event->record.id);
  Section *section;

  if (positions == NULL)
    return;
  gtk_box_append (box, talks_block_heading (_ ("Stated here")));
  section = section_new (panel, NULL, positions);
  section->selected = g_strdup (selected);
  talks_parts_append (box, positions->len, append_cards, section, section_free);
}

static GtkWidget *
account_box_new (TalksPanel         *panel,
                 const TalksEvent   *event,
                 const TalksAccount *account)
{
  GtkWidget *box = talks_block_column (4, "talks-box");

  if (account->date != NULL)
    {
      g_autofree char *date = talks_words_date (account->date);

      gtk_box_append (GTK_BOX (box), talks_block_text (date, "talks-caption"));
    }
  gtk_box_append (GTK_BOX (box), reading_new (panel, event->record.id, talks_panel_text (panel, account->claim)));
  talks_source_row_append_all (GTK_BOX (box), panel, (const char * const *) account->sources);
  return box;
}

/* Side by side where there is room, else below each other; never as one. */
static void
append_account_boxes (GtkBox   *box,
                      guint     first,
                      guint     end,
                      gpointer  data)
{
  Section *section = data;
  GtkWidget *columns = talks_columns_new (ACCOUNT_WIDTH, 8);

  for (guint i = first; i < end; i++)
    talks_columns_append (TALKS_COLUMNS (columns),
                          account_box_new (section->panel, section->event, section->event->accounts->pdata[i]));
  gtk_box_append (box, columns);
}

static void
append_accounts (GtkBox     *box,
                 TalksPanel *panel,
                 TalksEvent *event)
{
  if (event->accounts->len == 0)
    return;
  gtk_box_append (box, talks_block_heading (event->accounts->len > 1 ? _ ("Accounts differ")
                                                                     : _ ("Account")));
  talks_parts_append (box, event->accounts->len, append_account_boxes, section_new (panel, event, NULL),
                      section_free);
}

static void
append_related_rows (GtkBox   *box,
                     guint     first,
                     guint     end,
                     gpointer  data)
{
  Section *section = data;

  for (guint i = first; i < end; i++)
    gtk_box_append (box, talks_link_row_new (section->panel, section->records->pdata[i],
                                             section->words->pdata[i]));
}

static void
add_relation (Section             *section,
              TalksRecord         *other,
              const TalksRelation *relation,
              gboolean             inverse)
{
  if (other == NULL)
    return;
  g_ptr_array_add (section->records, talks_record_ref (other));
  g_ptr_array_add (section->words, talks_words_relation (relation->relation, inverse));
}

static void
append_related (GtkBox     *box,
                TalksPanel *panel,
                TalksEvent *event)
{
  TalksDocument *document = talks_panel_get_document (panel);
  GPtrArray *inverse = talks_document_get_related_to (document, event->record.id);
  Section *section = section_new (panel, NULL, NULL);
  GtkWidget *list;

  section->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < event->related->len; i++)
    {
      const TalksRelation *relation = event->related->pdata[i];

      add_relation (section, talks_document_lookup_kind (document, TALKS_RECORD_EVENT, relation->event),
                    relation, FALSE);
    }
  for (guint i = 0; inverse != NULL && i < inverse->len; i++)
    {
      TalksEvent *other = inverse->pdata[i];

      for (guint k = 0; k < other->related->len; k++)
        {
          const TalksRelation *relation = other->related->pdata[k];

          if (g_strcmp0 (relation->event, event->record.id) == 0)
            add_relation (section, &other->record, relation, TRUE);
        }
    }
  if (section->records->len == 0)
    {
      section_free (section);
      return;
    }
  gtk_box_append (box, talks_block_heading (_ ("Related events")));
  list = talks_block_column (2, NULL);
  talks_parts_append (GTK_BOX (list), section->records->len, append_related_rows, section, section_free);
  gtk_box_append (box, list);
}

static void
append_sources (GtkBox             *box,
                TalksPanel         *panel,
                const char         *certainty,
                const char * const *ids)
{
  guint n = g_strv_length ((char **) ids);
  GtkWidget *line = talks_line_new (8, NULL);
  GtkWidget *heading = talks_block_heading (_ ("Sources"));
  GString *summary = g_string_new (NULL);
  g_autofree char *count = n > 0 ? talks_words_n_sources (n) : g_strdup (_ ("no source named"));

  if (certainty != NULL)
    g_string_append_printf (summary, _ ("certainty: %s"), certainty);
  talks_words_join (summary, count);
  gtk_widget_set_hexpand (heading, TRUE);
  talks_line_append (TALKS_LINE (line), heading);
  talks_line_append (TALKS_LINE (line), talks_block_text (summary->str, "talks-caption"));
  gtk_box_append (box, line);
  talks_source_row_append_all (box, panel, ids);
  g_string_free (summary, TRUE);
}

void
talks_event_sections_append (GtkBox     *box,
                             TalksPanel *panel,
                             TalksEvent *event,
                             const char *selected)
{
  GtkWidget *attendance;
  g_autofree char *certainty = NULL;

  append_text (box, panel, event->record.id, NULL, talks_panel_text (panel, event->summary));
  append_text (box, panel, event->record.id, _ ("Outcome"), talks_panel_text (panel, event->outcome));
  append_stated (box, panel, event, selected);
  attendance = talks_attendance_list_new (panel, event);
  if (attendance != NULL)
    {
      gtk_box_append (box, talks_block_heading (_ ("Attendance")));
      gtk_box_append (box, attendance);
    }
  append_accounts (box, panel, event);
  append_related (box, panel, event);
  append_text (box, panel, event->record.id, _ ("Note"), talks_panel_text (panel, event->note));
  talks_annotations_append (box, panel, event->record.id);
  certainty = g_utf8_strdown (talks_words_certainty (event->certainty), -1);
  append_sources (box, panel, certainty, (const char * const *) event->sources);
}

void
talks_event_sections_position (GtkBox        *box,
                               TalksPanel    *panel,
                               TalksPosition *position)
{
  gtk_box_append (box, talks_position_card_new (panel, position, TRUE));
}

void
talks_event_sections_source (GtkBox      *box,
                             TalksPanel  *panel,
                             TalksSource *source)
{
  GPtrArray *citing = talks_document_get_citing (talks_panel_get_document (panel),
                                                 source->record.id);
  GtkWidget *row = talks_source_row_new ();

  talks_source_row_show (TALKS_SOURCE_ROW (row), panel, source, 0, FALSE);
  gtk_box_append (box, row);
  if (source->note != NULL)
    append_text (box, panel, source->record.id, _ ("Note"), source->note);
  talks_annotations_append (box, panel, source->record.id);
  gtk_box_append (box, talks_block_heading (_ ("Cited by")));
  if (citing == NULL)
    gtk_box_append (box, talks_block_text (_ ("No record cites this source."), "talks-caption"));
  talks_link_row_append_all (box, panel, citing);
}

/* "156 events · 104 participants · …". Free with g_free(). */
static char *
count_words (TalksDocument *document)
{
  guint n_events = talks_document_count (document, TALKS_RECORD_EVENT);
  guint n_participants = talks_document_count (document, TALKS_RECORD_PARTICIPANT);
  guint n_positions = talks_document_count (document, TALKS_RECORD_POSITION);
  GString *line = g_string_new (NULL);
  g_autofree char *participants = NULL;
  g_autofree char *positions = NULL;
  g_autofree char *sources = NULL;

  g_string_printf (line, ngettext ("%u event", "%u events", n_events), n_events);
  participants = g_strdup_printf (ngettext ("%u participant", "%u participants", n_participants),
                                  n_participants);
  positions = g_strdup_printf (ngettext ("%u position", "%u positions", n_positions), n_positions);
  sources = talks_words_n_sources (talks_document_count (document, TALKS_RECORD_SOURCE));
  talks_words_join (line, participants);
  talks_words_join (line, positions);
  talks_words_join (line, sources);
  return g_string_free (line, FALSE);
}

/* Of what the document says of itself: the record with the id "". */
static void
append_edit_button (GtkBox *box)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Edit T_itle and Description…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "editor.edit");
  gtk_box_append (box, button);
}

void
talks_event_sections_document (GtkBox     *box,
                               TalksPanel *panel)
{
  TalksDocument *document = talks_panel_get_document (panel);
  g_autofree char *counts = count_words (document);

  gtk_box_append (box, talks_block_text (counts, "talks-caption"));
  append_text (box, panel, NULL, NULL, talks_panel_text (panel, talks_document_get_description (document)));
  if (talks_document_get_license (document) != NULL)
    {
      g_autofree char *license = g_strdup_printf (_ ("Licence: %s"), talks_document_get_license (document));

      gtk_box_append (box, talks_block_text (license, "talks-caption"));
    }
  append_edit_button (box);
  gtk_box_append (box, talks_block_text (talks_document_count (document, TALKS_RECORD_EVENT) > 0
                                           ? _ ("Select an event on the timeline to read about it "
                                                "here: who was there, what came of it, and who "
                                                "says so.")
                                           : _ ("This timeline has no events yet."),
                                         "talks-hint"));
}
