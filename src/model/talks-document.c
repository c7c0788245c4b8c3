/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-document-private.h"

#include "talks-error.h"
#include "talks-gettext.h"

struct _TalksDocument
{
  GObject             parent_instance;
  GPtrArray          *records[TALKS_RECORD_HEAD + 1];
  GHashTable         *by_id; /* char *id (the record's) → TalksRecord (in records), but for the head */
  TalksDocumentIndex *index; /* NULL when out of date */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksDocument, talks_document, G_TYPE_OBJECT)

static void
talks_document_finalize (GObject *object)
{
  TalksDocument *self = TALKS_DOCUMENT (object);

  g_clear_pointer (&self->index, talks_document_index_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  for (int i = 0; i <= TALKS_RECORD_HEAD; i++)
    g_clear_pointer (&self->records[i], g_ptr_array_unref);

  G_OBJECT_CLASS (talks_document_parent_class)->finalize (object);
}

static void
talks_document_class_init (TalksDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_document_finalize;

  /* The change that was just applied. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, TALKS_TYPE_CHANGE);
}

static void
talks_document_init (TalksDocument *self)
{
  g_autoptr (TalksText) title = talks_text_new_plain ("");

  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (int i = 0; i <= TALKS_RECORD_HEAD; i++)
    self->records[i] = g_ptr_array_new_with_free_func (talks_record_unref);
  g_ptr_array_add (self->records[TALKS_RECORD_HEAD], talks_head_new (title, NULL, "en", NULL));
}

TalksDocument *
talks_document_new (void)
{
  return g_object_new (TALKS_TYPE_DOCUMENT, NULL);
}

TalksHead *
talks_document_get_head (TalksDocument *self)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return self->records[TALKS_RECORD_HEAD]->pdata[0];
}

TalksText *
talks_document_get_title (TalksDocument *self)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return talks_document_get_head (self)->title;
}

TalksText *
talks_document_get_description (TalksDocument *self)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return talks_document_get_head (self)->description;
}

const char *
talks_document_get_language (TalksDocument *self)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return talks_document_get_head (self)->language;
}

const char *
talks_document_get_license (TalksDocument *self)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return talks_document_get_head (self)->license;
}

/* ---- the one door ---- */

static void
add_record (TalksDocument *self,
            TalksRecord   *record,
            int            position)
{
  GPtrArray *list = self->records[record->kind];

  if (position > (int) list->len)
    position = -1;
  g_ptr_array_insert (list, position, talks_record_ref (record));
  g_hash_table_insert (self->by_id, record->id, record);
}

static void
remove_record (TalksDocument *self,
               TalksRecord   *record)
{
  g_hash_table_remove (self->by_id, record->id);
  g_ptr_array_remove (self->records[record->kind], record);
}

static void
replace_record (TalksDocument *self,
                TalksRecord   *before,
                TalksRecord   *after)
{
  GPtrArray *list = self->records[before->kind];
  guint i;

  if (!g_ptr_array_find (list, before, &i))
    g_assert_not_reached ();
  if (after->kind != TALKS_RECORD_HEAD)
    g_hash_table_replace (self->by_id, after->id, after);
  list->pdata[i] = talks_record_ref (after);
  talks_record_unref (before);
}

/* Always FALSE. */
static gboolean
fail_outdated (const TalksRecord  *before,
               GError            **error)
{
  if (before->kind == TALKS_RECORD_HEAD)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_REFERENCE,
                 _("What the timeline says of itself is no longer as it was when the change was made."));
  else
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_REFERENCE,
                 _("The record “%s” is no longer as it was when the change was made."), before->id);
  return FALSE;
}

gboolean
talks_document_apply (TalksDocument  *self,
                      TalksChange    *change,
                      GError        **error)
{
  TalksRecord *before;
  TalksRecord *after;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  before = talks_change_get_before (change);
  after = talks_change_get_after (change);

  if (before != NULL && talks_document_lookup_same (self, before) != before)
    return fail_outdated (before, error);
  if (before == NULL && g_hash_table_contains (self->by_id, after->id))
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_REFERENCE,
                   _("There is already a record with the id “%s”."), after->id);
      return FALSE;
    }

  g_clear_pointer (&self->index, talks_document_index_free);
  if (before == NULL)
    add_record (self, after, talks_change_get_position (change));
  else if (after == NULL)
    remove_record (self, before);
  else
    replace_record (self, before, after);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change);
  return TRUE;
}

TalksDocument *
talks_document_copy (TalksDocument *self)
{
  TalksDocument *copy;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);

  copy = talks_document_new ();
  replace_record (copy, (TalksRecord *) talks_document_get_head (copy), (TalksRecord *) talks_document_get_head (self));
  for (int i = 0; i < TALKS_N_RECORD_KINDS; i++)
    for (guint j = 0; j < self->records[i]->len; j++)
      add_record (copy, self->records[i]->pdata[j], -1);
  return copy;
}

/* ---- look-ups ---- */

GPtrArray *
talks_document_get_records (TalksDocument   *self,
                            TalksRecordKind  kind)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (kind <= TALKS_RECORD_HEAD, NULL);
  return self->records[kind];
}

guint
talks_document_count (TalksDocument   *self,
                      TalksRecordKind  kind)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (kind <= TALKS_RECORD_HEAD, 0);
  return self->records[kind]->len;
}

TalksRecord *
talks_document_lookup (TalksDocument *self,
                       const char    *id)
{
  g_return_val_if_fail (TALKS_IS_DOCUMENT (self), NULL);
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

gpointer
talks_document_lookup_kind (TalksDocument   *self,
                            TalksRecordKind  kind,
                            const char      *id)
{
  TalksRecord *record = kind == TALKS_RECORD_HEAD ? (TalksRecord *) talks_document_get_head (self)
                                                  : talks_document_lookup (self, id);

  return record != NULL && record->kind == kind ? record : NULL;
}

TalksRecord *
talks_document_lookup_same (TalksDocument     *self,
                            const TalksRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  if (record->kind == TALKS_RECORD_HEAD)
    return (TalksRecord *) talks_document_get_head (self);
  return talks_document_lookup (self, record->id);
}

TalksDocumentIndex *
talks_document_ensure_index (TalksDocument *self)
{
  if (self->index == NULL)
    self->index = talks_document_index_new (self);
  return self->index;
}
