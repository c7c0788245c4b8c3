/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A JSON text changed in place: what nobody touched stays as it was written, byte for byte.
 *
 * A text is cut into the items of its outermost object or list, and put together again from pieces:
 * items as they were, items with another value, and new ones, which are set as their neighbours are.
 * All texts here are JSON that a TalksJsonScan has seen. */

#pragma once

#include "talks-json-write.h"

G_BEGIN_DECLS

/* Offsets in the text around it. */
typedef struct
{
  size_t lead;     /* after the bracket or comma before; from here to start is space */
  size_t start;    /* of the name, or of the value where there are none */
  size_t name_end; /* from here to value is space and a colon */
  size_t value;
  size_t end;      /* from here to tail is space */
  size_t tail;     /* of the comma or bracket after */
  char  *name;     /* unescaped; NULL in a list */
} TalksJsonItem;

typedef struct
{
  const char     *text; /* of an object or a list; somebody else keeps it */
  size_t          length;
  GArray         *items;  /* of TalksJsonItem */
  TalksJsonLayout layout; /* how values are set in it */
} TalksJsonItems;

/* around is how the value itself is set. */
TalksJsonItems *talks_json_items_new         (const char            *text,
                                              size_t                 length,
                                              const TalksJsonLayout *around);
void            talks_json_items_free        (TalksJsonItems        *self);
const TalksJsonItem *
                talks_json_items_get         (const TalksJsonItems  *self,
                                              guint                  index);

/* How a value is set that stands where the one of that index does, and is of its kind. */
TalksJsonLayout talks_json_items_layout_like (const TalksJsonItems  *self,
                                              int                    index);

/* A member or element of a new text. */
typedef struct
{
  int         item; /* index of the one it was; −1: new */
  const char *name; /* of a new member */
  GString    *text; /* the value; NULL: as it was */
} TalksJsonPiece;

/* A list of pieces that frees their texts. */
GArray         *talks_json_pieces_new        (void);

/* Takes text over. */
void            talks_json_pieces_add        (GArray                *pieces,
                                              int                    item,
                                              const char            *name,
                                              GString               *text);

void            talks_json_items_write       (const TalksJsonItems  *self,
                                              GArray                *pieces,
                                              GString               *out);

/* Writes node over text, which reads as old. What is the same JsonNode in both is not touched.
 * made_from: JsonNode of a changed object or list → the JsonNode in old that it was; what is in neither
 * is new. */
void            talks_json_patch             (GString               *out,
                                              const char            *text,
                                              size_t                 length,
                                              JsonNode              *old,
                                              JsonNode              *node,
                                              GHashTable            *made_from,
                                              const TalksJsonLayout *layout);

/* ---- lists whose elements are not all understood ---- */

/* An element of a new list. */
typedef struct
{
  int old; /* index in the old list; −1: new */
  int now; /* index among the values of now; −1: an element that was not understood */
} TalksJsonSlot;

/* Where the elements of a list go that has n_old elements now; those not understood
 * (kept[i] is TRUE) stay behind the one that they follow. old_of says for each of
 * n_now values which element it was; −1: none. Of TalksJsonSlot. */
GArray         *talks_json_plan_list         (const gboolean        *kept,
                                              guint                  n_old,
                                              const int             *old_of,
                                              guint                  n_now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksJsonItems, talks_json_items_free)

G_END_DECLS
