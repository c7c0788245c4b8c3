/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a record out of a document with all that refers to it, walked field by field through the tables. */

#include "talks-editor.h"

#include <glib/gi18n-lib.h>

#include "talks-dialogs.h"
#include "talks-form-draft.h"
#include "talks-record-fields.h"
#include "talks-record-words.h"

typedef struct
{
  TalksDocument *document;
  GHashTable    *doomed; /* set of ids: the records, and what cannot be without them */
} Plan;

static gboolean
is_doomed (const Plan *plan,
           const char *id)
{
  return id != NULL && g_hash_table_contains (plan->doomed, id);
}

/* Whether a record or a part refers to what is doomed where it must refer to something. */
static gboolean
is_bound (const Plan          *plan,
          const TalksFieldSet *set,
          gconstpointer        owner)
{
  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (field->type == TALKS_FIELD_STRING && field->refers_to != 0 && field->required
          && is_doomed (plan, TALKS_FIELD_VALUE (field, owner, char *)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_blank (const TalksFieldSet *set,
          gconstpointer        part)
{
  for (guint i = 0; i < set->n_fields; i++)
    if (!talks_field_is_absent (&set->fields[i], part))
      return FALSE;
  return TRUE;
}

/* ---- dropping references ---- */

static gboolean drop_references (const Plan          *plan,
                                 const TalksFieldSet *set,
                                 gpointer             owner);

/* What took the place of a position that goes takes the place of what that one replaced. */
static char *
find_heir (const Plan       *plan,
           const TalksField *field,
           const char       *id)
{
  const TalksPosition *gone = talks_document_lookup_kind (plan->document, TALKS_RECORD_POSITION, id);

  if (gone == NULL || field->refers_to != 1u << TALKS_RECORD_POSITION || is_doomed (plan, gone->replaces))
    return NULL;
  return g_strdup (gone->replaces);
}

static gboolean
drop_string (const Plan       *plan,
             const TalksField *field,
             gpointer          owner)
{
  char **place = &TALKS_FIELD_VALUE (field, owner, char *);
  char *heir;

  if (!is_doomed (plan, *place))
    return FALSE;
  heir = find_heir (plan, field, *place);
  g_free (*place);
  *place = heir;
  return TRUE;
}

static gboolean
drop_strings (const Plan       *plan,
              const TalksField *field,
              gpointer          owner)
{
  char **strings = TALKS_FIELD_VALUE (field, owner, char **);
  char **kept = strings;
  gboolean dropped = FALSE;

  for (; *strings != NULL; strings++)
    if (is_doomed (plan, *strings))
      {
        g_free (*strings);
        dropped = TRUE;
      }
    else
      *kept++ = *strings;
  *kept = NULL;
  return dropped;
}

static gboolean
drop_parts (const Plan       *plan,
            const TalksField *field,
            gpointer          owner)
{
  GPtrArray *list = TALKS_FIELD_VALUE (field, owner, GPtrArray *);
  gboolean dropped = FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      gpointer part = g_ptr_array_index (list, i);
      gboolean bound = is_bound (plan, field->parts, part);

      if (!bound && !drop_references (plan, field->parts, part))
        continue;
      dropped = TRUE;
      if (bound || is_blank (field->parts, part))
        g_ptr_array_remove_index (list, i--);
    }
  return dropped;
}

/* TRUE when there were any. */
static gboolean
drop_references (const Plan          *plan,
                 const TalksFieldSet *set,
                 gpointer             owner)
{
  gboolean dropped = FALSE;

  for (guint i = 0; i < set->n_fields; i++)
    {
      const TalksField *field = &set->fields[i];

      if (field->type == TALKS_FIELD_STRING && field->refers_to != 0)
        dropped |= drop_string (plan, field, owner);
      else if (field->type == TALKS_FIELD_STRINGS && field->refers_to != 0)
        dropped |= drop_strings (plan, field, owner);
      else if (field->type == TALKS_FIELD_LIST)
        dropped |= drop_parts (plan, field, owner);
    }
  return dropped;
}

/* ---- the plan ---- */

/* TRUE when more records are doomed than before. */
static gboolean
doom_more (Plan *plan)
{
  guint n = g_hash_table_size (plan->doomed);

  for (guint kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      const TalksFieldSet *set = talks_record_kind_get_fields ((TalksRecordKind) kind);
      GPtrArray *records = talks_document_get_records (plan->document, (TalksRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        if (is_bound (plan, set, g_ptr_array_index (records, i)))
          g_hash_table_add (plan->doomed, ((TalksRecord *) g_ptr_array_index (records, i))->id);
    }
  return g_hash_table_size (plan->doomed) > n;
}

static void
add_changes (Plan            *plan,
             TalksRecordKind  kind,
             GPtrArray       *changes)
{
  const TalksFieldSet *set = talks_record_kind_get_fields (kind);
  GPtrArray *records = talks_document_get_records (plan->document, kind);

  /* From the end: what is taken out moves nothing that is still to be taken out. */
  for (guint i = records->len; i-- > 0;)
    {
      TalksRecord *record = g_ptr_array_index (records, i);
      g_autoptr (TalksRecord) after = NULL;

      if (is_doomed (plan, record->id))
        {
          g_ptr_array_add (changes, talks_change_new (record, NULL, (int) i));
          continue;
        }
      after = talks_record_copy (record);
      if (drop_references (plan, set, after))
        g_ptr_array_add (changes, talks_change_new (record, after, (int) i));
    }
}

GPtrArray *
talks_editor_plan_delete (TalksDocument *document,
                          GPtrArray     *records)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_change_unref);
  Plan plan = { document, NULL };

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), changes);
  g_return_val_if_fail (records != NULL, changes);

  plan.doomed = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (plan.doomed, ((TalksRecord *) records->pdata[i])->id);
  while (doom_more (&plan))
    ;
  for (guint kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    add_changes (&plan, (TalksRecordKind) kind, changes);
  g_hash_table_unref (plan.doomed);
  return changes;
}

/* ---- in words ---- */

/* "3 events, 1 source" of those that go (or stay) beside the records themselves; NULL: none. */
static char *
list_counts (GPtrArray *changes,
             GPtrArray *records,
             gboolean   removed)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  guint counts[TALKS_N_RECORD_KINDS] = { 0 };

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (chosen, records->pdata[i]);
  for (guint i = 0; i < changes->len; i++)
    {
      const TalksRecord *before = talks_change_get_before (changes->pdata[i]);

      if (!g_hash_table_contains (chosen, before) && (talks_change_get_after (changes->pdata[i]) == NULL) == removed)
        counts[before->kind]++;
    }
  for (guint kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    if (counts[kind] > 0)
      {
        g_autofree char *count = talks_record_kind_count ((TalksRecordKind) kind, counts[kind]);

        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", count);
      }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/* What else happens; NULL: nothing. */
static char *
say_consequences (GPtrArray *changes,
                  GPtrArray *records)
{
  g_autofree char *removed = list_counts (changes, records, TRUE);
  g_autofree char *changed = list_counts (changes, records, FALSE);
  gboolean several = records->len > 1;

  if (removed != NULL && changed != NULL)
    return g_strdup_printf (several ? _("These cannot be without them and are deleted too: %1$s. "
                                        "These refer to them and stay without the reference: %2$s. You can undo this.")
                                    : _("These cannot be without it and are deleted too: %1$s. "
                                        "These refer to it and stay without the reference: %2$s. You can undo this."),
                            removed, changed);
  if (removed != NULL)
    return g_strdup_printf (several
                              ? _("These cannot be without them and are deleted too: %s. You can undo this.")
                              : _("These cannot be without it and are deleted too: %s. You can undo this."), removed);
  if (changed != NULL)
    return g_strdup_printf (several
                              ? _("These refer to them and stay without the reference: %s. You can undo this.")
                              : _("These refer to it and stay without the reference: %s. You can undo this."), changed);
  return several ? g_strdup (_("Nothing else refers to them. You can undo this.")) : NULL;
}

/* ---- doing it ---- */

typedef struct
{
  GtkWindow     *parent; /* weak */
  TalksSession  *session;
  TalksDocument *document;
  GPtrArray     *records;
} Deletion;

static void
deletion_free (Deletion *self)
{
  g_clear_weak_pointer (&self->parent);
  g_object_unref (self->session);
  g_object_unref (self->document);
  g_ptr_array_unref (self->records);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deletion, deletion_free)

static gboolean
are_all_there (Deletion *self)
{
  if (talks_session_get_document (self->session) != self->document)
    return FALSE;
  for (guint i = 0; i < self->records->len; i++)
    {
      TalksRecord *record = self->records->pdata[i];

      if (talks_document_lookup (self->document, record->id) != record)
        return FALSE;
    }
  return TRUE;
}

static char *
name_one (Deletion   *self,
          const char *format)
{
  return talks_form_draft_name_step (format, talks_record_get_title (self->records->pdata[0],
                                                                     talks_session_get_language (self->session)));
}

static void
delete_now (Deletion *self)
{
  guint n = self->records->len;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  /* They may have gone while the question was open. */
  if (!are_all_there (self))
    return;
  changes = talks_editor_plan_delete (self->document, self->records);
  name = n == 1 ? name_one (self, N_("Delete “%s”"))
                : g_strdup_printf (ngettext ("Delete %u event", "Delete %u events", n), n);
  if (!talks_history_do (talks_session_get_history (self->session), name, changes, &error))
    talks_dialogs_tell (self->parent, _("This could not be deleted."), error->message);
}

enum
{
  CHOICE_CANCEL,
  CHOICE_DELETE,
};

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Deletion) self = data;

  if (talks_dialogs_ask_finish (result, NULL) == CHOICE_DELETE)
    delete_now (self);
}

/* Takes records over. */
static void
ask_to_delete (GtkWindow    *parent,
               TalksSession *session,
               GPtrArray    *records)
{
  const TalksChoice choices[] = {
    [CHOICE_CANCEL] = { _("_Cancel"), TALKS_CHOICE_PLAIN },
    [CHOICE_DELETE] = { _("_Delete"), TALKS_CHOICE_DESTRUCTIVE },
  };
  g_autoptr (Deletion) self = g_new0 (Deletion, 1);
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *consequences = NULL;
  g_autofree char *heading = NULL;

  g_set_weak_pointer (&self->parent, parent);
  self->session = g_object_ref (session);
  self->document = g_object_ref (talks_session_get_document (session));
  self->records = records;
  changes = talks_editor_plan_delete (self->document, records);
  consequences = say_consequences (changes, records);
  if (consequences == NULL)
    {
      delete_now (self);
      return;
    }
  heading = records->len == 1 ? name_one (self, N_("Delete “%s”?"))
                              : g_strdup_printf (ngettext ("Delete %u event?", "Delete %u events?", records->len),
                                                 records->len);
  talks_dialogs_ask_async (parent, heading, consequences, choices, G_N_ELEMENTS (choices), CHOICE_CANCEL, NULL, asked_cb,
                           g_steal_pointer (&self));
}

void
talks_editor_delete (GtkWindow    *parent,
                     TalksSession *session,
                     TalksRecord  *record)
{
  GPtrArray *records;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (record != NULL);

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_record_unref);
  g_ptr_array_add (records, talks_record_ref (record));
  ask_to_delete (parent, session, records);
}

void
talks_editor_delete_events (GtkWindow    *parent,
                            TalksSession *session,
                            GPtrArray    *events)
{
  GPtrArray *records;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (TALKS_IS_SESSION (session));
  g_return_if_fail (events != NULL);

  if (events->len == 0)
    return;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) talks_record_unref);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (records, talks_record_ref (events->pdata[i]));
  ask_to_delete (parent, session, records);
}
