#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that no compiler checks. CONTRIBUTING.md says what each is for.

Usage: test-house.py SOURCE-ROOT [HouseTest.test_NAME…]
"""

import json
import os
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

ROOT = None

# The folders of src/, each of which may include those before it.
FOLDERS = ["core", "model", "io", "session", "scene", "toolkit", "timeline", "panels", "editor", "present", "app"]
FOLDERS_WITHOUT_GTK = ["core", "model", "io", "session", "scene"]

TEXT_ENDINGS = (".c", ".h", ".py", ".sh", ".build", ".ui", ".xml", ".css", ".svg", ".in", ".md", ".1", ".po", ".txt",
                ".yml", ".supp", ".license")
TOP_LEVEL = {"src", "data", "ui", "po", "tests", "meson.build", "README.md", "dev", "meson_options.txt", "LICENSES",
             "CONTRIBUTING.md"}
# Files whose content is a case of a test, byte for byte.
FIXTURES = re.compile(r"^tests/.*/data/|^tests/data/|^tests/fuzz/corpus/")


def tracked_files():
    """The files of the project, relative to its root: what git has or would add, else all but build trees."""
    try:
        output = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                                check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        return [name for name in output.decode().split("\0") if name and os.path.isfile(os.path.join(ROOT, name))]
    except (OSError, subprocess.CalledProcessError):
        pass
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in (".git", "__pycache__") and
                      not os.path.exists(os.path.join(folder, name, "build.ninja"))]
        found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return sorted(found)


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


def sources(*folders):
    return [name for name in tracked_files()
            if name.endswith((".c", ".h")) and name.startswith(tuple("src/%s" % folder for folder in folders or [""]))]


def without_comments(text):
    """C without comments and with the lines where they were; strings stay."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.DOTALL)
    return pattern.sub(lambda m: m.group() if m.group()[0] in "\"'" else re.sub(r"[^\n]", " ", m.group()), text)


def grep(names, pattern, clean=without_comments):
    """Where the pattern occurs, as "file:line: text"."""
    hits = []
    for name in names:
        for number, line in enumerate(clean(read(name)).splitlines(), 1):
            if re.search(pattern, line):
                hits.append("%s:%d: %s" % (name, number, line.strip()[:100]))
    return hits


def has_strings(name):
    """Whether a file has strings to translate."""
    text = read(name)
    if name.endswith((".c", ".h")):
        return re.search(r'(?<!\w)(?:_|N_|C_|NC_|g?ettext|ngettext|g_d?n?p?gettext2?)\s*\(\s*[^)]*?"',
                         without_comments(text)) is not None
    if name.endswith(".ui"):
        return re.search(r'translatable="(?:yes|true|1)"', text) is not None
    return re.match(r"data/.*\.(desktop|metainfo\.xml|mime\.xml)\.in$|data/.*-mime\.xml\.in$|data/.*\.gschema\.xml$",
                    name) is not None


class HouseTest(unittest.TestCase):
    maxDiff = None

    def assertNone(self, hits, message):
        if hits:
            self.fail("%s:\n  %s" % (message, "\n  ".join(hits)))

    def test_top_level(self):
        extra = {name.split("/")[0] for name in tracked_files()} - TOP_LEVEL
        self.assertNone(sorted(name for name in extra if not name.startswith(".")), "not agreed for the top level")

    def test_spdx(self):
        """Who holds the rights and under which licence: at the head of each file, in FILE.license, or, for what
        others made, in the REUSE.toml of its folder."""
        missing = []
        licences = set()
        for name in tracked_files():
            if os.path.basename(name) == "REUSE.toml":
                licences |= set(re.findall(r'^SPDX-License-Identifier = "([^"]+)"', read(name), re.MULTILINE))
        for name in tracked_files():
            if name.startswith("LICENSES/") or FIXTURES.match(name) and not name.endswith(TEXT_ENDINGS):
                continue
            companion = name + ".license"
            if os.path.exists(os.path.join(ROOT, companion)):
                head = read(companion)
            else:
                with open(os.path.join(ROOT, name), "rb") as file:
                    head = file.read(1000).decode("utf-8", "replace")
            licence = re.search(r"SPDX-License-Identifier: *([A-Za-z0-9.+-]+)", head)
            if licence is None or "SPDX-FileCopyrightText:" not in head:
                missing.append(name)
            else:
                licences.add(licence.group(1))
        self.assertNone(missing, "no SPDX-FileCopyrightText and SPDX-License-Identifier at the head")
        texts = {os.path.splitext(name)[0] for name in os.listdir(os.path.join(ROOT, "LICENSES"))}
        self.assertEqual(licences, texts, "the licences used and the texts in LICENSES/ are not the same")

    def test_potfiles(self):
        listed = [line for line in read("po/POTFILES.in").splitlines() if line and not line.startswith("#")]
        self.assertEqual(listed, sorted(set(listed)), "po/POTFILES.in is not sorted")
        files = [name for name in tracked_files() if name.startswith(("src/", "ui/", "data/"))
                 and name.endswith((".c", ".h", ".ui", ".in", ".xml"))]
        wanted = [name for name in files if has_strings(name)]
        self.assertNone(sorted(set(wanted) - set(listed)), "strings to translate, but not in po/POTFILES.in")
        self.assertNone(sorted(set(listed) - set(wanted)), "in po/POTFILES.in, but without strings to translate")

    def test_linguas(self):
        listed = [line for line in read("po/LINGUAS").splitlines() if line and not line.startswith("#")]
        self.assertEqual(listed, sorted(set(listed)))
        there = sorted(name[3:-3] for name in tracked_files() if re.match(r"po/[^/]+\.po$", name))
        self.assertEqual(listed, there, "po/LINGUAS and the translations in po/ are not the same")

    def test_versions_in_toolkit_only(self):
        names = [name for name in sources() if not name.startswith("src/toolkit/")]
        self.assertNone(grep(names, r"\b(GTK|GDK|GLIB|PANGO)_(CHECK_VERSION|VERSION_|(MAJOR|MINOR|MICRO)_VERSION)"),
                        "versions are told apart outside src/toolkit")

    def test_no_markup(self):
        """Text of a file never becomes markup, so no widget takes markup."""
        names = sources() + [name for name in tracked_files() if name.startswith("ui/") and name.endswith(".ui")]
        self.assertNone(grep(names, r"set_markup\b|set_tooltip_markup|\buse[-_]markup|tooltip-markup|parse_markup"),
                        "markup")

    def test_shown(self):
        """Texts of a document reach labels within limits: by talks_show_text() and its kin."""
        shown = sources("timeline", "panels", "editor", "app")
        self.assertNone(grep(shown, r"gtk_label_set_(text|label) \(|set_tooltip_text \("
                                    r"|gtk_window_set_title \([^,]*, (?!_\()"),
                        "labels that take any text, whatever it holds")
        self.assertNone(grep(sources("editor", "app"), r"gtk_label_new \((?!NULL|_\()"),
                        "labels made with any text: talks_show_text() it")
        # What is edited or searched is taken as it is; these folders only show what talks_text_get() gives.
        self.assertNone(grep(sources("editor", "app"), r"\btalks_text_get \("), "talks_text_show() what is shown")

    def test_includes_go_down(self):
        folder_of = {os.path.basename(name): name.split("/")[1] for name in sources() if name.endswith(".h")}
        self.assertEqual(sorted(set(folder_of.values()) - set(FOLDERS)), [], "a folder without a place in the order")
        upward = []
        for name in sources():
            folder = name.split("/")[1]
            for included in re.findall(r'^\s*#\s*include\s*[<"]([^">]+)[">]', read(name), re.MULTILINE):
                other = folder_of.get(os.path.basename(included), folder)
                if name.count("/") > 1 and folder in FOLDERS and FOLDERS.index(other) > FOLDERS.index(folder):
                    upward.append("%s includes %s of %s" % (name, included, other))
        self.assertNone(upward, "an include goes up")

    def test_no_gtk_below_toolkit(self):
        self.assertNone(grep(sources(*(folder + "/" for folder in FOLDERS_WITHOUT_GTK)),
                             r'#\s*include\s*[<"](gtk|gdk|gsk)/', clean=str), "GTK below src/toolkit")

    def test_words_of_a_wording(self):
        """What can be drawn or exported is in the language of its wording, not of the process."""
        names = [name for name in sources(*(folder + "/" for folder in FOLDERS_WITHOUT_GTK))
                 if not name.startswith("src/core/talks-gettext.") and name != "src/core/talks-wording.c"]
        self.assertNone(grep(names, r"gi18n(-lib)?\.h|libintl\.h|\bg_d[cnp]*gettext2? \(", clean=str),
                        "words that no TalksWording reaches")

    def test_nothing_left_over(self):
        names = [name for name in tracked_files()
                 if name.startswith(("src/", "ui/", "data/")) and name.endswith((".c", ".h", ".ui", ".css"))]
        self.assertNone(grep(names, r"\b(TODO|FIXME|XXX|HACK)\b", clean=str), "unfinished")
        names = [name for name in sources() if not name.startswith("src/app/")]
        self.assertNone(grep(names, r"(?<!\w)(printf|puts|g_print) *\("), "prints outside src/app")

    def test_plain_types(self):
        self.assertNone(grep(sources(), r"\bg(char|int|long|short|double|float)\b"),
                        "char, int, double … rather than gchar, gint, gdouble")

    def test_headers_once(self):
        self.assertNone([name for name in sources() if name.endswith(".h")
                         and "#pragma once" not in read(name)], "no #pragma once")

    def test_well_formed(self):
        """XML and JSON are well formed; no member of a JSON object stands twice."""
        def once(pairs):
            names = [name for name, _ in pairs]
            if len(names) != len(set(names)):
                raise ValueError("a member stands twice: %s" % sorted(n for n in names if names.count(n) > 1)[0])
            return dict(pairs)

        for name in tracked_files():
            if name.startswith("tests/"):
                continue
            with self.subTest(name):
                if name.endswith((".ui", ".svg", ".xml", ".xml.in")):
                    ElementTree.parse(os.path.join(ROOT, name))
                elif name.endswith(".json"):
                    json.loads(read(name), object_pairs_hook=once)

    def test_text_form(self):
        """UTF-8, no tabs, no spaces at the ends of lines, one line feed at the end of the file."""
        bad = []
        for name in tracked_files():
            if not (name.endswith(TEXT_ENDINGS) or name in ("dev", ".ci/run")) or \
                    name.startswith(("tests/data", "LICENSES/", "po/")) or FIXTURES.match(name):
                continue
            text = read(name)
            if re.search(r"[ \t]$", text, re.MULTILINE) or "\t" in text or "\r" in text:
                bad.append(name)
            elif text and (not text.endswith("\n") or text.endswith("\n\n")):
                bad.append(name + " (end of file)")
        self.assertNone(bad, "tabs, spaces at the ends of lines, or a missing or doubled line feed at the end")

    def test_sizes(self):
        """Files and functions that one can still read."""
        long_files = [name for name in sources() if read(name).count("\n") > 900]
        self.assertNone(long_files, "more than 900 lines")
        long_functions = []
        for name in sources():
            if not name.endswith(".c"):
                continue
            start = None
            for number, line in enumerate(read(name).splitlines(), 1):
                if line == "{":
                    start = number
                elif line == "}" and start is not None:
                    if number - start > 81:
                        long_functions.append("%s:%d: %d lines" % (name, start, number - start - 1))
                    start = None
        self.assertNone(long_functions, "functions of more than 80 lines")

    def test_keys_are_told(self):
        """The window of shortcuts names the key of every action that the application gives one."""
        def normal(keys):
            modifiers = sorted(re.findall(r"<(\w+)>", keys))
            return "".join("<%s>" % name for name in modifiers) + re.sub(r"<\w+>", "", keys).lower()

        root = ElementTree.parse(os.path.join(ROOT, "ui/gtk/help-overlay.ui")).getroot()
        told = {normal(keys) for element in root.iter("property") if element.get("name") == "accelerator"
                for keys in element.text.split()}
        table = re.findall(r'\{ "((?:app|win|window)\.[\w-]+)", \{ "([^"]+)"', read("src/app/talks-application.c"))
        self.assertGreater(len(table), 10)
        self.assertNone(["%s: %s" % (action, keys) for action, keys in table if normal(keys) not in told],
                        "a key that ui/gtk/help-overlay.ui does not tell of")

    def test_menu_letters(self):
        """Each letter opens one item of a menu."""
        def items(menu):
            for child in menu:
                if child.tag in ("section", "item"):
                    yield from items(child)
                if menu.tag == "item" and child.get("name") == "label":
                    yield child.text
                if child.tag == "submenu":
                    yield next(label.text for label in child if label.get("name") == "label")

        hits = []
        for name in (name for name in tracked_files() if name.startswith("ui/") and name.endswith(".ui")):
            for menu in (element for element in ElementTree.fromstring(read(name)).iter() if element.tag in ("menu", "submenu")):
                letters = [label[label.index("_") + 1].lower() for label in items(menu) if "_" in label]
                hits += ["%s: %s" % (name, letter) for letter in sorted(set(letters)) if letters.count(letter) > 1]
        self.assertNone(hits, "letters of two items in one menu")

    def test_icons(self):
        folder = os.path.join(ROOT, "data/icons/hicolor")
        for path, size in (("scalable/apps/org.talkstimeline.Talks.svg", "128"),
                           ("symbolic/apps/org.talkstimeline.Talks-symbolic.svg", "16")):
            with self.subTest(path):
                root = ElementTree.parse(os.path.join(folder, path)).getroot()
                self.assertEqual(root.get("width"), size)
                self.assertEqual(root.get("height"), size)
                self.assertEqual(root.get("viewBox"), "0 0 %s %s" % (size, size))
                names = {element.tag.split("}")[-1] for element in root.iter() if isinstance(element.tag, str)}
                # Nothing that runs, reaches out or needs a font.
                self.assertFalse(names & {"script", "image", "text", "foreignObject", "use", "a"}, names)
        symbolic = read("data/icons/hicolor/symbolic/apps/org.talkstimeline.Talks-symbolic.svg")
        self.assertEqual(set(re.findall(r"#[0-9a-fA-F]{6}", symbolic)), {"#2e3436"}, "a symbolic icon has one colour")

    def test_manual_page_has_all_options(self):
        options = set()
        for name in sources("app/"):
            if "GOptionEntry" in read(name):
                options |= set(re.findall(r'^\s*\{ *"([a-z][a-z-]*)",', read(name), re.MULTILINE))
        page = read("data/talks-timeline.1").replace("\\-", "-")
        self.assertNone(sorted(option for option in options if not re.search(r"--%s\b" % option, page)),
                        "an option that the manual page does not name")


if __name__ == "__main__":
    ROOT = os.path.abspath(sys.argv.pop(1))
    unittest.main()
