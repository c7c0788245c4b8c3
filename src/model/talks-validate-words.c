/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of two scripts, one of which passes for the other. */

#include "talks-validate-private.h"

#include <string.h>

#include "talks-gettext.h"

typedef enum
{
  LATIN,
  CYRILLIC,
  GREEK,
  N_SCRIPTS,
  OTHER_SCRIPT = N_SCRIPTS,
} Script;

/* Letters of each that look like one of another. */
static const char * const look_alikes[N_SCRIPTS] = {
  [LATIN] = "ABCEHIJKMNOPSTXYZacehijlopsvxy",
  [CYRILLIC] = "АВЕКМНОРСТУХЅІЈԚԜӀаеорсухѕіјһԛԝӏ",
  [GREEK] = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορ",
};

typedef struct
{
  const char *start;           /* NULL: between words */
  int         n_letters;
  gboolean    has[N_SCRIPTS];

  /* word_look() */
  gboolean    plain[N_SCRIPTS]; /* it has a letter that looks like itself only */
  gunichar    alike[N_SCRIPTS]; /* the first that looks like another */
} Word;

static Script
get_script (gunichar c)
{
  GUnicodeScript script;

  if (c < 0x80)
    return LATIN;
  script = g_unichar_get_script (c);
  return script == G_UNICODE_SCRIPT_LATIN      ? LATIN
         : script == G_UNICODE_SCRIPT_CYRILLIC ? CYRILLIC
         : script == G_UNICODE_SCRIPT_GREEK    ? GREEK
                                               : OTHER_SCRIPT;
}

/* Whether the character at p is part of a word, and of which script. */
static gboolean
is_letter (const char *p,
           gboolean    mark_too,
           Script     *script)
{
  const unsigned char lead = (unsigned char) *p;
  gunichar c;

  *script = LATIN;
  if (lead < 0x80)
    return g_ascii_isalpha (*p);
  /* U+0400 to U+047F. */
  *script = CYRILLIC;
  if (lead == 0xd0 || lead == 0xd1)
    return TRUE;
  c = g_utf8_get_char (p);
  *script = get_script (c);
  return g_unichar_isalpha (c) || (mark_too && g_unichar_ismark (c));
}

static void
word_add (Word       *word,
          const char *p,
          Script      script)
{
  if (word->start == NULL)
    *word = (Word) { .start = p };
  word->n_letters++;
  if (script != OTHER_SCRIPT)
    word->has[script] = TRUE;
}

/* Looks at each letter of a word that is over; few words need it. */
static void
word_look (Word       *word,
           const char *end)
{
  for (const char *p = word->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Script script = get_script (c);

      if (script == OTHER_SCRIPT)
        continue;
      if (g_utf8_strchr (look_alikes[script], -1, c) == NULL)
        word->plain[script] = TRUE;
      else if (word->alike[script] == 0)
        word->alike[script] = c;
    }
}

/* The letter that passes for another in a word of two scripts, one of which has such letters only;
 * 0 for a word that is what it looks like ("Δmax"). */
static gunichar
word_get_impostor (Word       *word,
                   const char *end)
{
  int impostor = -1;

  if (word->n_letters <= 2 || word->has[LATIN] + word->has[CYRILLIC] + word->has[GREEK] < 2)
    return 0;
  word_look (word, end);
  for (int i = 0; i < N_SCRIPTS; i++)
    if (word->has[i] && !word->plain[i] && (impostor < 0 || i != LATIN))
      impostor = i;
  return impostor >= 0 ? word->alike[impostor] : 0;
}

/* Greek and Cyrillic begin with one of these bytes in UTF-8, and most texts have none. */
static gboolean
may_mix (const char *text)
{
  return strpbrk (text, "\xcd\xce\xcf\xd0\xd1\xd2\xd3\xd4") != NULL;
}

void
talks_validate_words (TalksValidator *v,
                      const char     *member,
                      const char     *text)
{
  Word word = { NULL };

  if (!may_mix (text))
    return;
  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar impostor;
      Script script;

      if (is_letter (p, word.start != NULL, &script))
        {
          word_add (&word, p, script);
          continue;
        }
      impostor = word.start != NULL ? word_get_impostor (&word, p) : 0;
      if (impostor != 0)
        {
          g_autofree char *letters = g_strndup (word.start, (gsize) (p - word.start));

          talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                               _("“%s” is written with letters of two scripts that look alike, U+%04X among "
                                 "them: write it in one."), letters, impostor);
          return;
        }
      word.start = NULL;
      if (*p == '\0')
        return;
    }
}

gboolean
talks_validate_is_deceiving (const char *text)
{
  Word word = { NULL };
  gunichar impostor = 0;
  gboolean other_than_latin;

  for (const char *p = text; impostor == 0; p = g_utf8_next_char (p))
    {
      Script script;

      if (is_letter (p, FALSE, &script))
        {
          word_add (&word, p, script);
          continue;
        }
      if (word.start != NULL)
        {
          /* A name that could be read as one in Latin letters as a whole. */
          word_look (&word, p);
          other_than_latin = (word.has[CYRILLIC] && !word.plain[CYRILLIC])
                             || (word.has[GREEK] && !word.plain[GREEK]);
          impostor = other_than_latin && !word.has[LATIN] ? 1 : word_get_impostor (&word, p);
        }
      word.start = NULL;
      if (*p == '\0')
        break;
    }
  return impostor != 0;
}
