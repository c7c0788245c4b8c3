/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations below what they are about, and the passages that they quote. */

#include "panel-fixture.h"

#include "talks-event-panel.h"
#include "talks-positions-panel.h"
#include "talks-test-support.h"

#include <string.h>

typedef struct
{
  TalksDocument *document;
  TalksSession  *session;
  GtkWidget     *window;
  GtkWidget     *panel;
} Stage;

static void
stage_open (Stage     *stage,
            GtkWidget *panel)
{
  stage->document = panel_fixture_document ();
  stage->session = talks_session_new ();
  talks_session_set_document (stage->session, stage->document);
  stage->panel = panel;
  stage->window = panel_fixture_present (panel, stage->session, 330);
}

static void
stage_close (Stage *stage)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  panel_fixture_settle ();
  g_object_unref (stage->session);
  g_object_unref (stage->document);
}

static void
annotate (Stage      *stage,
          const char *id,
          const char *target,
          const char *exact,
          const char *prefix)
{
  TalksAnnotation *annotation = talks_test_annotation_new (id, target);

  annotation->exact = g_strdup (exact);
  annotation->prefix = g_strdup (prefix);
  annotation->creator = g_strdup ("Archivist Eve");
  annotation->created = g_strdup ("2025-05-16T13:35:00Z");
  talks_test_add (stage->document, annotation);
  panel_fixture_settle ();
}

/* The underlined parts of the label that shows text, each in brackets; each has a ground too. */
static char *
dump_marks (GtkWidget  *panel,
            const char *text)
{
  GtkWidget *label = panel_fixture_find (panel, GTK_TYPE_LABEL, text);
  PangoAttrList *attributes = gtk_label_get_attributes (GTK_LABEL (label));
  GSList *all = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;
  GString *marks = g_string_new (NULL);
  int n_grounds = 0;
  int n_lines = 0;

  for (GSList *l = all; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      n_grounds += attribute->klass->type == PANGO_ATTR_BACKGROUND;
      if (attribute->klass->type != PANGO_ATTR_UNDERLINE)
        continue;
      n_lines++;
      g_string_append_printf (marks, "[%.*s]", (int) (attribute->end_index - attribute->start_index),
                              gtk_label_get_text (GTK_LABEL (label)) + attribute->start_index);
    }
  g_assert_cmpint (n_grounds, ==, n_lines);
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return g_string_free (marks, FALSE);
}

static void
assert_marks (GtkWidget  *panel,
              const char *text,
              const char *expected)
{
  g_autofree char *marks = dump_marks (panel, text);

  g_assert_cmpstr (marks, ==, expected);
}

static void
test_position (void)
{
  Stage stage;

  stage_open (&stage, talks_event_panel_new ());
  talks_session_select (stage.session, "n2");
  panel_fixture_settle ();
  assert_marks (stage.panel, "Thirty days without fire.", "");
  annotate (&stage, "words", "n2", "Thirty days", NULL);
  assert_marks (stage.panel, "Thirty days without fire.", "[Thirty days]");
  assert_marks (stage.panel, "“Thirty days”", "[Thirty days]");
  panel_fixture_assert_text (stage.panel, "Archivist Eve");
  panel_fixture_assert_text (stage.panel, "16 May 2025 at 13:35");

  /* Taken away, the mark goes too. */
  talks_test_remove (stage.document, "words");
  panel_fixture_settle ();
  assert_marks (stage.panel, "Thirty days without fire.", "");
  stage_close (&stage);
}

static void
test_event (void)
{
  Stage stage;
  g_autofree char *summary = NULL;
  g_autofree char *word = NULL;
  TalksEvent *event;
  const char *text;

  stage_open (&stage, talks_event_panel_new ());
  talks_session_select (stage.session, "second");
  panel_fixture_settle ();
  event = talks_document_lookup_kind (stage.document, TALKS_RECORD_EVENT, "second");
  text = talks_text_get (event->summary, "en");
  word = g_strndup (text, strcspn (text, " "));
  summary = g_strdup_printf ("[%s]", word);
  annotate (&stage, "other", "first", word, NULL);
  assert_marks (stage.panel, text, "");
  annotate (&stage, "start", "second", word, NULL);
  assert_marks (stage.panel, text, summary);
  stage_close (&stage);
}

/* A passage that stands elsewhere too is told by what stands before it. */
static void
test_prefix (void)
{
  Stage stage;

  stage_open (&stage, talks_event_panel_new ());
  talks_session_select (stage.session, "n2");
  panel_fixture_settle ();
  annotate (&stage, "none", "n2", "days", "Forty ");
  assert_marks (stage.panel, "Thirty days without fire.", "");
  annotate (&stage, "one", "n2", "days", "Thirty ");
  assert_marks (stage.panel, "Thirty days without fire.", "[days]");
  stage_close (&stage);
}

static void
test_positions_panel (void)
{
  Stage stage;
  GtkWidget *row;

  stage_open (&stage, talks_positions_panel_new ());
  talks_session_set_as_of (stage.session, talks_test_day ("2025-06-01"));
  talks_session_select (stage.session, "n2");
  panel_fixture_settle ();
  annotate (&stage, "words", "n2", "without fire", NULL);
  row = panel_fixture_look_for (stage.panel, GTK_TYPE_LABEL, "Thirty days without fire.");
  if (row == NULL)
    panel_fixture_click (stage.panel, "Truce for a month");
  panel_fixture_settle ();
  assert_marks (stage.panel, "Thirty days without fire.", "[without fire]");
  panel_fixture_assert_text (stage.panel, "Archivist Eve");
  stage_close (&stage);
}

/* Many annotations that quote much cost little. */
static void
test_many (void)
{
  g_autofree char *marks = NULL;
  Stage stage;
  gint64 start = g_get_monotonic_time ();

  stage_open (&stage, talks_event_panel_new ());
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%d", i);
      TalksAnnotation *annotation = talks_test_annotation_new (id, "n2");

      annotation->exact = g_strdup ("i");
      talks_test_add (stage.document, annotation);
    }
  talks_session_select (stage.session, "n2");
  panel_fixture_settle ();
  marks = dump_marks (stage.panel, "Thirty days without fire.");
  g_assert_cmpuint (strlen (marks), <=, 3 * 200);
  g_test_minimized_result ((double) (g_get_monotonic_time () - start) / 1e6, "seconds");
  stage_close (&stage);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/panels/annotations/position", test_position);
  g_test_add_func ("/panels/annotations/event", test_event);
  g_test_add_func ("/panels/annotations/prefix", test_prefix);
  g_test_add_func ("/panels/annotations/positions-panel", test_positions_panel);
  g_test_add_func ("/panels/annotations/many", test_many);
  return g_test_run ();
}
