/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-table-plan-private.h"

#include <math.h>
#include <string.h>

#include "talks-state.h"

/* How much smaller and larger than usual words may be. */
#define LEAST_WORDS 0.8
#define MOST_WORDS  2.5

/* ---- who has a seat ---- */

static gboolean
is_one_of (const char         *role,
           const char * const *roles)
{
  return role != NULL && g_strv_contains (roles, role);
}

/* Presence in the room says nothing here: interpreters serve all sides, others were only
 * talked about. */
static gboolean
has_seat (const TalksAttendance *attendance)
{
  static const char * const without[] = { "interpreter", "mentioned", NULL };

  return !is_one_of (attendance->role, without);
}

/* Those who spoke or wrote on their own: with nobody else they make a statement, no meeting. */
static gboolean
is_meeting (const TalksAttendance *attendance)
{
  static const char * const alone[] = { "speaker", "respondent", "author", NULL };

  return !is_one_of (attendance->role, alone);
}

static gboolean
is_presiding (const TalksAttendance *attendance)
{
  static const char * const presiding[] = { "chair", "mediator", "host", NULL };

  return is_one_of (attendance->role, presiding);
}

static const char *
group_of (const TalksParty *party)
{
  if (party == NULL)
    return "";
  return talks_side_is_principal (party->side) ? party->side : party->record.id;
}

static gboolean
is_principal (const Person *person)
{
  return person->party != NULL && talks_side_is_principal (person->party->side);
}

static void
collect_people (TalksTablePlan *self)
{
  for (guint i = 0; i < self->event->attendance->len; i++)
    {
      const TalksAttendance *attendance = g_ptr_array_index (self->event->attendance, i);
      Person person = {
        .participant = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT,
                                                   attendance->participant),
        .attendance = attendance,
      };

      if (person.participant == NULL || !has_seat (attendance))
        continue;
      person.party = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTY,
                                                 person.participant->party);
      person.group = group_of (person.party);
      person.head = g_strcmp0 (attendance->role, "head of delegation") == 0;
      person.zone = attendance->presence == TALKS_PRESENCE_ABSENT ? ZONE_ABSENT : ZONE_RIGHT;
      g_array_append_val (self->people, person);
    }
}

/* ---- was it a meeting? ---- */

/* TRUE when at least two people of two groups met, and not all of them only mediated. Two hosts of
 * two sides in the dispute, or separate meetings, are visits one after another. */
static gboolean
check_meeting (TalksTablePlan *self)
{
  const char *first = NULL;
  const char *host = NULL;
  gboolean two_groups = FALSE;
  gboolean beside_mediators = FALSE;

  if (self->event->format != NULL && strstr (self->event->format, "separate") != NULL)
    return FALSE;

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);

      if (person->zone == ZONE_ABSENT || !is_meeting (person->attendance))
        continue;
      if (first == NULL)
        first = person->group;
      else if (strcmp (first, person->group) != 0)
        two_groups = TRUE;
      if (g_strcmp0 (person->attendance->role, "mediator") != 0)
        beside_mediators = TRUE;
      if (g_strcmp0 (person->attendance->role, "host") == 0 && is_principal (person))
        {
          if (host != NULL && strcmp (host, person->group) != 0)
            return FALSE;
          host = person->group;
        }
    }

  return two_groups && beside_mediators;
}

/* ---- which group sits where ---- */

static guint
party_index (TalksTablePlan *self,
             TalksParty     *party)
{
  guint index = 0;

  if (party == NULL
      || !g_ptr_array_find (talks_document_get_records (self->document, TALKS_RECORD_PARTY), party,
                            &index))
    index = talks_document_count (self->document, TALKS_RECORD_PARTY);
  return index;
}

typedef struct
{
  const char *group;
  gboolean    principal;
  guint       party; /* place of its first party in the document */
  guint       n_delegates;
  guint       n_present;
} Group;

static Group *
ensure_group (TalksTablePlan *self,
              GArray         *groups,
              const Person   *person)
{
  Group group = {
    .group = person->group,
    .principal = is_principal (person),
    .party = party_index (self, person->party),
  };

  for (guint i = 0; i < groups->len; i++)
    if (strcmp (g_array_index (groups, Group, i).group, person->group) == 0)
      return &g_array_index (groups, Group, i);

  g_array_append_val (groups, group);
  return &g_array_index (groups, Group, groups->len - 1);
}

static GArray *
count_groups (TalksTablePlan *self)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);
      Group *group;

      if (person->zone == ZONE_ABSENT)
        continue;
      group = ensure_group (self, groups, person);
      if (!is_presiding (person->attendance))
        group->n_delegates++;
      if (person->attendance->presence == TALKS_PRESENCE_PRESENT)
        group->n_present++;
    }
  return groups;
}

/* Sides in the dispute first, by their order in the document; then those with more delegates, more
 * people present, and named first. */
static gboolean
faces_before (const Group *a,
              const Group *b)
{
  if (a->principal != b->principal)
    return a->principal;
  if (a->principal)
    return a->party < b->party;
  if (a->n_delegates != b->n_delegates)
    return a->n_delegates > b->n_delegates;
  return a->n_present > b->n_present;
}

static const Group *
find_facing (GArray      *groups,
             const Group *other)
{
  const Group *best = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      if (group != other && (best == NULL || faces_before (group, best)))
        best = group;
    }
  return best;
}

/* Whoever belongs to a group that chairs, hosts or mediates sits with its chair. */
static gboolean
group_presides (TalksTablePlan *self,
                const char     *group)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);

      if (person->zone != ZONE_ABSENT && is_presiding (person->attendance)
          && strcmp (person->group, group) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
assign_zones (TalksTablePlan *self)
{
  g_autoptr (GArray) groups = count_groups (self);
  const Group *top = find_facing (groups, NULL);
  const Group *bottom = find_facing (groups, top);

  /* Between two that are no sides in the dispute the order of the document decides. */
  if (!top->principal && bottom->party < top->party)
    {
      const Group *swapped = top;

      top = bottom;
      bottom = swapped;
    }

  for (guint i = 0; i < self->people->len; i++)
    {
      Person *person = &g_array_index (self->people, Person, i);

      if (person->zone == ZONE_ABSENT)
        continue;
      if (strcmp (person->group, top->group) == 0)
        person->zone = ZONE_TOP;
      else if (strcmp (person->group, bottom->group) == 0)
        person->zone = ZONE_BOTTOM;
      else if (group_presides (self, person->group))
        person->zone = ZONE_LEFT;
    }
}

/* Absent people of the upper side come before those of the lower, then the others. */
static guint
rank_absent (TalksTablePlan *self,
             const Person   *person)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *other = &g_array_index (self->people, Person, i);

      if (other->zone <= ZONE_BOTTOM && strcmp (other->group, person->group) == 0)
        return (guint) other->zone;
    }
  return 2 + party_index (self, person->party);
}

/* Those who surely came before those of whom it is not clear, heads and chairs before their
 * company. At the right each party stays together: the words below name it once. */
static guint
rank_person (TalksTablePlan *self,
             const Person   *person)
{
  guint rank = person->attendance->presence == TALKS_PRESENCE_UNCLEAR ? 2 : 1;

  if (person->zone == ZONE_ABSENT)
    return rank_absent (self, person);
  if (person->head || (person->zone == ZONE_LEFT && is_presiding (person->attendance)))
    rank = 0;
  if (person->zone == ZONE_RIGHT)
    rank += 3 * party_index (self, person->party);
  return rank;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const Person *one = a;
  const Person *two = b;

  if (one->zone != two->zone)
    return one->zone < two->zone ? -1 : 1;
  return (one->rank > two->rank) - (one->rank < two->rank);
}

static void
sort_people (TalksTablePlan *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      Person *person = &g_array_index (self->people, Person, i);

      person->rank = rank_person (self, person);
    }
  g_array_sort (self->people, compare_people);
}

static void
look_at_presence (TalksTablePlan *self)
{
  guint n_seated = 0;
  guint n_remote = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);

      if (person->zone == ZONE_ABSENT)
        continue;
      n_seated++;
      n_remote += person->attendance->presence == TALKS_PRESENCE_REMOTE;
      if (person->attendance->presence == TALKS_PRESENCE_UNCLEAR)
        {
          self->some_unclear = TRUE;
          n_seated--; /* on the line or in the room: nobody says */
        }
    }
  self->all_remote = n_remote > 0 && n_remote == n_seated;
  self->some_remote = n_remote > 0 && !self->all_remote;
}

/* ---- public ---- */

TalksTablePlan *
talks_table_plan_new (TalksDocument *document,
                      TalksEvent    *event,
                      const char    *language,
                      double         width)
{
  return talks_table_plan_new_for_em (document, event, language, width, TALKS_TABLE_PLAN_EM);
}

TalksTablePlan *
talks_table_plan_new_for_em (TalksDocument *document,
                             TalksEvent    *event,
                             const char    *language,
                             double         width,
                             double         em)
{
  g_autoptr (TalksTablePlan) self = NULL;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (event != NULL, NULL);
  g_return_val_if_fail (width > 0 && em > 0, NULL);

  self = g_new0 (TalksTablePlan, 1);
  self->document = g_object_ref (document);
  self->event = talks_record_ref (event);
  self->language = g_strdup (language);
  self->width = width;
  /* In whole hundredths, for a font size is not told exactly. */
  self->words = CLAMP (round (100 * em / TALKS_TABLE_PLAN_EM) / 100, LEAST_WORDS, MOST_WORDS);
  self->people = g_array_new (FALSE, FALSE, sizeof (Person));
  self->seats = g_array_new (FALSE, FALSE, sizeof (TalksSeat));
  self->zones = g_array_new (FALSE, FALSE, sizeof (Zone));
  self->heads = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->rests = g_array_new (FALSE, FALSE, sizeof (Rest));
  self->captions = g_array_new (FALSE, FALSE, sizeof (Caption));

  collect_people (self);
  if (!check_meeting (self))
    return NULL;
  assign_zones (self);
  sort_people (self);
  look_at_presence (self);

  /* The document may change while the plan is kept. */
  for (guint i = 0; i < self->people->len; i++)
    {
      Person *person = &g_array_index (self->people, Person, i);

      talks_record_ref (person->participant);
      if (person->party != NULL)
        talks_record_ref (person->party);
    }
  self->held = TRUE;

  talks_table_plan_lay_out (self);
  return g_steal_pointer (&self);
}

void
talks_table_plan_free (TalksTablePlan *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; self->held && i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);

      talks_record_unref (person->participant);
      if (person->party != NULL)
        talks_record_unref (person->party);
    }
  g_array_unref (self->people);
  g_array_unref (self->seats);
  g_array_unref (self->zones);
  g_array_unref (self->heads);
  g_array_unref (self->rests);
  g_array_unref (self->captions);
  g_free (self->language);
  talks_record_unref (self->event);
  g_object_unref (self->document);
  g_free (self);
}

double
talks_table_plan_get_height (TalksTablePlan *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->height;
}

const TalksSeat *
talks_table_plan_get_seats (TalksTablePlan *self,
                            guint          *n_seats)
{
  g_return_val_if_fail (self != NULL && n_seats != NULL, NULL);

  *n_seats = self->seats->len;
  return (const TalksSeat *) (void *) self->seats->data;
}

const TalksSeat *
talks_table_plan_pick (TalksTablePlan *self,
                       double          x,
                       double          y)
{
  const TalksSeat *best = NULL;
  double nearest = G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL, NULL);

  /* A little more than the circle: the ring of a head and the mark belong to the seat. */
  for (guint i = 0; i < self->seats->len; i++)
    {
      const TalksSeat *seat = &g_array_index (self->seats, TalksSeat, i);
      double distance = hypot (x - seat->x, y - seat->y);

      if (distance <= seat->radius * 1.25 && distance < nearest)
        {
          nearest = distance;
          best = seat;
        }
    }
  return best;
}
