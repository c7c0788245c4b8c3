#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""--explain-date against a second reading of EDTF, over random expressions and near misses.

Usage: test-edtf-oracle.py PROGRAM CASES

TALKS_TEST_SEED repeats a run; TALKS_TEST_LONG lets it be ten times as long.
"""

import os
import random
import re
import subprocess
import sys
import unittest

sys.dont_write_bytecode = True  # into the source

import edtf_oracle

PROGRAM = None
CASES = None

SEED = int(os.environ.get("TALKS_TEST_SEED", "20190204"))
N_EXPRESSIONS = 600000 if os.environ.get("TALKS_TEST_LONG") else 60000
N_SCORED_CASES = 440


# ---- random expressions ----


class Writer:
    """Writes EDTF by its grammar. Much of it means no day: 31 April, or an end before its start."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, *choices):
        return self.random.choice(choices)

    def number(self, low, high, width=1):
        return "%0*d" % (width, self.random.randint(low, high))

    def unspecify(self, digits, percent):
        if not self.chance(percent):
            return digits
        return "".join("X" if self.chance(50) else c for c in digits)

    def sign(self, percent=15):
        return "-" if self.chance(percent) else ""

    def qualifier(self, percent):
        return self.pick("?", "~", "%") if self.chance(percent) else ""

    def plain_year(self):
        near = self.number(1900, 1999) if self.chance(40) else self.number(0, 9999, 4)
        return self.pick("0000", "0004", "0400", "1600", "1900", "9999") if self.chance(10) else near

    def year(self, doubt):
        year = self.plain_year()
        if self.chance(doubt):
            year = self.pick(year[:3] + "X", year[:2] + "XX", self.unspecify(year, 100))
        return self.sign() + year

    def long_year(self):
        number = self.pick(
            self.number(10000, 99999),
            self.number(9000, 10001),
            str(self.random.randrange(10 ** self.random.randint(4, 15), 10**16)),
            str(6 * 10**15 + self.random.randint(-3, 3)),
            str(2**63 + self.random.randint(-2, 2)),
            str(2**64 + self.random.randint(-2, 2)),
            self.number(1, 9) + "0" * self.random.randint(3, 20),
        )
        return "Y" + self.sign(40) + number

    def exponential_year(self):
        base = self.pick(self.number(1, 9), self.number(10, 9999), "0", "017", self.number(10**9, 10**12))
        exponent = self.pick(self.number(1, 9), self.number(0, 17), "308", "4294967297", "07")
        return "Y" + self.sign(40) + base + "E" + exponent

    def lone_year(self):
        year = self.pick(self.long_year, self.exponential_year, lambda: self.sign() + self.plain_year())()
        digits = self.pick(self.number(1, 4), self.number(1, 20), "0", "03", "4294967297", "99999999999999999999")
        return year + ("S" + digits if self.chance(60) else "")

    def month(self, doubt):
        month = self.number(1, 12, 2)
        if self.chance(3):
            month = self.pick("00", "13", "20", "42", "99")
        return self.pick("XX", "0X", "1X", "X0", "X1", "X2", "X3", "3X") if self.chance(doubt) else month

    def day(self, doubt):
        day = self.number(1, 28, 2) if self.chance(50) else self.number(28, 32, 2)
        if self.chance(doubt):
            return self.pick("XX", "0X", "1X", "2X", "3X", "4X", "X0", "X1", "X9", "XX")
        return day if self.chance(98) else self.pick("00", "99")

    def date(self, doubt=0, qualified=0):
        if self.chance(10):
            return self.qualifier(qualified) + self.lone_year() + self.qualifier(qualified)
        left, right = (lambda: self.qualifier(qualified // 2)), (lambda: self.qualifier(qualified))
        text = left() + self.year(doubt) + right()
        if self.chance(25):
            return text
        if self.chance(20):
            return text + "-" + left() + self.number(21, 41) + right()
        text += "-" + left() + self.month(doubt) + right()
        if self.chance(30):
            return text
        return text + "-" + left() + self.day(doubt) + right()

    def leap_day(self):
        return self.year(40) + self.pick("-02-29", "-02-2X", "-02-X9", "-XX-29", "-0X-29")

    def time(self):
        clock = "T%s:%s:%s" % (
            self.number(0, 24, 2), self.number(0, 60 if self.chance(5) else 59, 2), self.number(0, 60, 2))
        hours = self.pick("+", "-") + self.number(0, 15, 2)
        shift = self.pick("", "Z", hours, hours + ":" + self.pick("00", "30", "45", "59", self.number(0, 61, 2)))
        return self.date() + clock + shift if self.chance(10) else self.plain_day() + clock + shift

    def plain_day(self):
        return self.sign(5) + self.plain_year() + "-" + self.month(0) + "-" + self.number(1, 31, 2)

    def some_date(self):
        doubt, qualified = self.pick((0, 0), (0, 30), (50, 0), (40, 25))
        return self.date(doubt, qualified)

    def near(self, date):
        """Another date not far from this one: the ends of an interval are often of one year."""
        end = re.sub("[?~%]", "", date)
        return end[:-1] + self.pick(*"0123456789X") if self.chance(60) else end

    def pair(self, special):
        start = self.some_date()
        end = self.near(start) if self.chance(40) else self.some_date()
        if self.chance(special):
            start, end = self.pick(("", end), (start, ""), ("..", end), (start, ".."), ("", ".."), ("..", ""),
                                   ("", ""), ("..", ".."))
        return start, end

    def interval(self):
        return "/".join(self.pair(35))

    def set(self):
        members = []
        count = self.random.randint(1, 5)
        for i in range(count):
            member = self.some_date()
            if self.chance(30):
                member = "..".join(self.pair(0))
            if (i == 0 or self.chance(3)) and self.chance(20):
                member = ".." + member
            if (i == count - 1 or self.chance(3)) and self.chance(20):
                member += ".."
            members.append(member)
        text = (", " if self.chance(15) else ",").join(members)
        return "[%s]" % text if self.chance(50) else "{%s}" % text

    def expression(self):
        return self.pick(self.some_date, self.some_date, self.some_date, self.lone_year, self.leap_day, self.time,
                         self.interval, self.interval, self.set)()

    # ---- and near misses ----

    STRAY = ("0123456789" "--//..,,??~~%%[]{}XYEST:+ xyestzu\t\x01()'\"–−０１５９éи\u200b")

    def mutate(self, text):
        if text == "":
            return self.pick(*self.STRAY)
        at = self.random.randrange(len(text))
        before, here, after = text[:at], text[at], text[at + 1:]
        return self.pick(
            lambda: before + after,
            lambda: before + self.pick(*self.STRAY) + here + after,
            lambda: before + self.pick(*self.STRAY) + after,
            lambda: before + here + here + after,
            lambda: before + after[:1] + here + after[1:],
            lambda: text.replace(here, self.pick(here.lower(), here.upper())),
            lambda: text + self.pick("?", "~", "%", "Z", " ", ".", "..", "/", "/..", "S2", "-01", "-XX", "T10:00:00"),
            lambda: self.pick("?", "~", "-", "+", " ", "..", "../", "/", "Y", "[", "{") + text,
            lambda: re.sub("[0-9]{2}", lambda m: self.pick("13", "32", "24", "60", "00", "1", "123"), text, count=1),
            lambda: re.sub("[0-9]", lambda m: chr(ord("０") + int(m[0])), text, count=self.random.randint(0, 2)),
            lambda: "/".join(reversed(text.split("/"))),
            lambda: self.pick("[%s]", "{%s}", "[[%s]]", "{%s,}", "[,%s]", "[%s", "%s]", "[%s}", "(%s)", "[..%s..]") % text,
            lambda: before,
            lambda: after,
        )()

    def near_miss(self):
        text = self.expression()
        for _ in range(self.pick(1, 1, 1, 2, 3)):
            text = self.mutate(text)
        return text.rstrip("\r").replace("\n", "")


# ---- what the program says ----


def ask(text):
    result = subprocess.run([PROGRAM, "--explain-date", "-"], input=text, capture_output=True, check=False, timeout=600)
    return result.returncode, result.stdout, result.stderr


def read_answer(line):
    """(level, earliest, latest), or None where it says that the expression is invalid."""
    fields = line.split("\t")
    if len(fields) == 3 and fields[1] == "invalid" and fields[2].endswith("."):
        return None
    if len(fields) == 5 and fields[4] != "":
        return int(fields[1]), fields[2], fields[3]
    raise AssertionError("not an answer: %r" % line)


def unescape(text):
    plain = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return re.sub(r"\\(?:u([0-9A-Fa-f]{4})|(.))", lambda m: chr(int(m[1], 16)) if m[1] else plain[m[2]], text)


# The limits of what is counted, and lines that the random ones do not reach.
CORNERS = [
    "Y6000000000000000", "Y6000000000000001", "Y-6000000000000000", "Y-6000000000000001", "Y5999999999999999",
    "Y9223372036854775807", "Y9223372036854775808", "Y-9223372036854775808", "Y18446744073709551616", "Y" + "9" * 5000,
    "Y6E15", "Y60E14", "Y600000000000000E1", "Y6E16", "Y-6E15", "Y-7E15", "Y1E16", "Y1E4294967297", "Y1E" + "9" * 5000,
    "Y6E15S16", "Y6E15S15", "Y5E15S1", "Y-5E15S1", "Y6E15S" + "1" * 5000, "Y5999999999999999S15",
    "-XXX0-39", "-X000-28", "-0XX0-24", "-000X-24", "9999-24", "-9999-24", "-0001-24", "0000-24", "9999-12-31", "-9999-01-01", "0000-02-29", "-0004-02-29", "-0001-02-29",
    "XXXX-02-29", "-XXXX-02-29", "XX00-02-29", "-XX00-02-29", "X100-02-29", "XXX1-02-29", "XXXX-02-30", "XXXX-02-3X",
    "Y6E15/..", "Y-6E15/Y6E15", "Y6E15/Y-6E15", "../Y6E15", "[Y-6E15..Y6E15]", "{Y6E15..}", "[" + "1985," * 999 + "1985]",
    "", "/", "//", "..", "...", "[]", "{}", "[..]", "[,]", "[..,..]", "..1985", "1985..", "-", "--", "Y", "S2", "?", "1985?" * 2,
    "１９８５", "1985\u200b", "\ufeff1985", "1985\u0301", "\x01", "1985\x7f", "1985\u0085", "%s%n%1$s", "\U0001f600", "1" * 10**6,
]


class OracleTest(unittest.TestCase):
    def test_scored_cases(self):
        """The second reading itself, on the list that others have looked at."""
        count = 0
        with open(CASES, encoding="utf-8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith(("#", "expression\t"))]
        for text, valid, level, earliest, latest, flags, _ in rows:
            if "policy" in flags or "ambiguous" in flags:
                continue
            expected = (int(level), earliest, latest) if valid == "yes" else None
            with self.subTest(text):
                self.assertEqual(edtf_oracle.explain(unescape(text)), expected)
            count += 1
        self.assertEqual(count, N_SCORED_CASES)


class ProgramTest(unittest.TestCase):
    def compare(self, texts):
        status, output, complaints = ask("".join(text + "\n" for text in texts).encode())
        lines = output.decode().split("\n")
        self.assertEqual(complaints, b"")
        self.assertEqual(lines.pop(), "")
        self.assertEqual(len(lines), len(texts))
        self.assertEqual(status, 1)
        meanings = [edtf_oracle.explain(text) for text in texts]
        differences = [
            "%r: the program says %s, the specification %s" % (text, read_answer(line), meaning)
            for text, line, meaning in zip(texts, lines, meanings)
            if read_answer(line) != meaning
        ]
        self.assertEqual(differences[:20], [], "%d differences; seed %d" % (len(differences), SEED))
        return [-1 if meaning is None else meaning[0] for meaning in meanings]

    def test_expressions(self):
        writer = Writer(SEED)
        levels = self.compare([writer.expression() for _ in range(N_EXPRESSIONS)])
        for level, share in ((-1, 20), (0, 50), (1, 20), (2, 4)):
            self.assertGreater(levels.count(level), N_EXPRESSIONS // share)

    def test_near_misses(self):
        writer = Writer(SEED + 1)
        levels = self.compare([writer.near_miss() for _ in range(N_EXPRESSIONS)])
        self.assertGreater(levels.count(-1), N_EXPRESSIONS // 2)
        self.assertGreater(N_EXPRESSIONS - levels.count(-1), N_EXPRESSIONS // 20)

    def test_corners(self):
        self.compare(CORNERS)

    def test_cases(self):
        """Also the cases of which the specification does not tell."""
        with open(CASES, encoding="utf-8") as lines:
            texts = [line.split("\t")[0] for line in lines if not line.startswith(("#", "expression\t"))]
        self.compare([unescape(text) for text in texts if not re.search(r"\\[nr]", text)])


class LinesTest(unittest.TestCase):
    def check(self, text, status, *answers):
        """Each answer is the whole line, or None for one that says that the line is invalid."""
        found_status, output, complaints = ask(text)
        lines = output.decode().split("\n")
        self.assertEqual((found_status, complaints, lines.pop()), (status, b"", ""))
        self.assertEqual(len(lines), len(answers), lines)
        for line, answer in zip(lines, answers):
            if answer is None:
                self.assertIsNone(read_answer(line))
            else:
                self.assertEqual(line, answer)

    YEAR = "1985\t0\t1985-01-01\t1985-12-31\t1985"

    def test_ends_of_lines(self):
        self.check(b"", 0)
        self.check(b"1985", 0, self.YEAR)
        self.check(b"1985\n", 0, self.YEAR)
        self.check(b"1985\r\n1985\r\n", 0, self.YEAR, self.YEAR)
        self.check(b"1985\r\n1985\n1985\r", 0, self.YEAR, self.YEAR, self.YEAR)
        self.check(b"1985\n\n1985\n", 1, self.YEAR, None, self.YEAR)
        self.check(b"\r\n\n", 1, None, None)
        self.check(b"1985\r\r\n", 1, None)
        self.check(b"1985\r1985\n", 1, None)

    def test_bytes_that_are_no_text(self):
        self.check(b"\xff\n1985\n", 1, None, self.YEAR)
        self.check(b"1985\xc3\n\xc3\n", 1, None, None)
        self.check(b"\xed\xa0\x80\n\xf5\x80\x80\x80\n\xc0\xaf\n", 1, None, None, None)
        self.check(b"1985\0\n\0\n1985\0001\n", 1, None, None, None)
        self.check(b"1985\t1986\n\t\n", 1, None, None)

    def test_long_lines(self):
        self.check(b"1985\n" + b"\xff" * 10**6 + b"\n" + b"9" * 10**6 + b"\n1985\n", 1, self.YEAR, None, None, self.YEAR)

    def test_arguments(self):
        for arguments, status in ((["1985", "-0043"], 0), (["1985", "1985-13"], 1), ([""], 1), ([], 2)):
            result = subprocess.run([PROGRAM, "--explain-date", *arguments], capture_output=True, check=False)
            self.assertEqual(result.returncode, status)
            self.assertEqual(result.stdout.count(b"\n"), len(arguments))


if __name__ == "__main__":
    PROGRAM, CASES = (os.path.abspath(path) for path in sys.argv[1:3])
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2)
