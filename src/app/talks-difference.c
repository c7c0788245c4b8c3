/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-difference.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "talks-field-words.h"
#include "talks-record-fields.h"
#include "talks-record-words.h"

void
talks_difference_free (TalksDifference *difference)
{
  if (difference == NULL)
    return;
  g_free (difference->heading);
  g_strfreev (difference->lines);
  g_free (difference);
}

/* ---- fields ---- */

typedef struct
{
  TalksDocument *document;
  const char    *lang;
  GStrvBuilder  *lines;
} Work;

static void
take_line (Work *work,
           char *line)
{
  g_strv_builder_add (work->lines, line);
  g_free (line);
}

/* One line for what was there before and after; NULL where it was not. */
static void
add_line (Work       *work,
          const char *name,
          const char *before,
          const char *after)
{
  if (before == NULL && after == NULL)
    return;
  if (before == NULL)
    /* Translators: the name of a field, and what it holds. */
    take_line (work, g_strdup_printf (_("%1$s: %2$s (new)"), name, after));
  else if (after == NULL)
    take_line (work, g_strdup_printf (_("%1$s: %2$s (removed)"), name, before));
  else
    /* Translators: the name of a field, and what it held and holds. */
    take_line (work, g_strdup_printf (_("%1$s: %2$s → %3$s"), name, before, after));
}

static const char *
find_text (const TalksText *text,
           const char      *language)
{
  const char * const *languages = text != NULL ? talks_text_get_languages (text) : NULL;

  for (int i = 0; languages != NULL && languages[i] != NULL; i++)
    if (g_ascii_strcasecmp (languages[i], language) == 0)
      return talks_text_get_texts (text)[i];
  return NULL;
}

static void
compare_language (Work            *work,
                  const char      *name,
                  const char      *language,
                  const TalksText *before,
                  const TalksText *after)
{
  const char *old = find_text (before, language);
  const char *new = find_text (after, language);
  g_autofree char *shown_old = old != NULL ? talks_field_words_shorten (old) : NULL;
  g_autofree char *shown_new = new != NULL ? talks_field_words_shorten (new) : NULL;
  g_autofree char *whole = g_strdup_printf ("%s (%s)", name, language);

  if (g_strcmp0 (old, new) != 0)
    add_line (work, whole, shown_old, shown_new);
}

static gboolean
is_tagged (const TalksText *text)
{
  return text != NULL && *talks_text_get_languages (text) != NULL;
}

/* Each language by itself. */
static void
compare_texts (Work            *work,
               const char      *name,
               const TalksText *before,
               const TalksText *after)
{
  for (int i = 0; is_tagged (before) && talks_text_get_languages (before)[i] != NULL; i++)
    compare_language (work, name, talks_text_get_languages (before)[i], before, after);
  for (int i = 0; is_tagged (after) && talks_text_get_languages (after)[i] != NULL; i++)
    if (find_text (before, talks_text_get_languages (after)[i]) == NULL)
      compare_language (work, name, talks_text_get_languages (after)[i], before, after);
}

/* ---- lists ---- */

static gboolean
holds_part (const TalksField *field,
            GPtrArray        *list,
            gconstpointer     part)
{
  for (guint i = 0; i < list->len; i++)
    if (talks_field_set_equal (field->parts, list->pdata[i], part))
      return TRUE;
  return FALSE;
}

static void
compare_lists (Work             *work,
               const TalksField *field,
               GPtrArray        *before,
               GPtrArray        *after)
{
  const char *name = talks_field_words_name (field->name);
  guint n_lines = 0;

  for (guint i = 0; i < before->len; i++)
    if (!holds_part (field, after, before->pdata[i]))
      {
        g_autofree char *words = talks_field_words_part (field->parts, before->pdata[i], work->document, work->lang);

        add_line (work, name, words, NULL);
        n_lines++;
      }
  for (guint i = 0; i < after->len; i++)
    if (!holds_part (field, before, after->pdata[i]))
      {
        g_autofree char *words = talks_field_words_part (field->parts, after->pdata[i], work->document, work->lang);

        add_line (work, name, NULL, words);
        n_lines++;
      }
  if (n_lines == 0)
    take_line (work, g_strdup_printf (_("%s: in another order"), name));
}

/* Adds a line for each string of some that is not among others; with taken, as what was removed. */
static guint
list_strings (Work               *work,
              const TalksField   *field,
              const char * const *some,
              const char * const *others,
              gboolean            taken)
{
  guint n = 0;

  for (int i = 0; some[i] != NULL; i++)
    if (!g_strv_contains (others, some[i]))
      {
        g_autofree char *words = talks_field_words_string (field, some[i], work->document, work->lang);

        add_line (work, talks_field_words_name (field->name), taken ? words : NULL, taken ? NULL : words);
        n++;
      }
  return n;
}

static void
compare_strings (Work               *work,
                 const TalksField   *field,
                 const char * const *before,
                 const char * const *after)
{
  guint n = list_strings (work, field, before, after, TRUE) + list_strings (work, field, after, before, FALSE);

  if (n == 0)
    take_line (work, g_strdup_printf (_("%s: in another order"), talks_field_words_name (field->name)));
}

/* ---- records ---- */

static void compare_sets (Work                *work,
                          const TalksFieldSet *set,
                          gconstpointer        before,
                          gconstpointer        after);

static void
compare_field (Work             *work,
               const TalksField *field,
               gconstpointer     before,
               gconstpointer     after)
{
  gboolean had = !talks_field_is_absent (field, before);
  gboolean has = !talks_field_is_absent (field, after);
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  if (talks_field_equal (field, before, after))
    return;
  if (field->type == TALKS_FIELD_LIST)
    {
      compare_lists (work, field, TALKS_FIELD_VALUE (field, before, GPtrArray *),
                     TALKS_FIELD_VALUE (field, after, GPtrArray *));
      return;
    }
  if (field->type == TALKS_FIELD_STRINGS && had && has)
    {
      compare_strings (work, field, TALKS_FIELD_VALUE (field, before, const char * const *),
                       TALKS_FIELD_VALUE (field, after, const char * const *));
      return;
    }
  if (field->type == TALKS_FIELD_STRUCT && had && has)
    {
      compare_sets (work, field->parts, TALKS_FIELD_VALUE (field, before, gconstpointer),
                    TALKS_FIELD_VALUE (field, after, gconstpointer));
      return;
    }
  if (field->type == TALKS_FIELD_TEXT && had && has
      && (is_tagged (TALKS_FIELD_VALUE (field, before, TalksText *))
          && is_tagged (TALKS_FIELD_VALUE (field, after, TalksText *))))
    {
      compare_texts (work, talks_field_words_name (field->name), TALKS_FIELD_VALUE (field, before, TalksText *),
                     TALKS_FIELD_VALUE (field, after, TalksText *));
      return;
    }
  old = had ? talks_field_words_value (field, before, work->document, work->lang) : NULL;
  new = has ? talks_field_words_value (field, after, work->document, work->lang) : NULL;
  add_line (work, talks_field_words_name (field->name), old, new);
}

static void
compare_sets (Work                *work,
              const TalksFieldSet *set,
              gconstpointer        before,
              gconstpointer        after)
{
  for (guint i = 0; i < set->n_fields; i++)
    compare_field (work, &set->fields[i], before, after);
}

static char *
describe_heading (TalksRecord *before,
                  TalksRecord *after,
                  const char  *lang)
{
  const TalksRecord *record = after != NULL ? after : before;
  const char *kind = talks_field_words_kind (record->kind);
  g_autofree char *title = talks_field_words_shorten (talks_record_get_title (record, lang));

  if (before == NULL)
    /* Translators: a kind of record ("Event"), and its title. */
    return g_strdup_printf (_("Added: %1$s %2$s"), kind, title);
  if (after == NULL)
    return g_strdup_printf (_("Removed: %1$s %2$s"), kind, title);
  return g_strdup_printf (_("Changed: %1$s %2$s"), kind, title);
}

TalksDifference *
talks_difference_new (TalksRecord   *before,
                      TalksRecord   *after,
                      TalksDocument *document,
                      const char    *lang)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  Work work = { document, lang, lines };
  TalksDifference *difference;
  const TalksRecord *record = after != NULL ? after : before;
  g_autoptr (TalksRecord) none = NULL;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  none = talks_record_new (record->kind, record->id);
  compare_sets (&work, talks_record_kind_get_fields (record->kind), before != NULL ? before : none,
                after != NULL ? after : none);
  difference = g_new0 (TalksDifference, 1);
  difference->kind = record->kind;
  difference->heading = describe_heading (before, after, lang);
  difference->lines = g_strv_builder_end (lines);
  return difference;
}

/* ---- documents ---- */

GPtrArray *
talks_difference_list (TalksDocument *from,
                       TalksDocument *to,
                       const char    *lang)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_difference_free);

  g_return_val_if_fail (TALKS_IS_DOCUMENT (from) && TALKS_IS_DOCUMENT (to), list);

  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *old = talks_document_get_records (from, kind);
      GPtrArray *new = talks_document_get_records (to, kind);

      for (guint i = 0; i < old->len; i++)
        {
          TalksRecord *before = old->pdata[i];
          TalksRecord *after = talks_document_lookup_kind (to, kind, before->id);

          if (!talks_record_equal (before, after))
            g_ptr_array_add (list, talks_difference_new (before, after, after != NULL ? to : from, lang));
        }
      for (guint i = 0; i < new->len; i++)
        {
          TalksRecord *after = new->pdata[i];

          if (talks_document_lookup_kind (from, kind, after->id) == NULL)
            g_ptr_array_add (list, talks_difference_new (NULL, after, to, lang));
        }
    }
  return list;
}

/* What was done to the records of each kind. */
typedef enum
{
  ADDED,
  REMOVED,
  CHANGED,
  N_VERBS
} Verb;

static void
count_kind (GPtrArray       *differences,
            TalksDocument   *from,
            TalksDocument   *to,
            TalksRecordKind  kind,
            guint            counts[N_VERBS])
{
  GPtrArray *old = talks_document_get_records (from, kind);
  GPtrArray *new = talks_document_get_records (to, kind);

  memset (counts, 0, N_VERBS * sizeof (guint));
  for (guint i = 0; i < old->len; i++)
    counts[REMOVED] += talks_document_lookup_kind (to, kind, ((TalksRecord *) old->pdata[i])->id) == NULL;
  for (guint i = 0; i < new->len; i++)
    counts[ADDED] += talks_document_lookup_kind (from, kind, ((TalksRecord *) new->pdata[i])->id) == NULL;
  for (guint i = 0; i < differences->len; i++)
    counts[CHANGED] += ((TalksDifference *) differences->pdata[i])->kind == kind;
  counts[CHANGED] -= counts[ADDED] + counts[REMOVED];
}

static void
add_count (GString         *words,
           TalksRecordKind  kind,
           guint            n)
{
  g_autofree char *count = NULL;

  if (n == 0)
    return;
  count = kind < TALKS_RECORD_HEAD ? talks_record_kind_count (kind, n)
                                   : g_strdup (_("what the timeline says of itself"));
  g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", count);
}

/* "1 source, 2 events"; NULL when there are none. */
static char *
list_counts (guint counts[TALKS_RECORD_HEAD + 1][N_VERBS],
             Verb  verb)
{
  GString *list = g_string_new (NULL);

  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    add_count (list, kind, counts[kind][verb]);
  return g_string_free (list, list->len == 0);
}

static char *
describe_counts (Verb        verb,
                 const char *list)
{
  switch (verb)
    {
    case ADDED:
      /* Translators: "1 source, 2 events". */
      return g_strdup_printf (_("Added: %s"), list);
    case REMOVED:
      return g_strdup_printf (_("Removed: %s"), list);
    case CHANGED:
    case N_VERBS:
    default:
      return g_strdup_printf (_("Changed: %s"), list);
    }
}

char *
talks_difference_count (GPtrArray     *differences,
                        TalksDocument *from,
                        TalksDocument *to)
{
  guint counts[TALKS_RECORD_HEAD + 1][N_VERBS];
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_val_if_fail (differences != NULL, NULL);
  g_return_val_if_fail (TALKS_IS_DOCUMENT (from) && TALKS_IS_DOCUMENT (to), NULL);

  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    count_kind (differences, from, to, kind, counts[kind]);
  for (Verb verb = 0; verb < N_VERBS; verb++)
    {
      g_autofree char *list = list_counts (counts, verb);
      g_autofree char *part = list != NULL ? describe_counts (verb, list) : NULL;

      if (part != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
