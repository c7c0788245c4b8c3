/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-test-catalogue.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare_messages (const void *a,
                  const void *b)
{
  return strcmp (((const TalksTestMessage *) a)->key, ((const TalksTestMessage *) b)->key);
}

static void
append_text (GByteArray *bytes,
             GByteArray *tables,
             guint32     base,
             GString    *text)
{
  const guint32 entry[] = { (guint32) text->len, base + bytes->len };

  g_byte_array_append (tables, (const guint8 *) entry, sizeof entry);
  g_byte_array_append (bytes, (const guint8 *) text->str, (guint) text->len + 1);
  g_string_free (text, TRUE);
}

static GString *
join (const char *one,
      const char *two)
{
  GString *text = g_string_new (one);

  if (two != NULL)
    {
      g_string_append_c (text, '\0');
      g_string_append (text, two);
    }
  return text;
}

static GString *
split (const char *forms)
{
  GString *text = g_string_new (forms);

  for (gsize i = 0; i < text->len; i++)
    if (text->str[i] == '|')
      text->str[i] = '\0';
  return text;
}

GBytes *
talks_test_catalogue_make (TalksTestMessage *messages,
                           guint             n,
                           const char       *rule)
{
  const guint32 base = 28 + 16 * (n + 1);
  const guint32 head[] = { 0x950412de, 0, n + 1, 28, 28 + 8 * (n + 1), 0, 0 };
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) tables = g_byte_array_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  GString *first = g_string_new ("Content-Type: text/plain; charset=UTF-8\n");

  qsort (messages, n, sizeof *messages, compare_messages);
  g_string_append_printf (first, "Plural-Forms: %s\n", rule);
  append_text (bytes, tables, base, g_string_new (NULL));
  for (guint i = 0; i < n; i++)
    append_text (bytes, tables, base, join (messages[i].key, messages[i].plural));
  append_text (bytes, tables, base, first);
  for (guint i = 0; i < n; i++)
    append_text (bytes, tables, base, messages[i].plural != NULL ? split (messages[i].translation)
                                                                 : g_string_new (messages[i].translation));
  g_byte_array_append (file, (const guint8 *) head, sizeof head);
  g_byte_array_append (file, tables->data, tables->len);
  g_byte_array_append (file, bytes->data, bytes->len);
  return g_byte_array_free_to_bytes (file);
}

static char *
make_path (const char *folder,
           const char *language)
{
  return g_build_filename (folder, language, "LC_MESSAGES", "talks.mo", NULL);
}

void
talks_test_catalogue_write (const char       *folder,
                            const char       *language,
                            TalksTestMessage *messages,
                            guint             n,
                            const char       *rule)
{
  g_autoptr (GBytes) bytes = talks_test_catalogue_make (messages, n, rule);
  g_autofree char *path = make_path (folder, language);
  g_autofree char *inner = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

void
talks_test_catalogue_remove (const char *folder,
                             const char *language)
{
  g_autofree char *path = make_path (folder, language);
  g_autofree char *inner = g_path_get_dirname (path);
  g_autofree char *outer = g_path_get_dirname (inner);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (inner), ==, 0);
  g_assert_cmpint (g_rmdir (outer), ==, 0);
}
