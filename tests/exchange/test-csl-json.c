/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-csl-json.h"

#include "talks-csl.h"
#include "talks-error.h"
#include "talks-record-fields.h"
#include "talks-test-support.h"

#include <json-glib/json-glib.h>
#include <string.h>

static TalksSourceList *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TalksSourceList *list = talks_csl_json_read (bytes, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static const TalksSource *
get (TalksSourceList *list,
     guint            index)
{
  g_assert_cmpuint (index, <, list->sources->len);
  return list->sources->pdata[index];
}

static const char zotero[] =
  "[\n"
  "  {\"id\":\"http://zotero.org/items/A1\",\"type\":\"article-newspaper\",\"title\":\"The harbour\",\n"
  "   \"author\":[{\"family\":\"Lovelace\",\"given\":\"Ada\"},{\"literal\":\"The Office\"}],\n"
  "   \"container-title\":\"Gazette\",\"issued\":{\"date-parts\":[[\"2022\",3,11]]},\n"
  "   \"accessed\":{\"date-parts\":[[2025,5,16]]},\"URL\":\"https://example.org/1\",\"language\":\"en\",\n"
  "   \"volume\":12,\"page\":\"3-4\",\"editor\":[{\"family\":\"Byron\",\"given\":\"Anne\",\"non-dropping-particle\":\"de\"}],\n"
  "   \"event-date\":{\"date-parts\":[[2022,3,10]]},\"note\":\"Read twice.\",\"custom\":{\"x\":1},\"strange\":true},\n"
  "  {\"id\":7,\"type\":\"book\",\"title\":\"Memoirs\"},\n"
  "  5,\n"
  "  {\"id\":\"7\",\"title\":\"No type\"}\n"
  "]";

static void
test_read (void)
{
  g_autoptr (TalksSourceList) list = read_text (zotero);
  const TalksSource *source = get (list, 0);
  g_autofree char *author = talks_name_to_text (g_ptr_array_index (source->author, 0));
  const TalksSourceRemark *remark;

  g_assert_cmpuint (list->sources->len, ==, 3);
  g_assert_cmpstr (source->record.id, ==, "http-zotero.org-items-A1");
  g_assert_cmpstr (source->type, ==, "article-newspaper");
  g_assert_cmpstr (source->title, ==, "The harbour");
  g_assert_cmpstr (author, ==, "Ada Lovelace");
  g_assert_cmpuint (source->author->len, ==, 2);
  g_assert_cmpstr (source->container_title, ==, "Gazette");
  g_assert_cmpstr (talks_date_get_text (source->issued), ==, "2022-03-11");
  g_assert_cmpstr (talks_date_get_text (source->accessed), ==, "2025-05-16");
  g_assert_cmpstr (source->url, ==, "https://example.org/1");
  g_assert_cmpstr (source->note, ==, "Read twice.\nvolume: 12\npage: 3-4\neditor: de Byron || Anne\nevent-date: 2022-03-10");

  /* Ids differ. */
  g_assert_cmpstr (get (list, 1)->record.id, ==, "7");
  g_assert_cmpstr (get (list, 2)->record.id, ==, "7-2");
  g_assert_cmpstr (get (list, 2)->type, ==, "document");

  g_assert_cmpuint (list->remarks->len, ==, 3);
  remark = list->remarks->pdata[0];
  g_assert_cmpuint (remark->line, ==, 2);
  g_assert_cmpstr (remark->what, ==, "The harbour");
  g_assert_nonnull (strstr (remark->why, "custom, strange"));
  remark = list->remarks->pdata[1];
  g_assert_cmpuint (remark->line, ==, 9);
  remark = list->remarks->pdata[2];
  g_assert_cmpuint (remark->line, ==, 10);
  g_assert_nonnull (strstr (remark->why, "type"));
}

static void
test_shapes (void)
{
  static const struct { const char *text; guint n; } cases[] = {
    { "[]", 0 },
    { "{\"id\":\"a\",\"type\":\"book\"}", 1 },
    { "{\"title\":\"Only\"}", 1 },
    { "{\"items\":[{\"type\":\"book\"},{\"type\":\"book\"}]}", 2 },
    { "{\"references\":[{\"type\":\"book\"}],\"type\":\"x\"}", 1 },
    { "\xef\xbb\xbf [{\"type\":\"book\"}]", 1 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalksSourceList) list = read_text (cases[i].text);

      g_assert_cmpuint (list->sources->len, ==, cases[i].n);
    }
}

static void
test_errors (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "", TALKS_ERROR_SYNTAX },
    { "[", TALKS_ERROR_SYNTAX },
    { "[{\"type\":\"book\",}]", TALKS_ERROR_SYNTAX },
    { "\"text\"", TALKS_ERROR_FORMAT },
    { "{\"a\":1}", TALKS_ERROR_FORMAT },
    { "[\"\xff\"]", TALKS_ERROR_ENCODING },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (talks_csl_json_read (bytes, NULL, &error));
      g_assert_error (error, TALKS_ERROR, cases[i].code);
    }
}

static void
test_taken_ids (void)
{
  static const char text[] = "[{\"id\":\"s\",\"type\":\"book\"}]";
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (TalksSourceList) list = NULL;

  talks_test_add (document, talks_test_topic_new ("s"));
  list = talks_csl_json_read (bytes, document, NULL);
  g_assert_cmpstr (get (list, 0)->record.id, ==, "s-2");
}

/* Every string in a date member is gone, and every member is one of CSL. */
static void
check_item (JsonObject *item)
{
  g_autoptr (GList) names = json_object_get_members (item);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const TalksCslShape shape = talks_csl_get_shape (l->data);
      JsonNode *node = json_object_get_member (item, l->data);

      g_assert_cmpint (shape, !=, TALKS_CSL_UNKNOWN);
      if (shape == TALKS_CSL_DATE || g_str_equal (l->data, "issued") || g_str_equal (l->data, "accessed"))
        g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
    }
  g_assert_true (json_object_has_member (item, "id"));
  g_assert_true (talks_csl_is_type (json_object_get_string_member (item, "type")));
}

static void
test_write (void)
{
  g_autoptr (TalksSourceList) list = read_text (zotero);
  g_autoptr (TalksSourceList) again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *item;

  g_clear_pointer (&((TalksSource *) get (list, 1))->issued, talks_date_unref);
  ((TalksSource *) get (list, 1))->issued = talks_test_date ("2022-0X~/..");
  g_free (((TalksSource *) get (list, 1))->type);
  ((TalksSource *) get (list, 1))->type = g_strdup ("nonsense");
  text = talks_csl_json_write (list->sources);
  root = json_from_string (text, NULL);
  for (guint i = 0; i < 3; i++)
    check_item (json_array_get_object_element (json_node_get_array (root), i));
  item = json_array_get_object_element (json_node_get_array (root), 0);
  g_assert_cmpstr (json_object_get_string_member (item, "note"), ==, "Read twice.");
  g_assert_cmpstr (json_object_get_string_member (item, "volume"), ==, "12");
  item = json_array_get_object_element (json_node_get_array (root), 1);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (item, "issued"), "raw"), ==,
                   "2022-0X~/..");

  again = read_text (text);
  g_free (((TalksSource *) get (list, 1))->type);
  ((TalksSource *) get (list, 1))->type = g_strdup ("document");
  for (guint i = 0; i < 3; i++)
    g_assert_true (talks_record_equal (&get (list, i)->record, &get (again, i)->record));
}

/* Lines in a note that are words of a person stay there. */
static void
test_notes (void)
{
  static const struct { const char *note; const char *rest; const char *volume; } cases[] = {
    { "volume: 3", NULL, "3" },
    { "See p. 4.\nvolume: 3", "See p. 4.", "3" },
    { "volume: 3\nSee p. 4.", "volume: 3\nSee p. 4.", NULL },
    { "volume: 2\nvolume: 3", "volume: 2", "3" },
    { "Volume: 3", "Volume: 3", NULL },
    { "title: Another", "title: Another", NULL },
    { "volume:", "volume:", NULL },
    { "event-date: soon\nvolume: 3", "event-date: soon", "3" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (talks_record_unref);
      TalksSource *source = talks_test_source_new ("s", NULL);
      g_autofree char *text = NULL;
      g_autoptr (JsonNode) root = NULL;
      JsonObject *item;

      source->note = g_strdup (cases[i].note);
      g_ptr_array_add (sources, source);
      text = talks_csl_json_write (sources);
      root = json_from_string (text, NULL);
      item = json_array_get_object_element (json_node_get_array (root), 0);
      g_assert_cmpstr (json_object_get_string_member_with_default (item, "note", NULL), ==, cases[i].rest);
      g_assert_cmpstr (json_object_get_string_member_with_default (item, "volume", NULL), ==, cases[i].volume);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csl-json/read", test_read);
  g_test_add_func ("/exchange/csl-json/shapes", test_shapes);
  g_test_add_func ("/exchange/csl-json/errors", test_errors);
  g_test_add_func ("/exchange/csl-json/taken-ids", test_taken_ids);
  g_test_add_func ("/exchange/csl-json/write", test_write);
  g_test_add_func ("/exchange/csl-json/notes", test_notes);
  return g_test_run ();
}
