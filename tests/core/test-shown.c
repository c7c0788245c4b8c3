/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-shown.h"
#include "talks-text.h"

#include <string.h>

#define ACUTE "\xcc\x81"
#define RLO   "\xe2\x80\xae"
#define LRE   "\xe2\x80\xaa"
#define PDF   "\xe2\x80\xac"
#define RLI   "\xe2\x81\xa7"
#define PDI   "\xe2\x81\xa9"
#define ZWJ   "\xe2\x80\x8d"
#define ZWNJ  "\xe2\x80\x8c"
#define ZWSP  "\xe2\x80\x8b"
#define KA    "\xe0\xa4\x95"
#define VIRAMA "\xe0\xa5\x8d"

/* n times unit; free with g_free(). */
static char *
repeat (const char *unit,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

/* ---- what stays ---- */

static void
test_kept (void)
{
  static const char * const texts[] = {
    "", "Istanbul", "a b", "two\nlines", "\r\n", "Стамбул", "e" ACUTE, "naïve – “quoted” …", "السلام عليكم", "שלום (abc) 123",
    "伊斯坦堡", "👩" ZWJ "👩" ZWJ "👧", "🇺🇦", "क्षत्रिय", "กำลัง", RLO "turned" PDF, RLI "apart" PDI " here", LRE RLI "in" PDI PDF,
    "<b>bold</b> %s &amp;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *shown = talks_shown_text (texts[i]);

      g_assert_cmpstr (shown, ==, NULL);
    }
}

/* ---- what changes ---- */

static void
test_directions (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    { RLO "open", RLO "open" PDF },
    { RLI "open", RLI "open" PDI },
    { LRE RLI "both", LRE RLI "both" PDI PDF },
    { "nothing to end" PDF PDI, "nothing to end" },
    /* An isolate that ends takes with it what began in it; an embedding can not end outside. */
    { RLI RLO "x" PDI "y", NULL },
    { RLI "x" PDF PDI, RLI "x" PDI },
    /* Lines end all of it. */
    { RLO "one\ntwo" PDF, RLO "one\ntwo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = talks_shown_text (cases[i].text);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_directions_in_one_another (void)
{
  g_autofree char *text = repeat (RLO, 1000);
  g_autofree char *shown = talks_shown_text (text);
  g_autofree char *opened = repeat (RLO, 16);
  g_autofree char *ended = repeat (PDF, 16);
  g_autofree char *wanted = g_strconcat (opened, ended, NULL);

  g_assert_cmpstr (shown, ==, wanted);
}

static void
test_line (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    { "plain", NULL },
    { "one\ntwo", "one two" },
    { "one\r\ntwo\rthree", "one two three" },
    { "one\xe2\x80\xa8two\xe2\x80\xa9three\xc2\x85" "four", "one two three four" },
    { "a\tb", "a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = talks_shown_line (cases[i].text);
      g_autofree char *copy = talks_shown_dup_line (cases[i].text);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (copy, ==, shown != NULL ? shown : cases[i].text);
    }
}

/* The most of unit in a row in what is shown of n of them after head. */
static guint
count_shown (const char *head,
             const char *unit,
             guint       n)
{
  g_autofree char *tail = repeat (unit, n);
  g_autofree char *text = g_strconcat (head, tail, NULL);
  g_autofree char *shown = talks_shown_text (text);
  guint most = 0;

  for (const char *p = shown != NULL ? shown : text; *p != '\0'; p++)
    {
      guint here = 0;

      while (g_str_has_prefix (p, unit))
        {
          p += strlen (unit);
          here++;
        }
      most = MAX (most, here);
      if (*p == '\0')
        break;
    }
  return most;
}

static void
test_limits (void)
{
  static const struct
  {
    const char *head;
    const char *unit;
    guint       most;
  } cases[] = {
    { "a", ACUTE, TALKS_SHOWN_MARKS },
    { "a", ZWNJ, TALKS_SHOWN_MARKS },
    { "👍", "🏿", TALKS_SHOWN_MARKS },
    { "a", " ", TALKS_SHOWN_SPACES },
    { "a", "\t", 0 },
    { "a", "\n", TALKS_SHOWN_LINES - 1 },
    { "ж", "\xd2\x83", TALKS_SHOWN_MARKS },
    { "ö", "\xc2\xad", TALKS_SHOWN_MARKS },
    { "", "w", TALKS_SHOWN_WORD_CHARS },
    { "", "ж", TALKS_SHOWN_WORD_CHARS },
    { "", KA VIRAMA, TALKS_SHOWN_MARKS + 1 },
    { "👩", ZWJ "👩", TALKS_SHOWN_MARKS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (count_shown (cases[i].head, cases[i].unit, 4000), ==, cases[i].most);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (count_shown (cases[i].head, cases[i].unit, 3), ==, cases[i].most > 0 ? 3 : 0);
}

/* A word of a million letters is broken, and a text of a million words cut: at a place that says so. */
static void
test_cut (void)
{
  g_autofree char *words = repeat ("word ", 1000000);
  g_autofree char *shown = talks_shown_text (words);
  g_autofree char *line = talks_shown_line (words);

  g_assert_true (g_str_has_suffix (shown, "… (and 4995000 more characters)"));
  g_assert_cmpuint (strlen (shown), <, TALKS_SHOWN_CHARS + 100);
  g_assert_true (g_str_has_suffix (line, "…"));
  g_assert_cmpint (g_utf8_strlen (line, -1), ==, TALKS_SHOWN_LINE_CHARS + 1);
}

/* Whatever the text, what is shown of it is UTF-8 and within the limits. */
static void
test_random (void)
{
  static const char * const parts[] = {
    "a", " ", "\n", "\r", "\t", ACUTE, RLO, LRE, PDF, RLI, PDI, ZWJ, ZWNJ, ZWSP, KA, VIRAMA, "ж", "\xd2\x83", "\xc2\xad", "👩", "🏿", "\xe2\x80\xa8", "\xef\xbf\xbf", "\x01",
  };

  for (int round = 0; round < 300; round++)
    {
      GString *text = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 7000);
      int kinds = g_test_rand_int_range (1, G_N_ELEMENTS (parts) + 1);
      g_autofree char *shown = NULL;
      g_autofree char *line = NULL;

      for (guint i = 0; i < n; i++)
        g_string_append (text, parts[g_test_rand_int_range (0, kinds)]);
      shown = talks_shown_text (text->str);
      line = talks_shown_dup_line (text->str);
      if (shown != NULL)
        {
          g_assert_true (g_utf8_validate (shown, -1, NULL));
          g_assert_cmpint (g_utf8_strlen (shown, -1), <, 4 * TALKS_SHOWN_CHARS);
        }
      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_null (strpbrk (line, "\n\r\t"));
      g_string_free (text, TRUE);
    }
}

/* ---- TalksText ---- */

static void
test_text (void)
{
  static const char * const langs[] = { "en", "uk", NULL };
  g_autofree char *flood = repeat ("x" ACUTE ACUTE, 100000);
  const char * const texts[] = { "plain", flood, NULL };
  g_autoptr (TalksText) text = talks_text_new_tagged (langs, texts);
  g_autoptr (TalksText) plain = talks_text_new_plain ("a" RLO);

  g_assert_cmpstr (talks_text_get (text, "uk"), ==, flood);
  g_assert_cmpuint (strlen (talks_text_show (text, "uk")), <, 40000);
  g_assert_true (talks_text_show (text, "en") == talks_text_get (text, "en"));
  g_assert_cmpstr (talks_text_show (plain, NULL), ==, "a" RLO PDF);
  g_assert_cmpstr (talks_text_get (plain, NULL), ==, "a" RLO);
  g_assert_null (talks_text_show (NULL, "en"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shown/kept", test_kept);
  g_test_add_func ("/shown/directions", test_directions);
  g_test_add_func ("/shown/directions-in-one-another", test_directions_in_one_another);
  g_test_add_func ("/shown/line", test_line);
  g_test_add_func ("/shown/limits", test_limits);
  g_test_add_func ("/shown/cut", test_cut);
  g_test_add_func ("/shown/random", test_random);
  g_test_add_func ("/shown/text", test_text);

  return g_test_run ();
}
