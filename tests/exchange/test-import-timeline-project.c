/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"
#include "talks-error.h"

static char *
wrap (const char *events)
{
  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<timeline>\n<version>2.9.0</version>\n"
                          "<timetype>gregoriantime</timetype>\n<categories><category><name>Round</name><color>1,2,3</color>"
                          "</category></categories>\n<events>\n%s\n</events>\n<view></view>\n</timeline>\n", events);
}

static void
test_events (void)
{
  static const struct
  {
    const char *events;
    const char *items;
    const char *left;
  } cases[] = {
    { "<event><start>2013-03-30 11:16:00</start><end>2013-03-30 11:16:00</end><text>A &amp; B</text><fuzzy>False</fuzzy>"
      "<category>Round</category><description>d</description><hyperlink>https://example.org/a;https://example.org/b</hyperlink>"
      "</event>",
      "+lane round | event 2013-03-30-a-b 2013-03-30 11:16- (Round) “A & B” [example-org-a example-org-b] | +source example-org-a | +source example-org-b", "" },
    { "<event><start>2013-03-30 00:00:00</start><end>2013-04-02 00:00:00</end><text>a</text><fuzzy>True</fuzzy></event>",
      "+lane imported | event 2013-03-30-a 2013-03-30~/2013-04-02~ (imported) “a”", "" },
    { "<event><start>2013-03-30 00:00:00</start><end>2013-04-02 00:00:00</end><text>a</text><fuzzy_end>True</fuzzy_end></event>",
      "+lane imported | event 2013-03-30-a 2013-03-30/2013-04-02~ (imported) “a”", "" },
    { "<event><start>2013-03-30 00:00:00</start><end>2013-04-02 00:00:00</end><text>a</text><ends_today>True</ends_today></event>",
      "+lane imported | event 2013-03-30-a 2013-03-30/.. (imported) “a”", "" },
    { "<event><start>-44-03-15 00:00:00</start><end>-44-03-15 00:00:00</end><text> (a)</text></event>",
      "+lane imported | event 0044-03-15-a -0044-03-15 (imported) “(a)”", "" },
    { "<event><start>2013-03-30 00:00:00</start><end>2013-03-31 00:00:00</end><text>[7]Whole</text></event>"
      "<event><start>2013-03-30 00:00:00</start><end>2013-03-30 00:00:00</end><text>(7)Part</text></event>",
      "+lane imported | event 2013-03-30-whole 2013-03-30/2013-03-31 (imported) “Whole” | "
      "event 2013-03-30-part 2013-03-30 (imported) “Part”", "" },
    { "<event><start>2013-03-30</start><end>2013-03-31 00:00:00</end><text>a</text></event>", "",
      "7:a:Its dates cannot be read." },
    { "<event><start>-9223372036854775808-03-30 00:00:00</start><end>2013-03-31 00:00:00</end><text>a</text></event>", "",
      "7:a:Its dates cannot be read." },
    { "<event><start>2013-02-30 00:00:00</start><end>2013-03-31 00:00:00</end><text>a</text></event>", "",
      "7:a:“2013-02-30”: There is no day “2013-02-30”: that month has 28 days." },
    { "<event><start>2013-03-30 00:00:00</start><end>2013-03-30 00:00:00</end></event>", "", "7::It has no “Title”." },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wrap (cases[i].events);
      g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_TIMELINE_PROJECT, NULL, NULL);
      g_autofree char *items = describe_items (import);
      g_autofree char *left = describe_remarks (import->left);

      g_assert_cmpstr (items, ==, cases[i].items);
      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

/* A part points to its whole. */
static void
test_containers (void)
{
  g_autofree char *text = wrap ("<event><start>2013-03-30 00:00:00</start><end>2013-03-31 00:00:00</end><text>[7]Whole</text></event>"
                                "<event><start>2013-03-30 00:00:00</start><end>2013-03-30 00:00:00</end><text>(7)Part</text></event>"
                                "<event><start>2013-03-30 00:00:00</start><end>2013-03-30 00:00:00</end><text>(8)Lost</text></event>");
  g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_TIMELINE_PROJECT, NULL, NULL);
  const TalksEvent *part = (const TalksEvent *) ((TalksImportItem *) import->items->pdata[2])->record;
  const TalksEvent *lost = (const TalksEvent *) ((TalksImportItem *) import->items->pdata[3])->record;

  g_assert_cmpuint (part->related->len, ==, 1);
  g_assert_cmpstr (((TalksRelation *) part->related->pdata[0])->event, ==, "2013-03-30-whole");
  g_assert_cmpstr (((TalksRelation *) part->related->pdata[0])->relation, ==, "part-of");
  g_assert_cmpuint (lost->related->len, ==, 0);
  g_assert_true (has_remark (import->warnings, "Lost", "neither in this file nor in the timeline"));
}

static void
test_losses (void)
{
  static const char * const lost[] = {
    "category.color", "labels", "alert", "icon", "default_color", "progress", "locked", "milestone", "categories", "color",
  };
  g_autofree char *text = wrap ("<event><start>2013-03-30 00:00:00</start><end>2013-03-30 00:00:00</end><text>a</text>"
                                "<progress>50</progress><locked>True</locked><category>Round</category><categories><category>X"
                                "</category></categories><labels>l</labels><alert>now;x</alert><icon>aaaa</icon>"
                                "<default_color>1,1,1</default_color><milestone>True</milestone></event>"
                                "<era><name>e</name><start>2013-01-01 00:00:00</start><end>2013-12-31 00:00:00</end><color>1,1,1</color></era>");
  g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_TIMELINE_PROJECT, NULL, NULL);
  g_autofree char *items = describe_items (import);

  g_assert_cmpstr (items, ==, "+lane round | +lane era | event 2013-03-30-a 2013-03-30 (Round) “a” | "
                              "event 2013-01-01-e 2013-01-01/2013-12-31 (era) “e”");
  for (size_t i = 0; i < G_N_ELEMENTS (lost); i++)
    g_assert_true (has_remark (import->warnings, lost[i], "Left out 1 time"));
  g_assert_cmpuint (import->warnings->len, ==, G_N_ELEMENTS (lost));
}

static void
test_failing (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (int i = 0; i < 1000; i++)
    g_string_append (deep, "<timeline>");
  import_failing ("", TALKS_EXCHANGE_TIMELINE_PROJECT, -1);
  import_failing ("<timeline>", TALKS_EXCHANGE_TIMELINE_PROJECT, -1);
  import_failing ("<html></html>", TALKS_EXCHANGE_TIMELINE_PROJECT, TALKS_ERROR_FORMAT);
  import_failing (deep->str, TALKS_EXCHANGE_TIMELINE_PROJECT, TALKS_ERROR_FORMAT);
  import_failing ("<timeline><timetype>numtime</timetype></timeline>", TALKS_EXCHANGE_TIMELINE_PROJECT, TALKS_ERROR_FORMAT);
  import_failing ("<!DOCTYPE timeline [<!ENTITY a \"b\">]><timeline><version>&a;</version></timeline>",
                  TALKS_EXCHANGE_TIMELINE_PROJECT, TALKS_ERROR_FORMAT);
  import_failing ("<timeline><version>&a;</version></timeline>", TALKS_EXCHANGE_TIMELINE_PROJECT, -1);
  import_failing ("<timeline><eve\xef\xbb\xbf></timeline>", TALKS_EXCHANGE_TIMELINE_PROJECT, -1);
  import_failing ("<timeline>\xff</timeline>", TALKS_EXCHANGE_TIMELINE_PROJECT, TALKS_ERROR_ENCODING);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-timeline-project/events", test_events);
  g_test_add_func ("/exchange/import-timeline-project/containers", test_containers);
  g_test_add_func ("/exchange/import-timeline-project/losses", test_losses);
  g_test_add_func ("/exchange/import-timeline-project/failing", test_failing);
  return g_test_run ();
}
