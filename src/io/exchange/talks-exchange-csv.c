/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables after RFC 4180: one for each kind of record and for each list in one, joined by ids. The columns are the
 * fields of the records, so nothing is left out. A text has a column in the language of the export, and one for each
 * other language, "title@uk". */

#include "talks-exchange-private.h"

#include <string.h>

#include "talks-json-write.h"

/* Owners are rows: a record, or a part of one, whose keys say which. */
typedef struct
{
  const TalksFieldSet *fields;
  const char * const  *key_names;
  guint                n_keys;
  GPtrArray           *owners; /* of records or parts */
  GPtrArray           *keys;   /* of char *: n_keys for each owner */
} Table;

static const char * const record_keys[] = { "id" };

/* ---- cells ---- */

/* Spreadsheets run as formulas what begins so. An apostrophe before it, which they do not show, keeps it a text; one
 * more is needed where the text itself begins like that, so that who reads it can take exactly one away. */
static gboolean
needs_guard (const char *text)
{
  while (*text == '\'')
    text++;
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

static void
append_raw (GString    *row,
            const char *text)
{
  if (strpbrk (text, "\",\r\n;\t'") == NULL && *text != ' ')
    {
      g_string_append (row, text);
      return;
    }
  g_string_append_c (row, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (row, '"');
      g_string_append_c (row, *text);
    }
  g_string_append_c (row, '"');
}

static void
append_cell (GString    *row,
             const char *text)
{
  g_autofree char *guarded = NULL;

  if (text == NULL)
    return;
  if (needs_guard (text))
    text = guarded = g_strconcat ("'", text, NULL);
  append_raw (row, text);
}

/* ---- columns ---- */

/* A row that is being written. */
typedef struct
{
  TalksExchange *exchange;
  GPtrArray     *owners;    /* of the whole table: they tell which languages have columns */
  GString       *out;
  gboolean       is_header;
  guint          n_cells;
} Row;

static void
put (Row        *row,
     const char *header,
     const char *value)
{
  if (row->n_cells++ > 0)
    g_string_append_c (row->out, ',');
  append_cell (row->out, row->is_header ? header : value);
}

static void
put_number (Row        *row,
            const char *header,
            gboolean    present,
            double      number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->is_header || !present)
    {
      put (row, header, NULL);
      return;
    }
  if (row->n_cells++ > 0)
    g_string_append_c (row->out, ',');
  talks_json_write_number (text, number);
  g_string_append (row->out, text->str); /* a number is no formula */
}

/* The text of a field in owner, or in the part of it that parent leads to. */
static const TalksText *
get_text (const TalksField *parent,
          const TalksField *field,
          gconstpointer     owner)
{
  if (parent != NULL)
    owner = TALKS_FIELD_VALUE (parent, owner, gpointer);
  return owner == NULL || talks_field_is_absent (field, owner) ? NULL : TALKS_FIELD_VALUE (field, owner, TalksText *);
}

/* Tags in the table beside the language of the export, in the order in which they come up. */
static GPtrArray *
list_tags (Row              *row,
           const TalksField *parent,
           const TalksField *field)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < row->owners->len; i++)
    {
      const TalksText *text = get_text (parent, field, row->owners->pdata[i]);

      for (const char * const *tag = text != NULL ? talks_text_get_languages (text) : NULL;
           tag != NULL && *tag != NULL; tag++)
        {
          gboolean known = g_ascii_strcasecmp (*tag, row->exchange->language) == 0;

          for (guint j = 0; j < list->len; j++)
            known |= g_ascii_strcasecmp (list->pdata[j], *tag) == 0;
          if (!known)
            g_ptr_array_add (list, (gpointer) *tag);
        }
    }
  return list;
}

static const char *
get_tagged (const TalksText *text,
            const char      *tag)
{
  const char * const *tags = talks_text_get_languages (text);
  const char * const *texts = talks_text_get_texts (text);

  for (guint i = 0; tags[i] != NULL; i++)
    if (g_ascii_strcasecmp (tags[i], tag) == 0)
      return texts[i];
  return NULL;
}

static void
put_text (Row              *row,
          const TalksField *parent,
          const TalksField *field,
          gconstpointer     owner,
          const char       *header)
{
  const TalksText *text = owner != NULL ? get_text (parent, field, owner) : NULL;
  g_autoptr (GPtrArray) tags = list_tags (row, parent, field);

  put (row, header, talks_text_get (text, row->exchange->language));
  for (guint i = 0; i < tags->len; i++)
    {
      g_autofree char *tagged = g_strdup_printf ("%s@%s", header, (const char *) tags->pdata[i]);

      put (row, tagged, text != NULL ? get_tagged (text, tags->pdata[i]) : NULL);
    }
}

/* part is the owner itself, or the part that holds the field; NULL when it says nothing there, as in a header. */
static void
put_value (Row              *row,
           const TalksField *field,
           gconstpointer     part,
           const char       *header)
{
  const TalksPlace *place = part;
  g_autofree char *joined = NULL;

  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      put (row, header, part != NULL ? TALKS_FIELD_VALUE (field, part, char *) : NULL);
      break;
    case TALKS_FIELD_DATE:
      put (row, header, part != NULL ? talks_date_get_text (TALKS_FIELD_VALUE (field, part, TalksDate *)) : NULL);
      break;
    case TALKS_FIELD_BOOLEAN:
      put (row, header, part != NULL ? "true" : NULL);
      break;
    case TALKS_FIELD_WORD:
      put (row, header, part != NULL ? field->words->to_name (TALKS_FIELD_VALUE (field, part, int)) : NULL);
      break;
    case TALKS_FIELD_STRINGS:
      joined = part != NULL ? g_strjoinv ("; ", TALKS_FIELD_VALUE (field, part, char **)) : NULL;
      put (row, header, joined);
      break;
    case TALKS_FIELD_COORDINATES:
      put_number (row, "place.lat", part != NULL, part != NULL ? place->latitude : 0);
      put_number (row, "place.lon", part != NULL, part != NULL ? place->longitude : 0);
      break;
    case TALKS_FIELD_TEXT:
    case TALKS_FIELD_STRUCT:
    case TALKS_FIELD_LIST:
    default:
      g_assert_not_reached ();
    }
}

/* owner is NULL in a header. Lists are tables of their own. */
static void
put_fields (Row                 *row,
            const TalksFieldSet *fields,
            const TalksField    *parent,
            gconstpointer        owner)
{
  gconstpointer part = parent != NULL && owner != NULL ? TALKS_FIELD_VALUE (parent, owner, gpointer) : owner;

  for (guint i = 0; i < fields->n_fields; i++)
    {
      const TalksField *field = &fields->fields[i];
      g_autofree char *header = parent != NULL ? g_strdup_printf ("%s.%s", parent->name, field->name)
                                               : g_strdup (field->name);

      if (field->type == TALKS_FIELD_STRUCT)
        put_fields (row, field->parts, field, owner);
      else if (field->type == TALKS_FIELD_TEXT)
        put_text (row, parent, field, owner, header);
      else if (field->type != TALKS_FIELD_LIST)
        put_value (row, field, part == NULL || talks_field_is_absent (field, part) ? NULL : part, header);
    }
}

/* ---- tables ---- */

static void
write_table (TalksExchange *self,
             const Table   *table,
             const char    *part)
{
  GString *out = g_string_new (self->options->with_bom ? "\357\273\277" : NULL);
  Row row = { self, table->owners, out, TRUE, 0 };

  for (guint i = 0; i <= table->owners->len; i++)
    {
      row.is_header = i == 0;
      row.n_cells = 0;
      for (guint k = 0; k < table->n_keys; k++)
        put (&row, table->key_names[k], row.is_header ? NULL : table->keys->pdata[(i - 1) * table->n_keys + k]);
      put_fields (&row, table->fields, NULL, row.is_header ? NULL : table->owners->pdata[i - 1]);
      g_string_append (out, "\r\n");
    }
  talks_exchange_add_file (self, part, out);
}

/* The table of a list in records: which record, which element, its fields. */
static void
write_parts (TalksExchange    *self,
             TalksRecordKind   kind,
             const TalksField *field)
{
  const char * const names[] = { "record", "number" };
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *part = g_strdup_printf ("%s-%s", talks_record_kind_to_list (kind), field->name);
  const Table table = { field->parts, names, G_N_ELEMENTS (names), owners, keys };

  for (guint i = 0; i < self->records[kind]->len; i++)
    {
      const TalksRecord *record = self->records[kind]->pdata[i];
      const GPtrArray *list = TALKS_FIELD_VALUE (field, record, GPtrArray *);

      for (guint j = 0; j < list->len; j++)
        {
          g_ptr_array_add (owners, list->pdata[j]);
          g_ptr_array_add (keys, g_strdup (record->id));
          g_ptr_array_add (keys, g_strdup_printf ("%u", j + 1));
        }
    }
  if (owners->len > 0)
    write_table (self, &table, part);
}

static void
write_kind (TalksExchange   *self,
            TalksRecordKind  kind)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (kind);
  GPtrArray *records = self->records[kind];
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  const Table table = { fields, record_keys, G_N_ELEMENTS (record_keys), records, keys };

  if (records->len == 0 && kind != TALKS_RECORD_EVENT)
    return;
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (keys, ((TalksRecord *) records->pdata[i])->id);
  write_table (self, &table, kind == TALKS_RECORD_EVENT ? NULL : talks_record_kind_to_list (kind));
  for (guint i = 0; i < fields->n_fields; i++)
    if (fields->fields[i].type == TALKS_FIELD_LIST)
      write_parts (self, kind, &fields->fields[i]);
}

/* The head of the document has a row for each member. */
static void
write_head (TalksExchange *self)
{
  TalksText *title = talks_document_get_title (self->document);
  TalksText *description = talks_document_get_description (self->document);
  const struct
  {
    const char      *name;
    const char      *value;
    const TalksText *text;
  } members[] = {
    { "title", NULL, title },
    { "description", NULL, description },
    { "language", talks_document_get_language (self->document), NULL },
    { "license", talks_document_get_license (self->document), NULL },
  };
  GString *out = g_string_new (self->options->with_bom ? "\357\273\277" : NULL);

  g_string_append (out, "member,language,value\r\n");
  for (size_t i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char * const *tags = talks_text_get_languages (members[i].text != NULL ? members[i].text : title);
      const char *value = members[i].text != NULL ? talks_text_get (members[i].text, NULL) : members[i].value;
      const gboolean tagged = members[i].text != NULL && tags[0] != NULL;

      for (guint t = 0; tagged ? tags[t] != NULL : t == 0 && value != NULL; t++)
        {
          g_string_append_printf (out, "%s,", members[i].name);
          append_cell (out, tagged ? tags[t] : NULL);
          g_string_append_c (out, ',');
          append_cell (out, tagged ? talks_text_get_texts (members[i].text)[t] : value);
          g_string_append (out, "\r\n");
        }
    }
  talks_exchange_add_file (self, "document", out);
}

void
talks_exchange_write_csv (TalksExchange *self)
{
  write_kind (self, TALKS_RECORD_EVENT);
  write_head (self);
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (kind != TALKS_RECORD_EVENT)
      write_kind (self, (TalksRecordKind) kind);
}
