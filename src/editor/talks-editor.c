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
  /* An annotation is seen at what it is about; where a record cannot be looked at, what was stays in view. */
  const char *id = record->kind == TALKS_RECORD_ANNOTATION ? ((TalksAnnotation *) record)->target : record->id;
  const TalksRecord *seen = talks_document_lookup (talks_session_get_document (session), id);

  if (seen != NULL
      && (seen->kind == TALKS_RECORD_EVENT || seen->kind == TALKS_RECORD_POSITION || seen->kind == TALKS_RECORD_SOURCE))
    talks_session_select (session, id);
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
