/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-record-words.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"

static void
join (GString    *line,
      const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

static void
join_date (GString         *line,
           const TalksDate *date)
{
  g_autofree char *words = date != NULL ? talks_date_to_words (date, TALKS_DATE_STYLE_FULL) : NULL;

  join (line, words);
}

static void
join_title (GString         *line,
            TalksDocument   *document,
            TalksRecordKind  kind,
            const char      *id,
            const char      *lang)
{
  const TalksRecord *record = talks_document_lookup_kind (document, kind, id);

  if (record != NULL && kind == TALKS_RECORD_PARTY)
    join (line, talks_text_show (((const TalksParty *) record)->short_name, lang));
  else
    join (line, record != NULL ? talks_record_get_title (record, lang) : id);
}

char *
talks_record_caption (TalksDocument     *document,
                      const TalksRecord *record,
                      const char        *lang)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (record != NULL, g_string_free (line, FALSE));

  switch (record->kind)
    {
    case TALKS_RECORD_EVENT:
      join_date (line, ((const TalksEvent *) record)->date);
      break;
    case TALKS_RECORD_PARTICIPANT:
      join_title (line, document, TALKS_RECORD_PARTY, ((const TalksParticipant *) record)->party, lang);
      break;
    case TALKS_RECORD_POSITION:
      join_title (line, document, TALKS_RECORD_PARTY, ((const TalksPosition *) record)->party, lang);
      join_title (line, document, TALKS_RECORD_TOPIC, ((const TalksPosition *) record)->topic, lang);
      join_date (line, ((const TalksPosition *) record)->date);
      break;
    case TALKS_RECORD_SOURCE:
      join (line, ((const TalksSource *) record)->container_title);
      join (line, ((const TalksSource *) record)->publisher);
      join_date (line, ((const TalksSource *) record)->issued);
      break;
    case TALKS_RECORD_LANE:
    case TALKS_RECORD_TOPIC:
    case TALKS_RECORD_PARTY:
    case TALKS_RECORD_ANNOTATION:
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      break;
    }
  return g_string_free (line, FALSE);
}

TalksParty *
talks_record_find_party (TalksDocument     *document,
                         const TalksRecord *record)
{
  const char *id = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  if (record->kind == TALKS_RECORD_PARTY)
    return (TalksParty *) record;
  if (record->kind == TALKS_RECORD_PARTICIPANT)
    id = ((const TalksParticipant *) record)->party;
  else if (record->kind == TALKS_RECORD_POSITION)
    id = ((const TalksPosition *) record)->party;
  return talks_document_lookup_kind (document, TALKS_RECORD_PARTY, id);
}

const char *
talks_record_kind_to_new (TalksRecordKind kind)
{
  switch (kind)
    {
    case TALKS_RECORD_LANE:
      return _("New lane…");
    case TALKS_RECORD_TOPIC:
      return _("New topic…");
    case TALKS_RECORD_PARTY:
      return _("New party…");
    case TALKS_RECORD_PARTICIPANT:
      return _("New person…");
    case TALKS_RECORD_EVENT:
      return _("New event…");
    case TALKS_RECORD_POSITION:
      return _("New position…");
    case TALKS_RECORD_SOURCE:
      return _("New source…");
    case TALKS_RECORD_ANNOTATION:
      return _("New annotation…");
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      return _("New tour…");
    }
}

char *
talks_record_kind_count (TalksRecordKind kind,
                         guint           n)
{
  switch (kind)
    {
    case TALKS_RECORD_LANE:
      return g_strdup_printf (ngettext ("%u lane", "%u lanes", n), n);
    case TALKS_RECORD_TOPIC:
      return g_strdup_printf (ngettext ("%u topic", "%u topics", n), n);
    case TALKS_RECORD_PARTY:
      return g_strdup_printf (ngettext ("%u party", "%u parties", n), n);
    case TALKS_RECORD_PARTICIPANT:
      return g_strdup_printf (ngettext ("%u participant", "%u participants", n), n);
    case TALKS_RECORD_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    case TALKS_RECORD_POSITION:
      return g_strdup_printf (ngettext ("%u position", "%u positions", n), n);
    case TALKS_RECORD_SOURCE:
      return g_strdup_printf (ngettext ("%u source", "%u sources", n), n);
    case TALKS_RECORD_ANNOTATION:
      return g_strdup_printf (ngettext ("%u annotation", "%u annotations", n), n);
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      return g_strdup_printf (ngettext ("%u tour", "%u tours", n), n);
    }
}
