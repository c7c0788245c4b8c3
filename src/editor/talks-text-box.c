/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-text-box.h"

#include <math.h>

#define LEAST_HEIGHT 72 /* of several lines */
#define MOST_HEIGHT 260

struct _TalksTextBox
{
  GtkWidget  parent_instance;
  GtkWidget *entry; /* of one line; else NULL */
  GtkWidget *view;  /* of several; else NULL */
  gboolean   is_setting;
  guint      grow_id;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksTextBox, talks_text_box, GTK_TYPE_WIDGET)

static void
text_changed_cb (TalksTextBox *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
talks_text_box_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_handle_id (&TALKS_TEXT_BOX (object)->grow_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (talks_text_box_parent_class)->dispose (object);
}

static void
talks_text_box_class_init (TalksTextBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_text_box_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "textbox");

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
talks_text_box_init (TalksTextBox *self)
{
}

/* How high a text is, is known only when it has its width, and a form gives its parts no more than they must have. */
static gboolean
grow_cb (gpointer data)
{
  TalksTextBox *self = data;
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (GTK_WIDGET (self)));
  double height = gtk_adjustment_get_upper (gtk_scrolled_window_get_vadjustment (scrolled));

  self->grow_id = 0;
  gtk_scrolled_window_set_min_content_height (scrolled, (int) CLAMP (ceil (height), LEAST_HEIGHT, MOST_HEIGHT));
  return G_SOURCE_REMOVE;
}

/* The wheel moves a text that is longer than its box; else it is for the form around it, which a scrolled window does
 * not leave it to by itself. */
static void
extent_changed_cb (TalksTextBox  *self,
                   GtkAdjustment *adjustment)
{
  gboolean fits = gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (gtk_widget_get_first_child (GTK_WIDGET (self)));

  if (!fits && gtk_adjustment_get_page_size (adjustment) < MOST_HEIGHT && self->grow_id == 0)
    self->grow_id = g_idle_add (grow_cb, self);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GtkPropagationPhase phase = gtk_event_controller_get_propagation_phase (controller);

      if (!GTK_IS_EVENT_CONTROLLER_SCROLL (controller) || fits == (phase == GTK_PHASE_NONE))
        continue;
      if (fits)
        g_object_set_data (G_OBJECT (controller), "talks-phase", GINT_TO_POINTER (phase));
      else
        phase = (GtkPropagationPhase) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (controller), "talks-phase"));
      gtk_event_controller_set_propagation_phase (controller, fits ? GTK_PHASE_NONE : phase);
    }
}

static void
make_view (TalksTextBox *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 7);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 7);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LEAST_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scrolled, "talks-text-view");
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), "changed",
                           G_CALLBACK (extent_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                            G_CALLBACK (text_changed_cb), self);
}

GtkWidget *
talks_text_box_new (gboolean multiline)
{
  TalksTextBox *self = g_object_new (TALKS_TYPE_TEXT_BOX, NULL);

  if (multiline)
    make_view (self);
  else
    {
      self->entry = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
      gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
      g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (text_changed_cb), self);
    }
  return GTK_WIDGET (self);
}

char *
talks_text_box_get_text (TalksTextBox *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (TALKS_IS_TEXT_BOX (self), NULL);

  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

void
talks_text_box_set_text (TalksTextBox *self,
                         const char   *text)
{
  g_autofree char *old = NULL;

  g_return_if_fail (TALKS_IS_TEXT_BOX (self));
  g_return_if_fail (text != NULL);

  old = talks_text_box_get_text (self);
  if (g_str_equal (old, text))
    return;
  self->is_setting = TRUE;
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
      GtkTextIter start;

      /* What was there in another language is not to be undone into this one. */
      gtk_text_buffer_begin_irreversible_action (buffer);
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_end_irreversible_action (buffer);
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
    }
  self->is_setting = FALSE;
}

void
talks_text_box_set_placeholder (TalksTextBox *self,
                                const char   *text)
{
  g_return_if_fail (TALKS_IS_TEXT_BOX (self));

  if (self->entry != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
}

GtkWidget *
talks_text_box_get_target (TalksTextBox *self)
{
  g_return_val_if_fail (TALKS_IS_TEXT_BOX (self), NULL);

  return self->entry != NULL ? self->entry : self->view;
}
