/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-stage-private.h"

#include <stdio.h>

#include "talks-date-words.h"
#include "talks-gettext.h"

/* More people than that are not named beside the place. */
#define MOST_NAMES 2

static const char *
show (TalksStage      *self,
      const TalksText *text)
{
  return talks_text_show (text, self->language);
}

static void
append_part (GString    *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* ---- above ---- */

static char *
make_count (TalksStage *self)
{
  GString *line = g_string_new (NULL);

  /* Translators: which step of a lesson is shown: "Step 7 of 14". */
  g_string_append_printf (line, _("Step %1$u of %2$u"), self->step + 1,
                          talks_lesson_get_n_steps (self->lesson));
  append_part (line, show (self, talks_lesson_get_title (self->lesson)));
  return g_string_free (line, FALSE);
}

static char *
make_date (TalksStage *self)
{
  const TalksDate *date = talks_lesson_get_step_date (self->lesson, self->document, self->step);

  return date != NULL ? talks_date_to_words (date, TALKS_DATE_STYLE_FULL) : NULL;
}

/* A step without a title is called as its event, or as the lesson. */
static char *
make_title (TalksStage *self)
{
  const TalksText *title = talks_lesson_get_step_title (self->lesson, self->document, self->step);

  return g_strdup (show (self, title != NULL ? title : talks_lesson_get_title (self->lesson)));
}

/* Those present in a role: "Hakan Fidan"; NULL when there is nobody, or too many to name. */
static char *
name_role (TalksStage *self,
           const char *role)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->event->attendance->len; i++)
    {
      const TalksAttendance *attendance = g_ptr_array_index (self->event->attendance, i);
      const TalksParticipant *participant;

      if (g_strcmp0 (attendance->role, role) != 0 || attendance->presence == TALKS_PRESENCE_ABSENT
          || attendance->presence == TALKS_PRESENCE_UNCLEAR)
        continue;
      participant = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT,
                                                attendance->participant);
      if (participant != NULL)
        g_ptr_array_add (names, (gpointer) show (self, participant->name));
    }
  if (names->len == 0 || names->len > MOST_NAMES)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
name_chair (TalksStage *self)
{
  g_autofree char *chair = name_role (self, "chair");
  g_autofree char *mediator = chair == NULL ? name_role (self, "mediator") : NULL;
  g_autofree char *host = chair == NULL && mediator == NULL ? name_role (self, "host") : NULL;

  if (chair != NULL)
    /* Translators: of a meeting; one name or two. */
    return g_strdup_printf (_("chaired by %s"), chair);
  if (mediator != NULL)
    /* Translators: of a meeting; one name or two. */
    return g_strdup_printf (_("mediated by %s"), mediator);
  if (host != NULL)
    /* Translators: of a meeting; one name or two. */
    return g_strdup_printf (_("hosted by %s"), host);
  return NULL;
}

static int
read_minutes (const char *clock)
{
  int hours;
  int minutes;

  if (clock == NULL || sscanf (clock, "%d:%d", &hours, &minutes) != 2 || hours < 0 || hours > 24
      || minutes < 0 || minutes > 59)
    return -1;
  return hours * 60 + minutes;
}

/* "1 hour 45 minutes"; NULL where the sources give no times. */
static char *
tell_duration (TalksStage *self)
{
  const TalksClock *time = self->event->time;
  int start = time != NULL ? read_minutes (time->start) : -1;
  int end = time != NULL ? read_minutes (time->end) : -1;

  if (start >= 0 && end > start)
    {
      int hours = (end - start) / 60;
      int minutes = (end - start) % 60;
      g_autofree char *h = g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) hours), hours);
      g_autofree char *m = g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) minutes), minutes);

      if (hours == 0 || minutes == 0)
        return g_strdup (hours == 0 ? m : h);
      /* Translators: "1 hour 45 minutes": hours, then minutes. */
      return g_strdup_printf (C_("duration", "%1$s %2$s"), h, m);
    }
  return NULL;
}

static void
add_part (GPtrArray *parts,
          char      *part)
{
  if (part != NULL && *part != '\0')
    g_ptr_array_add (parts, part);
  else
    g_free (part);
}

static void
fill_place (TalksStage *self)
{
  StageContent *content = &self->content;

  if (self->event == NULL)
    return;
  if (self->event->place != NULL)
    add_part (content->place, g_strdup (show (self, self->event->place->name)));
  add_part (content->place, name_chair (self));
  add_part (content->place, tell_duration (self));
  if (self->event->certainty == TALKS_CERTAINTY_REPORTED)
    content->certainty = g_strdup (C_("certainty in a legend", "reported"));
  if (self->event->certainty == TALKS_CERTAINTY_DISPUTED)
    content->certainty = g_strdup (C_("certainty in a legend", "disputed"));
}

static gboolean
has_place (TalksStage *self)
{
  const char *name = NULL;

  if (self->event != NULL && self->event->place != NULL)
    name = show (self, self->event->place->name);
  return name != NULL && *name != '\0';
}

/* Our own words begin a line with a capital. Takes line. */
static char *
begin_line (GString *line)
{
  g_autofree char *text = g_string_free (line, FALSE);
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

char *
talks_stage_join_place (TalksStage *self,
                        guint       n_parts)
{
  const StageContent *content = &self->content;
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_parts, content->place->len); i++)
    append_part (line, g_ptr_array_index (content->place, i));
  append_part (line, content->certainty);
  /* A name stays as it is written. */
  return has_place (self) ? g_string_free (line, FALSE) : begin_line (line);
}

/* ---- who was there ---- */

static char *
describe_guest (TalksStage             *self,
                const TalksAttendance  *attendance,
                const TalksParticipant *participant)
{
  const TalksParty *party = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTY,
                                                        participant->party);
  const char *name = show (self, participant->name);

  if (attendance->presence == TALKS_PRESENCE_ABSENT)
    /* Translators: somebody who was expected at a meeting and did not come. */
    return g_strdup_printf (_("%s (absent)"), name);
  if (party != NULL)
    return g_strdup_printf ("%s (%s)", name, show (self, party->short_name));
  return g_strdup (name);
}

/* Not a meeting at one table: then a list tells who took part. */
static void
list_guests (TalksStage *self)
{
  StageContent *content = &self->content;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->event->attendance->len; i++)
    {
      const TalksAttendance *attendance = g_ptr_array_index (self->event->attendance, i);
      const TalksParticipant *participant;

      participant = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT,
                                                attendance->participant);
      if (participant == NULL || g_strcmp0 (attendance->role, "mentioned") == 0
          || g_strcmp0 (attendance->role, "interpreter") == 0)
        continue;
      g_ptr_array_add (content->guests, (gpointer) attendance);
      g_ptr_array_add (words, describe_guest (self, attendance, participant));
    }
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  content->people = g_strjoinv (", ", (char **) words->pdata);
}

static void
fill_people (TalksStage *self)
{
  StageContent *content = &self->content;

  if (self->event == NULL
      || (!talks_lesson_step_shows (self->lesson, self->step, "table")
          && !talks_lesson_step_shows (self->lesson, self->step, "attendance")))
    return;
  content->plan = talks_table_plan_new (self->document, self->event, self->language, STAGE_HEIGHT);
  if (content->plan != NULL)
    content->people = talks_table_plan_describe (content->plan);
  else
    list_guests (self);
}

/* ---- cards ---- */

static void
card_free (gpointer data)
{
  StageCard *card = data;

  if (card->party != NULL)
    talks_record_unref (card->party);
  g_free (card->heading);
  g_free (card->since);
  g_free (card->topic);
  g_free (card->instead);
  g_ptr_array_unref (card->lines);
  g_free (card);
}

StageCard *
talks_stage_add_card (TalksStage *self,
                      TalksParty *party,
                      char       *heading)
{
  StageCard *card = g_new0 (StageCard, 1);

  card->party = party != NULL ? talks_record_ref (party) : NULL;
  card->heading = heading;
  card->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->content.cards, card);
  return card;
}

static void
fill_outcome (TalksStage *self)
{
  StageCard *card;

  if (self->event == NULL || self->event->outcome == NULL
      || !talks_lesson_step_shows (self->lesson, self->step, "outcome"))
    return;
  /* Translators: heading of what came of a meeting, whether anything was agreed or not. */
  card = talks_stage_add_card (self, NULL, g_strdup (C_("heading on the stage", "Outcome")));
  g_ptr_array_add (card->lines, g_strdup (show (self, self->event->outcome)));
  if (self->hide_outcomes)
    /* Translators: stands in place of the outcome of a meeting while a class guesses it. */
    card->instead = g_strdup (_("What came of it?"));
}

/* ---- all ---- */

void
talks_stage_fill_content (TalksStage *self)
{
  StageContent *content = &self->content;
  const TalksTourStep *step = talks_lesson_get_step (self->lesson, self->step);

  content->guests = g_ptr_array_new ();
  content->place = g_ptr_array_new_with_free_func (g_free);
  content->cards = g_ptr_array_new_with_free_func (card_free);
  content->count = make_count (self);
  content->date = make_date (self);
  content->title = make_title (self);
  fill_place (self);
  content->text = g_strdup (show (self, step->text));
  fill_people (self);
  if (talks_lesson_step_shows (self->lesson, self->step, "positions"))
    talks_stage_add_positions (self);
  fill_outcome (self);
}

void
talks_stage_clear_content (TalksStage *self)
{
  StageContent *content = &self->content;

  g_clear_pointer (&content->count, g_free);
  g_clear_pointer (&content->date, g_free);
  g_clear_pointer (&content->title, g_free);
  g_clear_pointer (&content->place, g_ptr_array_unref);
  g_clear_pointer (&content->certainty, g_free);
  g_clear_pointer (&content->text, g_free);
  g_clear_pointer (&content->people, g_free);
  g_clear_pointer (&content->plan, talks_table_plan_free);
  g_clear_pointer (&content->guests, g_ptr_array_unref);
  g_clear_pointer (&content->cards, g_ptr_array_unref);
}
