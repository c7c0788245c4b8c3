/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-document.h"

#include "talks-record-fields.h"

#include <string.h>

#define VALUE TALKS_FIELD_VALUE

#define PICK(random, array) (array)[g_rand_int_range ((random), 0, G_N_ELEMENTS (array))]

static gboolean
chance (GRand *random,
        int    percent)
{
  return g_rand_int_range (random, 0, 100) < percent;
}

static const char * const dates[] = {
  "2022-03-10", "2022", "2022-04~", "2022-02/2022-04", "2022-05?", "156X", "2022-21", "-0044-03-15", "[2022-01,2023]",
  "2022-03/..", "Y12345", "2022-03-10T13:35:00+03:00",
};

/* Ids of records that are mostly there. */
static const char * const ids[] = { "lanes-0", "events-1", "sources-0", "parties-0", "nobody", "topics-1", "events-0" };

/* ---- texts of values ---- */

typedef struct
{
  GRand      *random;
  const char *newline;
  const char *unit;
  int         mode; /* 0: pretty; 1: one line; 2: anything */
  guint       n_unknown;
  GPtrArray  *unknown; /* NULL inside of parts */
} Maker;

static const char * const strings[] = {
  "\"plain\"", "\"a\\/b\"", "\"\\u00e9\\ud83d\\ude00\"", "\"Є é 😀\"", "\"\\\"quoted\\\\\"", "\"line\\nend\\t\"",
  "\"\\u001f\x7f\xe2\x80\xa8\"", "\"a, b: [c] {d}\"", "\" x \"",
};
static const char * const numbers[] = {
  "1E+2", "-0", "1.50", "123456789012345678", "0", "1e-7", "-12.0e0", "4", "0.1", "1E22",
};
static const char * const bad[] = { "null", "5", "{}", "[]", "\"\"", "[{}]", "\"2022-99-99\"", "true", "[5,null]", "{\"en\":7}" };

static void
add_space (Maker   *maker,
           GString *out,
           guint    depth)
{
  static const char * const spaces[] = { "", " ", "  ", "\n", "\r\n", "\t", "\n\n   ", " \r " };

  if (maker->mode == 2)
    g_string_append (out, PICK (maker->random, spaces));
  if (maker->mode != 0)
    return;
  g_string_append (out, maker->newline);
  for (guint i = 0; i < depth; i++)
    g_string_append (out, maker->unit);
}

static void
shuffle (GRand     *random,
         GPtrArray *list)
{
  for (guint i = list->len; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer item = list->pdata[j];

      list->pdata[j] = list->pdata[i - 1];
      list->pdata[i - 1] = item;
    }
}

/* Members or elements as one text. */
static char *
join (Maker      *maker,
      GPtrArray  *items,
      const char *brackets,
      guint       depth)
{
  GString *out = g_string_new (NULL);

  g_string_append_c (out, brackets[0]);
  for (guint i = 0; i < items->len; i++)
    {
      if (i > 0 && maker->mode == 2)
        add_space (maker, out, 0);
      if (i > 0)
        g_string_append_c (out, ',');
      add_space (maker, out, depth + 1);
      g_string_append (out, items->pdata[i]);
    }
  if (items->len > 0)
    add_space (maker, out, depth);
  g_string_append_c (out, brackets[1]);
  return g_string_free (out, FALSE);
}

/* Takes value over. */
static void
add_member (Maker      *maker,
            GPtrArray  *members,
            const char *name,
            char       *value)
{
  static const char * const colons[] = { ":", ": ", " : ", "\t:\n" };
  const char *colon = maker->mode == 2 ? PICK (maker->random, colons) : maker->mode == 0 ? ": " : ":";
  /* One letter of the name as an escape. */
  gboolean escaped = maker->mode == 2 && chance (maker->random, 5);
  g_autofree char *first = escaped ? g_strdup_printf ("\\u%04X", (unsigned char) name[0]) : g_strndup (name, 1);

  g_ptr_array_add (members, g_strdup_printf ("\"%s%s\"%s%s", first, name + 1, colon, value));
  g_free (value);
}

static void
add_unknown (Maker     *maker,
             GPtrArray *members)
{
  static const char * const values[] = {
    "null", "[1, 2.50, {\"en\": \"\\u00e9\"}]", "{\"a\" :1E+2,  \"b\":-0}", "123456789012345678", "\"\\/\"", "false",
  };
  g_autofree char *name = NULL;
  const char *value;

  if (!chance (maker->random, 40))
    return;
  name = g_strdup_printf ("x-%u", maker->n_unknown++);
  value = chance (maker->random, 50) ? PICK (maker->random, values) : PICK (maker->random, numbers);
  add_member (maker, members, name, g_strdup (value));
  if (maker->unknown != NULL)
    g_ptr_array_add (maker->unknown, g_strdup (members->pdata[members->len - 1]));
}

static char *make_object (Maker               *maker,
                          const TalksFieldSet *set,
                          TalksRecordKind      kind,
                          const char          *id,
                          guint                depth);

static char *
make_text (Maker *maker,
           guint  depth)
{
  static const char * const langs[] = { "en", "uk", "pt-BR", "EN", "x,y", "", "_" };
  g_autoptr (GPtrArray) members = NULL;

  if (chance (maker->random, 40))
    return g_strdup (PICK (maker->random, strings));
  members = g_ptr_array_new_with_free_func (g_free);
  for (size_t i = 0; i < G_N_ELEMENTS (langs); i++)
    if (chance (maker->random, i < 2 ? 60 : 8))
      add_member (maker, members, *langs[i] != '\0' ? langs[i] : "de",
                  g_strdup (chance (maker->random, 95) ? PICK (maker->random, strings) : "7"));
  shuffle (maker->random, members);
  return join (maker, members, "{}", depth);
}

static char *
make_csl_date (Maker *maker)
{
  static const char * const values[] = {
    "{ \"date-parts\": [[2022, \"3\", 11]] }", "{\"date-parts\":[[2021,3],[2022]],\"circa\":true}", "\"2022-04~\"",
    "{\"season\":\"4\",  \"date-parts\":[[2021]], \"x\":1.50}", "{\"raw\":\"2022-XX\"}", "{\"literal\":\"spring\"}",
    "{\"date-parts\":[[\"-44\",3,15]]}", "{\"date-parts\":[[12345]],\"literal\":\"late\"}", "{\"date-parts\":[[2022,13]]}",
  };

  return g_strdup (PICK (maker->random, values));
}

static char *
make_strings (Maker *maker,
              guint  depth)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  int n = g_rand_int_range (maker->random, 0, 5);

  for (int i = 0; i < n; i++)
    g_ptr_array_add (items, chance (maker->random, 90) ? g_strdup_printf ("\"%s\"", PICK (maker->random, ids))
                            : g_strdup (PICK (maker->random, numbers)));
  return join (maker, items, "[]", depth);
}

static char *
make_value (Maker            *maker,
            const TalksField *field,
            TalksRecordKind   kind,
            guint             depth)
{
  if (chance (maker->random, 5))
    return g_strdup (PICK (maker->random, bad));
  if (kind == TALKS_RECORD_SOURCE && field->type == TALKS_FIELD_DATE)
    return make_csl_date (maker);
  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      if (field->refers_to != 0)
        return g_strdup_printf ("\"%s\"", PICK (maker->random, ids));
      return g_strdup (PICK (maker->random, strings));
    case TALKS_FIELD_TEXT:
      return make_text (maker, depth);
    case TALKS_FIELD_DATE:
      return g_strdup_printf ("\"%s\"", PICK (maker->random, dates));
    case TALKS_FIELD_BOOLEAN:
      return g_strdup (chance (maker->random, 50) ? "true" : "false");
    case TALKS_FIELD_WORD:
      return g_strdup_printf ("\"%s\"", field->words->to_name (g_rand_int_range (maker->random, 0, field->words->n_words)));
    case TALKS_FIELD_STRINGS:
      return make_strings (maker, depth);
    case TALKS_FIELD_STRUCT:
      return make_object (maker, field->parts, TALKS_N_RECORD_KINDS, NULL, depth);
    case TALKS_FIELD_LIST:
      {
        g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
        int n = g_rand_int_range (maker->random, 0, 4);

        for (int i = 0; i < n; i++)
          g_ptr_array_add (items, chance (maker->random, 90)
                                  ? make_object (maker, field->parts, TALKS_N_RECORD_KINDS, NULL, depth + 1)
                                  : g_strdup (PICK (maker->random, bad)));
        return join (maker, items, "[]", depth);
      }
    case TALKS_FIELD_COORDINATES:
    default:
      g_assert_not_reached ();
    }
}

static void
add_annotation (Maker     *maker,
                GPtrArray *members)
{
  static const char * const creators[] = { "\"https://example.org/eve\"", "{\"name\":\"Eve\",\"x\":-0}", "[{\"id\":\"a:b\"}]" };
  static const char * const bodies[] = {
    "{\"type\":\"TextualBody\",\"value\":\"One\"}", "[{\"type\":\"TextualBody\",\"value\":\"One\",\"x\":1.50},\n{\"value\":\"Two\"}]",
    "[]", "[{\"type\":\"Image\",\"id\":\"a:b\"}]", "\"https://example.org/\"",
  };
  static const char * const targets[] = {
    "\"#events-0\"", "\"a.json#events-1\"", "[\"#sources-0\",5]", "{\"id\":\"#a%20b\"}", "\"nowhere\"",
    "{\"source\":\"#events-0\",\"x\":1E+2,\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"w\",\"prefix\":\" b\",\"suffix\":\" \"}}",
    "[{\"source\":\"#%73\", \"selector\" : [{\"type\":\"SvgSelector\"},{\"type\":\"TextQuoteSelector\",\"exact\":\"w\"}]}]",
  };

  add_member (maker, members, "target", g_strdup (PICK (maker->random, targets)));
  if (chance (maker->random, 60))
    add_member (maker, members, "creator", g_strdup (PICK (maker->random, creators)));
  if (chance (maker->random, 60))
    add_member (maker, members, "motivation", g_strdup (chance (maker->random, 50) ? "\"tagging\"" : "[\"a\",  \"b\"]"));
  if (chance (maker->random, 60))
    add_member (maker, members, "body", g_strdup (PICK (maker->random, bodies)));
  if (chance (maker->random, 30))
    add_member (maker, members, "bodyValue", g_strdup ("\"Short\""));
}

/* An object of a record (id is not NULL) or a part. */
static char *
make_object (Maker               *maker,
             const TalksFieldSet *set,
             TalksRecordKind      kind,
             const char          *id,
             guint                depth)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *unknown = g_steal_pointer (&maker->unknown);

  if (id != NULL)
    {
      add_member (maker, members, "id", g_strdup_printf ("\"%s\"", id));
      maker->unknown = unknown;
    }
  add_unknown (maker, members);
  maker->unknown = NULL;
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (kind == TALKS_RECORD_ANNOTATION || !chance (maker->random, field->required ? 95 : 60))
        continue;
      if (field->type == TALKS_FIELD_COORDINATES)
        {
          add_member (maker, members, "lat", g_strdup (PICK (maker->random, numbers)));
          add_member (maker, members, "lon", g_strdup (chance (maker->random, 90) ? PICK (maker->random, numbers) : "null"));
        }
      else
        add_member (maker, members, field->name, make_value (maker, field, kind, depth + 1));
    }
  if (kind == TALKS_RECORD_ANNOTATION)
    add_annotation (maker, members);
  maker->unknown = unknown;
  if (chance (maker->random, 50))
    shuffle (maker->random, members);
  return join (maker, members, "{}", depth);
}

static char *
make_list (Maker           *maker,
           TalksRecordKind  kind)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  int n = g_rand_int_range (maker->random, 0, 5);

  for (int i = 0; i < n; i++)
    {
      /* Now and then one that is there already. */
      g_autofree char *id = g_strdup_printf ("%s-%d", talks_record_kind_to_list (kind), chance (maker->random, 95) ? i : 0);

      g_ptr_array_add (items, chance (maker->random, 95)
                              ? make_object (maker, talks_record_kind_get_fields (kind), kind, id, 2)
                              : g_strdup (PICK (maker->random, bad)));
    }
  return join (maker, items, "[]", 1);
}

GBytes *
talks_random_document (GRand     *random,
                       GPtrArray *unknown)
{
  static const char * const newlines[] = { "\n", "\r\n", "\n", "\r" };
  static const char * const units[] = { "  ", "\t", "    ", "" };
  Maker maker = { random, PICK (random, newlines), PICK (random, units), g_rand_int_range (random, 0, 3), 0, unknown };
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (chance (random, 20) ? "\xef\xbb\xbf" : "");
  g_autofree char *root = NULL;

  add_member (&maker, members, "format", g_strdup ("\"talks-timeline\""));
  add_member (&maker, members, "version", g_strdup ("1"));
  if (chance (random, 90))
    add_member (&maker, members, "title", make_text (&maker, 1));
  if (chance (random, 50))
    add_member (&maker, members, "description", make_text (&maker, 1));
  if (chance (random, 50))
    add_member (&maker, members, "language", g_strdup ("\"uk\""));
  if (chance (random, 50))
    add_member (&maker, members, "license", g_strdup (PICK (random, strings)));
  add_unknown (&maker, members);
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (chance (random, 90))
      add_member (&maker, members, talks_record_kind_to_list (kind), make_list (&maker, kind));
  add_unknown (&maker, members);
  if (chance (random, 30))
    shuffle (random, members);
  root = join (&maker, members, "{}", 0);
  if (chance (random, 10))
    g_string_append (out, " \r\n");
  g_string_append (out, root);
  if (chance (random, 70))
    g_string_append (out, maker.newline);
  return g_string_free_to_bytes (out);
}

/* ---- edits ---- */

static void fill (const TalksFieldSet *set,
                  gpointer             owner,
                  GRand               *random);

static TalksText *
make_new_text (GRand *random)
{
  static const char * const langs[][4] = { { "en", NULL }, { "uk", "en", NULL }, { "en", "uk", "de", NULL } };
  const char *texts[4] = { NULL };
  int i = g_rand_int_range (random, 0, 3);
  g_autofree char *words = g_strdup_printf ("words %u\n", g_rand_int (random));

  if (chance (random, 40))
    return talks_text_new_plain (words);
  for (int j = 0; langs[i][j] != NULL; j++)
    texts[j] = j == 0 ? words : "é\"\\";
  return talks_text_new_tagged (langs[i], texts);
}

static void
edit_strings (const TalksField *field,
              gpointer          owner,
              GRand            *random)
{
  char ***strings_at = &VALUE (field, owner, char **);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; *strings_at != NULL && (*strings_at)[i] != NULL; i++)
    if (chance (random, 70))
      g_ptr_array_add (list, g_strdup ((*strings_at)[i]));
  if (chance (random, 50))
    g_ptr_array_insert (list, chance (random, 50) ? 0 : -1, g_strdup ("added"));
  if (chance (random, 30))
    shuffle (random, list);
  g_ptr_array_add (list, NULL);
  g_strfreev (*strings_at);
  *strings_at = (char **) g_ptr_array_steal (list, NULL);
}

static gpointer
new_part (const TalksFieldSet *set,
          GRand               *random)
{
  gpointer part = g_malloc0 (set->size);

  fill (set, part, random);
  return part;
}

static void edit_field (const TalksField *field,
                        gpointer          owner,
                        GRand            *random);

static void
edit_list (const TalksField *field,
           gpointer          owner,
           GRand            *random)
{
  GPtrArray *list = VALUE (field, owner, GPtrArray *);

  if (list->len > 0 && chance (random, 40))
    g_ptr_array_remove_index (list, (guint) g_rand_int_range (random, 0, (gint32) list->len));
  if (list->len > 0 && chance (random, 50))
    edit_field (&field->parts->fields[g_rand_int_range (random, 0, (gint32) field->parts->n_fields)],
                list->pdata[g_rand_int_range (random, 0, (gint32) list->len)], random);
  if (chance (random, 40))
    g_ptr_array_insert (list, g_rand_int_range (random, 0, (gint32) list->len + 1), new_part (field->parts, random));
  if (chance (random, 20))
    shuffle (random, list);
}

static void
fill_string (const TalksField *field,
             gpointer          owner,
             GRand            *random)
{
  char **place = &VALUE (field, owner, char *);

  g_free (*place);
  *place = strcmp (field->name, "color") == 0 ? g_strdup_printf ("#%06x", g_rand_int (random) >> 8)
                                              : g_strdup_printf ("Є %u\t", g_rand_int (random));
}

/* Another value, which the document can hold. */
static void
fill_field (const TalksField *field,
            gpointer          owner,
            GRand            *random)
{
  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      fill_string (field, owner, random);
      break;
    case TALKS_FIELD_TEXT:
      g_clear_pointer (&VALUE (field, owner, TalksText *), talks_text_unref);
      VALUE (field, owner, TalksText *) = make_new_text (random);
      break;
    case TALKS_FIELD_DATE:
      g_clear_pointer (&VALUE (field, owner, TalksDate *), talks_date_unref);
      VALUE (field, owner, TalksDate *) = talks_date_parse (PICK (random, dates), NULL);
      break;
    case TALKS_FIELD_BOOLEAN:
      VALUE (field, owner, gboolean) = !VALUE (field, owner, gboolean);
      break;
    case TALKS_FIELD_WORD:
      VALUE (field, owner, int) = g_rand_int_range (random, 0, field->words->n_words);
      break;
    case TALKS_FIELD_COORDINATES:
      ((TalksPlace *) owner)->has_coordinates = TRUE;
      ((TalksPlace *) owner)->latitude = g_rand_double_range (random, -90, 90);
      if (chance (random, 50))
        ((TalksPlace *) owner)->longitude = g_rand_int_range (random, -180, 180);
      break;
    case TALKS_FIELD_STRINGS:
      edit_strings (field, owner, random);
      break;
    case TALKS_FIELD_STRUCT:
      if (VALUE (field, owner, gpointer) == NULL)
        VALUE (field, owner, gpointer) = new_part (field->parts, random);
      else
        edit_field (&field->parts->fields[g_rand_int_range (random, 0, (gint32) field->parts->n_fields)],
                    VALUE (field, owner, gpointer), random);
      break;
    case TALKS_FIELD_LIST:
    default:
      if (VALUE (field, owner, GPtrArray *) == NULL)
        VALUE (field, owner, GPtrArray *) = g_ptr_array_new_with_free_func (field->parts->free);
      edit_list (field, owner, random);
      break;
    }
}

static void
fill (const TalksFieldSet *set,
      gpointer             owner,
      GRand               *random)
{
  for (guint i = 0; i < set->n_fields; i++)
    if (set->fields[i].required || chance (random, 50))
      fill_field (&set->fields[i], owner, random);
    else if (set->fields[i].type == TALKS_FIELD_STRINGS && VALUE (&set->fields[i], owner, char **) == NULL)
      VALUE (&set->fields[i], owner, char **) = g_new0 (char *, 1);
}

/* Nothing where there was something. */
static void
clear_field (const TalksField *field,
             gpointer          owner)
{
  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      g_clear_pointer (&VALUE (field, owner, char *), g_free);
      break;
    case TALKS_FIELD_TEXT:
      g_clear_pointer (&VALUE (field, owner, TalksText *), talks_text_unref);
      if (field->defaults_to != 0)
        VALUE (field, owner, TalksText *) = talks_text_ref (G_STRUCT_MEMBER (TalksText *, owner, field->defaults_to));
      break;
    case TALKS_FIELD_DATE:
      g_clear_pointer (&VALUE (field, owner, TalksDate *), talks_date_unref);
      break;
    case TALKS_FIELD_COORDINATES:
      ((TalksPlace *) owner)->has_coordinates = FALSE;
      break;
    case TALKS_FIELD_STRINGS:
      g_strfreev (VALUE (field, owner, char **));
      VALUE (field, owner, char **) = g_new0 (char *, 1);
      break;
    case TALKS_FIELD_STRUCT:
      g_clear_pointer (&VALUE (field, owner, gpointer), field->parts->free);
      break;
    case TALKS_FIELD_LIST:
      g_ptr_array_set_size (VALUE (field, owner, GPtrArray *), 0);
      break;
    case TALKS_FIELD_BOOLEAN:
    case TALKS_FIELD_WORD:
    default:
      break;
    }
}

static void
edit_field (const TalksField *field,
            gpointer          owner,
            GRand            *random)
{
  if (!field->required && strcmp (field->name, "body") != 0 && chance (random, 20))
    clear_field (field, owner);
  else
    fill_field (field, owner, random);
}

/* A copy of record with one field changed. */
static TalksRecord *
edit_record (const TalksRecord *record,
             GRand             *random,
             gboolean          *is_simple)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (record->kind);
  const TalksField *field = &set->fields[g_rand_int_range (random, 0, (gint32) set->n_fields)];
  g_autoptr (TalksRecord) scratch = talks_record_copy (record);
  TalksRecord *after = talks_record_copy (record);

  edit_field (field, scratch, random);
  talks_field_copy (field, scratch, after);
  *is_simple = field->parts == NULL;
  return after;
}

static TalksRecord *
new_record (TalksRecordKind  kind,
            GRand           *random)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (kind);
  TalksRecord *record = talks_record_new (kind, "an id that is new");

  fill (set, record, random);
  if (kind == TALKS_RECORD_ANNOTATION && ((TalksAnnotation *) record)->body == NULL)
    ((TalksAnnotation *) record)->body = g_strdup ("");
  for (guint i = 0; i < set->n_fields; i++)
    if (set->fields[i].defaults_to != 0 && VALUE (&set->fields[i], record, TalksText *) == NULL)
      clear_field (&set->fields[i], record);
  return record;
}

TalksChange *
talks_random_edit (TalksDocument *document,
                   GRand         *random,
                   gboolean      *is_simple)
{
  TalksRecordKind kind = (TalksRecordKind) g_rand_int_range (random, 0, TALKS_RECORD_HEAD + 1);
  GPtrArray *records = talks_document_get_records (document, kind);
  g_autoptr (TalksChange) change = NULL;
  g_autoptr (TalksRecord) after = NULL;
  g_autoptr (GError) error = NULL;
  TalksRecord *before = NULL;
  int position = 0;

  *is_simple = FALSE;
  if (records->len > 0)
    {
      position = g_rand_int_range (random, 0, (gint32) records->len);
      before = g_ptr_array_index (records, position);
    }
  if (before != NULL && (kind == TALKS_RECORD_HEAD || !chance (random, 20)))
    after = edit_record (before, random, is_simple);
  else if (before == NULL || chance (random, 50))
    {
      before = NULL;
      after = new_record (kind, random);
    }
  change = talks_change_new (before, after, position);
  talks_document_apply (document, change, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&change);
}
