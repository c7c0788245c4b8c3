/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The vocabularies that forms offer, and the words that a document uses beside them. */

#pragma once

#include "talks-form-field.h"

G_BEGIN_DECLS

/* Each ends with a NULL word. */
extern const TalksFormWord talks_form_certainties[];
extern const TalksFormWord talks_form_presences[];
extern const TalksFormWord talks_form_tasks[];      /* of people at an event */
extern const TalksFormWord talks_form_relations[];  /* between events */
extern const TalksFormWord talks_form_party_kinds[];
extern const TalksFormWord talks_form_sides[];
extern const TalksFormWord talks_form_marks[];

/* For TalksFormRow.collect. */

/* Kinds of events: those that lanes name, with the lane beside them, and those that events have. */
void talks_form_collect_kinds   (const TalksFormContext *context,
                                 GPtrArray              *words,
                                 GPtrArray              *labels);

/* Formats of events, sides of parties, languages of quotes that the document has. */
void talks_form_collect_formats (const TalksFormContext *context,
                                 GPtrArray              *words,
                                 GPtrArray              *labels);
void talks_form_collect_sides   (const TalksFormContext *context,
                                 GPtrArray              *words,
                                 GPtrArray              *labels);
void talks_form_collect_languages (const TalksFormContext *context,
                                   GPtrArray              *words,
                                   GPtrArray              *labels);

/* Tasks of people and relations that the document has beside the vocabulary. */
void talks_form_collect_tasks   (const TalksFormContext *context,
                                 GPtrArray              *words,
                                 GPtrArray              *labels);
void talks_form_collect_relations (const TalksFormContext *context,
                                   GPtrArray              *words,
                                   GPtrArray              *labels);

G_END_DECLS
