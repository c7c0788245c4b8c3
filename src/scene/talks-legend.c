/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-legend.h"

#include "talks-gettext.h"
#include "talks-label.h"
#include "talks-mark.h"

struct _TalksLegend
{
  TalksDocument *document;
  GPtrArray *parties;
  char      *language;
  gboolean   looks[4]; /* by TalksMarkLook */
};

/* ---- what is seen ---- */

static gboolean
is_seen (const TalksTimeScale *scale,
         const TalksDate      *date)
{
  return talks_span_overlaps (talks_time_scale_get_extent (scale), talks_span_from_date (date))
         && talks_time_scale_fold_at_day (scale, (double) talks_date_get_sort_day (date)) < 0;
}

/* How the painter shows an event. */
static TalksMarkLook
look_of (const TalksEvent *event)
{
  if (event->certainty == TALKS_CERTAINTY_DISPUTED)
    return TALKS_MARK_QUERY;
  if (event->certainty == TALKS_CERTAINTY_REPORTED)
    return TALKS_MARK_HOLLOW;
  return TALKS_MARK_FILLED;
}

static void
collect_from_events (TalksLegend          *self,
                     TalksDocument        *document,
                     const TalksTimeScale *scale,
                     GHashTable           *parties)
{
  GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);

  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = g_ptr_array_index (events, i);
      TalksParty *party;

      if (!is_seen (scale, event->date))
        continue;
      party = talks_document_get_event_party (document, event);
      if (party != NULL)
        g_hash_table_add (parties, party);
      self->looks[look_of (event)] = TRUE;
      if (talks_date_get_flags (event->date) & TALKS_DATE_SOFT)
        self->looks[TALKS_MARK_SOFT] = TRUE;
    }
}

static void
collect_from_positions (TalksDocument        *document,
                        const TalksTimeScale *scale,
                        const char           *topic,
                        GHashTable           *parties)
{
  GPtrArray *positions = talks_document_get_records (document, TALKS_RECORD_POSITION);
  TalksSpan extent = talks_time_scale_get_extent (scale);

  for (guint i = 0; i < positions->len && topic != NULL; i++)
    {
      const TalksPosition *position = g_ptr_array_index (positions, i);
      TalksParty *party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, position->party);

      /* Once stated it stands: also those of before the span reach into it. */
      if (party != NULL && g_str_equal (position->topic, topic)
          && talks_date_get_earliest (position->date) < extent.end)
        g_hash_table_add (parties, party);
    }
}

TalksLegend *
talks_legend_new (TalksScene *scene)
{
  TalksLegend *self;
  TalksDocument *document;
  TalksTimeScale *scale;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *parties;

  g_return_val_if_fail (scene != NULL, NULL);

  document = talks_scene_get_document (scene);
  scale = talks_scene_get_scale (scene);
  self = g_new0 (TalksLegend, 1);
  self->document = g_object_ref (document);
  self->language = g_strdup (talks_scene_get_language (scene));
  self->parties = g_ptr_array_new_with_free_func (talks_record_unref);
  self->looks[TALKS_MARK_FILLED] = TRUE;

  collect_from_events (self, document, scale, seen);
  collect_from_positions (document, scale, talks_scene_get_topic (scene), seen);
  parties = talks_document_get_records (document, TALKS_RECORD_PARTY);
  for (guint i = 0; i < parties->len; i++)
    if (g_hash_table_contains (seen, g_ptr_array_index (parties, i)))
      g_ptr_array_add (self->parties, talks_record_ref (g_ptr_array_index (parties, i)));
  return self;
}

void
talks_legend_free (TalksLegend *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parties);
  g_free (self->language);
  g_object_unref (self->document);
  g_free (self);
}

GPtrArray *
talks_legend_get_parties (TalksLegend *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->parties;
}

/* ---- drawing ---- */

typedef struct
{
  cairo_t          *cr;
  const TalksPaint *paint;
  TalksLabels      *labels;
  double            em;
  double            line;
  double            width;
  double            x;
  double            y; /* middle of the line */
} Pen;

static void
put_entry (Pen           *pen,
           TalksMark      mark,
           guint          grain,
           TalksMarkLook  look,
           TalksColor     color,
           const char    *text)
{
  double size = pen->em * 0.8;
  double indent = size * (look == TALKS_MARK_QUERY ? 2.0 : 1.55);
  double label = talks_labels_measure (pen->labels, text, TALKS_LABEL_PLAIN) + 2;
  double whole = MIN (indent + label, pen->width);

  if (pen->x > 0 && pen->x + whole > pen->width)
    {
      pen->x = 0;
      pen->y += pen->line;
    }
  if (pen->cr != NULL)
    {
      talks_mark_draw_grained (pen->cr, mark, grain, look, pen->x + size * 0.6, pen->y, size, color,
                               pen->paint->palette->surface);
      talks_labels_draw (pen->labels, pen->cr, text, TALKS_LABEL_PLAIN, pen->paint->palette->text,
                         pen->x + indent, pen->y, whole - indent, TALKS_ALIGN_LEFT);
    }
  pen->x += whole + pen->em * 1.5;
}

double
talks_legend_draw (TalksLegend      *self,
                   cairo_t          *cr,
                   const TalksPaint *paint,
                   double            width)
{
  const struct
  {
    TalksMarkLook look;
    const char   *text;
  } looks[] = {
    { TALKS_MARK_FILLED, C_("certainty in a legend", "confirmed") },
    { TALKS_MARK_HOLLOW, C_("certainty in a legend", "reported") },
    { TALKS_MARK_QUERY, C_("certainty in a legend", "disputed") },
    { TALKS_MARK_SOFT, C_("certainty in a legend", "date uncertain") },
  };
  Pen pen = { .cr = cr, .paint = paint, .width = width };

  g_return_val_if_fail (self != NULL && paint != NULL, 0);

  pen.labels = talks_labels_get (paint->context);
  pen.em = talks_labels_get_em (pen.labels);
  pen.line = talks_labels_get_line_height (pen.labels, TALKS_LABEL_PLAIN) + pen.em * 0.4;
  pen.y = pen.line / 2;
  for (guint i = 0; i < self->parties->len; i++)
    {
      const TalksParty *party = g_ptr_array_index (self->parties, i);

      put_entry (&pen, party->mark,
                 paint->palette->theme == TALKS_THEME_MONO ? talks_mark_get_grain (self->document, party) : 0,
                 TALKS_MARK_FILLED,
                 talks_palette_party (paint->palette, party->color),
                 talks_text_show (party->name, self->language));
    }
  if (self->parties->len > 0)
    {
      pen.x = 0;
      pen.y += pen.line;
    }
  for (size_t i = 0; i < G_N_ELEMENTS (looks); i++)
    if (self->looks[looks[i].look])
      put_entry (&pen, TALKS_MARK_CIRCLE, 0, looks[i].look, paint->palette->dim_text, looks[i].text);
  return pen.y + pen.line / 2;
}
