/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to several events as one step. They move by one and the same amount, or not at all: by days when
 * all are known to the day, else by as many months as the one that tells least. */

#include "talks-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-record-fields.h"
#include "talks-shown.h"

#define MONTH 30.436875
#define YEAR_MONTHS 12

/* ---- which ---- */

GPtrArray *
talks_timeline_list_targets (TalksTimeline *self)
{
  GPtrArray *targets = talks_session_list_marked (self->session);
  TalksDocument *document = talks_session_get_document (self->session);
  TalksRecord *record;

  if (targets->len > 0)
    return targets;
  record = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, talks_timeline_get_current_id (self));
  if (record != NULL)
    g_ptr_array_add (targets, talks_record_ref (record));
  return targets;
}

/* ---- by how much ---- */

/* "Gomel: … can not be moved …" */
static void
prefix_title (TalksTimeline     *self,
              const TalksEvent  *event,
              GError           **error)
{
  const char *text = talks_text_show (event->title, talks_session_get_language (self->session));
  g_autofree char *title = talks_shown_dup_line (text);

  g_prefix_error (error, "%s: ", title);
}

int
talks_timeline_join_steps (TalksTimeline  *self,
                           GPtrArray      *events,
                           GError        **error)
{
  int joined = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = events->pdata[i];
      int step = talks_date_get_step (event->date, TALKS_DATE_WHOLE, error);

      if (step < 0)
        {
          prefix_title (self, event, error);
          return -1;
        }
      joined = talks_date_join_steps (joined, step);
    }
  return joined;
}

TalksTimelineShift
talks_timeline_find_shift (int            step,
                           TalksShiftUnit unit,
                           double         from,
                           gint64         days)
{
  TalksDay day = (TalksDay) floor (from);
  gint64 guess;
  gint64 best;

  if (step == 0 && unit == TALKS_SHIFT_DAYS)
    return (TalksTimelineShift) { TALKS_SHIFT_DAYS, days };

  /* So many times step months lead nearest to where the pointer is. */
  step = talks_date_join_steps (step, unit == TALKS_SHIFT_YEARS ? YEAR_MONTHS : 1);
  guess = llround ((double) days / (MONTH * step));
  best = guess;
  for (gint64 n = guess - 1; n <= guess + 1; n++)
    if (ABS (talks_day_add_months (day, n * step) - (day + days))
        < ABS (talks_day_add_months (day, best * step) - (day + days)))
      best = n;
  return (TalksTimelineShift) { TALKS_SHIFT_MONTHS, best * step };
}

TalksDay
talks_timeline_shift_day (TalksTimelineShift shift,
                          TalksDay           day)
{
  if (day == TALKS_DAY_MIN || day == TALKS_DAY_MAX)
    return day;
  return shift.unit == TALKS_SHIFT_DAYS ? day + shift.amount : talks_day_add_months (day, shift.amount);
}

static char *
shift_to_words (TalksTimelineShift shift)
{
  gulong n = (gulong) ABS (shift.amount);

  if (shift.unit == TALKS_SHIFT_DAYS && shift.amount < 0)
    return g_strdup_printf (ngettext ("%lu day earlier", "%lu days earlier", n), n);
  if (shift.unit == TALKS_SHIFT_DAYS)
    return g_strdup_printf (ngettext ("%lu day later", "%lu days later", n), n);
  if (n % YEAR_MONTHS != 0 && shift.amount < 0)
    return g_strdup_printf (ngettext ("%lu month earlier", "%lu months earlier", n), n);
  if (n % YEAR_MONTHS != 0)
    return g_strdup_printf (ngettext ("%lu month later", "%lu months later", n), n);
  n /= YEAR_MONTHS;
  if (shift.amount < 0)
    return g_strdup_printf (ngettext ("%lu year earlier", "%lu years earlier", n), n);
  return g_strdup_printf (ngettext ("%lu year later", "%lu years later", n), n);
}

char *
talks_timeline_shift_to_words (guint              n_events,
                               TalksTimelineShift shift)
{
  g_autofree char *words = NULL;

  if (shift.amount == 0)
    return g_strdup_printf (ngettext ("%u event, where it is", "%u events, where they are", n_events), n_events);
  words = shift_to_words (shift);
  /* Translators: what is dragged; %2$s is "3 days later" */
  return g_strdup_printf (ngettext ("%1$u event: %2$s", "%1$u events: %2$s", n_events), n_events, words);
}

/* ---- steps ---- */

gboolean
talks_timeline_move_several (TalksTimeline      *self,
                             GPtrArray          *events,
                             TalksTimelineShift  shift)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  if (shift.amount == 0)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *before = events->pdata[i];
      g_autoptr (TalksRecord) after = talks_record_copy (&before->record);
      TalksDate *date = talks_date_shift (before->date, TALKS_DATE_WHOLE, shift.unit, shift.amount, &error);

      if (date == NULL)
        {
          prefix_title (self, before, &error);
          talks_timeline_refuse (self, error->message);
          return FALSE;
        }
      talks_date_unref (((TalksEvent *) after)->date);
      ((TalksEvent *) after)->date = date;
      g_ptr_array_add (changes, talks_change_new (&before->record, after, -1));
    }
  words = shift_to_words (shift);
  /* Translators: a step that can be undone; %2$s is "3 days later" */
  name = g_strdup_printf (ngettext ("Move %1$u event: %2$s", "Move %1$u events: %2$s", events->len), events->len, words);
  return talks_timeline_do_step (self, name, changes, NULL);
}

static char *
make_id (TalksDocument *document,
         const char    *id)
{
  for (guint n = 2;; n++)
    {
      g_autofree char *candidate = g_strdup_printf ("%s-%u", id, n);

      if (talks_document_lookup (document, candidate) == NULL)
        return g_steal_pointer (&candidate);
    }
}

static char *
name_duplication (TalksTimeline *self,
                  GPtrArray     *events)
{
  const TalksEvent *event = events->pdata[0];
  g_autofree char *title = NULL;

  if (events->len > 1)
    return g_strdup_printf (ngettext ("Duplicate %u event", "Duplicate %u events", events->len), events->len);
  title = talks_shown_dup_line (talks_text_show (event->title, talks_session_get_language (self->session)));
  /* Translators: a step that can be undone; %s is the title of an event */
  return g_strdup_printf (_("Duplicate “%s”"), title);
}

gboolean
talks_timeline_duplicate (TalksTimeline *self,
                          GPtrArray     *events)
{
  TalksDocument *document = talks_session_get_document (self->session);
  GPtrArray *records = talks_document_get_records (document, TALKS_RECORD_EVENT);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autofree char *name = NULL;

  if (events->len == 0)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    g_hash_table_add (wanted, events->pdata[i]);
  /* Each beside the other, in the file too; from the end, so that no place moves before it is taken. */
  for (guint i = records->len; i-- > 0;)
    if (g_hash_table_contains (wanted, records->pdata[i]))
      {
        g_autoptr (TalksRecord) copy = talks_record_copy (records->pdata[i]);

        g_free (copy->id);
        copy->id = make_id (document, ((TalksRecord *) records->pdata[i])->id);
        g_ptr_array_add (ids, g_strdup (copy->id));
        g_ptr_array_add (changes, talks_change_new (NULL, copy, (int) i + 1));
      }
  if (ids->len == 0)
    return FALSE;
  name = name_duplication (self, events);
  if (!talks_timeline_do_step (self, name, changes, ids->len == 1 ? ids->pdata[0] : NULL))
    return FALSE;

  /* The copies are what is moved next. */
  if (talks_session_count_marked (self->session) > 0)
    {
      g_ptr_array_add (ids, NULL);
      talks_session_clear_marks (self->session);
      talks_session_set_marked (self->session, (const char * const *) ids->pdata, TRUE);
    }
  return TRUE;
}
