/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-offers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "talks-date-words.h"
#include "talks-query.h"
#include "talks-session-marks.h"
#include "talks-shown.h"

void
talks_offer_free (TalksOffer *offer)
{
  g_free (offer->key);
  g_free (offer->name);
  g_free (offer->detail);
  g_clear_pointer (&offer->lesson, talks_lesson_unref);
  g_free (offer);
}

/* Takes name and lesson; a lesson without steps is not offered. about may be NULL. */
static void
add (GPtrArray   *offers,
     const char  *key,
     char        *name,
     const char  *about,
     TalksLesson *lesson)
{
  const guint n_steps = talks_lesson_get_n_steps (lesson);
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", n_steps), n_steps);
  TalksOffer *offer;

  if (n_steps == 0)
    {
      g_free (name);
      talks_lesson_unref (lesson);
      return;
    }
  offer = g_new0 (TalksOffer, 1);
  offer->key = g_strdup (key);
  offer->name = name;
  offer->detail = about != NULL && *about != '\0' ? g_strdup_printf ("%s · %s", steps, about) : g_strdup (steps);
  offer->lesson = lesson;
  g_ptr_array_add (offers, offer);
}

static void
add_tours (GPtrArray    *offers,
           TalksSession *session)
{
  GPtrArray *tours = talks_document_get_records (talks_session_get_document (session), TALKS_RECORD_TOUR);
  const char *lang = talks_session_get_language (session);

  for (guint i = 0; i < tours->len; i++)
    {
      TalksTour *tour = tours->pdata[i];

      add (offers, tour->record.id, g_strdup (talks_text_show (tour->title, lang)),
           tour->description != NULL ? talks_text_show (tour->description, lang) : NULL,
           talks_lesson_new_from_tour (tour));
    }
}

static TalksLesson *
new_lesson (TalksDocument *document,
            const char    *title,
            GPtrArray     *ids)
{
  g_autoptr (TalksText) text = talks_text_new_plain (title);

  g_ptr_array_add (ids, NULL);
  return talks_lesson_new_from_ids (document, text, (const char * const *) ids->pdata);
}

/* The events that are found, and those at which a position that is found was stated, each once. */
static void
add_found (GPtrArray    *offers,
           TalksSession *session)
{
  TalksDocument *document = talks_session_get_document (session);
  const char *query = talks_session_get_query (session);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *events = talks_document_get_events_by_time (document);
  char *name;

  if (*query == '\0')
    return;
  hits = talks_query_run (document, query, talks_session_get_language (session));
  for (guint i = 0; i < hits->len; i++)
    {
      const TalksRecord *record = ((TalksHit *) hits->pdata[i])->record;

      if (record->kind == TALKS_RECORD_EVENT)
        g_hash_table_add (seen, record->id);
      else if (record->kind == TALKS_RECORD_POSITION && ((TalksPosition *) record)->event != NULL)
        g_hash_table_add (seen, ((TalksPosition *) record)->event);
    }
  for (guint i = 0; i < events->len; i++)
    if (g_hash_table_contains (seen, ((TalksRecord *) events->pdata[i])->id))
      g_ptr_array_add (ids, ((TalksRecord *) events->pdata[i])->id);
  name = g_strdup_printf (_("What is found: “%s”"), query);
  add (offers, "found", name, NULL, new_lesson (document, query, ids));
}

static void
add_marked (GPtrArray    *offers,
            TalksSession *session)
{
  g_autoptr (GPtrArray) marked = talks_session_list_marked (session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < marked->len; i++)
    g_ptr_array_add (ids, ((TalksRecord *) marked->pdata[i])->id);
  add (offers, "marked", g_strdup (_("The marked events")), NULL,
       new_lesson (talks_session_get_document (session), _("Marked events"), ids));
}

static void
add_selected (GPtrArray    *offers,
              TalksSession *session)
{
  TalksEvent *event = talks_session_get_event (session);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char *title;

  if (event == NULL)
    return;
  title = talks_text_show (event->title, talks_session_get_language (session));
  g_ptr_array_add (ids, event->record.id);
  add (offers, "selected", g_strdup (_("The selected event")), title,
       new_lesson (talks_session_get_document (session), title, ids));
}

static void
add_view (GPtrArray    *offers,
          TalksSession *session)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *words = NULL;
  g_autoptr (TalksText) title = NULL;
  TalksSpan span;
  double from;
  double to;

  talks_viewport_get_visible (talks_session_get_viewport (session), &from, &to);
  span = talks_span_make ((TalksDay) floor (from), (TalksDay) ceil (to));
  first = talks_day_to_words (span.start, TALKS_DATE_STYLE_MEDIUM);
  last = talks_day_to_words (span.end - 1, TALKS_DATE_STYLE_MEDIUM);
  words = g_strdup_printf ("%s – %s", first, last);
  title = talks_text_new_plain (words);
  add (offers, "view", g_strdup (_("This span of time")), words,
       talks_lesson_new_from_span (talks_session_get_document (session), title, span));
}

GPtrArray *
talks_offers_list (TalksSession *session)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_offer_free);

  g_return_val_if_fail (TALKS_IS_SESSION (session), NULL);

  add_tours (offers, session);
  add_found (offers, session);
  add_marked (offers, session);
  add_selected (offers, session);
  add_view (offers, session);
  return offers;
}
