#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Records a bedtime session with SDL's disk driver and holds it against the rendered file.

    bedtime.py PROGRAM

Up to the last half minute both are the same, sample for sample; from there the recording falls to silence as
docs/audio.md says, and where the file's end rings out nothing is heard.
"""

import array
import os
import subprocess
import sys
import tempfile

ROUTINE = """format = 1; title = "%s"; category = "breathing"; summary = "For a test.";
author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ]; gates = { all = "open"; };
steps = ( { name = "Breathe"; breathe = { in = 2; out = 3; }; cycles = %d; } );
"""
HEADER, RATE, FULL = 44, 48000, 32768
FALLS = 30 * RATE
STRETCH = 5 * RATE


def ease(into, length):
    part = into * FULL // length
    return part * part * (3 * FULL - 2 * part) >> 30


def scale(sample, gain):
    return sample * gain + FULL // 2 >> 15


def samples_of(data):
    samples = array.array("h", data[:len(data) // 4 * 4])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def run(program, *words, **variables):
    environment = dict(os.environ, LC_ALL="C", **variables)
    for display in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
        environment.pop(display, None)
    done = subprocess.run([program, *words], check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, env=environment, timeout=120)
    return done.returncode == 0 or done.stdout.decode(errors="replace")


def record(program, folder, name, *words):
    raw = os.path.join(folder, name + ".raw")
    ended = run(program, "play", *words, "--terminal", "--no-voice", "--no-ambience", "--data",
                os.path.join(folder, name),
                SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=raw, SDL_DISKAUDIODELAY="0", HOME=folder)
    with open(raw, "rb") as file:
        return ended, samples_of(file.read())


def loudest(samples):
    return max(max(samples), -min(samples)) if samples else 0


def main():
    program = sys.argv[1]
    failures, passed = 0, 0

    def verdict(right, what):
        nonlocal failures, passed
        passed += right is True
        if right is not True:
            failures += 1
            print("FAILED:", what, right if isinstance(right, str) else "")

    with tempfile.TemporaryDirectory(prefix="repose-bedtime-") as folder:
        routine, first = os.path.join(folder, "long.cfg"), os.path.join(folder, "first.cfg")
        for path, cycles in ((routine, 12), (first, 1)):
            with open(path, "w", encoding="utf-8") as file:
                file.write(ROUTINE % (os.path.basename(path), cycles))
        wav = os.path.join(folder, "long.wav")
        verdict(run(program, "render", routine, wav, "--no-voice", "--no-ambience", "--data", os.path.join(folder, "r")), "render")
        with open(wav, "rb") as file:
            want = samples_of(file.read()[HEADER:])
        total = 60 * RATE
        verdict(loudest(want[2 * total:]) > 100, "the rendered file rings out behind its end")
        for name, words in (("alone", (routine,)), ("chain", (first, routine))):
            ended, got = record(program, folder, name, "--bedtime", *words)
            verdict(ended, name)
            begins = next((i for i, sample in enumerate(got) if sample), 0) // 2 * 2
            got = got[begins:]
            falls = 2 * (total - FALLS)
            verdict(got[:falls] == want[:falls], name + ": up to the last half minute it is what is rendered")
            # Each sample of all layers through one gain; the sums before may have been clipped nowhere.
            verdict(all(got[i] == scale(want[i], ease(total - i // 2, FALLS))
                        for i in range(falls, 2 * total, 7)), name + ": it falls as it should")
            peaks = [loudest(got[i:i + 2 * STRETCH]) for i in range(falls, 2 * total, 2 * STRETCH)]
            verdict(peaks[-1] * 6 < peaks[0] and peaks[-1] > 0, name + ": from %d to %d" % (peaks[0], peaks[-1]))
            verdict(len(got) > 2 * total - RATE and not any(got[2 * total:]), name + ": something sounds at the end")
    print("%d passed, %d failed" % (passed, failures))
    return 1 if failures else 0


sys.exit(main())
