#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures a WAV file of 16 bits with the standard library alone, one `name value` a line.

    sound_measure.py cue FILE    format, both ends, attack, pitch and side of first and last third
    sound_measure.py loop FILE   what happens where the end of the file meets its beginning
"""

import cmath
import math
import struct
import sys
import wave

FLOOR = 1e-12


def read_wav(path):
    with wave.open(path, "rb") as sound:
        form = (sound.getframerate(), sound.getnchannels(), 8 * sound.getsampwidth())
        data = sound.readframes(sound.getnframes())
    if form[1:] != (2, 16):
        return form, [], []
    samples = struct.unpack("<%dh" % (len(data) // 2), data)
    return form, samples[0::2], samples[1::2]


def decibels(ratio):
    return 20 * math.log10(max(ratio, FLOOR))


def rms(samples):
    return math.sqrt(sum(s * s for s in samples) / max(len(samples), 1))


def fft(values):
    """The transform of a power of two of values, in place of numpy."""
    count = len(values)
    if count == 1:
        return values
    even, odd = fft(values[0::2]), fft(values[1::2])
    turned = [cmath.exp(-2j * math.pi * k / count) * odd[k] for k in range(count // 2)]
    return [e + t for e, t in zip(even, turned)] + [e - t for e, t in zip(even, turned)]


def power_spectrum(samples, size):
    window = [s * (0.5 - 0.5 * math.cos(2 * math.pi * (i + 0.5) / len(samples)))
              for i, s in enumerate(samples)]
    spectrum = fft((window + [0.0] * size)[:size])
    return [abs(value) ** 2 for value in spectrum[: size // 2]]


def strongest_hz(samples, rate):
    """The strongest partial between 100 and 1500 Hz: every eighth of the rate is enough for it."""
    few = [sum(samples[i:i + 8]) / 8 for i in range(0, len(samples) - 7, 8)]
    size = 16384
    power = power_spectrum(few, size)
    step = rate / 8 / size
    first, last = int(100 / step), int(1500 / step)
    return step * max(range(first, last), key=lambda k: power[k])


def flatness(samples, rate):
    """How much like noise it is from 700 Hz to 2.5 kHz: near 0.5 is breath, near 0 are partials."""
    few = [sum(samples[i:i + 4]) / 4 for i in range(0, len(samples) - 3, 4)]
    size = 16384
    step = rate / 4 / size
    power = [value + FLOOR for value in power_spectrum(few, size)[int(700 / step):int(2500 / step)]]
    mean = sum(power) / len(power)
    return math.exp(sum(math.log(value) for value in power) / len(power)) / mean


def measure_cue(path):
    (rate, channels, bits), left, right = read_wav(path)
    print("rate", rate)
    print("channels", channels)
    print("bits", bits)
    if not left:
        return
    peak = max(max(map(abs, left)), max(map(abs, right)))
    loud = [max(abs(l), abs(r)) for l, r in zip(left, right)]
    end = max(i for i, value in enumerate(loud) if value > 0) + 1
    heard = max(i for i, value in enumerate(loud) if value > peak / 100) + 1
    third = heard // 3
    both = [l + r for l, r in zip(left, right)]
    print("ms", round(1000 * len(left) / rate))
    print("first", min(abs(left[0]), abs(right[0])))
    print("zeros_ms %.1f" % (1000 * (len(left) - end) / rate))
    # A step of the last samples before the silence would be a click.
    print("ending", max(loud[max(end - 48, 0):end]))
    print("attack_db %.1f" % decibels(max(loud[:96]) / peak))
    print("offset_db %.1f" % decibels(abs(sum(both)) / len(both) / peak))
    print("start_hz %.1f" % strongest_hz(both[:third], rate))
    print("end_hz %.1f" % strongest_hz(both[heard - third:heard], rate))
    print("start_side_db %.1f" % decibels(rms(right[:third]) / rms(left[:third])))
    last = slice(heard - third, heard)
    print("end_side_db %.1f" % decibels(rms(right[last]) / rms(left[last])))
    print("flatness %.4f" % flatness(both[third:heard], rate))
    sharp = [a - 2 * b + c for a, b, c in zip(both, both[1:], both[2:])]
    print("sharp_db %.1f" % decibels(max(map(abs, sharp)) / peak))


def bands(samples, rate):
    """Level in dB below and above 1 kHz; below 80 Hz a tenth of a second says nothing."""
    size = 8192
    power = power_spectrum(samples, size)
    at = [int(hz * size / rate) for hz in (80, 1000, 8000)]
    return [10 * math.log10(sum(power[a:b]) + FLOOR) for a, b in zip(at, at[1:])]


def measure_loop(path):
    (rate, channels, bits), left, right = read_wav(path)
    print("rate", rate)
    print("channels", channels)
    print("bits", bits)
    if not left:
        return
    print("seconds %.3f" % (len(left) / rate))
    tenth = rate // 10
    step = change = sharp = 0.0
    for side in (left, right):
        # A second on each side of the seam, joined as the loop joins them.
        joined = side[-rate:] + side[:rate]
        pairs = zip(joined, joined[1:])
        steps = sorted(abs(b - a) for i, (a, b) in enumerate(pairs) if i != rate - 1)
        typical = steps[len(steps) * 99 // 100]
        step = max(step, abs(joined[rate] - joined[rate - 1]) / max(typical, 1))
        bends = [abs(a - 2 * b + c) for a, b, c in zip(joined, joined[1:], joined[2:])]
        elsewhere = bends[:rate - 48] + bends[rate + 48:]
        sharp = max(sharp, max(bends[rate - 48:rate + 48]) / max(elsewhere))
    # Both sides together, because noise is not steady over a tenth of a second of one.
    before = [bands(side[-tenth:], rate) for side in (left, right)]
    after = [bands(side[:tenth], rate) for side in (left, right)]
    for k in range(2):
        level = [10 * math.log10(sum(10 ** (b[k] / 10) for b in part)) for part in (before, after)]
        print("band%d_change_db %.2f" % (k, level[1] - level[0]))
        change = max(change, abs(level[1] - level[0]))
    print("step %.2f" % step)
    print("bend %.2f" % sharp)
    print("change_db %.2f" % change)


if __name__ == "__main__":
    try:
        {"cue": measure_cue, "loop": measure_loop}[sys.argv[1]](sys.argv[2])
    except (OSError, EOFError, wave.Error) as error:
        sys.exit("sound_measure.py: %s: %s" % (sys.argv[2], error))
