/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row in which an annotation is written on the record that the form edits. It is added in the same step; those
 * that are there already have forms of their own. */

#pragma once

#include "talks-form.h"

G_BEGIN_DECLS

#define TALKS_TYPE_ANNOTATION_FIELD (talks_annotation_field_get_type ())
G_DECLARE_FINAL_TYPE (TalksAnnotationField, talks_annotation_field, TALKS, ANNOTATION_FIELD, TalksFormField)

TalksFormField *talks_annotation_field_new       (void);

/* For TalksFormKind: adds the annotation, if one is written. */
gboolean        talks_annotation_field_extend    (TalksForm *form,
                                                  GPtrArray *changes);

/* For TalksFormKind: what the history calls a step that only adds an annotation; NULL otherwise. Owned by the
 * caller. */
char           *talks_annotation_field_name_step (TalksForm *form);

/* The time that is noted: as Web Annotation has it, in UTC. Owned by the caller. */
char           *talks_annotation_dup_now         (void);

G_END_DECLS
