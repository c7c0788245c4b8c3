/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each field makes of what is typed, chosen, added, moved and removed. */

#include "editor-fixture.h"

#include "talks-fields.h"
#include "talks-language-button.h"
#include "talks-record-picker.h"
#include "talks-text-box.h"

/* ---- coordinates ---- */

static void
test_coordinates (void)
{
  static const struct
  {
    const char *text;
    double      latitude;
    double      longitude;
  } right[] = {
    { "41.04 N, 29.00 E", 41.04, 29 },
    { "41.04, 29", 41.04, 29 },
    { " 41.04N 29E ", 41.04, 29 },
    { "29 E, 41.04 N", 41.04, 29 },
    { "S 33.5; W 70.25", -33.5, -70.25 },
    { "-33.5, -70.25", -33.5, -70.25 },
    { "−33.5 −70.25", -33.5, -70.25 },
    { "41°03′N 29°00′E", 41.05, 29 },
    { "41° 3' 36\" N, 29° E", 41.06, 29 },
    { "90 N, 180 W", 90, -180 },
  };
  static const char * const wrong[] = {
    "", "41.04", "Istanbul", "41.04 N, 29.00 N", "91 N, 0 E", "0 N, 181 E", "41.04 N, 29", "1, 2, 3", "41°60′N 29°E",
    "-33 S, 10 E", "41″ N, 29 E",
  };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      double latitude, longitude, again_latitude, again_longitude;
      g_autofree char *text = NULL;

      g_test_message ("%s", right[i].text);
      g_assert_true (talks_coordinates_parse (right[i].text, &latitude, &longitude));
      g_assert_cmpfloat_with_epsilon (latitude, right[i].latitude, 1e-9);
      g_assert_cmpfloat_with_epsilon (longitude, right[i].longitude, 1e-9);
      text = talks_coordinates_format (latitude, longitude);
      g_assert_true (talks_coordinates_parse (text, &again_latitude, &again_longitude));
      g_assert_cmpfloat (latitude, ==, again_latitude);
      g_assert_cmpfloat (longitude, ==, again_longitude);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_false (talks_coordinates_parse (wrong[i], NULL, NULL));
    }
}

/* ---- dates ---- */

static TalksEvent *
get_draft (TalksForm *form)
{
  return (TalksEvent *) talks_form_get_context (form)->draft;
}

static void
test_dates (void)
{
  static const struct
  {
    const char   *text;
    const char   *date; /* NULL: none */
    const char   *said;
    TalksSayStyle style;
  } cases[] = {
    { "2022-04-15~", "2022-04-15~", "about 15 April 2022 — drawn with a soft edge", TALKS_SAY_UNDERSTOOD },
    { "16 May 2025", "2025-05-16", "16 May 2025 · 2025-05-16", TALKS_SAY_UNDERSTOOD },
    { "2022-04", "2022-04", "April 2022 — drawn from 1 April 2022 to 30 April 2022", TALKS_SAY_UNDERSTOOD },
    { "2022-04~", "2022-04~", "about April 2022 — drawn from 1 April 2022 to 30 April 2022 with soft edges",
      TALKS_SAY_UNDERSTOOD },
    { "2022-03-14/2022-03-17", "2022-03-14/2022-03-17", "14–17 March 2022", TALKS_SAY_UNDERSTOOD },
    { "2022-03-14/..", "2022-03-14/..", "from 14 March 2022, end open — drawn with an open end", TALKS_SAY_UNDERSTOOD },
    { "03/04/2022", NULL, "This can mean more than one date. Which one is it?", TALKS_SAY_PROBLEM },
    { "someday", NULL, NULL, TALKS_SAY_PROBLEM },
  };
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  TalksFormField *field = talks_form_get_field (form, "date");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksSayStyle style;
      const char *said;

      g_test_message ("%s", cases[i].text);
      editor_fixture_type (field, cases[i].text);
      said = editor_fixture_said (form, "date", &style);
      g_assert_cmpint (style, ==, cases[i].style);
      if (cases[i].said != NULL)
        g_assert_cmpstr (said, ==, cases[i].said);
      if (cases[i].date != NULL)
        g_assert_cmpstr (talks_date_get_text (get_draft (form)->date), ==, cases[i].date);
      else
        g_assert_null (get_draft (form)->date);
      g_assert_true (talks_form_is_modified (form));
    }
  /* A date that is none keeps the form open; the choice between two gives one. */
  g_assert_false (talks_form_apply (form));
  editor_fixture_type (field, "03/04/2022");
  editor_fixture_click (GTK_WIDGET (field), "4 March 2022 · 2022-03-04");
  g_assert_cmpstr (talks_date_get_text (get_draft (form)->date), ==, "2022-03-04");
  g_assert_true (talks_form_apply (form));
}

/* ---- times of day, colours, words ---- */

static void
test_clock (void)
{
  static const struct
  {
    const char *text;
    const char *start;
  } cases[] = {
    { "9:05", "09:05" }, { "9.05", "09:05" }, { "0905", "09:05" }, { "905", "09:05" }, { "9", "09:00" },
    { "23:59", "23:59" }, { "24:00", NULL }, { "12:60", NULL }, { "noon", NULL }, { "12:5", NULL },
  };
  static const struct
  {
    const char *text;
    const char *zone;
  } zones[] = {
    { "+3", "+03:00" }, { "UTC+3", "+03:00" }, { "-3:30", "-03:30" }, { "−3", "-03:00" }, { "z", "Z" }, { "UTC", "Z" },
    { "+14:00", "+14:00" }, { "+14:30", NULL }, { "Moscow", NULL },
  };
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  GtkWidget *field = GTK_WIDGET (talks_form_get_field (form, "time"));
  GtkWidget *start = editor_fixture_find (field, GTK_TYPE_ENTRY, 0);
  GtkWidget *zone = editor_fixture_find (field, GTK_TYPE_ENTRY, 2);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (start), cases[i].text);
      g_assert_cmpstr (get_draft (form)->time->start, ==, cases[i].start);
      g_assert_cmpint (talks_form_field_check (TALKS_FORM_FIELD (field)) == NULL, ==, cases[i].start != NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (zone), zones[i].text);
      g_assert_cmpstr (get_draft (form)->time->zone, ==, zones[i].zone);
    }
  /* A part that says nothing any more is gone. */
  for (guint i = 0; i < 3; i++)
    gtk_editable_set_text (GTK_EDITABLE (editor_fixture_find (field, GTK_TYPE_ENTRY, i)), "");
  g_assert_null (get_draft (form)->time);
  g_assert_null (talks_form_field_check (TALKS_FORM_FIELD (field)));
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
test_color (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_PARTY, "north");
  const TalksParty *party = (const TalksParty *) talks_form_get_context (form)->draft;
  TalksFormField *field = talks_form_get_field (form, "color");
  TalksSayStyle style;

  editor_fixture_type (field, "#ABCDEF");
  g_assert_cmpstr (party->color, ==, "#abcdef");
  editor_fixture_type (field, "blue");
  g_assert_null (party->color);
  editor_fixture_said (form, "color", &style);
  g_assert_cmpint (style, ==, TALKS_SAY_PROBLEM);
  editor_fixture_click (GTK_WIDGET (field), "Red");
  g_assert_cmpstr (party->color, ==, "#c01c28");
  /* The same mark in the same colour as another party's is told. */
  editor_fixture_type (field, "#C0FFEE");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "mark")),
                                                                  GTK_TYPE_DROP_DOWN, 0)), TALKS_MARK_TRIANGLE_DOWN);
  g_assert_cmpint (party->mark, ==, TALKS_MARK_TRIANGLE_DOWN);
  g_assert_cmpstr (editor_fixture_said (form, "mark", &style), ==, "“Guild” has the same mark in the same colour.");
  g_assert_cmpint (style, ==, TALKS_SAY_WARNING);
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
test_other_word (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  GtkWidget *field = GTK_WIDGET (talks_form_get_field (form, "kind"));
  GtkWidget *drop_down = editor_fixture_find (field, GTK_TYPE_DROP_DOWN, 0);
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down)));

  g_assert_null (editor_fixture_find (field, GTK_TYPE_ENTRY, 0));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), n - 1);
  g_assert_null (get_draft (form)->kind);
  editor_fixture_type (field, "regatta");
  g_assert_cmpstr (get_draft (form)->kind, ==, "regatta");
  g_assert_true (talks_form_apply (form));
  g_assert_cmpstr (((TalksEvent *) editor_fixture_record (session, "ev-1"))->kind, ==, "regatta");
}

/* ---- texts ---- */

static void
test_languages (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  TalksFormField *field = talks_form_get_field (form, "title");
  GtkWidget *button = editor_fixture_find (GTK_WIDGET (field), TALKS_TYPE_LANGUAGE_BUTTON, 0);

  /* A plain text stays plain, until it has a second language. */
  editor_fixture_type (field, "Changed");
  g_assert_null (talks_text_get_languages (get_draft (form)->title)[0]);
  g_signal_emit_by_name (button, "chosen", "uk");
  editor_fixture_type (field, "Змінено");
  g_assert_cmpstr (talks_text_get (get_draft (form)->title, "uk"), ==, "Змінено");
  g_assert_cmpstr (talks_text_get (get_draft (form)->title, "en"), ==, "Changed");
  g_signal_emit_by_name (button, "chosen", "en");
  editor_fixture_type (field, "");
  g_assert_cmpuint (g_strv_length ((char **) talks_text_get_languages (get_draft (form)->title)), ==, 1);
  g_signal_emit_by_name (button, "chosen", "uk");
  editor_fixture_type (field, "   ");
  g_assert_null (get_draft (form)->title);
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
test_label (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  TalksFormField *field = talks_form_get_field (form, "label");
  TalksSayStyle style;

  g_assert_cmpstr (editor_fixture_said (form, "label", &style), ==, "11 of 28 characters");
  editor_fixture_type (field, "Twenty-eight characters here");
  editor_fixture_said (form, "label", &style);
  g_assert_cmpint (style, ==, TALKS_SAY_UNDERSTOOD);
  editor_fixture_type (field, "Twenty-nine characters are it");
  g_assert_cmpstr (editor_fixture_said (form, "label", &style), ==, "29 characters, shorten it to 28.");
  g_assert_cmpint (style, ==, TALKS_SAY_PROBLEM);
  g_assert_false (talks_form_apply (form));

  /* Without a label the title stands in for it, also when that changes. */
  editor_fixture_type (field, "");
  g_assert_true (get_draft (form)->label == get_draft (form)->title);
  editor_fixture_type (talks_form_get_field (form, "title"), "Another title");
  g_assert_true (get_draft (form)->label == get_draft (form)->title);
  g_assert_true (talks_form_apply (form));
}

/* ---- lists ---- */

static char *
list_people (TalksForm *form)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < get_draft (form)->attendance->len; i++)
    g_string_append_printf (ids, "%s ", ((TalksAttendance *) get_draft (form)->attendance->pdata[i])->participant);
  return g_string_free (ids, FALSE);
}

static void
assert_people (TalksForm  *form,
               const char *expected)
{
  g_autofree char *ids = list_people (form);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_attendance (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  GtkWidget *field = GTK_WIDGET (talks_form_get_field (form, "attendance"));
  GtkWidget *adder = editor_fixture_find (field, TALKS_TYPE_RECORD_PICKER, 2);

  assert_people (form, "ada bob ");
  editor_fixture_click (field, "Move “Bob” up");
  assert_people (form, "bob ada ");
  editor_fixture_click (field, "Move “Bob” down");
  g_assert_false (talks_form_is_modified (form));
  editor_fixture_click (field, "Remove “Ada”");
  assert_people (form, "bob ");
  g_signal_emit_by_name (adder, "picked", "ada");
  assert_people (form, "bob ada ");
  /* It is the new one that has a role to give. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor_fixture_find (field, GTK_TYPE_DROP_DOWN, 2)), 1);
  g_assert_cmpstr (((TalksAttendance *) get_draft (form)->attendance->pdata[1])->role, ==, "head of delegation");
  g_assert_null (((TalksAttendance *) get_draft (form)->attendance->pdata[0])->role);
  g_assert_true (talks_form_apply (form));
}

/* A part that lacks what it must have keeps the form open until it is filled in or removed. */
static void
test_blank_part (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_PARTICIPANT, "bob");
  GtkWidget *field = GTK_WIDGET (talks_form_get_field (form, "roles"));
  const TalksParticipant *person = (const TalksParticipant *) talks_form_get_context (form)->draft;

  editor_fixture_click (field, "+ Add a role");
  g_assert_cmpuint (person->roles->len, ==, 1);
  g_assert_false (talks_form_apply (form));
  editor_fixture_click (field, "Remove “Roles 1”");
  g_assert_cmpuint (person->roles->len, ==, 0);
  g_assert_false (talks_form_is_modified (form));
  editor_fixture_click (field, "+ Add a role");
  editor_fixture_type (field, "Cook");
  g_assert_true (talks_form_apply (form));
}

static void
test_sources (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  GtkWidget *field = GTK_WIDGET (talks_form_get_field (form, "sources"));
  GtkWidget *adder = editor_fixture_find (field, TALKS_TYPE_RECORD_PICKER, 0);
  g_autofree char *ids = NULL;

  g_signal_emit_by_name (adder, "picked", "s2");
  g_signal_emit_by_name (adder, "picked", "s2");
  g_signal_emit_by_name (adder, "picked", "s3");
  editor_fixture_click (field, "Move “Winter” up");
  editor_fixture_click (field, "Remove “The harbour”");
  ids = g_strjoinv (" ", get_draft (form)->sources);
  g_assert_cmpstr (ids, ==, "s3 s2");
  gtk_window_destroy (GTK_WINDOW (form));
}

static void
test_kinds (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_LANE, "lane-talks");
  GtkWidget *field = GTK_WIDGET (talks_form_get_field (form, "kinds"));
  const TalksLane *lane = (const TalksLane *) talks_form_get_context (form)->draft;
  g_autofree char *kinds = NULL;

  editor_fixture_click (field, "+ Add a kind");
  gtk_editable_set_text (GTK_EDITABLE (editor_fixture_find (field, GTK_TYPE_ENTRY, 2)), "call");
  editor_fixture_click (field, "Move “summit” up");
  kinds = g_strjoinv (" ", lane->kinds);
  g_assert_cmpstr (kinds, ==, "summit talks call");
  gtk_window_destroy (GTK_WINDOW (form));
}

/* ---- choosing a record ---- */

static void
test_picker (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_PARTICIPANT, "bob");
  GtkWidget *picker = editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "party")), TALKS_TYPE_RECORD_PICKER,
                                           0);
  GtkWidget *button = gtk_widget_get_first_child (picker);
  GtkWidget *list;
  GtkWidget *search;
  GListModel *model;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  editor_fixture_settle ();
  search = editor_fixture_find (picker, GTK_TYPE_SEARCH_ENTRY, 0);
  list = editor_fixture_find (picker, GTK_TYPE_LIST_VIEW, 0);
  g_assert_nonnull (search);
  g_assert_nonnull (list);
  model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 2);

  /* Return takes what the words just typed find. */
  gtk_editable_set_text (GTK_EDITABLE (search), "kingdom");
  g_signal_emit_by_name (search, "activate");
  editor_fixture_settle ();
  g_assert_cmpstr (((TalksParticipant *) talks_form_get_context (form)->draft)->party, ==, "north");

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  editor_fixture_settle ();
  editor_fixture_click (picker, "None");
  g_assert_null (((TalksParticipant *) talks_form_get_context (form)->draft)->party);
  gtk_window_destroy (GTK_WINDOW (form));
}

/* A person is made while the party is: each is a step of its own. */
static void
test_new_from_picker (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_PARTICIPANT, "bob");
  GtkWidget *picker = editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "party")), TALKS_TYPE_RECORD_PICKER,
                                           0);
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  TalksForm *inner = NULL;

  gtk_menu_button_popup (GTK_MENU_BUTTON (gtk_widget_get_first_child (picker)));
  editor_fixture_settle ();
  editor_fixture_click (picker, "New party…");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (TALKS_IS_FORM (window) && window != GTK_WIDGET (form))
        inner = TALKS_FORM (window);
    }
  g_assert_nonnull (inner);
  editor_fixture_type (talks_form_get_field (inner, "name"), "Republic of the South");
  editor_fixture_type (talks_form_get_field (inner, "color"), "#112233");
  g_assert_true (talks_form_apply (inner));
  g_assert_cmpstr (((TalksParticipant *) talks_form_get_context (form)->draft)->party, ==, "republic-of-the-south");
  g_assert_true (talks_form_apply (form));
  g_assert_cmpuint (talks_history_get_n_steps (talks_session_get_history (session)), ==, 2);
}

/* A text that is a little longer than its box is not cut, and the box does not grow forever. */
static void
test_text_box (void)
{
  static const struct
  {
    guint    n_sentences;
    gboolean is_whole;
  } texts[] = { { 1, TRUE }, { 10, TRUE }, { 200, FALSE } };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *window = gtk_window_new ();
      GtkWidget *outer = gtk_scrolled_window_new ();
      GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *rest = gtk_label_new (NULL);
      GtkWidget *box = talks_text_box_new (TRUE);
      GtkWidget *inner = gtk_widget_get_first_child (box);
      GtkAdjustment *extent = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (inner));
      GString *text = g_string_new (NULL);

      for (guint j = 0; j < texts[i].n_sentences; j++)
        g_string_append (text, "The delegations met again. ");
      gtk_widget_set_size_request (rest, -1, 600);
      gtk_box_append (GTK_BOX (form), box);
      gtk_box_append (GTK_BOX (form), rest);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (outer), form);
      gtk_window_set_child (GTK_WINDOW (window), outer);
      gtk_window_set_default_size (GTK_WINDOW (window), 400, 120);
      talks_text_box_set_text (TALKS_TEXT_BOX (box), text->str);
      gtk_window_present (GTK_WINDOW (window));
      for (int tries = 0; tries < 20; tries++)
        {
          editor_fixture_settle ();
          g_usleep (20000);
        }
      g_assert_cmpint (gtk_adjustment_get_upper (extent) <= gtk_adjustment_get_page_size (extent), ==,
                       texts[i].is_whole);
      g_assert_cmpint (gtk_widget_get_height (inner), <=, 270);
      g_string_free (text, TRUE);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/fields/coordinates", test_coordinates);
  g_test_add_func ("/editor/fields/dates", test_dates);
  g_test_add_func ("/editor/fields/clock", test_clock);
  g_test_add_func ("/editor/fields/color", test_color);
  g_test_add_func ("/editor/fields/other-word", test_other_word);
  g_test_add_func ("/editor/fields/languages", test_languages);
  g_test_add_func ("/editor/fields/label", test_label);
  g_test_add_func ("/editor/fields/attendance", test_attendance);
  g_test_add_func ("/editor/fields/blank-part", test_blank_part);
  g_test_add_func ("/editor/fields/sources", test_sources);
  g_test_add_func ("/editor/fields/kinds", test_kinds);
  g_test_add_func ("/editor/fields/text-box", test_text_box);
  g_test_add_func ("/editor/fields/picker", test_picker);
  g_test_add_func ("/editor/fields/new-from-picker", test_new_from_picker);
  return g_test_run ();
}
