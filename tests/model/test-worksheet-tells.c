/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-worksheet-tells.h"

#include <string.h>

#include "talks-file.h"
#include "talks-test-support.h"
#include "talks-worksheet.h"

#define N_SEEDS 200

/* ---- by what stands in a document ---- */

static void
add_party (TalksDocument *document,
           const char    *id,
           const char    *name,
           const char    *name_uk)
{
  static const char * const languages[] = { "en", "uk", NULL };
  const char * const names[] = { name, name_uk, NULL };
  TalksParty *party = talks_test_party_new (id, id);

  talks_text_unref (party->name);
  party->name = talks_text_new_tagged (languages, names);
  talks_text_unref (party->short_name);
  party->short_name = talks_text_ref (party->name);
  talks_test_add (document, party);
}

static void
add_person (TalksDocument *document,
            const char    *id,
            const char    *party,
            const char    *office,
            const char    *description)
{
  TalksParticipant *person = talks_test_participant_new (id, party);

  talks_test_add_role (person, office, NULL, NULL);
  person->description = talks_text_new_plain (description);
  person->native_name = g_strdup (g_str_equal (id, "n1") ? "Ольга Норова" : NULL);
  talks_test_add (document, person);
}

static void
add_event (TalksDocument *document,
           const char    *id,
           const char    *place,
           const char    *host,
           const char    *second)
{
  TalksEvent *event = talks_test_event_new (id, "talks", "2022-03-01");

  event->place = g_new0 (TalksPlace, 1);
  event->place->name = talks_text_new_plain (place);
  talks_test_attend (event, host, "host", TALKS_PRESENCE_PRESENT);
  if (second != NULL)
    talks_test_attend (event, second, "host", TALKS_PRESENCE_PRESENT);
  talks_test_add (document, event);
}

static void
add_statement (TalksDocument *document,
               const char    *id,
               const char    *party,
               const char    *stance)
{
  TalksPosition *position = talks_test_position_new (id, party, "truce", "2022-03-01");

  talks_text_unref (position->stance);
  position->stance = talks_text_new_plain (stance);
  talks_test_add (document, position);
}

static TalksDocument *
make_document (void)
{
  TalksDocument *document = talks_document_new ();

  talks_test_add (document, talks_test_topic_new ("truce"));
  add_party (document, "north", "Törland", "Терландія");
  add_party (document, "south", "Sul", "Суль");
  add_person (document, "n1", "north", "Speaker of the Althing", "Told what Torvik wants.");
  add_person (document, "n2", "north", "Envoy to Sul", "Was in Midtown for the talks.");
  add_person (document, "s1", "south", "Envoy to Midtown", "Minister. Knows the Althing of Midtown.");
  add_person (document, "s2", "south", "Minister", "Spoke in Midtown of what Torvik and Midtown want.");
  add_person (document, "s3", "south", "Minister", "Was in Midtown with others.");
  add_event (document, "e1", "Palace, Lakeside", "n1", NULL);
  add_event (document, "e2", "Hall, Commonplace", "n1", "s1");
  add_statement (document, "p1", "south", "Will not leave the Uplands before the treaty.");
  add_statement (document, "p2", "south", "The Uplands are not to be talked about.");
  add_statement (document, "p3", "south", "Gives back the Uplands for the Lowlands.");
  add_statement (document, "p4", "north", "Wants the Lowlands, and then the Lowlands only.");
  return document;
}

static void
test_document (void)
{
  static const struct
  {
    const char *text;
    gboolean    north;
    gboolean    south;
  } cases[] = {
    { "We want peace at once.", FALSE, FALSE },
    { "Törland wants peace.", TRUE, FALSE },
    { "The Torlandish way is peace.", TRUE, FALSE }, /* an adjective begins as the name does */
    { "The torlandish way is peace.", TRUE, FALSE }, /* in some languages with a small letter */
    { "Терландські пропозиції", TRUE, FALSE },
    { "The torrent wants peace.", FALSE, FALSE },
    { "Sul wants peace, and sulks.", FALSE, TRUE },
    { "He sulks.", FALSE, FALSE }, /* too short a name for what begins like it */
    { "As Норової сказано", TRUE, FALSE }, /* as they are called at home */
    { "As n1 said", TRUE, FALSE },
    { "The Althing decides.", TRUE, TRUE }, /* in an office of each */
    { "Speaker it is, and Envoy.", FALSE, FALSE }, /* first words of offices are not names */
    { "Torvik is ready.", TRUE, TRUE }, /* half of those who name it are theirs */
    { "torvik is ready.", FALSE, FALSE },
    { "Torviks’s readiness", TRUE, TRUE },
    { "It was in Midtown.", FALSE, TRUE },
    { "To Lakeside, then.", TRUE, FALSE }, /* where it was the host */
    { "To Commonplace, then.", FALSE, FALSE }, /* where both were */
    { "They keep the Uplands.", FALSE, TRUE }, /* only they speak of them */
    { "They keep the Lowlands.", FALSE, FALSE },
    { "", FALSE, FALSE },
  };
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTells) tells = talks_tells_new (document);
  const TalksParty *north = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, "north");
  const TalksParty *south = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, "south");

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (talks_tells_give_away (tells, cases[i].text, north), ==, cases[i].north);
      g_assert_cmpint (talks_tells_give_away (tells, cases[i].text, south), ==, cases[i].south);
    }
}

/* ---- in the bundled document ---- */

/* What a teacher would cross out: countries and who lives there, capitals, seats of governments. */
static const struct
{
  const char *party;
  const char *words;
} revealing[] = {
  { "ukraine", "\\b(ukrain|kyiv|kiev|bankova|verkhovna|zelensk|україн|киї?в|києв|верховн\\w+ рад|зеленськ)" },
  { "russia", "\\b(russia|moscow|kremlin|duma\\b|putin|росі|москв|кремл|держдум|путін)" },
  { "turkey", "\\b(turk|türk|ankara|erdo[gğ]an|туре|турк|анкар|ердоган)" },
  { "united-states", "\\b(u\\.?s\\.?(a\\.?)?\\b|united states|americ|washington|white house|trump|америк|сша|сполучен\\w+ штат"
                     "|вашингтон|біл\\w+ д[оі]м|трамп)" },
  { "united-kingdom", "\\b(u\\.?k\\.?\\b|brit|london|downing|брит|лондон)" },
  { "france", "\\b(france|french|paris|[eé]lys[eé]e|франц|париж|єлисей)" },
  { "germany", "\\b(german|berlin|німе|берлін)" },
  { "china", "\\b(chin|beijing|кита|пекін)" },
  { "belarus", "\\b(belarus|minsk|білорус|мінськ)" },
  { "poland", "\\b(poland|polish|warsaw|польщ|польс|варшав)" },
  { "israel", "\\b(israel|jerusalem|ізраїл|єрусалим)" },
  { "austria", "\\b(austria|vienna|австрі|відень|відн)" },
  { "european-union", "\\b(e\\.?u\\.?\\b|european|brussels|єс\\b|європейськ|брюссел)" },
  { "icrc", "\\b(icrc|red cross|geneva|червон\\w+ хрест|женев)" },
  { "united-nations", "\\b(u\\.?n\\.?\\b|united nations|оон\\b|об.єднан\\w+ націй)" },
};

static gboolean
reveals (const char *party,
         const char *words)
{
  for (size_t i = 0; i < G_N_ELEMENTS (revealing); i++)
    if (g_str_equal (revealing[i].party, party))
      return g_regex_match_simple (revealing[i].words, words, G_REGEX_CASELESS, 0);
  g_test_message ("Nothing is known of %s.", party);
  g_assert_not_reached ();
}

static void
check_language (TalksDocument *document,
                const char    *language)
{
  const TalksWorksheetScope scope = { .language = language };
  g_autoptr (GHashTable) parties = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;
  guint n_revealing = 0;

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (TalksWorksheet) worksheet = talks_worksheet_new (document, &scope, seed);
      GPtrArray *questions = talks_worksheet_get_questions (worksheet);

      for (guint i = 0; i < questions->len; i++)
        {
          const TalksQuestion *question = questions->pdata[i];
          const char *words;

          if (question->kind != TALKS_QUESTION_SPEAKER)
            continue;
          words = talks_position_get_words (question->position, language);
          n++;
          g_hash_table_add (parties, question->position->party);
          g_hash_table_add (asked, question->position->record.id);
          if (reveals (question->position->party, words))
            {
              g_test_message ("%s, %u: %s", language, seed, words);
              n_revealing++;
            }
        }
    }
  g_test_message ("%s: %u questions about %u statements of %u parties, of which %u give themselves away", language, n,
                  g_hash_table_size (asked), g_hash_table_size (parties), n_revealing);
  g_assert_cmpuint (n_revealing, ==, 0);
  /* None is missing, and there is still much to ask. */
  g_assert_cmpuint (n, ==, 4 * N_SEEDS);
  g_assert_cmpuint (g_hash_table_size (asked), >=, 80);
  g_assert_cmpuint (g_hash_table_size (parties), >=, 5);
}

static void
test_bundled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);

  g_assert_no_error (error);
  check_language (reading->document, "en");
  check_language (reading->document, "uk");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worksheet-tells/document", test_document);
  g_test_add_func ("/worksheet-tells/bundled", test_bundled);
  return g_test_run ();
}
