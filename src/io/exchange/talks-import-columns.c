/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the headings of a table mean. */

#include "talks-import-private.h"

#include <string.h>

#define A(kind) (1u << TALKS_RECORD_##kind)

/* ---- the columns of our own export ---- */

static void
add_fields (GPtrArray           *ids,
            const TalksFieldSet *fields,
            const char          *parent)
{
  for (guint i = 0; i < fields->n_fields; i++)
    {
      const TalksField *field = &fields->fields[i];

      if (field->type == TALKS_FIELD_STRUCT)
        add_fields (ids, field->parts, field->name);
      else if (field->type == TALKS_FIELD_COORDINATES)
        {
          g_ptr_array_add (ids, g_strdup ("place.lat"));
          g_ptr_array_add (ids, g_strdup ("place.lon"));
        }
      else if (field->type != TALKS_FIELD_LIST)
        g_ptr_array_add (ids, parent != NULL ? g_strdup_printf ("%s.%s", parent, field->name) : g_strdup (field->name));
    }
}

static char **
list_own (const TalksFieldSet *fields,
          gboolean             is_part)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, g_strdup (is_part ? "record" : "id"));
  if (is_part)
    g_ptr_array_add (ids, g_strdup ("number"));
  add_fields (ids, fields, NULL);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_steal (ids, NULL);
}

/* All columns are there, and no others but those of other languages. */
static gboolean
are_own (char                **headings,
         const TalksFieldSet  *fields,
         gboolean              is_part)
{
  g_auto (GStrv) own = list_own (fields, is_part);

  for (char **heading = headings; *heading != NULL; heading++)
    {
      g_autofree char *base = g_strndup (*heading, strcspn (*heading, "@"));

      if (!g_strv_contains ((const char * const *) own, base))
        return FALSE;
    }
  for (char **id = own; *id != NULL; id++)
    if (!g_strv_contains ((const char * const *) headings, *id))
      return FALSE;
  return TRUE;
}

gboolean
talks_import_find_rows (char              **headings,
                        TalksRecordKind    *kind,
                        const TalksField  **part,
                        gboolean           *is_own)
{
  static const char * const head[] = { "member", "language", "value", NULL };

  *kind = TALKS_RECORD_EVENT;
  *part = NULL;
  *is_own = FALSE;
  if (g_strv_equal ((const char * const *) headings, head))
    return FALSE;
  for (int i = 0; i < TALKS_N_RECORD_KINDS; i++)
    {
      const TalksFieldSet *fields = talks_record_kind_get_fields ((TalksRecordKind) i);

      *is_own = are_own (headings, fields, FALSE);
      for (guint j = 0; j < fields->n_fields && !*is_own; j++)
        if (fields->fields[j].type == TALKS_FIELD_LIST && are_own (headings, fields->fields[j].parts, TRUE))
          {
            *part = &fields->fields[j];
            *is_own = TRUE;
          }
      if (*is_own)
        {
          *kind = (TalksRecordKind) i;
          break;
        }
    }
  return TRUE;
}

char **
talks_import_list_fields (TalksRecordKind kind)
{
  static const char * const dates[] = {
    "date.end", "date.year", "date.month", "date.day", "date.end-year", "date.end-month", "date.end-day",
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) own = NULL;

  g_return_val_if_fail (kind < TALKS_N_RECORD_KINDS, NULL);

  own = list_own (talks_record_kind_get_fields (kind), FALSE);
  for (char **id = own; *id != NULL; id++)
    {
      g_strv_builder_add (builder, *id);
      if (strcmp (*id, "date") == 0)
        for (size_t i = 0; i < G_N_ELEMENTS (dates); i++)
          g_strv_builder_add (builder, dates[i]);
    }
  if (kind == TALKS_RECORD_EVENT)
    g_strv_builder_add (builder, "attendance");
  return g_strv_builder_end (builder);
}

char **
talks_import_list_beside (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "document");
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      const char *list = talks_record_kind_to_list ((TalksRecordKind) kind);
      const TalksFieldSet *fields = talks_record_kind_get_fields ((TalksRecordKind) kind);

      if (kind != TALKS_RECORD_EVENT)
        g_strv_builder_add (builder, list);
      for (guint i = 0; i < fields->n_fields; i++)
        if (fields->fields[i].type == TALKS_FIELD_LIST)
          {
            g_autofree char *part = g_strdup_printf ("%s-%s", list, fields->fields[i].name);

            g_strv_builder_add (builder, part);
          }
    }
  return g_strv_builder_end (builder);
}

/* ---- the columns of others ---- */

/* What people call a column, in lower case; the likeliest first. */
static const struct
{
  unsigned    kinds; /* 0: all that have the field */
  const char *field;
  const char *words;
} guesses[] = {
  { 0, "date.year", "year|start year|рік|год" },
  { 0, "date.month", "month|start month|місяць|месяц" },
  { 0, "date.day", "day|start day|день" },
  { 0, "date.end-year", "end year" },
  { 0, "date.end-month", "end month" },
  { 0, "date.end-day", "end day" },
  { 0, "date", "date|start date|start_date|startdate|date start|event date|begin|beg|start|from|when|signature|"
               "дата|початок|дата початку|начало|дата начала|datum|fecha" },
  { 0, "date.end", "end date|end_date|enddate|date end|end|until|to|finish|кінець|дата завершення|конец|дата окончания" },
  { A (EVENT), "time.start", "time|start time|час|время" },
  { A (EVENT), "time.end", "end time" },
  { A (POSITION), "stance", "position|statement|text|claim|quote|позиція|позиция|заява|заявление" },
  { A (POSITION), "party", "side|actor|country|сторона" },
  { A (POSITION), "topic", "issue|subject|тема|питання|вопрос" },
  { A (POSITION), "participant", "speaker|person|спікер|спикер" },
  { A (PARTICIPANT), "party", "delegation|country|side|сторона|делегація|делегация" },
  { A (SOURCE), "URL", "url|link|address|web|адреса|адрес|посилання|ссылка" },
  { A (SOURCE), "issued", "date|published|year|дата" },
  { A (SOURCE), "container-title", "publication|journal|newspaper|видання|издание" },
  { 0, "title", "title|headline|name|event|subject|heading|назва|подія|название|событие|заголовок" },
  { 0, "name", "name|title|person|назва|ім'я|название|имя" },
  { A (EVENT), "label", "label|short title" },
  { A (EVENT), "summary", "summary|description|text|details|body|abstract|опис|описание|текст" },
  { 0, "description", "description|text|details|опис|описание" },
  { A (EVENT), "outcome", "outcome|result|results|підсумок|результат|итог" },
  { A (EVENT), "place.name", "place|location|venue|city|where|місце|место|город|місто" },
  { A (EVENT), "place.lat", "lat|latitude|широта" },
  { A (EVENT), "place.lon", "lon|lng|long|longitude|довгота|долгота" },
  { A (EVENT), "kind", "kind|type|category|group|tag|lane|тип|вид|категорія|категория" },
  { A (EVENT), "attendance", "participants|people|attendees|persons|delegates|учасники|участники" },
  { 0, "sources", "sources|source|url|link|media|reference|references|citation|джерело|джерела|источник|источники" },
  { 0, "note", "note|notes|comment|comments|remarks|примітка|примітки|примечание|примечания" },
};

static char *
simplify (const char *heading)
{
  g_autofree char *folded = talks_import_fold (heading);

  return g_strstrip (g_strdelimit (g_steal_pointer (&folded), "_-\t\r\n", ' '));
}

static void
guess_exact (char       **columns,
             char       **headings,
             char       **fields)
{
  for (guint i = 0; headings[i] != NULL; i++)
    for (char **field = fields; *field != NULL; field++)
      {
        g_autofree char *stripped = g_strstrip (g_strdup (headings[i]));
        size_t length = strcspn (stripped, "@");
        g_autofree char *base = g_strndup (stripped, length);
        g_autofree char *column = g_strconcat (*field, stripped + length, NULL);

        if (g_ascii_strcasecmp (g_strstrip (base), *field) == 0 && !g_strv_contains ((const char * const *) columns, column))
          {
            g_free (columns[i]);
            columns[i] = g_steal_pointer (&column);
            break;
          }
      }
}

static void
guess_words (char       **columns,
             char       **simple,
             const char  *field,
             const char  *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  if (g_strv_contains ((const char * const *) columns, field))
    return;
  for (char **word = list; *word != NULL; word++)
    {
      g_autofree char *folded = simplify (*word);

      for (guint i = 0; simple[i] != NULL; i++)
        if (*columns[i] == '\0' && strcmp (simple[i], folded) == 0)
          {
            g_free (columns[i]);
            columns[i] = g_strdup (field);
            return;
          }
    }
}

/* Without a year, "Day" is the date. */
static void
mend_dates (char **columns)
{
  gboolean has_date = g_strv_contains ((const char * const *) columns, "date");

  if (g_strv_contains ((const char * const *) columns, "date.year"))
    return;
  for (char **column = columns; *column != NULL; column++)
    if (strcmp (*column, "date.month") == 0 || strcmp (*column, "date.day") == 0)
      {
        gboolean is_date = !has_date && strcmp (*column, "date.day") == 0;

        g_free (*column);
        *column = g_strdup (is_date ? "date" : "");
      }
}

char **
talks_import_guess_columns (char             **headings,
                            TalksRecordKind    kind,
                            const TalksField  *part,
                            gboolean           is_own)
{
  g_auto (GStrv) fields = part != NULL ? list_own (part->parts, TRUE) : talks_import_list_fields (kind);
  guint n = g_strv_length (headings);
  char **columns = g_new0 (char *, n + 1);
  g_auto (GStrv) simple = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      columns[i] = g_strdup (is_own ? headings[i] : "");
      simple[i] = simplify (headings[i]);
    }
  if (is_own)
    return columns;
  guess_exact (columns, headings, fields);
  for (size_t i = 0; part == NULL && i < G_N_ELEMENTS (guesses); i++)
    if ((guesses[i].kinds == 0 || (guesses[i].kinds & (1u << kind)))
        && g_strv_contains ((const char * const *) fields, guesses[i].field))
      guess_words (columns, simple, guesses[i].field, guesses[i].words);
  mend_dates (columns);
  return columns;
}
