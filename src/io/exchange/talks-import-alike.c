/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is likely to be there already: an event of the same days and title, a position with the same words, a source at
 * the same address, anything else of the same name, in any of its languages. */

#include "talks-import-private.h"

typedef struct
{
  TalksImporter *importer;
  GHashTable    *seen; /* what a record is known by → its id */
} Search;

/* The record that id stands for when nothing alike is added twice. */
static const char *
get_first (Search     *search,
           const char *id)
{
  const TalksImportItem *item = id != NULL ? g_hash_table_lookup (search->importer->taken, id) : NULL;

  while (item != NULL && item->alike != NULL)
    {
      id = item->alike;
      item = g_hash_table_lookup (search->importer->taken, id);
    }
  return id != NULL ? id : "";
}

static void
add_texts (GPtrArray       *marks,
           const char      *prefix,
           const TalksText *text)
{
  for (const char * const *one = text != NULL ? talks_text_get_texts (text) : NULL; one != NULL && *one != NULL; one++)
    {
      g_autofree char *folded = talks_import_fold (*one);

      g_ptr_array_add (marks, g_strconcat (prefix, ":", folded, NULL));
    }
}

static void
add_event (GPtrArray        *marks,
           const TalksEvent *event)
{
  g_autofree char *prefix = g_strdup_printf ("event:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                                             (gint64) talks_date_get_earliest (event->date),
                                             (gint64) talks_date_get_latest (event->date));

  add_texts (marks, prefix, event->title);
}

static void
add_position (Search              *search,
              GPtrArray           *marks,
              const TalksPosition *position)
{
  g_autofree char *prefix = g_strdup_printf ("position:%s:%s:%s", get_first (search, position->party),
                                             get_first (search, position->topic), talks_date_get_text (position->date));

  add_texts (marks, prefix, position->stance);
}

static void
add_source (GPtrArray         *marks,
            const TalksSource *source)
{
  if (source->url != NULL && *source->url != '\0')
    g_ptr_array_add (marks, g_strconcat ("address:", source->url, NULL));
  else if (source->title != NULL)
    {
      g_autofree char *folded = talks_import_fold (source->title);

      g_ptr_array_add (marks, g_strdup_printf ("source:%s:%s",
                                               source->issued != NULL ? talks_date_get_text (source->issued) : "", folded));
    }
}

/* What the record is known by: an array of strings. */
static GPtrArray *
list_marks (Search            *search,
            const TalksRecord *record)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  const TalksAnnotation *annotation = (const TalksAnnotation *) record;

  switch (record->kind)
    {
    case TALKS_RECORD_LANE:
      add_texts (marks, "lane", ((const TalksLane *) record)->name);
      break;
    case TALKS_RECORD_TOPIC:
      add_texts (marks, "topic", ((const TalksTopic *) record)->name);
      break;
    case TALKS_RECORD_PARTY:
      add_texts (marks, "party", ((const TalksParty *) record)->name);
      break;
    case TALKS_RECORD_PARTICIPANT:
      add_texts (marks, "participant", ((const TalksParticipant *) record)->name);
      break;
    case TALKS_RECORD_EVENT:
      add_event (marks, (const TalksEvent *) record);
      break;
    case TALKS_RECORD_POSITION:
      add_position (search, marks, (const TalksPosition *) record);
      break;
    case TALKS_RECORD_SOURCE:
      add_source (marks, (const TalksSource *) record);
      break;
    case TALKS_RECORD_ANNOTATION:
      g_ptr_array_add (marks, g_strdup_printf ("annotation:%s:%s:%s", get_first (search, annotation->target),
                                               annotation->creator != NULL ? annotation->creator : "", annotation->body));
      break;
    case TALKS_RECORD_TOUR:
      add_texts (marks, "tour", ((const TalksTour *) record)->title);
      break;
    case TALKS_N_RECORD_KINDS:
    default:
      g_assert_not_reached ();
    }
  return marks;
}

static void
learn (Search            *search,
       const TalksRecord *record)
{
  g_autoptr (GPtrArray) marks = list_marks (search, record);

  for (guint i = 0; i < marks->len; i++)
    if (!g_hash_table_contains (search->seen, marks->pdata[i]))
      g_hash_table_insert (search->seen, g_strdup (marks->pdata[i]), g_strdup (record->id));
}

static const char *
find (Search            *search,
      const TalksRecord *record)
{
  g_autoptr (GPtrArray) marks = list_marks (search, record);
  const char *id = NULL;

  for (guint i = 0; i < marks->len && id == NULL; i++)
    id = g_hash_table_lookup (search->seen, marks->pdata[i]);
  return id;
}

void
talks_importer_mark_alike (TalksImporter *self)
{
  Search search = { self, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  GPtrArray *items = self->import->items;

  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (self->document, (TalksRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        learn (&search, records->pdata[i]);
    }
  for (guint i = 0; i < items->len; i++) /* sorted by kind: what others refer to is known before them */
    {
      TalksImportItem *item = items->pdata[i];

      item->alike = g_strdup (find (&search, item->record));
      item->chosen = item->alike == NULL;
      if (item->alike == NULL)
        learn (&search, item->record);
    }
  g_hash_table_unref (search.seen);
}
