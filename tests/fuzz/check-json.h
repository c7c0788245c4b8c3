/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether json-glib and talks_json_node_new() make of a text that the scan took exactly what stands in it. */

#pragma once

#include "talks-json-scan.h"

#include <json-glib/json-glib.h>

/* Aborts when they do not: compares every name, text, number and word of both with a reading of the
 * text of its own, and the first values also with what
 * talks_json_scan_find() and talks_json_scan_locate() say of their pointers. Of a text with
 * irregularities, only that json-glib takes it. */
void check_json (const TalksJsonScan *scan,
                 JsonParser          *parser);
