#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop with the installed MIME description knows documents by their name and by their content.

Usage: test-mime.py DESCRIPTION DOCUMENT
"""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

DESCRIPTION = None
DOCUMENT = None
TYPE = "application/vnd.talks-timeline+json"


class MimeTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        data = os.path.join(self.folder.name, "data")
        self.environment = dict(os.environ, XDG_DATA_HOME=data, LC_ALL="C.UTF-8")
        packages = os.path.join(data, "mime", "packages")
        os.makedirs(packages)
        shutil.copy(DESCRIPTION, packages)
        output = subprocess.run(["update-mime-database", os.path.dirname(packages)], check=True,
                                env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout.decode()
        self.assertEqual(output, "")

    def type_of(self, name, content=None):
        path = os.path.join(self.folder.name, name)
        if content is None:
            shutil.copyfile(DOCUMENT, path)
        else:
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
        output = subprocess.run(["gio", "info", "-a", "standard::content-type", path], check=True,
                                env=self.environment, stdout=subprocess.PIPE).stdout.decode()
        return output.split("standard::content-type:")[1].split()[0]

    def test_by_name(self):
        self.assertEqual(self.type_of("a.talks.json"), TYPE)
        self.assertEqual(self.type_of("another.talks.json", "{}\n"), TYPE)

    def test_by_content(self):
        self.assertEqual(self.type_of("document"), TYPE)

    def test_not_others(self):
        self.assertNotEqual(self.type_of("other.json", "{}\n"), TYPE)
        self.assertNotEqual(self.type_of("other", '{ "format": "another" }\n'), TYPE)


if __name__ == "__main__":
    if not all(map(shutil.which, ("update-mime-database", "gio"))):
        print("update-mime-database or gio is not installed")
        sys.exit(77)
    DESCRIPTION, DOCUMENT = sys.argv[1:3]
    unittest.main(argv=sys.argv[:1])
