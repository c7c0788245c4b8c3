/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksImportChoices: how a foreign file is read, as a row of lists to choose from. */

#pragma once

#include <gtk/gtk.h>

#include "talks-import-job.h"

G_BEGIN_DECLS

#define TALKS_TYPE_IMPORT_CHOICES (talks_import_choices_get_type ())
G_DECLARE_FINAL_TYPE (TalksImportChoices, talks_import_choices, TALKS, IMPORT_CHOICES, GtkWidget)

/* Emits "changed" (gboolean: the rows look different from now on) when the user chooses. Floating. */
GtkWidget *talks_import_choices_new      (void);

/* The lanes that events without a kind can go to. */
void       talks_import_choices_set_lanes (TalksImportChoices   *self,
                                          GPtrArray            *lanes,
                                          const char           *lang);

/* Shows how the job was done; import may be NULL, when it failed. */
void       talks_import_choices_show     (TalksImportChoices   *self,
                                          const TalksImportJob *job);

/* Puts what is chosen into the job. */
void       talks_import_choices_apply    (TalksImportChoices   *self,
                                          TalksImportJob       *job);

/* Whether the order of day and month still has to be chosen. */
gboolean   talks_import_choices_needs_order (TalksImportChoices *self);

G_END_DECLS
