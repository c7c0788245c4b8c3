/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-bibtex-private.h"

#include <stdlib.h>
#include <string.h>

#include "talks-csl.h"
#include "talks-source-note.h"

/* Takes tex over; NULL and "" write nothing. */
static void
append_field (GString    *out,
              const char *name,
              char       *tex)
{
  if (tex != NULL && *tex != '\0')
    g_string_append_printf (out, ",\n  %s = {%s}", name, tex);
  g_free (tex);
}

static void
append_text (GString    *out,
             const char *name,
             const char *text)
{
  append_field (out, name, text != NULL ? talks_tex_from_text (text) : NULL);
}

/* So that styles leave the capitals as they are. */
static void
append_title (GString    *out,
              const char *name,
              const char *text)
{
  g_autofree char *tex = text != NULL ? talks_tex_from_text (text) : NULL;

  if (tex != NULL && *tex != '\0')
    append_field (out, name, g_strdup_printf ("{%s}", tex));
}

/* An address is not TeX, but braces would end it. */
static void
append_address (GString    *out,
                const char *name,
                const char *address)
{
  g_autoptr (GString) text = NULL;

  if (address == NULL)
    return;
  text = g_string_new (address);
  g_string_replace (text, "{", "%7B", 0);
  g_string_replace (text, "}", "%7D", 0);
  g_string_replace (text, "\\", "%5C", 0);
  append_field (out, name, g_strdup (text->str));
}

/* For BibTeX, which does not know "date": year and month where the date says no more. */
static void
append_date (GString         *out,
             const TalksDate *date)
{
  const char *text = date != NULL ? talks_date_get_text (date) : "";

  append_field (out, "date", g_strdup (text));
  if (strspn (text, "0123456789") != 4)
    return;
  append_field (out, "year", g_strndup (text, 4));
  if (text[4] == '-' && strspn (text + 5, "0123456789") == 2 && strcmp (text + 5, "13") < 0)
    append_field (out, "month", g_strdup_printf ("%d", atoi (text + 5)));
}

static void
append_language (GString    *out,
                 const char *tag)
{
  const char *name = tag != NULL ? talks_bibtex_name_language (tag) : NULL;

  if (name != NULL)
    append_text (out, "langid", name);
  else
    append_text (out, "language", tag);
}

/* ---- the note ---- */

static void
append_names (GString    *out,
              GPtrArray  *lines,
              const char *member)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_name_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const TalksNoteLine *line = lines->pdata[i];

      if (strcmp (line->name, member) == 0)
        g_ptr_array_add (names, talks_note_parse_name (line->value));
    }
  append_field (out, talks_bibtex_get_field (member, FALSE), talks_bibtex_write_names (names));
}

/* Whether a line before this one has the same name: names of people are written together. */
static gboolean
is_again (GPtrArray *lines,
          guint      index)
{
  const TalksNoteLine *line = lines->pdata[index];

  for (guint i = 0; i < index; i++)
    if (strcmp (((const TalksNoteLine *) lines->pdata[i])->name, line->name) == 0)
      return TRUE;
  return FALSE;
}

/* "type" may say already what kind of source it is. */
static void
append_note (GString           *out,
             const TalksSource *source,
             gboolean           has_type)
{
  char *text = NULL;
  g_autoptr (GPtrArray) lines = talks_note_split (source->note, &text);
  g_autoptr (GString) rest = g_string_new (text);

  for (guint i = 0; i < lines->len; i++)
    {
      const TalksNoteLine *line = lines->pdata[i];
      const char *field = talks_bibtex_get_field (line->name, g_str_has_prefix (source->type, "article"));

      if (field == NULL || (has_type && strcmp (field, "type") == 0))
        talks_note_append (rest, line->name, line->value);
      else if (talks_csl_get_shape (line->name) == TALKS_CSL_NAMES)
        {
          if (!is_again (lines, i))
            append_names (out, lines, line->name);
        }
      else if (strcmp (field, "doi") == 0)
        append_address (out, field, line->value);
      else
        append_text (out, field, line->value);
    }
  append_text (out, "note", rest->str);
  g_free (text);
}

/* ---- entries ---- */

static char *
make_key (const char *id)
{
  char *key = g_strdup (id);

  return g_strdelimit (key, " \t\r\n{}()=,#\"%@\\~'", '-');
}

static void
append_entry (GString           *out,
              const TalksSource *source)
{
  const gboolean is_article = g_str_has_prefix (source->type, "article");
  const char *name;
  const char *detail;
  const char *type = talks_bibtex_get_type (source->type, &name, &detail);
  g_autofree char *key = make_key (source->record.id);

  g_string_append_printf (out, "%s@%s{%s", out->len > 0 ? "\n" : "", type, key);
  if (name != NULL)
    append_text (out, name, detail);
  append_field (out, "author", talks_bibtex_write_names (source->author));
  append_title (out, "title", source->title);
  append_title (out, is_article ? "journaltitle" : "booktitle", source->container_title);
  append_text (out, "publisher", source->publisher);
  append_date (out, source->issued);
  append_address (out, "url", source->url);
  append_field (out, "urldate", source->accessed != NULL ? g_strdup (talks_date_get_text (source->accessed)) : NULL);
  append_language (out, source->language);
  append_note (out, source, g_strcmp0 (name, "type") == 0);
  g_string_append (out, "\n}\n");
}

char *
talks_bibtex_write (GPtrArray *sources)
{
  GString *out;

  g_return_val_if_fail (sources != NULL, NULL);

  out = g_string_new (NULL);
  for (guint i = 0; i < sources->len; i++)
    append_entry (out, sources->pdata[i]);
  return g_string_free (out, FALSE);
}
