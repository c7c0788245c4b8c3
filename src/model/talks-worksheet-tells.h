/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksTells: the words by which a reader would know which party speaks, as far as a document itself shows them.
 *
 * - Names: of the party, and of its people, also as they write them themselves.
 * - What its short name begins with: adjectives often do as well.
 * - Words with a capital that stand with the party: in the offices of its people, in what is said about them, in the
 *   places where it alone was the host. A third of the records of which a word stands with it are enough: the capital
 *   of a country is named with its guests, too.
 * - Words with a capital that (nearly) only this party uses in its statements.
 *
 * Words are alike when their first letters are, without accents: names are declined. Scripts without capitals have the
 * names only. Made of one state of a document. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef struct _TalksTells TalksTells;

TalksTells *talks_tells_new        (TalksDocument    *document);
void        talks_tells_free       (TalksTells       *self);

/* Whether text, said by party, shows that it was that party. */
gboolean    talks_tells_give_away  (TalksTells       *self,
                                    const char       *text,
                                    const TalksParty *party);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksTells, talks_tells_free)

G_END_DECLS
