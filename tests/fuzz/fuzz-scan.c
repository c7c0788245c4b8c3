/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the scan takes json-glib takes too, and makes the same of it; what it refuses it explains. */

#include "check-json.h"
#include "fuzz.h"
#include "talks-error.h"

#include <string.h>

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == TALKS_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "f:"));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (strlen (error->message), <, 2000);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static JsonParser *parser;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksJsonScan) scan = talks_json_scan_new (bytes, "f", TALKS_JSON_MAX_SIZE, &error);
  const TalksJsonIrregularity *irregularities;
  guint n;

  if (parser == NULL)
    parser = json_parser_new_immutable ();
  if (scan == NULL)
    {
      check_error (error);
      return 0;
    }
  g_assert_no_error (error);
  irregularities = talks_json_scan_get_irregularities (scan, &n);
  for (guint i = 0; i < n; i++)
    {
      check_error (irregularities[i].error);
      g_assert_true (i == 0 || irregularities[i].line > irregularities[i - 1].line
                     || (irregularities[i].line == irregularities[i - 1].line
                         && irregularities[i].column > irregularities[i - 1].column));
    }
  check_json (scan, parser);
  return 0;
}
