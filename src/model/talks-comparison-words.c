/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-comparison-private.h"

#include "talks-date-words.h"
#include "talks-gettext.h"

/* One thing after another in a sentence. */
static void
join (GString    *list,
      const char *text)
{
  if (list->len > 0)
    /* Translators: between the things of a list. */
    g_string_append (list, _ (", "));
  g_string_append (list, text);
}

static const char *
party_name (const TalksComparison *self,
            guint                  party,
            const char            *lang)
{
  return talks_text_show (((TalksParty *) self->parties->pdata[party])->short_name, lang);
}

/* ---- positions ---- */

static char *
stated_words (const TalksComparisonEntry *entry,
              TalksComparisonSide         side)
{
  return talks_date_to_words (talks_comparison_entry_get (entry, side, 0)->date, TALKS_DATE_STYLE_FULL);
}

/* What stands on one side, in quotation marks and with its date. */
static char *
side_words (const TalksComparisonEntry *entry,
            TalksComparisonSide         side,
            const char                 *lang)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *date = stated_words (entry, side);

  for (guint i = 0; i < entry->count[side]; i++)
    {
      const TalksPosition *position = talks_comparison_entry_get (entry, side, i);
      /* Translators: a quotation in quotation marks. */
      g_autofree char *label = g_strdup_printf (_ ("“%s”"), talks_text_show (position->label, lang));

      join (labels, label);
    }
  /* Translators: one or more positions in quotation marks, and when they were stated. */
  return g_strdup_printf (_ ("%1$s (stated %2$s)"), labels->str, date);
}

static char *
describe_change (const TalksComparison      *self,
                 const TalksComparisonEntry *entry,
                 const char                 *party,
                 const char                 *topic,
                 const char                 *lang)
{
  g_autofree char *a = side_words (entry, TALKS_COMPARISON_A, lang);
  g_autofree char *b = side_words (entry, TALKS_COMPARISON_B, lang);

  if (self->days[TALKS_COMPARISON_A] <= self->days[TALKS_COMPARISON_B])
    /* Translators: a party on a topic: what its position was and is. */
    return g_strdup_printf (_ ("%1$s on %2$s: was %3$s; is %4$s."), party, topic, a, b);
  /* Translators: a party on a topic: what its position is and was. */
  return g_strdup_printf (_ ("%1$s on %2$s: is %3$s; was %4$s."), party, topic, a, b);
}

static char *
describe_unchanged (const TalksComparison      *self,
                    const TalksComparisonEntry *entry,
                    const char                 *party,
                    const char                 *topic,
                    const char                 *lang)
{
  gboolean forward = self->days[TALKS_COMPARISON_A] <= self->days[TALKS_COMPARISON_B];
  g_autofree char *first = side_words (entry, forward ? TALKS_COMPARISON_A : TALKS_COMPARISON_B, lang);
  g_autofree char *again = stated_words (entry, forward ? TALKS_COMPARISON_B : TALKS_COMPARISON_A);

  if (entry->restated)
    return g_strdup_printf (_ ("%1$s on %2$s: unchanged, %3$s, stated again %4$s."), party, topic, first,
                            again);
  return g_strdup_printf (_ ("%1$s on %2$s: unchanged, %3$s."), party, topic, first);
}

char *
talks_comparison_describe (const TalksComparison *self,
                           guint                  topic,
                           guint                  party,
                           const char            *lang)
{
  const TalksComparisonEntry *entry = talks_comparison_get_entry (self, topic, party);
  const char *name;
  const char *about;
  g_autofree char *stated = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  name = party_name (self, party, lang);
  about = talks_text_show (((TalksTopic *) self->topics->pdata[topic])->name, lang);
  switch (entry->state)
    {
    case TALKS_COMPARISON_CHANGED:
      return describe_change (self, entry, name, about, lang);
    case TALKS_COMPARISON_UNCHANGED:
      return describe_unchanged (self, entry, name, about, lang);
    case TALKS_COMPARISON_NEW:
      stated = side_words (entry, TALKS_COMPARISON_B, lang);
      day = talks_day_to_words (self->days[TALKS_COMPARISON_A], TALKS_DATE_STYLE_MEDIUM);
      return g_strdup_printf (_ ("%1$s on %2$s: none stated by %3$s; new: %4$s."), name, about, day, stated);
    case TALKS_COMPARISON_GONE:
      stated = side_words (entry, TALKS_COMPARISON_A, lang);
      day = talks_day_to_words (self->days[TALKS_COMPARISON_B], TALKS_DATE_STYLE_MEDIUM);
      return g_strdup_printf (_ ("%1$s on %2$s: %3$s; none stated by %4$s."), name, about, stated, day);
    case TALKS_COMPARISON_NONE:
    case TALKS_COMPARISON_N_STATES:
    default:
      day = talks_day_to_words (MAX (self->days[TALKS_COMPARISON_A], self->days[TALKS_COMPARISON_B]),
                                TALKS_DATE_STYLE_MEDIUM);
      return g_strdup_printf (_ ("%1$s on %2$s: none stated by %3$s."), name, about, day);
    }
}

/* ---- delegations ---- */

static char *
heads_words (const TalksComparison *self,
             TalksComparisonSide    side,
             guint                  party,
             const char            *lang)
{
  const GArray *delegates = talks_comparison_get_delegates (self, side, party);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < delegates->len; i++)
    {
      const TalksDelegate *delegate = &g_array_index (delegates, TalksDelegate, i);

      if (talks_delegate_is_head (delegate))
        join (names, talks_text_show (delegate->participant->name, lang));
    }
  return g_string_free (names, FALSE);
}

static char *
round_words (const TalksComparison *self,
             TalksComparisonSide    side)
{
  if (self->rounds[side] != NULL)
    return talks_date_to_words (self->rounds[side]->date, TALKS_DATE_STYLE_FULL);
  return talks_day_to_words (self->days[side], TALKS_DATE_STYLE_MEDIUM);
}

char *
talks_comparison_describe_heads (const TalksComparison *self,
                                 guint                  party,
                                 const char            *lang)
{
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *when_a = NULL;
  g_autofree char *when_b = NULL;
  const char *name;

  g_return_val_if_fail (self != NULL && party < self->parties->len, NULL);

  name = party_name (self, party, lang);
  a = heads_words (self, TALKS_COMPARISON_A, party, lang);
  b = heads_words (self, TALKS_COMPARISON_B, party, lang);
  when_a = round_words (self, TALKS_COMPARISON_A);
  when_b = round_words (self, TALKS_COMPARISON_B);
  switch (talks_comparison_compare_heads (self, party))
    {
    case TALKS_COMPARISON_CHANGED:
      /* Translators: a party, then twice a name and a date. */
      return g_strdup_printf (_ ("Delegation of %1$s: led by %2$s (%3$s) and by %4$s (%5$s)."), name, a, when_a,
                              b, when_b);
    case TALKS_COMPARISON_UNCHANGED:
      return g_strdup_printf (_ ("Delegation of %1$s: led by %2$s on both dates."), name, a);
    case TALKS_COMPARISON_NEW:
      return g_strdup_printf (_ ("Delegation of %1$s: no head named (%2$s); led by %3$s (%4$s)."), name, when_a,
                              b, when_b);
    case TALKS_COMPARISON_GONE:
      return g_strdup_printf (_ ("Delegation of %1$s: led by %2$s (%3$s); no head named (%4$s)."), name, a,
                              when_a, when_b);
    case TALKS_COMPARISON_NONE:
    case TALKS_COMPARISON_N_STATES:
    default:
      return g_strdup_printf (_ ("Delegation of %s: no head named on either date."), name);
    }
}

/* ---- the whole ---- */

static void
join_count (GString *line,
            char    *words)
{
  g_string_append (line, " · ");
  g_string_append (line, words);
  g_free (words);
}

char *
talks_comparison_summarize (const TalksComparison *self)
{
  guint changed;
  guint added;
  guint gone;
  guint n;
  GString *line;

  g_return_val_if_fail (self != NULL, NULL);

  changed = talks_comparison_count (self, TALKS_COMPARISON_CHANGED);
  added = talks_comparison_count (self, TALKS_COMPARISON_NEW);
  gone = talks_comparison_count (self, TALKS_COMPARISON_GONE);
  n = changed + added + gone + talks_comparison_count (self, TALKS_COMPARISON_UNCHANGED);
  line = g_string_new (NULL);
  if (n == 0)
    g_string_append (line, _ ("No positions stated"));
  else
    /* Translators: how many of the positions compared are other ones on the second date. */
    g_string_append_printf (line, ngettext ("%1$u of %2$u position changed", "%1$u of %2$u positions changed", n),
                            changed, n);
  if (added > 0)
    /* Translators: positions on topics on which the party had stated none on the first date. */
    join_count (line, g_strdup_printf (ngettext ("%u new", "%u new", added), added));
  if (gone > 0)
    /* Translators: positions on topics on which the party had stated none yet on the second date. */
    join_count (line, g_strdup_printf (ngettext ("%u not yet stated", "%u not yet stated", gone), gone));
  return g_string_free (line, FALSE);
}
