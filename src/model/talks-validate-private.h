/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to talks-validate.c, which walks over a document, and talks-validate-records.c, which
 * knows what each kind of record must be like. */

#pragma once

#include "talks-validate.h"

G_BEGIN_DECLS

typedef struct
{
  TalksDocument     *document;
  const TalksRecord *record;     /* being checked; NULL: the head of the document */
  GString           *member;     /* what talks_validator_at() gave last */
  GArray            *found;      /* of problems with the place of their record */
  GHashTable        *places;     /* TalksRecord * → its index in its list */
  GHashTable        *cited;      /* set of ids of sources */
  GHashTable        *lane_kinds; /* set of kinds of events that a lane names */
} TalksValidator;

/* The pointer of a member inside the record, such as "/roles/2/title". Until the next call. */
const char  *talks_validator_at          (TalksValidator    *v,
                                          const char        *format,
                                          ...) G_GNUC_PRINTF (2, 3);

/* member is a pointer inside the record; "" is the record itself. */
void         talks_validator_add         (TalksValidator    *v,
                                          TalksSeverity      severity,
                                          const char        *member,
                                          const char        *format,
                                          ...) G_GNUC_PRINTF (4, 5);

/* The record of that kind; NULL, having reported why, when there is none. A reference that is
 * absent (NULL) is no problem. */
gpointer     talks_validator_reference   (TalksValidator    *v,
                                          const char        *member,
                                          const char        *id,
                                          TalksRecordKind    kind);

/* References to sources, which count as cited. */
void         talks_validator_sources     (TalksValidator    *v,
                                          const char        *member,
                                          char             **sources);

/* Whether texts hold controls that would mix them up, and lack the document's language. */
void         talks_validator_string      (TalksValidator    *v,
                                          const char        *member,
                                          const char        *text);
void         talks_validator_text        (TalksValidator    *v,
                                          const char        *member,
                                          const TalksText   *text);

/* ---- talks-validate-records.c ---- */

typedef void (*TalksValidateFunc)        (TalksValidator    *v,
                                          gconstpointer      record);

/* The check of each kind of record. */
extern const TalksValidateFunc talks_validate_funcs[TALKS_N_RECORD_KINDS];

G_END_DECLS
