/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-worksheet.h"

#include <string.h>

#include "talks-file.h"
#include "talks-test-support.h"
#include "talks-worksheet-private.h"

#define N_SEEDS 300

static TalksReading *
load_bundled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  TalksReading *reading = talks_file_load (file, NULL, &error);

  g_assert_no_error (error);
  return reading;
}

/* "order: a=2 b=1 [s1]", one question a line. */
static char *
dump (TalksWorksheet *worksheet)
{
  static const char * const names[] = { "order", "people", "speaker", "change" };
  GPtrArray *questions = talks_worksheet_get_questions (worksheet);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const TalksQuestion *question = questions->pdata[i];
      g_autofree char *sources = talks_test_list_ids (question->sources);

      g_string_append_printf (text, "%s:", names[question->kind]);
      for (guint j = 0; j < question->choices->len; j++)
        {
          const TalksQuestionChoice *choice = &g_array_index (question->choices, TalksQuestionChoice, j);

          g_string_append_printf (text, " %s=%u", choice->record->id, choice->answer);
        }
      g_string_append_printf (text, " [%s]\n", sources);
    }
  return g_string_free (text, FALSE);
}

/* ---- the answers, against the document ---- */

static const TalksQuestionChoice *
get_choice (const TalksQuestion *question,
            guint                i)
{
  return &g_array_index (question->choices, TalksQuestionChoice, i);
}

/* Worked out here again from the fields of the record alone. */
static void
assert_certain (TalksDocument    *document,
                const TalksEvent *event)
{
  guint n_sources = 0;

  g_assert_cmpint (event->certainty, ==, TALKS_CERTAINTY_CONFIRMED);
  for (char **id = event->sources; *id != NULL; id++)
    n_sources += talks_document_lookup_kind (document, TALKS_RECORD_SOURCE, *id) != NULL;
  g_assert_cmpuint (n_sources, >, 0);
}

static void
assert_stated (TalksDocument       *document,
               const TalksPosition *position)
{
  const TalksEvent *event = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, position->event);

  g_assert_nonnull (position->sources[0]);
  if (event != NULL)
    {
      g_assert_cmpint (event->certainty, ==, TALKS_CERTAINTY_CONFIRMED);
      g_assert_cmpuint (event->accounts->len, ==, 0);
    }
}

static void
check_order (TalksDocument       *document,
             const TalksQuestion *question,
             const char          *language)
{
  gboolean disturbed = FALSE;

  g_assert_cmpuint (question->choices->len, >=, 4);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const TalksEvent *event = (const TalksEvent *) get_choice (question, i)->record;
      guint place = 1;

      assert_certain (document, event);
      g_assert_true (talks_date_is_day (event->date));
      for (guint j = 0; j < event->accounts->len; j++)
        {
          const TalksDate *date = ((TalksAccount *) event->accounts->pdata[j])->date;

          g_assert_cmpstr (date != NULL ? talks_date_get_text (date) : talks_date_get_text (event->date), ==,
                           talks_date_get_text (event->date));
        }
      g_assert_null (strstr (talks_text_get (event->title, "en"), "202"));
      for (guint j = 0; j < question->choices->len; j++)
        place += strcmp (talks_date_get_text (((TalksEvent *) get_choice (question, j)->record)->date),
                         talks_date_get_text (event->date)) < 0;
      g_assert_cmpuint (get_choice (question, i)->answer, ==, place);
      disturbed |= place != i + 1;
    }
  g_assert_true (disturbed);
}

/* The text does not name that person by the last of the names. */
static void
assert_silent (const TalksText   *text,
               const TalksRecord *person)
{
  const char *name = talks_text_get (((const TalksParticipant *) person)->name, "en");
  const char *words = talks_text_get (text, "en");
  const char *last = strrchr (name, ' ');

  g_assert_true (words == NULL || strstr (words, last != NULL ? last + 1 : name) == NULL);
}

static void
check_people (TalksDocument       *document,
              const TalksQuestion *question,
              const char          *language)
{
  guint n_right = 0;

  assert_certain (document, question->event);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const TalksQuestionChoice *choice = get_choice (question, i);
      const TalksAttendance *named = NULL;

      for (guint j = 0; j < question->event->attendance->len; j++)
        {
          const TalksAttendance *attendance = question->event->attendance->pdata[j];

          if (strcmp (attendance->participant, choice->record->id) == 0)
            named = attendance;
        }
      g_assert_true ((choice->answer == 1) == (named != NULL));
      for (guint j = 0; j < question->event->accounts->len; j++)
        assert_silent (((TalksAccount *) question->event->accounts->pdata[j])->claim, choice->record);
      if (question->event->note != NULL)
        assert_silent (question->event->note, choice->record);
      if (named != NULL)
        {
          g_assert_cmpint (named->presence, ==, TALKS_PRESENCE_PRESENT);
          g_assert_null (named->note);
          g_assert_cmpstr (named->role, !=, "mentioned");
        }
      n_right += choice->answer;
    }
  g_assert_cmpuint (n_right, >=, 2);
  g_assert_cmpuint (question->choices->len - n_right, >=, 2);
}

static void
check_speaker (TalksDocument       *document,
               const TalksQuestion *question,
               const char          *language)
{
  const char *words = talks_position_get_words (question->position, language);
  g_auto (GStrv) parts = g_strsplit (words, ".", -1);
  g_autofree char *joined = NULL;
  guint n_right = 0;

  assert_stated (document, question->position);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const TalksQuestionChoice *choice = get_choice (question, i);

      g_assert_true ((choice->answer == 1) == (strcmp (choice->record->id, question->position->party) == 0));
      n_right += choice->answer;
    }
  g_assert_cmpuint (n_right, ==, 1);
  g_assert_cmpuint (question->choices->len, >=, 2);
  g_assert_null (strstr (words, talks_text_get (question->party->short_name, "en")));
  g_assert_null (strstr (words, talks_text_get (question->party->short_name, "uk")));
  /* Nor as "U.S.". */
  joined = g_strjoinv ("", parts);
  g_assert_null (strstr (joined, talks_text_get (question->party->short_name, "en")));
}

static void
check_change (TalksDocument       *document,
              const TalksQuestion *question,
              const char          *language)
{
  const TalksPosition *one;
  const TalksPosition *two;
  guint first;

  g_assert_cmpuint (question->choices->len, ==, 2);
  first = get_choice (question, 0)->answer == 1 ? 0 : 1;
  g_assert_cmpuint (get_choice (question, first)->answer, ==, 1);
  g_assert_cmpuint (get_choice (question, 1 - first)->answer, ==, 2);
  one = (const TalksPosition *) get_choice (question, first)->record;
  two = (const TalksPosition *) get_choice (question, 1 - first)->record;
  assert_stated (document, one);
  assert_stated (document, two);
  g_assert_cmpstr (one->party, ==, question->party->record.id);
  g_assert_cmpstr (two->party, ==, question->party->record.id);
  g_assert_cmpstr (one->topic, ==, question->topic->record.id);
  g_assert_cmpstr (two->topic, ==, question->topic->record.id);
  g_assert_cmpstr (talks_date_get_text (one->date), <, talks_date_get_text (two->date));
  g_assert_cmpstr (talks_text_get (one->stance, "en"), !=, talks_text_get (two->stance, "en"));
}

static void
check_worksheet (TalksDocument  *document,
                 TalksWorksheet *worksheet,
                 const char     *language)
{
  static void (* const checks[TALKS_N_QUESTION_KINDS]) (TalksDocument *, const TalksQuestion *, const char *) = {
    check_order, check_people, check_speaker, check_change,
  };
  GPtrArray *questions = talks_worksheet_get_questions (worksheet);

  for (guint i = 0; i < questions->len; i++)
    {
      const TalksQuestion *question = questions->pdata[i];

      g_assert_cmpuint (question->sources->len, >, 0);
      for (guint j = 0; j < question->sources->len; j++)
        {
          TalksSource *source = question->sources->pdata[j];

          g_assert_true (talks_document_lookup_kind (document, TALKS_RECORD_SOURCE, source->record.id) == source);
        }
      checks[question->kind] (document, question, language);
    }
}

/* In another language too: what is said may not be translated while the names are. */
static void
test_languages (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  const TalksWorksheetScope scope = { .language = "uk" };

  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (reading->document, &scope, seed);

      g_assert_cmpuint (talks_worksheet_get_questions (worksheet)->len, ==, 12);
      check_worksheet (reading->document, worksheet, scope.language);
    }
}

/* Every kind is asked, and every answer is what the document says. */
static void
test_bundled (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  const TalksWorksheetScope scope = { .language = "en" };
  guint n_kinds[TALKS_N_QUESTION_KINDS] = { 0 };

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (reading->document, &scope, seed);
      GPtrArray *questions = talks_worksheet_get_questions (worksheet);

      g_assert_cmpuint (talks_worksheet_get_seed (worksheet), ==, seed);
      g_assert_cmpuint (questions->len, ==, 12);
      for (guint i = 0; i < questions->len; i++)
        n_kinds[((TalksQuestion *) questions->pdata[i])->kind]++;
      check_worksheet (reading->document, worksheet, "en");
    }
  g_assert_cmpuint (n_kinds[TALKS_QUESTION_ORDER], ==, 2 * N_SEEDS);
  g_assert_cmpuint (n_kinds[TALKS_QUESTION_PEOPLE], ==, 3 * N_SEEDS);
  g_assert_cmpuint (n_kinds[TALKS_QUESTION_SPEAKER], ==, 4 * N_SEEDS);
  g_assert_cmpuint (n_kinds[TALKS_QUESTION_CHANGE], ==, 3 * N_SEEDS);
}

/* Only what the span holds. */
static void
test_scope (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  TalksWorksheetScope span = { .span = { talks_test_day ("2025-01-01"), talks_test_day ("2025-04-01") } };
  g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (reading->document, &span, 3);
  GPtrArray *questions = talks_worksheet_get_questions (worksheet);

  g_assert_cmpuint (questions->len, >, 4);
  check_worksheet (reading->document, worksheet, "en");
  for (guint i = 0; i < questions->len; i++)
    {
      const TalksQuestion *question = questions->pdata[i];

      if (question->position != NULL)
        g_assert_true (talks_span_contains (span.span, talks_date_get_earliest (question->position->date)));
      for (guint j = 0; j < question->choices->len; j++)
        if (question->kind == TALKS_QUESTION_ORDER)
          g_assert_true (talks_span_contains (span.span, talks_date_get_earliest (((TalksEvent *) get_choice (question, j)->record)->date)));
    }
}

static gboolean
is_step (const TalksTour   *tour,
         const TalksRecord *record)
{
  const char *event = record->kind == TALKS_RECORD_POSITION ? ((const TalksPosition *) record)->event : record->id;

  for (guint i = 0; i < tour->steps->len; i++)
    if (event != NULL && g_strcmp0 (((TalksTourStep *) tour->steps->pdata[i])->event, event) == 0)
      return TRUE;
  return FALSE;
}

/* From the first step of the tour to the last. */
static void
assert_in_time (TalksDocument     *document,
                const TalksTour   *tour,
                const TalksRecord *record)
{
  const TalksDate *date = record->kind == TALKS_RECORD_POSITION ? ((const TalksPosition *) record)->date
                                                                : ((const TalksEvent *) record)->date;
  TalksDay first = G_MAXINT64;
  TalksDay last = G_MININT64;

  for (guint i = 0; i < tour->steps->len; i++)
    {
      const char *id = ((TalksTourStep *) tour->steps->pdata[i])->event;
      const TalksEvent *event = talks_document_lookup_kind (document, TALKS_RECORD_EVENT, id);

      g_assert_nonnull (event);
      first = MIN (first, talks_date_get_earliest (event->date));
      last = MAX (last, talks_date_get_latest (event->date));
    }
  g_assert_cmpint (talks_date_get_latest (date), >=, first);
  g_assert_cmpint (talks_date_get_earliest (date), <=, last);
}

/* Whether all of it is about steps. */
static gboolean
check_tour_question (TalksDocument       *document,
                     const TalksTour     *tour,
                     const TalksQuestion *question)
{
  const TalksRecord *about = question->event != NULL ? &question->event->record
                             : question->position != NULL ? &question->position->record : NULL;
  gboolean all = !question->beyond;

  if (about != NULL)
    {
      assert_in_time (document, tour, about);
      g_assert_true (question->beyond == !is_step (tour, about));
    }
  for (guint i = 0; about == NULL && i < question->choices->len; i++)
    {
      assert_in_time (document, tour, get_choice (question, i)->record);
      g_assert_true (get_choice (question, i)->beyond == !is_step (tour, get_choice (question, i)->record));
      all &= !get_choice (question, i)->beyond;
    }
  return all;
}

/* Several of each kind, of its steps where they give enough, else of its time; and it is known which is which. */
static void
test_tours (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  GPtrArray *tours = talks_document_get_records (reading->document, TALKS_RECORD_TOUR);

  g_assert_cmpuint (tours->len, >=, 3);
  for (guint t = 0; t < tours->len; t++)
    for (guint seed = 0; seed <= 50; seed++)
      {
        const TalksWorksheetScope scope = { .tour = tours->pdata[t] };
        g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (reading->document, &scope, seed);
        GPtrArray *questions = talks_worksheet_get_questions (worksheet);
        guint n_kinds[TALKS_N_QUESTION_KINDS] = { 0 };
        guint n_steps = 0;

        check_worksheet (reading->document, worksheet, "en");
        for (guint i = 0; i < questions->len; i++)
          {
            const TalksQuestion *question = questions->pdata[i];

            n_kinds[question->kind]++;
            g_assert_true (i == 0 || ((TalksQuestion *) questions->pdata[i - 1])->kind <= question->kind);
            n_steps += check_tour_question (reading->document, tours->pdata[t], question);
          }
        g_test_message ("%s, %u: %u %u %u %u, %u of steps", ((TalksTour *) tours->pdata[t])->record.id, seed, n_kinds[0],
                        n_kinds[1], n_kinds[2], n_kinds[3], n_steps);
        for (int i = 0; i < TALKS_N_QUESTION_KINDS; i++)
          g_assert_cmpuint (n_kinds[i], >=, 2);
        g_assert_cmpuint (n_steps, >=, 2);
      }
}

static void
test_seeds (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  const TalksWorksheetScope scope = { .language = "en" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint seed = 0; seed < 50; seed++)
    {
      g_autoptr (TalksWorksheet) one = talks_worksheet_new (reading->document, &scope, seed);
      g_autoptr (TalksWorksheet) two = talks_worksheet_new (reading->document, &scope, seed);
      g_autofree char *first = dump (one);
      g_autofree char *second = dump (two);

      g_assert_cmpstr (first, ==, second);
      g_assert_true (g_hash_table_add (seen, g_steal_pointer (&first)));
    }
}

/* ---- what is left out ---- */

static TalksDocument *
make_document (void)
{
  static const char * const days[] = { "2022-03-01", "2022-03-05", "2022-03-09", "2022-04-01", "2022-04-20", "2022-05-02" };
  TalksDocument *document = talks_document_new ();

  talks_test_add (document, talks_test_topic_new ("truce"));
  talks_test_add (document, talks_test_party_new ("north", "north"));
  talks_test_add (document, talks_test_party_new ("south", "south"));
  talks_test_add (document, talks_test_source_new ("s", "https://example.org/"));
  for (int i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%d", i);

      talks_test_add (document, talks_test_participant_new (id, i % 2 == 0 ? "north" : "south"));
    }
  for (size_t i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%d", (int) i);
      TalksEvent *event = talks_test_event_new (id, "talks", days[i]);

      talks_test_attend (event, "p0", "delegate", TALKS_PRESENCE_PRESENT);
      talks_test_attend (event, "p1", "delegate", TALKS_PRESENCE_PRESENT);
      talks_test_attend (event, "p2", "delegate", TALKS_PRESENCE_UNCLEAR);
      talks_test_attend (event, "p3", "delegate", TALKS_PRESENCE_REMOTE);
      talks_test_cite (&event->sources, "s");
      talks_test_add (document, event);
    }
  return document;
}

/* The whole of it is known, so that it stays what it is: on every machine, and in every version. */
static void
test_frozen (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  const TalksWorksheetScope scope = { .language = "en" };
  g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (document, &scope, 42);
  g_autofree char *text = dump (worksheet);

  check_worksheet (document, worksheet, "en");
  g_assert_cmpstr (text, ==, "order: e3=3 e1=2 e0=1 e5=5 e4=4 [s]\n"
                             "people: p0=1 p5=0 p4=0 p6=0 p1=1 p7=0 [s]\n");
}

/* One event that must not be asked about, or only in one way, among five that may. */
static void
test_contested (void)
{
  static const struct
  {
    const char *flaw;
    gboolean    ask_order;
    gboolean    ask_people;
  } cases[] = {
    { "disputed", FALSE, FALSE },
    { "reported", FALSE, FALSE },
    { "no source", FALSE, FALSE },
    { "source missing", FALSE, FALSE },
    { "soft", FALSE, TRUE },
    { "year", FALSE, TRUE },
    { "account without a date", TRUE, TRUE },
    { "account of the same date", TRUE, TRUE },
    { "account of another date", FALSE, TRUE },
    { "account that names somebody", TRUE, FALSE },
    { "account that names a party", TRUE, FALSE },
    { "note that names somebody", TRUE, FALSE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDocument) document = make_document ();
      const TalksWorksheetScope scope = { .language = "en" };
      const char *flaw = cases[i].flaw;
      TalksEvent *event = talks_test_event_new ("bad", "talks", g_str_equal (flaw, "soft") ? "2022-04-11~" : "2022-04-11");
      guint n_orders = 0;
      guint n_people = 0;

      talks_test_attend (event, "p0", "delegate", TALKS_PRESENCE_PRESENT);
      talks_test_attend (event, "p1", "delegate", TALKS_PRESENCE_PRESENT);
      if (g_str_equal (flaw, "disputed"))
        event->certainty = TALKS_CERTAINTY_DISPUTED;
      if (g_str_equal (flaw, "reported"))
        event->certainty = TALKS_CERTAINTY_REPORTED;
      if (g_str_has_prefix (flaw, "account"))
        talks_test_account (event, g_str_has_suffix (flaw, "somebody") ? "Without p0." : g_str_has_suffix (flaw, "party")
                                   ? "Nobody of the north." : "Otherwise.", "s");
      if (g_str_has_suffix (flaw, " date"))
        {
          TalksAccount *account = event->accounts->pdata[0];

          if (strstr (flaw, "same") != NULL || strstr (flaw, "another") != NULL)
            account->date = talks_date_parse (strstr (flaw, "same") != NULL ? "2022-04-11" : "2022-04-12", NULL);
        }
      if (g_str_has_prefix (flaw, "note"))
        event->note = talks_text_new_plain ("Some say without p1.");
      if (!g_str_equal (flaw, "no source"))
        talks_test_cite (&event->sources, g_str_equal (flaw, "source missing") ? "gone" : "s");
      if (g_str_equal (flaw, "year"))
        {
          talks_text_unref (event->title);
          event->title = talks_text_new_plain ("Plans of 2022");
        }
      talks_test_add (document, event);

      g_test_message ("%s", flaw);
      for (guint seed = 0; seed < 60; seed++)
        {
          g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (document, &scope, seed);
          g_autofree char *text = dump (worksheet);
          GPtrArray *questions = talks_worksheet_get_questions (worksheet);

          check_worksheet (document, worksheet, "en");
          n_orders += strstr (text, "bad=") != NULL;
          for (guint j = 0; j < questions->len; j++)
            n_people += ((TalksQuestion *) questions->pdata[j])->event == event;
        }
      g_assert_true ((n_orders > 0) == cases[i].ask_order);
      g_assert_true ((n_people > 0) == cases[i].ask_people);
    }
}

/* What is stated where accounts differ is not asked about either. */
static void
test_contested_positions (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  TalksEvent *event = talks_test_event_new ("bad", "talks", "2022-04-11");
  const TalksWorksheetScope scope = { .language = "en" };
  const char * const words = "They should stop at once and then go back to where they came from.";

  talks_test_account (event, "Otherwise.", "s");
  talks_test_cite (&event->sources, "s");
  talks_test_add (document, event);
  /* Somebody else speaks too, without a source. */
  talks_test_add (document, talks_test_position_new ("other", "south", "truce", "2022-03-01"));
  for (int i = 0; i < 4; i++)
    {
      static const char * const dates[] = { "2022-03-01", "2022-03-20", "2022-04-11", "2022-05-01" };
      g_autofree char *id = g_strdup_printf ("pos%d", i);
      TalksPosition *position = talks_test_position_new (id, "north", "truce", dates[i]);
      g_autofree char *stance = g_strdup_printf ("%s (%d)", words, i);

      talks_text_unref (position->stance);
      position->stance = talks_text_new_plain (stance);
      position->event = i == 2 ? g_strdup ("bad") : NULL;
      talks_test_cite (&position->sources, i == 3 ? "" : "s");
      talks_test_add (document, position);
    }
  for (guint seed = 0; seed < 60; seed++)
    {
      g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (document, &scope, seed);
      GPtrArray *questions = talks_worksheet_get_questions (worksheet);
      guint n_speakers = 0;

      check_worksheet (document, worksheet, "en");
      for (guint i = 0; i < questions->len; i++)
        {
          const TalksQuestion *question = questions->pdata[i];

          n_speakers += question->kind == TALKS_QUESTION_SPEAKER;
          if (question->position != NULL)
            g_assert_true (strcmp (question->position->record.id, "pos0") == 0
                           || strcmp (question->position->record.id, "pos1") == 0);
        }
      g_assert_cmpuint (n_speakers, ==, 2);
    }
}

/* Names of several words, of letters of two and three bytes, and declined. */
static void
test_gives_away (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    gboolean gives;
  } cases[] = {
    { "What Putin said", "Vladimir Putin", TRUE },
    { "What the other one said", "Vladimir Putin", FALSE },
    { "Розмова Трампа й Путіна", "Володимир Путін", TRUE },
    { "Розмова Трампа й Путіна", "Дональд Трамп", TRUE },
    { "Розмова Трампа й Путіна", "Рустем Умєров", FALSE },
    { "Пропозиція Росії", "Росія", TRUE },
    { "Пропозиція України", "Росія", FALSE },
    { "Обмін, день перший", "Марко Рубіо", FALSE },
    { "Лист від аль-Айбана", "Мусаад бін Мохаммед аль-Айбан", TRUE },
    { "Ze’ev interpreted", "Ze'ev Elkin", FALSE },
    { "Elkin interpreted", "Ze’ev Elkin", TRUE },
    { "He must go", "US", FALSE },
    { "The US left", "US", TRUE },
    { "ООН та інші", "ООН", TRUE },
    { "Кулебою названо", "Дмитро Кулеба", TRUE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksText) name = talks_text_new_plain (cases[i].name);

      g_test_message ("%s, %s", cases[i].text, cases[i].name);
      g_assert_cmpint (talks_question_gives_away (cases[i].text, name), ==, cases[i].gives);
    }
}

/* A class gets a quotation that it can read, or else what was stated. */
static void
test_quotations (void)
{
  static const char * const stance_tags[] = { "en", "uk", NULL };
  static const char * const stances[] = { "Wants peace.", "Хоче миру.", NULL };
  static const struct
  {
    const char *language; /* of the quotation; "-": there is none */
    const char *reader;
    const char *words;
  } cases[] = {
    { "en", "en", "Peace!" },
    { "en-GB", "en", "Peace!" },
    { "en", "en-GB", "Peace!" },
    { "EN", "en", "Peace!" },
    { "en", "uk", "Хоче миру." },
    { "en", "uk-UA,en", "Хоче миру." },
    { "en", "en,uk", "Peace!" },
    { "en", "fr", "Peace!" },
    { "en", NULL, "Peace!" },
    { "ru", "en", "Wants peace." },
    { "ru", "uk", "Хоче миру." },
    { "ru", "fr,ru", "Peace!" },
    { NULL, "uk", "Peace!" },
    { "-", "uk", "Хоче миру." },
    { "-", "fr", "Wants peace." },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksPosition) position = talks_test_position_new ("p", "north", "truce", "2022-03-01");

      talks_text_unref (position->stance);
      position->stance = talks_text_new_tagged (stance_tags, stances);
      if (g_strcmp0 (cases[i].language, "-") != 0)
        {
          position->quote = g_new0 (TalksQuote, 1);
          position->quote->text = g_strdup ("Peace!");
          position->quote->language = g_strdup (cases[i].language);
        }
      g_test_message ("%s, %s", cases[i].language, cases[i].reader);
      g_assert_cmpstr (talks_position_get_words (position, cases[i].reader), ==, cases[i].words);
      g_assert_cmpint (talks_position_is_quoted (position, cases[i].reader), ==, g_str_equal (cases[i].words, "Peace!"));
    }
}

static void
test_empty (void)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  const TalksWorksheetScope scope = { 0 };
  g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (document, &scope, 0);

  g_assert_cmpuint (talks_worksheet_get_questions (worksheet)->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worksheet/bundled", test_bundled);
  g_test_add_func ("/worksheet/languages", test_languages);
  g_test_add_func ("/worksheet/scope", test_scope);
  g_test_add_func ("/worksheet/tours", test_tours);
  g_test_add_func ("/worksheet/seeds", test_seeds);
  g_test_add_func ("/worksheet/frozen", test_frozen);
  g_test_add_func ("/worksheet/contested", test_contested);
  g_test_add_func ("/worksheet/contested-positions", test_contested_positions);
  g_test_add_func ("/worksheet/gives-away", test_gives_away);
  g_test_add_func ("/worksheet/quotations", test_quotations);
  g_test_add_func ("/worksheet/empty", test_empty);
  return g_test_run ();
}
