/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-validate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer messages quote a file that means harm. */
#define MAX_MESSAGE 600

typedef struct
{
  TalksProblem *problem;
  guint         kind; /* of the record; 0 for the head of the document, else kind + 1 */
  guint         index;
} Found;

/* ---- problems ---- */

/* One line without controls and nothing that reorders it: messages quote the file. */
static char *
make_visible (const char *message)
{
  GString *out = g_string_new (NULL);
  int n = 0;

  for (const char *p = message; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (n++ == MAX_MESSAGE)
        {
          g_string_append (out, "…");
          break;
        }
      if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT
          || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        c = 0xfffd;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

TalksProblem *
talks_problem_new (TalksSeverity  severity,
                   const char    *pointer,
                   const char    *record,
                   const char    *format,
                   ...)
{
  TalksProblem *self;
  g_autofree char *message = NULL;
  va_list args;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  self = g_new0 (TalksProblem, 1);
  self->severity = severity;
  self->pointer = g_strdup (pointer);
  self->record = g_strdup (record);
  self->message = make_visible (message);
  return self;
}

void
talks_problem_free (TalksProblem *problem)
{
  g_return_if_fail (problem != NULL);

  g_free (problem->pointer);
  g_free (problem->record);
  g_free (problem->message);
  g_free (problem);
}

/* ---- what the checks of records use ---- */

static guint
get_index (TalksValidator    *v,
           const TalksRecord *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (v->places, record));
}

const char *
talks_validator_at (TalksValidator *v,
                    const char     *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  g_string_vprintf (v->member, format, args);
  va_end (args);
  return v->member->str;
}

void
talks_validator_add (TalksValidator *v,
                     TalksSeverity   severity,
                     const char     *member,
                     const char     *format,
                     ...)
{
  const TalksRecord *record = v->record;
  Found found = { NULL, 0, 0 };
  g_autofree char *pointer = NULL;
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  if (record != NULL)
    {
      found.kind = record->kind + 1;
      found.index = get_index (v, record);
      pointer = g_strdup_printf ("/%s/%u%s", talks_record_kind_to_list (record->kind), found.index,
                                 member);
    }
  found.problem = talks_problem_new (severity, pointer != NULL ? pointer : member,
                                     record != NULL ? record->id : NULL, "%s", message);
  g_array_append_val (v->found, found);
}

static void
add_dangling (TalksValidator  *v,
              const char      *member,
              const char      *id,
              TalksRecordKind  kind)
{
  const TalksSeverity error = TALKS_SEVERITY_ERROR;

  switch (kind)
    {
    case TALKS_RECORD_TOPIC:
      talks_validator_add (v, error, member, _("There is no topic with the id “%s”."), id);
      break;
    case TALKS_RECORD_PARTY:
      talks_validator_add (v, error, member, _("There is no party with the id “%s”."), id);
      break;
    case TALKS_RECORD_PARTICIPANT:
      talks_validator_add (v, error, member, _("There is no participant with the id “%s”."), id);
      break;
    case TALKS_RECORD_EVENT:
      talks_validator_add (v, error, member, _("There is no event with the id “%s”."), id);
      break;
    case TALKS_RECORD_POSITION:
      talks_validator_add (v, error, member, _("There is no position with the id “%s”."), id);
      break;
    case TALKS_RECORD_SOURCE:
      talks_validator_add (v, error, member, _("There is no source with the id “%s”."), id);
      break;
    case TALKS_RECORD_LANE:
    case TALKS_RECORD_ANNOTATION:
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      talks_validator_add (v, error, member, _("There is no record with the id “%s”."), id);
      break;
    }
}

gpointer
talks_validator_reference (TalksValidator  *v,
                           const char      *member,
                           const char      *id,
                           TalksRecordKind  kind)
{
  TalksRecord *record;

  if (id == NULL)
    return NULL;
  record = talks_document_lookup (v->document, id);
  if (record != NULL && (kind == TALKS_N_RECORD_KINDS || record->kind == kind))
    return record;

  if (record == NULL)
    add_dangling (v, member, id, kind);
  else
    talks_validator_add (v, TALKS_SEVERITY_ERROR, member,
                         _("“%s” is in the list “%s”; an id from the list “%s” belongs here."), id,
                         talks_record_kind_to_list (record->kind), talks_record_kind_to_list (kind));
  return NULL;
}

void
talks_validator_sources (TalksValidator  *v,
                         const char      *member,
                         char           **sources)
{
  g_autofree char *list = g_strdup (member);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      TalksSource *source = talks_validator_reference (v, talks_validator_at (v, "%s/%u", list, i),
                                                       sources[i], TALKS_RECORD_SOURCE);

      if (source != NULL)
        g_hash_table_add (v->cited, source->record.id);
    }
}

/* Embeddings, overrides and isolates of the bidirectional algorithm can show a text in another order
 * than it has; the marks for left-to-right and right-to-left cannot. */
static gboolean
is_reordering (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void
talks_validator_string (TalksValidator *v,
                        const char     *member,
                        const char     *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_reordering (c))
        talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                             _("The invisible character U+%04X can show this text in another order "
                               "than it has."), c);
      else if (g_unichar_type (c) == G_UNICODE_CONTROL && c != '\n' && c != '\t')
        talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                             _("The control character U+%04X does not belong in this text."), c);
      else
        continue;
      /* One of them is enough to look at. */
      break;
    }
}

/* Whether some text is in language, be it with a region or script that the other lacks. */
static gboolean
covers_language (const TalksText *text,
                 const char      *language)
{
  const char * const *langs = talks_text_get_languages (text);
  size_t length = strcspn (language, "-_");

  for (guint i = 0; langs[i] != NULL; i++)
    if (strcspn (langs[i], "-_") == length && g_ascii_strncasecmp (langs[i], language, length) == 0)
      return TRUE;
  return langs[0] == NULL;
}

/* Letters, then parts of letters and digits between hyphens: BCP 47 as far as it can be seen
 * without its registry. */
static gboolean
is_language_tag (const char *tag)
{
  int length = 0;

  for (const char *p = tag; *p != '\0'; p++)
    {
      if (*p == '-' && length > 0)
        length = -1;
      else if (!g_ascii_isalnum (*p) || length == 8)
        return FALSE;
      length++;
    }
  return length > 0 && g_ascii_isalpha (tag[0]) && g_ascii_isalpha (tag[1]);
}

void
talks_validator_text (TalksValidator  *v,
                      const char      *member,
                      const TalksText *text)
{
  const char *language = talks_document_get_language (v->document);
  const char * const *langs;
  g_autofree char *base = g_strdup (member);

  if (text == NULL)
    return;
  langs = talks_text_get_languages (text);
  if (langs[0] == NULL)
    talks_validator_string (v, base, talks_text_get (text, NULL));
  for (guint i = 0; langs[i] != NULL; i++)
    {
      if (is_language_tag (langs[i]))
        talks_validator_string (v, talks_validator_at (v, "%s/%s", base, langs[i]),
                                talks_text_get (text, langs[i]));
      else
        talks_validator_add (v, TALKS_SEVERITY_ERROR, base,
                             _("“%s” is not the tag of a language, such as “en” or “pt-BR”."), langs[i]);
    }
  if (!covers_language (text, language))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, base,
                         _("This text is missing in “%s”, the language of the document."), language);
}

/* ---- cycles ---- */

/* Moves *i on to the next edge of record and gives the record it leads to; NULL at the end. */
typedef const TalksRecord *(*EdgeFunc) (TalksValidator    *v,
                                        const TalksRecord *record,
                                        guint             *i);

typedef struct
{
  const TalksRecord *record;
  guint              edge; /* the next one to follow */
} Step;

static const TalksRecord *
next_replaced (TalksValidator    *v,
               const TalksRecord *record,
               guint             *i)
{
  const TalksPosition *position = (const TalksPosition *) record;

  return *i == 0 ? talks_document_lookup_kind (v->document, TALKS_RECORD_POSITION, position->replaces)
                 : NULL;
}

static const TalksRecord *
next_continued (TalksValidator    *v,
                const TalksRecord *record,
                guint             *i)
{
  const TalksEvent *event = (const TalksEvent *) record;

  for (; *i < event->related->len; (*i)++)
    {
      const TalksRelation *relation = g_ptr_array_index (event->related, *i);
      const TalksRecord *other = talks_document_lookup_kind (v->document, TALKS_RECORD_EVENT,
                                                             relation->event);

      if (other != NULL && other != record && g_strcmp0 (relation->relation, "continues") == 0)
        return other;
    }
  return NULL;
}

static void
add_cycle (TalksValidator    *v,
           const TalksRecord *record,
           guint              edge,
           const TalksRecord *back_to)
{
  v->record = record;
  if (record->kind == TALKS_RECORD_POSITION)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/replaces",
                         _("A position cannot replace itself: the chain from “%s” comes back here."),
                         back_to->id);
  else
    talks_validator_add (v, TALKS_SEVERITY_WARNING, talks_validator_at (v, "/related/%u/event", edge),
                         _("Events continue in a circle: the chain from “%s” comes back here."),
                         back_to->id);
}

/* A walk in depth without recursion: an edge back to a record on the path closes a cycle. */
static void
find_cycles (TalksValidator  *v,
             TalksRecordKind  kind,
             EdgeFunc         next_edge)
{
  GPtrArray *records = talks_document_get_records (v->document, kind);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) on_path = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < records->len; i++)
    {
      Step step = { g_ptr_array_index (records, i), 0 };

      if (!g_hash_table_add (seen, (gpointer) step.record))
        continue;
      g_hash_table_add (on_path, (gpointer) step.record);
      g_array_append_val (path, step);
      while (path->len > 0)
        {
          Step *top = &g_array_index (path, Step, path->len - 1);
          const TalksRecord *target = next_edge (v, top->record, &top->edge);

          if (target == NULL)
            {
              g_hash_table_remove (on_path, top->record);
              g_array_set_size (path, path->len - 1);
              continue;
            }
          if (g_hash_table_contains (on_path, target))
            add_cycle (v, top->record, top->edge, target);
          top->edge++;
          if (g_hash_table_add (seen, (gpointer) target))
            {
              g_hash_table_add (on_path, (gpointer) target);
              step = (Step) { target, 0 };
              g_array_append_val (path, step);
            }
        }
    }
}

/* ---- the whole document ---- */

static void
check_head (TalksValidator *v)
{
  const char *language = talks_document_get_language (v->document);

  v->record = NULL;
  talks_validator_text (v, "/title", talks_document_get_title (v->document));
  talks_validator_text (v, "/description", talks_document_get_description (v->document));
  if (!is_language_tag (language))
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/language",
                         _("“%s” is not the tag of a language, such as “en” or “pt-BR”."), language);
  if (talks_document_count (v->document, TALKS_RECORD_PARTY) == 0)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/parties",
                         _("The document has no parties: name those who negotiate."));
}

static void
check_records (TalksValidator  *v,
               TalksRecordKind  kind)
{
  GPtrArray *records = talks_document_get_records (v->document, kind);

  for (guint i = 0; i < records->len; i++)
    {
      v->record = g_ptr_array_index (records, i);
      talks_validator_string (v, "/id", v->record->id);
      if (strpbrk (v->record->id, "# \t\n") != NULL)
        talks_validator_add (v, TALKS_SEVERITY_WARNING, "/id",
                             _("An id with a space or “#” in it cannot be named everywhere."));
      talks_validate_funcs[kind] (v, v->record);
    }
}

static int
compare_found (const void *a,
               const void *b)
{
  const Found *x = a;
  const Found *y = b;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

GPtrArray *
talks_document_validate (TalksDocument *document)
{
  TalksValidator v = { document };
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_problem_free);

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), problems);

  v.member = g_string_new (NULL);
  v.found = g_array_new (FALSE, FALSE, sizeof (Found));
  v.places = g_hash_table_new (NULL, NULL);
  v.cited = g_hash_table_new (g_str_hash, g_str_equal);
  v.lane_kinds = g_hash_table_new (g_str_hash, g_str_equal);
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        g_hash_table_insert (v.places, g_ptr_array_index (records, i), GUINT_TO_POINTER (i));
    }

  check_head (&v);
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    check_records (&v, kind);
  find_cycles (&v, TALKS_RECORD_POSITION, next_replaced);
  find_cycles (&v, TALKS_RECORD_EVENT, next_continued);

  /* Stable, so that the problems of a record stay in the order of its checks. */
  g_array_sort (v.found, compare_found);
  for (guint i = 0; i < v.found->len; i++)
    g_ptr_array_add (problems, g_array_index (v.found, Found, i).problem);

  g_string_free (v.member, TRUE);
  g_array_unref (v.found);
  g_hash_table_unref (v.places);
  g_hash_table_unref (v.cited);
  g_hash_table_unref (v.lane_kinds);
  return problems;
}
