/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One web page that needs nothing else: no script, no font, no network, which its policy forbids. Everything is text,
 * so that a browser finds it and a screen reader reads it. */

#include "talks-exchange-report.h"

#include "talks-error.h"
#include "talks-gettext.h"

static const char style_sheet[] =
  ":root { color-scheme: light dark; --paper: #fff; --ink: #1d1d20; --faint: #5e5c64; --line: #d5d3d8; --link: #1a5fb4; }\n"
  "@media (prefers-color-scheme: dark) {\n"
  "  :root { --paper: #1e1e22; --ink: #f2f1f4; --faint: #b3b1b9; --line: #4a484f; --link: #99c1f1; }\n"
  "}\n"
  "body { margin: 0 auto; padding: 1.5rem; max-width: 52rem; background: var(--paper); color: var(--ink);\n"
  "  font: 1.0625rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }\n"
  "h1 { line-height: 1.2; }\n"
  "h2 { margin-top: 2.5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }\n"
  "h3 { margin: 1.75rem 0 .25rem; font-size: 1.125rem; }\n"
  "p, ul, ol, dl { margin: .5rem 0; }\n"
  "a { color: var(--link); }\n"
  "a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }\n"
  "nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }\n"
  "dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; }\n"
  "dt { color: var(--faint); }\n"
  "dd { margin: 0; }\n"
  "blockquote { margin: .25rem 0 .5rem; padding-left: .75rem; border-left: 3px solid var(--line); color: var(--faint); }\n"
  "sup { line-height: 0; }\n"
  ":target { background: Mark; color: MarkText; }\n"
  "figure { margin: 1.5rem 0; overflow-x: auto; border: 1px solid var(--line); background: #fff; }\n"
  "figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }\n"
  ".text { white-space: pre-line; }\n"
  "@media print {\n"
  "  :root { --paper: #fff; --ink: #000; --faint: #333; --line: #999; --link: #000; }\n"
  "  body { max-width: none; padding: 0; font-size: 10pt; }\n"
  "  nav { display: none; }\n"
  "  h2, h3 { break-after: avoid; }\n"
  "  li, dd { break-inside: avoid; }\n"
  "  figure svg { min-width: 0; }\n"
  "}\n";

/* ---- text ---- */

/* What HTML cannot hold at all becomes a space. */
static void
append_text (GString    *out,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\'')
        g_string_append (out, "&#39;");
      else if ((c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe
               || (c >= 0xfdd0 && c <= 0xfdef))
        g_string_append_c (out, ' ');
      else
        g_string_append_unichar (out, c);
    }
}

/* An attribute, with the space before it. An id of a document becomes one of the page after a prefix, so that it cannot
 * be mistaken for another; white space, which ids of pages cannot have, is spelled out. */
static void
append_anchor (GString    *out,
               const char *anchor)
{
  g_autofree char *escaped = g_uri_escape_string (anchor, NULL, TRUE);

  g_string_append (out, " id=\"r-");
  append_text (out, escaped);
  g_string_append_c (out, '"');
}

/* The address of such an id. A browser reads the spelled out once, and looks for what it then has: for the signs
 * themselves, which are spelled out in the id. */
static void
append_link (GString    *out,
             const char *anchor,
             const char *text)
{
  g_autofree char *escaped = g_uri_escape_string (anchor, NULL, TRUE);
  g_autofree char *address = g_uri_escape_string (escaped, NULL, TRUE);

  g_string_append (out, "<a href=\"#r-");
  append_text (out, address);
  g_string_append (out, "\">");
  append_text (out, text);
  g_string_append (out, "</a>");
}

static void
append_attribute (GString    *out,
                  const char *name,
                  const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_text (out, value);
  g_string_append_c (out, '"');
}

static void
append_numbers (GString *out,
                GArray  *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      g_string_append_printf (out, "%s<a href=\"#source-%u\" role=\"doc-noteref\">[%u]</a>", i == 0 ? "<sup>" : " ", number,
                              number);
    }
  if (numbers->len > 0)
    g_string_append (out, "</sup>");
}

/* ---- lists: opened by their first item, closed by whatever is no item ---- */

typedef enum
{
  LIST_NONE,
  LIST_FIELDS,
  LIST_ITEMS,
  LIST_SOURCES,
  N_LISTS
} List;

typedef struct
{
  TalksExchange exchange; /* first: a report points to it */
  List          list;
} Page;

static void
set_list (TalksReport *report,
          List         list)
{
  static const char * const begin[N_LISTS] = { "", "<dl>\n", "<ul>\n", "<ol>\n" };
  static const char * const end[N_LISTS] = { "", "</dl>\n", "</li>\n</ul>\n", "</ol>\n" };
  Page *page = (Page *) report->exchange;

  if (page->list == list)
    {
      if (list == LIST_ITEMS)
        g_string_append (report->out, "</li>\n");
      return;
    }
  g_string_append (report->out, end[page->list]);
  g_string_append (report->out, begin[list]);
  page->list = list;
}

/* ---- parts ---- */

static void
put_heading (TalksReport *report,
             int          level,
             const char  *anchor,
             const char  *text)
{
  GString *out = report->out;

  set_list (report, LIST_NONE);
  g_string_append_printf (out, "<h%d", level);
  if (level == 2)
    append_attribute (out, "id", anchor);
  else if (anchor != NULL)
    append_anchor (out, anchor);
  g_string_append (out, " dir=\"auto\">");
  append_text (out, text);
  g_string_append_printf (out, "</h%d>\n", level);
}

static void
put_paragraph (TalksReport *report,
               const char  *text,
               GArray      *numbers)
{
  set_list (report, LIST_NONE);
  g_string_append (report->out, "<p class=\"text\" dir=\"auto\">");
  append_text (report->out, text);
  append_numbers (report->out, numbers);
  g_string_append (report->out, "</p>\n");
}

static void
put_field (TalksReport *report,
           const char  *label,
           const char  *text,
           GArray      *numbers)
{
  set_list (report, LIST_FIELDS);
  g_string_append (report->out, "<dt>");
  append_text (report->out, label);
  g_string_append (report->out, "</dt><dd class=\"text\" dir=\"auto\">");
  append_text (report->out, text);
  append_numbers (report->out, numbers);
  g_string_append (report->out, "</dd>\n");
}

static void
put_link (TalksReport *report,
          const char  *label,
          const char  *before,
          const char  *anchor,
          const char  *text)
{
  set_list (report, LIST_FIELDS);
  g_string_append (report->out, "<dt>");
  append_text (report->out, label);
  g_string_append (report->out, "</dt><dd class=\"text\" dir=\"auto\">");
  if (before != NULL)
    {
      append_text (report->out, before);
      g_string_append (report->out, " → ");
    }
  if (anchor != NULL)
    append_link (report->out, anchor, text);
  else
    append_text (report->out, text);
  g_string_append (report->out, "</dd>\n");
}

static void
put_item (TalksReport *report,
          const char  *text,
          GArray      *numbers)
{
  set_list (report, LIST_ITEMS);
  g_string_append (report->out, "<li class=\"text\" dir=\"auto\">");
  append_text (report->out, text);
  append_numbers (report->out, numbers);
}

/* Within the item before it. */
static void
put_quote (TalksReport *report,
           const char  *text,
           const char  *language)
{
  g_string_append (report->out, "<blockquote dir=\"auto\"");
  if (language != NULL)
    append_attribute (report->out, "lang", language);
  g_string_append_c (report->out, '>');
  append_text (report->out, text);
  g_string_append (report->out, "</blockquote>");
}

static void
put_source (TalksReport *report,
            guint        number,
            const char  *text,
            const char  *link)
{
  set_list (report, LIST_SOURCES);
  g_string_append_printf (report->out, "<li id=\"source-%u\" dir=\"auto\">", number);
  append_text (report->out, text);
  if (link != NULL)
    {
      g_string_append (report->out, " <a rel=\"external noreferrer\"");
      append_attribute (report->out, "href", link);
      g_string_append_c (report->out, '>');
      append_text (report->out, link);
      g_string_append (report->out, "</a>");
    }
  g_string_append (report->out, "</li>\n");
}

/* ---- the picture ---- */

/* The drawing from its root on: a page has no declaration of XML in it. */
static gboolean
append_picture (GString  *out,
                GBytes   *picture,
                GError  **error)
{
  gsize size;
  const char *text = g_bytes_get_data (picture, &size);
  const char *root = size > 0 ? g_strstr_len (text, (gssize) size, "<svg") : NULL;

  if (root == NULL || !g_utf8_validate_len (text, size, NULL))
    {
      g_set_error_literal (error, TALKS_ERROR, TALKS_ERROR_FAILED, _("The picture of the timeline is not SVG."));
      return FALSE;
    }
  /* It can be scrolled on a narrow screen, so the keyboard must reach it. */
  g_string_append (out, "<figure tabindex=\"0\"");
  append_attribute (out, "aria-label", _("Timeline"));
  g_string_append (out, ">\n");
  g_string_append_len (out, root, (gssize) (text + size - root));
  g_string_append (out, "</figure>\n");
  return TRUE;
}

/* ---- the page ---- */

static void
append_head (TalksExchange *self,
             GString       *out)
{
  const char *title = talks_text_get (talks_document_get_title (self->document), self->language);
  g_auto (GStrv) tags = g_strsplit (self->language, ",", 2);

  g_string_append (out, "<!DOCTYPE html>\n<html");
  append_attribute (out, "lang", tags[0] != NULL ? tags[0] : "");
  g_string_append (out, ">\n<head>\n<meta charset=\"utf-8\">\n<title>");
  append_text (out, title);
  g_string_append (out, "</title>\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"generator\" content=\"Talks\">\n"
                   "<meta name=\"referrer\" content=\"no-referrer\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                   "img-src data:\">\n<style>\n");
  g_string_append (out, style_sheet);
  g_string_append (out, "</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">");
  append_text (out, title);
  g_string_append (out, "</h1>\n");
}

static void
append_navigation (TalksExchange *self,
                   GString       *out)
{
  const struct
  {
    const char      *anchor;
    const char      *name;
    TalksRecordKind  kinds[2];
  } sections[] = {
    { "events", _("Events"), { TALKS_RECORD_EVENT, TALKS_RECORD_EVENT } },
    { "positions", _("Positions"), { TALKS_RECORD_POSITION, TALKS_RECORD_TOPIC } },
    { "participants", _("Participants"), { TALKS_RECORD_PARTICIPANT, TALKS_RECORD_PARTY } },
    { "sources", _("Sources"), { TALKS_RECORD_SOURCE, TALKS_RECORD_SOURCE } },
  };

  g_string_append (out, "<nav");
  append_attribute (out, "aria-label", _("Contents"));
  g_string_append (out, ">\n<ul>\n");
  for (size_t i = 0; i < G_N_ELEMENTS (sections); i++)
    if (self->records[sections[i].kinds[0]]->len + self->records[sections[i].kinds[1]]->len > 0)
      {
        g_string_append_printf (out, "<li><a href=\"#%s\">", sections[i].anchor);
        append_text (out, sections[i].name);
        g_string_append (out, "</a></li>\n");
      }
  g_string_append (out, "</ul>\n</nav>\n</header>\n<main>\n");
}

static void
append_foot (TalksExchange *self,
             GString       *out)
{
  const char *license = talks_document_get_license (self->document);
  g_autofree char *words = license != NULL ? g_strdup_printf (_("Licence: %s"), license) : NULL;

  g_string_append (out, "</main>\n<footer>\n<p>");
  if (words != NULL)
    {
      append_text (out, words);
      g_string_append (out, " · ");
    }
  append_text (out, _("Made with Talks"));
  g_string_append (out, "</p>\n</footer>\n</body>\n</html>\n");
}

gboolean
talks_exchange_write_html (TalksExchange  *self,
                           GError        **error)
{
  static const TalksReportStyle style = {
    put_heading, put_paragraph, put_field, put_link, put_item, put_quote, put_source,
  };
  const char *description = talks_exchange_get_text (self, talks_document_get_description (self->document));
  g_autoptr (GString) out = g_string_new (NULL);
  Page page = { *self, LIST_NONE };
  TalksReport report = { &page.exchange, &style, out, NULL, NULL };

  append_head (self, out);
  if (description != NULL)
    {
      g_string_append (out, "<p class=\"text\" dir=\"auto\">");
      append_text (out, description);
      g_string_append (out, "</p>\n");
    }
  append_navigation (self, out);
  if (self->options->picture != NULL && !append_picture (out, self->options->picture, error))
    return FALSE;
  talks_report_write (&page.exchange, &style, out);
  set_list (&report, LIST_NONE);
  append_foot (self, out);
  talks_exchange_add_file (self, NULL, g_steal_pointer (&out));
  talks_report_tell_losses (self);
  return TRUE;
}
