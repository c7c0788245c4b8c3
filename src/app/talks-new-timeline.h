/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small window that asks what a new timeline is called. */

#pragma once

#include <gtk/gtk.h>

#include "talks-opened.h"

G_BEGIN_DECLS

/* opened is the new document, in no file yet, and is for the callee to take over. */
typedef void (*TalksNewTimelineMade) (TalksOpened *opened,
                                      gpointer     data);

/* lang: of the texts to come (BCP 47). made is not called when the user changes their mind; data lives as long as
 * parent. */
void talks_new_timeline_show (GtkWindow            *parent,
                              const char           *lang,
                              TalksNewTimelineMade  made,
                              gpointer              data);

G_END_DECLS
