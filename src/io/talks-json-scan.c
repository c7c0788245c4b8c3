/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of RFC 8259 as one loop over a small stack.
 *
 * The text is checked to be UTF-8 first, so that the loop may look at bytes. Lines and columns
 * are counted only for an error and for the values that the index remembers. Names of open objects
 * lie on one stack; when an object closes, its own are sorted and neighbours compared: no hash that a
 * crafted file could make slow. */

#include "talks-json-scan-private.h"

#include "talks-file-type.h"
#include "talks-gettext.h"

#include <stdlib.h>
#include <string.h>

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* after "[" */
  EXPECT_NAME,
  EXPECT_NAME_OR_END, /* after "{" */
  AFTER_VALUE,
} Expect;

static gboolean
fail_at_end (TalksJsonScanner *s)
{
  const TalksJsonPlace start = { 0, 1, 1 };
  const TalksJsonLevel *level;
  unsigned line;

  if (s->depth == 0)
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->length,
                            _("The file has nothing in it but space."));

  level = &s->levels[s->depth - 1];
  line = talks_json_place_advance (s->text, start, level->offset).line;
  if (level->is_object)
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->length,
                            _("The end of the file is missing: the “{” of line %u is not closed."), line);
  return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->length,
                          _("The end of the file is missing: the “[” of line %u is not closed."), line);
}

static void
skip_space (TalksJsonScanner *s)
{
  size_t at = s->at;

  while (at < s->length && talks_json_is_space (s->text[at]))
    at++;
  s->at = at;
}

/* ---- names ---- */

static int
compare_names (const void *a,
               const void *b)
{
  const TalksJsonName *x = a;
  const TalksJsonName *y = b;
  int order;

  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  order = memcmp (x->text, y->text, x->length);
  if (order != 0)
    return order;
  return (x->offset > y->offset) - (x->offset < y->offset);
}

static gboolean
is_same_name (const TalksJsonName *a,
              const TalksJsonName *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

static void
note_twice (TalksJsonScanner    *s,
            const TalksJsonName *name)
{
  talks_json_note (s, TALKS_ERROR_FORMAT, name->offset, name->text, name->length);
}

/* Among so many, comparing each with each is quicker than sorting. */
#define FEW_NAMES 12

/* Forgets the names of the object that closes, and notes those that stand twice. */
static void
close_names (TalksJsonScanner     *s,
             const TalksJsonLevel *level)
{
  guint n = s->names->len - level->first_name;
  TalksJsonName *names;

  if (n == 0)
    return;
  names = &g_array_index (s->names, TalksJsonName, level->first_name);
  if (n <= FEW_NAMES)
    {
      for (guint i = 1; i < n; i++)
        for (guint j = 0; j < i; j++)
          if (is_same_name (&names[i], &names[j]))
            {
              note_twice (s, &names[i]);
              break;
            }
    }
  else
    {
      qsort (names, n, sizeof *names, compare_names);
      for (guint i = 1; i < n; i++)
        if (is_same_name (&names[i], &names[i - 1]))
          note_twice (s, &names[i]);
    }
  g_array_set_size (s->names, level->first_name);
}

/* A pointer cannot name U+0000, and of a name that stands twice it leads to the first. */
static TalksJsonMember *
remember_member (TalksJsonScanner    *s,
                 const TalksJsonName *name)
{
  TalksJsonMember *member;
  char *key;

  if (memchr (name->text, '\0', name->length) != NULL)
    return NULL;
  key = g_strndup (name->text, name->length);
  if (g_hash_table_contains (s->scan->members, key))
    {
      g_free (key);
      return NULL;
    }
  member = g_new0 (TalksJsonMember, 1);
  g_hash_table_insert (s->scan->members, key, member);
  return member;
}

/* At the name of a member; ends after its colon. */
static gboolean
scan_name (TalksJsonScanner *s)
{
  TalksJsonName name = { NULL, 0, s->at };
  const TalksJsonLevel *level = &s->levels[s->depth - 1];
  gboolean has_escapes;

  if (s->text[s->at] == '}')
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->at,
                            _("There is a comma too many before this bracket."));
  if (s->text[s->at] != '"')
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->at,
                            _("The name of a member, in double quotation marks, is expected here."));
  if (!talks_json_scan_string (s, &has_escapes))
    return FALSE;
  if (s->names->len - level->first_name >= TALKS_JSON_MAX_MEMBERS)
    return talks_json_fail (s, TALKS_ERROR_TOO_LARGE, name.offset,
                            _("This object has more than %d members."), TALKS_JSON_MAX_MEMBERS);

  name.text = s->text + name.offset + 1;
  name.length = s->at - name.offset - 2;
  if (has_escapes)
    {
      g_autofree char *decoded = talks_json_unescape (name.text, name.length, &name.length);

      name.text = g_string_chunk_insert_len (s->decoded, decoded, (gssize) name.length);
    }
  g_array_append_val (s->names, name);
  if (s->depth == 1)
    s->member = remember_member (s, &name);

  skip_space (s);
  if (s->at == s->length)
    return fail_at_end (s);
  if (s->text[s->at] != ':')
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->at,
                            _("A colon is expected here, after the name."));
  s->at++;
  return TRUE;
}

/* ---- structure ---- */

/* The index remembers the root, its members and the elements of their lists. */
static gboolean
remember_place (TalksJsonScanner *s)
{
  const gboolean in_root = s->levels[0].is_object;

  if (s->depth > 2 || (s->depth > 0 && !in_root) || (s->depth == 2 && s->levels[1].is_object))
    return TRUE;
  if (s->depth > 0 && s->member == NULL)
    return TRUE;

  s->mark = talks_json_place_advance (s->text, s->mark, s->at);
  if (s->depth == 0)
    s->scan->root = s->mark;
  else if (s->depth == 1)
    s->member->place = s->mark;
  else
    {
      if (s->n_elements++ >= TALKS_JSON_MAX_ELEMENTS)
        return talks_json_fail (s, TALKS_ERROR_TOO_LARGE, s->at,
                                _("The lists of the document have more than %d entries."), TALKS_JSON_MAX_ELEMENTS);
      g_array_append_val (s->member->elements, s->mark);
    }
  return TRUE;
}

static gboolean
open_level (TalksJsonScanner *s,
            Expect           *expect)
{
  TalksJsonLevel level = { s->text[s->at] == '{', s->at, s->names->len };

  if (s->depth == TALKS_JSON_MAX_DEPTH)
    return talks_json_fail (s, TALKS_ERROR_TOO_LARGE, s->at,
                            _("Lists and objects are nested deeper than %d levels here."),
                            TALKS_JSON_MAX_DEPTH);
  if (s->depth == 1 && !level.is_object && s->levels[0].is_object && s->member != NULL)
    s->member->elements = g_array_new (FALSE, FALSE, sizeof (TalksJsonPlace));
  s->levels[s->depth++] = level;
  *expect = level.is_object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
  s->at++;
  return TRUE;
}

static void
close_level (TalksJsonScanner *s,
             Expect           *expect)
{
  s->at++;
  s->depth--;
  *expect = AFTER_VALUE;
  if (s->levels[s->depth].is_object)
    close_names (s, &s->levels[s->depth]);
}

static gboolean
scan_value (TalksJsonScanner *s,
            Expect           *expect)
{
  char c = s->text[s->at];
  gboolean has_escapes;

  if (!remember_place (s))
    return FALSE;
  *expect = AFTER_VALUE;
  if (c == '{' || c == '[')
    return open_level (s, expect);
  if (c == '"')
    return talks_json_scan_string (s, &has_escapes);
  if (c == '-' || g_ascii_isdigit (c))
    return talks_json_scan_number (s);
  return talks_json_scan_word (s);
}

/* Whether the first value has a line for itself, and the next one begins below it. */
static gboolean
follows_on_line (const TalksJsonScanner *s)
{
  size_t end = s->at;

  while (talks_json_is_space (s->text[end - 1]))
    end--;
  return talks_json_peek (s, "{[") && memchr (s->text + end, '\n', s->at - end) != NULL
         && memchr (s->text + s->scan->root.offset, '\n', end - s->scan->root.offset) == NULL;
}

static gboolean
scan_after_value (TalksJsonScanner *s,
                  Expect           *expect)
{
  const gboolean in_object = s->depth > 0 && s->levels[s->depth - 1].is_object;
  char c = s->text[s->at];

  if (s->depth == 0 && follows_on_line (s))
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->at,
                            _("A second value follows here, as in a file of JSON Lines; a document is one object."));
  if (s->depth == 0)
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->at,
                            _("Something follows here after the end of the document."));
  if (c == (in_object ? '}' : ']'))
    {
      close_level (s, expect);
      return TRUE;
    }
  if (c != ',')
    return talks_json_fail (s, TALKS_ERROR_SYNTAX, s->at,
                            in_object ? _("A comma or “}” is expected here.")
                            : _("A comma or “]” is expected here."));
  s->at++;
  *expect = in_object ? EXPECT_NAME : EXPECT_VALUE;
  return TRUE;
}

static gboolean
scan_text (TalksJsonScanner *s)
{
  Expect expect = EXPECT_VALUE;

  for (;;)
    {
      gboolean ok = TRUE;

      skip_space (s);
      if (s->at == s->length)
        return (expect == AFTER_VALUE && s->depth == 0) || fail_at_end (s);

      if (s->text[s->at] == '/')
        ok = talks_json_fail (s, TALKS_ERROR_SYNTAX, s->at, _("JSON knows no comments."));
      else if (expect == AFTER_VALUE)
        ok = scan_after_value (s, &expect);
      else if (expect == EXPECT_NAME_OR_END && s->text[s->at] == '}')
        close_level (s, &expect);
      else if (expect == EXPECT_VALUE_OR_END && s->text[s->at] == ']')
        close_level (s, &expect);
      else if (expect == EXPECT_NAME || expect == EXPECT_NAME_OR_END)
        {
          expect = EXPECT_VALUE;
          ok = scan_name (s);
        }
      else
        ok = scan_value (s, &expect);
      if (!ok)
        return FALSE;
    }
}

static gboolean
fail_at_byte (TalksJsonScanner *s,
              size_t            at)
{
  const char *encoding = talks_file_type_guess_encoding (s->text, s->length, at);
  const unsigned byte = (unsigned char) s->text[at];

  if (encoding != NULL)
    return talks_json_fail (s, TALKS_ERROR_ENCODING, at,
                            _("The file is not UTF-8 text: byte %02X (hexadecimal) cannot stand here. "
                              "It may be written in %s: save it in UTF-8."), byte, encoding);
  return talks_json_fail (s, TALKS_ERROR_ENCODING, at,
                          _("The file is not UTF-8 text: byte %02X (hexadecimal) cannot stand here."), byte);
}

/* Bytes that are looked at together. */
#define BLOCK 64

static gboolean
is_ascii (const char *text,
          size_t      length)
{
  gboolean plain = TRUE;

  for (size_t i = 0; i < length; i++)
    plain &= (signed char) text[i] > 0;
  return plain;
}

/* As g_utf8_validate_len(), for texts of which much is ASCII: in half the time. */
static gboolean
validate_utf8 (const char  *text,
               size_t       length,
               const char **end)
{
  for (*end = text; *end < text + length;)
    {
      size_t n = MIN (BLOCK, length - (size_t) (*end - text));

      if (is_ascii (*end, n))
        {
          *end += n;
          continue;
        }
      /* No character is cut in two. */
      while (*end + n < text + length && ((unsigned char) (*end)[n] & 0xc0) == 0x80)
        n++;
      if (!g_utf8_validate_len (*end, n, end))
        return FALSE;
    }
  return TRUE;
}

/* What can be told before the first character. */
static gboolean
check_bytes (TalksJsonScanner *s,
             size_t            max_size)
{
  const char *type = talks_file_type_describe (s->text, s->length);
  const char *end;

  if (type == NULL)
    type = talks_file_type_describe_named (s->text, s->length, s->file);
  if (s->length == 0)
    g_set_error_literal (&s->error, TALKS_ERROR, TALKS_ERROR_SYNTAX, _("The file is empty."));
  else if (s->length > max_size)
    {
      g_autofree char *limit = g_format_size_full (max_size, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (&s->error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE,
                   _("The file is too large: Talks reads documents up to %s."), limit);
    }
  else if (type != NULL)
    g_set_error_literal (&s->error, TALKS_ERROR, TALKS_ERROR_ENCODING, type);
  else if (!validate_utf8 (s->text, s->length, &end))
    return fail_at_byte (s, (size_t) (end - s->text));
  else
    return TRUE;

  talks_error_prefix_place (&s->error, s->file, 0, 0);
  return FALSE;
}

TalksJsonScan *
talks_json_scan_new (GBytes      *bytes,
                     const char  *name,
                     size_t       max_size,
                     GError     **error)
{
  g_autoptr (TalksJsonScan) self = NULL;
  TalksJsonScanner s = { NULL };
  gboolean ok;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (TalksJsonScan, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = g_bytes_ref (bytes);
  self->text = g_bytes_get_data (bytes, &self->length);
  if (self->length >= 3 && memcmp (self->text, "\357\273\277", 3) == 0)
    {
      self->text += 3;
      self->length -= 3;
    }
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) talks_json_member_free);

  s.scan = self;
  s.file = name;
  s.text = self->text;
  s.length = self->length;
  s.mark = (TalksJsonPlace) { 0, 1, 1 };
  /* Lines and columns are 32 bits wide. */
  ok = check_bytes (&s, MIN (max_size, G_MAXINT32));
  if (ok)
    {
      s.names = g_array_new (FALSE, FALSE, sizeof (TalksJsonName));
      s.decoded = g_string_chunk_new (256);
      ok = scan_text (&s);
      if (ok)
        talks_json_keep_notes (&s);
      g_array_unref (s.names);
      g_string_chunk_free (s.decoded);
    }
  if (ok)
    return g_steal_pointer (&self);

  g_propagate_error (error, s.error);
  return NULL;
}
