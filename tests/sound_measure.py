#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures WAV files of 16 bits with the standard library alone, `FILE name value` a line.

    sound_measure.py cues ROW FILE...   format, both ends, attack, pitch and side of each; writes
                                        them one after another into ROW, at whole tenths of a
                                        second with silence between, for a meter of loudness
    sound_measure.py loop FILE NAME     what happens where its end meets its beginning, tones that
                                        stand out, and whether its loudness comes back in a rhythm
"""

import array
import cmath
import math
import sys
import wave

FLOOR = 1e-12
TURNS = {}


def read_wav(path):
    """The form of the file, its bytes, and its samples, left and right in turn."""
    with wave.open(path, "rb") as sound:
        form = (sound.getframerate(), sound.getnchannels(), 8 * sound.getsampwidth())
        data = sound.readframes(sound.getnframes())
    samples = array.array("h", data if form[1:] == (2, 16) else b"")
    if sys.byteorder == "big":
        samples.byteswap()
    return form, data, samples


def decibels(ratio):
    return 20 * math.log10(max(ratio, FLOOR))


def rms(samples):
    return math.sqrt(sum(s * s for s in samples) / max(len(samples), 1))


def fft(values):
    """The transform of a power of two of values, in place of numpy."""
    count = len(values)
    if count == 1:
        return values
    if count not in TURNS:
        TURNS[count] = [cmath.exp(-2j * math.pi * k / count) for k in range(count // 2)]
    even = fft(values[0::2])
    turned = [t * o for t, o in zip(TURNS[count], fft(values[1::2]))]
    return [e + t for e, t in zip(even, turned)] + [e - t for e, t in zip(even, turned)]


def power_spectrum(samples, size):
    window = [s * (0.5 - 0.5 * math.cos(2 * math.pi * (i + 0.5) / len(samples)))
              for i, s in enumerate(samples)]
    spectrum = fft((window + [0.0] * size)[:size])
    return [abs(value) ** 2 for value in spectrum[: size // 2]]


def every(samples, step):
    """One value for `step` samples: a filter good enough for what lies far below."""
    parts = [samples[k:len(samples) - step + 1 + k:step] for k in range(step)]
    return [sum(values) / step for values in zip(*parts)]


def strongest_hz(few, rate):
    """The strongest partial between 100 and 1500 Hz."""
    size = 8192
    power = power_spectrum(few, size)
    step = rate / size
    first, last = int(100 / step), int(1500 / step)
    top = max(range(first, last), key=lambda k: power[k])
    # Between the bins, by the parabola through the three highest.
    a, b, c = (math.log(power[k] + FLOOR) for k in (top - 1, top, top + 1))
    bend = a - 2 * b + c
    return step * (top + (0.5 * (a - c) / bend if bend < 0 else 0))


def flatness(few, rate):
    """How much like noise it is from 700 Hz to 2.5 kHz: near 0.5 is breath, near 0 are partials."""
    size = 16384
    step = rate / size
    power = [value + FLOOR for value in power_spectrum(few, size)[int(700 / step):int(2500 / step)]]
    mean = sum(power) / len(power)
    return math.exp(sum(math.log(value) for value in power) / len(power)) / mean


def cue_facts(path):
    """The facts of a cue in order, and its samples as they stand in the file."""
    (rate, channels, bits), _, samples = read_wav(path)
    left, right = samples[0::2], samples[1::2]
    yield "rate", rate
    yield "channels", channels
    yield "bits", bits
    if not samples:
        return
    loud = [max(a, -a, b, -b) for a, b in zip(left, right)]
    peak = max(loud)
    end = len(loud) - next((i for i, value in enumerate(reversed(loud)) if value > 0), 0)
    limit = peak / 100
    heard = len(loud) - next(i for i, value in enumerate(reversed(loud)) if value >= limit)
    third = heard // 3
    both = [a + b for a, b in zip(left, right)]
    few = every(both[:heard], 8)
    part = len(few) // 3
    yield "ms", round(1000 * len(left) / rate)
    yield "first", min(abs(left[0]), abs(right[0]))
    yield "zeros_ms", round(1000 * (len(left) - end) / rate, 1)
    # A step of the last samples before the silence would be a click.
    yield "ending", max(loud[max(end - 48, 0):end])
    yield "attack_db", round(decibels(max(loud[:96]) / peak), 1)
    yield "offset_db", round(decibels(abs(sum(both)) / len(both) / peak), 1)
    yield "start_hz", round(strongest_hz(few[:part], rate / 8), 1)
    yield "mid_hz", round(strongest_hz(few[part:2 * part], rate / 8), 1)
    yield "end_hz", round(strongest_hz(few[-part:], rate / 8), 1)
    yield "start_side_db", round(decibels(rms(right[:third]) / rms(left[:third])), 1)
    last = slice(heard - third, heard)
    yield "end_side_db", round(decibels(rms(right[last]) / rms(left[last])), 1)
    yield "flatness", round(flatness(every(both[third:heard], 4), rate / 4), 4)
    sharp = max(abs(a - 2 * b + c) for a, b, c in zip(both, both[1:], both[2:]))
    yield "sharp_db", round(decibels(sharp / peak), 1)


def measure_cues(row, paths):
    with wave.open(row, "wb") as out:
        out.setparams((2, 2, 48000, 0, "NONE", None))
        tenth = bytes(4 * 4800)
        at = 0
        for path in paths:
            for name, value in cue_facts(path):
                print(path, name, value)
            data = read_wav(path)[1]
            data += bytes(-len(data) % len(tenth))
            print(path, "row_from", at)
            out.writeframes(tenth * 10 + data + tenth * 10)
            at += 20 + len(data) // len(tenth)
            print(path, "row_to", at)


def bands(samples, rate):
    """Level in dB below and above 1 kHz; below 80 Hz a tenth of a second says nothing."""
    size = 8192
    power = power_spectrum(samples, size)
    at = [int(hz * size / rate) for hz in (80, 1000, 8000)]
    return [10 * math.log10(sum(power[a:b]) + FLOOR) for a, b in zip(at, at[1:])]


def seam_facts(samples, rate):
    tenth = rate // 10
    step = change = sharp = 0.0
    # A second on each side of the seam, joined as the loop joins them.
    seam = samples[-2 * rate:] + samples[:2 * rate]
    for joined in (seam[0::2], seam[1::2]):
        pairs = zip(joined, joined[1:])
        steps = sorted(abs(b - a) for i, (a, b) in enumerate(pairs) if i != rate - 1)
        typical = steps[len(steps) * 99 // 100]
        step = max(step, abs(joined[rate] - joined[rate - 1]) / max(typical, 1))
        bends = [abs(a - 2 * b + c) for a, b, c in zip(joined, joined[1:], joined[2:])]
        elsewhere = bends[:rate - 48] + bends[rate + 48:]
        sharp = max(sharp, max(bends[rate - 48:rate + 48]) / max(elsewhere))
    # Both sides together, because noise is not steady over a tenth of a second of one.
    before = [bands(seam[side::2][rate - tenth:rate], rate) for side in (0, 1)]
    after = [bands(seam[side::2][rate:rate + tenth], rate) for side in (0, 1)]
    for k in range(2):
        level = [10 * math.log10(sum(10 ** (b[k] / 10) for b in part)) for part in (before, after)]
        change = max(change, abs(level[1] - level[0]))
    yield "step", round(step, 2)
    yield "bend", round(sharp, 2)
    yield "change_db", round(change, 2)


def place_of(samples, first, count, size):
    """A window of both ears together, at half the rate."""
    part = samples[2 * first:2 * (first + count)]
    few = [(a + b + c + d) / 4 for a, b, c, d in zip(*(part[k::4] for k in range(4)))]
    return [s * (0.5 - 0.5 * math.cos(2 * math.pi * (i + 0.5) / size)) for i, s in enumerate(few)]


def spectrum_facts(samples, rate):
    """The spectrum of 96 places of the loop, averaged: its highest peak above what lies around it
    from 80 Hz to 6 kHz, and how much lies above 2 kHz beside the whole."""
    size, places = 4096, 96
    mean = [FLOOR] * (size // 2)
    starts = [(len(samples) // 2 - 2 * size) * k // places for k in range(places)]
    for one, other in zip(starts[0::2], starts[1::2]):
        # Two at once: the powers of the real and of the imaginary part add up.
        spectrum = fft([complex(a, b) for a, b in zip(place_of(samples, one, 2 * size, size),
                                                      place_of(samples, other, 2 * size, size))])
        power = [abs(value) ** 2 for value in spectrum]
        mean = [m + a + b for m, a, b in zip(mean, power, power[:1] + power[:0:-1])]
    step = rate / 2 / size
    peak = 0.0
    for k in range(int(80 / step), int(6000 / step)):
        around = sorted(mean[max(k - 16, 1):k + 17])
        peak = max(peak, 10 * math.log10(mean[k] / around[len(around) // 2]))
    high = sum(mean[int(2000 / step):]) / sum(mean[1:])
    yield "tone_db", round(peak, 1)
    yield "high_db", round(10 * math.log10(high + FLOOR), 1)


def level_facts(samples, rate):
    """How loudness moves, in fifths of a second: its range, and where from 5 to 40 s later it is most like itself. A
    rhythm that can be heard is near 1 there. What only moves slowly falls off from there on and has no such place."""
    part = 2 * rate // 5
    # Every seventh sample, of each ear in turn.
    level = [10 * math.log10(rms(samples[i:i + part:7]) ** 2 + 1)
             for i in range(0, len(samples) - part + 1, part)]
    order = sorted(level)
    mean = sum(level) / len(level)
    moved = [value - mean for value in level]
    power = sum(value * value for value in moved) + FLOOR
    last = min(200, len(moved) // 2)
    alike = {lag: sum(a * b for a, b in zip(moved, moved[lag:] + moved[:lag])) / power for lag in range(24, last + 2)}
    best = max(((alike[lag], lag) for lag in range(25, last + 1) if alike[lag - 1] <= alike[lag] >= alike[lag + 1]),
               default=(0, 25))
    yield "swing_db", round(order[len(order) * 95 // 100] - order[len(order) * 5 // 100], 1)
    yield "again", round(best[0], 2)
    yield "again_s", round(best[1] / 5, 1)


def measure_loop(path, name):
    (rate, channels, bits), _, samples = read_wav(path)
    print(name, "rate", rate)
    print(name, "channels", channels)
    print(name, "bits", bits)
    if not samples:
        return
    print(name, "seconds %.3f" % (len(samples) / 2 / rate))
    for facts in (seam_facts, spectrum_facts, level_facts):
        for key, value in facts(samples, rate):
            print(name, key, value)


if __name__ == "__main__":
    try:
        if sys.argv[1] == "cues":
            measure_cues(sys.argv[2], sys.argv[3:])
        else:
            measure_loop(sys.argv[2], sys.argv[3])
    except (OSError, EOFError, wave.Error) as error:
        sys.exit("sound_measure.py: %s: %s" % (sys.argv[2], error))
