/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-editor.h"

#include <string.h>

#include "talks-form-kinds.h"

void
talks_editor_edit (GtkWindow    *parent,
                   TalksSession *session,
                   TalksRecord  *record)
{
  const TalksFormKind *kind;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  kind = talks_form_kind_get (record->kind);
  if (kind != NULL)
    gtk_window_present (GTK_WINDOW (talks_form_new (parent, session, kind, record, NULL)));
}

static void
added_cb (TalksSession *session,
          TalksRecord  *record)
{
  talks_session_select (session, record->id);
}

void
talks_editor_add (GtkWindow       *parent,
                  TalksSession    *session,
                  TalksRecordKind  kind,
                  TalksRecord     *prefill)
{
  const TalksFormKind *form_kind;
  GtkWidget *form;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (prefill == NULL || prefill->kind == kind);

  form_kind = talks_form_kind_get (kind);
  if (form_kind == NULL)
    return;
  form = talks_form_new (parent, session, form_kind, NULL, prefill);
  g_signal_connect_object (form, "applied", G_CALLBACK (added_cb), session, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

/* ---- actions ---- */

typedef struct
{
  GtkWidget          *widget; /* not ours: it owns the actions */
  TalksSession       *session;
  TalksEditorMayEdit  may_edit;
  gpointer            data;
} Actions;

static void
actions_free (gpointer data)
{
  Actions *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static GtkWindow *
get_window (Actions *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static gboolean
may_edit (Actions *self)
{
  return self->may_edit == NULL || self->may_edit (self->data);
}

static TalksRecord *
find_record (Actions  *self,
             GVariant *id)
{
  return talks_document_lookup (talks_session_get_document (self->session), g_variant_get_string (id, NULL));
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  TalksRecord *record = find_record (data, parameter);

  if (record != NULL && may_edit (data))
    talks_editor_edit (get_window (data), ((Actions *) data)->session, record);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  TalksRecord *record = find_record (data, parameter);

  if (record != NULL && may_edit (data))
    talks_editor_delete (get_window (data), ((Actions *) data)->session, record);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  const char *list = g_variant_get_string (parameter, NULL);

  for (guint kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (strcmp (talks_record_kind_to_list ((TalksRecordKind) kind), list) == 0 && may_edit (data))
      talks_editor_add (get_window (data), ((Actions *) data)->session, (TalksRecordKind) kind, NULL);
}

void
talks_editor_install_actions (GtkWidget          *widget,
                              TalksSession       *session,
                              TalksEditorMayEdit  may_edit_func,
                              gpointer            data)
{
  static const GActionEntry entries[] = {
    { "edit", edit_cb, "s" },
    { "add", add_cb, "s" },
    { "delete", delete_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = NULL;
  Actions *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TALKS_IS_SESSION (session));

  self = g_new0 (Actions, 1);
  self->widget = widget;
  self->session = g_object_ref (session);
  self->may_edit = may_edit_func;
  self->data = data;
  group = g_simple_action_group_new ();
  g_object_set_data_full (G_OBJECT (group), "talks-editor", self, actions_free);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (widget, "editor", G_ACTION_GROUP (group));
}
