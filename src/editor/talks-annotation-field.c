/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-annotation-field.h"

#include <glib/gi18n-lib.h>

#include "talks-change.h"
#include "talks-form-draft.h"
#include "talks-history.h"
#include "talks-record-id.h"
#include "talks-show.h"
#include "talks-text-box.h"
#include "talks-vocabulary.h"

struct _TalksAnnotationField
{
  TalksFormField  parent_instance;
  GtkWidget      *box;
  GtkWidget      *purpose;
  GtkWidget      *signature;
};

G_DEFINE_FINAL_TYPE (TalksAnnotationField, talks_annotation_field, TALKS_TYPE_FORM_FIELD)

char *
talks_annotation_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/* ---- what is written ---- */

/* NULL: nothing. */
static char *
dup_text (TalksAnnotationField *self)
{
  g_autofree char *text = g_strstrip (talks_text_box_get_text (TALKS_TEXT_BOX (self->box)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static const char *
get_author (TalksAnnotationField *self)
{
  const TalksFormContext *context = talks_form_field_get_context (TALKS_FORM_FIELD (self));

  return talks_history_get_author (talks_session_get_history (context->session));
}

static gboolean
talks_annotation_field_holds_more (TalksFormField *field)
{
  g_autofree char *text = dup_text (TALKS_ANNOTATION_FIELD (field));

  return text != NULL;
}

/* ---- the step ---- */

static TalksAnnotationField *
find_in (GtkWidget *widget)
{
  TalksAnnotationField *found = TALKS_IS_ANNOTATION_FIELD (widget) ? TALKS_ANNOTATION_FIELD (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_in (child);
  return found;
}

gboolean
talks_annotation_field_extend (TalksForm *form,
                               GPtrArray *changes)
{
  TalksAnnotationField *self;
  TalksDocument *document;
  TalksAnnotation *annotation;
  g_autoptr (TalksRecord) record = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TALKS_IS_FORM (form), TRUE);
  g_return_val_if_fail (changes != NULL, TRUE);

  self = find_in (GTK_WIDGET (form));
  text = self != NULL ? dup_text (self) : NULL;
  if (text == NULL)
    return TRUE;
  document = talks_form_field_get_document (TALKS_FORM_FIELD (self));
  id = talks_record_make_id (document, TALKS_RECORD_ANNOTATION, text, NULL);
  record = talks_record_new (TALKS_RECORD_ANNOTATION, id);
  annotation = (TalksAnnotation *) record;
  g_free (annotation->motivation);
  annotation->motivation = g_strdup (talks_motivation_words[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->purpose))].word);
  g_free (annotation->creator);
  annotation->creator = g_strdup (get_author (self));
  annotation->created = talks_annotation_dup_now ();
  g_free (annotation->body);
  annotation->body = g_steal_pointer (&text);
  g_free (annotation->target);
  annotation->target = g_strdup (talks_form_get_context (form)->draft->id);
  g_ptr_array_add (changes, talks_change_new (NULL, record, -1));
  return TRUE;
}

char *
talks_annotation_field_name_step (TalksForm *form)
{
  TalksAnnotationField *self;
  const TalksFormContext *context;
  const TalksRecord *before;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TALKS_IS_FORM (form), NULL);

  self = find_in (GTK_WIDGET (form));
  text = self != NULL ? dup_text (self) : NULL;
  context = talks_form_get_context (form);
  before = talks_document_lookup (talks_session_get_document (context->session), context->draft->id);
  if (text == NULL || context->adding || before == NULL || !talks_record_equal (before, context->draft))
    return NULL;
  /* Translators: a step that can be undone; %s is the title of an event. */
  return talks_form_draft_name_step (N_("Annotate “%s”"),
                                     talks_record_get_title (before, talks_session_get_language (context->session)));
}

/* ---- showing ---- */

static void
sign (TalksAnnotationField *self)
{
  const char *author = get_author (self);
  /* Translators: who writes an annotation, and when */
  g_autofree char *words = author != NULL ? g_strdup_printf (_("by %s, today"), author) : g_strdup (_("today"));

  talks_show_text (GTK_LABEL (self->signature), words);
}

/* The form shows its draft anew: what is written here stays. */
static void
talks_annotation_field_load (TalksFormField *field)
{
  TalksDocument *document = talks_form_field_get_document (field);
  const TalksFormContext *context = talks_form_field_get_context (field);
  GPtrArray *there = context->adding ? NULL : talks_document_get_annotations_on (document, context->draft->id);
  g_autofree char *words = NULL;

  sign (TALKS_ANNOTATION_FIELD (field));
  if (there == NULL || there->len == 0)
    return;
  words = g_strdup_printf (ngettext ("%u annotation is there already, and stays as it is.",
                                     "%u annotations are there already, and stay as they are.", there->len), there->len);
  talks_form_field_say (field, TALKS_SAY_UNDERSTOOD, words);
}

/* ---- keeping it ---- */

#define PURPOSE "/purpose"

static void
talks_annotation_field_keep_typed (TalksFormField *field,
                                   const char     *where,
                                   GHashTable     *typed)
{
  TalksAnnotationField *self = TALKS_ANNOTATION_FIELD (field);
  g_autofree char *text = talks_text_box_get_text (TALKS_TEXT_BOX (self->box));
  guint purpose = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->purpose));

  if (*text == '\0')
    return;
  g_hash_table_insert (typed, g_strdup (where), g_steal_pointer (&text));
  g_hash_table_insert (typed, g_strconcat (where, PURPOSE, NULL), g_strdup (talks_motivation_words[purpose].word));
}

static gboolean
talks_annotation_field_take_typed (TalksFormField *field,
                                   const char     *where,
                                   GHashTable     *typed)
{
  TalksAnnotationField *self = TALKS_ANNOTATION_FIELD (field);
  g_autofree char *name = g_strconcat (where, PURPOSE, NULL);
  const char *text = g_hash_table_lookup (typed, where);
  const char *purpose = g_hash_table_lookup (typed, name);

  if (text == NULL)
    return FALSE;
  talks_text_box_set_text (TALKS_TEXT_BOX (self->box), text);
  for (guint i = 0; talks_motivation_words[i].word != NULL; i++)
    if (g_strcmp0 (talks_motivation_words[i].word, purpose) == 0)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->purpose), i);
  return TRUE;
}

/* ---- the class ---- */

static void
talks_annotation_field_class_init (TalksAnnotationFieldClass *klass)
{
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_annotation_field_load;
  TALKS_FORM_FIELD_CLASS (klass)->holds_more = talks_annotation_field_holds_more;
  TALKS_FORM_FIELD_CLASS (klass)->keep_typed = talks_annotation_field_keep_typed;
  TALKS_FORM_FIELD_CLASS (klass)->take_typed = talks_annotation_field_take_typed;
}

static GtkWidget *
new_purposes (void)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkWidget *purpose;

  for (guint i = 0; talks_motivation_words[i].word != NULL; i++)
    g_ptr_array_add (labels, (gpointer) _(talks_motivation_words[i].label));
  g_ptr_array_add (labels, NULL);
  purpose = gtk_drop_down_new_from_strings ((const char * const *) labels->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (purpose), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Purpose of the annotation"), -1);
  return purpose;
}

static void
talks_annotation_field_init (TalksAnnotationField *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->box = talks_text_box_new (TRUE);
  self->purpose = new_purposes ();
  self->signature = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->signature, "talks-item-caption");
  gtk_widget_set_hexpand (self->signature, TRUE);
  gtk_box_append (GTK_BOX (line), self->purpose);
  gtk_box_append (GTK_BOX (line), self->signature);
  gtk_box_append (GTK_BOX (content), self->box);
  gtk_box_append (GTK_BOX (content), line);
  gtk_widget_add_css_class (content, "talks-annotation-box");
  talks_form_field_set_content (TALKS_FORM_FIELD (self), content, talks_text_box_get_target (TALKS_TEXT_BOX (self->box)));
  g_signal_connect_swapped (self->box, "changed", G_CALLBACK (talks_form_field_changed), self);
  g_signal_connect_swapped (self->purpose, "notify::selected", G_CALLBACK (talks_form_field_changed), self);
}

TalksFormField *
talks_annotation_field_new (void)
{
  return g_object_new (TALKS_TYPE_ANNOTATION_FIELD, NULL);
}
