/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scanner writes and the search by pointer reads; and what the two halves of the scanner
 * share. */

#pragma once

#include "talks-error.h"
#include "talks-json-scan.h"

G_BEGIN_DECLS

typedef struct
{
  size_t   offset; /* of the first byte, after a byte order mark */
  unsigned line;   /* both from 1 */
  unsigned column;
} TalksJsonPlace;

/* A member of the root. */
typedef struct
{
  TalksJsonPlace place;
  GArray        *elements; /* of TalksJsonPlace; NULL when it is not a list */
} TalksJsonMember;

struct _TalksJsonScan
{
  gatomicrefcount ref_count;
  GBytes         *bytes;
  const char     *text; /* inside bytes */
  size_t          length;
  TalksJsonPlace  root;
  GHashTable     *members; /* char * → TalksJsonMember: of a name that stands twice, the first */
  TalksJsonIrregularity *irregularities;
  guint           n_irregularities;
};

/* strchr() would take a tenth of the time of a scan. */
static inline gboolean
talks_json_is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* ---- talks-json-scan.c, talks-json-scan-errors.c and talks-json-token.c ---- */

/* Bytes of a name that a message shows. */
#define TALKS_JSON_MAX_NAME_SHOWN 200

/* An open list or object. */
typedef struct
{
  gboolean is_object;
  size_t   offset;
  guint    first_name; /* index of its first in TalksJsonScanner.names */
} TalksJsonLevel;

typedef struct
{
  const char *text; /* unescaped */
  size_t      length;
  size_t      offset;
} TalksJsonName;

/* An irregularity, while the scan goes on. */
typedef struct
{
  size_t         offset;
  TalksErrorCode code;
  const char    *name; /* that stands twice, in the text or in TalksJsonScanner.decoded; NULL for U+0000 */
  size_t         length;
} TalksJsonNote;

typedef struct
{
  TalksJsonScan   *scan;
  const char      *text;
  size_t           length;
  size_t           at;
  const char      *file; /* for messages; may be NULL */
  TalksJsonLevel   levels[TALKS_JSON_MAX_DEPTH];
  guint            depth;
  GArray          *names;   /* of TalksJsonName, of all open objects */
  GStringChunk    *decoded; /* holds those names that had escapes */
  TalksJsonPlace   mark;    /* the last place counted */
  TalksJsonMember *member;  /* of the root, being read; NULL if no pointer can lead to it */
  size_t           n_elements;
  TalksJsonNote    notes[TALKS_JSON_MAX_IRREGULARITIES];
  guint            n_notes;
  GError          *error;
} TalksJsonScanner;

/* Sets s->error to the sentence, with FILE:LINE:COLUMN before and some words of the line after it.
 * Always FALSE. */
gboolean       talks_json_fail           (TalksJsonScanner  *s,
                                          TalksErrorCode     code,
                                          size_t             at,
                                          const char        *format,
                                          ...) G_GNUC_PRINTF (4, 5);

/* Notes a name that stands twice, or an escape for U+0000 if name is NULL. */
void           talks_json_note           (TalksJsonScanner  *s,
                                          TalksErrorCode     code,
                                          size_t             at,
                                          const char        *name,
                                          size_t             length);

/* Makes messages of the notes, for a scan that succeeds. */
void           talks_json_keep_notes     (TalksJsonScanner  *s);

/* Whether the next byte is one of any. */
gboolean       talks_json_peek           (const TalksJsonScanner *s,
                                          const char        *any);

/* Go from the first byte of a text, number or word to the one after its last. */
gboolean       talks_json_scan_string    (TalksJsonScanner  *s,
                                          gboolean          *has_escapes);
gboolean       talks_json_scan_number    (TalksJsonScanner  *s);
gboolean       talks_json_scan_word      (TalksJsonScanner  *s);

/* ---- talks-json-bytes.c and talks-json-find.c ---- */

/* Where a later offset lies, counted on from place. */
TalksJsonPlace talks_json_place_advance  (const char        *text,
                                          TalksJsonPlace     place,
                                          size_t             offset);

/* The quotation mark that ends a JSON string, which does so before end; text is inside of it, and
 * not amid an escape. */
const char    *talks_json_find_quote     (const char        *text,
                                          const char        *end);

/* The characters of a JSON string whose well-formed inside is text. Free with g_free(). */
char          *talks_json_unescape       (const char        *text,
                                          size_t             length,
                                          size_t            *out_length);

void           talks_json_member_free    (TalksJsonMember   *member);

G_END_DECLS
