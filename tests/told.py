# SPDX-License-Identifier: MIT
# A program in a terminal of its own, typed at: told.py OUT KEYS COMMAND...
# KEYS: "TEXT=>KEY" joined by "|"; each key is sent when its text has come behind the one before. \e, \n, \r and \d
# (delete) are understood. What was written goes to OUT byte by byte; the status is the program's, 99: a text never came.
import os
import pty
import select
import signal
import sys
import time

PATIENCE_S = 60


class Terminal:
    def __init__(self, command):
        self.written = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvp(command[0], command)

    def read(self):
        """False when the program has gone."""
        if not select.select([self.fd], [], [], 0.2)[0]:
            return True
        try:
            more = os.read(self.fd, 65536)
        except OSError:
            return False
        self.written += more
        return bool(more)

    def wait_for(self, text, start):
        end = time.monotonic() + PATIENCE_S
        while text not in self.written[start:]:
            if time.monotonic() > end or not self.read():
                print(f"told.py: {text!r} did not come", file=sys.stderr)
                return None
        return self.written.index(text, start) + len(text)


def main():
    out, keys, command = sys.argv[1], sys.argv[2], sys.argv[3:]
    terminal = Terminal(command)
    place = 0
    for step in filter(None, keys.split("|")):
        text, key = step.split("=>")
        place = terminal.wait_for(text.encode(), place)
        if place is None:
            os.kill(terminal.pid, signal.SIGTERM)
            break
        key = key.replace("\\e", "\x1b").replace("\\n", "\n").replace("\\r", "\r").replace("\\d", "\x7f")
        time.sleep(0.2)  # the same key twice within the setting would be a trembling hand
        os.write(terminal.fd, key.encode())
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and terminal.read():
        pass
    os.kill(terminal.pid, signal.SIGTERM)
    status = os.waitstatus_to_exitcode(os.waitpid(terminal.pid, 0)[1])
    with open(out, "wb") as file:
        file.write(terminal.written)
    return 99 if place is None else status


sys.exit(main())
