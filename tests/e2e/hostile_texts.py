# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile texts: odd characters everywhere, and floods in each field."""

import json

from hostile_document import EITHER, FIELDS, REFUSED, SHOWN, Case, document, text, with_field, with_fields

MARKS = [chr(code) for code in list(range(0x300, 0x370)) + list(range(0x1dc0, 0x1df5)) + list(range(0x20d0, 0x20f0))]


def flood(n, base="a"):
    """n bytes of marks on one letter."""
    marks = "".join(MARKS)
    return base + (marks * (n // len(marks.encode()) + 1))[:n // 2]


TEXTS = {
    "markup": "<b>bold</b> & <span size='999999999' foreground='#123'>A & B</span> <a href='file:///etc/passwd'>x</a> </span>",
    "entities": "&amp; &lt; &#0; &#x110000; &unknown; & <![CDATA[ ]]> <!-- --> <?xml?>",
    "printf": "%s%n%d%p%1$s%2147483647d%*.*f%%%m %c%hhn",
    "bidi-overrides": "\u202eesrever\u202d forced \u202b\u202a\u202e unclosed",
    "bidi-isolates": "\u2066\u2067\u2068 unclosed \u2069\u2069\u2069\u2069 too many \u2067",
    "bidi-depth": "\u202b" * 2000 + "deep",
    "isolate-depth": "\u2067" * 2000 + "deep",
    "zero-width": "\u200b\u200c\u200d\u2060\ufeffnothing\u00ad\u034f\u180e\u3164",
    "only-zero-width": "\u200b" * 5000,
    "tags": "flag" + "".join(chr(0xe0000 + ord(letter)) for letter in "hidden text") + "\U000e007f",
    "controls": "a" + "".join(chr(code) for code in range(1, 32)) + "\u007f" + "".join(map(chr, range(0x80, 0xa0))),
    "line-separators": "one\u2028two\u2029three\u0085four\u000bfive\u000csix\r\nseven\reight",
    "noncharacters": "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff",
    "private": "\ue000\uf8ff\U000f0000\U00100000",
    "emoji": "👨‍👩‍👧‍👦🏳️‍🌈👩🏿‍🚀🇺🇦🇹🇷" * 50,
    "emoji-chain": "👩" + "‍👩" * 3000,
    "flags": "🇺" * 3001,
    "variation": "☃" + "\ufe0f\ufe0e" * 3000,
    "skin": "👍" + "🏿" * 3000,
    "tall": "ຶ້ ཧཱུྃ ࿐ ꧁꧂ ﷺ ﷽ ᎒ ஜ۩۞۩ஜ 𒐫 ⸻ แก้ไ์่้๊๋ ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ",
    "tibetan": "ཀ" + "ྵྸྺྻྼ" * 500,
    "thai": "ก" + "้็่๋" * 2000,
    "virama": "क्" * 5000,
    "hangul": "ᄀ" * 3000 + "ᅡ" * 3000,
    "unassigned": "\u0378\u0530\U0001e900\U000e0fff\U0003ffff\u2fe0",
    "replacement": "\ufffd" * 500 + "\ufffc" * 500,
    "arabic": "بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ " * 40,
    "mixed-directions": "abc אבג 123 عربي " * 200,
    "ligatures": "ﷺ" * 3000,
    "scripts": "".join(chr(code) for code in range(0xa0, 0x2fff, 7) if not 0xd800 <= code < 0xe000),
    "cuneiform": "".join(chr(code) for code in range(0x12000, 0x12399)),
    "mathematics": "".join(chr(code) for code in range(0x1d400, 0x1d7ff)),
    "one-word": "w" * 20000,
    "words": "word " * 4000,
    "no-break": "a\u00a0" * 10000,
    "soft-hyphens": "a\u00ad" * 10000,
    "tabs": "\t" * 5000 + "end",
    "spaces": " " * 20000 + "end" + " " * 20000,
    "newlines": "line\n" * 4000,
    "blank-lines": "a" + "\n" * 20000 + "b",
    "zalgo": "".join(letter + "".join(MARKS[(7 * i + j) % len(MARKS)] for j in range(40)) for i, letter in enumerate("zalgo " * 50)),
    "marks-10k": flood(10_000),
    "enclosing": "a" + "\u20dd\u20de\u20df\u20e0\u20e3" * 2000,
    "mnemonic": "_a__b___c &File _",
    "shell": "$(reboot) `reboot` ; rm -rf / | | && %00 ../../../etc/passwd",
    "only-space": "\u00a0\u2003\u3000",
    "wide": "﷽" * 2000,
    "fullwidth": "Ａ" * 5000,
    "half-pairs-escaped": "\ud83d",
    "digits": "٣४৫" * 2000,
}


def texts():
    for name, words in TEXTS.items():
        if name == "half-pairs-escaped":
            content = json.dumps(with_fields("\ud83d")) # as escapes
            yield Case("texts/" + name, content, REFUSED)
            yield Case("texts/half-pairs", with_fields("\ud83d"), REFUSED)
        elif not words.strip() or name == "only-zero-width":
            yield Case("texts/" + name, with_fields(words), EITHER, walk=True)
        else:
            yield Case("texts/" + name, with_fields(words), walk=True)
    yield Case("texts/nul-escaped", json.dumps(with_fields("a\0b")), REFUSED)
    yield Case("texts/nul", with_fields("a").__repr__().encode() + b"\0", REFUSED)


def floods():
    """Much in one field: each field, so that none is forgotten."""
    kinds = {
        "marks-100k": flood(100_000),
        "marks-1m": flood(900_000),
        "long": "w" * 900_000,
        "newlines": "\n".join(["x"] * 100_000),
        "words": "word " * 180_000,
        "markless": "ก้" * 150_000,
    }
    for kind, words in kinds.items():
        for i, path in enumerate(FIELDS):
            yield Case(f"floods/{kind}-{path.replace('/', '-')}", with_field(path, words), EITHER,
                       walk=kind in ("marks-1m", "long", "newlines") and i % 3 == ("marks-1m", "long", "newlines").index(kind))
    for path in FIELDS:
        yield Case(f"floods/10m-{path.replace('/', '-')}", with_field(path, "w" * 10_000_000), SHOWN)
    content = document()
    for record in [content] + [record for value in content.values() if isinstance(value, list) for record in value]:
        record["unknown"] = "u" * 500_000
    yield Case("floods/unknown-members", content, walk=True)
    names = {f"n{i}" * 20: i for i in range(20_000)}
    yield Case("floods/unknown-names", document(custom=names))
    yield Case("floods/members-150000", document(custom={f"n{i}": i for i in range(150_000)}), REFUSED)
