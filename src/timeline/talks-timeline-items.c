/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pool of stand-ins.
 *
 * What is in view has one each, in the order of time. They are changed in a timeout, never while
 * allocating, so that a fling does not rebind them in every frame; until then they move with the
 * picture. The one with the focus stays, in view or not: it is where the reader is. */

#include "talks-timeline-private.h"

#include <string.h>

#define UPDATE_MS 60
#define MAX_ITEMS 400 /* nobody listens to more; the outline of the document has them all */

/* ---- focus ---- */

gboolean
talks_timeline_has_focus_inside (TalksTimeline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self) ||
                           gtk_widget_get_parent (focus) == GTK_WIDGET (self));
}

TalksTimelineItem *
talks_timeline_get_focus_item (TalksTimeline *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && TALKS_IS_TIMELINE_ITEM (focus) &&
      gtk_widget_get_parent (focus) == GTK_WIDGET (self))
    return TALKS_TIMELINE_ITEM (focus);
  return NULL;
}

/* ---- keys ---- */

/* What stays the same when a scene is made anew. */
static char *
item_to_key (const TalksItem *item)
{
  if (item->record != NULL)
    return g_strdup (item->record->id);
  if (item->kind == TALKS_ITEM_CLUSTER)
    return g_strdup_printf ("cluster %s", talks_timeline_item_first_event (item)->record.id);
  return g_strdup_printf ("fold %" G_GINT64_FORMAT, (gint64) item->span.start);
}

/* ---- collecting ---- */

static TalksTimelineView
get_view (TalksTimeline *self)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);

  return (TalksTimelineView) {
    .scene = self->counters.scenes,
    .dx = talks_timeline_get_dx (self),
    .dy = talks_timeline_get_dy (self),
    .width = area.width,
    .height = area.height,
  };
}

typedef struct
{
  double     top; /* of what is scrolled to */
  double     bottom;
  GPtrArray *items; /* of const TalksItem * */
} Collect;

static void
collect_item (const TalksItem *item,
              gpointer         data)
{
  Collect *collect = data;

  if (item->bounds.y < collect->bottom && item->bounds.y + item->bounds.height > collect->top)
    g_ptr_array_add (collect->items, (gpointer) item);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const TalksItem *one = *(const TalksItem * const *) a;
  const TalksItem *two = *(const TalksItem * const *) b;

  if (one->span.start != two->span.start)
    return one->span.start < two->span.start ? -1 : 1;
  return (one->bounds.y > two->bounds.y) - (one->bounds.y < two->bounds.y);
}

static GPtrArray *
collect_in_view (TalksTimeline *self)
{
  GdkRectangle area = talks_timeline_get_canvas_area (self);
  double dx = talks_timeline_get_dx (self);
  double dy = talks_timeline_get_dy (self);
  Collect collect = { dy, dy + area.height, g_ptr_array_new () };

  talks_scene_foreach (self->scene, dx, dx + area.width, collect_item, &collect);
  g_ptr_array_sort (collect.items, compare_items);
  if (collect.items->len > MAX_ITEMS)
    g_ptr_array_set_size (collect.items, MAX_ITEMS);
  return collect.items;
}

/* ---- binding ---- */

static GtkWidget *
take_spare (TalksTimeline *self)
{
  GtkWidget *widget;

  if (self->spare_items->len > 0)
    widget = g_ptr_array_steal_index_fast (self->spare_items, self->spare_items->len - 1);
  else
    {
      widget = talks_timeline_item_new ();
      gtk_widget_set_parent (widget, GTK_WIDGET (self));
    }
  gtk_widget_set_visible (widget, TRUE);
  return widget;
}

/* The stand-in for item, taken from those so far if it has one. */
static GtkWidget *
bind_item (TalksTimeline   *self,
           GHashTable      *before,
           const TalksItem *item)
{
  g_autofree char *key = item_to_key (item);
  gpointer old_key = NULL;
  gpointer widget = g_hash_table_lookup (self->items, key);

  if (widget != NULL)
    return widget;
  if (g_hash_table_steal_extended (before, key, &old_key, &widget))
    g_free (old_key);
  else
    widget = take_spare (self);
  talks_timeline_item_bind (widget, self->scene, item);
  g_hash_table_insert (self->items, g_steal_pointer (&key), widget);
  return widget;
}

/* The record behind a key; NULL for a fold. */
static const TalksRecord *
key_to_record (TalksTimeline *self,
               const char    *key)
{
  if (g_str_has_prefix (key, "cluster "))
    key += strlen ("cluster ");
  return talks_document_lookup (talks_scene_get_document (self->scene), key);
}

/* Keeps the focused stand-in on its record, wherever that is now. */
static void
rebind_focused (TalksTimeline *self,
                GHashTable    *before)
{
  TalksTimelineItem *focused = talks_timeline_get_focus_item (self);
  GHashTableIter iter;
  gpointer key;
  gpointer widget;

  if (focused == NULL)
    return;
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &key, &widget))
    if (widget == focused)
      {
        const TalksRecord *record = key_to_record (self, key);
        const TalksItem *item = record != NULL ? talks_scene_find (self->scene, record) : NULL;

        if (item == NULL)
          return;
        g_hash_table_iter_steal (&iter);
        g_free (key);
        talks_timeline_item_bind (focused, self->scene, item);
        g_hash_table_insert (self->items, item_to_key (item), focused);
        return;
      }
}

static void
retire (TalksTimeline *self,
        GtkWidget     *widget)
{
  if (gtk_widget_is_focus (widget))
    gtk_root_set_focus (gtk_widget_get_root (widget), GTK_WIDGET (self));
  gtk_widget_set_visible (widget, FALSE);
  g_ptr_array_add (self->spare_items, widget);
}

/* Readers meet them in the order of the children, which is that of time. */
static void
order_item (TalksTimeline  *self,
            GtkWidget      *widget,
            GtkWidget     **previous)
{
  if (gtk_widget_get_prev_sibling (widget) != *previous)
    gtk_widget_insert_after (widget, GTK_WIDGET (self), *previous);
  *previous = widget;
}

static void
focus_if_wanted (TalksTimeline *self)
{
  const TalksItem *selected = talks_timeline_find_selected (self);
  g_autofree char *key = NULL;
  GtkWidget *widget;

  if (!self->focus_selection)
    return;
  self->focus_selection = FALSE;
  if (selected == NULL)
    return;
  key = item_to_key (selected);
  widget = g_hash_table_lookup (self->items, key);
  if (widget != NULL && !gtk_widget_is_focus (widget))
    gtk_widget_grab_focus (widget);
}

void
talks_timeline_unbind_items (TalksTimeline *self)
{
  GHashTableIter iter;
  gpointer widget;

  if (self->items == NULL)
    return;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    talks_timeline_item_unbind (widget);
}

void
talks_timeline_mark_selected (TalksTimeline *self)
{
  const TalksItem *selected = talks_timeline_find_selected (self);
  g_autofree char *key = selected != NULL ? item_to_key (selected) : NULL;
  GHashTableIter iter;
  gpointer item_key;
  gpointer widget;

  if (self->items == NULL || self->scene == NULL)
    return;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &item_key, &widget))
    talks_timeline_item_set_selected (widget, g_strcmp0 (item_key, key) == 0);
}

void
talks_timeline_name_marks (TalksTimeline *self)
{
  GHashTableIter iter;
  gpointer widget;

  if (self->items == NULL)
    return;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    {
      const TalksItem *item = talks_timeline_item_get_item (widget);

      talks_timeline_item_set_marked (widget, item != NULL ? talks_timeline_count_marks (self, item) : 0);
    }
}

/* At once; not while allocating. */
static void
update_items (TalksTimeline *self)
{
  g_autoptr(GPtrArray) in_view = NULL;
  g_autoptr(GHashTable) before = NULL;
  GtkWidget *previous = self->overlay;
  const TalksItem *selected;
  GHashTableIter iter;
  gpointer widget;

  g_clear_handle_id (&self->items_id, g_source_remove);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  talks_timeline_ensure_scene (self);
  if (self->spare_items == NULL)
    self->spare_items = g_ptr_array_new ();

  before = g_steal_pointer (&self->items);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (before == NULL)
    before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  in_view = collect_in_view (self);
  rebind_focused (self, before);
  for (guint i = 0; i < in_view->len; i++)
    order_item (self, bind_item (self, before, g_ptr_array_index (in_view, i)), &previous);
  /* Also out of view, because the focus goes there. */
  selected = talks_timeline_find_selected (self);
  if (selected != NULL && self->focus_selection)
    bind_item (self, before, selected);

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    retire (self, widget);
  talks_timeline_mark_selected (self);
  talks_timeline_name_marks (self);
  self->items_view = get_view (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  focus_if_wanted (self);
}

static gboolean
update_items_cb (gpointer data)
{
  TalksTimeline *self = data;

  self->items_id = 0;
  update_items (self);
  return G_SOURCE_REMOVE;
}

void
talks_timeline_queue_items (TalksTimeline *self)
{
  TalksTimelineView view = get_view (self);

  /* Stand-ins that appear have the timeline allocated, which leads here again. */
  if (!self->focus_selection && memcmp (&view, &self->items_view, sizeof view) == 0)
    return;
  /* Keys that move the focus should find it moved before the next one. */
  if (self->items_id == 0)
    self->items_id = g_timeout_add (self->focus_selection ? 0 : UPDATE_MS, update_items_cb, self);
}

void
talks_timeline_allocate_items (TalksTimeline *self)
{
  GHashTableIter iter;
  gpointer widget;

  if (self->items == NULL)
    return;
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    {
      const TalksItem *item = talks_timeline_item_get_item (widget);
      TalksRect rect = { 0 };
      double left;
      double right;
      double top;
      double bottom;

      if (item != NULL)
        rect = talks_timeline_get_item_rect (self, item);
      /* A ribbon may be longer than an int; what is out of sight needs no exact place. */
      left = CLAMP (rect.x, -10000, 20000);
      right = CLAMP (rect.x + rect.width, left + 1, 30000);
      top = CLAMP (rect.y, -10000, 20000);
      bottom = CLAMP (rect.y + rect.height, top + 1, 30000);
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (widget, &(GdkRectangle) { (int) left, (int) top,
                                                          (int) (right - left),
                                                          (int) (bottom - top) }, -1);
    }
}

/* The stand-in that begins nearest to the as-of day: that is where the reader looks. */
static GtkWidget *
find_nearest (TalksTimeline *self)
{
  TalksDay as_of = talks_session_get_as_of (self->session);
  GtkWidget *best = NULL;
  TalksDay distance = 0;

  for (GtkWidget *child = gtk_widget_get_next_sibling (self->overlay); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const TalksItem *item;
      TalksDay away;

      if (!TALKS_IS_TIMELINE_ITEM (child) || !gtk_widget_get_visible (child))
        continue;
      item = talks_timeline_item_get_item (TALKS_TIMELINE_ITEM (child));
      if (item == NULL)
        continue;
      away = item->span.start > as_of ? item->span.start - as_of : as_of - item->span.start;
      if (best == NULL || away < distance)
        {
          best = child;
          distance = away;
        }
    }
  return best;
}

gboolean
talks_timeline_focus_current (TalksTimeline *self)
{
  GtkWidget *nearest;
  const TalksItem *selected;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL)
    return FALSE;
  update_items (self);
  selected = talks_timeline_find_selected (self);
  if (selected != NULL)
    {
      self->focus_selection = TRUE;
      update_items (self);
      if (talks_timeline_get_focus_item (self) != NULL)
        return TRUE;
    }
  nearest = find_nearest (self);
  if (nearest != NULL)
    return gtk_widget_grab_focus (nearest);
  gtk_root_set_focus (root, GTK_WIDGET (self));
  return TRUE;
}

void
talks_timeline_clear_items (TalksTimeline *self)
{
  GHashTableIter iter;
  gpointer widget;

  g_clear_handle_id (&self->items_id, g_source_remove);
  if (self->items != NULL)
    {
      g_hash_table_iter_init (&iter, self->items);
      while (g_hash_table_iter_next (&iter, NULL, &widget))
        gtk_widget_unparent (widget);
      g_clear_pointer (&self->items, g_hash_table_unref);
    }
  if (self->spare_items != NULL)
    {
      for (guint i = 0; i < self->spare_items->len; i++)
        gtk_widget_unparent (g_ptr_array_index (self->spare_items, i));
      g_clear_pointer (&self->spare_items, g_ptr_array_unref);
    }
}
