/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a source says: where it leads, and who wrote it. */

#include "talks-record.h"

#include <string.h>

/* Characters that an address has no use for, but that hide where it leads: spaces and controls, what
 * cannot be seen or turns the text around, and the backslash, which browsers read as a slash. */
static gboolean
is_plain_address (const char *url)
{
  if (!g_utf8_validate (url, -1, NULL))
    return FALSE;
  for (const char *p = url; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c > ' ' && c < 0x7f && c != '\\')
        continue;
      if (c == '\\' || g_unichar_isspace (c) || !g_unichar_isprint (c))
        return FALSE;
    }
  return TRUE;
}

const char *
talks_source_get_link (const TalksSource *source)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (source != NULL, NULL);

  if (source->url == NULL || !is_plain_address (source->url))
    return NULL;

  uri = g_uri_parse (source->url, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0'
      || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  /* GLib gives schemes in lower case. */
  if (strcmp (g_uri_get_scheme (uri), "http") != 0 && strcmp (g_uri_get_scheme (uri), "https") != 0)
    return NULL;
  return source->url;
}

char *
talks_name_to_text (const TalksName *name)
{
  const char *parts[5];
  GString *text;

  g_return_val_if_fail (name != NULL, NULL);

  if (name->literal != NULL && *name->literal != '\0')
    return g_strdup (name->literal);
  parts[0] = name->given;
  parts[1] = name->dropping_particle;
  parts[2] = name->non_dropping_particle;
  parts[3] = name->family;
  parts[4] = name->suffix;
  text = g_string_new (NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        /* "d'" and "al-" stand right before what follows. */
        if (text->len > 0 && !g_str_has_suffix (text->str, "'") && !g_str_has_suffix (text->str, "’")
            && !g_str_has_suffix (text->str, "-"))
          g_string_append_c (text, ' ');
        g_string_append (text, parts[i]);
      }
  return g_string_free (text, FALSE);
}
