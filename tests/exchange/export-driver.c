/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a document in every format: export-driver DOCUMENT FOLDER. What each format leaves out goes into a file with
 * ".losses" after its name, one sentence a line. */

#include <locale.h>

#include "talks-exchange.h"
#include "talks-file.h"

#define NOW (G_GINT64_CONSTANT (1747402496) * G_USEC_PER_SEC)

static const char svg[] = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">"
                          "<title>Picture</title></svg>\n";

static void
write_files (TalksDocument       *document,
             TalksExchangeFormat  format,
             const char          *folder)
{
  g_autoptr (GBytes) picture = g_bytes_new_static (svg, sizeof svg - 1);
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  const TalksExchangeOptions options = { .picture = picture, .now = NOW };
  g_autofree char *base = NULL;
  g_autofree char *told = NULL;
  TalksExchangeFormatInfo info;
  g_autofree char *path = NULL;

  talks_exchange_get_info (format, &info);
  base = g_strdup_printf ("%s/out%s", folder, info.ending);
  files = talks_exchange_export (document, format, &options, losses, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < files->len; i++)
    {
      const TalksExchangeFile *file = files->pdata[i];
      g_autofree char *name = talks_exchange_make_path (base, format, file->part);

      g_file_set_contents (name, g_bytes_get_data (file->bytes, NULL), (gssize) g_bytes_get_size (file->bytes), &error);
      g_assert_no_error (error);
    }
  g_ptr_array_add (losses, NULL);
  told = g_strjoinv ("\n", (char **) losses->pdata);
  path = g_strconcat (base, ".losses", NULL);
  g_file_set_contents (path, told, -1, &error);
  g_assert_no_error (error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (argc, ==, 3);
  setlocale (LC_ALL, "");
  file = g_file_new_for_path (argv[1]);
  reading = talks_file_load (file, NULL, &error);
  g_assert_no_error (error);
  for (int i = 0; i < TALKS_N_EXCHANGE_FORMATS; i++)
    {
      TalksExchangeFormatInfo info;

      talks_exchange_get_info ((TalksExchangeFormat) i, &info);
      if (info.can_export)
        write_files (reading->document, (TalksExchangeFormat) i, argv[2]);
    }
  return 0;
}
