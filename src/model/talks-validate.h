/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Validation: what is wrong with a document whose form is right.
 *
 * Each problem says where it is by a JSON pointer (RFC 6901) into the file, such as
 * "/events/12/sources/0", and in one sentence what to do about it. */

#pragma once

#include "talks-document.h"

G_BEGIN_DECLS

typedef enum
{
  TALKS_SEVERITY_ERROR,
  TALKS_SEVERITY_WARNING,
} TalksSeverity;

typedef struct
{
  TalksSeverity severity;
  char         *pointer;
  char         *record; /* id of the record concerned; may be NULL */
  char         *message;
} TalksProblem;

TalksProblem *talks_problem_new  (TalksSeverity  severity,
                                  const char    *pointer,
                                  const char    *record,
                                  const char    *format,
                                  ...) G_GNUC_PRINTF (4, 5);
TalksProblem *talks_problem_new_valist (TalksSeverity  severity,
                                        const char    *pointer,
                                        const char    *record,
                                        const char    *format,
                                        va_list        args) G_GNUC_PRINTF (4, 0);
void          talks_problem_free (TalksProblem  *problem);

/* Problems in document order, of TalksProblem. Never NULL. */
GPtrArray    *talks_document_validate (TalksDocument *document);

/* Whether tag has the form of BCP 47 as far as that can be seen without its registry. */
gboolean      talks_is_language_tag   (const char    *tag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalksProblem, talks_problem_free)

G_END_DECLS
