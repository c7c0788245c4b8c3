/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-passage-field.h"

#include <glib/gi18n-lib.h>

#include "talks-passage-texts.h"
#include "talks-passage.h"

#define MIN_HEIGHT 72 /* pixels */
#define MAX_HEIGHT 200

struct _TalksPassageField
{
  TalksFormField  parent_instance;
  GtkWidget      *drop_down;
  GtkWidget      *scrolled; /* with the view */
  GtkWidget      *view;
  GtkWidget      *quote_button;
  GtkWidget      *clear_button;
  GtkTextTag     *tag;
  GPtrArray      *texts; /* of TalksPassageText */
  gboolean        is_loading;
  gboolean        listens;
};

G_DEFINE_FINAL_TYPE (TalksPassageField, talks_passage_field, TALKS_TYPE_FORM_FIELD)

static TalksAnnotation *
get_annotation (TalksPassageField *self)
{
  return talks_form_field_get_owner (TALKS_FORM_FIELD (self));
}

static const char *
get_text (TalksPassageField *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  return i < self->texts->len ? ((TalksPassageText *) self->texts->pdata[i])->text : "";
}

static guint
count_passages (TalksPassageField *self,
                const char        *text)
{
  g_autoptr (GArray) passages = talks_annotation_find_passages (get_annotation (self), text);

  return passages->len;
}

/* ---- showing ---- */

static void
mark_passages (TalksPassageField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  const char *text = get_text (self);
  g_autoptr (GArray) passages = talks_annotation_find_passages (get_annotation (self), text);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  for (guint i = 0; i < passages->len; i++)
    {
      const TalksPassage *passage = &g_array_index (passages, TalksPassage, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) g_utf8_pointer_to_offset (text, text + passage->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) g_utf8_pointer_to_offset (text, text + passage->end));
      gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
    }
}

static const char *
choose_help (TalksPassageField *self)
{
  if (self->texts->len > 0)
    return _("Select words in the text and quote them, or leave it: then the annotation is about the whole record.");
  if (get_annotation (self)->target == NULL)
    return _("Choose first what the annotation is about.");
  return _("This record has no text to quote; the annotation is about the whole of it.");
}

static void
say_passage (TalksPassageField *self)
{
  const TalksAnnotation *annotation = get_annotation (self);
  TalksFormField *field = TALKS_FORM_FIELD (self);
  g_autofree char *said = NULL;
  guint n = 0;

  gtk_widget_set_sensitive (self->clear_button, annotation->exact != NULL);
  if (annotation->exact == NULL)
    {
      talks_form_field_say (field, TALKS_SAY_HELP, choose_help (self));
      return;
    }
  for (guint i = 0; i < self->texts->len; i++)
    n += count_passages (self, ((TalksPassageText *) self->texts->pdata[i])->text);
  if (n > 0)
    said = g_strdup_printf (_("Quotes “%s”"), annotation->exact);
  else
    said = g_strdup_printf (_("No text of the record has “%s” any more: quote it as it stands there now."), annotation->exact);
  talks_form_field_say (field, n > 0 ? TALKS_SAY_UNDERSTOOD : TALKS_SAY_WARNING, said);
}

static void
show_text (TalksPassageField *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), get_text (self), -1);
  mark_passages (self);
}

/* The texts of the target, the first with the passage shown. */
static void
show_target (TalksPassageField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const char *lang = talks_session_get_language (talks_form_field_get_context (field)->session);
  TalksRecord *target = talks_document_lookup (talks_form_field_get_document (field), get_annotation (self)->target);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint shown = 0;

  g_ptr_array_unref (self->texts);
  self->texts = target != NULL ? talks_passage_texts_new (target, lang) : g_ptr_array_new ();
  for (guint i = self->texts->len; i > 0; i--)
    if (count_passages (self, ((TalksPassageText *) self->texts->pdata[i - 1])->text) > 0)
      shown = i - 1;
  for (guint i = 0; i < self->texts->len; i++)
    gtk_string_list_append (names, ((TalksPassageText *) self->texts->pdata[i])->name);

  self->is_loading = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_down), G_LIST_MODEL (names));
  if (self->texts->len > 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), shown);
  self->is_loading = FALSE;
  gtk_widget_set_visible (self->drop_down, self->texts->len > 0);
  gtk_widget_set_visible (self->scrolled, self->texts->len > 0);
  gtk_widget_set_visible (self->quote_button, self->texts->len > 0);
  gtk_widget_set_visible (self->clear_button, self->texts->len > 0 || get_annotation (self)->exact != NULL);
  show_text (self);
  say_passage (self);
}

static void
talks_passage_field_load (TalksFormField *field)
{
  show_target (TALKS_PASSAGE_FIELD (field));
}

/* ---- the user ---- */

static void
selection_changed_cb (TalksPassageField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  gtk_widget_set_sensitive (self->quote_button, gtk_text_buffer_get_has_selection (buffer));
}

static void
text_chosen_cb (TalksPassageField *self)
{
  if (!self->is_loading)
    show_text (self);
}

static void
passage_changed (TalksPassageField *self)
{
  mark_passages (self);
  say_passage (self);
  talks_form_field_changed (TALKS_FORM_FIELD (self));
}

void
talks_passage_field_quote (TalksPassageField *self)
{
  GtkTextBuffer *buffer;
  const char *text;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (TALKS_IS_PASSAGE_FIELD (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  text = get_text (self);
  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  if (!talks_annotation_quote_passage (get_annotation (self), text,
                                       (size_t) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&start)) - text),
                                       (size_t) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&end)) - text)))
    return;
  gtk_text_buffer_select_range (buffer, &start, &start);
  passage_changed (self);
}

void
talks_passage_field_clear (TalksPassageField *self)
{
  TalksAnnotation *annotation;

  g_return_if_fail (TALKS_IS_PASSAGE_FIELD (self));

  annotation = get_annotation (self);
  g_clear_pointer (&annotation->exact, g_free);
  g_clear_pointer (&annotation->prefix, g_free);
  g_clear_pointer (&annotation->suffix, g_free);
  passage_changed (self);
  gtk_widget_grab_focus (self->view);
}

/* The field that says what the annotation is about is there only when the form is whole. */
static void
map_cb (TalksPassageField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  TalksFormField *target = TALKS_IS_FORM (root) ? talks_form_get_field (TALKS_FORM (root), "target") : NULL;

  if (target == NULL || self->listens)
    return;
  self->listens = TRUE;
  g_signal_connect_object (target, "changed", G_CALLBACK (show_target), self, G_CONNECT_SWAPPED);
}

void
talks_passage_field_show_text (TalksPassageField *self,
                               guint              index)
{
  g_return_if_fail (TALKS_IS_PASSAGE_FIELD (self));
  g_return_if_fail (index < self->texts->len);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), index);
}

void
talks_passage_field_select (TalksPassageField *self,
                            int                start,
                            int                end)
{
  GtkTextBuffer *buffer;
  GtkTextIter from;
  GtkTextIter to;

  g_return_if_fail (TALKS_IS_PASSAGE_FIELD (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_select_range (buffer, &from, &to);
}

/* ---- the class ---- */

static void
talks_passage_field_finalize (GObject *object)
{
  g_ptr_array_unref (TALKS_PASSAGE_FIELD (object)->texts);

  G_OBJECT_CLASS (talks_passage_field_parent_class)->finalize (object);
}

static void
talks_passage_field_class_init (TalksPassageFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_passage_field_finalize;
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_passage_field_load;
}

static void
make_view (TalksPassageField *self)
{
  const GdkRGBA ground = { 0.47f, 0.68f, 0.93f, 0.3f }; /* on light and dark */
  GtkTextBuffer *buffer;

  self->view = gtk_text_view_new ();
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 7);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 7);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  self->tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_LOW, "background-rgba", &ground,
                                          NULL);
  g_signal_connect_swapped (buffer, "notify::has-selection", G_CALLBACK (selection_changed_cb), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->view);
  gtk_widget_set_overflow (self->scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (self->scrolled, "talks-text-view");
}

static void
talks_passage_field_init (TalksPassageField *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->texts = g_ptr_array_new ();
  self->drop_down = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_halign (self->drop_down, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Text to quote from"), -1);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (text_chosen_cb), self);
  gtk_box_append (GTK_BOX (content), self->drop_down);
  make_view (self);
  gtk_box_append (GTK_BOX (content), self->scrolled);

  self->quote_button = gtk_button_new_with_mnemonic (_("_Quote the Selected Words"));
  gtk_widget_set_sensitive (self->quote_button, FALSE);
  g_signal_connect_swapped (self->quote_button, "clicked", G_CALLBACK (talks_passage_field_quote), self);
  gtk_box_append (GTK_BOX (buttons), self->quote_button);
  self->clear_button = gtk_button_new_with_mnemonic (_("Quote _Nothing"));
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (talks_passage_field_clear), self);
  gtk_box_append (GTK_BOX (buttons), self->clear_button);
  gtk_box_append (GTK_BOX (content), buttons);

  talks_form_field_set_content (TALKS_FORM_FIELD (self), content, self->view);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

TalksFormField *
talks_passage_field_new (void)
{
  return g_object_new (TALKS_TYPE_PASSAGE_FIELD, NULL);
}
