/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-projection-bar.h"

#include <glib/gi18n-lib.h>

#include "talks-show.h"

typedef struct
{
  GtkWidget       *bar;
  GtkWidget       *views[TALKS_N_PROJECTION_VIEWS];
  GtkWidget       *follow;
  GtkWidget       *show;
  GtkWidget       *up;
  GtkWidget       *down;
  GtkWidget       *black;
  TalksProjection *projection;
  gboolean         is_updating;
} ProjectionBar;

static void
projection_bar_free (gpointer data)
{
  ProjectionBar *self = data;

  g_clear_object (&self->projection);
  g_free (self);
}

static void
update (ProjectionBar *self)
{
  const gboolean following = talks_projection_get_following (self->projection);
  const gboolean has_pages = talks_projection_get_view (self->projection) != TALKS_PROJECTION_TIMELINE;

  self->is_updating = TRUE;
  for (int i = 0; i < TALKS_N_PROJECTION_VIEWS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->views[i]),
                                  (int) talks_projection_get_view (self->projection) == i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->follow), following);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->black), talks_projection_get_black (self->projection));
  gtk_widget_set_sensitive (self->show, !following);
  gtk_widget_set_sensitive (self->up, has_pages);
  gtk_widget_set_sensitive (self->down, has_pages);
  self->is_updating = FALSE;
}

static void
toggled_cb (GtkToggleButton *button,
            ProjectionBar   *self)
{
  const gboolean active = gtk_toggle_button_get_active (button);

  if (self->is_updating)
    return;
  if (GTK_WIDGET (button) == self->follow)
    talks_projection_set_following (self->projection, active);
  else if (GTK_WIDGET (button) == self->black)
    talks_projection_set_black (self->projection, active);
  for (int i = 0; i < TALKS_N_PROJECTION_VIEWS; i++)
    if (GTK_WIDGET (button) == self->views[i] && active)
      talks_projection_set_view (self->projection, (TalksProjectionView) i);
  update (self);
}

static GtkWidget *
new_toggle (ProjectionBar *self,
            const char    *label,
            const char    *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "talks-button");
  talks_show_tooltip (button, tooltip);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->bar), button);
  return button;
}

static GtkWidget *
new_button (ProjectionBar *self,
            const char    *label,
            const char    *tooltip,
            GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "talks-button");
  talks_show_tooltip (button, tooltip);
  g_signal_connect_swapped (button, "clicked", clicked, self->projection);
  gtk_box_append (GTK_BOX (self->bar), button);
  return button;
}

static void
page_up (TalksProjection *projection)
{
  talks_projection_scroll_page (projection, -1);
}

static void
page_down (TalksProjection *projection)
{
  talks_projection_scroll_page (projection, 1);
}

static GtkWidget *
new_page_button (ProjectionBar *self,
                 const char    *icon,
                 const char    *name,
                 const char    *tooltip,
                 GCallback      clicked)
{
  GtkWidget *button = new_button (self, "", tooltip, clicked);

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  talks_show_name (button, name);
  return button;
}

static void
ended_cb (GtkWidget *bar)
{
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (bar)), bar);
}

static void
changed_cb (GtkWidget *bar)
{
  update (g_object_get_data (G_OBJECT (bar), "talks-projection-bar"));
}

GtkWidget *
talks_projection_bar_new (TalksProjection *projection)
{
  ProjectionBar *self = g_new0 (ProjectionBar, 1);
  GtkWidget *label = gtk_label_new (_("On the projector:"));
  GtkWidget *end;

  g_return_val_if_fail (TALKS_IS_PROJECTION (projection), NULL);

  self->projection = g_object_ref (projection);
  self->bar = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 8, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("On the projector"), -1);
  gtk_widget_add_css_class (self->bar, "talks-projection-bar");
  gtk_box_append (GTK_BOX (self->bar), label);
  self->is_updating = TRUE;
  for (int i = 0; i < TALKS_N_PROJECTION_VIEWS; i++)
    {
      self->views[i] = new_toggle (self, talks_projection_view_get_title ((TalksProjectionView) i), NULL);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->views[i]), GTK_TOGGLE_BUTTON (self->views[0]));
    }
  self->follow = new_toggle (self, _("Follow"), _("What you select, zoom, open and scroll here is seen there at once"));
  self->show = new_button (self, _("Show Now"), _("Show there what is seen here"), G_CALLBACK (talks_projection_show_now));
  self->up = new_page_button (self, "go-up-symbolic", _("A page up on the projector"),
                              _("A page up on the projector (Page Up there)"), G_CALLBACK (page_up));
  self->down = new_page_button (self, "go-down-symbolic", _("A page down on the projector"),
                                _("A page down on the projector (Page Down there)"), G_CALLBACK (page_down));
  self->black = new_toggle (self, _("Black Screen"), NULL);
  end = new_button (self, _("End"), _("Close the projector’s window (Esc there)"), G_CALLBACK (talks_projection_end));
  gtk_widget_set_hexpand (end, TRUE);
  gtk_widget_set_halign (end, GTK_ALIGN_END);
  update (self);
  g_object_set_data_full (G_OBJECT (self->bar), "talks-projection-bar", self, projection_bar_free);
  g_signal_connect_object (projection, "changed", G_CALLBACK (changed_cb), self->bar, G_CONNECT_SWAPPED);
  g_signal_connect_object (projection, "ended", G_CALLBACK (ended_cb), self->bar, G_CONNECT_SWAPPED);
  return self->bar;
}
