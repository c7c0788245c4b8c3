/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-metrics.h"

#include <math.h>

TalksMetrics
talks_metrics_get (TalksLabels *labels)
{
  TalksMetrics self = { 0 };
  double em;

  g_return_val_if_fail (labels != NULL, self);

  em = talks_labels_get_em (labels);
  self.line = talks_labels_get_line_height (labels, TALKS_LABEL_PLAIN);
  self.bold_line = talks_labels_get_line_height (labels, TALKS_LABEL_BOLD);
  self.small_line = talks_labels_get_line_height (labels, TALKS_LABEL_SMALL);

  self.mark = 2 * MAX (4, round (0.45 * em)); /* even: sharp when its middle is a whole pixel */
  self.small_mark = 2 * round (0.36 * self.mark);
  self.ribbon_mark = 2 * round (0.42 * self.mark);
  self.gap = round (0.45 * em);
  self.row = MAX (26, self.line + 9);
  self.bar = MAX (20, self.line + 3);
  self.card = MAX (38, self.bold_line + self.small_line + 6);
  self.card_row = self.card + 6;
  self.card_edge = 4;
  self.card_pad = round (0.7 * em);
  self.card_least = self.card_edge + self.mark + 8;
  self.label_least = round (4.4 * em);
  self.lane_pad = 8;
  self.lane_least = self.bold_line + self.small_line + 2 * self.lane_pad;
  self.header_pad = 14;
  self.ribbon = MAX (22, self.line + 5);
  self.ribbon_thin = MAX (18, self.small_line + 3);
  self.ribbon_gap = 4;
  self.ribbon_head = self.bold_line + self.small_line + self.lane_pad + 4;
  self.ruler = MAX (44, self.bold_line + self.small_line + 8);
  return self;
}
