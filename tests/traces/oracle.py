# SPDX-License-Identifier: MIT
"""The timeline of a routine file by the words of docs/routine-format.md, written apart from the
program: a second opinion on the traces and on every shipped routine.

    oracle.py FILE [--mine AFFECTED WORD,WORD] [--tempo F] [--side S] [--reps N]

Prints the form of flatten.py. Reads no more of libconfig than the files of this project use.
"""
import argparse
import json
import os
import re
from fractions import Fraction

TOKEN = re.compile(r"""\s+|//[^\n]*|\#[^\n]*|/\*.*?\*/|(?P<text>"(?:\\.|[^"\\])*")|(?P<number>-?\d+(?:\.\d+)?)
    |(?P<word>[A-Za-z*][\w*-]*)|(?P<mark>[=:;,(){}\[\]])""", re.X | re.S)
PARTS = {"breathe": (("in", "in"), ("top_up", "top-up"), ("hold", "hold-full"), ("out", "out"), ("rest", "hold-empty")),
         "move": (("move", "move"), ("hold", "hold"), ("release", "release"), ("rest", "rest"))}
SOUND = {"hold-full": "hold", "hold-empty": "hold", "steady": "step", "massage": "step", "compress": "step",
         "scan": "step"}


class Reader:
    def __init__(self, text):
        self.tokens, at = [], 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise SystemExit(f"oracle: cannot read {text[at:at + 20]!r}")
            at = match.end()
            if match.lastgroup:
                self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
        self.at = 0

    def take(self, want=None):
        kind, token = self.tokens[self.at]
        if want and token != want:
            raise SystemExit(f"oracle: {token!r} where {want!r} should be")
        self.at += 1
        return kind, token

    def sees(self, *marks):
        return self.at < len(self.tokens) and self.tokens[self.at][1] in marks

    def value(self):
        kind, token = self.take()
        if kind == "text":
            last = json.loads(token)
            while self.at < len(self.tokens) and self.tokens[self.at][0] == "text":
                last += json.loads(self.take()[1])
            return last
        if kind == "number":
            return Fraction(token)
        if kind == "word":
            return token.lower() == "true"
        if token == "{":
            return self.group("}")
        end = {"(": ")", "[": "]"}[token]
        items = []
        while not self.sees(end):
            items.append(self.value())
            if self.sees(","):
                self.take()
        self.take(end)
        return items

    def group(self, end=None):
        members = {}
        while not (self.sees(end) if end else self.at == len(self.tokens)):
            name = self.take()[1]
            self.take("=" if self.sees("=") else ":")
            members[name] = self.value()
            while self.sees(";", ","):
                self.take()
        if end:
            self.take(end)
        return members


def ms(seconds, factor=Fraction(1)):
    return int(seconds * 1000 * factor + Fraction(1, 2))


class Line:
    """Lays a routine flat."""

    def __init__(self, routine, wish):
        self.routine, self.wish = routine, wish
        self.at, self.number = 0, 0
        self.segments, self.sounds, self.says, self.gates = [], [], [], []
        self.fixed = "tempo" not in routine
        self.sounds.append((0, "begin"))
        self.lay(routine["steps"], 0)
        self.says.append((self.at, "OVER"))

    def counted(self, steps):
        return sum(1 + self.counted(step.get("steps", [])) for step in steps)

    def lay(self, steps, number):
        for step in steps:
            number += 1
            left_out = set(step.get("not_for", [])) & self.wish["words"]
            if not left_out and "repeat" in step:
                for _ in range(int(step["repeat"])):
                    self.lay(step["steps"], number)
            elif not left_out:
                self.step(step, number)
            number += self.counted(step.get("steps", []))

    def step(self, step, number):
        words = step.get("say_if", {})
        say = next((words[word] for word in ("myok", "hfs", "bsp", "synk", "palsy-weak", "palsy-early", "unknown",
                                             "toxin-24h") if word in words and word in self.wish["words"]),
                   step.get("say"))
        common = {"number": number, "name": step["name"], "pose": step.get("show", step.get("exercise")),
                  "effort": step.get("effort"), "say": say}
        if "wait" in step:
            if "awake" in step:
                self.sounds.append((self.at, "check"))
            if say:
                self.says.append((self.at, json.dumps(say, ensure_ascii=False)))
            self.says.append((self.at, json.dumps(step["wait"], ensure_ascii=False)))
            self.gates.append((self.at, step["wait"]))
        elif "breathe" in step:
            cycles = int(step.get("cycles", 1))
            for cycle in range(1, cycles + 1):
                for key, phase in PARTS["breathe"]:
                    self.add(phase, ms(step["breathe"].get(key, 0), self.wish["tempo"]), common, cycle, cycles)
        elif "exercise" in step or "reps" in step or ("massage" in step and "seconds" not in step):
            self.repetitions(step, common)
        else:
            start = self.at
            phase = next((verb for verb in ("massage", "compress", "scan") if verb in step), "steady")
            side = None
            if phase == "massage":
                side = self.side(step)
                if side is False:
                    return
            self.add(phase, ms(step["seconds"]), common, None, None, side)
            if "bell_every" in step:
                every = ms(step["bell_every"])
                self.sounds += [(at, "bell") for at in range(start + every, self.at, every)]

    def side(self, step):
        """left, right, both, each, alternate; False: written for the other side."""
        affected, only = self.wish["affected"], self.wish["side"]
        other = {"left": "right", "right": "left"}
        side = step.get("side", "both")
        if side == "affected":
            side = affected if affected in other else "both"
        if side == "healthy":
            side = other.get(affected, "both")
        if only and side == other[only]:
            return False
        return only or side

    def repetitions(self, step, common):
        side = self.side(step)
        if side is False:
            return
        reps = self.wish["reps"] or int(step.get("reps", 1))
        sides = [side]
        if side == "each":
            sides = ["right", "left"] if self.wish["affected"] == "left" else ["left", "right"]
        for index, one in enumerate(sides):
            if index:
                self.add("change", 5000, dict(common, say=None), None, None, one)
            for rep in range(1, reps + 1):
                if step.get("pace") == "mine" and rep > 1:
                    self.gates.append((self.at, None))
                shown = ("left" if rep % 2 else "right") if one == "alternate" else one
                factor = self.wish["tempo"] if "exercise" in step and not self.fixed else Fraction(1)
                for key, phase in PARTS["move"]:
                    self.add(phase, ms(step.get(key, 0), factor), common, rep, reps, shown)

    def add(self, phase, length, common, rep=None, reps=None, side=None):
        if length == 0:
            return
        say, common["say"] = common["say"], None
        sound = SOUND.get(phase, phase)
        if sound != "step" or self.at > 0:
            self.sounds.append((self.at, sound))
        if say:
            self.says.append((self.at, json.dumps(say, ensure_ascii=False)))
        if phase == "change":
            self.says.append((self.at, side.upper()))
        self.segments.append((self.at, self.at + length, phase, rep, reps, side, dict(common, say=say)))
        self.at += length

    def lines(self):
        def bare(value):
            return "-" if value is None else str(value)

        def quoted(text):
            return "-" if text is None else json.dumps(text, ensure_ascii=False)

        yield f"total {self.at}"
        for start, end, phase, rep, reps, side, step in self.segments:
            yield (f"segment {start} {end} step {step['number']} {phase} {bare(rep)}/{bare(reps)} {bare(side)} "
                   f"{bare(step['pose'])} {bare(step['effort'])} {quoted(step['name'])} {quoted(step['say'])}")
        # Python's sort is stable: what is equal keeps the order of the file.
        cues = [(at, 0, sound) for at, sound in self.sounds] + [(at, 1, "say " + text) for at, text in self.says]
        for at, _, text in sorted(cues, key=lambda cue: cue[:2]):
            yield f"cue {at} {text}"
        yield f"cue {self.at} end"
        for at, text in self.gates:
            yield f"gate {at} {quoted(text)}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--mine", nargs=2, default=("", ""))
    parser.add_argument("--tempo", type=Fraction, default=Fraction(1))
    parser.add_argument("--side")
    parser.add_argument("--reps", type=int, default=0)
    asked = parser.parse_args()
    with open(asked.file, encoding="utf-8-sig") as stream:
        routine = Reader(stream.read()).group()
    print(f"routine {os.path.basename(asked.file)[:-4]}")
    print(f"title {routine['title']}")
    wish = {"affected": asked.mine[0], "words": set(asked.mine[1].split(",")) - {""}, "tempo": asked.tempo,
            "side": asked.side, "reps": asked.reps}
    for line in Line(routine, wish).lines():
        print(line)


if __name__ == "__main__":
    main()
