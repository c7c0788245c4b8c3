# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading of EDTF (Library of Congress, 4 February 2019), to hold the program against.

Written from the specification alone, for clearness and not for speed. It counts no days: a bound is
a civil date (year, month, day), and those compare as they stand. What the specification leaves open
is read as talks-date.h says.

    explain("2004-06~")  ->  (1, "2004-06-01", "2004-06-30")
    explain("2004-13")   ->  None
"""

import calendar
import collections
import itertools
import re

YEAR_LIMIT = 6 * 10**15

SEASONS = {  # in the place of the month: the first month, the last month (13 is the next January)
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),  # wherever it was
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),  # in the north
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),  # in the south
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),  # quarters
    37: (1, 4), 38: (5, 8), 39: (9, 12),  # quadrimesters
    40: (1, 6), 41: (7, 12),  # semestrals
}
SEASONS_OF_LEVEL_1 = range(21, 25)

DATE = re.compile(
    r"""
    (?P<left_year>[?~%]?)
    (?: (?P<year>-?[0-9X]{4})
      | Y (?P<long>-?[1-9][0-9]{4,})
      | Y (?P<base>-?[1-9][0-9]*) E (?P<exponent>[1-9][0-9]*) )
    (?: S (?P<significant>[1-9][0-9]*) )?
    (?P<right_year>[?~%]?)
    (?: - (?P<left_month>[?~%]?) (?P<month>[0-9X]{2}) (?P<right_month>[?~%]?)
      (?: - (?P<left_day>[?~%]?) (?P<day>[0-9X]{2}) (?P<right_day>[?~%]?) )? )?
    """,
    re.VERBOSE,
)

TIME = re.compile(
    r"""
    (?P<date> -?[0-9]{4}-[0-9]{2}-[0-9]{2} )
    T (?:[01][0-9]|2[0-3]) : [0-5][0-9] : [0-5][0-9]
    (?: Z | (?P<sign>[+-]) (?: (?P<hours>0[0-9]|1[0-3]) (?: :(?P<minutes>[0-5][0-9]) )? | 14(?::00)? ) )?
    """,
    re.VERBOSE,
)

UNSPECIFIED_OF_LEVEL_1 = re.compile(r"-?[0-9]{2}[0-9X]X|-?[0-9]{4}-XX|-?[0-9]{4}-(?:[0-9]{2}|XX)-XX")

# earliest and latest are (year, month, day), or the strings that stand for no day: "-inf", "+inf", "?"
Meaning = collections.namedtuple("Meaning", "level earliest latest precision")


class Invalid(Exception):
    pass


# ---- days ----


def month_length(year, month):
    # The calendar repeats itself after 400 years.
    return calendar.monthrange(2000 + year % 400, month)[1]


def last_of_month(year, month):
    return (year, month, month_length(year, month))


def month_after_january(year, month):
    return year + (month - 1) // 12, (month - 1) % 12 + 1


# ---- dates ----


def numbers(pattern, downwards=False):
    """All that the digits and Xs can stand for, in order."""
    digits = "9876543210" if downwards else "0123456789"
    for combination in itertools.product(*(digits if c == "X" else c for c in pattern)):
        yield int("".join(combination))


def years(pattern, downwards):
    if not pattern.startswith("-"):
        yield from numbers(pattern, downwards)
    else:
        yield from (-n for n in numbers(pattern[1:], not downwards) if n != 0)


def first_day(year, month, day, last):
    """The first day that all three can mean, or the last; None if there is none."""
    for y in years(year, last):
        for m in numbers(month, last):
            if not 1 <= m <= 12:
                continue
            for d in numbers(day, last):
                if 1 <= d <= month_length(y, m):
                    return (y, m, d)
    return None


def read_components(year, month, day):
    if day is not None:
        bounds = (first_day(year, month, day, False), first_day(year, month, day, True))
    else:
        bounds = (first_day(year, month or "XX", "XX", False), first_day(year, month or "XX", "XX", True))
    if None in bounds:
        raise Invalid
    return bounds


def read_season(year, season):
    if season not in SEASONS:
        raise Invalid
    first, last = SEASONS[season]
    bounds = (next(years(year, False), None), next(years(year, True), None))
    if None in bounds:
        raise Invalid
    return (bounds[0], first, 1), last_of_month(*month_after_january(bounds[1], last))


def read_year_number(year, significant):
    """A year as a number, of which perhaps only the first digits are sure."""
    digits = len(str(abs(year)))
    block = 10 ** max(0, digits - significant) if significant is not None else 1
    nearest = abs(year) // block * block
    farthest = nearest + block - 1
    low, high = (-farthest, -nearest) if year < 0 else (nearest, farthest)
    if low < -YEAR_LIMIT or high > YEAR_LIMIT:
        raise Invalid
    return (low, 1, 1), (high, 12, 31)


def level_of_qualifiers(parts):
    left = [parts["left_" + name] for name in ("year", "month", "day")]
    right = [parts["right_" + name] for name in ("year", "month", "day") if parts["right_" + name] is not None]
    if any(left) or any(right[:-1]):
        return 2
    return 1 if right[-1] else 0


def read_date(text):
    match = DATE.fullmatch(text)
    if match is None:
        raise Invalid
    parts = match.groupdict()
    year, month, day = parts["year"], parts["month"], parts["day"]
    level = level_of_qualifiers(parts)
    precision = "day" if day is not None else "month" if month is not None else "year"

    if parts["significant"] is not None or year is None:
        if month is not None or "X" in (year or ""):
            raise Invalid
        if parts["base"] is not None:
            exponent = int(parts["exponent"]) if len(parts["exponent"]) < 5 else 10**5
            if exponent > 16:
                raise Invalid  # beyond all that is counted
            number = int(parts["base"]) * 10**exponent
        else:
            number = int(year if year is not None else parts["long"])
        if year == "-0000":
            raise Invalid
        significant = parts["significant"]
        if significant is not None:
            level = 2
            significant = int(significant) if len(significant) < 5 else 10**5
        level = max(level, 2 if parts["base"] is not None else 1)
        return Meaning(level, *read_year_number(number, significant), precision)

    if year.startswith("-"):
        level = max(level, 1)
    if "X" in text:  # of level 1 only without a qualifier
        level = max(level, 1 if UNSPECIFIED_OF_LEVEL_1.fullmatch(text) else 2)
    if month is not None and month.isdigit() and int(month) > 12:
        if day is not None:
            raise Invalid
        level = max(level, 1 if int(month) in SEASONS_OF_LEVEL_1 else 2)
        return Meaning(level, *read_season(year, int(month)), "season")
    return Meaning(level, *read_components(year, month, day), precision)


def read_time(text):
    match = TIME.fullmatch(text)
    if match is None or (match["sign"] == "-" and match["hours"] == "00" and match["minutes"] in (None, "00")):
        raise Invalid
    return read_date(match["date"])


# ---- intervals and sets ----


def check_order(start, end):
    """The end of one may lie in the other, but not before all of it."""
    if start.earliest > end.latest:
        raise Invalid


def read_interval(text):
    start, end = text.split("/")  # ValueError is caught in explain()
    if start == "" and end == "":
        raise Invalid
    special = {"": "?", "..": None}
    level = 1 if start in special or end in special else 0
    earliest, latest = special.get(start) or "-inf", special.get(end) or "+inf"
    if start not in special:
        first = read_date(start)
        level, earliest = max(level, first.level), first.earliest
    if end not in special:
        last = read_date(end)
        level, latest = max(level, last.level), last.latest
    if start not in special and end not in special:
        check_order(first, last)
    if any("X" in side for side in (start, end)):
        level = 2
    return Meaning(level, earliest, latest, None)


def read_set(text):
    if text[0] + text[-1] not in ("[]", "{}"):
        raise Invalid
    members = re.split(r", *", text[1:-1])
    low, high = [], []
    for i, member in enumerate(members):
        first, dots, last = member.partition("..")
        if not dots:
            date = read_date(member)
            low.append(date.earliest)
            high.append(date.latest)
            continue
        if first == "" and i > 0 or last == "" and i < len(members) - 1 or first == last == "":
            raise Invalid
        start = read_date(first) if first else None
        end = read_date(last) if last else None
        if start and end:
            check_order(start, end)
            if start.precision != end.precision:
                raise Invalid
        low.append(start.earliest if start else "-inf")
        high.append(end.latest if end else "+inf")
    return Meaning(2, "-inf" if "-inf" in low else min(low), "+inf" if "+inf" in high else max(high), None)


# ---- the whole ----


def parse(text):
    if "/" in text:
        return read_interval(text)
    if text[:1] in ("[", "{"):
        return read_set(text)
    if "T" in text:
        return read_time(text)
    return read_date(text)


def write_bound(bound):
    if isinstance(bound, str):
        return bound
    year, month, day = bound
    if 0 <= year <= 9999:
        return "%04d-%02d-%02d" % bound
    return "%s%04d-%02d-%02d" % ("-" if year < 0 else "+", abs(year), month, day)


def explain(text):
    """(level, earliest, latest) as --explain-date prints them, or None if it is not EDTF."""
    try:
        meaning = parse(text)
    except (Invalid, ValueError):
        return None
    return meaning.level, write_bound(meaning.earliest), write_bound(meaning.latest)
