/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that a document uses beside the vocabularies (talks-vocabulary.h) that forms offer. */

#pragma once

#include "talks-form-field.h"

G_BEGIN_DECLS

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

/* Those that texts of the document have, its own first, and all that have a name. */
void talks_form_collect_known_languages (const TalksFormContext *context,
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
