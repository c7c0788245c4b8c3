/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about events: in which order, and who was there. */

#include "talks-worksheet-private.h"

#define ORDER_CHOICES 5
#define ORDER_LEAST 4
#define PEOPLE_CHOICES 6
#define PEOPLE_RIGHT 3
#define PEOPLE_LEAST 2 /* of those who were there, and of the others */
#define PEOPLE_SHARE 6 /* one event of so many: the others are needed for their order */

/* ---- in which order ---- */

/* Four digits in a row are a year. */
static gboolean
names_year (const char *text)
{
  guint digits = 0;

  for (; *text != '\0'; text++)
    {
      digits = g_ascii_isdigit (*text) ? digits + 1 : 0;
      if (digits == 4)
        return TRUE;
    }
  return FALSE;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const TalksEvent *one = *(const TalksEvent * const *) a;
  const TalksEvent *two = *(const TalksEvent * const *) b;

  return talks_date_compare (one->date, two->date);
}

static gboolean
shares_day (GPtrArray        *events,
            const TalksEvent *event)
{
  for (guint i = 0; i < events->len; i++)
    if (talks_date_get_earliest (((TalksEvent *) events->pdata[i])->date) == talks_date_get_earliest (event->date))
      return TRUE;
  return FALSE;
}

/* Events of that list that were not asked about, on as many days; they are then used. Of TalksEvent; NULL where there are
 * too few. */
static GPtrArray *
take_events (TalksQuestionMaker *self,
             GPtrArray          *candidates)
{
  GPtrArray *taken = g_ptr_array_new ();

  for (guint i = 0; i < candidates->len && taken->len < ORDER_CHOICES; i++)
    {
      TalksEvent *event = candidates->pdata[i];

      if (!g_hash_table_contains (self->used, event) && !shares_day (taken, event))
        g_ptr_array_add (taken, event);
    }
  if (taken->len < ORDER_LEAST)
    {
      g_ptr_array_unref (taken);
      return NULL;
    }
  for (guint i = 0; i < taken->len; i++)
    g_hash_table_add (self->used, taken->pdata[i]);
  return taken;
}

/* Whoever leaves them as they stand must not be right. */
static void
disturb (GArray *choices)
{
  TalksQuestionChoice first = g_array_index (choices, TalksQuestionChoice, 0);

  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, TalksQuestionChoice, i).answer != i + 1)
      return;
  g_array_index (choices, TalksQuestionChoice, 0) = g_array_index (choices, TalksQuestionChoice, choices->len - 1);
  g_array_index (choices, TalksQuestionChoice, choices->len - 1) = first;
}

void
talks_question_maker_add_orders (TalksQuestionMaker *self,
                                 guint               n)
{
  g_autoptr (GPtrArray) events = talks_question_maker_list_events (self);

  for (guint i = events->len; i > 0; i--)
    {
      const TalksEvent *event = events->pdata[i - 1];

      if (!talks_worksheet_may_ask_date (self->document, event)
          || names_year (talks_text_show (event->title, self->language)))
        g_ptr_array_remove_index (events, i - 1);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) taken = take_events (self, events);
      TalksQuestion *question;

      if (taken == NULL)
        return;
      question = talks_question_new (TALKS_QUESTION_ORDER);
      g_ptr_array_sort (taken, compare_events);
      for (guint j = 0; j < taken->len; j++)
        {
          talks_question_add_choice (question, taken->pdata[j], j + 1);
          talks_question_add_sources (question, self->document, ((TalksEvent *) taken->pdata[j])->sources);
        }
      talks_question_maker_mark_beyond (self, question);
      talks_question_maker_shuffle_choices (self, question->choices);
      disturb (question->choices);
      g_ptr_array_add (self->questions, question);
    }
}

/* ---- who was there ---- */

/* Who certainly was: without a note that says more. */
static gboolean
was_there (const TalksAttendance *attendance)
{
  return attendance->presence == TALKS_PRESENCE_PRESENT && attendance->note == NULL
         && g_strcmp0 (attendance->role, "mentioned") != 0;
}

static const TalksAttendance *
find_attendance (const TalksEvent *event,
                 const char       *participant)
{
  for (guint i = 0; i < event->attendance->len; i++)
    if (g_str_equal (((TalksAttendance *) event->attendance->pdata[i])->participant, participant))
      return event->attendance->pdata[i];
  return NULL;
}

/* Whether an account or the note of the event may say something else of that person, or an account of the whole party. */
static gboolean
is_in_doubt (TalksQuestionMaker     *self,
             const TalksEvent       *event,
             const TalksParticipant *person)
{
  const TalksParty *party = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTY, person->party);

  if (event->note != NULL && talks_question_text_gives_away (event->note, person->name))
    return TRUE;
  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksText *claim = ((TalksAccount *) event->accounts->pdata[i])->claim;

      if (talks_question_text_gives_away (claim, person->name)
          || (party != NULL && (talks_question_text_gives_away (claim, party->name)
                                || talks_question_text_gives_away (claim, party->short_name))))
        return TRUE;
    }
  return FALSE;
}

/* Who was there, and who is not named there though of the same parties. Both of TalksParticipant; those whom the title
 * names are left out, and those of whom there is doubt. */
static void
list_people (TalksQuestionMaker *self,
             const TalksEvent   *event,
             GPtrArray          *right,
             GPtrArray          *wrong)
{
  GPtrArray *all = talks_document_get_records (self->document, TALKS_RECORD_PARTICIPANT);
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);
  const char *title = talks_text_show (event->title, self->language);

  for (guint i = 0; i < all->len; i++)
    {
      TalksParticipant *person = all->pdata[i];
      const TalksAttendance *attendance = find_attendance (event, person->record.id);

      if (attendance != NULL && was_there (attendance) && person->party != NULL)
        {
          g_hash_table_add (parties, person->party);
          if (!talks_question_gives_away (title, person->name) && !is_in_doubt (self, event, person))
            g_ptr_array_add (right, person);
        }
    }
  for (guint i = 0; i < all->len; i++)
    {
      TalksParticipant *person = all->pdata[i];

      if (find_attendance (event, person->record.id) == NULL && person->party != NULL
          && g_hash_table_contains (parties, person->party)
          && !talks_question_gives_away (title, person->name) && !is_in_doubt (self, event, person))
        g_ptr_array_add (wrong, person);
    }
}

/* NULL when too few people were there, or are known of. */
static TalksQuestion *
ask_people (TalksQuestionMaker *self,
            TalksEvent         *event)
{
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  g_autoptr (GPtrArray) wrong = g_ptr_array_new ();
  TalksQuestion *question;
  guint n_right;
  guint n_wrong;

  list_people (self, event, right, wrong);
  talks_question_maker_shuffle (self, right);
  talks_question_maker_shuffle (self, wrong);
  n_right = MIN (right->len, PEOPLE_RIGHT);
  n_wrong = MIN (wrong->len, PEOPLE_CHOICES - n_right);
  if (n_right < PEOPLE_LEAST || n_wrong < PEOPLE_LEAST)
    return NULL;

  question = talks_question_new (TALKS_QUESTION_PEOPLE);
  question->event = talks_record_ref (event);
  question->beyond = talks_question_maker_is_beyond (self, &event->record);
  for (guint i = 0; i < n_right; i++)
    talks_question_add_choice (question, right->pdata[i], 1);
  for (guint i = 0; i < n_wrong; i++)
    talks_question_add_choice (question, wrong->pdata[i], 0);
  talks_question_maker_shuffle_choices (self, question->choices);
  talks_question_add_sources (question, self->document, event->sources);
  return question;
}

void
talks_question_maker_add_people (TalksQuestionMaker *self,
                                 guint               n)
{
  g_autoptr (GPtrArray) events = talks_question_maker_list_events (self);
  guint most = MIN (n, MAX (events->len / PEOPLE_SHARE, 1));
  guint n_asked = 0;

  for (guint i = 0; i < events->len && n_asked < most; i++)
    {
      TalksQuestion *question = NULL;

      if (!g_hash_table_contains (self->used, events->pdata[i]))
        question = ask_people (self, events->pdata[i]);
      if (question == NULL)
        continue;
      g_hash_table_add (self->used, events->pdata[i]);
      g_ptr_array_add (self->questions, question);
      n_asked++;
    }
}
