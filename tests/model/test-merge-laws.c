/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging: what holds for whatever two people do to a document. */

#include "merge-fixture.h"

#include "talks-record-fields.h"
#include "talks-test-support.h"
#include "talks-validate.h"

/* A reference that leads nowhere: "RECORD FIELD ID". */
static void
list_dangling_in (TalksDocument       *document,
                  const char          *id,
                  const TalksFieldSet *set,
                  gconstpointer        owner,
                  GHashTable          *dangling)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (talks_field_is_absent (field, owner))
        continue;
      if (field->type == TALKS_FIELD_STRUCT)
        list_dangling_in (document, id, field->parts, TALKS_FIELD_VALUE (field, owner, gpointer), dangling);
      else if (field->type == TALKS_FIELD_LIST)
        for (guint j = 0; j < TALKS_FIELD_VALUE (field, owner, GPtrArray *)->len; j++)
          list_dangling_in (document, id, field->parts, TALKS_FIELD_VALUE (field, owner, GPtrArray *)->pdata[j], dangling);
      else if (field->refers_to != 0 && field->type == TALKS_FIELD_STRING)
        {
          if (talks_document_lookup (document, TALKS_FIELD_VALUE (field, owner, char *)) == NULL)
            g_hash_table_add (dangling, g_strdup (TALKS_FIELD_VALUE (field, owner, char *)));
        }
      else if (field->refers_to != 0)
        for (char **to = TALKS_FIELD_VALUE (field, owner, char **); *to != NULL; to++)
          if (talks_document_lookup (document, *to) == NULL)
            g_hash_table_add (dangling, g_strdup (*to));
    }
}

static GHashTable *
list_dangling (TalksDocument *document)
{
  GHashTable *dangling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        list_dangling_in (document, ((TalksRecord *) records->pdata[i])->id, talks_record_kind_get_fields (kind),
                          records->pdata[i], dangling);
    }
  return dangling;
}

/* Edits of records of which the number in its list is odd or even, or any (parity −1). */
typedef struct
{
  GRand      *random;
  int         parity;
  const char *name; /* of the side: begins the ids of its new records */
  guint       n_new;
  gboolean    removes;
} Editor;

static TalksRecord *
pick (Editor          *editor,
      TalksDocument   *base,
      TalksDocument   *document,
      TalksRecordKind  kind)
{
  GPtrArray *records = talks_document_get_records (base, kind);

  for (int tries = 0; tries < 20 && records->len > 0; tries++)
    {
      guint i = (guint) g_rand_int_range (editor->random, 0, (gint32) records->len);
      TalksRecord *record = records->pdata[i];

      if (editor->parity >= 0 && i % 2 != (guint) editor->parity)
        continue;
      record = talks_document_lookup (document, record->id);
      if (record != NULL)
        return record;
    }
  return NULL;
}

static void
apply (TalksDocument *document,
       TalksRecord   *before,
       TalksRecord   *after,
       int            position)
{
  g_autoptr (TalksChange) change = talks_change_new (before, after, position);
  g_autoptr (GError) error = NULL;

  talks_document_apply (document, change, &error);
  g_assert_no_error (error);
}

/* One edit: a field gets the value that another record has in it; or a record comes, goes or moves. */
static void
edit (Editor        *editor,
      TalksDocument *base,
      TalksDocument *document)
{
  const TalksRecordKind kind = (TalksRecordKind) g_rand_int_range (editor->random, 0, TALKS_N_RECORD_KINDS);
  const TalksFieldSet *set = talks_record_kind_get_fields (kind);
  GPtrArray *records = talks_document_get_records (document, kind);
  g_autoptr (TalksRecord) record = pick (editor, base, document, kind);
  const int dice = g_rand_int_range (editor->random, 0, 100);
  g_autoptr (TalksRecord) after = NULL;
  guint at;

  if (record == NULL)
    return;
  talks_record_ref (record);
  g_assert_true (g_ptr_array_find (records, record, &at));
  after = talks_record_copy (record);
  if (dice < 70)
    {
      const TalksField *field = &set->fields[g_rand_int_range (editor->random, 0, (gint32) set->n_fields)];

      talks_field_copy (field, records->pdata[g_rand_int_range (editor->random, 0, (gint32) records->len)], after);
      apply (document, record, after, -1);
    }
  else if (dice < 85)
    {
      g_free (after->id);
      after->id = g_strdup_printf ("%s-%u", editor->name, editor->n_new++);
      apply (document, NULL, after, (int) at + 1);
    }
  else if (editor->removes && dice < 93)
    apply (document, record, NULL, (int) at);
  else if (editor->removes)
    {
      apply (document, record, NULL, (int) at);
      apply (document, NULL, after, g_rand_int_range (editor->random, 0, (gint32) records->len + 1));
    }
}

static TalksDocument *
edit_at_random (GRand         *random,
                TalksDocument *base,
                const char    *name,
                int            parity,
                gboolean       removes)
{
  TalksDocument *document = talks_document_copy (base);
  Editor editor = { random, parity, name, 0, removes };
  int n = g_rand_int_range (random, 0, 30);

  for (int i = 0; i < n; i++)
    edit (&editor, base, document);
  return document;
}

static TalksDocument *
merge_all (TalksDocument *base,
           TalksDocument *ours,
           TalksDocument *theirs,
           guint         *n_conflicts)
{
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs);

  if (n_conflicts != NULL)
    *n_conflicts = talks_merge_count_conflicts (merge);
  merge_fixture_check_changes (merge, ours, "changes");
  return g_object_ref (talks_merge_get_result (merge));
}

static void
check_result (TalksDocument *base,
              TalksDocument *ours,
              TalksDocument *theirs,
              const char    *what,
              TalksDocument *expected)
{
  guint n_conflicts;
  g_autoptr (TalksDocument) result = merge_all (base, ours, theirs, &n_conflicts);

  merge_fixture_assert_equal (result, expected, what);
  g_assert_cmpuint (n_conflicts, ==, 0);
}

static guint
count_errors (TalksDocument *document)
{
  g_autoptr (GPtrArray) problems = talks_document_validate (document);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((TalksProblem *) problems->pdata[i])->severity == TALKS_SEVERITY_ERROR;
  return n;
}

static int
get_n_rounds (void)
{
  return g_getenv ("TALKS_TEST_LONG") != NULL ? 2000 : 60;
}

/* One side alone, both the same, nothing at all: no conflict, and what there is to be. */
static void
test_laws (void)
{
  for (int i = 0; i < get_n_rounds (); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (TalksDocument) base = talks_generate_document (20, (guint32) i % 7);
      g_autoptr (TalksDocument) x = edit_at_random (random, base, "x", -1, TRUE);

      check_result (base, x, base, "merge (base, x, base)", x);
      check_result (base, base, x, "merge (base, base, x)", x);
      check_result (base, x, x, "merge (base, x, x)", x);
      check_result (NULL, x, x, "merge (x, x)", x);
    }
}

/* Edits of different records: no conflict, and the same from both sides. */
static void
test_disjoint (void)
{
  for (int i = 0; i < get_n_rounds (); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (TalksDocument) base = talks_generate_document (20, (guint32) i % 7);
      g_autoptr (TalksDocument) x = edit_at_random (random, base, "x", 0, FALSE);
      g_autoptr (TalksDocument) y = edit_at_random (random, base, "y", 1, FALSE);
      guint n_conflicts;
      g_autoptr (TalksDocument) one = merge_all (base, x, y, &n_conflicts);
      g_autoptr (TalksDocument) other = merge_all (base, y, x, NULL);

      g_assert_cmpuint (n_conflicts, ==, 0);
      merge_fixture_assert_equal (one, other, "merge (base, x, y) and merge (base, y, x)");
      for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
        {
          GPtrArray *records = talks_document_get_records (base, kind);

          for (guint j = 0; j < records->len; j++)
            {
              const char *id = ((TalksRecord *) records->pdata[j])->id;

              g_assert_true (talks_record_equal (talks_document_lookup (one, id),
                                                 talks_document_lookup (j % 2 == 0 ? x : y, id)));
            }
        }
    }
}

/* Any edits: no reference leads nowhere that did not before, no error is new, and twice is the same. */
static void
test_any (void)
{
  for (int i = 0; i < get_n_rounds (); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (TalksDocument) base = talks_generate_document (20, (guint32) i % 7);
      g_autoptr (TalksDocument) x = edit_at_random (random, base, "x", -1, TRUE);
      g_autoptr (TalksDocument) y = edit_at_random (random, base, i % 2 == 0 ? "x" : "y", -1, TRUE);
      TalksDocument *bases[] = { base, NULL };

      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (TalksDocument) one = merge_all (bases[j], x, y, NULL);
          g_autoptr (TalksDocument) again = merge_all (bases[j], x, y, NULL);
          g_autoptr (GHashTable) dangling = list_dangling (one);
          g_autoptr (GHashTable) in_x = list_dangling (x);
          g_autoptr (GHashTable) in_y = list_dangling (y);
          GHashTableIter iter;
          gpointer id;

          merge_fixture_assert_equal (one, again, "twice the same");
          g_hash_table_iter_init (&iter, dangling);
          while (g_hash_table_iter_next (&iter, &id, NULL))
            g_assert_true (g_hash_table_contains (in_x, id) || g_hash_table_contains (in_y, id));
          g_assert_cmpuint (count_errors (one), <=, count_errors (x) + count_errors (y));
        }
    }
}

/* Whatever is chosen, in whatever order, the result is as sound. */
static void
test_choices_at_random (void)
{
  for (int i = 0; i < get_n_rounds () / 2; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (TalksDocument) base = talks_generate_document (15, (guint32) i % 7);
      g_autoptr (TalksDocument) x = edit_at_random (random, base, "x", -1, TRUE);
      g_autoptr (TalksDocument) y = edit_at_random (random, base, "x", -1, TRUE);
      g_autoptr (TalksMerge) merge = talks_merge_new (i % 3 == 0 ? NULL : base, x, y);

      for (int j = 0; j < 8; j++)
        {
          GPtrArray *conflicts = talks_merge_get_conflicts (merge);
          const TalksConflict *conflict;
          g_autofree char *key = NULL;
          g_autoptr (GHashTable) dangling = NULL;
          g_autoptr (GHashTable) in_x = list_dangling (x);
          g_autoptr (GHashTable) in_y = list_dangling (y);
          GHashTableIter iter;
          gpointer id;

          if (conflicts->len == 0)
            break;
          conflict = conflicts->pdata[g_rand_int_range (random, 0, (gint32) conflicts->len)];
          key = g_strdup (conflict->key);
          talks_merge_choose (merge, key, (TalksMergeChoice) g_rand_int_range (random, 0, TALKS_MERGE_JOIN + 1));
          merge_fixture_check_changes (merge, x, "after a choice");
          dangling = list_dangling (talks_merge_get_result (merge));
          g_hash_table_iter_init (&iter, dangling);
          while (g_hash_table_iter_next (&iter, &id, NULL))
            g_assert_true (g_hash_table_contains (in_x, id) || g_hash_table_contains (in_y, id));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-laws/one-side", test_laws);
  g_test_add_func ("/merge-laws/disjoint", test_disjoint);
  g_test_add_func ("/merge-laws/any", test_any);
  g_test_add_func ("/merge-laws/choices-at-random", test_choices_at_random);
  return g_test_run ();
}
