/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-material.h"

#include <string.h>

struct _TalksMaterial
{
  gatomicrefcount ref_count;
  TalksDocument  *document;
  GPtrArray      *events; /* those of the document by time: it has others after each change */
  guint           stamp;  /* of the labels */
  char           *language;
  TalksMetrics    metrics;
  TalksPiece     *pieces;
  guint           n_pieces;
  guint          *counts; /* by lane: pieces in it */
  guint           n_lanes;
  GHashTable     *ranks;  /* TalksRecord to rank + 1 */
};

/* ---- words ---- */

static void
add_party (GPtrArray     *parties,
           TalksDocument *document,
           const char    *participant_id)
{
  TalksParticipant *participant;
  TalksParty *party;

  participant = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT, participant_id);
  if (participant == NULL)
    return;
  party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, participant->party);
  if (party != NULL && !g_ptr_array_find (parties, party, NULL))
    g_ptr_array_add (parties, party);
}

/* Who met: the parties present, in the order of the document. */
static char *
describe_parties (const TalksEvent *event,
                  TalksDocument    *document,
                  const char       *language)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new ();
  GString *words;
  GPtrArray *all;

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];

      if (attendance->presence != TALKS_PRESENCE_ABSENT)
        add_party (present, document, attendance->participant);
    }
  if (present->len < 2)
    return NULL;

  words = g_string_new (NULL);
  all = talks_document_get_records (document, TALKS_RECORD_PARTY);
  for (guint i = 0; i < all->len; i++)
    {
      const TalksParty *party = all->pdata[i];

      if (g_ptr_array_find (present, party, NULL))
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "",
                                talks_text_show (party->short_name, language));
    }
  return g_string_free (words, FALSE);
}

/* The first part of the name of a place: what stands before the town and the country. */
static char *
describe_place (const TalksEvent *event,
                const char       *language)
{
  const char *name;

  if (event->place == NULL)
    return NULL;
  name = talks_text_show (event->place->name, language);
  return g_strndup (name, strcspn (name, ",(;"));
}

/* ---- making ---- */

static void
measure_words (TalksMaterial *self,
               TalksPiece    *piece,
               TalksLabels   *labels)
{
  const TalksEvent *event = piece->event;
  const char *label = talks_text_show (event->label, self->language);

  piece->label_width = talks_labels_measure (labels, label,
                                             piece->is_card ? TALKS_LABEL_BOLD : TALKS_LABEL_PLAIN);
  if (piece->is_interval)
    piece->bar_width = talks_labels_measure (labels, label, TALKS_LABEL_BOLD);
  if (!piece->is_card)
    return;
  piece->second = describe_parties (event, self->document, self->language);
  if (piece->second == NULL)
    piece->second = describe_place (event, self->language);
  piece->second_width = talks_labels_measure (labels, piece->second, TALKS_LABEL_SMALL);
}

static void
init_piece (TalksMaterial *self,
            TalksPiece    *piece,
            guint          rank,
            TalksLabels   *labels)
{
  TalksEvent *event = self->events->pdata[rank];
  TalksDateFlags flags = talks_date_get_flags (event->date);
  int lane = talks_document_get_event_lane (self->document, event);

  *piece = (TalksPiece) {
    .event = event,
    .party = talks_document_get_event_party (self->document, event),
    .span = talks_span_from_date (event->date),
    .rank = rank,
    .lane = (guint) CLAMP (lane, 0, (int) self->n_lanes - 1),
    .weight = event->attendance->len,
    .is_card = strcmp (event->kind, "talks") == 0 || strcmp (event->kind, "summit") == 0,
    .is_interval = (flags & TALKS_DATE_INTERVAL) != 0,
    .is_disputed = event->certainty == TALKS_CERTAINTY_DISPUTED,
    .has_unknown_start = (flags & TALKS_DATE_UNKNOWN_START) != 0,
    .has_unknown_end = (flags & TALKS_DATE_UNKNOWN_END) != 0,
  };
  measure_words (self, piece, labels);
  self->counts[piece->lane]++;
  g_hash_table_insert (self->ranks, event, GUINT_TO_POINTER (rank + 1));
}

static TalksMaterial *
make (TalksDocument *document,
      TalksLabels   *labels,
      const char    *language)
{
  TalksMaterial *self = g_new0 (TalksMaterial, 1);
  GPtrArray *positions = talks_document_get_records (document, TALKS_RECORD_POSITION);

  g_atomic_ref_count_init (&self->ref_count);
  self->document = g_object_ref (document);
  self->events = g_ptr_array_ref (talks_document_get_events_by_time (document));
  self->stamp = talks_labels_get_stamp (labels);
  self->language = g_strdup (language);
  self->metrics = talks_metrics_get (labels);
  self->n_lanes = MAX (1, talks_document_count (document, TALKS_RECORD_LANE));
  self->counts = g_new0 (guint, self->n_lanes);
  self->ranks = g_hash_table_new (NULL, NULL);

  self->n_pieces = self->events->len;
  self->pieces = g_new (TalksPiece, self->n_pieces + 1);
  for (guint i = 0; i < self->n_pieces; i++)
    init_piece (self, &self->pieces[i], i, labels);
  for (guint i = 0; i < positions->len; i++)
    g_hash_table_insert (self->ranks, positions->pdata[i], GUINT_TO_POINTER (self->n_pieces + i + 1));
  return self;
}

/* Whether it was made from the same. That the array of events is the same one says that nothing in
 * the document has changed: a change drops it, and as we hold it no other can be in its place. */
static gboolean
fits (const TalksMaterial *self,
      TalksDocument       *document,
      TalksLabels         *labels,
      const char          *language)
{
  return self->document == document && self->events == talks_document_get_events_by_time (document)
         && self->stamp == talks_labels_get_stamp (labels) && g_strcmp0 (self->language, language) == 0;
}

TalksMaterial *
talks_material_get (TalksMaterial *previous,
                    TalksDocument *document,
                    TalksLabels   *labels,
                    const char    *language)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (labels != NULL, NULL);

  if (previous != NULL && fits (previous, document, labels, language))
    {
      g_atomic_ref_count_inc (&previous->ref_count);
      return previous;
    }
  return make (document, labels, language);
}

void
talks_material_unref (TalksMaterial *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_pieces; i++)
    g_free (self->pieces[i].second);
  g_free (self->pieces);
  g_free (self->counts);
  g_free (self->language);
  g_hash_table_unref (self->ranks);
  g_ptr_array_unref (self->events);
  g_object_unref (self->document);
  g_free (self);
}

/* ---- reading ---- */

const TalksPiece *
talks_material_get_pieces (TalksMaterial *self,
                           guint         *n_pieces)
{
  g_return_val_if_fail (self != NULL && n_pieces != NULL, NULL);
  *n_pieces = self->n_pieces;
  return self->pieces;
}

guint
talks_material_get_n_lanes (TalksMaterial *self)
{
  g_return_val_if_fail (self != NULL, 1);
  return self->n_lanes;
}

guint
talks_material_count_lane (TalksMaterial *self,
                           guint          lane)
{
  g_return_val_if_fail (self != NULL && lane < self->n_lanes, 0);
  return self->counts[lane];
}

const TalksMetrics *
talks_material_get_metrics (TalksMaterial *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return &self->metrics;
}

guint
talks_material_get_n_ranks (TalksMaterial *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return g_hash_table_size (self->ranks);
}

int
talks_material_find_rank (TalksMaterial     *self,
                          const TalksRecord *record)
{
  g_return_val_if_fail (self != NULL, -1);
  return GPOINTER_TO_INT (g_hash_table_lookup (self->ranks, record)) - 1;
}
