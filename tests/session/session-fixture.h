/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session over a small document, listened to. */

#pragma once

#include "talks-session.h"
#include "talks-test-support.h"

G_BEGIN_DECLS

typedef struct
{
  TalksDocument *document;
  TalksSession  *session;
  guint          n;     /* emissions since the last look */
  guint          flags; /* of the last one */
} Fixture;

#define VIEW (TALKS_SESSION_SCALE | TALKS_SESSION_POSITION)

/* Two busy months, three quiet years, two busy months: events e00 … e39, and one event and one
 * position in the quiet years, which are folded. Four lanes of which the second is empty; parties north,
 * south and other with a person each (nora, susan, otto); topics one and two. 1000 pixels wide. */
void        fixture_set_up            (Fixture       *fixture,
                                       gconstpointer  data);
void        fixture_tear_down         (Fixture       *fixture,
                                       gconstpointer  data);

/* Nothing, or one emission with exactly these flags, since the last look. */
void        fixture_assert_heard      (Fixture       *fixture,
                                       guint          flags);
/* One emission with at least these flags. */
void        fixture_assert_heard_some (Fixture       *fixture,
                                       guint          flags);

TalksDay    fixture_get_day_of        (Fixture       *fixture,
                                       const char    *id);
const char *fixture_get_selected_id   (Fixture       *fixture);
gboolean    fixture_is_in_view        (Fixture       *fixture,
                                       double         day);

/* Tests that each start from a fixture of their own. */
typedef struct
{
  const char *path;
  void      (*func) (Fixture       *fixture,
                     gconstpointer  data);
} FixtureTest;

void        fixture_add_tests         (const FixtureTest *tests,
                                       size_t             n_tests);

G_END_DECLS
