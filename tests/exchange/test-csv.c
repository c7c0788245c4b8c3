/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-csv.h"

#include <string.h>

/* Cells are apart by "·", rows by "¶" with their line before. */
static char *
read_all (const char *text,
          char        delimiter)
{
  GString *all = g_string_new (NULL);
  g_auto (TalksCsv) csv = { 0 };

  talks_csv_init (&csv, text, delimiter);
  while (talks_csv_next (&csv))
    {
      g_string_append_printf (all, "%s%u%s:", all->len > 0 ? "¶" : "", csv.line, csv.unclosed ? "!" : "");
      for (guint i = 0; i < csv.cells->len; i++)
        g_string_append_printf (all, "%s%s", i > 0 ? "·" : "", (char *) csv.cells->pdata[i]);
    }
  return g_string_free (all, FALSE);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *text;
    char        delimiter;
    const char *rows;
  } cases[] = {
    { "", ',', "" },
    { "a", ',', "1:a" },
    { "a,b\nc,d\n", ',', "1:a·b¶2:c·d" },
    { "a,b\r\nc,d\r\n", ',', "1:a·b¶2:c·d" },
    { "a,b\rc,d\r", ',', "1:a·b¶2:c·d" },
    { "a\n\n  \n,,\nb", ',', "1:a¶5:b" },
    { "a,,c", ',', "1:a··c" },
    { "a,", ',', "1:a·" },
    { "\"a,b\",c", ',', "1:a,b·c" },
    { "\"a\"\"b\"", ',', "1:a\"b" },
    { "\"\"\"\"", ',', "1:\"" },
    { "\"two\nlines\",b\nc,d", ',', "1:two\nlines·b¶3:c·d" },
    { "\"two\r\nlines\",b\r\nc,d", ',', "1:two\r\nlines·b¶3:c·d" },
    { "\"a\" b,c", ',', "1:a b·c" },
    { "say \"no\",c", ',', "1:say \"no\"·c" },
    { "\"open,b\nc,d\n", ',', "1!:\"open·b¶2:c·d" },
    { "a,\"\nb,c", ',', "1!:a·\"¶2:b·c" },
    { "a;b,c\td", ';', "1:a·b,c\td" },
    { "a\tb;c", '\t', "1:a·b;c" },
    { "a,b\nc\nd,e,f", ',', "1:a·b¶2:c¶3:d·e·f" },
    { "sep=;\na;b", ';', "2:a·b" },
    { "SEP=,\r\na,b", ',', "2:a·b" },
    { "sep=,a\nb", ',', "1:sep=·a¶2:b" },
    { "sep=", ',', "1:sep=" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = read_all (cases[i].text, cases[i].delimiter);

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_delimiter (void)
{
  static const struct
  {
    const char *text;
    char        delimiter;
  } cases[] = {
    { "", ',' },
    { "a", ',' },
    { "a,b\nc,d", ',' },
    { "a;b\nc;d", ';' },
    { "a\tb\nc\td", '\t' },
    { "a;b\n1,5;2,5\n3,5;4,5", ';' },
    { "sep=;\na,b\nc,d", ';' },
    { "sep=|\na,b\nc,d", ',' },
    { "title;date\n\"One, two, three\";2022\nFour, five;2023", ';' },
    { "title,date\n\"One; two; three\",2022", ',' },
    { "a\tb\tc\nx, y\tz\t1;2", '\t' },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (talks_csv_find_delimiter (cases[i].text), ==, cases[i].delimiter);
}

/* Any cells, written as RFC 4180 has it, come back. */
static void
test_any_cells (void)
{
  static const char * const pieces[] = { "a", "\"", ",", ";", "\t", "\n", "\r\n", " ", "'", "ü" };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new ("first");
      g_autoptr (GString) wanted = g_string_new ("1:first");
      g_autofree char *rows = NULL;

      for (int cell = 0; cell < 4; cell++)
        {
          g_string_append (text, ",\"");
          g_string_append (wanted, "·");
          for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
            {
              const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

              g_string_append (text, strcmp (piece, "\"") == 0 ? "\"\"" : piece);
              g_string_append (wanted, piece);
            }
          g_string_append_c (text, '"');
        }
      rows = read_all (text->str, ',');
      g_assert_cmpstr (rows, ==, wanted->str);
    }
}

/* What would take memory without end is read, and let go of. */
static void
test_many_cells (void)
{
  g_autofree char *text = g_strnfill (100000, ',');
  g_auto (TalksCsv) csv = { 0 };

  text[99999] = 'x';
  talks_csv_init (&csv, text, ',');
  while (talks_csv_next (&csv))
    g_assert_cmpuint (csv.cells->len, <=, 1000);
  text[0] = 'x';
  talks_csv_clear (&csv);
  talks_csv_init (&csv, text, ',');
  g_assert_true (talks_csv_next (&csv));
  g_assert_cmpuint (csv.cells->len, ==, 1000);
  g_assert_false (talks_csv_next (&csv));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/rows", test_rows);
  g_test_add_func ("/exchange/csv/delimiter", test_delimiter);
  g_test_add_func ("/exchange/csv/any-cells", test_any_cells);
  g_test_add_func ("/exchange/csv/many-cells", test_many_cells);
  return g_test_run ();
}
