/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-recovery-row.h"

#include <glib/gi18n-lib.h>

#include "talks-blocks.h"
#include "talks-editor.h"
#include "talks-holder-words.h"

#define MAX_STEPS 6

typedef struct
{
  GtkWidget *row;
  void     (*clicked) (GtkWidget *row,
                       gpointer   data);
  gpointer   data;
} Click;

static void
clicked_cb (Click *click)
{
  g_autoptr (GtkWidget) row = g_object_ref (click->row);

  click->clicked (row, click->data);
}

static void
click_free (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
new_button (const TalksRecoveryButton *description,
            GtkWidget                 *row,
            const char                *name,
            gpointer                   data)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (description->label);
  Click *click = g_new (Click, 1);

  click->row = row;
  click->clicked = (void (*) (GtkWidget *, gpointer)) description->clicked;
  click->data = data;
  gtk_widget_add_css_class (button, description->suggested ? "suggested-action" : "talks-button");
  /* Rows have the same buttons. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), click, click_free, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
talks_recovery_row_new (const char                *name,
                        const char                *caption,
                        char                     **lines,
                        const TalksRecoveryButton *buttons,
                        size_t                     n_buttons,
                        gpointer                   data)
{
  GtkWidget *row = talks_block_column (4, "talks-recovery-row");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  g_return_val_if_fail (name != NULL && caption != NULL, NULL);

  gtk_box_append (GTK_BOX (row), talks_block_text (name, "talks-title"));
  gtk_box_append (GTK_BOX (row), talks_block_text (caption, "talks-caption"));
  for (int i = 0; lines != NULL && lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (row), talks_block_text (lines[i], NULL));
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  for (size_t i = 0; i < n_buttons; i++)
    gtk_box_append (GTK_BOX (box), new_button (&buttons[i], row, name, data));
  gtk_box_append (GTK_BOX (row), box);
  return row;
}

char *
talks_recovery_describe (const TalksLeftWork *work)
{
  const TalksDraft *form = work->forms->len > 0 ? work->forms->pdata[work->forms->len - 1] : NULL;
  const TalksLeftover *leftover = work->leftover;
  g_autofree char *steps = NULL;
  g_autofree char *when = NULL;
  guint n;

  if (leftover == NULL)
    {
      when = talks_time_words (form->modified);
      /* Translators: what stands in a form: by a user, on the computer of that name, at a time. */
      return g_strdup_printf (_("Typed by %1$s on the computer “%2$s”, at %3$s"), talks_holder_get_user (form->holder),
                              form->holder->host, when);
    }
  n = leftover->steps->len + leftover->unfit->len;
  steps = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);
  when = talks_time_words (leftover->modified);
  /* Translators: a number of steps, a user, the name of a computer, a time. */
  return g_strdup_printf (_("%1$s by %2$s on the computer “%3$s”, the last one at %4$s"), steps,
                          talks_holder_get_user (leftover->holder), leftover->holder->host, when);
}

static void
list_forms (GPtrArray    *forms,
            GStrvBuilder *lines)
{
  for (guint i = 0; i < MIN (forms->len, MAX_STEPS); i++)
    {
      g_autofree char *name = talks_editor_name_draft (forms->pdata[i], NULL);
      /* Translators: what a form was about to do when the program ended: "Add the event “A dance”". */
      g_autofree char *line = g_strdup_printf (_("%s (in a form that was not done)"), name);

      g_strv_builder_add (lines, line);
    }
}

static void
list_steps (const TalksLeftover *leftover,
            GStrvBuilder        *lines)
{
  guint n = leftover->steps->len;
  guint n_shown = n > MAX_STEPS ? MAX_STEPS - 1 : n;

  for (guint i = n; i > n - n_shown; i--)
    {
      const TalksHistoryStep *step = leftover->steps->pdata[i - 1];
      g_autofree char *line = i > leftover->position ? g_strdup_printf (_("%s (undone)"), step->name)
                                                     : g_strdup (step->name);

      g_strv_builder_add (lines, line);
    }
  if (n > n_shown)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more.", "And %u more.", n - n_shown), n - n_shown);

      g_strv_builder_add (lines, more);
    }
  if (leftover->unfit->len > 0)
    {
      g_autofree char *unfit = g_strdup_printf (ngettext ("%u step did not fit the file the last time.",
                                                          "%u steps did not fit the file the last time.",
                                                          leftover->unfit->len),
                                                leftover->unfit->len);

      g_strv_builder_add (lines, unfit);
    }
}

char **
talks_recovery_list (const TalksLeftWork *work)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  list_forms (work->forms, lines);
  if (work->leftover != NULL)
    list_steps (work->leftover, lines);
  return g_strv_builder_end (lines);
}
