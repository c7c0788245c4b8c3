/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-event-sections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-attendance-list.h"
#include "talks-blocks.h"
#include "talks-columns.h"
#include "talks-line.h"
#include "talks-link-row.h"
#include "talks-position-card.h"
#include "talks-source-row.h"
#include "talks-words.h"

#define ACCOUNT_WIDTH 200 /* pixels that an account needs beside another */

/* A text under a heading. */
static void
append_text (GtkBox     *box,
             const char *heading,
             const char *text)
{
  if (*text == '\0')
    return;
  if (heading != NULL)
    gtk_box_append (box, talks_block_heading (heading));
  gtk_box_append (box, talks_block_reading (text, NULL));
}

static void
append_stated (GtkBox     *box,
               TalksPanel *panel,
               TalksEvent *event,
               const char *selected)
{
  GPtrArray *positions = talks_document_get_positions_at (talks_panel_get_document (panel),
                                                          event->record.id);

  if (positions == NULL)
    return;
  gtk_box_append (box, talks_block_heading (_ ("Stated here")));
  for (guint i = 0; i < positions->len; i++)
    {
      TalksPosition *position = positions->pdata[i];
      gboolean open = g_strcmp0 (selected, position->record.id) == 0;

      gtk_box_append (box, talks_position_card_new (panel, position, open));
    }
}

static GtkWidget *
account_box_new (TalksPanel         *panel,
                 const TalksAccount *account)
{
  GtkWidget *box = talks_block_column (4, "talks-box");

  if (account->date != NULL)
    {
      g_autofree char *date = talks_words_date (account->date);

      gtk_box_append (GTK_BOX (box), talks_block_text (date, "talks-caption"));
    }
  gtk_box_append (GTK_BOX (box), talks_block_reading (talks_panel_text (panel, account->claim), NULL));
  talks_source_row_append_all (GTK_BOX (box), panel, (const char * const *) account->sources);
  return box;
}

/* Side by side where there is room, else below each other; never as one. */
static void
append_accounts (GtkBox     *box,
                 TalksPanel *panel,
                 TalksEvent *event)
{
  GtkWidget *columns;

  if (event->accounts->len == 0)
    return;
  gtk_box_append (box, talks_block_heading (event->accounts->len > 1 ? _ ("Accounts differ")
                                                                     : _ ("Account")));
  columns = talks_columns_new (ACCOUNT_WIDTH, 8);
  for (guint i = 0; i < event->accounts->len; i++)
    talks_columns_append (TALKS_COLUMNS (columns),
                          account_box_new (panel, event->accounts->pdata[i]));
  gtk_box_append (box, columns);
}

static void
append_related (GtkBox     *box,
                TalksPanel *panel,
                TalksEvent *event)
{
  TalksDocument *document = talks_panel_get_document (panel);
  GPtrArray *inverse = talks_document_get_related_to (document, event->record.id);
  GtkWidget *list = talks_block_column (2, NULL);

  for (guint i = 0; i < event->related->len; i++)
    {
      const TalksRelation *relation = event->related->pdata[i];
      TalksRecord *other = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, relation->event);
      g_autofree char *words = talks_words_relation (relation->relation, FALSE);

      if (other != NULL)
        gtk_box_append (GTK_BOX (list), talks_link_row_new (panel, other, words));
    }
  for (guint i = 0; inverse != NULL && i < inverse->len; i++)
    {
      TalksEvent *other = inverse->pdata[i];

      for (guint k = 0; k < other->related->len; k++)
        {
          const TalksRelation *relation = other->related->pdata[k];
          g_autofree char *words = NULL;

          if (g_strcmp0 (relation->event, event->record.id) != 0)
            continue;
          words = talks_words_relation (relation->relation, TRUE);
          gtk_box_append (GTK_BOX (list), talks_link_row_new (panel, &other->record, words));
        }
    }
  g_object_ref_sink (list);
  if (gtk_widget_get_first_child (list) != NULL)
    {
      gtk_box_append (box, talks_block_heading (_ ("Related events")));
      gtk_box_append (box, list);
    }
  g_object_unref (list);
}

static void
append_annotations (GtkBox     *box,
                    TalksPanel *panel,
                    const char *id)
{
  GPtrArray *annotations = talks_document_get_annotations_on (talks_panel_get_document (panel), id);

  for (guint i = 0; annotations != NULL && i < annotations->len; i++)
    {
      const TalksAnnotation *annotation = annotations->pdata[i];
      GtkWidget *card = talks_block_column (3, "talks-annotation");
      GString *head = g_string_new (_ ("Annotation"));
      g_autofree char *day = annotation->created != NULL
                               ? g_strndup (annotation->created,
                                            strcspn (annotation->created, "T "))
                               : NULL;
      g_autoptr (TalksDate) date = day != NULL ? talks_date_parse (day, NULL) : NULL;
      g_autofree char *words = date != NULL ? talks_words_date (date) : NULL;

      talks_words_join (head, annotation->creator);
      talks_words_join (head, words);
      gtk_box_append (GTK_BOX (card), talks_block_text (head->str, "talks-caption"));
      if (annotation->exact != NULL)
        {
          g_autofree char *quote = talks_words_quote (annotation->exact);

          gtk_box_append (GTK_BOX (card), talks_block_text (quote, "talks-caption"));
        }
      gtk_box_append (GTK_BOX (card), talks_block_reading (annotation->body, "talks-quote"));
      gtk_box_append (box, card);
      g_string_free (head, TRUE);
    }
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

  append_text (box, NULL, talks_panel_text (panel, event->summary));
  append_text (box, _ ("Outcome"), talks_panel_text (panel, event->outcome));
  append_stated (box, panel, event, selected);
  attendance = talks_attendance_list_new (panel, event);
  if (attendance != NULL)
    {
      gtk_box_append (box, talks_block_heading (_ ("Attendance")));
      gtk_box_append (box, attendance);
    }
  append_accounts (box, panel, event);
  append_related (box, panel, event);
  append_text (box, _ ("Note"), talks_panel_text (panel, event->note));
  append_annotations (box, panel, event->record.id);
  certainty = g_utf8_strdown (talks_words_certainty (event->certainty), -1);
  append_sources (box, panel, certainty, (const char * const *) event->sources);
}

void
talks_event_sections_position (GtkBox        *box,
                               TalksPanel    *panel,
                               TalksPosition *position)
{
  gtk_box_append (box, talks_position_card_new (panel, position, TRUE));
  append_annotations (box, panel, position->record.id);
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
    append_text (box, _ ("Note"), source->note);
  append_annotations (box, panel, source->record.id);
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

void
talks_event_sections_document (GtkBox     *box,
                               TalksPanel *panel)
{
  TalksDocument *document = talks_panel_get_document (panel);
  g_autofree char *counts = count_words (document);

  gtk_box_append (box, talks_block_text (counts, "talks-caption"));
  append_text (box, NULL, talks_panel_text (panel, talks_document_get_description (document)));
  gtk_box_append (box, talks_block_text (talks_document_count (document, TALKS_RECORD_EVENT) > 0
                                           ? _ ("Select an event on the timeline to read about it "
                                                "here: who was there, what came of it, and who "
                                                "says so.")
                                           : _ ("This timeline has no events yet."),
                                         "talks-hint"));
}
