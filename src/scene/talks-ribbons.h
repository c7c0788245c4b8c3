/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ribbons: one row for each party that stated a position on a topic, and in it a segment for as long
 * as each position stood. Positions stated on one day share a segment; the last one names it. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* Parties with a position on topic: principal sides first, otherwise in document order. */
GPtrArray *talks_ribbons_list_parties (TalksDocument *document,
                                       const char    *topic);

G_END_DECLS
