/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-worksheet-private.h"

#include <string.h>

/* What fills about two pages. */
#define N_ORDERS 2
#define N_PEOPLE 3
#define N_SPEAKERS 4
#define N_CHANGES 3

struct _TalksWorksheet
{
  guint      seed;
  GPtrArray *questions;
};

/* ---- chance ---- */

guint
talks_question_maker_draw (TalksQuestionMaker *self,
                           guint               n)
{
  guint64 z;

  g_assert (n > 0);

  self->random += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = self->random;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;
  return (guint) (((z >> 32) * n) >> 32);
}

void
talks_question_maker_shuffle (TalksQuestionMaker *self,
                              GPtrArray          *list)
{
  for (guint i = list->len; i > 1; i--)
    {
      guint j = talks_question_maker_draw (self, i);
      gpointer other = list->pdata[j];

      list->pdata[j] = list->pdata[i - 1];
      list->pdata[i - 1] = other;
    }
}

void
talks_question_maker_shuffle_choices (TalksQuestionMaker *self,
                                      GArray             *choices)
{
  for (guint i = choices->len; i > 1; i--)
    {
      guint j = talks_question_maker_draw (self, i);
      TalksQuestionChoice other = g_array_index (choices, TalksQuestionChoice, j);

      g_array_index (choices, TalksQuestionChoice, j) = g_array_index (choices, TalksQuestionChoice, i - 1);
      g_array_index (choices, TalksQuestionChoice, i - 1) = other;
    }
}

/* ---- what may be asked ---- */

static gboolean
has_source (TalksDocument  *document,
            char          **ids)
{
  for (; *ids != NULL; ids++)
    if (talks_document_lookup_kind (document, TALKS_RECORD_SOURCE, *ids) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
talks_worksheet_may_ask_event (TalksDocument    *document,
                               const TalksEvent *event)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (document) && event != NULL, FALSE);

  return event->certainty == TALKS_CERTAINTY_CONFIRMED && has_source (document, event->sources);
}

/* An account without a date says nothing of when it was. */
gboolean
talks_worksheet_may_ask_date (TalksDocument    *document,
                              const TalksEvent *event)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (document) && event != NULL, FALSE);

  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksAccount *account = event->accounts->pdata[i];

      if (account->date != NULL
          && !talks_span_equal (talks_span_from_date (account->date), talks_span_from_date (event->date)))
        return FALSE;
    }
  return talks_question_is_day (event->date) && talks_worksheet_may_ask_event (document, event);
}

gboolean
talks_worksheet_may_ask_position (TalksDocument       *document,
                                  const TalksPosition *position)
{
  const TalksEvent *event;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document) && position != NULL, FALSE);

  event = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, position->event);
  return has_source (document, position->sources)
         && (event == NULL || (event->certainty == TALKS_CERTAINTY_CONFIRMED && event->accounts->len == 0));
}

gboolean
talks_question_is_day (const TalksDate *date)
{
  return talks_date_is_day (date);
}

static gboolean
is_in_span (const TalksQuestionMaker *self,
            const TalksDate          *date)
{
  return talks_span_is_empty (self->span) || talks_span_overlaps (self->span, talks_span_from_date (date));
}

gboolean
talks_question_maker_is_beyond (TalksQuestionMaker *self,
                                const TalksRecord  *record)
{
  const char *event = record->kind == TALKS_RECORD_POSITION ? ((const TalksPosition *) record)->event : record->id;

  return self->tour_events != NULL && (event == NULL || !g_hash_table_contains (self->tour_events, event));
}

/* By chance; what the steps of the tour are about comes first. */
static GPtrArray *
mix (TalksQuestionMaker *self,
     GPtrArray          *records)
{
  g_autoptr (GPtrArray) beyond = g_ptr_array_new ();
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (talks_question_maker_is_beyond (self, records->pdata[i]) ? beyond : list, records->pdata[i]);
  talks_question_maker_shuffle (self, list);
  talks_question_maker_shuffle (self, beyond);
  g_ptr_array_extend (list, beyond, NULL, NULL);
  return list;
}

GPtrArray *
talks_question_maker_list_events (TalksQuestionMaker *self)
{
  GPtrArray *all = talks_document_get_records (self->document, TALKS_RECORD_EVENT);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TalksEvent *event = all->pdata[i];

      if (is_in_span (self, event->date) && talks_worksheet_may_ask_event (self->document, event))
        g_ptr_array_add (events, event);
    }
  return mix (self, events);
}

GPtrArray *
talks_question_maker_list_positions (TalksQuestionMaker *self)
{
  GPtrArray *all = talks_document_get_records (self->document, TALKS_RECORD_POSITION);
  g_autoptr (GPtrArray) positions = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TalksPosition *position = all->pdata[i];

      if (is_in_span (self, position->date) && talks_worksheet_may_ask_position (self->document, position))
        g_ptr_array_add (positions, position);
    }
  return mix (self, positions);
}

/* ---- what gives an answer away ---- */

/* "us" as a word, not as a part of "must". */
static gboolean
has_word (const char *folded,
          const char *word)
{
  const size_t length = strlen (word);

  for (const char *found = strstr (folded, word); found != NULL; found = strstr (found + 1, word))
    {
      const char *before = g_utf8_find_prev_char (folded, found);

      if ((before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
          && !g_unichar_isalnum (g_utf8_get_char (found + length)))
        return TRUE;
    }
  return FALSE;
}

/* Names are declined: the last letters may differ. */
static char *
dup_stem (const char *word)
{
  const long length = g_utf8_strlen (word, -1);

  return g_utf8_substring (word, 0, length > 4 ? MAX (length - 2, 4) : length);
}

/* Folded, and without the full stops after single letters: "U.S." is "us". */
static char *
fold (const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  gunichar before = ' ';
  gboolean is_single = FALSE; /* what stands before is a letter that stands alone */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '.' || !is_single)
        g_string_append_unichar (joined, c);
      is_single = g_unichar_isalpha (c) && !g_unichar_isalnum (before);
      before = c;
    }
  return g_utf8_casefold (joined->str, -1);
}

static gboolean
names (const char *folded,
       const char *name)
{
  static GRegex *between; /* never freed */
  g_autofree char *whole = fold (name);
  g_auto (GStrv) words = NULL;

  if (g_once_init_enter (&between))
    g_once_init_leave (&between, g_regex_new ("[^\\pL\\pM\\pN]+", G_REGEX_OPTIMIZE, 0, NULL));
  words = g_regex_split (between, whole, 0);

  if (*whole != '\0' && has_word (folded, whole))
    return TRUE;
  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *stem = dup_stem (*word);

      if (g_utf8_strlen (stem, -1) >= 4 && strstr (folded, stem) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
talks_question_gives_away (const char      *text,
                           const TalksText *name)
{
  g_autofree char *folded = fold (text);

  for (const char * const *one = talks_text_get_texts (name); *one != NULL; one++)
    if (names (folded, *one))
      return TRUE;
  return FALSE;
}

gboolean
talks_question_text_gives_away (const TalksText *text,
                                const TalksText *name)
{
  for (const char * const *one = talks_text_get_texts (text); *one != NULL; one++)
    if (talks_question_gives_away (*one, name))
      return TRUE;
  return FALSE;
}

/* ---- questions ---- */

TalksQuestion *
talks_question_new (TalksQuestionKind kind)
{
  TalksQuestion *self = g_new0 (TalksQuestion, 1);

  self->kind = kind;
  self->choices = g_array_new (FALSE, TRUE, sizeof (TalksQuestionChoice));
  self->sources = g_ptr_array_new_with_free_func (talks_record_unref);
  return self;
}

void
talks_question_free (TalksQuestion *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->choices->len; i++)
    talks_record_unref (g_array_index (self->choices, TalksQuestionChoice, i).record);
  g_array_unref (self->choices);
  g_ptr_array_unref (self->sources);
  g_clear_pointer (&self->event, talks_record_unref);
  g_clear_pointer (&self->position, talks_record_unref);
  g_clear_pointer (&self->party, talks_record_unref);
  g_clear_pointer (&self->topic, talks_record_unref);
  g_free (self);
}

void
talks_question_add_choice (TalksQuestion *self,
                           gpointer       record,
                           guint          answer)
{
  TalksQuestionChoice choice = { talks_record_ref (record), answer, FALSE };

  g_array_append_val (self->choices, choice);
}

void
talks_question_maker_mark_beyond (TalksQuestionMaker *self,
                                  TalksQuestion      *question)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      TalksQuestionChoice *choice = &g_array_index (question->choices, TalksQuestionChoice, i);

      choice->beyond = talks_question_maker_is_beyond (self, choice->record);
    }
}

void
talks_question_add_sources (TalksQuestion  *self,
                            TalksDocument  *document,
                            char          **ids)
{
  for (; *ids != NULL; ids++)
    {
      TalksSource *source = talks_document_lookup_kind (document, TALKS_RECORD_SOURCE, *ids);

      if (source != NULL && !g_ptr_array_find (self->sources, source, NULL))
        g_ptr_array_add (self->sources, talks_record_ref (source));
    }
}

/* Whichever language suits the reader better, that of the quotation or one of the stance; if both do, the quotation. */
gboolean
talks_position_is_quoted (const TalksPosition *position,
                          const char          *language)
{
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (TalksText) choice = NULL;
  g_autofree char *quoted = NULL;

  g_return_val_if_fail (position != NULL, FALSE);

  if (position->quote == NULL || position->quote->language == NULL)
    return position->quote != NULL;
  tags = g_ptr_array_new ();
  words = g_ptr_array_new ();
  quoted = g_strndup (position->quote->language, strcspn (position->quote->language, "-_"));
  g_ptr_array_add (tags, quoted);
  g_ptr_array_add (words, "quote");
  for (const char * const *tag = talks_text_get_languages (position->stance); *tag != NULL; tag++)
    {
      const size_t length = strcspn (*tag, "-_");

      if (length == strlen (quoted) && g_ascii_strncasecmp (*tag, quoted, length) == 0)
        continue;
      g_ptr_array_add (tags, (char *) *tag);
      g_ptr_array_add (words, "stance");
    }
  g_ptr_array_add (tags, NULL);
  g_ptr_array_add (words, NULL);
  choice = talks_text_new_tagged ((const char * const *) tags->pdata, (const char * const *) words->pdata);
  return strcmp (talks_text_get (choice, language), "quote") == 0;
}

const char *
talks_position_get_words (const TalksPosition *position,
                          const char          *language)
{
  g_return_val_if_fail (position != NULL, NULL);

  return talks_position_is_quoted (position, language) ? position->quote->text
                                                       : talks_text_show (position->stance, language);
}

/* ---- the worksheet ---- */

/* What its steps are about, and the time from the first of it to the last. */
static void
follow_tour (TalksQuestionMaker *self,
             const TalksTour    *tour)
{
  TalksSpan time = { 0, 0 };

  self->tour_events = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < tour->steps->len; i++)
    {
      const TalksTourStep *step = tour->steps->pdata[i];
      const TalksEvent *event = talks_document_lookup_kind (self->document, TALKS_RECORD_EVENT, step->event);
      const TalksDate *date = event != NULL ? event->date : step->span;

      if (event != NULL)
        g_hash_table_add (self->tour_events, step->event);
      if (date != NULL)
        time = talks_span_is_empty (time) ? talks_span_from_date (date)
                                          : talks_span_union (time, talks_span_from_date (date));
    }
  self->span = talks_span_is_empty (self->span) ? time : talks_span_intersect (self->span, time);
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return (int) (*(const TalksQuestion * const *) a)->kind - (int) (*(const TalksQuestion * const *) b)->kind;
}

TalksWorksheet *
talks_worksheet_new (TalksDocument             *document,
                     const TalksWorksheetScope *scope,
                     guint                      seed)
{
  TalksWorksheet *self;
  TalksQuestionMaker maker = { .document = document, .scope = scope, .random = seed };

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document) && scope != NULL, NULL);
  g_return_val_if_fail (seed <= TALKS_WORKSHEET_MAX_SEED, NULL);

  self = g_new0 (TalksWorksheet, 1);
  self->seed = seed;
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_question_free);

  maker.language = scope->language != NULL ? scope->language : talks_document_get_language (document);
  maker.span = scope->span;
  if (scope->tour != NULL)
    follow_tour (&maker, scope->tour);
  maker.used = g_hash_table_new (NULL, NULL);
  maker.questions = self->questions;
  /* Of few events is known who was there, while each has its place in the order: these are asked about second. */
  talks_question_maker_add_people (&maker, N_PEOPLE);
  talks_question_maker_add_orders (&maker, N_ORDERS);
  talks_question_maker_add_speakers (&maker, N_SPEAKERS);
  talks_question_maker_add_changes (&maker, N_CHANGES);
  g_ptr_array_sort (self->questions, compare_kinds);
  g_hash_table_unref (maker.used);
  g_clear_pointer (&maker.tour_events, g_hash_table_unref);
  return self;
}

void
talks_worksheet_free (TalksWorksheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->questions);
  g_free (self);
}

guint
talks_worksheet_get_seed (const TalksWorksheet *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->seed;
}

GPtrArray *
talks_worksheet_get_questions (const TalksWorksheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->questions;
}
