/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksBanner: a strip above the content that says one thing.
 *
 * Hidden until something is shown; what is shown replaces what was. It stays until it is closed,
 * its button is clicked or the program hides it. Errors have the role ALERT, all else STATUS.
 * Signals:
 *   "button-clicked"  after the banner has been hidden
 *   "closed"          the user closed it; not when the program hides it */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TALKS_BANNER_INFO,
  TALKS_BANNER_ERROR,
} TalksBannerStyle;

#define TALKS_TYPE_BANNER (talks_banner_get_type ())
G_DECLARE_FINAL_TYPE (TalksBanner, talks_banner, TALKS, BANNER, GtkWidget)

GtkWidget  *talks_banner_new      (void);

/* text is plain, not markup. button is a label with a mnemonic, or NULL for none. */
void        talks_banner_show     (TalksBanner      *self,
                                   TalksBannerStyle  style,
                                   const char       *text,
                                   const char       *button);

/* A button that activates an action of a widget around the banner; the banner stays. */
typedef struct
{
  const char *label;  /* with a mnemonic */
  const char *action; /* "win.save" */
} TalksBannerAction;

/* The same with any number of such buttons. */
void        talks_banner_show_actions (TalksBanner             *self,
                                       TalksBannerStyle         style,
                                       const char              *text,
                                       const TalksBannerAction *actions,
                                       size_t                   n_actions);
void        talks_banner_hide     (TalksBanner      *self);

/* What is shown, owned by the banner; NULL when nothing is. */
const char *talks_banner_get_text (TalksBanner      *self);

G_END_DECLS
