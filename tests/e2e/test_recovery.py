# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever ends the program, the work is offered by the next one."""

import json
import os
import sys
import time

from talks_editing import QUESTION_OF_COPY, SMALL, Case, journals, main, read, says, state_folder, titles, write
from talks_ui import wait_for

WINDOW = "Work That Was Not Saved"

# A step is on the disk within this time (TALKS_JOURNAL_SYNC_DELAY), and in the file at once.
LATER = 1


class Recovery(Case):
    def setUp(self):
        super().setUp()
        self.file = self.path("small.talks.json")
        write(self.file, SMALL)

    def work_and_die(self, *events, undone=0):
        talks = self.start(self.file)
        talks.wait_words("The congress ends")
        for title in events:
            talks.add_event(title)
        for _ in range(undone):
            talks.key("ctrl+z")
        time.sleep(LATER)
        talks.kill()
        self.assertEqual(read(self.file), SMALL)
        self.assertEqual(len(journals()), 1)

    def start_again(self, *arguments):
        """The next program, whose first window offers what was left."""
        talks = self.start(*arguments)
        talks.dialog(WINDOW)
        # Before anything else.
        self.assertEqual(talks.titles_of_windows(), [WINDOW])
        return talks

    def wait_restored(self, talks):
        talks.wait_gone(WINDOW)
        talks.take_window("• Small talks")

    def test_restore(self):
        self.work_and_die("A dance", "A ball", undone=1)
        talks = self.start_again(self.file)
        text = talks.window(WINDOW).text()
        for words in ("small.talks.json", "2 steps by ", "Add the event “A dance”", "Add the event “A ball” (undone)"):
            self.assertIn(words, text)
        talks.press(WINDOW, "Restore")
        self.wait_restored(talks)
        # The file that was asked for is the restored one: there is one window.
        self.assertEqual(talks.titles_of_windows(), ["• Small talks"])
        talks.wait_words("1 step was restored. Save to keep it.")
        self.assertEqual(read(self.file), SMALL)
        talks.key("ctrl+shift+z")
        talks.wait_page("Event", "A ball")
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file)[2:], ["A dance", "A ball"])
        wait_for("nothing of a journal", lambda: journals() == [])
        # Undo goes back to before the end of the first program.
        talks.key("ctrl+z", "ctrl+z")
        talks.wait_modified(True)
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file), ["The congress opens", "The congress ends"])
        self.stop(talks)

    def test_killed_again_after_restoring(self):
        self.work_and_die("A dance")
        talks = self.start_again()
        talks.press(WINDOW, "Restore")
        self.wait_restored(talks)
        talks.add_event("A ball")
        time.sleep(LATER)
        talks.kill()
        talks = self.start_again()
        self.assertIn("2 steps by ", talks.window(WINDOW).text())
        talks.press(WINDOW, "Restore")
        self.wait_restored(talks)
        talks.key("ctrl+s")
        wait_for("the file", lambda: titles(self.file)[2:] == ["A dance", "A ball"])
        wait_for("nothing of a journal", lambda: journals() == [])

    def test_deleted_saved_and_undone(self):
        """What comes back is all that stood in the file, with what Talks does not know, however often Talks ends."""
        talks = self.start(self.file)
        talks.wait_words("The congress ends")
        talks.key("Home")
        talks.wait_page("Event", "The congress opens")
        talks.focus()
        talks.key("Delete")
        talks.wait_modified(True)
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file), ["The congress ends"])
        talks.key("ctrl+z")
        talks.wait_modified(True)
        time.sleep(LATER)
        talks.kill()
        self.assertEqual(titles(self.file), ["The congress ends"])
        for is_last in (False, True):
            talks = self.start_again()
            talks.press(WINDOW, "Restore")
            self.wait_restored(talks)
            talks.wait_words("1 step was restored. Save to keep it.")
            if not is_last:
                talks.kill()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(read(self.file), SMALL)
        wait_for("nothing of a journal", lambda: journals() == [])
        self.stop(talks)

    def test_later(self):
        self.work_and_die("A dance")
        talks = self.start_again(self.file)
        talks.press(WINDOW, "Later")
        talks.wait_gone(WINDOW)
        talks.focus_window("Small talks")
        talks.wait_words("The congress ends")
        self.assertEqual(len(journals()), 1)
        talks.key("ctrl+q")
        wait_for("the end", lambda: talks.process.poll() is not None)
        self.start_again()

    def test_discard_is_confirmed(self):
        question = "Discard this work for good?"
        self.work_and_die("A dance")
        talks = self.start_again(self.file)
        talks.press(WINDOW, "Discard…")
        talks.press(question, "Cancel")
        talks.wait_gone(question)
        self.assertEqual(len(journals()), 1)
        talks.press(WINDOW, "Discard…")
        talks.press(question, "Discard")
        talks.wait_gone(WINDOW)
        self.assertEqual(journals(), [])
        talks.focus_window("Small talks")
        talks.key("ctrl+q")
        wait_for("the end", lambda: talks.process.poll() is not None)
        self.assertEqual(read(self.file), SMALL)

    def test_the_file_was_changed_meanwhile(self):
        self.work_and_die("A dance")
        write(self.file, SMALL.replace("The congress opens", "The congress dances"))
        talks = self.start_again()
        talks.press(WINDOW, "Restore")
        self.wait_restored(talks)
        talks.key("ctrl+s")
        wait_for("both", lambda: titles(self.file) == ["The congress dances", "The congress ends", "A dance"])
        talks.wait_modified(False)

    def test_the_file_is_gone(self):
        self.work_and_die("A dance")
        os.rename(self.file, self.path("moved.talks.json"))
        talks = self.start_again()
        talks.press(WINDOW, "Restore")
        talks.press("The work was not restored, and is kept.", "Close")
        self.assertEqual(len(journals()), 1)
        os.rename(self.path("moved.talks.json"), self.file)
        talks.press(WINDOW, "Restore")
        self.wait_restored(talks)

    def test_a_new_timeline_is_kept_too(self):
        talks = self.start(self.file)
        talks.wait_words("The congress ends")
        talks.new_timeline("Peace talks")
        talks.key("ctrl+n")
        talks.fill_event("A first meeting")
        talks.dialog("• Peace talks")
        time.sleep(LATER)
        talks.kill()
        talks = self.start_again()
        self.assertIn("A timeline that is in no file yet", talks.window(WINDOW).text())
        talks.press(WINDOW, "Restore")
        talks.take_window("• Peace talks")
        path = self.path("peace.talks.json")
        talks.key("ctrl+s")
        talks.choose_name(path)
        wait_for("the file", lambda: os.path.exists(path))
        self.assertEqual(titles(path), ["A first meeting"])



class Forms(Case):
    """What is typed into a form counts as work, too."""

    AGAIN = "Talks ended before this form was done. What it held is here again."

    def setUp(self):
        super().setUp()
        self.file = self.path("small.talks.json")
        write(self.file, SMALL)

    def drafts(self):
        folder = os.path.join(state_folder(), "drafts")
        return os.listdir(folder) if os.path.isdir(folder) else []

    def begin(self, *arguments):
        talks = self.start(self.file, *arguments)
        talks.wait_words("The congress ends")
        return talks

    def field(self, talks, form, name):
        return wait_for(name, lambda: talks.window(form) and next(
            (node for node in talks.window(form).walk() if "focused" in node.states and name in node.name), None))

    def type_title(self, talks, form, title):
        talks.focus_window(form)
        entry = self.field(talks, form, "Title")

        def is_typed():
            if talks.value(entry) != title:
                talks.key("ctrl+a")
                talks.type(title)
            return talks.value(entry) == title

        wait_for(f"“{title}” in the form", is_typed)

    def die(self, talks):
        time.sleep(2)  # as much may be lost
        talks.kill()
        self.assertEqual(len(self.drafts()), 1)

    def wait_again(self, talks, form, title):
        wait_for("the form", lambda: talks.window(form) and self.AGAIN in talks.window(form).text())
        talks.focus_window(form)
        self.assertEqual(talks.value(self.field(talks, form, "Title")), title)

    def test_added(self):
        form = "Add an Event"
        talks = self.begin()
        talks.key("ctrl+n")
        self.type_title(talks, form, "A dance")
        self.die(talks)
        # Killed once more before anything is done.
        talks = self.begin()
        self.wait_again(talks, form, "A dance")
        talks.kill()
        talks = self.begin()
        self.wait_again(talks, form, "A dance")
        talks.key("ctrl+Return")
        talks.wait_gone(form)
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file), ["The congress opens", "The congress ends", "A dance"])
        self.stop(talks)
        self.assertEqual(self.drafts(), [])

    def test_edited_and_given_up(self):
        form = "Edit Event"
        talks = self.begin()
        talks.key("Home")
        talks.wait_page("Event", "The congress opens", "18 September 1814")
        talks.focus()
        talks.key("F2")
        self.type_title(talks, form, "The congress begins")
        self.die(talks)
        talks = self.begin()
        self.wait_again(talks, form, "The congress begins")
        talks.key("Escape")
        talks.answer("Discard what you have entered?", "Discard")
        talks.wait_gone(form)
        self.stop(talks)
        self.assertEqual(self.drafts(), [])
        self.assertEqual(read(self.file), SMALL)
        # Nothing comes again.
        talks = self.begin()
        self.assertEqual(talks.titles_of_windows(), ["Small talks"])
        self.stop(talks)

    def test_one_after_the_other(self):
        talks = self.begin()
        talks.key("ctrl+n")
        self.type_title(talks, "Add an Event", "A dance")
        self.die(talks)
        first = os.path.join(state_folder(), "drafts", *self.drafts())
        os.rename(first, self.path("first"))
        talks = self.begin()
        talks.key("Home")
        talks.wait_page("Event", "The congress opens", "18 September 1814")
        talks.focus()
        talks.key("F2")
        self.type_title(talks, "Edit Event", "The congress begins")
        self.die(talks)
        os.rename(self.path("first"), first)
        talks = self.begin()
        self.wait_again(talks, "Add an Event", "A dance")
        talks.key("ctrl+Return")
        talks.wait_gone("Add an Event")
        self.wait_again(talks, "Edit Event", "The congress begins")
        talks.key("ctrl+Return")
        talks.wait_gone("Edit Event")
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file), ["The congress begins", "The congress ends", "A dance"])
        self.stop(talks)
        self.assertEqual(self.drafts(), [])

    # ---- what the record can not hold ----

    DATE = "some day in Octember"
    NO_DATE = "“Octember” is not understood."
    NOTE = "Page 3 names eighteen guarantors: check the scan."

    def type_in(self, talks, form, name, text):
        """Goes to a field by the keyboard, and types over what it holds."""
        def focused():
            window = talks.window(form)
            return window and next((node for node in window.walk() if "focused" in node.states), None)

        for _ in range(60):
            entry = wait_for("the focus", focused)
            if entry.name == name:
                break
            talks.key("Tab")

        def is_typed():
            if talks.value(entry) != text:
                talks.key("ctrl+a")
                talks.type(text)
            return talks.value(entry) == text

        wait_for(f"“{text}” in “{name}”", is_typed)

    def held(self, talks, form, name):
        """What a field holds."""
        for node in talks.window(form).walk():
            if node.name == name and "editable" in node.states:
                return talks.value(node)
        return None

    def fill(self, talks, form, title):
        self.type_title(talks, form, title)
        self.type_in(talks, form, "Date", self.DATE)
        self.type_in(talks, form, "Annotation", self.NOTE)

    def check_filled(self, talks, form, title):
        self.wait_again(talks, form, title)
        self.assertEqual(self.held(talks, form, "Date"), self.DATE)
        self.assertIn(self.NO_DATE, talks.window(form).text())
        self.assertEqual(self.held(talks, form, "Annotation"), self.NOTE)

    def finish(self, talks, form):
        """With a date that is none nothing can be applied; with another it can."""
        talks.key("ctrl+Return")
        self.assertEqual(wait_for("a field with the focus", talks.focused).name, "Date")
        self.type_in(talks, form, "Date", "19 September 1814")
        talks.key("ctrl+Return")
        talks.wait_gone(form)
        talks.focus()

    def check_saved(self, path, *expected):
        document = json.loads(read(path))
        self.assertEqual([event["title"] for event in document["events"]], list(expected))
        self.assertEqual([note["body"][0]["value"] for note in document["annotations"]], [self.NOTE])
        self.assertEqual(self.drafts(), [])

    def test_no_date_and_an_annotation(self):
        form = "Add an Event"
        talks = self.begin()
        talks.key("ctrl+n")
        self.fill(talks, form, "A dance")
        self.die(talks)
        # Killed once more before anything is done.
        talks = self.begin()
        self.check_filled(talks, form, "A dance")
        self.die(talks)
        talks = self.begin()
        self.check_filled(talks, form, "A dance")
        self.finish(talks, form)
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.check_saved(self.file, "The congress opens", "A dance", "The congress ends")
        self.stop(talks)

    def test_only_an_annotation(self):
        form = "Edit Event"
        talks = self.begin()
        talks.key("Home")
        talks.wait_page("Event", "The congress opens", "18 September 1814")
        talks.focus()
        talks.key("F2")
        talks.focus_window(form)
        self.type_in(talks, form, "Annotation", self.NOTE)
        self.die(talks)
        talks = self.begin()
        self.wait_again(talks, form, "The congress opens")
        self.assertEqual(self.held(talks, form, "Annotation"), self.NOTE)
        talks.key("ctrl+Return")
        talks.wait_gone(form)
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.check_saved(self.file, "The congress opens", "The congress ends")
        self.stop(talks)

    # ---- documents in no file, and files that are not opened ----

    IN_NO_FILE = "A timeline that is in no file yet"
    NOT_DONE = "Add the event “A dance” (in a form that was not done)"

    def offer(self, *words):
        """The next program, whose first window asks one question about all that was left."""
        talks = self.start()
        window = talks.dialog(WINDOW)
        self.assertEqual(talks.titles_of_windows(), [WINDOW])
        for text in words:
            self.assertIn(text, window.text())
        self.assertEqual(len([node for node in window.all("button") if says(node, "Restore")]), 1)
        return talks

    def begin_new(self, *events):
        talks = self.begin()
        talks.new_timeline("Peace talks")
        for title in events:
            talks.key("ctrl+n")
            talks.fill_event(title)
            talks.take_window("• Peace talks")
        return talks

    def save_new(self, talks):
        path = self.path("peace.talks.json")
        talks.key("ctrl+s")
        talks.choose_name(path)
        wait_for("the file", lambda: os.path.exists(path))
        talks.wait_modified(False)
        return path

    def test_new_timeline_in_which_nothing_was_done(self):
        form = "Add an Event"
        talks = self.begin_new()
        talks.key("ctrl+n")
        self.fill(talks, form, "A dance")
        self.die(talks)
        self.assertEqual(journals(), [])
        talks = self.offer(self.IN_NO_FILE, self.NOT_DONE, "Typed by ")
        talks.press(WINDOW, "Later")
        talks.wait_gone(WINDOW)
        talks.kill()
        talks = self.offer(self.IN_NO_FILE, self.NOT_DONE)
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        self.check_filled(talks, form, "A dance")
        # Killed again where it was restored: it is the same timeline still.
        self.die(talks)
        talks = self.offer(self.IN_NO_FILE, self.NOT_DONE)
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        self.check_filled(talks, form, "A dance")
        self.finish(talks, form)
        talks.take_window("• Peace talks")
        self.check_saved(self.save_new(talks), "A dance")
        self.assertEqual(journals(), [])

    def test_new_timeline_with_steps(self):
        form = "Add an Event"
        talks = self.begin_new("A first meeting", "A second meeting")
        talks.key("ctrl+z")
        talks.key("ctrl+n")
        self.fill(talks, form, "A dance")
        self.die(talks)
        self.assertEqual(len(journals()), 1)
        talks = self.offer(self.IN_NO_FILE, self.NOT_DONE, "2 steps by ", "Add the event “A second meeting” (undone)")
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        self.check_filled(talks, form, "A dance")
        # Killed again: what was restored is one work still.
        self.die(talks)
        talks = self.offer(self.IN_NO_FILE, self.NOT_DONE, "2 steps by ")
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        self.check_filled(talks, form, "A dance")
        self.finish(talks, form)
        talks.take_window("• Peace talks")
        self.check_saved(self.save_new(talks), "A dance", "A first meeting")
        self.assertEqual(journals(), [])

    def test_all_is_discarded_at_once(self):
        question = "Discard this work for good?"
        talks = self.begin_new("A first meeting")
        talks.key("ctrl+n")
        self.type_title(talks, "Add an Event", "A dance")
        self.die(talks)
        talks = self.offer(self.IN_NO_FILE, self.NOT_DONE, "1 step by ")
        talks.press(WINDOW, "Discard…")
        talks.press(question, "Discard")
        talks.wait_gone(WINDOW)
        wait_for("nothing of it", lambda: journals() == [] and self.drafts() == [])

    def test_all_is_put_off_at_once(self):
        form = "Edit Event"
        talks = self.begin()
        talks.add_event("A ball")
        talks.key("F2")
        self.type_title(talks, form, "A dance")
        self.die(talks)
        talks = self.start(self.file)
        self.assertIn("Change the event “A dance” (in a form that was not done)", talks.dialog(WINDOW).text())
        talks.press(WINDOW, "Later")
        talks.wait_gone(WINDOW)
        # The form is about an event that waits, too.
        talks.take_window("Small talks")
        talks.wait_words("The congress ends")
        time.sleep(LATER)
        self.assertEqual(talks.titles_of_windows(), ["Small talks"])
        talks.kill()
        talks = self.offer("small.talks.json", "1 step by ")
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        self.wait_again(talks, form, "A dance")
        talks.key("ctrl+Return")
        talks.wait_gone(form)
        talks.take_window("• Small talks")
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file)[2:], ["A dance"])

    def test_file_that_is_not_opened_is_offered(self):
        form = "Add an Event"
        talks = self.begin()
        talks.key("ctrl+n")
        self.fill(talks, form, "A dance")
        self.die(talks)
        talks = self.offer("small.talks.json", self.NOT_DONE)
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        self.check_filled(talks, form, "A dance")

    def test_bundled_timeline_has_a_copy_before_a_form(self):
        path = self.path("own.talks.json")
        talks = self.start()
        talks.wait_page("Event", "first direct Russia-Ukraine talks")
        talks.key("ctrl+n")
        talks.dialog(QUESTION_OF_COPY)
        talks.press(QUESTION_OF_COPY, "Make a Copy…")
        talks.choose_name(path)
        self.fill(talks, "Add an Event", "A dance")
        self.die(talks)
        talks = self.offer("own.talks.json", self.NOT_DONE)
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        self.check_filled(talks, "Add an Event", "A dance")


class InterruptedSaves(Case):
    """A file that can only be written over, and of which the disk has half when the power goes."""

    def setUp(self):
        super().setUp()
        self.file = self.path("small.talks.json")
        write(self.file, SMALL)
        # What has two names is not replaced: the other would go on to name what was there before.
        os.link(self.file, self.path("other.talks.json"))

    def cut_off(self):
        """Ends a program while it saves. What it was about to write."""
        slow = {"LD_PRELOAD": os.environ["TALKS_SLOW_DISK_SHIM"], "TALKS_SLOW_DISK": "2000"}
        os.environ.update(slow)
        try:
            talks = self.start(self.file)
        finally:
            for name in slow:
                del os.environ[name]
        talks.wait_words("The congress ends")
        talks.add_event("A dance")
        talks.key("ctrl+s")
        wait_for("the file being written", lambda: read(self.file) != SMALL, 40)
        talks.kill()
        new = read(self.file)
        self.assertEqual(titles(self.file)[2:], ["A dance"])
        os.truncate(self.file, len(new.encode()) // 2)
        return new

    def offered(self):
        talks = self.start()
        text = talks.dialog(WINDOW).text()
        self.assertIn("Saving was cut off", text)
        self.assertIn("small.talks.json", text)
        return talks

    def test_finish(self):
        new = self.cut_off()
        talks = self.offered()
        talks.press(WINDOW, "Finish Saving")
        wait_for("the whole file", lambda: read(self.file) == new)
        self.assertEqual(read(self.path("other.talks.json")), new)
        # The work in the journal is all in the file now.
        wait_for("one row", lambda: "Saving was cut off" not in talks.window(WINDOW).text())
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        talks.take_window("Small talks")
        talks.wait_words("A dance")
        talks.wait_modified(False)
        self.stop(talks)
        self.assertEqual(read(self.file), new)
        self.assertEqual(journals(), [])

    def test_take_the_version_before(self):
        self.cut_off()
        talks = self.offered()
        talks.press(WINDOW, "Take the Version Before")
        wait_for("the old file", lambda: read(self.file) == SMALL)
        talks.press(WINDOW, "Restore")
        talks.wait_gone(WINDOW)
        talks.take_window("• Small talks")
        talks.wait_words("A dance")

    def test_later_asks_again(self):
        self.cut_off()
        half = read(self.file)
        talks = self.offered()
        talks.focus_window(WINDOW)
        talks.key("Escape")
        talks.wait_gone(WINDOW)
        talks.kill()
        self.assertEqual(read(self.file), half)
        self.offered()


if __name__ == "__main__":
    main(sys.argv)
