/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-problems-view.h"

#include <glib/gi18n-lib.h>

struct _TalksProblemsView
{
  GtkWidget     parent_instance;
  GtkWidget    *scrolled;
  GtkWidget    *list;
  TalksSession *session;
};

G_DEFINE_FINAL_TYPE (TalksProblemsView, talks_problems_view, GTK_TYPE_WIDGET)

/* A file may hold a million problems; the first of them say enough. */
#define MAX_SHOWN 500

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_row (const TalksProblem *problem,
         const char         *name,
         unsigned            line,
         unsigned            column)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *place = NULL;

  /* Translators: file name, line and column, and the place in the document: "a.json:12:5 /events/3". */
  place = g_strdup_printf (_("%s:%u:%u  %s"), name, line, column, problem->pointer);
  gtk_box_append (GTK_BOX (box), new_label (problem->message, NULL));
  gtk_box_append (GTK_BOX (box), new_label (place, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_sensitive (row, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  problem->message, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  g_object_set_data_full (G_OBJECT (row), "talks-record", g_strdup (problem->record), g_free);
  return row;
}

static void
row_activated_cb (TalksProblemsView *self,
                  GtkListBoxRow     *row)
{
  const char *record = g_object_get_data (G_OBJECT (row), "talks-record");

  g_assert (TALKS_IS_PROBLEMS_VIEW (self));

  if (record != NULL && self->session != NULL)
    talks_session_select (self->session, record);
}

static void
talks_problems_view_dispose (GObject *object)
{
  TalksProblemsView *self = TALKS_PROBLEMS_VIEW (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (talks_problems_view_parent_class)->dispose (object);
}

static void
talks_problems_view_class_init (TalksProblemsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_problems_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
talks_problems_view_init (TalksProblemsView *self)
{
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "talks-problems");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Problems in this file"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

void
talks_problems_view_set_session (TalksProblemsView *self,
                                 TalksSession      *session)
{
  g_return_if_fail (TALKS_IS_PROBLEMS_VIEW (self));
  g_set_object (&self->session, session);
}

guint
talks_problems_view_set_reading (TalksProblemsView *self,
                                 TalksReading      *reading,
                                 const char        *name)
{
  GtkWidget *row;
  guint n = 0;

  g_return_val_if_fail (TALKS_IS_PROBLEMS_VIEW (self), 0);
  g_return_val_if_fail (reading != NULL && name != NULL, 0);

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  for (guint i = 0; i < reading->problems->len; i++)
    {
      const TalksProblem *problem = reading->problems->pdata[i];
      unsigned line = 0;
      unsigned column = 0;

      if (problem->severity != TALKS_SEVERITY_ERROR)
        continue;
      n++;
      if (n > MAX_SHOWN)
        continue;
      talks_reading_locate (reading, problem->pointer, &line, &column);
      gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (problem, name, line, column));
    }
  return n;
}
