# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: the bundled talks open, and a reader finds in the window what they look for."""

import json
import os
import sys

from talks_ui import OneProgram, main, wait_for

LATEST = "Istanbul: first direct Russia-Ukraine talks since 2022"


class Window(OneProgram):
    ready = ("Event", LATEST)

    def setUp(self):
        """Every test begins with the details of the latest round, and no search."""
        if self.talks.page("Search"):
            self.talks.key("Escape")
            wait_for("no search", lambda: not self.talks.page("Search"))
        self.talks.key("ctrl+t")
        self.talks.wait_page("Event", LATEST)

    # ---- helpers ----

    def heading(self):
        """The title of the event whose details are shown."""
        page = self.talks.page("Event")
        heading = page and page.find(role="heading")
        return heading.name if heading else None

    def wait_heading(self, title):
        wait_for(f"the details of “{title}”", lambda: self.heading() == title)

    def timeline(self):
        # The tree can not be read while it changes.
        window = wait_for("the window", self.talks.window)
        return next((node for node in window.all("list") if node.name.startswith("Timeline:")), None)

    def items(self):
        return [node.name for node in self.timeline().all("list item")]

    def focus_timeline(self):
        """Goes there by F6, as a reader without a pointer would."""
        for _ in range(4):
            node = self.talks.focused()
            if node is not None and (node.name.startswith("Timeline:")
                                     or node.parent is not None and node.parent.name.startswith("Timeline:")):
                return
            self.talks.key("F6")
        self.fail("F6 does not lead to the timeline")

    def go_to(self, date):
        self.talks.key("ctrl+l")
        dialog = wait_for("Go to Date", lambda: self.talks.window("Go to Date"))
        wait_for("its entry", lambda: (self.talks.focused() or dialog).name == "Date")
        self.talks.type(date)
        self.talks.key("Return")
        wait_for("Go to Date closed", lambda: self.talks.window("Go to Date") is None)
        self.talks.focus()

    def search(self, words):
        """Types words into the search; the titles of what is found."""
        self.talks.key("ctrl+f", "ctrl+a")
        wait_for("the search entry", lambda: (self.talks.focused() or self.timeline()).name == "Search everything")
        self.talks.type(words)
        entry = self.talks.page("Search").find("Search everything", "entry")
        self.assertEqual(self.talks.value(entry), words)

        def hits():
            page = self.talks.page("Search")
            names = page.names()
            summary = next((name for name in names if name.endswith((" hit", " hits")) or name.startswith("No hit")), None)
            return summary and [node.name for node in page.all("list item")] or None

        # The list follows the typing after a moment; what was found before may still stand there.
        before = None
        for _ in range(20):
            found = wait_for(f"hits of “{words}”", hits)
            if found == before:
                break
            before = found
        return found

    # ---- opening ----

    def test_opens_on_the_latest_round(self):
        names = self.talks.window().names()
        self.assertIn("Russia–Ukraine talks, 2022 to Istanbul 2025", names)
        with open(os.environ["TALKS_TEST_DOCUMENT"], encoding="utf-8") as file:
            document = json.load(file)
        counts = [f"{len(document[list])} {list}" for list in ("events", "participants", "positions")]
        self.assertIn(" · ".join(["Bundled timeline"] + counts), names)
        self.assertEqual(self.heading(), LATEST)
        self.assertTrue(self.selected_item().startswith("16 May 2025: " + LATEST), self.selected_item())

    # ---- who ----

    def test_who_led_who_chaired_who_stayed_away(self):
        names = self.talks.wait_page("Event", "Attendance").names()
        text = "\n".join(names)
        for words in ("Friday, 16 May 2025", "Dolmabahçe", "1,000 prisoners", "No ceasefire.",
                      "Zelensky, Putin and Trump stayed away"):
            self.assertIn(words, text)

        # Each delegation under its party, and who heads it first.
        attendance = names[names.index("Attendance"):names.index("Absent")]
        ukraine = attendance.index("Ukraine")
        russia = attendance.index("Russian Federation")
        turkey = attendance.index("Türkiye (mediator)")
        self.assertTrue(ukraine < russia < turkey)
        self.assertIn("Rustem Umerov, head of delegation", attendance[ukraine:russia])
        self.assertIn("Vladimir Medinsky, head of delegation", attendance[russia:turkey])
        self.assertIn("Hakan Fidan, chair", attendance[turkey:])
        absent = names[names.index("Absent"):names.index("Accounts differ")]
        for name in ("Volodymyr Zelensky", "Vladimir Putin", "Donald Trump"):
            self.assertIn(name, absent)
            self.assertNotIn(name, attendance)

    def test_participants_hold_the_office_of_the_day(self):
        def people(day):
            page = self.talks.wait_page("Participants", f"as of {day}")
            return [node.name for node in page.all("list item")]

        late = people("16 May 2025")
        self.assertTrue(any(name.startswith("Hakan Fidan, Minister of Foreign Affairs of Türkiye") for name in late))
        self.assertTrue(any(name.startswith("Volodymyr Zelensky, President of Ukraine · absent") for name in late))
        self.assertFalse(any(name.startswith("Mevlüt Çavuşoğlu, Minister") for name in late))
        self.go_to("2022-03-29")
        early = people("29 March 2022")
        self.assertTrue(any(name.startswith("Mevlüt Çavuşoğlu, Minister of Foreign Affairs of Türkiye")
                            for name in early))
        self.assertFalse(any(name.startswith("Hakan Fidan, Minister of Foreign Affairs") for name in early))
        self.assertTrue(any(name.startswith("Davyd Arakhamia, Head of the Ukrainian delegation") for name in early))

    # ---- what each side asked for ----

    def test_positions_of_two_days(self):
        late = self.talks.wait_page("Positions", "as of 16 May 2025").text()
        for words in ("Ceasefire, Ukraine: Unconditional ceasefire, that same day",
                      "Ceasefire, Russia: Not 'first a ceasefire, then talks'",
                      "Reported: truce if Kyiv leaves 4 regions",
                      "Sanctions, Türkiye: Reported: stays out of sanctions"):
            self.assertIn(words, late)
        self.assertNotIn("Permanent neutrality for guarantees", late.split("Neutrality and NATO, Russia")[0])
        self.go_to("2022-03-29")
        early = self.talks.wait_page("Positions", "as of 29 March 2022").text()
        for words in ("Neutrality and NATO, Ukraine: Permanent neutrality for guarantees",
                      "Territory, Ukraine: Crimea: 15 years of talks; 23 Feb lines",
                      "Security guarantees, Russia: No position stated by then"):
            self.assertIn(words, early)
        self.assertNotIn("Unconditional ceasefire, that same day", early)

    def test_story(self):
        """What a reader of the news of 16 May 2025 looks for, each found by searching and read in its details."""
        story = (
            ("unconditional ceasefire from 12 May", "Four leaders in Kyiv: ceasefire from 12 May",
             ("full and unconditional ceasefire", "Monday 12 May", "30 days")),
            ("12 May passes", "12 May passes without a ceasefire",
             ("language of ultimatums was unacceptable", "Peskov rejected")),
            ("Lavrov on root causes", "Lavrov on 'root causes' and Kyiv's laws",
             ("root causes NATO's plans in Ukraine", "repeal its laws on minorities",
              "Blames the war on NATO plans in Ukraine", "Repeal language and minority laws")),
            ("pretty good results", "Trump hopes for 'pretty good results'",
             ("praised Erdoğan as host",)),
            ("Trump nothing until Putin", "Trump: nothing until Putin and I get together",
             ("nothing would happen until he and Putin met",)),
            ("Rubio breakthrough", "Rubio: not a team for a breakthrough",
             ("did not have high expectations", "only Trump and Putin could produce one")),
        )
        for words, title, expected in story:
            with self.subTest(words=words):
                found = self.search(words)
                place = next((i for i, name in enumerate(found) if name.startswith(title)), None)
                self.assertIsNotNone(place, found)
                self.talks.key(*["Return"] * (place + 1))
                page = self.talks.wait_page("Event", title, *expected)
                self.assertEqual(page.find(role="heading").name, title)
        # Türkiye's part.
        page = self.talks.wait_page("Positions", "Türkiye")
        self.assertIn("Organises Russia–West exchanges", page.text())

    # ---- moving ----

    def test_steps_through_events_by_keyboard(self):
        self.focus_timeline()
        self.talks.key("ctrl+Home")
        self.wait_heading("Reported provisional deal between Kozak and Kyiv")
        for title in ("Russia recognises the Donetsk and Luhansk 'republics'",
                      "Russia launches its full-scale invasion"):
            self.talks.key("Right")
            self.wait_heading(title)
            focused = self.talks.focused()
            self.assertIn(title, focused.name)
        self.talks.key("Left")
        self.wait_heading("Russia recognises the Donetsk and Luhansk 'republics'")
        self.talks.key("ctrl+End")
        self.wait_heading("Exchange, day three: 303 a side, 1,000 in all")
        self.talks.key("alt+Left")
        self.wait_heading("Russia recognises the Donetsk and Luhansk 'republics'")
        self.talks.key("alt+Right")
        self.wait_heading("Exchange, day three: 303 a side, 1,000 in all")
        self.talks.key("ctrl+t")
        self.wait_heading(LATEST)

    def test_go_to_date_refuses_what_is_no_date(self):
        self.talks.key("ctrl+l")
        wait_for("Go to Date", lambda: self.talks.window("Go to Date"))
        self.talks.type("2022-13")

        def button():
            dialog = self.talks.window("Go to Date")
            return next((node for node in dialog.all("button") if "Go" in node.name), None)

        wait_for("no way to go", lambda: "sensitive" not in button().states)
        self.talks.key("ctrl+a")
        self.talks.type("2022-03-29")
        wait_for("a way to go", lambda: "sensitive" in button().states)
        self.assertIn("29 March 2022", self.talks.window("Go to Date").names())
        self.talks.key("Escape")
        wait_for("Go to Date closed", lambda: self.talks.window("Go to Date") is None)
        self.talks.focus()
        self.talks.wait_page("Participants", "as of 16 May 2025")

    # ---- searching ----

    def test_search_steps_through_what_it_finds(self):
        found = self.search("dolmabahce")  # without the cedilla, as on most keyboards
        titles = [name.split(", ")[0] for name in found]
        self.assertIn("Istanbul round at Dolmabahçe", titles)
        self.assertTrue(any(LATEST.startswith(title) for title in titles), titles)
        self.talks.key("Return")
        first = wait_for("the first hit in the timeline", self.selected_item)
        self.assertIn(titles[0], first)
        self.talks.key("Return")
        wait_for("the second hit", lambda: titles[1] in (self.selected_item() or ""))
        self.talks.key("ctrl+shift+g")
        wait_for("the first hit again", lambda: titles[0] in (self.selected_item() or ""))
        self.talks.key("ctrl+g")
        wait_for("the second hit again", lambda: titles[1] in (self.selected_item() or ""))
        self.talks.key("Escape")
        wait_for("no search", lambda: not self.talks.page("Search"))
        self.assertIsNone(self.talks.window().find("Search", "page tab"))

    def selected_item(self):
        return next((node.name for node in self.timeline().all("list item") if "selected" in node.states), None)

    def test_search_says_when_there_is_nothing(self):
        self.talks.key("ctrl+f", "ctrl+a")
        self.talks.type("qqqq")
        self.talks.wait_page("Search", "No hit for “qqqq”.")

    # ---- folds and panes ----

    def test_folding(self):
        def folds():
            return [name for name in self.items() if name.startswith("Quiet period, folded")]

        wait_for("a folded quiet period", folds)
        self.talks.activate("fold-quiet-periods")
        wait_for("no fold", lambda: not folds())
        self.assertNotIn("quiet periods folded", self.talks.window().text())
        self.talks.activate("fold-quiet-periods")
        wait_for("a folded quiet period again", folds)
        self.assertIn("quiet periods folded", self.talks.window().text())
        self.talks.key("ctrl+0")

    def test_panes_hide_and_come_back(self):
        self.talks.key("F9")
        wait_for("no panes", lambda: not self.talks.windows()[0].all("page tab"))
        self.assertIsNotNone(next((node for node in self.talks.windows()[0].all("list")
                                   if node.name.startswith("Timeline:")), None))
        self.talks.key("F9")
        wait_for("panes", lambda: self.talks.page("Event") and self.talks.page("Participants"))

    # ---- for those who do not see ----

    def test_every_focusable_thing_has_a_name(self):
        self.talks.show_page("Positions")
        unnamed = [node for node in self.talks.window().walk()
                   if "focusable" in node.states
                   and node.role in ("button", "check box", "combo box", "entry", "list item", "page tab", "link")
                   and (not node.name or node.name.startswith("Gtk"))
                   # A button within a named one, as the parts of a menu button and of a list are.
                   and node.parent.role not in ("button", "combo box")
                   and not self.is_in_comparison(node)]
        self.assertEqual(unnamed, [])

    @staticmethod
    def is_in_comparison(node):
        """It is filled when it is opened, and its page stays in the tree when it is not in front."""
        while node is not None and node.name != "Comparison of positions":
            node = node.parent
        return node is not None


if __name__ == "__main__":
    main(sys.argv)
