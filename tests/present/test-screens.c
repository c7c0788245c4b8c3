/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-screens.h"

/* A screen by its letter: L is the presenter's own, P and Q are projectors; '-' is none. */
static gpointer
get_screen (char letter)
{
  return letter == '-' ? NULL : GINT_TO_POINTER (letter);
}

/* One word after the other: the screens that there are from now on, or "swap"; after "=" stage, console and what
 * is lost ('s', 'c' or '-'). */
static void
test_story (gconstpointer data)
{
  g_auto (GStrv) words = g_strsplit (data, " ", -1);
  TalksScreens self = { 0 };

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      const char *expected = parts[1];
      gpointer screens[8];
      guint n = 0;

      for (const char *letter = parts[0]; g_strcmp0 (parts[0], "swap") != 0 && *letter != '\0'; letter++)
        screens[n++] = get_screen (*letter);
      if (g_strcmp0 (parts[0], "swap") == 0)
        talks_screens_swap (&self);
      else
        talks_screens_update (&self, screens, n, get_screen ('L'));
      g_test_message ("%s", words[i]);
      g_assert_true (self.stage == get_screen (expected[0]));
      g_assert_true (self.console == get_screen (expected[1]));
      g_assert_cmpint (self.has_lost_stage, ==, expected[2] == 's');
      g_assert_cmpint (self.has_lost_console, ==, expected[2] == 'c');
    }
}

int
main (int    argc,
      char **argv)
{
  static const char * const stories[][2] = {
    { "one", "L=L-- swap=-L- swap=L--" },
    { "two", "LP=PL- swap=LP- swap=PL-" },
    { "order", "PL=PL-" },
    { "three", "QLP=QL- LP=PL- LPQ=PL-" },
    { "projector-lost", "LP=PL- L=-Ls LP=PL- L=-Ls swap=L-- LP=PL-" },
    { "projector-comes", "L=L-- LP=PL-" },
    { "notes-then-projector", "L=L-- swap=-L- LP=PL-" },
    /* The lid of the laptop: the class must not see the notes. */
    { "laptop-lost", "LP=PL- P=P-c LP=PL-" },
    { "swapped-and-lost", "LP=PL- swap=LP- P=-Ps PL=LP-" },
    { "another-projector", "LP=PL- L=-Ls LQ=QL-" },
    { "all-gone", "LP=PL- =PL- LP=PL-" },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strconcat ("/screens/", stories[i][0], NULL);

      g_test_add_data_func (path, stories[i][1], test_story);
    }

  return g_test_run ();
}
