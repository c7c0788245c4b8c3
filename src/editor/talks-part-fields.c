/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of records: one (the place of an event), or a list of them (its attendance). */

#include "talks-fields.h"

#include <glib/gi18n-lib.h>

#include "talks-form-rows.h"
#include "talks-form-typed.h"
#include "talks-item-list.h"
#include "talks-record-picker.h"

/* The first of fields that has a problem. */
static TalksFormField *
check_all (GPtrArray *fields)
{
  TalksFormField *first = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      TalksFormField *found = talks_form_field_check (fields->pdata[i]);

      if (first == NULL)
        first = found;
    }
  return first;
}

static gboolean
is_blank_part (const TalksFieldSet *set,
               gconstpointer        part)
{
  for (guint i = 0; i < set->n_fields; i++)
    if (set->fields[i].type != TALKS_FIELD_WORD && !talks_field_is_absent (&set->fields[i], part))
      return FALSE;
  return TRUE;
}

/* ---- one part ---- */

struct _TalksStructField
{
  TalksFormField parent_instance;
  GtkWidget     *box;
  GPtrArray     *fields; /* of TalksFormField */
  gpointer       part;   /* what the fields edit; the owner has a copy of it while it says something */
};

G_DECLARE_FINAL_TYPE (TalksStructField, talks_struct_field, TALKS, STRUCT_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksStructField, talks_struct_field, TALKS_TYPE_FORM_FIELD)

static const TalksFieldSet *
get_parts (TalksFormField *field)
{
  return talks_form_field_get_field (field)->parts;
}

static gpointer *
get_place (TalksFormField *field)
{
  return &TALKS_FIELD_VALUE (talks_form_field_get_field (field), talks_form_field_get_owner (field), gpointer);
}

static void
part_changed_cb (TalksStructField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksFieldSet *set = get_parts (field);
  gpointer *place = get_place (field);

  if (*place != NULL)
    set->free (*place);
  *place = is_blank_part (set, self->part) ? NULL : talks_field_set_copy (set, self->part);
  talks_form_field_changed (field);
}

static void
talks_struct_field_load (TalksFormField *field)
{
  TalksStructField *self = TALKS_STRUCT_FIELD (field);
  const TalksFieldSet *set = get_parts (field);
  gpointer value = *get_place (field);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->fields, 0);
  if (self->part != NULL)
    set->free (self->part);
  self->part = value != NULL ? talks_field_set_copy (set, value) : g_malloc0 (set->size);
  gtk_box_append (GTK_BOX (self->box), talks_form_rows_new_part (talks_form_field_get_context (field), set,
                                                                 talks_form_field_get_row (field)->rows, self->part,
                                                                 self->fields));
  for (guint i = 0; i < self->fields->len; i++)
    g_signal_connect_object (self->fields->pdata[i], "changed", G_CALLBACK (part_changed_cb), self, G_CONNECT_SWAPPED);
}

static TalksFormField *
talks_struct_field_check (TalksFormField *field)
{
  TalksStructField *self = TALKS_STRUCT_FIELD (field);
  TalksFormField *found = TALKS_FORM_FIELD_CLASS (talks_struct_field_parent_class)->check (field);

  if (found != NULL)
    return found;
  /* What a part must have it need not have when there is none. */
  if (!is_blank_part (get_parts (field), self->part))
    return check_all (self->fields);
  for (guint i = 0; i < self->fields->len; i++)
    if (talks_form_field_has_problem (self->fields->pdata[i]))
      return self->fields->pdata[i];
  return NULL;
}

static void
talks_struct_field_keep_typed (TalksFormField *field,
                               const char     *where,
                               GHashTable     *typed)
{
  talks_form_typed_keep (TALKS_STRUCT_FIELD (field)->fields, where, typed);
}

static gboolean
talks_struct_field_take_typed (TalksFormField *field,
                               const char     *where,
                               GHashTable     *typed)
{
  return talks_form_typed_take (TALKS_STRUCT_FIELD (field)->fields, where, typed);
}

static void
talks_struct_field_finalize (GObject *object)
{
  TalksStructField *self = TALKS_STRUCT_FIELD (object);

  if (self->part != NULL)
    get_parts (TALKS_FORM_FIELD (self))->free (self->part);
  g_ptr_array_unref (self->fields);

  G_OBJECT_CLASS (talks_struct_field_parent_class)->finalize (object);
}

static void
talks_struct_field_class_init (TalksStructFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_struct_field_finalize;
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_struct_field_load;
  TALKS_FORM_FIELD_CLASS (klass)->check = talks_struct_field_check;
  TALKS_FORM_FIELD_CLASS (klass)->keep_typed = talks_struct_field_keep_typed;
  TALKS_FORM_FIELD_CLASS (klass)->take_typed = talks_struct_field_take_typed;
}

static void
talks_struct_field_init (TalksStructField *self)
{
  self->fields = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), self->box, NULL);
}

TalksFormField *
talks_struct_field_new (void)
{
  return g_object_new (talks_struct_field_get_type (), NULL);
}

/* ---- a list of parts ---- */

struct _TalksListField
{
  TalksFormField parent_instance;
  GtkWidget     *box;
  GtkWidget     *list;
  GPtrArray     *items;   /* of GPtrArray of TalksFormField, one for each part */
  GPtrArray     *columns; /* of GtkSizeGroup, one for each row of a part: narrow fields stand below each other */
};

G_DECLARE_FINAL_TYPE (TalksListField, talks_list_field, TALKS, LIST_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksListField, talks_list_field, TALKS_TYPE_FORM_FIELD)

static GPtrArray *
get_list (TalksListField *self)
{
  return *get_place (TALKS_FORM_FIELD (self));
}

/* What a part is called: the record that it is about, its text, or its number. */
static char *
name_part (TalksListField *self,
           gconstpointer   part,
           guint           i)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksFormContext *context = talks_form_field_get_context (field);
  const TalksFieldSet *set = get_parts (field);
  const char *lang = talks_session_get_language (context->session);

  for (guint j = 0; j < set->n_fields; j++)
    {
      const TalksField *value = &set->fields[j];
      TalksRecord *record;

      if (talks_field_is_absent (value, part))
        continue;
      if (value->type == TALKS_FIELD_TEXT)
        return g_strdup (talks_text_show (TALKS_FIELD_VALUE (value, part, TalksText *), lang));
      if (value->type != TALKS_FIELD_STRING || value->refers_to == 0)
        continue;
      record = talks_document_lookup (talks_session_get_document (context->session),
                                      TALKS_FIELD_VALUE (value, part, char *));
      if (record != NULL)
        return g_strdup (talks_record_get_title (record, lang));
    }
  /* Translators: an item of a list by the label of the list and its number: "Roles 2". */
  return g_strdup_printf (_("%1$s %2$u"), talks_form_field_get_label (field), i + 1);
}

static void
append_item (TalksListField *self,
             gpointer        part)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  GPtrArray *fields = g_ptr_array_new ();
  g_autofree char *name = name_part (self, part, self->items->len);
  GtkWidget *rows = talks_form_rows_new_part (talks_form_field_get_context (field), get_parts (field),
                                              talks_form_field_get_row (field)->rows, part, fields);

  for (guint i = 0; i < fields->len; i++)
    {
      if (i >= self->columns->len)
        g_ptr_array_add (self->columns, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL));
      if ((talks_form_field_get_row (fields->pdata[i])->flags & TALKS_ROW_NARROW) != 0)
        gtk_size_group_add_widget (self->columns->pdata[i], fields->pdata[i]);
      g_signal_connect_object (fields->pdata[i], "changed", G_CALLBACK (talks_form_field_changed), self,
                               G_CONNECT_SWAPPED);
    }
  g_ptr_array_add (self->items, fields);
  talks_item_list_append (TALKS_ITEM_LIST (self->list), rows, name);
}

static void
add_part (TalksListField *self,
          const char     *id)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksFieldSet *set = get_parts (field);
  const char *by = talks_form_field_get_row (field)->by;
  gpointer part = g_malloc0 (set->size);

  /* Lists are there in every part, empty or not. */
  for (guint i = 0; i < set->n_fields; i++)
    if (set->fields[i].type == TALKS_FIELD_STRINGS)
      TALKS_FIELD_VALUE (&set->fields[i], part, char **) = g_new0 (char *, 1);
  if (by != NULL)
    TALKS_FIELD_VALUE (talks_field_set_find (set, by), part, char *) = g_strdup (id);
  g_ptr_array_add (get_list (self), part);
  append_item (self, part);
  talks_form_field_changed (field);
  talks_item_list_focus (TALKS_ITEM_LIST (self->list), self->items->len - 1);
}

static void
picked_cb (TalksListField *self,
           const char     *id)
{
  add_part (self, id);
}

static void
add_cb (TalksListField *self)
{
  add_part (self, NULL);
}

static void
moved_cb (TalksListField *self,
          guint           from,
          guint           to)
{
  GPtrArray *list = get_list (self);
  gpointer part = g_ptr_array_steal_index (list, from);
  gpointer item = g_ptr_array_steal_index (self->items, from);

  g_ptr_array_insert (list, (int) to, part);
  g_ptr_array_insert (self->items, (int) to, item);
  talks_form_field_changed (TALKS_FORM_FIELD (self));
}

static void
removed_cb (TalksListField *self,
            guint           i)
{
  g_ptr_array_remove_index (self->items, i);
  g_ptr_array_remove_index (get_list (self), i);
  talks_form_field_changed (TALKS_FORM_FIELD (self));
}

static GtkWidget *
new_adder (TalksListField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  const TalksFormRow *row = talks_form_field_get_row (field);
  const char *label = row->add != NULL ? _(row->add) : _("Add…");
  GtkWidget *adder;

  if (row->by == NULL)
    {
      adder = talks_form_add_button_new (label);
      g_signal_connect_swapped (adder, "clicked", G_CALLBACK (add_cb), self);
      return adder;
    }
  adder = talks_record_picker_new (talks_field_set_find (get_parts (field), row->by)->refers_to, label);
  talks_record_picker_set_adds (TALKS_RECORD_PICKER (adder), TRUE);
  talks_record_picker_set_session (TALKS_RECORD_PICKER (adder), talks_form_field_get_context (field)->session);
  talks_record_picker_set_left_out (TALKS_RECORD_PICKER (adder), talks_form_field_get_context (field)->draft->id);
  g_signal_connect_swapped (adder, "picked", G_CALLBACK (picked_cb), self);
  return adder;
}

static void
make_list (TalksListField *self)
{
  self->list = talks_item_list_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  talks_form_field_get_label (TALKS_FORM_FIELD (self)), -1);
  talks_item_list_set_add (TALKS_ITEM_LIST (self->list), new_adder (self));
  gtk_widget_set_hexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->list);
  g_signal_connect_swapped (self->list, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->list, "removed", G_CALLBACK (removed_cb), self);
}

static void
talks_list_field_load (TalksFormField *field)
{
  TalksListField *self = TALKS_LIST_FIELD (field);
  GPtrArray *list;

  if (self->list == NULL)
    make_list (self);
  talks_item_list_clear (TALKS_ITEM_LIST (self->list));
  g_ptr_array_set_size (self->items, 0);
  list = get_list (self);
  for (guint i = 0; i < list->len; i++)
    append_item (self, g_ptr_array_index (list, i));
}

static TalksFormField *
talks_list_field_check (TalksFormField *field)
{
  TalksListField *self = TALKS_LIST_FIELD (field);
  TalksFormField *first = TALKS_FORM_FIELD_CLASS (talks_list_field_parent_class)->check (field);

  for (guint i = 0; i < self->items->len; i++)
    {
      TalksFormField *found = check_all (g_ptr_array_index (self->items, i));

      if (first == NULL)
        first = found;
    }
  return first;
}

static void
talks_list_field_keep_typed (TalksFormField *field,
                             const char     *where,
                             GHashTable     *typed)
{
  TalksListField *self = TALKS_LIST_FIELD (field);

  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *item = g_strdup_printf ("%s/%u", where, i);

      talks_form_typed_keep (self->items->pdata[i], item, typed);
    }
}

static gboolean
talks_list_field_take_typed (TalksFormField *field,
                             const char     *where,
                             GHashTable     *typed)
{
  TalksListField *self = TALKS_LIST_FIELD (field);
  gboolean taken = FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      g_autofree char *item = g_strdup_printf ("%s/%u", where, i);

      taken |= talks_form_typed_take (self->items->pdata[i], item, typed);
    }
  return taken;
}

static void
talks_list_field_finalize (GObject *object)
{
  g_ptr_array_unref (TALKS_LIST_FIELD (object)->items);
  g_ptr_array_unref (TALKS_LIST_FIELD (object)->columns);

  G_OBJECT_CLASS (talks_list_field_parent_class)->finalize (object);
}

static void
talks_list_field_class_init (TalksListFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_list_field_finalize;
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_list_field_load;
  TALKS_FORM_FIELD_CLASS (klass)->check = talks_list_field_check;
  TALKS_FORM_FIELD_CLASS (klass)->keep_typed = talks_list_field_keep_typed;
  TALKS_FORM_FIELD_CLASS (klass)->take_typed = talks_list_field_take_typed;
}

static void
talks_list_field_init (TalksListField *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), self->box, NULL);
}

TalksFormField *
talks_list_field_new (void)
{
  return g_object_new (talks_list_field_get_type (), NULL);
}
