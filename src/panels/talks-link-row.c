/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-link-row.h"

#include "talks-blocks.h"
#include "talks-parts.h"
#include "talks-record-row.h"

struct _TalksLinkRow
{
  GtkButton    parent_instance;
  TalksRecord *record;
};

G_DEFINE_FINAL_TYPE (TalksLinkRow, talks_link_row, GTK_TYPE_BUTTON)

static void
talks_link_row_clicked (GtkButton *button)
{
  TalksLinkRow *self = TALKS_LINK_ROW (button);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);
  TalksPanel *panel = talks_panel_find (GTK_WIDGET (self));
  /* Going there may take this row away. */
  g_autoptr (TalksRecord) record = talks_record_ref (self->record);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  if (panel != NULL)
    talks_panel_activate (panel, record);
}

static void
talks_link_row_finalize (GObject *object)
{
  g_clear_pointer (&TALKS_LINK_ROW (object)->record, talks_record_unref);

  G_OBJECT_CLASS (talks_link_row_parent_class)->finalize (object);
}

static void
talks_link_row_class_init (TalksLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_link_row_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = talks_link_row_clicked;
}

static void
talks_link_row_init (TalksLinkRow *self)
{
}

GtkWidget *
talks_link_row_new_around (TalksRecord *record,
                           GtkWidget   *child,
                           const char  *name)
{
  TalksLinkRow *self = g_object_new (TALKS_TYPE_LINK_ROW, NULL);

  g_return_val_if_fail (record != NULL, GTK_WIDGET (self));

  self->record = talks_record_ref (record);
  gtk_button_set_child (GTK_BUTTON (self), child);
  talks_block_name (GTK_WIDGET (self), name);
  return GTK_WIDGET (self);
}

GtkWidget *
talks_link_row_new (TalksPanel  *panel,
                    TalksRecord *record,
                    const char  *note)
{
  GtkWidget *row = talks_record_row_new ();
  GtkWidget *self;

  talks_record_row_show (TALKS_RECORD_ROW (row), panel, record, NULL, note, NULL);
  self = talks_link_row_new_around (record, row, talks_record_row_get_name (TALKS_RECORD_ROW (row)));
  gtk_button_set_has_frame (GTK_BUTTON (self), FALSE);
  gtk_widget_add_css_class (self, "talks-row");
  return self;
}

/* ---- many ---- */

typedef struct
{
  TalksPanel *panel;   /* borrowed: the rows live in it */
  GPtrArray  *records; /* of TalksRecord */
} Links;

static void
links_free (gpointer data)
{
  Links *links = data;

  g_ptr_array_unref (links->records);
  g_free (links);
}

static void
append_links (GtkBox   *box,
              guint     first,
              guint     end,
              gpointer  data)
{
  Links *links = data;

  for (guint i = first; i < end; i++)
    gtk_box_append (box, talks_link_row_new (links->panel, links->records->pdata[i], NULL));
}

void
talks_link_row_append_all (GtkBox     *box,
                           TalksPanel *panel,
                           GPtrArray  *records)
{
  Links *links;

  if (records == NULL || records->len == 0)
    return;
  links = g_new0 (Links, 1);
  links->panel = panel;
  links->records = g_ptr_array_new_with_free_func (talks_record_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (links->records, talks_record_ref (records->pdata[i]));
  talks_parts_append (box, records->len, append_links, links, links_free);
}

void
talks_link_row_update_all (GtkWidget  *root,
                           TalksPanel *panel)
{
  TalksSession *session = talks_panel_get_session (panel);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TALKS_IS_LINK_ROW (child))
      talks_block_toggle (child, "talks-unlit",
                          !talks_session_is_lit (session, TALKS_LINK_ROW (child)->record));
    else
      talks_link_row_update_all (child, panel);
}
