/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parties, and the people who belong to them. */

#include "talks-form-kinds.h"

#include <glib/gi18n-lib.h>

#include "talks-fields.h"
#include "talks-form-words.h"

/* ---- parties ---- */

static const TalksParty *
find_same_mark (const TalksFormContext *context,
                const TalksParty       *party)
{
  GPtrArray *parties = talks_document_get_records (talks_session_get_document (context->session), TALKS_RECORD_PARTY);

  for (guint i = 0; i < parties->len; i++)
    {
      const TalksParty *other = g_ptr_array_index (parties, i);

      if (other->mark == party->mark && party->color != NULL && g_ascii_strcasecmp (other->color, party->color) == 0
          && !g_str_equal (other->record.id, party->record.id))
        return other;
    }
  return NULL;
}

static char *
tell_mark (const TalksFormContext *context,
           gconstpointer           owner,
           TalksSayStyle          *style)
{
  const TalksParty *other = find_same_mark (context, owner);

  if (other == NULL)
    return NULL;
  *style = TALKS_SAY_WARNING;
  return g_strdup_printf (_("“%s” has the same mark in the same colour."),
                          talks_text_show (other->name, talks_session_get_language (context->session)));
}

/* A mark that fewest others have. */
static void
prepare_party (const TalksFormContext *context)
{
  GPtrArray *parties = talks_document_get_records (talks_session_get_document (context->session), TALKS_RECORD_PARTY);
  TalksParty *party = (TalksParty *) context->draft;
  guint counts[TALKS_N_MARKS] = { 0 };

  if (party->color != NULL)
    return;
  for (guint i = 0; i < parties->len; i++)
    counts[((const TalksParty *) g_ptr_array_index (parties, i))->mark]++;
  for (guint mark = 0; mark < TALKS_N_MARKS; mark++)
    if (counts[mark] < counts[party->mark])
      party->mark = (TalksMark) mark;
}

static const TalksFormRow party_rows[] = {
  { .field = "name", .label = N_("Name"), .missing = N_("Give the party a name.") },
  { .field = "short", .label = N_("Short name"),
    .help = N_("Where there is little room: “UK”, “EU”. Without it the name stands there.") },
  { .field = "kind", .label = N_("Kind"), .flags = TALKS_ROW_NARROW, .words = talks_party_kind_words },
  { .field = "side", .label = N_("Side"), .flags = TALKS_ROW_NARROW, .words = talks_side_words,
    .collect = talks_form_collect_sides,
    .help = N_("Parties of one word sit on one side. Mediators and others are on no side of the dispute.") },
  { .field = "mark", .label = N_("Mark"), .flags = TALKS_ROW_NARROW, .words = talks_mark_words,
    .make = talks_mark_field_new, .tell = tell_mark },
  { .field = "color", .label = N_("Colour"), .missing = N_("Choose a colour."), .make = talks_color_field_new },
  { .field = "description", .label = N_("Description"), .flags = TALKS_ROW_MULTILINE },
  { NULL },
};

const TalksFormKind talks_party_form = {
  .kind = TALKS_RECORD_PARTY,
  .add_title = N_("Add a Party"),
  .edit_title = N_("Edit Party"),
  .add_step = N_("Add the party “%s”"),
  .edit_step = N_("Change the party “%s”"),
  .rows = party_rows,
  .prepare = prepare_party,
};

/* ---- people ---- */

static const TalksFormRow role_rows[] = {
  { .field = "title", .label = N_("Office or task"), .missing = N_("Give the office a title."),
    .flags = TALKS_ROW_BARE },
  { .field = "from", .label = N_("From") },
  { .field = "to", .label = N_("To"), .flags = TALKS_ROW_INLINE },
  { NULL },
};

static const TalksFormRow participant_rows[] = {
  { .field = "name", .label = N_("Name"), .missing = N_("Give the name of the person.") },
  { .field = "native_name", .label = N_("Native name"),
    .help = N_("As the person writes it, in their own script.") },
  { .field = "party", .label = N_("Party") },
  { .field = "roles", .label = N_("Roles"), .rows = role_rows, .add = N_("Add a role"),
    .help = N_("Offices and tasks, and the days on which the sources attest them.") },
  { .field = "description", .label = N_("Description"), .flags = TALKS_ROW_MULTILINE },
  { .field = "sources", .label = N_("Sources"), .add = N_("Add a source…") },
  { NULL },
};

const TalksFormKind talks_participant_form = {
  .kind = TALKS_RECORD_PARTICIPANT,
  .add_title = N_("Add a Person"),
  .edit_title = N_("Edit Person"),
  .add_step = N_("Add the person “%s”"),
  .edit_step = N_("Change the person “%s”"),
  .rows = participant_rows,
};
