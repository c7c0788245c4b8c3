/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-kinds.h"

#include <glib/gi18n-lib.h>

#include "talks-annotation-field.h"
#include "talks-fields.h"
#include "talks-form-words.h"

/* In characters: more does not fit the canvas. */
#define MAX_LABEL 28

static gboolean
has_source (const TalksEvent *event)
{
  if (event->sources[0] != NULL)
    return TRUE;
  for (guint i = 0; i < event->accounts->len; i++)
    if (((const TalksAccount *) event->accounts->pdata[i])->sources[0] != NULL)
      return TRUE;
  return FALSE;
}

/* Who disputes it is for the accounts to say, and who confirms it for the sources. */
static char *
tell_certainty (const TalksFormContext *context,
                gconstpointer           owner,
                TalksSayStyle          *style)
{
  const TalksEvent *event = owner;

  *style = TALKS_SAY_UNDERSTOOD;
  if (event->certainty == TALKS_CERTAINTY_DISPUTED)
    return event->accounts->len == 0 ? g_strdup (_("Say below, under accounts, who disputes it.")) : NULL;
  if (event->certainty == TALKS_CERTAINTY_CONFIRMED)
    return !has_source (event) ? g_strdup (_("Say below, under sources, who confirms it.")) : NULL;
  *style = TALKS_SAY_HELP;
  return context->adding
         ? g_strdup (_("A new event counts as reported. Choose “Confirmed” when sources that do not rest on each other "
                       "say so."))
         : NULL;
}

static const TalksFormRow clock_rows[] = {
  { .field = "start", .label = N_("Start"), .missing = N_("Give the time at which it started."),
    .flags = TALKS_ROW_NARROW, .make = talks_clock_field_new },
  { .field = "end", .label = N_("End"), .flags = TALKS_ROW_NARROW | TALKS_ROW_INLINE, .make = talks_clock_field_new },
  { .field = "zone", .label = N_("UTC"), .flags = TALKS_ROW_NARROW | TALKS_ROW_INLINE, .make = talks_zone_field_new },
  { NULL },
};

static const TalksFormRow place_rows[] = {
  { .field = "name", .label = N_("Name of the place"), .missing = N_("Give the name of the place."),
    .flags = TALKS_ROW_BARE },
  { .field = "coordinates", .label = N_("Coordinates, such as 41.04 N, 29.00 E"), .flags = TALKS_ROW_BARE },
  { NULL },
};

static const TalksFormRow attendance_rows[] = {
  { .field = "participant", .label = N_("Person"), .missing = N_("Choose who it was."), .flags = TALKS_ROW_BARE },
  { .field = "role", .label = N_("Role"), .flags = TALKS_ROW_BARE | TALKS_ROW_INLINE | TALKS_ROW_NARROW,
    .words = talks_task_words, .collect = talks_form_collect_tasks },
  { .field = "presence", .label = N_("Presence"), .flags = TALKS_ROW_BARE | TALKS_ROW_INLINE | TALKS_ROW_NARROW,
    .words = talks_presence_words },
  { .field = "note", .label = N_("Note"), .flags = TALKS_ROW_ON_DEMAND | TALKS_ROW_INLINE },
  { NULL },
};

static const TalksFormRow relation_rows[] = {
  { .field = "relation", .label = N_("Relation"), .flags = TALKS_ROW_BARE | TALKS_ROW_NARROW,
    .words = talks_relation_words, .collect = talks_form_collect_relations },
  { .field = "event", .label = N_("Event"), .missing = N_("Choose the event."),
    .flags = TALKS_ROW_BARE | TALKS_ROW_INLINE },
  { NULL },
};

static const TalksFormRow account_rows[] = {
  { .field = "claim", .label = N_("What is claimed"), .missing = N_("Say what is claimed."),
    .flags = TALKS_ROW_MULTILINE | TALKS_ROW_BARE },
  { .field = "date", .label = N_("Date"), .flags = TALKS_ROW_ON_DEMAND },
  { .field = "sources", .label = N_("Sources"), .flags = TALKS_ROW_BARE, .add = N_("Add a source of this account…") },
  { NULL },
};

static const TalksFormRow rows[] = {
  { .field = "title", .label = N_("Title"), .missing = N_("Give the event a title.") },
  { .field = "date", .label = N_("Date"), .missing = N_("Give the date of the event."),
    .help = N_("In words or digits: “16 May 2025”, “about 15 April 2022”, “2022-03-14/2022-03-17”.") },
  { .field = "label", .label = N_("Label"), .limit = MAX_LABEL,
    .help = N_("The short text on the timeline. Without it the title stands there, cut to what fits.") },
  { .field = "place", .label = N_("Place"), .rows = place_rows },
  { .field = "kind", .label = N_("Kind"), .missing = N_("Choose a kind: it decides about the lane."),
    .flags = TALKS_ROW_NARROW, .collect = talks_form_collect_kinds },
  { .field = "certainty", .label = N_("Certainty"), .flags = TALKS_ROW_NARROW, .words = talks_certainty_words,
    .tell = tell_certainty },
  { .field = "summary", .label = N_("Summary"), .flags = TALKS_ROW_MULTILINE },
  { .field = "outcome", .label = N_("Outcome"), .flags = TALKS_ROW_MULTILINE },
  { .field = "attendance", .label = N_("Attendance"), .rows = attendance_rows, .add = N_("Add a person…"),
    .by = "participant" },
  { .field = "sources", .label = N_("Sources"), .add = N_("Add a source…") },
  { .label = N_("Annotation"), .make = talks_annotation_field_new, .flags = TALKS_ROW_MULTILINE },
  { .field = "accounts", .label = N_("Accounts"), .rows = account_rows, .add = N_("Add an account"),
    .help = N_("Where sources differ: what each says, side by side.") },
  { .field = "related", .label = N_("Related events"), .rows = relation_rows, .add = N_("Add a related event…"),
    .by = "event" },
  { .field = "time", .label = N_("Time of day"), .rows = clock_rows,
    .help = N_("Only where a source gives it, by the clock of the place.") },
  { .field = "time_note", .label = N_("Note on the time") },
  { .field = "format", .label = N_("Format"), .flags = TALKS_ROW_NARROW, .collect = talks_form_collect_formats },
  { .field = "note", .label = N_("Note"), .flags = TALKS_ROW_MULTILINE },
  { NULL },
};

/* The format has no word for an event of which nobody has said how certain it is: without the member it is confirmed. That
 * is for somebody to say, who knows by which sources; until then the least is said that can be. */
static void
prepare (const TalksFormContext *context)
{
  ((TalksEvent *) context->draft)->certainty = TALKS_CERTAINTY_REPORTED;
}

const TalksFormKind talks_event_form = {
  .kind = TALKS_RECORD_EVENT,
  .add_title = N_("Add an Event"),
  .edit_title = N_("Edit Event"),
  .add_step = N_("Add the event “%s”"),
  .edit_step = N_("Change the event “%s”"),
  .rows = rows,
  .prepare = prepare,
  .extend = talks_annotation_field_extend,
  .name_step = talks_annotation_field_name_step,
};
