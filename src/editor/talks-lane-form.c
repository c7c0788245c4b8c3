/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-kinds.h"

#include <glib/gi18n-lib.h>

/* Kinds of events that no lane names go to the last lane: offer them. */
static char *
tell_kinds (const TalksFormContext *context,
            gconstpointer           owner,
            TalksSayStyle          *style)
{
  TalksDocument *document = talks_session_get_document (context->session);
  GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  GPtrArray *lanes = talks_document_get_records (document, TALKS_RECORD_LANE);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) homeless = g_string_new (NULL);

  for (guint i = 0; i <= lanes->len; i++)
    {
      const TalksLane *lane = i < lanes->len ? g_ptr_array_index (lanes, i) : owner;

      if (i < lanes->len && g_str_equal (lane->record.id, context->draft->id))
        continue;
      for (char **kind = lane->kinds; *kind != NULL; kind++)
        g_hash_table_add (named, *kind);
    }
  for (guint i = 0; i < events->len; i++)
    {
      char *kind = ((const TalksEvent *) g_ptr_array_index (events, i))->kind;

      if (g_hash_table_add (named, kind))
        g_string_append_printf (homeless, "%s“%s”", homeless->len > 0 ? ", " : "", kind);
    }
  if (homeless->len == 0)
    return NULL;
  *style = TALKS_SAY_HELP;
  return g_strdup_printf (_("No lane names these kinds of events yet: %s."), homeless->str);
}

static const TalksFormRow rows[] = {
  { .field = "name", .label = N_("Name"), .missing = N_("Give the lane a name.") },
  { .field = "kinds", .label = N_("Kinds of events"), .add = N_("Add a kind"), .tell = tell_kinds,
    .help = N_("The lane shows the events of these kinds.") },
  { NULL },
};

const TalksFormKind talks_lane_form = {
  .kind = TALKS_RECORD_LANE,
  .add_title = N_("Add a Lane"),
  .edit_title = N_("Edit Lane"),
  .add_step = N_("Add the lane “%s”"),
  .edit_step = N_("Change the lane “%s”"),
  .rows = rows,
};
