/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-present-dialog.h"

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-language-button.h"
#include "talks-projection.h"
#include "talks-show.h"
#include "talks-text-languages.h"

#define WIDTH 560
#define LIST_HEIGHT 420 /* with all else, and the frame of a window, there is room on a screen of 1024 × 700 */

typedef struct
{
  GtkWidget          *window;
  GtkWidget          *list;
  GtkWidget          *languages;
  GtkWidget          *keep;
  GtkWidget          *edit;
  GtkWidget          *start;
  GtkWidget          *go_on;  /* at the step where the lesson ended last */
  char               *key;    /* of that lesson; may be NULL */
  guint               step;
  GPtrArray          *offers; /* of TalksOffer; rows in this order, views after them */
  char              **tags;
  TalksPresentChosen  chosen;
  gpointer            data;
} PresentDialog;

static void
present_dialog_free (gpointer data)
{
  PresentDialog *self = data;

  g_ptr_array_unref (self->offers);
  g_strfreev (self->tags);
  g_free (self->key);
  g_free (self);
}

/* ---- what is chosen ---- */

static const TalksOffer *
get_offer (PresentDialog *self,
           GtkListBoxRow *row)
{
  const int i = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return i >= 0 && i < (int) self->offers->len ? self->offers->pdata[i] : NULL;
}

static const char *
get_view (PresentDialog *self,
          GtkListBoxRow *row)
{
  const int i = row != NULL ? gtk_list_box_row_get_index (row) - (int) self->offers->len : -1;

  return i >= 0 && i < TALKS_N_PROJECTION_VIEWS ? talks_projection_view_get_name ((TalksProjectionView) i) : NULL;
}

/* The window goes first: another one may come. */
static void
choose (PresentDialog      *self,
        TalksPresentChoice  choice)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  const guint language = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->languages));
  g_autoptr (GObject) window = NULL;
  const TalksOffer *offer = get_offer (self, row);
  const char *view = get_view (self, row);
  guint step = 0;

  if (row == NULL)
    return;
  window = G_OBJECT (g_object_ref (self->window));
  if (gtk_widget_get_visible (self->go_on) && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->go_on)))
    step = self->step;
  gtk_window_destroy (GTK_WINDOW (self->window));
  self->chosen (choice, offer, view, self->tags[MIN (language, g_strv_length (self->tags) - 1)], step, self->data);
}

static void
start_cb (PresentDialog *self)
{
  choose (self, TALKS_PRESENT_CHOICE_START);
}

static void
keep_cb (PresentDialog *self)
{
  choose (self, TALKS_PRESENT_CHOICE_KEEP);
}

static void
edit_cb (PresentDialog *self)
{
  choose (self, TALKS_PRESENT_CHOICE_EDIT);
}

static void
row_selected_cb (PresentDialog *self)
{
  const TalksOffer *offer = get_offer (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
  const gboolean is_tour = offer != NULL && talks_lesson_get_tour_id (offer->lesson) != NULL;

  gtk_widget_set_sensitive (self->keep, offer != NULL && !is_tour);
  gtk_widget_set_sensitive (self->edit, is_tour);
  gtk_widget_set_visible (self->go_on, self->step > 0 && offer != NULL && g_strcmp0 (offer->key, self->key) == 0
                                         && self->step < talks_lesson_get_n_steps (offer->lesson));
}

/* ---- rows ---- */

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  talks_show_text (GTK_LABEL (label), text);
  return label;
}

static void
add_row (PresentDialog *self,
         const char    *name,
         const char    *detail,
         gboolean       is_chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *spoken = g_strdup_printf ("%s · %s", name, detail);

  gtk_box_append (GTK_BOX (box), new_label (name, "talks-party"));
  gtk_box_append (GTK_BOX (box), new_label (detail, "talks-caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "talks-offer");
  talks_show_name (row, spoken);
  talks_show_tooltip (row, detail);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  if (is_chosen || gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) == NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static void
add_rows (PresentDialog *self,
          const char    *key)
{
  for (guint i = 0; i < self->offers->len; i++)
    {
      const TalksOffer *offer = self->offers->pdata[i];

      add_row (self, offer->name, offer->detail, g_strcmp0 (offer->key, key) == 0);
    }
  for (int i = 0; i < TALKS_N_PROJECTION_VIEWS; i++)
    add_row (self, talks_projection_view_get_title ((TalksProjectionView) i),
             _("As it is, large; what you select and zoom here is followed there"),
             g_strcmp0 (talks_projection_view_get_name ((TalksProjectionView) i), key) == 0);
}

/* A line between lessons and views. */
static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  PresentDialog *self = data;
  const gboolean is_first = gtk_list_box_row_get_index (row) == (int) self->offers->len;

  if (is_first && before != NULL && gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

/* Tab leads on, not from row to row. */
static gboolean
tab_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  PresentDialog *self = data;

  GtkWidget *next = gtk_widget_get_visible (self->go_on) ? self->go_on : self->languages;

  gtk_widget_grab_focus (g_variant_get_boolean (args) ? next : self->start);
  return TRUE;
}

static void
add_tab (GtkEventController *controller,
         guint               keyval,
         GdkModifierType     state,
         gboolean            forward,
         PresentDialog      *self)
{
  GtkShortcut *shortcut = gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keyval, state),
                                                           gtk_callback_action_new (tab_cb, self, NULL), "b", forward);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* ---- the window ---- */

static GtkWidget *
new_list (PresentDialog *self,
          const char    *key)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->list = gtk_list_box_new ();
  add_tab (keys, GDK_KEY_Tab, 0, TRUE, self);
  add_tab (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, FALSE, self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, keys);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, self, NULL);
  gtk_widget_add_css_class (self->list, "talks-offers");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to present"), -1);
  add_rows (self, key);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  gtk_widget_add_css_class (scrolled, "talks-box");
  return scrolled;
}

static GtkWidget *
new_languages (PresentDialog *self,
               const char    *language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Language on the stage"));
  GtkStringList *names = gtk_string_list_new (NULL);
  const char *chosen = talks_text_languages_choose ((const char * const *) self->tags, language);

  for (guint i = 0; self->tags[i] != NULL; i++)
    {
      g_autofree char *name = talks_language_name (self->tags[i]);

      gtk_string_list_append (names, name);
    }
  self->languages = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  for (guint i = 0; self->tags[i] != NULL; i++)
    if (self->tags[i] == chosen)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->languages), i);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->languages);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->languages), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->languages);
  return box;
}

static GtkWidget *
new_button (PresentDialog *self,
            const char    *label,
            GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
new_go_on (PresentDialog *self)
{
  g_autofree char *label = g_strdup_printf (_("_Go on at step %u, where it ended"), self->step + 1);

  self->go_on = gtk_check_button_new_with_mnemonic (label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->go_on), TRUE);
  return self->go_on;
}

static GtkWidget *
new_content (PresentDialog *self,
             const char    *key,
             const char    *language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->start = new_button (self, _("_Present"), G_CALLBACK (start_cb));
  self->keep = new_button (self, _("_Keep as a Tour"), G_CALLBACK (keep_cb));
  self->edit = new_button (self, _("_Edit the Tour…"), G_CALLBACK (edit_cb));
  talks_show_tooltip (self->keep, _("Add it to the document, to give it words, notes and another order"));
  gtk_widget_add_css_class (self->start, "suggested-action");
  gtk_widget_set_hexpand (self->start, TRUE);
  gtk_widget_set_halign (self->start, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), self->keep);
  gtk_box_append (GTK_BOX (buttons), self->edit);
  gtk_box_append (GTK_BOX (buttons), self->start);
  gtk_box_append (GTK_BOX (box), new_list (self, key));
  gtk_box_append (GTK_BOX (box), new_go_on (self));
  gtk_box_append (GTK_BOX (box), new_languages (self, language));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "talks-dialog");
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->start);
  return box;
}

void
talks_present_dialog_show (GtkWindow          *parent,
                           TalksSession       *session,
                           const char         *key,
                           guint               step,
                           const char         *language,
                           TalksPresentChosen  chosen,
                           gpointer            data)
{
  PresentDialog *self = g_new0 (PresentDialog, 1);
  GtkListBoxRow *row;

  self->chosen = chosen;
  self->data = data;
  self->key = g_strdup (key);
  self->step = step;
  self->offers = talks_offers_list (session);
  self->tags = talks_text_languages_list (talks_session_get_document (session));
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _("Present"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self, key, language));
  gtk_widget_add_css_class (self->window, "talks-window");
  g_object_set_data_full (G_OBJECT (self->window), "talks-present-dialog", self, present_dialog_free);

  talks_dialogs_close_on_escape (GTK_WINDOW (self->window));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (start_cb), self);
  row_selected_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}
