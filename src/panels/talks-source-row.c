/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-source-row.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-line-layout.h"
#include "talks-link-row.h"
#include "talks-parts.h"
#include "talks-show.h"
#include "talks-words.h"

#define SPACING        6
#define POPOVER_WIDTH  320
#define POPOVER_HEIGHT 360

struct _TalksSourceRow
{
  GtkWidget    parent_instance;
  GtkWidget   *number_label;
  GtkWidget   *link;       /* button with link_label */
  GtkWidget   *link_label;
  GtkWidget   *title_label; /* where there is no link */
  GtkWidget   *caption_label;
  GtkWidget   *citing_button;
  TalksSource *source;
};

G_DEFINE_FINAL_TYPE (TalksSourceRow, talks_source_row, GTK_TYPE_WIDGET)

static void
on_link_clicked (GtkButton      *button,
                 TalksSourceRow *self)
{
  TalksPanel *panel = talks_panel_find (GTK_WIDGET (self));

  if (panel != NULL && self->source != NULL)
    talks_panel_open_source (panel, self->source);
}

static void
create_citing_popover (GtkMenuButton *button,
                       gpointer       data)
{
  TalksSourceRow *self = TALKS_SOURCE_ROW (data);
  TalksPanel *panel = talks_panel_find (GTK_WIDGET (self));
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = talks_block_column (2, NULL);

  talks_link_row_append_all (GTK_BOX (box), panel,
                             talks_document_get_citing (talks_panel_get_document (panel),
                                                        self->source->record.id));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), POPOVER_HEIGHT);
  gtk_widget_set_size_request (scroller, POPOVER_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  talks_block_name (popover, _ ("Records that cite this source"));
  gtk_menu_button_set_popover (button, popover);
}

static void
talks_source_row_dispose (GObject *object)
{
  TalksSourceRow *self = TALKS_SOURCE_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->source, talks_record_unref);

  G_OBJECT_CLASS (talks_source_row_parent_class)->dispose (object);
}

static void
talks_source_row_class_init (TalksSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_source_row_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_source_row_init (TalksSourceRow *self)
{
  GtkWidget *texts = talks_block_column (0, NULL);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), talks_line_layout_new (SPACING));
  self->number_label = talks_block_text (NULL, "talks-number");
  gtk_widget_set_valign (self->number_label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (self->number_label), 2);
  gtk_label_set_xalign (GTK_LABEL (self->number_label), 1);
  gtk_widget_set_parent (self->number_label, GTK_WIDGET (self));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_parent (texts, GTK_WIDGET (self));

  self->link_label = talks_block_text (NULL, NULL);
  self->link = gtk_button_new ();
  gtk_widget_add_css_class (self->link, "talks-link");
  gtk_button_set_has_frame (GTK_BUTTON (self->link), FALSE);
  gtk_button_set_child (GTK_BUTTON (self->link), self->link_label);
  g_signal_connect (self->link, "clicked", G_CALLBACK (on_link_clicked), self);
  gtk_box_append (GTK_BOX (texts), self->link);
  self->title_label = talks_block_text (NULL, NULL);
  gtk_box_append (GTK_BOX (texts), self->title_label);
  self->caption_label = talks_block_text (NULL, "talks-caption");
  gtk_box_append (GTK_BOX (texts), self->caption_label);

  self->citing_button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->citing_button, "talks-citing");
  gtk_widget_set_halign (self->citing_button, GTK_ALIGN_START);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->citing_button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->citing_button),
                                         create_citing_popover, self, NULL);
  gtk_box_append (GTK_BOX (texts), self->citing_button);
}

GtkWidget *
talks_source_row_new (void)
{
  return g_object_new (TALKS_TYPE_SOURCE_ROW, NULL);
}

static void
show_citing (TalksSourceRow *self,
             TalksPanel     *panel,
             gboolean        citing)
{
  GPtrArray *records = NULL;
  g_autofree char *words = NULL;

  if (citing)
    records = talks_document_get_citing (talks_panel_get_document (panel), self->source->record.id);
  gtk_widget_set_visible (self->citing_button, records != NULL);
  if (records == NULL)
    return;
  words = g_strdup_printf (ngettext ("Cited by %u record", "Cited by %u records", records->len),
                           records->len);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->citing_button), words);
  talks_block_name (self->citing_button, words);
  /* Made anew when it is next asked for. */
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->citing_button), NULL);
}

void
talks_source_row_show (TalksSourceRow *self,
                       TalksPanel     *panel,
                       TalksSource    *source,
                       guint           number,
                       gboolean        citing)
{
  g_autofree char *number_text = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  const char *link;

  g_return_if_fail (TALKS_IS_SOURCE_ROW (self));
  g_return_if_fail (TALKS_IS_PANEL (panel));
  g_return_if_fail (source != NULL);

  talks_record_ref (source);
  g_clear_pointer (&self->source, talks_record_unref);
  self->source = source;

  number_text = number > 0 ? g_strdup_printf ("%u", number) : NULL;
  talks_block_show (GTK_LABEL (self->number_label), number_text);
  caption = talks_words_source (source, talks_panel_get_language (panel));
  talks_block_show (GTK_LABEL (self->caption_label), caption);

  link = talks_source_get_link (source);
  title = g_strdup (talks_record_get_title (&source->record, talks_panel_get_language (panel)));
  gtk_widget_set_visible (self->link, link != NULL);
  talks_block_show (GTK_LABEL (self->title_label), link == NULL ? title : NULL);
  if (link != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s ↗", title);

      talks_show_text (GTK_LABEL (self->link_label), text);
      talks_show_tooltip (self->link, link);
      name = g_strdup_printf (_ ("%1$s, %2$s: open in the browser"), title, caption);
      talks_block_name (self->link, name);
    }
  show_citing (self, panel, citing);
}

void
talks_source_row_show_citing (TalksSourceRow *self)
{
  g_return_if_fail (TALKS_IS_SOURCE_ROW (self));

  if (gtk_widget_get_visible (self->citing_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->citing_button));
}

/* ---- many ---- */

typedef struct
{
  TalksPanel  *panel; /* borrowed: the rows live in it */
  char       **ids;
} Cited;

static void
cited_free (gpointer data)
{
  Cited *cited = data;

  g_strfreev (cited->ids);
  g_free (cited);
}

static GtkWidget *
cited_row_new (TalksPanel *panel,
               const char *id,
               guint       number)
{
  TalksSource *source = talks_document_lookup_kind (talks_panel_get_document (panel),
                                                    TALKS_RECORD_SOURCE, id);
  g_autofree char *text = NULL;
  GtkWidget *row;

  if (source == NULL)
    {
      text = g_strdup_printf (_ ("%1$u. “%2$s” is not among the sources."), number, id);
      return talks_block_text (text, "talks-caption");
    }
  row = talks_source_row_new ();
  talks_source_row_show (TALKS_SOURCE_ROW (row), panel, source, number, FALSE);
  return row;
}

static void
append_cited (GtkBox   *box,
              guint     first,
              guint     end,
              gpointer  data)
{
  Cited *cited = data;

  for (guint i = first; i < end; i++)
    gtk_box_append (box, cited_row_new (cited->panel, cited->ids[i], i + 1));
}

void
talks_source_row_append_all (GtkBox             *box,
                             TalksPanel         *panel,
                             const char * const *ids)
{
  Cited *cited = g_new0 (Cited, 1);

  cited->panel = panel;
  cited->ids = g_strdupv ((char **) ids);
  talks_parts_append (box, g_strv_length (cited->ids), append_cited, cited, cited_free);
}
