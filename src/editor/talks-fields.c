/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-fields.h"

TalksFormFieldMaker
talks_fields_choose (const TalksFormRow *row,
                     const TalksField   *field)
{
  g_return_val_if_fail (row != NULL, NULL);

  if (row->make != NULL)
    return row->make;
  g_return_val_if_fail (field != NULL, NULL);

  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      if (field->refers_to != 0)
        return talks_reference_field_new;
      return row->words != NULL || row->collect != NULL ? talks_word_field_new : talks_text_field_new;
    case TALKS_FIELD_TEXT:
      return talks_text_field_new;
    case TALKS_FIELD_DATE:
      return talks_date_field_new;
    case TALKS_FIELD_BOOLEAN:
      return talks_check_field_new;
    case TALKS_FIELD_WORD:
      return talks_word_field_new;
    case TALKS_FIELD_COORDINATES:
      return talks_coordinates_field_new;
    case TALKS_FIELD_STRINGS:
      return field->refers_to != 0 ? talks_references_field_new : talks_strings_field_new;
    case TALKS_FIELD_STRUCT:
      return talks_struct_field_new;
    case TALKS_FIELD_LIST:
    default:
      return talks_list_field_new;
    }
}

void
talks_form_store_text (const TalksField *field,
                       gpointer          owner,
                       TalksText        *text)
{
  TalksText **place;
  TalksText **other = NULL;
  TalksText *old;

  g_return_if_fail (field != NULL && field->type == TALKS_FIELD_TEXT);
  g_return_if_fail (owner != NULL);

  place = &TALKS_FIELD_VALUE (field, owner, TalksText *);
  old = *place;
  if (field->default_of != 0 && G_STRUCT_MEMBER (TalksText *, owner, field->default_of) == old)
    other = &G_STRUCT_MEMBER (TalksText *, owner, field->default_of);
  if (text == NULL && field->defaults_to != 0)
    text = G_STRUCT_MEMBER (TalksText *, owner, field->defaults_to);

  *place = text != NULL ? talks_text_ref (text) : NULL;
  g_clear_pointer (&old, talks_text_unref);
  if (other != NULL)
    {
      g_clear_pointer (other, talks_text_unref);
      *other = text != NULL ? talks_text_ref (text) : NULL;
    }
}
