/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPalette: every colour on the canvas by the role it plays, for one theme.
 *
 * Constant tables; nothing is owned. Text roles have a contrast of at least 4.5 against surface
 * and band (7 for all but LIGHT, PAPER and DARK), by WCAG 2.2 relative luminance.
 * Parties bring their colour in the document: talks_palette_party() makes of it the nearest one
 * that reaches that contrast in this theme, so that the same party stays recognisable. In MONO it is black:
 * the mark and its grain (talks-mark.h) tell whose it is. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TALKS_THEME_LIGHT,
  TALKS_THEME_DARK,
  TALKS_THEME_CONTRAST,
  TALKS_THEME_CONTRAST_DARK,
  TALKS_THEME_PROJECTOR,
  TALKS_THEME_PAPER, /* as light, on a white ground */
  TALKS_THEME_MONO,  /* for paper: black on white, without any colour */
  TALKS_N_THEMES
} TalksTheme;

typedef struct
{
  double red; /* 0 … 1, sRGB, not premultiplied */
  double green;
  double blue;
  double alpha;
} TalksColor;

typedef struct
{
  TalksTheme theme;
  gboolean   dark;
  TalksColor surface;   /* behind everything on the canvas */
  TalksColor band;      /* every second lane */
  TalksColor card;      /* face of a card */
  TalksColor edge;      /* outline of cards and boxes */
  TalksColor line;      /* grid and lane borders */
  TalksColor text;
  TalksColor dim_text;  /* second lines, ticks */
  TalksColor accent;    /* playhead, selection */
  TalksColor on_accent; /* text on accent */
  TalksColor window;    /* visible part in the overview */
  TalksColor bars;      /* density */
  TalksColor fold;      /* torn strip */
  TalksColor fold_edge;
  TalksColor warning;
} TalksPalette;

const TalksPalette *talks_palette_get          (TalksTheme          theme);

/* hex: "#rrggbb"; anything else gives dim_text. */
TalksColor          talks_palette_party        (const TalksPalette *self,
                                                const char         *hex);
/* Black or white, or nearly so: what reads best on color. */
TalksColor          talks_palette_text_on      (const TalksPalette *self,
                                                TalksColor          color);

gboolean            talks_color_parse          (const char         *hex,
                                                TalksColor         *out);
TalksColor          talks_color_with_alpha     (TalksColor          color,
                                                double              alpha);
/* amount of b (0 … 1) over a. */
TalksColor          talks_color_mix            (TalksColor          a,
                                                TalksColor          b,
                                                double              amount);
double              talks_color_contrast       (TalksColor          a,
                                                TalksColor          b);

gboolean            talks_theme_from_name      (const char         *name,
                                                TalksTheme         *out);

G_END_DECLS
