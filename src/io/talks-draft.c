/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft is written as a journal of one step. */

#include "talks-draft.h"

#include <glib/gstdio.h>

#include "talks-journal-private.h"

#define ENDING ".draft"

/* ---- files ---- */

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "talks-timeline", "drafts", NULL);
}

static char *
make_path (GFile           *file,
           TalksRecordKind  kind,
           const char      *id)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s%s", uri, talks_record_kind_to_list (kind), id != NULL ? "=" : "+",
                                          id != NULL ? id : "");
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strconcat (hash, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

/* ---- writing ---- */

typedef struct
{
  char        *path;
  GFile       *file; /* NULL: the draft is removed */
  TalksRecord *before;
  TalksRecord *after;
} Job;

static GMutex mutex;
static GCond done;
static guint n_jobs;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_object (&job->file);
  g_clear_pointer (&job->before, talks_record_unref);
  g_clear_pointer (&job->after, talks_record_unref);
  g_free (job);
}

static void
write_draft (const Job *job)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  g_autoptr (TalksJournalHeader) header = talks_journal_header_new (job->file, NULL, NULL);
  g_autoptr (TalksHistoryStep) step = NULL;
  g_autofree char *folder = get_folder ();
  TalksJournalEntry entry = { .type = TALKS_JOURNAL_STEP, .number = 1, .direction = 1 };

  g_ptr_array_add (changes, talks_change_new (job->before, job->after, -1));
  step = entry.step = talks_history_step_new (1, "", NULL, g_get_real_time (), changes);
  talks_journal_write_header (out, header);
  talks_journal_write_entry (out, &entry);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (job->path, out->str, (gssize) out->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;

  g_assert (user_data == NULL);
  if (job->file != NULL)
    write_draft (job);
  else
    g_unlink (job->path);
  job_free (job);
  g_mutex_lock (&mutex);
  n_jobs--;
  g_cond_broadcast (&done);
  g_mutex_unlock (&mutex);
}

static void
push_job (Job *job)
{
  static GThreadPool *pool; /* of one thread: what comes first is done first */

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, g_thread_pool_new (run_job, NULL, 1, FALSE, NULL));
  g_mutex_lock (&mutex);
  n_jobs++;
  g_mutex_unlock (&mutex);
  g_thread_pool_push (pool, job, NULL);
}

void
talks_draft_save (GFile       *file,
                  TalksRecord *before,
                  TalksRecord *after)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (after != NULL);

  job = g_new0 (Job, 1);
  job->path = make_path (file, after->kind, before != NULL ? before->id : NULL);
  job->file = g_object_ref (file);
  job->before = before != NULL ? talks_record_ref (before) : NULL;
  job->after = talks_record_ref (after);
  push_job (job);
}

void
talks_draft_remove (GFile           *file,
                    TalksRecordKind  kind,
                    const char      *id)
{
  Job *job;

  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->path = make_path (file, kind, id);
  push_job (job);
}

void
talks_draft_flush (void)
{
  g_mutex_lock (&mutex);
  while (n_jobs > 0)
    g_cond_wait (&done, &mutex);
  g_mutex_unlock (&mutex);
}

/* ---- reading ---- */

/* NULL if it is none, is about another document, or its program may still run. */
static TalksDraft *
read_draft (const char *path,
            GFile      *file)
{
  g_autofree char *text = NULL;
  g_autoptr (TalksJournalLog) log = NULL;
  const TalksJournalEntry *entry;
  TalksChange *change;
  TalksDraft *draft;
  size_t length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  log = talks_journal_log_new (text, length);
  if (log == NULL || log->entries->len != 1 || log->header->file == NULL || !g_file_equal (log->header->file, file)
      || talks_lock_holder_look (log->header->holder) != TALKS_HOLDER_DEAD)
    return NULL;
  entry = log->entries->pdata[0];
  change = entry->step != NULL ? entry->step->changes->pdata[0] : NULL;
  if (change == NULL || talks_change_get_after (change) == NULL)
    return NULL;
  draft = g_new0 (TalksDraft, 1);
  draft->after = talks_record_ref (talks_change_get_after (change));
  draft->before = talks_change_get_before (change);
  if (draft->before != NULL)
    talks_record_ref (draft->before);
  draft->modified = entry->step->time;
  return draft;
}

TalksDraft *
talks_draft_find (GFile           *file,
                  TalksRecordKind  kind,
                  const char      *id)
{
  g_autofree char *path = NULL;
  TalksDraft *draft;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = make_path (file, kind, id);
  draft = read_draft (path, file);
  if (draft != NULL && draft->after->kind != kind)
    g_clear_pointer (&draft, talks_draft_free);
  return draft;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const TalksDraft *one = *(TalksDraft * const *) a;
  const TalksDraft *two = *(TalksDraft * const *) b;

  return (one->modified > two->modified) - (one->modified < two->modified);
}

GPtrArray *
talks_draft_list (GFile *file)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_draft_free);
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_return_val_if_fail (G_IS_FILE (file), drafts);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        TalksDraft *draft = read_draft (path, file);

        if (draft != NULL)
          g_ptr_array_add (drafts, draft);
      }
  g_ptr_array_sort (drafts, compare_times);
  return drafts;
}

void
talks_draft_free (TalksDraft *draft)
{
  g_return_if_fail (draft != NULL);

  g_clear_pointer (&draft->before, talks_record_unref);
  talks_record_unref (draft->after);
  g_free (draft);
}
