/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-comparison-private.h"

#include <string.h>

/* Roles by the vocabulary of the document format, in the order in which people are listed. */
static const char * const delegate_roles[] = { "head of delegation", "delegate", NULL };
static const char * const host_roles[] = { "chair", "mediator", "host", NULL };

#define MAX_DELEGATES 200 /* of a party; each is compared with each */

static void
clear_delegate (gpointer data)
{
  talks_record_unref (((TalksDelegate *) data)->participant);
}

static GArray *
delegates_new (void)
{
  GArray *delegates = g_array_new (FALSE, FALSE, sizeof (TalksDelegate));

  g_array_set_clear_func (delegates, clear_delegate);
  return delegates;
}

/* Adds those who had the role and are not said to have stayed away; of party alone, if it is
 * not NULL. */
static void
add_role (GArray           *delegates,
          TalksDocument    *document,
          const TalksEvent *round,
          const TalksParty *party,
          const char       *role)
{
  for (guint i = 0; i < round->attendance->len && delegates->len < MAX_DELEGATES; i++)
    {
      const TalksAttendance *attendance = round->attendance->pdata[i];
      TalksDelegate delegate = { NULL, attendance };

      if (attendance->presence == TALKS_PRESENCE_ABSENT || g_strcmp0 (attendance->role, role) != 0)
        continue;
      delegate.participant = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                         attendance->participant);
      if (delegate.participant == NULL
          || talks_delegates_contain (delegates, delegate.participant)
          || (party != NULL && g_strcmp0 (delegate.participant->party, party->record.id) != 0))
        continue;
      talks_record_ref (delegate.participant);
      g_array_append_val (delegates, delegate);
    }
}

static GArray *
list_roles (TalksDocument       *document,
            const TalksEvent    *round,
            const TalksParty    *party,
            const char * const  *roles)
{
  GArray *delegates = delegates_new ();

  for (; round != NULL && *roles != NULL; roles++)
    add_role (delegates, document, round, party, *roles);
  return delegates;
}

void
talks_comparison_take_people (TalksComparison *self,
                              TalksDocument   *document)
{
  for (int side = 0; side < TALKS_COMPARISON_N_SIDES; side++)
    {
      self->delegates[side] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      for (guint party = 0; party < self->parties->len; party++)
        g_ptr_array_add (self->delegates[side],
                         list_roles (document, self->rounds[side], self->parties->pdata[party],
                                     delegate_roles));
      self->hosts[side] = list_roles (document, self->rounds[side], NULL, host_roles);
    }
}

const GArray *
talks_comparison_get_delegates (const TalksComparison *self,
                                TalksComparisonSide    side,
                                guint                  party)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (side < TALKS_COMPARISON_N_SIDES && party < self->parties->len, NULL);
  return self->delegates[side]->pdata[party];
}

const GArray *
talks_comparison_get_hosts (const TalksComparison *self,
                            TalksComparisonSide    side)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (side < TALKS_COMPARISON_N_SIDES, NULL);
  return self->hosts[side];
}

gboolean
talks_delegate_is_head (const TalksDelegate *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return strcmp (self->attendance->role, delegate_roles[0]) == 0;
}

gboolean
talks_delegates_contain (const GArray           *delegates,
                         const TalksParticipant *participant)
{
  g_return_val_if_fail (delegates != NULL && participant != NULL, FALSE);

  /* By id: the record of a person may be a newer one. */
  for (guint i = 0; i < delegates->len; i++)
    if (strcmp (g_array_index (delegates, TalksDelegate, i).participant->record.id,
                participant->record.id) == 0)
      return TRUE;
  return FALSE;
}

/* Heads stand first. */
static guint
count_heads (const GArray *delegates)
{
  guint n = 0;

  while (n < delegates->len && talks_delegate_is_head (&g_array_index (delegates, TalksDelegate, n)))
    n++;
  return n;
}

static gboolean
leads (const GArray           *delegates,
       const TalksParticipant *participant)
{
  guint n = count_heads (delegates);

  for (guint i = 0; i < n; i++)
    if (strcmp (g_array_index (delegates, TalksDelegate, i).participant->record.id,
                participant->record.id) == 0)
      return TRUE;
  return FALSE;
}

TalksComparisonState
talks_comparison_compare_heads (const TalksComparison *self,
                                guint                  party)
{
  const GArray *a = talks_comparison_get_delegates (self, TALKS_COMPARISON_A, party);
  const GArray *b = talks_comparison_get_delegates (self, TALKS_COMPARISON_B, party);
  guint n;

  g_return_val_if_fail (a != NULL && b != NULL, TALKS_COMPARISON_NONE);

  n = count_heads (a);
  if (n == 0)
    return count_heads (b) == 0 ? TALKS_COMPARISON_NONE : TALKS_COMPARISON_NEW;
  if (count_heads (b) == 0)
    return TALKS_COMPARISON_GONE;
  if (n != count_heads (b))
    return TALKS_COMPARISON_CHANGED;
  for (guint i = 0; i < n; i++)
    if (!leads (b, g_array_index (a, TalksDelegate, i).participant))
      return TALKS_COMPARISON_CHANGED;
  return TALKS_COMPARISON_UNCHANGED;
}
