/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-print-view.h"

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-print-job.h"
#include "talks-print-preview.h"
#include "talks-print-work.h"
#include "talks-show.h"
#include "talks-shown.h"
#include "talks-worksheet.h"

/* How long to wait for a further choice before pages are laid out, ms. */
#define PATIENCE 120

struct _TalksPrintView
{
  GtkWindow       parent_instance;

  TalksSession   *session;
  TalksDocument  *document;
  TalksSpan       visible;
  TalksSheets    *sheets;  /* NULL while there is nothing to print, or it is made */
  guint           page;    /* that is seen */
  guint           due;     /* source; 0 when the pages are as they were asked for, or are made */
  GCancellable   *making;  /* of pages; NULL when none are made */
  GCancellable   *saving;  /* of a file; NULL when none is saved */
  char           *path;    /* of that file */
  GPtrArray      *tours;   /* ids, by place in the list of subjects; NULL for what is no tour */

  GtkDropDown    *kind_choice;
  GtkDropDown    *subject_choice;
  GtkDropDown    *paper_choice;
  GtkCheckButton *mono_check;
  GtkCheckButton *lists_check;
  GtkSpinButton  *seed_spin;
  GtkWidget      *seed_label;
  GtkWidget      *seed_box;
  TalksPrintPreview *preview;
  GtkLabel       *busy_label;
  GtkLabel       *page_label;
  GtkLabel       *problem_label;
  GtkWidget      *previous_button;
  GtkWidget      *next_button;
  GtkWidget      *print_button;
  GtkWidget      *save_button;
};

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksPrintView, talks_print_view, GTK_TYPE_WINDOW)

/* ---- what is chosen ---- */

static TalksPaperKind
get_kind (TalksPrintView *self)
{
  return (TalksPaperKind) MIN (gtk_drop_down_get_selected (self->kind_choice), TALKS_N_PAPERS - 1);
}

static gboolean
is_worksheet (TalksPaperKind kind)
{
  return kind == TALKS_PAPER_WORKSHEET || kind == TALKS_PAPER_ANSWERS;
}

static gboolean
is_picture (TalksPaperKind kind)
{
  return kind == TALKS_PAPER_TIMELINE || kind == TALKS_PAPER_PAGES;
}

/* The second entry, where there are no tours alone, is what is seen. */
static gboolean
is_visible_only (TalksPrintView *self)
{
  return get_kind (self) != TALKS_PAPER_HANDOUT && gtk_drop_down_get_selected (self->subject_choice) == 1;
}

static TalksPaperOptions
get_options (TalksPrintView *self)
{
  guint subject = gtk_drop_down_get_selected (self->subject_choice);
  gboolean mono = gtk_check_button_get_active (self->mono_check);

  return (TalksPaperOptions) {
    .kind = get_kind (self),
    .size = (TalksPaperSize) MIN (gtk_drop_down_get_selected (self->paper_choice), TALKS_N_PAPER_SIZES - 1),
    .picture = {
      .span = is_visible_only (self) ? self->visible : (TalksSpan) { 0, 0 },
      .theme = mono ? TALKS_THEME_MONO : TALKS_THEME_PAPER,
      .language = talks_session_get_language (self->session),
      .topic = talks_session_get_topic (self->session),
      .folded = talks_session_get_folding (self->session),
    },
    .without_lists = !gtk_check_button_get_active (self->lists_check),
    .tour = subject < self->tours->len ? self->tours->pdata[subject] : NULL,
    .seed = (guint) gtk_spin_button_get_value_as_int (self->seed_spin),
  };
}

/* ---- the preview ---- */

static void
show_busy (TalksPrintView *self)
{
  gboolean busy = self->due != 0 || self->making != NULL || self->saving != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->busy_label), busy);
  talks_show_text (self->busy_label, self->saving != NULL ? _("The pages are being saved…")
                                     : busy ? _("The pages are being made…") : "");
}

static void
show_page (TalksPrintView *self)
{
  guint n = self->sheets != NULL ? talks_sheets_get_n_pages (self->sheets) : 0;
  gboolean ready = n > 0 && self->saving == NULL;
  g_autofree char *text = NULL;

  if (n > 0)
    self->page = MIN (self->page, n - 1);
  text = n > 0 ? g_strdup_printf (_("Page %1$d of %2$d"), (int) self->page + 1, (int) n) : g_strdup ("");
  talks_show_text (self->page_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 0 ? text : _("No page"), -1);
  gtk_widget_set_sensitive (self->previous_button, n > 0 && self->page > 0);
  gtk_widget_set_sensitive (self->next_button, self->page + 1 < n);
  gtk_widget_set_sensitive (self->print_button, ready);
  gtk_widget_set_sensitive (self->save_button, ready);
  talks_print_preview_show (self->preview, self->sheets, self->page);
  show_busy (self);
}

static void
show_problem (TalksPrintView *self,
              const char     *text)
{
  talks_show_text (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), *text != '\0');
}

static void
stop_making (TalksPrintView *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
laid_out_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (TalksPrintView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksSheets) sheets = talks_print_work_lay_out_finish (result, &error);

  /* Other pages are made by now, or the window is closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->making)
    return;
  g_clear_object (&self->making);
  self->sheets = g_steal_pointer (&sheets);
  if (error != NULL)
    talks_print_preview_clear (self->preview);
  show_problem (self, error != NULL ? error->message : "");
  show_page (self);
}

static void
lay_out (TalksPrintView *self)
{
  TalksPaperOptions options = get_options (self);

  stop_making (self);
  self->making = g_cancellable_new ();
  talks_print_work_lay_out (self->document, &options, self->making, laid_out_cb, g_object_ref (self));
  show_page (self);
}

static gboolean
lay_out_cb (gpointer data)
{
  TalksPrintView *self = data;

  self->due = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
changed (TalksPrintView *self)
{
  stop_making (self);
  g_clear_pointer (&self->sheets, talks_sheets_unref);
  if (self->due == 0)
    self->due = g_timeout_add (PATIENCE, lay_out_cb, self);
  show_page (self);
}

static void
turn (TalksPrintView *self,
      int             pages)
{
  guint n = self->sheets != NULL ? talks_sheets_get_n_pages (self->sheets) : 0;

  self->page = (guint) CLAMP ((int) self->page + pages, 0, MAX ((int) n - 1, 0));
  show_page (self);
}

static void
on_previous (TalksPrintView *self)
{
  turn (self, -1);
}

static void
on_next (TalksPrintView *self)
{
  turn (self, 1);
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  turn (TALKS_PRINT_VIEW (widget), g_variant_get_int32 (args));
  return TRUE;
}

/* ---- choices ---- */

/* Adds a line to the subjects; tour: its id, or NULL. */
static void
add_subject (TalksPrintView *self,
             GtkStringList  *list,
             const char     *title,
             const char     *tour)
{
  g_autofree char *line = talks_shown_dup_line (title);

  gtk_string_list_append (list, line);
  g_ptr_array_add (self->tours, g_strdup (tour));
}

/* What this kind of paper can be about. */
static void
fill_subjects (TalksPrintView *self)
{
  TalksPaperKind kind = get_kind (self);
  GPtrArray *tours = talks_document_get_records (self->document, TALKS_RECORD_TOUR);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->tours, 0);
  if (kind != TALKS_PAPER_HANDOUT)
    {
      add_subject (self, list, _("The whole time"), NULL);
      add_subject (self, list, _("What the window shows now"), NULL);
    }
  for (guint i = 0; i < tours->len && !is_picture (kind); i++)
    {
      const TalksTour *tour = tours->pdata[i];

      add_subject (self, list, talks_text_show (tour->title, talks_session_get_language (self->session)),
                   tour->record.id);
    }
  gtk_drop_down_set_model (self->subject_choice, G_LIST_MODEL (list));
  gtk_widget_set_sensitive (GTK_WIDGET (self->subject_choice), self->tours->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->lists_check), is_picture (kind));
  gtk_widget_set_visible (self->seed_label, is_worksheet (kind));
  gtk_widget_set_visible (self->seed_box, is_worksheet (kind));
}

static void
on_kind_changed (TalksPrintView *self)
{
  if (self->document == NULL)
    return;
  self->page = 0;
  fill_subjects (self);
  changed (self);
}

static void
on_changed (TalksPrintView *self)
{
  if (self->document != NULL)
    changed (self);
}

static void
on_other_questions (TalksPrintView *self)
{
  gtk_spin_button_set_value (self->seed_spin, g_random_int_range (0, TALKS_WORKSHEET_MAX_SEED + 1));
}

/* ---- printing and saving ---- */

static char *
make_name (TalksPrintView *self)
{
  static const char * const names[TALKS_N_PAPERS] = {
    [TALKS_PAPER_TIMELINE] = N_("timeline"),
    [TALKS_PAPER_PAGES] = N_("timeline"),
    [TALKS_PAPER_HANDOUT] = N_("handout"),
    [TALKS_PAPER_WORKSHEET] = N_("worksheet"),
    [TALKS_PAPER_ANSWERS] = N_("answers"),
  };
  TalksPaperKind kind = get_kind (self);

  if (is_worksheet (kind))
    return g_strdup_printf ("%s-%d", _(names[kind]), gtk_spin_button_get_value_as_int (self->seed_spin));
  return g_strdup (_(names[kind]));
}

static void
tell_and_close (TalksPrintView *self,
                const char     *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
printed_cb (gboolean      printed,
            const GError *error,
            gpointer      data)
{
  g_autoptr (TalksPrintView) self = data;

  if (self->session == NULL)
    return;
  if (printed)
    {
      tell_and_close (self, _("Printed."));
      return;
    }
  if (error != NULL)
    show_problem (self, error->message);
}

static void
on_print (TalksPrintView *self)
{
  TalksPaperOptions options;
  g_autofree char *name = make_name (self);
  TalksPrintJob job;

  if (self->sheets == NULL)
    return;
  options = get_options (self);
  job = (TalksPrintJob) {
    .name = name,
    .size = options.size,
    .landscape = talks_paper_is_landscape (options.kind),
    .in_color = options.picture.theme != TALKS_THEME_MONO,
  };
  talks_print_job_run (GTK_WINDOW (self), &job, self->sheets, printed_cb, g_object_ref (self));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (TalksPrintView) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = talks_print_work_save_finish (result, &error);

  if (self->session == NULL)
    return;
  g_clear_object (&self->saving);
  show_page (self);
  if (saved)
    {
      g_autofree char *name = g_filename_display_basename (self->path);
      g_autofree char *text = g_strdup_printf (_("The pages were saved as “%s”."), name);

      tell_and_close (self, text);
    }
  else
    show_problem (self, error->message);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TalksPrintView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = talks_dialogs_save_finish (result, &error);
  TalksPaperOptions options;

  if (self->session == NULL || self->saving != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_free (self->path);
  self->path = file != NULL ? g_file_get_path (file) : NULL;
  if (self->path == NULL)
    {
      show_problem (self, error != NULL ? error->message : _("Exports can be saved only in folders of this computer."));
      return;
    }
  options = get_options (self);
  self->saving = g_cancellable_new ();
  show_problem (self, "");
  show_page (self);
  talks_print_work_save (self->document, &options, self->path, self->saving, saved_cb, g_object_ref (self));
}

static void
on_save (TalksPrintView *self)
{
  static const char * const patterns[] = { "*.pdf", NULL };
  const TalksFileFilter filter = { _("PDF document"), patterns, NULL };
  g_autofree char *name = make_name (self);
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);

  talks_dialogs_save_async (GTK_WINDOW (self), _("Save as PDF"), file, &filter, 1, NULL, NULL, chosen_cb,
                            g_object_ref (self));
}

static void
on_cancel (TalksPrintView *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- life ---- */

static void
talks_print_view_dispose (GObject *object)
{
  TalksPrintView *self = TALKS_PRINT_VIEW (object);

  g_clear_handle_id (&self->due, g_source_remove);
  stop_making (self);
  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  g_clear_object (&self->saving);
  g_clear_pointer (&self->sheets, talks_sheets_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (talks_print_view_parent_class)->dispose (object);
}

static void
talks_print_view_finalize (GObject *object)
{
  TalksPrintView *self = TALKS_PRINT_VIEW (object);

  g_ptr_array_unref (self->tours);
  g_free (self->path);
  G_OBJECT_CLASS (talks_print_view_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TalksPrintView, name)

static void
talks_print_view_class_init (TalksPrintViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_print_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_print_view_finalize;
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  g_type_ensure (TALKS_TYPE_PRINT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/talks-print-view.ui");
  BIND (busy_label);
  BIND (kind_choice);
  BIND (lists_check);
  BIND (mono_check);
  BIND (next_button);
  BIND (page_label);
  BIND (paper_choice);
  BIND (preview);
  BIND (previous_button);
  BIND (print_button);
  BIND (problem_label);
  BIND (save_button);
  BIND (seed_box);
  BIND (seed_label);
  BIND (seed_spin);
  BIND (subject_choice);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_other_questions);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_print);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_cb, "i", 1);
}

static void
talks_print_view_init (TalksPrintView *self)
{
  const char *kinds[] = {
    _("Timeline on one page"), _("Timeline on several pages"), _("Handout of a tour"), _("Worksheet"),
    _("Answers to a worksheet"), NULL,
  };
  const char *sizes[] = { C_("paper", "A4"), C_("paper", "Letter"), NULL };
  g_autoptr (GtkStringList) kind_list = gtk_string_list_new (kinds);
  g_autoptr (GtkStringList) size_list = gtk_string_list_new (sizes);

  self->tours = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->kind_choice, G_LIST_MODEL (kind_list));
  gtk_drop_down_set_model (self->paper_choice, G_LIST_MODEL (size_list));
  gtk_drop_down_set_selected (self->paper_choice, g_strcmp0 (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) == 0
                                                    ? TALKS_PAPER_LETTER : TALKS_PAPER_A4);
  gtk_spin_button_set_range (self->seed_spin, 0, TALKS_WORKSHEET_MAX_SEED);
  gtk_spin_button_set_increments (self->seed_spin, 1, 10);
  gtk_spin_button_set_value (self->seed_spin, 1);
}

TalksPrintView *
talks_print_view_new (GtkWindow    *parent,
                      TalksSession *session,
                      TalksSpan     visible)
{
  TalksPrintView *self;

  g_return_val_if_fail (TALKS_IS_SESSION (session), NULL);

  self = g_object_new (TALKS_TYPE_PRINT_VIEW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->document = talks_document_copy (talks_session_get_document (session));
  self->visible = visible;
  fill_subjects (self);
  lay_out (self);
  return self;
}
