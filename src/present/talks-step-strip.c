/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-step-strip.h"

#include <glib/gi18n-lib.h>

#include "talks-date-words.h"
#include "talks-show.h"

#define CARD_WIDTH 168 /* at least */
#define CARD_GAP 10
#define TITLE_LINES 2

/* A lesson may have thousands of steps: the cards around the step that is shown are there. */
#define MAX_CARDS 120

struct _TalksStepStrip
{
  GtkWidget          parent_instance;

  TalksPresentation *presentation;
  char              *lang;
  GtkWidget         *scrolled;
  GtkWidget         *cards;
  guint              first;  /* step of the first card */
  guint              n_cards;
  guint              reveal; /* tick callback; 0: the step is in view */
};

G_DEFINE_FINAL_TYPE (TalksStepStrip, talks_step_strip, GTK_TYPE_WIDGET)

/* ---- words ---- */

/* The label of an event is made for little room; the title of the step says what is to be seen in it. */
char *
talks_step_strip_name_step (TalksPresentation *presentation,
                            guint              step,
                            const char        *lang)
{
  TalksLesson *lesson = talks_presentation_get_lesson (presentation);
  TalksDocument *document = talks_presentation_get_document (presentation);
  TalksEvent *event = talks_lesson_get_event (lesson, document, step);
  TalksText *title = event != NULL ? event->label : talks_lesson_get_step_title (lesson, document, step);

  return g_strdup (title != NULL ? talks_text_show (title, lang) : _("Without a title"));
}

char *
talks_step_strip_date_step (TalksPresentation *presentation,
                            guint              step)
{
  TalksDate *date = talks_lesson_get_step_date (talks_presentation_get_lesson (presentation),
                                                talks_presentation_get_document (presentation), step);

  return date != NULL ? talks_date_to_words (date, TALKS_DATE_STYLE_MEDIUM) : g_strdup ("");
}

/* ---- what is in view ---- */

static GtkAdjustment *
get_adjustment (TalksStepStrip *self)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

/* Of a step that has one. */
static GtkWidget *
get_card (TalksStepStrip *self,
          guint           step)
{
  GtkWidget *card = gtk_widget_get_first_child (self->cards);

  for (guint i = self->first; i < step && card != NULL; i++)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

/* How many cards the strip shows at a time: whole ones. */
static guint
count_shown (TalksStepStrip *self)
{
  const double page = gtk_adjustment_get_page_size (get_adjustment (self));

  return (guint) CLAMP (((int) page + CARD_GAP) / (CARD_WIDTH + CARD_GAP), 1, MAX_CARDS);
}

/* Of a card; as wide as the strip has room for that many. */
static int
get_card_width (TalksStepStrip *self)
{
  const guint n_shown = count_shown (self);

  if (self->n_cards <= n_shown)
    return CARD_WIDTH;
  return MAX (CARD_WIDTH, ((int) gtk_adjustment_get_page_size (get_adjustment (self)) + CARD_GAP) / (int) n_shown - CARD_GAP);
}

/* Whether they had that width already. */
static gboolean
set_card_widths (TalksStepStrip *self)
{
  const int width = get_card_width (self);
  gboolean had = TRUE;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      int before;

      gtk_widget_get_size_request (card, &before, NULL);
      had = had && before == width;
      gtk_widget_set_size_request (card, width, -1);
    }
  return had;
}

/* With one card on either side, so that one sees where one comes from and what comes; never a part of a card. */
static void
scroll_to (TalksStepStrip *self,
           guint           card)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  const int n_shown = (int) count_shown (self);
  const double pitch = get_card_width (self) + CARD_GAP;
  const int around = n_shown >= 3 ? 1 : 0;
  int start = (int) (gtk_adjustment_get_value (adjustment) / pitch + 0.5);

  start = MIN (start, (int) card - around);
  start = MAX (start, (int) card + around + 1 - n_shown);
  start = CLAMP (start, 0, MAX (0, (int) self->n_cards - n_shown));
  gtk_adjustment_set_value (adjustment, start * pitch);
}

/* In the frame after, when the cards have their places. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  TalksStepStrip *self = TALKS_STEP_STRIP (widget);
  GtkWidget *card = get_card (self, talks_presentation_get_step (self->presentation));
  GtkAdjustment *adjustment = get_adjustment (self);
  graphene_rect_t bounds;

  if (!set_card_widths (self))
    return G_SOURCE_CONTINUE;
  if (card != NULL
      && (!gtk_widget_compute_bounds (card, self->cards, &bounds) || bounds.size.width <= 0
          || gtk_adjustment_get_upper (adjustment) < bounds.origin.x + bounds.size.width))
    return G_SOURCE_CONTINUE;
  self->reveal = 0;
  if (card == NULL)
    return G_SOURCE_REMOVE;
  scroll_to (self, talks_presentation_get_step (self->presentation) - self->first);
  return G_SOURCE_REMOVE;
}

static void
reveal (TalksStepStrip *self)
{
  if (self->reveal == 0)
    self->reveal = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
mark_step (TalksStepStrip *self)
{
  const guint step = talks_presentation_get_step (self->presentation);
  guint i = self->first;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card), i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card), i == step);
  reveal (self);
}

/* ---- cards ---- */

static void
clicked_cb (GtkButton      *card,
            TalksStepStrip *self)
{
  const guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (card), "talks-step"));

  talks_presentation_set_step (self->presentation, step);
  /* A click turns the card that is marked already. */
  mark_step (self);
}

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* Its width is that of the card. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  talks_show_text (GTK_LABEL (label), text);
  return label;
}

static GtkWidget *
new_card (TalksStepStrip *self,
          guint           step)
{
  g_autofree char *name = talks_step_strip_name_step (self->presentation, step, self->lang);
  g_autofree char *date = talks_step_strip_date_step (self->presentation, step);
  g_autofree char *number = g_strdup_printf ("%u", step + 1);
  g_autofree char *spoken = g_strdup_printf (_("Step %s: %s, %s"), number, name, date);
  GtkWidget *card = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = new_label (name, "talks-party");

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), TITLE_LINES);
  gtk_box_append (GTK_BOX (box), new_label (number, "talks-caption"));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), new_label (date, "talks-caption"));
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_set_size_request (card, CARD_WIDTH, -1);
  gtk_widget_set_focus_on_click (card, FALSE);
  gtk_widget_add_css_class (card, "talks-step-card");
  talks_show_name (card, spoken);
  talks_show_tooltip (card, name);
  g_object_set_data (G_OBJECT (card), "talks-step", GUINT_TO_POINTER (step));
  g_signal_connect (card, "clicked", G_CALLBACK (clicked_cb), self);
  return card;
}

static void
fill (TalksStepStrip *self)
{
  const guint n_steps = talks_presentation_get_n_steps (self->presentation);
  const guint step = talks_presentation_get_step (self->presentation);
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), card);
  self->n_cards = MIN (n_steps, MAX_CARDS);
  self->first = CLAMP ((int) step - MAX_CARDS / 2, 0, (int) (n_steps - self->n_cards));
  for (guint i = 0; i < self->n_cards; i++)
    gtk_box_append (GTK_BOX (self->cards), new_card (self, self->first + i));
}

/* Whether the step and its neighbours have cards. */
static gboolean
has_cards (TalksStepStrip *self)
{
  const guint n_steps = talks_presentation_get_n_steps (self->presentation);
  const guint step = talks_presentation_get_step (self->presentation);

  return step >= self->first && step < self->first + self->n_cards && (step > self->first || self->first == 0)
         && (step + 1 < self->first + self->n_cards || self->first + self->n_cards == n_steps);
}

static void
changed_cb (TalksStepStrip *self,
            guint           flags)
{
  g_assert (TALKS_IS_STEP_STRIP (self));

  if ((flags & TALKS_PRESENTATION_CONTENT) || ((flags & TALKS_PRESENTATION_STEP) && !has_cards (self)))
    fill (self);
  if (flags & (TALKS_PRESENTATION_CONTENT | TALKS_PRESENTATION_STEP))
    mark_step (self);
}

/* ---- life ---- */

static void
talks_step_strip_dispose (GObject *object)
{
  TalksStepStrip *self = TALKS_STEP_STRIP (object);

  if (self->reveal != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal);
  self->reveal = 0;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->presentation);
  g_clear_pointer (&self->lang, g_free);

  G_OBJECT_CLASS (talks_step_strip_parent_class)->dispose (object);
}

static void
talks_step_strip_class_init (TalksStepStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_step_strip_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "talks-steps");
}

static void
talks_step_strip_init (TalksStepStrip *self)
{
  self->cards = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", CARD_GAP, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Steps"), -1);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->cards);
  g_signal_connect_object (get_adjustment (self), "notify::page-size", G_CALLBACK (reveal), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
talks_step_strip_new (TalksPresentation *presentation,
                      const char        *lang)
{
  TalksStepStrip *self;

  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (TALKS_TYPE_STEP_STRIP, NULL);
  self->presentation = g_object_ref (presentation);
  self->lang = g_strdup (lang);
  fill (self);
  mark_step (self);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
