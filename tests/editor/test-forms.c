/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms as a whole: what is not touched stays, what is changed changes that and nothing else. */

#include "editor-fixture.h"

#include "talks-annotation-field.h"
#include "talks-item-list.h"
#include "talks-language-button.h"
#include "talks-record-picker.h"
#include "talks-test-support.h"
#include "talks-test-window.h"

/* ---- untouched ---- */

static void
test_untouched (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksDocument *document = talks_session_get_document (session);
  guint n_forms = 0;

  for (guint kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, (TalksRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        {
          TalksRecord *record = g_ptr_array_index (records, i);
          TalksForm *form = editor_fixture_open (session, (TalksRecordKind) kind, record->id);

          if (talks_form_is_modified (form)
              || !talks_record_equal (record, talks_form_get_context (form)->draft))
            g_error ("The form changed “%s” by itself.", record->id);
          /* What it shows may lack what a new one must have. */
          if (talks_form_apply (form))
            g_assert_true (talks_document_lookup_same (document, record) == record);
          else
            gtk_window_destroy (GTK_WINDOW (form));
          editor_fixture_settle ();
          n_forms++;
        }
    }
  g_assert_cmpuint (n_forms, ==, 20);
  g_assert_cmpuint (talks_history_get_n_steps (talks_session_get_history (session)), ==, 0);
}

/* ---- each field ---- */

/* Another id that the field may hold, other than the one it has. */
static const char *
other_id (TalksDocument *document,
          guint          kinds,
          const char    *present)
{
  for (guint kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, (TalksRecordKind) kind);

      for (guint i = 0; (kinds & (1u << kind)) != 0 && i < records->len; i++)
        if (g_strcmp0 (((TalksRecord *) records->pdata[i])->id, present) != 0)
          return ((TalksRecord *) records->pdata[i])->id;
    }
  g_assert_not_reached ();
}

static const char *
text_for (TalksFormField *field)
{
  const TalksField *value = talks_form_field_get_field (field);

  if (value->type == TALKS_FIELD_DATE)
    return "2019-07";
  if (g_str_equal (value->name, "color"))
    return "#123456";
  if (g_str_equal (value->name, "time"))
    return "07:01";
  return "poked";
}

/* Changes the value as a user would, by the first widget that can. */
static void
poke (TalksFormField *field)
{
  GtkWidget *widget = GTK_WIDGET (field);
  const TalksField *value = talks_form_field_get_field (field);
  GtkWidget *picker = editor_fixture_find (widget, TALKS_TYPE_RECORD_PICKER, 0);
  GtkWidget *drop_down = editor_fixture_find (widget, GTK_TYPE_DROP_DOWN, 0);
  GtkWidget *check = editor_fixture_find (widget, GTK_TYPE_CHECK_BUTTON, 0);
  const TalksFormRow *row = talks_form_field_get_row (field);

  if (row->add != NULL && row->by == NULL && value->refers_to == 0)
    {
      g_autofree char *add = g_strdup_printf ("+ %s", row->add);
      TalksItemList *list = TALKS_ITEM_LIST (editor_fixture_find (widget, TALKS_TYPE_ITEM_LIST, 0));

      editor_fixture_click (widget, add);
      editor_fixture_type (talks_item_list_get_content (list, talks_item_list_get_n_items (list) - 1), "poked");
    }
  else if (picker != NULL)
    {
      const char *by = row->by;
      GtkWidget *next;
      guint kinds = by == NULL ? value->refers_to : talks_field_set_find (value->parts, by)->refers_to;
      const char *present = value->type == TALKS_FIELD_STRING
                              ? TALKS_FIELD_VALUE (value, talks_form_field_get_owner (field), char *) : NULL;

      if (value->type == TALKS_FIELD_STRINGS && *TALKS_FIELD_VALUE (value, talks_form_field_get_owner (field), char **))
        present = *TALKS_FIELD_VALUE (value, talks_form_field_get_owner (field), char **);
      /* Of a list the last one: it adds. */
      for (guint n = 1; by != NULL && (next = editor_fixture_find (widget, TALKS_TYPE_RECORD_PICKER, n)) != NULL; n++)
        picker = next;
      g_signal_emit_by_name (picker, "picked", other_id (talks_form_field_get_document (field), kinds, present));
    }
  else if (check != NULL && drop_down == NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  else if (drop_down != NULL && value->type != TALKS_FIELD_STRUCT)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down),
                                gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) == 1 ? 2 : 1);
  else
    editor_fixture_type (widget, text_for (field));
  editor_fixture_settle ();
}

static void
assert_only_changed (TalksRecord *before,
                     TalksRecord *after,
                     const char  *name)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (before->kind);

  g_assert_cmpstr (before->id, ==, after->id);
  for (guint i = 0; i < set->n_fields; i++)
    {
      gboolean equal = talks_field_equal (&set->fields[i], before, after);

      if (equal == g_str_equal (set->fields[i].name, name))
        g_error ("Changing “%s” of “%s” %s “%s”.", name, before->id, equal ? "did not change" : "changed",
                 set->fields[i].name);
    }
}

/* For each row of the form of a kind, on a record that has everything. */
static void
test_fields (gconstpointer data)
{
  const char *id = data;
  g_autoptr (TalksSession) session = editor_fixture_session ();
  g_autoptr (TalksRecord) before = talks_record_ref (editor_fixture_record (session, id));
  const TalksFormKind *kind = talks_form_kind_get (before->kind);
  TalksHistory *history = talks_session_get_history (session);

  /* Another to choose. */
  talks_test_add (talks_session_get_document (session), talks_test_topic_new ("trade"));
  for (const TalksFormRow *row = kind->rows; row->label != NULL; row++)
    {
      TalksForm *form;

      /* Tested below. */
      if (row->field == NULL)
        continue;
      form = editor_fixture_open (session, before->kind, id);
      poke (talks_form_get_field (form, row->field));
      g_assert_true (talks_form_is_modified (form));
      assert_only_changed (before, talks_form_get_context (form)->draft, row->field);
      g_assert_true (talks_form_apply (form));
      assert_only_changed (before, editor_fixture_record (session, id), row->field);

      g_assert_cmpuint (talks_history_get_position (history), ==, 1);
      g_assert_true (talks_history_undo (history, NULL));
      g_assert_true (talks_record_equal (before, editor_fixture_record (session, id)));
    }
}

/* ---- adding ---- */

static void
remember_cb (TalksForm    *form,
             TalksRecord  *record,
             TalksRecord **added)
{
  *added = talks_record_ref (record);
}

static void
test_add_event (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, NULL);
  g_autoptr (TalksRecord) added = NULL;
  const TalksEvent *event;
  GtkWidget *kinds;
  TalksSayStyle style;

  g_signal_connect (form, "applied", G_CALLBACK (remember_cb), &added);
  g_assert_false (talks_form_is_modified (form));

  /* What must be there is asked for, all at once; nothing is lost. */
  g_assert_false (talks_form_apply (form));
  g_assert_cmpstr (editor_fixture_said (form, "title", &style), ==, "Give the event a title.");
  g_assert_cmpint (style, ==, TALKS_SAY_PROBLEM);
  editor_fixture_said (form, "date", &style);
  g_assert_cmpint (style, ==, TALKS_SAY_PROBLEM);
  editor_fixture_said (form, "label", &style);
  g_assert_cmpint (style, !=, TALKS_SAY_PROBLEM);

  editor_fixture_type (talks_form_get_field (form, "title"), "A leaked draft");
  g_assert_cmpstr (editor_fixture_said (form, "title", NULL), ==, "");
  editor_fixture_type (talks_form_get_field (form, "date"), "about 15 April 2022");
  kinds = editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "kind")), GTK_TYPE_DROP_DOWN, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), 1);
  g_assert_true (talks_form_apply (form));

  g_assert_nonnull (added);
  g_assert_cmpstr (added->id, ==, "2022-04-15-a-leaked-draft");
  event = editor_fixture_record (session, added->id);
  g_assert_cmpstr (talks_date_get_text (event->date), ==, "2022-04-15~");
  g_assert_cmpstr (event->kind, ==, "talks");
  g_assert_true (event->label == event->title);
  g_assert_null (event->place);
  g_assert_cmpstr (talks_history_get_undo_name (talks_session_get_history (session)), ==,
                   "Add the event “A leaked draft”");
  g_assert_true (talks_history_undo (talks_session_get_history (session), NULL));
  g_assert_null (editor_fixture_record (session, added->id));
}

/* Nobody calls an event confirmed by adding it; and who does is asked who says so. */
static void
test_certainty (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  g_autoptr (TalksEvent) prefill = talks_record_new (TALKS_RECORD_EVENT, "new");
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, NULL);
  GtkWidget *words = editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "certainty")), GTK_TYPE_DROP_DOWN, 0);
  TalksEvent *draft = (TalksEvent *) talks_form_get_context (form)->draft;
  TalksSayStyle style;

  g_assert_cmpint (draft->certainty, ==, TALKS_CERTAINTY_REPORTED);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (words)), ==, TALKS_CERTAINTY_REPORTED);
  g_assert_true (g_str_has_prefix (editor_fixture_said (form, "certainty", &style), "A new event counts as reported."));
  g_assert_cmpint (style, ==, TALKS_SAY_HELP);
  g_assert_false (talks_form_is_modified (form));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (words), TALKS_CERTAINTY_CONFIRMED);
  g_assert_cmpint (draft->certainty, ==, TALKS_CERTAINTY_CONFIRMED);
  g_assert_cmpstr (editor_fixture_said (form, "certainty", NULL), ==, "Say below, under sources, who confirms it.");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (words), TALKS_CERTAINTY_DISPUTED);
  g_assert_cmpstr (editor_fixture_said (form, "certainty", NULL), ==, "Say below, under accounts, who disputes it.");
  gtk_window_destroy (GTK_WINDOW (form));

  /* Of an event that begins with a day and a kind, too; but not of one that is there. */
  form = TALKS_FORM (talks_form_new (NULL, session, talks_form_kind_get (TALKS_RECORD_EVENT), NULL, &prefill->record));
  g_assert_cmpint (((TalksEvent *) talks_form_get_context (form)->draft)->certainty, ==, TALKS_CERTAINTY_REPORTED);
  gtk_window_destroy (GTK_WINDOW (form));
  form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-2");
  g_assert_cmpint (((TalksEvent *) talks_form_get_context (form)->draft)->certainty, ==, TALKS_CERTAINTY_CONFIRMED);
  g_assert_cmpstr (editor_fixture_said (form, "certainty", NULL), ==, "");
  gtk_window_destroy (GTK_WINDOW (form));
}

/* What the timeline says of itself: in each language, with any licence, and what is wrong with it. */
static void
test_head (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksHistory *history = talks_session_get_history (session);
  g_autoptr (TalksText) title = talks_text_new_plain ("Harbour talks");
  TalksForm *form;
  GtkWidget *field;
  GtkWidget *choices;
  TalksSayStyle style;
  const TalksHead *head;

  talks_test_replace (talks_session_get_document (session), talks_head_new (title, NULL, "en", "CC-BY-4.0"));
  form = editor_fixture_open (session, TALKS_RECORD_HEAD, "");
  field = GTK_WIDGET (talks_form_get_field (form, "license"));
  choices = editor_fixture_find (field, GTK_TYPE_DROP_DOWN, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form)), ==, "About This Timeline");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choices),
                              g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choices))) - 1);
  editor_fixture_settle ();
  gtk_editable_set_text (GTK_EDITABLE (editor_fixture_find (field, GTK_TYPE_ENTRY, 0)), "Ask the archive first");
  editor_fixture_type (talks_form_get_field (form, "title"), "");
  g_assert_false (talks_form_apply (form));
  g_assert_cmpstr (editor_fixture_said (form, "title", &style), ==, "Give the timeline a title.");
  g_assert_cmpint (style, ==, TALKS_SAY_PROBLEM);
  editor_fixture_type (talks_form_get_field (form, "title"), "Fish and ice");
  g_assert_true (talks_form_apply (form));

  head = editor_fixture_record (session, "");
  g_assert_cmpstr (talks_text_get (head->title, "en"), ==, "Fish and ice");
  g_assert_cmpstr (head->license, ==, "Ask the archive first");
  g_assert_cmpstr (talks_history_get_undo_name (history), ==, "Change what “Fish and ice” says of itself");
  g_assert_true (talks_history_undo (history, NULL));
  g_assert_cmpstr (talks_document_get_license (talks_session_get_document (session)), ==, "CC-BY-4.0");
}

/* A form never overwrites what was changed while it was open. */
static void
test_changed_meanwhile (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_TOPIC, "fishing");
  TalksRecord *before = editor_fixture_record (session, "fishing");
  g_autoptr (TalksTopic) after = talks_record_copy (before);

  g_clear_pointer (&after->description, talks_text_unref);
  g_assert_true (talks_history_do_one (talks_session_get_history (session), "Shorten", before, &after->record, NULL));
  editor_fixture_type (talks_form_get_field (form, "name"), "Angling");
  g_assert_false (talks_form_apply (form));
  g_assert_true (editor_fixture_record (session, "fishing") == &after->record);
  gtk_window_destroy (GTK_WINDOW (form));
}

/* ---- screen readers ---- */

static void
assert_named (GtkWidget *widget)
{
  /* Not the texts inside entries, which are named by them; and labels are their own names. */
  if ((GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_DROP_DOWN (widget))
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("A %s has no name.", G_OBJECT_TYPE_NAME (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("A button with the picture %s has no name.", gtk_button_get_icon_name (GTK_BUTTON (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_names (void)
{
  static const char * const ids[] = { "lane-talks", "fishing", "north", "ada", "ev-1", "pos-2", "" };
  g_autoptr (TalksSession) session = editor_fixture_session ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TalksRecord *record = editor_fixture_record (session, ids[i]);
      TalksForm *form = editor_fixture_open (session, record->kind, ids[i]);

      for (const TalksFormRow *row = talks_form_kind_get (record->kind)->rows; row->label != NULL; row++)
        assert_named (row->field != NULL ? GTK_WIDGET (talks_form_get_field (form, row->field))
                                         : editor_fixture_find (GTK_WIDGET (form), TALKS_TYPE_ANNOTATION_FIELD, 0));
      gtk_window_destroy (GTK_WINDOW (form));
    }
}

/* ---- the keyboard ---- */

/* Tab goes from field to field; what chooses a language is beside its text, and leads back to it. */
static void
test_tab_order (void)
{
  static const char * const order[] = { "title", "date", "label", "place", "place", "kind", "certainty", "summary",
                                        "outcome", "attendance" };
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, NULL);
  GtkWidget *text = talks_form_field_get_target (talks_form_get_field (form, "title"));
  GtkWidget *button = editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "title")),
                                           TALKS_TYPE_LANGUAGE_BUTTON, 0);

  talks_test_focus_window (GTK_WINDOW (form));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (form));
      GtkWidget *field = focus != NULL ? gtk_widget_get_ancestor (focus, TALKS_TYPE_FORM_FIELD) : NULL;

      /* That of the form, not of a part. */
      while (field != NULL && gtk_widget_get_ancestor (gtk_widget_get_parent (field), TALKS_TYPE_FORM_FIELD) != NULL)
        field = gtk_widget_get_ancestor (gtk_widget_get_parent (field), TALKS_TYPE_FORM_FIELD);
      g_assert_nonnull (field);
      g_assert_cmpstr (talks_form_field_get_field (TALKS_FORM_FIELD (field))->name, ==, order[i]);
      gtk_widget_child_focus (GTK_WIDGET (form), GTK_DIR_TAB_FORWARD);
    }

  talks_form_field_focus (talks_form_get_field (form, "title"));
  talks_language_button_open (TALKS_LANGUAGE_BUTTON (button));
  editor_fixture_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (form)), button));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (form)), GTK_TYPE_POPOVER)));
  editor_fixture_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (form)), text));
  gtk_window_destroy (GTK_WINDOW (form));
}

/* ---- an annotation with the rest ---- */

static TalksAnnotation *
find_annotation (TalksSession *session,
                 const char   *target)
{
  GPtrArray *there = talks_document_get_annotations_on (talks_session_get_document (session), target);

  return there != NULL && there->len > 0 ? there->pdata[there->len - 1] : NULL;
}

static void
test_annotation (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksHistory *history = talks_session_get_history (session);
  TalksDocument *document = talks_session_get_document (session);
  guint n = talks_document_count (document, TALKS_RECORD_ANNOTATION);
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-2");
  TalksAnnotation *annotation;

  talks_history_set_author (history, "Ann Archivist");
  /* Spaces are no annotation. */
  editor_fixture_type (editor_fixture_find (GTK_WIDGET (form), TALKS_TYPE_ANNOTATION_FIELD, 0), "  \n");
  g_assert_false (talks_form_is_modified (form));
  editor_fixture_type (editor_fixture_find (GTK_WIDGET (form), TALKS_TYPE_ANNOTATION_FIELD, 0), "Check the scan. ");
  g_assert_true (talks_form_is_modified (form));
  g_assert_true (talks_form_apply (form));
  editor_fixture_settle ();

  g_assert_cmpuint (talks_history_get_n_steps (history), ==, 1);
  g_assert_true (g_str_has_prefix (talks_history_get_undo_name (history), "Annotate “"));
  g_assert_cmpuint (talks_document_count (document, TALKS_RECORD_ANNOTATION), ==, n + 1);
  annotation = find_annotation (session, "ev-2");
  g_assert_nonnull (annotation);
  g_assert_cmpstr (annotation->body, ==, "Check the scan.");
  g_assert_cmpstr (annotation->creator, ==, "Ann Archivist");
  g_assert_cmpstr (annotation->motivation, ==, "commenting");
  g_assert_nonnull (annotation->created);
  g_assert_true (talks_history_undo (history, NULL));
  g_assert_cmpuint (talks_document_count (document, TALKS_RECORD_ANNOTATION), ==, n);
}

/* With a new event it is on that event, in the same step. */
static void
test_annotation_on_new (void)
{
  g_autoptr (TalksSession) session = editor_fixture_session ();
  TalksHistory *history = talks_session_get_history (session);
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, NULL);

  editor_fixture_type (talks_form_get_field (form, "title"), "A new one");
  editor_fixture_type (talks_form_get_field (form, "date"), "2022-06-01");
  ((TalksEvent *) talks_form_get_context (form)->draft)->kind = g_strdup ("talks");
  editor_fixture_type (editor_fixture_find (GTK_WIDGET (form), TALKS_TYPE_ANNOTATION_FIELD, 0), "Page 3.");
  g_assert_true (talks_form_apply (form));
  editor_fixture_settle ();
  g_assert_cmpuint (talks_history_get_n_steps (history), ==, 1);
  g_assert_cmpstr (talks_history_get_undo_name (history), ==, "Add the event “A new one”");
  g_assert_nonnull (find_annotation (session, "2022-06-01-a-new-one"));
  g_assert_true (talks_history_undo (history, NULL));
  g_assert_null (find_annotation (session, "2022-06-01-a-new-one"));
}

int
main (int    argc,
      char **argv)
{
  static const char * const whole[] = { "lane-talks", "fishing", "north", "ada", "ev-1", "pos-2", "" };

  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/forms/untouched", test_untouched);
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autofree char *path = g_strdup_printf ("/editor/forms/fields/%s", *whole[i] != '\0' ? whole[i] : "head");

      g_test_add_data_func (path, whole[i], test_fields);
    }
  g_test_add_func ("/editor/forms/add-event", test_add_event);
  g_test_add_func ("/editor/forms/certainty", test_certainty);
  g_test_add_func ("/editor/forms/head", test_head);
  g_test_add_func ("/editor/forms/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/editor/forms/names", test_names);
  g_test_add_func ("/editor/forms/tab-order", test_tab_order);
  g_test_add_func ("/editor/forms/annotation", test_annotation);
  g_test_add_func ("/editor/forms/annotation-on-new", test_annotation_on_new);
  return g_test_run ();
}
