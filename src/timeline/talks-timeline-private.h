/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the timeline share.
 *
 *   TalksTimeline            adjustments, layout, focus; draws nothing itself
 *    ├ TalksTimelineCanvas   the scene in strips, each recorded once and kept
 *    ├ TalksTimelineLanes    the column of lane names
 *    ├ TalksTimelineRuler    the dates
 *    ├ TalksTimelineOverlay  what moves often: hover, selection, focus, playhead, labels
 *    └ TalksTimelineItem …   one invisible stand-in for each item in view, for focus and readers
 *
 * Canvas and overlay are siblings because GTK snapshots every ancestor of what is redrawn again,
 * but no sibling: pointing at things must not record the canvas anew.
 *
 * Coordinates: "widget" is that of the TalksTimeline, "content" that of the scene. The picture is
 * shifted by whole device pixels, so that strips meet without a seam. */

#pragma once

#include "talks-date-shift.h"
#include "talks-session-marks.h"
#include "talks-timeline.h"

G_BEGIN_DECLS

/* How often costly things happened; printed when TALKS_DEBUG=frames. */
typedef struct
{
  guint scenes;
  guint strips; /* recorded */
  guint canvas; /* snapshots */
  guint overlay;
} TalksTimelineCounters;

typedef enum
{
  TALKS_DRAG_NONE,
  TALKS_DRAG_PAN,
  TALKS_DRAG_SPAN,
  TALKS_DRAG_PLAYHEAD,
  TALKS_DRAG_EDIT, /* an event, or all that are marked */
  TALKS_DRAG_MARK, /* a frame around events */
} TalksTimelineDrag;

typedef enum
{
  TALKS_PLACE_OUTSIDE, /* the column of lane names, or nowhere */
  TALKS_PLACE_RULER,
  TALKS_PLACE_FLAG,  /* of the playhead */
  TALKS_PLACE_TOPIC, /* the name of the ribbons' topic */
  TALKS_PLACE_CANVAS,
} TalksTimelinePlace;

typedef enum
{
  TALKS_MOTION_NONE,
  TALKS_MOTION_ZOOM,  /* towards zoom_to, day kept still */
  TALKS_MOTION_GLIDE, /* rolls out after a drag */
} TalksTimelineMotion;

/* How far several events move; months are whole ones. */
typedef struct
{
  TalksShiftUnit unit; /* DAYS or MONTHS */
  gint64         amount;
} TalksTimelineShift;

/* What the stand-ins stand for. */
typedef struct
{
  double scene; /* its number */
  double dx;
  double dy;
  double width;
  double height;
} TalksTimelineView;

#define TALKS_TIMELINE_N_SAMPLES 8

struct _TalksTimeline
{
  GtkWidget             parent_instance;

  TalksSession         *session;
  const TalksPalette   *palette;
  gboolean              debug;
  TalksTimelineCounters counters;

  /* the picture */
  TalksScene           *scene; /* NULL until made: items borrow records, so a change of the
                                * document drops it at once */
  gboolean              scene_stale; /* other records or texts; scale and font are compared */
  PangoContext         *context;     /* what it was made with: the painter may turn it */
  guint                 font_serial; /* of the widget's context then */
  guint                 generation;  /* grows when what was recorded is wrong */
  double                build_ms;    /* what the last scene took */
  int                   header_width; /* these two by the font and the names */
  int                   ruler_height;

  /* parts */
  GtkWidget            *canvas;
  GtkWidget            *lanes;
  GtkWidget            *ruler;
  GtkWidget            *overlay;

  /* scrolling */
  GtkAdjustment        *hadjustment;
  GtkAdjustment        *vadjustment;
  GtkScrollablePolicy   hscroll_policy;
  GtkScrollablePolicy   vscroll_policy;
  gboolean              configuring; /* the adjustments follow the session, not the user */
  gboolean              allocating;
  gboolean              reveal_row; /* bring the row of the selection into view */

  /* stand-ins: talks-timeline-items.c */
  GHashTable           *items; /* key (string) → TalksTimelineItem */
  GPtrArray            *spare_items;
  guint                 items_id; /* timeout */
  TalksTimelineView     items_view;
  gboolean              focus_selection;
  guint                 announce_id;

  /* pointer: talks-timeline-gestures.c, talks-timeline-drag.c */
  gboolean              has_pointer;
  double                pointer_x; /* widget */
  double                pointer_y;
  const TalksItem      *hover; /* of scene */
  const char           *cursor;
  GtkGesture           *drag_gesture;
  GtkGesture           *zoom_gesture;
  TalksTimelineDrag     drag;
  double                drag_x; /* content position at its start; for the playhead its offset */
  double                drag_y;
  double                drag_to_x; /* where the pointer is now; widget */
  double                drag_to_y;
  GdkModifierType       drag_state;
  TalksDay              drag_day; /* as-of day at its start */
  guint                 edge_id;  /* tick callback: talks-timeline-edge.c */
  gint64                edge_time;
  gint64                quiet_until; /* no drags before: fingers leave a pinch one by one */
  double                pinch_zoom;
  double                pinch_day;
  struct
  {
    double t; /* seconds */
    double x; /* widget */
    double y;
  }                     samples[TALKS_TIMELINE_N_SAMPLES];
  guint                 n_samples;

  /* span chosen by Shift+drag */
  gboolean              has_band;
  double                band_from; /* days */
  double                band_to;
  GtkWidget            *band_popover;

  /* marks: talks-timeline-marks.c */
  char                 *chosen_id;    /* what was last selected here, not elsewhere */
  guint                 marks_serial; /* grows with each change of them */
  double                mark_from_x;  /* the frame that Ctrl+drag opens; content */
  double                mark_from_y;
  double                mark_to_x;
  double                mark_to_y;

  /* context menu */
  GtkWidget            *menu;
  double                menu_day;
  double                menu_x; /* widget */
  double                menu_y;
  char                 *menu_id; /* of the record it is for; NULL: none */

  /* editing: talks-timeline-edit.c, talks-timeline-edit-drag.c */
  TalksTimelineMayEdit  edit_handler;
  gpointer              edit_data;
  GDestroyNotify        edit_destroy;
  char                 *edit_id; /* of the event that is dragged */
  TalksDateSide         edit_side;
  double                edit_day;  /* that was grasped */
  gint64                edit_by;   /* days that the pointer is away from it, and how they are rounded */
  TalksShiftUnit        edit_unit;
  TalksDate            *edit_date; /* where it would be dropped; NULL: it can not be */
  char                 *edit_words; /* that date, or why not */
  GPtrArray            *edit_events; /* the marked ones, of which that is one; NULL: it is alone */
  int                   edit_step;   /* of them together; −1: they can not be moved */
  TalksTimelineShift    edit_shift;

  /* motion: talks-timeline-motion.c */
  TalksTimelineMotion   motion;
  guint                 tick_id;
  gboolean              moving; /* the session is changed by the motion itself */
  gint64                motion_start;
  double                zoom_from;
  double                zoom_to;
  double                zoom_day;
  double                zoom_room; /* kept on both sides of zoom_day; 0: it stays where it is */
  double                glide_x; /* content position at its start */
  double                glide_y;
  double                glide_vx; /* pixels a second */
  double                glide_vy;
};

/* ---- geometry (talks-timeline-picture.c) ---- */

/* Where the canvas is in the widget. */
GdkRectangle talks_timeline_get_canvas_area (TalksTimeline    *self);

/* What is subtracted from content to reach canvas coordinates: whole device pixels. */
double       talks_timeline_get_dx          (TalksTimeline    *self);
double       talks_timeline_get_dy          (TalksTimeline    *self);

void         talks_timeline_to_content      (TalksTimeline    *self,
                                             double            x,
                                             double            y,
                                             double           *content_x,
                                             double           *content_y);
/* The day under a widget x; n.5 is noon. */
double       talks_timeline_x_to_day        (TalksTimeline    *self,
                                             double            x);
/* Where in the widget an item is drawn. */
TalksRect    talks_timeline_get_item_rect   (TalksTimeline    *self,
                                             const TalksItem  *item);

/* ---- the picture (talks-timeline-picture.c) ---- */

/* Tells a screen reader what the timeline is. */
void         talks_timeline_describe        (TalksTimeline    *self);

/* Makes the scene anew if it is not right any more. */
void         talks_timeline_ensure_scene    (TalksTimeline    *self);
TalksPaint   talks_timeline_get_paint       (TalksTimeline    *self);
/* The item that shows the selection; NULL: none. */
const TalksItem *talks_timeline_find_selected (TalksTimeline  *self);
void         talks_timeline_redraw_overlay  (TalksTimeline    *self);
/* Sizes, positions and scene are settled anew before the next frame (talks-timeline.c). */
void         talks_timeline_relayout        (TalksTimeline    *self);

/* ---- scrolling (talks-timeline-scroll.c) ---- */

/* adjustment may be NULL: one of its own. */
void         talks_timeline_set_hadjustment (TalksTimeline    *self,
                                             GtkAdjustment    *adjustment);
void         talks_timeline_set_vadjustment (TalksTimeline    *self,
                                             GtkAdjustment    *adjustment);
/* Puts them where session and scene are; only while allocating. */
void         talks_timeline_configure_adjustments (TalksTimeline *self);

/* ---- parts; each is a leaf that draws the timeline it is a child of ---- */

#define TALKS_TYPE_TIMELINE_CANVAS (talks_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TalksTimelineCanvas, talks_timeline_canvas, TALKS, TIMELINE_CANVAS, GtkWidget)

#define TALKS_TYPE_TIMELINE_LANES (talks_timeline_lanes_get_type ())
G_DECLARE_FINAL_TYPE (TalksTimelineLanes, talks_timeline_lanes, TALKS, TIMELINE_LANES, GtkWidget)

#define TALKS_TYPE_TIMELINE_RULER (talks_timeline_ruler_get_type ())
G_DECLARE_FINAL_TYPE (TalksTimelineRuler, talks_timeline_ruler, TALKS, TIMELINE_RULER, GtkWidget)

#define TALKS_TYPE_TIMELINE_OVERLAY (talks_timeline_overlay_get_type ())
G_DECLARE_FINAL_TYPE (TalksTimelineOverlay, talks_timeline_overlay, TALKS, TIMELINE_OVERLAY, GtkWidget)

/* Half of the width of the playhead's flag, for those who want to grasp it. */
double       talks_timeline_overlay_get_flag_reach (TalksTimelineOverlay *self);

/* ---- stand-ins (talks-timeline-item.c, talks-timeline-items.c) ---- */

#define TALKS_TYPE_TIMELINE_ITEM (talks_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (TalksTimelineItem, talks_timeline_item, TALKS, TIMELINE_ITEM, GtkWidget)

GtkWidget       *talks_timeline_item_new      (void);
/* Keeps a reference to scene, which owns item. */
void             talks_timeline_item_bind     (TalksTimelineItem *self,
                                               TalksScene        *scene,
                                               const TalksItem   *item);
/* The records that the item borrows may be gone: it stands for nothing until bound again. */
void             talks_timeline_item_unbind   (TalksTimelineItem *self);
/* NULL while it stands for nothing. */
const TalksItem *talks_timeline_item_get_item (TalksTimelineItem *self);
void             talks_timeline_item_set_selected (TalksTimelineItem *self,
                                                   gboolean           selected);

/* How many marked events it stands for. */
void             talks_timeline_item_set_marked (TalksTimelineItem *self,
                                                 guint              n);

/* Brings the stand-ins in line with what is in view, soon. */
void             talks_timeline_queue_items   (TalksTimeline     *self);
/* Tells readers which one shows the selection. */
void             talks_timeline_mark_selected (TalksTimeline     *self);
/* Tells them which events are marked. */
void             talks_timeline_name_marks    (TalksTimeline     *self);
/* The document has changed: lets go of all items, keeping the stand-ins. */
void             talks_timeline_unbind_items (TalksTimeline      *self);
void             talks_timeline_allocate_items (TalksTimeline    *self);
void             talks_timeline_clear_items   (TalksTimeline     *self);
/* The stand-in that has the focus; NULL: none. */
TalksTimelineItem *talks_timeline_get_focus_item (TalksTimeline  *self);
gboolean         talks_timeline_has_focus_inside (TalksTimeline  *self);
/* Focuses the stand-in of the selection, else the one nearest to the as-of day, else the
 * timeline. */
gboolean         talks_timeline_focus_current (TalksTimeline     *self);

/* ---- what the user does ---- */

/* talks-timeline-actions.c */
void         talks_timeline_class_add_actions (GtkWidgetClass   *widget_class);
/* As a click on it does. */
void         talks_timeline_activate_item   (TalksTimeline      *self,
                                             const TalksItem    *item);
/* Says the days in view to a screen reader when they have settled. */
void         talks_timeline_queue_announce  (TalksTimeline      *self);

/* talks-timeline-menu.c */
/* item may be NULL; x and y in the widget. */
void         talks_timeline_popup_menu      (TalksTimeline      *self,
                                             const TalksItem    *item,
                                             double              x,
                                             double              y);
void         talks_timeline_class_add_menu  (GtkWidgetClass     *widget_class);
/* What has the focus, else what is selected; NULL: nothing. */
const TalksItem *talks_timeline_get_current_item (TalksTimeline  *self);
/* The id of the record that a key is for: that, or the event in a cluster that was stepped into. */
const char  *talks_timeline_get_current_id  (TalksTimeline      *self);
void         talks_timeline_popup_topics    (TalksTimeline      *self,
                                             double              x,
                                             double              y);
/* Offers to zoom to the band; x and y in the widget. */
void         talks_timeline_offer_zoom      (TalksTimeline      *self,
                                             double              x,
                                             double              y);
void         talks_timeline_drop_band       (TalksTimeline      *self);
/* Whether one of them is open. */
gboolean     talks_timeline_has_popup       (TalksTimeline      *self);

/* talks-timeline-edit.c */
void         talks_timeline_class_add_editing (GtkWidgetClass   *widget_class);
/* Whether the document may be edited. ask: if not, have the user told. */
gboolean     talks_timeline_may_edit        (TalksTimeline      *self,
                                             gboolean            ask);
/* Says why something can not be done. */
void         talks_timeline_refuse          (TalksTimeline      *self,
                                             const char         *sentence);
/* One step of the history that gives an event another date; side is for its name. FALSE: nothing is different. */
gboolean     talks_timeline_set_date        (TalksTimeline      *self,
                                             const char         *id,
                                             TalksDate          *date,
                                             TalksDateSide       side);
/* Does changes (of TalksChange) as one step, and selects the record with that id; id may be NULL. */
gboolean     talks_timeline_do_step         (TalksTimeline      *self,
                                             const char         *name,
                                             GPtrArray          *changes,
                                             const char         *id);
/* Emits "add-event" for a point of the widget. */
void         talks_timeline_ask_to_add      (TalksTimeline      *self,
                                             double              x,
                                             double              y);

/* talks-timeline-several.c; events are of TalksEvent */
/* The marked events, else the one that a key is for. For the caller; never NULL. */
GPtrArray   *talks_timeline_list_targets    (TalksTimeline      *self);
/* As talks_date_get_step(), of all together. */
int          talks_timeline_join_steps      (TalksTimeline      *self,
                                             GPtrArray          *events,
                                             GError            **error);
/* What comes nearest to so many days from the day from, for events of that step. */
TalksTimelineShift talks_timeline_find_shift (int               step,
                                              TalksShiftUnit    unit,
                                              double            from,
                                              gint64            days);
TalksDay     talks_timeline_shift_day       (TalksTimelineShift  shift,
                                             TalksDay            day);
/* "3 events: 2 days later" */
char        *talks_timeline_shift_to_words  (guint               n_events,
                                             TalksTimelineShift  shift);
/* One step. FALSE: nothing is different. */
gboolean     talks_timeline_move_several    (TalksTimeline      *self,
                                             GPtrArray          *events,
                                             TalksTimelineShift  shift);
/* One step that adds events like those; where there are marks the new ones have them then. */
gboolean     talks_timeline_duplicate       (TalksTimeline      *self,
                                             GPtrArray          *events);

/* talks-timeline-marks.c */
void         talks_timeline_class_add_marks (GtkWidgetClass     *widget_class);
/* "3 events marked" */
char        *talks_timeline_marked_to_words (TalksTimeline      *self);
void         talks_timeline_announce_marks  (TalksTimeline      *self);
/* How many events of an item are marked. */
guint        talks_timeline_count_marks     (TalksTimeline      *self,
                                             const TalksItem    *item);
/* FALSE when it stands for none. */
gboolean     talks_timeline_toggle_mark     (TalksTimeline      *self,
                                             const TalksItem    *item);
/* The frame; x and y in the widget. */
void         talks_timeline_begin_frame     (TalksTimeline      *self,
                                             double              x,
                                             double              y);
void         talks_timeline_update_frame    (TalksTimeline      *self,
                                             double              x,
                                             double              y);
/* Marks what is in it. */
void         talks_timeline_end_frame       (TalksTimeline      *self);
/* How many events of an item are in it. */
guint        talks_timeline_count_framed    (TalksTimeline      *self,
                                             const TalksItem    *item);

/* talks-timeline-marks-draw.c */
/* Of the canvas from its corner; NULL: nothing is marked in view. */
GskRenderNode *talks_timeline_record_marks  (TalksTimeline      *self,
                                             GdkRectangle        area);
void         talks_timeline_snapshot_frame  (TalksTimeline      *self,
                                             GtkSnapshot        *snapshot,
                                             GdkRectangle        area);
void         talks_timeline_snapshot_count  (TalksTimeline      *self,
                                             GtkSnapshot        *snapshot,
                                             GdkRectangle        area);

/* talks-timeline-edit-drag.c; x and y in the widget */
/* What a press on item there takes hold of. */
TalksDateSide talks_timeline_find_side      (TalksTimeline      *self,
                                             const TalksItem    *item,
                                             double              x);
/* FALSE when there is no event, or it may not be edited. */
gboolean     talks_timeline_begin_edit_drag (TalksTimeline      *self,
                                             double              x,
                                             double              y);
/* state: with Alt to the day. */
void         talks_timeline_update_edit_drag (TalksTimeline     *self,
                                              double             x,
                                              GdkModifierType    state);
void         talks_timeline_end_edit_drag   (TalksTimeline      *self,
                                             gboolean            apply);
void         talks_timeline_snapshot_edit   (TalksTimeline      *self,
                                             GtkSnapshot        *snapshot,
                                             GdkRectangle        area);

/* talks-timeline-gestures.c */
void         talks_timeline_add_gestures    (TalksTimeline      *self);
/* The item at a point of the widget; NULL: none. */
const TalksItem *talks_timeline_pick        (TalksTimeline      *self,
                                             double              x,
                                             double              y);
/* Looks again at what is under the pointer: the content may have moved. */
void         talks_timeline_update_hover    (TalksTimeline      *self);
/* What is at a point of the widget. */
TalksTimelinePlace talks_timeline_find_place (TalksTimeline     *self,
                                              double             x,
                                              double             y);

/* talks-timeline-drag.c */
void         talks_timeline_add_drag        (TalksTimeline      *self);
/* What is dragged follows to drag_to_x and drag_to_y: the pointer, or the picture under it, has moved. */
void         talks_timeline_update_drag     (TalksTimeline      *self);
/* TRUE when there was a drag to put back. */
gboolean     talks_timeline_cancel_drag     (TalksTimeline      *self);

/* talks-timeline-edge.c */
/* Moves the picture for as long as something is dragged at the edge. */
void         talks_timeline_watch_edge      (TalksTimeline      *self);

/* talks-timeline-motion.c */
void         talks_timeline_stop_motion     (TalksTimeline      *self);
/* By factor, day staying where it is; in steps if animate and the desktop wants it. */
void         talks_timeline_zoom            (TalksTimeline      *self,
                                             double              factor,
                                             double              day,
                                             gboolean            animate);
/* Rolls out at a speed in pixels a second. */
void         talks_timeline_glide           (TalksTimeline      *self,
                                             double              vx,
                                             double              vy);

/* ---- words (talks-timeline-words.c); free with g_free() ---- */

/* Of a cluster or a fold; NULL: it has none. */
TalksEvent  *talks_timeline_item_first_event (const TalksItem   *item);

/* "16 May 2025: Istanbul, first direct talks; Talks; confirmed" */
char        *talks_timeline_describe_item   (TalksScene         *scene,
                                             const TalksItem    *item);
/* "16 May 2025: Istanbul, first direct talks"; NULL for a fold. */
char        *talks_timeline_item_to_text    (TalksScene         *scene,
                                             const TalksItem    *item);
/* One line as above for each. */
char        *talks_timeline_events_to_text  (TalksEvent * const *events,
                                             guint               n_events,
                                             const char         *language);
/* What the picture does not say whole; NULL when it does. */
char        *talks_timeline_item_to_tooltip (TalksScene         *scene,
                                             const TalksItem    *item,
                                             PangoContext       *context);
/* "156 events, February 2022 to May 2025" */
char        *talks_timeline_describe_document (TalksSession     *session);
/* "1 March 2022 to 4 April 2022" */
char        *talks_timeline_describe_view   (TalksSession       *session);

G_END_DECLS
