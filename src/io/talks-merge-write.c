/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-merge-write.h"

#include <string.h>

#include "talks-document-writer.h"
#include "talks-gettext.h"
#include "talks-merge-write-private.h"

typedef struct
{
  TalksMerge         *merge;
  const TalksReading *readings[TALKS_N_SIDES];
  GHashTable         *elements[TALKS_N_SIDES]; /* id → TalksJsonSlice * */
  TalksReading       *written;
  GHashTable         *written_elements;
  GHashTable         *as_theirs; /* set of char *: ids in theirs of records that are as they stand there */
  GArray             *edits;  /* of Edit, in the order of the text */
  GPtrArray          *losses;
} MergeWriter;

/* A part of the written text that gets other words. */
typedef struct
{
  TalksJsonSlice  old;
  GString        *text;
} Edit;

static void
edit_clear (gpointer data)
{
  g_string_free (((Edit *) data)->text, TRUE);
}

/* ---- elements ---- */

/* Of a record of the result. */
static TalksJsonSlice
get_element (MergeWriter       *writer,
             TalksMergeSide     side,
             const TalksRecord *record)
{
  const char *id = talks_merge_get_id_in (writer->merge, side, record->id);
  const TalksJsonSlice *slice = id != NULL ? g_hash_table_lookup (writer->elements[side], id) : NULL;

  return slice != NULL ? *slice : (TalksJsonSlice) { NULL, 0 };
}

static gboolean
same_bytes (TalksJsonSlice a,
            TalksJsonSlice b)
{
  return a.length == b.length && (a.length == 0 || memcmp (a.text, b.text, a.length) == 0);
}

/* The space in front of a value in its line. */
static TalksJsonSlice
get_indent (const TalksReading *reading,
            TalksJsonSlice      value)
{
  const char *start = g_bytes_get_data (talks_json_scan_get_bytes (reading->scan), NULL);
  const char *line = value.text;
  size_t length = 0;

  while (line > start && line[-1] != '\n' && line[-1] != '\r')
    line--;
  while (line + length < value.text && (line[length] == ' ' || line[length] == '\t'))
    length++;
  return (TalksJsonSlice) { line, length };
}

static gboolean
has_lines (TalksJsonSlice value)
{
  return memchr (value.text, '\n', value.length) != NULL || memchr (value.text, '\r', value.length) != NULL;
}

/* ---- records ---- */

static void
add_loss (MergeWriter       *writer,
          const TalksRecord *record,
          const char        *pointer,
          char              *message)
{
  g_ptr_array_add (writer->losses, talks_problem_new (TALKS_SEVERITY_ERROR, pointer, record != NULL ? record->id : NULL,
                                                      "%s", message));
  g_free (message);
}

/* Whether the element of theirs can stand in the result as it is. */
static gboolean
is_theirs (MergeWriter          *writer,
           TalksRecord          *record,
           const TalksJsonSlice  sides[TALKS_N_SIDES],
           TalksJsonSlice        now)
{
  const TalksReading *theirs = writer->readings[TALKS_SIDE_THEIRS];
  TalksRecord *their_record = talks_document_lookup_kind (theirs->as_read, record->kind, record->id);

  return their_record != NULL && talks_record_equal (record, their_record)
         && (sides[TALKS_SIDE_OURS].text == NULL || same_bytes (sides[TALKS_SIDE_OURS], sides[TALKS_SIDE_BASE]))
         && (!has_lines (sides[TALKS_SIDE_THEIRS])
             || same_bytes (get_indent (theirs, sides[TALKS_SIDE_THEIRS]), get_indent (writer->written, now)));
}

static void
tell_of_conflicts (MergeWriter       *writer,
                   const TalksRecord *record,
                   const char        *pointer,
                   GPtrArray         *names)
{
  for (guint i = 0; i < names->len; i++)
    add_loss (writer, record, pointer,
              g_strdup_printf (_("Both sides changed “%s”, which Talks does not know: that of ours is kept."),
                               (char *) names->pdata[i]));
}

/* What parts of the record hold that Talks does not know, and the writer did not bring along. */
static void
tell_of_nested (MergeWriter          *writer,
                const TalksRecord    *record,
                const char           *pointer,
                const TalksJsonSlice  sides[TALKS_N_SIDES],
                TalksJsonSlice        now)
{
  g_autofree char *base = talks_foreign_list_nested (record->kind, sides[TALKS_SIDE_BASE]);
  g_autofree char *ours = talks_foreign_list_nested (record->kind, sides[TALKS_SIDE_OURS]);
  g_autofree char *theirs = talks_foreign_list_nested (record->kind, sides[TALKS_SIDE_THEIRS]);
  g_autofree char *there = talks_foreign_list_nested (record->kind, now);
  const gboolean is_ours = sides[TALKS_SIDE_THEIRS].text == NULL || strcmp (theirs, base) == 0;

  if (strcmp (there, is_ours ? ours : theirs) != 0)
    add_loss (writer, record, pointer,
              g_strdup (_("Parts of this record hold something that Talks does not know, which could not be merged.")));
}

static void
merge_element (MergeWriter           *writer,
               TalksRecord           *record,
               const char            *pointer,
               const TalksJsonLayout *layout)
{
  const TalksJsonSlice *now = g_hash_table_lookup (writer->written_elements, record->id);
  const TalksJsonSlice sides[TALKS_N_SIDES] = { get_element (writer, TALKS_SIDE_BASE, record),
                                                get_element (writer, TALKS_SIDE_OURS, record),
                                                get_element (writer, TALKS_SIDE_THEIRS, record) };
  const char *our_id = talks_merge_get_id_in (writer->merge, TALKS_SIDE_OURS, record->id);
  const gboolean same_id = our_id != NULL && strcmp (our_id, record->id) == 0;
  g_autoptr (GPtrArray) conflicts = NULL;
  Edit edit = { *now, NULL };

  /* Theirs changed nothing, and the writer had the element of ours to go by. */
  if (same_id && (sides[TALKS_SIDE_THEIRS].text == NULL || same_bytes (sides[TALKS_SIDE_THEIRS], sides[TALKS_SIDE_BASE])
                  || same_bytes (sides[TALKS_SIDE_THEIRS], sides[TALKS_SIDE_OURS])))
    return;
  if (sides[TALKS_SIDE_THEIRS].text != NULL && is_theirs (writer, record, sides, *now))
    {
      edit.text = g_string_new_len (sides[TALKS_SIDE_THEIRS].text, (gssize) sides[TALKS_SIDE_THEIRS].length);
      g_hash_table_add (writer->as_theirs, record->id);
    }
  else
    {
      conflicts = g_ptr_array_new_with_free_func (g_free);
      edit.text = talks_foreign_merge (record->kind, *now, sides, layout, conflicts);
      tell_of_conflicts (writer, record, pointer, conflicts);
      tell_of_nested (writer, record, pointer, sides, *now);
    }
  if (edit.text != NULL)
    g_array_append_val (writer->edits, edit);
}

static void
merge_elements (MergeWriter           *writer,
                const TalksJsonLayout *layout)
{
  TalksDocument *document = writer->written->as_read;

  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        {
          g_autofree char *pointer = g_strdup_printf ("/%s/%u", talks_record_kind_to_list (kind), i);

          merge_element (writer, records->pdata[i], pointer, layout);
        }
    }
}

/* ---- the text ---- */

static int
compare_edits (gconstpointer a,
               gconstpointer b)
{
  const char *first = ((const Edit *) a)->old.text;
  const char *second = ((const Edit *) b)->old.text;

  return (first > second) - (first < second);
}

static GBytes *
make_edits (MergeWriter *writer)
{
  GBytes *bytes = talks_json_scan_get_bytes (writer->written->scan);
  size_t size;
  const char *at = g_bytes_get_data (bytes, &size);
  const char *end = at + size;
  GString *out;

  if (writer->edits->len == 0)
    return g_bytes_ref (bytes);
  out = g_string_sized_new (size + size / 8);
  g_array_sort (writer->edits, compare_edits);
  for (guint i = 0; i < writer->edits->len; i++)
    {
      const Edit *edit = &g_array_index (writer->edits, Edit, i);

      g_string_append_len (out, at, edit->old.text - at);
      g_string_append_len (out, edit->text->str, (gssize) edit->text->len);
      at = edit->old.text + edit->old.length;
    }
  g_string_append_len (out, at, end - at);
  return g_string_free_to_bytes (out);
}

static TalksJsonSlice
get_root (const TalksReading *reading)
{
  TalksJsonSlice root = { NULL, 0 };

  if (reading != NULL)
    root.text = talks_json_scan_find (reading->scan, "", &root.length);
  return root;
}

/* Members beside the lists. NULL, without an error, when nothing changes. */
static GBytes *
merge_root (MergeWriter           *writer,
            GBytes                *bytes,
            const TalksJsonLayout *layout,
            GError               **error)
{
  const TalksJsonSlice sides[TALKS_N_SIDES] = { get_root (writer->readings[TALKS_SIDE_BASE]),
                                                get_root (writer->readings[TALKS_SIDE_OURS]),
                                                get_root (writer->readings[TALKS_SIDE_THEIRS]) };
  g_autoptr (TalksJsonScan) scan = talks_json_scan_new (bytes, NULL, TALKS_JSON_MAX_SIZE, error);
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = NULL;
  TalksJsonSlice now;
  GString *out;
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (scan == NULL)
    return NULL;
  now.text = talks_json_scan_find (scan, "", &now.length);
  text = talks_foreign_merge (TALKS_RECORD_HEAD, now, sides, layout, conflicts);
  tell_of_conflicts (writer, NULL, "", conflicts);
  if (text == NULL)
    return NULL;
  out = g_string_new_len (data, now.text - data);
  g_string_append_len (out, text->str, (gssize) text->len);
  g_string_append_len (out, now.text + now.length, data + size - (now.text + now.length));
  return g_string_free_to_bytes (out);
}

/* ---- what was not read ---- */

/* An element that is no record may stand elsewhere in another file: it is known by its text. */
static char *
make_problem_key (const TalksReading *reading,
                  const TalksProblem *problem)
{
  size_t length = 0;
  const gboolean is_element = problem->record == NULL && strchr (problem->pointer, '/') != strrchr (problem->pointer, '/');
  const char *text = is_element ? talks_json_scan_find (reading->scan, problem->pointer, &length) : NULL;

  if (text != NULL)
    return g_strdup_printf ("%.*s\n%s", (int) MIN (length, 10000), text, problem->message);
  return g_strdup_printf ("%s\n%s", problem->record != NULL ? problem->record : problem->pointer, problem->message);
}

/* Errors of validation are no losses: what is wrong is in the document all the same. */
static GHashTable *
list_known_problems (MergeWriter *writer)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) found = talks_document_validate (writer->readings[TALKS_SIDE_THEIRS]->as_read);

  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (known, make_problem_key (writer->readings[TALKS_SIDE_THEIRS], found->pdata[i]));
  for (TalksMergeSide side = TALKS_SIDE_BASE; side <= TALKS_SIDE_OURS; side++)
    for (guint i = 0; writer->readings[side] != NULL && i < writer->readings[side]->problems->len; i++)
      g_hash_table_add (known, make_problem_key (writer->readings[side], writer->readings[side]->problems->pdata[i]));
  return known;
}

static gboolean
has_errors (const TalksReading *reading)
{
  for (guint i = 0; i < reading->problems->len; i++)
    if (((TalksProblem *) reading->problems->pdata[i])->severity == TALKS_SEVERITY_ERROR)
      return TRUE;
  return FALSE;
}

/* What could not be read in theirs, and could in base or is not in ours, is not merged. */
static void
tell_of_unread (MergeWriter *writer)
{
  const TalksReading *theirs = writer->readings[TALKS_SIDE_THEIRS];
  g_autoptr (GHashTable) known = NULL;

  if (!has_errors (theirs))
    return;
  known = list_known_problems (writer);
  for (guint i = 0; i < theirs->problems->len; i++)
    {
      const TalksProblem *problem = theirs->problems->pdata[i];
      g_autofree char *key = make_problem_key (theirs, problem);
      g_autofree char *message = NULL;

      if (problem->severity != TALKS_SEVERITY_ERROR || g_hash_table_contains (known, key)
          || (problem->record != NULL && g_hash_table_contains (writer->as_theirs, problem->record)))
        continue;
      message = g_strdup_printf (_("This could not be read in theirs, and is not merged: %s"), problem->message);
      g_ptr_array_add (writer->losses, talks_problem_new (TALKS_SEVERITY_ERROR, problem->pointer, problem->record,
                                                          "%s", message));
    }
}

/* ---- writing ---- */

/* Whether the bytes still say what was written without what Talks does not know. */
static gboolean
is_same_document (GBytes             *bytes,
                  const TalksReading *written)
{
  g_autoptr (TalksReading) reading = talks_document_read_bytes (bytes, written->name, NULL, NULL);

  if (reading == NULL)
    return FALSE;
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *a = talks_document_get_records (reading->as_read, kind);
      GPtrArray *b = talks_document_get_records (written->as_read, kind);

      if (a->len != b->len)
        return FALSE;
      for (guint i = 0; i < a->len; i++)
        if (!talks_record_equal (a->pdata[i], b->pdata[i]))
          return FALSE;
    }
  return TRUE;
}

static GBytes *
merge_foreign (MergeWriter  *writer,
               GError      **error)
{
  const TalksJsonLayout layout = talks_json_layout_default ();
  GError *local = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GBytes *with_root;

  merge_elements (writer, &layout);
  bytes = make_edits (writer);
  with_root = merge_root (writer, bytes, &layout, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  if (with_root != NULL)
    {
      g_bytes_unref (bytes);
      bytes = with_root;
    }
  if (is_same_document (bytes, writer->written))
    return g_steal_pointer (&bytes);
  add_loss (writer, NULL, "", g_strdup (_("What Talks does not know in theirs could not be merged.")));
  return g_bytes_ref (talks_json_scan_get_bytes (writer->written->scan));
}

GBytes *
talks_merge_write (TalksMerge          *merge,
                   const TalksReading  *base,
                   const TalksReading  *ours,
                   const TalksReading  *theirs,
                   GPtrArray           *losses,
                   GError             **error)
{
  MergeWriter writer = { .merge = merge, .readings = { base, ours, theirs }, .losses = losses };
  g_autoptr (GBytes) bytes = NULL;
  GBytes *merged;

  g_return_val_if_fail (merge != NULL, NULL);
  g_return_val_if_fail (ours != NULL && theirs != NULL, NULL);
  g_return_val_if_fail (losses != NULL, NULL);

  bytes = talks_document_write (talks_merge_get_result (merge), ours, &writer.written, error);
  if (bytes == NULL)
    return NULL;
  for (TalksMergeSide side = 0; side < TALKS_N_SIDES; side++)
    writer.elements[side] = talks_foreign_index_elements (writer.readings[side]);
  writer.written_elements = talks_foreign_index_elements (writer.written);
  writer.as_theirs = g_hash_table_new (g_str_hash, g_str_equal);
  writer.edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (writer.edits, edit_clear);

  merged = merge_foreign (&writer, error);
  tell_of_unread (&writer);

  for (TalksMergeSide side = 0; side < TALKS_N_SIDES; side++)
    g_hash_table_unref (writer.elements[side]);
  g_hash_table_unref (writer.written_elements);
  g_hash_table_unref (writer.as_theirs);
  g_array_unref (writer.edits);
  talks_reading_free (writer.written);
  return merged;
}
