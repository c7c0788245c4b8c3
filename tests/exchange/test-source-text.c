/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is pasted, and how sources are cited. */

#include "talks-citation.h"
#include "talks-error.h"
#include "talks-source-list.h"
#include "talks-test-support.h"

static void
test_kinds (void)
{
  static const struct
  {
    const char         *text;
    TalksSourceTextKind kind;
    guint               n;
    const char         *url; /* of the last */
  } cases[] = {
    { "https://example.org/a", TALKS_SOURCE_TEXT_ADDRESSES, 1, "https://example.org/a" },
    { "  <https://example.org/a>\n", TALKS_SOURCE_TEXT_ADDRESSES, 1, "https://example.org/a" },
    { "https://example.org/a\nhttp://example.org/b\r\n", TALKS_SOURCE_TEXT_ADDRESSES, 2, "http://example.org/b" },
    { "https://example.org/@someone", TALKS_SOURCE_TEXT_ADDRESSES, 1, "https://example.org/@someone" },
    { "[{\"type\":\"book\",\"URL\":\"https://example.org/\"}]", TALKS_SOURCE_TEXT_CSL_JSON, 1, "https://example.org/" },
    { "\n {\"type\":\"book\"}", TALKS_SOURCE_TEXT_CSL_JSON, 1, NULL },
    { "\xef\xbb\xbf{\"type\":\"book\"}", TALKS_SOURCE_TEXT_CSL_JSON, 1, NULL },
    { "% from a library\n@book{a, title={A}}\n@book{b, url={https://example.org/}}", TALKS_SOURCE_TEXT_BIBTEX, 2,
      "https://example.org/" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksSourceList) list = NULL;
      TalksSourceTextKind kind;
      TalksSource *source;

      list = talks_source_text_read (cases[i].text, NULL, talks_test_day ("2025-05-16"), &kind, &error);
      g_assert_no_error (error);
      g_assert_cmpint (kind, ==, cases[i].kind);
      g_assert_cmpuint (list->sources->len, ==, cases[i].n);
      source = g_ptr_array_index (list->sources, cases[i].n - 1);
      g_assert_cmpstr (source->url, ==, cases[i].url);
      if (kind != TALKS_SOURCE_TEXT_ADDRESSES)
        continue;
      g_assert_cmpstr (source->type, ==, "webpage");
      g_assert_null (source->title);
      g_assert_cmpstr (talks_date_get_text (source->accessed), ==, "2025-05-16");
    }
}

static void
test_errors (void)
{
  static const char * const texts[] = {
    "", "  ", "Newspaper, 15 June 2024, p. 1", "https://example.org/ and more", "javascript:alert(1)", "file:///etc/passwd",
    "https://user@example.org/", "mail me @home", "{", "[1, 2",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (talks_source_text_read (texts[i], NULL, 0, NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == TALKS_ERROR);
    }
}

static void
test_ids (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksSourceList) list = NULL;

  talks_test_add (document, talks_test_topic_new ("example.org-a"));
  list = talks_source_text_read ("https://www.example.org/a https://example.org/a https://приклад.укр/я", document, 0, NULL,
                                 NULL);
  g_assert_cmpstr (((TalksRecord *) list->sources->pdata[0])->id, ==, "example.org-a-2");
  g_assert_cmpstr (((TalksRecord *) list->sources->pdata[1])->id, ==, "example.org-a-3");
  for (guint i = 0; i < list->sources->len; i++)
    g_assert_null (talks_document_lookup (document, ((TalksRecord *) list->sources->pdata[i])->id));
}

static void
add_author (TalksSource *source,
            const char  *literal)
{
  TalksName *name = g_new0 (TalksName, 1);

  name->literal = g_strdup (literal);
  g_ptr_array_add (source->author, name);
}

static void
test_citation (void)
{
  static const struct
  {
    int         n_authors;
    const char *title;
    const char *container;
    const char *publisher;
    const char *issued;
    const char *accessed;
    const char *url;
    const char *words;
  } cases[] = {
    { 1, "The harbour", "Gazette", "Press", "2022-03-11", "2025-05-16", "https://example.org/",
      "A, “The harbour”, Gazette, Press, 11 March 2022, accessed 16 May 2025" },
    { 2, "T", NULL, NULL, NULL, NULL, NULL, "A and B, “T”" },
    { 3, "T", NULL, NULL, NULL, NULL, NULL, "A, B and C, “T”" },
    { 4, "T", NULL, NULL, NULL, NULL, NULL, "A, B and 2 others, “T”" },
    { 0, "T", "Press", "Press", "2022-03~", NULL, NULL, "“T”, Press, about March 2022" },
    { 0, NULL, NULL, NULL, NULL, "2025", "https://example.org/", "https://example.org/, accessed 2025" },
    { 0, "", NULL, NULL, NULL, NULL, NULL, "s" },
  };
  static const char * const authors[] = { "A", "B", "C", "D" };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksSource) source = talks_record_new (TALKS_RECORD_SOURCE, "s");
      g_autofree char *words = NULL;

      for (int k = 0; k < cases[i].n_authors; k++)
        add_author (source, authors[k]);
      source->title = g_strdup (cases[i].title);
      source->container_title = g_strdup (cases[i].container);
      source->publisher = g_strdup (cases[i].publisher);
      source->issued = cases[i].issued != NULL ? talks_test_date (cases[i].issued) : NULL;
      source->accessed = cases[i].accessed != NULL ? talks_test_date (cases[i].accessed) : NULL;
      source->url = g_strdup (cases[i].url);
      words = talks_citation_to_words (source);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/source-text/kinds", test_kinds);
  g_test_add_func ("/exchange/source-text/errors", test_errors);
  g_test_add_func ("/exchange/source-text/ids", test_ids);
  g_test_add_func ("/exchange/source-text/citation", test_citation);
  return g_test_run ();
}
