/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-roster.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-date-words.h"
#include "talks-query.h"
#include "talks-state.h"

#define FEW_OF_A_SIDE 6
#define FEW_OF_ANOTHER 3

typedef struct
{
  guint           round; /* index into rounds */
  TalksTrailState state;
} Attended;

typedef struct
{
  TalksParticipant *participant;
  TalksParty       *party; /* NULL: none, or one that is not in the document */
  guint             order; /* in the document */
  GArray           *rounds; /* of Attended, by round */
  GArray           *days;   /* of TalksDay: the events they were named at, sorted */
  char             *words;  /* folded; NULL until the first search */
  guint             score;  /* of the listing under way */
} Person;

typedef struct
{
  TalksParty *party; /* NULL for those without */
  GPtrArray  *people; /* of Person, in document order */
} Group;

struct _TalksRoster
{
  TalksDocument *document;
  GPtrArray     *rounds;  /* of TalksEvent, by time */
  GPtrArray     *groups;  /* of Group, in document order of the parties, those without one last */
  GHashTable    *persons; /* TalksParticipant → Person */
};

static void
person_free (gpointer data)
{
  Person *person = data;

  g_array_unref (person->rounds);
  g_array_unref (person->days);
  g_free (person->words);
  g_free (person);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ptr_array_unref (group->people);
  g_free (group);
}

/* ---- making ---- */

static TalksTrailState
state_from_presence (TalksPresence presence)
{
  switch (presence)
    {
    case TALKS_PRESENCE_ABSENT:
      return TALKS_TRAIL_ABSENT;
    case TALKS_PRESENCE_REMOTE:
      return TALKS_TRAIL_REMOTE;
    case TALKS_PRESENCE_UNCLEAR:
      return TALKS_TRAIL_UNCLEAR;
    case TALKS_PRESENCE_PRESENT:
    default:
      return TALKS_TRAIL_PRESENT;
    }
}

static void
add_rounds (TalksRoster *self)
{
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const TalksEvent *event = self->rounds->pdata[i];

      for (guint k = 0; k < event->attendance->len; k++)
        {
          const TalksAttendance *attendance = event->attendance->pdata[k];
          TalksParticipant *participant;
          Person *person;
          Attended attended = { i, state_from_presence (attendance->presence) };

          participant = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT,
                                                    attendance->participant);
          person = participant != NULL ? g_hash_table_lookup (self->persons, participant) : NULL;
          if (person != NULL)
            g_array_append_val (person->rounds, attended);
        }
    }
}

static gboolean
was_active (const TalksEvent *event,
            const char       *participant)
{
  const TalksAttendance *attendance = talks_event_get_attendance_of (event, participant);

  return attendance != NULL && g_strcmp0 (attendance->role, "mentioned") != 0;
}

static Person *
person_new (TalksDocument    *document,
            TalksParticipant *participant,
            guint             order)
{
  GPtrArray *events = talks_document_get_events_of (document, participant->record.id);
  Person *person = g_new0 (Person, 1);

  person->participant = participant;
  person->party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, participant->party);
  person->order = order;
  person->rounds = g_array_new (FALSE, FALSE, sizeof (Attended));
  person->days = g_array_new (FALSE, FALSE, sizeof (TalksDay));
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const TalksEvent *event = events->pdata[i];
      TalksDay day = talks_date_get_sort_day (event->date);

      if (was_active (event, participant->record.id))
        g_array_append_val (person->days, day);
    }
  return person;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  TalksDay left = *(const TalksDay *) a;
  TalksDay right = *(const TalksDay *) b;

  return (left > right) - (left < right);
}

static Group *
group_new (TalksRoster *self,
           TalksParty  *party)
{
  Group *group = g_new0 (Group, 1);

  group->party = party;
  group->people = g_ptr_array_new ();
  g_ptr_array_add (self->groups, group);
  return group;
}

TalksRoster *
talks_roster_new (TalksDocument *document)
{
  TalksRoster *self;
  GPtrArray *parties;
  GPtrArray *participants;
  g_autoptr (GHashTable) groups = g_hash_table_new (NULL, NULL);
  Group *others = NULL;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  self = g_new0 (TalksRoster, 1);
  self->document = g_object_ref (document);
  self->rounds = talks_document_list_rounds (document);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->persons = g_hash_table_new_full (NULL, NULL, NULL, person_free);

  parties = talks_document_get_records (document, TALKS_RECORD_PARTY);
  for (guint i = 0; i < parties->len; i++)
    g_hash_table_insert (groups, parties->pdata[i], group_new (self, parties->pdata[i]));
  participants = talks_document_get_records (document, TALKS_RECORD_PARTICIPANT);
  for (guint i = 0; i < participants->len; i++)
    {
      Person *person = person_new (document, participants->pdata[i], i);
      Group *group = person->party != NULL ? g_hash_table_lookup (groups, person->party) : others;

      if (group == NULL)
        group = others = group_new (self, NULL);
      g_array_sort (person->days, compare_days);
      g_hash_table_insert (self->persons, person->participant, person);
      g_ptr_array_add (group->people, person);
    }
  add_rounds (self);
  return self;
}

void
talks_roster_free (TalksRoster *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->persons);
  g_ptr_array_unref (self->rounds);
  g_object_unref (self->document);
  g_free (self);
}

/* ---- as of a day ---- */

/* The number of rounds that had begun by the end of day. */
static guint
count_rounds (TalksRoster *self,
              TalksDay     day)
{
  guint low = 0;
  guint high = self->rounds->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const TalksEvent *event = self->rounds->pdata[middle];

      if (talks_date_get_earliest (event->date) <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
talks_roster_get_trail (TalksRoster            *self,
                        const TalksParticipant *participant,
                        TalksDay                day,
                        TalksTrailSummary      *trail)
{
  const Person *person;
  guint first;

  g_return_if_fail (self != NULL && participant != NULL && trail != NULL);

  memset (trail, 0, sizeof *trail);
  trail->n_rounds = count_rounds (self, day);
  trail->n_states = MIN (trail->n_rounds, TALKS_ROSTER_TRAIL);
  first = trail->n_rounds - trail->n_states;
  person = g_hash_table_lookup (self->persons, participant);
  for (guint i = 0; person != NULL && i < person->rounds->len; i++)
    {
      const Attended *attended = &g_array_index (person->rounds, Attended, i);
      const TalksEvent *round = self->rounds->pdata[attended->round];

      if (attended->round >= trail->n_rounds)
        break;
      trail->n_present += attended->state == TALKS_TRAIL_PRESENT
                          || attended->state == TALKS_TRAIL_REMOTE;
      trail->n_unclear += attended->state == TALKS_TRAIL_UNCLEAR;
      if (attended->state == TALKS_TRAIL_ABSENT)
        {
          trail->n_absent++;
          trail->last_absent = talks_date_get_earliest (round->date);
        }
      if (attended->round >= first)
        trail->states[attended->round - first] = attended->state;
    }
}

char *
talks_trail_to_words (const TalksTrailSummary *trail)
{
  g_autofree char *date = NULL;
  g_autofree char *present = NULL;
  g_autofree char *absent = NULL;
  g_autofree char *unclear = NULL;

  g_return_val_if_fail (trail != NULL, NULL);

  if (trail->n_rounds == 0)
    return g_strdup (_ ("No round by then"));
  present = g_strdup_printf (ngettext ("Present at %1$u of %2$u round",
                                       "Present at %1$u of %2$u rounds", trail->n_rounds),
                             trail->n_present, trail->n_rounds);
  if (trail->n_absent > 0)
    {
      date = talks_day_to_words (trail->last_absent, TALKS_DATE_STYLE_MEDIUM);
      absent = trail->n_absent == 1
                 ? g_strdup_printf (_ ("absent on %s"), date)
                 : g_strdup_printf (ngettext ("absent %1$u time, last on %2$s",
                                              "absent %1$u times, last on %2$s", trail->n_absent),
                                    trail->n_absent, date);
    }
  if (trail->n_unclear > 0)
    unclear = g_strdup_printf (ngettext ("presence unclear at %u", "presence unclear at %u",
                                         trail->n_unclear),
                               trail->n_unclear);
  return g_strjoin ("; ", present, absent != NULL ? absent : unclear,
                    absent != NULL ? unclear : NULL, NULL);
}

static gboolean
is_active (const Person *person,
           TalksDay      day)
{
  guint low = 0;
  guint high = person->days->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (person->days, TalksDay, middle) <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 && g_array_index (person->days, TalksDay, low - 1) > day - TALKS_ROSTER_DAYS;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const Person *left = *(Person * const *) a;
  const Person *right = *(Person * const *) b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return (left->order > right->order) - (left->order < right->order);
}

/* The people of a group, those named at most rounds first. */
static GPtrArray *
sort_people (TalksRoster *self,
             const Group *group,
             TalksDay     day)
{
  GPtrArray *people = g_ptr_array_copy (group->people, NULL, NULL);
  guint n_rounds = count_rounds (self, day);

  for (guint i = 0; i < people->len; i++)
    {
      Person *person = people->pdata[i];

      person->score = 0;
      while (person->score < person->rounds->len
             && g_array_index (person->rounds, Attended, person->score).round < n_rounds)
        person->score++;
    }
  g_ptr_array_sort (people, compare_people);
  return people;
}

/* ---- listing ---- */

static void
add_line (GArray              *lines,
          TalksRosterLineKind  kind,
          TalksParty          *party,
          TalksParticipant    *participant,
          guint                count)
{
  TalksRosterLine line = { kind, party, participant, count };

  g_array_append_val (lines, line);
}

static const char *
get_group_id (const Group *group)
{
  return group->party != NULL ? group->party->record.id : "";
}

static void
list_group (TalksRoster           *self,
            const Group           *group,
            TalksDay               day,
            const TalksRosterView *view,
            GArray                *lines)
{
  g_autoptr (GPtrArray) people = sort_people (self, group, day);
  gboolean side = group->party != NULL && talks_side_is_principal (group->party->side);
  gboolean whole = view->whole != NULL && g_hash_table_contains (view->whole, get_group_id (group));
  guint few = side ? FEW_OF_A_SIDE : FEW_OF_ANOTHER;
  guint n_shown = 0;
  gboolean any_active = FALSE;

  add_line (lines, TALKS_ROSTER_PARTY, group->party, NULL, people->len);
  for (guint i = 0; i < people->len; i++)
    any_active |= is_active (people->pdata[i], day);
  for (guint i = 0; i < people->len; i++)
    {
      const Person *person = people->pdata[i];
      gboolean first = n_shown < few && (!any_active || is_active (person, day));

      if (!first && (!whole || lines->len >= TALKS_ROSTER_MAX_LINES) && g_strcmp0 (view->shown, person->participant->record.id) != 0)
        continue;
      add_line (lines, TALKS_ROSTER_PERSON, group->party, person->participant, 0);
      n_shown++;
    }
  if (whole && n_shown < people->len)
    add_line (lines, TALKS_ROSTER_TOO_MANY, group->party, NULL, people->len - n_shown);
  if (n_shown < people->len || (whole && people->len > few))
    add_line (lines, TALKS_ROSTER_MORE_PEOPLE, group->party, NULL, whole ? 0 : people->len - n_shown);
}

static const char *
get_words (Person *person)
{
  const TalksParticipant *participant = person->participant;
  g_autoptr (GString) text = NULL;

  if (person->words != NULL)
    return person->words;

  text = g_string_new (participant->native_name);
  for (guint i = 0; i <= participant->roles->len; i++)
    {
      const TalksText *name = participant->name;
      const char * const *languages;

      if (i > 0)
        name = ((TalksRole *) participant->roles->pdata[i - 1])->title;
      languages = talks_text_get_languages (name);
      g_string_append_printf (text, " %s", talks_text_get (name, NULL));
      for (guint k = 0; languages[k] != NULL; k++)
        g_string_append_printf (text, " %s", talks_text_get (name, languages[k]));
    }
  if (person->party != NULL)
    g_string_append_printf (text, " %s", talks_text_get (person->party->name, NULL));
  person->words = talks_query_fold (text->str);
  return person->words;
}

/* Appends those of a group that match, up to the limit; returns how many did. */
static guint
list_matches (TalksRoster *self,
              const Group *group,
              TalksDay     day,
              const char  *query,
              guint        limit,
              GArray      *lines)
{
  g_autoptr (GPtrArray) people = sort_people (self, group, day);
  guint header = lines->len;
  guint n_matches = 0;

  for (guint i = 0; i < people->len; i++)
    {
      Person *person = people->pdata[i];

      if (!talks_query_match (query, get_words (person)))
        continue;
      if (n_matches == 0 && limit > 0)
        add_line (lines, TALKS_ROSTER_PARTY, group->party, NULL, 0);
      if (n_matches < limit)
        add_line (lines, TALKS_ROSTER_PERSON, group->party, person->participant, 0);
      n_matches++;
    }
  if (lines->len > header)
    g_array_index (lines, TalksRosterLine, header).count = n_matches;
  return n_matches;
}

static void
list_all_matches (TalksRoster *self,
                  TalksDay     day,
                  const char  *query,
                  GArray      *lines)
{
  guint n_matches = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      guint limit = n_matches < TALKS_ROSTER_MAX_MATCHES ? TALKS_ROSTER_MAX_MATCHES - n_matches : 0;

      n_matches += list_matches (self, self->groups->pdata[i], day, query, limit, lines);
    }
  if (n_matches > TALKS_ROSTER_MAX_MATCHES)
    add_line (lines, TALKS_ROSTER_TOO_MANY, NULL, NULL, n_matches - TALKS_ROSTER_MAX_MATCHES);
}

/* Whether a party is shown without being asked for. */
static gboolean
is_on_stage (const Group           *group,
             TalksDay               day,
             const TalksRosterView *view)
{
  if (group->party != NULL && talks_side_is_principal (group->party->side))
    return TRUE;
  for (guint i = 0; i < group->people->len; i++)
    {
      const Person *person = group->people->pdata[i];

      if (is_active (person, day) || g_strcmp0 (view->shown, person->participant->record.id) == 0)
        return TRUE;
    }
  return FALSE;
}

GArray *
talks_roster_list (TalksRoster           *self,
                   TalksDay               day,
                   const TalksRosterView *view)
{
  GArray *lines;
  guint n_waiting = 0;
  guint n_too_many = 0;

  g_return_val_if_fail (self != NULL && view != NULL, NULL);

  lines = g_array_new (FALSE, FALSE, sizeof (TalksRosterLine));
  if (view->query != NULL && *view->query != '\0')
    {
      list_all_matches (self, day, view->query, lines);
      return lines;
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = self->groups->pdata[i];

      if (group->people->len == 0)
        continue;
      if (!is_on_stage (group, day, view))
        n_waiting++;
      else if (lines->len < TALKS_ROSTER_MAX_LINES)
        list_group (self, group, day, view, lines);
      else
        n_too_many += group->people->len;
    }
  if (n_too_many > 0)
    add_line (lines, TALKS_ROSTER_TOO_MANY, NULL, NULL, n_too_many);
  if (n_waiting == 0 || n_too_many > 0)
    return lines;
  add_line (lines, TALKS_ROSTER_MORE_PARTIES, NULL, NULL, view->all_parties ? 0 : n_waiting);
  for (guint i = 0; view->all_parties && i < self->groups->len; i++)
    {
      const Group *group = self->groups->pdata[i];

      if (group->people->len == 0 || is_on_stage (group, day, view))
        continue;
      if (lines->len < TALKS_ROSTER_MAX_LINES)
        list_group (self, group, day, view, lines);
      else
        n_too_many += group->people->len;
    }
  if (n_too_many > 0)
    add_line (lines, TALKS_ROSTER_TOO_MANY, NULL, NULL, n_too_many);
  return lines;
}
