# SPDX-License-Identifier: MIT
"""A desktop of its own for programs that are measured: X server, window manager, message bus, sound.

Nothing is shared with the desktop of whoever runs it, and nothing is left behind: everything ends
with the stage, or with this process if it is killed.
"""

import ctypes
import os
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time

SCREEN = "1440x920x24"  # a window of 1280 x 800 and its title bar, and something left beside it
PARENT_DEATH_SIGNAL = 1  # of prctl(2)


class Trouble(Exception):
    """Something that was to be measured did not run."""


def end_with_parent():
    ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)


def end(process):
    """Asks it to end, insists after five seconds, and waits until it has."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout:
        process.stdout.close()


def wait_for_socket(path, what):
    until = time.monotonic() + 10
    while True:
        with socket.socket(socket.AF_UNIX) as end:
            if end.connect_ex(path) == 0:
                return
        if time.monotonic() > until:
            raise Trouble(f"{what} does not start")
        time.sleep(0.05)


class Stage:
    """With SDL's dummy sound where there is no PulseAudio; `sound` tells which."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="repose-bench-")
        self.helpers = []
        self.sound = "dummy"
        home = os.path.join(self.folder, "home")
        os.mkdir(home)
        self.environment = {
            "PATH": os.environ.get("PATH", os.defpath), "HOME": home, "LC_ALL": "C.UTF-8",
            "XDG_RUNTIME_DIR": self.folder, "SDL_VIDEODRIVER": "x11",
        }

    def __enter__(self):
        try:
            self.open_screen()
            self.open_bus()
            self.open_sound()
            self.help(["openbox", "--sm-disable"])
            time.sleep(1)  # it tells nobody when it is ready
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        for helper in reversed(self.helpers):
            end(helper)
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def help(self, command, **options):
        helper = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                  preexec_fn=end_with_parent, **options)
        self.helpers.append(helper)
        return helper

    def open_screen(self):
        """The server takes a number that is free and says which."""
        reader, writer = os.pipe()
        self.screen = self.help(["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN,
                                 "-nolisten", "tcp", "-noreset"], pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader, encoding="ascii") as answer:
            ready, _, _ = select.select([answer], [], [], 20)
            number = answer.readline().strip() if ready else ""
        if not number:
            raise Trouble("Xvfb does not start")
        self.environment["DISPLAY"] = ":" + number

    def open_bus(self):
        """A desktop has one; without an address SDL would start one of its own and wait for it."""
        address = "unix:path=" + self.path("bus")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        if shutil.which("dbus-daemon"):
            self.help(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + address])
            wait_for_socket(self.path("bus"), "dbus-daemon")

    def open_sound(self):
        if shutil.which("pulseaudio"):
            place = self.path("sound")
            self.help(["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                       "-L", "module-null-sink sink_name=bench rate=48000 channels=2",
                       "-L", f"module-native-protocol-unix socket={place} auth-anonymous=1"])
            wait_for_socket(place, "pulseaudio")
            self.environment["PULSE_SERVER"] = "unix:" + place
            self.sound = "pulseaudio"
        self.environment["SDL_AUDIODRIVER"] = self.sound
