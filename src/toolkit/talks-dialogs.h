/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialogs of Talks: choosing a file, telling, asking.
 *
 * Files are chosen in the desktop's own chooser. Alerts are small modal windows of ours, the same
 * in every release of GTK. All texts are plain: no markup is read in them. The
 * asynchronous ones end in their _finish function, called once. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* ---- files ---- */

/* A row of the chooser's list of file types; borrowed for the time of the call. A file belongs to
 * it if it has one of the patterns or one of the types; either list may be NULL. */
typedef struct
{
  const char         *name;       /* "Talks documents" */
  const char * const *patterns;   /* "*.talks.json", NULL-terminated */
  const char * const *mime_types; /* "image/png", NULL-terminated */
} TalksFileFilter;

/* parent may be NULL; filters may be NULL if n_filters is 0, the first one is chosen at first;
 * folder (where to begin) may be NULL. */
void   talks_dialogs_open_async  (GtkWindow             *parent,
                                  const char            *title,
                                  const TalksFileFilter *filters,
                                  size_t                 n_filters,
                                  GFile                 *folder,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               data);

/* The file, owned by the caller; NULL with G_IO_ERROR_CANCELLED when the user changed their mind. */
GFile *talks_dialogs_open_finish (GAsyncResult          *result,
                                  GError               **error);

/* As above; name is what the new file is called at first, or NULL. The chooser asks before it
 * names a file that exists. */
void   talks_dialogs_save_async  (GtkWindow             *parent,
                                  const char            *title,
                                  const char            *name,
                                  const TalksFileFilter *filters,
                                  size_t                 n_filters,
                                  GFile                 *folder,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               data);
GFile *talks_dialogs_save_finish (GAsyncResult          *result,
                                  GError               **error);

/* ---- any window ---- */

/* Lets Escape close window, as its close button would. Once for each window. */
void   talks_dialogs_close_on_escape (GtkWindow         *window);

/* ---- alerts ---- */

/* Says something that cannot wait; the user can only close it. parent and body may be NULL. */
void   talks_dialogs_tell        (GtkWindow             *parent,
                                  const char            *heading,
                                  const char            *body);

typedef enum
{
  TALKS_CHOICE_PLAIN,
  TALKS_CHOICE_SUGGESTED,   /* Return takes it */
  TALKS_CHOICE_DESTRUCTIVE, /* loses something */
} TalksChoiceStyle;

typedef struct
{
  const char      *label; /* with a mnemonic: "_Save" */
  TalksChoiceStyle style;
} TalksChoice;

/* Asks for one of 1 to 4 choices, which stand in the reading order given. cancel_choice is the
 * index that Escape and closing stand for. parent and body may be NULL. */
void   talks_dialogs_ask_async   (GtkWindow             *parent,
                                  const char            *heading,
                                  const char            *body,
                                  const TalksChoice     *choices,
                                  size_t                 n_choices,
                                  size_t                 cancel_choice,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               data);

/* The index of what was chosen; −1 with error set only when cancelled by its cancellable. */
int    talks_dialogs_ask_finish  (GAsyncResult          *result,
                                  GError               **error);

G_END_DECLS
