# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The earlier versions of a file: listed, looked at, gone back to. Nothing is lost by that."""

import os
import subprocess
import sys

from gi.repository import GLib

from talks_editing import SMALL, SMALL_TITLE, Case, main, read, says, state_folder, titles, write
from talks_ui import wait_for

LIST = "Earlier Versions"
GO_BACK = "Go Back to This Version"
OPEN = "Open by Itself"


def backups():
    """The files in which the versions are kept, the latest first."""
    root = os.path.join(state_folder(), "backups")
    return sorted((os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names
                   if name.endswith("Z.talks.json")), key=os.path.basename, reverse=True)


class WithVersions(Case):
    """A file that was saved two times."""

    NAME = "small.talks.json"

    def setUp(self):
        super().setUp()
        self.file = self.path(self.NAME)
        write(self.file, SMALL)

    def open(self):
        talks = self.start(self.file)
        talks.wait_words("The congress ends")
        return talks

    def save(self, talks):
        talks.key("ctrl+s")
        talks.wait_modified(False)

    def open_saved_twice(self):
        talks = self.open()
        for title in ("A dance", "A ball"):
            talks.add_event(title)
            self.save(talks)
        self.assertEqual(titles(self.file)[2:], ["A dance", "A ball"])
        return talks

    def wait_list(self, talks, *words):
        """Until all the words stand in the window of the list."""
        text = ""

        def ready():
            nonlocal text
            window = talks.window(LIST)
            text = window.text() if window else ""
            return window if window and all(word in text for word in words) else None

        try:
            return wait_for(f"{words} in the list", ready)
        except AssertionError as error:
            raise AssertionError(f"{error}; it says:\n{text}") from None

    def show_list(self, talks, *words):
        talks.focus()
        talks.key("ctrl+shift+h")
        self.wait_list(talks, *words)
        talks.focus_window(LIST)

    def wait_row(self, talks, words):
        """Until the row that the keyboard is in says so."""
        wait_for(f"“{words}” in the row with the keyboard",
                 lambda: (lambda node: node is not None and words in node.name)(talks.focused()))


class GoingBack(WithVersions):
    def test_by_the_keyboard(self):
        talks = self.open_saved_twice()
        both = read(self.file)
        self.show_list(talks, "“small.talks.json” as it was until each of these times", "Added: 1 event", "Added: 2 events")
        self.wait_row(talks, "Added: 1 event")
        # What was added since is told in detail.
        self.wait_list(talks, "Added: Event “A ball”")
        talks.key("Down")
        self.wait_row(talks, "Added: 2 events")
        self.wait_list(talks, "Added: Event “A dance”", "Added: Event “A ball”")
        talks.key("alt+g")
        talks.wait_gone(LIST)
        talks.focus()
        talks.wait_modified(True)
        talks.wait_words("The timeline is what it was then. One undo takes that back.")
        self.assertEqual(read(self.file), both)
        talks.key("ctrl+h")
        talks.wait_page("History", "Go back to the version of ", "Removed: Event “A dance”", "Removed: Event “A ball”")
        # One step, of which nothing is lost.
        talks.key("ctrl+z")
        talks.wait_modified(False)
        talks.wait_words("A dance", "A ball")
        talks.key("ctrl+shift+z")
        talks.wait_modified(True)
        self.save(talks)
        self.assertEqual(read(self.file), SMALL)
        # What was gone back from is a version, too, and so is it after the undo.
        self.show_list(talks, "Removed: 2 events", "Removed: 1 event", "The records are the same as now")
        talks.key("Escape")
        talks.wait_gone(LIST)
        talks.focus()
        talks.key("ctrl+z")
        self.save(talks)
        self.assertEqual(read(self.file), both)
        self.stop(talks)

    def test_with_what_is_not_saved(self):
        talks = self.open_saved_twice()
        talks.add_event("A quarrel")
        self.show_list(talks, "Added: 2 events", "Added: 3 events")
        talks.key("alt+g")
        talks.wait_gone(LIST)
        talks.focus()
        talks.wait_words("One undo")
        talks.key("ctrl+z")
        talks.wait_words("A quarrel")
        talks.wait_modified(True)
        talks.key("ctrl+shift+z")
        self.save(talks)
        self.assertEqual(titles(self.file)[2:], ["A dance"])
        self.stop(talks)

    def test_the_step_is_kept_when_the_program_ends(self):
        talks = self.open_saved_twice()
        self.show_list(talks, "Added: 2 events")
        talks.key("Down")
        self.wait_row(talks, "Added: 2 events")
        self.wait_list(talks, "Added: Event “A dance”")
        talks.key("alt+g")
        talks.wait_gone(LIST)
        talks.focus()
        talks.wait_modified(True)
        wait_for("the step in the journal", lambda: any(
            "Go back to the version of" in read(os.path.join(folder, name))
            for folder, _, names in os.walk(os.path.join(state_folder(), "journal")) for name in names))
        talks.kill()
        talks = self.start(self.file)
        talks.answer("Work That Was Not Saved", "Restore")
        talks.wait_modified(True)
        self.save(talks)
        self.assertEqual(read(self.file), SMALL)
        self.stop(talks)

    def test_a_file_that_can_not_be_written_to(self):
        talks = self.open_saved_twice()
        self.stop(talks)
        both = read(self.file)
        os.chmod(self.file, 0o444)
        talks = self.open()
        self.show_list(talks, "Added: 1 event", "Added: Event “A ball”")
        talks.key("alt+g")
        talks.wait_gone(LIST)
        talks.answer("“small.talks.json” can not be written to. Make your own copy?", "Make a Copy…")
        talks.choose_name(self.path("mine.talks.json"))
        talks.wait_modified(True)
        self.assertEqual(read(self.path("mine.talks.json")), both)
        self.save(talks)
        self.assertEqual(titles(self.path("mine.talks.json"))[2:], ["A dance"])
        self.assertEqual(read(self.file), both)
        self.stop(talks)


class Looking(WithVersions):
    NAME = "<b>small & co.talks.json"

    @staticmethod
    def x_windows(title):
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"], capture_output=True,
                              text=True, check=True).stdout.split()

    def test_opened_by_itself(self):
        talks = self.open_saved_twice()
        both = read(self.file)
        # Names are no markup.
        self.show_list(talks, "“<b>small & co.talks.json” as it was until", "Added: 1 event", "Added: 2 events")
        talks.key("Down")
        self.wait_list(talks, "Added: Event “A dance”")
        talks.press(LIST, OPEN)
        talks.wait_gone(LIST)
        window = wait_for("the window of the version", lambda: next(
            (window for window in talks.windows() if "This is the timeline as it was until" in window.text()), None))
        text = window.text()
        self.assertIn("Not in a file yet", text)
        self.assertIn("The congress ends", text)
        self.assertNotIn("A dance", text)
        self.assertEqual([window.name for window in talks.windows()], [SMALL_TITLE] * 2)
        # Saved under a name it is that version, byte for byte.
        talks.xid = next(xid for xid in self.x_windows(SMALL_TITLE) if xid != talks.xid)
        talks.focus()
        talks.key("ctrl+shift+s")
        talks.choose_name(self.path("other.talks.json"))
        wait_for("the file", lambda: os.path.exists(self.path("other.talks.json")))
        self.assertEqual(read(self.path("other.talks.json")), SMALL)
        self.assertEqual(read(self.file), both)
        self.stop(talks)

    def test_a_broken_version_costs_no_other(self):
        talks = self.open_saved_twice()
        write(backups()[0], SMALL[:-20])
        self.show_list(talks, "It cannot be read: ", "Added: 2 events", f"It stays in its file, “{backups()[0]}”.")
        buttons = talks.window(LIST).all("button")
        for name in (GO_BACK, OPEN):
            self.assertEqual(["sensitive" in node.states for node in buttons if says(node, name)], [False], name)
        talks.key("Down")
        self.wait_list(talks, "Added: Event “A dance”")
        talks.key("alt+g")
        talks.wait_gone(LIST)
        talks.focus()
        self.save(talks)
        self.assertEqual(read(self.file), SMALL)
        self.stop(talks)

    def test_what_would_not_come_back_is_told(self):
        talks = self.open_saved_twice()
        text = read(backups()[0])
        write(backups()[0], text.replace('[1.50, "kept"]', '"other"').replace('"events": [', '"events": [ { "id": "bad" },'))
        self.show_list(talks, "1 record of this version can not be read, and does not come back with it.",
                       "This version holds something that Talks does not know, and that does not come back with it.")
        talks.key("Escape")
        talks.wait_gone(LIST)
        self.stop(talks)


class NothingToList(WithVersions):
    KEEPING = ("Whenever a file is saved, Talks keeps what it held before: the last 20 versions",
               "the last one of each day for 60 days")

    def close(self, talks):
        talks.key("Escape")
        talks.wait_gone(LIST)
        talks.focus()

    def test_sentences(self):
        talks = self.start()
        talks.wait_page("Event", "first direct Russia-Ukraine talks")
        self.show_list(talks, "The bundled timeline stays as it is: there are no earlier versions of it.", *self.KEEPING)
        self.close(talks)
        talks.activate("open-file", GLib.Variant("s", self.file))
        talks.wait_words("The congress ends")
        self.show_list(talks, "No earlier version of “small.talks.json” has been kept yet.", *self.KEEPING,
                       os.path.join(state_folder(), "backups"))
        self.close(talks)
        talks.add_event("A dance")
        self.save(talks)
        folder = os.path.dirname(backups()[0])
        os.rename(folder, folder + "-away")
        write(folder, "no folder")
        self.show_list(talks, "The earlier versions can not be listed.", f"The folder “{folder}” could not be read: ")
        self.close(talks)
        os.remove(folder)
        os.rename(folder + "-away", folder)
        self.show_list(talks, "Added: 1 event")
        self.close(talks)
        talks.new_timeline("Ice and fish")
        talks.key("ctrl+shift+h")
        self.wait_list(talks, "This timeline was never saved: there are no earlier versions of it.", *self.KEEPING)
        talks.focus_window(LIST)
        talks.key("Escape")
        talks.wait_gone(LIST)
        self.stop(talks)


if __name__ == "__main__":
    main(sys.argv)
