/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words: what the panels say about records, in the reader's language.
 *
 * Pure functions. char * results belong to the caller and are never NULL; const char * results are
 * constant, or borrowed from an argument where that is said. lang is the language of the
 * document's texts (BCP 47). */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* "Friday, 16 May 2025 · 13:35–15:20 (UTC+03:00) · Dolmabahçe, Istanbul". */
char       *talks_words_event_when      (const TalksEvent       *event,
                                         const char             *lang);

/* "about 15 April 2022", "14–17 March 2022": with every doubt in words. */
char       *talks_words_date            (const TalksDate        *date);

/* "Confirmed", "Reported", "Disputed". */
const char *talks_words_certainty       (TalksCertainty          certainty);

/* "Continues" or, seen from the other event, "Continued by". A relation that is not of the vocabulary
 * is given back with spaces for hyphens. */
char       *talks_words_relation        (const char             *relation,
                                         gboolean                inverse);

/* "Events", "Positions" …: a heading over records of a kind. */
const char *talks_words_kind            (TalksRecordKind         kind);

/* "Türkiye (mediator)": the name with the side, for a party that is not one in the dispute but has
 * a task in it. */
char       *talks_words_party           (const TalksParty       *party,
                                         const char             *lang);

/* What stands below the title of a record in a list: its date, party, topic, publisher … May
 * be "". */
char       *talks_words_caption         (TalksDocument          *document,
                                         const TalksRecord      *record,
                                         const char             *lang);

/* "Ada Lovelace · Gazette · 16 May 2025 · in Ukrainian"; the language only when it is not lang. */
char       *talks_words_source          (const TalksSource      *source,
                                         const char             *lang);

/* "from 14 May 2025", "until May 2022", "28 February to 17 May 2022"; "" without dates. */
char       *talks_words_role_dates      (const TalksRole        *role);

/* The office held on day, or in words that none is named. */
char       *talks_words_office          (const TalksParticipant *participant,
                                         TalksDay                day,
                                         const char             *lang);

/* "“…”" with the quotation marks of the interface's language. */
char       *talks_words_quote           (const char             *text);

/* Where the words of a quote come from: "Translated. Translation as published by the source."
 * May be "". */
char       *talks_words_quote_note      (const TalksQuote       *quote,
                                         const char             *lang);

/* "Unconditional, 30 days": the label of a position, or its whole stance where the label is only
 * the shortened beginning of it. Borrowed. */
const char *talks_words_position_label  (const TalksPosition    *position,
                                         const char             *lang);

/* Appends text to line: "a · b". NULL and "" append nothing. */
void        talks_words_join            (GString                *line,
                                         const char             *text);

/* "3 sources". */
char       *talks_words_n_sources       (guint                   n);

G_END_DECLS
