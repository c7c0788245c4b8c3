/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the exports share. */

#pragma once

#include <json-glib/json-glib.h>

#include "talks-exchange.h"
#include "talks-record-fields.h"

G_BEGIN_DECLS

/* One export: what goes in, and the files that have come out. */
typedef struct
{
  TalksDocument              *document;
  const TalksExchangeOptions *options;
  const char                 *language; /* never NULL */
  GPtrArray                  *records[TALKS_N_RECORD_KINDS]; /* those that were asked for; events by time */
  GPtrArray                  *losses;   /* of char * */
  GPtrArray                  *files;    /* of TalksExchangeFile */
} TalksExchange;

/* Takes text over; part may be NULL. */
void        talks_exchange_add_file     (TalksExchange     *self,
                                         const char        *part,
                                         GString           *text);
void        talks_exchange_add_json     (TalksExchange     *self,
                                         JsonNode          *root);

/* Takes sentence over. */
void        talks_exchange_lose         (TalksExchange     *self,
                                         char              *sentence);

/* text in the language of the export; NULL when there is none or it is blank. */
const char *talks_exchange_get_text     (TalksExchange     *self,
                                         const TalksText   *text);

/* ---- losses (talks-exchange-losses.c) ---- */

/* held: for each kind, the fields that the format holds, apart by space, "place.name" for a part and "place" for
 * all of its parts; NULL: none. "*" is all. */
void        talks_exchange_tell_losses  (TalksExchange     *self,
                                         const char * const *held,
                                         gboolean           all_languages);

/* ---- words (talks-exchange-words.c); for the caller, NULL when there is nothing to say ---- */

/* "Ada (North, head of delegation, by remote link)". */
char       *talks_exchange_person       (TalksExchange     *self,
                                         const TalksAttendance *attendance);

/* "13:35–15:20 +03:00". */
char       *talks_exchange_clock        (const TalksClock  *clock);

/* "reported"; NULL when it is confirmed. */
const char *talks_exchange_certainty    (TalksCertainty     certainty);

/* The name of a record, or its id where there is none of that kind; id may be NULL. */
const char *talks_exchange_name         (TalksExchange     *self,
                                         TalksRecordKind    kind,
                                         const char        *id);

/* ---- formats ---- */

void        talks_exchange_write_csv        (TalksExchange *self);
void        talks_exchange_write_icalendar  (TalksExchange *self);
void        talks_exchange_write_timelinejs (TalksExchange *self);
void        talks_exchange_write_json_ld    (TalksExchange *self);
void        talks_exchange_write_markdown   (TalksExchange *self);
gboolean    talks_exchange_write_html       (TalksExchange *self,
                                             GError       **error);

G_END_DECLS
