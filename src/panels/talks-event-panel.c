/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-event-panel.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-event-sections.h"
#include "talks-link-row.h"
#include "talks-reveal.h"
#include "talks-show.h"
#include "talks-table-plan-view.h"
#include "talks-words.h"

struct _TalksEventPanel
{
  TalksPanel          parent_instance;
  GtkWidget          *scroller;
  GtkLabel           *title_label;
  GtkLabel           *when_label;
  GtkLabel           *time_note_label;
  GtkLabel           *certainty_label;
  TalksTablePlanView *plan_view;
  GtkBox             *sections;
  TalksRecord        *shown; /* the record that the panel is about; NULL: the document */
};

G_DEFINE_FINAL_TYPE (TalksEventPanel, talks_event_panel, TALKS_TYPE_PANEL)

/* ---- what the panel is about ---- */

static void
show_head (TalksEventPanel *self,
           const char      *title,
           const char      *when)
{
  talks_show_text (self->title_label, title);
  talks_block_show (self->when_label, when);
}

static const char *
doubt_words (const TalksEvent *event)
{
  switch (event->certainty)
    {
    case TALKS_CERTAINTY_REPORTED:
      return _ ("Reported, not confirmed");
    case TALKS_CERTAINTY_DISPUTED:
      return _ ("Disputed: sources contradict each other");
    case TALKS_CERTAINTY_CONFIRMED:
    default:
      return NULL;
    }
}

static void
show_event (TalksEventPanel *self,
            TalksEvent      *event,
            TalksRecord     *selection)
{
  TalksPanel *panel = TALKS_PANEL (self);
  g_autofree char *when = talks_words_event_when (event, talks_panel_get_language (panel));

  show_head (self, talks_panel_text (panel, event->title), when);
  talks_block_show (self->time_note_label, talks_panel_text (panel, event->time_note));
  talks_block_show (self->certainty_label, doubt_words (event));
  talks_table_plan_view_show (self->plan_view, panel, event);
  talks_event_sections_append (self->sections, panel, event, selection->id);
}

static void
show_record (TalksEventPanel *self,
             TalksRecord     *record)
{
  TalksPanel *panel = TALKS_PANEL (self);
  const char *lang = talks_panel_get_language (panel);

  if (record != NULL && record->kind == TALKS_RECORD_POSITION)
    {
      g_autofree char *caption = talks_words_caption (talks_panel_get_document (panel), record, lang);

      show_head (self, talks_words_position_label ((TalksPosition *) record, lang), caption);
      talks_event_sections_position (self->sections, panel, (TalksPosition *) record);
    }
  else if (record != NULL && record->kind == TALKS_RECORD_SOURCE)
    {
      show_head (self, talks_record_get_title (record, lang), NULL);
      talks_event_sections_source (self->sections, panel, (TalksSource *) record);
    }
  else
    {
      TalksDocument *document = talks_panel_get_document (panel);

      show_head (self, talks_panel_text (panel, talks_document_get_title (document)), NULL);
      talks_event_sections_document (self->sections, panel);
    }
}

static gboolean
has_focus_inside (TalksEventPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sections));
}

static void
rebuild (TalksEventPanel *self)
{
  TalksSession *session = talks_panel_get_session (TALKS_PANEL (self));
  TalksRecord *selection = talks_session_get_selection (session);
  TalksEvent *event = talks_session_get_event (session);
  gboolean focused = has_focus_inside (self);

  talks_block_clear (GTK_WIDGET (self->sections));
  talks_block_show (self->time_note_label, NULL);
  talks_block_show (self->certainty_label, NULL);
  if (event != NULL)
    show_event (self, event, selection);
  else
    {
      talks_table_plan_view_show (self->plan_view, TALKS_PANEL (self), NULL);
      show_record (self, selection);
    }
  talks_link_row_update_all (GTK_WIDGET (self->sections), TALKS_PANEL (self));
  /* Whoever followed a link goes on from the head of what it led to. */
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->title_label));
}

/* ---- scrolling ---- */

static void
scroll_to_top (TalksEventPanel *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                            0);
}

/* Brings the card of a selected position into view. */
static void
reveal_selected (TalksEventPanel *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->sections)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "talks-chosen"))
      talks_reveal_child (self->scroller, child);
}

/* ---- the panel ---- */

/* The event of the selection, or the selection itself where there is none. */
static TalksRecord *
get_subject (TalksSession *session)
{
  TalksEvent *event = talks_session_get_event (session);

  return event != NULL ? &event->record : talks_session_get_selection (session);
}

static void
talks_event_panel_refresh (TalksPanel *panel,
                           guint       flags)
{
  TalksEventPanel *self = TALKS_EVENT_PANEL (panel);
  TalksRecord *subject = get_subject (talks_panel_get_session (panel));

  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_SELECTION | TALKS_SESSION_LANGUAGE
               | TALKS_PANEL_PALETTE))
    rebuild (self);
  else if (flags & TALKS_SESSION_HIGHLIGHT)
    {
      gtk_widget_queue_draw (GTK_WIDGET (self->plan_view));
      talks_link_row_update_all (GTK_WIDGET (self->sections), panel);
    }
  if (subject != self->shown)
    {
      g_clear_pointer (&self->shown, talks_record_unref);
      self->shown = subject != NULL ? talks_record_ref (subject) : NULL;
      scroll_to_top (self);
    }
  if (flags & TALKS_SESSION_SELECTION)
    reveal_selected (self);
}

static void
talks_event_panel_dispose (GObject *object)
{
  TalksEventPanel *self = TALKS_EVENT_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TALKS_TYPE_EVENT_PANEL);
  g_clear_pointer (&self->shown, talks_record_unref);

  G_OBJECT_CLASS (talks_event_panel_parent_class)->dispose (object);
}

static void
talks_event_panel_class_init (TalksEventPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_event_panel_dispose;
  TALKS_PANEL_CLASS (klass)->refresh = talks_event_panel_refresh;

  g_type_ensure (TALKS_TYPE_TABLE_PLAN_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/panels/talks-event-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksEventPanel, certainty_label);
  gtk_widget_class_bind_template_child (widget_class, TalksEventPanel, plan_view);
  gtk_widget_class_bind_template_child (widget_class, TalksEventPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, TalksEventPanel, sections);
  gtk_widget_class_bind_template_child (widget_class, TalksEventPanel, time_note_label);
  gtk_widget_class_bind_template_child (widget_class, TalksEventPanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, TalksEventPanel, when_label);
}

static void
talks_event_panel_init (TalksEventPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_label),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
}

GtkWidget *
talks_event_panel_new (void)
{
  return g_object_new (TALKS_TYPE_EVENT_PANEL, NULL);
}
