/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-exchange-report.h"

#include "talks-citation.h"
#include "talks-date-words.h"
#include "talks-gettext.h"
#include "talks-vocabulary.h"

/* ---- parts ---- */

/* Numbers of sources in the order in which they are first cited. Free with g_array_unref(). */
static GArray *
cite (TalksReport *self,
      char       **ids)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (; ids != NULL && *ids != NULL; ids++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, *ids));

      if (number == 0)
        {
          g_ptr_array_add (self->cited, *ids);
          number = self->cited->len;
          g_hash_table_insert (self->numbers, *ids, GUINT_TO_POINTER (number));
        }
      g_array_append_val (numbers, number);
    }
  return numbers;
}

static const char *
get_text (TalksReport     *self,
          const TalksText *text)
{
  return talks_exchange_get_text (self->exchange, text);
}

static void
put_paragraph (TalksReport *self,
               const char  *text,
               char       **sources)
{
  g_autoptr (GArray) numbers = cite (self, sources);

  if (text != NULL)
    self->style->paragraph (self, text, numbers);
}

static void
put_field (TalksReport *self,
           const char  *label,
           const char  *text,
           char       **sources)
{
  g_autoptr (GArray) numbers = NULL;

  if (text == NULL || *text == '\0')
    return;
  numbers = cite (self, sources);
  self->style->field (self, label, text, numbers);
}

static void
put_item (TalksReport *self,
          const char  *text,
          char       **sources)
{
  g_autoptr (GArray) numbers = cite (self, sources);

  self->style->item (self, text, numbers);
}

static char *
date_to_words (const TalksDate *date)
{
  return date != NULL ? talks_date_to_words (date, TALKS_DATE_STYLE_FULL) : NULL;
}

/* ---- events ---- */

static char *
describe_place (TalksReport      *self,
                const TalksPlace *place)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];

  if (place == NULL)
    return NULL;
  if (!place->has_coordinates)
    return g_strdup (get_text (self, place->name));
  return g_strdup_printf ("%s (%s, %s)", talks_text_get (place->name, self->exchange->language),
                          g_ascii_formatd (latitude, sizeof latitude, "%.5g", place->latitude),
                          g_ascii_formatd (longitude, sizeof longitude, "%.5g", place->longitude));
}

static void
put_accounts (TalksReport      *self,
              const TalksEvent *event)
{
  for (guint i = 0; i < event->accounts->len; i++)
    {
      const TalksAccount *account = event->accounts->pdata[i];
      g_autofree char *date = date_to_words (account->date);
      const char *claim = get_text (self, account->claim);
      g_autofree char *text = NULL;

      if (claim == NULL)
        continue;
      text = date != NULL ? g_strdup_printf (_("%1$s: %2$s"), date, claim) : g_strdup (claim);
      put_field (self, _("Account"), text, account->sources);
    }
}

static void
put_people (TalksReport      *self,
            const TalksEvent *event)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < event->attendance->len; i++)
    {
      g_autofree char *person = talks_exchange_person (self->exchange, event->attendance->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", person);
    }
  put_field (self, _("People"), list->str, NULL);
}

static void
put_related (TalksReport      *self,
             const TalksEvent *event)
{
  for (guint i = 0; i < event->related->len; i++)
    {
      const TalksRelation *relation = event->related->pdata[i];
      const TalksRecord *other = talks_document_lookup_kind (self->exchange->document, TALKS_RECORD_EVENT, relation->event);
      const gboolean is_here = g_ptr_array_find (self->exchange->records[TALKS_RECORD_EVENT], other, NULL);
      const TalksWord *word = talks_words_find (talks_relation_words, relation->relation);

      self->style->link (self, _("Related"), word != NULL ? _(word->label) : relation->relation,
                         is_here ? other->id : NULL,
                         talks_exchange_name (self->exchange, TALKS_RECORD_EVENT, relation->event));
    }
}

static void
put_event (TalksReport      *self,
           const TalksEvent *event)
{
  g_autofree char *date = date_to_words (event->date);
  /* Translators: the date of an event and its title. */
  g_autofree char *heading = g_strdup_printf (_("%1$s: %2$s"), date, talks_text_get (event->title, self->exchange->language));
  g_autofree char *place = describe_place (self, event->place);
  g_autofree char *clock = talks_exchange_clock (event->time);

  self->style->heading (self, 3, event->record.id, heading);
  put_paragraph (self, get_text (self, event->summary), event->sources);
  put_field (self, _("Date in EDTF"), talks_date_is_day (event->date) ? NULL : talks_date_get_text (event->date), NULL);
  put_field (self, _("Place"), place, NULL);
  put_field (self, _("Time"), clock, NULL);
  put_field (self, _("On the time"), get_text (self, event->time_note), NULL);
  put_field (self, _("Kind"), event->kind, event->summary == NULL ? event->sources : NULL);
  put_field (self, _("Format"), event->format, NULL);
  put_people (self, event);
  put_field (self, _("Outcome"), get_text (self, event->outcome), event->sources);
  put_accounts (self, event);
  put_field (self, _("Certainty"), talks_exchange_certainty (event->certainty), NULL);
  put_related (self, event);
  put_field (self, _("Note"), get_text (self, event->note), NULL);
}

static void
put_events (TalksReport *self)
{
  GPtrArray *events = self->exchange->records[TALKS_RECORD_EVENT];

  if (events->len == 0)
    return;
  self->style->heading (self, 2, "events", _("Events"));
  for (guint i = 0; i < events->len; i++)
    put_event (self, events->pdata[i]);
}

/* ---- positions ---- */

static void
put_position (TalksReport         *self,
              const TalksPosition *position)
{
  TalksExchange *exchange = self->exchange;
  g_autofree char *date = date_to_words (position->date);
  g_autofree char *who = NULL;
  g_autofree char *text = NULL;

  who = position->participant != NULL
          ? g_strdup_printf ("%s (%s)", talks_exchange_name (exchange, TALKS_RECORD_PARTY, position->party),
                             talks_exchange_name (exchange, TALKS_RECORD_PARTICIPANT, position->participant))
          : g_strdup (talks_exchange_name (exchange, TALKS_RECORD_PARTY, position->party));
  /* Translators: a date, who stated a position, and the position. */
  text = g_strdup_printf (_("%1$s, %2$s: %3$s"), date, who, talks_text_get (position->stance, exchange->language));
  put_item (self, text, position->sources);
  if (position->quote != NULL)
    self->style->quote (self, position->quote->text, position->quote->language);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const TalksPosition *one = *(const TalksPosition * const *) a;
  const TalksPosition *two = *(const TalksPosition * const *) b;

  return talks_date_compare (one->date, two->date);
}

/* topic NULL: those whose topic is not in the document. */
static void
put_topic (TalksReport      *self,
           const TalksTopic *topic)
{
  GPtrArray *all = self->exchange->records[TALKS_RECORD_POSITION];
  g_autoptr (GPtrArray) positions = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const TalksPosition *position = all->pdata[i];

      if (talks_document_lookup_kind (self->exchange->document, TALKS_RECORD_TOPIC, position->topic)
          == (gconstpointer) topic)
        g_ptr_array_add (positions, (gpointer) position);
    }
  if (positions->len == 0 && topic == NULL)
    return;
  g_ptr_array_sort (positions, compare_dates);
  self->style->heading (self, 3, topic != NULL ? topic->record.id : NULL,
                        topic != NULL ? talks_text_get (topic->name, self->exchange->language) : _("Other positions"));
  if (topic != NULL)
    put_paragraph (self, get_text (self, topic->description), NULL);
  for (guint i = 0; i < positions->len; i++)
    put_position (self, positions->pdata[i]);
}

static void
put_positions (TalksReport *self)
{
  GPtrArray *topics = self->exchange->records[TALKS_RECORD_TOPIC];

  if (topics->len == 0 && self->exchange->records[TALKS_RECORD_POSITION]->len == 0)
    return;
  self->style->heading (self, 2, "positions", _("Positions"));
  for (guint i = 0; i < topics->len; i++)
    put_topic (self, topics->pdata[i]);
  put_topic (self, NULL);
}

/* ---- people ---- */

static void
put_person (TalksReport            *self,
            const TalksParticipant *person)
{
  const char *description = get_text (self, person->description);
  GString *text = g_string_new (talks_text_get (person->name, self->exchange->language));

  if (person->native_name != NULL)
    g_string_append_printf (text, " (%s)", person->native_name);
  for (guint i = 0; i < person->roles->len; i++)
    {
      const TalksRole *role = person->roles->pdata[i];
      g_autofree char *from = date_to_words (role->from);
      g_autofree char *to = date_to_words (role->to);

      g_string_append_printf (text, "; %s", talks_text_get (role->title, self->exchange->language));
      if (from != NULL || to != NULL)
        g_string_append_printf (text, " (%s–%s)", from != NULL ? from : "", to != NULL ? to : "");
    }
  if (description != NULL)
    g_string_append_printf (text, ". %s", description);
  put_item (self, text->str, person->sources);
  g_string_free (text, TRUE);
}

/* party NULL: those whose party is not in the document. */
static void
put_party (TalksReport      *self,
           const TalksParty *party)
{
  GPtrArray *people = self->exchange->records[TALKS_RECORD_PARTICIPANT];
  gboolean begun = FALSE;

  if (party != NULL)
    {
      self->style->heading (self, 3, party->record.id, talks_text_get (party->name, self->exchange->language));
      put_paragraph (self, get_text (self, party->description), NULL);
      if (party->short_name != party->name)
        put_field (self, _("Short name"), get_text (self, party->short_name), NULL);
    }
  for (guint i = 0; i < people->len; i++)
    {
      const TalksParticipant *person = people->pdata[i];

      if (talks_document_lookup_kind (self->exchange->document, TALKS_RECORD_PARTY, person->party)
          != (gconstpointer) party)
        continue;
      if (party == NULL && !begun)
        self->style->heading (self, 3, NULL, _("Other participants"));
      begun = TRUE;
      put_person (self, person);
    }
}

static void
put_parties (TalksReport *self)
{
  GPtrArray *parties = self->exchange->records[TALKS_RECORD_PARTY];

  if (parties->len == 0 && self->exchange->records[TALKS_RECORD_PARTICIPANT]->len == 0)
    return;
  self->style->heading (self, 2, "participants", _("Participants"));
  for (guint i = 0; i < parties->len; i++)
    put_party (self, parties->pdata[i]);
  put_party (self, NULL);
}

/* ---- sources ---- */

static void
put_sources (TalksReport *self)
{
  GPtrArray *all = self->exchange->records[TALKS_RECORD_SOURCE];

  /* Those that nothing here cites come last. */
  for (guint i = 0; i < all->len; i++)
    {
      char *ids[] = { ((TalksRecord *) all->pdata[i])->id, NULL };

      g_array_unref (cite (self, ids));
    }
  if (self->cited->len == 0)
    return;
  self->style->heading (self, 2, "sources", _("Sources"));
  for (guint i = 0; i < self->cited->len; i++)
    {
      const char *id = self->cited->pdata[i];
      const TalksSource *source = talks_document_lookup_kind (self->exchange->document, TALKS_RECORD_SOURCE, id);
      g_autofree char *citation = source != NULL ? talks_citation_to_words (source) : g_strdup (id);

      self->style->source (self, i + 1, citation, source != NULL ? talks_source_get_link (source) : NULL);
    }
}

/* ---- the whole ---- */

void
talks_report_write (TalksExchange          *exchange,
                    const TalksReportStyle *style,
                    GString                *out)
{
  TalksReport self = { exchange, style, out, NULL, NULL };

  self.numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self.cited = g_ptr_array_new ();
  put_events (&self);
  put_positions (&self);
  put_parties (&self);
  put_sources (&self);
  g_hash_table_unref (self.numbers);
  g_ptr_array_unref (self.cited);
}

void
talks_report_tell_losses (TalksExchange *exchange)
{
  static const char * const held[TALKS_N_RECORD_KINDS] = {
    [TALKS_RECORD_TOPIC] = "name description",
    [TALKS_RECORD_PARTY] = "name short description",
    [TALKS_RECORD_PARTICIPANT] = "name native_name party roles description sources",
    [TALKS_RECORD_EVENT] = "date time time_note kind format place title summary outcome attendance related accounts certainty "
                           "note sources",
    [TALKS_RECORD_POSITION] = "party participant topic date stance quote.text quote.language sources",
    [TALKS_RECORD_SOURCE] = "author title container-title publisher issued accessed URL",
  };

  talks_exchange_tell_losses (exchange, held, FALSE);
}
