/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paper. */

#include "talks-print-view.h"
#include "talks-window-private.h"

static void
told_cb (TalksWindow *self,
         const char  *text)
{
  if (self->session != NULL)
    talks_window_show_news (self, text);
}

void
talks_window_print (TalksWindow *self)
{
  TalksPrintView *view;
  double from;
  double to;

  talks_viewport_get_visible (talks_session_get_viewport (self->session), &from, &to);
  view = talks_print_view_new (GTK_WINDOW (self), self->session, talks_span_make ((TalksDay) from, (TalksDay) to + 1));
  g_signal_connect_object (view, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (view));
}
