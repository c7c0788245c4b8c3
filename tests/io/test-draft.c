/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forms held when the program ended. */

#include "journal-fixture.h"
#include "talks-draft.h"
#include "talks-file.h"
#include "talks-record-fields.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "talks-timeline", "drafts", NULL);
}

static guint
count_drafts (gboolean end)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  talks_draft_flush ();
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n++;
      /* As if the program that wrote it, which is this one, had ended. */
      if (end)
        fixture_set_holder (path, "Start=", "1");
    }
  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  fixture_tear_down (fixture, data);
}

static TalksRecord *
make_event (const char *title)
{
  TalksEvent *event = talks_record_new (TALKS_RECORD_EVENT, "one");

  event->date = talks_date_parse ("2022-03-29~", NULL);
  event->kind = g_strdup ("talks");
  event->summary = talks_text_new_plain ("Words \n with “marks”");
  if (title != NULL)
    {
      event->title = talks_text_new_plain (title);
      event->label = talks_text_ref (event->title);
    }
  return (TalksRecord *) event;
}

static void
test_added (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) elsewhere = g_file_new_for_path ("/other.talks.json");
  g_autoptr (TalksOrigin) origin = talks_origin_new_for_file (file);
  g_autoptr (TalksOrigin) other = talks_origin_new_for_file (elsewhere);
  g_autoptr (TalksRecord) first = make_event ("First");
  g_autoptr (TalksRecord) second = make_event ("Second");
  g_autoptr (TalksDraft) draft = NULL;
  g_autoptr (GPtrArray) all = NULL;

  talks_draft_save (origin, NULL, first, NULL, 0);
  talks_draft_save (origin, NULL, second, NULL, 0);
  g_assert_cmpuint (count_drafts (FALSE), ==, 1);
  /* Who wrote it still runs. */
  g_assert_null (talks_draft_find (origin, TALKS_RECORD_EVENT, NULL));
  count_drafts (TRUE);
  g_assert_null (talks_draft_find (other, TALKS_RECORD_EVENT, NULL));
  g_assert_null (talks_draft_find (origin, TALKS_RECORD_TOPIC, NULL));
  g_assert_null (talks_draft_find (origin, TALKS_RECORD_EVENT, "one"));
  draft = talks_draft_find (origin, TALKS_RECORD_EVENT, NULL);
  g_assert_nonnull (draft);
  g_assert_null (draft->before);
  g_assert_null (talks_draft_get_id (draft));
  g_assert_true (talks_record_equal (draft->after, second));
  g_assert_cmpint (g_get_real_time () - draft->modified, <, 600 * (gint64) G_USEC_PER_SEC);
  g_assert_cmpint (draft->modified, <=, g_get_real_time ());
  all = talks_draft_list (origin);
  g_assert_cmpuint (all->len, ==, 1);

  talks_draft_remove (origin, TALKS_RECORD_EVENT, NULL);
  g_assert_cmpuint (count_drafts (FALSE), ==, 0);
}

static void
test_edited (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GFile) elsewhere = g_file_new_for_path ("/other.talks.json");
  g_autoptr (TalksOrigin) origin = talks_origin_new_for_file (file);
  g_autoptr (TalksOrigin) other = talks_origin_new_for_file (elsewhere);
  g_autoptr (TalksRecord) before = make_event ("Before");
  g_autoptr (TalksRecord) after = make_event ("After");
  g_autoptr (TalksRecord) untitled = make_event (NULL);
  g_autoptr (TalksDraft) draft = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) none = NULL;

  talks_draft_save (origin, before, after, NULL, 0);
  talks_draft_save (origin, NULL, untitled, NULL, 0);
  g_assert_cmpuint (count_drafts (TRUE), ==, 2);
  draft = talks_draft_find (origin, TALKS_RECORD_EVENT, "one");
  g_assert_nonnull (draft);
  g_assert_cmpstr (talks_draft_get_id (draft), ==, "one");
  g_assert_true (talks_record_equal (draft->before, before));
  g_assert_true (talks_record_equal (draft->after, after));
  all = talks_draft_list (origin);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (talks_record_equal (((TalksDraft *) all->pdata[1])->after, untitled));
  none = talks_draft_list (other);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What is in no file has a name that tells it from another of the same content, and brings that along. */
static void
test_in_no_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("{ \"title\": \"New – “talks”\" }\n", 28);
  g_autoptr (TalksOrigin) origin = talks_origin_new (NULL, content);
  g_autoptr (TalksOrigin) other = talks_origin_new (NULL, content);
  g_autoptr (TalksOrigin) again = talks_origin_new (origin->key, content);
  g_autoptr (TalksRecord) event = make_event ("First");
  g_autoptr (TalksDraft) draft = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_false (talks_origin_equal (origin, other));
  g_assert_true (talks_origin_equal (origin, again));
  talks_draft_save (origin, NULL, event, NULL, 1234567890123456);
  talks_draft_save (other, NULL, event, NULL, 0);
  g_assert_cmpuint (count_drafts (TRUE), ==, 2);
  draft = talks_draft_find (again, TALKS_RECORD_EVENT, NULL);
  g_assert_nonnull (draft);
  g_assert_null (draft->origin->file);
  g_assert_cmpstr (draft->origin->key, ==, origin->key);
  g_assert_true (g_bytes_equal (draft->origin->content, content));
  g_assert_cmpint (draft->begun, ==, 1234567890123456);
  g_assert_cmpstr (draft->holder->user, ==, g_get_user_name ());
  all = talks_draft_list (NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_ptr_array_unref (all);
  all = talks_draft_list (other);
  g_assert_cmpuint (all->len, ==, 1);
  talks_draft_remove (origin, TALKS_RECORD_EVENT, NULL);
  g_assert_cmpuint (count_drafts (FALSE), ==, 1);
}

static void
test_typed (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const texts[][2] = {
    { "date", "some day in “spring”, \\ or \t later" },
    { "roles/0/from", "" },
    { "Annotation", "Two\nlines\n" },
  };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (TalksOrigin) origin = talks_origin_new_for_file (file);
  g_autoptr (TalksRecord) event = make_event ("First");
  g_autoptr (GHashTable) typed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TalksDraft) draft = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_hash_table_insert (typed, (gpointer) texts[i][0], (gpointer) texts[i][1]);
  talks_draft_save (origin, NULL, event, typed, 0);
  count_drafts (TRUE);
  draft = talks_draft_find (origin, TALKS_RECORD_EVENT, NULL);
  g_assert_nonnull (draft);
  g_assert_cmpuint (g_hash_table_size (draft->typed), ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (g_hash_table_lookup (draft->typed, texts[i][0]), ==, texts[i][1]);
}

/* ---- records ---- */

static TalksRecord *
write_and_read (TalksOrigin *origin,
                TalksRecord *record)
{
  g_autoptr (TalksDraft) draft = NULL;

  talks_draft_save (origin, record, record, NULL, 0);
  count_drafts (TRUE);
  draft = talks_draft_find (origin, record->kind, record->id);
  g_assert_nonnull (draft);
  g_assert_true (talks_record_equal (draft->before, record));
  talks_draft_remove (origin, record->kind, record->id);
  return talks_record_ref (draft->after);
}

static void
test_whole_records (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "documents", "full.talks.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TalksOrigin) origin = talks_origin_new_for_file (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, &error);

  g_assert_no_error (error);
  for (guint kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *records = talks_document_get_records (reading->document, (TalksRecordKind) kind);

      g_assert_cmpuint (records->len, >, 0);
      for (guint i = 0; i < records->len; i++)
        {
          g_autoptr (TalksRecord) again = write_and_read (origin, records->pdata[i]);

          g_assert_true (talks_record_equal (again, records->pdata[i]));
        }
    }
}

/* Each field of each kind alone: whatever else a document would want is missing. */
static void
test_single_fields (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "documents", "full.talks.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TalksOrigin) origin = talks_origin_new_for_file (file);
  g_autoptr (TalksReading) reading = talks_file_load (file, NULL, NULL);
  guint n = 0;

  for (guint kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      const TalksFieldSet *set = talks_record_kind_get_fields ((TalksRecordKind) kind);
      TalksRecord *whole = talks_document_get_records (reading->document, (TalksRecordKind) kind)->pdata[0];

      for (guint i = 0; i < set->n_fields; i++)
        {
          g_autoptr (TalksRecord) record = talks_record_new ((TalksRecordKind) kind, whole->id);
          g_autoptr (TalksRecord) again = NULL;

          talks_field_copy (&set->fields[i], whole, record);
          again = write_and_read (origin, record);
          g_assert_true (talks_record_equal (again, record));
          n += !talks_field_is_absent (&set->fields[i], record);
        }
    }
  g_assert_cmpuint (n, >, 40);
}

static void
test_blank_parts (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (TalksOrigin) origin = talks_origin_new_for_file (file);
  g_autoptr (TalksEvent) event = talks_record_new (TALKS_RECORD_EVENT, "one");
  g_autoptr (TalksEvent) again = NULL;

  for (guint i = 0; i < 3; i++)
    {
      TalksAccount *account = g_new0 (TalksAccount, 1);

      account->sources = g_new0 (char *, 1);
      account->date = i == 2 ? talks_date_parse ("2022", NULL) : NULL;
      g_ptr_array_add (event->accounts, account);
    }
  event->place = g_new0 (TalksPlace, 1);
  event->place->has_coordinates = TRUE;
  event->place->latitude = 41.1;
  event->place->longitude = -29;
  event->certainty = TALKS_CERTAINTY_DISPUTED;
  again = (TalksEvent *) write_and_read (origin, &event->record);
  g_assert_cmpuint (again->accounts->len, ==, 3);
  g_assert_nonnull (((TalksAccount *) again->accounts->pdata[0])->sources);
  g_assert_cmpstr (talks_date_get_text (((TalksAccount *) again->accounts->pdata[2])->date), ==, "2022");
  g_assert_null (again->title);
  g_assert_null (again->date);
  g_assert_true (talks_record_equal (&event->record, &again->record));
}

static void
test_torn (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (TalksOrigin) origin = talks_origin_new_for_file (file);
  g_autoptr (TalksRecord) event = make_event ("First");
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  talks_draft_save (origin, NULL, event, NULL, 0);
  count_drafts (TRUE);
  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  text = fixture_read_file (path);
  for (size_t length = strlen (text) - 1; length > 0; length -= MIN (length, 37))
    {
      g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
      g_assert_null (talks_draft_find (origin, TALKS_RECORD_EVENT, NULL));
    }
}

/* What the disk has had its way with is none, or says less; it is no reason to end. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *old;
    const char *new;
    gboolean    found;
  } cases[] = {
    { "\"draft\":1", "\"draft\":2", FALSE },
    { "\"draft\":1", "\"draft\":\"1\"", FALSE },
    { "\"list\":\"events\"", "\"list\":\"events\\u0000\"", TRUE },
    { "\"list\":\"events\"", "\"list\":\"vents\"", FALSE },
    { "\"id\":\"one\"", "\"id\":\"\"", FALSE },
    { "\"id\":\"one\"", "\"id\":7", FALSE },
    { "\"after\":{", "\"after\":[],\"x\":{", FALSE },
    { "\"typed\":{", "\"typed\":{\"date\":[1]", TRUE },
    { "\"typed\":{}", "\"typed\":null", FALSE },
    { "\"date\":\"2022-03-29~\"", "\"date\":{}", TRUE },
    { "\"date\":\"2022-03-29~\"", "\"date\":\"never\"", TRUE },
    { "\"date\":\"2022-03-29~\"", "\"accounts\":[null,3,{\"sources\":3,\"claim\":[]}],\"place\":[],\"sources\":\"a\"", TRUE },
    { "\"date\":\"2022-03-29~\"", "\"place\":{\"coordinates\":[1]},\"time\":\"now\",\"title\":{\"en\":3}", TRUE },
    { "\"certainty\":\"confirmed\"", "\"certainty\":\"known\"", TRUE },
  };
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (TalksOrigin) origin = talks_origin_new_for_file (file);
  g_autoptr (TalksRecord) event = make_event (NULL);
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  talks_draft_save (origin, NULL, event, NULL, 0);
  count_drafts (TRUE);
  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  text = fixture_read_file (path);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) damaged = g_string_new (text);
      g_autoptr (TalksDraft) draft = NULL;

      g_assert_cmpuint (g_string_replace (damaged, cases[i].old, cases[i].new, 1), ==, 1);
      g_assert_true (g_file_set_contents (path, damaged->str, -1, NULL));
      draft = talks_draft_find (origin, TALKS_RECORD_EVENT, NULL);
      if ((draft != NULL) != cases[i].found)
        g_error ("%s", cases[i].new);
    }
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add ("/io/draft/added", Fixture, NULL, fixture_set_up, test_added, tear_down);
  g_test_add ("/io/draft/edited", Fixture, NULL, fixture_set_up, test_edited, tear_down);
  g_test_add ("/io/draft/in-no-file", Fixture, NULL, fixture_set_up, test_in_no_file, tear_down);
  g_test_add ("/io/draft/typed", Fixture, NULL, fixture_set_up, test_typed, tear_down);
  g_test_add ("/io/draft/whole-records", Fixture, NULL, fixture_set_up, test_whole_records, tear_down);
  g_test_add ("/io/draft/single-fields", Fixture, NULL, fixture_set_up, test_single_fields, tear_down);
  g_test_add ("/io/draft/blank-parts", Fixture, NULL, fixture_set_up, test_blank_parts, tear_down);
  g_test_add ("/io/draft/damaged", Fixture, NULL, fixture_set_up, test_damaged, tear_down);
  g_test_add ("/io/draft/torn", Fixture, NULL, fixture_set_up, test_torn, tear_down);
  return fixture_run ();
}
