/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merged files: what only one side changed comes as that side has it, with all that Talks does not know. */

#include "talks-merge-write.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "random-document.h"
#include "talks-error.h"
#include "talks-document-writer.h"

static TalksReading *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  TalksReading *reading = talks_document_read_bytes (bytes, "test", NULL, &error);

  g_assert_no_error (error);
  return reading;
}

static TalksReading *
read_text (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return read_bytes (bytes);
}

static GBytes *
get_bytes (const TalksReading *reading)
{
  return talks_json_scan_get_bytes (reading->scan);
}

/* losses may be NULL: then there must be none. NULL when the writer refuses: a file with one id twice may not let a
 * record go. */
static GBytes *
merge (const TalksReading  *base,
       const TalksReading  *ours,
       const TalksReading  *theirs,
       GPtrArray          **losses)
{
  g_autoptr (TalksMerge) self = talks_merge_new (base != NULL ? base->document : NULL, ours->document, theirs->document);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_problem_free);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = talks_merge_write (self, base, ours, theirs, found, &error);
  g_autoptr (TalksReading) reading = NULL;

  if (bytes == NULL)
    {
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_FAILED);
      return NULL;
    }
  g_assert_no_error (error);
  reading = read_bytes (bytes);
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (talks_document_count (reading->document, kind), ==,
                      talks_document_count (talks_merge_get_result (self), kind));
  if (losses == NULL)
    {
      for (guint i = 0; i < found->len; i++)
        g_test_message ("%s", ((TalksProblem *) found->pdata[i])->message);
      g_assert_cmpuint (found->len, ==, 0);
    }
  else
    *losses = g_steal_pointer (&found);
  return bytes;
}

static JsonNode *
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);
  const size_t bom = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  json_parser_load_from_data (parser, data + bom, (gssize) (size - bom), &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* Bytes that mean the same to whoever reads JSON. */
static void
assert_same_json (GBytes *a,
                  GBytes *b)
{
  g_autoptr (JsonNode) first = parse (a);
  g_autoptr (JsonNode) second = parse (b);

  if (!json_node_equal (first, second))
    g_error ("%s\n---- is not ----\n%s", (const char *) g_bytes_get_data (a, NULL), (const char *) g_bytes_get_data (b, NULL));
}

/* ---- at random ---- */

/* A file of somebody who edits that of base; NULL when it cannot be written. */
static TalksReading *
edit (const TalksReading *base,
      GRand              *random)
{
  g_autoptr (TalksDocument) document = talks_document_copy (base->document);
  g_autoptr (TalksChange) change = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 4 && talks_document_lookup (document, "an id that is new") == NULL; i++)
    {
      gboolean is_simple;

      g_clear_pointer (&change, talks_change_unref);
      change = talks_random_edit (document, random, &is_simple);
    }
  bytes = talks_document_write (document, base, NULL, &error);
  return bytes != NULL ? read_bytes (bytes) : NULL;
}

static void
test_random (void)
{
  const int n = g_getenv ("TALKS_TEST_LONG") != NULL ? 3000 : 200;
  int n_tried = 0;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = talks_random_document (random, unknown);
      g_autoptr (TalksReading) base = read_bytes (bytes);
      g_autoptr (TalksReading) x = edit (base, random);
      g_autoptr (TalksReading) y = edit (base, random);
      g_autoptr (GBytes) ours = NULL;
      g_autoptr (GBytes) theirs = NULL;
      g_autoptr (GBytes) same = NULL;
      g_autoptr (GBytes) both = NULL;
      g_autoptr (GPtrArray) losses = NULL;

      if (x == NULL || y == NULL)
        continue;
      n_tried++;
      ours = merge (base, x, base, NULL);
      theirs = merge (base, base, x, NULL);
      same = merge (base, x, x, NULL);
      g_assert_true (g_bytes_equal (ours, get_bytes (x)));
      g_assert_true (g_bytes_equal (same, get_bytes (x)));
      assert_same_json (theirs, get_bytes (x));
      both = merge (base, x, y, &losses);
    }
  g_assert_cmpint (n_tried, >, n / 2);
}

/* ---- what Talks does not know ---- */

#define HEAD "{ 'format': 'talks-timeline', 'version': 1,\n"

typedef struct
{
  const char *name;
  const char *base; /* NULL: none */
  const char *ours;
  const char *theirs;
  const char *result;
  guint       n_losses;
} Case;

static const Case cases[] = {
  { "a member of theirs beside a change of ours", HEAD "'topics': [{ 'id': 'a', 'name': 'A' }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'B' }] }", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': [1.50] }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'B', 'x': [1.50] }] }", 0 },
  { "one goes, one comes", HEAD "'topics': [{ 'id': 'a', 'x': 1, 'name': 'A' }] }",
    HEAD "'topics': [{ 'id': 'a', 'x': 1, 'name': 'B' }] }", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'y': 2 }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'B', 'y': 2 }] }", 0 },
  { "both change one", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 2 }] }", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 3 }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 2 }] }", 1 },
  { "the same in another spelling", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': {'b': 2} }] }", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': { 'b' :  2 } }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': {'b': 2} }] }", 0 },
  { "another id", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }] }", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 2 }] }",
    HEAD "'topics': [{ 'id': 'b', 'name': 'A', 'x': 1 }] }", HEAD "'topics': [{ 'id': 'b', 'name': 'A', 'x': 2 }] }", 0 },
  { "one id twice", HEAD "'topics': [] }", HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'B', 'x': 2 }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }, { 'id': 'a-2', 'name': 'B', 'x': 2 }] }", 0 },
  { "within parts, of theirs alone", HEAD "'tours': [{ 'id': 'a', 'title': 'A', 'steps': [{ 'title': 'S' }] }] }",
    HEAD "'tours': [{ 'id': 'a', 'title': 'A', 'steps': [{ 'title': 'S' }] }] }",
    HEAD "'tours': [{ 'id': 'a', 'title': 'A', 'steps': [{ 'title': 'S', 'x': 1 }] }] }",
    HEAD "'tours': [{ 'id': 'a', 'title': 'A', 'steps': [{ 'title': 'S', 'x': 1 }] }] }", 0 },
  { "within parts, of both", HEAD "'tours': [{ 'id': 'a', 'title': 'A', 'steps': [{ 'title': 'S' }] }] }",
    HEAD "'tours': [{ 'id': 'a', 'title': 'B', 'steps': [{ 'title': 'S' }] }] }",
    HEAD "'tours': [{ 'id': 'a', 'title': 'A', 'steps': [{ 'title': 'S', 'x': 1 }] }] }",
    HEAD "'tours': [{ 'id': 'a', 'title': 'B', 'steps': [{ 'title': 'S' }] }] }", 1 },
  { "beside the lists", HEAD "'x': 1 }", HEAD "'x': 1, 'title': 'T' }", HEAD "'x': 2, 'y': { 'z': null } }",
    HEAD "'x': 2, 'title': 'T', 'y': { 'z': null } }", 0 },
  { "what cannot be read, in ours", HEAD "'topics': [{ 'name': 'A' }] }", HEAD "'topics': [{ 'name': 'B' }] }",
    HEAD "'topics': [{ 'name': 'A' }, { 'id': 'b', 'name': 'B' }] }",
    HEAD "'topics': [{ 'name': 'B' }, { 'id': 'b', 'name': 'B' }] }", 0 },
  { "what cannot be read, in theirs", HEAD "'topics': [] }", HEAD "'topics': [] }", HEAD "'topics': [{ 'name': 'A' }] }",
    HEAD "'topics': [] }", 1 },
  { "without a base", NULL, HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'y': 1 }, { 'id': 'b', 'name': 'Other', 'z': 1 }] }",
    HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1, 'y': 1 }, { 'id': 'b', 'name': 'Other', 'z': 1 }] }", 0 },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TalksReading) base = c->base != NULL ? read_text (c->base) : NULL;
  g_autoptr (TalksReading) ours = read_text (c->ours);
  g_autoptr (TalksReading) theirs = read_text (c->theirs);
  g_autoptr (TalksReading) expected = read_text (c->result);
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GBytes) bytes = merge (base, ours, theirs, &losses);

  assert_same_json (bytes, get_bytes (expected));
  for (guint i = 0; i < losses->len; i++)
    g_test_message ("%s", ((TalksProblem *) losses->pdata[i])->message);
  g_assert_cmpuint (losses->len, ==, c->n_losses);
}

static void
test_count_unknown (void)
{
  g_autoptr (TalksReading) ours = read_text (HEAD "'topics': [{ 'id': 'a', 'name': 'A' }] }");
  g_autoptr (TalksReading) theirs = read_text (HEAD "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }, { 'id': 'b', 'name': 'B', 'x': 1 }, "
                                               "{ 'id': 'c', 'name': 'C' }], 'annotations': [{ '@context': 'c', 'type': 'Annotation', "
                                               "'id': 'd', 'target': '#a', 'body': [] }] }");
  g_autoptr (TalksMerge) self = talks_merge_new (NULL, ours->document, theirs->document);

  g_assert_cmpuint (talks_merge_count_unknown (self, theirs), ==, 1);
}

static void
test_count_beside (void)
{
  static const struct
  {
    const char *ours; /* NULL: nothing */
    const char *theirs;
    guint       n_unknown;
    guint       n_unread;
  } counts[] = {
    { "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }]", "'topics': [{ 'id': 'a', 'name': 'B', 'x': 1 }]", 0, 0 },
    { "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }]", "'topics': [{ 'id': 'a', 'name': 'A', 'x': 2 }]", 1, 0 },
    { "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }]", "'topics': [{ 'id': 'a', 'name': 'A' }]", 0, 0 },
    { "'topics': []", "'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }, { 'id': 'b', 'name': 'B' }]", 1, 0 },
    { NULL, "'x': 1, 'topics': [{ 'id': 'a', 'name': 'A', 'x': 1 }]", 2, 0 },
    { "'x': 1", "'x': 1, 'annotations': [{ '@context': 'c', 'type': 'Annotation', 'id': 'd', 'target': '#a', 'body': [] }]",
      0, 0 },
    { "'events': [{ 'id': 'e', 'date': '2022', 'place': { 'name': 'A', 'x': 1 } }]",
      "'events': [{ 'id': 'e', 'date': '2022', 'place': { 'name': 'B', 'x': 1 } }]", 0, 0 },
    { "'events': [{ 'id': 'e', 'date': '2022', 'place': { 'name': 'A', 'x': 1 } }]",
      "'events': [{ 'id': 'e', 'date': '2022', 'place': { 'name': 'A', 'x': 2 } }]", 1, 0 },
    { "'topics': [{ 'name': 'A' }]", "'topics': [{ 'name': 'A' }, { 'name': 'B' }, 7]", 0, 2 },
    { NULL, "'topics': [{ 'name': 'A' }], 'events': [{ 'id': 'e' }]", 0, 2 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *our_text = g_strconcat (HEAD, counts[i].ours, " }", NULL);
      g_autofree char *their_text = g_strconcat (HEAD, counts[i].theirs, " }", NULL);
      g_autoptr (TalksReading) ours = counts[i].ours != NULL ? read_text (our_text) : NULL;
      g_autoptr (TalksReading) theirs = read_text (their_text);

      g_test_message ("%s", counts[i].theirs);
      g_assert_cmpuint (talks_reading_count_unknown (ours, theirs), ==, counts[i].n_unknown);
      g_assert_cmpuint (talks_reading_count_unread (ours, theirs), ==, counts[i].n_unread);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-write/random", test_random);
  g_test_add_func ("/merge-write/count-unknown", test_count_unknown);
  g_test_add_func ("/merge-write/count-beside", test_count_beside);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/merge-write/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
