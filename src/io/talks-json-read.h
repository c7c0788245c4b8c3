/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typed getters over JsonObject that report what is wrong instead of failing.
 *
 * TalksJsonReport knows where the reading stands, as a JSON pointer, and gathers a TalksProblem for
 * each member of the wrong type. The getters give nothing for it (NULL, FALSE, an empty list), as for
 * a member that is missing; a bad member costs its neighbours nothing. None of them ever logs
 * a critical, whatever the file holds.
 *
 * Belongs to one thread. */

#pragma once

#include <json-glib/json-glib.h>

#include "talks-validate.h"

G_BEGIN_DECLS

/* A file with more problems lists these and says how many others there are. */
#define TALKS_JSON_MAX_PROBLEMS 5000

/* A text in more languages than this is not read: who looks for one goes through all. */
#define TALKS_JSON_MAX_LANGUAGES 1000

typedef struct
{
  GString    *pointer;  /* of the object or list being read */
  char       *record;   /* id of the record being read; may be NULL */
  const char *name;     /* of the file: what a document without a title is called; may be NULL, borrowed */
  GPtrArray  *problems; /* of TalksProblem */
  guint       n_more;   /* problems beyond TALKS_JSON_MAX_PROBLEMS … */
  guint       n_more_errors; /* … and how many of them are errors */
  GHashTable *left_out; /* pointer of a list → GArray of guint: elements not read, ascending */
} TalksJsonReport;

TalksJsonReport *talks_json_report_new         (void);
void             talks_json_report_free        (TalksJsonReport  *self);

/* Steps into a member or an element. Gives what talks_json_report_leave() wants to step out. */
size_t           talks_json_report_enter       (TalksJsonReport  *self,
                                                const char       *name);
size_t           talks_json_report_enter_index (TalksJsonReport  *self,
                                                guint             index);
void             talks_json_report_leave       (TalksJsonReport  *self,
                                                size_t            mark);

/* Takes the problem, or counts it when there are too many. */
void             talks_json_report_take        (TalksJsonReport  *self,
                                                TalksProblem     *problem);

/* Adds a problem at the member name of the object being read, or at that object if name is NULL. */
void             talks_json_report_add         (TalksJsonReport  *self,
                                                TalksSeverity     severity,
                                                const char       *name,
                                                const char       *format,
                                                ...) G_GNUC_PRINTF (4, 5);

/* Errors in the object being read: a member that is missing (and says nothing if it is there, for
 * then its getter has said what is wrong); a member whose lack leaves the whole object out; and
 * a word that is not in the vocabulary of a member. */
void             talks_json_report_missing     (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);
void             talks_json_report_useless     (TalksJsonReport  *self,
                                                const char       *name);
void             talks_json_report_word        (TalksJsonReport  *self,
                                                const char       *name,
                                                const char       *word);

/* Notes that an element of the list being read stays out of the document. */
void             talks_json_report_leave_out   (TalksJsonReport  *self,
                                                guint             index);

/* The pointer into the file for one into the document, whose lists lack what was left out. */
char            *talks_json_report_to_file     (TalksJsonReport  *self,
                                                const char       *pointer);

/* Objects, lists and const texts belong to object; the rest is the caller's. */
JsonObject      *talks_json_get_object         (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);
JsonArray       *talks_json_get_list           (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);
const char      *talks_json_get_string         (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);
char            *talks_json_dup_string         (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);
/* A text of the document's choice, such as the kind of an event: NULL, with an error, if it is
 * blank. */
char            *talks_json_dup_word           (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);
gboolean         talks_json_get_boolean        (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);

/* FALSE, and *out as it was, unless there is a number. */
gboolean         talks_json_get_number         (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name,
                                                double           *out);

/* A list of texts, never NULL. */
char           **talks_json_dup_strv           (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);

/* The same, with an error for each that is blank or stands in it before; it is given all the same. */
char           **talks_json_dup_words          (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);

/* Whether there is nothing but space in a text, if anything. */
gboolean         talks_json_is_blank           (const char       *text);

/* A text, or an object of texts by language tag. NULL also when there are no words in it. */
TalksText       *talks_json_dup_text           (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);

/* The same of a text that has to say something: an error in each language where it is blank, NULL
 * if it is so in all. */
TalksText       *talks_json_dup_heading        (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);

/* An EDTF expression. */
TalksDate       *talks_json_dup_date           (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name);

/* Makes one item of an object; NULL, having reported why, leaves it out. */
typedef gpointer (*TalksJsonReadFunc)          (TalksJsonReport  *self,
                                                JsonObject       *object);

/* Appends an item to into for each object in a list of objects. */
void             talks_json_read_list          (TalksJsonReport  *self,
                                                JsonObject       *object,
                                                const char       *name,
                                                TalksJsonReadFunc read,
                                                GPtrArray        *into);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksJsonReport, talks_json_report_free)

G_END_DECLS
