/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-vocabulary.h"

#include <string.h>

#include "talks-gettext.h"

const TalksWord talks_certainty_words[] = {
  { "confirmed", N_("Confirmed"), NULL },
  { "reported", N_("Reported"), NULL },
  { "disputed", N_("Disputed"), NULL },
  { NULL, NULL, NULL },
};

const TalksWord talks_presence_words[] = {
  { "present", N_("present"), NULL },
  { "absent", N_("absent"), NULL },
  { "remote", N_("by remote link"), NULL },
  { "unclear", N_("presence unclear"), NULL },
  { NULL, NULL, NULL },
};

const TalksWord talks_task_words[] = {
  { "head of delegation", N_("head of delegation"), NULL },
  { "delegate", N_("delegate"), NULL },
  { "chair", N_("chair"), NULL },
  { "host", N_("host"), NULL },
  { "mediator", N_("mediator"), NULL },
  { "observer", N_("observer"), NULL },
  { "expert", N_("expert"), NULL },
  { "interpreter", N_("interpreter"), NULL },
  { "speaker", N_("speaker"), NULL },
  { "author", N_("author"), NULL },
  { "signatory", N_("signatory"), NULL },
  { "interlocutor", N_("interlocutor"), NULL },
  { "respondent", N_("respondent"), NULL },
  { "mentioned", N_("mentioned"), NULL },
  { NULL, NULL, NULL },
};

const TalksWord talks_relation_words[] = {
  { "continues", N_("Continues"), N_("Continued by") },
  { "follows", N_("Follows"), N_("Followed by") },
  { "responds-to", N_("Responds to"), N_("Answered by") },
  { "part-of", N_("Part of"), N_("Includes") },
  { "prepares", N_("Prepares"), N_("Prepared by") },
  { "product-of", N_("A result of"), N_("Resulted in") },
  { "implements", N_("Carries out"), N_("Carried out by") },
  { "modifies", N_("Changes"), N_("Changed by") },
  { "discusses", N_("Discusses"), N_("Discussed in") },
  { "reports-on", N_("Reports on"), N_("Reported on in") },
  { "contrasts-with", N_("In contrast to"), N_("In contrast to") },
  { "same-occasion", N_("On the same occasion"), N_("On the same occasion") },
  { NULL, NULL, NULL },
};

const TalksWord talks_party_kind_words[] = {
  { "state", N_("State"), NULL },
  { "organization", N_("Organization"), NULL },
  { "private", N_("Private person or company"), NULL },
  { NULL, NULL, NULL },
};

const TalksWord talks_side_words[] = {
  { "mediator", N_("Mediator"), NULL },
  { "other", N_("Other"), NULL },
  { NULL, NULL, NULL },
};

const TalksWord talks_mark_words[] = {
  { "circle", N_("Circle"), NULL },
  { "diamond", N_("Diamond"), NULL },
  { "triangle", N_("Triangle"), NULL },
  { "square", N_("Square"), NULL },
  { "pentagon", N_("Pentagon"), NULL },
  { "hexagon", N_("Hexagon"), NULL },
  { "star", N_("Star"), NULL },
  { "cross", N_("Cross"), NULL },
  { "triangle-down", N_("Triangle pointing down"), NULL },
  { NULL, NULL, NULL },
};

/* https://www.w3.org/TR/annotation-vocab/#named-individuals */
const TalksWord talks_motivation_words[] = {
  { "commenting", N_("Commenting"), NULL },
  { "questioning", N_("Questioning"), NULL },
  { "assessing", N_("Assessing"), NULL },
  { "describing", N_("Describing"), NULL },
  { "editing", N_("Asking for a change"), NULL },
  { "replying", N_("Replying"), NULL },
  { "highlighting", N_("Highlighting"), NULL },
  { "linking", N_("Linking"), NULL },
  { "identifying", N_("Identifying"), NULL },
  { "classifying", N_("Classifying"), NULL },
  { "tagging", N_("Tagging"), NULL },
  { "bookmarking", N_("Bookmarking"), NULL },
  { "moderating", N_("Moderating"), NULL },
  { NULL, NULL, NULL },
};

const TalksWord *
talks_words_find (const TalksWord *words,
                  const char      *word)
{
  g_return_val_if_fail (words != NULL, NULL);

  if (word == NULL)
    return NULL;
  for (; words->word != NULL; words++)
    if (strcmp (words->word, word) == 0)
      return words;
  return NULL;
}

const char *
talks_task_to_words (const char *task)
{
  const TalksWord *word = talks_words_find (talks_task_words, task);

  if (word != NULL)
    return _(word->label);
  return task != NULL && *task != '\0' ? task : NULL;
}

const char *
talks_presence_to_words (TalksPresence presence)
{
  const TalksWord *word = talks_words_find (talks_presence_words, talks_presence_to_name (presence));

  return word != NULL && presence != TALKS_PRESENCE_PRESENT ? _(word->label) : NULL;
}

const char *
talks_certainty_to_words (TalksCertainty certainty)
{
  switch (certainty)
    {
    case TALKS_CERTAINTY_REPORTED:
      return C_("certainty", "reported");
    case TALKS_CERTAINTY_DISPUTED:
      return C_("certainty", "disputed");
    case TALKS_CERTAINTY_CONFIRMED:
    default:
      return C_("certainty", "confirmed");
    }
}
