/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The presenter's screen, and the views of the stage in it. */

#include "present-fixture.h"

#include <gtk/gtk.h>

#include "talks-console.h"
#include "talks-stage-screen.h"
#include "talks-stage-view.h"
#include "talks-step-strip.h"
#include "talks-test-support.h"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* The first label with exactly that text that is to be seen, or a button of that name. */
static GtkWidget *
find_text (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

static void
click (GtkWidget  *console,
       const char *text)
{
  GtkWidget *label = find_text (console, text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  settle ();
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static GtkWidget *
open_console (PresentFixture *fixture,
              const char     *lang)
{
  GtkWidget *console = talks_console_new (fixture->presentation, lang);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_set_child (GTK_WINDOW (window), console);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  return console;
}

static void
close_console (GtkWidget *console)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (console)));
  settle ();
}

/* ---- what it says ---- */

static void
test_says (PresentFixture *fixture,
           gconstpointer   data)
{
  GtkWidget *console = open_console (fixture, "uk");

  /* Notes and titles are the presenter's, whatever the language of the stage. */
  g_assert_nonnull (find_text (console, "Presenting: Чотири дні"));
  g_assert_nonnull (find_text (console, "Спитайте чому."));
  g_assert_nonnull (find_text (console, "Second"));
  g_assert_nonnull (find_text (console, "On the projector · step 1 of 4"));
  talks_presentation_do (fixture->presentation, TALKS_PRESENT_LAST);
  settle ();
  g_assert_nonnull (find_text (console, "There are no notes for this step."));
  g_assert_nonnull (find_text (console, "This is the last step."));
  g_assert_nonnull (find_text (console, "On the projector · step 4 of 4"));
  talks_presentation_do (fixture->presentation, TALKS_PRESENT_OUTCOMES);
  settle ();
  g_assert_nonnull (find_text (console, "On the projector · step 4 of 4 · outcome hidden"));
  talks_presentation_type_digit (fixture->presentation, 2);
  settle ();
  g_assert_nonnull (find_text (console, "Step 2: Return"));
  talks_console_set_news (TALKS_CONSOLE (console), "No projector.");
  g_assert_nonnull (find_text (console, "No projector."));
  close_console (console);
}

static void
test_buttons (PresentFixture *fixture,
              gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;
  GtkWidget *console = open_console (fixture, "en");

  click (console, "Next ▶");
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 1);
  click (console, "◀ Previous");
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 0);
  g_assert_false (gtk_widget_is_sensitive (find_text (console, "◀ Previous")));
  click (console, "Black screen B");
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_BLACK);
  click (console, "White screen W");
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_WHITE);
  click (console, "Hide outcomes H");
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_HIDDEN);
  click (console, "Show the outcome H");
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_REVEALED);
  click (console, "Pointer L");
  g_assert_true (talks_presentation_is_pointing (self));
  click (console, "Keys ?");
  g_assert_nonnull (find_text (console, "The next step"));
  click (console, "Keys ?");
  g_assert_null (find_text (console, "The next step"));
  click (console, "Swap screens S");
  g_assert_cmpint (fixture->requested, ==, TALKS_PRESENT_SWAP);
  click (console, "End (Esc)");
  g_assert_cmpint (fixture->requested, ==, TALKS_PRESENT_END);
  /* The card of a step. */
  click (console, "3");
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 2);
  close_console (console);
}

static void
test_language (PresentFixture *fixture,
               gconstpointer   data)
{
  GtkWidget *console = open_console (fixture, "en");
  GtkWidget *languages = find_type (console, GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (languages)), ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (languages), 1);
  g_assert_cmpstr (talks_presentation_get_language (fixture->presentation), ==, "uk");
  g_assert_nonnull (find_text (console, "Ask why."));
  close_console (console);
}

/* ---- many steps ---- */

static void
painted_cb (guint *n_frames)
{
  ++*n_frames;
}

static void
wait_for_frame (GtkWidget *view)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  guint n_frames = 0;
  const gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n_frames);

  gtk_widget_queue_draw (view);
  while (n_frames < 2)
    {
      if (n_frames == 1)
        gtk_widget_queue_draw (view);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, id);
}

static void
test_many_steps (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (2000, 2);
  g_autoptr (TalksText) title = talks_text_new_plain ("All");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_span (document, title, talks_document_get_extent (document));
  g_autoptr (TalksPresentation) self = talks_presentation_new (document, lesson, "en");
  GtkWidget *strip = g_object_ref_sink (talks_step_strip_new (self, "en"));
  guint n_steps = talks_presentation_get_n_steps (self);

  g_assert_cmpuint (n_steps, >, 1000);
  /* There is always a card for the step and for its neighbours. */
  for (guint step = 0; step < n_steps; step = step < 130 ? step + 1 : step + 67)
    {
      talks_presentation_set_step (self, step);
      for (guint i = MAX (step, 1) - 1; i < MIN (step + 2, n_steps); i++)
        {
          g_autofree char *number = g_strdup_printf ("%u", i + 1);
          GtkWidget *label = find_text (strip, number);

          g_assert_nonnull (label);
          g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON))),
                           ==, i == step);
        }
    }
  g_object_unref (strip);
}

/* How many cards are seen whole; none is cut. */
static guint
count_whole_cards (GtkWidget *strip)
{
  GtkWidget *scrolled = gtk_widget_get_first_child (strip);
  const int width = gtk_widget_get_width (scrolled);
  guint n_whole = 0;

  for (GtkWidget *card = find_type (scrolled, GTK_TYPE_TOGGLE_BUTTON);
       card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (card, scrolled, &bounds));
      if (bounds.origin.x + bounds.size.width <= 0 || bounds.origin.x >= (float) width)
        continue;
      g_assert_cmpfloat (bounds.origin.x, >=, -0.5f);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, (float) width + 0.5f);
      n_whole++;
    }
  return n_whole;
}

/* The first widget of a type that shows so many pixels at least. */
static GtkWidget *
find_large (GtkWidget *widget,
            GType      type,
            int        width)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_width (widget) >= width)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_large (child, type, width);
  return found;
}

/* Whether all buttons are within it. */
static void
assert_whole_buttons (GtkWidget *widget,
                      GtkWidget *console)
{
  graphene_rect_t bounds;

  if (GTK_IS_BUTTON (widget) && !GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget))
    {
      g_assert_true (gtk_widget_compute_bounds (widget, console, &bounds));
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (console));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (console));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_whole_buttons (child, console);
}

/* The stage is as large as the notes let it be, and little is left below it. */
static void
test_room (PresentFixture *fixture,
           gconstpointer   data)
{
  static const struct
  {
    int    width;
    int    height;
    double ratio;
    int    stage_width; /* at least */
    int    left;        /* pixels below the stage, at most */
  } cases[] = {
    { 1600, 1000, 16.0 / 9, 1050, 40 },
    { 1280, 720, 16.0 / 9, 680, 10 },
    { 1024, 768, 16.0 / 9, 610, 90 },
    { 1024, 768, 4.0 / 3, 520, 60 },
    { 1000, 700, 16.0 / 9, 590, 60 },
  };
  static const char * const sheets[] = { "colors-light.css", "style.css", "present.css" };

  for (size_t i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GtkCssProvider) sheet = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat ("/org/talkstimeline/Talks/", sheets[i], NULL);

      gtk_css_provider_load_from_resource (sheet, path);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (sheet),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *console = talks_console_new (fixture->presentation, "en");
      GtkWidget *window = gtk_window_new ();
      GtkWidget *stage;
      GtkWidget *frame;

      talks_console_set_shape (TALKS_CONSOLE (console), cases[i].ratio);
      gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
      gtk_window_set_default_size (GTK_WINDOW (window), cases[i].width, cases[i].height);
      gtk_window_set_child (GTK_WINDOW (window), console);
      gtk_window_present (GTK_WINDOW (window));
      for (int n = 0; n < 4; n++)
        wait_for_frame (console);
      g_assert_cmpint (gtk_widget_get_width (console), ==, cases[i].width);
      g_assert_cmpint (gtk_widget_get_height (console), ==, cases[i].height);
      stage = find_large (console, TALKS_TYPE_STAGE_VIEW, 200);
      frame = gtk_widget_get_ancestor (stage, GTK_TYPE_ASPECT_FRAME);
      g_test_message ("%dx%d: stage %dx%d in %d", cases[i].width, cases[i].height, gtk_widget_get_width (stage),
                      gtk_widget_get_height (stage), gtk_widget_get_height (frame));
      g_assert_cmpint (gtk_widget_get_width (stage), >=, cases[i].stage_width);
      g_assert_cmpint (gtk_widget_get_height (frame) - gtk_widget_get_height (stage), <=, cases[i].left);
      g_assert_cmpint (gtk_widget_get_width (find_large (console, GTK_TYPE_SCROLLED_WINDOW, 200)), >=, 270);
      assert_whole_buttons (console, console);
      gtk_window_destroy (GTK_WINDOW (window));
      settle ();
    }
}

static void
test_whole_cards (void)
{
  static const struct
  {
    int   width;
    guint n_cards;
  } cases[] = { { 1000, 5 }, { 1232, 6 }, { 700, 3 }, { 300, 1 } };
  g_autoptr (TalksDocument) document = talks_generate_document (60, 2);
  g_autoptr (TalksText) title = talks_text_new_plain ("All");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_span (document, title, talks_document_get_extent (document));
  g_autoptr (TalksPresentation) self = talks_presentation_new (document, lesson, "en");

  g_assert_cmpuint (talks_presentation_get_n_steps (self), >, 20);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *strip = talks_step_strip_new (self, "en");
      static const guint steps[] = { 0, 1, 9, 19, 4, 2 };

      gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
      gtk_window_set_default_size (GTK_WINDOW (window), cases[i].width, 200);
      gtk_window_set_child (GTK_WINDOW (window), strip);
      gtk_window_present (GTK_WINDOW (window));
      for (size_t j = 0; j < G_N_ELEMENTS (steps); j++)
        {
          talks_presentation_set_step (self, steps[j]);
          for (int frame = 0; frame < 4; frame++)
            wait_for_frame (strip);
          g_assert_cmpuint (count_whole_cards (strip), ==, cases[i].n_cards);
        }
      gtk_window_destroy (GTK_WINDOW (window));
      settle ();
    }
}

/* ---- the stage ---- */

/* GTK tells what a widget is called and described as only to assistive technology, and to the test of its tree. */
/* Where all the size of them is, in the screen. */
static void
assert_bar_inside (GtkWidget *bar,
                   GtkWidget *screen)
{
  for (GtkWidget *button = gtk_widget_get_first_child (bar); button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (button, screen, &bounds));
      g_assert_cmpfloat (bounds.size.width, >, 0);
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (screen));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (screen));
    }
}

static void
test_stage_controls (PresentFixture *fixture,
                  gconstpointer   data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *screen = talks_stage_screen_new (fixture->presentation, TRUE);
  GtkWidget *view = find_type (screen, TALKS_TYPE_STAGE_VIEW);
  GtkWidget *bar;

  g_assert_nonnull (view);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 450);
  gtk_window_set_child (GTK_WINDOW (window), screen);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Stage");

  /* Its controls hide until they are asked for. */
  bar = gtk_widget_get_ancestor (find_text (screen, "1 / 4"), GTK_TYPE_BOX);
  while (gtk_widget_get_width (bar) == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_bar_inside (bar, screen);
  while (gtk_widget_get_visible (bar))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_child_focus (screen, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_get_visible (bar));
  talks_presentation_do (fixture->presentation, TALKS_PRESENT_BLACK);
  settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "The screen is black.");
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

/* ---- pixels ---- */

/* What a view shows now: a number that is the same for the same picture, and its colour if it has only one (else −1). */
static guint
look_at (GtkWidget *view,
         int       *only_color)
{
  const int width = gtk_widget_get_width (view);
  const int height = gtk_widget_get_height (view);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint hash = 0;

  wait_for_frame (view);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  *only_color = -2;
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (void *) (cairo_image_surface_get_data (surface)
                                                       + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        {
          const int color = (int) (row[x] & 0xffffff);

          hash = hash * 31 + (guint) color;
          if (*only_color == -2)
            *only_color = color;
          else if (*only_color != color)
            *only_color = -1;
        }
    }
  cairo_surface_destroy (surface);
  return hash;
}

static void
test_pixels (PresentFixture *fixture,
             gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = talks_stage_view_new (self, "Stage");
  guint first;
  guint second;
  int color;

  /* Nothing moves, so that each picture is there at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 360);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (view) == 0)
    g_main_context_iteration (NULL, TRUE);

  first = look_at (view, &color);
  g_assert_cmpint (color, ==, -1);
  g_assert_cmpuint (look_at (view, &color), ==, first);
  talks_presentation_do (self, TALKS_PRESENT_BLACK);
  look_at (view, &color);
  g_assert_cmpint (color, ==, 0x000000);
  talks_presentation_do (self, TALKS_PRESENT_WHITE);
  look_at (view, &color);
  g_assert_cmpint (color, ==, 0xffffff);
  talks_presentation_do (self, TALKS_PRESENT_WHITE);
  g_assert_cmpuint (look_at (view, &color), ==, first);

  talks_presentation_do (self, TALKS_PRESENT_NEXT);
  second = look_at (view, &color);
  g_assert_cmpuint (second, !=, first);
  talks_presentation_do (self, TALKS_PRESENT_OUTCOMES);
  g_assert_cmpuint (look_at (view, &color), !=, second);
  talks_presentation_do (self, TALKS_PRESENT_OUTCOMES);
  g_assert_cmpuint (look_at (view, &color), ==, second);
  talks_presentation_do (self, TALKS_PRESENT_ZOOM);
  g_assert_cmpuint (look_at (view, &color), !=, second);
  talks_presentation_do (self, TALKS_PRESENT_ZOOM);
  g_assert_cmpuint (look_at (view, &color), ==, second);
  talks_presentation_do (self, TALKS_PRESENT_LARGER);
  g_assert_cmpuint (look_at (view, &color), !=, second);
  talks_presentation_do (self, TALKS_PRESENT_SMALLER);
  talks_presentation_do (self, TALKS_PRESENT_POINTER);
  g_assert_cmpuint (look_at (view, &color), ==, second);
  talks_presentation_point (self, 0.5, 0.5, FALSE);
  g_assert_cmpuint (look_at (view, &color), !=, second);
  talks_presentation_do (self, TALKS_PRESENT_POINTER);
  talks_presentation_do (self, TALKS_PRESENT_OUTCOMES);
  talks_presentation_do (self, TALKS_PRESENT_FIRST);
  g_assert_cmpuint (look_at (view, &color), ==, first);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  PRESENT_TEST_ADD ("/console/says", test_says);
  PRESENT_TEST_ADD ("/console/buttons", test_buttons);
  PRESENT_TEST_ADD ("/console/language", test_language);
  g_test_add_func ("/console/many-steps", test_many_steps);
  PRESENT_TEST_ADD ("/console/room", test_room);
  g_test_add_func ("/console/whole-cards", test_whole_cards);
  PRESENT_TEST_ADD ("/stage-screen/controls", test_stage_controls);
  PRESENT_TEST_ADD ("/stage-view/pixels", test_pixels);

  return g_test_run ();
}
