/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-command-line-merge.h"

#include <stdio.h>

#include "talks-file.h"
#include "talks-merge-write.h"
#include "talks-save.h"

/* What git calls the files that it hands to a merge driver. */
#define GIT_PREFIX ".merge_file_"

/* ---- messages ---- */

/* One line of output stays one line. */
static void
tell (const char *path,
      const char *pointer,
      const char *sentence)
{
  g_autofree char *line = g_utf8_make_valid (sentence, -1);

  for (char *p = line; *p != '\0'; p++)
    if ((unsigned char) *p < 0x20 || *p == 0x7f)
      *p = ' ';
  fprintf (stderr, "%s: %s: %s\n", path, *pointer != '\0' ? pointer : "/", line);
}

/* Whether there are conflicts; what merely looks alike is told and is none. */
static gboolean
tell_of_conflicts (TalksMerge *merge,
                   GPtrArray  *losses,
                   const char *path)
{
  GPtrArray *conflicts = talks_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const TalksConflict *conflict = conflicts->pdata[i];
      g_autofree char *sentence = talks_conflict_to_words (conflict);

      tell (path, conflict->pointer, sentence);
    }
  for (guint i = 0; i < losses->len; i++)
    {
      const TalksProblem *loss = losses->pdata[i];

      tell (path, loss->pointer, loss->message);
    }
  return talks_merge_count_conflicts (merge) > 0 || losses->len > 0;
}

/* ---- files ---- */

/* git has an empty file for a base that is not there. */
static gboolean
is_empty (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                                                  NULL);

  return info != NULL && g_file_info_get_size (info) == 0;
}

/* NULL without an error when there is none. */
static TalksReading *
load_base (const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_commandline_arg (path) : NULL;

  return file == NULL || is_empty (file) ? NULL : talks_file_load (file, NULL, error);
}

static TalksReading *
load (const char  *path,
      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return talks_file_load (file, NULL, error);
}

/* A file of git's is gone in a moment: no copy of it is to stay. */
static void
drop_backup (GFile           *file,
             TalksSaveResult *result)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = result->backup != NULL ? g_file_get_parent (result->backup) : NULL;

  if (folder == NULL || !g_str_has_prefix (name, GIT_PREFIX))
    return;
  g_file_delete (result->backup, NULL, NULL);
  g_file_delete (folder, NULL, NULL); /* only if it is empty */
}

/* Replaces what is there as one step, or leaves it. The names of files on a command line are the word of the user: what
 * they hold may be replaced. */
static gboolean
save (const char          *path,
      GBytes              *bytes,
      const char          *ours,
      const TalksReading  *our_reading,
      GError             **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) our_file = g_file_new_for_commandline_arg (ours);
  g_autoptr (GBytes) old = NULL;
  g_autoptr (TalksFileMark) mark = NULL;
  g_autoptr (TalksSaveResult) result = NULL;
  g_auto (GStrv) notes = NULL;

  /* What ours has become since it was read is not in the merge. */
  if (g_file_equal (file, our_file))
    old = g_bytes_ref (talks_json_scan_get_bytes (our_reading->scan));
  else if (g_file_query_exists (file, NULL))
    old = talks_file_read_bytes (file, NULL, error);
  if (error != NULL && *error != NULL)
    return FALSE;
  if (old != NULL && g_bytes_equal (old, bytes))
    return TRUE;
  mark = old != NULL ? talks_file_mark_new (old, file) : NULL;
  result = talks_save (file, bytes, mark, TALKS_SAVE_DEFAULT, NULL, error);
  if (result == NULL)
    return FALSE;
  drop_backup (file, result);
  notes = talks_save_notes_to_text (result->notes & TALKS_SAVE_WARNINGS);
  for (char **note = notes; *note != NULL; note++)
    fprintf (stderr, "talks-timeline: %s\n", *note);
  return TRUE;
}

/* ---- merging ---- */

TalksMergeStatus
talks_command_line_merge (const char  *base,
                          const char  *ours,
                          const char  *theirs,
                          const char  *out,
                          GError     **error)
{
  g_autoptr (TalksReading) base_reading = NULL;
  g_autoptr (TalksReading) our_reading = NULL;
  g_autoptr (TalksReading) their_reading = NULL;
  g_autoptr (TalksMerge) merge = NULL;
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_problem_free);
  g_autoptr (GBytes) bytes = NULL;
  GError *local = NULL;

  base_reading = load_base (base, &local);
  if (local == NULL)
    our_reading = load (ours, &local);
  if (local == NULL)
    their_reading = load (theirs, &local);
  if (local == NULL)
    {
      merge = talks_merge_new (base_reading != NULL ? base_reading->document : NULL, our_reading->document,
                               their_reading->document);
      bytes = talks_merge_write (merge, base_reading, our_reading, their_reading, losses, &local);
    }
  if (local == NULL)
    save (out, bytes, ours, our_reading, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return TALKS_MERGE_FAILED;
    }
  return tell_of_conflicts (merge, losses, out) ? TALKS_MERGE_CONFLICTS : TALKS_MERGE_CLEAN;
}
