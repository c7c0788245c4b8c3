/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources, and annotations on records. The shapes that CSL and Web Annotation ask for are checked where
 * they are read. */

#include "talks-gettext.h"
#include "talks-passage.h"
#include "talks-query-private.h"
#include "talks-validate-private.h"

#include <gio/gio.h>
#include <string.h>

/* ---- sources ---- */

/* Whether the name of the server is in ASCII, and in no way that stands for other letters ("%D0",
 * "xn--…"). Most are. url has a server. */
static gboolean
has_plain_host (const char *url)
{
  const char *start = strstr (url, "//");
  size_t length = start != NULL ? strcspn (start + 2, "/?#") + 2 : 0;
  gboolean plain = start != NULL;

  for (size_t i = 0; i < length; i++)
    plain &= (unsigned char) start[i] < 0x80 && start[i] != '%';
  return plain && g_strstr_len (start, (gssize) length, "--") == NULL;
}

/* The name of the server in letters, also if they are written in ASCII only ("xn--…"); each of its
 * parts is looked at alone, for "пример.com" deceives nobody. */
static gboolean
has_deceiving_host (const char *url)
{
  g_autoptr (GUri) uri = NULL;
  g_autofree char *host = NULL;
  g_auto (GStrv) parts = NULL;

  if (has_plain_host (url))
    return FALSE;
  uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    return FALSE;
  host = g_hostname_to_unicode (g_uri_get_host (uri));
  parts = g_strsplit (host != NULL ? host : g_uri_get_host (uri), ".", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (talks_validate_is_deceiving (parts[i]))
      return TRUE;
  return FALSE;
}

static void
check_address (TalksValidator    *v,
               const TalksSource *source)
{
  if (source->url == NULL)
    return;
  if (talks_source_get_link (source) == NULL)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, "/URL",
                         _("This address does not lead to a web page, so that Talks will not open it: write "
                           "one that begins with https:// and has no spaces, names of users or backslashes."));
  else if (has_deceiving_host (source->url))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/URL",
                         _("The name of the site is written with letters that look like others: make sure "
                           "that it leads where it seems to."));
}

void
talks_validate_source (TalksValidator *v,
                       gconstpointer   record)
{
  const TalksSource *source = record;

  talks_validator_string (v, "/title", source->title);
  talks_validator_string (v, "/container-title", source->container_title);
  talks_validator_string (v, "/publisher", source->publisher);
  talks_validator_string (v, "/note", source->note);
  talks_validator_language (v, "/language", source->language);
  check_address (v, source);
  if (source->issued != NULL && source->accessed != NULL
      && talks_validate_is_before (source->accessed, source->issued))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/accessed",
                         _("This source was read (%s) before it was published (%s): correct one of the "
                           "dates."), talks_date_get_text (source->accessed),
                         talks_date_get_text (source->issued));
  if (source->url == NULL && (source->title == NULL || *source->title == '\0'))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "",
                         _("This source has neither a title nor an address to find it by."));
  if (!g_hash_table_contains (v->cited, source->record.id))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "", _("Nothing cites this source."));
}

/* ---- annotations ---- */

/* Digits where the pattern has 0, the character itself elsewhere; the bytes after it, NULL when text
 * does not begin so. */
static const char *
skip_pattern (const char *text,
              const char *pattern)
{
  for (; *pattern != '\0'; pattern++, text++)
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return NULL;
  return text;
}

/* RFC 3339, whose letters RDF wants large. NULL: is not. */
static GDateTime *
parse_moment (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const char *p = skip_pattern (text, "0000-00-00T00:00:00");

  if (p != NULL && *p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p);)
      p++;
  if (p == NULL || (strcmp (p, "Z") != 0
                    && ((*p != '+' && *p != '-') || skip_pattern (p + 1, "00:00") != p + 6 || p[6] != '\0')))
    return NULL;
  return g_date_time_new_from_iso8601 (text, utc);
}

static GDateTime *
check_moment (TalksValidator *v,
              const char     *member,
              const char     *text)
{
  GDateTime *moment = text != NULL ? parse_moment (text) : NULL;

  if (text != NULL && moment == NULL)
    talks_validator_add (v, TALKS_SEVERITY_ERROR, member,
                         _("“%s” is not a date with a time such as 2025-05-16T13:35:00Z."), text);
  else if (text != NULL && !g_str_has_suffix (text, "Z"))
    talks_validator_add (v, TALKS_SEVERITY_WARNING, member,
                         _("Web annotations give times in UTC, with a Z at the end; this one has another "
                           "zone: “%s”."), text);
  return moment;
}

typedef struct
{
  const TalksAnnotation *annotation;
  gboolean               any;   /* text at all */
  gboolean               found;
} Passage;

static void
look_for_passage (const char    *text,
                  TalksTextRole  role,
                  gpointer       data)
{
  Passage *passage = data;
  g_autoptr (GArray) passages = NULL;

  passage->any = TRUE;
  passages = talks_annotation_find_passages (passage->annotation, text);
  passage->found |= passages->len > 0;
}

static void
check_passage (TalksValidator        *v,
               const TalksAnnotation *annotation,
               const TalksRecord     *target)
{
  Passage passage = { annotation, FALSE, FALSE };
  const TalksTextVisitor visitor = { NULL, look_for_passage, &passage };

  if (annotation->exact == NULL || *annotation->exact == '\0' || target == NULL)
    return;
  talks_query_visit_texts (&visitor, target);
  if (passage.any && !passage.found)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/target",
                         _("No text of “%s” has the passage “%s” any more: quote it as it stands there "
                           "now."), target->id, annotation->exact);
}

void
talks_validate_annotation (TalksValidator *v,
                           gconstpointer   record)
{
  const TalksAnnotation *annotation = record;
  g_autoptr (GDateTime) created = NULL;
  g_autoptr (GDateTime) modified = NULL;
  const TalksRecord *target = talks_validator_reference (v, "/target", annotation->target,
                                                         TALKS_N_RECORD_KINDS);

  if (target == &annotation->record)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/target",
                         _("This annotation is about itself: name the record that it is about."));
  else
    check_passage (v, annotation, target);
  talks_validator_string (v, "/creator", annotation->creator);
  talks_validator_string (v, "/body", annotation->body);
  created = check_moment (v, "/created", annotation->created);
  modified = check_moment (v, "/modified", annotation->modified);
  if (created != NULL && modified != NULL && g_date_time_compare (modified, created) < 0)
    talks_validator_add (v, TALKS_SEVERITY_WARNING, "/modified",
                         _("This annotation was changed before it was made: correct one of the times."));
}
