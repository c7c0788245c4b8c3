# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving, closing, and what others do to the file meanwhile: nothing is lost, nothing is overwritten unasked."""

import os
import shutil
import subprocess
import sys
import time

from gi.repository import Gio, GLib

from talks_editing import SMALL, Case, journals, main, read, titles, write
from talks_ui import wait_for

CHANGED = "was changed by another program"
OTHERS = SMALL.replace("The congress opens", "The congress dances")


class WithFile(Case):
    def setUp(self):
        super().setUp()
        self.file = self.path("small.talks.json")
        write(self.file, SMALL)

    def open(self):
        talks = self.start(self.file)
        talks.wait_words("The congress ends")
        return talks


class Saving(WithFile):
    def test_save_as(self):
        other = self.path("other.talks.json")
        talks = self.open()
        talks.add_event("A dance")
        talks.key("ctrl+shift+s")
        talks.choose_name(other)
        talks.wait_words("“other.talks.json” was saved.")
        talks.wait_modified(False)
        self.assertEqual(read(self.file), SMALL)
        self.assertEqual(titles(other)[2:], ["A dance"])
        # From now on that is the file, and its lock too.
        talks.add_event("A ball")
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(other)[2:], ["A dance", "A ball"])
        wait_for("one lock", lambda: [name for name in os.listdir(self.folder) if name.endswith(".lock")]
                 == [".other.talks.json.lock"])
        self.stop(talks)
        self.assertEqual(sorted(os.listdir(self.folder)), ["other.talks.json", "small.talks.json"])

    def test_save_as_adds_the_ending(self):
        talks = self.open()
        talks.key("ctrl+shift+s")
        talks.choose_name(self.path("plain"))
        wait_for("the file", lambda: os.path.exists(self.path("plain.talks.json")))
        self.assertEqual(read(self.path("plain.talks.json")), SMALL)
        self.stop(talks)

    def test_a_link_is_kept_and_told(self):
        link = self.path("link.talks.json")
        os.symlink(self.file, link)
        talks = self.start(link)
        talks.wait_words("The congress ends")
        talks.add_event("A dance")
        talks.key("ctrl+s")
        talks.wait_words("“link.talks.json” was saved. The file that the link leads to was saved.")
        self.assertTrue(os.path.islink(link))
        self.assertEqual(titles(self.file)[2:], ["A dance"])
        self.stop(talks)

    def test_a_failure_says_where_the_work_is(self):
        talks = self.open()
        talks.add_event("A dance")
        shutil.move(self.folder, self.folder + "-away")
        try:
            talks.key("ctrl+s")
            talks.answer("“small.talks.json” is no longer there. Save it again?", "Save Again")
            talks.wait_words("was not saved", "Your changes are safe in this window", "Save As…")
            talks.wait_modified(True)
        finally:
            shutil.move(self.folder + "-away", self.folder)
        self.assertEqual(read(self.file), SMALL)
        talks.press_main("Try Again")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file)[2:], ["A dance"])
        self.stop(talks)


class SlowDisk(WithFile):
    """The window is alive while a disk takes its time."""

    def test_editing_goes_on_while_saving(self):
        held = self.path("held")
        slow = {"LD_PRELOAD": os.environ["TALKS_SLOW_DISK_SHIM"], "TALKS_HELD_DISK": held}
        os.environ.update(slow)
        try:
            talks = self.open()
        finally:
            for name in slow:
                del os.environ[name]
        talks.add_event("A dance")
        write(held, "")
        talks.key("ctrl+s")
        talks.wait_words("(saving…)")
        talks.add_event("A ball")
        talks.wait_words("(saving…)")
        self.assertEqual(read(self.file), SMALL)
        # Both saves are done, one after the other; the second has all.
        talks.key("ctrl+s")
        os.remove(held)
        wait_for("both", lambda: titles(self.file)[2:] == ["A dance", "A ball"], 40)
        wait_for("the end of the saves", lambda: "(saving…)" not in talks.window().text(), 40)
        talks.wait_modified(False)
        wait_for("nothing of a journal", lambda: journals() == [], 20)
        # Ending takes its time here, too: what the desktop is told of the file is synced.
        talks.key("ctrl+q")
        wait_for("the end", lambda: talks.process.poll() is not None, 40)
        self.assertEqual((talks.output(), talks.process.returncode), ("", 0))


class Closing(WithFile):
    QUESTION = "Save the changes in “Small talks”?"

    def begin(self, key):
        talks = self.open()
        talks.add_event("A dance")
        talks.key(key)
        talks.dialog(self.QUESTION)
        return talks

    def wait_end(self, talks):
        wait_for("the end of the program", lambda: talks.process.poll() is not None)
        self.assertEqual((talks.output(), talks.process.returncode), ("", 0))
        self.assertEqual(os.listdir(self.folder), ["small.talks.json"])
        self.assertEqual(journals(), [])

    def test_save(self):
        talks = self.begin("ctrl+w")
        talks.press(self.QUESTION, "Save")
        self.wait_end(talks)
        self.assertEqual(titles(self.file)[2:], ["A dance"])

    def test_discard(self):
        talks = self.begin("ctrl+q")
        talks.press(self.QUESTION, "Discard")
        self.wait_end(talks)
        self.assertEqual(read(self.file), SMALL)

    def test_cancel(self):
        talks = self.begin("ctrl+q")
        talks.answer(self.QUESTION, "Cancel")
        talks.wait_modified(True)
        talks.key("ctrl+z")
        talks.wait_modified(False)
        self.stop(talks)

    def test_each_window_is_asked(self):
        other = self.path("other.talks.json")
        write(other, SMALL.replace("Small talks", "Other talks"))
        talks = self.start(self.file, other)
        talks.dialog("Small talks")
        talks.dialog("Other talks")
        for title in "Small talks", "Other talks":
            talks.focus_window(title)
            talks.key("ctrl+n")
            talks.fill_event("A dance")
            talks.dialog("• " + title)
        talks.key("ctrl+q")
        asked = []
        while len(asked) < 2:
            title = wait_for("a question", lambda: next((name for name in talks.titles_of_windows()
                                                         if name.startswith("Save the changes in")), None))
            asked.append(title)
            talks.press(title, "Discard")
            if len(asked) < 2:
                talks.wait_gone(title)
        self.assertEqual(sorted(asked), ["Save the changes in “Other talks”?", "Save the changes in “Small talks”?"])
        wait_for("the end of the program", lambda: talks.process.poll() is not None)
        self.assertEqual(talks.process.returncode, 0)

    def test_nothing_to_ask(self):
        talks = self.open()
        talks.add_event("A dance")
        talks.key("ctrl+z")
        talks.wait_modified(False)
        talks.key("ctrl+w")
        self.wait_end(talks)


class OtherPrograms(WithFile):
    """Somebody else changes the file while it is open."""

    def test_reload_what_is_not_changed_here(self):
        talks = self.open()
        write(self.file, OTHERS)
        talks.wait_words(CHANGED, "What you see is the state before.")
        talks.press_main("Reload")
        wait_for("the banner gone", lambda: CHANGED not in talks.window().text())
        talks.key("ctrl+Home")
        talks.wait_page("Event", "The congress dances")
        # It is editable as before.
        talks.add_event("A ball")
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(sorted(titles(self.file)), ["A ball", "The congress dances", "The congress ends"])
        self.stop(talks)

    def test_touched_is_not_changed(self):
        talks = self.open()
        for _ in range(3):
            write(self.file, SMALL)
            os.utime(self.file)
            time.sleep(0.5)
        self.assertNotIn(CHANGED, talks.window().text())
        self.stop(talks)

    def test_a_conflict_is_never_overwritten(self):
        talks = self.open()
        talks.add_event("A dance")
        write(self.file, OTHERS)
        talks.wait_words(CHANGED, "you have changes that are not saved")
        talks.key("ctrl+s")
        talks.wait_words("was not saved", "Your changes are safe in this window")
        self.assertEqual(read(self.file), OTHERS)
        talks.press_main("Compare")
        title = "Compare with the File"
        talks.dialog(title)
        wait_for("what differs", lambda: all(words in talks.window(title).text() for words in (
            "Changed: Event “The congress dances”", "Title: “The congress opens” → “The congress dances”",
            "Removed: Event “A dance”")))
        talks.focus_window(title)
        talks.key("Escape")
        talks.wait_gone(title)
        talks.focus()
        talks.press_main("Keep Both…")
        talks.choose_name()
        mine = self.path("small (my version).talks.json")
        wait_for("both", lambda: os.path.exists(mine))
        self.assertEqual(read(self.file), OTHERS)
        self.assertEqual(titles(mine), ["The congress opens", "The congress ends", "A dance"])
        talks.wait_modified(False)
        wait_for("the banner gone", lambda: CHANGED not in talks.window().text())
        self.stop(talks)

    def test_replace_keeps_a_backup(self):
        talks = self.open()
        talks.add_event("A dance")
        write(self.file, OTHERS)
        talks.wait_words(CHANGED)
        talks.press_main("Replace…")
        talks.answer("Replace what the other program has written?", "Replace")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file), ["The congress opens", "The congress ends", "A dance"])
        kept = subprocess.run(["grep", "-rl", "The congress dances", os.environ["XDG_STATE_HOME"]],
                              capture_output=True, text=True, check=False).stdout.split()
        self.assertEqual(len(kept), 1, kept)
        self.stop(talks)

    def test_reload_discards_only_when_asked(self):
        question = "Discard your changes?"
        talks = self.open()
        talks.add_event("A dance")
        write(self.file, OTHERS)
        talks.wait_words(CHANGED)
        talks.press_main("Reload")
        talks.answer(question, "Cancel")
        talks.wait_modified(True)
        talks.press_main("Reload")
        talks.answer(question, "Discard and Reload")
        talks.wait_modified(False)
        talks.key("ctrl+Home")
        talks.wait_page("Event", "The congress dances")
        wait_for("nothing of a journal", lambda: journals() == [])
        self.stop(talks)

    def test_a_file_that_is_gone(self):
        talks = self.open()
        os.remove(self.file)
        talks.wait_words("“small.talks.json” is no longer there. What you see is whole, and only here.")
        talks.press_main("Save Again")
        talks.answer("“small.talks.json” is no longer there. Save it again?", "Save Again")
        wait_for("the file", lambda: os.path.exists(self.file))
        self.assertEqual(read(self.file), SMALL)
        wait_for("the banner gone", lambda: "and only here" not in talks.window().text())
        self.stop(talks)


class TwoPrograms(WithFile):
    """Another program has the file open: one of another bus, as that of another user would be."""

    def start_other(self):
        bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                               text=True)
        self.addCleanup(bus.wait)
        self.addCleanup(bus.terminate)
        self.addCleanup(bus.stdout.close)
        other = subprocess.Popen([Case.program, self.file], env={
            **os.environ, "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(), "GTK_A11Y": "none"})
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        wait_for("the lock of the other program", lambda: os.path.exists(self.path(".small.talks.json.lock")))
        return other

    def test_who_comes_second_is_told_and_asked(self):
        other = self.start_other()
        talks = self.open()
        told = next(node.name for node in wait_for("who has it open", lambda: [
            node for node in talks.window().walk() if "has “small.talks.json” open, too, on the computer" in node.name]))
        talks.add_event("A dance")
        talks.key("ctrl+s")
        talks.answer(told, "Cancel")
        self.assertEqual(read(self.file), SMALL)
        talks.key("ctrl+s")
        talks.answer(told, "Save All the Same")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file)[2:], ["A dance"])
        wait_for("no more of the other", lambda: told not in talks.window().text())
        other.kill()
        self.stop(talks)

    def test_who_has_gone_is_no_more_asked_about(self):
        other = self.start_other()
        talks = self.open()
        talks.wait_words("has “small.talks.json” open, too")
        other.kill()
        other.wait()
        talks.add_event("A dance")
        talks.key("ctrl+s")
        talks.wait_modified(False)
        self.assertEqual(titles(self.file)[2:], ["A dance"])
        self.stop(talks)


class TwoWindows(WithFile):
    def test_a_file_that_is_open_comes_to_the_front(self):
        talks = self.open()
        again = subprocess.run([Case.program, self.file], timeout=20, check=False, capture_output=True, text=True)
        self.assertEqual(again.returncode, 0)
        time.sleep(1)
        self.assertEqual(talks.titles_of_windows(), ["Small talks"])
        self.stop(talks)

    def test_two_windows_on_one_file(self):
        """Opened in a second window all the same, both know of each other, and neither overwrites the other."""
        talks = self.open()
        talks.key("ctrl+shift+n")
        bundled = "Russia–Ukraine talks, 2022 to Istanbul 2025"
        talks.dialog(bundled)
        talks.session.call_sync("org.talkstimeline.Talks", "/org/talkstimeline/Talks/window/2", "org.gtk.Actions",
                                "Activate", GLib.Variant("(sava{sv})", ("open-file", [GLib.Variant("s", self.file)], {})),
                                None, Gio.DBusCallFlags.NONE, 10000, None)
        talks.wait_gone(bundled)
        wait_for("the word of the other window", lambda: any(
            "“small.talks.json” is also open in another window." in window.text() for window in talks.windows()))
        talks.focus()
        talks.key("ctrl+n")
        talks.fill_event("A dance")
        talks.dialog("• Small talks")
        talks.key("ctrl+s")
        wait_for("the file", lambda: "A dance" in titles(self.file))
        wait_for("the change told in the other", lambda: any(CHANGED in window.text() for window in talks.windows()))
        self.assertEqual(titles(self.file)[2:], ["A dance"])
        self.stop(talks)


if __name__ == "__main__":
    main(sys.argv)
