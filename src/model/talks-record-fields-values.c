/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values of fields: whether they are there, equality, copies. */

#include "talks-record-fields.h"

#include <string.h>

#define VALUE TALKS_FIELD_VALUE

static const char * const no_strings[] = { NULL };

/* ---- absence ---- */

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static gboolean
is_blank_text (const TalksText *text)
{
  const char * const *texts;

  if (text == NULL)
    return TRUE;
  texts = talks_text_get_texts (text);
  for (guint i = 0; texts[i] != NULL; i++)
    if (!is_blank (texts[i]))
      return FALSE;
  return TRUE;
}

static const char * const *
get_strings (const TalksField *field,
             gconstpointer     owner)
{
  char **strings = VALUE (field, owner, char **);

  return strings != NULL ? (const char * const *) strings : no_strings;
}

static guint
get_length (const TalksField *field,
            gconstpointer     owner)
{
  GPtrArray *list = VALUE (field, owner, GPtrArray *);

  return list != NULL ? list->len : 0;
}

/* Whether the text is that of another field, which stands in for it. */
static gboolean
is_stood_in_for (const TalksField *field,
                 gconstpointer     owner)
{
  return field->defaults_to != 0
         && VALUE (field, owner, TalksText *) == G_STRUCT_MEMBER (TalksText *, owner, field->defaults_to);
}

gboolean
talks_field_is_absent (const TalksField *field,
                       gconstpointer     owner)
{
  g_return_val_if_fail (field != NULL, TRUE);
  g_return_val_if_fail (owner != NULL, TRUE);

  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      return is_blank (VALUE (field, owner, char *));
    case TALKS_FIELD_TEXT:
      return is_stood_in_for (field, owner) || is_blank_text (VALUE (field, owner, TalksText *));
    case TALKS_FIELD_DATE:
    case TALKS_FIELD_STRUCT:
      return VALUE (field, owner, gpointer) == NULL;
    case TALKS_FIELD_BOOLEAN:
    case TALKS_FIELD_COORDINATES:
      return !VALUE (field, owner, gboolean);
    case TALKS_FIELD_STRINGS:
      return *get_strings (field, owner) == NULL;
    case TALKS_FIELD_LIST:
      return get_length (field, owner) == 0;
    case TALKS_FIELD_WORD:
    default:
      return FALSE;
    }
}

/* ---- equality ---- */

static gboolean
lists_equal (const TalksField *field,
             const GPtrArray  *a,
             const GPtrArray  *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!talks_field_set_equal (field->parts, a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
coordinates_equal (const TalksPlace *a,
                   const TalksPlace *b)
{
  return a->latitude == b->latitude && a->longitude == b->longitude;
}

gboolean
talks_field_equal (const TalksField *field,
                   gconstpointer     a,
                   gconstpointer     b)
{
  gboolean absent;

  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  absent = talks_field_is_absent (field, a);
  if (absent != talks_field_is_absent (field, b))
    return FALSE;
  if (absent)
    return TRUE;

  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      return strcmp (VALUE (field, a, char *), VALUE (field, b, char *)) == 0;
    case TALKS_FIELD_TEXT:
      return talks_text_equal (VALUE (field, a, TalksText *), VALUE (field, b, TalksText *));
    case TALKS_FIELD_DATE:
      return strcmp (talks_date_get_text (VALUE (field, a, TalksDate *)),
                     talks_date_get_text (VALUE (field, b, TalksDate *))) == 0;
    case TALKS_FIELD_WORD:
      return VALUE (field, a, int) == VALUE (field, b, int);
    case TALKS_FIELD_COORDINATES:
      return coordinates_equal (a, b);
    case TALKS_FIELD_STRINGS:
      return g_strv_equal (get_strings (field, a), get_strings (field, b));
    case TALKS_FIELD_STRUCT:
      return talks_field_set_equal (field->parts, VALUE (field, a, gpointer), VALUE (field, b, gpointer));
    case TALKS_FIELD_LIST:
      return lists_equal (field, VALUE (field, a, GPtrArray *), VALUE (field, b, GPtrArray *));
    case TALKS_FIELD_BOOLEAN: /* Both are TRUE. */
    default:
      return TRUE;
    }
}

gboolean
talks_field_set_equal (const TalksFieldSet *self,
                       gconstpointer        a,
                       gconstpointer        b)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  for (guint i = 0; i < self->n_fields; i++)
    if (!talks_field_equal (&self->fields[i], a, b))
      return FALSE;
  return TRUE;
}

gboolean
talks_record_equal (const TalksRecord *a,
                    const TalksRecord *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->kind != b->kind || strcmp (a->id, b->id) != 0)
    return FALSE;
  return talks_field_set_equal (talks_record_kind_get_fields (a->kind), a, b);
}

/* ---- copies ---- */

static void
set_text (TalksText **place,
          TalksText  *text)
{
  TalksText *old = *place;

  *place = text != NULL ? talks_text_ref (text) : NULL;
  g_clear_pointer (&old, talks_text_unref);
}

static void
copy_text (const TalksField *field,
           gconstpointer     from,
           gpointer          into)
{
  TalksText **place = &VALUE (field, into, TalksText *);
  TalksText **other = field->default_of != 0 ? &G_STRUCT_MEMBER (TalksText *, into, field->default_of) : NULL;
  gboolean stands_in = other != NULL && *other == *place;

  if (is_stood_in_for (field, from))
    set_text (place, G_STRUCT_MEMBER (TalksText *, into, field->defaults_to));
  else
    set_text (place, VALUE (field, from, TalksText *));
  if (stands_in)
    set_text (other, *place);
}

static GPtrArray *
copy_list (const TalksField *field,
           const GPtrArray  *list)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (field->parts->free);

  for (guint i = 0; list != NULL && i < list->len; i++)
    g_ptr_array_add (copy, talks_field_set_copy (field->parts, list->pdata[i]));
  return copy;
}

static void
copy_part (const TalksField *field,
           gconstpointer     from,
           gpointer          into)
{
  gpointer part = VALUE (field, from, gpointer);
  gpointer old = VALUE (field, into, gpointer);

  VALUE (field, into, gpointer) = part != NULL ? talks_field_set_copy (field->parts, part) : NULL;
  if (old != NULL)
    field->parts->free (old);
}

static void
copy_date (const TalksField *field,
           gconstpointer     from,
           gpointer          into)
{
  TalksDate *date = VALUE (field, from, TalksDate *);
  TalksDate *old = VALUE (field, into, TalksDate *);

  VALUE (field, into, TalksDate *) = date != NULL ? talks_date_ref (date) : NULL;
  g_clear_pointer (&old, talks_date_unref);
}

void
talks_field_copy (const TalksField *field,
                  gconstpointer     from,
                  gpointer          into)
{
  g_return_if_fail (field != NULL);
  g_return_if_fail (from != NULL && into != NULL);

  if (from == into)
    return;
  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      g_free (VALUE (field, into, char *));
      VALUE (field, into, char *) = g_strdup (VALUE (field, from, char *));
      break;
    case TALKS_FIELD_TEXT:
      copy_text (field, from, into);
      break;
    case TALKS_FIELD_DATE:
      copy_date (field, from, into);
      break;
    case TALKS_FIELD_BOOLEAN:
    case TALKS_FIELD_WORD:
      VALUE (field, into, int) = VALUE (field, from, int);
      break;
    case TALKS_FIELD_COORDINATES:
      ((TalksPlace *) into)->has_coordinates = ((const TalksPlace *) from)->has_coordinates;
      ((TalksPlace *) into)->latitude = ((const TalksPlace *) from)->latitude;
      ((TalksPlace *) into)->longitude = ((const TalksPlace *) from)->longitude;
      break;
    case TALKS_FIELD_STRINGS:
      g_strfreev (VALUE (field, into, char **));
      VALUE (field, into, char **) = g_strdupv ((char **) get_strings (field, from));
      break;
    case TALKS_FIELD_STRUCT:
      copy_part (field, from, into);
      break;
    case TALKS_FIELD_LIST:
    default:
      {
        GPtrArray *old = VALUE (field, into, GPtrArray *);

        VALUE (field, into, GPtrArray *) = copy_list (field, VALUE (field, from, GPtrArray *));
        g_clear_pointer (&old, g_ptr_array_unref);
      }
      break;
    }
}

gpointer
talks_field_set_copy (const TalksFieldSet *self,
                      gconstpointer        part)
{
  gpointer copy;

  g_return_val_if_fail (self != NULL && self->free != NULL, NULL);
  g_return_val_if_fail (part != NULL, NULL);

  copy = g_malloc0 (self->size);
  for (guint i = 0; i < self->n_fields; i++)
    talks_field_copy (&self->fields[i], part, copy);
  return copy;
}

gpointer
talks_record_copy (const TalksRecord *record)
{
  const TalksFieldSet *set;
  gpointer copy;

  g_return_val_if_fail (record != NULL, NULL);

  set = talks_record_kind_get_fields (record->kind);
  copy = talks_record_new (record->kind, record->id);
  for (guint i = 0; i < set->n_fields; i++)
    talks_field_copy (&set->fields[i], record, copy);
  return copy;
}
