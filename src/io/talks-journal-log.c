/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the lines of a journal come to. */

#include "talks-journal-private.h"

#include <string.h>

#include "talks-gettext.h"

static void
take_entry (TalksJournalLog   *self,
            TalksJournalEntry *entry)
{
  g_ptr_array_add (self->entries, entry);
  self->n_unreadable += entry->n_unreadable;
  if (entry->step != NULL && entry->direction != 0)
    g_hash_table_insert (self->steps, &entry->number, entry->step);
}

TalksJournalLog *
talks_journal_log_new (const char *text,
                       size_t      length)
{
  g_autoptr (TalksJournalLog) self = g_new0 (TalksJournalLog, 1);
  const char *end = text + length;
  gboolean is_newer;

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_journal_entry_free);
  self->steps = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (const char *line = text; line < end;)
    {
      const char *feed = memchr (line, '\n', (size_t) (end - line));
      TalksJournalEntry *entry;

      /* Torn: the program ended while it was written. */
      if (feed == NULL)
        break;
      if (self->header == NULL)
        {
          self->header = talks_journal_read_header (line, (size_t) (feed - line), &is_newer);
          if (self->header == NULL)
            return NULL;
        }
      else if ((entry = talks_journal_read_entry (line, (size_t) (feed - line))) != NULL)
        take_entry (self, entry);
      else
        self->n_unreadable++;
      line = feed + 1;
    }
  return self->header != NULL ? g_steal_pointer (&self) : NULL;
}

void
talks_journal_log_free (TalksJournalLog *self)
{
  g_clear_pointer (&self->header, talks_journal_header_free);
  g_hash_table_unref (self->steps);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* ---- saves ---- */

static gboolean
is_save (const TalksJournalLog *self,
         guint                  i,
         TalksJournalEntryType  type,
         const TalksFileMark   *mark)
{
  const TalksJournalEntry *entry = self->entries->pdata[i];

  return entry->type == type && (mark == NULL || talks_file_mark_same_content (entry->mark, mark));
}

int
talks_journal_log_find (const TalksJournalLog *self,
                        const TalksFileMark   *mark)
{
  for (guint i = self->entries->len; i > 0; i--)
    if (is_save (self, i - 1, TALKS_JOURNAL_SAVING, mark))
      return (int) i;
  if (self->header->base != NULL && talks_file_mark_same_content (self->header->base, mark))
    return 0;
  return -1;
}

guint
talks_journal_log_last (const TalksJournalLog  *self,
                        GFile                 **file)
{
  for (guint i = self->entries->len; i > 0; i--)
    {
      const TalksJournalEntry *done = self->entries->pdata[i - 1];

      for (guint j = i; done->type == TALKS_JOURNAL_SAVED && j > 0; j--)
        if (is_save (self, j - 1, TALKS_JOURNAL_SAVING, done->mark))
          {
            *file = ((TalksJournalEntry *) self->entries->pdata[j - 1])->file;
            return j;
          }
    }
  *file = self->header->file;
  return 0;
}

int
talks_journal_log_pending (const TalksJournalLog *self)
{
  GFile *file;
  guint last = talks_journal_log_last (self, &file);

  for (guint i = self->entries->len; i > last; i--)
    if (is_save (self, i - 1, TALKS_JOURNAL_SAVING, NULL))
      return (int) i;
  return -1;
}

/* ---- steps ---- */

/* A step that takes step back. */
static TalksHistoryStep *
make_inverse (const TalksHistoryStep *step)
{
  g_autoptr (GPtrArray) changes = talks_history_step_invert (step);
  /* TRANSLATORS: name of a step in the history that takes back an earlier one, %s: “Add “Istanbul: second round”” */
  g_autofree char *name = g_strdup_printf (_("Undo: %s"), step->name);

  return talks_history_step_new (0, name, step->author, step->time, changes);
}

static void
push (GPtrArray        *steps,
      guint            *position,
      TalksHistoryStep *step)
{
  if (*position < steps->len)
    g_ptr_array_set_size (steps, (int) *position);
  g_ptr_array_add (steps, step);
  (*position)++;
}

static gboolean
is_at (GPtrArray *steps,
       guint      i,
       guint64    number)
{
  return i < steps->len && ((TalksHistoryStep *) steps->pdata[i])->number == number;
}

GPtrArray *
talks_journal_log_unroll (const TalksJournalLog *self,
                          guint                  start,
                          guint                 *position)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_history_step_unref);

  *position = 0;
  for (guint i = start; i < self->entries->len; i++)
    {
      const TalksJournalEntry *entry = self->entries->pdata[i];
      TalksHistoryStep *step = NULL;

      if (entry->type == TALKS_JOURNAL_STEP && entry->direction != 0)
        step = g_hash_table_lookup (self->steps, &entry->number);
      if (step == NULL)
        continue;
      if (entry->direction > 0 && is_at (steps, *position, entry->number))
        (*position)++;
      else if (entry->direction > 0)
        push (steps, position, talks_history_step_ref (step));
      else if (*position > 0 && is_at (steps, *position - 1, entry->number))
        (*position)--;
      else
        push (steps, position, make_inverse (step));
    }
  return steps;
}

GPtrArray *
talks_journal_log_get_unfit (const TalksJournalLog *self,
                             guint                  start)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_history_step_unref);

  for (guint i = start; i < self->entries->len; i++)
    {
      const TalksJournalEntry *entry = self->entries->pdata[i];

      if (entry->type == TALKS_JOURNAL_STEP && entry->direction == 0)
        g_ptr_array_add (steps, talks_history_step_ref (entry->step));
    }
  return steps;
}

GPtrArray *
talks_journal_log_get_texts (const TalksJournalLog *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_earlier_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const TalksJournalEntry *entry = self->entries->pdata[i];

      for (guint j = 0; entry->texts != NULL && j < entry->texts->len; j++)
        g_ptr_array_add (texts, talks_earlier_ref (entry->texts->pdata[j]));
    }
  return texts;
}
