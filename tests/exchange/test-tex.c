/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-bibtex.h"

static void
test_to_text (void)
{
  static const struct
  {
    const char *tex;
    const char *text;
    const char *unknown;
  } cases[] = {
    { "", "", "" },
    { "plain", "plain", "" },
    { "{The {UN} Report}", "The UN Report", "" },
    { "G\\\"odel, {\\'E}tude, \\'{e}, \\`a, \\^{\\i}le, na\\\"{\\i}ve", "Gödel, Étude, é, à, île, naïve", "" },
    { "\\v{C}apek, \\v{\\i}, \\c{c}a, \\c c, Ha\\H{o}", "Čapek, ǐ, ça, ç, Haő", "" },
    { "\\OE uvre, stra\\ss{}e, \\aa, \\O, {\\L}\\'od\\'z, \\ae sthetic", "Œuvre, straße, å, Ø, Łódź, æsthetic", "" },
    { "1990--2000 --- ``quoted'' and `single'", "1990–2000 — “quoted” and ‘single'", "" },
    { "\\enquote{one \\emph{two}} three", "“one two” three", "" },
    { "R\\&D, 50\\%, \\$5, \\#1, a\\_b, \\{x\\}", "R&D, 50%, $5, #1, a_b, {x}", "" },
    { "$\\alpha$ decay", "decay", "alpha" },
    { "\\foo{kept} \\bar{too} \\foo{x}", "kept too x", "foo, bar" },
    { "\\href{https://example.org}{The site}", "The site", "" },
    { "a\\ b\\, c~d\n   e", "a b c d e", "" },
    { "one\\\\ two", "one\ntwo", "" },
    { "Сторони \\textbf{зустрілися}", "Сторони зустрілися", "" },
    { "\\~{}x \\^{} \\textasciitilde", "~x ^ ~", "" },
    { "unbalanced { \\emph{x", "unbalanced x", "" },
    { "ends with \\", "ends with", "" },
    { "\\'", "'", "" },
    { "\\u{", "u", "" },
    { "\\\"{\\\"{\\\"{\\\"{\\\"{\\\"{\\\"{\\\"{\\\"{\\\"{a}}}}}}}}}}", NULL, "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = talks_tex_to_text (cases[i].tex, unknown);
      g_autofree char *names = NULL;

      g_assert_true (g_utf8_validate (text, -1, NULL));
      if (cases[i].text != NULL)
        g_assert_cmpstr (text, ==, cases[i].text);
      g_ptr_array_add (unknown, NULL);
      names = g_strjoinv (", ", (char **) unknown->pdata);
      g_assert_cmpstr (names, ==, cases[i].unknown);
    }
}

/* Whatever is written reads as it was. */
static void
test_from_text (void)
{
  static const char * const texts[] = {
    "plain", "R&D: 50% of $5_000 #1", "{braces}", "back\\slash", "til~de, car^et, gra`ve", "-- --- - ''it'' ,, ``x``",
    "two\nlines", "Сторони — “зустрілися”…", "a@b.org", "\"quotes\"", "?` !`", "don't",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *tex = talks_tex_from_text (texts[i]);
      g_autofree char *text = talks_tex_to_text (tex, NULL);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_random (void)
{
  static const char alphabet[] = "\\\\{}{}'\"^~$%&# aeiuvcHk-`\nбı";

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) tex = g_string_new (NULL);
      g_autofree char *text = NULL;
      g_autofree char *written = NULL;
      g_autofree char *again = NULL;

      for (int n = g_test_rand_int_range (0, 24); n > 0; n--)
        {
          const char *p = alphabet + g_test_rand_int_range (0, (int) sizeof alphabet - 1);

          while ((*p & 0xc0) == 0x80)
            p--;
          g_string_append_unichar (tex, g_utf8_get_char (p));
        }
      text = talks_tex_to_text (tex->str, NULL);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      written = talks_tex_from_text (text);
      again = talks_tex_to_text (written, NULL);
      g_assert_cmpstr (again, ==, text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/tex/to-text", test_to_text);
  g_test_add_func ("/exchange/tex/from-text", test_from_text);
  g_test_add_func ("/exchange/tex/random", test_random);
  return g_test_run ();
}
