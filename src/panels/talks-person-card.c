/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-person-card.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-disclosure.h"
#include "talks-link-row.h"
#include "talks-parts.h"
#include "talks-source-row.h"
#include "talks-words.h"

static void
append_roles (GtkBox           *box,
              TalksPanel       *panel,
              TalksParticipant *participant)
{
  guint n = participant->roles->len;
  g_autofree char *more = NULL;

  for (guint i = 0; i < MIN (n, TALKS_PART); i++)
    {
      const TalksRole *role = participant->roles->pdata[i];
      g_autofree char *dates = talks_words_role_dates (role);
      GtkWidget *entry = talks_block_column (0, NULL);

      gtk_box_append (GTK_BOX (entry), talks_block_text (talks_panel_text (panel, role->title), NULL));
      if (*dates != '\0')
        gtk_box_append (GTK_BOX (entry), talks_block_text (dates, "talks-caption"));
      gtk_box_append (box, entry);
    }
  if (n <= TALKS_PART)
    return;
  more = g_strdup_printf (ngettext ("%u more", "%u more", n - TALKS_PART), n - TALKS_PART);
  gtk_box_append (box, talks_block_text (more, "talks-caption"));
}

static void
on_fill_events (TalksDisclosure  *disclosure,
                GtkBox           *body,
                TalksParticipant *participant)
{
  TalksPanel *panel = talks_panel_find (GTK_WIDGET (body));
  TalksDocument *document = talks_panel_get_document (panel);
  GPtrArray *events = talks_document_get_events_of (document, participant->record.id);

  talks_link_row_append_all (body, panel, events);
}

/* Positions that the participant stated, in document order; free with g_ptr_array_unref(). */
static GPtrArray *
list_positions (TalksDocument    *document,
                TalksParticipant *participant)
{
  GPtrArray *all = talks_document_get_records (document, TALKS_RECORD_POSITION);
  GPtrArray *stated = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TalksPosition *position = all->pdata[i];

      if (g_strcmp0 (position->participant, participant->record.id) == 0)
        g_ptr_array_add (stated, position);
    }
  return stated;
}

static void
on_fill_positions (TalksDisclosure  *disclosure,
                   GtkBox           *body,
                   TalksParticipant *participant)
{
  TalksPanel *panel = talks_panel_find (GTK_WIDGET (body));
  g_autoptr (GPtrArray) positions = list_positions (talks_panel_get_document (panel), participant);

  talks_link_row_append_all (body, panel, positions);
}

static void
on_fill_sources (TalksDisclosure  *disclosure,
                 GtkBox           *body,
                 TalksParticipant *participant)
{
  talks_source_row_append_all (body, talks_panel_find (GTK_WIDGET (body)),
                               (const char * const *) participant->sources);
}

static void
unref_participant (gpointer  participant,
                   GClosure *closure)
{
  talks_record_unref (participant);
}

static void
append_disclosure (GtkBox           *box,
                   TalksParticipant *participant,
                   guint             count,
                   char             *words,
                   GCallback         fill)
{
  g_autofree char *text = words;
  GtkWidget *disclosure;

  if (count == 0)
    return;
  disclosure = talks_disclosure_new_text (text);
  g_signal_connect_data (disclosure, "fill", fill, talks_record_ref (participant),
                         unref_participant, 0);
  gtk_box_append (box, disclosure);
}

GtkWidget *
talks_person_card_new (TalksPanel       *panel,
                       TalksParticipant *participant)
{
  TalksDocument *document;
  GtkWidget *box;
  GPtrArray *events;
  g_autoptr (GPtrArray) positions = NULL;
  const char *description;
  guint n_events;
  guint n_sources;

  g_return_val_if_fail (TALKS_IS_PANEL (panel), NULL);
  g_return_val_if_fail (participant != NULL, NULL);

  document = talks_panel_get_document (panel);
  box = talks_block_column (6, "talks-person-card");
  if (participant->native_name != NULL)
    gtk_box_append (GTK_BOX (box), talks_block_text (participant->native_name, "talks-caption"));
  description = talks_panel_text (panel, participant->description);
  if (*description != '\0')
    gtk_box_append (GTK_BOX (box), talks_block_text (description, NULL));
  if (participant->roles->len > 0)
    {
      gtk_box_append (GTK_BOX (box), talks_block_heading (_ ("Offices")));
      append_roles (GTK_BOX (box), panel, participant);
    }

  events = talks_document_get_events_of (document, participant->record.id);
  positions = list_positions (document, participant);
  n_events = events != NULL ? events->len : 0;
  n_sources = g_strv_length (participant->sources);
  append_disclosure (GTK_BOX (box), participant, n_events,
                     g_strdup_printf (ngettext ("Named at %u event", "Named at %u events", n_events),
                                      n_events),
                     G_CALLBACK (on_fill_events));
  append_disclosure (GTK_BOX (box), participant, positions->len,
                     g_strdup_printf (ngettext ("Stated %u position", "Stated %u positions",
                                                positions->len),
                                      positions->len),
                     G_CALLBACK (on_fill_positions));
  append_disclosure (GTK_BOX (box), participant, n_sources, talks_words_n_sources (n_sources),
                     G_CALLBACK (on_fill_sources));
  return box;
}
