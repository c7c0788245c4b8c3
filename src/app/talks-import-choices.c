/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-import-choices.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-field-words.h"
#include "talks-shown.h"

typedef enum
{
  CHOICE_FORMAT,
  CHOICE_ROWS,
  CHOICE_ENCODING,
  CHOICE_DELIMITER,
  CHOICE_ORDER,
  CHOICE_LANE,
  N_CHOICES
} Choice;

/* In the list of orders. */
enum
{
  ORDER_ASKED,
  ORDER_DAY_FIRST,
  ORDER_MONTH_FIRST,
  ORDER_LEFT_OUT
};

struct _TalksImportChoices
{
  GtkWidget  parent_instance;
  GtkWidget *flow;
  GtkWidget *drop_downs[N_CHOICES];
  GArray    *formats;    /* of TalksExchangeFormat, one for each item */
  GPtrArray *kinds;      /* of char *, one for each lane; NULL: a lane of its own */
  gboolean   is_loading;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char delimiters[] = { '\0', ',', ';', '\t' };

G_DEFINE_FINAL_TYPE (TalksImportChoices, talks_import_choices, GTK_TYPE_WIDGET)

/* ---- what is chosen ---- */

static guint
get_chosen (TalksImportChoices *self,
            Choice              choice)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_downs[choice]));

  return chosen != GTK_INVALID_LIST_POSITION ? chosen : 0;
}

static void
choose (TalksImportChoices *self,
        Choice              choice,
        guint               item)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_downs[choice]), item);
}

static void
selected_cb (GtkDropDown        *drop_down,
             GParamSpec         *pspec,
             TalksImportChoices *self)
{
  gboolean same_rows = GTK_WIDGET (drop_down) == self->drop_downs[CHOICE_ORDER]
                       || GTK_WIDGET (drop_down) == self->drop_downs[CHOICE_LANE];

  if (!self->is_loading)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, !same_rows);
}

void
talks_import_choices_apply (TalksImportChoices *self,
                            TalksImportJob     *job)
{
  const guint order = get_chosen (self, CHOICE_ORDER);
  const guint encoding = get_chosen (self, CHOICE_ENCODING);

  g_return_if_fail (TALKS_IS_IMPORT_CHOICES (self));

  if (job->format >= 0)
    job->format = (int) g_array_index (self->formats, TalksExchangeFormat, get_chosen (self, CHOICE_FORMAT));
  job->rows = (int) get_chosen (self, CHOICE_ROWS) - 1;
  g_free (job->encoding);
  job->encoding = encoding > 0 ? g_strdup (talks_import_get_encodings ()[encoding - 1]) : NULL;
  job->delimiter = delimiters[get_chosen (self, CHOICE_DELIMITER)];
  job->date_order = order == ORDER_DAY_FIRST ? TALKS_DATE_ORDER_DAY_FIRST
                    : order == ORDER_MONTH_FIRST ? TALKS_DATE_ORDER_MONTH_FIRST : TALKS_DATE_ORDER_UNKNOWN;
  g_free (job->default_kind);
  job->default_kind = g_strdup (self->kinds->len > 0 ? self->kinds->pdata[get_chosen (self, CHOICE_LANE)] : NULL);
}

gboolean
talks_import_choices_needs_order (TalksImportChoices *self)
{
  g_return_val_if_fail (TALKS_IS_IMPORT_CHOICES (self), FALSE);

  return gtk_widget_get_visible (gtk_widget_get_ancestor (self->drop_downs[CHOICE_ORDER], GTK_TYPE_FLOW_BOX_CHILD))
         && get_chosen (self, CHOICE_ORDER) == ORDER_ASKED;
}

/* ---- showing ---- */

static void
set_shown (TalksImportChoices *self,
           Choice              choice,
           gboolean            shown)
{
  gtk_widget_set_visible (gtk_widget_get_ancestor (self->drop_downs[choice], GTK_TYPE_FLOW_BOX_CHILD), shown);
}

static gboolean
holds_events (const TalksImport *import)
{
  for (guint i = 0; import != NULL && i < import->items->len; i++)
    if (((const TalksImportItem *) import->items->pdata[i])->record->kind == TALKS_RECORD_EVENT)
      return TRUE;
  return FALSE;
}

/* What was found out stands in the first item: "Found out: UTF-8". */
static void
name_found (TalksImportChoices *self,
            Choice              choice,
            const char         *found)
{
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (self->drop_downs[choice])));
  g_autofree char *name = found != NULL ? g_strdup_printf (_("Found out: %s"), found) : g_strdup (_("Found out"));
  const char * const additions[] = { name, NULL };

  if (get_chosen (self, choice) != 0 || g_strcmp0 (gtk_string_list_get_string (names, 0), name) == 0)
    return;
  gtk_string_list_splice (names, 0, 1, additions);
  choose (self, choice, 0);
}

static const char *
name_delimiter (char delimiter)
{
  return delimiter == '\t' ? _("tab") : delimiter == ';' ? _("semicolon") : _("comma");
}

static void
show_table (TalksImportChoices     *self,
            const TalksImportTable *table)
{
  if (table == NULL)
    return;
  name_found (self, CHOICE_ENCODING, table->encoding);
  name_found (self, CHOICE_DELIMITER, name_delimiter (table->delimiter));
  name_found (self, CHOICE_ROWS, table->rows >= 0 ? talks_field_words_kind ((TalksRecordKind) table->rows) : NULL);
}

void
talks_import_choices_show (TalksImportChoices   *self,
                           const TalksImportJob *job)
{
  const TalksImportTable *table = job->import != NULL ? job->import->table : NULL;
  const gboolean is_csv = job->format == TALKS_EXCHANGE_CSV;

  g_return_if_fail (TALKS_IS_IMPORT_CHOICES (self));

  self->is_loading = TRUE;
  for (guint i = 0; i < self->formats->len; i++)
    if ((int) g_array_index (self->formats, TalksExchangeFormat, i) == job->format)
      choose (self, CHOICE_FORMAT, i);
  show_table (self, table);
  set_shown (self, CHOICE_ROWS, is_csv);
  set_shown (self, CHOICE_ENCODING, is_csv);
  set_shown (self, CHOICE_DELIMITER, is_csv);
  set_shown (self, CHOICE_ORDER, is_csv && (get_chosen (self, CHOICE_ORDER) != ORDER_ASKED
                                            || (table != NULL && table->n_ambiguous > 0)));
  set_shown (self, CHOICE_LANE, holds_events (job->import) && (table == NULL || !table->is_own));
  self->is_loading = FALSE;
}

void
talks_import_choices_set_lanes (TalksImportChoices *self,
                                GPtrArray          *lanes,
                                const char         *lang)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (TALKS_IS_IMPORT_CHOICES (self));

  self->is_loading = TRUE;
  g_ptr_array_set_size (self->kinds, 0);
  g_ptr_array_add (self->kinds, NULL);
  gtk_string_list_append (names, _("A lane of their own"));
  for (guint i = 0; i < lanes->len; i++)
    {
      const TalksLane *lane = lanes->pdata[i];

      if (lane->kinds[0] == NULL)
        continue;
      g_ptr_array_add (self->kinds, g_strdup (lane->kinds[0]));
      gtk_string_list_take (names, talks_shown_dup_line (talks_text_show (lane->name, lang)));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drop_downs[CHOICE_LANE]), G_LIST_MODEL (names));
  self->is_loading = FALSE;
}

/* ---- life ---- */

static void
add_choice (TalksImportChoices *self,
            Choice              choice,
            const char         *title,
            GtkStringList      *names)
{
  GtkWidget *column = talks_block_column (2, NULL);
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  GtkWidget *child = gtk_flow_box_child_new ();

  self->drop_downs[choice] = drop_down;
  gtk_box_append (GTK_BOX (column), talks_block_text (title, "talks-caption"));
  gtk_box_append (GTK_BOX (column), drop_down);
  talks_block_name (drop_down, title);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), column);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), child);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
}

static GtkStringList *
list_formats (TalksImportChoices *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (int i = 0; i < TALKS_N_EXCHANGE_FORMATS; i++)
    {
      TalksExchangeFormat format = (TalksExchangeFormat) i;
      TalksExchangeFormatInfo info;

      talks_exchange_get_info (format, &info);
      if (!info.can_import)
        continue;
      g_array_append_val (self->formats, format);
      gtk_string_list_append (names, info.name);
    }
  return names;
}

static GtkStringList *
list_found (const char *first)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Found out"));
  if (first != NULL)
    gtk_string_list_append (names, first);
  return names;
}

static void
add_choices (TalksImportChoices *self)
{
  GtkStringList *rows = list_found (NULL);
  GtkStringList *encodings = list_found (NULL);
  GtkStringList *apart = list_found (NULL);
  GtkStringList *orders = gtk_string_list_new (NULL);

  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    gtk_string_list_append (rows, talks_field_words_kind ((TalksRecordKind) kind));
  for (const char * const *encoding = talks_import_get_encodings (); *encoding != NULL; encoding++)
    gtk_string_list_append (encodings, *encoding);
  for (size_t i = 1; i < G_N_ELEMENTS (delimiters); i++)
    gtk_string_list_append (apart, name_delimiter (delimiters[i]));
  gtk_string_list_append (orders, _("Choose…"));
  gtk_string_list_append (orders, _("Day, then month"));
  gtk_string_list_append (orders, _("Month, then day"));
  gtk_string_list_append (orders, _("Leave such dates out"));
  add_choice (self, CHOICE_FORMAT, _("Format"), list_formats (self));
  add_choice (self, CHOICE_ROWS, _("Each row is"), rows);
  add_choice (self, CHOICE_ENCODING, _("Encoding"), encodings);
  add_choice (self, CHOICE_DELIMITER, _("Between cells"), apart);
  add_choice (self, CHOICE_ORDER, _("Dates like 03/04/2022"), orders);
  add_choice (self, CHOICE_LANE, _("Events without a kind"), gtk_string_list_new (NULL));
}

static void
talks_import_choices_dispose (GObject *object)
{
  TalksImportChoices *self = TALKS_IMPORT_CHOICES (object);

  self->is_loading = TRUE;
  g_clear_pointer (&self->flow, gtk_widget_unparent);
  G_OBJECT_CLASS (talks_import_choices_parent_class)->dispose (object);
}

static void
talks_import_choices_finalize (GObject *object)
{
  TalksImportChoices *self = TALKS_IMPORT_CHOICES (object);

  g_array_unref (self->formats);
  g_ptr_array_unref (self->kinds);
  G_OBJECT_CLASS (talks_import_choices_parent_class)->finalize (object);
}

static void
talks_import_choices_class_init (TalksImportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = talks_import_choices_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_import_choices_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TALKS_TYPE_IMPORT_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "talks-import-choices");
}

static void
talks_import_choices_init (TalksImportChoices *self)
{
  self->formats = g_array_new (FALSE, FALSE, sizeof (TalksExchangeFormat));
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  self->flow = gtk_flow_box_new ();
  self->is_loading = TRUE;
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), N_CHOICES);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 6);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  add_choices (self);
  self->is_loading = FALSE;
}

GtkWidget *
talks_import_choices_new (void)
{
  return g_object_new (TALKS_TYPE_IMPORT_CHOICES, NULL);
}
