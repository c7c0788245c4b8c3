/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-wording.h"

#include <string.h>

#include "talks-catalogue.h"
#include "talks-gettext.h"

/* How a language is spoken. Immutable, and made once, since texts that it gives may be kept. */
typedef struct
{
  char      *language;   /* as asked for */
  GPtrArray *catalogues; /* of TalksCatalogue, which may be others' too: the first that has a text counts */
  gboolean   is_english; /* after these, what stands in the sources; else the interface's language */
} Speech;

struct _TalksWording
{
  Speech  *before;
  GThread *thread;
};

/* By language, and by the name of the folder; values of the latter may be NULL. */
static GMutex lock;
static GHashTable *speeches;
static GHashTable *catalogues;

/* Of this thread; NULL: the interface's. */
static GPrivate current = G_PRIVATE_INIT (NULL);

/* ---- languages ---- */

static gboolean
is_english (const char *name)
{
  return g_ascii_strncasecmp (name, "en", 2) == 0 && (name[2] == '\0' || name[2] == '_');
}

/* NULL: there is none. */
static TalksCatalogue *
find_catalogue (const char *name)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (catalogues, name, NULL, &found))
    {
      g_autofree char *file = g_strconcat (GETTEXT_PACKAGE, ".mo", NULL);
      const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
      g_autofree char *path = g_build_filename (folder != NULL ? folder : "", name, "LC_MESSAGES", file, NULL);

      found = talks_catalogue_new (path);
      g_hash_table_insert (catalogues, g_strdup (name), found);
    }
  return found;
}

/* The catalogues of "zh_Hant_TW", "zh_Hant" and "zh". */
static void
add_catalogues (Speech     *speech,
                const char *name)
{
  g_autofree char *part = g_strdup (name);
  char *end = part + strlen (part);

  for (; end != NULL; end = strrchr (part, '_'))
    {
      TalksCatalogue *found;

      *end = '\0';
      found = find_catalogue (part);
      if (found != NULL)
        g_ptr_array_add (speech->catalogues, found);
    }
}

/* English is what the program speaks without a catalogue. */
static Speech *
speech_new (const char *language)
{
  g_auto (GStrv) tags = g_strsplit (language, ",", -1);
  Speech *self = g_new0 (Speech, 1);

  self->language = g_strdup (language);
  self->catalogues = g_ptr_array_new ();
  for (char **tag = tags; *tag != NULL && !self->is_english; tag++)
    {
      g_strdelimit (g_strstrip (*tag), "-", '_');
      if (**tag == '\0' || strpbrk (*tag, ":/.\\") != NULL)
        continue;
      self->is_english = is_english (*tag);
      if (!self->is_english)
        add_catalogues (self, *tag);
    }
  return self;
}

static Speech *
find_speech (const char *language)
{
  Speech *speech;

  g_mutex_lock (&lock);
  if (speeches == NULL)
    {
      speeches = g_hash_table_new (g_str_hash, g_str_equal);
      catalogues = g_hash_table_new (g_str_hash, g_str_equal);
    }
  speech = g_hash_table_lookup (speeches, language);
  if (speech == NULL)
    {
      speech = speech_new (language);
      g_hash_table_insert (speeches, speech->language, speech);
    }
  g_mutex_unlock (&lock);
  return speech;
}

/* ---- wordings ---- */

TalksWording *
talks_wording_begin (const char *language)
{
  TalksWording *self = g_new (TalksWording, 1);

  *self = (TalksWording) { g_private_get (&current), g_thread_self () };
  g_private_set (&current, language != NULL ? find_speech (language) : NULL);
  return self;
}

void
talks_wording_end (TalksWording *self)
{
  if (self == NULL)
    return;
  g_return_if_fail (self->thread == g_thread_self ());
  g_private_set (&current, self->before);
  g_free (self);
}

const char *
talks_wording_get_language (void)
{
  const Speech *speech = g_private_get (&current);

  return speech != NULL ? speech->language : NULL;
}

/* ---- words ---- */

/* NULL: the interface's language has the word. */
static const char *
find_text (const char *key,
           const char *english)
{
  const Speech *speech = g_private_get (&current);

  for (guint i = 0; speech != NULL && i < speech->catalogues->len; i++)
    {
      const char *text = talks_catalogue_get (speech->catalogues->pdata[i], key);

      if (text != NULL)
        return text;
    }
  return speech != NULL && speech->is_english ? english : NULL;
}

const char *
talks_gettext (const char *text)
{
  const char *found = find_text (text, text);

  return found != NULL ? found : g_dgettext (GETTEXT_PACKAGE, text);
}

const char *
talks_ngettext (const char *singular,
                const char *plural,
                gulong      n)
{
  const Speech *speech = g_private_get (&current);

  for (guint i = 0; speech != NULL && i < speech->catalogues->len; i++)
    {
      const char *text = talks_catalogue_get_plural (speech->catalogues->pdata[i], singular, n);

      if (text != NULL)
        return text;
    }
  if (speech != NULL && speech->is_english)
    return n == 1 ? singular : plural;
  return g_dngettext (GETTEXT_PACKAGE, singular, plural, n);
}

const char *
talks_pgettext (const char *key,
                gsize       offset)
{
  const char *found = find_text (key, key + offset);

  return found != NULL ? found : g_dpgettext (GETTEXT_PACKAGE, key, offset);
}

const char *
talks_pgettext2 (const char *context,
                 const char *text)
{
  g_autofree char *key = g_strconcat (context, "\004", text, NULL);
  const char *found = find_text (key, text);

  return found != NULL ? found : g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}
