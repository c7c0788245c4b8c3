/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-query-private.h"

#include <string.h>

#define EXCERPT_BEFORE 40 /* bytes of context before a match, and after its start */
#define EXCERPT_AFTER 90

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
make_excerpt (const TalksQueryEntry *entry,
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
score_entry (const TalksQueryEntry *entry,
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
      TalksQueryEntry *entry = self->entries->pdata[i];
      RankedHit found;

      talks_query_entry_ensure_folded (entry);
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
