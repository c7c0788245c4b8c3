/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A word of a vocabulary: closed (an enum) or open, where any other word can be typed. */

#include "talks-fields.h"

#include <glib/gi18n-lib.h>

#include "talks-mark-swatch.h"
#include "talks-show.h"
#include "talks-shown.h"

struct _TalksWordField
{
  TalksFormField parent_instance;
  GtkWidget     *drop_down;
  GtkWidget     *entry;  /* for a word that is not in the list */
  GPtrArray     *words;  /* of char *, one for each item; NULL: none; "": another word */
  gboolean       is_loading;
  gboolean       draws_marks;
};

G_DECLARE_FINAL_TYPE (TalksWordField, talks_word_field, TALKS, WORD_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksWordField, talks_word_field, TALKS_TYPE_FORM_FIELD)

#define OTHER_WORD ""

/* ---- the list ---- */

static const char *
find_label (const TalksFormRow *row,
            const char         *word)
{
  const TalksWord *known = row->words != NULL ? talks_words_find (row->words, word) : NULL;

  if (known != NULL)
    return _(known->label);
  return word;
}

static int
find_word (TalksWordField *self,
           const char     *word)
{
  for (guint i = 0; i < self->words->len; i++)
    if (g_strcmp0 (self->words->pdata[i], word) == 0)
      return (int) i;
  return -1;
}

static void
add_word (TalksWordField *self,
          GtkStringList  *labels,
          const char     *word,
          const char     *label)
{
  if (find_word (self, word) >= 0)
    return;
  g_ptr_array_add (self->words, g_strdup (word));
  gtk_string_list_take (labels, talks_shown_dup_line (label));
}

static void
add_vocabulary (TalksWordField *self,
                GtkStringList  *labels)
{
  const TalksFormRow *row = talks_form_field_get_row (TALKS_FORM_FIELD (self));
  const TalksVocabulary *words = talks_form_field_get_field (TALKS_FORM_FIELD (self))->words;

  for (int i = 0; i < words->n_words; i++)
    add_word (self, labels, words->to_name (i), find_label (row, words->to_name (i)));
}

/* None, the words of the row, those of the document, the word that is there, and any other. */
static void
add_open_words (TalksWordField *self,
                GtkStringList  *labels,
                const char     *present)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksFormRow *row = talks_form_field_get_row (field);

  if (row->missing == NULL || present == NULL)
    add_word (self, labels, NULL, row->missing == NULL ? _("None") : _("Choose…"));
  for (const TalksWord *w = row->words; w != NULL && w->word != NULL; w++)
    add_word (self, labels, w->word, _(w->label));
  if (row->collect != NULL)
    {
      g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      row->collect (talks_form_field_get_context (field), words, names);
      for (guint i = 0; i < words->len; i++)
        add_word (self, labels, words->pdata[i],
                  names->pdata[i] != NULL ? names->pdata[i] : find_label (row, words->pdata[i]));
    }
  if (present != NULL)
    add_word (self, labels, present, present);
  add_word (self, labels, OTHER_WORD, _("Another word…"));
}

static void
fill (TalksWordField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksField *value = talks_form_field_get_field (field);
  gpointer owner = talks_form_field_get_owner (field);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  int chosen;

  g_ptr_array_set_size (self->words, 0);
  if (value->type == TALKS_FIELD_WORD)
    {
      add_vocabulary (self, labels);
      chosen = TALKS_FIELD_VALUE (value, owner, int);
    }
  else
    {
      const char *present = talks_field_is_absent (value, owner) ? NULL : TALKS_FIELD_VALUE (value, owner, char *);

      add_open_words (self, labels, present);
      chosen = find_word (self, present);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), (guint) chosen);
}

/* ---- items ---- */

/* In the button a word gives way where there is little room; in the list it stands whole. */
static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               TalksWordField           *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (factory == GTK_SIGNAL_LIST_ITEM_FACTORY (gtk_drop_down_get_factory (GTK_DROP_DOWN (self->drop_down))))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 4);
    }
  if (self->draws_marks)
    gtk_box_append (GTK_BOX (box), talks_mark_swatch_new (11));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              TalksWordField           *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const TalksFormContext *context = talks_form_field_get_context (TALKS_FORM_FIELD (self));
  const char *color = context->draft->kind == TALKS_RECORD_PARTY ? ((TalksParty *) context->draft)->color : NULL;

  if (self->draws_marks)
    talks_mark_swatch_show (TALKS_MARK_SWATCH (gtk_widget_get_first_child (box)),
                            (TalksMark) gtk_list_item_get_position (item), color);
  talks_show_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                   gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
new_factory (TalksWordField *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_item_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_item_cb), self, 0);
  return factory;
}

/* ---- the user ---- */

static void
show_entry (TalksWordField *self,
            gboolean        shown)
{
  gtk_widget_set_visible (self->entry, shown);
  if (!shown)
    return;
  self->is_loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->is_loading = FALSE;
  gtk_widget_grab_focus (self->entry);
}

static void
selected_cb (TalksWordField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  const char *word;

  if (self->is_loading || chosen >= self->words->len)
    return;
  if (talks_form_field_get_field (field)->type == TALKS_FIELD_WORD)
    {
      talks_form_field_set_int (field, (int) chosen);
      return;
    }
  word = g_ptr_array_index (self->words, chosen);
  show_entry (self, g_strcmp0 (word, OTHER_WORD) == 0);
  talks_form_field_set_string (field, word);
}

static void
entry_changed_cb (TalksWordField *self)
{
  if (!self->is_loading)
    talks_form_field_set_string (TALKS_FORM_FIELD (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* ---- the class ---- */

static void
talks_word_field_load (TalksFormField *field)
{
  TalksWordField *self = TALKS_WORD_FIELD (field);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  talks_form_field_get_label (field), -1);
  self->is_loading = TRUE;
  fill (self);
  show_entry (self, FALSE);
  self->is_loading = FALSE;
}

static void
talks_word_field_finalize (GObject *object)
{
  g_ptr_array_unref (TALKS_WORD_FIELD (object)->words);

  G_OBJECT_CLASS (talks_word_field_parent_class)->finalize (object);
}

static void
talks_word_field_class_init (TalksWordFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_word_field_finalize;
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_word_field_load;
}

static void
talks_word_field_init (TalksWordField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  {
    g_autoptr (GtkListItemFactory) shown = new_factory (self);
    g_autoptr (GtkListItemFactory) listed = new_factory (self);

    gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), shown);
    gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), listed);
  }
  gtk_widget_set_halign (self->drop_down, GTK_ALIGN_START);
  self->entry = gtk_entry_new ();
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_box_append (GTK_BOX (box), self->drop_down);
  gtk_box_append (GTK_BOX (box), self->entry);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), box, self->drop_down);
}

TalksFormField *
talks_word_field_new (void)
{
  return g_object_new (talks_word_field_get_type (), NULL);
}

TalksFormField *
talks_mark_field_new (void)
{
  TalksWordField *self = g_object_new (talks_word_field_get_type (), NULL);

  self->draws_marks = TRUE;
  return TALKS_FORM_FIELD (self);
}
