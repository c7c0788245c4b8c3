/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenes made after others, with what these knew, are those that would have been made anew. */

#include <math.h>

#include "scene-fixture.h"
#include "talks-material.h"
#include "talks-quiet.h"
#include "talks-spot.h"

#define N_STEPS 40
#define N_SPOTS 700

static PangoContext *
context_new (const char *name)
{
  PangoContext *context = fixture_context_new ();
  PangoFontDescription *font = pango_font_description_from_string (name);

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

/* ---- equal scenes ---- */

static void
assert_same_item (const TalksItem *one,
                  const TalksItem *two)
{
  g_assert_cmpint (one == NULL, ==, two == NULL);
  if (one == NULL)
    return;
  g_assert_cmpint (one->kind, ==, two->kind);
  g_assert_cmpint (one->lane, ==, two->lane);
  g_assert_cmpint (one->row, ==, two->row);
  g_assert_true (one->record == two->record);
  g_assert_true (one->party == two->party);
  g_assert_cmpstr (one->label, ==, two->label);
  g_assert_cmpstr (one->second, ==, two->second);
  g_assert_cmpmem (&one->bounds, sizeof one->bounds, &two->bounds, sizeof two->bounds);
  g_assert_cmpfloat (one->mark_x, ==, two->mark_x);
  g_assert_cmpfloat (one->end_x, ==, two->end_x);
  g_assert_true (talks_span_equal (one->span, two->span));
  g_assert_cmpmem (one->bins, one->n_bins * sizeof *one->bins, two->bins, two->n_bins * sizeof *two->bins);
}

static void
assert_same (TalksScene *one,
             TalksScene *two)
{
  static const TalksRecordKind kinds[] = { TALKS_RECORD_EVENT, TALKS_RECORD_POSITION };
  TalksDocument *document = talks_scene_get_document (one);
  g_autofree char *text = talks_scene_to_string (one);
  g_autofree char *other = talks_scene_to_string (two);

  g_assert_cmpstr (text, ==, other);
  g_assert_cmpfloat (talks_scene_get_height (one), ==, talks_scene_get_height (two));
  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *records = talks_document_get_records (document, kinds[i]);

      for (guint k = 0; k < records->len; k++)
        assert_same_item (talks_scene_find (one, records->pdata[k]),
                          talks_scene_find (two, records->pdata[k]));
    }
}

/* What is made after *scene, which it replaces, is what is made from nothing. */
static void
step (TalksScene    **scene,
      TalksDocument  *document,
      TalksTimeScale *scale,
      PangoContext   *context,
      const char     *language,
      const char     *topic)
{
  g_autoptr (TalksScene) anew = talks_scene_new (document, scale, context, language, topic);
  g_autoptr (TalksScene) after = talks_scene_new_after (*scene, document, scale, context, language, topic);

  assert_same (anew, after);
  g_clear_pointer (scene, talks_scene_unref);
  *scene = g_steal_pointer (&after);
}

/* ---- zooming ---- */

static TalksTimeScale *
random_scale (TalksDocument *document,
              const GArray  *quiet)
{
  TalksSpan extent = talks_document_get_extent (document);
  g_autofree TalksSpan *folds = g_new (TalksSpan, quiet->len + 1);
  guint n_folds = 0;

  for (guint i = 0; i < quiet->len; i++)
    if (g_test_rand_bit ())
      folds[n_folds++] = g_array_index (quiet, TalksSpan, i);
  if (g_test_rand_bit ())
    {
      int64_t days = talks_span_length (extent);

      extent.start += g_test_rand_int_range (0, (int) (days / 4));
      extent.end -= g_test_rand_int_range (0, (int) (days / 4));
    }
  return talks_time_scale_new (extent, 0.02 * pow (10, g_test_rand_double_range (0, 4)), folds, n_folds,
                               g_test_rand_bit ());
}

static void
test_zooms (void)
{
  PangoContext *context = fixture_context_new ();
  static const guint sizes[] = { 12, 150, 2000 };

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TalksDocument) document = talks_generate_document (sizes[i], (guint32) g_test_rand_int ());
      g_autoptr (GArray) quiet = talks_quiet_find (document);
      GPtrArray *topics = talks_document_get_records (document, TALKS_RECORD_TOPIC);
      TalksScene *scene = NULL;

      for (int k = 0; k < N_STEPS; k++)
        {
          g_autoptr (TalksTimeScale) scale = random_scale (document, quiet);
          TalksRecord *topic = topics->pdata[g_test_rand_int_range (0, (int) topics->len)];

          step (&scene, document, scale, context, "en", k % 5 != 0 ? topic->id : NULL);
        }
      g_clear_pointer (&scene, talks_scene_unref);
    }
  g_object_unref (context);
}

/* ---- everything else that may change ---- */

static void
test_changes (void)
{
  g_autoptr (TalksDocument) document = fixture_document_new ();
  g_autoptr (TalksDocument) other = talks_generate_document (50, 3);
  g_autoptr (TalksTimeScale) scale = fixture_scale_new (6, FALSE);
  const char *langs[] = { "en", "uk", NULL };
  const char *texts[] = { "Short", "Довга назва події, що не вміщується", NULL };
  TalksEvent *event = talks_test_event_new ("named", "statement", "2022-04-25");
  PangoContext *context = fixture_context_new ();
  PangoContext *large = context_new ("Sans 16");
  TalksScene *scene = NULL;

  talks_text_unref (event->label);
  event->label = talks_text_new_tagged (langs, texts);
  step (&scene, document, scale, context, "en", "truce");
  talks_test_add (document, event);
  step (&scene, document, scale, context, "en", "truce");
  step (&scene, document, scale, context, "uk", "truce");
  step (&scene, document, scale, large, "uk", "truce");
  pango_cairo_context_set_resolution (large, 150);
  step (&scene, document, scale, large, "uk", NULL);
  talks_test_remove (document, "first");
  g_assert_null (talks_document_lookup (document, "first"));
  step (&scene, document, scale, large, NULL, "truce");
  talks_test_replace (document, talks_test_lane_new ("words", "summit"));
  step (&scene, document, scale, large, NULL, "truce");
  step (&scene, other, scale, context, "en", NULL);
  step (&scene, document, scale, context, "en", "truce");

  g_clear_pointer (&scene, talks_scene_unref);
  g_object_unref (context);
  g_object_unref (large);
}

/* Material is kept when nothing has changed, whatever was asked of the document meanwhile. */
static void
test_kept (void)
{
  g_autoptr (TalksDocument) document = fixture_document_new ();
  g_autoptr (TalksDocument) copy = talks_document_copy (document);
  PangoContext *context = fixture_context_new ();
  PangoContext *same_font = fixture_context_new ();
  TalksLabels *labels = talks_labels_get (context);
  g_autoptr (TalksMaterial) first = talks_material_get (NULL, document, labels, "en");
  g_autoptr (TalksMaterial) again = talks_material_get (first, document, labels, "en");
  g_autoptr (TalksMaterial) language = talks_material_get (first, document, labels, NULL);
  g_autoptr (TalksMaterial) elsewhere = talks_material_get (first, copy, labels, "en");
  g_autoptr (TalksMaterial) font = talks_material_get (first, document, talks_labels_get (same_font), "en");
  g_autoptr (TalksMaterial) changed = NULL;

  g_assert_true (again == first);
  g_assert_true (language != first);
  g_assert_true (elsewhere != first);
  g_assert_true (font != first);
  talks_test_remove (document, "first");
  changed = talks_material_get (first, document, labels, "en");
  g_assert_true (changed != first);
  g_assert_cmpint (talks_material_find_rank (changed, talks_document_lookup (document, "sometime")), ==, 0);
  g_assert_cmpint (talks_material_find_rank (changed, talks_document_lookup (document, "north")), ==, -1);
  g_object_unref (context);
  g_object_unref (same_font);
}

/* ---- order ---- */

/* Sorted, and equals as they were, in whatever disorder they come. */
static void
test_order (void)
{
  g_autofree TalksSpot *spots = g_new0 (TalksSpot, N_SPOTS);

  for (int k = 0; k < 300; k++)
    {
      guint n = (guint) g_test_rand_int_range (0, k % 10 == 0 ? N_SPOTS : 20);
      double disorder = g_test_rand_double_range (0, k % 3 == 0 ? 2 * N_SPOTS : 8);
      g_autofree guint *order = NULL;

      for (guint i = 0; i < n; i++)
        spots[i].slot.start = floor (i + g_test_rand_double_range (-1, 1) * disorder);
      order = talks_spots_order (spots, n);
      for (guint i = 1; i < n; i++)
        {
          double before = spots[order[i - 1]].slot.start;
          double start = spots[order[i]].slot.start;

          g_assert_true (before < start || (before == start && order[i - 1] < order[i]));
        }
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (order[i], <, n);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/material/zooms", test_zooms);
  g_test_add_func ("/scene/material/changes", test_changes);
  g_test_add_func ("/scene/material/kept", test_kept);
  g_test_add_func ("/scene/material/order", test_order);
  return g_test_run ();
}
