/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The typed getters: what they give, what they report, and the way back into the file. */

#include "talks-json-read.h"

typedef struct
{
  JsonParser      *parser;
  JsonObject      *object;
  TalksJsonReport *report;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char text[] =
    "{ \"text\": \"x\", \"empty\": \"\", \"number\": 5, \"double\": 2.5, \"true\": true, \"null\": null,"
    "  \"list\": [\"a\", 1, \"b\", {}, \"c\"], \"object\": { \"a/b~c\": 1 },"
    "  \"tagged\": { \"uk\": \"так\", \"en\": \"yes\", \"de\": 7, \"a b\": 8 }, \"blank\": { \"en\": \"\" },"
    "  \"half\": { \"en\": \"x\", \"uk\": \"\" },"
    "  \"date\": \"2022-03~\", \"bad-date\": \"2022-13\","
    "  \"items\": [{ \"n\": 1 }, 2, { \"n\": \"x\" }, { \"n\": 4 }, null, { \"n\": 6 }] }";
  GError *error = NULL;

  fixture->parser = json_parser_new_immutable ();
  json_parser_load_from_data (fixture->parser, text, -1, &error);
  g_assert_no_error (error);
  fixture->object = json_node_get_object (json_parser_get_root (fixture->parser));
  fixture->report = talks_json_report_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  talks_json_report_free (fixture->report);
  g_object_unref (fixture->parser);
}

/* "pointer: message" of each, one a line, and forgets them. */
static char *
take_problems (TalksJsonReport *report)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const TalksProblem *problem = g_ptr_array_index (report->problems, i);

      g_string_append_printf (out, "%s%s: %s", i > 0 ? "\n" : "", problem->pointer, problem->message);
    }
  g_ptr_array_set_size (report->problems, 0);
  return g_string_free (out, FALSE);
}

#define assert_problems(report, expected)                  \
  G_STMT_START                                             \
    {                                                      \
      g_autofree char *problems_ = take_problems (report); \
      g_assert_cmpstr (problems_, ==, expected);           \
    }                                                      \
  G_STMT_END

static void
test_scalars (Fixture       *fixture,
              gconstpointer  data)
{
  TalksJsonReport *report = fixture->report;
  JsonObject *object = fixture->object;
  double number = -1;

  g_assert_cmpstr (talks_json_get_string (report, object, "text"), ==, "x");
  g_assert_cmpstr (talks_json_get_string (report, object, "empty"), ==, "");
  g_assert_true (talks_json_get_boolean (report, object, "true"));
  g_assert_true (talks_json_get_number (report, object, "number", &number));
  g_assert_cmpfloat (number, ==, 5);
  g_assert_true (talks_json_get_number (report, object, "double", &number));
  g_assert_cmpfloat (number, ==, 2.5);
  g_assert_nonnull (talks_json_get_object (report, object, "object"));
  g_assert_cmpuint (json_array_get_length (talks_json_get_list (report, object, "list")), ==, 5);

  g_assert_null (talks_json_get_string (report, object, "missing"));
  g_assert_null (talks_json_dup_string (report, object, "missing"));
  g_assert_false (talks_json_get_boolean (report, object, "missing"));
  g_assert_false (talks_json_get_number (report, object, "missing", &number));
  g_assert_null (talks_json_get_object (report, object, "missing"));
  g_assert_null (talks_json_get_list (report, object, "missing"));
  g_assert_null (talks_json_dup_text (report, object, "missing"));
  g_assert_null (talks_json_dup_date (report, object, "missing"));
  assert_problems (report, "");
  g_assert_cmpfloat (number, ==, 2.5);
}

static void
test_wrong_types (Fixture       *fixture,
                  gconstpointer  data)
{
  TalksJsonReport *report = fixture->report;
  JsonObject *object = fixture->object;
  size_t outer = talks_json_report_enter (report, "events");
  size_t inner = talks_json_report_enter_index (report, 12);
  double number = -1;

  report->record = g_strdup ("ev-1");
  g_assert_null (talks_json_get_string (report, object, "number"));
  assert_problems (report, "/events/12/number: Expected text, found a number.");
  g_assert_null (talks_json_get_string (report, object, "double"));
  assert_problems (report, "/events/12/double: Expected text, found a number.");
  g_assert_null (talks_json_dup_string (report, object, "null"));
  assert_problems (report, "/events/12/null: Expected text, found nothing (null).");
  g_assert_false (talks_json_get_boolean (report, object, "text"));
  assert_problems (report, "/events/12/text: Expected true or false, found text.");
  g_assert_false (talks_json_get_number (report, object, "true", &number));
  assert_problems (report, "/events/12/true: Expected a number, found true or false.");
  g_assert_null (talks_json_get_object (report, object, "list"));
  assert_problems (report, "/events/12/list: Expected an object, found a list.");
  g_assert_null (talks_json_get_list (report, object, "object"));
  assert_problems (report, "/events/12/object: Expected a list, found an object.");
  g_assert_null (talks_json_dup_text (report, object, "list"));
  assert_problems (report, "/events/12/list: Expected text, or texts by language, found a list.");
  g_assert_cmpfloat (number, ==, -1);

  talks_json_report_missing (report, object, "label");
  talks_json_report_missing (report, object, "text");
  talks_json_report_useless (report, "date");
  talks_json_report_leave (report, inner);
  talks_json_report_word (report, "a/b~", "sure");
  g_assert_cmpstr (((TalksProblem *) report->problems->pdata[0])->record, ==, "ev-1");
  assert_problems (report, "/events/12: “label” is missing.\n"
                           "/events/12: This entry is left out, since it cannot do without “date”.\n"
                           "/events/a~1b~0: Talks does not know the word “sure” here.");
  talks_json_report_leave (report, outer);
  g_assert_cmpstr (report->pointer->str, ==, "");
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  TalksJsonReport *report = fixture->report;
  g_autoptr (TalksText) plain = talks_json_dup_text (report, fixture->object, "text");
  g_autoptr (TalksText) half = talks_json_dup_text (report, fixture->object, "half");
  g_autoptr (TalksText) tagged = NULL;

  g_assert_cmpstr (talks_text_get (half, "en"), ==, "x");
  g_assert_cmpstr (talks_text_get (plain, "uk"), ==, "x");
  g_assert_null (talks_json_dup_text (report, fixture->object, "empty"));
  g_assert_null (talks_json_dup_text (report, fixture->object, "blank"));
  assert_problems (report, "");

  tagged = talks_json_dup_text (report, fixture->object, "tagged");
  g_assert_cmpstr (talks_text_get (tagged, "uk"), ==, "так");
  g_assert_cmpstr (talks_text_get (tagged, "en"), ==, "yes");
  g_assert_cmpuint (g_strv_length ((char **) talks_text_get_languages (tagged)), ==, 2);
  /* A name that is no language tag does not get into a pointer. */
  assert_problems (report, "/tagged/de: Expected text, found a number.\n"
                           "/tagged: Expected text, found a number.");
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  TalksJsonReport *report = fixture->report;
  g_autoptr (TalksDate) date = talks_json_dup_date (report, fixture->object, "date");

  g_assert_cmpstr (talks_date_get_text (date), ==, "2022-03~");
  assert_problems (report, "");
  g_assert_null (talks_json_dup_date (report, fixture->object, "bad-date"));
  g_assert_null (talks_json_dup_date (report, fixture->object, "number"));
  g_assert_cmpuint (report->problems->len, ==, 2);
  g_assert_cmpstr (((TalksProblem *) report->problems->pdata[0])->pointer, ==, "/bad-date");
  g_assert_cmpstr (((TalksProblem *) report->problems->pdata[1])->pointer, ==, "/number");
}

static gpointer
read_item (TalksJsonReport *report,
           JsonObject      *object)
{
  double n;

  if (!talks_json_get_number (report, object, "n", &n))
    return NULL;
  return g_strdup_printf ("%g", n);
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  TalksJsonReport *report = fixture->report;
  g_auto (GStrv) strv = talks_json_dup_strv (report, fixture->object, "list");
  g_auto (GStrv) none = talks_json_dup_strv (report, fixture->object, "missing");
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = g_strjoinv (",", strv);

  g_assert_cmpstr (joined, ==, "a,b,c");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  assert_problems (report, "/list/1: Expected text, found a number.\n"
                           "/list/3: Expected text, found an object.");

  talks_json_read_list (report, fixture->object, "items", read_item, items);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpstr (items->pdata[2], ==, "6");
  assert_problems (report, "/items/1: Expected an object, found a number.\n"
                           "/items/2/n: Expected a number, found text.\n"
                           "/items/4: Expected an object, found nothing (null).");
}

/* Indexes into lists that lack elements lead to those that were read. */
static void
test_to_file (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *pointer;
    const char *in_file;
  } cases[] = {
    { "", "" },
    { "/list/0", "/list/0" },
    { "/list/1", "/list/2" },
    { "/list/2/x", "/list/4/x" },
    { "/items/0/n", "/items/0/n" },
    { "/items/1/n", "/items/3/n" },
    { "/items/2", "/items/5" },
    { "/items/3", "/items/6" },
    { "/other/1", "/other/1" },
    { "/items/x", "/items/x" },
    { "/items/1/inner/1/deep", "/items/3/inner/2/deep" },
  };
  TalksJsonReport *report = fixture->report;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  size_t mark;

  g_strfreev (talks_json_dup_strv (report, fixture->object, "list"));
  talks_json_read_list (report, fixture->object, "items", read_item, items);
  mark = talks_json_report_enter (report, "items");
  talks_json_report_enter_index (report, 3);
  talks_json_report_enter (report, "inner");
  talks_json_report_leave_out (report, 1);
  talks_json_report_leave (report, mark);

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *in_file = talks_json_report_to_file (report, cases[i].pointer);

      g_assert_cmpstr (in_file, ==, cases[i].in_file);
    }
}

static void
test_too_many (Fixture       *fixture,
               gconstpointer  data)
{
  TalksJsonReport *report = fixture->report;

  for (int i = 0; i < TALKS_JSON_MAX_PROBLEMS + 10; i++)
    talks_json_report_add (report, i % 2 == 0 ? TALKS_SEVERITY_WARNING : TALKS_SEVERITY_ERROR, NULL,
                           "Problem %d", i);
  g_assert_cmpuint (report->problems->len, ==, TALKS_JSON_MAX_PROBLEMS);
  g_assert_cmpuint (report->n_more, ==, 10);
  g_assert_cmpuint (report->n_more_errors, ==, 5);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/io/json-read/scalars", test_scalars);
  ADD ("/io/json-read/wrong-types", test_wrong_types);
  ADD ("/io/json-read/texts", test_texts);
  ADD ("/io/json-read/dates", test_dates);
  ADD ("/io/json-read/lists", test_lists);
  ADD ("/io/json-read/to-file", test_to_file);
  ADD ("/io/json-read/too-many", test_too_many);
  return g_test_run ();
}
