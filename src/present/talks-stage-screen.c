/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-stage-screen.h"

#include <glib/gi18n-lib.h>

#include "talks-keys-sheet.h"
#include "talks-present-button.h"
#include "talks-show.h"
#include "talks-stage-view.h"
#include "talks-wrap-layout.h"

#define REST 2500 /* milliseconds until the bar hides */

struct _TalksStageScreen
{
  GtkWidget          parent_instance;

  TalksPresentation *presentation;
  GtkWidget         *overlay;
  GtkWidget         *bar;    /* NULL: there is another screen for it */
  GtkWidget         *count;
  GtkWidget         *number;
  guint              hide;   /* source; 0 when the bar stays or is hidden */
  double             x;      /* of the pointer, when it moved last */
  double             y;
};

G_DEFINE_FINAL_TYPE (TalksStageScreen, talks_stage_screen, GTK_TYPE_WIDGET)

/* ---- the bar comes and goes ---- */

static gboolean
hide_cb (gpointer data)
{
  TalksStageScreen *self = TALKS_STAGE_SCREEN (data);

  self->hide = 0;
  /* Whoever goes through it by keyboard is not left without it. */
  if (gtk_widget_get_focus_child (self->bar) != NULL)
    return G_SOURCE_REMOVE;
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_cursor_from_name (self->overlay, "none");
  return G_SOURCE_REMOVE;
}

static void
show_bar (TalksStageScreen *self)
{
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_widget_set_cursor (self->overlay, NULL);
  g_clear_handle_id (&self->hide, g_source_remove);
  self->hide = g_timeout_add (REST, hide_cb, self);
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           TalksStageScreen         *self)
{
  /* What comes and goes under a pointer at rest is no movement of it. */
  if (x == self->x && y == self->y)
    return;
  self->x = x;
  self->y = y;
  if (!talks_presentation_is_pointing (self->presentation))
    show_bar (self);
}

/* At first the screen itself has the focus, and no button that Return would press. By Tab the bar is there to be gone
 * through, and after its last button the screen has the focus again. */
static gboolean
talks_stage_screen_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  TalksStageScreen *self = TALKS_STAGE_SCREEN (widget);

  if (self->bar == NULL || (!gtk_widget_is_focus (widget) && gtk_widget_get_focus_child (widget) == NULL))
    return gtk_widget_grab_focus (widget);
  show_bar (self);
  return gtk_widget_child_focus (self->bar, direction) || gtk_widget_grab_focus (widget);
}

/* What there is shows itself once. */
static void
talks_stage_screen_map (GtkWidget *widget)
{
  TalksStageScreen *self = TALKS_STAGE_SCREEN (widget);

  GTK_WIDGET_CLASS (talks_stage_screen_parent_class)->map (widget);
  if (self->bar != NULL)
    show_bar (self);
}

/* ---- what it says ---- */

static void
changed_cb (TalksStageScreen *self,
            guint             flags)
{
  const guint number = talks_presentation_get_number (self->presentation);
  g_autofree char *count = NULL;
  g_autofree char *typed = NULL;

  g_assert (TALKS_IS_STAGE_SCREEN (self));

  if (!(flags & (TALKS_PRESENTATION_STEP | TALKS_PRESENTATION_NUMBER | TALKS_PRESENTATION_CONTENT)))
    return;
  count = g_strdup_printf ("%u / %u", talks_presentation_get_step (self->presentation) + 1,
                           talks_presentation_get_n_steps (self->presentation));
  talks_show_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->number, number != 0);
  typed = g_strdup_printf (_("Step %u: Return"), number);
  talks_show_text (GTK_LABEL (self->number), typed);
}

static GtkWidget *
new_bar (TalksStageScreen *self)
{
  static const struct
  {
    TalksPresentCommand command;
    const char         *icon;
  } buttons[] = {
    { TALKS_PRESENT_PREVIOUS, "go-previous-symbolic" },
    { TALKS_PRESENT_NEXT, "go-next-symbolic" },
    { TALKS_PRESENT_BLACK, NULL },
    { TALKS_PRESENT_OUTCOMES, NULL },
    { TALKS_PRESENT_POINTER, NULL },
    { TALKS_PRESENT_ZOOM, NULL },
    { TALKS_PRESENT_SMALLER, "list-remove-symbolic" },
    { TALKS_PRESENT_LARGER, "list-add-symbolic" },
    { TALKS_PRESENT_SWAP, NULL }, /* to the notes */
    { TALKS_PRESENT_KEYS, NULL },
    { TALKS_PRESENT_END, NULL },
  };
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_layout_manager (bar, talks_wrap_layout_new (6));
  self->count = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->count), 8);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_box_append (GTK_BOX (bar), talks_present_button_new (self->presentation, buttons[i].command, buttons[i].icon));
      if (buttons[i].command == TALKS_PRESENT_PREVIOUS)
        gtk_box_append (GTK_BOX (bar), self->count);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Controls of the lesson"), -1);
  gtk_widget_add_css_class (bar, "talks-stage-bar");
  gtk_widget_set_visible (bar, FALSE);
  return bar;
}

/* At the bottom in the middle, in as many rows as it needs. The overlay itself gives a child all the width it likes. */
static gboolean
place_bar_cb (TalksStageScreen *self,
              GtkWidget        *child,
              GdkRectangle     *place)
{
  const int width = gtk_widget_get_width (self->overlay);
  const int height = gtk_widget_get_height (self->overlay);
  int least;
  int liked;

  if (child != self->bar)
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &liked, NULL, NULL);
  place->width = CLAMP (liked, least, MAX (least, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place->width, &least, &liked, NULL, NULL);
  place->height = liked;
  place->x = (width - place->width) / 2;
  place->y = height - place->height;
  return TRUE;
}

static void
add_controls (TalksStageScreen *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->bar = new_bar (self);
  self->number = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->number, "talks-stage-number");
  gtk_widget_set_halign (self->number, GTK_ALIGN_END);
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (place_bar_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->number);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->bar);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), talks_keys_sheet_new (self->presentation));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (self->presentation, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, TALKS_PRESENTATION_EVERYTHING);
}

/* ---- life ---- */

static void
talks_stage_screen_dispose (GObject *object)
{
  TalksStageScreen *self = TALKS_STAGE_SCREEN (object);

  g_clear_handle_id (&self->hide, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->presentation);

  G_OBJECT_CLASS (talks_stage_screen_parent_class)->dispose (object);
}

static void
talks_stage_screen_class_init (TalksStageScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_stage_screen_dispose;
  widget_class->focus = talks_stage_screen_focus;
  widget_class->map = talks_stage_screen_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "talks-stage-screen");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_stage_screen_init (TalksStageScreen *self)
{
  self->x = self->y = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lesson"), -1);
  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
}

GtkWidget *
talks_stage_screen_new (TalksPresentation *presentation,
                        gboolean           alone)
{
  TalksStageScreen *self;

  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (TALKS_TYPE_STAGE_SCREEN, NULL);
  self->presentation = g_object_ref (presentation);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), talks_stage_view_new (presentation, _("Stage")));
  if (alone)
    add_controls (self);
  return GTK_WIDGET (self);
}
