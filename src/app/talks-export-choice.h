/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The formats that a window exports in, and a small window that lets the user choose one. */

#pragma once

#include <gtk/gtk.h>

#include "talks-exchange.h"
#include "talks-export.h"

G_BEGIN_DECLS

/* A picture or another format. */
typedef struct
{
  gboolean            is_picture;
  TalksExportFormat   picture;
  TalksExchangeFormat exchange;
} TalksExportChoice;

/* Translated name ("PDF document") and ending (".pdf"); either may be NULL. Static. */
void     talks_export_choice_get_info  (const TalksExportChoice  *self,
                                        const char              **name,
                                        const char              **ending);

/* By the ending of path; FALSE, *out left alone, when no format has it. */
gboolean talks_export_choice_from_path (const char               *path,
                                        TalksExportChoice        *out);

typedef void (*TalksExportChosen)      (const TalksExportChoice  *choice,
                                        gpointer                  data);

/* choice is NULL when the user changed their mind; called once, after the window is gone. */
void     talks_export_choice_ask       (GtkWindow                *parent,
                                        TalksExportChosen         chosen,
                                        gpointer                  data);

G_END_DECLS
