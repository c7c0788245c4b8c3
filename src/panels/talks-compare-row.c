/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-row.h"

#include "talks-blocks.h"
#include "talks-label.h"
#include "talks-show.h"

/* Lengths in the size of the font, so that they grow with it: what fits a window of 1024 pixels, and
 * what is comfortable. */
#define HEAD_EMS      11.5
#define COLUMN_EMS    11.5
#define MANY_EMS      14.5 /* of more than MANY columns, which have to be scrolled anyway */
#define WIDE_EMS      22.0
#define BODY_EMS      56.0

#define MANY 4

/* Pixels: at the ends of the row; above and below the columns; of the cover over the row's border. */
#define PADDING       10
#define ROOM          6
#define COVER_OVERLAP 2

struct _TalksCompareRow
{
  GtkWidget      parent_instance;
  GtkAdjustment *scroll;
  GtkWidget     *head;
  GtkWidget     *title;
  GtkWidget     *toggle;
  GtkWidget     *toggle_label;
  GtkWidget     *toggle_arrow;
  GPtrArray     *cells; /* borrowed */
  GArray        *spans; /* of guint, one for each cell */
  guint          n_columns;
  GtkWidget     *body; /* may be NULL */
  GtkWidget     *cover;
  GtkWidget     *cover_title;
};

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksCompareRow, talks_compare_row, GTK_TYPE_WIDGET)

/* ---- lengths ---- */

static double
get_em (TalksCompareRow *self)
{
  return talks_labels_get_em (talks_labels_get (gtk_widget_get_pango_context (GTK_WIDGET (self))));
}

static guint
get_span (TalksCompareRow *self,
          guint            i)
{
  return g_array_index (self->spans, guint, i);
}

/* The head with the padding before it. */
static int
get_head_width (TalksCompareRow *self)
{
  return PADDING + (int) (HEAD_EMS * get_em (self));
}

/* Where column i begins in a row of that width; i may be the number of columns: where the last ends. */
static int
get_column_x (TalksCompareRow *self,
              int              width,
              guint            i)
{
  int head = get_head_width (self);

  return head + (int) ((double) (width - head - PADDING) * i / MAX (self->n_columns, 1));
}

static int
measure_columns_width (TalksCompareRow *self,
                       double           ems)
{
  int column = (int) (MAX (ems, self->n_columns > MANY ? MANY_EMS : 0) * get_em (self));

  for (guint i = 0; i < self->cells->len; i++)
    {
      int minimum;

      gtk_widget_measure (self->cells->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      column = MAX (column, minimum / (int) get_span (self, i) + 1);
    }
  return get_head_width (self) + column * (int) self->n_columns + PADDING;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static int
measure_columns_height (TalksCompareRow *self,
                        int              width)
{
  int height = measure_height (self->head, get_head_width (self) - PADDING);
  guint column = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint next = column + get_span (self, i);

      height = MAX (height, measure_height (self->cells->pdata[i],
                                            get_column_x (self, width, next) - get_column_x (self, width, column)));
      column = next;
    }
  return height + 2 * ROOM;
}

static int
get_body_width (TalksCompareRow *self,
                int              width)
{
  return MIN (width, (int) (BODY_EMS * get_em (self))) - 2 * PADDING;
}

static gboolean
has_body (TalksCompareRow *self)
{
  return self->body != NULL && gtk_widget_get_visible (self->body);
}

/* ---- layout ---- */

static GtkSizeRequestMode
talks_compare_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
talks_compare_row_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  TalksCompareRow *self = TALKS_COMPARE_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_columns_width (self, COLUMN_EMS);
      *natural = MAX (*minimum, measure_columns_width (self, WIDE_EMS));
      return;
    }
  if (for_size < 0)
    {
      /* What is needed at any width. A scrolled window asks for it and does not look at it: that is no
       * reason to break all texts once more. */
      *minimum = *natural = measure_height (self->head, get_head_width (self) - PADDING) + 2 * ROOM;
      return;
    }
  *minimum = measure_columns_height (self, for_size);
  if (has_body (self))
    *minimum += measure_height (self->body, get_body_width (self, for_size)) + ROOM;
  *natural = *minimum;
}

/* How far the row is scrolled from where reading begins. */
static int
get_offset (TalksCompareRow *self)
{
  double value = gtk_adjustment_get_value (self->scroll);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    value = gtk_adjustment_get_upper (self->scroll) - gtk_adjustment_get_page_size (self->scroll) - value;
  return (int) MAX (value, 0);
}

/* x counts from where reading begins. */
static void
place (TalksCompareRow *self,
       GtkWidget       *child,
       int              row_width,
       int              x,
       int              y,
       int              width,
       int              height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    allocation.x = row_width - x - width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
talks_compare_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TalksCompareRow *self = TALKS_COMPARE_ROW (widget);
  int columns_height = measure_columns_height (self, width);
  int offset = get_offset (self);
  guint column = 0;

  place (self, self->head, width, PADDING, ROOM, get_head_width (self) - PADDING, columns_height - 2 * ROOM);
  for (guint i = 0; i < self->cells->len; i++)
    {
      int x = get_column_x (self, width, column);

      column += get_span (self, i);
      place (self, self->cells->pdata[i], width, x, ROOM, get_column_x (self, width, column) - x,
             columns_height - 2 * ROOM);
    }
  gtk_widget_set_child_visible (self->cover, offset > 0);
  if (offset > 0)
    place (self, self->cover, width, offset - COVER_OVERLAP, 0, get_head_width (self) + COVER_OVERLAP,
           columns_height);
  if (has_body (self))
    {
      int body_width = get_body_width (self, width);

      place (self, self->body, width, MIN (offset, width - body_width - 2 * PADDING) + PADDING, columns_height,
             body_width, height - columns_height - ROOM);
    }
}

static void
on_scrolled (TalksCompareRow *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ---- the toggle ---- */

static void
on_toggled (GtkToggleButton *toggle,
            TalksCompareRow *self)
{
  gboolean open = gtk_toggle_button_get_active (toggle);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->toggle_arrow), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

void
talks_compare_row_show_toggle (TalksCompareRow *self,
                               const char      *label,
                               const char      *name,
                               gboolean         sensitive)
{
  g_return_if_fail (TALKS_IS_COMPARE_ROW (self));
  g_return_if_fail (label != NULL && name != NULL);

  talks_show_text (GTK_LABEL (self->toggle_label), label);
  talks_block_name (self->toggle, name);
  gtk_widget_set_sensitive (self->toggle, sensitive);
  gtk_widget_set_visible (self->toggle, TRUE);
}

gboolean
talks_compare_row_get_open (TalksCompareRow *self)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_ROW (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}

void
talks_compare_row_set_open (TalksCompareRow *self,
                            gboolean         open)
{
  g_return_if_fail (TALKS_IS_COMPARE_ROW (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), open);
}

/* ---- life ---- */

static void
talks_compare_row_dispose (GObject *object)
{
  TalksCompareRow *self = TALKS_COMPARE_ROW (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->cells, 0);
  g_array_set_size (self->spans, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->body = NULL;
  g_clear_object (&self->scroll);

  G_OBJECT_CLASS (talks_compare_row_parent_class)->dispose (object);
}

static void
talks_compare_row_finalize (GObject *object)
{
  TalksCompareRow *self = TALKS_COMPARE_ROW (object);

  g_ptr_array_unref (self->cells);
  g_array_unref (self->spans);

  G_OBJECT_CLASS (talks_compare_row_parent_class)->finalize (object);
}

static void
talks_compare_row_class_init (TalksCompareRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_compare_row_dispose;
  object_class->finalize = talks_compare_row_finalize;
  widget_class->get_request_mode = talks_compare_row_get_request_mode;
  widget_class->measure = talks_compare_row_measure;
  widget_class->size_allocate = talks_compare_row_size_allocate;
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "comparerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
init_head (TalksCompareRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->toggle_label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->toggle_label);
  self->toggle_arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  gtk_box_append (GTK_BOX (box), self->toggle_arrow);
  self->toggle = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->toggle), box);
  gtk_button_set_has_frame (GTK_BUTTON (self->toggle), FALSE);
  gtk_widget_set_halign (self->toggle, GTK_ALIGN_START);
  gtk_widget_set_visible (self->toggle, FALSE);
  gtk_widget_add_css_class (self->toggle, "talks-compare-toggle");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_signal_connect (self->toggle, "toggled", G_CALLBACK (on_toggled), self);

  self->head = talks_block_column (2, "talks-compare-head");
  self->title = talks_block_text (NULL, "talks-compare-topic");
  gtk_box_append (GTK_BOX (self->head), self->title);
  gtk_box_append (GTK_BOX (self->head), self->toggle);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
}

static void
talks_compare_row_init (TalksCompareRow *self)
{
  self->cells = g_ptr_array_new ();
  self->spans = g_array_new (FALSE, FALSE, sizeof (guint));
  init_head (self);

  /* Above the cells, so after them. The head says the same to a screen reader. */
  self->cover = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->cover_title = talks_block_text (NULL, "talks-compare-topic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->cover_title), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_hexpand (self->cover_title, TRUE);
  gtk_label_set_yalign (GTK_LABEL (self->cover_title), 0);
  gtk_widget_add_css_class (self->cover, "talks-compare-cover");
  gtk_box_append (GTK_BOX (self->cover), self->cover_title);
  gtk_widget_set_parent (self->cover, GTK_WIDGET (self));
}

GtkWidget *
talks_compare_row_new (GtkAdjustment *scroll)
{
  TalksCompareRow *self = g_object_new (TALKS_TYPE_COMPARE_ROW, NULL);

  g_return_val_if_fail (GTK_IS_ADJUSTMENT (scroll), GTK_WIDGET (self));

  self->scroll = g_object_ref (scroll);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
talks_compare_row_set_title (TalksCompareRow *self,
                             const char      *title)
{
  g_return_if_fail (TALKS_IS_COMPARE_ROW (self));

  talks_show_text (GTK_LABEL (self->title), title);
  talks_show_text (GTK_LABEL (self->cover_title), title);
  talks_block_name (GTK_WIDGET (self), title);
}

void
talks_compare_row_make_header (TalksCompareRow *self)
{
  g_return_if_fail (TALKS_IS_COMPARE_ROW (self));

  gtk_widget_add_css_class (GTK_WIDGET (self), "header");
  gtk_widget_set_valign (self->head, GTK_ALIGN_END);
  gtk_label_set_yalign (GTK_LABEL (self->cover_title), 1);
}

void
talks_compare_row_append (TalksCompareRow *self,
                          GtkWidget       *cell,
                          guint            span)
{
  g_return_if_fail (TALKS_IS_COMPARE_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (cell) && span > 0);

  gtk_widget_insert_before (cell, GTK_WIDGET (self), self->body != NULL ? self->body : self->cover);
  g_ptr_array_add (self->cells, cell);
  g_array_append_val (self->spans, span);
  self->n_columns = 0;
  for (guint i = 0; i < self->spans->len; i++)
    self->n_columns += get_span (self, i);
}

void
talks_compare_row_set_n_columns (TalksCompareRow *self,
                                 guint            n_columns)
{
  g_return_if_fail (TALKS_IS_COMPARE_ROW (self));

  self->n_columns = MAX (self->n_columns, n_columns);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GtkWidget *
talks_compare_row_get_cell (TalksCompareRow *self,
                            guint            i)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_ROW (self), NULL);
  g_return_val_if_fail (i < self->cells->len, NULL);
  return self->cells->pdata[i];
}

void
talks_compare_row_set_body (TalksCompareRow *self,
                            GtkWidget       *body)
{
  g_return_if_fail (TALKS_IS_COMPARE_ROW (self));
  g_return_if_fail (body == NULL || GTK_IS_WIDGET (body));

  if (body == self->body)
    return;
  g_clear_pointer (&self->body, gtk_widget_unparent);
  self->body = body;
  if (body != NULL)
    gtk_widget_insert_before (body, GTK_WIDGET (self), self->cover);
}

GtkWidget *
talks_compare_row_get_body (TalksCompareRow *self)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_ROW (self), NULL);
  return self->body;
}

int
talks_compare_row_get_head_width (TalksCompareRow *self)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_ROW (self), 0);
  return get_head_width (self);
}
