/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-unfolded.h"

#include "talks-disclosure.h"
#include "talks-place.h"

typedef void (*VisitFunc) (TalksDisclosure *disclosure,
                           const char      *key,
                           gpointer         data);

/* What disclosures are counted in: a marked row, or the body of one of them. */
typedef struct
{
  const char *key;
  guint       n;
} Around;

/* In the order in which they stand; one that is opened meanwhile is looked into. */
static void
visit (GtkWidget *widget,
       Around    *around,
       VisitFunc  func,
       gpointer   data)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *mark = talks_place_get_mark (child);
      Around own = { mark, 0 };

      if (TALKS_IS_DISCLOSURE (child))
        {
          g_autofree char *key = mark != NULL ? g_strdup (mark) : g_strdup_printf ("%s#%u", around->key, around->n++);

          own.key = key;
          func (TALKS_DISCLOSURE (child), key, data);
          visit (child, &own, func, data);
        }
      else
        visit (child, mark != NULL ? &own : around, func, data);
    }
}

static void
list_open (TalksDisclosure *disclosure,
           const char      *key,
           gpointer         data)
{
  if (talks_disclosure_get_open (disclosure))
    g_strv_builder_add (data, key);
}

char **
talks_unfolded_list (GtkWidget *root)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  Around around = { "", 0 };

  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);

  visit (root, &around, list_open, builder);
  return g_strv_builder_end (builder);
}

typedef struct
{
  GHashTable *keys;
  GtkWidget  *first;
} Opening;

/* One that cannot be opened has nothing in it. */
static void
set_open (TalksDisclosure *disclosure,
          const char      *key,
          gpointer         data)
{
  Opening *opening = data;
  const gboolean open = g_hash_table_contains (opening->keys, key) && gtk_widget_get_sensitive (GTK_WIDGET (disclosure));

  if (open && opening->first == NULL && !talks_disclosure_get_open (disclosure))
    opening->first = GTK_WIDGET (disclosure);
  talks_disclosure_set_open (disclosure, open);
}

GtkWidget *
talks_unfolded_set (GtkWidget          *root,
                    const char * const *keys)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);
  Opening opening = { set, NULL };
  Around around = { "", 0 };

  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (set, (char *) keys[i]);
  visit (root, &around, set_open, &opening);
  return opening.first;
}
