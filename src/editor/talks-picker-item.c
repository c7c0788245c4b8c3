/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-picker-item.h"

#include "talks-query.h"
#include "talks-record-words.h"

struct _TalksPickerItem
{
  GObject      parent_instance;
  TalksRecord *record;
  TalksParty  *party;
  char        *title;
  char        *caption;
  char        *folded; /* what is searched; made when it is first asked for */
};

G_DEFINE_FINAL_TYPE (TalksPickerItem, talks_picker_item, G_TYPE_OBJECT)

static void
talks_picker_item_finalize (GObject *object)
{
  TalksPickerItem *self = TALKS_PICKER_ITEM (object);

  talks_record_unref (self->record);
  g_clear_pointer (&self->party, talks_record_unref);
  g_free (self->title);
  g_free (self->caption);
  g_free (self->folded);

  G_OBJECT_CLASS (talks_picker_item_parent_class)->finalize (object);
}

static void
talks_picker_item_class_init (TalksPickerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = talks_picker_item_finalize;
}

static void
talks_picker_item_init (TalksPickerItem *self)
{
}

static void
append (GListStore    *list,
        TalksDocument *document,
        TalksRecord   *record,
        const char    *lang)
{
  g_autoptr (TalksPickerItem) self = g_object_new (TALKS_TYPE_PICKER_ITEM, NULL);
  TalksParty *party = talks_record_find_party (document, record);

  self->record = talks_record_ref (record);
  self->party = party != NULL ? talks_record_ref (party) : NULL;
  self->title = g_strdup (talks_record_get_title (record, lang));
  self->caption = talks_record_caption (document, record, lang);
  g_list_store_append (list, self);
}

/* Those of each party together, in the order of the parties; then those of none. */
static void
append_participants (GListStore    *list,
                     TalksDocument *document,
                     const char    *lang)
{
  GPtrArray *parties = talks_document_get_records (document, TALKS_RECORD_PARTY);
  GPtrArray *participants = talks_document_get_records (document, TALKS_RECORD_PARTICIPANT);

  for (guint i = 0; i < parties->len; i++)
    {
      const TalksRecord *party = g_ptr_array_index (parties, i);
      GPtrArray *members = talks_document_get_participants_of (document, party->id);

      for (guint j = 0; members != NULL && j < members->len; j++)
        append (list, document, g_ptr_array_index (members, j), lang);
    }
  for (guint i = 0; i < participants->len; i++)
    {
      TalksParticipant *participant = g_ptr_array_index (participants, i);

      if (talks_document_lookup_kind (document, TALKS_RECORD_PARTY, participant->party) == NULL)
        append (list, document, &participant->record, lang);
    }
}

GListStore *
talks_picker_item_list (TalksDocument *document,
                        guint          kinds,
                        const char    *lang)
{
  GListStore *list = g_list_store_new (TALKS_TYPE_PICKER_ITEM);

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), list);

  for (guint kind = 0; kind < TALKS_N_RECORD_KINDS; kind++)
    {
      GPtrArray *records;

      if ((kinds & (1u << kind)) == 0)
        continue;
      if (kind == TALKS_RECORD_PARTICIPANT)
        {
          append_participants (list, document, lang);
          continue;
        }
      records = kind == TALKS_RECORD_EVENT ? talks_document_get_events_by_time (document)
                                           : talks_document_get_records (document, (TalksRecordKind) kind);
      for (guint i = 0; i < records->len; i++)
        append (list, document, g_ptr_array_index (records, i), lang);
    }
  return list;
}

TalksRecord *
talks_picker_item_get_record (TalksPickerItem *self)
{
  g_return_val_if_fail (TALKS_IS_PICKER_ITEM (self), NULL);
  return self->record;
}

const char *
talks_picker_item_get_title (TalksPickerItem *self)
{
  g_return_val_if_fail (TALKS_IS_PICKER_ITEM (self), NULL);
  return self->title;
}

const char *
talks_picker_item_get_caption (TalksPickerItem *self)
{
  g_return_val_if_fail (TALKS_IS_PICKER_ITEM (self), NULL);
  return self->caption;
}

TalksParty *
talks_picker_item_get_party (TalksPickerItem *self)
{
  g_return_val_if_fail (TALKS_IS_PICKER_ITEM (self), NULL);
  return self->party;
}

/* Titles in all languages: a reader may know another one. */
static char *
fold (TalksPickerItem *self)
{
  GString *words = g_string_new (self->title);
  const TalksParticipant *person = (const TalksParticipant *) self->record;
  char *folded;

  g_string_append_printf (words, " %s ", self->caption);
  if (self->record->kind == TALKS_RECORD_PARTICIPANT)
    {
      const char * const *names = talks_text_get_texts (person->name);

      for (guint i = 0; names[i] != NULL; i++)
        g_string_append_printf (words, " %s", names[i]);
      if (person->native_name != NULL)
        g_string_append_printf (words, " %s", person->native_name);
    }
  if (self->record->kind == TALKS_RECORD_EVENT)
    g_string_append_printf (words, " %s", talks_date_get_text (((const TalksEvent *) self->record)->date));
  g_string_append_printf (words, " %s", self->record->id);
  folded = talks_query_fold (words->str);
  g_string_free (words, TRUE);
  return folded;
}

gboolean
talks_picker_item_matches (TalksPickerItem *self,
                           const char      *query)
{
  g_return_val_if_fail (TALKS_IS_PICKER_ITEM (self), FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  if (*query == '\0')
    return TRUE;
  if (self->folded == NULL)
    self->folded = fold (self);
  return talks_query_match (query, self->folded);
}
