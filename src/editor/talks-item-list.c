/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-item-list.h"

#include <glib/gi18n-lib.h>

#include "talks-show.h"

/* Around what is kept in view, in pixels. */
#define MARGIN 12

struct _TalksItemList
{
  GtkWidget  parent_instance;
  GtkWidget *items; /* a box of boxes: content, buttons */
  GtkWidget *add;
};

enum
{
  SIGNAL_MOVED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksItemList, talks_item_list, GTK_TYPE_WIDGET)

typedef enum
{
  MOVE_UP,
  MOVE_DOWN,
  REMOVE,
} Tool;

static GtkWidget *
get_item (TalksItemList *self,
          guint          i)
{
  GtkWidget *item = gtk_widget_get_first_child (self->items);

  while (item != NULL && i-- > 0)
    item = gtk_widget_get_next_sibling (item);
  return item;
}

static guint
get_index (GtkWidget *item)
{
  guint i = 0;

  while ((item = gtk_widget_get_prev_sibling (item)) != NULL)
    i++;
  return i;
}

/* The first can not go up, the last not down. */
static void
update_tools (TalksItemList *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->items); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *up = g_object_get_data (G_OBJECT (item), "talks-up");
      GtkWidget *down = g_object_get_data (G_OBJECT (item), "talks-down");
      gboolean alone = gtk_widget_get_prev_sibling (item) == NULL && gtk_widget_get_next_sibling (item) == NULL;

      gtk_widget_set_visible (up, !alone);
      gtk_widget_set_visible (down, !alone);
      gtk_widget_set_sensitive (up, gtk_widget_get_prev_sibling (item) != NULL);
      gtk_widget_set_sensitive (down, gtk_widget_get_next_sibling (item) != NULL);
    }
}

static void
move_item (TalksItemList *self,
           GtkWidget     *item,
           Tool           tool)
{
  guint from = get_index (item);
  GtkWidget *after;

  if (tool == MOVE_UP)
    {
      after = gtk_widget_get_prev_sibling (item);
      if (after == NULL)
        return;
      after = gtk_widget_get_prev_sibling (after);
    }
  else
    {
      after = gtk_widget_get_next_sibling (item);
      if (after == NULL)
        return;
    }
  gtk_box_reorder_child_after (GTK_BOX (self->items), item, after);
  update_tools (self);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, from, get_index (item));
}

static void
use_tool (TalksItemList *self,
          GtkWidget     *item,
          Tool           tool)
{
  guint i;

  if (tool != REMOVE)
    {
      move_item (self, item, tool);
      return;
    }
  i = get_index (item);
  gtk_box_remove (GTK_BOX (self->items), item);
  update_tools (self);
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, i);
  talks_item_list_focus (self, i);
}

static void
tool_cb (GtkButton     *button,
         TalksItemList *self)
{
  Tool tool = (Tool) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "talks-tool"));
  GtkWidget *item = g_object_get_data (G_OBJECT (button), "talks-item");

  use_tool (self, item, tool);
}

static gboolean
shortcut_cb (GtkWidget *item,
             GVariant  *args,
             gpointer   data)
{
  GtkWidget *self = gtk_widget_get_ancestor (item, TALKS_TYPE_ITEM_LIST);

  use_tool (TALKS_ITEM_LIST (self), item, (Tool) GPOINTER_TO_INT (data));
  return TRUE;
}

/* ---- items ---- */

static GtkWidget *
new_tool (TalksItemList *self,
          GtkWidget     *item,
          Tool           tool,
          const char    *icon,
          char          *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "talks-tool");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  talks_show_tooltip (button, label);
  talks_show_name (button, label);
  g_object_set_data (G_OBJECT (button), "talks-tool", GINT_TO_POINTER (tool));
  g_object_set_data (G_OBJECT (button), "talks-item", item);
  g_signal_connect (button, "clicked", G_CALLBACK (tool_cb), self);
  gtk_box_append (GTK_BOX (item), button);
  g_free (label);
  return button;
}

static void
add_shortcuts (GtkWidget *item)
{
  static const guint keys[] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Delete };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_ALT_MASK),
                                                            gtk_callback_action_new (shortcut_cb, GUINT_TO_POINTER (i),
                                                                                     NULL)));
  gtk_widget_add_controller (item, controller);
}

/* Called before a frame is laid out: at the second call the first one has been. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  int *n_frames = data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if ((*n_frames)++ == 0)
    return G_SOURCE_CONTINUE;
  if (focus != NULL && viewport != NULL
      && gtk_widget_compute_bounds (focus, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y - MARGIN,
                               bounds.origin.y + bounds.size.height + MARGIN);
  return G_SOURCE_REMOVE;
}

/* A button that adds items moves down with each, and would leave the form while the user goes on with it. */
static void
keep_adder_in_view (TalksItemList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));

  if (focus != NULL && around != NULL && gtk_widget_is_ancestor (focus, around))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, g_new0 (int, 1), g_free);
}

void
talks_item_list_append (TalksItemList *self,
                        GtkWidget     *content,
                        const char    *name)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  g_return_if_fail (TALKS_IS_ITEM_LIST (self));
  g_return_if_fail (GTK_IS_WIDGET (content));
  g_return_if_fail (name != NULL);

  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (item), content);
  gtk_widget_add_css_class (item, "talks-item");
  g_object_set_data (G_OBJECT (item), "talks-up",
                     new_tool (self, item, MOVE_UP, "go-up-symbolic", g_strdup_printf (_("Move “%s” up"), name)));
  g_object_set_data (G_OBJECT (item), "talks-down",
                     new_tool (self, item, MOVE_DOWN, "go-down-symbolic", g_strdup_printf (_("Move “%s” down"), name)));
  new_tool (self, item, REMOVE, "window-close-symbolic", g_strdup_printf (_("Remove “%s”"), name));
  add_shortcuts (item);
  gtk_box_append (GTK_BOX (self->items), item);
  gtk_widget_set_visible (self->items, TRUE);
  update_tools (self);
  keep_adder_in_view (self);
}

void
talks_item_list_clear (TalksItemList *self)
{
  GtkWidget *item;

  g_return_if_fail (TALKS_IS_ITEM_LIST (self));

  while ((item = gtk_widget_get_first_child (self->items)) != NULL)
    gtk_box_remove (GTK_BOX (self->items), item);
}

guint
talks_item_list_get_n_items (TalksItemList *self)
{
  GtkWidget *last;

  g_return_val_if_fail (TALKS_IS_ITEM_LIST (self), 0);

  last = gtk_widget_get_last_child (self->items);
  return last != NULL ? get_index (last) + 1 : 0;
}

GtkWidget *
talks_item_list_get_content (TalksItemList *self,
                             guint          i)
{
  GtkWidget *item;

  g_return_val_if_fail (TALKS_IS_ITEM_LIST (self), NULL);

  item = get_item (self, i);
  return item != NULL ? gtk_widget_get_first_child (item) : NULL;
}

void
talks_item_list_focus (TalksItemList *self,
                       guint          i)
{
  GtkWidget *item;

  g_return_if_fail (TALKS_IS_ITEM_LIST (self));

  item = get_item (self, i);
  if (item == NULL || !gtk_widget_child_focus (item, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (self->add, GTK_DIR_TAB_FORWARD);
}

void
talks_item_list_set_add (TalksItemList *self,
                         GtkWidget     *add)
{
  g_return_if_fail (TALKS_IS_ITEM_LIST (self));
  g_return_if_fail (GTK_IS_WIDGET (add));

  g_clear_pointer (&self->add, gtk_widget_unparent);
  self->add = add;
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  gtk_widget_set_parent (add, GTK_WIDGET (self));
}

/* ---- the class ---- */

static void
talks_item_list_dispose (GObject *object)
{
  TalksItemList *self = TALKS_ITEM_LIST (object);

  g_clear_pointer (&self->items, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);

  G_OBJECT_CLASS (talks_item_list_parent_class)->dispose (object);
}

static void
talks_item_list_class_init (TalksItemListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_item_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "itemlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
talks_item_list_init (TalksItemList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->items = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->items, FALSE);
  gtk_widget_set_parent (self->items, GTK_WIDGET (self));
}

GtkWidget *
talks_item_list_new (void)
{
  return g_object_new (TALKS_TYPE_ITEM_LIST, NULL);
}
