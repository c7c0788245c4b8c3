/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksImport: what another program's file would add to a document, before anything is added.
 *
 * Reading never fails for one bad row: what cannot be taken is told with its line and the reason, what the format
 * has and a document has no place for is told once. Parties, participants, topics, lanes and sources that a file
 * names are those of the document that have the name, or made. What looks like a record that is there already is
 * marked, and not chosen. Limits are those of the reader of documents.
 *
 * Reading blocks; it may be done on any thread that owns the document. An import belongs to one thread at a time. */

#pragma once

#include "talks-exchange.h"

G_BEGIN_DECLS

/* Of a column of dates like "03/04/2022", which can be read either way. */
typedef enum
{
  TALKS_DATE_ORDER_UNKNOWN, /* such dates are not taken; TalksImportTable.n_ambiguous counts them */
  TALKS_DATE_ORDER_DAY_FIRST,
  TALKS_DATE_ORDER_MONTH_FIRST,
} TalksDateOrder;

/* What the rows of a table are, beside the kinds of records. */
#define TALKS_IMPORT_ROWS_FIND_OUT (-1)

typedef struct
{
  char   *part;  /* what sets its name apart from that of the first: "participants"; see TalksExchangeFile */
  GBytes *bytes;
} TalksImportBeside;

typedef struct
{
  TalksDay            today;        /* what "today" in a date is */
  const char         *default_kind; /* of events without one; NULL: a kind and a lane of their own */

  /* The rest is for CSV. */
  const char         *encoding;     /* as g_convert() knows it; NULL: found out */
  char                delimiter;    /* ',', ';' or '\t'; 0: found out */
  int                 rows;         /* a TalksRecordKind, or TALKS_IMPORT_ROWS_FIND_OUT */
  const char * const *columns;      /* the field of each column, "" for none; NULL: found out */
  TalksDateOrder      date_order;
  GPtrArray          *beside;       /* of TalksImportBeside: other tables of the same export; may be NULL */
} TalksImportOptions;

/* A record that may be added. */
typedef struct
{
  TalksRecord *record; /* its id is free in the document */
  unsigned     line;   /* where it begins in the file, from 1; 0 where there is none to tell, or it is in a table beside */
  gboolean     made;   /* for others that name it: it comes with them, chosen or not */
  char        *alike;  /* id of a record of the document, or of an item before it, that looks the same; or NULL */
  gboolean     chosen; /* for the caller to set; FALSE at first for what is alike */
} TalksImportItem;

/* Something not taken. */
typedef struct
{
  unsigned line; /* from 1; 0 when it is about no line */
  char    *what; /* title of the row, or name of a field; may be NULL */
  char    *why;  /* a sentence for the reader; never NULL */
} TalksImportRemark;

/* How a table was read. */
typedef struct
{
  char          *encoding;
  gboolean       encoding_guessed; /* nothing in the file tells it */
  char           delimiter;
  int            rows;             /* a TalksRecordKind; −1 for a table that holds no records */
  gboolean       is_own;           /* its headings are those of our own export */
  char         **headings;
  char         **columns;          /* the field of each, "" for none; as many as headings */
  GPtrArray     *first_rows;       /* of char **, each as long as headings */
  unsigned       n_rows;           /* with something in them, without headings */
  unsigned       n_ambiguous;      /* dates that wait for a date order */
  char          *ambiguous;        /* the first of them; or NULL */
} TalksImportTable;

typedef struct
{
  TalksExchangeFormat format;
  GPtrArray          *items;    /* of TalksImportItem, in the order in which they would be added */
  GPtrArray          *left;     /* of TalksImportRemark: rows that are not taken */
  GPtrArray          *warnings; /* of TalksImportRemark: what is not taken of the others */
  guint               n_more;   /* remarks beyond TALKS_IMPORT_MAX_REMARKS */
  TalksImportTable   *table;    /* of CSV; else NULL */
} TalksImport;

/* Remarks of each list beyond these are counted only. */
#define TALKS_IMPORT_MAX_REMARKS 5000

/* By what is in it, and by the ending of name, which may be NULL. TALKS_EXCHANGE_CSV for want of a better one. */
TalksExchangeFormat talks_import_guess_format  (const char               *name,
                                                GBytes                   *bytes);

/* Errors: TALKS_ERROR_FORMAT when there is nothing of that format in it, or it is not read here; TALKS_ERROR_ENCODING,
 * TALKS_ERROR_SYNTAX and TALKS_ERROR_TOO_LARGE as the readers of documents give them. */
TalksImport        *talks_import_read          (GBytes                   *bytes,
                                                TalksExchangeFormat       format,
                                                const TalksImportOptions *options,
                                                TalksDocument            *document,
                                                GError                  **error);
void                talks_import_free          (TalksImport              *self);

/* The changes (of TalksChange) that add what is chosen to the document it was read for, together with the people,
 * parties, topics, lanes and sources that those name. May be empty. */
GPtrArray          *talks_import_make_changes  (TalksImport              *self);

/* The fields that a column of a table of kind can hold, NULL-terminated: "title", "place.name", and for an event or a
 * position also "date.end", "date.year" …; for an event "attendance": names of people, apart by semicolons. */
char              **talks_import_list_fields   (TalksRecordKind           kind);

/* What sets the names of the tables apart that an export of ours can have beside the first: NULL-terminated. */
char              **talks_import_list_beside   (void);

/* The encodings to offer, NULL-terminated: names that g_convert() knows. */
const char * const *talks_import_get_encodings (void);

void                talks_import_beside_free   (TalksImportBeside        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksImport, talks_import_free)

G_END_DECLS
