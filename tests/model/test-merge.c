/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging: what comes of three documents, which conflicts there are, and what each choice does. */

#include "merge-fixture.h"

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
  { "theirs takes an id that ours has given away", WITH_PARTY "'positions': [" STANCE ("x", "") "]",
    WITH_PARTY "'positions': [" STANCE ("x", "") ", { 'id': 'z', 'party': 'p', 'topic': 't', 'date': '2023', 'stance': 'New' }]",
    WITH_PARTY "'positions': [{ 'id': 'z', 'party': 'p', 'topic': 't', 'date': '2022', 'stance': 'S x' }, " STANCE ("y", ", 'replaces': 'z'") "]",
    WITH_PARTY "'positions': [" STANCE ("x", "") ", " STANCE ("y", ", 'replaces': 'x'") ", { 'id': 'z', 'party': 'p', 'topic': 't', 'date': '2023', 'stance': 'New' }]",
    "added:/positions/2" },
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
  g_autoptr (TalksDocument) base = c->base != NULL ? merge_fixture_make (c->base) : NULL;
  g_autoptr (TalksDocument) ours = merge_fixture_make (c->ours);
  g_autoptr (TalksDocument) theirs = merge_fixture_make (c->theirs);
  g_autoptr (TalksDocument) expected = merge_fixture_make (c->result);
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs);
  g_autofree char *conflicts = list_conflicts (merge);
  g_autofree char *report = talks_merge_report (merge, "ours", "theirs", "en");

  g_test_message ("%s", report);
  g_assert_cmpstr (conflicts, ==, c->conflicts);
  merge_fixture_assert_equal (talks_merge_get_result (merge), expected, c->name);
  merge_fixture_check_changes (merge, ours, c->name);
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
  g_autoptr (TalksDocument) base = c->base != NULL ? merge_fixture_make (c->base) : NULL;
  g_autoptr (TalksDocument) ours = merge_fixture_make (c->ours);
  g_autoptr (TalksDocument) theirs = merge_fixture_make (c->theirs);
  g_autoptr (TalksDocument) expected = merge_fixture_make (c->result);
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs);
  const TalksConflict *conflict = g_ptr_array_index (talks_merge_get_conflicts (merge), c->conflict);
  g_autofree char *key = g_strdup (conflict->key);
  g_autofree char *conflicts = NULL;

  talks_merge_choose (merge, key, c->choice);
  conflicts = list_conflicts (merge);
  g_assert_cmpstr (conflicts, ==, c->conflicts);
  merge_fixture_assert_equal (talks_merge_get_result (merge), expected, c->name);
  merge_fixture_check_changes (merge, ours, c->name);
}

/* What is not offered is not taken. */
static void
test_other_choice (void)
{
  g_autoptr (TalksDocument) base = merge_fixture_make (TOPICS (TOPIC ("a")));
  g_autoptr (TalksDocument) ours = merge_fixture_make (TOPICS ("{ 'id': 'a', 'name': 'b' }"));
  g_autoptr (TalksDocument) theirs = merge_fixture_make (TOPICS ("{ 'id': 'a', 'name': 'c' }"));
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs);
  const TalksConflict *conflict = g_ptr_array_index (talks_merge_get_conflicts (merge), 0);
  g_autofree char *key = g_strdup (conflict->key);

  g_assert_cmpuint (conflict->choices, ==, 1u << TALKS_MERGE_OURS | 1u << TALKS_MERGE_THEIRS);
  g_assert_cmpstr (conflict->base, ==, "Name a");
  g_assert_cmpstr (conflict->ours, ==, "b");
  g_assert_cmpstr (conflict->theirs, ==, "c");
  talks_merge_choose (merge, key, TALKS_MERGE_BOTH);
  merge_fixture_assert_equal (talks_merge_get_result (merge), ours, "a choice that is not there");
  talks_merge_choose (merge, "no such key", TALKS_MERGE_THEIRS);
  merge_fixture_assert_equal (talks_merge_get_result (merge), ours, "no such conflict");
}

/* The head is one change among the others, and told like them. */
static void
test_head (void)
{
  g_autoptr (TalksDocument) base = merge_fixture_make ("'title': 'T'");
  g_autoptr (TalksDocument) theirs = merge_fixture_make ("'title': 'U', 'license': 'x'");
  g_autoptr (TalksMerge) merge = talks_merge_new (base, base, theirs);
  g_autoptr (TalksMerge) none = talks_merge_new (base, theirs, base);
  g_auto (GStrv) taken = talks_merge_list_taken (merge, "en");
  GPtrArray *changes = talks_merge_get_changes (merge);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_true (talks_change_get_before (changes->pdata[0]) == (TalksRecord *) talks_document_get_head (base));
  g_assert_cmpuint (talks_merge_get_counts (merge).n_changed, ==, 1);
  g_assert_cmpuint (g_strv_length (taken), ==, 1);
  g_assert_cmpstr (taken[0], ==, "Changed: Timeline “U” (Title, Licence).");
  merge_fixture_check_changes (merge, base, "the head");
  g_assert_cmpuint (talks_merge_get_changes (none)->len, ==, 0);
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
  g_autoptr (TalksDocument) ours = merge_fixture_make (c->ours);
  g_autoptr (TalksDocument) theirs = merge_fixture_make (c->theirs);
  g_autoptr (TalksMerge) merge = talks_merge_new (NULL, ours, theirs);
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
  g_autoptr (TalksDocument) base = merge_fixture_make (TOPICS (TOPIC ("a") ", " TOPIC ("b") ", " TOPIC ("c")));
  g_autoptr (TalksDocument) ours = merge_fixture_make (TOPICS (TOPIC ("a") ", " TOPIC ("b") ", { 'id': 'c', 'name': 'x' }"));
  g_autoptr (TalksDocument) theirs = merge_fixture_make (TOPICS ("{ 'id': 'a', 'name': 'New' }, { 'id': 'c', 'name': 'y' }, " TOPIC ("d") ", " TOPIC ("e")));
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs);
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
  g_autoptr (TalksDocument) base = merge_fixture_make (TOPICS (TOPIC ("a")));
  g_autoptr (TalksDocument) ours = merge_fixture_make (TOPICS (TOPIC ("a") ", " TOPIC ("n")));
  g_autoptr (TalksDocument) theirs = merge_fixture_make (TOPICS ("{ 'id': 'b', 'name': 'Name a' }, { 'id': 'n', 'name': 'Other' }"));
  g_autoptr (TalksMerge) merge = talks_merge_new (base, ours, theirs);

  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_BASE, "b"), ==, "a");
  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_OURS, "b"), ==, "a");
  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_THEIRS, "b"), ==, "b");
  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_OURS, "n"), ==, "n");
  g_assert_cmpstr (talks_merge_get_id_in (merge, TALKS_SIDE_THEIRS, "n-2"), ==, "n");
  g_assert_null (talks_merge_get_id_in (merge, TALKS_SIDE_THEIRS, "n"));
  g_assert_null (talks_merge_get_id_in (merge, TALKS_SIDE_BASE, "n"));
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
  g_test_add_func ("/merge/head", test_head);
  g_test_add_func ("/merge/report", test_report);
  g_test_add_func ("/merge/ids", test_ids);
  return g_test_run ();
}
