# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing on the canvas with the pointer and the keyboard, and what the file that is saved holds."""

import json
import subprocess
import sys
import time

from talks_editing import Case, main, read, says, write
from talks_ui import wait_for

# Days are wide enough to be pointed at.
DOCUMENT = """{
  "format": "talks-timeline",
  "version": 1,
  "title": "A month",
  "language": "en",
  "lanes": [
    { "id": "lane-talks", "name": "Talks", "kinds": ["talks"] },
    { "id": "lane-calls", "name": "Calls", "kinds": ["call"] }
  ],
  "parties": [
    { "id": "alba", "name": "Alba", "kind": "state", "color": "#1f63d0", "mark": "circle" }
  ],
  "participants": [
    { "id": "ann", "name": "Ann", "party": "alba", "sources": ["letters"] }
  ],
  "events": [
    { "id": "first", "date": "1815-03-02", "kind": "talks", "title": "First", "sources": ["letters"] },
    { "id": "visit", "date": "1815-03-05/1815-03-12", "kind": "call", "title": "Visit", "sources": ["letters"] },
    { "id": "second", "date": "1815-03-10", "kind": "talks", "title": "Second", "sources": ["letters"] },
    { "id": "third", "date": "1815-03-18", "kind": "talks", "title": "Third", "sources": ["letters"] },
    { "id": "last", "date": "1815-03-26", "kind": "call", "title": "Last", "sources": ["letters"] }
  ],
  "positions": [],
  "sources": [
    { "id": "letters", "type": "book", "title": "Letters" }
  ]
}
"""
VISIT_DAYS = 8


class Canvas(Case):
    def setUp(self):
        super().setUp()
        self.file = self.path("month.talks.json")
        write(self.file, DOCUMENT)
        self.talks = self.start(self.file)
        self.talks.wait_words("Third")
        self.border = self.find_border()

    # ---- eyes ----

    def find_border(self):
        def find():
            window = self.talks.window()
            return window and self.talks.extents(window)

        inner = wait_for("the size of the window", find)
        outer = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.talks.xid], check=True,
                               capture_output=True, text=True).stdout
        sizes = dict(line.split("=") for line in outer.splitlines())
        self.assertEqual((sizes["X"], sizes["Y"]), ("0", "0"))
        return (int(sizes["WIDTH"]) - inner[2]) // 2

    def node(self, title):
        """The stand-in of an event on the canvas; None if there is none."""
        window = self.talks.window()
        return window and next((node for node in window.all("list item") if f": {title};" in node.name), None)

    def place(self, title):
        """Where an event is drawn on the screen: left, top, right, bottom."""
        before = None

        def find():
            # The stand-ins follow what is drawn a moment later.
            nonlocal before
            node = self.node(title)
            now, before = before, self.talks.extents(node) if node else None
            time.sleep(0.15)
            return now is not None and now == before and now

        x, y, width, height = wait_for(f"the event {title} on the canvas", find)
        return x + self.border, y + self.border, x + self.border + width, y + self.border + height

    def middle(self, title):
        left, top, right, bottom = self.place(title)
        return (left + right) // 2, (top + bottom) // 2

    def day(self):
        """Pixels a day; the bar tells it."""
        left, _, right, _ = self.place("Visit")
        return (right - left) / VISIT_DAYS

    def description(self, title):
        """What a screen reader adds to an event."""
        return self.talks.description(wait_for(f"the event {title} on the canvas", lambda: self.node(title)))

    def canvas(self):
        return wait_for("the timeline", lambda: self.talks.window().find(start="Timeline: "))

    def button(self, start):
        return next((node.name for node in self.talks.window().all("button") if node.name.startswith(start)), None)

    # ---- hands ----

    def mouse(self, *words):
        subprocess.run(["xdotool", *(str(word) for word in words)], check=True)

    def click(self, title, modifier=None, button=1):
        x, y = self.middle(title)
        self.mouse("mousemove", "--sync", x, y)
        if modifier:
            self.mouse("keydown", modifier)
        self.mouse("click", button)
        if modifier:
            self.mouse("keyup", modifier)

    def drag(self, start, end, modifier=None, hold=0.0):
        """From point to point, in steps as a hand does; hold: seconds before it lets go."""
        self.mouse("mousemove", "--sync", *start)
        if modifier:
            self.mouse("keydown", modifier)
        self.mouse("mousedown", 1)
        for step in range(1, 6):
            self.mouse("mousemove", "--sync", *(round(a + (b - a) * step / 5) for a, b in zip(start, end)))
        if hold:
            self.mouse("sleep", hold)
        self.mouse("mouseup", 1)
        if modifier:
            self.mouse("keyup", modifier)

    def drag_by(self, title, days, modifier=None):
        x, y = self.middle(title)
        self.drag((x, y), (x + round(days * self.day()), y), modifier)

    # ---- what came of it ----

    def wait_step(self, name):
        wait_for(f"the step “{name}”", lambda: self.button("Undo: ") == f"Undo: {name} (Ctrl+Z)")

    def events(self):
        """Saves, and reads the events as another program does."""
        self.talks.focus()
        self.talks.key("ctrl+s")
        self.talks.wait_modified(False)
        return json.loads(read(self.file))["events"]

    def dates(self):
        return {event["id"]: event["date"] for event in self.events()}

    def assert_dates(self, **changed):
        """Those that are not named are as they were."""
        before = {event["id"]: event["date"] for event in json.loads(DOCUMENT)["events"]}
        self.assertEqual(self.dates(), {**before, **changed})


class One(Canvas):
    """One event at a time."""

    def test_drag_moves_by_days_and_is_one_step(self):
        self.drag_by("Second", 3.3)
        self.wait_step("Move “Second”: 13 March 1815")
        self.assert_dates(second="1815-03-13")
        # Only that line of the file is another.
        lines = [(a, b) for a, b in zip(DOCUMENT.splitlines(), read(self.file).splitlines()) if a != b]
        self.assertEqual([b for a, b in lines], [lines[0][0].replace("03-10", "03-13")])
        self.talks.key("ctrl+z")
        self.talks.wait_modified(True)
        self.assert_dates()
        self.talks.key("ctrl+shift+z")
        self.talks.wait_modified(True)
        self.assert_dates(second="1815-03-13")
        self.stop(self.talks)

    def test_drag_moves_and_stretches_a_bar(self):
        left, top, right, bottom = self.place("Visit")
        y = (top + bottom) // 2
        day = self.day()
        self.drag((right - 2, y), (right - 2 + round(2 * day), y))
        self.wait_step("Change how long “Visit” lasted: 5–14 March 1815")
        self.drag((left + 2, y), (left + 2 + round(day), y))
        self.wait_step("Change how long “Visit” lasted: 6–14 March 1815")
        x, y = self.middle("Visit")
        self.drag((x, y), (x - round(3 * day), y))
        self.wait_step("Move “Visit”: 3–11 March 1815")
        self.assert_dates(visit="1815-03-03/1815-03-11")
        self.stop(self.talks)

    def test_escape_puts_back_what_is_dragged(self):
        x, y = self.middle("Second")
        self.mouse("mousemove", "--sync", x, y)
        self.mouse("mousedown", 1)
        for step in 20, 40, 60:
            self.mouse("mousemove", "--sync", x + step, y)
        self.talks.key("Escape")
        self.mouse("mouseup", 1)
        self.talks.wait_modified(False)
        self.assertEqual(self.button("Nothing to undo"), "Nothing to undo")
        self.stop(self.talks)

    def test_keys(self):
        talks = self.talks
        self.click("Visit")
        talks.wait_page("Event", "Visit")
        for key, words in (("ctrl+Right", "Move “Visit”: 6–13 March 1815"),
                           ("ctrl+shift+Left", "Move “Visit”: 27 February – 6 March 1815"),
                           ("ctrl+shift+Right", "Move “Visit”: 6–13 March 1815"),
                           ("shift+Right", "Change how long “Visit” lasted: 6–14 March 1815"),
                           ("shift+Left", "Change how long “Visit” lasted: 6–13 March 1815"),
                           ("shift+Home", "Change how long “Visit” lasted: 5–13 March 1815"),
                           ("shift+End", "Change how long “Visit” lasted: 6–13 March 1815"),
                           ("shift+End", "Change how long “Visit” lasted: 7–13 March 1815")):
            with self.subTest(key):
                talks.key(key)
                self.wait_step(words)
        talks.key("ctrl+d")
        self.wait_step("Duplicate “Visit”")
        talks.key("ctrl+Right")
        self.wait_step("Move “Visit”: 8–14 March 1815")
        self.assertEqual([(event["id"], event["date"]) for event in self.events()][1:3],
                         [("visit", "1815-03-07/1815-03-13"), ("visit-2", "1815-03-08/1815-03-14")])
        talks.key("Delete")
        self.wait_step("Delete “Visit”")
        self.assert_dates(visit="1815-03-07/1815-03-13")
        self.stop(talks)

    def test_double_click_adds_where_it_is(self):
        talks = self.talks
        # At noon of that day, in the lane of the talks.
        x = self.place("Visit")[0] + round((15 - 5 + 0.5) * self.day())
        self.mouse("mousemove", "--sync", x, self.middle("Second")[1])
        self.mouse("click", "--repeat", 2, "--delay", 60, 1)
        talks.fill_event("Fourth")
        talks.wait_words("Fourth")
        added = [event for event in self.events() if event["title"] in ("Fourth", {"en": "Fourth"})]
        self.assertEqual([(event["date"], event["kind"]) for event in added], [("1815-03-15", "talks")])
        self.stop(talks)

    def test_the_picture_follows_to_the_edge(self):
        talks = self.talks
        self.click("Second")
        talks.key("ctrl+plus", "ctrl+plus", "ctrl+plus", "ctrl+plus")
        wait_for("the days to be wider", lambda: self.node("Second") and self.day() > 50)
        day = self.day()
        window = self.talks.extents(talks.window())
        x, y = self.middle("Second")
        # As far as the canvas reaches is not as far as it goes.
        left, _, width, _ = self.talks.extents(self.canvas())
        right = left + width + self.border
        reach = (right - x) / day
        self.assertLess(reach, 12)
        self.drag((x, y), (right - 8, y), hold=2.5)
        self.talks.wait_modified(True)
        moved = int(self.dates()["second"][-2:])
        self.assertGreater(moved - 10, reach + 2)
        self.assertGreater(window[2], right)
        self.stop(talks)


class Several(Canvas):
    """Several events as one."""

    def test_marked_by_click_and_dragged_together(self):
        talks = self.talks
        self.click("First", "ctrl")
        self.click("Third", "ctrl")
        self.click("Visit", "ctrl")
        wait_for("three marks", lambda: "3 events marked" in self.talks.description(self.canvas()))
        self.click("Third", "ctrl")
        wait_for("two marks", lambda: self.description("Third") == "")
        self.assertEqual(self.description("First"), "Marked")
        self.drag_by("Visit", 4)
        self.wait_step("Move 2 events: 4 days later")
        self.assert_dates(first="1815-03-06", visit="1815-03-09/1815-03-16")
        # They stay marked; one that is not goes alone.
        self.drag_by("Last", -1)
        self.wait_step("Move “Last”: 25 March 1815")
        talks.key("ctrl+z", "ctrl+z")
        self.wait_step_none()
        self.assert_dates()
        self.stop(talks)

    def wait_step_none(self):
        wait_for("nothing to undo", lambda: self.button("Nothing to undo"))

    def test_frame_and_keys(self):
        talks = self.talks
        first, second = self.place("First"), self.place("Second")
        self.drag((first[0] - 12, first[1] - 4), (second[0] + 20, second[3] + 2), "ctrl")
        wait_for("two marks", lambda: self.description("Second") == "Marked")
        self.assertEqual((self.description("First"), self.description("Visit"), self.description("Third")),
                         ("Marked", "", ""))
        talks.key("ctrl+Right")
        self.wait_step("Move 2 events: 1 day later")
        talks.key("ctrl+shift+Right")
        self.wait_step("Move 2 events: 7 days later")
        self.assert_dates(first="1815-03-10", second="1815-03-18")
        # What they can not do together is said, and not done.
        talks.key("shift+Right")
        talks.wait_words("Only one event at a time can be made longer or shorter.")
        talks.key("ctrl+d")
        self.wait_step("Duplicate 2 events")
        talks.key("ctrl+Left")
        self.wait_step("Move 2 events: 1 day earlier")
        self.assertEqual({event["id"]: event["date"] for event in self.events() if event["id"].endswith("-2")},
                         {"first-2": "1815-03-09", "second-2": "1815-03-17"})
        talks.key("Escape")
        wait_for("no marks", lambda: self.description("First") == "")
        self.stop(talks)

    def test_all_found_are_deleted_as_one_step(self):
        talks = self.talks
        self.click("First")
        talks.key("ctrl+f")
        wait_for("the search", lambda: talks.page("Search"))
        talks.type("ir")
        wait_for("what is found", lambda: "Third" in talks.page("Search").text())
        self.click("Second")
        talks.key("ctrl+a")
        wait_for("two marks", lambda: self.description("Third") == "Marked")
        self.assertEqual((self.description("First"), self.description("Second")), ("Marked", ""))
        talks.key("Delete")
        talks.answer("Delete 2 events?", "Cancel")
        self.assertEqual(self.button("Nothing to undo"), "Nothing to undo")
        self.click_menu("Third", "Delete 2 Marked Events…")
        talks.answer("Delete 2 events?", "Delete")
        self.wait_step("Delete 2 events")
        self.assertEqual(set(self.dates()), {"visit", "second", "last"})
        talks.key("ctrl+z")
        self.talks.wait_modified(True)
        self.assert_dates()
        self.stop(talks)

    def click_menu(self, title, item):
        """Chooses from the context menu of an event."""
        self.click(title, button=3)
        def find():
            return next((node for window in self.talks.windows() for node in window.walk() if says(node, item)), None)

        self.talks.click(wait_for(f"“{item}” in the menu", find))

    def test_a_click_leaves_nothing_marked(self):
        self.click("First", "ctrl")
        self.click("Third", "ctrl")
        wait_for("two marks", lambda: self.description("Third") == "Marked")
        self.click("Second")
        wait_for("no marks", lambda: self.description("Third") == "")
        self.talks.wait_page("Event", "Second")
        self.talks.key("ctrl+Right")
        self.wait_step("Move “Second”: 11 March 1815")
        self.assert_dates(second="1815-03-11")
        self.stop(self.talks)


if __name__ == "__main__":
    main(sys.argv)
