/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-row.h"

#include <math.h>
#include <string.h>

#include "talks-field-words.h"
#include "talks-gettext.h"
#include "talks-shown.h"

#define MAX_WORDS 1000 /* in one cell */

/* ---- fields ---- */

static gpointer
get_owner (const TalksColumn *column,
           gpointer           owner)
{
  gpointer *slot;

  if (column->parent == NULL)
    return owner;
  slot = &TALKS_FIELD_VALUE (column->parent, owner, gpointer);
  if (*slot == NULL)
    *slot = g_malloc0 (column->parent->parts->size);
  return *slot;
}

/* A text in one more language. The same words without a tag were only there for want of others. */
static TalksText *
join_texts (TalksText  *text,
            const char *plain_tag,
            const char *tag,
            const char *words)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const char * const *old_tags = text != NULL ? talks_text_get_languages (text) : NULL;
  const char * const *old_texts = text != NULL ? talks_text_get_texts (text) : NULL;
  TalksText *joined;

  if (tag == NULL && text == NULL)
    return talks_text_new_plain (words);
  for (guint i = 0; old_texts != NULL && old_texts[i] != NULL; i++)
    if (*old_tags != NULL || strcmp (old_texts[i], words) != 0)
      {
        g_ptr_array_add (tags, (gpointer) (*old_tags != NULL ? old_tags[i] : plain_tag));
        g_ptr_array_add (texts, (gpointer) old_texts[i]);
      }
  g_ptr_array_add (tags, (gpointer) (tag != NULL ? tag : plain_tag));
  g_ptr_array_add (texts, (gpointer) words);
  g_ptr_array_add (tags, NULL);
  g_ptr_array_add (texts, NULL);
  joined = talks_text_new_tagged ((const char * const *) tags->pdata, (const char * const *) texts->pdata);
  if (text != NULL)
    talks_text_unref (text);
  return joined;
}

/* Titles and names are shown in one line; a cell of a table often breaks them. */
static gboolean
is_one_line (const TalksField *field)
{
  static const char * const names[] = { "label", "name", "short", "title" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (field->name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
set_text (TalksRowReader    *self,
          const TalksColumn *column,
          gpointer           owner,
          const char        *cell)
{
  TalksText **slot = &TALKS_FIELD_VALUE (column->field, owner, TalksText *);
  g_autofree char *words = self->is_html ? talks_import_strip_html (cell, NULL) : g_strdup (cell);

  if (words != NULL && !self->verbatim)
    g_strstrip (words);
  if (words != NULL && !self->verbatim && is_one_line (column->field))
    g_strdelimit (words, "\r\n\t", ' ');
  if (words != NULL && *words != '\0')
    *slot = join_texts (*slot, self->language, column->tag, words);
}

static gboolean
set_date (TalksRowReader  *self,
          TalksDate      **slot,
          const char      *cell,
          const char      *title)
{
  gboolean ambiguous;
  g_autofree char *why = NULL;
  g_autofree char *clock = NULL;
  TalksDay today = self->importer->options->today;
  gboolean has_time = talks_field_set_find (self->fields, "time") != NULL;
  TalksDate *date = NULL;

  if (self->verbatim || !has_time)
    date = talks_import_read_date (cell, self->date_order, today, &ambiguous, &why);
  if (date == NULL && !self->verbatim)
    {
      g_clear_pointer (&why, g_free);
      date = talks_import_read_moment (cell, self->date_order, today, &clock, &ambiguous, &why);
    }
  if (date == NULL)
    {
      g_autofree char *shown = talks_shown_dup_line (cell);

      talks_importer_leave (self->importer, self->line, title, _("The date “%1$s” cannot be read. %2$s"), shown, why);
      if (ambiguous && self->n_ambiguous++ == 0)
        self->ambiguous = g_strdup (shown);
      return FALSE;
    }
  g_clear_pointer (slot, talks_date_unref);
  *slot = date;
  if (clock != NULL && has_time)
    self->clocks[slot == &self->end ? 1 : 0] = g_steal_pointer (&clock);
  else if (clock != NULL)
    talks_importer_warn (self->importer, self->line, title, _("“%s” is left out: there is no place for a time of day."), clock);
  return TRUE;
}

static void
set_word (TalksRowReader    *self,
          const TalksColumn *column,
          gpointer           owner,
          const char        *cell,
          const char        *title)
{
  int value;
  g_autofree char *lower = g_ascii_strdown (cell, -1);
  g_autofree char *shown = NULL;

  if (column->field->words->from_name (lower, &value))
    {
      TALKS_FIELD_VALUE (column->field, owner, int) = value;
      return;
    }
  shown = talks_shown_dup_line (cell);
  talks_importer_warn (self->importer, self->line, title, _("“%1$s” is left out: it is no word for “%2$s”."), shown,
                       talks_field_words_name (column->field->name));
}

/* Calls add for each word, apart by semicolons. */
static void
split_words (TalksRowReader  *self,
             gpointer         owner,
             const char      *cell,
             const char      *title,
             void           (*add) (gpointer    owner,
                                    const char *word))
{
  g_auto (GStrv) words = g_strsplit (cell, ";", MAX_WORDS + 1);

  for (guint i = 0; words[i] != NULL && i < MAX_WORDS; i++)
    if (*g_strstrip (words[i]) != '\0')
      add (owner, words[i]);
  if (g_strv_length (words) > MAX_WORDS)
    talks_importer_warn (self->importer, self->line, title, _("Only the first %d words of a cell are taken."), MAX_WORDS);
}

static void
add_word (gpointer    list,
          const char *word)
{
  talks_import_add_string (list, word);
}

/* That somebody is named does not say that they were there. */
static void
add_person (gpointer    event,
            const char *name)
{
  TalksAttendance *attendance = g_new0 (TalksAttendance, 1);

  attendance->participant = g_strdup (name);
  attendance->presence = TALKS_PRESENCE_UNCLEAR;
  g_ptr_array_add (((TalksEvent *) event)->attendance, attendance);
}

static gboolean
is_true (const char *cell)
{
  return g_ascii_strcasecmp (cell, "true") == 0 || g_ascii_strcasecmp (cell, "yes") == 0 || strcmp (cell, "1") == 0;
}

/* "2:30 pm" is "14:30" here. */
static void
set_string (TalksRowReader    *self,
            const TalksColumn *column,
            gpointer           owner,
            const char        *cell,
            const char        *title)
{
  char **string = &TALKS_FIELD_VALUE (column->field, owner, char *);
  gboolean is_clock = column->parent != NULL && strcmp (column->parent->name, "time") == 0
                      && strcmp (column->field->name, "zone") != 0;
  char *value = is_clock && !self->verbatim ? talks_import_read_clock (cell) : g_strdup (cell);

  if (value == NULL)
    {
      g_autofree char *shown = talks_shown_dup_line (cell);

      talks_importer_warn (self->importer, self->line, title, _("“%s” is left out: it is no time of day."), shown);
      return;
    }
  g_free (*string);
  *string = value;
}

static gboolean
set_field (TalksRowReader    *self,
           const TalksColumn *column,
           gpointer           owner,
           const char        *cell,
           const char        *raw,
           const char        *title)
{
  const TalksField *field = column->field;
  gpointer part = get_owner (column, owner);

  switch (field->type)
    {
    case TALKS_FIELD_TEXT:
      set_text (self, column, part, raw);
      return TRUE;
    case TALKS_FIELD_DATE:
      return set_date (self, &TALKS_FIELD_VALUE (field, part, TalksDate *), cell, title);
    case TALKS_FIELD_BOOLEAN:
      TALKS_FIELD_VALUE (field, part, gboolean) = is_true (cell);
      return TRUE;
    case TALKS_FIELD_WORD:
      set_word (self, column, part, cell, title);
      return TRUE;
    case TALKS_FIELD_STRINGS:
      split_words (self, &TALKS_FIELD_VALUE (field, part, char **), cell, title, add_word);
      return TRUE;
    case TALKS_FIELD_STRING:
      set_string (self, column, part, self->verbatim && field->refers_to == 0 ? raw : cell, title);
      return TRUE;
    case TALKS_FIELD_COORDINATES:
    case TALKS_FIELD_STRUCT:
    case TALKS_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

/* ---- what is no field ---- */

static void
set_coordinate (TalksRowReader *self,
                gpointer        owner,
                gboolean        is_latitude,
                const char     *cell,
                const char     *title)
{
  g_autofree char *number = g_strdelimit (g_strdup (cell), ",", '.');
  char *end;
  double value = g_ascii_strtod (number, &end);
  TalksPlace *place;
  TalksEvent *event = owner;

  if (talks_field_set_find (self->fields, "place") == NULL)
    return;
  if (end == number || *end != '\0' || !isfinite (value) || fabs (value) > (is_latitude ? 90 : 180))
    {
      g_autofree char *shown = talks_shown_dup_line (cell);

      talks_importer_warn (self->importer, self->line, title, _("“%s” is left out: it is no coordinate."), shown);
      return;
    }
  if (event->place == NULL)
    event->place = g_new0 (TalksPlace, 1);
  place = event->place;
  self->has_coordinate[is_latitude ? 0 : 1] = TRUE;
  place->has_coordinates = self->has_coordinate[0] && self->has_coordinate[1];
  if (is_latitude)
    place->latitude = value;
  else
    place->longitude = value;
}

/* Numbers in the tables of TimelineJS may have spaces and commas. */
static gboolean
set_date_part (TalksRowReader *self,
               int             part,
               const char     *cell,
               const char     *title)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  char *end;
  gint64 value;

  for (const char *p = cell; *p != '\0'; p++)
    if (*p != ' ' && *p != ',')
      g_string_append_c (digits, *p);
  value = g_ascii_strtoll (digits->str, &end, 10);
  if (digits->len == 0 || *end != '\0' || (part % 3 != 0 && (value < 0 || value > 31))
      || value < -TALKS_YEAR_LIMIT || value > TALKS_YEAR_LIMIT)
    {
      g_autofree char *shown = talks_shown_dup_line (cell);

      talks_importer_leave (self->importer, self->line, title, _("“%s” is no part of a date."), shown);
      return FALSE;
    }
  self->parts[part] = part % 3 == 0 ? talks_import_year_from_era (value) : value;
  if (part % 3 == 0)
    self->has_year[part / 3] = TRUE;
  return TRUE;
}

static gboolean
set_special (TalksRowReader    *self,
             const TalksColumn *column,
             gpointer           owner,
             const char        *cell,
             const char        *title)
{
  switch (column->special)
    {
    case TALKS_COLUMN_ID:
      g_free (self->id);
      self->id = g_strdup (cell);
      return TRUE;
    case TALKS_COLUMN_LATITUDE:
    case TALKS_COLUMN_LONGITUDE:
      set_coordinate (self, owner, column->special == TALKS_COLUMN_LATITUDE, cell, title);
      return TRUE;
    case TALKS_COLUMN_END:
      return set_date (self, &self->end, cell, title);
    case TALKS_COLUMN_ATTENDANCE:
      if (talks_field_set_find (self->fields, "attendance") != NULL)
        split_words (self, owner, cell, title, add_person);
      return TRUE;
    case TALKS_COLUMN_NONE:
    case TALKS_COLUMN_FIELD:
      return TRUE;
    default:
      return set_date_part (self, column->special - TALKS_COLUMN_PART, cell, title);
    }
}

gboolean
talks_row_reader_set_cell (TalksRowReader    *self,
                           const TalksColumn *column,
                           gpointer           owner,
                           const char        *cell,
                           const char        *raw,
                           const char        *title)
{
  if (column->special == TALKS_COLUMN_FIELD)
    return set_field (self, column, owner, cell, raw, title);
  return set_special (self, column, owner, cell, title);
}
