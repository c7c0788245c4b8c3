/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The struct of TalksWindow, shared by talks-window.c (life and wiring), talks-window-actions.c
 * (verbs and keys) and talks-window-file.c (opening and exporting). */

#pragma once

#include "talks-banner.h"
#include "talks-compare-view.h"
#include "talks-event-panel.h"
#include "talks-outline-panel.h"
#include "talks-participants-panel.h"
#include "talks-positions-panel.h"
#include "talks-problems-view.h"
#include "talks-search-panel.h"
#include "talks-sources-panel.h"
#include "talks-timeline-overview.h"
#include "talks-timeline.h"
#include "talks-window.h"

G_BEGIN_DECLS

struct _TalksWindow
{
  GtkApplicationWindow parent_instance;

  TalksSession     *session;
  TalksThemeKeeper *theme;
  GSettings        *settings;

  GFile            *file;       /* what is shown; NULL before the first document */
  GFile            *opening;    /* what is being read; NULL when nothing is */
  GCancellable     *reading;
  gboolean          bundled;
  gboolean          placed;     /* panes have got their first widths */
  guint             update_bars; /* source; 0 when none is due */
  gboolean          narrow;     /* the footer's buttons are without words */

  GPtrArray        *history;    /* of char *: ids of what was selected, oldest first */
  guint             history_at; /* index of what is selected now */
  gboolean          history_moving;

  GMenu            *recent_section;

  TalksBanner           *banner;
  TalksCompareView      *compare_view;
  TalksEventPanel       *event_panel;
  TalksOutlinePanel     *outline_panel;
  TalksParticipantsPanel *participants_panel;
  TalksPositionsPanel   *positions_panel;
  TalksProblemsView     *problems_view;
  TalksSearchPanel      *search_panel;
  TalksSourcesPanel     *sources_panel;
  TalksTimeline         *timeline;
  TalksTimelineOverview *overview;

  GtkWidget        *centre;
  GtkWidget        *fit_button;
  GtkWidget        *header;
  GtkWidget        *next_label;
  GtkWidget        *previous_label;
  GtkWidget        *left_pane;
  GtkWidget        *right_pane;
  GtkWidget        *left_paned;
  GtkWidget        *right_paned;
  GtkWidget        *left_stack;
  GtkWidget        *right_stack;
  GtkWidget        *main_stack;
  GtkWidget        *scrolled_window;
  GtkWidget        *search_button;
  GtkWidget        *spinner;
  GtkStackPage     *search_page;
  GtkStackPage     *problems_page;
  GtkLabel         *title_label;
  GtkLabel         *subtitle_label;
  GtkLabel         *range_label;
  GtkLabel         *zoom_label;
};

void talks_window_class_install_actions (GtkWidgetClass *widget_class);
void talks_window_init_actions          (TalksWindow    *self);
void talks_window_update_actions        (TalksWindow    *self);

/* Notes the selection for Alt+Left and Alt+Right. */
void talks_window_note_history          (TalksWindow    *self);

/* Shows or leaves the search page. */
void talks_window_set_searching         (TalksWindow    *self,
                                         gboolean        searching);

/* The files opened lately, in the menu of the Open button. */
void talks_window_init_recent           (TalksWindow    *self);
void talks_window_add_recent            (GFile          *file);

void talks_window_choose_file           (TalksWindow    *self);
void talks_window_export                (TalksWindow    *self);

G_END_DECLS
