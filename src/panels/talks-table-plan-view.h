/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TalksTablePlanView: the table plan of an event, as high as its width asks for.
 *
 * Names of people stand in tooltips; a click highlights the person. What the picture says stands
 * in words in its accessible description, and the attendance list of the event panel offers the
 * same by keyboard. */

#pragma once

#include <gtk/gtk.h>

#include "talks-panel.h"
#include "talks-table-plan.h"

G_BEGIN_DECLS

#define TALKS_TYPE_TABLE_PLAN_VIEW (talks_table_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (TalksTablePlanView, talks_table_plan_view, TALKS, TABLE_PLAN_VIEW, GtkWidget)

/* Shows the plan of event in the document of panel, which the view is in; hides itself when event
 * is NULL or no meeting of two parties. Keeps a reference to event. Call it again when document or
 * language change. */
void talks_table_plan_view_show (TalksTablePlanView *self,
                                 TalksPanel         *panel,
                                 TalksEvent         *event);

/* The person whose seat is at a point; NULL: nobody's. Borrowed. */
const TalksSeat *talks_table_plan_view_pick (TalksTablePlanView *self,
                                             double              x,
                                             double              y);

G_END_DECLS
