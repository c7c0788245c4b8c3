/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksApplication: the running program: its windows, settings and what concerns all windows. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TALKS_TYPE_APPLICATION (talks_application_get_type ())
G_DECLARE_FINAL_TYPE (TalksApplication, talks_application, TALKS, APPLICATION, GtkApplication)

TalksApplication *talks_application_new          (void);

/* Belongs to the application. */
GSettings        *talks_application_get_settings (TalksApplication *self);

G_END_DECLS
