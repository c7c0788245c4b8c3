/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Translations for tests, so that these need no msgfmt and no translated locale. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *key;         /* the text, with its context and U+0004 before it */
  const char *plural;      /* NULL: it has none */
  const char *translation; /* forms of a plural with "|" between them */
} TalksTestMessage;

/* The bytes of a .mo file of these n messages, which this call sorts; rule: of plurals, "nplurals=2; plural=n != 1;". */
GBytes *talks_test_catalogue_make   (TalksTestMessage *messages,
                                     guint             n,
                                     const char       *rule);

/* The same in folder, where bindtextdomain() can be sent; remove takes it and all beside it away again. */
void    talks_test_catalogue_write  (const char       *folder,
                                     const char       *language,
                                     TalksTestMessage *messages,
                                     guint             n,
                                     const char       *rule);
void    talks_test_catalogue_remove (const char       *folder,
                                     const char       *language);

G_END_DECLS
