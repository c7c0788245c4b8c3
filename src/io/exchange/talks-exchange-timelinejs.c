/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html). Its texts are HTML, into which ours go escaped.
 * It knows no doubt about a date: the words for it stand in "display_date". */

#include "talks-exchange-private.h"

#include "talks-citation.h"
#include "talks-date-words.h"
#include "talks-gettext.h"
#include "talks-wording.h"

static void
append_escaped (GString    *html,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

static void
append_paragraph (GString    *html,
                  const char *label,
                  const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (html, "<p>");
  if (label != NULL)
    {
      g_string_append (html, "<b>");
      append_escaped (html, label);
      g_string_append (html, ":</b> ");
    }
  append_escaped (html, text);
  g_string_append (html, "</p>");
}

static void
append_source (TalksExchange *self,
               GString       *html,
               const char    *id)
{
  const TalksSource *source = talks_document_lookup_kind (self->document, TALKS_RECORD_SOURCE, id);
  const char *link = source != NULL ? talks_source_get_link (source) : NULL;
  g_autofree char *citation = source != NULL ? talks_citation_to_words (source) : g_strdup (id);

  g_string_append (html, "<li>");
  if (link != NULL)
    {
      g_string_append (html, "<a href=\"");
      append_escaped (html, link);
      g_string_append (html, "\">");
    }
  append_escaped (html, citation);
  g_string_append (html, link != NULL ? "</a></li>" : "</li>");
}

static void
append_people (TalksExchange    *self,
               GString          *html,
               const TalksEvent *event)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < event->attendance->len; i++)
    {
      g_autofree char *person = talks_exchange_person (self, event->attendance->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", person);
    }
  append_paragraph (html, _("People"), list->str);
}

static char *
describe (TalksExchange    *self,
          const TalksEvent *event)
{
  GString *html = g_string_new (NULL);
  g_autofree char *clock = talks_exchange_clock (event->time);

  append_paragraph (html, NULL, talks_exchange_get_text (self, event->summary));
  append_paragraph (html, _("Outcome"), talks_exchange_get_text (self, event->outcome));
  append_paragraph (html, _("Place"), event->place != NULL ? talks_exchange_get_text (self, event->place->name) : NULL);
  append_paragraph (html, _("Time"), clock);
  append_paragraph (html, _("On the time"), talks_exchange_get_text (self, event->time_note));
  append_paragraph (html, _("Format"), event->format);
  append_people (self, html, event);
  for (guint i = 0; i < event->accounts->len; i++)
    append_paragraph (html, _("Account"),
                      talks_exchange_get_text (self, ((TalksAccount *) event->accounts->pdata[i])->claim));
  append_paragraph (html, _("Certainty"), talks_exchange_certainty (event->certainty));
  append_paragraph (html, _("Note"), talks_exchange_get_text (self, event->note));
  if (event->sources[0] != NULL)
    {
      g_string_append (html, "<ul>");
      for (char **id = event->sources; *id != NULL; id++)
        append_source (self, html, *id);
      g_string_append (html, "</ul>");
    }
  return g_string_free (html, FALSE);
}

/* ---- JSON ---- */

static void
set_day (JsonObject *object,
         const char *name,
         TalksDay    day)
{
  JsonObject *date = json_object_new ();
  int64_t year;
  int month;
  int mday;

  talks_day_to_civil (day, &year, &month, &mday);
  /* TimelineJS shows -44 as 44 BCE, and has no way to say 1 BCE but -1. */
  json_object_set_int_member (date, "year", year <= 0 ? year - 1 : year);
  json_object_set_int_member (date, "month", month);
  json_object_set_int_member (date, "day", mday);
  json_object_set_object_member (object, name, date);
}

static void
set_text (JsonObject *slide,
          const char *headline,
          const char *html)
{
  JsonObject *text = json_object_new ();
  g_autofree char *escaped = g_markup_escape_text (headline, -1);

  json_object_set_string_member (text, "headline", escaped);
  if (html != NULL && *html != '\0')
    json_object_set_string_member (text, "text", html);
  json_object_set_object_member (slide, "text", text);
}

/* The name of the lane that the event is drawn in. */
static const char *
get_group (TalksExchange    *self,
           const TalksEvent *event)
{
  GPtrArray *lanes = talks_document_get_records (self->document, TALKS_RECORD_LANE);
  int lane = talks_document_get_event_lane (self->document, event);

  return lane >= 0 ? talks_exchange_get_text (self, ((TalksLane *) lanes->pdata[lane])->name) : NULL;
}

/* NULL when both ends are open. */
static JsonObject *
make_slide (TalksExchange    *self,
            const TalksEvent *event)
{
  TalksDay first = talks_date_get_earliest (event->date);
  TalksDay last = talks_date_get_latest (event->date);
  const char *group = get_group (self, event);
  g_autofree char *words = talks_date_to_words (event->date, TALKS_DATE_STYLE_FULL);
  g_autofree char *html = describe (self, event);
  JsonObject *slide;

  if (first == TALKS_DAY_MIN && last == TALKS_DAY_MAX)
    return NULL;
  slide = json_object_new ();
  json_object_set_string_member (slide, "unique_id", event->record.id);
  set_day (slide, "start_date", first != TALKS_DAY_MIN ? first : last);
  if (first != TALKS_DAY_MIN && last != TALKS_DAY_MAX && last > first)
    set_day (slide, "end_date", last);
  json_object_set_string_member (slide, "display_date", words);
  set_text (slide, talks_text_get (event->title, self->language), html);
  if (group != NULL)
    json_object_set_string_member (slide, "group", group);
  return slide;
}

static JsonObject *
make_title (TalksExchange *self)
{
  JsonObject *slide = json_object_new ();
  GString *html = g_string_new (NULL);

  append_paragraph (html, NULL, talks_exchange_get_text (self, talks_document_get_description (self->document)));
  append_paragraph (html, NULL, talks_document_get_license (self->document));
  set_text (slide, talks_text_get (talks_document_get_title (self->document), self->language), html->str);
  g_string_free (html, TRUE);
  return slide;
}

void
talks_exchange_write_timelinejs (TalksExchange *self)
{
  static const char * const held[TALKS_N_RECORD_KINDS] = {
    [TALKS_RECORD_EVENT] = "date time time_note format place.name title summary outcome attendance accounts.claim certainty note "
                           "sources",
  };
  GPtrArray *events = self->records[TALKS_RECORD_EVENT];
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *slides = json_array_new ();
  g_autoptr (TalksWording) wording = NULL;
  guint n_left_out = 0;

  for (guint i = 0; i < events->len; i++)
    {
      JsonObject *slide = make_slide (self, events->pdata[i]);

      if (slide != NULL)
        json_array_add_object_element (slides, slide);
      else
        n_left_out++;
    }
  json_object_set_object_member (object, "title", make_title (self));
  json_object_set_array_member (object, "events", slides);
  json_node_take_object (root, object);
  talks_exchange_add_json (self, root);
  wording = talks_wording_begin (NULL);
  if (n_left_out > 0)
    talks_exchange_lose (self, g_strdup_printf (ngettext ("%u event without a first and a last day is left out.",
                                                          "%u events without a first and a last day are left out.",
                                                          n_left_out), n_left_out));
  talks_exchange_tell_losses (self, held, FALSE);
}
