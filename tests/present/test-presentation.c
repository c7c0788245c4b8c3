/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "present-fixture.h"

#include "talks-present-keys.h"
#include "talks-record-fields.h"
#include "talks-stage.h"
#include "talks-test-support.h"

#define STEP (TALKS_PRESENTATION_STEP | TALKS_PRESENTATION_OUTCOMES | TALKS_PRESENTATION_TRAIL)

/* ---- steps ---- */

static void
test_steps (PresentFixture *fixture,
            gconstpointer   data)
{
  static const struct
  {
    TalksPresentCommand command;
    guint               step;
    gboolean            does;
  } moves[] = {
    { TALKS_PRESENT_PREVIOUS, 0, FALSE }, { TALKS_PRESENT_NEXT, 1, TRUE },     { TALKS_PRESENT_NEXT, 2, TRUE },
    { TALKS_PRESENT_NEXT, 3, TRUE },      { TALKS_PRESENT_NEXT, 3, FALSE },    { TALKS_PRESENT_PREVIOUS, 2, TRUE },
    { TALKS_PRESENT_FIRST, 0, TRUE },     { TALKS_PRESENT_FIRST, 0, FALSE },   { TALKS_PRESENT_LAST, 3, TRUE },
    { TALKS_PRESENT_LAST, 3, FALSE },     { TALKS_PRESENT_PREVIOUS, 2, TRUE },
  };

  g_assert_cmpuint (talks_presentation_get_n_steps (fixture->presentation), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_assert_cmpint (talks_presentation_do (fixture->presentation, moves[i].command), ==, moves[i].does);
      g_assert_cmpuint (talks_presentation_get_step (fixture->presentation), ==, moves[i].step);
      present_fixture_assert_told (fixture, moves[i].does ? STEP : 0);
    }
  talks_presentation_set_step (fixture->presentation, 99);
  g_assert_cmpuint (talks_presentation_get_step (fixture->presentation), ==, 3);
}

static void
test_number (PresentFixture *fixture,
             gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;

  g_assert_false (talks_presentation_do (self, TALKS_PRESENT_GO));
  g_assert_false (talks_presentation_type_digit (self, 0));
  g_assert_false (talks_presentation_erase_digit (self));
  present_fixture_assert_told (fixture, 0);
  g_assert_true (talks_presentation_type_digit (self, 3));
  present_fixture_assert_told (fixture, TALKS_PRESENTATION_NUMBER);
  g_assert_true (talks_presentation_can (self, TALKS_PRESENT_GO));
  g_assert_true (talks_presentation_type_digit (self, 0));
  g_assert_cmpuint (talks_presentation_get_number (self), ==, 30);
  g_assert_true (talks_presentation_erase_digit (self));
  g_assert_true (talks_presentation_do (self, TALKS_PRESENT_GO));
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 2);
  g_assert_cmpuint (talks_presentation_get_number (self), ==, 0);

  for (int i = 0; i < 40; i++)
    talks_presentation_type_digit (self, 9);
  g_assert_cmpuint (talks_presentation_get_number (self), ==, 99999);
  talks_presentation_do (self, TALKS_PRESENT_GO);
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 3);

  /* What was typed by mistake does not stand before what is typed later. */
  talks_presentation_type_digit (self, 7);
  talks_presentation_do (self, TALKS_PRESENT_KEYS);
  g_assert_cmpuint (talks_presentation_get_number (self), ==, 7);
  talks_presentation_do (self, TALKS_PRESENT_PREVIOUS);
  g_assert_cmpuint (talks_presentation_get_number (self), ==, 0);
  talks_presentation_type_digit (self, 2);
  talks_presentation_do (self, TALKS_PRESENT_GO);
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 1);
}

/* ---- covers ---- */

static void
test_covers (PresentFixture *fixture,
             gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;

  talks_presentation_do (self, TALKS_PRESENT_BLACK);
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_BLACK);
  present_fixture_assert_told (fixture, TALKS_PRESENTATION_COVER);
  talks_presentation_do (self, TALKS_PRESENT_WHITE);
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_WHITE);
  talks_presentation_do (self, TALKS_PRESENT_WHITE);
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_NONE);

  /* Going on uncovers the step that nobody has seen, and no more. */
  talks_presentation_do (self, TALKS_PRESENT_BLACK);
  g_assert_true (talks_presentation_do (self, TALKS_PRESENT_NEXT));
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_NONE);
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 0);

  /* A step that is asked for by name is seen. */
  talks_presentation_do (self, TALKS_PRESENT_BLACK);
  talks_presentation_do (self, TALKS_PRESENT_LAST);
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_NONE);
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 3);
  talks_presentation_do (self, TALKS_PRESENT_BLACK);
  g_assert_true (talks_presentation_do (self, TALKS_PRESENT_LAST));
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_NONE);
}

/* ---- outcomes ---- */

static void
test_outcomes (PresentFixture *fixture,
               gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;

  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_SHOWN);
  talks_presentation_do (self, TALKS_PRESENT_OUTCOMES);
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_HIDDEN);
  talks_presentation_do (self, TALKS_PRESENT_OUTCOMES);
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_REVEALED);
  g_assert_false (talks_presentation_hides_outcome (self, 0));
  g_assert_true (talks_presentation_hides_outcome (self, 1));

  /* The next one is hidden again, the one before is not. */
  talks_presentation_do (self, TALKS_PRESENT_NEXT);
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_HIDDEN);
  talks_presentation_do (self, TALKS_PRESENT_PREVIOUS);
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_REVEALED);

  /* Hiding no more, and from the start: what was shown before is forgotten. */
  talks_presentation_do (self, TALKS_PRESENT_OUTCOMES);
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_SHOWN);
  talks_presentation_do (self, TALKS_PRESENT_OUTCOMES);
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_HIDDEN);
}

/* ---- type, zoom, pointer ---- */

static void
test_type (PresentFixture *fixture,
           gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;
  guint n = 0;

  while (talks_presentation_can (self, TALKS_PRESENT_LARGER) && n++ < 100)
    g_assert_true (talks_presentation_do (self, TALKS_PRESENT_LARGER));
  g_assert_cmpfloat_with_epsilon (talks_presentation_get_type_scale (self), TALKS_STAGE_MAX_SCALE, 1e-9);
  g_assert_false (talks_presentation_do (self, TALKS_PRESENT_LARGER));
  while (n-- > 0)
    talks_presentation_do (self, TALKS_PRESENT_SMALLER);
  g_assert_cmpfloat_with_epsilon (talks_presentation_get_type_scale (self), 1, 1e-9);
  while (talks_presentation_do (self, TALKS_PRESENT_SMALLER))
    continue;
  g_assert_cmpfloat_with_epsilon (talks_presentation_get_type_scale (self), TALKS_STAGE_MIN_SCALE, 1e-9);

  present_fixture_assert_told (fixture, fixture->flags * (fixture->n_changes = 1));
  talks_presentation_set_language (self, "en");
  present_fixture_assert_told (fixture, 0);
  talks_presentation_set_language (self, "uk");
  present_fixture_assert_told (fixture, TALKS_PRESENTATION_TEXT);
  g_assert_cmpstr (talks_presentation_get_language (self), ==, "uk");
}

static void
test_zoom (PresentFixture *fixture,
           gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;
  double x;
  double y;

  /* Where the pointer was last, although it draws nothing. */
  talks_presentation_point (self, 0.25, 0.75, FALSE);
  present_fixture_assert_told (fixture, 0);
  talks_presentation_do (self, TALKS_PRESENT_ZOOM);
  present_fixture_assert_told (fixture, TALKS_PRESENTATION_ZOOM);
  g_assert_cmpfloat (talks_presentation_get_zoom (self, &x, &y), ==, TALKS_PRESENTATION_ZOOM_FACTOR);
  g_assert_cmpfloat (x, ==, 0.25);
  g_assert_cmpfloat (y, ==, 0.75);

  /* A new step is seen whole. */
  talks_presentation_do (self, TALKS_PRESENT_NEXT);
  present_fixture_assert_told (fixture, STEP | TALKS_PRESENTATION_ZOOM);
  g_assert_cmpfloat (talks_presentation_get_zoom (self, &x, &y), ==, 1);
}

static void
test_pointer (PresentFixture *fixture,
              gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;

  talks_presentation_do (self, TALKS_PRESENT_POINTER);
  g_assert_true (talks_presentation_is_pointing (self));
  present_fixture_assert_told (fixture, TALKS_PRESENTATION_POINTING | TALKS_PRESENTATION_TRAIL);
  talks_presentation_point (self, 0.5, 0.5, TRUE);
  talks_presentation_point (self, 2, -1, TRUE);
  g_assert_cmpuint (talks_presentation_get_trail (self)->points->len, ==, 2);
  g_assert_cmpfloat (talks_presentation_get_trail (self)->x, ==, 1);
  g_assert_cmpfloat (talks_presentation_get_trail (self)->y, ==, 0);
  talks_presentation_stop_pointing (self);
  g_assert_false (talks_presentation_get_trail (self)->is_here);
  talks_presentation_do (self, TALKS_PRESENT_POINTER);
  g_assert_cmpuint (talks_presentation_get_trail (self)->points->len, ==, 0);
}

/* ---- the end ---- */

static void
test_end (PresentFixture *fixture,
          gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;

  talks_presentation_do (self, TALKS_PRESENT_KEYS);
  talks_presentation_type_digit (self, 2);
  talks_presentation_do (self, TALKS_PRESENT_END);
  g_assert_false (talks_presentation_shows_keys (self));
  talks_presentation_do (self, TALKS_PRESENT_END);
  g_assert_cmpuint (talks_presentation_get_number (self), ==, 0);
  g_assert_cmpint (fixture->requested, ==, -1);
  talks_presentation_do (self, TALKS_PRESENT_SWAP);
  g_assert_cmpint (fixture->requested, ==, TALKS_PRESENT_SWAP);
  talks_presentation_do (self, TALKS_PRESENT_END);
  g_assert_cmpint (fixture->requested, ==, TALKS_PRESENT_END);
}

/* ---- the document is edited ---- */

static void
replace_tour (PresentFixture *fixture,
              guint           n_steps)
{
  TalksTour *before = talks_document_lookup_kind (fixture->document, TALKS_RECORD_TOUR, "tour");
  g_autoptr (TalksTour) after = talks_record_copy (&before->record);
  g_autoptr (TalksChange) change = NULL;

  g_ptr_array_set_size (after->steps, (int) n_steps);
  change = talks_change_new (&before->record, &after->record, -1);
  g_assert_true (talks_document_apply (fixture->document, change, NULL));
}

static void
test_edited (PresentFixture *fixture,
             gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;

  talks_presentation_set_step (self, 3);
  present_fixture_assert_told (fixture, STEP);
  replace_tour (fixture, 2);
  g_assert_cmpuint (talks_presentation_get_n_steps (self), ==, 2);
  g_assert_cmpuint (talks_presentation_get_step (self), ==, 1);
  present_fixture_assert_told (fixture, TALKS_PRESENTATION_CONTENT | TALKS_PRESENTATION_STEP);

  /* Without a step there is nothing to show: it goes on as it was. */
  replace_tour (fixture, 0);
  g_assert_cmpuint (talks_presentation_get_n_steps (self), ==, 2);
}

/* ---- keys ---- */

static void
test_keys (PresentFixture *fixture,
           gconstpointer   data)
{
  static const struct
  {
    guint           keyval;
    GdkModifierType state;
    guint           step;
    gboolean        taken;
  } keys[] = {
    { GDK_KEY_Page_Down, 0, 1, TRUE },
    { GDK_KEY_space, 0, 2, TRUE },
    { GDK_KEY_space, GDK_SHIFT_MASK, 1, TRUE },
    { GDK_KEY_Right, 0, 2, TRUE },
    { GDK_KEY_Down, 0, 3, TRUE },
    { GDK_KEY_Left, 0, 2, TRUE },
    { GDK_KEY_Up, 0, 1, TRUE },
    { GDK_KEY_Page_Up, 0, 0, TRUE },
    { GDK_KEY_End, 0, 3, TRUE },
    { GDK_KEY_Home, 0, 0, TRUE },
    { GDK_KEY_Return, 0, 0, FALSE },
    { GDK_KEY_3, 0, 0, TRUE },
    { GDK_KEY_Return, 0, 2, TRUE },
    { GDK_KEY_KP_1, 0, 2, TRUE },
    { GDK_KEY_4, 0, 2, TRUE },
    { GDK_KEY_BackSpace, 0, 2, TRUE },
    { GDK_KEY_KP_Enter, 0, 0, TRUE },
    { GDK_KEY_Right, GDK_CONTROL_MASK, 0, FALSE },
    { GDK_KEY_Right, GDK_ALT_MASK, 0, FALSE },
    { GDK_KEY_Tab, 0, 0, FALSE },
    { GDK_KEY_x, 0, 0, FALSE },
    { GDK_KEY_Right, GDK_LOCK_MASK, 1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_test_message ("key %s", gdk_keyval_name (keys[i].keyval));
      g_assert_cmpint (talks_present_keys_press (fixture->presentation, NULL, NULL, keys[i].keyval, 0, keys[i].state),
                       ==, keys[i].taken);
      g_assert_cmpuint (talks_presentation_get_step (fixture->presentation), ==, keys[i].step);
    }
}

static void
test_key_states (PresentFixture *fixture,
                 gconstpointer   data)
{
  TalksPresentation *self = fixture->presentation;
  double x;
  double y;

  talks_present_keys_press (self, NULL, NULL, GDK_KEY_B, 0, GDK_SHIFT_MASK);
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_BLACK);
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_w, 0, 0);
  g_assert_cmpint (talks_presentation_get_cover (self), ==, TALKS_COVER_WHITE);
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_h, 0, 0);
  g_assert_cmpint (talks_presentation_get_outcomes (self), ==, TALKS_OUTCOMES_HIDDEN);
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_l, 0, 0);
  g_assert_true (talks_presentation_is_pointing (self));
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_z, 0, 0);
  g_assert_cmpfloat (talks_presentation_get_zoom (self, &x, &y), >, 1);
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_plus, 0, GDK_SHIFT_MASK);
  g_assert_cmpfloat (talks_presentation_get_type_scale (self), >, 1);
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_minus, 0, 0);
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_minus, 0, 0);
  g_assert_cmpfloat (talks_presentation_get_type_scale (self), <, 1);
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_question, 0, GDK_SHIFT_MASK);
  g_assert_true (talks_presentation_shows_keys (self));
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_Escape, 0, 0);
  g_assert_false (talks_presentation_shows_keys (self));
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_s, 0, 0);
  g_assert_cmpint (fixture->requested, ==, TALKS_PRESENT_SWAP);
  talks_present_keys_press (self, NULL, NULL, GDK_KEY_Escape, 0, 0);
  g_assert_cmpint (fixture->requested, ==, TALKS_PRESENT_END);
}

/* Every key that does something stands in the list. */
static void
test_key_list (void)
{
  static const char * const words[] = { "Page Down", "Page Up", "→", "←", "Space", "Home", "End", "Return", "B", "W",
                                        "H", "L", "Z", "+", "−", "S", "?", "Esc" };
  g_autoptr (GString) all = g_string_new (NULL);
  TalksPresentLine line;

  for (guint i = 0; talks_present_keys_get_line (i, &line); i++)
    g_string_append_printf (all, "%s: %s\n", line.keys, line.does);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (all->str, words[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PRESENT_TEST_ADD ("/presentation/steps", test_steps);
  PRESENT_TEST_ADD ("/presentation/number", test_number);
  PRESENT_TEST_ADD ("/presentation/covers", test_covers);
  PRESENT_TEST_ADD ("/presentation/outcomes", test_outcomes);
  PRESENT_TEST_ADD ("/presentation/type", test_type);
  PRESENT_TEST_ADD ("/presentation/zoom", test_zoom);
  PRESENT_TEST_ADD ("/presentation/pointer", test_pointer);
  PRESENT_TEST_ADD ("/presentation/end", test_end);
  PRESENT_TEST_ADD ("/presentation/edited", test_edited);
  PRESENT_TEST_ADD ("/presentation/keys", test_keys);
  PRESENT_TEST_ADD ("/presentation/key-states", test_key_states);
  g_test_add_func ("/presentation/key-list", test_key_list);

  return g_test_run ();
}
