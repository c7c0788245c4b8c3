/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksDisclosure: a heading that opens and closes what is below it.
 *
 * The body is filled when it is first opened: handlers of "fill" (GtkBox *body) put the content
 * into it. A body that is closed costs nothing. When the reader opens or closes it, its panel says so. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_DISCLOSURE (talks_disclosure_get_type ())
G_DECLARE_FINAL_TYPE (TalksDisclosure, talks_disclosure, TALKS, DISCLOSURE, GtkWidget)

/* head: what stands in the heading; name: what a screen reader calls it. */
GtkWidget *talks_disclosure_new          (GtkWidget       *head,
                                          const char      *name);

/* With a label as head. */
GtkWidget *talks_disclosure_new_text     (const char      *text);

void       talks_disclosure_set_name     (TalksDisclosure *self,
                                          const char      *name);
gboolean   talks_disclosure_get_open     (TalksDisclosure *self);
void       talks_disclosure_set_open     (TalksDisclosure *self,
                                          gboolean         open);

/* Empties the body; one that is open is filled again. */
void       talks_disclosure_refill       (TalksDisclosure *self);

G_END_DECLS
