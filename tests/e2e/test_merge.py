# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""--merge on the command line and as the merge driver of real git repositories, and Merge Another File."""

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

from gi.repository import GLib

from talks_editing import QUESTION_OF_COPY, Case, read
from talks_ui import wait_for

PROGRAM = None
BUNDLED = os.environ["TALKS_TEST_DOCUMENT"]

DOCUMENT = """{
  "format": "talks-timeline", "version": 1, "title": "A congress", "language": "en",
  "x-made-by": "somebody else",
  "topics": [
    { "id": "borders", "name": "Borders" }
  ],
  "parties": [
    { "id": "alba", "name": "Alba", "kind": "state", "color": "#1f63d0", "mark": "circle" }
  ],
  "events": [
    { "id": "first", "date": "1814-09-18", "kind": "talks", "title": "The congress opens",
      "summary": "They meet.", "sources": ["letters"] },
    { "id": "second", "date": "1814-10-30", "kind": "talks", "title": "A round",   "x-mood": {"grey": 1.50} }
  ],
  "positions": [
    { "id": "claim", "party": "alba", "topic": "borders", "date": "1814-11", "event": "second", "stance": "As in 1792." }
  ],
  "sources": [
    { "id": "letters", "type": "book", "title": "Letters", "author": [{ "family": "Gentz" }] }
  ]
}
"""
NEW_SOURCE = '    { "id": "diary", "type": "book", "title": "A diary", "author": [{ "family": "Humboldt" }],   "x-page": 1.50 }'


def environment(folder):
    return {**os.environ, "HOME": folder, "XDG_STATE_HOME": os.path.join(folder, "state"), "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org"}


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8", newline="") as file:
            return file.read()

    def records(self, name, kind):
        return {record["id"]: record for record in json.loads(self.read(name))[kind]}


class CommandLine(Folder):
    def merge(self, base, ours, theirs, *options, out="out.talks.json"):
        paths = [self.write(name, text) for name, text in (("base", base), ("ours", ours), ("theirs", theirs))
                 if text is not None]
        return self.run_program("--merge", *paths, "-o", self.path(out), *options)

    def run_program(self, *arguments):
        result = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False, timeout=60,
                                env={key: value for key, value in environment(self.folder).items()
                                     if key not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")})
        self.assertEqual(result.stdout, "")
        return result

    def test_nothing_to_do(self):
        result = self.merge(DOCUMENT, DOCUMENT, DOCUMENT)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.read("out.talks.json"), DOCUMENT)

    def test_one_side_alone_comes_byte_for_byte(self):
        theirs = DOCUMENT.replace("They meet.", "They  meet\\u002e").replace('"Gentz" }]', '"Gentz" }, {"family":  "X"}]')
        theirs = theirs.replace("1.50", "2.50").replace("A round", "Another round")
        for ours, other in ((DOCUMENT, theirs), (theirs, DOCUMENT)):
            result = self.merge(DOCUMENT, ours, other)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertEqual(self.read("out.talks.json"), theirs)

    def test_small_changes_make_small_differences(self):
        ours = DOCUMENT.replace('"A congress"', '"The congress"')
        theirs = DOCUMENT.replace('"summary": "They meet."', '"summary": "They meet and dance."')
        self.assertEqual(self.merge(DOCUMENT, ours, theirs).returncode, 0)
        self.assertEqual(self.read("out.talks.json"), ours.replace("They meet.", "They meet and dance."))

    def test_record_of_theirs_keeps_what_is_not_known(self):
        theirs = DOCUMENT.replace('"Gentz" }] }', '"Gentz" }] },\n' + NEW_SOURCE)
        ours = DOCUMENT.replace("They meet.", "They meet again.")
        result = self.merge(DOCUMENT, ours, theirs)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.read("out.talks.json"), theirs.replace("They meet.", "They meet again."))

    def test_members_that_are_not_known(self):
        ours = DOCUMENT.replace('"A round"', '"Round two"').replace("somebody else", "us")
        theirs = DOCUMENT.replace('"grey": 1.50', '"blue": 2.50').replace('"1814-10-30"', '"1814-10-31"')
        result = self.merge(DOCUMENT, ours, theirs)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        second = self.records("out.talks.json", "events")["second"]
        self.assertEqual((second["title"], second["date"], second["x-mood"]), ("Round two", "1814-10-31", {"blue": 2.5}))
        self.assertEqual(json.loads(self.read("out.talks.json"))["x-made-by"], "us")

        both = DOCUMENT.replace('"grey": 1.50', '"red": 3').replace('"A round"', '"Round two"')
        result = self.merge(DOCUMENT, both, theirs.replace("somebody else", "them"))
        self.assertEqual(result.returncode, 1)
        self.assertIn("out.talks.json: /events/1: Both sides changed “x-mood”", result.stderr)
        self.assertEqual(self.records("out.talks.json", "events")["second"]["x-mood"], {"red": 3})
        self.assertEqual(json.loads(self.read("out.talks.json"))["x-made-by"], "them")

    def test_conflicts_are_listed(self):
        ours = DOCUMENT.replace('"Borders"', '"Frontiers"').replace("They meet.", "They talk.")
        theirs = DOCUMENT.replace('"Borders"', '"Limits"').replace("They meet.", "They dance.")
        result = self.merge(DOCUMENT, ours, theirs)
        self.assertEqual(result.returncode, 1)
        lines = result.stderr.splitlines()
        self.assertEqual(len(lines), 2, lines)
        out = self.path("out.talks.json")
        self.assertTrue(lines[0].startswith(f"{out}: /topics/0/name: "), lines[0])
        self.assertIn("“Frontiers” of ours is kept, “Limits” of theirs is not", lines[0])
        self.assertTrue(lines[1].startswith(f"{out}: /events/0/summary: "), lines[1])
        self.assertEqual(self.records("out.talks.json", "topics")["borders"]["name"], "Frontiers")
        first = self.records("out.talks.json", "events")["first"]
        self.assertEqual(first["summary"], "They talk.")
        self.assertEqual([account["claim"] for account in first["accounts"]], ["They talk.", "They dance."])
        self.assertEqual(self.run_program_validate(out), 0)

    def run_program_validate(self, path):
        return subprocess.run([PROGRAM, "--validate", path], capture_output=True, check=False).returncode

    def test_what_cannot_be_read_is_told(self):
        theirs = DOCUMENT.replace('"topics": [', '"topics": [ { "name": "Without an id" },')
        result = self.merge(DOCUMENT, DOCUMENT.replace("They meet.", "They talk."), theirs)
        self.assertEqual(result.returncode, 1)
        self.assertIn("/topics/0: This could not be read in theirs", result.stderr)
        # What was there before is no news.
        result = self.merge(theirs, theirs, theirs.replace("They meet.", "They talk."))
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.read("out.talks.json"), theirs.replace("They meet.", "They talk."))

    def test_without_a_base(self):
        theirs = DOCUMENT.replace('"A round"', '"A round",\n      "outcome": "None."')
        for base in (None, ""):
            result = self.merge(base, DOCUMENT, theirs)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertEqual(self.records("out.talks.json", "events")["second"]["outcome"], "None.")

    def test_alike_is_told_and_no_conflict(self):
        ours = DOCUMENT.replace("{ \"id\": \"second\"", '{ "id": "ball", "date": "1814-10-10", "kind": "ball", "title": "A ball" },\n    { "id": "second"')
        theirs = DOCUMENT.replace("{ \"id\": \"second\"", '{ "id": "dance", "date": "1814-10-10", "kind": "ball", "title": "A ball" },\n    { "id": "second"')
        result = self.merge(DOCUMENT, ours, theirs)
        self.assertEqual(result.returncode, 0)
        self.assertIn("It may be the same as “A ball” of theirs", result.stderr)
        self.assertEqual(list(self.records("out.talks.json", "events")), ["first", "ball", "dance", "second"])

    def test_out_may_be_ours(self):
        theirs = DOCUMENT.replace("They meet.", "They talk.")
        ours = self.write("ours", DOCUMENT)
        os.chmod(ours, 0o640)
        self.write("base", DOCUMENT)
        self.write("theirs", theirs)
        result = self.run_program("--merge", self.path("base"), ours, self.path("theirs"), "-o", ours)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        self.assertEqual(self.read("ours"), theirs)
        self.assertEqual(stat.S_IMODE(os.stat(ours).st_mode), 0o640)

    def test_failures_leave_everything(self):
        self.write("out.talks.json", "as it was")
        for base, ours, theirs in ((DOCUMENT, DOCUMENT, "{"), (DOCUMENT, "", DOCUMENT), ("[]", DOCUMENT, DOCUMENT)):
            result = self.merge(base, ours, theirs)
            self.assertEqual(result.returncode, 2)
            self.assertIn("talks-timeline: ", result.stderr)
            self.assertEqual(self.read("out.talks.json"), "as it was")
        for arguments in (["--merge"], ["--merge", "a", "-o", "b"], ["--merge", "a", "b", "c"], ["-o", "a"],
                          ["--merge", "--validate", "a"], ["--merge", "a", "b", "c", "d", "-o", "e"]):
            self.assertEqual(self.run_program(*arguments).returncode, 2)

    def test_bundled(self):
        with open(BUNDLED, encoding="utf-8") as file:
            text = file.read()
        sides = {}
        for side, member, words in (("ours", "summary", "Here."), ("theirs", "outcome", "There.")):
            document = json.loads(text)
            event = document["events"][10]
            event[member] = words
            sides[side] = json.dumps(document, ensure_ascii=False, indent=2)
        result = self.merge(text, sides["ours"], sides["theirs"])
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        event = json.loads(self.read("out.talks.json"))["events"][10]
        self.assertEqual((event["summary"], event["outcome"]), ("Here.", "There."))


@unittest.skipIf(shutil.which("git") is None, "git is not installed")
class Git(Folder):
    def setUp(self):
        super().setUp()
        self.git("init", "-q", "-b", "main")
        self.git("config", "merge.talks.driver", f'"{PROGRAM}" --merge %O %A %B -o %A')
        self.write(".gitattributes", "*.talks.json merge=talks\n")
        self.git("add", ".gitattributes")
        self.commit(DOCUMENT, "base")

    def git(self, *arguments, check=True):
        result = subprocess.run(["git", *arguments], cwd=self.folder, capture_output=True, text=True, check=False,
                                env=environment(self.folder), timeout=60)
        if check:
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result

    def commit(self, text, message):
        self.write("congress.talks.json", text)
        self.git("add", "congress.talks.json")
        self.git("commit", "-q", "-m", message)

    def branch(self, ours, theirs):
        self.git("checkout", "-q", "-b", "other")
        self.commit(theirs, "theirs")
        self.git("checkout", "-q", "main")
        self.commit(ours, "ours")
        return self.git("merge", "-m", "merged", "other", check=False)

    def test_clean(self):
        # Next to each other: git alone would find a conflict.
        ours = DOCUMENT.replace('"Gentz" }] }', '"Gentz" }] },\n' + NEW_SOURCE)
        theirs = DOCUMENT.replace('"Gentz" }] }', '"Gentz" }] },\n' + NEW_SOURCE.replace("diary", "notes"))
        theirs = theirs.replace("A notes", "Some notes")
        result = self.branch(ours, theirs)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertEqual(list(self.records("congress.talks.json", "sources")), ["letters", "diary", "notes"])
        self.assertEqual(self.git("status", "--porcelain", "--untracked-files=no").stdout, "")
        self.assertEqual(self.records("congress.talks.json", "sources")["notes"]["author"], [{"family": "Humboldt"}])
        # The merge from the other side gives the same file.
        merged = self.read("congress.talks.json")
        self.git("checkout", "-q", "other")
        self.git("merge", "-q", "-m", "back", "main~1")
        self.assertEqual(self.read("congress.talks.json"), merged)
        # Nothing stays of the files that git made for the driver.
        backups = [name for _, _, names in os.walk(self.path("state")) for name in names if "merge_file" in name]
        folders = [name for _, names, _ in os.walk(self.path("state")) for name in names if "merge_file" in name]
        self.assertEqual((backups, folders), ([], []))

    def test_conflict(self):
        result = self.branch(DOCUMENT.replace('"A round"', '"Round two"').replace("They meet.", "They talk."),
                             DOCUMENT.replace('"A round"', '"The round"').replace('"1814-11"', '"1814-12"'))
        self.assertEqual(result.returncode, 1)
        self.assertIn("/events/1/title: ", result.stdout + result.stderr)
        self.assertIn("CONFLICT", result.stdout)
        self.assertEqual(self.git("diff", "--name-only", "--diff-filter=U").stdout, "congress.talks.json\n")
        second = self.records("congress.talks.json", "events")["second"]
        self.assertEqual(second["title"], "Round two")
        self.assertEqual([account["claim"] for account in second["accounts"]], ["Round two", "The round"])
        # What is no conflict is in, and so is what ours changed.
        self.assertEqual(self.records("congress.talks.json", "positions")["claim"]["date"], "1814-12")
        self.assertEqual(self.records("congress.talks.json", "events")["first"]["summary"], "They talk.")

    def test_both_added(self):
        added = '"mark": "circle" },\n    { "id": "borea", "name": "NAME", "kind": "state", "color": "#c03030", "mark": "diamond" }'
        theirs = DOCUMENT.replace('"mark": "circle" }', added.replace("NAME", "Borea of the North"))
        theirs = theirs.replace('"party": "alba"', '"party": "borea"')
        result = self.branch(DOCUMENT.replace('"mark": "circle" }', added.replace("NAME", "Borea")), theirs)
        self.assertEqual(result.returncode, 1)
        self.assertIn("Both sides added a record with the id “borea”", result.stdout + result.stderr)
        parties = self.records("congress.talks.json", "parties")
        self.assertEqual({key: party["name"] for key, party in parties.items()},
                         {"alba": "Alba", "borea": "Borea", "borea-2": "Borea of the North"})
        self.assertEqual(self.records("congress.talks.json", "positions")["claim"]["party"], "borea-2")

    def test_rename(self):
        theirs = DOCUMENT.replace('"second"', '"round-2"')
        ours = DOCUMENT.replace('"stance": "As in 1792." }', '"stance": "As in 1792." },\n    { "id": "reply", "party": "alba", '
                                '"topic": "borders", "date": "1814-12", "event": "second", "stance": "As in 1803." }')
        result = self.branch(ours.replace("A round", "A long round"), theirs)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        events = self.records("congress.talks.json", "events")
        self.assertEqual(list(events), ["first", "round-2"])
        self.assertEqual((events["round-2"]["title"], events["round-2"]["x-mood"]), ("A long round", {"grey": 1.5}))
        self.assertEqual({position["event"] for position in self.records("congress.talks.json", "positions").values()},
                         {"round-2"})

    def test_both_added_the_file(self):
        self.git("rm", "-q", "congress.talks.json")
        self.git("commit", "-q", "-m", "gone")
        result = self.branch(DOCUMENT, DOCUMENT.replace('"summary": "They meet."', '"outcome": "None."'))
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        first = self.records("congress.talks.json", "events")["first"]
        self.assertEqual((first["summary"], first["outcome"]), ("They meet.", "None."))


class Window(Case):
    TITLE = "Merge Another File"
    THEIRS = DOCUMENT.replace("They meet.", "They dance.").replace('"Borders" }', '"Borders" },\n    { "id": "poland", "name": "Poland" }')

    def open(self, theirs=THEIRS):
        self.ours = self.path("ours.talks.json")
        for path, text in ((self.ours, DOCUMENT.replace("They meet.", "They talk.")), (self.path("theirs.talks.json"), theirs),
                           (self.path("base.talks.json"), DOCUMENT)):
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        talks = self.start(self.ours)
        talks.wait_words("The congress opens")
        talks.activate("merge-file", GLib.Variant("s", self.path("theirs.talks.json")))
        self.wait_for(talks, "is taken into “ours.talks.json”")
        return talks

    def wait_for(self, talks, *words):
        return wait_for(f"{words} in the window", lambda: (lambda window: window is not None and all(
            word in window.text() for word in words) and window)(talks.window(self.TITLE)))

    def choose(self, talks, key):
        """Goes to the choice that is made in the first conflict, and from there by a key."""
        talks.focus_window(self.TITLE)
        for _ in range(20):
            node = talks.focused()
            if node is not None and node.role == "check box":
                break
            talks.key("Tab")
        talks.key(key)

    def summary(self):
        events = {event["id"]: event for event in json.loads(read(self.ours))["events"]}
        return events["first"]["summary"], [account["claim"] for account in events["first"].get("accounts", [])]

    def save(self, talks):
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)

    def test_merge_is_one_step(self):
        talks = self.open()
        self.wait_for(talks, "1 record is added · 1 record is changed · 1 conflict", "To Decide (1)", "Taken In (2)",
                      "Event “The congress opens” · Summary", "They talk.", "They dance.")
        talks.press(self.TITLE, "Merge")
        window = self.wait_for(talks, "One undo takes all of it back")
        report = wait_for("the report", lambda: next((node for node in window.walk() if node.name == "Report"), None))
        text = talks.value(report)
        for words in ("“theirs.talks.json” (theirs) was merged into “ours.talks.json” (ours).", "1 record was added.",
                      "Added: Topic “Poland”.", "Both sides changed it: “They talk.” of ours and “They dance.” of theirs"):
            self.assertIn(words, text)
        talks.answer(self.TITLE, "Close")
        talks.wait_modified(True)
        talks.key("ctrl+h")
        talks.wait_page("History", "Merge “theirs.talks.json”")
        talks.key("ctrl+z")
        talks.wait_modified(False)
        talks.key("shift+ctrl+z")
        talks.wait_modified(True)
        self.save(talks)
        self.assertEqual(self.summary(), ("They talk.", ["They talk.", "They dance."]))
        self.assertIn('"poland"', read(self.ours))
        self.stop(talks)

    def test_choices(self):
        talks = self.open()
        self.wait_for(talks, "1 conflict")
        self.choose(talks, "Left")
        self.wait_for(talks, "1 record is added · 1 record is changed · 1 conflict")
        self.assertEqual([node.name for node in talks.window(self.TITLE).all("check box") if "checked" in node.states],
                         ["Theirs"])
        talks.press(self.TITLE, "All from Ours")
        self.wait_for(talks, "1 record is added · 1 conflict", "Taken In (1)")
        self.choose(talks, "space")
        self.wait_for(talks, "1 record is added · 1 record is changed · 1 conflict")
        talks.press(self.TITLE, "Merge")
        self.wait_for(talks, "One undo")
        talks.answer(self.TITLE, "Close")
        self.save(talks)
        self.assertEqual(self.summary(), ("They dance.", []))
        self.stop(talks)

    def test_earlier_version(self):
        talks = self.open(self.THEIRS.replace("They dance.", "They meet."))
        self.wait_for(talks, "1 conflict")
        talks.press(self.TITLE, "Choose Earlier Version…")
        talks.choose_name(self.path("base.talks.json"), "Choose the Earlier Version")
        self.wait_for(talks, "Both go back to “base.talks.json”", "To Decide (0)", "Taken In (1)")
        talks.answer(self.TITLE, "Cancel")
        talks.wait_modified(False)
        self.stop(talks)

    def test_the_head_is_merged_too(self):
        talks = self.open(DOCUMENT.replace('"A congress",', '"Their congress", "license": "CC0-1.0",'))
        self.wait_for(talks, "2 records are changed", "Timeline · Title", "Their congress")
        talks.press(self.TITLE, "All from Theirs")
        talks.press(self.TITLE, "Merge")
        self.wait_for(talks, "One undo")
        talks.answer(self.TITLE, "Close")
        talks.take_window("• Their congress")
        self.save(talks)
        document = json.loads(read(self.ours))
        self.assertEqual((document["title"], document["license"]), ("Their congress", "CC0-1.0"))
        self.stop(talks)

    def test_what_is_not_known_is_told(self):
        talks = self.open(DOCUMENT.replace('"Gentz" }] }', '"Gentz" }] },\n' + NEW_SOURCE))
        self.wait_for(talks, "One record of theirs holds something that Talks does not know, which is left out.")
        talks.answer(self.TITLE, "Cancel")
        self.stop(talks)

    def test_unreadable_and_bundled(self):
        path = self.path("none.talks.json")
        talks = self.start()
        talks.wait_page("Event", "first direct Russia-Ukraine talks")
        talks.activate("merge-file", GLib.Variant("s", path))
        talks.answer(QUESTION_OF_COPY, "Cancel")
        talks.activate("open-file", GLib.Variant("s", self.write_document()))
        talks.wait_words("The congress opens")
        talks.activate("merge-file", GLib.Variant("s", path))
        talks.wait_words("none.talks.json")
        self.assertIsNone(talks.window(self.TITLE))
        self.stop(talks)

    def write_document(self):
        path = self.path("document.talks.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write(DOCUMENT)
        return path


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    Case.program = PROGRAM
    unittest.main(verbosity=2)
