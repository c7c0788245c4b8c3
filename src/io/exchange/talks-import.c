/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-private.h"

#include <string.h>

#include "talks-bibtex.h"
#include "talks-csl-json.h"
#include "talks-error.h"
#include "talks-gettext.h"
#include "talks-json-scan.h"
#include "talks-shown.h"

/* ---- life ---- */

void
talks_import_item_free (TalksImportItem *item)
{
  talks_record_unref (item->record);
  g_free (item->alike);
  g_free (item);
}

static void
remark_free (TalksImportRemark *remark)
{
  g_free (remark->what);
  g_free (remark->why);
  g_free (remark);
}

static void
table_free (TalksImportTable *table)
{
  g_free (table->encoding);
  g_strfreev (table->headings);
  g_strfreev (table->columns);
  g_ptr_array_unref (table->first_rows);
  g_free (table->ambiguous);
  g_free (table);
}

static TalksImport *
import_new (TalksExchangeFormat format)
{
  TalksImport *self = g_new0 (TalksImport, 1);

  self->format = format;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_import_item_free);
  self->left = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  self->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  return self;
}

void
talks_import_free (TalksImport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->warnings);
  g_clear_pointer (&self->table, table_free);
  g_free (self);
}

void
talks_import_beside_free (TalksImportBeside *self)
{
  g_free (self->part);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* ---- which format ---- */

static gboolean
has_ending (const char *name,
            const char *ending)
{
  size_t length = name != NULL ? strlen (name) : 0;
  size_t n = strlen (ending);

  return length > n && g_ascii_strcasecmp (name + length - n, ending) == 0;
}

/* Whether the first few thousand bytes hold word. */
static gboolean
begins_with_word (const char *text,
                  size_t      length,
                  const char *word)
{
  return g_strstr_len (text, (gssize) MIN (length, 4096), word) != NULL;
}

/* TimelineJS calls its list "events" or "timeline", and gives its slides a "start_date"; CSL has a "type". */
static TalksExchangeFormat
guess_json (const char *name,
            const char *text,
            size_t      length)
{
  if (has_ending (name, ".timelinejs.json"))
    return TALKS_EXCHANGE_TIMELINEJS;
  if (*text == '[' || has_ending (name, ".csl.json"))
    return TALKS_EXCHANGE_CSL_JSON;
  return begins_with_word (text, length, "\"events\"") || begins_with_word (text, length, "\"timeline\"")
             || begins_with_word (text, length, "\"start_date\"") || begins_with_word (text, length, "\"eras\"")
           ? TALKS_EXCHANGE_TIMELINEJS
           : TALKS_EXCHANGE_CSL_JSON;
}

TalksExchangeFormat
talks_import_guess_format (const char *name,
                           GBytes     *bytes)
{
  size_t length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end;

  if (length == 0)
    return TALKS_EXCHANGE_CSV;
  end = text + length;
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    text += 3;
  while (text < end && g_ascii_isspace (*text))
    text++;
  length = (size_t) (end - text);
  if (has_ending (name, ".csv") || has_ending (name, ".tsv") || length == 0)
    return TALKS_EXCHANGE_CSV;
  if (length >= 15 && g_ascii_strncasecmp (text, "BEGIN:VCALENDAR", 15) == 0)
    return TALKS_EXCHANGE_ICALENDAR;
  if (*text == '<')
    return TALKS_EXCHANGE_TIMELINE_PROJECT;
  if (*text == '{' || *text == '[')
    return guess_json (name, text, length);
  if (has_ending (name, ".bib") || (*text == '@' && length > 1 && g_ascii_isalpha (text[1])))
    return TALKS_EXCHANGE_BIBTEX;
  return has_ending (name, ".ics") ? TALKS_EXCHANGE_ICALENDAR : TALKS_EXCHANGE_CSV;
}

/* ---- telling ---- */

typedef struct
{
  char  *name;
  guint  n;
} Loss;

static void
loss_free (Loss *loss)
{
  g_free (loss->name);
  g_free (loss);
}

static void G_GNUC_PRINTF (5, 0)
add_remark (TalksImporter *self,
            GPtrArray     *list,
            unsigned       line,
            const char    *what,
            const char    *format,
            va_list        args)
{
  g_autofree char *named = self->part != NULL && what != NULL ? g_strdup_printf ("%s · %s", self->part, what) : NULL;
  TalksImportRemark *remark;

  if (list->len >= TALKS_IMPORT_MAX_REMARKS)
    {
      self->import->n_more++;
      return;
    }
  remark = g_new (TalksImportRemark, 1);
  remark->line = line;
  if (named != NULL)
    what = named;
  else if (self->part != NULL)
    what = self->part;
  remark->what = what != NULL ? talks_shown_dup_line (what) : NULL;
  remark->why = g_strdup_vprintf (format, args);
  g_ptr_array_add (list, remark);
}

void
talks_importer_leave (TalksImporter *self,
                      unsigned       line,
                      const char    *what,
                      const char    *format,
                      ...)
{
  va_list args;

  va_start (args, format);
  add_remark (self, self->import->left, line, what, format, args);
  va_end (args);
}

void
talks_importer_warn (TalksImporter *self,
                     unsigned       line,
                     const char    *what,
                     const char    *format,
                     ...)
{
  va_list args;

  va_start (args, format);
  add_remark (self, self->import->warnings, line, what, format, args);
  va_end (args);
}

void
talks_importer_lose (TalksImporter *self,
                     const char    *name)
{
  Loss *loss = g_hash_table_lookup (self->loss_table, name);

  if (loss == NULL && self->losses->len < TALKS_IMPORT_MAX_REMARKS)
    {
      loss = g_new (Loss, 1);
      loss->name = g_strdup (name);
      loss->n = 0;
      g_ptr_array_add (self->losses, loss);
      g_hash_table_insert (self->loss_table, loss->name, loss);
    }
  if (loss != NULL)
    loss->n++;
}

void
talks_importer_tell_losses (TalksImporter *self)
{
  for (guint i = 0; i < self->losses->len; i++)
    {
      const Loss *loss = self->losses->pdata[i];

      if (self->import->table != NULL)
        talks_importer_warn (self, 0, loss->name,
                             ngettext ("This column is not taken; it says something in %u row.",
                                       "This column is not taken; it says something in %u rows.", loss->n), loss->n);
      else
        talks_importer_warn (self, 0, loss->name,
                             ngettext ("Left out %u time: a timeline of Talks has no place for it.",
                                       "Left out %u times: a timeline of Talks has no place for it.", loss->n), loss->n);
    }
}

gboolean
talks_importer_has_room (TalksImporter *self,
                         GError       **error)
{
  if (self->import->items->len < TALKS_JSON_MAX_ELEMENTS)
    return TRUE;
  g_set_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE,
               _("There are more than %d records in this file, which is more than Talks can hold."),
               TALKS_JSON_MAX_ELEMENTS);
  return FALSE;
}

/* ---- reading ---- */

/* Sources have readers of their own, which give ids that are free. */
static gboolean
take_sources (TalksImporter   *self,
              TalksSourceList *list,
              GError         **error)
{
  gboolean has_room = TRUE;

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->sources->len && has_room; i++)
    {
      TalksRecord *source = list->sources->pdata[i];

      has_room = talks_importer_has_room (self, error);
      if (has_room)
        talks_importer_add (self, talks_record_copy (source), source->id, 0);
    }
  for (guint i = 0; i < list->remarks->len; i++)
    {
      const TalksSourceRemark *remark = list->remarks->pdata[i];

      talks_importer_warn (self, remark->line, remark->what, "%s", remark->why);
    }
  talks_source_list_free (list);
  return has_room;
}

static gboolean
read_format (TalksImporter *self,
             GBytes        *bytes,
             GError       **error)
{
  TalksExchangeFormatInfo info;
  size_t length;
  const char *text = g_bytes_get_data (bytes, &length);

  switch ((int) self->import->format)
    {
    case TALKS_EXCHANGE_CSV:
      return talks_import_read_csv (self, bytes, error);
    case TALKS_EXCHANGE_TIMELINEJS:
      return talks_import_read_timelinejs (self, bytes, error);
    case TALKS_EXCHANGE_TIMELINE_PROJECT:
      return talks_import_read_timeline_project (self, bytes, error);
    case TALKS_EXCHANGE_CSL_JSON:
      return take_sources (self, talks_csl_json_read (bytes, self->document, error), error);
    case TALKS_EXCHANGE_BIBTEX:
      return take_sources (self, talks_bibtex_read (length > 0 ? text : "", (gssize) length, self->document, error), error);
#ifdef TALKS_HAVE_ICAL
    case TALKS_EXCHANGE_ICALENDAR:
      return talks_import_read_icalendar (self, bytes, error);
#endif
    default:
      talks_exchange_get_info (self->import->format, &info);
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, _("This Talks cannot read files of the format “%s”."), info.name);
      return FALSE;
    }
}

TalksImport *
talks_import_read (GBytes                   *bytes,
                   TalksExchangeFormat       format,
                   const TalksImportOptions *options,
                   TalksDocument            *document,
                   GError                  **error)
{
  g_autoptr (TalksImport) import = NULL;
  TalksImporter self = { 0 };
  gboolean read;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (format < TALKS_N_EXCHANGE_FORMATS, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > TALKS_JSON_MAX_SIZE)
    {
      g_autofree char *limit = g_format_size_full (TALKS_JSON_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE, _("The file is larger than %s."), limit);
      return NULL;
    }
  import = import_new (format);
  self.document = document;
  self.options = options;
  self.import = import;
  self.given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.given_of = g_hash_table_new (NULL, NULL);
  self.taken = g_hash_table_new (g_str_hash, g_str_equal);
  self.next = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.losses = g_ptr_array_new_with_free_func ((GDestroyNotify) loss_free);
  self.loss_table = g_hash_table_new (g_str_hash, g_str_equal);
  read = read_format (&self, bytes, error);
  if (read)
    talks_importer_finish (&self);
  g_hash_table_unref (self.given_of);
  g_hash_table_unref (self.given);
  g_hash_table_unref (self.taken);
  g_hash_table_unref (self.next);
  g_clear_pointer (&self.named, g_hash_table_unref);
  g_hash_table_unref (self.loss_table);
  g_ptr_array_unref (self.losses);
  return read ? g_steal_pointer (&import) : NULL;
}
