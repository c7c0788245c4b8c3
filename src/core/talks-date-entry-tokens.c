/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a text to tokens: first numbers, words and signs, then what the words mean, several of
 * them together where they make a phrase. */

#include "talks-date-entry-private.h"

#include <string.h>

#include "talks-gettext.h"

/* More digits than any year has. */
#define MAX_DIGITS 15

/* What follows a number: "2nd", "2-го", "1990s", "1990-х". */
static const char * const singular_endings[] = {
  "st", "nd", "rd", "th", "го", "ого", "його", "му", "ому", "й", "ий", "ый", "ій", "ой", "я", "а", "ая", "га", "та",
  "ша", "тя", "ья", "ше", "ге", "тє", "те", "ое", "ье", "є", "м", "ом", "ої", "ї", "ю", "у", NULL
};
static const char * const plural_endings[] = {
  "s", "ті", "тих", "і", "х", "их", "ых", "тых", "е", "ые", "тые", "ми", NULL
};

static void
token_clear (gpointer data)
{
  TalksEntryToken *token = data;

  g_free (token->text);
  g_free (token->folded);
}

/* Signs */

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010;
}

static gboolean
is_dash (gunichar c)
{
  return is_hyphen (c) || (c >= 0x2011 && c <= 0x2015) || c == 0x2212;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2bc || c == 0x2018 || c == '`';
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_ignored (gunichar c)
{
  return c == '.' || c == ':' || c == '"' || is_apostrophe (c) || g_unichar_type (c) == G_UNICODE_OPEN_PUNCTUATION
         || g_unichar_type (c) == G_UNICODE_CLOSE_PUNCTUATION || g_unichar_type (c) == G_UNICODE_INITIAL_PUNCTUATION
         || g_unichar_type (c) == G_UNICODE_FINAL_PUNCTUATION || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
sign_get_kind (gunichar         c,
               TalksEntryToken *token)
{
  token->kind = TALKS_ENTRY_DOUBT;
  if (c == '~' || c == 0x2248)
    token->value = TALKS_ENTRY_ABOUT;
  else if (c == '?')
    token->value = TALKS_ENTRY_PERHAPS;
  else if (c == '%')
    token->value = TALKS_ENTRY_ABOUT | TALKS_ENTRY_PERHAPS;
  else if (c == ',' || c == ';')
    token->kind = TALKS_ENTRY_COMMA;
  else if (c == '/')
    token->kind = TALKS_ENTRY_SLASH;
  else if (c == '&')
    token->kind = TALKS_ENTRY_AND;
  else if (is_dash (c))
    token->kind = TALKS_ENTRY_DASH;
  else
    token->kind = TALKS_ENTRY_END;

  return token->kind != TALKS_ENTRY_END;
}

/* Numbers, words and signs */

static const char *
end_of_letters (const char *at)
{
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c)
          && !(is_apostrophe (c) && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (at)))))
        break;
    }

  return at;
}

static char *
fold (const char *start,
      const char *end)
{
  g_autofree char *folded = g_utf8_casefold (start, end - start);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (plain, is_apostrophe (c) ? '\'' : c);
    }

  return g_string_free (plain, FALSE);
}

/* Takes the ending of a number, if letters at at are one. */
static const char *
read_ending (const char      *at,
             TalksEntryToken *token)
{
  gunichar c = g_utf8_get_char (at);
  const char *letters = is_dash (c) || is_apostrophe (c) ? g_utf8_next_char (at) : at;
  const char *end = end_of_letters (letters);
  g_autofree char *ending = fold (letters, end);

  if (letters == end)
    return at;
  token->is_plural = g_strv_contains (plural_endings, ending);
  token->is_ordinal = token->is_plural || g_strv_contains (singular_endings, ending);

  return token->is_ordinal ? end : at;
}

static const char *
read_number (const char      *at,
             TalksEntryToken *token)
{
  const char *start = at;

  token->kind = TALKS_ENTRY_NUMBER;
  for (; is_digit (*at); at++)
    {
      if (++token->n_digits <= MAX_DIGITS)
        token->value = token->value * 10 + (*at - '0');
    }
  token->text = talks_date_show (start, at);

  return read_ending (at, token);
}

static const char *
read_word (const char      *at,
           TalksEntryToken *token)
{
  const char *start = at;

  at = end_of_letters (at);
  token->kind = TALKS_ENTRY_WORD;
  token->text = talks_date_show (start, at);
  token->folded = fold (start, at);
  token->is_dotted = *at == '.';
  /* "start: 2022" is where it starts, "start 2022" its beginning. */
  if (*at == ':')
    {
      g_autofree char *with_colon = g_strconcat (token->folded, ":", NULL);
      TalksEntryKind kind;
      int value;

      if (talks_entry_look_up (with_colon, &kind, &value))
        {
          g_free (token->folded);
          token->folded = g_steal_pointer (&with_colon);
        }
    }

  return at;
}

/* One token, or none where at is a sign without meaning. NULL with a problem if it can not
 * stand in a date. */
static const char *
read_token (const char       *text,
            const char       *at,
            TalksEntryToken  *token,
            char            **problem)
{
  gunichar c = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gboolean after_digit = at > text && is_digit (at[-1]);

  if (is_digit (c))
    return read_number (at, token);
  if (g_unichar_isalpha (c))
    return read_word (at, token);

  token->text = talks_date_show (at, next);
  if (c == '.' && *next == '.')
    {
      token->kind = TALKS_ENTRY_DASH;
      return next + strspn (next, ".");
    }
  if (c == '.' && after_digit && is_digit (*next))
    token->kind = TALKS_ENTRY_DOT;
  else if (c == ':' && after_digit && is_digit (*next))
    *problem = g_strdup (_("A time of day cannot be entered here, only a date."));
  else if (!sign_get_kind (c, token) && !is_ignored (c))
    *problem = g_strdup_printf (_("“%s” cannot stand in a date."), token->text);

  return *problem == NULL ? next : NULL;
}

static GArray *
split (const char  *text,
       char       **problem)
{
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (TalksEntryToken));
  gboolean is_tight = FALSE;

  g_array_set_clear_func (tokens, token_clear);
  for (const char *at = text; at != NULL && *at != '\0';)
    {
      TalksEntryToken token = { TALKS_ENTRY_END, .is_tight = is_tight };

      is_tight = !g_unichar_isspace (g_utf8_get_char (at));
      if (!is_tight)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      at = read_token (text, at, &token, problem);
      if (token.kind != TALKS_ENTRY_END)
        g_array_append_val (tokens, token);
      else
        token_clear (&token);
    }
  if (*problem == NULL)
    return tokens;
  g_array_unref (tokens);

  return NULL;
}

/* What words mean */

/* "XX", also in Cyrillic letters that look so; 0 if it is no such number. */
static int
roman_to_number (const char *folded)
{
  int number = 0;
  int before = 0;

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      int digit = c == 'x' || c == 0x445 ? 10 : c == 'v' ? 5 : c == 'i' || c == 0x456 ? 1 : 0;

      if (digit == 0 || number > 40)
        return 0;
      number += digit > before ? digit - 2 * before : digit;
      before = digit;
    }

  return number;
}

/* Whether token i is a word that a phrase with the one before may go on with: a hyphen
 * between them is as good as a space. */
static gboolean
next_word (const GArray *raw,
           guint         i,
           guint        *next)
{
  const TalksEntryToken *token = &g_array_index (raw, TalksEntryToken, i);

  if (i + 1 < raw->len && token->kind == TALKS_ENTRY_DASH && token->is_tight && token[1].is_tight)
    token = &g_array_index (raw, TalksEntryToken, ++i);
  *next = i;

  return token->kind == TALKS_ENTRY_WORD;
}

/* The longest phrase that begins at i; how many raw tokens it takes, 0 if there is none. */
static guint
match_phrase (const GArray    *raw,
              guint            i,
              TalksEntryToken *token)
{
  g_autoptr (GString) phrase = g_string_new (NULL);
  guint n_taken = 0;
  guint at = i;

  for (int n_words = 0; n_words < TALKS_ENTRY_MAX_PHRASE; n_words++)
    {
      int value;

      if (n_words > 0 && (at + 1 >= raw->len || !next_word (raw, at + 1, &at)))
        break;
      g_string_append_printf (phrase, "%s%s", n_words > 0 ? " " : "",
                              g_array_index (raw, TalksEntryToken, at).folded);
      if (talks_entry_look_up (phrase->str, &token->kind, &value))
        {
          token->value = value;
          n_taken = at - i + 1;
        }
    }

  return n_taken;
}

static gboolean
is_counted (TalksEntryKind kind)
{
  return kind == TALKS_ENTRY_QUARTER || kind == TALKS_ENTRY_HALF || kind == TALKS_ENTRY_CENTURY
         || kind == TALKS_ENTRY_TEN_DAYS;
}

/* Some words mean another thing after a number ("20th c.", "XX в.") or before what is counted
 * ("І квартал", where the number is also the word for "and"). */
static void
adjust (GArray          *tokens,
        TalksEntryToken *token)
{
  TalksEntryToken *before = tokens->len > 0 ? &g_array_index (tokens, TalksEntryToken, tokens->len - 1) : NULL;
  gboolean is_abbreviation = g_strcmp0 (token->folded, "c") == 0 || g_strcmp0 (token->folded, "в") == 0;

  if (before == NULL)
    return;
  if (is_abbreviation && before->kind == TALKS_ENTRY_NUMBER
      && (before->is_ordinal || (token->is_dotted && before->n_digits <= 2 && strcmp (token->folded, "в") == 0)))
    token->kind = TALKS_ENTRY_CENTURY;
  if (is_counted (token->kind) && before->kind == TALKS_ENTRY_AND && before->folded != NULL
      && roman_to_number (before->folded) > 0)
    {
      before->kind = TALKS_ENTRY_NUMBER;
      before->value = roman_to_number (before->folded);
      before->is_ordinal = TRUE;
    }
}

/* Appends the meaning of the word at i; how many raw tokens it took, 0 if it is not known. */
static guint
append_word (GArray *tokens,
             GArray *raw,
             guint   i)
{
  TalksEntryToken *word = &g_array_index (raw, TalksEntryToken, i);
  TalksEntryToken token = *word;
  guint n_taken = match_phrase (raw, i, &token);

  if (n_taken == 0)
    {
      token.value = roman_to_number (word->folded);
      token.kind = TALKS_ENTRY_NUMBER;
      token.is_ordinal = TRUE;
      n_taken = token.value > 0 ? 1 : 0;
    }
  if (n_taken == 0)
    return 0;

  adjust (tokens, &token);
  if (token.kind != TALKS_ENTRY_FILLER)
    {
      /* The strings are the new token's now. */
      word->text = word->folded = NULL;
      g_array_append_val (tokens, token);
    }

  return n_taken;
}

GArray *
talks_entry_tokenize (const char  *text,
                      char       **problem)
{
  g_autoptr (GArray) raw = split (text, problem);
  g_autoptr (GArray) tokens = g_array_new (FALSE, TRUE, sizeof (TalksEntryToken));
  TalksEntryToken end = { TALKS_ENTRY_END };
  guint n_taken;

  if (raw == NULL)
    return NULL;

  g_array_set_clear_func (tokens, token_clear);
  for (guint i = 0; i < raw->len; i += n_taken)
    {
      TalksEntryToken *token = &g_array_index (raw, TalksEntryToken, i);

      n_taken = 1;
      if (token->kind == TALKS_ENTRY_WORD)
        {
          n_taken = append_word (tokens, raw, i);
        }
      else if (token->n_digits <= MAX_DIGITS)
        {
          g_array_append_val (tokens, *token);
          token->text = NULL;
        }
      else
        {
          n_taken = 0;
        }
      if (n_taken == 0)
        {
          *problem = g_strdup_printf (_("“%s” is not understood."), token->text);
          return NULL;
        }
    }
  while (tokens->len > 0 && g_array_index (tokens, TalksEntryToken, tokens->len - 1).kind == TALKS_ENTRY_COMMA)
    g_array_set_size (tokens, tokens->len - 1);
  g_array_append_val (tokens, end);

  return g_steal_pointer (&tokens);
}
