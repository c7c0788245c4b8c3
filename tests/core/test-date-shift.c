/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-date-shift.h"

#include "talks-error.h"

#include <string.h>

#define D TALKS_SHIFT_DAYS
#define M TALKS_SHIFT_MONTHS
#define Y TALKS_SHIFT_YEARS

typedef struct
{
  const char    *text;
  TalksShiftUnit unit;
  int64_t        amount;
  const char    *result; /* NULL: refused */
} Case;

static void
check (const char    *text,
       TalksDateSide  side,
       TalksShiftUnit unit,
       int64_t        amount,
       const char    *result)
{
  g_autoptr (TalksDate) date = talks_date_parse (text, NULL);
  g_autoptr (TalksDate) moved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (date);
  g_test_message ("%s side %d unit %d by %d", text, side, unit, (int) amount);
  moved = talks_date_shift (date, side, unit, amount, &error);
  if (result == NULL)
    {
      g_assert_null (moved);
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_DATE);
      g_assert_cmpuint (error->message[0], !=, '\0');
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (talks_date_get_text (moved), ==, result);
}

static void
test_whole (void)
{
  static const Case cases[] = {
    /* days */
    { "2022-03-29", D, 0, "2022-03-29" },
    { "2022-03-29", D, 3, "2022-04-01" },
    { "2022-01-01", D, -1, "2021-12-31" },
    { "2024-02-28", D, 1, "2024-02-29" },
    { "0000-01-01", D, -1, "-0001-12-31" },
    { "-0001-12-31", D, 1, "0000-01-01" },
    { "2022-03-29", M, 1, "2022-04-29" },
    { "2022-01-31", M, 1, "2022-02-28" },
    { "2022-01-31", M, -2, "2021-11-30" },
    { "2024-02-29", Y, 1, "2025-02-28" },
    { "2022-03-29", Y, -3, "2019-03-29" },
    { "2022-03-29T10:30:00+02:00", D, 1, "2022-03-30T10:30:00+02:00" },
    /* doubts stay where they are */
    { "2022-03-29~", D, 3, "2022-04-01~" },
    { "2022-03~-29", D, 3, "2022-04~-01" },
    { "2022-03-29%", M, 1, "2022-04-29%" },
    { "2022?-03-~29", D, 3, "2022?-04-~01" },
    { "?2022-~03-%31", M, 1, "?2022-~04-%30" },
    { "2022-04~", M, -1, "2022-03~" },
    { "2022?", Y, 2, "2024?" },
    /* coarser ones move by what they tell */
    { "2022-04", M, 9, "2023-01" },
    { "2022-04", Y, 1, "2023-04" },
    { "2022-04", D, 30, NULL },
    { "2022", Y, 1, "2023" },
    { "2022", M, 12, "2023" },
    { "2022", M, 11, NULL },
    { "-0001", Y, 1, "0000" },
    { "-0001-06", M, -1, "-0001-05" },
    { "0000-01", M, -1, "-0001-12" },
    { "0000", Y, -1, "-0001" },
    { "2022-04-XX", M, 1, "2022-05-XX" },
    { "2022-04-XX", D, 1, NULL },
    { "2022-04-1X", M, -4, "2021-12-1X" },
    { "2022-01-3X", M, 1, NULL }, /* February has no such days */
    { "2022-XX", Y, 1, "2023-XX" },
    { "2022-XX", M, 1, NULL },
    { "2022-XX-15", Y, 1, "2023-XX-15" },
    { "2022-1X", Y, 1, "2023-1X" },
    { "202X", Y, 10, "203X" },
    { "202X", Y, 1, NULL },
    { "199X?", Y, -10, "198X?" },
    { "20XX", Y, -100, "19XX" },
    { "202X-04", Y, 10, "203X-04" },
    { "156X-12-25", Y, 10, "157X-12-25" },
    { "-000X", Y, 10, "000X" },
    { "000X", Y, -10, "-000X" },
    { "-01XX", Y, 100, "-00XX" },
    { "XXXX", Y, 1000, NULL },
    { "XXXX-12-25", Y, 1, NULL },
    { "2X22", Y, 1000, "3X22" },
    /* parts of the year */
    { "2022-21", M, 3, "2022-22" },
    { "2022-24", M, 3, "2023-21" },
    { "2022-21", M, -3, "2021-24" },
    { "2022-28", M, 3, "2023-25" },
    { "2022-29", M, 3, "2022-30" },
    { "2022-30", M, 3, "2023-31" },
    { "2022-32", M, 3, "2022-29" },
    { "2022-36~", M, 3, "2023-33~" },
    { "2022-39", M, 4, "2023-37" },
    { "2022-40", M, 6, "2022-41" },
    { "2022-21", Y, 1, "2023-21" },
    { "2022-21", M, 1, NULL },
    { "2022-21", D, 90, NULL },
    /* intervals */
    { "2022-03-29/2022-03-31", D, 2, "2022-03-31/2022-04-02" },
    { "2022-03-29~/2022-03-31?", D, 2, "2022-03-31~/2022-04-02?" },
    { "2022-03-29/..", D, 1, "2022-03-30/.." },
    { "../2022-03-29", D, 1, "../2022-03-30" },
    { "2022-03-29/", D, 1, "2022-03-30/" },
    { "/2022-03-29", D, 1, "/2022-03-30" },
    { "2022-03/2022-05-10", M, 1, "2022-04/2022-06-10" },
    { "2022-03/2022-05-10", D, 1, NULL },
    { "2022-37/2022-36", M, 12, "2023-37/2023-36" },
    { "2022-37/2022-36", M, 4, NULL },
    { "../..", D, 1, NULL },
    /* what does not move */
    { "[2022-03-29,2022-04-02]", D, 1, NULL },
    { "{2022,2023}", Y, 1, NULL },
    { "Y12345", Y, 1, NULL },
    { "Y17E7", Y, 1, NULL },
    { "1950S2", Y, 1, NULL },
    { "9999-12-31", D, 1, NULL },
    { "9999", Y, 1, NULL },
    { "-9999", Y, -1, NULL },
    { "999X", Y, 10, NULL },
    { "-999X", Y, -10, NULL },
    { "2022", Y, INT64_MAX, NULL },
    { "2022-03-29", D, INT64_MIN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].text, TALKS_DATE_WHOLE, cases[i].unit, cases[i].amount, cases[i].result);
}

static void
test_ends (void)
{
  static const struct
  {
    Case          c;
    TalksDateSide side;
  } cases[] = {
    { { "2022-03-29/2022-03-31", D, 2, "2022-03-29/2022-04-02" }, TALKS_DATE_END },
    { { "2022-03-29/2022-03-31", D, -2, "2022-03-29" }, TALKS_DATE_END },
    { { "2022-03-29/2022-03-31", D, -3, NULL }, TALKS_DATE_END },
    { { "2022-03-29/2022-03-31", D, 1, "2022-03-30/2022-03-31" }, TALKS_DATE_START },
    { { "2022-03-29/2022-03-31", D, 2, "2022-03-31" }, TALKS_DATE_START },
    { { "2022-03-29/2022-03-31", M, 1, "2022-03-29/2022-04-30" }, TALKS_DATE_END },
    { { "2022-03-29~/2022-03-31", D, -2, "2022-03-29~/2022-03-29" }, TALKS_DATE_END },
    { { "2022-03/2022-05-10", D, 1, "2022-03/2022-05-11" }, TALKS_DATE_END },
    { { "2022-03/2022-05-10", M, 1, "2022-04/2022-05-10" }, TALKS_DATE_START },
    { { "2022-03/2022-05", M, -2, "2022-03/2022-03" }, TALKS_DATE_END },
    { { "2022-03-29", D, 2, "2022-03-29/2022-03-31" }, TALKS_DATE_END },
    { { "2022-03-29", D, -2, "2022-03-27/2022-03-29" }, TALKS_DATE_START },
    { { "2022-03-29", D, -1, NULL }, TALKS_DATE_END },
    { { "2022-03-29", D, 0, "2022-03-29" }, TALKS_DATE_END },
    { { "2022-03-29?", D, 1, "2022-03-29?/2022-03-30?" }, TALKS_DATE_END },
    { { "2022-03-29T10:00:00Z", D, 1, NULL }, TALKS_DATE_END },
    { { "2022-04", M, 1, NULL }, TALKS_DATE_END },
    { { "2022-03-29/..", D, 1, NULL }, TALKS_DATE_END },
    { { "2022-03-29/..", D, 1, "2022-03-30/.." }, TALKS_DATE_START },
    { { "/2022-03-29", D, 1, NULL }, TALKS_DATE_START },
    { { "/2022-03-29", D, 1, "/2022-03-30" }, TALKS_DATE_END },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].c.text, cases[i].side, cases[i].c.unit, cases[i].c.amount, cases[i].c.result);
}

static void
test_near (void)
{
  static const struct
  {
    Case          c; /* amount: days */
    TalksDateSide side;
  } cases[] = {
    { { "2022-03-29", D, 5, "2022-04-03" }, TALKS_DATE_WHOLE },
    { { "2022-03-29", M, 5, "2022-03-29" }, TALKS_DATE_WHOLE },
    { { "2022-03-29", M, 20, "2022-04-29" }, TALKS_DATE_WHOLE },
    { { "2022-03-29", M, -40, "2022-02-28" }, TALKS_DATE_WHOLE },
    { { "2022-03-29", Y, 200, "2023-03-29" }, TALKS_DATE_WHOLE },
    { { "2022-03-29", Y, -180, "2022-03-29" }, TALKS_DATE_WHOLE },
    /* Coarser than the unit. */
    { { "2022-04", D, 20, "2022-05" }, TALKS_DATE_WHOLE },
    { { "2022-04~", D, -10, "2022-04~" }, TALKS_DATE_WHOLE },
    { { "2022-21", D, 60, "2022-22" }, TALKS_DATE_WHOLE },
    { { "2022-21", Y, 400, "2023-21" }, TALKS_DATE_WHOLE },
    { { "202X", D, 2000, "203X" }, TALKS_DATE_WHOLE },
    { { "202X", D, 1500, "202X" }, TALKS_DATE_WHOLE },
    { { "../2022-03-29", M, 28, "../2022-04-29" }, TALKS_DATE_WHOLE },
    { { "2022-01-31", M, 15, "2022-02-28" }, TALKS_DATE_WHOLE },
    { { "2021-12/2022-01", D, 15, "2021-12/2022-02" }, TALKS_DATE_END },
    { { "2022-03/2022-05", D, 29, "2022-03/2022-06" }, TALKS_DATE_END },
    { { "2022-03-29/2022-05-10", D, -1, "2022-03-28/2022-05-10" }, TALKS_DATE_START },
    { { "[2022,2023]", D, 29, NULL }, TALKS_DATE_WHOLE },
    { { "2022-03-29", D, INT64_MAX, NULL }, TALKS_DATE_WHOLE },
    { { "2022", D, INT64_MIN, NULL }, TALKS_DATE_WHOLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDate) date = talks_date_parse (cases[i].c.text, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (TalksDate) moved = talks_date_shift_near (date, cases[i].side, cases[i].c.unit, cases[i].c.amount,
                                                           &error);

      g_test_message ("%s unit %d by %d days", cases[i].c.text, cases[i].c.unit, (int) cases[i].c.amount);
      g_assert_cmpstr (moved != NULL ? talks_date_get_text (moved) : NULL, ==, cases[i].c.result);
      g_assert_true ((error != NULL) == (moved == NULL));
    }
}

/* Each refusal says what is the matter. */
static void
test_words (void)
{
  static const struct
  {
    const char   *text;
    TalksDateSide side;
    int64_t       days;
    const char   *words;
  } cases[] = {
    { "2022-03-29/2022-03-31", TALKS_DATE_END, -5, "before the start" },
    { "2022-03-29", TALKS_DATE_END, -5, "before the start" },
    { "2022-04", TALKS_DATE_WHOLE, 1, "“2022-04” is not known so exactly" },
    { "2022-04", TALKS_DATE_END, 1, "“2022-04” is not known to the day" },
    { "2022-03-29T10:00:00", TALKS_DATE_END, 1, "time of day" },
    { "[2022,2023]", TALKS_DATE_WHOLE, 1, "set of dates" },
    { "XXXX-12-25", TALKS_DATE_WHOLE, 1, "first digit" },
    { "Y-17E7", TALKS_DATE_WHOLE, 1, "four digits" },
    { "../2022", TALKS_DATE_START, 1, "no date there" },
    { "9999-12-31", TALKS_DATE_WHOLE, 1, "no farther" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksDate) date = talks_date_parse (cases[i].text, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (talks_date_shift (date, cases[i].side, TALKS_SHIFT_DAYS, cases[i].days, &error));
      g_assert_error (error, TALKS_ERROR, TALKS_ERROR_DATE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

/* Whatever moves keeps its form, moves by no less and no more, and comes back. */
static void
test_properties (void)
{
  static const char *texts[] = {
    "2022-03-15", "-0044-03-15", "2022-03-15~", "2022?-03-~15", "2022-03-15T10:00:00Z", "2022-04", "2022-04~",
    "2022-04-XX", "2022-04-1X", "2022", "2022%", "2022-XX", "2022-XX-15", "202X", "20XX", "156X-12-25", "-015X",
    "2022-21", "2022-26", "2022-31", "2022-35", "2022-38", "2022-41", "2022-03-01/2022-03-20", "2022-03~/2022-05?",
    "2022-03/2022-05-10", "2022-37/2022-36", "2022-03-15/..", "../2022-03", "2022/", "/2022-03-15",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TalksDate) date = talks_date_parse (texts[i], NULL);
      int step = talks_date_get_step (date, TALKS_DATE_WHOLE, NULL);
      TalksShiftUnit unit = step > 0 ? M : D;

      g_assert_cmpint (step, >=, 0);
      step = MAX (step, 1);
      for (int n = g_test_rand_int_range (1, 5); n < 300; n += g_test_rand_int_range (1, 25))
        {
          int64_t amount = (n % 2 == 0 ? 1 : -1) * (int64_t) n * step;
          g_autoptr (TalksDate) moved = NULL;
          g_autoptr (TalksDate) back = NULL;

          if (ABS (amount) > 12 * 1500)
            continue;
          moved = talks_date_shift (date, TALKS_DATE_WHOLE, unit, amount, NULL);
          g_assert_nonnull (moved);
          back = talks_date_shift (moved, TALKS_DATE_WHOLE, unit, -amount, NULL);
          g_assert_cmpstr (talks_date_get_text (back), ==, texts[i]);
          g_assert_cmpint (talks_date_get_flags (moved), ==, talks_date_get_flags (date));
          g_assert_cmpint (talks_date_get_precision (moved), ==, talks_date_get_precision (date));
          g_assert_true ((talks_date_get_sort_day (moved) > talks_date_get_sort_day (date)) == (amount > 0));
          if (unit == D)
            g_assert_cmpint (talks_date_get_sort_day (moved) - talks_date_get_sort_day (date), ==, amount);
          /* One step less does not come as far. */
          if (talks_date_get_earliest (date) != TALKS_DAY_MIN)
            {
              g_autoptr (TalksDate) less = talks_date_shift (moved, TALKS_DATE_WHOLE, unit, amount > 0 ? -step : step,
                                                             NULL);

              g_assert_true ((talks_date_get_earliest (less) < talks_date_get_earliest (moved)) == (amount > 0));
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-shift/whole", test_whole);
  g_test_add_func ("/date-shift/ends", test_ends);
  g_test_add_func ("/date-shift/near", test_near);
  g_test_add_func ("/date-shift/words", test_words);
  g_test_add_func ("/date-shift/properties", test_properties);
  return g_test_run ();
}
