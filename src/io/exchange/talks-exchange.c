/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-exchange-private.h"

#include <string.h>

#include "talks-bibtex.h"
#include "talks-csl-json.h"
#include "talks-gettext.h"
#include "talks-json-write.h"
#include "talks-wording.h"

/* ---- formats ---- */

#ifdef TALKS_HAVE_ICAL
#define READS_CALENDARS TRUE
#else
#define READS_CALENDARS FALSE
#endif

static const TalksExchangeFormatInfo formats[TALKS_N_EXCHANGE_FORMATS] = {
  [TALKS_EXCHANGE_HTML] = { "html", N_("Web page (HTML)"), ".html", TRUE, FALSE },
  [TALKS_EXCHANGE_MARKDOWN] = { "markdown", N_("Text (Markdown)"), ".md", TRUE, FALSE },
  [TALKS_EXCHANGE_CSV] = { "csv", N_("Tables (CSV)"), ".csv", TRUE, TRUE },
  [TALKS_EXCHANGE_ICALENDAR] = { "icalendar", N_("Calendar (iCalendar)"), ".ics", TRUE, READS_CALENDARS },
  [TALKS_EXCHANGE_CSL_JSON] = { "csl-json", N_("Sources (CSL-JSON)"), ".csl.json", TRUE, TRUE },
  [TALKS_EXCHANGE_BIBTEX] = { "bibtex", N_("Sources (BibTeX)"), ".bib", TRUE, TRUE },
  [TALKS_EXCHANGE_TIMELINEJS] = { "timelinejs", N_("TimelineJS"), ".timelinejs.json", TRUE, TRUE },
  [TALKS_EXCHANGE_JSON_LD] = { "json-ld", N_("Linked data (JSON-LD)"), ".jsonld", TRUE, FALSE },
  [TALKS_EXCHANGE_TIMELINE_PROJECT] = { "timeline-project", N_("The Timeline Project"), ".timeline", FALSE, TRUE },
};

void
talks_exchange_get_info (TalksExchangeFormat      format,
                         TalksExchangeFormatInfo *info)
{
  g_return_if_fail (format < TALKS_N_EXCHANGE_FORMATS);
  g_return_if_fail (info != NULL);

  *info = formats[format];
  info->name = _(formats[format].name);
}

static gboolean
has_ending (const char *path,
            const char *ending)
{
  size_t length = strlen (path);
  size_t n = strlen (ending);

  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

gboolean
talks_exchange_format_from_path (const char          *path,
                                 TalksExchangeFormat *out)
{
  g_return_val_if_fail (path != NULL && out != NULL, FALSE);

  for (int i = 0; i < TALKS_N_EXCHANGE_FORMATS; i++)
    if (formats[i].can_export && has_ending (path, formats[i].ending))
      {
        *out = (TalksExchangeFormat) i;
        return TRUE;
      }
  return FALSE;
}

char *
talks_exchange_make_path (const char          *path,
                          TalksExchangeFormat  format,
                          const char          *part)
{
  const char *ending;
  size_t length;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (format < TALKS_N_EXCHANGE_FORMATS, NULL);

  if (part == NULL)
    return g_strdup (path);
  length = strlen (path);
  if (has_ending (path, formats[format].ending))
    length -= strlen (formats[format].ending);
  ending = path + length;
  return g_strdup_printf ("%.*s-%s%s", (int) length, path, part, ending);
}

void
talks_exchange_file_free (TalksExchangeFile *self)
{
  if (self == NULL)
    return;
  g_free (self->part);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* ---- for the formats ---- */

void
talks_exchange_add_file (TalksExchange *self,
                         const char    *part,
                         GString       *text)
{
  TalksExchangeFile *file = g_new0 (TalksExchangeFile, 1);

  file->part = g_strdup (part);
  file->bytes = g_string_free_to_bytes (text);
  g_ptr_array_add (self->files, file);
}

void
talks_exchange_add_json (TalksExchange *self,
                         JsonNode      *root)
{
  TalksJsonLayout layout = talks_json_layout_default ();
  GString *text = g_string_new (NULL);

  talks_json_write_node (text, root, &layout);
  g_string_append_c (text, '\n');
  talks_exchange_add_file (self, NULL, text);
}

void
talks_exchange_lose (TalksExchange *self,
                     char          *sentence)
{
  g_ptr_array_add (self->losses, sentence);
}

const char *
talks_exchange_get_text (TalksExchange   *self,
                         const TalksText *text)
{
  const char *words = talks_text_get (text, self->language);

  for (const char *p = words; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return words;
  return NULL;
}

/* ---- what is exported ---- */

static void
add_strings (GHashTable *set,
             char      **ids)
{
  for (; *ids != NULL; ids++)
    g_hash_table_add (set, *ids);
}

/* Ids of the sources of what is exported. */
static GHashTable *
list_cited (TalksExchange *self)
{
  GHashTable *cited = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->records[TALKS_RECORD_EVENT]->len; i++)
    {
      const TalksEvent *event = self->records[TALKS_RECORD_EVENT]->pdata[i];

      add_strings (cited, event->sources);
      for (guint j = 0; j < event->accounts->len; j++)
        add_strings (cited, ((TalksAccount *) event->accounts->pdata[j])->sources);
    }
  for (guint i = 0; i < self->records[TALKS_RECORD_POSITION]->len; i++)
    add_strings (cited, ((TalksPosition *) self->records[TALKS_RECORD_POSITION]->pdata[i])->sources);
  for (guint i = 0; i < self->records[TALKS_RECORD_PARTICIPANT]->len; i++)
    add_strings (cited, ((TalksParticipant *) self->records[TALKS_RECORD_PARTICIPANT]->pdata[i])->sources);
  return cited;
}

static void
choose_records (TalksExchange *self)
{
  const TalksSpan span = self->options->span;
  g_autoptr (GHashTable) cited = NULL;

  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *all = kind == TALKS_RECORD_EVENT
                         ? talks_document_get_events_by_time (self->document)
                         : talks_document_get_records (self->document, (TalksRecordKind) kind);

      if (kind == TALKS_RECORD_SOURCE && !talks_span_is_empty (span))
        cited = list_cited (self);
      self->records[kind] = g_ptr_array_new ();
      for (guint i = 0; i < all->len; i++)
        {
          TalksRecord *record = all->pdata[i];
          const TalksDate *date = talks_record_get_date (record);

          if ((talks_span_is_empty (span) || date == NULL || talks_span_overlaps (span, talks_span_from_date (date)))
              && (cited == NULL || kind != TALKS_RECORD_SOURCE || g_hash_table_contains (cited, record->id)))
            g_ptr_array_add (self->records[kind], record);
        }
    }
}

/* ---- sources only ---- */

static void
write_sources (TalksExchange *self,
               char         *(*to_text) (GPtrArray *sources))
{
  static const char * const held[TALKS_N_RECORD_KINDS] = { [TALKS_RECORD_SOURCE] = "*" };
  g_autofree char *text = to_text (self->records[TALKS_RECORD_SOURCE]);

  talks_exchange_add_file (self, NULL, g_string_new (text));
  talks_exchange_tell_losses (self, held, TRUE);
}

/* ---- exporting ---- */

static gboolean
write_format (TalksExchange        *self,
              TalksExchangeFormat   format,
              GError              **error)
{
  switch (format)
    {
    case TALKS_EXCHANGE_HTML:
      return talks_exchange_write_html (self, error);
    case TALKS_EXCHANGE_MARKDOWN:
      talks_exchange_write_markdown (self);
      return TRUE;
    case TALKS_EXCHANGE_CSV:
      talks_exchange_write_csv (self);
      return TRUE;
    case TALKS_EXCHANGE_ICALENDAR:
      talks_exchange_write_icalendar (self);
      return TRUE;
    case TALKS_EXCHANGE_CSL_JSON:
      write_sources (self, talks_csl_json_write);
      return TRUE;
    case TALKS_EXCHANGE_BIBTEX:
      write_sources (self, talks_bibtex_write);
      return TRUE;
    case TALKS_EXCHANGE_TIMELINEJS:
      talks_exchange_write_timelinejs (self);
      return TRUE;
    case TALKS_EXCHANGE_JSON_LD:
      talks_exchange_write_json_ld (self);
      return TRUE;
    case TALKS_EXCHANGE_TIMELINE_PROJECT:
    case TALKS_N_EXCHANGE_FORMATS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

GPtrArray *
talks_exchange_export (TalksDocument              *document,
                       TalksExchangeFormat         format,
                       const TalksExchangeOptions *options,
                       GPtrArray                  *losses,
                       GError                    **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) own_losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TalksWording) wording = NULL;
  TalksExchange self = { 0 };
  gboolean written;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (format < TALKS_N_EXCHANGE_FORMATS && formats[format].can_export, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  files = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_exchange_file_free);
  self.document = document;
  self.options = options;
  self.language = options->language != NULL ? options->language : talks_document_get_language (document);
  self.losses = losses != NULL ? losses : own_losses;
  self.files = files;
  choose_records (&self);
  wording = talks_wording_begin (options->language);
  written = write_format (&self, format, error);
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    g_ptr_array_unref (self.records[kind]);
  return written ? g_steal_pointer (&files) : NULL;
}
