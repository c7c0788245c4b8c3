/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn, in words: for screen readers, tooltips and the clipboard. */

#include "talks-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "talks-date-words.h"
#include "talks-shown.h"
#include "talks-vocabulary.h"

TalksEvent *
talks_timeline_item_first_event (const TalksItem *item)
{
  /* Ribbons count positions where others count events. */
  return item->events != NULL && item->n_events > 0 ? item->events[0] : NULL;
}

/* The words for the days of a span whose end is not in it. */
static char *
span_to_words (TalksSpan span)
{
  g_autofree char *from = talks_day_to_words (span.start, TALKS_DATE_STYLE_MEDIUM);
  g_autofree char *to = NULL;

  if (!talks_span_is_open (span) && span.end <= span.start + 1)
    return g_steal_pointer (&from);
  to = talks_day_to_words (span.end == TALKS_DAY_MAX ? span.end : span.end - 1,
                           TALKS_DATE_STYLE_MEDIUM);
  /* Translators: first and last date of a period */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

static char *
describe_event (TalksScene       *scene,
                const TalksItem  *item,
                const TalksEvent *event)
{
  const char *language = talks_scene_get_language (scene);
  const char *title = talks_text_show (event->title, language);
  g_autofree char *date = talks_date_to_words (event->date, TALKS_DATE_STYLE_FULL);
  guint n_lanes;
  const TalksSceneLane *lanes = talks_scene_get_lanes (scene, &n_lanes);

  if (item->lane >= 0 && (guint) item->lane < n_lanes)
    /* Translators: what a screen reader says of an event: date, title, lane, certainty */
    return g_strdup_printf (_("%1$s: %2$s; %3$s; %4$s"), date, title, lanes[item->lane].title,
                            talks_certainty_to_words (event->certainty));
  /* Translators: what a screen reader says of an event: date, title, certainty */
  return g_strdup_printf (_("%1$s: %2$s; %3$s"), date, title, talks_certainty_to_words (event->certainty));
}

static char *
describe_position (TalksScene          *scene,
                   const TalksItem     *item,
                   const TalksPosition *position)
{
  const char *language = talks_scene_get_language (scene);
  TalksParty *party = talks_document_lookup_kind (talks_scene_get_document (scene),
                                                  TALKS_RECORD_PARTY, position->party);
  const char *party_name = party != NULL ? talks_text_show (party->name, language)
                                         : position->party;
  g_autofree char *date = talks_date_to_words (position->date, TALKS_DATE_STYLE_FULL);
  guint others = item->n_events > 1 ? item->n_events - 1 : 0;

  if (others > 0)
    /* Translators: what a screen reader says of a position: date, party, what it stated, and
     * how many more positions were stated that day */
    return g_strdup_printf (ngettext ("%1$s: position of %2$s: %3$s; %4$u more that day",
                                      "%1$s: position of %2$s: %3$s; %4$u more that day", others),
                            date, party_name, talks_text_show (position->stance, language), others);
  /* Translators: what a screen reader says of a position: date, party, what it stated */
  return g_strdup_printf (_("%1$s: position of %2$s: %3$s"), date, party_name,
                          talks_text_show (position->stance, language));
}

static char *
describe_group (TalksScene      *scene,
                const TalksItem *item)
{
  g_autofree char *days = span_to_words (item->span);

  if (item->kind == TALKS_ITEM_FOLD)
    return g_strdup_printf (ngettext ("Quiet period, folded: %2$s; %1$u event",
                                      "Quiet period, folded: %2$s; %1$u events", item->n_events),
                            item->n_events, days);
  return g_strdup_printf (ngettext ("%1$u event, %2$s", "%1$u events, %2$s", item->n_events),
                          item->n_events, days);
}

char *
talks_timeline_describe_item (TalksScene      *scene,
                              const TalksItem *item)
{
  if (item->record != NULL && item->record->kind == TALKS_RECORD_EVENT)
    return describe_event (scene, item, (const TalksEvent *) item->record);
  if (item->record != NULL && item->record->kind == TALKS_RECORD_POSITION)
    return describe_position (scene, item, (const TalksPosition *) item->record);
  return describe_group (scene, item);
}

char *
talks_timeline_events_to_text (TalksEvent * const *events,
                               guint               n_events,
                               const char         *language)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *date = talks_date_to_words (events[i]->date, TALKS_DATE_STYLE_FULL);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: date and title of an event */
      g_string_append_printf (text, _("%1$s: %2$s"), date, talks_text_show (events[i]->title, language));
    }
  return g_string_free (text, FALSE);
}

char *
talks_timeline_item_to_text (TalksScene      *scene,
                             const TalksItem *item)
{
  const char *language = talks_scene_get_language (scene);

  if (item->kind == TALKS_ITEM_FOLD)
    return NULL;
  if (item->record == NULL)
    return talks_timeline_events_to_text (item->events, item->n_events, language);
  if (talks_record_get_date (item->record) != NULL)
    {
      g_autofree char *date = talks_date_to_words (talks_record_get_date (item->record), TALKS_DATE_STYLE_FULL);

      return g_strdup_printf (_("%1$s: %2$s"), date,
                              talks_record_get_title (item->record, language));
    }
  return g_strdup (talks_record_get_title (item->record, language));
}

/* Whether the picture says less than title. */
static gboolean
is_cut (const TalksItem *item,
        const char      *label,
        const char      *title,
        PangoContext    *context)
{
  g_autoptr(PangoLayout) layout = NULL;
  g_autofree char *line = NULL;
  int width;

  if (g_strcmp0 (label, title) != 0)
    return TRUE;
  line = talks_shown_dup_line (label);
  layout = pango_layout_new (context);
  pango_layout_set_text (layout, line, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return item->label_width < width;
}

static char *
cluster_to_tooltip (TalksScene      *scene,
                    const TalksItem *item)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *head = describe_group (scene, item);
  const guint most = 8;

  g_string_append (text, head);
  for (guint i = 0; i < MIN (item->n_events, most); i++)
    {
      g_autofree char *date = talks_date_to_words (item->events[i]->date, TALKS_DATE_STYLE_SHORT);
      g_autofree char *label = talks_shown_dup_line (talks_text_show (item->events[i]->label,
                                                                      talks_scene_get_language (scene)));

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("%1$s: %2$s"), date, label);
    }
  if (item->n_events > most)
    {
      guint rest = item->n_events - most;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", rest), rest);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
talks_timeline_item_to_tooltip (TalksScene      *scene,
                                const TalksItem *item,
                                PangoContext    *context)
{
  const char *language = talks_scene_get_language (scene);
  g_autofree char *date = NULL;
  g_autofree char *line = NULL;

  if (item->kind == TALKS_ITEM_CLUSTER)
    return cluster_to_tooltip (scene, item);
  if (item->record != NULL && item->record->kind == TALKS_RECORD_EVENT)
    {
      const TalksEvent *event = (const TalksEvent *) item->record;
      const char *title = talks_text_show (event->title, language);

      if (!is_cut (item, talks_text_show (event->label, language), title, context))
        return NULL;
      date = talks_date_to_words (event->date, TALKS_DATE_STYLE_FULL);
      /* Translators: a tooltip: title, and below it date and certainty */
      line = talks_shown_dup_line (title);
      return g_strdup_printf (_("%1$s\n%2$s · %3$s"), line, date,
                              talks_certainty_to_words (event->certainty));
    }
  if (item->record != NULL && item->record->kind == TALKS_RECORD_POSITION)
    {
      const TalksPosition *position = (const TalksPosition *) item->record;
      const char *stance = talks_text_show (position->stance, language);

      if (!is_cut (item, talks_text_show (position->label, language), stance, context))
        return NULL;
      date = talks_date_to_words (position->date, TALKS_DATE_STYLE_FULL);
      /* Translators: a tooltip: what was stated, and below it when */
      line = talks_shown_dup_line (stance);
      return g_strdup_printf (_("%1$s\n%2$s"), line, date);
    }
  return NULL;
}

/* "February 2022" */
static char *
month_to_words (TalksDay day)
{
  g_autofree char *month = NULL;
  g_autoptr(TalksDate) date = NULL;
  int64_t year;
  int number;

  talks_day_to_civil (day, &year, &number, NULL);
  if (year >= 0 && year <= 9999)
    {
      month = g_strdup_printf ("%04d-%02d", (int) year, number);
      date = talks_date_parse (month, NULL);
    }
  if (date == NULL)
    return talks_day_to_words (day, TALKS_DATE_STYLE_MEDIUM);
  return talks_date_to_words (date, TALKS_DATE_STYLE_MEDIUM);
}

char *
talks_timeline_describe_document (TalksSession *session)
{
  TalksDocument *document = talks_session_get_document (session);
  guint n_events = talks_document_count (document, TALKS_RECORD_EVENT);
  TalksSpan extent = talks_document_get_extent (document);
  g_autofree char *from = month_to_words (extent.start);
  g_autofree char *to = month_to_words (extent.end - 1);

  if (n_events == 0)
    return g_strdup (_("No events yet"));
  if (strcmp (from, to) == 0)
    return g_strdup_printf (ngettext ("%1$u event, %2$s", "%1$u events, %2$s", n_events),
                            n_events, from);
  /* Translators: how many events, first and last month */
  return g_strdup_printf (ngettext ("%1$u event, %2$s to %3$s", "%1$u events, %2$s to %3$s",
                                    n_events), n_events, from, to);
}

char *
talks_timeline_describe_view (TalksSession *session)
{
  double from;
  double to;

  talks_viewport_get_visible (talks_session_get_viewport (session), &from, &to);
  return span_to_words (talks_span_make ((TalksDay) floor (from), (TalksDay) ceil (to)));
}
