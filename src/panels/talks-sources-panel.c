/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-sources-panel.h"

#include <glib/gi18n-lib.h>

#include "talks-growing-list.h"
#include "talks-query.h"
#include "talks-record-list.h"
#include "talks-reveal.h"
#include "talks-show.h"
#include "talks-source-row.h"

/* As the drop-down lists them. */
typedef enum
{
  ORDER_DATE,
  ORDER_TITLE,
  ORDER_PUBLISHER,
} Order;

struct _TalksSourcesPanel
{
  TalksPanel          parent_instance;
  GtkLabel           *count_label;
  GtkDropDown        *order_drop;
  GtkCheckButton     *event_check;
  GtkListView        *list;
  GtkWidget          *nothing_label;
  GListStore         *store;     /* of TalksRecordItem */
  GtkFilter          *filter;
  GtkSorter          *sorter;
  GListModel         *shown;     /* filtered and sorted */
  GtkSliceListModel  *listed;    /* of these, what has come into the list by now */
  char               *query;     /* folded; NULL: none */
  GHashTable         *of_event;  /* set of ids: sources of the selected event; NULL: not asked for */
};

G_DEFINE_FINAL_TYPE (TalksSourcesPanel, talks_sources_panel, TALKS_TYPE_PANEL)

static const TalksSource *
get_source (gconstpointer item)
{
  return (const TalksSource *) talks_record_item_get_record ((TalksRecordItem *) item);
}

/* ---- filter and order ---- */

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  TalksSourcesPanel *self = TALKS_SOURCES_PANEL (data);

  if (self->of_event != NULL && !g_hash_table_contains (self->of_event, get_source (item)->record.id))
    return FALSE;
  return self->query == NULL
         || talks_query_match (self->query, talks_record_item_get_words (item, TALKS_PANEL (self)));
}

static int
compare_texts (const char *a,
               const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return g_utf8_collate (a, b);
}

static const char *
get_publisher (const TalksSource *source)
{
  return source->container_title != NULL ? source->container_title : source->publisher;
}

/* The newest first; those without a date last. */
static int
compare_dates (const TalksSource *a,
               const TalksSource *b)
{
  if (a->issued == NULL || b->issued == NULL)
    return (a->issued == NULL) - (b->issued == NULL);
  return talks_date_compare (b->issued, a->issued);
}

static int
compare_sources (gconstpointer left,
                 gconstpointer right,
                 gpointer      data)
{
  TalksSourcesPanel *self = TALKS_SOURCES_PANEL (data);
  const TalksSource *a = get_source (left);
  const TalksSource *b = get_source (right);
  int order = 0;

  if (gtk_drop_down_get_selected (self->order_drop) == ORDER_PUBLISHER)
    order = compare_texts (get_publisher (a), get_publisher (b));
  if (order == 0 && gtk_drop_down_get_selected (self->order_drop) != ORDER_TITLE)
    order = compare_dates (a, b);
  return order != 0 ? order : compare_texts (a->title, b->title);
}

static void
show_count (TalksSourcesPanel *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint n_shown = g_list_model_get_n_items (self->shown);
  g_autofree char *words = NULL;

  if (n_shown == n_all)
    words = g_strdup_printf (ngettext ("%u source", "%u sources", n_all), n_all);
  else
    words = g_strdup_printf (ngettext ("%1$u of %2$u source", "%1$u of %2$u sources", n_all),
                             n_shown, n_all);
  talks_show_text (self->count_label, words);
  gtk_widget_set_visible (self->nothing_label, n_shown == 0);
}

static void
add_ids (GHashTable  *ids,
         char       **list)
{
  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_add (ids, g_strdup (list[i]));
}

/* What the event, its accounts and the positions stated there cite. */
static GHashTable *
list_sources_of (TalksDocument *document,
                 TalksEvent    *event)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *positions;

  if (event == NULL)
    return ids;
  add_ids (ids, event->sources);
  for (guint i = 0; i < event->accounts->len; i++)
    add_ids (ids, ((TalksAccount *) event->accounts->pdata[i])->sources);
  positions = talks_document_get_positions_at (document, event->record.id);
  for (guint i = 0; positions != NULL && i < positions->len; i++)
    add_ids (ids, ((TalksPosition *) positions->pdata[i])->sources);
  return ids;
}

static void
update_filter (TalksSourcesPanel *self)
{
  TalksPanel *panel = TALKS_PANEL (self);
  TalksSession *session = talks_panel_get_session (panel);

  if (session == NULL)
    return;
  g_clear_pointer (&self->of_event, g_hash_table_unref);
  if (gtk_check_button_get_active (self->event_check))
    self->of_event = list_sources_of (talks_panel_get_document (panel),
                                      talks_session_get_event (session));
  talks_growing_list_restart (self->listed);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

/* ---- signals ---- */

static void
on_search_changed (GtkSearchEntry    *entry,
                   TalksSourcesPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  g_free (self->query);
  self->query = *text != '\0' ? talks_query_fold (text) : NULL;
  update_filter (self);
}

static void
on_stop_search (GtkSearchEntry    *entry,
                TalksSourcesPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
on_order_changed (GtkDropDown       *drop,
                  GParamSpec        *pspec,
                  TalksSourcesPanel *self)
{
  talks_growing_list_restart (self->listed);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
on_event_toggled (GtkCheckButton    *check,
                  TalksSourcesPanel *self)
{
  update_filter (self);
}

/* The row that shows an item now; NULL when it is out of view. */
static TalksSourceRow *
find_row (TalksSourcesPanel *self,
          guint              position)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (TALKS_IS_SOURCE_ROW (row)
          && GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "talks-position")) == position + 1)
        return TALKS_SOURCE_ROW (row);
    }
  return NULL;
}

static void
on_activate (GtkListView       *list,
             guint              position,
             TalksSourcesPanel *self)
{
  TalksSourceRow *row = find_row (self, position);

  if (row != NULL)
    talks_source_row_show_citing (row);
}

/* ---- rows ---- */

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          TalksSourcesPanel  *self)
{
  gtk_list_item_set_child (item, talks_source_row_new ());
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         TalksSourcesPanel  *self)
{
  TalksSource *source = (TalksSource *) get_source (gtk_list_item_get_item (item));
  GtkWidget *row = gtk_list_item_get_child (item);

  g_object_set_data (G_OBJECT (row), "talks-position",
                     GUINT_TO_POINTER (gtk_list_item_get_position (item) + 1));
  talks_source_row_show (TALKS_SOURCE_ROW (row), TALKS_PANEL (self), source, 0, TRUE);
  talks_record_list_name_item (item, talks_record_get_title (&source->record, NULL));
}

/* ---- the panel ---- */

static void
rebuild (TalksSourcesPanel *self)
{
  GPtrArray *sources = talks_document_get_records (talks_panel_get_document (TALKS_PANEL (self)),
                                                   TALKS_RECORD_SOURCE);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (items, talks_record_item_new (sources->pdata[i], NULL, NULL));
  talks_growing_list_restart (self->listed);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
}

static void
follow (TalksSourcesPanel *self)
{
  TalksRecord *selection = talks_session_get_selection (talks_panel_get_session (TALKS_PANEL (self)));
  guint position;

  if (selection == NULL || selection->kind != TALKS_RECORD_SOURCE)
    return;
  position = talks_record_list_find (self->shown, selection->id);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  talks_growing_list_reach (self->listed, position);
  talks_reveal_item (GTK_WIDGET (self->list), position);
}

static void
talks_sources_panel_refresh (TalksPanel *panel,
                             guint       flags)
{
  TalksSourcesPanel *self = TALKS_SOURCES_PANEL (panel);

  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE))
    rebuild (self);
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE)
      || (self->of_event != NULL && (flags & TALKS_SESSION_SELECTION)))
    update_filter (self);
  if (flags & TALKS_SESSION_SELECTION)
    follow (self);
}

static void
talks_sources_panel_dispose (GObject *object)
{
  TalksSourcesPanel *self = TALKS_SOURCES_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TALKS_TYPE_SOURCES_PANEL);
  g_clear_object (&self->listed);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->of_event, g_hash_table_unref);

  G_OBJECT_CLASS (talks_sources_panel_parent_class)->dispose (object);
}

static void
talks_sources_panel_class_init (TalksSourcesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_sources_panel_dispose;
  TALKS_PANEL_CLASS (klass)->refresh = talks_sources_panel_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/panels/talks-sources-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksSourcesPanel, count_label);
  gtk_widget_class_bind_template_child (widget_class, TalksSourcesPanel, event_check);
  gtk_widget_class_bind_template_child (widget_class, TalksSourcesPanel, list);
  gtk_widget_class_bind_template_child (widget_class, TalksSourcesPanel, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, TalksSourcesPanel, order_drop);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_event_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
make_model (TalksSourcesPanel *self)
{
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->store = g_list_store_new (TALKS_TYPE_RECORD_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sources, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                        g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter));
  self->shown = G_LIST_MODEL (sorted);
  self->listed = talks_growing_list_new (g_object_ref (self->shown));
}

static void
talks_sources_panel_init (TalksSourcesPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  make_model (self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->listed)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->order_drop, "notify::selected", G_CALLBACK (on_order_changed), self,
                           0);
}

GtkWidget *
talks_sources_panel_new (void)
{
  return g_object_new (TALKS_TYPE_SOURCES_PANEL, NULL);
}
