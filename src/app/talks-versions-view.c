/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-versions-view.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-difference-window.h"
#include "talks-file.h"
#include "talks-record-list.h"
#include "talks-save-backups.h"
#include "talks-show.h"
#include "talks-kept-version.h"

/* Differences of one version. Whoever goes from one to the next does not read more, and is not to wait. */
#define MAX_SHOWN 50

struct _TalksVersionsView
{
  GtkWindow            parent_instance;

  TalksVersionsVerbs   verbs;
  gpointer             data;
  GFile               *file;      /* NULL: none whose versions could be kept */
  TalksDocument       *now;       /* a copy, which the worker may read */
  TalksBase           *base;
  char                *lang;
  GCancellable        *cancellable; /* of all that workers do; NULL when the window is gone */
  gboolean             comparing; /* a worker does */
  TalksKeptVersion        *described; /* whose content there is; NULL: no one's */
  TalksKeptVersionContent *content;

  GListStore          *store;     /* of TalksKeptVersion, the latest first */
  GtkSingleSelection  *selection;
  GtkLabel            *detail_label;
  GtkLabel            *intro_label;
  GtkLabel            *none_label;
  GtkLabel            *none_detail_label;
  GtkLabel            *where_label;
  GtkLabel            *words_label;
  GtkListView         *list;
  GtkStack            *stack;
  GtkWidget           *close_button;
  GtkWidget           *detail_box;
  GtkWidget           *go_button;
  GtkWidget           *open_button;
  GtkWidget           *spinner;
};

G_DEFINE_FINAL_TYPE (TalksVersionsView, talks_versions_view, GTK_TYPE_WINDOW)

static TalksKeptVersion *
get_chosen (TalksVersionsView *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

/* ---- the one that is chosen ---- */

static void
add_note (TalksVersionsView *self,
          const char        *text)
{
  gtk_box_append (GTK_BOX (self->detail_box), talks_block_reading (text, "talks-caption"));
}

/* What is there, and would not come back. */
static void
add_notes (TalksVersionsView *self)
{
  const guint n = self->content->n_unread;
  g_autofree char *unread = NULL;

  unread = g_strdup_printf (ngettext ("%u record of this version can not be read, and does not come back with it. "
                                      "Its file stays as it is.",
                                      "%u records of this version can not be read, and do not come back with it. "
                                      "Its file stays as it is.", n), n);
  if (n > 0)
    add_note (self, unread);
  if (self->content->n_unknown > 0)
    add_note (self, _("This version holds something that Talks does not know, and that does not come back with it. "
                      "Opened by itself, it has all of it."));
}

static void
add_file (TalksVersionsView *self,
          TalksKeptVersion  *version)
{
  g_autofree char *name = g_file_get_parse_name (talks_kept_version_get_file (version));
  g_autofree char *words = g_strdup_printf (_("It stays in its file, “%s”."), name);

  add_note (self, words);
}

static void
show_details (TalksVersionsView *self)
{
  TalksKeptVersion *version = get_chosen (self);
  const gboolean has_content = version != NULL && version == self->described;

  talks_block_clear (self->detail_box);
  gtk_widget_set_sensitive (self->open_button, has_content);
  gtk_widget_set_sensitive (self->go_button, has_content && self->content->changes->len > 0);
  if (version == NULL)
    return;
  talks_show_text (self->detail_label, talks_kept_version_get_moment (version));
  talks_show_text (self->words_label, talks_kept_version_get_words (version));
  if (talks_kept_version_get_state (version) == TALKS_KEPT_VERSION_BROKEN)
    add_file (self, version);
  else if (has_content)
    {
      add_notes (self);
      gtk_box_append (GTK_BOX (self->detail_box), talks_difference_rows_new (self->content->differences, MAX_SHOWN));
    }
}

/* ---- comparing, one after another ---- */

/* The one that the user looks at comes first. */
static TalksKeptVersion *
find_next (TalksVersionsView *self)
{
  TalksKeptVersion *chosen = get_chosen (self);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  if (chosen != NULL && chosen != self->described && talks_kept_version_get_state (chosen) != TALKS_KEPT_VERSION_BROKEN)
    return g_object_ref (chosen);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TalksKeptVersion) version = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (talks_kept_version_get_state (version) == TALKS_KEPT_VERSION_WAITING)
        return g_steal_pointer (&version);
    }
  return NULL;
}

static void compare_next (TalksVersionsView *self);

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (TalksVersionsView) self = TALKS_VERSIONS_VIEW (data);
  TalksKeptVersion *version = TALKS_KEPT_VERSION (source);
  TalksKeptVersionContent *content = talks_kept_version_compare_finish (version, result, NULL);

  self->comparing = FALSE;
  if (self->cancellable == NULL || content == NULL || version != get_chosen (self))
    g_clear_pointer (&content, talks_kept_version_content_free);
  if (self->cancellable == NULL)
    return;
  if (content != NULL)
    {
      g_clear_pointer (&self->content, talks_kept_version_content_free);
      self->content = content;
      g_set_object (&self->described, version);
    }
  if (version == get_chosen (self))
    show_details (self);
  compare_next (self);
}

static void
compare_next (TalksVersionsView *self)
{
  g_autoptr (TalksKeptVersion) version = self->comparing ? NULL : find_next (self);

  if (version == NULL)
    return;
  self->comparing = TRUE;
  talks_kept_version_compare_async (version, self->now, self->base, self->lang, self->cancellable, compared_cb,
                               g_object_ref (self));
}

static void
on_selected (TalksVersionsView *self)
{
  show_details (self);
  compare_next (self);
}

/* ---- rows ---- */

static void
show_words (GtkListItem *item)
{
  TalksKeptVersion *version = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  g_autofree char *size = talks_kept_version_get_size (version);
  g_autofree char *whole = g_strdup_printf ("%s, %s: %s", talks_kept_version_get_moment (version), size,
                                            talks_kept_version_get_words (version));

  talks_show_text (GTK_LABEL (label), talks_kept_version_get_words (version));
  talks_block_toggle (label, "talks-problem-error",
                      talks_kept_version_get_state (version) == TALKS_KEPT_VERSION_BROKEN);
  talks_record_list_name_item (item, whole);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            data)
{
  GtkWidget *row = talks_block_column (2, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *moment = talks_block_text (NULL, "talks-heading-plain");
  GtkWidget *words = talks_block_text (NULL, "talks-caption");

  gtk_widget_set_hexpand (moment, TRUE);
  gtk_box_append (GTK_BOX (line), moment);
  gtk_box_append (GTK_BOX (line), talks_block_text (NULL, "talks-caption"));
  gtk_box_append (GTK_BOX (row), line);
  /* The whole of it is told beside the list. */
  gtk_label_set_lines (GTK_LABEL (words), 3);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            data)
{
  TalksKeptVersion *version = gtk_list_item_get_item (item);
  GtkWidget *line = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *size = talks_kept_version_get_size (version);

  talks_show_text (GTK_LABEL (gtk_widget_get_first_child (line)), talks_kept_version_get_moment (version));
  talks_show_text (GTK_LABEL (gtk_widget_get_last_child (line)), size);
  g_signal_connect_object (version, "notify::words", G_CALLBACK (show_words), item, G_CONNECT_SWAPPED);
  show_words (item);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item,
           gpointer            data)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

/* ---- what is listed ---- */

/* When versions are kept, and in which folder. */
static char *
describe_keeping (GFile *file)
{
  g_autofree char *path = talks_save_get_backup_folder (file);
  g_autofree char *folder = g_filename_display_name (path);
  g_autofree char *last = g_strdup_printf (ngettext ("the last %d version", "the last %d versions",
                                                     TALKS_SAVE_GENERATIONS), TALKS_SAVE_GENERATIONS);

  /* Translators: "the last 20 versions", a number of days, a folder. */
  return g_strdup_printf (ngettext ("Whenever a file is saved, Talks keeps what it held before: %1$s and, of the time "
                                    "before, the last one of each day for %2$d day. They are in the folder “%3$s”.",
                                    "Whenever a file is saved, Talks keeps what it held before: %1$s and, of the time "
                                    "before, the last one of each day for %2$d days. They are in the folder “%3$s”.",
                                    TALKS_SAVE_DAYS), last, TALKS_SAVE_DAYS, folder);
}

/* Instead of a list. */
static void
show_none (TalksVersionsView *self,
           const char        *text,
           const char        *detail)
{
  talks_show_text (self->none_label, text);
  talks_show_text (self->none_detail_label, detail);
  gtk_widget_set_visible (self->go_button, FALSE);
  gtk_widget_set_visible (self->open_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "none");
  gtk_widget_grab_focus (self->close_button);
}

static void
show_list (TalksVersionsView *self,
           GPtrArray         *versions)
{
  g_autofree char *name = talks_file_get_name (self->file);
  g_autofree char *keeping = describe_keeping (self->file);
  g_autofree char *text = NULL;

  if (versions->len == 0)
    {
      text = g_strdup_printf (_("No earlier version of “%s” has been kept yet."), name);
      show_none (self, text, keeping);
      return;
    }
  text = g_strdup_printf (_("“%s” as it was until each of these times, and what was changed from then to now."), name);
  talks_show_text (self->intro_label, text);
  talks_show_text (self->where_label, keeping);
  g_list_store_splice (self->store, 0, 0, versions->pdata, versions->len);
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  on_selected (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (TalksVersionsView) self = TALKS_VERSIONS_VIEW (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = talks_kept_version_list_finish (G_FILE (source), result, &error);

  if (self->cancellable == NULL)
    return;
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), FALSE);
  if (versions != NULL)
    show_list (self, versions);
  else
    show_none (self, _("The earlier versions can not be listed."), error->message);
}

static void
start (TalksVersionsView *self,
       gboolean           bundled)
{
  g_autofree char *keeping = NULL;

  if (self->file != NULL && !bundled)
    {
      talks_kept_version_list_async (self->file, self->cancellable, listed_cb, g_object_ref (self));
      return;
    }
  keeping = describe_keeping (NULL);
  show_none (self, bundled ? _("The bundled timeline stays as it is: there are no earlier versions of it.")
                           : _("This timeline was never saved: there are no earlier versions of it."), keeping);
}

/* ---- what can be done ---- */

static void
on_open (TalksVersionsView *self)
{
  const TalksVersionsVerbs verbs = self->verbs;
  gpointer data = self->data;
  g_autofree char *moment = NULL;
  TalksOpened *opened;

  if (self->content == NULL || self->described != get_chosen (self))
    return;
  moment = g_strdup (talks_kept_version_get_moment (self->described));
  opened = g_new0 (TalksOpened, 1);
  opened->reading = g_steal_pointer (&self->content->reading);
  gtk_window_destroy (GTK_WINDOW (self));
  verbs.open (opened, moment, data);
}

static void
on_go_back (TalksVersionsView *self)
{
  const TalksVersionsVerbs verbs = self->verbs;
  gpointer data = self->data;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (self->content == NULL || self->described != get_chosen (self))
    return;
  /* Translators: a step of the history. "22 Nov 2026, 10:15". */
  name = g_strdup_printf (_("Go back to the version of %s"), talks_kept_version_get_moment (self->described));
  changes = g_ptr_array_ref (self->content->changes);
  gtk_window_destroy (GTK_WINDOW (self));
  verbs.go_back (changes, name, data);
}

static void
on_close (TalksVersionsView *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- life ---- */

static void
talks_versions_view_dispose (GObject *object)
{
  TalksVersionsView *self = TALKS_VERSIONS_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (talks_versions_view_parent_class)->dispose (object);
}

static void
talks_versions_view_finalize (GObject *object)
{
  TalksVersionsView *self = TALKS_VERSIONS_VIEW (object);

  g_clear_object (&self->file);
  g_clear_object (&self->now);
  g_clear_object (&self->described);
  g_clear_pointer (&self->base, talks_base_unref);
  g_clear_pointer (&self->content, talks_kept_version_content_free);
  g_free (self->lang);
  G_OBJECT_CLASS (talks_versions_view_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TalksVersionsView, name)

static void
talks_versions_view_class_init (TalksVersionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_versions_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_versions_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/talks-versions-view.ui");
  BIND (close_button);
  BIND (detail_box);
  BIND (detail_label);
  BIND (go_button);
  BIND (intro_label);
  BIND (list);
  BIND (none_detail_label);
  BIND (none_label);
  BIND (open_button);
  BIND (spinner);
  BIND (stack);
  BIND (where_label);
  BIND (words_label);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_go_back);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
talks_versions_view_init (TalksVersionsView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->store = g_list_store_new (TALKS_TYPE_KEPT_VERSION);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

void
talks_versions_view_show (GtkWindow                *parent,
                          TalksSession             *session,
                          TalksKeeper              *keeper,
                          gboolean                  bundled,
                          const TalksVersionsVerbs *verbs,
                          gpointer                  data)
{
  TalksVersionsView *self;
  GFile *file;

  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (TALKS_IS_KEEPER (keeper));
  g_return_if_fail (verbs != NULL);

  self = g_object_new (TALKS_TYPE_VERSIONS_VIEW, "transient-for", parent, NULL);
  file = talks_keeper_get_file (keeper);
  self->verbs = *verbs;
  self->data = data;
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->now = talks_document_copy (talks_session_get_document (session));
  self->base = talks_base_ref (talks_keeper_get_base (keeper));
  self->lang = g_strdup (talks_session_get_language (session));
  gtk_window_present (GTK_WINDOW (self));
  start (self, bundled);
}
