/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to the parts of the document writer. */

#pragma once

#include "talks-document-writer.h"
#include "talks-record-write.h"

G_BEGIN_DECLS

/* Whether reading says what document does, and all that base did not understand is in it. A record
 * that differs in some fields is noted in anew (id → TalksFieldMask *) and *again set, if it was
 * not noted with these before. FALSE with an error otherwise. base may be NULL. */
gboolean             talks_document_check_written (TalksDocument       *document,
                                                   const TalksReading  *base,
                                                   const TalksReading  *reading,
                                                   GHashTable          *anew,
                                                   gboolean            *again,
                                                   GError             **error);

G_END_DECLS
