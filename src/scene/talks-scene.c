/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-scene-private.h"

#include <stdlib.h>

/* How far beside an item a pointer may be and still mean it. */
#define PICK_SLACK 3.0

G_DEFINE_BOXED_TYPE (TalksScene, talks_scene, talks_scene_ref, talks_scene_unref)

/* ---- making and freeing ---- */

static void
clear_lane (gpointer data)
{
  TalksSceneLane *lane = data;

  g_free (lane->title);
  g_free (lane->second);
}

static void
clear_ribbon (gpointer data)
{
  g_free (((TalksSceneRibbon *) data)->title);
}

static void
clear_item (gpointer data)
{
  TalksItem *item = data;

  g_free (item->label);
  if (item->kind == TALKS_ITEM_FOLD)
    g_free (item->second); /* that of a card belongs to the material */
  g_free (item->events);
  g_free (item->bins);
}

TalksScene *
talks_scene_new (TalksDocument  *document,
                 TalksTimeScale *scale,
                 PangoContext   *context,
                 const char     *language,
                 const char     *topic)
{
  return talks_scene_new_after (NULL, document, scale, context, language, topic);
}

TalksScene *
talks_scene_new_after (TalksScene     *previous,
                       TalksDocument  *document,
                       TalksTimeScale *scale,
                       PangoContext   *context,
                       const char     *language,
                       const char     *topic)
{
  TalksScene *self;
  TalksLabels *labels;
  TalksGround ground;
  const TalksTopic *record;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (scale != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (TalksScene, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->document = g_object_ref (document);
  self->scale = talks_time_scale_ref (scale);
  self->language = g_strdup (language);
  labels = talks_labels_get (context);
  self->material = talks_material_get (previous != NULL ? previous->material : NULL, document, labels,
                                       language);
  record = talks_document_lookup_kind (document, TALKS_RECORD_TOPIC, topic);
  if (record != NULL)
    {
      self->topic = g_strdup (topic);
      self->topic_title = g_strdup (talks_text_show (record->name, language));
    }
  self->lanes = g_array_new (FALSE, FALSE, sizeof (TalksSceneLane));
  self->ribbon_rows = g_array_new (FALSE, FALSE, sizeof (TalksSceneRibbon));
  self->items = g_array_new (FALSE, FALSE, sizeof (TalksItem));
  self->rows = g_array_new (FALSE, FALSE, sizeof (TalksSceneRow));
  self->index = g_new0 (guint, talks_material_get_n_ranks (self->material) + 1);
  g_array_set_clear_func (self->lanes, clear_lane);
  g_array_set_clear_func (self->ribbon_rows, clear_ribbon);
  g_array_set_clear_func (self->items, clear_item);

  talks_ground_init (&ground, self->material, document, scale, labels, self->language);
  talks_scene_build (self, &ground);
  talks_ground_clear (&ground);
  return self;
}

TalksScene *
talks_scene_ref (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
talks_scene_unref (TalksScene *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->lanes);
  g_array_unref (self->ribbon_rows);
  g_array_unref (self->items);
  g_array_unref (self->rows);
  g_free (self->index);
  talks_material_unref (self->material);
  talks_time_scale_unref (self->scale);
  g_object_unref (self->document);
  g_free (self->language);
  g_free (self->topic);
  g_free (self->topic_title);
  g_free (self);
}

static int
compare_items (const void *a,
               const void *b)
{
  const TalksItem *one = a;
  const TalksItem *two = b;

  return (one->bounds.x > two->bounds.x) - (one->bounds.x < two->bounds.x);
}

void
talks_scene_add_row (TalksScene *self,
                     int         lane,
                     guint       first)
{
  TalksSceneRow row = { .lane = lane, .first = first, .n = self->items->len - first };

  if (row.n == 0)
    return;
  /* Mostly they are in order. */
  for (guint i = first + 1; i < self->items->len; i++)
    if (compare_items (&g_array_index (self->items, TalksItem, i - 1),
                       &g_array_index (self->items, TalksItem, i)) > 0)
      {
        qsort (&g_array_index (self->items, TalksItem, first), row.n, sizeof (TalksItem), compare_items);
        break;
      }
  g_array_append_val (self->rows, row);
}

void
talks_scene_enter (TalksScene *self,
                   guint       rank,
                   guint       item)
{
  self->index[rank] = item + 1;
}

/* ---- reading ---- */

TalksDocument *
talks_scene_get_document (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->document;
}

TalksTimeScale *
talks_scene_get_scale (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->scale;
}

const char *
talks_scene_get_language (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->language;
}

double
talks_scene_get_width (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return talks_time_scale_get_width (self->scale);
}

double
talks_scene_get_height (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->height;
}

const TalksSceneLane *
talks_scene_get_lanes (TalksScene *self,
                       guint      *n_lanes)
{
  g_return_val_if_fail (self != NULL && n_lanes != NULL, NULL);
  *n_lanes = self->lanes->len;
  return &g_array_index (self->lanes, TalksSceneLane, 0);
}

TalksRect
talks_scene_get_ribbons (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, ((TalksRect) { 0, 0, 0, 0 }));
  return self->ribbons;
}

const TalksSceneRibbon *
talks_scene_get_ribbon_rows (TalksScene *self,
                             guint      *n_rows)
{
  g_return_val_if_fail (self != NULL && n_rows != NULL, NULL);
  *n_rows = self->ribbon_rows->len;
  return (const TalksSceneRibbon *) (void *) self->ribbon_rows->data;
}

const char *
talks_scene_get_topic (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->topic;
}

const char *
talks_scene_get_topic_title (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->topic_title;
}

const TalksMetrics *
talks_scene_get_metrics (TalksScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return talks_material_get_metrics (self->material);
}

/* ---- finding ---- */

/* The first item of the row that ends after x; the end of the row when there is none. */
static guint
first_ending_after (const TalksScene    *self,
                    const TalksSceneRow *row,
                    double               x)
{
  guint low = row->first;
  guint high = row->first + row->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const TalksItem *item = &g_array_index (self->items, TalksItem, middle);

      if (item->bounds.x + item->bounds.width > x)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

void
talks_scene_foreach (TalksScene    *self,
                     double         from,
                     double         to,
                     TalksItemFunc  func,
                     gpointer       data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TalksSceneRow *row = &g_array_index (self->rows, TalksSceneRow, i);

      for (guint k = first_ending_after (self, row, from); k < row->first + row->n; k++)
        {
          const TalksItem *item = &g_array_index (self->items, TalksItem, k);

          if (item->bounds.x >= to)
            break;
          func (item, data);
        }
    }
}

/* How far a point is from a rectangle, in the direction that is farther. */
static double
distance (const TalksRect *rect,
          double           x,
          double           y)
{
  double dx = MAX (rect->x - x, x - (rect->x + rect->width));
  double dy = MAX (rect->y - y, y - (rect->y + rect->height));

  return MAX (MAX (dx, dy), 0);
}

const TalksItem *
talks_scene_pick (TalksScene *self,
                  double      x,
                  double      y)
{
  const TalksItem *best = NULL;
  double nearest = PICK_SLACK;

  g_return_val_if_fail (self != NULL, NULL);

  /* Folds are the last row and cover the others. */
  for (guint i = self->rows->len; i-- > 0;)
    {
      const TalksSceneRow *row = &g_array_index (self->rows, TalksSceneRow, i);

      for (guint k = first_ending_after (self, row, x - PICK_SLACK); k < row->first + row->n; k++)
        {
          const TalksItem *item = &g_array_index (self->items, TalksItem, k);
          double away = distance (&item->bounds, x, y);

          if (item->bounds.x > x + PICK_SLACK)
            break;
          if (away <= 0)
            return item;
          if (away < nearest && item->kind != TALKS_ITEM_FOLD)
            {
              nearest = away;
              best = item;
            }
        }
    }
  return best;
}

const TalksItem *
talks_scene_find (TalksScene        *self,
                  const TalksRecord *record)
{
  int rank;

  g_return_val_if_fail (self != NULL, NULL);

  rank = talks_material_find_rank (self->material, record);
  if (rank < 0 || self->index[rank] == 0)
    return NULL;
  return &g_array_index (self->items, TalksItem, self->index[rank] - 1);
}

/* ---- as text ---- */

static void
print_item (GString         *text,
            const TalksItem *item)
{
  static const char * const kinds[] = { "card", "mark", "bar", "cluster", "ribbon", "fold" };

  g_string_append_printf (text, "%s %d/%d %s %.0f+%.0f mark %.0f", kinds[item->kind], item->lane, item->row,
                          item->record != NULL ? item->record->id : item->label,
                          item->bounds.x, item->bounds.width, item->mark_x);
  if (item->label_width > 0)
    g_string_append_printf (text, " label %.0f+%.0f", item->label_x, item->label_width);
  if (item->kind == TALKS_ITEM_CARD && item->second != NULL)
    g_string_append_printf (text, " “%s”", item->second);
  if (item->turned)
    g_string_append (text, " turned");
  if (item->is_profile)
    g_string_append (text, " profile");
  if (item->kind == TALKS_ITEM_RIBBON && item->n_events > 1)
    g_string_append_printf (text, " ×%u", item->n_events);
  for (guint i = 0; item->events != NULL && i < item->n_events; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : " ", item->events[i]->record.id);
  g_string_append_c (text, '\n');
}

char *
talks_scene_to_string (TalksScene *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->items->len; i++)
    print_item (text, &g_array_index (self->items, TalksItem, i));
  return g_string_free (text, FALSE);
}
