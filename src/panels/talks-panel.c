/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-panel-private.h"

#include <glib/gi18n-lib.h>

#include "talks-compat.h"
#include "talks-date-words.h"
#include "talks-show.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TalksPanel, talks_panel, GTK_TYPE_WIDGET)

TalksPanelPrivate *
talks_panel_get_private (TalksPanel *self)
{
  return talks_panel_get_instance_private (self);
}

/* ---- the session ---- */

static void
flush (TalksPanel *self)
{
  TalksPanelPrivate *priv = talks_panel_get_private (self);
  guint flags = priv->stale;

  if (priv->session == NULL || flags == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  priv->stale = 0;
  TALKS_PANEL_GET_CLASS (self)->refresh (self, flags);
  /* Its rows are made anew, and closed. */
  if (flags & TALKS_SESSION_LANGUAGE)
    talks_panel_note_opened (self);
}

static void
on_session_changed (TalksSession *session,
                    guint         flags,
                    TalksPanel   *self)
{
  talks_panel_get_private (self)->stale |= flags;
  flush (self);
}

static void
talks_panel_map (GtkWidget *widget)
{
  TalksPanel *self = TALKS_PANEL (widget);

  GTK_WIDGET_CLASS (talks_panel_parent_class)->map (widget);
  flush (self);
  talks_panel_reader_come (self);
}

static void
talks_panel_unmap (GtkWidget *widget)
{
  talks_panel_reader_leave (TALKS_PANEL (widget));
  GTK_WIDGET_CLASS (talks_panel_parent_class)->unmap (widget);
}

static void
talks_panel_dispose (GObject *object)
{
  GtkWidget *child;

  talks_panel_reader_forget (TALKS_PANEL (object));
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
  talks_panel_reader_class_init (klass);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);

  /* Texts can be marked and copied; whoever walks through them by keyboard does not mark them. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
}

static void
talks_panel_init (TalksPanel *self)
{
  talks_panel_get_private (self)->palette = talks_palette_get (TALKS_THEME_LIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self), "talks-panel");
}

void
talks_panel_set_session (TalksPanel   *self,
                         TalksSession *session)
{
  TalksPanelPrivate *priv;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (session == NULL || TALKS_IS_SESSION (session));

  priv = talks_panel_get_private (self);
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

  priv = talks_panel_get_private (self);
  if (priv->palette == palette)
    return;
  priv->palette = palette;
  priv->stale |= TALKS_PANEL_PALETTE;
  flush (self);
}

TalksSession *
talks_panel_get_session (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  return talks_panel_get_private (self)->session;
}

const TalksPalette *
talks_panel_get_palette (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  return talks_panel_get_private (self)->palette;
}

TalksDocument *
talks_panel_get_document (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  return talks_session_get_document (talks_panel_get_private (self)->session);
}

const char *
talks_panel_get_language (TalksPanel *self)
{
  g_return_val_if_fail (TALKS_IS_PANEL (self), NULL);

  return talks_session_get_language (talks_panel_get_private (self)->session);
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

void
talks_panel_show_day (TalksPanel *self,
                      GtkLabel   *label)
{
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (TALKS_IS_PANEL (self));
  g_return_if_fail (GTK_IS_LABEL (label));

  day = talks_day_to_words (talks_session_get_as_of (talks_panel_get_session (self)), TALKS_DATE_STYLE_MEDIUM);
  words = g_strdup_printf (_("as of %s"), day);
  talks_show_text (label, words);
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

  session = talks_panel_get_private (self)->session;
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
