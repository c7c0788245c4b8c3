/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the export share. The options that they get are whole: span is not empty and not
 * open, width, height and language are set, topic is NULL only where there are no topics. */

#pragma once

#include "talks-export.h"
#include "talks-painter.h"
#include "talks-sheets.h"

G_BEGIN_DECLS

/* ---- the picture (talks-export-picture.c) ---- */

/* Title, overview, ruler, lanes, ribbons, legend and footer, of one width. */
typedef struct _TalksPicture TalksPicture;

/* context is used while the picture lives. Costs less after another one of that document in that context; previous may
 * be NULL. */
TalksPicture *talks_picture_new        (TalksPicture             *previous,
                                        TalksDocument            *document,
                                        const TalksExportOptions *options,
                                        PangoContext             *context,
                                        double                    width);

/* One that looks right when it is scaled to width × height: the narrowest that is then wholly seen.
 * height 0: whatever it needs. *scale is by how much to scale it. */
TalksPicture *talks_picture_new_to_fit (TalksDocument            *document,
                                        const TalksExportOptions *options,
                                        PangoContext             *context,
                                        double                    width,
                                        double                    height,
                                        double                   *scale);
void          talks_picture_free       (TalksPicture             *self);
double        talks_picture_get_height (TalksPicture             *self);

/* height may be more than it needs: the footer stands at its end. */
void          talks_picture_draw       (TalksPicture             *self,
                                        cairo_t                  *cr,
                                        double                    height);

/* Events that are not drawn by themselves, or without their name: those in clusters and folds, and those for whose
 * labels there is no room. */
guint         talks_picture_count_hidden (TalksPicture           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksPicture, talks_picture_free)

/* ---- words and lists (talks-export-words.c); char * results are for the caller ---- */

/* "27 February 2022 – 27 May 2025". */
char         *talks_export_span_to_words  (TalksSpan                 span);

/* "27 February 2022 – 27 May 2025 · 156 events · quiet periods folded". */
char         *talks_export_subtitle       (TalksDocument            *document,
                                           const TalksExportOptions *options);

/* "Licence: CC-BY-4.0 · Made with Talks · 27 February 2022 – 27 May 2025". */
char         *talks_export_colophon       (TalksDocument            *document,
                                           const TalksExportOptions *options);

/* Quiet periods wholly within the span, of TalksSpan, if they are to be folded: what somebody asked
 * to see ends where they said. Free with g_array_unref(). */
GArray       *talks_export_list_folds     (TalksDocument            *document,
                                           const TalksExportOptions *options);

/* Events that reach into the span, by time; positions on the topic stated in it, by time. Free with
 * g_ptr_array_unref(). */
GPtrArray    *talks_export_list_events    (TalksDocument            *document,
                                           const TalksExportOptions *options);
GPtrArray    *talks_export_list_positions (TalksDocument            *document,
                                           const TalksExportOptions *options);

/* People with party, task and presence: "Rustem Umerov (Ukraine, head of delegation)". All of them,
 * or only those who led, chaired or spoke, or the first few where nobody stands out. NULL where nobody is
 * named. */
char         *talks_export_list_people    (TalksDocument            *document,
                                           const TalksEvent         *event,
                                           const char               *language,
                                           gboolean                  all);

/* A source as a reference: title, where, when. */
char         *talks_export_cite           (const TalksSource        *source);

/* ---- lists (talks-export-lists.c) ---- */

/* Events and positions of the span with their plans and sources, from a new page on. */
void          talks_export_put_lists      (TalksSheets              *sheets,
                                           TalksDocument            *document,
                                           const TalksExportOptions *options);

/* The plan of a table as a drawing for sheets: its height, 0 where there is none; and what draws it. */
double        talks_export_measure_plan   (TalksDocument            *document,
                                           TalksEvent               *event,
                                           const char               *language,
                                           double                    width);
TalksSheetFunc talks_export_make_plan     (TalksDocument            *document,
                                           TalksEvent               *event,
                                           const char               *language,
                                           double                    width,
                                           gpointer                 *data,
                                           GDestroyNotify           *destroy);

/* ---- options and formats (talks-export.c, talks-export-svg.c) ---- */

/* Fills in what options leave open, but for the size. */
void          talks_export_resolve        (TalksDocument            *document,
                                           const TalksExportOptions *options,
                                           TalksExportOptions       *whole);

/* Free with g_object_unref(). */
PangoContext *talks_export_make_context   (TalksExportFormat         format,
                                           const char               *language);

/* The whole file, or NULL with an error. */
GBytes       *talks_export_svg            (TalksDocument            *document,
                                           const TalksExportOptions *options,
                                           PangoContext             *context,
                                           GError                  **error);

/* For Cairo's stream surfaces; closure is a GByteArray. */
cairo_status_t talks_export_write         (void                     *closure,
                                           const unsigned char      *data,
                                           unsigned int              length);

/* FALSE with an error unless Cairo is well. */
gboolean       talks_export_check         (cairo_status_t            status,
                                           GError                  **error);

/* What was drawn on an image surface, as a PNG. Takes cr over. */
GBytes        *talks_export_to_png        (cairo_t                  *cr,
                                           GError                  **error);

void           talks_export_fill          (cairo_t                  *cr,
                                           TalksColor                color,
                                           double                    width,
                                           double                    height);

G_END_DECLS
