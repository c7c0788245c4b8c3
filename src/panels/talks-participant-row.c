/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-participant-row.h"

#include <glib/gi18n-lib.h>

#include "talks-avatar.h"
#include "talks-blocks.h"
#include "talks-line.h"
#include "talks-mark-view.h"
#include "talks-person-card.h"
#include "talks-place.h"
#include "talks-show.h"
#include "talks-state.h"
#include "talks-trail.h"
#include "talks-vocabulary.h"
#include "talks-words.h"

#define PARTY_MARK_SIZE 12.0

struct _TalksParticipantRow
{
  GtkListBoxRow   parent_instance;
  TalksRosterLine line;
  int             place;
  GtkWidget      *box;
  GtkWidget      *picture;     /* avatar of a person, mark of a party */
  GtkWidget      *title_label;
  GtkWidget      *office_label;
  GtkWidget      *trail;
  GtkWidget      *count_label;
  GtkWidget      *card;        /* NULL while closed */
};

G_DEFINE_FINAL_TYPE (TalksParticipantRow, talks_participant_row, GTK_TYPE_LIST_BOX_ROW)

static void
talks_participant_row_class_init (TalksParticipantRowClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
talks_participant_row_init (TalksParticipantRow *self)
{
  self->place = -1;
  self->box = talks_block_column (0, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/* ---- making ---- */

static void
make_person (TalksParticipantRow *self)
{
  GtkWidget *row = talks_line_new (9, NULL);
  GtkWidget *texts = talks_block_column (0, NULL);
  GtkWidget *line = talks_line_new (8, NULL);

  self->picture = talks_avatar_new ();
  talks_line_append (TALKS_LINE (row), self->picture);
  gtk_widget_set_hexpand (texts, TRUE);
  talks_line_append (TALKS_LINE (row), texts);
  self->title_label = talks_block_text (NULL, "talks-person");
  talks_line_append (TALKS_LINE (line), self->title_label);
  self->trail = talks_trail_new ();
  talks_line_append (TALKS_LINE (line), self->trail);
  gtk_box_append (GTK_BOX (texts), line);
  self->office_label = talks_block_text (NULL, "talks-caption");
  gtk_box_append (GTK_BOX (texts), self->office_label);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
make_party (TalksParticipantRow *self)
{
  GtkWidget *row = talks_line_new (8, NULL);

  self->picture = talks_mark_view_new (PARTY_MARK_SIZE);
  talks_line_append (TALKS_LINE (row), self->picture);
  self->title_label = talks_block_text (NULL, "talks-party");
  gtk_widget_set_hexpand (self->title_label, TRUE);
  talks_line_append (TALKS_LINE (row), self->title_label);
  self->count_label = talks_block_text (NULL, "talks-caption");
  talks_line_append (TALKS_LINE (row), self->count_label);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_widget_add_css_class (GTK_WIDGET (self), "talks-party-row");
}

GtkWidget *
talks_participant_row_new (TalksRosterLineKind kind)
{
  TalksParticipantRow *self = g_object_new (TALKS_TYPE_PARTICIPANT_ROW, NULL);

  self->line.kind = kind;
  if (kind == TALKS_ROSTER_PERSON)
    make_person (self);
  else if (kind == TALKS_ROSTER_PARTY)
    make_party (self);
  else
    {
      self->title_label = talks_block_text (NULL, "talks-more");
      gtk_box_append (GTK_BOX (self->box), self->title_label);
      gtk_widget_add_css_class (GTK_WIDGET (self), "talks-more-row");
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), kind != TALKS_ROSTER_TOO_MANY);
    }
  return GTK_WIDGET (self);
}

/* ---- showing ---- */

/* The office, and of the selected event what the list there does not make plain at once: who chaired
 * it, who stayed away. */
static char *
office_words (TalksPanel             *panel,
              const TalksParticipant *participant)
{
  TalksSession *session = talks_panel_get_session (panel);
  TalksEvent *event = talks_session_get_event (session);
  GString *words = g_string_new (NULL);
  g_autofree char *office = talks_words_office (participant, talks_session_get_as_of (session),
                                                talks_panel_get_language (panel));
  const TalksAttendance *attendance = NULL;

  talks_words_join (words, office);
  if (event != NULL)
    attendance = talks_event_get_attendance_of (event, participant->record.id);
  if (attendance != NULL && attendance->presence != TALKS_PRESENCE_PRESENT)
    talks_words_join (words, talks_presence_to_words (attendance->presence));
  else if (attendance != NULL && g_strcmp0 (attendance->role, "chair") == 0)
    talks_words_join (words, talks_task_to_words (attendance->role));
  return g_string_free (words, FALSE);
}

static void
on_card_pressed (GtkGesture *gesture,
                 int         n_press,
                 double      x,
                 double      y,
                 gpointer    unused)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* A click on the card is not one on the row, which would close it. */
static void
keep_clicks (GtkWidget *card)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_card_pressed), NULL);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (click));
}

char *
talks_participant_row_make_key (const TalksRosterLine *line)
{
  const char *party;

  g_return_val_if_fail (line != NULL, NULL);

  party = line->party != NULL ? line->party->record.id : "";
  if (line->kind == TALKS_ROSTER_PERSON)
    return g_strdup_printf ("%s/%s", party, line->participant->record.id);
  if (line->kind == TALKS_ROSTER_PARTY)
    return g_strdup (party);
  return g_strdup_printf ("%s/ %d", party, (int) line->kind);
}

/* The card is made anew each time, so that it is right; it is only there for one person. */
static void
show_card (TalksParticipantRow *self,
           TalksPanel          *panel,
           gboolean             open)
{
  if (self->card != NULL && !open)
    gtk_box_remove (GTK_BOX (self->box), self->card);
  if (!open)
    self->card = NULL;
  else if (self->card == NULL)
    {
      g_autofree char *key = talks_participant_row_make_key (&self->line);

      self->card = talks_person_card_new (panel, self->line.participant);
      keep_clicks (self->card);
      talks_place_mark_parts (self->card, key);
      gtk_box_append (GTK_BOX (self->box), self->card);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
show_person (TalksParticipantRow     *self,
             TalksPanel              *panel,
             const TalksTrailSummary *trail)
{
  const TalksParticipant *participant = self->line.participant;
  const TalksPalette *palette = talks_panel_get_palette (panel);
  const char *highlight = talks_session_get_highlight (talks_panel_get_session (panel));
  gboolean chosen = g_strcmp0 (highlight, participant->record.id) == 0;
  const char *name = talks_panel_text (panel, participant->name);
  g_autofree char *office = office_words (panel, participant);
  g_autofree char *rounds = talks_trail_to_words (trail);
  g_autofree char *label = g_strdup_printf ("%s, %s. %s", name, office, rounds);

  talks_avatar_show (TALKS_AVATAR (self->picture), name, self->line.party, palette);
  talks_block_show_name (GTK_LABEL (self->title_label), name);
  talks_show_text (GTK_LABEL (self->office_label), office);
  talks_trail_show (TALKS_TRAIL (self->trail), trail,
                    talks_panel_party_color (panel, self->line.party), palette->dim_text);
  talks_block_name (GTK_WIDGET (self), label);
  talks_block_toggle (GTK_WIDGET (self), "talks-chosen", chosen);
  show_card (self, panel, chosen);
}

static void
show_party (TalksParticipantRow *self,
            TalksPanel          *panel)
{
  TalksParty *party = self->line.party;
  const char *highlight = talks_session_get_highlight (talks_panel_get_session (panel));
  gboolean chosen = party != NULL && g_strcmp0 (highlight, party->record.id) == 0;
  g_autofree char *name = NULL;
  g_autofree char *count = g_strdup_printf ("%u", self->line.count);
  g_autofree char *label = NULL;

  name = party != NULL ? talks_words_party (party, talks_panel_get_language (panel))
                       : g_strdup (_ ("Without a party"));
  talks_mark_view_show (TALKS_MARK_VIEW (self->picture), party, TALKS_MARK_FILLED,
                        talks_panel_get_palette (panel));
  talks_show_text (GTK_LABEL (self->title_label), name);
  talks_block_color (GTK_LABEL (self->title_label), talks_panel_party_color (panel, party));
  talks_show_text (GTK_LABEL (self->count_label), count);
  /* Translators: a party and how many of its people are on the list. */
  label = g_strdup_printf (ngettext ("%1$s, %2$u person", "%1$s, %2$u people", self->line.count),
                           name, self->line.count);
  talks_block_name (GTK_WIDGET (self), label);
  talks_block_toggle (GTK_WIDGET (self), "talks-chosen", chosen);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), party != NULL);
}

static void
show_more (TalksParticipantRow *self)
{
  guint n = self->line.count;
  g_autofree char *words = NULL;

  if (self->line.kind == TALKS_ROSTER_TOO_MANY)
    words = g_strdup_printf (ngettext ("%u more is found: type more of the name",
                                       "%u more are found: type more of the name", n),
                             n);
  else if (n == 0)
    words = g_strdup (_ ("Show fewer"));
  else if (self->line.kind == TALKS_ROSTER_MORE_PEOPLE)
    words = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n), n);
  else
    words = g_strdup_printf (ngettext ("%u more party", "%u more parties", n), n);
  talks_show_text (GTK_LABEL (self->title_label), words);
  talks_block_name (GTK_WIDGET (self), words);
}

void
talks_participant_row_show (TalksParticipantRow     *self,
                            TalksPanel              *panel,
                            const TalksRosterLine   *line,
                            const TalksTrailSummary *trail,
                            int                      place)
{
  TalksSession *session;
  gboolean lit = TRUE;

  g_return_if_fail (TALKS_IS_PARTICIPANT_ROW (self));
  g_return_if_fail (TALKS_IS_PANEL (panel));
  g_return_if_fail (line != NULL && line->kind == self->line.kind);

  session = talks_panel_get_session (panel);
  self->line = *line;
  self->place = place;
  switch (line->kind)
    {
    case TALKS_ROSTER_PERSON:
      g_return_if_fail (trail != NULL);
      show_person (self, panel, trail);
      lit = talks_session_is_lit (session, &line->participant->record);
      break;
    case TALKS_ROSTER_PARTY:
      show_party (self, panel);
      lit = line->party == NULL || talks_session_is_lit (session, &line->party->record);
      break;
    case TALKS_ROSTER_MORE_PEOPLE:
    case TALKS_ROSTER_MORE_PARTIES:
    case TALKS_ROSTER_TOO_MANY:
    default:
      show_more (self);
      break;
    }
  talks_block_toggle (GTK_WIDGET (self), "talks-unlit", !lit);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
talks_participant_row_hide (TalksParticipantRow *self)
{
  g_return_if_fail (TALKS_IS_PARTICIPANT_ROW (self));

  self->place = -1;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

int
talks_participant_row_get_place (TalksParticipantRow *self)
{
  g_return_val_if_fail (TALKS_IS_PARTICIPANT_ROW (self), -1);

  return self->place;
}

const TalksRosterLine *
talks_participant_row_get_line (TalksParticipantRow *self)
{
  g_return_val_if_fail (TALKS_IS_PARTICIPANT_ROW (self), NULL);

  return &self->line;
}
