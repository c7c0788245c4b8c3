/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A view on the projector looks at what the main window looks at, or stays where it is. */

#include "present-fixture.h"

#include <gtk/gtk.h>

#include "talks-disclosure.h"
#include "talks-link-row.h"
#include "talks-participant-row.h"
#include "talks-participants-panel.h"
#include "talks-place.h"
#include "talks-position-row.h"
#include "talks-positions-panel.h"
#include "talks-projection.h"
#include "talks-test-support.h"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static const char *
get_selected (TalksSession *session)
{
  TalksRecord *record = talks_session_get_selection (session);

  return record != NULL ? record->id : NULL;
}

static void
assert_same_span (TalksSession *a,
                  TalksSession *b)
{
  double from[2];
  double to[2];

  talks_viewport_get_visible (talks_session_get_viewport (a), &from[0], &to[0]);
  talks_viewport_get_visible (talks_session_get_viewport (b), &from[1], &to[1]);
  g_assert_cmpfloat_with_epsilon (from[0], from[1], 1);
  g_assert_cmpfloat_with_epsilon (to[0], to[1], 1);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_follows (PresentFixture *fixture,
              gconstpointer   data)
{
  GtkWidget *window = gtk_window_new ();
  TalksProjection *projection;
  TalksSession *there;
  guint n_ended = 0;

  gtk_window_present (GTK_WINDOW (window));
  talks_session_select (fixture->session, "b");
  projection = talks_projection_new (GTK_WINDOW (window), fixture->session, TALKS_PROJECTION_TIMELINE, "uk");
  g_signal_connect_swapped (projection, "ended", G_CALLBACK (count_cb), &n_ended);
  there = talks_projection_get_session (projection);
  settle ();
  g_assert_cmpstr (get_selected (there), ==, "b");
  g_assert_cmpstr (talks_session_get_language (there), ==, "uk");

  talks_session_select (fixture->session, "c");
  talks_session_set_highlight (fixture->session, "north");
  talks_session_show (fixture->session, (double) talks_test_day ("2022-03-05"), (double) talks_test_day ("2022-03-25"));
  settle ();
  g_assert_cmpstr (get_selected (there), ==, "c");
  g_assert_cmpstr (talks_session_get_highlight (there), ==, "north");
  g_assert_cmpint (talks_session_get_as_of (there), ==, talks_session_get_as_of (fixture->session));
  assert_same_span (there, fixture->session);
  talks_session_set_as_of (fixture->session, talks_test_day ("2022-03-11"));
  g_assert_cmpint (talks_session_get_as_of (there), ==, talks_test_day ("2022-03-11"));

  /* Held: the presenter looks something up. */
  talks_projection_set_following (projection, FALSE);
  talks_session_select (fixture->session, "a");
  settle ();
  g_assert_cmpstr (get_selected (there), ==, "c");
  talks_projection_show_now (projection);
  g_assert_cmpstr (get_selected (there), ==, "a");
  talks_session_select (fixture->session, "d");
  g_assert_cmpstr (get_selected (there), ==, "a");
  talks_projection_set_following (projection, TRUE);
  g_assert_cmpstr (get_selected (there), ==, "d");

  talks_projection_end (projection);
  g_assert_cmpuint (n_ended, ==, 1);
  g_assert_finalize_object (projection);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_follows_edits (PresentFixture *fixture,
                    gconstpointer   data)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (TalksProjection) projection = NULL;
  TalksEvent *event = talks_test_event_new ("e", "talks", "2022-05-01");

  gtk_window_present (GTK_WINDOW (window));
  projection = talks_projection_new (GTK_WINDOW (window), fixture->session, TALKS_PROJECTION_POSITIONS, "en");
  talks_session_select (fixture->session, "b");
  g_assert_true (talks_history_do_one (talks_session_get_history (fixture->session), "Add e", NULL, &event->record, NULL));
  talks_record_unref (event);
  settle ();
  g_assert_nonnull (talks_document_lookup (talks_session_get_document (talks_projection_get_session (projection)), "e"));
  g_assert_cmpstr (get_selected (talks_projection_get_session (projection)), ==, "b");
  talks_projection_set_view (projection, TALKS_PROJECTION_PARTICIPANTS);
  talks_projection_set_black (projection, TRUE);
  settle ();
  g_assert_true (talks_projection_get_black (projection));

  /* The window of what is shown is gone, and the projection with it. */
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* ---- panels ---- */

/* Some frames of a display that runs. */
static void
wait_frames (void)
{
  const gint64 end = g_get_monotonic_time () + 500 * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static GtkAdjustment *
get_scroll (TalksPanel *panel)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_type (GTK_WIDGET (panel),
                                                                             GTK_TYPE_SCROLLED_WINDOW)));
}

/* The panel in the other window. */
static TalksPanel *
find_projected (GtkWidget *window,
                GType      type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) other = g_list_model_get_item (windows, i);
      GtkWidget *panel = other != window ? find_type (other, type) : NULL;

      if (panel != NULL)
        return TALKS_PANEL (panel);
    }
  g_assert_not_reached ();
}

/* As many topics and people as fill more than a screen. */
static void
add_many (PresentFixture *fixture)
{
  talks_test_add (fixture->document, talks_test_party_new ("south", "south"));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *topic = g_strdup_printf ("topic-%02u", i);
      g_autofree char *old = g_strdup_printf ("old-%02u", i);
      g_autofree char *new = g_strdup_printf ("new-%02u", i);
      g_autofree char *person = g_strdup_printf ("person-%02u", i);

      talks_test_add (fixture->document, talks_test_topic_new (topic));
      talks_test_add (fixture->document, talks_test_position_new (old, "north", topic, "2022-03-01"));
      talks_test_add (fixture->document, talks_test_position_new (new, "north", topic, "2022-03-02"));
      talks_test_add (fixture->document, talks_test_participant_new (person, "north"));
    }
}

typedef struct
{
  TalksProjectionView view;
  TalksPanel         *here;
  TalksPanel         *there;
  TalksProjection    *projection;
  GtkWidget          *window;
} Readers;

static void
open_readers (Readers             *self,
              PresentFixture      *fixture,
              TalksProjectionView  view)
{
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  GtkWidget *panel = view == TALKS_PROJECTION_POSITIONS ? talks_positions_panel_new () : talks_participants_panel_new ();

  add_many (fixture);
  gtk_css_provider_load_from_data (css, ".talks-projected label { font-size: 30px; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  talks_session_set_as_of (fixture->session, talks_test_day ("2022-04-01"));
  self->view = view;
  self->here = TALKS_PANEL (panel);
  talks_panel_set_session (self->here, fixture->session);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 320, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), panel);
  gtk_window_present (GTK_WINDOW (self->window));
  self->projection = talks_projection_new (GTK_WINDOW (self->window), fixture->session, view, "uk");
  talks_projection_set_panel (self->projection, view, self->here);
  wait_frames ();
  self->there = find_projected (self->window, G_OBJECT_TYPE (panel));
}

static void
close_readers (Readers *self)
{
  talks_projection_end (self->projection);
  g_assert_finalize_object (self->projection);
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
}

static void
scroll (TalksPanel *panel,
        double      value)
{
  gtk_adjustment_set_value (get_scroll (panel), value);
  wait_frames ();
}

static void
assert_place (TalksPanel *panel,
              const char *expected)
{
  g_autofree char *place = talks_panel_dup_place (panel);

  g_assert_cmpstr (place, ==, expected);
}

static void
assert_same_place (Readers *self)
{
  g_autofree char *here = talks_panel_dup_place (self->here);

  assert_place (self->there, here);
}

/* What is at the top here is at the top there, in larger type. */
static void
test_follows_scrolling (PresentFixture *fixture,
                        gconstpointer   data)
{
  const TalksProjectionView view = (TalksProjectionView) GPOINTER_TO_UINT (data);
  const gboolean is_positions = view == TALKS_PROJECTION_POSITIONS;
  Readers readers;
  g_auto (GStrv) opened = NULL;
  double value;

  open_readers (&readers, fixture, view);
  if (!is_positions)
    {
      const char *whole[] = { "party north", NULL };

      talks_panel_set_opened (readers.here, whole);
      talks_panel_note_opened (readers.here);
      wait_frames ();
      opened = talks_panel_dup_opened (readers.there);
      g_assert_true (g_strv_equal ((const char * const *) opened, whole));
    }
  assert_place (readers.there, "start");
  scroll (readers.here, 700);
  assert_same_place (&readers);
  value = gtk_adjustment_get_value (get_scroll (readers.there));
  g_assert_cmpfloat (value, >, 700);
  scroll (readers.here, 1200);
  assert_same_place (&readers);
  scroll (readers.here, 1e6);
  assert_place (readers.there, "end");
  scroll (readers.here, 0);
  assert_place (readers.there, "start");

  /* Held, until it is to be shown. */
  talks_projection_set_following (readers.projection, FALSE);
  scroll (readers.here, 700);
  assert_place (readers.there, "start");
  talks_projection_show_now (readers.projection);
  wait_frames ();
  assert_same_place (&readers);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (readers.there)), ==, value);

  /* By itself, page by page, and back to what is seen here. */
  talks_projection_scroll_page (readers.projection, 1);
  wait_frames ();
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (readers.there)), >, value + 300);
  talks_projection_scroll_page (readers.projection, -1);
  wait_frames ();
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (get_scroll (readers.there)), value, 1);
  talks_projection_scroll_page (readers.projection, 1);
  talks_projection_show_now (readers.projection);
  wait_frames ();
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (readers.there)), ==, value);
  close_readers (&readers);
}

/* Both show what is selected by themselves: the row at the top here does not hide it there. */
static void
test_follows_opening (PresentFixture *fixture,
                      gconstpointer   data)
{
  const char *rows[] = { "topic-20/north#0", NULL };
  Readers readers;
  g_auto (GStrv) opened = NULL;
  g_auto (GStrv) closed = NULL;

  open_readers (&readers, fixture, TALKS_PROJECTION_POSITIONS);
  talks_panel_set_opened (readers.here, rows);
  wait_frames ();
  talks_panel_note_opened (readers.here);
  wait_frames ();
  opened = talks_panel_dup_opened (readers.there);
  g_assert_true (g_strv_equal ((const char * const *) opened, rows));
  /* It has come into view. */
  g_assert_cmpfloat (gtk_adjustment_get_value (get_scroll (readers.there)), >, 0);

  /* A part of what is open. */
  talks_panel_set_place (readers.here, "row topic-20/north/2");
  wait_frames ();
  talks_panel_set_place (readers.there, "row topic-20/north/99");
  wait_frames ();
  assert_place (readers.here, "row topic-20/north/2");
  assert_place (readers.there, "row topic-20/north");

  /* It goes to another window with the projector. */
  talks_session_select (fixture->session, "new-30");
  wait_frames ();
  closed = talks_panel_dup_opened (readers.there);
  g_assert_cmpuint (g_strv_length (closed), ==, 2);
  g_assert_cmpstr (closed[1], ==, "topic-30/north#0");
  close_readers (&readers);
}

/* ---- disclosures within each other, and the search ---- */

/* Widgets of type in it that can be seen, and the last of them. */
static guint
count_type (GtkWidget  *widget,
            GType       type,
            GtkWidget **last)
{
  guint n = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      *last = widget;
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_type (child, type, last);
  return n;
}

static GtkWidget *
find_marked (GtkWidget  *widget,
             const char *mark)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (talks_place_get_mark (widget), mark) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_marked (child, mark);
  return found;
}

/* As the reader does, in the row that is called mark. */
static void
click_last_disclosure (TalksPanel *panel,
                       const char *mark)
{
  GtkWidget *last = NULL;

  g_assert_cmpuint (count_type (find_marked (GTK_WIDGET (panel), mark), TALKS_TYPE_DISCLOSURE, &last), >, 0);
  g_signal_emit_by_name (find_type (last, GTK_TYPE_BUTTON), "clicked");
  wait_frames ();
}

static guint
count_rows (TalksPanel *panel)
{
  GtkWidget *last;

  return count_type (GTK_WIDGET (panel), TALKS_TYPE_LINK_ROW, &last);
}

static void
assert_opened (TalksPanel *panel,
               const char *expected)
{
  g_auto (GStrv) opened = talks_panel_dup_opened (panel);
  g_autofree char *joined = g_strjoinv (", ", opened);

  g_assert_cmpstr (joined, ==, expected);
}

/* Or the row of a position: each with more positions than are shown at first. */
static void
test_follows_nested (PresentFixture *fixture,
                     gconstpointer   data)
{
  const TalksProjectionView view = (TalksProjectionView) GPOINTER_TO_UINT (data);
  const char *row = view == TALKS_PROJECTION_POSITIONS ? "truce/north" : "north/person-01";
  const char *outer = view == TALKS_PROJECTION_POSITIONS ? "truce/north#0" : "north/person-01/0";
  const char *inner = view == TALKS_PROJECTION_POSITIONS ? "truce/north/103" : "north/person-01/0#0";
  g_autofree char *both = g_strdup_printf ("%s, %s", outer, inner);
  Readers readers;
  guint n;

  for (guint i = 0; i < 140; i++)
    {
      g_autofree char *id = g_strdup_printf ("said-%03u", i);
      g_autofree char *day = g_strdup_printf ("%u-03-01", 1800 + i);
      TalksPosition *position = talks_test_position_new (id, "north", "truce", day);

      position->participant = g_strdup ("person-01");
      talks_test_add (fixture->document, position);
    }
  open_readers (&readers, fixture, view);
  if (view == TALKS_PROJECTION_PARTICIPANTS)
    talks_session_set_highlight (fixture->session, "person-01");
  else
    talks_session_select (fixture->session, "said-139");
  wait_frames ();
  if (view == TALKS_PROJECTION_PARTICIPANTS)
    {
      assert_opened (readers.there, "");
      click_last_disclosure (readers.here, row);
    }
  assert_opened (readers.there, outer);
  n = count_rows (readers.there);
  g_assert_cmpuint (n, >=, 100);
  click_last_disclosure (readers.here, row);
  assert_opened (readers.there, both);
  g_assert_cmpuint (count_rows (readers.there), >, n + 30);

  /* Held: closed here, open there. */
  talks_projection_set_following (readers.projection, FALSE);
  click_last_disclosure (readers.here, row);
  assert_opened (readers.here, outer);
  assert_opened (readers.there, both);
  talks_projection_show_now (readers.projection);
  wait_frames ();
  assert_opened (readers.there, outer);
  g_assert_cmpuint (count_rows (readers.there), ==, n);
  close_readers (&readers);
}

static void
search (TalksPanel *panel,
        const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find_type (GTK_WIDGET (panel), GTK_TYPE_SEARCH_ENTRY)), words);
  wait_frames ();
}

static void
assert_found (TalksPanel *panel,
              GType       type,
              const char *query,
              guint       n)
{
  g_autofree char *own = talks_panel_dup_query (panel);
  GtkWidget *last;

  g_assert_cmpstr (own, ==, query);
  g_assert_cmpuint (count_type (GTK_WIDGET (panel), type, &last), ==, n);
}

/* Only what is found here is shown there. */
static void
test_follows_search (PresentFixture *fixture,
                     gconstpointer   data)
{
  const TalksProjectionView view = (TalksProjectionView) GPOINTER_TO_UINT (data);
  const GType type = view == TALKS_PROJECTION_POSITIONS ? TALKS_TYPE_POSITION_ROW : TALKS_TYPE_PARTICIPANT_ROW;
  const char *one = view == TALKS_PROJECTION_POSITIONS ? "topic-20" : "person-20";
  const char *ten = view == TALKS_PROJECTION_POSITIONS ? "topic-3" : "person-3";
  /* Of each topic the rows of two sides; and above the people the row of their party. */
  const guint n_one = 2;
  const guint n_ten = view == TALKS_PROJECTION_POSITIONS ? 20 : 11;
  Readers readers;
  GtkWidget *last;
  guint n;

  open_readers (&readers, fixture, view);
  n = count_type (GTK_WIDGET (readers.there), type, &last);
  assert_found (readers.there, type, "", n);
  /* What is searched is seen there, and that nothing is. */
  g_assert_cmpuint (count_type (GTK_WIDGET (readers.there), GTK_TYPE_SEARCH_ENTRY, &last), ==, 0);
  search (readers.here, one);
  assert_found (readers.there, type, one, n_one);
  g_assert_cmpuint (count_type (GTK_WIDGET (readers.there), GTK_TYPE_SEARCH_ENTRY, &last), ==, 1);

  talks_projection_set_following (readers.projection, FALSE);
  search (readers.here, ten);
  assert_found (readers.here, type, ten, n_ten);
  assert_found (readers.there, type, one, n_one);
  talks_projection_show_now (readers.projection);
  wait_frames ();
  assert_found (readers.there, type, ten, n_ten);
  talks_projection_set_following (readers.projection, TRUE);

  /* What is not on the projector is followed when it comes there. */
  talks_projection_set_view (readers.projection, TALKS_PROJECTION_TIMELINE);
  search (readers.here, "");
  assert_found (readers.there, type, ten, n_ten);
  talks_projection_set_view (readers.projection, view);
  wait_frames ();
  assert_found (readers.there, type, "", n);
  g_assert_cmpuint (count_type (GTK_WIDGET (readers.there), GTK_TYPE_SEARCH_ENTRY, &last), ==, 0);
  g_assert_cmpuint (count_type (GTK_WIDGET (readers.here), GTK_TYPE_SEARCH_ENTRY, &last), ==, 1);
  close_readers (&readers);
}

static void
test_names (void)
{
  TalksProjectionView view = TALKS_N_PROJECTION_VIEWS;

  for (int i = 0; i < TALKS_N_PROJECTION_VIEWS; i++)
    {
      g_assert_true (talks_projection_view_from_name (talks_projection_view_get_name ((TalksProjectionView) i), &view));
      g_assert_cmpint ((int) view, ==, i);
    }
  g_assert_false (talks_projection_view_from_name ("tour", &view));
  g_assert_false (talks_projection_view_from_name (NULL, &view));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  PRESENT_TEST_ADD ("/projection/follows", test_follows);
  PRESENT_TEST_ADD ("/projection/follows-edits", test_follows_edits);
  g_test_add ("/projection/follows-scrolling/positions", PresentFixture, GUINT_TO_POINTER (TALKS_PROJECTION_POSITIONS),
              present_fixture_set_up, test_follows_scrolling, present_fixture_tear_down);
  g_test_add ("/projection/follows-scrolling/participants", PresentFixture,
              GUINT_TO_POINTER (TALKS_PROJECTION_PARTICIPANTS), present_fixture_set_up, test_follows_scrolling,
              present_fixture_tear_down);
  PRESENT_TEST_ADD ("/projection/follows-opening", test_follows_opening);
  for (int view = TALKS_PROJECTION_POSITIONS; view <= TALKS_PROJECTION_PARTICIPANTS; view++)
    {
      const char *name = talks_projection_view_get_name ((TalksProjectionView) view);
      g_autofree char *nested = g_strconcat ("/projection/follows-nested/", name, NULL);
      g_autofree char *searched = g_strconcat ("/projection/follows-search/", name, NULL);

      g_test_add (nested, PresentFixture, GINT_TO_POINTER (view), present_fixture_set_up, test_follows_nested,
                  present_fixture_tear_down);
      g_test_add (searched, PresentFixture, GINT_TO_POINTER (view), present_fixture_set_up, test_follows_search,
                  present_fixture_tear_down);
    }
  g_test_add_func ("/projection/names", test_names);

  return g_test_run ();
}
