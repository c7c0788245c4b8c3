/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-checks.h"

#include <string.h>

#include "talks-record-fields.h"
#include "talks-validate.h"

typedef struct
{
  TalksDocument *document; /* a copy, the worker's alone */
  TalksRecord   *before;
  TalksRecord   *draft;
} Checks;

static void
checks_free (gpointer data)
{
  Checks *checks = data;

  g_object_unref (checks->document);
  g_clear_pointer (&checks->before, talks_record_unref);
  talks_record_unref (checks->draft);
  g_free (checks);
}

void
talks_remark_free (TalksRemark *remark)
{
  g_free (remark->field);
  g_free (remark->message);
  g_free (remark);
}

static gboolean
is_whole (const TalksRecord *record)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (record->kind);

  for (guint i = 0; i < set->n_fields; i++)
    if (set->fields[i].required && talks_field_is_absent (&set->fields[i], record))
      return FALSE;
  return TRUE;
}

/* The member of a record that a pointer such as "/events/12/attendance/3/role" leads to, of the head "/title/en";
 * NULL: the record. */
static char *
read_member (const TalksRecord *record,
             const char        *pointer)
{
  g_auto (GStrv) parts = g_strsplit (pointer, "/", 5);
  const guint i = record->kind == TALKS_RECORD_HEAD ? 1 : 3;

  return g_strv_length (parts) > i ? g_strdup (parts[i]) : NULL;
}

/* What is about no record may be about a list, such as "/parties". */
static gboolean
is_about (const TalksProblem *problem,
          const TalksRecord  *record)
{
  g_autofree char *member = NULL;

  if (record->kind != TALKS_RECORD_HEAD)
    return g_strcmp0 (problem->record, record->id) == 0;
  member = problem->record == NULL ? read_member (record, problem->pointer) : NULL;
  return member != NULL && talks_field_set_find (talks_record_kind_get_fields (record->kind), member) != NULL;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Checks *checks = data;
  g_autoptr (TalksChange) change = talks_change_new (checks->before, checks->draft, -1);
  g_autoptr (GPtrArray) problems = NULL;
  GPtrArray *remarks;
  GError *error = NULL;

  if (!talks_document_apply (checks->document, change, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_remark_free);
  problems = talks_document_validate (checks->document);
  for (guint i = 0; i < problems->len; i++)
    {
      const TalksProblem *problem = g_ptr_array_index (problems, i);
      TalksRemark *remark;

      if (!is_about (problem, checks->draft))
        continue;
      remark = g_new0 (TalksRemark, 1);
      remark->field = read_member (checks->draft, problem->pointer);
      remark->message = g_strdup (problem->message);
      g_ptr_array_add (remarks, remark);
    }
  g_task_return_pointer (task, remarks, (GDestroyNotify) g_ptr_array_unref);
}

void
talks_form_checks_async (TalksDocument       *document,
                         TalksRecord         *before,
                         const TalksRecord   *draft,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Checks *checks;

  g_return_if_fail (TALKS_IS_DOCUMENT (document));
  g_return_if_fail (draft != NULL);

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, talks_form_checks_async);
  if (!is_whole (draft))
    {
      g_task_return_pointer (task, g_ptr_array_new_with_free_func ((GDestroyNotify) talks_remark_free),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }
  checks = g_new0 (Checks, 1);
  checks->document = talks_document_copy (document);
  checks->before = before != NULL ? talks_record_ref (before) : NULL;
  checks->draft = talks_record_copy (draft);
  g_task_set_task_data (task, checks, checks_free);
  g_task_run_in_thread (task, run);
}

GPtrArray *
talks_form_checks_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_form_checks_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
