/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksPanel: what all panels beside the timeline have in common.
 *
 * A panel shows one side of a TalksSession. It listens to "changed", gathers the flags while it is
 * not mapped, and calls its refresh() with them when it is, so that hidden panels cost nothing.
 * Its only child is the one of its template. Panels of the same window do not know each other.
 *
 * Where a reader is in a panel, what they opened there and what they search for in it can be asked for, and shown in
 * another one:
 * signal "scrolled": the reader has scrolled; not what reveals a selection;
 * signal "opened": the reader has opened or closed something that talks_panel_dup_opened() tells;
 * signal "searched": another query;
 * all also when the panel has come into view. */

#pragma once

#include <gtk/gtk.h>

#include "talks-palette.h"
#include "talks-session.h"

G_BEGIN_DECLS

/* Beside the TalksSessionChange flags: other colours. */
#define TALKS_PANEL_PALETTE (1u << 16)
#define TALKS_PANEL_EVERYTHING (TALKS_SESSION_EVERYTHING | TALKS_PANEL_PALETTE)

#define TALKS_TYPE_PANEL (talks_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (TalksPanel, talks_panel, TALKS, PANEL, GtkWidget)

struct _TalksPanelClass
{
  GtkWidgetClass parent_class;

  /* Shows what flags touch. There is a session. */
  void (*refresh) (TalksPanel *self,
                   guint       flags);

  /* All that follow may be left out. The GtkScrolledWindow around the rows, which are marked as
   * talks-place.h says. */
  GtkWidget *(*get_scroller) (TalksPanel *self);

  /* The GtkSearchEntry for what is to be shown. */
  GtkEditable *(*get_search) (TalksPanel *self);

  /* Keys of what is open beside the disclosures in the scroller; free with g_strfreev(). */
  char **(*dup_opened) (TalksPanel *self);

  /* Opens what has these keys, and nothing else. There is a session. Other keys are those of disclosures. */
  void (*set_opened) (TalksPanel         *self,
                      const char * const *keys);
};

/* NULL takes the session away; then the panel keeps showing what it showed. */
void                talks_panel_set_session (TalksPanel         *self,
                                             TalksSession       *session);

/* Colours of parties and marks; the light ones at first. palette is constant and not copied. */
void                talks_panel_set_palette (TalksPanel         *self,
                                             const TalksPalette *palette);

/* ---- where its reader is ---- */

/* As of talks_place_find(): what is at the top. Free with g_free(); NULL: the panel is not in view. */
char               *talks_panel_dup_place    (TalksPanel         *self);

/* Scrolls there, as soon as the panel is in view and laid out. */
void                talks_panel_set_place    (TalksPanel         *self,
                                              const char         *place);

/* What is open, by keys; free with g_strfreev(). */
char              **talks_panel_dup_opened   (TalksPanel         *self);

/* Opens the same in a panel of another session, as soon as it is in view. */
void                talks_panel_set_opened   (TalksPanel         *self,
                                              const char * const *opened);

/* What its own search is for; "" when nothing, or when it has none. Free with g_free(). */
char               *talks_panel_dup_query    (TalksPanel         *self);

/* Shows only what is found, at once. */
void                talks_panel_set_query    (TalksPanel         *self,
                                              const char         *query);

/* Nobody types there: the search is seen only while it is for something, so that one sees why there is less. */
void                talks_panel_hide_search  (TalksPanel         *self);

/* Nearly a page down, or up when direction is less than 0. */
void                talks_panel_scroll_page  (TalksPanel         *self,
                                              int                 direction);

/* ---- for the parts of a panel ---- */

/* The reader has opened or closed something. */
void                talks_panel_note_opened  (TalksPanel        *self);

/* May be NULL before it is set. */
TalksSession       *talks_panel_get_session  (TalksPanel        *self);
const TalksPalette *talks_panel_get_palette  (TalksPanel        *self);

/* Those of the session, which must be there. */
TalksDocument      *talks_panel_get_document (TalksPanel        *self);
const char         *talks_panel_get_language (TalksPanel        *self);

/* The panel that widget is in; NULL: in none. */
TalksPanel         *talks_panel_find         (GtkWidget         *widget);

/* A text in the language of the session; "" for an absent one. */
const char         *talks_panel_text         (TalksPanel        *self,
                                              const TalksText   *text);

/* "as of 29 March 2022": the day of the session. */
void                talks_panel_show_day     (TalksPanel        *self,
                                              GtkLabel          *label);

/* The colour of a party in this theme; that of dim text for NULL. */
TalksColor          talks_panel_party_color  (TalksPanel        *self,
                                              const TalksParty  *party);

/* The party called id; NULL when there is none. */
TalksParty         *talks_panel_party        (TalksPanel        *self,
                                              const char        *id);

/* What a click on a record does: selects an event, position or source, highlights a person or party
 * (or takes the highlight away), chooses a topic, selects what an annotation is about. */
void                talks_panel_activate     (TalksPanel        *self,
                                              const TalksRecord *record);

/* Opens the address of a source in the browser; without one that may be opened, nothing happens. */
void                talks_panel_open_source  (TalksPanel        *self,
                                              const TalksSource *source);

G_END_DECLS
