/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline says of itself. */

#include "talks-form-kinds.h"

#include <glib/gi18n-lib.h>

#include "talks-form-words.h"

/* By their SPDX identifiers. */
static const TalksWord licenses[] = {
  { "CC0-1.0", N_("CC0 1.0: no rights reserved"), NULL },
  { "CC-BY-4.0", N_("CC BY 4.0: name the authors"), NULL },
  { "CC-BY-SA-4.0", N_("CC BY-SA 4.0: name the authors, share alike"), NULL },
  { "CC-BY-NC-4.0", N_("CC BY-NC 4.0: name the authors, no commercial use"), NULL },
  { "CC-BY-NC-SA-4.0", N_("CC BY-NC-SA 4.0: name the authors, no commercial use, share alike"), NULL },
  { "CC-BY-ND-4.0", N_("CC BY-ND 4.0: name the authors, no changes"), NULL },
  { "CC-BY-NC-ND-4.0", N_("CC BY-NC-ND 4.0: name the authors, no commercial use, no changes"), NULL },
  { NULL, NULL, NULL },
};

static const TalksFormRow rows[] = {
  { .field = "title", .label = N_("Title"), .missing = N_("Give the timeline a title.") },
  { .field = "description", .label = N_("Description"), .flags = TALKS_ROW_MULTILINE,
    .help = N_("What the timeline is about, what it leaves out, and in which order the parties stand.") },
  { .field = "language", .label = N_("Language"), .missing = N_("Say in which language the timeline is written."),
    .collect = talks_form_collect_known_languages, .help = N_("Of texts that do not name their language.") },
  { .field = "license", .label = N_("Licence"), .words = licenses,
    .help = N_("On which terms others may use the timeline: an SPDX identifier, or words of your own.") },
  { NULL },
};

const TalksFormKind talks_head_form = {
  .kind = TALKS_RECORD_HEAD,
  .edit_title = N_("About This Timeline"),
  /* Translators: a step of the history, with the title of the timeline. */
  .edit_step = N_("Change what “%s” says of itself"),
  .rows = rows,
};
