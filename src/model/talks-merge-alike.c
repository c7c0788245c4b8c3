/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of two documents that look alike, with a score of 0 to 100.
 *
 *   events        date 40, title 40, people 20 (of those named in the attendance, by name); without people on both
 *                 sides date and title count for all. On days that lie apart by more than a week they are not alike
 *   participants  name 80, party 20
 *   positions     of one party on one topic: date 40, stance 60
 *   sources       one address: 100; else title 70, publication 15, date 15
 *   all others    name, title or text 100
 *
 * Names and titles are compared by their words, in every language, in whatever case; the best counts. A date counts
 * in full when both cover the same days, by half when the days overlap, by a quarter when they do not.
 *
 * Only those are compared that have a day near by, or a word of their names in common that few have. */

#include "talks-merge-private.h"

#include <string.h>

#include "talks-query.h"

#define MIN_SCORE 70
#define MAX_DAYS_APART 7
#define MAX_COMPARED 200 /* records of theirs for one of ours */

#define TEXT(record, Type, member) (((const Type *) (record))->member)

typedef struct
{
  const TalksRecord *record;
  GPtrArray         *names;  /* of GHashTable: a set of words for each language */
  GHashTable        *people; /* set of names; NULL except of events */
  TalksDate         *date;   /* may be NULL */
} Known;

static void
known_free (Known *known)
{
  g_ptr_array_unref (known->names);
  g_clear_pointer (&known->people, g_hash_table_unref);
  g_free (known);
}

/* ---- what is known of a record ---- */

static GHashTable *
split_words (const char *text)
{
  g_autofree char *folded = talks_query_fold (text);
  g_auto (GStrv) words = g_str_tokenize_and_fold (folded, NULL, NULL);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (words[i]));
  return set;
}

static void
add_name (GPtrArray  *names,
          const char *text)
{
  g_autoptr (GHashTable) words = text != NULL ? split_words (text) : NULL;

  if (words != NULL && g_hash_table_size (words) > 0)
    g_ptr_array_add (names, g_steal_pointer (&words));
}

/* An address: all of it or nothing. */
static void
add_whole (GPtrArray  *names,
           const char *text)
{
  GHashTable *set;

  if (text == NULL)
    return;
  set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (set, g_strdup (text));
  g_ptr_array_add (names, set);
}

static void
add_text (GPtrArray       *names,
          const TalksText *text)
{
  const char * const *texts = text != NULL ? talks_text_get_texts (text) : NULL;

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_name (names, texts[i]);
}

static GPtrArray *
list_names (const TalksRecord *record)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  switch (record->kind)
    {
    case TALKS_RECORD_LANE:
      add_text (names, TEXT (record, TalksLane, name));
      break;
    case TALKS_RECORD_TOPIC:
      add_text (names, TEXT (record, TalksTopic, name));
      break;
    case TALKS_RECORD_PARTY:
      add_text (names, TEXT (record, TalksParty, name));
      break;
    case TALKS_RECORD_PARTICIPANT:
      add_text (names, TEXT (record, TalksParticipant, name));
      add_name (names, TEXT (record, TalksParticipant, native_name));
      break;
    case TALKS_RECORD_EVENT:
      add_text (names, TEXT (record, TalksEvent, title));
      break;
    case TALKS_RECORD_POSITION:
      add_text (names, TEXT (record, TalksPosition, stance));
      break;
    case TALKS_RECORD_SOURCE:
      add_name (names, TEXT (record, TalksSource, title));
      add_whole (names, TEXT (record, TalksSource, url));
      break;
    case TALKS_RECORD_ANNOTATION:
      add_name (names, TEXT (record, TalksAnnotation, body));
      break;
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      add_text (names, TEXT (record, TalksTour, title));
      break;
    }
  return names;
}

/* The names of those who were there, in every language: ids may differ from file to file. */
static GHashTable *
list_people (TalksDocument    *document,
             const TalksEvent *event)
{
  GHashTable *people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];
      const TalksParticipant *person = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                                   attendance->participant);

      if (person != NULL && person->name != NULL)
        g_hash_table_add (people, talks_query_fold (talks_text_get (person->name, "en")));
    }
  return people;
}

static Known *
known_new (TalksDocument     *document,
           const TalksRecord *record)
{
  Known *known = g_new0 (Known, 1);

  known->record = record;
  known->names = list_names (record);
  if (record->kind == TALKS_RECORD_EVENT)
    {
      known->date = TEXT (record, TalksEvent, date);
      known->people = list_people (document, (const TalksEvent *) record);
    }
  else if (record->kind == TALKS_RECORD_POSITION)
    known->date = TEXT (record, TalksPosition, date);
  else if (record->kind == TALKS_RECORD_SOURCE)
    known->date = TEXT (record, TalksSource, issued);
  return known;
}

/* ---- scores ---- */

/* How much two sets have in common, 0 … 1. */
static double
compare_sets (GHashTable *a,
              GHashTable *b)
{
  guint n = 0;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    n += g_hash_table_contains (b, key);
  return n == 0 ? 0 : 2.0 * n / (g_hash_table_size (a) + g_hash_table_size (b));
}

static double
compare_names (const Known *a,
               const Known *b)
{
  double best = 0;

  for (guint i = 0; i < a->names->len; i++)
    for (guint j = 0; j < b->names->len; j++)
      best = MAX (best, compare_sets (a->names->pdata[i], b->names->pdata[j]));
  return best;
}

static gboolean
is_apart (TalksDate *a,
          TalksDate *b)
{
  return talks_date_get_earliest (a) > talks_date_get_latest (b) + MAX_DAYS_APART
         || talks_date_get_earliest (b) > talks_date_get_latest (a) + MAX_DAYS_APART;
}

static double
compare_dates (TalksDate *a,
               TalksDate *b)
{
  if (a == NULL || b == NULL || is_apart (a, b))
    return 0;
  if (talks_date_get_earliest (a) == talks_date_get_earliest (b) && talks_date_get_latest (a) == talks_date_get_latest (b))
    return 1;
  return talks_date_get_earliest (a) <= talks_date_get_latest (b) && talks_date_get_earliest (b) <= talks_date_get_latest (a)
         ? 0.5 : 0.25;
}

static double
score_events (const Known *a,
              const Known *b)
{
  const double rest = 40 * compare_dates (a->date, b->date) + 40 * compare_names (a, b);

  if (is_apart (a->date, b->date))
    return 0;
  if (g_hash_table_size (a->people) == 0 || g_hash_table_size (b->people) == 0)
    return rest * 100 / 80;
  return rest + 20 * compare_sets (a->people, b->people);
}

static double
score_sources (const Known *a,
               const Known *b)
{
  const TalksSource *first = (const TalksSource *) a->record;
  const TalksSource *second = (const TalksSource *) b->record;

  if (first->url != NULL && g_strcmp0 (first->url, second->url) == 0)
    return 100;
  return 70 * compare_names (a, b) + 15 * compare_dates (a->date, b->date)
         + 15 * (g_strcmp0 (first->container_title, second->container_title) == 0);
}

static int
score (const Known *a,
       const Known *b)
{
  switch (a->record->kind)
    {
    case TALKS_RECORD_EVENT:
      return (int) score_events (a, b);
    case TALKS_RECORD_PARTICIPANT:
      return (int) (80 * compare_names (a, b)
                    + 20 * (g_strcmp0 (TEXT (a->record, TalksParticipant, party),
                                       TEXT (b->record, TalksParticipant, party)) == 0));
    case TALKS_RECORD_POSITION:
      if (strcmp (TEXT (a->record, TalksPosition, party), TEXT (b->record, TalksPosition, party)) != 0
          || strcmp (TEXT (a->record, TalksPosition, topic), TEXT (b->record, TalksPosition, topic)) != 0)
        return 0;
      return (int) (40 * compare_dates (a->date, b->date) + 60 * compare_names (a, b));
    case TALKS_RECORD_SOURCE:
      return (int) score_sources (a, b);
    case TALKS_RECORD_LANE:
    case TALKS_RECORD_TOPIC:
    case TALKS_RECORD_PARTY:
    case TALKS_RECORD_ANNOTATION:
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      return (int) (100 * compare_names (a, b));
    }
}

/* ---- which ones to compare ---- */

/* Word → GPtrArray of Known. */
static GHashTable *
index_words (GPtrArray *known)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < known->len; i++)
    {
      const Known *one = known->pdata[i];

      for (guint j = 0; j < one->names->len; j++)
        {
          GHashTableIter iter;
          gpointer word;

          g_hash_table_iter_init (&iter, one->names->pdata[j]);
          while (g_hash_table_iter_next (&iter, &word, NULL))
            {
              GPtrArray *having = g_hash_table_lookup (index, word);

              if (having == NULL)
                {
                  having = g_ptr_array_new ();
                  g_hash_table_insert (index, g_strdup (word), having);
                }
              if (having->len == 0 || having->pdata[having->len - 1] != one)
                g_ptr_array_add (having, (gpointer) one);
            }
        }
    }
  return index;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const GPtrArray *first = *(GPtrArray * const *) a;
  const GPtrArray *second = *(GPtrArray * const *) b;

  return (first->len > second->len) - (first->len < second->len);
}

/* Those of theirs that share a word with one, rare words first. */
static GPtrArray *
list_sharing (const Known *one,
              GHashTable  *index)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < one->names->len; i++)
    {
      GHashTableIter iter;
      gpointer word;

      g_hash_table_iter_init (&iter, one->names->pdata[i]);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        {
          GPtrArray *having = g_hash_table_lookup (index, word);

          if (having != NULL)
            g_ptr_array_add (lists, having);
        }
    }
  g_ptr_array_sort (lists, compare_lengths);
  for (guint i = 0; i < lists->len && (found->len == 0 || found->len < MAX_COMPARED); i++)
    {
      const GPtrArray *having = lists->pdata[i];

      for (guint j = 0; j < having->len && j < MAX_COMPARED; j++)
        if (g_hash_table_add (seen, having->pdata[j]))
          g_ptr_array_add (found, having->pdata[j]);
    }
  return found;
}

/* ---- pairs ---- */

/* The best first; of equal ones those that come first in the documents, which is where they stand in the list. */
static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const TalksLikeness *first = a;
  const TalksLikeness *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first->ours != second->ours)
    return strcmp (first->ours->id, second->ours->id);
  return strcmp (first->theirs->id, second->theirs->id);
}

static GArray *
take_best (GArray *pairs)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GArray *best = g_array_new (FALSE, FALSE, sizeof (TalksLikeness));

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const TalksLikeness *pair = &g_array_index (pairs, TalksLikeness, i);

      if (g_hash_table_contains (taken, pair->ours) || g_hash_table_contains (taken, pair->theirs))
        continue;
      g_hash_table_add (taken, (gpointer) pair->ours);
      g_hash_table_add (taken, (gpointer) pair->theirs);
      g_array_append_val (best, *pair);
    }
  return best;
}

static GPtrArray *
learn (TalksDocument *document,
       GPtrArray     *records)
{
  GPtrArray *known = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (known, known_new (document, records->pdata[i]));
  return known;
}

GArray *
talks_merge_find_alike (TalksMerge      *self,
                        TalksRecordKind  kind,
                        GPtrArray       *ours,
                        GPtrArray       *theirs)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (TalksLikeness));
  g_autoptr (GPtrArray) our_known = NULL;
  g_autoptr (GPtrArray) their_known = NULL;
  g_autoptr (GHashTable) index = NULL;

  if (ours->len == 0 || theirs->len == 0)
    return g_steal_pointer (&pairs);

  our_known = learn (self->given[TALKS_SIDE_OURS], ours);
  their_known = learn (self->given[TALKS_SIDE_THEIRS], theirs);
  index = index_words (their_known);
  for (guint i = 0; i < our_known->len; i++)
    {
      const Known *one = our_known->pdata[i];
      g_autoptr (GPtrArray) near = list_sharing (one, index);

      for (guint j = 0; j < near->len; j++)
        {
          const Known *other = near->pdata[j];
          const TalksLikeness pair = { one->record, other->record, score (one, other) };

          if (pair.score >= MIN_SCORE)
            g_array_append_val (pairs, pair);
        }
    }
  return take_best (pairs);
}
