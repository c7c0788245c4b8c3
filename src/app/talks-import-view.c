/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-view.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-compat.h"
#include "talks-dialogs.h"
#include "talks-file.h"
#include "talks-growing-list.h"
#include "talks-import-added.h"
#include "talks-import-choices.h"
#include "talks-import-grid.h"
#include "talks-import-job.h"
#include "talks-import-words.h"
#include "talks-show.h"

/* Who comes along with whom is counted anew with each tick of fewer than these. */
#define MAX_COUNTED 10000

/* A text view takes its time with more. */
#define MAX_REPORT_CHARS 100000

struct _TalksImportView
{
  GtkWindow           parent_instance;

  TalksSession       *session;  /* NULL once the window is gone */
  TalksImportJob     *job;
  char               *name;     /* of the file */
  char               *ours_name;
  char               *report;   /* whole, for the clipboard */
  guint               n_added;
  gboolean            running;  /* the worker has the job … */
  gboolean            again;    /* … and something was chosen meanwhile */
  gboolean            new_columns; /* their fields are to be found out again */
  gboolean            same_rows; /* of the table, since it was shown last */
  gboolean            shown;    /* the first result was */
  TalksImportChoices *choices;
  TalksImportGrid    *grid;
  TalksImportAdded   *added;

  GtkCheckButton     *beside_check;
  GtkLabel           *hint_label;
  GtkLabel           *intro_label;
  GtkLabel           *summary_label;
  GtkListView        *left_list;
  GtkStack           *page_stack;
  GtkStack           *stack;
  GtkStackPage       *added_page;
  GtkStackPage       *left_page;
  GtkStackPage       *table_page;
  GtkTextView        *report_view;
  GtkWidget          *cancel_button;
  GtkWidget          *choices_box;
  GtkWidget          *copy_button;
  GtkWidget          *import_button;
  GtkWidget          *page_switcher;
  GtkWidget          *table_window;
};

G_DEFINE_FINAL_TYPE (TalksImportView, talks_import_view, GTK_TYPE_WINDOW)

/* ---- what is chosen ---- */

static void
show_summary (TalksImportView *self)
{
  g_autofree char *summary = talks_import_words_summary (self->job->import, self->n_added);

  talks_show_text (self->summary_label, summary);
  gtk_widget_set_sensitive (self->import_button,
                            self->n_added > 0 && !talks_import_choices_needs_order (self->choices));
}

static gboolean
has_column (const TalksImportTable *table,
            const char             *field)
{
  g_autofree char *prefix = g_strconcat (field, ".", NULL);

  for (char **column = table->columns; *column != NULL; column++)
    if (g_str_equal (*column, field) || g_str_has_prefix (*column, prefix))
      return TRUE;
  return FALSE;
}

/* What the user has to see to before anything can come of it. */
static char *
make_hint (TalksImportView *self)
{
  const TalksImportTable *table = self->job->import->table;

  if (table == NULL || table->is_own)
    return NULL;
  if (talks_import_choices_needs_order (self->choices))
    return g_strdup_printf (ngettext ("%u date can be read in two ways, such as “%s”. Choose whether the day or the month "
                                      "comes first: nothing is guessed.",
                                      "%u dates can be read in two ways, such as “%s”. Choose whether the day or the month "
                                      "comes first: nothing is guessed.", table->n_ambiguous),
                            table->n_ambiguous, table->ambiguous);
  if (table->rows == TALKS_RECORD_EVENT && !has_column (table, "date"))
    return g_strdup (_("Choose the column that holds the dates: above the table, by its heading."));
  if (table->rows == TALKS_RECORD_EVENT && !has_column (table, "title"))
    return g_strdup (_("Choose the column that holds the titles: above the table, by its heading."));
  return NULL;
}

static void
on_ticked (TalksImportView *self)
{
  GPtrArray *items = self->job->import->items;

  self->n_added = 0;
  if (items->len < MAX_COUNTED)
    {
      g_autoptr (GPtrArray) changes = talks_import_make_changes (self->job->import);

      self->n_added = changes->len;
    }
  else
    for (guint i = 0; i < items->len; i++)
      self->n_added += ((TalksImportItem *) items->pdata[i])->chosen;
  show_summary (self);
}

/* ---- what comes and what does not ---- */

static void
text_setup_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            data)
{
  gtk_list_item_set_child (item, talks_block_text (NULL, NULL));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
text_bind_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              gpointer            data)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  talks_show_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

static void
show_lists (TalksImportView *self)
{
  g_auto (GStrv) left = talks_import_words_left (self->job->import);
  GtkStringList *strings = gtk_string_list_new ((const char * const *) left);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (talks_growing_list_new (G_LIST_MODEL (strings))));
  g_autofree char *added_title = g_strdup_printf (_("To Add (%u)"), self->job->import->items->len);
  g_autofree char *left_title = g_strdup_printf (_("Not Taken (%u)"), g_strv_length (left));

  talks_import_added_show (self->added, self->job->import);
  gtk_list_view_set_model (self->left_list, GTK_SELECTION_MODEL (selection));
  gtk_stack_page_set_title (self->added_page, added_title);
  gtk_stack_page_set_title (self->left_page, left_title);
}

/* ---- reading ---- */

static void start (TalksImportView *self);

static void
show_beside (TalksImportView *self)
{
  const guint n = self->job->beside->len;
  g_autofree char *label = g_strdup_printf (ngettext ("Take in the _table beside it, too",
                                                      "Take in the %u _tables beside it, too", n), n);

  gtk_check_button_set_label (self->beside_check, label);
  gtk_widget_set_visible (GTK_WIDGET (self->beside_check), n > 0);
}

static void
show_import (TalksImportView *self)
{
  const TalksImportTable *table = self->job->import->table;
  g_autofree char *hint = NULL;

  talks_import_choices_show (self->choices, self->job);
  gtk_stack_page_set_visible (self->table_page, table != NULL);
  if (table != NULL)
    talks_import_grid_show (self->grid, table, self->same_rows);
  show_beside (self);
  show_lists (self);
  self->n_added = self->job->n_added;
  show_summary (self);
  hint = make_hint (self);
  talks_block_show (self->hint_label, hint);
  if (!self->shown || table == NULL)
    gtk_stack_set_visible_child_name (self->page_stack, table != NULL && !table->is_own ? "table" : "added");
  self->shown = TRUE;
  self->same_rows = TRUE;
}

static void
show_failure (TalksImportView *self,
              const GError    *error)
{
  talks_import_choices_show (self->choices, self->job);
  talks_block_show (self->hint_label, error->message);
  talks_show_text (self->summary_label, _("Nothing can be read this way."));
  gtk_widget_set_visible (GTK_WIDGET (self->page_stack), FALSE);
  gtk_widget_set_visible (self->page_switcher, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->beside_check), FALSE);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  TalksImportView *self = TALKS_IMPORT_VIEW (source);
  g_autoptr (GError) error = NULL;
  gboolean read = talks_import_job_finish (result, &error);

  self->running = FALSE;
  if (self->session == NULL)
    return;
  if (self->again)
    {
      start (self);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_stack), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->page_stack), TRUE);
  gtk_widget_set_visible (self->page_switcher, TRUE);
  if (read)
    show_import (self);
  else
    show_failure (self, error);
}

static void
start (TalksImportView *self)
{
  gtk_widget_set_sensitive (self->import_button, FALSE);
  if (self->running)
    {
      self->again = TRUE;
      return;
    }
  self->again = FALSE;
  self->running = TRUE;
  talks_import_added_hold (self->added);
  if (self->new_columns)
    g_clear_pointer (&self->job->columns, g_strfreev);
  self->new_columns = FALSE;
  talks_import_choices_apply (self->choices, self->job);
  self->job->with_beside = gtk_check_button_get_active (self->beside_check);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_stack), FALSE);
  talks_show_text (self->summary_label, _("Reading…"));
  talks_import_job_run (self->job, self, ran_cb, NULL);
}

/* The fields of the columns are as the file has them again when its rows are read otherwise. */
static void
choices_changed_cb (TalksImportChoices *choices,
                    gboolean            other_rows,
                    TalksImportView    *self)
{
  if (other_rows)
    {
      self->new_columns = TRUE;
      self->same_rows = FALSE;
    }
  start (self);
}

static void
column_chosen_cb (TalksImportGrid *grid,
                  int              column,
                  const char      *field,
                  TalksImportView *self)
{
  const TalksImportTable *table = self->job->import != NULL ? self->job->import->table : NULL;
  char **columns;

  if (self->running || table == NULL)
    return;
  columns = g_strdupv (table->columns);
  /* A field has one column. */
  for (int i = 0; columns[i] != NULL; i++)
    if (i == column || (*field != '\0' && g_str_equal (columns[i], field)))
      {
        g_free (columns[i]);
        columns[i] = g_strdup (i == column ? field : "");
      }
  g_strfreev (self->job->columns);
  self->job->columns = columns;
  start (self);
}

static void
on_beside (TalksImportView *self)
{
  if (self->shown)
    start (self);
}

/* ---- importing ---- */

static void
show_report (TalksImportView *self)
{
  g_autofree char *shown = NULL;

  self->report = talks_import_words_report (self->job->import, self->n_added, self->name, self->ours_name);
  if (g_utf8_strlen (self->report, -1) > MAX_REPORT_CHARS)
    {
      g_autofree char *start = g_utf8_substring (self->report, 0, MAX_REPORT_CHARS);

      shown = g_strdup_printf ("%s…\n\n%s", start, _("The report is longer. Copy it to read the rest."));
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->report_view), shown != NULL ? shown : self->report, -1);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_set_visible (self->import_button, FALSE);
  gtk_widget_set_visible (self->copy_button, TRUE);
  gtk_button_set_label (GTK_BUTTON (self->cancel_button), _("_Close"));
  talks_block_name (self->cancel_button, _("Close"));
  talks_show_text (self->intro_label, _("The file is imported. One undo takes all of it back."));
  gtk_widget_grab_focus (GTK_WIDGET (self->report_view));
}

static void
on_import (TalksImportView *self)
{
  TalksHistory *history = talks_session_get_history (self->session);
  g_autoptr (GPtrArray) changes = NULL;
  /* Translators: a step of the history. */
  g_autofree char *name = g_strdup_printf (_("Import “%s”"), self->name);
  g_autoptr (GError) error = NULL;

  if (self->running || self->job->import == NULL)
    return;
  changes = talks_import_make_changes (self->job->import);
  if (changes->len == 0)
    return;
  self->n_added = changes->len;
  if (!talks_history_do (history, name, changes, &error))
    talks_dialogs_tell (GTK_WINDOW (self), _("Nothing was imported."), error->message);
  else
    show_report (self);
}

static void
on_copy (TalksImportView *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->report);
  talks_compat_announce (GTK_WIDGET (self), _("The report was copied."));
}

static void
on_cancel (TalksImportView *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- life ---- */

static void
talks_import_view_dispose (GObject *object)
{
  TalksImportView *self = TALKS_IMPORT_VIEW (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (talks_import_view_parent_class)->dispose (object);
}

static void
talks_import_view_finalize (GObject *object)
{
  TalksImportView *self = TALKS_IMPORT_VIEW (object);

  talks_import_job_free (self->job);
  g_free (self->name);
  g_free (self->ours_name);
  g_free (self->report);
  G_OBJECT_CLASS (talks_import_view_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TalksImportView, name)

static void
talks_import_view_class_init (TalksImportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_import_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_import_view_finalize;
  g_type_ensure (TALKS_TYPE_IMPORT_ADDED);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/talks-import-view.ui");
  BIND (added);
  BIND (added_page);
  BIND (beside_check);
  BIND (cancel_button);
  BIND (choices_box);
  BIND (copy_button);
  BIND (hint_label);
  BIND (import_button);
  BIND (intro_label);
  BIND (left_list);
  BIND (left_page);
  BIND (page_stack);
  BIND (page_switcher);
  BIND (report_view);
  BIND (stack);
  BIND (summary_label);
  BIND (table_page);
  BIND (table_window);
  gtk_widget_class_bind_template_callback (widget_class, on_beside);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_ticked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
talks_import_view_init (TalksImportView *self)
{
  g_autoptr (GtkListItemFactory) left = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = TALKS_IMPORT_CHOICES (talks_import_choices_new ());
  self->grid = TALKS_IMPORT_GRID (talks_import_grid_new ());
  gtk_box_append (GTK_BOX (self->choices_box), GTK_WIDGET (self->choices));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->table_window), GTK_WIDGET (self->grid));
  g_signal_connect_object (self->choices, "changed", G_CALLBACK (choices_changed_cb), self, 0);
  g_signal_connect_object (self->grid, "chosen", G_CALLBACK (column_chosen_cb), self, 0);
  g_signal_connect (left, "setup", G_CALLBACK (text_setup_cb), NULL);
  g_signal_connect (left, "bind", G_CALLBACK (text_bind_cb), NULL);
  gtk_list_view_set_factory (self->left_list, left);
}

void
talks_import_view_show (GtkWindow    *parent,
                        TalksSession *session,
                        const char   *name,
                        GFile        *file)
{
  TalksDocument *document;
  TalksImportView *self;
  g_autofree char *intro = NULL;

  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (name != NULL);
  g_return_if_fail (G_IS_FILE (file));

  document = talks_session_get_document (session);
  self = g_object_new (TALKS_TYPE_IMPORT_VIEW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  talks_import_added_set_session (self->added, session);
  self->job = talks_import_job_new (file, document);
  self->name = talks_file_get_name (file);
  self->ours_name = g_strdup (name);
  intro = g_strdup_printf (_("“%1$s” is imported into “%2$s”."), self->name, name);
  talks_show_text (self->intro_label, intro);
  talks_import_choices_set_lanes (self->choices, talks_document_get_records (document, TALKS_RECORD_LANE),
                                  talks_session_get_language (session));
  start (self);
  gtk_window_present (GTK_WINDOW (self));
}
