/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-fixture.h"

#include "talks-test-support.h"

/* A scene of the fixture's document without any window. */
static TalksScene *
make_scene (TalksDocument *document,
            double         px_per_day)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(TalksTimeScale) scale =
    talks_time_scale_new (talks_document_get_extent (document), px_per_day, NULL, 0, FALSE);
  TalksScene *scene = talks_scene_new (document, scale, context, "en", "ceasefire");

  g_object_unref (context);
  return scene;
}

static void
test_describe (void)
{
  static const struct
  {
    const char *id;
    const char *words;
    const char *text;
  } cases[] = {
    { "istanbul", "16 May 2025: istanbul; lane-talks; confirmed", "16 May 2025: istanbul" },
    { "draft", "about April 2022: draft; lane-statements; confirmed", "about April 2022: draft" },
    { "position-1", "1 March 2022: position of party-a: position-1", "1 March 2022: position-1" },
  };
  g_autoptr(TalksDocument) document = fixture_make_document ();
  g_autoptr(TalksScene) scene = make_scene (document, 40);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksItem *item = talks_scene_find (scene, talks_document_lookup (document, cases[i].id));
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;

      g_assert_nonnull (item);
      words = talks_timeline_describe_item (scene, item);
      text = talks_timeline_item_to_text (scene, item);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_groups (void)
{
  g_autoptr(TalksDocument) document = fixture_make_document ();
  TalksEvent *events[] = {
    (TalksEvent *) talks_document_lookup (document, "gomel"),
    (TalksEvent *) talks_document_lookup (document, "pushcha"),
  };
  g_autoptr(TalksScene) scene = make_scene (document, 1);
  TalksItem item = {
    .kind = TALKS_ITEM_CLUSTER,
    .lane = 0,
    .n_events = 2,
    .events = events,
    .span = talks_span_make (talks_test_day ("2022-02-28"), talks_test_day ("2022-03-04")),
  };
  g_autofree char *cluster = talks_timeline_describe_item (scene, &item);
  g_autofree char *text = talks_timeline_item_to_text (scene, &item);
  g_autofree char *fold = NULL;

  g_assert_cmpstr (cluster, ==, "2 events, 28 February 2022 to 3 March 2022");
  g_assert_cmpstr (text, ==, "28 February 2022: gomel\n3 March 2022: pushcha");

  item.kind = TALKS_ITEM_FOLD;
  item.n_events = 1;
  fold = talks_timeline_describe_item (scene, &item);
  g_assert_cmpstr (fold, ==, "Quiet period, folded: 28 February 2022 to 3 March 2022; 1 event");
  g_assert_null (talks_timeline_item_to_text (scene, &item));
}

/* A tooltip says what the picture does not. */
static void
test_tooltip (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr(TalksDocument) document = fixture_make_document ();
  g_autoptr(TalksScene) scene = make_scene (document, 40);
  TalksItem item = *talks_scene_find (scene, talks_document_lookup (document, "istanbul"));
  g_autofree char *cut = NULL;

  item.label_width = 500;
  g_assert_null (talks_timeline_item_to_tooltip (scene, &item, context));
  item.label_width = 10;
  cut = talks_timeline_item_to_tooltip (scene, &item, context);
  g_assert_cmpstr (cut, ==, "istanbul\n16 May 2025 · confirmed");
  g_object_unref (context);
}

static void
test_document (void)
{
  g_autoptr(TalksSession) session = talks_session_new ();
  g_autoptr(TalksDocument) one = talks_document_new ();
  g_autofree char *none = talks_timeline_describe_document (session);
  g_autofree char *words = NULL;

  g_assert_cmpstr (none, ==, "No events yet");
  talks_test_add (one, talks_test_event_new ("only", "call", "2022-03-20"));
  talks_session_set_document (session, one);
  words = talks_timeline_describe_document (session);
  g_assert_cmpstr (words, ==, "1 event, March 2022");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timeline/words/describe", test_describe);
  g_test_add_func ("/timeline/words/groups", test_groups);
  g_test_add_func ("/timeline/words/tooltip", test_tooltip);
  g_test_add_func ("/timeline/words/document", test_document);
  return g_test_run ();
}
