/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging: what comes of three documents, which conflicts there are, and what each choice does. */

#include "talks-merge.h"

#include <string.h>

#include "talks-document-reader.h"
#include "talks-record-fields.h"
#include "talks-test-support.h"

/* ---- documents ---- */

/* Members of a document, in JSON with ' for ". */
static TalksDocument *
make (const char *members)
{
  g_autofree char *json = g_strdup_printf ("{ 'format': 'talks-timeline', 'version': 1%s%s }",
                                           *members != '\0' ? ", " : "", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TalksReading) reading = NULL;
  g_autoptr (GError) error = NULL;

  g_strdelimit (json, "'", '"');
  bytes = g_bytes_new (json, strlen (json));
  reading = talks_document_read_bytes (bytes, "test", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (reading->left_out), ==, 0);
  return g_object_ref (reading->document);
}

/* Why two documents are not equal; NULL when they are. */
static char *
find_difference (TalksDocument *a,
                 TalksDocument *b)
{
  if (!talks_text_equal (talks_document_get_title (a), talks_document_get_title (b))
      || !talks_text_equal (talks_document_get_description (a), talks_document_get_description (b))
      || g_strcmp0 (talks_document_get_language (a), talks_document_get_language (b)) != 0
      || g_strcmp0 (talks_document_get_license (a), talks_document_get_license (b)) != 0)
    return g_strdup ("the head");
  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *first = talks_document_get_records (a, kind);
      GPtrArray *second = talks_document_get_records (b, kind);

      if (first->len != second->len)
        return g_strdup_printf ("%u %s, not %u", first->len, talks_record_kind_to_list (kind), second->len);
      for (guint i = 0; i < first->len; i++)
        if (!talks_record_equal (first->pdata[i], second->pdata[i]))
          return g_strdup_printf ("%s/%u: “%s”, “%s”", talks_record_kind_to_list (kind), i,
                                  ((TalksRecord *) first->pdata[i])->id, ((TalksRecord *) second->pdata[i])->id);
    }
  return NULL;
}

static void
assert_equal (TalksDocument *a,
              TalksDocument *b,
              const char    *what)
{
  g_autofree char *difference = find_difference (a, b);

  if (difference != NULL)
    g_error ("%s: %s", what, difference);
}

/* The changes lead from ours to the result, and back. */
static void
check_changes (TalksMerge    *merge,
               TalksDocument *ours,
               const char    *what)
{
  g_autoptr (TalksDocument) copy = talks_document_copy (ours);
  TalksDocument *result = talks_merge_get_result (merge);
  GPtrArray *changes = talks_merge_get_changes (merge);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      talks_document_apply (copy, changes->pdata[i], &error);
      g_assert_no_error (error);
    }
  talks_document_set_head (copy, talks_document_get_title (result), talks_document_get_description (result),
                           talks_document_get_language (result), talks_document_get_license (result));
  assert_equal (copy, result, what);
  for (guint i = changes->len; i-- > 0;)
    {
      g_autoptr (TalksChange) back = talks_change_invert (changes->pdata[i]);

      talks_document_apply (copy, back, &error);
      g_assert_no_error (error);
    }
  talks_document_set_head (copy, talks_document_get_title (ours), talks_document_get_description (ours),
                           talks_document_get_language (ours), talks_document_get_license (ours));
  assert_equal (copy, ours, what);
}

/* ---- the table ---- */

#define PARTY "{ 'id': 'p', 'name': 'P', 'kind': 'state', 'color': '#112233', 'mark': 'circle' }"
#define EVENT(rest) "{ 'id': 'e', 'kind': 'talks', 'title': 'E'" rest " }"
#define EVENTS(rest) "'events': [" EVENT (rest) "]"
#define SOURCE(id) "{ 'id': '" id "', 'type': 'book', 'title': 'Title " id "' }"
#define ROLES(roles) "'participants': [{ 'id': 'a', 'name': 'A', 'roles': [" roles "] }]"
#define TOPICS(ids) "'topics': [" ids "]"
#define TOPIC(id) "{ 'id': '" id "', 'name': 'Name " id "' }"
#define STANCE(id, rest) "{ 'id': '" id "', 'party': 'p', 'topic': 't', 'date': '2022', 'stance': 'S " id "'" rest " }"
#define WITH_PARTY "'parties': [" PARTY "], " TOPICS (TOPIC ("t")) ", "

typedef struct
{
  const char *name;
  const char *base; /* NULL: none */
  const char *ours;
  const char *theirs;
  const char *result;
  const char *conflicts; /* each as TYPE POINTER, separated by spaces */
} Case;

static const Case cases[] = {
  { "nothing", "", "", "", "", "" },

  /* Fields. */
  { "field of theirs", EVENTS (", 'date': '2022'"), EVENTS (", 'date': '2022'"), EVENTS (", 'date': '2023'"),
    EVENTS (", 'date': '2023'"), "" },
  { "other fields", EVENTS (", 'date': '2022'"), EVENTS (", 'date': '2022', 'format': 'call'"),
    EVENTS (", 'date': '2023'"), EVENTS (", 'date': '2023', 'format': 'call'"), "" },
  { "same change", EVENTS (", 'date': '2022'"), EVENTS (", 'date': '2023'"), EVENTS (", 'date': '2023'"),
    EVENTS (", 'date': '2023'"), "" },
  { "format twice", EVENTS (", 'date': '2022', 'format': 'a'"), EVENTS (", 'date': '2022', 'format': 'b'"),
    EVENTS (", 'date': '2022', 'format': 'c'"), EVENTS (", 'date': '2022', 'format': 'b'"), "field:/events/0/format" },
  { "format removed and changed", EVENTS (", 'date': '2022', 'format': 'a'"), EVENTS (", 'date': '2022'"),
    EVENTS (", 'date': '2022', 'format': 'c'"), EVENTS (", 'date': '2022', 'format': 'c'"),
    "removed:/events/0/format" },
  { "date twice stands as accounts", EVENTS (", 'date': '2022', 'sources': ['s']"),
    EVENTS (", 'date': '2023', 'sources': ['s']"), EVENTS (", 'date': '2024', 'sources': ['u']"),
    EVENTS (", 'date': '2023', 'sources': ['u'], 'accounts': [{ 'claim': 'E', 'date': '2023', 'sources': ['s'] }, "
            "{ 'claim': 'E', 'date': '2024', 'sources': ['u'] }]"), "field:/events/0/date" },
  { "summary twice stands as accounts", EVENTS (", 'date': '2022', 'summary': 'a'"),
    EVENTS (", 'date': '2022', 'summary': 'b'"), EVENTS (", 'date': '2022', 'summary': 'c'"),
    EVENTS (", 'date': '2022', 'summary': 'b', 'accounts': [{ 'claim': 'b' }, { 'claim': 'c' }]"),
    "field:/events/0/summary" },
  { "time is one value", EVENTS (", 'date': '2022', 'time': { 'start': '10:00' }"),
    EVENTS (", 'date': '2022', 'time': { 'start': '11:00' }"),
    EVENTS (", 'date': '2022', 'time': { 'start': '10:00', 'zone': '+03:00' }"),
    EVENTS (", 'date': '2022', 'time': { 'start': '11:00' }"), "field:/events/0/time" },
  { "place by member", EVENTS (", 'date': '2022', 'place': { 'name': 'A' }"),
    EVENTS (", 'date': '2022', 'place': { 'name': 'B' }"),
    EVENTS (", 'date': '2022', 'place': { 'name': 'A', 'lat': 1, 'lon': 2 }"),
    EVENTS (", 'date': '2022', 'place': { 'name': 'B', 'lat': 1, 'lon': 2 }"), "" },
  { "label goes with the title", EVENTS (", 'date': '2022'"), EVENTS (", 'date': '2022', 'format': 'a'"),
    "'events': [{ 'id': 'e', 'kind': 'talks', 'title': 'New', 'date': '2022' }]",
    "'events': [{ 'id': 'e', 'kind': 'talks', 'title': 'New', 'date': '2022', 'format': 'a' }]", "" },

  /* Texts. */
  { "languages", EVENTS (", 'date': '2022', 'note': { 'en': 'a', 'uk': 'b' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'A', 'uk': 'b' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'a', 'uk': 'B', 'de': 'c' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'A', 'uk': 'B', 'de': 'c' }"), "" },
  { "a translation of a text that changes", EVENTS (", 'date': '2022', 'note': 'a'"),
    EVENTS (", 'date': '2022', 'note': 'A'"), EVENTS (", 'date': '2022', 'note': { 'en': 'a', 'uk': 'b' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'A', 'uk': 'b' }"), "" },
  { "one language twice", EVENTS (", 'date': '2022', 'note': { 'en': 'a', 'uk': 'b' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'a', 'uk': 'c' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'A', 'uk': 'd' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'A', 'uk': 'c' }"), "field:/events/0/note/uk" },
  { "each removes another language", EVENTS (", 'date': '2022', 'note': { 'en': 'a', 'uk': 'b' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'a' }"), EVENTS (", 'date': '2022', 'note': { 'uk': 'b' }"),
    EVENTS (", 'date': '2022', 'note': { 'en': 'a' }"), "" },

  /* Lists. */
  { "strings as a set", EVENTS (", 'date': '2022', 'sources': ['a', 'b', 'c']"),
    EVENTS (", 'date': '2022', 'sources': ['a', 'c', 'd']"), EVENTS (", 'date': '2022', 'sources': ['x', 'a', 'b', 'c']"),
    EVENTS (", 'date': '2022', 'sources': ['x', 'a', 'c', 'd']"), "" },
  { "strings reordered", EVENTS (", 'date': '2022', 'sources': ['a', 'b', 'c']"),
    EVENTS (", 'date': '2022', 'sources': ['c', 'b', 'a']"), EVENTS (", 'date': '2022', 'sources': ['a', 'n', 'b', 'c']"),
    EVENTS (", 'date': '2022', 'sources': ['c', 'b', 'a', 'n']"), "" },
  { "strings reordered twice", EVENTS (", 'date': '2022', 'sources': ['a', 'b', 'c']"),
    EVENTS (", 'date': '2022', 'sources': ['c', 'b', 'a']"), EVENTS (", 'date': '2022', 'sources': ['b', 'a', 'c']"),
    EVENTS (", 'date': '2022', 'sources': ['c', 'b', 'a']"), "order:/events/0/sources" },
  { "attendance by participant",
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a' }, { 'participant': 'b' }]"),
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a', 'role': 'chair' }, { 'participant': 'b' }]"),
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a', 'presence': 'remote' }, { 'participant': 'c' }]"),
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a', 'role': 'chair', 'presence': 'remote' }, "
            "{ 'participant': 'c' }]"), "" },
  { "role of one participant twice", EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'b' }, { 'participant': 'a' }]"),
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'b' }, { 'participant': 'a', 'role': 'x' }]"),
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'b' }, { 'participant': 'a', 'role': 'y' }]"),
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'b' }, { 'participant': 'a', 'role': 'x' }]"),
    "field:/events/0/attendance/1/role" },
  { "part removed and changed", EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a' }]"),
    EVENTS (", 'date': '2022'"), EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a', 'role': 'x' }]"),
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a', 'role': 'x' }]"),
    "removed:/events/0/attendance/0" },
  { "related by event and relation", EVENTS (", 'date': '2022', 'related': [{ 'event': 'x', 'relation': 'follows' }]"),
    EVENTS (", 'date': '2022', 'related': [{ 'event': 'x', 'relation': 'follows' }, { 'event': 'x', 'relation': 'a' }]"),
    EVENTS (", 'date': '2022', 'related': [{ 'event': 'x', 'relation': 'follows' }, { 'event': 'x', 'relation': 'b' }]"),
    EVENTS (", 'date': '2022', 'related': [{ 'event': 'x', 'relation': 'follows' }, { 'event': 'x', 'relation': 'a' }, "
            "{ 'event': 'x', 'relation': 'b' }]"), "" },
  { "accounts by claim", EVENTS (", 'date': '2022', 'accounts': [{ 'claim': 'c', 'sources': ['s'] }]"),
    EVENTS (", 'date': '2022', 'accounts': [{ 'claim': 'c', 'date': '2022-03', 'sources': ['s'] }]"),
    EVENTS (", 'date': '2022', 'accounts': [{ 'claim': 'c', 'sources': ['s', 'u'] }, { 'claim': 'd' }]"),
    EVENTS (", 'date': '2022', 'accounts': [{ 'claim': 'c', 'date': '2022-03', 'sources': ['s', 'u'] }, { 'claim': 'd' }]"),
    "" },
  { "roles by title and start", ROLES ("{ 'title': 'x', 'from': '2020' }"),
    ROLES ("{ 'title': 'x', 'from': '2020', 'to': '2022' }"),
    ROLES ("{ 'title': 'x', 'from': '2020' }, { 'title': 'x', 'from': '2023' }"),
    ROLES ("{ 'title': 'x', 'from': '2020', 'to': '2022' }, { 'title': 'x', 'from': '2023' }"), "" },
  { "authors", "'sources': [{ 'id': 's', 'type': 'book', 'author': [{ 'family': 'A' }] }]",
    "'sources': [{ 'id': 's', 'type': 'book', 'author': [{ 'family': 'A' }, { 'family': 'B', 'given': 'C' }] }]",
    "'sources': [{ 'id': 's', 'type': 'book', 'author': [{ 'literal': 'D' }, { 'family': 'A' }] }]",
    "'sources': [{ 'id': 's', 'type': 'book', 'author': [{ 'literal': 'D' }, { 'family': 'A' }, { 'family': 'B', 'given': 'C' }] }]", "" },
  { "two parts of one key", ROLES ("{ 'title': 'x' }, { 'title': 'x', 'to': '2022' }"),
    ROLES ("{ 'title': 'x' }, { 'title': 'x', 'to': '2023' }"), ROLES ("{ 'title': 'x', 'to': '2021' }, { 'title': 'x', 'to': '2022' }"),
    ROLES ("{ 'title': 'x', 'to': '2021' }, { 'title': 'x', 'to': '2023' }"), "" },

  /* Records. */
  { "both add", TOPICS (TOPIC ("m")), TOPICS (TOPIC ("a") ", " TOPIC ("m") ", " TOPIC ("x")),
    TOPICS (TOPIC ("m") ", " TOPIC ("b")), TOPICS (TOPIC ("a") ", " TOPIC ("m") ", " TOPIC ("b") ", " TOPIC ("x")), "" },
  { "theirs removes", TOPICS (TOPIC ("a") ", " TOPIC ("b")), TOPICS (TOPIC ("a") ", " TOPIC ("b")), TOPICS (TOPIC ("a")),
    TOPICS (TOPIC ("a")), "" },
  { "ours removes, theirs changes", TOPICS (TOPIC ("a")), "", TOPICS ("{ 'id': 'a', 'name': 'New' }"),
    TOPICS ("{ 'id': 'a', 'name': 'New' }"), "removed:/topics/0" },
  { "ours changes, theirs removes", TOPICS (TOPIC ("a")), TOPICS ("{ 'id': 'a', 'name': 'New' }"), "",
    TOPICS ("{ 'id': 'a', 'name': 'New' }"), "removed:/topics/0" },
  { "reordered", TOPICS (TOPIC ("a") ", " TOPIC ("b") ", " TOPIC ("c")),
    TOPICS (TOPIC ("a") ", " TOPIC ("b") ", " TOPIC ("c") ", " TOPIC ("d")), TOPICS (TOPIC ("c") ", " TOPIC ("a") ", " TOPIC ("b")),
    TOPICS (TOPIC ("c") ", " TOPIC ("d") ", " TOPIC ("a") ", " TOPIC ("b")), "" },
  { "reordered twice", TOPICS (TOPIC ("a") ", " TOPIC ("b") ", " TOPIC ("c")), TOPICS (TOPIC ("b") ", " TOPIC ("a") ", " TOPIC ("c")),
    TOPICS (TOPIC ("c") ", " TOPIC ("a") ", " TOPIC ("b")), TOPICS (TOPIC ("b") ", " TOPIC ("a") ", " TOPIC ("c")), "order:/topics" },
  { "removed, and newly referred to", TOPICS (TOPIC ("t") ", " TOPIC ("o")),
    WITH_PARTY "'positions': [" STANCE ("x", "") "]", TOPICS (TOPIC ("o")),
    "'parties': [" PARTY "], " TOPICS (TOPIC ("t")) ", 'positions': [" STANCE ("x", "") "]", "needed:/topics/0" },
  { "second stance", WITH_PARTY "'positions': [" STANCE ("x", "") "]",
    "'parties': [" PARTY "], " TOPICS (TOPIC ("t")) ", 'positions': [{ 'id': 'x', 'party': 'p', 'topic': 't', 'date': '2023', 'stance': 'S x' }]",
    "'parties': [" PARTY "], " TOPICS (TOPIC ("t")) ", 'positions': [{ 'id': 'x', 'party': 'p', 'topic': 't', 'date': '2024', 'stance': 'S x' }]",
    "'parties': [" PARTY "], " TOPICS (TOPIC ("t")) ", 'positions': [{ 'id': 'x', 'party': 'p', 'topic': 't', 'date': '2023', 'stance': 'S x' }]",
    "field:/positions/0/date" },
  { "a circle that neither side has", WITH_PARTY "'positions': [" STANCE ("x", "") ", " STANCE ("y", "") "]",
    WITH_PARTY "'positions': [" STANCE ("x", ", 'replaces': 'y'") ", " STANCE ("y", "") "]",
    WITH_PARTY "'positions': [" STANCE ("x", "") ", " STANCE ("y", ", 'replaces': 'x'") "]",
    WITH_PARTY "'positions': [" STANCE ("x", ", 'replaces': 'y'") ", " STANCE ("y", "") "]", "together:/positions/1" },
  { "an end before the start", ROLES ("{ 'title': 'x', 'from': '2020', 'to': '2022' }"),
    ROLES ("{ 'title': 'x', 'from': '2020', 'to': '2020' }"), "'participants': [{ 'id': 'a', 'name': 'B', 'roles': [{ 'title': 'x', 'from': '2020', 'to': '2022' }] }]",
    "'participants': [{ 'id': 'a', 'name': 'B', 'roles': [{ 'title': 'x', 'from': '2020', 'to': '2020' }] }]", "" },

  /* Ids. */
  { "theirs renames", WITH_PARTY "'positions': [" STANCE ("x", "") "]",
    WITH_PARTY "'positions': [" STANCE ("x", "") ", " STANCE ("y", ", 'replaces': 'x'") "]",
    WITH_PARTY "'positions': [{ 'id': 'z', 'party': 'p', 'topic': 't', 'date': '2022', 'stance': 'S x' }]",
    WITH_PARTY "'positions': [{ 'id': 'z', 'party': 'p', 'topic': 't', 'date': '2022', 'stance': 'S x' }, " STANCE ("y", ", 'replaces': 'z'") "]",
    "" },
  { "ours renames", WITH_PARTY "'positions': [" STANCE ("x", "") "]",
    WITH_PARTY "'positions': [{ 'id': 'z', 'party': 'p', 'topic': 't', 'date': '2022', 'stance': 'S x' }]",
    WITH_PARTY "'positions': [" STANCE ("x", "") ", " STANCE ("y", ", 'replaces': 'x'") "]",
    WITH_PARTY "'positions': [{ 'id': 'z', 'party': 'p', 'topic': 't', 'date': '2022', 'stance': 'S x' }, " STANCE ("y", ", 'replaces': 'z'") "]",
    "" },
  { "both rename", TOPICS (TOPIC ("a")), TOPICS ("{ 'id': 'b', 'name': 'Name a' }"), TOPICS ("{ 'id': 'c', 'name': 'Name a' }"),
    TOPICS ("{ 'id': 'b', 'name': 'Name a' }"), "renamed:/topics/0" },
  { "both add one id", "", TOPICS (TOPIC ("a")),
    TOPICS ("{ 'id': 'a', 'name': 'Other' }") ", 'parties': [" PARTY "], 'positions': [{ 'id': 'x', 'party': 'p', 'topic': 'a', 'date': '2022', 'stance': 'S' }]",
    TOPICS (TOPIC ("a") ", { 'id': 'a-2', 'name': 'Other' }") ", 'parties': [" PARTY "], 'positions': [{ 'id': 'x', 'party': 'p', 'topic': 'a-2', 'date': '2022', 'stance': 'S' }]",
    "added:/topics/0" },
  { "both add the same", "", TOPICS (TOPIC ("a")), TOPICS (TOPIC ("a")), TOPICS (TOPIC ("a")), "" },
  { "one id for two kinds", "", TOPICS (TOPIC ("a")), "'sources': [" SOURCE ("a") "]" ", 'events': [" EVENT (", 'date': '2022', 'sources': ['a']") "]",
    TOPICS (TOPIC ("a")) ", 'events': [" EVENT (", 'date': '2022', 'sources': ['a-2']") "], 'sources': [{ 'id': 'a-2', 'type': 'book', 'title': 'Title a' }]",
    "added:/sources" },

  /* The head. */
  { "head", "'title': 'T', 'license': 'a'", "'title': 'U', 'license': 'a'", "'title': 'T', 'license': 'b', 'description': 'D'",
    "'title': 'U', 'license': 'b', 'description': 'D'", "" },
  { "title twice", "'title': 'T'", "'title': 'U'", "'title': 'V'", "'title': 'U'", "field:/title" },
  { "language", "'title': 'T'", "'title': 'T', 'license': 'a'", "'title': 'T', 'language': 'uk'",
    "'title': 'T', 'language': 'uk', 'license': 'a'", "" },

  /* Without a base. */
  { "two ways", NULL, EVENTS (", 'date': '2022', 'sources': ['a']"), EVENTS (", 'date': '2022', 'format': 'x', 'sources': ['b']"),
    EVENTS (", 'date': '2022', 'format': 'x', 'sources': ['a', 'b']"), "" },
  { "two ways, one date", NULL, EVENTS (", 'date': '2022', 'format': 'x'"), EVENTS (", 'date': '2022', 'format': 'y'"),
    EVENTS (", 'date': '2022', 'format': 'x'"), "field:/events/0/format" },
  { "two ways, in two languages", NULL, "'title': 'T', 'topics': [{ 'id': 'a', 'name': 'A' }]",
    "'title': 'T', 'language': 'uk', 'topics': [{ 'id': 'a', 'name': 'Я' }, { 'id': 'b', 'name': 'Б' }]",
    "'title': { 'en': 'T', 'uk': 'T' }, 'topics': [{ 'id': 'a', 'name': { 'en': 'A', 'uk': 'Я' } }, { 'id': 'b', 'name': { 'uk': 'Б' } }]", "" },
};

static const char *
get_type_name (TalksConflictType type)
{
  static const char * const names[] = { "field", "removed", "needed", "added", "renamed", "order", "together", "alike" };

  return names[type];
}

static char *
list_conflicts (TalksMerge *merge)
{
  GPtrArray *conflicts = talks_merge_get_conflicts (merge);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const TalksConflict *conflict = conflicts->pdata[i];
      g_autofree char *words = talks_conflict_to_words (conflict);

      g_assert_true (g_utf8_validate (words, -1, NULL));
      g_assert_cmpuint (conflict->choices & (1u << conflict->choice), !=, 0);
      g_string_append_printf (list, "%s%s:%s", i > 0 ? " " : "", get_type_name (conflict->type), conflict->pointer);
    }
  return g_string_free (list, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TalksDocument) base = c->base != NULL ? make (c->base) : NULL;
  g_autoptr (TalksDocument) ours = make (c->ours);
  g_autoptr (TalksDocument) theirs = make (c->theirs);
  g_autoptr (TalksDocument) expected = make (c->result);
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs, TALKS_MERGE_DEFAULT);
  g_autofree char *conflicts = list_conflicts (merge);
  g_autofree char *report = talks_merge_report (merge, "ours", "theirs", "en");

  g_test_message ("%s", report);
  g_assert_cmpstr (conflicts, ==, c->conflicts);
  assert_equal (talks_merge_get_result (merge), expected, c->name);
  check_changes (merge, ours, c->name);
}

/* ---- choices ---- */

typedef struct
{
  const char       *name;
  const char       *base;
  const char       *ours;
  const char       *theirs;
  guint             conflict; /* index */
  TalksMergeChoice  choice;
  const char       *result;
  const char       *conflicts;
} ChoiceCase;

static const ChoiceCase choice_cases[] = {
  { "theirs", EVENTS (", 'date': '2022', 'format': 'a'"), EVENTS (", 'date': '2022', 'format': 'b'"),
    EVENTS (", 'date': '2022', 'format': 'c'"), 0, TALKS_MERGE_THEIRS, EVENTS (", 'date': '2022', 'format': 'c'"),
    "field:/events/0/format" },
  { "date of theirs alone", EVENTS (", 'date': '2022'"), EVENTS (", 'date': '2023'"), EVENTS (", 'date': '2024'"), 0,
    TALKS_MERGE_THEIRS, EVENTS (", 'date': '2024'"), "field:/events/0/date" },
  { "date of ours alone", EVENTS (", 'date': '2022'"), EVENTS (", 'date': '2023'"), EVENTS (", 'date': '2024'"), 0,
    TALKS_MERGE_OURS, EVENTS (", 'date': '2023'"), "field:/events/0/date" },
  { "joined texts", EVENTS (", 'date': '2022', 'note': 'a'"), EVENTS (", 'date': '2022', 'note': 'b'"),
    EVENTS (", 'date': '2022', 'note': 'c'"), 0, TALKS_MERGE_BOTH, EVENTS (", 'date': '2022', 'note': 'b\\n\\nc'"),
    "field:/events/0/note" },
  { "joined strings", "'annotations': [{ 'id': 'n', 'type': 'Annotation', 'target': '#x', 'body': { 'type': 'TextualBody', 'value': 'a' } }]",
    "'annotations': [{ 'id': 'n', 'type': 'Annotation', 'target': '#x', 'body': { 'type': 'TextualBody', 'value': 'b' } }]",
    "'annotations': [{ 'id': 'n', 'type': 'Annotation', 'target': '#x', 'body': { 'type': 'TextualBody', 'value': 'c' } }]", 0, TALKS_MERGE_BOTH,
    "'annotations': [{ 'id': 'n', 'type': 'Annotation', 'target': '#x', 'body': { 'type': 'TextualBody', 'value': 'b\\n\\nc' } }]",
    "field:/annotations/0/body" },
  { "second record", WITH_PARTY "'positions': [" STANCE ("x", "") "]",
    WITH_PARTY "'positions': [" STANCE ("x", ", 'label': 'L', 'quote': { 'text': 'a' }") "]",
    WITH_PARTY "'positions': [" STANCE ("x", ", 'quote': { 'text': 'b' }") "]", 0, TALKS_MERGE_BOTH,
    WITH_PARTY "'positions': [" STANCE ("x", ", 'label': 'L', 'quote': { 'text': 'a' }") ", "
    "{ 'id': 'x-2', 'party': 'p', 'topic': 't', 'date': '2022', 'label': 'L', 'stance': 'S x', 'quote': { 'text': 'b' } }]",
    "field:/positions/0/quote/text" },
  { "removed after all", TOPICS (TOPIC ("a")), TOPICS ("{ 'id': 'a', 'name': 'New' }"), "", 0, TALKS_MERGE_THEIRS, "",
    "removed:/topics" },
  { "part removed after all", EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a' }]"), EVENTS (", 'date': '2022'"),
    EVENTS (", 'date': '2022', 'attendance': [{ 'participant': 'a', 'role': 'x' }]"), 0, TALKS_MERGE_OURS,
    EVENTS (", 'date': '2022'"), "removed:/events/0" },
  { "removed, but referred to", WITH_PARTY "'positions': []", WITH_PARTY "'positions': [" STANCE ("x", "") "]",
    "'parties': [" PARTY "], 'topics': []", 0, TALKS_MERGE_OURS,
    WITH_PARTY "'positions': [" STANCE ("x", "") "]", "needed:/topics/0" },
  { "order of theirs", TOPICS (TOPIC ("a") ", " TOPIC ("b") ", " TOPIC ("c")), TOPICS (TOPIC ("b") ", " TOPIC ("a") ", " TOPIC ("c")),
    TOPICS (TOPIC ("c") ", " TOPIC ("a") ", " TOPIC ("b")), 0, TALKS_MERGE_THEIRS,
    TOPICS (TOPIC ("c") ", " TOPIC ("a") ", " TOPIC ("b")), "order:/topics" },
  { "id of theirs", TOPICS (TOPIC ("a")), TOPICS ("{ 'id': 'b', 'name': 'Name a' }"), TOPICS ("{ 'id': 'c', 'name': 'Name a' }"), 0,
    TALKS_MERGE_THEIRS, TOPICS ("{ 'id': 'c', 'name': 'Name a' }"), "renamed:/topics/0" },
  { "one id, theirs", "", TOPICS (TOPIC ("a")), TOPICS ("{ 'id': 'a', 'name': 'Other' }"), 0, TALKS_MERGE_THEIRS,
    TOPICS ("{ 'id': 'a', 'name': 'Other' }"), "added:/topics/0" },
  { "one id, ours", "", TOPICS (TOPIC ("a")), TOPICS ("{ 'id': 'a', 'name': 'Other' }"), 0, TALKS_MERGE_OURS,
    TOPICS (TOPIC ("a")), "added:/topics/0" },
  { "one id, joined", "", EVENTS (", 'date': '2022', 'format': 'a'"), EVENTS (", 'date': '2022', 'format': 'b', 'note': 'N'"), 0,
    TALKS_MERGE_JOIN, EVENTS (", 'date': '2022', 'format': 'a', 'note': 'N'"), "added:/events/0 field:/events/0/format" },
  { "alike, joined", NULL, EVENTS (", 'date': '2022-03-29', 'format': 'a'"),
    "'events': [{ 'id': 'f', 'kind': 'talks', 'title': 'E', 'date': '2022-03-29' }], "
    "'tours': [{ 'id': 'x', 'title': 'T', 'steps': [{ 'event': 'f' }] }]", 0, TALKS_MERGE_JOIN,
    EVENTS (", 'date': '2022-03-29', 'format': 'a'") ", 'tours': [{ 'id': 'x', 'title': 'T', 'steps': [{ 'event': 'e' }] }]",
    "alike:/events/0" },
};

static void
test_choice (gconstpointer data)
{
  const ChoiceCase *c = data;
  g_autoptr (TalksDocument) base = c->base != NULL ? make (c->base) : NULL;
  g_autoptr (TalksDocument) ours = make (c->ours);
  g_autoptr (TalksDocument) theirs = make (c->theirs);
  g_autoptr (TalksDocument) expected = make (c->result);
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs, TALKS_MERGE_DEFAULT);
  const TalksConflict *conflict = g_ptr_array_index (talks_merge_get_conflicts (merge), c->conflict);
  g_autofree char *key = g_strdup (conflict->key);
  g_autofree char *conflicts = NULL;

  talks_merge_choose (merge, key, c->choice);
  conflicts = list_conflicts (merge);
  g_assert_cmpstr (conflicts, ==, c->conflicts);
  assert_equal (talks_merge_get_result (merge), expected, c->name);
  check_changes (merge, ours, c->name);
}

/* What is not offered is not taken. */
static void
test_other_choice (void)
{
  g_autoptr (TalksDocument) base = make (TOPICS (TOPIC ("a")));
  g_autoptr (TalksDocument) ours = make (TOPICS ("{ 'id': 'a', 'name': 'b' }"));
  g_autoptr (TalksDocument) theirs = make (TOPICS ("{ 'id': 'a', 'name': 'c' }"));
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs, TALKS_MERGE_DEFAULT);
  const TalksConflict *conflict = g_ptr_array_index (talks_merge_get_conflicts (merge), 0);
  g_autofree char *key = g_strdup (conflict->key);

  g_assert_cmpuint (conflict->choices, ==, 1u << TALKS_MERGE_OURS | 1u << TALKS_MERGE_THEIRS);
  g_assert_cmpstr (conflict->base, ==, "Name a");
  g_assert_cmpstr (conflict->ours, ==, "b");
  g_assert_cmpstr (conflict->theirs, ==, "c");
  talks_merge_choose (merge, key, TALKS_MERGE_BOTH);
  assert_equal (talks_merge_get_result (merge), ours, "a choice that is not there");
  talks_merge_choose (merge, "no such key", TALKS_MERGE_THEIRS);
  assert_equal (talks_merge_get_result (merge), ours, "no such conflict");
}

static void
test_keep_head (void)
{
  g_autoptr (TalksDocument) base = make ("'title': 'T'");
  g_autoptr (TalksDocument) theirs = make ("'title': 'U', 'license': 'x'");
  g_autoptr (TalksMerge) merge = talks_merge_new (base, base, theirs, TALKS_MERGE_KEEP_HEAD);
  g_autoptr (TalksMerge) other = talks_merge_new (base, base, theirs, TALKS_MERGE_DEFAULT);

  g_assert_false (talks_merge_changes_head (merge));
  assert_equal (talks_merge_get_result (merge), base, "the head stays");
  g_assert_true (talks_merge_changes_head (other));
}

/* ---- records that look alike ---- */

typedef struct
{
  const char *name;
  const char *ours;
  const char *theirs;
  int         min; /* 0: not alike */
  int         max;
} AlikeCase;

static const AlikeCase alike_cases[] = {
  { "same day and title", "'events': [{ 'id': 'a', 'kind': 'k', 'date': '2022-03-29', 'title': 'Talks in Istanbul' }]",
    "'events': [{ 'id': 'b', 'kind': 'k', 'date': '2022-03-29', 'title': 'talks in Istanbul.' }]", 100, 100 },
  { "another day, far", "'events': [{ 'id': 'a', 'kind': 'k', 'date': '2022-03-29', 'title': 'Talks in Istanbul' }]",
    "'events': [{ 'id': 'b', 'kind': 'k', 'date': '2022-05-29', 'title': 'Talks in Istanbul' }]", 0, 0 },
  { "a day within a span", "'events': [{ 'id': 'a', 'kind': 'k', 'date': '2022-03-29', 'title': 'Talks in Istanbul' }]",
    "'events': [{ 'id': 'b', 'kind': 'k', 'date': '2022-03', 'title': 'Talks in Istanbul' }]", 70, 80 },
  { "another title", "'events': [{ 'id': 'a', 'kind': 'k', 'date': '2022-03-29', 'title': 'Talks in Istanbul' }]",
    "'events': [{ 'id': 'b', 'kind': 'k', 'date': '2022-03-29', 'title': 'Press conference' }]", 0, 0 },
  { "title in one of two languages",
    "'events': [{ 'id': 'a', 'kind': 'k', 'date': '2022-03-29', 'title': { 'en': 'Talks', 'uk': 'Перемовини' } }]",
    "'events': [{ 'id': 'b', 'kind': 'k', 'date': '2022-03-29', 'title': { 'uk': 'перемовини' } }]", 100, 100 },
  { "other people", "'participants': [{ 'id': 'p', 'name': 'Ann' }], 'events': [{ 'id': 'a', 'kind': 'k', 'date': '2022-03-29', "
    "'title': 'Talks', 'attendance': [{ 'participant': 'p' }] }]",
    "'participants': [{ 'id': 'q', 'name': 'Eve' }], 'events': [{ 'id': 'b', 'kind': 'k', 'date': '2022-03-29', "
    "'title': 'Talks', 'attendance': [{ 'participant': 'q' }] }]", 80, 80 },
  { "one person", "'participants': [{ 'id': 'p', 'name': 'Vladimir Medinsky' }]", "'participants': [{ 'id': 'q', 'name': 'MEDINSKY, Vladimir' }]",
    100, 100 },
  { "two people", "'participants': [{ 'id': 'p', 'name': 'Vladimir Medinsky' }]", "'participants': [{ 'id': 'q', 'name': 'Vladimir Putin' }]",
    0, 0 },
  { "one address", "'sources': [{ 'id': 'a', 'type': 'webpage', 'title': 'One', 'URL': 'https://example.org/1' }]",
    "'sources': [{ 'id': 'b', 'type': 'webpage', 'title': 'Two', 'URL': 'https://example.org/1' }]", 100, 100 },
  { "another topic", WITH_PARTY "'positions': [" STANCE ("x", "") "]",
    "'parties': [" PARTY "], 'topics': [" TOPIC ("t") ", { 'id': 'u', 'name': 'U' }], 'positions': [{ 'id': 'y', 'party': 'p', 'topic': 'u', 'date': '2022', 'stance': 'S x' }]",
    0, 0 },
};

static void
test_alike (gconstpointer data)
{
  const AlikeCase *c = data;
  g_autoptr (TalksDocument) ours = make (c->ours);
  g_autoptr (TalksDocument) theirs = make (c->theirs);
  g_autoptr (TalksMerge) merge = talks_merge_new (NULL, ours, theirs, TALKS_MERGE_DEFAULT);
  GPtrArray *conflicts = talks_merge_get_conflicts (merge);
  const TalksConflict *conflict;

  g_assert_cmpuint (talks_merge_count_conflicts (merge), ==, 0);
  g_assert_cmpuint (conflicts->len, ==, c->min > 0);
  if (c->min == 0)
    return;
  conflict = conflicts->pdata[0];
  g_assert_cmpint (conflict->score, >=, c->min);
  g_assert_cmpint (conflict->score, <=, c->max);
  g_assert_cmpint (conflict->choice, ==, TALKS_MERGE_BOTH);
}

/* ---- words ---- */

static void
test_report (void)
{
  g_autoptr (TalksDocument) base = make (TOPICS (TOPIC ("a") ", " TOPIC ("b") ", " TOPIC ("c")));
  g_autoptr (TalksDocument) ours = make (TOPICS (TOPIC ("a") ", " TOPIC ("b") ", { 'id': 'c', 'name': 'x' }"));
  g_autoptr (TalksDocument) theirs = make (TOPICS ("{ 'id': 'a', 'name': 'New' }, { 'id': 'c', 'name': 'y' }, " TOPIC ("d") ", " TOPIC ("e")));
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs, TALKS_MERGE_DEFAULT);
  g_autofree char *report = talks_merge_report (merge, "a.talks.json", "b.talks.json", "en");
  const TalksMergeCounts counts = talks_merge_get_counts (merge);

  g_assert_cmpuint (counts.n_added, ==, 2);
  g_assert_cmpuint (counts.n_changed, ==, 1);
  g_assert_cmpuint (counts.n_removed, ==, 1);
  g_assert_cmpuint (counts.n_renamed, ==, 0);
  g_assert_cmpstr (report, ==,
                   "“b.talks.json” (theirs) was merged into “a.talks.json” (ours).\n"
                   "2 records were added.\n"
                   "1 record was changed.\n"
                   "1 record was removed.\n"
                   "1 conflict was decided.\n"
                   "\n"
                   "Changed: Topic “New” (Name).\n"
                   "Added: Topic “Name d”.\n"
                   "Added: Topic “Name e”.\n"
                   "Removed: Topic “Name b”.\n"
                   "\n"
                   "Topic “x”, Name: Both sides changed it: “x” of ours is kept, “y” of theirs is not.\n");
}

static void
test_ids (void)
{
  g_autoptr (TalksDocument) base = make (TOPICS (TOPIC ("a")));
  g_autoptr (TalksDocument) ours = make (TOPICS (TOPIC ("a") ", " TOPIC ("n")));
  g_autoptr (TalksDocument) theirs = make (TOPICS ("{ 'id': 'b', 'name': 'Name a' }, { 'id': 'n', 'name': 'Other' }"));
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs, TALKS_MERGE_DEFAULT);

  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_BASE, "b"), ==, "a");
  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_OURS, "b"), ==, "a");
  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_THEIRS, "b"), ==, "b");
  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_OURS, "n"), ==, "n");
  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_THEIRS, "n-2"), ==, "n");
  g_assert_null (talks_merge_get_id_in (merge, TALKS_SIDE_THEIRS, "n"));
  g_assert_null (talks_merge_get_id_in (merge, TALKS_SIDE_BASE, "n"));
}

/* ---- properties ---- */

/* A reference that leads nowhere: "RECORD FIELD ID". */
static void
list_dangling_in (TalksDocument       *document,
                  const char          *id,
                  const TalksFieldSet *set,
                  gconstpointer        owner,
                  GHashTable          *dangling)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (talks_field_is_absent (field, owner))
        continue;
      if (field->type == TALKS_FIELD_STRUCT)
        list_dangling_in (document, id, field->parts, TALKS_FIELD_VALUE (field, owner, gpointer), dangling);
      else if (field->type == TALKS_FIELD_LIST)
        for (guint j = 0; j < TALKS_FIELD_VALUE (field, owner, GPtrArray *)->len; j++)
          list_dangling_in (document, id, field->parts, TALKS_FIELD_VALUE (field, owner, GPtrArray *)->pdata[j], dangling);
      else if (field->refers_to != 0 && field->type == TALKS_FIELD_STRING)
        {
          if (talks_document_lookup (document, TALKS_FIELD_VALUE (field, owner, char *)) == NULL)
            g_hash_table_add (dangling, g_strdup (TALKS_FIELD_VALUE (field, owner, char *)));
        }
      else if (field->refers_to != 0)
        for (char **to = TALKS_FIELD_VALUE (field, owner, char **); *to != NULL; to++)
          if (talks_document_lookup (document, *to) == NULL)
            g_hash_table_add (dangling, g_strdup (*to));
    }
}

static GHashTable *
list_dangling (TalksDocument *document)
{
  GHashTable *dangling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records = talks_document_get_records (document, kind);

      for (guint i = 0; i < records->len; i++)
        list_dangling_in (document, ((TalksRecord *) records->pdata[i])->id, talks_record_kind_get_fields (kind),
                          records->pdata[i], dangling);
    }
  return dangling;
}

/* Edits of records of which the number in its list is odd or even, or any (parity −1). */
typedef struct
{
  GRand      *random;
  int         parity;
  const char *name; /* of the side: begins the ids of its new records */
  guint       n_new;
  gboolean    removes;
} Editor;

static TalksRecord *
pick (Editor          *editor,
      TalksDocument   *base,
      TalksDocument   *document,
      TalksRecordKind  kind)
{
  GPtrArray *records = talks_document_get_records (base, kind);

  for (int tries = 0; tries < 20 && records->len > 0; tries++)
    {
      guint i = (guint) g_rand_int_range (editor->random, 0, (gint32) records->len);
      TalksRecord *record = records->pdata[i];

      if (editor->parity >= 0 && i % 2 != (guint) editor->parity)
        continue;
      record = talks_document_lookup (document, record->id);
      if (record != NULL)
        return record;
    }
  return NULL;
}

static void
apply (TalksDocument *document,
       TalksRecord   *before,
       TalksRecord   *after,
       int            position)
{
  g_autoptr (TalksChange) change = talks_change_new (before, after, position);
  g_autoptr (GError) error = NULL;

  talks_document_apply (document, change, &error);
  g_assert_no_error (error);
}

/* One edit: a field gets the value that another record has in it; or a record comes, goes or moves. */
static void
edit (Editor        *editor,
      TalksDocument *base,
      TalksDocument *document)
{
  const TalksRecordKind kind = (TalksRecordKind) g_rand_int_range (editor->random, 0, TALKS_N_RECORD_KINDS);
  const TalksFieldSet *set = talks_record_kind_get_fields (kind);
  GPtrArray *records = talks_document_get_records (document, kind);
  g_autoptr (TalksRecord) record = pick (editor, base, document, kind);
  const int dice = g_rand_int_range (editor->random, 0, 100);
  g_autoptr (TalksRecord) after = NULL;
  guint at;

  if (record == NULL)
    return;
  talks_record_ref (record);
  g_assert_true (g_ptr_array_find (records, record, &at));
  after = talks_record_copy (record);
  if (dice < 70)
    {
      const TalksField *field = &set->fields[g_rand_int_range (editor->random, 0, (gint32) set->n_fields)];

      talks_field_copy (field, records->pdata[g_rand_int_range (editor->random, 0, (gint32) records->len)], after);
      apply (document, record, after, -1);
    }
  else if (dice < 85)
    {
      g_free (after->id);
      after->id = g_strdup_printf ("%s-%u", editor->name, editor->n_new++);
      apply (document, NULL, after, (int) at + 1);
    }
  else if (editor->removes && dice < 93)
    apply (document, record, NULL, (int) at);
  else if (editor->removes)
    {
      apply (document, record, NULL, (int) at);
      apply (document, NULL, after, g_rand_int_range (editor->random, 0, (gint32) records->len + 1));
    }
}

static TalksDocument *
edit_at_random (GRand         *random,
                TalksDocument *base,
                const char    *name,
                int            parity,
                gboolean       removes)
{
  TalksDocument *document = talks_document_copy (base);
  Editor editor = { random, parity, name, 0, removes };
  int n = g_rand_int_range (random, 0, 30);

  for (int i = 0; i < n; i++)
    edit (&editor, base, document);
  return document;
}

static TalksDocument *
merge_all (TalksDocument *base,
           TalksDocument *ours,
           TalksDocument *theirs,
           guint         *n_conflicts)
{
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs, TALKS_MERGE_DEFAULT);

  if (n_conflicts != NULL)
    *n_conflicts = talks_merge_count_conflicts (merge);
  check_changes (merge, ours, "changes");
  return g_object_ref (talks_merge_get_result (merge));
}

static void
check_result (TalksDocument *base,
              TalksDocument *ours,
              TalksDocument *theirs,
              const char    *what,
              TalksDocument *expected)
{
  guint n_conflicts;
  g_autoptr (TalksDocument) result = merge_all (base, ours, theirs, &n_conflicts);

  assert_equal (result, expected, what);
  g_assert_cmpuint (n_conflicts, ==, 0);
}

static guint
count_errors (TalksDocument *document)
{
  g_autoptr (GPtrArray) problems = talks_document_validate (document);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((TalksProblem *) problems->pdata[i])->severity == TALKS_SEVERITY_ERROR;
  return n;
}

static int
get_n_rounds (void)
{
  return g_getenv ("TALKS_TEST_LONG") != NULL ? 2000 : 60;
}

/* One side alone, both the same, nothing at all: no conflict, and what there is to be. */
static void
test_laws (void)
{
  for (int i = 0; i < get_n_rounds (); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (TalksDocument) base = talks_generate_document (20, (guint32) i % 7);
      g_autoptr (TalksDocument) x = edit_at_random (random, base, "x", -1, TRUE);

      check_result (base, x, base, "merge (base, x, base)", x);
      check_result (base, base, x, "merge (base, base, x)", x);
      check_result (base, x, x, "merge (base, x, x)", x);
      check_result (NULL, x, x, "merge (x, x)", x);
    }
}

/* Edits of different records: no conflict, and the same from both sides. */
static void
test_disjoint (void)
{
  for (int i = 0; i < get_n_rounds (); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (TalksDocument) base = talks_generate_document (20, (guint32) i % 7);
      g_autoptr (TalksDocument) x = edit_at_random (random, base, "x", 0, FALSE);
      g_autoptr (TalksDocument) y = edit_at_random (random, base, "y", 1, FALSE);
      guint n_conflicts;
      g_autoptr (TalksDocument) one = merge_all (base, x, y, &n_conflicts);
      g_autoptr (TalksDocument) other = merge_all (base, y, x, NULL);

      g_assert_cmpuint (n_conflicts, ==, 0);
      assert_equal (one, other, "merge (base, x, y) and merge (base, y, x)");
      for (TalksRecordKind kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
        {
          GPtrArray *records = talks_document_get_records (base, kind);

          for (guint j = 0; j < records->len; j++)
            {
              const char *id = ((TalksRecord *) records->pdata[j])->id;

              g_assert_true (talks_record_equal (talks_document_lookup (one, id),
                                                 talks_document_lookup (j % 2 == 0 ? x : y, id)));
            }
        }
    }
}

/* Any edits: no reference leads nowhere that did not before, no error is new, and twice is the same. */
static void
test_any (void)
{
  for (int i = 0; i < get_n_rounds (); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (TalksDocument) base = talks_generate_document (20, (guint32) i % 7);
      g_autoptr (TalksDocument) x = edit_at_random (random, base, "x", -1, TRUE);
      g_autoptr (TalksDocument) y = edit_at_random (random, base, i % 2 == 0 ? "x" : "y", -1, TRUE);
      TalksDocument *bases[] = { base, NULL };

      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (TalksDocument) one = merge_all (bases[j], x, y, NULL);
          g_autoptr (TalksDocument) again = merge_all (bases[j], x, y, NULL);
          g_autoptr (GHashTable) dangling = list_dangling (one);
          g_autoptr (GHashTable) in_x = list_dangling (x);
          g_autoptr (GHashTable) in_y = list_dangling (y);
          GHashTableIter iter;
          gpointer id;

          assert_equal (one, again, "twice the same");
          g_hash_table_iter_init (&iter, dangling);
          while (g_hash_table_iter_next (&iter, &id, NULL))
            g_assert_true (g_hash_table_contains (in_x, id) || g_hash_table_contains (in_y, id));
          g_assert_cmpuint (count_errors (one), <=, count_errors (x) + count_errors (y));
        }
    }
}

/* Whatever is chosen, in whatever order, the result is as sound. */
static void
test_choices_at_random (void)
{
  for (int i = 0; i < get_n_rounds () / 2; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) i);
      g_autoptr (TalksDocument) base = talks_generate_document (15, (guint32) i % 7);
      g_autoptr (TalksDocument) x = edit_at_random (random, base, "x", -1, TRUE);
      g_autoptr (TalksDocument) y = edit_at_random (random, base, "x", -1, TRUE);
      g_autoptr (TalksMerge) merge = talks_merge_new (i % 3 == 0 ? NULL : base, x, y, TALKS_MERGE_DEFAULT);

      for (int j = 0; j < 8; j++)
        {
          GPtrArray *conflicts = talks_merge_get_conflicts (merge);
          const TalksConflict *conflict;
          g_autofree char *key = NULL;
          g_autoptr (GHashTable) dangling = NULL;
          g_autoptr (GHashTable) in_x = list_dangling (x);
          g_autoptr (GHashTable) in_y = list_dangling (y);
          GHashTableIter iter;
          gpointer id;

          if (conflicts->len == 0)
            break;
          conflict = conflicts->pdata[g_rand_int_range (random, 0, (gint32) conflicts->len)];
          key = g_strdup (conflict->key);
          talks_merge_choose (merge, key, (TalksMergeChoice) g_rand_int_range (random, 0, TALKS_MERGE_JOIN + 1));
          check_changes (merge, x, "after a choice");
          dangling = list_dangling (talks_merge_get_result (merge));
          g_hash_table_iter_init (&iter, dangling);
          while (g_hash_table_iter_next (&iter, &id, NULL))
            g_assert_true (g_hash_table_contains (in_x, id) || g_hash_table_contains (in_y, id));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/merge/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (choice_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/merge/choice/%s", choice_cases[i].name);

      g_test_add_data_func (path, &choice_cases[i], test_choice);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (alike_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/merge/alike/%s", alike_cases[i].name);

      g_test_add_data_func (path, &alike_cases[i], test_alike);
    }
  g_test_add_func ("/merge/other-choice", test_other_choice);
  g_test_add_func ("/merge/keep-head", test_keep_head);
  g_test_add_func ("/merge/report", test_report);
  g_test_add_func ("/merge/ids", test_ids);
  g_test_add_func ("/merge/laws", test_laws);
  g_test_add_func ("/merge/disjoint", test_disjoint);
  g_test_add_func ("/merge/any", test_any);
  g_test_add_func ("/merge/choices-at-random", test_choices_at_random);
  return g_test_run ();
}
