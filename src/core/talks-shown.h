/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown of a text that anybody may have written.
 *
 * Laying out a text takes time with the square of some of its properties, and marks, tabs, empty
 * lines and changes of direction reach beyond the place that a text is given. What is shown has no
 * more characters, lines, marks on one letter or spaces in a row than a reader can use; a word that
 * fills several lines can be broken; and changes of direction end with the text. Whoever edits,
 * writes or searches a text takes it as it is. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TALKS_SHOWN_CHARS      5000  /* of a text, */
#define TALKS_SHOWN_LINES      200
#define TALKS_SHOWN_LINE_CHARS 500   /* of a text in one line, */
#define TALKS_SHOWN_MARKS      16    /* on one letter of both, */
#define TALKS_SHOWN_SPACES     16    /* in a row, */
#define TALKS_SHOWN_WORD_CHARS 300   /* without a place to break */

/* text, which is valid UTF-8, as it can be shown; what is cut off is counted at its end. NULL, at
 * little cost, when that is text itself. */
char *talks_shown_text (const char *text);

/* The same for one line: line breaks and tabs are spaces. */
char *talks_shown_line (const char *text);

/* The same, and a copy of text when it can be shown as it is. */
char *talks_shown_dup_line (const char *text);

G_END_DECLS
