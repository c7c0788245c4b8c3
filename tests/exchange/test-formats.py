#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every export, read back by readers that are not ours: csv, json, html.parser, and the rules of RFC 5545.

test-formats.py DRIVER DOCUMENT…
"""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from urllib.parse import unquote

TABLES = {"lanes": ["name"], "topics": ["name"], "parties": ["name", "color"], "participants": ["name", "party"],
          "positions": ["topic", "date"], "sources": ["type", "URL"], "annotations": ["body"], "tours": ["title"]}
LISTS = [("events", "attendance"), ("events", "related"), ("events", "accounts"), ("participants", "roles"),
         ("sources", "author"), ("tours", "steps")]
VOID = {"meta", "br", "link", "img", "hr", "input"}


def check(condition, *what):
    if not condition:
        raise AssertionError(" ".join(str(w) for w in what))


def words(text, language):
    """A text of a document in one language, as Talks chooses it."""
    if isinstance(text, dict):
        return text.get(language, next(iter(text.values())))
    return text


def unguard(cell):
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n]", cell) else cell


def read_table(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    check(all(len(row) == len(rows[0]) for row in rows), path, "is ragged")
    check(len(set(rows[0])) == len(rows[0]), path, "has a header twice")
    for row in rows:
        check(not any(cell[:1] in "=+-@" and not re.fullmatch(r"-?[\d.]+", cell) for cell in row if cell), path, row)
    return [dict(zip(rows[0], (unguard(cell) for cell in row))) for row in rows[1:]]


def check_csv(folder, document, losses):
    language = document.get("language", "en")
    rows = {row["id"]: row for row in read_table(folder + "/out.csv")}
    check(len(rows) == len(document["events"]), "events")
    for event in document["events"]:
        row = rows[event["id"]]
        check(row["date"] == event["date"], row)
        for member in ("title", "summary", "outcome", "note", "time_note"):
            check(row[member] == words(event.get(member, ""), language), member, row)
            if isinstance(event.get(member), dict):
                for tag, text in event[member].items():
                    check(tag == language or row[member + "@" + tag] == text, member, tag, row)
        check(row["certainty"] == event.get("certainty", "confirmed"), row)
        check(row["sources"] == "; ".join(event.get("sources", [])), row)
        if "lat" in event.get("place", {}):
            check(float(row["place.lat"]) == event["place"]["lat"], row)
            check(float(row["place.lon"]) == event["place"]["lon"], row)
    for table, members in TABLES.items():
        records = document.get(table, [])
        if not records:
            continue
        rows = read_table(f"{folder}/out-{table}.csv")
        check([row["id"] for row in rows] == [record["id"] for record in records], table)
        check(all(member in rows[0] for member in members), table, rows[0].keys())
    for table, member in LISTS:
        n = sum(len(record.get(member, [])) for record in document.get(table, []))
        path = f"{folder}/out-{table}-{member}.csv"
        check(n == (len(read_table(path)) if os.path.exists(path) else 0), path)
    check(losses == "", "tables hold all:", losses)
    with open(folder + "/out.csv", "rb") as file:
        check(b"\r\n" in file.read(), "RFC 4180 has CRLF")


def check_icalendar(folder, document, losses):
    with open(folder + "/out.ics", "rb") as file:
        data = file.read()
    lines = data.split(b"\r\n")
    check(lines.pop() == b"", "the last line ends")
    check(not any(b"\n" in line or b"\r" in line for line in lines), "a bare line break")
    for line in lines:
        check(len(line) <= 75, "a long line", line)
        line.decode("utf-8")
    events, stack, names = [], [], []
    for line in data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]:
        match = re.match(r"([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^;:,\"]+)*):(.*)", line)
        check(match, "not a content line:", line)
        name, _, value = match.groups()
        if name == "BEGIN":
            stack.append(value)
            names = []
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            check(stack.pop() == value, line)
        elif stack[-1] == "VEVENT":
            check(name == "RELATED-TO" or name not in names, name, "twice")
            names.append(name)
            events[-1][name] = value
    check(not stack, "unfinished")

    def unescape(text):
        check(not re.search(r"(?<!\\)(?:\\\\)*[;,]", text), "not escaped:", text)
        return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], text)

    by_id = {event["UID"].rpartition("@")[0]: event for event in events}
    check(len(by_id) == len(document["events"]), "events", len(by_id))
    for event in document["events"]:
        read = by_id[event["id"]]
        check(unescape(read["SUMMARY"]) == words(event["title"], document.get("language", "en")), read)
        check(unescape(read["X-TALKS-EDTF"]) == event["date"], read)
        check(read["DTSTART"] < read["DTEND"], read)
        check(re.fullmatch(r"\d{8}T\d{6}Z", read["DTSTAMP"]), read)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", event["date"]):
            check(read["DTSTART"] == event["date"].replace("-", ""), read)
        for text in ("summary", "outcome", "note"):
            if text in event:
                check(words(event[text], document.get("language", "en")) in unescape(read["DESCRIPTION"]), text, read)
    check("“Positions”" in losses, losses)


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.stack, self.ids, self.links, self.tags, self.text = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        check(len(given) == len(attributes), tag, "has an attribute twice")
        check(not any(name.startswith("on") for name in given), tag, given)
        check(tag not in ("script", "link", "iframe", "object", "img", "form"), tag)
        self.tags.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if "href" in given:
            self.links.append(given["href"])
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        check(self.stack and self.stack.pop() == tag, "closes", tag, self.getpos())

    def handle_data(self, data):
        self.text.append(data)


def check_html(folder, document, losses):
    path = folder + "/out.html"
    page = Page()
    with open(path, encoding="utf-8") as file:
        html = file.read()
    page.feed(html)
    page.close()
    language = document.get("language", "en")
    check(html.startswith("<!DOCTYPE html>\n<html lang="), "head")
    check(not page.stack, "open:", page.stack)
    check(len(set(page.ids)) == len(page.ids), "an id twice")
    check(page.tags.count("h1") == 1 and page.tags.count("main") == 1 and page.tags.count("svg") == 1, "outline")
    check("<?xml" not in html, "a declaration in the page")
    for link in page.links:
        check(unquote(link[1:]) in page.ids if link.startswith("#") else re.match("https?://", link), link)
    related = [unquote(link[3:]) for link in page.links if link.startswith("#r-")]
    check(sorted(related) == sorted(other["event"] for event in document["events"]
                                    for other in event.get("related", [])), "related events", related)
    text = "".join(page.text)
    for event in document["events"]:
        check("r-" + event["id"] in page.ids, event["id"])
        for member in ("title", "summary", "outcome", "note", "time_note"):
            check(words(event.get(member, ""), language) in text, member, event["id"])
        for account in event.get("accounts", []):
            check(words(account["claim"], language) in text, account)
    for position in document["positions"]:
        check(words(position["stance"], language) in text, position["id"])
    for person in document["participants"]:
        check(words(person["name"], language) in text, person["id"])
    check(sum(page_id.startswith("source-") for page_id in page.ids) == len(document["sources"]), "sources")
    check(not document.get("annotations") or "“Annotations”" in losses, losses)


def check_markdown(folder, document, losses):
    with open(folder + "/out.md", encoding="utf-8") as file:
        text = file.read()
    plain = re.sub(r"\\(\W)", r"\1", text)
    language = document.get("language", "en")
    notes = re.findall(r"^\[\^(\d+)\]: ", text, re.M)
    check(notes == [str(i + 1) for i in range(len(document["sources"]))], "notes", len(notes))
    check(set(re.findall(r"\[\^(\d+)\]", text)) == set(notes), "a note without a source")
    check(len(re.findall(r"^### ", text, re.M)) == sum(len(document[l]) for l in ("events", "topics", "parties")), "headings")
    for event in document["events"]:
        check(words(event["title"], language) in plain, event["id"])
    for position in document["positions"]:
        check(words(position["stance"], language) in plain, position["id"])


def check_timelinejs(folder, document, losses):
    with open(folder + "/out.timelinejs.json", encoding="utf-8") as file:
        timeline = json.load(file)
    check(set(timeline) == {"title", "events"}, timeline.keys())
    slides = {slide["unique_id"]: slide for slide in timeline["events"]}
    check(len(slides) == len(document["events"]), "slides")
    for slide in slides.values():
        check(set(slide) <= {"unique_id", "start_date", "end_date", "display_date", "text", "group"}, slide.keys())
        check(all(isinstance(slide["start_date"][part], int) for part in ("year", "month", "day")), slide)
        check(slide.get("end_date") != slide["start_date"], slide)
        check(slide["text"]["headline"] and slide["display_date"], slide)
    for event in document["events"]:
        page = Page()
        page.feed(slides[event["id"]]["text"]["headline"] + slides[event["id"]]["text"].get("text", ""))
        check(words(event["title"], document.get("language", "en")) in "".join(page.text), event["id"])


def check_json_ld(folder, document, losses):
    with open(folder + "/out.jsonld", encoding="utf-8") as file:
        graph = json.load(file)
    check(graph["@context"][0] == "https://schema.org", graph["@context"])
    kinds = {"events": "Event", "participants": "Person", "parties": "Organization", "positions": "talks:Position",
             "sources": "CreativeWork", "topics": "DefinedTerm"}
    for name, kind in kinds.items():
        found = [thing for thing in graph["@graph"] if thing["@type"] == kind]
        check(len(found) == len(document[name]), name, len(found))
    edtf = {thing["@id"]: thing["talks:edtf"] for thing in graph["@graph"] if thing["@type"] == "Event"}
    for event in document["events"]:
        check(edtf["#" + event["id"]] == event["date"], event["id"])


def check_csl(folder, document, losses):
    with open(folder + "/out.csl.json", encoding="utf-8") as file:
        items = json.load(file)
    check([item["id"] for item in items] == [source["id"] for source in document["sources"]], "items")
    for name in ("events", "positions", "participants"):
        check("“%s”" % name.capitalize() in losses, losses)


CHECKS = {".csv": check_csv, ".ics": check_icalendar, ".html": check_html, ".md": check_markdown,
          ".timelinejs.json": check_timelinejs, ".jsonld": check_json_ld, ".csl.json": check_csl}

# Members of full.talks.json with a value of their own, and what they look like where they stand. A format has the
# value, or says that it has not; words may begin with a capital.
VALUES = {"events": {"format": "closed meeting", "time_note": "By the harbour clock", "label": "First round\n", "note": "See the log.",
                     "attendance.note": "By wire", "related.relation": "continues", "outcome": "They parted.",
                     "place.name": "Harbour"},
          "positions": {"stance": "Some fishing, some days.", "quote.text": "По п’ятницях", "quote.note": "On Fridays"},
          "participants": {"native_name": "Ада", "description": "Speaks for the North.", "roles.title": "Envoy"},
          "parties": {"color": "#204a87", "description": "A kingdom.", "mark": "diamond"},
          "sources": {"title": "Memoirs", "publisher": "Press", "note": "Page 3", "container-title": "Gazette"},
          "lanes": {"kinds": "summit"}, "annotations": {"body": "Plain."}, "tours": {"steps.notes": "Ask why."}}


# What sentences call these members.
WORDS = {"time_note": "Note on the time", "related": "Related event", "stance": "Position", "native_name": "Name in the own script",
         "roles": "Office", "color": "Colour", "container-title": "Published in", "kinds": "Kinds of events", "body": "Text",
         "steps": "Step"}


def is_told(sentence, member):
    """Whether it names a member, whole or by its part: "Account", "Account (Date)"."""
    name, *part = [WORDS.get(word, word.capitalize()) for word in member.split(".")]
    if part and re.search(r"[ ,:]%s \([^)]*\b%s\b" % (re.escape(name), re.escape(part[0])), sentence):
        return True
    return re.search(r"[ ,:]%s[,.]" % re.escape(name), sentence)


def check_losses(folder, ending, losses):
    text = ""
    for name in sorted(os.listdir(folder)):
        if name.startswith("out") and name.endswith(ending):
            with open(f"{folder}/{name}", encoding="utf-8") as file:
                text += file.read()
    text = re.sub(r"\\(\W)", r"\1", text.replace("\r\n ", ""))
    for table, members in VALUES.items():
        sentences = [line for line in losses.split("\n") if "“%s”" % table.capitalize() in line]
        for member, value in members.items():
            told = any("no place of" in line or "have no place" in line or is_told(line, member)
                       for line in sentences)
            check(told or value.strip().lower() in text.lower(), ending, "loses", table, member, "and does not say so:", losses)


def main():
    driver, *documents = sys.argv[1:]
    for path in documents:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([driver, path, folder], check=True)
            for ending, function in CHECKS.items():
                with open(f"{folder}/out{ending}.losses", encoding="utf-8") as file:
                    losses = file.read()
                function(folder, document, losses)
                if os.path.basename(path) == "full.talks.json":
                    check_losses(folder, ending, losses)
                print("ok", os.path.basename(path), ending)


main()
