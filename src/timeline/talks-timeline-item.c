/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stand-in for something drawn: it has its place, can have the focus and tells a screen reader
 * what is there. It draws nothing and lets the pointer through. */

#include "talks-timeline-private.h"

#include <glib/gi18n-lib.h>

struct _TalksTimelineItem
{
  GtkWidget        parent_instance;
  TalksScene      *scene; /* owns item */
  const TalksItem *item;
  gboolean         selected;
  guint            n_marked;
};

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksTimelineItem, talks_timeline_item, GTK_TYPE_WIDGET)

static void
talks_timeline_item_activate (TalksTimelineItem *self)
{
  GtkWidget *timeline = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->item != NULL && timeline != NULL)
    talks_timeline_activate_item (TALKS_TIMELINE (timeline), self->item);
}

/* For those who look for actions, as AT-SPI does. */
static void
select_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate (widget);
}

/* The overlay shows who has the focus. */
static void
talks_timeline_item_state_flags_changed (GtkWidget     *widget,
                                         GtkStateFlags  previous)
{
  GtkWidget *timeline = gtk_widget_get_parent (widget);
  GtkStateFlags changed = gtk_widget_get_state_flags (widget) ^ previous;

  if (timeline != NULL && (changed & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    talks_timeline_redraw_overlay (TALKS_TIMELINE (timeline));

  GTK_WIDGET_CLASS (talks_timeline_item_parent_class)->state_flags_changed (widget, previous);
}

static void
talks_timeline_item_dispose (GObject *object)
{
  TalksTimelineItem *self = TALKS_TIMELINE_ITEM (object);

  self->item = NULL;
  g_clear_pointer (&self->scene, talks_scene_unref);

  G_OBJECT_CLASS (talks_timeline_item_parent_class)->dispose (object);
}

static void
talks_timeline_item_class_init (TalksTimelineItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_timeline_item_dispose;
  widget_class->state_flags_changed = talks_timeline_item_state_flags_changed;

  signals[ACTIVATE] = g_signal_new_class_handler ("activate", TALKS_TYPE_TIMELINE_ITEM,
                                                  G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                                  G_CALLBACK (talks_timeline_item_activate),
                                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_install_action (widget_class, "item.select", NULL, select_action);
  gtk_widget_class_set_css_name (widget_class, "item");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
talks_timeline_item_init (TalksTimelineItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
talks_timeline_item_new (void)
{
  return g_object_new (TALKS_TYPE_TIMELINE_ITEM, NULL);
}

static void
update_accessible (TalksTimelineItem *self)
{
  TalksDocument *document = talks_scene_get_document (self->scene);
  const TalksItem *item = self->item;
  g_autofree char *label = talks_timeline_describe_item (self->scene, item);
  const TalksEvent *event = NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  if (item->record != NULL && item->record->kind == TALKS_RECORD_EVENT)
    event = (const TalksEvent *) item->record;
  else
    event = talks_timeline_item_first_event (item);

  /* Its place among all events, seen or not; a position has none. */
  if (event != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    talks_document_get_event_rank (document, event) + 1,
                                    GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                    (int) talks_document_count (document, TALKS_RECORD_EVENT),
                                    -1);
  else
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_SET_SIZE);
    }
}

void
talks_timeline_item_unbind (TalksTimelineItem *self)
{
  g_return_if_fail (TALKS_IS_TIMELINE_ITEM (self));

  self->item = NULL;
  g_clear_pointer (&self->scene, talks_scene_unref);
}

void
talks_timeline_item_bind (TalksTimelineItem *self,
                          TalksScene        *scene,
                          const TalksItem   *item)
{
  g_return_if_fail (TALKS_IS_TIMELINE_ITEM (self));
  g_return_if_fail (scene != NULL && item != NULL);

  if (self->item == item && self->scene == scene)
    return;
  talks_scene_ref (scene);
  g_clear_pointer (&self->scene, talks_scene_unref);
  self->scene = scene;
  self->item = item;
  update_accessible (self);
}

void
talks_timeline_item_set_marked (TalksTimelineItem *self,
                                guint              n)
{
  g_autofree char *words = NULL;

  g_return_if_fail (TALKS_IS_TIMELINE_ITEM (self));

  if (self->n_marked == n)
    return;
  self->n_marked = n;
  if (n == 0)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  /* Translators: said of an event, then of several that are drawn as one */
  words = self->item != NULL && self->item->record != NULL ? g_strdup (_("Marked"))
                                                           : g_strdup_printf (ngettext ("%u marked", "%u marked", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

const TalksItem *
talks_timeline_item_get_item (TalksTimelineItem *self)
{
  g_return_val_if_fail (TALKS_IS_TIMELINE_ITEM (self), NULL);

  return self->item;
}

void
talks_timeline_item_set_selected (TalksTimelineItem *self,
                                  gboolean           selected)
{
  g_return_if_fail (TALKS_IS_TIMELINE_ITEM (self));

  if (!self->selected == !selected)
    return;
  self->selected = !!selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, self->selected,
                               -1);
}
