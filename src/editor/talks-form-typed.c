/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-typed.h"

#include "talks-form-rows.h"

static char *
make_name (TalksFormField *field,
           const char     *where)
{
  const TalksField *value = talks_form_field_get_field (field);
  const char *name = value != NULL ? value->name : talks_form_field_get_row (field)->label;

  return where != NULL ? g_strconcat (where, "/", name, NULL) : g_strdup (name);
}

void
talks_form_typed_keep (GPtrArray  *fields,
                       const char *where,
                       GHashTable *typed)
{
  g_return_if_fail (fields != NULL && typed != NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      TalksFormField *field = fields->pdata[i];
      TalksFormFieldClass *klass = TALKS_FORM_FIELD_GET_CLASS (field);
      g_autofree char *name = make_name (field, where);

      if (klass->keep_typed != NULL)
        klass->keep_typed (field, name, typed);
    }
}

gboolean
talks_form_typed_take (GPtrArray  *fields,
                       const char *where,
                       GHashTable *typed)
{
  gboolean taken = FALSE;

  g_return_val_if_fail (fields != NULL && typed != NULL, FALSE);

  for (guint i = 0; i < fields->len; i++)
    {
      TalksFormField *field = fields->pdata[i];
      TalksFormFieldClass *klass = TALKS_FORM_FIELD_GET_CLASS (field);
      g_autofree char *name = make_name (field, where);

      if (klass->take_typed == NULL || !klass->take_typed (field, name, typed))
        continue;
      talks_form_rows_show_field (field);
      taken = TRUE;
    }
  return taken;
}

void
talks_form_typed_keep_entry (GtkWidget  *entry,
                             const char *value,
                             const char *where,
                             GHashTable *typed)
{
  const char *text;

  g_return_if_fail (GTK_IS_EDITABLE (entry));
  g_return_if_fail (where != NULL && typed != NULL);

  text = gtk_editable_get_text (GTK_EDITABLE (entry));
  if (!g_str_equal (text, value != NULL ? value : ""))
    g_hash_table_insert (typed, g_strdup (where), g_strdup (text));
}
