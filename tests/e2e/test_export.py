# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting from the window: each format, what it cannot hold, and what is there already."""

import json
import os
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree

from talks_editing import Editing
from talks_ui import OneProgram, main, wait_for

# The formats in the order of the window, and what begins the title of the chooser of files.
FORMATS = {".pdf": "PDF", ".png": "PNG", ".svg": "SVG", ".html": "Web page", ".md": "Text", ".csv": "Tables",
           ".ics": "Calendar", ".csl.json": "Sources", ".bib": "Sources", ".timelinejs.json": "TimelineJS",
           ".jsonld": "Linked data"}
QUESTION = "These files are there already. Replace them?"


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Export(OneProgram):
    kind = Editing

    def setUp(self):
        self.out = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.out)
        self.talks.focus()

    # ---- helpers ----

    def chooser(self, ending):
        """The X window of the chooser of files, which is GTK's own."""
        return self.talks.x_window_like(f"^Export: {FORMATS[ending]}")

    def choose(self, ending):
        """Opens the list of formats by its keys and takes the one with that ending."""
        self.talks.key("ctrl+e")
        self.talks.focus_window("Export")
        rows = wait_for("the formats", lambda: self.talks.window("Export")
                        and self.talks.window("Export").all("list item"))
        self.assertEqual([re.search(r" (\.[a-z.]+): ", row.name).group(1) for row in rows], list(FORMATS))
        wait_for("the keyboard in the list", lambda: self.talks.focused() and self.talks.focused().role == "list item")
        self.talks.key(*["Down"] * list(FORMATS).index(ending), "Return")
        return wait_for("the chooser of files", lambda: self.chooser(ending))

    def export(self, ending, name=None):
        path = os.path.join(self.out, name or "talks" + ending)
        title = self.talks.title_of(self.choose(ending))
        self.talks.choose_name(path, title)
        return path

    def told(self, *words):
        """What the banner says once it says all the words."""
        text = wait_for(f"{words} in the banner", lambda: next(
            (text for text in [self.banner()] if text and all(word in text for word in words)), None), 30)
        self.close_banner()
        return text

    # ---- tests ----

    def test_pictures(self):
        for ending, start in ((".pdf", b"%PDF-"), (".png", b"\x89PNG\r\n"), (".svg", b"<?xml")):
            path = self.export(ending)
            self.told("The picture was saved as", os.path.basename(path))
            with open(path, "rb") as file:
                self.assertEqual(file.read(len(start)), start)
        xml.etree.ElementTree.parse(path)

    def test_texts(self):
        for ending, words in ((".html", "<!DOCTYPE html>"), (".md", "Dolmabahçe"), (".ics", "BEGIN:VCALENDAR"),
                              (".bib", "@"), (".jsonld", "schema.org")):
            path = self.export(ending)
            self.told("The export was saved as", os.path.basename(path))
            self.assertIn(words, read(path))
        for ending in (".csl.json", ".timelinejs.json"):
            path = self.export(ending)
            self.told("The export was saved as", os.path.basename(path))
            json.loads(read(path))

    def test_says_what_a_format_cannot_hold(self):
        self.export(".bib")
        wait_for("the banner", lambda: "does not hold all" in (self.banner() or ""))
        self.talks.press_main("What Is Missing…")
        text = self.talks.dialog("What the format does not hold").text()
        for words in ("160 records of “Events”", "207 records of “Positions”"):
            self.assertIn(words, text)
        self.talks.answer("What the format does not hold", "Close")
        self.close_banner()

    def test_ending_is_added(self):
        self.export(".svg", "without-an-ending")
        self.told("without-an-ending.svg")
        self.assertEqual(os.listdir(self.out), ["without-an-ending.svg"])
        path = self.export(".svg", "other.png")
        self.told("other.png")
        with open(path, "rb") as file:
            self.assertEqual(file.read(4), b"\x89PNG")

    def test_asks_before_it_replaces_tables(self):
        path = self.export(".csv")
        self.told("talks.csv", "more files")
        tables = sorted(os.listdir(self.out))
        self.assertGreater(len(tables), 5)
        for table in tables:
            with open(os.path.join(self.out, table), "w", encoding="utf-8") as file:
                file.write("mine")
        os.remove(path)

        # Nothing but a yes touches anything.
        self.export(".csv")
        self.assertIn("talks-participants.csv", self.talks.dialog(QUESTION).text())
        self.talks.answer(QUESTION, "Cancel")
        self.assertEqual(sorted(os.listdir(self.out)), [table for table in tables if table != "talks.csv"])
        self.assertEqual(read(os.path.join(self.out, "talks-participants.csv")), "mine")

        self.export(".csv")
        self.talks.answer(QUESTION, "Replace")
        self.told("talks.csv")
        self.assertEqual(sorted(os.listdir(self.out)), tables)
        for table in tables:
            self.assertNotEqual(read(os.path.join(self.out, table)), "mine", table)

    def test_giving_up(self):
        self.talks.key("ctrl+e")
        self.talks.focus_window("Export")
        self.talks.key("Escape")
        self.talks.wait_gone("Export")
        self.talks.focus()
        title = self.talks.title_of(self.choose(".md"))
        self.talks.focus_window(title)
        self.talks.key("Escape")
        wait_for("no chooser", lambda: self.chooser(".md") is None)
        self.talks.focus()
        self.assertIsNone(self.banner())


if __name__ == "__main__":
    main(sys.argv)
