/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers at the start what earlier programs left behind when they ended in the middle of work: steps that were not saved,
 * forms that were not done, and saves that were cut off. Nothing is removed unasked, and what is put off is offered the
 * next time. */

#pragma once

#include "talks-application.h"
#include "talks-theme.h"

G_BEGIN_DECLS

typedef void (*TalksRecoveryDone) (gpointer data);

/* Looks on a worker. done is called when everything was answered; at once if there is nothing to ask. files (of GFile) are
 * what is opened then; more may be added until it is. */
void talks_recovery_offer (TalksApplication  *application,
                           TalksThemeKeeper  *theme,
                           GPtrArray         *files,
                           TalksRecoveryDone  done,
                           gpointer           data);

G_END_DECLS
