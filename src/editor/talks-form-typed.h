/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What fields show and the record that they edit does not hold: a date that is none, an annotation that is not one yet.
 *
 * It is gathered as texts by name (char * → char *): "date", "roles/0/from"; a row without a field has the name of its
 * label. For those who keep a form, and for the classes of fields. */

#pragma once

#include "talks-form-field.h"

G_BEGIN_DECLS

/* fields (of TalksFormField) are those of a form, with where NULL, or of the part of that name. */
void     talks_form_typed_keep       (GPtrArray      *fields,
                                      const char     *where,
                                      GHashTable     *typed);

/* Shows it again. Whether there was any. */
gboolean talks_form_typed_take       (GPtrArray      *fields,
                                      const char     *where,
                                      GHashTable     *typed);

/* For fields with one entry: keeps its text unless it is value, which is what it shows of the owner; NULL: nothing. */
void     talks_form_typed_keep_entry (GtkWidget      *entry,
                                      const char     *value,
                                      const char     *where,
                                      GHashTable     *typed);

G_END_DECLS
