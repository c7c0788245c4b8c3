/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values as JSON text.
 *
 * json-glib reads; it does not write here: it leaves U+001F as it is, spells 0.1 with seventeen
 * digits and 1e22 as "1e+22.0", which is no JSON. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Part of a text that somebody else keeps; not terminated. */
typedef struct
{
  const char *text;
  size_t      length;
} TalksJsonSlice;

/* How a value is set into the text around it. */
typedef struct
{
  gboolean       multiline; /* members and elements stand on lines of their own */
  TalksJsonSlice newline;
  TalksJsonSlice indent;    /* of the line in which the value begins: this … */
  guint          depth;     /* … and so many units */
  TalksJsonSlice unit;
  TalksJsonSlice colon;     /* between name and value: ": " */
  TalksJsonSlice comma;     /* space after a comma in one line */
  TalksJsonSlice pad;       /* space inside the braces of an object in one line */
} TalksJsonLayout;

/* Two spaces a level, a line for each member, LF. */
TalksJsonLayout talks_json_layout_default (void);

/* Starts a line at the depth of layout. */
void            talks_json_layout_break   (const TalksJsonLayout *layout,
                                           GString               *out);

void            talks_json_append_slice   (GString               *out,
                                           TalksJsonSlice         slice);

/* text is valid UTF-8. Escapes only what RFC 8259 wants escaped. */
void            talks_json_write_string   (GString               *out,
                                           const char            *text);

/* The shortest decimal that reads as value; "null" when it is not finite. */
void            talks_json_write_number   (GString               *out,
                                           double                 value);
void            talks_json_write_node     (GString               *out,
                                           JsonNode              *node,
                                           const TalksJsonLayout *layout);

G_END_DECLS
