/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-external-change.h"

/* Who writes a file does so in several steps. */
#define DELAY 300 /* ms */

struct _TalksExternalChange
{
  GObject         parent_instance;
  TalksKeeper    *keeper;
  GFile          *file;     /* that of the monitor */
  GFileMonitor   *monitor;
  GCancellable   *checking; /* NULL when no worker looks */
  gboolean        again;    /* look once more after that, or after a save */
  guint           delay;    /* source; 0 when none is due */
  TalksFileState  state;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksExternalChange, talks_external_change, G_TYPE_OBJECT)

static void
set_state (TalksExternalChange *self,
           TalksFileState       state)
{
  if (state == self->state)
    return;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is to be compared, and what it was compared with. */
typedef struct
{
  TalksExternalChange *self;
  TalksFileMark       *mark;
} Check;

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Check *check = data;
  g_autoptr (TalksExternalChange) self = check->self;
  g_autoptr (TalksFileMark) mark = check->mark;
  g_autoptr (GError) error = NULL;
  TalksFileState state;
  gboolean known = talks_file_check_finish (G_FILE (source), result, &state, &error);
  const TalksFileMark *now;

  g_free (check);
  if (self->keeper == NULL)
    return;
  g_clear_object (&self->checking);
  now = talks_keeper_get_mark (self->keeper);
  /* A save has ended or begun meanwhile. */
  if (talks_keeper_is_saving (self->keeper) || now == NULL || !talks_file_mark_same_content (mark, now))
    self->again = TRUE;
  else if (known)
    set_state (self, state);
  if (self->again)
    talks_external_change_look (self);
}

void
talks_external_change_look (TalksExternalChange *self)
{
  const TalksFileMark *mark;
  Check *check;

  g_return_if_fail (TALKS_IS_EXTERNAL_CHANGE (self));

  mark = talks_keeper_get_mark (self->keeper);
  self->again = self->checking != NULL || talks_keeper_is_saving (self->keeper);
  if (self->again || mark == NULL)
    return;
  self->checking = g_cancellable_new ();
  check = g_new (Check, 1);
  check->self = g_object_ref (self);
  check->mark = talks_file_mark_copy (mark);
  talks_file_check_async (talks_keeper_get_file (self->keeper), mark, self->checking, checked_cb, check);
}

static gboolean
delay_cb (gpointer data)
{
  TalksExternalChange *self = TALKS_EXTERNAL_CHANGE (data);

  self->delay = 0;
  talks_external_change_look (self);
  return G_SOURCE_REMOVE;
}

static void
hint_cb (TalksExternalChange *self)
{
  g_assert (TALKS_IS_EXTERNAL_CHANGE (self));

  if (self->delay == 0)
    self->delay = g_timeout_add (DELAY, delay_cb, self);
}

static void
stop_monitor (TalksExternalChange *self)
{
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
}

/* Another file, or the end of a save. */
static void
keeper_changed_cb (TalksExternalChange *self)
{
  GFile *file = talks_keeper_get_file (self->keeper);

  g_assert (TALKS_IS_EXTERNAL_CHANGE (self));

  if (file != NULL && (self->file == NULL || !g_file_equal (file, self->file)))
    {
      stop_monitor (self);
      self->file = g_object_ref (file);
      /* Where files cannot be watched, getting the keyboard back is the hint. */
      self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
      if (self->monitor != NULL)
        g_signal_connect_object (self->monitor, "changed", G_CALLBACK (hint_cb), self, G_CONNECT_SWAPPED);
      self->again = TRUE;
    }
  if (self->again || self->state != TALKS_FILE_SAME)
    talks_external_change_look (self);
}

TalksFileState
talks_external_change_get_state (TalksExternalChange *self)
{
  g_return_val_if_fail (TALKS_IS_EXTERNAL_CHANGE (self), TALKS_FILE_SAME);
  return self->state;
}

static void
talks_external_change_dispose (GObject *object)
{
  TalksExternalChange *self = TALKS_EXTERNAL_CHANGE (object);

  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_handle_id (&self->delay, g_source_remove);
  stop_monitor (self);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (talks_external_change_parent_class)->dispose (object);
}

static void
talks_external_change_class_init (TalksExternalChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_external_change_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
talks_external_change_init (TalksExternalChange *self)
{
}

TalksExternalChange *
talks_external_change_new (TalksKeeper *keeper)
{
  TalksExternalChange *self;

  g_return_val_if_fail (TALKS_IS_KEEPER (keeper), NULL);

  self = g_object_new (TALKS_TYPE_EXTERNAL_CHANGE, NULL);
  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (keeper, "changed", G_CALLBACK (keeper_changed_cb), self, G_CONNECT_SWAPPED);
  keeper_changed_cb (self);
  return self;
}
