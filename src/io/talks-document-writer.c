/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-document-writer-private.h"

#include "talks-record-write-private.h"

#include <string.h>

JsonNode *
talks_document_writer_parse (TalksDocumentWriter  *writer,
                             const char           *text,
                             size_t                length,
                             GError              **error)
{
  if (!json_parser_load_from_data (writer->parser, text, (gssize) length, error))
    return NULL;
  return json_parser_get_root (writer->parser);
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
write_head_member (TalksDocumentWriter  *writer,
                   const TalksField     *field,
                   gboolean              anew,
                   const TalksJsonItems *root,
                   const TalksJsonItem  *item,
                   GString             **out,
                   GError              **error)
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
      old = talks_document_writer_parse (writer, root->text + item->value, item->end - item->value, error);
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
patch_root (TalksDocumentWriter *writer,
            Root                *root,
            GError             **error)
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
      GString *text = talks_document_writer_write_list (writer, root->items, root_get_item (root, name), kind, &local);

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
write_over (TalksDocumentWriter *writer,
            GError             **error)
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
write_new (TalksDocumentWriter *writer)
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
                            talks_document_writer_make_list (talks_document_get_records (writer->document, kind)));
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
  TalksDocumentWriter writer = { document, base, anew, NULL, parser };

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
