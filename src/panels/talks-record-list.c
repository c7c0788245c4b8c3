/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-record-list.h"

#include "talks-blocks.h"
#include "talks-query.h"
#include "talks-record-row.h"
#include "talks-words.h"

struct _TalksRecordItem
{
  GObject      parent_instance;
  TalksRecord *record;
  char        *heading;
  char        *excerpt;
  char        *words; /* NULL until asked for */
};

G_DEFINE_FINAL_TYPE (TalksRecordItem, talks_record_item, G_TYPE_OBJECT)

static void
talks_record_item_finalize (GObject *object)
{
  TalksRecordItem *self = TALKS_RECORD_ITEM (object);

  talks_record_unref (self->record);
  g_free (self->heading);
  g_free (self->excerpt);
  g_free (self->words);

  G_OBJECT_CLASS (talks_record_item_parent_class)->finalize (object);
}

static void
talks_record_item_class_init (TalksRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_record_item_finalize;
}

static void
talks_record_item_init (TalksRecordItem *self)
{
}

TalksRecordItem *
talks_record_item_new (TalksRecord *record,
                       const char  *heading,
                       const char  *excerpt)
{
  TalksRecordItem *self = g_object_new (TALKS_TYPE_RECORD_ITEM, NULL);

  g_return_val_if_fail (record != NULL, self);

  self->record = talks_record_ref (record);
  self->heading = g_strdup (heading);
  self->excerpt = g_strdup (excerpt);
  return self;
}

TalksRecord *
talks_record_item_get_record (TalksRecordItem *self)
{
  g_return_val_if_fail (TALKS_IS_RECORD_ITEM (self), NULL);

  return self->record;
}

const char *
talks_record_item_get_words (TalksRecordItem *self,
                             TalksPanel      *panel)
{
  g_autofree char *caption = NULL;
  g_autofree char *text = NULL;
  const char *lang;

  g_return_val_if_fail (TALKS_IS_RECORD_ITEM (self), NULL);
  g_return_val_if_fail (TALKS_IS_PANEL (panel), NULL);

  if (self->words != NULL)
    return self->words;
  lang = talks_panel_get_language (panel);
  caption = talks_words_caption (talks_panel_get_document (panel), self->record, lang);
  text = g_strdup_printf ("%s %s", talks_record_get_title (self->record, lang), caption);
  self->words = talks_query_fold (text);
  return self->words;
}

/* ---- rows ---- */

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          TalksPanel         *panel)
{
  gtk_list_item_set_child (item, talks_record_row_new ());
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         TalksPanel         *panel)
{
  TalksRecordItem *self = gtk_list_item_get_item (item);
  TalksRecordRow *row = TALKS_RECORD_ROW (gtk_list_item_get_child (item));

  talks_record_row_show (row, panel, self->record, self->heading, NULL, self->excerpt);
  talks_record_list_name_item (item, talks_record_row_get_name (row));
}

GtkListItemFactory *
talks_record_list_factory (TalksPanel *panel)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), panel);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), panel);
  return factory;
}

void
talks_record_list_update (GtkWidget  *list,
                          TalksPanel *panel)
{
  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (TALKS_IS_RECORD_ROW (row))
        talks_record_row_update (TALKS_RECORD_ROW (row), panel);
    }
}

guint
talks_record_list_find (GListModel *model,
                        const char *id)
{
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TalksRecordItem) item = g_list_model_get_item (model, i);

      if (g_strcmp0 (item->record->id, id) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
talks_record_list_name_item (GtkListItem *item,
                             const char  *name)
{
  GtkWidget *widget = gtk_widget_get_parent (gtk_list_item_get_child (item));

  /* GtkListItem itself takes a label from GTK 4.12 on; the widget it stands for takes one before
   * that too. */
  if (widget != NULL)
    talks_block_name (widget, name);
}
