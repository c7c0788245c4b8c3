/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Present: a small window to choose what to present, and in which language.
 *
 * It offers lessons (talks-offers.h) and the views of the main window as they are. */

#pragma once

#include <gtk/gtk.h>

#include "talks-offers.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_PRESENT_CHOICE_START, /* the lesson, or the view when offer is NULL */
  TALKS_PRESENT_CHOICE_KEEP,  /* the lesson as a tour */
  TALKS_PRESENT_CHOICE_EDIT,  /* the tour */
} TalksPresentChoice;

/* Called once, unless the user changes their mind. offer is NULL for a view, view then is its name (talks-projection.h).
 * language (BCP 47) is that of the stage; step the one to begin with. All are borrowed for the time of the call. */
typedef void (*TalksPresentChosen) (TalksPresentChoice  choice,
                                    const TalksOffer   *offer,
                                    const char         *view,
                                    const char         *language,
                                    guint               step,
                                    gpointer            data);

/* Modal on parent; frees itself. key is that of the offer, or the view, that is chosen at first; NULL: the first one. step,
 * when it is not 0, is where that lesson ended last: it can go on there. language, which may be NULL, is that of the
 * stage at first. */
void talks_present_dialog_show (GtkWindow          *parent,
                                TalksSession       *session,
                                const char         *key,
                                guint               step,
                                const char         *language,
                                TalksPresentChosen  chosen,
                                gpointer            data);

G_END_DECLS
