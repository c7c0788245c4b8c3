/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksImportJob: reading a foreign file on a worker, with what the user chose about it.
 *
 * The fields are set while no reading is under way, by whoever made the job; the results are for them to take
 * afterwards. */

#pragma once

#include <gio/gio.h>

#include "talks-import.h"

G_BEGIN_DECLS

typedef struct
{
  GFile          *file;
  TalksDocument  *document;     /* a copy, which the worker may read */
  int             format;       /* a TalksExchangeFormat; −1: found out */
  char           *encoding;     /* these as in TalksImportOptions */
  char            delimiter;
  int             rows;
  char          **columns;
  TalksDateOrder  date_order;
  char           *default_kind;
  gboolean        with_beside;  /* take in the tables of the same export in the same folder */

  GBytes         *bytes;        /* of the file, once it has been read */
  GPtrArray      *beside;       /* of TalksImportBeside: those that are there and go with it */
  TalksImport    *import;       /* the result; NULL: none yet, or it failed */
  guint           n_added;      /* records, as they are chosen at first */
} TalksImportJob;

/* document is copied. */
TalksImportJob *talks_import_job_new    (GFile               *file,
                                         TalksDocument       *document);
void            talks_import_job_free   (TalksImportJob      *self);

/* source, which may be NULL, and the job have to live until callback; source is kept alive. */
void            talks_import_job_run    (TalksImportJob      *self,
                                         gpointer             source,
                                         GAsyncReadyCallback  callback,
                                         gpointer             data);
gboolean        talks_import_job_finish (GAsyncResult        *result,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksImportJob, talks_import_job_free)

G_END_DECLS
