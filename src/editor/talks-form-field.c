/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-fields.h"
#include "talks-show.h"
#include "talks-shown.h"

typedef struct
{
  const TalksFormContext *context;
  const TalksFormRow     *row;
  const TalksField       *field;
  gpointer                owner;
  GtkWidget              *target;
  GtkWidget              *line; /* what is said: an icon, a text */
  GtkWidget              *icon;
  GtkWidget              *text;
  char                   *own;  /* said by the class */
  TalksSayStyle           own_style;
  char                   *warning; /* found by the validation */
  char                   *told;    /* by the row */
  TalksSayStyle           told_style;
  gboolean                is_missing;
} TalksFormFieldPrivate;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TalksFormField, talks_form_field, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((TalksFormFieldPrivate *) talks_form_field_get_instance_private (self))

static const char * const style_classes[] = { "help", "understood", "warning", "problem" };

/* ---- what is said ---- */

static const char *
choose_said (TalksFormFieldPrivate *priv,
             TalksSayStyle         *style)
{
  if (priv->own != NULL && priv->own_style >= TALKS_SAY_WARNING)
    {
      *style = priv->own_style;
      return priv->own;
    }
  if (priv->is_missing)
    {
      *style = TALKS_SAY_PROBLEM;
      return _(priv->row->missing);
    }
  *style = TALKS_SAY_WARNING;
  if (priv->warning != NULL)
    return priv->warning;
  *style = priv->own_style;
  if (priv->own != NULL)
    return priv->own;
  *style = priv->told_style;
  if (priv->told != NULL)
    return priv->told;
  *style = TALKS_SAY_HELP;
  return priv->row != NULL && priv->row->help != NULL ? _(priv->row->help) : NULL;
}

/* Problems and warnings begin with words that say so: a screen reader hears no colour. */
static void
describe (TalksFormFieldPrivate *priv,
          const char            *said,
          TalksSayStyle          style)
{
  g_autofree char *line = talks_shown_dup_line (said != NULL ? said : "");
  g_autofree char *description = NULL;

  if (said != NULL && style == TALKS_SAY_PROBLEM)
    description = g_strdup_printf (_("Problem: %s"), line);
  else if (said != NULL && style == TALKS_SAY_WARNING)
    description = g_strdup_printf (_("Please check: %s"), line);
  else
    description = g_steal_pointer (&line);

  if (priv->target == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->target), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->target), GTK_ACCESSIBLE_STATE_INVALID,
                               style == TALKS_SAY_PROBLEM ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_said (TalksFormField *self)
{
  TalksFormFieldPrivate *priv = PRIVATE (self);
  TalksSayStyle style;
  const char *said = choose_said (priv, &style);

  gtk_widget_set_visible (priv->line, said != NULL);
  gtk_widget_set_visible (priv->icon, style >= TALKS_SAY_WARNING);
  talks_show_text (GTK_LABEL (priv->text), said);
  for (guint i = 0; i < G_N_ELEMENTS (style_classes); i++)
    {
      if (i == (guint) style)
        gtk_widget_add_css_class (priv->line, style_classes[i]);
      else
        gtk_widget_remove_css_class (priv->line, style_classes[i]);
    }
  if (style == TALKS_SAY_PROBLEM)
    gtk_widget_add_css_class (GTK_WIDGET (self), "problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "problem");
  describe (priv, said, style);
}

static void
retell (TalksFormFieldPrivate *priv)
{
  g_clear_pointer (&priv->told, g_free);
  priv->told_style = TALKS_SAY_HELP;
  if (priv->row != NULL && priv->row->tell != NULL)
    priv->told = priv->row->tell (priv->context, priv->owner, &priv->told_style);
}

void
talks_form_field_retell (TalksFormField *self)
{
  g_return_if_fail (TALKS_IS_FORM_FIELD (self));

  retell (PRIVATE (self));
  show_said (self);
}

void
talks_form_field_say (TalksFormField *self,
                      TalksSayStyle   style,
                      const char     *text)
{
  TalksFormFieldPrivate *priv;

  g_return_if_fail (TALKS_IS_FORM_FIELD (self));

  priv = PRIVATE (self);
  g_free (priv->own);
  priv->own = g_strdup (text);
  priv->own_style = text != NULL ? style : TALKS_SAY_HELP;
  show_said (self);
}

void
talks_form_field_warn (TalksFormField *self,
                       const char     *text)
{
  TalksFormFieldPrivate *priv;

  g_return_if_fail (TALKS_IS_FORM_FIELD (self));

  priv = PRIVATE (self);
  if (g_strcmp0 (priv->warning, text) == 0)
    return;
  g_free (priv->warning);
  priv->warning = g_strdup (text);
  show_said (self);
}

gboolean
talks_form_field_has_problem (TalksFormField *self)
{
  TalksFormFieldPrivate *priv;

  g_return_val_if_fail (TALKS_IS_FORM_FIELD (self), FALSE);

  priv = PRIVATE (self);
  return priv->own != NULL && priv->own_style == TALKS_SAY_PROBLEM;
}

const char *
talks_form_field_get_said (TalksFormField *self,
                           TalksSayStyle  *style)
{
  TalksSayStyle found;
  const char *said;

  g_return_val_if_fail (TALKS_IS_FORM_FIELD (self), NULL);

  said = choose_said (PRIVATE (self), &found);
  if (style != NULL)
    *style = found;
  return said;
}

/* ---- checking ---- */

static TalksFormField *
talks_form_field_real_check (TalksFormField *self)
{
  TalksFormFieldPrivate *priv = PRIVATE (self);

  if (talks_form_field_has_problem (self))
    return self;
  priv->is_missing = priv->field != NULL && priv->row->missing != NULL
                     && talks_field_is_absent (priv->field, priv->owner);
  show_said (self);
  return priv->is_missing ? self : NULL;
}

TalksFormField *
talks_form_field_check (TalksFormField *self)
{
  g_return_val_if_fail (TALKS_IS_FORM_FIELD (self), NULL);

  return TALKS_FORM_FIELD_GET_CLASS (self)->check (self);
}

gboolean
talks_form_field_holds_more (TalksFormField *self)
{
  TalksFormFieldClass *klass;

  g_return_val_if_fail (TALKS_IS_FORM_FIELD (self), FALSE);

  klass = TALKS_FORM_FIELD_GET_CLASS (self);
  return klass->holds_more != NULL && klass->holds_more (self);
}

void
talks_form_field_focus (TalksFormField *self)
{
  TalksFormFieldPrivate *priv;

  g_return_if_fail (TALKS_IS_FORM_FIELD (self));

  priv = PRIVATE (self);
  if (priv->target == NULL || !gtk_widget_grab_focus (priv->target))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* ---- the value ---- */

static void
talks_form_field_real_load (TalksFormField *self)
{
}

void
talks_form_field_load (TalksFormField *self,
                       gpointer        owner)
{
  TalksFormFieldPrivate *priv;

  g_return_if_fail (TALKS_IS_FORM_FIELD (self));
  g_return_if_fail (owner != NULL);

  priv = PRIVATE (self);
  priv->owner = owner;
  priv->is_missing = FALSE;
  g_clear_pointer (&priv->warning, g_free);
  talks_form_field_say (self, TALKS_SAY_HELP, NULL);
  TALKS_FORM_FIELD_GET_CLASS (self)->load (self);
  talks_form_field_retell (self);
}

void
talks_form_field_changed (TalksFormField *self)
{
  TalksFormFieldPrivate *priv;

  g_return_if_fail (TALKS_IS_FORM_FIELD (self));

  priv = PRIVATE (self);
  /* What was found is about the value before. */
  priv->is_missing = FALSE;
  g_clear_pointer (&priv->warning, g_free);
  talks_form_field_retell (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
talks_form_field_set_string (TalksFormField *self,
                             const char     *string)
{
  TalksFormFieldPrivate *priv = PRIVATE (self);
  char **place;

  g_return_if_fail (priv->field != NULL && priv->field->type == TALKS_FIELD_STRING);

  place = &TALKS_FIELD_VALUE (priv->field, priv->owner, char *);
  g_free (*place);
  *place = string != NULL ? g_strstrip (g_strdup (string)) : NULL;
  if (*place != NULL && **place == '\0')
    g_clear_pointer (place, g_free);
  talks_form_field_changed (self);
}

void
talks_form_field_set_text (TalksFormField *self,
                           TalksText      *text)
{
  TalksFormFieldPrivate *priv = PRIVATE (self);

  g_return_if_fail (priv->field != NULL);

  talks_form_store_text (priv->field, priv->owner, text);
  talks_form_field_changed (self);
}

void
talks_form_field_set_date (TalksFormField *self,
                           TalksDate      *date)
{
  TalksFormFieldPrivate *priv = PRIVATE (self);
  TalksDate **place;

  g_return_if_fail (priv->field != NULL && priv->field->type == TALKS_FIELD_DATE);

  place = &TALKS_FIELD_VALUE (priv->field, priv->owner, TalksDate *);
  if (date != NULL)
    talks_date_ref (date);
  g_clear_pointer (place, talks_date_unref);
  *place = date;
  talks_form_field_changed (self);
}

void
talks_form_field_set_int (TalksFormField *self,
                          int             value)
{
  TalksFormFieldPrivate *priv = PRIVATE (self);

  g_return_if_fail (priv->field != NULL
                    && (priv->field->type == TALKS_FIELD_WORD || priv->field->type == TALKS_FIELD_BOOLEAN));

  TALKS_FIELD_VALUE (priv->field, priv->owner, int) = value;
  talks_form_field_changed (self);
}

void
talks_form_field_set_strings (TalksFormField     *self,
                              const char * const *strings)
{
  TalksFormFieldPrivate *priv = PRIVATE (self);
  char ***place;

  g_return_if_fail (priv->field != NULL && priv->field->type == TALKS_FIELD_STRINGS);
  g_return_if_fail (strings != NULL);

  place = &TALKS_FIELD_VALUE (priv->field, priv->owner, char **);
  g_strfreev (*place);
  *place = g_strdupv ((char **) strings);
  talks_form_field_changed (self);
}

/* ---- what it belongs to ---- */

const TalksFormContext *
talks_form_field_get_context (TalksFormField *self)
{
  return PRIVATE (self)->context;
}

TalksDocument *
talks_form_field_get_document (TalksFormField *self)
{
  return talks_session_get_document (PRIVATE (self)->context->session);
}

const TalksFormRow *
talks_form_field_get_row (TalksFormField *self)
{
  return PRIVATE (self)->row;
}

const TalksField *
talks_form_field_get_field (TalksFormField *self)
{
  return PRIVATE (self)->field;
}

gpointer
talks_form_field_get_owner (TalksFormField *self)
{
  return PRIVATE (self)->owner;
}

const char *
talks_form_field_get_label (TalksFormField *self)
{
  return _(PRIVATE (self)->row->label);
}

void
talks_form_field_set_content (TalksFormField *self,
                              GtkWidget      *content,
                              GtkWidget      *target)
{
  g_return_if_fail (TALKS_IS_FORM_FIELD (self));
  g_return_if_fail (GTK_IS_WIDGET (content));

  gtk_widget_insert_after (content, GTK_WIDGET (self), NULL);
  PRIVATE (self)->target = target;
}

void
talks_form_field_set_target (TalksFormField *self,
                             GtkWidget      *target)
{
  TalksFormFieldPrivate *priv;

  g_return_if_fail (TALKS_IS_FORM_FIELD (self));
  g_return_if_fail (target == NULL || GTK_IS_WIDGET (target));

  priv = PRIVATE (self);
  priv->target = target;
  if (target != NULL && priv->row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_LABEL, _(priv->row->label), -1);
}

GtkWidget *
talks_form_field_get_target (TalksFormField *self)
{
  g_return_val_if_fail (TALKS_IS_FORM_FIELD (self), NULL);

  return PRIVATE (self)->target;
}

/* ---- making ---- */

TalksFormField *
talks_form_field_make (const TalksFormContext *context,
                       const TalksFieldSet    *set,
                       const TalksFormRow     *row,
                       gpointer                owner)
{
  const TalksField *field = NULL;
  TalksFormField *self;
  TalksFormFieldPrivate *priv;

  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (set != NULL, NULL);
  g_return_val_if_fail (row != NULL && row->label != NULL, NULL);
  g_return_val_if_fail (owner != NULL, NULL);

  if (row->field != NULL)
    {
      field = talks_field_set_find (set, row->field);
      g_return_val_if_fail (field != NULL, NULL);
    }
  else
    g_return_val_if_fail (row->make != NULL, NULL);

  self = talks_fields_choose (row, field) ();
  priv = PRIVATE (self);
  priv->context = context;
  priv->row = row;
  priv->field = field;
  talks_form_field_set_target (self, priv->target);
  talks_form_field_load (self, owner);
  return self;
}

static void
talks_form_field_dispose (GObject *object)
{
  GtkWidget *child;

  PRIVATE (TALKS_FORM_FIELD (object))->target = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (talks_form_field_parent_class)->dispose (object);
}

static void
talks_form_field_finalize (GObject *object)
{
  TalksFormFieldPrivate *priv = PRIVATE (TALKS_FORM_FIELD (object));

  g_free (priv->own);
  g_free (priv->warning);
  g_free (priv->told);

  G_OBJECT_CLASS (talks_form_field_parent_class)->finalize (object);
}

static void
talks_form_field_class_init (TalksFormFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_form_field_dispose;
  object_class->finalize = talks_form_field_finalize;
  klass->load = talks_form_field_real_load;
  klass->check = talks_form_field_real_check;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formfield");

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
talks_form_field_init (TalksFormField *self)
{
  TalksFormFieldPrivate *priv = PRIVATE (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  priv->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  priv->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_valign (priv->icon, GTK_ALIGN_START);
  priv->text = g_object_new (GTK_TYPE_LABEL,
                             "wrap", TRUE,
                             "wrap-mode", PANGO_WRAP_WORD_CHAR,
                             "xalign", 0.0f,
                             "hexpand", TRUE,
                             "width-chars", 8,
                             NULL);
  gtk_box_append (GTK_BOX (priv->line), priv->icon);
  gtk_box_append (GTK_BOX (priv->line), priv->text);
  gtk_widget_add_css_class (priv->line, "talks-said");
  gtk_widget_set_visible (priv->line, FALSE);
  gtk_widget_set_parent (priv->line, GTK_WIDGET (self));
}
