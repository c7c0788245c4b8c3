/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-added.h"

#include "talks-blocks.h"
#include "talks-growing-list.h"
#include "talks-import-words.h"
#include "talks-show.h"

struct _TalksImportAdded
{
  GtkWidget     parent_instance;
  TalksSession *session;
  TalksImport  *import; /* not owned; NULL: none, or it is on hold */

  GtkListView  *list;
  GtkWidget    *all_box;
};

enum
{
  SIGNAL_TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksImportAdded, talks_import_added, GTK_TYPE_WIDGET)

/* ---- rows ---- */

static TalksImportItem *
get_item (TalksImportAdded *self,
          GtkListItem      *list_item)
{
  const guint at = list_item != NULL ? gtk_list_item_get_position (list_item) : GTK_INVALID_LIST_POSITION;

  return self->import != NULL && at < self->import->items->len ? self->import->items->pdata[at] : NULL;
}

static void
ticked_cb (GtkCheckButton   *check,
           TalksImportAdded *self)
{
  TalksImportItem *item = get_item (self, g_object_get_data (G_OBJECT (check), "talks-item"));

  if (item == NULL || g_object_get_data (G_OBJECT (check), "talks-binding") != NULL)
    return;
  item->chosen = gtk_check_button_get_active (check);
  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          TalksImportAdded   *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *words = talks_block_column (1, NULL);

  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), talks_block_text (NULL, NULL));
  gtk_box_append (GTK_BOX (words), talks_block_text (NULL, "talks-caption"));
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
  g_object_set_data (G_OBJECT (check), "talks-item", item);
  g_signal_connect (check, "toggled", G_CALLBACK (ticked_cb), self);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         TalksImportAdded   *self)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (check));
  const TalksImportItem *item = get_item (self, list_item);
  const char *lang;
  g_autofree char *caption = NULL;
  g_autofree char *whole = NULL;

  if (item == NULL)
    return;
  lang = talks_session_get_language (self->session);
  caption = talks_import_words_item (self->import, item, talks_session_get_document (self->session), lang);
  talks_show_text (GTK_LABEL (title), talks_record_get_title (item->record, lang));
  talks_show_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), caption);
  whole = g_strdup_printf ("%s: %s", talks_record_get_title (item->record, lang), caption);
  talks_show_name (check, whole);
  g_object_set_data (G_OBJECT (check), "talks-binding", check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), item->chosen);
  g_object_set_data (G_OBJECT (check), "talks-binding", NULL);
  gtk_widget_set_sensitive (check, !item->made);
}

/* ---- all of them ---- */

static void
tick_all (TalksImportAdded *self,
          gboolean          chosen)
{
  if (self->import == NULL)
    return;
  for (guint i = 0; i < self->import->items->len; i++)
    ((TalksImportItem *) self->import->items->pdata[i])->chosen = chosen;
  talks_import_added_show (self, self->import);
  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

static void
on_all (TalksImportAdded *self)
{
  tick_all (self, TRUE);
}

static void
on_none (TalksImportAdded *self)
{
  tick_all (self, FALSE);
}

/* ---- life ---- */

static void
talks_import_added_dispose (GObject *object)
{
  TalksImportAdded *self = TALKS_IMPORT_ADDED (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  if (child != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (talks_import_added_parent_class)->dispose (object);
}

static void
talks_import_added_class_init (TalksImportAddedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_import_added_dispose;
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", TALKS_TYPE_IMPORT_ADDED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/talks-import-added.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksImportAdded, all_box);
  gtk_widget_class_bind_template_child (widget_class, TalksImportAdded, list);
  gtk_widget_class_bind_template_callback (widget_class, on_all);
  gtk_widget_class_bind_template_callback (widget_class, on_none);
}

static void
talks_import_added_init (TalksImportAdded *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
}

void
talks_import_added_set_session (TalksImportAdded *self,
                                TalksSession     *session)
{
  g_return_if_fail (TALKS_IS_IMPORT_ADDED (self));
  g_return_if_fail (TALKS_IS_SESSION (session));

  g_set_object (&self->session, session);
}

void
talks_import_added_show (TalksImportAdded *self,
                         TalksImport      *import)
{
  GtkStringList *places = gtk_string_list_new (NULL);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (talks_growing_list_new (G_LIST_MODEL (places))));

  g_return_if_fail (TALKS_IS_IMPORT_ADDED (self));
  g_return_if_fail (import != NULL);

  self->import = import;
  /* A row looks its record up by its place. */
  for (guint i = 0; i < import->items->len; i++)
    gtk_string_list_append (places, "");
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_widget_set_visible (self->all_box, import->items->len > 0);
}

void
talks_import_added_hold (TalksImportAdded *self)
{
  g_return_if_fail (TALKS_IS_IMPORT_ADDED (self));

  self->import = NULL;
}
