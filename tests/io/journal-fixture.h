/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A state folder of its own with a document and journals, for tests. */

#pragma once

#include "journal-edits.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;   /* of the document */
  char *folder; /* of journals */
} Fixture;

/* In the place of g_test_init() and g_test_run(). */
void           fixture_init            (int           *argc,
                                        char        ***argv);
int            fixture_run             (void);

void           fixture_set_up          (Fixture       *fixture,
                                        gconstpointer  data);
void           fixture_tear_down       (Fixture       *fixture,
                                        gconstpointer  data);

void           fixture_write_document  (const char    *path,
                                        guint32        seed);
char          *fixture_read_file       (const char    *path);

/* Paths in the folder of journals. */
GPtrArray     *fixture_list_files      (Fixture       *fixture);
guint          fixture_count_files     (Fixture       *fixture);

/* The only one. */
char          *fixture_get_journal     (Fixture       *fixture);
guint          fixture_count_leftovers (void);

/* Gives the member key ("Start=") of the holder of a journal another value. */
void           fixture_set_holder      (const char    *path,
                                        const char    *key,
                                        const char    *with);

/* As if the process that wrote all journals, which is this one, had ended. */
void           fixture_end_process     (Fixture       *fixture);

/* The same after closing work. Gives its document. */
TalksDocument *fixture_end_work        (Fixture       *fixture,
                                        Work          *work);

/* Leaves one step "A" behind. */
void           fixture_make_leftover   (Fixture       *fixture);

/* What an ended work leaves behind is its document, exactly. Closes work. */
void           fixture_assert_restores (Fixture       *fixture,
                                        Work          *work);

/* Larger files can not be written: the disk is full. */
void           fixture_limit_files     (guint64        limit);

/* n random edits; and one that sets the title of an event, as a step of that name. */
void           work_edit_some          (Work          *work,
                                        GRand         *rand,
                                        guint          n);
void           work_rename_event       (Work          *work,
                                        guint          i,
                                        const char    *title);

G_END_DECLS
