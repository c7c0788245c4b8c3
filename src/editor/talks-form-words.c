/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-form-words.h"

#include <glib/gi18n-lib.h>

#include "talks-language-button.h"

/* label NULL: that of the vocabulary, or the word itself. */
static void
add (GPtrArray  *words,
     GPtrArray  *labels,
     const char *word,
     char       *label)
{
  g_autofree char *taken = label;

  if (word == NULL || *word == '\0')
    return;
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (words->pdata[i], word))
      return;
  g_ptr_array_add (words, g_strdup (word));
  g_ptr_array_add (labels, g_steal_pointer (&taken));
}

static GPtrArray *
get_records (const TalksFormContext *context,
             TalksRecordKind         kind)
{
  return talks_document_get_records (talks_session_get_document (context->session), kind);
}

void
talks_form_collect_kinds (const TalksFormContext *context,
                          GPtrArray              *words,
                          GPtrArray              *labels)
{
  GPtrArray *lanes = get_records (context, TALKS_RECORD_LANE);
  GPtrArray *events = get_records (context, TALKS_RECORD_EVENT);
  const char *lang = talks_session_get_language (context->session);

  for (guint i = 0; i < lanes->len; i++)
    {
      const TalksLane *lane = g_ptr_array_index (lanes, i);

      for (char **kind = lane->kinds; *kind != NULL; kind++)
        /* Translators: a kind of events, and the lane it is shown in: "agreement (Documents)". */
        add (words, labels, *kind, g_strdup_printf (_("%1$s (%2$s)"), *kind, talks_text_show (lane->name, lang)));
    }
  for (guint i = 0; i < events->len; i++)
    add (words, labels, ((const TalksEvent *) g_ptr_array_index (events, i))->kind, NULL);
}

void
talks_form_collect_formats (const TalksFormContext *context,
                            GPtrArray              *words,
                            GPtrArray              *labels)
{
  GPtrArray *events = get_records (context, TALKS_RECORD_EVENT);

  for (guint i = 0; i < events->len; i++)
    add (words, labels, ((const TalksEvent *) g_ptr_array_index (events, i))->format, NULL);
}

void
talks_form_collect_sides (const TalksFormContext *context,
                          GPtrArray              *words,
                          GPtrArray              *labels)
{
  GPtrArray *parties = get_records (context, TALKS_RECORD_PARTY);

  for (guint i = 0; i < parties->len; i++)
    add (words, labels, ((const TalksParty *) g_ptr_array_index (parties, i))->side, NULL);
}

void
talks_form_collect_known_languages (const TalksFormContext *context,
                                    GPtrArray              *words,
                                    GPtrArray              *labels)
{
  for (guint i = 0; i < context->languages->len; i++)
    add (words, labels, context->languages->pdata[i], talks_language_name (context->languages->pdata[i]));
  for (guint i = 0; talks_language_get_tag (i) != NULL; i++)
    add (words, labels, talks_language_get_tag (i), talks_language_name (talks_language_get_tag (i)));
}

void
talks_form_collect_languages (const TalksFormContext *context,
                              GPtrArray              *words,
                              GPtrArray              *labels)
{
  GPtrArray *positions = get_records (context, TALKS_RECORD_POSITION);

  for (guint i = 0; i < context->languages->len; i++)
    add (words, labels, context->languages->pdata[i], talks_language_name (context->languages->pdata[i]));
  for (guint i = 0; i < positions->len; i++)
    {
      const TalksPosition *position = g_ptr_array_index (positions, i);

      if (position->quote != NULL && position->quote->language != NULL)
        add (words, labels, position->quote->language, talks_language_name (position->quote->language));
    }
}

void
talks_form_collect_tasks (const TalksFormContext *context,
                          GPtrArray              *words,
                          GPtrArray              *labels)
{
  GPtrArray *events = get_records (context, TALKS_RECORD_EVENT);

  for (guint i = 0; i < events->len; i++)
    {
      const GPtrArray *attendance = ((const TalksEvent *) g_ptr_array_index (events, i))->attendance;

      for (guint j = 0; j < attendance->len; j++)
        add (words, labels, ((const TalksAttendance *) attendance->pdata[j])->role, NULL);
    }
}

void
talks_form_collect_relations (const TalksFormContext *context,
                              GPtrArray              *words,
                              GPtrArray              *labels)
{
  GPtrArray *events = get_records (context, TALKS_RECORD_EVENT);

  for (guint i = 0; i < events->len; i++)
    {
      const GPtrArray *related = ((const TalksEvent *) g_ptr_array_index (events, i))->related;

      for (guint j = 0; j < related->len; j++)
        add (words, labels, ((const TalksRelation *) related->pdata[j])->relation, NULL);
    }
}
