/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-export.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "talks-error.h"
#include "talks-export-private.h"
#include "talks-gettext.h"
#include "talks-paper.h"
#include "talks-wording.h"

#define DEFAULT_WIDTH 1600

/* ---- shared with the formats ---- */

cairo_status_t
talks_export_write (void                *closure,
                    const unsigned char *data,
                    unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
talks_export_check (cairo_status_t   status,
                    GError         **error)
{
  g_autoptr (TalksWording) wording = NULL;

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  wording = talks_wording_begin (NULL);
  g_set_error (error, TALKS_ERROR, TALKS_ERROR_FAILED, _("The picture could not be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

GBytes *
talks_export_to_png (cairo_t  *cr,
                     GError  **error)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_status_t status = cairo_status (cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (cairo_get_target (cr), talks_export_write, png);
  cairo_destroy (cr);
  if (!talks_export_check (status, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

void
talks_export_fill (cairo_t    *cr,
                   TalksColor  color,
                   double      width,
                   double      height)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
}

/* ---- options ---- */

gboolean
talks_export_format_from_path (const char        *path,
                               TalksExportFormat *out)
{
  static const struct
  {
    const char        *ending;
    TalksExportFormat  format;
  } formats[] = { { ".png", TALKS_EXPORT_PNG }, { ".svg", TALKS_EXPORT_SVG }, { ".pdf", TALKS_EXPORT_PDF } };
  size_t length;

  g_return_val_if_fail (path != NULL && out != NULL, FALSE);

  length = strlen (path);
  for (size_t i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      size_t n = strlen (formats[i].ending);

      if (length > n && g_ascii_strcasecmp (path + length - n, formats[i].ending) == 0)
        {
          *out = formats[i].format;
          return TRUE;
        }
    }
  return FALSE;
}

/* Ends that are open are those of the document. */
static TalksSpan
resolve_span (TalksDocument *document,
              TalksSpan      span)
{
  TalksSpan extent = talks_document_get_extent (document);

  if (talks_span_is_empty (span))
    return extent;
  if (span.start == TALKS_DAY_MIN)
    span.start = MIN (extent.start, span.end - 1);
  if (span.end == TALKS_DAY_MAX)
    span.end = MAX (extent.end, span.start + 1);
  return span;
}

void
talks_export_resolve (TalksDocument            *document,
                      const TalksExportOptions *options,
                      TalksExportOptions       *whole)
{
  GPtrArray *topics = talks_document_get_records (document, TALKS_RECORD_TOPIC);

  *whole = *options;
  whole->span = resolve_span (document, options->span);
  if (options->language == NULL)
    whole->language = talks_document_get_language (document);
  if (options->topic == NULL && topics->len > 0)
    whole->topic = ((TalksRecord *) g_ptr_array_index (topics, 0))->id;
}

static gboolean
resolve_options (TalksDocument            *document,
                 const TalksExportOptions *options,
                 TalksExportOptions       *whole,
                 GError                  **error)
{
  talks_export_resolve (document, options, whole);
  if (options->width == 0)
    whole->width = DEFAULT_WIDTH;
  if (whole->width < TALKS_EXPORT_MIN_SIZE || whole->width > TALKS_EXPORT_MAX_SIZE
      || (whole->height != 0
          && (whole->height < TALKS_EXPORT_MIN_SIZE || whole->height > TALKS_EXPORT_MAX_SIZE)))
    {
      g_set_error (error, TALKS_ERROR, TALKS_ERROR_USAGE,
                   _("The size of a picture must be from %d to %d on each side."),
                   TALKS_EXPORT_MIN_SIZE, TALKS_EXPORT_MAX_SIZE);
      return FALSE;
    }
  return TRUE;
}

/* Letters where the outlines say: a picture for any size has no pixel grid to fit them to. */
PangoContext *
talks_export_make_context (TalksExportFormat  format,
                           const char        *language)
{
  /* Of its own, so that what is laid out with it can be drawn in another thread. */
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_font_description_set_absolute_size (font, 13.333 * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_language (context, pango_language_from_string (language));
  pango_cairo_context_set_resolution (context, 96);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, format == TALKS_EXPORT_PNG ? CAIRO_HINT_STYLE_SLIGHT
                                                                         : CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);

  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return context;
}

/* ---- PNG ---- */

static GBytes *
export_png (TalksDocument            *document,
            const TalksExportOptions *options,
            PangoContext             *context,
            GError                  **error)
{
  g_autoptr (TalksPicture) picture = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  double scale;
  double height;

  picture = talks_picture_new_to_fit (document, options, context, options->width, options->height, &scale);
  height = options->height > 0 ? options->height : ceil (talks_picture_get_height (picture) * scale);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, options->width, (int) height);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  talks_export_fill (cr, talks_palette_get (options->theme)->surface, options->width, height);
  cairo_scale (cr, scale, scale);
  talks_picture_draw (picture, cr, height / scale);
  return talks_export_to_png (cr, error);
}

/* ---- the file ---- */

/* GLib's message names its temporary file, which tells the reader nothing; the reason stands at its
 * end. */
static void
set_write_error (GError       **error,
                 const char    *path,
                 const GError  *cause)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *reason = g_strrstr (cause->message, ": ");

  g_set_error (error, cause->domain, cause->code, _("“%s” could not be written: %s"), name,
               reason != NULL ? reason + 2 : cause->message);
}

/* A temporary file in the same folder, synchronised, then renamed. What is at path keeps its mode; a
 * link stays a link; a file that is read-only on purpose stays what it is. */
gboolean
talks_export_save (const char  *path,
                   GBytes      *bytes,
                   GError     **error)
{
  g_autoptr (GError) local = NULL;
  const char *target;
  const char *data;
  char *real;
  int mode = 0666;
  gsize size;
  GStatBuf info;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  real = realpath (path, NULL);
  target = real != NULL ? real : path;
  if (g_stat (target, &info) == 0)
    {
      mode = info.st_mode & 0777;
      if (!S_ISREG (info.st_mode))
        g_set_error_literal (&local, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("It is not a file."));
      else if (g_access (target, W_OK) != 0)
        g_set_error_literal (&local, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
    }
  if (local == NULL)
    g_file_set_contents_full (target, data != NULL ? data : "", (gssize) size,
                              G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &local);
  free (real);
  if (local != NULL)
    set_write_error (error, path, local);
  return local == NULL;
}

GBytes *
talks_export_to_bytes (TalksDocument            *document,
                       TalksExportFormat         format,
                       const TalksExportOptions *options,
                       GError                  **error)
{
  TalksPaperOptions paper = { .kind = TALKS_PAPER_TIMELINE };
  PangoContext *context;
  TalksExportOptions whole;
  g_autoptr (TalksWording) wording = NULL;
  GBytes *bytes;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  paper.picture = *options;
  if (format == TALKS_EXPORT_PDF)
    return talks_paper_to_pdf (document, &paper, error);
  if (!resolve_options (document, options, &whole, error))
    return NULL;

  wording = talks_wording_begin (options->language);
  context = talks_export_make_context (format, whole.language);
  switch (format)
    {
    case TALKS_EXPORT_SVG:
      bytes = talks_export_svg (document, &whole, context, error);
      break;
    case TALKS_EXPORT_PNG:
    case TALKS_EXPORT_PDF:
    default:
      bytes = export_png (document, &whole, context, error);
      break;
    }
  g_object_unref (context);
  return bytes;
}

gboolean
talks_export_to_path (TalksDocument            *document,
                      const char               *path,
                      TalksExportFormat         format,
                      const TalksExportOptions *options,
                      GError                  **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = talks_export_to_bytes (document, format, options, error);
  return bytes != NULL && talks_export_save (path, bytes, error);
}
