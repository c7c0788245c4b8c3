# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that can not be read each give their message and leave the window as it was."""

import os
import sys

from talks_ui import OneProgram, main, wait_for

BUNDLED = os.environ["TALKS_TEST_DOCUMENT"]
TITLE = "Russia–Ukraine talks, 2022 to Istanbul 2025"

SMALL = """{ "format": "talks-timeline", "version": 1, "title": { "en": "Two small talks" }, "language": "en",
  "lanes": [ { "id": "lane", "name": "Talks", "kinds": ["talks"] } ],
  "parties": [ { "id": "a", "name": "Alba", "short": "Alba", "kind": "state", "side": "a", "color": "#1f63d0", "mark": "circle" } ],
  "events": [ { "id": "one", "date": "1814-09-18", "kind": "talks", "title": "The congress opens" },
              { "id": "two", "date": "%s", "kind": "talks", "title": "The congress ends" } ] }
"""


class Files(OneProgram):
    # ---- helpers ----

    def picture(self):
        """What must not change: titles, details, people and events."""
        window = self.talks.window()
        return (window.name, self.talks.page("Event").names(), self.talks.page("Participants").names(),
                next(node for node in window.all("list") if node.name.startswith("Timeline:")).names())

    def refuse(self, path, words):
        """Opening path says words and the name of the file, and changes nothing else."""
        before = self.picture()
        self.assertIsNone(self.banner())
        self.open(path)
        message = wait_for(f"a message about {os.path.basename(path)}",
                           lambda: next((text for text in [self.banner()] if text and os.path.basename(path) in text), None))
        self.assertIn(words, message)
        # Nobody is to need the source of the program to understand it.
        self.assertNotIn("GError", message)
        self.assertNotRegex(message, r"\bg-[a-z]")
        self.assertEqual(self.picture(), before)
        self.close_banner()

    # ---- files that are refused ----

    def test_missing(self):
        self.refuse(os.path.join(self.folder, "missing.talks.json"), "There is no file")

    def test_empty(self):
        self.refuse(self.write("empty.talks.json", ""), "The file is empty.")

    def test_truncated(self):
        with open(BUNDLED, "rb") as file:
            half = file.read(100000)
        # Between two members, wherever these stand.
        half = half[:half.rindex(b",\n")]
        self.refuse(self.write("truncated.talks.json", half),
                    "The end of the file is missing")

    def test_binary(self):
        self.refuse(self.write("binary.talks.json", bytes(range(256)) * 8), "not UTF-8 text")

    def test_picture(self):
        self.refuse(self.write("picture.talks.json", b"\x89PNG\r\n\x1a\n" + bytes(100)), "PNG")

    def test_no_permission(self):
        path = self.write("secret.talks.json", SMALL % "1815", 0)
        if os.access(path, os.R_OK):
            self.skipTest("this user may read everything")
        self.refuse(path, "You do not have the permission to read")

    def test_newer_version(self):
        self.refuse(self.write("newer.talks.json", '{ "format": "talks-timeline", "version": 2 }'),
                    "newer Talks")

    def test_other_format(self):
        self.refuse(self.write("other.talks.json", '{ "format": "shopping-list", "version": 1 }'),
                    "not a Talks document")

    def test_folder(self):
        path = os.path.join(self.folder, "folder.talks.json")
        os.makedirs(path, exist_ok=True)
        self.refuse(path, "is a folder")

    def test_pipe(self):
        path = os.path.join(self.folder, "pipe.talks.json")
        os.mkfifo(path)
        self.refuse(path, "a device, a pipe or a socket")

    # ---- files that are shown: after the others, which look at the bundled talks ----

    def shown(self, title, n_events):
        def ready():
            window = self.talks.window(title)
            return window and any(f"{n_events} event" in name for name in window.names())

        wait_for(f"“{title}” with {n_events} events", ready)

    def test_when_opened_what_is_wrong_is_listed_and_the_rest_is_shown(self):
        self.open(self.write("faulty.talks.json", SMALL % "the eighteenth"))
        self.shown("Two small talks", 1)
        message = wait_for("the message", self.banner)
        self.assertIn("faulty.talks.json", message)
        self.assertIn("problem", message)
        self.assertNotIn("The congress ends", self.talks.window().text())
        window = self.talks.window()
        self.talks.click(next(node for node in window.all("button") if "Problems" in node.name))
        page = self.talks.wait_page("Problems", "faulty.talks.json:5:")
        self.assertIn("/events/1/date", page.text())

    def test_when_opened_small_document_is_shown_whole(self):
        self.open(self.write("small.talks.json", SMALL % "1815-06-09"))
        self.shown("Two small talks", 2)
        self.assertIsNone(self.banner())
        self.assertIsNone(self.talks.window().find("Problems", "page tab"))
        timeline = next(node for node in self.talks.window().all("list") if node.name.startswith("Timeline:"))
        for words in ("18 September 1814: The congress opens", "9 June 1815: The congress ends"):
            self.assertIn(words, timeline.text())


if __name__ == "__main__":
    main(sys.argv)
