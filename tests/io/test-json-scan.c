/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strict look at JSON: what it takes, what it refuses and where, and finding by pointer. */

#include "talks-error.h"
#include "talks-file-type.h"
#include "talks-json-scan.h"

#include <string.h>

#define GOOD (-1)

typedef struct
{
  const char *text;
  size_t      length;
  int         code; /* GOOD, or the code of the error */
  unsigned    line;
  unsigned    column;
} Case;

/* With the length, as a text may hold 0 bytes. */
#define TEXT(literal) literal, sizeof (literal) - 1

static TalksJsonScan *
scan (const char  *text,
      size_t       length,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);

  return talks_json_scan_new (bytes, "case.json", TALKS_JSON_MAX_SIZE, error);
}

static void
check_cases (const Case *cases,
             size_t      n_cases)
{
  for (size_t i = 0; i < n_cases; i++)
    {
      const Case *c = &cases[i];
      g_autofree char *shown = g_strescape (c->text, NULL);
      g_autofree char *place = g_strdup_printf ("case.json:%u:%u: ", c->line, c->column);
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksJsonScan) result = scan (c->text, c->length, &error);

      g_test_message ("%s → %s", shown, error != NULL ? error->message : "good");
      if (c->code == GOOD)
        {
          g_assert_no_error (error);
          g_assert_nonnull (result);
          continue;
        }
      g_assert_null (result);
      g_assert_error (error, TALKS_ERROR, c->code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (g_str_has_prefix (error->message, c->line > 0 ? place : "case.json: "));
    }
}

static void
test_values (void)
{
  static const Case cases[] = {
    { TEXT ("{}"), GOOD },
    { TEXT ("[]"), GOOD },
    { TEXT ("\"\""), GOOD },
    { TEXT ("0"), GOOD },
    { TEXT ("true"), GOOD },
    { TEXT ("false"), GOOD },
    { TEXT ("null"), GOOD },
    { TEXT (" \t\r\n[ ] \r\n"), GOOD },
    { TEXT ("[1,2,3]"), GOOD },
    { TEXT ("[ 1 , 2\t,\n3 ]"), GOOD },
    { TEXT ("{\"a\":1,\"b\":[{\"a\":{}}]}"), GOOD },
    { TEXT ("{ \"a\" : null }"), GOOD },
    { TEXT ("{\"\":0}"), GOOD },
    { TEXT ("{\"a\":{\"a\":{\"a\":1}},\"b\":{\"a\":1}}"), GOOD },
    { TEXT ("\357\273\277{}"), GOOD },
    { TEXT ("True"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("nul"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("[NaN]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[Infinity]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("undefined"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("truefalse"), TALKS_ERROR_SYNTAX, 1, 5 },
    { TEXT ("[a]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("{a:1}"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("{'a':1}"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("['a']"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[1 2]"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("[1,]"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("[,1]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[1,,2]"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("[1;2]"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("{\"a\":1,}"), TALKS_ERROR_SYNTAX, 1, 8 },
    { TEXT ("{\"a\" 1}"), TALKS_ERROR_SYNTAX, 1, 6 },
    { TEXT ("{\"a\"}"), TALKS_ERROR_SYNTAX, 1, 5 },
    { TEXT ("{\"a\":}"), TALKS_ERROR_SYNTAX, 1, 6 },
    { TEXT ("{\"a\":1 \"b\":2}"), TALKS_ERROR_SYNTAX, 1, 8 },
    { TEXT ("{\"a\":1,2}"), TALKS_ERROR_SYNTAX, 1, 8 },
    { TEXT ("{1:1}"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[1}"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("{\"a\":1]"), TALKS_ERROR_SYNTAX, 1, 7 },
    { TEXT ("]"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("[] []"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("{}}"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("{},"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("var x = [1];"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("[1] // end"), TALKS_ERROR_SYNTAX, 1, 5 },
    { TEXT ("/* a */[1]"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("[1,/**/2]"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("#[1]"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("[\f1]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[\302\2401]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("\357\273\277\357\273\277{}"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT (""), TALKS_ERROR_SYNTAX, 0, 0 },
    { TEXT ("\357\273\277"), TALKS_ERROR_SYNTAX, 0, 0 },
    { TEXT (" "), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("["), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[1"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[1,"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("{\"a\""), TALKS_ERROR_SYNTAX, 1, 5 },
    { TEXT ("{\"a\":"), TALKS_ERROR_SYNTAX, 1, 6 },
    { TEXT ("{\"a\":1,"), TALKS_ERROR_SYNTAX, 1, 8 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { TEXT ("-0"), GOOD },
    { TEXT ("10"), GOOD },
    { TEXT ("0.5"), GOOD },
    { TEXT ("-1.25e-3"), GOOD },
    { TEXT ("1E+2"), GOOD },
    { TEXT ("0e0"), GOOD },
    { TEXT ("1e308"), GOOD },
    { TEXT ("1e-400"), GOOD },
    { TEXT ("9223372036854775807"), GOOD },
    { TEXT ("-9223372036854775808"), GOOD },
    { TEXT ("[0.1000000000000000055511151231257827021181583404541015625]"), GOOD },
    { TEXT ("01"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("-01"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("00"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("+1"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("-"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("- 1"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("--1"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT (".5"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("1."), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("1.e2"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("1e"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("1e+"), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("1.2.3"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("0x1F"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("1_000"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("1,5"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[1 000]"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("9223372036854775808"), TALKS_ERROR_TOO_LARGE, 1, 1 },
    { TEXT ("-9223372036854775809"), TALKS_ERROR_TOO_LARGE, 1, 1 },
    { TEXT ("[18446744073709551616]"), TALKS_ERROR_TOO_LARGE, 1, 2 },
    { TEXT ("1e400"), TALKS_ERROR_TOO_LARGE, 1, 1 },
    { TEXT ("[-1e400]"), TALKS_ERROR_TOO_LARGE, 1, 2 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_texts (void)
{
  static const Case cases[] = {
    { TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\""), GOOD },
    { TEXT ("\"\\ud83d\\uDE00\""), GOOD },
    { TEXT ("\"\\uFFFF\\uE000\""), GOOD },
    { TEXT ("\"\360\237\230\200 \320\226 \177\""), GOOD },
    { TEXT ("\"\342\200\250\""), GOOD },
    { TEXT ("\""), TALKS_ERROR_SYNTAX, 1, 1 },
    { TEXT ("[\"a]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[\"a\\\"]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[\"a\nb\"]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[\"a\rb\"]"), TALKS_ERROR_SYNTAX, 1, 2 },
    { TEXT ("[\"a\tb\"]"), TALKS_ERROR_SYNTAX, 1, 4 },
    { TEXT ("[\"\037\"]"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"\\x41\"]"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"\\'\"]"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"\\U0041\"]"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"\\101\"]"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"\\u12\"]"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"\\u12g4\"]"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"\\u"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"\\"), TALKS_ERROR_SYNTAX, 1, 3 },
    { TEXT ("[\"a\\u0000b\"]"), TALKS_ERROR_ENCODING, 1, 4 },
    { TEXT ("{\"a\\u0000b\":1}"), TALKS_ERROR_ENCODING, 1, 4 },
    { TEXT ("[\"\\ud83d\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\\ude00\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\\ude00\\ud83d\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\\ud83dx\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\\ud83d\\u0041\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\\ud83d\\n\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\0\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\351t\351\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\300\257\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\355\240\200\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\364\220\200\200\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("[\"\342\202\"]"), TALKS_ERROR_ENCODING, 1, 3 },
    { TEXT ("\357\273{}"), TALKS_ERROR_ENCODING, 1, 1 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Names in one object are compared as what they mean; those of other objects do not count. */
static void
test_names (void)
{
  static const Case cases[] = {
    { TEXT ("{\"a\":1,\"A\":2,\"aa\":3}"), GOOD },
    { TEXT ("[{\"a\":1},{\"a\":2}]"), GOOD },
    { TEXT ("{\"a\":[{\"b\":1},{\"b\":1}],\"b\":{\"a\":1}}"), GOOD },
    { TEXT ("{\"a\":1,\"a\":1}"), TALKS_ERROR_FORMAT, 1, 8 },
    { TEXT ("{\"a\":1,\n \"\\u0061\":1}"), TALKS_ERROR_FORMAT, 2, 2 },
    { TEXT ("{\"b\":1,\"a\":{\"a\":2},\"c\":3,\"b\":4}"), TALKS_ERROR_FORMAT, 1, 26 },
    { TEXT ("{\"c\":1,\"b\":2,\"b\":3,\"c\":4}"), TALKS_ERROR_FORMAT, 1, 14 },
    { TEXT ("{\"b\":1,\"c\":2,\"c\":3,\"b\":4}"), TALKS_ERROR_FORMAT, 1, 14 },
    { TEXT ("{\"a\":1,\"ab\":2,\"abc\":3,\"a\":4}"), TALKS_ERROR_FORMAT, 1, 23 },
    { TEXT ("[{\"\":1,\"\":1}]"), TALKS_ERROR_FORMAT, 1, 8 },
    { TEXT ("{\"\\ud83d\\ude00\":1,\"\360\237\230\200\":1}"), TALKS_ERROR_FORMAT, 1, 19 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

/* Columns count characters, and all kinds of line ends count once. */
static void
test_places (void)
{
  static const Case cases[] = {
    { TEXT ("[\"\320\226\320\226\", x]"), TALKS_ERROR_SYNTAX, 1, 8 },
    { TEXT ("[\n1,\n  x]"), TALKS_ERROR_SYNTAX, 3, 3 },
    { TEXT ("[\r\n1,\r\n  x]"), TALKS_ERROR_SYNTAX, 3, 3 },
    { TEXT ("[\r1,\r  x]"), TALKS_ERROR_SYNTAX, 3, 3 },
    { TEXT ("[\n\n\n"), TALKS_ERROR_SYNTAX, 4, 1 },
    { TEXT ("\357\273\277x"), TALKS_ERROR_SYNTAX, 1, 1 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static char *
nest (guint       depth,
      const char *open,
      const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const struct
  {
    guint       depth;
    const char *open;
    const char *close;
    int         code;
  } cases[] = {
    { TALKS_JSON_MAX_DEPTH, "[", "]", GOOD },
    { TALKS_JSON_MAX_DEPTH + 1, "[", "]", TALKS_ERROR_TOO_LARGE },
    { TALKS_JSON_MAX_DEPTH / 2, "[{\"a\":", "}]", TALKS_ERROR_SYNTAX },
    { TALKS_JSON_MAX_DEPTH - 1, "{\"a\":[", "]}", TALKS_ERROR_TOO_LARGE },
    { 100000, "[", "", TALKS_ERROR_TOO_LARGE },
    { 100000, "{\"\":", "", TALKS_ERROR_TOO_LARGE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nest (cases[i].depth, cases[i].open, cases[i].close);
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksJsonScan) result = scan (text, strlen (text), &error);

      g_assert_true ((result != NULL) == (cases[i].code == GOOD));
      if (cases[i].code != GOOD)
        g_assert_error (error, TALKS_ERROR, cases[i].code);
    }
}

static void
test_limits (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[12345]", 7);
  g_autoptr (TalksJsonScan) fits = NULL;
  g_autoptr (TalksJsonScan) too_large = NULL;
  g_autoptr (GString) members = g_string_new ("{");
  g_autoptr (GError) error = NULL;

  fits = talks_json_scan_new (bytes, NULL, 7, &error);
  g_assert_no_error (error);
  g_assert_null (talks_json_scan_new (bytes, NULL, 6, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE);
  /* Nothing is put before the message when there is no name. */
  g_assert_true (g_str_has_prefix (error->message, "The file is too large"));
  g_clear_error (&error);

  for (int i = 0; i <= TALKS_JSON_MAX_MEMBERS; i++)
    g_string_append_printf (members, "%s\"%d\":0", i > 0 ? "," : "", i);
  g_string_append_c (members, '}');
  too_large = scan (members->str, members->len, &error);
  g_assert_null (too_large);
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE);
}

static void
test_message (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\n  \"title\": \"One\"\n  \"kind\": 2\n}",
      "case.json:3:3: A comma or “}” is expected here. The line reads “\"kind\": 2”." },
    { "[1, 2",
      "case.json:1:6: The end of the file is missing: the “[” of line 1 is not closed. "
      "The line reads “[1, 2”." },
    { "{\n  \"a\": [\n    {\n",
      "case.json:4:1: The end of the file is missing: the “{” of line 3 is not closed." },
    /* A long line is cut on both sides; nothing in it can reorder or end the message. */
    { "[\"0123456789012345678901234567890123456789\", x \"0123456789012345678901234567890123456789\"]",
      "case.json:1:46: A text, number, list or object is expected here. "
      "The line reads “…" },
    { "[\"\342\200\256\" x]",
      "case.json:1:6: A comma or “]” is expected here. The line reads “[\"\357\277\275\" x]”." },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksJsonScan) result = scan (cases[i].text, strlen (cases[i].text), &error);

      g_assert_null (result);
      if (g_str_has_suffix (cases[i].message, "”.") || g_str_has_suffix (cases[i].message, "closed."))
        g_assert_cmpstr (error->message, ==, cases[i].message);
      else
        g_assert_true (g_str_has_prefix (error->message, cases[i].message));
    }
}

static void
test_file_types (void)
{
  static const struct
  {
    const char *data;
    size_t      length;
    const char *word; /* NULL: may be JSON */
  } cases[] = {
    { TEXT ("%PDF-1.7"), "PDF" },
    { TEXT ("PK\003\004\024"), "ZIP" },
    { TEXT ("\211PNG\r\n\032\n"), "PNG" },
    { TEXT ("\377\330\377\340"), "JPEG" },
    { TEXT ("GIF89a"), "GIF" },
    { TEXT ("\037\213\010"), "gzip" },
    { TEXT ("BZh9"), "bzip2" },
    { TEXT ("\3757zXZ\0"), "xz" },
    { TEXT ("{\\rtf1"), "RTF" },
    { TEXT ("SQLite format 3\0"), "SQLite" },
    { TEXT ("BEGIN:VCALENDAR\r\n"), "calendar" },
    { TEXT ("\377\376{\0\"\0"), "UTF-16" },
    { TEXT ("\376\377\0{\0\""), "UTF-16" },
    { TEXT ("{\0\"\0"), "UTF-16" },
    { TEXT ("\0{\0\""), "UTF-16" },
    { TEXT ("\377\376\0\0{\0\0\0"), "UTF-32" },
    { TEXT ("{\0\0\0"), "UTF-32" },
    { TEXT ("\0\0\0{"), "UTF-32" },
    { TEXT ("\n <!doctype HTML>"), "web page" },
    { TEXT ("<html lang=en>"), "web page" },
    { TEXT ("<?xml version=\"1.0\"?><a/>"), "XML" },
    { TEXT ("{\"format\""), NULL },
    { TEXT ("\357\273\277{}"), NULL },
    { TEXT ("[<]"), NULL },
    { TEXT ("P"), NULL },
    { TEXT (""), NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *sentence = talks_file_type_describe (cases[i].data, cases[i].length);

      if (cases[i].word == NULL)
        g_assert_null (sentence);
      else
        {
          g_autofree char *message = g_strconcat ("case.json: ", sentence, NULL);
          g_autoptr (GError) error = NULL;

          g_assert_nonnull (strstr (sentence, cases[i].word));
          g_assert_null (scan (cases[i].data, cases[i].length, &error));
          g_assert_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING);
          g_assert_cmpstr (error->message, ==, message);
        }
    }
}

static const char document[] =
  "{ \"a/b\": 1,\n"                           /* 1 */
  "  \"m~n\": [10, [20, 21], {\"x\": 30}],\n" /* 2 */
  "  \"\320\226\": { \"in\": { \"0\": \"]}\\\"\" } , \"t\\u0065xt\": \"last\" },\n"
  "  \"events\": [\n"                         /* 4 */
  "    { \"id\": \"\320\226\320\226\", \"n\": 5 },\n"
  "    { \"id\": \"b\", \"sources\": [ \"s1\" , \"s2\" ] }\n"
  "  ],\n"
  "  \"\": [] }";

static void
test_find (void)
{
  static const struct
  {
    const char *pointer;
    const char *value; /* NULL: there is none; "…": not compared */
    unsigned    line;  /* of the value, or the nearest around it */
    unsigned    column;
  } cases[] = {
    { "", "…", 1, 1 },
    { "/a~1b", "1", 1, 10 },
    { "/m~0n", "[10, [20, 21], {\"x\": 30}]", 2, 10 },
    { "/m~0n/0", "10", 2, 11 },
    { "/m~0n/1", "[20, 21]", 2, 15 },
    { "/m~0n/1/1", "21", 2, 20 },
    { "/m~0n/2/x", "30", 2, 31 },
    { "/m~0n/3", NULL, 2, 10 },
    { "/m~0n/-", NULL, 2, 10 },
    { "/m~0n/00", NULL, 2, 10 },
    { "/m~0n/1/2", NULL, 2, 15 },
    { "/m~0n/0/0", NULL, 2, 11 },
    { "/\320\226/in/0", "\"]}\\\"\"", 3, 23 },
    { "/\320\226/text", "\"last\"", 3, 47 },
    { "/events", "…", 4, 13 },
    { "/events/0", "…", 5, 5 },
    { "/events/0/id", "\"\320\226\320\226\"", 5, 13 },
    { "/events/0/n", "5", 5, 24 },
    { "/events/1/id", "\"b\"", 6, 13 },
    { "/events/1/sources/1", "\"s2\"", 6, 38 },
    { "/events/1/title", NULL, 6, 5 },
    { "/events/2", NULL, 4, 13 },
    { "/events/4294967296", NULL, 4, 13 },
    { "/", "[]", 8, 7 },
    { "/nothing/here", NULL, 1, 1 },
    { "events", NULL, 1, 1 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksJsonScan) result = scan (document, sizeof document - 1, &error);

  g_assert_no_error (error);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      unsigned line = 0;
      unsigned column = 0;
      size_t length = 0;
      const char *value = talks_json_scan_find (result, cases[i].pointer, &length);
      gboolean located = talks_json_scan_locate (result, cases[i].pointer, &line, &column);

      g_test_message ("%s", cases[i].pointer);
      g_assert_true (located == (cases[i].value != NULL));
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
      g_assert_true ((value != NULL) == (cases[i].value != NULL));
      if (value != NULL && strcmp (cases[i].value, "…") != 0)
        g_assert_cmpmem (value, length, cases[i].value, strlen (cases[i].value));
    }
}

/* Pointers into roots that are not objects, where nothing is remembered. */
static void
test_find_in_list (void)
{
  g_autoptr (TalksJsonScan) list = scan (TEXT ("[[1],\n [2, {\"a\": 3}]]"), NULL);
  g_autoptr (TalksJsonScan) number = scan (TEXT ("\357\273\277 5 "), NULL);
  unsigned line;
  unsigned column;
  size_t length;

  g_assert_true (talks_json_scan_locate (list, "/1/1/a", &line, &column));
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 12);
  g_assert_false (talks_json_scan_has_bom (list));

  g_assert_true (talks_json_scan_has_bom (number));
  g_assert_cmpint (*talks_json_scan_find (number, "", &length), ==, '5');
  g_assert_cmpuint (length, ==, 1);
  g_assert_true (talks_json_scan_locate (number, "", &line, &column));
  g_assert_cmpuint (column, ==, 2);
  g_assert_cmpuint (g_bytes_get_size (talks_json_scan_get_bytes (number)), ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/json-scan/values", test_values);
  g_test_add_func ("/io/json-scan/numbers", test_numbers);
  g_test_add_func ("/io/json-scan/texts", test_texts);
  g_test_add_func ("/io/json-scan/names", test_names);
  g_test_add_func ("/io/json-scan/places", test_places);
  g_test_add_func ("/io/json-scan/depth", test_depth);
  g_test_add_func ("/io/json-scan/limits", test_limits);
  g_test_add_func ("/io/json-scan/message", test_message);
  g_test_add_func ("/io/json-scan/file-types", test_file_types);
  g_test_add_func ("/io/json-scan/find", test_find);
  g_test_add_func ("/io/json-scan/find-in-list", test_find_in_list);
  return g_test_run ();
}
