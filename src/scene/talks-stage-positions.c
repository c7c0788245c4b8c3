/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card for each party that stated something at the event, and for each side in the dispute what of it
 * stood on that day. Topics are chosen so that the cards of one step can be compared: the one that the
 * whole lesson is about, if it is about one, else that of the event. */

#include "talks-stage-private.h"

#include "talks-date-words.h"
#include "talks-gettext.h"
#include "talks-state.h"

/* Statements of one party. */
#define MOST_LINES 3
/* Of a lesson that may be about one topic. */
#define MOST_STEPS 500

typedef struct
{
  TalksStage *stage;
  GPtrArray  *stated; /* at the event; NULL: none */
  const char *focus;  /* the topic of the lesson, else that of the event; NULL: neither has one */
} Positions;

/* ---- what it is about ---- */

static guint
rank_topic (TalksStage *self,
            const char *topic)
{
  GPtrArray *topics = talks_document_get_records (self->document, TALKS_RECORD_TOPIC);

  for (guint i = 0; i < topics->len; i++)
    {
      const TalksRecord *record = g_ptr_array_index (topics, i);

      if (g_str_equal (record->id, topic))
        return i;
    }
  return topics->len;
}

/* How often each topic is stated on at the events of a lesson, counted once for each step. */
static GHashTable *
count_topics (TalksStage *self)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < talks_lesson_get_n_steps (self->lesson); i++)
    {
      const char *event = talks_lesson_get_step (self->lesson, i)->event;
      GPtrArray *stated = event != NULL ? talks_document_get_positions_at (self->document, event) : NULL;

      for (guint j = 0; stated != NULL && j < stated->len; j++)
        {
          const TalksPosition *position = g_ptr_array_index (stated, j);
          gboolean again = FALSE;

          for (guint k = 0; k < j && !again; k++)
            again = g_str_equal (((TalksPosition *) g_ptr_array_index (stated, k))->topic, position->topic);
          if (!again)
            g_hash_table_insert (counts, position->topic,
                                 GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (g_hash_table_lookup (
                                                         counts, position->topic))));
        }
    }
  return counts;
}

/* The topic of more than half of the steps; NULL: the lesson is about more than one thing, as one of very
 * many steps is. */
static const char *
find_lesson_topic (TalksStage *self)
{
  g_autoptr (GHashTable) counts = NULL;
  guint half = talks_lesson_get_n_steps (self->lesson) / 2;
  GHashTableIter iter;
  gpointer topic;
  gpointer count;
  const char *best = NULL;
  guint most = half;

  if (talks_lesson_get_n_steps (self->lesson) > MOST_STEPS)
    return NULL;
  counts = count_topics (self);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &topic, &count))
    if (GPOINTER_TO_UINT (count) > most
        || (best != NULL && GPOINTER_TO_UINT (count) == most
            && rank_topic (self, topic) < rank_topic (self, best)))
      {
        best = topic;
        most = GPOINTER_TO_UINT (count);
      }
  return best;
}

static const char *
find_event_topic (Positions *p)
{
  const char *best = NULL;

  for (guint i = 0; p->stated != NULL && i < p->stated->len; i++)
    {
      const TalksPosition *position = g_ptr_array_index (p->stated, i);

      if (best == NULL || rank_topic (p->stage, position->topic) < rank_topic (p->stage, best))
        best = position->topic;
    }
  return best;
}

/* ---- what a party stated ---- */

/* The focus first, then by the topics' order in the document; else as they stand there. */
static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  Positions *p = data;
  const TalksPosition *one = *(TalksPosition * const *) a;
  const TalksPosition *two = *(TalksPosition * const *) b;
  guint rank_one = g_strcmp0 (one->topic, p->focus) == 0 ? 0 : 1 + rank_topic (p->stage, one->topic);
  guint rank_two = g_strcmp0 (two->topic, p->focus) == 0 ? 0 : 1 + rank_topic (p->stage, two->topic);

  return (rank_one > rank_two) - (rank_one < rank_two);
}

static GPtrArray *
list_stated (Positions  *p,
             const char *party)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; p->stated != NULL && i < p->stated->len; i++)
    {
      TalksPosition *position = g_ptr_array_index (p->stated, i);

      if (g_str_equal (position->party, party))
        g_ptr_array_add (list, position);
    }
  g_ptr_array_sort_with_data (list, compare_positions, p);
  return list;
}

/* The position that stands on the day, with those stated the same day. Nothing if it has none. */
static void
add_standing (GPtrArray *list,
              GPtrArray *positions,
              TalksDay   day)
{
  int at = positions != NULL ? talks_positions_find_at (positions, day) : -1;
  const TalksPosition *last;

  if (at < 0)
    return;
  last = g_ptr_array_index (positions, at);
  while (at > 0
         && talks_date_compare (((TalksPosition *) g_ptr_array_index (positions, at - 1))->date, last->date) == 0)
    at--;
  for (; (guint) at < positions->len && g_ptr_array_index (positions, at) != last; at++)
    g_ptr_array_add (list, g_ptr_array_index (positions, at));
  g_ptr_array_add (list, (gpointer) last);
}

/* On the focus; without one, what was stated last on anything. */
static GPtrArray *
list_standing (Positions  *p,
               const char *party)
{
  TalksDocument *document = p->stage->document;
  GPtrArray *topics = talks_document_get_records (document, TALKS_RECORD_TOPIC);
  GPtrArray *list = g_ptr_array_new ();

  if (p->focus != NULL)
    {
      add_standing (list, talks_document_get_positions (document, party, p->focus), p->stage->day);
      return list;
    }
  for (guint i = 0; i < topics->len; i++)
    {
      const TalksRecord *topic = g_ptr_array_index (topics, i);
      g_autoptr (GPtrArray) found = g_ptr_array_new ();

      add_standing (found, talks_document_get_positions (document, party, topic->id), p->stage->day);
      if (found->len == 0
          || (list->len > 0
              && talks_date_compare (((TalksPosition *) found->pdata[0])->date,
                                     ((TalksPosition *) list->pdata[0])->date) <= 0))
        continue;
      g_ptr_array_unref (list);
      list = g_steal_pointer (&found);
    }
  return list;
}

/* ---- in words ---- */

/* NULL unless all are on one. */
static const TalksTopic *
find_common_topic (TalksStage *self,
                   GPtrArray  *positions)
{
  const TalksPosition *first = g_ptr_array_index (positions, 0);

  for (guint i = 1; i < positions->len; i++)
    if (!g_str_equal (((TalksPosition *) g_ptr_array_index (positions, i))->topic, first->topic))
      return NULL;
  return talks_document_lookup_kind (self->document, TALKS_RECORD_TOPIC, first->topic);
}

/* Stated at the event, or on a day of it. */
static gboolean
is_of_the_day (TalksStage          *self,
               const TalksPosition *position)
{
  const TalksDate *date = talks_lesson_get_step_date (self->lesson, self->document, self->step);

  return date != NULL && talks_span_overlaps (talks_span_from_date (position->date), talks_span_from_date (date));
}

static void
add_party (Positions  *p,
           TalksParty *party)
{
  TalksStage *self = p->stage;
  g_autoptr (GPtrArray) positions = list_stated (p, party->record.id);
  gboolean earlier = FALSE;
  const char *name = talks_text_show (party->short_name, self->language);
  const TalksPosition *first;
  const TalksTopic *topic;
  StageCard *card;

  if (positions->len == 0 && talks_side_is_principal (party->side))
    {
      g_ptr_array_unref (positions);
      positions = list_standing (p, party->record.id);
      earlier = positions->len > 0 && !is_of_the_day (self, positions->pdata[0]);
    }
  if (positions->len == 0)
    return;
  first = g_ptr_array_index (positions, 0);
  topic = find_common_topic (self, positions);
  card = talks_stage_add_card (self, party,
                               /* Translators: heading above what a party stated before that day. */
                               g_strdup_printf (earlier ? _("%s stated")
                                                        /* Translators: heading above what a party states. */
                                                        : _("%s states"),
                                                name));
  card->since = earlier ? talks_date_to_words (first->date, TALKS_DATE_STYLE_FULL) : NULL;
  card->topic = topic != NULL ? g_strdup (talks_text_show (topic->name, self->language)) : NULL;
  card->n_stated = positions->len;
  for (guint i = 0; i < MIN (positions->len, MOST_LINES); i++)
    {
      const TalksPosition *position = g_ptr_array_index (positions, i);

      g_ptr_array_add (card->lines, g_strdup (talks_text_show (position->label, self->language)));
    }
}

void
talks_stage_add_positions (TalksStage *self)
{
  GPtrArray *parties = talks_document_get_records (self->document, TALKS_RECORD_PARTY);
  Positions p = { .stage = self };

  if (self->event != NULL)
    p.stated = talks_document_get_positions_at (self->document, self->event->record.id);
  p.focus = find_lesson_topic (self);
  if (p.focus == NULL)
    p.focus = find_event_topic (&p);

  /* The sides in the dispute before all others. */
  for (int principal = 1; principal >= 0; principal--)
    for (guint i = 0; i < parties->len; i++)
      {
        TalksParty *party = g_ptr_array_index (parties, i);

        if (talks_side_is_principal (party->side) == (principal == 1))
          add_party (&p, party);
      }
}
