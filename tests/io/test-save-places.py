#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saves to full disks and beyond limits, and while somebody else changes the file.

Usage: test-save-places.py SAVE-DRIVER FAULT-SHIM
"""

import errno
import os
import shutil
import subprocess
import sys
import time

from save_lab import (COLLEAGUE, IN_PLACE, LONG, NEW, NOT_DURABLE, OLD, OVERWRITE, ROOT, SAVER, THEIRS, Case, HardLink, Lab,
                      New, Plain, Symlink, read, write)

EXISTS, FAILED, NO_SPACE = "2", "0", "12"
FULL, LARGE = "", "File too large"
CONFLICT, GONE = "9", "10"


# --- No room ----------------------------------------------------------------------------------------

class Small:
    """A disk of its own, in memory; None in Python where it can not be had."""

    def __init__(self, folder, size):
        self.folder = folder
        os.mkdir(folder)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%d,mode=755" % size, "talks-test", folder], check=True,
                       stderr=subprocess.DEVNULL)

    def fill(self, free):
        """Leaves so many bytes."""
        status = os.statvfs(self.folder)
        with open(os.path.join(self.folder, "filling"), "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(status.f_bavail * status.f_bsize - free, 1))

    def remove(self):
        subprocess.run(["umount", self.folder], check=True)
        os.rmdir(self.folder)


class Full(Case):
    """Larger than the other kinds, so that the disk is full in the middle."""

    old = OLD * 8
    new = NEW * 11

    def make(self):
        write(self.expected, self.old)
        write(self.content, self.new)
        write(self.real, self.old)


class FullHardLink(Full):
    in_place = True

    def make(self):
        super().make()
        os.link(self.real, self.real + " 2")


class FullNew(Full):
    is_new = True

    def make(self):
        super().make()
        os.unlink(self.real)


def check_room(lab, case, answer, code, why, words):
    """Old, not even touched, and an error that says why; or new."""
    content = read(case.real)
    if answer.saved:
        if content != case.new:
            lab.fail(words, "saved, but it is not –", answer)
        return True
    if content != (None if case.is_new else case.old):
        lab.fail(words, "not what it was –", answer)
    elif answer.domain != "g-io-error-quark" or answer.code != code or why not in answer.error:
        lab.fail(words, "another error –", answer)
    elif case.before and os.stat(case.real).st_mtime_ns != case.before.st_mtime_ns and why == FULL:
        lab.fail(words, "touched, though there was no room –", answer)
    elif case.left_over():
        lab.fail(words, "left behind:", case.left_over())
    return False


def check_full_disk(lab, kind, own_state):
    n_saved = 0
    steps = range(0, 64)
    for step in steps:
        case = lab.make(kind)
        small = Small(os.path.join(case.top, "disk"), 512 * 1024)
        folder = os.path.join(small.folder, "files")
        shutil.copytree(case.folder, folder)
        if kind is FullHardLink:
            os.unlink(os.path.join(folder, "talks.talks.json 2"))
            os.link(os.path.join(folder, "talks.talks.json"), os.path.join(folder, "talks.talks.json 2"))
        for path in (folder, os.path.join(folder, "talks.talks.json")):
            if ROOT and os.path.exists(path):
                os.chown(path, SAVER, SAVER)
        case.folder = folder
        case.target = case.real = os.path.join(folder, "talks.talks.json")
        case.before = None if case.is_new else os.stat(case.real)
        if not own_state:
            case.state = folder
        small.fill(step * 4096)
        words = "%s, %d KiB free, backups %s:" % (kind.__name__, step * 4, "elsewhere" if own_state else "there too")
        n_saved += check_room(lab, case, case.save(lab.driver), NO_SPACE, FULL, words)
        # With room again, it goes on where it was.
        os.unlink(os.path.join(small.folder, "filling"))
        answer = case.save(lab.driver, flags=OVERWRITE)
        if not answer.saved or read(case.real) != case.new:
            lab.fail(words, "not even with room –", answer)
        small.remove()
        case.folder = case.top
        case.remove()
    if not 0 < n_saved < len(steps):
        lab.fail(kind.__name__, "%d of %d fitted: this tests nothing" % (n_saved, len(steps)))
    return len(steps)


def check_limit(lab, kind):
    """A limit for the size of files stands in for the full disk: that needs no rights."""
    n_steps = 0
    n_saved = 0
    case = lab.make(kind)
    size = len(case.new)
    case.remove()
    for limit in range(0, size + 8192, 4096):
        case = lab.make(kind)
        n_saved += check_room(lab, case, case.save(lab.driver, limit=limit), FAILED, LARGE,
                              "%s, limit %d:" % (kind.__name__, limit))
        case.remove()
        n_steps += 1
    if not 0 < n_saved < n_steps:
        lab.fail(kind.__name__, "%d of %d fitted: this tests nothing" % (n_saved, n_steps))
    return n_steps


def check_space(lab):
    n_steps = sum(check_limit(lab, kind) for kind in (Full, FullHardLink, FullNew))
    print("limit for the size of files: %d steps" % n_steps)
    try:
        probe = Small(os.path.join(lab.folder, "probe"), 65536)
        probe.remove()
    except (OSError, subprocess.CalledProcessError):
        print("full disk: left out, nothing can be mounted here")
        return
    n_steps = sum(check_full_disk(lab, kind, own_state) for kind in (Full, FullHardLink, FullNew)
                  for own_state in (True, False))
    print("full disk: %d steps" % n_steps)


# --- Somebody else ------------------------------------------------------------------------------------

# As shell commands on $F, with $T a file that holds what they write, and what is to be found afterwards.
SAME_SIZE = b"X" * len(OLD)
CHANGES = {
    "in place": ('cat "$T" > "$F"', THEIRS),
    "in place, time put back": ('touch -r "$F" "$F.t"; cat "$T" > "$F"; touch -r "$F.t" "$F"; rm "$F.t"', THEIRS),
    "in place, same size, time put back":
        ('touch -r "$F" "$F.t"; head -c %d /dev/zero | tr "\\0" X > "$F"; touch -r "$F.t" "$F"; rm "$F.t"' % len(OLD),
         SAME_SIZE),
    "one byte": ('printf Y | dd of="$F" bs=1 seek=100 conv=notrunc status=none', OLD[:100] + b"Y" + OLD[101:]),
    "added to": ('cat "$T" >> "$F"', OLD + THEIRS),
    "emptied": (': > "$F"', b""),
    "renamed over": ('cp "$T" "$F.t"; mv "$F.t" "$F"', THEIRS),
    "moved away, another in its place": ('mv "$F" "$F.away"; cp "$T" "$F"', THEIRS),
    "deleted": ('rm "$F"', None),
}
APPEARED = {
    "appeared": ('cp "$T" "$F"', THEIRS),
    "appeared by renaming": ('cp "$T" "$F.t"; mv "$F.t" "$F"', THEIRS),
}
# Another place in the folder is found there: a link, a folder.
REPLACED = {
    "became a link": 'cp "$T" "$F.real"; rm "$F"; ln -s "$F.real" "$F"',
    "became a folder": 'rm "$F"; mkdir "$F"',
}
HARMLESS = {
    "touched": 'touch "$F"',
    "written anew, the same": 'cat "$O" > "$F"',
    "renamed over, the same": 'cp "$O" "$F.t"; mv "$F.t" "$F"',
    "time put back": 'touch -d 2001-01-01 "$F"',
}

# When: before the save, while the new file is written, and in the very moment of replacing; and where the system
# can not exchange files, so that looking again must find it.
WHENS = {
    "before": None,
    "while writing": "hook=fsync:1,",
    "at the renaming": "hook=renameat2:1,",
    "while writing, no exchange": "hook=fsync:1,at=1,sticky=1,only=renameat2,fault=%d," % errno.EINVAL,
}
WHENS_IN_PLACE = {"before": None, "while writing": "hook=fsync:1,", "before writing over": "hook=fallocate64:1,"}


def make_command(case, change):
    theirs = os.path.join(case.top, "theirs")
    write(theirs, THEIRS)
    return "F='%s'; T='%s'; O='%s'; %s" % (case.real, theirs, case.expected, change)


def save_meanwhile(lab, case, change, when):
    command = make_command(case, change)
    # As the one who saves: who else could write into that folder?
    if when is not None:
        return case.save(lab.driver, shim=when + "command=" + command)
    subprocess.run(command, shell=True, check=True)
    if ROOT:
        for folder, names, files in os.walk(case.folder):
            for name in names + files:
                os.chown(os.path.join(folder, name), case.user, case.user, follow_symlinks=False)
    return case.save(lab.driver)


def check_change(lab, kind, name, change, found, when, spec):
    case = lab.make(kind)
    words = "%s, %s, %s:" % (kind.__name__, name, when)
    answer = save_meanwhile(lab, case, change, spec)
    content = read(case.real)
    if answer.saved:
        lab.fail(words, "saved over it –", answer)
    elif content != found:
        lab.fail(words, "what they wrote is not there –", answer)
    elif answer.code not in (CONFLICT, GONE, EXISTS):
        lab.fail(words, "another error –", answer)
    elif case.left_over():
        lab.fail(words, "left behind:", case.left_over())
    else:
        # The user decides: what they wrote goes into the backups.
        answer = case.save(lab.driver, flags=OVERWRITE)
        if not answer.saved or read(case.real) != NEW or (found is not None and found not in case.backups()):
            lab.fail(words, "when the user says so –", answer)
    case.remove()


def check_replaced(lab, name, change, when, spec):
    case = lab.make(Plain)
    answer = save_meanwhile(lab, case, change, spec)
    if answer.saved or (os.path.isfile(case.real) and read(case.real) != THEIRS) or not os.path.exists(case.real):
        lab.fail(name, when, "–", answer)
    case.remove()


def check_harmless(lab, kind, name, change, when, spec):
    case = lab.make(kind)
    answer = save_meanwhile(lab, case, change, spec)
    if not answer.saved or read(case.real) != NEW:
        lab.fail("%s, %s, %s: an alarm –" % (kind.__name__, name, when), answer)
    case.remove()


def check_external(lab):
    n_changes = 0
    for kind in (Plain, Symlink, HardLink):
        for when, spec in (WHENS_IN_PLACE if kind.in_place else WHENS).items():
            for name, (change, found) in CHANGES.items():
                # The moment before the first byte is written is the last one in which writing over can find out.
                if when == "before writing over":
                    continue
                check_change(lab, kind, name, change, found, when, spec)
                n_changes += 1
            for name, change in HARMLESS.items():
                if kind.in_place and "renamed over" in name:
                    continue
                check_harmless(lab, kind, name, change, when, spec)
                n_changes += 1
    for when, spec in WHENS.items():
        for name, (change, found) in APPEARED.items():
            check_change(lab, New, name, change, found, when, spec)
            n_changes += 1
        for name, change in REPLACED.items():
            check_replaced(lab, name, change, when, spec)
            n_changes += 1
    print("changes by others: %d" % n_changes)


# --- Time ---------------------------------------------------------------------------------------------

def check_slow(lab):
    """While a disk takes its time, the main loop turns."""
    case = lab.make(Plain)
    slow = 1000 if LONG else 150
    start = time.monotonic()
    answer = case.save(lab.driver, way="async", shim="slow=%d" % slow)
    taken = time.monotonic() - start
    if not answer.saved or read(case.real) != NEW or taken * 1000 < 2 * slow or answer.gap >= slow:
        lab.fail("slow disk: %d ms without a turn in %.1f s –" % (answer.gap or -1, taken), answer)
    print("slow disk: saved in %.1f s, the longest gap %d ms" % (taken, answer.gap))
    case.remove()


def check_users(lab):
    """A colleague's file that may be read but not written: with consent it is replaced, and belongs to who did it."""
    if not ROOT:
        return
    case = lab.make(Plain)
    os.chown(case.real, COLLEAGUE, COLLEAGUE)
    os.chmod(case.real, 0o644)
    refused = case.save(lab.driver)
    answer = case.save(lab.driver, flags=2)
    now = os.stat(case.real)
    if refused.code != "11" or not answer.saved or now.st_uid != SAVER or not answer.saved[0] & 4 \
            or answer.saved[0] & (IN_PLACE | NOT_DURABLE):
        lab.fail("a colleague's file –", refused, "–", answer)
    case.remove()


def main():
    with Lab(sys.argv[1], sys.argv[2]) as lab:
        check_space(lab)
        check_external(lab)
        check_slow(lab)
        check_users(lab)
        lab.report("%d failures" % len(lab.failures))


if __name__ == "__main__":
    main()
