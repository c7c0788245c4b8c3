/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Coordinates as people write them. */

#include "talks-fields.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double   degrees;
  gunichar side; /* 'N', 'S', 'E', 'W'; 0: not said */
} Angle;

/* 0: no letter of a compass point. */
static gunichar
read_side (gunichar c)
{
  static const struct
  {
    gunichar    side;
    const char *letters;
  } sides[] = { { 'N', "Nn" }, { 'S', "Ss" }, { 'E', "Ee" }, { 'W', "Ww" } };

  for (guint i = 0; c != 0 && i < G_N_ELEMENTS (sides); i++)
    if (g_utf8_strchr (sides[i].letters, -1, c) != NULL)
      return sides[i].side;
  return 0;
}

static void
skip_spaces (const char **p)
{
  while (**p != '\0' && g_unichar_isspace (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
}

/* A sign of degrees, minutes or seconds, after which place (0, 1, 2) of an angle the number stands; −1: none. */
static int
read_unit (const char **p)
{
  static const char * const units[] = { "°º", "′'’", "″\"”" };
  gunichar c = g_utf8_get_char (*p);

  for (int i = 0; c != 0 && i < 3; i++)
    if (g_utf8_strchr (units[i], -1, c) != NULL)
      {
        *p = g_utf8_next_char (*p);
        return i;
      }
  return -1;
}

static gboolean
read_number (const char **p,
             double      *number,
             gboolean    *negative)
{
  char *end;

  *negative = FALSE;
  if (g_str_has_prefix (*p, "−"))
    {
      *negative = TRUE;
      *p += strlen ("−");
    }
  else if (**p == '-' || **p == '+')
    *negative = *(*p)++ == '-';
  if (!g_ascii_isdigit (**p))
    return FALSE;
  *number = g_ascii_strtod (*p, &end);
  *p = end;
  return TRUE;
}

/* Degrees, or degrees, minutes and seconds with their signs; N, S, E or W before or after. */
static gboolean
read_angle (const char **p,
            Angle       *angle)
{
  static const double parts[] = { 1, 60, 3600 };
  gboolean negative, ignored;
  double number;
  int unit;

  *angle = (Angle) { 0 };
  skip_spaces (p);
  if ((angle->side = read_side (g_utf8_get_char (*p))) != 0)
    *p = g_utf8_next_char (*p);
  skip_spaces (p);
  if (!read_number (p, &number, &negative))
    return FALSE;
  angle->degrees = number;
  skip_spaces (p);
  unit = read_unit (p);
  if (unit > 0)
    return FALSE;
  for (int last = unit; last >= 0; last = unit)
    {
      skip_spaces (p);
      if (!g_ascii_isdigit (**p) || last == 2)
        break;
      if (!read_number (p, &number, &ignored) || (unit = read_unit (p)) <= last || number >= 60)
        return FALSE;
      angle->degrees += number / parts[unit];
    }
  skip_spaces (p);
  if (angle->side == 0 && (angle->side = read_side (g_utf8_get_char (*p))) != 0)
    *p = g_utf8_next_char (*p);
  if (negative && (angle->side == 'S' || angle->side == 'W'))
    return FALSE;
  if (negative || angle->side == 'S' || angle->side == 'W')
    angle->degrees = -angle->degrees;
  return TRUE;
}

static gboolean
is_east (const Angle *angle)
{
  return angle->side == 'E' || angle->side == 'W';
}

gboolean
talks_coordinates_parse (const char *text,
                         double     *latitude,
                         double     *longitude)
{
  Angle a, b;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!read_angle (&text, &a))
    return FALSE;
  skip_spaces (&text);
  if (*text == ',' || *text == ';')
    text++;
  if (!read_angle (&text, &b))
    return FALSE;
  skip_spaces (&text);
  if (*text != '\0' || (a.side == 0) != (b.side == 0) || (a.side != 0 && is_east (&a) == is_east (&b)))
    return FALSE;
  if (is_east (&a))
    {
      Angle swapped = a;

      a = b;
      b = swapped;
    }
  if (!(fabs (a.degrees) <= 90 && fabs (b.degrees) <= 180))
    return FALSE;
  if (latitude != NULL)
    *latitude = a.degrees;
  if (longitude != NULL)
    *longitude = b.degrees;
  return TRUE;
}

/* The shortest text that gives the number again. */
static const char *
format_number (char   *buffer,
               size_t  size,
               double  number)
{
  for (int digits = 1; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, (int) size, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return buffer;
}

char *
talks_coordinates_format (double latitude,
                          double longitude)
{
  char first[G_ASCII_DTOSTR_BUF_SIZE];
  char second[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf ("%s %c, %s %c", format_number (first, sizeof first, fabs (latitude)),
                          latitude < 0 ? 'S' : 'N', format_number (second, sizeof second, fabs (longitude)),
                          longitude < 0 ? 'W' : 'E');
}
