/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words: a string, or a text in one or more languages of which one is shown at a time. */

#include "talks-fields.h"

#include <glib/gi18n-lib.h>

#include "talks-language-button.h"
#include "talks-text-box.h"

struct _TalksTextField
{
  TalksFormField parent_instance;
  GtkWidget     *content;
  GtkWidget     *box;
  GtkWidget     *languages; /* NULL of a string */
  GPtrArray     *tags;      /* of char *: the languages of the text, in its order */
  GPtrArray     *texts;     /* of char *: what it says in each */
  char          *current;   /* the tag that is shown */
  gboolean       is_plain;  /* the text names no language */
};

G_DECLARE_FINAL_TYPE (TalksTextField, talks_text_field, TALKS, TEXT_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksTextField, talks_text_field, TALKS_TYPE_FORM_FIELD)

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static int
find_tag (TalksTextField *self,
          const char     *tag)
{
  for (guint i = 0; i < self->tags->len; i++)
    if (g_ascii_strcasecmp (self->tags->pdata[i], tag) == 0)
      return (int) i;
  return -1;
}

/* ---- the texts by language ---- */

static void
take_apart (TalksTextField  *self,
            const TalksText *text)
{
  const char *own = talks_document_get_language (talks_form_field_get_document (TALKS_FORM_FIELD (self)));
  const char * const *tags;
  const char * const *texts;

  g_ptr_array_set_size (self->tags, 0);
  g_ptr_array_set_size (self->texts, 0);
  self->is_plain = text != NULL ? talks_text_get_languages (text)[0] == NULL
                                : !talks_form_field_get_context (TALKS_FORM_FIELD (self))->tagged;
  if (text == NULL)
    return;
  tags = talks_text_get_languages (text);
  texts = talks_text_get_texts (text);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_ptr_array_add (self->tags, g_strdup (self->is_plain ? own : tags[i]));
      g_ptr_array_add (self->texts, g_strdup (texts[i]));
    }
}

/* NULL when it says nothing. */
static TalksText *
put_together (TalksTextField *self)
{
  const char *own = talks_document_get_language (talks_form_field_get_document (TALKS_FORM_FIELD (self)));
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < self->tags->len; i++)
    if (!is_blank (self->texts->pdata[i]))
      {
        g_ptr_array_add (tags, self->tags->pdata[i]);
        g_ptr_array_add (texts, self->texts->pdata[i]);
      }
  if (tags->len == 0)
    return NULL;
  if (self->is_plain && tags->len == 1 && g_ascii_strcasecmp (tags->pdata[0], own) == 0)
    return talks_text_new_plain (texts->pdata[0]);
  g_ptr_array_add (tags, NULL);
  g_ptr_array_add (texts, NULL);
  return talks_text_new_tagged ((const char * const *) tags->pdata, (const char * const *) texts->pdata);
}

/* The language to show: that of the reader if the text has it, else the first that it has; of no text that of the
 * reader if the document has it, else that of the document. */
static const char *
choose_language (TalksTextField *self)
{
  const TalksFormContext *context = talks_form_field_get_context (TALKS_FORM_FIELD (self));
  const char *wanted = talks_session_get_language (context->session);

  if (self->tags->len > 0)
    {
      int i = find_tag (self, wanted);

      return self->tags->pdata[i >= 0 ? i : 0];
    }
  for (guint i = 0; !self->is_plain && i < context->languages->len; i++)
    if (g_ascii_strcasecmp (context->languages->pdata[i], wanted) == 0)
      return context->languages->pdata[i];
  return talks_document_get_language (talks_session_get_document (context->session));
}

/* ---- showing ---- */

static void
show_language (TalksTextField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  int i = find_tag (self, self->current);
  g_autoptr (GPtrArray) with_words = g_ptr_array_new ();

  talks_text_box_set_text (TALKS_TEXT_BOX (self->box), i >= 0 ? self->texts->pdata[i] : "");
  for (guint j = 0; j < self->tags->len; j++)
    if (!is_blank (self->texts->pdata[j]))
      g_ptr_array_add (with_words, self->tags->pdata[j]);
  g_ptr_array_add (with_words, NULL);
  talks_language_button_show (TALKS_LANGUAGE_BUTTON (self->languages), talks_form_field_get_label (field),
                              talks_form_field_get_context (field)->languages, self->current,
                              (const char * const *) with_words->pdata);
}

/* The language of a text that is longer than the limit, that which is shown first; NULL: none. */
static const char *
find_too_long (TalksTextField *self,
               int             limit,
               long           *length)
{
  g_autofree char *shown = talks_text_box_get_text (TALKS_TEXT_BOX (self->box));

  *length = g_utf8_strlen (shown, -1);
  if (*length > limit)
    return self->current != NULL ? self->current : "";
  for (guint i = 0; i < self->texts->len; i++)
    {
      long other = g_utf8_strlen (self->texts->pdata[i], -1);

      if (other > limit && g_ascii_strcasecmp (self->tags->pdata[i], self->current) != 0)
        {
          *length = other;
          return self->tags->pdata[i];
        }
    }
  return NULL;
}

/* How much room is left. is_new: the user wrote it just now, and can write it shorter. */
static void
count (TalksTextField *self,
       gboolean        is_new)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  int limit = talks_form_field_get_row (field)->limit;
  g_autofree char *said = NULL;
  const char *too_long;
  long length;

  if (limit == 0)
    return;
  too_long = find_too_long (self, limit, &length);
  if (too_long != NULL && g_strcmp0 (too_long, self->current) != 0 && *too_long != '\0')
    {
      g_autofree char *name = talks_language_name (too_long);

      /* Translators: the name of a language, then a number of characters. */
      said = g_strdup_printf (_("%1$s: %2$ld characters, shorten it to %3$d."), name, length, limit);
    }
  else if (too_long != NULL)
    said = g_strdup_printf (ngettext ("%1$ld character, shorten it to %2$d.", "%1$ld characters, shorten it to %2$d.",
                                      (unsigned long) length), length, limit);
  else if (length > 0)
    said = g_strdup_printf (_("%1$ld of %2$d characters"), length, limit);
  talks_form_field_say (field, too_long == NULL ? TALKS_SAY_UNDERSTOOD : is_new ? TALKS_SAY_PROBLEM : TALKS_SAY_WARNING,
                        said);
}

/* ---- the user ---- */

static void
write_text (TalksTextField *self,
            const char     *text)
{
  int i = find_tag (self, self->current);
  g_autoptr (TalksText) whole = NULL;

  if (i < 0)
    {
      g_ptr_array_add (self->tags, g_strdup (self->current));
      g_ptr_array_add (self->texts, NULL);
      i = (int) self->texts->len - 1;
    }
  g_free (self->texts->pdata[i]);
  self->texts->pdata[i] = g_strchomp (g_strdup (text));
  whole = put_together (self);
  count (self, TRUE);
  talks_form_field_set_text (TALKS_FORM_FIELD (self), whole);
}

static void
text_changed_cb (TalksTextField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  g_autofree char *text = talks_text_box_get_text (TALKS_TEXT_BOX (self->box));

  if (talks_form_field_get_field (field)->type == TALKS_FIELD_TEXT)
    write_text (self, text);
  else
    {
      count (self, TRUE);
      talks_form_field_set_string (field, text);
    }
}

static void
language_chosen_cb (TalksTextField *self,
                    const char     *tag)
{
  g_free (self->current);
  self->current = g_strdup (tag);
  show_language (self);
  count (self, TRUE);
  gtk_widget_grab_focus (talks_text_box_get_target (TALKS_TEXT_BOX (self->box)));
}

/* Back from the languages, whatever became of them there. */
static void
languages_closed_cb (TalksTextField *self)
{
  gtk_widget_grab_focus (talks_text_box_get_target (TALKS_TEXT_BOX (self->box)));
}

static gboolean
languages_key_cb (GtkWidget *content,
                  GVariant  *args,
                  gpointer   data)
{
  talks_language_button_open (data);
  return TRUE;
}

/* As in what has a list to drop down. */
static void
add_languages (TalksTextField *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *target = talks_text_box_get_target (TALKS_TEXT_BOX (self->box));

  self->languages = talks_language_button_new ();
  gtk_widget_set_valign (self->languages, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->content), self->languages);
  g_signal_connect_swapped (self->languages, "chosen", G_CALLBACK (language_chosen_cb), self);
  g_signal_connect_swapped (self->languages, "closed", G_CALLBACK (languages_closed_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Down|<Alt>KP_Down"),
                                                          gtk_callback_action_new (languages_key_cb, self->languages,
                                                                                   NULL)));
  gtk_widget_add_controller (target, keys);
  gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, "Alt+Down", -1);
}

/* ---- the class ---- */

static void
make_widgets (TalksTextField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksFormRow *row = talks_form_field_get_row (field);

  self->box = talks_text_box_new ((row->flags & TALKS_ROW_MULTILINE) != 0);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_box_append (GTK_BOX (self->content), self->box);
  talks_form_field_set_target (field, talks_text_box_get_target (TALKS_TEXT_BOX (self->box)));
  g_signal_connect_swapped (self->box, "changed", G_CALLBACK (text_changed_cb), self);
  if ((row->flags & TALKS_ROW_BARE) != 0)
    talks_text_box_set_placeholder (TALKS_TEXT_BOX (self->box), talks_form_field_get_label (field));

  if (talks_form_field_get_field (field)->type == TALKS_FIELD_TEXT)
    add_languages (self);
}

static void
talks_text_field_load (TalksFormField *field)
{
  TalksTextField *self = TALKS_TEXT_FIELD (field);
  const TalksField *value = talks_form_field_get_field (field);
  gpointer owner = talks_form_field_get_owner (field);

  if (self->box == NULL)
    make_widgets (self);
  if (value->type == TALKS_FIELD_STRING)
    {
      const char *string = TALKS_FIELD_VALUE (value, owner, char *);

      talks_text_box_set_text (TALKS_TEXT_BOX (self->box), string != NULL ? string : "");
    }
  else
    {
      take_apart (self, talks_field_is_absent (value, owner) ? NULL : TALKS_FIELD_VALUE (value, owner, TalksText *));
      g_free (self->current);
      self->current = g_strdup (choose_language (self));
      show_language (self);
    }
  count (self, FALSE);
}

static void
talks_text_field_finalize (GObject *object)
{
  TalksTextField *self = TALKS_TEXT_FIELD (object);

  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->texts);
  g_free (self->current);

  G_OBJECT_CLASS (talks_text_field_parent_class)->finalize (object);
}

static void
talks_text_field_class_init (TalksTextFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_text_field_finalize;
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_text_field_load;
}

static void
talks_text_field_init (TalksTextField *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* What kind of box it is follows from the row. */
  talks_form_field_set_content (TALKS_FORM_FIELD (self), self->content, NULL);
}

TalksFormField *
talks_text_field_new (void)
{
  return g_object_new (talks_text_field_get_type (), NULL);
}
