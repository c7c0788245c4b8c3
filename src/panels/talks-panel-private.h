/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What TalksPanel holds, shared by talks-panel.c (the session) and talks-panel-reader.c (where its reader is). */

#pragma once

#include "talks-panel.h"

G_BEGIN_DECLS

typedef struct
{
  TalksSession       *session;
  const TalksPalette *palette;
  guint               stale; /* flags not yet shown */

  gboolean            hides_search; /* while it is for nothing */
  gboolean            is_watched; /* how far it is scrolled, and what is searched */
  guint               tell;       /* tick callback: says that it was scrolled */
  char               *place;      /* to go to; NULL: stays where it is */
  guint               go;         /* tick callback: goes there */
  guint               n_frames;   /* since it was to go there */
  gboolean            is_going;
  char              **opened;     /* to be opened when in view; may be NULL */
} TalksPanelPrivate;

TalksPanelPrivate *talks_panel_get_private       (TalksPanel      *self);

/* ---- talks-panel-reader.c ---- */

/* Adds the signals. */
void               talks_panel_reader_class_init (TalksPanelClass *klass);

/* The panel has come into view: goes where it was to go. */
void               talks_panel_reader_come       (TalksPanel      *self);

/* It goes out of view. Nobody sees it go; it goes when it is seen again. */
void               talks_panel_reader_leave      (TalksPanel      *self);

/* It goes for good. */
void               talks_panel_reader_forget     (TalksPanel      *self);

G_END_DECLS
