/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-row.h"

#include <string.h>

/* ---- columns ---- */

static const struct
{
  const char *id;
  int         special;
} specials[] = {
  { "id", TALKS_COLUMN_ID },
  { "record", TALKS_COLUMN_ID },
  { "place.lat", TALKS_COLUMN_LATITUDE },
  { "place.lon", TALKS_COLUMN_LONGITUDE },
  { "date.end", TALKS_COLUMN_END },
  { "attendance", TALKS_COLUMN_ATTENDANCE },
  { "date.year", TALKS_COLUMN_PART },
  { "date.month", TALKS_COLUMN_PART + 1 },
  { "date.day", TALKS_COLUMN_PART + 2 },
  { "date.end-year", TALKS_COLUMN_PART + 3 },
  { "date.end-month", TALKS_COLUMN_PART + 4 },
  { "date.end-day", TALKS_COLUMN_PART + 5 },
};

static TalksColumn
parse_column (const TalksFieldSet *fields,
              const char          *id)
{
  TalksColumn column = { NULL, NULL, NULL, TALKS_COLUMN_NONE };
  g_autofree char *base = g_strndup (id, strcspn (id, "@"));
  char *dot;

  for (size_t i = 0; i < G_N_ELEMENTS (specials); i++)
    if (strcmp (id, specials[i].id) == 0)
      {
        column.special = specials[i].special;
        return column;
      }
  column.field = talks_field_set_find (fields, base);
  dot = strchr (base, '.');
  if (column.field == NULL && dot != NULL)
    {
      *dot = '\0';
      column.parent = talks_field_set_find (fields, base);
      if (column.parent != NULL && column.parent->type == TALKS_FIELD_STRUCT)
        column.field = talks_field_set_find (column.parent->parts, dot + 1);
    }
  if (column.field == NULL || column.field->type == TALKS_FIELD_STRUCT || column.field->type == TALKS_FIELD_LIST
      || column.field->type == TALKS_FIELD_COORDINATES)
    return column;
  column.special = TALKS_COLUMN_FIELD;
  if (column.field->type == TALKS_FIELD_TEXT && id[strcspn (id, "@")] == '@')
    column.tag = g_strdup (id + strcspn (id, "@") + 1);
  return column;
}

static void
column_clear (TalksColumn *column)
{
  g_free (column->tag);
}

void
talks_row_reader_init (TalksRowReader       *self,
                       TalksImporter        *importer,
                       const TalksFieldSet  *fields,
                       char                **columns)
{
  *self = (TalksRowReader) { .importer = importer, .fields = fields };
  self->language = talks_document_get_language (importer->document);
  self->columns = g_array_new (FALSE, FALSE, sizeof (TalksColumn));
  g_array_set_clear_func (self->columns, (GDestroyNotify) column_clear);
  for (char **id = columns; *id != NULL; id++)
    {
      TalksColumn column = parse_column (fields, *id);

      g_array_append_val (self->columns, column);
    }
}

void
talks_row_reader_clear (TalksRowReader *self)
{
  g_array_unref (self->columns);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->ambiguous, g_free);
  g_clear_pointer (&self->end, talks_date_unref);
  for (size_t i = 0; i < G_N_ELEMENTS (self->clocks); i++)
    g_clear_pointer (&self->clocks[i], g_free);
}

/* ---- rows ---- */

static gboolean
make_parts_date (TalksRowReader  *self,
                 int              end,
                 TalksDate      **slot,
                 const char      *title)
{
  const int64_t *parts = self->parts + 3 * end;
  g_autofree char *why = NULL;
  TalksDate *date;

  if (!self->has_year[end] || *slot != NULL)
    return TRUE;
  date = talks_import_make_date (parts[0], (int) parts[1], (int) parts[2], &why);
  if (date == NULL)
    talks_importer_leave (self->importer, self->line, title, "%s", why);
  *slot = date;
  return date != NULL;
}

/* The times of day behind the dates, where no column of their own says them. */
static void
take_clocks (TalksRowReader *self,
             gpointer        owner)
{
  TalksClock *clock;

  if (self->clocks[0] == NULL && self->clocks[1] == NULL)
    return;
  if (((TalksEvent *) owner)->time == NULL)
    ((TalksEvent *) owner)->time = g_new0 (TalksClock, 1);
  clock = ((TalksEvent *) owner)->time;
  if (clock->start == NULL)
    clock->start = g_steal_pointer (&self->clocks[0]);
  if (clock->end == NULL)
    clock->end = g_steal_pointer (&self->clocks[1]);
}

/* Something that is over by a day, and of which nobody says when it began; NULL if it cannot be said like that. */
static TalksDate *
make_end_date (const TalksDate *end)
{
  g_autofree char *text = g_strconcat ("/", talks_date_get_text (end), NULL);

  return talks_date_parse (text, NULL);
}

/* One date of what several cells say. */
static gboolean
join_date (TalksRowReader *self,
           gpointer        owner,
           const char     *title)
{
  const TalksField *field = talks_field_set_find (self->fields, "date");
  TalksDate **slot = field != NULL ? &TALKS_FIELD_VALUE (field, owner, TalksDate *) : NULL;
  g_autofree char *why = NULL;
  TalksDate *date;

  if (slot == NULL)
    return TRUE;
  if (!make_parts_date (self, 0, slot, title) || !make_parts_date (self, 1, &self->end, title))
    return FALSE;
  if (self->end == NULL)
    return TRUE;
  date = *slot == NULL ? make_end_date (self->end) : NULL;
  if (date == NULL)
    date = talks_import_join_dates (*slot, self->end, &why);
  if (date == NULL)
    talks_importer_leave (self->importer, self->line, title, "%s", why);
  g_clear_pointer (slot, talks_date_unref);
  *slot = date;
  return date != NULL;
}

/* What spreadsheets would run as a formula has an apostrophe before it in our exports, and in those of others. */
static const char *
skip_guard (const char *cell)
{
  const char *p = cell;

  while (*p == '\'')
    p++;
  return p > cell && *p != '\0' && strchr ("=+-@\t\r\n", *p) != NULL ? cell + 1 : cell;
}

gboolean
talks_row_is_missing (const char *cell)
{
  static const char * const words[] = { "NA", "N/A", "NaN", "NULL", "#N/A" };

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (cell, words[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
talks_row_reader_read (TalksRowReader *self,
                       gpointer        owner,
                       GPtrArray      *cells,
                       unsigned        line,
                       const char     *title)
{
  self->line = line;
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->end, talks_date_unref);
  for (size_t i = 0; i < G_N_ELEMENTS (self->clocks); i++)
    g_clear_pointer (&self->clocks[i], g_free);
  memset (self->parts, 0, sizeof self->parts);
  memset (self->has_year, 0, sizeof self->has_year);
  memset (self->has_coordinate, 0, sizeof self->has_coordinate);
  for (guint i = 0; i < MIN (cells->len, self->columns->len); i++)
    {
      const TalksColumn *column = &g_array_index (self->columns, TalksColumn, i);
      const char *raw = skip_guard (cells->pdata[i]);
      g_autofree char *cell = g_strstrip (g_strdup (raw));

      if (*cell == '\0' || column->special == TALKS_COLUMN_NONE)
        continue;
      if (!self->verbatim && talks_row_is_missing (cell))
        {
          self->n_missing++;
          continue;
        }
      if (!talks_row_reader_set_cell (self, column, owner, cell, raw, title))
        return FALSE;
    }
  take_clocks (self, owner);
  return join_date (self, owner, title);
}
