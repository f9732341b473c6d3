#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Records sessions with SDL's disk driver and compares them with the rendered file.

    live.py PROGRAM          SECONDS=N in the environment: how long the sessions in real time last (24)

A lazy picture (5 a second), a busy one (144) and a session with words play at once, while another process keeps
all processors busy: nothing of it may move or drop a sample. Then a driver that runs far faster than real time, and
what must not be heard. A recording has to hold the samples of the rendered file once, from the first to the last,
and nothing else but silence, of which little stands behind the end: by then the device is closed.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile

BREATH_S = 6.0
ROUTINE = """format = 1; title = "Live"; category = "breathing"; summary = "For a test.";
author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ]; gates = { all = "open"; };
ambience = "waves";
steps = ( { name = "Breathe"; breathe = { in = 1.7; hold = 1.1; out = 2.3; rest = 0.9; }; cycles = %d; } );
"""
TALK = """format = 1; title = "Talk"; category = "meditation"; summary = "For a test.";
author = "tests"; revised = "2026-11-21"; sources = [ ]; cautions = [ ]; gates = { all = "open"; };
ambience = "rain";
steps = ( %s );
"""
TALK_STEP_S = 12
TALK_STEP = """{ name = "Rest %d"; seconds = %d; say = "Let your shoulders drop, and rest for the %d. time."; }"""
HEADER = 44
FRAME = 4
RATE = 48000
CLOSED_S = 3.0  # after the last sound


class Scene:
    """A program, a folder, and what was found so far."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.passed = self.failed = 0
        self.rendered = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def verdict(self, right, what):
        if right:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED:", what)

    def routine(self, name, seconds):
        path = self.path(name + ".cfg")
        with open(path, "w", encoding="utf-8") as file:
            file.write(ROUTINE % max(1, round(seconds / BREATH_S)))
        return path

    def talk(self, name, seconds):
        path = self.path(name + ".cfg")
        with open(path, "w", encoding="utf-8") as file:
            file.write(TALK % ", ".join(TALK_STEP % (step, TALK_STEP_S, step)
                                        for step in range(1, 1 + max(1, round(seconds / TALK_STEP_S)))))
        return path

    def render(self, routine, *options, voice=False, data="render"):
        wav = self.path("render.wav")
        done = subprocess.run([self.program, "render", routine, wav, "--data", self.path(data),
                               *([] if voice else ["--no-voice"]), *options],
                              check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env=dict(os.environ, LC_ALL="C", HOME=self.folder))
        if done.returncode != 0:
            sys.exit("render: status %d\n%s" % (done.returncode, done.stdout.decode(errors="replace")))
        with open(wav, "rb") as file:
            return file.read()[HEADER:]

    def play(self, name, routine, *options, voice=False, **variables):
        environment = dict(os.environ, SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=self.path(name + ".raw"),
                           LC_ALL="C", HOME=self.folder)
        for display in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_DISKAUDIODELAY"):
            environment.pop(display, None)
        environment.update(variables)
        with open(self.path(name + ".said"), "wb") as said:
            return subprocess.Popen(
                [self.program, "play", routine, "--terminal", *([] if voice else ["--no-voice"]),
                 "--data", self.path(name), *options],
                stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment)

    def end(self, name, player, limit_s):
        try:
            status = player.wait(limit_s)
        except subprocess.TimeoutExpired:
            player.kill()
            player.wait()
            status = "none, it went on for more than %d s" % limit_s
        with open(self.path(name + ".said"), encoding="utf-8", errors="replace") as said:
            self.verdict(status == 0, "%s: status %s\n%s" % (name, status, said.read()))

    def recording(self, name):
        try:
            with open(self.path(name + ".raw"), "rb") as file:
                return file.read()
        except OSError as error:
            print("%s: %s" % (name, error))
            return b""

    def status(self, name):
        history = subprocess.run([self.program, "history", "--json", "--data", self.path(name)], check=True,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout
        sessions = json.loads(history)
        return sessions[0]["status"] if len(sessions) == 1 else "%d sessions" % len(sessions)


def first_sound(samples):
    """The byte at which the first frame that is not silence begins, or the length."""
    bare = len(samples) - len(samples.lstrip(b"\0"))
    return bare // FRAME * FRAME


def place_of(want, recording):
    """Where a recording holds `want`, judged from its first sound, or what is wrong with it."""
    begins = first_sound(recording) - first_sound(want)
    if begins < 0:
        return None, "it begins before the first sample that is wanted"
    got = recording[begins:begins + len(want)]
    if len(got) < len(want):
        return None, "%d frames of %d at the end are missing" % ((len(want) - len(got)) // FRAME, len(want) // FRAME)
    if got != want:
        at = next(index for index in range(0, len(want), FRAME)
                  if got[index:index + FRAME] != want[index:index + FRAME])
        return None, "frame %d of %d differs" % (at // FRAME, len(want) // FRAME)
    if recording[begins + len(want):].strip(b"\0"):
        return None, "something sounds behind the last sample"
    return begins, ""


def compare(scene, name, want, closed_s=None):
    recording = scene.recording(name)
    begins, why = place_of(want, recording)
    scene.verdict(begins is not None, "%s: %s" % (name, why))
    if begins is not None and closed_s is not None:
        behind_s = (len(recording) - begins - len(want)) / FRAME / RATE
        scene.verdict(behind_s <= closed_s, "%s: closed %.1f s after the last sound" % (name, behind_s))


@contextlib.contextmanager
def busy_processors():
    """Another process that takes all the time there is, on every processor."""
    work = "import os, sys\nfor _ in range(os.cpu_count() - 1):\n    if os.fork() == 0: break\nwhile True: pass\n"
    other = subprocess.Popen([sys.executable, "-c", work], stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        yield
    finally:
        os.killpg(other.pid, signal.SIGKILL)
        other.wait()


def words_of(scene, seconds):
    """A session with words whose sounds are all in its cache: (routine, what is wanted), or None where nothing can
    speak."""
    routine = scene.talk("talk", seconds)
    mute, want = (scene.render(routine, voice=voice, data="talk") for voice in (False, True))
    if mute == want:
        print("SKIPPED: live.py: words, there is no program that speaks")
        return None
    scene.verdict(scene.render(routine, voice=True, data="talk") == want, "talk: rendered twice, it differs")
    return routine, want


def in_real_time(scene, seconds):
    routine = scene.routine("live", seconds)
    want = scene.render(routine)
    scene.verdict(len(want) > RATE * FRAME * BREATH_S, "the rendered file is too short to tell anything")
    scene.verdict(first_sound(want) == 0, "the rendered file does not begin with a sound")
    sessions = {"fps-5": want, "fps-144": want}
    with busy_processors():
        words = words_of(scene, seconds)
        players = {"fps-5": scene.play("fps-5", routine, "--fps", "5"),
                   "fps-144": scene.play("fps-144", routine, "--fps", "144")}
        if words:
            sessions["talk"] = words[1]
            players["talk"] = scene.play("talk", words[0], voice=True)
        for name, player in players.items():
            scene.end(name, player, seconds * 1.5 + 60)
    for name, samples in sessions.items():
        compare(scene, name, samples, closed_s=CLOSED_S)
        scene.verdict(scene.status(name) == "complete", "%s: stands in the history as %s" % (name, scene.status(name)))


def faster_than_time(scene):
    routine = scene.routine("fast", 300)
    want = scene.render(routine, "--no-ambience")
    scene.end("fast", scene.play("fast", routine, "--no-ambience", SDL_DISKAUDIODELAY="0"), 120)
    compare(scene, "fast", want)
    os.remove(scene.path("fast.raw"))
    scene.end("mute", scene.play("mute", routine, "--mute", SDL_DISKAUDIODELAY="0"), 120)
    recording = scene.recording("mute")
    scene.verdict(len(recording) >= len(want), "mute: the recording is shorter than the session")
    scene.verdict(not recording.strip(b"\0"), "mute: something sounds")


def without_a_device(scene):
    routine = scene.routine("short", BREATH_S)
    scene.end("silent", scene.play("silent", routine, SDL_AUDIODRIVER="none-such"), 60)
    scene.verdict(scene.status("silent") == "complete", "without a device the session does not end well")


def main():
    seconds = int(os.environ.get("SECONDS") or 24)
    with tempfile.TemporaryDirectory(prefix="repose-live-") as folder:
        scene = Scene(sys.argv[1], folder)
        in_real_time(scene, seconds)
        faster_than_time(scene)
        without_a_device(scene)
        print("%d passed, %d failed" % (scene.passed, scene.failed))
    return 1 if scene.failed else 0


sys.exit(main())
