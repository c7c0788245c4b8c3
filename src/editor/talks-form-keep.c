/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-keep.h"

#include "talks-form-typed.h"

/* In ms: at most so much is lost. */
#define DELAY 1000

struct _TalksFormKeep
{
  const TalksFormContext *context;
  TalksOrigin            *origin; /* NULL: nobody has told where the document is, and nothing is kept */
  TalksRecord            *record; /* may be NULL */
  GPtrArray              *fields;
  guint                   timeout_id;
  gboolean                is_kept;
};

TalksFormKeep *
talks_form_keep_new (const TalksFormContext *context,
                     TalksRecord            *record,
                     GPtrArray              *fields)
{
  TalksFormKeep *self;
  TalksOrigin *origin;

  g_return_val_if_fail (context != NULL && fields != NULL, NULL);

  self = g_new0 (TalksFormKeep, 1);
  origin = talks_session_get_origin (context->session);
  self->context = context;
  self->origin = origin != NULL ? talks_origin_ref (origin) : NULL;
  self->record = record != NULL ? talks_record_ref (record) : NULL;
  self->fields = fields;
  return self;
}

void
talks_form_keep_free (TalksFormKeep *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->origin, talks_origin_unref);
  g_clear_pointer (&self->record, talks_record_unref);
  g_free (self);
}

static const char *
get_id (const TalksFormKeep *self)
{
  return self->record != NULL ? self->record->id : NULL;
}

/* ---- keeping ---- */

/* When the history of the document began; 0: it has not. */
static gint64
get_begun (const TalksFormKeep *self)
{
  TalksHistory *history = talks_session_get_history (self->context->session);

  return talks_history_get_n_steps (history) > 0 ? talks_history_get_step (history, 0)->time : 0;
}

static gboolean
keep_cb (gpointer data)
{
  TalksFormKeep *self = data;
  g_autoptr (TalksRecord) copy = talks_record_copy (self->context->draft);
  g_autoptr (GHashTable) typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  self->timeout_id = 0;
  self->is_kept = TRUE;
  talks_form_typed_keep (self->fields, NULL, typed);
  talks_draft_save (self->origin, self->record, copy, typed, get_begun (self));
  return G_SOURCE_REMOVE;
}

void
talks_form_keep_later (TalksFormKeep *self)
{
  g_return_if_fail (self != NULL);

  if (self->origin != NULL && self->timeout_id == 0)
    self->timeout_id = g_timeout_add (DELAY, keep_cb, self);
}

void
talks_form_keep_end (TalksFormKeep *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (self->is_kept)
    talks_draft_remove (self->origin, self->context->draft->kind, get_id (self));
  self->is_kept = FALSE;
}

/* ---- going on ---- */

TalksDraft *
talks_form_keep_find (TalksFormKeep *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->origin != NULL ? talks_draft_find (self->origin, self->context->draft->kind, get_id (self)) : NULL;
}

TalksRecord *
talks_form_keep_resume (TalksFormKeep    *self,
                        const TalksDraft *held)
{
  const TalksFieldSet *set;
  TalksRecord *record;

  g_return_val_if_fail (self != NULL && held != NULL, NULL);

  set = talks_record_kind_get_fields (held->after->kind);
  record = talks_record_copy (held->after);
  for (guint i = 0; self->record != NULL && held->before != NULL && i < set->n_fields; i++)
    if (talks_field_equal (&set->fields[i], held->before, held->after))
      talks_field_copy (&set->fields[i], self->record, record);
  self->is_kept = self->origin != NULL;
  talks_form_keep_later (self);
  return record;
}
