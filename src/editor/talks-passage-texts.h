/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts of a record that can be quoted, one by one. */

#pragma once

#include "talks-record-fields.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* for the reader: "Summary (Ukrainian)", "Account 2" */
  char *text; /* not blank */
} TalksPassageText;

/* Of TalksPassageText: what is long before titles, and of each the one in lang first. */
GPtrArray *talks_passage_texts_new (const TalksRecord *record,
                                    const char        *lang);

G_END_DECLS
