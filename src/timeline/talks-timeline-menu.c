/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pops up over the timeline: the context menu, and the offer to zoom to a chosen span. */

#include "talks-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-compat.h"
#include "talks-date-words.h"
#include "talks-shown.h"

#define ZOOM_HERE_FACTOR 4.0

/* ---- context menu ---- */

/* The quiet period that holds day; −1: none. */
static int
find_quiet (TalksTimeline *self,
            double         day)
{
  GArray *quiet = talks_session_get_quiet (self->session);

  for (guint i = 0; i < quiet->len; i++)
    if (talks_span_contains (g_array_index (quiet, TalksSpan, i), (TalksDay) floor (day)))
      return (int) i;
  return -1;
}

static void
set_date_here (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  talks_session_set_as_of (self->session, (TalksDay) floor (self->menu_day));
}

static void
toggle_fold (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  int quiet = find_quiet (self, self->menu_day);

  if (quiet >= 0)
    talks_session_set_folded (self->session, (guint) quiet,
                              !talks_session_is_folded (self->session, (guint) quiet));
}

static void
zoom_here (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  self->zoom_room = 0;
  talks_timeline_zoom (self, ZOOM_HERE_FACTOR, self->menu_day, TRUE);
  talks_timeline_queue_announce (self);
}

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  TalksDocument *document = talks_session_get_document (self->session);
  TalksRecord *record = talks_document_lookup (document, self->menu_id);
  const TalksItem *item = NULL;
  g_autofree char *text = NULL;

  talks_timeline_ensure_scene (self);
  if (record != NULL)
    item = talks_scene_find (self->scene, record);
  if (item != NULL)
    text = talks_timeline_item_to_text (self->scene, item);
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
copy_marked (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  g_autoptr (GPtrArray) events = talks_session_list_marked (self->session);
  g_autofree char *text = talks_timeline_events_to_text ((TalksEvent **) events->pdata, events->len,
                                                         talks_session_get_language (self->session));

  if (events->len > 0)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

/* What the menu, or the key, is for. */
static void
aim_at (TalksTimeline   *self,
        const TalksItem *item)
{
  const TalksEvent *event = item != NULL ? talks_timeline_item_first_event (item) : NULL;

  g_clear_pointer (&self->menu_id, g_free);
  if (item != NULL && item->record != NULL)
    self->menu_id = g_strdup (item->record->id);
  else if (event != NULL)
    self->menu_id = g_strdup (event->record.id);
}

const TalksItem *
talks_timeline_get_current_item (TalksTimeline *self)
{
  TalksTimelineItem *focused = talks_timeline_get_focus_item (self);

  if (focused != NULL)
    return talks_timeline_item_get_item (focused);
  return talks_timeline_find_selected (self);
}

/* What is marked, or else what has the focus or is selected. */
static gboolean
key_copy (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  if (talks_session_count_marked (self->session) > 0)
    {
      copy_marked (widget, "timeline.copy-marked", NULL);
      return TRUE;
    }
  aim_at (self, talks_timeline_get_current_item (self));
  copy (widget, "timeline.copy", NULL);
  return TRUE;
}

static GMenuModel *
make_topics (TalksTimeline *self)
{
  TalksDocument *document = talks_session_get_document (self->session);
  GPtrArray *topics = talks_document_get_records (document, TALKS_RECORD_TOPIC);
  const char *language = talks_session_get_language (self->session);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < topics->len; i++)
    {
      const TalksTopic *topic = g_ptr_array_index (topics, i);
      g_autofree char *name = talks_shown_dup_line (talks_text_show (topic->name, language));
      g_auto(GStrv) parts = g_strsplit (name, "_", -1);
      /* A name has no mnemonic. */
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "timeline.topic", "s", topic->record.id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
append_aimed (TalksTimeline *self,
              GMenu         *menu,
              const char    *label,
              const char    *action)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", self->menu_id);
  g_menu_append_item (menu, item);
}

/* For one of the marked events, or beside all: what is done to them together. */
static void
append_marked (TalksTimeline   *self,
               GMenu           *menu,
               const TalksItem *item)
{
  guint n = talks_session_count_marked (self->session);
  g_autoptr(GMenu) marked = g_menu_new ();
  g_autofree char *copied = NULL;
  g_autofree char *duplicate = NULL;
  g_autofree char *delete = NULL;

  if (n == 0 || (item != NULL && talks_timeline_count_marks (self, item) == 0))
    return;
  copied = g_strdup_printf (ngettext ("Copy %u Marked Event", "Copy %u Marked Events", n), n);
  g_menu_append (marked, copied, "timeline.copy-marked");
  duplicate = g_strdup_printf (ngettext ("Duplicate %u Marked Event", "Duplicate %u Marked Events", n), n);
  delete = g_strdup_printf (ngettext ("Delete %u Marked Event…", "Delete %u Marked Events…", n), n);
  if (self->edit_handler != NULL)
    {
      g_menu_append (marked, duplicate, "timeline.duplicate-marked");
      g_menu_append (marked, delete, "editor.delete-marked");
    }
  g_menu_append (marked, _("Unmark All"), "timeline.clear-marks");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marked));
}

static void
append_marking (TalksTimeline   *self,
                GMenu           *menu,
                const TalksItem *item)
{
  g_autoptr(GMenu) marking = g_menu_new ();

  if (item != NULL && item->record != NULL && item->record->kind == TALKS_RECORD_EVENT)
    g_menu_append (marking,
                   talks_session_is_marked (self->session, item->record->id) ? _("Unmark This Event")
                                                                             : _("Mark This Event"),
                   "timeline.toggle-mark");
  g_menu_append (marking, *talks_session_get_query (self->session) != '\0' ? _("Mark All Found Events")
                                                                           : _("Mark All Events"),
                 "timeline.mark-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marking));
}

static void
append_editing (TalksTimeline   *self,
                GMenu           *menu,
                const TalksItem *item)
{
  g_autoptr(GMenu) editing = g_menu_new ();
  gboolean is_one = item == NULL || talks_timeline_count_marks (self, item) == 0
                    || talks_session_count_marked (self->session) < 2;

  if (item != NULL && item->record != NULL && !is_one)
    append_aimed (self, editing, _("Edit…"), "editor.edit");
  else if (item != NULL && item->record != NULL)
    {
      append_aimed (self, editing, _("Edit…"), "editor.edit");
      if (item->record->kind == TALKS_RECORD_EVENT)
        g_menu_append (editing, _("Duplicate"), "timeline.duplicate");
      append_aimed (self, editing, _("Delete…"), "editor.delete");
    }
  g_menu_append (editing, _("Add Event Here…"), "timeline.add-here");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (editing));
}

static GMenuModel *
make_menu (TalksTimeline   *self,
           const TalksItem *item)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) view = g_menu_new ();
  g_autoptr(GMenu) record = g_menu_new ();
  g_autofree char *date = talks_day_to_words ((TalksDay) floor (self->menu_day),
                                              TALKS_DATE_STYLE_MEDIUM);
  g_autofree char *set_date = NULL;
  g_autoptr(GMenuModel) topics = make_topics (self);
  int quiet = find_quiet (self, self->menu_day);

  /* Translators: a menu item; %s is a date. It moves the date that all panels show. */
  set_date = g_strdup_printf (_("Show the State on %s"), date);
  g_menu_append (view, set_date, "timeline.set-date-here");
  g_menu_append (view, _("Zoom In Here"), "timeline.zoom-here");
  if (quiet >= 0)
    g_menu_append (view, talks_session_is_folded (self->session, (guint) quiet)
                           ? _("Unfold This Quiet Period")
                           : _("Fold This Quiet Period"),
                   "timeline.toggle-fold");
  if (g_menu_model_get_n_items (topics) > 1)
    /* Translators: a submenu with the topics of positions */
    g_menu_append_submenu (view, _("Positions On"), topics);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (view));

  if (item != NULL && item->kind != TALKS_ITEM_FOLD)
    {
      g_menu_append (record, item->kind == TALKS_ITEM_CLUSTER ? _("Copy Titles and Dates")
                                                              : _("Copy Title and Date"),
                     "timeline.copy");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (record));
    }
  append_marked (self, menu, item);
  append_marking (self, menu, item);
  if (self->edit_handler != NULL)
    append_editing (self, menu, item);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
popup (TalksTimeline *self,
       GMenuModel    *model,
       double         x,
       double         y)
{
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      talks_compat_keep_focus (GTK_POPOVER (self->menu));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
talks_timeline_popup_menu (TalksTimeline   *self,
                           const TalksItem *item,
                           double           x,
                           double           y)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  g_autoptr(GMenuModel) model = NULL;

  aim_at (self, item);
  self->menu_x = x;
  self->menu_y = y;
  self->menu_day = CLAMP (talks_timeline_x_to_day (self, CLAMP (x, area.x, area.x + area.width)),
                          (double) viewport->extent.start, (double) viewport->extent.end - 1);

  model = make_menu (self, item);
  popup (self, model, x, y);
}

void
talks_timeline_popup_topics (TalksTimeline *self,
                             double         x,
                             double         y)
{
  g_autoptr(GMenuModel) topics = make_topics (self);

  if (g_menu_model_get_n_items (topics) > 0)
    popup (self, topics, x, y);
}

/* By key: at what has the focus, else in the middle. */
static void
menu (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  const TalksItem *item = talks_timeline_get_current_item (self);
  double x = area.x + area.width / 2.0;
  double y = area.y + area.height / 2.0;
  TalksRect rect;

  if (item != NULL)
    {
      rect = talks_timeline_get_item_rect (self, item);
      x = CLAMP (rect.x + (item->mark_x - item->bounds.x), area.x, area.x + area.width);
      y = CLAMP (rect.y + rect.height, area.y, area.y + area.height);
    }
  talks_timeline_popup_menu (self, item, x, y);
}

void
talks_timeline_class_add_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.menu", NULL, menu);
  gtk_widget_class_install_action (widget_class, "timeline.set-date-here", NULL, set_date_here);
  gtk_widget_class_install_action (widget_class, "timeline.toggle-fold", NULL, toggle_fold);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-here", NULL, zoom_here);
  gtk_widget_class_install_action (widget_class, "timeline.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "timeline.copy-marked", NULL, copy_marked);
  gtk_widget_class_install_property_action (widget_class, "timeline.topic", "topic");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "timeline.menu", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, key_copy, NULL);
}

/* ---- the chosen span ---- */

static void
band_closed (TalksTimeline *self)
{
  self->has_band = FALSE;
  talks_timeline_redraw_overlay (self);
}

static void
zoom_clicked (TalksTimeline *self)
{
  double from = MIN (self->band_from, self->band_to);
  double to = MAX (self->band_from, self->band_to);

  gtk_popover_popdown (GTK_POPOVER (self->band_popover));
  talks_timeline_stop_motion (self);
  talks_session_show (self->session, from, to);
  talks_timeline_queue_announce (self);
}

static void
make_band_popover (TalksTimeline *self)
{
  GtkWidget *button = gtk_button_new ();

  self->band_popover = gtk_popover_new ();
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (zoom_clicked), self);
  gtk_popover_set_child (GTK_POPOVER (self->band_popover), button);
  gtk_popover_set_default_widget (GTK_POPOVER (self->band_popover), button);
  gtk_popover_set_position (GTK_POPOVER (self->band_popover), GTK_POS_BOTTOM);
  g_signal_connect_swapped (self->band_popover, "closed", G_CALLBACK (band_closed), self);
  gtk_widget_set_parent (self->band_popover, GTK_WIDGET (self));
}

void
talks_timeline_offer_zoom (TalksTimeline *self,
                           double         x,
                           double         y)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  double from = MIN (self->band_from, self->band_to);
  double to = MAX (self->band_from, self->band_to);
  g_autofree char *from_words = talks_day_to_words ((TalksDay) floor (from),
                                                    TALKS_DATE_STYLE_MEDIUM);
  g_autofree char *to_words = talks_day_to_words ((TalksDay) floor (to), TALKS_DATE_STYLE_MEDIUM);
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (self->band_popover == NULL)
    make_band_popover (self);
  button = gtk_popover_get_child (GTK_POPOVER (self->band_popover));

  /* Translators: a button; first and last date of the span it zooms to */
  label = g_strdup_printf (_("Zoom to %1$s – %2$s"), from_words, to_words);
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->band_popover),
                               &(GdkRectangle) {
                                 (int) CLAMP (x, area.x, area.x + area.width),
                                 (int) CLAMP (y, area.y, area.y + area.height), 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->band_popover));
  gtk_widget_grab_focus (button);
}

void
talks_timeline_drop_band (TalksTimeline *self)
{
  if (self->band_popover != NULL && gtk_widget_get_visible (self->band_popover))
    gtk_popover_popdown (GTK_POPOVER (self->band_popover));
  if (self->has_band)
    band_closed (self);
}

gboolean
talks_timeline_has_popup (TalksTimeline *self)
{
  return (self->menu != NULL && gtk_widget_get_visible (self->menu)) ||
         (self->band_popover != NULL && gtk_widget_get_visible (self->band_popover));
}
