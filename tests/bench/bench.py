#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What repose costs, beside the least that a window like it can cost.

    bench.py PROGRAM FOLDER [--starts N] [--long] [--only NAME ...]

FOLDER holds floor and xwatch and receives results.json. Every figure of the window is printed with
that of floor.c, taken in the same run, and as a multiple of it (xF): the seconds of one machine say
little about another, and a busy machine is slow for both. `load` is how many programs wanted to run
meanwhile; where others keep the processors busy the figures of time say little, above all those of
frames: a limit that not even the floor keeps gets a question mark.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import time
import wave

import figures
import lifetime as histories
import process
import stage
from figures import Figure

CYCLE_S = 16  # of box breathing, and of the floor's disc
BEGIN_S = 4   # then the window is open and the figure moves
START_LIMIT_S = 15
MEMORY_EVERY_S = 2
# SDL would send every picture through OpenGL, which costs far more than the floor means to.
PLAIN = {"SDL_FRAMEBUFFER_ACCELERATION": "0", "SDL_RENDER_DRIVER": "software"}


class Bench:
    """The programs, and the stage that they stand on."""

    def __init__(self, options, on):
        self.options, self.stage = options, on
        self.repose = os.path.abspath(options.program)
        self.floor = os.path.abspath(os.path.join(options.folder, "floor"))
        self.xwatch = os.path.abspath(os.path.join(options.folder, "xwatch"))
        self.data = on.path("data")
        # The player has a history of its own, so that nothing of it changes what the list shows.
        played = on.path("played")
        self.list = [self.repose, "--data", self.data]
        self.player = [self.repose, "play", "breath-box", "--from", "15", "--before", "3",
                       "--after", "3", "--no-ambience", "--data", played]
        self.run(["settings", "set", "lead_in", "0"], played)
        self.run(["settings", "set", "voice", "on"], played)  # else the first session has it tried
        self.run(["profile", "set", "asks", "none"], played)  # else it is asked before the breath is held

    def run(self, arguments, data=None):
        """Of a command that ends by itself: (CPU, seconds of the clock)."""
        begin = time.monotonic()
        cpu = self.cpu_of([self.repose, *arguments, "--data", data or self.data])
        return cpu, time.monotonic() - begin

    def cpu_of(self, command):
        child = subprocess.Popen(command, env=self.stage.environment, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise stage.Trouble(f"{' '.join(command)}: status {child.returncode}")
        return used.ru_utime + used.ru_stime

    def open(self, command):
        more = PLAIN if command[0] == self.floor else {}
        return subprocess.Popen(command, env=self.stage.environment | more, stdin=subprocess.DEVNULL)

    def watch(self, seconds=0):
        """xwatch, ready; its further lines come from its standard output."""
        watcher = subprocess.Popen([self.xwatch, str(seconds)], env=self.stage.environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   encoding="ascii")
        if not watcher.stdout.readline().startswith("start "):
            stage.end(watcher)
            raise stage.Trouble("xwatch does not start")
        return watcher


def still_runs(child, what):
    if child.poll() is not None:
        raise stage.Trouble(f"{what} ended by itself, status {child.returncode}")


def one_start(bench, command):
    """From exec: seconds until the middle of the screen shows a picture, CPU seconds used by then,
    and seconds until the window was there."""
    lines = []
    watcher = bench.watch(START_LIMIT_S)
    begin = time.monotonic()
    child = bench.open(command)
    try:
        signal.alarm(START_LIMIT_S)
        for line in watcher.stdout:
            lines.append(line)
            if line.startswith("content "):
                cpu, log = process.cpu_seconds(child.pid), figures.Log(lines)
                return log.content - begin, cpu, log.maps[0][0] - begin
        raise stage.Trouble("xwatch ended by itself")
    finally:
        signal.alarm(0)
        stage.end(child)
        stage.end(watcher)


def give_up(*_):
    raise stage.Trouble(f"nothing but a background within {START_LIMIT_S} s")


def start(bench):
    """In turns, so that both meet the same machine; the first of each warms the caches."""
    commands = {"repose": bench.list, "floor": [bench.floor, "full"]}
    taken = {name: [] for name in commands}
    for turn in range(bench.options.starts + 1):
        for name, command in commands.items():
            figure = one_start(bench, command)
            if turn > 0:
                taken[name].append(figure)
    times, cpu, window = ({name: statistics.median(run[part] * 1000 for run in runs)
                           for name, runs in taken.items()} for part in range(3))
    return [Figure(f"start to picture, ms (median of {bench.options.starts})", **times, most=1.8,
                   of_floor=True),
            Figure("  CPU by then, ms", **cpu), Figure("  start to window, ms", **window)]


def largest_memory(pid, until):
    """Of several looks: programs that come and go with the same libraries only make it smaller."""
    looks = [process.memory_mib(pid)]
    while time.monotonic() < until - MEMORY_EVERY_S:
        time.sleep(MEMORY_EVERY_S)
        looks.append(process.memory_mib(pid))
    time.sleep(max(0, until - time.monotonic()))
    return [max(column) for column in zip(*looks)]


def one_movement(bench, command):
    """Memory from 20 s on, CPU of program and X server a minute, and frames, over whole cycles."""
    cycles = 4 if bench.options.long else 2
    log = bench.stage.path("xwatch.log")
    with open(log, "w", encoding="ascii") as file:
        watcher = subprocess.Popen([bench.xwatch], env=bench.stage.environment,
                                   stdin=subprocess.DEVNULL, stdout=file)
    child = bench.open(command)

    def clocks():
        cpu = [process.cpu_seconds(pid) for pid in (child.pid, bench.stage.screen.pid)]
        return cpu + [process.busy_seconds() - sum(cpu), time.monotonic()]
    try:
        time.sleep(BEGIN_S)
        still_runs(child, command[0])
        before = clocks()
        time.sleep(CYCLE_S)
        memory = largest_memory(child.pid, before[-1] + cycles * CYCLE_S)
        still_runs(child, command[0])
        after = clocks()
    finally:
        stage.end(child)
        stage.end(watcher)
    with open(log, encoding="ascii") as file:
        drawn = figures.Log(file).drawn
    moved = figures.movement(figures.frames(drawn, before[-1], after[-1]))
    if not moved:
        raise stage.Trouble(f"{command[0]}: nothing moved on the screen")
    program, screen, others, seconds = (b - a for a, b in zip(before, after))
    return dict(zip(("pss", "uss", "rss"), memory), cpu=program * 60 / seconds,
                screen=screen * 60 / seconds, others=others / seconds, **moved)


def moving(bench):
    floor = one_movement(bench, [bench.floor, "full"])
    repose = one_movement(bench, bench.player)

    def of(name, key, **more):
        return Figure(name, repose[key], floor[key], **more)
    return [of("memory of the player, MiB, proportional", "pss", most=2.2, of_floor=True),
            of("  its own alone", "uss"),
            of("  with all that is shared", "rss"),
            of("CPU s in a breathing minute", "cpu", digits=2, most=1, of_floor=True),
            of("  of the X server", "screen", digits=2),
            of("frames a second while it moves", "fps"),
            of("  interval ms, p50", "p50", digits=2),
            of("  p95", "p95", digits=2),
            of("  p99", "p99", digits=2, most=20),
            of("  longest", "max"),
            of("  later than 25 ms, %", "late_percent", digits=2),
            of("  processors busy with other things", "others", digits=2)]


def idle(bench):
    """Both at once: who sleeps disturbs nobody."""
    children = {"repose": bench.open(bench.list), "floor": bench.open([bench.floor, "idle", "none"])}
    try:
        time.sleep(BEGIN_S)
        before = {name: (process.switches(child.pid), process.cpu_seconds(child.pid))
                  for name, child in children.items()}
        time.sleep(60)
        for name, child in children.items():
            still_runs(child, name)
        switches = {name: figures.switches_between(before[name][0], process.switches(child.pid))
                    for name, child in children.items()}
        cpu = {name: (process.cpu_seconds(child.pid) - before[name][1]) * 1000
               for name, child in children.items()}
    finally:
        for child in children.values():
            stage.end(child)
    return [Figure("untouched list, context switches in 60 s", **switches, digits=0, most=4),
            Figure("  CPU ms in 60 s", **cpu, most=1)]


RENDERED = "relax-face-let-go"  # cues, many words, waves
MIXED_LEAST = 200  # times faster than it is heard


def render(bench):
    """All layers, read, mixed and written. The first run speaks the words and is not timed."""
    out = bench.stage.path("out.wav")
    runs = [bench.run(["render", RENDERED, out]) for _ in range(4)][1:]
    with wave.open(out) as file:
        seconds = file.getnframes() / file.getframerate()
    cpu, real = (statistics.median(part) for part in zip(*runs))
    return [Figure(f"rendering {RENDERED}, times real time", seconds / real, digits=0),
            Figure("  CPU ms for a minute of sound", cpu * 1000 * 60 / seconds,
                   most=60000 / MIXED_LEAST)]


def catalogue(bench):
    def milliseconds(arguments):
        return statistics.median(bench.run(arguments)[0] for _ in range(15)) * 1000
    return [Figure("reading the catalogue (list), CPU ms", milliseconds(["list"])),
            Figure("  of it starting at all (--version)", milliseconds(["--version"]))]


BEGIN_MOST, LIFETIME_MOST, MONTH_MOST = 5, 150, 20  # ms of CPU, the beginning included
NOTHING = ["/bin/true"]


def lifetime(bench):
    """Every figure of 100 000 sessions and 100 000 daily numbers, and of the last thirty days of
    them: one number a day over 274 years, and 27 a day over ten. Beside it what it costs to begin
    the program at all, and beside that to begin any program. All in turns, so that they meet the
    same machine."""
    folders = {years: bench.stage.path(f"lifetime-{years}") for years in (274, 10)}
    for years, data in folders.items():
        histories.make(bench.repose, data, years=years, seed=1)
    whole = ["stats", "--json", "--now", "2026-11-21T08:00:00+01:00"]
    month = [*whole, "--from", "2026-10-23", "--to", "2026-11-21"]
    runs = {"begin": (["--version"], None), "dense": (whole, folders[10]),
            "dense month": (month, folders[10]), "whole": (whole, folders[274]),
            "month": (month, folders[274])}
    taken = {name: [] for name in ("nothing", *runs)}
    for _ in range(21):
        taken["nothing"].append(bench.cpu_of(NOTHING))
        for name, (arguments, data) in runs.items():
            taken[name].append(bench.run(arguments, data)[0])
    cost = {name: statistics.median(seconds) * 1000 for name, seconds in taken.items()}
    begin = cost["begin"]
    return [Figure("beginning at all (--version), CPU ms", begin, cost["nothing"], most=BEGIN_MOST),
            Figure("stats of 100 000 sessions and numbers, CPU ms", cost["whole"], begin,
                   most=LIFETIME_MOST),
            Figure("  of their last 30 days", cost["month"], begin, most=MONTH_MOST),
            Figure("  where they are of ten years", cost["dense"], begin),
            Figure("  of their last 30 days", cost["dense month"], begin, most=2 * MONTH_MOST)]


PARTS = {part.__name__: part for part in (start, moving, idle, render, catalogue, lifetime)}


def measure(options):
    """Figures of the parts wanted; each with the higher load of its beginning and its end."""
    found = []
    with stage.Stage() as on:
        bench = Bench(options, on)
        for name in options.only:
            print(f"bench: {name}", file=sys.stderr)
            load = process.load()
            for figure in PARTS[name](bench):
                figure.load = max(load, process.load())
                found.append(figure)
        return found, on.sound


def read_arguments():
    parser = argparse.ArgumentParser(description="What repose costs, beside the floor.")
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--starts", type=int, default=0, help="how many are timed (5; long: 20)")
    parser.add_argument("--long", action="store_true", help="more starts, a whole breathing minute")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    options = parser.parse_args()
    options.starts = max(1, options.starts or (20 if options.long else 5))
    return options


def main():
    options = read_arguments()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(1))
    signal.signal(signal.SIGALRM, give_up)
    try:
        found, sound = measure(options)
    except stage.Trouble as trouble:
        sys.exit(f"bench: {trouble}")
    print(f"{os.cpu_count()} processors, sound: {sound}")
    print("\n".join(figures.table(found)))
    results = {"utc": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "processors": os.cpu_count(),
               "sound": sound, "starts": options.starts, "long": options.long,
               "figures": [figure.as_json() for figure in found]}
    with open(os.path.join(options.folder, "results.json"), "w", encoding="utf-8") as file:
        json.dump(results, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
