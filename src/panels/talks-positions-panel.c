/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-positions-panel.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-line.h"
#include "talks-link-row.h"
#include "talks-place.h"
#include "talks-position-row.h"
#include "talks-query.h"
#include "talks-reveal.h"
#include "talks-show.h"
#include "talks-state.h"

/* A table of more than these is for nobody, and each row is several widgets. */
#define MAX_PARTIES 50 /* rows of a topic, of sides and of others each */
#define MAX_ROWS    600 /* when there are as many, topics that follow have none */

/* A topic and its rows. */
typedef struct
{
  TalksTopic *topic;
  GtkWidget  *box;
  GtkWidget  *shown_label; /* "shown below the timeline" */
  GtkWidget  *others_label;
  GPtrArray  *sides;       /* of TalksPositionRow */
  GPtrArray  *others;
} Section;

struct _TalksPositionsPanel
{
  TalksPanel parent_instance;
  GtkLabel  *day_label;
  GtkWidget *scroller;
  GtkWidget *search_entry;
  GtkBox    *topics_box;
  GtkWidget *nothing_label;
  GPtrArray *sections;      /* of Section */
  char      *query;         /* folded; NULL: none */
};

G_DEFINE_FINAL_TYPE (TalksPositionsPanel, talks_positions_panel, TALKS_TYPE_PANEL)

static void
section_free (gpointer data)
{
  Section *section = data;

  talks_record_unref (section->topic);
  g_ptr_array_unref (section->sides);
  g_ptr_array_unref (section->others);
  g_free (section);
}

/* ---- making ---- */

static void
add_rows (Section    *section,
          TalksPanel *panel,
          gboolean    sides)
{
  TalksDocument *document = talks_panel_get_document (panel);
  GPtrArray *parties = talks_document_get_records (document, TALKS_RECORD_PARTY);
  GPtrArray *rows = sides ? section->sides : section->others;
  guint n_left_out = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < parties->len; i++)
    {
      TalksParty *party = parties->pdata[i];
      GtkWidget *row;

      if (talks_side_is_principal (party->side) != sides)
        continue;
      if (!sides && talks_document_get_positions (document, party->record.id,
                                                  section->topic->record.id) == NULL)
        continue;
      if (rows->len == MAX_PARTIES)
        {
          n_left_out++;
          continue;
        }
      row = talks_position_row_new (panel, party, section->topic);
      if (!sides)
        gtk_widget_add_css_class (row, "talks-compact");
      gtk_box_append (GTK_BOX (section->box), row);
      g_ptr_array_add (rows, row);
    }
  words = g_strdup_printf (ngettext ("%u more party is not listed here.", "%u more parties are not listed here.",
                                     n_left_out),
                           n_left_out);
  if (n_left_out > 0)
    gtk_box_append (GTK_BOX (section->box), talks_block_text (words, "talks-caption"));
}

static GtkWidget *
topic_button_new (Section    *section,
                  TalksPanel *panel)
{
  const char *name = talks_panel_text (panel, section->topic->name);
  g_autofree char *label = g_strdup_printf (_ ("%s: show below the timeline"), name);
  GtkWidget *face = talks_line_new (8, NULL);
  GtkWidget *heading = talks_block_heading (name);
  GtkWidget *button;

  section->shown_label = talks_block_text (_ ("on the timeline"), "talks-shown");
  gtk_widget_set_valign (section->shown_label, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (heading, TRUE);
  talks_line_append (TALKS_LINE (face), heading);
  talks_line_append (TALKS_LINE (face), section->shown_label);
  button = talks_link_row_new_around (&section->topic->record, face, label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "talks-row");
  gtk_widget_add_css_class (button, "talks-topic");
  if (section->topic->description != NULL)
    talks_show_tooltip (button, talks_panel_text (panel, section->topic->description));
  return button;
}

static Section *
section_new (TalksPanel *panel,
             TalksTopic *topic)
{
  Section *section = g_new0 (Section, 1);

  section->topic = talks_record_ref (topic);
  section->sides = g_ptr_array_new ();
  section->others = g_ptr_array_new ();
  section->box = talks_block_column (2, "talks-topic-section");
  gtk_box_append (GTK_BOX (section->box), topic_button_new (section, panel));
  talks_place_mark (gtk_widget_get_first_child (section->box), topic->record.id);
  add_rows (section, panel, TRUE);
  section->others_label = talks_block_text (_ ("Others"), "talks-list-heading");
  gtk_box_append (GTK_BOX (section->box), section->others_label);
  add_rows (section, panel, FALSE);
  return section;
}

static void
rebuild (TalksPositionsPanel *self)
{
  TalksPanel *panel = TALKS_PANEL (self);
  GPtrArray *topics = talks_document_get_records (talks_panel_get_document (panel),
                                                  TALKS_RECORD_TOPIC);
  guint n_rows = 0;
  guint n_left_out = 0;
  g_autofree char *words = NULL;

  g_ptr_array_set_size (self->sections, 0);
  talks_block_clear (GTK_WIDGET (self->topics_box));
  for (guint i = 0; i < topics->len; i++)
    {
      Section *section;

      if (n_rows >= MAX_ROWS)
        {
          n_left_out = topics->len - i;
          break;
        }
      section = section_new (panel, topics->pdata[i]);
      gtk_box_append (self->topics_box, section->box);
      g_ptr_array_add (self->sections, section);
      n_rows += section->sides->len + section->others->len + 1;
    }
  words = g_strdup_printf (ngettext ("%u more topic is not listed here.", "%u more topics are not listed here.",
                                     n_left_out),
                           n_left_out);
  if (n_left_out > 0)
    gtk_box_append (self->topics_box, talks_block_text (words, "talks-caption"));
}

/* ---- showing ---- */

static guint
update_rows (GPtrArray  *rows,
             TalksPanel *panel,
             const char *query)
{
  guint n_visible = 0;

  for (guint i = 0; i < rows->len; i++)
    n_visible += talks_position_row_update (rows->pdata[i], panel, query);
  return n_visible;
}

static void
update (TalksPositionsPanel *self)
{
  TalksPanel *panel = TALKS_PANEL (self);
  TalksSession *session = talks_panel_get_session (panel);
  const char *shown;
  guint n_visible = 0;

  if (session == NULL)
    return;
  shown = talks_session_get_topic (session);
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];
      guint n_sides = update_rows (section->sides, panel, self->query);
      guint n_others = update_rows (section->others, panel, self->query);

      gtk_widget_set_visible (section->others_label, n_others > 0 && n_sides > 0);
      gtk_widget_set_visible (section->box, n_sides + n_others > 0);
      gtk_widget_set_visible (section->shown_label,
                              g_strcmp0 (shown, section->topic->record.id) == 0);
      n_visible += n_sides + n_others;
    }
  gtk_widget_set_visible (self->nothing_label, n_visible == 0);
}

/* ---- the selection ---- */

static TalksPositionRow *
find_row (TalksPositionsPanel *self,
          const char          *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];
      GPtrArray *lists[] = { section->sides, section->others };

      for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
        for (guint n = 0; n < lists[k]->len; n++)
          if (talks_position_row_holds (lists[k]->pdata[n], TALKS_PANEL (self), id))
            return lists[k]->pdata[n];
    }
  return NULL;
}

/* Opens the row of the selected position and brings it into view. */
static void
reveal_selection (TalksPositionsPanel *self)
{
  TalksRecord *selection = talks_session_get_selection (talks_panel_get_session (TALKS_PANEL (self)));
  TalksPositionRow *row;

  if (selection == NULL || selection->kind != TALKS_RECORD_POSITION)
    return;
  row = find_row (self, selection->id);
  if (row == NULL)
    return;
  talks_position_row_set_open (row, TRUE);
  talks_reveal_child (self->scroller, GTK_WIDGET (row));
}

/* ---- where its reader is ---- */

static GtkWidget *
talks_positions_panel_get_scroller (TalksPanel *panel)
{
  return TALKS_POSITIONS_PANEL (panel)->scroller;
}

static GtkEditable *
talks_positions_panel_get_search (TalksPanel *panel)
{
  return GTK_EDITABLE (TALKS_POSITIONS_PANEL (panel)->search_entry);
}

/* ---- signals ---- */

static void
on_search_changed (GtkSearchEntry      *entry,
                   TalksPositionsPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  g_free (self->query);
  self->query = *text != '\0' ? talks_query_fold (text) : NULL;
  update (self);
}

static void
on_stop_search (GtkSearchEntry      *entry,
                TalksPositionsPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

/* ---- the panel ---- */

static void
talks_positions_panel_refresh (TalksPanel *panel,
                               guint       flags)
{
  TalksPositionsPanel *self = TALKS_POSITIONS_PANEL (panel);

  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_PANEL_PALETTE))
    rebuild (self);
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_AS_OF))
    talks_panel_show_day (panel, self->day_label);
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_SESSION_AS_OF
               | TALKS_SESSION_HIGHLIGHT | TALKS_SESSION_TOPIC | TALKS_PANEL_PALETTE))
    update (self);
  if (flags & TALKS_SESSION_SELECTION)
    reveal_selection (self);
}

static void
talks_positions_panel_dispose (GObject *object)
{
  TalksPositionsPanel *self = TALKS_POSITIONS_PANEL (object);

  g_ptr_array_set_size (self->sections, 0);
  gtk_widget_dispose_template (GTK_WIDGET (object), TALKS_TYPE_POSITIONS_PANEL);

  G_OBJECT_CLASS (talks_positions_panel_parent_class)->dispose (object);
}

static void
talks_positions_panel_finalize (GObject *object)
{
  TalksPositionsPanel *self = TALKS_POSITIONS_PANEL (object);

  g_ptr_array_unref (self->sections);
  g_free (self->query);

  G_OBJECT_CLASS (talks_positions_panel_parent_class)->finalize (object);
}

static void
talks_positions_panel_class_init (TalksPositionsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_positions_panel_dispose;
  object_class->finalize = talks_positions_panel_finalize;
  TALKS_PANEL_CLASS (klass)->refresh = talks_positions_panel_refresh;
  TALKS_PANEL_CLASS (klass)->get_scroller = talks_positions_panel_get_scroller;
  TALKS_PANEL_CLASS (klass)->get_search = talks_positions_panel_get_search;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/panels/talks-positions-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksPositionsPanel, day_label);
  gtk_widget_class_bind_template_child (widget_class, TalksPositionsPanel, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, TalksPositionsPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, TalksPositionsPanel, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TalksPositionsPanel, topics_box);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
talks_positions_panel_init (TalksPositionsPanel *self)
{
  self->sections = g_ptr_array_new_with_free_func (section_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
talks_positions_panel_new (void)
{
  return g_object_new (TALKS_TYPE_POSITIONS_PANEL, NULL);
}
