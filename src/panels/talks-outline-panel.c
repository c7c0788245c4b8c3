/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-outline-panel.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"
#include "talks-record-list.h"
#include "talks-reveal.h"
#include "talks-show.h"

struct _TalksOutlinePanel
{
  TalksPanel          parent_instance;
  GtkLabel           *count_label;
  GtkListView        *list;
  GListStore         *store;     /* of TalksRecordItem */
  GtkSingleSelection *selection;
  gboolean            following; /* the selection is being set from the session */
};

G_DEFINE_FINAL_TYPE (TalksOutlinePanel, talks_outline_panel, TALKS_TYPE_PANEL)

/* ---- headings ---- */

/* The month that an event is listed under, as a number that grows with time. */
static int64_t
get_month (const TalksEvent *event)
{
  TalksDay day = talks_date_get_sort_day (event->date);
  int64_t year;
  int month;

  if (day == TALKS_DAY_MIN || day == TALKS_DAY_MAX)
    return day;
  talks_day_to_civil (day, &year, &month, NULL);
  return year * 12 + month - 1;
}

/* "May 2025"; free with g_free(). */
static char *
month_words (const TalksEvent *event)
{
  TalksDay day = talks_date_get_sort_day (event->date);
  int64_t year;
  int month;
  g_autofree char *text = NULL;
  g_autoptr (TalksDate) date = NULL;

  if (day == TALKS_DAY_MIN || day == TALKS_DAY_MAX)
    return talks_day_to_words (day, TALKS_DATE_STYLE_MEDIUM);
  talks_day_to_civil (day, &year, &month, NULL);
  if (year >= 0 && year <= 9999)
    text = g_strdup_printf ("%04d-%02d", (int) year, month);
  else
    text = g_strdup_printf ("Y%" G_GINT64_FORMAT, (gint64) year);
  date = talks_date_parse (text, NULL);
  return date != NULL ? talks_date_to_words (date, TALKS_DATE_STYLE_MEDIUM)
                      : talks_day_to_words (day, TALKS_DATE_STYLE_MEDIUM);
}

static void
rebuild (TalksOutlinePanel *self)
{
  GPtrArray *events = talks_document_get_events_by_time (talks_panel_get_document (TALKS_PANEL (self)));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *count = NULL;
  int64_t month = 0;

  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = events->pdata[i];
      gboolean first = i == 0 || get_month (event) != month;
      g_autofree char *heading = first ? month_words (event) : NULL;

      month = get_month (event);
      g_ptr_array_add (items, talks_record_item_new (&event->record, heading, NULL));
    }
  self->following = TRUE;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  self->following = FALSE;
  count = g_strdup_printf (ngettext ("%u event", "%u events", events->len), events->len);
  talks_show_text (self->count_label, count);
}

/* ---- selection, both ways ---- */

static void
on_selected (GtkSingleSelection *selection,
             GParamSpec         *pspec,
             TalksOutlinePanel  *self)
{
  TalksSession *session = talks_panel_get_session (TALKS_PANEL (self));
  TalksRecordItem *item = gtk_single_selection_get_selected_item (selection);

  if (self->following || session == NULL || item == NULL)
    return;
  talks_session_select (session, talks_record_item_get_record (item)->id);
}

static void
follow (TalksOutlinePanel *self)
{
  TalksPanel *panel = TALKS_PANEL (self);
  TalksEvent *event = talks_session_get_event (talks_panel_get_session (panel));
  int rank = event != NULL ? talks_document_get_event_rank (talks_panel_get_document (panel), event)
                           : -1;
  guint position = rank < 0 ? GTK_INVALID_LIST_POSITION : (guint) rank;

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;
  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  if (rank >= 0)
    talks_reveal_item (GTK_WIDGET (self->list), position);
}

/* Return goes to the event that has been left by panning or by a playhead moved. */
static void
on_activate (GtkListView       *list,
             guint              position,
             TalksOutlinePanel *self)
{
  g_autoptr (TalksRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  talks_panel_activate (TALKS_PANEL (self), talks_record_item_get_record (item));
}

/* ---- the panel ---- */

static void
talks_outline_panel_refresh (TalksPanel *panel,
                             guint       flags)
{
  TalksOutlinePanel *self = TALKS_OUTLINE_PANEL (panel);

  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE))
    rebuild (self);
  else if (flags & (TALKS_SESSION_HIGHLIGHT | TALKS_PANEL_PALETTE))
    talks_record_list_update (GTK_WIDGET (self->list), panel);
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_SESSION_SELECTION))
    follow (self);
}

static void
talks_outline_panel_dispose (GObject *object)
{
  TalksOutlinePanel *self = TALKS_OUTLINE_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TALKS_TYPE_OUTLINE_PANEL);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (talks_outline_panel_parent_class)->dispose (object);
}

static void
talks_outline_panel_class_init (TalksOutlinePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_outline_panel_dispose;
  TALKS_PANEL_CLASS (klass)->refresh = talks_outline_panel_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/panels/talks-outline-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksOutlinePanel, count_label);
  gtk_widget_class_bind_template_child (widget_class, TalksOutlinePanel, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
talks_outline_panel_init (TalksOutlinePanel *self)
{
  g_autoptr (GtkListItemFactory) factory = talks_record_list_factory (TALKS_PANEL (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (TALKS_TYPE_RECORD_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
talks_outline_panel_new (void)
{
  return g_object_new (TALKS_TYPE_OUTLINE_PANEL, NULL);
}
