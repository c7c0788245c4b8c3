/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of strings: references to records, words that are typed, or words of a vocabulary to check. */

#include "talks-fields.h"

#include <glib/gi18n-lib.h>

#include "talks-form-rows.h"
#include "talks-item-list.h"
#include "talks-mark-swatch.h"
#include "talks-record-picker.h"
#include "talks-record-words.h"
#include "talks-show.h"

struct _TalksStringsField
{
  TalksFormField parent_instance;
  GtkWidget     *box;
  GtkWidget     *list;   /* of items; or NULL */
  GtkWidget     *checks; /* a check button for each word; or NULL */
  gboolean       is_loading;
};

G_DECLARE_FINAL_TYPE (TalksStringsField, talks_strings_field, TALKS, STRINGS_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksStringsField, talks_strings_field, TALKS_TYPE_FORM_FIELD)

static char **
get_strings (TalksStringsField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);

  return TALKS_FIELD_VALUE (talks_form_field_get_field (field), talks_form_field_get_owner (field), char **);
}

static GPtrArray *
copy_strings (TalksStringsField *self)
{
  GPtrArray *strings = g_ptr_array_new_with_free_func (g_free);

  for (char **string = get_strings (self); string != NULL && *string != NULL; string++)
    g_ptr_array_add (strings, g_strdup (*string));
  return strings;
}

static void
set_strings (TalksStringsField *self,
             GPtrArray         *strings)
{
  g_ptr_array_add (strings, NULL);
  talks_form_field_set_strings (TALKS_FORM_FIELD (self), (const char * const *) strings->pdata);
}

/* ---- references ---- */

static void
append_record (TalksStringsField *self,
               const char        *id)
{
  const TalksFormContext *context = talks_form_field_get_context (TALKS_FORM_FIELD (self));
  TalksDocument *document = talks_session_get_document (context->session);
  const char *lang = talks_session_get_language (context->session);
  TalksRecord *record = talks_document_lookup (document, id);
  TalksParty *party = record != NULL ? talks_record_find_party (document, record) : NULL;
  const char *title = record != NULL ? talks_record_get_title (record, lang) : id;
  g_autofree char *caption = record != NULL ? talks_record_caption (document, record, lang)
                                            : g_strdup (_("This record is not in the document."));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *lines[] = { title, caption };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      talks_show_text (GTK_LABEL (label), lines[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_visible (label, *lines[i] != '\0');
      talks_show_tooltip (label, lines[i]);
      if (i > 0)
        gtk_widget_add_css_class (label, "talks-item-caption");
      gtk_box_append (GTK_BOX (texts), label);
    }
  if (party != NULL)
    {
      GtkWidget *swatch = talks_mark_swatch_new (11);

      talks_mark_swatch_show (TALKS_MARK_SWATCH (swatch), party->mark, party->color);
      gtk_box_append (GTK_BOX (box), swatch);
    }
  gtk_box_append (GTK_BOX (box), texts);
  talks_item_list_append (TALKS_ITEM_LIST (self->list), box, title);
}

static void
picked_cb (TalksStringsField *self,
           const char        *id)
{
  g_autoptr (GPtrArray) strings = copy_strings (self);

  /* Once is enough. */
  for (guint i = 0; i < strings->len; i++)
    if (g_str_equal (strings->pdata[i], id))
      return;
  g_ptr_array_add (strings, g_strdup (id));
  append_record (self, id);
  set_strings (self, strings);
}

static GtkWidget *
new_picker (TalksStringsField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksFormRow *row = talks_form_field_get_row (field);
  GtkWidget *picker = talks_record_picker_new (talks_form_field_get_field (field)->refers_to,
                                               row->add != NULL ? _(row->add) : _("Add…"));

  talks_record_picker_set_adds (TALKS_RECORD_PICKER (picker), TRUE);
  talks_record_picker_set_session (TALKS_RECORD_PICKER (picker), talks_form_field_get_context (field)->session);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (picked_cb), self);
  return picker;
}

/* ---- words ---- */

/* Entries that say nothing are left out of the value, not out of sight. */
static void
entry_changed_cb (TalksStringsField *self)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);

  if (self->is_loading)
    return;
  for (guint i = 0; i < talks_item_list_get_n_items (TALKS_ITEM_LIST (self->list)); i++)
    {
      GtkWidget *entry = talks_item_list_get_content (TALKS_ITEM_LIST (self->list), i);
      char *string = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

      if (*string != '\0')
        g_ptr_array_add (strings, string);
      else
        g_free (string);
    }
  set_strings (self, strings);
}

static void
append_entry (TalksStringsField *self,
              const char        *string)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *label = talks_form_field_get_label (TALKS_FORM_FIELD (self));

  gtk_editable_set_text (GTK_EDITABLE (entry), string);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (entry_changed_cb), self);
  talks_item_list_append (TALKS_ITEM_LIST (self->list), entry, *string != '\0' ? string : label);
}

static void
add_entry_cb (TalksStringsField *self)
{
  append_entry (self, "");
  talks_item_list_focus (TALKS_ITEM_LIST (self->list), talks_item_list_get_n_items (TALKS_ITEM_LIST (self->list)) - 1);
}

static GtkWidget *
new_add_button (TalksStringsField *self)
{
  const TalksFormRow *row = talks_form_field_get_row (TALKS_FORM_FIELD (self));
  GtkWidget *button = talks_form_add_button_new (row->add != NULL ? _(row->add) : _("Add…"));

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_entry_cb), self);
  return button;
}

/* ---- items of both ---- */

static gboolean
is_references (TalksStringsField *self)
{
  return talks_form_field_get_field (TALKS_FORM_FIELD (self))->refers_to != 0;
}

static void
moved_cb (TalksStringsField *self,
          guint              from,
          guint              to)
{
  g_autoptr (GPtrArray) strings = NULL;
  char *string;

  if (!is_references (self))
    {
      entry_changed_cb (self);
      return;
    }
  strings = copy_strings (self);
  string = g_ptr_array_steal_index (strings, from);
  g_ptr_array_insert (strings, (int) to, string);
  set_strings (self, strings);
}

static void
removed_cb (TalksStringsField *self,
            guint              i)
{
  g_autoptr (GPtrArray) strings = NULL;

  if (!is_references (self))
    {
      entry_changed_cb (self);
      return;
    }
  strings = copy_strings (self);
  g_ptr_array_remove_index (strings, i);
  set_strings (self, strings);
}

static void
make_list (TalksStringsField *self)
{
  self->list = talks_item_list_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  talks_form_field_get_label (TALKS_FORM_FIELD (self)), -1);
  talks_item_list_set_add (TALKS_ITEM_LIST (self->list), is_references (self) ? new_picker (self) : new_add_button (self));
  g_signal_connect_swapped (self->list, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->list, "removed", G_CALLBACK (removed_cb), self);
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->list);
}

/* ---- a vocabulary ---- */

static gboolean
is_checked (TalksStringsField *self,
            const char        *word)
{
  char **strings = get_strings (self);

  return strings != NULL && g_strv_contains ((const char * const *) strings, word);
}

/* Words that are not of the vocabulary stay, and so does the order of those that were there. */
static void
toggled_cb (GtkCheckButton    *button,
            TalksStringsField *self)
{
  const char *word = g_object_get_data (G_OBJECT (button), "talks-word");
  g_autoptr (GPtrArray) strings = NULL;

  if (self->is_loading)
    return;
  strings = copy_strings (self);
  if (gtk_check_button_get_active (button))
    g_ptr_array_add (strings, g_strdup (word));
  else
    for (guint i = 0; i < strings->len; i++)
      if (g_str_equal (strings->pdata[i], word))
        g_ptr_array_remove_index (strings, i--);
  set_strings (self, strings);
}

static void
make_checks (TalksStringsField *self)
{
  self->checks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  for (const TalksWord *word = talks_form_field_get_row (TALKS_FORM_FIELD (self))->words; word->word != NULL; word++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (_(word->label));

      g_object_set_data (G_OBJECT (button), "talks-word", (gpointer) word->word);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self->checks), button);
    }
  gtk_box_append (GTK_BOX (self->box), self->checks);
}

/* ---- the class ---- */

static void
load_checks (TalksStringsField *self)
{
  if (self->checks == NULL)
    make_checks (self);
  for (GtkWidget *button = gtk_widget_get_first_child (self->checks); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                                 is_checked (self, g_object_get_data (G_OBJECT (button), "talks-word")));
}

static void
talks_strings_field_load (TalksFormField *field)
{
  TalksStringsField *self = TALKS_STRINGS_FIELD (field);
  gboolean references = is_references (self);

  self->is_loading = TRUE;
  if (!references && talks_form_field_get_row (field)->words != NULL)
    load_checks (self);
  else
    {
      if (self->list == NULL)
        make_list (self);
      talks_item_list_clear (TALKS_ITEM_LIST (self->list));
      for (char **string = get_strings (self); string != NULL && *string != NULL; string++)
        if (references)
          append_record (self, *string);
        else
          append_entry (self, *string);
    }
  self->is_loading = FALSE;
}

static void
talks_strings_field_class_init (TalksStringsFieldClass *klass)
{
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_strings_field_load;
}

static void
talks_strings_field_init (TalksStringsField *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), self->box, NULL);
}

TalksFormField *
talks_strings_field_new (void)
{
  return g_object_new (talks_strings_field_get_type (), NULL);
}

TalksFormField *
talks_references_field_new (void)
{
  return talks_strings_field_new ();
}
