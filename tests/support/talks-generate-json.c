/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what the generator makes in the document format, two spaces a level. It shares no code
 * with the program's own reader and writer, so that neither is tested against itself. */

#include "talks-test-support.h"

typedef struct
{
  GString *out;
  int      level;
  gboolean first; /* nothing stands in the present object or list yet */
} Json;

/* ---- text ---- */

static void
put_string (Json       *self,
            const char *text)
{
  g_string_append_c (self->out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (self->out, '\\');
      if ((unsigned char) *p < 0x20)
        g_string_append_printf (self->out, "\\u%04x", (unsigned) *p);
      else
        g_string_append_c (self->out, *p);
    }
  g_string_append_c (self->out, '"');
}

/* Starts a line for the next member (name) or element (NULL). */
static void
start (Json       *self,
       const char *name)
{
  if (!self->first)
    g_string_append_c (self->out, ',');
  self->first = FALSE;
  g_string_append_c (self->out, '\n');
  for (int i = 0; i < self->level; i++)
    g_string_append (self->out, "  ");
  if (name != NULL)
    {
      put_string (self, name);
      g_string_append (self->out, ": ");
    }
}

static void
open_with (Json       *self,
           const char *name,
           char        bracket)
{
  start (self, name);
  g_string_append_c (self->out, bracket);
  self->level++;
  self->first = TRUE;
}

static void
close_with (Json *self,
            char  bracket)
{
  self->level--;
  if (!self->first)
    {
      self->first = TRUE;
      start (self, NULL);
    }
  g_string_append_c (self->out, bracket);
  self->first = FALSE;
}

static void
member (Json       *self,
        const char *name,
        const char *text)
{
  if (text == NULL)
    return;
  start (self, name);
  put_string (self, text);
}

static void
member_text (Json            *self,
             const char      *name,
             const TalksText *text)
{
  const char * const *languages;

  if (text == NULL)
    return;
  languages = talks_text_get_languages (text);
  if (languages[0] == NULL)
    {
      member (self, name, talks_text_get (text, NULL));
      return;
    }
  open_with (self, name, '{');
  for (int i = 0; languages[i] != NULL; i++)
    member (self, languages[i], talks_text_get (text, languages[i]));
  close_with (self, '}');
}

static void
member_date (Json            *self,
             const char      *name,
             const TalksDate *date)
{
  if (date != NULL)
    member (self, name, talks_date_get_text (date));
}

static void
member_strv (Json        *self,
             const char  *name,
             char       **list)
{
  if (list[0] == NULL)
    return;
  open_with (self, name, '[');
  for (char **item = list; *item != NULL; item++)
    {
      start (self, NULL);
      put_string (self, *item);
    }
  close_with (self, ']');
}

/* ---- records ---- */

static void
put_party (Json             *self,
           const TalksParty *party)
{
  member_text (self, "name", party->name);
  member_text (self, "short", party->short_name);
  member (self, "kind", talks_party_kind_to_name (party->kind));
  member (self, "side", party->side);
  member (self, "color", party->color);
  member (self, "mark", talks_mark_to_name (party->mark));
}

static void
put_participant (Json                   *self,
                 const TalksParticipant *participant)
{
  member_text (self, "name", participant->name);
  member (self, "party", participant->party);
  open_with (self, "roles", '[');
  for (guint i = 0; i < participant->roles->len; i++)
    {
      const TalksRole *role = participant->roles->pdata[i];

      open_with (self, NULL, '{');
      member_text (self, "title", role->title);
      member_date (self, "from", role->from);
      member_date (self, "to", role->to);
      close_with (self, '}');
    }
  close_with (self, ']');
}

static void
put_event (Json             *self,
           const TalksEvent *event)
{
  member_date (self, "date", event->date);
  member (self, "kind", event->kind);
  member_text (self, "label", event->label);
  member_text (self, "title", event->title);
  member_text (self, "summary", event->summary);
  open_with (self, "attendance", '[');
  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];

      open_with (self, NULL, '{');
      member (self, "participant", attendance->participant);
      member (self, "role", attendance->role);
      member (self, "presence", talks_presence_to_name (attendance->presence));
      close_with (self, '}');
    }
  close_with (self, ']');
  member (self, "certainty", talks_certainty_to_name (event->certainty));
  member_strv (self, "sources", event->sources);
}

static void
put_position (Json                *self,
              const TalksPosition *position)
{
  member (self, "party", position->party);
  member (self, "participant", position->participant);
  member (self, "topic", position->topic);
  member_date (self, "date", position->date);
  member (self, "event", position->event);
  member_text (self, "label", position->label);
  member_text (self, "stance", position->stance);
  member_strv (self, "sources", position->sources);
}

static void
put_source (Json              *self,
            const TalksSource *source)
{
  member (self, "type", source->type);
  member (self, "title", source->title);
  member (self, "publisher", source->publisher);
  member (self, "URL", source->url);
}

static void
put_record (Json              *self,
            const TalksRecord *record)
{
  open_with (self, NULL, '{');
  member (self, "id", record->id);
  switch (record->kind)
    {
    case TALKS_RECORD_LANE:
      member_text (self, "name", ((const TalksLane *) record)->name);
      member_strv (self, "kinds", ((const TalksLane *) record)->kinds);
      break;
    case TALKS_RECORD_TOPIC:
      member_text (self, "name", ((const TalksTopic *) record)->name);
      break;
    case TALKS_RECORD_PARTY:
      put_party (self, (const TalksParty *) record);
      break;
    case TALKS_RECORD_PARTICIPANT:
      put_participant (self, (const TalksParticipant *) record);
      break;
    case TALKS_RECORD_EVENT:
      put_event (self, (const TalksEvent *) record);
      break;
    case TALKS_RECORD_POSITION:
      put_position (self, (const TalksPosition *) record);
      break;
    case TALKS_RECORD_SOURCE:
      put_source (self, (const TalksSource *) record);
      break;
    case TALKS_RECORD_ANNOTATION:
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      g_assert_not_reached ();
    }
  close_with (self, '}');
}

GBytes *
talks_test_to_json (TalksDocument *document)
{
  Json self = { .out = g_string_new ("{"), .level = 1, .first = TRUE };

  member (&self, "format", "talks-timeline");
  start (&self, "version");
  g_string_append (self.out, "1");
  member_text (&self, "title", talks_document_get_title (document));
  member_text (&self, "description", talks_document_get_description (document));
  member (&self, "language", talks_document_get_language (document));
  member (&self, "license", talks_document_get_license (document));
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, (TalksRecordKind) kind);

      open_with (&self, talks_record_kind_to_list ((TalksRecordKind) kind), '[');
      for (guint i = 0; i < records->len; i++)
        put_record (&self, records->pdata[i]);
      close_with (&self, ']');
    }
  close_with (&self, '}');
  g_string_append_c (self.out, '\n');
  return g_string_free_to_bytes (self.out);
}
