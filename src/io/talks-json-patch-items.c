/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cutting a text into items, and putting it together again. */

#include "talks-json-patch.h"

#include "talks-json-scan-private.h"

/* ---- walking ---- */

static size_t
skip_space (const char *text,
            size_t      at)
{
  while (talks_json_is_space (text[at]))
    at++;
  return at;
}

/* From a quotation mark to after the closing one. */
static size_t
skip_string (const char *text,
             size_t      at)
{
  for (at++; text[at] != '"'; at++)
    if (text[at] == '\\')
      at++;
  return at + 1;
}

/* From the first byte of a value to after its last. The text ends after an outer bracket. */
static size_t
skip_value (const char *text,
            size_t      at)
{
  guint depth = 0;

  do
    {
      char c = text[at];

      if (c == '"')
        at = skip_string (text, at);
      else if (depth == 0 && c != '{' && c != '[')
        while (!talks_json_is_space (text[at]) && text[at] != ',' && text[at] != ']' && text[at] != '}')
          at++;
      else
        {
          if (c == '{' || c == '[')
            depth++;
          else if (c == '}' || c == ']')
            depth--;
          at++;
        }
    }
  while (depth > 0);
  return at;
}

/* ---- cutting ---- */

static TalksJsonSlice
slice (const TalksJsonItems *self,
       size_t                start,
       size_t                end)
{
  return (TalksJsonSlice) { self->text + start, end - start };
}

/* The part of space from its last line end on; empty when it has none. */
static TalksJsonSlice
find_last_line (TalksJsonSlice space)
{
  size_t at = space.length;

  while (at > 0 && space.text[at - 1] != '\n' && space.text[at - 1] != '\r')
    at--;
  if (at == 0)
    return (TalksJsonSlice) { space.text, 0 };
  at -= at > 1 && space.text[at - 1] == '\n' && space.text[at - 2] == '\r' ? 2 : 1;
  return (TalksJsonSlice) { space.text + at, space.length - at };
}

/* Looks at the first items to see how the others are set. */
static void
find_layout (TalksJsonItems        *self,
             const TalksJsonLayout *around)
{
  const TalksJsonItem *first = talks_json_items_get (self, 0);
  const TalksJsonItem *second = talks_json_items_get (self, 1);
  TalksJsonLayout *layout = &self->layout;
  TalksJsonSlice lead;
  TalksJsonSlice line;

  *layout = *around;
  if (first == NULL)
    {
      layout->depth++;
      return;
    }

  lead = slice (self, first->lead, first->start);
  line = find_last_line (lead);
  layout->multiline = line.length > 0;
  if (first->name != NULL)
    layout->colon = slice (self, first->name_end, first->value);
  if (layout->multiline)
    {
      size_t n = line.length > 1 && line.text[0] == '\r' && line.text[1] == '\n' ? 2 : 1;

      layout->newline = (TalksJsonSlice) { line.text, n };
      layout->indent = (TalksJsonSlice) { line.text + n, line.length - n };
      layout->depth = 0;
      if (around->depth == 0 && layout->indent.length > around->indent.length)
        layout->unit = (TalksJsonSlice) { layout->indent.text + around->indent.length,
                                          layout->indent.length - around->indent.length };
      return;
    }
  if (first->name != NULL)
    layout->pad = lead;
  if (second != NULL)
    {
      lead = slice (self, second->lead, second->start);
      if (find_last_line (lead).length == 0)
        layout->comma = lead;
    }
  else if (first->name != NULL)
    {
      /* Who leaves a space after a colon leaves one after a comma. */
      const gboolean spaced = layout->colon.length > 0 && layout->colon.text[layout->colon.length - 1] == ' ';

      layout->comma = (TalksJsonSlice) { " ", spaced ? 1 : 0 };
    }
}

static void
clear_item (gpointer data)
{
  g_free (((TalksJsonItem *) data)->name);
}

/* At the first byte after the bracket or comma before it. */
static TalksJsonItem
cut_item (const TalksJsonItems *self,
          size_t                at,
          gboolean              has_name)
{
  TalksJsonItem item = { .lead = at };

  item.start = skip_space (self->text, at);
  item.value = item.start;
  if (has_name)
    {
      item.name_end = skip_string (self->text, item.start);
      item.name = talks_json_unescape (self->text + item.start + 1, item.name_end - item.start - 2, NULL);
      /* Over the colon. */
      item.value = skip_space (self->text, skip_space (self->text, item.name_end) + 1);
    }
  item.end = skip_value (self->text, item.value);
  item.tail = skip_space (self->text, item.end);
  return item;
}

TalksJsonItems *
talks_json_items_new (const char            *text,
                      size_t                 length,
                      const TalksJsonLayout *around)
{
  TalksJsonItems *self;
  size_t at = 1;

  g_return_val_if_fail (text != NULL && length >= 2 && (*text == '{' || *text == '['), NULL);
  g_return_val_if_fail (around != NULL, NULL);

  self = g_new0 (TalksJsonItems, 1);
  self->text = text;
  self->length = length;
  self->items = g_array_new (FALSE, FALSE, sizeof (TalksJsonItem));
  g_array_set_clear_func (self->items, clear_item);
  if (skip_space (text, at) < length - 1)
    do
      {
        TalksJsonItem item = cut_item (self, at, *text == '{');

        at = item.tail + 1;
        g_array_append_val (self->items, item);
      }
    while (text[at - 1] == ',');
  find_layout (self, around);
  return self;
}

void
talks_json_items_free (TalksJsonItems *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->items);
  g_free (self);
}

const TalksJsonItem *
talks_json_items_get (const TalksJsonItems *self,
                      guint                 index)
{
  g_return_val_if_fail (self != NULL, NULL);
  return index < self->items->len ? &g_array_index (self->items, TalksJsonItem, index) : NULL;
}

TalksJsonLayout
talks_json_items_layout_like (const TalksJsonItems *self,
                              int                   index)
{
  const TalksJsonItem *item = index >= 0 ? talks_json_items_get (self, (guint) index) : NULL;
  TalksJsonLayout layout;

  g_return_val_if_fail (self != NULL, talks_json_layout_default ());

  layout = self->layout;
  if (item != NULL && (self->text[item->value] == '{' || self->text[item->value] == '['))
    {
      g_autoptr (TalksJsonItems) inside = talks_json_items_new (self->text + item->value, item->end - item->value,
                                                                &self->layout);

      if (inside->items->len > 0)
        {
          layout = inside->layout;
          layout.indent = self->layout.indent;
          layout.depth = self->layout.depth;
        }
    }
  return layout;
}

/* ---- putting together ---- */

static void
clear_piece (gpointer data)
{
  TalksJsonPiece *piece = data;

  if (piece->text != NULL)
    g_string_free (piece->text, TRUE);
}

GArray *
talks_json_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (TalksJsonPiece));

  g_array_set_clear_func (pieces, clear_piece);
  return pieces;
}

void
talks_json_pieces_add (GArray     *pieces,
                       int         item,
                       const char *name,
                       GString    *text)
{
  const TalksJsonPiece piece = { item, name, text };

  g_array_append_val (pieces, piece);
}

/* The space before a piece. The first item's own is for what comes first; anything else stands as
 * the items after the first do. */
static void
write_lead (const TalksJsonItems *self,
            const TalksJsonPiece *piece,
            int                   before,
            GString              *out)
{
  const TalksJsonItem *item = NULL;

  if (before == -2)
    item = talks_json_items_get (self, 0);
  else if (piece->item > 0)
    item = talks_json_items_get (self, (guint) piece->item);
  else if (before > 0)
    item = talks_json_items_get (self, (guint) before);
  else
    item = talks_json_items_get (self, 1);

  if (item != NULL)
    talks_json_append_slice (out, slice (self, item->lead, item->start));
  else if (self->layout.multiline)
    talks_json_layout_break (&self->layout, out);
  else if (before != -2)
    talks_json_append_slice (out, self->layout.comma);
  else if (*self->text == '{')
    talks_json_append_slice (out, self->layout.pad);
}

/* The space after a piece that another one follows. */
static void
write_tail (const TalksJsonItems *self,
            const TalksJsonPiece *piece,
            GString              *out)
{
  guint n = self->items->len;
  const TalksJsonItem *item = NULL;

  if (piece->item >= 0 && (guint) piece->item + 1 < n)
    item = talks_json_items_get (self, (guint) piece->item);
  else if (n > 1)
    item = talks_json_items_get (self, 0);
  if (item != NULL)
    talks_json_append_slice (out, slice (self, item->end, item->tail));
}

/* The space before the closing bracket. */
static void
write_end (const TalksJsonItems *self,
           gboolean              is_empty,
           GString              *out)
{
  guint n = self->items->len;

  if (n > 0 && !is_empty)
    {
      const TalksJsonItem *last = talks_json_items_get (self, n - 1);

      talks_json_append_slice (out, slice (self, last->end, last->tail));
    }
  else if (n == 0 && is_empty)
    talks_json_append_slice (out, slice (self, 1, self->length - 1));
  else if (n == 0 && self->layout.multiline)
    {
      TalksJsonLayout around = self->layout;

      around.depth--;
      talks_json_layout_break (&around, out);
    }
  else if (n == 0 && *self->text == '{')
    talks_json_append_slice (out, self->layout.pad);
}

void
talks_json_items_write (const TalksJsonItems *self,
                        GArray               *pieces,
                        GString              *out)
{
  int before = -2; /* the item that the piece before was; −1: none; −2: there is no piece before */

  g_return_if_fail (self != NULL);
  g_return_if_fail (pieces != NULL);
  g_return_if_fail (out != NULL);

  g_string_append_c (out, *self->text);
  for (guint i = 0; i < pieces->len; i++)
    {
      const TalksJsonPiece *piece = &g_array_index (pieces, TalksJsonPiece, i);
      const TalksJsonItem *item = piece->item >= 0 ? talks_json_items_get (self, (guint) piece->item) : NULL;

      write_lead (self, piece, before, out);
      if (item != NULL)
        talks_json_append_slice (out, slice (self, item->start, item->value));
      else if (piece->name != NULL)
        {
          talks_json_write_string (out, piece->name);
          talks_json_append_slice (out, self->layout.colon);
        }
      if (piece->text != NULL)
        g_string_append_len (out, piece->text->str, (gssize) piece->text->len);
      else if (item != NULL)
        talks_json_append_slice (out, slice (self, item->value, item->end));
      if (i + 1 < pieces->len)
        {
          write_tail (self, piece, out);
          g_string_append_c (out, ',');
        }
      before = piece->item;
    }
  write_end (self, pieces->len == 0, out);
  g_string_append_c (out, self->text[self->length - 1]);
}
