#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plays and renders a routine whose words are said by a script of this test, and compares.

    voice.py PROGRAM

The script says a tone, of one second or of as many as the text has letters "o"; at "slow" it takes eight seconds.
"""

import array
import json
import os
import subprocess
import sys
import tempfile
import wave

HEADER, FRAME, RATE = 44, 4, 48000
PER_MS = RATE // 1000

HEAD = """format = 1; title = "Voice"; category = "meditation"; summary = "For a test.";
author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ]; gates = { all = "open"; };
ambience = "rain";
steps = ( %s );
"""
CROWDED = HEAD % """{ name = "One"; seconds = 2; say = "ooo"; },
{ name = "Two"; seconds = 1; say = "oooo"; },
{ name = "Three"; seconds = 4; say = "o"; },
{ name = "Ask"; wait = "oo"; },
{ name = "Four"; seconds = 5; say = "oxo"; } """
LENT = HEAD % '{ name = "One"; seconds = 6; say = "x"; }, { name = "Two"; seconds = 6; say = "x"; }'
LATE = HEAD % '{ name = "One"; seconds = 3; }, { name = "Two"; seconds = 3; say = "slow"; }'

SPEAKER = """text=$(cat)
case $text in *slow*) sleep 8 ;; esac
count=$(printf %s "$text" | tr -dc o | wc -c)
exec cat "$1/$((count)).wav"
"""


class Scene:
    """A program, a folder, and what was found so far."""

    def __init__(self, program, folder):
        self.program, self.folder = os.path.abspath(program), folder
        self.passed = self.failed = 0
        for seconds in range(7):
            with wave.open(self.path("%d.wav" % seconds), "wb") as file:
                file.setparams((1, 2, RATE, 0, "NONE", ""))
                tone = [8000 if index // 100 % 2 else -8000 for index in range(RATE * max(1, seconds))]
                file.writeframes(array.array("h", tone).tobytes())
        self.put("speak.sh", SPEAKER)

    def path(self, name):
        return os.path.join(self.folder, name)

    def put(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def verdict(self, right, what):
        if right:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED:", what)

    def run(self, *words, said="said", **variables):
        environment = dict(os.environ, LC_ALL="C", HOME=self.folder, **variables)
        for display in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"):
            environment.pop(display, None)
        with open(self.path(said), "wb") as errors:
            done = subprocess.run([self.program, *words, "--data", self.path("data")], env=environment, timeout=120,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, check=False)
        with open(self.path(said), encoding="utf-8", errors="replace") as errors:
            self.verdict(done.returncode == 0, "%s: status %d\n%s" % (words, done.returncode, errors.read()))
        return done.stdout

    def settings(self, **values):
        for key, value in values.items():
            self.run("settings", "set", key, str(value))

    def render(self, routine, *options):
        self.run("render", routine, self.path("render.wav"), *options)
        with open(self.path("render.wav"), "rb") as file:
            return file.read()[HEADER:]

    def play(self, routine, *options, delay=None):
        variables = {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": self.path("live.raw")}
        if delay is not None:
            variables["SDL_DISKAUDIODELAY"] = delay
        self.run("play", routine, "--terminal", "--no-record", *options, said="live.said", **variables)
        with open(self.path("live.raw"), "rb") as file:
            return file.read()

    def play_ready(self, routine, *options, delay=None):
        """The same once more where the machine was too busy to have the words ready within six seconds."""
        for _ in range(4):
            recording = self.play(routine, *options, delay=delay)
            with open(self.path("live.said"), encoding="utf-8") as said:
                if "not ready in time" not in said.read():
                    break
        return recording


def first_sound(samples):
    return (len(samples) - len(samples.lstrip(b"\0"))) // FRAME * FRAME


def place(want, recording):
    """What is wrong with a recording that should hold `want` once and silence around it; empty: nothing."""
    begins = first_sound(recording) - first_sound(want)
    if begins < 0 or len(recording) < begins + len(want):
        return "it is too short, or begins too early"
    got = recording[begins:begins + len(want)]
    if got != want:
        at = next(index for index in range(0, len(want), FRAME) if got[index:index + FRAME] != want[index:index + FRAME])
        return "frame %d of %d differs" % (at // FRAME, len(want) // FRAME)
    return "something sounds behind the last sample" if recording[begins + len(want):].strip(b"\0") else ""


def sounds_at(samples, ms):
    """Whether there is sound in the hundredth of a second from a position on."""
    return bool(samples[ms * PER_MS * FRAME:(ms + 10) * PER_MS * FRAME].strip(b"\0"))


def where_it_is_spoken(scene, routine):
    """Words alone: silence up to each moment that the timeline tells, sound from there on."""
    cues = [cue for cue in json.loads(scene.run("timeline", routine, "--voice"))["cues"] if "say" in cue]
    spoken = [cue["spoken_ms"] for cue in cues]
    scene.verdict(len(cues) == 6, "the timeline says %d things" % len(cues))
    scene.verdict(all("spoken_ms" not in cue for cue in json.loads(scene.run("timeline", routine))["cues"]),
                  "without --voice nothing is told about it")
    # 3 s from 0; 4 s from 2 s on wait for it, the third would wait until 7 s and may until 5.
    for cue, wanted in zip(cues[:3], (0, 3000, 5000)):
        scene.verdict(abs(cue["spoken_ms"] - wanted) < 60, "%s is spoken at %d" % (cue["say"], cue["spoken_ms"]))
    scene.verdict(spoken[4] - spoken[3] > 1900, "behind the question it is spoken %d ms later" % (spoken[4] - spoken[3]))
    scene.settings(cues="false")
    words = scene.render(routine, "--no-ambience")
    for ms in spoken:
        scene.verdict(sounds_at(words, ms), "nothing begins at %d ms" % ms)
    for ms in spoken[3:4] + spoken[5:]:  # those that nothing is said before
        scene.verdict(not sounds_at(words, ms - 10), "something sounds just before %d ms" % ms)
    scene.settings(cues="true")


def live_is_rendered(scene, routine):
    want = scene.render(routine)
    bare = scene.render(routine, "--no-voice")
    scene.verdict(want[:len(bare)] != bare, "the voice changes nothing in a rendered file")
    problem = place(want, scene.play_ready(routine))
    scene.verdict(not problem, "with voice and ambience: " + problem)
    problem = place(bare, scene.play(routine, "--no-voice"))
    scene.verdict(not problem, "without voice: " + problem)
    problem = place(scene.render(routine, "--no-ambience"), scene.play_ready(routine, "--no-ambience", delay="0"))
    scene.verdict(not problem, "faster than time: " + problem)


def too_late(scene, routine):
    """The beginning waits six seconds for words that take eight; they are named in the log and stay silent."""
    scene.settings(lead_in=0, cues="false")
    recording = scene.play(routine, "--no-ambience")
    with open(scene.path("live.said"), encoding="utf-8") as said:
        text = said.read()
    scene.verdict("slow" in text and "not ready in time" in text, "late words are not named: " + text)
    heard = recording[first_sound(recording):]
    scene.verdict(len(heard.rstrip(b"\0")) // FRAME < 2 * RATE, "more is heard than the words at the end")
    scene.verdict(any(heard), "the words at the end are not heard")


def recording(scene, place, hertz, seconds):
    """A person's own sentence: a tone, with silence around it."""
    path = scene.path(place)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        half = RATE // hertz // 2
        tone = [9000 if index // half % 2 else -9000 for index in range(int(RATE * seconds))]
        file.writeframes(bytes(RATE) + array.array("h", tone).tobytes() + bytes(RATE))


def hertz_at(samples, ms):
    """The pitch of half a second, by its zero crossings; 0 is silence."""
    left = array.array("h", samples[ms * PER_MS * FRAME:(ms + 500) * PER_MS * FRAME])[0::2]
    return sum(1 for a, b in zip(left, left[1:]) if (a < 0) != (b < 0))


def lent_voice(scene):
    """Recordings beside a routine's file are heard, those in the person's folder before them; the program says the
    others."""
    def check(routine, what, *pitches):
        words = scene.render(routine, "--no-ambience")
        for ms, wanted in zip((100, 1700, 6100), pitches):
            got = hertz_at(words, ms)
            scene.verdict(abs(got - wanted) <= 10, "%s: %d Hz at %d ms, not %d" % (what, got, ms, wanted))

    scene.settings(cues="false")
    os.makedirs(scene.path("lent"))
    lent = scene.put("lent/lent.cfg", LENT)
    check(lent, "nothing recorded", 240, 0, 240)
    recording(scene, "lent/voice/en/lent/01.wav", 500, 3)
    check(lent, "beside the file", 500, 500, 240)
    recording(scene, "lent/voice/en/other/2.wav", 800, 3)
    recording(scene, "lent/voice/de/lent/2.wav", 800, 3)
    check(lent, "another routine's, and another language", 500, 500, 240)
    recording(scene, "data/audio/voice/en/lent/1.wav", 1000, 1)
    check(lent, "the person's own", 1000, 0, 240)
    # The same for a routine that she put into her own folder and plays by its name.
    os.makedirs(scene.path("data/routines"), exist_ok=True)
    scene.put("data/routines/mine.cfg", LENT)
    recording(scene, "data/routines/voice/en/mine/2.wav", 600, 2)
    check("mine", "in the folder of her routines", 240, 0, 600)
    scene.settings(cues="true")


def main():
    with tempfile.TemporaryDirectory(prefix="repose-voice-") as folder:
        scene = Scene(sys.argv[1], folder)
        scene.settings(voice_command="sh %s %s" % (scene.path("speak.sh"), folder))
        crowded = scene.put("crowded.cfg", CROWDED)
        where_it_is_spoken(scene, crowded)
        live_is_rendered(scene, crowded)
        lent_voice(scene)
        too_late(scene, scene.put("late.cfg", LATE))
        print("%d passed, %d failed" % (scene.passed, scene.failed))
    return 1 if scene.failed else 0


sys.exit(main())
