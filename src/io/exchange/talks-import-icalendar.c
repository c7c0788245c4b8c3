/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendars, by libical. It knows no lines, so they are counted here; and its time zones may be made of rules without end,
 * so zones are those that the system knows by name. */

#include "talks-import-private.h"

#include <libical-glib/libical-glib.h>
#include <string.h>

#include "talks-error.h"
#include "talks-gettext.h"

#define MAX_SIZE ((size_t) 64 * 1024 * 1024)
#define OWN_UID  "@talks-timeline"

typedef struct
{
  TalksImporter *importer;
  GArray        *lines;   /* of unsigned: where each BEGIN:VEVENT stands */
  guint          n_events;
  unsigned       line;
} Reader;

/* ---- texts ---- */

/* Takes text over: trimmed, valid, and NULL when it is blank. */
static char *
clean (char *text)
{
  g_autofree char *given = text;
  char *valid = given != NULL ? g_strstrip (g_utf8_make_valid (given, -1)) : NULL;

  if (valid != NULL && *valid == '\0')
    g_clear_pointer (&valid, g_free);
  return valid;
}

static char *
dup_value (ICalProperty *property)
{
  ICalValue *value = i_cal_property_get_value (property);
  const char *text = value != NULL && i_cal_value_isa (value) == I_CAL_TEXT_VALUE ? i_cal_value_get_text (value) : NULL;
  char *copy = text != NULL ? g_strdup (text) : i_cal_property_get_value_as_string (property);

  g_clear_object (&value);
  return clean (copy);
}

static char *
dup_property (ICalComponent    *component,
              ICalPropertyKind  kind)
{
  ICalProperty *property = i_cal_component_get_first_property (component, kind);
  char *text = property != NULL ? dup_value (property) : NULL;

  g_clear_object (&property);
  return text;
}

/* Which of our own events it is, else the whole. Takes uid over. */
static char *
strip_uid (char *uid)
{
  if (uid != NULL && g_str_has_suffix (uid, OWN_UID))
    uid[strlen (uid) - strlen (OWN_UID)] = '\0';
  return uid;
}

/* ---- times ---- */

static char *
dup_parameter (ICalComponent     *component,
               ICalPropertyKind   kind,
               ICalParameterKind  name)
{
  ICalProperty *property = i_cal_component_get_first_property (component, kind);
  ICalParameter *parameter = property != NULL ? i_cal_property_get_first_parameter (property, name) : NULL;
  char *text = parameter != NULL ? clean (g_strdup (i_cal_parameter_get_tzid (parameter))) : NULL;

  g_clear_object (&parameter);
  g_clear_object (&property);
  return text;
}

static gboolean
is_zone_name (const char *name)
{
  return strlen (name) < 64 && g_ascii_isalpha (*name) && strstr (name, "..") == NULL
         && strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/") == strlen (name);
}

/* "+03:00" for the time in the zone of that name; NULL when it is not known. */
static char *
dup_offset (const char *name,
            ICalTime   *time)
{
  g_autoptr (GTimeZone) zone = is_zone_name (name) ? g_time_zone_new_identifier (name) : NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (zone == NULL)
    return NULL;
  moment = g_date_time_new (zone, i_cal_time_get_year (time), i_cal_time_get_month (time), i_cal_time_get_day (time),
                            i_cal_time_get_hour (time), i_cal_time_get_minute (time), 0);
  return moment != NULL ? g_date_time_format (moment, "%:z") : NULL;
}

static char *
dup_clock (ICalTime *time)
{
  return g_strdup_printf ("%02d:%02d", CLAMP (i_cal_time_get_hour (time), 0, 23), CLAMP (i_cal_time_get_minute (time), 0, 59));
}

/* Times without a zone are those of the place, and stay without. */
static TalksClock *
make_clock (Reader        *reader,
            ICalComponent *component,
            ICalTime      *start,
            ICalTime      *end)
{
  g_autofree char *zone = dup_parameter (component, I_CAL_DTSTART_PROPERTY, I_CAL_TZID_PARAMETER);
  TalksClock *clock = g_new0 (TalksClock, 1);

  clock->start = dup_clock (start);
  if (!i_cal_time_is_null_time (end) && !i_cal_time_is_date (end))
    clock->end = dup_clock (end);
  if (i_cal_time_is_utc (start))
    clock->zone = g_strdup ("+00:00");
  else if (zone != NULL)
    {
      clock->zone = dup_offset (zone, start);
      if (clock->zone == NULL)
        talks_importer_lose (reader->importer, "TZID");
    }
  return clock;
}

static TalksDay
get_day (ICalTime *time)
{
  int month = i_cal_time_get_month (time);
  int year = i_cal_time_get_year (time);
  int day = i_cal_time_get_day (time);

  if (month < 1 || month > 12 || year < 1 || year > 9999 || day < 1 || day > talks_days_in_month (year, month))
    return TALKS_DAY_MIN;
  return talks_day_from_civil (year, month, day);
}

/* The end of whole days is the day after; a night that ends at midnight ends on the day before. */
static TalksDate *
make_date (ICalTime  *start,
           ICalTime  *end,
           char     **why)
{
  TalksDay first = get_day (start);
  TalksDay last = i_cal_time_is_null_time (end) ? first : get_day (end);
  g_autoptr (TalksDate) from = NULL;
  g_autoptr (TalksDate) to = NULL;

  if (first == TALKS_DAY_MIN || last == TALKS_DAY_MIN)
    {
      *why = g_strdup (_("Its dates cannot be read."));
      return NULL;
    }
  if (last > first && (i_cal_time_is_date (end) || (i_cal_time_get_hour (end) == 0 && i_cal_time_get_minute (end) == 0)))
    last--;
  from = talks_date_new_day (first);
  to = talks_date_new_day (last);
  return talks_import_join_dates (from, to, why);
}

/* ---- events ---- */

static void
add_place (ICalComponent *component,
           TalksEvent    *event)
{
  g_autofree char *name = dup_property (component, I_CAL_LOCATION_PROPERTY);
  g_autofree char *where = dup_property (component, I_CAL_GEO_PROPERTY);
  char *end;

  if (name == NULL)
    return;
  event->place = g_new0 (TalksPlace, 1);
  event->place->name = talks_text_new_plain (name);
  if (where == NULL)
    return;
  event->place->latitude = g_ascii_strtod (where, &end);
  event->place->has_coordinates = *end == ';';
  if (event->place->has_coordinates)
    event->place->longitude = g_ascii_strtod (end + 1, &end);
  event->place->has_coordinates &= *end == '\0' && event->place->latitude >= -90 && event->place->latitude <= 90
                                   && event->place->longitude >= -180 && event->place->longitude <= 180;
}

/* That somebody is invited does not say that they were there. */
static void
add_person (Reader       *reader,
            TalksEvent   *event,
            ICalProperty *property,
            const char   *role)
{
  ICalParameter *parameter = i_cal_property_get_first_parameter (property, I_CAL_CN_PARAMETER);
  g_autofree char *name = parameter != NULL ? clean (g_strdup (i_cal_parameter_get_cn (parameter))) : NULL;
  TalksAttendance *attendance;

  g_clear_object (&parameter);
  if (name == NULL)
    {
      talks_importer_lose (reader->importer, role != NULL ? "ORGANIZER" : "ATTENDEE");
      return;
    }
  attendance = g_new0 (TalksAttendance, 1);
  attendance->participant = g_strdup (name);
  attendance->role = g_strdup (role);
  attendance->presence = TALKS_PRESENCE_UNCLEAR;
  g_ptr_array_add (event->attendance, attendance);
}

static void
relate (TalksEvent *event,
        char       *uid)
{
  TalksRelation *relation = g_new0 (TalksRelation, 1);

  relation->event = strip_uid (uid);
  g_ptr_array_add (event->related, relation);
}

/* A date of our own export, which is about the days that the calendar shows. */
static void
refine_date (TalksEvent   *event,
             ICalProperty *property)
{
  const char *name = i_cal_property_get_x_name (property);
  g_autofree char *escaped = name != NULL && strcmp (name, "X-TALKS-EDTF") == 0 ? dup_value (property) : NULL;
  g_auto (GStrv) pieces = escaped != NULL ? g_strsplit (escaped, "\\", -1) : NULL;
  g_autofree char *text = pieces != NULL ? g_strjoinv ("", pieces) : NULL;
  TalksDate *date = text != NULL ? talks_date_parse (text, NULL) : NULL;

  if (date != NULL && talks_date_get_sort_day (date) == talks_date_get_earliest (event->date))
    {
      talks_date_unref (event->date);
      event->date = date;
    }
  else
    g_clear_pointer (&date, talks_date_unref);
}

static void
lose (Reader       *reader,
      ICalProperty *property)
{
  g_autofree char *name = clean (i_cal_property_get_property_name (property));

  if (name != NULL)
    talks_importer_lose (reader->importer, name);
}

static void
read_property (Reader       *reader,
               TalksEvent   *event,
               ICalProperty *property,
               gboolean      is_own)
{
  const char *x_name;
  g_autofree char *value = dup_value (property);

  switch ((int) i_cal_property_isa (property))
    {
    case I_CAL_DTSTART_PROPERTY: case I_CAL_DTEND_PROPERTY: case I_CAL_DURATION_PROPERTY: case I_CAL_SUMMARY_PROPERTY:
    case I_CAL_DESCRIPTION_PROPERTY: case I_CAL_LOCATION_PROPERTY: case I_CAL_GEO_PROPERTY: case I_CAL_UID_PROPERTY:
    case I_CAL_DTSTAMP_PROPERTY: case I_CAL_SEQUENCE_PROPERTY: case I_CAL_TRANSP_PROPERTY:
      break;
    case I_CAL_CATEGORIES_PROPERTY:
      if (event->kind == NULL)
        event->kind = g_strdup (value);
      else
        lose (reader, property);
      break;
    case I_CAL_STATUS_PROPERTY:
      if (is_own && g_strcmp0 (value, "TENTATIVE") == 0)
        event->certainty = TALKS_CERTAINTY_REPORTED;
      else if (g_strcmp0 (value, "CONFIRMED") != 0)
        lose (reader, property);
      break;
    case I_CAL_URL_PROPERTY:
      if (value != NULL)
        talks_import_add_string (&event->sources, value);
      break;
    case I_CAL_RELATEDTO_PROPERTY:
      if (value != NULL)
        relate (event, g_steal_pointer (&value));
      break;
    case I_CAL_ATTENDEE_PROPERTY:
      add_person (reader, event, property, NULL);
      break;
    case I_CAL_ORGANIZER_PROPERTY:
      add_person (reader, event, property, "organizer");
      break;
    case I_CAL_XLICERROR_PROPERTY:
      talks_importer_warn (reader->importer, reader->line, talks_text_get (event->title, NULL),
                           _("A line of it is wrong: %s"), value != NULL ? value : "");
      break;
    case I_CAL_X_PROPERTY:
      x_name = i_cal_property_get_x_name (property);
      if (g_strcmp0 (x_name, "X-TALKS-EDTF") == 0)
        refine_date (event, property);
      else
        lose (reader, property);
      break;
    default:
      lose (reader, property);
      break;
    }
}

static gboolean
has_property (ICalComponent    *component,
              ICalPropertyKind  kind)
{
  ICalProperty *property = i_cal_component_get_first_property (component, kind);
  gboolean has = property != NULL;

  g_clear_object (&property);
  return has;
}

static void
read_properties (Reader        *reader,
                 ICalComponent *component,
                 TalksEvent    *event,
                 gboolean       is_own)
{
  ICalProperty *property = i_cal_component_get_first_property (component, I_CAL_ANY_PROPERTY);

  while (property != NULL)
    {
      ICalProperty *next;

      read_property (reader, event, property, is_own);
      next = i_cal_component_get_next_property (component, I_CAL_ANY_PROPERTY);
      g_object_unref (property);
      property = next;
    }
  if (has_property (component, I_CAL_RRULE_PROPERTY) || has_property (component, I_CAL_RDATE_PROPERTY))
    talks_importer_warn (reader->importer, reader->line, talks_text_get (event->title, NULL),
                         _("It is repeated; only the first time is taken."));
}

/* Without a title the first line of what is said stands for it. */
static TalksText *
make_title (ICalComponent *component)
{
  g_autofree char *summary = dup_property (component, I_CAL_SUMMARY_PROPERTY);
  g_autofree char *description = summary == NULL ? dup_property (component, I_CAL_DESCRIPTION_PROPERTY) : NULL;

  if (description != NULL)
    summary = g_strndup (description, strcspn (description, "\n"));
  return talks_import_make_text (summary);
}

static void
read_event (Reader        *reader,
            ICalComponent *component)
{
  g_autoptr (TalksText) title = make_title (component);
  g_autofree char *status = dup_property (component, I_CAL_STATUS_PROPERTY);
  g_autofree char *uid = dup_property (component, I_CAL_UID_PROPERTY);
  g_autofree char *description = dup_property (component, I_CAL_DESCRIPTION_PROPERTY);
  ICalTime *start = i_cal_component_get_dtstart (component);
  ICalTime *end = i_cal_component_get_dtend (component);
  g_autofree char *why = NULL;
  TalksDate *date = NULL;

  if (start == NULL || i_cal_time_is_null_time (start))
    why = g_strdup (_("It has no date."));
  else if (g_strcmp0 (status, "CANCELLED") == 0)
    why = g_strdup (_("The calendar says that it was cancelled."));
  else
    date = make_date (start, end, &why);
  if (date == NULL)
    talks_importer_leave (reader->importer, reader->line, talks_text_get (title, NULL), "%s", why);
  else
    {
      TalksEvent *event = talks_record_new (TALKS_RECORD_EVENT, "event");

      event->date = date;
      event->title = g_steal_pointer (&title);
      event->summary = talks_import_make_text (description);
      event->time = !i_cal_time_is_date (start) ? make_clock (reader, component, start, end) : NULL;
      add_place (component, event);
      read_properties (reader, component, event, uid != NULL && g_str_has_suffix (uid, OWN_UID));
      uid = strip_uid (g_steal_pointer (&uid));
      talks_importer_add (reader->importer, event, uid, reader->line);
    }
  g_clear_object (&start);
  g_clear_object (&end);
}

/* libical has no names for those it does not know. */
static void
lose_component (Reader            *reader,
                ICalComponentKind  kind)
{
  const char *name = i_cal_component_kind_to_string (kind);

  talks_importer_lose (reader->importer, name != NULL ? name : "BEGIN");
}

/* ---- the file ---- */

static gboolean
read_components (Reader         *reader,
                 ICalComponent  *parent,
                 guint           depth,
                 GError        **error)
{
  ICalComponent *child = i_cal_component_get_first_component (parent, I_CAL_ANY_COMPONENT);
  gboolean has_room = TRUE;

  while (child != NULL && has_room)
    {
      ICalComponentKind kind = i_cal_component_isa (child);
      ICalComponent *next;

      has_room = talks_importer_has_room (reader->importer, error);
      if (has_room && kind == I_CAL_VEVENT_COMPONENT)
        {
          reader->line = reader->n_events < reader->lines->len ? g_array_index (reader->lines, unsigned, reader->n_events) : 0;
          reader->n_events++;
          read_event (reader, child);
          if (i_cal_component_count_components (child, I_CAL_ANY_COMPONENT) > 0)
            talks_importer_lose (reader->importer, "VALARM");
        }
      else if (has_room && kind == I_CAL_VCALENDAR_COMPONENT && depth < 4)
        has_room = read_components (reader, child, depth + 1, error);
      else if (kind != I_CAL_VTIMEZONE_COMPONENT)
        lose_component (reader, kind);
      next = i_cal_component_get_next_component (parent, I_CAL_ANY_COMPONENT);
      g_object_unref (child);
      child = next;
    }
  g_clear_object (&child);
  return has_room;
}

/* Long lines are folded between any two bytes, be it in a character: they are joined before anything looks at them. */
static GBytes *
unfold (Reader *reader,
        GBytes *bytes)
{
  size_t size;
  const char *data = g_bytes_get_data (bytes, &size);
  GString *text = g_string_sized_new (size);
  unsigned line = 1;

  for (size_t i = 0; i < size; i++)
    {
      size_t end = data[i] == '\r' && i + 1 < size && data[i + 1] == '\n' ? i + 1 : i;

      if ((i == 0 || data[i - 1] == '\n') && size - i > 12 && g_ascii_strncasecmp (data + i, "BEGIN:VEVENT", 12) == 0)
        g_array_append_val (reader->lines, line);
      line += data[i] == '\n';
      if (data[end] == '\n' && end + 1 < size && (data[end + 1] == ' ' || data[end + 1] == '\t'))
        {
          line += end > i;
          i = end + 1;
        }
      else
        g_string_append_c (text, data[i]);
    }
  return g_string_free_to_bytes (text);
}

static gboolean
read_text (Reader      *reader,
           const char  *text,
           GError     **error)
{
  ICalComponent *root = i_cal_parser_parse_string (text);
  ICalComponent *parent;
  gboolean read = FALSE;

  if (root != NULL && i_cal_component_isa (root) == I_CAL_VEVENT_COMPONENT)
    {
      parent = i_cal_component_new (I_CAL_VCALENDAR_COMPONENT);
      i_cal_component_take_component (parent, g_steal_pointer (&root));
      root = parent;
    }
  if (root == NULL || i_cal_component_count_components (root, I_CAL_ANY_COMPONENT) <= 0)
    g_set_error (error, TALKS_ERROR, TALKS_ERROR_FORMAT, "%s", _("There is no event in this calendar, or it is no calendar."));
  else
    read = read_components (reader, root, 0, error);
  g_clear_object (&root);
  return read;
}

gboolean
talks_import_read_icalendar (TalksImporter  *self,
                             GBytes         *bytes,
                             GError        **error)
{
  Reader reader = { .importer = self };
  g_autoptr (GBytes) unfolded = NULL;
  g_autofree char *text = NULL;
  const char *used;
  gboolean guessed;
  gboolean read;
  size_t length;

  if (g_bytes_get_size (bytes) > MAX_SIZE)
    {
      g_autofree char *limit = g_format_size_full (MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, TALKS_ERROR, TALKS_ERROR_TOO_LARGE, _("The file is larger than %s."), limit);
      return FALSE;
    }
  reader.lines = g_array_new (FALSE, FALSE, sizeof (unsigned));
  unfolded = unfold (&reader, bytes);
  text = talks_import_decode (unfolded, NULL, talks_document_get_language (self->document), &length, &used, &guessed, error);
  if (text != NULL && guessed)
    talks_importer_warn (self, 0, NULL, _("Nothing in the file tells its encoding: it was read as %s. Where words look wrong, "
                                          "choose another."), used);
  read = text != NULL && read_text (&reader, text, error);
  g_array_unref (reader.lines);
  return read;
}
