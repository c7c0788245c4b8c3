/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-references.h"

#include "talks-export-private.h"
#include "talks-gettext.h"

struct _TalksReferences
{
  TalksDocument *document;
  GHashTable    *numbers; /* TalksSource to its number */
  GPtrArray     *cited;   /* of TalksSource, by number */
};

TalksReferences *
talks_references_new (TalksDocument *document)
{
  TalksReferences *self;

  g_return_val_if_fail (TALKS_IS_DOCUMENT (document), NULL);

  self = g_new0 (TalksReferences, 1);
  self->document = g_object_ref (document);
  self->numbers = g_hash_table_new (NULL, NULL);
  self->cited = g_ptr_array_new ();
  return self;
}

void
talks_references_free (TalksReferences *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->cited);
  g_object_unref (self->document);
  g_free (self);
}

char *
talks_references_cite_sources (TalksReferences *self,
                               GPtrArray       *sources)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && sources != NULL, NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, sources->pdata[i]));

      if (number == 0)
        {
          g_ptr_array_add (self->cited, sources->pdata[i]);
          number = self->cited->len;
          g_hash_table_insert (self->numbers, sources->pdata[i], GUINT_TO_POINTER (number));
        }
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", number);
    }
  /* Translators: %s are the numbers of sources, as in "Sources: 3, 17". */
  return numbers->len > 0 ? g_strdup_printf (_("Sources: %s"), numbers->str) : NULL;
}

char *
talks_references_cite (TalksReferences  *self,
                       char            **ids)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && ids != NULL, NULL);

  for (; *ids != NULL; ids++)
    {
      TalksSource *source = talks_document_lookup_kind (self->document, TALKS_RECORD_SOURCE, *ids);

      if (source != NULL)
        g_ptr_array_add (sources, source);
    }
  return talks_references_cite_sources (self, sources);
}

guint
talks_references_count (TalksReferences *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->cited->len;
}

void
talks_references_put (TalksReferences *self,
                      TalksFlow       *flow,
                      TalksFlowStyle   style)
{
  g_return_if_fail (self != NULL && flow != NULL);

  for (guint i = 0; i < self->cited->len; i++)
    {
      const TalksSource *source = self->cited->pdata[i];
      g_autofree char *reference = talks_export_cite (source);
      g_autofree char *entry = g_strdup_printf ("%u. %s", i + 1, reference);

      style.link = talks_source_get_link (source);
      talks_flow_put_text (flow, entry, style);
    }
}
