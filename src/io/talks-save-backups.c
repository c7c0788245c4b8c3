/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "talks-gettext.h"

#define ENDING ".talks.json"

/* "20261123T032043.123456Z" */
#define TIME_LENGTH 23

/* The address of the file that a folder is of. */
#define ADDRESS "file"

#define PENDING "pending"

void
talks_backup_free (TalksBackup *backup)
{
  if (backup == NULL)
    return;
  g_object_unref (backup->file);
  g_free (backup);
}

void
talks_interrupted_save_free (TalksInterruptedSave *interrupted)
{
  if (interrupted == NULL)
    return;
  g_object_unref (interrupted->file);
  g_object_unref (interrupted->copy);
  g_clear_object (&interrupted->before);
  g_free (interrupted);
}

/* ---- the folder of a file ---- */

char *
talks_store_get_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "talks-timeline", "backups", NULL);
}

/* What a folder is called for the reader's sake. */
static char *
make_shown_name (const char *name)
{
  g_autofree char *valid = g_filename_display_name (name);
  char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 40));

  for (char *p = shown; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || *p == G_DIR_SEPARATOR)
      *p = '_';
  return shown;
}

/* The hash is there because two files of one name must not meet. */
static char *
make_path (const char *identity,
           const char *name)
{
  g_autofree char *root = talks_store_get_root ();
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);
  g_autofree char *shown = make_shown_name (name);
  g_autofree char *folder = g_strdup_printf ("%.16s-%s", hash, shown);

  return g_build_filename (root, folder, NULL);
}

int
talks_store_open (const char  *identity,
                  const char  *name,
                  TalksStore **store)
{
  g_autofree char *path = make_path (identity, name);
  int fd;
  int number = talks_save_make_folder (path, &fd);

  if (number != 0)
    return number;
  *store = g_new (TalksStore, 1);
  (*store)->path = g_steal_pointer (&path);
  (*store)->fd = fd;
  return 0;
}

void
talks_store_free (TalksStore *store)
{
  if (store == NULL)
    return;
  talks_save_close (&store->fd);
  g_free (store->path);
  g_free (store);
}

char *
talks_store_get_child (TalksStore *store,
                       const char *name)
{
  return g_build_filename (store->path, name, NULL);
}

/* ---- names of backups ---- */

/* µs since 1970; −1 if the name is not one of a backup. */
static int64_t
parse_name (const char *name)
{
  int part[7];
  int length = 0;
  g_autoptr (GDateTime) time = NULL;

  if (strlen (name) != TIME_LENGTH + strlen (ENDING) || !g_str_has_suffix (name, ENDING)
      || sscanf (name, "%4d%2d%2dT%2d%2d%2d.%6dZ%n",
                 &part[0], &part[1], &part[2], &part[3], &part[4], &part[5], &part[6], &length) != 7
      || length != TIME_LENGTH)
    return -1;
  time = g_date_time_new_utc (part[0], part[1], part[2], part[3], part[4], part[5]);
  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC + part[6] : -1;
}

static char *
make_name (int64_t time)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (seconds, "%Y%m%dT%H%M%S");

  return g_strdup_printf ("%s.%06dZ" ENDING, text, (int) (time % G_USEC_PER_SEC));
}

static int
compare_names_back (gconstpointer a,
                    gconstpointer b)
{
  return strcmp (*(char *const *) b, *(char *const *) a);
}

/* The names of all backups in a folder, the latest first. */
static GPtrArray *
list_names (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) listing = g_dir_open (path, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    if (parse_name (name) >= 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_back);
  return names;
}

/* ---- keeping ---- */

/* Whether a backup is there, holds bytes, and will do so after a power cut. */
static gboolean
holds (TalksStore *store,
       const char *name,
       GBytes     *bytes)
{
  gboolean durable = TRUE;
  gboolean result;
  struct stat status;
  int fd;

  if (talks_save_open_regular (store->fd, name, O_RDONLY, &fd, &status) != 0)
    return FALSE;
  result = (uint64_t) status.st_size == g_bytes_get_size (bytes) && talks_save_sync (fd, &durable) == 0
           && talks_save_compare (fd, bytes) == 0 && talks_save_sync (store->fd, &durable) == 0;
  talks_save_close (&fd);
  return result;
}

int
talks_store_keep (TalksStore  *store,
                  GBytes      *bytes,
                  GFile      **backup)
{
  g_autoptr (GPtrArray) names = list_names (store->path);
  const char *latest = names->len > 0 ? g_ptr_array_index (names, 0) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  int number = 0;

  if (latest != NULL && holds (store, latest, bytes))
    name = g_strdup (latest);
  else
    {
      /* The order stays right also when the clock is set back. */
      name = make_name (MAX (g_get_real_time (), latest != NULL ? parse_name (latest) + 1 : 0));
      number = talks_save_put (store->fd, name, bytes, NULL);
    }
  if (number != 0)
    return number;
  path = talks_store_get_child (store, name);
  g_clear_object (backup);
  *backup = g_file_new_for_path (path);
  return 0;
}

void
talks_store_prune (TalksStore *store)
{
  g_autoptr (GPtrArray) names = list_names (store->path);
  char day[9] = "";
  int n_days = 0;

  for (guint i = TALKS_SAVE_GENERATIONS; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (strncmp (name, day, 8) != 0 && n_days < TALKS_SAVE_DAYS)
        {
          memcpy (day, name, 8);
          n_days++;
        }
      else
        talks_save_remove (store->fd, name);
    }
  talks_save_remove_strays (store->fd, PENDING);
}

char *
talks_save_get_backup_folder (GFile *file)
{
  g_autofree char *identity = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  if (file == NULL)
    return talks_store_get_root ();
  identity = talks_save_get_identity (file, &name);
  return make_path (identity, name);
}

/* TRUE if there is nothing to list, or an error. */
static gboolean
is_closed (const char  *folder,
           GError     **error)
{
  int fd;
  int number = talks_save_open_folder (folder, &fd);

  if (number == 0)
    {
      talks_save_close (&fd);
      return FALSE;
    }
  if (number != ENOENT)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), _("The folder “%s” could not be read: %s."), shown,
                   g_strerror (number));
    }
  return TRUE;
}

GPtrArray *
talks_save_list_backups (GFile   *file,
                         GError **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_backup_free);
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *folder = NULL;
  GError *closed = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  folder = talks_save_get_backup_folder (file);
  if (is_closed (folder, &closed))
    {
      if (closed == NULL)
        return g_steal_pointer (&backups);
      g_propagate_error (error, closed);
      return NULL;
    }
  names = list_names (folder);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      TalksBackup *backup;
      struct stat status;

      if (stat (path, &status) != 0)
        continue;
      backup = g_new (TalksBackup, 1);
      backup->file = g_file_new_for_path (path);
      backup->time = parse_name (g_ptr_array_index (names, i));
      backup->size = (uint64_t) status.st_size;
      g_ptr_array_add (backups, backup);
    }
  return g_steal_pointer (&backups);
}

/* ---- what is on its way ---- */

int
talks_store_put_pending (TalksStore  *store,
                         const char  *uri,
                         GBytes      *bytes,
                         char       **name)
{
  g_autoptr (GBytes) address = g_bytes_new (uri, strlen (uri));
  g_autofree char *pending = talks_save_make_name (PENDING);
  int number = holds (store, ADDRESS, address) ? 0 : talks_save_put (store->fd, ADDRESS, address, NULL);

  if (number == 0)
    number = talks_save_put (store->fd, pending, bytes, NULL);
  if (number == 0)
    *name = g_steal_pointer (&pending);
  return number;
}

static void
add_interrupted (GPtrArray  *list,
                 const char *folder)
{
  g_autofree char *address_path = g_build_filename (folder, ADDRESS, NULL);
  g_autofree char *address = NULL;
  g_autoptr (GDir) listing = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) backups = NULL;
  const char *name;
  gboolean unknown;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      TalksInterruptedSave *interrupted;

      if (!g_str_has_prefix (name, "." PENDING ".") || !talks_save_is_left_over (name, &unknown))
        continue;
      if (address == NULL && !g_file_get_contents (address_path, &address, NULL, NULL))
        return;
      if (backups == NULL)
        backups = list_names (folder);
      interrupted = g_new0 (TalksInterruptedSave, 1);
      interrupted->file = g_file_new_for_uri (address);
      interrupted->copy = g_file_new_build_filename (folder, name, NULL);
      if (backups->len > 0)
        interrupted->before = g_file_new_build_filename (folder, g_ptr_array_index (backups, 0), NULL);
      g_ptr_array_add (list, interrupted);
    }
}

GPtrArray *
talks_save_list_interrupted (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_interrupted_save_free);
  g_autofree char *root = talks_store_get_root ();
  g_autoptr (GDir) listing = g_dir_open (root, 0, NULL);
  const char *name;

  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);

      add_interrupted (list, folder);
    }
  return list;
}

gboolean
talks_save_drop_interrupted (TalksInterruptedSave  *interrupted,
                             GError               **error)
{
  g_return_val_if_fail (interrupted != NULL, FALSE);

  return g_file_delete (interrupted->copy, NULL, error);
}
