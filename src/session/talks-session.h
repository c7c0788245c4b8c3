/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksSession: what one window looks at.
 *
 * The hub where timeline and panels meet; they do not know each other. Whoever lets the user do
 * something calls one setter here; whoever shows something listens to one signal:
 *
 *   "changed" (TalksSessionChange flags)
 *
 * emitted once after each setter that changed something, never for a setter that changed
 * nothing. Invariants:
 * 1. There is always a document (an empty one at first) and it belongs to the session.
 * 2. There is one as-of day. Selecting an event or position moves it to the day of that record.
 * 3. The selection is the id of one record in the document, or NULL.
 * 4. The focus (highlight) is the id of a party or participant, or NULL; the rest is dimmed.
 * 5. A step of the history is one change of the document, however many records it touches.
 * 6. What is selected is never inside a closed fold: selecting opens it, closing it selects nothing. */

#pragma once

#include "talks-document.h"
#include "talks-history.h"
#include "talks-origin.h"
#include "talks-viewport.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_SESSION_DOCUMENT  = 1 << 0, /* another document, or another state of it */
  TALKS_SESSION_SELECTION = 1 << 1,
  TALKS_SESSION_AS_OF     = 1 << 2,
  TALKS_SESSION_HIGHLIGHT = 1 << 3, /* the party or person that is not dimmed */
  TALKS_SESSION_TOPIC     = 1 << 4, /* the topic of the ribbons */
  TALKS_SESSION_QUERY     = 1 << 5, /* the words searched for */
  TALKS_SESSION_SCALE     = 1 << 6, /* zoom, folds or direction: content moves */
  TALKS_SESSION_POSITION  = 1 << 7, /* panned only */
  TALKS_SESSION_LANGUAGE  = 1 << 8, /* language of the document's texts */
  TALKS_SESSION_MARKS     = 1 << 9, /* the marked events: talks-session-marks.h */
} TalksSessionChange;

#define TALKS_SESSION_EVERYTHING 0x3ff

#define TALKS_TYPE_SESSION (talks_session_get_type ())
G_DECLARE_FINAL_TYPE (TalksSession, talks_session, TALKS, SESSION, GObject)

TalksSession        *talks_session_new             (void);

/* Never NULL. Setting it selects nothing, takes the last day of the document as as-of day, the
 * first topic, the quiet periods folded, and shows everything. */
TalksDocument       *talks_session_get_document    (TalksSession  *self);
void                 talks_session_set_document    (TalksSession  *self,
                                                    TalksDocument *document);

/* Where the document is kept; NULL: nobody has told, as for one that was set just now. */
TalksOrigin         *talks_session_get_origin      (TalksSession  *self);
void                 talks_session_set_origin      (TalksSession  *self,
                                                    TalksOrigin   *origin);

/* What is done to the document goes through here. Never NULL; a new one for each document, owned by the session. */
TalksHistory        *talks_session_get_history     (TalksSession  *self);

/* BCP 47; what texts are asked for in. Never NULL. */
const char          *talks_session_get_language    (TalksSession  *self);
void                 talks_session_set_language    (TalksSession  *self,
                                                    const char    *language);

TalksDay             talks_session_get_as_of       (TalksSession  *self);
void                 talks_session_set_as_of       (TalksSession  *self,
                                                    TalksDay       day);

/* NULL: nothing. An id that is not in the document selects nothing. Events and positions are
 * brought into view. */
TalksRecord         *talks_session_get_selection   (TalksSession  *self);
void                 talks_session_select          (TalksSession  *self,
                                                    const char    *id);
/* The selection when it is an event; the event of the selection when it is a position. */
TalksEvent          *talks_session_get_event       (TalksSession  *self);

/* Id of a party or participant, or NULL. Any other id highlights nothing. */
const char          *talks_session_get_highlight   (TalksSession  *self);
void                 talks_session_set_highlight   (TalksSession  *self,
                                                    const char    *id);
/* TRUE when nothing is highlighted, or the record has to do with what is. */
gboolean             talks_session_is_lit          (TalksSession  *self,
                                                    const TalksRecord *record);

/* Id of a topic; NULL only when the document has none. */
const char          *talks_session_get_topic       (TalksSession  *self);
void                 talks_session_set_topic       (TalksSession  *self,
                                                    const char    *id);

/* Never NULL; "" when nothing is searched for. */
const char          *talks_session_get_query       (TalksSession  *self);
void                 talks_session_set_query       (TalksSession  *self,
                                                    const char    *query);

/* ---- what is seen: forwards to the viewport and emits ---- */

const TalksViewport *talks_session_get_viewport    (TalksSession  *self);
void                 talks_session_set_width       (TalksSession  *self,
                                                    double         width);
void                 talks_session_set_mirrored    (TalksSession  *self,
                                                    gboolean       mirrored);
void                 talks_session_scroll_to       (TalksSession  *self,
                                                    double         x);
void                 talks_session_zoom_at         (TalksSession  *self,
                                                    double         zoom,
                                                    double         day);
/* Zooms by a factor at the selection if it is in view, else at the middle. */
void                 talks_session_zoom_by         (TalksSession  *self,
                                                    double         factor);
/* Makes from … to fill the width; opens a closed fold that holds them both. */
void                 talks_session_show            (TalksSession  *self,
                                                    double         from,
                                                    double         to);
void                 talks_session_fit             (TalksSession  *self);
/* Zooms to the selected event's fortnight. */
void                 talks_session_show_selection  (TalksSession  *self);

/* ---- folds ---- */

/* Quiet periods of the document, folded or not; of TalksSpan. */
GArray              *talks_session_get_quiet       (TalksSession  *self);
gboolean             talks_session_is_folded       (TalksSession  *self,
                                                    guint          quiet);
void                 talks_session_set_folded      (TalksSession  *self,
                                                    guint          quiet,
                                                    gboolean       folded);
/* All of them; folding is on when at least one is folded. */
gboolean             talks_session_get_folding     (TalksSession  *self);
void                 talks_session_set_folding     (TalksSession  *self,
                                                    gboolean       folding);

/* ---- stepping ---- */

typedef enum
{
  TALKS_STEP_PREVIOUS, /* in time */
  TALKS_STEP_NEXT,
  TALKS_STEP_ABOVE,    /* nearest in time in the lane above or below */
  TALKS_STEP_BELOW,
  TALKS_STEP_LANE_FIRST,
  TALKS_STEP_LANE_LAST,
  TALKS_STEP_FIRST,
  TALKS_STEP_LAST,
} TalksStep;

/* The event one step from the selected one (from the as-of day when none is selected); NULL when
 * there is no further one. */
TalksEvent          *talks_session_find_step       (TalksSession  *self,
                                                    TalksStep      step);
void                 talks_session_step            (TalksSession  *self,
                                                    TalksStep      step);

G_END_DECLS
