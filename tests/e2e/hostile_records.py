# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile records: odd values, ids that lead nowhere or in circles, and too many of everything."""

import json
import re

from hostile_document import EITHER, REFUSED, TITLE, Case, document, event, many_events, text
from hostile_texts import flood


def values():
    places = [(1e308, -1e308), (90.0000001, 180.0000001), (-0.0, 0.0), (10**18, -10**18), (5e-324, 41.0), (-91, 181)]
    yield Case("values/coordinates", document(events=[
        event(i, place={"name": text(f"Place {i}"), "lat": lat, "lon": lon}) for i, (lat, lon) in enumerate(places)]), walk=True)
    for name, number in {"1e400": "1e400", "-1e400": "-1e400", "minus-zero": "-0", "10-18": "1000000000000000000",
                         "2-63": "9223372036854775808", "2-64": "18446744073709551616", "1e-400": "1e-400",
                         "digits": "1" * 10000, "fraction": "0." + "3" * 10000, "exponent": "1e" + "9" * 1000}.items():
        whole = json.dumps(document()).replace("41.0", number)
        yield Case("values/latitude-" + name, whole, EITHER)
        yield Case("values/version-" + name, json.dumps(document()).replace('"version": 1', '"version": ' + number), REFUSED)
        yield Case("values/unknown-" + name, json.dumps(document()).replace('"language": "en"', '"other": ' + number, 1), EITHER)
    colors = ["", "#", "#fff", "#gggggg", "red", "rgb(1,2,3)", "#1234567", "#ＦＦＦＦＦＦ", "#12345\u0661", "none", "%s", "#000000", "#ffffff",
              "transparent", "#" + "f" * 10000, "url(file:///etc/passwd)", "var(--x)", "currentColor", "#12 345", "#-12345"]
    yield Case("values/colors", document(parties=[
        {"id": f"c{i}" if i else "a", "name": text(f"Party {i}"), "kind": "state", "color": color, "mark": "circle"}
        for i, color in enumerate(colors)]), walk=True)
    marks = ["", "circle ", "CIRCLE", "♥", "none", "../x", "star\0"[:4], "cross", "%n"]
    yield Case("values/marks", document(parties=[
        {"id": f"c{i}" if i else "a", "name": text(f"Party {i}"), "kind": mark, "color": "#123456", "mark": mark, "side": mark}
        for i, mark in enumerate(marks)]), walk=True)
    languages = {f"{a}{b}{c}": f"{a}{b}{c} words" for a in "abcdefghijklmnop" for b in "abcdefghijklmno" for c in "abcdefghijkl"}
    yield Case("values/languages-90000", document(title={f"x{i:05}": "" if i else TITLE for i in range(90_000)}), walk=True)
    for path in ("title", "events/0/title", "parties/0/name", "lanes/0/name"):
        content = document()
        *way, last = [int(part) if part.isdigit() else part for part in path.split("/")]
        record = content
        for part in way:
            record = record[part]
        record[last] = languages
        yield Case("values/languages-" + path.replace("/", "-"), content, walk=True)
    tags = {"": "empty", "en-": "dash", "-": "dash", "e" * 10000: "long", "en_GB": "locale", "<b>": "markup", "x-" * 3000: "private",
            "en\n": "line", "zh-Hant-TW-x-a-b-c": "long", "\u202een": "turned", "EN": "capital", "en": "right"}
    yield Case("values/language-tags", document(title=tags, events=[event(i, title=tags, label=tags) for i in range(3)]), walk=True)
    for i, language in enumerate(["", "e" * 100_000, "../..", "%s", "x\ny", "en-" * 1000]):
        yield Case(f"values/language-{i}", document(language=language))
    urls = ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,<script>", "smb://server/share", "ssh://-oProxyCommand=x",
            "https://user@evil@example.org/", "http://[::1", "https://", "HTTPS://EXAMPLE.ORG", "https://example.org/\nX: y", "mailto:a@b",
            "https://ex\u202eample.org/", "https://xn--80ak6aa92e.com/", "https://пример.рф/путь", "https://example.org/" + "a" * 50_000,
            "ftp://example.org", "vbscript:x", "about:blank", "//example.org", "/etc/passwd", "C:\\x", "https://example.org:99999/", "\\\\unc\\x",
            "https://example.org/%00%n%s", "https://example.org/<b>", "gopher://x", "tel:112", "https://127.0.0.1@example.org", "https://a b.org", "blob:x"]
    yield Case("values/urls", document(sources=[{"id": f"s{i}", "type": "webpage", "title": f"Page {i}", "URL": url, "DOI": url}
                                                for i, url in enumerate(urls)]), walk=True)
    targets = ["", "#", "e1", "#nobody", "#e1#e2", "https://example.org/#e1", "#" + "x" * 100_000, "#q1", "#n0", "#title", "#%s", None, 5, [], {},
               [[]], {"source": 5}, {"source": "#e1", "selector": "x"}, {"source": "#e1", "selector": {"type": "TextQuoteSelector"}},
               {"source": "#e1", "selector": {"type": "TextQuoteSelector", "exact": "m" * 50_000, "prefix": "\n", "suffix": "\u202e"}},
               {"source": "#e1", "selector": [{"type": "XPathSelector", "value": "//" * 10_000}] * 50},
               {"source": "#e1", "selector": {"type": "RangeSelector", "startSelector": {"type": "RangeSelector"}}},
               {"source": "#e1", "selector": {"type": "TextPositionSelector", "start": -1, "end": 10**18}}, ["#e1"] * 1000, {"id": "#n2"}]
    yield Case("values/annotations", document(annotations=[
        {"id": f"n{i}", "type": "Annotation", "motivation": "commenting", "created": "9999-99-99T99:99:99Z", "body": f"Body {i}", "target": target}
        for i, target in enumerate(targets)]), walk=True)
    spans = ["", "../..", "Y-17E7/Y17E7", "2022/2021", "x", "2022-03-01", flood(20_000)]
    yield Case("values/tours", document(tours=[
        {"id": f"o{i}", "title": text(f"Tour {i}"), "steps": [{"event": "nobody", "span": span, "show": ["table", "x", "table"] * 50}]}
        for i, span in enumerate(spans)]), walk=True)


IDS = ["~", "/", "~0", "~1", "~2", "a/b~c", "#", "a b", " ", "\t", "\n", "", "%s", "<b>", "..", "../..", "-", "0", "__proto__", "\u202eid", "é", "e\u0301",
       "\u200b", "😀", "a" * 1000, "i" * 900_000, "\ufffe", "null", "e1\u0000"[:2]]


def references():
    for i, record in enumerate(IDS):
        content = json.loads(json.dumps(document()).replace('"e1"', json.dumps(record)).replace('"p1"', json.dumps(record + "p")))
        yield Case(f"references/id-{i:02}", content, walk=i % 5 == 0)
    content = document()
    for events in content["events"]:
        events["id"] = "e1"
    yield Case("references/duplicates", content, walk=True)
    yield Case("references/duplicates-everywhere", json.loads(
        re.sub(r'"id": "[a-z][0-9]?"', '"id": "x"', json.dumps(document()))), walk=True)
    yield Case("references/dangling", json.loads(json.dumps(document()).replace('"participant": "p', '"participant": "x').replace(
        '"party": "', '"party": "x').replace('"topic": "', '"topic": "x').replace('["s', '["x').replace('"event": "e', '"event": "x')), walk=True)
    stance = {"party": "a", "topic": "t1", "date": "2022-03-01", "stance": text("Again.")}
    for n in (1, 2, 3, 5000):
        yield Case(f"references/replaces-cycle-{n}", document(positions=[
            {"id": f"q{i}", "replaces": f"q{(i + 1) % n}", **stance} for i in range(n)]), walk=True)
        yield Case(f"references/related-cycle-{n}", document(events=[
            event(i, related=[{"event": f"e{(i + 1) % n}", "relation": "follows"}]) for i in range(n)]), walk=True)
    yield Case("references/replaces-chain-20000", document(positions=[
        {"id": f"q{i}", **({"replaces": f"q{i - 1}"} if i else {}), **stance} for i in range(20_000)]), walk=True, heavy=True)
    yield Case("references/replaced-by-20000", document(positions=[
        {"id": f"q{i}", **({"replaces": "q0"} if i else {}), **stance} for i in range(20_000)]), walk=True, heavy=True)
    yield Case("references/all-related", document(events=[
        event(i, related=[{"event": f"e{j}", "relation": "see"} for j in range(150)]) for i in range(150)]), walk=True)
    yield Case("references/kinds-mixed", json.loads(json.dumps(document()).replace('"participant": "p1"', '"participant": "s1"').replace(
        '"topic": "t1"', '"topic": "e1"').replace('"party": "a"', '"party": "p1"')), walk=True)


# ---- counts ----

def counts():
    def people(n):
        return [{"id": f"p{i}", "name": text(f"Person {i}"), "party": "a"} for i in range(n)]

    def stances(n, **more):
        return [{"id": f"q{i}", "party": "a", "topic": "t1", "date": f"{1900 + i % 120}-{i % 12 + 1:02}", "stance": text(f"Stance {i}"), **more}
                for i in range(n)]

    yield Case("counts/records-1m", '{"format":"talks-timeline","version":1,"title":"' + TITLE + '","events":['
               + ",".join(["{}"] * 1_000_000) + "]}", EITHER, heavy=True)
    yield Case("counts/records-1m-of-sources", '{"format":"talks-timeline","version":1,"title":"' + TITLE + '","sources":['
               + ",".join('{"id":"s%d"}' % i for i in range(1_000_000)) + "]}", EITHER, heavy=True)
    yield Case("counts/numbers-1m", document(numbers=[0] * 1_000_000), REFUSED, heavy=True)
    yield Case("counts/records-3m", '{"format":"talks-timeline","version":1,"events":[' + "0," * 3_000_000 + "0]}", REFUSED, heavy=True)
    yield Case("counts/events-100000-on-one-day", many_events(100_000), walk=True, heavy=True)
    yield Case("counts/events-20000-on-one-day", many_events(20_000), walk=True, heavy=True)
    yield Case("counts/events-20000", many_events(20_000, lambda i: f"{1500 + i // 40}-{i % 12 + 1:02}-{i % 28 + 1:02}"), walk=True, heavy=True)
    yield Case("counts/events-100000", many_events(100_000, lambda i: f"{1500 + i // 200}-{i % 12 + 1:02}-{i % 28 + 1:02}"), walk=True, heavy=True)
    yield Case("counts/lanes-100000", document(lanes=[{"id": f"l{i}", "name": text(f"Lane {i}"), "kinds": [f"k{i}"]} for i in range(100_000)]),
               walk=True, heavy=True)
    yield Case("counts/lanes-1000", document(lanes=[{"id": f"l{i}", "name": text(f"Lane {i}"), "kinds": [f"k{i}"]} for i in range(1000)],
                                             events=[event(i, kind=f"k{i}") for i in range(1000)]), walk=True)
    yield Case("counts/lanes-of-one-kind", document(lanes=[{"id": f"l{i}", "name": text(f"Lane {i}"), "kinds": ["talks"]} for i in range(3000)]), walk=True)
    yield Case("counts/kinds-100000", document(lanes=[{"id": "l1", "name": text("All"), "kinds": [f"k{i}" for i in range(100_000)]}]))
    yield Case("counts/no-lanes", document(lanes=[]), walk=True)
    yield Case("counts/parties-10000", document(parties=[
        {"id": f"a{i}" if i else "a", "name": text(f"Party {i}"), "kind": "state", "color": "#%06x" % (i * 997 % 2**24), "mark": "circle", "side": f"s{i}"}
        for i in range(10_000)]), walk=True, heavy=True)
    yield Case("counts/parties-with-stances", document(parties=[
        {"id": f"a{i}", "name": text(f"Party {i}"), "kind": "state", "color": "#%06x" % (i * 997), "mark": "circle"} for i in range(2_000)],
        positions=[{"id": f"q{i}", "party": f"a{i}", "topic": "t1", "date": "2022-03-01", "stance": text(f"Stance {i}")} for i in range(2_000)]),
        walk=True, heavy=True)
    yield Case("counts/topics-10000", document(topics=[{"id": f"t{i}", "name": text(f"Topic {i}")} for i in range(10_000)]), walk=True, heavy=True)
    yield Case("counts/topics-with-stances", document(topics=[{"id": f"t{i}", "name": text(f"Topic {i}")} for i in range(2_000)], positions=[
        {"id": f"q{i}", "party": "a", "topic": f"t{i}", "date": "2022-03-01", "stance": text(f"Stance {i}")} for i in range(2_000)]), walk=True, heavy=True)
    yield Case("counts/participants-10000", document(participants=people(10_000)), walk=True, heavy=True)
    yield Case("counts/positions-20000", document(positions=stances(20_000)), walk=True, heavy=True)
    yield Case("counts/positions-of-one-day", document(positions=stances(10_000, date="2022-03-01")), walk=True, heavy=True)
    yield Case("counts/sources-50000", document(sources=[{"id": f"s{i}", "type": "book", "title": f"Book {i}"} for i in range(50_000)]), walk=True, heavy=True)
    short = {
        "attendance": [{"participant": "p1"}] * 35_000, "related": [{"event": "e1"}] * 50_000, "sources": ["s1"] * 100_000,
        "accounts": [{"claim": "a"}] * 60_000,
    }
    for name, entries in short.items():
        content = document()
        content["events"][0][name] = entries
        content["events"][4][name] = entries
        yield Case(f"counts/{name}-100000", content, walk=True, heavy=True)
    for name, member in {"attendance": "participant", "related": "event"}.items():
        content = document(participants=people(5000))
        content["events"] += [event(i) for i in range(6, 5006)]
        content["events"][4][name] = [{member: f"p{i}" if name == "attendance" else f"e{i + 6}"} for i in range(5000)]
        content["events"][0][name] = content["events"][4][name]
        yield Case(f"counts/{name}-of-5000", content, walk=True, heavy=True)
    content = document(sources=[{"id": f"s{i}", "type": "book", "title": f"Book {i}"} for i in range(5000)])
    content["events"][4]["sources"] = content["events"][0]["sources"] = [f"s{i}" for i in range(5000)]
    yield Case("counts/sources-of-5000", content, walk=True, heavy=True)
    content = document()
    content["events"][4]["accounts"] = [{"claim": text(f"Claim {i}"), "date": "2022", "sources": ["s1", "s2"]} for i in range(5000)]
    yield Case("counts/accounts-of-5000", content, walk=True, heavy=True)
    content = document()
    content["participants"][0]["roles"] = [{"title": text(f"Office {i}"), "from": "2022"} for i in range(10_000)]
    yield Case("counts/roles-10000", content, walk=True)
    content = document()
    content["sources"][0]["author"] = [{"family": f"Writer {i}"} for i in range(20_000)]
    yield Case("counts/authors-20000", content, walk=True)
    yield Case("counts/steps-100000", document(tours=[{"id": "o1", "title": text("A tour"), "steps": [{}] * 100_000}]), walk=True)
    yield Case("counts/steps-10000", document(tours=[{"id": "o1", "title": text("A tour"), "steps": [{"event": "e1", "span": "2022"}] * 10_000}]))
    yield Case("counts/annotations-20000", document(annotations=[
        {"id": f"n{i}", "type": "Annotation", "body": "Again.", "target": "#e5"} for i in range(20_000)]), walk=True, heavy=True)
    yield Case("counts/problems-200000", document(events=[event(i, "never") for i in range(200_000)]), heavy=True)
    yield Case("counts/empty-records", document(events=[{}] * 5000, parties=[{}] * 5000, lanes=[None] * 5000))
