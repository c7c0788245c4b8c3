# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What hostile files are made from: a sound document with something of everything, and ways to spoil it."""

import json
import os

FORMAT = {"format": "talks-timeline", "version": 1}
TITLE = "Hostile talks"

SHOWN = "shown"      # the document is in the window
REFUSED = "refused"  # a message says why not
EITHER = "either"    # one of the two


class Case:
    def __init__(self, name, content, expect=SHOWN, walk=False, heavy=False, place=None):
        self.name = name
        self.content = content  # a dict, a text, bytes, or a function of the path that makes the file
        self.expect = expect
        self.walk = walk        # whether to click through what is shown
        self.heavy = heavy      # whether to open it in a program of its own
        self.place = place      # the file name, where that is the point: bytes

    @property
    def group(self):
        return self.name.split("/")[0]

    def write(self, folder):
        """Makes the file in a folder of its own; its path."""
        home = os.path.join(folder, self.name.replace("/", "-"))
        os.makedirs(home, exist_ok=True)
        path = os.path.join(os.fsencode(home), self.place or os.fsencode(self.name.split("/")[-1] + ".talks.json"))
        content = self.content
        if callable(content):
            content = content(path)
        if content is None:  # made already
            return path
        if isinstance(content, (dict, list)):
            content = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        if isinstance(content, str):
            content = content.encode("utf-8", "surrogatepass")
        with open(path, "wb") as file:
            file.write(content)
        return path


# ---- a document that is sound, with something of everything ----

def text(words):
    return {"en": words}


def event(number, date="2022-03-01", **more):
    return {"id": f"e{number}", "date": date, "kind": "talks", "title": text(f"Round {number}"), **more}


def document(**more):
    sources = ["s1"]
    return {
        **FORMAT, "title": text(TITLE), "description": text("All that a document can hold."), "language": "en",
        "license": "CC-BY-4.0",
        "lanes": [{"id": "l1", "name": text("Talks"), "kinds": ["talks"]},
                  {"id": "l2", "name": text("Mediation"), "kinds": ["mediation"]}],
        "topics": [{"id": "t1", "name": text("Ceasefire"), "description": text("When the fighting stops.")},
                   {"id": "t2", "name": text("Borders")}],
        "parties": [
            {"id": "a", "name": text("Alba"), "short": text("Alb"), "description": text("A party."), "kind": "state",
             "side": "a", "color": "#1f63d0", "mark": "circle"},
            {"id": "b", "name": text("Borduria"), "short": text("Bor"), "kind": "state", "side": "b",
             "color": "#c01c28", "mark": "diamond"},
            {"id": "m", "name": text("Mediators"), "short": text("Med"), "kind": "organization", "side": "mediator",
             "color": "#26a269", "mark": "square"}],
        "participants": [
            {"id": "p1", "name": text("Ann Alder"), "native_name": "Анна", "party": "a", "description": text("A delegate."),
             "roles": [{"title": text("Envoy"), "from": "2022-01-01", "to": "2022-12-31"}], "sources": sources},
            {"id": "p2", "name": text("Ben Birch"), "party": "b", "roles": [{"title": text("Minister")}]},
            {"id": "p3", "name": text("Cy Cedar"), "party": "m"}],
        "events": [
            event(1, "2022-03-01", time={"start": "13:35", "end": "15:20", "zone": "+03:00"},
                  time_note=text("By the clock of the hall."), format="in person",
                  place={"name": text("Istanbul"), "lat": 41.0, "lon": 29.0}, label=text("Round 1"),
                  summary=text("They met."), outcome=text("They will meet again."),
                  attendance=[{"participant": "p1", "role": "head of delegation", "presence": "present",
                               "note": text("Spoke first.")},
                              {"participant": "p2", "role": "delegate", "presence": "present"},
                              {"participant": "p3", "role": "chair", "presence": "remote"}],
                  related=[{"event": "e2", "relation": "prepares"}],
                  accounts=[{"claim": text("Alba: it went well."), "date": "2022-03-02", "sources": sources},
                            {"claim": text("Borduria: it did not."), "sources": ["s2"]}],
                  certainty="confirmed", note=text("A note."), sources=sources),
            event(2, "2022-03-15~", kind="mediation", attendance=[{"participant": "p1"}], sources=["s2"]),
            event(3, "2022-05-01/2022-05-20", attendance=[{"participant": "p2"}], sources=sources),
            event(4, "2024-11", certainty="disputed", sources=sources),
            event(5, "2025-05-16", attendance=[{"participant": "p1"}, {"participant": "p2"}], sources=sources)],
        "positions": [
            {"id": "q1", "party": "a", "participant": "p1", "topic": "t1", "date": "2022-03-01", "event": "e1",
             "label": text("Now"), "stance": text("The fighting stops now."),
             "quote": {"text": "now", "language": "en", "translated": True, "note": text("As given.")}, "sources": sources},
            {"id": "q2", "party": "b", "topic": "t1", "date": "2022-03-15", "stance": text("Not yet."), "sources": sources},
            {"id": "q3", "party": "a", "topic": "t1", "date": "2025-05-16", "stance": text("Now, again."),
             "replaces": "q1", "sources": sources}],
        "sources": [
            {"id": "s1", "type": "article-newspaper", "title": "A report", "container-title": "The Paper",
             "publisher": "The House", "author": [{"family": "Writer", "given": "W."}],
             "issued": {"date-parts": [[2022, 3, 2]]}, "accessed": {"date-parts": [[2025, 6, 1]]},
             "URL": "https://example.org/report", "language": "en", "note": "Read twice."},
            {"id": "s2", "type": "webpage", "title": "A page", "URL": "https://example.org/page"}],
        "annotations": [
            {"id": "n1", "type": "Annotation", "motivation": "commenting", "creator": {"name": "A reader"},
             "created": "2025-06-01T12:00:00Z", "body": [{"type": "TextualBody", "value": "Remarkable."}],
             "target": "#e1"}],
        "tours": [
            {"id": "o1", "title": text("A tour"), "description": text("From first to last."),
             "steps": [{"event": "e1", "span": "2022-03/2022-05", "title": text("First"), "text": text("It begins."),
                        "notes": text("Wait here."), "show": ["table"]}, {"event": "e5"}]}],
        **more,
    }


# Each text that is drawn or shown somewhere: where it stands in document().
FIELDS = [
    "title", "description", "license", "lanes/0/name", "topics/0/name", "topics/0/description", "parties/0/name",
    "parties/0/short", "parties/0/description", "parties/0/side", "participants/0/name", "participants/0/native_name",
    "participants/0/description", "participants/0/roles/0/title", "events/0/label", "events/0/title", "events/0/kind",
    "events/0/format", "events/0/time_note", "events/0/place/name", "events/0/summary", "events/0/outcome",
    "events/0/note", "events/0/attendance/0/role", "events/0/attendance/0/note", "events/0/related/0/relation",
    "events/0/accounts/0/claim", "positions/0/label", "positions/0/stance", "positions/0/quote/text",
    "positions/0/quote/note", "positions/0/quote/language", "sources/0/title", "sources/0/container-title", "sources/0/publisher",
    "sources/0/author/0/family", "sources/0/note", "sources/0/URL", "annotations/0/body/0/value",
    "annotations/0/creator/name", "tours/0/title", "tours/0/steps/0/title", "tours/0/steps/0/text",
]


def put(content, path, value):
    """content with another value at path; a text by language stays one."""
    *way, last = [int(part) if part.isdigit() else part for part in path.split("/")]
    for part in way:
        content = content[part]
    if isinstance(value, str) and isinstance(content[last], dict) and "en" in content[last]:
        value = text(value)
    content[last] = value


def with_field(path, value):
    content = document()
    put(content, path, value)
    return content


def with_fields(value):
    """The document with one text in all of its fields."""
    content = document()
    for path in FIELDS:
        put(content, path, value)
    return content


def many_events(n, date="2022-03-01", **more):
    return document(events=[event(i, date(i) if callable(date) else date, **more) for i in range(n)])
