/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journal-edits.h"

#include "talks-document-writer.h"
#include "talks-earlier.h"
#include "talks-record-fields.h"

/* ---- the file ---- */

static void
read_file (Work   *self,
           GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  self->reading = talks_document_read_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
}

Work *
work_open (const char *path)
{
  Work *self = g_new0 (Work, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  self->file = g_file_new_for_path (path);
  bytes = g_file_load_bytes (self->file, NULL, NULL, &error);
  g_assert_no_error (error);
  self->mark = talks_file_mark_new (bytes, self->file);
  read_file (self, bytes);
  self->history = talks_history_new (self->reading->document, "Nora");
  return self;
}

void
work_close (Work *self)
{
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->journal);
  g_object_unref (self->history);
  talks_reading_free (self->reading);
  talks_file_mark_free (self->mark);
  g_object_unref (self->file);
  g_free (self);
}

static void
recorded_cb (Work             *self,
             TalksHistoryStep *step,
             int               direction)
{
  g_autoptr (GPtrArray) texts = talks_reading_list_earlier (self->reading, step->changes, direction);

  talks_journal_append (self->journal, step, direction, texts);
}

void
work_keep_journal (Work         *self,
                   TalksJournal *journal)
{
  self->journal = journal != NULL ? journal : talks_journal_new (self->file, self->mark, NULL);
  g_signal_connect_swapped (self->history, "recorded", G_CALLBACK (recorded_cb), self);
}

void
work_save (Work     *self,
           gboolean  is_cut_off)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TalksReading *written = NULL;
  size_t size;
  const char *data;

  /* The history goes on with the document that it has, and the writer with what is in the file. */
  bytes = talks_document_write (self->reading->document, self->reading, &written, &error);
  g_assert_no_error (error);
  talks_file_mark_free (self->mark);
  self->mark = talks_file_mark_new (bytes, NULL);
  talks_journal_saving (self->journal, self->file, self->mark);
  talks_journal_flush (self->journal, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  g_file_set_contents_full (g_file_peek_path (self->file), data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT,
                            0600, &error);
  g_assert_no_error (error);
  if (!is_cut_off)
    talks_journal_saved (self->journal, self->mark);
  g_object_unref (written->document);
  written->document = g_object_ref (self->reading->document);
  talks_reading_free (self->reading);
  self->reading = written;
}

/* ---- edits ---- */

static void
add_change (GPtrArray *changes,
            gpointer   before,
            gpointer   after,
            int        position)
{
  g_ptr_array_add (changes, talks_change_new (before, after, position));
}

static void
add_topic (GPtrArray *changes,
           GRand     *rand,
           guint      n)
{
  g_autofree char *id = g_strdup_printf ("added-%u", n);
  g_autoptr (TalksTopic) topic = talks_record_new (TALKS_RECORD_TOPIC, id);

  topic->name = talks_text_new_plain (id);
  add_change (changes, NULL, topic, g_rand_int_range (rand, -1, 4));
}

static void
rename_event (GPtrArray     *changes,
              TalksDocument *document,
              GRand         *rand,
              guint          n)
{
  GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  g_autofree char *title = g_strdup_printf ("Title “%u”\n\xe2\x80\xa8 “\"\\", n);
  g_autoptr (TalksEvent) event = NULL;
  gpointer before;

  if (events->len == 0)
    return;
  before = events->pdata[g_rand_int_range (rand, 0, (int) events->len)];
  event = talks_record_copy (before);
  talks_text_unref (event->title);
  event->title = talks_text_new_plain (title);
  add_change (changes, before, event, -1);
}

static void
take_out (GPtrArray     *changes,
          TalksDocument *document,
          GRand         *rand,
          gboolean       put_back)
{
  GPtrArray *list = talks_document_get_records (document, (TalksRecordKind) g_rand_int_range (rand, 0,
                                                                                              TALKS_N_RECORD_KINDS));
  gpointer record;

  if (list->len == 0)
    return;
  record = list->pdata[g_rand_int_range (rand, 0, (int) list->len)];
  add_change (changes, record, NULL, -1);
  if (put_back)
    add_change (changes, NULL, record, g_rand_int_range (rand, -1, (int) list->len));
}

static void
edit_head (GPtrArray     *changes,
           TalksDocument *document,
           guint          n)
{
  TalksHead *before = talks_document_get_head (document);
  g_autoptr (TalksHead) head = talks_record_copy (&before->record);

  g_free (head->license);
  head->license = n % 3 > 0 ? g_strdup_printf ("Licence %u", n) : NULL;
  add_change (changes, before, head, -1);
}

void
work_edit (Work  *self,
           GRand *rand,
           guint  n)
{
  TalksDocument *document = self->reading->document;
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  g_autofree char *name = g_strdup_printf ("Edit “%u”", n);
  g_autoptr (GError) error = NULL;
  const int what = g_rand_int_range (rand, 0, 13);

  if (what < 2)
    add_topic (changes, rand, n);
  else if (what < 3)
    take_out (changes, document, rand, FALSE);
  else if (what < 4)
    take_out (changes, document, rand, TRUE);
  else if (what < 7)
    rename_event (changes, document, rand, n);
  else if (what < 8)
    edit_head (changes, document, n);
  else if (what < 10)
    {
      add_topic (changes, rand, n);
      rename_event (changes, document, rand, n);
    }
  else if (what < 12)
    talks_history_undo (self->history, &error);
  else
    talks_history_redo (self->history, &error);
  talks_history_do (self->history, name, changes, &error);
  g_assert_no_error (error);
}

/* ---- restoring ---- */

void
work_restore (Work                *self,
              const TalksLeftover *leftover,
              TalksRecovery       *recovery)
{
  g_autoptr (GError) error = NULL;
  TalksJournal *journal;

  talks_history_restore (self->history, recovery->steps, recovery->position, &error);
  g_assert_no_error (error);
  talks_reading_add_earlier (self->reading, recovery->texts);
  journal = talks_leftover_resume (leftover, recovery, talks_history_get_steps (self->history),
                                   talks_history_get_position (self->history), self->file, self->mark, NULL, &error);
  g_assert_no_error (error);
  work_keep_journal (self, journal);
}

gboolean
documents_equal (TalksDocument *a,
                 TalksDocument *b)
{
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *x = talks_document_get_records (a, kind);
      GPtrArray *y = talks_document_get_records (b, kind);

      if (x->len != y->len)
        return FALSE;
      for (guint i = 0; i < x->len; i++)
        if (!talks_record_equal (x->pdata[i], y->pdata[i]))
          return FALSE;
    }
  return TRUE;
}
