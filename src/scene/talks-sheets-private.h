/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of TalksSheets share. */

#pragma once

#include "talks-sheets.h"

G_BEGIN_DECLS

typedef struct
{
  char  *name;
  guint  parent; /* number of another one, from 1; 0: none */
  guint  page;   /* from 1 */
  double x;
  double y;
} TalksSheetBookmark;

/* Of TalksSheetBookmark, by number; owned by the sheets. */
GArray *talks_sheets_get_bookmarks (TalksSheets *self);

G_END_DECLS
