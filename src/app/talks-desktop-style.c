/* SPDX-FileCopyrightText: 2026 The Talks contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "talks-desktop-style.h"

#include <string.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Settings"
#define NAMESPACE "org.freedesktop.appearance"

struct _TalksDesktopStyle
{
  GObject          parent_instance;
  GCancellable    *cancellable;
  GDBusConnection *bus;
  guint            subscription;
  gboolean         dark;
  gboolean         high_contrast;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalksDesktopStyle, talks_desktop_style, G_TYPE_OBJECT)

/* value: 1 is "prefer dark" for color-scheme and "higher" for contrast. */
static void
take_value (TalksDesktopStyle *self,
            const char        *key,
            GVariant          *value)
{
  gboolean *field = NULL;
  gboolean wanted;

  if (strcmp (key, "color-scheme") == 0)
    field = &self->dark;
  else if (strcmp (key, "contrast") == 0)
    field = &self->high_contrast;
  if (field == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return;

  wanted = g_variant_get_uint32 (value) == 1;
  if (*field == wanted)
    return;
  *field = wanted;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
setting_changed_cb (GDBusConnection *bus,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *parameters,
                    gpointer         data)
{
  const char *name_space;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &name_space, &key, &value);
  if (strcmp (name_space, NAMESPACE) == 0)
    take_value (TALKS_DESKTOP_STYLE (data), key, value);
}

static void
all_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariantIter) spaces = NULL;
  GVariantIter *keys;

  /* No portal, or our owner is gone (then self is not to be touched). */
  if (reply == NULL)
    return;
  g_variant_get (reply, "(a{sa{sv}})", &spaces);
  while (g_variant_iter_next (spaces, "{&sa{sv}}", NULL, &keys))
    {
      const char *key;
      GVariant *value;

      while (g_variant_iter_next (keys, "{&sv}", &key, &value))
        {
          take_value (TALKS_DESKTOP_STYLE (data), key, value);
          g_variant_unref (value);
        }
      g_variant_iter_free (keys);
    }
}

static void
bus_got_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  static const char * const spaces[] = { NAMESPACE, NULL };
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  TalksDesktopStyle *self;

  if (bus == NULL)
    return;
  self = TALKS_DESKTOP_STYLE (data);
  self->bus = g_object_ref (bus);
  self->subscription = g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, PORTAL_INTERFACE,
                                                           "SettingChanged", PORTAL_PATH, NAMESPACE,
                                                           G_DBUS_SIGNAL_FLAGS_NONE,
                                                           setting_changed_cb, self, NULL);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "ReadAll",
                          g_variant_new ("(^as)", spaces), G_VARIANT_TYPE ("(a{sa{sv}})"),
                          G_DBUS_CALL_FLAGS_NONE, -1, self->cancellable, all_read_cb, self);
}

static void
talks_desktop_style_dispose (GObject *object)
{
  TalksDesktopStyle *self = TALKS_DESKTOP_STYLE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (talks_desktop_style_parent_class)->dispose (object);
}

static void
talks_desktop_style_finalize (GObject *object)
{
  g_clear_object (&TALKS_DESKTOP_STYLE (object)->cancellable);

  G_OBJECT_CLASS (talks_desktop_style_parent_class)->finalize (object);
}

static void
talks_desktop_style_class_init (TalksDesktopStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = talks_desktop_style_dispose;
  G_OBJECT_CLASS (klass)->finalize = talks_desktop_style_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
talks_desktop_style_init (TalksDesktopStyle *self)
{
  self->cancellable = g_cancellable_new ();
}

TalksDesktopStyle *
talks_desktop_style_new (gboolean dark,
                         gboolean high_contrast)
{
  TalksDesktopStyle *self = g_object_new (TALKS_TYPE_DESKTOP_STYLE, NULL);

  self->dark = dark;
  self->high_contrast = high_contrast;
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_got_cb, self);
  return self;
}

gboolean
talks_desktop_style_is_dark (TalksDesktopStyle *self)
{
  g_return_val_if_fail (TALKS_IS_DESKTOP_STYLE (self), FALSE);
  return self->dark;
}

gboolean
talks_desktop_style_is_high_contrast (TalksDesktopStyle *self)
{
  g_return_val_if_fail (TALKS_IS_DESKTOP_STYLE (self), FALSE);
  return self->high_contrast;
}
