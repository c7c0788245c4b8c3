/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marking events on the canvas, and what is done to several at once. */

#include "edit-fixture.h"

#include "talks-test-support.h"

static void
mark (Editing    *editing,
      const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);

  talks_session_clear_marks (editing->fixture.session);
  talks_session_set_marked (editing->fixture.session, (const char * const *) list, TRUE);
}

static char *
list_marked (Editing *editing)
{
  g_autoptr (GPtrArray) events = talks_session_list_marked (editing->fixture.session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((TalksRecord *) events->pdata[i])->id);
  return g_string_free (text, FALSE);
}

static void
assert_marked (Editing    *editing,
               const char *ids)
{
  g_autofree char *listed = list_marked (editing);

  g_assert_cmpstr (listed, ==, ids);
}

static const TalksItem *
find (Editing    *editing,
      const char *id)
{
  return talks_scene_find (talks_timeline_get_scene (editing->fixture.timeline),
                           talks_document_lookup (editing->fixture.document, id));
}

/* ---- marking ---- */

static void
test_toggle (void)
{
  Editing editing;
  TalksTimeline *timeline;

  editing_set_up (&editing);
  timeline = editing.fixture.timeline;
  editing_look_at (&editing, 40, "antalya");

  /* What was selected elsewhere stays out of it, … */
  talks_session_select (editing.fixture.session, "brest");
  g_assert_true (talks_timeline_toggle_mark (timeline, find (&editing, "antalya")));
  assert_marked (&editing, "antalya");
  talks_session_clear_marks (editing.fixture.session);
  /* … what was chosen here belongs to what is marked next to it. */
  talks_timeline_activate_item (timeline, find (&editing, "brest"));
  g_assert_true (talks_timeline_toggle_mark (timeline, find (&editing, "antalya")));
  assert_marked (&editing, "brest antalya");
  g_assert_true (talks_timeline_toggle_mark (timeline, find (&editing, "antalya")));
  assert_marked (&editing, "brest");
  g_assert_true (talks_timeline_toggle_mark (timeline, find (&editing, "visit")));
  assert_marked (&editing, "visit brest");
  g_assert_cmpstr (talks_session_get_selection (editing.fixture.session)->id, ==, "brest");
  g_assert_false (talks_timeline_toggle_mark (timeline, find (&editing, "position-1")));

  /* Keys: what has the focus; all; none, before anything else is taken back. */
  g_assert_true (editing_press (&editing, GDK_KEY_space, GDK_CONTROL_MASK));
  assert_marked (&editing, "visit");
  g_assert_true (editing_press (&editing, GDK_KEY_a, GDK_CONTROL_MASK));
  g_assert_cmpuint (talks_session_count_marked (editing.fixture.session), ==,
                    talks_document_count (editing.fixture.document, TALKS_RECORD_EVENT));
  g_assert_true (editing_press (&editing, GDK_KEY_Escape, 0));
  assert_marked (&editing, "");
  g_assert_nonnull (talks_session_get_selection (editing.fixture.session));
  g_assert_true (editing_press (&editing, GDK_KEY_Escape, 0));
  g_assert_null (talks_session_get_selection (editing.fixture.session));
  editing_tear_down (&editing);
}

/* A cluster stands for its events, and says how many of them are marked. */
static void
test_cluster (void)
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
  item = find (&editing, "more-5");
  g_assert_cmpint (item->kind, ==, TALKS_ITEM_CLUSTER);

  /* One that was stepped into is marked alone by key, … */
  g_assert_true (editing_press (&editing, GDK_KEY_space, GDK_CONTROL_MASK));
  assert_marked (&editing, "more-5");
  g_assert_cmpuint (talks_timeline_count_marks (editing.fixture.timeline, item), ==, 1);
  /* … all by a click: the rest first, then none. */
  g_assert_true (talks_timeline_toggle_mark (editing.fixture.timeline, item));
  g_assert_cmpuint (talks_timeline_count_marks (editing.fixture.timeline, item), ==, item->n_events);
  g_assert_true (talks_timeline_toggle_mark (editing.fixture.timeline, item));
  g_assert_cmpuint (talks_session_count_marked (editing.fixture.session), ==, 0);
  editing_tear_down (&editing);
}

/* From one corner of the canvas, in the widget, to another. */
static void
frame (Editing *editing,
       double   x1,
       double   y1,
       double   x2,
       double   y2)
{
  talks_timeline_begin_frame (editing->fixture.timeline, x1, y1);
  editing->fixture.timeline->drag = TALKS_DRAG_MARK;
  talks_timeline_update_frame (editing->fixture.timeline, x2, y2);
  fixture_settle (&editing->fixture);
  editing->fixture.timeline->drag = TALKS_DRAG_NONE;
  talks_timeline_end_frame (editing->fixture.timeline);
}

static void
test_frame (void)
{
  Editing editing;
  TalksRect brest;
  TalksRect antalya;
  TalksRect visit;
  double x;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "brest");
  brest = talks_timeline_get_item_rect (editing.fixture.timeline, find (&editing, "brest"));
  antalya = talks_timeline_get_item_rect (editing.fixture.timeline, find (&editing, "antalya"));
  visit = talks_timeline_get_item_rect (editing.fixture.timeline, find (&editing, "visit"));

  /* Touching is enough, in any direction; what was marked stays so. */
  frame (&editing, antalya.x + 5, antalya.y + 5, brest.x + 5, brest.y + 5);
  assert_marked (&editing, "brest antalya");
  x = visit.x + visit.width / 3;
  frame (&editing, x, visit.y + 2, x + 3, visit.y + visit.height - 2);
  assert_marked (&editing, "visit brest antalya");

  /* The label of a mark is not where the event is. */
  talks_session_clear_marks (editing.fixture.session);
  x = talks_timeline_get_item_rect (editing.fixture.timeline, find (&editing, "statement-1")).x;
  brest = talks_timeline_get_item_rect (editing.fixture.timeline, find (&editing, "statement-1"));
  if (brest.width > 40)
    {
      frame (&editing, x + brest.width - 3, brest.y, x + brest.width - 1, brest.y + 3);
      assert_marked (&editing, "");
      frame (&editing, x, brest.y, x + brest.width, brest.y + 3);
      assert_marked (&editing, "statement-1");
    }
  editing_tear_down (&editing);
}

/* ---- several at once ---- */

static void
test_move_by_key (void)
{
  static const struct
  {
    const char       *ids;
    guint             key;
    GdkModifierType   modifiers;
    GtkTextDirection  direction;
    const char       *dates; /* NULL: refused */
  } cases[] = {
    { "gomel visit", GDK_KEY_Right, GDK_CONTROL_MASK, GTK_TEXT_DIR_LTR, "2022-03-01 2022-03-03/2022-03-10" },
    { "gomel visit", GDK_KEY_Right, GDK_CONTROL_MASK, GTK_TEXT_DIR_RTL, "2022-02-27 2022-03-01/2022-03-08" },
    { "gomel open", GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, GTK_TEXT_DIR_LTR, "2022-02-21 2022-03-05/.." },
    /* Together they move by what the least exact of them tells. */
    { "gomel draft", GDK_KEY_Right, GDK_CONTROL_MASK, GTK_TEXT_DIR_LTR, "2022-03-28 2022-05~" },
    { "brest draft", GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, GTK_TEXT_DIR_LTR, "2022-02-07 2022-03~" },
    { "gomel set", GDK_KEY_Right, GDK_CONTROL_MASK, GTK_TEXT_DIR_LTR, NULL },
    { "gomel visit", GDK_KEY_Right, GDK_SHIFT_MASK, GTK_TEXT_DIR_LTR, NULL },
    { "gomel visit", GDK_KEY_Home, GDK_SHIFT_MASK, GTK_TEXT_DIR_LTR, NULL },
    /* One alone is as if it were not marked. */
    { "visit", GDK_KEY_Right, GDK_SHIFT_MASK, GTK_TEXT_DIR_LTR, "2022-03-02/2022-03-10" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Editing editing;
      g_auto (GStrv) ids = g_strsplit (cases[i].ids, " ", -1);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, cases[i].ids);
      editing_set_up (&editing);
      gtk_widget_set_direction (GTK_WIDGET (editing.fixture.timeline), cases[i].direction);
      editing_look_at (&editing, 40, "antalya");
      mark (&editing, cases[i].ids);
      before = editing_list_dates (&editing, (const char * const *) ids);

      editing.allowed = FALSE;
      g_assert_true (editing_press (&editing, cases[i].key, cases[i].modifiers));
      g_assert_cmpuint (editing.n_asked, ==, 1);
      editing.allowed = TRUE;
      g_assert_true (editing_press (&editing, cases[i].key, cases[i].modifiers));
      after = editing_list_dates (&editing, (const char * const *) ids);
      g_assert_cmpstr (after, ==, cases[i].dates != NULL ? cases[i].dates : before);
      g_assert_true ((editing.refused != NULL) == (cases[i].dates == NULL));
      g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==, cases[i].dates != NULL);
      assert_marked (&editing, cases[i].ids);
      if (cases[i].dates != NULL)
        {
          g_autofree char *again = NULL;

          g_assert_true (talks_history_undo (editing_get_history (&editing), NULL));
          again = editing_list_dates (&editing, (const char * const *) ids);
          g_assert_cmpstr (again, ==, before);
        }
      editing_tear_down (&editing);
    }
}

static void
test_move_by_drag (void)
{
  static const struct
  {
    const char *ids;
    const char *grasped;
    double      zoom; /* pixels a day */
    double      days;
    const char *dates;
    const char *words; /* while it is dragged */
  } cases[] = {
    { "gomel visit brest", "gomel", 40, 3, "2022-03-03 2022-03-05/2022-03-12 2022-03-10", "3 events: 3 days later" },
    { "gomel brest", "brest", 40, -1.2, "2022-02-27 2022-03-06", "2 events: 1 day earlier" },
    { "gomel brest", "gomel", 40, 0.2, "2022-02-28 2022-03-07", "2 events, where they are" },
    { "gomel draft", "gomel", 20, 28, "2022-03-28 2022-05~", "2 events: 1 month later" },
    { "gomel draft", "gomel", 20, 9, "2022-02-28 2022-04~", "2 events, where they are" },
    /* Not one of the marked: it alone. */
    { "gomel visit", "antalya", 40, 2, "2022-02-28 2022-03-02/2022-03-09", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Editing editing;
      g_auto (GStrv) ids = g_strsplit (cases[i].ids, " ", -1);
      g_autofree char *before = NULL;
      g_autofree char *during = NULL;
      g_autofree char *after = NULL;
      double x;

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, cases[i].ids);
      editing_set_up (&editing);
      editing_look_at (&editing, cases[i].zoom, cases[i].grasped);
      mark (&editing, cases[i].ids);
      before = editing_list_dates (&editing, (const char * const *) ids);
      g_assert_true (editing_grasp (&editing, cases[i].grasped, EDITING_AT_MIDDLE, &x));
      talks_timeline_update_edit_drag (editing.fixture.timeline, x + editing_days_to_pixels (&editing, cases[i].days), 0);
      fixture_settle (&editing.fixture);
      during = editing_list_dates (&editing, (const char * const *) ids);
      g_assert_cmpstr (during, ==, before);
      if (cases[i].words != NULL)
        g_assert_cmpstr (editing.fixture.timeline->edit_words, ==, cases[i].words);
      editing_drop (&editing);
      after = editing_list_dates (&editing, (const char * const *) ids);
      g_assert_cmpstr (after, ==, cases[i].dates);
      g_assert_null (editing.fixture.timeline->edit_events);
      g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==,
                        !g_str_equal (before, after) || cases[i].words == NULL);
      editing_tear_down (&editing);
    }
}

/* One that can not be moved holds the others back, and says so while they are dragged. */
static void
test_held_back (void)
{
  Editing editing;
  double x;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "gomel");
  mark (&editing, "gomel set");
  g_assert_true (editing_grasp (&editing, "gomel", EDITING_AT_MIDDLE, &x));
  talks_timeline_update_edit_drag (editing.fixture.timeline, x + editing_days_to_pixels (&editing, 2), 0);
  g_assert_nonnull (strstr (editing.fixture.timeline->edit_words, "[2022-03-15,2022-03-20]"));
  editing_drop (&editing);
  g_assert_nonnull (editing.refused);
  g_assert_cmpuint (talks_history_get_n_steps (editing_get_history (&editing)), ==, 0);

  g_assert_true (editing_grasp (&editing, "gomel", EDITING_AT_MIDDLE, &x));
  g_assert_true (editing_press (&editing, GDK_KEY_Escape, 0));
  g_assert_null (editing.fixture.timeline->edit_events);
  assert_marked (&editing, "gomel set");
  editing_tear_down (&editing);
}

static void
test_duplicate (void)
{
  Editing editing;
  GPtrArray *events;
  guint one;
  guint other;
  guint n;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "antalya");
  events = talks_document_get_records (editing.fixture.document, TALKS_RECORD_EVENT);
  n = events->len;
  mark (&editing, "gomel brest visit");
  g_assert_true (editing_press (&editing, GDK_KEY_d, GDK_CONTROL_MASK));
  g_assert_cmpuint (events->len, ==, n + 3);
  assert_marked (&editing, "gomel-2 visit-2 brest-2");
  g_assert_cmpstr (talks_history_get_undo_name (editing_get_history (&editing)), ==, "Duplicate 3 events");
  g_assert_true (g_ptr_array_find (events, editing_get_event (&editing, "brest"), &one));
  g_assert_true (g_ptr_array_find (events, editing_get_event (&editing, "brest-2"), &other));
  g_assert_cmpuint (other, ==, one + 1);
  g_assert_true (g_ptr_array_find (events, editing_get_event (&editing, "gomel-2"), &other));
  g_assert_cmpuint (other, ==, 1);

  g_assert_true (talks_history_undo (editing_get_history (&editing), NULL));
  g_assert_cmpuint (events->len, ==, n);
  assert_marked (&editing, "");
  editing_tear_down (&editing);
}

/* The window is told by which action: that of one, or that of all that are marked. */
static void
activated (GSimpleAction *action,
           GVariant      *parameter,
           guint         *n)
{
  (*n)++;
}

static void
test_delete (void)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) one = g_simple_action_new ("delete", G_VARIANT_TYPE_STRING);
  g_autoptr (GSimpleAction) marked = g_simple_action_new ("delete-marked", NULL);
  guint n_one = 0;
  guint n_marked = 0;
  Editing editing;

  editing_set_up (&editing);
  g_signal_connect (one, "activate", G_CALLBACK (activated), &n_one);
  g_signal_connect (marked, "activate", G_CALLBACK (activated), &n_marked);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (one));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (marked));
  gtk_widget_insert_action_group (editing.fixture.window, "editor", G_ACTION_GROUP (group));
  talks_session_select (editing.fixture.session, "antalya");
  editing_look_at (&editing, 40, "antalya");
  g_assert_true (editing_press (&editing, GDK_KEY_Delete, 0));
  g_assert_cmpuint (n_one, ==, 1);
  mark (&editing, "gomel brest");
  g_assert_true (editing_press (&editing, GDK_KEY_Delete, 0));
  g_assert_cmpuint (n_one, ==, 1);
  g_assert_cmpuint (n_marked, ==, 1);
  editing_tear_down (&editing);
}

/* All that is marked is copied, in the order of time. */
static void
test_copy (void)
{
  Editing editing;
  GdkContentProvider *content;
  GValue value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "antalya");
  mark (&editing, "antalya gomel");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editing.fixture.timeline), "timeline.copy-marked", NULL));
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (editing.fixture.timeline)));
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, "28 February 2022: gomel\n10 March 2022: antalya");
  g_value_unset (&value);
  editing_tear_down (&editing);
}

/* Marking draws the overlay, and neither scene nor strips. */
static void
test_marking_is_cheap (void)
{
  Editing editing;
  TalksTimelineCounters before;

  editing_set_up (&editing);
  editing_look_at (&editing, 40, "antalya");
  /* On a slow machine the picture before may still be under way. */
  do
    {
      before = editing.fixture.timeline->counters;
      fixture_settle (&editing.fixture);
    }
  while (editing.fixture.timeline->counters.canvas != before.canvas);
  before = editing.fixture.timeline->counters;
  mark (&editing, "gomel brest antalya");
  fixture_settle (&editing.fixture);
  g_assert_cmpuint (editing.fixture.timeline->counters.overlay, >, before.overlay);
  g_assert_cmpuint (editing.fixture.timeline->counters.scenes, ==, before.scenes);
  g_assert_cmpuint (editing.fixture.timeline->counters.strips, ==, before.strips);
  g_assert_cmpuint (editing.fixture.timeline->counters.canvas, ==, before.canvas);
  editing_tear_down (&editing);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/toggle", test_toggle);
  g_test_add_func ("/marks/cluster", test_cluster);
  g_test_add_func ("/marks/frame", test_frame);
  g_test_add_func ("/marks/move-by-key", test_move_by_key);
  g_test_add_func ("/marks/move-by-drag", test_move_by_drag);
  g_test_add_func ("/marks/held-back", test_held_back);
  g_test_add_func ("/marks/duplicate", test_duplicate);
  g_test_add_func ("/marks/delete", test_delete);
  g_test_add_func ("/marks/copy", test_copy);
  g_test_add_func ("/marks/marking-is-cheap", test_marking_is_cheap);
  return g_test_run ();
}
