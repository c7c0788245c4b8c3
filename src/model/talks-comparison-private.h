/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The struct of TalksComparison, shared by the files that fill it and those that word it. */

#pragma once

#include "talks-comparison.h"

G_BEGIN_DECLS

struct _TalksComparison
{
  GPtrArray            *topics;
  GPtrArray            *parties;
  guint                 n_others;
  guint                 n_left_out;
  TalksComparisonEntry *entries; /* topics × parties */
  TalksDay              days[TALKS_COMPARISON_N_SIDES];
  TalksEvent           *rounds[TALKS_COMPARISON_N_SIDES];
  GPtrArray            *delegates[TALKS_COMPARISON_N_SIDES]; /* of GArray of TalksDelegate, one for each party */
  GArray               *hosts[TALKS_COMPARISON_N_SIDES];
};

/* Fills delegates and hosts; rounds and parties are there. */
void talks_comparison_take_people (TalksComparison *self,
                                   TalksDocument   *document);

G_END_DECLS
