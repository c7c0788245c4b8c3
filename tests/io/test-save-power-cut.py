#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the power at each moment of a save, and looks at all that a disk may then hold.

The calls of real saves are written down by the fault shim and played again on a model of a file system that promises
no more than POSIX: what was not synced may be there, in part, as zeros, or not at all, and changes of a folder that
was not synced may each be there or not, in any combination. In each state the file is wholly one that was saved, and
none older than the last of which "saved" was said; what could only be written over may be a mixture, but then the
backups hold both.

Usage: test-save-power-cut.py SAVE-DRIVER FAULT-SHIM
"""

import itertools
import os
import sys

from save_lab import LONG, NEW, OLD, Attributes, Foreign, HardLink, Lab, New, Plain, ReadOnlyFolder, Symlink, read, write

# More than these are not combined, but left out one by one and from the end.
MAX_COMBINED = 6 if LONG else 4

EXCHANGE = 2


class Inode:
    """A file: what is synced, and what has been done to it since. "pending" are functions from bytes to bytes."""

    def __init__(self, content=b"", is_folder=False):
        self.synced = content
        self.pending = []
        self.is_folder = is_folder


def write_at(offset, data):
    def change(content):
        content = content.ljust(offset, b"\0")
        return content[:offset] + data + content[offset + len(data):]
    return change


def cut_to(size):
    return lambda content: content[:size].ljust(size, b"\0")


def subsets(items):
    """All combinations of what is kept, in order; of too many, those that leave out one, or the last ones."""
    if len(items) <= MAX_COMBINED:
        for kept in itertools.product((True, False), repeat=len(items)):
            yield [item for item, keep in zip(items, kept) if keep]
        return
    for n in range(len(items) + 1):
        yield items[:n]
    for n in range(len(items)):
        yield items[:n] + items[n + 1:]


def contents_of(inode):
    """All that the file may hold after the cut."""
    found = set()
    for kept in subsets(inode.pending):
        content = inode.synced
        for _, change in kept:
            content = change(content)
        found.add(content)
    for data, change in inode.pending:
        content = inode.synced
        for _, other in inode.pending:
            content = other(content)
            if other is change:
                break
        if data is not None:
            offset, length = data
            # Torn in the middle, the space of it zeroed, and zeroed to the end of the sector.
            found.add(content[:offset + length // 2])
            found.add(content[:offset] + bytes(length) + content[offset + length:])
            found.add(content[:offset + length // 2] + bytes(length - length // 2) + content[offset + length:])
    return found


class Disk:
    """Folders by path, each with the synced names of files and the changes since."""

    def __init__(self, top):
        self.inodes = {}
        self.names = {}
        self.pending = {}
        self.now = {}
        for folder, _, names in os.walk(top):
            self.add_folder(folder, os.stat(folder).st_ino)
            for name in names:
                path = os.path.join(folder, name)
                if os.path.islink(path):
                    continue
                number = os.stat(path).st_ino
                if number not in self.inodes:
                    self.inodes[number] = Inode(read(path))
                self.names[folder][name] = self.now[folder][name] = self.inodes[number]
        # Everything above is there.
        for folder in list(self.names):
            if os.path.dirname(folder) in self.names:
                self.names[os.path.dirname(folder)][os.path.basename(folder)] = self.inodes[os.stat(folder).st_ino]
                self.now[os.path.dirname(folder)][os.path.basename(folder)] = self.inodes[os.stat(folder).st_ino]

    def add_folder(self, path, number):
        inode = self.inodes[number] = Inode(is_folder=path)
        self.names[path] = {}
        self.now[path] = {}
        self.pending[path] = []
        return inode

    def change(self, path, edits):
        """Names in one folder that come to stand for other files, or for none, at once."""
        folder = os.path.dirname(path)
        self.pending[folder].append(edits)
        self.apply(self.now[folder], edits)

    @staticmethod
    def apply(names, edits):
        for name, inode in edits:
            if inode is None:
                names.pop(name, None)
            else:
                names[name] = inode

    def play(self, line, folders):
        call, *fields = line.split("\t")
        base = os.path.basename
        if call == "create":
            inode = self.inodes[int(fields[1])] = Inode()
            self.change(fields[0], [(base(fields[0]), inode)])
        elif call == "mkdir":
            self.change(fields[0], [(base(fields[0]), self.add_folder(fields[0], folders[fields[0]]))])
        elif call == "write":
            data = bytes.fromhex(fields[2])
            self.inodes[int(fields[0])].pending.append(((int(fields[1]), len(data)), write_at(int(fields[1]), data)))
        elif call == "truncate":
            self.inodes[int(fields[0])].pending.append((None, cut_to(int(fields[1]))))
        elif call == "fsync":
            self.sync(self.inodes[int(fields[0])])
        elif call in ("rename", "link"):
            self.move(call, *fields)
        elif call == "unlink":
            self.change(fields[0], [(base(fields[0]), None)])
        else:
            raise ValueError(line)

    def move(self, call, old, new, flags):
        if os.path.dirname(old) != os.path.dirname(new):
            raise ValueError("between folders: %s, %s" % (old, new))
        names = self.now[os.path.dirname(old)]
        old_name, new_name = os.path.basename(old), os.path.basename(new)
        edits = [(new_name, names[old_name])]
        if call == "rename" and int(flags) & EXCHANGE:
            edits.append((old_name, names[new_name]))
        elif call == "rename":
            edits.append((old_name, None))
        self.change(old, edits)

    def sync(self, inode):
        if inode.is_folder:
            for edits in self.pending[inode.is_folder]:
                self.apply(self.names[inode.is_folder], edits)
            self.pending[inode.is_folder] = []
        else:
            for _, change in inode.pending:
                inode.synced = change(inode.synced)
            inode.pending = []

    def states(self):
        """All that may be found after a cut, as {path of a folder: {name: Inode}}; what the files hold is combined by
        who looks."""
        folders = sorted(self.names)
        choices = []
        for folder in folders:
            found = []
            for kept in subsets(self.pending[folder]):
                names = dict(self.names[folder])
                for edits in kept:
                    self.apply(names, edits)
                found.append(names)
            choices.append(found)
        for names in itertools.product(*choices):
            yield dict(zip(folders, names))


def is_reachable(names, folder, top):
    while folder != top:
        parent = os.path.dirname(folder)
        if os.path.basename(folder) not in names.get(parent, {}):
            return False
        folder = parent
    return True


def list_store(names, case, start, end):
    """What the backups hold for certain, of names that begin and end so."""
    found = set()
    for folder, inodes in names.items():
        if not folder.startswith(case.state) or not is_reachable(names, folder, case.top):
            continue
        for name, inode in inodes.items():
            if name.startswith(start) and name.endswith(end):
                possible = contents_of(inode)
                if len(possible) == 1:
                    found |= possible
    return found


def check_state(lab, case, names, versions, n_saved, words):
    """All contents that the file may have in this state; how many there are."""
    inode = names[os.path.dirname(case.real)].get(os.path.basename(case.real))
    possible = [None] if inode is None else contents_of(inode)
    allowed = versions[n_saved:n_saved + 2]
    for content in possible:
        if content in allowed:
            continue
        if not case.in_place:
            lab.fail(words, "the file is", "gone" if content is None else
                     "one of before" if content in versions else "torn")
        elif allowed[0] not in list_store(names, case, "2", ".talks.json") or \
                allowed[1] not in list_store(names, case, ".pending.", ".talks-save"):
            lab.fail(words, "the file is torn, and the backups do not hold both contents")
    if n_saved > 0 and versions[n_saved - 1] is not None and \
            versions[n_saved - 1] not in list_store(names, case, "2", ".talks.json"):
        lab.fail(words, "the content before is not in the backups")
    return len(possible)


def check_kind(lab, kind, contents):
    case = lab.make(kind)
    if case is None:
        print("%s: left out, it can not be made here" % kind.__name__)
        return 0
    names = []
    for number, content in enumerate(contents):
        names.append(os.path.join(case.top, "content-%d" % number))
        write(names[-1], content)
    log = os.path.join(case.top, "log")
    write(log, b"", 0o666)
    disk = Disk(case.top)
    answer = case.save(lab.driver, content=":".join(names), shim="log=%s" % log)
    if len(answer.saved) != len(contents):
        lab.fail(kind.__name__, "not saved –", answer)
        return 0
    folders = {folder: os.stat(folder).st_ino for folder, _, _ in os.walk(case.top)}
    versions = [None if kind.is_new else OLD] + contents
    n_saved = 0
    n_states = 0
    n_lines = 0
    for line in read(log).decode().splitlines():
        n_lines += 1
        if line == "mark\tsaved":
            n_saved += 1
        else:
            disk.play(line, folders)
        for state in disk.states():
            n_states += check_state(lab, case, state, versions, n_saved,
                                    "%s, after %d (%s):" % (kind.__name__, n_lines, line[:100]))
    # The model has seen what has happened.
    if disk.now[os.path.dirname(case.real)][os.path.basename(case.real)] is None or read(case.real) != contents[-1]:
        lab.fail(kind.__name__, "the last content is not there")
    print("%s: %d moments, %d states" % (kind.__name__, n_lines, n_states))
    case.remove()
    return n_states


def main():
    # Longer than is written at once, shorter again, and none at all.
    contents = [NEW, OLD * 45 + b"end", NEW[:4000], b"", NEW + b"end"] if LONG else [NEW, NEW[:4000]]
    kinds = (Plain, New, Symlink, Attributes, HardLink, Foreign, ReadOnlyFolder)
    with Lab(sys.argv[1], sys.argv[2]) as lab:
        n_states = sum(check_kind(lab, kind, contents) for kind in kinds)
        if n_states < (5000 if LONG else 500):
            lab.fail("only %d states: this tests too little" % n_states)
        lab.report("power cuts: %d states, %d failures" % (n_states, len(lab.failures)))


if __name__ == "__main__":
    main()
