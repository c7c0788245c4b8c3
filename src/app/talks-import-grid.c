/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-blocks.h"
#include "talks-field-words.h"
#include "talks-shown.h"
#include "talks-show.h"

#define MAX_SHOWN  60 /* columns */
#define MAX_WIDTH  22 /* characters of a cell */

struct _TalksImportGrid
{
  GtkWidget  parent_instance;
  GtkWidget *box;
  GtkWidget *grid;
  GtkWidget *more_label;
  GPtrArray *drop_downs; /* of GtkDropDown, owned by the grid */
  GPtrArray *ids;        /* of char *: the field of each item in their lists; the first is "" */
  gboolean   is_loading;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksImportGrid, talks_import_grid, GTK_TYPE_WIDGET)

/* ---- names of fields ---- */

static const char *
find_special_name (const char *id)
{
  static const struct
  {
    const char *id;
    const char *name;
  } names[] = {
    { "id", N_("Id") },
    { "date.end", N_("End date") },
    { "date.year", N_("Year") },
    { "date.month", N_("Month") },
    { "date.day", N_("Day") },
    { "date.end-year", N_("Year of the end") },
    { "date.end-month", N_("Month of the end") },
    { "date.end-day", N_("Day of the end") },
    { "place.name", N_("Place") },
    { "place.lat", N_("Latitude") },
    { "place.lon", N_("Longitude") },
    { "attendance", N_("Names of people") },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].id, id) == 0)
      return _(names[i].name);
  return NULL;
}

/* "Title", "Time: Start", "Title (uk)". */
static char *
dup_name (TalksRecordKind  kind,
          const char      *id)
{
  const TalksFieldSet *fields = talks_record_kind_get_fields (kind);
  g_auto (GStrv) halves = g_strsplit (id, "@", 2);
  g_auto (GStrv) path = g_strsplit (halves[0], ".", 2);
  const char *special = find_special_name (halves[0]);
  const TalksField *parent = path[1] != NULL ? talks_field_set_find (fields, path[0]) : NULL;
  const TalksField *field = talks_field_set_find (parent != NULL && parent->parts != NULL ? parent->parts : fields,
                                                  path[parent != NULL ? 1 : 0]);
  g_autofree char *name = NULL;

  if (special != NULL)
    name = g_strdup (special);
  else if (field == NULL)
    name = talks_shown_dup_line (id);
  else if (parent != NULL)
    /* Translators: a field and a part of it: "Time: Start". */
    name = g_strdup_printf (_("%1$s: %2$s"), talks_field_words_name (parent->name), talks_field_words_name (field->name));
  else
    name = g_strdup (talks_field_words_name (field->name));
  if (halves[1] == NULL)
    return g_steal_pointer (&name);
  {
    g_autofree char *tag = talks_shown_dup_line (halves[1]);

    return g_strdup_printf ("%s (%s)", name, tag);
  }
}

/* ---- columns ---- */

static void
add_id (TalksImportGrid *self,
        GtkStringList   *names,
        TalksRecordKind  kind,
        const char      *id)
{
  if (g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->ids, g_strdup (id));
  gtk_string_list_take (names, dup_name (kind, id));
}

static GtkStringList *
list_names (TalksImportGrid        *self,
            const TalksImportTable *table)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  TalksRecordKind kind = table->rows >= 0 ? (TalksRecordKind) table->rows : TALKS_RECORD_EVENT;
  g_auto (GStrv) fields = talks_import_list_fields (kind);

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_add (self->ids, g_strdup (""));
  gtk_string_list_append (names, _("Not taken"));
  for (char **field = fields; *field != NULL; field++)
    add_id (self, names, kind, *field);
  for (guint i = 0; table->columns[i] != NULL; i++)
    add_id (self, names, kind, table->columns[i]);
  return names;
}

static void
selected_cb (GtkDropDown     *drop_down,
             GParamSpec      *pspec,
             TalksImportGrid *self)
{
  guint chosen = gtk_drop_down_get_selected (drop_down);
  guint column;

  if (self->is_loading || chosen >= self->ids->len || !g_ptr_array_find (self->drop_downs, drop_down, &column))
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) column, self->ids->pdata[chosen]);
}

static void
select_fields (TalksImportGrid        *self,
               const TalksImportTable *table)
{
  self->is_loading = TRUE;
  for (guint i = 0; i < self->drop_downs->len; i++)
    {
      guint at = 0;

      g_ptr_array_find_with_equal_func (self->ids, table->columns[i], g_str_equal, &at);
      gtk_drop_down_set_selected (self->drop_downs->pdata[i], at);
      talks_block_toggle (self->drop_downs->pdata[i], "talks-not-taken", at == 0);
    }
  self->is_loading = FALSE;
}

static void
attach_text (TalksImportGrid *self,
             int              column,
             int              row,
             const char      *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  talks_show_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), MAX_WIDTH));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_WIDTH);
  gtk_widget_add_css_class (label, row == 1 ? "talks-import-heading" : "talks-import-cell");
  talks_show_tooltip (label, text);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

static void
attach_column (TalksImportGrid        *self,
               const TalksImportTable *table,
               GtkStringList          *names,
               int                     column)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL);
  const char *heading = *table->headings[column] != '\0' ? table->headings[column] : _("(no heading)");
  g_autofree char *name = g_strdup_printf (_("What “%s” is taken as"), heading);

  g_ptr_array_add (self->drop_downs, drop_down);
  talks_show_name (drop_down, name);
  gtk_widget_set_sensitive (drop_down, table->rows >= 0);
  gtk_grid_attach (GTK_GRID (self->grid), drop_down, column, 0, 1, 1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  attach_text (self, column, 1, heading);
  for (guint row = 0; row < table->first_rows->len; row++)
    attach_text (self, column, (int) row + 2, ((char **) table->first_rows->pdata[row])[column]);
}

static void
rebuild (TalksImportGrid        *self,
         const TalksImportTable *table)
{
  const guint n = g_strv_length (table->headings);
  g_autoptr (GtkStringList) names = list_names (self, table);
  g_autofree char *more = n > MAX_SHOWN ? g_strdup_printf (ngettext ("%u more column is not shown.",
                                                                     "%u more columns are not shown.", n - MAX_SHOWN),
                                                           n - MAX_SHOWN)
                                        : NULL;
  GtkWidget *child;

  self->is_loading = TRUE;
  g_ptr_array_set_size (self->drop_downs, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++)
    attach_column (self, table, names, (int) i);
  talks_block_show (GTK_LABEL (self->more_label), more);
  self->is_loading = FALSE;
}

void
talks_import_grid_show (TalksImportGrid        *self,
                        const TalksImportTable *table,
                        gboolean                same_rows)
{
  g_return_if_fail (TALKS_IS_IMPORT_GRID (self));
  g_return_if_fail (table != NULL && table->headings != NULL);

  if (!same_rows || self->drop_downs->len == 0)
    rebuild (self, table);
  select_fields (self, table);
}

/* ---- life ---- */

static void
talks_import_grid_dispose (GObject *object)
{
  TalksImportGrid *self = TALKS_IMPORT_GRID (object);

  self->is_loading = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (talks_import_grid_parent_class)->dispose (object);
}

static void
talks_import_grid_finalize (GObject *object)
{
  TalksImportGrid *self = TALKS_IMPORT_GRID (object);

  g_ptr_array_unref (self->drop_downs);
  g_ptr_array_unref (self->ids);
  G_OBJECT_CLASS (talks_import_grid_parent_class)->finalize (object);
}

static void
talks_import_grid_class_init (TalksImportGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_import_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_import_grid_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TALKS_TYPE_IMPORT_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "talks-import-grid");
}

static void
talks_import_grid_init (TalksImportGrid *self)
{
  self->drop_downs = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->box = talks_block_column (8, NULL);
  self->grid = gtk_grid_new ();
  self->more_label = talks_block_text (NULL, "talks-caption");
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 14);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_visible (self->more_label, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->grid);
  gtk_box_append (GTK_BOX (self->box), self->more_label);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
talks_import_grid_new (void)
{
  return g_object_new (TALKS_TYPE_IMPORT_GRID, NULL);
}
