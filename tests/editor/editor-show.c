/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A form on its own, to look at and to use: editor-show FILE WHAT [light|dark] [WIDTHxHEIGHT]
 *
 * WHAT is the id of a record to edit, or the list of the document to add to ("events"). Ends when the form closes, and
 * says then what the history holds. */

#include "talks-file.h"
#include "talks-form-kinds.h"

static void
load_style (gboolean dark)
{
  const char *names[] = { dark ? "colors-dark.css" : "colors-light.css", "style.css" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/org/talkstimeline/Talks/", names[i], NULL);
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

      gtk_css_provider_load_from_resource (provider, path);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
}

static GtkWidget *
open_form (TalksSession *session,
           const char   *what)
{
  TalksRecord *record = talks_document_lookup (talks_session_get_document (session), what);

  if (record != NULL)
    return talks_form_new (NULL, session, talks_form_kind_get (record->kind), record, NULL);
  for (guint kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (g_str_equal (talks_record_kind_to_list ((TalksRecordKind) kind), what))
      return talks_form_new (NULL, session, talks_form_kind_get ((TalksRecordKind) kind), NULL, NULL);
  return NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (TalksSession) session = NULL;
  TalksHistory *history;
  GtkWidget *form;
  int width, height;

  if (argc < 3)
    {
      g_printerr ("Usage: %s FILE ID|LIST [light|dark] [WIDTHxHEIGHT]\n", argv[0]);
      return 2;
    }
  gtk_init ();
  load_style (argc > 3 && g_str_equal (argv[3], "dark"));
  file = g_file_new_for_commandline_arg (argv[1]);
  reading = talks_file_load (file, NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  session = talks_session_new ();
  talks_session_set_document (session, reading->document);
  form = open_form (session, argv[2]);
  if (form == NULL)
    {
      g_printerr ("%s is neither a record nor a list.\n", argv[2]);
      return 1;
    }
  if (argc > 4 && sscanf (argv[4], "%dx%d", &width, &height) == 2)
    gtk_window_set_default_size (GTK_WINDOW (form), width, height);
  gtk_window_present (GTK_WINDOW (form));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);

  history = talks_session_get_history (session);
  for (guint i = 0; i < talks_history_get_n_steps (history); i++)
    g_print ("%s\n", talks_history_get_step (history, i)->name);
  return 0;
}
