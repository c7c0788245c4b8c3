/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-export-private.h"

#include "talks-date-words.h"
#include "talks-gettext.h"
#include "talks-quiet.h"
#include "talks-vocabulary.h"

/* How many people stand for all where nobody had a task of their own. */
#define FEW_PEOPLE 4

char *
talks_export_span_to_words (TalksSpan span)
{
  g_autofree char *from = talks_day_to_words (span.start, TALKS_DATE_STYLE_MEDIUM);
  g_autofree char *to = talks_day_to_words (span.end - 1, TALKS_DATE_STYLE_MEDIUM);

  if (span.end - span.start == 1)
    return g_steal_pointer (&from);
  /* Translators: the first and the last day of a time. */
  return g_strdup_printf (_("%1$s – %2$s"), from, to);
}

GArray *
talks_export_list_folds (TalksDocument            *document,
                         const TalksExportOptions *options)
{
  GArray *folds = g_array_new (FALSE, FALSE, sizeof (TalksSpan));
  g_autoptr (GArray) quiet = options->folded ? talks_quiet_find (document) : NULL;

  for (guint i = 0; quiet != NULL && i < quiet->len; i++)
    {
      TalksSpan span = g_array_index (quiet, TalksSpan, i);

      if (span.start >= options->span.start && span.end <= options->span.end)
        g_array_append_val (folds, span);
    }
  return folds;
}

char *
talks_export_subtitle (TalksDocument            *document,
                       const TalksExportOptions *options)
{
  g_autoptr (GPtrArray) events = talks_export_list_events (document, options);
  g_autoptr (GArray) folds = talks_export_list_folds (document, options);
  g_autofree char *span = talks_export_span_to_words (options->span);
  GString *text = g_string_new (span);

  g_string_append (text, " · ");
  g_string_append_printf (text, ngettext ("%u event", "%u events", events->len), events->len);
  if (folds->len > 0)
    {
      g_string_append (text, " · ");
      g_string_append (text, _("quiet periods folded"));
    }
  return g_string_free (text, FALSE);
}

char *
talks_export_colophon (TalksDocument            *document,
                       const TalksExportOptions *options)
{
  const char *license = talks_document_get_license (document);
  g_autofree char *span = talks_export_span_to_words (options->span);
  GString *text = g_string_new (NULL);

  if (license != NULL)
    {
      /* Translators: %s is the short name of a licence, such as CC-BY-4.0. */
      g_string_append_printf (text, _("Licence: %s"), license);
      g_string_append (text, " · ");
    }
  /* Translators: at the foot of an exported picture. Talks is the name of the program. */
  g_string_append_printf (text, "%s · %s", _("Made with Talks"), span);
  return g_string_free (text, FALSE);
}

GPtrArray *
talks_export_list_events (TalksDocument            *document,
                          const TalksExportOptions *options)
{
  GPtrArray *all = talks_document_get_events_by_time (document);
  GPtrArray *events = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TalksEvent *event = g_ptr_array_index (all, i);

      if (talks_span_overlaps (options->span, talks_span_from_date (event->date)))
        g_ptr_array_add (events, event);
    }
  return events;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const TalksPosition *one = *(const TalksPosition * const *) a;
  const TalksPosition *two = *(const TalksPosition * const *) b;

  return talks_date_compare (one->date, two->date);
}

GPtrArray *
talks_export_list_positions (TalksDocument            *document,
                             const TalksExportOptions *options)
{
  GPtrArray *all = talks_document_get_records (document, TALKS_RECORD_POSITION);
  GPtrArray *positions = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TalksPosition *position = g_ptr_array_index (all, i);

      if (g_strcmp0 (position->topic, options->topic) == 0
          && talks_span_overlaps (options->span, talks_span_from_date (position->date)))
        g_ptr_array_add (positions, position);
    }
  g_ptr_array_sort (positions, compare_positions);
  return positions;
}

/* ---- people ---- */

/* NULL for those that do not stand out from the others of a delegation. */
static const char *
task_to_words (const char *role)
{
  static const char * const tasks[] = {
    "chair", "head of delegation", "mediator", "host", "speaker", "author", "respondent", "interlocutor", "signatory", NULL,
  };

  return role != NULL && g_strv_contains (tasks, role) ? talks_task_to_words (role) : NULL;
}

static void
append_person (GString               *list,
               TalksDocument         *document,
               const TalksAttendance *attendance,
               const char            *language)
{
  const TalksParticipant *person = talks_document_lookup_kind (document, TALKS_RECORD_PARTICIPANT,
                                                               attendance->participant);
  const TalksParty *party;
  const char *notes[3] = { NULL };
  g_autoptr (GString) in_brackets = g_string_new (NULL);

  if (person == NULL)
    return;
  party = talks_document_lookup_kind (document, TALKS_RECORD_PARTY, person->party);
  notes[0] = party != NULL ? talks_text_show (party->short_name, language) : NULL;
  notes[1] = task_to_words (attendance->role);
  notes[2] = talks_presence_to_words (attendance->presence);
  for (size_t i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i] != NULL)
      g_string_append_printf (in_brackets, "%s%s", in_brackets->len > 0 ? ", " : "", notes[i]);

  if (list->len > 0)
    g_string_append (list, "; ");
  g_string_append (list, talks_text_show (person->name, language));
  if (in_brackets->len > 0)
    g_string_append_printf (list, " (%s)", in_brackets->str);
}

char *
talks_export_list_people (TalksDocument    *document,
                          const TalksEvent *event,
                          const char       *language,
                          gboolean          all)
{
  GString *list = g_string_new (NULL);
  gboolean stands_out = FALSE;
  guint n_others = 0;

  for (guint i = 0; i < event->attendance->len; i++)
    stands_out |= task_to_words (((TalksAttendance *) g_ptr_array_index (event->attendance, i))->role) != NULL;

  for (guint i = 0; i < event->attendance->len; i++)
    {
      const TalksAttendance *attendance = g_ptr_array_index (event->attendance, i);

      if (all || (stands_out ? task_to_words (attendance->role) != NULL : i < FEW_PEOPLE))
        append_person (list, document, attendance, language);
      else
        n_others++;
    }
  if (list->len == 0)
    {
      g_string_free (list, TRUE);
      return NULL;
    }
  if (n_others > 0)
    {
      g_string_append (list, "; ");
      /* Translators: at the end of a list of names. */
      g_string_append_printf (list, ngettext ("%u more person named", "%u more people named", n_others),
                              n_others);
    }
  return g_string_free (list, FALSE);
}

/* ---- sources ---- */

char *
talks_export_cite (const TalksSource *source)
{
  GString *text = g_string_new (NULL);
  const char *where = source->container_title != NULL ? source->container_title : source->publisher;

  if (source->title != NULL)
    g_string_append (text, source->title);
  if (where != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ". " : "", where);
  if (source->issued != NULL)
    {
      g_autofree char *issued = talks_date_to_words (source->issued, TALKS_DATE_STYLE_FULL);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", issued);
    }
  if (text->len == 0)
    g_string_append (text, source->record.id);
  if (source->url != NULL)
    g_string_append_printf (text, ". %s", source->url);
  return g_string_free (text, FALSE);
}
