/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps from a journal, made ready for a document: records that were read become those of the document. */

#include "talks-journal-private.h"

#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-record-fields.h"

typedef struct
{
  TalksDocument *document; /* a copy with the records of the real one, on which the steps are tried */
  GPtrArray     *changes;  /* of the step so far */
} Fitting;

/* ---- one change ---- */

/* Takes message over. Always FALSE. */
static gboolean
fail (GError **error,
      char    *message)
{
  g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_CONFLICT, message);
  g_free (message);
  return FALSE;
}

static gboolean
apply (Fitting      *fitting,
       TalksRecord  *before,
       TalksRecord  *after,
       int           position,
       GError      **error)
{
  g_autoptr (TalksChange) change = talks_change_new (before, after, position);

  if (!talks_document_apply (fitting->document, change, error))
    return FALSE;
  g_ptr_array_add (fitting->changes, g_steal_pointer (&change));
  return TRUE;
}

/* Always NULL. */
static TalksRecord *
fail_at_head (const TalksField  *field,
              GError           **error)
{
  fail (error, g_strdup_printf (_("“%s” of the timeline itself has been changed in the file, to something else."),
                                field->name));
  return NULL;
}

/* The record as it is now, with what the step set. NULL with an error if both have set one field. */
static TalksRecord *
merge_fields (const TalksRecord  *before,
              const TalksRecord  *after,
              const TalksRecord  *now,
              GError            **error)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (now->kind);
  g_autoptr (TalksRecord) merged = talks_record_copy (now);

  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (talks_field_equal (field, before, after) || talks_field_equal (field, now, after))
        continue;
      if (!talks_field_equal (field, now, before))
        {
          if (now->kind == TALKS_RECORD_HEAD)
            return fail_at_head (field, error);
          g_set_error (error, TALKS_ERROR, TALKS_ERROR_CONFLICT,
                       _("“%s” of the record “%s” has been changed in the file, to something else."),
                       field->name, now->id);
          return NULL;
        }
      talks_field_copy (field, after, merged);
    }
  return g_steal_pointer (&merged);
}

static gboolean
fit_replacing (Fitting      *fitting,
               TalksRecord  *before,
               TalksRecord  *after,
               TalksRecord  *now,
               GError      **error)
{
  g_autoptr (TalksRecord) merged = NULL;

  if (now == NULL || now->kind != after->kind)
    return fail (error, g_strdup_printf (_("The record “%s” is no longer in the file."), after->id));
  if (talks_record_equal (now, before))
    return apply (fitting, now, after, -1, error);
  merged = merge_fields (before, after, now, error);
  if (merged == NULL)
    return FALSE;
  return talks_record_equal (now, merged) || apply (fitting, now, merged, -1, error);
}

static gboolean
fit_change (Fitting      *fitting,
            TalksChange  *change,
            GError      **error)
{
  TalksRecord *before = talks_change_get_before (change);
  TalksRecord *after = talks_change_get_after (change);
  TalksRecord *now = talks_document_lookup_same (fitting->document, before != NULL ? before : after);

  if (before != NULL && after != NULL)
    return fit_replacing (fitting, before, after, now, error);
  if (after != NULL)
    {
      if (now == NULL)
        return apply (fitting, NULL, after, talks_change_get_position (change), error);
      return talks_record_equal (now, after)
             || fail (error, g_strdup_printf (_("There is another record with the id “%s” in the file."), after->id));
    }
  if (now == NULL)
    return TRUE;
  if (!talks_record_equal (now, before))
    return fail (error, g_strdup_printf (_("The record “%s” has been changed in the file, and is kept."), before->id));
  return apply (fitting, now, NULL, talks_change_get_position (change), error);
}

/* ---- one step ---- */

/* All its changes or none. *fitted is NULL if the document holds them all already. */
static gboolean
fit_step (TalksDocument           *document,
          const TalksHistoryStep  *step,
          TalksHistoryStep       **fitted,
          GError                 **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  Fitting fitting = { document, changes };
  gboolean ok = TRUE;

  *fitted = NULL;
  for (guint i = 0; ok && i < step->changes->len; i++)
    ok = fit_change (&fitting, step->changes->pdata[i], error);
  if (ok && changes->len > 0)
    *fitted = talks_history_step_new (0, step->name, step->author, step->time, changes);
  for (guint i = changes->len; !ok && i > 0; i--)
    {
      g_autoptr (TalksChange) inverse = talks_change_invert (changes->pdata[i - 1]);

      if (!talks_document_apply (document, inverse, NULL))
        g_assert_not_reached ();
    }
  return ok;
}

/* ---- all ---- */

static void
unfit_step_free (gpointer data)
{
  TalksUnfitStep *unfit = data;

  talks_history_step_unref (unfit->step);
  g_free (unfit->reason);
  g_free (unfit);
}

static void
add_unfit (TalksRecovery    *recovery,
           TalksHistoryStep *step,
           const char       *reason)
{
  TalksUnfitStep *unfit = g_new (TalksUnfitStep, 1);

  unfit->step = talks_history_step_ref (step);
  unfit->reason = g_strdup (reason);
  g_ptr_array_add (recovery->unfit, unfit);
}

void
talks_recovery_free (TalksRecovery *recovery)
{
  g_return_if_fail (recovery != NULL);

  g_ptr_array_unref (recovery->steps);
  g_ptr_array_unref (recovery->unfit);
  g_ptr_array_unref (recovery->texts);
  g_free (recovery);
}

/* Where in the journal the document stands. */
static guint
find_start (const TalksLeftover *leftover,
            const TalksFileMark *mark,
            gboolean            *exact)
{
  GFile *file;
  int start = mark != NULL ? talks_journal_log_find (leftover->log, mark) : 0;

  *exact = start >= 0;
  return *exact ? (guint) start : talks_journal_log_last (leftover->log, &file);
}

/* Those that go with document: where another program has changed the file since, its text of a record stands. */
static GPtrArray *
fit_texts (const TalksLeftover *leftover,
           TalksDocument       *document,
           gboolean             exact)
{
  GPtrArray *texts = talks_journal_log_get_texts (leftover->log);

  for (guint i = texts->len; i-- > 0;)
    if (!exact && talks_document_lookup_same (document, ((TalksEarlier *) texts->pdata[i])->record) != NULL)
      g_ptr_array_remove_index (texts, i);
  return texts;
}

TalksRecovery *
talks_leftover_fit (const TalksLeftover *leftover,
                    TalksDocument       *document,
                    const TalksFileMark *mark)
{
  TalksRecovery *recovery;
  g_autoptr (TalksDocument) copy = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) unfit = NULL;
  guint position;
  guint start;

  g_return_val_if_fail (leftover != NULL, NULL);
  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  recovery = g_new0 (TalksRecovery, 1);
  recovery->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_history_step_unref);
  recovery->unfit = g_ptr_array_new_with_free_func (unfit_step_free);
  start = find_start (leftover, mark, &recovery->exact);
  recovery->texts = fit_texts (leftover, document, recovery->exact);
  steps = talks_journal_log_unroll (leftover->log, start, &position);
  unfit = talks_journal_log_get_unfit (leftover->log, start);
  for (guint i = 0; i < unfit->len; i++)
    add_unfit (recovery, unfit->pdata[i], _("This step did not fit when it was restored before."));

  copy = talks_document_copy (document);
  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr (TalksHistoryStep) fitted = NULL;
      g_autoptr (GError) error = NULL;
      const gboolean ok = fit_step (copy, steps->pdata[i], &fitted, &error);

      /* One that was undone is no loss; but those after it were made upon it. */
      if (!ok && i >= position)
        break;
      if (!ok)
        add_unfit (recovery, steps->pdata[i], error->message);
      else if (fitted != NULL)
        {
          g_ptr_array_add (recovery->steps, g_steal_pointer (&fitted));
          recovery->position += i < position;
        }
    }
  return recovery;
}
