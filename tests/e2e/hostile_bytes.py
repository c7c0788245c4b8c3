# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile files: documents cut, mutated and nested, other types of files, and what is no file."""

import copy
import gzip
import json
import os
import random
import socket

from hostile_document import EITHER, REFUSED, TITLE, Case, document, text
from hostile_texts import flood

MEMBERS = ["format", "version", "title", "description", "language", "license"]
WRONG = [None, True, 5, -1.5, "", "x", [], {}, [None], [[]], {"en": None}, {"en": {}}, ["x", 5], {"x": ["y"]}]


def paths(content, way=()):
    """Every member of the document, however deep."""
    entries = content.items() if isinstance(content, dict) else enumerate(content[:1]) if isinstance(content, list) else ()
    for key, value in entries:
        yield (*way, key)
        yield from paths(value, (*way, key))


def shapes():
    for i, way in enumerate(paths(document())):
        content = document()
        place = content
        for part in way[:-1]:
            place = place[part]
        place[way[-1]] = WRONG[i % len(WRONG)]
        yield Case("shapes/type-" + "-".join(map(str, way)), content, EITHER)
    for i, wrong in enumerate(WRONG):
        content = document()
        for way in list(paths(content))[::-1]:
            if way[0] in MEMBERS or isinstance(way[-1], int) or way[-1] == "id":
                continue
            place = content
            for part in way[:-1]:
                place = place[part]
            if len(way) > 1:
                place[way[-1]] = copy.deepcopy(wrong)
        yield Case(f"shapes/all-{i:02}", content, EITHER, walk=i % 2 == 0)
        yield Case(f"shapes/root-{i:02}", json.dumps(wrong), REFUSED)
    for name, opening, closing in (("lists", "[", "]"), ("objects", '{"a":', "}"), ("mixed", '[{"a":', "}]")):
        for n in (30, 60, 70, 1000, 100_000, 400_000):
            nest = opening * n + ("0" if name != "lists" else "") + closing * n
            deep = n * len(opening) // (1 if name == "lists" else 5 if name == "objects" else 3) if n > 60 else n
            yield Case(f"shapes/nested-{name}-{n}", '{"format":"talks-timeline","version":1,"title":"%s","x":%s}' % (TITLE, nest),
                       EITHER if n <= 60 else REFUSED)
            yield Case(f"shapes/open-{name}-{n}", opening * n, REFUSED)
    sound = json.dumps(document(), ensure_ascii=False, indent=1)
    data = sound.encode()
    for i in range(40):
        chance = random.Random(f"truncated {i}")
        yield Case(f"shapes/truncated-{i:02}", data[:chance.randrange(len(data) - 1)], REFUSED)
    for i in range(60):
        yield Case(f"shapes/mutated-{i:02}", mutate(data, random.Random(f"mutated {i}"), 1 + i % 12), EITHER, walk=i % 20 == 0)
    for i in range(24):
        yield Case(f"shapes/mutated-bundled-{i:02}", lambda path, i=i: mutate(bundled(), random.Random(f"bundled {i}"), 1 + i % 4), EITHER)
        yield Case(f"shapes/mutated-words-{i:02}", lambda path, i=i: mutate_words(bundled(), random.Random(f"words {i}"), 40), EITHER, walk=i % 8 == 0)
    yield Case("shapes/duplicate-members", '{"format":"talks-timeline","version":1,"title":"a","title":"b","events":[],"events":[]}', REFUSED)
    yield Case("shapes/byte-order-mark", b"\xef\xbb\xbf" + data)
    yield Case("shapes/byte-order-marks", b"\xef\xbb\xbf" * 2 + data, REFUSED)
    yield Case("shapes/newlines-100000", data + b"\n" * 100_000)
    yield Case("shapes/spaces-10m", b" " * 10_000_000 + data)
    yield Case("shapes/one-line", json.dumps(document()))
    yield Case("shapes/carriage-returns", data.replace(b"\n", b"\r"))
    yield Case("shapes/comments", data.replace(b"{", b"/* c */ {", 1), REFUSED)
    yield Case("shapes/name-10m", '{"%s": 1}' % ("n" * 10_000_000), REFUSED)
    yield Case("shapes/escapes", json.dumps(document(title=text(TITLE + " \u2028 😀"))))
    yield Case("shapes/whole-twice", data + data, REFUSED)


def bundled():
    with open(os.environ["TALKS_TEST_DOCUMENT"], "rb") as file:
        return file.read()


def mutate(data, chance, n):
    """data with n small injuries: bytes changed, cut, doubled, moved."""
    data = bytearray(data)
    for _ in range(n):
        at = chance.randrange(len(data))
        size = chance.choice((1, 1, 1, 2, 7, 100))
        what = chance.randrange(4)
        if what == 0:
            data[at:at + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del data[at:at + size]
        elif what == 2:
            data[at:at] = data[at:at + size]
        else:
            data[at:at + 1] = chance.choice((b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"0", b"-", b"\n", b"e"))
    return bytes(data)


def mutate_words(data, chance, n):
    """JSON still: values exchanged for others of the same document, or for odd ones."""
    content = json.loads(data)
    lists = [name for name, value in content.items() if isinstance(value, list) and value]
    odd = ["", "%s", "\u202e", "2022-13-45", "Y17E7", "../..", None, 0, -1, [], {}, "x" * 5000, flood(5000), "#", "\n" * 1000]
    for _ in range(n):
        record = chance.choice(content[chance.choice(lists)])
        key = chance.choice(list(record))
        other = chance.choice(content[chance.choice(lists)])
        record[key] = copy.deepcopy(chance.choice((chance.choice(list(other.values())), chance.choice(odd))))
    return json.dumps(content, ensure_ascii=False).encode()


# ---- what is no document, and odd names ----

def other_files():
    sound = json.dumps(document()).encode()
    for name, data in {
            "empty": b"", "blank": b" \n\t" * 100, "nul": bytes(1000), "nul-1m": bytes(1_000_000), "gzip": gzip.compress(sound, mtime=0),
            "gzip-bomb": gzip.compress(bytes(10_000_000), mtime=0), "pdf": b"%PDF-1.7\n" + sound, "png": b"\x89PNG\r\n\x1a\n" + bytes(100),
            "jpeg": b"\xff\xd8\xff\xe0" + bytes(100), "zip": b"PK\x03\x04" + bytes(100), "elf": b"\x7fELF" + bytes(200), "html": b"<!DOCTYPE html><html>",
            "xml": b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x/>", "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "sqlite": b"SQLite format 3\0" + bytes(100), "utf-16-le": sound.decode().encode("utf-16-le"), "utf-16-be": sound.decode().encode("utf-16-be"),
            "utf-16": sound.decode().encode("utf-16"), "utf-32": sound.decode().encode("utf-32"), "latin-1": sound.replace(b"Hostile", b"H\xf4stile"),
            "overlong": sound.replace(b"Hostile", b"\xc0\xaf\xe0\x80\xaf"), "surrogate": sound.replace(b"Hostile", b"\xed\xa0\x80"),
            "beyond": sound.replace(b"Hostile", b"\xf4\x90\x80\x80"), "half-character": sound.replace(b"Hostile", b"\xe2\x82"), "trailing-nul": sound + b"\0",
            "random": random.Random("random").randbytes(100_000), "ff": b"\xff" * 1000, "script": b"#!/bin/sh\nreboot\n", "yaml": b"format: talks-timeline\n",
            "csv": b"id;date\n=cmd|x;1\n", "other-json": b'{"type": "FeatureCollection"}', "newer": b'{"format":"talks-timeline","version":2}',
            "huge-version": b'{"format":"talks-timeline","version":9223372036854775807}', "format-markup": b'{"format":"<b>%s%n","version":1}',
            "json-lines": sound + b"\n" + sound, "quotes": b"'" * 100_000, "backslashes": b'{"a":"' + b"\\" * 100_001, "open-text": b'{"a":"' + b"x" * 1_000_000}.items():
        yield Case("files/" + name, data, REFUSED)
    for name in ("fifo", "folder", "socket", "loop", "dangling-link", "unreadable", "device", "link-to-device", "missing", "proc-mem", "link-to-folder", "in-a-file"):
        yield Case("files/" + name, make_special(name), REFUSED)
    yield Case("files/link", make_special("link"))
    yield Case("files/sparse-1g", make_special("sparse"), REFUSED)
    names = {"newline": b"a\nb.talks.json", "invalid-utf-8": b"\xff\xfe\x80.talks.json", "markup": b"<b>&amp;.talks.json",
             "bidi": "\u202enosj.sklat.talks.json".encode(), "255-bytes": b"n" * 244 + b".talks.json", "marks": ("a" + "\u0301" * 100 + ".talks.json").encode(),
             "percent": b"%s%n%20.talks.json", "space": b"  .talks.json", "dash": b"-rf.talks.json", "quote": b"'\"`$(x).talks.json", "no-ending": b"talks",
             "dots": b"...", "colon": b"http:x.talks.json", "controls": bytes(range(1, 32)).replace(b"/", b""), "emoji": "👩‍👩‍👧.talks.json".encode()}
    for name, place in names.items():
        # With a fault in each, so that the message names the file.
        yield Case("names/" + name, put_date(document()), place=place, walk=name in ("newline", "invalid-utf-8", "marks"))
        yield Case("names/refused-" + name, b"{", REFUSED, place=place)


def put_date(content):
    content["events"][1]["date"] = "never"
    return content


def make_special(kind):
    def make(path):
        if kind == "fifo":
            os.mkfifo(path)
        elif kind == "folder":
            os.mkdir(path)
        elif kind == "socket":
            # A path of a socket is short by law.
            here = os.getcwd()
            os.chdir(os.path.dirname(path))
            socket.socket(socket.AF_UNIX).bind(os.path.basename(path))
            os.chdir(here)
        elif kind == "loop":
            os.symlink(os.path.basename(path), path)
        elif kind == "in-a-file":
            with open(path, "w", encoding="ascii") as file:
                file.write("{}")
            os.rename(path, os.path.dirname(path) + b".file")
            os.rmdir(os.path.dirname(path))
            os.rename(os.path.dirname(path) + b".file", os.path.dirname(path))
        elif kind == "sparse":
            with open(path, "wb") as file:
                file.truncate(1 << 30)
        elif kind in ("unreadable", "link"):
            target = path if kind == "unreadable" else path + b".target"
            with open(target, "w", encoding="utf-8") as file:
                json.dump(document(), file)
            if kind == "unreadable":
                os.chmod(path, 0)
            else:
                os.symlink(target, path)
        elif kind != "missing":
            os.symlink({"dangling-link": "nowhere", "device": "/dev/zero", "link-to-device": "/dev/tty", "proc-mem": "/proc/self/mem",
                        "link-to-folder": "/"}[kind], path)
    return make
