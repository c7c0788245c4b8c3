/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksLegend: what the marks and colours of a picture mean.
 *
 * Names the parties that are seen in it, each with its mark and colour, then the looks of marks: filled
 * for confirmed, hollow for reported, with a question mark for disputed, soft for an uncertain date; of
 * the last three only those that are seen. Folded away does not count as seen. Keeps references. */

#pragma once

#include "talks-painter.h"

G_BEGIN_DECLS

typedef struct _TalksLegend TalksLegend;

/* scene tells the document, the days, the folds, the topic and the language. */
TalksLegend *talks_legend_new        (TalksScene        *scene);
void         talks_legend_free       (TalksLegend       *self);

/* Parties seen, of TalksParty, in document order. Owned by the legend. */
GPtrArray   *talks_legend_get_parties (TalksLegend      *self);

/* Draws entries in lines of at most width pixels from 0, 0 on and returns the height of all lines. cr
 * may be NULL: then it only measures. */
double       talks_legend_draw       (TalksLegend       *self,
                                      cairo_t           *cr,
                                      const TalksPaint  *paint,
                                      double             width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksLegend, talks_legend_free)

G_END_DECLS
