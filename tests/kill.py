#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Kills sessions at random moments and looks at what the history still knows.

    kill.py PROGRAM COUNT [SEED]

Each session plays a routine of half-second breaths in one step, so that only the promise of storing progress every
five seconds protects it. The position reached is known from the lines the player prints. Then a new start, in a
terminal of its own, must offer to go on at most five seconds before that point; it is declined, and the history
must hold the session as partial with the time that was offered.
"""

import json
import os
import pty
import random
import re
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROUTINE = """format = 1; title = "Half seconds"; category = "breathing"; summary = "For a test.";
author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ]; gates = { all = "open"; };
steps = ( { name = "Breathe"; breathe = { in = 0.5; out = 0.5; }; cycles = 120; } );
"""
LINE_S = 0.5  # a line for each phase
PROMISE_S = 5.0
AT_ONCE = 25


def clock_seconds(text):
    seconds = 0
    for part in text.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def environment(folder):
    silent = dict(os.environ, SDL_AUDIODRIVER="dummy", TERM="xterm", LC_ALL="C.UTF-8", HOME=folder)
    for display in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        silent.pop(display, None)
    return silent


def play_and_kill(program, folder, after_s):
    """Plays for so long, kills, and returns the last position that was printed (None: no line yet)."""
    player = subprocess.Popen(
        [program, "--data", folder, "play", "half", "--no-ambience"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment(folder))
    time.sleep(after_s)
    player.send_signal(signal.SIGKILL)
    out, _ = player.communicate()
    starts = re.findall(r"^\s*([0-9:]+)  Breathe", out.decode("utf-8", "replace"), re.M)
    return (clock_seconds(starts[-1]), len(starts)) if starts else None


def read_until(master, pattern, limit_s):
    """Reads a terminal until the pattern shows; returns the match or None."""
    seen = b""
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        if select.select([master], [], [], 0.2)[0]:
            try:
                seen += os.read(master, 65536)
            except OSError:
                break
            plain = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", seen).decode("utf-8", "replace")
            match = re.search(pattern, plain)
            if match:
                return match
    return None


def offered_position(program, folder):
    """Starts again in a terminal, declines what is offered, leaves; returns the seconds offered or None."""
    pid, master = pty.fork()
    if pid == 0:
        os.execve(program, [program, "--data", folder, "play", "half", "--no-ambience"],
                  environment(folder))
    match = read_until(master, r"broke off at ([0-9:]+)", 20)
    os.write(master, b"n" if match else b"\x1b")
    time.sleep(0.3)
    os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + 10
    while time.monotonic() < end and os.waitpid(pid, os.WNOHANG)[0] == 0:
        if select.select([master], [], [], 0.05)[0]:
            try:
                os.read(master, 65536)
            except OSError:
                pass
    os.close(master)
    return clock_seconds(match.group(1)) if match else None


def history(program, folder):
    out = subprocess.run([program, "--data", folder, "history", "--json"], check=True,
                         stdout=subprocess.PIPE, env=environment(folder)).stdout
    return json.loads(out)


class Trials:
    def __init__(self, program, count, seed):
        self.program = program
        self.moments = [random.Random(seed + n).uniform(0.2, 14.0) for n in range(count)]
        self.lock = threading.Lock()
        self.next = 0
        self.passed = 0
        self.unplayed = 0
        self.worst_s = 0.0
        self.failures = []

    def judge(self, number, after_s):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "routines"))
            with open(os.path.join(folder, "routines", "half.cfg"), "w", encoding="utf-8") as out:
                out.write(ROUTINE)
            subprocess.run([self.program, "--data", folder, "profile", "show"],
                           stdout=subprocess.DEVNULL, env=environment(folder), check=False)
            reached = play_and_kill(self.program, folder, 4.2 + after_s)
            before = history(self.program, folder)
            aside = [name for name in os.listdir(folder) if "damaged" in name]
            offered = offered_position(self.program, folder)
            after = history(self.program, folder)
            return self.compare(number, reached, before, aside, offered, after)

    def compare(self, number, reached, before, aside, offered, after):
        if aside:
            return f"trial {number}: the history was set aside: {aside}"
        if reached is None or (offered is None and reached[1] <= PROMISE_S / LINE_S):
            # Nothing of the promised five seconds had been played: no offer is owed.
            with self.lock:
                self.unplayed += 1
            return None
        # The last line printed is the phase that was under way: at most half a second more was played.
        point_s = reached[1] * LINE_S
        if offered is None:
            return f"trial {number}: {point_s} s played, nothing offered; history {before}"
        kept = [entry for entry in after if entry["status"] == "partial"]
        if not kept:
            return f"trial {number}: declined, but no partial session in {after}"
        kept_s = kept[0]["played_ms"] / 1000
        lost_s = point_s - kept_s
        with self.lock:
            self.worst_s = max(self.worst_s, lost_s)
        if lost_s > PROMISE_S or int(kept_s) != offered or kept[0]["ended"] != "interrupted":
            return (f"trial {number}: reached {point_s} s, offered {offered} s, kept {kept_s} s "
                    f"as {kept[0]['ended']}")
        return None

    def work(self):
        while True:
            with self.lock:
                number = self.next
                self.next += 1
            if number >= len(self.moments):
                return
            failure = self.judge(number, self.moments[number])
            with self.lock:
                if failure:
                    self.failures.append(failure)
                else:
                    self.passed += 1


def main():
    program = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261121
    print(f"seed {seed}, {count} sessions killed")
    trials = Trials(program, count, seed)
    threads = [threading.Thread(target=trials.work) for _ in range(min(AT_ONCE, count))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for failure in trials.failures:
        print(failure)
    print(f"worst loss {trials.worst_s:.2f} s of at most {PROMISE_S} s; "
          f"{trials.unplayed} killed before anything was owed")
    print(f"{trials.passed} passed, {len(trials.failures)} failed")
    sys.exit(1 if trials.failures or trials.passed == 0 else 0)


if __name__ == "__main__":
    main()
