# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program without a display: pictures that are looked into, validation, dates."""

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
import zlib

PROGRAM = None
BUNDLED = os.environ["TALKS_TEST_DOCUMENT"]


def run(*arguments, text=None):
    environment = {key: value for key, value in os.environ.items()
                   if key not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, input=text, check=False,
                          env=environment, timeout=120)


def read_png(path):
    """Width, height and the pixels (rows of bytes, filters undone) of an 8-bit RGB or RGBA PNG."""
    with open(path, "rb") as file:
        data = file.read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, body = 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        chunk = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height, depth, color = struct.unpack(">IIBB", chunk[:10])
            assert depth == 8 and color in (2, 6)
        elif kind == b"IDAT":
            body += chunk
        at += size + 12
    step = 3 if color == 2 else 4
    raw = zlib.decompress(body)
    rows, previous = [], bytes(width * step)
    for y in range(height):
        line = bytearray(raw[y * (width * step + 1):(y + 1) * (width * step + 1)])
        rule = line.pop(0)
        for x in range(len(line)):
            left = line[x - step] if x >= step else 0
            up = previous[x]
            corner = previous[x - step] if x >= step else 0
            if rule == 1:
                line[x] = (line[x] + left) & 255
            elif rule == 2:
                line[x] = (line[x] + up) & 255
            elif rule == 3:
                line[x] = (line[x] + (left + up) // 2) & 255
            elif rule == 4:
                guess = left + up - corner
                nearest = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))
                line[x] = (line[x] + nearest[2]) & 255
        previous = bytes(line)
        rows.append(previous)
    return width, height, step, rows


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def export(self, name, *options):
        path = os.path.join(self.folder, name)
        result = run("--export", path, *options, BUNDLED)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return path

    def test_png(self):
        width, height, step, rows = read_png(self.export("a.png", "--size", "640x480"))
        self.assertEqual((width, height), (640, 480))
        colors = {row[x:x + 3] for row in rows for x in range(0, len(row), step)}
        self.assertGreater(len(colors), 50)
        light = sum(row[0] for row in rows)
        _, _, _, dark_rows = read_png(self.export("b.png", "--size", "640x480", "--theme", "dark"))
        self.assertGreater(light, 2 * sum(row[0] for row in dark_rows))

    def test_svg(self):
        path = self.export("a.svg")
        xml.etree.ElementTree.parse(path)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for words in ("Dolmabahçe", "Istanbul", "1,000"):
            self.assertIn(words, text)

    def test_pdf(self):
        path = self.export("a.pdf")
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        for words in ("Dolmabahçe", "Fidan", "1,000"):
            self.assertIn(words, text)

    def test_span(self):
        whole = subprocess.run(["pdftotext", self.export("a.pdf"), "-"], capture_output=True, text=True, check=True)
        part = subprocess.run(["pdftotext", self.export("b.pdf", "--from", "2022-02", "--to", "2022-04"), "-"],
                              capture_output=True, text=True, check=True)
        self.assertIn("2025", whole.stdout)
        self.assertLess(len(part.stdout), len(whole.stdout) / 2)

    def test_tables_replace_nothing_unasked(self):
        path = self.export("a.csv")
        tables = sorted(os.listdir(self.folder))
        self.assertGreater(len(tables), 5)
        for name in tables[1:]:
            with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
                file.write("mine")
        os.remove(path)
        result = run("--export", path, BUNDLED)
        self.assertEqual(result.returncode, 2)
        for words in ("a-participants.csv", "a-sources.csv", "--replace"):
            self.assertIn(words, result.stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), sorted(set(tables) - {"a.csv"}))
        result = run("--replace", "--export", path, BUNDLED)
        self.assertEqual(result.returncode, 0, result.stderr)
        for name in tables:
            with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                self.assertNotEqual(file.read(), "mine", name)
        self.assertEqual(run("--replace", BUNDLED).returncode, 2)

    def test_export_fails_whole(self):
        path = os.path.join(self.folder, "no-such-folder", "a.png")
        result = run("--export", path, BUNDLED)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("a.png", result.stderr)

    def test_validate_bundled(self):
        result = run("--validate", BUNDLED)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertNotIn(": error:", result.stdout)

    def test_validate_broken(self):
        path = os.path.join(self.folder, "broken.talks.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{ "format": "talks-timeline", "version": 1, "title": "Broken",\n'
                       '  "lanes": [ { "id": "l", "name": "L", "kinds": ["talks"] } ],\n'
                       '  "events": [\n'
                       '    { "id": "e", "date": "2022-13-01", "kind": "talks", "title": "E" },\n'
                       '    { "id": "f", "date": "2022-03-01", "kind": "talks", "title": "F", "sources": ["gone"] } ] }\n')
        result = run("--validate", path)
        self.assertEqual(result.returncode, 1)
        places = re.findall(r"^(.*):(\d+):(\d+): (error|warning): (/\S*): (.+)$", result.stdout, re.MULTILINE)
        self.assertIn(("4", "error", "/events/0/date"), [(line, severity, pointer) for _, line, _, severity, pointer, _ in places])
        self.assertIn(("5", "error", "/events/1/sources/0"),
                      [(line, severity, pointer) for _, line, _, severity, pointer, _ in places])

    def test_validate_unreadable(self):
        self.assertEqual(run("--validate", os.path.join(self.folder, "none.talks.json")).returncode, 2)

    def test_explain_date(self):
        result = run("--explain-date", "2022-03~", "2025-05-16/..", "2022-13")
        lines = [line.split("\t") for line in result.stdout.splitlines()]
        self.assertEqual(lines[0][:4], ["2022-03~", "1", "2022-03-01", "2022-03-31"])
        self.assertEqual(lines[1][:4], ["2025-05-16/..", "1", "2025-05-16", "+inf"])
        self.assertEqual(lines[2][:2], ["2022-13", "invalid"])
        self.assertEqual(len(run("--explain-date", "-", text="2022\n2023\n").stdout.splitlines()), 2)

    def test_version_and_help(self):
        self.assertRegex(run("--version").stdout, r"\d+\.\d+")
        text = run("--help").stdout
        for option in ("--validate", "--explain-date", "--export"):
            self.assertIn(option, text)

    def test_unknown_option(self):
        result = run("--no-such-option")
        self.assertEqual(result.returncode, 2)
        self.assertIn("--no-such-option", result.stderr)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
