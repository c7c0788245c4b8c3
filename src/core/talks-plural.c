/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-plural.h"

#include <string.h>

/* Of brackets and conditions within each other; no language needs nearly as many. */
#define MAX_DEPTH 50

typedef struct
{
  const char *at;
  gulong      n;
  guint       depth;
  gboolean    failed;
} Reader;

static gulong read_condition (Reader *self);

static gboolean
take (Reader     *self,
      const char *sign)
{
  const size_t length = strlen (sign);

  while (g_ascii_isspace (*self->at))
    self->at++;
  if (strncmp (self->at, sign, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

static gulong
read_number (Reader *self)
{
  char *end;
  gulong value = 0;

  if (take (self, "!"))
    {
      self->failed |= ++self->depth > MAX_DEPTH;
      value = self->failed ? 0 : !read_number (self);
      self->depth--;
    }
  else if (take (self, "("))
    {
      value = read_condition (self);
      self->failed |= !take (self, ")");
    }
  else if (take (self, "n"))
    value = self->n;
  else if (g_ascii_isdigit (*self->at))
    {
      value = (gulong) g_ascii_strtoull (self->at, &end, 10);
      self->at = end;
    }
  else
    self->failed = TRUE;
  return value;
}

/* The weakest first, and of those that begin alike the longer one first. */
static const struct
{
  const char *sign;
  int         strength;
} operators[] = {
  { "||", 0 }, { "&&", 1 }, { "==", 2 }, { "!=", 2 }, { "<=", 3 }, { ">=", 3 }, { "<", 3 }, { ">", 3 },
  { "+", 4 }, { "-", 4 }, { "*", 5 }, { "/", 5 }, { "%", 5 },
};

#define N_STRENGTHS 6

/* By the index in operators. */
static gulong
apply (Reader *self,
       size_t  i,
       gulong  a,
       gulong  b)
{
  switch (i)
    {
    case 0:
      return a || b;
    case 1:
      return a && b;
    case 2:
      return a == b;
    case 3:
      return a != b;
    case 4:
      return a <= b;
    case 5:
      return a >= b;
    case 6:
      return a < b;
    case 7:
      return a > b;
    case 8:
      return a + b;
    case 9:
      return a - b;
    case 10:
      return a * b;
    default:
      self->failed |= b == 0;
      return b == 0 ? 0 : i == 11 ? a / b : a % b;
    }
}

static gulong
read_operation (Reader *self,
                int     strength)
{
  gulong value = strength + 1 < N_STRENGTHS ? read_operation (self, strength + 1) : read_number (self);

  for (size_t i = 0; i < G_N_ELEMENTS (operators) && !self->failed; i++)
    if (operators[i].strength == strength && take (self, operators[i].sign))
      {
        const gulong other = strength + 1 < N_STRENGTHS ? read_operation (self, strength + 1) : read_number (self);

        value = apply (self, i, value, other);
        i = (size_t) -1; /* and once more: they go from left to right */
      }
  return value;
}

static gulong
read_condition (Reader *self)
{
  gulong value = 0;
  gulong yes;
  gulong no;

  self->failed |= ++self->depth > MAX_DEPTH;
  if (!self->failed)
    value = read_operation (self, 0);
  if (!self->failed && take (self, "?"))
    {
      yes = read_condition (self);
      self->failed |= !take (self, ":");
      no = self->failed ? 0 : read_condition (self);
      value = value ? yes : no;
    }
  self->depth--;
  return value;
}

gboolean
talks_plural_choose (const char *rule,
                     gulong      n,
                     gulong     *out)
{
  Reader reader = { .at = rule, .n = n };
  gulong value;

  g_return_val_if_fail (rule != NULL && out != NULL, FALSE);

  value = read_condition (&reader);
  if (reader.failed || !(take (&reader, ";") || *reader.at == '\0'))
    return FALSE;
  *out = value;
  return TRUE;
}
