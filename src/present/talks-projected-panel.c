/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-projected-panel.h"

static void
show (TalksPanel *there,
      TalksPanel *panel,
      guint       flags)
{
  g_auto (GStrv) opened = talks_panel_dup_opened (panel);
  g_autofree char *place = talks_panel_dup_place (panel);
  g_autofree char *query = talks_panel_dup_query (panel);

  if (flags & TALKS_PROJECTED_SEARCH)
    talks_panel_set_query (there, query);
  if (flags & TALKS_PROJECTED_OPENED)
    talks_panel_set_opened (there, (const char * const *) opened);
  if ((flags & TALKS_PROJECTED_PLACE) && place != NULL)
    talks_panel_set_place (there, place);
}

void
talks_projected_panel_replace (TalksProjectedPanel *self,
                               TalksPanel          *there)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (there == NULL || TALKS_IS_PANEL (there));

  if (self->there != NULL && there != NULL)
    show (there, self->there, TALKS_PROJECTED_READER);
  self->there = there;
}

void
talks_projected_panel_follow (TalksProjectedPanel *self,
                              guint                flags)
{
  g_return_if_fail (self != NULL);

  if (self->main != NULL && self->there != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->main)))
    show (self->there, self->main, flags);
}
