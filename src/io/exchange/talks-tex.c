/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* As much of TeX as stands in the fields of BibTeX. */

#include "talks-bibtex.h"
#include "talks-bibtex-private.h"

#include <string.h>

#define MAX_DEPTH 8 /* of accents and quotations in one another; deeper ones leave their text */

typedef struct
{
  const char *command;
  const char *text;
} Symbol;

/* Commands that stand for a text. */
static const Symbol symbols[] = {
  { "AA", "Å" }, { "AE", "Æ" }, { "BibTeX", "BibTeX" }, { "DH", "Ð" }, { "DJ", "Đ" }, { "L", "Ł" },
  { "LaTeX", "LaTeX" }, { "NG", "Ŋ" }, { "O", "Ø" }, { "OE", "Œ" }, { "P", "¶" }, { "S", "§" }, { "SS", "ẞ" },
  { "TH", "Þ" }, { "TeX", "TeX" }, { "aa", "å" }, { "ae", "æ" }, { "cdot", "·" }, { "copyright", "©" },
  { "dag", "†" }, { "ddag", "‡" }, { "dh", "ð" }, { "dj", "đ" }, { "dots", "…" }, { "euro", "€" }, { "flqq", "«" },
  { "frqq", "»" }, { "glqq", "„" }, { "grqq", "“" }, { "guillemotleft", "«" }, { "guillemotright", "»" },
  { "hyphen", "-" }, { "i", "ı" }, { "j", "ȷ" }, { "l", "ł" }, { "ldots", "…" }, { "lq", "‘" }, { "ng", "ŋ" }, { "o", "ø" },
  { "oe", "œ" }, { "pounds", "£" }, { "quad", " " }, { "quotedblbase", "„" }, { "quotesinglbase", "‚" },
  { "rq", "’" }, { "slash", "/" }, { "space", " " }, { "ss", "ß" }, { "textasciicircum", "^" },
  { "textasciigrave", "`" }, { "textasciitilde", "~" }, { "textbackslash", "\\" }, { "textbar", "|" },
  { "textbraceleft", "{" }, { "textbraceright", "}" }, { "textbullet", "•" }, { "textcopyright", "©" },
  { "textdegree", "°" }, { "textdollar", "$" }, { "textellipsis", "…" }, { "textemdash", "—" },
  { "textendash", "–" }, { "texteuro", "€" }, { "textgreater", ">" }, { "textless", "<" }, { "textnumero", "№" },
  { "textquotedbl", "\"" }, { "textquotedblleft", "“" }, { "textquotedblright", "”" }, { "textquoteleft", "‘" },
  { "textquoteright", "’" }, { "textquotesingle", "'" }, { "textregistered", "®" }, { "textsection", "§" },
  { "textsterling", "£" }, { "texttrademark", "™" }, { "textunderscore", "_" }, { "th", "þ" }, { "times", "×" },
};

/* Commands that go, while the text in their braces stays. */
static const char * const transparent[] = {
  "bf", "bfseries", "em", "emph", "ensuremath", "hbox", "it", "itshape", "mathit", "mathrm", "mbox", "mkbibemph",
  "nocase", "nolinkurl", "normalfont", "path", "protect", "relax", "rm", "rmfamily", "sc", "scshape", "sf", "sl",
  "text", "textbf", "textcyrillic", "textit", "textmd", "textnormal", "textrm", "textsc", "textsf", "textsl",
  "textsubscript", "textsuperscript", "texttt", "textup", "tt", "underline", "uppercase", "url", NULL,
};

/* Commands whose first braces go with all that is in them. */
static const char * const hiding[] = { "foreignlanguage", "href", "noopsort", "selectlanguage", "textcolor", NULL };

/* Accents, and what is put behind the letter. */
static const struct
{
  char        command;
  const char *mark;
} accents[] = {
  { '`', "\u0300" }, { '\'', "\u0301" }, { '^', "\u0302" }, { '~', "\u0303" }, { '"', "\u0308" }, { '=', "\u0304" },
  { '.', "\u0307" }, { 'u', "\u0306" }, { 'v', "\u030c" }, { 'H', "\u030b" }, { 'c', "\u0327" }, { 'k', "\u0328" },
  { 'r', "\u030a" }, { 'd', "\u0323" }, { 'b', "\u0331" }, { 't', "\u0361" }, { 'U', "\u030e" }, { 'G', "\u030f" },
};

typedef struct
{
  const char *p;
  const char *end;
  GString    *out;
  GPtrArray  *unknown; /* may be NULL */
  int         depth;
} Tex;

static void convert (Tex *tex);

/* ---- pieces ---- */

static int
compare_symbol (const void *key,
                const void *symbol)
{
  return strcmp (key, ((const Symbol *) symbol)->command);
}

static const char *
find_accent (char command)
{
  for (size_t i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].command == command)
      return accents[i].mark;
  return NULL;
}

static void
skip_space (Tex *tex)
{
  while (tex->p < tex->end && g_ascii_isspace (*tex->p))
    tex->p++;
}

const char *
talks_tex_skip_group (const char *text,
                      const char *end)
{
  int depth = 0;

  g_assert (text < end && *text == '{');
  for (; text < end; text++)
    {
      if (*text == '{')
        depth++;
      else if (*text == '}' && --depth == 0)
        return text + 1;
    }
  return end;
}

/* The text in the braces that come next; "" when there are none. Free with g_free(). */
static char *
take_group (Tex *tex)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Tex inner = { NULL, NULL, out, tex->unknown, tex->depth + 1 };

  skip_space (tex);
  if (tex->p == tex->end || *tex->p != '{')
    return g_strdup ("");
  inner.p = tex->p + 1;
  tex->p = talks_tex_skip_group (tex->p, tex->end);
  inner.end = tex->p[-1] == '}' && tex->p > inner.p ? tex->p - 1 : tex->p;
  convert (&inner);
  return g_strdup (out->str);
}

/* What an accent stands on: braces, a dotless i, or a letter. */
static char *
take_letter (Tex *tex)
{
  const char *start;

  skip_space (tex);
  if (tex->p == tex->end)
    return g_strdup ("");
  if (*tex->p == '{')
    return take_group (tex);
  if (*tex->p == '\\' && tex->p + 1 < tex->end && (tex->p[1] == 'i' || tex->p[1] == 'j')
      && (tex->p + 2 == tex->end || !g_ascii_isalpha (tex->p[2])))
    {
      tex->p += 2;
      start = tex->p - 1;
      skip_space (tex);
      return g_strndup (start, 1);
    }
  if (*tex->p == '\\' || *tex->p == '}')
    return g_strdup ("");
  start = tex->p;
  tex->p = g_utf8_next_char (tex->p);
  return g_strndup (start, (size_t) (tex->p - start));
}

static void
put_accent (Tex        *tex,
            char        command,
            const char *mark)
{
  g_autofree char *letters = take_letter (tex);
  const char *base = letters;
  size_t length;

  /* "\~{}" is the mark itself. */
  if (*letters == '\0')
    {
      g_string_append_c (tex->out, command);
      return;
    }
  if (g_str_has_prefix (letters, "ı"))
    base = "i";
  else if (g_str_has_prefix (letters, "ȷ"))
    base = "j";
  length = (size_t) (g_utf8_next_char (base) - base);
  g_string_append_len (tex->out, base, (gssize) length);
  g_string_append (tex->out, mark);
  g_string_append (tex->out, g_utf8_next_char (letters));
}

static void
note_unknown (Tex        *tex,
              const char *name)
{
  if (tex->unknown == NULL || g_ptr_array_find_with_equal_func (tex->unknown, name, g_str_equal, NULL))
    return;
  g_ptr_array_add (tex->unknown, g_strdup (name));
}

/* A command of letters. */
static void
put_word (Tex        *tex,
          const char *name)
{
  const Symbol *symbol = bsearch (name, symbols, G_N_ELEMENTS (symbols), sizeof symbols[0], compare_symbol);

  if (symbol != NULL)
    g_string_append (tex->out, symbol->text);
  else if ((strcmp (name, "enquote") == 0 || strcmp (name, "mkbibquote") == 0) && tex->depth < MAX_DEPTH)
    {
      g_autofree char *text = take_group (tex);

      g_string_append_printf (tex->out, "“%s”", text);
    }
  else if (g_strv_contains (hiding, name))
    {
      if (tex->p < tex->end && *tex->p == '{')
        tex->p = talks_tex_skip_group (tex->p, tex->end);
    }
  else if (!g_strv_contains (transparent, name))
    note_unknown (tex, name);
}

static void
put_command (Tex *tex)
{
  const char *start = ++tex->p;
  g_autofree char *name = NULL;
  const char *mark;

  while (tex->p < tex->end && g_ascii_isalpha (*tex->p))
    tex->p++;
  if (tex->p == tex->end && tex->p == start)
    return;
  if (tex->p == start)
    tex->p = g_utf8_next_char (tex->p);
  mark = tex->p == start + 1 ? find_accent (*start) : NULL;
  if (mark != NULL && tex->depth < MAX_DEPTH)
    put_accent (tex, *start, mark);
  else if (g_ascii_isalpha (*start))
    {
      name = g_strndup (start, (size_t) (tex->p - start));
      skip_space (tex);
      put_word (tex, name);
    }
  else if (*start == '\\')
    g_string_append_c (tex->out, '\n');
  else if (strchr (",;: \t\r\n", *start) != NULL)
    g_string_append_c (tex->out, ' ');
  else if (strchr ("-/!@()", *start) == NULL)
    g_string_append_len (tex->out, start, tex->p - start);
}

/* Characters that stand for others. TRUE when there were some. */
static gboolean
put_ligature (Tex *tex)
{
  static const struct { const char *tex; const char *text; } ligatures[] = {
    { "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" }, { ",,", "„" }, { "!`", "¡" }, { "?`", "¿" }, { "`", "‘" },
    { "~", " " }, { "$", "" }, { "{", "" }, { "}", "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (ligatures); i++)
    {
      size_t length = strlen (ligatures[i].tex);

      if ((size_t) (tex->end - tex->p) >= length && memcmp (tex->p, ligatures[i].tex, length) == 0)
        {
          g_string_append (tex->out, ligatures[i].text);
          tex->p += length;
          return TRUE;
        }
    }
  return FALSE;
}

static void
convert (Tex *tex)
{
  while (tex->p < tex->end)
    {
      if (*tex->p == '\\')
        put_command (tex);
      else if (!put_ligature (tex))
        g_string_append_c (tex->out, *tex->p++);
    }
}

/* ---- whole texts ---- */

/* One space for many; line breaks, which were "\\", stay. */
static char *
fold_space (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char last = out->len > 0 ? out->str[out->len - 1] : '\n';

      if (*p == '\n')
        {
          if (last == ' ')
            g_string_truncate (out, out->len - 1);
          g_string_append_c (out, '\n');
        }
      else if (*p != ' ' || (last != ' ' && last != '\n'))
        g_string_append_c (out, *p);
    }
  return g_strstrip (g_string_free (out, FALSE));
}

char *
talks_tex_to_text (const char *tex,
                   GPtrArray  *unknown)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *flat = NULL;
  g_autofree char *normal = NULL;
  Tex state;

  g_return_val_if_fail (tex != NULL, NULL);

  flat = g_strdelimit (g_strdup (tex), "\r\n\t", ' ');
  state = (Tex) { flat, flat + strlen (flat), out, unknown, 0 };
  convert (&state);
  normal = g_utf8_normalize (out->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return fold_space (normal != NULL ? normal : out->str);
}

char *
talks_tex_to_address (const char *tex)
{
  GString *out;

  g_return_val_if_fail (tex != NULL, NULL);

  out = g_string_new (NULL);
  for (const char *p = tex; *p != '\0'; p++)
    {
      if (g_str_has_prefix (p, "\\url"))
        p += strlen ("\\url") - 1;
      else if (g_str_has_prefix (p, "\\textasciitilde") || g_str_has_prefix (p, "\\~"))
        {
          g_string_append_c (out, '~');
          p += p[1] == '~' ? 1 : strlen ("\\textasciitilde") - 1;
        }
      else if (g_str_has_prefix (p, "\\textunderscore"))
        {
          g_string_append_c (out, '_');
          p += strlen ("\\textunderscore") - 1;
        }
      else if (*p != '\\' && *p != '{' && *p != '}' && !g_ascii_isspace (*p))
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

char *
talks_tex_from_text (const char *text)
{
  static const char escaped[] = "&%$#_";
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr (escaped, *p) != NULL)
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\\')
        g_string_append (out, "\\textbackslash{}");
      else if (*p == '{')
        g_string_append (out, "\\textbraceleft{}");
      else if (*p == '}')
        g_string_append (out, "\\textbraceright{}");
      else if (*p == '~')
        g_string_append (out, "\\textasciitilde{}");
      else if (*p == '^')
        g_string_append (out, "\\textasciicircum{}");
      else if (*p == '`')
        g_string_append (out, "\\textasciigrave{}");
      else if (*p == '\n')
        g_string_append (out, "\\\\ ");
      /* So that two of them stay two. */
      else if (strchr ("-',", *p) != NULL && p > text && p[-1] == *p)
        g_string_append_printf (out, "{}%c", *p);
      else
        g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}
