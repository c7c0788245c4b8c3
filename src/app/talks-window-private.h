/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The struct of TalksWindow, shared by its parts: talks-window.c (life and wiring), -actions.c (verbs of looking), -file.c
 * (opening), -edit.c (who may edit, verbs of editing), -save.c, -close.c (what is not saved), -change.c (what others
 * do to the file), -problems.c, -present.c. */

#pragma once

#include "talks-banner.h"
#include "talks-compare-view.h"
#include "talks-dialogs.h"
#include "talks-event-panel.h"
#include "talks-external-change.h"
#include "talks-history-view.h"
#include "talks-journal-store.h"
#include "talks-keeper.h"
#include "talks-outline-panel.h"
#include "talks-participants-panel.h"
#include "talks-positions-panel.h"
#include "talks-presenter.h"
#include "talks-problem-check.h"
#include "talks-problems-view.h"
#include "talks-projection-bar.h"
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

  TalksKeeper         *keeper;  /* of the document; NULL before the first one */
  TalksExternalChange *external_change; /* of the keeper's file; NULL without a keeper */
  TalksProblemCheck   *problem_check;   /* the same of its document */
  guint             file_news;  /* what the banner of the file says; 0 when nothing */
  char             *user;       /* who signs steps when no other name is set */
  char             *news;       /* good news in the other banner */
  char             *losses;     /* what the last export left out; NULL before the first */
  guint             hide_news;  /* source; 0 when it stays */
  gboolean          leaving;    /* what is not saved is being asked about */
  gboolean          asking_for_copy;

  TalksPresenter   *presenter;   /* NULL: no lesson is given */
  TalksProjection  *projection;  /* NULL: no view is on the projector */
  char             *presented;   /* what was chosen last, see talks_present_dialog_show(); NULL: nothing yet */
  guint             presented_step; /* where that ended */

  GPtrArray        *history;    /* of char *: ids of what was selected, oldest first */
  guint             history_at; /* index of what is selected now */
  gboolean          history_moving;

  GMenu            *recent_section;

  TalksBanner           *banner;
  TalksCompareView      *compare_view;
  TalksEventPanel       *event_panel;
  TalksBanner           *file_banner;
  TalksHistoryView      *history_view;
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
  GtkWidget        *next_label;
  GtkWidget        *previous_label;
  GtkWidget        *left_pane;
  GtkWidget        *right_pane;
  GtkWidget        *left_paned;
  GtkWidget        *right_paned;
  GtkWidget        *left_stack;
  GtkWidget        *right_stack;
  GtkWidget        *main_stack;
  GtkMenuButton    *menu_button;
  GtkWidget        *scrolled_window;
  GtkWidget        *spinner;
  GtkWidget        *redo_button;
  GtkWidget        *undo_button;
  GtkStackPage     *history_page;
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

/* Lists what is wrong with what was read, and after an edit with what there is now. */
void talks_window_show_problems_of      (TalksWindow        *self,
                                         const TalksReading *reading);
void talks_window_update_problems       (TalksWindow    *self);

/* Brings the page of problems forward. */
void talks_window_show_problems         (TalksWindow    *self);

/* What leads there and from there. */
void talks_window_init_problems         (TalksWindow    *self);

typedef void (*TalksWindowChosen) (TalksWindow *self,
                                   GFile       *file);

/* Lets the user choose a file; chosen gets it, unless they change their mind. Without filters (NULL, 0): a timeline. */
void talks_window_choose_file           (TalksWindow           *self,
                                         const char            *title,
                                         const TalksFileFilter *filters,
                                         size_t                 n_filters,
                                         TalksWindowChosen      chosen);

/* Opens one that the user chooses. */
void talks_window_open                  (TalksWindow    *self);

/* Takes another file into the document: one that the user chooses, or this. */
void talks_window_merge                 (TalksWindow    *self);
void talks_window_merge_file            (TalksWindow    *self,
                                         GFile          *file);

/* The same with a file of another program. */
void talks_window_import                (TalksWindow    *self);
void talks_window_import_file           (TalksWindow    *self,
                                         GFile          *file);

/* Shows what was opened, which is taken over. */
void talks_window_take                  (TalksWindow    *self,
                                         TalksOpened    *opened);

/* The same, with the steps that an earlier program left, and of the document that origin tells; both may be NULL. */
void talks_window_take_restored         (TalksWindow    *self,
                                         TalksOpened    *opened,
                                         TalksLeftover  *leftover,
                                         TalksOrigin    *origin);

/* Does the steps again and says so. The journal that goes on; NULL, having said why, when the left-over one stays. */
TalksJournal *talks_window_restore_steps (TalksWindow         *self,
                                          const TalksOpened   *opened,
                                          const TalksLeftover *leftover);

/* Lists the earlier versions of the file. */
void talks_window_show_versions         (TalksWindow    *self);

void talks_window_init_history          (TalksWindow    *self);

/* Who the steps to come are by. */
void talks_window_update_author         (TalksWindow    *self);

/* What shows the state of the history, and of the file. */
void talks_window_history_changed       (TalksWindow    *self);
void talks_window_keeper_changed        (TalksWindow    *self);

/* The same file again; what is not saved has been let go of. */
void talks_window_reload                (TalksWindow    *self);

/* Whether file is the one that is shown. */
gboolean talks_window_is_shown_file     (TalksWindow    *self,
                                         GFile          *file);

/* Asks for a title, and opens a window with a document of that title. */
void talks_window_new_timeline          (TalksWindow    *self);

/* The title, and beside it what is not saved. */
void talks_window_update_titles         (TalksWindow    *self);
void talks_window_save_state            (TalksWindow    *self);
void talks_window_set_busy              (TalksWindow    *self,
                                         gboolean        busy);

/* ---- editing ---- */

typedef void (*TalksWindowEdit) (TalksWindow *self,
                                 gpointer     data);

/* Whether the document may be edited right now: there is a file of the user's own, or none yet. */
gboolean talks_window_may_edit          (TalksWindow    *self);

/* Edits, at once or as soon as the user has made a copy of what is to stay as it is; not at all if they do not want
 * to. data is let go of by destroy, which may be NULL, in each case. */
void talks_window_begin_edit            (TalksWindow    *self,
                                         TalksWindowEdit edit,
                                         gpointer        data,
                                         GDestroyNotify  destroy);

/* Opens a form again in which somebody wrote when the program ended, if there is one of this document. */
void talks_window_resume_form           (TalksWindow    *self);

void talks_window_class_install_edit_actions (GtkWidgetClass *widget_class);
void talks_window_init_edit             (TalksWindow    *self);
void talks_window_update_edit           (TalksWindow    *self);

/* ---- saving ---- */

typedef void (*TalksWindowThen) (TalksWindow *self,
                                 gboolean     done,
                                 gpointer     data);

/* Saves, asking what has to be asked. then, which may be NULL, is called in each case, also when the window is
 * gone. */
void talks_window_save                  (TalksWindow    *self,
                                         TalksWindowThen then,
                                         gpointer        data);

/* Under a name that the user chooses, beginning with name; NULL for that of the file. */
void talks_window_save_as               (TalksWindow    *self,
                                         const char     *name,
                                         TalksWindowThen then,
                                         gpointer        data);

/* The name of the document with another ending than ".talks.json", for a chooser of files. */
char *talks_window_suggest_name         (TalksWindow    *self,
                                         const char     *ending);

/* Over what another program has written: the user has said so. */
void talks_window_replace               (TalksWindow    *self);

/* In a banner, for some seconds. */
void talks_window_show_news             (TalksWindow    *self,
                                         const char     *text);

/* ---- leaving ---- */

/* Whether there is something that is not saved, or a save runs. */
gboolean talks_window_has_work          (TalksWindow    *self);

/* Asks what is to become of that, and says whether the document may go. */
void talks_window_leave                 (TalksWindow    *self,
                                         TalksWindowThen then,
                                         gpointer        data);

/* Whether closing has to wait; the window closes by itself if it may. */
gboolean talks_window_hold_close        (TalksWindow    *self);

/* ---- what others do ---- */

void talks_window_class_install_change_actions (GtkWidgetClass *widget_class);
void talks_window_init_change           (TalksWindow    *self);
void talks_window_update_file_banner    (TalksWindow    *self);
void talks_window_export                (TalksWindow    *self);

/* What the format of the last export left out. */
void talks_window_show_losses           (TalksWindow    *self);

/* Opens the window in which one chooses what to print. */
void talks_window_print                 (TalksWindow    *self);

/* ---- presenting ---- */

/* Asks what to present, or brings forward what is presented. */
void talks_window_present_lesson        (TalksWindow    *self);
void talks_window_end_presenting        (TalksWindow    *self);

G_END_DECLS
