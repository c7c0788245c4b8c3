/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-console.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-console-layout.h"
#include "talks-keys-sheet.h"
#include "talks-language-button.h"
#include "talks-present-button.h"
#include "talks-show.h"
#include "talks-stage-view.h"
#include "talks-step-strip.h"
#include "talks-text-languages.h"
#include "talks-wrap-layout.h"

#define NEXT_HEIGHT 120
#define BUTTON_GAP 8
#define NOTES_STEP 1.15
#define NOTES_GAP 0.5 /* of a line, between paragraphs */

struct _TalksConsole
{
  GtkWidget          parent_instance;

  TalksPresentation *presentation;
  char              *lang;
  char             **languages; /* of the texts, in the order of the drop-down */
  gboolean           is_updating;
  guint              clock;     /* source */

  GtkWidget         *overlay;
  GtkWidget         *bar;
  GtkWidget         *body;
  GtkWidget         *buttons_box;
  GtkWidget         *clock_button;
  GtkWidget         *language_drop_down;
  GtkWidget         *next_frame;
  GtkWidget         *notes_larger_button;
  GtkWidget         *notes_scroller;
  GtkWidget         *notes_smaller_button;
  GtkWidget         *stage_frame;
  GtkWidget         *stage_head;
  GtkWidget         *steps_box;
  GtkLabel          *news_label;
  GtkLabel          *next_date_label;
  GtkLabel          *next_title_label;
  GtkLabel          *notes_label;
  GtkLabel          *number_label;
  GtkLabel          *stage_label;
  GtkLabel          *title_label;
};

G_DEFINE_FINAL_TYPE (TalksConsole, talks_console, GTK_TYPE_WIDGET)

/* ---- time ---- */

static char *
describe_elapsed (gint64 seconds)
{
  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
  return g_strdup_printf ("%02d:%02d", (int) (seconds / 60), (int) (seconds % 60));
}

static void
update_clock (TalksConsole *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *elapsed = describe_elapsed (talks_presentation_get_elapsed (self->presentation));
  /* Translators: the time of day, then how long the lesson lasts: "12:41 · elapsed 08:15" */
  g_autofree char *words = g_strdup_printf (_("%s · elapsed %s"), time, elapsed);

  gtk_button_set_label (GTK_BUTTON (self->clock_button), words);
}

static gboolean
clock_cb (gpointer data)
{
  update_clock (TALKS_CONSOLE (data));
  return G_SOURCE_CONTINUE;
}

static void
on_clock_clicked (TalksConsole *self)
{
  talks_presentation_restart_clock (self->presentation);
  update_clock (self);
}

/* ---- notes ---- */

/* Paragraphs with an empty line between each two, however the notes have them. */
static char *
spread_notes (const char *notes)
{
  g_auto (GStrv) lines = g_strsplit (notes, "\n", -1);
  GString *spread = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_strchomp (*line);
      if (**line != '\0')
        g_string_append_printf (spread, "%s%s", spread->len > 0 ? "\n\n" : "", *line);
    }
  return g_string_free (spread, FALSE);
}

static void
scale_notes (TalksConsole *self)
{
  const double scale = talks_presentation_get_notes_scale (self->presentation);
  const char *text = gtk_label_get_text (self->notes_label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  for (const char *gap = strstr (text, "\n\n"); gap != NULL; gap = strstr (gap + 2, "\n\n"))
    {
      PangoAttribute *small = pango_attr_scale_new (scale * NOTES_GAP);

      small->start_index = (guint) (gap + 1 - text);
      small->end_index = small->start_index + 1;
      pango_attr_list_change (attributes, small);
    }
  gtk_label_set_attributes (self->notes_label, attributes);
  gtk_widget_set_sensitive (self->notes_smaller_button, scale > TALKS_NOTES_MIN_SCALE);
  gtk_widget_set_sensitive (self->notes_larger_button, scale < TALKS_NOTES_MAX_SCALE);
}

static void
on_notes_smaller (TalksConsole *self)
{
  talks_presentation_set_notes_scale (self->presentation,
                                      talks_presentation_get_notes_scale (self->presentation) / NOTES_STEP);
}

static void
on_notes_larger (TalksConsole *self)
{
  talks_presentation_set_notes_scale (self->presentation,
                                      talks_presentation_get_notes_scale (self->presentation) * NOTES_STEP);
}

static gboolean
scale_notes_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   data)
{
  if (GPOINTER_TO_INT (data) > 0)
    on_notes_larger (TALKS_CONSOLE (widget));
  else
    on_notes_smaller (TALKS_CONSOLE (widget));
  return TRUE;
}

static void
show_notes (TalksConsole *self)
{
  const TalksTourStep *step = talks_lesson_get_step (talks_presentation_get_lesson (self->presentation),
                                                     talks_presentation_get_step (self->presentation));
  const char *notes = step->notes != NULL ? talks_text_show (step->notes, self->lang) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->notes_scroller));
  g_autofree char *spread = NULL;

  if (notes == NULL)
    notes = _("There are no notes for this step.");
  spread = spread_notes (notes);
  talks_show_text (self->notes_label, spread);
  talks_show_name (GTK_WIDGET (self->notes_label), notes);
  scale_notes (self);
  if (step->notes != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->notes_label), "talks-dim");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->notes_label), "talks-dim");
  gtk_adjustment_set_value (adjustment, 0);
}

/* ---- what else it says ---- */

static void
show_next (TalksConsole *self)
{
  const guint next = talks_presentation_get_step (self->presentation) + 1;
  TalksLesson *lesson = talks_presentation_get_lesson (self->presentation);
  TalksText *title;
  g_autofree char *date = NULL;

  if (next >= talks_presentation_get_n_steps (self->presentation))
    {
      talks_show_text (self->next_title_label, _("This is the last step."));
      talks_show_text (self->next_date_label, NULL);
      return;
    }
  title = talks_lesson_get_step_title (lesson, talks_presentation_get_document (self->presentation), next);
  date = talks_step_strip_date_step (self->presentation, next);
  talks_show_text (self->next_title_label, title != NULL ? talks_text_show (title, self->lang) : NULL);
  talks_show_text (self->next_date_label, date);
}

static void
show_title (TalksConsole *self)
{
  const char *title = talks_text_show (talks_lesson_get_title (talks_presentation_get_lesson (self->presentation)),
                                       self->lang);
  g_autofree char *words = g_strdup_printf (_("Presenting: %s"), title);

  talks_show_text (self->title_label, words);
}

static void
show_stage_words (TalksConsole *self)
{
  const guint n_steps = talks_presentation_get_n_steps (self->presentation);
  const guint step = talks_presentation_get_step (self->presentation) + 1;
  const TalksOutcomes outcomes = talks_presentation_get_outcomes (self->presentation);
  GString *words = g_string_new (talks_presentation_has_one_screen (self->presentation) ? _("On the stage")
                                                                                        : _("On the projector"));
  g_autofree char *text = NULL;

  /* Translators: the number of a step, and of all steps. */
  g_string_append (words, " · ");
  g_string_append_printf (words, _("step %u of %u"), step, n_steps);
  if (outcomes == TALKS_OUTCOMES_HIDDEN)
    g_string_append_printf (words, " · %s", _("outcome hidden"));
  else if (outcomes == TALKS_OUTCOMES_REVEALED)
    g_string_append_printf (words, " · %s", _("outcome shown, the next one will be hidden"));
  text = g_string_free (words, FALSE);
  talks_show_text (self->stage_label, text);
  /* Not every GTK names a status by its words. */
  talks_show_name (GTK_WIDGET (self->stage_label), text);
}

static void
show_number (TalksConsole *self)
{
  const guint number = talks_presentation_get_number (self->presentation);
  g_autofree char *words = g_strdup_printf (_("Step %u: Return"), number);

  talks_show_text (self->number_label, words);
  talks_show_name (GTK_WIDGET (self->number_label), words);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), number != 0);
}

static void
changed_cb (TalksConsole *self,
            guint         flags)
{
  g_assert (TALKS_IS_CONSOLE (self));

  if (flags & TALKS_PRESENTATION_CONTENT)
    show_title (self);
  if (flags & (TALKS_PRESENTATION_STEP | TALKS_PRESENTATION_CONTENT))
    {
      show_notes (self);
      show_next (self);
    }
  if (flags & (TALKS_PRESENTATION_STEP | TALKS_PRESENTATION_CONTENT | TALKS_PRESENTATION_OUTCOMES
               | TALKS_PRESENTATION_SCREENS))
    show_stage_words (self);
  if (flags & TALKS_PRESENTATION_NUMBER)
    show_number (self);
  if (flags & TALKS_PRESENTATION_NOTES)
    scale_notes (self);
}

/* ---- languages ---- */

static void
on_language_selected (TalksConsole *self)
{
  const guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->language_drop_down));

  if (!self->is_updating && self->languages != NULL && selected < g_strv_length (self->languages))
    talks_presentation_set_language (self->presentation, self->languages[selected]);
}

static void
fill_languages (TalksConsole *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *chosen;

  self->languages = talks_text_languages_list (talks_presentation_get_document (self->presentation));
  chosen = talks_text_languages_choose ((const char * const *) self->languages,
                                        talks_presentation_get_language (self->presentation));
  self->is_updating = TRUE;
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = talks_language_name (self->languages[i]);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->language_drop_down), G_LIST_MODEL (names));
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (self->languages[i] == chosen)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language_drop_down), i);
  self->is_updating = FALSE;
  gtk_widget_set_visible (self->language_drop_down, g_strv_length (self->languages) > 1);
}

/* ---- making it ---- */

static void
add_buttons (TalksConsole *self)
{
  static const TalksPresentCommand commands[] = {
    TALKS_PRESENT_PREVIOUS, TALKS_PRESENT_NEXT, TALKS_PRESENT_BLACK, TALKS_PRESENT_WHITE, TALKS_PRESENT_OUTCOMES,
    TALKS_PRESENT_POINTER, TALKS_PRESENT_ZOOM, TALKS_PRESENT_SWAP, TALKS_PRESENT_KEYS,
  };
  GtkWidget *smaller = talks_present_button_new (self->presentation, TALKS_PRESENT_SMALLER, "list-remove-symbolic");
  GtkWidget *larger = talks_present_button_new (self->presentation, TALKS_PRESENT_LARGER, "list-add-symbolic");
  GtkWidget *end = talks_present_button_new (self->presentation, TALKS_PRESENT_END, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      GtkWidget *button = talks_present_button_new (self->presentation, commands[i], NULL);

      if (commands[i] == TALKS_PRESENT_NEXT)
        gtk_widget_add_css_class (button, "talks-suggested");
      gtk_box_append (GTK_BOX (self->buttons_box), button);
    }
  gtk_box_append (GTK_BOX (self->stage_head), smaller);
  gtk_box_append (GTK_BOX (self->stage_head), larger);
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (self->bar), end);
}

static void
add_keys (TalksConsole *self)
{
  static const struct
  {
    guint keyval;
    int   direction;
  } keys[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, GDK_CONTROL_MASK),
                                                            gtk_callback_action_new (scale_notes_cb,
                                                                                     GINT_TO_POINTER (keys[i].direction),
                                                                                     NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
talks_console_dispose (GObject *object)
{
  TalksConsole *self = TALKS_CONSOLE (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->presentation);
  g_clear_pointer (&self->lang, g_free);
  g_clear_pointer (&self->languages, g_strfreev);

  G_OBJECT_CLASS (talks_console_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, TalksConsole, name)

static void
talks_console_class_init (TalksConsoleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_console_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/present/talks-console.ui");
  BIND (bar);
  BIND (body);
  BIND (buttons_box);
  BIND (clock_button);
  BIND (language_drop_down);
  BIND (news_label);
  BIND (next_date_label);
  BIND (next_frame);
  BIND (next_title_label);
  BIND (notes_label);
  BIND (notes_larger_button);
  BIND (notes_scroller);
  BIND (notes_smaller_button);
  BIND (number_label);
  BIND (overlay);
  BIND (stage_frame);
  BIND (stage_head);
  BIND (stage_label);
  BIND (steps_box);
  BIND (title_label);
  gtk_widget_class_bind_template_callback (widget_class, on_clock_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_language_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_notes_larger);
  gtk_widget_class_bind_template_callback (widget_class, on_notes_smaller);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "talks-console");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
talks_console_init (TalksConsole *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->body, talks_console_layout_new ());
  gtk_widget_set_layout_manager (self->buttons_box, talks_wrap_layout_new (BUTTON_GAP));
  /* It has the focus at first, and no button that Return would press. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Presenter’s screen"), -1);
}

GtkWidget *
talks_console_new (TalksPresentation *presentation,
                   const char        *lang)
{
  TalksConsole *self;

  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (TALKS_TYPE_CONSOLE, NULL);
  self->presentation = g_object_ref (presentation);
  self->lang = g_strdup (lang);
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (self->stage_frame),
                              talks_stage_view_new (presentation, _("The stage, as it is")));
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (self->next_frame),
                              talks_stage_view_new_next (presentation, _("The next step")));
  gtk_box_append (GTK_BOX (self->steps_box), talks_step_strip_new (presentation, lang));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), talks_keys_sheet_new (presentation));
  talks_console_set_shape (self, 16.0 / 9);
  add_buttons (self);
  add_keys (self);
  fill_languages (self);
  update_clock (self);
  self->clock = g_timeout_add_seconds (1, clock_cb, self);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, TALKS_PRESENTATION_EVERYTHING);
  return GTK_WIDGET (self);
}

void
talks_console_set_shape (TalksConsole *self,
                         double        ratio)
{
  g_return_if_fail (TALKS_IS_CONSOLE (self));
  g_return_if_fail (ratio > 0);

  gtk_aspect_frame_set_ratio (GTK_ASPECT_FRAME (self->stage_frame), (float) ratio);
  gtk_aspect_frame_set_ratio (GTK_ASPECT_FRAME (self->next_frame), (float) ratio);
  gtk_widget_set_size_request (self->next_frame, -1, NEXT_HEIGHT);
  talks_console_layout_set_ratio (TALKS_CONSOLE_LAYOUT (gtk_widget_get_layout_manager (self->body)), ratio);
}

void
talks_console_set_news (TalksConsole *self,
                        const char   *news)
{
  g_return_if_fail (TALKS_IS_CONSOLE (self));

  talks_show_text (self->news_label, news);
  talks_show_name (GTK_WIDGET (self->news_label), news != NULL ? news : "");
  gtk_widget_set_visible (GTK_WIDGET (self->news_label), news != NULL);
}
