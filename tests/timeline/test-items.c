/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stand-ins: what a screen reader finds, and where the focus goes. */

#include "timeline-fixture.h"

#include <math.h>
#include <string.h>

#include "talks-test-support.h"

static const TalksItem *
get_focused (Fixture *fixture)
{
  TalksTimelineItem *focused = talks_timeline_get_focus_item (fixture->timeline);

  return focused != NULL ? talks_timeline_item_get_item (focused) : NULL;
}

static gboolean
shows (const TalksItem   *item,
       const TalksRecord *record)
{
  if (item->record == record)
    return TRUE;
  for (guint i = 0; item->events != NULL && i < item->n_events; i++)
    if (&item->events[i]->record == record)
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_stand_in (Fixture    *fixture,
               const char *id)
{
  TalksRecord *record = talks_document_lookup (fixture->document, id);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->timeline));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (TALKS_IS_TIMELINE_ITEM (child) && gtk_widget_get_visible (child) &&
        shows (talks_timeline_item_get_item (TALKS_TIMELINE_ITEM (child)), record))
      return child;
  return NULL;
}

static void
count_item (const TalksItem *item,
            gpointer         number)
{
  ++*(guint *) number;
}

/* Readers meet them in the order of time. */
static void
assert_in_order (Fixture *fixture)
{
  TalksDay last = TALKS_DAY_MIN;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->timeline));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (TALKS_IS_TIMELINE_ITEM (child) && gtk_widget_get_visible (child))
      {
        const TalksItem *item = talks_timeline_item_get_item (TALKS_TIMELINE_ITEM (child));

        g_assert_cmpint (item->span.start, >=, last);
        last = item->span.start;
      }
}

static void
test_names (void)
{
  Fixture fixture;
  GtkAccessible *timeline;
  guint n_items = 0;
  guint n_stand_ins = 0;

  fixture_set_up (&fixture, fixture_make_document ());
  timeline = GTK_ACCESSIBLE (fixture.timeline);
  g_assert_true (gtk_test_accessible_has_role (timeline, GTK_ACCESSIBLE_ROLE_LIST));
  g_assert_null (gtk_test_accessible_check_property (timeline,
                                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                     "11 events, February 2022 to May 2025"));
  g_assert_true (gtk_test_accessible_has_property (timeline, GTK_ACCESSIBLE_PROPERTY_LABEL));

  talks_scene_foreach (talks_timeline_get_scene (fixture.timeline), 0,
                       talks_scene_get_width (talks_timeline_get_scene (fixture.timeline)),
                       count_item, &n_items);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture.timeline));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const TalksItem *item;
      g_autofree char *label = NULL;
      g_autofree char *mismatch = NULL;

      if (!TALKS_IS_TIMELINE_ITEM (child) || !gtk_widget_get_visible (child))
        continue;
      n_stand_ins++;
      item = talks_timeline_item_get_item (TALKS_TIMELINE_ITEM (child));
      label = talks_timeline_describe_item (fixture.timeline->scene, item);
      g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (child),
                                                   GTK_ACCESSIBLE_ROLE_LIST_ITEM));
      mismatch = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL, label);
      g_assert_null (mismatch);
      g_assert_cmpint (strlen (label), >, 0);
      if (item->record != NULL && item->record->kind == TALKS_RECORD_EVENT)
        {
          int rank = talks_document_get_event_rank (fixture.document, (TalksEvent *) item->record);

          g_assert_null (gtk_test_accessible_check_relation (
            GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_POS_IN_SET, rank + 1));
          g_assert_null (gtk_test_accessible_check_relation (
            GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_SET_SIZE, 11));
        }
    }
  g_assert_cmpuint (n_stand_ins, ==, n_items);
  assert_in_order (&fixture);
  fixture_tear_down (&fixture);
}

/* Those in view, and not the others. */
static void
test_follow_view (void)
{
  Fixture fixture;

  fixture_set_up (&fixture, fixture_make_document ());
  fixture_look_at (&fixture, 30, talks_test_day ("2022-03-07"));
  g_assert_nonnull (find_stand_in (&fixture, "brest"));
  g_assert_null (find_stand_in (&fixture, "istanbul"));
  assert_in_order (&fixture);

  fixture_look_at (&fixture, 30, talks_test_day ("2025-05-16"));
  g_assert_nonnull (find_stand_in (&fixture, "istanbul"));
  g_assert_null (find_stand_in (&fixture, "brest"));

  /* Those that stay, between those that come. */
  fixture_look_at (&fixture, 30, talks_test_day ("2022-03-07"));
  fixture_look_at (&fixture, 12, talks_test_day ("2022-03-07"));
  assert_in_order (&fixture);
  talks_test_add (fixture.document, talks_test_event_new ("new", "talks", "2022-03-06"));
  fixture_settle (&fixture);
  g_assert_nonnull (find_stand_in (&fixture, "new"));
  assert_in_order (&fixture);
  fixture_tear_down (&fixture);
}

static void
test_places (void)
{
  Fixture fixture;
  GtkWidget *stand_in;
  graphene_rect_t bounds;
  TalksRect rect;

  fixture_set_up (&fixture, fixture_make_document ());
  fixture_look_at (&fixture, 10, talks_test_day ("2022-03-07"));
  stand_in = find_stand_in (&fixture, "brest");
  rect = talks_timeline_get_item_rect (fixture.timeline,
                                       talks_timeline_item_get_item (TALKS_TIMELINE_ITEM (stand_in)));
  g_assert_true (gtk_widget_compute_bounds (stand_in, GTK_WIDGET (fixture.timeline), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.x, rect.x, 1);
  g_assert_cmpfloat_with_epsilon (bounds.origin.y, rect.y, 1);
  g_assert_cmpfloat_with_epsilon (bounds.size.width, rect.width, 1.5);
  fixture_tear_down (&fixture);
}

static void
test_steps_move_focus (void)
{
  static const struct
  {
    const char *action;
    const char *id;
  } steps[] = {
    { "timeline.first", "gomel" },
    { "timeline.step-next", "pushcha" },
    { "timeline.step-next", "call-1" },
    { "timeline.step-below", "statement-1" },
    { "timeline.lane-last", "statement-3" },
    { "timeline.step-above", "call-2" },
    { "timeline.last", "istanbul" },
    { "timeline.step-next", "istanbul" },
    { "timeline.lane-first", "gomel" },
  };

  for (int zoomed = 0; zoomed < 2; zoomed++)
    {
      Fixture fixture;

      fixture_set_up (&fixture, fixture_make_document ());
      gtk_widget_grab_focus (GTK_WIDGET (fixture.timeline));
      g_assert_true (talks_timeline_has_focus_inside (fixture.timeline));
      /* In view or not, alone or in a cluster: the focus goes there. */
      if (zoomed)
        fixture_look_at (&fixture, 40, talks_test_day ("2022-03-07"));
      for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
        {
          TalksRecord *record;

          g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.timeline),
                                                     steps[i].action, NULL));
          fixture_settle (&fixture);
          record = talks_session_get_selection (fixture.session);
          g_assert_nonnull (record);
          g_assert_cmpstr (record->id, ==, steps[i].id);
          g_assert_nonnull (get_focused (&fixture));
          g_assert_true (shows (get_focused (&fixture), record));
        }
      fixture_tear_down (&fixture);
    }
}

/* The focus stays on its record through pans, zooms and edits. */
static void
test_focus_stays (void)
{
  Fixture fixture;

  fixture_set_up (&fixture, fixture_make_document ());
  talks_session_select (fixture.session, "brest");
  gtk_widget_grab_focus (GTK_WIDGET (fixture.timeline));
  fixture_settle (&fixture);
  g_assert_cmpstr (get_focused (&fixture)->record->id, ==, "brest");

  fixture_look_at (&fixture, 30, talks_test_day ("2025-05-16"));
  g_assert_cmpstr (get_focused (&fixture)->record->id, ==, "brest");

  talks_test_add (fixture.document, talks_test_event_new ("new", "call", "2022-03-20"));
  fixture_settle (&fixture);
  g_assert_cmpstr (get_focused (&fixture)->record->id, ==, "brest");

  /* What goes takes the focus along only to the timeline. */
  talks_test_remove (fixture.document, "brest");
  /* Its record may be freed: nothing may lead there any more, not even for a moment. */
  g_assert_null (get_focused (&fixture));
  fixture_settle (&fixture);
  g_assert_true (talks_timeline_has_focus_inside (fixture.timeline));
  fixture_tear_down (&fixture);
}

static void
test_activate_selects (void)
{
  Fixture fixture;

  fixture_set_up (&fixture, fixture_make_document ());
  fixture_look_at (&fixture, 10, talks_test_day ("2022-03-07"));
  g_assert_true (gtk_widget_activate (find_stand_in (&fixture, "brest")));
  g_assert_cmpstr (talks_session_get_selection (fixture.session)->id, ==, "brest");
  fixture_settle (&fixture);
  g_assert_true (gtk_widget_activate (find_stand_in (&fixture, "position-1")));
  g_assert_cmpstr (talks_session_get_selection (fixture.session)->id, ==, "position-1");
  fixture_tear_down (&fixture);
}

/* Readers hear which one is selected, wherever it was chosen. */
static void
test_selected_state (void)
{
  static const char * const ids[] = { "antalya", "gomel", "position-1" };
  Fixture fixture;

  fixture_set_up (&fixture, fixture_make_document ());
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      talks_session_select (fixture.session, ids[i]);
      fixture_settle (&fixture);
      for (gsize k = 0; k < G_N_ELEMENTS (ids); k++)
        {
          GtkWidget *stand_in = find_stand_in (&fixture, ids[k]);

          g_assert_nonnull (stand_in);
          if (k == i)
            g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (stand_in),
                                                            GTK_ACCESSIBLE_STATE_SELECTED, TRUE));
          else if (gtk_test_accessible_has_state (GTK_ACCESSIBLE (stand_in),
                                                  GTK_ACCESSIBLE_STATE_SELECTED))
            g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (stand_in),
                                                            GTK_ACCESSIBLE_STATE_SELECTED, FALSE));
        }
    }
  fixture_tear_down (&fixture);
}

static void
find_fold (const TalksItem *item,
           gpointer         data)
{
  if (item->kind == TALKS_ITEM_FOLD)
    *(const TalksItem **) data = item;
}

static void
test_fold_opens (void)
{
  Fixture fixture;
  TalksScene *scene;
  const TalksItem *fold = NULL;

  fixture_set_up (&fixture, fixture_make_document ());
  g_assert_true (talks_session_get_folding (fixture.session));
  scene = talks_timeline_get_scene (fixture.timeline);
  talks_scene_foreach (scene, 0, talks_scene_get_width (scene), find_fold, &fold);
  g_assert_nonnull (fold);
  talks_timeline_activate_item (fixture.timeline, fold);
  g_assert_false (talks_session_get_folding (fixture.session));
  fixture_settle (&fixture);
  fixture_tear_down (&fixture);
}

static void
find_cluster (const TalksItem *item,
              gpointer         data)
{
  if (item->kind == TALKS_ITEM_CLUSTER && item->span.end > item->span.start + 1)
    *(const TalksItem **) data = item;
}

static void
test_cluster_opens (void)
{
  Fixture fixture;
  TalksScene *scene;
  const TalksItem *cluster = NULL;
  const TalksViewport *viewport;
  TalksSpan span;
  double zoom;
  double from;
  double to;

  fixture_set_up (&fixture, talks_generate_document (2000, 3));
  viewport = talks_session_get_viewport (fixture.session);
  scene = talks_timeline_get_scene (fixture.timeline);
  talks_scene_foreach (scene, 0, talks_scene_get_width (scene), find_cluster, &cluster);
  g_assert_nonnull (cluster);
  span = cluster->span;
  zoom = viewport->zoom;
  talks_timeline_activate_item (fixture.timeline, cluster);
  g_assert_cmpfloat (viewport->zoom, >, zoom);
  talks_viewport_get_visible (viewport, &from, &to);
  g_assert_cmpfloat (from, <=, (double) span.start);
  g_assert_cmpfloat (to, >=, (double) span.end);
  fixture_settle (&fixture);
  fixture_tear_down (&fixture);
}

static void
count (gpointer number)
{
  ++*(int *) number;
}

static void
test_details (void)
{
  Fixture fixture;
  int n_activated = 0;

  fixture_set_up (&fixture, fixture_make_document ());
  g_signal_connect_swapped (fixture.timeline, "activated", G_CALLBACK (count), &n_activated);
  gtk_widget_activate_action (GTK_WIDGET (fixture.timeline), "timeline.activate", NULL);
  g_assert_cmpint (n_activated, ==, 0);
  talks_session_select (fixture.session, "istanbul");
  gtk_widget_grab_focus (GTK_WIDGET (fixture.timeline));
  fixture_settle (&fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture.timeline), "timeline.activate", NULL);
  g_assert_cmpint (n_activated, ==, 1);
  fixture_tear_down (&fixture);
}

/* ---- the playhead ---- */

/* The colour of a pixel of the overlay, which alone has the playhead. */
static guint32
get_overlay_pixel (TalksTimeline *timeline,
                   double         x,
                   double         y)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (timeline->overlay);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (timeline->overlay),
                          gtk_widget_get_height (timeline->overlay));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  cairo_translate (cr, -floor (x), -floor (y));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = *(guint32 *) (void *) cairo_image_surface_get_data (surface);
  cairo_surface_destroy (surface);
  return pixel;
}

static void
find_pill (const TalksItem *item,
           gpointer         data)
{
  const TalksItem **found = data;

  if (item->kind == TALKS_ITEM_CLUSTER && !item->is_profile && *found == NULL)
    *found = item;
}

/* The number of a cluster can be read where the playhead passes. */
static void
test_playhead_behind_pills (void)
{
  Fixture fixture;
  const TalksItem *pill = NULL;
  const TalksViewport *viewport;
  GdkRectangle area;
  TalksDay day;
  double x;
  double y;

  fixture_set_up (&fixture, talks_generate_document (400, 3));
  fixture_settle (&fixture);
  viewport = talks_session_get_viewport (fixture.session);
  talks_scene_foreach (talks_timeline_get_scene (fixture.timeline), 0, 1e9, find_pill, &pill);
  g_assert_nonnull (pill);
  day = (TalksDay) floor (talks_time_scale_x_to_day (viewport->scale, pill->bounds.x + pill->bounds.width / 2));
  talks_session_set_as_of (fixture.session, day);
  fixture_settle (&fixture);
  area = talks_timeline_get_canvas_area (fixture.timeline);
  x = area.x + round (talks_time_scale_day_to_x (viewport->scale, (double) day + 0.5) - viewport->x);
  y = area.y + pill->bounds.y - talks_timeline_get_dy (fixture.timeline);
  g_assert_cmphex (get_overlay_pixel (fixture.timeline, x - 1, y - 3) >> 24, ==, 0xff);
  g_assert_cmphex (get_overlay_pixel (fixture.timeline, x - 1, y + pill->bounds.height / 2), ==, 0);
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/items/names", test_names);
  g_test_add_func ("/timeline/items/follow-view", test_follow_view);
  g_test_add_func ("/timeline/items/places", test_places);
  g_test_add_func ("/timeline/items/steps-move-focus", test_steps_move_focus);
  g_test_add_func ("/timeline/items/focus-stays", test_focus_stays);
  g_test_add_func ("/timeline/items/activate-selects", test_activate_selects);
  g_test_add_func ("/timeline/items/selected-state", test_selected_state);
  g_test_add_func ("/timeline/items/fold-opens", test_fold_opens);
  g_test_add_func ("/timeline/items/cluster-opens", test_cluster_opens);
  g_test_add_func ("/timeline/items/details", test_details);
  g_test_add_func ("/timeline/items/playhead-behind-pills", test_playhead_behind_pills);
  return g_test_run ();
}
