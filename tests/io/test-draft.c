/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forms held when the program ended. */

#include "journal-fixture.h"
#include "talks-draft.h"
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
  g_autoptr (GFile) other = g_file_new_for_path ("/other.talks.json");
  g_autoptr (TalksRecord) first = make_event ("First");
  g_autoptr (TalksRecord) second = make_event ("Second");
  g_autoptr (TalksDraft) draft = NULL;
  g_autoptr (GPtrArray) all = NULL;

  talks_draft_save (file, NULL, first);
  talks_draft_save (file, NULL, second);
  g_assert_cmpuint (count_drafts (FALSE), ==, 1);
  /* Who wrote it still runs. */
  g_assert_null (talks_draft_find (file, TALKS_RECORD_EVENT, NULL));
  count_drafts (TRUE);
  g_assert_null (talks_draft_find (other, TALKS_RECORD_EVENT, NULL));
  g_assert_null (talks_draft_find (file, TALKS_RECORD_TOPIC, NULL));
  g_assert_null (talks_draft_find (file, TALKS_RECORD_EVENT, "one"));
  draft = talks_draft_find (file, TALKS_RECORD_EVENT, NULL);
  g_assert_nonnull (draft);
  g_assert_null (draft->before);
  g_assert_true (talks_record_equal (draft->after, second));
  all = talks_draft_list (file);
  g_assert_cmpuint (all->len, ==, 1);

  talks_draft_remove (file, TALKS_RECORD_EVENT, NULL);
  g_assert_cmpuint (count_drafts (FALSE), ==, 0);
}

static void
test_edited (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (TalksRecord) before = make_event ("Before");
  g_autoptr (TalksRecord) after = make_event ("After");
  g_autoptr (TalksRecord) untitled = make_event (NULL);
  g_autoptr (TalksDraft) draft = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GFile) other = g_file_new_for_path ("/other.talks.json");

  talks_draft_save (file, before, after);
  talks_draft_save (file, NULL, untitled);
  g_assert_cmpuint (count_drafts (TRUE), ==, 2);
  draft = talks_draft_find (file, TALKS_RECORD_EVENT, "one");
  g_assert_nonnull (draft);
  g_assert_true (talks_record_equal (draft->before, before));
  g_assert_true (talks_record_equal (draft->after, after));
  all = talks_draft_list (file);
  g_assert_cmpuint (all->len, ==, 2);
  /* What is not complete comes back, too. */
  g_assert_cmpstr (talks_text_get (((TalksEvent *) ((TalksDraft *) all->pdata[1])->after)->summary, NULL), ==,
                   "Words \n with “marks”");
  none = talks_draft_list (other);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_torn (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (TalksRecord) event = make_event ("First");
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) dir = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  talks_draft_save (file, NULL, event);
  count_drafts (TRUE);
  dir = g_dir_open (folder, 0, NULL);
  path = g_build_filename (folder, g_dir_read_name (dir), NULL);
  text = fixture_read_file (path);
  for (size_t length = strlen (text) - 1; length > 0; length -= MIN (length, 37))
    {
      g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
      g_assert_null (talks_draft_find (file, TALKS_RECORD_EVENT, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  fixture_init (&argc, &argv);
  g_test_add ("/io/draft/added", Fixture, NULL, fixture_set_up, test_added, tear_down);
  g_test_add ("/io/draft/edited", Fixture, NULL, fixture_set_up, test_edited, tear_down);
  g_test_add ("/io/draft/torn", Fixture, NULL, fixture_set_up, test_torn, tear_down);
  return fixture_run ();
}
