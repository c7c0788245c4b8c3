# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with a file is listed, and each row leads to its record."""

import sys

from talks_ui import OneProgram, main, wait_for

# Three errors: a label too long, a date that is none, the event that is lost for it; four warnings: a line
# break in the title of the document, a person twice, a source that nothing cites, a lane without events.
FAULTY = """{ "format": "talks-timeline", "version": 1, "title": "Faulty\\ntalks", "language": "en",
  "lanes": [ { "id": "lane", "name": "Talks", "kinds": ["talks"] },
             { "id": "tea", "name": "Tea", "kinds": ["tea"] } ],
  "parties": [ { "id": "alba", "name": "Alba", "kind": "state", "side": "a", "color": "#1f63d0", "mark": "circle" } ],
  "participants": [ { "id": "ann", "name": "Ann", "party": "alba" } ],
  "events": [
    { "id": "one", "date": "1814-09-18", "kind": "talks", "title": "The congress opens", "sources": ["letters"],
      "label": "A label that is far too long for it" },
    { "id": "two", "date": "1815-06-09", "kind": "talks", "title": "The congress ends", "label": "End",
      "attendance": [{ "participant": "ann" }, { "participant": "ann" }], "sources": ["letters"] },
    { "id": "gone", "date": "some day", "kind": "talks", "title": "Never read" } ],
  "sources": [ { "id": "letters", "type": "book", "title": "Letters" },
               { "id": "spare", "type": "book", "title": "Memoirs that nobody cites" } ] }
"""

CLEAN = """{ "format": "talks-timeline", "version": 1, "title": "Clean talks", "language": "en",
  "parties": [ { "id": "alba", "name": "Alba", "kind": "state", "color": "#1f63d0", "mark": "circle" } ],
  "participants": [ { "id": "ann", "name": "Ann", "party": "alba", "sources": ["letters"] } ],
  "sources": [ { "id": "letters", "type": "book", "title": "Letters" } ] }
"""


class Problems(OneProgram):
    # ---- helpers ----

    def show(self, name, content, title):
        self.open(self.write(name, content))
        wait_for(f"“{title}”", lambda: self.talks.window(title))

    def open_faulty(self):
        self.show("faulty.talks.json", FAULTY, "Faulty talks")

    def rows(self):
        """The names of the rows, in order."""
        page = self.talks.page("Problems")
        listing = page and page.find("Problems in this file", "list")
        return [row.name for row in listing.all("list item")] if listing else []

    def wait_rows(self, n):
        return wait_for(f"{n} problems", lambda: (lambda rows: len(rows) == n and rows)(self.rows()))

    def activate_row(self, words):
        rows = wait_for(f"the row “{words}”", lambda: (
            lambda rows: any(words in row for row in rows) and rows)(self.rows()))
        order = next(i for i, row in enumerate(rows) if words in row)
        # The rows of a list view have no actions of their own: it takes the keyboard, or a click.
        self.talks.key("ctrl+shift+m")
        self.talks.key("Home", *["Down"] * order, "Return")

    # ---- tests ----

    def test_banner_leads_to_the_list(self):
        self.open_faulty()
        button = wait_for("the button", lambda: next(
            (node for node in self.talks.window().all("button") if "Show Problems" in node.name.replace("_", "")), None))
        self.talks.click(button)
        wait_for("the page", lambda: self.talks.page("Problems"))
        page = self.talks.wait_page("Problems", "3 errors and 4 warnings", "faulty.talks.json:8:", "/events/0/label")
        rows = self.wait_rows(7)
        self.assertTrue(rows[0].startswith("Warning: This text is shown in one line"), rows)
        self.assertEqual([row.split(" ")[0].strip(":") for row in rows].count("Error"), 3)
        # Told by a picture and a word, not by colour.
        self.assertIn("Error · The congress opens", page.text())
        self.assertTrue(page.find("Error", "image"))
        self.assertTrue(page.find("Warning", "image"))

    def test_filter(self):
        self.open_faulty()
        self.talks.key("ctrl+shift+m")
        self.wait_rows(7)
        # The list has the keyboard; what stands before it are the button and the choice.
        self.talks.key("shift+Tab", "shift+Tab", "space")
        wait_for("the choices", lambda: self.talks.window().find("Warnings"))
        self.talks.key("Down", "Return")
        for row in self.wait_rows(3):
            self.assertTrue(row.startswith("Error"), row)
        self.talks.key("space", "Down", "Return")
        for row in self.wait_rows(4):
            self.assertTrue(row.startswith("Warning"), row)

    def test_rows_lead_to_their_records(self):
        self.open_faulty()
        self.talks.key("ctrl+shift+m")
        self.wait_rows(7)
        self.activate_row("label has")
        self.talks.wait_page("Event", "18 September 1814", "The congress opens")
        self.talks.key("ctrl+shift+m")
        self.activate_row("named twice")
        self.talks.wait_page("Event", "9 June 1815", "The congress ends")
        self.talks.key("ctrl+shift+m")
        self.activate_row("Nothing cites")
        wait_for("the sources", lambda: self.talks.page("Sources"))
        self.talks.wait_page("Sources", "Memoirs that nobody cites")

    def test_rows_about_the_timeline_lead_to_it(self):
        self.open_faulty()
        self.talks.key("ctrl+shift+m")
        self.wait_rows(7)
        self.activate_row("label has")
        self.talks.wait_page("Event", "The congress opens")
        self.talks.key("ctrl+shift+m")
        self.activate_row("one line")
        self.talks.wait_page("Event", "Faulty", "2 events")

    def test_rows_without_a_record_lead_nowhere(self):
        self.open_faulty()
        self.talks.key("ctrl+shift+m")
        self.wait_rows(7)
        self.activate_row("left out")
        self.assertTrue(self.talks.page("Problems"))

    def test_no_problems(self):
        self.show("clean.talks.json", CLEAN, "Clean talks")
        self.assertIsNone(self.talks.window().find("Problems", "page tab"))
        self.talks.key("ctrl+shift+m")
        self.talks.wait_page("Problems", "No problems found")
        self.assertEqual(self.rows(), [])

    def test_another_file_another_list(self):
        self.open_faulty()
        self.talks.key("ctrl+shift+m")
        self.wait_rows(7)
        self.show("clean.talks.json", CLEAN, "Clean talks")
        self.talks.key("ctrl+shift+m")
        self.talks.wait_page("Problems", "No problems found")
        self.assertEqual(self.rows(), [])

    def test_copy(self):
        self.open_faulty()
        self.talks.key("ctrl+shift+m")
        self.wait_rows(7)
        self.talks.click(wait_for("the button", lambda: self.talks.page("Problems") and
                                  self.talks.page("Problems").find("Copy the list as text", "button")))
        # What was copied is seen where it can be pasted.
        self.talks.key("ctrl+f")
        entry = wait_for("the entry", lambda: self.talks.page("Search") and self.talks.page("Search").find(role="entry"))

        def paste():
            # The entry may not have the keyboard yet, and the clipboard answers when it likes.
            self.talks.key("ctrl+f", "ctrl+a", "ctrl+v")
            text = self.talks.value(entry)
            return "error: /events/0/label: " in text and text

        pasted = wait_for("the copied text", paste)
        self.assertIn("faulty.talks.json:", pasted)
        self.assertIn("warning: /sources/1: ", pasted)
        self.talks.key("Escape")


if __name__ == "__main__":
    main(sys.argv)
