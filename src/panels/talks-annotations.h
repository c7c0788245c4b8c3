/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations in the panels: cards below what they are about, and marks on the passages they quote. */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

/* A card for each annotation on the record called id: who made it and when, the passage, the text. */
void talks_annotations_append (GtkBox     *box,
                               TalksPanel *panel,
                               const char *id);

/* Underlines the passages in the text of label that annotations on the record called id quote, and gives them
 * a ground. Other attributes of the label go; they must be set again when the theme changes. */
void talks_annotations_mark   (GtkLabel   *label,
                               TalksPanel *panel,
                               const char *id);

G_END_DECLS
