/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-fill.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"
#include "talks-words.h"

#define MAX_LINES 20 /* positions of one day in a cell */

const char *
talks_compare_get_letter (TalksComparisonSide side)
{
  /* Translators: the first of two dates that are compared. */
  return side == TALKS_COMPARISON_A ? C_ ("date", "A")
                                    /* Translators: the second of two dates that are compared. */
                                    : C_ ("date", "B");
}

gboolean
talks_compare_is_selected (TalksPanel        *panel,
                           const TalksRecord *record)
{
  TalksSession *session = talks_panel_get_session (panel);

  return talks_session_get_selection (session) == record
         || g_strcmp0 (talks_session_get_highlight (session), record->id) == 0;
}

void
talks_compare_show_text (TalksCompareCell *cell,
                         TalksPanel       *panel,
                         const char       *text,
                         const char       *name)
{
  const TalksCompareLine line = { .title = text, .name = name };

  talks_compare_cell_show (cell, panel, NULL, TALKS_COMPARE_LOOK_DIM, &line, 1);
}

/* ---- states ---- */

static gboolean
is_forward (const TalksComparison *comparison)
{
  return talks_comparison_get_day (comparison, TALKS_COMPARISON_A)
         <= talks_comparison_get_day (comparison, TALKS_COMPARISON_B);
}

TalksCompareLook
talks_compare_get_look (const TalksComparison *comparison,
                        TalksComparisonState   state,
                        TalksComparisonSide    side)
{
  if (side == TALKS_COMPARISON_A)
    return TALKS_COMPARE_LOOK_PLAIN;
  switch (state)
    {
    case TALKS_COMPARISON_CHANGED:
    case TALKS_COMPARISON_NEW:
      return is_forward (comparison) ? TALKS_COMPARE_LOOK_CHANGED : TALKS_COMPARE_LOOK_CHANGED_SINCE;
    case TALKS_COMPARISON_UNCHANGED:
    case TALKS_COMPARISON_GONE:
    case TALKS_COMPARISON_NONE:
    case TALKS_COMPARISON_N_STATES:
    default:
      return TALKS_COMPARE_LOOK_DIM;
    }
}

const char *
talks_compare_get_word (const TalksComparison *comparison,
                        TalksComparisonState   state,
                        TalksComparisonSide    side)
{
  if (side == TALKS_COMPARISON_A)
    return NULL;
  switch (state)
    {
    case TALKS_COMPARISON_CHANGED:
      /* Translators: another position stands now than on the earlier date; or the one of the earlier date was
       * replaced since. */
      return is_forward (comparison) ? _ ("changed") : _ ("changed since");
    case TALKS_COMPARISON_NEW:
      return _ ("new");
    case TALKS_COMPARISON_UNCHANGED:
      return _ ("unchanged");
    case TALKS_COMPARISON_GONE:
    case TALKS_COMPARISON_NONE:
    case TALKS_COMPARISON_N_STATES:
    default:
      return NULL;
    }
}

/* ---- positions ---- */

/* "changed · stated 16 May 2025 · 2 sources". */
static char *
make_position_caption (const TalksComparison      *comparison,
                       const TalksComparisonEntry *entry,
                       TalksComparisonSide         side,
                       const TalksPosition        *position,
                       gboolean                    selected)
{
  gboolean again = side == TALKS_COMPARISON_B && entry->restated && is_forward (comparison);
  GString *line = g_string_new (NULL);
  g_autofree char *date = talks_words_date (position->date);
  g_autofree char *sources = talks_words_n_sources (g_strv_length (position->sources));
  g_autofree char *stated = NULL;

  /* Translators: when a position was stated. */
  stated = g_strdup_printf (again ? _ ("stated again %s") : _ ("stated %s"), date);
  talks_words_join (line, talks_compare_get_word (comparison, entry->state, side));
  talks_words_join (line, stated);
  talks_words_join (line, sources);
  if (selected)
    talks_words_join (line, _ ("selected"));
  return g_string_free (line, FALSE);
}

/* The first line of B tells the whole comparison; others what they say themselves. */
static char *
make_position_name (TalksPanel             *panel,
                    const TalksComparison  *comparison,
                    TalksComparisonSide     side,
                    guint                   topic,
                    guint                   party,
                    guint                   i,
                    const TalksCompareLine *line)
{
  const char *lang = talks_panel_get_language (panel);
  const TalksParty *who = talks_comparison_get_parties (comparison)->pdata[party];
  const TalksTopic *what = talks_comparison_get_topics (comparison)->pdata[topic];

  if (side == TALKS_COMPARISON_B && i == 0)
    return talks_comparison_describe (comparison, topic, party, lang);
  /* Translators: a party on a topic, the letter of the date, what it stated, and when. */
  return g_strdup_printf (_ ("%1$s on %2$s, date %3$s: “%4$s”, %5$s."), talks_text_show (who->short_name, lang),
                          talks_text_show (what->name, lang), talks_compare_get_letter (side), line->title,
                          line->caption);
}

static void
show_none (TalksCompareCell      *cell,
           TalksPanel            *panel,
           const TalksComparison *comparison,
           TalksComparisonSide    side,
           guint                  topic,
           guint                  party)
{
  const char *lang = talks_panel_get_language (panel);
  const TalksParty *who = talks_comparison_get_parties (comparison)->pdata[party];
  const TalksTopic *what = talks_comparison_get_topics (comparison)->pdata[topic];
  g_autofree char *day = talks_day_to_words (talks_comparison_get_day (comparison, side), TALKS_DATE_STYLE_MEDIUM);
  g_autofree char *name = g_strdup_printf (_ ("%1$s on %2$s: none stated by %3$s."),
                                           talks_text_show (who->short_name, lang),
                                           talks_text_show (what->name, lang), day);

  talks_compare_show_text (cell, panel, _ ("none stated"), name);
}

void
talks_compare_fill_position (TalksCompareCell      *cell,
                             TalksPanel            *panel,
                             const TalksComparison *comparison,
                             TalksComparisonSide    side,
                             guint                  topic,
                             guint                  party)
{
  const TalksComparisonEntry *entry = talks_comparison_get_entry (comparison, topic, party);
  const char *lang = talks_panel_get_language (panel);
  guint n = MIN (entry->count[side], MAX_LINES);
  g_autofree TalksCompareLine *lines = g_new0 (TalksCompareLine, n + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (n == 0)
    {
      show_none (cell, panel, comparison, side, topic, party);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      TalksPosition *position = talks_comparison_entry_get (entry, side, i);
      gboolean selected = talks_compare_is_selected (panel, &position->record);
      char *caption = make_position_caption (comparison, entry, side, position, selected);
      char *name;

      lines[i].record = &position->record;
      if (side == TALKS_COMPARISON_B && entry->state != TALKS_COMPARISON_UNCHANGED)
        lines[i].party = talks_comparison_get_parties (comparison)->pdata[party];
      lines[i].title = talks_words_position_label (position, lang);
      lines[i].caption = caption;
      lines[i].tooltip = talks_text_show (position->stance, lang);
      lines[i].selected = selected;
      name = make_position_name (panel, comparison, side, topic, party, i, &lines[i]);
      lines[i].name = name;
      g_ptr_array_add (texts, caption);
      g_ptr_array_add (texts, name);
    }
  if (n < entry->count[side])
    {
      char *more = g_strdup_printf (ngettext ("%u more", "%u more", entry->count[side] - n), entry->count[side] - n);

      g_ptr_array_add (texts, more);
      lines[n++].title = more;
    }
  talks_compare_cell_show (cell, panel, talks_comparison_get_parties (comparison)->pdata[party],
                           talks_compare_get_look (comparison, entry->state, side), lines, n);
}
