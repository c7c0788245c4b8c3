/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-record-id.h"

#include <string.h>

/* In letters, of the title and of the date. */
#define MAX_TITLE 40
#define MAX_DATE 10

/* The letters and digits of a word in ASCII, in lower case; accents go, other scripts are spelled out where GLib knows
 * how (Cyrillic as in Ukrainian). May be "". */
static char *
spell (const char *word)
{
  char *ascii = g_str_to_ascii (word, "en");
  char *end;

  if (strchr (ascii, '?') != NULL)
    {
      g_free (ascii);
      ascii = g_str_to_ascii (word, "uk");
    }
  end = ascii;
  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      *end++ = g_ascii_tolower (*p);
  *end = '\0';
  return ascii;
}

/* Whole words with hyphens between them; at most MAX_TITLE letters. */
static void
append_words (GString    *id,
              const char *title)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (title), "-_/:;,.()[]", ' ');
  g_auto (GStrv) words = g_strsplit (spaced, " ", -1);
  gsize start = id->len;

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *plain = spell (*word);
      gsize length = strlen (plain);

      if (length == 0)
        continue;
      if (id->len > start && id->len - start + length > MAX_TITLE)
        break;
      if (id->len > 0)
        g_string_append_c (id, '-');
      g_string_append_len (id, plain, (gssize) MIN (length, MAX_TITLE));
    }
}

/* The digits of the first date that is written in it: "2022-04" of "2022-04~/2022-06". */
static void
append_date (GString         *id,
             const TalksDate *date)
{
  const char *text = talks_date_get_text (date);

  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;
  for (gsize n = 0; n < MAX_DATE && (g_ascii_isdigit (*text) || *text == '-'); n++, text++)
    g_string_append_c (id, *text);
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
}

char *
talks_record_spell_id (TalksRecordKind  kind,
                       const char      *title,
                       const TalksDate *date)
{
  static const char * const words[TALKS_N_RECORD_KINDS] = {
    "lane", "topic", "party", "participant", "event", "position", "source", "annotation", "tour",
  };
  GString *id = g_string_new (NULL);
  gsize length;

  g_return_val_if_fail (kind < TALKS_N_RECORD_KINDS, g_string_free (id, FALSE));

  if (date != NULL)
    append_date (id, date);
  length = id->len;
  if (title != NULL)
    append_words (id, title);
  if (id->len == length)
    g_string_append_printf (id, "%s%s", length > 0 ? "-" : "", words[kind]);
  return g_string_free (id, FALSE);
}

char *
talks_record_make_id (TalksDocument   *document,
                      TalksRecordKind  kind,
                      const char      *title,
                      const TalksDate *date)
{
  g_autofree char *base = talks_record_spell_id (kind, title, date);
  char *id = g_strdup (base);

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), id);

  for (guint n = 2; talks_document_lookup (document, id) != NULL; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, n);
    }
  return id;
}
