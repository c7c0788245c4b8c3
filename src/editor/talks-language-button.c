/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-language-button.h"

#include <glib/gi18n-lib.h>

#include "talks-show.h"
#include "talks-shown.h"
#include "talks-validate.h"

struct _TalksLanguageButton
{
  GtkWidget  parent_instance;
  GtkWidget *button;
  GtkWidget *list;
  GtkWidget *entry;
  GtkWidget *add;
  char      *name;
  char      *current;
  char     **with_words;
  GPtrArray *languages; /* not ours */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksLanguageButton, talks_language_button, GTK_TYPE_WIDGET)

static const struct
{
  const char *tag;
  const char *name;
} names[] = {
  { "ar", N_("Arabic") },
  { "be", N_("Belarusian") },
  { "de", N_("German") },
  { "en", N_("English") },
  { "es", N_("Spanish") },
  { "fr", N_("French") },
  { "he", N_("Hebrew") },
  { "it", N_("Italian") },
  { "ja", N_("Japanese") },
  { "pl", N_("Polish") },
  { "pt", N_("Portuguese") },
  { "ru", N_("Russian") },
  { "tr", N_("Turkish") },
  { "uk", N_("Ukrainian") },
  { "zh", N_("Chinese") },
};

char *
talks_language_name (const char *tag)
{
  g_return_val_if_fail (tag != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].tag, tag) == 0)
      return g_strdup (_(names[i].name));
  return g_strdup (tag);
}

const char *
talks_language_get_tag (guint i)
{
  return i < G_N_ELEMENTS (names) ? names[i].tag : NULL;
}

static gboolean
has_words (TalksLanguageButton *self,
           const char          *tag)
{
  return self->with_words != NULL && g_strv_contains ((const char * const *) self->with_words, tag);
}

static void
choose (TalksLanguageButton *self,
        const char          *tag)
{
  g_autofree char *chosen = g_strdup (tag);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, chosen);
}

static void
language_clicked_cb (GtkButton           *button,
                     TalksLanguageButton *self)
{
  choose (self, g_object_get_data (G_OBJECT (button), "talks-tag"));
}

/* ---- the list ---- */

static GtkWidget *
new_language (TalksLanguageButton *self,
              const char          *tag)
{
  gboolean is_there = has_words (self, tag);
  g_autofree char *name = talks_language_name (tag);
  g_autofree char *spoken = is_there ? g_strdup_printf (_("%s, has a text"), name)
                                     : g_strdup_printf (_("%s, no text yet"), name);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  talks_show_text (GTK_LABEL (label), name);
  gtk_widget_set_opacity (mark, is_there ? 1 : 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  if (g_strcmp0 (tag, self->current) == 0)
    gtk_widget_add_css_class (label, "talks-chosen-word");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  talks_show_name (button, spoken);
  g_object_set_data_full (G_OBJECT (button), "talks-tag", g_strdup (tag), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (language_clicked_cb), self);
  return button;
}

static gboolean
is_listed (TalksLanguageButton *self,
           const char          *tag)
{
  for (guint i = 0; i < self->languages->len; i++)
    if (g_ascii_strcasecmp (g_ptr_array_index (self->languages, i), tag) == 0)
      return TRUE;
  return FALSE;
}

static void
fill_list (TalksLanguageButton *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < self->languages->len; i++)
    gtk_box_append (GTK_BOX (self->list), new_language (self, g_ptr_array_index (self->languages, i)));
}

static void
entry_changed_cb (TalksLanguageButton *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_widget_set_sensitive (self->add, talks_is_language_tag (text));
}

static void
add_cb (TalksLanguageButton *self)
{
  g_autofree char *tag = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (!talks_is_language_tag (tag))
    return;
  if (!is_listed (self, tag))
    g_ptr_array_add (self->languages, g_strdup (tag));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  choose (self, tag);
}

static GtkWidget *
new_add_row (TalksLanguageButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Another: “tr”, “pt-BR”"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Tag of another language, such as “tr” or “pt-BR”"), -1);
  self->add = gtk_button_new_with_label (_("Add"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add this language"), -1);
  gtk_widget_set_sensitive (self->add, FALSE);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->add);
  return box;
}

static void
closed_cb (TalksLanguageButton *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* Made when it is first opened: a form has many of these buttons. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       data)
{
  TalksLanguageButton *self = data;

  if (self->list == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

      self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_box_append (GTK_BOX (box), self->list);
      gtk_box_append (GTK_BOX (box), new_add_row (self));
      gtk_popover_set_child (GTK_POPOVER (popover), box);
      gtk_widget_add_css_class (popover, "talks-popover");
      gtk_menu_button_set_popover (button, popover);
      g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  fill_list (self);
}

/* ---- the button ---- */

void
talks_language_button_open (TalksLanguageButton *self)
{
  g_return_if_fail (TALKS_IS_LANGUAGE_BUTTON (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

static void
describe (TalksLanguageButton *self)
{
  g_autofree char *name = talks_language_name (self->current);
  /* Translators: which language of a text is shown: "Title, language: Ukrainian". */
  g_autofree char *spoken = g_strdup_printf (_("%1$s, language: %2$s"), self->name, name);
  /* Files may name a language by whatever they like. */
  g_autofree char *tag = talks_shown_dup_line (self->current);
  g_autofree char *shown = NULL;
  guint n_others = 0;

  for (guint i = 0; self->with_words != NULL && self->with_words[i] != NULL; i++)
    n_others += !g_str_equal (self->with_words[i], self->current);
  shown = n_others > 0 ? g_strdup_printf ("%s +%u", tag, n_others) : g_strdup (tag);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), shown);
  talks_show_tooltip (self->button, spoken);
  talks_show_name (self->button, spoken);
}

void
talks_language_button_show (TalksLanguageButton *self,
                            const char          *name,
                            GPtrArray           *languages,
                            const char          *current,
                            const char * const  *with_words)
{
  g_return_if_fail (TALKS_IS_LANGUAGE_BUTTON (self));
  g_return_if_fail (name != NULL && languages != NULL && current != NULL && with_words != NULL);

  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->current);
  self->current = g_strdup (current);
  g_strfreev (self->with_words);
  self->with_words = g_strdupv ((char **) with_words);
  self->languages = languages;
  describe (self);
}

static void
talks_language_button_dispose (GObject *object)
{
  g_clear_pointer (&TALKS_LANGUAGE_BUTTON (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (talks_language_button_parent_class)->dispose (object);
}

static void
talks_language_button_finalize (GObject *object)
{
  TalksLanguageButton *self = TALKS_LANGUAGE_BUTTON (object);

  g_free (self->name);
  g_free (self->current);
  g_strfreev (self->with_words);

  G_OBJECT_CLASS (talks_language_button_parent_class)->finalize (object);
}

static void
talks_language_button_class_init (TalksLanguageButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_language_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_language_button_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "languagebutton");

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
talks_language_button_init (TalksLanguageButton *self)
{
  self->button = gtk_menu_button_new ();
  /* Tab goes from field to field; the text beside opens this by Alt+Down. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (self->button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
talks_language_button_new (void)
{
  return g_object_new (TALKS_TYPE_LANGUAGE_BUTTON, NULL);
}
