/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking through the result: what refers to a record that one side removed keeps it, and what is wrong where
 * neither side was is left as in ours. */

#include "talks-merge-private.h"

#include <string.h>

#include "talks-validate.h"

/* ---- references ---- */

/* "RECORD ID": a reference and where it leads. */
static char *
make_reference_key (const TalksRecord *record,
                    const char        *id)
{
  return g_strdup_printf ("%s %s", record->id, id);
}

static void
each_reference (TalksDocument      *document,
                TalksReferenceFunc  func,
                gpointer            data)
{
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        talks_merge_each_reference (records->pdata[i], func, data);
    }
}

typedef struct
{
  TalksDocument *document;
  GHashTable    *lost; /* set of keys of references that lead nowhere */
} Losses;

static void
note_lost (const TalksRecord *record,
           const TalksField  *field,
           const char        *id,
           gpointer           data)
{
  Losses *losses = data;

  if (talks_document_lookup (losses->document, id) == NULL)
    g_hash_table_add (losses->lost, make_reference_key (record, id));
}

typedef struct
{
  TalksMerge *merge;
  GHashTable *lost;  /* before the merge, in either side */
  GPtrArray  *found; /* of TalksRecord: needed, and to be looked through themselves */
} Search;

/* A reference to what is not in the result, but in one of the sides. What was lost before may stay so. */
static void
need_record (const TalksRecord *record,
             const TalksField  *field,
             const char        *id,
             gpointer           data)
{
  Search *search = data;
  TalksMerge *merge = search->merge;
  g_autofree char *key = NULL;
  TalksRecord *needed;

  if (talks_document_lookup (merge->result, id) != NULL || g_hash_table_contains (merge->needed, id))
    return;
  needed = talks_document_lookup (merge->sides[TALKS_SIDE_OURS], id);
  if (needed == NULL)
    needed = talks_document_lookup (merge->sides[TALKS_SIDE_THEIRS], id);
  if (needed == NULL)
    return;
  if (search->lost == NULL)
    {
      search->lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (TalksMergeSide side = TALKS_SIDE_OURS; side < TALKS_N_SIDES; side++)
        each_reference (merge->sides[side], note_lost, &(Losses) { merge->sides[side], search->lost });
    }
  key = make_reference_key (record, id);
  if (g_hash_table_contains (search->lost, key))
    return;
  g_hash_table_add (merge->needed, g_strdup (id));
  g_ptr_array_add (search->found, needed);
}

static gboolean
find_needed (TalksMerge *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  Search search = { self, NULL, found };

  each_reference (self->result, need_record, &search);
  for (guint i = 0; i < found->len; i++) /* grows while it is gone through */
    talks_merge_each_reference (found->pdata[i], need_record, &search);
  g_clear_pointer (&search.lost, g_hash_table_unref);
  return found->len > 0;
}

/* ---- errors ---- */

/* The member of the record that a pointer leads into; "" for the record itself. */
static char *
get_field_name (const TalksProblem *problem)
{
  g_auto (GStrv) parts = g_strsplit (problem->pointer, "/", -1);

  return g_strdup (g_strv_length (parts) > 3 ? parts[3] : "");
}

static char *
make_error_key (const TalksProblem *problem)
{
  g_autofree char *field = get_field_name (problem);

  return g_strdup_printf ("%s/%s: %s", problem->record != NULL ? problem->record : "", field, problem->message);
}

static void
add_errors (TalksDocument *document,
            GHashTable    *errors)
{
  g_autoptr (GPtrArray) problems = talks_document_validate (document);

  for (guint i = 0; i < problems->len; i++)
    if (((TalksProblem *) problems->pdata[i])->severity == TALKS_SEVERITY_ERROR)
      g_hash_table_add (errors, make_error_key (problems->pdata[i]));
}

/* A field of a record; if that is known to be wrong already, that of all records of its kind: each may have a part
 * in it, as in a circle. */
static gboolean
force_field (TalksMerge         *self,
             const TalksProblem *problem)
{
  g_autofree char *field = get_field_name (problem);
  TalksRecord *record = talks_document_lookup (self->result, problem->record);
  char *key;

  if (record == NULL || *field == '\0')
    return FALSE;
  key = g_strdup_printf ("%s/%s", record->id, field);
  if (g_hash_table_add (self->forced, key))
    return TRUE;
  return g_hash_table_add (self->forced, g_strdup_printf ("%d//%s", record->kind, field));
}

static gboolean
find_wrong (TalksMerge *self)
{
  g_autoptr (GPtrArray) problems = talks_document_validate (self->result);
  g_autoptr (GHashTable) known = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const TalksProblem *problem = problems->pdata[i];
      g_autofree char *key = NULL;

      if (problem->severity != TALKS_SEVERITY_ERROR)
        continue;
      if (known == NULL)
        {
          known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          add_errors (self->sides[TALKS_SIDE_OURS], known);
          add_errors (self->sides[TALKS_SIDE_THEIRS], known);
        }
      key = make_error_key (problem);
      if (!g_hash_table_contains (known, key))
        found |= force_field (self, problem);
    }
  return found;
}

gboolean
talks_merge_check (TalksMerge *self)
{
  return find_needed (self) || find_wrong (self);
}

/* ---- places ---- */

/* Index of the part of that key in a list of the owner; −1 when it is not there. */
static int
find_part (const TalksField *field,
           gconstpointer     owner,
           const char       *key)
{
  g_autoptr (GPtrArray) keys = talks_merge_list_keys (field, owner);

  for (guint i = 0; i < keys->len; i++)
    if (strcmp (keys->pdata[i], key) == 0)
      return (int) i;
  return -1;
}

/* Appends what there is of a path ("attendance/anna/role") in the owner. */
static void
append_path (GString             *pointer,
             const TalksFieldSet *set,
             gconstpointer        owner,
             char               **path)
{
  while (*path != NULL)
    {
      const TalksField *field = talks_field_set_find (set, *path++);
      g_autofree char *name = NULL;
      int at;

      if (field == NULL || talks_field_is_absent (field, owner))
        return;
      g_string_append_printf (pointer, "/%s", field->type == TALKS_FIELD_COORDINATES ? "lat" : field->name);
      if (*path == NULL)
        return;
      name = g_uri_unescape_string (*path, NULL);
      if (field->type == TALKS_FIELD_TEXT && talks_text_has_language (TALKS_FIELD_VALUE (field, owner, TalksText *), name))
        g_string_append_printf (pointer, "/%s", name);
      if (field->type == TALKS_FIELD_STRUCT)
        {
          owner = TALKS_FIELD_VALUE (field, owner, gpointer);
          set = field->parts;
          continue;
        }
      at = field->type == TALKS_FIELD_LIST && name != NULL ? find_part (field, owner, name) : -1;
      if (at < 0)
        return;
      g_string_append_printf (pointer, "/%d", at);
      owner = TALKS_FIELD_VALUE (field, owner, GPtrArray *)->pdata[at];
      set = field->parts;
      path++;
    }
}

/* Where each record of the result is in its list, and the first of a conflict that is not there. */
static GHashTable *
index_records (TalksDocument *document)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        g_hash_table_insert (index, ((TalksRecord *) records->pdata[i])->id, GUINT_TO_POINTER (i));
    }
  return index;
}

static void
place_conflict (TalksMerge    *self,
                TalksConflict *conflict,
                GHashTable    *index)
{
  g_autoptr (GString) pointer = g_string_new (NULL);
  g_auto (GStrv) path = g_strsplit (conflict->field, "/", -1);
  TalksRecord *record = conflict->id != NULL ? talks_document_lookup_kind (self->result, conflict->kind, conflict->id)
                                             : NULL;

  if (conflict->kind == TALKS_RECORD_HEAD)
    append_path (pointer, talks_record_kind_get_fields (conflict->kind), talks_document_get_head (self->result), path);
  else
    g_string_append_printf (pointer, "/%s", talks_record_kind_to_list (conflict->kind));
  if (record != NULL)
    {
      g_string_append_printf (pointer, "/%u", GPOINTER_TO_UINT (g_hash_table_lookup (index, record->id)));
      append_path (pointer, talks_record_kind_get_fields (record->kind), record, path);
    }
  g_free (conflict->pointer);
  conflict->pointer = g_string_free (g_steal_pointer (&pointer), FALSE);
}

static guint
get_rank (const TalksConflict *conflict)
{
  return conflict->kind == TALKS_RECORD_HEAD ? 0 : conflict->kind + 1;
}

/* By list, then by place in it; those of one record stay as they were found. */
static int
compare_conflicts (gconstpointer a,
                   gconstpointer b,
                   gpointer      index)
{
  const TalksConflict *first = *(TalksConflict * const *) a;
  const TalksConflict *second = *(TalksConflict * const *) b;
  guint at_first = first->id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, first->id)) : 0;
  guint at_second = second->id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, second->id)) : 0;

  if (get_rank (first) != get_rank (second))
    return get_rank (first) < get_rank (second) ? -1 : 1;
  return (at_first > at_second) - (at_first < at_second);
}

void
talks_merge_place_conflicts (TalksMerge *self)
{
  g_autoptr (GHashTable) index = index_records (self->result);

  for (guint i = 0; i < self->conflicts->len; i++)
    place_conflict (self, self->conflicts->pdata[i], index);
  /* g_ptr_array_sort_with_data() is stable. */
  g_ptr_array_sort_with_data (self->conflicts, compare_conflicts, index);
}
