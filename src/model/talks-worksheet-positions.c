/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about positions: who said it, and what changed. */

#include "talks-worksheet-private.h"

#include "talks-state.h"
#include "talks-worksheet-tells.h"

#define SPEAKER_CHOICES 4
#define SPEAKER_LEAST 2
#define LEAST_WORDS 36 /* characters: fewer say too little */
#define MOST_WORDS 220

/* ---- who said it ---- */

/* Parties that stated anything: those in the dispute, then the others by chance. */
static GPtrArray *
list_parties (TalksQuestionMaker *self,
              const TalksParty   *right)
{
  GPtrArray *all = talks_document_get_records (self->document, TALKS_RECORD_PARTY);
  GPtrArray *positions = talks_document_get_records (self->document, TALKS_RECORD_POSITION);
  g_autoptr (GHashTable) speaking = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GPtrArray *parties = g_ptr_array_new ();

  for (guint i = 0; i < positions->len; i++)
    g_hash_table_add (speaking, ((TalksPosition *) positions->pdata[i])->party);
  for (guint i = 0; i < all->len; i++)
    {
      TalksParty *party = all->pdata[i];

      if (party != right && g_hash_table_contains (speaking, party->record.id))
        g_ptr_array_add (talks_side_is_principal (party->side) ? parties : others, party);
    }
  talks_question_maker_shuffle (self, others);
  g_ptr_array_extend (parties, others, NULL, NULL);
  return parties;
}

static int
compare_document_order (gconstpointer a,
                        gconstpointer b,
                        gpointer      data)
{
  guint one = 0;
  guint two = 0;

  g_ptr_array_find (data, ((const TalksQuestionChoice *) a)->record, &one);
  g_ptr_array_find (data, ((const TalksQuestionChoice *) b)->record, &two);
  return one < two ? -1 : one > two;
}

static TalksQuestion *
ask_speaker (TalksQuestionMaker *self,
             TalksTells         *tells,
             TalksPosition      *position)
{
  TalksParty *party = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTY, position->party);
  const char *words = talks_position_get_words (position, self->language);
  long length = g_utf8_strlen (words, -1);
  g_autoptr (GPtrArray) others = NULL;
  TalksQuestion *question;

  if (party == NULL || length < LEAST_WORDS || length > MOST_WORDS || talks_tells_give_away (tells, words, party))
    return NULL;
  others = list_parties (self, party);
  if (others->len + 1 < SPEAKER_LEAST)
    return NULL;

  question = talks_question_new (TALKS_QUESTION_SPEAKER);
  question->position = talks_record_ref (position);
  question->beyond = talks_question_maker_is_beyond (self, &position->record);
  question->party = talks_record_ref (party);
  talks_question_add_choice (question, party, 1);
  for (guint i = 0; i < MIN (others->len, SPEAKER_CHOICES - 1); i++)
    talks_question_add_choice (question, others->pdata[i], 0);
  g_array_sort_with_data (question->choices, compare_document_order,
                          talks_document_get_records (self->document, TALKS_RECORD_PARTY));
  talks_question_add_sources (question, self->document, position->sources);
  return question;
}

/* One of each party while there are others, so that the answer is not always the same. */
void
talks_question_maker_add_speakers (TalksQuestionMaker *self,
                                   guint               n)
{
  g_autoptr (GPtrArray) positions = talks_question_maker_list_positions (self);
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TalksTells) tells = talks_tells_new (self->document);
  guint n_asked = 0;

  for (int turn = 0; turn < 2; turn++)
    for (guint i = 0; i < positions->len && n_asked < n; i++)
      {
        TalksPosition *position = positions->pdata[i];
        TalksQuestion *question = NULL;

        if (!g_hash_table_contains (self->used, position)
            && (turn > 0 || !g_hash_table_contains (parties, position->party)))
          question = ask_speaker (self, tells, position);
        if (question == NULL)
          continue;
        g_hash_table_add (self->used, position);
        g_hash_table_add (parties, position->party);
        g_ptr_array_add (self->questions, question);
        n_asked++;
      }
}

/* ---- what changed ---- */

/* The one position that the party stated on the topic that day. */
static gboolean
stands_alone (GPtrArray *stated,
              guint      i)
{
  const TalksPosition *position = stated->pdata[i];
  TalksDay day = talks_date_get_earliest (position->date);

  for (guint j = 0; j < stated->len; j++)
    {
      const TalksPosition *other = stated->pdata[j];

      if (i != j && talks_date_get_earliest (other->date) <= day && talks_date_get_latest (other->date) >= day)
        return FALSE;
    }
  return talks_question_is_day (position->date);
}

/* The next one that may be asked about; NULL: there is none. */
static TalksPosition *
find_next (TalksQuestionMaker *self,
           GPtrArray          *positions,
           const TalksPosition *position)
{
  GPtrArray *stated = talks_document_get_positions (self->document, position->party, position->topic);
  guint at = 0;

  if (stated == NULL || !g_ptr_array_find (stated, position, &at) || !stands_alone (stated, at))
    return NULL;
  for (guint i = at + 1; i < stated->len; i++)
    {
      TalksPosition *next = stated->pdata[i];

      if (g_ptr_array_find (positions, next, NULL) && !g_hash_table_contains (self->used, next)
          && stands_alone (stated, i)
          && g_strcmp0 (talks_text_show (position->stance, self->language),
                        talks_text_show (next->stance, self->language)) != 0)
        return next;
    }
  return NULL;
}

static TalksQuestion *
ask_change (TalksQuestionMaker *self,
            TalksPosition      *before,
            TalksPosition      *after)
{
  TalksParty *party = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTY, before->party);
  TalksTopic *topic = talks_document_lookup_kind (self->document, TALKS_RECORD_TOPIC, before->topic);
  TalksQuestion *question;

  if (party == NULL || topic == NULL)
    return NULL;
  question = talks_question_new (TALKS_QUESTION_CHANGE);
  question->party = talks_record_ref (party);
  question->topic = talks_record_ref (topic);
  talks_question_add_choice (question, before, 1);
  talks_question_add_choice (question, after, 2);
  talks_question_maker_mark_beyond (self, question);
  talks_question_maker_shuffle_choices (self, question->choices);
  talks_question_add_sources (question, self->document, before->sources);
  talks_question_add_sources (question, self->document, after->sources);
  return question;
}

/* One of each party while there are others. */
void
talks_question_maker_add_changes (TalksQuestionMaker *self,
                                  guint               n)
{
  g_autoptr (GPtrArray) positions = talks_question_maker_list_positions (self);
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_asked = 0;

  for (int turn = 0; turn < 2; turn++)
    for (guint i = 0; i < positions->len && n_asked < n; i++)
      {
        TalksPosition *before = positions->pdata[i];
        TalksPosition *after = NULL;
        TalksQuestion *question;

        if (!g_hash_table_contains (self->used, before)
            && (turn > 0 || !g_hash_table_contains (parties, before->party)))
          after = find_next (self, positions, before);
        question = after != NULL ? ask_change (self, before, after) : NULL;
        if (question == NULL)
          continue;
        g_hash_table_add (self->used, before);
        g_hash_table_add (self->used, after);
        g_hash_table_add (parties, before->party);
        g_ptr_array_add (self->questions, question);
        n_asked++;
      }
}
