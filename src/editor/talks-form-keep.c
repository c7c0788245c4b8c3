/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-keep.h"

#include "talks-draft.h"

/* In ms: at most so much is lost. */
#define DELAY 1000

struct _TalksFormKeep
{
  const TalksFormContext *context;
  GFile                  *file;   /* NULL: the document is in none, and nothing is kept */
  TalksRecord            *record; /* may be NULL */
  guint                   timeout_id;
  gboolean                is_kept;
};

TalksFormKeep *
talks_form_keep_new (const TalksFormContext *context,
                     TalksRecord            *record)
{
  TalksFormKeep *self = g_new0 (TalksFormKeep, 1);
  GFile *file = talks_session_get_file (context->session);

  self->context = context;
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->record = record != NULL ? talks_record_ref (record) : NULL;
  return self;
}

void
talks_form_keep_free (TalksFormKeep *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->file);
  g_clear_pointer (&self->record, talks_record_unref);
  g_free (self);
}

static const char *
get_id (const TalksFormKeep *self)
{
  return self->record != NULL ? self->record->id : NULL;
}

static TalksRecord *
make_found (const TalksFormKeep *self,
            const TalksDraft    *draft)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (draft->after->kind);
  TalksRecord *found = talks_record_copy (draft->after);

  for (guint i = 0; self->record != NULL && draft->before != NULL && i < fields->n_fields; i++)
    if (talks_field_equal (&fields->fields[i], draft->before, draft->after))
      talks_field_copy (&fields->fields[i], self->record, found);
  return found;
}

TalksRecord *
talks_form_keep_find (TalksFormKeep *self)
{
  g_autoptr (TalksDraft) draft = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->file == NULL)
    return NULL;
  draft = talks_draft_find (self->file, self->context->draft->kind, get_id (self));
  if (draft == NULL)
    return NULL;
  self->is_kept = TRUE;
  return make_found (self, draft);
}

static gboolean
keep_cb (gpointer data)
{
  TalksFormKeep *self = data;
  g_autoptr (TalksRecord) copy = talks_record_copy (self->context->draft);

  self->timeout_id = 0;
  self->is_kept = TRUE;
  talks_draft_save (self->file, self->record, copy);
  return G_SOURCE_REMOVE;
}

void
talks_form_keep_later (TalksFormKeep *self)
{
  g_return_if_fail (self != NULL);

  if (self->file != NULL && self->timeout_id == 0)
    self->timeout_id = g_timeout_add (DELAY, keep_cb, self);
}

void
talks_form_keep_end (TalksFormKeep *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->is_kept)
    talks_draft_remove (self->file, self->context->draft->kind, get_id (self));
  self->is_kept = FALSE;
}
