/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A date: EDTF or in words, and at once what was understood. */

#include "talks-fields.h"

#include <glib/gi18n-lib.h>

#include "talks-date-entry.h"
#include "talks-date-words.h"
#include "talks-form-typed.h"

struct _TalksDateField
{
  TalksFormField parent_instance;
  GtkWidget     *entry;
  GtkWidget     *choices; /* a button for each date that the text can mean, while there are several */
  gboolean       is_loading;
};

G_DECLARE_FINAL_TYPE (TalksDateField, talks_date_field, TALKS, DATE_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksDateField, talks_date_field, TALKS_TYPE_FORM_FIELD)

static TalksDate *
get_date (TalksDateField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);

  return TALKS_FIELD_VALUE (talks_form_field_get_field (field), talks_form_field_get_owner (field), TalksDate *);
}

/* How it is drawn, where that is not plain; NULL where it is. */
static char *
drawing_words (const TalksDate *date)
{
  TalksDay earliest = talks_date_get_earliest (date);
  TalksDay latest = talks_date_get_latest (date);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean soft = (talks_date_get_flags (date) & TALKS_DATE_SOFT) != 0;

  if (earliest == latest)
    return soft ? g_strdup (_("drawn with a soft edge")) : NULL;
  if (earliest == TALKS_DAY_MIN || latest == TALKS_DAY_MAX)
    return g_strdup (_("drawn with an open end"));
  if (!soft && (talks_date_get_flags (date) & TALKS_DATE_INTERVAL) != 0)
    return NULL;
  from = talks_day_to_words (earliest, TALKS_DATE_STYLE_MEDIUM);
  to = talks_day_to_words (latest, TALKS_DATE_STYLE_MEDIUM);
  if (!soft)
    return g_strdup_printf (_("drawn from %1$s to %2$s"), from, to);
  return g_strdup_printf (_("drawn from %1$s to %2$s with soft edges"), from, to);
}

static void
say_date (TalksDateField  *self,
          const TalksDate *date)
{
  g_autofree char *words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  g_autofree char *drawing = drawing_words (date);
  g_autofree char *said = drawing != NULL ? g_strdup_printf ("%s — %s", words, drawing) : g_strdup (words);
  const char *raw = talks_date_get_text (date);

  /* The form that the document keeps, unless it stands in the entry. */
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), raw))
    {
      g_autofree char *both = g_strdup_printf ("%s · %s", said, raw);

      talks_form_field_say (TALKS_FORM_FIELD (self), TALKS_SAY_UNDERSTOOD, both);
    }
  else
    talks_form_field_say (TALKS_FORM_FIELD (self), TALKS_SAY_UNDERSTOOD, said);
}

/* ---- a choice of several ---- */

static void
choice_cb (GtkButton      *button,
           TalksDateField *self)
{
  TalksDate *date = g_object_get_data (G_OBJECT (button), "talks-date");

  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), talks_date_get_text (date));
}

static GtkWidget *
new_choice (TalksDateField *self,
            TalksDate      *date)
{
  g_autofree char *words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  g_autofree char *both = g_strdup_printf ("%s · %s", words, talks_date_get_text (date));
  GtkWidget *button = gtk_button_new_with_label (both);

  gtk_widget_add_css_class (button, "talks-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "talks-date", talks_date_ref (date), (GDestroyNotify) talks_date_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (choice_cb), self);
  return button;
}

static void
show_choices (TalksDateField *self,
              GPtrArray      *dates)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
  for (guint i = 0; dates != NULL && i < dates->len; i++)
    gtk_box_append (GTK_BOX (self->choices), new_choice (self, g_ptr_array_index (dates, i)));
  gtk_widget_set_visible (self->choices, dates != NULL);
}

/* ---- the user ---- */

static void
entry_changed_cb (TalksDateField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  g_autoptr (TalksDateEntry) entry = NULL;
  TalksDate *date;

  if (self->is_loading)
    return;
  entry = talks_date_entry_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), talks_day_today ());
  date = talks_date_entry_get_date (entry);
  show_choices (self, entry->candidates->len > 1 ? entry->candidates : NULL);
  if (date != NULL)
    say_date (self, date);
  else if (entry->candidates->len > 1)
    talks_form_field_say (field, TALKS_SAY_PROBLEM, _("This can mean more than one date. Which one is it?"));
  else if (entry->problem != NULL)
    talks_form_field_say (field, TALKS_SAY_PROBLEM, entry->problem);
  else
    talks_form_field_say (field, TALKS_SAY_HELP, NULL);
  talks_form_field_set_date (field, date);
}

static void
talks_date_field_load (TalksFormField *field)
{
  TalksDateField *self = TALKS_DATE_FIELD (field);
  TalksDate *date = get_date (self);

  self->is_loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), date != NULL ? talks_date_get_text (date) : "");
  self->is_loading = FALSE;
  show_choices (self, NULL);
  if (date != NULL)
    say_date (self, date);
}

/* ---- what is no date ---- */

static void
talks_date_field_keep_typed (TalksFormField *field,
                             const char     *where,
                             GHashTable     *typed)
{
  TalksDateField *self = TALKS_DATE_FIELD (field);
  TalksDate *date = get_date (self);

  talks_form_typed_keep_entry (self->entry, date != NULL ? talks_date_get_text (date) : NULL, where, typed);
}

/* "Yesterday" may have come to mean another day: a date that is there stays. */
static gboolean
talks_date_field_take_typed (TalksFormField *field,
                             const char     *where,
                             GHashTable     *typed)
{
  TalksDateField *self = TALKS_DATE_FIELD (field);
  const char *text = g_hash_table_lookup (typed, where);
  TalksDate *date = get_date (self);

  if (text == NULL)
    return FALSE;
  if (date != NULL)
    {
      g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (text, talks_day_today ());
      TalksDate *meant = talks_date_entry_get_date (entry);

      if (meant == NULL || !g_str_equal (talks_date_get_text (meant), talks_date_get_text (date)))
        return FALSE;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  return TRUE;
}

/* ---- the class ---- */

static void
talks_date_field_class_init (TalksDateFieldClass *klass)
{
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_date_field_load;
  TALKS_FORM_FIELD_CLASS (klass)->keep_typed = talks_date_field_keep_typed;
  TALKS_FORM_FIELD_CLASS (klass)->take_typed = talks_date_field_take_typed;
}

static void
talks_date_field_init (TalksDateField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), TALKS_DATE_ENTRY_MAX_LENGTH);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_visible (self->choices, FALSE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->choices);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), box, self->entry);
}

TalksFormField *
talks_date_field_new (void)
{
  return g_object_new (talks_date_field_get_type (), NULL);
}
