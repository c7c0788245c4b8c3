/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of paper share: each puts one kind of thing on sheets. */

#pragma once

#include "talks-export-private.h"
#include "talks-paper.h"
#include "talks-worksheet.h"

G_BEGIN_DECLS

/* options are whole, as in talks-export-private.h. */

/* One picture on one page (talks-paper-pages.c). */
void talks_paper_put_timeline  (TalksSheets              *sheets,
                                TalksDocument            *document,
                                const TalksExportOptions *options);
/* As many as it takes. */
void talks_paper_put_pages     (TalksSheets              *sheets,
                                TalksDocument            *document,
                                const TalksExportOptions *options);

/* talks-handout.c */
void talks_paper_put_handout   (TalksSheets              *sheets,
                                TalksDocument            *document,
                                const TalksTour          *tour,
                                const TalksExportOptions *options);

/* talks-worksheet-pages.c; subject: what it asks about, in words. */
void talks_paper_put_worksheet (TalksSheets              *sheets,
                                TalksDocument            *document,
                                const TalksWorksheet     *worksheet,
                                const char               *subject,
                                const char               *language,
                                gboolean                  answers);

G_END_DECLS
