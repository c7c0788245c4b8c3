/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison of two dates as a reader meets it. */

#include "panel-fixture.h"

#include <string.h>

#include "talks-compare-choices.h"
#include "talks-compare-table.h"
#include "talks-compare-view.h"
#include "talks-test-support.h"
#include "talks-test-window.h"

#define assert_text panel_fixture_assert_text
#define assert_no_text panel_fixture_assert_no_text

/* The columns of two parties. */
enum
{
  NORTH_A,
  NORTH_B,
  SOUTH_A,
  SOUTH_B,
};

typedef struct
{
  TalksDocument *document;
  TalksSession  *session;
  GtkWidget     *window;
  GtkWidget     *view;
} Stage;

/* ---- a document ---- */

static void
add_position (TalksDocument *document,
              const char    *id,
              const char    *party,
              const char    *topic,
              const char    *date,
              const char    *label)
{
  TalksPosition *position = talks_test_position_new (id, party, topic, date);

  talks_text_unref (position->label);
  position->label = talks_text_new_plain (label);
  talks_test_cite (&position->sources, "paper");
  talks_test_add (document, position);
}

static void
add_round (TalksDocument *document,
           const char    *id,
           const char    *date,
           const char    *label,
           const char    *north_head)
{
  TalksEvent *event = talks_test_event_new (id, "talks", date);

  talks_text_unref (event->label);
  event->label = talks_text_new_plain (label);
  talks_test_attend (event, north_head, "head of delegation", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "Clara", "delegate", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "Vic", "head of delegation", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "Mia", "chair", TALKS_PRESENCE_PRESENT);
  talks_test_attend (event, "Ida", "delegate", TALKS_PRESENCE_ABSENT);
  talks_test_add (document, event);
}

static TalksDocument *
make_document (void)
{
  static const char * const people[][2] = {
    { "Ana", "North" }, { "Bela", "North" }, { "Clara", "North" }, { "Ida", "North" }, { "Vic", "South" },
    { "Mia", "Isle" },
  };
  TalksDocument *document = talks_document_new ();

  talks_test_add (document, talks_test_topic_new ("Truce"));
  talks_test_add (document, talks_test_topic_new ("Border"));
  talks_test_add (document, talks_test_topic_new ("Trade"));
  talks_test_add (document, talks_test_party_new ("North", "north"));
  talks_test_add (document, talks_test_party_new ("South", "south"));
  talks_test_add (document, talks_test_party_new ("Isle", "mediator"));
  for (size_t i = 0; i < G_N_ELEMENTS (people); i++)
    talks_test_add (document, talks_test_participant_new (people[i][0], people[i][1]));
  add_round (document, "r1", "2022-02-28", "Forest: first round", "Ana");
  add_round (document, "r2", "2022-03-29", "Palace: Ana meets Vic", "Ana");
  add_round (document, "r3", "2025-05-16", "Palace: Bela meets Vic", "Bela");

  add_position (document, "nt1", "North", "Truce", "2022-03-29", "Truce & <b>withdrawal</b>");
  add_position (document, "nt2", "North", "Truce", "2025-05-16", "Thirty days");
  add_position (document, "nt3", "North", "Truce", "2025-05-16", "Leaders to meet");
  add_position (document, "st1", "South", "Truce", "2022-03-01", "Talks first");
  add_position (document, "sb1", "South", "Border", "2024-06-14", "Four regions");
  add_position (document, "it1", "Isle", "Truce", "2025-05-01", "Truce soon");
  return document;
}

static void
stage_open_with (Stage         *stage,
                 TalksDocument *document,
                 int            width)
{
  stage->document = document;
  stage->session = talks_session_new ();
  talks_session_set_document (stage->session, document);
  stage->view = g_object_new (TALKS_TYPE_COMPARE_VIEW, NULL);
  stage->window = panel_fixture_present (stage->view, stage->session, width);
}

static void
stage_open (Stage *stage)
{
  stage_open_with (stage, make_document (), 1024);
}

/* Nothing outlives its window. */
static void
stage_close (Stage *stage)
{
  GtkWidget *view = g_object_ref (stage->view);

  gtk_window_destroy (GTK_WINDOW (stage->window));
  panel_fixture_settle ();
  g_assert_finalize_object (view);
  g_assert_finalize_object (stage->session);
  g_assert_finalize_object (stage->document);
}

/* ---- looking ---- */

static GtkWidget *
get_table (Stage *stage)
{
  return panel_fixture_find (stage->view, TALKS_TYPE_COMPARE_TABLE, NULL);
}

/* The row of that title. */
static GtkWidget *
get_row (Stage      *stage,
         const char *title)
{
  GtkBox *rows = talks_compare_table_get_rows (TALKS_COMPARE_TABLE (get_table (stage)));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      g_autofree char *texts = panel_fixture_texts (row);

      if (g_str_has_prefix (texts, title) && texts[strlen (title)] == '\n')
        return row;
    }
  g_error ("No row %s", title);
}

static GtkWidget *
get_cell (Stage      *stage,
          const char *row,
          guint       i)
{
  return talks_compare_row_get_cell (TALKS_COMPARE_ROW (get_row (stage, row)), i);
}

/* What a cell shows, its lines joined by "|" and without what keeps words together. */
static char *
cell_words (GtkWidget *cell)
{
  g_autofree char *texts = panel_fixture_texts (cell);
  g_autoptr (GString) words = g_string_new (texts);

  g_string_replace (words, "\302\240", " ", 0);
  g_string_replace (words, "\n", "|", 0);
  g_string_truncate (words, words->len - 1);
  return g_strdup (words->str);
}

static void
assert_cell (Stage      *stage,
             const char *row,
             guint       i,
             const char *expected)
{
  g_autofree char *words = cell_words (get_cell (stage, row, i));

  g_assert_cmpstr (words, ==, expected);
}

static void
assert_name (GtkWidget  *widget,
             const char *name)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* Chooser 0 or 1: what is chosen in it. */
static GtkWidget *
get_chooser (Stage *stage,
             guint  side)
{
  GtkWidget *first = panel_fixture_find (stage->view, GTK_TYPE_DROP_DOWN, NULL);

  return side == 0 ? first : gtk_widget_get_next_sibling (first);
}

static void
assert_chosen (Stage      *stage,
               const char *a,
               const char *b)
{
  g_assert_cmpstr (talks_compare_choice_get_short (talks_compare_chooser_get (get_chooser (stage, 0))), ==, a);
  g_assert_cmpstr (talks_compare_choice_get_short (talks_compare_chooser_get (get_chooser (stage, 1))), ==, b);
}

static void
choose (Stage *stage,
        guint  side,
        guint  position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_chooser (stage, side)), position);
  panel_fixture_settle ();
}

static void
switch_all_parties (Stage    *stage,
                    gboolean  all)
{
  gtk_switch_set_active (GTK_SWITCH (panel_fixture_find (stage->view, GTK_TYPE_SWITCH, NULL)), all);
  panel_fixture_settle ();
}

static void
toggle (GtkWidget *row,
        gboolean   open)
{
  talks_compare_row_set_open (TALKS_COMPARE_ROW (row), open);
  panel_fixture_settle ();
}

/* ---- what it says ---- */

static void
test_opens (void)
{
  Stage stage;

  stage_open (&stage);
  assert_chosen (&stage, "Palace · 29 March 2022", "Palace · 16 May 2025");
  assert_text (stage.view, "1 of 3 positions changed · 1 new");
  assert_text (stage.view, "All parties (1 more)");
  assert_text (get_table (&stage), "A · 29 March 2022");
  assert_text (get_table (&stage), "B · 16 May 2025");
  assert_name (get_chooser (&stage, 0), "Date A: Palace: Ana meets Vic · 29 March 2022");
  assert_name (get_chooser (&stage, 1), "Date B: Palace: Bela meets Vic · 16 May 2025");
  stage_close (&stage);
}

/* Nothing is told by colour alone: arrow, word, and a sentence for who does not see the table. */
static void
test_cells (void)
{
  static const struct
  {
    const char *row;
    guint       cell;
    const char *words;
    const char *name;
    gboolean    changed;
  } cases[] = {
    { "Truce", NORTH_A, "Truce & <b>withdrawal</b>|stated 29 March 2022 · 1 source",
      "North on Truce, date A: “Truce & <b>withdrawal</b>”, stated 29 March 2022 · 1 source.", FALSE },
    { "Truce", NORTH_B,
      "→|Thirty days|changed · stated 16 May 2025 · 1 source|Leaders to meet|changed · stated 16 May 2025 · 1 source",
      "North on Truce: was “Truce & <b>withdrawal</b>” (stated 29 March 2022); is “Thirty days”, “Leaders to meet” "
      "(stated 16 May 2025).",
      TRUE },
    { "Truce", SOUTH_B, "|Talks first|unchanged · stated 1 March 2022 · 1 source",
      "South on Truce: unchanged, “Talks first” (stated 1 March 2022).", FALSE },
    { "Border", SOUTH_A, "none stated", "South on Border: none stated by 29 March 2022.", FALSE },
    { "Border", SOUTH_B, "→|Four regions|new · stated 14 June 2024 · 1 source",
      "South on Border: none stated by 29 March 2022; new: “Four regions” (stated 14 June 2024).", TRUE },
    { "Border", NORTH_B, "|none stated", "North on Border: none stated by 16 May 2025.", FALSE },
    { "Delegations", NORTH_A, "Ana|led the delegation · 2 members named",
      "Ana, led the delegation · 2 members named", FALSE },
    { "Delegations", NORTH_B, "→|Bela|changed · led the delegation · 2 members named",
      "Delegation of North: led by Ana (29 March 2022) and by Bela (16 May 2025).", TRUE },
    { "Delegations", SOUTH_B, "|Vic|unchanged · led the delegation · 1 member named",
      "Delegation of South: led by Vic on both dates.", FALSE },
  };
  Stage stage;

  stage_open (&stage);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *cell = get_cell (&stage, cases[i].row, cases[i].cell);
      GtkWidget *line = panel_fixture_look_for (cell, GTK_TYPE_BUTTON, NULL);

      assert_cell (&stage, cases[i].row, cases[i].cell, cases[i].words);
      assert_name (line != NULL ? line : panel_fixture_find (cell, GTK_TYPE_LABEL, "none stated"), cases[i].name);
      g_assert_cmpint (gtk_widget_has_css_class (cell, "changed"), ==, cases[i].changed);
    }
  assert_cell (&stage, "Chair, mediators, hosts", 0, "A · 29 March 2022|Mia|chair · Isle");
  assert_cell (&stage, "Chair, mediators, hosts", 1, "B · 16 May 2025|Mia|chair · Isle");
  stage_close (&stage);
}

static void
test_swap (void)
{
  Stage stage;

  stage_open (&stage);
  panel_fixture_click (stage.view, "Swap");
  assert_chosen (&stage, "Palace · 16 May 2025", "Palace · 29 March 2022");
  assert_text (stage.view, "1 of 3 positions changed · 1 not yet stated");
  assert_cell (&stage, "Truce", NORTH_B,
               "←|Truce & <b>withdrawal</b>|changed since · stated 29 March 2022 · 1 source");
  assert_cell (&stage, "Border", SOUTH_B, "|none stated");
  panel_fixture_click (stage.view, "Swap");
  assert_chosen (&stage, "Palace · 29 March 2022", "Palace · 16 May 2025");
  stage_close (&stage);
}

/* ---- choosing ---- */

static void
test_choose (void)
{
  Stage stage;

  stage_open (&stage);
  choose (&stage, 0, 1);
  assert_chosen (&stage, "Forest · 28 February 2022", "Palace · 16 May 2025");
  assert_cell (&stage, "Truce", NORTH_A, "none stated");
  assert_text (get_table (&stage), "A · 28 February 2022");
  stage_close (&stage);
}

/* How many rows of the chooser's list have a tick that is seen. */
static guint
count_ticks (GtkWidget *widget)
{
  guint n = GTK_IS_IMAGE (widget)
            && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "object-select-symbolic") == 0
            && gtk_widget_get_opacity (widget) > 0.5;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_ticks (child);
  return n;
}

static void
test_tick (void)
{
  Stage stage;

  stage_open (&stage);
  g_signal_emit_by_name (get_chooser (&stage, 0), "activate");
  panel_fixture_settle ();
  g_assert_cmpuint (count_ticks (get_chooser (&stage, 0)), ==, 1);
  choose (&stage, 0, 1);
  g_assert_cmpuint (count_ticks (get_chooser (&stage, 0)), ==, 1);
  stage_close (&stage);
}

static void
test_as_of (void)
{
  Stage stage;
  GtkWidget *line;

  stage_open (&stage);
  line = panel_fixture_find (get_cell (&stage, "Truce", NORTH_B), GTK_TYPE_BUTTON, "Thirty");
  gtk_widget_grab_focus (line);
  talks_session_set_as_of (stage.session, talks_test_day ("2022-04-01"));
  panel_fixture_settle ();
  assert_cell (&stage, "Truce", SOUTH_B, "|Talks first|unchanged · stated 1 March 2022 · 1 source");
  assert_text (stage.view, "1 of 3 positions changed");

  choose (&stage, 1, 0);
  assert_chosen (&stage, "Palace · 29 March 2022", "As-of day · 1 April 2022");
  assert_cell (&stage, "Truce", NORTH_B,
               "|Truce & <b>withdrawal</b>|unchanged · stated 29 March 2022 · 1 source");

  /* The line is another one now, in the same place: whoever reads it stays there. */
  talks_session_set_as_of (stage.session, talks_test_day ("2025-05-16"));
  panel_fixture_settle ();
  assert_chosen (&stage, "Palace · 29 March 2022", "As-of day · 16 May 2025");
  assert_cell (&stage, "Border", SOUTH_B, "→|Four regions|new · stated 14 June 2024 · 1 source");
  g_assert_true (panel_fixture_find (get_cell (&stage, "Truce", NORTH_B), GTK_TYPE_BUTTON, "Thirty") == line);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (stage.window)) == line);
  stage_close (&stage);
}

/* Shown or not: a list is in a popover. */
static GtkWidget *
find_hidden (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_hidden (child, type);
  return found;
}

/* The search of a chooser looks anywhere in a label. */
static void
test_search (void)
{
  static const struct
  {
    const char *query;
    guint       found;
  } cases[] = { { "palace", 2 }, { "bela", 1 }, { "2022", 2 }, { "16 May", 2 }, { "nowhere", 0 }, { "", 4 } };
  Stage stage;
  GtkWidget *chooser;
  GtkWidget *entry;
  GListModel *rows;

  stage_open (&stage);
  chooser = get_chooser (&stage, 0);
  entry = find_hidden (chooser, GTK_TYPE_SEARCH_ENTRY);
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_hidden (chooser, GTK_TYPE_LIST_VIEW))));
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].query);
      g_signal_emit_by_name (entry, "search-changed");
      g_assert_cmpuint (g_list_model_get_n_items (rows), ==, cases[i].found);
    }
  stage_close (&stage);
}

static void
test_all_parties (void)
{
  Stage stage;

  stage_open (&stage);
  toggle (get_row (&stage, "Truce"), TRUE);
  assert_no_text (get_table (&stage), "Truce soon");
  switch_all_parties (&stage, TRUE);
  assert_cell (&stage, "Truce", 5, "→|Truce soon|new · stated 1 May 2025 · 1 source");
  assert_text (stage.view, "1 of 4 positions changed · 2 new");

  /* What was open is open, with the new party in it. */
  g_assert_true (talks_compare_row_get_open (TALKS_COMPARE_ROW (get_row (&stage, "Truce"))));
  assert_text (talks_compare_row_get_body (TALKS_COMPARE_ROW (get_row (&stage, "Truce"))), "Truce soon");
  switch_all_parties (&stage, FALSE);
  assert_no_text (get_table (&stage), "Truce soon");

  /* Nobody else had said anything by then. */
  choose (&stage, 1, 2);
  g_assert_false (gtk_widget_get_sensitive (panel_fixture_find (stage.view, GTK_TYPE_SWITCH, NULL)));
  stage_close (&stage);
}

/* ---- below the rows ---- */

static void
test_history (void)
{
  Stage stage;
  GtkWidget *row;
  GtkWidget *button;
  GtkWidget *body;
  const char *label;
  const char *stands;

  stage_open (&stage);
  row = get_row (&stage, "Truce");
  button = panel_fixture_find (row, GTK_TYPE_TOGGLE_BUTTON, "History · 4");
  assert_name (button, "History of Truce: 4 positions");
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  toggle (row, TRUE);
  gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);

  body = talks_compare_row_get_body (TALKS_COMPARE_ROW (row));
  {
    g_autofree char *texts = panel_fixture_texts (body);

    label = strstr (texts, "1 March 2022\nTalks first");
    stands = strstr (texts, "stands on A · stands on B");
    g_assert_nonnull (label);
    g_assert_nonnull (stands);
    g_assert_true (strstr (texts, "Truce & <b>withdrawal</b>") > label);
    g_assert_true (strstr (texts, "Thirty days") > strstr (texts, "Truce & <b>withdrawal</b>"));
  }

  /* A click selects, and says so, without taking the place away. */
  button = panel_fixture_find (body, GTK_TYPE_BUTTON, "withdrawal");
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
  panel_fixture_settle ();
  g_assert_cmpstr (talks_session_get_selection (stage.session)->id, ==, "nt1");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (stage.window)) == button);
  assert_text (button, "selected");
  assert_text (get_cell (&stage, "Truce", NORTH_A), "selected");
  assert_no_text (get_cell (&stage, "Truce", NORTH_B), "selected");

  toggle (row, FALSE);
  g_assert_null (talks_compare_row_get_body (TALKS_COMPARE_ROW (row)));
  g_assert_false (gtk_widget_get_sensitive (panel_fixture_find (get_row (&stage, "Trade"), GTK_TYPE_TOGGLE_BUTTON,
                                                                "History")));
  stage_close (&stage);
}

static void
test_click_cell (void)
{
  Stage stage;

  stage_open (&stage);
  panel_fixture_click (get_cell (&stage, "Truce", NORTH_B), "Leaders");
  g_assert_cmpstr (talks_session_get_selection (stage.session)->id, ==, "nt3");
  panel_fixture_click (get_cell (&stage, "Delegations", NORTH_B), "Bela");
  g_assert_cmpstr (talks_session_get_highlight (stage.session), ==, "Bela");
  g_assert_true (gtk_widget_has_css_class (get_cell (&stage, "Truce", SOUTH_B), "talks-compare-unlit"));
  g_assert_false (gtk_widget_has_css_class (get_cell (&stage, "Truce", NORTH_B), "talks-compare-unlit"));
  stage_close (&stage);
}

static void
test_members (void)
{
  Stage stage;

  stage_open (&stage);
  assert_no_text (get_table (&stage), "Clara");
  toggle (get_row (&stage, "Delegations"), TRUE);
  assert_cell (&stage, "Members", NORTH_A, "Clara|No office named on this day · also on B|Ida|absent");
  assert_cell (&stage, "Members", NORTH_B, "|Clara|No office named on this day · also on A|Ida|absent");
  assert_cell (&stage, "Members", SOUTH_A, "none named");
  toggle (get_row (&stage, "Delegations"), FALSE);
  assert_no_text (get_table (&stage), "Clara");
  stage_close (&stage);
}

/* ---- the document changes ---- */

static void
test_edit (void)
{
  Stage stage;

  stage_open (&stage);
  choose (&stage, 0, 1);
  add_position (stage.document, "nt0", "North", "Truce", "2022-02-01", "Stop at once");
  panel_fixture_settle ();
  assert_chosen (&stage, "Forest · 28 February 2022", "Palace · 16 May 2025");
  assert_cell (&stage, "Truce", NORTH_A, "Stop at once|stated 1 February 2022 · 1 source");

  /* What was chosen is gone. */
  talks_test_remove (stage.document, "r1");
  panel_fixture_settle ();
  assert_chosen (&stage, "Palace · 29 March 2022", "Palace · 16 May 2025");

  talks_test_add (stage.document, talks_test_topic_new ("Sea"));
  panel_fixture_settle ();
  assert_cell (&stage, "Sea", NORTH_A, "none stated");
  stage_close (&stage);
}

static void
test_other_document (void)
{
  TalksDocument *other = panel_fixture_document ();
  Stage stage;

  stage_open (&stage);
  choose (&stage, 0, 0);
  talks_session_set_document (stage.session, other);
  panel_fixture_settle ();
  g_assert_finalize_object (stage.document);
  stage.document = other;
  assert_chosen (&stage, "First round · 1 March 2022", "Second round · 16 May 2025");
  assert_cell (&stage, "Truce", NORTH_B, "→|Truce for a month|changed · stated 16 May 2025 · 2 sources");
  stage_close (&stage);
}

static void
test_without_rounds (void)
{
  TalksDocument *document = talks_document_new ();
  Stage stage;

  stage_open_with (&stage, document, 1024);
  assert_text (stage.view, "This document has no positions to compare.");
  g_assert_false (gtk_widget_get_visible (panel_fixture_find (stage.view, GTK_TYPE_SWITCH, NULL)) &&
                  gtk_widget_get_sensitive (panel_fixture_find (stage.view, GTK_TYPE_SWITCH, NULL)));
  panel_fixture_click (stage.view, "Swap");

  talks_test_add (document, talks_test_topic_new ("Truce"));
  talks_test_add (document, talks_test_party_new ("North", "north"));
  add_position (document, "one", "North", "Truce", "2022-01-01", "One");
  add_position (document, "two", "North", "Truce", "2022-02-01", "Two");
  panel_fixture_settle ();
  assert_no_text (stage.view, "no positions to compare");
  choose (&stage, 0, 1);
  choose (&stage, 1, 2);
  assert_chosen (&stage, "First day · 1 January 2022", "Last day · 1 February 2022");
  assert_cell (&stage, "Truce", NORTH_B, "→|Two|changed · stated 1 February 2022 · 1 source");
  assert_cell (&stage, "Delegations", NORTH_A, "no delegation named");
  stage_close (&stage);
}

static void
test_palettes (void)
{
  Stage stage;

  stage_open (&stage);
  for (TalksTheme theme = 0; theme < TALKS_N_THEMES; theme++)
    {
      talks_compare_view_set_palette (TALKS_COMPARE_VIEW (stage.view), talks_palette_get (theme));
      panel_fixture_settle ();
      assert_cell (&stage, "Border", SOUTH_B, "→|Four regions|new · stated 14 June 2024 · 1 source");
    }
  talks_compare_view_set_session (TALKS_COMPARE_VIEW (stage.view), NULL);
  talks_session_set_as_of (stage.session, talks_test_day ("2023-01-01"));
  panel_fixture_settle ();
  stage_close (&stage);
}

/* ---- where things stand ---- */

static graphene_rect_t
get_bounds (GtkWidget *widget,
            GtkWidget *ancestor)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, ancestor, &bounds));
  return bounds;
}

/* Two parties fit a small window; columns of all rows and of the header stand under each other. */
static void
test_columns (void)
{
  static const char * const rows[] = { "Delegations", "Truce", "Border", "Trade" };
  Stage stage;
  GtkAdjustment *scroll;
  GtkWidget *header;

  stage_open (&stage);
  scroll = talks_compare_table_get_scroll (TALKS_COMPARE_TABLE (get_table (&stage)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), ==, gtk_adjustment_get_page_size (scroll));
  header = panel_fixture_find (get_table (&stage), TALKS_TYPE_COMPARE_ROW, "Topic");
  for (guint i = 0; i < 4; i++)
    {
      graphene_rect_t first = get_bounds (talks_compare_row_get_cell (TALKS_COMPARE_ROW (header), i),
                                          get_table (&stage));

      g_assert_cmpfloat (first.size.width, >=, 180);
      for (size_t j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          GtkWidget *cell = get_cell (&stage, rows[j], i);
          graphene_rect_t bounds = get_bounds (cell, get_table (&stage));

          /* A cell has a margin, a column of the header has none. */
          g_assert_cmpfloat (ABS (bounds.origin.x - first.origin.x), <=, 4);
          g_assert_cmpfloat (ABS (bounds.size.width - first.size.width), <=, 8);
          g_assert_cmpint (gtk_widget_get_height (cell), >=, gtk_widget_get_height (gtk_widget_get_last_child (cell)));
        }
    }
  stage_close (&stage);
}

/* Scrolled sideways the header follows, a cover keeps the topic, and the focus comes out from under it. */
static void
test_scroll (void)
{
  Stage stage;
  GtkAdjustment *scroll;
  GtkWidget *header;
  GtkWidget *row;
  GtkWidget *line;
  graphene_rect_t bounds;

  stage_open_with (&stage, make_document (), 700);
  switch_all_parties (&stage, TRUE);
  scroll = talks_compare_table_get_scroll (TALKS_COMPARE_TABLE (get_table (&stage)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (scroll), >, gtk_adjustment_get_page_size (scroll));
  row = get_row (&stage, "Truce");
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_last_child (row)));

  gtk_adjustment_set_value (scroll, 320);
  panel_fixture_settle ();
  header = panel_fixture_find (get_table (&stage), TALKS_TYPE_COMPARE_ROW, "Topic");
  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat (ABS (get_bounds (talks_compare_row_get_cell (TALKS_COMPARE_ROW (header), i),
                                        get_table (&stage)).origin.x
                            - get_bounds (get_cell (&stage, "Truce", i), get_table (&stage)).origin.x),
                       <=, 4);
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_last_child (row)));
  bounds = get_bounds (gtk_widget_get_last_child (row), get_table (&stage));
  g_assert_cmpfloat (ABS (bounds.origin.x), <=, 4);

  line = panel_fixture_find (get_cell (&stage, "Truce", NORTH_A), GTK_TYPE_BUTTON, NULL);
  gtk_widget_grab_focus (line);
  panel_fixture_settle ();
  g_assert_cmpfloat (get_bounds (line, get_table (&stage)).origin.x, >=,
                     talks_compare_row_get_head_width (TALKS_COMPARE_ROW (row)));
  stage_close (&stage);
}

/* From right to left the first column stands on the right. */
static void
test_mirrored (void)
{
  Stage stage;
  GtkWidget *row;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  stage_open (&stage);
  row = get_row (&stage, "Truce");
  g_assert_cmpfloat (get_bounds (get_cell (&stage, "Truce", NORTH_A), row).origin.x, >,
                     get_bounds (get_cell (&stage, "Truce", NORTH_B), row).origin.x);
  assert_text (get_cell (&stage, "Truce", NORTH_B), "←");
  stage_close (&stage);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* Everything can be reached with Tab, from the choosers to the last row. */
static void
test_keyboard (void)
{
  Stage stage;
  gboolean reached[3] = { FALSE, FALSE, FALSE };

  stage_open (&stage);
  talks_test_focus_window (GTK_WINDOW (stage.window));
  gtk_widget_grab_focus (get_chooser (&stage, 0));
  for (int i = 0; i < 40; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (stage.window));

      g_assert_nonnull (focus);
      reached[0] |= GTK_IS_SWITCH (focus);
      reached[1] |= gtk_widget_is_ancestor (focus, get_row (&stage, "Delegations"));
      reached[2] |= gtk_widget_is_ancestor (focus, get_cell (&stage, "Border", SOUTH_B));
      gtk_widget_child_focus (stage.window, GTK_DIR_TAB_FORWARD);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (reached); i++)
    g_assert_true (reached[i]);
  stage_close (&stage);
}

/* The bundled document opens on the two meetings in Istanbul. */
static void
test_bundled (void)
{
  const char *path = g_getenv ("TALKS_TEST_DOCUMENT");
  Stage stage;

  if (path == NULL)
    {
      g_test_skip ("TALKS_TEST_DOCUMENT is not set");
      return;
    }
  stage_open_with (&stage, panel_fixture_open (path), 1600);
  assert_chosen (&stage, "Istanbul · 29 March 2022", "Istanbul · 16 May 2025");
  assert_text (get_cell (&stage, "Delegations", NORTH_A), "Davyd Arakhamia");
  assert_text (get_cell (&stage, "Delegations", NORTH_B), "Rustem Umerov");
  assert_text (get_cell (&stage, "Ceasefire", SOUTH_B), "changed");
  stage_close (&stage);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare-view/opens", test_opens);
  g_test_add_func ("/compare-view/cells", test_cells);
  g_test_add_func ("/compare-view/swap", test_swap);
  g_test_add_func ("/compare-view/choose", test_choose);
  g_test_add_func ("/compare-view/tick", test_tick);
  g_test_add_func ("/compare-view/as-of", test_as_of);
  g_test_add_func ("/compare-view/search", test_search);
  g_test_add_func ("/compare-view/all-parties", test_all_parties);
  g_test_add_func ("/compare-view/history", test_history);
  g_test_add_func ("/compare-view/click-cell", test_click_cell);
  g_test_add_func ("/compare-view/members", test_members);
  g_test_add_func ("/compare-view/edit", test_edit);
  g_test_add_func ("/compare-view/other-document", test_other_document);
  g_test_add_func ("/compare-view/without-rounds", test_without_rounds);
  g_test_add_func ("/compare-view/palettes", test_palettes);
  g_test_add_func ("/compare-view/columns", test_columns);
  g_test_add_func ("/compare-view/scroll", test_scroll);
  g_test_add_func ("/compare-view/mirrored", test_mirrored);
  g_test_add_func ("/compare-view/keyboard", test_keyboard);
  g_test_add_func ("/compare-view/bundled", test_bundled);

  return g_test_run ();
}
