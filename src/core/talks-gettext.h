/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program's words where they may be wanted in another language than the interface's: as <glib/gi18n-lib.h>, but in
 * the language of the calling thread's TalksWording. What can be drawn, printed or exported takes its words from here.
 *
 * What is returned is never freed. */

#pragma once

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

const char *talks_gettext   (const char *text) G_GNUC_FORMAT (1);
const char *talks_ngettext  (const char *singular,
                             const char *plural,
                             gulong      n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

/* key: the context, U+0004, and the text, which begins at offset; see C_(). */
const char *talks_pgettext  (const char *key,
                             gsize       offset) G_GNUC_FORMAT (1);

/* A text that was marked with NC_(). */
const char *talks_pgettext2 (const char *context,
                             const char *text) G_GNUC_FORMAT (2);

#undef _
#undef C_
#undef ngettext
#define _(text) talks_gettext (text)
#define C_(context, text) talks_pgettext (context "\004" text, sizeof (context))
#define ngettext(singular, plural, n) talks_ngettext ((singular), (plural), (n))

G_END_DECLS
