/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding values in a scanned text by pointer. */

#include "talks-json-scan.h"

#include <gio/gio.h>
#include <string.h>

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

  g_assert_cmpint (*talks_json_scan_find (number, "", &length), ==, '5');
  g_assert_cmpuint (length, ==, 1);
  g_assert_true (talks_json_scan_locate (number, "", &line, &column));
  g_assert_cmpuint (column, ==, 2);
  g_assert_cmpuint (g_bytes_get_size (talks_json_scan_get_bytes (number)), ==, 6);
}

/* Of members of one name the first is meant, at every depth; one with U+0000 in its name has no pointer. */
static void
test_find_irregular (void)
{
  static const struct
  {
    const char *pointer;
    const char *value;
  } cases[] = {
    { "/a", "[1, {}]" },
    { "/a/0", "1" },
    { "/a/2", NULL },
    { "/b/c", "4" },
    { "/d", "8" },
    { "/e", NULL },
  };
  g_autoptr (TalksJsonScan) result = scan (TEXT ("{ \"a\": [1, {}], \"a\": [2, 3, 4], \"b\": { \"c\": 4, \"c\": 5 },"
                                                 " \"d\\u0000\": 7, \"d\": 8, \"b\": 9, \"e\\u0000\": [ 1 ] }"),
                                           NULL);

  g_assert_nonnull (result);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      size_t length = 0;
      const char *value = talks_json_scan_find (result, cases[i].pointer, &length);

      g_assert_true ((value != NULL) == (cases[i].value != NULL));
      if (value != NULL)
        g_assert_cmpmem (value, length, cases[i].value, strlen (cases[i].value));
    }
}

static void
test_find_element (void)
{
  static const struct
  {
    const char *list;
    guint       index;
    const char *value; /* NULL: there is none */
  } cases[] = {
    { "m~n", 0, "10" },
    { "m~n", 1, "[20, 21]" },
    { "m~n", 2, "{\"x\": 30}" },
    { "m~n", 3, NULL },
    { "m~n", G_MAXUINT, NULL },
    { "events", 1, "{ \"id\": \"b\", \"sources\": [ \"s1\" , \"s2\" ] }" },
    { "events", 2, NULL },
    { "", 0, NULL },
    { "a/b", 0, NULL },
    { "\320\226", 0, NULL },
    { "nothing", 0, NULL },
  };
  g_autoptr (TalksJsonScan) result = scan (document, sizeof document - 1, NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      size_t length = 0;
      const char *value = talks_json_scan_find_element (result, cases[i].list, cases[i].index, &length);

      g_test_message ("%s %u", cases[i].list, cases[i].index);
      g_assert_true ((value != NULL) == (cases[i].value != NULL));
      if (value != NULL)
        g_assert_cmpmem (value, length, cases[i].value, strlen (cases[i].value));
    }
}

/* Wherever a line ends with CR, the values after it lie where they lie in a text that is read byte for byte. */
static void
test_places (void)
{
  static const char text[] = "{\r\"\320\226\": [1,\r\n2,\n\n \"\\\"\\\\\", 3],\r\r\n \"b\":\r [ {}, [] ] }";
  static const struct
  {
    const char *pointer;
    unsigned    line;
    unsigned    column;
  } cases[] = {
    { "/\320\226", 2, 6 },
    { "/\320\226/0", 2, 7 },
    { "/\320\226/1", 3, 1 },
    { "/\320\226/2", 5, 2 },
    { "/\320\226/3", 5, 10 },
    { "/b", 8, 2 },
    { "/b/1", 8, 8 },
  };
  g_autoptr (TalksJsonScan) result = scan (TEXT (text), NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      unsigned line;
      unsigned column;

      g_test_message ("%s", cases[i].pointer);
      g_assert_true (talks_json_scan_locate (result, cases[i].pointer, &line, &column));
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

/* An error about a value shows its line. */
static void
test_quote (void)
{
  static const struct
  {
    const char *pointer;
    const char *message;
  } cases[] = {
    { "/events/1/id", "No. The line reads “{ \"id\": \"b\", \"sources\": [ \"s1\" , \"s2\" ] …”." },
    { "/", "No. The line reads “\"\": [] }”." },
    { "/events/7", "No." },
  };
  g_autoptr (TalksJsonScan) result = scan (document, sizeof document - 1, NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No.");

      talks_json_scan_quote (result, cases[i].pointer, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/json-find/object", test_find);
  g_test_add_func ("/io/json-find/list", test_find_in_list);
  g_test_add_func ("/io/json-find/irregular", test_find_irregular);
  g_test_add_func ("/io/json-find/element", test_find_element);
  g_test_add_func ("/io/json-find/places", test_places);
  g_test_add_func ("/io/json-find/quote", test_quote);
  return g_test_run ();
}
