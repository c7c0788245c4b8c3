/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPickerPopover: the list from which a record picker picks, and a search over it.
 *
 * Return in the search takes the first that was found, or the one that is chosen in the list; where nothing is found, it
 * adds it. Down goes to the list.
 *
 * Signal "picked" (const char *id): the user chose; id is NULL for none.
 * Signal "new" (int kind, const char *name): they want a new record of that kind, a TalksRecordKind; name is what was
 * searched for. */

#pragma once

#include <gtk/gtk.h>

#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PICKER_POPOVER (talks_picker_popover_get_type ())
G_DECLARE_FINAL_TYPE (TalksPickerPopover, talks_picker_popover, TALKS, PICKER_POPOVER, GtkPopover)

/* kinds: 1 << kind for each. prompt is what the list is called, translated. */
GtkWidget *talks_picker_popover_new  (guint               kinds,
                                      const char         *prompt);

/* Lists the records that are in the document of session now, but for left_out (an id; may be NULL), and begins a search.
 * with_none offers to choose none, too. */
void       talks_picker_popover_fill (TalksPickerPopover *self,
                                      TalksSession       *session,
                                      const char         *left_out,
                                      gboolean            with_none);

G_END_DECLS
