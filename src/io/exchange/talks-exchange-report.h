/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as a text to read: told once, set by Markdown and by HTML each in its own way. */

#pragma once

#include "talks-exchange-private.h"

G_BEGIN_DECLS

typedef struct _TalksReport TalksReport;

/* How a format sets the parts. Texts come as they are: each format escapes them. numbers are of sources, from 1. */
typedef struct
{
  void (*heading)   (TalksReport *report,
                     int          level,  /* 2, 3 … */
                     const char  *anchor, /* or NULL */
                     const char  *text);
  void (*paragraph) (TalksReport *report,
                     const char  *text,
                     GArray      *numbers);
  void (*field)     (TalksReport *report,
                     const char  *label,
                     const char  *text,
                     GArray      *numbers);
  void (*link)      (TalksReport *report, /* a field that leads to a heading */
                     const char  *label,
                     const char  *before, /* words before the link; or NULL */
                     const char  *anchor, /* of that heading; NULL: it is not in the report */
                     const char  *text);
  void (*item)      (TalksReport *report,
                     const char  *text,
                     GArray      *numbers);
  void (*quote)     (TalksReport *report,
                     const char  *text,
                     const char  *language); /* or NULL */
  void (*source)    (TalksReport *report,
                     guint        number,
                     const char  *text,
                     const char  *link);     /* or NULL */
} TalksReportStyle;

struct _TalksReport
{
  TalksExchange          *exchange;
  const TalksReportStyle *style;
  GString                *out;
  GHashTable             *numbers; /* id of a source → its number */
  GPtrArray              *cited;   /* of char *: ids in the order of their numbers */
};

/* Everything but title, description and licence. */
void talks_report_write (TalksExchange          *exchange,
                         const TalksReportStyle *style,
                         GString                *out);

/* Tells what a report leaves out. */
void talks_report_tell_losses (TalksExchange    *exchange);

G_END_DECLS
