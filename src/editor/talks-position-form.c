/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Positions, and the topics that they are about. */

#include "talks-form-kinds.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"
#include "talks-form-words.h"

/* In characters: more does not fit the ribbons. */
#define MAX_LABEL 40

/* ---- positions ---- */

/* The latest position of the party on the topic before this one, which it may replace. */
static char *
tell_replaces (const TalksFormContext *context,
               gconstpointer           owner,
               TalksSayStyle          *style)
{
  const TalksPosition *position = owner;
  const TalksPosition *before = NULL;
  TalksDocument *document = talks_session_get_document (context->session);
  GPtrArray *others;
  g_autofree char *date = NULL;

  if (position->replaces != NULL || position->party == NULL || position->topic == NULL || position->date == NULL)
    return NULL;
  others = talks_document_get_positions (document, position->party, position->topic);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const TalksPosition *other = g_ptr_array_index (others, i);

      if (!g_str_equal (other->record.id, position->record.id)
          && talks_date_get_sort_day (other->date) < talks_date_get_sort_day (position->date))
        before = other;
    }
  if (before == NULL)
    return NULL;
  *style = TALKS_SAY_HELP;
  date = talks_date_to_words (before->date, TALKS_DATE_STYLE_MEDIUM);
  return g_strdup_printf (_("The one before it is “%1$s”, %2$s."),
                          talks_text_show (before->label, talks_session_get_language (context->session)), date);
}

/* Stated at an event that is chosen already: on the day of it. */
static void
prepare_position (const TalksFormContext *context)
{
  TalksPosition *position = (TalksPosition *) context->draft;
  TalksEvent *event = talks_document_lookup_kind (talks_session_get_document (context->session), TALKS_RECORD_EVENT,
                                                  position->event);

  if (position->date == NULL && event != NULL)
    position->date = talks_date_ref (event->date);
}

static const TalksFormRow quote_rows[] = {
  { .field = "text", .label = N_("The words as the source gives them"), .missing = N_("Give the words of the quote."),
    .flags = TALKS_ROW_MULTILINE | TALKS_ROW_BARE },
  { .field = "language", .label = N_("Language"), .flags = TALKS_ROW_NARROW, .collect = talks_form_collect_languages },
  { .field = "translated", .label = N_("Translated"), .flags = TALKS_ROW_BARE | TALKS_ROW_INLINE },
  { .field = "note", .label = N_("Note"), .flags = TALKS_ROW_ON_DEMAND | TALKS_ROW_INLINE },
  { NULL },
};

static const TalksFormRow position_rows[] = {
  { .field = "party", .label = N_("Party"), .missing = N_("Choose whose position it is.") },
  { .field = "topic", .label = N_("Topic"), .missing = N_("Choose what it is about.") },
  { .field = "date", .label = N_("Date"), .missing = N_("Give the date on which it was stated."),
    .help = N_("In words or digits: “16 May 2025”, “about 15 April 2022”, “2022-03-14/2022-03-17”.") },
  { .field = "stance", .label = N_("Stance"), .missing = N_("Say what was stated."), .flags = TALKS_ROW_MULTILINE,
    .help = N_("What the party stated, in neutral words.") },
  { .field = "label", .label = N_("Label"), .limit = MAX_LABEL,
    .help = N_("The short text on the ribbon. Without it the stance stands there, cut to what fits.") },
  { .field = "participant", .label = N_("Speaker") },
  { .field = "event", .label = N_("Stated at") },
  { .field = "quote", .label = N_("Quote"), .rows = quote_rows },
  { .field = "replaces", .label = N_("Replaces"), .tell = tell_replaces },
  { .field = "sources", .label = N_("Sources"), .add = N_("Add a source…") },
  { NULL },
};

const TalksFormKind talks_position_form = {
  .kind = TALKS_RECORD_POSITION,
  .add_title = N_("Add a Position"),
  .edit_title = N_("Edit Position"),
  .add_step = N_("Add the position “%s”"),
  .edit_step = N_("Change the position “%s”"),
  .rows = position_rows,
  .prepare = prepare_position,
};

/* ---- topics ---- */

static const TalksFormRow topic_rows[] = {
  { .field = "name", .label = N_("Name"), .missing = N_("Give the topic a name.") },
  { .field = "description", .label = N_("Description"), .flags = TALKS_ROW_MULTILINE },
  { NULL },
};

const TalksFormKind talks_topic_form = {
  .kind = TALKS_RECORD_TOPIC,
  .add_title = N_("Add a Topic"),
  .edit_title = N_("Edit Topic"),
  .add_step = N_("Add the topic “%s”"),
  .edit_step = N_("Change the topic “%s”"),
  .rows = topic_rows,
};
