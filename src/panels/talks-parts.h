/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Long lists in a panel, part by part: what goes beyond the first TALKS_PART rows waits behind
 * "N more", and so on. A document may have a hundred thousand of anything; no reader looks at all of
 * them, and each row is a widget. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_PART 100

/* Appends rows first to end - 1 to box. */
typedef void (*TalksPartFunc) (GtkBox   *box,
                               guint     first,
                               guint     end,
                               gpointer  data);

/* data lives as long as the parts that wait, then destroy, which may be NULL, frees it. */
void talks_parts_append (GtkBox         *box,
                         guint           n,
                         TalksPartFunc   func,
                         gpointer        data,
                         GDestroyNotify  destroy);

G_END_DECLS
