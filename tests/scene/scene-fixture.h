/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of scene and painter share: a small document with everything in it, and how to lay
 * it out. */

#pragma once

#include <pango/pangocairo.h>

#include "talks-scene.h"
#include "talks-test-support.h"

G_BEGIN_DECLS

/* "Sans 10" at 96 dots an inch. */
static inline PangoContext *
fixture_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  pango_cairo_context_set_resolution (context, 96);
  return context;
}

static inline void
fixture_add_event (TalksDocument  *document,
                   const char     *id,
                   const char     *kind,
                   const char     *date,
                   TalksCertainty  certainty)
{
  TalksEvent *event = talks_test_event_new (id, kind, date);

  event->certainty = certainty;
  talks_test_attend (event, "anna", "speaker", TALKS_PRESENCE_PRESENT);
  if (g_str_equal (kind, "talks"))
    talks_test_attend (event, "boris", "head of delegation", TALKS_PRESENCE_PRESENT);
  talks_test_add (document, event);
}

/* Two sides and a mediator in 2022 and 2025, quiet between; every kind of date and certainty. */
static inline TalksDocument *
fixture_document_new (void)
{
  TalksDocument *document = talks_document_new ();
  TalksParty *party;

  talks_test_add (document, talks_test_lane_new ("meetings", "talks summit"));
  talks_test_add (document, talks_test_lane_new ("words", "statement"));
  talks_test_add (document, talks_test_topic_new ("truce"));
  party = talks_test_party_new ("middle", "mediator");
  party->mark = TALKS_MARK_TRIANGLE;
  talks_test_add (document, party);
  talks_test_add (document, talks_test_party_new ("north", "north"));
  party = talks_test_party_new ("south", "south");
  party->mark = TALKS_MARK_DIAMOND;
  talks_test_add (document, party);
  talks_test_add (document, talks_test_participant_new ("anna", "north"));
  talks_test_add (document, talks_test_participant_new ("boris", "south"));

  fixture_add_event (document, "first", "talks", "2022-02-28", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "long", "talks", "2022-03-14/2022-03-21", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "secret", "talks", "2022-03-28~", TALKS_CERTAINTY_REPORTED);
  fixture_add_event (document, "said", "statement", "2022-03-05", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "heard", "statement", "2022-03-09", TALKS_CERTAINTY_REPORTED);
  fixture_add_event (document, "denied", "statement", "2022-03-12?", TALKS_CERTAINTY_DISPUTED);
  fixture_add_event (document, "sometime", "statement", "2022-03", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "pause", "statement", "2022-04-01/2022-04-20", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "rumour", "statement", "2022-04-02/2022-04-18", TALKS_CERTAINTY_DISPUTED);
  fixture_add_event (document, "unended", "statement", "2022-04-22/", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "hidden-a", "statement", "2023-05-01", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "hidden-b", "talks", "2024-02", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "emerging", "statement", "2024-12-01/2025-04-01", TALKS_CERTAINTY_CONFIRMED);
  fixture_add_event (document, "open", "statement", "2025-03-01/..", TALKS_CERTAINTY_CONFIRMED);
  for (int i = 1; i < 31; i += 10)
    {
      g_autofree char *id = g_strdup_printf ("later-%d", i);
      g_autofree char *date = g_strdup_printf ("2025-04-%02d", i);

      fixture_add_event (document, id, "statement", date, TALKS_CERTAINTY_CONFIRMED);
    }
  fixture_add_event (document, "last", "talks", "2025-05-16", TALKS_CERTAINTY_CONFIRMED);

  talks_test_add (document, talks_test_position_new ("north-1", "north", "truce", "2022-03-01"));
  talks_test_add (document, talks_test_position_new ("north-2", "north", "truce", "2022-03-20"));
  talks_test_add (document, talks_test_position_new ("north-3", "north", "truce", "2022-03-20"));
  talks_test_add (document, talks_test_position_new ("north-4", "north", "truce", "2023-06-01"));
  talks_test_add (document, talks_test_position_new ("north-5", "north", "truce", "2023-07-01"));
  talks_test_add (document, talks_test_position_new ("middle-1", "middle", "truce", "2025-03-10"));
  talks_test_add (document, talks_test_position_new ("south-1", "south", "truce", "2022-04-10"));
  return document;
}

static inline TalksTimeScale *
fixture_scale_new (double   zoom,
                   gboolean mirrored)
{
  const TalksSpan extent = { talks_test_day ("2022-02-20"), talks_test_day ("2025-05-30") };
  const TalksSpan fold = { talks_test_day ("2022-05-10"), talks_test_day ("2025-02-01") };

  return talks_time_scale_new (extent, zoom, &fold, 1, mirrored);
}

G_END_DECLS
