/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of events that a file names, in the lanes of the document: those that have the kind, or its word for a
 * name; a few lanes are made for the others. */

#include "talks-import-private.h"

#include "talks-gettext.h"

/* A column of another meaning would fill the window with lanes. */
#define MAX_MADE 8

typedef struct
{
  GHashTable *kinds; /* folded word, a kind or the name of a lane → the kind */
  guint       n_made;
  guint       n_without;
} Lanes;

static void
learn (Lanes      *lanes,
       const char *word,
       const char *kind)
{
  g_autofree char *folded = talks_import_fold (word);

  if (!g_hash_table_contains (lanes->kinds, folded))
    g_hash_table_insert (lanes->kinds, g_steal_pointer (&folded), g_strdup (kind));
}

/* Kinds go before names. */
static void
learn_lanes (Lanes     *lanes,
             GPtrArray *records,
             gboolean   names)
{
  for (guint i = 0; i < records->len; i++)
    {
      const TalksLane *lane = records->pdata[i];

      if (names && lane->kinds[0] != NULL)
        for (const char * const *text = talks_text_get_texts (lane->name); *text != NULL; text++)
          learn (lanes, *text, lane->kinds[0]);
      else
        for (char **kind = lane->kinds; *kind != NULL; kind++)
          learn (lanes, *kind, *kind);
    }
}

static void
make_lane (TalksImporter *self,
           Lanes         *lanes,
           const char    *name,
           const char    *kind)
{
  TalksLane *lane;

  learn (lanes, kind, kind);
  if (lanes->n_made++ >= MAX_MADE)
    {
      lanes->n_without++;
      return;
    }
  lane = talks_record_new (TALKS_RECORD_LANE, "lane");
  lane->name = talks_text_new_plain (name);
  talks_import_add_string (&lane->kinds, kind);
  talks_importer_append (self, lane, NULL, 0)->made = TRUE;
}

static void
place_event (TalksImporter *self,
             Lanes         *lanes,
             TalksEvent    *event)
{
  const char *word = event->kind != NULL ? event->kind : self->options->default_kind;
  g_autofree char *folded = talks_import_fold (word != NULL ? word : "imported");
  const char *kind = g_hash_table_lookup (lanes->kinds, folded);
  char *found;

  if (kind == NULL && word == NULL)
    make_lane (self, lanes, _("Imported"), "imported");
  else if (kind == NULL)
    make_lane (self, lanes, word, word);
  found = g_strdup (kind != NULL ? kind : word != NULL ? word : "imported");
  g_free (event->kind);
  event->kind = found;
}

void
talks_importer_make_lanes (TalksImporter *self)
{
  Lanes lanes = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), 0, 0 };
  GPtrArray *items = self->import->items;
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  guint n = items->len;

  for (guint i = 0; i < n; i++)
    {
      TalksRecord *record = ((TalksImportItem *) items->pdata[i])->record;

      if (record->kind == TALKS_RECORD_LANE)
        g_ptr_array_add (own, record);
    }
  for (int names = 0; names < 2; names++)
    {
      learn_lanes (&lanes, own, names);
      learn_lanes (&lanes, talks_document_get_records (self->document, TALKS_RECORD_LANE), names);
    }
  for (guint i = 0; i < n; i++)
    {
      TalksRecord *record = ((TalksImportItem *) items->pdata[i])->record;

      if (record->kind == TALKS_RECORD_EVENT)
        place_event (self, &lanes, (TalksEvent *) record);
    }
  if (lanes.n_without > 0)
    talks_importer_warn (self, 0, NULL,
                         ngettext ("%u kind of events has no lane of its own: its events stand in the last lane.",
                                   "%u kinds of events have no lanes of their own: their events stand in the last lane.",
                                   lanes.n_without), lanes.n_without);
  g_hash_table_unref (lanes.kinds);
}
