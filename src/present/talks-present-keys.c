/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-present-keys.h"

#include <glib/gi18n-lib.h>

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

/* Shift counts only where it is named: "?" and "+" need it on some keyboards. */
static const struct
{
  guint               keyval;
  GdkModifierType     shift;
  TalksPresentCommand command;
} keys[] = {
  { GDK_KEY_Page_Down, 0, TALKS_PRESENT_NEXT },
  { GDK_KEY_KP_Page_Down, 0, TALKS_PRESENT_NEXT },
  { GDK_KEY_Right, 0, TALKS_PRESENT_NEXT },
  { GDK_KEY_Down, 0, TALKS_PRESENT_NEXT },
  { GDK_KEY_KP_Right, 0, TALKS_PRESENT_NEXT },
  { GDK_KEY_KP_Down, 0, TALKS_PRESENT_NEXT },
  { GDK_KEY_space, GDK_SHIFT_MASK, TALKS_PRESENT_PREVIOUS },
  { GDK_KEY_space, 0, TALKS_PRESENT_NEXT },
  { GDK_KEY_Page_Up, 0, TALKS_PRESENT_PREVIOUS },
  { GDK_KEY_KP_Page_Up, 0, TALKS_PRESENT_PREVIOUS },
  { GDK_KEY_Left, 0, TALKS_PRESENT_PREVIOUS },
  { GDK_KEY_Up, 0, TALKS_PRESENT_PREVIOUS },
  { GDK_KEY_KP_Left, 0, TALKS_PRESENT_PREVIOUS },
  { GDK_KEY_KP_Up, 0, TALKS_PRESENT_PREVIOUS },
  { GDK_KEY_Home, 0, TALKS_PRESENT_FIRST },
  { GDK_KEY_KP_Home, 0, TALKS_PRESENT_FIRST },
  { GDK_KEY_End, 0, TALKS_PRESENT_LAST },
  { GDK_KEY_KP_End, 0, TALKS_PRESENT_LAST },
  { GDK_KEY_Return, 0, TALKS_PRESENT_GO },
  { GDK_KEY_KP_Enter, 0, TALKS_PRESENT_GO },
  { GDK_KEY_b, 0, TALKS_PRESENT_BLACK },
  { GDK_KEY_period, 0, TALKS_PRESENT_BLACK }, /* the button of many clickers */
  { GDK_KEY_w, 0, TALKS_PRESENT_WHITE },
  { GDK_KEY_h, 0, TALKS_PRESENT_OUTCOMES },
  { GDK_KEY_l, 0, TALKS_PRESENT_POINTER },
  { GDK_KEY_z, 0, TALKS_PRESENT_ZOOM },
  { GDK_KEY_plus, 0, TALKS_PRESENT_LARGER },
  { GDK_KEY_equal, 0, TALKS_PRESENT_LARGER },
  { GDK_KEY_KP_Add, 0, TALKS_PRESENT_LARGER },
  { GDK_KEY_minus, 0, TALKS_PRESENT_SMALLER },
  { GDK_KEY_KP_Subtract, 0, TALKS_PRESENT_SMALLER },
  { GDK_KEY_s, 0, TALKS_PRESENT_SWAP },
  { GDK_KEY_question, 0, TALKS_PRESENT_KEYS },
  { GDK_KEY_F1, 0, TALKS_PRESENT_KEYS },
  { GDK_KEY_Escape, 0, TALKS_PRESENT_END },
};

static const TalksPresentLine lines[] = {
  /* Translators: the names of keys, also those that follow. */
  { N_("Page Down, →, ↓, Space"), N_("The next step") },
  { N_("Page Up, ←, ↑, Shift+Space"), N_("The step before") },
  { N_("Home, End"), N_("The first or the last step") },
  { N_("A number, then Return"), N_("That step") },
  { "B, W", N_("The screen black or white, and back") },
  { "H", N_("Hide what came of it, so that the class can guess; show it; hide nothing any more") },
  { "L", N_("The pointer; drag to draw, it fades") },
  { "Z", N_("Enlarge what is under the pointer, and back") },
  { "+, −", N_("Larger or smaller type") },
  { "S", N_("Swap the screens") },
  { "?", N_("This list") },
  { N_("Esc"), N_("End") },
};

gboolean
talks_present_keys_get_line (guint             i,
                             TalksPresentLine *line)
{
  g_return_val_if_fail (line != NULL, FALSE);

  if (i >= G_N_ELEMENTS (lines))
    return FALSE;
  *line = (TalksPresentLine) { _(lines[i].keys), _(lines[i].does) };
  return TRUE;
}

/* ---- what a key is ---- */

static int
get_digit (guint keyval)
{
  if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return -1;
}

static int
find_command (guint           keyval,
              GdkModifierType state)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == keyval && (keys[i].shift & ~state) == 0)
      return (int) keys[i].command;
  return -1;
}

/* Of a key that writes a letter of another script: the Latin one that it has in another layout. */
static guint
get_latin (GdkDisplay *display,
           guint       keyval,
           guint       keycode)
{
  g_autofree GdkKeymapKey *places = NULL;
  g_autofree guint *keyvals = NULL;
  const gunichar letter = gdk_keyval_to_unicode (keyval);
  int n = 0;

  if (letter < 0x80 || display == NULL || !gdk_display_map_keycode (display, keycode, &places, &keyvals, &n))
    return keyval;
  for (int i = 0; i < n; i++)
    if (keyvals[i] >= GDK_KEY_a && keyvals[i] <= GDK_KEY_z)
      return keyvals[i];
  return keyval;
}

/* Notes with the focus are scrolled by keys, and menus are left by them. */
static gboolean
is_needed_by (GtkWidget *focus,
              guint      keyval)
{
  const gboolean moves_up_or_down = keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Up
                                    || keyval == GDK_KEY_KP_Down;
  GtkWidget *scrolled;
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (focus == NULL)
    return FALSE;
  if (gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL || GTK_IS_EDITABLE (focus))
    return TRUE;
  scrolled = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  if (scrolled != NULL)
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scrolled), NULL, &policy);
  return moves_up_or_down && policy != GTK_POLICY_NEVER;
}

gboolean
talks_present_keys_press (TalksPresentation *presentation,
                          GdkDisplay        *display,
                          GtkWidget         *focus,
                          guint              keyval,
                          guint              keycode,
                          GdkModifierType    state)
{
  int command;
  int digit;

  g_return_val_if_fail (TALKS_IS_PRESENTATION (presentation), FALSE);

  if ((state & MODIFIERS & ~GDK_SHIFT_MASK) != 0 || is_needed_by (focus, keyval))
    return FALSE;
  keyval = gdk_keyval_to_lower (get_latin (display, keyval, keycode));
  digit = get_digit (keyval);
  if (digit >= 0)
    return talks_presentation_type_digit (presentation, digit) || digit == 0;
  if (keyval == GDK_KEY_BackSpace)
    return talks_presentation_erase_digit (presentation);
  command = find_command (keyval, state);
  if (command < 0)
    return FALSE;
  /* Return goes to what has the focus unless a number was typed. */
  if (command == TALKS_PRESENT_GO && !talks_presentation_can (presentation, TALKS_PRESENT_GO))
    return FALSE;
  talks_presentation_do (presentation, (TalksPresentCommand) command);
  return TRUE;
}

/* ---- listening ---- */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               data)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  return talks_present_keys_press (TALKS_PRESENTATION (data), gtk_widget_get_display (window),
                                   gtk_window_get_focus (GTK_WINDOW (window)), keyval, keycode, state);
}

void
talks_present_keys_listen (GtkWidget         *window,
                           TalksPresentation *presentation)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (TALKS_IS_PRESENTATION (presentation));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), presentation, 0);
  gtk_widget_add_controller (window, controller);
}
