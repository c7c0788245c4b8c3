/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-paste-field.h"

#include <glib/gi18n-lib.h>

#include "talks-change.h"
#include "talks-citation.h"
#include "talks-form-kinds.h"
#include "talks-show.h"
#include "talks-source-list.h"
#include "talks-text-box.h"

#define MAX_LISTED   50 /* sources */
#define MAX_REMARKS  3

struct _TalksPasteField
{
  TalksFormField   parent_instance;
  GtkWidget       *box;
  GtkWidget       *list;    /* of several: a label for each */
  TalksSourceList *pasted;  /* several; else NULL */
  TalksRecord     *before;  /* the draft before the first was filled in; NULL while there is none */
  TalksRecord     *filled;  /* the source that fills it in; NULL: none */
  char            *said;    /* of what was pasted; NULL: nothing */
  TalksSayStyle    style;
};

G_DEFINE_FINAL_TYPE (TalksPasteField, talks_paste_field, TALKS_TYPE_FORM_FIELD)

/* ---- filling in ---- */

/* Fields that source names take over what it says; those that the one pasted before filled in, and nobody has changed
 * since, go back to what they were. */
static void
fill_in (TalksPasteField *self,
         TalksRecord     *source)
{
  TalksRecord *draft = talks_form_field_get_owner (TALKS_FORM_FIELD (self));
  const TalksFieldSet *set = talks_record_kind_get_fields (TALKS_RECORD_SOURCE);

  if (self->before == NULL)
    self->before = talks_record_copy (draft);
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (source != NULL && !talks_field_is_absent (field, source))
        talks_field_copy (field, source, draft);
      else if (self->filled != NULL && !talks_field_is_absent (field, self->filled)
               && talks_field_equal (field, self->filled, draft))
        talks_field_copy (field, self->before, draft);
    }
  g_clear_pointer (&self->filled, talks_record_unref);
  if (source != NULL)
    self->filled = talks_record_ref (source);
  else
    g_clear_pointer (&self->before, talks_record_unref);
}

/* ---- saying what was understood ---- */

/* Said again when the form shows its draft anew. */
static void
say (TalksPasteField *self,
     TalksSayStyle    style,
     const char      *text)
{
  g_free (self->said);
  self->said = g_strdup (text);
  self->style = style;
  talks_form_field_say (TALKS_FORM_FIELD (self), style, text);
}

static void
append_remarks (GString         *said,
                TalksSourceList *list)
{
  for (guint i = 0; i < MIN (list->remarks->len, MAX_REMARKS); i++)
    {
      const TalksSourceRemark *remark = list->remarks->pdata[i];

      g_string_append_c (said, '\n');
      if (remark->line > 0)
        /* Translators: a number of a line, and a sentence about it. */
        g_string_append_printf (said, _("Line %1$u: %2$s"), remark->line, remark->why);
      else
        g_string_append (said, remark->why);
    }
  if (list->remarks->len > MAX_REMARKS)
    {
      g_string_append_c (said, '\n');
      g_string_append_printf (said, ngettext ("%u more remark", "%u more remarks", list->remarks->len - MAX_REMARKS),
                              list->remarks->len - MAX_REMARKS);
    }
}

static char *
name_kind (TalksSourceTextKind kind,
           const char         *citation)
{
  switch (kind)
    {
    case TALKS_SOURCE_TEXT_CSL_JSON:
      return g_strdup_printf (_("Understood as CSL-JSON: %s"), citation);
    case TALKS_SOURCE_TEXT_BIBTEX:
      return g_strdup_printf (_("Understood as BibTeX: %s"), citation);
    case TALKS_SOURCE_TEXT_ADDRESSES:
    default:
      return g_strdup_printf (_("Understood as a web address: %s"), citation);
    }
}

static void
say_one (TalksPasteField     *self,
         TalksSourceList     *list,
         TalksSourceTextKind  kind)
{
  g_autofree char *citation = talks_citation_to_words (list->sources->pdata[0]);
  g_autofree char *words = name_kind (kind, citation);
  g_autoptr (GString) said = g_string_new (words);

  append_remarks (said, list);
  say (self,
       list->remarks->len > 0 ? TALKS_SAY_WARNING : TALKS_SAY_UNDERSTOOD, said->str);
}

static void
say_several (TalksPasteField *self,
             TalksSourceList *list)
{
  const guint n = list->sources->len;
  g_autoptr (GString) said = g_string_new (NULL);

  if (!talks_form_field_get_context (TALKS_FORM_FIELD (self))->adding)
    {
      say (self, TALKS_SAY_PROBLEM,
           _("These are several sources, and this form is about one. Paste one, or paste them where a source is "
             "added."));
      return;
    }
  g_string_printf (said, ngettext ("%u source was understood. The first is shown below; all are added together.",
                                   "%u sources were understood. The first is shown below; all are added together.", n), n);
  append_remarks (said, list);
  say (self,
       list->remarks->len > 0 ? TALKS_SAY_WARNING : TALKS_SAY_UNDERSTOOD, said->str);
}

/* ---- several ---- */

static void
append_line (TalksPasteField *self,
             const char      *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  talks_show_text (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (self->list), label);
}

static void
show_several (TalksPasteField *self)
{
  GtkWidget *child;
  guint n = self->pasted != NULL ? self->pasted->sources->len : 0;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; i < MIN (n, MAX_LISTED); i++)
    {
      g_autofree char *citation = talks_citation_to_words (self->pasted->sources->pdata[i]);
      g_autofree char *line = g_strdup_printf ("%u. %s", i + 1, citation);

      append_line (self, line);
    }
  if (n > MAX_LISTED)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n - MAX_LISTED), n - MAX_LISTED);

      append_line (self, line);
    }
  gtk_widget_set_visible (self->list, n > 0);
}

/* ---- the user ---- */

/* fill: gives the draft what the source says; else the draft has that already, and what was changed since. */
static void
take (TalksPasteField *self,
      const char      *text,
      gboolean         fill)
{
  TalksDocument *document = talks_form_field_get_document (TALKS_FORM_FIELD (self));
  const gboolean adding = talks_form_field_get_context (TALKS_FORM_FIELD (self))->adding;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksSourceList) list = NULL;
  TalksSourceTextKind kind;

  g_clear_pointer (&self->pasted, talks_source_list_free);
  list = talks_source_text_read (text, document, talks_day_today (), &kind, &error);
  if (fill)
    fill_in (self, list != NULL && list->sources->len > 0 && (adding || list->sources->len == 1)
                     ? list->sources->pdata[0] : NULL);
  if (list == NULL)
    say (self, TALKS_SAY_WARNING, error->message);
  else if (list->sources->len == 0)
    say (self, TALKS_SAY_WARNING, _("There is no source in this."));
  else if (list->sources->len == 1)
    say_one (self, list, kind);
  else
    {
      say_several (self, list);
      if (adding)
        self->pasted = g_steal_pointer (&list);
    }
}

static void
text_changed_cb (TalksPasteField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *text = talks_text_box_get_text (TALKS_TEXT_BOX (self->box));

  g_strstrip (text);
  if (*text != '\0')
    take (self, text, TRUE);
  else
    {
      g_clear_pointer (&self->pasted, talks_source_list_free);
      fill_in (self, NULL);
      say (self, TALKS_SAY_HELP, NULL);
    }
  show_several (self);
  if (TALKS_IS_FORM (root))
    talks_form_reload (TALKS_FORM (root));
  talks_form_field_changed (TALKS_FORM_FIELD (self));
}

void
talks_paste_field_paste (TalksPasteField *self,
                         const char      *text)
{
  g_return_if_fail (TALKS_IS_PASTE_FIELD (self));
  g_return_if_fail (text != NULL);

  talks_text_box_set_text (TALKS_TEXT_BOX (self->box), text);
  text_changed_cb (self);
}

/* ---- the form ---- */

static TalksPasteField *
find_in (GtkWidget *widget)
{
  TalksPasteField *found = TALKS_IS_PASTE_FIELD (widget) ? TALKS_PASTE_FIELD (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_in (child);
  return found;
}

gboolean
talks_paste_field_can_paste (const char    *text,
                             TalksDocument *document)
{
  g_autoptr (TalksSourceList) list = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  list = talks_source_text_read (text, document, talks_day_today (), NULL, NULL);
  return list != NULL && list->sources->len > 0;
}

void
talks_paste_field_paste_into (TalksForm  *form,
                              const char *text)
{
  TalksPasteField *self;

  g_return_if_fail (TALKS_IS_FORM (form));
  g_return_if_fail (text != NULL);

  self = find_in (GTK_WIDGET (form));
  if (self != NULL)
    talks_paste_field_paste (self, text);
}

gboolean
talks_paste_field_extend (TalksForm *form,
                          GPtrArray *changes)
{
  TalksPasteField *self;

  g_return_val_if_fail (TALKS_IS_FORM (form), TRUE);
  g_return_val_if_fail (changes != NULL, TRUE);

  self = find_in (GTK_WIDGET (form));
  if (self == NULL || self->pasted == NULL)
    return TRUE;
  for (guint i = 1; i < self->pasted->sources->len; i++)
    {
      g_autoptr (TalksRecord) source = talks_record_copy (self->pasted->sources->pdata[i]);

      /* The draft got its id just now. */
      if (g_str_equal (source->id, talks_form_get_context (form)->draft->id))
        {
          g_autofree char *taken = source->id;

          source->id = talks_source_list_make_id (self->pasted, talks_form_field_get_document (TALKS_FORM_FIELD (self)),
                                                  taken);
        }
      g_ptr_array_add (changes, talks_change_new (NULL, source, -1));
    }
  return TRUE;
}

char *
talks_paste_field_name_step (TalksForm *form)
{
  TalksPasteField *self;
  guint n;

  g_return_val_if_fail (TALKS_IS_FORM (form), NULL);

  self = find_in (GTK_WIDGET (form));
  if (self == NULL || self->pasted == NULL)
    return NULL;
  n = self->pasted->sources->len;
  return g_strdup_printf (ngettext ("Add %u source", "Add %u sources", n), n);
}

/* ---- keeping it ---- */

static void
talks_paste_field_keep_typed (TalksFormField *field,
                              const char     *where,
                              GHashTable     *typed)
{
  g_autofree char *text = talks_text_box_get_text (TALKS_TEXT_BOX (TALKS_PASTE_FIELD (field)->box));

  if (*text != '\0')
    g_hash_table_insert (typed, g_strdup (where), g_steal_pointer (&text));
}

static gboolean
talks_paste_field_take_typed (TalksFormField *field,
                              const char     *where,
                              GHashTable     *typed)
{
  TalksPasteField *self = TALKS_PASTE_FIELD (field);
  const char *text = g_hash_table_lookup (typed, where);
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (text == NULL)
    return FALSE;
  talks_text_box_set_text (TALKS_TEXT_BOX (self->box), text);
  if (*stripped != '\0')
    take (self, stripped, FALSE);
  show_several (self);
  return TRUE;
}

/* ---- the class ---- */

static void
talks_paste_field_load (TalksFormField *field)
{
  TalksPasteField *self = TALKS_PASTE_FIELD (field);

  talks_form_field_say (field, self->style, self->said);
}

static void
talks_paste_field_finalize (GObject *object)
{
  TalksPasteField *self = TALKS_PASTE_FIELD (object);

  g_clear_pointer (&self->pasted, talks_source_list_free);
  g_clear_pointer (&self->before, talks_record_unref);
  g_clear_pointer (&self->filled, talks_record_unref);
  g_free (self->said);

  G_OBJECT_CLASS (talks_paste_field_parent_class)->finalize (object);
}

static void
talks_paste_field_class_init (TalksPasteFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_paste_field_finalize;
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_paste_field_load;
  TALKS_FORM_FIELD_CLASS (klass)->keep_typed = talks_paste_field_keep_typed;
  TALKS_FORM_FIELD_CLASS (klass)->take_typed = talks_paste_field_take_typed;
}

static void
talks_paste_field_init (TalksPasteField *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = talks_text_box_new (TRUE);
  gtk_box_append (GTK_BOX (content), self->box);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_visible (self->list, FALSE);
  gtk_box_append (GTK_BOX (content), self->list);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), content, talks_text_box_get_target (TALKS_TEXT_BOX (self->box)));
  g_signal_connect_swapped (self->box, "changed", G_CALLBACK (text_changed_cb), self);
}

TalksFormField *
talks_paste_field_new (void)
{
  return g_object_new (TALKS_TYPE_PASTE_FIELD, NULL);
}
