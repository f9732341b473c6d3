# SPDX-License-Identifier: MIT
"""What the numbers of a measurement come to: no process and no clock is asked here.

Times are seconds of the monotonic clock unless a name says otherwise.
"""

import math
import statistics

ONE_FRAME_S = 0.004  # what is drawn so soon after the first piece belongs to the same frame
HELD_S = 0.25        # a picture that stands this long was meant to stand
EDGE_S = 0.05        # at the ends of a movement: rather the hold beside it than a late frame
STRETCH_LEAST = 30   # frames; fewer are words that change, no movement
LATE_S = 0.025       # one and a half frames at 60 a second


class Log:
    """The lines of xwatch. What was cut off in the middle of a line is left out."""

    def __init__(self, lines):
        self.start = self.content = None
        self.maps = []   # (time, width, height)
        self.drawn = []  # (time, pixels)
        for line in lines:
            if not line.endswith("\n") or not line.strip():
                continue
            word, *numbers = line.split()
            numbers = [float(number) for number in numbers]
            if word == "start" and len(numbers) == 3:
                self.start = numbers[0]
            elif word == "map" and len(numbers) == 3:
                self.maps.append(tuple(numbers))
            elif word == "drawn" and len(numbers) == 5:
                self.drawn.append((numbers[0], numbers[3] * numbers[4]))
            elif word == "content" and len(numbers) == 1:
                self.content = numbers[0]


def frames(drawn, first=-math.inf, last=math.inf):
    """The times of the frames from `first` to `last`, each that of its first piece."""
    times = []
    for time, _ in drawn:
        if first <= time <= last and (not times or time - times[-1] > ONE_FRAME_S):
            times.append(time)
    return times


def stretches(times):
    """The intervals between frames while something moved, one list for each movement."""
    found, current = [], []
    for before, after in zip(times, times[1:]):
        if after - before > HELD_S:
            found.append(current)
            current = []
        else:
            current.append(after - before)
    found.append(current)
    return [moved for moved in map(without_edges, found) if len(moved) >= STRETCH_LEAST]


def without_edges(intervals):
    first, last = 0, len(intervals)
    while first < last and intervals[first] > EDGE_S:
        first += 1
    while first < last and intervals[last - 1] > EDGE_S:
        last -= 1
    return intervals[first:last]


def quantile(values, share):
    """The smallest value that is at least as large as this share of them (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def movement(times):
    """How evenly frames came while something moved, in milliseconds; None: nothing moved."""
    intervals = [interval * 1000 for stretch in stretches(times) for interval in stretch]
    if not intervals:
        return None
    late = sum(interval > LATE_S * 1000 for interval in intervals)
    return {
        "count": len(intervals),
        "fps": 1000 / statistics.mean(intervals),
        "p50": quantile(intervals, 0.50),
        "p95": quantile(intervals, 0.95),
        "p99": quantile(intervals, 0.99),
        "max": max(intervals),
        "late": late,
        "late_percent": 100 * late / len(intervals),
    }


def switches_between(before, after):
    """Context switches of all threads; those of a thread that came later count from its birth."""
    return sum(count - before.get(thread, 0) for thread, count in after.items())


class Figure:
    """One line of the table.

    `most` is the limit, of the figure itself or, with of_floor, of its ratio to the floor's.
    """

    def __init__(self, name, repose, floor=None, *, digits=1, most=None, of_floor=False, load=None):
        self.name, self.repose, self.floor, self.digits = name, repose, floor, digits
        self.most, self.of_floor, self.load = most, of_floor, load

    def ratio(self):
        return self.repose / self.floor if self.repose is not None and self.floor else None

    def held(self):
        """Whether the limit is kept; None: there is none, or nothing to hold against it."""
        value = self.ratio() if self.of_floor else self.repose
        if self.most is None or value is None:
            return None
        # Where not even the floor keeps it the machine is too busy to tell.
        if value > self.most and not self.of_floor and (self.floor or 0) > self.most:
            return None
        return value <= self.most

    def cells(self):
        limit = "" if self.most is None else f"{self.most:g}{' xF' if self.of_floor else ''}"
        kept = {None: "" if self.most is None else "?", True: "yes", False: "NO"}[self.held()]
        load = "" if self.load is None else f"{self.load:.1f}"
        return [self.name, number(self.repose, self.digits), number(self.floor, self.digits),
                number(self.ratio(), 2), limit, kept, load]

    def as_json(self):
        return {"name": self.name, "repose": self.repose, "floor": self.floor, "ratio": self.ratio(),
                "most": self.most, "of_floor": self.of_floor, "held": self.held(), "load": self.load}


def number(value, digits):
    return "-" if value is None else f"{value:.{digits}f}"


def table(figures):
    """The lines: names to the left, numbers to the right, no wider than they must be."""
    head = ["figure", "repose", "floor", "xF", "at most", "kept", "load"]
    rows = [head] + [figure.cells() for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    for row in rows:
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        yield "  ".join(cells).rstrip()
