/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar after RFC 5545, with properties of RFC 7986. Every event lasts whole days: those that its date can mean.
 * People stand in the description and are no ATTENDEE, to whom calendars would send invitations. */

#include "talks-exchange-private.h"

#include "talks-citation.h"
#include "talks-gettext.h"
#include "talks-wording.h"

#define MAX_OCTETS 75

/* ---- lines ---- */

/* Folded so that no line is longer than 75 octets and no character is cut. */
static void
append_line (GString    *out,
             const char *line)
{
  size_t room = MAX_OCTETS;

  for (const char *p = line; *p != '\0';)
    {
      size_t length = (size_t) (g_utf8_next_char (p) - p);

      if (length > room)
        {
          g_string_append (out, "\r\n ");
          room = MAX_OCTETS - 1;
        }
      g_string_append_len (out, p, (gssize) length);
      room -= length;
      p += length;
    }
  g_string_append (out, "\r\n");
}

/* TEXT: what is not allowed in it at all, as other control characters are not, becomes a space. */
static void
append_text (GString    *out,
             const char *name,
             const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (line, ':');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' || *p == ';' || *p == ',')
        g_string_append_printf (line, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (line, "\\n");
      else if (*p == '\r' && p[1] == '\n')
        continue;
      else
        g_string_append_c (line, ((unsigned char) *p < 0x20 && *p != '\t') || *p == 0x7f ? ' ' : *p);
    }
  append_line (out, line->str);
}

/* Anything but TEXT; it has no line breaks. */
static void
append_value (GString    *out,
              const char *name,
              const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);

  append_line (out, line);
}

/* ---- days ---- */

static gboolean
is_calendar_day (TalksDay day)
{
  int64_t year;

  if (day == TALKS_DAY_MIN || day == TALKS_DAY_MAX)
    return FALSE;
  talks_day_to_civil (day, &year, NULL, NULL);
  return year >= 1 && year <= 9999;
}

static void
append_day (GString    *out,
            const char *name,
            TalksDay    day)
{
  g_autofree char *value = NULL;
  int64_t year;
  int month;
  int mday;

  talks_day_to_civil (day, &year, &month, &mday);
  value = g_strdup_printf ("%04d%02d%02d", (int) year, month, mday);
  append_value (out, name, value);
}

/* The days of an event; where an end is open, the one that is known. FALSE when no calendar has them. */
static gboolean
get_days (const TalksDate *date,
          TalksDay        *first,
          TalksDay        *last)
{
  *first = talks_date_get_earliest (date);
  *last = talks_date_get_latest (date);
  if (*first == TALKS_DAY_MIN)
    *first = *last;
  if (*last == TALKS_DAY_MAX)
    *last = *first;
  return is_calendar_day (*first) && is_calendar_day (*last) && is_calendar_day (*last + 1);
}

/* ---- description ---- */

static void
add_paragraph (GString    *text,
               const char *label,
               const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "\n\n");
  if (label != NULL)
    /* Translators: a word such as "Outcome", and what is said of it. */
    g_string_append_printf (text, _("%1$s: %2$s"), label, words);
  else
    g_string_append (text, words);
}

static void
add_people (TalksExchange    *self,
            GString          *text,
            const TalksEvent *event)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < event->attendance->len; i++)
    {
      g_autofree char *person = talks_exchange_person (self, event->attendance->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", person);
    }
  add_paragraph (text, _("People"), list->str);
}

static void
add_accounts (TalksExchange    *self,
              GString          *text,
              const TalksEvent *event)
{
  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksAccount *account = event->accounts->pdata[i];
      g_autoptr (GString) words = g_string_new (talks_exchange_get_text (self, account->claim));

      for (char **id = account->sources; *id != NULL; id++)
        g_string_append_printf (words, "%s%s", id == account->sources ? " — " : "; ",
                                talks_exchange_name (self, TALKS_RECORD_SOURCE, *id));
      add_paragraph (text, _("Account"), words->str);
    }
}

static void
add_sources (TalksExchange    *self,
             GString          *text,
             const TalksEvent *event)
{
  for (char **id = event->sources; *id != NULL; id++)
    {
      const TalksSource *source = talks_document_lookup_kind (self->document, TALKS_RECORD_SOURCE, *id);
      g_autofree char *citation = source != NULL ? talks_citation_to_words (source) : g_strdup (*id);
      const char *link = source != NULL ? talks_source_get_link (source) : NULL;
      g_autofree char *words = link != NULL ? g_strdup_printf ("%s %s", citation, link) : g_steal_pointer (&citation);

      add_paragraph (text, _("Source"), words);
    }
}

static char *
describe (TalksExchange    *self,
          const TalksEvent *event)
{
  GString *text = g_string_new (NULL);
  g_autofree char *clock = talks_exchange_clock (event->time);

  add_paragraph (text, NULL, talks_exchange_get_text (self, event->summary));
  add_paragraph (text, _("Outcome"), talks_exchange_get_text (self, event->outcome));
  add_paragraph (text, _("Time"), clock);
  add_paragraph (text, _("On the time"), talks_exchange_get_text (self, event->time_note));
  add_paragraph (text, _("Format"), event->format);
  add_people (self, text, event);
  add_accounts (self, text, event);
  add_paragraph (text, _("Certainty"), talks_exchange_certainty (event->certainty));
  add_paragraph (text, _("Note"), talks_exchange_get_text (self, event->note));
  add_sources (self, text, event);
  return g_string_free (text, FALSE);
}

/* ---- events ---- */

static const char *
get_first_link (TalksExchange    *self,
                const TalksEvent *event)
{
  for (char **id = event->sources; *id != NULL; id++)
    {
      const TalksSource *source = talks_document_lookup_kind (self->document, TALKS_RECORD_SOURCE, *id);
      const char *link = source != NULL ? talks_source_get_link (source) : NULL;

      if (link != NULL)
        return link;
    }
  return NULL;
}

static void
append_id (GString    *out,
           const char *name,
           const char *id)
{
  g_autofree char *uid = g_strconcat (id, "@talks-timeline", NULL);

  append_text (out, name, uid);
}

static void
append_place (TalksExchange    *self,
              GString          *out,
              const TalksPlace *place)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *value = NULL;

  append_text (out, "LOCATION", talks_exchange_get_text (self, place->name));
  if (!place->has_coordinates)
    return;
  value = g_strdup_printf ("%s;%s", g_ascii_formatd (latitude, sizeof latitude, "%.6f", place->latitude),
                           g_ascii_formatd (longitude, sizeof longitude, "%.6f", place->longitude));
  append_value (out, "GEO", value);
}

static void
append_event (TalksExchange    *self,
              GString          *out,
              const TalksEvent *event,
              TalksDay          first,
              TalksDay          last,
              const char       *stamp)
{
  const char *link = get_first_link (self, event);
  g_autofree char *description = describe (self, event);

  append_value (out, "BEGIN", "VEVENT");
  append_id (out, "UID", event->record.id);
  append_value (out, "DTSTAMP", stamp);
  append_day (out, "DTSTART;VALUE=DATE", first);
  append_day (out, "DTEND;VALUE=DATE", last + 1); /* the day after */
  append_text (out, "SUMMARY", talks_exchange_get_text (self, event->title));
  append_text (out, "DESCRIPTION", description);
  if (event->place != NULL)
    append_place (self, out, event->place);
  append_text (out, "CATEGORIES", event->kind);
  append_value (out, "STATUS", event->certainty == TALKS_CERTAINTY_CONFIRMED ? "CONFIRMED" : "TENTATIVE");
  append_value (out, "TRANSP", "TRANSPARENT"); /* nobody is busy for it */
  if (link != NULL)
    append_value (out, "URL", link);
  for (guint i = 0; i < event->related->len; i++)
    {
      const TalksRelation *relation = event->related->pdata[i];

      append_id (out, "RELATED-TO;RELTYPE=SIBLING", relation->event);
    }
  append_text (out, "X-TALKS-EDTF", talks_date_get_text (event->date));
  append_value (out, "END", "VEVENT");
}

static void
tell_days (TalksExchange *self,
           guint          n_spread,
           guint          n_left_out)
{
  G_GNUC_UNUSED g_autoptr (TalksWording) wording = talks_wording_begin (NULL);

  if (n_spread > 0)
    talks_exchange_lose (self, g_strdup_printf (ngettext ("%u event has no single certain day: the calendar shows all "
                                                          "days that are meant, and keeps the date in X-TALKS-EDTF.",
                                                          "%u events have no single certain day: the calendar shows all "
                                                          "days that are meant, and keeps the dates in X-TALKS-EDTF.",
                                                          n_spread), n_spread));
  if (n_left_out > 0)
    talks_exchange_lose (self, g_strdup_printf (ngettext ("%u event is left out: calendars have only the years 1 to 9999.",
                                                          "%u events are left out: calendars have only the years 1 to "
                                                          "9999.", n_left_out), n_left_out));
}

static void
append_events (TalksExchange *self,
               GString       *out,
               const char    *stamp)
{
  GPtrArray *events = self->records[TALKS_RECORD_EVENT];
  guint n_spread = 0;
  guint n_left_out = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const TalksEvent *event = events->pdata[i];
      TalksDay first;
      TalksDay last;

      if (!get_days (event->date, &first, &last))
        {
          n_left_out++;
          continue;
        }
      append_event (self, out, event, first, last, stamp);
      n_spread += talks_date_get_flags (event->date) != 0 || talks_date_get_precision (event->date) != TALKS_PRECISION_DAY;
    }
  tell_days (self, n_spread, n_left_out);
}

void
talks_exchange_write_icalendar (TalksExchange *self)
{
  static const char * const held[TALKS_N_RECORD_KINDS] = {
    [TALKS_RECORD_EVENT] = "date time time_note kind format place title summary outcome attendance related.event accounts.claim "
                           "accounts.sources certainty note sources",
  };
  GString *out = g_string_new (NULL);
  gint64 now = self->options->now != 0 ? self->options->now : g_get_real_time ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%SZ");

  append_value (out, "BEGIN", "VCALENDAR");
  append_value (out, "VERSION", "2.0");
  append_value (out, "PRODID", "-//talkstimeline.org//Talks//EN");
  append_value (out, "CALSCALE", "GREGORIAN");
  append_text (out, "NAME", talks_exchange_get_text (self, talks_document_get_title (self->document)));
  append_text (out, "X-WR-CALNAME", talks_exchange_get_text (self, talks_document_get_title (self->document)));
  append_text (out, "DESCRIPTION", talks_exchange_get_text (self, talks_document_get_description (self->document)));
  append_events (self, out, stamp);
  append_value (out, "END", "VCALENDAR");
  talks_exchange_add_file (self, NULL, out);
  talks_exchange_tell_losses (self, held, FALSE);
}
