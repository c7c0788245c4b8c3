/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import-fixture.h"
#include "talks-error.h"

/* Lines apart by "\n", which a calendar wants to be CRLF. */
static char *
wrap (const char *lines)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:u1\nDTSTAMP:20220101T000000Z\n"
                                           "%s\nEND:VEVENT\nEND:VCALENDAR\n", lines);
  g_auto (GStrv) pieces = g_strsplit (text, "\n", -1);

  return g_strjoinv ("\r\n", pieces);
}

static void
test_events (void)
{
  static const struct
  {
    const char *lines;
    const char *items;
    const char *left;
  } cases[] = {
    { "DTSTART;VALUE=DATE:20220329\nSUMMARY:A\\, B", "+lane imported | event u1 2022-03-29 (imported) “A, B”", "" },
    { "DTSTART;VALUE=DATE:20220329\nDTEND;VALUE=DATE:20220401\nSUMMARY:a\nCATEGORIES:round",
      "+lane round | event u1 2022-03-29/2022-03-31 (round) “a”", "" },
    { "DTSTART:20220329T093000Z\nDTEND:20220329T110000Z\nSUMMARY:a",
      "+lane imported | event u1 2022-03-29 09:30-11:00+00:00 (imported) “a”", "" },
    { "DTSTART;TZID=Europe/Istanbul:20220329T093000\nDURATION:PT2H\nSUMMARY:a",
      "+lane imported | event u1 2022-03-29 09:30-11:30+03:00 (imported) “a”", "" },
    { "DTSTART:20220329T220000\nDTEND:20220330T000000\nSUMMARY:a",
      "+lane imported | event u1 2022-03-29 22:00-00:00 (imported) “a”", "" },
    { "DTSTART;VALUE=DATE:20220329\nDESCRIPTION:Only this\\nand more",
      "+lane imported | event u1 2022-03-29 (imported) “Only this”", "" },
    { "DTSTART;VALUE=DATE:20220329\nSUMMARY:a\nURL:https://example.org/a\nX-TALKS-EDTF:2022-03-29~",
      "+lane imported | event u1 2022-03-29~ (imported) “a” [example-org-a] | +source example-org-a", "" },
    { "DTSTART;VALUE=DATE:20220329\nSUMMARY:a\nX-TALKS-EDTF:1999", "+lane imported | event u1 2022-03-29 (imported) “a”", "" },
    { "SUMMARY:a", "", "4:a:It has no date." },
    { "DTSTART;VALUE=DATE:20220329\nSUMMARY:a\nSTATUS:CANCELLED", "", "4:a:The calendar says that it was cancelled." },
    { "DTSTART;VALUE=DATE:20220329", "", "4::It has no “Title”." },
    { "DTSTART;VALUE=DATE:20220405\nDTEND;VALUE=DATE:20220401\nSUMMARY:a", "",
      "4:a:“2022-04-05” to “2022-04-01”: The interval ends before it begins: perhaps 2022-04-01/2022-04-05 is meant." },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wrap (cases[i].lines);
      g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_ICALENDAR, NULL, NULL);
      g_autofree char *items = describe_items (import);
      g_autofree char *left = describe_remarks (import->left);

      g_assert_cmpstr (items, ==, cases[i].items);
      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

static void
test_people_and_places (void)
{
  g_autofree char *text = wrap ("DTSTART;VALUE=DATE:20220329\nSUMMARY:a\nLOCATION:Istanbul\nGEO:41.0390;28.9950\n"
                                "ORGANIZER;CN=Eve:mailto:eve@example.org\nATTENDEE;CN=Ann;PARTSTAT=ACCEPTED:mailto:ann@example.org\n"
                                "ATTENDEE:mailto:bob@example.org");
  g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_ICALENDAR, NULL, NULL);
  const TalksEvent *event = (const TalksEvent *) ((TalksImportItem *) import->items->pdata[3])->record;

  g_assert_cmpstr (talks_text_get (event->place->name, NULL), ==, "Istanbul");
  g_assert_true (event->place->has_coordinates);
  g_assert_cmpfloat_with_epsilon (event->place->latitude, 41.039, 0.0001);
  g_assert_cmpfloat_with_epsilon (event->place->longitude, 28.995, 0.0001);
  g_assert_cmpuint (event->attendance->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TalksAttendance *attendance = event->attendance->pdata[i];

      g_assert_cmpint (attendance->presence, ==, TALKS_PRESENCE_UNCLEAR);
      g_assert_cmpstr (attendance->participant, ==, attendance->role != NULL ? "eve" : "ann");
    }
  g_assert_true (has_remark (import->warnings, "ATTENDEE", "Left out 1 time"));
}

static void
test_losses (void)
{
  static const char * const lost[] = { "CLASS", "PRIORITY", "COMMENT", "RRULE", "STATUS", "TZID", "VALARM", "X-OTHER", "CATEGORIES" };
  g_autofree char *text = wrap ("DTSTART;TZID=Nowhere/At all:20220329T093000\nSUMMARY:a\nCLASS:PRIVATE\nPRIORITY:1\nCOMMENT:c\n"
                                "RRULE:FREQ=DAILY\nSTATUS:TENTATIVE\nX-OTHER:x\nCATEGORIES:one\nCATEGORIES:two\nBEGIN:VALARM\n"
                                "ACTION:AUDIO\nTRIGGER:-PT30M\nEND:VALARM");
  g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_ICALENDAR, NULL, NULL);

  for (size_t i = 0; i < G_N_ELEMENTS (lost); i++)
    if (!has_remark (import->warnings, lost[i], "Left out 1 time"))
      g_error ("“%s” is not told", lost[i]);
  g_assert_true (has_remark (import->warnings, "a", "It is repeated"));
}

/* Lines are folded between bytes. */
static void
test_folded (void)
{
  g_autofree char *text = wrap ("DTSTART;VALUE=DATE:20220329\nSUMMARY:Стамбу\xd0\n \xbb and\n  more");
  g_autoptr (TalksImport) import = import_text (text, TALKS_EXCHANGE_ICALENDAR, NULL, NULL);

  g_assert_cmpstr (talks_record_get_title (((TalksImportItem *) import->items->pdata[1])->record, NULL), ==, "Стамбул and more");
}

static void
test_failing (void)
{
  g_autoptr (TalksImport) import = import_text ("BEGIN:VCALENDAR\r\nBEGIN:VNEWS\r\nEND:VNEWS\r\nBEGIN:VTODO\r\nEND:VTODO\r\n"
                                                "END:VCALENDAR\r\n", TALKS_EXCHANGE_ICALENDAR, NULL, NULL);

  g_assert_cmpuint (import->items->len, ==, 0);
  g_assert_true (has_remark (import->warnings, "VTODO", "Left out 1 time"));
  g_assert_true (has_remark (import->warnings, "BEGIN", "Left out 1 time"));
  import_failing ("", TALKS_EXCHANGE_ICALENDAR, TALKS_ERROR_FORMAT);
  import_failing ("garbage", TALKS_EXCHANGE_ICALENDAR, TALKS_ERROR_FORMAT);
  import_failing ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", TALKS_EXCHANGE_ICALENDAR, TALKS_ERROR_FORMAT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/import-icalendar/events", test_events);
  g_test_add_func ("/exchange/import-icalendar/people-and-places", test_people_and_places);
  g_test_add_func ("/exchange/import-icalendar/losses", test_losses);
  g_test_add_func ("/exchange/import-icalendar/folded", test_folded);
  g_test_add_func ("/exchange/import-icalendar/failing", test_failing);
  return g_test_run ();
}
