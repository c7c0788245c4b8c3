/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-field-words.h"

#include <string.h>

#include "talks-date-words.h"
#include "talks-gettext.h"
#include "talks-shown.h"

#define MAX_CHARS 160

/* ---- names ---- */

const char *
talks_field_words_kind (TalksRecordKind kind)
{
  static const char * const names[TALKS_RECORD_HEAD + 1] = {
    [TALKS_RECORD_LANE] = NC_("one record", "Lane"),
    [TALKS_RECORD_TOPIC] = NC_("one record", "Topic"),
    [TALKS_RECORD_PARTY] = NC_("one record", "Party"),
    [TALKS_RECORD_PARTICIPANT] = NC_("one record", "Participant"),
    [TALKS_RECORD_EVENT] = NC_("one record", "Event"),
    [TALKS_RECORD_POSITION] = NC_("one record", "Position"),
    [TALKS_RECORD_SOURCE] = NC_("one record", "Source"),
    [TALKS_RECORD_ANNOTATION] = NC_("one record", "Annotation"),
    [TALKS_RECORD_TOUR] = NC_("one record", "Tour"),
    [TALKS_RECORD_HEAD] = NC_("one record", "Timeline"),
  };

  g_return_val_if_fail (kind <= TALKS_RECORD_HEAD, "");
  return talks_pgettext2 ("one record", names[kind]);
}

const char *
talks_field_words_kinds (TalksRecordKind kind)
{
  static const char * const names[TALKS_RECORD_HEAD + 1] = {
    [TALKS_RECORD_LANE] = NC_("all records", "Lanes"),
    [TALKS_RECORD_TOPIC] = NC_("all records", "Topics"),
    [TALKS_RECORD_PARTY] = NC_("all records", "Parties"),
    [TALKS_RECORD_PARTICIPANT] = NC_("all records", "Participants"),
    [TALKS_RECORD_EVENT] = NC_("all records", "Events"),
    [TALKS_RECORD_POSITION] = NC_("all records", "Positions"),
    [TALKS_RECORD_SOURCE] = NC_("all records", "Sources"),
    [TALKS_RECORD_ANNOTATION] = NC_("all records", "Annotations"),
    [TALKS_RECORD_TOUR] = NC_("all records", "Tours"),
    [TALKS_RECORD_HEAD] = NC_("all records", "Timeline"),
  };

  g_return_val_if_fail (kind <= TALKS_RECORD_HEAD, "");
  return talks_pgettext2 ("all records", names[kind]);
}

const char *
talks_field_words_name (const char *name)
{
  static const struct
  {
    const char *name;
    const char *words;
  } names[] = {
    { "accessed", NC_("field", "Accessed") }, { "accounts", NC_("field", "Account") },
    { "attendance", NC_("field", "Attendance") }, { "author", NC_("field", "Author") },
    { "body", NC_("field", "Text") }, { "certainty", NC_("field", "Certainty") },
    { "claim", NC_("field", "Claim") }, { "color", NC_("field", "Colour") },
    { "container-title", NC_("field", "Published in") }, { "coordinates", NC_("field", "Coordinates") },
    { "created", NC_("field", "Created") }, { "creator", NC_("field", "Author") },
    { "date", NC_("field", "Date") }, { "description", NC_("field", "Description") },
    { "end", NC_("field", "End") }, { "event", NC_("field", "Event") },
    { "exact", NC_("field", "Passage") }, { "format", NC_("field", "Format") },
    { "from", NC_("field", "From") }, { "id", NC_("field", "Id") }, { "issued", NC_("field", "Published on") },
    { "kind", NC_("field", "Kind") }, { "kinds", NC_("field", "Kinds of events") },
    { "label", NC_("field", "Label") }, { "language", NC_("field", "Language") },
    { "license", NC_("field", "Licence") },
    { "mark", NC_("field", "Mark") }, { "modified", NC_("field", "Changed on") },
    { "motivation", NC_("field", "Motivation") }, { "name", NC_("field", "Name") },
    { "native_name", NC_("field", "Name in the own script") }, { "note", NC_("field", "Note") },
    { "notes", NC_("field", "Notes") }, { "outcome", NC_("field", "Outcome") },
    { "participant", NC_("field", "Participant") }, { "party", NC_("field", "Party") },
    { "place", NC_("field", "Place") }, { "prefix", NC_("field", "Before the passage") },
    { "presence", NC_("field", "Presence") }, { "publisher", NC_("field", "Publisher") },
    { "quote", NC_("field", "Quote") }, { "related", NC_("field", "Related event") },
    { "relation", NC_("field", "Relation") }, { "replaces", NC_("field", "Replaces") },
    { "role", NC_("field", "Role") }, { "roles", NC_("field", "Office") },
    { "short", NC_("field", "Short name") }, { "show", NC_("field", "What is shown") },
    { "side", NC_("field", "Side") }, { "sources", NC_("field", "Sources") },
    { "span", NC_("field", "Period") }, { "stance", NC_("field", "Position") },
    { "start", NC_("field", "Start") }, { "steps", NC_("field", "Step") },
    { "suffix", NC_("field", "After the passage") }, { "summary", NC_("field", "Summary") },
    { "target", NC_("field", "About") }, { "text", NC_("field", "Text") },
    { "time", NC_("field", "Time") }, { "time_note", NC_("field", "Note on the time") },
    { "title", NC_("field", "Title") }, { "to", NC_("field", "To") },
    { "topic", NC_("field", "Topic") }, { "translated", NC_("field", "Translated") },
    { "type", NC_("field", "Type") }, { "URL", NC_("field", "Address") },
    { "zone", NC_("field", "Time zone") },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].name, name) == 0)
      return talks_pgettext2 ("field", names[i].words);
  /* Parts of a name have no words of their own. */
  return name;
}

/* ---- values ---- */

char *
talks_field_words_shorten (const char *text)
{
  g_autofree char *line = talks_shown_dup_line (text);
  const char *end = line;
  int n = 0;

  while (*end != '\0' && n < MAX_CHARS)
    {
      end = g_utf8_next_char (end);
      n++;
    }
  if (*end != '\0')
    {
      g_autofree char *cut = g_strndup (line, (size_t) (end - line));

      return g_strdup_printf (_("“%s…”"), cut);
    }
  return g_strdup_printf (_("“%s”"), line);
}

char *
talks_field_words_string (const TalksField *field,
                          const char       *string,
                          TalksDocument    *document,
                          const char       *lang)
{
  const TalksRecord *record = field->refers_to != 0 ? talks_document_lookup (document, string) : NULL;

  return talks_field_words_shorten (record != NULL ? talks_record_get_title (record, lang) : string);
}

static char *
describe_strings (const TalksField   *field,
                  const char * const *strings,
                  TalksDocument      *document,
                  const char         *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int i = 0; strings[i] != NULL; i++)
    {
      g_autofree char *one = talks_field_words_string (field, strings[i], document, lang);

      if (i > 0)
        g_string_append (words, ", ");
      g_string_append (words, one);
      /* The reader sees that there are more by the sign for it. */
      if (words->len > (size_t) 4 * MAX_CHARS && strings[i + 1] != NULL)
        {
          g_string_append (words, ", …");
          break;
        }
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
describe_coordinates (const TalksPlace *place)
{
  return g_strdup_printf ("%.4f, %.4f", place->latitude, place->longitude);
}

char *
talks_field_words_value (const TalksField *field,
                         gconstpointer     owner,
                         TalksDocument    *document,
                         const char       *lang)
{
  switch (field->type)
    {
    case TALKS_FIELD_STRING:
      return talks_field_words_string (field, TALKS_FIELD_VALUE (field, owner, char *), document, lang);
    case TALKS_FIELD_TEXT:
      return talks_field_words_shorten (talks_text_show (TALKS_FIELD_VALUE (field, owner, TalksText *), lang));
    case TALKS_FIELD_DATE:
      return talks_date_to_words (TALKS_FIELD_VALUE (field, owner, TalksDate *), TALKS_DATE_STYLE_FULL);
    case TALKS_FIELD_BOOLEAN:
      return g_strdup (TALKS_FIELD_VALUE (field, owner, gboolean) ? _("yes") : _("no"));
    case TALKS_FIELD_WORD:
      return g_strdup (field->words->to_name (TALKS_FIELD_VALUE (field, owner, int)));
    case TALKS_FIELD_COORDINATES:
      return describe_coordinates (owner);
    case TALKS_FIELD_STRINGS:
      return describe_strings (field, TALKS_FIELD_VALUE (field, owner, const char * const *), document, lang);
    case TALKS_FIELD_STRUCT:
      return talks_field_words_part (field->parts, TALKS_FIELD_VALUE (field, owner, gconstpointer), document, lang);
    case TALKS_FIELD_LIST:
    default:
      return g_strdup_printf ("%u", TALKS_FIELD_VALUE (field, owner, GPtrArray *)->len);
    }
}

char *
talks_field_words_part (const TalksFieldSet *set,
                        gconstpointer        part,
                        TalksDocument       *document,
                        const char          *lang)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < set->n_fields; i++)
    {
      g_autofree char *one = NULL;

      if (talks_field_is_absent (&set->fields[i], part))
        continue;
      one = talks_field_words_value (&set->fields[i], part, document, lang);
      if (words->len > 0)
        g_string_append (words, " · ");
      g_string_append (words, one);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
