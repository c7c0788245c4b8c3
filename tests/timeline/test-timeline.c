/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolling, zooming and drawing. */

#include "timeline-fixture.h"

#include "talks-test-support.h"

static GtkAdjustment *
get_hadjustment (Fixture *fixture)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (fixture->scrolled));
}

static void
assert_in_step (Fixture *fixture)
{
  const TalksViewport *viewport = talks_session_get_viewport (fixture->session);
  GtkAdjustment *adjustment = get_hadjustment (fixture);
  GdkRectangle area = talks_timeline_get_canvas_area (fixture->timeline);

  g_assert_cmpfloat (viewport->width, ==, area.width);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), viewport->x, 1e-6);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (adjustment),
                                  MAX (talks_time_scale_get_width (viewport->scale), area.width),
                                  1e-6);
  g_assert_cmpfloat (gtk_adjustment_get_page_size (adjustment), ==, area.width);
  g_assert_true (talks_scene_get_scale (talks_timeline_get_scene (fixture->timeline)) ==
                 viewport->scale);
}

static void
test_zoom_keeps_day (void)
{
  static const struct
  {
    double           factor;
    double           at; /* of the canvas */
    GtkTextDirection direction;
  } cases[] = {
    { 1.25, 0.5, GTK_TEXT_DIR_LTR }, { 4, 0.3, GTK_TEXT_DIR_LTR }, { 0.7, 0.6, GTK_TEXT_DIR_LTR },
    { 1.25, 0.2, GTK_TEXT_DIR_RTL }, { 4, 0.5, GTK_TEXT_DIR_RTL }, { 0.7, 0.4, GTK_TEXT_DIR_RTL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      GdkRectangle area;
      double x;
      double day;

      fixture_set_up (&fixture, fixture_make_document ());
      gtk_widget_set_direction (GTK_WIDGET (fixture.timeline), cases[i].direction);
      talks_session_set_folding (fixture.session, FALSE);
      fixture_look_at (&fixture, 8, talks_test_day ("2023-10-01"));
      assert_in_step (&fixture);

      area = talks_timeline_get_canvas_area (fixture.timeline);
      x = area.x + area.width * cases[i].at;
      day = talks_timeline_x_to_day (fixture.timeline, x);
      talks_timeline_zoom (fixture.timeline, cases[i].factor, day, TRUE);
      fixture_settle (&fixture);
      assert_in_step (&fixture);
      g_assert_cmpfloat_with_epsilon (talks_time_scale_day_to_x (
                                        talks_session_get_viewport (fixture.session)->scale, day) -
                                        gtk_adjustment_get_value (get_hadjustment (&fixture)),
                                      x - area.x, 0.5);
      fixture_tear_down (&fixture);
    }
}

typedef struct
{
  Fixture *fixture;
  double   day;
  double   offset;
  int      n_steps;
} Watch;

static void
watch_zoom (TalksSession *session,
            guint         flags,
            gpointer      data)
{
  Watch *watch = data;
  const TalksViewport *viewport = talks_session_get_viewport (session);

  if ((flags & TALKS_SESSION_SCALE) == 0)
    return;
  watch->n_steps++;
  g_assert_cmpfloat_with_epsilon (talks_time_scale_day_to_x (viewport->scale, watch->day) -
                                    viewport->x, watch->offset, 0.5);
}

static void
test_zoom_runs (void)
{
  Fixture fixture;
  Watch watch = { .fixture = &fixture };
  const TalksViewport *viewport;
  double zoom;

  fixture_set_up (&fixture, fixture_make_document ());
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  viewport = talks_session_get_viewport (fixture.session);
  talks_session_set_folding (fixture.session, FALSE);
  fixture_look_at (&fixture, 6, talks_test_day ("2023-10-01"));

  zoom = viewport->zoom;
  watch.day = (double) talks_test_day ("2023-10-01");
  watch.offset = talks_time_scale_day_to_x (viewport->scale, watch.day) - viewport->x;
  g_signal_connect (fixture.session, "changed", G_CALLBACK (watch_zoom), &watch);
  fixture.timeline->build_ms = 0;
  talks_timeline_zoom (fixture.timeline, 1.5, watch.day, TRUE);
  /* The second one adds to where the first one goes. */
  talks_timeline_zoom (fixture.timeline, 2, watch.day, TRUE);
  fixture_settle (&fixture);
  fixture_settle (&fixture);
  g_assert_cmpfloat_with_epsilon (viewport->zoom, zoom * 3, zoom * 1e-6);
  g_assert_cmpint (watch.n_steps, >=, 1);
  g_assert_cmpint (fixture.timeline->motion, ==, TALKS_MOTION_NONE);
  assert_in_step (&fixture);
  g_signal_handlers_disconnect_by_data (fixture.session, &watch);

  /* Whoever moves the picture otherwise ends the motion. */
  fixture.timeline->build_ms = 0;
  talks_timeline_zoom (fixture.timeline, 2, watch.day, TRUE);
  talks_session_fit (fixture.session);
  g_assert_cmpint (fixture.timeline->motion, ==, TALKS_MOTION_NONE);
  fixture_settle (&fixture);
  g_assert_cmpfloat (viewport->zoom, ==, talks_viewport_get_min_zoom (viewport));
  fixture_tear_down (&fixture);
}

static void
test_scrollbar (void)
{
  Fixture fixture;

  fixture_set_up (&fixture, fixture_make_document ());
  fixture_look_at (&fixture, 5, talks_test_day ("2022-03-10"));
  gtk_adjustment_set_value (get_hadjustment (&fixture), 123);
  g_assert_cmpfloat (talks_session_get_viewport (fixture.session)->x, ==, 123);
  fixture_settle (&fixture);
  assert_in_step (&fixture);

  /* And the other way round, beyond the end. */
  talks_session_scroll_to (fixture.session, 1e9);
  fixture_settle (&fixture);
  assert_in_step (&fixture);

  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 700, 500);
  fixture_settle (&fixture);
  assert_in_step (&fixture);
  fixture_tear_down (&fixture);
}

static void
test_hover_keeps_strips (void)
{
  Fixture fixture;
  TalksTimelineCounters before;
  GdkRectangle area;
  int n_hovers = 0;

  fixture_set_up (&fixture, fixture_make_document ());
  before = fixture.timeline->counters;
  area = talks_timeline_get_canvas_area (fixture.timeline);
  fixture.timeline->has_pointer = TRUE;
  for (int y = area.y; y < area.y + area.height; y += 8)
    for (int x = area.x; x < area.x + area.width; x += 16)
      {
        const TalksItem *hover = fixture.timeline->hover;

        fixture.timeline->pointer_x = x;
        fixture.timeline->pointer_y = y;
        talks_timeline_update_hover (fixture.timeline);
        n_hovers += fixture.timeline->hover != NULL && fixture.timeline->hover != hover;
        while (g_main_context_iteration (NULL, FALSE))
          ;
      }
  fixture_settle (&fixture);
  g_assert_cmpint (n_hovers, >, 5);
  g_assert_cmpuint (fixture.timeline->counters.overlay, >, before.overlay);
  g_assert_cmpuint (fixture.timeline->counters.strips, ==, before.strips);
  g_assert_cmpuint (fixture.timeline->counters.canvas, ==, before.canvas);
  g_assert_cmpuint (fixture.timeline->counters.scenes, ==, before.scenes);

  /* Nor does moving the date. */
  talks_session_set_as_of (fixture.session, talks_test_day ("2022-03-06"));
  fixture_settle (&fixture);
  g_assert_cmpuint (fixture.timeline->counters.canvas, ==, before.canvas);
  fixture_tear_down (&fixture);
}

static void
test_pan_reuses_strips (void)
{
  Fixture fixture;
  TalksTimelineCounters before;

  fixture_set_up (&fixture, fixture_make_document ());
  talks_session_set_folding (fixture.session, FALSE);
  fixture_look_at (&fixture, 20, talks_test_day ("2022-03-10"));
  talks_session_scroll_to (fixture.session, 1024);
  fixture_settle (&fixture);
  before = fixture.timeline->counters;

  /* Forth by less than a strip: one comes into view. And back: none does. */
  for (double x = 1024; x <= 1324; x += 60)
    {
      talks_session_scroll_to (fixture.session, x);
      fixture_settle (&fixture);
    }
  g_assert_cmpuint (fixture.timeline->counters.canvas, >, before.canvas);
  g_assert_cmpuint (fixture.timeline->counters.strips, <=, before.strips + 1);
  before = fixture.timeline->counters;
  talks_session_scroll_to (fixture.session, 1024);
  fixture_settle (&fixture);
  g_assert_cmpuint (fixture.timeline->counters.strips, ==, before.strips);
  g_assert_cmpuint (fixture.timeline->counters.scenes, ==, before.scenes);
  fixture_tear_down (&fixture);
}

static void
test_what_records_again (void)
{
  Fixture fixture;
  TalksTimelineCounters before;

  fixture_set_up (&fixture, fixture_make_document ());

  before = fixture.timeline->counters;
  talks_session_select (fixture.session, "brest");
  fixture_settle (&fixture);
  g_assert_cmpuint (fixture.timeline->counters.strips, ==, before.strips);

  talks_session_set_highlight (fixture.session, "party-a");
  fixture_settle (&fixture);
  g_assert_cmpuint (fixture.timeline->counters.strips, >, before.strips);
  g_assert_cmpuint (fixture.timeline->counters.scenes, ==, before.scenes);

  before = fixture.timeline->counters;
  talks_timeline_set_palette (fixture.timeline, talks_palette_get (TALKS_THEME_DARK));
  fixture_settle (&fixture);
  g_assert_cmpuint (fixture.timeline->counters.strips, >, before.strips);
  g_assert_cmpuint (fixture.timeline->counters.scenes, ==, before.scenes);

  before = fixture.timeline->counters;
  talks_session_set_language (fixture.session, "uk");
  fixture_settle (&fixture);
  g_assert_cmpuint (fixture.timeline->counters.scenes, ==, before.scenes + 1);

  before = fixture.timeline->counters;
  talks_test_add (fixture.document, talks_test_event_new ("new", "call", "2022-03-20"));
  fixture_settle (&fixture);
  g_assert_cmpuint (fixture.timeline->counters.scenes, ==, before.scenes + 1);
  fixture_tear_down (&fixture);
}

/* Nothing goes on drawing, laying out or rebinding when nobody does anything. */
static void
test_rests (void)
{
  Fixture fixture;
  TalksTimelineCounters before;

  fixture_set_up (&fixture, fixture_make_document ());
  fixture_settle (&fixture);
  before = fixture.timeline->counters;
  for (int i = 0; i < 4; i++)
    fixture_settle (&fixture);
  g_assert_cmpuint (fixture.timeline->counters.canvas, ==, before.canvas);
  g_assert_cmpuint (fixture.timeline->counters.overlay, ==, before.overlay);
  g_assert_cmpuint (fixture.timeline->items_id, ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_row_is_revealed (void)
{
  Fixture fixture;
  GtkAdjustment *adjustment;
  const TalksItem *item;

  fixture_set_up (&fixture, fixture_make_document ());
  gtk_window_set_default_size (GTK_WINDOW (fixture.window), 1000, 150);
  fixture_settle (&fixture);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture.scrolled));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment));

  for (int i = 0; i < 2; i++)
    {
      talks_session_select (fixture.session, i == 0 ? "statement-1" : "gomel");
      fixture_settle (&fixture);
      /* Scrolled away from, it comes back when it is asked for. */
      gtk_adjustment_set_value (adjustment, i == 0 ? 0 : gtk_adjustment_get_upper (adjustment));
      talks_timeline_reveal_selection (fixture.timeline);
      fixture_settle (&fixture);
      item = talks_timeline_find_selected (fixture.timeline);
      g_assert_nonnull (item);
      g_assert_cmpfloat (item->bounds.y, >=, gtk_adjustment_get_value (adjustment));
      g_assert_cmpfloat (item->bounds.y + item->bounds.height, <=,
                         gtk_adjustment_get_value (adjustment) +
                           gtk_adjustment_get_page_size (adjustment));
    }
  fixture_tear_down (&fixture);
}

static void
test_mirrored (void)
{
  Fixture fixture;
  GdkRectangle area;

  fixture_set_up (&fixture, fixture_make_document ());
  area = talks_timeline_get_canvas_area (fixture.timeline);
  g_assert_cmpint (area.x, ==, fixture.timeline->header_width);
  g_assert_cmpfloat (talks_timeline_x_to_day (fixture.timeline, area.x), <,
                     talks_timeline_x_to_day (fixture.timeline, area.x + area.width));

  gtk_widget_set_direction (GTK_WIDGET (fixture.timeline), GTK_TEXT_DIR_RTL);
  fixture_settle (&fixture);
  area = talks_timeline_get_canvas_area (fixture.timeline);
  g_assert_cmpint (area.x, ==, 0);
  g_assert_true (talks_session_get_viewport (fixture.session)->mirrored);
  g_assert_cmpfloat (talks_timeline_x_to_day (fixture.timeline, area.x), >,
                     talks_timeline_x_to_day (fixture.timeline, area.x + area.width));
  assert_in_step (&fixture);
  fixture_tear_down (&fixture);
}

/* A wide document: what is kept stays bounded, and far along places stay exact. */
static void
test_large (void)
{
  Fixture fixture;
  const TalksViewport *viewport;
  TalksTimelineCounters before;

  fixture_set_up (&fixture, talks_generate_document (2000, 7));
  viewport = talks_session_get_viewport (fixture.session);
  talks_session_set_folding (fixture.session, FALSE);
  talks_session_zoom_at (fixture.session, TALKS_VIEWPORT_MAX_ZOOM, (double) viewport->extent.start);
  for (int i = 0; i < 60; i++)
    {
      talks_session_scroll_to (fixture.session, talks_time_scale_get_width (viewport->scale) * i /
                                                  59.0);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  fixture_settle (&fixture);
  assert_in_step (&fixture);
  before = fixture.timeline->counters;
  g_assert_cmpuint (before.scenes, <=, 6);
  fixture_tear_down (&fixture);
}

/* The largest Cairo node in a tree, by its longer side. */
static double
find_largest (GskRenderNode *node)
{
  double largest = 0;
  graphene_rect_t bounds;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        largest = MAX (largest, find_largest (gsk_container_node_get_child (node, i)));
      return largest;
    case GSK_TRANSFORM_NODE:
      return find_largest (gsk_transform_node_get_child (node));
    case GSK_CLIP_NODE:
      return find_largest (gsk_clip_node_get_child (node));
    case GSK_CAIRO_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      return MAX (bounds.size.width, bounds.size.height);
    default:
      return 0;
    }
}

static void
assert_nodes_fit (GtkWidget *part,
                  double     limit)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (part)->snapshot (part, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_cmpfloat (find_largest (node), >, 0);
  g_assert_cmpfloat (find_largest (node), <=, limit);
  gsk_render_node_unref (node);
}

/* Renderers make a texture of each Cairo node, which has a limit; a ribbon has none. */
static void
test_nodes_fit_textures (void)
{
  static const char * const ids[] = { "position-1", "gomel" };
  Fixture fixture;
  const TalksItem *item;

  fixture_set_up (&fixture, fixture_make_document ());
  talks_session_set_folding (fixture.session, FALSE);
  talks_session_zoom_at (fixture.session, TALKS_VIEWPORT_MAX_ZOOM,
                         (double) talks_test_day ("2022-03-02"));
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      talks_session_select (fixture.session, ids[i]);
      gtk_widget_grab_focus (GTK_WIDGET (fixture.timeline));
      gtk_window_set_focus_visible (GTK_WINDOW (fixture.window), TRUE);
      fixture_settle (&fixture);
      item = talks_timeline_find_selected (fixture.timeline);
      if (i == 0)
        g_assert_cmpfloat (item->bounds.width, >, 32768);
      assert_nodes_fit (fixture.timeline->overlay, 2048);
      assert_nodes_fit (fixture.timeline->canvas, 2048);
      assert_nodes_fit (fixture.timeline->lanes, 2048);
      assert_nodes_fit (fixture.timeline->ruler, 2048);
    }
  fixture_tear_down (&fixture);
}

static void
count (gpointer number)
{
  ++*(int *) number;
}

static void
test_topic (void)
{
  Fixture fixture;
  g_autofree char *topic = NULL;
  int n_notified = 0;

  fixture_set_up (&fixture, fixture_make_document ());
  talks_test_add (fixture.document, talks_test_topic_new ("borders"));
  g_signal_connect_swapped (fixture.timeline, "notify::topic", G_CALLBACK (count), &n_notified);
  for (int i = 0; i < 2; i++)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.timeline), "timeline.topic", "s",
                                               "borders"));
  g_object_get (fixture.timeline, "topic", &topic, NULL);
  g_assert_cmpstr (topic, ==, "borders");
  g_assert_cmpstr (talks_session_get_topic (fixture.session), ==, "borders");
  g_assert_cmpint (n_notified, ==, 1);
  fixture_settle (&fixture);
  fixture_tear_down (&fixture);
}

/* Pages go on in time, whichever way it runs. */
static void
test_pages (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (gsize i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      Fixture fixture;
      double before;
      double after;
      double to;

      fixture_set_up (&fixture, fixture_make_document ());
      gtk_widget_set_direction (GTK_WIDGET (fixture.timeline), directions[i]);
      talks_session_set_folding (fixture.session, FALSE);
      fixture_look_at (&fixture, 10, talks_test_day ("2023-10-01"));
      talks_viewport_get_visible (talks_session_get_viewport (fixture.session), &before, &to);
      gtk_widget_activate_action (GTK_WIDGET (fixture.timeline), "timeline.page-on", NULL);
      talks_viewport_get_visible (talks_session_get_viewport (fixture.session), &after, NULL);
      g_assert_cmpfloat_with_epsilon (after, before + (to - before) * 0.9, 0.01);
      gtk_widget_activate_action (GTK_WIDGET (fixture.timeline), "timeline.page-back", NULL);
      talks_viewport_get_visible (talks_session_get_viewport (fixture.session), &after, NULL);
      g_assert_cmpfloat_with_epsilon (after, before, 0.01);
      fixture_tear_down (&fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/zoom-keeps-day", test_zoom_keeps_day);
  g_test_add_func ("/timeline/zoom-runs", test_zoom_runs);
  g_test_add_func ("/timeline/scrollbar", test_scrollbar);
  g_test_add_func ("/timeline/hover-keeps-strips", test_hover_keeps_strips);
  g_test_add_func ("/timeline/pan-reuses-strips", test_pan_reuses_strips);
  g_test_add_func ("/timeline/what-records-again", test_what_records_again);
  g_test_add_func ("/timeline/rests", test_rests);
  g_test_add_func ("/timeline/row-is-revealed", test_row_is_revealed);
  g_test_add_func ("/timeline/mirrored", test_mirrored);
  g_test_add_func ("/timeline/nodes-fit-textures", test_nodes_fit_textures);
  g_test_add_func ("/timeline/topic", test_topic);
  g_test_add_func ("/timeline/pages", test_pages);
  g_test_add_func ("/timeline/large", test_large);
  return g_test_run ();
}
