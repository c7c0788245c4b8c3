# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile files are opened, shown or refused with a message, and clicked through: within limits, and in silence.

test_hostile.py PROGRAM [--all | --only PATTERN] [--fresh] [--verbose]: a sample of the files, all of them, or those
whose names contain PATTERN; --fresh starts a program for each. Three programs run at a time, each in a run.sh of its own.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from gi.repository import Gio, GLib

import hostile
from talks_ui import APP_ID, Talks

# Of a processor, not of the clock: what else runs on the machine is not what is tested. Heavy files may take
# twice as long to open, but hold nothing up.
OPEN_SECONDS = 2
STEP_SECONDS = 4
FREEZE_SECONDS = 2
WALL_SECONDS = 30
MEMORY = 512 << 20
# Pictures on their way to the X server: Cairo keeps room for the most there ever were, and one file is not to pay
# for the others.
SHARED_MEMORY = 64 << 20
ADDRESS_SPACE = 3 << 30

BETWEEN = "Between two files"
N_PARTS = 3
TICK = 1 / os.sysconf("SC_CLK_TCK")

# What a reader does with a document, and the keys for it.
WALK = [
    ["ctrl+t"], ["Right"], ["Right"], ["Left"], ["Down"], ["Return"], ["Home"], ["End"], ["Page_Up"], ["Page_Down"],
    ["ctrl+plus", "ctrl+plus", "ctrl+plus"], ["Right"], ["ctrl+minus"] * 4, ["ctrl+0"],
    ["F6"], ["Tab"], ["Down"], ["F6"], ["Tab"], ["F6"], ["F6"],
]
PAGES = ["Event", "Positions", "Sources", "Participants", "Events", "Problems"]


class Broken(Exception):
    """What a file did that no file may do."""


class Watch(threading.Thread):
    """Asks the program again and again, to see for how long it does not answer."""

    def __init__(self, talks):
        super().__init__(daemon=True)
        self.talks = talks
        self.longest = 0
        self.waiting_since = None
        self.ended = threading.Event()
        self.start()

    def main_cpu(self):
        with open(f"/proc/{self.talks.process.pid}/schedstat", encoding="ascii") as file:
            return int(file.read().split()[0]) / 1e9

    def run(self):
        while not self.ended.wait(0.02):
            try:
                before = self.main_cpu()
                self.waiting_since = time.monotonic()
                ping(self.talks)
                self.longest = max(self.longest, self.main_cpu() - before)
            except (OSError, IndexError):
                return  # gone: the main thread sees it
            except GLib.Error:
                continue  # not yet there
            finally:
                self.waiting_since = None

    def take(self):
        """The longest time without an answer since this was asked before, of the processor."""
        longest, self.longest = self.longest, 0
        return longest


def ping(talks):
    talks.session.call_sync(APP_ID, f"/{APP_ID.replace('.', '/')}/window/1", "org.gtk.Actions", "List", None, None,
                            Gio.DBusCallFlags.NONE, WALL_SECONDS * 1000, None)


class Reader:
    """One program that opens one file after the other."""

    def __init__(self, arguments, folder):
        self.program = os.path.abspath(arguments.program)
        self.folder = folder
        self.log = arguments.log if arguments.verbose else None
        self.talks = None
        self.watch = None
        self.first_size = None
        self.between = os.path.join(folder, "between.talks.json")
        with open(self.between, "w", encoding="ascii") as file:
            file.write('{"format": "talks-timeline", "version": 1, "title": "%s"}' % BETWEEN)

    # ---- the program ----

    def start(self):
        self.talks = Talks("prlimit", f"--as={ADDRESS_SPACE}", "--core=0", self.program, self.between)
        self.watch = Watch(self.talks)
        self.wait(lambda: self.title() == BETWEEN, "the first window")
        self.settle()
        self.first_size = self.size()

    def stop(self):
        """Ends the program; what it left unsaid is a fault of the last file."""
        if self.talks is None:
            return
        talks, self.talks = self.talks, None
        self.watch.ended.set()
        output, status = talks.stop()
        if output or status != 0:
            raise Broken(f"ended with status {status}: {output.strip()[:1000]}")

    def drop(self):
        """Ends a program that did wrong."""
        talks, self.talks = self.talks, None
        if talks is not None:
            self.watch.ended.set()
            talks.process.kill()
            talks.process.wait()
            talks.log.close()

    def status(self, name):
        with open(f"/proc/{self.talks.process.pid}/status", encoding="ascii", errors="replace") as file:
            return next((int(line.split()[1]) * 1024 for line in file if line.startswith(name + ":")), 0)

    def is_large(self):
        return self.talks is not None and self.status("RssShmem") > SHARED_MEMORY

    def cpu(self):
        try:
            with open(f"/proc/{self.talks.process.pid}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) * TICK
        except (OSError, IndexError):
            return 0

    def check_alive(self):
        if self.talks.process.poll() is not None:
            raise Broken(f"ended with status {self.talks.process.returncode}: {self.talks.new_output().strip()[:1000]}")
        output = self.talks.new_output().strip()
        if output:
            raise Broken("wrote: " + output[:1000])
        since = self.watch.waiting_since
        if since is not None and time.monotonic() - since > WALL_SECONDS:
            raise Broken(f"did not answer for {WALL_SECONDS} s")

    def wait(self, condition, what):
        end = time.monotonic() + WALL_SECONDS
        while not condition():
            self.check_alive()
            if time.monotonic() > end:
                raise Broken(f"{WALL_SECONDS} s without {what}")
            time.sleep(0.02)

    def settle(self):
        """Waits until the program has nothing more to do."""
        quiet = 0
        end = time.monotonic() + WALL_SECONDS
        while quiet < 2:
            before = self.cpu()
            time.sleep(0.03)
            self.check_alive()
            quiet = quiet + 1 if self.cpu() - before <= TICK else 0
            if time.monotonic() > end:
                raise Broken(f"is busy after {WALL_SECONDS} s")

    # ---- what is seen ----

    def title(self):
        found = subprocess.run(["xdotool", "getwindowname", self.talks.xid], capture_output=True, check=False)
        return found.stdout.decode("utf-8", "replace").rstrip("\n")

    def size(self):
        """Width and height of the window: no file makes it wider."""
        found = subprocess.run(["xdotool", "getwindowgeometry", self.talks.xid], capture_output=True, text=True, check=False)
        return found.stdout.rpartition(":")[2].strip()

    def find_close(self):
        """The button of the strip above the panes, or None."""
        window = self.talks.window()
        return window and window.find("Close this message", "button")

    def message(self):
        """What that strip says, or None."""
        close = self.find_close()
        return close and next((node.name for node in close.parent.walk() if node.name), None)

    def reset(self):
        """Shows the small document, and no message."""
        if self.title() != BETWEEN:
            self.open(self.between)
            self.wait(lambda: self.title() == BETWEEN, "the small document")
        close = self.find_close()
        if close:
            self.talks.click(close)
            self.wait(lambda: not self.find_close(), "the message gone")
        self.settle()

    def open(self, path):
        self.talks.activate("open-file", GLib.Variant("s", path))

    def check_limits(self, cpu, limit, what):
        memory = self.status("VmHWM")
        freeze = self.watch.take()
        if self.log:
            print(f"    {what}: {cpu:.2f} s, without an answer {freeze:.2f} s, {memory >> 20} MB", file=self.log, flush=True)
        if memory > MEMORY:
            raise Broken(f"{what}: {memory >> 20} MB")
        if freeze > FREEZE_SECONDS:
            raise Broken(f"{what}: no answer for {freeze:.1f} s")
        if cpu > limit:
            raise Broken(f"{what}: took {cpu:.1f} s")
        size = self.size()
        if size != self.first_size:
            raise Broken(f"{what}: made the window {size}")

    def try_case(self, case, path):
        self.reset()
        with open(f"/proc/{self.talks.process.pid}/clear_refs", "w", encoding="ascii") as file:
            file.write("5")  # the peak of memory starts anew
        self.watch.take()

        start = self.cpu()
        self.open(os.fsdecode(path) if case.place is None else Gio.File.new_for_path(path).get_uri())
        shown = self.wait_answer()
        self.settle()
        self.check_limits(self.cpu() - start, OPEN_SECONDS * (2 if case.heavy else 1), "opening")
        if case.expect != hostile.EITHER and shown != (case.expect == hostile.SHOWN):
            raise Broken("was shown" if shown else f"was refused: {self.message()}")
        if shown and case.walk:
            self.walk()

    def wait_answer(self):
        """Whether the file is shown; else a message says why not."""
        answer = []

        def ready():
            if self.title() != BETWEEN:
                answer.append(True)
            elif self.message() is not None:
                # The title comes first, and the message says then what is left out.
                answer.append(self.title() != BETWEEN)
            return answer

        self.wait(ready, "a message or a picture")
        return answer[0]

    # ---- what is done with it ----

    def step(self, what, act):
        start = self.cpu()
        act()
        self.settle()
        self.check_limits(self.cpu() - start, STEP_SECONDS, what)

    def walk(self):
        self.talks.focus()
        for keys in WALK:
            self.step(" ".join(keys), lambda keys=keys: self.talks.key(*keys))
        for page in PAGES:
            self.step(f"the page {page}", lambda page=page: self.show_page(page))
        for action in ("fold-quiet-periods", "compare"):
            for _ in range(2):
                self.step(action, lambda action=action: self.talks.activate(action))

    def show_page(self, name):
        window = self.talks.window()
        tab = window and window.find(name, "page tab")
        if tab:
            self.talks.click(tab)


# ---- running ----

def chosen(arguments):
    if arguments.only:
        return (case for case in hostile.cases() if arguments.only in case.name)
    return hostile.cases() if arguments.all else hostile.sample()


def run_part(arguments, part):
    folder = tempfile.mkdtemp()
    reader = Reader(arguments, folder)
    # What moves only makes waiting longer.
    settings = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0")
    os.makedirs(settings, exist_ok=True)
    with open(os.path.join(settings, "settings.ini"), "w", encoding="ascii") as file:
        file.write("[Settings]\ngtk-enable-animations=0\n")
    n = n_broken = 0
    for i, case in enumerate(chosen(arguments)):
        if i % N_PARTS != part:
            continue
        n += 1
        start = time.monotonic()
        if arguments.verbose:
            print(case.name, file=arguments.log, flush=True)
        try:
            path = case.write(folder)
            fresh = case.heavy or arguments.fresh
            if fresh or reader.is_large():
                reader.stop()
            if reader.talks is None:
                reader.start()
            reader.try_case(case, path)
            if fresh:
                reader.stop()
        except (Broken, AssertionError, AttributeError, OSError, GLib.Error) as error:
            n_broken += 1
            print(f"{case.name}: {error}", file=arguments.log, flush=True)
            reader.drop()
        shutil.rmtree(os.path.join(folder, case.name.replace("/", "-")), ignore_errors=True)
        if arguments.verbose:
            print(f"    {time.monotonic() - start:.2f} s by the clock", file=arguments.log, flush=True)
    try:
        reader.stop()
    except Broken as error:
        n_broken += 1
        print(f"at the end: {error}", file=arguments.log)
    shutil.rmtree(folder)
    print(f"{n} files, {n_broken} of them broke something", file=arguments.log, flush=True)
    return n_broken


def run_parts():
    runner = os.path.join(os.path.dirname(os.path.abspath(__file__)), "run.sh")
    parts = [subprocess.Popen([runner, os.path.abspath(__file__), *sys.argv[1:], "--part", str(part)]) for part in range(N_PARTS)]
    return max([part.wait() for part in parts])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--log", type=argparse.FileType("a"), default=sys.stdout, help="where to report")
    parser.add_argument("--part", type=int)
    arguments = parser.parse_args()
    if arguments.part is None:
        return run_parts()
    # Nothing may be so wrong that GTK, Pango or GLib mention it.
    os.environ["G_DEBUG"] = "fatal-warnings"
    return 1 if run_part(arguments, arguments.part) else 0


if __name__ == "__main__":
    sys.exit(main())
