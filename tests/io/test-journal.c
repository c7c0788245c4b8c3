/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines, and whose journals are listed. */

#include "journal-fixture.h"

#include "talks-error.h"
#include "talks-journal-private.h"
#include "talks-record-fields.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

/* ---- lines ---- */

static void
check_records (TalksDocument *document,
               guint         *seen)
{
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      const gboolean may_go = kind != TALKS_RECORD_HEAD;
      GPtrArray *list = talks_document_get_records (document, kind);

      for (guint i = 0; i < list->len; i++)
        {
          g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
          g_autoptr (TalksHistoryStep) step = NULL;
          g_autoptr (GString) line = g_string_new (NULL);
          g_autoptr (TalksJournalEntry) entry = g_new0 (TalksJournalEntry, 1);
          g_autoptr (TalksJournalEntry) back = NULL;

          if (may_go)
            g_ptr_array_add (changes, talks_change_new (NULL, list->pdata[i], (int) i));
          g_ptr_array_add (changes, talks_change_new (list->pdata[i], list->pdata[i], -1));
          if (may_go)
            g_ptr_array_add (changes, talks_change_new (list->pdata[i], NULL, 0));
          step = talks_history_step_new (i + 1, "Step \"\n\x01\xe2\x80\xa8", i % 2 ? "Nora" : NULL,
                                         G_GINT64_CONSTANT (1747400000123456), changes);
          entry->number = step->number;
          entry->direction = -1;
          entry->step = talks_history_step_ref (step);
          talks_journal_write_entry (line, entry);
          g_assert_true (strchr (line->str, '\n') == line->str + line->len - 1);
          back = talks_journal_read_entry (line->str, line->len - 1);
          g_assert_nonnull (back);
          g_assert_cmpint (back->type, ==, TALKS_JOURNAL_STEP);
          g_assert_cmpuint (back->number, ==, i + 1);
          g_assert_cmpint (back->direction, ==, -1);
          g_assert_cmpstr (back->step->name, ==, step->name);
          g_assert_cmpstr (back->step->author, ==, step->author);
          g_assert_cmpint (back->step->time, ==, step->time);
          g_assert_cmpuint (back->step->changes->len, ==, changes->len);
          for (guint j = 0; j < changes->len; j++)
            {
              TalksChange *a = changes->pdata[j];
              TalksChange *b = back->step->changes->pdata[j];

              g_assert_cmpint (talks_change_get_position (a), ==, talks_change_get_position (b));
              g_assert_true (talks_record_equal (talks_change_get_before (a), talks_change_get_before (b)));
              g_assert_true (talks_record_equal (talks_change_get_after (a), talks_change_get_after (b)));
            }
          seen[kind]++;
        }
    }
}

/* Every record of the bundled document and of those made for tests. */
static void
test_records (void)
{
  static const char * const names[] = {
    "data/documents/full.talks.json", "data/documents/annotations.talks.json", "data/documents/csl.talks.json",
    "data/documents/web-annotations.talks.json", "data/documents/certainty.talks.json",
    "data/documents/hidden-characters.talks.json", "data/documents/unknown-words.talks.json",
  };
  guint seen[TALKS_RECORD_HEAD + 1] = { 0 };

  for (size_t i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = i < G_N_ELEMENTS (names) ? g_test_build_filename (G_TEST_DIST, names[i], NULL)
                              : g_strdup (g_getenv ("TALKS_TEST_DOCUMENT"));
      g_autoptr (Work) work = work_open (path);

      check_records (work->reading->document, seen);
    }
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    g_assert_cmpuint (seen[kind], >, 0);
}

static void
test_header (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/a “b”.talks.json");
  g_autoptr (GBytes) content = g_bytes_new_static ("{\n\"a\": \"\xd0\x96\"\n}\n", 14);
  g_autoptr (TalksFileMark) mark = talks_file_mark_new (content, NULL);
  g_autoptr (TalksJournalHeader) header = talks_journal_header_new (file, mark, content);
  g_autoptr (TalksJournalHeader) empty = talks_journal_header_new (NULL, NULL, NULL);
  g_autoptr (TalksJournalHeader) back = NULL;
  g_autoptr (TalksJournalHeader) back_empty = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean is_newer;
  char *version;

  talks_journal_write_header (line, header);
  back = talks_journal_read_header (line->str, line->len - 1, &is_newer);
  g_assert_nonnull (back);
  g_assert_false (is_newer);
  g_assert_true (g_file_equal (back->file, file));
  g_assert_true (talks_file_mark_same_content (back->base, mark));
  g_assert_true (g_bytes_equal (back->content, content));
  g_assert_cmpstr (back->holder->token, ==, header->holder->token);
  g_assert_true (talks_lock_holder_is_self (back->holder));

  version = strstr (line->str, "\"version\":1");
  version[10] = '2';
  g_assert_null (talks_journal_read_header (line->str, line->len - 1, &is_newer));
  g_assert_true (is_newer);

  g_string_truncate (line, 0);
  talks_journal_write_header (line, empty);
  back_empty = talks_journal_read_header (line->str, line->len - 1, &is_newer);
  g_assert_nonnull (back_empty);
  g_assert_null (back_empty->file);
  g_assert_null (back_empty->base);
  g_assert_null (back_empty->content);
}

/* Lines that are no lines. */
static void
test_bad_lines (void)
{
  static const char * const lines[] = {
    "", "{", "[]", "{}", "null", "{\"step\":1}", "{\"step\":\"1\",\"direction\":1}", "{\"step\":1,\"direction\":2}",
    "{\"step\":1e300,\"direction\":1}", "{\"step\":-1,\"direction\":1}", "{\"step\":0,\"direction\":0}",
    "{\"step\":1,\"direction\":1,\"changes\":[]}", "{\"step\":1,\"direction\":1,\"changes\":{}}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[1]}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"topics\",\"position\":0}]}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"topics\",\"position\":-2,"
    "\"after\":{\"id\":\"a\",\"name\":\"A\"}}]}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"nothing\",\"position\":0,"
    "\"after\":{\"id\":\"a\",\"name\":\"A\"}}]}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"topics\",\"position\":0,"
    "\"after\":{\"id\":\"\",\"name\":\"A\"}}]}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"topics\",\"position\":0,"
    "\"before\":{\"id\":\"b\",\"name\":\"A\"},\"after\":{\"id\":\"a\",\"name\":\"A\"}}]}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"topics\",\"position\":0,"
    "\"before\":null,\"after\":{\"id\":\"a\",\"name\":\"A\"}}]}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"head\",\"position\":-1,"
    "\"after\":{\"title\":\"A\"}}]}",
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"head\",\"position\":-1,"
    "\"before\":{\"title\":\"A\"}}]}",
    "{\"step\":1,\"direction\":1,\"step\":2}", "{\"save\":\"begun\"}", "{\"save\":\"begun\",\"size\":1,\"sha256\":\"0\"}",
  };
  static const char good[] =
    "{\"step\":1,\"direction\":1,\"time\":1,\"name\":\"n\",\"changes\":[{\"list\":\"topics\",\"position\":0,"
    "\"after\":{\"id\":\"a\",\"name\":\"A\"}}]}";
  g_autoptr (TalksJournalEntry) entry = talks_journal_read_entry (good, strlen (good));

  g_assert_nonnull (entry);
  for (size_t i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_null (talks_journal_read_entry (lines[i], strlen (lines[i])));
}

/* ---- torn and spoilt ---- */

static char *
make_journal_text (Fixture *fixture)
{
  Work *work = work_open (fixture->path);
  g_autoptr (GPtrArray) paths = NULL;

  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "A");
  work_rename_event (work, 1, "B");
  talks_history_undo (work->history, NULL);
  work_rename_event (work, 0, "C");
  work_close (work);
  paths = fixture_list_files (fixture);
  g_assert_cmpuint (paths->len, ==, 1);
  return fixture_read_file (paths->pdata[0]);
}

/* Cut off at any byte, the lines before the cut are there. */
static void
test_torn (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = make_journal_text (fixture);
  const size_t length = strlen (text);
  guint n_lines = 0;

  for (size_t i = 0; i <= length; i++)
    {
      TalksJournalLog *log = talks_journal_log_new (text, i);

      n_lines += i > 0 && text[i - 1] == '\n';
      g_assert_true ((log != NULL) == (n_lines > 0));
      if (log == NULL)
        continue;
      g_assert_cmpuint (log->entries->len, ==, n_lines - 1);
      g_assert_cmpuint (log->n_unreadable, ==, 0);
      talks_journal_log_free (log);
    }
  g_assert_cmpuint (n_lines, ==, 5);
}

/* With any byte spoilt the other lines are there. */
static void
test_spoilt (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = make_journal_text (fixture);
  const size_t length = strlen (text);
  const size_t header = (size_t) (strchr (text, '\n') - text) + 1;

  for (size_t i = header; i < length; i++)
    {
      const char was = text[i];
      TalksJournalLog *log;
      g_autoptr (GPtrArray) steps = NULL;
      guint position;

      text[i] = '\0';
      log = talks_journal_log_new (text, length);
      g_assert_nonnull (log);
      /* One is lost; two when it was the line feed between them. */
      g_assert_cmpuint (log->entries->len, >=, was == '\n' ? 2 : 3);
      steps = talks_journal_log_unroll (log, 0, &position);
      g_assert_cmpuint (position, <=, steps->len);
      talks_journal_log_free (log);
      text[i] = was;
    }
}

/* ---- whose journals are listed ---- */

static void
test_alive (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (Work) work = work_open (fixture->path);
  g_autofree char *path = NULL;

  work_keep_journal (work, NULL);
  talks_journal_flush (work->journal, NULL);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 0);
  work_rename_event (work, 0, "A");
  talks_journal_flush (work->journal, NULL);
  path = fixture_get_journal (fixture);
  /* Of this process, and locked. */
  g_assert_cmpuint (fixture_count_leftovers (), ==, 0);
  /* The lock alone says it. */
  {
    int fd = open (path, O_RDONLY);

    g_assert_true (talks_journal_is_locked (fd));
    close (fd);
  }
  g_clear_pointer (&work, work_close);
  /* The process alone says it. */
  g_assert_cmpuint (fixture_count_leftovers (), ==, 0);
  fixture_end_process (fixture);
  g_assert_cmpuint (fixture_count_leftovers (), ==, 1);
  {
    int fd = open (path, O_RDWR);

    g_assert_true (talks_journal_lock (fd));
    g_assert_cmpuint (fixture_count_leftovers (), ==, 0);
    close (fd);
  }
  g_assert_cmpuint (fixture_count_leftovers (), ==, 1);
}

/* From another machine, another start of this one, and another container. */
static void
test_elsewhere (Fixture       *fixture,
                gconstpointer  data)
{
  const struct utimbuf old = { time (NULL) - 2 * 24 * 3600, time (NULL) - 2 * 24 * 3600 };
  g_autofree char *path = NULL;

  fixture_make_leftover (fixture);
  path = fixture_get_journal (fixture);
  fixture_set_holder (path, "Processes=", "pid:[1]");
  g_assert_cmpuint (fixture_count_leftovers (), ==, 1);
  fixture_set_holder (path, "Host=", "elsewhere");
  fixture_set_holder (path, "Boot=", "another");
  fixture_set_holder (path, "Machine=", "another");
  g_assert_cmpuint (fixture_count_leftovers (), ==, 0);
  g_utime (path, (struct utimbuf *) &old);
  g_assert_cmpuint (fixture_count_leftovers (), ==, 1);
}

static void
test_leftover (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GPtrArray) leftovers = NULL;
  const TalksLeftover *leftover;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd;

  fixture_make_leftover (fixture);
  leftovers = talks_journal_list ();
  leftover = leftovers->pdata[0];
  g_assert_true (g_file_equal (leftover->file, file));
  g_assert_cmpstr (leftover->holder->user, ==, g_get_user_name ());
  g_assert_cmpint (ABS (leftover->modified - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (leftover->steps->len, ==, 1);
  g_assert_cmpuint (leftover->position, ==, 1);
  g_assert_cmpstr (((TalksHistoryStep *) leftover->steps->pdata[0])->name, ==, "A");
  g_assert_cmpstr (((TalksHistoryStep *) leftover->steps->pdata[0])->author, ==, "Nora");

  path = fixture_get_journal (fixture);
  fd = open (path, O_RDWR);
  g_assert_true (talks_journal_lock (fd));
  g_assert_false (talks_leftover_discard (leftover, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_LOCKED);
  g_clear_error (&error);
  close (fd);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  g_assert_true (talks_leftover_discard (leftover, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 0);
  g_assert_false (talks_leftover_discard (leftover, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_GONE);
}

/* Two programs, one file. */
static void
test_two (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) leftovers = NULL;

  fixture_make_leftover (fixture);
  fixture_make_leftover (fixture);
  leftovers = talks_journal_list ();
  g_assert_cmpuint (leftovers->len, ==, 2);
  g_assert_true (g_file_equal (((TalksLeftover *) leftovers->pdata[0])->file,
                               ((TalksLeftover *) leftovers->pdata[1])->file));
}

/* What is no journal stays where it is, unless it is old and empty. */
static void
test_strays (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *name; const char *text; gboolean stays; } cases[] = {
    { "half.journal", "{\"format\":\"talks-jour", FALSE },
    { "other.journal", "{\"format\":\"other\"}\n{}\n", TRUE },
    { "newer.journal", "{\"format\":\"talks-journal\",\"version\":2}\n{}\n", TRUE },
    { "a.journal.b.tmp", "{\"format\":\"talks-journal\",\"version\":1}\n", FALSE },
    { "note.txt", "mine", TRUE },
  };
  const struct utimbuf old = { time (NULL) - 2 * 24 * 3600, time (NULL) - 2 * 24 * 3600 };

  g_mkdir_with_parents (fixture->folder, 0700);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);

      g_file_set_contents (path, cases[i].text, -1, NULL);
    }
  g_assert_cmpuint (fixture_count_leftovers (), ==, 0);
  g_assert_cmpuint (fixture_count_files (fixture), ==, G_N_ELEMENTS (cases));
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);

      g_utime (path, (struct utimbuf *) &old);
    }
  g_assert_cmpuint (fixture_count_leftovers (), ==, 0);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, cases[i].name, NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == cases[i].stays);
    }
}

#define ADD(path, data, func) \
  g_test_add ("/io/journal/" path, Fixture, GINT_TO_POINTER (data), fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

  g_test_add_func ("/io/journal/records", test_records);
  g_test_add_func ("/io/journal/header", test_header);
  g_test_add_func ("/io/journal/bad-lines", test_bad_lines);
  ADD ("torn", 0, test_torn);
  ADD ("spoilt", 0, test_spoilt);
  ADD ("alive", 0, test_alive);
  ADD ("elsewhere", 0, test_elsewhere);
  ADD ("leftover", 0, test_leftover);
  ADD ("two", 0, test_two);
  ADD ("strays", 0, test_strays);

  return fixture_run ();
}
