/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksForm: a window that edits one record.
 *
 * Cancel | title | Add or Apply; below, a row for each field, and a sentence at the foot. The form edits a copy;
 * Apply makes one step of the session's history of it and closes. When something is missing or not understood, Apply
 * says so and moves the focus there. Escape and Cancel ask only when something would be lost. Ctrl+Return applies.
 *
 * To make the form of a kind of records, write a table of TalksFormRow and a TalksFormKind in
 * talks-KIND-form.c, declare it in talks-form-kinds.h and name it in the table of talks-form-kinds.c.
 *
 * Signal "applied" (TalksRecord *record): the record is in the document; the form is about to close. */

#pragma once

#include "talks-draft.h"
#include "talks-form-field.h"

G_BEGIN_DECLS

#define TALKS_TYPE_FORM (talks_form_get_type ())
G_DECLARE_FINAL_TYPE (TalksForm, talks_form, TALKS, FORM, GtkWindow)

/* The form of one kind of records. Static; strings are N_("…"). */
typedef struct
{
  TalksRecordKind     kind;
  const char         *add_title;  /* of the window: "Add an Event" */
  const char         *edit_title; /* "Edit Event" */
  const char         *add_step;   /* of the history, with the title for %s: "Add the event “%s”" */
  const char         *edit_step;  /* "Change the event “%s”" */
  const TalksFormRow *rows;       /* ends with a row without label */

  /* Fills in a new draft, after the prefill. Or NULL. */
  void (*prepare) (const TalksFormContext *context);

  /* Last touches to the draft before it is applied, such as the time of a change. Not called when nothing was
   * changed. Or NULL. */
  void (*finish)  (const TalksFormContext *context);

  /* Adds further changes (TalksChange) to the step, before that of the draft; or leaves the draft out (returns FALSE).
   * Gets the form, for data that its own rows set on it. Or NULL. */
  gboolean (*extend) (TalksForm              *form,
                      GPtrArray              *changes);

  /* What the history calls the step, instead of add_step or edit_step: a new string; NULL: these. Or NULL. */
  char    *(*name_step) (TalksForm           *form);
} TalksFormKind;

/* record: in the document, to be edited; or NULL to add one, that begins as a copy of prefill (may be NULL). */
GtkWidget              *talks_form_new         (GtkWindow           *parent,
                                                TalksSession        *session,
                                                const TalksFormKind *kind,
                                                TalksRecord         *record,
                                                TalksRecord         *prefill);

const TalksFormContext *talks_form_get_context (TalksForm           *self);

/* Goes on with what the form of a program that ended held. A form does so by itself with what its own, about the same
 * record or about adding one, left behind. */
void                    talks_form_resume      (TalksForm           *self,
                                                const TalksDraft    *held);

/* The draft has changed by other means than its fields: shows it. */
void                    talks_form_reload      (TalksForm           *self);

/* The field of that name ("date"), NULL when the form has none. */
TalksFormField         *talks_form_get_field   (TalksForm           *self,
                                                const char          *name);

/* Whether closing would lose something. */
gboolean                talks_form_is_modified (TalksForm           *self);

/* What the button does: FALSE when there is a problem, which has the focus then. On success the form is gone. */
gboolean                talks_form_apply       (TalksForm           *self);

/* What the history calls the step. Owned by the caller. */
char                   *talks_form_get_step_name (TalksForm         *self);

G_END_DECLS
