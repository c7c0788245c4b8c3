/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tours: the steps of a lesson or a talk. */

#include "talks-form-kinds.h"

#include <glib/gi18n-lib.h>

static const TalksWord shown[] = {
  { "table", N_("Plan of the table"), NULL },
  { "positions", N_("Positions"), NULL },
  { "attendance", N_("Attendance"), NULL },
  { "outcome", N_("Outcome"), NULL },
  { NULL, NULL, NULL },
};

static const TalksFormRow step_rows[] = {
  { .field = "event", .label = N_("Event") },
  { .field = "span", .label = N_("Time shown"), .help = N_("The part of the timeline to be seen, such as 2022-02/2022-04") },
  { .field = "title", .label = N_("Title") },
  { .field = "text", .label = N_("Text"), .flags = TALKS_ROW_MULTILINE, .help = N_("What everybody sees") },
  { .field = "notes", .label = N_("Notes"), .flags = TALKS_ROW_MULTILINE | TALKS_ROW_ON_DEMAND,
    .help = N_("What only the presenter sees") },
  { .field = "show", .label = N_("Show"), .words = shown },
  { NULL },
};

static const TalksFormRow rows[] = {
  { .field = "title", .label = N_("Title"), .missing = N_("Give the tour a title.") },
  { .field = "description", .label = N_("Description"), .flags = TALKS_ROW_MULTILINE,
    .help = N_("Whom it is for, how long it takes, and what one can do afterwards") },
  { .field = "steps", .label = N_("Steps"), .rows = step_rows, .add = N_("Add a step") },
  { NULL },
};

/* A step that was added and left empty is none. */
static void
finish (const TalksFormContext *context)
{
  const TalksFieldSet *set = talks_field_set_find (talks_record_kind_get_fields (TALKS_RECORD_TOUR), "steps")->parts;
  GPtrArray *steps = ((TalksTour *) context->draft)->steps;

  for (guint i = steps->len; i > 0; i--)
    {
      gboolean is_empty = TRUE;

      for (guint k = 0; is_empty && k < set->n_fields; k++)
        is_empty = talks_field_is_absent (&set->fields[k], steps->pdata[i - 1]);
      if (is_empty)
        g_ptr_array_remove_index (steps, i - 1);
    }
}

const TalksFormKind talks_tour_form = {
  .kind = TALKS_RECORD_TOUR,
  .add_title = N_("Add a Tour"),
  .edit_title = N_("Edit Tour"),
  .add_step = N_("Add the tour “%s”"),
  .edit_step = N_("Change the tour “%s”"),
  .rows = rows,
  .finish = finish,
};
