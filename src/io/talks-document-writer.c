/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-document-writer-private.h"

#include "talks-error.h"
#include "talks-json-patch.h"
#include "talks-record-write-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  TalksDocument      *document;
  const TalksReading *base; /* NULL for a new file */
  GHashTable         *anew; /* id (of the head "") → TalksFieldMask * */
  GHashTable         *earlier; /* what becomes that of the next base */
  JsonParser         *parser;
} Writer;

/* The value of base at that place. Belongs to the parser until the next call. */
static JsonNode *
parse_value (Writer      *writer,
             const char  *text,
             size_t       length,
             GError     **error)
{
  if (!json_parser_load_from_data (writer->parser, text, (gssize) length, error))
    return NULL;
  return json_parser_get_root (writer->parser);
}

/* ---- lists of records ---- */

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
               Writer                *writer,
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
patch_text (Writer                *writer,
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
  JsonNode *old = parse_value (writer, text, length, error);
  GString *out;

  if (old == NULL)
    return NULL;
  record_writer = talks_record_writer_new (left_out);
  node = talks_record_write_over (record_writer, old, pointer, before, now, anew != NULL ? *anew : 0);
  out = g_string_new (NULL);
  talks_json_patch (out, text, length, old, node, record_writer->made_from, layout);
  return out;
}

/* The record as it stood in the file before, if it says that again; unless it would not be read back as it is. */
static GString *
write_again (Writer            *writer,
             const TalksRecord *now)
{
  gboolean same;
  const TalksEarlier *earlier = talks_earlier_table_find (writer->base->earlier, now, &same);
  size_t size;
  const char *text;

  if (!same || g_hash_table_contains (writer->anew, now->id))
    return NULL;
  text = g_bytes_get_data (earlier->text, &size);
  return g_string_new_len (text, (gssize) size);
}

/* The text of an element that changed; NULL, with error set if something is wrong, when it did not. */
static GString *
patch_record (Writer         *writer,
              const OldList  *list,
              guint           index,
              TalksRecord    *now,
              GError        **error)
{
  const TalksJsonItem *item = talks_json_items_get (list->items, index);
  g_autofree char *pointer = NULL;
  GString *again;

  if (!g_hash_table_contains (writer->anew, now->id) && talks_record_equal (list->read[index], now))
    return NULL;
  again = write_again (writer, now);
  if (again != NULL)
    return again;
  pointer = g_strdup_printf ("%s/%u", list->pointer, index);
  return patch_text (writer, list->items->text + item->value, item->end - item->value, pointer, writer->base->left_out,
                     list->read[index], now, &list->items->layout, error);
}

/* One that is not in the file, or no more. */
static GString *
write_new_record (Writer                *writer,
                  TalksRecord           *record,
                  const TalksJsonLayout *layout,
                  GError               **error)
{
  gboolean same;
  const TalksEarlier *earlier = talks_earlier_table_find (writer->base->earlier, record, &same);
  GString *out = write_again (writer, record);
  size_t size;
  const char *text;

  if (out != NULL)
    return out;
  if (earlier != NULL)
    {
      text = g_bytes_get_data (earlier->text, &size);
      out = patch_text (writer, text, size, earlier->pointer, earlier->left_out, earlier->record, record, layout, error);
    }
  else
    {
      g_autoptr (TalksRecordWriter) record_writer = talks_record_writer_new (NULL);
      g_autoptr (JsonNode) node = talks_record_write_new (record_writer, record);

      out = g_string_new (NULL);
      talks_json_write_node (out, node, layout);
    }
  return out;
}

/* Keeps what this save changes or takes out. */
static void
keep_earlier (Writer        *writer,
              const OldList *list)
{
  for (guint i = 0; i < list->items->items->len; i++)
    {
      TalksRecord *read = list->read[i];
      const TalksRecord *now = read != NULL ? talks_document_lookup_same (writer->document, read) : NULL;
      const TalksJsonItem *item = talks_json_items_get (list->items, i);
      g_autofree char *pointer = NULL;

      if (read == NULL || now == read || (now != NULL && talks_record_equal (read, now)))
        continue;
      pointer = g_strdup_printf ("%s/%u", list->pointer, i);
      talks_earlier_table_add (writer->earlier, writer->base, read, pointer, list->items->text + item->value,
                               item->end - item->value);
    }
}

/* A list of the file with the records that are in the document now. NULL on error. */
static GString *
patch_list (Writer        *writer,
            const OldList *list,
            GError       **error)
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

static JsonNode *
make_list (GPtrArray *records)
{
  g_autoptr (TalksRecordWriter) record_writer = talks_record_writer_new (NULL);
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    json_array_add_element (list, talks_record_write_new (record_writer, records->pdata[i]));
  return talks_node_new_list (list);
}

/* The list in the root that item holds (NULL: there is none), or NULL when there is nothing to write. */
static GString *
write_list (Writer                *writer,
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
  node = make_list (records);
  out = g_string_new (NULL);
  talks_json_write_node (out, node, &root->layout);
  return out;
}

/* ---- the root of a file ---- */

typedef enum
{
  KEEP,
  REMOVE,
  REPLACE,
} Action;

/* What becomes of a member of the head, which is written in full if anew. *out is its text when it is replaced. */
static Action
write_head_member (Writer                *writer,
                   const TalksField      *field,
                   gboolean               anew,
                   const TalksJsonItems  *root,
                   const TalksJsonItem   *item,
                   GString              **out,
                   GError               **error)
{
  const TalksHead *before = talks_document_get_head (writer->base->as_read);
  const TalksHead *now = talks_document_get_head (writer->document);
  g_autoptr (TalksRecordWriter) record_writer = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonNode *old = NULL;

  if (!anew && talks_field_equal (field, before, now))
    return KEEP;
  if (talks_field_is_absent (field, now))
    return REMOVE;
  if (item != NULL && !anew)
    {
      old = parse_value (writer, root->text + item->value, item->end - item->value, error);
      if (old == NULL)
        return KEEP;
    }

  record_writer = talks_record_writer_new (NULL);
  if (field->type == TALKS_FIELD_TEXT)
    node = talks_record_write_text (record_writer, old, TALKS_FIELD_VALUE (field, before, TalksText *),
                                    TALKS_FIELD_VALUE (field, now, TalksText *));
  else
    node = talks_node_new_string (TALKS_FIELD_VALUE (field, now, const char *));
  *out = g_string_new (NULL);
  if (old != NULL)
    talks_json_patch (*out, root->text + item->value, item->end - item->value, old, node,
                      record_writer->made_from, &root->layout);
  else
    talks_json_write_node (*out, node, &root->layout);
  return REPLACE;
}

/* The pieces of the root, of which some may have gone or come. */
typedef struct
{
  TalksJsonItems *items;
  GArray         *pieces;
  guint           at; /* where a new member goes */
} Root;

static void
root_clear (Root *self)
{
  g_clear_pointer (&self->items, talks_json_items_free);
  g_clear_pointer (&self->pieces, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Root, root_clear)

/* −1 when there is none. */
static int
root_find (const Root *self,
           const char *name)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const TalksJsonPiece *piece = &g_array_index (self->pieces, TalksJsonPiece, i);

      if (piece->item >= 0 && strcmp (talks_json_items_get (self->items, (guint) piece->item)->name, name) == 0)
        return (int) i;
    }
  return -1;
}

static const TalksJsonItem *
root_get_item (const Root *self,
               const char *name)
{
  int found = root_find (self, name);

  return found >= 0 ? talks_json_items_get (self->items, (guint) g_array_index (self->pieces, TalksJsonPiece,
                                                                                found).item)
                    : NULL;
}

/* Takes text over. */
static void
root_set (Root       *self,
          const char *name,
          Action      action,
          GString    *text)
{
  int found = root_find (self, name);

  if (found >= 0 && action == REMOVE)
    {
      g_array_remove_index (self->pieces, (guint) found);
      self->at -= self->at > (guint) found;
    }
  else if (found >= 0)
    {
      g_array_index (self->pieces, TalksJsonPiece, found).text = text;
      self->at = (guint) found + 1;
    }
  else if (action == REPLACE)
    {
      const TalksJsonPiece piece = { -1, name, text };

      g_array_insert_val (self->pieces, self->at, piece);
      self->at++;
    }
}

static gboolean
patch_root (Writer  *writer,
            Root    *root,
            GError **error)
{
  const TalksFieldSet *head = talks_record_kind_get_fields (TALKS_RECORD_HEAD);
  const TalksFieldMask *anew = g_hash_table_lookup (writer->anew, talks_document_get_head (writer->document)->record.id);
  GError *local = NULL;

  root_set (root, "format", KEEP, NULL);
  root_set (root, "version", KEEP, NULL);
  for (guint i = 0; i < head->n_fields && local == NULL; i++)
    {
      const char *name = head->fields[i].name;
      GString *text = NULL;
      Action action = write_head_member (writer, &head->fields[i], anew != NULL && (*anew >> i & 1) != 0, root->items,
                                         root_get_item (root, name), &text, &local);

      root_set (root, name, action, text);
    }
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS && local == NULL; kind++)
    {
      const char *name = talks_record_kind_to_list (kind);
      GString *text = write_list (writer, root->items, root_get_item (root, name), kind, &local);

      root_set (root, name, text != NULL ? REPLACE : KEEP, text);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/* The first end of a line, so that a file on one line that grows keeps to it. */
static void
find_newline (const char      *text,
              size_t           length,
              TalksJsonLayout *layout)
{
  const char *end = memchr (text, '\n', length);

  if (end == NULL)
    end = memchr (text, '\r', length);
  if (end == NULL)
    return;
  layout->newline = (TalksJsonSlice) { end, 1 };
  if (end > text && *end == '\n' && end[-1] == '\r')
    layout->newline = (TalksJsonSlice) { end - 1, 2 };
}

/* The bytes of base with what changed. */
static GBytes *
write_over (Writer  *writer,
            GError **error)
{
  GBytes *bytes = talks_json_scan_get_bytes (writer->base->scan);
  TalksJsonLayout layout = talks_json_layout_default ();
  g_auto (Root) root = { 0 };
  size_t length;
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *text = talks_json_scan_find (writer->base->scan, "", &length);
  GString *out;

  find_newline (text, length, &layout);
  root.items = talks_json_items_new (text, length, &layout);
  root.pieces = talks_json_pieces_new ();
  for (guint i = 0; i < root.items->items->len; i++)
    talks_json_pieces_add (root.pieces, (int) i, NULL, NULL);
  if (!patch_root (writer, &root, error))
    return NULL;

  out = g_string_sized_new (size + size / 8);
  g_string_append_len (out, data, text - data);
  talks_json_items_write (root.items, root.pieces, out);
  g_string_append_len (out, text + length, data + size - (text + length));
  return g_string_free_to_bytes (out);
}

/* ---- new files ---- */

static GBytes *
write_new (Writer *writer)
{
  const TalksJsonLayout layout = talks_json_layout_default ();
  g_autoptr (TalksRecordWriter) record_writer = talks_record_writer_new (NULL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonNode) head_node = talks_record_write_new (record_writer,
                                                           (TalksRecord *) talks_document_get_head (writer->document));
  JsonObject *root = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  GString *out = g_string_new (NULL);

  json_object_set_string_member (root, "format", TALKS_DOCUMENT_FORMAT);
  json_object_set_int_member (root, "version", TALKS_DOCUMENT_VERSION);
  json_object_iter_init_ordered (&iter, json_node_get_object (head_node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    json_object_set_member (root, name, json_node_ref (member));
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    json_object_set_member (root, talks_record_kind_to_list (kind),
                            make_list (talks_document_get_records (writer->document, kind)));
  json_node_take_object (node, root);
  talks_json_write_node (out, node, &layout);
  g_string_append_c (out, '\n');
  return g_string_free_to_bytes (out);
}

/* ---- writing ---- */

GBytes *
talks_document_write (TalksDocument       *document,
                      const TalksReading  *base,
                      TalksReading       **written,
                      GError             **error)
{
  g_autoptr (GHashTable) anew = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  Writer writer = { document, base, anew, NULL, parser };

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* Some members say something by not being there, or stand in for others. A record in which that
   * went wrong is written once more with the fields that came out wrong in full. */
  for (;;)
    {
      g_autoptr (GHashTable) earlier = writer.earlier = talks_earlier_table_new (base);
      g_autoptr (GBytes) bytes = base != NULL ? write_over (&writer, error) : write_new (&writer);
      g_autoptr (TalksReading) reading = NULL;
      gboolean again;

      if (bytes == NULL)
        return NULL;
      reading = talks_document_read_bytes (bytes, base != NULL ? base->name : NULL, NULL, error);
      if (reading == NULL || !talks_document_check_written (document, base, reading, anew, &again, error))
        return NULL;
      if (again)
        continue;
      reading->earlier = g_steal_pointer (&earlier);
      if (written != NULL)
        *written = g_steal_pointer (&reading);
      return g_steal_pointer (&bytes);
    }
}
