/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The way of a record into an import: is it whole, is it small enough to be read again, which id does it get. */

#include "talks-import-private.h"

#include <string.h>

#include "talks-document-reader.h"
#include "talks-field-words.h"
#include "talks-gettext.h"
#include "talks-record-id.h"

#define MAX_GIVEN_ID 200 /* bytes */

/* ---- whole ---- */

gboolean
talks_import_is_complete (const TalksFieldSet *fields,
                          gconstpointer        owner,
                          const char         **missing)
{
  for (guint i = 0; i < fields->n_fields; i++)
    if (fields->fields[i].required && talks_field_is_absent (&fields->fields[i], owner))
      {
        *missing = fields->fields[i].name;
        return FALSE;
      }
  return TRUE;
}

/* Parts that say too little are told, and go. */
static void
drop_parts (TalksImporter *self,
            TalksRecord   *record,
            unsigned       line)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (record->kind);

  for (guint i = 0; i < fields->n_fields; i++)
    {
      const TalksField *field = &fields->fields[i];
      gpointer *slot = &TALKS_FIELD_VALUE (field, record, gpointer);
      GPtrArray *list = field->type == TALKS_FIELD_LIST ? *slot : NULL;
      const char *missing;

      if (field->type == TALKS_FIELD_STRUCT && *slot != NULL && !talks_import_is_complete (field->parts, *slot, &missing))
        {
          talks_importer_warn (self, line, talks_import_get_title (record),
                               _("“%1$s” is left out: it lacks “%2$s”."),
                               talks_field_words_name (field->name), talks_field_words_name (missing));
          field->parts->free (g_steal_pointer (slot));
        }
      for (guint j = list != NULL ? list->len : 0; j > 0; j--)
        if (!talks_import_is_complete (field->parts, list->pdata[j - 1], &missing))
          {
            talks_importer_warn (self, line, talks_import_get_title (record),
                                 _("“%1$s” is left out: it lacks “%2$s”."),
                                 talks_field_words_name (field->name), talks_field_words_name (missing));
            g_ptr_array_remove_index (list, j - 1);
          }
    }
}

/* Values that a record may not be without, and that can be given in good faith. */
static void
fill_in (TalksRecord *record)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (record->kind);

  if (record->kind == TALKS_RECORD_PARTY && ((TalksParty *) record)->color == NULL)
    ((TalksParty *) record)->color = g_strdup ("#5e5c64");
  if (record->kind == TALKS_RECORD_ANNOTATION && ((TalksAnnotation *) record)->body == NULL)
    ((TalksAnnotation *) record)->body = g_strdup ("");
  if (record->kind == TALKS_RECORD_SOURCE && ((TalksSource *) record)->type == NULL)
    ((TalksSource *) record)->type = g_strdup ("document");
  for (guint i = 0; i < fields->n_fields; i++)
    if (fields->fields[i].defaults_to != 0)
      {
        TalksText **text = &TALKS_FIELD_VALUE (&fields->fields[i], record, TalksText *);
        TalksText *other = G_STRUCT_MEMBER (TalksText *, record, fields->fields[i].defaults_to);

        if (*text == NULL && other != NULL)
          *text = talks_text_ref (other);
      }
}

/* The kind of an event is found later. */
static gboolean
check_whole (TalksImporter *self,
             TalksRecord   *record,
             unsigned       line)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (record->kind);

  for (guint i = 0; i < fields->n_fields; i++)
    {
      const TalksField *field = &fields->fields[i];

      if (!field->required || !talks_field_is_absent (field, record)
          || (record->kind == TALKS_RECORD_EVENT && strcmp (field->name, "kind") == 0))
        continue;
      talks_importer_leave (self, line, talks_import_get_title (record), _("It has no “%s”."),
                            talks_field_words_name (field->name));
      return FALSE;
    }
  return TRUE;
}

/* ---- size ---- */

static size_t
measure_string (const char *text)
{
  size_t size = 8;

  for (; text != NULL && *text != '\0'; text++)
    size += (unsigned char) *text < 0x20 ? 6 : *text == '"' || *text == '\\' ? 2 : 1;
  return size;
}

/* About what the value takes in a file. */
static size_t
measure_fields (const TalksFieldSet *fields,
                gconstpointer        owner)
{
  size_t size = 0;

  for (guint i = 0; i < fields->n_fields; i++)
    {
      const TalksField *field = &fields->fields[i];

      size += strlen (field->name) + 16;
      if (talks_field_is_absent (field, owner))
        continue;
      if (field->type == TALKS_FIELD_STRING)
        size += measure_string (TALKS_FIELD_VALUE (field, owner, char *));
      else if (field->type == TALKS_FIELD_DATE)
        size += measure_string (talks_date_get_text (TALKS_FIELD_VALUE (field, owner, TalksDate *)));
      else if (field->type == TALKS_FIELD_TEXT)
        for (const char * const *text = talks_text_get_texts (TALKS_FIELD_VALUE (field, owner, TalksText *)); *text != NULL; text++)
          size += measure_string (*text) + 64;
      else if (field->type == TALKS_FIELD_STRINGS)
        for (char **string = TALKS_FIELD_VALUE (field, owner, char **); *string != NULL; string++)
          size += measure_string (*string);
      else if (field->type == TALKS_FIELD_STRUCT)
        size += measure_fields (field->parts, TALKS_FIELD_VALUE (field, owner, gpointer));
      else if (field->type == TALKS_FIELD_LIST)
        {
          const GPtrArray *list = TALKS_FIELD_VALUE (field, owner, GPtrArray *);

          for (guint j = 0; j < list->len; j++)
            size += measure_fields (field->parts, list->pdata[j]);
        }
    }
  return size;
}

gboolean
talks_importer_fits (const TalksRecord *record)
{
  return measure_fields (talks_record_kind_get_fields (record->kind), record) + 1024 <= TALKS_DOCUMENT_MAX_RECORD_SIZE;
}

/* ---- ids ---- */

/* An id is kept when it is one word. */
static gboolean
is_id (const char *given)
{
  if (given == NULL || *given == '\0' || strlen (given) > MAX_GIVEN_ID)
    return FALSE;
  for (const char *p = given; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isgraph (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Of an address, what is behind "https://". */
static const char *
get_name (const TalksRecord *record)
{
  const char *title = talks_import_get_title (record);
  const char *colon = title != NULL && record->kind == TALKS_RECORD_SOURCE ? strstr (title, "://") : NULL;

  return colon != NULL ? colon + 3 : title;
}

static char *
make_id (TalksImporter     *self,
         const TalksRecord *record,
         const char        *given)
{
  const TalksDate *date = talks_record_get_date (record);
  g_autofree char *base = is_id (given) ? g_strdup (given) : talks_record_spell_id (record->kind, get_name (record), date);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->next, base));
  char *id = n == 0 ? g_strdup (base) : g_strdup_printf ("%s-%u", base, n);

  while (g_hash_table_contains (self->taken, id) || talks_document_lookup (self->document, id) != NULL)
    {
      g_free (id);
      n = MAX (n + 1, 2);
      id = g_strdup_printf ("%s-%u", base, n);
    }
  g_hash_table_insert (self->next, g_steal_pointer (&base), GUINT_TO_POINTER (MAX (n + 1, 2)));
  return id;
}

/* ---- adding ---- */

TalksImportItem *
talks_importer_append (TalksImporter *self,
                       gpointer       record,
                       const char    *given,
                       unsigned       line)
{
  TalksImportItem *item = g_new0 (TalksImportItem, 1);

  item->record = record;
  item->line = self->part == NULL ? line : 0;
  item->chosen = TRUE;
  g_free (item->record->id);
  item->record->id = NULL;
  item->record->id = make_id (self, record, given);
  g_hash_table_insert (self->taken, item->record->id, item);
  if (given != NULL && *given != '\0')
    {
      if (!g_hash_table_contains (self->given, given))
        {
          char *key = g_strdup (given);

          g_hash_table_insert (self->given, key, item);
          g_hash_table_insert (self->given_of, item, key);
        }
      else
        talks_importer_warn (self, line, talks_import_get_title (record),
                             _("The id “%s” stands twice in the file: what points to it means the first."), given);
    }
  g_ptr_array_add (self->import->items, item);
  self->n_parties += item->record->kind == TALKS_RECORD_PARTY;
  return item;
}

gboolean
talks_importer_add (TalksImporter *self,
                    gpointer       record,
                    const char    *given,
                    unsigned       line)
{
  drop_parts (self, record, line);
  fill_in (record);
  if (!check_whole (self, record, line))
    {
      talks_record_unref (record);
      return FALSE;
    }
  talks_importer_append (self, record, given, line);
  return TRUE;
}
