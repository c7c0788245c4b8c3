/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which form of a word goes with a number, by the rule of a catalogue: a C expression of n (GNU gettext manual, "Plural
 * forms"). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FALSE, with *out left alone, where rule is none. It ends with ";" or with the text. */
gboolean talks_plural_choose (const char *rule,
                              gulong      n,
                              gulong     *out);

G_END_DECLS
