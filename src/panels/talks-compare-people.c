/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-fill.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"
#include "talks-vocabulary.h"
#include "talks-words.h"

/* ---- heads ---- */

/* "led the delegation · 7 members · changed". */
static char *
make_head_caption (const TalksComparison *comparison,
                   TalksComparisonSide    side,
                   guint                  party,
                   gboolean               selected)
{
  TalksComparisonState state = talks_comparison_compare_heads (comparison, party);
  guint n = talks_comparison_get_delegates (comparison, side, party)->len;
  g_autofree char *members = g_strdup_printf (ngettext ("%u member named", "%u members named", n), n);
  GString *line = g_string_new (NULL);

  if (state != TALKS_COMPARISON_NEW)
    talks_words_join (line, talks_compare_get_word (comparison, state, side));
  talks_words_join (line, _ ("led the delegation"));
  talks_words_join (line, members);
  if (selected)
    talks_words_join (line, _ ("selected"));
  return g_string_free (line, FALSE);
}

static void
show_no_heads (TalksCompareCell      *cell,
               TalksPanel            *panel,
               const TalksComparison *comparison,
               TalksComparisonSide    side,
               guint                  party)
{
  guint n = talks_comparison_get_delegates (comparison, side, party)->len;
  g_autofree char *members = g_strdup_printf (ngettext ("%u member named", "%u members named", n), n);
  g_autofree char *name = talks_comparison_describe_heads (comparison, party, talks_panel_get_language (panel));
  const TalksCompareLine line = {
    .title = n > 0 ? _ ("no head named") : _ ("no delegation named"),
    .caption = n > 0 ? members : NULL,
    .name = name,
  };

  talks_compare_cell_show (cell, panel, NULL, TALKS_COMPARE_LOOK_DIM, &line, 1);
}

void
talks_compare_fill_heads (TalksCompareCell      *cell,
                          TalksPanel            *panel,
                          const TalksComparison *comparison,
                          TalksComparisonSide    side,
                          guint                  party)
{
  const GArray *delegates = talks_comparison_get_delegates (comparison, side, party);
  const char *lang = talks_panel_get_language (panel);
  TalksComparisonState state = talks_comparison_compare_heads (comparison, party);
  gboolean changed = side == TALKS_COMPARISON_B && state == TALKS_COMPARISON_CHANGED;
  TalksCompareLook look = TALKS_COMPARE_LOOK_PLAIN;
  g_autofree TalksCompareLine *lines = g_new0 (TalksCompareLine, delegates->len + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  /* That a head is named only now says more about the sources than about the delegation. */
  if (state != TALKS_COMPARISON_NEW)
    look = talks_compare_get_look (comparison, state, side);
  for (; n < delegates->len && talks_delegate_is_head (&g_array_index (delegates, TalksDelegate, n)); n++)
    {
      TalksRecord *person = &g_array_index (delegates, TalksDelegate, n).participant->record;
      gboolean selected = talks_compare_is_selected (panel, person);
      char *caption = make_head_caption (comparison, side, party, selected);
      char *name = NULL;

      if (side == TALKS_COMPARISON_B && n == 0)
        name = talks_comparison_describe_heads (comparison, party, lang);
      else
        name = g_strdup_printf ("%s, %s", talks_record_get_title (person, lang), caption);
      lines[n] = (TalksCompareLine) {
        .record = person,
        .party = changed ? talks_comparison_get_parties (comparison)->pdata[party] : NULL,
        .title = talks_record_get_title (person, lang),
        .caption = caption,
        .name = name,
        .selected = selected,
      };
      g_ptr_array_add (texts, caption);
      g_ptr_array_add (texts, name);
    }
  if (n == 0)
    {
      show_no_heads (cell, panel, comparison, side, party);
      return;
    }
  talks_compare_cell_show (cell, panel, talks_comparison_get_parties (comparison)->pdata[party], look, lines, n);
}

/* ---- members ---- */

static void
append_line (GArray                *lines,
             GPtrArray             *texts,
             TalksPanel            *panel,
             const TalksParticipant *person,
             char                  *caption)
{
  const char *lang = talks_panel_get_language (panel);
  TalksCompareLine line = { .caption = caption };

  line.record = (TalksRecord *) &person->record;
  line.title = talks_text_show (person->name, lang);
  line.selected = talks_compare_is_selected (panel, line.record);
  line.name = g_strdup_printf ("%s, %s", line.title, caption);
  g_ptr_array_add (texts, caption);
  g_ptr_array_add (texts, (char *) line.name);
  g_array_append_val (lines, line);
}

/* The office on that day, doubts about the presence, and whether the person came on the other date. */
static char *
make_member_caption (TalksPanel            *panel,
                     const TalksComparison *comparison,
                     TalksComparisonSide    side,
                     guint                  party,
                     const TalksDelegate   *delegate)
{
  TalksComparisonSide other = side == TALKS_COMPARISON_A ? TALKS_COMPARISON_B : TALKS_COMPARISON_A;
  TalksDay day = talks_comparison_get_day (comparison, side);
  g_autofree char *office = talks_words_office (delegate->participant, day, talks_panel_get_language (panel));
  GString *line = g_string_new (NULL);

  talks_words_join (line, office);
  talks_words_join (line, talks_presence_to_words (delegate->attendance->presence));
  if (talks_delegates_contain (talks_comparison_get_delegates (comparison, other, party), delegate->participant))
    talks_words_join (line, side == TALKS_COMPARISON_A ? _ ("also on B") : _ ("also on A"));
  return g_string_free (line, FALSE);
}

/* Those of the party who are named as having stayed away. */
static void
append_absent (GArray           *lines,
               GPtrArray        *texts,
               TalksPanel       *panel,
               const TalksEvent *round,
               const TalksParty *party)
{
  for (guint i = 0; round != NULL && i < round->attendance->len; i++)
    {
      const TalksAttendance *attendance = round->attendance->pdata[i];
      TalksParticipant *person;

      if (attendance->presence != TALKS_PRESENCE_ABSENT)
        continue;
      person = talks_document_lookup_kind (talks_panel_get_document (panel), TALKS_RECORD_PARTICIPANT,
                                           attendance->participant);
      if (person != NULL && g_strcmp0 (person->party, party->record.id) == 0)
        append_line (lines, texts, panel, person, g_strdup (talks_presence_to_words (attendance->presence)));
    }
}

void
talks_compare_fill_members (TalksCompareCell      *cell,
                            TalksPanel            *panel,
                            const TalksComparison *comparison,
                            TalksComparisonSide    side,
                            guint                  party)
{
  const GArray *delegates = talks_comparison_get_delegates (comparison, side, party);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TalksCompareLine));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < delegates->len; i++)
    {
      const TalksDelegate *delegate = &g_array_index (delegates, TalksDelegate, i);

      if (!talks_delegate_is_head (delegate))
        append_line (lines, texts, panel, delegate->participant,
                     make_member_caption (panel, comparison, side, party, delegate));
    }
  append_absent (lines, texts, panel, talks_comparison_get_round (comparison, side),
                 talks_comparison_get_parties (comparison)->pdata[party]);
  if (lines->len == 0)
    talks_compare_show_text (cell, panel, _ ("none named"), NULL);
  else
    talks_compare_cell_show (cell, panel, NULL, TALKS_COMPARE_LOOK_PLAIN,
                             (const TalksCompareLine *) (gpointer) lines->data, lines->len);
}

/* ---- hosts ---- */

/* "B · 16 May 2025": these cells stand under no party. */
static char *
make_round_words (const TalksComparison *comparison,
                  TalksComparisonSide    side)
{
  TalksEvent *round = talks_comparison_get_round (comparison, side);
  g_autofree char *date = NULL;

  if (round != NULL)
    date = talks_words_date (round->date);
  else
    date = talks_day_to_words (talks_comparison_get_day (comparison, side), TALKS_DATE_STYLE_MEDIUM);
  return g_strdup_printf (_ ("%1$s · %2$s"), talks_compare_get_letter (side), date);
}

/* "chair · Türkiye". */
static char *
make_host_caption (TalksPanel          *panel,
                   const TalksDelegate *host,
                   const TalksParty    *party,
                   gboolean             selected)
{
  GString *line = g_string_new (NULL);

  talks_words_join (line, talks_task_to_words (host->attendance->role));
  if (party != NULL)
    talks_words_join (line, talks_panel_text (panel, party->short_name));
  if (selected)
    talks_words_join (line, _ ("selected"));
  return g_string_free (line, FALSE);
}

void
talks_compare_fill_hosts (TalksCompareCell      *cell,
                          TalksPanel            *panel,
                          const TalksComparison *comparison,
                          TalksComparisonSide    side)
{
  const GArray *hosts = talks_comparison_get_hosts (comparison, side);
  const char *lang = talks_panel_get_language (panel);
  g_autofree TalksCompareLine *lines = g_new0 (TalksCompareLine, hosts->len + 2);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *round = make_round_words (comparison, side);
  guint n = 0;

  lines[n++].caption = round;
  if (hosts->len == 0)
    lines[n++].title = _ ("none named");
  for (guint i = 0; i < hosts->len; i++, n++)
    {
      const TalksDelegate *host = &g_array_index (hosts, TalksDelegate, i);
      TalksRecord *person = &host->participant->record;
      TalksParty *party = talks_panel_party (panel, host->participant->party);
      gboolean selected = talks_compare_is_selected (panel, person);
      char *caption = make_host_caption (panel, host, party, selected);
      char *name = g_strdup_printf ("%s, %s, %s", talks_record_get_title (person, lang), caption, round);

      lines[n] = (TalksCompareLine) {
        .record = person,
        .party = party,
        .title = talks_record_get_title (person, lang),
        .caption = caption,
        .name = name,
        .selected = selected,
      };
      g_ptr_array_add (texts, caption);
      g_ptr_array_add (texts, name);
    }
  talks_compare_cell_show (cell, panel, NULL, TALKS_COMPARE_LOOK_PLAIN, lines, n);
}
