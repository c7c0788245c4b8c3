/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "talks-blocks.h"
#include "talks-growing-list.h"
#include "talks-line.h"

/* ---- a child that remembers what it was asked ---- */

#define PROBE_TYPE (probe_get_type ())
G_DECLARE_FINAL_TYPE (Probe, probe, TEST, PROBE, GtkWidget)

struct _Probe
{
  GtkWidget parent_instance;
  int       minimum;
  int       natural;
  int       n_asked; /* for its width at some height */
};

G_DEFINE_FINAL_TYPE (Probe, probe, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
probe_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As high as a text of 1200 square pixels. */
static void
probe_measure (GtkWidget      *widget,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural,
               int            *minimum_baseline,
               int            *natural_baseline)
{
  Probe *self = TEST_PROBE (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = 1200 / MAX (for_size > 0 ? for_size : self->natural, 1);
      return;
    }
  self->n_asked += for_size >= 0;
  *minimum = self->minimum;
  *natural = self->natural;
}

static void
probe_class_init (ProbeClass *klass)
{
  GTK_WIDGET_CLASS (klass)->get_request_mode = probe_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = probe_measure;
}

static void
probe_init (Probe *self)
{
}

static GtkWidget *
probe_new (int      minimum,
           int      natural,
           gboolean expand)
{
  Probe *self = g_object_new (PROBE_TYPE, NULL);

  self->minimum = minimum;
  self->natural = natural;
  gtk_widget_set_hexpand (GTK_WIDGET (self), expand);
  return GTK_WIDGET (self);
}

/* ---- lines ---- */

typedef struct
{
  int      width;
  gboolean expand;    /* the second one of two, which need 20 to 60 and 40 to 100 pixels */
  gboolean mirrored;
  int      x[2];
  int      widths[2];
} LineCase;

/* The same as a box has, with nobody asked for a width at a height. */
static void
test_line (void)
{
  static const LineCase cases[] = {
    { 70, FALSE, FALSE, { 0, 30 }, { 20, 40 } },
    { 170, FALSE, FALSE, { 0, 70 }, { 60, 100 } },
    { 250, FALSE, FALSE, { 0, 70 }, { 60, 100 } },
    { 250, TRUE, FALSE, { 0, 70 }, { 60, 180 } },
    { 250, TRUE, TRUE, { 190, 0 }, { 60, 180 } },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkWidget) line = g_object_ref_sink (talks_line_new (10, "some-class"));
      GtkWidget *children[] = { probe_new (20, 60, FALSE), probe_new (40, 100, cases[i].expand) };
      GtkWidget *hidden = probe_new (500, 500, FALSE);
      int minimum;
      int natural;

      g_test_message ("%zu", i);
      gtk_widget_set_direction (line, cases[i].mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      gtk_widget_set_visible (hidden, FALSE);
      talks_line_append (TALKS_LINE (line), children[0]);
      talks_line_append (TALKS_LINE (line), hidden);
      talks_line_append (TALKS_LINE (line), children[1]);
      g_assert_true (gtk_widget_has_css_class (line, "some-class"));
      g_assert_true (gtk_widget_compute_expand (line, GTK_ORIENTATION_HORIZONTAL) == cases[i].expand);
      gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, 70);
      g_assert_cmpint (natural, ==, 170);
      gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, cases[i].width, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, ==, MAX (1200 / cases[i].widths[0], 1200 / cases[i].widths[1]));
      gtk_widget_size_allocate (line, &(GtkAllocation) { 0, 0, cases[i].width, minimum }, -1);
      for (int n = 0; n < 2; n++)
        {
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (children[n], line, &bounds));
          g_assert_cmpfloat (bounds.origin.x, ==, cases[i].x[n]);
          g_assert_cmpint (gtk_widget_get_width (children[n]), ==, cases[i].widths[n]);
          g_assert_cmpint (gtk_widget_get_height (children[n]), ==, minimum);
          g_assert_cmpint (TEST_PROBE (children[n])->n_asked, ==, 0);
        }
    }
}

/* Words of different sizes stand on one line. */
static void
test_baseline (void)
{
  g_autoptr (GtkWidget) line = g_object_ref_sink (talks_line_new (0, NULL));
  GtkWidget *labels[] = { gtk_label_new ("small"), gtk_label_new ("large") };
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int baselines[2];
  int heights[3];

  pango_attr_list_insert (attributes, pango_attr_scale_new (3));
  gtk_label_set_attributes (GTK_LABEL (labels[1]), attributes);
  for (int i = 0; i < 2; i++)
    {
      gtk_widget_set_valign (labels[i], GTK_ALIGN_BASELINE);
      talks_line_append (TALKS_LINE (line), labels[i]);
    }
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, 300, &heights[2], NULL, NULL, NULL);
  gtk_widget_size_allocate (line, &(GtkAllocation) { 0, 0, 300, heights[2] }, -1);
  for (int i = 0; i < 2; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (labels[i], line, &bounds));
      baselines[i] = gtk_widget_get_allocated_baseline (labels[i]) + (int) bounds.origin.y;
      gtk_widget_measure (labels[i], GTK_ORIENTATION_VERTICAL, -1, NULL, &heights[i], NULL, NULL);
    }
  g_assert_cmpint (heights[0], <, heights[1]);
  g_assert_cmpint (heights[2], ==, heights[1]);
  g_assert_cmpint (baselines[0], >, heights[0]);
  g_assert_cmpint (baselines[0], ==, baselines[1]);
}

/* A long text is not broken after every letter, a short one is as narrow as it was. */
static void
test_text_width (void)
{
  static const struct
  {
    const char *text;
    int         least;
    int         most;
  } cases[] = {
    { "", 0, 1 },
    { "Yes", 1, 20 },
    { "A text that is longer than a few words", 40, 160 },
  };
  g_autoptr (GtkWidget) label = g_object_ref_sink (talks_block_text (NULL, NULL));

  for (size_t i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      size_t n = i < G_N_ELEMENTS (cases) ? i : 2 * G_N_ELEMENTS (cases) - 1 - i;
      int minimum;

      gtk_label_set_text (GTK_LABEL (label), cases[n].text);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, >=, cases[n].least);
      g_assert_cmpint (minimum, <=, cases[n].most);
    }
}

/* ---- growing lists ---- */

static GListModel *
strings_new (guint n)
{
  GtkStringList *strings = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (strings, "item");
  return G_LIST_MODEL (strings);
}

static guint
wait_for (GListModel *list,
          guint       n)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (g_list_model_get_n_items (list) < n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  return g_list_model_get_n_items (list);
}

static void
test_growing (void)
{
  static const guint lengths[] = { 0, 5, 30, 130, 1000 };

  for (size_t i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      GtkSliceListModel *list = talks_growing_list_new (strings_new (lengths[i]));
      GListModel *model = G_LIST_MODEL (list);

      g_assert_cmpuint (g_list_model_get_n_items (model), ==, lengths[i]);
      talks_growing_list_restart (list);
      g_assert_cmpuint (g_list_model_get_n_items (model), <=, MIN (lengths[i], 50));
      g_assert_cmpuint (wait_for (model, lengths[i]), ==, lengths[i]);

      talks_growing_list_restart (list);
      talks_growing_list_restart (list);
      if (lengths[i] > 100)
        {
          talks_growing_list_reach (list, 100);
          g_assert_cmpuint (g_list_model_get_n_items (model), >, 100);
        }
      /* It goes while it grows. */
      g_object_unref (list);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/line", test_line);
  g_test_add_func ("/layout/baseline", test_baseline);
  g_test_add_func ("/layout/text-width", test_text_width);
  g_test_add_func ("/layout/growing", test_growing);
  return g_test_run ();
}
