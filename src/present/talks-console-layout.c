/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-console-layout.h"

#define GAP 24
#define RIGHT_PART 0.235 /* of the width, at least … */
#define RIGHT_MIN 320    /* … and this, for notes of some words a line */

struct _TalksConsoleLayout
{
  GtkLayoutManager parent_instance;
  double           ratio;
};

G_DEFINE_FINAL_TYPE (TalksConsoleLayout, talks_console_layout, GTK_TYPE_LAYOUT_MANAGER)

/* At least, when there are width pixels in all. */
static int
get_right_width (GtkWidget *right,
                 int        width)
{
  int min;

  gtk_widget_measure (right, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  return MAX (MAX (min, RIGHT_MIN), (int) (width * RIGHT_PART));
}

/* What stands above the stage, with the space between. */
static int
get_head_height (GtkWidget *left)
{
  int natural;

  gtk_widget_measure (gtk_widget_get_first_child (left), GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return natural + gtk_box_get_spacing (GTK_BOX (left));
}

static GtkSizeRequestMode
talks_console_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
talks_console_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  TalksConsoleLayout *self = TALKS_CONSOLE_LAYOUT (manager);
  GtkWidget *left = gtk_widget_get_first_child (widget);
  GtkWidget *right = gtk_widget_get_next_sibling (left);
  int min;
  int nat;

  gtk_widget_measure (left, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (right, orientation, -1, &min, &nat, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += GAP + MAX (min, RIGHT_MIN);
      *natural += GAP + MAX (nat, RIGHT_MIN);
      return;
    }
  *minimum = MAX (*minimum, min);
  *natural = MAX (*natural, min);
  if (for_size > 0)
    *natural = MAX (*minimum, get_head_height (left)
                                + (int) ((for_size - GAP - get_right_width (right, for_size)) / self->ratio));
}

static void
talks_console_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  TalksConsoleLayout *self = TALKS_CONSOLE_LAYOUT (manager);
  GtkWidget *left = gtk_widget_get_first_child (widget);
  GtkWidget *right = gtk_widget_get_next_sibling (left);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int room = width - GAP - get_right_width (right, width);
  int stage = MIN (room, (int) ((height - get_head_height (left)) * self->ratio));
  int min;

  gtk_widget_measure (left, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  stage = MAX (stage, min);
  gtk_widget_size_allocate (left, &(GtkAllocation) { is_rtl ? width - stage : 0, 0, stage, height }, -1);
  gtk_widget_size_allocate (right, &(GtkAllocation) { is_rtl ? 0 : stage + GAP, 0, width - GAP - stage, height }, -1);
}

static void
talks_console_layout_class_init (TalksConsoleLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = talks_console_layout_get_request_mode;
  layout_class->measure = talks_console_layout_measure;
  layout_class->allocate = talks_console_layout_allocate;
}

static void
talks_console_layout_init (TalksConsoleLayout *self)
{
  self->ratio = 16.0 / 9;
}

GtkLayoutManager *
talks_console_layout_new (void)
{
  return g_object_new (TALKS_TYPE_CONSOLE_LAYOUT, NULL);
}

void
talks_console_layout_set_ratio (TalksConsoleLayout *self,
                                double              ratio)
{
  g_return_if_fail (TALKS_IS_CONSOLE_LAYOUT (self));
  g_return_if_fail (ratio > 0);

  self->ratio = ratio;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
