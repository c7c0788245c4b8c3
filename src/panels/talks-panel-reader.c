/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the reader of a panel is, what they opened there, and what they search for. */

#include "talks-panel-private.h"

#include <string.h>

#include "talks-place.h"
#include "talks-reveal.h"
#include "talks-unfolded.h"

/* Frames after which what was asked for is laid out, and in which a window finds its size. */
#define FRAMES_BEFORE 2
#define FRAMES_AFTER 10

/* Of a page; the rest is seen before and after. */
#define PAGE 0.9

enum
{
  SIGNAL_SCROLLED,
  SIGNAL_OPENED,
  SIGNAL_SEARCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
get_scroller (TalksPanel *self)
{
  TalksPanelClass *klass = TALKS_PANEL_GET_CLASS (self);

  return klass->get_scroller != NULL ? klass->get_scroller (self) : NULL;
}

/* NULL: it has none. */
static GtkEditable *
get_search (TalksPanel *self)
{
  TalksPanelClass *klass = TALKS_PANEL_GET_CLASS (self);

  return klass->get_search != NULL ? klass->get_search (self) : NULL;
}

static void
stop_going (TalksPanel *self)
{
  TalksPanelPrivate *priv = talks_panel_get_private (self);

  if (priv->go != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->go);
  priv->go = 0;
}

static void
forget_place (TalksPanel *self)
{
  g_clear_pointer (&talks_panel_get_private (self)->place, g_free);
  stop_going (self);
}

static gboolean
tell_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  talks_panel_get_private (TALKS_PANEL (widget))->tell = 0;
  g_signal_emit (widget, signals[SIGNAL_SCROLLED], 0);
  return G_SOURCE_REMOVE;
}

/* In the next frame: this one may be about to be laid out. */
static void
tell (TalksPanel *self)
{
  TalksPanelPrivate *priv = talks_panel_get_private (self);

  if (priv->tell == 0)
    priv->tell = gtk_widget_add_tick_callback (GTK_WIDGET (self), tell_cb, NULL, NULL);
}

/* Where it is to go counts more than what was revealed just before. */
static void
on_scrolled (TalksPanel *self)
{
  TalksPanelPrivate *priv = talks_panel_get_private (self);
  const gboolean is_revealing = talks_reveal_is_scrolling (get_scroller (self));

  if (priv->is_going || (is_revealing && priv->n_frames <= FRAMES_BEFORE))
    return;
  forget_place (self);
  if (!is_revealing)
    tell (self);
}

static gboolean
go_cb (GtkWidget     *widget,
       GdkFrameClock *clock,
       gpointer       data)
{
  TalksPanel *self = TALKS_PANEL (widget);
  TalksPanelPrivate *priv = talks_panel_get_private (self);

  if (priv->n_frames++ < FRAMES_BEFORE)
    return G_SOURCE_CONTINUE;
  priv->is_going = TRUE;
  talks_place_go (get_scroller (self), priv->place);
  priv->is_going = FALSE;
  if (priv->n_frames < FRAMES_BEFORE + FRAMES_AFTER)
    return G_SOURCE_CONTINUE;
  priv->go = 0;
  forget_place (self);
  return G_SOURCE_REMOVE;
}

static void
go (TalksPanel *self)
{
  TalksPanelPrivate *priv = talks_panel_get_private (self);

  if (priv->place == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (priv->go == 0)
    {
      priv->n_frames = 0;
      priv->go = gtk_widget_add_tick_callback (GTK_WIDGET (self), go_cb, NULL, NULL);
    }
  /* One who scrolls is followed at once. */
  priv->n_frames = MIN (priv->n_frames, FRAMES_BEFORE);
}

static void
open_opened (TalksPanel *self)
{
  TalksPanelPrivate *priv = talks_panel_get_private (self);
  TalksPanelClass *klass = TALKS_PANEL_GET_CLASS (self);
  g_auto (GStrv) opened = NULL;
  GtkWidget *shown = NULL;

  if (priv->opened == NULL || priv->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  opened = g_steal_pointer (&priv->opened);
  /* There may be disclosures in what it shows then. */
  if (klass->set_opened != NULL)
    klass->set_opened (self, (const char * const *) opened);
  if (get_scroller (self) != NULL)
    shown = talks_unfolded_set (get_scroller (self), (const char * const *) opened);
  if (shown != NULL)
    talks_reveal_child (get_scroller (self), shown);
}

static void
on_searched (TalksPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_SEARCHED], 0);
}

static void
watch (TalksPanel *self)
{
  TalksPanelPrivate *priv = talks_panel_get_private (self);
  GtkWidget *scroller = get_scroller (self);

  if (scroller == NULL || priv->is_watched)
    return;
  if (get_search (self) != NULL)
    g_signal_connect_object (get_search (self), "search-changed", G_CALLBACK (on_searched), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  priv->is_watched = TRUE;
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "value-changed",
                           G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
}

char *
talks_panel_dup_place (TalksPanel *self)
{
  TalksPanelPrivate *priv;
  GtkWidget *scroller;

  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  priv = talks_panel_get_private (self);
  scroller = get_scroller (self);
  if (priv->place != NULL || scroller == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return g_strdup (priv->place);
  return talks_place_find (scroller);
}

void
talks_panel_set_place (TalksPanel *self,
                       const char *place)
{
  TalksPanelPrivate *priv;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (place != NULL);

  if (get_scroller (self) == NULL)
    return;
  priv = talks_panel_get_private (self);
  g_free (priv->place);
  priv->place = g_strdup (place);
  go (self);
}

char **
talks_panel_dup_opened (TalksPanel *self)
{
  TalksPanelClass *klass;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) own = NULL;
  g_auto (GStrv) unfolded = NULL;

  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  klass = TALKS_PANEL_GET_CLASS (self);
  if (talks_panel_get_private (self)->opened != NULL)
    return g_strdupv (talks_panel_get_private (self)->opened);
  builder = g_strv_builder_new ();
  own = klass->dup_opened != NULL ? klass->dup_opened (self) : g_new0 (char *, 1);
  unfolded = get_scroller (self) != NULL ? talks_unfolded_list (get_scroller (self)) : g_new0 (char *, 1);
  g_strv_builder_addv (builder, (const char **) own);
  g_strv_builder_addv (builder, (const char **) unfolded);
  return g_strv_builder_end (builder);
}

void
talks_panel_set_opened (TalksPanel         *self,
                        const char * const *opened)
{
  TalksPanelPrivate *priv;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (opened != NULL);

  priv = talks_panel_get_private (self);
  g_strfreev (priv->opened);
  priv->opened = g_strdupv ((char **) opened);
  open_opened (self);
}

char *
talks_panel_dup_query (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);
  return g_strdup (get_search (self) != NULL ? gtk_editable_get_text (get_search (self)) : "");
}

/* An entry waits a while for more to be typed. */
void
talks_panel_set_query (TalksPanel *self,
                       const char *query)
{
  GtkEditable *search;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (query != NULL);

  search = get_search (self);
  if (search == NULL || strcmp (gtk_editable_get_text (search), query) == 0)
    return;
  gtk_editable_set_text (search, query);
  gtk_widget_set_visible (GTK_WIDGET (search), *query != '\0' || !talks_panel_get_private (self)->hides_search);
  g_signal_emit_by_name (search, "search-changed");
}

void
talks_panel_hide_search (TalksPanel *self)
{
  GtkEditable *search;

  g_return_if_fail (TALKS_IS_PANEL (self));

  search = get_search (self);
  talks_panel_get_private (self)->hides_search = TRUE;
  if (search != NULL)
    gtk_widget_set_visible (GTK_WIDGET (search), *gtk_editable_get_text (search) != '\0');
}

void
talks_panel_scroll_page (TalksPanel *self,
                         int         direction)
{
  GtkWidget *scroller;
  GtkAdjustment *adjustment;
  double page;

  g_return_if_fail (TALKS_IS_PANEL (self));

  scroller = get_scroller (self);
  if (scroller == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  page = gtk_adjustment_get_page_size (adjustment) * PAGE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (direction < 0 ? -page : page));
}

void
talks_panel_note_opened (TalksPanel *self)
{
  g_return_if_fail (TALKS_IS_PANEL (self));
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

/* ---- for the panel ---- */

void
talks_panel_reader_class_init (TalksPanelClass *klass)
{
  signals[SIGNAL_SCROLLED] = g_signal_new ("scrolled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_SEARCHED] = g_signal_new ("searched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

void
talks_panel_reader_come (TalksPanel *self)
{
  watch (self);
  open_opened (self);
  go (self);
  if (get_scroller (self) == NULL)
    return;
  on_searched (self);
  talks_panel_note_opened (self);
  tell (self);
}

void
talks_panel_reader_leave (TalksPanel *self)
{
  stop_going (self);
}

void
talks_panel_reader_forget (TalksPanel *self)
{
  forget_place (self);
  g_clear_pointer (&talks_panel_get_private (self)->opened, g_strfreev);
}
