/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-origin.h"

TalksOrigin *
talks_origin_new_for_file (GFile *file)
{
  TalksOrigin *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_atomic_rc_box_new0 (TalksOrigin);
  self->file = g_object_ref (file);
  return self;
}

TalksOrigin *
talks_origin_new (const char *key,
                  GBytes     *content)
{
  TalksOrigin *self;

  g_return_val_if_fail (content != NULL, NULL);

  self = g_atomic_rc_box_new0 (TalksOrigin);
  self->key = key != NULL ? g_strdup (key) : g_uuid_string_random ();
  self->content = g_bytes_ref (content);
  return self;
}

TalksOrigin *
talks_origin_ref (TalksOrigin *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TalksOrigin *self = data;

  g_clear_object (&self->file);
  g_free (self->key);
  g_clear_pointer (&self->content, g_bytes_unref);
}

void
talks_origin_unref (TalksOrigin *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
talks_origin_equal (const TalksOrigin *a,
                    const TalksOrigin *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->file != NULL && b->file != NULL)
    return g_file_equal (a->file, b->file);
  return a->file == NULL && b->file == NULL && g_str_equal (a->key, b->key);
}
