/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-citation.h"
#include "talks-date-words.h"
#include "talks-shown.h"
#include "talks-state.h"
#include "talks-vocabulary.h"

typedef struct
{
  const char *word; /* of the document */
  const char *text; /* for the reader, untranslated */
  const char *inverse;
} Word;

/* Languages that sources are often in; others are named by their tag. */
static const Word languages[] = {
  { "ar", N_ ("in Arabic"), NULL },
  { "be", N_ ("in Belarusian"), NULL },
  { "de", N_ ("in German"), NULL },
  { "en", N_ ("in English"), NULL },
  { "es", N_ ("in Spanish"), NULL },
  { "fr", N_ ("in French"), NULL },
  { "he", N_ ("in Hebrew"), NULL },
  { "it", N_ ("in Italian"), NULL },
  { "ja", N_ ("in Japanese"), NULL },
  { "pl", N_ ("in Polish"), NULL },
  { "pt", N_ ("in Portuguese"), NULL },
  { "ru", N_ ("in Russian"), NULL },
  { "tr", N_ ("in Turkish"), NULL },
  { "uk", N_ ("in Ukrainian"), NULL },
  { "zh", N_ ("in Chinese"), NULL },
};

static const Word *
find_word (const Word *words,
           gsize       n_words,
           const char *word)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (words[i].word, word) == 0)
      return &words[i];
  return NULL;
}

void
talks_words_join (GString    *line,
                  const char *text)
{
  g_autofree char *shown = NULL;

  if (text == NULL || *text == '\0')
    return;
  shown = talks_shown_line (text);
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, shown != NULL ? shown : text);
}

char *
talks_words_date (const TalksDate *date)
{
  return talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
}

static char *
clock_words (const TalksClock *clock)
{
  g_autofree char *hours = NULL;

  if (clock->start != NULL && clock->end != NULL)
    /* Translators: from one time of day to another, "13:35–15:20". */
    hours = g_strdup_printf (_ ("%1$s–%2$s"), clock->start, clock->end);
  else if (clock->start != NULL)
    hours = g_strdup_printf (_ ("from %s"), clock->start);
  else if (clock->end != NULL)
    hours = g_strdup_printf (_ ("until %s"), clock->end);
  else
    return g_strdup ("");
  if (clock->zone == NULL)
    return g_steal_pointer (&hours);
  /* Translators: a time of day and its distance from UTC, "13:35–15:20 (UTC+03:00)". */
  return g_strdup_printf (_ ("%1$s (UTC%2$s)"), hours,
                          strcmp (clock->zone, "Z") == 0 ? "" : clock->zone);
}

char *
talks_words_event_when (const TalksEvent *event,
                        const char       *lang)
{
  GString *line = g_string_new (NULL);
  g_autofree char *date = NULL;

  date = talks_date_to_words (event->date, talks_date_is_day (event->date) ? TALKS_DATE_STYLE_LONG
                                                                           : TALKS_DATE_STYLE_FULL);
  talks_words_join (line, date);
  if (event->time != NULL)
    {
      g_autofree char *clock = clock_words (event->time);

      talks_words_join (line, clock);
    }
  if (event->place != NULL)
    talks_words_join (line, talks_text_show (event->place->name, lang));
  return g_string_free (line, FALSE);
}

const char *
talks_words_certainty (TalksCertainty certainty)
{
  return _ (talks_words_find (talks_certainty_words, talks_certainty_to_name (certainty))->label);
}

char *
talks_words_relation (const char *relation,
                      gboolean    inverse)
{
  const TalksWord *word;

  if (relation == NULL)
    return g_strdup (_ ("Related"));
  word = talks_words_find (talks_relation_words, relation);
  if (word != NULL)
    return g_strdup (inverse ? _ (word->inverse) : _ (word->label));
  return g_strdelimit (g_strdup (relation), "-_", ' ');
}

const char *
talks_words_kind (TalksRecordKind kind)
{
  switch (kind)
    {
    case TALKS_RECORD_EVENT:
      return _ ("Events");
    case TALKS_RECORD_PARTICIPANT:
      return _ ("Participants");
    case TALKS_RECORD_POSITION:
      return _ ("Positions");
    case TALKS_RECORD_SOURCE:
      return _ ("Sources");
    case TALKS_RECORD_PARTY:
      return _ ("Parties");
    case TALKS_RECORD_TOPIC:
      return _ ("Topics");
    case TALKS_RECORD_ANNOTATION:
      return _ ("Annotations");
    case TALKS_RECORD_LANE:
      return _ ("Lanes");
    case TALKS_RECORD_TOUR:
      return _ ("Tours");
    case TALKS_N_RECORD_KINDS:
    default:
      return "";
    }
}

char *
talks_words_party (const TalksParty *party,
                   const char       *lang)
{
  const char *name = talks_text_show (party->name, lang);

  if (g_strcmp0 (party->side, "mediator") == 0)
    /* Translators: a party that mediates, "Türkiye (mediator)". */
    return g_strdup_printf (_ ("%s (mediator)"), name);
  return g_strdup (name);
}

static const char *
short_party_name (TalksDocument *document,
                  const char    *id,
                  const char    *lang)
{
  TalksParty *party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, id);

  return party != NULL ? talks_text_show (party->short_name, lang) : id;
}

static void
join_position_caption (GString             *line,
                       TalksDocument       *document,
                       const TalksPosition *position,
                       const char          *lang)
{
  TalksTopic *topic = talks_document_lookup_kind (document, TALKS_RECORD_TOPIC, position->topic);
  g_autofree char *date = talks_words_date (position->date);

  talks_words_join (line, short_party_name (document, position->party, lang));
  talks_words_join (line, topic != NULL ? talks_text_show (topic->name, lang) : position->topic);
  talks_words_join (line, date);
}

static void
join_event_caption (GString          *line,
                    const TalksEvent *event)
{
  g_autofree char *date = talks_words_date (event->date);

  talks_words_join (line, date);
  if (event->certainty != TALKS_CERTAINTY_CONFIRMED)
    talks_words_join (line, talks_words_certainty (event->certainty));
}

char *
talks_words_caption (TalksDocument     *document,
                     const TalksRecord *record,
                     const char        *lang)
{
  GString *line = g_string_new (NULL);

  switch (record->kind)
    {
    case TALKS_RECORD_EVENT:
      join_event_caption (line, (const TalksEvent *) record);
      break;
    case TALKS_RECORD_POSITION:
      join_position_caption (line, document, (const TalksPosition *) record, lang);
      break;
    case TALKS_RECORD_PARTICIPANT:
      talks_words_join (line, short_party_name (document,
                                                ((const TalksParticipant *) record)->party, lang));
      talks_words_join (line, ((const TalksParticipant *) record)->native_name);
      break;
    case TALKS_RECORD_SOURCE:
      g_string_free (line, TRUE);
      return talks_words_source ((const TalksSource *) record, lang);
    case TALKS_RECORD_PARTY:
      talks_words_join (line, _ ("Party"));
      break;
    case TALKS_RECORD_TOPIC:
      talks_words_join (line, _ ("Topic"));
      break;
    case TALKS_RECORD_ANNOTATION:
      talks_words_join (line, _ ("Annotation"));
      talks_words_join (line, ((const TalksAnnotation *) record)->creator);
      break;
    case TALKS_RECORD_LANE:
    case TALKS_RECORD_TOUR:
    case TALKS_N_RECORD_KINDS:
    default:
      break;
    }
  return g_string_free (line, FALSE);
}

/* NULL when a and b are the same language, whatever script or region. */
static const char *
foreign_language (const char *tag,
                  const char *lang)
{
  g_autofree char *primary = NULL;
  const Word *word;
  gsize length;

  if (tag == NULL || *tag == '\0')
    return NULL;
  length = strcspn (tag, "-_");
  if (lang != NULL && g_ascii_strncasecmp (tag, lang, length) == 0
      && (lang[length] == '\0' || lang[length] == '-' || lang[length] == '_'))
    return NULL;
  primary = g_strndup (tag, length);
  word = find_word (languages, G_N_ELEMENTS (languages), primary);
  return word != NULL ? _ (word->text) : tag;
}

char *
talks_words_source (const TalksSource *source,
                    const char        *lang)
{
  GString *line = g_string_new (NULL);
  g_autofree char *authors = talks_citation_authors (source);

  talks_words_join (line, authors);
  talks_words_join (line, source->container_title != NULL ? source->container_title
                                                          : source->publisher);
  if (source->issued != NULL)
    {
      g_autofree char *date = talks_words_date (source->issued);

      talks_words_join (line, date);
    }
  talks_words_join (line, foreign_language (source->language, lang));
  return g_string_free (line, FALSE);
}

char *
talks_words_role_dates (const TalksRole *role)
{
  g_autofree char *from = role->from != NULL ? talks_words_date (role->from) : NULL;
  g_autofree char *to = role->to != NULL ? talks_words_date (role->to) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
  if (from != NULL)
    /* Translators: since when an office is attested by the sources. */
    return g_strdup_printf (_ ("named from %s"), from);
  if (to != NULL)
    return g_strdup_printf (_ ("until %s"), to);
  return g_strdup ("");
}

char *
talks_words_office (const TalksParticipant *participant,
                    TalksDay                day,
                    const char             *lang)
{
  const TalksRole *role = talks_participant_get_role_at (participant, day);
  g_autofree char *date = NULL;

  if (role != NULL)
    return g_strdup (talks_text_show (role->title, lang));
  role = talks_participant_get_role_after (participant, day);
  if (role == NULL || role->from == NULL)
    return g_strdup (_ ("No office named on this day"));
  date = talks_words_date (role->from);
  return g_strdup_printf (_ ("First named %s"), date);
}

char *
talks_words_quote (const char *text)
{
  /* Translators: a quotation in quotation marks. */
  return g_strdup_printf (_ ("“%s”"), text);
}

char *
talks_words_quote_note (const TalksQuote *quote,
                        const char       *lang)
{
  const char *note = quote->note != NULL ? talks_text_show (quote->note, lang) : NULL;

  if (note != NULL)
    return g_strdup (note);
  return g_strdup (quote->translated ? _ ("Translation") : "");
}

/* Whether label is the beginning of whole, cut off with an ellipsis. */
static gboolean
is_cut_from (const char *label,
             const char *whole)
{
  gsize length = strlen (label);

  if (!g_str_has_suffix (label, "…"))
    return FALSE;
  length -= strlen ("…");
  return strncmp (label, whole, length) == 0;
}

const char *
talks_words_position_label (const TalksPosition *position,
                            const char          *lang)
{
  const char *label = talks_text_show (position->label, lang);
  const char *stance = talks_text_show (position->stance, lang);

  return is_cut_from (label, stance) ? stance : label;
}

char *
talks_words_n_sources (guint n)
{
  return g_strdup_printf (ngettext ("%u source", "%u sources", n), n);
}
