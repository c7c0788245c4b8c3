/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-picker-popover.h"

#include <glib/gi18n-lib.h>

#include "talks-form-kinds.h"
#include "talks-mark-swatch.h"
#include "talks-picker-item.h"
#include "talks-query.h"
#include "talks-record-words.h"
#include "talks-show.h"

struct _TalksPickerPopover
{
  GtkPopover          parent_instance;
  guint               kinds;
  char               *prompt;
  char               *left_out;
  char               *query; /* folded; NULL: everything is found */

  GtkWidget          *search;
  GtkWidget          *list;
  GtkWidget          *none;
  GtkWidget          *empty; /* says that nothing was found */
  GtkFilterListModel *found;
  GtkFilter          *filter;
};

enum
{
  SIGNAL_PICKED,
  SIGNAL_NEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksPickerPopover, talks_picker_popover, GTK_TYPE_POPOVER)

static void
pick (TalksPickerPopover *self,
      const char         *id)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, id);
}

static void
add_new (TalksPickerPopover *self,
         int                 kind)
{
  g_signal_emit (self, signals[SIGNAL_NEW], 0, kind, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* The one kind that can be added from here; −1: none, or more than one. */
static int
get_new_kind (TalksPickerPopover *self)
{
  for (int kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (self->kinds == 1u << kind && talks_form_kind_get ((TalksRecordKind) kind) != NULL)
      return kind;
  return -1;
}

/* ---- the list ---- */

static gboolean
matches (gpointer item,
         gpointer data)
{
  TalksPickerPopover *self = data;

  if (g_strcmp0 (talks_picker_item_get_record (TALKS_PICKER_ITEM (item))->id, self->left_out) == 0)
    return FALSE;
  return self->query == NULL || talks_picker_item_matches (TALKS_PICKER_ITEM (item), self->query);
}

static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *caption = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (caption), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 26);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), talks_mark_swatch_new (10));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_list_item_set_child (item, box);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  TalksPickerItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *swatch = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_next_sibling (swatch);
  TalksParty *party = talks_picker_item_get_party (item);

  gtk_widget_set_visible (swatch, party != NULL);
  if (party != NULL)
    talks_mark_swatch_show (TALKS_MARK_SWATCH (swatch), party->mark, party->color);
  talks_show_text (GTK_LABEL (title), talks_picker_item_get_title (item));
  talks_show_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), talks_picker_item_get_caption (item));
}

static void
pick_at (TalksPickerPopover *self,
         guint               position)
{
  g_autoptr (TalksPickerItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item != NULL)
    pick (self, talks_picker_item_get_record (item)->id);
}

static void
activated_cb (TalksPickerPopover *self,
              guint               position)
{
  pick_at (self, position);
}

static void
show_number (TalksPickerPopover *self)
{
  gtk_widget_set_visible (self->empty, g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

static void
search_changed_cb (TalksPickerPopover *self)
{
  g_free (self->query);
  self->query = talks_query_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_number (self);
}

/* Return takes the first that was found, or the one that is chosen in the list; where nothing is, it adds it. */
static void
search_activate_cb (TalksPickerPopover *self)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (self->list));
  guint position;

  /* What was typed last may not have been searched for yet. */
  search_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0 && get_new_kind (self) >= 0)
    {
      add_new (self, get_new_kind (self));
      return;
    }
  position = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model));
  pick_at (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}

static gboolean
search_key_cb (GtkEventController *controller,
               guint               key,
               guint               code,
               GdkModifierType     state,
               TalksPickerPopover *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
none_cb (TalksPickerPopover *self)
{
  pick (self, NULL);
}

/* ---- what is in it ---- */

static void
new_cb (GtkButton          *button,
        TalksPickerPopover *self)
{
  add_new (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "talks-kind")));
}

static GtkWidget *
new_list (TalksPickerPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), g_steal_pointer (&factory));
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->prompt, -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_size_request (scrolled, 440, 220);
  return scrolled;
}

static GtkWidget *
new_search (TalksPickerPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text",
                self->kinds == 1u << TALKS_RECORD_SOURCE ? _("Search, or paste an address, BibTeX or CSL-JSON") : _("Search"),
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  return self->search;
}

static GtkWidget *
new_row_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  return button;
}

static void
add_new_buttons (TalksPickerPopover *self,
                 GtkWidget          *box)
{
  for (guint kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GtkWidget *button;

      if ((self->kinds & (1u << kind)) == 0 || talks_form_kind_get ((TalksRecordKind) kind) == NULL)
        continue;
      button = new_row_button (talks_record_kind_to_new ((TalksRecordKind) kind));
      gtk_widget_add_css_class (button, "talks-link-button");
      g_object_set_data (G_OBJECT (button), "talks-kind", GINT_TO_POINTER (kind));
      g_signal_connect (button, "clicked", G_CALLBACK (new_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static void
fill_in (TalksPickerPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_box_append (GTK_BOX (box), new_search (self));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), new_list (self));
  self->empty = gtk_label_new (NULL);
  talks_show_text (GTK_LABEL (self->empty),
                   get_new_kind (self) >= 0 ? _("Nothing found. Return adds it.") : _("Nothing found."));
  gtk_widget_set_halign (self->empty, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->empty, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (self->empty, FALSE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->empty);
  gtk_box_append (GTK_BOX (box), overlay);
  self->none = new_row_button (_("None"));
  g_signal_connect_swapped (self->none, "clicked", G_CALLBACK (none_cb), self);
  gtk_box_append (GTK_BOX (box), self->none);
  /* A record of any kind is not made from here. */
  if (self->kinds != (1u << TALKS_N_RECORD_KINDS) - 1)
    add_new_buttons (self, box);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "talks-popover");
}

/* ---- the class ---- */

static void
talks_picker_popover_dispose (GObject *object)
{
  TalksPickerPopover *self = TALKS_PICKER_POPOVER (object);

  g_clear_object (&self->found);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (talks_picker_popover_parent_class)->dispose (object);
}

static void
talks_picker_popover_finalize (GObject *object)
{
  TalksPickerPopover *self = TALKS_PICKER_POPOVER (object);

  g_free (self->prompt);
  g_free (self->left_out);
  g_free (self->query);

  G_OBJECT_CLASS (talks_picker_popover_parent_class)->finalize (object);
}

static void
talks_picker_popover_class_init (TalksPickerPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_picker_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_picker_popover_finalize;

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_NEW] = g_signal_new ("new", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
talks_picker_popover_init (TalksPickerPopover *self)
{
}

GtkWidget *
talks_picker_popover_new (guint       kinds,
                          const char *prompt)
{
  TalksPickerPopover *self;

  g_return_val_if_fail (kinds != 0, NULL);
  g_return_val_if_fail (prompt != NULL, NULL);

  self = g_object_new (TALKS_TYPE_PICKER_POPOVER, NULL);
  self->kinds = kinds;
  self->prompt = g_strdup (prompt);
  fill_in (self);
  return GTK_WIDGET (self);
}

void
talks_picker_popover_fill (TalksPickerPopover *self,
                           TalksSession       *session,
                           const char         *left_out,
                           gboolean            with_none)
{
  g_autoptr (GListStore) items = NULL;

  g_return_if_fail (TALKS_IS_PICKER_POPOVER (self));
  g_return_if_fail (TALKS_IS_SESSION (session));

  items = talks_picker_item_list (talks_session_get_document (session), self->kinds, talks_session_get_language (session));
  g_free (self->left_out);
  self->left_out = g_strdup (left_out);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_clear_pointer (&self->query, g_free);
  gtk_filter_list_model_set_model (self->found, G_LIST_MODEL (items));
  gtk_widget_set_visible (self->none, with_none);
  show_number (self);
  gtk_widget_grab_focus (self->search);
}
