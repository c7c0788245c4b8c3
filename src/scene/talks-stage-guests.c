/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Circles of people, and the list of those who took part in what was no meeting at a table. */

#include "talks-stage-private.h"

#include <math.h>

#include "talks-gettext.h"
#include "talks-vocabulary.h"

#define BETWEEN 14.0
#define COLUMN_WIDTH 400.0

static double
letter_size (double radius)
{
  return MAX (STAGE_LEAST_TYPE, radius * 0.8);
}

void
talks_stage_add_seat (TalksStage            *self,
                      TalksParticipant      *participant,
                      TalksParty            *party,
                      const TalksAttendance *attendance,
                      gboolean               head,
                      double                 x,
                      double                 y,
                      double                 radius)
{
  StageSeat seat = { { participant, party, attendance, x, y, radius }, head };
  TalksColor color = party != NULL ? talks_palette_party (self->palette, party->color)
                                   : self->palette->dim_text;
  gboolean filled = attendance->presence == TALKS_PRESENCE_PRESENT;
  StageType type = { letter_size (radius), TRUE, filled ? talks_palette_text_on (self->palette, color) : color,
                     filled ? color : self->palette->surface };
  g_autofree char *initials = talks_initials (talks_text_show (participant->name, self->language));

  g_array_append_val (self->seats, seat);
  if (*initials != '\0')
    talks_stage_put_centred (self, initials, type, x, y, 2 * radius);
}

void
talks_stage_add_rest (TalksStage *self,
                      guint       n,
                      double      x,
                      double      y,
                      double      radius)
{
  Rest rest = { x, y, radius, n };
  StageType type = { letter_size (STAGE_LEAST_RADIUS), TRUE, self->palette->dim_text, self->palette->card };
  g_autofree char *text = NULL;

  /* Translators: further people for whom a drawing has no room: "+5". */
  text = g_strdup_printf (_("+%u"), n);
  g_array_append_val (self->rests, rest);
  talks_stage_put_centred (self, text, type, x, y, 2 * radius);
}

/* "Hakan Fidan  Türkiye" beside a circle. */
static void
put_guest (TalksStage            *self,
           const TalksAttendance *attendance,
           double                 x,
           double                 y,
           double                 width)
{
  TalksParticipant *participant = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTICIPANT,
                                                              attendance->participant);
  TalksParty *party = talks_document_lookup_kind (self->document, TALKS_RECORD_PARTY, participant->party);
  const char *name = talks_text_show (participant->name, self->language);
  const char *detail = attendance->presence == TALKS_PRESENCE_ABSENT ? talks_presence_to_words (TALKS_PRESENCE_ABSENT)
                       : party != NULL ? talks_text_show (party->short_name, self->language)
                                       : "";
  StageType type = { STAGE_LEAST_TYPE, FALSE, self->palette->text, self->palette->surface };
  double line = talks_stage_line_height (self, type.size);
  double end = x + width;
  PangoLayout *layout;

  talks_stage_add_seat (self, participant, party, attendance, FALSE, x + STAGE_LEAST_RADIUS, y + STAGE_LEAST_RADIUS,
                        STAGE_LEAST_RADIUS);
  x += 2 * STAGE_LEAST_RADIUS + 14;
  y += STAGE_LEAST_RADIUS - line / 2;
  layout = talks_stage_set_text (self, name, type, end - x, 1);
  talks_stage_put (self, layout, name, type, x, y);
  x += talks_stage_get_width (layout) + type.size * 0.6;
  type.color = party != NULL ? talks_palette_party (self->palette, party->color) : self->palette->dim_text;
  layout = talks_stage_set_text (self, detail, type, -1, 0);
  if (*detail != '\0' && talks_stage_get_width (layout) <= end - x)
    talks_stage_put (self, layout, detail, type, x, y);
  else
    g_object_unref (layout);
}

gboolean
talks_stage_guests_fit (TalksStage *self,
                        TalksRect   room)
{
  return self->content.guests->len * (2 * STAGE_LEAST_RADIUS + BETWEEN) - BETWEEN <= room.height;
}

void
talks_stage_place_guests (TalksStage *self,
                          TalksRect   room)
{
  GPtrArray *guests = self->content.guests;
  double cell = 2 * STAGE_LEAST_RADIUS + BETWEEN;
  guint n_rows = (guint) MAX (1, floor ((room.height + BETWEEN) / cell));
  guint n_columns = MIN ((guests->len + n_rows - 1) / n_rows, (guint) MAX (1, floor (room.width / COLUMN_WIDTH)));
  double width = room.width / n_columns;
  guint n = MIN (guests->len, n_rows * n_columns);

  for (guint i = 0; i < n; i++)
    {
      double x = room.x + i / n_rows * width;
      double y = room.y + i % n_rows * cell;

      if (i + 1 == n && guests->len > n)
        talks_stage_add_rest (self, guests->len - n + 1, x + STAGE_LEAST_RADIUS, y + STAGE_LEAST_RADIUS, STAGE_LEAST_RADIUS);
      else
        put_guest (self, g_ptr_array_index (guests, i), x, y, width - 12);
    }
}
