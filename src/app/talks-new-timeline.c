/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-new-timeline.h"

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-document-writer.h"

/* ---- the document ---- */

/* A lane to begin with; kinds is NULL-terminated. */
static void
add_lane (TalksDocument      *document,
          const char         *id,
          const char         *name,
          const char * const *kinds)
{
  g_autoptr (TalksLane) lane = talks_record_new (TALKS_RECORD_LANE, id);
  g_autoptr (TalksChange) change = NULL;

  lane->name = talks_text_new_plain (name);
  g_strfreev (lane->kinds);
  lane->kinds = g_strdupv ((char **) kinds);
  change = talks_change_new (NULL, &lane->record, -1);
  talks_document_apply (document, change, NULL);
}

/* A document of that title in which events can be entered. */
static TalksOpened *
make_document (const char  *title,
               const char  *lang,
               GError     **error)
{
  static const char * const talks[] = { "talks", "summit", "mediation", NULL };
  static const char * const statements[] = { "statement", NULL };
  static const char * const documents[] = { "document", NULL };
  static const char * const context[] = { "context", NULL };
  g_autoptr (TalksDocument) document = talks_document_new ();
  g_autoptr (TalksText) text = NULL;
  g_autoptr (TalksHead) head = NULL;
  g_autoptr (TalksChange) change = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (title != NULL && lang != NULL, NULL);

  text = talks_text_new_plain (title);
  head = talks_head_new (text, NULL, lang, NULL);
  change = talks_change_new ((TalksRecord *) talks_document_get_head (document), &head->record, -1);
  talks_document_apply (document, change, NULL);
  add_lane (document, "lane-talks", _("Talks and mediation"), talks);
  add_lane (document, "lane-statements", _("Statements"), statements);
  add_lane (document, "lane-documents", _("Documents"), documents);
  add_lane (document, "lane-context", _("Context"), context);
  bytes = talks_document_write (document, NULL, NULL, error);
  return bytes != NULL ? talks_open_bytes (bytes, error) : NULL;
}

/* ---- the window ---- */

typedef struct
{
  GtkWidget            *window;
  GtkWidget            *entry;
  GtkWidget            *button;
  char                 *lang;
  TalksNewTimelineMade  made;
  gpointer              data;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *self = data;

  g_free (self->lang);
  g_free (self);
}

static char *
get_title (Asking *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
changed_cb (Asking *self)
{
  g_autofree char *title = get_title (self);

  gtk_widget_set_sensitive (self->button, *title != '\0');
}

static void
make_cb (Asking *self)
{
  g_autofree char *title = get_title (self);
  g_autoptr (GError) error = NULL;
  TalksNewTimelineMade made = self->made;
  gpointer data = self->data;
  TalksOpened *opened;

  if (*title == '\0')
    return;
  opened = make_document (title, self->lang, &error);
  if (opened == NULL)
    {
      talks_dialogs_tell (GTK_WINDOW (self->window), _("The timeline was not made."), error->message);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (self->window));
  made (opened, data);
}

static GtkWidget *
new_content (Asking *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Title"));

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 300);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 44);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->button = gtk_button_new_with_mnemonic (_("_Make"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_add_css_class (box, "talks-dialog");
  return box;
}

void
talks_new_timeline_show (GtkWindow            *parent,
                         const char           *lang,
                         TalksNewTimelineMade  made,
                         gpointer              data)
{
  Asking *self = g_new0 (Asking, 1);

  self->lang = g_strdup (lang);
  self->made = made;
  self->data = data;
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _("New Timeline"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self));
  gtk_widget_add_css_class (self->window, "talks-window");
  g_object_set_data_full (G_OBJECT (self->window), "talks-new-timeline", self, asking_free);

  talks_dialogs_close_on_escape (GTK_WINDOW (self->window));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (make_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (make_cb), self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
