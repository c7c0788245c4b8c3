/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding values in a scanned text by JSON pointer. All here may trust the text: it is JSON. */

#include "talks-json-scan-private.h"

#include <string.h>

TalksJsonScan *
talks_json_scan_ref (TalksJsonScan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
talks_json_scan_unref (TalksJsonScan *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_bytes_unref (self->bytes);
      g_hash_table_unref (self->members);
      for (guint i = 0; i < self->n_irregularities; i++)
        g_error_free (self->irregularities[i].error);
      g_free (self->irregularities);
      g_free (self);
    }
}

void
talks_json_member_free (TalksJsonMember *member)
{
  g_clear_pointer (&member->elements, g_array_unref);
  g_free (member);
}

GBytes *
talks_json_scan_get_bytes (const TalksJsonScan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->bytes;
}

gboolean
talks_json_scan_has_bom (const TalksJsonScan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->has_bom;
}

/* A line ends with CR LF, LF or CR; a character is what does not continue one in UTF-8. */
TalksJsonPlace
talks_json_place_advance (const char     *text,
                          TalksJsonPlace  place,
                          size_t          offset)
{
  for (; place.offset < offset; place.offset++)
    {
      char c = text[place.offset];

      if (c == '\n' || (c == '\r' && (place.offset + 1 >= offset || text[place.offset + 1] != '\n')))
        {
          place.line++;
          place.column = 1;
        }
      else if (((unsigned char) c & 0xc0) != 0x80)
        place.column++;
    }
  return place;
}

/* ---- texts ---- */

static gunichar
read_unit (const char *hex)
{
  gunichar value = 0;

  for (int i = 0; i < 4; i++)
    value = value * 16 + (gunichar) g_ascii_xdigit_value (hex[i]);
  return value;
}

char *
talks_json_unescape (const char *text,
                     size_t      length,
                     size_t     *out_length)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  GString *out = g_string_sized_new (length);

  for (size_t i = 0; i < length; i++)
    {
      if (text[i] != '\\')
        {
          g_string_append_c (out, text[i]);
          continue;
        }
      i++;
      if (text[i] == 'u')
        {
          gunichar c = read_unit (text + i + 1);

          i += 4;
          if (c >= 0xd800 && c <= 0xdbff)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (read_unit (text + i + 3) - 0xdc00);
              i += 6;
            }
          g_string_append_unichar (out, c);
        }
      else
        g_string_append_c (out, meanings[strchr (letters, text[i]) - letters]);
    }
  if (out_length != NULL)
    *out_length = out->len;
  return g_string_free (out, FALSE);
}

/* ---- walking ---- */

static size_t
skip_space (const TalksJsonScan *self,
            size_t               at)
{
  while (at < self->length && talks_json_is_space (self->text[at]))
    at++;
  return at;
}

static size_t
skip_string (const TalksJsonScan *self,
             size_t               at)
{
  for (at++; self->text[at] != '"'; at++)
    if (self->text[at] == '\\')
      at++;
  return at + 1;
}

/* From the first byte of a value to the one after its last. */
static size_t
skip_value (const TalksJsonScan *self,
            size_t               at)
{
  int depth = 0;

  do
    {
      char c = self->text[at];

      if (c == '"')
        {
          at = skip_string (self, at);
          continue;
        }
      if (depth == 0 && c != '{' && c != '[')
        {
          while (at < self->length && strchr (",]} \t\n\r", self->text[at]) == NULL)
            at++;
          return at;
        }
      if (c == '{' || c == '[')
        depth++;
      else if (c == '}' || c == ']')
        depth--;
      at++;
    }
  while (depth > 0);

  return at;
}

static gboolean
name_is (const TalksJsonScan *self,
         size_t               at,
         size_t               end,
         const char          *name,
         size_t               length)
{
  const char *text = self->text + at + 1;
  size_t n = end - at - 2;
  g_autofree char *decoded = NULL;

  if (memchr (text, '\\', n) != NULL)
    text = decoded = talks_json_unescape (text, n, &n);
  return n == length && memcmp (text, name, n) == 0;
}

/* A number without needless zeros and signs; −1 for any other token. */
static int64_t
parse_index (const char *token,
             size_t      length)
{
  int64_t index = 0;

  if (length == 0 || length > 9 || (length > 1 && token[0] == '0'))
    return -1;
  for (size_t i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (token[i]))
        return -1;
      index = index * 10 + (token[i] - '0');
    }
  return index;
}

/* The offset of a member or element of the value at; FALSE when it has none such. */
static gboolean
find_child (const TalksJsonScan *self,
            size_t               at,
            const char          *token,
            size_t               length,
            size_t              *child)
{
  const gboolean is_object = self->text[at] == '{';
  int64_t left = parse_index (token, length);

  if (!is_object && (self->text[at] != '[' || left < 0))
    return FALSE;

  for (at = skip_space (self, at + 1); self->text[at] != '}' && self->text[at] != ']';)
    {
      gboolean found;

      if (is_object)
        {
          size_t end = skip_string (self, at);

          found = name_is (self, at, end, token, length);
          /* Over the colon. */
          at = skip_space (self, skip_space (self, end) + 1);
        }
      else
        found = left-- == 0;
      if (found)
        {
          *child = at;
          return TRUE;
        }
      at = skip_space (self, skip_value (self, at));
      if (self->text[at] == ',')
        at = skip_space (self, at + 1);
    }
  return FALSE;
}

/* ---- pointers ---- */

/* Cuts the next token from pointer, with "~1" and "~0" read; NULL at its end. */
static char *
next_token (const char **pointer)
{
  GString *token;
  const char *p = *pointer;

  if (*p != '/')
    return NULL;
  token = g_string_new (NULL);
  for (p++; *p != '\0' && *p != '/'; p++)
    {
      if (*p == '~' && (p[1] == '0' || p[1] == '1'))
        g_string_append_c (token, *++p == '0' ? '~' : '/');
      else
        g_string_append_c (token, *p);
    }
  *pointer = p;
  return g_string_free (token, FALSE);
}

/* The end of an element of a list of the root, without a look at what is in it: between it and
 * the next one stands nothing but a comma and space. */
static size_t
end_before (const TalksJsonScan *self,
            size_t               next)
{
  while (talks_json_is_space (self->text[next - 1]))
    next--;
  next--;
  while (talks_json_is_space (self->text[next - 1]))
    next--;
  return next;
}

/* Goes by the index as far as it reaches. *end is 0 if it is not known. FALSE when the root has no
 * such member, which need not be looked for. */
static gboolean
find_remembered (const TalksJsonScan  *self,
                 const char          **pointer,
                 TalksJsonPlace       *place,
                 size_t               *end)
{
  const char *p = *pointer;
  g_autofree char *name = next_token (&p);
  g_autofree char *element = NULL;
  const TalksJsonMember *member = name != NULL ? g_hash_table_lookup (self->members, name) : NULL;
  const TalksJsonPlace *places;
  int64_t index;

  *place = self->root;
  *end = 0;
  if (member == NULL)
    return name == NULL || self->text[self->root.offset] != '{';
  *place = member->place;
  *pointer = p;
  element = next_token (&p);
  index = element != NULL ? parse_index (element, strlen (element)) : -1;
  if (index < 0 || member->elements == NULL || index >= member->elements->len)
    return TRUE;
  *pointer = p;
  places = &g_array_index (member->elements, TalksJsonPlace, index);
  *place = places[0];
  if (index + 1 < member->elements->len)
    *end = end_before (self, places[1].offset);
  return TRUE;
}

/* known is the last place counted on the way to the offset of the value; end is 0 if nobody
 * knows it yet. */
static gboolean
find_value (const TalksJsonScan *self,
            const char          *pointer,
            TalksJsonPlace      *known,
            size_t              *offset,
            size_t              *end)
{
  gboolean found = find_remembered (self, &pointer, known, end);

  *offset = known->offset;
  if (!found)
    return FALSE;
  while (*pointer != '\0')
    {
      g_autofree char *token = next_token (&pointer);

      *end = 0;
      if (token == NULL || !find_child (self, *offset, token, strlen (token), offset))
        return FALSE;
    }
  return TRUE;
}

const char *
talks_json_scan_find (const TalksJsonScan *self,
                      const char          *pointer,
                      size_t              *length)
{
  TalksJsonPlace known;
  size_t offset;
  size_t end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  if (!find_value (self, pointer, &known, &offset, &end))
    return NULL;
  if (length != NULL)
    *length = (end > 0 ? end : skip_value (self, offset)) - offset;
  return self->text + offset;
}

gboolean
talks_json_scan_locate (const TalksJsonScan *self,
                        const char          *pointer,
                        unsigned            *line,
                        unsigned            *column)
{
  TalksJsonPlace place;
  size_t offset;
  size_t end;
  gboolean found;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  found = find_value (self, pointer, &place, &offset, &end);
  place = talks_json_place_advance (self->text, place, offset);
  if (line != NULL)
    *line = place.line;
  if (column != NULL)
    *column = place.column;
  return found;
}
