/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-disclosure.h"

#include "talks-blocks.h"
#include "talks-line.h"
#include "talks-panel.h"

struct _TalksDisclosure
{
  GtkWidget  parent_instance;
  GtkWidget *button;
  GtkWidget *arrow;
  GtkWidget *body;
  gboolean   filled;
};

enum
{
  SIGNAL_FILL,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksDisclosure, talks_disclosure, GTK_TYPE_WIDGET)

static void
on_clicked (GtkButton       *button,
            TalksDisclosure *self)
{
  TalksPanel *panel = talks_panel_find (GTK_WIDGET (self));

  talks_disclosure_set_open (self, !talks_disclosure_get_open (self));
  if (panel != NULL)
    talks_panel_note_opened (panel);
}

static void
talks_disclosure_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (talks_disclosure_parent_class)->dispose (object);
}

static void
talks_disclosure_class_init (TalksDisclosureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_disclosure_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "disclosure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_FILL] = g_signal_new ("fill", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_BOX);
}

static void
talks_disclosure_init (TalksDisclosure *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *row = talks_line_new (6, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_widget_add_css_class (self->arrow, "talks-dim");
  talks_line_append (TALKS_LINE (row), self->arrow);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), row);
  gtk_button_set_has_frame (GTK_BUTTON (self->button), FALSE);
  gtk_widget_add_css_class (self->button, "talks-row");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
  g_signal_connect (self->button, "clicked", G_CALLBACK (on_clicked), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  self->body = talks_block_column (6, "talks-disclosed");
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));
  gtk_widget_set_visible (self->body, FALSE);
}

GtkWidget *
talks_disclosure_new (GtkWidget  *head,
                      const char *name)
{
  TalksDisclosure *self = g_object_new (TALKS_TYPE_DISCLOSURE, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (head), GTK_WIDGET (self));

  gtk_widget_set_hexpand (head, TRUE);
  gtk_widget_insert_before (head, gtk_widget_get_parent (self->arrow), self->arrow);
  talks_block_name (self->button, name);
  return GTK_WIDGET (self);
}

GtkWidget *
talks_disclosure_new_text (const char *text)
{
  return talks_disclosure_new (talks_block_text (text, NULL), text);
}

void
talks_disclosure_set_name (TalksDisclosure *self,
                           const char      *name)
{
  g_return_if_fail (TALKS_IS_DISCLOSURE (self));

  talks_block_name (self->button, name);
}

gboolean
talks_disclosure_get_open (TalksDisclosure *self)
{
  g_return_val_if_fail (TALKS_IS_DISCLOSURE (self), FALSE);

  return gtk_widget_get_visible (self->body);
}

static void
fill (TalksDisclosure *self)
{
  if (self->filled)
    return;
  self->filled = TRUE;
  g_signal_emit (self, signals[SIGNAL_FILL], 0, self->body);
}

void
talks_disclosure_set_open (TalksDisclosure *self,
                           gboolean         open)
{
  g_return_if_fail (TALKS_IS_DISCLOSURE (self));

  if (open == talks_disclosure_get_open (self))
    return;
  if (open)
    fill (self);
  gtk_widget_set_visible (self->body, open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), open ? "pan-down-symbolic"
                                                              : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

void
talks_disclosure_refill (TalksDisclosure *self)
{
  g_return_if_fail (TALKS_IS_DISCLOSURE (self));

  talks_block_clear (self->body);
  self->filled = FALSE;
  if (talks_disclosure_get_open (self))
    fill (self);
}
