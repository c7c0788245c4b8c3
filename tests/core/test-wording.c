/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-wording.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "talks-catalogue.h"
#include "talks-gettext.h"
#include "talks-plural.h"
#include "talks-test-catalogue.h"

#define SLAVIC "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"

/* ---- rules of plurals ---- */

static void
test_plural (void)
{
  static const struct
  {
    const char *rule;
    gulong      n;
    long        form; /* −1: it is no rule */
  } cases[] = {
    { "0", 7, 0 },
    { "n != 1;", 1, 0 },
    { " n != 1 ; rest", 0, 1 },
    { "n>1", 2, 1 },
    { SLAVIC ";", 1, 0 },
    { SLAVIC, 2, 1 },
    { SLAVIC, 5, 2 },
    { SLAVIC, 11, 2 },
    { SLAVIC, 12, 2 },
    { SLAVIC, 21, 0 },
    { SLAVIC, 102, 1 },
    { SLAVIC, 112, 2 },
    { "n==1 ? 0 : n==2 ? 1 : 2", 2, 1 },
    { "(n==1 ? 2 : 3)", 1, 2 },
    { "10 - 4 - 3", 0, 3 },
    { "2 + 3 * n", 2, 8 },
    { "!n", 0, 1 },
    { "!(n == 3)", 3, 0 },
    { "!!n", 3, 1 },
    { "n < 3 == 1", 2, 1 },
    { "1 || 0 && 0", 0, 1 },
    { "n / 4", 9, 2 },
    { "n <= 3", 3, 1 },
    { "n / 0", 1, -1 },
    { "n % 0", 1, -1 },
    { "", 1, -1 },
    { "n == ", 1, -1 },
    { "(n", 1, -1 },
    { "n ? 1", 1, -1 },
    { "n 1", 1, -1 },
    { "m", 1, -1 },
  };
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *denied = g_strnfill (100000, '!');
  gulong form = 77;

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %lu", cases[i].rule, cases[i].n);
      form = 77;
      g_assert_true (talks_plural_choose (cases[i].rule, cases[i].n, &form) == (cases[i].form >= 0));
      g_assert_cmpuint (form, ==, cases[i].form >= 0 ? (gulong) cases[i].form : 77);
    }
  g_assert_false (talks_plural_choose (deep, 1, &form));
  g_assert_false (talks_plural_choose (denied, 1, &form));
}

/* ---- catalogues ---- */

/* In Ukrainian as far as it goes, and in a language in which each word is its English one backwards. */
static void
write_catalogues (const char *folder)
{
  TalksTestMessage uk[] = {
    { "Friday", NULL, "п’ятниця" },
    { "month\004May", NULL, "травня" },
    { "May", NULL, "може" },
    { "%u day", "%u days", "%u день|%u дні|%u днів" },
    { "Nothing", NULL, "" },
  };
  TalksTestMessage fr[] = {
    { "Friday", NULL, "vendredi" },
    { "%u day", "%u days", "%u jour|%u jours" },
  };

  talks_test_catalogue_write (folder, "uk", uk, G_N_ELEMENTS (uk), "nplurals=3; plural=" SLAVIC ";");
  talks_test_catalogue_write (folder, "fr", fr, G_N_ELEMENTS (fr), "nplurals=2; plural=n > 1;");
}

/* Whatever of its bytes is wrong, it is a catalogue or none, and what it gives is within it. */
static void
test_damaged (void)
{
  TalksTestMessage messages[] = { { "Friday", NULL, "п’ятниця" }, { "%u day", "%u days", "%u день|%u дні|%u днів" } };
  g_autoptr (GBytes) whole = talks_test_catalogue_make (messages, G_N_ELEMENTS (messages), "nplurals=3; plural=" SLAVIC ";");
  gsize length;
  const guint8 *data = g_bytes_get_data (whole, &length);
  g_autofree char *path = NULL;
  int file = g_file_open_tmp ("talks-catalogue-XXXXXX", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_assert_true (g_close (file, NULL));
  for (gsize i = 0; i < 2 * length; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (TalksCatalogue) catalogue = NULL;

      if (i < length)
        copy[i] ^= i % 2 == 0 ? 0xff : 0x10;
      g_assert_true (g_file_set_contents_full (path, (const char *) copy, (gssize) (i < length ? length : i - length),
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      catalogue = talks_catalogue_new (path);
      if (i >= length)
        g_assert_null (catalogue);
      if (catalogue == NULL)
        continue;
      talks_catalogue_get (catalogue, "Friday");
      for (gulong n = 0; n < 8; n++)
        talks_catalogue_get_plural (catalogue, "%u day", n);
    }
  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) length, NULL));
  {
    g_autoptr (TalksCatalogue) catalogue = talks_catalogue_new (path);

    g_assert_cmpstr (talks_catalogue_get (catalogue, "Friday"), ==, "п’ятниця");
    g_assert_null (talks_catalogue_get (catalogue, "Frida"));
    g_assert_cmpstr (talks_catalogue_get_plural (catalogue, "%u day", 22), ==, "%u дні");
    g_assert_null (talks_catalogue_get_plural (catalogue, "Friday", 5));
  }
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (talks_catalogue_new (path));
}

/* As they are written on a machine whose bytes go the other way round. */
static void
test_swapped (void)
{
  TalksTestMessage messages[] = { { "Friday", NULL, "п’ятниця" } };
  g_autoptr (GBytes) whole = talks_test_catalogue_make (messages, 1, "nplurals=1; plural=0;");
  gsize length;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  g_autofree char *path = NULL;
  g_autoptr (TalksCatalogue) catalogue = NULL;
  int file = g_file_open_tmp ("talks-catalogue-XXXXXX", &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_assert_true (g_close (file, NULL));
  g_bytes_get_data (whole, &length);
  for (gsize i = 0; i < 28 + 2 * 16; i += 4)
    {
      guint32 number;

      memcpy (&number, copy + i, 4);
      number = GUINT32_SWAP_LE_BE (number);
      memcpy (copy + i, &number, 4);
    }
  g_assert_true (g_file_set_contents (path, (const char *) copy, (gssize) length, NULL));
  catalogue = talks_catalogue_new (path);
  g_assert_nonnull (catalogue);
  g_assert_cmpstr (talks_catalogue_get (catalogue, "Friday"), ==, "п’ятниця");
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* ---- wordings ---- */

static void
check_words (void)
{
  static const struct
  {
    const char *language;
    const char *words;
  } cases[] = {
    { "uk", "п’ятниця" },
    { "uk-UA", "п’ятниця" },
    { "fr-CA,uk", "vendredi" },
    { "xx, uk", "п’ятниця" },
    { "en", "Friday" },
    { "en-GB,uk", "Friday" },
    { "xx,en", "Friday" },
    { "xx,en,uk", "Friday" },
    { "xx", "Friday" },
    { "../uk", "Friday" },
    { "x/../uk", "Friday" },
    { "", "Friday" },
    { "_", "Friday" },
    { NULL, "Friday" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksWording *wording = talks_wording_begin (cases[i].language);

      g_assert_cmpstr (_("Friday"), ==, cases[i].words);
      g_assert_cmpstr (talks_wording_get_language (), ==, cases[i].language);
      talks_wording_end (wording);
      g_assert_cmpstr (_("Friday"), ==, "Friday");
      g_assert_null (talks_wording_get_language ());
    }
}

static void
check_kinds (void)
{
  static const struct
  {
    const char *language;
    guint       n;
    const char *days;
  } cases[] = {
    { "uk", 1, "%u день" }, { "uk", 22, "%u дні" }, { "uk", 11, "%u днів" }, { "fr", 0, "%u jour" },
    { "fr", 2, "%u jours" }, { "en", 0, "%u days" }, { "en", 1, "%u day" }, { NULL, 2, "%u days" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      G_GNUC_UNUSED g_autoptr (TalksWording) wording = talks_wording_begin (cases[i].language);
      const gboolean is_uk = g_strcmp0 (cases[i].language, "uk") == 0;

      g_assert_cmpstr (ngettext ("%u day", "%u days", cases[i].n), ==, cases[i].days);
      g_assert_cmpstr (C_("month", "May"), ==, is_uk ? "травня" : "May");
      g_assert_cmpstr (talks_pgettext2 ("month", "May"), ==, is_uk ? "травня" : "May");
      g_assert_cmpstr (_("May"), ==, is_uk ? "може" : "May");
      /* What is not translated is told in the language after it. */
      g_assert_cmpstr (_("Nothing"), ==, "Nothing");
    }
}

static void
check_nesting (void)
{
  TalksWording *outer = talks_wording_begin ("uk");
  TalksWording *inner = talks_wording_begin ("fr");
  TalksWording *inmost = talks_wording_begin (NULL);

  g_assert_cmpstr (_("Friday"), ==, "Friday");
  talks_wording_end (inmost);
  g_assert_cmpstr (_("Friday"), ==, "vendredi");
  g_assert_cmpstr (talks_wording_get_language (), ==, "fr");
  talks_wording_end (inner);
  g_assert_cmpstr (_("Friday"), ==, "п’ятниця");
  talks_wording_end (outer);
}

typedef struct
{
  const char *language;
  const char *words;
  gboolean    all_right;
} Speaker;

#define N_TURNS 20000

/* Now in its wording, now without one. */
static gpointer
speak_thread (gpointer data)
{
  Speaker *self = data;

  self->all_right = TRUE;
  for (int i = 0; i < N_TURNS; i++)
    {
      TalksWording *wording = talks_wording_begin (self->language);

      self->all_right &= strcmp (_("Friday"), self->words) == 0;
      talks_wording_end (wording);
      self->all_right &= strcmp (_("Friday"), "Friday") == 0;
    }
  return NULL;
}

static void
check_threads (void)
{
  Speaker speakers[] = { { "uk", "п’ятниця", FALSE }, { "fr", "vendredi", FALSE }, { "en", "Friday", FALSE } };
  GThread *threads[G_N_ELEMENTS (speakers)];

  for (size_t i = 0; i < G_N_ELEMENTS (speakers); i++)
    threads[i] = g_thread_new ("speaker", speak_thread, &speakers[i]);
  for (size_t i = 0; i < G_N_ELEMENTS (speakers); i++)
    {
      g_thread_join (threads[i]);
      g_assert_true (speakers[i].all_right);
    }
}

static void
test_wording (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("talks-wording-XXXXXX", &error);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);

  g_assert_no_error (error);
  setlocale (LC_ALL, "");
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  write_catalogues (inner);
  /* Beside it, where a language that is a path would lead. */
  write_catalogues (folder);
  bindtextdomain (GETTEXT_PACKAGE, inner);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  check_words ();
  check_kinds ();
  check_nesting ();
  check_threads ();
  /* Nobody else's language is another one. */
  g_assert_null (g_getenv ("LANGUAGE"));

  for (int i = 0; i < 2; i++)
    {
      talks_test_catalogue_remove (i == 0 ? inner : folder, "uk");
      talks_test_catalogue_remove (i == 0 ? inner : folder, "fr");
    }
  g_assert_cmpint (g_rmdir (inner), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The interface in one language, and words in others: the first translated text of GLib decides for the process. */
static void
test_interface (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("talks-wording-XXXXXX", &error);

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_assert_cmpint (g_rmdir (folder), ==, 0);
      return;
    }
  write_catalogues (folder);
  g_setenv ("LANGUAGE", "fr", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Newer C libraries translate nothing in C.UTF-8, whatever the environment says; wordings are translated there too. */
  if (strcmp (_("Friday"), "vendredi") == 0)
    {
      TalksWording *wording = talks_wording_begin ("en");

      g_assert_cmpstr (_("Friday"), ==, "Friday");
      talks_wording_end (wording);
      wording = talks_wording_begin ("xx");
      g_assert_cmpstr (_("Friday"), ==, "vendredi");
      talks_wording_end (wording);
    }
  else
    g_assert_cmpstr (_("Friday"), ==, "Friday");
  {
    G_GNUC_UNUSED g_autoptr (TalksWording) wording = talks_wording_begin ("uk");

    g_assert_cmpstr (_("Friday"), ==, "п’ятниця");
  }
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "fr");
  talks_test_catalogue_remove (folder, "uk");
  talks_test_catalogue_remove (folder, "fr");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_unsetenv ("LANGUAGE");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/plural", test_plural);
  g_test_add_func ("/wording/damaged", test_damaged);
  g_test_add_func ("/wording/swapped", test_swapped);
  g_test_add_func ("/wording/words", test_wording);
  g_test_add_func ("/wording/interface", test_interface);
  return g_test_run ();
}
