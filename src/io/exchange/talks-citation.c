/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-citation.h"

#include "talks-date-words.h"
#include "talks-gettext.h"

#define MAX_AUTHORS 3

static gboolean
says_something (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
join_authors (char * const *names,
              guint         n)
{
  if (n == 1)
    return g_strdup (names[0]);
  if (n == 2)
    /* Translators: two authors of a source. */
    return g_strdup_printf (_("%1$s and %2$s"), names[0], names[1]);
  if (n == MAX_AUTHORS)
    /* Translators: three authors of a source. */
    return g_strdup_printf (_("%1$s, %2$s and %3$s"), names[0], names[1], names[2]);
  /* Translators: the first two of many authors of a source. */
  return g_strdup_printf (ngettext ("%1$s, %2$s and %3$u other", "%1$s, %2$s and %3$u others", n - 2),
                          names[0], names[1], n - 2);
}

char *
talks_citation_authors (const TalksSource *source)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < source->author->len; i++)
    {
      char *name = talks_name_to_text (source->author->pdata[i]);

      if (says_something (name))
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }
  return names->len > 0 ? join_authors ((char * const *) names->pdata, names->len) : NULL;
}

/* Takes text over; NULL and "" append nothing. */
static void
append (GString *line,
        char    *text)
{
  if (says_something (text))
    /* Translators: stands between the parts of a citation. */
    g_string_append_printf (line, "%s%s", line->len > 0 ? _(", ") : "", text);
  g_free (text);
}

char *
talks_citation_to_words (const TalksSource *source)
{
  GString *line;

  g_return_val_if_fail (source != NULL, NULL);

  line = g_string_new (NULL);
  append (line, talks_citation_authors (source));
  if (says_something (source->title))
    /* Translators: the title of a source, in quotation marks. */
    append (line, g_strdup_printf (_("“%s”"), source->title));
  append (line, g_strdup (source->container_title));
  if (g_strcmp0 (source->publisher, source->container_title) != 0)
    append (line, g_strdup (source->publisher));
  if (source->issued != NULL)
    append (line, talks_date_to_words (source->issued, TALKS_DATE_STYLE_FULL));
  if (line->len == 0)
    append (line, g_strdup (says_something (source->url) ? source->url : source->record.id));
  if (source->accessed != NULL)
    {
      g_autofree char *day = talks_date_to_words (source->accessed, TALKS_DATE_STYLE_FULL);

      /* Translators: when a source was read. */
      append (line, g_strdup_printf (_("accessed %s"), day));
    }
  return g_string_free (line, FALSE);
}
