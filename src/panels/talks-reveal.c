/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-reveal.h"

#define SCROLLING "talks-reveal-scrolling"

typedef struct
{
  GtkWidget *child; /* weak; NULL: an item */
  guint      position;
  int        n_frames;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *self = data;

  g_clear_weak_pointer (&self->child);
  g_free (self);
}

static void
scroll_to_child (GtkWidget *scroller,
                 GtkWidget *child)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (child, content, &bounds))
    return;
  g_object_set_data (G_OBJECT (scroller), SCROLLING, scroller);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                             bounds.origin.y, bounds.origin.y + bounds.size.height);
  g_object_set_data (G_OBJECT (scroller), SCROLLING, NULL);
}

/* Called before a frame is laid out: at the second call the first one has been. */
static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Reveal *self = data;

  if (self->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  if (GTK_IS_LIST_VIEW (widget))
    gtk_widget_activate_action (widget, "list.scroll-to-item", "u", self->position);
  else if (self->child != NULL)
    scroll_to_child (widget, self->child);
  return G_SOURCE_REMOVE;
}

void
talks_reveal_child (GtkWidget *scroller,
                    GtkWidget *child)
{
  Reveal *self;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  g_return_if_fail (GTK_IS_WIDGET (child));

  self = g_new0 (Reveal, 1);
  g_set_weak_pointer (&self->child, child);
  gtk_widget_add_tick_callback (scroller, on_tick, self, reveal_free);
}

void
talks_reveal_item (GtkWidget *list,
                   guint      position)
{
  Reveal *self;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  self = g_new0 (Reveal, 1);
  self->position = position;
  gtk_widget_add_tick_callback (list, on_tick, self, reveal_free);
}

gboolean
talks_reveal_is_scrolling (GtkWidget *scroller)
{
  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scroller), FALSE);
  return g_object_get_data (G_OBJECT (scroller), SCROLLING) != NULL;
}
