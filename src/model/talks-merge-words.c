/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The merge in whole sentences. */

#include "talks-merge-private.h"

#include "talks-field-words.h"
#include "talks-gettext.h"
#include "talks-shown.h"

#define MAX_QUOTED 80 /* characters of a value in a sentence */

static char *
quote (const char *value)
{
  g_autofree char *line = value != NULL ? talks_shown_dup_line (value) : NULL;
  g_autofree char *start = NULL;

  if (line == NULL)
    return g_strdup ("–");
  if (g_utf8_strlen (line, -1) <= MAX_QUOTED)
    return g_strdup_printf (_("“%s”"), line);
  start = g_utf8_substring (line, 0, MAX_QUOTED);
  return g_strdup_printf (_("“%s…”"), start);
}

/* ---- conflicts ---- */

static char *
say_field (const TalksConflict *conflict)
{
  g_autofree char *ours = quote (conflict->ours);
  g_autofree char *theirs = quote (conflict->theirs);

  if (conflict->choice == TALKS_MERGE_BOTH)
    return g_strdup_printf (_("Both sides changed it: %1$s of ours and %2$s of theirs are both kept."), ours, theirs);
  if (conflict->choice == TALKS_MERGE_THEIRS)
    return g_strdup_printf (_("Both sides changed it: %2$s of theirs is taken, %1$s of ours is not."), ours, theirs);
  return g_strdup_printf (_("Both sides changed it: %1$s of ours is kept, %2$s of theirs is not."), ours, theirs);
}

static char *
say_removed (const TalksConflict *conflict)
{
  if (conflict->ours == NULL)
    return g_strdup (conflict->choice == TALKS_MERGE_OURS
                     ? _("Ours removed it, theirs changed it: it is removed.")
                     : _("Ours removed it, theirs changed it: it stays as theirs has it."));
  return g_strdup (conflict->choice == TALKS_MERGE_THEIRS
                   ? _("Theirs removed it, ours changed it: it is removed.")
                   : _("Theirs removed it, ours changed it: it stays as ours has it."));
}

static char *
say_added (const TalksConflict *conflict)
{
  if (conflict->ours == NULL)
    return g_strdup_printf (_("Ours has the id “%1$s” for something else: this one of theirs goes by “%2$s”."),
                            conflict->id, conflict->other);
  switch (conflict->choice)
    {
    case TALKS_MERGE_OURS:
      return g_strdup_printf (_("Both sides added a record with the id “%s”: that of ours is kept, that of theirs is "
                                "not."), conflict->id);
    case TALKS_MERGE_THEIRS:
      return g_strdup_printf (_("Both sides added a record with the id “%s”: that of theirs is taken, that of ours is "
                                "not."), conflict->id);
    case TALKS_MERGE_JOIN:
      return g_strdup_printf (_("Both sides added a record with the id “%s”: they are joined to one."), conflict->id);
    case TALKS_MERGE_BOTH:
    default:
      return g_strdup_printf (_("Both sides added a record with the id “%1$s”: both are kept, that of theirs under the "
                                "id “%2$s”."), conflict->id, conflict->other != NULL ? conflict->other : "");
    }
}

static char *
say_alike (const TalksConflict *conflict)
{
  g_autofree char *theirs = quote (conflict->theirs);

  if (conflict->choice == TALKS_MERGE_JOIN)
    return g_strdup_printf (_("It is joined with %1$s of theirs (alike by %2$d of 100)."), theirs, conflict->score);
  return g_strdup_printf (_("It may be the same as %1$s of theirs (alike by %2$d of 100): both are kept."), theirs,
                          conflict->score);
}

static char *
say_what (const TalksConflict *conflict)
{
  const gboolean ours = conflict->choice == TALKS_MERGE_OURS;

  switch (conflict->type)
    {
    case TALKS_CONFLICT_REMOVED:
      return say_removed (conflict);
    case TALKS_CONFLICT_NEEDED:
      return g_strdup (ours ? _("Theirs removed it, but it is still referred to: it stays.")
                            : _("Ours removed it, but it is still referred to: it stays."));
    case TALKS_CONFLICT_ADDED:
      return say_added (conflict);
    case TALKS_CONFLICT_RENAMED:
      return g_strdup_printf (_("Both sides gave it another id: “%1$s” counts, “%2$s” does not."),
                              ours ? conflict->ours : conflict->theirs, ours ? conflict->theirs : conflict->ours);
    case TALKS_CONFLICT_ORDER:
      return g_strdup (ours ? _("Both sides changed the order: that of ours is kept.")
                            : _("Both sides changed the order: that of theirs is taken."));
    case TALKS_CONFLICT_TOGETHER:
      return g_strdup (ours ? _("The changes of both sides are wrong together: that of ours is kept.")
                            : _("The changes of both sides are wrong together: that of theirs is taken."));
    case TALKS_CONFLICT_ALIKE:
      return say_alike (conflict);
    case TALKS_CONFLICT_FIELD:
    default:
      return say_field (conflict);
    }
}

char *
talks_conflict_to_words (const TalksConflict *conflict)
{
  g_autofree char *field = NULL;
  g_autofree char *what = NULL;
  const char *kind;

  g_return_val_if_fail (conflict != NULL, NULL);

  field = talks_conflict_field_to_words (conflict);
  what = say_what (conflict);
  kind = talks_field_words_kind (conflict->kind);
  if (*conflict->title == '\0')
    return *field != '\0' ? g_strdup_printf ("%s, %s: %s", kind, field, what) : g_strdup_printf ("%s: %s", kind, what);
  if (*field == '\0')
    /* Translators: Event “First round”: Both sides … */
    return g_strdup_printf (_("%1$s “%2$s”: %3$s"), kind, conflict->title, what);
  /* Translators: Event “First round”, Summary: Both sides … */
  return g_strdup_printf (_("%1$s “%2$s”, %3$s: %4$s"), kind, conflict->title, field, what);
}

/* ---- what is taken in ---- */

static void
add_taken (TalksMerge  *self,
           GPtrArray   *lines,
           TalksRecord *before,
           TalksRecord *after,
           const char  *lang)
{
  const TalksRecord *record = after != NULL ? after : before;
  const char *kind = talks_field_words_kind (record->kind);
  g_autofree char *title = talks_shown_dup_line (talks_record_get_title (record, lang));
  g_autofree char *fields = NULL;

  if (before == NULL)
    /* Translators: a kind of record and a title. */
    g_ptr_array_add (lines, g_strdup_printf (_("Added: %1$s “%2$s”."), kind, title));
  else if (after == NULL)
    g_ptr_array_add (lines, g_strdup_printf (_("Removed: %1$s “%2$s”."), kind, title));
  else if (!talks_record_equal (before, after))
    {
      fields = talks_merge_list_differences (before, after);
      /* Translators: a kind of record, a title, names of fields. */
      g_ptr_array_add (lines, g_strdup_printf (_("Changed: %1$s “%2$s” (%3$s)."), kind, title, fields));
    }
}

char **
talks_merge_list_taken (TalksMerge *self,
                        const char *lang)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  TalksDocument *result;

  g_return_val_if_fail (self != NULL, NULL);

  result = talks_merge_get_result (self);
  for (TalksRecordKind kind = 0; kind <= TALKS_RECORD_HEAD; kind++)
    {
      GPtrArray *ours = talks_document_get_records (self->sides[TALKS_SIDE_OURS], kind);
      GPtrArray *records = talks_document_get_records (result, kind);
      GPtrArray *given = talks_document_get_records (self->given[TALKS_SIDE_OURS], kind);

      for (guint i = 0; i < records->len; i++)
        {
          TalksRecord *record = records->pdata[i];

          add_taken (self, lines, talks_document_lookup_kind (self->sides[TALKS_SIDE_OURS], kind, record->id), record, lang);
        }
      for (guint i = 0; i < ours->len; i++)
        {
          TalksRecord *record = ours->pdata[i];
          const TalksRecord *before = given->pdata[i];

          if (talks_document_lookup_kind (result, kind, record->id) == NULL)
            add_taken (self, lines, record, NULL, lang);
          else if (!g_str_equal (before->id, record->id))
            g_ptr_array_add (lines, g_strdup_printf (_("Another id: %1$s “%2$s” is now “%3$s”."),
                                                     talks_field_words_kind (kind), before->id, record->id));
        }
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_steal (lines, NULL);
}

/* ---- the report ---- */

/* Takes words over. */
static void
add_count (GString *report,
           guint    n,
           char    *words)
{
  if (n > 0)
    g_string_append_printf (report, "%s\n", words);
  g_free (words);
}

static void
add_counts (TalksMerge *self,
            GString    *report)
{
  const TalksMergeCounts counts = talks_merge_get_counts (self);
  const guint n_conflicts = talks_merge_count_conflicts (self);
  const guint n_alike = self->conflicts->len - n_conflicts;

  if (self->changes->len == 0)
    g_string_append_printf (report, "%s\n", _("Nothing had to be taken in."));
  add_count (report, counts.n_added,
             g_strdup_printf (ngettext ("%u record was added.", "%u records were added.", counts.n_added),
                              counts.n_added));
  add_count (report, counts.n_changed,
             g_strdup_printf (ngettext ("%u record was changed.", "%u records were changed.", counts.n_changed),
                              counts.n_changed));
  add_count (report, counts.n_removed,
             g_strdup_printf (ngettext ("%u record was removed.", "%u records were removed.", counts.n_removed),
                              counts.n_removed));
  add_count (report, counts.n_renamed,
             g_strdup_printf (ngettext ("%u record has another id.", "%u records have another id.", counts.n_renamed),
                              counts.n_renamed));
  add_count (report, n_conflicts,
             g_strdup_printf (ngettext ("%u conflict was decided.", "%u conflicts were decided.", n_conflicts),
                              n_conflicts));
  add_count (report, n_alike,
             g_strdup_printf (ngettext ("%u pair of records looked alike.", "%u pairs of records looked alike.",
                                        n_alike), n_alike));
}

char *
talks_merge_report (TalksMerge *self,
                    const char *ours,
                    const char *theirs,
                    const char *lang)
{
  GString *report = g_string_new (NULL);
  g_auto (GStrv) taken = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ours != NULL && theirs != NULL, NULL);

  taken = talks_merge_list_taken (self, lang);
  g_string_append_printf (report, _("“%1$s” (theirs) was merged into “%2$s” (ours)."), theirs, ours);
  g_string_append_c (report, '\n');
  add_counts (self, report);
  if (*taken != NULL)
    g_string_append_c (report, '\n');
  for (char **line = taken; *line != NULL; line++)
    g_string_append_printf (report, "%s\n", *line);
  if (self->conflicts->len > 0)
    g_string_append_c (report, '\n');
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      g_autofree char *words = talks_conflict_to_words (self->conflicts->pdata[i]);

      g_string_append_printf (report, "%s\n", words);
    }
  return g_string_free (report, FALSE);
}
