# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a user and a screen reader would: keys by xdotool, eyes by AT-SPI.

The whole accessible tree comes in one answer, of org.a11y.atspi.Cache, where GTK has it all there:
asking one object after the other takes ten times as long.
"""

import os
import shutil
import subprocess
import tempfile
import time
import unittest

from gi.repository import Gio, GLib

TIMEOUT = 15
RETRY = 3
APP_ID = "org.talkstimeline.Talks"

# The numbers of AtspiRole and AtspiStateType that matter here; D-Bus knows no names.
ROLES = {
    7: "check box", 8: "menu item", 11: "combo box", 16: "dialog", 23: "frame", 27: "image", 29: "label", 31: "list",
    32: "list item", 35: "menu item", 37: "page tab", 38: "page tab list", 39: "panel", 43: "button", 45: "menu item",
    62: "button", 69: "window", 79: "entry", 83: "heading", 88: "link",
}
STATES = {4: "checked", 7: "editable", 11: "focusable", 12: "focused", 20: "pressed", 23: "selected", 24: "sensitive",
          30: "visible"}


def wait_for(what, condition, timeout=TIMEOUT):
    """The first true answer of condition; AssertionError after timeout seconds."""
    end = time.monotonic() + timeout
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout} s for {what}")
        time.sleep(0.05)


class Node:
    """One accessible object as it was when the tree was read."""

    def __init__(self, path, name, role, bits):
        self.path = path
        self.name = name
        self.role = ROLES.get(role, str(role))
        self.states = {name for bit, name in STATES.items() if bits >> bit & 1}
        self.parent = None
        self.children = []

    @classmethod
    def from_cache(cls, item):
        # Field by field: unpacking the whole answer takes four times as long as getting it.
        get = item.get_child_value
        node = cls(get(0).get_child_value(1).get_string(), get(6).get_string(), get(7).get_uint32(),
                   get(9).get_child_value(0).get_uint32())
        node.parent_path = get(2).get_child_value(1).get_string()
        node.index = get(3).get_int32()
        node.n_children = get(4).get_int32()
        return node

    def walk(self):
        """This object and all below it that is not hidden, in reading order."""
        if "visible" not in self.states:
            return
        yield self
        for child in self.children:
            yield from child.walk()

    def names(self):
        return [node.name for node in self.walk() if node.name]

    def text(self):
        return "\n".join(self.names())

    def find(self, name=None, role=None, start=None):
        """The first object below this one that fits, or None."""
        return next((node for node in self.walk()
                     if (role is None or node.role == role) and (name is None or node.name == name)
                     and (start is None or node.name.startswith(start))), None)

    def all(self, role):
        return [node for node in self.walk() if node.role == role]

    def __repr__(self):
        return f"<{self.role} “{self.name}”>"


class Talks:
    """A running Talks with its window."""

    def __init__(self, program, *arguments):
        self.log = tempfile.TemporaryFile("w+", encoding="utf-8")
        self.seen = 0
        self.whole_cache = None
        self.process = subprocess.Popen([program, *arguments], stdout=self.log, stderr=self.log)
        self.session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.bus = self._connect()
        self.owner = wait_for("the program on the accessibility bus", self._find_owner)
        wait_for("its window", lambda: self.windows())
        self.xid = wait_for("its X window", self._find_xid)
        self.focus()

    # ---- D-Bus ----

    def _connect(self):
        address = self.session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                         Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def _ask(self, owner, path, interface, method, arguments=None):
        return self.bus.call_sync(owner, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, 20000, None)

    def _call(self, *arguments):
        return self._ask(*arguments).unpack()

    def _find_owner(self):
        if self.process.poll() is not None:
            raise AssertionError("the program ended: " + self.output())
        # From the registry, not from the bus: a question to a connection that is still being made ends the program
        # by a critical of GLib (check_unclosed), because its worker answers before it is there.
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", "org.a11y.atspi.Accessible")
        daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        for name, _ in self._call(*registry, "GetChildren")[0]:
            try:
                pid = self._call(*daemon, "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]
            except GLib.Error:  # gone meanwhile
                continue
            if pid == self.process.pid:
                return name
        return None

    # ---- what is on screen ----

    def _read_nodes(self):
        """All objects by path, and what was missing: GTK makes an object when its parent is asked for it."""
        items = self._ask(self.owner, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems").get_child_value(0)
        nodes = {}
        for i in range(items.n_children()):
            node = Node.from_cache(items.get_child_value(i))
            nodes[node.path] = node
        for node in nodes.values():
            node.parent = nodes.get(node.parent_path)
            if node.parent is not None and node.parent is not node:
                node.parent.children.append(node)
        missing = []
        for node in nodes.values():
            # Objects out of sight stay in the cache, and are no longer counted.
            if len(node.children) != node.n_children:
                found = self._get_children(node.path)
                missing += [path for path in found if path not in nodes]
                node.children = [nodes[path] for path in found if path in nodes]
            else:
                node.children.sort(key=lambda child: child.index)
        for path in missing:  # grows while it is gone through
            missing += self._get_children(path)
        return nodes, missing

    def _get_children(self, path):
        return [path for _, path in self._call(self.owner, path, "org.a11y.atspi.Accessible", "GetChildren")[0]]

    def _has_whole_cache(self):
        """Whether the cache holds every object: that of GTK 4.8 does, that of 4.18 leaves parts out."""
        if self.whole_cache is None:
            version = self._get_property("/org/a11y/atspi/accessible/root", "org.a11y.atspi.Application", "Version")
            self.whole_cache = [int(part) for part in version.split(".")[:2]] < [4, 10]
        return self.whole_cache

    def _get_property(self, path, interface, name):
        return self._call(self.owner, path, "org.freedesktop.DBus.Properties", "Get",
                          GLib.Variant("(ss)", (interface, name)))[0]

    def _read_below(self, path, parent=None):
        """An object and all below it that is visible, one question after the other."""
        accessible = "org.a11y.atspi.Accessible"
        node = Node(path, self._get_property(path, accessible, "Name"),
                    self._call(self.owner, path, accessible, "GetRole")[0],
                    self._call(self.owner, path, accessible, "GetState")[0][0])
        node.parent = parent
        if not node.name and "visible" in node.states:
            # What a status says is its text there, not its name.
            try:
                node.name = self._call(self.owner, path, "org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]
            except GLib.Error:  # most objects have no text
                pass
        if "visible" in node.states:
            node.children = [self._read_below(child, node) for child in self._get_children(path)]
        return node

    def windows(self):
        """The trees of all windows, as they are now."""
        end = time.monotonic() + RETRY
        while True:
            try:
                return self._read_windows()
            except GLib.Error:
                if self.process.poll() is not None:
                    raise AssertionError("the program ended: " + self.output()) from None
            # Something was gone between two questions, or is not ready yet.
            if time.monotonic() > end:
                return []
            time.sleep(0.02)

    def _read_windows(self):
        if not self._has_whole_cache():
            return [self._read_below(path) for path in self._get_children("/org/a11y/atspi/accessible/root")]
        missing = True
        while missing:
            nodes, missing = self._read_nodes()
        return [node for node in nodes.values() if node.role in ("frame", "window", "dialog")
                and (node.parent is None or node.parent.path.endswith("/root"))]

    def window(self, title=None):
        """The main window, or the one with this title; None if there is none."""
        end = time.monotonic() + RETRY
        while True:
            windows = self.windows()
            found = next((window for window in windows
                          if (window.name == title if title else window.find(role="page tab list"))), None)
            # The main window is always there, but was perhaps being changed while it was read.
            if found or title or time.monotonic() > end:
                return found

    def page(self, name):
        """The page of a pane if it is in front, else None: GTK 4.8 tells it only by the tab."""
        window = self.window()
        tab = window and window.find(name, "page tab")
        if tab is None or "selected" not in tab.states:
            return None
        pane = tab.parent.parent
        return next((node for node in pane.walk() if node.name == name and node.role == "panel"
                     and node.children), None)

    def show_page(self, name):
        """Brings a page forward and returns it."""
        if self.page(name) is None:
            self.click(wait_for(f"the tab {name}", lambda: self.window().find(name, "page tab")))
        return wait_for(f"the page {name}", lambda: self.page(name))

    def wait_page(self, name, *words):
        """The page, brought forward, as soon as it says all the words."""
        self.show_page(name)
        page = None

        def ready():
            nonlocal page
            page = self.page(name)
            return page is not None and all(word in page.text() for word in words) and page

        try:
            return wait_for(f"{words} on the page {name}", ready)
        except AssertionError as error:
            raise AssertionError(f"{error}; it says:\n{page.text() if page else None}") from None

    def focused(self):
        for window in self.windows():
            for node in window.walk():
                if "focused" in node.states:
                    return node
        return None

    def value(self, entry):
        """What an entry holds."""
        interface = "org.a11y.atspi.Text"
        length = self._call(self.owner, entry.path, "org.freedesktop.DBus.Properties", "Get",
                            GLib.Variant("(ss)", (interface, "CharacterCount")))[0]
        return self._call(self.owner, entry.path, interface, "GetText", GLib.Variant("(ii)", (0, length)))[0]

    def extents(self, node):
        """x, y, width and height in the window, without what X draws around it."""
        return self._call(self.owner, node.path, "org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (1,)))[0]

    def description(self, node):
        """What a screen reader says of it after its name."""
        return self._get_property(node.path, "org.a11y.atspi.Accessible", "Description")

    # ---- what a user does ----

    def _find_xid(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True, check=False)
        ids = found.stdout.split()
        return ids[0] if ids else None

    def focus(self):
        subprocess.run(["xdotool", "windowfocus", "--sync", self.xid], check=False, capture_output=True)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "25", *keys], check=True)

    def menu(self, *keys):
        """Goes into a menu by keys, each of which moves the focus to an item."""
        for key in keys:
            before = self.focused()
            self.key(key)
            wait_for(f"an item of a menu, by {key}", lambda: (item := self.focused()) and item.role == "menu item"
                     and (before is None or item.path != before.path))

    def type(self, text):
        # run.sh gives these letters keys; for others xdotool changes the map of keys while the program reads it.
        strange = [letter for letter in text if not (letter.isascii() or "\u0400" <= letter <= "\u04ff")]
        if strange:
            raise ValueError(f"no keys for {strange}")
        subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)

    def click(self, node):
        """Does what a click on node does, as assistive technology would."""
        for item in node.walk():
            try:
                if self._call(self.owner, item.path, "org.a11y.atspi.Action", "DoAction",
                              GLib.Variant("(i)", (0,)))[0]:
                    return
            except GLib.Error:  # this one has no actions, but what is in it may
                continue
        raise AssertionError(f"{node} can not be clicked")

    def activate(self, action, *parameters):
        """Activates an action of the window over D-Bus, as a launcher would."""
        self.session.call_sync(APP_ID, f"/{APP_ID.replace('.', '/')}/window/1", "org.gtk.Actions", "Activate",
                               GLib.Variant("(sava{sv})", (action, list(parameters), {})), None,
                               Gio.DBusCallFlags.NONE, 10000, None)

    # ---- life ----

    def output(self):
        """All that the program wrote so far."""
        self.log.seek(0)
        return self.log.read()

    def new_output(self):
        """What it wrote since this was asked before."""
        text = self.output()
        new = text[self.seen:]
        self.seen = len(text)
        return new

    def stop(self):
        """Quits by the keyboard; what the program wrote since it was asked last, and its exit status."""
        if self.process.poll() is None:
            self.focus()
            self.key("ctrl+q")
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        output = self.new_output()
        self.log.close()
        return output, self.process.returncode


class OneProgram(unittest.TestCase):
    """Tests that share one program, which takes its time to start. What it writes is a mistake."""

    program = None
    kind = Talks
    ready = ("Event", "first direct Russia-Ukraine talks")

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.talks = cls.kind(OneProgram.program)
        try:
            cls.talks.wait_page(*cls.ready)
        except BaseException:
            cls.talks.stop()
            raise

    @classmethod
    def tearDownClass(cls):
        output, status = cls.talks.stop()
        shutil.rmtree(cls.folder)
        assert (output, status) == ("", 0), (output, status)

    def tearDown(self):
        self.assertEqual(self.talks.new_output(), "")

    def write(self, name, content, mode=0o644):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        os.chmod(path, mode)
        return path

    def open(self, path):
        self.talks.activate("open-file", GLib.Variant("s", path))

    def banner(self):
        """What the strip above the panes says; None while it says nothing."""
        # The tree can not be read while it changes: that is no answer.
        window = wait_for("the window", self.talks.window)
        close = window.find("Close this message", "button")
        return close and next((node.name for node in close.parent.walk() if node.name), None)

    def close_banner(self):
        self.talks.click(self.talks.window().find("Close this message", "button"))
        wait_for("no message", lambda: self.banner() is None)


def main(arguments):
    """Runs the tests of OneProgram on the program that is the first argument."""
    OneProgram.program = os.path.abspath(arguments.pop(1))
    unittest.main(verbosity=2)
