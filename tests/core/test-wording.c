/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-wording.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define HEAD "Content-Type: text/plain; charset=UTF-8\n"

/* The format of GNU .mo files with the head and one message. */
static void
write_catalogue (const char *folder,
                 const char *language,
                 const char *text)
{
  const char *strings[] = { "", "Friday", HEAD, text };
  guint32 head[7 + 8] = { 0x950412de, 0, 2, 28, 28 + 16, 0, 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *messages = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "talks.mo", NULL);
  guint32 at = sizeof head;

  for (int i = 0; i < 4; i++)
    {
      head[7 + 2 * i] = (guint32) strlen (strings[i]);
      head[8 + 2 * i] = at;
      at += head[7 + 2 * i] + 1;
    }
  g_byte_array_append (bytes, (const guint8 *) head, sizeof head);
  for (int i = 0; i < 4; i++)
    g_byte_array_append (bytes, (const guint8 *) strings[i], (guint) strlen (strings[i]) + 1);
  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
}

static void
remove_catalogue (const char *folder,
                  const char *language)
{
  g_autofree char *whole = g_build_filename (folder, language, NULL);
  g_autofree char *messages = g_build_filename (whole, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, "talks.mo", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (messages), ==, 0);
  g_assert_cmpint (g_rmdir (whole), ==, 0);
}

static const char *
say_friday (void)
{
  return g_dgettext (GETTEXT_PACKAGE, "Friday");
}

static void
check_words (const char *interface)
{
  static const struct
  {
    const char *language;
    const char *words; /* NULL: the interface's */
  } cases[] = {
    { "uk", "п’ятниця" },
    { "uk-UA", "п’ятниця" },
    { "fr-CA,uk", "vendredi" },
    { "xx,uk", "п’ятниця" },
    { "en", "Friday" },
    { "en-GB,uk", "Friday" },
    { "xx,en", "Friday" },
    { "xx", NULL },
    { "../uk", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksWording *wording = talks_wording_begin (cases[i].language);

      g_assert_cmpstr (say_friday (), ==, cases[i].words != NULL ? cases[i].words : interface);
      talks_wording_end (wording);
      g_assert_cmpstr (say_friday (), ==, interface);
    }
}

static void
check_nesting (void)
{
  TalksWording *outer = talks_wording_begin ("uk");
  TalksWording *inner = talks_wording_begin ("fr");

  g_assert_cmpstr (say_friday (), ==, "vendredi");
  talks_wording_end (inner);
  g_assert_cmpstr (say_friday (), ==, "п’ятниця");
  talks_wording_end (outer);
}

static gboolean
is_translated (void)
{
  TalksWording *wording = talks_wording_begin ("uk");
  gboolean translated = strcmp (dgettext (GETTEXT_PACKAGE, "Friday"), "Friday") != 0;

  talks_wording_end (wording);
  return translated;
}

static void
test_wording (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  if (setlocale (LC_ALL, "C.UTF-8") == NULL && setlocale (LC_ALL, "en_US.UTF-8") == NULL)
    {
      g_test_skip ("No UTF-8 locale");
      return;
    }
  folder = g_dir_make_tmp ("talks-wording-XXXXXX", &error);
  g_assert_no_error (error);
  write_catalogue (folder, "uk", "п’ятниця");
  write_catalogue (folder, "fr", "vendredi");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  talks_wording_set_up ();
  /* As main() does: now GLib would translate nothing in a locale without a catalogue. */
  textdomain (GETTEXT_PACKAGE);

  /* Newer C libraries translate nothing in C.UTF-8, whatever the environment says. */
  if (!is_translated ())
    g_test_skip ("This locale is not translated.");
  else
    {
      check_words ("Friday");
      check_nesting ();
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "");
      g_setenv ("LANGUAGE", "fr", TRUE);
      textdomain (textdomain (NULL));
      check_words ("vendredi");
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "fr");
      talks_wording_set_up ();
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "fr");
    }
  remove_catalogue (folder, "uk");
  remove_catalogue (folder, "fr");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording", test_wording);
  return g_test_run ();
}
