/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-passage.h"

#include "talks-test-support.h"

#include <string.h>

static const char text[] = "The parties met. The parties talked. Сторони зустрілися.";

static void
test_find (void)
{
  static const struct
  {
    const char *exact;
    const char *prefix;
    const char *suffix;
    const char *text;
    const char *found; /* the starts of the passages */
  } cases[] = {
    { NULL, NULL, NULL, text, "" },
    { "", NULL, NULL, text, "" },
    { "The parties", NULL, NULL, NULL, "" },
    { "The parties", NULL, NULL, "", "" },
    { "The parties", NULL, NULL, text, "0 17 " },
    { "The parties", "met. ", NULL, text, "17 " },
    { "The parties", NULL, " met", text, "0 " },
    { "The parties", "met. ", " met", text, "" },
    { "The parties", "", "", text, "0 17 " },
    { "The parties", "a longer prefix than there is text before", NULL, text, "" },
    { "Сторони", "talked. ", " зу", text, "37 " },
    { "the parties", NULL, NULL, text, "" },
    { "aa", NULL, NULL, "aaaaa", "0 2 " },
    { "aa", "b", NULL, "aabaa", "3 " },
    { "end", NULL, NULL, "the end", "4 " },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksAnnotation) annotation = talks_test_annotation_new ("n", "e");
      g_autoptr (GArray) passages = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      annotation->exact = g_strdup (cases[i].exact);
      annotation->prefix = g_strdup (cases[i].prefix);
      annotation->suffix = g_strdup (cases[i].suffix);
      passages = talks_annotation_find_passages (annotation, cases[i].text);
      for (guint k = 0; k < passages->len; k++)
        {
          const TalksPassage *passage = &g_array_index (passages, TalksPassage, k);

          g_string_append_printf (found, "%zu ", passage->start);
          g_assert_cmpuint (passage->end - passage->start, ==, strlen (cases[i].exact));
        }
      g_test_message ("%s", cases[i].exact);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_quote (void)
{
  static const struct
  {
    size_t      start;
    size_t      end;
    const char *exact; /* NULL: nothing is quoted */
    const char *prefix;
    const char *suffix;
  } cases[] = {
    { 0, 3, "The", NULL, " parties met. Th" },
    { 12, 15, "met", NULL, NULL },
    { 11, 17, "met.", NULL, NULL },
    { 16, 17, NULL, NULL, NULL },
    { 5, 5, NULL, NULL, NULL },
    { 17, 28, "The parties", "es met. ", " talked." },
    { 37, sizeof text - 1, "Сторони зустрілися.", NULL, NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksAnnotation) annotation = talks_test_annotation_new ("n", "e");
      g_autoptr (GArray) passages = NULL;

      annotation->prefix = g_strdup ("old");
      g_assert_true (talks_annotation_quote_passage (annotation, text, cases[i].start, cases[i].end)
                     == (cases[i].exact != NULL));
      g_assert_cmpstr (annotation->exact, ==, cases[i].exact);
      if (cases[i].exact == NULL)
        {
          g_assert_cmpstr (annotation->prefix, ==, "old");
          continue;
        }
      g_assert_cmpstr (annotation->prefix, ==, cases[i].prefix);
      g_assert_cmpstr (annotation->suffix, ==, cases[i].suffix);
      passages = talks_annotation_find_passages (annotation, text);
      g_assert_cmpuint (passages->len, ==, 1);
    }
}

/* Words that stand often among the same words: the context grows until they are told apart. */
static void
test_quote_far (void)
{
  g_autoptr (TalksAnnotation) annotation = talks_test_annotation_new ("n", "e");
  g_autoptr (GArray) passages = NULL;
  const char *many = "first half, not the same: они сказали. second half, not the same: они сказали. end";
  const size_t start = (size_t) (g_strrstr (many, "они") - many);

  g_assert_true (talks_annotation_quote_passage (annotation, many, start, start + strlen ("они")));
  passages = talks_annotation_find_passages (annotation, many);
  g_assert_cmpuint (passages->len, ==, 1);
  g_assert_cmpuint (g_array_index (passages, TalksPassage, 0).start, ==, start);
  g_assert_cmpint (g_utf8_strlen (annotation->prefix, -1), <=, 32);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/passage/find", test_find);
  g_test_add_func ("/model/passage/quote", test_quote);
  g_test_add_func ("/model/passage/quote-far", test_quote_far);
  return g_test_run ();
}
