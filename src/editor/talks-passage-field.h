/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for the passage that an annotation quotes: shows a text of the record that the annotation is about, in which
 * the passage is selected with pointer or keyboard, and marked. For the field "exact"; sets "prefix" and "suffix"
 * beside it, as far as they are needed to tell the passage from the same words elsewhere. */

#pragma once

#include "talks-form.h"

G_BEGIN_DECLS

#define TALKS_TYPE_PASSAGE_FIELD (talks_passage_field_get_type ())
G_DECLARE_FINAL_TYPE (TalksPassageField, talks_passage_field, TALKS, PASSAGE_FIELD, TalksFormField)

TalksFormField *talks_passage_field_new     (void);

/* As the user does it: shows the text of that number, from 0; selects a part of it, in characters, and quotes it. */
void            talks_passage_field_show_text   (TalksPassageField *self,
                                                 guint              index);
void            talks_passage_field_select      (TalksPassageField *self,
                                                 int                start,
                                                 int                end);
void            talks_passage_field_quote       (TalksPassageField *self);
void            talks_passage_field_clear       (TalksPassageField *self);

G_END_DECLS
