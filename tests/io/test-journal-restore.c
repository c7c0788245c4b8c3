/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left after saves, and restored: as it was, or by id where the file has changed. */

#include "journal-fixture.h"

#include "talks-error.h"
#include "talks-record-fields.h"
#include "talks-test-support.h"

#include <glib/gstdio.h>
#include <sys/resource.h>

/* ---- saves ---- */

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  Work *work = work_open (fixture->path);

  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "A");
  work_save (work, FALSE);
  talks_journal_flush (work->journal, NULL);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 0);
  /* Undone after it was saved: the step is not in the new journal, but the change is. */
  talks_history_undo (work->history, NULL);
  talks_history_redo (work->history, NULL);
  talks_history_undo (work->history, NULL);
  work_rename_event (work, 1, "B");
  g_assert_true (talks_journal_flush (work->journal, NULL));
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  fixture_assert_restores (fixture, work);
}

/* Edits that are made while a save is under way. */
static void
test_edits_while_saving (Fixture       *fixture,
                         gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  TalksFileMark *mark;

  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "A");
  work_rename_event (work, 1, "B");
  work_save (work, TRUE);
  mark = work->mark;
  talks_history_undo (work->history, NULL);
  work_rename_event (work, 0, "C");
  if (GPOINTER_TO_INT (data))
    talks_journal_saved (work->journal, mark);
  talks_journal_flush (work->journal, NULL);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  fixture_assert_restores (fixture, work);
}

/* The program ended between the save and hearing of it: nothing is left to restore. */
static void
test_ended_at_save (Fixture       *fixture,
                    gconstpointer  data)
{
  Work *work = work_open (fixture->path);

  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "A");
  work_save (work, TRUE);
  g_object_unref (fixture_end_work (fixture, work));
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  g_assert_cmpuint (fixture_count_leftovers (), ==, 0);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 0);
}

/* A save that was begun and never came: the old file stands, and all steps are there. */
static void
test_save_failed (Fixture       *fixture,
                  gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  g_autoptr (GBytes) other = g_bytes_new_static ("other", 5);
  g_autoptr (TalksFileMark) mark = talks_file_mark_new (other, NULL);

  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "A");
  talks_journal_saving (work->journal, work->file, mark);
  work_rename_event (work, 1, "B");
  fixture_assert_restores (fixture, work);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  Work *work = work_open (fixture->path);

  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "A");
  talks_journal_flush (work->journal, NULL);
  talks_history_undo (work->history, NULL);
  talks_journal_remove (work->journal);
  talks_journal_flush (work->journal, NULL);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 0);
  work_rename_event (work, 1, "B");
  fixture_assert_restores (fixture, work);
}

/* ---- restoring ---- */

static void
assert_title (TalksDocument *document,
              guint          i,
              const char    *title)
{
  const TalksEvent *event = talks_document_get_records (document, TALKS_RECORD_EVENT)->pdata[i];

  g_assert_cmpstr (talks_text_get (event->title, "en"), ==, title);
}

/* Random scripts with saves in between. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  const int n = g_getenv ("TALKS_TEST_LONG") != NULL ? 400 : 25;

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
      g_autoptr (GPtrArray) paths = NULL;
      Work *work;

      fixture_write_document (fixture->path, (guint32) i);
      work = work_open (fixture->path);
      work_keep_journal (work, NULL);
      work_edit_some (work, rand, (guint) g_rand_int_range (rand, 0, 15));
      if (g_rand_boolean (rand))
        work_save (work, g_rand_boolean (rand));
      work_edit_some (work, rand, (guint) g_rand_int_range (rand, 0, 15));
      work_rename_event (work, 0, "Last");
      fixture_assert_restores (fixture, work);
      paths = fixture_list_files (fixture);
      for (guint j = 0; j < paths->len; j++)
        g_unlink (paths->pdata[j]);
    }
}

/* The undone steps can be done again, and after the next end all is there once more. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TalksDocument) base = NULL;
  g_autofree char *path = NULL;
  Work *work = work_open (fixture->path);

  base = talks_document_copy (work->reading->document);
  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "A");
  work_rename_event (work, 1, "B");
  talks_history_undo (work->history, NULL);
  g_object_unref (fixture_end_work (fixture, work));
  path = fixture_get_journal (fixture);
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) leftovers = talks_journal_list ();
      g_autoptr (TalksRecovery) recovery = NULL;
      g_autofree char *same = NULL;

      g_assert_cmpuint (leftovers->len, ==, 1);
      work = work_open (fixture->path);
      recovery = talks_leftover_fit (leftovers->pdata[0], work->reading->document, work->mark);
      work_restore (work, leftovers->pdata[0], recovery);
      g_assert_cmpuint (fixture_count_leftovers (), ==, 0);
      same = fixture_get_journal (fixture);
      g_assert_cmpstr (path, ==, same);
      assert_title (work->reading->document, 0, i < 3 ? "A" : "D");
      g_assert_cmpstr (talks_history_get_redo_name (work->history), ==, i < 2 ? "B" : NULL);
      if (i == 1)
        g_assert_true (talks_history_redo (work->history, NULL));
      if (i > 0)
        assert_title (work->reading->document, 1, "B");
      if (i == 2)
        work_rename_event (work, 0, "D");
      if (i == 3)
        {
          g_assert_cmpuint (talks_history_get_n_steps (work->history), ==, 3);
          g_assert_true (talks_history_go_to (work->history, 0, NULL));
          g_assert_true (documents_equal (work->reading->document, base));
        }
      g_object_unref (fixture_end_work (fixture, work));
    }
}

/* Somebody else took it meanwhile. */
static void
test_resume_twice (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (TalksRecovery) recovery = NULL;
  g_autoptr (Work) a = NULL;
  g_autoptr (Work) b = NULL;
  g_autoptr (GError) error = NULL;

  fixture_make_leftover (fixture);
  leftovers = talks_journal_list ();
  a = work_open (fixture->path);
  b = work_open (fixture->path);
  recovery = talks_leftover_fit (leftovers->pdata[0], a->reading->document, a->mark);
  work_restore (a, leftovers->pdata[0], recovery);
  g_assert_null (talks_leftover_resume (leftovers->pdata[0], recovery, recovery->steps, 0, b->file, b->mark, NULL,
                                        &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_LOCKED);
  g_clear_error (&error);
  g_clear_pointer (&a, work_close);
  g_assert_null (talks_leftover_resume (leftovers->pdata[0], recovery, recovery->steps, 0, b->file, b->mark, NULL,
                                        &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_GONE);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
}

/* A disk that is full when it is restored: the old journal stays. */
static void
test_resume_fails (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (TalksRecovery) recovery = NULL;
  g_autoptr (Work) work = work_open (fixture->path);
  g_autoptr (GError) error = NULL;
  TalksJournal *journal;

  fixture_make_leftover (fixture);
  leftovers = talks_journal_list ();
  recovery = talks_leftover_fit (leftovers->pdata[0], work->reading->document, work->mark);
  fixture_limit_files (100);
  journal = talks_leftover_resume (leftovers->pdata[0], recovery, recovery->steps, 1, work->file, work->mark, NULL,
                                   &error);
  fixture_limit_files (RLIM_INFINITY);
  g_assert_null (journal);
  g_assert_nonnull (error);
  g_assert_cmpuint (fixture_count_files (fixture), ==, 1);
  g_assert_cmpuint (fixture_count_leftovers (), ==, 1);
}

static void
do_head (Work       *work,
         const char *language,
         const char *license)
{
  TalksHead *before = talks_document_get_head (work->reading->document);
  g_autoptr (TalksHead) head = talks_head_new (before->title, before->description, language, license);
  g_autoptr (GError) error = NULL;

  talks_history_do_one (work->history, license, &before->record, &head->record, &error);
  g_assert_no_error (error);
}

/* The head of the file was changed as well: in another field, which both keep, or in the same one. */
static void
test_changed_head (Fixture       *fixture,
                   gconstpointer  data)
{
  const gboolean same_field = GPOINTER_TO_INT (data);
  Work *work = work_open (fixture->path);
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (TalksRecovery) recovery = NULL;
  TalksDocument *document;

  work_keep_journal (work, NULL);
  do_head (work, "en", "Ours");
  g_object_unref (fixture_end_work (fixture, work));

  work = work_open (fixture->path);
  work_keep_journal (work, NULL);
  do_head (work, "uk", same_field ? "Theirs" : talks_document_get_license (work->reading->document));
  work_save (work, FALSE);
  work_close (work);

  work = work_open (fixture->path);
  document = work->reading->document;
  leftovers = talks_journal_list ();
  recovery = talks_leftover_fit (leftovers->pdata[0], document, work->mark);
  g_assert_cmpuint (recovery->unfit->len, ==, same_field ? 1 : 0);
  g_assert_true (talks_history_restore (work->history, recovery->steps, recovery->position, NULL));
  g_assert_cmpstr (talks_document_get_language (document), ==, "uk");
  g_assert_cmpstr (talks_document_get_license (document), ==, same_field ? "Theirs" : "Ours");
  work_close (work);
}

/* The file was changed after the program ended: what meets no other change goes in, and the rest is told. */
static void
test_changed_file (Fixture       *fixture,
                   gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  g_autoptr (TalksTopic) topic = talks_test_topic_new ("added");
  g_autoptr (TalksTopic) other = talks_test_topic_new ("added");
  g_autoptr (GPtrArray) leftovers = NULL;
  TalksDocument *document;
  GPtrArray *events;

  work_keep_journal (work, NULL);
  document = work->reading->document;
  events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  work_rename_event (work, 0, "A");
  work_rename_event (work, 1, "B");
  work_rename_event (work, 2, "C");
  work_rename_event (work, 3, "D");
  talks_history_do_one (work->history, "Add", NULL, &topic->record, NULL);
  talks_history_do_one (work->history, "Remove changed", events->pdata[4], NULL, NULL);
  talks_history_do_one (work->history, "Remove removed", events->pdata[4], NULL, NULL);
  g_object_unref (fixture_end_work (fixture, work));

  work = work_open (fixture->path);
  work_keep_journal (work, NULL);
  document = work->reading->document;
  events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  {
    /* Event 0: another field; 1: the same change; 2: the same field; 3: gone; 4: changed; 5: gone. */
    g_autoptr (TalksEvent) event = talks_record_copy (events->pdata[0]);

    g_clear_pointer (&event->note, talks_text_unref);
    event->note = talks_text_new_plain ("Note");
    talks_history_do_one (work->history, "Note", events->pdata[0], &event->record, NULL);
  }
  work_rename_event (work, 1, "B");
  work_rename_event (work, 2, "X");
  work_rename_event (work, 4, "Y");
  talks_history_do_one (work->history, "Remove", events->pdata[5], NULL, NULL);
  talks_history_do_one (work->history, "Remove", events->pdata[3], NULL, NULL);
  if (GPOINTER_TO_INT (data))
    {
      talks_text_unref (other->name);
      other->name = talks_text_new_plain ("Other");
    }
  talks_history_do_one (work->history, "Add", NULL, &other->record, NULL);
  work_save (work, FALSE);
  work_close (work);

  work = work_open (fixture->path);
  leftovers = talks_journal_list ();
  g_assert_cmpuint (leftovers->len, ==, 1);
  {
    g_autoptr (TalksRecovery) recovery = talks_leftover_fit (leftovers->pdata[0], work->reading->document, work->mark);
    static const char * const unfit[] = { "C", "D", "Add", "Remove changed" };
    guint n = 0;

    g_assert_false (recovery->exact);
    g_assert_cmpuint (recovery->position, ==, 1);
    g_assert_cmpuint (recovery->steps->len, ==, 1);
    for (size_t i = 0; i < G_N_ELEMENTS (unfit); i++)
      {
        const TalksUnfitStep *step;

        if (i == 2 && !GPOINTER_TO_INT (data))
          continue;
        g_assert_cmpuint (n, <, recovery->unfit->len);
        step = recovery->unfit->pdata[n++];
        g_assert_cmpstr (step->step->name, ==, unfit[i]);
        g_assert_cmpstr (step->reason, !=, "");
      }
    g_assert_cmpuint (n, ==, recovery->unfit->len);
    work_restore (work, leftovers->pdata[0], recovery);
    assert_title (work->reading->document, 0, "A");
    g_assert_nonnull (((TalksEvent *) talks_document_get_records (work->reading->document,
                                                                  TALKS_RECORD_EVENT)->pdata[0])->note);
    assert_title (work->reading->document, 2, "X");
    n = recovery->unfit->len;
    g_clear_pointer (&leftovers, g_ptr_array_unref);
    g_object_unref (fixture_end_work (fixture, work));

    /* What did not fit is kept, and told again. */
    work = work_open (fixture->path);
    leftovers = talks_journal_list ();
    g_assert_cmpuint (leftovers->len, ==, 1);
    g_assert_cmpuint (((TalksLeftover *) leftovers->pdata[0])->steps->len, ==, 1);
    g_assert_cmpuint (((TalksLeftover *) leftovers->pdata[0])->unfit->len, ==, n);
    work_close (work);
  }
}

/* A step of which one change does not go is left out whole, and so are those made upon it. */
static void
test_whole_steps (Fixture       *fixture,
                  gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  g_autoptr (TalksTopic) topic = talks_test_topic_new ("added");
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (TalksRecovery) recovery = NULL;
  GPtrArray *events = talks_document_get_records (work->reading->document, TALKS_RECORD_EVENT);
  g_autoptr (TalksEvent) event = talks_record_copy (events->pdata[0]);
  g_autoptr (TalksTopic) renamed = talks_record_copy (&topic->record);

  work_keep_journal (work, NULL);
  talks_text_unref (renamed->name);
  renamed->name = talks_text_new_plain ("Renamed");
  talks_text_unref (event->title);
  event->title = talks_text_new_plain ("A");
  g_ptr_array_add (changes, talks_change_new (NULL, &topic->record, 0));
  g_ptr_array_add (changes, talks_change_new (events->pdata[0], &event->record, -1));
  g_assert_true (talks_history_do (work->history, "Both", changes, NULL));
  g_assert_true (talks_history_do_one (work->history, "On top", &topic->record, NULL, NULL));
  g_assert_true (talks_history_undo (work->history, NULL));
  g_assert_true (talks_history_do_one (work->history, "Rename", &topic->record, &renamed->record, NULL));
  g_object_unref (fixture_end_work (fixture, work));
  work = work_open (fixture->path);
  work_keep_journal (work, NULL);
  work_rename_event (work, 0, "X");
  work_save (work, FALSE);
  work_close (work);

  work = work_open (fixture->path);
  leftovers = talks_journal_list ();
  recovery = talks_leftover_fit (leftovers->pdata[0], work->reading->document, work->mark);
  g_assert_cmpuint (recovery->steps->len, ==, 0);
  g_assert_cmpuint (recovery->unfit->len, ==, 2);
  g_assert_null (talks_document_lookup (work->reading->document, "added"));
  work_close (work);
}

/* A document that is in no file yet. */
static void
test_content (Fixture       *fixture,
              gconstpointer  data)
{
  Work *work = work_open (fixture->path);
  g_autoptr (GBytes) content = g_file_load_bytes (work->file, NULL, NULL, NULL);
  g_autoptr (TalksDocument) document = NULL;
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (TalksRecovery) recovery = NULL;
  g_autoptr (TalksHistory) history = NULL;
  const TalksLeftover *leftover;

  work_keep_journal (work, talks_journal_new (NULL, NULL, content));
  work_rename_event (work, 0, "A");
  document = fixture_end_work (fixture, work);
  leftovers = talks_journal_list ();
  g_assert_cmpuint (leftovers->len, ==, 1);
  leftover = leftovers->pdata[0];
  g_assert_null (leftover->file);
  g_assert_true (g_bytes_equal (leftover->content, content));
  reading = talks_document_read_bytes (leftover->content, NULL, NULL, NULL);
  recovery = talks_leftover_fit (leftover, reading->document, NULL);
  g_assert_true (recovery->exact);
  history = talks_history_new (reading->document, NULL);
  g_assert_true (talks_history_restore (history, recovery->steps, recovery->position, NULL));
  g_assert_true (documents_equal (reading->document, document));
}

#define ADD(path, data, func) \
  g_test_add ("/io/journal-restore/" path, Fixture, GINT_TO_POINTER (data), fixture_set_up, func, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);

  ADD ("saved", 0, test_saved);
  ADD ("edits-while-saving", 0, test_edits_while_saving);
  ADD ("edits-while-saving/heard", 1, test_edits_while_saving);
  ADD ("ended-at-save", 0, test_ended_at_save);
  ADD ("save-failed", 0, test_save_failed);
  ADD ("remove", 0, test_remove);
  ADD ("random", 0, test_random);
  ADD ("resume", 0, test_resume);
  ADD ("resume-twice", 0, test_resume_twice);
  ADD ("resume-fails", 0, test_resume_fails);
  ADD ("changed-file", 0, test_changed_file);
  ADD ("changed-file/taken", 1, test_changed_file);
  ADD ("changed-head/other-field", 0, test_changed_head);
  ADD ("changed-head/same-field", 1, test_changed_head);
  ADD ("whole-steps", 0, test_whole_steps);
  ADD ("content", 0, test_content);

  return fixture_run ();
}
