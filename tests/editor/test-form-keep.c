/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a form held when the program ended is in it again: exactly what was typed, also what the record can not hold. */

#include "editor-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "talks-annotation-field.h"
#include "talks-draft.h"
#include "talks-editor.h"
#include "talks-item-list.h"
#include "talks-paste-field.h"

/* In s: how long a machine that is busy may take to keep what is typed. */
#define LATE 20

static char *state_folder;

/* ---- one program after another ---- */

static guint
count_drafts (gboolean end)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "talks-timeline", "drafts", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  talks_draft_flush ();
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *ended = NULL;
      g_autoptr (GRegex) start = g_regex_new ("Start=[0-9]+", 0, 0, NULL);

      n++;
      if (!end)
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      ended = g_regex_replace_literal (start, text, -1, 0, "Start=1", 0, NULL);
      g_assert_cmpstr (ended, !=, text);
      g_assert_true (g_file_set_contents (path, ended, -1, NULL));
    }
  return n;
}

/* A session on a document of tests/data in no file, known by key. */
static TalksSession *
begin (const char *key)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("{}", 2);
  g_autoptr (TalksOrigin) origin = talks_origin_new (key, content);
  TalksSession *session = editor_fixture_session ();

  talks_session_set_origin (session, origin);
  return session;
}

/* Lets the form keep what it holds, and the program end. */
static void
end_program (TalksForm *form)
{
  const gint64 until = g_get_monotonic_time () + LATE * (gint64) G_USEC_PER_SEC;

  while (count_drafts (FALSE) == 0 && g_get_monotonic_time () < until)
    {
      editor_fixture_settle ();
      g_usleep (20000);
    }
  gtk_window_destroy (GTK_WINDOW (form));
  editor_fixture_settle ();
  g_assert_cmpuint (count_drafts (TRUE), ==, 1);
}

/* Gives up what the form holds. */
static void
forget (TalksForm       *form,
        TalksRecordKind  kind,
        const char      *id)
{
  TalksOrigin *origin = talks_session_get_origin (talks_form_get_context (form)->session);

  talks_draft_remove (origin, kind, id);
  gtk_window_destroy (GTK_WINDOW (form));
  editor_fixture_settle ();
  g_assert_cmpuint (count_drafts (FALSE), ==, 0);
}

static GtkEditable *
get_entry (gpointer widget)
{
  GtkWidget *entry = editor_fixture_find (widget, GTK_TYPE_ENTRY, 0);

  g_assert_nonnull (entry);
  return GTK_EDITABLE (entry);
}

static const char *
shown_in (TalksForm  *form,
          const char *field)
{
  return gtk_editable_get_text (get_entry (talks_form_get_field (form, field)));
}

static TalksEvent *
get_event (TalksForm *form)
{
  return (TalksEvent *) talks_form_get_context (form)->draft;
}

/* ---- dates ---- */

static void
test_dates (void)
{
  static const struct
  {
    const char *typed;
    gboolean    is_date;
  } cases[] = {
    { "sometime in Octember", FALSE },
    { " 31 June 2022", FALSE },
    { "03/04/2022", FALSE }, /* which of two? */
    { "about 15 April 2022", TRUE },
    { "2022-04-15~", TRUE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksSession) session = begin ("dates");
      TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, NULL);
      g_autofree char *said = NULL;
      TalksSayStyle style;
      TalksSayStyle style_again;
      guint n_choices = 0;

      editor_fixture_type (talks_form_get_field (form, "title"), "A dance");
      editor_fixture_type (talks_form_get_field (form, "date"), cases[i].typed);
      said = g_strdup (editor_fixture_said (form, "date", &style));
      while (editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "date")), GTK_TYPE_BUTTON, n_choices) != NULL)
        n_choices++;
      end_program (form);

      form = editor_fixture_open (session, TALKS_RECORD_EVENT, NULL);
      g_assert_cmpstr (shown_in (form, "title"), ==, "A dance");
      g_assert_cmpstr (shown_in (form, "date"), ==, cases[i].typed);
      g_assert_cmpstr (editor_fixture_said (form, "date", &style_again), ==, said);
      g_assert_cmpint (style_again, ==, style);
      if (n_choices > 0)
        g_assert_nonnull (editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "date")), GTK_TYPE_BUTTON,
                                               n_choices - 1));
      g_assert_true (talks_form_is_modified (form));
      g_assert_true ((get_event (form)->date != NULL) == cases[i].is_date);
      forget (form, TALKS_RECORD_EVENT, NULL);
    }
}

/* A date that is there says more than the words that it was typed in: tomorrow they mean another day. */
static void
test_words_of_another_day (void)
{
  g_autoptr (TalksSession) session = begin ("words");
  g_autoptr (GHashTable) typed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TalksEvent) event = talks_record_new (TALKS_RECORD_EVENT, "new");
  TalksForm *form;

  event->date = talks_date_parse ("2014-10-01", NULL);
  g_hash_table_insert (typed, (gpointer) "date", (gpointer) "yesterday");
  talks_draft_save (talks_session_get_origin (session), NULL, &event->record, typed, 0);
  count_drafts (TRUE);
  form = editor_fixture_open (session, TALKS_RECORD_EVENT, NULL);
  g_assert_cmpstr (shown_in (form, "date"), ==, "2014-10-01");
  g_assert_cmpstr (talks_date_get_text (get_event (form)->date), ==, "2014-10-01");
  forget (form, TALKS_RECORD_EVENT, NULL);
}

/* An unreadable date where the document has one: neither of both is taken for the other. */
static void
test_edited_date (void)
{
  g_autoptr (TalksSession) session = begin ("edited");
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");

  editor_fixture_type (talks_form_get_field (form, "date"), "10 Marchh 2022");
  end_program (form);
  form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  g_assert_cmpstr (shown_in (form, "date"), ==, "10 Marchh 2022");
  g_assert_false (talks_form_apply (form));
  editor_fixture_type (talks_form_get_field (form, "date"), "12 March 2022");
  g_assert_true (talks_form_apply (form));
  editor_fixture_settle ();
  g_assert_cmpstr (talks_date_get_text (((TalksEvent *) editor_fixture_record (session, "ev-1"))->date), ==, "2022-03-12");
  /* Nothing comes again. */
  g_assert_cmpuint (count_drafts (FALSE), ==, 0);
}

/* ---- parts ---- */

static GtkWidget *
get_account (TalksForm *form,
             guint      i)
{
  GtkWidget *list = editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "accounts")), TALKS_TYPE_ITEM_LIST, 0);

  return talks_item_list_get_content (TALKS_ITEM_LIST (list), i);
}

static void
test_parts (void)
{
  g_autoptr (TalksSession) session = begin ("parts");
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-2");

  /* A place without a name, a time that is none; the second of two accounts that say nothing else. */
  editor_fixture_type (editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "place")), GTK_TYPE_ENTRY, 1),
                       "41 N, somewhere");
  editor_fixture_type (talks_form_get_field (form, "time"), "noonish");
  editor_fixture_click (GTK_WIDGET (talks_form_get_field (form, "accounts")), "+ Add an account");
  editor_fixture_click (GTK_WIDGET (talks_form_get_field (form, "accounts")), "+ Add an account");
  editor_fixture_click (get_account (form, 1), "+ Date");
  editor_fixture_type (get_account (form, 1), "in those days");
  end_program (form);

  form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                     editor_fixture_find (GTK_WIDGET (talks_form_get_field (form, "place")), GTK_TYPE_ENTRY, 1))), ==,
                   "41 N, somewhere");
  g_assert_cmpstr (shown_in (form, "time"), ==, "noonish");
  g_assert_cmpuint (get_event (form)->accounts->len, ==, 2);
  /* What was folded away until it was asked for is there; where it was not, it is not. */
  g_assert_cmpstr (gtk_editable_get_text (get_entry (get_account (form, 1))), ==, "in those days");
  g_assert_null (editor_fixture_find (get_account (form, 0), GTK_TYPE_ENTRY, 0));
  editor_fixture_button (get_account (form, 0), "+ Date");
  g_assert_false (talks_form_apply (form));
  forget (form, TALKS_RECORD_EVENT, "ev-2");
}

static void
test_color (void)
{
  g_autoptr (TalksSession) session = begin ("color");
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_PARTY, "north");

  editor_fixture_type (talks_form_get_field (form, "color"), "blueish");
  end_program (form);
  form = editor_fixture_open (session, TALKS_RECORD_PARTY, "north");
  g_assert_cmpstr (shown_in (form, "color"), ==, "blueish");
  g_assert_false (talks_form_apply (form));
  forget (form, TALKS_RECORD_PARTY, "north");
}

/* ---- beside the record ---- */

static void
test_annotation (void)
{
  g_autoptr (TalksSession) session = begin ("annotation");
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  GtkWidget *field = editor_fixture_find (GTK_WIDGET (form), TALKS_TYPE_ANNOTATION_FIELD, 0);
  GtkTextBuffer *buffer;
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;
  const guint n = talks_document_count (talks_session_get_document (session), TALKS_RECORD_ANNOTATION);

  editor_fixture_type (field, "Page 3 names eighteen guarantors.\n\nCheck the scan. ");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor_fixture_find (field, GTK_TYPE_DROP_DOWN, 0)), 2);
  end_program (form);

  form = editor_fixture_open (session, TALKS_RECORD_EVENT, "ev-1");
  field = editor_fixture_find (GTK_WIDGET (form), TALKS_TYPE_ANNOTATION_FIELD, 0);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor_fixture_find (field, GTK_TYPE_TEXT_VIEW, 0)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_assert_cmpstr (text, ==, "Page 3 names eighteen guarantors.\n\nCheck the scan. ");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (editor_fixture_find (field, GTK_TYPE_DROP_DOWN, 0))), ==, 2);
  g_assert_true (talks_form_is_modified (form));
  g_assert_true (talks_form_apply (form));
  editor_fixture_settle ();
  g_assert_cmpuint (talks_document_count (talks_session_get_document (session), TALKS_RECORD_ANNOTATION), ==, n + 1);
  g_assert_cmpuint (count_drafts (FALSE), ==, 0);
}

/* Several sources at once; what was changed by hand in the first stays. */
static void
test_paste (void)
{
  const char *pasted = "@book{a, title = {Alpha}, year = 2021}\n@book{b, title = {Beta}, year = 2022}\n";
  g_autoptr (TalksSession) session = begin ("paste");
  TalksDocument *document = talks_session_get_document (session);
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_SOURCE, NULL);
  const guint n = talks_document_count (document, TALKS_RECORD_SOURCE);

  talks_paste_field_paste_into (form, pasted);
  editor_fixture_type (talks_form_get_field (form, "title"), "Alpha and Omega");
  end_program (form);
  form = editor_fixture_open (session, TALKS_RECORD_SOURCE, NULL);
  g_assert_cmpstr (shown_in (form, "title"), ==, "Alpha and Omega");
  g_assert_cmpstr (((const TalksSource *) talks_form_get_context (form)->draft)->title, ==, "Alpha and Omega");
  g_assert_true (talks_form_apply (form));
  editor_fixture_settle ();
  g_assert_cmpuint (talks_document_count (document, TALKS_RECORD_SOURCE), ==, n + 2);
  g_assert_cmpuint (count_drafts (FALSE), ==, 0);
}

/* ---- documents and records ---- */

static void
test_other_document (void)
{
  g_autoptr (TalksSession) session = begin ("one");
  g_autoptr (TalksSession) other = begin ("other");
  g_autoptr (TalksSession) again = begin ("one");
  TalksForm *form = editor_fixture_open (session, TALKS_RECORD_EVENT, NULL);

  editor_fixture_type (talks_form_get_field (form, "title"), "A dance");
  end_program (form);
  form = editor_fixture_open (other, TALKS_RECORD_EVENT, NULL);
  g_assert_cmpstr (shown_in (form, "title"), ==, "");
  gtk_window_destroy (GTK_WINDOW (form));
  form = editor_fixture_open (again, TALKS_RECORD_EVENT, NULL);
  g_assert_cmpstr (shown_in (form, "title"), ==, "A dance");
  forget (form, TALKS_RECORD_EVENT, NULL);
}

static TalksForm *
find_form (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TALKS_IS_FORM (window))
        return TALKS_FORM (window);
    }
  return NULL;
}

/* Of a record that is gone a form that adds it is opened, with all that it held. */
static void
test_resume (void)
{
  static const char * const ids[] = { "ev-2", NULL, "gone" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (TalksSession) session = begin ("resume");
      TalksOrigin *origin = talks_session_get_origin (session);
      g_autoptr (TalksEvent) event = talks_record_new (TALKS_RECORD_EVENT, ids[i] != NULL ? ids[i] : "new");
      g_autoptr (TalksRecord) before = talks_record_copy (&event->record);
      g_autoptr (GHashTable) typed = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) held = NULL;
      g_autofree char *name = NULL;
      TalksForm *form;

      event->title = talks_text_new_plain ("A dance");
      event->label = talks_text_ref (event->title);
      event->certainty = TALKS_CERTAINTY_DISPUTED;
      g_hash_table_insert (typed, (gpointer) "date", (gpointer) "once");
      talks_draft_save (origin, ids[i] != NULL ? before : NULL, &event->record, typed, 0);
      count_drafts (TRUE);
      held = talks_draft_list (origin);
      g_assert_cmpuint (held->len, ==, 1);
      name = talks_editor_name_draft (held->pdata[0], NULL);
      g_assert_cmpstr (name, ==, ids[i] != NULL ? "Change the event “A dance”" : "Add the event “A dance”");
      talks_editor_resume (NULL, session, held->pdata[0]);
      editor_fixture_settle ();
      form = find_form ();
      g_assert_nonnull (form);
      g_assert_true (talks_form_get_context (form)->adding == (i != 0));
      g_assert_cmpstr (shown_in (form, "title"), ==, "A dance");
      /* A new event has no date; of one that is there it was not touched. */
      g_assert_cmpstr (shown_in (form, "date"), ==, i == 0 ? "2022-04~" : "once");
      g_assert_cmpint (get_event (form)->certainty, ==, TALKS_CERTAINTY_DISPUTED);
      forget (form, TALKS_RECORD_EVENT, i == 0 ? "ev-2" : NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  state_folder = g_dir_make_tmp ("talks-form-keep-XXXXXX", NULL);
  g_assert_nonnull (state_folder);
  g_setenv ("XDG_STATE_HOME", state_folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editor/form-keep/dates", test_dates);
  g_test_add_func ("/editor/form-keep/words-of-another-day", test_words_of_another_day);
  g_test_add_func ("/editor/form-keep/edited-date", test_edited_date);
  g_test_add_func ("/editor/form-keep/parts", test_parts);
  g_test_add_func ("/editor/form-keep/color", test_color);
  g_test_add_func ("/editor/form-keep/annotation", test_annotation);
  g_test_add_func ("/editor/form-keep/paste", test_paste);
  g_test_add_func ("/editor/form-keep/other-document", test_other_document);
  g_test_add_func ("/editor/form-keep/resume", test_resume);
  status = g_test_run ();
  {
    g_autofree char *drafts = g_build_filename (state_folder, "talks-timeline", "drafts", NULL);
    g_autofree char *above = g_path_get_dirname (drafts);

    g_rmdir (drafts);
    g_rmdir (above);
    g_rmdir (state_folder);
  }
  g_free (state_folder);
  return status;
}
