# SPDX-License-Identifier: MIT
"""Writes the JSON of `repose timeline` (standard input) as one line a segment, cue and gate.

Fails when a key is missing, too many, or out of order, or when segments leave a hole or overlap.
The sentences that the program itself says are written as LEFT, RIGHT and OVER, so that they may be
worded anew.
"""
import json
import sys

TOP = ["routine", "title", "total_ms", "segments", "cues", "gates"]
SEGMENT = ["start_ms", "end_ms", "step", "name", "phase", "rep", "reps", "side", "pose", "effort", "say"]
OWN = {
    "Now the left side.": "LEFT",
    "Now the right side.": "RIGHT",
    "That is all. Well done for taking the time.": "OVER",
}


def need(right, what):
    if not right:
        sys.exit(f"flatten: {what}")


def bare(value):
    return "-" if value is None else str(value)


def quoted(text):
    return "-" if text is None else json.dumps(text, ensure_ascii=False)


def flatten(trace):
    need(list(trace) == TOP, f"keys {list(trace)}")
    yield f"routine {trace['routine']}"
    yield f"title {trace['title']}"
    yield f"total {trace['total_ms']}"
    at = 0
    for segment in trace["segments"]:
        need(list(segment) == SEGMENT, f"segment keys {list(segment)}")
        need(segment["start_ms"] == at < segment["end_ms"], f"hole or overlap at {at}")
        at = segment["end_ms"]
        s = segment
        yield (f"segment {s['start_ms']} {s['end_ms']} step {s['step']} {s['phase']} {bare(s['rep'])}/"
               f"{bare(s['reps'])} {bare(s['side'])} {bare(s['pose'])} {bare(s['effort'])} "
               f"{quoted(s['name'])} {quoted(s['say'])}")
    need(at == trace["total_ms"], f"segments end at {at} of {trace['total_ms']}")
    for cue in trace["cues"]:
        need(list(cue) in (["at_ms", "sound"], ["at_ms", "say"]), f"cue keys {list(cue)}")
        if "say" in cue:
            yield f"cue {cue['at_ms']} say {OWN.get(cue['say'], quoted(cue['say']))}"
        else:
            yield f"cue {cue['at_ms']} {cue['sound']}"
    for gate in trace["gates"]:
        need(list(gate) == ["at_ms", "text"], f"gate keys {list(gate)}")
        yield f"gate {gate['at_ms']} {quoted(gate['text'])}"


if __name__ == "__main__":
    for line in flatten(json.load(sys.stdin)):
        print(line)
