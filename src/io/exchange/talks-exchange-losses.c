/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a format leaves out is found out, not written down: whatever a record says and the format does not claim to
 * hold is a loss, also where the document learns something new. */

#include "talks-exchange-private.h"

#include <string.h>

#include "talks-field-words.h"
#include "talks-gettext.h"
#include "talks-wording.h"

typedef struct
{
  TalksExchange *exchange;
  char         **held;      /* of the kind that is looked at */
  gboolean       all_languages;
  GPtrArray     *lost;      /* of char *: paths, each once, in the order of the tables */
  GPtrArray     *languages; /* of char *: tags left out, each once */
} Search;

static gboolean
is_held (const Search *search,
         const char   *path)
{
  for (char **held = search->held; *held != NULL; held++)
    {
      size_t length = strlen (*held);

      if (strcmp (*held, "*") == 0
          || (strncmp (path, *held, length) == 0 && (path[length] == '\0' || path[length] == '.')))
        return TRUE;
    }
  return FALSE;
}

static void
add_once (GPtrArray  *list,
          const char *word)
{
  if (!g_ptr_array_find_with_equal_func (list, word, g_str_equal, NULL))
    g_ptr_array_add (list, g_strdup (word));
}

/* Tags of the texts that are not the one that the reader gets. */
static void
note_languages (Search          *search,
                const TalksText *text)
{
  const char *shown = talks_text_get (text, search->exchange->language);
  const char * const *tags = talks_text_get_languages (text);
  const char * const *texts = talks_text_get_texts (text);

  for (guint i = 0; tags[i] != NULL; i++)
    if (texts[i] != shown && strcmp (texts[i], shown) != 0)
      add_once (search->languages, tags[i]);
}

static void look_at_fields (Search              *search,
                            const TalksFieldSet *fields,
                            gconstpointer        owner,
                            const char          *prefix);

static void
look_at_parts (Search           *search,
               const TalksField *field,
               gconstpointer     owner,
               const char       *path)
{
  g_autofree char *prefix = g_strconcat (path, ".", NULL);
  const GPtrArray *parts;

  if (field->type == TALKS_FIELD_STRUCT)
    {
      look_at_fields (search, field->parts, TALKS_FIELD_VALUE (field, owner, gpointer), prefix);
      return;
    }
  parts = TALKS_FIELD_VALUE (field, owner, GPtrArray *);
  for (guint i = 0; i < parts->len; i++)
    look_at_fields (search, field->parts, parts->pdata[i], prefix);
}

static void
look_at_fields (Search              *search,
                const TalksFieldSet *fields,
                gconstpointer        owner,
                const char          *prefix)
{
  for (guint i = 0; i < fields->n_fields; i++)
    {
      const TalksField *field = &fields->fields[i];
      g_autofree char *path = g_strconcat (prefix, field->name, NULL);

      /* The first word of a vocabulary is what goes without saying. */
      if (talks_field_is_absent (field, owner)
          || (field->type == TALKS_FIELD_WORD && TALKS_FIELD_VALUE (field, owner, int) == 0))
        continue;
      if (field->parts != NULL)
        look_at_parts (search, field, owner, path);
      else if (!is_held (search, path))
        add_once (search->lost, path);
      else if (field->type == TALKS_FIELD_TEXT && !search->all_languages)
        note_languages (search, TALKS_FIELD_VALUE (field, owner, TalksText *));
    }
}

/* ---- words ---- */

static char *
join (GPtrArray *words)
{
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

/* Whether anything of the part that a path begins with is held. */
static gboolean
is_part_held (const Search *search,
              const char   *name,
              size_t        length)
{
  for (char **held = search->held; *held != NULL; held++)
    if (strncmp (*held, name, length) == 0 && (*held)[length] == '.')
      return TRUE;
  return FALSE;
}

/* "Quote (Language, Translated)" of all that is lost and begins with that name. Of a part that is lost as a whole, the
 * name says all. */
static char *
describe_lost (const Search *search,
               const char   *name)
{
  size_t length = strlen (name);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < search->lost->len; i++)
    {
      const char *path = search->lost->pdata[i];
      g_auto (GStrv) names = NULL;

      if (strncmp (path, name, length) != 0 || path[length] != '.')
        continue;
      /* Of a part within a part, the part: what is in it would be too much. */
      names = g_strsplit (path + length + 1, ".", -1);
      add_once (members, talks_field_words_name (names[0]));
    }
  if (members->len == 0 || !is_part_held (search, name, length))
    return g_strdup (talks_field_words_name (name));
  list = join (members);
  /* Translators: the name of a field, and of what it is made of: "Quote (Language, Translated)". */
  return g_strdup_printf (_("%1$s (%2$s)"), talks_field_words_name (name), list);
}

static char *
describe_all_lost (const Search *search)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < search->lost->len; i++)
    {
      const char *path = search->lost->pdata[i];
      g_autofree char *name = g_strndup (path, strcspn (path, "."));
      g_autofree char *one = describe_lost (search, name);

      /* Parts come up once for each of their members. */
      add_once (words, one);
    }
  return join (words);
}

static void
tell_kind (Search          *search,
           TalksRecordKind  kind,
           const char      *held)
{
  GPtrArray *records = search->exchange->records[kind];
  const char *list = talks_field_words_kinds (kind);
  g_autofree char *lost = NULL;

  if (records->len == 0)
    return;
  if (held == NULL)
    {
      talks_exchange_lose (search->exchange,
                           /* Translators: the second is a kind of record: "Annotations". */
                           g_strdup_printf (ngettext ("%1$u record of “%2$s” has no place of its own in the file.",
                                                      "%1$u records of “%2$s” have no place of their own in the file.",
                                                      records->len), records->len, list));
      return;
    }
  search->held = g_strsplit (held, " ", -1);
  search->lost = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < records->len; i++)
    look_at_fields (search, talks_record_kind_get_fields (kind), records->pdata[i], "");
  if (search->lost->len > 0)
    {
      lost = describe_all_lost (search);
      talks_exchange_lose (search->exchange,
                           /* Translators: a kind of record, "Events", and names of fields. */
                           g_strdup_printf (_("The file does not hold of “%1$s”: %2$s."), list, lost));
    }
  g_clear_pointer (&search->lost, g_ptr_array_unref);
  g_clear_pointer (&search->held, g_strfreev);
}

void
talks_exchange_tell_losses (TalksExchange      *self,
                            const char * const *held,
                            gboolean            all_languages)
{
  /* Not for the file, but for whoever exports it. */
  G_GNUC_UNUSED g_autoptr (TalksWording) wording = talks_wording_begin (NULL);
  Search search = { .exchange = self, .all_languages = all_languages };

  search.languages = g_ptr_array_new_with_free_func (g_free);
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    tell_kind (&search, (TalksRecordKind) kind, held[kind]);
  if (search.languages->len > 0)
    {
      g_autofree char *tags = join (search.languages);

      /* Translators: tags of languages: "uk, tr". */
      talks_exchange_lose (self, g_strdup_printf (_("The file holds each text in one language; left out are texts in: %s."),
                                                  tags));
    }
  g_ptr_array_unref (search.languages);
}
