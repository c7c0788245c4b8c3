/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-table-plan-private.h"

#include <string.h>

#include "talks-gettext.h"
#include "talks-vocabulary.h"

/* ---- initials ---- */

/* Title case as Unicode has it, the same in every language. Georgian has capitals for whole words only
 * (U+1C90 to U+1CBF), which GLib does not know. */
static gunichar
to_initial (gunichar c)
{
  gunichar title = g_unichar_totitle (c);

  return title >= 0x1c90 && title <= 0x1cbf ? c : title;
}

/* The first letter or digit of a word with the marks that belong to it; FALSE when there is none. */
static gboolean
append_initial (GString    *initials,
                const char *word,
                const char *end)
{
  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        continue;
      g_string_append_unichar (initials, to_initial (c));
      for (p = g_utf8_next_char (p); p < end && g_unichar_ismark (g_utf8_get_char (p));
           p = g_utf8_next_char (p))
        g_string_append_unichar (initials, g_utf8_get_char (p));
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_space (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

/* Appends the initial of the last word before end that has a letter and lies after start. */
static void
append_last_initial (GString    *initials,
                     const char *start,
                     const char *end)
{
  while (end > start)
    {
      const char *word = end;

      while (word > start && !is_space (g_utf8_prev_char (word)))
        word = g_utf8_prev_char (word);
      if (append_initial (initials, word, end))
        return;
      end = word > start ? g_utf8_prev_char (word) : start;
    }
}

char *
talks_initials (const char *name)
{
  GString *initials = g_string_new (NULL);
  g_autofree char *composed = NULL;
  const char *p;

  g_return_val_if_fail (name != NULL, g_string_free (initials, FALSE));

  composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  p = composed != NULL ? composed : "";
  while (*p != '\0' && initials->len == 0)
    {
      const char *end;

      while (*p != '\0' && is_space (p))
        p = g_utf8_next_char (p);
      end = p;
      while (*end != '\0' && !is_space (end))
        end = g_utf8_next_char (end);
      append_initial (initials, p, end);
      p = end;
    }
  append_last_initial (initials, p, p + strlen (p));
  return g_string_free (initials, FALSE);
}

/* ---- words on the plan ---- */

const char *
talks_table_plan_task (const TalksAttendance *attendance)
{
  static const char * const tasks[] = { "chair", "mediator", "host", "observer", NULL };

  return attendance->role != NULL && g_strv_contains (tasks, attendance->role) ? talks_task_to_words (attendance->role)
                                                                               : NULL;
}

TalksParty *
talks_table_plan_party_of (TalksTablePlan *self,
                           Zone            zone)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);

      if (person->zone == zone && person->party != NULL)
        return person->party;
    }
  return NULL;
}

char *
talks_table_plan_name_zone (TalksTablePlan *self,
                            Zone            zone)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);
      const char *name;

      if (person->zone != zone || person->party == NULL)
        continue;
      name = talks_text_show (person->party->short_name, self->language);
      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

char *
talks_table_plan_name_table (TalksTablePlan *self)
{
  const char *format = self->event->format;
  const char *place;

  if (self->all_remote)
    {
      if (g_strcmp0 (format, "phone") == 0)
        return g_strdup (C_("way of meeting", "by phone"));
      if (g_strcmp0 (format, "video") == 0)
        return g_strdup (C_("way of meeting", "by video"));
      return g_strdup (C_("way of meeting", "by remote link"));
    }
  if (self->event->place == NULL)
    return g_strdup ("");

  /* "Dolmabahçe Presidential Office, Istanbul": the nearest part is the place itself. */
  place = talks_text_show (self->event->place->name, self->language);
  return g_strndup (place, strcspn (place, ",;("));
}

/* ---- the plan as sentences ---- */

/* "Ukraine with 12 people, led by Rustem Umerov". */
static char *
describe_side (TalksTablePlan *self,
               Zone            zone)
{
  g_autofree char *name = talks_table_plan_name_zone (self, zone);
  const char *head = NULL;
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);

      if (person->zone != zone)
        continue;
      n++;
      if (person->head && head == NULL)
        head = talks_text_show (person->participant->name, self->language);
    }
  if (*name == '\0')
    {
      g_free (name);
      name = g_strdup (_("People without a party"));
    }

  if (n == 1)
    {
      for (guint i = 0; i < self->people->len && head == NULL; i++)
        if (g_array_index (self->people, Person, i).zone == zone)
          head = talks_text_show (g_array_index (self->people, Person, i).participant->name,
                                  self->language);
      /* Translators: a party and the one person who came for it. */
      return g_strdup_printf (_("%1$s, represented by %2$s"), name, head);
    }
  if (head != NULL)
    /* Translators: a party, how many people came for it, and the head of its delegation. */
    return g_strdup_printf (ngettext ("%1$s with %2$u person, led by %3$s",
                                      "%1$s with %2$u people, led by %3$s", n),
                            name, n, head);
  return g_strdup_printf (ngettext ("%1$s with %2$u person", "%1$s with %2$u people", n), name, n);
}

/* "Hakan Fidan (Türkiye, chair), Ibrahim Kalin (Türkiye)"; NULL when nobody is in the zone. */
static char *
list_people (TalksTablePlan *self,
             Zone            zone)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);
      const char *party = person->party != NULL
                            ? talks_text_show (person->party->short_name, self->language)
                            : NULL;
      const char *task = zone == ZONE_LEFT ? talks_table_plan_task (person->attendance) : NULL;

      if (person->zone != zone)
        continue;
      if (list->len > 0)
        g_string_append (list, ", ");
      g_string_append (list, talks_text_show (person->participant->name, self->language));
      if (party != NULL && task != NULL)
        g_string_append_printf (list, " (%s, %s)", party, task);
      else if (party != NULL || task != NULL)
        g_string_append_printf (list, " (%s)", party != NULL ? party : task);
    }
  if (list->len == 0)
    {
      g_string_free (list, TRUE);
      return NULL;
    }
  return g_string_free (list, FALSE);
}

static guint
count_unclear (TalksTablePlan *self)
{
  guint n = 0;

  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);

      n += person->zone != ZONE_ABSENT && person->attendance->presence == TALKS_PRESENCE_UNCLEAR;
    }
  return n;
}

char *
talks_table_plan_describe_sides (TalksTablePlan *self)
{
  g_autofree char *top = describe_side (self, ZONE_TOP);
  g_autofree char *bottom = describe_side (self, ZONE_BOTTOM);

  if (self->all_remote)
    /* Translators: two delegations with their size and head, who spoke by telephone or video. */
    return g_strdup_printf (_("By remote link: %1$s; %2$s."), top, bottom);
  /* Translators: two delegations with their size and head, who sat opposite each other. */
  return g_strdup_printf (_("Face to face: %1$s; %2$s."), top, bottom);
}

char *
talks_table_plan_describe (TalksTablePlan *self)
{
  GString *words;
  g_autofree char *sides = NULL;
  g_autofree char *presiding = NULL;
  g_autofree char *others = NULL;
  g_autofree char *absent = NULL;
  guint n_unclear;

  g_return_val_if_fail (self != NULL, NULL);

  sides = talks_table_plan_describe_sides (self);
  words = g_string_new (sides);
  presiding = list_people (self, ZONE_LEFT);
  others = list_people (self, ZONE_RIGHT);
  absent = list_people (self, ZONE_ABSENT);
  n_unclear = count_unclear (self);

  if (presiding != NULL)
    {
      g_string_append_c (words, ' ');
      /* Translators: names of those who chair, host or mediate a meeting, with their task. */
      g_string_append_printf (words, _("At the end of the table: %s."), presiding);
    }
  if (others != NULL)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, _("Also there: %s."), others);
    }
  if (absent != NULL)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, _("Absent: %s."), absent);
    }
  if (n_unclear > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("For %u person it is unclear whether they took part.",
                                               "For %u people it is unclear whether they took part.",
                                               n_unclear),
                              n_unclear);
    }
  return g_string_free (words, FALSE);
}
