/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What records are made of, told as data.
 *
 * One table for each kind of record, and for each part of records (TalksRole, TalksPlace …), says
 * which members of the document it holds and where: in the order in which they are written. Whatever
 * treats records field by field (equality, copies, the writer, merge, forms) walks these
 * tables and knows no field by itself. The id of a record is no field: it says which one it is.
 *
 * An "owner" is a record, or a part of one, of the struct that the table describes.
 *
 * Two rules hold for all values:
 * 1. What says nothing is absent: NULL, an empty list, a text with nothing but space. All that
 *    is absent is equal.
 * 2. A text that may stand in for another (the title for a label) does so by being the same
 *    TalksText: event->label == event->title means that the document has no label. A label of its
 *    own with the same words is another value. Copies keep that. */

#pragma once

#include "talks-record.h"

G_BEGIN_DECLS

typedef struct _TalksField    TalksField;
typedef struct _TalksFieldSet TalksFieldSet;

typedef enum
{
  TALKS_FIELD_STRING,      /* char * */
  TALKS_FIELD_TEXT,        /* TalksText * */
  TALKS_FIELD_DATE,        /* TalksDate * */
  TALKS_FIELD_BOOLEAN,     /* gboolean */
  TALKS_FIELD_WORD,        /* an enum, spelled in the document by a word of a vocabulary */
  TALKS_FIELD_COORDINATES, /* the three of TalksPlace; "lat" and "lon" in the document */
  TALKS_FIELD_STRINGS,     /* char ** */
  TALKS_FIELD_STRUCT,      /* a pointer to one part; NULL when there is none */
  TALKS_FIELD_LIST,        /* GPtrArray * of parts */
} TalksFieldType;

typedef struct
{
  int           n_words; /* values are 0 … n_words − 1 */
  const char *(*to_name)   (int         value);
  gboolean    (*from_name) (const char *name,
                            int        *out);
} TalksVocabulary;

struct _TalksField
{
  const char            *name;      /* of the member in the document: "native_name" */
  TalksFieldType         type;
  size_t                 offset;    /* in the owner */
  gboolean               required;  /* the document is wrong without */
  guint                  refers_to; /* holds ids of records of these kinds: 1 << kind for each; 0: no ids */
  const TalksVocabulary *words;     /* of a WORD, else NULL */
  const TalksFieldSet   *parts;     /* of a STRUCT or LIST, else NULL */
  size_t                 defaults_to; /* offset of the text that stands in where this one is absent; or 0 */
  size_t                 default_of;  /* offset of the text that this one stands in for; or 0 */
};

struct _TalksFieldSet
{
  const TalksField *fields;
  guint             n_fields;
  size_t            size; /* of the struct */
  GDestroyNotify    free; /* of a part; NULL of a record */
};

/* All kinds of records that can be referred to. */
#define TALKS_FIELD_ANY_KIND ((1u << TALKS_N_RECORD_KINDS) - 1)

/* The value of a field: TALKS_FIELD_VALUE (field, event, TalksText *). */
#define TALKS_FIELD_VALUE(field, owner, Type) G_STRUCT_MEMBER (Type, (owner), (field)->offset)

/* Static. */
const TalksFieldSet *talks_record_kind_get_fields (TalksRecordKind      kind);

/* NULL when there is none of that name. */
const TalksField    *talks_field_set_find         (const TalksFieldSet *self,
                                                   const char          *name);

/* Whether the owner says nothing there. A WORD never is absent, a BOOLEAN is when it is FALSE. */
gboolean             talks_field_is_absent        (const TalksField    *field,
                                                   gconstpointer        owner);
gboolean             talks_field_equal            (const TalksField    *field,
                                                   gconstpointer        a,
                                                   gconstpointer        b);

/* Gives into a copy of its own of the value in from. A text that stood in for another in into
 * goes on to do so. into must not be shared yet. */
void                 talks_field_copy             (const TalksField    *field,
                                                   gconstpointer        from,
                                                   gpointer             into);

/* The same of all fields of a part. Free the copy with self->free. */
gboolean             talks_field_set_equal        (const TalksFieldSet *self,
                                                   gconstpointer        a,
                                                   gconstpointer        b);
gpointer             talks_field_set_copy         (const TalksFieldSet *self,
                                                   gconstpointer        part);

/* Same kind, id and fields. Both may be NULL; NULL equals NULL only. */
gboolean             talks_record_equal           (const TalksRecord   *a,
                                                   const TalksRecord   *b);

/* An equal record of the same id with one reference, for its maker to change. */
gpointer             talks_record_copy            (const TalksRecord   *record);

G_END_DECLS
