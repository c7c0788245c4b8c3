/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The struct of TalksSession, shared by talks-session.c (what is looked at), talks-session-document.c (what it follows),
 * talks-session-view.c (which part of the time, folds, stepping) and talks-session-marks.c. */

#pragma once

#include "talks-session.h"

G_BEGIN_DECLS

struct _TalksSession
{
  GObject        parent_instance;
  TalksDocument *document;
  TalksOrigin   *origin;    /* may be NULL */
  TalksHistory  *history;
  gboolean       is_behind; /* the document has changed in the middle of a step */
  char          *language;
  char          *selection;
  char          *highlight;
  char          *topic;
  char          *query;
  TalksDay       as_of;
  TalksViewport  viewport;
  GArray        *quiet;  /* of TalksSpan */
  GArray        *folded; /* of gboolean, one for each quiet period */
  GHashTable    *marked; /* set of ids of events */
};

void               talks_session_emit        (TalksSession       *self,
                                              TalksSessionChange  flags);

/* Makes a session that has no document look at this one, from the start. Takes document over, emits nothing. */
void               talks_session_take_document (TalksSession     *self,
                                                TalksDocument    *document);

/* Returns what changed. */
TalksSessionChange talks_session_move_as_of  (TalksSession       *self,
                                              TalksDay            day);

/* Opens the closed fold that the selection lies in. Returns what changed. */
TalksSessionChange talks_session_open_fold_of_selection (TalksSession *self);

/* Takes the marks of events that are gone. Returns what changed. */
TalksSessionChange talks_session_drop_lost_marks (TalksSession  *self);

/* Hands the folded quiet periods to the viewport, keeping day in place. Returns what changed. */
TalksSessionChange talks_session_apply_folds (TalksSession       *self,
                                              double              day);

G_END_DECLS
