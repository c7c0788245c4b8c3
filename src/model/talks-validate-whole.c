/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What only the whole document shows: records that nothing belongs to, and records that cannot be told
 * apart. */

#include "talks-validate-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "talks-gettext.h"

/* ---- what is never used ---- */

static void
add_strings (GHashTable      *set,
             TalksDocument   *document,
             TalksRecordKind  kind,
             size_t           offset)
{
  GPtrArray *records = talks_document_get_records (document, kind);

  for (guint i = 0; i < records->len; i++)
    {
      char *id = G_STRUCT_MEMBER (char *, g_ptr_array_index (records, i), offset);

      if (id != NULL)
        g_hash_table_add (set, id);
    }
}

static void
check_lanes (TalksValidator *v)
{
  GPtrArray *lanes = talks_document_get_records (v->document, TALKS_RECORD_LANE);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  add_strings (kinds, v->document, TALKS_RECORD_EVENT, G_STRUCT_OFFSET (TalksEvent, kind));
  for (guint i = 0; i < lanes->len; i++)
    {
      const TalksLane *lane = g_ptr_array_index (lanes, i);
      gboolean used = lane->kinds[0] == NULL; /* that has been told */

      for (guint j = 0; lane->kinds[j] != NULL && !used; j++)
        used = g_hash_table_contains (kinds, lane->kinds[j]);
      v->record = &lane->record;
      if (!used)
        talks_validator_add (v, TALKS_SEVERITY_WARNING, "/kinds",
                             _("No event is of these kinds, so that this lane stays empty: take it out, or "
                               "correct its kinds."));
    }
}

static void
check_used (TalksValidator  *v,
            TalksRecordKind  kind,
            GHashTable      *used,
            const char      *message)
{
  GPtrArray *records = talks_document_get_records (v->document, kind);

  for (guint i = 0; i < records->len; i++)
    {
      v->record = g_ptr_array_index (records, i);
      if (!g_hash_table_contains (used, v->record->id))
        talks_validator_add (v, TALKS_SEVERITY_WARNING, "", "%s", message);
    }
}

void
talks_validate_use (TalksValidator *v)
{
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);

  add_strings (topics, v->document, TALKS_RECORD_POSITION, G_STRUCT_OFFSET (TalksPosition, topic));
  add_strings (parties, v->document, TALKS_RECORD_POSITION, G_STRUCT_OFFSET (TalksPosition, party));
  add_strings (parties, v->document, TALKS_RECORD_PARTICIPANT, G_STRUCT_OFFSET (TalksParticipant, party));
  check_lanes (v);
  check_used (v, TALKS_RECORD_TOPIC, topics,
              _("No position is on this topic: add one, or take the topic out."));
  check_used (v, TALKS_RECORD_PARTY, parties,
              _("Nobody belongs to this party, and it states nothing: take it out, or add who speaks for "
                "it."));
}

/* ---- events that look the same ---- */

static gboolean
is_there (const TalksAttendance *attendance)
{
  return attendance->presence == TALKS_PRESENCE_PRESENT || attendance->presence == TALKS_PRESENCE_REMOTE;
}

static const char *
get_start (const TalksEvent *event)
{
  return event->time != NULL ? event->time->start : NULL;
}

static guint
hash_when (const TalksEvent *event)
{
  return g_str_hash (talks_date_get_text (event->date)) ^ g_str_hash (event->kind);
}

static gboolean
is_same_when (const TalksEvent *a,
              const TalksEvent *b)
{
  return strcmp (talks_date_get_text (a->date), talks_date_get_text (b->date)) == 0
         && strcmp (a->kind, b->kind) == 0 && g_strcmp0 (get_start (a), get_start (b)) == 0;
}

static guint
hash_title (gconstpointer key)
{
  const TalksEvent *event = key;

  return hash_when (event) * 33 + g_str_hash (talks_text_get (event->title, NULL));
}

static gboolean
is_same_title (gconstpointer key,
               gconstpointer other)
{
  const TalksEvent *a = key;
  const TalksEvent *b = other;

  return is_same_when (a, b)
         && strcmp (talks_text_get (a->title, NULL), talks_text_get (b->title, NULL)) == 0;
}

/* Does not depend on the order in which they are named. */
static guint
hash_meeting (gconstpointer key)
{
  const TalksEvent *event = key;
  guint hash = hash_when (event) * 33 + g_str_hash (talks_text_get (event->place->name, NULL));

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = g_ptr_array_index (event->attendance, i);

      if (is_there (attendance))
        hash += g_str_hash (attendance->participant);
    }
  return hash;
}

static int
compare_ids (const void *a,
             const void *b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_people (const TalksEvent *event)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = g_ptr_array_index (event->attendance, i);

      if (is_there (attendance))
        g_ptr_array_add (ids, attendance->participant);
    }
  if (ids->len > 1)
    qsort (ids->pdata, ids->len, sizeof ids->pdata[0], compare_ids);
  return ids;
}

static gboolean
is_same_meeting (gconstpointer key,
                 gconstpointer other)
{
  const TalksEvent *a = key;
  const TalksEvent *b = other;
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) there = NULL;

  if (!is_same_when (a, b)
      || strcmp (talks_text_get (a->place->name, NULL), talks_text_get (b->place->name, NULL)) != 0)
    return FALSE;
  here = list_people (a);
  there = list_people (b);
  if (here->len != there->len)
    return FALSE;
  for (guint i = 0; i < here->len; i++)
    if (strcmp (here->pdata[i], there->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_meeting (const TalksEvent *event)
{
  guint n = 0;

  for (guint i = 0; i < event->attendance->len; i++)
    n += is_there (event->attendance->pdata[i]);
  return n > 1 && event->place != NULL && talks_date_is_day (event->date);
}

static gboolean
names (const TalksEvent *event,
       const TalksEvent *other)
{
  for (guint i = 0; i < event->related->len; i++)
    if (strcmp (((TalksRelation *) event->related->pdata[i])->event, other->record.id) == 0)
      return TRUE;
  return FALSE;
}

/* The first of them stays in the table. */
static const TalksEvent *
find_twin (GHashTable *table,
           TalksEvent *event)
{
  const TalksEvent *twin = g_hash_table_lookup (table, event);

  if (twin == NULL)
    g_hash_table_add (table, event);
  /* Two that name each other are known to be two. */
  return twin != NULL && !names (event, twin) && !names (twin, event) ? twin : NULL;
}

static void
check_events (TalksValidator *v)
{
  GPtrArray *events = talks_document_get_records (v->document, TALKS_RECORD_EVENT);
  g_autoptr (GHashTable) titles = g_hash_table_new (hash_title, is_same_title);
  g_autoptr (GHashTable) meetings = g_hash_table_new (hash_meeting, is_same_meeting);

  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = g_ptr_array_index (events, i);
      const TalksEvent *twin = find_twin (titles, event);
      const TalksEvent *meeting = is_meeting (event) ? find_twin (meetings, event) : NULL;

      v->record = &event->record;
      if (twin != NULL)
        talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                             _("“%s” has the same date, kind and title: take one of the two out, or say in "
                               "“related” how they belong together."), twin->record.id);
      else if (meeting != NULL)
        talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                             _("“%s” is of the same kind, on the same day, at the same place and with the "
                               "same people: take one of the two out, or say in “related” how they belong "
                               "together."), meeting->record.id);
    }
}

/* ---- parties that look the same ---- */

/* Of red, green and blue, each 0 to 255, weighted by what the eye tells apart: black and white are
 * about 765 apart, two colours that take a second look less than 40. */
#define MIN_DISTANCE 40

static double
get_distance (const char *a,
              const char *b)
{
  guint64 x = g_ascii_strtoull (a + 1, NULL, 16);
  guint64 y = g_ascii_strtoull (b + 1, NULL, 16);
  double red = (double) (x >> 16 & 255) - (double) (y >> 16 & 255);
  double green = (double) (x >> 8 & 255) - (double) (y >> 8 & 255);
  double blue = (double) (x & 255) - (double) (y & 255);
  double mean = (double) ((x >> 16 & 255) + (y >> 16 & 255)) / 2;

  return sqrt ((2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue);
}

/* With so many parties nobody could keep all apart, and comparing each with each takes too long. */
#define MAX_COMPARED 200

static void
check_parties (TalksValidator *v)
{
  GPtrArray *parties = talks_document_get_records (v->document, TALKS_RECORD_PARTY);

  for (guint i = 1; i < parties->len && i < MAX_COMPARED; i++)
    {
      const TalksParty *party = g_ptr_array_index (parties, i);

      for (guint j = 0; j < i; j++)
        {
          const TalksParty *other = g_ptr_array_index (parties, j);

          if (party->mark != other->mark || get_distance (party->color, other->color) >= MIN_DISTANCE)
            continue;
          v->record = &party->record;
          talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                               _("“%s” has the same mark and nearly the same colour: give one of the two "
                                 "another."), other->record.id);
          break;
        }
    }
}

void
talks_validate_twins (TalksValidator *v)
{
  check_events (v);
  check_parties (v);
}
