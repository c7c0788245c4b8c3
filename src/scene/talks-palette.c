/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-palette.h"

#include <math.h>
#include <string.h>

#define HEX(rgb) \
  { ((rgb) >> 16 & 0xff) / 255.0, ((rgb) >> 8 & 0xff) / 255.0, ((rgb) & 0xff) / 255.0, 1.0 }

static const TalksPalette palettes[TALKS_N_THEMES] = {
  [TALKS_THEME_LIGHT] = {
    .theme = TALKS_THEME_LIGHT,
    .dark = FALSE,
    .surface = HEX (0xfafafa),
    .band = HEX (0xf3f3f1),
    .card = HEX (0xffffff),
    .edge = HEX (0xdededb),
    .line = HEX (0xdcdcda),
    .text = HEX (0x242424),
    .dim_text = HEX (0x666664),
    .accent = HEX (0x1c71d8),
    .on_accent = HEX (0xffffff),
    .window = HEX (0xd9e7f8),
    .bars = HEX (0x9c9c9f),
    .fold = HEX (0xe9e7e1),
    .fold_edge = HEX (0xcbc8bf),
    .warning = HEX (0x8f5600),
  },
  [TALKS_THEME_DARK] = {
    .theme = TALKS_THEME_DARK,
    .dark = TRUE,
    .surface = HEX (0x1e1e1e),
    .band = HEX (0x232323),
    .card = HEX (0x323232),
    .edge = HEX (0x404040),
    .line = HEX (0x393939),
    .text = HEX (0xf2f2f2),
    .dim_text = HEX (0xa6a6a6),
    .accent = HEX (0x78aeed),
    .on_accent = HEX (0x10161d),
    .window = HEX (0x3d4650),
    .bars = HEX (0x77777a),
    .fold = HEX (0x2c2a26),
    .fold_edge = HEX (0x4a473f),
    .warning = HEX (0xf5c211),
  },
  [TALKS_THEME_CONTRAST] = {
    .theme = TALKS_THEME_CONTRAST,
    .dark = FALSE,
    .surface = HEX (0xffffff),
    .band = HEX (0xf2f2f2),
    .card = HEX (0xffffff),
    .edge = HEX (0x1a1a1a),
    .line = HEX (0x767676),
    .text = HEX (0x000000),
    .dim_text = HEX (0x2e2e2e),
    .accent = HEX (0x003e92),
    .on_accent = HEX (0xffffff),
    .window = HEX (0xc4dbf7),
    .bars = HEX (0x4a4a4a),
    .fold = HEX (0xe4e1d8),
    .fold_edge = HEX (0x5c5a53),
    .warning = HEX (0x5f3700),
  },
  [TALKS_THEME_CONTRAST_DARK] = {
    .theme = TALKS_THEME_CONTRAST_DARK,
    .dark = TRUE,
    .surface = HEX (0x000000),
    .band = HEX (0x121212),
    .card = HEX (0x000000),
    .edge = HEX (0xe6e6e6),
    .line = HEX (0x8c8c8c),
    .text = HEX (0xffffff),
    .dim_text = HEX (0xd6d6d6),
    .accent = HEX (0x99c8ff),
    .on_accent = HEX (0x000000),
    .window = HEX (0x1f4470),
    .bars = HEX (0xb8b8b8),
    .fold = HEX (0x24221d),
    .fold_edge = HEX (0xa8a49a),
    .warning = HEX (0xffd75e),
  },
  [TALKS_THEME_PROJECTOR] = {
    .theme = TALKS_THEME_PROJECTOR,
    .dark = TRUE,
    .surface = HEX (0x111318),
    .band = HEX (0x161920),
    .card = HEX (0x1b1f27),
    .edge = HEX (0x3a4150),
    .line = HEX (0x333945),
    .text = HEX (0xffffff),
    .dim_text = HEX (0xb4bcc9),
    .accent = HEX (0x8fc0ff),
    .on_accent = HEX (0x0b1220),
    .window = HEX (0x27405f),
    .bars = HEX (0x7e8798),
    .fold = HEX (0x262730),
    .fold_edge = HEX (0x50566a),
    .warning = HEX (0xffd36a),
  },
  [TALKS_THEME_PAPER] = {
    .theme = TALKS_THEME_PAPER,
    .dark = FALSE,
    .surface = HEX (0xffffff),
    .band = HEX (0xf7f7f5),
    .card = HEX (0xffffff),
    .edge = HEX (0xc9c9c5),
    .line = HEX (0xd2d2d0),
    .text = HEX (0x1c1c1c),
    .dim_text = HEX (0x5a5a58),
    .accent = HEX (0x1c71d8),
    .on_accent = HEX (0xffffff),
    .window = HEX (0xd9e7f8),
    .bars = HEX (0x8e8e91),
    .fold = HEX (0xeeece6),
    .fold_edge = HEX (0xb4b1a8),
    .warning = HEX (0x8f5600),
  },
  [TALKS_THEME_MONO] = {
    .theme = TALKS_THEME_MONO,
    .dark = FALSE,
    .surface = HEX (0xffffff),
    .band = HEX (0xf4f4f4),
    .card = HEX (0xffffff),
    .edge = HEX (0x6e6e6e),
    .line = HEX (0xc4c4c4),
    .text = HEX (0x000000),
    .dim_text = HEX (0x3c3c3c),
    .accent = HEX (0x2a2a2a),
    .on_accent = HEX (0xffffff),
    .window = HEX (0xd8d8d8),
    .bars = HEX (0x5a5a5a),
    .fold = HEX (0xe4e4e4),
    .fold_edge = HEX (0x8c8c8c),
    .warning = HEX (0x000000),
  },
};

/* A little more than what is promised, so that rounding to eight bits keeps it. The dark theme
 * aims higher: deep colours that just reach 4.5 there look muddy beside white text. */
static const double party_contrast[TALKS_N_THEMES] = {
  [TALKS_THEME_LIGHT] = 4.55,
  [TALKS_THEME_DARK] = 5.2,
  [TALKS_THEME_CONTRAST] = 7.1,
  [TALKS_THEME_CONTRAST_DARK] = 7.1,
  [TALKS_THEME_PROJECTOR] = 7.1,
  [TALKS_THEME_PAPER] = 4.55,
  [TALKS_THEME_MONO] = 7.1,
};

const TalksPalette *
talks_palette_get (TalksTheme theme)
{
  g_return_val_if_fail (theme < TALKS_N_THEMES, &palettes[TALKS_THEME_LIGHT]);
  return &palettes[theme];
}

/* ---- colour arithmetic ---- */

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
from_linear (double value)
{
  return value <= 0.0031308 ? value * 12.92 : 1.055 * pow (value, 1 / 2.4) - 0.055;
}

/* Linear light in red, green and blue. */
typedef struct
{
  double red;
  double green;
  double blue;
} Linear;

static Linear
linear_from_color (TalksColor color)
{
  return (Linear) { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
}

static double
linear_luminance (Linear self)
{
  return 0.2126 * self.red + 0.7152 * self.green + 0.0722 * self.blue;
}

static gboolean
linear_in_gamut (Linear self)
{
  const double slack = 1e-6;

  return self.red >= -slack && self.red <= 1 + slack && self.green >= -slack
         && self.green <= 1 + slack && self.blue >= -slack && self.blue <= 1 + slack;
}

static double
luminance (TalksColor color)
{
  return linear_luminance (linear_from_color (color));
}

/* Björn Ottosson, "A perceptual color space for image processing" (2020). */
typedef struct
{
  double lightness;
  double a;
  double b;
} Oklab;

static Oklab
oklab_from_linear (Linear c)
{
  double l = cbrt (0.4122214708 * c.red + 0.5363325363 * c.green + 0.0514459929 * c.blue);
  double m = cbrt (0.2119034982 * c.red + 0.6806995451 * c.green + 0.1073969566 * c.blue);
  double s = cbrt (0.0883024619 * c.red + 0.2817188376 * c.green + 0.6299787005 * c.blue);

  return (Oklab) {
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

static Linear
oklab_to_linear (Oklab lab)
{
  double l = lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b;
  double m = lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b;
  double s = lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b;

  l = l * l * l;
  m = m * m * m;
  s = s * s * s;
  return (Linear) {
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
  };
}

/* The same hue at another lightness, with as much of the chroma as sRGB holds there. */
static Linear
at_lightness (Oklab  lab,
              double lightness)
{
  double low = 0;
  double high = 1;
  Linear best = oklab_to_linear ((Oklab) { lightness, lab.a, lab.b });

  if (linear_in_gamut (best))
    return best;

  best = oklab_to_linear ((Oklab) { lightness, 0, 0 });
  for (int i = 0; i < 10; i++)
    {
      double middle = (low + high) / 2;
      Linear tried = oklab_to_linear ((Oklab) { lightness, lab.a * middle, lab.b * middle });

      if (linear_in_gamut (tried))
        {
          best = tried;
          low = middle;
        }
      else
        high = middle;
    }
  return best;
}

/* The luminance that a text colour may not exceed (light themes) or fall below (dark ones) to
 * stand out from the three grounds it can be on. */
static double
luminance_bound (const TalksPalette *self)
{
  const TalksColor grounds[] = { self->surface, self->band, self->card };
  double wanted = party_contrast[self->theme];
  double bound = self->dark ? 0 : 1;

  for (size_t i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      double ground = luminance (grounds[i]) + 0.05;

      if (self->dark)
        bound = MAX (bound, ground * wanted - 0.05);
      else
        bound = MIN (bound, ground / wanted - 0.05);
    }
  return bound;
}

TalksColor
talks_palette_party (const TalksPalette *self,
                     const char         *hex)
{
  TalksColor color;
  Linear linear;
  Oklab lab;
  double bound;
  double near;
  double far;

  g_return_val_if_fail (self != NULL, ((TalksColor) { 0, 0, 0, 1 }));

  if (self->theme == TALKS_THEME_MONO)
    return self->text;
  if (!talks_color_parse (hex, &color))
    return self->dim_text;
  linear = linear_from_color (color);
  bound = luminance_bound (self);
  if (self->dark ? linear_luminance (linear) >= bound : linear_luminance (linear) <= bound)
    return color;

  /* Between a lightness that does not reach the bound and one that does. */
  lab = oklab_from_linear (linear);
  near = lab.lightness;
  far = self->dark ? 1 : 0;
  for (int i = 0; i < 16; i++)
    {
      double middle = (near + far) / 2;
      double reached = linear_luminance (at_lightness (lab, middle));

      if (self->dark ? reached >= bound : reached <= bound)
        far = middle;
      else
        near = middle;
    }
  linear = at_lightness (lab, far);
  return (TalksColor) {
    CLAMP (from_linear (linear.red), 0, 1),
    CLAMP (from_linear (linear.green), 0, 1),
    CLAMP (from_linear (linear.blue), 0, 1),
    1,
  };
}

TalksColor
talks_palette_text_on (const TalksPalette *self,
                       TalksColor          color)
{
  const TalksColor light = HEX (0xffffff);
  const TalksColor dark = HEX (0x0d1117);

  g_return_val_if_fail (self != NULL, light);

  return talks_color_contrast (color, light) >= talks_color_contrast (color, dark) ? light : dark;
}

gboolean
talks_color_parse (const char *hex,
                   TalksColor *out)
{
  guint32 rgb = 0;

  g_return_val_if_fail (out != NULL, FALSE);

  if (hex == NULL || hex[0] != '#' || strlen (hex) != 7)
    return FALSE;
  for (int i = 1; i < 7; i++)
    {
      if (!g_ascii_isxdigit (hex[i]))
        return FALSE;
      rgb = rgb << 4 | (guint32) g_ascii_xdigit_value (hex[i]);
    }
  *out = (TalksColor) HEX (rgb);
  return TRUE;
}

TalksColor
talks_color_with_alpha (TalksColor color,
                        double     alpha)
{
  color.alpha *= alpha;
  return color;
}

TalksColor
talks_color_mix (TalksColor a,
                 TalksColor b,
                 double     amount)
{
  return (TalksColor) {
    a.red + (b.red - a.red) * amount,
    a.green + (b.green - a.green) * amount,
    a.blue + (b.blue - a.blue) * amount,
    a.alpha + (b.alpha - a.alpha) * amount,
  };
}

double
talks_color_contrast (TalksColor a,
                      TalksColor b)
{
  double one = luminance (a) + 0.05;
  double two = luminance (b) + 0.05;

  return one > two ? one / two : two / one;
}

gboolean
talks_theme_from_name (const char *name,
                       TalksTheme *out)
{
  static const char * const names[TALKS_N_THEMES] = {
    [TALKS_THEME_LIGHT] = "light",
    [TALKS_THEME_DARK] = "dark",
    [TALKS_THEME_CONTRAST] = "contrast",
    [TALKS_THEME_CONTRAST_DARK] = "contrast-dark",
    [TALKS_THEME_PROJECTOR] = "projector",
    [TALKS_THEME_PAPER] = "paper",
    [TALKS_THEME_MONO] = "mono",
  };

  g_return_val_if_fail (out != NULL, FALSE);

  for (int i = 0; name != NULL && i < TALKS_N_THEMES; i++)
    if (strcmp (name, names[i]) == 0)
      {
        *out = (TalksTheme) i;
        return TRUE;
      }
  return FALSE;
}
