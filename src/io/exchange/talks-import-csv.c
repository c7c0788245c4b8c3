/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables: those of our own export come back whole, those of others by what their headings say or the reader chooses. */

#include <string.h>

#include "talks-csv.h"
#include "talks-date-entry.h"
#include "talks-error.h"
#include "talks-field-words.h"
#include "talks-gettext.h"
#include "talks-import-row.h"
#include "talks-shown.h"

#define MAX_COLUMNS    256
#define MAX_FIRST_ROWS 8
#define MAX_FIRST_CELL 400 /* bytes of a cell in them, about */

typedef struct
{
  char             *text;
  TalksCsv          csv;      /* behind the headings */
  char            **headings;
  TalksRecordKind   kind;
  const TalksField *part;     /* the list that the rows are in; NULL: they are records */
  gboolean          is_own;
  gboolean          is_head;  /* of a document */
  int               date;     /* column of dates in a table without headings; −1: it has headings */
} Table;

static void
table_clear (Table *table)
{
  g_free (table->text);
  talks_csv_clear (&table->csv);
  g_strfreev (table->headings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

/* ---- headings ---- */

static char *
dup_heading (const char *cell)
{
  g_autofree char *shown = talks_shown_dup_line (*cell == '\'' && strchr ("=+-@", cell[1]) != NULL ? cell + 1 : cell);

  return g_strdup (g_strstrip (shown));
}

/* Takes text over. */
static gboolean
table_open (Table   *table,
            char    *text,
            char     delimiter,
            GError **error)
{
  guint n;

  table->text = text;
  talks_csv_init (&table->csv, text, delimiter);
  if (!talks_csv_next (&table->csv))
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s", _("There is nothing in this table."));
      return FALSE;
    }
  n = MIN (table->csv.cells->len, MAX_COLUMNS);
  table->headings = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    table->headings[i] = dup_heading (table->csv.cells->pdata[i]);
  table->is_head = !talks_import_find_rows (table->headings, &table->kind, &table->part, &table->is_own);
  table->date = -1;
  return TRUE;
}

static gboolean
says_nothing (char **headings)
{
  g_auto (GStrv) columns = talks_import_guess_columns (headings, TALKS_RECORD_EVENT, NULL, FALSE);

  for (char **column = columns; *column != NULL; column++)
    if (**column != '\0')
      return FALSE;
  return TRUE;
}

/* Where the first row says nothing that headings say, but has a date in it, it is a record like those that follow. */
static void
table_find_headings (Table         *table,
                     TalksImporter *self)
{
  if (table->is_own || table->is_head || !says_nothing (table->headings))
    return;
  for (int i = 0; table->headings[i] != NULL && table->date < 0; i++)
    {
      g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (table->headings[i], self->options->today);

      if (entry->candidates->len > 0)
        table->date = i;
    }
  if (table->date < 0)
    return;
  for (guint i = 0; table->headings[i] != NULL; i++)
    {
      g_free (table->headings[i]);
      table->headings[i] = g_strdup_printf (_("Column %u"), i + 1);
    }
  talks_csv_clear (&table->csv);
  talks_csv_init (&table->csv, table->text, table->csv.delimiter);
  talks_importer_warn (self, 0, NULL, _("There is a date in the first row: it was read as a record, and not as headings."));
}

/* ---- rows ---- */

static gpointer
new_part (const TalksFieldSet *fields)
{
  gpointer part = g_malloc0 (fields->size);

  for (guint i = 0; i < fields->n_fields; i++)
    if (fields->fields[i].type == TALKS_FIELD_STRINGS)
      TALKS_FIELD_VALUE (&fields->fields[i], part, char **) = g_new0 (char *, 1);
  return part;
}

/* The record that the row is about has to be in the same import: it is not shared yet. */
static void
take_part (TalksImporter  *self,
           TalksRowReader *reader,
           const Table    *table,
           gpointer        part)
{
  const char *missing;
  TalksImportItem *item = reader->id != NULL ? g_hash_table_lookup (self->given, reader->id) : NULL;

  if (item == NULL || item->record->kind != table->kind)
    talks_importer_leave (self, table->csv.line, reader->id,
                          _("The record that it belongs to is not in the import: choose the first table of the export, "
                            "and the others beside it come along."));
  else if (!talks_import_is_complete (table->part->parts, part, &missing))
    talks_importer_leave (self, table->csv.line, talks_import_get_title (item->record), _("It has no “%s”."),
                          talks_field_words_name (missing));
  else
    {
      g_ptr_array_add (TALKS_FIELD_VALUE (table->part, item->record, GPtrArray *), part);
      return;
    }
  table->part->parts->free (part);
}

static const char *
get_cell (const Table *table,
          int          column)
{
  const char *cell = column >= 0 && (guint) column < table->csv.cells->len ? table->csv.cells->pdata[column] : "";

  return *cell != '\0' ? cell : NULL;
}

static void
read_row (TalksImporter  *self,
          TalksRowReader *reader,
          const Table    *table,
          int             title_column)
{
  const char *title = get_cell (table, title_column);
  gpointer owner;

  if (table->csv.unclosed)
    {
      talks_importer_leave (self, table->csv.line, title, _("A quotation mark opens in it that is never closed."));
      return;
    }
  owner = table->part != NULL ? new_part (table->part->parts) : talks_record_new (table->kind, "row");
  if (!talks_row_reader_read (reader, owner, table->csv.cells, table->csv.line, title))
    {
      if (table->part != NULL)
        table->part->parts->free (owner);
      else
        talks_record_unref (owner);
    }
  else if (table->part != NULL)
    take_part (self, reader, table, owner);
  else
    talks_importer_add (self, owner, reader->id, table->csv.line);
}

/* Cells that no column takes: told by the heading, those without one by the row. */
static void
tell_lost_cells (TalksImporter  *self,
                 const Table    *table,
                 char          **columns,
                 const char     *title)
{
  guint n = g_strv_length (columns);

  for (guint i = 0; i < table->csv.cells->len; i++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (table->csv.cells->pdata[i]));
      g_autofree char *shown = NULL;

      if (*cell == '\0' || talks_row_is_missing (cell) || (i < n && *columns[i] != '\0'))
        continue;
      if (i < n)
        {
          talks_importer_lose (self, *table->headings[i] != '\0' ? table->headings[i] : _("Column without a heading"));
          continue;
        }
      shown = talks_shown_dup_line (cell);
      talks_importer_warn (self, table->csv.line, title, _("“%s” stands beyond the last heading and is left out."), shown);
      break;
    }
}

static void
keep_first_row (TalksImportTable *info,
                GPtrArray        *cells)
{
  guint n = g_strv_length (info->headings);
  char **row = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *start = i < cells->len ? g_strndup (cells->pdata[i], MAX_FIRST_CELL) : g_strdup ("");
      g_autofree char *valid = g_utf8_make_valid (start, -1);

      row[i] = talks_shown_dup_line (valid);
    }
  g_ptr_array_add (info->first_rows, row);
}

static int
find_title_column (char **columns)
{
  static const char * const names[] = { "title", "name", "stance", "record" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    for (int j = 0; columns[j] != NULL; j++)
      if (strcmp (columns[j], names[i]) == 0)
        return j;
  return -1;
}

/* info is NULL for a table beside the first. */
static gboolean
read_rows (TalksImporter     *self,
           TalksRowReader    *reader,
           Table             *table,
           char             **columns,
           TalksImportTable  *info,
           GError           **error)
{
  int title_column = find_title_column (columns);

  while (talks_csv_next (&table->csv))
    {
      if (!talks_importer_has_room (self, error))
        return FALSE;
      if (info != NULL)
        info->n_rows++;
      if (info != NULL && info->first_rows->len < MAX_FIRST_ROWS)
        keep_first_row (info, table->csv.cells);
      if (!table->is_head)
        read_row (self, reader, table, title_column);
      if (!table->is_head)
        tell_lost_cells (self, table, columns, get_cell (table, title_column));
    }
  return TRUE;
}

static gboolean
has_heading (char       **headings,
             const char  *word)
{
  return g_strv_contains ((const char * const *) headings, word);
}

static gboolean
read_table (TalksImporter     *self,
            Table             *table,
            char             **columns,
            const char        *language,
            TalksImportTable  *info,
            GError           **error)
{
  const TalksFieldSet *fields = table->part != NULL ? table->part->parts : talks_record_kind_get_fields (table->kind);
  TalksRowReader reader;
  gboolean read;

  talks_row_reader_init (&reader, self, fields, columns);
  reader.verbatim = table->is_own;
  /* TimelineJS has its own names for columns, and HTML in them. */
  reader.is_html = has_heading (table->headings, "Headline")
                   && (has_heading (table->headings, "Year") || has_heading (table->headings, "Start Date"));
  reader.date_order = self->options->date_order;
  if (language != NULL)
    reader.language = language;
  read = read_rows (self, &reader, table, columns, info, error);
  if (reader.n_missing > 0)
    talks_importer_warn (self, 0, NULL,
                         ngettext ("%u cell that says only “NA” or the like counts as empty.",
                                   "%u cells that say only “NA” or the like count as empty.", reader.n_missing),
                         reader.n_missing);
  if (info != NULL)
    {
      info->n_ambiguous = reader.n_ambiguous;
      info->ambiguous = g_steal_pointer (&reader.ambiguous);
    }
  talks_row_reader_clear (&reader);
  return read;
}

/* ---- tables beside the first ---- */

/* The language of the document that an export was made of; NULL: not told. */
static char *
find_language (const TalksImportOptions *options)
{
  for (guint i = 0; options->beside != NULL && i < options->beside->len; i++)
    {
      const TalksImportBeside *beside = options->beside->pdata[i];
      const char *used;
      gboolean guessed;
      size_t length;
      g_autofree char *text = NULL;
      g_auto (TalksCsv) csv = { 0 };

      if (strcmp (beside->part, "document") != 0)
        continue;
      text = talks_import_decode (beside->bytes, NULL, "", &length, &used, &guessed, NULL);
      talks_csv_init (&csv, text != NULL ? text : "", ',');
      while (talks_csv_next (&csv))
        if (csv.cells->len > 2 && strcmp (csv.cells->pdata[0], "language") == 0)
          return g_strdup (csv.cells->pdata[2]);
    }
  return NULL;
}

static gboolean
read_beside (TalksImporter            *self,
             const TalksImportBeside  *beside,
             gboolean                  parts,
             const char               *language,
             GError                  **error)
{
  const char *used;
  gboolean guessed;
  size_t length;
  g_auto (Table) table = { 0 };
  g_autoptr (GError) ignored = NULL;
  gboolean read;
  char *text = talks_import_decode (beside->bytes, NULL, "", &length, &used, &guessed, &ignored);

  if (text == NULL || !table_open (&table, text, talks_csv_find_delimiter (text), &ignored) || !table.is_own)
    {
      if (!parts && (text == NULL || !table.is_head))
        talks_importer_warn (self, 0, beside->part, _("This table beside the first is not as Talks writes it, and is left out."));
      return TRUE;
    }
  if ((table.part != NULL) != parts)
    return TRUE;
  self->part = beside->part;
  read = read_table (self, &table, table.headings, language, NULL, error);
  self->part = NULL;
  return read;
}

/* Records before the parts of records. */
static gboolean
read_all_beside (TalksImporter  *self,
                 const char     *language,
                 GError        **error)
{
  const GPtrArray *list = self->options->beside;

  for (int parts = 0; parts < 2; parts++)
    for (guint i = 0; list != NULL && i < list->len; i++)
      if (!read_beside (self, list->pdata[i], parts, language, error))
        return FALSE;
  return TRUE;
}

/* ---- the door ---- */

/* What the caller has chosen goes before what is found. */
static char **
choose_columns (TalksImporter *self,
                Table         *table)
{
  const TalksImportOptions *options = self->options;
  const char *date;
  char **columns;

  if (options->rows >= 0 && options->rows < TALKS_N_RECORD_KINDS
      && (table->part != NULL || table->kind != (TalksRecordKind) options->rows || table->is_head))
    {
      table->kind = (TalksRecordKind) options->rows;
      table->part = NULL;
      table->is_own = FALSE;
      table->is_head = FALSE;
    }
  date = table->kind == TALKS_RECORD_SOURCE ? "issued" : "date";
  columns = talks_import_guess_columns (table->headings, table->kind, table->part, table->is_own);
  if (table->date >= 0 && talks_field_set_find (talks_record_kind_get_fields (table->kind), date) != NULL)
    {
      g_free (columns[table->date]);
      columns[table->date] = g_strdup (date);
    }
  for (guint i = 0; options->columns != NULL && columns[i] != NULL && options->columns[i] != NULL; i++)
    {
      g_free (columns[i]);
      columns[i] = g_strdup (options->columns[i]);
    }
  return columns;
}

gboolean
talks_import_read_csv (TalksImporter  *self,
                       GBytes         *bytes,
                       GError        **error)
{
  TalksImportTable *info;
  g_auto (Table) table = { 0 };
  g_autofree char *language = find_language (self->options);
  const char *used;
  gboolean guessed;
  size_t length;
  char *text = talks_import_decode (bytes, self->options->encoding, talks_document_get_language (self->document), &length,
                                    &used, &guessed, error);

  if (text == NULL)
    return FALSE;
  info = self->import->table = g_new0 (TalksImportTable, 1);
  info->first_rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  info->encoding = g_strdup (used);
  info->encoding_guessed = guessed;
  info->delimiter = self->options->delimiter != '\0' ? self->options->delimiter : talks_csv_find_delimiter (text);
  if (!table_open (&table, text, info->delimiter, error))
    return FALSE;
  table_find_headings (&table, self);
  info->headings = g_strdupv (table.headings);
  info->columns = choose_columns (self, &table);
  info->is_own = table.is_own || table.is_head;
  info->rows = table.is_head || table.part != NULL ? -1 : (int) table.kind;
  if (guessed)
    talks_importer_warn (self, 0, NULL, _("Nothing in the file tells its encoding: it was read as %s. Where words look wrong, "
                                          "choose another."), used);
  if (table.is_head)
    talks_importer_warn (self, 0, NULL, _("This is the table of a timeline's title and description, which imports leave as "
                                          "they are. Choose the first table of the export instead."));
  return read_table (self, &table, info->columns, language, info, error) && read_all_beside (self, language, error);
}
