# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of editing, saving and recovery have in common."""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import unittest

from gi.repository import Gio, GLib

from talks_ui import APP_ID, Talks, wait_for

QUESTION_OF_COPY = "The bundled timeline stays as it is. Make your own copy?"

# A document in which nothing is wrong, and with which little time is lost.
SMALL = """{
  "format": "talks-timeline",
  "version": 1,
  "title": "Small talks",
  "language": "en",
  "lanes": [
    {
      "id": "lane",
      "name": "Talks",
      "kinds": ["talks"]
    }
  ],
  "parties": [
    { "id": "alba", "name": "Alba", "kind": "state", "color": "#1f63d0", "mark": "circle" }
  ],
  "participants": [
    { "id": "ann", "name": "Ann", "party": "alba", "sources": ["letters"] }
  ],
  "events": [
    {
      "id": "one",
      "date": "1814-09-18",
      "kind": "talks",
      "title": "The congress opens",
      "unknown to Talks": [1.50, "kept"],
      "sources": ["letters"]
    },
    {
      "id": "two",
      "date": "1815-06-09",
      "kind": "talks",
      "title": "The congress ends",
      "sources": ["letters"]
    }
  ],
  "sources": [
    { "id": "letters", "type": "book", "title": "Letters" }
  ]
}
"""
SMALL_TITLE = "Small talks"


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def titles(path):
    """Those of the events in a file, as another program reads it."""
    return [event["title"] for event in json.loads(read(path))["events"]]


def state_folder():
    return os.path.join(os.environ["XDG_STATE_HOME"], "talks-timeline")


def journals():
    folder = os.path.join(state_folder(), "journal")
    return [name for name in os.listdir(folder) if not name.startswith(".")] if os.path.isdir(folder) else []


def says(node, label):
    """Whether a button has that label: GTK 4.8 names it by the label with and without its mnemonic."""
    return node.name.replace("_", "") in (label, f"{label} {label}")


class Editing(Talks):
    """A running Talks, and what one does to edit in it."""

    def titles_of_windows(self):
        return [window.name for window in self.windows()]

    def dialog(self, title):
        return wait_for(f"the window “{title}”", lambda: self.window(title))

    def wait_gone(self, title):
        wait_for(f"no window “{title}”", lambda: self.windows() and self.window(title) is None)

    def press(self, window_title, button):
        """Clicks a button of a window, by what it says."""
        def find():
            window = self.window(window_title)
            return window and next((node for node in window.all("button")
                                    if says(node, button) and "sensitive" in node.states), None)

        self.click(wait_for(f"the button “{button}” of “{window_title}”", find))

    def press_main(self, button):
        """Clicks a button of the main window."""
        def find():
            window = self.window()
            return window and next((node for node in window.all("button")
                                    if says(node, button) and "sensitive" in node.states), None)

        self.click(wait_for(f"the button “{button}”", find))

    def wait_modified(self, modified):
        wait_for("changes to save" if modified else "nothing to save",
                 lambda: self.window() is not None and self.window().name.startswith("• ") == modified)

    def wait_words(self, *words):
        """Until all the words stand somewhere in the main window."""
        text = ""

        def ready():
            nonlocal text
            window = self.window()
            text = window.text() if window else ""
            return all(word in text for word in words)

        try:
            wait_for(f"{words}", ready)
        except AssertionError as error:
            raise AssertionError(f"{error}; the window says:\n{text}") from None

    def x_window(self, title):
        """The X window of that title; None if there is none."""
        return self.x_window_like(f"^{re.escape(title)}$")

    def x_window_like(self, pattern):
        """The X window whose title fits a regular expression; None if there is none."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", pattern],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[-1] if found else None

    def title_of(self, window):
        """That of an X window."""
        return subprocess.run(["xdotool", "getwindowname", window], capture_output=True, text=True, check=True).stdout.strip()

    def focus_window(self, title):
        """Gives the keyboard to a window, as the user does by choosing it."""
        def focus():
            window = self.x_window(title)
            return window and subprocess.run(["xdotool", "windowfocus", "--sync", window], check=False,
                                             capture_output=True).returncode == 0

        wait_for(f"the keyboard in “{title}”", focus)

    def take_window(self, title):
        """Goes to a window, which is the main one from now on."""
        self.xid = wait_for(f"the window “{title}”", lambda: self.x_window(title))
        self.focus_window(title)

    def answer(self, window_title, button):
        """Clicks a button of a window that closes for it, and goes back to the main window."""
        self.press(window_title, button)
        self.wait_gone(window_title)
        self.focus()

    def choose_name(self, path=None, title="Save the Timeline"):
        """Types a path into the file chooser, or takes the name that it suggests. AT-SPI does not tell of it."""
        self.focus_window(title)
        if path is not None:
            self.key("ctrl+a")
            self.type(path)
        self.key("Return")
        wait_for("the chooser gone", lambda: self.x_window(title) is None)
        self.focus()

    def tab_to(self, name):
        """Goes to a widget of that name by the keyboard."""
        for _ in range(60):
            node = self.focused()
            if node is not None and node.name == name:
                return node
            self.key("Tab")
        raise AssertionError(f"no way to “{name}” by Tab")

    def add_event(self, title):
        """Adds an event on the day under the playhead, by the keyboard alone."""
        self.focus()
        self.key("ctrl+n")
        self.fill_event(title)
        self.wait_words(title)

    def fill_event(self, title):
        """Types a title into the form for an event, and adds the event. The rest is filled in."""
        form = "Add an Event"
        self.focus_window(form)
        entry = wait_for("the title", lambda: self.window(form) and next(
            (node for node in self.window(form).walk() if "focused" in node.states and "Title" in node.name), None))

        def is_typed():
            # The keyboard takes its time to come to a new window.
            if self.value(entry) == "":
                self.type(title)
            return self.value(entry) == title

        wait_for(f"“{title}” in the form", is_typed)
        self.key("ctrl+Return")
        self.wait_gone(form)
        self.focus()

    def new_timeline(self, title):
        """Makes one by the menu, and goes to its window."""
        self.menu("alt+o")
        self.key("t")
        self.focus_window("New Timeline")
        self.type(title)
        self.key("Return")
        self.wait_gone("New Timeline")
        self.focus_window(title)

    def kill(self):
        """The program ends as in a power cut."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        wait_for("the bus to notice", lambda: not self.session.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
            GLib.Variant("(s)", (APP_ID,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0])

    def clean_up(self):
        if self.process.poll() is None:
            self.kill()
        self.log.close()


class Case(unittest.TestCase):
    """A test that leaves nothing to the next."""

    program = None

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.rmtree(state_folder(), ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self, *arguments):
        talks = Editing(Case.program, *arguments)
        self.addCleanup(talks.clean_up)
        return talks

    def stop(self, talks):
        self.assertEqual(talks.stop(), ("", 0))


def main(arguments):
    Case.program = os.path.abspath(arguments.pop(1))
    unittest.main(verbosity=2)
