/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sources. What is pasted at the top fills in the rest, or adds several at once. */

#include "talks-form-kinds.h"

#include <glib/gi18n-lib.h>

#include "talks-language-button.h"
#include "talks-paste-field.h"

/* The types of CSL that archives have most, first; then the others. */
static const TalksWord types[] = {
  { "article-newspaper", N_("Newspaper article"), NULL },
  { "webpage", N_("Web page"), NULL },
  { "document", N_("Document"), NULL },
  { "post", N_("Post"), NULL },
  { "speech", N_("Speech"), NULL },
  { "interview", N_("Interview"), NULL },
  { "treaty", N_("Treaty"), NULL },
  { "report", N_("Report"), NULL },
  { "broadcast", N_("Broadcast"), NULL },
  { "hearing", N_("Hearing"), NULL },
  { "book", N_("Book"), NULL },
  { "chapter", N_("Chapter of a book"), NULL },
  { "article-journal", N_("Journal article"), NULL },
  { "article-magazine", N_("Magazine article"), NULL },
  { "article", N_("Article or preprint"), NULL },
  { "post-weblog", N_("Blog post"), NULL },
  { "personal_communication", N_("Letter or message"), NULL },
  { "manuscript", N_("Manuscript"), NULL },
  { "pamphlet", N_("Leaflet"), NULL },
  { "legislation", N_("Law"), NULL },
  { "bill", N_("Bill"), NULL },
  { "regulation", N_("Regulation"), NULL },
  { "legal_case", N_("Court case"), NULL },
  { "map", N_("Map"), NULL },
  { "motion_picture", N_("Film or video"), NULL },
  { "song", N_("Sound recording"), NULL },
  { "graphic", N_("Picture"), NULL },
  { "figure", N_("Figure"), NULL },
  { "dataset", N_("Data set"), NULL },
  { "thesis", N_("Thesis"), NULL },
  { "paper-conference", N_("Conference paper"), NULL },
  { "periodical", N_("Periodical"), NULL },
  { "review", N_("Review"), NULL },
  { "review-book", N_("Book review"), NULL },
  { "collection", N_("Archival collection"), NULL },
  { "classic", N_("Classical text"), NULL },
  { "entry", N_("Entry of a reference work"), NULL },
  { "entry-dictionary", N_("Entry of a dictionary"), NULL },
  { "entry-encyclopedia", N_("Entry of an encyclopedia"), NULL },
  { "event", N_("Event"), NULL },
  { "performance", N_("Performance"), NULL },
  { "musical_score", N_("Musical score"), NULL },
  { "patent", N_("Patent"), NULL },
  { "software", N_("Software"), NULL },
  { "standard", N_("Standard"), NULL },
  { NULL, NULL, NULL },
};

static const TalksFormRow name_rows[] = {
  { .field = "given", .label = N_("Given name"), .flags = TALKS_ROW_INLINE | TALKS_ROW_BARE },
  { .field = "family", .label = N_("Family name"), .flags = TALKS_ROW_INLINE | TALKS_ROW_BARE },
  { .field = "literal", .label = N_("Name as a whole"), .flags = TALKS_ROW_ON_DEMAND,
    .help = N_("For an institution, or a name that is not to be split.") },
  { .field = "non-dropping-particle", .label = N_("Before the family name"), .flags = TALKS_ROW_ON_DEMAND,
    .help = N_("A part that always stands with it, such as “van”.") },
  { .field = "dropping-particle", .label = N_("After the given name"), .flags = TALKS_ROW_ON_DEMAND,
    .help = N_("A part that is left out where the family name stands alone, such as “von”.") },
  { .field = "suffix", .label = N_("Suffix"), .flags = TALKS_ROW_ON_DEMAND },
  { NULL },
};

/* Where the address leads, or that it leads nowhere. */
static char *
tell_address (const TalksFormContext *context,
              gconstpointer           owner,
              TalksSayStyle          *style)
{
  const TalksSource *source = owner;
  const char *link = talks_source_get_link (source);
  g_autoptr (GUri) uri = NULL;

  if (source->url == NULL)
    return NULL;
  if (link == NULL)
    {
      *style = TALKS_SAY_WARNING;
      return g_strdup (_("Talks will not open this address: write one that begins with https:// and has no spaces, names "
                         "of users or backslashes."));
    }
  *style = TALKS_SAY_UNDERSTOOD;
  uri = g_uri_parse (link, G_URI_FLAGS_NONE, NULL);
  return g_strdup_printf (_("A page of %s"), g_uri_get_host (uri));
}

static void
collect_languages (const TalksFormContext *context,
                   GPtrArray              *words,
                   GPtrArray              *labels)
{
  for (guint i = 0; i < context->languages->len; i++)
    {
      g_ptr_array_add (words, g_strdup (context->languages->pdata[i]));
      g_ptr_array_add (labels, talks_language_name (context->languages->pdata[i]));
    }
}

static const TalksFormRow rows[] = {
  { .label = N_("Paste"), .make = talks_paste_field_new, .flags = TALKS_ROW_MULTILINE,
    .help = N_("A web address, a BibTeX entry or CSL-JSON fills in what stands below. Several are added all at once. Nothing "
               "is looked up on the web.") },
  { .field = "type", .label = N_("Type"), .missing = N_("Say what type of source this is."), .words = types },
  { .field = "title", .label = N_("Title") },
  { .field = "author", .label = N_("Authors"), .rows = name_rows, .add = N_("Add an author") },
  { .field = "container-title", .label = N_("Published in"), .help = N_("The newspaper, journal, site or book that it is part of") },
  { .field = "publisher", .label = N_("Publisher") },
  { .field = "issued", .label = N_("Published on") },
  { .field = "URL", .label = N_("Web address"), .tell = tell_address },
  { .field = "accessed", .label = N_("Read on"), .help = N_("The day on which somebody read the page as it was") },
  { .field = "language", .label = N_("Language"), .collect = collect_languages },
  { .field = "note", .label = N_("Note"), .flags = TALKS_ROW_MULTILINE },
  { NULL },
};

static void
prepare (const TalksFormContext *context)
{
  TalksSource *source = (TalksSource *) context->draft;

  if (source->type == NULL)
    source->type = g_strdup ("webpage");
}

/* A name that says nothing is none, and CSL does not allow it. */
static void
finish (const TalksFormContext *context)
{
  GPtrArray *authors = ((TalksSource *) context->draft)->author;

  for (guint i = authors->len; i > 0; i--)
    {
      g_autofree char *text = talks_name_to_text (authors->pdata[i - 1]);

      if (*g_strstrip (text) == '\0')
        g_ptr_array_remove_index (authors, i - 1);
    }
}

const TalksFormKind talks_source_form = {
  .kind = TALKS_RECORD_SOURCE,
  .add_title = N_("Add a Source"),
  .edit_title = N_("Edit Source"),
  .add_step = N_("Add the source “%s”"),
  .edit_step = N_("Change the source “%s”"),
  .rows = rows,
  .prepare = prepare,
  .finish = finish,
  .extend = talks_paste_field_extend,
  .name_step = talks_paste_field_name_step,
};
