/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-editor.h"

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
