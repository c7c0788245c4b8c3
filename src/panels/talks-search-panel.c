/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-search-panel.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-growing-list.h"
#include "talks-query.h"
#include "talks-record-list.h"
#include "talks-reveal.h"
#include "talks-shown.h"
#include "talks-words.h"

#define DELAY 120 /* milliseconds of rest before a search begins */
#define MANY 2000  /* records: more are searched on a worker */

struct _TalksSearchPanel
{
  TalksPanel          parent_instance;
  GtkWidget          *entry;
  GtkLabel           *summary_label;
  GtkListView        *list;
  GListStore         *store;        /* of TalksRecordItem */
  GtkSliceListModel  *shown;        /* of these, what has come into the list by now */
  GtkSingleSelection *selection;
  GCancellable       *running;      /* of the search under way; NULL: none */
  gboolean            following;    /* list or entry is being set from the session */
};

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksSearchPanel, talks_search_panel, TALKS_TYPE_PANEL)

/* ---- results ---- */

/* In one line, whatever was pasted: a pane that is higher where it is narrow has no least height that GTK can tell.
 * Newer GTKs take no name for a status from its words. */
static void
set_summary (TalksSearchPanel *self,
             const char       *words)
{
  talks_block_show (self->summary_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary_label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
}

static void
show_summary (TalksSearchPanel *self,
              const char       *query,
              guint             n_hits)
{
  g_autofree char *words = NULL;

  if (*query == '\0')
    words = g_strdup ("");
  else if (n_hits == 0)
    {
      g_autofree char *line = talks_shown_dup_line (query);

      words = g_strdup_printf (_ ("No hit for “%s”."), line);
    }
  else
    words = g_strdup_printf (ngettext ("%u hit", "%u hits", n_hits), n_hits);
  set_summary (self, words);
}

static void
show_hits (TalksSearchPanel *self,
           const char       *query,
           GPtrArray        *hits)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  int kind = -1;

  for (guint i = 0; i < hits->len; i++)
    {
      const TalksHit *hit = hits->pdata[i];
      const char *heading = (int) hit->record->kind != kind ? talks_words_kind (hit->record->kind)
                                                            : NULL;

      kind = (int) hit->record->kind;
      g_ptr_array_add (items, talks_record_item_new (hit->record, heading, hit->excerpt));
    }
  self->following = TRUE;
  talks_growing_list_restart (self->shown);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->following = FALSE;
  show_summary (self, query, hits->len);
}

/* ---- searching ---- */

typedef struct
{
  TalksQueryIndex *index;
  char            *query;
  char            *lang;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  talks_query_index_unref (search->index);
  g_free (search->query);
  g_free (search->lang);
  g_free (search);
}

static void
run_search (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task, talks_query_index_run (search->index, search->query, search->lang),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_searched (GObject      *source,
             GAsyncResult *result,
             gpointer      unused)
{
  TalksSearchPanel *self = TALKS_SEARCH_PANEL (source);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) hits = g_task_propagate_pointer (G_TASK (result), NULL);

  /* NULL: a newer search has cancelled this one. */
  if (hits == NULL)
    return;
  g_clear_object (&self->running);
  show_hits (self, search->query, hits);
}

static void
stop (TalksSearchPanel *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
search (TalksSearchPanel *self)
{
  TalksPanel *panel = TALKS_PANEL (self);
  const char *query = talks_session_get_query (talks_panel_get_session (panel));
  g_autoptr (TalksQueryIndex) index = talks_query_index_get (talks_panel_get_document (panel));
  g_autoptr (GTask) task = NULL;
  Search *data;

  stop (self);
  if (*query == '\0' || talks_query_index_get_size (index) <= MANY)
    {
      g_autoptr (GPtrArray) hits = talks_query_index_run (index, query,
                                                          talks_panel_get_language (panel));

      show_hits (self, query, hits);
      return;
    }
  set_summary (self, _ ("Searching…"));
  self->running = g_cancellable_new ();
  data = g_new0 (Search, 1);
  data->index = g_steal_pointer (&index);
  data->query = g_strdup (query);
  data->lang = g_strdup (talks_panel_get_language (panel));
  task = g_task_new (self, self->running, on_searched, NULL);
  g_task_set_source_tag (task, search);
  g_task_set_task_data (task, data, search_free);
  g_task_run_in_thread (task, run_search);
}

/* ---- hits ---- */

static void
go_to (TalksSearchPanel *self,
       guint             position)
{
  TalksPanel *panel = TALKS_PANEL (self);
  g_autoptr (TalksRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  TalksSession *session = talks_panel_get_session (panel);
  TalksRecord *record;

  if (item == NULL || session == NULL)
    return;
  record = talks_record_item_get_record (item);
  /* A hit that is highlighted already stays so. */
  if (g_strcmp0 (talks_session_get_highlight (session), record->id) != 0)
    talks_panel_activate (panel, record);
}

void
talks_search_panel_step (TalksSearchPanel *self,
                         int               direction)
{
  guint n_hits;
  guint position;

  g_return_if_fail (TALKS_IS_SEARCH_PANEL (self));
  g_return_if_fail (direction == 1 || direction == -1);

  n_hits = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  position = gtk_single_selection_get_selected (self->selection);
  if (n_hits == 0)
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    position = direction > 0 ? 0 : n_hits - 1;
  else
    position = (position + n_hits + (guint) direction) % n_hits;
  self->following = TRUE;
  talks_growing_list_reach (self->shown, position);
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;
  talks_reveal_item (GTK_WIDGET (self->list), position);
  go_to (self, position);
}

static void
on_selected (GtkSingleSelection *selection,
             GParamSpec         *pspec,
             TalksSearchPanel   *self)
{
  guint position = gtk_single_selection_get_selected (selection);

  if (!self->following && position != GTK_INVALID_LIST_POSITION)
    go_to (self, position);
}

static void
on_activate (GtkListView      *list,
             guint             position,
             TalksSearchPanel *self)
{
  go_to (self, position);
}

void
talks_search_panel_focus (TalksSearchPanel *self)
{
  g_return_if_fail (TALKS_IS_SEARCH_PANEL (self));

  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

const char *
talks_search_panel_get_summary (TalksSearchPanel *self)
{
  const char *text;

  g_return_val_if_fail (TALKS_IS_SEARCH_PANEL (self), NULL);

  text = gtk_label_get_text (self->summary_label);
  return self->running == NULL && *text != '\0' ? text : NULL;
}

/* ---- the entry ---- */

static void
on_search_changed (GtkSearchEntry   *entry,
                   TalksSearchPanel *self)
{
  TalksSession *session = talks_panel_get_session (TALKS_PANEL (self));

  if (session != NULL && !self->following)
    talks_session_set_query (session, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* Return before the delay is over searches at once; then it goes to the next hit. */
static void
on_entry_activate (GtkSearchEntry   *entry,
                   TalksSearchPanel *self)
{
  on_search_changed (entry, self);
  talks_search_panel_step (self, 1);
}

static void
on_next_match (GtkSearchEntry   *entry,
               TalksSearchPanel *self)
{
  talks_search_panel_step (self, 1);
}

static void
on_previous_match (GtkSearchEntry   *entry,
                   TalksSearchPanel *self)
{
  talks_search_panel_step (self, -1);
}

static void
on_stop_search (GtkSearchEntry   *entry,
                TalksSearchPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* ---- the panel ---- */

static void
show_query (TalksSearchPanel *self)
{
  const char *query = talks_session_get_query (talks_panel_get_session (TALKS_PANEL (self)));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), query) == 0)
    return;
  /* Setting a text empties the entry first, and that is no wish of the reader's. */
  self->following = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  self->following = FALSE;
}

static void
talks_search_panel_refresh (TalksPanel *panel,
                            guint       flags)
{
  TalksSearchPanel *self = TALKS_SEARCH_PANEL (panel);

  if (flags & TALKS_SESSION_QUERY)
    show_query (self);
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_SESSION_QUERY))
    search (self);
  else if (flags & (TALKS_SESSION_HIGHLIGHT | TALKS_PANEL_PALETTE))
    talks_record_list_update (GTK_WIDGET (self->list), panel);
}

static void
talks_search_panel_dispose (GObject *object)
{
  TalksSearchPanel *self = TALKS_SEARCH_PANEL (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), TALKS_TYPE_SEARCH_PANEL);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (talks_search_panel_parent_class)->dispose (object);
}

static void
talks_search_panel_class_init (TalksSearchPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_search_panel_dispose;
  TALKS_PANEL_CLASS (klass)->refresh = talks_search_panel_refresh;

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/panels/talks-search-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksSearchPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, TalksSearchPanel, list);
  gtk_widget_class_bind_template_child (widget_class, TalksSearchPanel, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_next_match);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_match);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
talks_search_panel_init (TalksSearchPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = talks_record_list_factory (TALKS_PANEL (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), DELAY);
  self->store = g_list_store_new (TALKS_TYPE_RECORD_ITEM);
  self->shown = talks_growing_list_new (g_object_ref (G_LIST_MODEL (self->store)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
talks_search_panel_new (void)
{
  return g_object_new (TALKS_TYPE_SEARCH_PANEL, NULL);
}
