/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small document with a tour of four steps, and a presentation of it. */

#pragma once

#include "talks-presentation.h"
#include "talks-session.h"

G_BEGIN_DECLS

typedef struct
{
  TalksDocument     *document;
  TalksSession      *session;
  TalksPresentation *presentation;
  guint              flags;     /* of all that changed since */
  guint              n_changes;
  int                requested; /* the last command; −1: none */
} PresentFixture;

/* Events a … d, of which a, b and c have outcomes and b a position of "north"; tour "tour" of them, in English and
 * partly in Ukrainian, with notes at the first step. */
void present_fixture_set_up    (PresentFixture *fixture,
                                gconstpointer   data);
void present_fixture_tear_down (PresentFixture *fixture,
                                gconstpointer   data);

/* That exactly these flags were told since the last call, in one signal; none for 0. */
void present_fixture_assert_told (PresentFixture *fixture,
                                  guint           flags);

#define PRESENT_TEST_ADD(path, function) \
  g_test_add (path, PresentFixture, NULL, present_fixture_set_up, function, present_fixture_tear_down)

G_END_DECLS
