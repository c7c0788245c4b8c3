/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "scene-fixture.h"
#include "talks-quiet.h"
#include "talks-ribbons.h"

static PangoContext *context;

static TalksScene *
make_scene (TalksDocument *document,
            double         zoom,
            gboolean       mirrored)
{
  g_autoptr (TalksTimeScale) scale = fixture_scale_new (zoom, mirrored);

  return talks_scene_new (document, scale, context, "en", "truce");
}

static void
collect (const TalksItem *item,
         gpointer         data)
{
  g_ptr_array_add (data, (gpointer) item);
}

static GPtrArray *
list_items (TalksScene *scene,
            double      from,
            double      to)
{
  GPtrArray *items = g_ptr_array_new ();

  talks_scene_foreach (scene, from, to, collect, items);
  return items;
}

static const TalksItem *
find (TalksScene *scene,
      const char *id)
{
  return talks_scene_find (scene, talks_document_lookup (talks_scene_get_document (scene), id));
}

static gboolean
touch (const TalksItem *a,
       const TalksItem *b)
{
  return a->bounds.x < b->bounds.x + b->bounds.width && b->bounds.x < a->bounds.x + a->bounds.width
         && a->bounds.y < b->bounds.y + b->bounds.height && b->bounds.y < a->bounds.y + a->bounds.height;
}

/* The invariants of talks-scene.h. */
static void
check (TalksScene *scene)
{
  g_autoptr (GPtrArray) items = list_items (scene, -G_MAXDOUBLE, G_MAXDOUBLE);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  TalksDocument *document = talks_scene_get_document (scene);
  GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  guint n_lanes;
  const TalksSceneLane *lanes = talks_scene_get_lanes (scene, &n_lanes);
  double y = 0;

  for (guint i = 0; i < n_lanes; i++)
    {
      g_assert_cmpfloat (lanes[i].y, ==, y);
      g_assert_cmpfloat (lanes[i].height, >, 0);
      y += lanes[i].height;
    }
  g_assert_cmpfloat (talks_scene_get_ribbons (scene).y, ==, y);
  g_assert_cmpfloat (talks_scene_get_height (scene), ==, y + talks_scene_get_ribbons (scene).height);

  for (guint i = 0; i < items->len; i++)
    {
      const TalksItem *item = items->pdata[i];

      if (item->lane >= 0)
        {
          g_assert_cmpfloat (item->bounds.y, >=, lanes[item->lane].y);
          g_assert_cmpfloat (item->bounds.y + item->bounds.height, <=,
                             lanes[item->lane].y + lanes[item->lane].height);
        }
      if (item->label_width > 0 && item->kind != TALKS_ITEM_FOLD)
        {
          g_assert_cmpfloat (item->label_x, >=, item->bounds.x - 0.01);
          g_assert_cmpfloat (item->label_x + item->label_width, <=,
                             item->bounds.x + item->bounds.width + 0.01);
        }
      if (item->record != NULL && item->record->kind == TALKS_RECORD_EVENT)
        g_assert_true (g_hash_table_add (seen, item->record));
      for (guint k = 0; item->events != NULL && k < item->n_events; k++)
        {
          g_assert_true (g_hash_table_add (seen, item->events[k]));
          g_assert_true (talks_scene_find (scene, (TalksRecord *) item->events[k]) == item);
          if (k > 0)
            g_assert_cmpint (talks_document_get_event_rank (document, item->events[k - 1]), <,
                             talks_document_get_event_rank (document, item->events[k]));
        }
      /* Quadratic, but only with what comes next in the same row can there be trouble, and a profile
       * stands in several rows of its lane. */
      for (guint k = i + 1; k < items->len; k++)
        {
          const TalksItem *other = items->pdata[k];

          if (other->lane != item->lane || item->kind == TALKS_ITEM_FOLD || other->kind == TALKS_ITEM_FOLD)
            break;
          if (touch (item, other))
            g_error ("%s and %s touch", item->record != NULL ? item->record->id : item->label,
                     other->record != NULL ? other->record->id : other->label);
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, events->len);
}

/* Kind, lane, row and names of each item; places depend on the font. */
static void
test_small_document (void)
{
  g_autoptr (TalksDocument) document = fixture_document_new ();
  g_autoptr (TalksScene) scene = make_scene (document, 14, FALSE);
  static const struct
  {
    const char   *id;
    TalksItemKind kind;
    int           lane;
    const char   *party;
  } cases[] = {
    { "first", TALKS_ITEM_CARD, 0, "south" },  { "long", TALKS_ITEM_CARD, 0, "south" },
    { "secret", TALKS_ITEM_CARD, 0, "south" }, { "said", TALKS_ITEM_MARK, 1, "north" },
    { "heard", TALKS_ITEM_MARK, 1, "north" },  { "denied", TALKS_ITEM_MARK, 1, "north" },
    { "sometime", TALKS_ITEM_BAR, 1, "north" }, { "pause", TALKS_ITEM_BAR, 1, "north" },
    { "rumour", TALKS_ITEM_BAR, 1, "north" },  { "unended", TALKS_ITEM_MARK, 1, "north" },
    { "emerging", TALKS_ITEM_BAR, 1, "north" }, { "open", TALKS_ITEM_BAR, 1, "north" },
    { "last", TALKS_ITEM_CARD, 0, "south" },
  };

  check (scene);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksItem *item = find (scene, cases[i].id);

      g_assert_nonnull (item);
      g_assert_cmpstr (item->record->id, ==, cases[i].id);
      g_assert_cmpint (item->kind, ==, cases[i].kind);
      g_assert_cmpint (item->lane, ==, cases[i].lane);
      g_assert_nonnull (item->party);
    }
  g_assert_cmpstr (talks_scene_get_topic_title (scene), ==, "truce");
  g_assert_cmpstr (talks_scene_get_lanes (scene, &(guint) { 0 })[0].second, ==, "5 events");
}

static void
test_fold (void)
{
  g_autoptr (TalksDocument) document = fixture_document_new ();
  g_autoptr (TalksScene) scene = make_scene (document, 14, FALSE);
  const TalksItem *fold = find (scene, "hidden-a");

  g_assert_cmpint (fold->kind, ==, TALKS_ITEM_FOLD);
  g_assert_true (find (scene, "hidden-b") == fold);
  g_assert_cmpuint (fold->n_events, ==, 2);
  g_assert_cmpstr (fold->label, ==, "2 years 9 months folded · 2 events · click to open");
  g_assert_cmpstr (fold->second, ==, "2 years 9 months folded · 2 events");
  g_assert_cmpfloat (fold->bounds.width, ==, TALKS_FOLD_WIDTH);
  g_assert_cmpfloat (fold->bounds.height, ==, talks_scene_get_height (scene));
  g_assert_true (talks_scene_pick (scene, fold->bounds.x + 20, 5) == fold);
  /* Nothing of what is seen stands in the strip but bars that pass beneath it. */
  g_assert_cmpfloat (find (scene, "emerging")->bounds.x, >=, fold->bounds.x + TALKS_FOLD_WIDTH);
  /* A position that came and went in it. */
  g_assert_true (find (scene, "north-4") == fold);
}

static void
test_ribbons (void)
{
  g_autoptr (TalksDocument) document = fixture_document_new ();
  g_autoptr (TalksScene) scene = make_scene (document, 14, FALSE);
  g_autoptr (GPtrArray) parties = talks_ribbons_list_parties (document, "truce");
  const TalksItem *first = find (scene, "north-1");
  const TalksItem *twice = find (scene, "north-3");
  const TalksItem *late = find (scene, "north-5");
  const TalksItem *fold = find (scene, "hidden-a");
  const TalksSceneRibbon *rows;
  guint n_rows;

  rows = talks_scene_get_ribbon_rows (scene, &n_rows);
  g_assert_cmpuint (n_rows, ==, 3);
  g_assert_cmpstr (rows[0].party->record.id, ==, "north");
  g_assert_cmpstr (rows[1].party->record.id, ==, "south");
  g_assert_cmpstr (rows[2].party->record.id, ==, "middle");
  g_assert_cmpfloat (rows[2].height, <, rows[1].height);

  g_assert_cmpint (first->kind, ==, TALKS_ITEM_RIBBON);
  g_assert_cmpfloat (first->bounds.y, ==, rows[0].y);
  g_assert_cmpfloat (first->end_x, ==, twice->mark_x);
  g_assert_false (first->is_odd == twice->is_odd);
  /* Two positions of one day are one segment, named by the last. */
  g_assert_true (find (scene, "north-2") == twice);
  g_assert_cmpstr (twice->record->id, ==, "north-3");
  g_assert_cmpuint (twice->n_events, ==, 2);
  /* Until it was replaced inside the fold; the one that stands at its end begins there. */
  g_assert_cmpfloat (twice->end_x, ==, fold->bounds.x);
  g_assert_cmpfloat (late->bounds.x, ==, fold->bounds.x + TALKS_FOLD_WIDTH);
  g_assert_cmpfloat (late->end_x, ==, talks_scene_get_width (scene));

  g_assert_cmpstr (((TalksParty *) parties->pdata[2])->record.id, ==, "middle");
}

static void
test_no_topic (void)
{
  g_autoptr (TalksDocument) document = fixture_document_new ();
  g_autoptr (TalksTimeScale) scale = fixture_scale_new (5, FALSE);
  g_autoptr (TalksScene) none = talks_scene_new (document, scale, context, NULL, NULL);
  g_autoptr (TalksScene) unknown = talks_scene_new (document, scale, context, NULL, "nothing");

  check (none);
  g_assert_cmpfloat (talks_scene_get_ribbons (none).height, ==, 0);
  g_assert_null (find (none, "north-1"));
  g_assert_cmpfloat (talks_scene_get_ribbons (unknown).height, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksTimeScale) scale = fixture_scale_new (5, FALSE);
  g_autoptr (TalksScene) scene = talks_scene_new (document, scale, context, NULL, NULL);
  guint n_lanes;

  g_assert_cmpstr (talks_scene_get_lanes (scene, &n_lanes)->title, ==, "Events");
  g_assert_cmpuint (n_lanes, ==, 1);
  g_assert_null (talks_scene_pick (scene, 10, 10));
}

static void
check_foreach (TalksScene *scene)
{
  g_autoptr (GPtrArray) all = list_items (scene, -G_MAXDOUBLE, G_MAXDOUBLE);
  double width = talks_scene_get_width (scene);

  for (int k = 0; k < 40; k++)
    {
      double from = g_test_rand_double_range (-50, width);
      double to = from + g_test_rand_double_range (0, width / 3);
      g_autoptr (GPtrArray) some = list_items (scene, from, to);
      guint n = 0;

      for (guint i = 0; i < all->len; i++)
        {
          const TalksItem *item = all->pdata[i];

          if (item->bounds.x + item->bounds.width <= from || item->bounds.x >= to)
            continue;
          g_assert_cmpuint (n, <, some->len);
          g_assert_true (some->pdata[n] == item);
          n++;
        }
      g_assert_cmpuint (n, ==, some->len);
    }
}

static void
check_pick (TalksScene *scene)
{
  g_autoptr (GPtrArray) all = list_items (scene, -G_MAXDOUBLE, G_MAXDOUBLE);

  for (guint i = 0; i < all->len; i++)
    {
      const TalksItem *item = all->pdata[i];
      double x = item->bounds.x + item->bounds.width / 2;
      const TalksItem *picked = talks_scene_pick (scene, x, item->bounds.y + item->bounds.height / 2);

      if (item->bounds.width < 1)
        continue;
      g_assert_true (picked == item || picked->kind == TALKS_ITEM_FOLD);
    }
}

static void
test_index (void)
{
  static const double zooms[] = { 0.3, 2, 5, 40 };
  g_autoptr (TalksDocument) small = fixture_document_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (int mirrored = 0; mirrored < 2; mirrored++)
      {
        g_autoptr (TalksScene) scene = make_scene (small, zooms[i], mirrored);

        check (scene);
        check_foreach (scene);
        check_pick (scene);
      }
}

/* The same things at the same distance from the other side. */
static void
test_mirrored (void)
{
  g_autoptr (TalksDocument) document = fixture_document_new ();
  g_autoptr (TalksScene) left = make_scene (document, 6, FALSE);
  g_autoptr (TalksScene) right = make_scene (document, 6, TRUE);
  double width = talks_scene_get_width (left);
  GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);

  for (guint i = 0; i < events->len; i++)
    {
      const TalksItem *a = talks_scene_find (left, events->pdata[i]);
      const TalksItem *b = talks_scene_find (right, events->pdata[i]);

      /* A question mark beside a mark is not mirrored and takes room on another side. */
      if (((TalksEvent *) events->pdata[i])->certainty == TALKS_CERTAINTY_DISPUTED)
        continue;
      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpfloat_with_epsilon (a->bounds.x, width - b->bounds.x - b->bounds.width, 0.01);
      g_assert_cmpfloat (a->bounds.y, ==, b->bounds.y);
      g_assert_cmpfloat_with_epsilon (a->mark_x, width - b->mark_x, 0.01);
      if (a->label_width > 0)
        g_assert_cmpfloat_with_epsilon (a->label_x, width - b->label_x - b->label_width, 0.01);
    }
}

/* Made again, nothing is anywhere else. */
static void
test_stable (void)
{
  g_autoptr (TalksDocument) document = fixture_document_new ();
  g_autoptr (TalksScene) one = make_scene (document, 3, FALSE);
  g_autoptr (TalksScene) two = make_scene (document, 3, FALSE);
  g_autofree char *text = talks_scene_to_string (one);
  g_autofree char *again = talks_scene_to_string (two);

  g_assert_cmpstr (text, ==, again);
  g_assert_nonnull (strstr (text, "card 0/0 first"));
  g_assert_nonnull (strstr (text, "ribbon -1/0 north-3"));
}

/* A long document at every zoom. */
static void
test_large (void)
{
  static const double zooms[] = { 0.05, 0.5, 5, 50 };
  g_autoptr (TalksDocument) document = talks_generate_document (3000, 7);
  g_autoptr (GArray) quiet = talks_quiet_find (document);
  TalksSpan extent = talks_document_get_extent (document);
  TalksTopic *topic = talks_document_get_records (document, TALKS_RECORD_TOPIC)->pdata[0];

  for (size_t i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (guint folded = 0; folded < 2; folded++)
      {
        g_autoptr (TalksTimeScale) scale
          = talks_time_scale_new (extent, zooms[i], (TalksSpan *) (void *) quiet->data,
                                  folded * quiet->len, FALSE);
        g_autoptr (TalksScene) scene = talks_scene_new (document, scale, context, NULL, topic->record.id);

        check (scene);
        check_foreach (scene);
      }
}

static void
test_time (void)
{
  g_autoptr (TalksDocument) document = talks_generate_document (10000, 1);
  TalksSpan extent = talks_document_get_extent (document);

  for (double zoom = 0.1; zoom < 60; zoom *= 8)
    {
      g_autoptr (TalksTimeScale) scale = talks_time_scale_new (extent, zoom, NULL, 0, FALSE);
      g_autoptr (TalksScene) scene = NULL;
      gint64 start = g_get_monotonic_time ();

      scene = talks_scene_new (document, scale, context, NULL, NULL);
      g_test_message ("10000 events at %g pixels a day: %.1f ms", zoom,
                      (double) (g_get_monotonic_time () - start) / 1000);
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  context = fixture_context_new ();
  g_test_add_func ("/scene/scene/small-document", test_small_document);
  g_test_add_func ("/scene/scene/fold", test_fold);
  g_test_add_func ("/scene/scene/ribbons", test_ribbons);
  g_test_add_func ("/scene/scene/no-topic", test_no_topic);
  g_test_add_func ("/scene/scene/empty", test_empty);
  g_test_add_func ("/scene/scene/index", test_index);
  g_test_add_func ("/scene/scene/mirrored", test_mirrored);
  g_test_add_func ("/scene/scene/stable", test_stable);
  g_test_add_func ("/scene/scene/large", test_large);
  g_test_add_func ("/scene/scene/time", test_time);
  result = g_test_run ();
  g_object_unref (context);
  return result;
}
