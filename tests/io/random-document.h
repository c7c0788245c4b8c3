/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents as nobody would write them, and edits of them, both at random. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* A document that Talks can read, in odd spacing and spelling, with members that nobody knows and
 * records that are left out. unknown: the text of each such member that is outside of records' parts is
 * appended to it. */
GBytes      *talks_random_document (GRand       *random,
                                    GPtrArray   *unknown);

/* One change of a random record, which has been applied; NULL when there is no record. *is_simple: it
 * changes one value that has no parts, so that no member but its own is concerned. */
TalksChange *talks_random_edit     (TalksDocument *document,
                                    GRand         *random,
                                    gboolean      *is_simple);

G_END_DECLS
