/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-disclosure.h"
#include "talks-parts.h"

static guint n_destroyed;

static void
append_numbers (GtkBox   *box,
                guint     first,
                guint     end,
                gpointer  data)
{
  g_assert_true (data == &n_destroyed);
  g_assert_cmpuint (end - first, <=, TALKS_PART);
  for (guint i = first; i < end; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", i);

      gtk_box_append (box, gtk_label_new (words));
    }
}

static void
count_destroyed (gpointer data)
{
  g_assert_true (data == &n_destroyed);
  n_destroyed++;
}

/* Checks that the rows of box are numbered from first on; those that wait, or NULL. */
static TalksDisclosure *
check_rows (GtkWidget *box,
            guint      first,
            guint      n)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *words = g_strdup_printf ("%u", i);

      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (child)), ==, words);
      child = gtk_widget_get_next_sibling (child);
    }
  if (child != NULL)
    g_assert_null (gtk_widget_get_next_sibling (child));
  return (TalksDisclosure *) child;
}

static void
test_parts (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  TalksDisclosure *rest;

  n_destroyed = 0;
  talks_parts_append (GTK_BOX (box), 2 * TALKS_PART + 3, append_numbers, &n_destroyed, count_destroyed);
  for (guint part = 0; part < 3; part++)
    {
      GtkWidget *rows = box;

      for (guint i = 0; i < part; i++)
        rows = gtk_widget_get_last_child (gtk_widget_get_last_child (rows));
      rest = check_rows (rows, part * TALKS_PART, part < 2 ? TALKS_PART : 3);
      g_assert_true ((rest != NULL) == (part < 2));
      if (rest != NULL)
        talks_disclosure_set_open (rest, TRUE);
    }
  g_assert_cmpuint (n_destroyed, ==, 0);
  g_object_unref (box);
  g_assert_cmpuint (n_destroyed, ==, 1);
}

/* What is not longer than a part has no more, and its data go at once. */
static void
test_short (void)
{
  static const guint numbers[] = { 0, 1, TALKS_PART };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

      n_destroyed = 0;
      talks_parts_append (GTK_BOX (box), numbers[i], append_numbers, &n_destroyed, count_destroyed);
      g_assert_null (check_rows (box, 0, numbers[i]));
      g_assert_cmpuint (n_destroyed, ==, 1);
      g_object_unref (box);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panels/parts/long", test_parts);
  g_test_add_func ("/panels/parts/short", test_short);
  return g_test_run ();
}
