/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which word of BibTeX is which of CSL. Both have some that the other lacks; the first of several is written. */

#include "talks-bibtex-private.h"
#include "talks-csl.h"

#include <string.h>

static const struct
{
  const char *type;
  const char *detail; /* NULL: any */
  const char *csl;
} types[] = {
  { "article", "newspaper", "article-newspaper" },
  { "article", "magazine", "article-magazine" },
  { "article", NULL, "article-journal" },
  { "book", NULL, "book" },
  { "inbook", NULL, "chapter" },
  { "incollection", NULL, "chapter" },
  { "inproceedings", NULL, "paper-conference" },
  { "conference", NULL, "paper-conference" },
  { "inreference", NULL, "entry-encyclopedia" },
  { "report", NULL, "report" },
  { "techreport", NULL, "report" },
  { "manual", NULL, "report" },
  { "thesis", NULL, "thesis" },
  { "phdthesis", NULL, "thesis" },
  { "mastersthesis", NULL, "thesis" },
  { "online", NULL, "webpage" },
  { "electronic", NULL, "webpage" },
  { "www", NULL, "webpage" },
  { "legal", NULL, "treaty" },
  { "legislation", NULL, "legislation" },
  { "jurisdiction", NULL, "legal_case" },
  { "letter", NULL, "personal_communication" },
  { "unpublished", NULL, "manuscript" },
  { "booklet", NULL, "pamphlet" },
  { "patent", NULL, "patent" },
  { "dataset", NULL, "dataset" },
  { "software", NULL, "software" },
  { "movie", NULL, "motion_picture" },
  { "video", NULL, "motion_picture" },
  { "music", NULL, "song" },
  { "audio", NULL, "song" },
  { "artwork", NULL, "graphic" },
  { "image", NULL, "figure" },
  { "performance", NULL, "performance" },
  { "periodical", NULL, "periodical" },
  { "review", NULL, "review" },
  { "standard", NULL, "standard" },
  { "proceedings", NULL, "book" },
  { "mvbook", NULL, "book" },
  { "collection", NULL, "book" },
  { "mvcollection", NULL, "book" },
  { "mvproceedings", NULL, "book" },
  { "reference", NULL, "book" },
  { "mvreference", NULL, "book" },
  { "bookinbook", NULL, "chapter" },
  { "suppbook", NULL, "chapter" },
  { "suppcollection", NULL, "chapter" },
  { "suppperiodical", NULL, "article" },
  { "commentary", NULL, "legislation" },
  { "misc", NULL, "document" },
};

static const struct
{
  const char *name;
  const char *tag;
} languages[] = {
  { "english", "en" }, { "american", "en-US" }, { "usenglish", "en-US" }, { "british", "en-GB" }, { "ukenglish", "en-GB" },
  { "ukrainian", "uk" }, { "russian", "ru" }, { "belarusian", "be" }, { "turkish", "tr" }, { "german", "de" },
  { "ngerman", "de" }, { "french", "fr" }, { "polish", "pl" }, { "italian", "it" }, { "spanish", "es" },
  { "portuguese", "pt" }, { "dutch", "nl" }, { "arabic", "ar" }, { "hebrew", "he" }, { "chinese", "zh" },
  { "japanese", "ja" }, { "czech", "cs" }, { "slovak", "sk" }, { "hungarian", "hu" }, { "romanian", "ro" },
  { "bulgarian", "bg" }, { "serbian", "sr" }, { "croatian", "hr" }, { "finnish", "fi" }, { "swedish", "sv" },
  { "norwegian", "no" }, { "danish", "da" }, { "estonian", "et" }, { "latvian", "lv" }, { "lithuanian", "lt" },
  { "greek", "el" }, { "georgian", "ka" }, { "armenian", "hy" }, { "persian", "fa" }, { "latin", "la" },
};

static const struct
{
  const char *field;
  const char *member;
} members[] = {
  { "volume", "volume" },
  { "issue", "issue" },
  { "number", "number" },
  { "eid", "number" },
  { "pages", "page" },
  { "edition", "edition" },
  { "chapter", "chapter-number" },
  { "series", "collection-title" },
  { "location", "publisher-place" },
  { "address", "publisher-place" },
  { "isbn", "ISBN" },
  { "issn", "ISSN" },
  { "doi", "DOI" },
  { "pmid", "PMID" },
  { "pmcid", "PMCID" },
  { "keywords", "keyword" },
  { "keyword", "keyword" },
  { "abstract", "abstract" },
  { "eventtitle", "event-title" },
  { "venue", "event-place" },
  { "origtitle", "original-title" },
  { "origpublisher", "original-publisher" },
  { "origlocation", "original-publisher-place" },
  { "shorttitle", "title-short" },
  { "shortjournal", "container-title-short" },
  { "pagetotal", "number-of-pages" },
  { "volumes", "number-of-volumes" },
  { "version", "version" },
  { "part", "part" },
  { "howpublished", "medium" },
  { "pubstate", "status" },
  { "library", "archive" },
  { "type", "genre" },
  { "eventdate", "event-date" },
  { "origdate", "original-date" },
  { "editor", "editor" },
  { "translator", "translator" },
  { "bookauthor", "container-author" },
};

/* Of JabRef, BibDesk, Mendeley, Zotero, biber and the styles of BibTeX, which set and sort by them. */
static const char * const private_fields[] = {
  "added-at", "bibsource", "biburl", "comment", "creationdate", "crossref", "date-added", "date-modified", "entryset",
  "entrysubtype", "eprintclass", "execute", "file", "gender", "groups", "id", "ids", "indexsorttitle", "indextitle", "interhash",
  "intrahash", "key", "keywords-plus", "label", "langid", "langidopts", "modificationdate", "options", "owner",
  "presort", "primaryclass", "priority", "qualityassured", "ranking", "readstatus", "related", "relatedoptions", "relatedstring",
  "relatedtype", "relevance", "shorthand", "sortkey", "sortname", "sortshorthand", "sorttitle", "sortyear",
  "timestamp", "username", "xref", NULL,
};

const char *
talks_bibtex_get_csl_type (const char *type,
                           const char *detail)
{
  const char *csl = NULL;

  if (detail != NULL && talks_csl_is_type (detail))
    return detail;
  for (size_t i = 0; csl == NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].type, type) == 0
        && (types[i].detail == NULL || (detail != NULL && g_ascii_strcasecmp (types[i].detail, detail) == 0)))
      csl = types[i].csl;
  return csl;
}

const char *
talks_bibtex_get_type (const char  *csl_type,
                       const char **name,
                       const char **detail)
{
  *name = NULL;
  *detail = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].csl, csl_type) == 0)
      {
        *name = types[i].detail != NULL ? "entrysubtype" : NULL;
        *detail = types[i].detail;
        return types[i].type;
      }
  *name = "type";
  *detail = csl_type;
  return "misc";
}

const char *
talks_bibtex_get_language (const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].name, name) == 0)
      return languages[i].tag;
  return NULL;
}

const char *
talks_bibtex_name_language (const char *tag)
{
  for (size_t i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (languages[i].tag, tag) == 0)
      return languages[i].name;
  return NULL;
}

const char *
talks_bibtex_get_member (const char *field,
                         gboolean    in_journal)
{
  if (in_journal && strcmp (field, "number") == 0)
    return "issue";
  for (size_t i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].field, field) == 0)
      return members[i].member;
  return NULL;
}

const char *
talks_bibtex_get_field (const char *member,
                        gboolean    in_journal)
{
  if (in_journal && strcmp (member, "issue") == 0)
    return "number";
  if (in_journal && strcmp (member, "number") == 0)
    return "eid";
  for (size_t i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].member, member) == 0)
      return members[i].field;
  return NULL;
}

gboolean
talks_bibtex_is_private (const char *field)
{
  return g_strv_contains (private_fields, field) || g_str_has_prefix (field, "bdsk-")
         || g_str_has_prefix (field, "mendeley-") || g_str_has_prefix (field, "zotero-");
}
