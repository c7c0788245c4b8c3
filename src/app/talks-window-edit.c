/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing: who may, undoing and doing again, adding, changing and deleting what is selected. */

#include <glib/gi18n-lib.h>

#include "talks-compat.h"
#include "talks-dialogs.h"
#include "talks-draft.h"
#include "talks-editor.h"
#include "talks-file.h"
#include "talks-left-work.h"
#include "talks-session-marks.h"
#include "talks-show.h"
#include "talks-window-private.h"

/* ---- who may edit ---- */

/* An edit that waits for the user to have a copy. */
typedef struct
{
  TalksWindow     *self;
  TalksWindowEdit  edit;
  gpointer         data;
  GDestroyNotify   destroy;
} Pending;

static void
pending_end (Pending  *pending,
             gboolean  may_edit)
{
  TalksWindow *self = pending->self;

  self->asking_for_copy = FALSE;
  if (may_edit && self->session != NULL)
    pending->edit (self, pending->data);
  if (pending->destroy != NULL)
    pending->destroy (pending->data);
  g_object_unref (self);
  g_free (pending);
}

static void
copied_cb (TalksWindow *self,
           gboolean     done,
           gpointer     data)
{
  pending_end (data, done);
}

static void
copy_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  Pending *pending = data;
  int choice = talks_dialogs_ask_finish (result, NULL);

  if (pending->self->session == NULL || choice <= 0)
    pending_end (pending, FALSE);
  else
    talks_window_save_as (pending->self, NULL, copied_cb, pending);
}

static void
ask_for_copy (Pending *pending)
{
  const TalksChoice choices[] = {
    { _("_Cancel"), TALKS_CHOICE_PLAIN },
    { _("_Make a Copy…"), TALKS_CHOICE_SUGGESTED },
  };
  TalksWindow *self = pending->self;
  g_autofree char *name = talks_file_get_name (talks_keeper_get_file (self->keeper));
  g_autofree char *heading = NULL;

  if (self->bundled)
    heading = g_strdup (_("The bundled timeline stays as it is. Make your own copy?"));
  else
    heading = g_strdup_printf (_("“%s” can not be written to. Make your own copy?"), name);
  self->asking_for_copy = TRUE;
  talks_dialogs_ask_async (GTK_WINDOW (self), heading,
                           _("The copy is a file of yours, in which you can change whatever you like."), choices,
                           G_N_ELEMENTS (choices), 0, NULL, copy_answered_cb, pending);
}

gboolean
talks_window_may_edit (TalksWindow *self)
{
  return self->keeper != NULL
         && (talks_keeper_get_file (self->keeper) == NULL || !talks_keeper_is_read_only (self->keeper));
}

void
talks_window_begin_edit (TalksWindow     *self,
                         TalksWindowEdit  edit,
                         gpointer         data,
                         GDestroyNotify   destroy)
{
  gboolean may_edit = talks_window_may_edit (self);
  Pending *pending;

  if (!may_edit && (self->keeper == NULL || self->asking_for_copy))
    {
      if (destroy != NULL)
        destroy (data);
      return;
    }
  pending = g_new (Pending, 1);
  pending->self = g_object_ref (self);
  pending->edit = edit;
  pending->data = data;
  pending->destroy = destroy;
  if (may_edit)
    pending_end (pending, TRUE);
  else
    ask_for_copy (pending);
}

/* ---- undoing ---- */

/* What the step was about comes into view. */
static void
show_step (TalksWindow            *self,
           const TalksHistoryStep *step)
{
  for (guint i = 0; i < step->changes->len; i++)
    {
      const TalksChange *change = step->changes->pdata[i];
      const TalksRecord *record = talks_change_get_after (change);

      if (record == NULL)
        record = talks_change_get_before (change);
      if (talks_document_lookup (talks_session_get_document (self->session), record->id) != NULL)
        {
          talks_session_select (self->session, record->id);
          return;
        }
    }
}

/* The keys are those of texts, too: there they never reach the document. */
static gboolean
is_typing (TalksWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

static void
move_history (TalksWindow *self,
              gboolean     back)
{
  TalksHistory *history = talks_session_get_history (self->session);
  guint position = talks_history_get_position (history);
  g_autoptr (TalksHistoryStep) step = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (is_typing (self) || !(back ? talks_history_can_undo (history) : talks_history_can_redo (history)))
    return;
  step = talks_history_step_ref ((TalksHistoryStep *) talks_history_get_step (history, back ? position - 1 : position));
  if (!(back ? talks_history_undo (history, &error) : talks_history_redo (history, &error)))
    {
      if (error != NULL)
        talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      return;
    }
  show_step (self, step);
  words = back ? g_strdup_printf (_("Undone: %s"), step->name) : g_strdup_printf (_("Done again: %s"), step->name);
  talks_compat_announce (GTK_WIDGET (self), words);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_history (TALKS_WINDOW (widget), TRUE);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_history (TALKS_WINDOW (widget), FALSE);
}

/* ---- adding ---- */

typedef struct
{
  TalksRecordKind  kind;
  TalksRecord     *prefill; /* may be NULL */
} Addition;

static void
addition_free (gpointer data)
{
  Addition *addition = data;

  g_clear_pointer (&addition->prefill, talks_record_unref);
  g_free (addition);
}

static void
add_record (TalksWindow *self,
            gpointer     data)
{
  Addition *addition = data;

  talks_editor_add (GTK_WINDOW (self), self->session, addition->kind, addition->prefill);
}

/* Opens a form for a new record; prefill may be NULL. */
static void
add (TalksWindow     *self,
     TalksRecordKind  kind,
     TalksRecord     *prefill)
{
  Addition *addition = g_new0 (Addition, 1);

  addition->kind = kind;
  addition->prefill = prefill != NULL ? talks_record_ref (prefill) : NULL;
  talks_window_begin_edit (self, add_record, addition, addition_free);
}

/* The kind that an event in a lane is of at first; NULL when there is none. */
static const char *
get_kind (TalksWindow *self,
          const char  *lane_id)
{
  TalksDocument *document = talks_session_get_document (self->session);
  GPtrArray *lanes = talks_document_get_records (document, TALKS_RECORD_LANE);
  TalksLane *lane = talks_document_lookup_kind (document, TALKS_RECORD_LANE, lane_id);

  if (lane == NULL && lanes->len > 0)
    lane = lanes->pdata[0];
  return lane != NULL ? lane->kinds[0] : NULL;
}

static void
add_event (TalksWindow *self,
           TalksDay     day,
           const char  *kind)
{
  g_autoptr (TalksRecord) prefill = talks_record_new (TALKS_RECORD_EVENT, "new");

  ((TalksEvent *) prefill)->date = talks_date_new_day (day);
  ((TalksEvent *) prefill)->kind = g_strdup (kind);
  add (self, TALKS_RECORD_EVENT, prefill);
}

/* On the day under the playhead, of the kind of what is selected. */
static void
add_event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TalksWindow *self = TALKS_WINDOW (widget);
  TalksEvent *selected = talks_session_get_event (self->session);

  add_event (self, talks_session_get_as_of (self->session),
             selected != NULL ? selected->kind : get_kind (self, NULL));
}

/* On the timeline, where the user pointed. */
static void
add_there_cb (TalksWindow *self,
              gint64       day,
              const char  *lane)
{
  g_assert (TALKS_IS_WINDOW (self));

  add_event (self, day, get_kind (self, lane));
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *list = g_variant_get_string (parameter, NULL);

  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (g_str_equal (talks_record_kind_to_list (kind), list))
      add (TALKS_WINDOW (widget), kind, NULL);
}

/* ---- what there is ---- */

static void
edit_record (TalksWindow *self,
             gpointer     data)
{
  const char *id = data;
  TalksDocument *document = talks_session_get_document (self->session);
  TalksRecord *record = *id != '\0' ? talks_document_lookup (document, id)
                                    : (TalksRecord *) talks_document_get_head (document);

  if (record != NULL)
    talks_editor_edit (GTK_WINDOW (self), self->session, record);
}

static gboolean
resume_form_cb (gpointer data)
{
  TalksWindow *self = data;
  TalksOrigin *origin = self->session != NULL ? talks_session_get_origin (self->session) : NULL;
  g_autoptr (GPtrArray) held = origin != NULL && talks_window_may_edit (self) ? talks_draft_list (origin) : NULL;
  GtkWidget *form;

  if (held == NULL || held->len == 0)
    return G_SOURCE_REMOVE;
  /* What the user has put off waits as a whole: the form may be about a record that those steps added. */
  if (origin->file != NULL && talks_left_work_has_steps (origin->file))
    return G_SOURCE_REMOVE;
  /* When this one is done, the next: one may have been opened from the other. */
  form = talks_editor_resume (GTK_WINDOW (self), self->session, held->pdata[0]);
  if (form != NULL)
    g_signal_connect_object (form, "destroy", G_CALLBACK (talks_window_resume_form), self, G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

void
talks_window_resume_form (TalksWindow *self)
{
  /* When the document is shown, and questions about it were asked. */
  g_idle_add_full (G_PRIORITY_LOW, resume_form_cb, g_object_ref (self), g_object_unref);
}

static void
delete_record (TalksWindow *self,
               gpointer     data)
{
  TalksRecord *record = talks_document_lookup (talks_session_get_document (self->session), data);

  if (record != NULL)
    talks_editor_delete (GTK_WINDOW (self), self->session, record);
}

static void
delete_marked (TalksWindow *self,
               gpointer     data)
{
  g_autoptr (GPtrArray) events = talks_session_list_marked (self->session);

  talks_editor_delete_events (GTK_WINDOW (self), self->session, events);
}

static void
delete_marked_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_begin_edit (TALKS_WINDOW (widget), delete_marked, NULL, NULL);
}

/* What is selected, or else the party or person that is singled out. */
static const char *
get_chosen (TalksWindow *self)
{
  TalksRecord *record = talks_session_get_selection (self->session);

  return record != NULL ? record->id : talks_session_get_highlight (self->session);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TalksWindow *self = TALKS_WINDOW (widget);
  const char *id = parameter != NULL ? g_variant_get_string (parameter, NULL) : get_chosen (self);

  if (id != NULL)
    talks_window_begin_edit (self, edit_record, g_strdup (id), g_free);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TalksWindow *self = TALKS_WINDOW (widget);
  const char *id = parameter != NULL ? g_variant_get_string (parameter, NULL) : get_chosen (self);

  if (id != NULL && (parameter != NULL || !is_typing (self)))
    talks_window_begin_edit (self, delete_record, g_strdup (id), g_free);
}

/* ---- saving ---- */

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_save (TALKS_WINDOW (widget), NULL, NULL);
}

static void
save_as_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_save_as (TALKS_WINDOW (widget), NULL, NULL, NULL);
}

static void
new_timeline_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_new_timeline (TALKS_WINDOW (widget));
}

static void
show_history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TalksWindow *self = TALKS_WINDOW (widget);

  gtk_stack_page_set_visible (self->history_page, TRUE);
  gtk_widget_set_visible (self->right_pane, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->main_stack), "timeline");
  gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "history");
  talks_history_view_focus (self->history_view);
}

static void
show_versions_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  talks_window_show_versions (TALKS_WINDOW (widget));
}

/* ---- actions ---- */

void
talks_window_class_install_edit_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } verbs[] = {
    { "win.undo", NULL, undo_cb },
    { "win.redo", NULL, redo_cb },
    { "win.add-event", NULL, add_event_cb },
    { "win.edit", NULL, edit_cb },
    { "win.delete", NULL, delete_cb },
    { "win.save", NULL, save_cb },
    { "win.save-as", NULL, save_as_cb },
    { "win.new-timeline", NULL, new_timeline_cb },
    { "win.show-history", NULL, show_history_cb },
    { "win.show-versions", NULL, show_versions_cb },
    /* For rows and menus anywhere in the window. To edit the record "" is to edit what the timeline says of itself. */
    { "editor.add", "s", add_cb },
    { "editor.edit", "s", edit_cb },
    { "editor.delete", "s", delete_cb },
    { "editor.delete-marked", NULL, delete_marked_cb },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i].name, verbs[i].parameter, verbs[i].activate);

  /* Not keys of the application, which come before those of a text. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "win.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "win.delete", NULL);
}

static void
show_step_button (GtkWidget  *button,
                  const char *words)
{
  talks_show_tooltip (button, words);
  talks_show_name (button, words);
}

void
talks_window_update_edit (TalksWindow *self)
{
  TalksHistory *history = talks_session_get_history (self->session);
  GtkWidget *widget = GTK_WIDGET (self);
  const char *undo_name = talks_history_get_undo_name (history);
  const char *redo_name = talks_history_get_redo_name (history);
  g_autofree char *undo = undo_name != NULL ? g_strdup_printf (_("Undo: %s (Ctrl+Z)"), undo_name)
                                            : g_strdup (_("Nothing to undo"));
  g_autofree char *redo = redo_name != NULL ? g_strdup_printf (_("Do again: %s (Shift+Ctrl+Z)"), redo_name)
                                            : g_strdup (_("Nothing to do again"));

  gtk_widget_action_set_enabled (widget, "win.undo", undo_name != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", redo_name != NULL);
  gtk_widget_action_set_enabled (widget, "win.edit", get_chosen (self) != NULL);
  gtk_widget_action_set_enabled (widget, "win.delete", get_chosen (self) != NULL);
  gtk_widget_action_set_enabled (widget, "win.save", self->keeper != NULL);
  gtk_widget_action_set_enabled (widget, "win.save-as", self->keeper != NULL);
  gtk_widget_action_set_enabled (widget, "win.show-versions", self->keeper != NULL);
  gtk_widget_action_set_enabled (widget, "win.add-event", self->keeper != NULL);
  gtk_widget_action_set_enabled (widget, "editor.add", self->keeper != NULL);
  show_step_button (self->undo_button, undo);
  show_step_button (self->redo_button, redo);
}

/* ---- editing on the timeline ---- */

/* What was dragged is back where it was by the time there is a copy. */
static void
do_nothing (TalksWindow *self,
            gpointer     data)
{
}

static gboolean
timeline_may_edit_cb (TalksTimeline *timeline,
                      gboolean       ask,
                      gpointer       data)
{
  TalksWindow *self = TALKS_WINDOW (data);

  if (talks_window_may_edit (self))
    return TRUE;
  if (ask)
    talks_window_begin_edit (self, do_nothing, NULL, NULL);
  return FALSE;
}

static void
refused_cb (TalksWindow *self,
            const char  *sentence)
{
  g_assert (TALKS_IS_WINDOW (self));

  talks_window_show_news (self, sentence);
}

void
talks_window_init_edit (TalksWindow *self)
{
  talks_timeline_set_edit_handler (self->timeline, timeline_may_edit_cb, self, NULL);
  g_signal_connect_object (self->timeline, "add-event", G_CALLBACK (add_there_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "edit-refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
}
