/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-worksheet-tells.h"

#include <string.h>

#include "talks-worksheet-private.h"

/* First letters by which words are alike; fewer of those of a name, so that an adjective is found. */
#define WORD_LETTERS 5
#define NAME_LETTERS 4

/* One record of so many that have the word is enough among those that stand with a party. */
#define OWN_SHARE 3
/* Of statements: so many at least, and all but one of so many. */
#define SAID_LEAST 3
#define SAID_SHARE 5

/* In how many records a word stands, by party: GUINT_TO_POINTER by id, which is borrowed. */
typedef struct
{
  GHashTable *parties;
  guint       total;
} Count;

struct _TalksTells
{
  TalksDocument *document;
  GHashTable    *own;  /* of Count, by the beginning of a word */
  GHashTable    *said;
};

static void
count_free (gpointer data)
{
  g_hash_table_unref (((Count *) data)->parties);
  g_free (data);
}

/* ---- words ---- */

/* The first n letters of the length bytes at word, folded and without accents. */
static char *
dup_beginning (const char *word,
               gsize       length,
               guint       n)
{
  g_autofree char *folded = g_utf8_casefold (word, (gssize) length);
  g_autofree char *apart = g_utf8_normalize (folded, -1, G_NORMALIZE_NFD);
  GString *beginning = g_string_new (NULL);

  for (const char *p = apart != NULL ? apart : ""; *p != '\0' && n > 0; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      {
        g_string_append_unichar (beginning, g_utf8_get_char (p));
        n--;
      }
  return g_string_free (beginning, FALSE);
}

/* Where a text is read. */
typedef struct
{
  const char *at;
  const char *word; /* the last one, with its length in bytes */
  gsize       length;
  gboolean    is_first; /* of a sentence: its capital says nothing */
} Reader;

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
read_word (Reader *self)
{
  self->is_first = self->word == NULL;
  for (; *self->at != '\0' && !is_letter (g_utf8_get_char (self->at)); self->at = g_utf8_next_char (self->at))
    self->is_first |= strchr (".!?:", *self->at) != NULL;
  self->word = self->at;
  while (*self->at != '\0' && is_letter (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
  self->length = (gsize) (self->at - self->word);
  return self->length > 0;
}

/* A letter alone is none. */
static gboolean
has_capital (const Reader *self)
{
  return g_unichar_isupper (g_utf8_get_char (self->word)) && g_utf8_next_char (self->word) < self->word + self->length;
}

/* Adds the beginnings of the words with a capital of all languages of text, which may be NULL. */
static void
list_words (GHashTable      *words,
            const TalksText *text,
            gboolean         with_first)
{
  for (const char * const *one = text != NULL ? talks_text_get_texts (text) : NULL; one != NULL && *one != NULL; one++)
    for (Reader reader = { .at = *one }; read_word (&reader);)
      if (has_capital (&reader) && (with_first || !reader.is_first))
        g_hash_table_add (words, dup_beginning (reader.word, reader.length, WORD_LETTERS));
}

static GHashTable *
word_set_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* ---- what stands with whom ---- */

/* One record that has these words. */
static void
count_words (GHashTable *counts,
             GHashTable *words,
             char       *party)
{
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      Count *count = g_hash_table_lookup (counts, word);
      guint n;

      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          count->parties = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (counts, g_strdup (word), count);
        }
      n = GPOINTER_TO_UINT (g_hash_table_lookup (count->parties, party));
      g_hash_table_insert (count->parties, party, GUINT_TO_POINTER (n + 1));
      count->total++;
    }
}

static void
count_people (TalksTells *self)
{
  GPtrArray *people = talks_document_get_records (self->document, TALKS_RECORD_PARTICIPANT);

  for (guint i = 0; i < people->len; i++)
    {
      const TalksParticipant *person = people->pdata[i];
      g_autoptr (GHashTable) words = word_set_new ();

      for (guint j = 0; j < person->roles->len; j++)
        list_words (words, ((TalksRole *) person->roles->pdata[j])->title, FALSE);
      list_words (words, person->description, FALSE);
      if (person->party != NULL)
        count_words (self->own, words, person->party);
    }
}

/* The one party that was the host; NULL: none was, or several. */
static char *
find_host (TalksTells       *self,
           const TalksEvent *event)
{
  char *host = NULL;

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];
      const TalksParticipant *person = NULL;

      if (g_strcmp0 (attendance->role, "host") == 0)
        person = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT, attendance->participant);
      if (person == NULL || person->party == NULL)
        continue;
      if (host != NULL && strcmp (host, person->party) != 0)
        return NULL;
      host = person->party;
    }
  return host;
}

static void
count_places (TalksTells *self)
{
  GPtrArray *events = talks_document_get_records (self->document, TALKS_RECORD_EVENT);

  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = events->pdata[i];
      char *host = event->place != NULL ? find_host (self, event) : NULL;

      if (host != NULL)
        {
          g_autoptr (GHashTable) words = word_set_new ();

          list_words (words, event->place->name, TRUE);
          count_words (self->own, words, host);
        }
    }
}

static void
count_statements (TalksTells *self)
{
  GPtrArray *positions = talks_document_get_records (self->document, TALKS_RECORD_POSITION);

  for (guint i = 0; i < positions->len; i++)
    {
      const TalksPosition *position = positions->pdata[i];
      g_autoptr (GHashTable) words = word_set_new ();

      list_words (words, position->stance, FALSE);
      if (position->party != NULL)
        count_words (self->said, words, position->party);
    }
}

/* A name tells of whom it is, whoever says it: an envoy to the other party, say. */
static void
forget_names (TalksTells *self)
{
  GPtrArray *parties = talks_document_get_records (self->document, TALKS_RECORD_PARTY);
  g_autoptr (GHashTable) words = word_set_new ();
  GHashTableIter iter;
  gpointer word;

  for (guint i = 0; i < parties->len; i++)
    {
      list_words (words, ((TalksParty *) parties->pdata[i])->name, TRUE);
      list_words (words, ((TalksParty *) parties->pdata[i])->short_name, TRUE);
    }
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      g_hash_table_remove (self->own, word);
      g_hash_table_remove (self->said, word);
    }
}

TalksTells *
talks_tells_new (TalksDocument *document)
{
  TalksTells *self;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  self = g_new0 (TalksTells, 1);
  self->document = g_object_ref (document);
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, count_free);
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, count_free);
  count_people (self);
  count_places (self);
  count_statements (self);
  forget_names (self);
  return self;
}

void
talks_tells_free (TalksTells *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->own);
  g_hash_table_unref (self->said);
  g_object_unref (self->document);
  g_free (self);
}

/* ---- asking ---- */

static gboolean
is_named (TalksTells       *self,
          const char       *text,
          const TalksParty *party)
{
  GPtrArray *people = talks_document_get_participants_of (self->document, party->record.id);

  if (talks_question_gives_away (text, party->name) || talks_question_gives_away (text, party->short_name))
    return TRUE;
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const TalksParticipant *person = people->pdata[i];
      g_autoptr (TalksText) native = person->native_name != NULL ? talks_text_new_plain (person->native_name) : NULL;

      if (talks_question_gives_away (text, person->name)
          || (native != NULL && talks_question_gives_away (text, native)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_like (const Reader    *reader,
             const TalksText *name)
{
  g_autofree char *beginning = dup_beginning (reader->word, reader->length, NAME_LETTERS);

  if (g_utf8_strlen (beginning, -1) < NAME_LETTERS)
    return FALSE;
  for (const char * const *one = talks_text_get_texts (name); *one != NULL; one++)
    for (Reader word = { .at = *one }; read_word (&word);)
      {
        g_autofree char *other = dup_beginning (word.word, word.length, NAME_LETTERS);

        if (strcmp (beginning, other) == 0)
          return TRUE;
      }
  return FALSE;
}

static gboolean
stands_with (TalksTells       *self,
             const Reader     *reader,
             const TalksParty *party)
{
  g_autofree char *beginning = dup_beginning (reader->word, reader->length, WORD_LETTERS);
  const Count *own = g_hash_table_lookup (self->own, beginning);
  const Count *said = g_hash_table_lookup (self->said, beginning);
  guint n_own = own != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (own->parties, party->record.id)) : 0;
  guint n_said = said != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (said->parties, party->record.id)) : 0;

  return (n_own > 0 && n_own * OWN_SHARE >= own->total)
         || (n_said >= SAID_LEAST && (said->total - n_said) * SAID_SHARE <= said->total);
}

gboolean
talks_tells_give_away (TalksTells       *self,
                       const char       *text,
                       const TalksParty *party)
{
  g_return_val_if_fail (self != NULL && text != NULL && party != NULL, FALSE);

  for (Reader reader = { .at = text }; read_word (&reader);)
    if (begins_like (&reader, party->short_name) || (has_capital (&reader) && stands_with (self, &reader, party)))
      return TRUE;
  return is_named (self, text, party);
}
