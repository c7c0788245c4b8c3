/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values in one line that are written in a form of their own: times of day, zones, coordinates. One class, whose
 * maker says what the line is. */

#include "talks-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "talks-form-typed.h"

typedef struct
{
  /* The value as it is shown; NULL: absent. */
  char    *(*show)  (const TalksField *field,
                     gconstpointer     owner);

  /* Writes what text (not blank; NULL: absent) says to the owner, and gives in said what was understood or NULL.
   * FALSE: nothing was understood; then the owner says nothing. */
  gboolean (*write) (const TalksField *field,
                     gpointer          owner,
                     const char       *text,
                     char            **said);
  const char *problem;
  int         width; /* in characters */
} LineKind;

struct _TalksLineField
{
  TalksFormField  parent_instance;
  GtkWidget      *entry;
  const LineKind *kind;
  gboolean        is_loading;
};

G_DECLARE_FINAL_TYPE (TalksLineField, talks_line_field, TALKS, LINE_FIELD, TalksFormField)
G_DEFINE_FINAL_TYPE (TalksLineField, talks_line_field, TALKS_TYPE_FORM_FIELD)

/* ---- kinds of lines ---- */

static char *
show_string (const TalksField *field,
             gconstpointer     owner)
{
  return g_strdup (TALKS_FIELD_VALUE (field, owner, char *));
}

static void
store_string (const TalksField *field,
              gpointer          owner,
              const char       *string)
{
  char **place = &TALKS_FIELD_VALUE (field, owner, char *);

  g_free (*place);
  *place = g_strdup (string);
}

/* Two numbers, with or without something between them: 9:05, 9.05, 0905, 9. FALSE when it is more than that. */
static gboolean
read_hours (const char *text,
            int        *hours,
            int        *minutes)
{
  int digits = 0;

  *hours = *minutes = 0;
  for (; g_ascii_isdigit (*text); text++, digits++)
    *hours = *hours * 10 + (*text - '0');
  if (digits == 0 || digits > 4)
    return FALSE;
  if (digits > 2)
    {
      *minutes = *hours % 100;
      *hours /= 100;
      return *text == '\0' && *minutes < 60;
    }
  if (*text == '\0')
    return TRUE;
  if (*text != ':' && *text != '.' && *text != ' ')
    return FALSE;
  text++;
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]) || text[2] != '\0')
    return FALSE;
  *minutes = (text[0] - '0') * 10 + (text[1] - '0');
  return *minutes < 60;
}

static void
tell_if_other (const char *text,
               const char *written,
               char      **said)
{
  *said = g_str_equal (text, written) ? NULL : g_strdup (written);
}

static gboolean
write_clock (const TalksField *field,
             gpointer          owner,
             const char       *text,
             char            **said)
{
  char written[16];
  int hours, minutes;

  store_string (field, owner, NULL);
  if (text == NULL)
    return TRUE;
  if (!read_hours (text, &hours, &minutes) || hours > 23)
    return FALSE;
  g_snprintf (written, sizeof written, "%02d:%02d", hours, minutes);
  store_string (field, owner, written);
  tell_if_other (text, written, said);
  return TRUE;
}

static gboolean
write_zone (const TalksField *field,
            gpointer          owner,
            const char       *text,
            char            **said)
{
  const char *number = text;
  char written[16] = "Z";
  gboolean negative;
  int hours, minutes;

  store_string (field, owner, NULL);
  if (text == NULL)
    return TRUE;
  if (g_ascii_strncasecmp (number, "UTC", 3) == 0 || g_ascii_strncasecmp (number, "GMT", 3) == 0)
    number += 3;
  negative = *number == '-' || g_str_has_prefix (number, "−");
  if (g_ascii_strcasecmp (number, "Z") != 0 && !(*number == '\0' && number != text))
    {
      if (*number == '+' || *number == '-')
        number++;
      else if (negative)
        number += strlen ("−");
      if (!read_hours (number, &hours, &minutes) || hours * 60 + minutes > 14 * 60)
        return FALSE;
      g_snprintf (written, sizeof written, "%c%02d:%02d", negative ? '-' : '+', hours, minutes);
    }
  store_string (field, owner, written);
  tell_if_other (text, written, said);
  return TRUE;
}

static char *
show_coordinates (const TalksField *field,
                  gconstpointer     owner)
{
  const TalksPlace *place = owner;

  return place->has_coordinates ? talks_coordinates_format (place->latitude, place->longitude) : NULL;
}

static gboolean
write_coordinates (const TalksField *field,
                   gpointer          owner,
                   const char       *text,
                   char            **said)
{
  TalksPlace *place = owner;

  place->has_coordinates = FALSE;
  place->latitude = place->longitude = 0;
  if (text == NULL)
    return TRUE;
  place->has_coordinates = talks_coordinates_parse (text, &place->latitude, &place->longitude);
  if (!place->has_coordinates)
    return FALSE;
  *said = talks_coordinates_format (place->latitude, place->longitude);
  return TRUE;
}

static const LineKind clock_kind = { show_string, write_clock, N_("Give a time of day such as 13:35."), 6 };
static const LineKind zone_kind = { show_string, write_zone, N_("Give the distance from UTC, such as +03:00."), 7 };
static const LineKind coordinates_kind = {
  show_coordinates, write_coordinates, N_("Give latitude and longitude in degrees, such as 41.04 N, 29.00 E."), 20,
};

/* ---- the class ---- */

static void
entry_changed_cb (TalksLineField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;

  if (self->is_loading)
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (self->kind->write (talks_form_field_get_field (field), talks_form_field_get_owner (field),
                         *text != '\0' ? text : NULL, &said))
    talks_form_field_say (field, TALKS_SAY_UNDERSTOOD, said);
  else
    talks_form_field_say (field, TALKS_SAY_PROBLEM, _(self->kind->problem));
  talks_form_field_changed (field);
}

static void
talks_line_field_load (TalksFormField *field)
{
  TalksLineField *self = TALKS_LINE_FIELD (field);
  g_autofree char *text = self->kind->show (talks_form_field_get_field (field), talks_form_field_get_owner (field));

  if ((talks_form_field_get_row (field)->flags & TALKS_ROW_BARE) != 0)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), talks_form_field_get_label (field));
  self->is_loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  self->is_loading = FALSE;
}

static char *
show (TalksLineField *self)
{
  TalksFormField *field = TALKS_FORM_FIELD (self);

  return self->kind->show (talks_form_field_get_field (field), talks_form_field_get_owner (field));
}

static void
talks_line_field_keep_typed (TalksFormField *field,
                             const char     *where,
                             GHashTable     *typed)
{
  TalksLineField *self = TALKS_LINE_FIELD (field);
  g_autofree char *value = show (self);

  talks_form_typed_keep_entry (self->entry, value, where, typed);
}

static gboolean
talks_line_field_take_typed (TalksFormField *field,
                             const char     *where,
                             GHashTable     *typed)
{
  TalksLineField *self = TALKS_LINE_FIELD (field);
  const char *text = g_hash_table_lookup (typed, where);
  g_autofree char *before = show (self);
  g_autofree char *after = NULL;

  if (text == NULL)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  after = show (self);
  /* It was about another value. */
  if (before != NULL && g_strcmp0 (before, after) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), before);
  return TRUE;
}

static void
talks_line_field_class_init (TalksLineFieldClass *klass)
{
  TALKS_FORM_FIELD_CLASS (klass)->load = talks_line_field_load;
  TALKS_FORM_FIELD_CLASS (klass)->keep_typed = talks_line_field_keep_typed;
  TALKS_FORM_FIELD_CLASS (klass)->take_typed = talks_line_field_take_typed;
}

static void
talks_line_field_init (TalksLineField *self)
{
  self->entry = gtk_entry_new ();
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  talks_form_field_set_content (TALKS_FORM_FIELD (self), self->entry, self->entry);
}

static TalksFormField *
new_line (const LineKind *kind)
{
  TalksLineField *self = g_object_new (talks_line_field_get_type (), NULL);

  self->kind = kind;
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), kind->width);
  return TALKS_FORM_FIELD (self);
}

TalksFormField *
talks_clock_field_new (void)
{
  return new_line (&clock_kind);
}

TalksFormField *
talks_zone_field_new (void)
{
  return new_line (&zone_kind);
}

TalksFormField *
talks_coordinates_field_new (void)
{
  return new_line (&coordinates_kind);
}
