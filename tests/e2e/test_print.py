# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Print or Save as PDF: what is chosen is what is seen, and what comes out of the printer.

The printer is the desktop's own "Print to File".
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest

from gi.repository import GLib
from talks_editing import Editing
from talks_ui import wait_for

PROGRAM = None
TITLE = "Print or Save as PDF"
KINDS = ["timeline", "pages", "handout", "worksheet", "answers"]


def read_pdf(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout


def count_pages(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^Pages: +(\d+)$", info, re.M)[1]), re.search(r"^Page size: +(.*)$", info, re.M)[1]


def is_whole(path):
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        return b"%%EOF" in file.read()[-32:]


def is_gray(path):
    picture = subprocess.run(["pdftoppm", "-r", "40", "-f", "1", "-l", "1", path], capture_output=True, check=True).stdout
    pixels = picture.split(b"\n", 3)[3]
    return pixels[0::3] == pixels[1::3] == pixels[2::3]


class Print(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        # What is printed to a file goes here; and no printer of this machine is asked for.
        os.chdir(cls.folder.name)
        settings = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0")
        os.makedirs(settings, exist_ok=True)
        with open(os.path.join(settings, "settings.ini"), "w", encoding="ascii") as file:
            file.write("[Settings]\ngtk-print-backends=file\n")
        cls.talks = Editing(PROGRAM)
        try:
            cls.talks.wait_page("Participants", "as of 16 May 2025")
        except BaseException:
            cls.talks.stop()
            raise

    @classmethod
    def tearDownClass(cls):
        output, status = cls.talks.stop()
        cls.folder.cleanup()
        assert (output, status) == ("", 0), (output, status)

    def setUp(self):
        self.talks.focus()
        self.talks.key("ctrl+p")
        wait_for(TITLE, self.dialog)
        wait_for("the first choice", lambda: "Timeline on one page" in self.names())

    def tearDown(self):
        if self.dialog() is not None:
            self.talks.key("Escape")
            wait_for(f"{TITLE} closed", lambda: self.dialog() is None)
        self.assertEqual(self.talks.new_output(), "")

    # ---- helpers ----

    def dialog(self):
        return self.talks.window(TITLE)

    def names(self):
        dialog = self.dialog()
        return dialog.names() if dialog else []

    def choose(self, kind):
        self.talks.key("space", *["Down"] * KINDS.index(kind), "Return")

    def wait_pages(self, n):
        wait_for(f"{n} pages", lambda: f"Page 1 of {n}" in self.names())

    def export(self, name, *options):
        """The same without a window."""
        path = os.path.join(self.folder.name, name)
        subprocess.run([PROGRAM, "--export", path, *options], check=True)
        return path

    def click_at(self, title, name):
        """A real click in the middle of what is called name."""
        node = next(node for node in self.talks.window(title).walk() if node.name == name)
        x, y, width, height = self.talks._call(self.talks.owner, node.path, "org.a11y.atspi.Component", "GetExtents",
                                               GLib.Variant("(u)", (1,)))[0]
        subprocess.run(["xdotool", "mousemove", "--window", self.talks.x_window(title), str(x + width // 2),
                        str(y + height // 2), "click", "1"], check=True)

    # ---- tests ----

    def test_preview(self):
        for kind in KINDS:
            with self.subTest(kind):
                if kind != KINDS[0]:
                    self.tearDown()
                    self.setUp()
                n, _ = count_pages(self.export(f"{kind}.pdf", "--as", kind, "--no-lists") if kind in KINDS[:2]
                                   else self.export(f"{kind}.pdf", "--as", kind))
                self.choose(kind)
                if kind in KINDS[:2]:
                    self.talks.key("alt+l")
                self.wait_pages(n)
        self.talks.key("Page_Down")
        wait_for("the second page", lambda: f"Page 2 of {n}" in self.names())

    def test_print(self):
        """Into a file, page by page the same words as by --export."""
        expected = self.export("expected.pdf", "--as", "worksheet", "--seed", "1", "--theme", "mono")
        self.choose("worksheet")
        self.talks.key("alt+b")
        self.wait_pages(count_pages(expected)[0])
        self.talks.press(TITLE, "Print…")
        wait_for("the desktop's dialog", lambda: self.talks.window("Print"))
        wait_for("its printer", lambda: "Print to File" in self.talks.window("Print").names())
        self.click_at("Print", "Print to File")
        self.talks.press("Print", "Print")
        path = os.path.join(self.folder.name, "worksheet-1.pdf")
        wait_for("the file", lambda: is_whole(path))
        wait_for("the end of it", lambda: self.dialog() is None)
        self.assertEqual(count_pages(path)[0], count_pages(expected)[0])
        self.assertRegex(count_pages(path)[1], r"^595\S* x 841\S* pts \(A4\)$")
        self.assertEqual(read_pdf(path).split(), read_pdf(expected).split())
        self.assertTrue(is_gray(path))

    def test_save(self):
        path = os.path.join(self.folder.name, "mine.pdf")
        expected = self.export("handout.pdf", "--as", "handout", "--paper", "letter")
        self.choose("handout")
        wait_for("the tour", lambda: "The road to Istanbul" in self.names())
        self.talks.key("alt+e")
        wait_for("the list of paper", lambda: "Letter" in self.names())
        self.talks.key("Down", "Return")
        self.wait_pages(count_pages(expected)[0])
        self.talks.press(TITLE, "Save as PDF…")
        self.talks.choose_name(path, "Save as PDF")
        wait_for("the file", lambda: is_whole(path))
        wait_for("the end of it", lambda: self.dialog() is None)
        self.assertEqual(count_pages(path), count_pages(expected))
        self.assertEqual(read_pdf(path), read_pdf(expected))
        wait_for("news of it", lambda: any("“mine.pdf”" in name for name in self.talks.window().names()))


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv[1])
    unittest.main(argv=sys.argv[:1], verbosity=2)
