/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-growing-list.h"

#define HEAD  24  /* items at once */
#define STEP  10  /* items more at a time */
#define PAUSE 30  /* milliseconds between */
#define ROWS  200 /* a list view makes no more rows than these: all that follows is for nothing */

#define GROWTH "talks-growth"

static void
stop (gpointer source)
{
  g_source_remove (GPOINTER_TO_UINT (source));
}

static gboolean
grow (gpointer data)
{
  GtkSliceListModel *self = data;
  guint size = gtk_slice_list_model_get_size (self) + STEP;

  if (size < MIN (g_list_model_get_n_items (gtk_slice_list_model_get_model (self)), ROWS))
    {
      gtk_slice_list_model_set_size (self, size);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (self, G_MAXUINT);
  g_object_steal_data (G_OBJECT (self), GROWTH);
  return G_SOURCE_REMOVE;
}

GtkSliceListModel *
talks_growing_list_new (GListModel *all)
{
  return gtk_slice_list_model_new (all, 0, G_MAXUINT);
}

void
talks_growing_list_restart (GtkSliceListModel *self)
{
  guint source;

  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (self));

  gtk_slice_list_model_set_size (self, HEAD);
  source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, grow, self, NULL);
  g_object_set_data_full (G_OBJECT (self), GROWTH, GUINT_TO_POINTER (source), stop);
}

void
talks_growing_list_reach (GtkSliceListModel *self,
                          guint              position)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (self));

  if (position >= gtk_slice_list_model_get_size (self))
    gtk_slice_list_model_set_size (self, position + STEP);
}
