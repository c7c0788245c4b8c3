/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections of the event panel below its head, as functions that append to a box what there is to
 * say, or nothing. They do not follow changes: the panel empties the box and calls them again. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"

G_BEGIN_DECLS

/* All sections of an event in reading order. selected: id of the position that is open, or NULL. */
void talks_event_sections_append    (GtkBox        *box,
                                     TalksPanel    *panel,
                                     TalksEvent    *event,
                                     const char    *selected);

/* What there is to say of a position that belongs to no event. */
void talks_event_sections_position  (GtkBox        *box,
                                     TalksPanel    *panel,
                                     TalksPosition *position);

/* A source: its link, and the records that cite it. */
void talks_event_sections_source    (GtkBox        *box,
                                     TalksPanel    *panel,
                                     TalksSource   *source);

/* What a document says of itself, and how much is in it. */
void talks_event_sections_document  (GtkBox        *box,
                                     TalksPanel    *panel);

G_END_DECLS
