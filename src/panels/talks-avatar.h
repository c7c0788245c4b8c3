/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksAvatar: a person as a disc in their party's colour, with initials and the party's mark.
 *
 * It says nothing to a screen reader: the name stands beside it. */

#pragma once

#include <gtk/gtk.h>

#include "talks-drawing.h"
#include "talks-mark.h"

G_BEGIN_DECLS

#define TALKS_TYPE_AVATAR (talks_avatar_get_type ())
G_DECLARE_FINAL_TYPE (TalksAvatar, talks_avatar, TALKS, AVATAR, TalksDrawing)

GtkWidget *talks_avatar_new  (void);

/* party may be NULL. palette is borrowed for the time of the call. */
void       talks_avatar_show (TalksAvatar        *self,
                              const char         *name,
                              const TalksParty   *party,
                              const TalksPalette *palette);

G_END_DECLS
