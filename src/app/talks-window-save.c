/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving: what is asked before, and what is told after. The work itself is TalksKeeper's. */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-error.h"
#include "talks-file.h"
#include "talks-holder-words.h"
#include "talks-window-private.h"

/* How long good news stays. */
#define NEWS_SECONDS 6

/* A save that somebody waits for. */
typedef struct _Request Request;
struct _Request
{
  TalksWindow      *self;
  GFile            *file;  /* NULL: that of the document */
  TalksKeeperFlags  flags;
  TalksWindowThen   then;  /* may be NULL */
  gpointer          data;
  void            (*go_on) (Request *request); /* by which an answer lets it */
};

static Request *
request_new (TalksWindow     *self,
             GFile           *file,
             TalksWindowThen  then,
             gpointer         data)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->file = file != NULL ? g_object_ref (file) : NULL;
  request->then = then;
  request->data = data;
  return request;
}

/* Tells who waits, and frees the request. */
static void
request_end (Request  *request,
             gboolean  done)
{
  if (request->then != NULL)
    request->then (request->self, done, request->data);
  g_object_unref (request->self);
  g_clear_object (&request->file);
  g_free (request);
}

static void start (Request *request);

/* ---- good news ---- */

static gboolean
hide_news_cb (gpointer data)
{
  TalksWindow *self = TALKS_WINDOW (data);
  const char *text = talks_banner_get_text (self->banner);

  self->hide_news = 0;
  if (text != NULL && g_strcmp0 (text, self->news) == 0)
    talks_banner_hide (self->banner);
  return G_SOURCE_REMOVE;
}

void
talks_window_show_news (TalksWindow *self,
                        const char  *text)
{
  g_free (self->news);
  self->news = g_strdup (text);
  talks_banner_show (self->banner, TALKS_BANNER_INFO, text, NULL);
  g_clear_handle_id (&self->hide_news, g_source_remove);
  self->hide_news = g_timeout_add_seconds (NEWS_SECONDS, hide_news_cb, self);
}

static void
tell_saved (TalksWindow           *self,
            const TalksSaveResult *result)
{
  g_autofree char *name = talks_file_get_name (talks_keeper_get_file (self->keeper));
  g_autofree char *text = g_strdup_printf (_("“%s” was saved."), name);
  g_auto (GStrv) notes = talks_save_notes_to_text (result->notes);
  g_autofree char *more = g_strjoinv (" ", notes);
  g_autofree char *whole = *more != '\0' ? g_strconcat (text, " ", more, NULL) : g_strdup (text);

  if (result->notes & TALKS_SAVE_WARNINGS)
    talks_banner_show (self->banner, TALKS_BANNER_INFO, whole, NULL);
  else
    talks_window_show_news (self, whole);
}

/* ---- bad news ---- */

static void
tell_failure (TalksWindow  *self,
              const GError *error)
{
  const TalksBannerAction actions[] = {
    { _("_Try Again"), "win.save" },
    { _("Save _As…"), "win.save-as" },
  };
  const char *message = error->message;
  g_autofree char *text = NULL;

  if (!talks_keeper_is_modified (self->keeper))
    text = g_strdup (message);
  else if (talks_keeper_get_trouble (self->keeper) == NULL)
    text = g_strdup_printf (_("%s Your changes are safe in this window, and kept on this computer in case Talks ends."),
                            message);
  else
    text = g_strdup_printf (_("%s Your changes are in this window only: save them in another place."), message);
  /* A conflict is told in the banner of the file, with all that can be done about it. */
  if (g_error_matches (error, TALKS_ERROR, TALKS_ERROR_CONFLICT))
    talks_banner_show (self->banner, TALKS_BANNER_INFO, text, NULL);
  else
    talks_banner_show_actions (self->banner, TALKS_BANNER_ERROR, text, actions, G_N_ELEMENTS (actions));
}

/* ---- asking ---- */

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Request *request = data;
  int choice = talks_dialogs_ask_finish (result, NULL);

  if (request->self->session == NULL || choice <= 0)
    request_end (request, FALSE);
  else if (choice == 2)
    request->go_on (request);
  else
    {
      TalksWindowThen then = request->then;

      /* Whoever waits, waits for that save. */
      request->then = NULL;
      talks_window_save_as (request->self, NULL, then, request->data);
      request_end (request, FALSE);
    }
}

/* Cancel, Save As… or a third way, by which go_on goes on. */
static void
ask (Request    *request,
     const char *heading,
     const char *body,
     const char *label,
     gboolean    suggested,
     void      (*go_on) (Request *request))
{
  const TalksChoice choices[] = {
    { _("_Cancel"), TALKS_CHOICE_PLAIN },
    { _("Save _As…"), suggested ? TALKS_CHOICE_PLAIN : TALKS_CHOICE_SUGGESTED },
    { label, suggested ? TALKS_CHOICE_SUGGESTED : TALKS_CHOICE_PLAIN },
  };

  request->go_on = go_on;
  talks_dialogs_ask_async (GTK_WINDOW (request->self), heading, body, choices, G_N_ELEMENTS (choices), 0, NULL,
                           answered_cb, request);
}

/* ---- remedies ---- */

/* What can be done about an error, if anything can: asked once, and then saved with the flag. */
typedef struct
{
  GQuark           (*domain) (void);
  int              code;
  TalksKeeperFlags flag;
  char          *(*ask) (const char *name);
  const char      *body;
  const char      *label;
} Remedy;

static char *
ask_gone (const char *name)
{
  return g_strdup_printf (_("“%s” is no longer there. Save it again?"), name);
}

static char *
ask_read_only (const char *name)
{
  return g_strdup_printf (_("“%s” is marked as read-only. Save it all the same?"), name);
}

static char *
ask_exists (const char *name)
{
  return g_strdup_printf (_("There already is a file “%s”. Replace it?"), name);
}

static const Remedy remedies[] = {
  { talks_error_quark, TALKS_ERROR_GONE, TALKS_KEEPER_AS_NEW,
    ask_gone,
    N_("The file was moved, renamed or deleted since it was last read. What you see is whole."), N_("_Save Again") },
  { talks_error_quark, TALKS_ERROR_READ_ONLY, TALKS_KEEPER_READ_ONLY,
    ask_read_only,
    N_("Somebody has said that this file is not to be changed."), N_("_Save") },
  { g_io_error_quark, G_IO_ERROR_EXISTS, TALKS_KEEPER_REPLACE,
    ask_exists,
    N_("What it holds now is kept among its earlier versions."), N_("_Replace") },
};

static const Remedy *
find_remedy (const GError *error)
{
  for (size_t i = 0; i < G_N_ELEMENTS (remedies); i++)
    if (g_error_matches (error, remedies[i].domain (), remedies[i].code))
      return &remedies[i];
  return NULL;
}

static void
ask_for_remedy (Request      *request,
                const Remedy *remedy)
{
  TalksWindow *self = request->self;
  GFile *file = request->file != NULL ? request->file : talks_keeper_get_file (self->keeper);
  g_autofree char *name = talks_file_get_name (file);
  g_autofree char *heading = remedy->ask (name);

  request->flags |= remedy->flag;
  ask (request, heading, _(remedy->body), _(remedy->label), TRUE, start);
}

/* ---- saving ---- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Request *request = data;
  TalksWindow *self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (TalksSaveResult) saved = talks_keeper_save_finish (TALKS_KEEPER (source), result, &error);
  const Remedy *remedy = error != NULL ? find_remedy (error) : NULL;

  /* The window went on to another document, or is gone: there is nobody to tell. */
  if (self->session == NULL || self->keeper != TALKS_KEEPER (source))
    {
      request_end (request, saved != NULL);
      return;
    }
  if (saved != NULL)
    {
      tell_saved (self, saved);
      talks_window_add_recent (talks_keeper_get_file (self->keeper));
      request_end (request, TRUE);
    }
  else if (remedy != NULL)
    ask_for_remedy (request, remedy);
  else
    {
      if (g_error_matches (error, TALKS_ERROR, TALKS_ERROR_CONFLICT))
        {
          /* Told again, also if that banner was closed. */
          self->file_news = 0;
          talks_window_update_file_banner (self);
          talks_external_change_look (self->external_change);
        }
      tell_failure (self, error);
      request_end (request, FALSE);
    }
}

static void
start (Request *request)
{
  talks_keeper_save_async (request->self->keeper, request->file, request->flags, saved_cb, request);
}

/* ---- somebody else has it open ---- */

static void
claimed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Request *request = data;

  talks_keeper_claim_finish (TALKS_KEEPER (source), result);
  if (request->self->session == NULL || request->self->keeper != TALKS_KEEPER (source))
    request_end (request, FALSE);
  else
    start (request);
}

static void
claim (Request *request)
{
  talks_keeper_claim_async (request->self->keeper, TRUE, claimed_cb, request);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Request *request = data;
  TalksWindow *self = request->self;
  gboolean mine = talks_keeper_claim_finish (TALKS_KEEPER (source), result);
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;

  if (self->session == NULL || self->keeper != TALKS_KEEPER (source))
    {
      request_end (request, FALSE);
      return;
    }
  if (mine)
    {
      start (request);
      return;
    }
  name = talks_file_get_name (talks_keeper_get_file (self->keeper));
  heading = talks_holder_words (talks_keeper_get_holder (self->keeper), name);
  ask (request, heading, _("If both save, the one who saves last is told of what the other has changed."),
       _("_Save All the Same"), FALSE, claim);
}

void
talks_window_save (TalksWindow     *self,
                   TalksWindowThen  then,
                   gpointer         data)
{
  if (self->keeper == NULL)
    return;
  if (talks_keeper_get_file (self->keeper) == NULL || talks_keeper_is_read_only (self->keeper))
    talks_window_save_as (self, NULL, then, data);
  else if (talks_keeper_get_holder (self->keeper) != NULL)
    talks_keeper_claim_async (self->keeper, FALSE, looked_cb, request_new (self, NULL, then, data));
  else
    start (request_new (self, NULL, then, data));
}

void
talks_window_replace (TalksWindow *self)
{
  Request *request = request_new (self, NULL, NULL, NULL);

  request->flags = TALKS_KEEPER_REPLACE;
  start (request);
}

/* ---- under another name ---- */

#define ENDING ".talks.json"

/* The chooser has asked whether to replace a file, but only one of the name that was typed. */
static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Request *request = data;
  TalksWindow *self = request->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = talks_dialogs_save_finish (result, &error);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;

  if (file == NULL || base == NULL || self->session == NULL)
    {
      if (error != NULL && self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        talks_banner_show (self->banner, TALKS_BANNER_ERROR, error->message, NULL);
      request_end (request, FALSE);
      return;
    }
  if (g_str_has_suffix (base, ".json"))
    {
      request->file = g_steal_pointer (&file);
      if (g_file_query_exists (request->file, NULL) && !talks_window_is_shown_file (self, request->file))
        request->flags |= TALKS_KEEPER_REPLACE;
    }
  else
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);
      g_autofree char *name = g_strconcat (base, ENDING, NULL);

      request->file = g_file_get_child (folder, name);
    }
  start (request);
}

/* That of the file; where there is none yet the title, without what no name may hold. */
char *
talks_window_suggest_name (TalksWindow *self,
                           const char  *ending)
{
  GFile *file = self->keeper != NULL ? talks_keeper_get_file (self->keeper) : NULL;
  g_autofree char *name = file != NULL ? talks_file_get_name (file) : NULL;
  g_autofree char *valid = NULL;

  if (name != NULL && g_str_has_suffix (name, ENDING))
    name[strlen (name) - strlen (ENDING)] = '\0';
  if (name == NULL)
    name = g_strndup (gtk_label_get_text (self->title_label), 80);
  valid = g_strdelimit (g_utf8_make_valid (name, -1), "/\\\n", '-');
  return g_strconcat (valid, ending, NULL);
}

void
talks_window_save_as (TalksWindow     *self,
                      const char      *name,
                      TalksWindowThen  then,
                      gpointer         data)
{
  static const char * const patterns[] = { "*" ENDING, NULL };
  static const char * const types[] = { "application/vnd.talks-timeline+json", NULL };
  const TalksFileFilter filters[] = {
    { _("Talks timelines"), patterns, types },
  };
  g_autofree char *suggested = NULL;
  g_autoptr (GFile) folder = NULL;
  GFile *file;

  if (self->keeper == NULL)
    return;
  file = talks_keeper_get_file (self->keeper);
  if (name != NULL)
    suggested = g_strdup (name);
  else
    suggested = file != NULL ? talks_file_get_name (file) : talks_window_suggest_name (self, ENDING);
  if (!self->bundled && file != NULL)
    folder = g_file_get_parent (file);
  else if (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS) != NULL)
    folder = g_file_new_for_path (g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS));
  talks_dialogs_save_async (GTK_WINDOW (self), _("Save the Timeline"), suggested, filters, G_N_ELEMENTS (filters),
                            folder, NULL, chosen_cb, request_new (self, NULL, then, data));
}
