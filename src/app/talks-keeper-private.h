/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The struct of TalksKeeper, shared by talks-keeper.c (journal and saves) and talks-keeper-lock.c. */

#pragma once

#include "talks-keeper.h"

G_BEGIN_DECLS

struct _TalksKeeper
{
  GObject          parent_instance;
  TalksHistory    *history;
  TalksJournal    *journal;
  TalksBase       *base;      /* never NULL; what the next save is written upon */
  GFile           *file;
  TalksFileMark   *mark;
  TalksLock       *lock;
  TalksLockHolder *holder;
  gboolean         read_only;
  char            *trouble;   /* with the journal */
  GQueue           saves;     /* of GTask, the first of them runs */
};

void     talks_keeper_emit_changed (TalksKeeper *self);

gboolean talks_keeper_is_own_file  (TalksKeeper *self,
                                    GFile       *file);

/* The document is in file from now on; asks for its lock. */
void     talks_keeper_follow_file  (TalksKeeper *self,
                                    GFile       *file);

G_END_DECLS
