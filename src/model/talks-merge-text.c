/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts, language by language. */

#include "talks-merge-private.h"

#define VALUE TALKS_FIELD_VALUE

/* A text taken apart: in the order written, keys are tags in lower case. The key of a plain text is that of its
 * document's language, unless all three are plain: then it is one text whatever the language is called. */
typedef struct
{
  GPtrArray  *keys;  /* of char * */
  GHashTable *tags;  /* key → tag as written, borrowed */
  GHashTable *texts; /* key → text, borrowed */
  gboolean    plain;
} Texts;

static void
texts_clear (Texts *self)
{
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static void
texts_init (Texts           *self,
            const TalksText *text,
            const char      *language)
{
  const char * const none[] = { NULL };
  const char * const *langs = text != NULL ? talks_text_get_languages (text) : none;
  const char * const *texts = text != NULL ? talks_text_get_texts (text) : none;

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->tags = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_hash_table_new (g_str_hash, g_str_equal);
  self->plain = text != NULL && *langs == NULL;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      const char *tag = self->plain ? language : langs[i];
      char *key = g_ascii_strdown (tag, -1);

      g_ptr_array_add (self->keys, key);
      g_hash_table_insert (self->tags, key, (gpointer) tag);
      g_hash_table_insert (self->texts, key, (gpointer) texts[i]);
    }
}

static gboolean
same (const char *a,
      const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* The text of one language that both changed. NULL: none. Borrowed, or put into joined, which keeps it. */
static const char *
choose_text (TalksMergeSite *site,
             const char     *tag,
             const char     *base,
             const char     *ours,
             const char     *theirs,
             GPtrArray      *joined)
{
  const gboolean joins = ours != NULL && theirs != NULL
                         && talks_merge_can_be_joined (site->path->pdata[site->path->len - 1]);
  const guint both = ours != NULL && theirs != NULL ? talks_merge_site_can_keep_both (site) : 0;
  TalksConflict *conflict;
  TalksMergeChoice choice;

  if (tag != NULL)
    g_ptr_array_add (site->path, (gpointer) tag);
  conflict = talks_merge_site_new_conflict (site, ours != NULL && theirs != NULL ? TALKS_CONFLICT_FIELD
                                                                                 : TALKS_CONFLICT_REMOVED);
  if (tag != NULL)
    g_ptr_array_set_size (site->path, (int) site->path->len - 1);
  conflict->base = g_strdup (base);
  conflict->ours = g_strdup (ours);
  conflict->theirs = g_strdup (theirs);
  conflict->choices = CHOICE (OURS) | CHOICE (THEIRS) | both | (joins ? CHOICE (BOTH) : 0);
  conflict->choice = ours == NULL ? TALKS_MERGE_THEIRS : TALKS_MERGE_OURS;
  if (both != 0 && site->kind == TALKS_RECORD_EVENT)
    conflict->choice = TALKS_MERGE_BOTH;
  choice = talks_merge_note (site->merge, conflict);

  if (choice == TALKS_MERGE_BOTH && joins)
    {
      g_ptr_array_add (joined, g_strconcat (ours, "\n\n", theirs, NULL));
      return joined->pdata[joined->len - 1];
    }
  if (choice == TALKS_MERGE_BOTH)
    talks_merge_site_keep_both (site);
  return choice == TALKS_MERGE_THEIRS ? theirs : ours;
}

/* A language that one side has added to a text that the other has changed is still one for itself. */
static const char *
merge_language (TalksMergeSite *site,
                const char     *tag,
                const char     *base,
                const char     *ours,
                const char     *theirs,
                GPtrArray      *joined)
{
  if (same (ours, theirs) || same (base, theirs))
    return ours;
  if (same (base, ours))
    return theirs;
  return choose_text (site, tag, base, ours, theirs, joined);
}

static TalksText *
make_text (GPtrArray   *keys,
           GHashTable  *merged,
           const Texts *ours,
           const Texts *theirs,
           gboolean     plain)
{
  g_autoptr (GPtrArray) langs = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      const char *tag = g_hash_table_lookup (ours->tags, keys->pdata[i]);

      g_ptr_array_add (langs, (gpointer) (tag != NULL ? tag : g_hash_table_lookup (theirs->tags, keys->pdata[i])));
      g_ptr_array_add (texts, g_hash_table_lookup (merged, keys->pdata[i]));
    }
  if (keys->len == 0)
    return NULL;
  if (keys->len == 1 && plain)
    return talks_text_new_plain (texts->pdata[0]);
  g_ptr_array_add (langs, NULL);
  g_ptr_array_add (texts, NULL);
  return talks_text_new_tagged ((const char * const *) langs->pdata, (const char * const *) texts->pdata);
}

/* Whether one language alone is to stand without its tag. */
static gboolean
is_to_be_plain (const Texts *base,
                const Texts *ours,
                const Texts *theirs,
                const char  *key,
                const char  *language)
{
  gboolean wanted = ours->plain;

  if (base->keys->len > 0 && base->plain == ours->plain)
    wanted = theirs->plain;
  return wanted && (g_ascii_strcasecmp (key, language) == 0 || *key == '\0');
}

static const char *
get_language (TalksMergeSite *site,
              TalksMergeSide  side,
              gboolean        all_plain)
{
  TalksDocument *document = site->merge->sides[side];

  return all_plain || document == NULL ? "" : talks_document_get_language (document);
}

static gboolean
is_plain (const TalksText *text)
{
  return text == NULL || *talks_text_get_languages (text) == NULL;
}

/* Merges what is in either into merged; the keys that have a text are its members. */
static void
merge_languages (TalksMergeSite *site,
                 const Texts    *texts,
                 GHashTable     *merged,
                 GPtrArray      *joined)
{
  for (TalksMergeSide side = TALKS_SIDE_OURS; side < TALKS_N_SIDES; side++)
    for (guint i = 0; i < texts[side].keys->len; i++)
      {
        const char *key = texts[side].keys->pdata[i];
        const char *text;

        if (side == TALKS_SIDE_THEIRS && g_hash_table_contains (texts[TALKS_SIDE_OURS].texts, key))
          continue;
        text = merge_language (site, *key != '\0' ? g_hash_table_lookup (texts[side].tags, key) : NULL,
                               g_hash_table_lookup (texts[TALKS_SIDE_BASE].texts, key),
                               g_hash_table_lookup (texts[TALKS_SIDE_OURS].texts, key),
                               g_hash_table_lookup (texts[TALKS_SIDE_THEIRS].texts, key), joined);
        if (text != NULL)
          g_hash_table_insert (merged, (gpointer) key, (gpointer) text);
      }
}

void
talks_merge_texts (TalksMergeSite      *site,
                   const TalksFieldSet *set,
                   const TalksField    *field,
                   gconstpointer        base,
                   gconstpointer        ours,
                   gconstpointer        theirs,
                   gpointer             into)
{
  const TalksText *given[TALKS_N_SIDES] = { base != NULL ? VALUE (field, base, TalksText *) : NULL,
                                      VALUE (field, ours, TalksText *), VALUE (field, theirs, TalksText *) };
  const gboolean all_plain = is_plain (given[TALKS_SIDE_BASE]) && is_plain (given[TALKS_SIDE_OURS]) && is_plain (given[TALKS_SIDE_THEIRS]);
  g_auto (Texts) texts_base = { 0 };
  g_auto (Texts) texts_ours = { 0 };
  g_auto (Texts) texts_theirs = { 0 };
  g_autoptr (GHashTable) merged = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) keys = NULL;
  TalksText *text;
  gboolean clash;

  texts_init (&texts_base, given[TALKS_SIDE_BASE], get_language (site, TALKS_SIDE_BASE, all_plain));
  texts_init (&texts_ours, given[TALKS_SIDE_OURS], get_language (site, TALKS_SIDE_OURS, all_plain));
  texts_init (&texts_theirs, given[TALKS_SIDE_THEIRS], get_language (site, TALKS_SIDE_THEIRS, all_plain));
  {
    const Texts texts[TALKS_N_SIDES] = { texts_base, texts_ours, texts_theirs };

    merge_languages (site, texts, merged, joined);
  }
  keys = talks_merge_order (base != NULL ? texts_base.keys : NULL, texts_ours.keys, texts_theirs.keys, merged, FALSE,
                            &clash);
  text = make_text (keys, merged, &texts_ours, &texts_theirs,
                    keys->len == 1 && is_to_be_plain (&texts_base, &texts_ours, &texts_theirs, keys->pdata[0],
                                                      get_language (site, TALKS_SIDE_OURS, all_plain)));
  /* Each side took away the languages that the other kept: ours stays. */
  if (text != NULL)
    talks_merge_set_text (set, field, into, text);
}
