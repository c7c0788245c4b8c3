/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The files opened lately, kept by the desktop's own list. */

#include "talks-window-private.h"

#define MIME_TYPE "application/vnd.talks-timeline+json"
#define MAX_SHOWN 8

static int
compare_age (const void *a,
             const void *b)
{
  GtkRecentInfo *one = *(GtkRecentInfo * const *) a;
  GtkRecentInfo *two = *(GtkRecentInfo * const *) b;

  return -g_date_time_compare (gtk_recent_info_get_modified (one), gtk_recent_info_get_modified (two));
}

/* A menu's label takes an underscore for a mnemonic. */
static char *
escape_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
update_recent (TalksWindow *self)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *item = items; item != NULL; item = item->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (item->data), MIME_TYPE) == 0)
      g_ptr_array_add (infos, item->data);
    else
      gtk_recent_info_unref (item->data);
  g_list_free (items);
  g_ptr_array_sort (infos, compare_age);

  g_menu_remove_all (self->recent_section);
  for (guint i = 0; i < MIN (infos->len, MAX_SHOWN); i++)
    {
      g_autofree char *label = escape_label (gtk_recent_info_get_display_name (infos->pdata[i]));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-file", "s",
                                         gtk_recent_info_get_uri (infos->pdata[i]));
      g_menu_append_item (self->recent_section, item);
    }
}

void
talks_window_init_recent (TalksWindow *self)
{
  update_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent),
                           self, G_CONNECT_SWAPPED);
}

void
talks_window_add_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  char program[] = "talks-timeline";
  char command[] = "talks-timeline %u";
  char type[] = MIME_TYPE;
  GtkRecentData data = {
    .mime_type = type,
    .app_name = program,
    .app_exec = command,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
