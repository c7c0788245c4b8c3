/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of records: each in its element of the file, as much of it as stays. */

#include "talks-document-writer-private.h"

#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-record-write-private.h"

/* A list of the file and what the reader made of its elements. */
typedef struct
{
  TalksRecordKind kind;
  char           *pointer;
  TalksJsonItems *items;
  TalksRecord   **read; /* NULL for those left out */
  gboolean       *kept; /* those */
  GHashTable     *index_of; /* id → index */
} OldList;

static void
old_list_clear (OldList *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->items, talks_json_items_free);
  g_free (self->read);
  g_free (self->kept);
  g_clear_pointer (&self->index_of, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OldList, old_list_clear)

/* FALSE if the file and what was read from it do not fit, which only a mistake of ours could bring about. */
static gboolean
old_list_init (OldList               *self,
               TalksDocumentWriter   *writer,
               TalksRecordKind        kind,
               const char            *text,
               size_t                 length,
               const TalksJsonLayout *layout)
{
  GPtrArray *records = talks_document_get_records (writer->base->as_read, kind);
  const GArray *left_out;
  guint n_read = 0;
  guint n;

  self->kind = kind;
  self->pointer = g_strconcat ("/", talks_record_kind_to_list (kind), NULL);
  self->items = talks_json_items_new (text, length, layout);
  self->index_of = g_hash_table_new (g_str_hash, g_str_equal);
  n = self->items->items->len;
  self->read = g_new0 (TalksRecord *, n + 1);
  self->kept = g_new0 (gboolean, n + 1);

  left_out = g_hash_table_lookup (writer->base->left_out, self->pointer);
  for (guint i = 0; left_out != NULL && i < left_out->len; i++)
    self->kept[MIN (g_array_index (left_out, guint, i), n)] = TRUE;
  for (guint i = 0; i < n; i++)
    if (!self->kept[i])
      {
        if (n_read == records->len)
          return FALSE;
        self->read[i] = g_ptr_array_index (records, n_read++);
        g_hash_table_insert (self->index_of, self->read[i]->id, GUINT_TO_POINTER (i));
      }
  return n_read == records->len;
}

/* text, which reads as before, when it says what now says. */
static GString *
patch_text (TalksDocumentWriter   *writer,
            const char            *text,
            size_t                 length,
            const char            *pointer,
            GHashTable            *left_out,
            const TalksRecord     *before,
            const TalksRecord     *now,
            const TalksJsonLayout *layout,
            GError               **error)
{
  const TalksFieldMask *anew = g_hash_table_lookup (writer->anew, now->id);
  g_autoptr (TalksRecordWriter) record_writer = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonNode *old = talks_document_writer_parse (writer, text, length, error);
  GString *out;

  if (old == NULL)
    return NULL;
  record_writer = talks_record_writer_new (left_out);
  node = talks_record_write_over (record_writer, old, pointer, before, now, anew != NULL ? *anew : 0);
  out = g_string_new (NULL);
  talks_json_patch (out, text, length, old, node, record_writer->made_from, layout);
  return out;
}

/* From how the record stood in the file before, with what changed since. */
static GString *
write_again (TalksDocumentWriter   *writer,
             const TalksEarlier    *earlier,
             gboolean               same,
             const TalksRecord     *now,
             const TalksJsonLayout *layout,
             GError               **error)
{
  size_t size;
  const char *text = g_bytes_get_data (earlier->text, &size);

  if (same)
    return g_string_new_len (text, (gssize) size);
  return patch_text (writer, text, size, earlier->pointer, earlier->left_out, earlier->record, now, layout, error);
}

/* The text of an element that changed; NULL, with error set if something is wrong, when it did not. */
static GString *
patch_record (TalksDocumentWriter *writer,
              const OldList       *list,
              guint                index,
              TalksRecord         *now,
              GError             **error)
{
  const TalksJsonItem *item = talks_json_items_get (list->items, index);
  const gboolean is_anew = g_hash_table_contains (writer->anew, now->id);
  const TalksEarlier *earlier = NULL;
  g_autofree char *pointer = NULL;
  gboolean same;

  if (!is_anew && talks_record_equal (list->read[index], now))
    return NULL;
  /* Unless it would not be read back as it is. */
  if (!is_anew)
    earlier = talks_earlier_table_find (writer->base->earlier, now, list->read[index], &same);
  if (earlier != NULL)
    return write_again (writer, earlier, same, now, &list->items->layout, error);
  pointer = g_strdup_printf ("%s/%u", list->pointer, index);
  return patch_text (writer, list->items->text + item->value, item->end - item->value, pointer, writer->base->left_out,
                     list->read[index], now, &list->items->layout, error);
}

/* One that is not in the file, or no more. */
static GString *
write_new_record (TalksDocumentWriter   *writer,
                  TalksRecord           *record,
                  const TalksJsonLayout *layout,
                  GError               **error)
{
  gboolean same;
  const TalksEarlier *earlier = talks_earlier_table_find (writer->base->earlier, record, NULL, &same);

  if (earlier == NULL)
    return talks_record_to_text (record, layout);
  return write_again (writer, earlier, same && !g_hash_table_contains (writer->anew, record->id), record, layout, error);
}

/* How the element at index would be set if it were taken out and came back. */
static TalksJsonLayout
layout_anew (const TalksJsonItems *items,
             guint                 index)
{
  return talks_json_items_layout_like (items, index > 0 ? (int) index - 1 : 1);
}

/* Keeps what this save changes or takes out. */
static void
keep_earlier (TalksDocumentWriter *writer,
              const OldList       *list)
{
  const guint n = list->items->items->len;

  for (guint i = 0; i < n; i++)
    {
      TalksRecord *read = list->read[i];
      const TalksRecord *now = read != NULL ? talks_document_lookup_same (writer->document, read) : NULL;
      const TalksJsonItem *item = talks_json_items_get (list->items, i);
      g_autofree char *pointer = NULL;
      TalksJsonLayout layout;

      if (read == NULL || now == read || (now != NULL && talks_record_equal (read, now)))
        continue;
      pointer = g_strdup_printf ("%s/%u", list->pointer, i);
      /* In an empty list nothing shows how. */
      if (n > 1)
        layout = layout_anew (list->items, i);
      talks_earlier_table_add (writer->earlier, writer->base, read, pointer,
                               (TalksJsonSlice) { list->items->text + item->value, item->end - item->value },
                               n > 1 ? &layout : NULL);
    }
}

/* A list of the file with the records that are in the document now. NULL on error. */
static GString *
patch_list (TalksDocumentWriter *writer,
            const OldList       *list,
            GError             **error)
{
  GPtrArray *records = talks_document_get_records (writer->document, list->kind);
  g_autofree int *old_of = g_new (int, records->len + 1);
  g_autoptr (GArray) pieces = talks_json_pieces_new ();
  g_autoptr (GArray) slots = NULL;
  GError *local = NULL;
  GString *out;
  int like = 0;

  for (guint i = 0; i < records->len; i++)
    {
      TalksRecord *record = g_ptr_array_index (records, i);
      gpointer index;

      old_of[i] = g_hash_table_lookup_extended (list->index_of, record->id, NULL, &index)
                  ? (int) GPOINTER_TO_UINT (index) : -1;
    }
  slots = talks_json_plan_list (list->kept, list->items->items->len, old_of, records->len);
  for (guint i = 0; i < slots->len; i++)
    {
      const TalksJsonSlot *slot = &g_array_index (slots, TalksJsonSlot, i);
      GString *text = NULL;

      if (slot->old >= 0 && slot->now >= 0)
        text = patch_record (writer, list, (guint) slot->old, records->pdata[slot->now], &local);
      else if (slot->old < 0)
        {
          TalksJsonLayout layout = talks_json_items_layout_like (list->items, like);

          text = write_new_record (writer, records->pdata[slot->now], &layout, &local);
        }
      talks_json_pieces_add (pieces, slot->old, NULL, text);
      if (local != NULL)
        {
          g_propagate_error (error, local);
          return NULL;
        }
      if (slot->old >= 0 && slot->now >= 0)
        like = slot->old;
    }
  out = g_string_new (NULL);
  talks_json_items_write (list->items, pieces, out);
  return out;
}

JsonNode *
talks_document_writer_make_list (GPtrArray *records)
{
  g_autoptr (TalksRecordWriter) record_writer = talks_record_writer_new (NULL);
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    json_array_add_element (list, talks_record_write_new (record_writer, records->pdata[i]));
  return talks_node_new_list (list);
}

GString *
talks_document_writer_write_list (TalksDocumentWriter   *writer,
                                  const TalksJsonItems  *root,
                                  const TalksJsonItem   *item,
                                  TalksRecordKind        kind,
                                  GError               **error)
{
  GPtrArray *records = talks_document_get_records (writer->document, kind);
  g_auto (OldList) list = { 0 };
  g_autoptr (JsonNode) node = NULL;
  GString *out;

  if (item != NULL)
    {
      if (!old_list_init (&list, writer, kind, root->text + item->value, item->end - item->value, &root->layout))
        {
          g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED,
                       _("Nothing was written, since “%s” cannot be told apart in the file."),
                       talks_record_kind_to_list (kind));
          return NULL;
        }
      keep_earlier (writer, &list);
      return patch_list (writer, &list, error);
    }
  if (records->len == 0)
    return NULL;
  node = talks_document_writer_make_list (records);
  out = g_string_new (NULL);
  talks_json_write_node (out, node, &root->layout);
  return out;
}
