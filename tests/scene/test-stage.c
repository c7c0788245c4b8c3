/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-stage.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "scene-fixture.h"
#include "talks-export-private.h"
#include "talks-file.h"
#include "talks-stage-private.h"

typedef struct
{
  double width;
  double height;
} Size;

static const Size sizes[] = { { 1920, 1080 }, { 1280, 720 }, { 1024, 768 } };

static TalksStage *
make_stage (TalksDocument           *document,
            TalksLesson             *lesson,
            guint                    step,
            const TalksStageOptions *options)
{
  PangoContext *context = fixture_context_new ();
  TalksStage *stage = talks_stage_new (document, lesson, step, options, context);

  g_object_unref (context);
  return stage;
}

static TalksReading *
load_bundled (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  TalksReading *reading = talks_file_load (file, NULL, &error);

  g_assert_no_error (error);
  return reading;
}

/* ---- what holds for every picture ---- */

static gboolean
overlap (TalksRect a,
         TalksRect b)
{
  const double slack = 0.5;

  return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width && a.y + slack < b.y + b.height
         && b.y + slack < a.y + a.height;
}

static gboolean
is_within (TalksRect inner,
           TalksRect outer)
{
  const double slack = 0.5;

  return inner.x >= outer.x - slack && inner.y >= outer.y - slack
         && inner.x + inner.width <= outer.x + outer.width + slack
         && inner.y + inner.height <= outer.y + outer.height + slack;
}

static TalksRect
scaled (TalksRect box,
        double    scale)
{
  return (TalksRect) { box.x * scale, box.y * scale, box.width * scale, box.height * scale };
}

/* A text is on one card, whole, or on none. */
static void
check_panels (TalksStage           *stage,
              const TalksStageText *text)
{
  for (guint i = 0; i < stage->panels->len; i++)
    {
      TalksRect panel = scaled (g_array_index (stage->panels, StagePanel, i).box, stage->scale);

      if (overlap (text->box, panel) && !is_within (text->box, panel))
        g_error ("“%s” stands across the edge of a card", text->text);
    }
}

/* Cards are told apart by the ground between them. */
static void
check_gaps (TalksStage *stage)
{
  for (guint i = 1; i < stage->panels->len; i++)
    {
      TalksRect before = g_array_index (stage->panels, StagePanel, i - 1).box;
      TalksRect box = g_array_index (stage->panels, StagePanel, i).box;

      g_assert_cmpfloat (box.y - (before.y + before.height), >=, 8);
      g_assert_cmpfloat (box.y + box.height, <, talks_stage_track_get_top (stage->track));
    }
}

static void
check_circles (TalksStage *stage,
               Size        size)
{
  TalksRect whole = { 0, 0, size.width, size.height };

  for (guint i = 0; i < stage->seats->len; i++)
    {
      const TalksSeat *seat = &g_array_index (stage->seats, StageSeat, i).seat;
      TalksRect box = scaled ((TalksRect) { seat->x - seat->radius, seat->y - seat->radius, 2 * seat->radius,
                                            2 * seat->radius },
                              stage->scale);

      g_assert_true (is_within (box, whole));
      for (guint j = 0; j < stage->panels->len; j++)
        g_assert_false (overlap (box, scaled (g_array_index (stage->panels, StagePanel, j).box, stage->scale)));
      for (guint j = 0; j < i; j++)
        {
          const TalksSeat *other = &g_array_index (stage->seats, StageSeat, j).seat;

          g_assert_cmpfloat (hypot (seat->x - other->x, seat->y - other->y), >=, seat->radius + other->radius);
        }
    }
}

/* What is cut ends with a whole word, unless the first is too long already. */
static void
check_cuts (TalksStage *stage)
{
  for (guint i = 0; i < stage->layouts->len; i++)
    {
      PangoLayout *layout = g_ptr_array_index (stage->layouts, i);
      const TalksStageText *text = &g_array_index (stage->texts, TalksStageText, i);
      const char *shown;
      const char *rest;

      if (layout == NULL || !talks_stage_is_cut (layout))
        continue;
      if (pango_layout_is_ellipsized (layout))
        {
          g_assert_cmpuint (strcspn (text->text, " \n\t"), >, 8);
          continue;
        }
      shown = pango_layout_get_text (layout);
      g_assert_true (g_str_has_suffix (shown, "…"));
      rest = text->text + strlen (shown) - strlen ("…");
      if (strncmp (shown, text->text, (size_t) (rest - text->text)) == 0 && g_unichar_isalnum (g_utf8_get_char (rest)))
        g_error ("“%s” is cut in the middle of a word", shown);
    }
}

static void
check_picture (TalksStage *stage,
               Size        size)
{
  TalksRect whole = { 0, 0, size.width, size.height };
  guint n;
  const TalksStageText *texts = talks_stage_get_texts (stage, &n);

  g_assert_cmpuint (n, >=, 3);
  for (guint i = 0; i < n; i++)
    {
      if (!is_within (texts[i].box, whole))
        g_error ("“%s” leaves the picture", texts[i].text);
      if (texts[i].size < size.height / TALKS_STAGE_LINES - 1e-6)
        g_error ("“%s” is too small", texts[i].text);
      if (stage->palette->theme == TALKS_THEME_PROJECTOR
          && talks_color_contrast (texts[i].color, texts[i].ground) < 7)
        g_error ("“%s” has a contrast of %g", texts[i].text,
                 talks_color_contrast (texts[i].color, texts[i].ground));
      check_panels (stage, &texts[i]);
      for (guint j = 0; j < i; j++)
        if (overlap (texts[i].box, texts[j].box))
          g_error ("“%s” overlaps “%s” in step %u of %gx%g at %g", texts[i].text, texts[j].text, stage->step + 1,
                   size.width, size.height, stage->type_scale);
    }
  check_gaps (stage);
  check_circles (stage, size);
  check_cuts (stage);
}

/* A class that sees only the first half of what came of it has not seen it. */
static void
check_outcome_is_whole (TalksStage *stage)
{
  const StageCard *last;
  guint n;
  const TalksStageText *texts = talks_stage_get_texts (stage, &n);

  if (stage->content.cards->len == 0)
    return;
  last = g_ptr_array_index (stage->content.cards, stage->content.cards->len - 1);
  if (last->party != NULL)
    return;
  for (guint i = 0; i < n; i++)
    if (g_str_equal (texts[i].text, g_ptr_array_index (last->lines, 0))
        && talks_stage_is_cut (g_ptr_array_index (stage->layouts, i)))
      g_error ("“%s” is cut at %gx%g", texts[i].text, stage->width * stage->scale, 1080 * stage->scale);
}

/* The text of the step is whole, and somebody says who was there. */
static void
check_body_is_whole (TalksStage *stage)
{
  const StageContent *content = &stage->content;
  gboolean is_told = content->people == NULL || stage->seats->len > 0;
  guint n;
  const TalksStageText *texts = talks_stage_get_texts (stage, &n);

  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (texts[i].text, content->text) == 0 && talks_stage_is_cut (g_ptr_array_index (stage->layouts, i)))
        g_error ("“%s” is cut at %g", texts[i].text, stage->type_scale);
      is_told = is_told || g_str_has_prefix (content->people, texts[i].text);
    }
  if (!is_told)
    g_error ("nobody is said to be at “%s” at %g", content->title, stage->type_scale);
}

/* All sizes, and the first scales of these. is_whole: the larger type costs nothing of what is said. */
static void
check_lesson (TalksDocument *document,
              TalksLesson   *lesson,
              const char    *language,
              size_t         n_scales,
              gboolean       is_whole)
{
  static const double scales[] = { 1, 1.8, 0.8, 1.4 };

  for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (size_t j = 0; j < n_scales; j++)
      for (guint step = 0; step < talks_lesson_get_n_steps (lesson); step++)
        {
          TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;
          g_autoptr (TalksStage) stage = NULL;

          options.width = sizes[i].width;
          options.height = sizes[i].height;
          options.type_scale = scales[j];
          options.language = language;
          stage = make_stage (document, lesson, step, &options);
          check_picture (stage, sizes[i]);
          if (is_whole)
            {
              check_outcome_is_whole (stage);
              check_body_is_whole (stage);
            }
        }
}

/* ---- the bundled tours ---- */

static void
test_bundled (gconstpointer data)
{
  const char *language = data;
  g_autoptr (TalksReading) reading = load_bundled ();
  GPtrArray *tours = talks_document_get_records (reading->document, TALKS_RECORD_TOUR);

  for (guint i = 0; i < tours->len; i++)
    {
      g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (g_ptr_array_index (tours, i));

      check_lesson (reading->document, lesson, language, 4, TRUE);
    }
}

static void
assert_said (char       **texts,
             const char  *text)
{
  if (text != NULL && !g_strv_contains ((const char * const *) texts, text))
    g_error ("nobody says “%s”", text);
}

static gboolean
is_shown (TalksStage *stage,
          const char *text)
{
  guint n;
  const TalksStageText *texts = talks_stage_get_texts (stage, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (texts[i].text, text))
      return TRUE;
  return FALSE;
}

/* What is said of a step is what the document says, in its words. */
static void
check_words (TalksDocument *document,
             TalksLesson   *lesson,
             guint          step,
             const char    *language)
{
  const TalksTourStep *record = talks_lesson_get_step (lesson, step);
  TalksEvent *event = talks_lesson_get_event (lesson, document, step);
  GPtrArray *stated = talks_document_get_positions_at (document, record->event);
  TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;
  g_autoptr (TalksStage) stage = NULL;
  g_autoptr (TalksStage) hidden = NULL;
  g_auto (GStrv) texts = NULL;
  g_auto (GStrv) kept = NULL;

  options.language = language;
  stage = make_stage (document, lesson, step, &options);
  options.hide_outcomes = TRUE;
  hidden = make_stage (document, lesson, step, &options);
  texts = talks_stage_list_texts (stage);
  kept = talks_stage_list_texts (hidden);

  assert_said (texts, talks_text_get (record->title, language));
  assert_said (texts, talks_text_get (record->text, language));
  g_assert_true (is_shown (stage, talks_text_get (record->title, language)));
  g_assert_true (is_shown (stage, talks_text_get (record->text, language)));
  if (talks_lesson_step_shows (lesson, step, "outcome"))
    {
      const char *outcome = talks_text_get (event->outcome, language);

      assert_said (texts, outcome);
      g_assert_true (is_shown (stage, outcome));
      g_assert_false (g_strv_contains ((const char * const *) kept, outcome));
      g_assert_false (is_shown (hidden, outcome));
    }
  else
    g_assert_cmpuint (g_strv_length (kept), ==, g_strv_length (texts));
  if (!talks_lesson_step_shows (lesson, step, "positions"))
    return;
  for (guint i = 0; stated != NULL && i < stated->len; i++)
    {
      const TalksPosition *position = g_ptr_array_index (stated, i);
      const TalksParty *party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, position->party);
      g_autofree char *heading = g_strdup_printf ("%s states", talks_text_get (party->short_name, language));

      assert_said (texts, heading);
    }
}

static void
test_words (void)
{
  static const char * const languages[] = { "en", "uk" };
  g_autoptr (TalksReading) reading = load_bundled ();
  GPtrArray *tours = talks_document_get_records (reading->document, TALKS_RECORD_TOUR);

  for (size_t l = 0; l < G_N_ELEMENTS (languages); l++)
    for (guint i = 0; i < tours->len; i++)
      {
        g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (g_ptr_array_index (tours, i));

        for (guint step = 0; step < talks_lesson_get_n_steps (lesson); step++)
          check_words (reading->document, lesson, step, languages[l]);
      }
}

static void
test_head (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  TalksTour *tour = talks_document_lookup_kind (reading->document, TALKS_RECORD_TOUR, "tour-silence-to-istanbul");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);
  TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;
  g_autoptr (TalksStage) stage = make_stage (reading->document, lesson, 11, &options);
  g_auto (GStrv) texts = talks_stage_list_texts (stage);

  g_assert_cmpstr (texts[0], ==, "Step 12 of 14 · From silence to Istanbul");
  g_assert_cmpstr (texts[1], ==, "16 May 2025");
  g_assert_cmpstr (texts[3], ==,
                   "Dolmabahçe Presidential Office, Istanbul · chaired by Hakan Fidan · 1 hour 45 minutes");
  g_assert_nonnull (strstr (texts[5], "led by Rustem Umerov"));
  g_assert_nonnull (strstr (texts[5], "led by Vladimir Medinsky"));
  assert_said (texts, "Ukraine states");
  assert_said (texts, "Russia states");
}

/* ---- one shape, one layout ---- */

static void
test_same_at_each_size (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  TalksTour *tour = talks_document_lookup_kind (reading->document, TALKS_RECORD_TOUR, "tour-silence-to-istanbul");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);

  for (guint step = 0; step < talks_lesson_get_n_steps (lesson); step++)
    {
      TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;
      g_autoptr (TalksStage) large = make_stage (reading->document, lesson, step, &options);
      g_autoptr (TalksStage) small = NULL;
      const TalksStageText *a;
      const TalksStageText *b;
      guint n_a;
      guint n_b;

      options.width /= 5;
      options.height /= 5;
      small = make_stage (reading->document, lesson, step, &options);
      a = talks_stage_get_texts (large, &n_a);
      b = talks_stage_get_texts (small, &n_b);
      g_assert_cmpuint (n_a, ==, n_b);
      for (guint i = 0; i < n_a; i++)
        {
          g_assert_cmpstr (a[i].text, ==, b[i].text);
          g_assert_cmpfloat_with_epsilon (a[i].box.x, 5 * b[i].box.x, 0.01);
          g_assert_cmpfloat_with_epsilon (a[i].box.y, 5 * b[i].box.y, 0.01);
          g_assert_cmpfloat_with_epsilon (a[i].box.width, 5 * b[i].box.width, 0.01);
        }
      g_assert_cmpfloat_with_epsilon (talks_stage_step_x (large, step), 5 * talks_stage_step_x (small, step), 0.01);
    }
}

/* Nothing moves when the class is told how it ended. */
static void
test_telling_moves_nothing (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  TalksTour *tour = talks_document_lookup_kind (reading->document, TALKS_RECORD_TOUR, "tour-ceasefire");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);

  for (guint step = 0; step < talks_lesson_get_n_steps (lesson); step++)
    {
      TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;
      g_autoptr (TalksStage) told = make_stage (reading->document, lesson, step, &options);
      g_autoptr (TalksStage) hidden = NULL;

      options.hide_outcomes = TRUE;
      hidden = make_stage (reading->document, lesson, step, &options);
      g_assert_cmpuint (told->panels->len, ==, hidden->panels->len);
      for (guint i = 0; i < told->panels->len; i++)
        g_assert_cmpmem (&g_array_index (told->panels, StagePanel, i).box, sizeof (TalksRect),
                         &g_array_index (hidden->panels, StagePanel, i).box, sizeof (TalksRect));
    }
}

/* ---- positions ---- */

static void
add_position (TalksDocument *document,
              const char    *id,
              const char    *party,
              const char    *topic,
              const char    *date,
              const char    *event)
{
  TalksPosition *position = talks_test_position_new (id, party, topic, date);

  position->event = g_strdup (event);
  talks_test_add (document, position);
}

/* Two sides, a mediator and two meetings; positions before, at and after the second. */
static TalksDocument *
make_document (void)
{
  TalksDocument *document = talks_document_new ();

  talks_test_add (document, talks_test_topic_new ("truce"));
  talks_test_add (document, talks_test_topic_new ("borders"));
  talks_test_add (document, talks_test_party_new ("middle", "mediator"));
  talks_test_add (document, talks_test_party_new ("north", "north"));
  talks_test_add (document, talks_test_party_new ("south", "south"));
  talks_test_add (document, talks_test_event_new ("one", "talks", "2022-03-01"));
  talks_test_add (document, talks_test_event_new ("two", "talks", "2022-04-01/2022-04-03"));
  add_position (document, "n1", "north", "truce", "2022-02-01", NULL);
  add_position (document, "n2", "north", "truce", "2022-03-20", NULL);
  add_position (document, "n3", "north", "truce", "2022-05-01", NULL);
  add_position (document, "m1", "middle", "truce", "2022-02-01", NULL);
  add_position (document, "s1", "south", "borders", "2022-04-02", "two");
  add_position (document, "s2", "south", "truce", "2022-04-02", "two");
  return document;
}

static TalksLesson *
make_lesson (TalksDocument *document,
             const char    *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  g_autoptr (TalksText) title = talks_text_new_plain ("Lesson");

  return talks_lesson_new_from_ids (document, title, (const char * const *) list);
}

/* The cards of a step: "north+:n2 south:s2,s1"; a plus for what was stated before. */
static char *
list_cards (TalksDocument *document,
            TalksLesson   *lesson,
            guint          step)
{
  TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;
  g_autoptr (TalksStage) stage = make_stage (document, lesson, step, &options);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < stage->content.cards->len; i++)
    {
      const StageCard *card = g_ptr_array_index (stage->content.cards, i);

      g_string_append_printf (words, "%s%s%s", i > 0 ? " " : "",
                              card->party != NULL ? card->party->record.id : "outcome",
                              card->since != NULL ? "+" : "");
      for (guint j = 0; j < card->lines->len; j++)
        g_string_append_printf (words, "%c%s", j == 0 ? ':' : ',', (char *) g_ptr_array_index (card->lines, j));
    }
  return g_string_free (words, FALSE);
}

static void
test_positions (void)
{
  static const struct
  {
    const char *lesson;
    guint       step;
    const char *cards;
  } cases[] = {
    /* Nothing stated there: what the sides said last, never what they will say. */
    { "one", 0, "north+:n1" },
    /* The event is about both; the first topic of the document comes first, and decides for the north. */
    { "two", 0, "north+:n2 south:s2,s1" },
    { "one two", 1, "north+:n2 south:s2,s1" },
  };
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksLesson) lesson = make_lesson (document, cases[i].lesson);
      g_autofree char *cards = list_cards (document, lesson, cases[i].step);

      g_assert_cmpstr (cards, ==, cases[i].cards);
    }
}

/* A lesson on one topic compares on it, also where another one stands first in the document. */
static void
test_topic_of_lesson (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksLesson) lesson = NULL;
  g_autofree char *cards = NULL;

  add_position (document, "n4", "north", "borders", "2022-03-01", "one");
  lesson = make_lesson (document, "one two");
  cards = list_cards (document, lesson, 1);
  g_assert_cmpstr (cards, ==, "north+:n4 south:s1,s2");
}

/* Stated on the day, though at another place, is not stated before. */
static void
test_same_day (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksLesson) lesson = NULL;
  g_autofree char *cards = NULL;

  add_position (document, "n4", "north", "truce", "2022-04-01", NULL);
  lesson = make_lesson (document, "two");
  cards = list_cards (document, lesson, 0);
  g_assert_cmpstr (cards, ==, "north:n4 south:s2,s1");
}

/* ---- what no document should hold, and some do ---- */

static char *
repeat (const char *text,
        guint       n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

static void
set_text (TalksText  **text,
          const char  *value)
{
  g_clear_pointer (text, talks_text_unref);
  *text = talks_text_new_plain (value);
}

/* Ten parties, forty people at the table and long texts everywhere. */
static TalksDocument *
make_monster (const char *word)
{
  TalksDocument *document = talks_document_new ();
  TalksEvent *event = talks_test_event_new ("event", "talks", "2022-03-01?/2022-04~");
  g_autofree char *line = repeat (word, 200 / (guint) g_utf8_strlen (word, -1) + 1);
  g_autofree char *page = repeat (word, 5000 / (guint) g_utf8_strlen (word, -1) + 1);

  talks_test_add (document, talks_test_topic_new ("truce"));
  set_text (&event->title, line);
  set_text (&event->label, line);
  set_text (&event->summary, page);
  set_text (&event->outcome, page);
  event->certainty = TALKS_CERTAINTY_DISPUTED;
  event->place = g_new0 (TalksPlace, 1);
  event->place->name = talks_text_new_plain (line);
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("party-%d", i);
      TalksParty *party = talks_test_party_new (id, i < 2 ? id : i < 5 ? "mediator" : "other");

      party->mark = (TalksMark) (i % TALKS_N_MARKS);
      set_text (&party->short_name, i % 2 == 0 ? line : id);
      talks_test_add (document, party);
      for (int j = 0; j < 4; j++)
        {
          g_autofree char *who = g_strdup_printf ("person-%d-%d", i, j);

          talks_test_add (document, talks_test_participant_new (who, id));
          talks_test_attend (event, who,
                             j == 0 && i < 2 ? "head of delegation" : i == 2 ? "chair" : "delegate",
                             (TalksPresence) ((i + j) % 4));
        }
    }
  talks_test_add (document, event);
  for (int i = 0; i < 10; i++)
    for (int j = 0; j < 4; j++)
      {
        g_autofree char *id = g_strdup_printf ("position-%d-%d", i, j);
        g_autofree char *party = g_strdup_printf ("party-%d", i);
        TalksPosition *position = talks_test_position_new (id, party, "truce", "2022-03-01");

        position->event = g_strdup ("event");
        set_text (&position->label, j == 0 ? line : id);
        talks_test_add (document, position);
      }
  return document;
}

static void
test_monsters (void)
{
  static const char * const words[] = { "word and more ", "W", "Їжак ", "سلام ", "漢字", "\342\200\256txet ", "a\n\n\t" };

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (TalksDocument) document = make_monster (words[i]);
      g_autofree char *line = repeat (words[i], 20);
      g_autoptr (TalksText) title = talks_text_new_plain (line);
      const char * const ids[] = { "event", "event", NULL };
      g_autoptr (TalksLesson) lesson = talks_lesson_new_from_ids (document, title, ids);

      check_lesson (document, lesson, NULL, 2, FALSE);
    }
}

static TalksTourStep *
add_step (TalksTour  *tour,
          const char *event,
          const char *show)
{
  TalksTourStep *step = g_new0 (TalksTourStep, 1);

  step->event = g_strdup (event);
  step->show = g_strsplit (show, " ", -1);
  g_ptr_array_add (tour->steps, step);
  return step;
}

/* Steps that leave out one thing or all. */
static void
test_bare_steps (void)
{
  static const char * const shows[] = { "", "table", "positions", "outcome", "attendance outcome", "nonsense" };
  g_autoptr (TalksDocument) document = make_monster ("word ");
  g_autoptr (TalksTour) tour = talks_record_new (TALKS_RECORD_TOUR, "tour");
  g_autoptr (TalksLesson) lesson = NULL;

  tour->title = talks_text_new_plain ("Tour");
  for (size_t i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      add_step (tour, "event", shows[i]);
      add_step (tour, "gone", shows[i]);
      add_step (tour, NULL, shows[i])->span = talks_test_date ("2022");
      add_step (tour, "event", shows[i])->text = talks_text_new_plain ("A few words.");
      add_step (tour, NULL, shows[i])->text = talks_text_new_plain ("A few words.");
    }
  lesson = talks_lesson_new_from_tour (tour);
  check_lesson (document, lesson, NULL, 2, FALSE);
}

/* ---- the small timeline ---- */

static TalksStage *
make_track (const char * const *dates,
            guint               n)
{
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksTour) tour = talks_record_new (TALKS_RECORD_TOUR, "tour");
  g_autoptr (TalksLesson) lesson = NULL;
  TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;

  tour->title = talks_text_new_plain ("Tour");
  for (guint i = 0; i < n; i++)
    {
      TalksTourStep *step = add_step (tour, NULL, "");

      step->span = dates[i] != NULL ? talks_test_date (dates[i]) : NULL;
    }
  lesson = talks_lesson_new_from_tour (tour);
  return make_stage (document, lesson, 0, &options);
}

static void
test_track (void)
{
  static const char * const dates[] = { "2022-02-24", "2022-02-25", "2022-03-10", "2025-05-11", "2025-05-16" };
  g_autoptr (TalksStage) stage = make_track (dates, G_N_ELEMENTS (dates));
  double first = talks_stage_step_x (stage, 0);
  double last = talks_stage_step_x (stage, 4);

  g_assert_cmpfloat (first, >, 0);
  g_assert_cmpfloat (last, <, 1600);
  g_assert_cmpfloat (last - first, >, 1000);
  for (int i = 1; i < 5; i++)
    {
      double before = talks_stage_step_x (stage, i - 1);
      double here = talks_stage_step_x (stage, i);

      /* In order, and apart. */
      g_assert_cmpfloat (here - before, >, 20);
      g_assert_cmpfloat_with_epsilon (talks_stage_step_x (stage, i - 0.5), (here + before) / 2, 0.01);
      g_assert_cmpint (talks_stage_pick_step (stage, here + 3, 968 * 900 / 1080.0), ==, i);
      g_assert_cmpint (talks_stage_pick_step (stage, here, 400), ==, -1);
    }
  /* Three years in which nothing is shown take less room than two months in which something is. */
  g_assert_cmpfloat (talks_stage_step_x (stage, 3) - talks_stage_step_x (stage, 2), <,
                     talks_stage_step_x (stage, 2) - talks_stage_step_x (stage, 1));
  g_assert_cmpfloat (talks_stage_step_x (stage, -3), ==, first);
  g_assert_cmpfloat (talks_stage_step_x (stage, 77), ==, last);
}

static void
test_track_order (void)
{
  static const char * const backwards[] = { "2025", "2022-03-01", "2022-02-01" };
  static const char * const undated[] = { NULL, "2022-03-01", NULL, "../2022-03-20", "2022-03-30/.." };
  static const char * const one_day[] = { "2022-03-01", "2022-03-01", "2022-03-01" };
  g_autoptr (TalksStage) stage = make_track (backwards, 3);
  g_autoptr (TalksStage) other = make_track (undated, 5);
  g_autoptr (TalksStage) same = make_track (one_day, 3);
  g_autoptr (TalksStage) one = make_track (one_day, 1);
  g_autoptr (TalksStage) none = make_track (undated, 1);

  g_assert_cmpfloat (talks_stage_step_x (stage, 0), >, talks_stage_step_x (stage, 1));
  g_assert_cmpfloat (talks_stage_step_x (stage, 1), >, talks_stage_step_x (stage, 2));
  for (int i = 1; i < 5; i++)
    g_assert_cmpfloat (talks_stage_step_x (other, i - 1), <, talks_stage_step_x (other, i));
  for (int i = 1; i < 3; i++)
    g_assert_cmpfloat (talks_stage_step_x (same, i - 1), <, talks_stage_step_x (same, i));
  g_assert_cmpfloat_with_epsilon (talks_stage_step_x (one, 0), 800, 1);
  g_assert_cmpfloat_with_epsilon (talks_stage_step_x (none, 0), 800, 1);
}

/* Many steps stay within the line, in order. */
static void
test_track_crowded (void)
{
  const guint n = 3000;
  g_autofree char **dates = g_new0 (char *, n);
  g_autoptr (TalksStage) stage = NULL;

  for (guint i = 0; i < n; i++)
    dates[i] = (char *) (i % 2 == 0 ? "2022-03-01" : "2022-05-01");
  stage = make_track ((const char * const *) dates, n);
  for (guint i = 2; i < n; i++)
    {
      g_assert_cmpfloat (talks_stage_step_x (stage, i), >=, talks_stage_step_x (stage, i - 2));
      g_assert_cmpfloat (talks_stage_step_x (stage, i), <=, 1600);
    }
}

/* ---- drawing ---- */

static cairo_surface_t *
draw (TalksStage *stage,
      int         width,
      int         height,
      double      position)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  talks_stage_draw (stage, cr, position);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The first and the last row in which two pictures differ; FALSE: none. */
static gboolean
find_difference (cairo_surface_t *a,
                 cairo_surface_t *b,
                 int             *first,
                 int             *last)
{
  int stride = cairo_image_surface_get_stride (a);

  *first = -1;
  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    if (memcmp (cairo_image_surface_get_data (a) + (size_t) y * (size_t) stride,
                cairo_image_surface_get_data (b) + (size_t) y * (size_t) stride, (size_t) stride) != 0)
      {
        if (*first < 0)
          *first = y;
        *last = y;
      }
  return *first >= 0;
}

static void
test_draw (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  TalksTour *tour = talks_document_lookup_kind (reading->document, TALKS_RECORD_TOUR, "tour-ceasefire");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);
  TalksStageOptions options = TALKS_STAGE_OPTIONS_INIT;
  g_autoptr (TalksStage) stage = make_stage (reading->document, lesson, 4, &options);
  cairo_surface_t *rest = draw (stage, 1600, 900, 4);
  cairo_surface_t *again = draw (stage, 1600, 900, 4);
  cairo_surface_t *gliding = draw (stage, 1600, 900, 3.5);
  int first;
  int last;

  g_assert_false (find_difference (rest, again, &first, &last));
  /* Only the small timeline moves. */
  g_assert_true (find_difference (rest, gliding, &first, &last));
  g_assert_cmpint (first, >, 900 * 0.85);
  g_assert_cmpint (last, <, 900);
  cairo_surface_destroy (rest);
  cairo_surface_destroy (again);
  cairo_surface_destroy (gliding);
}

/* On paper letters stay letters: a page is a few kilobytes, no picture of itself. */
static void
test_draw_pdf (void)
{
  g_autoptr (TalksReading) reading = load_bundled ();
  TalksTour *tour = talks_document_lookup_kind (reading->document, TALKS_RECORD_TOUR, "tour-ceasefire");
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_tour (tour);
  TalksStageOptions options = { 842, 474, TALKS_THEME_LIGHT, 1, FALSE, NULL };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (talks_export_write, bytes, 842, 474);
  cairo_t *cr = cairo_create (surface);

  for (guint step = 0; step < talks_lesson_get_n_steps (lesson); step++)
    {
      g_autoptr (TalksStage) stage = make_stage (reading->document, lesson, step, &options);

      talks_stage_draw (stage, cr, step);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (bytes->len, >, 10000);
  g_assert_cmpuint (bytes->len, <, 400000);
}

/* Every theme and every kind of step can be drawn anywhere between two steps. */
static void
test_draw_all (void)
{
  g_autoptr (TalksDocument) document = make_monster ("word and more ");
  g_autoptr (TalksText) title = talks_text_new_plain ("Lesson");
  const char * const ids[] = { "event", "event", NULL };
  g_autoptr (TalksLesson) lesson = talks_lesson_new_from_ids (document, title, ids);

  for (int theme = 0; theme < TALKS_N_THEMES; theme++)
    for (double position = -0.5; position < 2; position += 0.5)
      {
        TalksStageOptions options = { 400, 300, (TalksTheme) theme, 1, TRUE, "de-CH,en" };
        g_autoptr (TalksStage) stage = make_stage (document, lesson, 1, &options);

        cairo_surface_destroy (draw (stage, 400, 300, position));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/stage/bundled/en", "en", test_bundled);
  g_test_add_data_func ("/stage/bundled/uk", "uk", test_bundled);
  g_test_add_func ("/stage/words", test_words);
  g_test_add_func ("/stage/head", test_head);
  g_test_add_func ("/stage/same-at-each-size", test_same_at_each_size);
  g_test_add_func ("/stage/telling-moves-nothing", test_telling_moves_nothing);
  g_test_add_func ("/stage/positions", test_positions);
  g_test_add_func ("/stage/topic-of-lesson", test_topic_of_lesson);
  g_test_add_func ("/stage/same-day", test_same_day);
  g_test_add_func ("/stage/monsters", test_monsters);
  g_test_add_func ("/stage/bare-steps", test_bare_steps);
  g_test_add_func ("/stage/track", test_track);
  g_test_add_func ("/stage/track-order", test_track_order);
  g_test_add_func ("/stage/track-crowded", test_track_crowded);
  g_test_add_func ("/stage/draw", test_draw);
  g_test_add_func ("/stage/draw-pdf", test_draw_pdf);
  g_test_add_func ("/stage/draw-all", test_draw_all);
  return g_test_run ();
}
