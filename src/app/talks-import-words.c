/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-words.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"
#include "talks-field-words.h"

static void
add_part (GString *words,
          char    *part)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
  g_free (part);
}

static guint
count_alike (const TalksImport *import)
{
  guint n = 0;

  for (guint i = 0; i < import->items->len; i++)
    n += ((const TalksImportItem *) import->items->pdata[i])->alike != NULL;
  return n;
}

char *
talks_import_words_summary (const TalksImport *import,
                            guint              n_added)
{
  GString *words = g_string_new (NULL);
  guint n_alike = count_alike (import);
  guint n_left = import->left->len;
  guint n_partly = import->warnings->len;

  if (n_added > 0)
    add_part (words, g_strdup_printf (ngettext ("%u record is added", "%u records are added", n_added), n_added));
  else
    g_string_append (words, _("Nothing is added"));
  if (n_alike > 0)
    add_part (words, g_strdup_printf (ngettext ("%u looks as if it were there already", "%u look as if they were there already",
                                                n_alike), n_alike));
  if (n_left > 0)
    add_part (words, g_strdup_printf (ngettext ("%u row is not taken", "%u rows are not taken", n_left), n_left));
  if (n_partly > 0)
    /* Translators: rows and columns are taken, but not whole. */
    add_part (words, g_strdup_printf (ngettext ("%u thing is left out of the rest", "%u things are left out of the rest",
                                                n_partly), n_partly));
  return g_string_free (words, FALSE);
}

/* ---- records ---- */

static const TalksDate *
get_date (const TalksRecord *record)
{
  return record->kind == TALKS_RECORD_SOURCE ? ((const TalksSource *) record)->issued : talks_record_get_date (record);
}

static const char *
find_title (const TalksImport *import,
            TalksDocument     *document,
            const char        *id,
            const char        *lang)
{
  const TalksRecord *record = talks_document_lookup (document, id);

  for (guint i = 0; record == NULL && i < import->items->len; i++)
    {
      const TalksImportItem *item = import->items->pdata[i];

      if (g_str_equal (item->record->id, id))
        record = item->record;
    }
  return record != NULL ? talks_record_get_title (record, lang) : id;
}

char *
talks_import_words_item (const TalksImport     *import,
                         const TalksImportItem *item,
                         TalksDocument         *document,
                         const char            *lang)
{
  GString *words = g_string_new (talks_field_words_kind (item->record->kind));
  const TalksDate *date = get_date (item->record);

  if (date != NULL)
    add_part (words, talks_date_to_words (date, TALKS_DATE_STYLE_FULL));
  if (item->line > 0)
    add_part (words, g_strdup_printf (_("line %u"), item->line));
  if (item->alike != NULL)
    {
      g_autofree char *other = talks_field_words_shorten (find_title (import, document, item->alike, lang));

      add_part (words, g_strdup_printf (talks_document_lookup (document, item->alike) != NULL
                                          ? _("looks like %s, which is in the timeline")
                                          : _("looks like %s, which comes before it in the file"), other));
    }
  else if (item->made)
    add_part (words, g_strdup (_("comes along with what names it")));
  return g_string_free (words, FALSE);
}

/* ---- what is left ---- */

static char *
describe_remark (const TalksImportRemark *remark)
{
  g_autofree char *what = remark->what != NULL ? talks_field_words_shorten (remark->what) : NULL;

  if (remark->line > 0 && what != NULL)
    /* Translators: the line of a file, the title of what stands there, and what is to be said about it. */
    return g_strdup_printf (_("Line %1$u, %2$s: %3$s"), remark->line, what, remark->why);
  if (remark->line > 0)
    return g_strdup_printf (_("Line %1$u: %2$s"), remark->line, remark->why);
  if (what != NULL)
    return g_strdup_printf (_("%1$s: %2$s"), what, remark->why);
  return g_strdup (remark->why);
}

/* As the lines of the file come; what is about none of them is last. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const TalksImportRemark *one = *(const TalksImportRemark * const *) a;
  const TalksImportRemark *two = *(const TalksImportRemark * const *) b;
  /* 0 wraps to the largest. */
  unsigned line = one->line - 1;
  unsigned other = two->line - 1;

  return (line > other) - (line < other);
}

char **
talks_import_words_left (const TalksImport *import)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GPtrArray) remarks = g_ptr_array_new ();

  g_ptr_array_extend (remarks, import->left, NULL, NULL);
  g_ptr_array_extend (remarks, import->warnings, NULL, NULL);
  g_ptr_array_sort (remarks, compare_lines);
  for (guint i = 0; i < remarks->len; i++)
    g_ptr_array_add (lines, describe_remark (remarks->pdata[i]));
  if (import->n_more > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("And %u more.", "And %u more.", import->n_more), import->n_more));
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}

char *
talks_import_words_report (const TalksImport *import,
                           guint              n_added,
                           const char        *from,
                           const char        *into)
{
  GString *report = g_string_new (NULL);
  g_autofree char *summary = talks_import_words_summary (import, n_added);
  g_auto (GStrv) left = talks_import_words_left (import);

  g_string_append_printf (report, _("“%1$s” was imported into “%2$s”."), from, into);
  g_string_append_printf (report, "\n%s.\n", summary);
  if (left[0] != NULL)
    g_string_append_printf (report, "\n%s\n", _("Not taken:"));
  for (char **line = left; *line != NULL; line++)
    g_string_append_printf (report, "– %s\n", *line);
  return g_string_free (report, FALSE);
}
