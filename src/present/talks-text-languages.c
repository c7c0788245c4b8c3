/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-text-languages.h"

#include <string.h>

#include "talks-record-fields.h"

static void
add_tag (GPtrArray  *tags,
         const char *tag)
{
  for (guint i = 0; i < tags->len; i++)
    if (g_ascii_strcasecmp (tags->pdata[i], tag) == 0)
      return;
  g_ptr_array_add (tags, g_strdup (tag));
}

static void
add_tags_of (GPtrArray       *tags,
             const TalksText *text)
{
  const char * const *languages = text != NULL ? talks_text_get_languages (text) : NULL;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    add_tag (tags, languages[i]);
}

static void
collect (GPtrArray           *tags,
         const TalksFieldSet *set,
         gconstpointer        owner)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (talks_field_is_absent (field, owner))
        continue;
      if (field->type == TALKS_FIELD_TEXT)
        {
          add_tags_of (tags, TALKS_FIELD_VALUE (field, owner, TalksText *));
        }
      else if (field->type == TALKS_FIELD_STRUCT)
        {
          collect (tags, field->parts, TALKS_FIELD_VALUE (field, owner, gpointer));
        }
      else if (field->type == TALKS_FIELD_LIST)
        {
          GPtrArray *list = TALKS_FIELD_VALUE (field, owner, GPtrArray *);

          for (guint k = 0; k < list->len; k++)
            collect (tags, field->parts, list->pdata[k]);
        }
    }
}

char **
talks_text_languages_list (TalksDocument *document)
{
  GPtrArray *tags = g_ptr_array_new ();

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  add_tag (tags, talks_document_get_language (document));
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);
      const TalksFieldSet *set = talks_record_kind_get_fields (kind);

      for (guint i = 0; i < records->len; i++)
        collect (tags, set, records->pdata[i]);
    }
  g_ptr_array_add (tags, NULL);
  return (char **) g_ptr_array_free (tags, FALSE);
}

/* "pt" of "pt-BR". */
static gboolean
is_same_language (const char *a,
                  const char *b)
{
  const size_t n = strcspn (a, "-");

  return n == strcspn (b, "-") && g_ascii_strncasecmp (a, b, n) == 0;
}

static const char *
find (const char * const *tags,
      const char         *lang)
{
  for (guint i = 0; tags[i] != NULL; i++)
    if (g_ascii_strcasecmp (tags[i], lang) == 0)
      return tags[i];
  for (guint i = 0; tags[i] != NULL; i++)
    if (is_same_language (tags[i], lang))
      return tags[i];
  return NULL;
}

const char *
talks_text_languages_choose (const char * const *tags,
                             const char         *lang)
{
  const char *found;

  g_return_val_if_fail (tags != NULL && tags[0] != NULL, NULL);

  found = lang != NULL ? find (tags, lang) : NULL;
  return found != NULL ? found : tags[0];
}

gboolean
talks_text_languages_has (const char * const *tags,
                          const char         *lang)
{
  g_return_val_if_fail (tags != NULL && lang != NULL, FALSE);

  return find (tags, lang) != NULL;
}
