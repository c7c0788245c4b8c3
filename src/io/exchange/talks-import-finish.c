/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done when all of a file is read: what records refer to is found in the file, in the document or by its name,
 * or made. */

#include "talks-import-private.h"

#include <stdlib.h>
#include <string.h>

#include "talks-gettext.h"
#include "talks-shown.h"

#define MAX_NAME 2000 /* bytes of what a record can be made of */

/* ---- references ---- */

typedef struct
{
  TalksImporter *importer;
  unsigned       line;
  const char    *title;
} Resolving;

static char *
make_key (int         kind,
          const char *name)
{
  g_autofree char *folded = talks_import_fold (name);

  return g_strdup_printf ("%d:%s", kind, folded);
}

static void
learn_name (TalksImporter     *self,
            const TalksRecord *record,
            const char        *name)
{
  g_autofree char *key = NULL;

  if (name == NULL || *name == '\0')
    return;
  key = make_key ((int) record->kind, name);
  if (!g_hash_table_contains (self->named, key))
    g_hash_table_insert (self->named, g_steal_pointer (&key), g_strdup (record->id));
}

static void
learn_text (TalksImporter     *self,
            const TalksRecord *record,
            const TalksText   *text)
{
  for (const char * const *one = text != NULL ? talks_text_get_texts (text) : NULL; one != NULL && *one != NULL; one++)
    learn_name (self, record, *one);
}

/* What a file may call a record by. */
static void
learn_names (TalksImporter     *self,
             const TalksRecord *record)
{
  switch ((int) record->kind)
    {
    case TALKS_RECORD_TOPIC:
      learn_text (self, record, ((const TalksTopic *) record)->name);
      break;
    case TALKS_RECORD_PARTY:
      learn_text (self, record, ((const TalksParty *) record)->name);
      learn_text (self, record, ((const TalksParty *) record)->short_name);
      break;
    case TALKS_RECORD_PARTICIPANT:
      learn_text (self, record, ((const TalksParticipant *) record)->name);
      learn_name (self, record, ((const TalksParticipant *) record)->native_name);
      break;
    case TALKS_RECORD_SOURCE:
      learn_name (self, record, ((const TalksSource *) record)->url);
      learn_name (self, record, ((const TalksSource *) record)->title);
      break;
    default:
      break;
    }
}

static void
learn_all_names (TalksImporter *self)
{
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (self->document, (TalksRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        learn_names (self, records->pdata[i]);
    }
  for (guint i = 0; i < self->import->items->len; i++)
    learn_names (self, ((TalksImportItem *) self->import->items->pdata[i])->record);
}

static TalksParty *
make_party (TalksImporter *self,
            const char    *name)
{
  /* The first that most lists of colours have, told apart by those who see few of them. */
  static const char * const colors[] = { "#1f63d0", "#b5530a", "#0f7f6f", "#7a4db0", "#80671a", "#a3206f", "#5e5c64" };
  TalksParty *party = talks_record_new (TALKS_RECORD_PARTY, "party");
  guint n = talks_document_count (self->document, TALKS_RECORD_PARTY) + self->n_parties;

  party->name = talks_text_new_plain (name);
  party->short_name = talks_text_ref (party->name);
  party->kind = TALKS_PARTY_ORGANIZATION;
  party->color = g_strdup (colors[n % G_N_ELEMENTS (colors)]);
  party->mark = (TalksMark) (n % TALKS_N_MARKS);
  return party;
}

static TalksSource *
make_source (const char *name)
{
  TalksSource *source = talks_record_new (TALKS_RECORD_SOURCE, "source");

  source->url = g_strdup (name);
  source->type = g_strdup (talks_source_get_link (source) != NULL ? "webpage" : "document");
  if (talks_source_get_link (source) == NULL)
    source->title = g_steal_pointer (&source->url);
  return source;
}

/* A record for a name that nobody has. */
static const char *
make_named (TalksImporter   *self,
            TalksRecordKind  kind,
            const char      *name)
{
  TalksImportItem *item;
  gpointer record = NULL;

  switch ((int) kind)
    {
    case TALKS_RECORD_PARTY:
      record = make_party (self, name);
      break;
    case TALKS_RECORD_TOPIC:
      record = talks_record_new (kind, "topic");
      ((TalksTopic *) record)->name = talks_text_new_plain (name);
      break;
    case TALKS_RECORD_PARTICIPANT:
      record = talks_record_new (kind, "participant");
      ((TalksParticipant *) record)->name = talks_text_new_plain (name);
      break;
    case TALKS_RECORD_SOURCE:
    default:
      g_assert (kind == TALKS_RECORD_SOURCE);
      record = make_source (name);
      break;
    }
  item = talks_importer_append (self, record, NULL, 0);
  item->made = TRUE;
  learn_names (self, item->record);
  return item->record->id;
}

/* Always NULL. */
static char *
tell_lost (const Resolving *resolving,
           const char      *word)
{
  g_autofree char *shown = talks_shown_dup_line (word);

  talks_importer_warn (resolving->importer, resolving->line, resolving->title,
                       _("It points to “%s”, which is neither in this file nor in the timeline; that is left out."), shown);
  return NULL;
}

static char *
resolve (unsigned    kinds,
         const char *word,
         gpointer    data)
{
  static const TalksRecordKind makeable[] = {
    TALKS_RECORD_PARTY, TALKS_RECORD_TOPIC, TALKS_RECORD_PARTICIPANT, TALKS_RECORD_SOURCE,
  };
  Resolving *resolving = data;
  TalksImporter *self = resolving->importer;
  const TalksImportItem *item = g_hash_table_lookup (self->given, word);
  const TalksRecord *record = item != NULL ? item->record : talks_document_lookup (self->document, word);

  if (record != NULL && (kinds & (1u << record->kind)))
    return g_strdup (record->id);
  for (size_t i = 0; i < G_N_ELEMENTS (makeable); i++)
    if (kinds == 1u << makeable[i])
      {
        g_autofree char *key = make_key ((int) makeable[i], word);
        const char *id = g_hash_table_lookup (self->named, key);

        if (id == NULL && strlen (word) <= MAX_NAME && talks_importer_has_room (self, NULL))
          id = make_named (self, makeable[i], word);
        if (id != NULL)
          return g_strdup (id);
      }
  return tell_lost (resolving, word);
}

/* word is the id of a record that was not taken after all, or of one that is there. */
static char *
keep_there (unsigned    kinds,
            const char *word,
            gpointer    data)
{
  const Resolving *resolving = data;
  TalksImporter *self = resolving->importer;

  if (g_hash_table_contains (self->taken, word) || talks_document_lookup (self->document, word) != NULL)
    return g_strdup (word);
  return tell_lost (resolving, word);
}

static void
forget (TalksImporter   *self,
        TalksImportItem *item)
{
  const char *given = g_hash_table_lookup (self->given_of, item);

  g_hash_table_remove (self->taken, item->record->id);
  g_hash_table_remove (self->given_of, item);
  if (given != NULL)
    g_hash_table_remove (self->given, given);
}

/* Goes through the items that were read, and keeps those for which check gives TRUE; FALSE when some went. Records that
 * are made meanwhile are appended, and refer to nothing. */
static gboolean
keep_items (TalksImporter  *self,
            gboolean      (*check) (TalksImporter   *self,
                                    TalksImportItem *item),
            const char     *why)
{
  GPtrArray *items = self->import->items;
  guint n = items->len;
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      TalksImportItem *item = items->pdata[i];

      if (check (self, item))
        items->pdata[kept++] = item;
      else
        {
          talks_importer_leave (self, item->line, talks_import_get_title (item->record), "%s", why);
          forget (self, item);
          talks_import_item_free (item);
        }
    }
  if (kept == n)
    return TRUE;
  memmove (items->pdata + kept, items->pdata + n, (items->len - n) * sizeof *items->pdata);
  g_ptr_array_set_free_func (items, NULL);
  g_ptr_array_set_size (items, (int) (items->len - (n - kept)));
  g_ptr_array_set_free_func (items, (GDestroyNotify) talks_import_item_free);
  return FALSE;
}

static gboolean
check_size (TalksImporter   *self,
            TalksImportItem *item)
{
  return talks_importer_fits (item->record);
}

static gboolean
map_references (TalksImporter      *self,
                TalksImportItem    *item,
                TalksReferenceFunc  func)
{
  g_autofree char *title = g_strdup (talks_import_get_title (item->record));
  Resolving resolving = { self, item->line, title };

  return talks_references_map (item->record, func, &resolving);
}

static gboolean
check_references (TalksImporter   *self,
                  TalksImportItem *item)
{
  return map_references (self, item, resolve);
}

static gboolean
check_there (TalksImporter   *self,
             TalksImportItem *item)
{
  return map_references (self, item, keep_there);
}

/* ---- the end ---- */

typedef struct
{
  TalksImportItem *item;
  guint            at;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->item->record->kind != right->item->record->kind)
    return left->item->record->kind < right->item->record->kind ? -1 : 1;
  return left->at < right->at ? -1 : left->at > right->at;
}

/* By kind, so that what others refer to comes first. */
static void
sort_items (GPtrArray *items)
{
  g_autofree Place *places = g_new (Place, items->len);

  for (guint i = 0; i < items->len; i++)
    places[i] = (Place) { items->pdata[i], i };
  if (items->len > 0)
    qsort (places, items->len, sizeof *places, compare_places);
  for (guint i = 0; i < items->len; i++)
    items->pdata[i] = places[i].item;
}

void
talks_importer_finish (TalksImporter *self)
{
  const char *why = _("What it is about is not there.");

  keep_items (self, check_size, _("It is larger than a record of a timeline may be."));
  learn_all_names (self);
  /* Whatever points to a record that goes, may have to go, too. */
  if (!keep_items (self, check_references, why))
    while (!keep_items (self, check_there, why))
      continue;
  talks_importer_make_lanes (self);
  sort_items (self->import->items);
  talks_importer_mark_alike (self);
  talks_importer_tell_losses (self);
}
