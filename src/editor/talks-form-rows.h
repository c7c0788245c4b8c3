/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a form, laid out: of a whole record, or of a part of one. */

#pragma once

#include "talks-form-field.h"

G_BEGIN_DECLS

/* A label at the left of each field. fields gets the fields (TalksFormField, borrowed from the widget) in order. */
GtkWidget *talks_form_rows_new      (const TalksFormContext *context,
                                     const TalksFieldSet    *set,
                                     const TalksFormRow     *rows,
                                     gpointer                owner,
                                     GPtrArray              *fields);

/* The same for a part: close together, short ones side by side, what says nothing folded away behind a button. */
GtkWidget *talks_form_rows_new_part (const TalksFormContext *context,
                                     const TalksFieldSet    *set,
                                     const TalksFormRow     *rows,
                                     gpointer                owner,
                                     GPtrArray              *fields);

/* Brings the row of a field of a part that is folded away. */
void       talks_form_rows_show_field (TalksFormField         *field);

/* A button that adds something: label after a plus. */
GtkWidget *talks_form_add_button_new (const char            *label);

G_END_DECLS
