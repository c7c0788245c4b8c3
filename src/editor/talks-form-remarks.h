/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the validation of the document says of the draft of a form: below the field that it is about, or at the foot. */

#pragma once

#include "talks-form-field.h"

G_BEGIN_DECLS

typedef struct _TalksFormRemarks TalksFormRemarks;

/* context and fields (of TalksFormField) stay the form's, and have to live longer; so does the label, which shows what is
 * about no field. original is the record that is edited; NULL: one is added. */
TalksFormRemarks *talks_form_remarks_new         (const TalksFormContext *context,
                                                  TalksRecord            *original,
                                                  GPtrArray              *fields,
                                                  GtkLabel               *label);
void              talks_form_remarks_free        (TalksFormRemarks       *self);

/* The draft has changed: soon says what there is to say of it now. */
void              talks_form_remarks_check_later (TalksFormRemarks       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksFormRemarks, talks_form_remarks_free)

G_END_DECLS
