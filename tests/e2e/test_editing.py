# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing by the keyboard: the user's own copy, adding, undoing, doing again, the history."""

import difflib
import json
import os
import sys
import time

from talks_editing import QUESTION_OF_COPY, SMALL, Case, journals, main, read, titles, write
from talks_ui import wait_for

BUNDLED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "istanbul-talks.talks.json")
BUNDLED_TITLE = "Russia–Ukraine talks, 2022 to Istanbul 2025"


class OwnCopy(Case):
    """The bundled timeline stays as it is."""

    def test_first_edit_asks_for_a_copy_and_goes_on(self):
        before = read(BUNDLED)
        path = self.path("own.talks.json")
        talks = self.start()
        talks.wait_page("Event", "first direct Russia-Ukraine talks")
        talks.key("ctrl+n")
        talks.dialog(QUESTION_OF_COPY)
        talks.press(QUESTION_OF_COPY, "Make a Copy…")
        talks.choose_name(path)
        # The edit that was begun goes on, and nobody asks again.
        talks.fill_event("Consultations in Ankara")
        self.assertEqual(read(path), before)
        talks.wait_modified(True)
        self.assertEqual(read(BUNDLED), before)
        talks.key("ctrl+s")
        talks.wait_modified(False)
        talks.wait_words("“own.talks.json” was saved.")
        self.check_only_new_lines(before, read(path), "Consultations in Ankara")
        self.assertEqual(journals(), [])
        self.stop(talks)

    def check_only_new_lines(self, before, after, title):
        """Nothing but the lines of the new event differ; another program reads them."""
        diff = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
        lines = [line for line in diff if line[0] in "+-" and line[:3] not in ("+++", "---")]
        # The entry before it may get a comma.
        self.assertLessEqual(len([line for line in lines if line[0] == "-"]), 1, lines)
        self.assertLess(len(lines), 30)
        events = json.loads(after)["events"]
        added = [event for event in events if event not in json.loads(before)["events"]]
        self.assertEqual([event["title"]["en"] for event in added], [title])
        self.assertEqual(added[0]["date"], "2025-05-16")

    def test_without_a_copy_nothing_happens(self):
        talks = self.start()
        talks.wait_page("Event", "first direct Russia-Ukraine talks")
        talks.key("ctrl+n")
        talks.answer(QUESTION_OF_COPY, "Cancel")
        self.assertEqual(talks.titles_of_windows(), [BUNDLED_TITLE])
        # It is asked again at the next attempt.
        talks.key("ctrl+n")
        talks.focus_window(QUESTION_OF_COPY)
        talks.key("Escape")
        talks.wait_gone(QUESTION_OF_COPY)
        talks.focus()
        self.stop(talks)

    def test_a_file_that_may_not_be_written_asks_too(self):
        path = self.path("archive.talks.json")
        write(path, SMALL)
        os.chmod(path, 0o444)
        talks = self.start(path)
        talks.wait_words("The congress ends")
        talks.key("ctrl+n")
        talks.answer("“archive.talks.json” can not be written to. Make your own copy?", "Cancel")
        self.assertEqual(read(path), SMALL)
        self.stop(talks)


class Head(Case):
    """What the timeline says of itself: a record like any other."""

    FORM = "About This Timeline"

    def setUp(self):
        super().setUp()
        self.file = self.path("small.talks.json")
        write(self.file, SMALL)

    def open_form(self, talks):
        talks.menu("F10", "e")
        talks.key("c")
        talks.focus_window(self.FORM)
        return wait_for("the title", lambda: talks.window(self.FORM) and next(
            (node for node in talks.window(self.FORM).walk() if "focused" in node.states and "Title" in node.name), None))

    def retitle(self, talks, title):
        entry = self.open_form(talks)

        def is_typed():
            if talks.value(entry) != title:
                talks.key("ctrl+a")
                talks.type(title)
            return talks.value(entry) == title

        wait_for(f"“{title}” in the form", is_typed)
        talks.key("ctrl+Return")
        talks.wait_gone(self.FORM)
        talks.take_window(f"• {title}")

    def test_edited_undone_and_saved(self):
        talks = self.start(self.file)
        talks.wait_words("The congress ends")
        self.retitle(talks, "Long talks")
        talks.key("ctrl+z")
        talks.take_window("Small talks")
        talks.key("shift+ctrl+z")
        talks.take_window("• Long talks")
        talks.key("ctrl+h")
        talks.wait_page("History", "Change what “Long talks” says of itself", "Changed: Timeline “Long talks”",
                        "Title: “Small talks” → “Long talks”")
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(read(self.file), SMALL.replace("Small talks", "Long talks"))
        self.stop(talks)

    def test_restored_after_a_crash(self):
        talks = self.start(self.file)
        talks.wait_words("The congress ends")
        self.retitle(talks, "Long talks")
        time.sleep(1)
        talks.kill()
        talks = self.start()
        talks.press("Work That Was Not Saved", "Restore")
        talks.wait_gone("Work That Was Not Saved")
        talks.take_window("• Long talks")
        self.assertEqual(read(self.file), SMALL)


class Steps(Case):
    """Undo, redo and the history."""

    def setUp(self):
        super().setUp()
        self.file = self.path("small.talks.json")
        write(self.file, SMALL)
        self.talks = self.start(self.file)
        self.talks.wait_words("The congress ends")

    def button(self, start):
        return next((node.name for node in self.talks.window().all("button") if node.name.startswith(start)), None)

    def test_undo_and_redo_are_named(self):
        talks = self.talks
        self.assertEqual(self.button("Nothing to undo"), "Nothing to undo")
        talks.add_event("A dance")
        wait_for("the step on the button", lambda: self.button("Undo: ") == "Undo: Add the event “A dance” (Ctrl+Z)")
        talks.wait_modified(True)
        talks.key("ctrl+z")
        talks.wait_modified(False)
        wait_for("the step on the other button",
                 lambda: self.button("Do again: ") == "Do again: Add the event “A dance” (Shift+Ctrl+Z)")
        wait_for("no dance", lambda: "A dance" not in talks.page("Event").text())
        talks.key("ctrl+shift+z")
        talks.wait_modified(True)
        talks.wait_page("Event", "A dance")
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file), ["The congress opens", "The congress ends", "A dance"])
        self.assertIn('"unknown to Talks": [1.50, "kept"]', read(self.file))
        # Undoing past the save is a change, and doing it again none.
        talks.key("ctrl+z")
        talks.wait_modified(True)
        talks.key("ctrl+shift+z")
        talks.wait_modified(False)
        self.stop(talks)

    def test_keys_of_a_text_stay_there(self):
        talks = self.talks
        talks.add_event("A dance")
        talks.key("ctrl+f")
        wait_for("the search", lambda: talks.page("Search"))
        talks.type("congress")
        talks.key("ctrl+z", "Delete", "ctrl+z")
        talks.wait_modified(True)
        talks.key("Escape")
        talks.press_main("Undo: Add the event “A dance” (Ctrl+Z)")
        talks.wait_modified(False)
        self.stop(talks)

    def test_delete_what_is_selected(self):
        talks = self.talks
        talks.key("ctrl+End")
        talks.wait_page("Event", "The congress ends")
        talks.key("Delete")
        wait_for("the event gone", lambda: "The congress ends" not in talks.page("Event").text())
        talks.wait_modified(True)
        talks.key("ctrl+z")
        talks.wait_page("Event", "The congress ends")
        talks.wait_modified(False)
        self.stop(talks)

    def test_history_goes_back_to_any_point(self):
        talks = self.talks
        for title in "A dance", "A ball", "A feast":
            talks.add_event(title)
        talks.key("ctrl+h")
        page = talks.wait_page("History", "3 steps since the document was opened", "Add the event “A ball”",
                               "As it was opened", "Added: Event “A feast”", "Title: “A feast” (new)")
        steps = [row.name for row in page.find("Steps, the latest first", "list").all("list item")]
        self.assertEqual(len(steps), 4)
        self.assertIn("you are here", steps[0])
        # The list has the keyboard: two down is after the first step.
        talks.key("Down", "Down", "Return")
        talks.wait_words("undone")
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file), ["The congress opens", "The congress ends", "A dance"])
        talks.key("ctrl+h", "Home", "Return")
        talks.wait_modified(True)
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file)[2:], ["A dance", "A ball", "A feast"])
        self.stop(talks)

    def test_steps_are_signed(self):
        talks = self.talks
        talks.key("ctrl+h")
        talks.wait_page("History", "Nothing was changed")
        talks.tab_to("Signed as")
        talks.type("Ann Archivist")
        talks.add_event("A dance")
        talks.key("ctrl+h")
        talks.wait_page("History", "Ann Archivist · ")
        talks.key("ctrl+z")
        talks.wait_modified(False)
        self.stop(talks)

    def test_problems_follow_edits(self):
        talks = self.talks
        talks.key("ctrl+shift+m")
        talks.wait_page("Problems", "No problems found")
        # An event without a source.
        talks.add_event("A dance")
        talks.key("ctrl+shift+m")
        talks.wait_page("Problems", "1 warning", "small.talks.json, not saved yet", "A dance")
        talks.key("ctrl+s")
        talks.wait_page("Problems", "small.talks.json:", "A dance")
        wait_for("a line", lambda: "not saved yet" not in talks.page("Problems").text())
        talks.key("ctrl+z")
        talks.wait_page("Problems", "No problems found")
        talks.key("ctrl+shift+z")
        talks.wait_modified(False)
        self.stop(talks)


class LongList(Case):
    """A list of problems that is longer than the window."""

    def test_an_edit_keeps_the_place_in_it(self):
        # An event without a source each.
        events = ",".join(f'{{"id": "e{i}", "date": "1815-01-{i % 28 + 1:02}", "kind": "talks", "title": "Talk {i}"}}'
                          for i in range(60))
        file = self.path("long.talks.json")
        write(file, SMALL.replace('"events": [', f'"events": [{events},'))
        self.talks = talks = self.start(file)
        talks.wait_words("62 events")
        talks.key("ctrl+shift+m")
        talks.wait_page("Problems", "60 warnings")
        talks.key("End")
        self.wait_row_place("Talk 59")
        before = self.wait_row_place("Talk 55")
        talks.add_event("A dance")
        talks.key("ctrl+shift+m")
        talks.wait_page("Problems", "61 warnings", "A dance")
        self.assertEqual(self.wait_row_place("Talk 55")[0], before[0])
        self.assertLess(abs(self.wait_row_place("Talk 55")[1] - before[1]), 60)
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.stop(talks)

    def wait_row_place(self, title):
        """Where in the window a row is, once it stays there."""
        before = None

        def find():
            nonlocal before
            page = self.talks.page("Problems")
            row = page and next((row for row in page.all("list item") if f" {title}:" in row.name), None)
            now, before = before, self.talks.extents(row) if row else None
            return now is not None and now == before and now

        return wait_for(f"the row of {title}", find)


class NewTimeline(Case):
    def test_new_timeline(self):
        path = self.path("peace.talks.json")
        write(self.path("small.talks.json"), SMALL)
        talks = self.start(self.path("small.talks.json"))
        talks.wait_words("The congress ends")
        talks.new_timeline("Peace talks")
        talks.key("ctrl+s")
        talks.choose_name(path)
        wait_for("the file", lambda: os.path.exists(path))
        document = json.loads(read(path))
        self.assertEqual((document["title"], document["format"], document["version"]),
                         ("Peace talks", "talks-timeline", 1))
        self.assertGreater(len(document["lanes"]), 0)
        wait_for("nothing of a journal", lambda: journals() == [])
        talks.focus_window("Peace talks")
        talks.key("ctrl+w")
        talks.wait_gone("Peace talks")
        self.stop(talks)


if __name__ == "__main__":
    main(sys.argv)
