/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-history-view.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-difference.h"
#include "talks-holder-words.h"
#include "talks-record-list.h"
#include "talks-show.h"

/* ---- points of the history ---- */

#define TALKS_TYPE_HISTORY_POINT (talks_history_point_get_type ())
G_DECLARE_FINAL_TYPE (TalksHistoryPoint, talks_history_point, TALKS, HISTORY_POINT, GObject)

struct _TalksHistoryPoint
{
  GObject           parent_instance;
  TalksHistoryStep *step;     /* that leads there; NULL at the beginning */
  guint             position;
  int               side;     /* −1: before where the document is, 0: there, 1: undone */
};

G_DEFINE_FINAL_TYPE (TalksHistoryPoint, talks_history_point, G_TYPE_OBJECT)

static void
talks_history_point_finalize (GObject *object)
{
  TalksHistoryPoint *self = TALKS_HISTORY_POINT (object);

  g_clear_pointer (&self->step, talks_history_step_unref);

  G_OBJECT_CLASS (talks_history_point_parent_class)->finalize (object);
}

static void
talks_history_point_class_init (TalksHistoryPointClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_history_point_finalize;
}

static void
talks_history_point_init (TalksHistoryPoint *self)
{
}

static TalksHistoryPoint *
point_new (TalksHistory *history,
           guint         position)
{
  TalksHistoryPoint *self = g_object_new (TALKS_TYPE_HISTORY_POINT, NULL);
  guint now = talks_history_get_position (history);

  self->position = position;
  self->side = position < now ? -1 : position > now;
  if (position > 0)
    self->step = talks_history_step_ref ((TalksHistoryStep *) talks_history_get_step (history, position - 1));
  return self;
}

static const char *
point_get_name (const TalksHistoryPoint *self)
{
  return self->step != NULL ? self->step->name : _("As it was opened");
}

static char *
point_describe (const TalksHistoryPoint *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->step != NULL)
    {
      g_autofree char *time = talks_time_words (self->step->time);

      if (self->step->author != NULL)
        g_string_append_printf (words, "%s · ", self->step->author);
      g_string_append (words, time);
    }
  if (self->side != 0)
    {
      if (words->len > 0 && self->side > 0)
        g_string_append (words, " · ");
      if (self->side > 0)
        g_string_append (words, _("undone"));
    }
  else
    {
      if (words->len > 0)
        g_string_append (words, " · ");
      g_string_append (words, _("you are here"));
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* ---- the view ---- */

struct _TalksHistoryView
{
  TalksPanel          parent_instance;
  GtkLabel           *count_label;
  GtkWidget          *author_entry;
  GtkListView        *list;
  GtkLabel           *detail_label;
  GtkWidget          *detail_box;
  GtkWidget          *go_button;
  GListStore         *store; /* of TalksHistoryPoint, the latest first */
  GtkSingleSelection *selection;
};

enum
{
  SIGNAL_GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksHistoryView, talks_history_view, TALKS_TYPE_PANEL)

static TalksHistory *
get_history (TalksHistoryView *self)
{
  return talks_session_get_history (talks_panel_get_session (TALKS_PANEL (self)));
}

static TalksHistoryPoint *
get_chosen (TalksHistoryView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* ---- details ---- */

static void
add_difference (TalksHistoryView  *self,
                const TalksChange *change)
{
  g_autoptr (TalksDifference) difference = NULL;

  difference = talks_difference_new (talks_change_get_before (change), talks_change_get_after (change),
                                     talks_panel_get_document (TALKS_PANEL (self)),
                                     talks_panel_get_language (TALKS_PANEL (self)));
  gtk_box_append (GTK_BOX (self->detail_box), talks_block_reading (difference->heading, "talks-heading"));
  for (int i = 0; difference->lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->detail_box), talks_block_reading (difference->lines[i], NULL));
}

/* A step may touch more records than anybody reads about. */
#define MAX_CHANGES 50

static void
show_details (TalksHistoryView *self)
{
  TalksHistoryPoint *point = get_chosen (self);
  guint n = point != NULL && point->step != NULL ? point->step->changes->len : 0;

  talks_block_clear (self->detail_box);
  gtk_widget_set_sensitive (self->go_button, point != NULL && point->side != 0);
  gtk_button_set_label (GTK_BUTTON (self->go_button),
                        point != NULL && point->side > 0 ? _("_Do Again up to Here") : _("_Go Back to Here"));
  talks_show_text (self->detail_label, point != NULL ? point_get_name (point) : "");
  for (guint i = 0; i < MIN (n, MAX_CHANGES); i++)
    add_difference (self, point->step->changes->pdata[i]);
  if (n > MAX_CHANGES)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more.", "And %u more.", n - MAX_CHANGES),
                                               n - MAX_CHANGES);

      gtk_box_append (GTK_BOX (self->detail_box), talks_block_text (more, "talks-caption"));
    }
}

static void
on_go (GtkButton        *button,
       TalksHistoryView *self)
{
  TalksHistoryPoint *point = get_chosen (self);

  if (point != NULL && point->side != 0)
    g_signal_emit (self, signals[SIGNAL_GO_TO], 0, point->position);
}

static void
on_activate (GtkListView      *list,
             guint             position,
             TalksHistoryView *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  on_go (NULL, self);
}

/* ---- rows ---- */

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          TalksHistoryView   *self)
{
  GtkWidget *row = talks_block_column (1, NULL);

  gtk_box_append (GTK_BOX (row), talks_block_text (NULL, NULL));
  gtk_box_append (GTK_BOX (row), talks_block_text (NULL, "talks-caption"));
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         TalksHistoryView   *self)
{
  const TalksHistoryPoint *point = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (row);
  g_autofree char *caption = point_describe (point);
  g_autofree char *whole = g_strdup_printf ("%s: %s", point_get_name (point), caption);

  talks_show_text (GTK_LABEL (name), point_get_name (point));
  talks_show_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), caption);
  talks_block_toggle (name, "talks-undone", point->side > 0);
  talks_block_toggle (name, "talks-heading-plain", point->side == 0);
  talks_record_list_name_item (item, whole);
}

/* ---- what is listed ---- */

static void
show_history (TalksHistoryView *self)
{
  TalksHistory *history = get_history (self);
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = talks_history_get_n_steps (history);
  g_autofree char *count = n > 0 ? g_strdup_printf (ngettext ("%u step since the document was opened",
                                                              "%u steps since the document was opened", n), n)
                                 : g_strdup (_("Nothing was changed since the document was opened"));

  for (guint position = n + 1; position-- > 0;)
    g_ptr_array_add (points, point_new (history, position));
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), points->pdata,
                       points->len);
  gtk_single_selection_set_selected (self->selection, n - talks_history_get_position (history));
  talks_show_text (self->count_label, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_label), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
  show_details (self);
}

static void
talks_history_view_refresh (TalksPanel *panel,
                            guint       flags)
{
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE))
    show_history (TALKS_HISTORY_VIEW (panel));
}

void
talks_history_view_bind_author (TalksHistoryView *self,
                                GSettings        *settings,
                                const char       *fallback)
{
  g_return_if_fail (TALKS_IS_HISTORY_VIEW (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->author_entry), fallback);
  g_settings_bind (settings, "author", self->author_entry, "text", G_SETTINGS_BIND_DEFAULT);
}

void
talks_history_view_focus (TalksHistoryView *self)
{
  g_return_if_fail (TALKS_IS_HISTORY_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* ---- life ---- */

static void
talks_history_view_dispose (GObject *object)
{
  TalksHistoryView *self = TALKS_HISTORY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TALKS_TYPE_HISTORY_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (talks_history_view_parent_class)->dispose (object);
}

static void
talks_history_view_class_init (TalksHistoryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_history_view_dispose;
  TALKS_PANEL_CLASS (klass)->refresh = talks_history_view_refresh;

  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/talks-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksHistoryView, author_entry);
  gtk_widget_class_bind_template_child (widget_class, TalksHistoryView, count_label);
  gtk_widget_class_bind_template_child (widget_class, TalksHistoryView, detail_box);
  gtk_widget_class_bind_template_child (widget_class, TalksHistoryView, detail_label);
  gtk_widget_class_bind_template_child (widget_class, TalksHistoryView, go_button);
  gtk_widget_class_bind_template_child (widget_class, TalksHistoryView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
}

static void
talks_history_view_init (TalksHistoryView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (TALKS_TYPE_HISTORY_POINT);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (show_details), self, G_CONNECT_SWAPPED);
}
