/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-present-button.h"

#include <glib/gi18n-lib.h>

#include "talks-show.h"

static const struct
{
  const char *name;
  const char *key;
  gboolean    stays; /* it is on or off */
} words[TALKS_N_PRESENT_COMMANDS] = {
  [TALKS_PRESENT_NEXT] = { NC_("lesson", "Next"), "▶", FALSE },
  [TALKS_PRESENT_PREVIOUS] = { NC_("lesson", "Previous"), "◀", FALSE },
  [TALKS_PRESENT_FIRST] = { N_("First step"), N_("Home"), FALSE },
  [TALKS_PRESENT_LAST] = { N_("Last step"), N_("End"), FALSE },
  [TALKS_PRESENT_GO] = { N_("Go to the step"), N_("Return"), FALSE },
  [TALKS_PRESENT_BLACK] = { N_("Black screen"), "B", TRUE },
  [TALKS_PRESENT_WHITE] = { N_("White screen"), "W", TRUE },
  [TALKS_PRESENT_OUTCOMES] = { N_("Hide outcomes"), "H", TRUE },
  [TALKS_PRESENT_POINTER] = { N_("Pointer"), "L", TRUE },
  [TALKS_PRESENT_ZOOM] = { N_("Enlarge"), "Z", TRUE },
  [TALKS_PRESENT_LARGER] = { N_("Larger text"), "+", FALSE },
  [TALKS_PRESENT_SMALLER] = { N_("Smaller text"), "−", FALSE },
  [TALKS_PRESENT_SWAP] = { N_("Swap screens"), "S", FALSE },
  [TALKS_PRESENT_KEYS] = { N_("Keys"), "?", TRUE },
  [TALKS_PRESENT_END] = { N_("End"), N_("Esc"), FALSE },
};

typedef struct
{
  TalksPresentation   *presentation; /* a reference */
  TalksPresentCommand  command;
  gboolean             has_icon;
} Binding;

static void
binding_free (gpointer  data,
              GClosure *closure)
{
  Binding *binding = data;

  g_object_unref (binding->presentation);
  g_free (binding);
}

static gboolean
is_on (TalksPresentation   *presentation,
       TalksPresentCommand  command)
{
  double x;
  double y;

  switch ((int) command)
    {
    case TALKS_PRESENT_BLACK:
      return talks_presentation_get_cover (presentation) == TALKS_COVER_BLACK;
    case TALKS_PRESENT_WHITE:
      return talks_presentation_get_cover (presentation) == TALKS_COVER_WHITE;
    case TALKS_PRESENT_OUTCOMES:
      return talks_presentation_get_outcomes (presentation) != TALKS_OUTCOMES_SHOWN;
    case TALKS_PRESENT_POINTER:
      return talks_presentation_is_pointing (presentation);
    case TALKS_PRESENT_ZOOM:
      return talks_presentation_get_zoom (presentation, &x, &y) > 1;
    case TALKS_PRESENT_KEYS:
      return talks_presentation_shows_keys (presentation);
    default:
      return FALSE;
    }
}

const char *
talks_present_button_get_name (TalksPresentation   *presentation,
                               TalksPresentCommand  command)
{
  g_return_val_if_fail (command < TALKS_N_PRESENT_COMMANDS, NULL);

  if (command == TALKS_PRESENT_SWAP && talks_presentation_has_one_screen (presentation))
    return _("Notes or stage");
  if (command == TALKS_PRESENT_OUTCOMES)
    switch (talks_presentation_get_outcomes (presentation))
      {
      case TALKS_OUTCOMES_HIDDEN:
        return _("Show the outcome");
      case TALKS_OUTCOMES_REVEALED:
        return _("Hide no more");
      case TALKS_OUTCOMES_SHOWN:
      default:
        break;
      }
  /* Next and Previous are a step here, and a time elsewhere. */
  if (command == TALKS_PRESENT_NEXT || command == TALKS_PRESENT_PREVIOUS)
    return g_dpgettext2 (GETTEXT_PACKAGE, "lesson", words[command].name);
  return _(words[command].name);
}

static void
update (GtkWidget *button,
        Binding   *binding)
{
  const char *name = talks_present_button_get_name (binding->presentation, binding->command);
  const char *key = _(words[binding->command].key);
  g_autofree char *label = NULL;

  if (binding->command == TALKS_PRESENT_PREVIOUS)
    label = g_strdup_printf ("%s %s", key, name);
  else if (g_utf8_strlen (key, -1) > 1)
    label = g_strdup_printf ("%s (%s)", name, key);
  else
    label = g_strdup_printf ("%s %s", name, key);

  gtk_widget_set_sensitive (button, talks_presentation_can (binding->presentation, binding->command));
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_on (binding->presentation, binding->command));
  if (binding->has_icon)
    talks_show_tooltip (button, label);
  else if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0)
    gtk_button_set_label (GTK_BUTTON (button), label);
  talks_show_name (button, name);
}

static void
clicked_cb (GtkWidget *button,
            Binding   *binding)
{
  talks_presentation_do (binding->presentation, binding->command);
  /* A click turns a button that stays pressed even if nothing came of it. */
  update (button, binding);
}

static void
changed_cb (GtkWidget *button,
            guint      flags)
{
  if (flags != TALKS_PRESENTATION_TRAIL)
    update (button, g_object_get_data (G_OBJECT (button), "talks-binding"));
}

GtkWidget *
talks_present_button_new (TalksPresentation   *presentation,
                          TalksPresentCommand  command,
                          const char          *icon)
{
  Binding *binding = g_new0 (Binding, 1);
  GtkWidget *button;

  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (command < TALKS_N_PRESENT_COMMANDS, NULL);

  button = words[command].stays ? gtk_toggle_button_new () : gtk_button_new ();
  binding->presentation = g_object_ref (presentation);
  binding->command = command;
  binding->has_icon = icon != NULL;
  if (icon != NULL)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "talks-button");
  g_object_set_data (G_OBJECT (button), "talks-binding", binding);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), binding, binding_free, 0);
  g_signal_connect_object (presentation, "changed", G_CALLBACK (changed_cb), button, G_CONNECT_SWAPPED);
  update (button, binding);
  return button;
}
