/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to talks-validate.c, which walks over a document, and the files talks-validate-….c, which
 * know what the records must be like. */

#pragma once

#include "talks-validate.h"

G_BEGIN_DECLS

#define MAX_LANGUAGES 64

typedef struct
{
  char  tag[9];    /* the language alone: "en" for "en-GB" */
  guint n_texts;   /* that have it */
  guint last_text; /* number of the last of them */
} TalksLanguageCount;

typedef struct
{
  TalksDocument     *document;
  const TalksRecord *record;     /* being checked; NULL: the head of the document */
  GString           *member;     /* what talks_validator_at() gave last */
  GArray            *found;      /* of problems with the place of their record */
  GHashTable        *places;     /* TalksRecord * → its index in its list */
  GHashTable        *cited;      /* set of ids of sources */
  GHashTable        *lane_kinds; /* kind of events → the first TalksLane that names it */
  GArray            *languages;  /* of TalksLanguageCount */
  guint              n_texts;
  GPtrArray         *wanted;     /* of char *: not NULL, nothing but texts without these languages is
                                  * looked for */
  gboolean           adding_missing;
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

/* The index of a record in its list. */
guint        talks_validator_index       (TalksValidator    *v,
                                          const TalksRecord *record);

/* ---- talks-validate-text.c ---- */

/* Whether texts hold what deceives or would mix them up, and lack the document's language. _line:
 * whether a text that is shown in one line has more. text may be NULL. */
void         talks_validator_string      (TalksValidator    *v,
                                          const char        *member,
                                          const char        *text);
void         talks_validator_text        (TalksValidator    *v,
                                          const char        *member,
                                          const TalksText   *text);
void         talks_validator_line        (TalksValidator    *v,
                                          const char        *member,
                                          const TalksText   *text);

/* Whether tag, which may be NULL, is one of BCP 47. */
void         talks_validator_language    (TalksValidator    *v,
                                          const char        *member,
                                          const char        *tag);

/* The languages that most texts have and some lack; NULL when there are none. */
GPtrArray   *talks_validator_list_widespread (TalksValidator *v);

/* ---- talks-validate-words.c ---- */

/* Whether a word of text is written with letters of two scripts that look alike. */
void         talks_validate_words        (TalksValidator    *v,
                                          const char        *member,
                                          const char        *text);

/* Whether a part of an address can be taken for another: its letters are of two scripts, or all of
 * them look like Latin ones and are not. */
gboolean     talks_validate_is_deceiving (const char        *text);

/* ---- talks-validate-time.c ---- */

/* Whether a is over before b begins, whatever they mean: doubtful dates get some room. Neither of
 * them may be NULL. */
gboolean     talks_validate_is_before    (const TalksDate   *a,
                                          const TalksDate   *b);

/* Whether they lie more than days apart, whatever they mean. */
gboolean     talks_validate_is_far       (const TalksDate   *a,
                                          const TalksDate   *b,
                                          int                days);

/* Whether the roles of a participant say that none was held on any day of date. FALSE without
 * roles. */
gboolean     talks_validate_has_no_role  (const TalksParticipant *participant,
                                          const TalksDate   *date);

void         talks_validate_clock        (TalksValidator    *v,
                                          const TalksEvent  *event);

/* ---- what only the whole document shows ---- */

/* Circles of references (talks-validate-cycles.c). */
void         talks_validate_cycles       (TalksValidator    *v);

/* Lanes, topics and parties that nothing belongs to; events and parties that cannot be told apart
 * (talks-validate-whole.c). */
void         talks_validate_use          (TalksValidator    *v);
void         talks_validate_twins        (TalksValidator    *v);

/* ---- talks-validate-records.c ---- */

typedef void (*TalksValidateFunc)        (TalksValidator    *v,
                                          gconstpointer      record);

/* In talks-validate-events.c and talks-validate-sources.c. */
void         talks_validate_event        (TalksValidator    *v,
                                          gconstpointer      record);
void         talks_validate_position     (TalksValidator    *v,
                                          gconstpointer      record);
void         talks_validate_source       (TalksValidator    *v,
                                          gconstpointer      record);
void         talks_validate_annotation   (TalksValidator    *v,
                                          gconstpointer      record);

/* The check of each kind of record. */
extern const TalksValidateFunc talks_validate_funcs[TALKS_N_RECORD_KINDS];

G_END_DECLS
