/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-participants-panel.h"

#include <string.h>

#include "talks-participant-row.h"
#include "talks-place.h"
#include "talks-query.h"
#include "talks-reveal.h"
#include "talks-roster.h"

struct _TalksParticipantsPanel
{
  TalksPanel   parent_instance;
  GtkLabel    *day_label;
  GtkListBox  *list;
  GtkWidget   *scroller;
  GtkWidget   *search_entry;
  TalksRoster *roster;      /* NULL: to be made from the document */
  GHashTable  *rows;        /* char * (kind and id) → TalksParticipantRow in the list */
  GHashTable  *whole;       /* set of ids of parties shown whole */
  gboolean     all_parties;
  char        *query;       /* folded */
};

G_DEFINE_FINAL_TYPE (TalksParticipantsPanel, talks_participants_panel, TALKS_TYPE_PANEL)

/* ---- rows ---- */

static char *
make_key (const TalksRosterLine *line)
{
  const char *id = "";

  if (line->participant != NULL)
    id = line->participant->record.id;
  else if (line->party != NULL)
    id = line->party->record.id;
  return g_strdup_printf ("%d %s", (int) line->kind, id);
}

/* The row of a line, which keeps its place in the list from one state to the next, and with it the
 * keyboard focus. */
static TalksParticipantRow *
ensure_row (TalksParticipantsPanel *self,
            const TalksRosterLine  *line)
{
  g_autofree char *key = make_key (line);
  g_autofree char *place = talks_participant_row_make_key (line);
  GtkWidget *row = g_hash_table_lookup (self->rows, key);

  if (row == NULL)
    {
      row = talks_participant_row_new (line->kind);
      talks_place_mark (row, place);
      gtk_list_box_append (self->list, row);
      g_hash_table_insert (self->rows, g_steal_pointer (&key), row);
    }
  return TALKS_PARTICIPANT_ROW (row);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       unused)
{
  return talks_participant_row_get_place (TALKS_PARTICIPANT_ROW (a))
         - talks_participant_row_get_place (TALKS_PARTICIPANT_ROW (b));
}

static gboolean
is_among (GArray              *lines,
          TalksParticipantRow *row)
{
  const TalksRosterLine *line = talks_participant_row_get_line (row);
  int place = talks_participant_row_get_place (row);
  const TalksRosterLine *now;

  if (place < 0 || (guint) place >= lines->len)
    return FALSE;
  now = &g_array_index (lines, TalksRosterLine, place);
  return now->kind == line->kind && now->party == line->party
         && now->participant == line->participant;
}

static void
hide_others (TalksParticipantsPanel *self,
             GArray                 *lines)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!is_among (lines, row))
      talks_participant_row_hide (row);
}

static void
show_lines (TalksParticipantsPanel *self,
            GArray                 *lines,
            TalksDay                day)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const TalksRosterLine *line = &g_array_index (lines, TalksRosterLine, i);
      TalksParticipantRow *row = ensure_row (self, line);
      TalksTrailSummary trail;

      moved |= talks_participant_row_get_place (row) != (int) i;
      if (line->kind == TALKS_ROSTER_PERSON)
        talks_roster_get_trail (self->roster, line->participant, day, &trail);
      talks_participant_row_show (row, TALKS_PANEL (self), line, &trail, (int) i);
    }
  hide_others (self, lines);
  if (moved)
    gtk_list_box_invalidate_sort (self->list);
}

static void
forget_rows (TalksParticipantsPanel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_list_box_remove (self->list, row);
  g_hash_table_remove_all (self->rows);
  g_clear_pointer (&self->roster, talks_roster_free);
}

static void
update (TalksParticipantsPanel *self)
{
  TalksPanel *panel = TALKS_PANEL (self);
  TalksSession *session = talks_panel_get_session (panel);
  TalksDay day;
  g_autoptr (GArray) lines = NULL;
  TalksRosterView view;

  if (session == NULL)
    return;
  day = talks_session_get_as_of (session);
  if (self->roster == NULL)
    self->roster = talks_roster_new (talks_panel_get_document (panel));
  view = (TalksRosterView) {
    .query = self->query,
    .shown = talks_session_get_highlight (session),
    .whole = self->whole,
    .all_parties = self->all_parties,
  };
  lines = talks_roster_list (self->roster, day, &view);
  show_lines (self, lines, day);
}

/* Brings the highlighted person into view. */
static void
reveal_highlight (TalksParticipantsPanel *self)
{
  const char *id = talks_session_get_highlight (talks_panel_get_session (TALKS_PANEL (self)));
  g_autofree char *key = g_strdup_printf ("%d %s", (int) TALKS_ROSTER_PERSON, id != NULL ? id : "");
  GtkWidget *row = g_hash_table_lookup (self->rows, key);

  if (row != NULL)
    talks_reveal_child (self->scroller, row);
}

/* ---- where its reader is ---- */

#define OPEN_PARTIES "parties"
#define OPEN_PARTY "party "

static GtkWidget *
talks_participants_panel_get_scroller (TalksPanel *panel)
{
  return TALKS_PARTICIPANTS_PANEL (panel)->scroller;
}

static GtkEditable *
talks_participants_panel_get_search (TalksPanel *panel)
{
  return GTK_EDITABLE (TALKS_PARTICIPANTS_PANEL (panel)->search_entry);
}

static char **
talks_participants_panel_dup_opened (TalksPanel *panel)
{
  TalksParticipantsPanel *self = TALKS_PARTICIPANTS_PANEL (panel);
  GPtrArray *opened = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  if (self->all_parties)
    g_ptr_array_add (opened, g_strdup (OPEN_PARTIES));
  g_hash_table_iter_init (&iter, self->whole);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (opened, g_strconcat (OPEN_PARTY, id, NULL));
  g_ptr_array_add (opened, NULL);
  return (char **) g_ptr_array_free (opened, FALSE);
}

/* Those who are shown then stand below what is in view already. */
static void
talks_participants_panel_set_opened (TalksPanel         *panel,
                                     const char * const *keys)
{
  TalksParticipantsPanel *self = TALKS_PARTICIPANTS_PANEL (panel);

  self->all_parties = FALSE;
  g_hash_table_remove_all (self->whole);
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_strcmp0 (keys[i], OPEN_PARTIES) == 0)
      self->all_parties = TRUE;
    else if (g_str_has_prefix (keys[i], OPEN_PARTY))
      g_hash_table_add (self->whole, g_strdup (keys[i] + strlen (OPEN_PARTY)));
  update (self);
}

/* ---- signals ---- */

static void
on_row_activated (GtkListBox             *list,
                  TalksParticipantRow    *row,
                  TalksParticipantsPanel *self)
{
  const TalksRosterLine *line = talks_participant_row_get_line (row);

  switch (line->kind)
    {
    case TALKS_ROSTER_PERSON:
      talks_panel_activate (TALKS_PANEL (self), &line->participant->record);
      break;
    case TALKS_ROSTER_PARTY:
      if (line->party != NULL)
        talks_panel_activate (TALKS_PANEL (self), &line->party->record);
      break;
    case TALKS_ROSTER_MORE_PEOPLE:
      {
        const char *id = line->party != NULL ? line->party->record.id : "";

        if (!g_hash_table_remove (self->whole, id))
          g_hash_table_add (self->whole, g_strdup (id));
        update (self);
        talks_panel_note_opened (TALKS_PANEL (self));
        break;
      }
    case TALKS_ROSTER_MORE_PARTIES:
      self->all_parties = !self->all_parties;
      update (self);
      talks_panel_note_opened (TALKS_PANEL (self));
      break;
    case TALKS_ROSTER_TOO_MANY:
    default:
      break;
    }
}

static void
on_search_changed (GtkSearchEntry         *entry,
                   TalksParticipantsPanel *self)
{
  g_free (self->query);
  self->query = talks_query_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  update (self);
}

static void
on_stop_search (GtkSearchEntry         *entry,
                TalksParticipantsPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

/* ---- the panel ---- */

static void
talks_participants_panel_refresh (TalksPanel *panel,
                                  guint       flags)
{
  TalksParticipantsPanel *self = TALKS_PARTICIPANTS_PANEL (panel);

  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_PANEL_PALETTE))
    forget_rows (self);
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_AS_OF))
    talks_panel_show_day (panel, self->day_label);
  if (flags & (TALKS_SESSION_DOCUMENT | TALKS_SESSION_LANGUAGE | TALKS_SESSION_AS_OF
               | TALKS_SESSION_SELECTION | TALKS_SESSION_HIGHLIGHT | TALKS_PANEL_PALETTE))
    update (self);
  if (flags & TALKS_SESSION_HIGHLIGHT)
    reveal_highlight (self);
}

static void
talks_participants_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TALKS_TYPE_PARTICIPANTS_PANEL);

  G_OBJECT_CLASS (talks_participants_panel_parent_class)->dispose (object);
}

static void
talks_participants_panel_finalize (GObject *object)
{
  TalksParticipantsPanel *self = TALKS_PARTICIPANTS_PANEL (object);

  g_clear_pointer (&self->roster, talks_roster_free);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->whole);
  g_free (self->query);

  G_OBJECT_CLASS (talks_participants_panel_parent_class)->finalize (object);
}

static void
talks_participants_panel_class_init (TalksParticipantsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = talks_participants_panel_dispose;
  object_class->finalize = talks_participants_panel_finalize;
  TALKS_PANEL_CLASS (klass)->refresh = talks_participants_panel_refresh;
  TALKS_PANEL_CLASS (klass)->get_scroller = talks_participants_panel_get_scroller;
  TALKS_PANEL_CLASS (klass)->get_search = talks_participants_panel_get_search;
  TALKS_PANEL_CLASS (klass)->dup_opened = talks_participants_panel_dup_opened;
  TALKS_PANEL_CLASS (klass)->set_opened = talks_participants_panel_set_opened;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/talkstimeline/Talks/ui/panels/talks-participants-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TalksParticipantsPanel, day_label);
  gtk_widget_class_bind_template_child (widget_class, TalksParticipantsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, TalksParticipantsPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, TalksParticipantsPanel, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
talks_participants_panel_init (TalksParticipantsPanel *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->whole = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
}

GtkWidget *
talks_participants_panel_new (void)
{
  return g_object_new (TALKS_TYPE_PARTICIPANTS_PANEL, NULL);
}
