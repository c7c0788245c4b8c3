/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "talks-palette.h"

static double
required (TalksTheme theme)
{
  return theme == TALKS_THEME_LIGHT || theme == TALKS_THEME_DARK || theme == TALKS_THEME_PAPER ? 4.5 : 7.0;
}

/* As it will be on the screen. */
static TalksColor
rounded (TalksColor color)
{
  color.red = round (color.red * 255) / 255;
  color.green = round (color.green * 255) / 255;
  color.blue = round (color.blue * 255) / 255;
  return color;
}

static double
least_contrast (const TalksPalette *palette,
                TalksColor          color)
{
  double least = talks_color_contrast (color, palette->surface);

  least = MIN (least, talks_color_contrast (color, palette->band));
  return MIN (least, talks_color_contrast (color, palette->card));
}

static void
test_text_roles (void)
{
  for (int i = 0; i < TALKS_N_THEMES; i++)
    {
      const TalksPalette *palette = talks_palette_get ((TalksTheme) i);

      g_assert_cmpint (palette->theme, ==, i);
      g_assert_cmpfloat (least_contrast (palette, palette->text), >=, 7);
      g_assert_cmpfloat (least_contrast (palette, palette->dim_text), >=, required ((TalksTheme) i));
      g_assert_cmpfloat (least_contrast (palette, palette->warning), >=, required ((TalksTheme) i));
      g_assert_cmpfloat (talks_color_contrast (palette->dim_text, palette->fold), >=, 4.5);
      g_assert_cmpfloat (talks_color_contrast (palette->text, palette->window), >=, 4.5);
      g_assert_cmpfloat (talks_color_contrast (palette->on_accent, palette->accent), >=, 4.5);
      /* Not text, but it has to be seen: WCAG 2.2, 1.4.11. */
      g_assert_cmpfloat (talks_color_contrast (palette->accent, palette->surface), >=, 3);
      g_assert_true (palette->dark == (palette->surface.green < 0.5));
    }
}

static void
test_party_contrast (void)
{
  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *hex = g_strdup_printf ("#%06x", g_test_rand_int_range (0, 0x1000000));

      for (int theme = 0; theme < TALKS_N_THEMES; theme++)
        {
          const TalksPalette *palette = talks_palette_get ((TalksTheme) theme);
          TalksColor color = rounded (talks_palette_party (palette, hex));

          if (least_contrast (palette, color) < required ((TalksTheme) theme))
            g_error ("%s has a contrast of %f in theme %d", hex, least_contrast (palette, color), theme);
          g_assert_cmpfloat (color.alpha, ==, 1);
        }
    }
}

static void
test_party_is_kept (void)
{
  static const char * const fitting[] = { "#1f63d0", "#c01c28", "#7a4db0", "#242424", "#5e5c64" };
  const TalksPalette *palette = talks_palette_get (TALKS_THEME_LIGHT);

  for (size_t i = 0; i < G_N_ELEMENTS (fitting); i++)
    {
      TalksColor written;
      TalksColor drawn = talks_palette_party (palette, fitting[i]);

      g_assert_true (talks_color_parse (fitting[i], &written));
      g_assert_cmpfloat (drawn.red, ==, written.red);
      g_assert_cmpfloat (drawn.green, ==, written.green);
      g_assert_cmpfloat (drawn.blue, ==, written.blue);
    }
}

/* Whichever theme with colours, the strongest and the weakest of the three stay what they were. */
static void
test_party_keeps_hue (void)
{
  static const struct
  {
    const char *hex;
    int         most;
    int         least;
  } cases[] = {
    { "#1f63d0", 2, 0 }, { "#c01c28", 0, 1 }, { "#0f7f6f", 1, 0 },
    { "#8a6a00", 0, 2 }, { "#3d7a2a", 1, 2 }, { "#ffe000", 0, 2 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int theme = 0; theme < TALKS_N_THEMES; theme++)
      {
        TalksColor color = talks_palette_party (talks_palette_get ((TalksTheme) theme), cases[i].hex);
        double parts[] = { color.red, color.green, color.blue };

        for (int k = 0; k < 3; k++)
          {
            if (theme == TALKS_THEME_MONO)
              {
                g_assert_cmpfloat (parts[k], ==, 0);
                continue;
              }
            g_assert_cmpfloat (parts[k], <=, parts[cases[i].most]);
            g_assert_cmpfloat (parts[k], >=, parts[cases[i].least] - 0.05);
          }
        if (theme != TALKS_THEME_MONO)
          g_assert_cmpfloat (parts[cases[i].most] - parts[cases[i].least], >, 0.15);
      }
}

static void
test_parse (void)
{
  static const char * const bad[] = {
    NULL, "", "#", "1f63d0", "#1f63d", "#1f63d00", "#1f63dg", "blue", "#-12345",
  };
  const TalksPalette *palette = talks_palette_get (TALKS_THEME_DARK);
  TalksColor color = { 0.5, 0.5, 0.5, 0.5 };

  for (size_t i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      TalksColor party = talks_palette_party (palette, bad[i]);

      g_assert_false (talks_color_parse (bad[i], &color));
      g_assert_cmpfloat (color.red, ==, 0.5);
      g_assert_cmpfloat (party.red, ==, palette->dim_text.red);
    }
  g_assert_true (talks_color_parse ("#FF8000", &color));
  g_assert_cmpfloat (color.red, ==, 1);
  g_assert_cmpfloat_with_epsilon (color.green, 128 / 255.0, 1e-9);
  g_assert_cmpfloat (color.blue, ==, 0);
  g_assert_cmpfloat (color.alpha, ==, 1);
}

static void
test_arithmetic (void)
{
  const TalksColor black = { 0, 0, 0, 1 };
  const TalksColor white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (talks_color_contrast (black, white), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (talks_color_contrast (white, black), 21, 1e-6);
  g_assert_cmpfloat_with_epsilon (talks_color_mix (black, white, 0.25).green, 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (talks_color_with_alpha (white, 0.5).alpha, 0.5, 1e-9);

  for (int i = 0; i < 200; i++)
    {
      const TalksPalette *palette = talks_palette_get ((TalksTheme) (i % TALKS_N_THEMES));
      TalksColor color = { g_test_rand_double (), g_test_rand_double (), g_test_rand_double (), 1 };

      g_assert_cmpfloat (talks_color_contrast (talks_palette_text_on (palette, color), color), >, 4.2);
    }
}

static void
test_names (void)
{
  static const char * const names[TALKS_N_THEMES] = {
    "light", "dark", "contrast", "contrast-dark", "projector", "paper", "mono",
  };
  TalksTheme theme = TALKS_THEME_DARK;

  g_assert_false (talks_theme_from_name ("Light", &theme));
  g_assert_false (talks_theme_from_name (NULL, &theme));
  g_assert_cmpint (theme, ==, TALKS_THEME_DARK);
  for (int i = 0; i < TALKS_N_THEMES; i++)
    {
      g_assert_true (talks_theme_from_name (names[i], &theme));
      g_assert_cmpint (theme, ==, i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/palette/text-roles", test_text_roles);
  g_test_add_func ("/scene/palette/party-contrast", test_party_contrast);
  g_test_add_func ("/scene/palette/party-is-kept", test_party_is_kept);
  g_test_add_func ("/scene/palette/party-keeps-hue", test_party_keeps_hue);
  g_test_add_func ("/scene/palette/parse", test_parse);
  g_test_add_func ("/scene/palette/arithmetic", test_arithmetic);
  g_test_add_func ("/scene/palette/names", test_names);
  return g_test_run ();
}
