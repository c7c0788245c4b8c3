/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be presented of a session right now: the tours of its document, and lessons made of what is found, selected or
 * in view. */

#pragma once

#include "talks-lesson.h"
#include "talks-session.h"

G_BEGIN_DECLS

typedef struct
{
  char        *key;    /* the id of a tour, or "found", "marked", "selected", "view": the same when it is offered again */
  char        *name;
  char        *detail; /* how many steps, and what it is about */
  TalksLesson *lesson; /* with one step at least */
} TalksOffer;

void       talks_offer_free  (TalksOffer   *offer);

/* Of TalksOffer, for the caller; tours first. Words are in the reader's language, that of the session. */
GPtrArray *talks_offers_list (TalksSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksOffer, talks_offer_free)

G_END_DECLS
