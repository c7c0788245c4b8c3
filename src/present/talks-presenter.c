/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window never moves from screen to screen: not every desktop lets it. Another one is opened there with what this one
 * shows, and this one goes. */

#include "talks-presenter.h"

#include <glib/gi18n-lib.h>

#include "talks-console.h"
#include "talks-present-keys.h"
#include "talks-screens.h"
#include "talks-stage-screen.h"

struct _TalksPresenter
{
  GObject            parent_instance;

  GtkWindow         *parent;       /* weak */
  TalksPresentation *presentation;
  GListModel        *monitors;
  char              *lang;
  TalksScreens       screens;      /* what is where */

  GtkWidget         *stage_window;   /* NULL: there is none now */
  GtkWidget         *console_window;
  TalksConsole      *console;      /* in its window */
  GdkMonitor        *stage_monitor;  /* that its window is on; NULL: any */
  GdkMonitor        *console_monitor;
  gboolean           stage_is_alone; /* it was made with controls of its own */
  guint              update;         /* source: after all monitors of a change have come or gone */
  guint              awake;          /* cookie; 0: not asked for */
  gboolean           has_ended;
};

enum
{
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksPresenter, talks_presenter, G_TYPE_OBJECT)

/* ---- windows ---- */

static gboolean
close_request_cb (TalksPresenter *self)
{
  talks_presenter_end (self);
  return TRUE;
}

static GtkWidget *
open_window (TalksPresenter *self,
             const char     *title,
             GtkWidget      *child,
             GdkMonitor     *monitor)
{
  GtkWidget *window = gtk_window_new ();
  GdkRectangle geometry = { 0, 0, 1280, 720 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &geometry);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  /* Where nobody manages windows, none is made to fill the screen. */
  gtk_window_set_default_size (GTK_WINDOW (window), geometry.width, geometry.height);
  gtk_widget_add_css_class (window, "talks-present-window");
  gtk_window_set_child (GTK_WINDOW (window), child);
  talks_present_keys_listen (window, self->presentation);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (window), monitor);
  else
    gtk_window_fullscreen (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
close_window (GtkWidget **window)
{
  GtkWidget *old = g_steal_pointer (window);

  if (old != NULL)
    gtk_window_destroy (GTK_WINDOW (old));
}

static void
place_stage (TalksPresenter *self,
             gboolean        wanted,
             GdkMonitor     *monitor,
             gboolean        alone)
{
  GtkWidget *old = self->stage_window;

  if (!wanted)
    {
      close_window (&self->stage_window);
      g_clear_object (&self->stage_monitor);
      return;
    }
  if (old != NULL && self->stage_monitor == monitor && self->stage_is_alone == alone)
    return;
  self->stage_window = open_window (self, _("Stage"), talks_stage_screen_new (self->presentation, alone), monitor);
  self->stage_is_alone = alone;
  g_set_object (&self->stage_monitor, monitor);
  close_window (&old);
}

static void
place_console (TalksPresenter *self,
               gboolean        wanted,
               GdkMonitor     *monitor)
{
  GtkWidget *old = self->console_window;

  if (old != NULL && wanted && self->console_monitor == monitor)
    return;
  self->console_window = NULL;
  self->console = NULL;
  g_clear_object (&self->console_monitor);
  if (wanted)
    {
      self->console = TALKS_CONSOLE (talks_console_new (self->presentation, self->lang));
      self->console_window = open_window (self, _("Presenter’s Screen"), GTK_WIDGET (self->console), monitor);
      g_set_object (&self->console_monitor, monitor);
    }
  close_window (&old);
}

/* ---- screens ---- */

/* The monitors as TalksScreens counts them; an array for the caller, of references. */
static GPtrArray *
list_monitors (TalksPresenter *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      GdkMonitor *monitor = g_list_model_get_item (self->monitors, i);

      if (gdk_monitor_is_valid (monitor))
        g_ptr_array_add (list, monitor);
      else
        g_object_unref (monitor);
    }
  return list;
}

static GdkMonitor *
get_parent_monitor (TalksPresenter *self)
{
  GdkSurface *surface = self->parent != NULL ? gtk_native_get_surface (GTK_NATIVE (self->parent)) : NULL;

  if (surface == NULL)
    return NULL;
  return gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
}

/* What the console has to know of the screens. */
static void
update_console (TalksPresenter *self)
{
  GdkMonitor *monitor = self->screens.stage != NULL ? self->screens.stage : self->screens.console;
  GdkRectangle geometry;

  if (self->console == NULL)
    return;
  talks_console_set_news (self->console,
                          self->screens.has_lost_stage
                            ? _("The projector is gone. The lesson stays where it is, and the stage is shown again as "
                                "soon as there is a projector.")
                            : NULL);
  gdk_monitor_get_geometry (monitor, &geometry);
  if (geometry.width > 0 && geometry.height > 0)
    talks_console_set_shape (self->console, (double) geometry.width / geometry.height);
}

static void
place (TalksPresenter *self)
{
  GdkMonitor *stage = self->screens.stage;
  GdkMonitor *console = self->screens.console;
  const gboolean alone = stage == NULL || console == NULL;

  talks_presentation_set_one_screen (self->presentation, alone);
  /* What comes last has the focus: the console, where there is one. */
  place_stage (self, stage != NULL || self->screens.n_screens == 0, stage, alone);
  place_console (self, console != NULL, console);
  update_console (self);
}

static gboolean
update_cb (gpointer data)
{
  TalksPresenter *self = TALKS_PRESENTER (data);
  g_autoptr (GPtrArray) monitors = list_monitors (self);

  self->update = 0;
  talks_screens_update (&self->screens, monitors->pdata, monitors->len, get_parent_monitor (self));
  place (self);
  return G_SOURCE_REMOVE;
}

static void
monitors_changed_cb (TalksPresenter *self)
{
  g_assert (TALKS_IS_PRESENTER (self));

  if (self->update == 0 && !self->has_ended)
    self->update = g_timeout_add (50, update_cb, self);
}

static void
requested_cb (TalksPresenter *self,
              guint           command)
{
  g_assert (TALKS_IS_PRESENTER (self));

  if (self->has_ended)
    return;
  if (command == TALKS_PRESENT_SWAP)
    {
      talks_screens_swap (&self->screens);
      place (self);
    }
  else
    talks_presenter_end (self);
}

/* ---- life ---- */

static void
stay_awake (TalksPresenter *self)
{
  GtkApplication *application = gtk_window_get_application (self->parent);

  if (application != NULL)
    self->awake = gtk_application_inhibit (application, self->parent, GTK_APPLICATION_INHIBIT_IDLE,
                                           _("A lesson is being presented."));
}

void
talks_presenter_end (TalksPresenter *self)
{
  g_autoptr (TalksPresenter) held = NULL;

  g_return_if_fail (TALKS_IS_PRESENTER (self));

  if (self->has_ended)
    return;
  held = g_object_ref (self);
  self->has_ended = TRUE;
  g_clear_handle_id (&self->update, g_source_remove);
  close_window (&self->stage_window);
  self->console = NULL;
  close_window (&self->console_window);
  if (self->awake != 0 && self->parent != NULL && gtk_window_get_application (self->parent) != NULL)
    gtk_application_uninhibit (gtk_window_get_application (self->parent), self->awake);
  self->awake = 0;
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
}

static void
talks_presenter_dispose (GObject *object)
{
  TalksPresenter *self = TALKS_PRESENTER (object);

  talks_presenter_end (self);
  g_clear_object (&self->presentation);
  g_clear_pointer (&self->lang, g_free);
  g_clear_object (&self->monitors);
  g_clear_object (&self->stage_monitor);
  g_clear_object (&self->console_monitor);
  g_clear_weak_pointer (&self->parent);

  G_OBJECT_CLASS (talks_presenter_parent_class)->dispose (object);
}

static void
talks_presenter_class_init (TalksPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_presenter_dispose;

  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
talks_presenter_init (TalksPresenter *self)
{
}

TalksPresenter *
talks_presenter_new (GtkWindow         *parent,
                     TalksPresentation *presentation,
                     const char        *lang)
{
  TalksPresenter *self;
  g_autoptr (GPtrArray) monitors = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (TALKS_TYPE_PRESENTER, NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->presentation = g_object_ref (presentation);
  self->lang = g_strdup (lang);
  self->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (parent))));
  g_signal_connect_object (self->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (presentation, "requested", G_CALLBACK (requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (talks_presenter_end), self, G_CONNECT_SWAPPED);
  stay_awake (self);
  monitors = list_monitors (self);
  talks_screens_update (&self->screens, monitors->pdata, monitors->len, get_parent_monitor (self));
  place (self);
  return self;
}

TalksPresentation *
talks_presenter_get_presentation (TalksPresenter *self)
{
  g_return_val_if_fail (TALKS_IS_PRESENTER (self), NULL);
  return self->presentation;
}

void
talks_presenter_show (TalksPresenter *self)
{
  g_return_if_fail (TALKS_IS_PRESENTER (self));

  if (self->stage_window != NULL)
    gtk_window_present (GTK_WINDOW (self->stage_window));
  if (self->console_window != NULL)
    gtk_window_present (GTK_WINDOW (self->console_window));
}
