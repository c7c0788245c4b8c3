/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-private.h"

#include <string.h>

#include "talks-error.h"
#include "talks-file-type.h"
#include "talks-gettext.h"
#include "talks-json-scan.h"
#include "talks-query.h"

#define MAX_LINKS 100 /* of one text */

/* ---- encodings ---- */

static const char * const encodings[] = {
  "UTF-8", "UTF-16", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1254", "WINDOWS-1256", "KOI8-U", "ISO-8859-1",
  "ISO-8859-2", "ISO-8859-5", "GB18030", "SHIFT_JIS", NULL
};

const char * const *
talks_import_get_encodings (void)
{
  return encodings;
}

/* How often bytes occur tells most of the old encodings apart; where it does not, the language of the document is a hint. */
static const char *
guess_encoding (const char *text,
                size_t      size,
                const char *language)
{
  static const char * const cyrillic[] = { "uk", "ru", "be", "bg", "sr", "mk" };
  const char *fallback = "WINDOWS-1252";
  const char *guess;
  const char *end;

  for (size_t i = 0; i < G_N_ELEMENTS (cyrillic); i++)
    if (g_ascii_strncasecmp (language, cyrillic[i], 2) == 0)
      fallback = "WINDOWS-1251";
  g_utf8_validate_len (text, size, &end);
  guess = talks_file_type_guess_encoding (text, size, (size_t) (end - text));
  for (const char * const *known = encodings; guess != NULL && *known != NULL; known++)
    if (g_ascii_strcasecmp (*known, guess) == 0)
      return *known;
  return fallback;
}

static char *
convert (const char *text,
         size_t      size,
         const char *encoding,
         size_t     *length)
{
  return g_convert (text, (gssize) size, "UTF-8", encoding, NULL, length, NULL);
}

/* What the first bytes say; NULL: nothing. *skip is how many they are. */
static const char *
find_mark (const guint8 *data,
           size_t        size,
           size_t       *skip)
{
  *skip = 0;
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      *skip = 3;
      return "UTF-8";
    }
  if (size < 2 || !((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    return NULL;
  *skip = 2;
  return data[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
}

static gboolean
check_decoded (const char  *text,
               size_t       length,
               const char  *encoding,
               GError     **error)
{
  if (text == NULL)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING, _("The file is not in the encoding %s: choose another."), encoding);
  else if (memchr (text, '\0', length) != NULL)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING, "%s",
                 _("The file holds characters that no text has. It may be in another encoding, or no text at all."));
  else if (length > TALKS_JSON_MAX_SIZE)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE, "%s", _("The file holds more text than Talks can take."));
  else
    return TRUE;
  return FALSE;
}

char *
talks_import_decode (GBytes      *bytes,
                     const char  *encoding,
                     const char  *language,
                     size_t      *length,
                     const char **used,
                     gboolean    *guessed,
                     GError     **error)
{
  size_t size;
  size_t skip;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *mark = find_mark ((const guint8 *) data, size, &skip);
  char *text = NULL;

  *guessed = FALSE;
  if (size == 0)
    data = "";
  if (encoding == NULL || (mark != NULL && g_ascii_strncasecmp (mark, encoding, strlen (encoding)) == 0))
    encoding = mark;
  else
    skip = 0;
  if (encoding == NULL)
    {
      *guessed = !g_utf8_validate_len (data, size, NULL);
      encoding = *guessed && memchr (data, '\0', size) == NULL ? guess_encoding (data, size, language) : "UTF-8";
    }
  *length = size - skip;
  if (g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    text = convert (data + skip, size - skip, encoding, length);
  else if (g_utf8_validate_len (data + skip, size - skip, NULL))
    text = g_strndup (data + skip, size - skip);
  if (text == NULL && *guessed)
    {
      encoding = "ISO-8859-1";
      text = convert (data, size, encoding, length);
    }
  *used = encoding;
  if (!check_decoded (text, *length, encoding, error))
    g_clear_pointer (&text, g_free);
  return text;
}

/* ---- HTML ---- */

/* Appends the character that an entity at p stands for. Returns where it ends; p itself when there is none. */
static const char *
append_entity (GString    *out,
               const char *p)
{
  static const struct
  {
    const char *name;
    const char *text;
  } entities[] = {
    { "amp;", "&" }, { "lt;", "<" }, { "gt;", ">" }, { "quot;", "\"" }, { "apos;", "'" }, { "nbsp;", " " },
    { "ndash;", "–" }, { "mdash;", "—" }, { "hellip;", "…" }, { "rsquo;", "’" }, { "lsquo;", "‘" },
    { "rdquo;", "”" }, { "ldquo;", "“" }, { "laquo;", "«" }, { "raquo;", "»" }, { "copy;", "©" }, { "middot;", "·" },
  };

  if (p[1] == '#')
    {
      gboolean hex = p[2] == 'x' || p[2] == 'X';
      char *end;
      const char *digits = p + (hex ? 3 : 2);
      guint64 c = g_ascii_isxdigit (*digits) ? g_ascii_strtoull (digits, &end, hex ? 16 : 10) : 0;

      if (c < 0x20 || c > 0x10ffff || !g_unichar_validate ((gunichar) c) || *end != ';')
        return p;
      g_string_append_unichar (out, (gunichar) c);
      return end + 1;
    }
  for (size_t i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (p + 1, entities[i].name))
      {
        g_string_append (out, entities[i].text);
        return p + 1 + strlen (entities[i].name);
      }
  return p;
}

static gboolean
is_tag (const char *tag,
        const char *name)
{
  size_t n = strlen (name);

  return g_ascii_strncasecmp (tag, name, n) == 0 && !g_ascii_isalnum (tag[n]);
}

static void
add_link (GPtrArray  *links,
          const char *tag,
          const char *end)
{
  g_autofree char *inside = g_strndup (tag, (size_t) MIN (end - tag, 4000));
  const char *href = strstr (inside, "href");
  g_autoptr (GString) address = g_string_new (NULL);
  TalksSource source = { .url = NULL };
  char quote;

  href = href != NULL ? strpbrk (href, "\"'") : NULL;
  if (href == NULL || links->len >= MAX_LINKS)
    return;
  quote = *href++;
  while (*href != '\0' && *href != quote)
    {
      const char *next = *href == '&' ? append_entity (address, href) : href;

      if (next == href)
        g_string_append_c (address, *next++);
      href = next;
    }
  source.url = address->str;
  if (talks_source_get_link (&source) != NULL && !g_ptr_array_find_with_equal_func (links, address->str, g_str_equal, NULL))
    g_ptr_array_add (links, g_strdup (address->str));
}

/* A break where there is none yet: at most two in a row. */
static void
append_break (GString *out,
              int      n)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  for (int i = 1; i <= n && out->len > 0; i++)
    if (out->len < (size_t) i || out->str[out->len - (size_t) i] != '\n')
      {
        g_string_append_c (out, '\n');
        i = out->len >= 2 && out->str[out->len - 2] == '\n' ? 2 : 1;
      }
}

/* p is just behind "<". Returns the end of the tag; NULL: it is none. */
static const char *
take_tag (GString    *out,
          const char *p,
          GPtrArray  *links)
{
  static const char * const paragraphs[] = { "p", "div", "ul", "ol", "blockquote", "table", "h1", "h2", "h3", "h4" };
  static const char * const hidden[] = { "script", "style" };
  const char *tag = *p == '/' ? p + 1 : p;
  const char *end;

  if (g_str_has_prefix (p, "!--"))
    {
      end = strstr (p, "-->");
      return end != NULL ? end + 3 : p + strlen (p);
    }
  if (!g_ascii_isalpha (*tag) && *p != '!')
    return NULL;
  end = p + strcspn (p, "<>");
  if (*end != '>')
    return NULL;
  for (size_t i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (p == tag && is_tag (tag, hidden[i]))
      {
        g_autofree char *close = g_strconcat ("</", hidden[i], NULL);
        const char *hit = strstr (end, close);

        return hit != NULL && strchr (hit, '>') != NULL ? strchr (hit, '>') + 1 : p + strlen (p);
      }
  if (is_tag (tag, "br") || is_tag (tag, "li") || is_tag (tag, "tr"))
    append_break (out, 1);
  if (p == tag && is_tag (tag, "li"))
    g_string_append (out, "• ");
  for (size_t i = 0; i < G_N_ELEMENTS (paragraphs); i++)
    if (is_tag (tag, paragraphs[i]))
      append_break (out, 2);
  if (links != NULL && p == tag && is_tag (tag, "a"))
    add_link (links, p, end);
  return end + 1;
}

char *
talks_import_strip_html (const char *html,
                         GPtrArray  *links)
{
  GString *out = g_string_new (NULL);

  for (const char *p = html; *p != '\0';)
    {
      const char *next = *p == '<' ? take_tag (out, p + 1, links) : *p == '&' ? append_entity (out, p) : NULL;

      if (next != NULL && next != p)
        p = next;
      else if (g_ascii_isspace (*p))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ' && out->str[out->len - 1] != '\n')
            g_string_append_c (out, ' ');
          p++;
        }
      else
        g_string_append_c (out, *p++);
    }
  while (out->len > 0 && g_ascii_isspace (out->str[out->len - 1]))
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, out->len == 0);
}

/* ---- small things ---- */

char *
talks_import_fold (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  return talks_query_fold (stripped);
}

TalksText *
talks_import_make_text (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *stripped != '\0' ? talks_text_new_plain (stripped) : NULL;
}

void
talks_import_add_string (char       ***list,
                         const char   *word)
{
  guint n = g_strv_length (*list);

  if (g_strv_contains ((const char * const *) *list, word))
    return;
  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = g_strdup (word);
  (*list)[n + 1] = NULL;
}

const char *
talks_import_get_title (const TalksRecord *record)
{
  static const char * const names[] = { "title", "name", "stance", "body", "URL" };
  const TalksFieldSet *fields = talks_record_kind_get_fields (record->kind);

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const TalksField *field = talks_field_set_find (fields, names[i]);

      if (field == NULL || talks_field_is_absent (field, record))
        continue;
      return field->type == TALKS_FIELD_TEXT ? talks_text_get (TALKS_FIELD_VALUE (field, record, TalksText *), NULL)
                                             : TALKS_FIELD_VALUE (field, record, char *);
    }
  return NULL;
}
