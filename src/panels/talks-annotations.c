/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-annotations.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-blocks.h"
#include "talks-parts.h"
#include "talks-passage.h"
#include "talks-words.h"

/* Beyond these nobody can tell the marks apart. */
#define MAX_ANNOTATIONS 100
#define MAX_MARKS       200

#define GROUND_ALPHA (0.16 * 65535)

/* ---- cards ---- */

/* "16 May 2025 at 13:35", in the time of this place; NULL when text is no time. */
static char *
dup_moment (const char *text)
{
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *day = text != NULL ? g_strndup (text, strcspn (text, "T ")) : NULL;
  g_autofree char *clock = local != NULL ? g_date_time_format (local, "%R") : NULL;
  g_autoptr (TalksDate) date = NULL;
  g_autofree char *words = NULL;

  if (local != NULL)
    {
      g_free (day);
      day = g_date_time_format (local, "%F");
    }
  date = day != NULL ? talks_date_parse (day, NULL) : NULL;
  words = date != NULL ? talks_words_date (date) : NULL;
  if (words == NULL || clock == NULL)
    return g_steal_pointer (&words);
  /* Translators: a day and a time of day. */
  return g_strdup_printf (_("%1$s at %2$s"), words, clock);
}

static GtkWidget *
card_new (const TalksAnnotation *annotation)
{
  GtkWidget *card = talks_block_column (3, "talks-annotation");
  g_autoptr (GString) head = g_string_new (_("Annotation"));
  g_autofree char *made = dup_moment (annotation->created);
  g_autofree char *modified = dup_moment (annotation->modified);

  talks_words_join (head, annotation->creator);
  talks_words_join (head, made);
  if (modified != NULL && g_strcmp0 (modified, made) != 0)
    {
      /* Translators: when an annotation was changed: a day and a time of day. */
      g_autofree char *words = g_strdup_printf (_("changed %s"), modified);

      talks_words_join (head, words);
    }
  gtk_box_append (GTK_BOX (card), talks_block_text (head->str, "talks-caption"));
  if (annotation->exact != NULL)
    {
      g_autofree char *quote = talks_words_quote (annotation->exact);

      gtk_box_append (GTK_BOX (card), talks_block_text (quote, "talks-caption"));
    }
  gtk_box_append (GTK_BOX (card), talks_block_reading (annotation->body, "talks-quote"));
  return card;
}

static void
append_cards (GtkBox   *box,
              guint     first,
              guint     end,
              gpointer  data)
{
  GPtrArray *annotations = data;

  for (guint i = first; i < end; i++)
    gtk_box_append (box, card_new (annotations->pdata[i]));
}

void
talks_annotations_append (GtkBox     *box,
                          TalksPanel *panel,
                          const char *id)
{
  GPtrArray *found;
  GPtrArray *annotations;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (TALKS_IS_PANEL (panel));

  found = talks_document_get_annotations_on (talks_panel_get_document (panel), id);
  if (found == NULL || found->len == 0)
    return;
  annotations = g_ptr_array_new_with_free_func (talks_record_unref);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (annotations, talks_record_ref (found->pdata[i]));
  talks_parts_append (box, annotations->len, append_cards, annotations, (GDestroyNotify) g_ptr_array_unref);
}

/* ---- marks ---- */

static void
insert (PangoAttrList      *attributes,
        PangoAttribute     *attribute,
        const TalksPassage *passage)
{
  attribute->start_index = (guint) passage->start;
  attribute->end_index = (guint) passage->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
mark_passage (PangoAttrList      *attributes,
              const TalksPassage *passage,
              TalksColor          color)
{
  /* SINGLE is thinner than a pixel in some fonts, and then not drawn by GL. */
  insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_LOW), passage);
  insert (attributes, pango_attr_background_new ((guint16) (color.red * 65535), (guint16) (color.green * 65535),
                                                 (guint16) (color.blue * 65535)), passage);
  insert (attributes, pango_attr_background_alpha_new ((guint16) GROUND_ALPHA), passage);
}

void
talks_annotations_mark (GtkLabel   *label,
                        TalksPanel *panel,
                        const char *id)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  GPtrArray *annotations;
  guint n_marks = 0;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (TALKS_IS_PANEL (panel));

  annotations = talks_document_get_annotations_on (talks_panel_get_document (panel), id);
  for (guint i = 0; annotations != NULL && i < MIN (annotations->len, MAX_ANNOTATIONS); i++)
    {
      g_autoptr (GArray) passages = talks_annotation_find_passages (annotations->pdata[i], gtk_label_get_text (label));

      if (passages->len > 0 && attributes == NULL)
        attributes = pango_attr_list_new ();
      for (guint k = 0; k < passages->len && n_marks < MAX_MARKS; k++, n_marks++)
        mark_passage (attributes, &g_array_index (passages, TalksPassage, k),
                      talks_panel_get_palette (panel)->accent);
    }
  gtk_label_set_attributes (label, attributes);
}
