/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record that another refers to. */

#include "talks-fields.h"

#include <glib/gi18n-lib.h>

#include "talks-record-picker.h"

struct _TalksReferenceField
{
  TalksFormField parent_instance;
  GtkWidget     *box;
  GtkWidget     *picker;
};

G_DECLARE_FINAL_TYPE (TalksReferenceField, talks_reference_field, TALKS, REFERENCE_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksReferenceField, talks_reference_field, TALKS_TYPE_FORM_FIELD)

static void
picked_cb (TalksReferenceField *self,
           const char          *id)
{
  talks_form_field_set_string (TALKS_FORM_FIELD (self), id);
}

static void
make_picker (TalksReferenceField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksField *value = talks_form_field_get_field (field);

  self->picker = talks_record_picker_new (value->refers_to, _("Choose…"));
  gtk_widget_set_hexpand (self->picker, TRUE);
  talks_record_picker_set_optional (TALKS_RECORD_PICKER (self->picker),
                                    talks_form_field_get_row (field)->missing == NULL);
  talks_record_picker_set_name (TALKS_RECORD_PICKER (self->picker), talks_form_field_get_label (field));
  talks_record_picker_set_session (TALKS_RECORD_PICKER (self->picker),
                                   talks_form_field_get_context (field)->session);
  talks_record_picker_set_left_out (TALKS_RECORD_PICKER (self->picker),
                                    talks_form_field_get_context (field)->draft->id);
  gtk_box_append (GTK_BOX (self->box), self->picker);
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
}

static void
talks_reference_field_load (TalksFormField *field)
{
  TalksReferenceField *self = TALKS_REFERENCE_FIELD (field);
  const TalksField *value = talks_form_field_get_field (field);
  gpointer owner = talks_form_field_get_owner (field);

  if (self->picker == NULL)
    make_picker (self);
  talks_record_picker_set_id (TALKS_RECORD_PICKER (self->picker),
                              talks_field_is_absent (value, owner) ? NULL : TALKS_FIELD_VALUE (value, owner, char *));
}

static void
talks_reference_field_class_init (TalksReferenceFieldClass *klass)
{
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_reference_field_load;
}

static void
talks_reference_field_init (TalksReferenceField *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), self->box, NULL);
}

TalksFormField *
talks_reference_field_new (void)
{
  return g_object_new (talks_reference_field_get_type (), NULL);
}
