/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-window-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "talks-compat.h"
#include "talks-date-words.h"
#include "talks-file.h"
#include "talks-show.h"
#include "talks-shown.h"

/* Below this width the footer's buttons have icons only. */
#define NARROW_WIDTH 1320

G_DEFINE_FINAL_TYPE (TalksWindow, talks_window, GTK_TYPE_APPLICATION_WINDOW)

/* ---- what the bars say ---- */

/* The name of the file, and whether it holds all that is seen. */
static char *
describe_file (TalksWindow *self)
{
  g_autofree char *name = NULL;

  if (self->bundled)
    name = g_strdup (_("Bundled timeline"));
  else if (self->file == NULL)
    return g_strdup (_("Not in a file yet"));
  else
    name = talks_file_get_name (self->file);
  if (self->keeper != NULL && talks_keeper_is_saving (self->keeper))
    return g_strdup_printf (_("%s (saving…)"), name);
  if (self->keeper != NULL && talks_keeper_is_modified (self->keeper))
    return g_strdup_printf (_("%s (not saved)"), name);
  return g_steal_pointer (&name);
}

void
talks_window_update_titles (TalksWindow *self)
{
  TalksDocument *document = talks_session_get_document (self->session);
  const char *title = talks_text_show (talks_document_get_title (document),
                                       talks_session_get_language (self->session));
  guint n_events = talks_document_count (document, TALKS_RECORD_EVENT);
  guint n_people = talks_document_count (document, TALKS_RECORD_PARTICIPANT);
  guint n_positions = talks_document_count (document, TALKS_RECORD_POSITION);
  g_autofree char *events = NULL;
  g_autofree char *people = NULL;
  g_autofree char *positions = NULL;
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *line = NULL;
  g_autofree char *marked = NULL;

  if (title == NULL || *title == '\0')
    title = _("Talks");
  line = talks_shown_dup_line (title);
  if (self->keeper != NULL && talks_keeper_is_modified (self->keeper))
    marked = g_strconcat ("• ", line, NULL);
  talks_show_title (GTK_WINDOW (self), marked != NULL ? marked : line);
  talks_show_text (self->title_label, title);

  if (self->keeper == NULL)
    {
      talks_show_text (self->subtitle_label, "");
      return;
    }
  events = g_strdup_printf (ngettext ("%u event", "%u events", n_events), n_events);
  people = g_strdup_printf (ngettext ("%u participant", "%u participants", n_people), n_people);
  positions = g_strdup_printf (ngettext ("%u position", "%u positions", n_positions), n_positions);
  name = describe_file (self);
  subtitle = g_strdup_printf ("%s · %s · %s · %s", name, events, people, positions);
  talks_show_text (self->subtitle_label, subtitle);
}

static char *
describe_folding (TalksWindow *self)
{
  GArray *quiet = talks_session_get_quiet (self->session);
  double from;
  double to;

  talks_viewport_get_visible (talks_session_get_viewport (self->session), &from, &to);
  for (guint i = 0; i < quiet->len; i++)
    {
      TalksSpan span = g_array_index (quiet, TalksSpan, i);

      if (talks_session_is_folded (self->session, i)
          && (double) span.start < to && (double) span.end > from)
        return g_strdup (_("quiet periods folded"));
    }
  return NULL;
}

static void
update_footer (TalksWindow *self)
{
  const TalksViewport *viewport = talks_session_get_viewport (self->session);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *folding = describe_folding (self);
  g_autofree char *range = NULL;
  g_autofree char *zoom = NULL;
  double share;
  double from;
  double to;

  talks_viewport_get_visible (viewport, &from, &to);
  first = talks_day_to_words ((TalksDay) floor (from), TALKS_DATE_STYLE_MEDIUM);
  last = talks_day_to_words ((TalksDay) ceil (to) - 1, TALKS_DATE_STYLE_MEDIUM);
  if (folding != NULL && !self->narrow)
    range = g_strdup_printf ("%s – %s · %s", first, last, folding);
  else
    range = g_strdup_printf ("%s – %s", first, last);
  talks_show_text (self->range_label, range);
  talks_show_tooltip (GTK_WIDGET (self->range_label), range);

  share = 100.0 * viewport->zoom / talks_viewport_get_min_zoom (viewport);
  /* Translators: the zoom; %% is the sign itself. */
  zoom = g_strdup_printf (_("%.0f %%"), share);
  talks_show_text (self->zoom_label, zoom);
}

static gboolean
update_bars_cb (gpointer data)
{
  TalksWindow *self = TALKS_WINDOW (data);

  self->update_bars = 0;
  update_footer (self);
  talks_window_update_actions (self);
  talks_window_update_edit (self);
  return G_SOURCE_REMOVE;
}

/* The view also changes while widgets are given their sizes, when no label may ask for another
 * one: the bars follow right after, once for all changes. */
static void
session_changed_cb (TalksWindow *self,
                    guint        flags)
{
  g_assert (TALKS_IS_WINDOW (self));

  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE))
    talks_window_update_titles (self);
  if (flags & TALKS_SESSION_SELECTION)
    talks_window_note_history (self);
  if (self->update_bars == 0)
    self->update_bars = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_bars_cb, self, NULL);
}

#define N_PANELS 8

static TalksPanel *
get_panel (TalksWindow *self,
           int          i)
{
  gpointer panels[N_PANELS] = { self->participants_panel, self->outline_panel, self->event_panel,
                                self->positions_panel, self->sources_panel, self->search_panel,
                                self->problems_view, self->history_view };

  return TALKS_PANEL (panels[i]);
}

static void
theme_changed_cb (TalksWindow *self)
{
  const TalksPalette *palette = talks_theme_keeper_get_palette (self->theme);

  g_assert (TALKS_IS_WINDOW (self));

  talks_timeline_set_palette (self->timeline, palette);
  talks_timeline_overview_set_palette (self->overview, palette);
  for (int i = 0; i < N_PANELS; i++)
    talks_panel_set_palette (get_panel (self, i), palette);
  talks_compare_view_set_palette (self->compare_view, palette);
}

static void
set_session (TalksWindow *self)
{
  for (int i = 0; i < N_PANELS; i++)
    talks_panel_set_session (get_panel (self, i), self->session);
  talks_compare_view_set_session (self->compare_view, self->session);
}

/* Details asked for on the canvas: their panel comes forward. */
static void
timeline_activated_cb (TalksWindow *self)
{
  g_assert (TALKS_IS_WINDOW (self));

  gtk_widget_set_visible (self->right_pane, TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->right_stack), "event");
}

/* ---- size ---- */

static void
place_panes (TalksWindow *self,
             int          width)
{
  int left = g_settings_get_int (self->settings, "left-pane-width");
  int right = g_settings_get_int (self->settings, "right-pane-width");

  left = MIN (left, width / 4);
  right = MIN (right, width / 3);
  gtk_paned_set_position (GTK_PANED (self->left_paned), left);
  gtk_paned_set_position (GTK_PANED (self->right_paned),
                          width - (gtk_widget_get_visible (self->left_pane) ? left : 0) - right - 2);
}

/* Widgets may not come or go while sizes are being given out. */
static void
update_narrow (gpointer data)
{
  g_autoptr (TalksWindow) self = TALKS_WINDOW (data);

  if (self->session == NULL)
    return;
  gtk_widget_set_visible (self->previous_label, !self->narrow);
  gtk_widget_set_visible (self->next_label, !self->narrow);
  /* The zoom's own button fits, too. */
  gtk_widget_set_visible (self->fit_button, !self->narrow);
  update_footer (self);
}

static void
talks_window_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TalksWindow *self = TALKS_WINDOW (widget);

  /* The right pane keeps its width only once it has one: it is placed from the far end. */
  if (!self->placed && width > 1)
    {
      self->placed = TRUE;
      place_panes (self, width);
    }
  if (self->narrow != (width < NARROW_WIDTH))
    {
      self->narrow = width < NARROW_WIDTH;
      g_idle_add_once (update_narrow, g_object_ref (self));
    }
  GTK_WIDGET_CLASS (talks_window_parent_class)->size_allocate (widget, width, height, baseline);
}

void
talks_window_save_state (TalksWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  if (self->placed && gtk_widget_get_visible (self->left_pane))
    g_settings_set_int (self->settings, "left-pane-width",
                        gtk_widget_get_width (self->left_pane));
  if (self->placed && gtk_widget_get_visible (self->right_pane))
    g_settings_set_int (self->settings, "right-pane-width",
                        gtk_widget_get_width (self->right_pane));
}

static gboolean
talks_window_close_request (GtkWindow *window)
{
  if (talks_window_hold_close (TALKS_WINDOW (window)))
    return TRUE;
  talks_window_save_state (TALKS_WINDOW (window));
  return GTK_WINDOW_CLASS (talks_window_parent_class)->close_request (window);
}

/* ---- life ---- */

static void
talks_window_dispose (GObject *object)
{
  TalksWindow *self = TALKS_WINDOW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_handle_id (&self->update_bars, g_source_remove);
  g_clear_handle_id (&self->hide_news, g_source_remove);
  talks_window_end_presenting (self);
  g_clear_pointer (&self->presented, g_free);
  g_clear_object (&self->external_change);
  g_clear_object (&self->problem_check);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->news, g_free);
  g_clear_pointer (&self->losses, g_free);
  g_clear_pointer (&self->user, g_free);
  g_clear_object (&self->reading);
  g_clear_object (&self->opening);
  g_clear_object (&self->file);
  g_clear_object (&self->session);
  g_clear_object (&self->theme);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->history, g_ptr_array_unref);

  G_OBJECT_CLASS (talks_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TalksWindow, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (banner);
  BIND (centre);
  BIND (compare_view);
  BIND (event_panel);
  BIND (file_banner);
  BIND (fit_button);
  BIND (history_page);
  BIND (history_view);
  BIND (left_pane);
  BIND (left_paned);
  BIND (left_stack);
  BIND (main_stack);
  BIND (menu_button);
  BIND (next_label);
  BIND (outline_panel);
  BIND (participants_panel);
  BIND (positions_panel);
  BIND (previous_label);
  BIND (problems_page);
  BIND (problems_view);
  BIND (range_label);
  BIND (recent_section);
  BIND (redo_button);
  BIND (right_pane);
  BIND (right_paned);
  BIND (right_stack);
  BIND (scrolled_window);
  BIND (search_page);
  BIND (search_panel);
  BIND (sources_panel);
  BIND (spinner);
  BIND (subtitle_label);
  BIND (title_label);
  BIND (undo_button);
  BIND (zoom_label);
}

static void
talks_window_class_init (TalksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_window_dispose;
  widget_class->size_allocate = talks_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = talks_window_close_request;

  g_type_ensure (TALKS_TYPE_BANNER);
  g_type_ensure (TALKS_TYPE_COMPARE_VIEW);
  g_type_ensure (TALKS_TYPE_EVENT_PANEL);
  g_type_ensure (TALKS_TYPE_HISTORY_VIEW);
  g_type_ensure (TALKS_TYPE_OUTLINE_PANEL);
  g_type_ensure (TALKS_TYPE_PARTICIPANTS_PANEL);
  g_type_ensure (TALKS_TYPE_POSITIONS_PANEL);
  g_type_ensure (TALKS_TYPE_PROBLEMS_VIEW);
  g_type_ensure (TALKS_TYPE_SEARCH_PANEL);
  g_type_ensure (TALKS_TYPE_SOURCES_PANEL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/talkstimeline/Talks/ui/talks-window.ui");
  bind_children (widget_class);
  talks_window_class_install_actions (widget_class);
  talks_window_class_install_edit_actions (widget_class);
  talks_window_class_install_change_actions (widget_class);
}

static void
talks_window_init (TalksWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  talks_compat_keep_focus (gtk_menu_button_get_popover (self->menu_button));
  self->history = g_ptr_array_new_with_free_func (g_free);
  self->session = talks_session_new ();

  /* These two are made with their session: they never are without one. */
  self->overview = TALKS_TIMELINE_OVERVIEW (talks_timeline_overview_new (self->session));
  gtk_box_prepend (GTK_BOX (self->centre), GTK_WIDGET (self->overview));
  self->timeline = TALKS_TIMELINE (talks_timeline_new (self->session));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window),
                                 GTK_WIDGET (self->timeline));
}

/* "uk_UA.UTF-8" as BCP 47; the language alone tells texts apart. */
static char *
get_reader_language (void)
{
  const char * const *names = g_get_language_names ();
  g_auto (GStrv) parts = g_strsplit_set (names[0], "_.@", 2);

  if (g_strcmp0 (parts[0], "C") == 0 || g_strcmp0 (parts[0], "POSIX") == 0)
    return g_strdup ("en");
  return g_strdup (parts[0]);
}

TalksWindow *
talks_window_new (TalksApplication *application,
                  TalksThemeKeeper *theme)
{
  TalksWindow *self;
  g_autofree char *language = get_reader_language ();

  g_return_val_if_fail (TALKS_IS_APPLICATION (application), NULL);

  self = g_object_new (TALKS_TYPE_WINDOW, "application", application, NULL);
  self->theme = g_object_ref (theme);
  self->settings = g_object_ref (talks_application_get_settings (application));
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_widget_set_visible (self->left_pane,
                          g_settings_get_boolean (self->settings, "left-pane-visible"));
  gtk_widget_set_visible (self->right_pane,
                          g_settings_get_boolean (self->settings, "right-pane-visible"));

  talks_session_set_language (self->session, language);
  set_session (self);
  theme_changed_cb (self);
  g_signal_connect_object (theme, "changed", G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timeline, "activated", G_CALLBACK (timeline_activated_cb), self,
                           G_CONNECT_SWAPPED);
  talks_window_init_actions (self);
  talks_window_init_recent (self);
  talks_window_init_problems (self);
  talks_window_init_edit (self);
  talks_window_init_change (self);
  talks_window_init_history (self);
  session_changed_cb (self, TALKS_SESSION_EVERYTHING);
  return self;
}

GFile *
talks_window_get_file (TalksWindow *self)
{
  g_return_val_if_fail (TALKS_IS_WINDOW (self), NULL);
  return self->file;
}
