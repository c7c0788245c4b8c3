/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-error.h"

G_DEFINE_QUARK (talks-error-quark, talks_error)

void
talks_error_prefix_place (GError     **error,
                          const char  *file,
                          unsigned     line,
                          unsigned     column)
{
  g_autoptr (GString) place = NULL;

  g_return_if_fail (error != NULL && *error != NULL);

  place = g_string_new (file);
  if (line > 0)
    g_string_append_printf (place, "%s%u", place->len > 0 ? ":" : "", line);
  if (line > 0 && column > 0)
    g_string_append_printf (place, ":%u", column);
  if (place->len > 0)
    g_prefix_error (error, "%s: ", place->str);
}
