#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares the walk through a routine in docs/audio.md with its timeline.

    sound_walk.py DOCUMENT ROUTINE TIMELINE.json

The walk is the table below the heading that names the routine. A row begins with its times,
`0:20`, `0:20, 0:45` or `0:30 to 3:10 every 10 s`, then come the cues: `sound` in code, words to be
spoken in quotes. A walk that differs is told and is exit 1.
"""

import json
import re
import sys

SPAN = re.compile(r"(\d+:[\d.]+) to (\d+:[\d.]+) every ([\d.]+) s")


def in_ms(text):
    minutes, seconds = text.strip().split(":")
    return round(60000 * int(minutes) + 1000 * float(seconds))


def times(text):
    span = SPAN.fullmatch(text.strip())
    if span:
        first, last = in_ms(span.group(1)), in_ms(span.group(2))
        return range(first, last + 1, round(1000 * float(span.group(3))))
    return [in_ms(part) for part in text.split(",")]


def rows_of(document, routine):
    inside = False
    for line in document:
        if line.startswith("#"):
            inside = line.startswith("### `%s`" % routine)
        elif inside and re.match(r"\| \d", line):
            yield [cell.strip() for cell in line.strip().strip("|").split("|")]


def walk(rows):
    """What the rows say, in the order of time; what sounds together keeps the order of its row."""
    cues = []
    for at, heard, _ in rows:
        told = re.findall(r'`([a-z-]+)`|"([^"]+)"', heard)
        for ms in times(at):
            cues += [(ms, k, sound or "say " + words) for k, (sound, words) in enumerate(told)]
    return [(ms, what) for ms, _, what in sorted(cues)]


def main(document, routine, timeline):
    with open(document, encoding="utf-8") as lines:
        told = walk(rows_of(lines, routine))
    with open(timeline, encoding="utf-8") as file:
        cues = [(cue["at_ms"], cue.get("sound") or "say " + cue["say"])
                for cue in json.load(file)["cues"]]
    for k in range(max(len(told), len(cues))):
        one = told[k] if k < len(told) else None
        other = cues[k] if k < len(cues) else None
        if one != other:
            sys.exit("FAILED: %s: cue %d of the walk is %s, of the timeline %s"
                     % (routine, k + 1, one, other))


if __name__ == "__main__":
    try:
        main(*sys.argv[1:4])
    except (OSError, ValueError, KeyError) as error:
        sys.exit("FAILED: %s: %s" % (sys.argv[2], error))
