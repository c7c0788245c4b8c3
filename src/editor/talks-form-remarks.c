/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-remarks.h"

#include "talks-form-checks.h"
#include "talks-show.h"

/* In ms after the last change: what the validation of the document says is not urgent. */
#define DELAY 400

struct _TalksFormRemarks
{
  const TalksFormContext *context;
  TalksDocument          *document;
  TalksRecord            *original; /* may be NULL */
  GPtrArray              *fields;
  GtkLabel               *label;
  GCancellable           *checking;
  guint                   timeout_id;
};

TalksFormRemarks *
talks_form_remarks_new (const TalksFormContext *context,
                        TalksRecord            *original,
                        GPtrArray              *fields,
                        GtkLabel               *label)
{
  TalksFormRemarks *self;

  g_return_val_if_fail (context != NULL && fields != NULL, NULL);
  g_return_val_if_fail (GTK_IS_LABEL (label), NULL);

  self = g_new0 (TalksFormRemarks, 1);
  self->context = context;
  self->document = g_object_ref (talks_session_get_document (context->session));
  self->original = original != NULL ? talks_record_ref (original) : NULL;
  self->fields = fields;
  self->label = label;
  return self;
}

void
talks_form_remarks_free (TalksFormRemarks *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->document);
  g_clear_pointer (&self->original, talks_record_unref);
  g_free (self);
}

static void
show_remarks (TalksFormRemarks *self,
              GPtrArray        *remarks)
{
  g_autoptr (GString) general = g_string_new (NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      TalksFormField *field = g_ptr_array_index (self->fields, i);
      const TalksField *value = talks_form_field_get_field (field);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint j = 0; value != NULL && j < remarks->len; j++)
        {
          const TalksRemark *remark = g_ptr_array_index (remarks, j);

          if (g_strcmp0 (remark->field, value->name) == 0)
            g_string_append_printf (said, "%s%s", said->len > 0 ? "\n" : "", remark->message);
        }
      talks_form_field_warn (field, said->len > 0 ? said->str : NULL);
    }
  for (guint j = 0; j < remarks->len; j++)
    {
      const TalksRemark *remark = g_ptr_array_index (remarks, j);

      if (remark->field == NULL)
        g_string_append_printf (general, "%s⚠ %s", general->len > 0 ? "\n" : "", remark->message);
    }
  talks_show_text (self->label, general->str);
  gtk_widget_set_visible (GTK_WIDGET (self->label), general->len > 0);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GPtrArray) remarks = talks_form_checks_finish (result, NULL);

  /* NULL: cancelled, when the form may be gone; or the document has changed, which applying will tell. */
  if (remarks != NULL)
    show_remarks (data, remarks);
}

static gboolean
check_cb (gpointer data)
{
  TalksFormRemarks *self = data;

  self->timeout_id = 0;
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  talks_form_checks_async (self->document, self->original, self->context->draft, self->checking, checked_cb, self);
  return G_SOURCE_REMOVE;
}

void
talks_form_remarks_check_later (TalksFormRemarks *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add (DELAY, check_cb, self);
}
