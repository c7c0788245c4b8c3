/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-record.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (TalksRecord, talks_record, talks_record_ref, talks_record_unref)

static const struct
{
  size_t      size;
  const char *list;
} kinds[TALKS_RECORD_HEAD + 1] = {
  [TALKS_RECORD_LANE] = { sizeof (TalksLane), "lanes" },
  [TALKS_RECORD_TOPIC] = { sizeof (TalksTopic), "topics" },
  [TALKS_RECORD_PARTY] = { sizeof (TalksParty), "parties" },
  [TALKS_RECORD_PARTICIPANT] = { sizeof (TalksParticipant), "participants" },
  [TALKS_RECORD_EVENT] = { sizeof (TalksEvent), "events" },
  [TALKS_RECORD_POSITION] = { sizeof (TalksPosition), "positions" },
  [TALKS_RECORD_SOURCE] = { sizeof (TalksSource), "sources" },
  [TALKS_RECORD_ANNOTATION] = { sizeof (TalksAnnotation), "annotations" },
  [TALKS_RECORD_TOUR] = { sizeof (TalksTour), "tours" },
  [TALKS_RECORD_HEAD] = { sizeof (TalksHead), "head" },
};

/* ---- making ---- */

static GPtrArray *
new_list (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

static char **
new_strv (void)
{
  return g_new0 (char *, 1);
}

static void
init_event (TalksEvent *event)
{
  event->attendance = new_list (talks_attendance_free);
  event->related = new_list (talks_relation_free);
  event->accounts = new_list (talks_account_free);
  event->sources = new_strv ();
}

gpointer
talks_record_new (TalksRecordKind  kind,
                  const char      *id)
{
  TalksRecord *record;

  g_return_val_if_fail (kind <= TALKS_RECORD_HEAD, NULL);
  g_return_val_if_fail (id != NULL && (*id == '\0') == (kind == TALKS_RECORD_HEAD), NULL);

  record = g_malloc0 (kinds[kind].size);
  g_atomic_ref_count_init (&record->ref_count);
  record->kind = kind;
  record->id = g_strdup (id);

  switch (kind)
    {
    case TALKS_RECORD_LANE:
      ((TalksLane *) record)->kinds = new_strv ();
      break;
    case TALKS_RECORD_PARTICIPANT:
      ((TalksParticipant *) record)->roles = new_list (talks_role_free);
      ((TalksParticipant *) record)->sources = new_strv ();
      break;
    case TALKS_RECORD_EVENT:
      init_event ((TalksEvent *) record);
      break;
    case TALKS_RECORD_POSITION:
      ((TalksPosition *) record)->sources = new_strv ();
      break;
    case TALKS_RECORD_TOUR:
      ((TalksTour *) record)->steps = new_list (talks_tour_step_free);
      break;
    case TALKS_RECORD_SOURCE:
      ((TalksSource *) record)->author = new_list (talks_name_free);
      break;
    case TALKS_RECORD_TOPIC:
    case TALKS_RECORD_PARTY:
    case TALKS_RECORD_ANNOTATION:
    case TALKS_RECORD_HEAD:
    default:
      break;
    }
  return record;
}

TalksHead *
talks_head_new (TalksText  *title,
                TalksText  *description,
                const char *language,
                const char *license)
{
  TalksHead *head;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  head = talks_record_new (TALKS_RECORD_HEAD, "");
  head->title = talks_text_ref (title);
  head->description = description != NULL ? talks_text_ref (description) : NULL;
  head->language = g_strdup (language);
  head->license = g_strdup (license);
  return head;
}

gpointer
talks_record_ref (gpointer record)
{
  TalksRecord *self = record;

  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/* ---- freeing ---- */

#define clear_text(p) g_clear_pointer (p, talks_text_unref)
#define clear_date(p) g_clear_pointer (p, talks_date_unref)

static void
clear_head (TalksHead *head)
{
  clear_text (&head->title);
  clear_text (&head->description);
  g_free (head->language);
  g_free (head->license);
}

static void
clear_lane (TalksLane *lane)
{
  clear_text (&lane->name);
  g_strfreev (lane->kinds);
}

static void
clear_topic (TalksTopic *topic)
{
  clear_text (&topic->name);
  clear_text (&topic->description);
}

static void
clear_party (TalksParty *party)
{
  clear_text (&party->name);
  clear_text (&party->short_name);
  clear_text (&party->description);
  g_free (party->side);
  g_free (party->color);
}

static void
clear_participant (TalksParticipant *participant)
{
  clear_text (&participant->name);
  g_free (participant->native_name);
  g_free (participant->party);
  g_ptr_array_unref (participant->roles);
  clear_text (&participant->description);
  g_strfreev (participant->sources);
}

static void
clear_event (TalksEvent *event)
{
  clear_date (&event->date);
  g_clear_pointer (&event->time, talks_clock_free);
  clear_text (&event->time_note);
  g_free (event->kind);
  g_free (event->format);
  g_clear_pointer (&event->place, talks_place_free);
  clear_text (&event->label);
  clear_text (&event->title);
  clear_text (&event->summary);
  clear_text (&event->outcome);
  g_ptr_array_unref (event->attendance);
  g_ptr_array_unref (event->related);
  g_ptr_array_unref (event->accounts);
  clear_text (&event->note);
  g_strfreev (event->sources);
}

static void
clear_position (TalksPosition *position)
{
  g_free (position->party);
  g_free (position->participant);
  g_free (position->topic);
  clear_date (&position->date);
  g_free (position->event);
  clear_text (&position->label);
  clear_text (&position->stance);
  g_clear_pointer (&position->quote, talks_quote_free);
  g_free (position->replaces);
  g_strfreev (position->sources);
}

static void
clear_source (TalksSource *source)
{
  g_free (source->type);
  g_free (source->title);
  g_ptr_array_unref (source->author);
  g_free (source->container_title);
  g_free (source->publisher);
  clear_date (&source->issued);
  clear_date (&source->accessed);
  g_free (source->url);
  g_free (source->language);
  g_free (source->note);
}

static void
clear_annotation (TalksAnnotation *annotation)
{
  g_free (annotation->motivation);
  g_free (annotation->creator);
  g_free (annotation->created);
  g_free (annotation->modified);
  g_free (annotation->body);
  g_free (annotation->target);
  g_free (annotation->exact);
  g_free (annotation->prefix);
  g_free (annotation->suffix);
}

static void
clear_tour (TalksTour *tour)
{
  clear_text (&tour->title);
  clear_text (&tour->description);
  g_ptr_array_unref (tour->steps);
}

static void
clear_record (TalksRecord *record)
{
  switch (record->kind)
    {
    case TALKS_RECORD_LANE:
      clear_lane ((TalksLane *) record);
      break;
    case TALKS_RECORD_TOPIC:
      clear_topic ((TalksTopic *) record);
      break;
    case TALKS_RECORD_PARTY:
      clear_party ((TalksParty *) record);
      break;
    case TALKS_RECORD_PARTICIPANT:
      clear_participant ((TalksParticipant *) record);
      break;
    case TALKS_RECORD_EVENT:
      clear_event ((TalksEvent *) record);
      break;
    case TALKS_RECORD_POSITION:
      clear_position ((TalksPosition *) record);
      break;
    case TALKS_RECORD_SOURCE:
      clear_source ((TalksSource *) record);
      break;
    case TALKS_RECORD_ANNOTATION:
      clear_annotation ((TalksAnnotation *) record);
      break;
    case TALKS_RECORD_TOUR:
      clear_tour ((TalksTour *) record);
      break;
    case TALKS_RECORD_HEAD:
      clear_head ((TalksHead *) record);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
talks_record_unref (gpointer record)
{
  TalksRecord *self = record;

  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      clear_record (self);
      g_free (self->id);
      g_free (self);
    }
}

void
talks_role_free (TalksRole *role)
{
  clear_text (&role->title);
  clear_date (&role->from);
  clear_date (&role->to);
  g_free (role);
}

void
talks_attendance_free (TalksAttendance *attendance)
{
  g_free (attendance->participant);
  g_free (attendance->role);
  clear_text (&attendance->note);
  g_free (attendance);
}

void
talks_relation_free (TalksRelation *relation)
{
  g_free (relation->event);
  g_free (relation->relation);
  g_free (relation);
}

void
talks_account_free (TalksAccount *account)
{
  clear_text (&account->claim);
  clear_date (&account->date);
  g_strfreev (account->sources);
  g_free (account);
}

void
talks_clock_free (TalksClock *clock_time)
{
  g_free (clock_time->start);
  g_free (clock_time->end);
  g_free (clock_time->zone);
  g_free (clock_time);
}

void
talks_place_free (TalksPlace *place)
{
  clear_text (&place->name);
  g_free (place);
}

void
talks_quote_free (TalksQuote *quote)
{
  g_free (quote->text);
  g_free (quote->language);
  clear_text (&quote->note);
  g_free (quote);
}

void
talks_name_free (TalksName *name)
{
  g_free (name->family);
  g_free (name->given);
  g_free (name->non_dropping_particle);
  g_free (name->dropping_particle);
  g_free (name->suffix);
  g_free (name->literal);
  g_free (name);
}

void
talks_tour_step_free (TalksTourStep *step)
{
  g_free (step->event);
  clear_date (&step->span);
  clear_text (&step->title);
  clear_text (&step->text);
  clear_text (&step->notes);
  g_strfreev (step->show);
  g_free (step);
}

/* ---- reading ---- */

const char *
talks_record_kind_to_list (TalksRecordKind kind)
{
  g_return_val_if_fail (kind <= TALKS_RECORD_HEAD, "");
  return kinds[kind].list;
}

static const TalksText *
get_title_text (const TalksRecord *record)
{
  switch (record->kind)
    {
    case TALKS_RECORD_LANE:
      return ((const TalksLane *) record)->name;
    case TALKS_RECORD_TOPIC:
      return ((const TalksTopic *) record)->name;
    case TALKS_RECORD_PARTY:
      return ((const TalksParty *) record)->name;
    case TALKS_RECORD_PARTICIPANT:
      return ((const TalksParticipant *) record)->name;
    case TALKS_RECORD_EVENT:
      return ((const TalksEvent *) record)->title;
    case TALKS_RECORD_POSITION:
      return ((const TalksPosition *) record)->label;
    case TALKS_RECORD_TOUR:
      return ((const TalksTour *) record)->title;
    case TALKS_RECORD_HEAD:
      return ((const TalksHead *) record)->title;
    case TALKS_RECORD_SOURCE:
    case TALKS_RECORD_ANNOTATION:
    default:
      return NULL;
    }
}

const char *
talks_record_get_title (const TalksRecord *record,
                        const char        *lang)
{
  const char *title = NULL;

  g_return_val_if_fail (record != NULL, "");

  if (record->kind == TALKS_RECORD_SOURCE)
    {
      const TalksSource *source = (const TalksSource *) record;

      title = source->title != NULL ? source->title : source->url;
    }
  else if (record->kind == TALKS_RECORD_ANNOTATION)
    title = ((const TalksAnnotation *) record)->body;
  else
    title = talks_text_show (get_title_text (record), lang);

  return title != NULL && *title != '\0' ? title : record->id;
}

const TalksDate *
talks_record_get_date (const TalksRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  if (record->kind == TALKS_RECORD_EVENT)
    return ((const TalksEvent *) record)->date;
  if (record->kind == TALKS_RECORD_POSITION)
    return ((const TalksPosition *) record)->date;
  return NULL;
}

/* ---- words ---- */

static const char * const mark_names[TALKS_N_MARKS] = {
  "circle", "diamond", "triangle", "square", "pentagon", "hexagon", "star", "cross", "triangle-down",
};
static const char * const presence_names[] = { "present", "absent", "remote", "unclear" };
static const char * const certainty_names[] = { "confirmed", "reported", "disputed" };
static const char * const party_kind_names[] = { "state", "organization", "private" };

static gboolean
find_name (const char * const *names,
           size_t              n_names,
           const char         *name,
           int                *out)
{
  for (size_t i = 0; name != NULL && i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      {
        *out = (int) i;
        return TRUE;
      }
  return FALSE;
}

#define DEFINE_WORDS(func, Type, names)                                             \
  const char *talks_##func##_to_name (Type value)                                   \
  {                                                                                 \
    g_return_val_if_fail ((size_t) value < G_N_ELEMENTS (names), NULL);             \
    return names[value];                                                            \
  }                                                                                 \
  gboolean talks_##func##_from_name (const char *name, Type *out)                   \
  {                                                                                 \
    int found;                                                                      \
    if (!find_name (names, G_N_ELEMENTS (names), name, &found))                     \
      return FALSE;                                                                 \
    *out = (Type) found;                                                            \
    return TRUE;                                                                    \
  }

DEFINE_WORDS (mark, TalksMark, mark_names)
DEFINE_WORDS (presence, TalksPresence, presence_names)
DEFINE_WORDS (certainty, TalksCertainty, certainty_names)
DEFINE_WORDS (party_kind, TalksPartyKind, party_kind_names)
