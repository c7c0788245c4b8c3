/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-cell.h"

#include "talks-blocks.h"
#include "talks-line-layout.h"
#include "talks-line.h"
#include "talks-mark-view.h"
#include "talks-show.h"

#define MARK_SIZE 8.0
#define RADIUS    7.0f

/* One line and its widgets. Plain text and a button have the same content. */
typedef struct
{
  TalksRecord *record;
  GtkWidget   *widget; /* in the lines box: a button, or the content itself */
  GtkWidget   *title;
  GtkWidget   *mark;
  GtkWidget   *caption;
} Line;

struct _TalksCompareCell
{
  GtkWidget   parent_instance;
  GtkWidget  *arrow; /* NULL: without */
  GtkWidget  *lines_box;
  GPtrArray  *lines; /* of Line */
  gboolean    tinted;
  TalksColor  tint;
  TalksColor  outline; /* alpha 0: none */
};

G_DEFINE_FINAL_TYPE (TalksCompareCell, talks_compare_cell, GTK_TYPE_WIDGET)

static void
line_free (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->record, talks_record_unref);
  g_free (line);
}

/* ---- colours ---- */

static gboolean
is_high_contrast (const TalksPalette *palette)
{
  return palette->theme == TALKS_THEME_CONTRAST || palette->theme == TALKS_THEME_CONTRAST_DARK;
}

/* The colour of the party, as near to it as can be read on its own tint. */
static TalksColor
find_readable (const TalksPalette *palette,
               TalksColor          color,
               double              tint)
{
  double contrast = is_high_contrast (palette) || palette->theme == TALKS_THEME_PROJECTOR ? 7 : 4.5;
  TalksColor paper = talks_color_mix (palette->dark ? palette->card : palette->band, color, tint);

  for (double amount = 0; amount < 1; amount += 0.05)
    {
      TalksColor mixed = talks_color_mix (color, palette->text, amount);

      if (talks_color_contrast (mixed, paper) >= contrast)
        return mixed;
    }
  return palette->text;
}

static gboolean
is_changed (TalksCompareLook look)
{
  return look == TALKS_COMPARE_LOOK_CHANGED || look == TALKS_COMPARE_LOOK_CHANGED_SINCE;
}

static TalksColor
take_colors (TalksCompareCell   *self,
             const TalksPalette *palette,
             const TalksParty   *party,
             TalksCompareLook    look)
{
  double tint = palette->dark ? 0.22 : 0.12;
  TalksColor color = party != NULL ? talks_palette_party (palette, party->color) : palette->dim_text;

  self->tinted = is_changed (look);
  self->tint = talks_color_with_alpha (color, tint);
  self->outline = talks_color_with_alpha (color, is_high_contrast (palette) ? 1 : 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return find_readable (palette, color, tint);
}

static GdkRGBA
to_rgba (TalksColor color)
{
  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, (float) color.alpha };
}

static void
talks_compare_cell_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TalksCompareCell *self = TALKS_COMPARE_CELL (widget);
  graphene_rect_t bounds;

  if (self->tinted && gtk_widget_compute_bounds (self->lines_box, widget, &bounds))
    {
      GdkRGBA tint = to_rgba (self->tint);
      GdkRGBA outline = to_rgba (self->outline);
      GskRoundedRect card;

      gsk_rounded_rect_init_from_rect (&card, &bounds, RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &card);
      gtk_snapshot_append_color (snapshot, &tint, &bounds);
      gtk_snapshot_pop (snapshot);
      if (outline.alpha > 0)
        gtk_snapshot_append_border (snapshot, &card, (float[4]) { 1, 1, 1, 1 },
                                    (GdkRGBA[4]) { outline, outline, outline, outline });
    }
  GTK_WIDGET_CLASS (talks_compare_cell_parent_class)->snapshot (widget, snapshot);
}

/* ---- lines ---- */

static Line *
find_line (TalksCompareCell *self,
           GtkWidget        *button)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (((Line *) self->lines->pdata[i])->widget == button)
      return self->lines->pdata[i];
  return NULL;
}

static void
on_clicked (GtkWidget        *button,
            TalksCompareCell *self)
{
  TalksPanel *panel = talks_panel_find (GTK_WIDGET (self));
  Line *line = find_line (self, button);

  g_assert (line != NULL && line->record != NULL);

  if (panel != NULL)
    {
      /* Going there may take this line away. */
      g_autoptr (TalksRecord) record = talks_record_ref (line->record);

      talks_panel_activate (panel, record);
    }
}

static Line *
line_new (TalksCompareCell *self,
          gboolean          button)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *content = talks_block_column (2, NULL);
  GtkWidget *second = talks_line_new (5, NULL);

  line->title = talks_block_text (NULL, "talks-compare-title");
  gtk_box_append (GTK_BOX (content), line->title);
  line->mark = talks_mark_view_new (MARK_SIZE);
  gtk_widget_set_valign (line->mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (line->mark, "talks-compare-mark");
  talks_line_append (TALKS_LINE (second), line->mark);
  line->caption = talks_block_text (NULL, "talks-compare-caption");
  gtk_widget_set_hexpand (line->caption, TRUE);
  talks_line_append (TALKS_LINE (second), line->caption);
  gtk_box_append (GTK_BOX (content), second);
  if (button)
    {
      line->widget = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (line->widget), content);
      gtk_button_set_has_frame (GTK_BUTTON (line->widget), FALSE);
      g_signal_connect (line->widget, "clicked", G_CALLBACK (on_clicked), self);
    }
  else
    line->widget = content;
  gtk_widget_add_css_class (line->widget, "talks-compare-line");
  return line;
}

/* The line at i, made anew only where a button takes the place of text or the other way round. */
static Line *
ensure_line (TalksCompareCell *self,
             guint             i,
             gboolean          button)
{
  Line *line = i < self->lines->len ? self->lines->pdata[i] : NULL;
  GtkWidget *before = i > 0 ? ((Line *) self->lines->pdata[i - 1])->widget : NULL;

  if (line != NULL && GTK_IS_BUTTON (line->widget) == button)
    return line;
  if (line != NULL)
    {
      gtk_box_remove (GTK_BOX (self->lines_box), line->widget);
      g_ptr_array_remove_index (self->lines, i);
    }
  line = line_new (self, button);
  gtk_box_insert_child_after (GTK_BOX (self->lines_box), line->widget, before);
  g_ptr_array_insert (self->lines, (int) i, line);
  return line;
}

/* No line of a wrapped caption begins with a dot or ends between a number and what it counts. */
static void
show_caption (GtkLabel   *label,
              const char *caption)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *c = caption; c != NULL && *c != '\0'; c++)
    if (*c == ' ' && ((c > caption && g_ascii_isdigit (c[-1])) || g_str_has_prefix (c, " · ")))
      g_string_append (text, "\302\240");
    else
      g_string_append_c (text, *c);
  talks_block_show (label, text->str);
}

static void
fill_line (Line                   *line,
           const TalksPalette     *palette,
           const TalksCompareLine *content,
           const TalksColor       *color)
{
  g_clear_pointer (&line->record, talks_record_unref);
  line->record = content->record != NULL ? talks_record_ref (content->record) : NULL;
  talks_block_show (GTK_LABEL (line->title), content->title);
  show_caption (GTK_LABEL (line->caption), content->caption);
  gtk_widget_set_visible (line->mark, content->party != NULL);
  talks_mark_view_show (TALKS_MARK_VIEW (line->mark), content->party, TALKS_MARK_FILLED, palette);
  if (color != NULL)
    talks_block_color (GTK_LABEL (line->caption), *color);
  else
    gtk_label_set_attributes (GTK_LABEL (line->caption), NULL);
  talks_show_tooltip (line->widget, content->tooltip);
  if (content->name != NULL)
    talks_block_name (line->record != NULL ? line->widget : line->title, content->name);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (line->title), GTK_ACCESSIBLE_PROPERTY_LABEL);
  talks_block_toggle (line->widget, "selected", content->selected);
}

void
talks_compare_cell_show (TalksCompareCell       *self,
                         TalksPanel             *panel,
                         const TalksParty       *party,
                         TalksCompareLook        look,
                         const TalksCompareLine *lines,
                         guint                   n_lines)
{
  const TalksPalette *palette;
  TalksColor color;

  g_return_if_fail (TALKS_IS_COMPARE_CELL (self));
  g_return_if_fail (TALKS_IS_PANEL (panel));
  g_return_if_fail (lines != NULL || n_lines == 0);

  palette = talks_panel_get_palette (panel);
  color = take_colors (self, palette, party, look);
  for (guint i = 0; i < n_lines; i++)
    fill_line (ensure_line (self, i, lines[i].record != NULL), palette, &lines[i],
               is_changed (look) ? &color : NULL);
  while (self->lines->len > n_lines)
    {
      gtk_box_remove (GTK_BOX (self->lines_box), ((Line *) self->lines->pdata[n_lines])->widget);
      g_ptr_array_remove_index (self->lines, n_lines);
    }
  talks_block_toggle (GTK_WIDGET (self), "changed", is_changed (look));
  talks_block_toggle (GTK_WIDGET (self), "unchanged", look == TALKS_COMPARE_LOOK_DIM);
  if (self->arrow != NULL)
    {
      gboolean left = (look == TALKS_COMPARE_LOOK_CHANGED_SINCE)
                      != (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);

      talks_show_text (GTK_LABEL (self->arrow), !is_changed (look) ? "" : left ? "←" : "→");
      talks_block_color (GTK_LABEL (self->arrow), color);
    }
}

/* ---- life ---- */

static void
talks_compare_cell_dispose (GObject *object)
{
  GtkWidget *child;

  g_ptr_array_set_size (TALKS_COMPARE_CELL (object)->lines, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (talks_compare_cell_parent_class)->dispose (object);
}

static void
talks_compare_cell_finalize (GObject *object)
{
  g_ptr_array_unref (TALKS_COMPARE_CELL (object)->lines);

  G_OBJECT_CLASS (talks_compare_cell_parent_class)->finalize (object);
}

static void
talks_compare_cell_class_init (TalksCompareCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_compare_cell_dispose;
  object_class->finalize = talks_compare_cell_finalize;
  widget_class->snapshot = talks_compare_cell_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, TALKS_TYPE_LINE_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_compare_cell_init (TalksCompareCell *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->lines_box = talks_block_column (0, NULL);
  gtk_widget_set_hexpand (self->lines_box, TRUE);
  gtk_widget_set_valign (self->lines_box, GTK_ALIGN_START);
  gtk_widget_set_parent (self->lines_box, GTK_WIDGET (self));
}

GtkWidget *
talks_compare_arrow_new (void)
{
  /* The word "changed" in the line tells a screen reader. */
  GtkWidget *arrow = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "width-chars", 2,
                                   "yalign", 0.0f,
                                   NULL);

  gtk_widget_add_css_class (arrow, "talks-compare-arrow");
  return arrow;
}

GtkWidget *
talks_compare_cell_new (gboolean arrow)
{
  TalksCompareCell *self = g_object_new (TALKS_TYPE_COMPARE_CELL, NULL);

  if (arrow)
    {
      self->arrow = talks_compare_arrow_new ();
      gtk_widget_insert_before (self->arrow, GTK_WIDGET (self), self->lines_box);
    }
  return GTK_WIDGET (self);
}
