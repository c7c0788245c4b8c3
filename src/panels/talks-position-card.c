/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-position-card.h"

#include <glib/gi18n-lib.h>

#include "talks-annotations.h"
#include "talks-bar.h"
#include "talks-blocks.h"
#include "talks-line.h"
#include "talks-link-row.h"
#include "talks-mark-view.h"
#include "talks-source-row.h"
#include "talks-words.h"

#define MARK_SIZE 9.0

char *
talks_position_get_speaker (TalksPanel    *panel,
                            TalksPosition *position)
{
  TalksParty *party = talks_panel_party (panel, position->party);
  TalksParticipant *speaker = talks_document_lookup_kind (talks_panel_get_document (panel),
                                                          TALKS_RECORD_PARTICIPANT,
                                                          position->participant);
  const char *name = party != NULL ? talks_panel_text (panel, party->short_name) : position->party;

  if (speaker == NULL)
    return g_strdup (name);
  /* Translators: a party and who spoke for it. */
  return g_strdup_printf (_ ("%1$s, %2$s"), name, talks_panel_text (panel, speaker->name));
}

/* With the passages marked that annotations on the position quote. */
static void
append_marked (GtkBox        *box,
               TalksPanel    *panel,
               TalksPosition *position,
               const char    *text,
               const char    *css_class)
{
  GtkWidget *label = talks_block_text (text, css_class);

  talks_annotations_mark (GTK_LABEL (label), panel, position->record.id);
  gtk_box_append (box, label);
}

void
talks_position_append_words (GtkBox        *box,
                             TalksPanel    *panel,
                             TalksPosition *position)
{
  const char *label = talks_words_position_label (position, talks_panel_get_language (panel));
  const char *stance = talks_panel_text (panel, position->stance);

  if (g_strcmp0 (label, stance) != 0)
    append_marked (box, panel, position, stance, NULL);
  if (position->quote != NULL)
    {
      g_autofree char *quote = talks_words_quote (position->quote->text);

      append_marked (box, panel, position, quote, "talks-quote");
    }
}

void
talks_position_append_evidence (GtkBox        *box,
                                TalksPanel    *panel,
                                TalksPosition *position)
{
  if (position->quote != NULL)
    {
      g_autofree char *note = talks_words_quote_note (position->quote,
                                                      talks_panel_get_language (panel));

      if (*note != '\0')
        gtk_box_append (box, talks_block_text (note, "talks-caption"));
    }
  talks_source_row_append_all (box, panel, (const char * const *) position->sources);
}

/* The topic, with the party's mark and colour. */
static GtkWidget *
topic_line_new (TalksPanel    *panel,
                TalksPosition *position)
{
  TalksTopic *topic = talks_document_lookup_kind (talks_panel_get_document (panel),
                                                  TALKS_RECORD_TOPIC, position->topic);
  TalksParty *party = talks_panel_party (panel, position->party);
  GtkWidget *line = talks_line_new (6, NULL);
  GtkWidget *mark = talks_mark_view_new (MARK_SIZE);
  GtkWidget *label = talks_block_text (topic != NULL ? talks_panel_text (panel, topic->name)
                                                     : position->topic,
                                       "talks-party");

  talks_mark_view_show (TALKS_MARK_VIEW (mark), party, TALKS_MARK_FILLED,
                        talks_panel_get_palette (panel));
  talks_block_color (GTK_LABEL (label), talks_panel_party_color (panel, party));
  gtk_widget_set_hexpand (label, TRUE);
  talks_line_append (TALKS_LINE (line), mark);
  talks_line_append (TALKS_LINE (line), label);
  return line;
}

GtkWidget *
talks_position_card_new (TalksPanel    *panel,
                         TalksPosition *position,
                         gboolean       open)
{
  TalksParty *party;
  GtkWidget *card;
  GtkWidget *column;
  GtkWidget *face;
  GtkWidget *button;
  const char *label;
  g_autofree char *speaker = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TALKS_IS_PANEL (panel), NULL);
  g_return_val_if_fail (position != NULL, NULL);

  party = talks_panel_party (panel, position->party);
  label = talks_words_position_label (position, talks_panel_get_language (panel));
  speaker = talks_position_get_speaker (panel, position);

  face = talks_block_column (2, NULL);
  gtk_box_append (GTK_BOX (face), topic_line_new (panel, position));
  append_marked (GTK_BOX (face), panel, position, label, "talks-position-label");
  talks_position_append_words (GTK_BOX (face), panel, position);
  gtk_box_append (GTK_BOX (face), talks_block_text (speaker, "talks-caption"));
  name = g_strdup_printf ("%s: %s", speaker, label);
  button = talks_link_row_new_around (&position->record, face, name);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "talks-card-button");

  column = talks_block_column (0, NULL);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), button);
  if (open)
    {
      GtkWidget *evidence = talks_block_column (4, "talks-evidence");

      talks_position_append_evidence (GTK_BOX (evidence), panel, position);
      talks_annotations_append (GTK_BOX (evidence), panel, position->record.id);
      gtk_box_append (GTK_BOX (column), evidence);
    }

  card = talks_line_new (0, NULL);
  gtk_widget_add_css_class (card, "talks-card");
  talks_block_toggle (card, "talks-chosen", open);
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  talks_line_append (TALKS_LINE (card), talks_bar_new (talks_panel_party_color (panel, party)));
  talks_line_append (TALKS_LINE (card), column);
  return card;
}
