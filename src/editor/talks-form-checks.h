/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the validation of documents would say about a draft, found on a worker. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

/* A remark about one field, or about the whole record. */
typedef struct
{
  char *field;   /* "attendance"; NULL: the whole record */
  char *message;
} TalksRemark;

void       talks_remark_free        (TalksRemark          *remark);

/* before: the record in the document that draft stands for; NULL: the draft would be added. A draft that lacks what
 * its kind must have has no remarks yet. The draft is copied. */
void       talks_form_checks_async  (TalksDocument        *document,
                                     TalksRecord          *before,
                                     const TalksRecord    *draft,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              data);

/* Of TalksRemark, in the order of the fields; NULL with error set when it was cancelled. */
GPtrArray *talks_form_checks_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
