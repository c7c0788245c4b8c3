/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-blocks.h"

#include "talks-show.h"
#include "talks-shown.h"

/* Of a label that may break anywhere, GTK finds the least width by breaking the text after every letter,
 * which for a paragraph takes longer than all the rest of its layout. Long texts have a least width that
 * is given instead; short ones are as narrow as they can be. */
#define LONG_CHARS  20
#define LEAST_CHARS 10

/* No word of a name is longer, but for those that are no names. */
#define LONGEST_WORD 24

#define NO_BREAK_SPACE 0xa0

static void
on_text_changed (GtkLabel *label)
{
  int chars = gtk_label_get_width_chars (label);
  int least = g_utf8_strlen (gtk_label_get_text (label), -1) > LONG_CHARS ? LEAST_CHARS : -1;

  if (chars == -1 || chars == LEAST_CHARS)
    gtk_label_set_width_chars (label, least);
}

static GtkWidget *
text_new (const char        *text,
          const char        *css_class,
          GtkAccessibleRole  role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   NULL);

  g_signal_connect (label, "notify::label", G_CALLBACK (on_text_changed), NULL);
  talks_show_text (GTK_LABEL (label), text);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
talks_block_text (const char *text,
                  const char *css_class)
{
  return text_new (text, css_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

GtkWidget *
talks_block_reading (const char *text,
                     const char *css_class)
{
  GtkWidget *label = talks_block_text (text, css_class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

GtkWidget *
talks_block_heading (const char *text)
{
  GtkWidget *label = text_new (text, "talks-heading", GTK_ACCESSIBLE_ROLE_HEADING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  return label;
}

GtkWidget *
talks_block_column (int         spacing,
                    const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);

  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);
  return box;
}

void
talks_block_show (GtkLabel   *label,
                  const char *text)
{
  talks_show_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static int
longest_word (const char *text)
{
  int longest = 0;
  int length = 0;

  for (const char *letter = text; *letter != '\0'; letter = g_utf8_next_char (letter))
    {
      gunichar code = g_utf8_get_char (letter);

      length = g_unichar_isspace (code) && code != NO_BREAK_SPACE ? 0 : length + 1;
      longest = MAX (longest, length);
    }
  return longest;
}

void
talks_block_show_name (GtkLabel   *label,
                       const char *name)
{
  g_autofree char *line = talks_shown_dup_line (name);

  gtk_label_set_wrap_mode (label, longest_word (line) > LONGEST_WORD ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  talks_show_text (label, line);
}

void
talks_block_color (GtkLabel   *label,
                   TalksColor  color)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (color.red * 65535),
                                                                 (guint16) (color.green * 65535),
                                                                 (guint16) (color.blue * 65535)));
  gtk_label_set_attributes (label, attributes);
}

void
talks_block_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

void
talks_block_toggle (GtkWidget  *widget,
                    const char *css_class,
                    gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

void
talks_block_name (GtkWidget  *widget,
                  const char *name)
{
  talks_show_name (widget, name);
}
