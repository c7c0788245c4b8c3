/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts: characters that deceive, tags of languages, translations that are missing. */

#include "talks-validate-private.h"

#include <string.h>

#include "talks-gettext.h"

/* ---- single characters ---- */

/* Embeddings, overrides and isolates of the bidirectional algorithm can show a text in another order
 * than it has; the marks for left-to-right and right-to-left cannot. */
static gboolean
is_reordering (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_european (gunichar c)
{
  GUnicodeScript script = c < 0x80 ? G_UNICODE_SCRIPT_LATIN : g_unichar_get_script (c);

  return g_unichar_isalpha (c) && (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK
                                   || script == G_UNICODE_SCRIPT_CYRILLIC);
}

/* What takes no room and means nothing, so that two texts look the same and are not. Joiners shape
 * letters of Arabic and Indic scripts and pictures, but none of ours; tags spell the flags of
 * countries, but mean nothing elsewhere. */
static gboolean
is_hidden (gunichar c,
           gunichar before,
           gboolean in_flag)
{
  switch (c)
    {
    case 0x00ad: /* soft hyphen */
    case 0x115f: /* fillers of Hangul */
    case 0x1160:
    case 0x180e:
    case 0x200b: /* zero width space */
    case 0x3164:
    case 0xfeff: /* byte order mark */
    case 0xffa0:
      return TRUE;
    case 0x200c:
    case 0x200d:
      return is_european (before);
    default:
      return (c >= 0x2060 && c <= 0x2064) || (c >= 0x206a && c <= 0x206f) || (c >= 0xfff9 && c <= 0xfffb)
             || (c >= 0xe0000 && c <= 0xe007f && !in_flag);
    }
}

static gboolean
is_misplaced (gunichar c)
{
  /* No control is beyond Latin-1, and most texts are. */
  return (c < 0x100 && g_unichar_type (c) == G_UNICODE_CONTROL && c != '\n' && c != '\t')
         || c == 0x2028 || c == 0x2029;
}

/* FALSE when it has said what is wrong. */
static gboolean
check_character (TalksValidator *v,
                 const char     *member,
                 gunichar        c,
                 gunichar        before,
                 gboolean        in_flag)
{
  if (is_reordering (c))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                         _("The invisible character U+%04X can show this text in another order "
                           "than it has."), c);
  else if (is_misplaced (c))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                         _("The control character U+%04X does not belong in this text."), c);
  else if (is_hidden (c, before, in_flag))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                         _("The invisible character U+%04X hides in this text: take it out."), c);
  else
    return TRUE;
  return FALSE;
}

/* ---- whole texts ---- */

/* What there is nothing to say about: the length of a character of ASCII, or of U+00C0 to U+07FF; else 0. */
static guint
get_harmless_length (const char *p)
{
  const unsigned char lead = (unsigned char) *p;

  if (lead >= ' ' && lead < 0x7f)
    return 1;
  return lead >= 0xc3 && lead <= 0xdf ? 2 : 0;
}

void
talks_validator_string (TalksValidator *v,
                        const char     *member,
                        const char     *text)
{
  const char *before = NULL;
  gboolean in_flag = FALSE;
  gboolean is_ascii = TRUE;
  const char *next;

  if (text == NULL || v->wanted != NULL)
    return;
  for (const char *p = text; *p != '\0'; before = p, p = next)
    {
      guint length = get_harmless_length (p);
      gunichar c;

      next = p + length;
      is_ascii &= length == 1;
      if (length == 2)
        in_flag = FALSE;
      if (length > 0)
        continue;
      c = g_utf8_get_char (p);
      next = g_utf8_next_char (p);
      /* A black flag, then tags. */
      in_flag = c == 0x1f3f4 || (in_flag && c >= 0xe0020 && c <= 0xe007f);
      /* One of them is enough to look at. */
      if (!check_character (v, member, c, before != NULL ? g_utf8_get_char (before) : 0, in_flag))
        break;
    }
  if (!is_ascii)
    talks_validate_words (v, member, text);
}

/* ---- languages ---- */

gboolean
talks_is_language_tag (const char *tag)
{
  int length = 0;
  gboolean first = TRUE;

  g_return_val_if_fail (tag != NULL, FALSE);

  for (const char *p = tag;; p++)
    {
      if (*p == '-' || *p == '\0')
        {
          if (length < (first ? 2 : 1) || length > 8)
            return FALSE;
          if (*p == '\0')
            return TRUE;
          first = FALSE;
          length = 0;
        }
      else if (first ? g_ascii_isalpha (*p) : g_ascii_isalnum (*p))
        length++;
      else
        return FALSE;
    }
}

void
talks_validator_language (TalksValidator *v,
                          const char     *member,
                          const char     *tag)
{
  if (tag != NULL && !talks_is_language_tag (tag))
    talks_validator_add (v, TALKS_SEVERITY_ERROR, member,
                         _("“%s” is not the tag of a language, such as “en” or “pt-BR”."), tag);
}

static gboolean
is_same_language (const char *a,
                  const char *b)
{
  size_t length = strcspn (a, "-_");

  return strcspn (b, "-_") == length && g_ascii_strncasecmp (a, b, length) == 0;
}

/* Whether some text is in language, be it with a region or script that the other lacks. A plain text
 * is in the language of the document. */
static gboolean
covers_language (TalksValidator  *v,
                 const TalksText *text,
                 const char      *language)
{
  const char * const *langs = talks_text_get_languages (text);

  if (langs[0] == NULL)
    return is_same_language (talks_document_get_language (v->document), language);
  for (guint i = 0; langs[i] != NULL; i++)
    if (is_same_language (langs[i], language))
      return TRUE;
  return FALSE;
}

static void
count_language (TalksValidator *v,
                const char     *lang)
{
  TalksLanguageCount count = { { 0 }, 1, v->n_texts };

  for (guint i = 0; i < v->languages->len; i++)
    {
      TalksLanguageCount *known = &g_array_index (v->languages, TalksLanguageCount, i);

      if (is_same_language (known->tag, lang))
        {
          /* "en" and "en-GB" of one text count once. */
          if (known->last_text != v->n_texts)
            known->n_texts++;
          known->last_text = v->n_texts;
          return;
        }
    }
  if (strcspn (lang, "-_") >= sizeof count.tag || v->languages->len >= MAX_LANGUAGES)
    return;
  memcpy (count.tag, lang, strcspn (lang, "-_"));
  g_array_append_val (v->languages, count);
}

static void
count_languages (TalksValidator  *v,
                 const TalksText *text)
{
  const char * const *langs = talks_text_get_languages (text);

  v->n_texts++;
  if (langs[0] == NULL)
    count_language (v, talks_document_get_language (v->document));
  for (guint i = 0; langs[i] != NULL; i++)
    count_language (v, langs[i]);
}

/* A document of a few texts says little about what its author wants to translate. */
#define MIN_TEXTS 20

GPtrArray *
talks_validator_list_widespread (TalksValidator *v)
{
  GPtrArray *wanted = NULL;

  for (guint i = 0; i < v->languages->len && v->n_texts >= MIN_TEXTS; i++)
    {
      const TalksLanguageCount *count = &g_array_index (v->languages, TalksLanguageCount, i);

      /* Four texts of five have it. What the document's own language lacks has been told. */
      if (count->n_texts == v->n_texts || (guint64) count->n_texts * 5 < (guint64) v->n_texts * 4
          || is_same_language (count->tag, talks_document_get_language (v->document)))
        continue;
      if (wanted == NULL)
        wanted = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (wanted, g_strdup (count->tag));
    }
  return wanted;
}

/* The second round: which of the languages that most texts have does this one lack? */
static void
check_translations (TalksValidator  *v,
                    const char      *member,
                    const TalksText *text)
{
  v->adding_missing = TRUE;
  for (guint i = 0; i < v->wanted->len; i++)
    if (!covers_language (v, text, v->wanted->pdata[i]))
      talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                           _("This text is missing in “%s”, which most texts of the document have."),
                           (const char *) v->wanted->pdata[i]);
  v->adding_missing = FALSE;
}

/* As talks_validator_at(), which would take longer than the check of most texts. */
static const char *
at_language (TalksValidator *v,
             const char     *member,
             const char     *lang)
{
  g_string_assign (v->member, member);
  g_string_append_c (v->member, '/');
  return g_string_append (v->member, lang)->str;
}

void
talks_validator_text (TalksValidator  *v,
                      const char      *member,
                      const TalksText *text)
{
  const char *language = talks_document_get_language (v->document);
  const char * const *langs;
  const char * const *texts;
  g_autofree char *base = NULL;

  if (text == NULL)
    return;
  /* The validator's own string, which the pointers below overwrite. */
  if (member == v->member->str)
    member = base = g_strdup (member);
  if (v->wanted != NULL)
    {
      check_translations (v, member, text);
      return;
    }
  langs = talks_text_get_languages (text);
  texts = talks_text_get_texts (text);
  if (langs[0] == NULL)
    talks_validator_string (v, member, texts[0]);
  for (guint i = 0; langs[i] != NULL; i++)
    {
      if (talks_is_language_tag (langs[i]))
        talks_validator_string (v, at_language (v, member, langs[i]), texts[i]);
      else
        talks_validator_language (v, member, langs[i]);
    }
  if (!covers_language (v, text, language))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                         _("This text is missing in “%s”, the language of the document."), language);
  count_languages (v, text);
}

void
talks_validator_line (TalksValidator  *v,
                      const char      *member,
                      const TalksText *text)
{
  const char * const *langs;
  g_autofree char *base = NULL;
  guint i = 0;

  if (text == NULL)
    return;
  if (member == v->member->str)
    member = base = g_strdup (member);
  talks_validator_text (v, member, text);
  langs = talks_text_get_languages (text);
  /* Once without a language, if the text is plain. */
  do
    {
      if (strchr (talks_text_get (text, langs[i]), '\n') == NULL)
        continue;
      talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                           _("This text is shown in one line: take the line break out of it."));
      return;
    }
  while (langs[i] != NULL && langs[++i] != NULL);
}
