/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-text.h"

#include "talks-shown.h"

#include <string.h>

struct _TalksText
{
  gatomicrefcount ref_count;
  char          **langs; /* as written; empty if plain */
  char          **texts; /* one for each of langs; one if plain */
  char          **shown; /* what is shown of each, or NULL where that is the text; NULL if all are */
};

G_DEFINE_BOXED_TYPE (TalksText, talks_text, talks_text_ref, talks_text_unref)

/* The text under a tag of len bytes, or -1. "_" counts as "-": a locale's name will do. */
static int
find_tag (const TalksText *self,
          const char      *tag,
          size_t           len)
{
  for (int i = 0; self->langs[i] != NULL; i++)
    {
      const char *lang = self->langs[i];
      size_t at;

      for (at = 0; at < len && lang[at] != '\0'; at++)
        {
          if (g_ascii_tolower (lang[at]) != g_ascii_tolower (tag[at] == '_' ? '-' : tag[at]))
            break;
        }
      if (at == len && lang[at] == '\0')
        return i;
    }

  return -1;
}

/* The first text of that language, whatever script or region its tag names, or -1. */
static int
find_language (const TalksText *self,
               const char      *language,
               size_t           len)
{
  for (int i = 0; self->langs[i] != NULL; i++)
    {
      if (strcspn (self->langs[i], "-") == len
          && g_ascii_strncasecmp (self->langs[i], language, len) == 0)
        return i;
    }

  return -1;
}

/* RFC 4647, 3.4: cut the range from its end. (It also says to cut a single letter with what follows
 * it; no tag ends in one, so that makes no difference.) */
static int
look_up (const TalksText *self,
         const char      *range,
         size_t           len)
{
  int found;

  while ((found = find_tag (self, range, len)) < 0)
    {
      size_t cut = len;

      while (cut > 0 && range[cut - 1] != '-' && range[cut - 1] != '_')
        cut--;
      if (cut == 0)
        return find_language (self, range, len);
      len = cut - 1;
    }

  return found;
}

static void
prepare_shown (TalksText *self)
{
  guint n = g_strv_length (self->texts);

  for (guint i = 0; i < n; i++)
    {
      char *shown = talks_shown_text (self->texts[i]);

      if (shown != NULL && self->shown == NULL)
        self->shown = g_new0 (char *, n);
      if (shown != NULL)
        self->shown[i] = shown;
    }
}

TalksText *
talks_text_new_plain (const char *text)
{
  TalksText *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (TalksText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->langs = g_new0 (char *, 1);
  self->texts = g_new0 (char *, 2);
  self->texts[0] = g_strdup (text);
  prepare_shown (self);

  return self;
}

TalksText *
talks_text_new_tagged (const char * const *langs,
                       const char * const *texts)
{
  TalksText *self;
  size_t n_given;
  size_t n = 0;

  g_return_val_if_fail (langs != NULL && langs[0] != NULL, NULL);
  g_return_val_if_fail (texts != NULL, NULL);

  n_given = g_strv_length ((char **) langs);
  g_return_val_if_fail (g_strv_length ((char **) texts) == n_given, NULL);

  self = g_new0 (TalksText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->langs = g_new0 (char *, n_given + 1);
  self->texts = g_new0 (char *, n_given + 1);
  for (size_t i = 0; i < n_given; i++)
    {
      int known = find_tag (self, langs[i], strlen (langs[i]));

      if (known >= 0)
        {
          g_free (self->texts[known]);
          self->texts[known] = g_strdup (texts[i]);
        }
      else
        {
          self->langs[n] = g_strdup (langs[i]);
          self->texts[n++] = g_strdup (texts[i]);
        }
    }
  prepare_shown (self);

  return self;
}

TalksText *
talks_text_ref (TalksText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
talks_text_unref (TalksText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; self->shown != NULL && self->texts[i] != NULL; i++)
    g_free (self->shown[i]);
  g_free (self->shown);
  g_strfreev (self->langs);
  g_strfreev (self->texts);
  g_free (self);
}

/* Which of the texts suits a reader of lang. */
static guint
choose (const TalksText *self,
        const char      *lang)
{
  while (lang != NULL && *lang != '\0')
    {
      /* ".UTF-8" and "@latin" of a locale's name are no part of the tag. */
      size_t len = strcspn (lang, ",");
      size_t tag_len = MIN (strcspn (lang, ".@; "), len);
      int found = tag_len > 0 ? look_up (self, lang, tag_len) : -1;

      if (found >= 0)
        return (guint) found;
      lang += len;
      lang += strspn (lang, ", ");
    }

  return 0;
}

const char *
talks_text_get (const TalksText *self,
                const char      *lang)
{
  return self != NULL ? self->texts[choose (self, lang)] : NULL;
}

const char *
talks_text_show (const TalksText *self,
                 const char      *lang)
{
  guint i;

  if (self == NULL)
    return NULL;

  i = choose (self, lang);
  return self->shown != NULL && self->shown[i] != NULL ? self->shown[i] : self->texts[i];
}

const char * const *
talks_text_get_languages (const TalksText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->langs;
}

const char * const *
talks_text_get_texts (const TalksText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->texts;
}

gboolean
talks_text_has_language (const TalksText *self,
                         const char      *lang)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (lang != NULL, FALSE);

  return find_tag (self, lang, strlen (lang)) >= 0;
}

gboolean
talks_text_equal (const TalksText *a,
                  const TalksText *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return g_strv_equal ((const char * const *) a->langs, (const char * const *) b->langs)
         && g_strv_equal ((const char * const *) a->texts, (const char * const *) b->texts);
}
