/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The seeded generator of documents. It models what makes timelines hard to draw: bursts of events
 * within days of each other, quiet years, long intervals over short ones, and scripts of different
 * widths. */

#include "talks-test-support.h"

#include <math.h>
#include <string.h>

#define FIRST_YEAR 1985
#define N_YEARS 40
#define N_PARTIES 12
#define N_PARTICIPANTS 40
#define N_TOPICS 8
#define N_BURSTS 48
#define BURST_SHARE 0.55
#define POINT_SHARE 0.6
#define MAX_INTERVAL 183.0

typedef struct
{
  TalksDocument *document;
  GRand         *rand;
  gboolean       is_quiet[N_YEARS];
  TalksDay       bursts[N_BURSTS];
  guint          n_events;
  guint          n_sources;
} Generator;

static const char * const latin[] = {
  "Talks", "on", "the", "ceasefire", "in", "Geneva", "delegation", "exchange", "draft", "of",
  "communiqué", "monitoring", "mission", "statement", "by", "chair", "round", "security", "and",
  "guarantees", "humanitarian", "corridor", "border", "commission", "meets", "opening", "session",
};
static const char * const cyrillic[] = {
  "Переговори", "про", "припинення", "вогню", "делегація", "обмін", "заява", "зустріч", "у",
  "Женеві", "проєкт", "угоди", "гуманітарний", "коридор", "засідання", "комісії", "гарантії", "безпеки",
};
static const char * const turkish[] = {
  "İstanbul", "görüşmesi", "heyet", "ateşkes", "için", "toplantı", "açıklaması", "güvenlik",
  "değişimi", "üçüncü", "tur", "taslağı", "Dışişleri", "Bakanlığı", "ve", "esir", "çağrısı",
};
static const char * const arabic[] = {
  "محادثات", "وقف", "إطلاق", "النار", "الوفد", "بيان",
  "جلسة", "اتفاق", "تبادل", "الأسرى", "في", "جنيف",
};

typedef struct
{
  const char         *language;
  const char * const *words;
  int                 n_words;
  int                 share; /* of a hundred */
} Script;

static const Script scripts[] = {
  { "en", latin, G_N_ELEMENTS (latin), 50 },
  { "uk", cyrillic, G_N_ELEMENTS (cyrillic), 25 },
  { "tr", turkish, G_N_ELEMENTS (turkish), 18 },
  { "ar", arabic, G_N_ELEMENTS (arabic), 7 },
};

static const struct
{
  const char *lane;
  const char *kinds;
} lanes[] = {
  { "lane-talks", "talks summit" },
  { "lane-mediation", "mediation" },
  { "lane-statements", "statement disclosure" },
  { "lane-documents", "document agreement" },
  { "lane-exchanges", "exchange" },
  { "lane-context", "military-context" },
};
/* Kinds, the frequent ones more than once. */
static const char * const kinds[] = {
  "talks", "talks", "summit", "mediation", "statement", "statement", "statement", "disclosure",
  "document", "agreement", "exchange", "military-context",
};
static const char * const colors[N_PARTIES] = {
  "#1f63d0", "#c01c28", "#0f7f6f", "#8a5a00", "#6b3fa0", "#3d6b1f",
  "#a0306a", "#20708a", "#7a4b2a", "#4a5a8a", "#8a2a2a", "#5a5a5a",
};
static const char * const sides[N_PARTIES] = {
  "north", "south", "mediator", "mediator", "mediator", "other",
  "other", "other", "other", "other", "other", "other",
};

/* ---- words ---- */

static const Script *
pick_script (Generator *self)
{
  int roll = g_rand_int_range (self->rand, 0, 100);
  size_t i = 0;

  while (i + 1 < G_N_ELEMENTS (scripts) && roll >= scripts[i].share)
    roll -= scripts[i++].share;
  return &scripts[i];
}

/* Words of one script, at least least characters and never more than most. */
static char *
make_words (Generator    *self,
            const Script *script,
            long          least,
            long          most)
{
  GString *words = g_string_new (NULL);
  long length = 0;

  while (length < least)
    {
      const char *word = script->words[g_rand_int_range (self->rand, 0, script->n_words)];

      if (length > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, word);
      length = g_utf8_strlen (words->str, -1);
    }
  if (length > most)
    {
      /* No word is longer than most, so something is left. */
      g_autofree char *cut = g_utf8_substring (words->str, 0, most);

      g_string_assign (words, cut);
      g_strchomp (words->str);
      words->len = strlen (words->str);
    }
  return g_string_free (words, FALSE);
}

static TalksText *
make_text (Generator    *self,
           const Script *script,
           long          least,
           long          most)
{
  g_autofree char *words = make_words (self, script, least, most);
  const char *languages[] = { script->language, NULL };
  const char *texts[] = { words, NULL };

  return talks_text_new_tagged (languages, texts);
}

/* ---- time ---- */

static void
plan_years (Generator *self)
{
  TalksDay first = talks_day_from_civil (FIRST_YEAR, 1, 1);
  int one = g_rand_int_range (self->rand, 6, 10);
  int two = g_rand_int_range (self->rand, 20, 26);

  for (int i = 0; i < N_YEARS; i++)
    self->is_quiet[i] = (i >= one && i < one + 5) || (i >= two && i < two + 6);
  for (int i = 0; i < N_BURSTS;)
    {
      int year = g_rand_int_range (self->rand, 0, N_YEARS);

      if (!self->is_quiet[year])
        self->bursts[i++] = first + (TalksDay) (year * 365.25)
                            + g_rand_int_range (self->rand, 20, 340);
    }
}

static TalksDay
pick_day (Generator *self)
{
  TalksDay first = talks_day_from_civil (FIRST_YEAR, 1, 1);
  int year;

  if (g_rand_double (self->rand) < BURST_SHARE)
    {
      TalksDay burst = self->bursts[g_rand_int_range (self->rand, 0, N_BURSTS)];

      return burst + g_rand_int_range (self->rand, -10, 11) + g_rand_int_range (self->rand, -10, 11);
    }
  do
    year = g_rand_int_range (self->rand, 0, N_YEARS);
  while (self->is_quiet[year] && g_rand_int_range (self->rand, 0, 50) > 0);
  return first + (TalksDay) (year * 365.25) + g_rand_int_range (self->rand, 0, 365);
}

static TalksDate *
make_date (Generator *self,
           TalksDay   day)
{
  g_autofree char *iso = talks_day_to_iso (day);
  g_autofree char *end = NULL;
  g_autofree char *text = NULL;

  if (g_rand_double (self->rand) >= POINT_SHARE)
    {
      /* Most are short: the logarithm of the length is evenly spread. */
      TalksDay length = (TalksDay) exp (g_rand_double_range (self->rand, 0, log (MAX_INTERVAL)));

      end = talks_day_to_iso (day + length);
      text = g_strdup_printf ("%s/%s", iso, end);
    }
  else
    {
      int roll = g_rand_int_range (self->rand, 0, 100);

      if (roll < 3)
        text = g_strdup_printf ("%.7s", iso);
      else
        text = g_strconcat (iso, roll < 8 ? "~" : roll < 10 ? "?" : "", NULL);
    }
  return talks_test_date (text);
}

/* ---- records ---- */

static char *
pick_id (Generator  *self,
         const char *prefix,
         guint       n)
{
  return g_strdup_printf ("%s-%d", prefix, g_rand_int_range (self->rand, 0, (gint32) n));
}

static void
add_parties (Generator *self)
{
  for (int i = 0; i < N_PARTIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("party-%d", i);
      TalksParty *party = talks_record_new (TALKS_RECORD_PARTY, id);
      const Script *script = &scripts[i % (int) G_N_ELEMENTS (scripts)];

      party->name = make_text (self, script, 8, 30);
      party->short_name = make_text (self, script, 3, 12);
      party->side = g_strdup (sides[i]);
      party->color = g_strdup (colors[i]);
      party->mark = (TalksMark) (i % TALKS_N_MARKS);
      talks_test_add (self->document, party);
    }
}

static void
add_participants (Generator *self)
{
  for (int i = 0; i < N_PARTICIPANTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("person-%d", i);
      g_autofree char *party = g_strdup_printf ("party-%d", i % N_PARTIES);
      TalksParticipant *participant = talks_record_new (TALKS_RECORD_PARTICIPANT, id);

      participant->name = make_text (self, pick_script (self), 8, 24);
      participant->party = g_steal_pointer (&party);
      talks_test_add_role (participant, "Member of the delegation", "1985-06", "2004-11-30");
      talks_test_add_role (participant, "Head of the delegation", "2004-12-01", NULL);
      talks_test_add (self->document, participant);
    }
}

static void
add_lanes_topics_sources (Generator *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (lanes); i++)
    talks_test_add (self->document, talks_test_lane_new (lanes[i].lane, lanes[i].kinds));
  for (int i = 0; i < N_TOPICS; i++)
    {
      g_autofree char *id = g_strdup_printf ("topic-%d", i);

      talks_test_add (self->document, talks_test_topic_new (id));
    }
  for (guint i = 0; i < self->n_sources; i++)
    {
      g_autofree char *id = g_strdup_printf ("source-%u", i);
      g_autofree char *url = g_strdup_printf ("https://example.org/archive/%u", i);
      TalksSource *source = talks_test_source_new (id, url);

      g_free (source->title);
      source->title = make_words (self, pick_script (self), 20, 60);
      source->publisher = g_strdup ("Example Archive");
      talks_test_add (self->document, source);
    }
}

static void
add_event (Generator *self,
           guint      i)
{
  g_autofree char *id = g_strdup_printf ("event-%u", i);
  const Script *script = pick_script (self);
  TalksEvent *event = talks_record_new (TALKS_RECORD_EVENT, id);
  int n_present = g_rand_int_range (self->rand, 1, 6);
  int first = g_rand_int_range (self->rand, 0, N_PARTICIPANTS);

  event->date = make_date (self, pick_day (self));
  event->kind = g_strdup (kinds[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (kinds))]);
  event->title = make_text (self, script, 20, 60);
  event->label = make_text (self, script, 10, 28);
  event->summary = make_text (self, script, 80, 200);
  event->sources = g_renew (char *, event->sources, 2);
  event->sources[0] = pick_id (self, "source", self->n_sources);
  event->sources[1] = NULL;
  for (int j = 0; j < n_present; j++)
    {
      g_autofree char *person = g_strdup_printf ("person-%d", (first + j * 7) % N_PARTICIPANTS);

      talks_test_attend (event, person, j == 0 ? "head of delegation" : "delegate",
                         g_rand_int_range (self->rand, 0, 10) == 0 ? TALKS_PRESENCE_ABSENT
                                                                   : TALKS_PRESENCE_PRESENT);
    }
  talks_test_add (self->document, event);
}

static void
add_position (Generator *self,
              guint      i)
{
  g_autofree char *id = g_strdup_printf ("position-%u", i);
  g_autofree char *day = talks_day_to_iso (pick_day (self));
  const Script *script = pick_script (self);
  TalksPosition *position = talks_record_new (TALKS_RECORD_POSITION, id);

  position->party = pick_id (self, "party", N_PARTIES);
  position->topic = pick_id (self, "topic", N_TOPICS);
  position->event = self->n_events > 0 ? pick_id (self, "event", self->n_events) : NULL;
  position->date = talks_test_date (day);
  position->label = make_text (self, script, 12, 40);
  position->stance = make_text (self, script, 60, 160);
  position->sources = g_renew (char *, position->sources, 2);
  position->sources[0] = pick_id (self, "source", self->n_sources);
  position->sources[1] = NULL;
  talks_test_add (self->document, position);
}

TalksDocument *
talks_generate_document (guint   n,
                         guint32 seed)
{
  g_autoptr (TalksText) title = talks_text_new_plain ("A generated negotiation");
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Generator self = {
    .document = talks_document_new (),
    .rand = rand,
    .n_events = n,
    .n_sources = n / 10 + 1,
  };

  talks_test_replace (self.document, talks_head_new (title, NULL, "en", "CC-BY-4.0"));
  plan_years (&self);
  add_lanes_topics_sources (&self);
  add_parties (&self);
  add_participants (&self);
  for (guint i = 0; i < n; i++)
    add_event (&self, i);
  for (guint i = 0; i < n / 3; i++)
    add_position (&self, i);
  return self.document;
}

GBytes *
talks_generate_json (guint   n,
                     guint32 seed)
{
  g_autoptr (TalksDocument) document = talks_generate_document (n, seed);

  return talks_test_to_json (document);
}
