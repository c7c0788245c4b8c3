/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one error domain of Talks.
 *
 * A code tells the caller what it can do about the failure; the message is a whole
 * translatable sentence for the reader. Errors of lower layers (G_IO_ERROR, GKeyFile …) pass
 * through unchanged or are put behind a place by talks_error_prefix_place(); they are never
 * swallowed. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TALKS_ERROR (talks_error_quark ())

typedef enum
{
  TALKS_ERROR_FAILED,    /* none of the below */
  TALKS_ERROR_ENCODING,  /* not UTF-8, or a file of another type */
  TALKS_ERROR_SYNTAX,    /* not JSON */
  TALKS_ERROR_FORMAT,    /* JSON, but not a Talks document; or a member of the wrong type */
  TALKS_ERROR_VERSION,   /* made by a newer Talks */
  TALKS_ERROR_TOO_LARGE, /* beyond a stated limit */
  TALKS_ERROR_DATE,      /* not EDTF */
  TALKS_ERROR_REFERENCE, /* an id that is missing, taken or of the wrong kind */
  TALKS_ERROR_USAGE,     /* the command line */
  TALKS_ERROR_CONFLICT,  /* a file is not as it was when it was last read or written */
  TALKS_ERROR_GONE,      /* a file that was read or written is no longer there */
  TALKS_ERROR_READ_ONLY, /* a file is marked as read-only; the user may say to write all the same */
  TALKS_ERROR_DAMAGED,   /* a file was written in part; the message says where whole copies are */
  TALKS_ERROR_LOCKED,    /* somebody else has the file open */
} TalksErrorCode;

GQuark talks_error_quark        (void);

/* Puts "FILE:LINE:COLUMN: " before the message of *error, which must be set. line and column
 * count from 1; 0 leaves them out. file may be NULL. */
void   talks_error_prefix_place (GError     **error,
                                 const char  *file,
                                 unsigned     line,
                                 unsigned     column);

G_END_DECLS
