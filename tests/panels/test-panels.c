/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The panels as a reader meets them. */

#include "panel-fixture.h"

#include "talks-event-panel.h"
#include "talks-link-row.h"
#include "talks-outline-panel.h"
#include "talks-participants-panel.h"
#include "talks-positions-panel.h"
#include "talks-search-panel.h"
#include "talks-sources-panel.h"
#include "talks-table-plan-view.h"
#include "talks-test-support.h"

#define assert_text panel_fixture_assert_text
#define assert_no_text panel_fixture_assert_no_text

typedef struct
{
  TalksSession *session;
  GtkWidget    *window;
  GtkWidget    *panel;
} Stage;

static void
stage_open_with (Stage         *stage,
                 GtkWidget     *panel,
                 TalksDocument *document)
{
  stage->session = talks_session_new ();
  talks_session_set_document (stage->session, document);
  g_object_unref (document);
  stage->panel = panel;
  stage->window = panel_fixture_present (panel, stage->session, 330);
}

static void
stage_open (Stage     *stage,
            GtkWidget *panel)
{
  stage_open_with (stage, panel, panel_fixture_document ());
}

/* Nothing outlives its window. */
static void
stage_close (Stage *stage)
{
  GtkWidget *panel = g_object_ref (stage->panel);

  gtk_window_destroy (GTK_WINDOW (stage->window));
  panel_fixture_settle ();
  g_assert_finalize_object (panel);
  g_assert_finalize_object (stage->session);
}

static void
type (GtkWidget  *panel,
      const char *text)
{
  GtkWidget *entry = panel_fixture_find (panel, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
  panel_fixture_settle ();
}

static void
activate_row (GtkWidget  *panel,
              const char *text)
{
  GtkWidget *row = panel_fixture_find (panel, GTK_TYPE_LIST_BOX_ROW, text);

  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  panel_fixture_settle ();
}

static const char *
selected (Stage *stage)
{
  TalksRecord *record = talks_session_get_selection (stage->session);

  return record != NULL ? record->id : NULL;
}

static TalksDay
day (const char *text)
{
  return talks_test_day (text);
}

/* ---- event ---- */

static void
test_event_nothing (void)
{
  Stage stage;

  stage_open (&stage, talks_event_panel_new ());
  assert_text (stage.panel, "A small talk");
  assert_text (stage.panel, "3 events · 5 participants · 3 positions · 3 sources");
  assert_text (stage.panel, "Parties are listed by the alphabet.");
  assert_text (stage.panel, "Select an event");
  stage_close (&stage);
}

static void
test_event_texts (void)
{
  static const char * const texts[] = {
    "Second round at the sea\n",
    "Friday, 16 May 2025 · 13:35–15:20 (UTC+03:00) · Sea palace\n",
    "planned for noon\n",
    "They met.\n",
    "Outcome\nThey will meet again.\n",
    "Stated here\nTruce\nTruce for a month\nThirty days without fire.\n“Thirty days”\nNorth, Ana Arda\n",
    "Northland\nAna Arda\nhead of delegation\n",
    "Vic Varga\nhead of delegation · presence unclear\n",
    "Isle (mediator)\nMia Medina\nchair\n",
    "Without a party\nstranger\nexpert\n",
    "Absent\nBob Berg\nNorth\nLeft before noon.\n",
    "Accounts differ\n17 May 2025\nIt took an hour.\n1\nThey meet ↗\n",
    "It took a day.\n1\nLeaflet of the hall\nThe Hall\n",
    "Related events\nFirst round in the hall\nContinues · 1 March 2022 · Reported\n",
    "Note\nClocks differ.\n",
    "Annotation · Archivist · 22 November 2026 at 10:00\nTwo accounts of the length.\n",
    "Sources\ncertainty: confirmed · 3 sources\n1\nThey meet ↗\nThe Paper · 17 May 2025 · in Ukrainian\n",
    "2\nLeaflet of the hall\nThe Hall\n3. “lost” is not among the sources.\n",
  };
  Stage stage;

  stage_open (&stage, talks_event_panel_new ());
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_text (stage.panel, texts[i]);
  assert_no_text (stage.panel, "Reported, not");
  assert_no_text (stage.panel, "nowhere");
  assert_no_text (stage.panel, "file:");

  talks_session_select (stage.session, "speech");
  panel_fixture_settle ();
  assert_text (stage.panel, "A speech about the border\nabout 2023\nDisputed: sources contradict");
  assert_text (stage.panel, "no source named");
  assert_no_text (stage.panel, "Outcome");
  stage_close (&stage);
}

static void
test_event_links (void)
{
  Stage stage;
  GtkWidget *link;
  GtkAdjustment *adjustment;

  stage_open (&stage, talks_event_panel_new ());
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  link = panel_fixture_find (stage.panel, GTK_TYPE_BUTTON, "They meet");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (link), ==, "https://example.org/they-meet");
  /* An address that may not be opened is no link. */
  g_assert_null (panel_fixture_look_for (stage.panel, GTK_TYPE_BUTTON, "Leaflet"));

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
    panel_fixture_find (stage.panel, GTK_TYPE_SCROLLED_WINDOW, NULL)));
  gtk_adjustment_set_value (adjustment, 400);
  panel_fixture_click (stage.panel, "First round");
  g_assert_cmpstr (selected (&stage), ==, "first");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  assert_text (stage.panel, "Reported, not confirmed");
  assert_text (stage.panel, "Related events\nSecond round at the sea\nContinued by · 16 May 2025\n");

  panel_fixture_click (stage.panel, "Ana Arda");
  g_assert_cmpstr (talks_session_get_highlight (stage.session), ==, "ana");
  panel_fixture_click (stage.panel, "Ana Arda");
  g_assert_null (talks_session_get_highlight (stage.session));
  stage_close (&stage);
}

static void
test_event_positions (void)
{
  Stage stage;
  GtkWidget *card;

  stage_open (&stage, talks_event_panel_new ());
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  assert_no_text (stage.panel, "Translation");
  panel_fixture_click (stage.panel, "Truce for a month");
  g_assert_cmpstr (selected (&stage), ==, "n2");
  assert_text (stage.panel, "Second round at the sea");
  assert_text (stage.panel, "North, Ana Arda\nTranslation\n1\nThey meet ↗");
  card = gtk_widget_get_ancestor (panel_fixture_find (stage.panel, TALKS_TYPE_LINK_ROW, "Truce for"),
                                  GTK_TYPE_BOX);
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (card), "talks-chosen"));

  /* A position that belongs to no event, and a source, take the event's place. */
  talks_session_select (stage.session, "i1");
  panel_fixture_settle ();
  assert_text (stage.panel, "Soon, and on the sea too.\nIsle · Truce · 1 May 2025\n");
  assert_no_text (stage.panel, "Soon, and on…");
  talks_session_select (stage.session, "paper");
  panel_fixture_settle ();
  assert_text (stage.panel, "Cited by\n");
  assert_text (stage.panel, "First round in the hall");
  stage_close (&stage);
}

static void
test_event_plan (void)
{
  Stage stage;
  GtkWidget *plan;

  stage_open (&stage, talks_event_panel_new ());
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  plan = panel_fixture_find (stage.panel, TALKS_TYPE_TABLE_PLAN_VIEW, NULL);
  g_assert_cmpint (gtk_widget_get_height (plan), >, 80);
  g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (plan), GTK_ACCESSIBLE_ROLE_IMG));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (plan),
                                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  for (int x = 0; x < gtk_widget_get_width (plan); x += 4)
    for (int y = 0; y < gtk_widget_get_height (plan); y += 4)
      {
        const TalksSeat *seat = talks_table_plan_view_pick (TALKS_TABLE_PLAN_VIEW (plan), x, y);

        g_assert_true (seat == NULL || seat->participant != NULL);
      }
  /* A statement by nobody has none. */
  talks_session_select (stage.session, "speech");
  panel_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (plan));
  stage_close (&stage);
}

/* ---- participants ---- */

static void
test_participants_day (void)
{
  Stage stage;

  stage_open (&stage, talks_participants_panel_new ());
  talks_session_set_as_of (stage.session, day ("2025-05-16"));
  panel_fixture_settle ();
  assert_text (stage.panel, "as of 16 May 2025");
  assert_text (stage.panel, "Northland\n2\nAna Arda\nMinister\nBob Berg\nColonel\n");
  assert_text (stage.panel, "Isle (mediator)\n1\nMia Medina\nEnvoy\n");
  assert_text (stage.panel, "1 more party");

  talks_session_set_as_of (stage.session, day ("2022-06-01"));
  panel_fixture_settle ();
  assert_text (stage.panel, "as of 1 June 2022");
  assert_text (stage.panel, "Ana Arda\nDeputy\n");
  assert_text (stage.panel, "Farland\n1\nFay Frost\n");
  assert_no_text (stage.panel, "Bob Berg");
  assert_text (stage.panel, "Show 1 more");
  activate_row (stage.panel, "Show 1 more");
  assert_text (stage.panel, "Bob Berg\nFirst named 14 May 2025\n");
  activate_row (stage.panel, "1 more party");
  assert_text (stage.panel, "Mia Medina");
  assert_text (stage.panel, "Show fewer");

  /* What somebody was at the selected event is said beside the office. */
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  assert_text (stage.panel, "Envoy · chair");
  assert_text (stage.panel, "Colonel · absent");
  stage_close (&stage);
}

static void
test_participants_card (void)
{
  Stage stage;
  GtkWidget *row;

  stage_open (&stage, talks_participants_panel_new ());
  talks_session_set_as_of (stage.session, day ("2025-05-16"));
  panel_fixture_settle ();
  assert_no_text (stage.panel, "Ана Арда");
  activate_row (stage.panel, "Ana Arda");
  g_assert_cmpstr (talks_session_get_highlight (stage.session), ==, "ana");
  assert_text (stage.panel, "Ана Арда\nLawyer and minister.\nOffices\nDeputy\n"
                            "1 January 2022 to 31 December 2023\nMinister\nnamed from 1 January 2024\n"
                            "Named at 2 events\nStated 1 position\n1 source\n");
  row = panel_fixture_find (stage.panel, GTK_TYPE_LIST_BOX_ROW, "Ana Arda");
  g_assert_true (gtk_widget_has_css_class (row, "talks-chosen"));
  g_assert_true (gtk_widget_has_css_class (
    panel_fixture_find (stage.panel, GTK_TYPE_LIST_BOX_ROW, "Vic Varga"), "talks-unlit"));
  panel_fixture_click (stage.panel, "Named at 2 events");
  panel_fixture_click (stage.panel, "First round in the hall");
  g_assert_cmpstr (selected (&stage), ==, "first");

  activate_row (stage.panel, "Ana Arda");
  g_assert_null (talks_session_get_highlight (stage.session));
  assert_no_text (stage.panel, "Ана Арда");
  activate_row (stage.panel, "Southland");
  g_assert_cmpstr (talks_session_get_highlight (stage.session), ==, "south");
  assert_no_text (stage.panel, "Offices");
  stage_close (&stage);
}

static void
test_participants_search (void)
{
  Stage stage;

  stage_open (&stage, talks_participants_panel_new ());
  type (stage.panel, "FROST");
  assert_text (stage.panel, "Farland\n1\nFay Frost\n");
  assert_no_text (stage.panel, "Ana Arda");
  type (stage.panel, "nobody");
  assert_text (stage.panel, "No person and no office is called that.");
  type (stage.panel, "");
  assert_text (stage.panel, "Ana Arda");
  stage_close (&stage);
}

/* Rows keep their widgets, and so the keyboard its place, when only the selection changes. */
static void
test_participants_calm (void)
{
  Stage stage;
  GtkWidget *row;

  stage_open (&stage, talks_participants_panel_new ());
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  row = panel_fixture_find (stage.panel, GTK_TYPE_LIST_BOX_ROW, "Vic Varga");
  gtk_widget_grab_focus (row);
  talks_session_select (stage.session, "n2");
  talks_session_set_highlight (stage.session, "vic");
  panel_fixture_settle ();
  g_assert_true (panel_fixture_find (stage.panel, GTK_TYPE_LIST_BOX_ROW, "Vic Varga") == row);
  /* Another window may have the keyboard: tests run side by side. */
  g_assert_true (gtk_widget_is_focus (row));
  stage_close (&stage);
}

/* ---- positions ---- */

static void
test_positions_day (void)
{
  Stage stage;

  stage_open (&stage, talks_positions_panel_new ());
  talks_session_set_as_of (stage.session, day ("2022-02-28"));
  panel_fixture_settle ();
  assert_text (stage.panel, "as of 28 February 2022");
  assert_text (stage.panel, "Truce\non the timeline\nNorth\nNo position stated by then\n"
                            "South\nNo position stated by then\n");
  assert_no_text (stage.panel, "Isle");

  talks_session_set_as_of (stage.session, day ("2022-03-01"));
  panel_fixture_settle ();
  assert_text (stage.panel, "North\nTruce first\nsince 1 March 2022 · 1 source\n");
  talks_session_set_as_of (stage.session, day ("2025-05-16"));
  panel_fixture_settle ();
  assert_text (stage.panel, "North\nTruce for a month\nsince 16 May 2025 · 2 sources\n");
  assert_text (stage.panel, "Others\nIsle\nSoon, and on the sea too.\nsince 1 May 2025 · 1 source\n");

  panel_fixture_click (stage.panel, "Truce for a month");
  assert_text (stage.panel, "Thirty days without fire.\n“Thirty days”\nNorth, Ana Arda\nTranslation\n");
  assert_text (stage.panel, "Stated before\nTruce first\n1 March 2022\n");
  panel_fixture_click (stage.panel, "Truce first");
  g_assert_cmpstr (selected (&stage), ==, "n1");
  assert_text (stage.panel, "since 1 March 2022");
  stage_close (&stage);
}

static void
test_positions_topic (void)
{
  Stage stage;

  stage_open (&stage, talks_positions_panel_new ());
  g_assert_cmpstr (talks_session_get_topic (stage.session), ==, "truce");
  panel_fixture_click (stage.panel, "Border");
  g_assert_cmpstr (talks_session_get_topic (stage.session), ==, "border");
  assert_text (stage.panel, "Border\non the timeline\n");
  assert_no_text (stage.panel, "Truce\non the timeline\n");

  type (stage.panel, "isle");
  assert_text (stage.panel, "Soon, and on the sea too.");
  assert_no_text (stage.panel, "North");
  type (stage.panel, "nothing of this");
  assert_text (stage.panel, "No position matches.");
  stage_close (&stage);
}

static void
test_positions_selected (void)
{
  Stage stage;

  stage_open (&stage, talks_positions_panel_new ());
  talks_session_select (stage.session, "n2");
  panel_fixture_settle ();
  assert_text (stage.panel, "Show on the timeline");
  stage_close (&stage);
}

/* ---- sources ---- */

static void
test_sources (void)
{
  Stage stage;
  GtkWidget *check;
  GtkWidget *drop;

  stage_open (&stage, talks_sources_panel_new ());
  assert_text (stage.panel, "3 sources");
  /* The newest first, those without a date last. */
  assert_text (stage.panel, "They meet ↗\nThe Paper · 17 May 2025 · in Ukrainian\nCited by 5 records\n");
  assert_text (stage.panel, "About seas\n1999\nLeaflet of the hall\nThe Hall\nCited by 3 records\n");
  drop = panel_fixture_find (stage.panel, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), 1);
  panel_fixture_settle ();
  assert_text (stage.panel, "About seas\n1999\nLeaflet of the hall\nThe Hall\n");

  type (stage.panel, "HALL");
  assert_text (stage.panel, "1 of 3 sources");
  assert_no_text (stage.panel, "About seas");
  type (stage.panel, "nothing of this");
  assert_text (stage.panel, "0 of 3 sources");
  assert_text (stage.panel, "No source matches.");
  type (stage.panel, "");

  check = panel_fixture_find (stage.panel, GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  talks_session_select (stage.session, "first");
  panel_fixture_settle ();
  assert_text (stage.panel, "1 of 3 sources");
  assert_text (stage.panel, "They meet");
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  assert_text (stage.panel, "2 of 3 sources");
  stage_close (&stage);
}

static void
test_sources_citing (void)
{
  Stage stage;
  GtkWidget *list;
  GtkWidget *popover;

  stage_open (&stage, talks_sources_panel_new ());
  list = panel_fixture_find (stage.panel, GTK_TYPE_LIST_VIEW, NULL);
  g_signal_emit_by_name (list, "activate", 0u);
  panel_fixture_settle ();
  popover = panel_fixture_find (stage.panel, GTK_TYPE_POPOVER, "First round");
  panel_fixture_click (popover, "First round in the hall");
  g_assert_cmpstr (selected (&stage), ==, "first");
  g_assert_false (gtk_widget_get_visible (popover));
  stage_close (&stage);
}

/* ---- search ---- */

static void
test_search (void)
{
  Stage stage;
  TalksSearchPanel *panel;

  stage_open (&stage, talks_search_panel_new ());
  panel = TALKS_SEARCH_PANEL (stage.panel);
  g_assert_null (talks_search_panel_get_summary (panel));
  talks_search_panel_step (panel, 1);
  g_assert_null (selected (&stage));

  talks_session_set_query (stage.session, "round");
  panel_fixture_settle ();
  g_assert_cmpstr (talks_search_panel_get_summary (panel), ==, "2 hits");
  assert_text (stage.panel, "Events\nFirst round in the hall\n1 March 2022 · Reported\n");
  talks_search_panel_step (panel, 1);
  g_assert_cmpstr (selected (&stage), ==, "first");
  talks_search_panel_step (panel, 1);
  g_assert_cmpstr (selected (&stage), ==, "second");
  talks_search_panel_step (panel, 1);
  g_assert_cmpstr (selected (&stage), ==, "first");
  talks_search_panel_step (panel, -1);
  g_assert_cmpstr (selected (&stage), ==, "second");

  talks_session_set_query (stage.session, "sea");
  panel_fixture_settle ();
  g_assert_cmpstr (talks_search_panel_get_summary (panel), ==, "3 hits");
  assert_text (stage.panel, "Positions\nSoon, and on the sea too.\nIsle · Truce · 1 May 2025\n");
  assert_text (stage.panel, "Sources\nAbout seas\n");
  talks_search_panel_step (panel, -1);
  g_assert_cmpstr (selected (&stage), ==, "unused");

  talks_session_set_query (stage.session, "ana");
  panel_fixture_settle ();
  talks_search_panel_step (panel, 1);
  g_assert_cmpstr (talks_session_get_highlight (stage.session), ==, "ana");

  talks_session_set_query (stage.session, "xyzzy");
  panel_fixture_settle ();
  assert_text (stage.panel, "No hit for “xyzzy”.");
  talks_session_set_query (stage.session, "");
  panel_fixture_settle ();
  g_assert_null (talks_search_panel_get_summary (panel));
  stage_close (&stage);
}

static void
on_closed (TalksSearchPanel *panel,
           gboolean         *closed)
{
  *closed = TRUE;
}

static void
test_search_entry (void)
{
  Stage stage;
  GtkWidget *entry;
  gboolean closed = FALSE;

  stage_open (&stage, talks_search_panel_new ());
  g_signal_connect (stage.panel, "closed", G_CALLBACK (on_closed), &closed);
  talks_search_panel_focus (TALKS_SEARCH_PANEL (stage.panel));
  entry = panel_fixture_find (stage.panel, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "round");
  /* Return does not wait for the delay, and goes to the first hit. */
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (talks_session_get_query (stage.session), ==, "round");
  g_assert_cmpstr (selected (&stage), ==, "first");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_true (closed);
  stage_close (&stage);
}

/* A pane whose least height depends on its width tears the window apart, so that what was pasted is told in one line. */
static void
test_search_pasted (void)
{
  Stage stage;
  g_autoptr (GString) pasted = g_string_new (NULL);
  const char *summary;
  int before;
  int after;

  stage_open (&stage, talks_search_panel_new ());
  talks_session_set_query (stage.session, "xyzzy");
  panel_fixture_settle ();
  gtk_widget_measure (stage.panel, GTK_ORIENTATION_VERTICAL, 280, &before, NULL, NULL, NULL);
  for (int i = 0; i < 30; i++)
    g_string_append_printf (pasted, "line %d of what was copied\n", i);
  talks_session_set_query (stage.session, pasted->str);
  panel_fixture_settle ();
  summary = talks_search_panel_get_summary (TALKS_SEARCH_PANEL (stage.panel));
  g_assert_true (g_str_has_prefix (summary, "No hit for “line 0 of what was copied line 1 of"));
  g_assert_null (strchr (summary, '\n'));
  gtk_widget_measure (stage.panel, GTK_ORIENTATION_VERTICAL, 280, &after, NULL, NULL, NULL);
  g_assert_cmpint (after, ==, before);
  stage_close (&stage);
}

/* Many records are searched on a worker; what is shown belongs to the last query. */
static void
test_search_many (void)
{
  Stage stage;
  TalksSearchPanel *panel;

  stage_open_with (&stage, talks_search_panel_new (), talks_generate_document (2500, 1));
  panel = TALKS_SEARCH_PANEL (stage.panel);
  talks_session_set_query (stage.session, "a");
  talks_session_set_query (stage.session, "xyzzy");
  for (int i = 0; i < 200 && talks_search_panel_get_summary (panel) == NULL; i++)
    panel_fixture_settle ();
  g_assert_cmpstr (talks_search_panel_get_summary (panel), ==, "No hit for “xyzzy”.");
  /* A panel may go while its search is under way. */
  talks_session_set_query (stage.session, "e");
  g_object_add_weak_pointer (G_OBJECT (stage.panel), (gpointer *) &stage.panel);
  gtk_window_destroy (GTK_WINDOW (stage.window));
  for (int i = 0; i < 4000 && stage.panel != NULL; i++)
    {
      panel_fixture_settle ();
      g_usleep (5000);
    }
  g_assert_null (stage.panel);
  g_assert_finalize_object (stage.session);
}

/* ---- outline ---- */

static void
test_outline (void)
{
  Stage stage;
  GtkWidget *list;
  GtkSelectionModel *model;

  stage_open (&stage, talks_outline_panel_new ());
  assert_text (stage.panel, "3 events");
  assert_text (stage.panel, "March 2022\nFirst round in the hall\n1 March 2022 · Reported\n");
  assert_text (stage.panel, "January 2023\nA speech about the border\nabout 2023 · Disputed\n");
  list = panel_fixture_find (stage.panel, GTK_TYPE_LIST_VIEW, NULL);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  g_assert_null (selected (&stage));

  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  g_assert_true (gtk_selection_model_is_selected (model, 2));
  /* A position selects its event here. */
  talks_session_select (stage.session, "n1");
  panel_fixture_settle ();
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_cmpstr (selected (&stage), ==, "n1");
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpstr (selected (&stage), ==, "speech");
  talks_session_select (stage.session, NULL);
  panel_fixture_settle ();
  g_assert_false (gtk_selection_model_is_selected (model, 1));
  stage_close (&stage);
}

/* ---- all of them ---- */

typedef GtkWidget *(*Maker) (void);

static const Maker makers[] = {
  talks_participants_panel_new, talks_event_panel_new,  talks_positions_panel_new,
  talks_sources_panel_new,      talks_search_panel_new, talks_outline_panel_new,
};

/* Whatever takes the keyboard and is no text has a name. */
static void
check_names (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if ((GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_LIST_BOX_ROW (widget)
       || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_LIST_VIEW (widget) || GTK_IS_LIST_BOX (widget)
       || GTK_IS_DROP_DOWN (widget) || GTK_IS_CHECK_BUTTON (widget))
      && !gtk_widget_has_css_class (widget, "toggle")
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    {
      g_autofree char *texts = panel_fixture_texts (widget);

      g_error ("%s has no name: %s", G_OBJECT_TYPE_NAME (widget), texts);
    }
  /* What is inside these is GTK's. */
  if (GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget)
      || GTK_IS_SCROLLBAR (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_accessible (void)
{
  for (size_t i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      Stage stage;

      stage_open (&stage, makers[i] ());
      g_assert_true (gtk_test_accessible_has_role (GTK_ACCESSIBLE (stage.panel),
                                                   GTK_ACCESSIBLE_ROLE_REGION));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (stage.panel),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
      talks_session_select (stage.session, "second");
      talks_session_set_highlight (stage.session, "ana");
      talks_session_set_query (stage.session, "sea");
      panel_fixture_settle ();
      check_names (stage.panel);
      stage_close (&stage);
    }
}

/* A panel that is not shown waits; when it is shown it catches up. */
static void
test_hidden (void)
{
  for (size_t i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      Stage stage;
      g_autofree char *before = NULL;
      g_autofree char *hidden = NULL;
      g_autoptr (TalksDocument) other = talks_document_new ();

      stage_open (&stage, makers[i] ());
      talks_session_set_query (stage.session, "sea");
      panel_fixture_settle ();
      before = panel_fixture_texts (stage.panel);
      gtk_widget_set_visible (stage.window, FALSE);
      talks_session_set_document (stage.session, other);
      panel_fixture_settle ();
      hidden = panel_fixture_texts (stage.panel);
      g_assert_cmpstr (hidden, ==, before);
      gtk_widget_set_visible (stage.window, TRUE);
      panel_fixture_settle ();
      assert_no_text (stage.panel, "Ana Arda");
      assert_no_text (stage.panel, "Second round");
      assert_no_text (stage.panel, "They meet");
      assert_no_text (stage.panel, "North");
      stage_close (&stage);
    }
}

/* Edits are shown at once, also those of what is selected. */
static void
test_edits (void)
{
  Stage stage;
  TalksEvent *event;

  stage_open (&stage, talks_event_panel_new ());
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  event = talks_test_event_new ("second", "talks", "2025-05-16");
  g_clear_pointer (&event->title, talks_text_unref);
  event->title = talks_text_new_plain ("Another title");
  talks_test_replace (talks_session_get_document (stage.session), event);
  panel_fixture_settle ();
  assert_text (stage.panel, "Another title");
  assert_no_text (stage.panel, "They met.");
  stage_close (&stage);
}

static void
test_palettes (void)
{
  for (size_t i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      Stage stage;

      stage_open (&stage, makers[i] ());
      talks_session_select (stage.session, "second");
      talks_session_set_query (stage.session, "sea");
      for (int theme = 0; theme < TALKS_N_THEMES; theme++)
        {
          talks_panel_set_palette (TALKS_PANEL (stage.panel), talks_palette_get ((TalksTheme) theme));
          panel_fixture_settle ();
        }
      stage_close (&stage);
    }
}

/* The bundled document at its last round. */
static void
test_bundled (void)
{
  Stage stage;

  stage_open_with (&stage, talks_event_panel_new (),
                   panel_fixture_open (g_getenv ("TALKS_TEST_DOCUMENT")));
  talks_session_select (stage.session, "istanbul-2025-05-16");
  panel_fixture_settle ();
  assert_text (stage.panel, "Friday, 16 May 2025");
  assert_text (stage.panel, "Hakan Fidan\nchair\n");
  assert_text (stage.panel, "Absent\nVolodymyr Zelensky\n");
  assert_text (stage.panel, "Vladimir Putin\nRussia\n");
  g_assert_true (gtk_widget_get_visible (
    panel_fixture_find (stage.panel, TALKS_TYPE_TABLE_PLAN_VIEW, NULL)));
  stage_close (&stage);
}

/* No panel needs more room than the side panes of a small window have. */
static void
test_widths (void)
{
  for (size_t i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      Stage stage;
      int minimum;

      stage_open_with (&stage, makers[i] (), panel_fixture_open (g_getenv ("TALKS_TEST_DOCUMENT")));
      talks_session_select (stage.session, "istanbul-2025-05-16");
      talks_session_set_query (stage.session, "istanbul");
      panel_fixture_settle ();
      gtk_widget_measure (stage.panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s: %d", G_OBJECT_TYPE_NAME (stage.panel), minimum);
      g_assert_cmpint (minimum, <=, 250);
      stage_close (&stage);
    }
}

int
main (int    argc,
      char **argv)
{
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    return 77; /* no display: skipped */
  g_setenv ("TZ", "UTC", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/panels/event/nothing", test_event_nothing);
  g_test_add_func ("/panels/event/texts", test_event_texts);
  g_test_add_func ("/panels/event/links", test_event_links);
  g_test_add_func ("/panels/event/positions", test_event_positions);
  g_test_add_func ("/panels/event/plan", test_event_plan);
  g_test_add_func ("/panels/participants/day", test_participants_day);
  g_test_add_func ("/panels/participants/card", test_participants_card);
  g_test_add_func ("/panels/participants/search", test_participants_search);
  g_test_add_func ("/panels/participants/calm", test_participants_calm);
  g_test_add_func ("/panels/positions/day", test_positions_day);
  g_test_add_func ("/panels/positions/topic", test_positions_topic);
  g_test_add_func ("/panels/positions/selected", test_positions_selected);
  g_test_add_func ("/panels/sources", test_sources);
  g_test_add_func ("/panels/sources/citing", test_sources_citing);
  g_test_add_func ("/panels/search", test_search);
  g_test_add_func ("/panels/search/entry", test_search_entry);
  g_test_add_func ("/panels/search/pasted", test_search_pasted);
  g_test_add_func ("/panels/search/many", test_search_many);
  g_test_add_func ("/panels/outline", test_outline);
  g_test_add_func ("/panels/accessible", test_accessible);
  g_test_add_func ("/panels/hidden", test_hidden);
  g_test_add_func ("/panels/edits", test_edits);
  g_test_add_func ("/panels/palettes", test_palettes);
  g_test_add_func ("/panels/bundled", test_bundled);
  g_test_add_func ("/panels/widths", test_widths);
  return g_test_run ();
}
