# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson from beginning to end: a laptop with a projector beside it, and a teacher who has a keyboard.

The two monitors are those of RandR in one Xvfb (talks_monitors.py), with openbox to put windows on them.
"""

import functools
import json
import os
import random
import re
import subprocess
import sys
import unittest

from talks_editing import Editing, says
from talks_monitors import Monitors
from talks_ui import wait_for

PROGRAM = None
LAPTOP = (0, 0, 1600, 1000)
PROJECTOR = (1600, 0, 1280, 720)
CONSOLE = "Presenter’s Screen"
STAGE = "Stage"


def text_of(value, lang="en"):
    if isinstance(value, dict):
        return value.get(lang) or next(iter(value.values()))
    return value


def read_document():
    with open(os.environ["TALKS_TEST_DOCUMENT"], encoding="utf-8") as file:
        return json.load(file)


class TwoScreens(unittest.TestCase):
    """A desktop with a laptop's screen and a projector, and a window of Talks on the laptop."""

    @classmethod
    def setUpClass(cls):
        cls.document = read_document()
        cls.tour = cls.document["tours"][0]
        cls.steps = cls.tour["steps"]
        cls.events = {event["id"]: event for event in cls.document["events"]}
        cls.monitors = Monitors()
        cls.monitors.add("laptop", *LAPTOP)
        cls.monitors.add("projector", *PROJECTOR)
        cls.desktop = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for("the window manager", cls.monitors.has_window_manager)
        # Nothing is pointed at: no tooltip comes in between.
        subprocess.run(["xdotool", "mousemove", "5", "995"], check=True)
        os.environ["LD_PRELOAD"] = os.environ["TALKS_TWO_MONITORS_SHIM"]
        try:
            cls.talks = Editing(PROGRAM, *cls.arguments())
        finally:
            del os.environ["LD_PRELOAD"]
        cls.talks.wait_page("Event", "Istanbul")

    @classmethod
    def tearDownClass(cls):
        output, status = cls.talks.stop()
        cls.desktop.terminate()
        cls.desktop.wait()
        for name in list(cls.monitors.names):
            cls.monitors.remove(name)
        assert (output, status) == ("", 0), (output, status)

    @classmethod
    def arguments(cls):
        return []

    def tearDown(self):
        self.assertEqual(self.talks.new_output(), "")

    # ---- what is seen ----

    def open_dialog(self):
        self.talks.focus()
        self.talks.key("F5")
        dialog = wait_for("the choice of what to present", lambda: self.talks.window("Present"))
        self.talks.focus_window("Present")
        return dialog

    def stage_lines(self):
        """All that the stage says, line by line; what covers it when it is covered. None while there is none."""
        stage = self.talks.window(STAGE)
        image = stage and stage.find(STAGE, "image")
        return self.talks.description(image).split("\n") if image else None

    def wait_lines(self, what, condition):
        lines = None

        def ready():
            nonlocal lines
            lines = self.stage_lines()
            return lines is not None and condition(lines) and lines

        try:
            return wait_for(what, ready)
        except AssertionError as error:
            raise AssertionError(f"{error}; the stage says {lines}") from None

    def wait_step(self, number):
        """What the stage says at a step, as soon as it is there."""
        start = f"Step {number} of {len(self.steps)} "
        return self.wait_lines(f"step {number}", lambda lines: lines[0].startswith(start))

    def console(self):
        return wait_for("the console", lambda: self.talks.window(CONSOLE))

    def wait_console(self, words):
        wait_for(f"“{words}” on the console", lambda: words in self.console().text())

    def place_of(self, title):
        """Where a window is on the screen: x, y, width, height."""
        window = self.talks.x_window(title)
        if window is None:
            return None
        found = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True,
                               check=False).stdout
        numbers = dict(line.split("=") for line in found.split())
        return tuple(int(numbers[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")) if numbers else None

    def wait_place(self, title, place):
        wait_for(f"“{title}” at {place}", lambda: self.place_of(title) == place)


class Lesson(TwoScreens):
    """Each test has a lesson that has just begun."""

    def setUp(self):
        self.open_dialog()
        self.talks.key("Return")
        self.wait_lines("the stage", lambda lines: lines[0].startswith("Step "))
        self.talks.focus_window(CONSOLE)
        # It may go on where the last one was ended.
        self.talks.key("Home")
        self.wait_step(1)
        self.wait_place(STAGE, PROJECTOR)
        self.talks.focus_window(CONSOLE)

    def tearDown(self):
        if "projector" not in self.monitors.names:
            self.monitors.add("projector", *PROJECTOR)
        for _ in range(5):
            if self.talks.window(STAGE) is None and self.talks.window(CONSOLE) is None:
                break
            title = CONSOLE if self.talks.window(CONSOLE) else STAGE
            self.talks.focus_window(title)
            self.talks.key("Escape")
            try:
                wait_for("the end", lambda: self.talks.window(title) is None, 1)
            except AssertionError:
                continue
        self.assertIsNone(self.talks.window(STAGE))
        super().tearDown()

    # ---- a whole lesson ----

    @staticmethod
    @functools.cache
    def words_of_date(date):
        answer = subprocess.run([PROGRAM, "--explain-date", date], capture_output=True, text=True, check=True).stdout
        return answer.rstrip("\n").split("\t")[4]

    def check_positions(self, step, lines):
        """Every card says what that party has stated by then, and when, in the words of the document."""
        parties = {text_of(party.get("short", party["name"])): party["id"] for party in self.document["parties"]}
        topics = {text_of(topic["name"]) for topic in self.document["topics"]}
        last = re.sub(r"[~?%]", "", self.events[step["event"]]["date"].split("/")[-1])
        cards = 0
        party = None
        for line in lines:
            match = re.fullmatch(r"(.+) (?:states|stated)", line)
            if match and match.group(1) in parties:
                party = parties[match.group(1)]
                cards += 1
                stated = set()
                for position in self.document["positions"]:
                    if (position["party"] == party
                            and re.sub(r"[~?%]", "", position["date"].split("/")[0]) <= last):
                        stated |= {text_of(position.get("label", position["stance"])),
                                   self.words_of_date(position["date"])}
            elif line == "Outcome":
                party = None
            elif party:
                self.assertTrue(line in topics or line in stated, f"{party}: {line}")
        at_event = [position for position in self.document["positions"] if position.get("event") == step["event"]]
        if "positions" in step["show"] and at_event:
            self.assertGreater(cards, 0, lines)

    def check_step(self, number, step, lines):
        event = self.events[step["event"]]
        self.assertEqual(lines[0], f"Step {number} of {len(self.steps)} · {text_of(self.tour['title'])}")
        self.assertEqual(lines[1], self.words_of_date(event["date"]))
        self.assertEqual(lines[2], text_of(step["title"]))
        if "place" in event and "name" in event["place"]:
            self.assertIn(text_of(event["place"]["name"]), lines[3])
        self.assertIn(text_of(step["text"]), lines)
        self.check_positions(step, lines)
        if "outcome" in step["show"] and "outcome" in event:
            self.assertIn(text_of(event["outcome"]), lines[lines.index("Outcome"):])
        else:
            self.assertNotIn("Outcome", lines)

    def test_whole_lesson_by_a_clicker(self):
        for number, step in enumerate(self.steps, 1):
            with self.subTest(step=number):
                self.check_step(number, step, self.wait_step(number))
                self.wait_console(f"step {number} of {len(self.steps)}")
                names = self.console().names()
                self.assertIn(text_of(step["notes"]), names)
                if number < len(self.steps):
                    self.assertIn(text_of(self.steps[number]["title"]), names)
                else:
                    self.assertIn("This is the last step.", names)
            self.talks.key("Page_Down")
        self.wait_step(len(self.steps))
        # One more does nothing, and all the way back.
        for number in range(len(self.steps) - 1, 0, -1):
            self.talks.key("Page_Up")
            self.wait_step(number)

    # ---- keys ----

    def test_going(self):
        last = len(self.steps)
        for keys, number in ((("Right",), 2), (("space",), 3), (("Down",), 4), (("Left",), 3), (("Up",), 2),
                             (("shift+space",), 1), (("End",), last), (("Home",), 1), (("1", "2", "Return"), 12),
                             (("7", "Return"), 7), (("9", "9", "Return"), last), (("5", "BackSpace", "4", "Return"), 4),
                             (("KP_3", "KP_Enter"), 3)):
            self.talks.key(*keys)
            self.wait_step(number)
        # A number is seen while it is typed, and Escape takes it back.
        self.talks.key("1", "1")
        self.wait_console("Step 11: Return")
        self.talks.key("Escape")
        wait_for("no number", lambda: "Step 11: Return" not in self.console().text())
        self.wait_step(3)

    def test_covers(self):
        black = ["The screen is black."]
        white = ["The screen is white."]
        self.talks.key("b")
        self.wait_lines("black", lambda lines: lines == black)
        self.talks.key("w")
        self.wait_lines("white", lambda lines: lines == white)
        self.talks.key("w")
        self.wait_step(1)
        self.talks.key("b")
        self.wait_lines("black", lambda lines: lines == black)
        # What was covered is seen before anything else.
        self.talks.key("Page_Down")
        self.wait_step(1)
        self.talks.key("Page_Down")
        self.wait_step(2)

    def test_outcomes(self):
        number, step = next((i, step) for i, step in enumerate(self.steps, 1) if "outcome" in step["show"]
                            and "outcome" in self.events[step["event"]] and i < len(self.steps)
                            and "outcome" in self.steps[i]["show"] and "outcome" in self.events[self.steps[i]["event"]])
        outcome = text_of(self.events[step["event"]]["outcome"])
        following = text_of(self.events[self.steps[number]["event"]]["outcome"])
        self.talks.key(*str(number), "Return")
        self.assertIn(outcome, self.wait_step(number))
        self.talks.key("h")
        self.wait_lines("no outcome", lambda lines: outcome not in lines)
        self.wait_console("outcome hidden")
        self.talks.key("h")
        self.wait_lines("the outcome", lambda lines: outcome in lines)
        # The next one is hidden until it is asked for, this one is not any more.
        self.talks.key("Page_Down")
        self.assertNotIn(following, self.wait_step(number + 1))
        self.talks.key("h")
        self.wait_lines("the outcome", lambda lines: following in lines)
        self.talks.key("Page_Up")
        self.assertIn(outcome, self.wait_step(number))

    def test_keys_are_told(self):
        self.talks.key("question")
        self.wait_console("The step before")
        self.talks.key("Escape")
        wait_for("no list of keys", lambda: "The step before" not in self.console().text())
        self.wait_step(1)

    def test_end(self):
        self.talks.key("Page_Down", "Escape")
        wait_for("the end", lambda: self.talks.window(STAGE) is None and self.talks.window(CONSOLE) is None)
        self.assertIsNotNone(self.talks.window())
        # Ended by a slip, it goes on where it was; from the start if one wants to.
        dialog = self.open_dialog()
        self.assertIsNotNone(dialog.find(start="Go on at step 2") or dialog.find(start="_Go on at step 2"))
        self.talks.key("Return")
        self.wait_step(2)
        self.talks.focus_window(CONSOLE)
        self.talks.key("Escape")
        wait_for("the end", lambda: self.talks.window(CONSOLE) is None)
        self.open_dialog()
        self.talks.key("Tab", "space")
        self.talks.press("Present", "Present")
        self.wait_step(1)

    # ---- the console ----

    def press(self, label):
        def find():
            return next((node for node in self.console().walk()
                         if node.role in ("button", "62") and says(node, label) and "sensitive" in node.states), None)

        self.talks.click(wait_for(f"the button “{label}”", find))

    def test_buttons(self):
        self.press("Next")
        self.wait_step(2)
        self.press("Previous")
        self.wait_step(1)
        self.press("Black screen")
        self.wait_lines("black", lambda lines: lines == ["The screen is black."])
        self.press("White screen")
        self.wait_lines("white", lambda lines: lines == ["The screen is white."])
        self.press("White screen")
        self.wait_step(1)
        card = wait_for("the card of step 7", lambda: next(
            (node for node in self.console().walk() if node.name.startswith("Step 7: ")), None))
        self.talks.click(card)
        self.wait_step(7)
        self.press("Hide outcomes")
        self.wait_console("outcome hidden")
        self.press("Show the outcome")
        self.wait_console("outcome shown")
        self.press("Swap screens")
        self.wait_place(STAGE, LAPTOP)
        self.wait_place(CONSOLE, PROJECTOR)
        self.press("Swap screens")
        self.wait_place(STAGE, PROJECTOR)
        self.wait_place(CONSOLE, LAPTOP)
        self.wait_step(7)
        self.press("End")
        wait_for("the end", lambda: self.talks.window(CONSOLE) is None)

    def test_language(self):
        # Apart from that of the windows and of the notes: by the keyboard, in the list of languages.
        for _ in range(30):
            node = self.talks.focused()
            if node is not None and (node.name.startswith("Language") or node.parent is not None
                                     and node.parent.name.startswith("Language")):
                break
            self.talks.key("Tab")
        self.talks.key("Return", "Down", "Return")
        title = text_of(self.steps[0]["title"], "uk")
        lines = self.wait_lines("the stage in Ukrainian", lambda lines: title in lines)
        self.assertIn(text_of(self.steps[0]["text"], "uk"), lines)
        # The stage's own words too, though the windows' language has no catalogue.
        self.assertTrue(lines[0].startswith(f"Крок 1 із {len(self.steps)} "), lines[0])
        self.assertIn("лютого", lines[1])
        self.assertIn(text_of(self.steps[0]["notes"]), self.console().names())
        self.talks.key("Escape")
        wait_for("the end", lambda: self.talks.window(CONSOLE) is None)
        # It is the language of the next lesson, too; back by the choice before it.
        dialog = self.open_dialog()
        self.assertIsNotNone(dialog)
        self.talks.key("Tab", "Return", "Up", "Return")
        self.talks.press("Present", "Present")
        self.wait_lines("the stage in English", lambda lines: text_of(self.steps[0]["title"]) in lines)

    # ---- screens ----

    def test_projector_goes_and_comes(self):
        self.talks.key("9", "Return", "h")
        self.wait_step(9)
        self.monitors.remove("projector")
        wait_for("no stage", lambda: self.talks.window(STAGE) is None)
        self.wait_console("The projector is gone.")
        self.wait_console("step 9 of 14 · outcome hidden")
        # It goes on meanwhile.
        self.talks.focus_window(CONSOLE)
        self.talks.key("Page_Down")
        self.wait_console("step 10 of 14")
        self.monitors.add("projector", *PROJECTOR)
        self.wait_step(10)
        self.wait_place(STAGE, PROJECTOR)
        self.wait_place(CONSOLE, LAPTOP)
        wait_for("no word of a projector", lambda: "The projector is gone." not in self.console().text())

    def test_one_screen(self):
        self.monitors.remove("projector")
        self.wait_console("The projector is gone.")
        self.talks.focus_window(CONSOLE)
        self.talks.key("s")
        self.wait_step(1)
        wait_for("the stage alone", lambda: self.talks.window(CONSOLE) is None)
        self.wait_place(STAGE, LAPTOP)
        self.talks.focus_window(STAGE)
        self.talks.key("Page_Down")
        self.wait_step(2)
        # The controls hide, and Tab brings them.
        wait_for("no controls", lambda: self.talks.window(STAGE).find("Next", "button") is None)
        self.talks.key("Tab")
        wait_for("the controls", lambda: self.talks.window(STAGE).find("Next", "button"))
        self.monitors.add("projector", *PROJECTOR)
        self.wait_place(CONSOLE, LAPTOP)
        self.wait_step(2)

    # ---- endurance ----

    def memory(self):
        """Resident, in KiB."""
        with open(f"/proc/{self.talks.process.pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024

    def walk(self, chance, n_steps):
        """That many steps to and fro; the number of the last one."""
        last = len(self.steps)
        number = 1
        self.talks.key("Home")
        for _ in range(n_steps // 50):
            keys = []
            for _ in range(50):
                kind = chance.randrange(6)
                if kind <= 1:
                    keys.append("Page_Down")
                    number = min(number + 1, last)
                elif kind == 2:
                    keys.append("Page_Up")
                    number = max(number - 1, 1)
                else:
                    number = chance.randrange(last) + 1
                    keys += [*str(number), "Return"]
            self.talks.key(*keys)
            self.wait_step(number)

    def test_many_steps_leave_memory_flat(self):
        n_steps = 5000 if os.environ.get("TALKS_TEST_LONG") else 1000
        seed = random.randrange(10 ** 6)
        print(f"seed {seed}", file=sys.stderr)
        chance = random.Random(seed)
        self.walk(chance, 300)
        before = self.memory()
        self.walk(chance, n_steps)
        after = self.memory()
        print(f"{n_steps} steps: {before} KiB before, {after} KiB after", file=sys.stderr)
        self.assertLess(after - before, 12000)


class Free(TwoScreens):
    """A view of the main window on the projector."""

    def projected(self):
        return self.talks.window("On the Projector")

    def press_main(self, label):
        def find():
            return next((node for node in self.talks.window().walk()
                         if node.role in ("button", "62") and says(node, label) and "sensitive" in node.states), None)

        self.talks.click(wait_for(f"the button “{label}”", find))

    def test_view(self):
        self.open_dialog()
        # Timeline, Positions and Participants are the last ones.
        self.talks.key("End", "Up", "Up", "Return")
        wait_for("the projector’s window", self.projected)
        self.wait_place("On the Projector", PROJECTOR)

        def says_day(day):
            return lambda: any(name == f"as of {day}" for name in self.projected().names())

        self.press_main("Positions")
        wait_for("the positions", says_day("16 May 2025"))
        self.talks.focus()
        # What is selected is followed …
        self.go_to("29 March 2022")
        wait_for("the day there", says_day("29 March 2022"))
        # … and held until it is to be shown.
        self.press_main("Follow")
        self.talks.focus()
        self.go_to("28 February 2022")
        wait_for("the day here", lambda: "as of 28 February 2022" in self.talks.window().names())
        self.assertTrue(says_day("29 March 2022")())
        self.press_main("Show Now")
        wait_for("the day there", says_day("28 February 2022"))
        self.press_main("Participants")
        wait_for("the participants", lambda: "Participants" in self.projected().names())
        # What is scrolled here is scrolled there when it is to be shown, the first line above the panel then …
        first = wait_for("the first line", lambda: next(
            (node for node in self.projected().walk() if re.search(r", \d+ people$", node.name)), None))
        at_rest = self.talks.extents(first)[1]
        self.scroll_participants(5, 60)
        self.assertEqual(self.talks.extents(first)[1], at_rest)
        self.press_main("Show Now")
        wait_for("the end of the list", lambda: self.talks.extents(first)[1] < at_rest - 500)
        # … and at once while it is followed.
        self.press_main("Follow")
        self.scroll_participants(4, 90)
        wait_for("its beginning", lambda: self.talks.extents(first)[1] == at_rest)
        # And by a page where nothing is scrolled here.
        self.press_main("A page down on the projector")
        wait_for("a page down", lambda: self.talks.extents(first)[1] < at_rest - 200)
        self.press_main("A page up on the projector")
        wait_for("a page up", lambda: self.talks.extents(first)[1] == at_rest)
        self.talks.focus_window("On the Projector")
        self.talks.key("Escape")
        wait_for("the end", lambda: self.projected() is None)
        wait_for("no bar", lambda: "Show Now" not in self.talks.window().text())

    @staticmethod
    def scroll_participants(button, n):
        """Turns the wheel over the left pane."""
        subprocess.run(["xdotool", "mousemove", "120", "700", "click", "--repeat", str(n), "--delay", "20", str(button),
                        "mousemove", "5", "995"], check=True)

    def go_to(self, date):
        self.talks.key("ctrl+l")
        wait_for("Go to Date", lambda: self.talks.window("Go to Date"))
        wait_for("its entry", lambda: (self.talks.focused() or self.talks.window()).name == "Date")
        self.talks.type(date)
        self.talks.key("Return")
        wait_for("Go to Date closed", lambda: self.talks.window("Go to Date") is None)
        self.talks.focus()


class Tours(TwoScreens):
    """A tour is made of what is found, put in another order, and presented."""

    @classmethod
    def arguments(cls):
        cls.file = os.path.join(os.environ["HOME"], "own.talks.json")
        with open(os.environ["TALKS_TEST_DOCUMENT"], encoding="utf-8") as source:
            with open(cls.file, "w", encoding="utf-8") as own:
                own.write(source.read())
        return [cls.file]

    def tours(self):
        with open(self.file, encoding="utf-8") as file:
            return json.load(file)["tours"]

    def test_keep_and_reorder(self):
        talks = self.talks
        talks.key("ctrl+f")
        wait_for("the search entry", lambda: (talks.focused() or talks.window()).name == "Search everything")
        talks.type("dolmabahce")
        wait_for("hits", lambda: talks.page("Search") and talks.page("Search").all("list item"))
        dialog = self.open_dialog()
        found = next(name for name in dialog.names() if name.startswith("What is found: “dolmabahce”"))
        n_found = int(re.search(r"(\d+) steps", found).group(1))
        self.assertGreater(n_found, 2)
        talks.key(*["Down"] * len(self.document["tours"]))
        talks.press("Present", "Keep as a Tour")
        # One step of the history, and it is offered at once.
        dialog = wait_for("the tour among the offers", lambda: talks.window("Present") and next(
            (name for name in talks.window("Present").names() if name.startswith("dolmabahce")), None))
        talks.press("Present", "Edit the Tour…")
        wait_for("the form", lambda: talks.window("Edit Tour"))
        talks.focus_window("Edit Tour")
        # The first step goes below the second, and then the third.
        down = wait_for("the way down", lambda: next(
            (node for node in talks.window("Edit Tour").walk() if re.fullmatch(r"Move “.*” down", node.name)), None))
        talks.click(down)
        # By the keyboard it goes on from there.
        wait_for("the step in its new place", lambda: [node.name for node in talks.window("Edit Tour").walk()
                                                       if re.fullmatch(r"Move “.*” down", node.name)][1] == down.name)
        talks.focus_window("Edit Tour")
        talks.tab_to(down.name)
        talks.key("alt+Down")
        wait_for("the step below that", lambda: [node.name for node in talks.window("Edit Tour").walk()
                                                 if re.fullmatch(r"Move “.*” down", node.name)][2] == down.name)
        talks.press("Edit Tour", "Apply")
        talks.wait_gone("Edit Tour")
        talks.focus()
        talks.key("ctrl+s")
        talks.wait_modified(False)
        tours = self.tours()
        self.assertEqual(len(tours), 4)
        steps = [step["event"] for step in tours[3]["steps"]]
        self.assertEqual(len(steps), n_found)
        days = [re.sub(r"[~?%]", "", self.events[event]["date"]) for event in steps]
        self.assertEqual([days[2], days[0], days[1], *days[3:]], sorted(days))
        talks.key("Escape")
        wait_for("no search", lambda: not talks.page("Search"))
        talks.key("ctrl+z", "ctrl+z", "ctrl+s")
        wait_for("three tours again", lambda: len(self.tours()) == 3)


class Many(TwoScreens):
    """More tours and languages than there is room for."""

    LANGUAGES = ["a" + letter for letter in "abcdefghijklmnopqrstuvwxyz"] + ["en-x-nobody-else-speaks-this-one"]

    @classmethod
    def arguments(cls):
        document = read_document()
        steps = document["tours"][0]["steps"][:2]
        for i in range(40):
            document["tours"].append({"id": f"many-{i}", "title": f"A tour with a very long title, number {i} " * 8,
                                      "description": "Words. " * 200, "steps": steps})
        document["events"][0]["note"] = {"en": "Note.", **{language: "Note." for language in cls.LANGUAGES}}
        file = os.path.join(os.environ["HOME"], "many.talks.json")
        with open(file, "w", encoding="utf-8") as many:
            json.dump(document, many)
        return [file]

    def test_dialog(self):
        # With the offer to go on where a lesson ended it is highest.
        self.open_dialog()
        self.talks.key("Return")
        self.wait_lines("the stage", lambda lines: lines[0].startswith("Step 1 "))
        self.talks.focus_window(CONSOLE)
        self.talks.key("Page_Down", "Escape")
        wait_for("the end", lambda: self.talks.window(STAGE) is None and self.talks.window(CONSOLE) is None)
        self.open_dialog()
        # A laptop's screen of 1024 × 700 has room for it, with what its window manager puts around.
        width, height = self.place_of("Present")[2:]
        self.assertLessEqual(width, 1000)
        self.assertLessEqual(height, 650)
        # The last row is below those that there is room for.
        self.talks.key("End")
        row = wait_for("the last row", lambda: next((node for node in self.talks.window("Present").walk()
                                                     if node.name.startswith("Participants ·")), None))
        wait_for("it in view", lambda: 0 < self.talks.extents(row)[1] < height)
        self.talks.key("Escape")
        wait_for("no dialog", lambda: self.talks.window("Present") is None)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
