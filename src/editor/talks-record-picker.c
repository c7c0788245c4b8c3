/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-record-picker.h"

#include <glib/gi18n-lib.h>

#include "talks-form-kinds.h"
#include "talks-mark-swatch.h"
#include "talks-picker-popover.h"
#include "talks-record-words.h"
#include "talks-show.h"

/* In characters: so much of a name is seen in the narrowest window. */
#define LABEL_WIDTH 12

struct _TalksRecordPicker
{
  GtkWidget     parent_instance;
  TalksSession *session;
  guint         kinds;
  char         *prompt;
  char         *name; /* what the value is called; or NULL */
  char         *id;   /* what is shown */
  char         *left_out;
  gboolean      is_optional;
  gboolean      adds;

  GtkWidget    *button;
  GtkWidget    *swatch;
  GtkWidget    *label;
  GtkWidget    *arrow;
  GtkWidget    *popover; /* NULL before it is first opened */
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksRecordPicker, talks_record_picker, GTK_TYPE_WIDGET)

/* ---- the button ---- */

static void
show_button (TalksRecordPicker *self)
{
  TalksDocument *document = self->session != NULL ? talks_session_get_document (self->session) : NULL;
  TalksRecord *record = document != NULL ? talks_document_lookup (document, self->id) : NULL;
  TalksParty *party = record != NULL ? talks_record_find_party (document, record) : NULL;
  g_autofree char *spoken = NULL;
  const char *text = self->prompt;

  if (record != NULL)
    text = talks_record_get_title (record, talks_session_get_language (self->session));
  else if (self->id != NULL)
    text = self->id;
  if (self->adds)
    {
      /* Translators: a button that adds something: "+ Add a person…". */
      g_autofree char *shown = g_strdup_printf (_("+ %s"), text);

      talks_show_text (GTK_LABEL (self->label), shown);
    }
  else
    talks_show_text (GTK_LABEL (self->label), text);
  if (self->id == NULL && !self->adds)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
  gtk_widget_set_visible (self->swatch, party != NULL);
  if (party != NULL)
    talks_mark_swatch_show (TALKS_MARK_SWATCH (self->swatch), party->mark, party->color);
  talks_show_tooltip (self->button, self->id != NULL ? text : NULL);

  /* Translators: the name of a field and its value, "Party: Ukraine". */
  spoken = self->name != NULL && !self->adds ? g_strdup_printf (_("%1$s: %2$s"), self->name, text) : g_strdup (text);
  talks_show_name (self->button, spoken);
}

static void
pick (TalksRecordPicker *self,
      const char        *id)
{
  g_autofree char *picked = g_strdup (id);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (!self->adds)
    {
      g_free (self->id);
      self->id = g_strdup (picked);
      show_button (self);
    }
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, picked);
}

/* ---- a new record ---- */

static void
applied_cb (TalksRecordPicker *self,
            TalksRecord       *record)
{
  pick (self, record->id);
}

static void
new_cb (TalksRecordPicker *self,
        int                kind,
        const char        *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *form = talks_form_new_named (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session,
                                          (TalksRecordKind) kind, name);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_connect_object (form, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (form));
}

/* ---- the list ---- */

/* It is filled each time it opens: the document may have changed. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       data)
{
  TalksRecordPicker *self = data;

  if (self->popover == NULL)
    {
      self->popover = talks_picker_popover_new (self->kinds, self->prompt);
      g_signal_connect_swapped (self->popover, "picked", G_CALLBACK (pick), self);
      g_signal_connect_swapped (self->popover, "new", G_CALLBACK (new_cb), self);
      gtk_menu_button_set_popover (button, self->popover);
    }
  talks_picker_popover_fill (TALKS_PICKER_POPOVER (self->popover), self->session, self->left_out,
                             self->is_optional && self->id != NULL && !self->adds);
}

/* ---- the class ---- */

static void
talks_record_picker_dispose (GObject *object)
{
  TalksRecordPicker *self = TALKS_RECORD_PICKER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (talks_record_picker_parent_class)->dispose (object);
}

static void
talks_record_picker_finalize (GObject *object)
{
  TalksRecordPicker *self = TALKS_RECORD_PICKER (object);

  g_free (self->prompt);
  g_free (self->name);
  g_free (self->id);
  g_free (self->left_out);

  G_OBJECT_CLASS (talks_record_picker_parent_class)->finalize (object);
}

static gboolean
talks_record_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TALKS_RECORD_PICKER (widget)->button);
}

static void
talks_record_picker_class_init (TalksRecordPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_record_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_record_picker_finalize;
  widget_class->grab_focus = talks_record_picker_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordpicker");

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
talks_record_picker_init (TalksRecordPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->swatch = talks_mark_swatch_new (11);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->label), LABEL_WIDTH);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  gtk_box_append (GTK_BOX (box), self->swatch);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->arrow);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  /* The button centres what it is given; an entry begins at its start. */
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
talks_record_picker_new (guint       kinds,
                         const char *prompt)
{
  TalksRecordPicker *self;

  g_return_val_if_fail (kinds != 0, NULL);
  g_return_val_if_fail (prompt != NULL, NULL);

  self = g_object_new (TALKS_TYPE_RECORD_PICKER, NULL);
  self->kinds = kinds;
  self->prompt = g_strdup (prompt);
  show_button (self);
  return GTK_WIDGET (self);
}

void
talks_record_picker_set_session (TalksRecordPicker *self,
                                 TalksSession      *session)
{
  g_return_if_fail (TALKS_IS_RECORD_PICKER (self));
  g_return_if_fail (TALKS_IS_SESSION (session));

  g_set_object (&self->session, session);
  show_button (self);
}

void
talks_record_picker_set_name (TalksRecordPicker *self,
                              const char        *name)
{
  g_return_if_fail (TALKS_IS_RECORD_PICKER (self));

  g_free (self->name);
  self->name = g_strdup (name);
  show_button (self);
}

void
talks_record_picker_set_id (TalksRecordPicker *self,
                            const char        *id)
{
  g_return_if_fail (TALKS_IS_RECORD_PICKER (self));

  g_free (self->id);
  self->id = g_strdup (id);
  show_button (self);
}

void
talks_record_picker_set_left_out (TalksRecordPicker *self,
                                  const char        *id)
{
  g_return_if_fail (TALKS_IS_RECORD_PICKER (self));

  g_free (self->left_out);
  self->left_out = g_strdup (id);
}

void
talks_record_picker_set_optional (TalksRecordPicker *self,
                                  gboolean           optional)
{
  g_return_if_fail (TALKS_IS_RECORD_PICKER (self));
  self->is_optional = optional;
}

void
talks_record_picker_set_adds (TalksRecordPicker *self,
                              gboolean           adds)
{
  g_return_if_fail (TALKS_IS_RECORD_PICKER (self));

  self->adds = adds;
  gtk_label_set_width_chars (GTK_LABEL (self->label), adds ? -1 : LABEL_WIDTH);
  gtk_widget_set_visible (self->arrow, !adds);
  if (adds)
    gtk_widget_add_css_class (GTK_WIDGET (self), "adds");
  show_button (self);
}
