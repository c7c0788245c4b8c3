/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-go-to-date.h"

#include <glib/gi18n-lib.h>

#include "talks-date-entry.h"
#include "talks-date-words.h"
#include "talks-dialogs.h"
#include "talks-show.h"

/* What the entry says stands below it, in one of these pages. */
#define PAGE_HINT "hint"
#define PAGE_DATE "date"
#define PAGE_CHOICE "choice"
#define PAGE_PROBLEM "problem"

typedef struct
{
  GtkWidget    *window;
  GtkWidget    *entry;
  GtkWidget    *pages;
  GtkWidget    *words;
  GtkWidget    *edtf;
  GtkWidget    *choices; /* a button for each candidate */
  GtkWidget    *problem;
  GtkWidget    *button;
  TalksSession *session;
  TalksDate    *date;    /* the only one that the entry can mean, or NULL */
} GoToDate;

static void
go_to_date_free (gpointer data)
{
  GoToDate *self = data;

  g_clear_object (&self->session);
  g_clear_pointer (&self->date, talks_date_unref);
  g_free (self);
}

/* Going there */

static void
go_to (GoToDate  *self,
       TalksDate *date)
{
  TalksSpan extent = talks_session_get_viewport (self->session)->extent;
  TalksSpan span = talks_span_intersect (talks_span_from_date (date), extent);

  talks_session_set_as_of (self->session, talks_span_clamp (extent, talks_date_get_sort_day (date)));
  if (talks_span_is_empty (span))
    span = talks_span_make (talks_session_get_as_of (self->session),
                            talks_session_get_as_of (self->session) + 1);
  /* Some days on both sides, so that a day is seen among its neighbours. */
  talks_session_show (self->session, (double) span.start - 5, (double) span.end + 5);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
go_cb (GoToDate *self)
{
  if (self->date != NULL)
    go_to (self, self->date);
}

static void
choice_cb (GtkButton *button,
           GoToDate  *self)
{
  go_to (self, g_object_get_data (G_OBJECT (button), "talks-date"));
}

/* Enter goes to the date, or to the choice between several. */
static void
entry_activate_cb (GoToDate *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->choices);

  if (self->date == NULL && first != NULL)
    gtk_widget_grab_focus (first);
  else
    go_cb (self);
}

/* What was understood */

/* Screen readers read a status by its name. */
static void
set_status (GtkWidget  *label,
            const char *text)
{
  talks_show_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_date (GoToDate *self)
{
  g_autofree char *words = talks_date_to_words (self->date, TALKS_DATE_STYLE_FULL);

  set_status (self->words, words);
  talks_show_text (GTK_LABEL (self->edtf), talks_date_get_text (self->date));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), PAGE_DATE);
}

static GtkWidget *
new_choice (GoToDate  *self,
            TalksDate *date)
{
  g_autofree char *words = talks_date_to_words (date, TALKS_DATE_STYLE_FULL);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *edtf = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (edtf), PANGO_ELLIPSIZE_END);
  talks_show_text (GTK_LABEL (label), words);
  talks_show_text (GTK_LABEL (edtf), talks_date_get_text (date));
  gtk_widget_add_css_class (edtf, "monospace");
  gtk_widget_add_css_class (edtf, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), edtf);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "talks-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "talks-date", talks_date_ref (date), (GDestroyNotify) talks_date_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (choice_cb), self);

  return button;
}

static void
show_choice (GoToDate             *self,
             const TalksDateEntry *entry)
{
  for (guint i = 0; i < entry->candidates->len; i++)
    gtk_box_append (GTK_BOX (self->choices), new_choice (self, g_ptr_array_index (entry->candidates, i)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), PAGE_CHOICE);
}

static void
entry_changed_cb (GoToDate *self)
{
  g_autoptr (TalksDateEntry) entry = talks_date_entry_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                                             talks_day_today ());
  GtkWidget *choice;

  g_clear_pointer (&self->date, talks_date_unref);
  while ((choice = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), choice);

  if (talks_date_entry_get_date (entry) != NULL)
    {
      self->date = talks_date_ref (talks_date_entry_get_date (entry));
      show_date (self);
    }
  else if (entry->candidates->len > 1)
    {
      show_choice (self, entry);
    }
  else if (entry->problem != NULL)
    {
      set_status (self->problem, entry->problem);
      gtk_stack_set_visible_child_name (GTK_STACK (self->pages), PAGE_PROBLEM);
    }
  else
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->pages), PAGE_HINT);
    }
  gtk_widget_set_sensitive (self->button, self->date != NULL);
}

/* The window */

/* A label that wraps at the width of the window. */
static GtkWidget *
new_text (const char        *text,
          GtkAccessibleRole  role,
          const char        *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   "hexpand", TRUE,
                                   "max-width-chars", 44,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
new_date_page (GoToDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->words = new_text ("", GTK_ACCESSIBLE_ROLE_STATUS, "talks-title");
  self->edtf = new_text ("", GTK_ACCESSIBLE_ROLE_LABEL, "monospace");
  gtk_label_set_selectable (GTK_LABEL (self->edtf), TRUE);
  /* Tab leads from the entry to the button; the text is selected by a pointer. */
  gtk_widget_set_focusable (self->edtf, FALSE);
  gtk_widget_add_css_class (self->edtf, "dim-label");
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->edtf);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
new_choice_page (GoToDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), new_text (_("This can mean more than one date. Which one is it?"),
                                           GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_box_append (GTK_BOX (box), self->choices);

  return box;
}

static GtkWidget *
new_problem_page (GoToDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->problem = new_text ("", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), self->problem);

  return box;
}

static GtkWidget *
new_pages (GoToDate *self)
{
  GtkWidget *hint = new_text (_("In words or digits, in English, Ukrainian or Russian: “after 29 March 2022”, "
                                "“mid-April 2022”, “16.05.2025”."),
                              GTK_ACCESSIBLE_ROLE_LABEL, "dim-label");

  self->pages = gtk_stack_new ();
  /* Only the page in front counts: a window that can not be resized takes all the width it is given. */
  gtk_stack_set_hhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->pages), FALSE);
  gtk_stack_add_named (GTK_STACK (self->pages), hint, PAGE_HINT);
  gtk_stack_add_named (GTK_STACK (self->pages), new_date_page (self), PAGE_DATE);
  gtk_stack_add_named (GTK_STACK (self->pages), new_choice_page (self), PAGE_CHOICE);
  gtk_stack_add_named (GTK_STACK (self->pages), new_problem_page (self), PAGE_PROBLEM);
  gtk_widget_add_css_class (self->pages, "talks-box");
  /* High enough for most of what is said, so that the window keeps still while one types. */
  gtk_widget_set_size_request (self->pages, 420, 78);

  return self->pages;
}

static GtkWidget *
new_content (GoToDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Date"));

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), TALKS_DATE_ENTRY_MAX_LENGTH);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->button = gtk_button_new_with_mnemonic (_("_Go"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), new_pages (self));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_add_css_class (box, "talks-dialog");

  return box;
}

void
talks_go_to_date_show (GtkWindow    *parent,
                       TalksSession *session)
{
  GoToDate *self = g_new0 (GoToDate, 1);

  self->session = g_object_ref (session);
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _("Go to Date"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self));
  gtk_widget_add_css_class (self->window, "talks-window");
  g_object_set_data_full (G_OBJECT (self->window), "talks-go-to-date", self, go_to_date_free);

  talks_dialogs_close_on_escape (GTK_WINDOW (self->window));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (go_cb), self);
  entry_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
