#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# A file manager's side of a drop, by the XDND protocol (version 5) and Xlib alone.
#
#   drop.py WINDOW FILE...      drops the files onto the middle of a window
#
# Ends with 0 when the window has taken the drop, with 1 when it has refused it, with 2 when it is
# none that takes any, or does not answer within a minute.

import ctypes as c
import ctypes.util
import os
import sys
import time
import urllib.parse

CLIENT_MESSAGE, SELECTION_REQUEST, SELECTION_NOTIFY = 33, 30, 31
PROP_MODE_REPLACE, CURRENT_TIME, ATOM = 0, 0, 4
VERSION, PATIENCE_S = 5, 60


class ClientMessage(c.Structure):
    _fields_ = [('type', c.c_int), ('serial', c.c_ulong), ('send_event', c.c_int),
                ('display', c.c_void_p), ('window', c.c_ulong), ('message_type', c.c_ulong),
                ('format', c.c_int), ('data', c.c_long * 5)]


class SelectionRequest(c.Structure):
    _fields_ = [('type', c.c_int), ('serial', c.c_ulong), ('send_event', c.c_int),
                ('display', c.c_void_p), ('owner', c.c_ulong), ('requestor', c.c_ulong),
                ('selection', c.c_ulong), ('target', c.c_ulong), ('property', c.c_ulong),
                ('time', c.c_ulong)]


class Selection(c.Structure):
    _fields_ = [('type', c.c_int), ('serial', c.c_ulong), ('send_event', c.c_int),
                ('display', c.c_void_p), ('requestor', c.c_ulong), ('selection', c.c_ulong),
                ('target', c.c_ulong), ('property', c.c_ulong), ('time', c.c_ulong)]


class Event(c.Union):
    _fields_ = [('type', c.c_int), ('message', ClientMessage), ('request', SelectionRequest),
                ('selection', Selection), ('room', c.c_long * 24)]


def library():
    x = c.CDLL(ctypes.util.find_library('X11') or 'libX11.so.6')
    x.XOpenDisplay.restype = c.c_void_p
    x.XInternAtom.restype = x.XCreateSimpleWindow.restype = x.XDefaultRootWindow.restype = c.c_ulong
    x.XInternAtom.argtypes = [c.c_void_p, c.c_char_p, c.c_int]
    x.XDefaultRootWindow.argtypes = x.XFlush.argtypes = x.XPending.argtypes = [c.c_void_p]
    x.XCreateSimpleWindow.argtypes = [c.c_void_p, c.c_ulong] + [c.c_int] * 2 + [c.c_uint] * 3 + [
        c.c_ulong] * 2
    x.XSetSelectionOwner.argtypes = [c.c_void_p, c.c_ulong, c.c_ulong, c.c_ulong]
    x.XSendEvent.argtypes = [c.c_void_p, c.c_ulong, c.c_int, c.c_long, c.c_void_p]
    x.XNextEvent.argtypes = [c.c_void_p, c.c_void_p]
    x.XChangeProperty.argtypes = [c.c_void_p, c.c_ulong, c.c_ulong, c.c_ulong, c.c_int, c.c_int,
                                  c.c_char_p, c.c_int]
    x.XGetWindowProperty.argtypes = [c.c_void_p, c.c_ulong, c.c_ulong, c.c_long, c.c_long, c.c_int,
                                     c.c_ulong] + [c.c_void_p] * 5
    x.XTranslateCoordinates.argtypes = [c.c_void_p, c.c_ulong, c.c_ulong, c.c_int, c.c_int] + [
        c.c_void_p] * 3
    return x


class Drop:
    def __init__(self, target, files):
        self.x = library()
        self.display = self.x.XOpenDisplay(None)
        if not self.display:
            sys.exit('drop.py: no display')
        self.root = self.x.XDefaultRootWindow(self.display)
        self.own = self.x.XCreateSimpleWindow(self.display, self.root, 0, 0, 1, 1, 0, 0, 0)
        self.target = target
        self.files = files
        self.end = time.monotonic() + PATIENCE_S

    def atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def is_aware(self):
        kind, shape, count, rest, data = c.c_ulong(), c.c_int(), c.c_ulong(), c.c_ulong(), c.c_void_p()
        self.x.XGetWindowProperty(self.display, self.target, self.atom('XdndAware'), 0, 1, 0, ATOM,
                                  c.byref(kind), c.byref(shape), c.byref(count), c.byref(rest),
                                  c.byref(data))
        return count.value == 1

    def middle(self):
        x, y, child = c.c_int(), c.c_int(), c.c_ulong()
        self.x.XTranslateCoordinates(self.display, self.target, self.root, 320, 240, c.byref(x),
                                     c.byref(y), c.byref(child))
        return x.value << 16 | y.value

    def tell(self, name, *data):
        event = Event()
        event.message = ClientMessage(type=CLIENT_MESSAGE, display=self.display, window=self.target,
                                      message_type=self.atom(name), format=32,
                                      data=(c.c_long * 5)(self.own, *data))
        self.x.XSendEvent(self.display, self.target, 0, 0, c.byref(event))
        self.x.XFlush(self.display)

    def hand_over(self, request):
        uris = ''.join('file://' + urllib.parse.quote(os.path.abspath(file)) + '\r\n'
                       for file in self.files).encode()
        self.x.XChangeProperty(self.display, request.requestor, request.property, request.target, 8,
                               PROP_MODE_REPLACE, uris, len(uris))
        event = Event()
        event.selection = Selection(type=SELECTION_NOTIFY, display=self.display,
                                    requestor=request.requestor, selection=request.selection,
                                    target=request.target, property=request.property,
                                    time=request.time)
        self.x.XSendEvent(self.display, request.requestor, 0, 0, c.byref(event))
        self.x.XFlush(self.display)

    # The answer of that name, as the five numbers of its message.
    def wait_for(self, name):
        wanted = self.atom(name)
        while time.monotonic() < self.end:
            if not self.x.XPending(self.display):
                time.sleep(0.01)
                continue
            event = Event()
            self.x.XNextEvent(self.display, c.byref(event))
            if event.type == SELECTION_REQUEST:
                self.hand_over(event.request)
            elif event.type == CLIENT_MESSAGE and event.message.message_type == wanted:
                return list(event.message.data)
        sys.exit(2)

    def run(self):
        if not self.is_aware():
            return 2
        copy = self.atom('XdndActionCopy')
        self.x.XSetSelectionOwner(self.display, self.atom('XdndSelection'), self.own, CURRENT_TIME)
        self.tell('XdndEnter', VERSION << 24, self.atom('text/uri-list'), 0, 0)
        self.tell('XdndPosition', 0, self.middle(), CURRENT_TIME, copy)
        if not self.wait_for('XdndStatus')[1] & 1:
            self.tell('XdndLeave', 0, 0, 0, 0)
            return 1
        self.tell('XdndDrop', 0, CURRENT_TIME, 0, 0)
        return 0 if self.wait_for('XdndFinished')[1] & 1 else 1


if __name__ == '__main__':
    sys.exit(Drop(int(sys.argv[1], 0), sys.argv[2:]).run())
