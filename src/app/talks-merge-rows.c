/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-merge-rows.h"

#include <string.h>

struct _TalksMergeRows
{
  GtkWidget           *box;  /* borrowed */
  GPtrArray           *rows; /* of GtkWidget: those in box */
  GPtrArray           *keys; /* of char *: their conflicts' */
  TalksMergeRowChosen  chosen;
  gpointer             data;
};

TalksMergeRows *
talks_merge_rows_new (GtkBox              *box,
                      TalksMergeRowChosen  chosen,
                      gpointer             data)
{
  TalksMergeRows *self = g_new0 (TalksMergeRows, 1);

  self->box = GTK_WIDGET (box);
  self->rows = g_ptr_array_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->chosen = chosen;
  self->data = data;
  return self;
}

void
talks_merge_rows_free (TalksMergeRows *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->keys);
  g_free (self);
}

static gboolean
shows_these (TalksMergeRows *self,
             GPtrArray      *conflicts,
             guint           n)
{
  if (self->keys->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (self->keys->pdata[i], ((TalksConflict *) conflicts->pdata[i])->key) != 0)
      return FALSE;
  return TRUE;
}

static void
remove_rows (TalksMergeRows *self,
             GHashTable     *rows)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_box_remove (GTK_BOX (self->box), row);
}

/* Rows that stay are the same widgets, so that the keyboard stays where it was. */
static void
replace_rows (TalksMergeRows *self,
              GPtrArray      *conflicts,
              guint           n)
{
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GtkWidget *before = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_insert (old, g_strdup (self->keys->pdata[i]), g_object_ref (self->rows->pdata[i]));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->keys, 0);
  for (guint i = 0; i < n; i++)
    {
      const TalksConflict *conflict = conflicts->pdata[i];
      GtkWidget *row = g_hash_table_lookup (old, conflict->key);

      if (row != NULL)
        gtk_box_reorder_child_after (GTK_BOX (self->box), row, before);
      else
        {
          row = talks_merge_row_new (conflict, self->chosen, self->data);
          gtk_box_insert_child_after (GTK_BOX (self->box), row, before);
        }
      before = row;
      g_ptr_array_add (self->rows, row);
      g_ptr_array_add (self->keys, g_strdup (conflict->key));
      g_hash_table_remove (old, conflict->key);
    }
  remove_rows (self, old);
}

void
talks_merge_rows_show (TalksMergeRows *self,
                       GPtrArray      *conflicts,
                       guint           n)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (conflicts != NULL && n <= conflicts->len);

  if (!shows_these (self, conflicts, n))
    replace_rows (self, conflicts, n);
  for (guint i = 0; i < n; i++)
    talks_merge_row_choose (self->rows->pdata[i], ((TalksConflict *) conflicts->pdata[i])->choice);
}
