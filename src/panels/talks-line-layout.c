/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-line-layout.h"

struct _TalksLineLayout
{
  GtkLayoutManager parent_instance;
  int              spacing;
};

G_DEFINE_FINAL_TYPE (TalksLineLayout, talks_line_layout, GTK_TYPE_LAYOUT_MANAGER)

/* ---- widths ---- */

/* Of GtkRequestedSize, whose data is the child; without children that are not shown. */
static GArray *
list_widths (GtkWidget *widget)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        GtkRequestedSize size = { .data = child };

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL,
                            NULL);
        g_array_append_val (sizes, size);
      }
  return sizes;
}

static GtkRequestedSize *
get_size (GArray *sizes,
          guint   i)
{
  return &g_array_index (sizes, GtkRequestedSize, i);
}

static int
get_gaps (TalksLineLayout *self,
          const GArray    *sizes)
{
  return self->spacing * MAX ((int) sizes->len - 1, 0);
}

/* Gives each child its part of width, as its minimum_size. */
static void
share (TalksLineLayout *self,
       GArray          *sizes,
       int              width)
{
  int rest = width - get_gaps (self, sizes);
  int n_expand = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      rest -= get_size (sizes, i)->minimum_size;
      n_expand += gtk_widget_compute_expand (get_size (sizes, i)->data, GTK_ORIENTATION_HORIZONTAL);
    }
  rest = gtk_distribute_natural_allocation (MAX (rest, 0), sizes->len, (GtkRequestedSize *) (gpointer) sizes->data);
  for (guint i = 0; i < sizes->len && n_expand > 0; i++)
    if (gtk_widget_compute_expand (get_size (sizes, i)->data, GTK_ORIENTATION_HORIZONTAL))
      {
        int part = rest / n_expand;

        get_size (sizes, i)->minimum_size += part;
        rest -= part;
        n_expand--;
      }
}

/* ---- heights ---- */

/* A height, or what stands above and below the baseline; whichever is more is the height of the line. */
typedef struct
{
  int height;
  int above; /* −1: there is no baseline */
  int below;
} Height;

static void
add_height (Height *line,
            int     height,
            int     baseline)
{
  if (baseline < 0)
    {
      line->height = MAX (line->height, height);
      return;
    }
  line->above = MAX (line->above, baseline);
  line->below = MAX (line->below, height - baseline);
}

static int
get_height (const Height *line)
{
  return MAX (line->height, line->above >= 0 ? line->above + line->below : 0);
}

/* sizes have been shared out, unless it is to be at any width. */
static void
measure_heights (GArray   *sizes,
                 gboolean  any_width,
                 Height   *minimum,
                 Height   *natural)
{
  *minimum = *natural = (Height) { 0, -1, 0 };
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkWidget *child = get_size (sizes, i)->data;
      gboolean aligned = gtk_widget_get_valign (child) == GTK_ALIGN_BASELINE;
      int heights[2];
      int baselines[2];

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, any_width ? -1 : get_size (sizes, i)->minimum_size,
                          &heights[0], &heights[1], &baselines[0], &baselines[1]);
      add_height (minimum, heights[0], aligned ? baselines[0] : -1);
      add_height (natural, heights[1], aligned ? baselines[1] : -1);
    }
}

/* ---- layout ---- */

static GtkSizeRequestMode
talks_line_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
talks_line_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  TalksLineLayout *self = TALKS_LINE_LAYOUT (manager);
  g_autoptr (GArray) sizes = list_widths (widget);
  Height heights[2];

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = get_gaps (self, sizes);
      for (guint i = 0; i < sizes->len; i++)
        {
          *minimum += get_size (sizes, i)->minimum_size;
          *natural += get_size (sizes, i)->natural_size;
        }
      return;
    }
  if (for_size >= 0)
    share (self, sizes, for_size);
  measure_heights (sizes, for_size < 0, &heights[0], &heights[1]);
  *minimum = get_height (&heights[0]);
  *natural = get_height (&heights[1]);
  *minimum_baseline = heights[0].above;
  *natural_baseline = heights[1].above;
}

static void
talks_line_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  TalksLineLayout *self = TALKS_LINE_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) sizes = list_widths (widget);
  Height heights[2];
  int x = 0;

  share (self, sizes, width);
  measure_heights (sizes, FALSE, &heights[0], &heights[1]);
  if (baseline < 0)
    baseline = heights[0].above;
  for (guint i = 0; i < sizes->len; i++)
    {
      int part = get_size (sizes, i)->minimum_size;
      GtkAllocation place = { mirrored ? width - x - part : x, 0, part, height };

      gtk_widget_size_allocate (get_size (sizes, i)->data, &place, baseline);
      x += part + self->spacing;
    }
}

static void
talks_line_layout_class_init (TalksLineLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = talks_line_layout_get_request_mode;
  manager_class->measure = talks_line_layout_measure;
  manager_class->allocate = talks_line_layout_allocate;
}

static void
talks_line_layout_init (TalksLineLayout *self)
{
}

GtkLayoutManager *
talks_line_layout_new (int spacing)
{
  TalksLineLayout *self = g_object_new (TALKS_TYPE_LINE_LAYOUT, NULL);

  self->spacing = MAX (spacing, 0);
  return GTK_LAYOUT_MANAGER (self);
}
