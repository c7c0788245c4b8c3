/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-test-support.h"

#include <string.h>

#include "talks-error.h"

/* ---- the one door ---- */

typedef struct
{
  guint        n;
  TalksChange *last;
  char        *events; /* by time, as seen from inside the signal */
} Heard;

static void
changed_cb (TalksDocument *document,
            TalksChange   *change,
            Heard         *heard)
{
  heard->n++;
  heard->last = change;
  g_free (heard->events);
  heard->events = talks_test_list_ids (talks_document_get_events_by_time (document));
}

static void
test_apply (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksEvent) a = talks_test_event_new ("a", "talks", "2022-03-01");
  g_autoptr (TalksEvent) b = talks_test_event_new ("b", "talks", "2022-02-01");
  g_autoptr (TalksEvent) b2 = talks_test_event_new ("b", "talks", "2022-04-01");
  g_autoptr (TalksEvent) c = talks_test_event_new ("c", "talks", "2022-03-15");
  const struct
  {
    TalksEvent *before;
    TalksEvent *after;
    int         position;
    const char *list;
    const char *by_time;
  } steps[] = {
    { NULL, a, -1, "a", "a" },
    { NULL, b, -1, "a b", "b a" },
    { NULL, c, 1, "a c b", "b a c" },
    { b, b2, -1, "a c b", "a c b" },
    { a, NULL, 0, "c b", "c b" },
    { NULL, a, 99, "c b a", "a c b" },
  };
  Heard heard = { 0 };

  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), &heard);
  for (size_t i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (TalksChange) change = talks_change_new ((TalksRecord *) steps[i].before,
                                                         (TalksRecord *) steps[i].after,
                                                         steps[i].position);
      g_autoptr (GError) error = NULL;
      g_autofree char *list = NULL;

      g_assert_true (talks_document_apply (document, change, &error));
      g_assert_no_error (error);
      list = talks_test_list_ids (talks_document_get_records (document, TALKS_RECORD_EVENT));
      g_assert_cmpstr (list, ==, steps[i].list);
      g_assert_cmpuint (heard.n, ==, i + 1);
      g_assert_true (heard.last == change);
      g_assert_cmpstr (heard.events, ==, steps[i].by_time);
    }
  g_assert_true (talks_document_lookup (document, "b") == &b2->record);
  g_assert_null (talks_document_lookup (document, "nobody"));
  g_assert_null (talks_document_lookup (document, NULL));
  g_assert_true (talks_document_lookup_kind (document, TALKS_RECORD_EVENT, "b") == b2);
  g_assert_null (talks_document_lookup_kind (document, TALKS_RECORD_PARTY, "b"));
  g_free (heard.events);
}

/* What is refused leaves everything as it was and says nothing. */
static void
test_refused (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksEvent *present = talks_test_add (document, talks_test_event_new ("a", "talks", "2022"));
  g_autoptr (TalksEvent) newer = talks_test_event_new ("a", "talks", "2023");
  g_autoptr (TalksTopic) topic = talks_test_topic_new ("a");
  g_autoptr (TalksEvent) stranger = talks_test_event_new ("b", "talks", "2022");
  g_autoptr (TalksEvent) stranger2 = talks_test_event_new ("b", "talks", "2023");
  const struct
  {
    const char  *what;
    TalksRecord *before;
    TalksRecord *after;
  } cases[] = {
    { "id taken", NULL, &newer->record },
    { "id taken by another kind", NULL, &topic->record },
    { "same record again", NULL, &present->record },
    { "removes what is not there", &stranger->record, NULL },
    { "removes an older state", &newer->record, NULL },
    { "replaces what is not there", &stranger->record, &stranger2->record },
    { "replaces an older state", &newer->record, &newer->record },
  };
  g_autofree char *before = talks_test_dump (document);
  Heard heard = { 0 };

  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), &heard);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksChange) change = talks_change_new (cases[i].before, cases[i].after, 0);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_false (talks_document_apply (document, change, &error));
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_REFERENCE);
      g_assert_nonnull (strstr (error->message, cases[i].before != NULL ? cases[i].before->id
                                                                        : cases[i].after->id));
      after = talks_test_dump (document);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_cmpuint (heard.n, ==, 0);
}

static TalksChange *
random_change (TalksDocument *document,
               int            number)
{
  TalksRecordKind kind = g_test_rand_bit () ? TALKS_RECORD_EVENT : TALKS_RECORD_TOPIC;
  GPtrArray *records = talks_document_get_records (document, kind);
  g_autofree char *id = g_strdup_printf ("r%d", number);
  g_autoptr (TalksRecord) record = NULL;
  TalksRecord *before;
  guint i;

  if (records->len == 0 || g_test_rand_int_range (0, 3) == 0)
    {
      record = kind == TALKS_RECORD_EVENT ? (gpointer) talks_test_event_new (id, "talks", "2022-05")
                                          : (gpointer) talks_test_topic_new (id);
      return talks_change_new (NULL, record, g_test_rand_int_range (0, (gint32) records->len + 1));
    }
  i = (guint) g_test_rand_int_range (0, (gint32) records->len);
  before = records->pdata[i];
  if (g_test_rand_bit ())
    return talks_change_new (before, NULL, (int) i);
  record = kind == TALKS_RECORD_EVENT
             ? (gpointer) talks_test_event_new (before->id, "talks", "2023-06")
             : (gpointer) talks_test_topic_new (before->id);
  return talks_change_new (before, record, -1);
}

/* Any run of changes, taken back in turn, passes through the same states: same records, same
 * order. So does doing it again. */
static void
test_invert (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 400; i++)
    {
      TalksChange *change = random_change (document, i);

      g_ptr_array_add (states, talks_test_dump (document));
      g_ptr_array_add (changes, change);
      g_assert_true (talks_document_apply (document, change, NULL));
    }
  g_ptr_array_add (states, talks_test_dump (document));

  for (guint i = changes->len; i-- > 0;)
    {
      g_autoptr (TalksChange) inverse = talks_change_invert (changes->pdata[i]);
      g_autofree char *state = NULL;

      g_assert_true (talks_document_apply (document, inverse, NULL));
      state = talks_test_dump (document);
      g_assert_cmpstr (state, ==, states->pdata[i]);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *state = NULL;

      g_assert_true (talks_document_apply (document, changes->pdata[i], NULL));
      state = talks_test_dump (document);
      g_assert_cmpstr (state, ==, states->pdata[i + 1]);
    }
}

/* A change keeps its records alive, whatever becomes of the document. */
static void
test_references (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksEvent *event = talks_test_add (document, talks_test_event_new ("a", "talks", "2022"));
  g_autoptr (TalksChange) change = talks_change_new (&event->record, NULL, 0);
  g_autoptr (TalksDocument) copy = talks_document_copy (document);

  g_assert_true (g_atomic_ref_count_compare (&event->record.ref_count, 3));
  talks_document_apply (document, change, NULL);
  g_assert_true (g_atomic_ref_count_compare (&event->record.ref_count, 2));
  g_clear_object (&copy);
  g_assert_true (g_atomic_ref_count_compare (&event->record.ref_count, 1));
  g_assert_cmpstr (event->record.id, ==, "a");
}

/* ---- head and copies ---- */

static void
test_head (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksText) title = talks_text_new_plain ("Title");
  g_autoptr (TalksText) description = talks_text_new_plain ("Description");
  g_autoptr (TalksHead) head = talks_head_new (title, description, "uk", "CC-BY-4.0");
  g_autoptr (TalksChange) change = talks_change_new ((TalksRecord *) talks_document_get_head (document), &head->record, -1);
  g_autoptr (TalksChange) back = NULL;
  g_autoptr (GError) error = NULL;
  Heard heard = { 0 };

  g_assert_cmpstr (talks_text_get (talks_document_get_title (document), NULL), ==, "");
  g_assert_null (talks_document_get_description (document));
  g_assert_cmpstr (talks_document_get_language (document), ==, "en");
  g_assert_null (talks_document_get_license (document));

  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), &heard);
  talks_document_apply (document, change, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_true (heard.last == change);
  g_assert_true (talks_document_get_head (document) == head);
  g_assert_true (talks_document_get_title (document) == title);
  g_assert_true (talks_document_get_description (document) == description);

  g_assert_cmpstr (talks_document_get_language (document), ==, "uk");
  g_assert_cmpstr (talks_document_get_license (document), ==, "CC-BY-4.0");

  /* A second time it is not the head that stood there before; the way back is. */
  g_assert_false (talks_document_apply (document, change, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_REFERENCE);
  g_assert_cmpuint (heard.n, ==, 1);
  back = talks_change_invert (change);
  g_assert_true (talks_document_apply (document, back, NULL));
  g_assert_null (talks_document_get_license (document));
  g_assert_cmpstr (talks_document_get_language (document), ==, "en");
  g_free (heard.events);
}

/* It is in no list and has no id, so that nothing can refer to it or come in its place. */
static void
test_head_is_one (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  TalksHead *head = talks_document_get_head (document);

  g_assert_cmpuint (talks_document_count (document, TALKS_RECORD_HEAD), ==, 1);
  g_assert_true (talks_document_get_records (document, TALKS_RECORD_HEAD)->pdata[0] == head);
  g_assert_null (talks_document_lookup (document, ""));
  g_assert_true (talks_document_lookup_same (document, &head->record) == &head->record);
  g_assert_true (talks_document_lookup_kind (document, TALKS_RECORD_HEAD, "") == head);
  if (g_test_undefined ())
    {
      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*TALKS_RECORD_HEAD*");
      g_assert_null (talks_change_new (NULL, &head->record, -1));
      g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*TALKS_RECORD_HEAD*");
      g_assert_null (talks_change_new (&head->record, NULL, -1));
      g_test_assert_expected_messages ();
    }
}

static void
test_copy (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (60, 5);
  g_autoptr (TalksDocument) copy = talks_document_copy (document);
  g_autofree char *before = talks_test_dump (document);
  g_autofree char *copied = talks_test_dump (copy);
  g_autofree char *after = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpstr (copied, ==, before);
  g_assert_true (talks_document_get_title (copy) == talks_document_get_title (document));
  g_assert_cmpstr (talks_document_get_license (copy), ==, "CC-BY-4.0");

  /* Each goes its own way. */
  talks_test_remove (document, "event-7");
  talks_test_replace (document, talks_test_event_new ("event-8", "talks", "2022"));
  kept = talks_test_dump (copy);
  after = talks_test_dump (document);
  g_assert_cmpstr (kept, ==, before);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpuint (talks_document_get_events_by_time (copy)->len, ==, 60);
  g_assert_cmpuint (talks_document_get_events_by_time (document)->len, ==, 59);
}

/* ---- from one to another ---- */

/* names: "e1 e2 t1": events and topics of these ids, each time the same records; "E1" is another version of "e1", and
 * "x1" an event that has the id of the topic t1. */
static TalksDocument *
make_document (GHashTable *records,
               const char *names)
{
  TalksDocument *document = talks_document_new ();
  g_auto (GStrv) list = g_strsplit (names, " ", 0);

  for (char **name = list; *name != NULL && **name != '\0'; name++)
    {
      TalksRecord *record = g_hash_table_lookup (records, *name);

      if (record == NULL && **name == 't')
        record = (TalksRecord *) talks_test_topic_new (*name);
      else if (record == NULL)
        {
          g_autofree char *id = g_strdup_printf ("%c%s", **name == 'x' ? 't' : 'e', *name + 1);

          record = (TalksRecord *) talks_test_event_new (id, "talks", **name == 'E' ? "2023" : "2022");
        }
      if (!g_hash_table_contains (records, *name))
        g_hash_table_insert (records, g_strdup (*name), record);
      talks_test_add (document, talks_record_ref (record));
    }
  return document;
}

static void
test_list_changes (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    guint       n;
  } cases[] = {
    { "", "", 0 },
    { "e1 e2 t1", "e1 e2 t1", 0 },
    { "", "e1 t1 e2", 3 },
    { "e1 t1 e2", "", 3 },
    { "e1 e2 e3", "e1 e3", 1 },
    { "e1 e3", "e1 e2 e3", 1 },
    { "e1 e2", "E1 e2", 1 },
    { "e1 e2 e3", "e3 e1 e2", 2 },
    { "e1 e2 e3 e4", "e4 E3 e2 e5", 6 },
    { "t1 e1", "e1 x1", 2 },
    { "x1 e1 t2", "e1 t2 t1", 2 },
  };
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) talks_record_unref);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDocument) from = make_document (records, cases[i].from);
      g_autoptr (TalksDocument) to = make_document (records, cases[i].to);
      g_autoptr (GPtrArray) changes = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *result = NULL;

      g_test_message ("%s → %s", cases[i].from, cases[i].to);
      if (i % 2 == 1)
        talks_test_replace (to, talks_head_new (talks_document_get_title (to), NULL, "uk", NULL));
      else
        talks_test_replace (to, talks_record_ref (talks_document_lookup_kind (from, TALKS_RECORD_HEAD, NULL)));
      changes = talks_document_list_changes (from, to);
      g_assert_cmpuint (changes->len, ==, cases[i].n + i % 2);
      for (guint j = 0; j < changes->len; j++)
        g_assert_true (talks_document_apply (from, changes->pdata[j], NULL));
      expected = talks_test_dump (to);
      result = talks_test_dump (from);
      g_assert_cmpstr (result, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/apply", test_apply);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/invert", test_invert);
  g_test_add_func ("/document/references", test_references);
  g_test_add_func ("/document/head", test_head);
  g_test_add_func ("/document/head-is-one", test_head_is_one);
  g_test_add_func ("/document/copy", test_copy);
  g_test_add_func ("/document/list-changes", test_list_changes);

  return g_test_run ();
}
