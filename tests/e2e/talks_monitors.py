# SPDX-FileCopyrightText: 2026 The Talks contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Monitors that come and go in an X server with one output: those of RandR 1.5, which anybody may add.

Xvfb has them, and window managers know them; for GDK two-monitors.c gives them outputs.
"""

import ctypes


class _Info(ctypes.Structure):
    _fields_ = [("name", ctypes.c_ulong), ("primary", ctypes.c_int), ("automatic", ctypes.c_int),
                ("noutput", ctypes.c_int), ("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int),
                ("height", ctypes.c_int), ("mwidth", ctypes.c_int), ("mheight", ctypes.c_int),
                ("outputs", ctypes.POINTER(ctypes.c_ulong))]


class Monitors:
    """The monitors of the server that DISPLAY names. The first one added takes the place of the whole screen."""

    def __init__(self):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.randr = ctypes.CDLL("libXrandr.so.2")
        pointer, ulong, info = ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_Info)
        for function, result, arguments in (
                (self.x11.XOpenDisplay, pointer, [ctypes.c_char_p]),
                (self.x11.XDefaultRootWindow, ulong, [pointer]),
                (self.x11.XInternAtom, ulong, [pointer, ctypes.c_char_p, ctypes.c_int]),
                (self.x11.XGetSelectionOwner, ulong, [pointer, ulong]),
                (self.x11.XSync, ctypes.c_int, [pointer, ctypes.c_int]),
                (self.randr.XRRAllocateMonitor, info, [pointer, ctypes.c_int]),
                (self.randr.XRRFreeMonitors, None, [info]),
                (self.randr.XRRSetMonitor, None, [pointer, ulong, info]),
                (self.randr.XRRDeleteMonitor, None, [pointer, ulong, ulong]),
                (self.randr.XRRGetMonitors, info, [pointer, ulong, ctypes.c_int, ctypes.POINTER(ctypes.c_int)]),
                (self.randr.XRRSetOutputPrimary, None, [pointer, ulong, ulong])):
            function.restype, function.argtypes = result, arguments
        self.display = self.x11.XOpenDisplay(None)
        self.root = self.x11.XDefaultRootWindow(self.display)
        count = ctypes.c_int()
        monitors = self.randr.XRRGetMonitors(self.display, self.root, 1, ctypes.byref(count))
        self.output = monitors[0].outputs[0]
        self.randr.XRRFreeMonitors(monitors)
        self.names = []
        self.is_primary = False

    def _tell(self):
        """Programs look at the monitors when the server tells of a change, which it does not of these alone."""
        self.is_primary = not self.is_primary
        self.randr.XRRSetOutputPrimary(self.display, self.root, self.output if self.is_primary else 0)
        self.x11.XSync(self.display, 0)

    def _atom(self, name):
        return self.x11.XInternAtom(self.display, name.encode(), 0)

    def has_window_manager(self):
        return self.x11.XGetSelectionOwner(self.display, self._atom("WM_S0")) != 0

    def add(self, name, x, y, width, height):
        has_output = not self.names
        monitor = self.randr.XRRAllocateMonitor(self.display, 1 if has_output else 0)
        if has_output:
            monitor.contents.outputs[0] = self.output
        monitor.contents.name = self._atom(name)
        monitor.contents.primary = monitor.contents.automatic = 0
        monitor.contents.x, monitor.contents.y = x, y
        monitor.contents.width, monitor.contents.height = width, height
        monitor.contents.mwidth, monitor.contents.mheight = width // 4, height // 4
        self.randr.XRRSetMonitor(self.display, self.root, monitor)
        self.randr.XRRFreeMonitors(monitor)
        self.names.append(name)
        self._tell()

    def remove(self, name):
        self.names.remove(name)
        self.randr.XRRDeleteMonitor(self.display, self.root, self._atom(name))
        self._tell()
