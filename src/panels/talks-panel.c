/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-panel.h"

#include "talks-compat.h"
#include "talks-place.h"
#include "talks-reveal.h"

/* Frames after which what was asked for is laid out, and in which a window finds its size. */
#define FRAMES_BEFORE 2
#define FRAMES_AFTER 10

/* Of a page; the rest is seen before and after. */
#define PAGE 0.9

typedef struct
{
  TalksSession       *session;
  const TalksPalette *palette;
  guint               stale; /* flags not yet shown */

  gboolean            is_watched; /* how far it is scrolled */
  guint               tell;       /* tick callback: says that it was scrolled */
  char               *place;      /* to go to; NULL: stays where it is */
  guint               go;         /* tick callback: goes there */
  guint               n_frames;   /* since it was to go there */
  gboolean            is_going;
  char              **opened;     /* to be opened when in view; may be NULL */
} TalksPanelPrivate;

enum
{
  SIGNAL_SCROLLED,
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TalksPanel, talks_panel, GTK_TYPE_WIDGET)

static TalksPanelPrivate *
get_private (TalksPanel *self)
{
  return talks_panel_get_instance_private (self);
}

/* ---- where its reader is ---- */

static GtkWidget *
get_scroller (TalksPanel *self)
{
  TalksPanelClass *klass = TALKS_PANEL_GET_CLASS (self);

  return klass->get_scroller != NULL ? klass->get_scroller (self) : NULL;
}

static void
forget_place (TalksPanel *self)
{
  TalksPanelPrivate *priv = get_private (self);

  g_clear_pointer (&priv->place, g_free);
  if (priv->go != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->go);
  priv->go = 0;
}

static gboolean
tell_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  get_private (TALKS_PANEL (widget))->tell = 0;
  g_signal_emit (widget, signals[SIGNAL_SCROLLED], 0);
  return G_SOURCE_REMOVE;
}

/* In the next frame: this one may be about to be laid out. */
static void
tell (TalksPanel *self)
{
  TalksPanelPrivate *priv = get_private (self);

  if (priv->tell == 0)
    priv->tell = gtk_widget_add_tick_callback (GTK_WIDGET (self), tell_cb, NULL, NULL);
}

/* Where it is to go counts more than what was revealed just before. */
static void
on_scrolled (TalksPanel *self)
{
  TalksPanelPrivate *priv = get_private (self);
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
  TalksPanelPrivate *priv = get_private (self);

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
  TalksPanelPrivate *priv = get_private (self);

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
  TalksPanelPrivate *priv = get_private (self);
  TalksPanelClass *klass = TALKS_PANEL_GET_CLASS (self);
  g_auto (GStrv) opened = NULL;
  GtkWidget *shown;

  if (priv->opened == NULL || priv->session == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  opened = g_steal_pointer (&priv->opened);
  shown = klass->set_opened != NULL ? klass->set_opened (self, (const char * const *) opened) : NULL;
  if (shown != NULL)
    talks_reveal_child (get_scroller (self), shown);
}

static void
watch (TalksPanel *self)
{
  TalksPanelPrivate *priv = get_private (self);
  GtkWidget *scroller = get_scroller (self);

  if (scroller == NULL || priv->is_watched)
    return;
  priv->is_watched = TRUE;
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "value-changed",
                           G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
}

/* ---- the session ---- */

static void
flush (TalksPanel *self)
{
  TalksPanelPrivate *priv = get_private (self);
  guint flags = priv->stale;

  if (priv->session == NULL || flags == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->stale = 0;
  TALKS_PANEL_GET_CLASS (self)->refresh (self, flags);
}

static void
on_session_changed (TalksSession *session,
                    guint         flags,
                    TalksPanel   *self)
{
  get_private (self)->stale |= flags;
  flush (self);
}

static void
talks_panel_map (GtkWidget *widget)
{
  TalksPanel *self = TALKS_PANEL (widget);

  GTK_WIDGET_CLASS (talks_panel_parent_class)->map (widget);
  flush (self);
  watch (self);
  open_opened (self);
  go (self);
  if (get_scroller (self) == NULL)
    return;
  talks_panel_note_opened (self);
  tell (self);
}

/* Nobody sees it go; it goes when it is seen again. */
static void
talks_panel_unmap (GtkWidget *widget)
{
  TalksPanelPrivate *priv = get_private (TALKS_PANEL (widget));

  if (priv->go != 0)
    gtk_widget_remove_tick_callback (widget, priv->go);
  priv->go = 0;
  GTK_WIDGET_CLASS (talks_panel_parent_class)->unmap (widget);
}

static void
talks_panel_dispose (GObject *object)
{
  GtkWidget *child;

  forget_place (TALKS_PANEL (object));
  g_clear_pointer (&get_private (TALKS_PANEL (object))->opened, g_strfreev);
  talks_panel_set_session (TALKS_PANEL (object), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (talks_panel_parent_class)->dispose (object);
}

static void
talks_panel_class_init (TalksPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_panel_dispose;
  widget_class->map = talks_panel_map;
  widget_class->unmap = talks_panel_unmap;

  signals[SIGNAL_SCROLLED] = g_signal_new ("scrolled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);

  /* Texts can be marked and copied; whoever walks through them by keyboard does not mark them. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
}

static void
talks_panel_init (TalksPanel *self)
{
  get_private (self)->palette = talks_palette_get (TALKS_THEME_LIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self), "talks-panel");
}

void
talks_panel_set_session (TalksPanel   *self,
                         TalksSession *session)
{
  TalksPanelPrivate *priv;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (session == NULL || TALKS_IS_SESSION (session));

  priv = get_private (self);
  if (priv->session == session)
    return;
  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_func (priv->session, on_session_changed, self);
  g_set_object (&priv->session, session);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  priv->stale = TALKS_PANEL_EVERYTHING;
  flush (self);
}

void
talks_panel_set_palette (TalksPanel         *self,
                         const TalksPalette *palette)
{
  TalksPanelPrivate *priv;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (palette != NULL);

  priv = get_private (self);
  if (priv->palette == palette)
    return;
  priv->palette = palette;
  priv->stale |= TALKS_PANEL_PALETTE;
  flush (self);
}

char *
talks_panel_dup_place (TalksPanel *self)
{
  TalksPanelPrivate *priv;
  GtkWidget *scroller;

  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  priv = get_private (self);
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
  priv = get_private (self);
  g_free (priv->place);
  priv->place = g_strdup (place);
  go (self);
}

char **
talks_panel_dup_opened (TalksPanel *self)
{
  TalksPanelClass *klass;

  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  klass = TALKS_PANEL_GET_CLASS (self);
  if (get_private (self)->opened != NULL)
    return g_strdupv (get_private (self)->opened);
  return klass->dup_opened != NULL ? klass->dup_opened (self) : g_new0 (char *, 1);
}

void
talks_panel_set_opened (TalksPanel         *self,
                        const char * const *opened)
{
  TalksPanelPrivate *priv;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (opened != NULL);

  priv = get_private (self);
  g_strfreev (priv->opened);
  priv->opened = g_strdupv ((char **) opened);
  open_opened (self);
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

TalksSession *
talks_panel_get_session (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  return get_private (self)->session;
}

const TalksPalette *
talks_panel_get_palette (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  return get_private (self)->palette;
}

TalksDocument *
talks_panel_get_document (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  return talks_session_get_document (get_private (self)->session);
}

const char *
talks_panel_get_language (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  return talks_session_get_language (get_private (self)->session);
}

TalksPanel *
talks_panel_find (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return (TalksPanel *) gtk_widget_get_ancestor (widget, TALKS_TYPE_PANEL);
}

const char *
talks_panel_text (TalksPanel      *self,
                  const TalksText *text)
{
  return text != NULL ? talks_text_show (text, talks_panel_get_language (self)) : "";
}

TalksParty *
talks_panel_party (TalksPanel *self,
                   const char *id)
{
  return talks_document_lookup_kind (talks_panel_get_document (self), TALKS_RECORD_PARTY, id);
}

TalksColor
talks_panel_party_color (TalksPanel       *self,
                         const TalksParty *party)
{
  const TalksPalette *palette = talks_panel_get_palette (self);

  return party != NULL ? talks_palette_party (palette, party->color) : palette->dim_text;
}

static void
toggle_highlight (TalksSession *session,
                  const char   *id)
{
  if (g_strcmp0 (talks_session_get_highlight (session), id) == 0)
    talks_session_set_highlight (session, NULL);
  else
    talks_session_set_highlight (session, id);
}

void
talks_panel_open_source (TalksPanel        *self,
                         const TalksSource *source)
{
  const char *link;
  GtkRoot *root;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (source != NULL);

  link = talks_source_get_link (source);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (link != NULL)
    talks_compat_open_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, link);
}

void
talks_panel_activate (TalksPanel        *self,
                      const TalksRecord *record)
{
  TalksSession *session;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (record != NULL);

  session = get_private (self)->session;
  switch (record->kind)
    {
    case TALKS_RECORD_EVENT:
    case TALKS_RECORD_POSITION:
    case TALKS_RECORD_SOURCE:
      talks_session_select (session, record->id);
      break;
    case TALKS_RECORD_PARTY:
    case TALKS_RECORD_PARTICIPANT:
      toggle_highlight (session, record->id);
      break;
    case TALKS_RECORD_TOPIC:
      talks_session_set_topic (session, record->id);
      break;
    case TALKS_RECORD_ANNOTATION:
      talks_session_select (session, ((const TalksAnnotation *) record)->target);
      break;
    case TALKS_RECORD_LANE:
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      break;
    }
}
