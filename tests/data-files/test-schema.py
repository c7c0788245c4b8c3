#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema of documents accepts what the format allows, and nothing else; the program, whose
own checks go further, refuses what the schema refuses.

Usage: test-schema.py SCHEMA PROGRAM DOCUMENT…
"""

import copy
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

SCHEMA = None
PROGRAM = None
DOCUMENTS = []

# One of everything, each member filled.
EXAMPLE = {
    "format": "talks-timeline",
    "version": 1,
    "title": {"en": "Talks of Example", "uk": "Переговори", "zh-Hant-TW": "會談"},
    "description": "In the order of the alphabet.",
    "language": "en",
    "license": "CC-BY-4.0",
    "lanes": [{"id": "lane-talks", "name": "Talks", "kinds": ["talks", "summit"]}],
    "topics": [{"id": "ceasefire", "name": {"en": "Ceasefire"}, "description": {"en": ""}}],
    "parties": [
        {"id": "north", "name": "North", "short": "N", "kind": "state", "side": "north",
         "color": "#2a6fdb", "mark": "circle"},
        {"id": "host", "name": "Host", "kind": "organization", "side": "mediator",
         "color": "#0F9D8A", "mark": "triangle-down"},
    ],
    "participants": [
        {"id": "envoy", "name": "A. Envoy", "native_name": "А. Посланник", "party": "north",
         "roles": [{"title": "Envoy", "from": "2022-02", "to": "2024~"}], "description": "", "sources": ["report"]},
    ],
    "events": [
        {"id": "round-1", "date": "2022-03-14/2022-03-21",
         "time": {"start": "13:35", "end": "15:20", "zone": "+03:00"}, "time_note": "Local time.",
         "kind": "talks", "format": "in person", "place": {"name": "The palace", "lat": 41.04, "lon": 29.0},
         "label": {"en": "A label of exactly 28 chars."}, "title": "First round", "summary": "They met.",
         "outcome": "", "attendance": [{"participant": "envoy", "role": "chair", "presence": "remote", "note": "x"}],
         "related": [{"event": "round-0", "relation": "continues"}],
         "accounts": [{"claim": "It took two hours.", "date": "2022-03-15", "sources": ["report"]}],
         "certainty": "disputed", "note": "", "sources": ["report", "book"]},
        {"id": "round-0", "date": "2022-02-28", "kind": "summit", "title": "Round zero", "sources": ["book"]},
    ],
    "positions": [
        {"id": "stance-1", "party": "north", "participant": "envoy", "topic": "ceasefire", "date": "2022-04-XX",
         "event": "round-1", "label": "First a ceasefire, then everything else.", "stance": "First a ceasefire.",
         "quote": {"text": "Спершу тиша", "language": "uk", "translated": False, "note": "On air."},
         "replaces": "stance-0", "sources": ["report"]},
        {"id": "stance-0", "party": "north", "topic": "ceasefire", "date": "2022-03", "stance": "No ceasefire.",
         "sources": ["report"]},
    ],
    "sources": [
        {"id": "report", "type": "article-newspaper", "title": "Report", "container-title": "Paper",
         "publisher": "House", "author": [{"family": "Reporter", "given": "A."}, {"literal": "Agency", "parse-names": False}],
         "page": "4-5", "volume": 7, "categories": ["press"],
         "issued": {"date-parts": [[2022, 3, 15], ["2022", "3"]], "circa": True}, "accessed": "2025-05-20",
         "URL": "https://example.org/report?x=1#part", "language": "en-GB", "note": "", "custom": {"box": 4}},
        {"id": "book", "type": "book", "title": "Book", "original-date": {"literal": "2021"}},
    ],
    "annotations": [
        {"id": "urn:uuid:5f5bf1a4-9b0b-4ab1-8d6c-ff3d9b7a3ad1", "type": "Annotation", "motivation": "commenting",
         "creator": {"name": "Archivist"}, "created": "2025-05-20T10:00:00Z",
         "modified": "2025-05-20T10:00:00.250Z",
         "body": [{"type": "TextualBody", "value": "See source 2.", "format": "text/plain", "language": "en"}],
         "target": "#round-1"},
        {"id": "note-2", "type": "Annotation", "motivation": ["questioning", "tagging"],
         "body": {"type": "TextualBody", "value": "Where?"},
         "target": {"type": "SpecificResource", "source": "#round-1",
                    "selector": {"type": "TextQuoteSelector", "exact": "They met", "prefix": "", "suffix": "."}}},
        {"id": "note-3", "type": ["Annotation"], "creator": ["https://example.org/eve", {"id": "mailto:a@example.org"}],
         "bodyValue": "Plain words.", "target": ["example.talks.json#round-1", {"id": "#stance-1"}]},
        {"id": "note-4", "type": "Annotation", "motivation": "highlighting",
         "target": {"source": "#round-1", "selector": [{"type": "TextPositionSelector", "start": 1, "end": 2},
                                                       {"type": "TextQuoteSelector", "exact": "First"}]}},
        {"id": "note-5", "type": "Annotation", "body": ["https://example.org/", {"type": "Image", "id": "x.png"}],
         "target": "#host"},
    ],
    "tours": [
        {"id": "tour", "title": "The road", "description": "",
         "steps": [{"event": "round-1", "span": "2022-02/2022-04", "title": "Start", "text": "", "notes": "Slowly.",
                    "show": ["table", "positions", "attendance", "outcome"]}, {}]},
    ],
}

DATES_ALLOWED = [
    "2025", "2025-05", "2025-05-16", "2022-04-15~", "2022-04-XX", "2004-06-~01/2004-06-~20", "../1985-04-12",
    "1985-04/", "/1985", "Y-17E7", "Y171010000S3", "-0043", "[1760-01,1760-02,1760-12..]", "{1667,1668, 1670..1672}",
    "2001-34", "1XXX-XX", "XXXX-12-XX", "1985-04-12T23:20:30+04:30", "[..1984]",
]

GONE = object()

# Each breaks one rule: where, and what stands there instead.
BROKEN = [
    (["format"], "talks"),
    (["format"], GONE),
    (["version"], 2),
    (["version"], "1"),
    (["version"], GONE),
    (["title"], GONE),
    (["title"], ""),
    (["title"], {}),
    (["title"], {"en": " "}),
    (["title"], ["Talks"]),
    (["title", "en_GB"], "Talks"),
    (["description"], 5),
    (["description"], {"en": None}),
    (["language"], "English, British"),
    (["license"], ""),
    (["lanes"], {}),
    (["lanes", 0, "name"], GONE),
    (["lanes", 0, "kinds"], "talks"),
    (["lanes", 0, "kinds"], ["talks", "talks"]),
    (["lanes", 0, "kinds"], ["talks", " "]),
    (["lanes", 0, "name"], {"en": "Talks", "uk": ""}),
    (["topics", 0, "id"], GONE),
    (["topics", 0, "id"], ""),
    (["topics", 0, "id"], "cease fire"),
    (["topics", 0, "id"], "#ceasefire"),
    (["topics", 0, "id"], 7),
    (["topics", 0, "id"], "x" * 201),
    (["topics", 0, "description"], {}),
    (["parties", 0, "short"], ""),
    (["parties", 0, "kind"], "country"),
    (["parties", 0, "kind"], GONE),
    (["parties", 0, "color"], "blue"),
    (["parties", 0, "color"], "#2a6fd"),
    (["parties", 0, "color"], "#2a6fdbff"),
    (["parties", 0, "mark"], "heart"),
    (["parties", 0, "side"], " "),
    (["participants", 0, "name"], GONE),
    (["participants", 0, "party"], ["north", "host"]),
    (["participants", 0, "native_name"], "\t"),
    (["participants", 0, "roles"], "Envoy"),
    (["participants", 0, "roles", 0, "title"], GONE),
    (["participants", 0, "roles", 0, "from"], "March 2022"),
    (["participants", 0, "sources"], ["report", "report"]),
    (["events", 0], "round-1"),
    (["events", 0, "date"], GONE),
    (["events", 0, "date"], ""),
    (["events", 0, "date"], "14.03.2022 or so"),
    (["events", 0, "date"], 2022),
    (["events", 0, "date"], {"start": "2022"}),
    (["events", 0, "kind"], GONE),
    (["events", 0, "kind"], " "),
    (["events", 0, "format"], ""),
    (["events", 0, "label"], ""),
    (["events", 0, "title"], GONE),
    (["events", 0, "label"], {"en": "A label of more than 28 chars."}),
    (["events", 0, "label"], "A label of more than 28 chars."),
    (["events", 0, "time"], "13:35"),
    (["events", 0, "time", "start"], "1:35 pm"),
    (["events", 0, "time", "end"], "24:00"),
    (["events", 0, "time", "zone"], "MSK"),
    (["events", 0, "time", "zone"], "+14:30"),
    (["events", 0, "time", "start"], GONE),
    (["events", 0, "place"], "The palace"),
    (["events", 0, "place", "name"], GONE),
    (["events", 0, "place", "lat"], 91),
    (["events", 0, "place", "lon"], "29"),
    (["events", 0, "place", "lon"], GONE),
    (["events", 0, "attendance", 0, "participant"], GONE),
    (["events", 0, "attendance", 0, "presence"], "late"),
    (["events", 0, "attendance", 0, "presence"], True),
    (["events", 0, "attendance", 0, "role"], ""),
    (["events", 0, "attendance", 0], "envoy"),
    (["events", 0, "related", 0, "event"], GONE),
    (["events", 0, "accounts", 0, "claim"], GONE),
    (["events", 0, "accounts", 0, "date"], "yesterday"),
    (["events", 0, "certainty"], "certain"),
    (["events", 0, "sources"], "report"),
    (["positions", 0, "party"], GONE),
    (["positions", 0, "topic"], GONE),
    (["positions", 0, "date"], GONE),
    (["positions", 0, "stance"], GONE),
    (["positions", 0, "label"], "A label that runs on to forty-one letters"),
    (["positions", 0, "quote"], "Спершу тиша"),
    (["positions", 0, "quote", "text"], GONE),
    (["positions", 0, "quote", "translated"], "yes"),
    (["positions", 0, "quote", "text"], " "),
    (["positions", 0, "quote", "language"], "Ukrainian (spoken)"),
    (["positions", 0, "replaces"], ["stance-0"]),
    (["sources", 0, "type"], "newspaper"),
    (["sources", 0, "type"], GONE),
    (["sources", 0, "URL"], "javascript:alert(1)"),
    (["sources", 0, "URL"], "file:///etc/hostname"),
    (["sources", 0, "URL"], "https://"),
    (["sources", 0, "URL"], "https://example.org@evil.example/"),
    (["sources", 0, "URL"], "https://example.org\\@evil.example/"),
    (["sources", 0, "URL"], "www.example.org"),
    (["sources", 0, "URL"], "https://example.org/two words"),
    (["sources", 0, "issued"], {}),
    (["sources", 0, "issued"], {"date-parts": []}),
    (["sources", 0, "issued"], {"date-parts": [[2022, 13]]}),
    (["sources", 0, "issued"], {"date-parts": [[2022, 1, 1, 1]]}),
    (["sources", 0, "issued"], {"date-parts": [2022, 1, 1]}),
    (["sources", 0, "author"], "A. Reporter"),
    (["sources", 0, "author", 0], {}),
    (["sources", 0, "author", 0, "family"], ["Reporter"]),
    (["sources", 0, "editor"], ["A. Editor"]),
    (["sources", 0, "page"], [4, 5]),
    (["sources", 0, "abstract"], 5),
    (["sources", 0, "categories"], ["press", 5]),
    (["sources", 0, "event-date"], {"date-parts": [[2022, 2, 32]]}),
    (["sources", 0, "issued", "season"], True),
    (["sources", 0, "language"], "English language"),
    (["sources", 0, "custom"], "box 4"),
    (["annotations", 0, "type"], "Note"),
    (["annotations", 0, "motivation"], "gossiping"),
    (["annotations", 0, "creator"], "Archivist"),
    (["annotations", 0, "created"], "2025-05-20"),
    (["annotations", 0, "created"], "20250520T100000Z"),
    (["annotations", 0, "modified"], "2025-05-20T10:00:00"),
    (["annotations", 0, "motivation"], []),
    (["annotations", 0, "creator"], {"nick": "eve"}),
    (["annotations", 0, "bodyValue"], "Twice."),
    (["annotations", 0, "body"], 5),
    (["annotations", 0, "body", 0, "language"], "the English one"),
    (["annotations", 0, "body", 0, "purpose"], "gossiping"),
    (["annotations", 2, "target", 0], "https://example.org/"),
    (["annotations", 2, "target"], []),
    (["annotations", 0, "body"], []),
    (["annotations", 0, "body"], "See source 2."),
    (["annotations", 0, "body", 0, "value"], GONE),
    (["annotations", 0, "target"], "round-1"),
    (["annotations", 0, "target"], GONE),
    (["annotations", 1, "target", "source"], GONE),
    (["annotations", 1, "target", "selector", "exact"], ""),
    (["annotations", 1, "target", "selector", "type"], "PathSelector"),
    (["tours", 0, "title"], GONE),
    (["tours", 0, "steps"], {}),
    (["tours", 0, "steps", 0, "span"], "spring"),
    (["tours", 0, "steps", 0, "show"], ["map"]),
    (["tours", 0, "steps", 0, "show"], ["table", "table"]),
]


def changed(document, path, value):
    result = copy.deepcopy(document)
    parent = result
    for step in path[:-1]:
        parent = parent[step]
    if value is GONE:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return result


class SchemaTest(unittest.TestCase):
    def setUp(self):
        self.validator = jsonschema.Draft202012Validator(SCHEMA)

    def problems(self, document):
        return ["/%s: %s" % ("/".join(map(str, error.path)), error.message[:200])
                for error in self.validator.iter_errors(document)]

    def test_schema_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_documents_are_valid(self):
        self.assertTrue(DOCUMENTS)
        for path in DOCUMENTS:
            with self.subTest(path), open(path, encoding="utf-8") as file:
                self.assertEqual(self.problems(json.load(file)), [])

    def test_example_is_valid(self):
        self.assertEqual(self.problems(EXAMPLE), [])

    def test_smallest_document_is_valid(self):
        self.assertEqual(self.problems({"format": "talks-timeline", "version": 1, "title": "T"}), [])

    def test_unknown_members_are_allowed(self):
        document = copy.deepcopy(EXAMPLE)

        def add(value):
            if isinstance(value, dict):
                for member in value.values():
                    add(member)
                # An object of texts holds languages only; every other object may hold more.
                if not value.keys() & {"en"}:
                    value["x-unknown"] = {"any": ["thing", None]}
            elif isinstance(value, list):
                for member in value:
                    add(member)

        add(document)
        self.assertIn("x-unknown", document["events"][0]["attendance"][0])
        self.assertEqual(self.problems(document), [])

    def test_dates_are_allowed(self):
        for date in DATES_ALLOWED:
            with self.subTest(date):
                self.assertEqual(self.problems(changed(EXAMPLE, ["events", 0, "date"], date)), [])

    def test_broken_documents_are_refused(self):
        for path, value in BROKEN:
            with self.subTest(path=path, value="absent" if value is GONE else value):
                self.assertTrue(self.problems(changed(EXAMPLE, path, value)))


class ProgramTest(unittest.TestCase):
    """The checks of the program beside those of the schema."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def validate(self, *documents):
        """The exit status, and severity and pointer of each problem of each document."""
        paths = []
        for document in documents:
            paths.append(os.path.join(self.folder.name, "%d.talks.json" % len(paths)))
            with open(paths[-1], "w", encoding="utf-8") as file:
                json.dump(document, file, ensure_ascii=False, indent=1)
        result = subprocess.run([PROGRAM, "--validate", *paths], capture_output=True, check=False, encoding="utf-8",
                                env={**os.environ, "LC_ALL": "C.UTF-8"})
        found = {path: [] for path in paths}
        for line in result.stdout.splitlines():
            match = re.fullmatch(r"(.*?):[1-9]\d*:[1-9]\d*: (error|warning): ((?:/[^ ]*)?): .+", line)
            self.assertIsNotNone(match, line)
            found[match.group(1)].append((match.group(2), match.group(3)))
        return result.returncode, list(found.values()), result.stderr

    def test_example_is_accepted(self):
        status, (found,), complaint = self.validate(EXAMPLE)
        self.assertEqual((status, [problem for problem in found if problem[0] == "error"], complaint), (0, [], ""))

    def test_documents_are_accepted(self):
        for path in DOCUMENTS:
            with self.subTest(path):
                subprocess.run([PROGRAM, "--validate", path], check=True, stdout=subprocess.DEVNULL)

    def test_dates_are_accepted(self):
        documents = [changed(EXAMPLE, ["events", 0, "accounts", 0, "date"], date) for date in DATES_ALLOWED]
        status, found, complaint = self.validate(*documents)
        for date, problems in zip(DATES_ALLOWED, found):
            self.assertNotIn("error", [problem[0] for problem in problems], date)
        self.assertEqual((status, complaint), (0, ""))

    def test_what_the_schema_refuses_is_refused(self):
        for path, value in BROKEN:
            with self.subTest(path=path, value="absent" if value is GONE else value):
                broken = "".join("/%s" % step for step in path)
                status, (found,), complaint = self.validate(changed(EXAMPLE, path, value))
                if status == 2:
                    # Not a document at all: the message says where in the file.
                    self.assertRegex(complaint, r"^talks-timeline: .*0\.talks\.json:\d+:\d+: ")
                    continue
                self.assertEqual(status, 1)
                near = [pointer for severity, pointer in found if severity == "error"
                        and ((broken + "/").startswith(pointer + "/") or pointer.startswith(broken + "/"))]
                self.assertTrue(near, found)

    def test_files_are_told_in_order(self):
        """Each file of several has its own lines, and the worst of them is the exit status."""
        broken = changed(EXAMPLE, ["version"], 2)
        wrong = changed(EXAMPLE, ["sources", 0, "type"], "newspaper")
        alone = self.validate(wrong)
        self.assertEqual(alone[0], 1)
        status, found, complaint = self.validate(EXAMPLE, wrong, broken, wrong)
        self.assertEqual(status, 2)
        self.assertEqual(found[1], alone[1][0])
        self.assertEqual(found[3], alone[1][0])
        self.assertEqual(found[2], [])
        self.assertIn("2.talks.json", complaint)
        self.assertEqual(self.validate(EXAMPLE, wrong, broken, wrong), (status, found, complaint))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as schema_file:
        SCHEMA = json.load(schema_file)
    PROGRAM = sys.argv[2]
    DOCUMENTS = sys.argv[3:]
    unittest.main(argv=sys.argv[:1])
