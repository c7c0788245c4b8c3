/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A note that several people share is said once, above their names. In a long list only those with a
 * task of their own are shown at first; the delegates of a party wait behind "more". */

#include "talks-attendance-list.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-disclosure.h"
#include "talks-line.h"
#include "talks-link-row.h"
#include "talks-mark-view.h"
#include "talks-parts.h"
#include "talks-show.h"
#include "talks-vocabulary.h"
#include "talks-words.h"

#define MARK_SIZE 10.0
#define MANY 10        /* people: from here on the list is shortened */
#define FEW 3          /* as many delegates are not worth hiding */

typedef struct
{
  TalksPanel *panel; /* borrowed: the list lives in it */
  TalksEvent *event;
  guint       first; /* of the attendance of event, this list is from first … */
  guint       end;   /* … to before end */
  GPtrArray  *notes; /* of const char *: texts that several share; owned by event */
} Attendance;

static void
attendance_free (gpointer data)
{
  Attendance *self = data;

  talks_record_unref (self->event);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* ---- shared notes ---- */

static gboolean
is_shared (Attendance *self,
           const char *note)
{
  return g_ptr_array_find_with_equal_func (self->notes, note, g_str_equal, NULL);
}

static void
find_shared_notes (Attendance *self)
{
  g_autoptr (GHashTable) once = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->first; i < self->end; i++)
    {
      const TalksAttendance *entry = self->event->attendance->pdata[i];
      const char *note = talks_panel_text (self->panel, entry->note);

      if (*note != '\0' && !g_hash_table_add (once, (gpointer) note) && !is_shared (self, note))
        g_ptr_array_add (self->notes, (gpointer) note);
    }
}

/* ---- one person ---- */

static TalksParty *
get_party (Attendance            *self,
           const TalksAttendance *entry)
{
  TalksParticipant *participant;

  participant = talks_document_lookup_kind (talks_panel_get_document (self->panel),
                                            TALKS_RECORD_PARTICIPANT, entry->participant);
  return participant != NULL ? talks_panel_party (self->panel, participant->party) : NULL;
}

/* What somebody did there; of somebody absent, where they belong. */
static char *
entry_words (Attendance            *self,
             const TalksAttendance *entry)
{
  GString *words = g_string_new (NULL);
  TalksParty *party = get_party (self, entry);

  if (entry->presence != TALKS_PRESENCE_ABSENT)
    {
      talks_words_join (words, talks_task_to_words (entry->role));
      talks_words_join (words, talks_presence_to_words (entry->presence));
    }
  else if (party != NULL)
    talks_words_join (words, talks_panel_text (self->panel, party->short_name));
  return g_string_free (words, FALSE);
}

static GtkWidget *
person_line_new (const char *name,
                 const char *task)
{
  GtkWidget *line = talks_line_new (8, NULL);
  GtkWidget *name_label = talks_block_text (name, NULL);
  GtkWidget *task_label = talks_block_text (task, "talks-caption");

  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (task_label), 1);
  gtk_widget_set_valign (task_label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (name_label, GTK_ALIGN_BASELINE);
  talks_line_append (TALKS_LINE (line), name_label);
  talks_line_append (TALKS_LINE (line), task_label);
  return line;
}

static void
append_entry (Attendance            *self,
              GtkBox                *box,
              const TalksAttendance *entry)
{
  TalksParticipant *participant;
  const char *note = talks_panel_text (self->panel, entry->note);
  const char *name;
  g_autofree char *task = entry_words (self, entry);
  g_autofree char *label = NULL;
  GtkWidget *line;

  participant = talks_document_lookup_kind (talks_panel_get_document (self->panel),
                                            TALKS_RECORD_PARTICIPANT, entry->participant);
  name = participant != NULL ? talks_panel_text (self->panel, participant->name)
                             : entry->participant;
  line = person_line_new (name, task);
  if (participant != NULL)
    {
      label = *task != '\0' ? g_strdup_printf ("%s, %s", name, task) : g_strdup (name);
      line = talks_link_row_new_around (&participant->record, line, label);
      gtk_button_set_has_frame (GTK_BUTTON (line), FALSE);
      gtk_widget_add_css_class (line, "talks-row");
      talks_show_tooltip (line, _ ("Highlight this person"));
    }
  gtk_box_append (box, line);
  if (*note != '\0' && !is_shared (self, note))
    gtk_box_append (box, talks_block_text (note, "talks-note"));
}

/* ---- one party ---- */

/* Those who come with others: what is hidden in a long list. */
static gboolean
is_follower (const TalksAttendance *entry)
{
  return g_strcmp0 (entry->role, "delegate") == 0 || g_strcmp0 (entry->role, "expert") == 0
         || g_strcmp0 (entry->role, "interpreter") == 0;
}

static void
append_entries (Attendance *self,
                GtkBox     *box,
                GPtrArray  *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const TalksAttendance *entry = entries->pdata[i];

      if (!is_shared (self, talks_panel_text (self->panel, entry->note)))
        append_entry (self, box, entry);
    }
  for (guint n = 0; n < self->notes->len; n++)
    {
      const char *note = self->notes->pdata[n];
      gboolean said = FALSE;

      for (guint i = 0; i < entries->len; i++)
        {
          const TalksAttendance *entry = entries->pdata[i];

          if (g_strcmp0 (talks_panel_text (self->panel, entry->note), note) != 0)
            continue;
          if (!said)
            gtk_box_append (box, talks_block_text (note, "talks-note"));
          said = TRUE;
          append_entry (self, box, entry);
        }
    }
}

typedef enum
{
  LEADERS = 1 << 0,
  FOLLOWERS = 1 << 1,
} Who;

/* Those of party who were there. */
static GPtrArray *
list_present (Attendance *self,
              TalksParty *party,
              guint       who)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = self->first; i < self->end; i++)
    {
      const TalksAttendance *entry = self->event->attendance->pdata[i];

      if (entry->presence != TALKS_PRESENCE_ABSENT && get_party (self, entry) == party
          && (who & (is_follower (entry) ? FOLLOWERS : LEADERS)))
        g_ptr_array_add (entries, (gpointer) entry);
    }
  return entries;
}

static GtkWidget *
party_line_new (Attendance *self,
                TalksParty *party)
{
  GtkWidget *line = talks_line_new (6, NULL);
  GtkWidget *mark = talks_mark_view_new (MARK_SIZE);
  g_autofree char *name = party != NULL
                            ? talks_words_party (party, talks_panel_get_language (self->panel))
                            : g_strdup (_ ("Without a party"));
  GtkWidget *label = talks_block_text (name, "talks-party");

  talks_mark_view_show (TALKS_MARK_VIEW (mark), party, TALKS_MARK_FILLED,
                        talks_panel_get_palette (self->panel));
  talks_block_color (GTK_LABEL (label), talks_panel_party_color (self->panel, party));
  talks_line_append (TALKS_LINE (line), mark);
  talks_line_append (TALKS_LINE (line), label);
  return line;
}

/* What a "more" of one party needs when it is opened. */
typedef struct
{
  Attendance *attendance;
  TalksParty *party;
} Followers;

static void
on_fill_followers (TalksDisclosure *disclosure,
                   GtkBox          *body,
                   Followers       *followers)
{
  g_autoptr (GPtrArray) entries = list_present (followers->attendance, followers->party, FOLLOWERS);

  append_entries (followers->attendance, body, entries);
}

static void
followers_free (gpointer  data,
                GClosure *closure)
{
  g_free (data);
}

static void
append_followers (Attendance *self,
                  GtkBox     *box,
                  TalksParty *party,
                  guint       n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u delegate or expert",
                                                      "%u delegates and experts", n),
                                            n);
  GtkWidget *more = talks_disclosure_new_text (words);
  Followers *followers = g_new0 (Followers, 1);

  followers->attendance = self;
  followers->party = party;
  g_signal_connect_data (more, "fill", G_CALLBACK (on_fill_followers), followers, followers_free, 0);
  gtk_box_append (box, more);
}

static void
append_party (Attendance *self,
              GtkBox     *box,
              TalksParty *party,
              gboolean    shorten)
{
  g_autoptr (GPtrArray) everybody = list_present (self, party, LEADERS | FOLLOWERS);
  g_autoptr (GPtrArray) leaders = list_present (self, party, LEADERS);
  guint n_followers = everybody->len - leaders->len;

  if (everybody->len == 0)
    return;
  gtk_box_append (box, party_line_new (self, party));
  shorten = shorten && n_followers > FEW;
  append_entries (self, box, shorten ? leaders : everybody);
  if (shorten)
    append_followers (self, box, party, n_followers);
}

static void
append_absent (Attendance *self,
               GtkBox     *box)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  for (guint i = self->first; i < self->end; i++)
    {
      TalksAttendance *entry = self->event->attendance->pdata[i];

      if (entry->presence == TALKS_PRESENCE_ABSENT)
        g_ptr_array_add (entries, entry);
    }
  if (entries->len == 0)
    return;
  gtk_box_append (box, talks_block_text (_ ("Absent"), "talks-party"));
  append_entries (self, box, entries);
}

/* ---- the list ---- */

/* The parties of those on the list, with NULL for those without. */
static GHashTable *
list_parties (Attendance *self)
{
  GHashTable *parties = g_hash_table_new (NULL, NULL);

  for (guint i = self->first; i < self->end; i++)
    g_hash_table_add (parties, get_party (self, self->event->attendance->pdata[i]));
  return parties;
}

static GtkWidget *
list_new (TalksPanel *panel,
          TalksEvent *event,
          guint       first,
          guint       end)
{
  Attendance *self = g_new0 (Attendance, 1);
  GtkWidget *list = talks_block_column (2, "talks-attendance");
  gboolean shorten = end - first > MANY;
  g_autoptr (GHashTable) present = NULL;
  GPtrArray *parties;

  self->panel = panel;
  self->event = talks_record_ref (event);
  self->first = first;
  self->end = end;
  self->notes = g_ptr_array_new ();
  find_shared_notes (self);

  /* Whatever is opened in the list later needs it. */
  g_object_set_data_full (G_OBJECT (list), "talks-attendance", self, attendance_free);
  present = list_parties (self);
  parties = talks_document_get_records (talks_panel_get_document (panel), TALKS_RECORD_PARTY);
  for (guint i = 0; i < parties->len; i++)
    if (g_hash_table_contains (present, parties->pdata[i]))
      append_party (self, GTK_BOX (list), parties->pdata[i], shorten);
  append_party (self, GTK_BOX (list), NULL, shorten);
  append_absent (self, GTK_BOX (list));
  return list;
}

/* What the parts of a long list need. */
typedef struct
{
  TalksPanel *panel; /* borrowed: the list lives in it */
  TalksEvent *event;
} Parts;

static void
parts_free (gpointer data)
{
  Parts *parts = data;

  talks_record_unref (parts->event);
  g_free (parts);
}

static void
append_part (GtkBox   *box,
             guint     first,
             guint     end,
             gpointer  data)
{
  Parts *parts = data;

  gtk_box_append (box, list_new (parts->panel, parts->event, first, end));
}

GtkWidget *
talks_attendance_list_new (TalksPanel *panel,
                           TalksEvent *event)
{
  GtkWidget *list;
  Parts *parts;

  g_return_val_if_fail (TALKS_IS_PANEL (panel), NULL);
  g_return_val_if_fail (event != NULL, NULL);

  if (event->attendance->len == 0)
    return NULL;
  if (event->attendance->len <= TALKS_PART)
    return list_new (panel, event, 0, event->attendance->len);
  list = talks_block_column (2, NULL);
  parts = g_new0 (Parts, 1);
  parts->panel = panel;
  parts->event = talks_record_ref (event);
  talks_parts_append (GTK_BOX (list), event->attendance->len, append_part, parts, parts_free);
  return list;
}
