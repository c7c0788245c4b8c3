/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-projection.h"

#include <glib/gi18n-lib.h>

#include "talks-participants-panel.h"
#include "talks-positions-panel.h"
#include "talks-projected-panel.h"
#include "talks-projection-window.h"
#include "talks-timeline.h"

struct _TalksProjection
{
  GObject              parent_instance;

  GtkWindow           *parent;  /* weak */
  GListModel          *monitors;
  TalksSession        *main;    /* of the main window */
  TalksSession        *session; /* of the projector */
  TalksProjectionView  view;
  gboolean             is_following;
  gboolean             is_black;
  guint                pending; /* flags of what the main one changed since it was followed last */
  guint                update;  /* source */
  double               from;    /* the span that was followed last */
  double               to;
  double               width;   /* for which it is shown */
  guint                show;    /* source: shows it again, for another width */

  GtkWidget           *window;
  GtkWidget           *stack;
  GtkWidget           *timeline;
  TalksProjectedPanel  panels[TALKS_N_PROJECTION_VIEWS]; /* none is that of the timeline */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksProjection, talks_projection, G_TYPE_OBJECT)

static const struct
{
  const char *name;
  const char *title;
} views[TALKS_N_PROJECTION_VIEWS] = {
  [TALKS_PROJECTION_TIMELINE] = { "timeline", N_("Timeline") },
  [TALKS_PROJECTION_POSITIONS] = { "positions", N_("Positions") },
  [TALKS_PROJECTION_PARTICIPANTS] = { "participants", N_("Participants") },
};

const char *
talks_projection_view_get_name (TalksProjectionView view)
{
  g_return_val_if_fail (view < TALKS_N_PROJECTION_VIEWS, NULL);
  return views[view].name;
}

const char *
talks_projection_view_get_title (TalksProjectionView view)
{
  g_return_val_if_fail (view < TALKS_N_PROJECTION_VIEWS, NULL);
  return _(views[view].title);
}

gboolean
talks_projection_view_from_name (const char          *name,
                                 TalksProjectionView *view)
{
  for (int i = 0; i < TALKS_N_PROJECTION_VIEWS; i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      {
        *view = (TalksProjectionView) i;
        return TRUE;
      }
  return FALSE;
}

/* ---- following ---- */

static const char *
get_id (TalksRecord *record)
{
  return record != NULL ? record->id : NULL;
}

static void
follow_folds (TalksProjection *self)
{
  GArray *quiet = talks_session_get_quiet (self->main);

  for (guint i = 0; i < MIN (quiet->len, talks_session_get_quiet (self->session)->len); i++)
    talks_session_set_folded (self->session, i, talks_session_is_folded (self->main, i));
}

/* Another scale puts its row elsewhere. */
static void
show_span (TalksProjection *self)
{
  talks_session_show (self->session, self->from, self->to);
  if (self->timeline != NULL)
    talks_timeline_reveal_selection (TALKS_TIMELINE (self->timeline));
}

/* The span comes last: what is selected is brought into view by itself, but not as the presenter sees it. */
static void
follow_session (TalksProjection *self,
                guint            flags)
{
  if (flags & TALKS_SESSION_DOCUMENT)
    {
      /* A document belongs to one session. */
      g_autoptr (TalksDocument) document = talks_document_copy (talks_session_get_document (self->main));

      talks_session_set_document (self->session, document);
    }
  follow_folds (self);
  talks_session_set_topic (self->session, talks_session_get_topic (self->main));
  talks_session_select (self->session, get_id (talks_session_get_selection (self->main)));
  talks_session_set_highlight (self->session, talks_session_get_highlight (self->main));
  talks_session_set_as_of (self->session, talks_session_get_as_of (self->main));
  follow_folds (self);
  talks_viewport_get_visible (talks_session_get_viewport (self->main), &self->from, &self->to);
  show_span (self);
}

static void
follow (TalksProjection *self)
{
  const guint flags = self->pending;

  self->pending = 0;
  if (flags & TALKS_SESSION_EVERYTHING)
    follow_session (self, flags);
  if (flags & TALKS_PROJECTED_READER)
    talks_projected_panel_follow (&self->panels[self->view], flags);
}

static gboolean
show_cb (gpointer data)
{
  TalksProjection *self = TALKS_PROJECTION (data);

  self->show = 0;
  show_span (self);
  return G_SOURCE_REMOVE;
}

/* The timeline has got its width, or another one. Nothing may move while widgets are given their sizes. */
static void
own_session_changed_cb (TalksProjection *self)
{
  const double width = talks_session_get_viewport (self->session)->width;

  g_assert (TALKS_IS_PROJECTION (self));

  if (width == self->width)
    return;
  self->width = width;
  if (self->show == 0)
    self->show = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_cb, self, NULL);
}

static void
session_changed_cb (TalksProjection *self,
                    guint            flags)
{
  g_assert (TALKS_IS_PROJECTION (self));

  self->pending |= flags;
  /* What is selected is brought into view, here and there; what was there before does not matter any more. */
  if (flags & (TALKS_SESSION_SELECTION | TALKS_SESSION_HIGHLIGHT))
    self->pending &= ~TALKS_PROJECTED_PLACE;
  if (self->is_following)
    follow (self);
}

/* What is not on the projector is followed when it comes there. */
static void
follow_reader (TalksProjection *self,
               TalksPanel      *panel,
               guint            flags)
{
  if (panel != self->panels[self->view].main)
    return;
  self->pending |= flags;
  if (self->is_following)
    follow (self);
}

static void
panel_scrolled_cb (TalksProjection *self,
                   TalksPanel      *panel)
{
  follow_reader (self, panel, TALKS_PROJECTED_PLACE);
}

static void
panel_opened_cb (TalksProjection *self,
                 TalksPanel      *panel)
{
  follow_reader (self, panel, TALKS_PROJECTED_OPENED);
}

static void
panel_searched_cb (TalksProjection *self,
                   TalksPanel      *panel)
{
  follow_reader (self, panel, TALKS_PROJECTED_SEARCH);
}

void
talks_projection_set_panel (TalksProjection     *self,
                            TalksProjectionView  view,
                            TalksPanel          *panel)
{
  g_return_if_fail (TALKS_IS_PROJECTION (self));
  g_return_if_fail (view < TALKS_N_PROJECTION_VIEWS && view != TALKS_PROJECTION_TIMELINE);
  g_return_if_fail (TALKS_IS_PANEL (panel));

  if (self->panels[view].main == panel)
    return;
  if (self->panels[view].main != NULL)
    g_signal_handlers_disconnect_by_data (self->panels[view].main, self);
  g_set_object (&self->panels[view].main, panel);
  g_signal_connect_object (panel, "scrolled", G_CALLBACK (panel_scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "opened", G_CALLBACK (panel_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "searched", G_CALLBACK (panel_searched_cb), self, G_CONNECT_SWAPPED);
  follow_reader (self, panel, TALKS_PROJECTED_READER);
}

void
talks_projection_scroll_page (TalksProjection *self,
                              int              direction)
{
  g_return_if_fail (TALKS_IS_PROJECTION (self));

  if (self->panels[self->view].there != NULL)
    talks_panel_scroll_page (self->panels[self->view].there, direction);
}

gboolean
talks_projection_get_following (TalksProjection *self)
{
  g_return_val_if_fail (TALKS_IS_PROJECTION (self), FALSE);
  return self->is_following;
}

void
talks_projection_set_following (TalksProjection *self,
                                gboolean         following)
{
  g_return_if_fail (TALKS_IS_PROJECTION (self));

  if (self->is_following == !!following)
    return;
  self->is_following = !!following;
  if (self->is_following)
    follow (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
talks_projection_show_now (TalksProjection *self)
{
  g_return_if_fail (TALKS_IS_PROJECTION (self));

  /* Whoever looked elsewhere there comes back, but to what was selected last, if that is still to be shown. */
  self->pending |= TALKS_PROJECTED_OPENED | TALKS_PROJECTED_SEARCH;
  if (!(self->pending & (TALKS_SESSION_SELECTION | TALKS_SESSION_HIGHLIGHT)))
    self->pending |= TALKS_PROJECTED_PLACE;
  follow (self);
}

TalksSession *
talks_projection_get_session (TalksProjection *self)
{
  g_return_val_if_fail (TALKS_IS_PROJECTION (self), NULL);
  return self->session;
}

/* ---- what is seen ---- */

static void
update_page (TalksProjection *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->is_black ? "black" : views[self->view].name);
}

TalksProjectionView
talks_projection_get_view (TalksProjection *self)
{
  g_return_val_if_fail (TALKS_IS_PROJECTION (self), TALKS_PROJECTION_TIMELINE);
  return self->view;
}

void
talks_projection_set_view (TalksProjection     *self,
                           TalksProjectionView  view)
{
  g_return_if_fail (TALKS_IS_PROJECTION (self));
  g_return_if_fail (view < TALKS_N_PROJECTION_VIEWS);

  if (self->view == view)
    return;
  self->view = view;
  update_page (self);
  if (self->panels[view].main != NULL)
    follow_reader (self, self->panels[view].main, TALKS_PROJECTED_READER);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
talks_projection_get_black (TalksProjection *self)
{
  g_return_val_if_fail (TALKS_IS_PROJECTION (self), FALSE);
  return self->is_black;
}

void
talks_projection_set_black (TalksProjection *self,
                            gboolean         black)
{
  g_return_if_fail (TALKS_IS_PROJECTION (self));

  if (self->is_black == !!black)
    return;
  self->is_black = !!black;
  update_page (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
new_timeline (TalksProjection *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->timeline = talks_timeline_new (self->session);
  talks_timeline_set_palette (TALKS_TIMELINE (self->timeline), talks_palette_get (TALKS_THEME_PROJECTOR));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->timeline);
  return scrolled;
}

static GtkWidget *
new_panel (TalksProjection     *self,
           TalksProjectionView  view,
           GtkWidget           *panel)
{
  talks_panel_set_palette (TALKS_PANEL (panel), talks_palette_get (TALKS_THEME_PROJECTOR));
  talks_panel_hide_search (TALKS_PANEL (panel));
  talks_panel_set_session (TALKS_PANEL (panel), self->session);
  talks_projected_panel_replace (&self->panels[view], TALKS_PANEL (panel));
  return panel;
}

static GtkWidget *
new_stack (TalksProjection *self)
{
  GtkWidget *stack = gtk_stack_new ();

  gtk_stack_add_named (GTK_STACK (stack), new_timeline (self), views[TALKS_PROJECTION_TIMELINE].name);
  gtk_stack_add_named (GTK_STACK (stack), new_panel (self, TALKS_PROJECTION_POSITIONS, talks_positions_panel_new ()),
                       views[TALKS_PROJECTION_POSITIONS].name);
  gtk_stack_add_named (GTK_STACK (stack), new_panel (self, TALKS_PROJECTION_PARTICIPANTS, talks_participants_panel_new ()),
                       views[TALKS_PROJECTION_PARTICIPANTS].name);
  gtk_stack_add_named (GTK_STACK (stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "black");
  return stack;
}

/* ---- the window ---- */

static void
open_window (TalksProjection *self)
{
  self->stack = new_stack (self);
  update_page (self);
  self->window = talks_projection_window_new (self, self->parent, self->monitors, self->stack);
  gtk_window_present (GTK_WINDOW (self->window));
}

/* Another screen, or one screen less: the window is opened anew where it belongs now, and shows the same. */
static gboolean
update_cb (gpointer data)
{
  TalksProjection *self = TALKS_PROJECTION (data);
  GtkWidget *old = self->window;

  self->update = 0;
  open_window (self);
  gtk_window_destroy (GTK_WINDOW (old));
  if (self->parent != NULL)
    gtk_window_present (self->parent);
  return G_SOURCE_REMOVE;
}

static void
monitors_changed_cb (TalksProjection *self)
{
  g_assert (TALKS_IS_PROJECTION (self));

  if (self->update == 0 && self->window != NULL)
    self->update = g_timeout_add (50, update_cb, self);
}

/* ---- life ---- */

void
talks_projection_end (TalksProjection *self)
{
  g_autoptr (TalksProjection) held = NULL;
  GtkWidget *window;

  g_return_if_fail (TALKS_IS_PROJECTION (self));

  window = g_steal_pointer (&self->window);
  if (window == NULL)
    return;
  held = g_object_ref (self);
  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_handle_id (&self->show, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->main, self);
  for (guint i = 0; i < G_N_ELEMENTS (self->panels); i++)
    {
      if (self->panels[i].main != NULL)
        g_signal_handlers_disconnect_by_data (self->panels[i].main, self);
      g_clear_object (&self->panels[i].main);
      self->panels[i].there = NULL;
    }
  self->stack = NULL;
  self->timeline = NULL;
  gtk_window_destroy (GTK_WINDOW (window));
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
talks_projection_dispose (GObject *object)
{
  TalksProjection *self = TALKS_PROJECTION (object);

  talks_projection_end (self);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->monitors);
  g_clear_object (&self->main);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (talks_projection_parent_class)->dispose (object);
}

static void
talks_projection_class_init (TalksProjectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_projection_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
talks_projection_init (TalksProjection *self)
{
  self->is_following = TRUE;
  self->pending = TALKS_SESSION_EVERYTHING;
  self->session = talks_session_new ();
}

TalksProjection *
talks_projection_new (GtkWindow           *parent,
                      TalksSession        *session,
                      TalksProjectionView  view,
                      const char          *language)
{
  TalksProjection *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TALKS_IS_SESSION (session), NULL);
  g_return_val_if_fail (view < TALKS_N_PROJECTION_VIEWS, NULL);

  self = g_object_new (TALKS_TYPE_PROJECTION, NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->main = g_object_ref (session);
  self->view = view;
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (parent))));
  talks_session_set_language (self->session, language);
  follow (self);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (own_session_changed_cb), self, G_CONNECT_SWAPPED);
  open_window (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (talks_projection_end), self, G_CONNECT_SWAPPED);
  return self;
}
