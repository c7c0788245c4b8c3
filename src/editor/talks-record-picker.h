/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksRecordPicker: a button that shows a record and opens a list to choose another from.
 *
 * The list is searched by typing: participants by party with the mark of it, events by date, the others as the document
 * has them. Its last line adds a new record by the form of that kind, which begins with what was searched for, and takes it; so
 * does Return when nothing was found. By keyboard: Return or Down
 * opens; typing searches; Down goes to the list; Return takes; Escape closes.
 *
 * Signal "picked" (const char *id): the user chose; id is NULL for none. */

#pragma once

#include <gtk/gtk.h>

#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_RECORD_PICKER (talks_record_picker_get_type ())
G_DECLARE_FINAL_TYPE (TalksRecordPicker, talks_record_picker, TALKS, RECORD_PICKER, GtkWidget)

/* kinds: 1 << kind for each. prompt is what the button says without a record, translated: "Choose a party". */
GtkWidget *talks_record_picker_new          (guint              kinds,
                                             const char        *prompt);
void       talks_record_picker_set_session  (TalksRecordPicker *self,
                                             TalksSession      *session);

/* What the value is called, for screen readers: "Party". NULL: nothing. */
void       talks_record_picker_set_name     (TalksRecordPicker *self,
                                             const char        *name);

/* id may be NULL, or lead nowhere: then it is shown as it is. Emits nothing. */
void       talks_record_picker_set_id       (TalksRecordPicker *self,
                                             const char        *id);

/* A record that is not offered: the one that refers. NULL: none. */
void       talks_record_picker_set_left_out (TalksRecordPicker *self,
                                             const char        *id);

/* Whether the list offers to choose none. FALSE at first. */
void       talks_record_picker_set_optional (TalksRecordPicker *self,
                                             gboolean           optional);

/* Looks like a link with a plus before it, and never shows what was picked: for adding to a list. */
void       talks_record_picker_set_adds     (TalksRecordPicker *self,
                                             gboolean           adds);

G_END_DECLS
