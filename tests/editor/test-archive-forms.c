/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The forms of sources, annotations and tours, as an archivist uses them. */

#include <string.h>

#include "talks-editor.h"
#include "talks-form-kinds.h"
#include "talks-history.h"
#include "talks-passage-field.h"
#include "talks-paste-field.h"
#include "talks-test-support.h"
#include "talks-validate.h"

typedef struct
{
  TalksDocument *document;
  TalksSession  *session;
  TalksHistory  *history;
  TalksForm     *form;
} Stage;

static TalksDocument *
make_document (void)
{
  TalksDocument *document = talks_document_new ();
  TalksEvent *event = talks_test_event_new ("round", "talks", "2022-03-29");
  TalksTour *tour = talks_record_new (TALKS_RECORD_TOUR, "tour");
  TalksSource *source = talks_test_source_new ("paper", "https://example.org/");
  TalksName *name = g_new0 (TalksName, 1);

  g_clear_pointer (&event->summary, talks_text_unref);
  event->summary = talks_text_new_plain ("The parties met. The parties talked.");
  talks_test_add (document, talks_test_lane_new ("lane", "talks"));
  talks_test_add (document, event);
  name->family = g_strdup ("Lovelace");
  name->non_dropping_particle = g_strdup ("de");
  g_ptr_array_add (source->author, name);
  talks_test_add (document, source);
  tour->title = talks_text_new_plain ("A tour");
  for (int i = 0; i < 2; i++)
    {
      TalksTourStep *step = g_new0 (TalksTourStep, 1);

      step->event = g_strdup ("round");
      step->title = talks_text_new_plain (i == 0 ? "First" : "Second");
      step->show = g_strsplit (i == 0 ? "table" : "positions outcome", " ", -1);
      g_ptr_array_add (tour->steps, step);
    }
  talks_test_add (document, tour);
  return document;
}

/* record: to edit; NULL: one is added. */
static void
stage_open (Stage           *stage,
            TalksRecordKind  kind,
            const char      *id)
{
  stage->document = make_document ();
  stage->session = talks_session_new ();
  talks_session_set_document (stage->session, stage->document);
  talks_session_select (stage->session, "round");
  stage->history = talks_session_get_history (stage->session);
  talks_history_set_author (stage->history, "Eve");
  stage->form = TALKS_FORM (talks_form_new (NULL, stage->session, talks_form_kind_get (kind),
                                            talks_document_lookup (stage->document, id), NULL));
  gtk_window_present (GTK_WINDOW (stage->form));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
apply (Stage *stage)
{
  g_assert_true (talks_form_apply (stage->form));
  stage->form = NULL;
}

static void
stage_close (Stage *stage)
{
  if (stage->form != NULL)
    gtk_window_destroy (GTK_WINDOW (stage->form));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (stage->session);
  g_assert_finalize_object (stage->document);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static gboolean
has_words (const char *text,
           const char *words)
{
  return text != NULL && strstr (text, words) != NULL;
}

/* Clicks the button whose label or tooltip has these words. */
static gboolean
click (GtkWidget  *widget,
       const char *words)
{
  if (GTK_IS_BUTTON (widget)
      && (has_words (gtk_button_get_label (GTK_BUTTON (widget)), words)
          || has_words (gtk_widget_get_tooltip_text (widget), words)))
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (click (child, words))
      return TRUE;
  return FALSE;
}

/* Puts text into the only text view of a field. */
static void
write_text (Stage      *stage,
            const char *field,
            const char *text)
{
  GtkWidget *view = find (GTK_WIDGET (talks_form_get_field (stage->form, field)), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static gpointer
draft (Stage *stage)
{
  return talks_form_get_context (stage->form)->draft;
}

static TalksPasteField *
paste_field (Stage *stage)
{
  return TALKS_PASTE_FIELD (find (GTK_WIDGET (stage->form), TALKS_TYPE_PASTE_FIELD));
}

static void
assert_said (gpointer       field,
             TalksSayStyle  style,
             const char    *words)
{
  TalksSayStyle found;
  const char *said = talks_form_field_get_said (field, &found);

  g_assert_nonnull (said);
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, words));
  g_assert_cmpint (found, ==, style);
}

/* ---- all three ---- */

/* What a form does not show it makes by itself. */
static void
test_complete (void)
{
  static const struct { TalksRecordKind kind; const char *but; } cases[] = {
    { TALKS_RECORD_SOURCE, "" },
    { TALKS_RECORD_ANNOTATION, "created modified prefix suffix" },
    { TALKS_RECORD_TOUR, "" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TalksFieldSet *set = talks_record_kind_get_fields (cases[i].kind);
      Stage stage;

      stage_open (&stage, cases[i].kind, NULL);
      for (guint k = 0; k < set->n_fields; k++)
        g_assert_true ((talks_form_get_field (stage.form, set->fields[k].name) == NULL)
                       == (strstr (cases[i].but, set->fields[k].name) != NULL));
      stage_close (&stage);
    }
}

static void
test_untouched (void)
{
  static const struct { TalksRecordKind kind; const char *id; } cases[] = {
    { TALKS_RECORD_SOURCE, "paper" }, { TALKS_RECORD_TOUR, "tour" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Stage stage;

      stage_open (&stage, cases[i].kind, cases[i].id);
      g_assert_false (talks_form_is_modified (stage.form));
      g_assert_true (talks_record_equal (draft (&stage), talks_document_lookup (stage.document, cases[i].id)));
      apply (&stage);
      g_assert_cmpuint (talks_history_get_n_steps (stage.history), ==, 0);
      stage_close (&stage);
    }
}

/* ---- sources ---- */

static void
test_paste_address (void)
{
  Stage stage;
  TalksSource *source;

  stage_open (&stage, TALKS_RECORD_SOURCE, NULL);
  talks_paste_field_paste (paste_field (&stage), " https://example.org/a ");
  assert_said (paste_field (&stage), TALKS_SAY_UNDERSTOOD, "web address");
  source = draft (&stage);
  g_assert_cmpstr (source->url, ==, "https://example.org/a");
  g_assert_cmpstr (source->type, ==, "webpage");
  g_assert_cmpint (talks_date_get_earliest (source->accessed), ==, talks_day_today ());
  apply (&stage);
  g_assert_cmpuint (talks_document_count (stage.document, TALKS_RECORD_SOURCE), ==, 2);
  g_assert_cmpuint (talks_history_get_n_steps (stage.history), ==, 1);
  stage_close (&stage);
}

static void
test_paste_entry (void)
{
  Stage stage;
  TalksSource *source;

  stage_open (&stage, TALKS_RECORD_SOURCE, NULL);
  talks_paste_field_paste (paste_field (&stage), "@book{k, title={A book}, author={Ada Lovelace}, year=1843, mood={x}}");
  assert_said (paste_field (&stage), TALKS_SAY_WARNING, "mood");
  source = draft (&stage);
  g_assert_cmpstr (source->title, ==, "A book");
  g_assert_cmpuint (source->author->len, ==, 1);

  /* Another one takes its place; what the user wrote since stays. */
  g_free (source->publisher);
  source->publisher = g_strdup ("By hand");
  talks_paste_field_paste (paste_field (&stage), "{\"type\": \"speech\", \"title\": \"A speech\"}");
  assert_said (paste_field (&stage), TALKS_SAY_UNDERSTOOD, "CSL-JSON");
  g_assert_cmpstr (source->title, ==, "A speech");
  g_assert_cmpstr (source->type, ==, "speech");
  g_assert_cmpstr (source->publisher, ==, "By hand");
  g_assert_cmpuint (source->author->len, ==, 0);
  g_assert_null (source->issued);

  talks_paste_field_paste (paste_field (&stage), "no source at all");
  assert_said (paste_field (&stage), TALKS_SAY_WARNING, "neither");
  g_assert_null (source->title);
  talks_paste_field_paste (paste_field (&stage), "");
  g_assert_cmpstr (source->type, ==, "webpage");
  stage_close (&stage);
}

static void
test_paste_several (void)
{
  Stage stage;

  stage_open (&stage, TALKS_RECORD_SOURCE, NULL);
  talks_paste_field_paste (paste_field (&stage),
                           "@book{one, title={Alpha}}\n@book{alpha, title={Two}}\n@book{paper, title={Three}}");
  assert_said (paste_field (&stage), TALKS_SAY_UNDERSTOOD, "3 sources");
  g_assert_cmpstr (((TalksSource *) draft (&stage))->title, ==, "Alpha");
  apply (&stage);
  g_assert_cmpuint (talks_document_count (stage.document, TALKS_RECORD_SOURCE), ==, 4);
  g_assert_cmpuint (talks_history_get_n_steps (stage.history), ==, 1);
  g_assert_cmpstr (talks_history_get_undo_name (stage.history), ==, "Add 3 sources");
  g_assert_true (talks_history_undo (stage.history, NULL));
  g_assert_cmpuint (talks_document_count (stage.document, TALKS_RECORD_SOURCE), ==, 1);
  stage_close (&stage);
}

static void
test_paste_several_into_one (void)
{
  Stage stage;

  stage_open (&stage, TALKS_RECORD_SOURCE, "paper");
  talks_paste_field_paste (paste_field (&stage), "https://example.org/a https://example.org/b");
  assert_said (paste_field (&stage), TALKS_SAY_PROBLEM, "several");
  g_assert_false (talks_form_apply (stage.form));
  talks_paste_field_paste (paste_field (&stage), "");
  apply (&stage);
  g_assert_cmpuint (talks_history_get_n_steps (stage.history), ==, 0);
  stage_close (&stage);
}

static void
test_empty_author (void)
{
  Stage stage;

  stage_open (&stage, TALKS_RECORD_SOURCE, "paper");
  g_assert_true (click (GTK_WIDGET (talks_form_get_field (stage.form, "author")), "Add an author"));
  g_assert_cmpuint (((TalksSource *) draft (&stage))->author->len, ==, 2);
  apply (&stage);
  g_assert_cmpuint (((TalksSource *) talks_document_lookup (stage.document, "paper"))->author->len, ==, 1);
  stage_close (&stage);
}

/* ---- annotations ---- */

static TalksPassageField *
passage_field (Stage *stage)
{
  return TALKS_PASSAGE_FIELD (talks_form_get_field (stage->form, "exact"));
}

static TalksAnnotation *
get_annotation (Stage *stage)
{
  return talks_document_get_records (stage->document, TALKS_RECORD_ANNOTATION)->pdata[0];
}

static void
add_annotation (Stage *stage)
{
  stage_open (stage, TALKS_RECORD_ANNOTATION, NULL);
  g_assert_false (talks_form_apply (stage->form)); /* There is no text yet. */
  write_text (stage, "body", "Which parties?");
  talks_passage_field_show_text (passage_field (stage), 0);
  talks_passage_field_select (passage_field (stage), 17, 28);
  talks_passage_field_quote (passage_field (stage));
  assert_said (passage_field (stage), TALKS_SAY_UNDERSTOOD, "“The parties”");
  apply (stage);
}

/* Once it is added, what it is about is in view, and not the timeline as a whole. */
static void
test_annotation_is_seen (void)
{
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksSession) session = talks_session_new ();
  g_autoptr (TalksRecord) prefill = talks_record_new (TALKS_RECORD_ANNOTATION, "new");
  g_autoptr (GtkWindow) form = NULL;

  talks_session_set_document (session, document);
  talks_session_select (session, "round");
  ((TalksAnnotation *) prefill)->body = g_strdup ("Which parties?");
  talks_editor_add (NULL, session, TALKS_RECORD_ANNOTATION, prefill);
  form = g_list_model_get_item (gtk_window_get_toplevels (), 0);
  g_assert_true (talks_form_apply (TALKS_FORM (form)));
  g_assert_cmpuint (talks_document_count (document, TALKS_RECORD_ANNOTATION), ==, 1);
  g_assert_cmpstr (talks_session_get_selection (session)->id, ==, "round");
}

/* What was searched for and not found begins the form that adds it. */
static void
test_named (void)
{
  static const struct
  {
    TalksRecordKind kind;
    const char     *text;
    const char     *title;
    const char     *url;
  } cases[] = {
    { TALKS_RECORD_TOPIC, " Prisoners ", "Prisoners", NULL },
    { TALKS_RECORD_SOURCE, "An interview", "An interview", NULL },
    { TALKS_RECORD_SOURCE, "https://example.org/a", NULL, "https://example.org/a" },
    { TALKS_RECORD_SOURCE, "@book{k, title={Letters}, year=1814}", "Letters", NULL },
  };
  g_autoptr (TalksDocument) document = make_document ();
  g_autoptr (TalksSession) session = talks_session_new ();

  talks_session_set_document (session, document);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalksForm *form = TALKS_FORM (talks_form_new_named (NULL, session, cases[i].kind, cases[i].text));
      const TalksRecord *draft = talks_form_get_context (form)->draft;

      if (cases[i].kind == TALKS_RECORD_SOURCE)
        {
          g_assert_cmpstr (((const TalksSource *) draft)->title, ==, cases[i].title);
          g_assert_cmpstr (((const TalksSource *) draft)->url, ==, cases[i].url);
        }
      else
        g_assert_cmpstr (talks_record_get_title (draft, NULL), ==, cases[i].title);
      gtk_window_destroy (GTK_WINDOW (form));
    }
}

static void
test_add_annotation (void)
{
  Stage stage;
  TalksAnnotation *annotation;
  g_autoptr (GPtrArray) problems = NULL;

  add_annotation (&stage);
  annotation = get_annotation (&stage);
  g_assert_cmpstr (annotation->target, ==, "round");
  g_assert_cmpstr (annotation->motivation, ==, "commenting");
  g_assert_cmpstr (annotation->creator, ==, "Eve");
  g_assert_cmpstr (annotation->body, ==, "Which parties?");
  g_assert_cmpstr (annotation->exact, ==, "The parties");
  g_assert_cmpstr (annotation->prefix, ==, "es met. ");
  g_assert_true (g_str_has_suffix (annotation->created, "Z"));
  g_assert_null (annotation->modified);
  problems = talks_document_validate (stage.document);
  for (guint i = 0; i < problems->len; i++)
    g_assert_false (g_str_has_prefix (((TalksProblem *) problems->pdata[i])->pointer, "/annotations"));
  stage_close (&stage);
}

static void
test_edit_annotation (void)
{
  Stage stage;
  TalksAnnotation *annotation;
  g_autofree char *created = NULL;

  add_annotation (&stage);
  created = g_strdup (get_annotation (&stage)->created);
  stage.form = TALKS_FORM (talks_form_new (NULL, stage.session, &talks_annotation_form,
                                           &get_annotation (&stage)->record, NULL));
  gtk_window_present (GTK_WINDOW (stage.form));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (talks_form_is_modified (stage.form));
  assert_said (passage_field (&stage), TALKS_SAY_UNDERSTOOD, "“The parties”");

  /* About another record, that does not have these words. */
  g_free (((TalksAnnotation *) draft (&stage))->target);
  ((TalksAnnotation *) draft (&stage))->target = g_strdup ("tour");
  talks_form_field_changed (talks_form_get_field (stage.form, "target"));
  assert_said (passage_field (&stage), TALKS_SAY_WARNING, "any more");
  talks_passage_field_clear (passage_field (&stage));
  apply (&stage);

  annotation = get_annotation (&stage);
  g_assert_cmpstr (annotation->target, ==, "tour");
  g_assert_null (annotation->exact);
  g_assert_null (annotation->prefix);
  g_assert_cmpstr (annotation->created, ==, created);
  g_assert_nonnull (annotation->modified);
  stage_close (&stage);
}

/* ---- tours ---- */

static void
test_tour (void)
{
  Stage stage;
  GtkWidget *steps;
  TalksTour *tour;

  stage_open (&stage, TALKS_RECORD_TOUR, "tour");
  steps = GTK_WIDGET (talks_form_get_field (stage.form, "steps"));
  g_assert_true (click (steps, "” down"));
  g_assert_true (click (steps, "Add a step"));
  g_assert_cmpuint (((TalksTour *) draft (&stage))->steps->len, ==, 3);
  apply (&stage);
  tour = talks_document_lookup_kind (stage.document, TALKS_RECORD_TOUR, "tour");
  /* The empty one is no step. */
  g_assert_cmpuint (tour->steps->len, ==, 2);
  g_assert_cmpstr (talks_text_get (((TalksTourStep *) tour->steps->pdata[0])->title, "en"), ==, "Second");
  g_assert_cmpuint (talks_history_get_n_steps (stage.history), ==, 1);
  stage_close (&stage);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/archive-forms/complete", test_complete);
  g_test_add_func ("/editor/archive-forms/untouched", test_untouched);
  g_test_add_func ("/editor/archive-forms/paste-address", test_paste_address);
  g_test_add_func ("/editor/archive-forms/paste-entry", test_paste_entry);
  g_test_add_func ("/editor/archive-forms/paste-several", test_paste_several);
  g_test_add_func ("/editor/archive-forms/paste-several-into-one", test_paste_several_into_one);
  g_test_add_func ("/editor/archive-forms/empty-author", test_empty_author);
  g_test_add_func ("/editor/archive-forms/add-annotation", test_add_annotation);
  g_test_add_func ("/editor/archive-forms/edit-annotation", test_edit_annotation);
  g_test_add_func ("/editor/archive-forms/tour", test_tour);
  g_test_add_func ("/editor/archive-forms/annotation-is-seen", test_annotation_is_seen);
  g_test_add_func ("/editor/archive-forms/named", test_named);
  return g_test_run ();
}
