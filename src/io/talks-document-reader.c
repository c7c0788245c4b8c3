/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-document-reader.h"

#include "talks-document-reader-private.h"
#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-json-node.h"

typedef struct
{
  TalksJsonScan   *scan;
  const char      *name; /* of the file; may be NULL */
  TalksDocument   *document;
  TalksJsonReport *report;
  GCancellable    *cancellable;
} Reader;

static gpointer (* const readers[]) (TalksJsonReport *report,
                                     JsonObject      *object,
                                     const char      *id) = {
  [TALKS_RECORD_LANE] = talks_read_lane,
  [TALKS_RECORD_TOPIC] = talks_read_topic,
  [TALKS_RECORD_PARTY] = talks_read_party,
  [TALKS_RECORD_PARTICIPANT] = talks_read_participant,
  [TALKS_RECORD_EVENT] = talks_read_event,
  [TALKS_RECORD_POSITION] = talks_read_position,
  [TALKS_RECORD_SOURCE] = talks_read_source,
  [TALKS_RECORD_ANNOTATION] = talks_read_annotation,
  [TALKS_RECORD_TOUR] = talks_read_tour,
  [TALKS_RECORD_HEAD] = talks_read_head,
};
G_STATIC_ASSERT (G_N_ELEMENTS (readers) == TALKS_RECORD_HEAD + 1);

/* Puts the place of pointer before the message, and its line after it. Always FALSE. */
static gboolean
fail_at (Reader      *reader,
         const char  *pointer,
         GError     **error)
{
  unsigned line;
  unsigned column;

  talks_json_scan_locate (reader->scan, pointer, &line, &column);
  if (*pointer != '\0')
    talks_json_scan_quote (reader->scan, pointer, error);
  talks_error_prefix_place (error, reader->name, line, column);
  return FALSE;
}

/* What is JSON, and yet would be lost or cut in the document, is refused rather than read. */
static gboolean
check_regular (TalksJsonScan  *scan,
               GError        **error)
{
  guint n;
  const TalksJsonIrregularity *irregularities = talks_json_scan_get_irregularities (scan, &n);

  if (n == 0)
    return TRUE;
  g_propagate_error (error, g_error_copy (irregularities[0].error));
  return FALSE;
}

/* NULL, having reported why, when it cannot be used. */
static JsonNode *
parse_value (Reader     *reader,
             const char *text,
             size_t      length)
{
  if (length > TALKS_DOCUMENT_MAX_RECORD_SIZE)
    {
      g_autofree char *limit = g_format_size_full (TALKS_DOCUMENT_MAX_RECORD_SIZE,
                                                   G_FORMAT_SIZE_IEC_UNITS);

      talks_json_report_add (reader->report, TALKS_SEVERITY_ERROR, NULL,
                             _("This entry is left out, since it is larger than %s."), limit);
      return NULL;
    }
  return talks_json_node_new (text, length);
}

/* ---- head ---- */

/* The members of the root that are not lists of records, and those only. */
static JsonObject *
read_root (Reader *reader)
{
  static const char * const names[] = {
    "format", "version", "title", "description", "language", "license",
  };
  JsonObject *root = json_object_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      size_t mark = talks_json_report_enter (reader->report, names[i]);
      size_t length;
      const char *text = talks_json_scan_find (reader->scan, reader->report->pointer->str, &length);
      JsonNode *node = text != NULL ? parse_value (reader, text, length) : NULL;

      if (node != NULL)
        json_object_set_member (root, names[i], node);
      talks_json_report_leave (reader->report, mark);
    }
  return root;
}

/* What a JSON file that is no Talks document may be; NULL: no idea. */
static const char *
describe_other (const Reader *reader)
{
  static const char * const places[] = { "/events/0/start_date", "/events/0/text/headline", "/timeline/date" };

  if (talks_json_scan_find (reader->scan, "/0/type", NULL) != NULL
      && talks_json_scan_find (reader->scan, "/0/id", NULL) != NULL)
    return _("This looks like sources (CSL-JSON), not like a Talks document. Import takes them into a timeline.");
  for (size_t i = 0; i < G_N_ELEMENTS (places); i++)
    if (talks_json_scan_find (reader->scan, places[i], NULL) != NULL)
      return _("This looks like a timeline of TimelineJS, not like a Talks document. Import takes its events into a timeline.");
  return NULL;
}

static gboolean
check_format (Reader      *reader,
              JsonObject  *root,
              GError     **error)
{
  JsonNode *format = json_object_get_member (root, "format");
  JsonNode *node = json_object_get_member (root, "version");
  int64_t version = 0;

  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format)
      || g_strcmp0 (json_node_get_string (format), TALKS_DOCUMENT_FORMAT) != 0)
    {
      const char *other = format == NULL ? describe_other (reader) : NULL;

      if (other != NULL)
        g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_FORMAT, other);
      else
        g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT,
                     _("This is a JSON file, but not a Talks document: its “format” is not “%s”."),
                     TALKS_DOCUMENT_FORMAT);
      return fail_at (reader, "/format", error);
    }
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    version = json_node_get_int (node);
  if (version < 1)
    {
      g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_FORMAT,
                           _("The “version” of a Talks document must be a whole number from 1."));
      return fail_at (reader, "/version", error);
    }
  if (version > TALKS_DOCUMENT_VERSION)
    {
      /* As text: a width of integers in the middle of a message can not be translated. */
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, version);

      g_set_error (error, TALKS_ERROR, TALKS_ERROR_VERSION,
                   _("This document was made by a newer Talks: its version is %s, and this Talks reads version %d."),
                   number, TALKS_DOCUMENT_VERSION);
      return fail_at (reader, "/version", error);
    }
  return TRUE;
}

gpointer
talks_read_head (TalksJsonReport *report,
                 JsonObject      *object,
                 const char      *id)
{
  g_autoptr (TalksText) title = talks_json_dup_heading (report, object, "title");
  g_autoptr (TalksText) description = talks_json_dup_text (report, object, "description");
  const char *language = talks_json_get_string (report, object, "language");
  g_autofree char *license = talks_json_dup_word (report, object, "license");

  if (title == NULL)
    {
      talks_json_report_missing (report, object, "title");
      title = talks_text_new_plain (report->name != NULL ? report->name : _("Untitled"));
    }
  return talks_head_new (title, description, language != NULL && *language != '\0' ? language : "en", license);
}

static void
read_head (Reader     *reader,
           JsonObject *root)
{
  g_autoptr (TalksRecord) head = talks_read_head (reader->report, root, "");
  g_autoptr (TalksChange) change = talks_change_new ((TalksRecord *) talks_document_get_head (reader->document), head, -1);

  if (!talks_document_apply (reader->document, change, NULL))
    g_assert_not_reached ();
}

/* ---- records ---- */

gpointer
talks_read_record (TalksJsonReport *report,
                   TalksRecordKind  kind,
                   JsonObject      *object)
{
  const char *id = kind != TALKS_RECORD_HEAD ? talks_json_get_string (report, object, "id") : "";

  if (id == NULL || (*id == '\0' && kind != TALKS_RECORD_HEAD))
    return NULL;
  return readers[kind] (report, object, id);
}

/* A record of kind from the element being read. NULL, having reported why, leaves it out. */
static gpointer
read_record (Reader          *reader,
             TalksRecordKind  kind,
             JsonNode        *node)
{
  TalksJsonReport *report = reader->report;
  JsonObject *object;
  const char *id;
  gpointer record = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                             _("Expected a record in this list, as an object in braces."));
      return NULL;
    }
  object = json_node_get_object (node);
  id = talks_json_get_string (report, object, "id");
  if (id == NULL || *id == '\0')
    {
      talks_json_report_useless (report, "id");
      return NULL;
    }

  report->record = g_strdup (id);
  if (talks_document_lookup (reader->document, id) != NULL)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, "id",
                           _("This entry is left out, since another one has the id “%s” already."), id);
  else
    record = readers[kind] (report, object, id);
  g_clear_pointer (&report->record, g_free);
  return record;
}

static void
read_element (Reader          *reader,
              TalksRecordKind  kind,
              guint            index,
              const char      *text,
              size_t           length)
{
  size_t mark = talks_json_report_enter_index (reader->report, index);
  g_autoptr (JsonNode) node = parse_value (reader, text, length);
  g_autoptr (TalksRecord) record = node != NULL ? read_record (reader, kind, node) : NULL;

  if (record != NULL)
    {
      g_autoptr (TalksChange) change = talks_change_new (NULL, record, -1);
      g_autoptr (GError) error = NULL;

      if (!talks_document_apply (reader->document, change, &error))
        {
          talks_json_report_add (reader->report, TALKS_SEVERITY_ERROR, NULL, "%s", error->message);
          g_clear_pointer (&record, talks_record_unref);
        }
    }
  talks_json_report_leave (reader->report, mark);
  if (record == NULL)
    talks_json_report_leave_out (reader->report, index);
}

static gboolean
read_list (Reader           *reader,
           TalksRecordKind   kind,
           GError          **error)
{
  const char *list = talks_record_kind_to_list (kind);
  g_autofree char *pointer = g_strconcat ("/", list, NULL);
  const char *text = talks_json_scan_find (reader->scan, pointer, NULL);
  size_t mark;
  gboolean ok;

  if (text == NULL)
    return TRUE;
  if (*text != '[')
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT,
                   _("This is not a Talks document: its “%s” are not a list."), list);
      return fail_at (reader, pointer, error);
    }

  mark = talks_json_report_enter (reader->report, list);
  for (guint i = 0;; i++)
    {
      size_t length;

      ok = !g_cancellable_set_error_if_cancelled (reader->cancellable, error);
      text = ok ? talks_json_scan_find_element (reader->scan, list, i, &length) : NULL;
      if (text == NULL)
        break;
      read_element (reader, kind, i, text, length);
    }
  talks_json_report_leave (reader->report, mark);
  return ok;
}

/* ---- problems ---- */

static void
add_validation (Reader *reader)
{
  TalksJsonReport *report = reader->report;
  g_autoptr (GPtrArray) found = talks_document_validate (reader->document);

  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      TalksProblem *problem = g_ptr_array_index (found, i);
      char *pointer = talks_json_report_to_file (report, problem->pointer);

      g_free (problem->pointer);
      problem->pointer = pointer;
      talks_json_report_take (report, problem);
    }
}

typedef struct
{
  unsigned      line;
  unsigned      column;
  guint         index;
  TalksProblem *problem;
} PlacedProblem;

static int
compare_places (const void *a,
                const void *b)
{
  const PlacedProblem *x = a;
  const PlacedProblem *y = b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

static void
sort_problems (Reader *reader)
{
  TalksJsonReport *report = reader->report;
  guint n = report->problems->len;
  g_autofree PlacedProblem *placed = g_new (PlacedProblem, n);

  for (guint i = 0; i < n; i++)
    {
      placed[i].index = i;
      placed[i].problem = g_ptr_array_index (report->problems, i);
      talks_json_scan_locate (reader->scan, placed[i].problem->pointer,
                              &placed[i].line, &placed[i].column);
    }
  if (n > 1)
    qsort (placed, n, sizeof *placed, compare_places);
  for (guint i = 0; i < n; i++)
    report->problems->pdata[i] = placed[i].problem;

  if (report->n_more > 0)
    g_ptr_array_add (report->problems,
                     talks_problem_new (report->n_more_errors > 0 ? TALKS_SEVERITY_ERROR
                                        : TALKS_SEVERITY_WARNING,
                                        "", NULL,
                                        ngettext ("There is %u more problem than is listed here.",
                                                  "There are %u more problems than are listed here.",
                                                  report->n_more),
                                        report->n_more));
}

/* ---- reading ---- */

static gboolean
read_document (Reader  *reader,
               GError **error)
{
  const char *text = talks_json_scan_find (reader->scan, "", NULL);
  g_autoptr (JsonObject) root = NULL;

  if (*text != '{')
    {
      const char *other = describe_other (reader);

      g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_FORMAT,
                           other != NULL ? other
                           : _("This is a JSON file, but not a Talks document: it is not an object."));
      return fail_at (reader, "", error);
    }
  root = read_root (reader);
  if (!check_format (reader, root, error))
    return FALSE;
  read_head (reader, root);
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (!read_list (reader, kind, error))
      return FALSE;
  if (g_cancellable_set_error_if_cancelled (reader->cancellable, error))
    return FALSE;
  add_validation (reader);
  sort_problems (reader);
  return TRUE;
}

TalksReading *
talks_document_read_bytes (GBytes        *bytes,
                           const char    *name,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (TalksJsonScan) scan = NULL;
  g_autoptr (TalksDocument) document = NULL;
  g_autoptr (TalksJsonReport) report = NULL;
  GError *local = NULL;
  Reader reader;
  TalksReading *reading;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  scan = talks_json_scan_new (bytes, name, TALKS_JSON_MAX_SIZE, error);
  if (scan == NULL || !check_regular (scan, error))
    return NULL;

  document = talks_document_new ();
  report = talks_json_report_new ();
  report->name = name;
  reader = (Reader) { scan, name, document, report, cancellable };
  if (!read_document (&reader, &local))
    {
      g_propagate_error (error, local);
      return NULL;
    }
  reading = g_new0 (TalksReading, 1);
  reading->document = g_steal_pointer (&document);
  reading->problems = g_ptr_array_ref (report->problems);
  reading->scan = g_steal_pointer (&scan);
  reading->name = g_strdup (name);
  reading->as_read = talks_document_copy (reading->document);
  reading->left_out = g_hash_table_ref (report->left_out);
  return reading;
}

void
talks_reading_free (TalksReading *reading)
{
  g_return_if_fail (reading != NULL);

  g_object_unref (reading->document);
  g_ptr_array_unref (reading->problems);
  talks_json_scan_unref (reading->scan);
  g_free (reading->name);
  g_object_unref (reading->as_read);
  g_hash_table_unref (reading->left_out);
  g_clear_pointer (&reading->earlier, g_hash_table_unref);
  g_free (reading);
}

gboolean
talks_reading_locate (const TalksReading *reading,
                      const char         *pointer,
                      unsigned           *line,
                      unsigned           *column)
{
  g_return_val_if_fail (reading != NULL, FALSE);
  return talks_json_scan_locate (reading->scan, pointer, line, column);
}
