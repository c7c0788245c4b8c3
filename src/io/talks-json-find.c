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
  return (size_t) (talks_json_find_quote (self->text + at + 1, self->text + self->length) + 1 - self->text);
}

static gboolean
ends_plain (char c)
{
  return c == ',' || c == ']' || c == '}' || talks_json_is_space (c);
}

/* From the first byte of a value to the one after its last. */
static size_t
skip_value (const TalksJsonScan *self,
            size_t               at)
{
  int depth = 0;

  do
    switch (self->text[at])
      {
      case '"':
        at = skip_string (self, at);
        break;
      case '{':
      case '[':
        depth++;
        at++;
        break;
      case '}':
      case ']':
        depth--;
        at++;
        break;
      default:
        at++;
        while (depth == 0 && at < self->length && !ends_plain (self->text[at]))
          at++;
        break;
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

/* A token of a pointer, with "~1" and "~0" read. */
typedef struct
{
  const char *text;
  size_t      length;
  char       *unescaped; /* what text is then */
} Token;

static void
token_clear (Token *token)
{
  g_free (token->unescaped);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Token, token_clear)

static void
token_unescape (Token *token)
{
  GString *out = g_string_sized_new (token->length);

  for (size_t i = 0; i < token->length; i++)
    {
      if (token->text[i] == '~' && (token->text[i + 1] == '0' || token->text[i + 1] == '1'))
        g_string_append_c (out, token->text[++i] == '0' ? '~' : '/');
      else
        g_string_append_c (out, token->text[i]);
    }
  token->length = out->len;
  token->text = token->unescaped = g_string_free (out, FALSE);
}

/* Cuts the next token from pointer; FALSE at its end. */
static gboolean
next_token (const char **pointer,
            Token       *token)
{
  if (**pointer != '/')
    return FALSE;
  token->text = *pointer + 1;
  token->length = strcspn (token->text, "/");
  *pointer = token->text + token->length;
  if (memchr (token->text, '~', token->length) != NULL)
    token_unescape (token);
  return TRUE;
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

static const TalksJsonMember *
find_member (const TalksJsonScan *self,
             const Token         *name)
{
  char buffer[64];
  g_autofree char *copy = NULL;

  if (name->length >= sizeof buffer)
    return g_hash_table_lookup (self->members, copy = g_strndup (name->text, name->length));
  memcpy (buffer, name->text, name->length);
  buffer[name->length] = '\0';
  return g_hash_table_lookup (self->members, buffer);
}

/* FALSE when the member is no list that has such an element. *end is 0 if it is not known. */
static gboolean
find_remembered_element (const TalksJsonScan   *self,
                         const TalksJsonMember *member,
                         int64_t                index,
                         TalksJsonPlace        *place,
                         size_t                *end)
{
  const TalksJsonPlace *places;

  *end = 0;
  if (index < 0 || member->elements == NULL || index >= member->elements->len)
    return FALSE;
  places = &g_array_index (member->elements, TalksJsonPlace, index);
  *place = places[0];
  if (index + 1 < member->elements->len)
    *end = end_before (self, places[1].offset);
  return TRUE;
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
  g_auto (Token) name = { NULL, 0, NULL };
  g_auto (Token) element = { NULL, 0, NULL };
  const TalksJsonMember *member;

  *place = self->root;
  *end = 0;
  if (!next_token (&p, &name))
    return TRUE;
  member = find_member (self, &name);
  if (member == NULL)
    return self->text[self->root.offset] != '{';
  *place = member->place;
  *pointer = p;
  if (next_token (&p, &element)
      && find_remembered_element (self, member, parse_index (element.text, element.length), place, end))
    *pointer = p;
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
      g_auto (Token) token = { NULL, 0, NULL };

      *end = 0;
      if (!next_token (&pointer, &token) || !find_child (self, *offset, token.text, token.length, offset))
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

const char *
talks_json_scan_find_element (const TalksJsonScan *self,
                              const char          *name,
                              guint                index,
                              size_t              *length)
{
  const TalksJsonMember *member;
  TalksJsonPlace place;
  size_t end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  member = g_hash_table_lookup (self->members, name);
  if (member == NULL || !find_remembered_element (self, member, index, &place, &end))
    return NULL;
  if (length != NULL)
    *length = (end > 0 ? end : skip_value (self, place.offset)) - place.offset;
  return self->text + place.offset;
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
