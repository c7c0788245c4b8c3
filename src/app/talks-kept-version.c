/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-kept-version.h"

#include <glib/gi18n-lib.h>

#include "talks-difference.h"
#include "talks-file.h"
#include "talks-holder-words.h"
#include "talks-merge-write.h"
#include "talks-save-backups.h"

struct _TalksKeptVersion
{
  GObject           parent_instance;
  GFile            *file;
  uint64_t          size;
  char             *moment;
  char             *words;
  TalksKeptVersionState state;
};

enum
{
  PROP_WORDS = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TalksKeptVersion, talks_kept_version, G_TYPE_OBJECT)

void
talks_kept_version_content_free (TalksKeptVersionContent *content)
{
  if (content == NULL)
    return;
  g_clear_pointer (&content->reading, talks_reading_free);
  g_ptr_array_unref (content->changes);
  g_ptr_array_unref (content->differences);
  g_free (content);
}

/* ---- the list ---- */

/* With seconds beside one of the same minute. */
static char *
make_moment (GPtrArray *backups,
             guint      i)
{
  const TalksBackup *backup = backups->pdata[i];
  g_autofree char *words = talks_moment_words (backup->time, FALSE);

  for (guint j = i > 0 ? i - 1 : 0; j < MIN (i + 2, backups->len); j++)
    {
      g_autofree char *other = talks_moment_words (((const TalksBackup *) backups->pdata[j])->time, FALSE);

      if (j != i && g_str_equal (words, other))
        return talks_moment_words (backup->time, TRUE);
    }
  return g_steal_pointer (&words);
}

static TalksKeptVersion *
version_new (GPtrArray *backups,
             guint      i)
{
  const TalksBackup *backup = backups->pdata[i];
  TalksKeptVersion *self = g_object_new (TALKS_TYPE_KEPT_VERSION, NULL);

  self->file = g_object_ref (backup->file);
  self->size = backup->size;
  self->moment = make_moment (backups, i);
  self->words = g_strdup (_("Comparing…"));
  return self;
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) backups = talks_save_list_backups (source, &error);

  if (backups != NULL)
    g_task_return_pointer (task, g_steal_pointer (&backups), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
talks_kept_version_list_async (GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, talks_kept_version_list_async);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
talks_kept_version_list_finish (GFile         *file,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  GPtrArray *versions;

  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  backups = g_task_propagate_pointer (G_TASK (result), error);
  if (backups == NULL)
    return NULL;
  versions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < backups->len; i++)
    g_ptr_array_add (versions, version_new (backups, i));
  return versions;
}

/* ---- one of them ---- */

GFile *
talks_kept_version_get_file (TalksKeptVersion *self)
{
  g_return_val_if_fail (TALKS_IS_KEPT_VERSION (self), NULL);
  return self->file;
}

const char *
talks_kept_version_get_moment (TalksKeptVersion *self)
{
  g_return_val_if_fail (TALKS_IS_KEPT_VERSION (self), NULL);
  return self->moment;
}

char *
talks_kept_version_get_size (TalksKeptVersion *self)
{
  g_return_val_if_fail (TALKS_IS_KEPT_VERSION (self), NULL);
  return g_format_size (self->size);
}

TalksKeptVersionState
talks_kept_version_get_state (TalksKeptVersion *self)
{
  g_return_val_if_fail (TALKS_IS_KEPT_VERSION (self), TALKS_KEPT_VERSION_WAITING);
  return self->state;
}

const char *
talks_kept_version_get_words (TalksKeptVersion *self)
{
  g_return_val_if_fail (TALKS_IS_KEPT_VERSION (self), NULL);
  return self->words;
}

/* Takes words over. */
static void
set_state (TalksKeptVersion      *self,
           TalksKeptVersionState  state,
           char                  *words)
{
  self->state = state;
  g_free (self->words);
  self->words = words;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORDS]);
}

/* ---- comparing ---- */

typedef struct
{
  GFile               *file;
  TalksDocument       *now;
  TalksBase           *base;
  char                *lang;
  TalksKeptVersionContent *content;
  char                *words;
} Comparison;

static void
comparison_free (gpointer data)
{
  Comparison *self = data;

  g_object_unref (self->file);
  g_object_unref (self->now);
  talks_base_unref (self->base);
  g_free (self->lang);
  talks_kept_version_content_free (self->content);
  g_free (self->words);
  g_free (self);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Comparison *self = task_data;
  GError *error = NULL;
  TalksReading *reading = talks_file_load (self->file, cancellable, &error);
  TalksKeptVersionContent *content;

  if (reading == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  content = g_new0 (TalksKeptVersionContent, 1);
  content->reading = reading;
  content->changes = talks_document_list_changes (self->now, reading->document);
  content->differences = talks_difference_list (reading->document, self->now, self->lang);
  content->n_unknown = talks_reading_count_unknown (self->base->reading, reading);
  content->n_unread = talks_reading_count_unread (self->base->reading, reading);
  if (content->changes->len == 0)
    self->words = g_strdup (_("The records are the same as now"));
  else if (content->differences->len == 0)
    self->words = g_strdup (_("The records are in another order"));
  else
    self->words = talks_difference_count (content->differences, reading->document, self->now);
  self->content = content;
  g_task_return_boolean (task, TRUE);
}

void
talks_kept_version_compare_async (TalksKeptVersion    *self,
                                  TalksDocument       *now,
                                  TalksBase           *base,
                                  const char          *lang,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Comparison *comparison;

  g_return_if_fail (TALKS_IS_KEPT_VERSION (self));
  g_return_if_fail (TALKS_IS_DOCUMENT (now));
  g_return_if_fail (base != NULL && lang != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, talks_kept_version_compare_async);
  comparison = g_new0 (Comparison, 1);
  comparison->file = g_object_ref (self->file);
  comparison->now = g_object_ref (now);
  comparison->base = talks_base_ref (base);
  comparison->lang = g_strdup (lang);
  g_task_set_task_data (task, comparison, comparison_free);
  g_task_run_in_thread (task, compare_in_thread);
}

TalksKeptVersionContent *
talks_kept_version_compare_finish (TalksKeptVersion  *self,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  Comparison *comparison;
  GError *local = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  comparison = g_task_get_task_data (G_TASK (result));
  if (g_task_propagate_boolean (G_TASK (result), &local))
    {
      set_state (self, comparison->content->changes->len > 0 ? TALKS_KEPT_VERSION_DIFFERS : TALKS_KEPT_VERSION_SAME,
                 g_steal_pointer (&comparison->words));
      return g_steal_pointer (&comparison->content);
    }
  if (!g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, TALKS_KEPT_VERSION_BROKEN, g_strdup_printf (_("It cannot be read: %s"), local->message));
  g_propagate_error (error, local);
  return NULL;
}

/* ---- life ---- */

static void
talks_kept_version_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *spec)
{
  if (id == PROP_WORDS)
    g_value_set_string (value, TALKS_KEPT_VERSION (object)->words);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
talks_kept_version_finalize (GObject *object)
{
  TalksKeptVersion *self = TALKS_KEPT_VERSION (object);

  g_clear_object (&self->file);
  g_free (self->moment);
  g_free (self->words);

  G_OBJECT_CLASS (talks_kept_version_parent_class)->finalize (object);
}

static void
talks_kept_version_class_init (TalksKeptVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = talks_kept_version_finalize;
  object_class->get_property = talks_kept_version_get_property;
  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
talks_kept_version_init (TalksKeptVersion *self)
{
}
