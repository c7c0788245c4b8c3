/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Talks does not know of a record comes back from a journal, too. */

#include "journal-fixture.h"

#include "random-document.h"
#include "talks-document-writer.h"
#include "talks-earlier.h"
#include "talks-journal-private.h"
#include "talks-record-fields.h"
#include "talks-test-support.h"

#include <glib/gstdio.h>
#include <string.h>

/* ---- lines ---- */

#define STEP \
  "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"topics\",\"position\":0," \
  "\"after\":{\"id\":\"a\",\"name\":\"A\"}}]"

static const struct
{
  TalksRecordKind kind;
  const char     *text;
} texts[] = {
  { TALKS_RECORD_TOPIC, "{\"id\":\"a\",\"name\":\"A\"}" },
  { TALKS_RECORD_TOPIC, "{ \"x\": 1.50, \"name\": \"\\u0416 \\\" \\/ \xd0\x96\",\t\"id\" : \"a\", \"y\": [ ] }" },
  { TALKS_RECORD_TOPIC, "{\r\n    \"name\": {\"en\": \"A\", \"x-other\": 5},\n\n    \"id\": \"a\"\n  }" },
  { TALKS_RECORD_TOPIC, "{\"id\":\"a\",\"name\":\"A\",\"line\":\"\xe2\x80\xa8\\n\\u001f\x7f\"}" },
  { TALKS_RECORD_EVENT, "{\"id\":\"e\",\"date\":\"2000\",\"title\":\"E\",\"attendance\":[{\"odd\":1},5,{\"participant\":\"p\"}]}" },
  { TALKS_RECORD_SOURCE, "{\"id\":\"s\",\"type\":\"book\",\"title\":\"S\",\"custom\":{\"deep\":[[1e2,-0.0]]}}" },
};

/* A line stays a line, and its texts what they were. */
static void
test_lines (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_earlier_unref);
  const TalksJournalEntry entry = { .type = TALKS_JOURNAL_STEP, .number = 7, .direction = -1, .texts = list };
  g_autoptr (TalksJournalEntry) back = NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i].text, strlen (texts[i].text));
      TalksEarlier *earlier = talks_earlier_new (texts[i].kind, bytes);

      g_assert_nonnull (earlier);
      g_ptr_array_add (list, earlier);
    }
  talks_journal_write_entry (line, &entry);
  g_assert_true (strchr (line->str, '\n') == line->str + line->len - 1);
  back = talks_journal_read_entry (line->str, line->len - 1);
  g_assert_nonnull (back);
  g_assert_cmpuint (back->n_unreadable, ==, 0);
  g_assert_cmpuint (back->texts->len, ==, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const TalksEarlier *a = list->pdata[i];
      const TalksEarlier *b = back->texts->pdata[i];

      g_assert_true (g_bytes_equal (a->text, b->text));
      g_assert_true (talks_record_equal (a->record, b->record));
      g_assert_cmpuint (g_hash_table_size (b->left_out), ==, i == 4 ? 1 : 0);
    }
}

/* Texts that are none cost nothing but themselves; a journal of before there were texts has none. */
static void
test_bad_texts (void)
{
  static const struct { const char *members; guint n_unreadable; } cases[] = {
    { "", 0 },
    { ",\"texts\":[]", 0 },
    { ",\"texts\":{}", 0 },
    { ",\"texts\":[1,null,[]]", 3 },
    { ",\"texts\":[{\"list\":\"topics\"}]", 1 },
    { ",\"texts\":[{\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\"}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"head\",\"text\":\"{\\\"title\\\":\\\"A\\\"}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"others\",\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\"}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":5}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"[]\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\",}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\"} \"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\" {\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\"}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\"}{}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\",\\\"x\\\":1,\\\"x\\\":2}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\",\\\"x\\\":\\\"\\\\u0000\\\"}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"name\\\":\\\"A\\\",\\\"x\\\":012}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\\\"name\\\":\\\"A\\\"}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"topics\",\"text\":\"{\\\"id\\\":\\\"\\\",\\\"name\\\":\\\"A\\\"}\"}]", 1 },
    { ",\"texts\":[{\"list\":\"events\",\"text\":\"{\\\"id\\\":\\\"a\\\",\\\"title\\\":\\\"A\\\"}\"}]", 1 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strconcat (STEP, cases[i].members, "}", NULL);
      g_autoptr (TalksJournalEntry) entry = talks_journal_read_entry (line, strlen (line));

      g_test_message ("%s", line);
      g_assert_nonnull (entry);
      g_assert_nonnull (entry->step);
      g_assert_cmpuint (entry->texts->len, ==, 0);
      g_assert_cmpuint (entry->n_unreadable, ==, cases[i].n_unreadable);
    }
}

/* ---- scripts ---- */

/* Three events, of which the second holds what Talks does not know. */
static const char document[] =
  "{\"format\": \"talks-timeline\", \"version\": 1, \"title\": \"T\", \"language\": \"en\",\n"
  " \"topics\": [],\n"
  " \"events\": [\n"
  "  {\"id\": \"one\", \"date\": \"2000\", \"kind\": \"talks\", \"title\": \"One\"},\n"
  "  { \"x\": [1.50, \"kept\"],  \"title\": {\"en\": \"T\\u0077o\", \"n\": 2},\n"
  "    \"id\": \"two\",\"date\": \"2000-05\", \"place\": {\"name\": \"P\", \"lat\": 1.50, \"lon\": 2e0, \"y\": null},\n"
  "\n"
  "    \"kind\": \"talks\", \"attendance\": [7, {\"participant\": \"p\", \"role\": \"chair\", \"seat\": 1E1}] },\n"
  "  {\"id\": \"three\", \"date\": \"2001\", \"kind\": \"talks\", \"title\": \"Three\"}\n"
  " ]\n"
  "}\n";

static void
change_event (Work *work,
              char  what)
{
  TalksRecord *before = talks_document_lookup (work->reading->document, "two");
  g_autoptr (TalksEvent) event = what != 'd' ? talks_record_copy (before) : NULL;
  g_autoptr (GError) error = NULL;

  if (what == 'p')
    {
      g_clear_pointer (&event->place, talks_place_free);
      g_ptr_array_set_size (event->attendance, 0);
    }
  else if (what == 't')
    {
      talks_text_unref (event->title);
      event->title = talks_text_new_plain ("New");
    }
  talks_history_do_one (work->history, "Change", before, event != NULL ? &event->record : NULL, &error);
  g_assert_no_error (error);
}

static void
add_topic (Work *work)
{
  const guint n = talks_document_get_records (work->reading->document, TALKS_RECORD_TOPIC)->len;
  g_autofree char *id = g_strdup_printf ("topic-%u", n);
  g_autoptr (TalksTopic) topic = talks_test_topic_new (id);

  g_assert_true (talks_history_do_one (work->history, "Add", NULL, &topic->record, NULL));
}

/* One of the file at first, as an earlier version brings it back. */
static void
go_back (Work *work)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (document, strlen (document));
  g_autoptr (TalksReading) version = talks_document_read_bytes (bytes, NULL, NULL, NULL);
  g_autoptr (GPtrArray) changes = talks_document_list_changes (work->reading->document, version->document);

  g_assert_true (talks_history_do (work->history, "Go back", changes, NULL));
}

/* The program ends, and the next one restores what is left, if there is anything. */
static Work *
crash (Fixture *fixture,
       Work    *work)
{
  g_autoptr (TalksDocument) was = NULL;
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (TalksRecovery) recovery = NULL;

  was = fixture_end_work (fixture, work);
  work = work_open (fixture->path);
  leftovers = talks_journal_list ();
  g_assert_cmpuint (leftovers->len, <=, 1);
  if (leftovers->len == 0)
    {
      work_keep_journal (work, NULL);
      return work;
    }
  g_assert_cmpuint (((TalksLeftover *) leftovers->pdata[0])->n_unreadable, ==, 0);
  recovery = talks_leftover_fit (leftovers->pdata[0], work->reading->document, work->mark);
  g_assert_true (recovery->exact);
  g_assert_cmpuint (recovery->unfit->len, ==, 0);
  work_restore (work, leftovers->pdata[0], recovery);
  g_assert_true (documents_equal (work->reading->document, was));
  return work;
}

/* Does what the letters of script say; without crashes if those are left out. */
static Work *
play (Fixture    *fixture,
      Work       *work,
      const char *script,
      gboolean    with_crashes)
{
  for (; *script != '\0'; script++)
    switch (*script)
      {
      case 's': /* saves */
      case 'c': /* and does not hear of it */
        work_save (work, *script == 'c');
        break;
      case 'u':
        g_assert_true (talks_history_undo (work->history, NULL));
        break;
      case 'r':
        g_assert_true (talks_history_redo (work->history, NULL));
        break;
      case 'x':
        work = with_crashes ? crash (fixture, work) : work;
        break;
      case 'n':
        add_topic (work);
        break;
      case 'b':
        go_back (work);
        break;
      default: /* d deletes, p takes out its place and who was there, t gives another title */
        change_event (work, *script);
      }
  return work;
}

static char *
play_and_save (Fixture    *fixture,
               const char *script,
               gboolean    with_crashes)
{
  Work *work;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, document, -1, &error);
  g_assert_no_error (error);
  work = work_open (fixture->path);
  work_keep_journal (work, NULL);
  work = play (fixture, work, script, with_crashes);
  work_save (work, FALSE);
  g_assert_true (talks_journal_flush (work->journal, NULL));
  g_assert_cmpuint (fixture_count_files (fixture), ==, 0);
  work_close (work);
  return fixture_read_file (fixture->path);
}

static const struct
{
  const char *script;
  gboolean    is_back; /* the file is what it was at first */
  gboolean    has_all; /* if not, what Talks does not know is there all the same */
} scripts[] = {
  { "dux", TRUE },
  { "dsux", TRUE },
  { "dsuxx", TRUE },
  { "dsutx", FALSE, TRUE },
  { "dsuxt", FALSE, TRUE },
  { "dsutxu", TRUE },
  { "dsuxtu", TRUE },
  { "dsurxu", TRUE },
  { "dsurxxu", TRUE },
  { "dsunxu", TRUE },
  { "dcux", TRUE },
  { "dcuxx", TRUE },
  { "dncuux", TRUE },
  { "dsusx", TRUE },
  { "dsutsux", TRUE },
  { "dsusdsux", TRUE },
  { "dsuxsdsux", TRUE },
  { "psux", TRUE },
  { "psuxx", TRUE },
  { "pcux", TRUE },
  { "psutx", FALSE, TRUE },
  { "psuxt", FALSE, TRUE },
  { "tsux", TRUE },
  { "tspsuux", TRUE },
  { "tsdsuux", TRUE },
  { "psdsuux", TRUE },
  { "psdsux", FALSE },
  { "tpdsuuux", TRUE },
  { "tpdsurxu", FALSE },
  { "psunsuxn", FALSE },
  { "dsbx", TRUE },
  { "psbx", TRUE },
  { "dsnbx", TRUE },
  { "dsbxux", FALSE },
  { "dsbxurx", TRUE },
};

static const char * const unknown[] = {
  "{ \"x\": [1.50, \"kept\"],  \"title\"", ", \"lat\": 1.50, \"lon\": 2e0, \"y\": null}", "[7, {", "\"seat\": 1E1}",
};

/* It ends as it does when the program goes on all the while; and what is undone is as it stood. */
static void
test_script (Fixture       *fixture,
             gconstpointer  data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *expected = play_and_save (fixture, scripts[i].script, FALSE);
  g_autofree char *text = play_and_save (fixture, scripts[i].script, TRUE);

  g_assert_cmpstr (text, ==, expected);
  if (scripts[i].is_back)
    g_assert_cmpstr (text, ==, document);
  else
    g_assert_cmpstr (text, !=, document);
  for (size_t j = 0; scripts[i].has_all && j < G_N_ELEMENTS (unknown); j++)
    g_assert_nonnull (strstr (text, unknown[j]));
}

/* What would be saved; NULL if it can not be, since something that could not be read is in the way. */
static char *
write_work (Work *work)
{
  g_autoptr (GBytes) bytes = talks_document_write (work->reading->document, work->reading, NULL, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/* Edits and saves it here and there. */
static void
work_at_random (Work  *work,
                GRand *rand)
{
  work_keep_journal (work, NULL);
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      g_autofree char *text = NULL;

      work_edit_some (work, rand, (guint) g_rand_int_range (rand, 0, 12));
      text = write_work (work);
      if (i > 1 && text != NULL)
        work_save (work, g_rand_boolean (rand));
    }
}

/* Documents as nobody would write them: what would be saved after the end is what would have been saved before. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  const int n = g_getenv ("TALKS_TEST_LONG") != NULL ? 400 : 60;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
      g_autoptr (GBytes) bytes = talks_random_document (rand, NULL);
      g_autoptr (GPtrArray) paths = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *text = NULL;
      Work *work;

      g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
      work = work_open (fixture->path);
      work_at_random (work, rand);
      expected = write_work (work);
      work = crash (fixture, crash (fixture, work));
      text = write_work (work);
      g_assert_cmpstr (text, ==, expected);
      work_close (work);
      paths = fixture_list_files (fixture);
      for (guint j = 0; j < paths->len; j++)
        g_unlink (paths->pdata[j]);
    }
}

/* ---- the file has changed ---- */

/* Another program put something into the record that comes back: it stays. */
static void
test_changed_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  Work *work;
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (TalksRecovery) recovery = NULL;
  const char *end;

  g_file_set_contents (fixture->path, document, -1, NULL);
  work = work_open (fixture->path);
  work_keep_journal (work, NULL);
  work = play (fixture, work, "tsu", FALSE);
  g_object_unref (fixture_end_work (fixture, work));
  text = fixture_read_file (fixture->path);
  g_assert_nonnull (strstr (text, "\"New\""));
  end = strstr (text, "\"id\": \"two\"");
  other = g_strdup_printf ("%.*s\"z\": true, %s", (int) (end - text), text, end);
  g_file_set_contents (fixture->path, other, -1, NULL);

  work = work_open (fixture->path);
  leftovers = talks_journal_list ();
  recovery = talks_leftover_fit (leftovers->pdata[0], work->reading->document, work->mark);
  g_assert_false (recovery->exact);
  g_assert_cmpuint (recovery->texts->len, ==, 0);
  work_restore (work, leftovers->pdata[0], recovery);
  g_free (text);
  text = write_work (work);
  g_assert_nonnull (strstr (text, "\"Two\""));
  g_assert_nonnull (strstr (text, "\"z\": true, "));
  g_assert_nonnull (strstr (text, "[1.50, \"kept\"]"));
  work_close (work);
}

/* ---- how much ---- */

static guint
count (const char *text,
       const char *what)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    n++;
  return n;
}

/* A text stands in a journal once, and only if there is something in it that the record does not say. */
static void
test_size (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  Work *work;

  g_file_set_contents (fixture->path, document, -1, NULL);
  work = work_open (fixture->path);
  work_keep_journal (work, NULL);
  work = play (fixture, work, "dsurururutu", FALSE);
  g_assert_true (talks_journal_flush (work->journal, NULL));
  path = fixture_get_journal (fixture);
  text = fixture_read_file (path);
  g_assert_cmpuint (count (text, "1.50, \\\"kept\\\""), ==, 1);
  work = crash (fixture, work);
  work = play (fixture, work, "ururu", FALSE);
  g_assert_true (talks_journal_flush (work->journal, NULL));
  g_free (text);
  text = fixture_read_file (path);
  g_assert_cmpuint (count (text, "1.50, \\\"kept\\\""), ==, 1);
  work_close (work);
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  GPtrArray *events = talks_document_get_records (work->reading->document, TALKS_RECORD_EVENT);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *old = fixture_read_file (fixture->path);
  g_autofree char *new = NULL;

  work_keep_journal (work, NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_true (talks_history_do_one (work->history, "Delete", events->pdata[i], NULL, NULL));
  work_save (work, FALSE);
  for (guint i = 0; i < 3; i++)
    g_assert_true (talks_history_undo (work->history, NULL));
  g_assert_true (talks_journal_flush (work->journal, NULL));
  path = fixture_get_journal (fixture);
  text = fixture_read_file (path);
  g_assert_null (strstr (text, "\"texts\""));
  work = crash (fixture, work);
  new = write_work (work);
  g_assert_cmpstr (new, ==, old);
  work_close (work);
}

#define ADD(path, data, func) \
  g_test_add ("/io/journal-texts/" path, Fixture, GINT_TO_POINTER (data), fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/io/journal-texts/lines", test_lines);
  g_test_add_func ("/io/journal-texts/bad-texts", test_bad_texts);
  for (size_t i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strconcat ("/io/journal-texts/script/", scripts[i].script, NULL);

      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), fixture_set_up, test_script, fixture_tear_down);
    }
  ADD ("random", 0, test_random);
  ADD ("changed-file", 0, test_changed_file);
  ADD ("size", 0, test_size);
  ADD ("plain", 0, test_plain);

  return fixture_run ();
}
