# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Go to Date: what is typed is understood at once, in words, and nothing is guessed."""

import sys

from talks_ui import OneProgram, main, wait_for

TITLE = "Go to Date"


class Dates(OneProgram):
    ready = ("Participants", "as of 16 May 2025")

    def setUp(self):
        """Every test begins in the empty entry."""
        self.talks.key("ctrl+t")
        self.talks.wait_page("Participants", "as of 16 May 2025")
        self.talks.key("ctrl+l")
        wait_for(TITLE, self.dialog)
        wait_for("its entry", lambda: self.focused() == "Date")

    def tearDown(self):
        if self.dialog() is not None:
            self.talks.key("Escape")
            self.wait_closed()
        super().tearDown()

    # ---- helpers ----

    def dialog(self):
        return self.talks.window(TITLE)

    def focused(self):
        node = self.talks.focused()
        return node.name if node else None

    def wait_closed(self):
        wait_for(f"{TITLE} closed", lambda: self.dialog() is None)
        self.talks.focus()

    def wait_says(self, *words):
        try:
            wait_for(f"{words} in {TITLE}", lambda: all(word in self.names() for word in words))
        except AssertionError as error:
            raise AssertionError(f"{error}; it says {self.names()}") from None

    def names(self):
        dialog = self.dialog()
        return dialog.names() if dialog else []

    def can_go(self):
        button = next(node for node in self.dialog().all("button") if node.name.endswith("Go"))
        return "sensitive" in button.states

    def retype(self, text):
        self.talks.key("ctrl+a")
        self.talks.type(text)

    # ---- what is understood ----

    def test_words_and_edtf_of_what_is_typed(self):
        self.talks.type("after 29 March 2022")
        self.wait_says("from 30 March 2022, end open", "2022-03-30/..")
        self.assertTrue(self.can_go())
        self.talks.key("Return")
        self.wait_closed()
        self.talks.wait_page("Participants", "as of 30 March 2022")

    def test_changes_with_every_letter(self):
        self.talks.type("29 March")
        self.wait_says("The year is missing: write it with all its digits, as in 15 April 2022.")
        self.assertFalse(self.can_go())
        self.talks.type(" 2022")
        self.wait_says("29 March 2022", "2022-03-29")
        self.assertTrue(self.can_go())
        self.talks.type("?")
        self.wait_says("perhaps 29 March 2022", "2022-03-29?")

    def test_other_languages(self):
        for text in ("29 березня 2022 року", "29 марта 2022 г.", "29.03.2022"):
            self.retype(text)
            self.wait_says("29 March 2022", "2022-03-29")
            self.retype("2025")
            self.wait_says("2025")

    # ---- what is not ----

    def test_says_what_is_not_understood(self):
        for text, problem in (("29 Marhc 2022", "“Marhc” is not understood."),
                              ("31 June 2022", "There is no day “31 June 2022”: that month has 30 days."),
                              ("Monday, 29 March 2022", "The weekday does not fit: that day is Tuesday, 29 March 2022.")):
            self.retype(text)
            self.wait_says(problem)
            self.assertFalse(self.can_go())
            self.talks.key("Return")
            self.assertIsNotNone(self.dialog())

    # ---- what has two meanings ----

    def test_asks_which_date_is_meant(self):
        self.talks.type("3/4/2022")
        self.wait_says("3 April 2022", "4 March 2022", "2022-04-03", "2022-03-04")
        self.assertFalse(self.can_go())
        # Enter leads to the choice, arrow keys through it, Enter chooses.
        self.talks.key("Return")
        wait_for("the first date in focus", lambda: self.focused() == "3 April 2022")
        self.talks.key("Down")
        wait_for("the second date in focus", lambda: self.focused() == "4 March 2022")
        self.talks.key("Return")
        self.wait_closed()
        self.talks.wait_page("Participants", "as of 4 March 2022")

    def test_tab_leads_to_the_choice(self):
        self.talks.type("3/4/2022")
        self.wait_says("3 April 2022", "4 March 2022")
        self.talks.key("Tab")
        wait_for("the first date in focus", lambda: self.focused() == "3 April 2022")
        self.talks.key("space")
        self.wait_closed()
        self.talks.wait_page("Participants", "as of 3 April 2022")

    def test_no_choice_is_left_over(self):
        self.talks.type("3/4/2022")
        self.wait_says("3 April 2022", "4 March 2022")
        self.retype("13/4/2022")
        self.wait_says("13 April 2022", "2022-04-13")
        self.assertNotIn("4 March 2022", self.names())


if __name__ == "__main__":
    main(sys.argv)
