/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of fields hold every member of every struct, and what is built on them sees each. */

#include "talks-record-fields.h"

#include "talks-test-support.h"

#define VALUE TALKS_FIELD_VALUE

/* ---- filling by the table ---- */

static void fill (const TalksFieldSet *set,
                  gpointer             owner,
                  int                  salt);

static gpointer
make_part (const TalksFieldSet *set,
           int                  salt)
{
  gpointer part = g_malloc0 (set->size);

  fill (set, part, salt);
  return part;
}

static void
fill_strings (const TalksField *field,
              gpointer          owner,
              int               salt)
{
  char **strings = g_new0 (char *, 3);

  strings[0] = g_strdup_printf ("%s-%d", field->name, salt);
  strings[1] = g_strdup ("last");
  g_strfreev (VALUE (field, owner, char **));
  VALUE (field, owner, char **) = strings;
}

static void
fill_list (const TalksField *field,
           gpointer          owner,
           int               salt)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (field->parts->free);

  g_ptr_array_add (list, make_part (field->parts, salt));
  g_ptr_array_add (list, make_part (field->parts, 100));
  g_clear_pointer (&VALUE (field, owner, GPtrArray *), g_ptr_array_unref);
  VALUE (field, owner, GPtrArray *) = list;
}

/* A value that depends on salt, in the place of what was there. */
static void
fill_field (const TalksField *field,
            gpointer          owner,
            int               salt)
{
  g_autofree char *word = g_strdup_printf ("%s-%d", field->name, salt);

  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      g_free (VALUE (field, owner, char *));
      VALUE (field, owner, char *) = g_steal_pointer (&word);
      break;
    case TALKS_FIELD_TEXT:
      g_clear_pointer (&VALUE (field, owner, TalksText *), talks_text_unref);
      VALUE (field, owner, TalksText *) = talks_text_new_plain (word);
      break;
    case TALKS_FIELD_DATE:
      g_clear_pointer (&VALUE (field, owner, TalksDate *), talks_date_unref);
      VALUE (field, owner, TalksDate *) = talks_date_new_day (20000 + salt);
      break;
    case TALKS_FIELD_BOOLEAN:
      VALUE (field, owner, gboolean) = salt % 2;
      break;
    case TALKS_FIELD_WORD:
      VALUE (field, owner, int) = salt % field->words->n_words;
      break;
    case TALKS_FIELD_COORDINATES:
      ((TalksPlace *) owner)->has_coordinates = TRUE;
      ((TalksPlace *) owner)->latitude = salt / 3.0;
      ((TalksPlace *) owner)->longitude = 7;
      break;
    case TALKS_FIELD_STRINGS:
      fill_strings (field, owner, salt);
      break;
    case TALKS_FIELD_STRUCT:
      if (VALUE (field, owner, gpointer) != NULL)
        field->parts->free (VALUE (field, owner, gpointer));
      VALUE (field, owner, gpointer) = make_part (field->parts, salt);
      break;
    case TALKS_FIELD_LIST:
    default:
      fill_list (field, owner, salt);
      break;
    }
}

static void
fill (const TalksFieldSet *set,
      gpointer             owner,
      int                  salt)
{
  for (guint i = 0; i < set->n_fields; i++)
    fill_field (&set->fields[i], owner, salt);
}

static gpointer
make_full (TalksRecordKind kind)
{
  gpointer record = talks_record_new (kind, kind != TALKS_RECORD_HEAD ? "x" : "");

  fill (talks_record_kind_get_fields (kind), record, 1);
  return record;
}

/* ---- the tables ---- */

static size_t
get_size (const TalksField *field)
{
  switch (field->type)
    {
    case TALKS_FIELD_BOOLEAN:
    case TALKS_FIELD_WORD:
      return sizeof (int);
    case TALKS_FIELD_COORDINATES:
      return sizeof (TalksPlace) - offsetof (TalksPlace, has_coordinates);
    case TALKS_FIELD_STRING:
    case TALKS_FIELD_TEXT:
    case TALKS_FIELD_DATE:
    case TALKS_FIELD_STRINGS:
    case TALKS_FIELD_STRUCT:
    case TALKS_FIELD_LIST:
    default:
      return sizeof (gpointer);
    }
}

/* No two fields overlap, and between them is nothing but what brings the next to its alignment. */
static void
check_covered (const TalksFieldSet *set,
               size_t               at)
{
  guint n_seen = 0;

  while (at < set->size)
    {
      const TalksField *next = NULL;

      for (guint i = 0; i < set->n_fields; i++)
        if (set->fields[i].offset >= at && (next == NULL || set->fields[i].offset < next->offset))
          next = &set->fields[i];
      if (next == NULL)
        break;
      g_assert_cmpuint (next->offset - at, <, get_size (next) == sizeof (int) ? sizeof (int) : sizeof (gpointer));
      at = next->offset + get_size (next);
      n_seen++;
    }
  g_assert_cmpuint (set->size - at, <, sizeof (gpointer));
  g_assert_cmpuint (n_seen, ==, set->n_fields);
}

static void
check_set (const TalksFieldSet *set,
           gboolean             is_part)
{
  g_assert_true (is_part == (set->free != NULL));
  check_covered (set, is_part ? 0 : sizeof (TalksRecord));
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      g_assert_true (talks_field_set_find (set, field->name) == field);
      g_assert_true ((field->words != NULL) == (field->type == TALKS_FIELD_WORD));
      g_assert_true ((field->parts != NULL)
                     == (field->type == TALKS_FIELD_STRUCT || field->type == TALKS_FIELD_LIST));
      if (field->refers_to != 0)
        g_assert_true (field->type == TALKS_FIELD_STRING || field->type == TALKS_FIELD_STRINGS);
      if (field->parts != NULL)
        check_set (field->parts, TRUE);
      for (guint j = 0; field->defaults_to != 0 && j < set->n_fields; j++)
        if (set->fields[j].offset == field->defaults_to)
          g_assert_cmpuint (set->fields[j].default_of, ==, field->offset);
      for (guint j = 0; field->default_of != 0 && j < set->n_fields; j++)
        if (set->fields[j].offset == field->default_of)
          g_assert_cmpuint (set->fields[j].defaults_to, ==, field->offset);
    }
  g_assert_null (talks_field_set_find (set, "id"));
}

static void
test_tables (void)
{
  static const size_t sizes[] = {
    sizeof (TalksLane), sizeof (TalksTopic), sizeof (TalksParty), sizeof (TalksParticipant), sizeof (TalksEvent),
    sizeof (TalksPosition), sizeof (TalksSource), sizeof (TalksAnnotation), sizeof (TalksTour),
    sizeof (TalksHead),
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (sizes) == TALKS_RECORD_HEAD + 1);
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      const TalksFieldSet *set = talks_record_kind_get_fields (kind);

      g_assert_cmpuint (set->size, ==, sizes[kind]);
      check_set (set, FALSE);
    }
}

static void
test_words (void)
{
  static const struct { TalksRecordKind kind; const char *name; int n; } cases[] = {
    { TALKS_RECORD_PARTY, "kind", 3 },
    { TALKS_RECORD_PARTY, "mark", TALKS_N_MARKS },
    { TALKS_RECORD_EVENT, "certainty", 3 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksFieldSet *set = talks_record_kind_get_fields (cases[i].kind);
      const TalksVocabulary *words = talks_field_set_find (set, cases[i].name)->words;
      int value = 77;

      g_assert_cmpint (words->n_words, ==, cases[i].n);
      for (int j = 0; j < words->n_words; j++)
        {
          g_assert_true (words->from_name (words->to_name (j), &value));
          g_assert_cmpint (value, ==, j);
        }
      value = 77;
      g_assert_false (words->from_name ("no such word", &value));
      g_assert_cmpint (value, ==, 77);
    }
}

static void
test_references (void)
{
  static const struct { TalksRecordKind kind; const char *name; guint kinds; } cases[] = {
    { TALKS_RECORD_PARTICIPANT, "party", 1u << TALKS_RECORD_PARTY },
    { TALKS_RECORD_EVENT, "sources", 1u << TALKS_RECORD_SOURCE },
    { TALKS_RECORD_EVENT, "kind", 0 },
    { TALKS_RECORD_POSITION, "replaces", 1u << TALKS_RECORD_POSITION },
    { TALKS_RECORD_POSITION, "topic", 1u << TALKS_RECORD_TOPIC },
    { TALKS_RECORD_ANNOTATION, "target", TALKS_FIELD_ANY_KIND },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksFieldSet *set = talks_record_kind_get_fields (cases[i].kind);

      g_assert_cmpuint (talks_field_set_find (set, cases[i].name)->refers_to, ==, cases[i].kinds);
    }
  g_assert_cmpuint (TALKS_FIELD_ANY_KIND, ==, 0x1ff);
}

/* ---- equality and copies ---- */

/* Every field of owner, which is part of b, changed alone: a and b are no longer equal. */
static void
check_each_field (const TalksFieldSet *set,
                  gpointer             owner,
                  const TalksRecord   *a,
                  const TalksRecord   *b)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (field->type == TALKS_FIELD_STRUCT)
        check_each_field (field->parts, VALUE (field, owner, gpointer), a, b);
      if (field->type == TALKS_FIELD_LIST)
        check_each_field (field->parts, g_ptr_array_index (VALUE (field, owner, GPtrArray *), 0), a, b);

      g_assert_true (talks_record_equal (a, b));
      fill_field (field, owner, 2);
      g_assert_false (talks_record_equal (a, b));
      g_assert_false (talks_record_equal (b, a));
      fill_field (field, owner, 1);
      g_assert_true (talks_record_equal (a, b));
    }
}

static void
test_each_field (void)
{
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      g_autoptr (TalksRecord) a = make_full (kind);
      g_autoptr (TalksRecord) b = talks_record_copy (a);

      check_each_field (talks_record_kind_get_fields (kind), b, a, b);

      if (kind != TALKS_RECORD_HEAD)
        {
          g_autoptr (TalksRecord) other_id = talks_record_new (kind, "y");

          fill (talks_record_kind_get_fields (kind), other_id, 1);
          g_assert_false (talks_record_equal (a, other_id));
        }
      g_assert_false (talks_record_equal (a, NULL));
      g_assert_false (talks_record_equal (NULL, a));
    }
  g_assert_true (talks_record_equal (NULL, NULL));
}

/* A copy lives on without what it was made from, and is changed without it. */
static void
test_copy_is_independent (void)
{
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      const TalksFieldSet *set = talks_record_kind_get_fields (kind);
      TalksRecord *original = make_full (kind);
      g_autoptr (TalksRecord) same = make_full (kind);
      g_autoptr (TalksRecord) copy = talks_record_copy (original);

      fill (set, original, 2);
      g_assert_true (talks_record_equal (copy, same));
      talks_record_unref (original);
      g_assert_true (talks_record_equal (copy, same));
    }
}

/* Field by field, as a merge does it. */
static void
test_copy_fields (void)
{
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      const TalksFieldSet *set = talks_record_kind_get_fields (kind);
      g_autoptr (TalksRecord) from = make_full (kind);
      g_autoptr (TalksRecord) into = talks_record_new (kind, from->id);

      for (guint i = set->n_fields; i-- > 0;)
        {
          const TalksField *field = &set->fields[i];

          if (field->type != TALKS_FIELD_WORD)
            {
              g_assert_true (talks_field_is_absent (field, into));
              g_assert_false (talks_field_equal (field, from, into));
            }
          g_assert_false (talks_field_is_absent (field, from));
          talks_field_copy (field, from, into);
          g_assert_true (talks_field_equal (field, from, into));
        }
      g_assert_true (talks_record_equal (from, into));

      /* And back to nothing. */
      {
        g_autoptr (TalksRecord) empty = talks_record_new (kind, from->id);

        for (guint i = 0; i < set->n_fields; i++)
          talks_field_copy (&set->fields[i], empty, into);
        g_assert_true (talks_record_equal (empty, into));
      }
    }
}

static void
test_absent_is_equal (void)
{
  g_autoptr (TalksEvent) nothing = talks_record_new (TALKS_RECORD_EVENT, "x");
  g_autoptr (TalksEvent) blank = talks_record_new (TALKS_RECORD_EVENT, "x");
  const char * const langs[] = { "en", "uk", NULL };
  const char * const texts[] = { "", " ", NULL };

  blank->format = g_strdup (" \n");
  blank->summary = talks_text_new_plain ("");
  blank->outcome = talks_text_new_tagged (langs, texts);
  g_clear_pointer (&blank->sources, g_strfreev);
  g_assert_true (talks_record_equal (&nothing->record, &blank->record));
  g_assert_true (talks_record_equal (&blank->record, &nothing->record));

  /* A time without any words in it is there. */
  blank->time = g_new0 (TalksClock, 1);
  g_assert_false (talks_record_equal (&nothing->record, &blank->record));

  /* A pair of numbers that is not there has no value. */
  {
    const TalksFieldSet *set = talks_record_kind_get_fields (TALKS_RECORD_EVENT);
    const TalksField *place = talks_field_set_find (set, "place");

    nothing->place = make_part (place->parts, 1);
    blank->place = make_part (place->parts, 1);
    nothing->place->has_coordinates = blank->place->has_coordinates = FALSE;
    blank->place->latitude = 5;
    g_assert_true (talks_field_equal (place, nothing, blank));
    blank->place->has_coordinates = TRUE;
    g_assert_false (talks_field_equal (place, nothing, blank));
  }
}

/* ---- texts that stand in for others ---- */

static void
test_label_of_title (void)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (TALKS_RECORD_EVENT);
  const TalksField *label = talks_field_set_find (set, "label");
  const TalksField *title = talks_field_set_find (set, "title");
  g_autoptr (TalksEvent) event = talks_test_event_new ("e", "talks", "2022");
  g_autoptr (TalksEvent) other = talks_test_event_new ("e", "talks", "2022");
  g_autoptr (TalksEvent) copy = NULL;

  g_clear_pointer (&event->label, talks_text_unref);
  event->label = talks_text_ref (event->title);
  g_assert_true (talks_field_is_absent (label, event));
  copy = talks_record_copy (&event->record);
  g_assert_true (copy->label == copy->title);
  g_assert_true (talks_record_equal (&event->record, &copy->record));

  /* The same words, but in the document: not equal. */
  g_clear_pointer (&copy->label, talks_text_unref);
  copy->label = talks_text_new_plain (talks_text_get (copy->title, NULL));
  g_assert_false (talks_field_is_absent (label, copy));
  g_assert_false (talks_record_equal (&event->record, &copy->record));

  /* A new title stands in as the old one did. */
  g_clear_pointer (&other->title, talks_text_unref);
  g_clear_pointer (&other->label, talks_text_unref);
  other->title = talks_text_new_plain ("Another title");
  other->label = talks_text_new_plain ("Another");
  talks_field_copy (title, other, event);
  g_assert_cmpstr (talks_text_get (event->label, NULL), ==, "Another title");
  g_assert_true (event->label == event->title);

  /* But not for a label that is there. */
  talks_field_copy (title, other, copy);
  g_assert_false (talks_field_is_absent (label, copy));
  g_assert_cmpstr (talks_text_get (copy->label, NULL), !=, "Another title");

  talks_field_copy (label, other, event);
  g_assert_cmpstr (talks_text_get (event->label, NULL), ==, "Another");
  g_assert_true (talks_record_equal (&event->record, &other->record));

  /* No label again. */
  g_clear_pointer (&copy->label, talks_text_unref);
  copy->label = talks_text_ref (copy->title);
  talks_field_copy (label, copy, event);
  g_assert_true (event->label == event->title);
}

static void
test_other_stand_ins (void)
{
  g_autoptr (TalksParty) party = talks_record_new (TALKS_RECORD_PARTY, "p");
  g_autoptr (TalksPosition) position = talks_record_new (TALKS_RECORD_POSITION, "q");
  g_autoptr (TalksParty) party_copy = NULL;
  g_autoptr (TalksPosition) position_copy = NULL;

  party->name = talks_text_new_plain ("North");
  party->short_name = talks_text_ref (party->name);
  position->stance = talks_text_new_plain ("No");
  position->label = talks_text_ref (position->stance);
  party_copy = talks_record_copy (&party->record);
  position_copy = talks_record_copy (&position->record);
  g_assert_true (party_copy->short_name == party_copy->name);
  g_assert_true (position_copy->label == position_copy->stance);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-fields/tables", test_tables);
  g_test_add_func ("/record-fields/words", test_words);
  g_test_add_func ("/record-fields/references", test_references);
  g_test_add_func ("/record-fields/each-field", test_each_field);
  g_test_add_func ("/record-fields/copy-is-independent", test_copy_is_independent);
  g_test_add_func ("/record-fields/copy-fields", test_copy_fields);
  g_test_add_func ("/record-fields/absent-is-equal", test_absent_is_equal);
  g_test_add_func ("/record-fields/label-of-title", test_label_of_title);
  g_test_add_func ("/record-fields/other-stand-ins", test_other_stand_ins);
  return g_test_run ();
}
