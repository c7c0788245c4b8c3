/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Markdown as CommonMark has it, with the footnotes that GitHub, pandoc and others know. */

#include "talks-exchange-report.h"

#include <string.h>

#include "talks-gettext.h"

/* Characters that mean something anywhere get a backslash, and so do those that begin a block at the start of a line.
 * A line break stays one; an empty line would end the paragraph or the item, so there is none. */
static void
append_text (GString    *out,
             const char *text)
{
  gboolean at_start = TRUE;
  gboolean in_number = FALSE; /* "1." at the start begins a list */

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_break = *p == '\n' || *p == '\r';

      if (is_break || ((*p == ' ' || *p == '\t') && at_start))
        {
          if (is_break && !at_start)
            g_string_append (out, "\\\n");
          at_start |= is_break;
          continue;
        }
      if (strchr ("\\`*_{}[]<>|~&$^", *p) != NULL
          || (strchr ("#+-=:", *p) != NULL && at_start)
          || (strchr (".)", *p) != NULL && in_number))
        g_string_append_c (out, '\\');
      g_string_append_c (out, (unsigned char) *p < 0x20 ? ' ' : *p);
      in_number = g_ascii_isdigit (*p) && (at_start || in_number);
      at_start = FALSE;
    }
  if (g_str_has_suffix (out->str, "\\\n"))
    g_string_truncate (out, out->len - 2);
}

/* A heading is one line. */
static void
append_line (GString    *out,
             const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n", ' ');

  append_text (out, line);
}

static void
append_numbers (GString *out,
                GArray  *numbers)
{
  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (out, "[^%u]", g_array_index (numbers, guint, i));
}

static void
put_heading (TalksReport *report,
             int          level,
             const char  *anchor G_GNUC_UNUSED,
             const char  *text)
{
  g_string_append_c (report->out, '\n');
  for (int i = 0; i < level; i++)
    g_string_append_c (report->out, '#');
  g_string_append_c (report->out, ' ');
  append_line (report->out, text);
  g_string_append (report->out, "\n\n");
}

static void
put_paragraph (TalksReport *report,
               const char  *text,
               GArray      *numbers)
{
  append_text (report->out, text);
  append_numbers (report->out, numbers);
  g_string_append (report->out, "\n\n");
}

static void
put_field (TalksReport *report,
           const char  *label,
           const char  *text,
           GArray      *numbers)
{
  g_string_append (report->out, "- **");
  append_line (report->out, label);
  g_string_append (report->out, ":** ");
  append_text (report->out, text);
  append_numbers (report->out, numbers);
  g_string_append_c (report->out, '\n');
}

/* Readers of Markdown do not agree on the anchors of headings. */
static void
put_link (TalksReport *report,
          const char  *label,
          const char  *before,
          const char  *anchor G_GNUC_UNUSED,
          const char  *text)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *whole = before != NULL ? g_strdup_printf ("%s → %s", before, text) : g_strdup (text);

  put_field (report, label, whole, none);
}

static void
put_item (TalksReport *report,
          const char  *text,
          GArray      *numbers)
{
  g_string_append (report->out, "- ");
  append_text (report->out, text);
  append_numbers (report->out, numbers);
  g_string_append_c (report->out, '\n');
}

/* Belongs to the item before it. */
static void
put_quote (TalksReport *report,
           const char  *text,
           const char  *language G_GNUC_UNUSED)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);

  g_string_append_c (report->out, '\n');
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      {
        g_string_append (report->out, "  > ");
        append_text (report->out, *line);
        g_string_append_c (report->out, '\n');
      }
  g_string_append_c (report->out, '\n');
}

static void
put_source (TalksReport *report,
            guint        number,
            const char  *text,
            const char  *link)
{
  g_string_append_printf (report->out, "[^%u]: ", number);
  append_line (report->out, text);
  if (link != NULL)
    {
      g_autofree char *escaped = g_uri_escape_string (link, "%:/?#[]@!$&'()*+,;=-._~", FALSE);

      g_string_append_printf (report->out, " <%s>", escaped);
    }
  g_string_append_c (report->out, '\n');
}

void
talks_exchange_write_markdown (TalksExchange *self)
{
  static const TalksReportStyle style = {
    put_heading, put_paragraph, put_field, put_link, put_item, put_quote, put_source,
  };
  const char *description = talks_exchange_get_text (self, talks_document_get_description (self->document));
  const char *license = talks_document_get_license (self->document);
  GString *out = g_string_new ("# ");

  append_line (out, talks_text_get (talks_document_get_title (self->document), self->language));
  g_string_append (out, "\n\n");
  if (description != NULL)
    {
      append_text (out, description);
      g_string_append (out, "\n\n");
    }
  if (license != NULL)
    {
      g_autofree char *line = g_strdup_printf (_("Licence: %s"), license);

      append_line (out, line);
      g_string_append_c (out, '\n');
    }
  talks_report_write (self, &style, out);
  talks_exchange_add_file (self, NULL, out);
  talks_report_tell_losses (self);
}
