/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-compare-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-blocks.h"
#include "talks-date-words.h"
#include "talks-shown.h"
#include "talks-state.h"
#include "talks-words.h"

#define MAX_ROW_CHARS 60 /* of a date in the list */

typedef enum
{
  CHOICE_AS_OF,
  CHOICE_FIRST_DAY,
  CHOICE_LAST_DAY,
  CHOICE_ROUND,
} ChoiceKind;

struct _TalksCompareChoice
{
  GObject     parent_instance;
  ChoiceKind  kind;
  TalksDay    day;
  TalksEvent *round; /* of CHOICE_ROUND */
  char       *label; /* for the list and its search */
  char       *short_label;
  char       *when;
};

enum
{
  PROP_LABEL = 1,
  PROP_SHORT_LABEL,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (TalksCompareChoice, talks_compare_choice, G_TYPE_OBJECT)

static void
talks_compare_choice_get_property (GObject    *object,
                                   guint       id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TalksCompareChoice *self = TALKS_COMPARE_CHOICE (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_SHORT_LABEL:
      g_value_set_string (value, self->short_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
talks_compare_choice_finalize (GObject *object)
{
  TalksCompareChoice *self = TALKS_COMPARE_CHOICE (object);

  g_clear_pointer (&self->round, talks_record_unref);
  g_free (self->label);
  g_free (self->short_label);
  g_free (self->when);

  G_OBJECT_CLASS (talks_compare_choice_parent_class)->finalize (object);
}

static void
talks_compare_choice_class_init (TalksCompareChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = talks_compare_choice_get_property;
  object_class->finalize = talks_compare_choice_finalize;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "",
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHORT_LABEL] = g_param_spec_string ("short-label", NULL, NULL, "",
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
talks_compare_choice_init (TalksCompareChoice *self)
{
}

TalksComparisonDate
talks_compare_choice_get_date (TalksCompareChoice *self)
{
  TalksComparisonDate date = { 0, NULL };

  g_return_val_if_fail (TALKS_IS_COMPARE_CHOICE (self), date);

  date.day = self->day;
  date.round = self->round;
  return date;
}

gboolean
talks_compare_choice_is_as_of (TalksCompareChoice *self)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_CHOICE (self), FALSE);
  return self->kind == CHOICE_AS_OF;
}

const char *
talks_compare_choice_get_short (TalksCompareChoice *self)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_CHOICE (self), "");
  return self->short_label;
}

const char *
talks_compare_choice_get_when (TalksCompareChoice *self)
{
  g_return_val_if_fail (TALKS_IS_COMPARE_CHOICE (self), "");
  return self->when;
}

/* ---- making them ---- */

static char *
label_with_date (const char *label,
                 const char *date)
{
  g_autofree char *line = talks_shown_dup_line (label);

  /* Translators: a meeting or another name of a day, and its date. */
  return g_strdup_printf (_ ("%1$s · %2$s"), line, date);
}

static const char *
get_special_name (ChoiceKind kind)
{
  switch (kind)
    {
    case CHOICE_FIRST_DAY:
      return _ ("First day");
    case CHOICE_LAST_DAY:
      return _ ("Last day");
    case CHOICE_AS_OF:
    case CHOICE_ROUND:
    default:
      return _ ("As-of day");
    }
}

static void
set_day (TalksCompareChoice *self,
         TalksDay            day)
{
  self->day = day;
  g_free (self->when);
  self->when = talks_day_to_words (day, TALKS_DATE_STYLE_MEDIUM);
  g_free (self->label);
  self->label = label_with_date (get_special_name (self->kind), self->when);
  g_free (self->short_label);
  self->short_label = g_strdup (self->label);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHORT_LABEL]);
}

static void
append_day (GListStore *store,
            ChoiceKind  kind,
            TalksDay    day)
{
  g_autoptr (TalksCompareChoice) choice = g_object_new (TALKS_TYPE_COMPARE_CHOICE, NULL);

  choice->kind = kind;
  set_day (choice, day);
  g_list_store_append (store, choice);
}

static void
append_round (GListStore *store,
              TalksEvent *round,
              const char *lang)
{
  g_autoptr (TalksCompareChoice) choice = g_object_new (TALKS_TYPE_COMPARE_CHOICE, NULL);
  const char *label = talks_text_show (round->label, lang);
  const char *colon = strstr (label, ": ");
  g_autofree char *place = colon != NULL ? g_strndup (label, (gsize) (colon - label)) : g_strdup (label);

  choice->kind = CHOICE_ROUND;
  choice->round = talks_record_ref (round);
  choice->day = talks_comparison_get_round_day (round);
  choice->when = talks_words_date (round->date);
  choice->label = label_with_date (label, choice->when);
  choice->short_label = label_with_date (place, choice->when);
  g_list_store_append (store, choice);
}

GListStore *
talks_compare_choices_new (void)
{
  return g_list_store_new (TALKS_TYPE_COMPARE_CHOICE);
}

void
talks_compare_choices_fill (GListStore    *self,
                            TalksDocument *document,
                            TalksDay       as_of,
                            const char    *lang)
{
  g_autoptr (GPtrArray) rounds = NULL;

  g_return_if_fail (G_IS_LIST_STORE (self));
  g_return_if_fail (TALKS_IS_DOCUMENT (document));

  g_list_store_remove_all (self);
  append_day (self, CHOICE_AS_OF, as_of);
  rounds = talks_document_list_rounds (document);
  if (rounds->len < 2)
    {
      TalksSpan extent = talks_document_get_extent (document);

      append_day (self, CHOICE_FIRST_DAY, extent.start);
      append_day (self, CHOICE_LAST_DAY, extent.end - 1);
    }
  for (guint i = 0; i < rounds->len; i++)
    append_round (self, rounds->pdata[i], lang);
}

void
talks_compare_choices_move (GListStore *self,
                            TalksDay    as_of)
{
  g_return_if_fail (G_IS_LIST_STORE (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (TalksCompareChoice) choice = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (choice->kind == CHOICE_AS_OF)
        set_day (choice, as_of);
    }
}

/* ---- finding them ---- */

guint
talks_compare_choices_find (GListStore          *self,
                            TalksComparisonDate  date)
{
  g_return_val_if_fail (G_IS_LIST_STORE (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (TalksCompareChoice) choice = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (choice->kind != CHOICE_AS_OF && choice->day == date.day && choice->round == date.round)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

guint
talks_compare_choices_find_old (GListStore         *self,
                                TalksCompareChoice *old)
{
  g_return_val_if_fail (G_IS_LIST_STORE (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; old != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (TalksCompareChoice) choice = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (choice->kind == old->kind
          && (choice->round == NULL || strcmp (choice->round->record.id, old->round->record.id) == 0))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* ---- choosers ---- */

/* Of the item that a list item shows now. */
static GtkExpression *
item_expression_new (void)
{
  return gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
}

/* Shows a property of the item in label, and follows it. */
static void
bind_label (GtkListItem *item,
            GtkWidget   *label,
            const char  *property)
{
  GtkExpression *expression = gtk_property_expression_new (TALKS_TYPE_COMPARE_CHOICE, item_expression_new (),
                                                           property);

  gtk_expression_bind (expression, label, "label", item);
}

static double
get_tick_opacity (GtkListItem *item,
                  GObject     *choice,
                  GObject     *chosen)
{
  return choice == chosen ? 1.0 : 0.0;
}

/* A tick that is seen beside what is chosen, and keeps its room beside the others. */
static GtkWidget *
tick_new (GtkListItem *item,
          GtkWidget   *chooser)
{
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkExpression *both[] = {
    item_expression_new (),
    gtk_property_expression_new (GTK_TYPE_DROP_DOWN, gtk_object_expression_new (G_OBJECT (chooser)),
                                 "selected-item"),
  };
  GtkExpression *opacity = gtk_cclosure_expression_new (G_TYPE_DOUBLE, NULL, G_N_ELEMENTS (both), both,
                                                        G_CALLBACK (get_tick_opacity), NULL, NULL);

  gtk_expression_bind (opacity, tick, "opacity", item);
  return tick;
}

static void
on_setup_row (GtkListItemFactory *factory,
              GtkListItem        *item,
              GtkWidget          *chooser)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_ROW_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  bind_label (item, label, "label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick_new (item, chooser));
  gtk_list_item_set_child (item, box);
}

static void
on_setup_button (GtkListItemFactory *factory,
                 GtkListItem        *item,
                 const char         *letter)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (letter);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (name, "talks-compare-letter");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  bind_label (item, label, "short-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static GtkWidget *
find_part (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_part (child, type);
  return found;
}

/* What is typed on the list is searched for. Of keys that the list itself knows, none comes here. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkWidget             *entry)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (entry));
  gunichar character = gdk_keyval_to_unicode (keyval);

  if (!g_unichar_isgraph (character) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus (entry);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}

/* GtkDropDown looks for what labels begin with, and only while its entry has the focus; it has no
 * setting for either in every release, but its parts can be reached: a reader rather remembers who
 * met than where, and types at once. */
static void
search_anywhere (GtkWidget *chooser)
{
  GtkWidget *list = find_part (chooser, GTK_TYPE_LIST_VIEW);
  GtkWidget *entry = find_part (chooser, GTK_TYPE_SEARCH_ENTRY);
  gpointer model = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;
  GtkFilter *filter = NULL;

  if (GTK_IS_SINGLE_SELECTION (model))
    model = gtk_single_selection_get_model (model);
  if (GTK_IS_FILTER_LIST_MODEL (model))
    filter = gtk_filter_list_model_get_filter (model);
  if (GTK_IS_STRING_FILTER (filter))
    gtk_string_filter_set_match_mode (GTK_STRING_FILTER (filter), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  if (list != NULL && entry != NULL)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), entry, 0);
      gtk_widget_add_controller (list, keys);
    }
}

static void
on_selected (GtkDropDown *chooser,
             GParamSpec  *pspec,
             const char  *letter)
{
  TalksCompareChoice *choice = gtk_drop_down_get_selected_item (chooser);
  g_autofree char *name = NULL;

  if (choice == NULL)
    return;
  /* Translators: one of the two dates that are compared, A or B, and which one it is. */
  name = g_strdup_printf (_ ("Date %1$s: %2$s"), letter, choice->label);
  talks_block_name (GTK_WIDGET (chooser), name);
}

GtkWidget *
talks_compare_chooser_new (const char *letter,
                           GListStore *choices)
{
  GtkListItemFactory *button = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *row = gtk_signal_list_item_factory_new ();
  GtkExpression *expression = gtk_property_expression_new (TALKS_TYPE_COMPARE_CHOICE, NULL, "label");
  GtkWidget *self;

  g_return_val_if_fail (G_IS_LIST_STORE (choices), NULL);

  /* letter is constant. */
  g_signal_connect (button, "setup", G_CALLBACK (on_setup_button), (gpointer) letter);
  self = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (choices)), expression);
  g_signal_connect_object (row, "setup", G_CALLBACK (on_setup_row), self, 0);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self), row);
  g_object_unref (button);
  g_object_unref (row);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self), TRUE);
  search_anywhere (self);
  gtk_widget_add_css_class (self, "talks-compare-chooser");
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (on_selected), (gpointer) letter);
  return self;
}

TalksCompareChoice *
talks_compare_chooser_get (GtkWidget *chooser)
{
  g_return_val_if_fail (GTK_IS_DROP_DOWN (chooser), NULL);
  return gtk_drop_down_get_selected_item (GTK_DROP_DOWN (chooser));
}
