/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What takes time on the way to paper, away from the main thread: laying out pages, drawing one, writing a file.
 *
 * Each begins at once and calls back in the main thread. What is borrowed is copied, the document too, which may change
 * meanwhile. When it is cancelled it ends with G_IO_ERROR_CANCELLED as soon as it can. */

#pragma once

#include "talks-paper.h"

G_BEGIN_DECLS

/* options->cancellable stays out of it. */
void             talks_print_work_lay_out        (TalksDocument           *document,
                                                  const TalksPaperOptions *options,
                                                  GCancellable            *cancellable,
                                                  GAsyncReadyCallback      callback,
                                                  gpointer                 data);
/* Free with talks_sheets_unref(). */
TalksSheets     *talks_print_work_lay_out_finish (GAsyncResult            *result,
                                                  GError                 **error);

/* The file at path is written whole, or is left alone. */
void             talks_print_work_save           (TalksDocument           *document,
                                                  const TalksPaperOptions *options,
                                                  const char              *path,
                                                  GCancellable            *cancellable,
                                                  GAsyncReadyCallback      callback,
                                                  gpointer                 data);
gboolean         talks_print_work_save_finish    (GAsyncResult            *result,
                                                  GError                 **error);

/* scale: pixels for each point; 0: what was drawn, to be drawn again at any size (a recording surface). */
void             talks_print_work_draw           (TalksSheets             *sheets,
                                                  guint                    page,
                                                  double                   scale,
                                                  GAsyncReadyCallback      callback,
                                                  gpointer                 data);
/* Free with cairo_surface_destroy(). */
cairo_surface_t *talks_print_work_draw_finish    (GAsyncResult            *result);

G_END_DECLS
