/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "edit-fixture.h"

#include "talks-test-support.h"

static gboolean
may_edit (TalksTimeline *timeline,
          gboolean       ask,
          gpointer       data)
{
  Editing *editing = data;

  editing->n_asked += ask ? 1 : 0;
  return editing->allowed;
}

static void
refused (TalksTimeline *timeline,
         const char    *sentence,
         Editing       *editing)
{
  g_free (editing->refused);
  editing->refused = g_strdup (sentence);
}

static void
add_event (TalksTimeline *timeline,
           gint64         day,
           const char    *lane,
           Editing       *editing)
{
  editing->n_added++;
  editing->added_day = day;
  g_free (editing->added_lane);
  editing->added_lane = g_strdup (lane);
}

void
editing_set_up (Editing *editing)
{
  TalksDocument *document = fixture_make_document ();

  *editing = (Editing) { .allowed = TRUE };
  talks_test_add (document, talks_test_event_new ("visit", "call", "2022-03-02/2022-03-09"));
  talks_test_add (document, talks_test_event_new ("open", "call", "2022-03-12/.."));
  talks_test_add (document, talks_test_event_new ("set", "call", "[2022-03-15,2022-03-20]"));
  fixture_set_up (&editing->fixture, document);
  talks_session_set_folding (editing->fixture.session, FALSE);
  talks_timeline_set_edit_handler (editing->fixture.timeline, may_edit, editing, NULL);
  g_signal_connect (editing->fixture.timeline, "edit-refused", G_CALLBACK (refused), editing);
  g_signal_connect (editing->fixture.timeline, "add-event", G_CALLBACK (add_event), editing);
}

void
editing_tear_down (Editing *editing)
{
  fixture_tear_down (&editing->fixture);
  g_free (editing->refused);
  g_free (editing->added_lane);
}

TalksEvent *
editing_get_event (Editing    *editing,
                   const char *id)
{
  return talks_document_lookup_kind (editing->fixture.document, TALKS_RECORD_EVENT, id);
}

const char *
editing_get_date (Editing    *editing,
                  const char *id)
{
  return talks_date_get_text (editing_get_event (editing, id)->date);
}

TalksHistory *
editing_get_history (Editing *editing)
{
  return talks_session_get_history (editing->fixture.session);
}

/* So many pixels a day, with the begin of an event in the middle. */
void
editing_look_at (Editing    *editing,
                 double      zoom,
                 const char *id)
{
  const TalksViewport *viewport = talks_session_get_viewport (editing->fixture.session);

  fixture_look_at (&editing->fixture, zoom / talks_viewport_get_min_zoom (viewport),
                   talks_date_get_sort_day (editing_get_event (editing, id)->date));
  g_assert_cmpfloat_with_epsilon (viewport->zoom, zoom, 1e-6);
}

/* Grasps an event; where, in the widget, is left in x. */
gboolean
editing_grasp (Editing    *editing,
               const char *id,
               EditingPart        part,
               double     *x)
{
  TalksTimeline *timeline = editing->fixture.timeline;
  const TalksRecord *record = talks_document_lookup (editing->fixture.document, id);
  const TalksItem *item = talks_scene_find (talks_timeline_get_scene (timeline), record);
  TalksRect rect;
  double inside;

  g_assert_nonnull (item);
  g_assert_true (item->record == record);
  rect = talks_timeline_get_item_rect (timeline, item);
  inside = item->end_x > item->mark_x ? 1 : -1;
  if (part == EDITING_AT_START)
    *x = rect.x + item->mark_x - item->bounds.x + inside;
  else if (part == EDITING_AT_END)
    *x = rect.x + item->end_x - item->bounds.x - inside;
  else if (item->kind == TALKS_ITEM_BAR)
    *x = rect.x + (item->mark_x + item->end_x) / 2 - item->bounds.x;
  else
    *x = rect.x + item->mark_x - item->bounds.x;
  if (!talks_timeline_begin_edit_drag (timeline, *x, rect.y + rect.height / 2))
    return FALSE;
  timeline->drag = TALKS_DRAG_EDIT;
  return TRUE;
}

double
editing_days_to_pixels (Editing *editing,
                        double   days)
{
  const TalksViewport *viewport = talks_session_get_viewport (editing->fixture.session);

  return days * viewport->zoom * (viewport->mirrored ? -1 : 1);
}

void
editing_drop (Editing *editing)
{
  editing->fixture.timeline->drag = TALKS_DRAG_NONE;
  talks_timeline_end_edit_drag (editing->fixture.timeline, TRUE);
  fixture_settle (&editing->fixture);
}

/* What the shortcut does that is bound to a key; FALSE: nothing. */
gboolean
editing_press (Editing         *editing,
               guint            key,
               GdkModifierType  modifiers)
{
  GtkWidget *widget = GTK_WIDGET (editing->fixture.timeline);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !done; j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers)
            done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  return done;
}

char *
editing_list_dates (Editing            *editing,
                    const char * const *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", editing_get_date (editing, ids[i]));
  return g_string_free (text, FALSE);
}
