/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From entries to sources. */

#include "talks-bibtex-private.h"

#include <stdlib.h>
#include <string.h>

#include "talks-csl.h"
#include "talks-date-entry.h"
#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-source-note.h"
#include "talks-validate.h"

#define MAX_SIZE (64 * 1024 * 1024) /* bytes */

typedef struct
{
  TalksSourceList  *list;
  TalksBibtexEntry *entry;
  TalksBibtexEntry *parent;  /* of "crossref"; may be NULL */
  GHashTable       *used;    /* set of names of fields */
  GPtrArray        *unknown; /* commands */
  TalksSource      *source;
  GString          *note;
} Reader;

/* ---- fields ---- */

/* TeX; NULL when there is nothing in it. */
static const char *
get_field (Reader     *self,
           const char *name)
{
  const char *value = g_hash_table_lookup (self->entry->fields, name);

  g_hash_table_add (self->used, (gpointer) name);
  return value != NULL && *value != '\0' ? value : NULL;
}

/* Not empty, or NULL. */
static char *
dup_field (Reader     *self,
           const char *name)
{
  const char *tex = get_field (self, name);
  char *text = tex != NULL ? talks_tex_to_text (tex, self->unknown) : NULL;

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* The first of names that says something, in one line. All of them count as used. */
static char *
dup_first (Reader             *self,
           const char * const *names)
{
  char *text = NULL;

  for (size_t i = 0; text == NULL && names[i] != NULL; i++)
    text = dup_field (self, names[i]);
  return text != NULL ? g_strdelimit (text, "\n", ' ') : NULL;
}

/* "Title: Subtitle". */
static char *
dup_title (Reader     *self,
           const char *title,
           const char *subtitle)
{
  const char * const names[] = { title, NULL };
  const char * const further[] = { subtitle, NULL };
  g_autofree char *first = dup_first (self, names);
  g_autofree char *second = first != NULL ? dup_first (self, further) : NULL;

  return second != NULL ? g_strdup_printf ("%s: %s", first, second) : g_steal_pointer (&first);
}

#define REMARK(self, ...) talks_source_list_remark ((self)->list, (self)->entry->line, (self)->entry->key, __VA_ARGS__)

static void
append_note (Reader     *self,
             const char *text)
{
  g_string_append_printf (self->note, "%s%s", self->note->len > 0 ? "\n" : "", text);
}

/* ---- dates ---- */

/* EDTF, or words that mean one date. */
static TalksDate *
parse_date (const char *text)
{
  TalksDate *date = talks_date_parse (text, NULL);
  g_autoptr (TalksDateEntry) entry = NULL;

  if (date != NULL)
    return date;
  entry = talks_date_entry_parse (text, 0);
  date = talks_date_entry_get_date (entry);
  return date != NULL ? talks_date_ref (date) : NULL;
}

static TalksDate *
read_date (Reader     *self,
           const char *name)
{
  const char *tex = get_field (self, name);
  g_autofree char *plain = tex != NULL ? talks_tex_to_address (tex) : NULL;
  g_autofree char *text = dup_field (self, name);
  /* BibLaTeX takes EDTF, in which "~" is no space. */
  TalksDate *date = plain != NULL ? talks_date_parse (plain, NULL) : NULL;

  if (date == NULL && text != NULL)
    date = parse_date (text);
  if (text != NULL && date == NULL)
    {
      REMARK (self, _("The date “%s” was not understood; it stands in the note now."), text);
      append_note (self, text);
    }
  return date;
}

/* "year", "month" and, in some files, "day"; a month may hold a day or be a span: "March 29", "March--April". */
static TalksDate *
read_year (Reader *self)
{
  g_autofree char *year = dup_field (self, "year");
  g_autofree char *month = dup_field (self, "month");
  g_autofree char *day = dup_field (self, "day");
  g_autofree char *text = NULL;
  TalksDate *date;

  /* "date" says it already. */
  if (year == NULL || self->source->issued != NULL)
    return NULL;
  if (month != NULL && strspn (month, "0123456789") == strlen (month) && strlen (month) <= 2)
    text = day != NULL ? g_strdup_printf ("%s-%02d-%02d", year, atoi (month), atoi (day))
                       : g_strdup_printf ("%s-%02d", year, atoi (month));
  else if (month != NULL)
    text = g_strjoin (" ", day != NULL ? day : month, day != NULL ? month : year, day != NULL ? year : NULL, NULL);
  date = text != NULL ? parse_date (text) : NULL;
  if (date == NULL && month != NULL)
    REMARK (self, _("The month “%s” was not understood and was left out."), month);
  if (date == NULL)
    date = parse_date (year);
  if (date == NULL)
    {
      REMARK (self, _("The year “%s” was not understood; it stands in the note now."), year);
      append_note (self, year);
    }
  return date;
}

/* ---- addresses and languages ---- */

/* The address of what an archive knows by a number; NULL when none is named, or another. */
static char *
dup_eprint (Reader *self)
{
  static const char * const types[] = { "eprinttype", "archiveprefix", NULL };
  g_autofree char *number = dup_field (self, "eprint");
  g_autofree char *type = number != NULL ? dup_first (self, types) : NULL;

  if (type != NULL && g_ascii_strcasecmp (type, "arxiv") == 0)
    return g_strconcat ("https://arxiv.org/abs/", number, NULL);
  if (type != NULL && g_ascii_strcasecmp (type, "jstor") == 0)
    return g_strconcat ("https://www.jstor.org/stable/", number, NULL);
  g_hash_table_remove (self->used, "eprint");
  return NULL;
}

/* Without the address of the service that many write before it. */
static char *
dup_doi (Reader *self)
{
  const char *tex = get_field (self, "doi");
  g_autofree char *doi = tex != NULL ? talks_tex_to_address (tex) : NULL;
  const char *number = doi != NULL ? strstr (doi, "10.") : NULL;

  return g_strdup (number != NULL && strstr (doi, "://") != NULL ? number : doi);
}

static void
read_address (Reader *self)
{
  const char *url = get_field (self, "url");
  const char *how = get_field (self, "howpublished");
  g_autofree char *doi = dup_doi (self);
  g_autofree char *address = NULL;

  if (url == NULL && how != NULL && (strstr (how, "\\url") != NULL || strstr (how, "://") != NULL))
    {
      const char *start = strstr (how, "\\url");

      url = start != NULL ? start : strstr (how, "http");
    }
  else if (how != NULL)
    {
      g_autofree char *text = talks_tex_to_text (how, self->unknown);

      talks_note_append (self->note, "medium", text);
    }
  if (url != NULL)
    address = talks_tex_to_address (url);
  else if (doi != NULL)
    address = g_strconcat ("https://doi.org/", doi, NULL);
  else
    address = dup_eprint (self);
  if (address != NULL && *address != '\0')
    self->source->url = g_steal_pointer (&address);
}

static void
read_language (Reader *self)
{
  static const char * const names[] = { "language", "langid", "hyphenation", NULL };
  g_autofree char *name = NULL;
  const char *tag;

  for (size_t i = 0; self->source->language == NULL && names[i] != NULL; i++)
    {
      g_free (name);
      name = dup_field (self, names[i]);
      tag = name != NULL ? talks_bibtex_get_language (name) : NULL;
      if (tag == NULL && name != NULL && talks_is_language_tag (name) && strlen (name) < 8)
        tag = name;
      self->source->language = g_strdup (tag);
    }
  if (self->source->language == NULL && name != NULL)
    REMARK (self, _("The language “%s” is not known and was left out."), name);
}

/* ---- the rest ---- */

static void
read_names (Reader     *self,
            const char *name,
            const char *member,
            GPtrArray  *into)
{
  const char *tex = get_field (self, name);
  g_autoptr (GPtrArray) names = tex != NULL ? talks_bibtex_read_names (tex, self->unknown) : NULL;

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (into != NULL)
      g_ptr_array_add (into, g_steal_pointer (&names->pdata[i]));
    else
      talks_note_append_name (self->note, member, names->pdata[i]);
  if (names != NULL && into != NULL)
    g_ptr_array_set_free_func (names, NULL);
}

static void
keep_date (Reader     *self,
           const char *field,
           const char *member)
{
  g_autoptr (TalksDate) date = read_date (self, field);

  if (date != NULL)
    talks_note_append (self->note, member, talks_date_get_text (date));
}

/* A field that records have no place for. FALSE when CSL has none either. */
static gboolean
keep_field (Reader     *self,
            const char *field,
            gboolean    in_journal)
{
  const char *member = talks_bibtex_get_member (field, in_journal);
  g_autofree char *text = NULL;

  if (member == NULL)
    return FALSE;
  switch (talks_csl_get_shape (member))
    {
    case TALKS_CSL_NAMES:
      read_names (self, field, member, NULL);
      return TRUE;
    case TALKS_CSL_DATE:
      keep_date (self, field, member);
      return TRUE;
    case TALKS_CSL_TEXT:
    case TALKS_CSL_NUMBER:
    case TALKS_CSL_TEXTS:
    case TALKS_CSL_READ:
    case TALKS_CSL_OBJECT:
    case TALKS_CSL_UNKNOWN:
    default:
      break;
    }
  text = strcmp (field, "doi") == 0 ? dup_doi (self) : dup_field (self, field);
  /* "12--15" is a span of pages. */
  if (text != NULL && strcmp (field, "pages") == 0)
    {
      g_auto (GStrv) ends = g_strsplit (text, "–", -1);

      g_free (text);
      text = g_strjoinv ("-", ends);
    }
  talks_note_append (self->note, member, text);
  return TRUE;
}

static int
compare_fields (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const gboolean *in_journal = data;
  const char *first = talks_bibtex_get_member (a, *in_journal);
  const char *second = talks_bibtex_get_member (b, *in_journal);
  int order = strcmp (first != NULL ? first : a, second != NULL ? second : b);

  return order != 0 ? order : strcmp (a, b);
}

/* Fields in the order of the members of CSL that they become, so that what is written and read again is the same. */
static void
keep_fields (Reader *self)
{
  gboolean in_journal = g_str_has_prefix (self->source->type, "article");
  g_autoptr (GList) names = g_list_sort_with_data (g_hash_table_get_keys (self->entry->fields), compare_fields,
                                                   &in_journal);
  g_autoptr (GString) lost = g_string_new (NULL);

  for (GList *l = names; l != NULL; l = l->next)
    if ((!g_hash_table_contains (self->used, l->data) || strcmp (l->data, "doi") == 0)
        && !talks_bibtex_is_private (l->data) && !keep_field (self, l->data, in_journal))
      g_string_append_printf (lost, "%s%s", lost->len > 0 ? ", " : "", (char *) l->data);
  if (lost->len > 0)
    REMARK (self, _("Left out, since sources have no place for it: %s."), lost->str);
}

static void
read_type (Reader *self)
{
  g_autofree char *subtype = dup_field (self, "entrysubtype");
  g_autofree char *detail = NULL;
  const char *csl;

  if (subtype == NULL && g_hash_table_contains (self->entry->fields, "type"))
    {
      detail = talks_tex_to_text (g_hash_table_lookup (self->entry->fields, "type"), NULL);
      if (talks_csl_is_type (detail))
        get_field (self, "type");
    }
  csl = talks_bibtex_get_csl_type (self->entry->type, subtype != NULL ? subtype : detail);
  if (csl == NULL)
    REMARK (self, _("The type “@%s” is not known; the entry became a document."), self->entry->type);
  self->source->type = g_strdup (csl != NULL ? csl : "document");
}

static void
read_texts (Reader *self)
{
  static const char * const containers[] = { "journaltitle", "journal", "maintitle", NULL };
  static const char * const publishers[] = { "publisher", "institution", "school", "organization", NULL };
  static const char * const notes[] = { "note", "annote", "annotation", "addendum" };

  self->source->title = dup_title (self, "title", "subtitle");
  self->source->container_title = dup_title (self, "booktitle", "booksubtitle");
  if (self->source->container_title == NULL)
    self->source->container_title = dup_first (self, containers);
  self->source->publisher = dup_first (self, publishers);
  for (size_t i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *text = dup_field (self, notes[i]);

      if (text != NULL)
        append_note (self, text);
    }
}

static void
tell_unknown (Reader *self)
{
  g_autofree char *names = NULL;

  if (self->unknown->len == 0)
    return;
  g_ptr_array_add (self->unknown, NULL);
  names = g_strjoinv (", \\", (char **) self->unknown->pdata);
  REMARK (self, _("Commands of TeX that are not known were taken out: \\%s."), names);
}

static TalksSource *
read_entry (TalksSourceList  *list,
            TalksDocument    *document,
            TalksBibtexEntry *entry)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *id = talks_source_list_make_id (list, document, entry->key);
  TalksSource *source = talks_record_new (TALKS_RECORD_SOURCE, id);
  g_autoptr (TalksDate) year = NULL;
  Reader self = { .list = list, .entry = entry, .used = used, .unknown = unknown, .source = source, .note = note };

  read_type (&self);
  read_texts (&self);
  read_names (&self, "author", "author", source->author);
  source->issued = read_date (&self, "date");
  year = read_year (&self);
  if (source->issued == NULL)
    source->issued = g_steal_pointer (&year);
  source->accessed = read_date (&self, "urldate");
  read_address (&self);
  read_language (&self);
  keep_fields (&self);
  source->note = note->len > 0 ? g_strdup (note->str) : NULL;
  tell_unknown (&self);
  return source;
}

/* An entry takes over what it does not say itself from the one that it names. */
static void
inherit (GPtrArray *entries)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    g_hash_table_insert (by_key, ((TalksBibtexEntry *) entries->pdata[i])->key, entries->pdata[i]);
  for (guint i = 0; i < entries->len; i++)
    {
      TalksBibtexEntry *entry = entries->pdata[i];
      const char *key = g_hash_table_lookup (entry->fields, "crossref");
      TalksBibtexEntry *parent = key != NULL ? g_hash_table_lookup (by_key, key) : NULL;
      GHashTableIter iter;
      gpointer name;
      gpointer value;

      if (parent == NULL || parent == entry || g_hash_table_contains (parent->fields, "crossref"))
        continue;
      g_hash_table_iter_init (&iter, parent->fields);
      while (g_hash_table_iter_next (&iter, &name, &value))
        {
          const char *into = strcmp (name, "title") == 0 ? "booktitle"
                             : strcmp (name, "subtitle") == 0 ? "booksubtitle" : name;

          if (!g_hash_table_contains (entry->fields, into))
            g_hash_table_insert (entry->fields, g_strdup (into), g_strdup (value));
        }
    }
}

static int
compare_remarks (gconstpointer a,
                 gconstpointer b)
{
  const TalksSourceRemark *first = *(const TalksSourceRemark * const *) a;
  const TalksSourceRemark *second = *(const TalksSourceRemark * const *) b;

  return (first->line > second->line) - (first->line < second->line);
}

TalksSourceList *
talks_bibtex_read (const char     *text,
                   gssize          length,
                   TalksDocument  *document,
                   GError        **error)
{
  g_autoptr (TalksSourceList) list = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  size_t size;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (size_t) length;
  if (size > MAX_SIZE)
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE, "%s", _("BibTeX of more than 64 MB is not read."));
      return NULL;
    }
  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_ENCODING, "%s",
                   _("This is not text in UTF-8: convert it, or save it anew as UTF-8."));
      return NULL;
    }
  list = talks_source_list_new ();
  entries = talks_bibtex_parse (text, size, list);
  if (entries->len == 0)
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s", _("There is no entry of BibTeX in this."));
      return NULL;
    }
  inherit (entries);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (list->sources, read_entry (list, document, entries->pdata[i]));
  g_ptr_array_sort (list->remarks, compare_remarks);
  return g_steal_pointer (&list);
}
