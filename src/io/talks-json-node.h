/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nodes of json-glib from a text that a TalksJsonScan has passed.
 *
 * The scan has looked at every byte; json-glib's parser, which would look again, takes longer
 * than all the rest of opening a document. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* text is a whole value, such as talks_json_scan_find() finds, of a scan without irregularities:
 * nothing is checked again. The same as json-glib makes of it, but not sealed. Free with
 * json_node_unref(). */
JsonNode *talks_json_node_new (const char *text,
                               size_t      length);

G_END_DECLS
