/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form.h"

#include <glib/gi18n-lib.h>

#include "talks-banner.h"
#include "talks-dialogs.h"
#include "talks-error.h"
#include "talks-form-draft.h"
#include "talks-form-keep.h"
#include "talks-form-remarks.h"
#include "talks-form-rows.h"
#include "talks-form-typed.h"
#include "talks-show.h"

#define DEFAULT_WIDTH 1000
#define DEFAULT_HEIGHT 900
#define LEAST_HEIGHT 480
#define ROOM_ABOVE_AND_BELOW 140 /* the header bar, and some lines */

struct _TalksForm
{
  GtkWindow            parent_instance;
  const TalksFormKind *kind;
  TalksFormContext     context;
  TalksDocument       *document;
  TalksRecord         *original; /* in the document; NULL when adding */
  TalksRecord         *baseline; /* what the draft was at first */
  GPtrArray           *fields;   /* of TalksFormField */
  TalksFormRemarks    *remarks;
  TalksFormKeep       *keep;
  gboolean             is_done;  /* closes without asking */
  gboolean             is_asking;

  GtkWidget           *cancel;
  GtkWidget           *apply;
  GtkWidget           *banner;
  GtkWidget           *page;
};

enum
{
  SIGNAL_APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksForm, talks_form, GTK_TYPE_WINDOW)

static const char *
get_title (TalksForm *self)
{
  return talks_record_get_title (self->context.draft, talks_session_get_language (self->context.session));
}

char *
talks_form_get_step_name (TalksForm *self)
{
  char *name = NULL;

  g_return_val_if_fail (TALKS_IS_FORM (self), NULL);

  if (self->kind->name_step != NULL)
    name = self->kind->name_step (self);
  if (name != NULL)
    return name;
  return talks_form_draft_name_step (self->context.adding ? self->kind->add_step : self->kind->edit_step,
                                     get_title (self));
}

/* What one row says may depend on another. */
static void
field_changed_cb (TalksForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    talks_form_field_retell (self->fields->pdata[i]);
  talks_banner_hide (TALKS_BANNER (self->banner));
  /* NULL: the form is going away. */
  if (self->remarks != NULL)
    talks_form_remarks_check_later (self->remarks);
  if (self->keep != NULL)
    talks_form_keep_later (self->keep);
}

/* ---- applying ---- */

static gboolean
has_problem (TalksForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (talks_form_field_has_problem (self->fields->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
holds_more (TalksForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (talks_form_field_holds_more (self->fields->pdata[i]))
      return TRUE;
  return FALSE;
}

gboolean
talks_form_is_modified (TalksForm *self)
{
  g_return_val_if_fail (TALKS_IS_FORM (self), FALSE);

  return has_problem (self) || holds_more (self) || !talks_record_equal (self->context.draft, self->baseline);
}

/* Moves the focus to the first row that has a problem; FALSE: none has. */
static gboolean
show_problem (TalksForm *self)
{
  TalksFormField *first = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    {
      TalksFormField *found = talks_form_field_check (self->fields->pdata[i]);

      if (first == NULL)
        first = found;
    }
  if (first == NULL)
    return FALSE;
  talks_form_field_focus (first);
  talks_banner_show (TALKS_BANNER (self->banner), TALKS_BANNER_ERROR, talks_form_field_get_said (first, NULL), NULL);
  return TRUE;
}

static void
close_form (TalksForm *self)
{
  self->is_done = TRUE;
  talks_form_keep_end (self->keep);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
make_step (TalksForm  *self,
           GError    **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  g_autofree char *name = NULL;
  gboolean with_draft;

  if (talks_session_get_document (self->context.session) != self->document)
    {
      g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_REFERENCE,
                           _("Another timeline is open in this window now: this record belongs to the one before."));
      return FALSE;
    }
  if (self->kind->finish != NULL)
    self->kind->finish (&self->context);
  if (self->context.adding)
    talks_form_draft_set_id (self->document, self->context.draft);
  name = talks_form_get_step_name (self);
  with_draft = self->kind->extend == NULL || self->kind->extend (self, changes);
  if (with_draft)
    {
      /* The record in the document is the form's no longer. */
      g_autoptr (TalksRecord) after = talks_record_copy (self->context.draft);
      int position = self->context.adding ? talks_form_draft_find_position (self->document, after) : -1;

      g_ptr_array_add (changes, talks_change_new (self->original, after, position));
    }
  return changes->len == 0 || talks_history_do (talks_session_get_history (self->context.session), name, changes, error);
}

gboolean
talks_form_apply (TalksForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksForm) keep = NULL;

  g_return_val_if_fail (TALKS_IS_FORM (self), FALSE);

  if (show_problem (self))
    return FALSE;
  keep = g_object_ref (self);
  if (self->context.adding || self->kind->extend != NULL || talks_form_is_modified (self))
    {
      if (!make_step (self, &error))
        {
          talks_banner_show (TALKS_BANNER (self->banner), TALKS_BANNER_ERROR, error->message, NULL);
          return FALSE;
        }
      g_signal_emit (self, signals[SIGNAL_APPLIED], 0, self->context.draft);
    }
  close_form (self);
  return TRUE;
}

/* ---- giving up ---- */

enum
{
  CHOICE_KEEP,
  CHOICE_DISCARD,
};

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TalksForm) self = data;

  self->is_asking = FALSE;
  if (talks_dialogs_ask_finish (result, NULL) == CHOICE_DISCARD)
    close_form (self);
}

static gboolean
talks_form_close_request (GtkWindow *window)
{
  TalksForm *self = TALKS_FORM (window);
  const TalksChoice choices[] = {
    [CHOICE_KEEP] = { _("_Keep Editing"), TALKS_CHOICE_PLAIN },
    [CHOICE_DISCARD] = { _("_Discard"), TALKS_CHOICE_DESTRUCTIVE },
  };

  if (self->is_done || !talks_form_is_modified (self))
    {
      talks_form_keep_end (self->keep);
      return GTK_WINDOW_CLASS (talks_form_parent_class)->close_request (window);
    }
  if (self->is_asking)
    return TRUE;
  self->is_asking = TRUE;
  talks_dialogs_ask_async (window, _("Discard what you have entered?"),
                           _("Nothing of it is in the timeline yet."), choices, G_N_ELEMENTS (choices), CHOICE_KEEP, NULL,
                           asked_cb, g_object_ref (self));
  return TRUE;
}

/* ---- the rows ---- */

void
talks_form_reload (TalksForm *self)
{
  g_return_if_fail (TALKS_IS_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    talks_form_field_load (self->fields->pdata[i], self->context.draft);
  talks_form_remarks_check_later (self->remarks);
}

TalksFormField *
talks_form_get_field (TalksForm  *self,
                      const char *name)
{
  g_return_val_if_fail (TALKS_IS_FORM (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const TalksField *value = talks_form_field_get_field (self->fields->pdata[i]);

      if (value != NULL && g_str_equal (value->name, name))
        return self->fields->pdata[i];
    }
  return NULL;
}

const TalksFormContext *
talks_form_get_context (TalksForm *self)
{
  g_return_val_if_fail (TALKS_IS_FORM (self), NULL);
  return &self->context;
}

/* Below the fields, as wide as they are. */
static GtkWidget *
add_foot (GtkWidget  *rows,
          int         y,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   "visible", *text != '\0',
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (rows), label, 1, y, 1, 1);
  return label;
}

static gboolean
has_languages (TalksForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const TalksField *value = talks_form_field_get_field (self->fields->pdata[i]);

      if (value != NULL && value->type == TALKS_FIELD_TEXT)
        return TRUE;
    }
  return FALSE;
}

static void
make_rows (TalksForm *self)
{
  GtkWidget *rows = talks_form_rows_new (&self->context, talks_record_kind_get_fields (self->kind->kind),
                                         self->kind->rows, self->context.draft, self->fields);
  int n_rows = (int) self->fields->len;
  GtkWidget *remarks;

  remarks = add_foot (rows, n_rows, "", "talks-form-remarks");
  self->remarks = talks_form_remarks_new (&self->context, self->original, self->fields, GTK_LABEL (remarks));
  add_foot (rows, n_rows + 1,
            has_languages (self)
              ? _("Every change can be undone. The file itself changes only when you save, and then as a whole. "
                  "Alt+Down in a text leads to its other languages.")
              : _("Every change can be undone. The file itself changes only when you save, and then as a whole."),
            "talks-form-foot");
  gtk_box_append (GTK_BOX (self->page), rows);
  for (guint i = 0; i < self->fields->len; i++)
    g_signal_connect_object (self->fields->pdata[i], "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
}

/* ---- the window ---- */

static gboolean
apply_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  talks_form_apply (TALKS_FORM (widget));
  return TRUE;
}

static gboolean
close_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
add_key (GtkWidget           *widget,
         GtkPropagationPhase  phase,
         const char          *keys,
         GtkShortcutFunc      func)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                                                          gtk_callback_action_new (func, NULL, NULL)));
  gtk_widget_add_controller (widget, controller);
}

/* As high as its rows, with room for what is said below them; not larger than the screen. */
static void
set_size (TalksForm *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle room = { 0, 0, DEFAULT_WIDTH, DEFAULT_HEIGHT };
  int width;
  int height;

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &room);
  width = MIN (DEFAULT_WIDTH, room.width);
  gtk_widget_measure (self->page, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  height = CLAMP (height + ROOM_ABOVE_AND_BELOW, LEAST_HEIGHT, DEFAULT_HEIGHT);
  gtk_window_set_default_size (GTK_WINDOW (self), width, MIN (height, room.height));
}

static void
talks_form_dispose (GObject *object)
{
  TalksForm *self = TALKS_FORM (object);

  g_clear_pointer (&self->remarks, talks_form_remarks_free);
  g_clear_pointer (&self->keep, talks_form_keep_free);

  G_OBJECT_CLASS (talks_form_parent_class)->dispose (object);
}

static void
talks_form_finalize (GObject *object)
{
  TalksForm *self = TALKS_FORM (object);

  g_ptr_array_unref (self->fields);
  g_clear_pointer (&self->original, talks_record_unref);
  g_clear_pointer (&self->baseline, talks_record_unref);
  g_clear_object (&self->document);
  talks_form_draft_clear_context (&self->context);

  G_OBJECT_CLASS (talks_form_parent_class)->finalize (object);
}

static void
talks_form_class_init (TalksFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_form_dispose;
  object_class->finalize = talks_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = talks_form_close_request;

  signals[SIGNAL_APPLIED] = g_signal_new ("applied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, TALKS_TYPE_RECORD);

  g_type_ensure (TALKS_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/editor/talks-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksForm, cancel);
  gtk_widget_class_bind_template_child (widget_class, TalksForm, apply);
  gtk_widget_class_bind_template_child (widget_class, TalksForm, banner);
  gtk_widget_class_bind_template_child (widget_class, TalksForm, page);
}

static void
talks_form_init (TalksForm *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (talks_form_apply), self);
  /* Before a text takes the line feed; but Escape closes what is open in the form first. */
  add_key (GTK_WIDGET (self), GTK_PHASE_CAPTURE, "<Control>Return|<Control>KP_Enter", apply_key_cb);
  add_key (GTK_WIDGET (self), GTK_PHASE_BUBBLE, "Escape", close_key_cb);
}

void
talks_form_resume (TalksForm        *self,
                   const TalksDraft *held)
{
  g_return_if_fail (TALKS_IS_FORM (self));
  g_return_if_fail (held != NULL && held->after->kind == self->kind->kind);

  talks_record_unref (self->context.draft);
  self->context.draft = talks_form_keep_resume (self->keep, held);
  talks_form_reload (self);
  talks_form_typed_take (self->fields, NULL, held->typed);
  talks_banner_show (TALKS_BANNER (self->banner), TALKS_BANNER_INFO,
                     _("Talks ended before this form was done. What it held is here again."), NULL);
}

static void
resume_kept (TalksForm *self)
{
  g_autoptr (TalksDraft) held = talks_form_keep_find (self->keep);

  if (held != NULL)
    talks_form_resume (self, held);
}

GtkWidget *
talks_form_new (GtkWindow           *parent,
                TalksSession        *session,
                const TalksFormKind *kind,
                TalksRecord         *record,
                TalksRecord         *prefill)
{
  TalksForm *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TALKS_IS_SESSION (session), NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (record == NULL || record->kind == kind->kind, NULL);
  g_return_val_if_fail (prefill == NULL || prefill->kind == kind->kind, NULL);

  self = g_object_new (TALKS_TYPE_FORM, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, "transient-for", parent,
                       "modal", parent != NULL, "destroy-with-parent", TRUE, NULL);
  self->kind = kind;
  self->document = g_object_ref (talks_session_get_document (session));
  self->original = record != NULL ? talks_record_ref (record) : NULL;
  talks_form_draft_init_context (&self->context, session, kind->kind, record, prefill);
  if (kind->prepare != NULL && record == NULL)
    kind->prepare (&self->context);
  self->baseline = talks_record_copy (self->context.draft);
  self->keep = talks_form_keep_new (&self->context, record, self->fields);
  talks_show_title (GTK_WINDOW (self), record == NULL ? _(kind->add_title) : _(kind->edit_title));
  gtk_button_set_label (GTK_BUTTON (self->apply), record == NULL ? _("_Add") : _("_Apply"));
  make_rows (self);
  resume_kept (self);
  set_size (self);
  if (record != NULL)
    talks_form_remarks_check_later (self->remarks);
  talks_form_field_focus (g_ptr_array_index (self->fields, 0));
  return GTK_WIDGET (self);
}
