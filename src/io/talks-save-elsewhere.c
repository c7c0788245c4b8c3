/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving to what is not local, through GIO. Each protocol replaces files in its own way, and not all of them at
 * once; so both contents are put away first, as for a file that is written over, and the outcome is read back. */

#include "talks-error.h"
#include "talks-file.h"
#include "talks-gettext.h"
#include "talks-save-private.h"

typedef struct
{
  GFile               *file;
  char                *name;
  GBytes              *bytes;
  const TalksFileMark *expected;
  TalksSaveFlags       flags;
  GCancellable        *cancellable;
  GBytes              *old;  /* NULL: there is no file */
  char                *etag; /* of the old one; may be NULL */
  TalksStore          *store;
  char                *pending;
  GFile               *backup;
} Remote;

static void
remote_clear (Remote *remote)
{
  g_free (remote->name);
  g_clear_pointer (&remote->old, g_bytes_unref);
  g_free (remote->etag);
  talks_store_free (remote->store);
  g_free (remote->pending);
  g_clear_object (&remote->backup);
}

static gboolean
fail (Remote   *remote,
      GError   *reason,
      GError  **error)
{
  if (reason->domain == G_IO_ERROR && reason->code == G_IO_ERROR_WRONG_ETAG)
    talks_saving_conflict (remote->name, FALSE, error);
  else if (reason->domain == G_IO_ERROR)
    g_set_error (error, G_IO_ERROR, reason->code, _("“%s” was not saved: %s. What was there is unchanged."),
                 remote->name, reason->message);
  else
    {
      g_propagate_error (error, reason);
      return FALSE;
    }
  g_error_free (reason);
  return FALSE;
}

/* ---- what is there ---- */

static gboolean
read_old (Remote  *remote,
          GError **error)
{
  GError *local = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (remote->file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE,
                                                  remote->cancellable, &local);

  if (info == NULL && g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_error_free (local);
      return TRUE;
    }
  if (info == NULL)
    return fail (remote, local, error);
  /* Asked for before reading: what is written in between makes it a wrong one. */
  remote->etag = g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE));
  remote->old = talks_file_read_bytes (remote->file, remote->cancellable, &local);
  return remote->old != NULL || fail (remote, local, error);
}

static gboolean
check_expected (Remote  *remote,
                GError **error)
{
  g_autoptr (TalksFileMark) found = NULL;

  if (remote->flags & TALKS_SAVE_OVERWRITE)
    return TRUE;
  if (remote->old == NULL)
    return remote->expected == NULL || talks_saving_conflict (remote->name, TRUE, error);
  if (remote->expected == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("“%s” was not saved: there already is a file of this name."), remote->name);
      return FALSE;
    }
  found = talks_file_mark_new (remote->old, NULL);
  return talks_file_mark_same_content (found, remote->expected)
         || talks_saving_conflict (remote->name, FALSE, error);
}

/* ---- writing ---- */

static int
put_away (Remote *remote)
{
  g_autofree char *uri = g_file_get_uri (remote->file);
  int number = talks_store_open (uri, remote->name, &remote->store);

  if (number == 0 && remote->old != NULL)
    number = talks_store_keep (remote->store, remote->old, &remote->backup);
  if (number == 0)
    number = talks_store_put_pending (remote->store, uri, remote->bytes, &remote->pending);
  return number;
}

static gboolean
write_stream (Remote  *remote,
              GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  size_t size;
  const void *data = g_bytes_get_data (remote->bytes, &size);

  if (remote->old != NULL)
    stream = g_file_replace (remote->file, remote->etag, FALSE, G_FILE_CREATE_NONE, remote->cancellable, error);
  else
    stream = g_file_create (remote->file, G_FILE_CREATE_NONE, remote->cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, remote->cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), remote->cancellable, error);
  /* Closing puts what has been written in the place of the old file, unless it is cancelled. */
  g_cancellable_cancel (stop);
  g_output_stream_close (G_OUTPUT_STREAM (stream), stop, NULL);
  return FALSE;
}

/* Whether the file holds bytes, which may be NULL: that there is none. */
static gboolean
holds (Remote *remote,
       GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) found = talks_file_read_bytes (remote->file, NULL, &error);

  if (bytes == NULL)
    return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  return found != NULL && g_bytes_equal (found, bytes);
}

static gboolean
fail_in_the_middle (Remote   *remote,
                    GError   *reason,
                    GError  **error)
{
  g_autofree char *new_path = talks_store_get_child (remote->store, remote->pending);
  g_autofree char *new_name = g_filename_display_name (new_path);
  const char *why = reason != NULL ? reason->message : _("what was read back is not what was written");

  if (remote->backup != NULL)
    {
      g_autofree char *old_name = g_file_get_parse_name (remote->backup);

      g_set_error (error, TALKS_ERROR, TALKS_ERROR_DAMAGED,
                   _("“%s” may have been saved in part: %s. Nothing is lost: the version before is whole in “%s”, the new "
                     "one in “%s”."),
                   remote->name, why, old_name, new_name);
    }
  else
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_DAMAGED,
                 _("“%s” may have been saved in part: %s. Nothing is lost: it is whole in “%s”."),
                 remote->name, why, new_name);
  g_clear_error (&reason);
  return FALSE;
}

static gboolean
write_and_check (Remote  *remote,
                 GError **error)
{
  GError *local = NULL;
  gboolean written = write_stream (remote, &local);
  gboolean saved = FALSE;

  if (written && holds (remote, remote->bytes))
    saved = TRUE;
  else if (!written && holds (remote, remote->old))
    fail (remote, local, error);
  else if (!written && local->domain == G_IO_ERROR
           && (local->code == G_IO_ERROR_EXISTS || local->code == G_IO_ERROR_WRONG_ETAG))
    /* Not ours: it was there before anything was written. */
    fail (remote, local, error);
  else
    return fail_in_the_middle (remote, local, error);
  talks_save_remove (remote->store->fd, remote->pending);
  return saved;
}

TalksSaveResult *
talks_save_elsewhere (GFile                *file,
                      GBytes               *bytes,
                      const TalksFileMark  *expected,
                      TalksSaveFlags        flags,
                      GCancellable         *cancellable,
                      GError              **error)
{
  Remote remote = { .file = file, .bytes = bytes, .expected = expected, .flags = flags, .cancellable = cancellable };
  TalksSaveResult *result = NULL;
  int number;

  remote.name = talks_file_get_name (file);
  if (read_old (&remote, error) && check_expected (&remote, error))
    {
      number = put_away (&remote);
      if (number != 0)
        talks_save_set_errno (remote.name, number, error);
      else if (write_and_check (&remote, error))
        {
          g_autoptr (TalksFileMark) mark = talks_file_mark_new (bytes, NULL);

          result = g_new0 (TalksSaveResult, 1);
          result->mark = *mark;
          result->notes = TALKS_SAVE_ELSEWHERE;
          result->backup = g_steal_pointer (&remote.backup);
          talks_store_prune (remote.store);
        }
    }
  remote_clear (&remote);
  return result;
}
