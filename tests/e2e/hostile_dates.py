# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile dates: what is none, what is far away, and what has no end."""

from hostile_document import Case, document, event, text
from hostile_texts import flood

DATES = [
    "-9999", "0000", "-0001-12-31", "9999-12-31", "Y-17E7", "Y17E8", "Y999999999", "Y-999999999", "Y2147483648",
    "Y9223372036854775807", "Y-9223372036854775808", "Y1E18", "Y1E400", "Y3388E2S3", "-99999", "12345678901234567890",
    "Y-1000000000/Y1000000000", "Y-17E7/2022", "../..", "../2022", "2022/..", "/2022", "2022/", "/", "..", "2022-03-01/2022-01-01",
    "2022-03-01/2022-03-01", "XXXX", "XXXX-XX-XX", "2022-XX-31", "2022-02-30", "2022-13-45", "2022-02-29", "1582-10-10",
    "2022-24", "2022-41", "{2022,2023..2025}", "[..2022]", "[2022..]", "{..2022}", "2022?-03~-01%", "2022-03-01T25:61:61Z",
    "2022-03-01T10:00:00+99:99", "0000-00-00", "-0000", "+2022", "2022-3-1", "٢٠٢٢", "２０２２", "2022-03-01\n", " 2022 ",
    "\u202e2022", "today", "%s%n", "<b>2022</b>", "156X", "-1XXX", "Y-XXXX", "2022~/2023?", "1E5", "2004-06-(01)~", "😀",
]


def dates():
    for i, date in enumerate(DATES):
        content = document()
        content["events"][0]["date"] = date
        content["positions"][0]["date"] = date
        content["events"][0]["accounts"][0]["date"] = date
        content["participants"][0]["roles"][0].update({"from": date, "to": date})
        content["tours"][0]["steps"][0]["span"] = date
        content["sources"][0]["issued"] = date
        yield Case(f"dates/{i:02}", content, walk=i % 4 == 0)
    for name, date in {
            "set-5000": "{" + ",".join(f"{1000 + i // 12 % 1000}-{i % 12 + 1:02}" for i in range(5000)) + "}",
            "set-ranges": "[" + ",".join(f"{y}..{y + 1}" for y in range(1000, 3000, 2)) + "]",
            "set-20000": "{" + ",".join(["2022-03-01"] * 9000) + "}",
            "100k-digits": "2" * 100_000, "100k-x": "X" * 100_000, "100k-marks": flood(100_000),
            "100k-year": "Y" + "9" * 100_000, "100k-zeros": "Y" + "0" * 100_000 + "1", "100k-qualifiers": "2022" + "?~%" * 33_000,
            "100k-slashes": "/" * 100_000, "100k-braces": "{" * 100_000, "100k-exponent": "Y1E" + "0" * 100_000 + "1",
            "100k-fraction": "2022-03-01T10:00:00." + "1" * 100_000 + "Z", "100k-unit": "2022-" * 20_000}.items():
        content = document()
        content["events"][0]["date"] = date
        content["positions"][0]["date"] = date
        content["tours"][0]["steps"][0]["span"] = date
        yield Case("dates/" + name, content, walk=True)
    spans = {
        "far-apart": ["Y-999999999", "0044-03-15", "2022-03-01", "Y999999999"],
        "farther-apart": ["Y-17E15", "2022-03-01", "Y17E15"],
        "bce": ["-0043-03-15", "-0430", "-10000", "0000-02-29", "Y-13000"],
        "one-day": ["2022-03-01"] * 40,
        "open": ["../..", "../2022", "2022/..", "/2022", "2022/"],
        "long-intervals": ["Y-1000000000/Y1000000000", "Y-17E7/2022-03-01", "2022/Y17E7"],
        "nested": [f"{2000 - i}/{2022 + i}" for i in range(300)],
        "overlapping": [f"{1000 + i}/{1400 + i}" for i in range(400)],
        "all-year-9999": ["9999-12-31", "9999-12", "9999", "10000"],
        "only-open": ["../.."],
        "scattered": [f"{100 * i:04}" for i in range(1, 99)],
        "one-far": ["2022-03-01", "Y99999999"],
    }
    for name, values in spans.items():
        yield Case("dates/" + name, document(events=[event(i, date) for i, date in enumerate(values)], positions=[
            {"id": f"q{i}", "party": "a", "topic": "t1", "date": date, "stance": text(f"Number {i}")}
            for i, date in enumerate(values)]), walk=True)
    clocks = ["25:00", "13:60", "-1:00", "", "noon", "24:00", "13:35:59", "1:5", "9" * 1000, "\u0661\u0663:\u0663\u0665", "%s", "<b>"]
    zones = ["+99:99", "Z", "z", "Europe/Kyiv", "", "+", "-00:00", "+14:01", "🇺🇦", "%n", "../../etc/passwd", "+3"]
    yield Case("dates/clocks", document(events=[
        event(i, time={"start": clock, "end": clocks[-i], "zone": zones[i]}) for i, clock in enumerate(clocks)]), walk=True)
    numbers = [["2022", 3, 2], [1e300, 99, -1], [], [[]], [2022, 13, 45], ["x"], [-10**15, 1, 1], [2022.5]]
    yield Case("dates/date-parts", document(sources=[
        {"id": f"s{i}", "type": "book", "title": f"Book {i}", "issued": {"date-parts": [parts] * 3}} for i, parts in enumerate(numbers)]),
        walk=True)
