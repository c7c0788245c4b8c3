/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The records of a document: what a negotiation is made of.
 *
 * All records are immutable once they are in a document, reference-counted (atomically, so that
 * a worker may read while the window edits) and begin with a TalksRecord. The fields are public
 * to read; only the code that makes a record (a reader, a form) writes them, before it hands
 * the record on. Rules for all fields:
 * 1. Every id is unique in the whole document, never NULL and never empty. Only the head has no id: "" here.
 * 2. Texts (TalksText *), dates (TalksDate *) and strings are owned by the record and NULL where
 *    the document says nothing, unless a comment says otherwise.
 * 3. Lists (GPtrArray *, char **) are never NULL; they may be empty.
 * 4. References are ids. They may dangle: talks_document_lookup_kind() tells. */

#pragma once

#include "talks-date.h"
#include "talks-text.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_RECORD_LANE,
  TALKS_RECORD_TOPIC,
  TALKS_RECORD_PARTY,
  TALKS_RECORD_PARTICIPANT,
  TALKS_RECORD_EVENT,
  TALKS_RECORD_POSITION,
  TALKS_RECORD_SOURCE,
  TALKS_RECORD_ANNOTATION,
  TALKS_RECORD_TOUR,
  TALKS_N_RECORD_KINDS,                    /* of those that stand in lists */
  TALKS_RECORD_HEAD = TALKS_N_RECORD_KINDS /* the last kind: one record, in no list */
} TalksRecordKind;

typedef struct
{
  gatomicrefcount ref_count;
  TalksRecordKind kind;
  char           *id;
} TalksRecord;

#define TALKS_TYPE_RECORD (talks_record_get_type ())

/* What a document says of itself. Every document has exactly one. */
typedef struct
{
  TalksRecord record;
  TalksText  *title; /* never NULL */
  TalksText  *description;
  char       *language; /* BCP 47, of texts that name none; never NULL */
  char       *license;  /* an SPDX identifier, or words */
} TalksHead;

/* A horizontal band of the timeline: the events whose kind it names. */
typedef struct
{
  TalksRecord record;
  TalksText  *name; /* never NULL */
  char      **kinds;
} TalksLane;

/* What positions are about. */
typedef struct
{
  TalksRecord record;
  TalksText  *name; /* never NULL */
  TalksText  *description;
} TalksTopic;

typedef enum
{
  TALKS_PARTY_STATE,
  TALKS_PARTY_ORGANIZATION,
  TALKS_PARTY_PRIVATE,
} TalksPartyKind;

/* The mark that tells a party without colour. */
typedef enum
{
  TALKS_MARK_CIRCLE,
  TALKS_MARK_DIAMOND,
  TALKS_MARK_TRIANGLE,
  TALKS_MARK_SQUARE,
  TALKS_MARK_PENTAGON,
  TALKS_MARK_HEXAGON,
  TALKS_MARK_STAR,
  TALKS_MARK_CROSS,
  TALKS_MARK_TRIANGLE_DOWN,
  TALKS_N_MARKS
} TalksMark;

typedef struct
{
  TalksRecord    record;
  TalksText     *name;       /* never NULL */
  TalksText     *short_name; /* never NULL: the name where the document has no short one */
  TalksText     *description;
  TalksPartyKind kind;
  char          *side;  /* "mediator" and "other" are not sides of the dispute; any other word is */
  char          *color; /* "#rrggbb", never NULL */
  TalksMark      mark;
} TalksParty;

/* An office or task somebody held. */
typedef struct
{
  TalksText *title; /* never NULL */
  TalksDate *from;  /* first day the sources attest it */
  TalksDate *to;
} TalksRole;

typedef struct
{
  TalksRecord record;
  TalksText  *name; /* never NULL */
  char       *native_name;
  char       *party;
  GPtrArray  *roles; /* of TalksRole */
  TalksText  *description;
  char      **sources;
} TalksParticipant;

typedef enum
{
  TALKS_PRESENCE_PRESENT,
  TALKS_PRESENCE_ABSENT,
  TALKS_PRESENCE_REMOTE,
  TALKS_PRESENCE_UNCLEAR,
} TalksPresence;

typedef struct
{
  char         *participant;
  char         *role; /* "head of delegation", "chair" … */
  TalksPresence presence;
  TalksText    *note;
} TalksAttendance;

typedef struct
{
  char *event;
  char *relation; /* "continues", "responds-to" … */
} TalksRelation;

/* One side's telling of a contested point. */
typedef struct
{
  TalksText *claim; /* never NULL */
  TalksDate *date;
  char     **sources;
} TalksAccount;

typedef struct
{
  char *start; /* "13:35" */
  char *end;
  char *zone; /* "+03:00" */
} TalksClock;

typedef struct
{
  TalksText *name; /* never NULL */
  gboolean   has_coordinates;
  double     latitude;  /* degrees, −90 … 90 */
  double     longitude; /* degrees, −180 … 180 */
} TalksPlace;

typedef enum
{
  TALKS_CERTAINTY_CONFIRMED,
  TALKS_CERTAINTY_REPORTED,
  TALKS_CERTAINTY_DISPUTED,
} TalksCertainty;

typedef struct
{
  TalksRecord    record;
  TalksDate     *date; /* never NULL */
  TalksClock    *time;
  TalksText     *time_note;
  char          *kind; /* never NULL; lanes name kinds */
  char          *format;
  TalksPlace    *place;
  TalksText     *label; /* never NULL: the title where the document has no label */
  TalksText     *title; /* never NULL */
  TalksText     *summary;
  TalksText     *outcome;
  GPtrArray     *attendance; /* of TalksAttendance */
  GPtrArray     *related;    /* of TalksRelation */
  GPtrArray     *accounts;   /* of TalksAccount */
  TalksCertainty certainty;
  TalksText     *note;
  char         **sources;
} TalksEvent;

typedef struct
{
  char      *text; /* never NULL; the words as the source gives them */
  char      *language;
  gboolean   translated;
  TalksText *note;
} TalksQuote;

/* What a party stated on a topic. */
typedef struct
{
  TalksRecord record;
  char       *party; /* never NULL */
  char       *participant;
  char       *topic; /* never NULL */
  TalksDate  *date;  /* never NULL */
  char       *event;
  TalksText  *label;  /* never NULL: the stance where the document has no label */
  TalksText  *stance; /* never NULL */
  TalksQuote *quote;
  char       *replaces; /* the position it took the place of */
  char      **sources;
} TalksPosition;

/* Who wrote a source, as CSL-JSON splits a name: by its parts, or whole. */
typedef struct
{
  char *family;
  char *given;
  char *non_dropping_particle; /* goes with the family name: "van" */
  char *dropping_particle;     /* goes with the given name when the family name stands alone: "von" */
  char *suffix;                /* "Jr." */
  char *literal;               /* the whole name where it has no parts: "Ministry of Defence" */
} TalksName;

/* A CSL-JSON item (https://citationstyles.org, schema csl-data.json 1.0). */
typedef struct
{
  TalksRecord record;
  char       *type; /* never NULL: "article-newspaper" … */
  GPtrArray  *author; /* of TalksName */
  char       *title;
  char       *container_title;
  char       *publisher;
  TalksDate  *issued;
  TalksDate  *accessed;
  char       *url; /* as written; talks_source_get_link() says whether it may be opened */
  char       *language;
  char       *note;
} TalksSource;

/* A W3C Web Annotation (https://www.w3.org/TR/annotation-model/). */
typedef struct
{
  TalksRecord record;
  char       *motivation;
  char       *creator;
  char       *created; /* RFC 3339, as written */
  char       *modified;
  char       *body;   /* never NULL; the text of its textual bodies */
  char       *target; /* id of a record, never NULL */
  char       *exact;  /* the passage quoted by a TextQuoteSelector */
  char       *prefix; /* what stands right before the passage … */
  char       *suffix; /* … and right after it, to tell it from the same words elsewhere */
} TalksAnnotation;

typedef struct
{
  char      *event;
  TalksDate *span;
  TalksText *title;
  TalksText *text;
  TalksText *notes;
  char     **show; /* "table", "positions", "attendance", "outcome" */
} TalksTourStep;

typedef struct
{
  TalksRecord record;
  TalksText  *title; /* never NULL */
  TalksText  *description;
  GPtrArray  *steps; /* of TalksTourStep */
} TalksTour;

GType       talks_record_get_type     (void);

/* A record of that kind with empty lists, one reference, for its maker to fill in. id is "" for the head. */
gpointer    talks_record_new          (TalksRecordKind    kind,
                                       const char        *id);
gpointer    talks_record_ref          (gpointer           record);
void        talks_record_unref        (gpointer           record);

/* A head with that, ready made: takes references and copies. description and license may be NULL. */
TalksHead  *talks_head_new            (TalksText         *title,
                                       TalksText         *description,
                                       const char        *language,
                                       const char        *license);

/* The name of the list that holds records of that kind: "lanes", "events" …; "head" of the head, which is in none. */
const char *talks_record_kind_to_list (TalksRecordKind    kind);

/* What a list of records calls this one: title, name, label, stance … in lang. Never NULL. */
const char *talks_record_get_title    (const TalksRecord *record,
                                       const char        *lang);

/* When a record is: the date of an event or a position; NULL for the other kinds. */
const TalksDate *talks_record_get_date (const TalksRecord *record);

void        talks_role_free           (TalksRole         *role);
void        talks_attendance_free     (TalksAttendance   *attendance);
void        talks_relation_free       (TalksRelation     *relation);
void        talks_account_free        (TalksAccount      *account);
void        talks_clock_free          (TalksClock        *clock);
void        talks_place_free          (TalksPlace        *place);
void        talks_quote_free          (TalksQuote        *quote);
void        talks_name_free           (TalksName         *name);
void        talks_tour_step_free      (TalksTourStep     *step);

/* The words of the vocabularies, as the document spells them. from_name returns FALSE for a word
 * it does not know and leaves *out alone. */
const char *talks_mark_to_name          (TalksMark       mark);
gboolean    talks_mark_from_name        (const char     *name,
                                         TalksMark      *out);
const char *talks_presence_to_name      (TalksPresence   presence);
gboolean    talks_presence_from_name    (const char     *name,
                                         TalksPresence  *out);
const char *talks_certainty_to_name     (TalksCertainty  certainty);
gboolean    talks_certainty_from_name   (const char     *name,
                                         TalksCertainty *out);
const char *talks_party_kind_to_name    (TalksPartyKind  kind);
gboolean    talks_party_kind_from_name  (const char     *name,
                                         TalksPartyKind *out);

/* The address of source when it is http or https and nothing else hides in it; else NULL. */
const char *talks_source_get_link       (const TalksSource *source);

/* "Ludwig van Beethoven": the name as it is read aloud. Free with g_free(). */
char       *talks_name_to_text          (const TalksName   *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksRecord, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksHead, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksLane, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksTopic, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksParty, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksParticipant, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksEvent, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksPosition, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksSource, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksAnnotation, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksTour, talks_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksRole, talks_role_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksAttendance, talks_attendance_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksRelation, talks_relation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksAccount, talks_account_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksClock, talks_clock_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksPlace, talks_place_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksQuote, talks_quote_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksName, talks_name_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksTourStep, talks_tour_step_free)

G_END_DECLS
