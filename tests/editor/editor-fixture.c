/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "editor-fixture.h"

#include "talks-file.h"

TalksSession *
editor_fixture_session (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "documents", "full.talks.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);
  TalksSession *session = talks_session_new ();

  g_assert_no_error (error);
  talks_session_set_document (session, reading->document);
  return session;
}

void
editor_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

TalksForm *
editor_fixture_open (TalksSession    *session,
                     TalksRecordKind  kind,
                     const char      *id)
{
  TalksRecord *record = talks_document_lookup_kind (talks_session_get_document (session), kind, id);
  GtkWidget *form;

  g_assert_true (id == NULL || record != NULL);
  form = talks_form_new (NULL, session, talks_form_kind_get (kind), record, NULL);
  gtk_window_present (GTK_WINDOW (form));
  editor_fixture_settle ();
  return TALKS_FORM (form);
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, n);
  return found;
}

GtkWidget *
editor_fixture_find (GtkWidget *widget,
                     GType      type,
                     guint      n)
{
  return find_nth (widget, type, &n);
}

GtkWidget *
editor_fixture_button (GtkWidget  *widget,
                       const char *text)
{
  GtkWidget *button;

  for (guint n = 0; (button = editor_fixture_find (widget, GTK_TYPE_BUTTON, n)) != NULL; n++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), text) == 0
        || g_strcmp0 (gtk_widget_get_tooltip_text (button), text) == 0)
      return button;
  g_error ("There is no button “%s”.", text);
}

void
editor_fixture_click (GtkWidget  *widget,
                      const char *text)
{
  g_signal_emit_by_name (editor_fixture_button (widget, text), "clicked");
  editor_fixture_settle ();
}

void
editor_fixture_type (gpointer    widget,
                     const char *text)
{
  GtkWidget *entry = editor_fixture_find (widget, GTK_TYPE_ENTRY, 0);
  GtkWidget *view = editor_fixture_find (widget, GTK_TYPE_TEXT_VIEW, 0);

  g_assert_true (entry != NULL || view != NULL);
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  editor_fixture_settle ();
}

gpointer
editor_fixture_record (TalksSession *session,
                       const char   *id)
{
  TalksDocument *document = talks_session_get_document (session);

  return *id != '\0' ? talks_document_lookup (document, id) : (TalksRecord *) talks_document_get_head (document);
}

const char *
editor_fixture_said (TalksForm     *form,
                     const char    *field,
                     TalksSayStyle *style)
{
  const char *said = talks_form_field_get_said (talks_form_get_field (form, field), style);

  return said != NULL ? said : "";
}
