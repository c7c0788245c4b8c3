/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-source-list.h"

#include <string.h>

#include "talks-bibtex.h"
#include "talks-csl-json.h"
#include "talks-error.h"
#include "talks-gettext.h"

#define MAX_KEY 60 /* bytes of an id */

static void
remark_free (TalksSourceRemark *remark)
{
  g_free (remark->what);
  g_free (remark->why);
  g_free (remark);
}

TalksSourceList *
talks_source_list_new (void)
{
  TalksSourceList *self = g_new0 (TalksSourceList, 1);

  self->sources = g_ptr_array_new_with_free_func (talks_record_unref);
  self->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  return self;
}

void
talks_source_list_free (TalksSourceList *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

void
talks_source_list_remark (TalksSourceList *self,
                          unsigned         line,
                          const char      *what,
                          const char      *format,
                          ...)
{
  TalksSourceRemark *remark;
  va_list args;

  g_return_if_fail (self != NULL);

  remark = g_new (TalksSourceRemark, 1);
  remark->line = line;
  remark->what = g_strdup (what);
  va_start (args, format);
  remark->why = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->remarks, remark);
}

/* ---- ids ---- */

static gboolean
is_taken (TalksSourceList *self,
          TalksDocument   *document,
          const char      *id)
{
  if (document != NULL && talks_document_lookup (document, id) != NULL)
    return TRUE;
  for (guint i = 0; i < self->sources->len; i++)
    if (strcmp (((TalksRecord *) self->sources->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* Letters, digits and what joins them. */
static char *
make_slug (const char *key)
{
  g_autofree char *ascii = g_str_to_ascii (key, "C");
  GString *slug = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && slug->len < MAX_KEY; p++)
    if (g_ascii_isalnum (*p) || *p == '_' || *p == '.')
      g_string_append_c (slug, *p);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "source");
  return g_string_free (slug, FALSE);
}

char *
talks_source_list_make_id (TalksSourceList *self,
                           TalksDocument   *document,
                           const char      *key)
{
  g_autofree char *slug = NULL;
  char *id;

  g_return_val_if_fail (self != NULL, NULL);

  slug = make_slug (key != NULL ? key : "");
  id = g_strdup (slug);
  for (guint n = 2; is_taken (self, document, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, n);
    }
  return id;
}

/* ---- what is pasted ---- */

/* One word, perhaps in the brackets that letters put around addresses. NULL when it is no address. */
static char *
dup_address (const char *word)
{
  TalksSource source = { .url = NULL };
  size_t length = strlen (word);
  char *address = *word == '<' && length > 2 && word[length - 1] == '>' ? g_strndup (word + 1, length - 2)
                                                                         : g_strdup (word);

  source.url = address;
  if (talks_source_get_link (&source) == NULL)
    g_clear_pointer (&address, g_free);
  return address;
}

static char *
make_address_key (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : "";

  if (g_str_has_prefix (host, "www."))
    host += strlen ("www.");
  return g_strconcat (host, " ", uri != NULL ? g_uri_get_path (uri) : "", NULL);
}

/* NULL when anything in text is no address. */
static TalksSourceList *
read_addresses (const char    *text,
                TalksDocument *document,
                TalksDay       today)
{
  g_autoptr (TalksSourceList) list = talks_source_list_new ();
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *address = *words[i] != '\0' ? dup_address (words[i]) : NULL;
      g_autofree char *key = NULL;
      g_autofree char *id = NULL;
      TalksSource *source;

      if (*words[i] == '\0')
        continue;
      if (address == NULL)
        return NULL;
      key = make_address_key (address);
      id = talks_source_list_make_id (list, document, key);
      source = talks_record_new (TALKS_RECORD_SOURCE, id);
      source->type = g_strdup ("webpage");
      source->url = g_steal_pointer (&address);
      source->accessed = talks_date_new_day (today);
      g_ptr_array_add (list->sources, source);
    }
  return list->sources->len > 0 ? g_steal_pointer (&list) : NULL;
}

/* "@article{", wherever it stands: other text between entries is a comment. */
static gboolean
has_entry (const char *text)
{
  for (const char *p = text; (p = strchr (p, '@')) != NULL;)
    {
      const char *start;

      p++;
      while (g_ascii_isspace (*p))
        p++;
      for (start = p; g_ascii_isalpha (*p);)
        p++;
      if (p == start)
        continue;
      while (g_ascii_isspace (*p))
        p++;
      if (*p == '{' || *p == '(')
        return TRUE;
    }
  return FALSE;
}

TalksSourceList *
talks_source_text_read (const char           *text,
                        TalksDocument        *document,
                        TalksDay              today,
                        TalksSourceTextKind  *kind,
                        GError              **error)
{
  TalksSourceTextKind ignored;
  TalksSourceList *list;
  const char *start;

  g_return_val_if_fail (text != NULL, NULL);

  if (kind == NULL)
    kind = &ignored;
  start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  while (g_ascii_isspace (*start))
    start++;
  if (*start == '{' || *start == '[')
    {
      g_autoptr (GBytes) bytes = g_bytes_new (start, strlen (start));

      *kind = TALKS_SOURCE_TEXT_CSL_JSON;
      return talks_csl_json_read (bytes, document, error);
    }
  if (has_entry (start))
    {
      *kind = TALKS_SOURCE_TEXT_BIBTEX;
      return talks_bibtex_read (start, -1, document, error);
    }
  *kind = TALKS_SOURCE_TEXT_ADDRESSES;
  list = read_addresses (start, document, today);
  if (list == NULL)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s",
                 _("This is neither a web address nor CSL-JSON nor BibTeX."));
  return list;
}
