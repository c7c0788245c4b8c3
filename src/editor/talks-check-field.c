/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Yes or no. */

#include "talks-fields.h"

struct _TalksCheckField
{
  TalksFormField parent_instance;
  GtkWidget     *button;
  gboolean       is_loading;
};

G_DECLARE_FINAL_TYPE (TalksCheckField, talks_check_field, TALKS, CHECK_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksCheckField, talks_check_field, TALKS_TYPE_FORM_FIELD)

static void
toggled_cb (TalksCheckField *self)
{
  if (!self->is_loading)
    talks_form_field_set_int (TALKS_FORM_FIELD (self), gtk_check_button_get_active (GTK_CHECK_BUTTON (self->button)));
}

static void
talks_check_field_load (TalksFormField *field)
{
  TalksCheckField *self = TALKS_CHECK_FIELD (field);
  gboolean value = TALKS_FIELD_VALUE (talks_form_field_get_field (field), talks_form_field_get_owner (field), gboolean);

  self->is_loading = TRUE;
  /* Where no label stands beside the field, the button brings it. */
  if ((talks_form_field_get_row (field)->flags & TALKS_ROW_BARE) != 0)
    {
      gtk_check_button_set_label (GTK_CHECK_BUTTON (self->button), talks_form_field_get_label (field));
      gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->button), value);
  self->is_loading = FALSE;
}

static void
talks_check_field_class_init (TalksCheckFieldClass *klass)
{
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_check_field_load;
}

static void
talks_check_field_init (TalksCheckField *self)
{
  self->button = gtk_check_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (toggled_cb), self);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), self->button, self->button);
}

TalksFormField *
talks_check_field_new (void)
{
  return g_object_new (talks_check_field_get_type (), NULL);
}
