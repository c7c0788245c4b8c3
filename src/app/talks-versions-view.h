/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksVersionsView: the window that lists the earlier versions of a file, with what was changed since. One can be opened
 * by itself, or the document made what it was then. All reading and comparing is done on a worker. */

#pragma once

#include <gtk/gtk.h>

#include "talks-keeper.h"
#include "talks-session.h"

G_BEGIN_DECLS

#define TALKS_TYPE_VERSIONS_VIEW (talks_versions_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksVersionsView, talks_versions_view, TALKS, VERSIONS_VIEW, GtkWindow)

/* What the user may do with a version. The window is gone by then. */
typedef struct
{
  /* Shows opened, which is taken over: a version in no file, which was that of the document until moment. */
  void (*open)    (TalksOpened *opened,
                   const char  *moment,
                   gpointer     data);

  /* Makes changes (of TalksChange), which make the document that version, as a step of that name. */
  void (*go_back) (GPtrArray   *changes,
                   const char  *name,
                   gpointer     data);
} TalksVersionsVerbs;

/* The document of session is that of keeper; bundled: it is the one that comes with the program. data lives as long as
 * parent. */
void talks_versions_view_show (GtkWindow                *parent,
                               TalksSession             *session,
                               TalksKeeper              *keeper,
                               gboolean                  bundled,
                               const TalksVersionsVerbs *verbs,
                               gpointer                  data);

G_END_DECLS
