/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An index is an array of entries, one a record. An entry folds the words of its record when it is
 * first looked at, once, whoever asks; entries are shared between the indexes of a document's
 * successive states, so that an edit folds one record anew. */

#include "talks-query-private.h"

#include <string.h>

#define EXCERPT_BEFORE 40 /* bytes of context before a match, and after its start */
#define EXCERPT_AFTER 90
#define N_CONTEXT 3

typedef struct
{
  gatomicrefcount ref_count;
  TalksRecord    *record;
  TalksRecord    *context[N_CONTEXT]; /* whose titles count as words of the record too */
  gsize           folded;             /* for g_once_init_enter() */
  char           *title;              /* folded */
  char           *words;              /* folded, title included */
} Entry;

struct _TalksQueryIndex
{
  gatomicrefcount ref_count;
  GPtrArray      *entries; /* of Entry */
};

typedef struct
{
  TalksHit *hit;
  guint     order;
} RankedHit;

void
talks_hit_free (TalksHit *hit)
{
  if (hit == NULL)
    return;
  talks_record_unref (hit->record);
  g_free (hit->excerpt);
  g_free (hit);
}

/* ---- entries ---- */

static void
entry_unref (gpointer data)
{
  Entry *self = data;

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  talks_record_unref (self->record);
  for (guint i = 0; i < N_CONTEXT; i++)
    g_clear_pointer (&self->context[i], talks_record_unref);
  g_free (self->title);
  g_free (self->words);
  g_free (self);
}

static void
find_context (TalksDocument     *document,
              const TalksRecord *record,
              TalksRecord       *context[N_CONTEXT])
{
  const TalksPosition *position = (const TalksPosition *) record;

  memset (context, 0, sizeof (TalksRecord *) * N_CONTEXT);
  if (record->kind != TALKS_RECORD_POSITION)
    return;
  context[0] = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, position->party);
  context[1] = talks_document_lookup_kind (document, TALKS_RECORD_TOPIC, position->topic);
  context[2] = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                           position->participant);
}

static Entry *
entry_new (TalksRecord *record,
           TalksRecord *context[N_CONTEXT])
{
  Entry *self = g_new0 (Entry, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->record = talks_record_ref (record);
  for (guint i = 0; i < N_CONTEXT; i++)
    if (context[i] != NULL)
      self->context[i] = talks_record_ref (context[i]);
  return self;
}

typedef struct
{
  GString *title;
  GString *words;
} FoldTarget;

/* A line for each text, so that a word never matches across two. */
static void
fold_text (const char    *text,
           TalksTextRole  role,
           gpointer       data)
{
  FoldTarget *target = data;

  if (role == TALKS_TEXT_TITLE)
    {
      talks_query_fold_append (target->title, NULL, text);
      g_string_append_c (target->title, '\n');
    }
  talks_query_fold_append (target->words, NULL, text);
  g_string_append_c (target->words, '\n');
}

static void
fold_context (const char    *text,
              TalksTextRole  role,
              gpointer       data)
{
  FoldTarget *target = data;

  if (role != TALKS_TEXT_TITLE)
    return;
  talks_query_fold_append (target->words, NULL, text);
  g_string_append_c (target->words, '\n');
}

static void
entry_ensure_folded (Entry *self)
{
  if (g_once_init_enter (&self->folded))
    {
      FoldTarget target = { g_string_new (NULL), g_string_new (NULL) };
      TalksTextVisitor texts = { NULL, fold_text, &target };
      TalksTextVisitor names = { NULL, fold_context, &target };

      talks_query_visit_texts (&texts, self->record);
      for (guint i = 0; i < N_CONTEXT; i++)
        if (self->context[i] != NULL)
          talks_query_visit_texts (&names, self->context[i]);
      self->title = g_string_free (target.title, FALSE);
      self->words = g_string_free (target.words, FALSE);
      g_once_init_leave (&self->folded, 1);
    }
}

/* ---- excerpts ---- */

typedef struct
{
  const char *query;
  char       *excerpt; /* of the first text with a match */
} ExcerptSearch;

/* One line of text around [start, start + length), cut between words. */
static char *
cut_excerpt (const char *text,
             gsize       start)
{
  gsize length = strlen (text);
  gsize from = start > EXCERPT_BEFORE ? start - EXCERPT_BEFORE : 0;
  gsize to = MIN (start + EXCERPT_AFTER, length);
  g_autofree char *part = NULL;
  g_autofree char *line = NULL;

  while (from > 0 && from < start && !g_ascii_isspace (text[from - 1]))
    from++;
  while (to < length && !g_ascii_isspace (text[to]))
    to++;
  while (from > 0 && (text[from] & 0xc0) == 0x80) /* text without spaces: at a whole letter */
    from--;

  part = g_strndup (text + from, to - from);
  line = g_strdelimit (g_steal_pointer (&part), "\t\r\n", ' ');
  g_strstrip (line);
  return g_strconcat (from > 0 ? "… " : "", line, to < length ? " …" : "", NULL);
}

static void
find_excerpt (const char    *text,
              TalksTextRole  role,
              gpointer       data)
{
  ExcerptSearch *search = data;
  g_autoptr (GString) folded = NULL;
  g_autoptr (GArray) origins = NULL;
  const char *word = search->query;

  if (role != TALKS_TEXT_BODY || search->excerpt != NULL)
    return;

  folded = g_string_new (NULL);
  origins = g_array_new (FALSE, FALSE, sizeof (guint));
  talks_query_fold_append (folded, origins, text);
  while (*word != '\0')
    {
      gsize length = strcspn (word, " ");
      const char *match = length > 0 ? memmem (folded->str, folded->len, word, length) : NULL;

      if (match != NULL)
        {
          search->excerpt = cut_excerpt (text,
                                         g_array_index (origins, guint, match - folded->str));
          return;
        }
      word += length;
      word += strspn (word, " ");
    }
}

static char *
make_excerpt (const Entry *entry,
              const char  *folded_query,
              const char  *lang)
{
  ExcerptSearch search = { folded_query, NULL };
  TalksTextVisitor visitor = { lang != NULL ? lang : "", find_excerpt, &search };

  talks_query_visit_texts (&visitor, entry->record);
  if (search.excerpt == NULL)
    {
      visitor.lang = NULL;
      talks_query_visit_texts (&visitor, entry->record);
    }
  return search.excerpt != NULL ? search.excerpt : g_strdup ("");
}

/* ---- running ---- */

/* 4 for a word that begins a word of text, 2 for one inside, 0 for none. */
static int
score_word (const char *text,
            const char *word,
            gsize       length)
{
  const char *end = text + strlen (text);
  const char *p = text;
  int score = 0;

  while ((p = memmem (p, end - p, word, length)) != NULL)
    {
      if (p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
        return 4;
      score = 2;
      p++;
    }
  return score;
}

static int
score_entry (const Entry *entry,
             const char  *folded_query)
{
  gsize query_length = strlen (folded_query);
  const char *word = folded_query;
  int score = 0;

  if (strncmp (entry->title, folded_query, query_length) == 0)
    score += entry->title[query_length] == '\n' ? 40 : 10;
  while (*word != '\0')
    {
      gsize length = strcspn (word, " ");

      score += score_word (entry->title, word, length) * 4 + score_word (entry->words, word, length);
      word += length;
      word += strspn (word, " ");
    }
  return score;
}

static int
kind_rank (TalksRecordKind kind)
{
  switch (kind)
    {
    case TALKS_RECORD_EVENT:
      return 0;
    case TALKS_RECORD_PARTICIPANT:
      return 1;
    case TALKS_RECORD_POSITION:
      return 2;
    case TALKS_RECORD_SOURCE:
      return 3;
    case TALKS_RECORD_PARTY:
      return 4;
    case TALKS_RECORD_TOPIC:
      return 5;
    case TALKS_RECORD_ANNOTATION:
      return 6;
    case TALKS_RECORD_LANE:
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      return 7;
    }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const RankedHit *left = a;
  const RankedHit *right = b;
  int left_rank = kind_rank (left->hit->record->kind);
  int right_rank = kind_rank (right->hit->record->kind);
  const TalksDate *left_date = talks_record_get_date (left->hit->record);
  int order;

  if (left_rank != right_rank)
    return left_rank < right_rank ? -1 : 1;
  order = left_date != NULL ? talks_date_compare (left_date, talks_record_get_date (right->hit->record))
                            : right->hit->score - left->hit->score;
  if (order != 0)
    return order;
  return left->order < right->order ? -1 : 1;
}

GPtrArray *
talks_query_index_run (TalksQueryIndex *self,
                       const char      *query,
                       const char      *lang)
{
  GPtrArray *hits;
  g_autoptr (GArray) ranked = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_hit_free);
  folded = talks_query_fold (query);
  if (*folded == '\0')
    return hits;

  ranked = g_array_new (FALSE, FALSE, sizeof (RankedHit));
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];
      RankedHit found;

      entry_ensure_folded (entry);
      if (!talks_query_match (folded, entry->words))
        continue;
      found.hit = g_new0 (TalksHit, 1);
      found.hit->record = talks_record_ref (entry->record);
      found.hit->excerpt = make_excerpt (entry, folded, lang);
      found.hit->score = score_entry (entry, folded);
      found.order = i;
      g_array_append_val (ranked, found);
    }
  g_array_sort (ranked, compare_hits);
  for (guint i = 0; i < ranked->len; i++)
    g_ptr_array_add (hits, g_array_index (ranked, RankedHit, i).hit);
  return hits;
}

GPtrArray *
talks_query_run (TalksDocument *document,
                 const char    *query,
                 const char    *lang)
{
  g_autoptr (TalksQueryIndex) index = NULL;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document) && query != NULL, NULL);

  index = talks_query_index_get (document);
  return talks_query_index_run (index, query, lang);
}

/* ---- the index of a document ---- */

/* What a document keeps: the last index, whose entries outlive it, and whether it still holds. */
typedef struct
{
  TalksQueryIndex *index;
  gboolean         current;
} Cache;

static GQuark
cache_quark (void)
{
  static GQuark quark;

  if (quark == 0)
    quark = g_quark_from_static_string ("talks-query-cache");
  return quark;
}

static void
cache_free (gpointer data)
{
  Cache *cache = data;

  g_clear_pointer (&cache->index, talks_query_index_unref);
  g_free (cache);
}

static void
on_document_changed (TalksDocument *document,
                     gpointer       change,
                     gpointer       unused)
{
  Cache *cache = g_object_get_qdata (G_OBJECT (document), cache_quark ());

  g_assert (cache != NULL);
  cache->current = FALSE;
}

TalksQueryIndex *
talks_query_index_ref (TalksQueryIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
talks_query_index_unref (TalksQueryIndex *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

guint
talks_query_index_get_size (const TalksQueryIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/* Entries of the older index by their records. */
static GHashTable *
list_older (TalksQueryIndex *older)
{
  GHashTable *table = g_hash_table_new (NULL, NULL);

  for (guint i = 0; older != NULL && i < older->entries->len; i++)
    {
      Entry *entry = older->entries->pdata[i];

      g_hash_table_insert (table, entry->record, entry);
    }
  return table;
}

static TalksQueryIndex *
index_new (TalksDocument   *document,
           TalksQueryIndex *older)
{
  static const TalksRecordKind kinds[] = {
    TALKS_RECORD_EVENT, TALKS_RECORD_PARTICIPANT, TALKS_RECORD_POSITION,  TALKS_RECORD_SOURCE,
    TALKS_RECORD_PARTY, TALKS_RECORD_TOPIC,       TALKS_RECORD_ANNOTATION,
  };
  TalksQueryIndex *self = g_new0 (TalksQueryIndex, 1);
  g_autoptr (GHashTable) known = list_older (older);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_ptr_array_new_with_free_func (entry_unref);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GPtrArray *records = talks_document_get_records (document, kinds[k]);

      for (guint i = 0; i < records->len; i++)
        {
          TalksRecord *context[N_CONTEXT];
          Entry *entry = g_hash_table_lookup (known, records->pdata[i]);

          find_context (document, records->pdata[i], context);
          if (entry != NULL && memcmp (entry->context, context, sizeof context) == 0)
            g_atomic_ref_count_inc (&entry->ref_count);
          else
            entry = entry_new (records->pdata[i], context);
          g_ptr_array_add (self->entries, entry);
        }
    }
  return self;
}

TalksQueryIndex *
talks_query_index_get (TalksDocument *document)
{
  Cache *cache;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  cache = g_object_get_qdata (G_OBJECT (document), cache_quark ());
  if (cache == NULL)
    {
      cache = g_new0 (Cache, 1);
      g_object_set_qdata_full (G_OBJECT (document), cache_quark (), cache, cache_free);
      g_signal_connect (document, "changed", G_CALLBACK (on_document_changed), NULL);
    }
  if (!cache->current)
    {
      TalksQueryIndex *fresh = index_new (document, cache->index);

      g_clear_pointer (&cache->index, talks_query_index_unref);
      cache->index = fresh;
      cache->current = TRUE;
    }
  return talks_query_index_ref (cache->index);
}
