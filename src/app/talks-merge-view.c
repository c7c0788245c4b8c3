/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-merge-view.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-compat.h"
#include "talks-dialogs.h"
#include "talks-file.h"
#include "talks-growing-list.h"
#include "talks-merge-rows.h"
#include "talks-merge-summary.h"
#include "talks-merge-write.h"
#include "talks-show.h"

/* Rows for so many conflicts at a time: each is made of a dozen widgets. */
#define ROWS_AT_A_TIME 100

struct _TalksMergeView
{
  GtkWindow       parent_instance;

  TalksSession   *session;
  TalksDocument  *ours;      /* a copy, which the worker may read */
  TalksReading   *theirs;
  TalksReading   *base;      /* NULL: none */
  char           *ours_name;
  char           *theirs_name;
  char           *base_name;
  TalksMerge     *merge;     /* NULL while the worker has it */
  TalksMergeRows *rows;      /* in list */
  guint           n_wanted;  /* rows */
  guint           n_unknown; /* records with something that is not taken over */

  GtkLabel       *base_label;
  GtkLabel       *intro_label;
  GtkLabel       *nothing_label;
  GtkLabel       *summary_label;
  GtkListView    *taken_list;
  GtkStack       *page_stack;
  GtkStack       *stack;
  GtkStackPage   *decide_page;
  GtkStackPage   *taken_page;
  GtkTextView    *report_view;
  GtkWidget      *all_box;
  GtkWidget      *base_button;
  GtkWidget      *cancel_button;
  GtkWidget      *copy_button;
  GtkWidget      *list;
  GtkWidget      *merge_button;
  GtkWidget      *more_button;
};

G_DEFINE_FINAL_TYPE (TalksMergeView, talks_merge_view, GTK_TYPE_WINDOW)

/* ---- what will be taken in ---- */

static void
show_summary (TalksMergeView *self)
{
  g_autofree char *words = talks_merge_summary_to_words (self->merge, self->n_unknown);

  talks_show_text (self->summary_label, words);
}

static void
show_taken (TalksMergeView *self)
{
  g_auto (GStrv) lines = talks_merge_list_taken (self->merge, talks_session_get_language (self->session));
  GListModel *strings = G_LIST_MODEL (gtk_string_list_new ((const char * const *) lines));
  g_autofree char *title = g_strdup_printf (_("Taken In (%u)"), g_strv_length (lines));
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (talks_growing_list_new (strings)));

  gtk_list_view_set_model (self->taken_list, GTK_SELECTION_MODEL (selection));
  gtk_stack_page_set_title (self->taken_page, title);
}

static void
taken_setup_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                gpointer            data)
{
  gtk_list_item_set_child (item, talks_block_text (NULL, NULL));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
taken_bind_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            data)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  talks_show_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

/* ---- what is to be decided ---- */

static void refresh (TalksMergeView *self);

static void
chosen_cb (const char       *key,
           TalksMergeChoice  choice,
           gpointer          data)
{
  TalksMergeView *self = TALKS_MERGE_VIEW (data);

  if (self->merge == NULL)
    return;
  talks_merge_choose (self->merge, key, choice);
  refresh (self);
}

static void
show_conflicts (TalksMergeView *self)
{
  GPtrArray *conflicts = talks_merge_get_conflicts (self->merge);
  const guint n = MIN (conflicts->len, self->n_wanted);
  g_autofree char *title = g_strdup_printf (_("To Decide (%u)"), conflicts->len);

  talks_merge_rows_show (self->rows, conflicts, n);
  gtk_stack_page_set_title (self->decide_page, title);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), n == 0);
  gtk_widget_set_visible (self->all_box, n > 0);
  gtk_widget_set_visible (self->more_button, n < conflicts->len);
}

static void
refresh (TalksMergeView *self)
{
  show_conflicts (self);
  show_taken (self);
  show_summary (self);
}

static void
on_more (TalksMergeView *self)
{
  self->n_wanted += ROWS_AT_A_TIME;
  show_conflicts (self);
}

static void
choose_all (TalksMergeView   *self,
            TalksMergeChoice  choice)
{
  GPtrArray *conflicts;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (self->merge == NULL)
    return;
  conflicts = talks_merge_get_conflicts (self->merge);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const TalksConflict *conflict = conflicts->pdata[i];

      if (conflict->choices & (1u << choice))
        g_ptr_array_add (keys, g_strdup (conflict->key));
    }
  for (guint i = 0; i < keys->len; i++)
    talks_merge_choose (self->merge, keys->pdata[i], choice);
  refresh (self);
}

static void
on_all_ours (TalksMergeView *self)
{
  choose_all (self, TALKS_MERGE_OURS);
}

static void
on_all_theirs (TalksMergeView *self)
{
  choose_all (self, TALKS_MERGE_THEIRS);
}

/* ---- working it out ---- */

static void
set_ready (TalksMergeView *self,
           gboolean        ready)
{
  gtk_widget_set_sensitive (self->merge_button, ready);
  gtk_widget_set_sensitive (self->base_button, ready);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_stack), ready);
  if (!ready)
    talks_show_text (self->summary_label, _("Comparing…"));
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  talks_merge_get_conflicts (data);
  g_task_return_boolean (task, TRUE);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  TalksMergeView *self = TALKS_MERGE_VIEW (source);

  self->merge = g_task_get_task_data (G_TASK (result));
  if (self->session == NULL)
    return;
  self->n_unknown = talks_merge_count_unknown (self->merge, self->theirs);
  set_ready (self, TRUE);
  refresh (self);
  gtk_stack_set_visible_child_name (self->page_stack,
                                    talks_merge_get_conflicts (self->merge)->len > 0 ? "decide" : "taken");
}

static void
show_base (TalksMergeView *self)
{
  g_autofree char *words = NULL;

  if (self->base == NULL)
    words = g_strdup (_("Both files are compared as they are. With an earlier version that both go back to, only what "
                        "was changed since is looked at."));
  else
    words = g_strdup_printf (_("Both go back to “%s”: only what was changed since is looked at."), self->base_name);
  talks_show_text (self->base_label, words);
  if (self->base != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->base_button), _("Choose _Another…"));
      talks_block_name (self->base_button, _("Choose Another Earlier Version…"));
    }
}

static void
start (TalksMergeView *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, ran_cb, NULL);
  TalksMerge *merge = talks_merge_new (self->base != NULL ? self->base->document : NULL, self->ours,
                                       self->theirs->document);

  g_clear_pointer (&self->merge, talks_merge_free);
  show_base (self);
  set_ready (self, FALSE);
  self->n_wanted = ROWS_AT_A_TIME;
  g_task_set_source_tag (task, start);
  /* Of the view as soon as it is back. */
  g_task_set_task_data (task, merge, NULL);
  g_task_run_in_thread (task, run_in_thread);
}

/* ---- the earlier version ---- */

static void
base_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TalksMergeView) self = TALKS_MERGE_VIEW (data);
  g_autoptr (GError) error = NULL;
  TalksReading *reading = talks_file_load_finish (G_FILE (source), result, &error);

  if (self->session == NULL || self->merge == NULL)
    {
      g_clear_pointer (&reading, talks_reading_free);
      return;
    }
  if (reading == NULL)
    {
      talks_dialogs_tell (GTK_WINDOW (self), _("The earlier version could not be read."), error->message);
      return;
    }
  g_clear_pointer (&self->merge, talks_merge_free);
  g_clear_pointer (&self->base, talks_reading_free);
  g_free (self->base_name);
  self->base = reading;
  self->base_name = talks_file_get_name (G_FILE (source));
  start (self);
}

static void
base_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (TalksMergeView) self = TALKS_MERGE_VIEW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = talks_dialogs_open_finish (result, &error);

  if (file != NULL && self->session != NULL)
    talks_file_load_async (file, NULL, base_loaded_cb, g_object_ref (self));
  else if (file == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    talks_dialogs_tell (GTK_WINDOW (self), _("The earlier version could not be read."), error->message);
}

static void
on_base (TalksMergeView *self)
{
  static const char * const patterns[] = { "*.talks.json", "*.json", NULL };
  const TalksFileFilter filters[] = { { _("Talks timelines"), patterns, NULL } };

  talks_dialogs_open_async (GTK_WINDOW (self), _("Choose the Earlier Version"), filters, G_N_ELEMENTS (filters), NULL,
                            NULL, base_chosen_cb, g_object_ref (self));
}

/* ---- merging ---- */

static void
on_merge (TalksMergeView *self)
{
  TalksHistory *history = talks_session_get_history (self->session);
  GPtrArray *changes = talks_merge_get_changes (self->merge);
  /* Translators: a step of the history. */
  g_autofree char *name = g_strdup_printf (_("Merge “%s”"), self->theirs_name);
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;

  if (changes->len > 0 && !talks_history_do (history, name, changes, &error))
    {
      talks_dialogs_tell (GTK_WINDOW (self), _("Nothing was merged."), error->message);
      return;
    }
  report = talks_merge_report (self->merge, self->ours_name, self->theirs_name,
                               talks_session_get_language (self->session));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->report_view), report, -1);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_set_visible (self->merge_button, FALSE);
  gtk_widget_set_visible (self->copy_button, TRUE);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("_Close"));
  talks_block_name (self->cancel_button, _("Close"));
  talks_show_text (self->intro_label, changes->len > 0 ? _("The files are merged. One undo takes all of it back.")
                                                      : _("Nothing had to be taken in: the timeline is as it was."));
  gtk_widget_grab_focus (GTK_WIDGET (self->report_view));
}

static void
on_copy (TalksMergeView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->report_view);
  GtkTextIter from;
  GtkTextIter to;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &from, &to);
  text = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  talks_compat_announce (GTK_WIDGET (self), _("The report was copied."));
}

static void
on_cancel (TalksMergeView *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- life ---- */

static void
talks_merge_view_dispose (GObject *object)
{
  TalksMergeView *self = TALKS_MERGE_VIEW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (talks_merge_view_parent_class)->dispose (object);
}

static void
talks_merge_view_finalize (GObject *object)
{
  TalksMergeView *self = TALKS_MERGE_VIEW (object);

  g_clear_pointer (&self->merge, talks_merge_free);
  g_clear_pointer (&self->theirs, talks_reading_free);
  g_clear_pointer (&self->base, talks_reading_free);
  g_clear_object (&self->ours);
  talks_merge_rows_free (self->rows);
  g_free (self->ours_name);
  g_free (self->theirs_name);
  g_free (self->base_name);
  G_OBJECT_CLASS (talks_merge_view_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TalksMergeView, name)

static void
talks_merge_view_class_init (TalksMergeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_merge_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_merge_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/talks-merge-view.ui");
  BIND (all_box);
  BIND (base_button);
  BIND (base_label);
  BIND (cancel_button);
  BIND (copy_button);
  BIND (decide_page);
  BIND (intro_label);
  BIND (list);
  BIND (merge_button);
  BIND (more_button);
  BIND (nothing_label);
  BIND (page_stack);
  BIND (report_view);
  BIND (stack);
  BIND (summary_label);
  BIND (taken_list);
  BIND (taken_page);
  gtk_widget_class_bind_template_callback (widget_class, on_all_ours);
  gtk_widget_class_bind_template_callback (widget_class, on_all_theirs);
  gtk_widget_class_bind_template_callback (widget_class, on_base);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_merge);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
talks_merge_view_init (TalksMergeView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = talks_merge_rows_new (GTK_BOX (self->list), chosen_cb, self);
  g_signal_connect (factory, "setup", G_CALLBACK (taken_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (taken_bind_cb), NULL);
  gtk_list_view_set_factory (self->taken_list, factory);
}

void
talks_merge_view_show (GtkWindow    *parent,
                       TalksSession *session,
                       const char   *ours_name,
                       TalksReading *theirs,
                       const char   *theirs_name)
{
  TalksMergeView *self;
  g_autofree char *intro = NULL;

  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (theirs != NULL);
  g_return_if_fail (ours_name != NULL && theirs_name != NULL);

  self = g_object_new (TALKS_TYPE_MERGE_VIEW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->ours = talks_document_copy (talks_session_get_document (session));
  self->theirs = theirs;
  self->ours_name = g_strdup (ours_name);
  self->theirs_name = g_strdup (theirs_name);
  intro = g_strdup_printf (_("“%1$s” (theirs) is taken into “%2$s” (ours)."), theirs_name, ours_name);
  talks_show_text (self->intro_label, intro);
  start (self);
  gtk_window_present (GTK_WINDOW (self));
}
