/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests of widgets need of a window. */

#pragma once

#include <gtk/gtk.h>

/* Gives the window the focus of the X server, from which alone Tab goes on. Without a window manager a request may come
 * before that focus was lost elsewhere, and is dropped then: it is made until it is heard. */
static inline void
talks_test_focus_window (GtkWindow *window)
{
  for (int tries = 1; !gtk_window_is_active (window); tries++)
    {
      g_assert_cmpint (tries, <, 3000);
      if (tries % 10 == 0)
        gtk_window_present (window);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
    }
}
