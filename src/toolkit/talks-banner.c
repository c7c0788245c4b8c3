/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-banner.h"

#include <glib/gi18n-lib.h>

struct _TalksBanner
{
  GtkWidget  parent_instance;
  GtkWidget *revealer;
  GtkWidget *box;
  GtkWidget *labels[2]; /* by TalksBannerStyle, one of them seen: the role of a widget is for life */
  GtkWidget *label;     /* that one */
  GtkWidget *button;
  GtkWidget *actions;   /* a box of buttons */
};

enum
{
  BUTTON_CLICKED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksBanner, talks_banner, GTK_TYPE_WIDGET)

static void
button_clicked (TalksBanner *self)
{
  talks_banner_hide (self);
  g_signal_emit (self, signals[BUTTON_CLICKED], 0);
}

static void
close_clicked (TalksBanner *self)
{
  talks_banner_hide (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
talks_banner_dispose (GObject *object)
{
  TalksBanner *self = TALKS_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  self->label = NULL;

  G_OBJECT_CLASS (talks_banner_parent_class)->dispose (object);
}

static void
talks_banner_class_init (TalksBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_banner_dispose;

  signals[BUTTON_CLICKED] = g_signal_new ("button-clicked", TALKS_TYPE_BANNER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", TALKS_TYPE_BANNER, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "talks-banner");
}

static GtkWidget *
new_label (GtkAccessibleRole role)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "accessible-role", role,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "xalign", 0.0,
                       "hexpand", TRUE,
                       "visible", FALSE,
                       NULL);
}

/* What is out of sight is nothing to tab to, nor to read aloud. */
static void
child_revealed_cb (TalksBanner *self)
{
  gtk_widget_set_visible (self->box,
                          gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer))
                            || gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)));
}

static void
talks_banner_init (TalksBanner *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "strip");

  for (int i = 0; i < (int) G_N_ELEMENTS (self->labels); i++)
    {
      self->labels[i] = new_label (i == TALKS_BANNER_ERROR ? GTK_ACCESSIBLE_ROLE_ALERT
                                                           : GTK_ACCESSIBLE_ROLE_STATUS);
      gtk_box_append (GTK_BOX (self->box), self->labels[i]);
    }
  self->label = self->labels[TALKS_BANNER_INFO];

  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked), self);
  gtk_box_append (GTK_BOX (self->box), self->button);

  self->actions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->actions, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->actions);

  gtk_button_set_has_frame (GTK_BUTTON (close), FALSE);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close this message"),
                                  -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_clicked), self);
  gtk_box_append (GTK_BOX (self->box), close);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (self->box, FALSE);
  g_signal_connect_object (self->revealer, "notify::child-revealed", G_CALLBACK (child_revealed_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
talks_banner_new (void)
{
  return g_object_new (TALKS_TYPE_BANNER, NULL);
}

static void
set_label (TalksBanner      *self,
           TalksBannerStyle  style,
           const char       *text)
{
  self->label = self->labels[style];
  gtk_label_set_text (GTK_LABEL (self->label), text);
  /* Newer GTKs take no name for these roles from the words. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  for (int i = 0; i < (int) G_N_ELEMENTS (self->labels); i++)
    gtk_widget_set_visible (self->labels[i], self->labels[i] == self->label);
}

static void
set_actions (TalksBanner             *self,
             const TalksBannerAction *actions,
             size_t                   n_actions)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->actions)) != NULL)
    gtk_box_remove (GTK_BOX (self->actions), child);
  for (size_t i = 0; i < n_actions; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (actions[i].label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), actions[i].action);
      gtk_box_append (GTK_BOX (self->actions), button);
    }
  gtk_widget_set_visible (self->actions, n_actions > 0);
}

void
talks_banner_show_actions (TalksBanner             *self,
                           TalksBannerStyle         style,
                           const char              *text,
                           const TalksBannerAction *actions,
                           size_t                   n_actions)
{
  g_return_if_fail (TALKS_IS_BANNER (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (actions != NULL || n_actions == 0);

  talks_banner_show (self, style, text, NULL);
  set_actions (self, actions, n_actions);
}

void
talks_banner_show (TalksBanner      *self,
                   TalksBannerStyle  style,
                   const char       *text,
                   const char       *button)
{
  g_return_if_fail (TALKS_IS_BANNER (self));
  g_return_if_fail (text != NULL);

  set_label (self, style, text);
  set_actions (self, NULL, 0);
  gtk_widget_remove_css_class (self->box, style == TALKS_BANNER_ERROR ? "info" : "error");
  gtk_widget_add_css_class (self->box, style == TALKS_BANNER_ERROR ? "error" : "info");
  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), button);
  gtk_widget_set_visible (self->box, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

void
talks_banner_hide (TalksBanner *self)
{
  g_return_if_fail (TALKS_IS_BANNER (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  child_revealed_cb (self);
}

const char *
talks_banner_get_text (TalksBanner *self)
{
  g_return_val_if_fail (TALKS_IS_BANNER (self), NULL);

  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    return NULL;
  return gtk_label_get_label (GTK_LABEL (self->label));
}
