/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-validate-private.h"

#include <string.h>

#include "talks-gettext.h"

/* Longer messages quote a file that means harm. */
#define MAX_MESSAGE 600

/* In characters, as in the schema. */
#define MAX_ID 200

typedef struct
{
  TalksProblem *problem;
  guint         kind; /* of the record; 0 for the head of the document, else kind + 1 */
  guint         index;
} Found;

/* ---- problems ---- */

static gboolean
is_visible (gunichar c)
{
  GUnicodeType type;

  if (c < 0x7f)
    return c >= ' ';
  type = g_unichar_type (c);
  return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT
         && type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR;
}

/* One line without controls and nothing that reorders it: messages quote the file. Takes message. */
static char *
make_visible (char *message)
{
  GString *out = NULL;
  const char *copied = message;
  const char *p;
  int n = 0;

  for (p = message; *p != '\0' && n < MAX_MESSAGE; p = g_utf8_next_char (p), n++)
    if (!is_visible (g_utf8_get_char (p)))
      {
        if (out == NULL)
          out = g_string_new (NULL);
        g_string_append_len (out, copied, p - copied);
        g_string_append_unichar (out, 0xfffd);
        copied = g_utf8_next_char (p);
      }
  if (out == NULL && *p == '\0')
    return message;

  if (out == NULL)
    out = g_string_new (NULL);
  g_string_append_len (out, copied, p - copied);
  if (*p != '\0')
    g_string_append (out, "…");
  g_free (message);
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
  va_list args;

  va_start (args, format);
  self = talks_problem_new_valist (severity, pointer, record, format, args);
  va_end (args);
  return self;
}

TalksProblem *
talks_problem_new_valist (TalksSeverity  severity,
                          const char    *pointer,
                          const char    *record,
                          const char    *format,
                          va_list        args)
{
  TalksProblem *self;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  self = g_new0 (TalksProblem, 1);
  self->severity = severity;
  self->pointer = g_strdup (pointer);
  self->record = g_strdup (record);
  self->message = make_visible (g_strdup_vprintf (format, args));
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

guint
talks_validator_index (TalksValidator    *v,
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
  va_list args;

  if (v->wanted != NULL && !v->adding_missing)
    return;
  if (record != NULL)
    {
      found.kind = record->kind + 1;
      found.index = talks_validator_index (v, record);
      pointer = g_strdup_printf ("/%s/%u%s", talks_record_kind_to_list (record->kind), found.index,
                                 member);
    }
  va_start (args, format);
  found.problem = talks_problem_new_valist (severity, pointer != NULL ? pointer : member,
                                            record != NULL ? record->id : NULL, format, args);
  va_end (args);
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
      TalksSource *source = talks_document_lookup_kind (v->document, TALKS_RECORD_SOURCE, sources[i]);

      if (source != NULL)
        g_hash_table_add (v->cited, source->record.id);
      else
        talks_validator_reference (v, talks_validator_at (v, "%s/%u", list, i), sources[i],
                                   TALKS_RECORD_SOURCE);
    }
}

/* ---- the whole document ---- */

static void
check_head (TalksValidator *v)
{
  const char *language = talks_document_get_language (v->document);

  v->record = NULL;
  talks_validator_line (v, "/title", talks_document_get_title (v->document));
  talks_validator_text (v, "/description", talks_document_get_description (v->document));
  talks_validator_language (v, "/language", language);
  if (talks_document_count (v->document, TALKS_RECORD_PARTY) == 0)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/parties",
                         _("The document has no parties: name those who negotiate."));
}

static void
check_id (TalksValidator *v)
{
  const char *id = v->record->id;

  talks_validator_string (v, "/id", id);
  if (strchr (id, '#') != NULL)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/id",
                         _("An id with a space or “#” in it cannot be named everywhere."));
  else
    for (const char *p = id; *p != '\0'; p = g_utf8_next_char (p))
      if (g_ascii_isspace (*p) || ((unsigned char) *p >= 0x80 && g_unichar_isspace (g_utf8_get_char (p))))
        {
          talks_validator_add (v, TALKS_SEVERITY_ERROR, "/id",
                               _("An id with a space or “#” in it cannot be named everywhere."));
          break;
        }
  if (g_utf8_strlen (id, -1) > MAX_ID)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/id", _("This id has more than %d characters."), MAX_ID);
}

static void
check_records (TalksValidator  *v,
               TalksRecordKind  kind)
{
  GPtrArray *records = talks_document_get_records (v->document, kind);

  for (guint i = 0; i < records->len; i++)
    {
      v->record = g_ptr_array_index (records, i);
      if (v->wanted == NULL)
        check_id (v);
      talks_validate_funcs[kind] (v, v->record);
    }
}

static void
check_everything (TalksValidator *v)
{
  check_head (v);
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    check_records (v, kind);
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

static void
note_places (TalksValidator *v)
{
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (v->document, kind);

      for (guint i = 0; i < records->len; i++)
        g_hash_table_insert (v->places, g_ptr_array_index (records, i), GUINT_TO_POINTER (i));
    }
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
  v.languages = g_array_new (FALSE, FALSE, sizeof (TalksLanguageCount));
  note_places (&v);

  check_everything (&v);
  talks_validate_cycles (&v);
  talks_validate_use (&v);
  talks_validate_twins (&v);
  v.wanted = talks_validator_list_widespread (&v);
  /* A second round for the languages alone, which could not be known before the end of the first. */
  if (v.wanted != NULL)
    check_everything (&v);

  /* Stable, so that the problems of a record stay in the order of its checks. */
  g_array_sort (v.found, compare_found);
  for (guint i = 0; i < v.found->len; i++)
    g_ptr_array_add (problems, g_array_index (v.found, Found, i).problem);

  g_string_free (v.member, TRUE);
  g_array_unref (v.found);
  g_hash_table_unref (v.places);
  g_hash_table_unref (v.cited);
  g_hash_table_unref (v.lane_kinds);
  g_array_unref (v.languages);
  g_clear_pointer (&v.wanted, g_ptr_array_unref);
  return problems;
}
