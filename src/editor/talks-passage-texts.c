/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-passage-texts.h"

#include <glib/gi18n-lib.h>

#include "talks-language-button.h"

#define MAX_TEXTS 200 /* of one record: nobody chooses from more */

/* Members that hold words to be read, in the order in which they are offered. "%u" counts the parts of a list. */
static const struct
{
  const char *list;  /* or struct; NULL: of the record itself */
  const char *field;
  const char *label;
} members[] = {
  { NULL, "summary", N_("Summary") },
  { NULL, "outcome", N_("Outcome") },
  { NULL, "stance", N_("Stance") },
  { "quote", "text", N_("Quotation") },
  { NULL, "description", N_("Description") },
  { NULL, "body", N_("Text") },
  { "accounts", "claim", N_("Account %u") },
  { "attendance", "note", N_("Note on attendance %u") },
  { "roles", "title", N_("Office %u") },
  { "steps", "text", N_("Step %u") },
  { "quote", "note", N_("Note on the quotation") },
  { NULL, "note", N_("Note") },
  { NULL, "time_note", N_("Note on the time") },
  { NULL, "title", N_("Title") },
  { NULL, "name", N_("Name") },
  { NULL, "label", N_("Label") },
};

static void
text_free (TalksPassageText *text)
{
  g_free (text->name);
  g_free (text->text);
  g_free (text);
}

static gboolean
is_blank (const char *text)
{
  while (text != NULL && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text == NULL || *text == '\0';
}

static void
add (GPtrArray  *texts,
     const char *label,
     const char *language,
     const char *words)
{
  TalksPassageText *text;
  g_autofree char *name = language != NULL ? talks_language_name (language) : NULL;

  if (is_blank (words) || texts->len >= MAX_TEXTS)
    return;
  text = g_new (TalksPassageText, 1);
  /* Translators: what a text is, and its language: "Summary (Ukrainian)". */
  text->name = name != NULL ? g_strdup_printf (_("%1$s (%2$s)"), label, name) : g_strdup (label);
  text->text = g_strdup (words);
  g_ptr_array_add (texts, text);
}

static void
add_languages (GPtrArray       *texts,
               const char      *label,
               const TalksText *text,
               const char      *lang)
{
  const char * const *tags = talks_text_get_languages (text);
  const char * const *words = talks_text_get_texts (text);

  if (tags[0] == NULL)
    {
      add (texts, label, NULL, words[0]);
      return;
    }
  for (guint i = 0; tags[i] != NULL; i++)
    if (g_ascii_strcasecmp (tags[i], lang) == 0)
      add (texts, label, tags[i], words[i]);
  for (guint i = 0; tags[i] != NULL; i++)
    if (g_ascii_strcasecmp (tags[i], lang) != 0)
      add (texts, label, tags[i], words[i]);
}

static void
add_field (GPtrArray           *texts,
           const TalksFieldSet *set,
           const char          *name,
           gconstpointer        owner,
           const char          *label,
           const char          *lang)
{
  const TalksField *field = talks_field_set_find (set, name);

  if (field == NULL || talks_field_is_absent (field, owner))
    return;
  if (field->type == TALKS_FIELD_TEXT)
    add_languages (texts, label, TALKS_FIELD_VALUE (field, owner, TalksText *), lang);
  else if (field->type == TALKS_FIELD_STRING)
    add (texts, label, NULL, TALKS_FIELD_VALUE (field, owner, char *));
}

static void
add_parts (GPtrArray        *texts,
           const TalksField *list,
           gconstpointer     owner,
           const char       *name,
           const char       *format,
           const char       *lang)
{
  GPtrArray *parts = TALKS_FIELD_VALUE (list, owner, GPtrArray *);

  for (guint i = 0; i < parts->len && texts->len < MAX_TEXTS; i++)
    {
      g_autoptr (GString) label = g_string_new (format);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      g_string_replace (label, "%u", number, 1);
      add_field (texts, list->parts, name, parts->pdata[i], label->str, lang);
    }
}

GPtrArray *
talks_passage_texts_new (const TalksRecord *record,
                         const char        *lang)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  const TalksFieldSet *set;

  g_return_val_if_fail (record != NULL && lang != NULL, texts);

  set = talks_record_kind_get_fields (record->kind);
  for (size_t i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const TalksField *list = members[i].list != NULL ? talks_field_set_find (set, members[i].list) : NULL;

      if (members[i].list == NULL)
        add_field (texts, set, members[i].field, record, _(members[i].label), lang);
      else if (list != NULL && !talks_field_is_absent (list, record))
        {
          if (list->type == TALKS_FIELD_LIST)
            add_parts (texts, list, record, members[i].field, _(members[i].label), lang);
          else
            add_field (texts, list->parts, members[i].field, TALKS_FIELD_VALUE (list, record, gpointer),
                       _(members[i].label), lang);
        }
    }
  return texts;
}
