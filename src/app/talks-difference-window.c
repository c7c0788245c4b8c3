/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-difference-window.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-dialogs.h"
#include "talks-difference.h"

/* Nobody reads more than this; the first sentence counts all. */
#define MAX_SHOWN 300

static GtkWidget *
new_row (const TalksDifference *difference)
{
  GtkWidget *box = talks_block_column (2, "talks-difference");

  gtk_box_append (GTK_BOX (box), talks_block_reading (difference->heading, "talks-title"));
  for (int i = 0; difference->lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), talks_block_reading (difference->lines[i], NULL));
  return box;
}

GtkWidget *
talks_difference_rows_new (GPtrArray *differences,
                           guint      most)
{
  GtkWidget *list = talks_block_column (12, NULL);

  g_return_val_if_fail (differences != NULL, list);

  for (guint i = 0; i < MIN (differences->len, most); i++)
    gtk_box_append (GTK_BOX (list), new_row (differences->pdata[i]));
  if (differences->len > most)
    {
      guint n = differences->len - most;
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more.", "And %u more.", n), n);

      gtk_box_append (GTK_BOX (list), talks_block_text (more, "talks-caption"));
    }
  return list;
}

void
talks_difference_window_show (GtkWindow     *parent,
                              const char    *intro,
                              TalksDocument *from,
                              TalksDocument *to,
                              const char    *lang)
{
  g_autoptr (GPtrArray) differences = talks_difference_list (from, to, lang);
  g_autofree char *count = differences->len > 0 ? talks_difference_count (differences, from, to)
                                                : g_strdup (_("The records are the same."));
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = talks_block_column (12, "talks-dialog");
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_window_set_title (GTK_WINDOW (window), _("Compare with the File"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 620, 560);
  gtk_widget_add_css_class (window, "talks-window");

  gtk_box_append (GTK_BOX (box), talks_block_heading (intro));
  gtk_box_append (GTK_BOX (box), talks_block_text (count, NULL));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), talks_difference_rows_new (differences, MAX_SHOWN));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_window_set_child (GTK_WINDOW (window), box);

  talks_dialogs_close_on_escape (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}
