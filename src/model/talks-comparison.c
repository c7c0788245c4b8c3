/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-comparison-private.h"

#include "talks-quiet.h"
#include "talks-state.h"

/* ---- which days ---- */

TalksDay
talks_comparison_get_round_day (const TalksEvent *round)
{
  TalksDay latest;

  g_return_val_if_fail (round != NULL, 0);

  latest = talks_date_get_latest (round->date);
  return latest < TALKS_DAY_MAX ? latest : talks_date_get_sort_day (round->date);
}

static TalksComparisonDate
date_of_round (TalksEvent *round)
{
  return (TalksComparisonDate) { talks_comparison_get_round_day (round), round };
}

/* Index of the last round but the latest that ended before day; −1 when there is none. */
static int
find_last_before (GPtrArray *rounds,
                  TalksDay   day)
{
  int found = -1;

  for (guint i = 0; i + 1 < rounds->len; i++)
    if (talks_comparison_get_round_day (rounds->pdata[i]) < day)
      found = (int) i;
  return found;
}

/* The last round before the longest quiet period that came between rounds. */
static int
find_before_quiet (TalksDocument *document,
                   GPtrArray     *rounds)
{
  g_autoptr (GArray) quiet = talks_quiet_find (document);
  TalksDay latest = talks_date_get_sort_day (((TalksEvent *) rounds->pdata[rounds->len - 1])->date);
  int64_t longest = 0;
  int found = -1;

  for (guint i = 0; i < quiet->len; i++)
    {
      TalksSpan span = g_array_index (quiet, TalksSpan, i);
      int before = find_last_before (rounds, span.start);

      if (before >= 0 && latest >= span.end && talks_span_length (span) > longest)
        {
          longest = talks_span_length (span);
          found = before;
        }
    }
  return found;
}

/* The last round before the longest time between two. */
static int
find_before_gap (GPtrArray *rounds)
{
  int64_t longest = INT64_MIN;
  int found = 0;

  for (guint i = 0; i + 1 < rounds->len; i++)
    {
      int64_t gap = talks_date_get_sort_day (((TalksEvent *) rounds->pdata[i + 1])->date)
                    - talks_comparison_get_round_day (rounds->pdata[i]);

      if (gap > longest)
        {
          longest = gap;
          found = (int) i;
        }
    }
  return found;
}

void
talks_comparison_find_default (TalksDocument       *document,
                               TalksComparisonDate *a,
                               TalksComparisonDate *b)
{
  g_autoptr (GPtrArray) rounds = NULL;
  int before;

  g_return_if_fail (TALKS_IS_DOCUMENT (document));
  g_return_if_fail (a != NULL && b != NULL);

  rounds = talks_document_list_rounds (document);
  if (rounds->len < 2)
    {
      TalksSpan extent = talks_document_get_extent (document);

      *a = (TalksComparisonDate) { extent.start, NULL };
      *b = (TalksComparisonDate) { extent.end - 1, NULL };
      return;
    }
  before = find_before_quiet (document, rounds);
  if (before < 0)
    before = find_before_gap (rounds);
  *a = date_of_round (rounds->pdata[before]);
  *b = date_of_round (rounds->pdata[rounds->len - 1]);
}

/* The last round begun by day. */
static TalksEvent *
find_round (TalksDocument *document,
            TalksDay       day)
{
  g_autoptr (GPtrArray) rounds = talks_document_list_rounds (document);
  TalksEvent *found = NULL;

  for (guint i = 0; i < rounds->len; i++)
    if (talks_date_get_sort_day (((TalksEvent *) rounds->pdata[i])->date) <= day)
      found = rounds->pdata[i];
  return found;
}

/* ---- entries ---- */

static gboolean
same_words (const TalksPosition *one,
            const TalksPosition *two)
{
  return talks_text_equal (one->label, two->label) && talks_text_equal (one->stance, two->stance);
}

/* Those of the last date stated by day. */
static void
find_standing (TalksComparisonEntry *entry,
               TalksComparisonSide   side,
               TalksDay              day)
{
  int last = talks_positions_find_at (entry->positions, day);
  guint first = (guint) MAX (last, 0);
  const TalksDate *date;

  if (last < 0)
    return;
  date = ((TalksPosition *) entry->positions->pdata[last])->date;
  while (first > 0
         && talks_date_get_earliest (((TalksPosition *) entry->positions->pdata[first - 1])->date)
              == talks_date_get_earliest (date))
    first--;
  entry->first[side] = first;
  entry->count[side] = (guint) last - first + 1;
}

static TalksComparisonState
compare_entry (TalksComparisonEntry *entry)
{
  guint n = entry->count[TALKS_COMPARISON_A];

  if (n == 0 && entry->count[TALKS_COMPARISON_B] == 0)
    return TALKS_COMPARISON_NONE;
  if (n == 0)
    return TALKS_COMPARISON_NEW;
  if (entry->count[TALKS_COMPARISON_B] == 0)
    return TALKS_COMPARISON_GONE;
  if (n != entry->count[TALKS_COMPARISON_B])
    return TALKS_COMPARISON_CHANGED;
  for (guint i = 0; i < n; i++)
    if (!same_words (talks_comparison_entry_get (entry, TALKS_COMPARISON_A, i),
                     talks_comparison_entry_get (entry, TALKS_COMPARISON_B, i)))
      return TALKS_COMPARISON_CHANGED;
  entry->restated = entry->first[TALKS_COMPARISON_A] != entry->first[TALKS_COMPARISON_B];
  return TALKS_COMPARISON_UNCHANGED;
}

static void
fill_entry (TalksComparison      *self,
            TalksDocument        *document,
            TalksComparisonEntry *entry,
            const TalksTopic     *topic,
            const TalksParty     *party)
{
  GPtrArray *positions = talks_document_get_positions (document, party->record.id, topic->record.id);

  entry->positions = g_ptr_array_new_with_free_func (talks_record_unref);
  if (positions == NULL)
    return;
  for (guint i = 0; i < positions->len; i++)
    g_ptr_array_add (entry->positions, talks_record_ref (positions->pdata[i]));
  for (int side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    find_standing (entry, side, self->days[side]);
  entry->state = compare_entry (entry);
}

/* ---- which parties ---- */

static gboolean
has_stated (TalksDocument    *document,
            GPtrArray        *topics,
            const TalksParty *party,
            TalksDay          day)
{
  for (guint i = 0; i < topics->len; i++)
    {
      const TalksTopic *topic = topics->pdata[i];
      GPtrArray *positions = talks_document_get_positions (document, party->record.id, topic->record.id);

      if (positions != NULL && talks_positions_find_at (positions, day) >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_sides (GPtrArray *parties)
{
  for (guint i = 0; i < parties->len; i++)
    if (talks_side_is_principal (((TalksParty *) parties->pdata[i])->side))
      return TRUE;
  return FALSE;
}

static void
take_parties (TalksComparison *self,
              TalksDocument   *document,
              gboolean         all_parties)
{
  GPtrArray *parties = talks_document_get_records (document, TALKS_RECORD_PARTY);
  TalksDay last = MAX (self->days[TALKS_COMPARISON_A], self->days[TALKS_COMPARISON_B]);
  gboolean sides = has_sides (parties);

  for (guint i = 0; i < parties->len && self->parties->len < TALKS_COMPARISON_MAX_PARTIES; i++)
    {
      TalksParty *party = parties->pdata[i];
      gboolean principal = talks_side_is_principal (party->side);

      if (!principal && !has_stated (document, self->topics, party, last))
        continue;
      if (!principal && sides)
        self->n_others++;
      if (principal || !sides || all_parties)
        g_ptr_array_add (self->parties, talks_record_ref (party));
    }
}

/* ---- life ---- */

TalksComparison *
talks_comparison_new (TalksDocument       *document,
                      TalksComparisonDate  a,
                      TalksComparisonDate  b,
                      gboolean             all_parties)
{
  TalksComparison *self;
  GPtrArray *topics;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  self = g_new0 (TalksComparison, 1);
  self->days[TALKS_COMPARISON_A] = a.day;
  self->days[TALKS_COMPARISON_B] = b.day;
  self->rounds[TALKS_COMPARISON_A] = a.round != NULL ? a.round : find_round (document, a.day);
  self->rounds[TALKS_COMPARISON_B] = b.round != NULL ? b.round : find_round (document, b.day);
  for (int side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    if (self->rounds[side] != NULL)
      talks_record_ref (self->rounds[side]);

  self->topics = g_ptr_array_new_with_free_func (talks_record_unref);
  topics = talks_document_get_records (document, TALKS_RECORD_TOPIC);
  for (guint i = 0; i < MIN (topics->len, TALKS_COMPARISON_MAX_TOPICS); i++)
    g_ptr_array_add (self->topics, talks_record_ref (topics->pdata[i]));
  self->parties = g_ptr_array_new_with_free_func (talks_record_unref);
  take_parties (self, document, all_parties);
  if (self->parties->len * self->topics->len > TALKS_COMPARISON_MAX_ENTRIES)
    g_ptr_array_set_size (self->topics, (int) (TALKS_COMPARISON_MAX_ENTRIES / self->parties->len));
  self->n_left_out = topics->len - self->topics->len;

  self->entries = g_new0 (TalksComparisonEntry, (gsize) self->topics->len * self->parties->len);
  for (guint topic = 0; topic < self->topics->len; topic++)
    for (guint party = 0; party < self->parties->len; party++)
      fill_entry (self, document, &self->entries[topic * self->parties->len + party],
                  self->topics->pdata[topic], self->parties->pdata[party]);
  talks_comparison_take_people (self, document);
  return self;
}

void
talks_comparison_free (TalksComparison *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->topics->len * self->parties->len; i++)
    g_ptr_array_unref (self->entries[i].positions);
  g_free (self->entries);
  for (int side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    {
      g_ptr_array_unref (self->delegates[side]);
      g_array_unref (self->hosts[side]);
      if (self->rounds[side] != NULL)
        talks_record_unref (self->rounds[side]);
    }
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->parties);
  g_free (self);
}

/* ---- reading ---- */

GPtrArray *
talks_comparison_get_topics (const TalksComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->topics;
}

GPtrArray *
talks_comparison_get_parties (const TalksComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->parties;
}

guint
talks_comparison_get_n_others (const TalksComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_others;
}

guint
talks_comparison_get_n_left_out (const TalksComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_left_out;
}

TalksDay
talks_comparison_get_day (const TalksComparison *self,
                          TalksComparisonSide    side)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (side < TALKS_COMPARISON_N_SIDES, 0);
  return self->days[side];
}

TalksEvent *
talks_comparison_get_round (const TalksComparison *self,
                            TalksComparisonSide    side)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (side < TALKS_COMPARISON_N_SIDES, NULL);
  return self->rounds[side];
}

const TalksComparisonEntry *
talks_comparison_get_entry (const TalksComparison *self,
                            guint                  topic,
                            guint                  party)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (topic < self->topics->len && party < self->parties->len, NULL);
  return &self->entries[topic * self->parties->len + party];
}

TalksPosition *
talks_comparison_entry_get (const TalksComparisonEntry *entry,
                            TalksComparisonSide         side,
                            guint                       i)
{
  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (side < TALKS_COMPARISON_N_SIDES && i < entry->count[side], NULL);
  return entry->positions->pdata[entry->first[side] + i];
}

gboolean
talks_comparison_entry_stands (const TalksComparisonEntry *entry,
                               TalksComparisonSide         side,
                               const TalksPosition        *position)
{
  g_return_val_if_fail (entry != NULL, FALSE);
  g_return_val_if_fail (side < TALKS_COMPARISON_N_SIDES, FALSE);

  for (guint i = 0; i < entry->count[side]; i++)
    if (talks_comparison_entry_get (entry, side, i) == position)
      return TRUE;
  return FALSE;
}

guint
talks_comparison_count (const TalksComparison *self,
                        TalksComparisonState   state)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->topics->len * self->parties->len; i++)
    n += self->entries[i].state == state;
  return n;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const TalksPosition *one = *(const TalksPosition * const *) a;
  const TalksPosition *two = *(const TalksPosition * const *) b;

  /* The sort is stable: of one date, parties keep the order of the document. */
  return talks_date_compare (one->date, two->date);
}

GPtrArray *
talks_comparison_list_history (const TalksComparison *self,
                               guint                  topic)
{
  GPtrArray *history;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (topic < self->topics->len, NULL);

  history = g_ptr_array_new_with_free_func (talks_record_unref);
  for (guint party = 0; party < self->parties->len; party++)
    {
      GPtrArray *positions = talks_comparison_get_entry (self, topic, party)->positions;

      for (guint i = 0; i < positions->len; i++)
        g_ptr_array_add (history, talks_record_ref (positions->pdata[i]));
    }
  g_ptr_array_sort (history, compare_dates);
  return history;
}
