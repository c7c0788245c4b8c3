#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each translation compiles, keeps the placeholders of its messages, and has nothing fuzzy or empty.

Usage: test-translations.py PO-FOLDER
"""

import glob
import os
import re
import subprocess
import sys
import unittest

FOLDER = None


class TranslationsTest(unittest.TestCase):
    def test_translations(self):
        for path in sorted(glob.glob(os.path.join(FOLDER, "*.po"))):
            with self.subTest(os.path.basename(path)):
                run = subprocess.run(["msgfmt", "--check", "--statistics", "-o", os.devnull, path],
                                     stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                     env=dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="C"))
                output = run.stdout.decode()
                self.assertEqual(run.returncode, 0, output)
                self.assertFalse(re.search(r"fuzzy|untranslated|warning", output), output)


if __name__ == "__main__":
    FOLDER = sys.argv[1]
    unittest.main(argv=sys.argv[:1])
