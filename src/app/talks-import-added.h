/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksImportAdded: the records that an import would add, as a list with a tick each, which sets TalksImportItem.chosen.
 *
 * Emits "ticked" when the user has ticked one, or all, or none. */

#pragma once

#include <gtk/gtk.h>

#include "talks-import.h"
#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_IMPORT_ADDED (talks_import_added_get_type ())
G_DECLARE_FINAL_TYPE (TalksImportAdded, talks_import_added, TALKS, IMPORT_ADDED, GtkWidget)

/* What records are imported into, and the language of their titles. Once, before anything is shown. */
void talks_import_added_set_session (TalksImportAdded *self,
                                     TalksSession     *session);

/* Lists what import adds, which has to live until the next call of this or talks_import_added_hold(). */
void talks_import_added_show        (TalksImportAdded *self,
                                     TalksImport      *import);

/* Lets go of the import, and keeps what is seen of it; nothing can be ticked until the next one is shown. */
void talks_import_added_hold        (TalksImportAdded *self);

G_END_DECLS
