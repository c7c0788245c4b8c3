/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing on the canvas: who may, the steps of the history, and the keys. What a pointer drags is in
 * talks-timeline-edit-drag.c, what is done to several events in talks-timeline-several.c. */

#include "talks-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-compat.h"
#include "talks-date-words.h"
#include "talks-record-fields.h"
#include "talks-shown.h"

#define WEEK 7

/* ---- who may ---- */

void
talks_timeline_set_edit_handler (TalksTimeline        *self,
                                 TalksTimelineMayEdit  may_edit,
                                 gpointer              data,
                                 GDestroyNotify        destroy)
{
  g_return_if_fail (TALKS_IS_TIMELINE (self));

  if (self->edit_destroy != NULL)
    self->edit_destroy (self->edit_data);
  self->edit_handler = may_edit;
  self->edit_data = data;
  self->edit_destroy = destroy;
}

gboolean
talks_timeline_may_edit (TalksTimeline *self,
                         gboolean       ask)
{
  return self->edit_handler != NULL && self->edit_handler (self, ask, self->edit_data);
}

void
talks_timeline_refuse (TalksTimeline *self,
                       const char    *sentence)
{
  talks_compat_announce (GTK_WIDGET (self), sentence);
  g_signal_emit_by_name (self, "edit-refused", sentence);
}

/* ---- steps ---- */

static TalksEvent *
lookup_event (TalksTimeline *self,
              const char    *id)
{
  return talks_document_lookup_kind (talks_session_get_document (self->session), TALKS_RECORD_EVENT, id);
}

static char *
dup_title (TalksTimeline    *self,
           const TalksEvent *event)
{
  return talks_shown_dup_line (talks_text_show (event->title, talks_session_get_language (self->session)));
}

gboolean
talks_timeline_do_step (TalksTimeline *self,
                        const char    *name,
                        GPtrArray     *changes,
                        const char    *id)
{
  g_autoptr (GError) error = NULL;

  if (!talks_history_do (talks_session_get_history (self->session), name, changes, &error))
    {
      talks_timeline_refuse (self, error->message);
      return FALSE;
    }
  if (id != NULL)
    talks_session_select (self->session, id);
  talks_compat_announce (GTK_WIDGET (self), name);
  return TRUE;
}

gboolean
talks_timeline_set_date (TalksTimeline *self,
                         const char    *id,
                         TalksDate     *date,
                         TalksDateSide  side)
{
  TalksEvent *before = lookup_event (self, id);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  g_autoptr (TalksRecord) after = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  if (before == NULL || g_str_equal (talks_date_get_text (before->date), talks_date_get_text (date)))
    return FALSE;

  after = talks_record_copy (&before->record);
  talks_date_unref (((TalksEvent *) after)->date);
  ((TalksEvent *) after)->date = talks_date_ref (date);
  g_ptr_array_add (changes, talks_change_new (&before->record, after, -1));

  title = dup_title (self, before);
  words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  /* Translators: steps that can be undone; %1$s is the title of an event, %2$s its new date */
  name = g_strdup_printf (side == TALKS_DATE_WHOLE ? _("Move “%1$s”: %2$s") : _("Change how long “%1$s” lasted: %2$s"),
                          title, words);
  return talks_timeline_do_step (self, name, changes, after->id);
}

/* ---- adding ---- */

void
talks_timeline_ask_to_add (TalksTimeline *self,
                           double         x,
                           double         y)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  double day = floor (talks_timeline_x_to_day (self, x));
  const TalksSceneLane *lanes;
  const char *lane = NULL;
  double content_x;
  double content_y;
  guint n_lanes;

  if (self->scene == NULL)
    return;
  lanes = talks_scene_get_lanes (self->scene, &n_lanes);
  talks_timeline_to_content (self, x, y, &content_x, &content_y);
  for (guint i = 0; i < n_lanes; i++)
    if (content_y >= lanes[i].y && content_y < lanes[i].y + lanes[i].height && lanes[i].lane != NULL)
      lane = lanes[i].lane->record.id;
  day = CLAMP (day, (double) viewport->extent.start, (double) viewport->extent.end - 1);
  g_signal_emit_by_name (self, "add-event", (gint64) day, lane);
}

static void
add_here (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);

  talks_timeline_ask_to_add (self, self->menu_x, self->menu_y);
}

/* ---- keys ---- */

const char *
talks_timeline_get_current_id (TalksTimeline *self)
{
  TalksRecord *selection = talks_session_get_selection (self->session);
  const TalksItem *item = talks_timeline_get_current_item (self);

  if (item == NULL)
    return NULL;
  if (item->record != NULL)
    return item->record->id;
  return selection != NULL && item == talks_timeline_find_selected (self) ? selection->id : NULL;
}

/* By a day or week, or what the date tells. */
static void
shift_one (TalksTimeline *self,
           TalksEvent    *event,
           TalksDateSide  side,
           int            amount)
{
  g_autoptr (TalksDate) date = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (event->record.id);
  int step = talks_date_get_step (event->date, side, &error);

  if (step > 0)
    amount = amount > 0 ? step : -step;
  if (step >= 0)
    date = talks_date_shift (event->date, side, step > 0 ? TALKS_SHIFT_MONTHS : TALKS_SHIFT_DAYS, amount, &error);
  if (date == NULL)
    talks_timeline_refuse (self, error->message);
  else
    talks_timeline_set_date (self, id, date, side);
}

static void
shift_several (TalksTimeline *self,
               GPtrArray     *events,
               TalksDateSide  side,
               int            amount)
{
  g_autoptr (GError) error = NULL;
  int step;

  if (side != TALKS_DATE_WHOLE)
    {
      talks_timeline_refuse (self, _("Only one event at a time can be made longer or shorter."));
      return;
    }
  step = talks_timeline_join_steps (self, events, &error);
  if (step < 0)
    talks_timeline_refuse (self, error->message);
  else if (step > 0)
    talks_timeline_move_several (self, events, (TalksTimelineShift) { TALKS_SHIFT_MONTHS, amount > 0 ? step : -step });
  else
    talks_timeline_move_several (self, events, (TalksTimelineShift) { TALKS_SHIFT_DAYS, amount });
}

/* args: the TalksDateSide, and by how many days or least steps: a week, or one of those. */
static gboolean
key_shift (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  g_autoptr (GPtrArray) targets = talks_timeline_list_targets (self);
  TalksDateSide side;
  int amount;

  if (targets->len == 0)
    return FALSE;
  if (!talks_timeline_may_edit (self, TRUE))
    return TRUE;
  g_variant_get (args, "(ii)", &side, &amount);
  /* Home and End are those of the time, Left and Right those of the picture. */
  if (side != TALKS_DATE_START && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    amount = -amount;
  if (targets->len == 1)
    shift_one (self, targets->pdata[0], side, amount);
  else
    shift_several (self, targets, side, amount);
  return TRUE;
}

/* The window's actions, which ask and show what else goes. */
static gboolean
key_delete (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  const char *id = talks_timeline_get_current_id (self);

  if (talks_session_count_marked (self->session) > 0)
    return gtk_widget_activate_action (widget, "editor.delete-marked", NULL);
  return id != NULL && gtk_widget_activate_action (widget, "editor.delete", "s", id);
}

static gboolean
key_duplicate (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  g_autoptr (GPtrArray) targets = talks_timeline_list_targets (self);

  if (targets->len == 0)
    return FALSE;
  if (talks_timeline_may_edit (self, TRUE))
    talks_timeline_duplicate (self, targets);
  return TRUE;
}

/* From the menu: what it was opened on. */
static void
duplicate (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_record_unref);
  TalksEvent *event = lookup_event (self, self->menu_id);

  if (event == NULL || !talks_timeline_may_edit (self, TRUE))
    return;
  g_ptr_array_add (events, talks_record_ref (&event->record));
  talks_timeline_duplicate (self, events);
}

static void
duplicate_marked (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  TalksTimeline *self = TALKS_TIMELINE (widget);
  g_autoptr (GPtrArray) events = talks_session_list_marked (self->session);

  if (events->len > 0 && talks_timeline_may_edit (self, TRUE))
    talks_timeline_duplicate (self, events);
}

static void
add_shift_keys (GtkWidgetClass  *widget_class,
                GdkModifierType  modifiers,
                TalksDateSide    side,
                int              amount)
{
  static const guint arrows[2][2] = { { GDK_KEY_Left, GDK_KEY_KP_Left }, { GDK_KEY_Right, GDK_KEY_KP_Right } };
  static const guint ends[2][2] = { { GDK_KEY_Home, GDK_KEY_KP_Home }, { GDK_KEY_End, GDK_KEY_KP_End } };

  for (int later = 0; later < 2; later++)
    for (int i = 0; i < 2; i++)
      gtk_widget_class_add_binding (widget_class, side == TALKS_DATE_START ? ends[later][i] : arrows[later][i],
                                    modifiers, key_shift, "(ii)", (int) side, later ? amount : -amount);
}

void
talks_timeline_class_add_editing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "timeline.duplicate-marked", NULL, duplicate_marked);
  gtk_widget_class_install_action (widget_class, "timeline.add-here", NULL, add_here);
  add_shift_keys (widget_class, GDK_CONTROL_MASK, TALKS_DATE_WHOLE, 1);
  add_shift_keys (widget_class, GDK_CONTROL_MASK | GDK_SHIFT_MASK, TALKS_DATE_WHOLE, WEEK);
  add_shift_keys (widget_class, GDK_SHIFT_MASK, TALKS_DATE_END, 1);
  add_shift_keys (widget_class, GDK_SHIFT_MASK, TALKS_DATE_START, 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, key_delete, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, key_delete, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, key_duplicate, NULL);
}
