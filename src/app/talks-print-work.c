/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-print-work.h"

#include <math.h>

/* ---- pages, and a file of them ---- */

typedef struct
{
  TalksDocument     *document;
  TalksPaperOptions  options; /* strings are owned */
  char              *path;    /* NULL: no file */
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  g_object_unref (self->document);
  g_free ((char *) self->options.picture.language);
  g_free ((char *) self->options.picture.topic);
  g_free ((char *) self->options.tour);
  g_clear_object (&self->options.cancellable);
  g_free (self->path);
  g_free (self);
}

static Making *
making_new (TalksDocument           *document,
            const TalksPaperOptions *options,
            const char              *path,
            GCancellable            *cancellable)
{
  Making *self = g_new (Making, 1);

  *self = (Making) { talks_document_copy (document), *options, g_strdup (path) };
  self->options.picture.language = g_strdup (options->picture.language);
  self->options.picture.topic = g_strdup (options->picture.topic);
  self->options.tour = g_strdup (options->tour);
  self->options.cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  return self;
}

static void
lay_out_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Making *making = data;
  GError *error = NULL;
  TalksSheets *sheets = talks_paper_new (making->document, &making->options, &error);

  if (sheets != NULL)
    g_task_return_pointer (task, sheets, (GDestroyNotify) talks_sheets_unref);
  else
    g_task_return_error (task, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Making *making = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = talks_paper_to_pdf (making->document, &making->options, &error);

  if (bytes != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error)
      && talks_export_save (making->path, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
make (Making              *making,
      GCancellable        *cancellable,
      GTaskThreadFunc      func,
      gpointer             tag,
      GAsyncReadyCallback  callback,
      gpointer             data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, func);
}

void
talks_print_work_lay_out (TalksDocument           *document,
                          const TalksPaperOptions *options,
                          GCancellable            *cancellable,
                          GAsyncReadyCallback      callback,
                          gpointer                 data)
{
  g_return_if_fail (TALKS_IS_DOCUMENT (document) && options != NULL);

  make (making_new (document, options, NULL, cancellable), cancellable, lay_out_in_thread, talks_print_work_lay_out,
        callback, data);
}

TalksSheets *
talks_print_work_lay_out_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_print_work_lay_out), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
talks_print_work_save (TalksDocument           *document,
                       const TalksPaperOptions *options,
                       const char              *path,
                       GCancellable            *cancellable,
                       GAsyncReadyCallback      callback,
                       gpointer                 data)
{
  g_return_if_fail (TALKS_IS_DOCUMENT (document) && options != NULL && path != NULL);

  make (making_new (document, options, path, cancellable), cancellable, save_in_thread, talks_print_work_save, callback,
        data);
}

gboolean
talks_print_work_save_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_print_work_save), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- one page ---- */

typedef struct
{
  TalksSheets *sheets;
  guint        page;
  double       scale;
} Drawing;

static void
drawing_free (gpointer data)
{
  talks_sheets_unref (((Drawing *) data)->sheets);
  g_free (data);
}

static void
draw_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Drawing *drawing = data;
  double width = talks_sheets_get_width (drawing->sheets);
  double height = talks_sheets_get_height (drawing->sheets);
  const cairo_rectangle_t extents = { 0, 0, width, height };
  cairo_surface_t *surface;
  cairo_t *cr;

  if (drawing->scale > 0)
    surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * drawing->scale),
                                          (int) ceil (height * drawing->scale));
  else
    surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (surface);
  if (drawing->scale > 0)
    {
      /* The last column of pixels may be only partly on the page. */
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, drawing->scale, drawing->scale);
    }
  talks_sheets_draw_page (drawing->sheets, drawing->page, cr);
  cairo_destroy (cr);
  g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
}

void
talks_print_work_draw (TalksSheets         *sheets,
                       guint                page,
                       double               scale,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  g_return_if_fail (sheets != NULL && page < talks_sheets_get_n_pages (sheets) && scale >= 0);

  drawing = g_new (Drawing, 1);
  *drawing = (Drawing) { talks_sheets_ref (sheets), page, scale };
  task = g_task_new (NULL, NULL, callback, data);
  g_task_set_source_tag (task, talks_print_work_draw);
  g_task_set_task_data (task, drawing, drawing_free);
  g_task_run_in_thread (task, draw_in_thread);
}

cairo_surface_t *
talks_print_work_draw_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, talks_print_work_draw), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
