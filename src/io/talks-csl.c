/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables hold what the schema of CSL 1.0.2 names:
 * https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json, as of
 * https://github.com/citation-style-language/schema/blob/e3ce254/schemas/input/csl-data.json */

#include "talks-csl.h"

#include <stdlib.h>
#include <string.h>

#include "talks-gettext.h"

#define READ   TALKS_CSL_READ
#define TEXT   TALKS_CSL_TEXT
#define NUMBER TALKS_CSL_NUMBER
#define TEXTS  TALKS_CSL_TEXTS
#define NAMES  TALKS_CSL_NAMES
#define DATE   TALKS_CSL_DATE
#define OBJECT TALKS_CSL_OBJECT

typedef struct
{
  const char   *name;
  TalksCslShape shape;
} Variable;

/* By strcmp(). */
static const Variable variables[] = {
  { "DOI", TEXT }, { "ISBN", TEXT }, { "ISSN", TEXT }, { "PMCID", TEXT }, { "PMID", TEXT },
  { "URL", READ }, { "abstract", TEXT }, { "accessed", READ }, { "annote", TEXT },
  { "archive", TEXT }, { "archive-place", TEXT }, { "archive_collection", TEXT },
  { "archive_location", TEXT }, { "author", NAMES }, { "authority", TEXT },
  { "available-date", DATE }, { "call-number", TEXT }, { "categories", TEXTS }, { "chair", NAMES },
  { "chapter-number", NUMBER }, { "citation-key", TEXT }, { "citation-label", TEXT },
  { "citation-number", NUMBER }, { "collection-editor", NAMES }, { "collection-number", NUMBER },
  { "collection-title", TEXT }, { "compiler", NAMES }, { "composer", NAMES },
  { "container-author", NAMES }, { "container-title", READ }, { "container-title-short", TEXT },
  { "contributor", NAMES }, { "curator", NAMES }, { "custom", OBJECT }, { "dimensions", TEXT },
  { "director", NAMES }, { "division", TEXT }, { "edition", NUMBER }, { "editor", NAMES },
  { "editorial-director", NAMES }, { "event", TEXT }, { "event-date", DATE },
  { "event-place", TEXT }, { "event-title", TEXT }, { "executive-producer", NAMES },
  { "first-reference-note-number", NUMBER }, { "genre", TEXT }, { "guest", NAMES },
  { "host", NAMES }, { "id", READ }, { "illustrator", NAMES }, { "interviewer", NAMES },
  { "issue", NUMBER }, { "issued", READ }, { "journalAbbreviation", TEXT },
  { "jurisdiction", TEXT }, { "keyword", TEXT }, { "language", READ }, { "locator", NUMBER },
  { "medium", TEXT }, { "narrator", NAMES }, { "note", READ }, { "number", NUMBER },
  { "number-of-pages", NUMBER }, { "number-of-volumes", NUMBER }, { "organizer", NAMES },
  { "original-author", NAMES }, { "original-date", DATE }, { "original-publisher", TEXT },
  { "original-publisher-place", TEXT }, { "original-title", TEXT }, { "page", NUMBER },
  { "page-first", NUMBER }, { "part", NUMBER }, { "part-title", TEXT }, { "performer", NAMES },
  { "printing", NUMBER }, { "producer", NAMES }, { "publisher", READ },
  { "publisher-place", TEXT }, { "recipient", NAMES }, { "references", TEXT },
  { "reviewed-author", NAMES }, { "reviewed-genre", TEXT }, { "reviewed-title", TEXT },
  { "scale", TEXT }, { "script-writer", NAMES }, { "section", TEXT }, { "series-creator", NAMES },
  { "shortTitle", TEXT }, { "source", TEXT }, { "status", TEXT }, { "submitted", DATE },
  { "supplement", NUMBER }, { "title", READ }, { "title-short", TEXT }, { "translator", NAMES },
  { "type", READ }, { "version", TEXT }, { "volume", NUMBER }, { "volume-title", TEXT },
  { "volume-title-short", TEXT }, { "year-suffix", TEXT },
};

static const char * const types[] = {
  "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
  "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
  "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview",
  "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
  "paper-conference", "patent", "performance", "periodical", "personal_communication", "post",
  "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
  "standard", "thesis", "treaty", "webpage",
};

static int
compare_variable (const void *key,
                  const void *variable)
{
  return strcmp (key, ((const Variable *) variable)->name);
}

static int
compare_type (const void *key,
              const void *type)
{
  return strcmp (key, *(const char * const *) type);
}

static const Variable *
find_variable (const char *name)
{
  return bsearch (name, variables, G_N_ELEMENTS (variables), sizeof variables[0], compare_variable);
}

TalksCslShape
talks_csl_get_shape (const char *name)
{
  const Variable *variable;

  g_return_val_if_fail (name != NULL, TALKS_CSL_UNKNOWN);
  variable = find_variable (name);
  return variable != NULL ? variable->shape : TALKS_CSL_UNKNOWN;
}

gboolean
talks_csl_is_type (const char *word)
{
  g_return_val_if_fail (word != NULL, FALSE);
  return bsearch (word, types, G_N_ELEMENTS (types), sizeof types[0], compare_type) != NULL;
}

static GType
get_value_type (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
}

static JsonArray *
get_node_list (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* ---- shapes ---- */

static gboolean
is_text (JsonNode *node)
{
  return get_value_type (node) == G_TYPE_STRING;
}

static gboolean
is_number_or_text (JsonNode *node)
{
  return is_text (node) || get_value_type (node) == G_TYPE_INT64 || get_value_type (node) == G_TYPE_DOUBLE;
}

static gboolean
is_flag (JsonNode *node)
{
  return is_number_or_text (node) || get_value_type (node) == G_TYPE_BOOLEAN;
}

typedef struct
{
  const char *name;
  gboolean  (*is_right) (JsonNode *node); /* NULL: has been looked at */
  const char *expected;
} Member;

static const Member date_members[] = {
  { "circa", is_flag, N_("Expected text, a number, true or false here.") },
  { "date-parts", NULL, NULL },
  { "literal", NULL, NULL },
  { "raw", NULL, NULL },
  { "season", is_number_or_text, N_("Expected text or a number here.") },
};

static const Member name_members[] = {
  { "comma-suffix", is_flag, N_("Expected text, a number, true or false here.") },
  { "dropping-particle", is_text, N_("Expected text here.") },
  { "family", is_text, N_("Expected text here.") },
  { "given", is_text, N_("Expected text here.") },
  { "literal", is_text, N_("Expected text here.") },
  { "non-dropping-particle", is_text, N_("Expected text here.") },
  { "parse-names", is_flag, N_("Expected text, a number, true or false here.") },
  { "static-ordering", is_flag, N_("Expected text, a number, true or false here.") },
  { "suffix", is_text, N_("Expected text here.") },
};

/* A pointer takes only names that look like those of CSL. */
static void
report_unknown (TalksJsonReport *report,
                const char      *name)
{
  size_t length = strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

  talks_json_report_add (report, TALKS_SEVERITY_WARNING,
                         name[length] == '\0' && length > 0 && length < 60 ? name : NULL,
                         _("CSL has no “%s” here: other programs refuse it; what is your own goes into "
                           "“custom”."), name);
}

/* Looks at each member of object, of which CSL knows those. */
static void
check_members (TalksJsonReport *report,
               JsonObject      *object,
               const Member    *members,
               size_t           n_members)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      size_t i = 0;

      while (i < n_members && strcmp (members[i].name, name) != 0)
        i++;
      if (i == n_members)
        report_unknown (report, name);
      else if (members[i].is_right != NULL && !members[i].is_right (node))
        talks_json_report_add (report, TALKS_SEVERITY_ERROR, name, "%s", _(members[i].expected));
    }
}

/* ---- dates ---- */

/* A number, or a text of digits: CSL allows both. */
static gboolean
read_part (JsonNode *node,
           int64_t  *out)
{
  if (get_value_type (node) == G_TYPE_INT64)
    {
      *out = json_node_get_int (node);
      return TRUE;
    }
  return get_value_type (node) == G_TYPE_STRING
         && g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64,
                                      out, NULL);
}

/* [2025, 5, 16] as EDTF; NULL when it is not of this shape. season is 1 to 4, or 0. */
static char *
read_date_parts (JsonNode *node,
                 int64_t   season)
{
  JsonArray *list = get_node_list (node);
  guint n = list != NULL ? json_array_get_length (list) : 0;
  int64_t parts[3];
  GString *text;

  if (n < 1 || n > 3)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (!read_part (json_array_get_element (list, i), &parts[i])
        || (i > 0 && (parts[i] < 1 || parts[i] > 99)))
      return NULL;

  text = g_string_new (NULL);
  /* CSL has no year 0: −1 is 1 BCE, which EDTF calls 0000. */
  if (parts[0] < 0)
    parts[0]++;
  if (parts[0] > 9999 || parts[0] < -9999)
    g_string_append_printf (text, "Y%" G_GINT64_FORMAT, parts[0]);
  else
    g_string_append_printf (text, "%s%04d", parts[0] < 0 ? "-" : "", ABS ((int) parts[0]));
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, "-%02d", (int) parts[i]);
  if (n == 1 && season > 0)
    g_string_append_printf (text, "-%d", 20 + (int) season);
  return g_string_free (text, FALSE);
}

/* CSL allows true, a number or a text that is not empty. */
static gboolean
is_circa (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "circa");
  GType type = get_value_type (node);

  if (type == G_TYPE_STRING)
    return *json_node_get_string (node) != '\0';
  if (type == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  return type == G_TYPE_INT64 && json_node_get_int (node) != 0;
}

/* One list of parts, or two for a range. */
static char *
read_date_range (JsonObject *object,
                 JsonArray  *list)
{
  const char *doubt = is_circa (object) ? "~" : "";
  JsonNode *node = json_object_get_member (object, "season");
  guint n = json_array_get_length (list);
  int64_t season = 0;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (node != NULL && (!read_part (node, &season) || season < 1 || season > 4))
    season = 0;
  if (n < 1 || n > 2)
    return NULL;
  start = read_date_parts (json_array_get_element (list, 0), season);
  if (n == 1 || start == NULL)
    return start != NULL ? g_strconcat (start, doubt, NULL) : NULL;
  end = read_date_parts (json_array_get_element (list, 1), 0);
  return end != NULL ? g_strconcat (start, doubt, "/", end, doubt, NULL) : NULL;
}

/* "raw" and "literal" are read if they happen to be EDTF; what they say otherwise is no date
 * that could be sorted by, and stays in the file. */
static TalksDate *
read_free_date (TalksJsonReport *report,
                JsonObject      *object,
                gboolean         is_sorted_by)
{
  static const char * const names[] = { "raw", "literal" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = talks_json_get_string (report, object, names[i]);
      TalksDate *date = text != NULL ? talks_date_parse (text, NULL) : NULL;

      if (date != NULL)
        return date;
      if (text != NULL && is_sorted_by)
        talks_json_report_add (report, TALKS_SEVERITY_WARNING, names[i],
                               _("“%s” is not a date that Talks can place in time."), text);
    }
  return NULL;
}

static TalksDate *
read_date (TalksJsonReport *report,
           JsonObject      *item,
           const char      *name,
           gboolean         is_sorted_by)
{
  JsonNode *node = json_object_get_member (item, name);
  JsonObject *object;
  JsonArray *parts;
  TalksDate *date = NULL;
  size_t mark;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return talks_json_dup_date (report, item, name);
  object = talks_json_get_object (report, item, name);
  if (object == NULL)
    return NULL;

  mark = talks_json_report_enter (report, name);
  parts = talks_json_get_list (report, object, "date-parts");
  if (parts != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = read_date_range (object, parts);

      if (text == NULL)
        talks_json_report_add (report, TALKS_SEVERITY_ERROR, "date-parts",
                               _("Expected year, month and day as in [[2025, 5, 16]]."));
      else if ((date = talks_date_parse (text, &error)) == NULL)
        talks_json_report_add (report, TALKS_SEVERITY_ERROR, "date-parts", "%s", error->message);
    }
  else if (json_object_has_member (object, "raw") || json_object_has_member (object, "literal"))
    date = read_free_date (report, object, is_sorted_by);
  else if (!json_object_has_member (object, "date-parts"))
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                           _("This date says nothing: write year, month and day as in "
                             "{ \"date-parts\": [[2025, 5, 16]] }."));
  check_members (report, object, date_members, G_N_ELEMENTS (date_members));
  talks_json_report_leave (report, mark);
  return date;
}

TalksDate *
talks_csl_dup_date (TalksJsonReport *report,
                    JsonObject      *item,
                    const char      *name)
{
  g_return_val_if_fail (report != NULL && item != NULL && name != NULL, NULL);
  return read_date (report, item, name, TRUE);
}

/* ---- the whole item ---- */

static void
check_name (TalksJsonReport *report,
            JsonNode        *node)
{
  JsonObject *name = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (name == NULL || json_object_get_size (name) == 0)
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL,
                           _("Expected a name as in { \"family\": \"…\", \"given\": \"…\" } or "
                             "{ \"literal\": \"…\" }."));
  else
    check_members (report, name, name_members, G_N_ELEMENTS (name_members));
}

/* check is called for each element. */
static void
check_list (TalksJsonReport  *report,
            JsonObject       *item,
            const char       *name,
            void            (*check) (TalksJsonReport *report,
                                      JsonNode        *node))
{
  JsonArray *list = talks_json_get_list (report, item, name);
  size_t mark = talks_json_report_enter (report, name);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      size_t inner = talks_json_report_enter_index (report, i);

      check (report, json_array_get_element (list, i));
      talks_json_report_leave (report, inner);
    }
  talks_json_report_leave (report, mark);
}

static void
check_category (TalksJsonReport *report,
                JsonNode        *node)
{
  if (!is_text (node))
    talks_json_report_add (report, TALKS_SEVERITY_ERROR, NULL, _("Expected text here."));
}

static void
check_variable (TalksJsonReport *report,
                JsonObject      *item,
                const Variable  *variable,
                JsonNode        *node)
{
  g_autoptr (TalksDate) date = NULL;

  switch (variable->shape)
    {
    case TEXT:
      talks_json_get_string (report, item, variable->name);
      break;
    case NUMBER:
      if (!is_number_or_text (node))
        talks_json_report_add (report, TALKS_SEVERITY_ERROR, variable->name,
                               _("Expected text or a number here."));
      break;
    case TEXTS:
      check_list (report, item, variable->name, check_category);
      break;
    case NAMES:
      check_list (report, item, variable->name, check_name);
      break;
    case DATE:
      date = read_date (report, item, variable->name, FALSE);
      break;
    case OBJECT:
      talks_json_get_object (report, item, variable->name);
      break;
    case READ:
    case TALKS_CSL_UNKNOWN:
    default:
      break;
    }
}

void
talks_csl_check (TalksJsonReport *report,
                 JsonObject      *item)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_return_if_fail (report != NULL && item != NULL);

  json_object_iter_init_ordered (&iter, item);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const Variable *variable = find_variable (name);

      if (variable != NULL)
        check_variable (report, item, variable, node);
      else
        report_unknown (report, name);
    }
}
