/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving, stretching, duplicating and adding events on the canvas. */

#include "edit-fixture.h"

#include "talks-date-words.h"
#include "talks-test-support.h"

/* ---- dragging ---- */

static void
test_drag (void)
{
  static const struct
  {
    const char       *id;
    EditingPart              part;
    double            zoom; /* pixels a day */
    GdkModifierType   state;
    double            days;
    GtkTextDirection  direction;
    const char       *date;
  } cases[] = {
    { "gomel", EDITING_AT_MIDDLE, 40, 0, 1, GTK_TEXT_DIR_LTR, "2022-03-01" },
    { "gomel", EDITING_AT_MIDDLE, 40, 0, -2.2, GTK_TEXT_DIR_LTR, "2022-02-26" },
    { "gomel", EDITING_AT_MIDDLE, 40, 0, 3, GTK_TEXT_DIR_RTL, "2022-03-03" },
    { "draft", EDITING_AT_MIDDLE, 20, 0, -16, GTK_TEXT_DIR_LTR, "2022-03~" },
    { "visit", EDITING_AT_MIDDLE, 40, 0, 2, GTK_TEXT_DIR_LTR, "2022-03-04/2022-03-11" },
    { "visit", EDITING_AT_END, 40, 0, 2, GTK_TEXT_DIR_LTR, "2022-03-02/2022-03-11" },
    { "visit", EDITING_AT_END, 40, 0, 2, GTK_TEXT_DIR_RTL, "2022-03-02/2022-03-11" },
    { "visit", EDITING_AT_END, 40, 0, -7, GTK_TEXT_DIR_LTR, "2022-03-02" },
    { "visit", EDITING_AT_START, 40, 0, 3, GTK_TEXT_DIR_LTR, "2022-03-05/2022-03-09" },
    { "visit", EDITING_AT_START, 40, 0, -3, GTK_TEXT_DIR_RTL, "2022-02-27/2022-03-09" },
    { "open", EDITING_AT_START, 40, 0, 1, GTK_TEXT_DIR_LTR, "2022-03-13/.." },
    /* Days too narrow to be dropped on. */
    { "istanbul", EDITING_AT_MIDDLE, 1.9, 0, 28, GTK_TEXT_DIR_LTR, "2025-06-16" },
    { "istanbul", EDITING_AT_MIDDLE, 1.9, 0, 10, GTK_TEXT_DIR_LTR, "2025-05-16" },
    { "istanbul", EDITING_AT_MIDDLE, 1.9, GDK_ALT_MASK, 10, GTK_TEXT_DIR_LTR, "2025-05-26" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Editing editing;
      double x;
      double to;
      g_autofree char *before = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%" G_GSIZE_FORMAT ": %s by %g", i, cases[i].id, cases[i].days);
      editing_set_up (&editing);
      gtk_widget_set_direction (GTK_WIDGET (editing.fixture.timeline), cases[i].direction);
      editing_look_at (&editing, cases[i].zoom, cases[i].id);
      before = g_strdup (editing_get_date (&editing, cases[i].id));

      g_assert_true (editing_grasp (&editing, cases[i].id, cases[i].part, &x));
      to = x + editing_days_to_pixels (&editing, cases[i].days);
      talks_timeline_update_edit_drag (editing.fixture.timeline, (x + to) / 2, cases[i].state);
      talks_timeline_update_edit_drag (editing.fixture.timeline, to, cases[i].state);
      /* Nothing is changed before it is let go of; what it would be is said. */
      g_assert_cmpstr (editing_get_date (&editing, cases[i].id), ==, before);
      words = talks_date_to_words (editing.fixture.timeline->edit_date, TALKS_DATE_STYLE_FULL);
      g_assert_cmpstr (editing.fixture.timeline->edit_words, ==, words);

      editing_drop (&editing);
      g_assert_cmpstr (editing_get_date (&editing, cases[i].id), ==, cases[i].date);
      g_assert_null (editing.fixture.timeline->edit_id);
      if (!g_str_equal (before, cases[i].date))
        {
          g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==, 1);
          g_assert_nonnull (strstr (talks_history_get_undo_name (editing_get_history (&editing)), words));
          g_assert_true (talks_session_get_selection (editing.fixture.session)
                         == &editing_get_event (&editing, cases[i].id)->record);
          g_assert_true (talks_history_undo (editing_get_history (&editing), NULL));
          g_assert_cmpstr (editing_get_date (&editing, cases[i].id), ==, before);
        }
      else
        g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==, 0);
      editing_tear_down (&editing);
    }
}

/* What can not be says so while it is dragged, and is not done. */
static void
test_refused (void)
{
  Editing editing;
  double x;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "antalya");

  g_assert_true (editing_grasp (&editing, "visit", EDITING_AT_END, &x));
  talks_timeline_update_edit_drag (editing.fixture.timeline, x - editing_days_to_pixels (&editing, 9), 0);
  g_assert_null (editing.fixture.timeline->edit_date);
  g_assert_cmpuint (strlen (editing.fixture.timeline->edit_words), >, 10);
  /* Back again it can. */
  talks_timeline_update_edit_drag (editing.fixture.timeline, x - editing_days_to_pixels (&editing, 1), 0);
  g_assert_nonnull (editing.fixture.timeline->edit_date);
  talks_timeline_update_edit_drag (editing.fixture.timeline, x - editing_days_to_pixels (&editing, 9), 0);
  editing_drop (&editing);
  g_assert_nonnull (editing.refused);
  g_clear_pointer (&editing.refused, g_free);

  g_assert_true (editing_grasp (&editing, "set", EDITING_AT_MIDDLE, &x));
  talks_timeline_update_edit_drag (editing.fixture.timeline, x + editing_days_to_pixels (&editing, 2), 0);
  g_assert_null (editing.fixture.timeline->edit_date);
  editing_drop (&editing);
  g_assert_nonnull (strstr (editing.refused, "[2022-03-15,2022-03-20]"));
  g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==, 0);

  /* Where there is nothing, a drag is for the picture; so are those of ribbons and folds. */
  g_assert_false (talks_timeline_begin_edit_drag (
    editing.fixture.timeline, talks_timeline_get_canvas_area (editing.fixture.timeline).x + 5,
    talks_timeline_get_canvas_area (editing.fixture.timeline).y + 2));
  g_assert_false (editing_grasp (&editing, "position-1", EDITING_AT_MIDDLE, &x));

  /* Where nobody may edit, drags are for the picture; asking is for what the user means. */
  editing.allowed = FALSE;
  g_assert_false (editing_grasp (&editing, "gomel", EDITING_AT_MIDDLE, &x));
  g_assert_cmpuint (editing.n_asked, ==, 0);
  talks_timeline_set_edit_handler (editing.fixture.timeline, NULL, NULL, NULL);
  g_assert_false (editing_grasp (&editing, "gomel", EDITING_AT_MIDDLE, &x));
  editing_tear_down (&editing);
}

/* Escape, and a document that changes meanwhile, put it back. */
static void
test_cancel (void)
{
  Editing editing;
  double x;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "antalya");

  g_assert_true (editing_grasp (&editing, "gomel", EDITING_AT_MIDDLE, &x));
  talks_timeline_update_edit_drag (editing.fixture.timeline, x + editing_days_to_pixels (&editing, 3), 0);
  g_assert_true (editing_press (&editing, GDK_KEY_Escape, 0));
  g_assert_cmpint (editing.fixture.timeline->drag, ==, TALKS_DRAG_NONE);
  g_assert_cmpstr (editing_get_date (&editing, "gomel"), ==, "2022-02-28");

  g_assert_true (editing_grasp (&editing, "gomel", EDITING_AT_MIDDLE, &x));
  talks_timeline_update_edit_drag (editing.fixture.timeline, x + editing_days_to_pixels (&editing, 3), 0);
  g_assert_true (talks_history_do_one (editing_get_history (&editing), "Delete", &editing_get_event (&editing, "gomel")->record, NULL,
                                       NULL));
  g_assert_cmpint (editing.fixture.timeline->drag, ==, TALKS_DRAG_NONE);
  g_assert_null (editing.fixture.timeline->edit_id);
  g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==, 1);
  editing_tear_down (&editing);
}

/* A motion draws the overlay, and neither scene nor strips. */
static void
test_drag_is_cheap (void)
{
  Editing editing;
  TalksTimelineCounters before;
  double x;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "antalya");
  g_assert_true (editing_grasp (&editing, "visit", EDITING_AT_MIDDLE, &x));
  fixture_settle (&editing.fixture);
  before = editing.fixture.timeline->counters;
  for (int day = 1; day < 6; day++)
    {
      talks_timeline_update_edit_drag (editing.fixture.timeline, x + editing_days_to_pixels (&editing, day), 0);
      fixture_settle (&editing.fixture);
    }
  g_assert_cmpuint (editing.fixture.timeline->counters.overlay, >, before.overlay);
  g_assert_cmpuint (editing.fixture.timeline->counters.canvas, ==, before.canvas);
  g_assert_cmpuint (editing.fixture.timeline->counters.strips, ==, before.strips);
  g_assert_cmpuint (editing.fixture.timeline->counters.scenes, ==, before.scenes);

  /* The same day again is nothing new. */
  before = editing.fixture.timeline->counters;
  talks_timeline_update_edit_drag (editing.fixture.timeline, x + editing_days_to_pixels (&editing, 5) + 1, 0);
  fixture_settle (&editing.fixture);
  g_assert_cmpuint (editing.fixture.timeline->counters.overlay, ==, before.overlay);
  editing_drop (&editing);
  editing_tear_down (&editing);
}

/* ---- keys ---- */

static void
test_keys (void)
{
  static const struct
  {
    const char      *id;
    guint            key;
    GdkModifierType  modifiers;
    const char      *date; /* NULL: refused */
    GtkTextDirection direction;
  } cases[] = {
    { "gomel", GDK_KEY_Right, GDK_CONTROL_MASK, "2022-03-01", GTK_TEXT_DIR_LTR },
    { "gomel", GDK_KEY_KP_Left, GDK_CONTROL_MASK, "2022-02-27", GTK_TEXT_DIR_LTR },
    { "gomel", GDK_KEY_Right, GDK_CONTROL_MASK, "2022-02-27", GTK_TEXT_DIR_RTL },
    { "gomel", GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "2022-03-07", GTK_TEXT_DIR_LTR },
    { "gomel", GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "2022-02-21", GTK_TEXT_DIR_LTR },
    { "gomel", GDK_KEY_Right, GDK_SHIFT_MASK, "2022-02-28/2022-03-01", GTK_TEXT_DIR_LTR },
    { "gomel", GDK_KEY_Left, GDK_SHIFT_MASK, NULL, GTK_TEXT_DIR_LTR },
    { "visit", GDK_KEY_Left, GDK_SHIFT_MASK, "2022-03-02/2022-03-08", GTK_TEXT_DIR_LTR },
    /* The start, whichever way the time runs. */
    { "visit", GDK_KEY_Home, GDK_SHIFT_MASK, "2022-03-01/2022-03-09", GTK_TEXT_DIR_LTR },
    { "visit", GDK_KEY_End, GDK_SHIFT_MASK, "2022-03-03/2022-03-09", GTK_TEXT_DIR_LTR },
    { "visit", GDK_KEY_KP_End, GDK_SHIFT_MASK, "2022-03-03/2022-03-09", GTK_TEXT_DIR_RTL },
    { "gomel", GDK_KEY_Home, GDK_SHIFT_MASK, "2022-02-27/2022-02-28", GTK_TEXT_DIR_LTR },
    { "open", GDK_KEY_End, GDK_SHIFT_MASK, "2022-03-13/..", GTK_TEXT_DIR_LTR },
    { "draft", GDK_KEY_Home, GDK_SHIFT_MASK, NULL, GTK_TEXT_DIR_LTR },
    { "draft", GDK_KEY_Right, GDK_CONTROL_MASK, "2022-05~", GTK_TEXT_DIR_LTR },
    { "draft", GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "2022-05~", GTK_TEXT_DIR_LTR },
    { "draft", GDK_KEY_Right, GDK_SHIFT_MASK, NULL, GTK_TEXT_DIR_LTR },
    { "open", GDK_KEY_Right, GDK_SHIFT_MASK, NULL, GTK_TEXT_DIR_LTR },
    { "set", GDK_KEY_Right, GDK_CONTROL_MASK, NULL, GTK_TEXT_DIR_LTR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Editing editing;
      g_autofree char *before = NULL;

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, cases[i].id);
      editing_set_up (&editing);
      gtk_widget_set_direction (GTK_WIDGET (editing.fixture.timeline), cases[i].direction);
      talks_session_select (editing.fixture.session, cases[i].id);
      editing_look_at (&editing, 40, cases[i].id);
      before = g_strdup (editing_get_date (&editing, cases[i].id));

      editing.allowed = FALSE;
      g_assert_true (editing_press (&editing, cases[i].key, cases[i].modifiers));
      g_assert_cmpuint (editing.n_asked, ==, 1);
      g_assert_cmpstr (editing_get_date (&editing, cases[i].id), ==, before);

      editing.allowed = TRUE;
      g_assert_true (editing_press (&editing, cases[i].key, cases[i].modifiers));
      g_assert_cmpstr (editing_get_date (&editing, cases[i].id), ==, cases[i].date != NULL ? cases[i].date : before);
      g_assert_true ((editing.refused != NULL) == (cases[i].date == NULL));
      g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==, cases[i].date != NULL ? 1 : 0);
      editing_tear_down (&editing);
    }
}

/* Keys are for events: with nothing chosen, or a position, they are for others. */
static void
test_keys_need_event (void)
{
  Editing editing;

  editing_set_up (&editing);
  g_assert_false (editing_press (&editing, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_false (editing_press (&editing, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_false (editing_press (&editing, GDK_KEY_Delete, 0));
  talks_session_select (editing.fixture.session, "position-1");
  editing_look_at (&editing, 40, "antalya");
  g_assert_false (editing_press (&editing, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_false (editing_press (&editing, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_cmpuint (editing.n_asked, ==, 0);
  editing_tear_down (&editing);
}

/* In a cluster that was stepped into, the event is what is meant. */
static void
test_keys_in_cluster (void)
{
  Editing editing;
  const TalksItem *item;

  editing_set_up (&editing);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%d", i);

      talks_test_add (editing.fixture.document, talks_test_event_new (id, "talks", "2022-03-07"));
    }
  talks_session_select (editing.fixture.session, "more-5");
  editing_look_at (&editing, 2, "antalya");
  item = talks_scene_find (talks_timeline_get_scene (editing.fixture.timeline), &editing_get_event (&editing, "more-5")->record);
  g_assert_cmpint (item->kind, ==, TALKS_ITEM_CLUSTER);
  g_assert_true (editing_press (&editing, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_cmpstr (editing_get_date (&editing, "more-5"), ==, "2022-03-08");
  g_assert_cmpstr (editing_get_date (&editing, "more-0"), ==, "2022-03-07");
  editing_tear_down (&editing);
}

static void
test_duplicate (void)
{
  Editing editing;
  GPtrArray *events;
  guint before;
  guint after;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "antalya");
  talks_session_select (editing.fixture.session, "brest");
  editing.allowed = FALSE;
  g_assert_true (editing_press (&editing, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==, 0);
  editing.allowed = TRUE;
  g_assert_true (editing_press (&editing, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_true (talks_session_get_selection (editing.fixture.session) == &editing_get_event (&editing, "brest-2")->record);
  g_assert_cmpstr (editing_get_date (&editing, "brest-2"), ==, "2022-03-07");
  g_assert_cmpuint (editing_get_event (&editing, "brest-2")->attendance->len, ==, 1);
  events = talks_document_get_records (editing.fixture.document, TALKS_RECORD_EVENT);
  g_assert_true (g_ptr_array_find (events, editing_get_event (&editing, "brest"), &before));
  g_assert_true (g_ptr_array_find (events, editing_get_event (&editing, "brest-2"), &after));
  g_assert_cmpuint (after, ==, before + 1);

  talks_session_select (editing.fixture.session, "brest");
  fixture_settle (&editing.fixture);
  g_assert_true (editing_press (&editing, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_nonnull (editing_get_event (&editing, "brest-3"));
  g_assert_true (talks_history_undo (editing_get_history (&editing), NULL));
  g_assert_true (talks_history_undo (editing_get_history (&editing), NULL));
  g_assert_null (editing_get_event (&editing, "brest-2"));
  editing_tear_down (&editing);
}

/* The window's action, for what has the focus. */
static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           char         **id)
{
  *id = g_variant_dup_string (parameter, NULL);
}

static void
test_delete (void)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("delete", G_VARIANT_TYPE_STRING);
  g_autofree char *id = NULL;
  Editing editing;

  editing_set_up (&editing);
  g_signal_connect (action, "activate", G_CALLBACK (delete_cb), &id);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (editing.fixture.window, "editor", G_ACTION_GROUP (group));
  talks_session_select (editing.fixture.session, "antalya");
  editing_look_at (&editing, 40, "antalya");
  g_assert_true (editing_press (&editing, GDK_KEY_Delete, 0));
  g_assert_cmpstr (id, ==, "antalya");
  editing_tear_down (&editing);
}

/* ---- adding ---- */

static void
test_add (void)
{
  static const struct
  {
    const char *day;
    int         lane; /* −1: below all */
    const char *id;
  } cases[] = {
    { "2022-03-10", 0, "lane-talks" },
    { "2022-03-05", 1, "lane-calls" },
    { "2022-03-17", 2, "lane-statements" },
    { "2022-03-17", -1, NULL },
  };
  Editing editing;
  const TalksSceneLane *lanes;
  GdkRectangle area;
  guint n_lanes;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "antalya");
  lanes = talks_scene_get_lanes (talks_timeline_get_scene (editing.fixture.timeline), &n_lanes);
  area = talks_timeline_get_canvas_area (editing.fixture.timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksViewport *viewport = talks_session_get_viewport (editing.fixture.session);
      double x = talks_time_scale_day_to_x (viewport->scale, (double) talks_test_day (cases[i].day) + 0.7);
      double y = cases[i].lane >= 0 ? lanes[cases[i].lane].y + lanes[cases[i].lane].height / 2
                                    : lanes[n_lanes - 1].y + lanes[n_lanes - 1].height + 5;

      talks_timeline_ask_to_add (editing.fixture.timeline, x - viewport->x + area.x,
                                 y - talks_timeline_get_dy (editing.fixture.timeline) + area.y);
      g_assert_cmpuint (editing.n_added, ==, i + 1);
      g_assert_cmpint (editing.added_day, ==, talks_test_day (cases[i].day));
      g_assert_cmpstr (editing.added_lane, ==, cases[i].id);
    }
  editing_tear_down (&editing);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/drag", test_drag);
  g_test_add_func ("/edit/refused", test_refused);
  g_test_add_func ("/edit/cancel", test_cancel);
  g_test_add_func ("/edit/drag-is-cheap", test_drag_is_cheap);
  g_test_add_func ("/edit/keys", test_keys);
  g_test_add_func ("/edit/keys-need-event", test_keys_need_event);
  g_test_add_func ("/edit/keys-in-cluster", test_keys_in_cluster);
  g_test_add_func ("/edit/duplicate", test_duplicate);
  g_test_add_func ("/edit/delete", test_delete);
  g_test_add_func ("/edit/add", test_add);
  return g_test_run ();
}
