/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values and names as they can be read. */

#include "talks-merge-private.h"

#include <string.h>

#include "talks-field-words.h"
#include "talks-gettext.h"
#include "talks-shown.h"

#define VALUE TALKS_FIELD_VALUE

/* ---- values ---- */

static char *
text_to_words (const TalksText *text)
{
  const char * const *langs = talks_text_get_languages (text);
  const char * const *texts = talks_text_get_texts (text);
  GString *words;

  if (*langs == NULL)
    return g_strdup (*texts);
  words = g_string_new (NULL);
  for (guint i = 0; langs[i] != NULL; i++)
    g_string_append_printf (words, "%s%s: %s", i > 0 ? "\n" : "", langs[i], texts[i]);
  return g_string_free (words, FALSE);
}

/* What an id stands for, where that can be found. */
static char *
id_to_words (TalksMerge *self,
             const char *id)
{
  for (TalksMergeSide side = TALKS_SIDE_OURS; self != NULL && side < TALKS_N_SIDES; side++)
    {
      TalksRecord *record = talks_document_lookup (self->sides[side], id);

      if (record != NULL)
        return talks_merge_dup_title (self, record);
    }
  return g_strdup (id);
}

static char *
strings_to_words (TalksMerge       *self,
                  const TalksField *field,
                  char            **strings)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; strings[i] != NULL; i++)
    {
      g_autofree char *one = field->refers_to != 0 ? id_to_words (self, strings[i]) : g_strdup (strings[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", one);
    }
  return g_string_free (words, FALSE);
}

static char *
coordinates_to_words (const TalksPlace *place)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (latitude, sizeof latitude, place->latitude);
  g_ascii_dtostr (longitude, sizeof longitude, place->longitude);
  return g_strdup_printf ("%s, %s", latitude, longitude);
}

char *
talks_merge_part_to_words (TalksMerge          *self,
                           const TalksFieldSet *set,
                           gconstpointer        part)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < set->n_fields; i++)
    {
      g_autofree char *value = talks_merge_value_to_words (self, &set->fields[i], part);

      if (value != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", value);
    }
  return g_string_free (words, FALSE);
}

char *
talks_merge_value_to_words (TalksMerge       *self,
                            const TalksField *field,
                            gconstpointer     owner)
{
  if (talks_field_is_absent (field, owner))
    return NULL;
  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      return field->refers_to != 0 ? id_to_words (self, VALUE (field, owner, char *))
                                   : g_strdup (VALUE (field, owner, char *));
    case TALKS_FIELD_TEXT:
      return text_to_words (VALUE (field, owner, TalksText *));
    case TALKS_FIELD_DATE:
      return g_strdup (talks_date_get_text (VALUE (field, owner, TalksDate *)));
    case TALKS_FIELD_WORD:
      return g_strdup (field->words->to_name (VALUE (field, owner, int)));
    case TALKS_FIELD_BOOLEAN:
      return g_strdup (_("yes"));
    case TALKS_FIELD_COORDINATES:
      return coordinates_to_words (owner);
    case TALKS_FIELD_STRINGS:
      return strings_to_words (self, field, VALUE (field, owner, char **));
    case TALKS_FIELD_STRUCT:
      return talks_merge_part_to_words (self, field->parts, VALUE (field, owner, gpointer));
    case TALKS_FIELD_LIST:
    default:
      {
        g_autoptr (GPtrArray) keys = talks_merge_list_keys (field, owner);

        g_ptr_array_add (keys, NULL);
        return g_strjoinv (", ", (char **) keys->pdata);
      }
    }
}

/* ---- names ---- */

char *
talks_merge_dup_title (TalksMerge        *self,
                       const TalksRecord *record)
{
  return talks_shown_dup_line (talks_record_get_title (record, talks_document_get_language (self->given[TALKS_SIDE_OURS])));
}

/* Whether a component of the field of a conflict is a name of a field, rather than the key of a part ("anna" in
 * "attendance/anna/role") or a language at its end. */
static gboolean
is_name (const TalksConflict  *conflict,
         char                **parts,
         guint                 i)
{
  const TalksField *field = talks_field_set_find (talks_record_kind_get_fields (conflict->kind), parts[0]);
  const gboolean in_list = field != NULL && field->type == TALKS_FIELD_LIST;

  if (i == 0)
    return TRUE;
  if (in_list && i <= 2)
    return i == 2;
  return parts[i + 1] != NULL || strlen (parts[i]) > 3;
}

char *
talks_conflict_field_to_words (const TalksConflict *conflict)
{
  g_auto (GStrv) parts = NULL;
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (conflict != NULL, NULL);

  parts = g_strsplit (conflict->field, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *plain = g_uri_unescape_string (parts[i], NULL);

      g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", is_name (conflict, parts, i) ? talks_field_words_name (plain) : plain);
    }
  return g_string_free (words, FALSE);
}

char *
talks_merge_list_differences (const TalksRecord *a,
                              const TalksRecord *b)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (a->kind);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < set->n_fields; i++)
    if (!talks_field_equal (&set->fields[i], a, b))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", talks_field_words_name (set->fields[i].name));
  return g_string_free (words, FALSE);
}
