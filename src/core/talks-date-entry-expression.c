/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts dates together: what is a range, a choice, open. */

#include "talks-date-entry-private.h"

#include <string.h>

#include "talks-gettext.h"

/* Dates in a row: "16–18 and 20 March 2022" are three parts in two items. */
typedef struct
{
  GArray         *parts;        /* of TalksEntryPart */
  GArray         *range_starts; /* of gboolean, for each part: whether a range goes on to the next */
  TalksEntryKind  conjunction;  /* AND, OR, or END if there is none */
  gboolean        has_comma;
} Row;

static void
row_init (Row *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (TalksEntryPart));
  self->range_starts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->conjunction = TALKS_ENTRY_END;
  self->has_comma = FALSE;
}

static void
row_clear (Row *self)
{
  g_array_unref (self->parts);
  g_array_unref (self->range_starts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static TalksEntryPart *
row_get (const Row *self,
         guint      i)
{
  return &g_array_index (self->parts, TalksEntryPart, i);
}

/* Rows */

static gboolean
append_part (TalksEntryReader *reader,
             Row              *row)
{
  TalksEntryPart part;
  gboolean is_range_start = FALSE;

  if (!talks_entry_read_part (reader, &part))
    return FALSE;
  g_array_append_val (row->parts, part);
  g_array_append_val (row->range_starts, is_range_start);

  return TRUE;
}

/* "..., or", "and", ","; FALSE if the row ends here. */
static gboolean
take_conjunction (TalksEntryReader *reader,
                  Row              *row)
{
  guint n = talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_COMMA ? 1 : 0;
  TalksEntryKind kind = talks_entry_peek (reader, n)->kind;

  if (kind == TALKS_ENTRY_AND || kind == TALKS_ENTRY_OR)
    {
      /* "and before", "and" of another kind than before: not of this row. */
      if (talks_entry_peek (reader, n + 1)->kind == TALKS_ENTRY_BEFORE
          || (row->conjunction != TALKS_ENTRY_END && row->conjunction != kind))
        return FALSE;
      row->conjunction = kind;
      reader->at += n + 1;
      return TRUE;
    }
  if (n == 0 || kind == TALKS_ENTRY_END_OPEN || kind == TALKS_ENTRY_END_UNKNOWN || kind == TALKS_ENTRY_START_OPEN
      || kind == TALKS_ENTRY_START_UNKNOWN || kind == TALKS_ENTRY_INCLUSIVE || kind == TALKS_ENTRY_NOT_BEFORE
      || kind == TALKS_ENTRY_NOT_AFTER || kind == TALKS_ENTRY_BEFORE)
    return FALSE;
  row->has_comma = TRUE;
  reader->at++;

  return TRUE;
}

static gboolean
read_row (TalksEntryReader *reader,
          Row              *row)
{
  do
    {
      if (!append_part (reader, row))
        return FALSE;
      if (talks_entry_peek (reader, 1)->kind == TALKS_ENTRY_PRESENT)
        continue;
      if (talks_entry_take (reader, TALKS_ENTRY_DASH) || talks_entry_take (reader, TALKS_ENTRY_SLASH)
          || talks_entry_take (reader, TALKS_ENTRY_TO))
        {
          g_array_index (row->range_starts, gboolean, row->range_starts->len - 1) = TRUE;
          if (!append_part (reader, row))
            return FALSE;
        }
    }
  while (take_conjunction (reader, row));

  if (row->has_comma && row->conjunction == TALKS_ENTRY_END)
    return talks_entry_fail (reader,
                             g_strdup (_("Say between the dates whether all are meant (“and”) or one of them "
                                         "(“or”).")));

  return TRUE;
}

/* Doubts about "14–17 March" are about both; so are those about "3 or 5 March". */
static void
share_doubts (Row *row)
{
  guint n = row->parts->len;
  gboolean lacks = talks_entry_lacks (row_get (row, 0));
  int before = row_get (row, 0)->before;
  int after = lacks ? row_get (row, n - 1)->after : 0;

  if (!lacks && (n != 2 || row->conjunction != TALKS_ENTRY_END))
    return;
  for (guint i = 0; i < n; i++)
    {
      row_get (row, i)->before |= before;
      row_get (row, i)->after |= after;
    }
}

/* EDTF */

/* Whether the end lies before the start. What can not be read is told elsewhere. */
static gboolean
is_reversed (const char *start,
             const char *end)
{
  g_autoptr (TalksDate) first = talks_date_parse (start, NULL);
  g_autoptr (TalksDate) last = talks_date_parse (end, NULL);

  return first != NULL && last != NULL && talks_date_get_earliest (first) > talks_date_get_latest (last);
}

static char *
write_range (TalksEntryReader     *reader,
             const TalksEntryPart *from,
             const TalksEntryPart *to,
             const char           *separator)
{
  g_autofree char *start = talks_entry_write (reader, from, FALSE);
  g_autofree char *end = start != NULL ? talks_entry_write (reader, to, TRUE) : NULL;

  if (end == NULL)
    return NULL;
  if (is_reversed (start, end))
    {
      talks_entry_fail (reader,
                        g_strdup (_("The end comes before the start. Where they lie in two years, write both years.")));
      return NULL;
    }

  /* "early spring": one month is no range. */
  if (from == to && strcmp (start, end) == 0)
    return g_steal_pointer (&start);

  return g_strconcat (start, separator, end, NULL);
}

static char *
write_item (TalksEntryReader *reader,
            const Row        *row,
            guint            *i,
            const char       *separator)
{
  const TalksEntryPart *part = row_get (row, (*i)++);

  if (g_array_index (row->range_starts, gboolean, *i - 1))
    return write_range (reader, part, row_get (row, (*i)++), separator);
  if (talks_entry_is_stretch (part))
    return write_range (reader, part, part, separator);

  return talks_entry_write (reader, part, FALSE);
}

static char *
write_row (TalksEntryReader *reader,
           Row              *row)
{
  g_autoptr (GString) set = g_string_new (NULL);
  gboolean is_choice = row->conjunction == TALKS_ENTRY_OR;
  guint i = 0;

  if (row->conjunction == TALKS_ENTRY_END)
    return write_item (reader, row, &i, "/");

  while (i < row->parts->len)
    {
      g_autofree char *item = write_item (reader, row, &i, "..");

      if (item == NULL)
        return NULL;
      g_string_append_printf (set, "%s%s", set->len > 0 ? "," : "", item);
    }

  return g_strdup_printf (is_choice ? "[%s]" : "{%s}", set->str);
}

/* What a text says */

static gboolean
read_alone (TalksEntryReader *reader,
            TalksEntryPart   *part)
{
  return talks_entry_read_part (reader, part) && talks_entry_complete (reader, part, 1);
}

/* ", end unknown", "onwards", "– present" after a start; the EDTF of the end, or NULL. */
static const char *
read_open_end (TalksEntryReader *reader)
{
  if (talks_entry_peek (reader, 1)->kind == TALKS_ENTRY_PRESENT
      && (talks_entry_take (reader, TALKS_ENTRY_TO) || talks_entry_take (reader, TALKS_ENTRY_DASH)))
    {
      reader->at++;
      return "..";
    }
  if (talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_COMMA
      && (talks_entry_peek (reader, 1)->kind == TALKS_ENTRY_END_OPEN
          || talks_entry_peek (reader, 1)->kind == TALKS_ENTRY_END_UNKNOWN))
    reader->at++;
  if (talks_entry_take (reader, TALKS_ENTRY_END_UNKNOWN))
    return "";

  return talks_entry_take (reader, TALKS_ENTRY_END_OPEN) ? ".." : NULL;
}

/* "from 29 March 2022", "between 29 March and 2 April 2022". */
static char *
read_from (TalksEntryReader *reader)
{
  gboolean is_between = talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_BETWEEN;
  TalksEntryPart parts[2];
  const char *end;
  g_autofree char *start = NULL;

  reader->at++;
  reader->is_range = TRUE;
  if (!talks_entry_read_part (reader, &parts[0]))
    return NULL;
  end = is_between ? NULL : read_open_end (reader);
  if (talks_entry_peek (reader, 1)->kind == TALKS_ENTRY_TO)
    talks_entry_take (reader, TALKS_ENTRY_COMMA);
  if (end == NULL
      && (talks_entry_take (reader, is_between ? TALKS_ENTRY_AND : TALKS_ENTRY_TO)
          || talks_entry_take (reader, TALKS_ENTRY_DASH) || (is_between && talks_entry_take (reader, TALKS_ENTRY_TO))))
    {
      if (!talks_entry_read_part (reader, &parts[1]) || !talks_entry_complete (reader, parts, 2))
        return NULL;
      talks_entry_take (reader, TALKS_ENTRY_INCLUSIVE);
      return write_range (reader, &parts[0], &parts[1], "/");
    }
  if (is_between)
    {
      talks_entry_fail_here (reader);
      return NULL;
    }
  talks_entry_take (reader, TALKS_ENTRY_INCLUSIVE);
  if (!talks_entry_complete (reader, parts, 1) || (start = talks_entry_write (reader, &parts[0], FALSE)) == NULL)
    return NULL;

  return g_strconcat (start, "/", end != NULL ? end : "..", NULL);
}

/* "after 29 March 2022", maybe "and before 2 April 2022". */
static char *
read_after (TalksEntryReader *reader)
{
  TalksEntryPart parts[2];
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  guint n_parts = 1;

  reader->at++;
  if (!talks_entry_read_part (reader, &parts[0]))
    return NULL;
  if (talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_COMMA && talks_entry_peek (reader, 1)->kind != TALKS_ENTRY_END)
    reader->at++;
  if (talks_entry_take (reader, TALKS_ENTRY_INCLUSIVE))
    return talks_entry_complete (reader, parts, 1) && (start = talks_entry_write (reader, &parts[0], FALSE)) != NULL
           ? g_strconcat (start, "/..", NULL) : NULL;

  if (talks_entry_peek (reader, 1)->kind == TALKS_ENTRY_BEFORE)
    talks_entry_take (reader, TALKS_ENTRY_AND);
  if (talks_entry_take (reader, TALKS_ENTRY_BEFORE))
    {
      if (!talks_entry_read_part (reader, &parts[1]))
        return NULL;
      n_parts = 2;
    }
  if (!talks_entry_complete (reader, parts, n_parts)
      || (start = talks_entry_write_beside (reader, &parts[0], 1)) == NULL
      || (n_parts == 2 && (end = talks_entry_write_beside (reader, &parts[1], -1)) == NULL))
    return NULL;
  if (end != NULL && is_reversed (start, end))
    {
      talks_entry_fail (reader, g_strdup (_("There is no day between the two dates.")));
      return NULL;
    }

  return g_strconcat (start, "/", end != NULL ? end : "..", NULL);
}

/* "before 2022", "until 2022". */
static char *
read_until (TalksEntryReader *reader)
{
  gboolean is_before = talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_BEFORE;
  TalksEntryPart part;
  const char *start = "..";
  g_autofree char *end = NULL;

  reader->at++;
  if (!read_alone (reader, &part))
    return NULL;
  talks_entry_take (reader, TALKS_ENTRY_COMMA);
  if (talks_entry_take (reader, TALKS_ENTRY_INCLUSIVE))
    is_before = FALSE;
  if (talks_entry_take (reader, TALKS_ENTRY_START_UNKNOWN))
    start = "";
  else
    talks_entry_take (reader, TALKS_ENTRY_START_OPEN);
  end = is_before ? talks_entry_write_beside (reader, &part, -1) : talks_entry_write (reader, &part, TRUE);

  return end != NULL ? g_strconcat (start, "/", end, NULL) : NULL;
}

/* "not before 29 March 2022": a choice of which one end is open. */
static char *
read_bound (TalksEntryReader *reader)
{
  gboolean is_lower = talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_NOT_BEFORE;
  TalksEntryPart part;
  g_autofree char *date = NULL;

  reader->at++;
  if (!read_alone (reader, &part) || (date = talks_entry_write (reader, &part, !is_lower)) == NULL)
    return NULL;
  talks_entry_take (reader, TALKS_ENTRY_INCLUSIVE);

  return is_lower ? g_strdup_printf ("[%s..]", date) : g_strdup_printf ("[..%s]", date);
}

/* What can follow a single date: "2022, end unknown", "2022 or later"; NULL if nothing does. */
static char *
read_ending (TalksEntryReader     *reader,
             const TalksEntryPart *part)
{
  const char *end = read_open_end (reader);
  gboolean is_lower;
  g_autofree char *date = NULL;

  if (end != NULL)
    {
      date = talks_entry_write (reader, part, FALSE);
      return date != NULL ? g_strconcat (date, "/", end, NULL) : NULL;
    }
  talks_entry_take (reader, TALKS_ENTRY_COMMA);
  is_lower = talks_entry_take (reader, TALKS_ENTRY_OR_LATER) || talks_entry_take (reader, TALKS_ENTRY_NOT_BEFORE);
  if (!is_lower && !talks_entry_take (reader, TALKS_ENTRY_OR_EARLIER)
      && !talks_entry_take (reader, TALKS_ENTRY_NOT_AFTER))
    return NULL;
  date = talks_entry_write (reader, part, !is_lower);
  if (date == NULL)
    return NULL;

  return is_lower ? g_strdup_printf ("[%s..]", date) : g_strdup_printf ("[..%s]", date);
}

static char *
read_list (TalksEntryReader *reader,
           int               doubts)
{
  TalksEntryKind prefix = talks_entry_peek (reader, 0)->kind;
  g_auto (Row) row;
  char *text;

  row_init (&row);
  if (prefix == TALKS_ENTRY_ONE_OF || prefix == TALKS_ENTRY_BOTH || prefix == TALKS_ENTRY_OR)
    {
      /* "одно из: …", "или … или …". */
      reader->at++;
      row.conjunction = prefix == TALKS_ENTRY_BOTH ? TALKS_ENTRY_AND : TALKS_ENTRY_OR;
    }
  if (!read_row (reader, &row))
    return NULL;
  talks_entry_take (reader, TALKS_ENTRY_INCLUSIVE);
  if (prefix != TALKS_ENTRY_ONE_OF && prefix != TALKS_ENTRY_BOTH && prefix != TALKS_ENTRY_OR)
    share_doubts (&row);
  for (guint i = 0; i < row.parts->len; i++)
    row_get (&row, i)->before |= doubts;
  /* "16 or 17 and 18 March": better than to say that something is missing before "and". */
  if (talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_AND || talks_entry_peek (reader, 0)->kind == TALKS_ENTRY_OR)
    talks_entry_fail_here (reader);
  if (!talks_entry_complete (reader, row_get (&row, 0), row.parts->len))
    return NULL;
  if (row.parts->len == 1 && row.conjunction == TALKS_ENTRY_END)
    {
      text = read_ending (reader, row_get (&row, 0));
      if (text != NULL || reader->problem != NULL)
        return text;
    }

  return write_row (reader, &row);
}

char *
talks_entry_read_expression (TalksEntryReader *reader)
{
  guint n = 0;
  int doubts = 0;

  /* Doubts before "from", "one of": they are about all of it. Those before a date are its own. */
  while (talks_entry_peek (reader, n)->kind == TALKS_ENTRY_DOUBT || talks_entry_peek (reader, n)->kind == TALKS_ENTRY_COMMA)
    doubts |= talks_entry_peek (reader, n++)->value;
  if (talks_entry_peek (reader, n)->kind == TALKS_ENTRY_ONE_OF || talks_entry_peek (reader, n)->kind == TALKS_ENTRY_BOTH)
    reader->at += n;
  else
    doubts = 0;

  switch ((int) talks_entry_peek (reader, 0)->kind)
    {
    case TALKS_ENTRY_FROM:
    case TALKS_ENTRY_BETWEEN:
      return read_from (reader);
    case TALKS_ENTRY_AFTER:
      return read_after (reader);
    case TALKS_ENTRY_BEFORE:
    case TALKS_ENTRY_TO:
      return read_until (reader);
    case TALKS_ENTRY_NOT_BEFORE:
    case TALKS_ENTRY_NOT_AFTER:
      return read_bound (reader);
    default:
      return read_list (reader, doubts);
    }
}
