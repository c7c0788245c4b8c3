/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-dialogs.h"

typedef struct
{
  int     answer;
  int     n_answers;
  GError *error;
} Answer;

static const TalksChoice choices[] = {
  { "_Discard", TALKS_CHOICE_DESTRUCTIVE },
  { "_Cancel", TALKS_CHOICE_PLAIN },
  { "_Save", TALKS_CHOICE_SUGGESTED },
};

static void
answered (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Answer *answer = data;

  answer->answer = talks_dialogs_ask_finish (result, &answer->error);
  answer->n_answers++;
}

static GtkWindow *
find_alert (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (gtk_test_accessible_has_role (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_ROLE_ALERT_DIALOG))
        return GTK_WINDOW (window);
    }
  return NULL;
}

static GtkWidget *
find_by_text (GtkWidget  *widget,
              GType       type,
              const char *text)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      g_autofree char *label = NULL;

      g_object_get (widget, "label", &label, NULL);
      if (g_strcmp0 (label, text) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_text (child, type, text);
  return found;
}

static void
wait_for (Answer *answer)
{
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;

  while (answer->n_answers == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (answer->n_answers, ==, 1);
}

static void
ask (GtkWindow    *parent,
     GCancellable *cancellable,
     Answer       *answer)
{
  *answer = (Answer) { .answer = -2 };
  talks_dialogs_ask_async (parent, "Save <b>changes</b>?", "1 & 2 have changed.", choices,
                           G_N_ELEMENTS (choices), 1, cancellable, answered, answer);
}

static void
test_choices (void)
{
  Answer answer;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWindow *alert;

      ask (NULL, NULL, &answer);
      alert = find_alert ();
      g_assert_nonnull (alert);
      /* Plain texts, however they look. */
      g_assert_nonnull (find_by_text (GTK_WIDGET (alert), GTK_TYPE_LABEL, "Save <b>changes</b>?"));
      g_assert_nonnull (find_by_text (GTK_WIDGET (alert), GTK_TYPE_LABEL, "1 & 2 have changed."));
      g_signal_emit_by_name (find_by_text (GTK_WIDGET (alert), GTK_TYPE_BUTTON, choices[i].label),
                             "clicked");
      wait_for (&answer);
      g_assert_no_error (answer.error);
      g_assert_cmpint (answer.answer, ==, (int) i);
      g_assert_null (find_alert ());
    }
}

static void
test_close_cancels (void)
{
  Answer answer;

  ask (NULL, NULL, &answer);
  gtk_window_close (find_alert ());
  wait_for (&answer);
  g_assert_no_error (answer.error);
  g_assert_cmpint (answer.answer, ==, 1);
}

static void
test_parent_goes (void)
{
  GtkWidget *parent = gtk_window_new ();
  Answer answer;

  gtk_window_present (GTK_WINDOW (parent));
  ask (GTK_WINDOW (parent), NULL, &answer);
  g_assert_true (gtk_window_get_modal (find_alert ()));
  gtk_window_destroy (GTK_WINDOW (parent));
  wait_for (&answer);
  g_assert_cmpint (answer.answer, ==, 1);
  g_assert_null (find_alert ());
}

static void
test_cancellable (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  ask (NULL, cancellable, &answer);
  g_cancellable_cancel (cancellable);
  wait_for (&answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (answer.answer, ==, -1);
  g_assert_null (find_alert ());
  g_clear_error (&answer.error);
}

static void
test_default (void)
{
  Answer answer;
  GtkWindow *alert;

  ask (NULL, NULL, &answer);
  alert = find_alert ();
  g_assert_true (gtk_window_get_default_widget (alert) ==
                 find_by_text (GTK_WIDGET (alert), GTK_TYPE_BUTTON, "_Save"));
  g_assert_true (gtk_widget_has_css_class (
    find_by_text (GTK_WIDGET (alert), GTK_TYPE_BUTTON, "_Discard"), "destructive-action"));
  gtk_window_close (alert);
  wait_for (&answer);
}

static void
test_tell (void)
{
  GtkWindow *alert;

  talks_dialogs_tell (NULL, "It is so", NULL);
  alert = find_alert ();
  g_assert_nonnull (alert);
  g_signal_emit_by_name (find_by_text (GTK_WIDGET (alert), GTK_TYPE_BUTTON, "_Close"), "clicked");
  g_assert_null (find_alert ());
}

static void
file_answered (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Answer *answer = data;
  g_autoptr(GFile) file = NULL;

  if (answer->answer == 0)
    file = talks_dialogs_open_finish (result, &answer->error);
  else
    file = talks_dialogs_save_finish (result, &answer->error);
  g_assert_null (file);
  answer->n_answers++;
}

static void
test_files_cancelled (void)
{
  const TalksFileFilter filters[] = {
    { "Talks documents", (const char * const[]) { "*.talks.json", NULL }, NULL },
    { "Pictures", NULL, (const char * const[]) { "image/png", "image/svg+xml", NULL } },
  };

  for (int save = 0; save < 2; save++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
      Answer answer = { .answer = save };

      if (save)
        talks_dialogs_save_async (NULL, "Save", "talks.png", filters, G_N_ELEMENTS (filters),
                                  folder, cancellable, file_answered, &answer);
      else
        talks_dialogs_open_async (NULL, "Open", filters, G_N_ELEMENTS (filters), folder,
                                  cancellable, file_answered, &answer);
      for (int i = 0; i < 20; i++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (answer.n_answers, ==, 0);
      g_cancellable_cancel (cancellable);
      wait_for (&answer);
      g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&answer.error);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/toolkit/dialogs/choices", test_choices);
  g_test_add_func ("/toolkit/dialogs/close-cancels", test_close_cancels);
  g_test_add_func ("/toolkit/dialogs/parent-goes", test_parent_goes);
  g_test_add_func ("/toolkit/dialogs/cancellable", test_cancellable);
  g_test_add_func ("/toolkit/dialogs/default", test_default);
  g_test_add_func ("/toolkit/dialogs/tell", test_tell);
  g_test_add_func ("/toolkit/dialogs/files-cancelled", test_files_cancelled);
  return g_test_run ();
}
