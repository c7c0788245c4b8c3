/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the readers of foreign formats share. */

#pragma once

#include <json-glib/json-glib.h>

#include "talks-import.h"
#include "talks-record-fields.h"

G_BEGIN_DECLS

/* One import on its way. Records stand in it with the references of the file, be they ids or names, until
 * talks_importer_finish() looks them up. */
typedef struct
{
  TalksDocument            *document;
  const TalksImportOptions *options;
  TalksImport              *import;
  const char               *part;   /* of the export, while a table beside the first is read; else NULL */
  GHashTable               *given;  /* id in the file → TalksImportItem */
  GHashTable               *given_of; /* TalksImportItem → its key in given */
  GHashTable               *taken;  /* id to be → TalksImportItem */
  GHashTable               *next;   /* id that is taken → the number to try after it */
  guint                     n_parties; /* among the items */
  GHashTable               *named;  /* names of the records that a file can mean; NULL until they are looked up */
  GPtrArray                *losses; /* of Loss, in the order in which they came up */
  GHashTable               *loss_table;
} TalksImporter;

/* Takes over record, whose id is of no account, once it is complete: labels that are missing stand in, parts that say
 * too little go. given is its id in the file, or NULL. FALSE, having told why, when it says too little or too much. */
gboolean   talks_importer_add         (TalksImporter *self,
                                       gpointer       record,
                                       const char    *given,
                                       unsigned       line);

/* Tells of a row that is not taken; what may be NULL. */
void       talks_importer_leave       (TalksImporter *self,
                                       unsigned       line,
                                       const char    *what,
                                       const char    *format,
                                       ...) G_GNUC_PRINTF (4, 5);

/* Tells of something else. */
void       talks_importer_warn        (TalksImporter *self,
                                       unsigned       line,
                                       const char    *what,
                                       const char    *format,
                                       ...) G_GNUC_PRINTF (4, 5);

/* Counts something that documents have no place for; it is told once. */
void       talks_importer_lose        (TalksImporter *self,
                                       const char    *name);

/* FALSE with TALKS_ERROR_TOO_LARGE when no more records may be added. */
gboolean   talks_importer_has_room    (TalksImporter *self,
                                       GError       **error);

/* Looks up all references, makes what is missing, marks what is alike. Once, at the end. */
void       talks_importer_finish      (TalksImporter *self);

/* Whether a record, or a part of one, has all it may not be without; else the name of the first that it lacks. */
gboolean   talks_import_is_complete   (const TalksFieldSet *fields,
                                       gconstpointer  owner,
                                       const char   **missing);

/* ---- for finish ---- */

/* Whether it can be read again once it is written. */
gboolean   talks_importer_fits        (const TalksRecord *record);

void       talks_importer_tell_losses (TalksImporter *self);
void       talks_import_item_free     (TalksImportItem *item);

/* An item for a record that is complete and has an id to be; given and line as above (talks-import-add.c). */
TalksImportItem *talks_importer_append (TalksImporter *self,
                                        gpointer       record,
                                        const char    *given,
                                        unsigned       line);
void       talks_importer_make_lanes  (TalksImporter *self); /* talks-import-lanes.c */
void       talks_importer_mark_alike  (TalksImporter *self); /* talks-import-alike.c */

/* ---- references (talks-import-references.c) ---- */

/* The id that word stands for, one of the kinds (1 << kind) that are allowed there; owned by the caller, NULL: none. */
typedef char *(*TalksReferenceFunc)   (unsigned       kinds,
                                       const char    *word,
                                       gpointer       data);

/* Replaces all references of a record that nobody shares yet. Parts that cannot be without one go with it; FALSE when
 * the record cannot be without. */
gboolean   talks_references_map       (gpointer            record,
                                       TalksReferenceFunc  func,
                                       gpointer            data);

/* ---- dates (talks-import-date.c) ---- */

/* NULL with a sentence in *why, owned by the caller, and whether it is the order of day and month in *ambiguous. */
TalksDate *talks_import_read_date     (const char      *text,
                                       TalksDateOrder   order,
                                       TalksDay         today,
                                       gboolean        *ambiguous,
                                       char           **why);

/* The same of a date with a time of day behind it, which is set in *clock, owned by the caller; NULL: none, or midnight. */
TalksDate *talks_import_read_moment   (const char      *text,
                                       TalksDateOrder   order,
                                       TalksDay         today,
                                       char           **clock,
                                       gboolean        *ambiguous,
                                       char           **why);

/* From the first to the last; either may be NULL, but not both. Takes neither over. */
TalksDate *talks_import_join_dates    (TalksDate       *start,
                                       TalksDate       *end,
                                       char           **why);

/* month and day are 0 where they are not known. */
TalksDate *talks_import_make_date     (int64_t          year,
                                       int              month,
                                       int              day,
                                       char           **why);

/* The astronomical year of one that others write with a minus before Christ, without a year 0. */
int64_t    talks_import_year_from_era (int64_t          year);

/* "9:05", "09:05:00" or "2:30 pm" as "09:05"; NULL for anything else. */
char      *talks_import_read_clock    (const char      *text);

/* ---- texts (talks-import-text.c) ---- */

/* UTF-8 without a mark at its start, NUL-terminated; *used is the encoding, which is guessed where *guessed. language is
 * that of the document. */
char      *talks_import_decode        (GBytes          *bytes,
                                       const char      *encoding,
                                       const char      *language,
                                       size_t          *length,
                                       const char     **used,
                                       gboolean        *guessed,
                                       GError         **error);

/* The words of HTML: paragraphs and list items on lines of their own, no tags. Addresses behind words are appended to
 * links (of char *; may be NULL), each once. NULL when no words are left. */
char      *talks_import_strip_html    (const char      *html,
                                       GPtrArray       *links);

/* A name as it is compared. */
char      *talks_import_fold          (const char      *name);

/* A plain text, trimmed; NULL when text is NULL or blank. */
TalksText *talks_import_make_text     (const char      *text);

/* Appends word to a list that is a field of a record, once. */
void       talks_import_add_string    (char          ***list,
                                       const char      *word);

/* The text of a title for a record that has not got an id; NULL: it has none. */
const char *talks_import_get_title    (const TalksRecord *record);

/* ---- columns (talks-import-columns.c) ---- */

/* What the rows of a table with these headings are: a TalksRecordKind; *part is the list that they are in, when they are
 * parts of records. *is_own: our own export wrote them. FALSE when they are the head of a document. */
gboolean   talks_import_find_rows     (char           **headings,
                                       TalksRecordKind *kind,
                                       const TalksField **part,
                                       gboolean        *is_own);

/* The field of each column. */
char     **talks_import_guess_columns (char           **headings,
                                       TalksRecordKind  kind,
                                       const TalksField *part,
                                       gboolean         is_own);

/* ---- formats ---- */

gboolean   talks_import_read_csv              (TalksImporter *self,
                                               GBytes        *bytes,
                                               GError       **error);
gboolean   talks_import_read_timelinejs       (TalksImporter *self,
                                               GBytes        *bytes,
                                               GError       **error);
gboolean   talks_import_read_timeline_project (TalksImporter *self,
                                               GBytes        *bytes,
                                               GError       **error);
#ifdef TALKS_HAVE_ICAL
gboolean   talks_import_read_icalendar        (TalksImporter *self,
                                               GBytes        *bytes,
                                               GError       **error);
#endif

G_END_DECLS
