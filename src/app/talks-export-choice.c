/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-export-choice.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-dialogs.h"
#include "talks-show.h"

/* In pixels; longer lists scroll. */
#define MAX_LIST_HEIGHT 560

/* ---- formats ---- */

static const struct
{
  TalksExportChoice choice;
  const char       *name;   /* NULL: what the format calls itself */
  const char       *ending;
  const char       *words;
} formats[] = {
  { { TRUE, TALKS_EXPORT_PDF, 0 }, N_("PDF document"), ".pdf",
    N_("The picture, then events and positions with their sources: to print") },
  { { TRUE, TALKS_EXPORT_PNG, 0 }, N_("PNG picture"), ".png", N_("The timeline as you see it, in pixels") },
  { { TRUE, TALKS_EXPORT_SVG, 0 }, N_("SVG drawing"), ".svg", N_("The timeline as you see it, sharp at any size") },
  { { FALSE, 0, TALKS_EXCHANGE_HTML }, NULL, NULL,
    N_("One page for any browser: the picture, events, positions, people and sources") },
  { { FALSE, 0, TALKS_EXCHANGE_MARKDOWN }, NULL, NULL, N_("The same as plain text, with the sources as footnotes") },
  { { FALSE, 0, TALKS_EXCHANGE_CSV }, NULL, NULL, N_("For spreadsheets: a file for each kind of record") },
  { { FALSE, 0, TALKS_EXCHANGE_ICALENDAR }, NULL, NULL, N_("The events, for calendars") },
  { { FALSE, 0, TALKS_EXCHANGE_CSL_JSON }, NULL, NULL, N_("The sources, for Zotero and other reference managers") },
  { { FALSE, 0, TALKS_EXCHANGE_BIBTEX }, NULL, NULL, N_("The sources, for LaTeX and reference managers") },
  { { FALSE, 0, TALKS_EXCHANGE_TIMELINEJS }, NULL, NULL, N_("The events, for pages made with TimelineJS") },
  { { FALSE, 0, TALKS_EXCHANGE_JSON_LD }, NULL, NULL, N_("The events in the words of schema.org, for other programs") },
};

static void
get_info (guint        i,
          const char **name,
          const char **ending)
{
  TalksExchangeFormatInfo info = { .name = "", .ending = formats[i].ending };

  if (formats[i].choice.is_picture)
    info.name = _(formats[i].name);
  else
    talks_exchange_get_info (formats[i].choice.exchange, &info);
  if (name != NULL)
    *name = info.name;
  if (ending != NULL)
    *ending = info.ending;
}

static gboolean
is_same (const TalksExportChoice *a,
         const TalksExportChoice *b)
{
  return a->is_picture == b->is_picture && (a->is_picture ? a->picture == b->picture : a->exchange == b->exchange);
}

void
talks_export_choice_get_info (const TalksExportChoice  *self,
                              const char              **name,
                              const char              **ending)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (is_same (&formats[i].choice, self))
      {
        get_info (i, name, ending);
        return;
      }
  g_return_if_reached ();
}

gboolean
talks_export_choice_from_path (const char        *path,
                               TalksExportChoice *out)
{
  g_return_val_if_fail (path != NULL && out != NULL, FALSE);

  if (talks_export_format_from_path (path, &out->picture))
    out->is_picture = TRUE;
  else if (talks_exchange_format_from_path (path, &out->exchange))
    out->is_picture = FALSE;
  else
    return FALSE;
  return TRUE;
}

/* ---- the window ---- */

typedef struct
{
  GtkWidget               *window;
  const TalksExportChoice *choice; /* NULL: none yet */
  TalksExportChosen        chosen;
  gpointer                 data;
} Asking;

/* Not in the middle of the end of the window, for it is another window that comes next. */
static void
end_cb (gpointer data)
{
  Asking *self = data;

  self->chosen (self->choice, self->data);
  g_free (self);
}

static void
destroyed_cb (Asking *self)
{
  g_idle_add_once (end_cb, self);
}

static void
row_activated_cb (Asking        *self,
                  GtkListBoxRow *row)
{
  self->choice = &formats[gtk_list_box_row_get_index (row)].choice;
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GtkWidget *
new_row (guint i)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *column = talks_block_column (1, NULL);
  const char *name;
  const char *ending;
  g_autofree char *heading = NULL;
  g_autofree char *spoken = NULL;

  get_info (i, &name, &ending);
  heading = g_strdup_printf ("%s  %s", name, ending);
  spoken = g_strdup_printf ("%s: %s", heading, _(formats[i].words));
  gtk_box_append (GTK_BOX (column), talks_block_text (heading, "talks-format-name"));
  gtk_box_append (GTK_BOX (column), talks_block_text (_(formats[i].words), "talks-caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), column);
  talks_show_name (row, spoken);
  return row;
}

static GtkWidget *
new_content (Asking *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (i));
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  talks_show_name (list, _("Formats"));
  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_add_css_class (list, "talks-list");
  gtk_widget_add_css_class (list, "talks-formats");
  return scrolled;
}

void
talks_export_choice_ask (GtkWindow         *parent,
                         TalksExportChosen  chosen,
                         gpointer           data)
{
  Asking *self = g_new0 (Asking, 1);
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->chosen = chosen;
  self->data = data;
  self->window = gtk_window_new ();
  gtk_header_bar_set_show_title_buttons (GTK_HEADER_BAR (header), FALSE);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), cancel);
  gtk_window_set_titlebar (GTK_WINDOW (self->window), header);
  gtk_window_set_title (GTK_WINDOW (self->window), _("Export"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 560, -1);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self));
  gtk_widget_add_css_class (self->window, "talks-window");

  talks_dialogs_close_on_escape (GTK_WINDOW (self->window));
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (destroyed_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_destroy), self->window);
  gtk_window_present (GTK_WINDOW (self->window));
}
