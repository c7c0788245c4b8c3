# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window follows the desktop's wish for dark colours and contrast, as the settings portal tells it."""

import os
import subprocess
import sys
import unittest

from gi.repository import Gio, GLib

from talks_ui import Talks, wait_for

PROGRAM = None

INTERFACE = """<node><interface name='org.freedesktop.portal.Settings'>
  <method name='ReadAll'><arg type='as' direction='in'/><arg type='a{sa{sv}}' direction='out'/></method>
  <signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>
</interface></node>"""


class Portal:
    """Stands in for the desktop's settings portal on this test's own bus."""

    def __init__(self):
        self.values = {"color-scheme": 1, "contrast": 0}
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        info = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        self.bus.register_object("/org/freedesktop/portal/desktop", info, self._call, None, None)
        Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, None, None)

    def _call(self, _bus, _sender, _path, _interface, _method, _parameters, invocation):
        settings = {key: GLib.Variant("u", value) for key, value in self.values.items()}
        invocation.return_value(GLib.Variant("(a{sa{sv}})", ({"org.freedesktop.appearance": settings},)))

    def set(self, key, value):
        self.values[key] = value
        self.bus.emit_signal(None, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "SettingChanged",
                             GLib.Variant("(ssv)", ("org.freedesktop.appearance", key, GLib.Variant("u", value))))

    @staticmethod
    def serve():
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass


def look():
    """Mean brightness of the screen, 0 to 1."""
    answer = subprocess.run("import -window root png:- | convert - -colorspace Gray -format "
                            "'%[fx:mean]' info:", shell=True, capture_output=True, text=True, check=True)
    return float(answer.stdout)


class Style(unittest.TestCase):
    def test_follows_the_portal(self):
        portal = Portal()
        talks = Talks(PROGRAM)
        self.addCleanup(talks.stop)

        def bright(condition):
            def check():
                portal.serve()
                return condition(look())
            return check

        wait_for("a dark window", bright(lambda mean: mean < 0.35))
        portal.set("color-scheme", 2)
        wait_for("a light window", bright(lambda mean: mean > 0.6))
        portal.set("color-scheme", 1)
        wait_for("a dark window again", bright(lambda mean: mean < 0.35))
        self.assertEqual(talks.output(), "")

    def test_chosen_in_the_menu(self):
        """By keys alone, which the window hears afterwards, too."""
        talks = Talks(PROGRAM)
        self.addCleanup(talks.stop)
        talks.wait_page("Participants", "as of 16 May 2025")
        wait_for("the keyboard in the timeline", talks.focused)
        # By arrows: while the submenu slides in, the main menu hears letters, too.
        for style, steps, condition in (("dark", 3, lambda mean: mean < 0.35), ("light", 2, lambda mean: mean > 0.6)):
            talks.menu("F10", "w", *["Down"] * steps)
            talks.key("Return")
            wait_for(f"a {style} window", lambda: condition(look()))
        talks.key("ctrl+f")
        wait_for("the search", lambda: talks.focused() and talks.focused().name == "Search everything")


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
