/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-table-plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "talks-file.h"
#include "talks-test-support.h"

/* ---- a document with two sides, a mediator and two others ---- */

static TalksDocument *
make_document (void)
{
  static const struct
  {
    const char *id;
    const char *side;
    const char *color;
    TalksMark   mark;
  } parties[] = {
    { "red", "red", "#c01c28", TALKS_MARK_DIAMOND },    { "blue", "blue", "#1f63d0", TALKS_MARK_CIRCLE },
    { "green", "mediator", "#0f7f6f", TALKS_MARK_STAR }, { "grey", "other", "#5e5c64", TALKS_MARK_CROSS },
    { "brown", "other", "#94540f", TALKS_MARK_SQUARE },
  };
  TalksDocument *document = talks_document_new ();

  for (size_t i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      TalksParty *party = talks_test_party_new (parties[i].id, parties[i].side);

      g_free (party->color);
      party->color = g_strdup (parties[i].color);
      party->mark = parties[i].mark;
      talks_test_add (document, party);
      for (int n = 1; n <= 40; n++)
        {
          g_autofree char *id = g_strdup_printf ("%s-%d", parties[i].id, n);

          talks_test_add (document, talks_test_participant_new (id, parties[i].id));
        }
    }
  return document;
}

/* attendance: "red-1 head of delegation present; blue-1 delegate absent": the first word is a
 * participant, the last one a presence. */
static TalksEvent *
add_event (TalksDocument *document,
           const char    *id,
           const char    *attendance)
{
  TalksEvent *event = talks_test_event_new (id, "talks", "2022-03-01");
  g_auto (GStrv) entries = g_strsplit (attendance, "; ", -1);

  for (char **entry = entries; *entry != NULL; entry++)
    {
      const char *first = strchr (*entry, ' ');
      const char *last = strrchr (*entry, ' ');
      g_autofree char *who = g_strndup (*entry, (size_t) (first - *entry));
      g_autofree char *role = last > first ? g_strndup (first + 1, (size_t) (last - first - 1)) : NULL;
      TalksPresence presence = TALKS_PRESENCE_PRESENT;

      g_assert_true (talks_presence_from_name (last + 1, &presence));
      talks_test_attend (event, who, role, presence);
    }
  return (TalksEvent *) talks_test_add (document, event);
}

static TalksTablePlan *
make_plan_for_em (TalksDocument *document,
                  const char    *attendance,
                  double         width,
                  double         em)
{
  static int n;
  g_autofree char *id = g_strdup_printf ("event-%d", n++);

  return talks_table_plan_new_for_em (document, add_event (document, id, attendance), "en", width, em);
}

static TalksTablePlan *
make_plan (TalksDocument *document,
           const char    *attendance,
           double         width)
{
  return make_plan_for_em (document, attendance, width, TALKS_TABLE_PLAN_EM);
}

static const TalksSeat *
find_seat (TalksTablePlan *plan,
           const char     *id)
{
  guint n;
  const TalksSeat *seats = talks_table_plan_get_seats (plan, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (seats[i].participant->record.id, id))
      return &seats[i];
  g_error ("%s has no seat", id);
}

/* ---- initials ---- */

static void
test_initials (void)
{
  static const char * const cases[][2] = {
    { "Rustem Umerov", "RU" },
    { "Recep Tayyip Erdoğan", "RE" },
    { "İbrahim Kalın", "İK" },
    { "ibrahim kalın", "IK" },
    { "Рустем Умєров", "РУ" },
    { "Юлія Свириденко", "ЮС" },
    { "Йосип Їжак", "ЙЇ" },
    { "Jean-Noël Barrot", "JB" },
    { "Faisal bin Farhan Al Saud", "FS" },
    { "Pelé", "P" },
    { "António", "A" },
    { "  Éva   Őri ", "ÉŐ" },
    { "E\xcc\x81va O\xcc\x8bri", "ÉŐ" },
    { "M\xcc\x84\xcc\xa3ia Q\xcc\x88u", "Ṃ\xcc\x84Q\xcc\x88" },
    { "(acting) “Volodymyr” Z.", "AZ" },
    { "Anna –", "A" },
    { "гиорги მარგველაშვილი", "Гმ" },
    { "王毅", "王" },
    { "–", "" },
    { "", "" },
    { "\xff", "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = talks_initials (cases[i][0]);

      g_assert_cmpstr (initials, ==, cases[i][1]);
    }
}

/* ---- when there is a plan ---- */

static void
test_meetings (void)
{
  static const struct
  {
    const char *attendance;
    gboolean    plan;
  } cases[] = {
    { "red-1 delegate present; blue-1 delegate present", TRUE },
    { "red-1 present; blue-1 present", TRUE },
    { "red-1 delegate unclear; blue-1 delegate unclear", TRUE },
    { "red-1 interlocutor remote; green-1 mediator remote", TRUE },
    { "red-1 host present; green-1 mediator present", TRUE },
    { "red-1 astrologer present; blue-1 cook present", TRUE },
    { "red-1 delegate present", FALSE },
    { "red-1 delegate present; red-2 delegate present", FALSE },
    { "red-1 delegate present; blue-1 delegate absent", FALSE },
    { "red-1 delegate present; blue-1 mentioned present", FALSE },
    { "red-1 delegate present; blue-1 interpreter present", FALSE },
    { "red-1 speaker present; blue-1 respondent present", FALSE },
    { "red-1 author present; blue-1 delegate present", FALSE },
    { "green-1 mediator present; grey-1 mediator present", FALSE },
    { "red-1 speaker present; green-1 mediator remote; grey-1 mediator remote", FALSE },
    { "red-1 host present; blue-1 host present; green-1 mediator present", FALSE },
    { "red-1 host present; red-2 host present; blue-1 delegate present", TRUE },
    { "red-1 delegate present; nobody delegate present", FALSE },
  };
  g_autoptr (TalksDocument) document = make_document ();
  TalksEvent *event;

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksTablePlan) plan = make_plan (document, cases[i].attendance, 340);

      g_test_message ("%s", cases[i].attendance);
      g_assert_true ((plan != NULL) == cases[i].plan);
    }

  event = talks_test_event_new ("apart", "talks", "2022-03-01");
  event->format = g_strdup ("in person, separate signings");
  talks_test_attend (event, "red-1", "signatory", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "blue-1", "signatory", TALKS_PRESENCE_PRESENT);
  g_assert_null (talks_table_plan_new (document, (TalksEvent *) talks_test_add (document, event), "en", 340));
}

/* ---- who sits where ---- */

static void
test_places (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTablePlan) plan = make_plan (
    document,
    "green-1 chair present; green-2 delegate present; blue-2 delegate present; blue-3 delegate present; "
    "blue-1 head of delegation present; red-2 delegate present; red-1 head of delegation present; "
    "red-3 delegate present; grey-1 observer present; blue-9 interlocutor absent; red-9 interlocutor absent; "
    "red-8 interpreter present; blue-8 mentioned present",
    340);
  double middle = find_seat (plan, "green-1")->y / 2 + find_seat (plan, "green-2")->y / 2;
  guint n;

  talks_table_plan_get_seats (plan, &n);
  g_assert_cmpuint (n, ==, 11);

  /* Red is the first side of the document. */
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *red = g_strdup_printf ("red-%d", i);
      g_autofree char *blue = g_strdup_printf ("blue-%d", i);

      g_assert_cmpfloat (find_seat (plan, red)->y, <, middle - 36);
      g_assert_cmpfloat (find_seat (plan, blue)->y, >, middle + 36);
    }

  /* Heads in the middle of their side, the others by their order. */
  g_assert_cmpfloat (find_seat (plan, "red-2")->x, <, find_seat (plan, "red-1")->x);
  g_assert_cmpfloat (find_seat (plan, "red-1")->x, <, find_seat (plan, "red-3")->x);
  g_assert_cmpfloat (find_seat (plan, "blue-2")->x, <, find_seat (plan, "blue-1")->x);
  g_assert_cmpfloat (find_seat (plan, "blue-1")->x, <, find_seat (plan, "blue-3")->x);
  g_assert_cmpfloat (find_seat (plan, "red-1")->x, ==, find_seat (plan, "blue-1")->x);

  /* The chair with company at the left, an observer at the right, the absent beyond. */
  g_assert_cmpfloat (find_seat (plan, "green-1")->x, <, find_seat (plan, "red-2")->x);
  g_assert_cmpfloat (find_seat (plan, "green-1")->y, <, find_seat (plan, "green-2")->y);
  g_assert_cmpfloat (find_seat (plan, "grey-1")->x, >, find_seat (plan, "red-3")->x);
  g_assert_cmpfloat (find_seat (plan, "red-9")->x, >, find_seat (plan, "grey-1")->x);
  g_assert_cmpfloat (find_seat (plan, "red-9")->y, <, find_seat (plan, "blue-9")->y);
}

/* Who faces whom where there are not two sides. */
static void
test_facing (void)
{
  static const struct
  {
    const char *attendance;
    const char *top;
    const char *bottom;
    const char *left;  /* NULL: nobody */
    const char *right; /* NULL: nobody */
  } cases[] = {
    { "green-1 mediator present; blue-1 delegate present", "blue-1", "green-1", NULL, NULL },
    { "grey-1 delegate present; brown-1 delegate present; brown-2 delegate present; blue-1 delegate present",
      "blue-1", "brown-1", NULL, "grey-1" },
    { "brown-1 delegate present; grey-1 delegate present", "grey-1", "brown-1", NULL, NULL },
    { "green-1 chair present; brown-1 delegate present; grey-1 delegate present", "grey-1", "brown-1",
      "green-1", NULL },
    { "blue-1 delegate present; grey-1 host present; brown-1 delegate present", "blue-1", "brown-1", "grey-1",
      NULL },
    { "blue-1 delegate present; grey-1 delegate remote; brown-1 delegate present", "blue-1", "brown-1", NULL,
      "grey-1" },
    { "blue-1 host present; red-1 delegate present; green-1 mediator present", "red-1", "blue-1", "green-1",
      NULL },
  };
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksTablePlan) plan = make_plan (document, cases[i].attendance, 340);
      const TalksSeat *top = find_seat (plan, cases[i].top);
      const TalksSeat *bottom = find_seat (plan, cases[i].bottom);

      g_test_message ("%s", cases[i].attendance);
      g_assert_cmpfloat (top->y, <, bottom->y - 72);
      if (cases[i].left != NULL)
        {
          const TalksSeat *left = find_seat (plan, cases[i].left);

          g_assert_cmpfloat (left->x, <, top->x - 30);
          g_assert_true (left->y > top->y && left->y < bottom->y);
        }
      if (cases[i].right != NULL)
        {
          const TalksSeat *right = find_seat (plan, cases[i].right);

          g_assert_cmpfloat (right->x, >, top->x + 30);
          g_assert_true (right->y > top->y && right->y < bottom->y);
        }
    }
}

/* ---- room ---- */

static void
append_people (GString    *attendance,
               const char *party,
               int         n,
               const char *role,
               const char *presence)
{
  for (int i = 1; i <= n; i++)
    g_string_append_printf (attendance, "%s%s-%d %s %s", attendance->len > 0 ? "; " : "", party, i,
                            i == 1 && g_str_equal (role, "delegate") ? "head of delegation" : role, presence);
}

static void
check_room (TalksTablePlan *plan,
            double          width,
            double          em)
{
  guint n;
  const TalksSeat *seats = talks_table_plan_get_seats (plan, &n);
  double height = talks_table_plan_get_height (plan);

  for (guint i = 0; i < n; i++)
    {
      const TalksSeat *seat = &seats[i];

      /* The larger the words, the less is left for the circles. */
      g_assert_cmpfloat (seat->radius, >=, (width < 250 ? 5 : 7) * MIN (1, sqrt (TALKS_TABLE_PLAN_EM / em)));
      g_assert_cmpfloat (seat->x - seat->radius, >=, 0);
      g_assert_cmpfloat (seat->x + seat->radius, <=, width);
      g_assert_cmpfloat (seat->y - seat->radius, >=, 0);
      g_assert_cmpfloat (seat->y + seat->radius, <=, height);
      g_assert_true (talks_table_plan_pick (plan, seat->x, seat->y) == seat);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (hypot (seat->x - seats[j].x, seat->y - seats[j].y), >=,
                           seat->radius + seats[j].radius);
    }
  g_assert_null (talks_table_plan_pick (plan, -50, -50));
  g_assert_null (talks_table_plan_pick (plan, width / 2, height + 60));
}

/* Nobody sits on anybody, whoever comes and however narrow the panel is. */
static void
test_room (void)
{
  static const double widths[] = { 200, 260, 340, 420, 900 };
  static const double ems[] = { TALKS_TABLE_PLAN_EM, 10, 20, 30, 100 };
  static const int sizes[][5] = {
    { 1, 1, 0, 0, 0 },  { 4, 4, 1, 0, 2 },   { 12, 8, 2, 0, 4 },  { 16, 16, 0, 0, 0 }, { 16, 16, 3, 3, 3 },
    { 17, 5, 1, 1, 1 }, { 40, 40, 9, 20, 9 }, { 1, 1, 9, 20, 30 }, { 5, 7, 4, 0, 0 },   { 9, 2, 0, 7, 1 },
    { 14, 14, 1, 0, 2 },
  };
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t w = 0; w < G_N_ELEMENTS (widths); w++)
    for (size_t i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (GString) attendance = g_string_new (NULL);

        append_people (attendance, "red", sizes[i][0], "delegate", "present");
        append_people (attendance, "blue", sizes[i][1], "delegate", "present");
        append_people (attendance, "green", sizes[i][2], "mediator", "present");
        append_people (attendance, "grey", sizes[i][3], "observer", "unclear");
        append_people (attendance, "brown", sizes[i][4], "delegate", "absent");
        g_test_message ("%g: %s", widths[w], attendance->str);
        for (size_t e = 0; e < G_N_ELEMENTS (ems); e++)
          {
            g_autoptr (TalksTablePlan) plan = make_plan_for_em (document, attendance->str, widths[w], ems[e]);

            check_room (plan, widths[w], ems[e]);
          }
      }
}

/* How high the ink is in the upper left, where the name of a side stands. */
static int
measure_name (TalksTablePlan *plan,
              double          em)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 340, 80);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  TalksPaint paint = { .palette = talks_palette_get (TALKS_THEME_LIGHT), .context = context };
  int top = 80;
  int bottom = -1;

  talks_table_plan_draw (plan, cr, &paint, NULL);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) (30 * em / TALKS_TABLE_PLAN_EM); y++)
    for (int x = 30; x < 60; x++)
      if (((const uint32_t *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                               + y * cairo_image_surface_get_stride (surface)))[x] != 0)
        {
          top = MIN (top, y);
          bottom = y;
        }
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return bottom - top + 1;
}

/* A reader with a large font gets large words and the room for them. */
static void
test_em (void)
{
  static const char *attendance = "red-1 head of delegation present; blue-1 head of delegation present; "
                                  "green-1 mediator present";
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTablePlan) usual = make_plan (document, attendance, 340);
  g_autoptr (TalksTablePlan) same = make_plan_for_em (document, attendance, 340, 13.333);
  g_autoptr (TalksTablePlan) large = make_plan_for_em (document, attendance, 340, 20);
  int one;
  int two;

  g_assert_cmpfloat (talks_table_plan_get_height (usual), ==, talks_table_plan_get_height (same));
  g_assert_cmpfloat (talks_table_plan_get_height (large), >, talks_table_plan_get_height (usual));
  one = measure_name (usual, TALKS_TABLE_PLAN_EM);
  two = measure_name (large, 20);
  g_assert_cmpint (one, >, 5);
  g_assert_cmpfloat (two, >=, 1.3 * one);
}

/* Beyond sixteen a circle stands for the rest, and those with a task are not among them. */
static void
test_rest (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (GString) attendance = g_string_new (NULL);
  g_autoptr (TalksTablePlan) plan = NULL;
  guint n;

  append_people (attendance, "blue", 20, "cook", "unclear");
  g_string_append (attendance, "; blue-40 head of delegation present");
  append_people (attendance, "red", 1, "delegate", "present");
  plan = make_plan (document, attendance->str, 340);
  talks_table_plan_get_seats (plan, &n);
  g_assert_cmpuint (n, ==, 15 + 1);
  find_seat (plan, "blue-40");
  find_seat (plan, "blue-14");
}

static void
test_deterministic (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTablePlan) one = NULL;
  g_autoptr (TalksTablePlan) two = NULL;
  TalksEvent *event = add_event (document, "same",
                                 "red-1 delegate present; blue-1 delegate present; blue-2 delegate unclear; "
                                 "blue-3 delegate present; green-1 host present; red-4 delegate absent");
  const TalksSeat *seats[2];
  guint n[2];

  one = talks_table_plan_new (document, event, "en", 333);
  two = talks_table_plan_new (document, event, "uk", 333);
  seats[0] = talks_table_plan_get_seats (one, &n[0]);
  seats[1] = talks_table_plan_get_seats (two, &n[1]);
  g_assert_cmpmem (seats[0], n[0] * sizeof (TalksSeat), seats[1], n[1] * sizeof (TalksSeat));
  g_assert_cmpfloat (talks_table_plan_get_height (one), ==, talks_table_plan_get_height (two));
}

/* ---- words ---- */

static void
test_words (void)
{
  static const struct
  {
    const char *attendance;
    const char *words;
  } cases[] = {
    { "red-1 head of delegation present; red-2 delegate present; blue-1 delegate present; blue-2 delegate present",
      "Face to face: red with 2 people, led by red-1; blue with 2 people." },
    { "red-1 interlocutor remote; grey-1 interlocutor remote",
      "By remote link: red, represented by red-1; grey, represented by grey-1." },
    { "red-1 delegate present; blue-1 delegate unclear; green-1 chair present; grey-1 observer present; "
      "red-2 delegate absent",
      "Face to face: red, represented by red-1; blue, represented by blue-1. At the end of the table: green-1 "
      "(green, chair). Also there: grey-1 (grey). Absent: red-2 (red). For 1 person it is unclear whether they "
      "took part." },
  };
  g_autoptr (TalksDocument) document = make_document ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksTablePlan) plan = make_plan (document, cases[i].attendance, 340);
      g_autofree char *words = talks_table_plan_describe (plan);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* ---- the drawing ---- */

typedef struct
{
  cairo_surface_t *surface;
  PangoContext    *context;
  TalksPaint       paint;
} Canvas;

static void
canvas_init (Canvas         *canvas,
             TalksTablePlan *plan,
             TalksTheme      theme,
             const char     *selected)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans 10");
  int width = 400;
  int height = (int) ceil (talks_table_plan_get_height (plan));
  cairo_t *cr;

  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  canvas->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (canvas->context, font);
  pango_font_description_free (font);
  canvas->paint = (TalksPaint) { .palette = talks_palette_get (theme), .context = canvas->context };
  cr = cairo_create (canvas->surface);
  talks_table_plan_draw (plan, cr, &canvas->paint, selected);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (canvas->surface);
}

static void
canvas_clear (Canvas *canvas)
{
  cairo_surface_destroy (canvas->surface);
  g_object_unref (canvas->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Canvas, canvas_clear)

static guint32
pixel (const Canvas *canvas,
       double        x,
       double        y)
{
  const unsigned char *data = cairo_image_surface_get_data (canvas->surface);
  int stride = cairo_image_surface_get_stride (canvas->surface);
  guint32 value;

  memcpy (&value, data + (int) y * stride + (int) x * 4, sizeof value);
  return value;
}

static guint32
to_pixel (TalksColor color)
{
  return 0xff000000u | (guint32) round (color.red * 255) << 16 | (guint32) round (color.green * 255) << 8
         | (guint32) round (color.blue * 255);
}

static gboolean
is_near (guint32 a,
         guint32 b)
{
  for (int shift = 0; shift < 32; shift += 8)
    if (abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > 2)
      return FALSE;
  return TRUE;
}

/* How much of the circle of that radius around the seat, but for the quarter of the mark, has a
 * colour: 0 … 1. */
static double
count_ring (const Canvas    *canvas,
            const TalksSeat *seat,
            double           radius,
            guint32          color)
{
  int found = 0;
  int all = 0;

  for (int degree = 100; degree < 350; degree++)
    {
      double angle = degree * G_PI / 180;

      all++;
      found += is_near (pixel (canvas, seat->x + radius * cos (angle), seat->y + radius * sin (angle)), color);
    }
  return (double) found / all;
}

static void
test_drawing (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTablePlan) plan = make_plan (
    document,
    "red-1 head of delegation present; red-2 delegate present; blue-1 delegate remote; blue-2 delegate unclear; "
    "blue-3 delegate absent; grey-1 delegate present",
    340);

  for (TalksTheme theme = 0; theme < TALKS_N_THEMES; theme++)
    {
      const TalksPalette *palette = talks_palette_get (theme);
      guint32 red = to_pixel (talks_palette_party (palette, "#c01c28"));
      guint32 blue = to_pixel (talks_palette_party (palette, "#1f63d0"));
      g_auto (Canvas) canvas = { 0 };

      canvas_init (&canvas, plan, theme, "red-2");

      /* Present: a full disc. */
      g_assert_cmpfloat (count_ring (&canvas, find_seat (plan, "red-2"), 11.5, red), >, 0.95);
      /* By remote link: a closed ring around a light disc. */
      g_assert_cmpfloat (count_ring (&canvas, find_seat (plan, "blue-1"), 11.5, blue), ==, 0);
      g_assert_cmphex (pixel (&canvas, find_seat (plan, "blue-1")->x, find_seat (plan, "blue-1")->y - 11) >> 24,
                       >, 0);
      /* Absent: nothing inside. */
      g_assert_cmphex (pixel (&canvas, find_seat (plan, "blue-3")->x, find_seat (plan, "blue-3")->y - 11), ==, 0);
      /* A head has a second ring, others have not. */
      g_assert_cmpfloat (count_ring (&canvas, find_seat (plan, "red-1"), 16.6, red), >, 0.6);
      g_assert_cmpfloat (count_ring (&canvas, find_seat (plan, "red-2"), 16.6, red), ==, 0);
      /* The selected one has a ring in the accent colour. */
      g_assert_cmpfloat (count_ring (&canvas, find_seat (plan, "red-2"), 17.2, to_pixel (palette->accent)), >,
                         0.5);
      g_assert_cmpfloat (count_ring (&canvas, find_seat (plan, "grey-1"), 17.2, to_pixel (palette->accent)), ==,
                         0);
      /* Also where the presence is unclear: one closed ring around the dotted one. */
      canvas_clear (&canvas);
      canvas_init (&canvas, plan, theme, "blue-2");
      g_assert_cmpfloat (count_ring (&canvas, find_seat (plan, "blue-2"), 17.2, to_pixel (palette->accent)), >,
                         0.5);
      /* Behind it all nothing: it stands on whatever card there is. */
      g_assert_cmphex (pixel (&canvas, 1, 1), ==, 0);
    }
}

static gboolean
is_red (const TalksRecord *record,
        gpointer           data)
{
  return g_str_has_prefix (record->id, "red");
}

static void
test_dimming (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTablePlan) plan = make_plan (document, "red-1 delegate present; blue-1 delegate present", 340);
  const TalksPalette *palette = talks_palette_get (TALKS_THEME_LIGHT);
  g_auto (Canvas) canvas = { 0 };
  cairo_t *cr;

  canvas_init (&canvas, plan, TALKS_THEME_LIGHT, NULL);
  canvas.paint.is_lit = is_red;
  cr = cairo_create (canvas.surface);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  talks_table_plan_draw (plan, cr, &canvas.paint, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (canvas.surface);
  g_assert_cmpfloat (count_ring (&canvas, find_seat (plan, "red-1"), 11.5,
                                 to_pixel (talks_palette_party (palette, "#c01c28"))), >, 0.95);
  g_assert_cmphex (pixel (&canvas, find_seat (plan, "blue-1")->x, find_seat (plan, "blue-1")->y - 11.5) >> 24, <,
                   0x80);
  g_assert_cmphex (pixel (&canvas, find_seat (plan, "blue-1")->x, find_seat (plan, "blue-1")->y - 11.5) >> 24, >,
                   0x20);
}

/* ---- the bundled document ---- */

static void
test_document (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_getenv ("TALKS_TEST_DOCUMENT"));
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);
  GPtrArray *events;
  guint n_plans = 0;

  g_assert_no_error (error);
  events = talks_document_get_records (reading->document, TALKS_RECORD_EVENT);
  for (guint i = 0; i < events->len; i++)
    {
      TalksEvent *event = g_ptr_array_index (events, i);
      g_autoptr (TalksTablePlan) plan = talks_table_plan_new (reading->document, event, "en", 340);

      if (plan != NULL)
        {
          g_autofree char *words = talks_table_plan_describe (plan);
          g_auto (Canvas) canvas = { 0 };

          g_test_message ("%s: %s", event->record.id, words);
          g_assert_true (g_utf8_validate (words, -1, NULL));
          check_room (plan, 340, TALKS_TABLE_PLAN_EM);
          canvas_init (&canvas, plan, TALKS_THEME_DARK, NULL);
          n_plans++;
        }
    }
  g_assert_cmpuint (n_plans, >, 20);
}

/* The plan stays right when what it shows leaves the document. */
static void
test_keeps_records (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksTablePlan) plan = make_plan (document, "red-1 delegate present; blue-1 delegate present", 340);
  g_autofree char *words = NULL;

  talks_test_remove (document, "red-1");
  talks_test_remove (document, "red");
  words = talks_table_plan_describe (plan);
  g_assert_cmpstr (words, ==, "Face to face: red, represented by red-1; blue, represented by blue-1.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-plan/initials", test_initials);
  g_test_add_func ("/table-plan/meetings", test_meetings);
  g_test_add_func ("/table-plan/places", test_places);
  g_test_add_func ("/table-plan/facing", test_facing);
  g_test_add_func ("/table-plan/room", test_room);
  g_test_add_func ("/table-plan/em", test_em);
  g_test_add_func ("/table-plan/rest", test_rest);
  g_test_add_func ("/table-plan/deterministic", test_deterministic);
  g_test_add_func ("/table-plan/words", test_words);
  g_test_add_func ("/table-plan/drawing", test_drawing);
  g_test_add_func ("/table-plan/dimming", test_dimming);
  g_test_add_func ("/table-plan/document", test_document);
  g_test_add_func ("/table-plan/keeps-records", test_keeps_records);
  return g_test_run ();
}
