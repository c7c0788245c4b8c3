/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a source says beyond the fields of its record: members of CSL-JSON, one in each of the last lines of its note.
 * Names are written "editor: Family || Given", as Zotero does it. */

#pragma once

#include <json-glib/json-glib.h>

#include "talks-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;  /* of a member of CSL */
  char *value; /* not blank, in one line */
} TalksNoteLine;

/* Appends a line for value, which may be NULL or blank: then nothing. */
void       talks_note_append       (GString          *note,
                                    const char       *name,
                                    const char       *value);
void       talks_note_append_name  (GString          *note,
                                    const char       *member,
                                    const TalksName  *name);

/* Appends lines for a member of an item. FALSE when it says something that no line can. */
gboolean   talks_note_append_node  (GString          *note,
                                    const char       *name,
                                    JsonNode         *node);

/* The lines at the end of note that hold members, and before them in *text what is left, which may be NULL. note may be
 * NULL. An array of TalksNoteLine. */
GPtrArray *talks_note_split        (const char       *note,
                                    char            **text);

/* "Family || Given || Suffix", or a whole name. */
TalksName *talks_note_parse_name   (const char       *value);

/* The value of a member made of such a line; old is what the lines before it have made, or NULL; taken over. NULL when the
 * member cannot hold it: old is untouched then. */
JsonNode  *talks_note_make_node    (const TalksNoteLine *line,
                                    JsonNode            *old);

G_END_DECLS
