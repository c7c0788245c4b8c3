/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-place.h"

#include <string.h>

#define MARK "talks-place"

/* Places other than the one of a row, which begins with ROW. */
#define START "start"
#define END "end"
#define ROW "row "

#define SLACK 4.0 /* pixels of a row that are not worth another one */

void
talks_place_mark (GtkWidget  *widget,
                  const char *key)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (key != NULL);

  g_object_set_data_full (G_OBJECT (widget), MARK, g_strdup (key), g_free);
}

void
talks_place_mark_parts (GtkWidget  *box,
                        const char *key)
{
  guint i = 0;

  g_return_if_fail (GTK_IS_WIDGET (box));
  g_return_if_fail (key != NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_object_set_data_full (G_OBJECT (child), MARK, g_strdup_printf ("%s/%u", key, i++), g_free);
}

const char *
talks_place_get_mark (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  return g_object_get_data (G_OBJECT (widget), MARK);
}

static GtkWidget *
get_content (GtkWidget *scroller)
{
  return gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))));
}

/* The last marked row, or the last part of one, that begins at y or above; NULL: none does. What ends above is not
 * looked into. */
static const char *
find_key_at (GtkWidget *widget,
             GtkWidget *content,
             double     y)
{
  const char *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *key = talks_place_get_mark (child);
      const char *inner = NULL;
      graphene_rect_t bounds;

      if (!gtk_widget_get_visible (child) || !gtk_widget_compute_bounds (child, content, &bounds))
        continue;
      if (key != NULL && bounds.origin.y > y)
        return found;
      if (key == NULL || bounds.origin.y + bounds.size.height > y)
        inner = find_key_at (child, content, y);
      if (inner != NULL || key != NULL)
        found = inner != NULL ? inner : key;
    }
  return found;
}

char *
talks_place_find (GtkWidget *scroller)
{
  GtkAdjustment *adjustment;
  double value;
  const char *key;

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scroller), NULL);

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  value = gtk_adjustment_get_value (adjustment);
  if (value <= gtk_adjustment_get_lower (adjustment))
    return g_strdup (START);
  /* Where less fits, the row at the top would hide the last ones. */
  if (value + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment) - 1)
    return g_strdup (END);
  key = find_key_at (get_content (scroller), get_content (scroller), value + SLACK);
  return key != NULL ? g_strconcat (ROW, key, NULL) : g_strdup (START);
}

/* The visible row called by the first length bytes of key. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *key,
          gsize       length)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *own = talks_place_get_mark (child);
      GtkWidget *found;

      if (!gtk_widget_get_visible (child))
        continue;
      if (own != NULL && strlen (own) == length && memcmp (own, key, length) == 0)
        return child;
      found = find_row (child, key, length);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_nearest_row (GtkWidget  *content,
                  const char *key)
{
  gsize length = strlen (key);
  GtkWidget *row = find_row (content, key, length);

  while (row == NULL && length > 0)
    {
      const char *slash = g_strrstr_len (key, (gssize) length, "/");

      if (slash == NULL)
        return NULL;
      length = (gsize) (slash - key);
      row = find_row (content, key, length);
    }
  return row;
}

void
talks_place_go (GtkWidget  *scroller,
                const char *place)
{
  GtkAdjustment *adjustment;
  GtkWidget *row;
  graphene_rect_t bounds;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  g_return_if_fail (place != NULL);

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  if (strcmp (place, START) == 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  else if (strcmp (place, END) == 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  else if (g_str_has_prefix (place, ROW))
    {
      row = find_nearest_row (get_content (scroller), place + strlen (ROW));
      if (row != NULL && gtk_widget_compute_bounds (row, get_content (scroller), &bounds))
        gtk_adjustment_set_value (adjustment, bounds.origin.y);
    }
}
