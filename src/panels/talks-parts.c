/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-parts.h"

#include <glib/gi18n-lib.h>

#include "talks-disclosure.h"

/* What all parts of a list have in common. */
typedef struct
{
  TalksPartFunc  func;
  gpointer       data;
  GDestroyNotify destroy;
  guint          n;
} List;

typedef struct
{
  List *list; /* counted with g_rc_box_acquire() */
  guint first;
} Rest;

static void
list_clear (gpointer data)
{
  List *list = data;

  if (list->destroy != NULL)
    list->destroy (list->data);
}

static void
rest_free (gpointer  data,
           GClosure *closure)
{
  Rest *rest = data;

  g_rc_box_release_full (rest->list, list_clear);
  g_free (rest);
}

static void append_part (GtkBox *box,
                         List   *list,
                         guint   first);

static void
on_fill (TalksDisclosure *disclosure,
         GtkBox          *body,
         Rest            *rest)
{
  append_part (body, rest->list, rest->first);
}

static void
append_part (GtkBox *box,
             List   *list,
             guint   first)
{
  guint end = list->n - first > TALKS_PART ? first + TALKS_PART : list->n;
  g_autofree char *words = NULL;
  GtkWidget *more;
  Rest *rest;

  list->func (box, first, end, list->data);
  if (end == list->n)
    return;
  words = g_strdup_printf (ngettext ("%u more", "%u more", list->n - end), list->n - end);
  more = talks_disclosure_new_text (words);
  rest = g_new0 (Rest, 1);
  rest->list = g_rc_box_acquire (list);
  rest->first = end;
  g_signal_connect_data (more, "fill", G_CALLBACK (on_fill), rest, rest_free, 0);
  gtk_box_append (box, more);
}

void
talks_parts_append (GtkBox         *box,
                    guint           n,
                    TalksPartFunc   func,
                    gpointer        data,
                    GDestroyNotify  destroy)
{
  List *list;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (func != NULL);

  list = g_rc_box_new0 (List);
  *list = (List) { func, data, destroy, n };
  append_part (box, list, 0);
  g_rc_box_release_full (list, list_clear);
}
