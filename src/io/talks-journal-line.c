/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of a journal, as JSON. */

#include "talks-journal-private.h"

#include "talks-document-reader-private.h"
#include "talks-json-scan.h"
#include "talks-json-write.h"
#include "talks-record-write.h"

#include <string.h>

#define SLICE(literal) { literal, sizeof (literal) - 1 }

/* ---- life ---- */

TalksJournalHeader *
talks_journal_header_new (GFile               *file,
                          const TalksFileMark *base,
                          GBytes              *content)
{
  TalksJournalHeader *header = g_new0 (TalksJournalHeader, 1);

  header->file = file != NULL ? g_object_ref (file) : NULL;
  header->base = base != NULL ? talks_file_mark_copy (base) : NULL;
  header->content = content != NULL ? g_bytes_ref (content) : NULL;
  header->holder = talks_lock_holder_new_self ();
  return header;
}

void
talks_journal_header_free (TalksJournalHeader *header)
{
  g_clear_object (&header->file);
  g_clear_pointer (&header->base, talks_file_mark_free);
  g_clear_pointer (&header->content, g_bytes_unref);
  g_clear_pointer (&header->holder, talks_lock_holder_free);
  g_free (header);
}

void
talks_journal_entry_free (TalksJournalEntry *entry)
{
  g_clear_pointer (&entry->step, talks_history_step_unref);
  g_clear_pointer (&entry->texts, g_ptr_array_unref);
  g_clear_object (&entry->file);
  g_clear_pointer (&entry->mark, talks_file_mark_free);
  g_free (entry);
}

/* ---- writing ---- */

static void
write_text (GString    *out,
            const char *name,
            const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, ",\"%s\":", name);
  talks_json_write_string (out, text);
}

static void
write_file (GString *out,
            GFile   *file)
{
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  write_text (out, "file", uri);
}

static void
write_mark (GString             *out,
            const TalksFileMark *mark)
{
  if (mark != NULL)
    g_string_append_printf (out, ",\"size\":%" G_GUINT64_FORMAT ",\"sha256\":\"%s\"", mark->size, mark->sha256);
}

static void
write_content (GString *out,
               GBytes  *content)
{
  g_autofree char *text = NULL;
  size_t length;
  const char *bytes = g_bytes_get_data (content, &length);

  /* A document is always that. */
  if (!g_utf8_validate_len (bytes, length, NULL))
    return;
  text = g_strndup (bytes, length);
  write_text (out, "content", text);
}

void
talks_journal_write_header (GString                  *out,
                            const TalksJournalHeader *header)
{
  g_autofree char *holder = talks_lock_holder_to_text (header->holder);

  g_string_append_printf (out, "{\"format\":\"%s\",\"version\":%d", TALKS_JOURNAL_FORMAT, TALKS_JOURNAL_VERSION);
  write_file (out, header->file);
  write_mark (out, header->base);
  write_text (out, "holder", holder);
  if (header->content != NULL)
    write_content (out, header->content);
  g_string_append (out, "}\n");
}

static void
write_record (GString           *out,
              TalksRecordWriter *writer,
              const char        *name,
              TalksRecord       *record)
{
  const TalksJsonLayout layout = { .colon = SLICE (":") };
  JsonNode *node;

  if (record == NULL)
    return;
  node = talks_record_write_new (writer, record);
  g_string_append_printf (out, ",\"%s\":", name);
  talks_json_write_node (out, node, &layout);
  json_node_unref (node);
}

static void
write_changes (GString          *out,
               TalksHistoryStep *step)
{
  g_string_append (out, ",\"changes\":[");
  for (guint i = 0; i < step->changes->len; i++)
    {
      TalksChange *change = step->changes->pdata[i];
      TalksRecord *before = talks_change_get_before (change);
      TalksRecord *after = talks_change_get_after (change);
      g_autoptr (TalksRecordWriter) writer = talks_record_writer_new (NULL);

      g_string_append_printf (out, "%s{\"list\":\"%s\",\"position\":%d", i > 0 ? "," : "",
                              talks_record_kind_to_list ((before != NULL ? before : after)->kind),
                              talks_change_get_position (change));
      write_record (out, writer, "before", before);
      write_record (out, writer, "after", after);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
write_texts (GString   *out,
             GPtrArray *texts)
{
  g_string_append (out, ",\"texts\":[");
  for (guint i = 0; i < texts->len; i++)
    {
      const TalksEarlier *earlier = texts->pdata[i];
      size_t size;
      const char *bytes = g_bytes_get_data (earlier->text, &size);
      g_autofree char *text = g_strndup (bytes, size);

      g_string_append_printf (out, "%s{\"list\":\"%s\"", i > 0 ? "," : "",
                              talks_record_kind_to_list (earlier->record->kind));
      write_text (out, "text", text);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

void
talks_journal_write_entry (GString                 *out,
                           const TalksJournalEntry *entry)
{
  if (entry->type == TALKS_JOURNAL_STEP)
    {
      g_string_append_printf (out, "{\"step\":%" G_GUINT64_FORMAT ",\"direction\":%d", entry->number,
                              entry->direction);
      if (entry->step != NULL)
        {
          g_string_append_printf (out, ",\"time\":%" G_GINT64_FORMAT, entry->step->time);
          write_text (out, "name", entry->step->name);
          write_text (out, "author", entry->step->author);
          write_changes (out, entry->step);
        }
      if (entry->texts != NULL && entry->texts->len > 0)
        write_texts (out, entry->texts);
    }
  else
    {
      g_string_append_printf (out, "{\"save\":\"%s\"", entry->type == TALKS_JOURNAL_SAVING ? "begun" : "done");
      write_file (out, entry->file);
      write_mark (out, entry->mark);
    }
  g_string_append (out, "}\n");
}

/* ---- reading ---- */

/* The object of a line, as strictly as that of a document: the disk may have had its way with it. */
static JsonNode *
parse_line (const char *line,
            size_t      length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (line, length);
  g_autoptr (TalksJsonScan) scan = talks_json_scan_new (bytes, NULL, TALKS_JSON_MAX_SIZE, NULL);
  g_autoptr (JsonParser) parser = NULL;
  guint n;

  if (scan == NULL)
    return NULL;
  talks_json_scan_get_irregularities (scan, &n);
  parser = json_parser_new_immutable ();
  if (n > 0 || !json_parser_load_from_data (parser, line, (gssize) length, NULL)
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  return json_parser_steal_root (parser);
}

static gboolean
read_integer (TalksJsonReport *report,
              JsonObject      *object,
              const char      *name,
              gint64          *out)
{
  double number;

  if (!talks_json_get_number (report, object, name, &number) || !(number >= -9e15 && number <= 9e15))
    return FALSE;
  *out = (gint64) number;
  return TRUE;
}

static GFile *
read_file (TalksJsonReport *report,
           JsonObject      *object)
{
  const char *uri = talks_json_get_string (report, object, "file");

  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

static TalksFileMark *
read_mark (TalksJsonReport *report,
           JsonObject      *object)
{
  const char *sha256 = talks_json_get_string (report, object, "sha256");
  TalksFileMark *mark;
  gint64 size;

  if (sha256 == NULL || strlen (sha256) != 64 || !read_integer (report, object, "size", &size) || size < 0)
    return NULL;
  mark = g_new0 (TalksFileMark, 1);
  mark->size = (uint64_t) size;
  g_strlcpy (mark->sha256, sha256, sizeof mark->sha256);
  return mark;
}

TalksJournalHeader *
talks_journal_read_header (const char *line,
                           size_t      length,
                           gboolean   *is_newer)
{
  g_autoptr (JsonNode) node = parse_line (line, length);
  g_autoptr (TalksJsonReport) report = talks_json_report_new ();
  g_autoptr (TalksJournalHeader) header = g_new0 (TalksJournalHeader, 1);
  JsonObject *object = node != NULL ? json_node_get_object (node) : NULL;
  const char *text;
  gint64 version;

  *is_newer = FALSE;
  if (object == NULL || g_strcmp0 (talks_json_get_string (report, object, "format"), TALKS_JOURNAL_FORMAT) != 0
      || !read_integer (report, object, "version", &version))
    return NULL;
  *is_newer = version > TALKS_JOURNAL_VERSION;
  text = talks_json_get_string (report, object, "holder");
  header->holder = text != NULL ? talks_lock_holder_from_text (text, strlen (text)) : NULL;
  if (header->holder == NULL || version != TALKS_JOURNAL_VERSION)
    return NULL;
  header->file = read_file (report, object);
  header->base = read_mark (report, object);
  text = talks_json_get_string (report, object, "content");
  header->content = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
  return g_steal_pointer (&header);
}

/* *record is NULL when there is none; FALSE when there is one that can not be read. */
static gboolean
read_record (TalksJsonReport  *report,
             JsonObject       *change,
             const char       *name,
             TalksRecordKind   kind,
             TalksRecord     **record)
{
  JsonObject *object;

  *record = NULL;
  if (!json_object_has_member (change, name))
    return TRUE;
  object = talks_json_get_object (report, change, name);
  if (object == NULL)
    return FALSE;
  *record = talks_read_record (report, kind, object);
  return *record != NULL;
}

/* By its list; TALKS_RECORD_HEAD + 1 when there is none of that name. */
static TalksRecordKind
read_kind (TalksJsonReport *report,
           JsonObject      *object)
{
  const char *list = talks_json_get_string (report, object, "list");
  TalksRecordKind kind = 0;

  while (kind <= TALKS_RECORD_HEAD && g_strcmp0 (talks_record_kind_to_list (kind), list) != 0)
    kind++;
  return kind;
}

static TalksChange *
read_change (TalksJsonReport *report,
             JsonObject      *object)
{
  g_autoptr (TalksRecord) before = NULL;
  g_autoptr (TalksRecord) after = NULL;
  TalksRecordKind kind = read_kind (report, object);
  gint64 position;

  if (kind > TALKS_RECORD_HEAD || !read_integer (report, object, "position", &position)
      || position < -1 || position > G_MAXINT
      || !read_record (report, object, "before", kind, &before)
      || !read_record (report, object, "after", kind, &after)
      || (before == NULL && after == NULL)
      || (kind == TALKS_RECORD_HEAD && (before == NULL || after == NULL))
      || (before != NULL && after != NULL && strcmp (before->id, after->id) != 0))
    return NULL;
  return talks_change_new (before, after, (int) position);
}

/* NULL unless all of it can be read. */
static TalksHistoryStep *
read_step (TalksJsonReport *report,
           JsonObject      *object,
           guint64          number)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  const char *name = talks_json_get_string (report, object, "name");
  JsonArray *list = talks_json_get_list (report, object, "changes");
  guint n = list != NULL ? json_array_get_length (list) : 0;
  gint64 time;

  if (name == NULL || n == 0 || !read_integer (report, object, "time", &time))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      TalksChange *change = JSON_NODE_HOLDS_OBJECT (node) ? read_change (report, json_node_get_object (node)) : NULL;

      if (change == NULL)
        return NULL;
      g_ptr_array_add (changes, change);
    }
  return talks_history_step_new (number, name, talks_json_get_string (report, object, "author"), time, changes);
}

/* A text that is none costs only what it says beyond its record. */
static void
read_texts (TalksJsonReport   *report,
            JsonObject        *object,
            TalksJournalEntry *entry)
{
  JsonArray *list = json_object_has_member (object, "texts") ? talks_json_get_list (report, object, "texts") : NULL;
  guint n = list != NULL ? json_array_get_length (list) : 0;

  entry->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_earlier_unref);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonObject *element = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *text = element != NULL ? talks_json_get_string (report, element, "text") : NULL;
      const TalksRecordKind kind = element != NULL ? read_kind (report, element) : TALKS_RECORD_HEAD;
      g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
      TalksEarlier *earlier = bytes != NULL && kind < TALKS_N_RECORD_KINDS ? talks_earlier_new (kind, bytes) : NULL;

      if (earlier != NULL)
        g_ptr_array_add (entry->texts, earlier);
      else
        entry->n_unreadable++;
    }
}

static gboolean
read_step_entry (TalksJsonReport   *report,
                 JsonObject        *object,
                 TalksJournalEntry *entry)
{
  gint64 number;
  gint64 direction;

  if (!read_integer (report, object, "step", &number) || number < 0
      || !read_integer (report, object, "direction", &direction) || direction < -1 || direction > 1)
    return FALSE;
  entry->type = TALKS_JOURNAL_STEP;
  entry->number = (guint64) number;
  entry->direction = (int) direction;
  if (json_object_has_member (object, "changes"))
    entry->step = read_step (report, object, entry->number);
  read_texts (report, object, entry);
  return entry->step != NULL || (!json_object_has_member (object, "changes") && direction != 0);
}

static gboolean
read_save_entry (TalksJsonReport   *report,
                 JsonObject        *object,
                 TalksJournalEntry *entry)
{
  const char *word = talks_json_get_string (report, object, "save");

  entry->type = g_strcmp0 (word, "begun") == 0 ? TALKS_JOURNAL_SAVING : TALKS_JOURNAL_SAVED;
  entry->file = read_file (report, object);
  entry->mark = read_mark (report, object);
  return entry->mark != NULL && (entry->type == TALKS_JOURNAL_SAVING || g_strcmp0 (word, "done") == 0);
}

TalksJournalEntry *
talks_journal_read_entry (const char *line,
                          size_t      length)
{
  g_autoptr (JsonNode) node = parse_line (line, length);
  g_autoptr (TalksJsonReport) report = talks_json_report_new ();
  g_autoptr (TalksJournalEntry) entry = g_new0 (TalksJournalEntry, 1);
  JsonObject *object;
  gboolean ok;

  if (node == NULL)
    return NULL;
  object = json_node_get_object (node);
  ok = json_object_has_member (object, "step") ? read_step_entry (report, object, entry)
                                               : read_save_entry (report, object, entry);
  return ok ? g_steal_pointer (&entry) : NULL;
}
