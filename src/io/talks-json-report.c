/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the reading stands, what it found, and the way back into the file: the report that the
 * getters of talks-json-read.c write. */

#include "talks-json-read.h"

#include <string.h>

#include "talks-gettext.h"

/* ---- report ---- */

TalksJsonReport *
talks_json_report_new (void)
{
  TalksJsonReport *self = g_new0 (TalksJsonReport, 1);

  self->pointer = g_string_new (NULL);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_problem_free);
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  return self;
}

void
talks_json_report_free (TalksJsonReport *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->pointer, TRUE);
  g_free (self->record);
  g_ptr_array_unref (self->problems);
  g_hash_table_unref (self->left_out);
  g_free (self);
}

size_t
talks_json_report_enter (TalksJsonReport *self,
                         const char      *name)
{
  size_t mark = self->pointer->len;

  g_string_append_c (self->pointer, '/');
  for (const char *p = name; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (self->pointer, "~0");
      else if (*p == '/')
        g_string_append (self->pointer, "~1");
      else
        g_string_append_c (self->pointer, *p);
    }
  return mark;
}

size_t
talks_json_report_enter_index (TalksJsonReport *self,
                               guint            index)
{
  size_t mark = self->pointer->len;
  char digits[16];
  char *first = digits + sizeof digits;

  /* So often that printf() would take a twentieth of the time of opening a document. */
  *--first = '\0';
  do
    *--first = (char) ('0' + index % 10);
  while ((index /= 10) > 0);
  *--first = '/';
  g_string_append (self->pointer, first);
  return mark;
}

void
talks_json_report_leave (TalksJsonReport *self,
                         size_t           mark)
{
  g_string_truncate (self->pointer, mark);
}

void
talks_json_report_take (TalksJsonReport *self,
                        TalksProblem    *problem)
{
  if (self->problems->len < TALKS_JSON_MAX_PROBLEMS)
    {
      g_ptr_array_add (self->problems, problem);
      return;
    }
  self->n_more++;
  if (problem->severity == TALKS_SEVERITY_ERROR)
    self->n_more_errors++;
  talks_problem_free (problem);
}

void
talks_json_report_add (TalksJsonReport *self,
                       TalksSeverity    severity,
                       const char      *name,
                       const char      *format,
                       ...)
{
  size_t mark;
  va_list args;

  g_return_if_fail (self != NULL);

  mark = name != NULL ? talks_json_report_enter (self, name) : self->pointer->len;
  va_start (args, format);
  talks_json_report_take (self, talks_problem_new_valist (severity, self->pointer->str, self->record,
                                                          format, args));
  va_end (args);
  talks_json_report_leave (self, mark);
}

void
talks_json_report_missing (TalksJsonReport *self,
                           JsonObject      *object,
                           const char      *name)
{
  if (!json_object_has_member (object, name))
    talks_json_report_add (self, TALKS_SEVERITY_ERROR, NULL, _("“%s” is missing."), name);
}

void
talks_json_report_useless (TalksJsonReport *self,
                           const char      *name)
{
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, NULL,
                         _("This entry is left out, since it cannot do without “%s”."), name);
}

void
talks_json_report_word (TalksJsonReport *self,
                        const char      *name,
                        const char      *word)
{
  talks_json_report_add (self, TALKS_SEVERITY_ERROR, name,
                         _("Talks does not know the word “%s” here."), word);
}

/* ---- what was left out ---- */

void
talks_json_report_leave_out (TalksJsonReport *self,
                             guint            index)
{
  GArray *left_out = g_hash_table_lookup (self->left_out, self->pointer->str);

  if (left_out == NULL)
    {
      left_out = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->left_out, g_strdup (self->pointer->str), left_out);
    }
  g_array_append_val (left_out, index);
}

/* The index in the file of the element that is at index when the others are gone. */
static guint64
restore_index (const GArray *left_out,
               guint64       index)
{
  guint low = 0;
  guint high = left_out->len;

  /* How many of them lie before it: those with at most index read elements before them. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (left_out, guint, middle) - middle <= index)
        low = middle + 1;
      else
        high = middle;
    }
  return index + low;
}

char *
talks_json_report_to_file (TalksJsonReport *self,
                           const char      *pointer)
{
  GString *out;
  const char *p = pointer;

  if (g_hash_table_size (self->left_out) == 0)
    return g_strdup (pointer);
  out = g_string_new (NULL);
  while (*p == '/')
    {
      size_t length = strcspn (p + 1, "/") + 1;
      const GArray *left_out = g_hash_table_lookup (self->left_out, out->str);

      if (left_out != NULL && g_ascii_isdigit (p[1]))
        g_string_append_printf (out, "/%" G_GUINT64_FORMAT,
                                restore_index (left_out, g_ascii_strtoull (p + 1, NULL, 10)));
      else
        g_string_append_len (out, p, (gssize) length);
      p += length;
    }
  g_string_append (out, p);
  return g_string_free (out, FALSE);
}
