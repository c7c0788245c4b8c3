#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema of documents accepts what the format allows, and nothing else.

Usage: test-schema.py SCHEMA DOCUMENT…
"""

import copy
import json
import sys
import unittest

try:
    import jsonschema
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

SCHEMA = None
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
         "related": [{"event": "round-1", "relation": "continues"}],
         "accounts": [{"claim": "It took two hours.", "date": "2022-03-15", "sources": ["report"]}],
         "certainty": "disputed", "note": "", "sources": ["report"]},
    ],
    "positions": [
        {"id": "stance-1", "party": "north", "participant": "envoy", "topic": "ceasefire", "date": "2022-04-XX",
         "event": "round-1", "label": "First a ceasefire, then everything else.", "stance": "First a ceasefire.",
         "quote": {"text": "Спершу тиша", "language": "uk", "translated": False, "note": "On air."},
         "replaces": "stance-0", "sources": ["report"]},
    ],
    "sources": [
        {"id": "report", "type": "article-newspaper", "title": "Report", "container-title": "Paper",
         "publisher": "House", "author": [{"family": "Reporter", "given": "A."}, {"literal": "Agency"}],
         "issued": {"date-parts": [[2022, 3, 15], ["2022", "3"]], "circa": True}, "accessed": "2025-05-20",
         "URL": "https://example.org/report?x=1#part", "language": "en-GB", "note": "", "custom": {"box": 4}},
    ],
    "annotations": [
        {"id": "urn:uuid:5f5bf1a4-9b0b-4ab1-8d6c-ff3d9b7a3ad1", "type": "Annotation", "motivation": "commenting",
         "creator": {"name": "Archivist"}, "created": "2025-05-20T10:00:00Z",
         "modified": "2025-05-20T10:00:00.250+02:00",
         "body": [{"type": "TextualBody", "value": "See source 2.", "format": "text/plain", "language": "en"}],
         "target": "#round-1"},
        {"id": "note-2", "type": "Annotation", "motivation": ["questioning", "tagging"],
         "body": {"type": "TextualBody", "value": "Where?"},
         "target": {"type": "SpecificResource", "source": "#round-1",
                    "selector": {"type": "TextQuoteSelector", "exact": "They met", "prefix": "", "suffix": "."}}},
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
    (["topics", 0, "id"], GONE),
    (["topics", 0, "id"], ""),
    (["topics", 0, "id"], "cease fire"),
    (["topics", 0, "id"], "#ceasefire"),
    (["topics", 0, "id"], 7),
    (["parties", 0, "kind"], "country"),
    (["parties", 0, "kind"], GONE),
    (["parties", 0, "color"], "blue"),
    (["parties", 0, "color"], "#2a6fd"),
    (["parties", 0, "color"], "#2a6fdbff"),
    (["parties", 0, "mark"], "heart"),
    (["parties", 0, "side"], " "),
    (["participants", 0, "name"], GONE),
    (["participants", 0, "party"], ["north", "host"]),
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
    (["events", 0, "title"], GONE),
    (["events", 0, "label"], {"en": "A label of more than 28 chars."}),
    (["events", 0, "label"], "A label of more than 28 chars."),
    (["events", 0, "time"], "13:35"),
    (["events", 0, "time", "start"], "1:35 pm"),
    (["events", 0, "time", "end"], "24:00"),
    (["events", 0, "time", "zone"], "MSK"),
    (["events", 0, "place"], "The palace"),
    (["events", 0, "place", "name"], GONE),
    (["events", 0, "place", "lat"], 91),
    (["events", 0, "place", "lon"], "29"),
    (["events", 0, "place", "lon"], GONE),
    (["events", 0, "attendance", 0, "participant"], GONE),
    (["events", 0, "attendance", 0, "presence"], "late"),
    (["events", 0, "attendance", 0, "presence"], True),
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
    (["positions", 0, "replaces"], ["stance-0"]),
    (["sources", 0, "type"], "newspaper"),
    (["sources", 0, "type"], GONE),
    (["sources", 0, "URL"], "javascript:alert(1)"),
    (["sources", 0, "URL"], "file:///etc/hostname"),
    (["sources", 0, "URL"], "https://"),
    (["sources", 0, "URL"], "https://example.org/two words"),
    (["sources", 0, "issued"], {}),
    (["sources", 0, "issued"], {"date-parts": []}),
    (["sources", 0, "issued"], {"date-parts": [[2022, 13]]}),
    (["sources", 0, "issued"], {"date-parts": [[2022, 1, 1, 1]]}),
    (["sources", 0, "issued"], {"date-parts": [2022, 1, 1]}),
    (["sources", 0, "author"], "A. Reporter"),
    (["sources", 0, "custom"], "box 4"),
    (["annotations", 0, "type"], "Note"),
    (["annotations", 0, "motivation"], "gossiping"),
    (["annotations", 0, "creator"], "Archivist"),
    (["annotations", 0, "created"], "2025-05-20"),
    (["annotations", 0, "body"], []),
    (["annotations", 0, "body"], "See source 2."),
    (["annotations", 0, "body", 0, "value"], GONE),
    (["annotations", 0, "target"], "round-1"),
    (["annotations", 0, "target"], GONE),
    (["annotations", 1, "target", "source"], GONE),
    (["annotations", 1, "target", "selector", "exact"], ""),
    (["annotations", 1, "target", "selector", "type"], "XPathSelector"),
    (["tours", 0, "title"], GONE),
    (["tours", 0, "steps"], {}),
    (["tours", 0, "steps", 0, "span"], "spring"),
    (["tours", 0, "steps", 0, "show"], ["map"]),
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


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as schema_file:
        SCHEMA = json.load(schema_file)
    DOCUMENTS = sys.argv[2:]
    unittest.main(argv=sys.argv[:1])
