/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A colour: one of a small palette, or any other as "#rrggbb". */

#include "talks-fields.h"

#include <glib/gi18n-lib.h>

#include "talks-form-typed.h"
#include "talks-mark-swatch.h"
#include "talks-palette.h"
#include "talks-show.h"

/* Far enough from each other to be told apart, and readable on light and dark ground. */
static const struct
{
  const char *color;
  const char *name;
} swatches[] = {
  { "#1f63d0", N_("Blue") },
  { "#c01c28", N_("Red") },
  { "#0f7f6f", N_("Teal") },
  { "#7a4db0", N_("Purple") },
  { "#b5530a", N_("Orange") },
  { "#3c7a1e", N_("Green") },
  { "#a3206f", N_("Magenta") },
  { "#0b7794", N_("Cyan") },
  { "#80671a", N_("Olive") },
  { "#5e5c64", N_("Grey") },
};

struct _TalksColorField
{
  TalksFormField parent_instance;
  GtkWidget     *entry;
  GtkWidget     *shown;
  GtkWidget     *palette;
  gboolean       is_loading;
};

G_DECLARE_FINAL_TYPE (TalksColorField, talks_color_field, TALKS, COLOR_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksColorField, talks_color_field, TALKS_TYPE_FORM_FIELD)

/* The mark of a party is what the colour is for. */
static TalksMark
get_mark (TalksColorField *self)
{
  const TalksRecord *draft = talks_form_field_get_context (TALKS_FORM_FIELD (self))->draft;

  return draft->kind == TALKS_RECORD_PARTY ? ((const TalksParty *) draft)->mark : TALKS_MARK_SQUARE;
}

static void
show_color (TalksColorField *self)
{
  TalksColor ignored;
  const char *color = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  talks_mark_swatch_show (TALKS_MARK_SWATCH (self->shown), get_mark (self),
                          talks_color_parse (color, &ignored) ? color : NULL);
}

static void
entry_changed_cb (TalksColorField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  g_autofree char *color = NULL;
  TalksColor ignored;

  if (self->is_loading)
    return;
  color = g_strstrip (g_ascii_strdown (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1));
  show_color (self);
  if (*color == '\0' || talks_color_parse (color, &ignored))
    {
      talks_form_field_say (field, TALKS_SAY_HELP, NULL);
      talks_form_field_set_string (field, color);
    }
  else
    {
      talks_form_field_say (field, TALKS_SAY_PROBLEM, _("Give the colour as # and six digits, such as #1f63d0."));
      talks_form_field_set_string (field, NULL);
    }
}

static void
swatch_cb (GtkButton       *button,
           TalksColorField *self)
{
  const char *color = g_object_get_data (G_OBJECT (button), "talks-color");

  gtk_editable_set_text (GTK_EDITABLE (self->entry), color);
}

static GtkWidget *
new_swatch (TalksColorField *self,
            guint            i)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *swatch = talks_mark_swatch_new (14);

  talks_mark_swatch_show (TALKS_MARK_SWATCH (swatch), TALKS_MARK_SQUARE, swatches[i].color);
  gtk_button_set_child (GTK_BUTTON (button), swatch);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "talks-swatch");
  talks_show_tooltip (button, _(swatches[i].name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(swatches[i].name), -1);
  g_object_set_data (G_OBJECT (button), "talks-color", (gpointer) swatches[i].color);
  g_signal_connect (button, "clicked", G_CALLBACK (swatch_cb), self);
  return button;
}

static void
talks_color_field_load (TalksFormField *field)
{
  TalksColorField *self = TALKS_COLOR_FIELD (field);
  const char *color = TALKS_FIELD_VALUE (talks_form_field_get_field (field), talks_form_field_get_owner (field),
                                         char *);

  self->is_loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), color != NULL ? color : "");
  self->is_loading = FALSE;
  show_color (self);
}

static void
talks_color_field_keep_typed (TalksFormField *field,
                              const char     *where,
                              GHashTable     *typed)
{
  talks_form_typed_keep_entry (TALKS_COLOR_FIELD (field)->entry,
                               TALKS_FIELD_VALUE (talks_form_field_get_field (field),
                                                  talks_form_field_get_owner (field), char *),
                               where, typed);
}

/* Only what is no colour: of another the value says it all. */
static gboolean
talks_color_field_take_typed (TalksFormField *field,
                              const char     *where,
                              GHashTable     *typed)
{
  const char *text = g_hash_table_lookup (typed, where);

  if (text == NULL || !talks_field_is_absent (talks_form_field_get_field (field), talks_form_field_get_owner (field)))
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (TALKS_COLOR_FIELD (field)->entry), text);
  return TRUE;
}

static void
talks_color_field_class_init (TalksColorFieldClass *klass)
{
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_color_field_load;
  TALKS_FORM_FIELD_CLASS (klass)->keep_typed = talks_color_field_keep_typed;
  TALKS_FORM_FIELD_CLASS (klass)->take_typed = talks_color_field_take_typed;
}

static void
talks_color_field_init (TalksColorField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->shown = talks_mark_swatch_new (15);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 9);
  self->palette = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (swatches); i++)
    gtk_box_append (GTK_BOX (self->palette), new_swatch (self, i));
  gtk_box_append (GTK_BOX (box), self->shown);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->palette);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), box, self->entry);
}

TalksFormField *
talks_color_field_new (void)
{
  return g_object_new (talks_color_field_get_type (), NULL);
}
