/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strict look at JSON: what it takes, what it refuses and where. */

#include "talks-error.h"
#include "talks-json-scan.h"

#include <string.h>

#define GOOD (-1)

/* Read, with an irregularity of this code. */
#define IRREGULAR(code) (1000 + TALKS_ERROR_##code)

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
check_message (const GError *error,
               const Case   *c)
{
  g_autofree char *place = g_strdup_printf ("case.json:%u:%u: ", c->line, c->column);

  g_assert_error (error, TALKS_ERROR, c->code % 1000);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_prefix (error->message, c->line > 0 ? place : "case.json: "));
}

static void
check_cases (const Case *cases,
             size_t      n_cases)
{
  for (size_t i = 0; i < n_cases; i++)
    {
      const Case *c = &cases[i];
      g_autofree char *shown = g_strescape (c->text, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksJsonScan) result = scan (c->text, c->length, &error);
      const TalksJsonIrregularity *irregularities;
      guint n;

      g_test_message ("%s → %s", shown, error != NULL ? error->message : "read");
      if (c->code != GOOD && c->code < IRREGULAR (FAILED))
        {
          g_assert_null (result);
          check_message (error, c);
          continue;
        }
      g_assert_no_error (error);
      g_assert_nonnull (result);
      irregularities = talks_json_scan_get_irregularities (result, &n);
      g_assert_true ((n == 0) == (c->code == GOOD));
      if (n > 0)
        {
          check_message (irregularities[0].error, c);
          g_assert_cmpuint (irregularities[0].line, ==, c->line);
          g_assert_cmpuint (irregularities[0].column, ==, c->column);
        }
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
    { TEXT ("[\"a\\u0000b\"]"), IRREGULAR (ENCODING), 1, 4 },
    { TEXT ("{\"a\\u0000b\":1}"), IRREGULAR (ENCODING), 1, 4 },
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
    { TEXT ("{\"a\":1,\"a\\u0000\":2,\"a\\u0000b\":3}"), IRREGULAR (ENCODING), 1, 10 },
    { TEXT ("{\"a\":1,\"a\":1}"), IRREGULAR (FORMAT), 1, 8 },
    { TEXT ("{\"a\":1,\n \"\\u0061\":1}"), IRREGULAR (FORMAT), 2, 2 },
    { TEXT ("{\"b\":1,\"a\":{\"a\":2},\"c\":3,\"b\":4}"), IRREGULAR (FORMAT), 1, 26 },
    { TEXT ("{\"c\":1,\"b\":2,\"b\":3,\"c\":4}"), IRREGULAR (FORMAT), 1, 14 },
    { TEXT ("{\"b\":1,\"c\":2,\"c\":3,\"b\":4}"), IRREGULAR (FORMAT), 1, 14 },
    { TEXT ("{\"a\":1,\"ab\":2,\"abc\":3,\"a\":4}"), IRREGULAR (FORMAT), 1, 23 },
    { TEXT ("[{\"\":1,\"\":1}]"), IRREGULAR (FORMAT), 1, 8 },
    { TEXT ("{\"\\ud83d\\ude00\":1,\"\360\237\230\200\":1}"), IRREGULAR (FORMAT), 1, 19 },
    { TEXT ("[{\"b\":{\"a\":1,\"a\":1},\"b\":1},\"\\u0000\"]"), IRREGULAR (FORMAT), 1, 14 },
    { TEXT ("[\"\\u0000\",{\"a\":1,\"a\":1}]"), IRREGULAR (ENCODING), 1, 3 },
    { TEXT ("{\"a\":1,\"a\":1"), TALKS_ERROR_SYNTAX, 1, 13 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_irregularities (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksJsonScan) none = scan (TEXT ("[]"), &error);
  g_autoptr (TalksJsonScan) few = NULL;
  g_autoptr (TalksJsonScan) many = NULL;
  const TalksJsonIrregularity *found;
  guint n = 7;

  talks_json_scan_get_irregularities (none, &n);
  g_assert_cmpuint (n, ==, 0);

  /* Told in the order of the text, though the outer object closes last. */
  few = scan (TEXT ("{ \"a\": 1,\n  \"a\": { \"b\": 1,\n \"b\": \"\\u0000\" },\n\"a\": 3 }"), &error);
  g_assert_no_error (error);
  found = talks_json_scan_get_irregularities (few, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (found[0].error->message, ==,
                   "case.json:2:3: The name “a” stands twice in one object: one would be lost. "
                   "The line reads “\"a\": { \"b\": 1,”.");
  g_assert_cmpstr (found[1].error->message, ==,
                   "case.json:3:2: The name “b” stands twice in one object: one would be lost. "
                   "The line reads “\"b\": \"\\u0000\" },”.");
  g_assert_cmpstr (found[2].error->message, ==,
                   "case.json:3:8: A text cannot hold the character U+0000. "
                   "The line reads “\"b\": \"\\u0000\" },”.");
  g_assert_cmpuint (found[3].line, ==, 4);
  g_assert_cmpuint (found[3].column, ==, 1);

  /* The first of many, the last of which comes first: the list is full when the object closes. */
  g_string_append (text, "{\"a\":0,\"a\":[");
  for (int i = 0; i < 3 * TALKS_JSON_MAX_IRREGULARITIES; i++)
    g_string_append_printf (text, "%s\"\\u0000\"\n", i > 0 ? "," : "");
  g_string_append (text, "]}]");
  many = scan (text->str, text->len, &error);
  g_assert_no_error (error);
  found = talks_json_scan_get_irregularities (many, &n);
  g_assert_cmpuint (n, ==, TALKS_JSON_MAX_IRREGULARITIES);
  g_assert_error (found[0].error, TALKS_ERROR, TALKS_ERROR_FORMAT);
  for (guint i = 1; i < n; i++)
    {
      g_assert_error (found[i].error, TALKS_ERROR, TALKS_ERROR_ENCODING);
      g_assert_cmpuint (found[i].line, ==, i);
    }
}

/* A message shows the beginning of a long name, and never half of a character. */
static void
test_long_name (void)
{
  for (guint length = 195; length < 205; length++)
    {
      g_autofree char *start = g_strnfill (length, 'a');
      g_autofree char *name = g_strconcat (start, "\342\202\254\320\226\360\237\230\200", NULL);
      g_autofree char *text = g_strdup_printf ("{\"%s\":1,\"%s\":2}", name, name);
      g_autoptr (TalksJsonScan) result = scan (text, strlen (text), NULL);
      const TalksJsonIrregularity *found;
      guint n;

      g_assert_nonnull (result);
      found = talks_json_scan_get_irregularities (result, &n);
      g_assert_cmpuint (n, ==, 1);
      g_assert_true (g_utf8_validate (found->error->message, -1, NULL));
      g_assert_nonnull (strstr (found->error->message, "…” stands twice"));
      g_assert_null (strstr (found->error->message, "\357\277\275"));
      g_assert_true ((strstr (found->error->message, "\342\202\254…” stands") != NULL)
                     == (length == 196 || length == 197));
    }
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
    { "{\"a\":1}\n{\"a\":2}\n",
      "case.json:2:1: A second value follows here, as in a file of JSON Lines; a document is one object. "
      "The line reads “{\"a\":2}”." },
    { "{\n\"a\":1}\n{\"a\":2}\n",
      "case.json:3:1: Something follows here after the end of the document. The line reads “{\"a\":2}”." },
    { "// A comment\nvar x = {};",
      "case.json:1:1: JSON knows no comments. The line reads “// A comment”." },
    { " var talks = { a: 1 };",
      "case.json:1:2: This is JavaScript, not JSON: a document has nothing before its first brace. "
      "The line reads “var talks = { a: 1 };”." },
    { "{ title: 1 }",
      "case.json:1:3: The name of a member, in double quotation marks, is expected here. "
      "The line reads “{ title: 1 }”." },
    { "[.5, +1, 0x1F]",
      "case.json:1:2: A text, number, list or object is expected here. The line reads “[.5, +1, 0x1F]”." },
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

/* Bytes that look like the insides of characters do not make a message long. */
static void
test_message_length (void)
{
  g_autofree char *noise = g_strnfill (1000000, '\200');
  g_autofree char *marks = NULL;
  GString *text = g_string_new ("[\"");
  g_autoptr (GError) error = NULL;

  g_assert_null (scan (noise, 1000000, &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING);
  g_assert_cmpuint (strlen (error->message), <, 1000);
  g_clear_error (&error);

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "\314\201");
  marks = g_string_free (text, FALSE);
  g_assert_null (scan (marks, strlen (marks), &error));
  g_assert_error (error, TALKS_ERROR, TALKS_ERROR_SYNTAX);
  g_assert_cmpuint (strlen (error->message), <, 1000);
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
  g_test_add_func ("/io/json-scan/irregularities", test_irregularities);
  g_test_add_func ("/io/json-scan/long-name", test_long_name);
  g_test_add_func ("/io/json-scan/places", test_places);
  g_test_add_func ("/io/json-scan/depth", test_depth);
  g_test_add_func ("/io/json-scan/limits", test_limits);
  g_test_add_func ("/io/json-scan/message", test_message);
  g_test_add_func ("/io/json-scan/message-length", test_message_length);
  return g_test_run ();
}
