/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Circles in what follows from what: positions that replace one another, events that continue one
 * another. */

#include "talks-validate-private.h"

#include <string.h>

#include "talks-gettext.h"

/* More members of a circle are only hinted at. */
#define MAX_NAMED 8

typedef struct
{
  TalksValidator *v;
  const char     *relation; /* of events */
  guint8         *states;   /* one for each record, see below */
  GArray         *path;     /* of Step */
} Search;

enum
{
  UNSEEN,
  ON_PATH,
  DONE,
};

typedef struct
{
  const TalksRecord *record;
  guint              edge; /* the next one to follow */
} Step;

/* Moves *i on to the next edge of record and gives the record it leads to; NULL at the end. */
typedef const TalksRecord *(*EdgeFunc) (Search            *search,
                                        const TalksRecord *record,
                                        guint             *i);

static const TalksRecord *
next_replaced (Search            *search,
               const TalksRecord *record,
               guint             *i)
{
  const TalksPosition *position = (const TalksPosition *) record;

  return *i == 0 ? talks_document_lookup_kind (search->v->document, TALKS_RECORD_POSITION,
                                               position->replaces)
                 : NULL;
}

static const TalksRecord *
next_related (Search            *search,
              const TalksRecord *record,
              guint             *i)
{
  const TalksEvent *event = (const TalksEvent *) record;

  for (; *i < event->related->len; (*i)++)
    {
      const TalksRelation *relation = g_ptr_array_index (event->related, *i);
      const TalksRecord *other;

      if (g_strcmp0 (relation->relation, search->relation) != 0)
        continue;
      other = talks_document_lookup_kind (search->v->document, TALKS_RECORD_EVENT, relation->event);
      if (other != NULL && other != record)
        return other;
    }
  return NULL;
}

/* "“a” → “b” → “a”", from the record at index from of the path to its end and back. */
static char *
name_circle (Search *search,
             guint   from)
{
  GString *names = g_string_new (NULL);
  guint n = search->path->len - from;

  for (guint i = 0; i < n; i++)
    {
      if (n > MAX_NAMED && i == MAX_NAMED - 1)
        {
          g_string_append (names, "… → ");
          i = n - 1;
        }
      g_string_append_printf (names, "“%s” → ",
                              g_array_index (search->path, Step, from + i).record->id);
    }
  g_string_append_printf (names, "“%s”", g_array_index (search->path, Step, from).record->id);
  return g_string_free (names, FALSE);
}

static void
add_circle (Search            *search,
            const TalksRecord *target)
{
  TalksValidator *v = search->v;
  const Step *top = &g_array_index (search->path, Step, search->path->len - 1);
  guint from = search->path->len - 1;
  g_autofree char *names = NULL;

  while (g_array_index (search->path, Step, from).record != target)
    from--;
  names = name_circle (search, from);
  v->record = top->record;
  if (top->record->kind == TALKS_RECORD_POSITION)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/replaces",
                         _("Positions replace each other in a circle, %s: take out the reference that is "
                           "wrong."), names);
  else
    talks_validator_add (v, TALKS_SEVERITY_WARNING,
                         talks_validator_at (v, "/related/%u/event", top->edge),
                         _("Events are related by “%s” in a circle, %s: take out the reference that is "
                           "wrong."), search->relation, names);
}

static guint8 *
get_state (Search            *search,
           const TalksRecord *record)
{
  return &search->states[talks_validator_index (search->v, record)];
}

static void
push (Search            *search,
      const TalksRecord *record)
{
  Step step = { record, 0 };

  *get_state (search, record) = ON_PATH;
  g_array_append_val (search->path, step);
}

/* A walk in depth without recursion: an edge back to a record on the path closes a circle. */
static void
find_circles (Search          *search,
              TalksRecordKind  kind,
              EdgeFunc         next_edge)
{
  GPtrArray *records = talks_document_get_records (search->v->document, kind);

  memset (search->states, UNSEEN, records->len);
  for (guint i = 0; i < records->len; i++)
    {
      if (search->states[i] != UNSEEN)
        continue;
      push (search, g_ptr_array_index (records, i));
      while (search->path->len > 0)
        {
          Step *top = &g_array_index (search->path, Step, search->path->len - 1);
          const TalksRecord *target = next_edge (search, top->record, &top->edge);

          if (target == NULL)
            {
              *get_state (search, top->record) = DONE;
              g_array_set_size (search->path, search->path->len - 1);
              continue;
            }
          if (*get_state (search, target) == ON_PATH)
            add_circle (search, target);
          top->edge++;
          if (*get_state (search, target) == UNSEEN)
            push (search, target);
        }
    }
}

/* The relations among those in use that lead one way, so that they can not lead back. */
static GPtrArray *
list_directed (TalksDocument *document)
{
  static const char * const words[] = {
    "continues", "follows", "implements", "modifies", "part-of", "prepares", "reports-on",
    "responds-to", "results-from",
  };
  GPtrArray *events = talks_document_get_records (document, TALKS_RECORD_EVENT);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *directed = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = g_ptr_array_index (events, i);

      for (guint j = 0; j < event->related->len; j++)
        {
          const TalksRelation *relation = g_ptr_array_index (event->related, j);

          if (relation->relation != NULL)
            g_hash_table_add (used, relation->relation);
        }
    }
  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_hash_table_contains (used, words[i]))
      g_ptr_array_add (directed, (gpointer) words[i]);
  return directed;
}

void
talks_validate_cycles (TalksValidator *v)
{
  guint n_positions = talks_document_count (v->document, TALKS_RECORD_POSITION);
  guint n_events = talks_document_count (v->document, TALKS_RECORD_EVENT);
  g_autofree guint8 *states = g_new (guint8, MAX (n_positions, n_events) + 1);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autoptr (GPtrArray) relations = list_directed (v->document);
  Search search = { v, NULL, states, path };

  find_circles (&search, TALKS_RECORD_POSITION, next_replaced);
  for (guint i = 0; i < relations->len; i++)
    {
      search.relation = relations->pdata[i];
      find_circles (&search, TALKS_RECORD_EVENT, next_related);
    }
}
