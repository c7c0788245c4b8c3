/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-problems-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-blocks.h"
#include "talks-compat.h"
#include "talks-growing-list.h"
#include "talks-line.h"
#include "talks-problem-item.h"
#include "talks-record-fields.h"
#include "talks-record-list.h"
#include "talks-show.h"

/* As the drop-down lists them. */
typedef enum
{
  SHOW_ALL,
  SHOW_ERRORS,
  SHOW_WARNINGS,
} Show;

struct _TalksProblemsView
{
  TalksPanel         parent_instance;
  GtkLabel          *count_label;
  GtkDropDown       *show_drop;
  GtkWidget         *copy_button;
  GtkWidget         *nothing_label;
  GtkListView       *list;
  GListStore        *store;  /* of TalksProblemItem */
  GtkFilter         *filter;
  GListModel        *shown;  /* filtered */
  GtkSliceListModel *listed; /* of these, what has come into the list by now */
  GPtrArray         *bound;  /* of GtkListItem: the rows that show something now */
  guint              n_errors;
};

enum
{
  SIGNAL_RECORD_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksProblemsView, talks_problems_view, TALKS_TYPE_PANEL)

/* ---- rows ---- */

/* NULL when there is none, or it was left out. */
static TalksRecord *
find_record (TalksProblemsView  *self,
             const TalksProblem *problem)
{
  TalksPanel *panel = TALKS_PANEL (self);

  return talks_panel_get_session (panel) != NULL
           ? talks_document_lookup (talks_panel_get_document (panel), problem->record) : NULL;
}

static gboolean
is_shown_somewhere (const TalksRecord *record)
{
  return record != NULL && record->kind != TALKS_RECORD_LANE && record->kind != TALKS_RECORD_TOUR;
}

/* Whether it is about the title, description, licence or language of the timeline. */
static gboolean
is_about_head (const TalksProblem *problem)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (TALKS_RECORD_HEAD);
  g_autofree char *name = NULL;

  if (problem->record != NULL || *problem->pointer != '/')
    return FALSE;
  name = g_strndup (problem->pointer + 1, strcspn (problem->pointer + 1, "/"));
  return talks_field_set_find (fields, name) != NULL;
}

static GtkWidget *
get_part (GtkWidget  *row,
          const char *name)
{
  return g_object_get_data (G_OBJECT (row), name);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          TalksProblemsView  *self)
{
  GtkWidget *row = talks_line_new (8, NULL);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *texts = talks_block_column (1, NULL);
  GtkWidget *message = talks_block_text (NULL, NULL);
  GtkWidget *what = talks_block_text (NULL, "talks-caption");
  GtkWidget *where = talks_block_text (NULL, "talks-caption");

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  talks_line_append (TALKS_LINE (row), image);
  talks_line_append (TALKS_LINE (row), texts);
  gtk_box_append (GTK_BOX (texts), message);
  gtk_box_append (GTK_BOX (texts), what);
  gtk_box_append (GTK_BOX (texts), where);
  g_object_set_data (G_OBJECT (row), "talks-image", image);
  g_object_set_data (G_OBJECT (row), "talks-message", message);
  g_object_set_data (G_OBJECT (row), "talks-what", what);
  g_object_set_data (G_OBJECT (row), "talks-where", where);
  gtk_list_item_set_child (item, row);
}

/* "Error · First round of talks": how bad it is, and what it is about. */
static char *
describe_what (TalksProblemsView  *self,
               const TalksProblem *problem,
               const TalksRecord  *record)
{
  const char *severity = problem->severity == TALKS_SEVERITY_ERROR ? _("Error") : _("Warning");

  if (record == NULL)
    return g_strdup (severity);
  return g_strdup_printf ("%s · %s", severity,
                          talks_record_get_title (record, talks_panel_get_language (TALKS_PANEL (self))));
}

static void
show_row (TalksProblemsView *self,
          GtkListItem       *item)
{
  TalksProblemItem *problem_item = gtk_list_item_get_item (item);
  const TalksProblem *problem = talks_problem_item_get_problem (problem_item);
  const TalksRecord *record = find_record (self, problem);
  gboolean is_error = problem->severity == TALKS_SEVERITY_ERROR;
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *image = get_part (row, "talks-image");
  g_autofree char *what = describe_what (self, problem, record);
  g_autofree char *place = talks_problem_item_get_place (problem_item);
  g_autofree char *where = g_strdup_printf ("%s  %s", place, problem->pointer);
  g_autofree char *name = g_strdup_printf ("%s: %s", what, problem->message);

  gtk_image_set_from_icon_name (GTK_IMAGE (image),
                                is_error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  talks_block_name (image, is_error ? _("Error") : _("Warning"));
  talks_block_toggle (image, "talks-problem-error", is_error);
  talks_show_text (GTK_LABEL (get_part (row, "talks-message")), problem->message);
  talks_show_text (GTK_LABEL (get_part (row, "talks-what")), what);
  talks_show_text (GTK_LABEL (get_part (row, "talks-where")), where);
  /* What is about a record that was left out is there to be read. */
  gtk_list_item_set_activatable (item, is_shown_somewhere (record) || is_about_head (problem));
  talks_record_list_name_item (item, name);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         TalksProblemsView  *self)
{
  g_ptr_array_add (self->bound, item);
  show_row (self, item);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item,
           TalksProblemsView  *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* ---- what is listed ---- */

static gboolean
is_wanted (gpointer item,
           gpointer data)
{
  TalksProblemsView *self = TALKS_PROBLEMS_VIEW (data);
  TalksSeverity severity = talks_problem_item_get_problem (item)->severity;
  Show show = (Show) gtk_drop_down_get_selected (self->show_drop);

  return show == SHOW_ALL || (show == SHOW_ERRORS) == (severity == TALKS_SEVERITY_ERROR);
}

static char *
describe_count (guint n_errors,
                guint n_warnings)
{
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings),
                                               n_warnings);

  if (n_errors == 0 && n_warnings == 0)
    return g_strdup (_("No problems found"));
  if (n_errors == 0)
    return g_steal_pointer (&warnings);
  if (n_warnings == 0)
    return g_steal_pointer (&errors);
  /* Translators: "2 errors and 9 warnings". */
  return g_strdup_printf (_("%1$s and %2$s"), errors, warnings);
}

static void
show_count (TalksProblemsView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  gboolean any_shown = g_list_model_get_n_items (self->shown) > 0;
  g_autofree char *words = describe_count (self->n_errors, n - self->n_errors);

  talks_show_text (self->count_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count_label), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->show_drop), n > 0);
  gtk_widget_set_visible (self->copy_button, n > 0);
  gtk_widget_set_sensitive (self->copy_button, any_shown);
  gtk_widget_set_visible (self->nothing_label, n > 0 && !any_shown);
}

static void
on_show_changed (TalksProblemsView *self)
{
  g_assert (TALKS_IS_PROBLEMS_VIEW (self));

  talks_growing_list_restart (self->listed);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

/* What a row says of its item, or of the record, is another; the rows themselves stay, with focus and place. */
static void
show_rows_again (TalksProblemsView *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_row (self, self->bound->pdata[i]);
}

/* After an edit most problems are those from before, perhaps in another line: only what differs is exchanged, so that
 * the reader stays where they were. */
static void
renew_items (TalksProblemsView *self,
             GPtrArray         *items)
{
  GListModel *store = G_LIST_MODEL (self->store);
  guint n = g_list_model_get_n_items (store);
  guint n_same = 0;
  guint n_same_at_end = 0;

  for (; n_same < MIN (n, items->len); n_same++)
    {
      g_autoptr (TalksProblemItem) item = g_list_model_get_item (store, n_same);

      if (!talks_problem_item_is_same (item, items->pdata[n_same]))
        break;
      talks_problem_item_renew (item, items->pdata[n_same]);
    }
  for (; n_same + n_same_at_end < MIN (n, items->len); n_same_at_end++)
    {
      g_autoptr (TalksProblemItem) item = g_list_model_get_item (store, n - 1 - n_same_at_end);

      if (!talks_problem_item_is_same (item, items->pdata[items->len - 1 - n_same_at_end]))
        break;
      talks_problem_item_renew (item, items->pdata[items->len - 1 - n_same_at_end]);
    }
  if (n_same + n_same_at_end == 0)
    talks_growing_list_restart (self->listed);
  if (n_same + n_same_at_end < MAX (n, items->len))
    g_list_store_splice (self->store, n_same, n - n_same - n_same_at_end, items->pdata + n_same,
                         items->len - n_same - n_same_at_end);
  show_rows_again (self);
  show_count (self);
}

static void
take_items (TalksProblemsView *self,
            GPtrArray         *items)
{
  talks_growing_list_restart (self->listed);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  show_count (self);
}

guint
talks_problems_view_set_reading (TalksProblemsView  *self,
                                 const TalksReading *reading,
                                 const char         *name)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TALKS_IS_PROBLEMS_VIEW (self), 0);
  g_return_val_if_fail (reading != NULL && name != NULL, 0);

  self->n_errors = 0;
  for (guint i = 0; i < reading->problems->len; i++)
    {
      const TalksProblem *problem = reading->problems->pdata[i];

      self->n_errors += problem->severity == TALKS_SEVERITY_ERROR;
      g_ptr_array_add (items, talks_problem_item_new (reading->problems, problem, reading->scan, name));
    }
  gtk_drop_down_set_selected (self->show_drop, SHOW_ALL);
  take_items (self, items);
  return self->n_errors;
}

guint
talks_problems_view_set_found (TalksProblemsView   *self,
                               const TalksProblems *found,
                               const char          *name)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TALKS_IS_PROBLEMS_VIEW (self), 0);
  g_return_val_if_fail (found != NULL && name != NULL, 0);

  self->n_errors = 0;
  for (guint i = 0; i < found->list->len; i++)
    {
      const TalksProblem *problem = found->list->pdata[i];
      gboolean placed = g_array_index (found->placed, gboolean, i);

      self->n_errors += problem->severity == TALKS_SEVERITY_ERROR;
      g_ptr_array_add (items, talks_problem_item_new (found->list, problem, placed ? found->scan : NULL, name));
    }
  renew_items (self, items);
  return self->n_errors;
}

/* ---- what is chosen ---- */

static void
on_activate (GtkListView       *list,
             guint              position,
             TalksProblemsView *self)
{
  g_autoptr (TalksProblemItem) item = g_list_model_get_item (G_LIST_MODEL (self->listed), position);
  const TalksProblem *problem = item != NULL ? talks_problem_item_get_problem (item) : NULL;
  const TalksRecord *record = problem != NULL ? find_record (self, problem) : NULL;

  if (problem != NULL && is_about_head (problem))
    g_signal_emit (self, signals[SIGNAL_RECORD_ACTIVATED], 0, "");
  else if (is_shown_somewhere (record))
    g_signal_emit (self, signals[SIGNAL_RECORD_ACTIVATED], 0, record->id);
}

/* ---- copying ---- */

static void
on_copy (GtkButton         *button,
         TalksProblemsView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (self->shown);
  g_autofree char *words = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TalksProblemItem) item = g_list_model_get_item (self->shown, i);
      g_autofree char *line = talks_problem_item_to_line (item);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  words = g_strdup_printf (ngettext ("%u line was copied.", "%u lines were copied.", n), n);
  talks_compat_announce (GTK_WIDGET (self), words);
}

/* ---- the view ---- */

void
talks_problems_view_focus (TalksProblemsView *self)
{
  g_return_if_fail (TALKS_IS_PROBLEMS_VIEW (self));

  if (g_list_model_get_n_items (self->shown) == 0 || !gtk_widget_grab_focus (GTK_WIDGET (self->list)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Titles of records, after an edit or in another language; the rows of another document come with its reading. */
static void
talks_problems_view_refresh (TalksPanel *panel,
                             guint       flags)
{
  TalksProblemsView *self = TALKS_PROBLEMS_VIEW (panel);

  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE))
    show_rows_again (self);
}

static void
talks_problems_view_dispose (GObject *object)
{
  TalksProblemsView *self = TALKS_PROBLEMS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TALKS_TYPE_PROBLEMS_VIEW);
  g_clear_object (&self->listed);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (talks_problems_view_parent_class)->dispose (object);
}

static void
talks_problems_view_finalize (GObject *object)
{
  g_ptr_array_unref (TALKS_PROBLEMS_VIEW (object)->bound);

  G_OBJECT_CLASS (talks_problems_view_parent_class)->finalize (object);
}

static void
talks_problems_view_class_init (TalksProblemsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_problems_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_problems_view_finalize;
  TALKS_PANEL_CLASS (klass)->refresh = talks_problems_view_refresh;

  signals[SIGNAL_RECORD_ACTIVATED] = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass),
                                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                                   G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/talkstimeline/Talks/ui/talks-problems-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksProblemsView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TalksProblemsView, count_label);
  gtk_widget_class_bind_template_child (widget_class, TalksProblemsView, list);
  gtk_widget_class_bind_template_child (widget_class, TalksProblemsView, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, TalksProblemsView, show_drop);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
}

static void
talks_problems_view_init (TalksProblemsView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->bound = g_ptr_array_new ();
  self->store = g_list_store_new (TALKS_TYPE_PROBLEM_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  self->shown = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                                         g_object_ref (self->filter)));
  self->listed = talks_growing_list_new (g_object_ref (self->shown));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->listed)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->show_drop, "notify::selected", G_CALLBACK (on_show_changed), self,
                           G_CONNECT_SWAPPED);
}
