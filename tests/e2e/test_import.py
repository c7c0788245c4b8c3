# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import: files of other programs through the window."""

import json
import os
import subprocess
import sys
import unittest

from gi.repository import GLib

from talks_editing import QUESTION_OF_COPY, SMALL, Case, read, titles, write
from talks_ui import wait_for

TABLE = """Date;Event;Where;Participants;Link;Budget
03/04/2022;First round;Gomel;Ann;https://example.org/1;12
13/04/2022;Second round;Belovezha;Ann; ;
never;Third round;;;;
1814-09-18;The congress opens;Vienna;;;
"""


class Import(Case):
    TITLE = "Import"

    def open(self, name, text):
        self.ours = self.path("ours.talks.json")
        self.theirs = self.path(name)
        write(self.ours, SMALL)
        write(self.theirs, text)
        talks = self.start(self.ours)
        talks.wait_words("The congress opens")
        talks.activate("import-file", GLib.Variant("s", self.theirs))
        self.wait_for(talks, f"“{name}” is imported into “ours.talks.json”.")
        return talks

    def wait_for(self, talks, *words):
        text = ""

        def ready():
            nonlocal text
            window = talks.window(self.TITLE)
            text = window.text() if window is not None else ""
            return window is not None and all(word in text for word in words) and window

        try:
            return wait_for(f"{words} in the window", ready)
        except AssertionError as error:
            raise AssertionError(f"{error}; it says:\n{text}") from None

    def find(self, talks, name, role=None):
        def ready():
            window = talks.window(self.TITLE)
            return window and next((node for node in window.walk() if name in node.name and (role is None or node.role == role)),
                                   None)

        return wait_for(f"“{name}”", ready)

    def choose(self, talks, name, keys):
        """Goes by the keyboard to a list of choices, opens it and chooses in it."""
        talks.focus_window(self.TITLE)
        for _ in range(60):
            node = talks.focused()
            while node is not None and name not in node.name:
                node = node.parent
            if node is not None:
                break
            talks.key("Tab")
        else:
            raise AssertionError(f"the keyboard does not reach “{name}”")
        talks.key("space")
        talks.key(*keys, "Return")

    def tick(self, talks, name):
        """Goes by the keyboard to the box of a record, and ticks it or takes the tick away."""
        talks.focus_window(self.TITLE)
        for step in ["Tab"] * 12 + ["Down", "Tab"] * 4:
            node = talks.focused()
            if node is not None and node.role == "check box" and name in node.name:
                talks.key("space")
                return
            talks.key(step)
        raise AssertionError(f"the keyboard does not reach “{name}”, but {talks.focused()}")

    def is_ready(self, talks):
        window = talks.window(self.TITLE)
        return any("Import" in node.name and "sensitive" in node.states for node in window.all("button"))

    def report(self, talks):
        window = self.wait_for(talks, "One undo takes all of it back")
        return talks.value(next(node for node in window.walk() if node.name == "Report"))

    def test_table_is_one_step(self):
        talks = self.open("rounds.csv", TABLE)
        # Nothing can be imported before the order of day and month is known.
        self.wait_for(talks, "1 date can be read in two ways, such as “03/04/2022”", "Belovezha", "Not taken")
        self.assertFalse(self.is_ready(talks))
        self.choose(talks, "Dates like", ["Down"])
        self.wait_for(talks, "4 records are added · 1 looks as if it were there already · 1 row is not taken",
                      "To Add (5)", "Not Taken (2)")
        talks.press(self.TITLE, "Import")
        report = self.report(talks)
        for words in ("“rounds.csv” was imported into “ours.talks.json”.", "4 records are added",
                      "Line 4, “Third round”: The date “never” cannot be read.",
                      "“Budget”: This column is not taken; it says something in 1 row."):
            self.assertIn(words, report)
        talks.answer(self.TITLE, "Close")
        talks.wait_modified(True)
        talks.key("ctrl+h")
        talks.wait_page("History", "Import “rounds.csv”")
        talks.key("ctrl+z")
        talks.wait_modified(False)
        talks.key("shift+ctrl+z")
        talks.wait_modified(True)
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.ours), ["The congress opens", "The congress ends", "First round", "Second round"])
        document = json.loads(read(self.ours))
        self.assertEqual([event["date"] for event in document["events"]][2:], ["2022-04-03", "2022-04-13"])
        self.assertEqual([person["participant"] for person in document["events"][2]["attendance"]], ["ann"])
        self.assertEqual(document["sources"][1]["URL"], "https://example.org/1")
        self.stop(talks)

    def test_columns_and_ticks(self):
        talks = self.open("plain.csv", "What,Said on\nA meeting,2022-03-29\nA call,2022-03-30\n")
        self.wait_for(talks, "Choose the column that holds the dates")
        self.assertFalse(self.is_ready(talks))
        self.choose(talks, "What “Said on” is taken as", ["Down", "Down"])
        self.wait_for(talks, "Choose the column that holds the titles")
        self.choose(talks, "What “What” is taken as", ["End", "Up", "Up", "Up", "Up", "Up", "Up"])
        self.wait_for(talks, "3 records are added")
        self.choose(talks, "Events without a kind", ["Down"])
        self.wait_for(talks, "2 records are added", "To Add (2)")
        talks.click(self.find(talks, "To Add (2)"))
        self.find(talks, "A call: Event", "check box")
        self.tick(talks, "A call: Event")
        self.wait_for(talks, "1 record is added")
        talks.press(self.TITLE, "Import")
        self.report(talks)
        talks.answer(self.TITLE, "Close")
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.ours), ["The congress opens", "The congress ends", "A meeting"])
        self.assertEqual(json.loads(read(self.ours))["events"][2]["kind"], "talks")
        self.stop(talks)

    def test_own_export_comes_back(self):
        source = self.path("source.talks.json")
        write(source, SMALL.replace("The congress opens", "A ball").replace("The congress ends", "A walk"))
        out = self.path("out.csv")
        subprocess.run([self.program, "--export", out, source], check=True)
        talks = self.open("out.csv", read(out))
        self.wait_for(talks, "Take in the 5 tables beside it, too", "2 records are added", "To Add (6)")
        talks.press(self.TITLE, "Import")
        self.report(talks)
        talks.answer(self.TITLE, "Close")
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.ours), ["The congress opens", "The congress ends", "A ball", "A walk"])
        self.assertEqual(json.loads(read(self.ours))["events"][2]["sources"], ["letters"])
        self.stop(talks)

    def test_other_formats_and_failures(self):
        talks = self.open("slides.json", '{"events": [{"start_date": {"year": 2022}, "text": {"headline": "<b>A &amp; B</b>"}}]}')
        self.wait_for(talks, "2 records are added", "To Add (2)")
        talks.answer(self.TITLE, "Cancel")
        write(self.theirs, "<timeline><events>")
        talks.activate("import-file", GLib.Variant("s", self.theirs))
        self.wait_for(talks, "Nothing can be read this way.")
        self.assertFalse(self.is_ready(talks))
        talks.answer(self.TITLE, "Cancel")
        talks.activate("import-file", GLib.Variant("s", self.path("none.csv")))
        self.wait_for(talks, "none.csv", "Nothing can be read this way.")
        talks.answer(self.TITLE, "Cancel")
        talks.wait_modified(False)
        self.stop(talks)

    def test_bundled_is_copied_first(self):
        talks = self.start()
        talks.wait_page("Event", "first direct Russia-Ukraine talks")
        talks.activate("import-file", GLib.Variant("s", self.path("none.csv")))
        talks.answer(QUESTION_OF_COPY, "Cancel")
        self.assertIsNone(talks.window(self.TITLE))
        self.stop(talks)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    Case.program = PROGRAM
    unittest.main(verbosity=2)
