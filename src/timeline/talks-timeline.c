/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-timeline-private.h"

#define MIN_CANVAS_WIDTH 160
#define MIN_CANVAS_HEIGHT 80

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_TOPIC,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  ACTIVATED,
  ADD_EVENT,
  EDIT_REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void talks_timeline_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TalksTimeline, talks_timeline, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      talks_timeline_scrollable_init))

static void
redraw_parts (TalksTimeline *self)
{
  gtk_widget_queue_draw (self->canvas);
  gtk_widget_queue_draw (self->lanes);
  gtk_widget_queue_draw (self->ruler);
  gtk_widget_queue_draw (self->overlay);
}

void
talks_timeline_relayout (TalksTimeline *self)
{
  if (!self->allocating)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ---- following the session ---- */

static void
session_changed (TalksTimeline *self,
                 guint          flags)
{
  if (flags & TALKS_SESSION_DOCUMENT)
    {
      /* What is dragged may be gone, or elsewhere. */
      if (self->drag == TALKS_DRAG_EDIT)
        talks_timeline_cancel_drag (self);
      talks_timeline_unbind_items (self);
      g_clear_pointer (&self->scene, talks_scene_unref);
    }
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_SESSION_TOPIC))
    {
      self->scene_stale = TRUE;
      self->hover = NULL;
      talks_timeline_drop_band (self);
    }
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_TOPIC))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOPIC]);
  if (flags & TALKS_SESSION_HIGHLIGHT)
    {
      self->generation++;
      redraw_parts (self);
    }
  if (flags & TALKS_SESSION_SELECTION)
    {
      self->reveal_row = TRUE;
      self->focus_selection = talks_timeline_has_focus_inside (self);
      talks_timeline_mark_selected (self);
    }
  if (flags & TALKS_SESSION_MARKS)
    {
      self->marks_serial++;
      talks_timeline_name_marks (self);
      talks_timeline_describe (self);
    }
  /* Somebody else moves the picture: whatever moved it before has to let go. */
  if (!self->moving && !self->allocating &&
      (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_SCALE | TALKS_SESSION_POSITION)) != 0)
    talks_timeline_stop_motion (self);

  if (flags & (TALKS_SESSION_SELECTION | TALKS_SESSION_AS_OF | TALKS_SESSION_MARKS))
    talks_timeline_redraw_overlay (self);
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_SESSION_TOPIC |
               TALKS_SESSION_SCALE | TALKS_SESSION_POSITION | TALKS_SESSION_SELECTION))
    talks_timeline_relayout (self);
}

/* ---- widget ---- */

static void
allocate_part (GtkWidget    *part,
               GdkRectangle  rect)
{
  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (part, &rect, -1);
}

/* Width, scene and positions are settled in one go: a zoom never shows the new scale at the old
 * position. */
static void
talks_timeline_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  GdkRectangle area;

  self->allocating = TRUE;
  /* First the sides, which only new names or another font change: the canvas has the rest. */
  talks_timeline_ensure_scene (self);
  area = talks_timeline_get_canvas_area (self);
  talks_session_set_width (self->session, area.width);
  talks_timeline_ensure_scene (self);
  talks_timeline_configure_adjustments (self);
  self->allocating = FALSE;

  allocate_part (self->canvas, area);
  allocate_part (self->ruler, (GdkRectangle) { area.x, 0, area.width, area.y });
  allocate_part (self->lanes, (GdkRectangle) { area.x == 0 ? area.width : 0, 0,
                                               self->header_width, height });
  allocate_part (self->overlay, (GdkRectangle) { 0, 0, width, height });
  talks_timeline_allocate_items (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->band_popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->band_popover));

  redraw_parts (self);
  talks_timeline_update_hover (self);
  talks_timeline_queue_items (self);
}

static void
talks_timeline_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = TALKS_TIMELINE (widget)->header_width + MIN_CANVAS_WIDTH;
      *natural = *minimum * 3;
    }
  else
    {
      *minimum = TALKS_TIMELINE (widget)->ruler_height + MIN_CANVAS_HEIGHT;
      *natural = *minimum * 4;
    }
}

static void
talks_timeline_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  GTK_WIDGET_CLASS (talks_timeline_parent_class)->css_changed (widget, change);
  if (self->font_serial != pango_context_get_serial (gtk_widget_get_pango_context (widget)))
    talks_timeline_relayout (self);
}

static void
talks_timeline_direction_changed (GtkWidget        *widget,
                                  GtkTextDirection  previous)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  GTK_WIDGET_CLASS (talks_timeline_parent_class)->direction_changed (widget, previous);
  talks_session_set_mirrored (self->session,
                              gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  talks_timeline_relayout (self);
}

/* One stop for Tab: the arrow keys move within. */
static gboolean
talks_timeline_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  if (talks_timeline_has_focus_inside (self))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
talks_timeline_grab_focus (GtkWidget *widget)
{
  return talks_timeline_focus_current (TALKS_TIMELINE (widget));
}

static gboolean
talks_timeline_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  const TalksItem *item = keyboard ? talks_timeline_find_selected (self) : self->hover;
  g_autofree char *text = NULL;
  TalksRect rect;

  if (item == NULL || self->drag != TALKS_DRAG_NONE || talks_timeline_has_popup (self))
    return FALSE;
  text = talks_timeline_item_to_tooltip (self->scene, item, self->context);
  if (text == NULL)
    return FALSE;

  rect = talks_timeline_get_item_rect (self, item);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) rect.x, (int) rect.y,
                                                       (int) rect.width, (int) rect.height });
  return TRUE;
}

static void
talks_timeline_unmap (GtkWidget *widget)
{
  talks_timeline_stop_motion (TALKS_TIMELINE (widget));

  GTK_WIDGET_CLASS (talks_timeline_parent_class)->unmap (widget);
}

static gboolean
talks_timeline_get_border (GtkScrollable *scrollable,
                           GtkBorder     *border)
{
  GdkRectangle area = talks_timeline_get_canvas_area (TALKS_TIMELINE (scrollable));

  *border = (GtkBorder) { 0 };
  border->top = (gint16) area.y;
  if (area.x > 0)
    border->left = (gint16) area.x;
  else
    border->right = (gint16) TALKS_TIMELINE (scrollable)->header_width;
  return TRUE;
}

static void
talks_timeline_scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = talks_timeline_get_border;
}

/* ---- object ---- */

static void
talks_timeline_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TalksTimeline *self = TALKS_TIMELINE (object);

  switch (id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_TOPIC:
      /* The state of an action can not be NULL. */
      g_value_set_string (value, talks_session_get_topic (self->session) != NULL
                                   ? talks_session_get_topic (self->session) : "");
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
talks_timeline_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TalksTimeline *self = TALKS_TIMELINE (object);

  switch (id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_TOPIC:
      talks_session_set_topic (self->session, g_value_get_string (value));
      break;
    case PROP_HADJUSTMENT:
      talks_timeline_set_hadjustment (self, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      talks_timeline_set_vadjustment (self, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
talks_timeline_constructed (GObject *object)
{
  TalksTimeline *self = TALKS_TIMELINE (object);

  G_OBJECT_CLASS (talks_timeline_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed), self,
                           G_CONNECT_SWAPPED);
  talks_session_set_mirrored (self->session, gtk_widget_get_direction (GTK_WIDGET (self)) ==
                                               GTK_TEXT_DIR_RTL);
  talks_timeline_describe (self);
}

static void
talks_timeline_dispose (GObject *object)
{
  TalksTimeline *self = TALKS_TIMELINE (object);

  talks_timeline_stop_motion (self);
  g_clear_handle_id (&self->announce_id, g_source_remove);
  if (self->edge_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_id);
  self->edge_id = 0;
  talks_timeline_clear_items (self);
  talks_timeline_set_edit_handler (self, NULL, NULL, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->band_popover, gtk_widget_unparent);
  g_clear_pointer (&self->canvas, gtk_widget_unparent);
  g_clear_pointer (&self->lanes, gtk_widget_unparent);
  g_clear_pointer (&self->ruler, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (talks_timeline_parent_class)->dispose (object);
}

static void
talks_timeline_finalize (GObject *object)
{
  TalksTimeline *self = TALKS_TIMELINE (object);

  g_clear_pointer (&self->scene, talks_scene_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->session);
  g_free (self->menu_id);
  g_free (self->chosen_id);
  g_free (self->edit_id);
  g_free (self->edit_words);
  g_clear_pointer (&self->edit_date, talks_date_unref);
  g_clear_pointer (&self->edit_events, g_ptr_array_unref);

  G_OBJECT_CLASS (talks_timeline_parent_class)->finalize (object);
}

static void
talks_timeline_class_init (TalksTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = talks_timeline_constructed;
  object_class->get_property = talks_timeline_get_property;
  object_class->set_property = talks_timeline_set_property;
  object_class->dispose = talks_timeline_dispose;
  object_class->finalize = talks_timeline_finalize;

  widget_class->measure = talks_timeline_measure;
  widget_class->size_allocate = talks_timeline_size_allocate;
  widget_class->css_changed = talks_timeline_css_changed;
  widget_class->direction_changed = talks_timeline_direction_changed;
  widget_class->focus = talks_timeline_focus;
  widget_class->grab_focus = talks_timeline_grab_focus;
  widget_class->query_tooltip = talks_timeline_query_tooltip;
  widget_class->unmap = talks_timeline_unmap;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TALKS_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* The session's, for the menu. */
  properties[PROP_TOPIC] =
    g_param_spec_string ("topic", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[ACTIVATED] = g_signal_new ("activated", TALKS_TYPE_TIMELINE, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ADD_EVENT] = g_signal_new ("add-event", TALKS_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[EDIT_REFUSED] = g_signal_new ("edit-refused", TALKS_TYPE_TIMELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "talks-timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  talks_timeline_class_add_actions (widget_class);
  talks_timeline_class_add_menu (widget_class);
  talks_timeline_class_add_editing (widget_class);
  talks_timeline_class_add_marks (widget_class);
}

static void
talks_timeline_init (TalksTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->palette = talks_palette_get (TALKS_THEME_LIGHT);
  self->debug = g_strcmp0 (g_getenv ("TALKS_DEBUG"), "frames") == 0;
  self->scene_stale = TRUE;
  self->header_width = (int) TALKS_LANE_HEADER_WIDTH;
  self->ruler_height = (int) TALKS_RULER_HEIGHT;

  self->canvas = g_object_new (TALKS_TYPE_TIMELINE_CANVAS, NULL);
  self->lanes = g_object_new (TALKS_TYPE_TIMELINE_LANES, NULL);
  self->ruler = g_object_new (TALKS_TYPE_TIMELINE_RULER, NULL);
  self->overlay = g_object_new (TALKS_TYPE_TIMELINE_OVERLAY, NULL);
  gtk_widget_set_parent (self->canvas, widget);
  gtk_widget_set_parent (self->lanes, widget);
  gtk_widget_set_parent (self->ruler, widget);
  gtk_widget_set_parent (self->overlay, widget);

  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  talks_timeline_add_gestures (self);
}

GtkWidget *
talks_timeline_new (TalksSession *session)
{
  g_return_val_if_fail (TALKS_IS_SESSION (session), NULL);

  return g_object_new (TALKS_TYPE_TIMELINE, "session", session, NULL);
}

void
talks_timeline_set_palette (TalksTimeline      *self,
                            const TalksPalette *palette)
{
  g_return_if_fail (TALKS_IS_TIMELINE (self));
  g_return_if_fail (palette != NULL);

  if (self->palette == palette)
    return;
  self->palette = palette;
  self->generation++;
  redraw_parts (self);
}

void
talks_timeline_reveal_selection (TalksTimeline *self)
{
  g_return_if_fail (TALKS_IS_TIMELINE (self));

  self->reveal_row = TRUE;
  talks_timeline_relayout (self);
}

TalksScene *
talks_timeline_get_scene (TalksTimeline *self)
{
  g_return_val_if_fail (TALKS_IS_TIMELINE (self), NULL);

  talks_timeline_ensure_scene (self);
  return self->scene;
}
