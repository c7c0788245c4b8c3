/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Work that an earlier program did not save, done again in a window. */

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-earlier.h"
#include "talks-window-private.h"

/* What does not go with the file any more is told once, and stays in the journal. */
static void
tell_unfit (TalksWindow         *self,
            const TalksRecovery *recovery)
{
  guint n = recovery->unfit->len;
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u step does not go with the file as it is now.",
                                                        "%u steps do not go with the file as it is now.", n), n);

  for (guint i = 0; i < MIN (n, 12); i++)
    {
      const TalksUnfitStep *unfit = recovery->unfit->pdata[i];

      g_string_append_printf (body, "%s%s: %s", i > 0 ? "\n" : "", unfit->step->name, unfit->reason);
    }
  if (n > 12)
    g_string_append (body, "\n…");
  talks_dialogs_tell (GTK_WINDOW (self), heading, body->str);
}

TalksJournal *
talks_window_restore_steps (TalksWindow         *self,
                            const TalksOpened   *opened,
                            const TalksLeftover *leftover)
{
  TalksHistory *history = talks_session_get_history (self->session);
  g_autoptr (TalksRecovery) recovery = talks_leftover_fit (leftover, talks_history_get_document (history), opened->mark);
  GBytes *content = opened->file == NULL ? talks_json_scan_get_bytes (opened->reading->scan) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TalksJournal *journal;

  if (!talks_history_restore (history, recovery->steps, recovery->position, &error))
    {
      talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      return NULL;
    }
  talks_reading_add_earlier (opened->reading, recovery->texts);
  journal = talks_leftover_resume (leftover, recovery, talks_history_get_steps (history),
                                   talks_history_get_position (history), opened->file, opened->mark, content, &error);
  if (journal == NULL)
    {
      talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      return NULL;
    }
  text = g_strdup_printf (ngettext ("%u step was restored. Save to keep it.",
                                    "%u steps were restored. Save to keep them.", recovery->position),
                          recovery->position);
  talks_banner_show (self->banner, TALKS_BANNER_INFO, text, NULL);
  if (recovery->unfit->len > 0)
    tell_unfit (self, recovery);
  return journal;
}
