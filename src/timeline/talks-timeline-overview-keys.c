/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-timeline-overview-private.h"

#define ARROW_PART 0.1 /* of what is seen */
#define PAGE_PART 0.9
#define ZOOM_FACTOR 1.5

static gboolean
pan_by (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  TalksTimelineOverview *self = TALKS_TIMELINE_OVERVIEW (widget);
  TalksSession *session = self->session;
  const TalksViewport *viewport = talks_session_get_viewport (session);
  double part;

  g_variant_get (args, "(d)", &part);
  /* The overview runs from left to right; what it pans may not. */
  if (viewport->mirrored)
    part = -part;
  talks_session_scroll_to (session, viewport->x + part * viewport->width);
  return TRUE;
}

static gboolean
zoom_by (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  TalksSession *session = TALKS_TIMELINE_OVERVIEW (widget)->session;
  double factor;

  g_variant_get (args, "(d)", &factor);
  if (factor == 0)
    talks_session_fit (session);
  else
    talks_session_zoom_by (session, factor);
  return TRUE;
}

void
talks_timeline_overview_class_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint  key;
    double part; /* of what is seen; on in time if positive */
  } pans[] = {
    { GDK_KEY_Left, -ARROW_PART },
    { GDK_KEY_KP_Left, -ARROW_PART },
    { GDK_KEY_Right, ARROW_PART },
    { GDK_KEY_KP_Right, ARROW_PART },
    { GDK_KEY_Page_Up, -PAGE_PART },
    { GDK_KEY_KP_Page_Up, -PAGE_PART },
    { GDK_KEY_Page_Down, PAGE_PART },
    { GDK_KEY_KP_Page_Down, PAGE_PART },
    { GDK_KEY_Home, -1e12 },
    { GDK_KEY_KP_Home, -1e12 },
    { GDK_KEY_End, 1e12 },
    { GDK_KEY_KP_End, 1e12 },
  };
  static const struct
  {
    guint  key;
    double factor; /* 0: show everything */
  } zooms[] = {
    { GDK_KEY_plus, ZOOM_FACTOR },       { GDK_KEY_equal, ZOOM_FACTOR },
    { GDK_KEY_KP_Add, ZOOM_FACTOR },     { GDK_KEY_minus, 1 / ZOOM_FACTOR },
    { GDK_KEY_KP_Subtract, 1 / ZOOM_FACTOR }, { GDK_KEY_0, 0 },
    { GDK_KEY_KP_0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pans); i++)
    gtk_widget_class_add_binding (widget_class, pans[i].key, 0, pan_by, "(d)", pans[i].part);
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom_by, "(d)", zooms[i].factor);
}
