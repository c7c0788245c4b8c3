/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-left-work.h"

#include "talks-bundled.h"

static TalksLeftWork *
left_work_new (TalksLeftover *leftover)
{
  TalksLeftWork *self = g_new0 (TalksLeftWork, 1);

  self->leftover = leftover;
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_draft_free);
  return self;
}

void
talks_left_work_free (TalksLeftWork *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->leftover, talks_leftover_free);
  g_ptr_array_unref (self->forms);
  g_free (self);
}

/* ---- what belongs together ---- */

/* Of a document that is in no file yet, the form knows when the first step was made and the journal has that step. */
static gboolean
is_of_leftover (const TalksDraft    *form,
                const TalksLeftover *leftover)
{
  if (form->origin->file != NULL || leftover->file != NULL)
    return form->origin->file != NULL && leftover->file != NULL && g_file_equal (form->origin->file, leftover->file);
  if (form->begun == 0 || leftover->content == NULL || !g_bytes_equal (form->origin->content, leftover->content))
    return FALSE;
  for (guint i = 0; i < leftover->steps->len; i++)
    if (((const TalksHistoryStep *) leftover->steps->pdata[i])->time == form->begun)
      return TRUE;
  return FALSE;
}

static gboolean
belongs_to (const TalksDraft    *form,
            const TalksLeftWork *work)
{
  if (work->leftover != NULL)
    return is_of_leftover (form, work->leftover);
  return talks_origin_equal (form->origin, ((const TalksDraft *) work->forms->pdata[0])->origin);
}

GPtrArray *
talks_left_work_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_left_work_free);
  g_autoptr (GPtrArray) leftovers = talks_journal_list ();
  g_autoptr (GPtrArray) forms = talks_draft_list (NULL);

  while (leftovers->len > 0)
    g_ptr_array_add (list, left_work_new (g_ptr_array_steal_index (leftovers, 0)));
  while (forms->len > 0)
    {
      TalksDraft *form = g_ptr_array_steal_index (forms, 0);
      guint i = 0;

      while (i < list->len && !belongs_to (form, list->pdata[i]))
        i++;
      if (i == list->len)
        g_ptr_array_add (list, left_work_new (NULL));
      g_ptr_array_add (((TalksLeftWork *) list->pdata[i])->forms, form);
    }
  return list;
}

gboolean
talks_left_work_has_steps (GFile *file)
{
  g_autoptr (GPtrArray) leftovers = talks_journal_list ();

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  for (guint i = 0; i < leftovers->len; i++)
    {
      const TalksLeftover *leftover = leftovers->pdata[i];

      if (leftover->file != NULL && g_file_equal (leftover->file, file))
        return TRUE;
    }
  return FALSE;
}

/* ---- what can be done ---- */

TalksOpened *
talks_left_work_open (const TalksLeftWork  *self,
                      GError              **error)
{
  g_autoptr (GFile) bundled = talks_bundled_get_document ();
  TalksOpened *opened = NULL;
  GFile *file;
  GBytes *content;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  file = talks_left_work_get_file (self);
  if (self->leftover != NULL)
    content = self->leftover->content;
  else
    content = ((const TalksDraft *) self->forms->pdata[0])->origin->content;
  if (file != NULL)
    opened = talks_open (file, !g_file_equal (file, bundled), NULL, error);
  /* Where the file is gone, what it held may still be here. */
  if (opened == NULL && content != NULL)
    {
      g_clear_error (error);
      opened = talks_open_bytes (content, error);
    }
  return opened;
}

gboolean
talks_left_work_discard (const TalksLeftWork  *self,
                         GError              **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->leftover != NULL && !talks_leftover_discard (self->leftover, error))
    return FALSE;
  for (guint i = 0; i < self->forms->len; i++)
    {
      const TalksDraft *form = self->forms->pdata[i];

      talks_draft_remove (form->origin, form->after->kind, talks_draft_get_id (form));
    }
  return TRUE;
}

GFile *
talks_left_work_get_file (const TalksLeftWork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->leftover != NULL ? self->leftover->file : ((const TalksDraft *) self->forms->pdata[0])->origin->file;
}

TalksOrigin *
talks_left_work_get_origin (const TalksLeftWork *self)
{
  TalksOrigin *origin;

  g_return_val_if_fail (self != NULL, NULL);

  origin = self->forms->len > 0 ? ((const TalksDraft *) self->forms->pdata[0])->origin : NULL;
  return origin != NULL && origin->file == NULL ? origin : NULL;
}
