/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-wording.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define VARIABLE "LANGUAGE"

struct _TalksWording
{
  char *before; /* of the variable; NULL: it stayed as it was */
};

void
talks_wording_set_up (void)
{
  g_setenv (VARIABLE, "", FALSE);
  /* Once textdomain() was called, GLib decides at its first text, for good, whether there are catalogues for the
   * locale; where there are none, say in German, it would never look for Ukrainian ones either. So it decides now. */
  g_dgettext (GETTEXT_PACKAGE, VARIABLE);
}

static gboolean
is_english (const char *name)
{
  return g_ascii_strncasecmp (name, "en", 2) == 0 && (name[2] == '\0' || name[2] == '_');
}

/* "uk_UA:en" of "uk-UA,en". English is what the program speaks without a catalogue: "C" ends the list. */
static char *
make_list (const char *language,
           const char *before)
{
  g_auto (GStrv) tags = g_strsplit (language, ",", -1);
  GString *list = g_string_new (NULL);

  for (char **tag = tags; *tag != NULL; tag++)
    {
      g_strdelimit (g_strstrip (*tag), "-", '_');
      if (**tag == '\0' || strpbrk (*tag, ":/.") != NULL)
        continue;
      g_string_append_printf (list, "%s%s", list->len > 0 ? ":" : "", is_english (*tag) ? "C" : *tag);
      if (is_english (*tag))
        return g_string_free (list, FALSE);
    }
  if (list->len > 0)
    g_string_append_printf (list, ":%s", *before != '\0' ? before : setlocale (LC_MESSAGES, NULL));
  return g_string_free (list, FALSE);
}

/* gettext keeps what it has found until it is told that there may be something else. */
static void
set_list (const char *list)
{
  g_autofree char *domain = g_strdup (textdomain (NULL));

  g_setenv (VARIABLE, list, TRUE);
  textdomain (domain);
}

TalksWording *
talks_wording_begin (const char *language)
{
  TalksWording *self = g_new0 (TalksWording, 1);
  const char *before = g_getenv (VARIABLE);
  g_autofree char *list = NULL;

  if (language == NULL)
    return self;
  list = make_list (language, before != NULL ? before : "");
  if (*list == '\0')
    return self;
  self->before = g_strdup (before != NULL ? before : "");
  set_list (list);
  return self;
}

/* An empty variable is none to gettext. */
void
talks_wording_end (TalksWording *self)
{
  if (self == NULL)
    return;
  if (self->before != NULL)
    set_list (self->before);
  g_free (self->before);
  g_free (self);
}
