/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-problem-check.h"

#include <string.h>

#include "talks-document-writer.h"
#include "talks-record-fields.h"

/* From an edit to looking at it. */
#define DELAY 400 /* ms */

struct _TalksProblemCheck
{
  GObject        parent_instance;
  TalksKeeper   *keeper;
  TalksProblems *found;   /* NULL before the first edit */
  TalksBase     *base;    /* that of found, only to be compared */
  gboolean       running;
  gboolean       again;
  guint          delay;   /* source; 0 when none is due */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksProblemCheck, talks_problem_check, G_TYPE_OBJECT)

void
talks_problems_free (TalksProblems *problems)
{
  if (problems == NULL)
    return;
  g_ptr_array_unref (problems->list);
  g_array_unref (problems->placed);
  g_clear_pointer (&problems->scan, talks_json_scan_unref);
  g_free (problems);
}

/* ---- places ---- */

/* What is needed to find what stands in the new file in the old one. */
typedef struct
{
  TalksDocument      *document;
  const TalksReading *old;
  const TalksReading *new;
  GHashTable         *indices; /* char *id → index in its list of the old document, plus 1 */
} Places;

static GHashTable *
index_records (TalksDocument *document)
{
  GHashTable *indices = g_hash_table_new (g_str_hash, g_str_equal);

  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        g_hash_table_insert (indices, ((TalksRecord *) records->pdata[i])->id, GUINT_TO_POINTER (i + 1));
    }
  return indices;
}

static GArray *
get_left_out (const TalksReading *reading,
              const char         *list)
{
  return g_hash_table_lookup (reading->left_out, list);
}

/* Entries that are in no record count in the file. */
static guint
to_file_index (const TalksReading *reading,
               const char         *list,
               guint               index)
{
  GArray *left_out = get_left_out (reading, list);

  for (guint i = 0; left_out != NULL && i < left_out->len && g_array_index (left_out, guint, i) <= index; i++)
    index++;
  return index;
}

/* The writer keeps those in their order: the same one of them is meant. */
static gboolean
find_left_out (Places     *places,
               const char *list,
               guint      *index)
{
  GArray *old = get_left_out (places->old, list);
  GArray *new = get_left_out (places->new, list);

  for (guint i = 0; old != NULL && new != NULL && i < MIN (old->len, new->len); i++)
    if (g_array_index (new, guint, i) == *index)
      {
        *index = g_array_index (old, guint, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_record (Places     *places,
             const char *list,
             const char *id,
             guint      *index)
{
  TalksRecord *before = talks_document_lookup (places->old->as_read, id);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (places->indices, id));

  if (at == 0 || !talks_record_equal (before, talks_document_lookup (places->document, id)))
    return FALSE;
  *index = to_file_index (places->old, list, at - 1);
  return TRUE;
}

/* The pointer into the old file; NULL when what it is about is not there, or not the same. */
static char *
find_place (Places             *places,
            const TalksProblem *problem)
{
  const char *pointer = problem->pointer;
  const char *slash = *pointer == '/' ? strchr (pointer + 1, '/') : NULL;
  g_autofree char *list = NULL;
  char *rest;
  guint index;

  /* The head is not edited. */
  if (slash == NULL || !g_ascii_isdigit (slash[1]))
    return g_strdup (pointer);
  list = g_strndup (pointer, (size_t) (slash - pointer));
  index = (guint) g_ascii_strtoull (slash + 1, &rest, 10);
  if (problem->record != NULL && talks_document_lookup (places->document, problem->record) != NULL
      ? !find_record (places, list, problem->record, &index)
      : !find_left_out (places, list, &index))
    return NULL;
  return g_strdup_printf ("%s/%u%s", list, index, rest);
}

/* ---- finding ---- */

static void
add_problem (TalksProblems      *problems,
             const TalksProblem *problem,
             char               *place)
{
  gboolean placed = place != NULL;

  g_ptr_array_add (problems->list, talks_problem_new (problem->severity, placed ? place : problem->pointer,
                                                      problem->record, "%s", problem->message));
  g_array_append_val (problems->placed, placed);
  g_free (place);
}

/* What cannot be made into a file is told first, and then what the document itself says. */
static void
add_unwritable (TalksProblems *problems,
                TalksDocument *document,
                const GError  *error)
{
  g_autoptr (GPtrArray) found = talks_document_validate (document);
  g_autoptr (TalksProblem) first = talks_problem_new (TALKS_SEVERITY_ERROR, "", NULL, "%s", error->message);

  add_problem (problems, first, NULL);
  for (guint i = 0; i < found->len; i++)
    add_problem (problems, found->pdata[i], NULL);
}

TalksProblems *
talks_problems_find (TalksDocument *document,
                     TalksBase     *base)
{
  TalksProblems *problems = g_new0 (TalksProblems, 1);
  g_autoptr (TalksReading) new = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = talks_document_write (document, base->reading, &new, &error);
  Places places = { document, base->reading, new, NULL };

  problems->list = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_problem_free);
  problems->placed = g_array_new (FALSE, FALSE, sizeof (gboolean));
  if (bytes == NULL)
    {
      add_unwritable (problems, document, error);
      return problems;
    }
  problems->scan = talks_json_scan_ref (base->reading->scan);
  places.indices = index_records (base->reading->as_read);
  for (guint i = 0; i < new->problems->len; i++)
    add_problem (problems, new->problems->pdata[i], find_place (&places, new->problems->pdata[i]));
  g_hash_table_unref (places.indices);
  return problems;
}

/* ---- on a worker ---- */

typedef struct
{
  TalksDocument *copy;
  TalksBase     *base;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->copy);
  talks_base_unref (work->base);
  g_free (work);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *work = task_data;

  g_task_return_pointer (task, talks_problems_find (work->copy, work->base), (GDestroyNotify) talks_problems_free);
}

static void start (TalksProblemCheck *self);

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  TalksProblemCheck *self = TALKS_PROBLEM_CHECK (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  TalksProblems *found = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (self->keeper == NULL)
    {
      talks_problems_free (found);
      return;
    }
  talks_problems_free (self->found);
  self->found = found;
  g_clear_pointer (&self->base, talks_base_unref);
  self->base = talks_base_ref (work->base);
  if (self->again)
    start (self);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
start (TalksProblemCheck *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, found_cb, NULL);
  Work *work = g_new (Work, 1);

  self->running = TRUE;
  self->again = FALSE;
  work->copy = talks_document_copy (talks_history_get_document (talks_keeper_get_history (self->keeper)));
  work->base = talks_base_ref (talks_keeper_get_base (self->keeper));
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, find_in_thread);
}

static gboolean
delay_cb (gpointer data)
{
  TalksProblemCheck *self = TALKS_PROBLEM_CHECK (data);

  self->delay = 0;
  if (self->running)
    self->again = TRUE;
  else
    start (self);
  return G_SOURCE_REMOVE;
}

static void
document_changed_cb (TalksProblemCheck *self)
{
  g_assert (TALKS_IS_PROBLEM_CHECK (self));

  if (self->delay == 0)
    self->delay = g_timeout_add (DELAY, delay_cb, self);
}

/* After a save, places are those of the new file. */
static void
keeper_changed_cb (TalksProblemCheck *self)
{
  g_assert (TALKS_IS_PROBLEM_CHECK (self));

  if (self->base != NULL && self->base != talks_keeper_get_base (self->keeper))
    document_changed_cb (self);
}

const TalksProblems *
talks_problem_check_get_found (TalksProblemCheck *self)
{
  g_return_val_if_fail (TALKS_IS_PROBLEM_CHECK (self), NULL);
  return self->found;
}

static void
talks_problem_check_dispose (GObject *object)
{
  TalksProblemCheck *self = TALKS_PROBLEM_CHECK (object);

  g_clear_handle_id (&self->delay, g_source_remove);
  g_clear_pointer (&self->found, talks_problems_free);
  g_clear_pointer (&self->base, talks_base_unref);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (talks_problem_check_parent_class)->dispose (object);
}

static void
talks_problem_check_class_init (TalksProblemCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_problem_check_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
talks_problem_check_init (TalksProblemCheck *self)
{
}

TalksProblemCheck *
talks_problem_check_new (TalksKeeper *keeper)
{
  TalksProblemCheck *self;
  TalksDocument *document;

  g_return_val_if_fail (TALKS_IS_KEEPER (keeper), NULL);

  self = g_object_new (TALKS_TYPE_PROBLEM_CHECK, NULL);
  self->keeper = g_object_ref (keeper);
  document = talks_history_get_document (talks_keeper_get_history (keeper));
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "changed", G_CALLBACK (keeper_changed_cb), self, G_CONNECT_SWAPPED);
  if (talks_keeper_is_modified (keeper))
    document_changed_cb (self);
  return self;
}
