/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft is two lines: the first that of a journal, which says what document it is about and who wrote it; the second is
 * its own. */

#include "talks-draft.h"

#include <glib/gstdio.h>
#include <string.h>

#include "talks-draft-record.h"
#include "talks-journal-private.h"
#include "talks-json-write.h"

#define ENDING ".draft"
#define VERSION 1

/* ---- files ---- */

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "talks-timeline", "drafts", NULL);
}

static char *
make_path (const TalksOrigin *origin,
           TalksRecordKind    kind,
           const char        *id)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *document = origin->file != NULL ? g_file_get_uri (origin->file) : g_strdup (origin->key);
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s%s", document, talks_record_kind_to_list (kind), id != NULL ? "=" : "+",
                                          id != NULL ? id : "");
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strconcat (hash, ENDING, NULL);

  return g_build_filename (folder, name, NULL);
}

/* ---- the second line ---- */

static void
write_member (GString    *out,
              const char *name,
              const char *text)
{
  g_string_append_printf (out, ",\"%s\":", name);
  talks_json_write_string (out, text);
}

static void
write_typed (GString    *out,
             GHashTable *typed)
{
  GHashTableIter iter;
  gpointer name;
  gpointer text;
  guint n = 0;

  g_string_append (out, ",\"typed\":{");
  g_hash_table_iter_init (&iter, typed);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      if (n++ > 0)
        g_string_append_c (out, ',');
      talks_json_write_string (out, name);
      g_string_append_c (out, ':');
      talks_json_write_string (out, text);
    }
  g_string_append_c (out, '}');
}

static void
write_own_line (GString          *out,
                const TalksDraft *draft)
{
  g_string_append_printf (out, "{\"draft\":%d,\"modified\":%" G_GINT64_FORMAT ",\"begun\":%" G_GINT64_FORMAT, VERSION,
                          g_get_real_time (), draft->begun);
  if (draft->origin->key != NULL)
    write_member (out, "key", draft->origin->key);
  write_member (out, "list", talks_record_kind_to_list (draft->after->kind));
  write_member (out, "id", draft->after->id);
  if (draft->before != NULL)
    {
      g_string_append (out, ",\"before\":");
      talks_draft_write_record (out, draft->before);
    }
  g_string_append (out, ",\"after\":");
  talks_draft_write_record (out, draft->after);
  write_typed (out, draft->typed);
  g_string_append (out, "}\n");
}

static gboolean
read_integer (JsonObject *object,
              const char *name,
              gint64     *value)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *value = json_node_get_int (node);
  return TRUE;
}

/* NULL if there is none. */
static JsonObject *
get_object (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
read_typed (JsonObject *object,
            GHashTable *typed)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    if (talks_draft_get_string (object, name->data) != NULL)
      g_hash_table_insert (typed, g_strdup (name->data), g_strdup (talks_draft_get_string (object, name->data)));
}

static gboolean
read_records (TalksDraft *draft,
              JsonObject *object)
{
  const char *list = talks_draft_get_string (object, "list");
  const char *id = talks_draft_get_string (object, "id");
  JsonObject *before = get_object (object, "before");
  JsonObject *after = get_object (object, "after");
  guint kind = 0;

  while (kind <= TALKS_RECORD_HEAD && g_strcmp0 (talks_record_kind_to_list ((TalksRecordKind) kind), list) != 0)
    kind++;
  if (kind > TALKS_RECORD_HEAD || id == NULL || (*id == '\0') != (kind == TALKS_RECORD_HEAD) || after == NULL)
    return FALSE;
  if (before != NULL)
    draft->before = talks_draft_read_record (before, (TalksRecordKind) kind, id);
  draft->after = talks_draft_read_record (after, (TalksRecordKind) kind, id);
  return TRUE;
}

/* *key is NULL when there is none. FALSE: it is no such line. */
static gboolean
read_own_line (TalksDraft  *draft,
               const char  *line,
               char       **key)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;
  JsonObject *typed;
  gint64 version;

  if (!json_parser_load_from_data (parser, line, -1, NULL) || json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;
  object = json_node_get_object (json_parser_get_root (parser));
  typed = get_object (object, "typed");
  if (!read_integer (object, "draft", &version) || version != VERSION
      || !read_integer (object, "modified", &draft->modified) || !read_integer (object, "begun", &draft->begun)
      || typed == NULL || !read_records (draft, object))
    return FALSE;
  read_typed (typed, draft->typed);
  *key = g_strdup (talks_draft_get_string (object, "key"));
  return TRUE;
}

/* ---- writing ---- */

typedef struct
{
  char       *path;
  TalksDraft *draft; /* NULL: it is removed */
} Job;

static GMutex mutex;
static GCond done;
static guint n_jobs;

static TalksDraft *
draft_new (void)
{
  TalksDraft *draft = g_new0 (TalksDraft, 1);

  draft->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return draft;
}

static void
job_free (Job *job)
{
  g_free (job->path);
  g_clear_pointer (&job->draft, talks_draft_free);
  g_free (job);
}

static void
write_draft (const Job *job)
{
  const TalksDraft *draft = job->draft;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (TalksJournalHeader) header = talks_journal_header_new (draft->origin->file, NULL, draft->origin->content);
  g_autofree char *folder = get_folder ();

  talks_journal_write_header (out, header);
  write_own_line (out, draft);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (job->path, out->str, (gssize) out->len, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;

  g_assert (user_data == NULL);
  if (job->draft != NULL)
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
talks_draft_save (TalksOrigin *origin,
                  TalksRecord *before,
                  TalksRecord *after,
                  GHashTable  *typed,
                  gint64       begun)
{
  GHashTableIter iter;
  gpointer name;
  gpointer text;
  Job *job;

  g_return_if_fail (origin != NULL);
  g_return_if_fail (after != NULL);

  job = g_new0 (Job, 1);
  job->path = make_path (origin, after->kind, before != NULL ? before->id : NULL);
  job->draft = draft_new ();
  job->draft->origin = talks_origin_ref (origin);
  job->draft->before = before != NULL ? talks_record_ref (before) : NULL;
  job->draft->after = talks_record_ref (after);
  job->draft->begun = begun;
  if (typed != NULL)
    {
      g_hash_table_iter_init (&iter, typed);
      while (g_hash_table_iter_next (&iter, &name, &text))
        g_hash_table_insert (job->draft->typed, g_strdup (name), g_strdup (text));
    }
  push_job (job);
}

void
talks_draft_remove (TalksOrigin     *origin,
                    TalksRecordKind  kind,
                    const char      *id)
{
  Job *job;

  g_return_if_fail (origin != NULL);

  job = g_new0 (Job, 1);
  job->path = make_path (origin, kind, id);
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

/* FALSE if it is none such, or its program may still run. */
static gboolean
take_header (TalksDraft         *draft,
             TalksJournalHeader *header,
             const char         *key)
{
  if (talks_lock_holder_look (header->holder) != TALKS_HOLDER_DEAD)
    return FALSE;
  if (header->file != NULL)
    draft->origin = talks_origin_new_for_file (header->file);
  else if (key != NULL && header->content != NULL)
    draft->origin = talks_origin_new (key, header->content);
  draft->holder = g_steal_pointer (&header->holder);
  return draft->origin != NULL;
}

/* NULL if it is none, or its program may still run. */
static TalksDraft *
read_draft (const char *path)
{
  g_autoptr (TalksDraft) draft = draft_new ();
  g_autoptr (TalksJournalHeader) header = NULL;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean is_newer;
  size_t length;

  if (!g_file_get_contents (path, &text, &length, NULL) || strlen (text) != length)
    return NULL;
  lines = g_strsplit (text, "\n", 3);
  if (g_strv_length (lines) != 3 || *lines[2] != '\0')
    return NULL;
  header = talks_journal_read_header (lines[0], strlen (lines[0]), &is_newer);
  if (header == NULL || !read_own_line (draft, lines[1], &key) || !take_header (draft, header, key))
    return NULL;
  return g_steal_pointer (&draft);
}

TalksDraft *
talks_draft_find (TalksOrigin     *origin,
                  TalksRecordKind  kind,
                  const char      *id)
{
  g_autofree char *path = NULL;
  TalksDraft *draft;

  g_return_val_if_fail (origin != NULL, NULL);

  talks_draft_flush ();
  path = make_path (origin, kind, id);
  draft = read_draft (path);
  if (draft != NULL && (draft->after->kind != kind || !talks_origin_equal (draft->origin, origin)))
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
talks_draft_list (TalksOrigin *origin)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_draft_free);
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = NULL;
  const char *name;

  talks_draft_flush ();
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        g_autoptr (TalksDraft) draft = read_draft (path);

        if (draft != NULL && (origin == NULL || talks_origin_equal (draft->origin, origin)))
          g_ptr_array_add (drafts, g_steal_pointer (&draft));
      }
  g_ptr_array_sort (drafts, compare_times);
  return drafts;
}

const char *
talks_draft_get_id (const TalksDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);
  return draft->before != NULL ? draft->before->id : NULL;
}

void
talks_draft_free (TalksDraft *draft)
{
  g_return_if_fail (draft != NULL);

  g_clear_pointer (&draft->origin, talks_origin_unref);
  g_clear_pointer (&draft->holder, talks_lock_holder_free);
  g_clear_pointer (&draft->before, talks_record_unref);
  g_clear_pointer (&draft->after, talks_record_unref);
  g_hash_table_unref (draft->typed);
  g_free (draft);
}
