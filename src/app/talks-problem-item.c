/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-problem-item.h"

#include <glib/gi18n-lib.h>

struct _TalksProblemItem
{
  GObject             parent_instance;
  GPtrArray          *problems; /* keeps problem */
  const TalksProblem *problem;
  TalksJsonScan      *scan; /* may be NULL */
  char               *name;
};

G_DEFINE_FINAL_TYPE (TalksProblemItem, talks_problem_item, G_TYPE_OBJECT)

static void
talks_problem_item_finalize (GObject *object)
{
  TalksProblemItem *self = TALKS_PROBLEM_ITEM (object);

  g_ptr_array_unref (self->problems);
  g_clear_pointer (&self->scan, talks_json_scan_unref);
  g_free (self->name);

  G_OBJECT_CLASS (talks_problem_item_parent_class)->finalize (object);
}

static void
talks_problem_item_class_init (TalksProblemItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_problem_item_finalize;
}

static void
talks_problem_item_init (TalksProblemItem *self)
{
}

TalksProblemItem *
talks_problem_item_new (GPtrArray          *problems,
                        const TalksProblem *problem,
                        TalksJsonScan      *scan,
                        const char         *name)
{
  TalksProblemItem *self;

  g_return_val_if_fail (problems != NULL && problem != NULL && name != NULL, NULL);

  self = g_object_new (TALKS_TYPE_PROBLEM_ITEM, NULL);
  self->problems = g_ptr_array_ref (problems);
  self->problem = problem;
  self->scan = scan != NULL ? talks_json_scan_ref (scan) : NULL;
  self->name = g_strdup (name);
  return self;
}

const TalksProblem *
talks_problem_item_get_problem (TalksProblemItem *self)
{
  g_return_val_if_fail (TALKS_IS_PROBLEM_ITEM (self), NULL);
  return self->problem;
}

gboolean
talks_problem_item_is_same (TalksProblemItem *self,
                            TalksProblemItem *other)
{
  const TalksProblem *one;
  const TalksProblem *two;

  g_return_val_if_fail (TALKS_IS_PROBLEM_ITEM (self), FALSE);
  g_return_val_if_fail (TALKS_IS_PROBLEM_ITEM (other), FALSE);

  one = self->problem;
  two = other->problem;
  /* The pointer counts the records, so one more before it makes it another; the id does not. */
  return one->severity == two->severity && g_strcmp0 (one->message, two->message) == 0
         && g_strcmp0 (one->record, two->record) == 0
         && (one->record != NULL || g_strcmp0 (one->pointer, two->pointer) == 0);
}

void
talks_problem_item_renew (TalksProblemItem *self,
                          TalksProblemItem *other)
{
  g_return_if_fail (TALKS_IS_PROBLEM_ITEM (self));
  g_return_if_fail (TALKS_IS_PROBLEM_ITEM (other));

  g_ptr_array_ref (other->problems);
  g_ptr_array_unref (self->problems);
  self->problems = other->problems;
  self->problem = other->problem;
  g_clear_pointer (&self->scan, talks_json_scan_unref);
  self->scan = other->scan != NULL ? talks_json_scan_ref (other->scan) : NULL;
  g_free (self->name);
  self->name = g_strdup (other->name);
}

char *
talks_problem_item_get_place (TalksProblemItem *self)
{
  unsigned line = 1;
  unsigned column = 1;

  g_return_val_if_fail (TALKS_IS_PROBLEM_ITEM (self), NULL);

  if (self->scan == NULL)
    /* Translators: a file, and that what is told is not in it yet. */
    return g_strdup_printf (_("%s, not saved yet"), self->name);
  talks_json_scan_locate (self->scan, self->problem->pointer, &line, &column);
  return g_strdup_printf ("%s:%u:%u", self->name, line, column);
}

char *
talks_problem_item_to_line (TalksProblemItem *self)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (TALKS_IS_PROBLEM_ITEM (self), NULL);

  place = talks_problem_item_get_place (self);
  return g_strdup_printf ("%s: %s: %s: %s", place,
                          self->problem->severity == TALKS_SEVERITY_ERROR ? "error" : "warning",
                          self->problem->pointer, self->problem->message);
}
