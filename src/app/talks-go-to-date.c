/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-go-to-date.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"

typedef struct
{
  GtkWidget    *window;
  GtkWidget    *entry;
  GtkWidget    *words;
  GtkWidget    *button;
  TalksSession *session;
  TalksDate    *date; /* what the entry says; NULL while it says nothing sound */
} GoToDate;

static void
go_to_date_free (gpointer data)
{
  GoToDate *self = data;

  g_clear_object (&self->session);
  g_clear_pointer (&self->date, talks_date_unref);
  g_free (self);
}

static void
entry_changed_cb (GoToDate *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_clear_pointer (&self->date, talks_date_unref);
  if (*text != '\0')
    self->date = talks_date_parse (text, &error);
  if (self->date != NULL)
    words = talks_date_to_words (self->date, TALKS_DATE_STYLE_FULL);

  gtk_label_set_text (GTK_LABEL (self->words),
                      words != NULL ? words
                      : error != NULL ? error->message
                                      : _("Year, month and day: 2025-05-16, 2022-03 or 2022"));
  gtk_widget_set_sensitive (self->button, self->date != NULL);
}

static void
go_cb (GoToDate *self)
{
  TalksSpan extent = talks_session_get_viewport (self->session)->extent;
  TalksSpan span;

  if (self->date == NULL)
    return;
  span = talks_span_from_date (self->date);
  talks_session_set_as_of (self->session, talks_span_clamp (extent, talks_date_get_sort_day (self->date)));
  span = talks_span_intersect (span, extent);
  if (talks_span_is_empty (span))
    span = talks_span_make (talks_session_get_as_of (self->session),
                            talks_session_get_as_of (self->session) + 1);
  /* Some days on both sides, so that a day is seen among its neighbours. */
  talks_session_show (self->session, (double) span.start - 5, (double) span.end + 5);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  gtk_window_destroy (GTK_WINDOW (widget));
  return TRUE;
}

static GtkWidget *
new_content (GoToDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Date"));

  self->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->words), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (self->words), 36);
  gtk_widget_add_css_class (self->words, "dim-label");
  self->button = gtk_button_new_with_mnemonic (_("_Go"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_add_css_class (box, "talks-dialog");
  return box;
}

void
talks_go_to_date_show (GtkWindow    *parent,
                       TalksSession *session)
{
  GoToDate *self = g_new0 (GoToDate, 1);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->session = g_object_ref (session);
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _("Go to Date"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self));
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->button);
  g_object_set_data_full (G_OBJECT (self->window), "talks-go-to-date", self, go_to_date_free);

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (self->window, keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (go_cb), self);
  entry_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
