/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets as files: one PDF, or a picture of each page. */

#include "talks-sheets-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

#include "talks-export-private.h"

/* Ends the drawing. FALSE with an error unless all went well. */
static gboolean
finish (cairo_surface_t  *surface,
        cairo_t          *cr,
        GError          **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return talks_export_check (status, error);
}

/* ---- PDF ---- */

static void
set_metadata (cairo_surface_t       *surface,
              const TalksSheetsInfo *info)
{
  const struct
  {
    cairo_pdf_metadata_t  kind;
    const char           *text;
  } entries[] = {
    { CAIRO_PDF_METADATA_TITLE, info->title },
    { CAIRO_PDF_METADATA_SUBJECT, info->subject },
    { CAIRO_PDF_METADATA_KEYWORDS, info->keywords },
    { CAIRO_PDF_METADATA_CREATOR, "Talks " TALKS_VERSION },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].text != NULL)
      cairo_pdf_surface_set_metadata (surface, entries[i].kind, entries[i].text);
}

static void
add_bookmarks (TalksSheets     *self,
               cairo_surface_t *surface)
{
  GArray *bookmarks = talks_sheets_get_bookmarks (self);
  g_autofree int *numbers = g_new (int, bookmarks->len + 1);

  numbers[0] = CAIRO_PDF_OUTLINE_ROOT;
  for (guint i = 0; i < bookmarks->len; i++)
    {
      const TalksSheetBookmark *bookmark = &g_array_index (bookmarks, TalksSheetBookmark, i);
      g_autofree char *attributes = g_strdup_printf ("page=%u pos=[%d %d]", bookmark->page, (int) bookmark->x,
                                                     (int) MAX (bookmark->y - 12, 0));

      numbers[i + 1] = cairo_pdf_surface_add_outline (surface, numbers[bookmark->parent], bookmark->name, attributes,
                                                      (cairo_pdf_outline_flags_t) 0);
    }
}

GBytes *
talks_sheets_to_pdf (TalksSheets            *self,
                     const TalksSheetsInfo  *info,
                     GError                **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && info != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (talks_export_write, pdf, talks_sheets_get_width (self),
                                                 talks_sheets_get_height (self));
  set_metadata (surface, info);
  cr = cairo_create (surface);
  for (guint i = 0; i < talks_sheets_get_n_pages (self) && !talks_sheets_is_cancelled (self); i++)
    {
      talks_sheets_draw_page (self, i, cr);
      cairo_show_page (cr);
    }
  if (talks_sheets_is_cancelled (self))
    {
      finish (surface, cr, NULL);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
      return NULL;
    }
  add_bookmarks (self, surface);
  if (!finish (surface, cr, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}

/* ---- pictures ---- */

GBytes *
talks_sheets_page_to_png (TalksSheets  *self,
                          guint         page,
                          double        scale,
                          GError      **error)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && page < talks_sheets_get_n_pages (self) && scale > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (talks_sheets_get_width (self) * scale),
                                        (int) ceil (talks_sheets_get_height (self) * scale));
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  /* The last column of pixels may be only partly on the page. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  talks_sheets_draw_page (self, page, cr);
  return talks_export_to_png (cr, error);
}

GBytes *
talks_sheets_page_to_svg (TalksSheets  *self,
                          guint         page,
                          GError      **error)
{
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL && page < talks_sheets_get_n_pages (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  surface = cairo_svg_surface_create_for_stream (talks_export_write, svg, talks_sheets_get_width (self),
                                                 talks_sheets_get_height (self));
  cr = cairo_create (surface);
  talks_sheets_draw_page (self, page, cr);
  if (!finish (surface, cr, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&svg));
}
