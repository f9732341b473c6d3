#!/bin/sh
# What `repose doctor --sound` plays: a sound on the left, one on the right, a sentence; and what it says
# where there is no device, no voice, a voice that fails, or sound that is switched off.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

run() {
    ran="repose $*"
    "$repose" --data "$data" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
# One that speaks without a program of the machine: a second of a tone.
cat >"$place/speaker.py" <<'END'
import math, struct, sys, wave
with wave.open(sys.argv[1], 'wb') as to:
    to.setnchannels(1)
    to.setsampwidth(2)
    to.setframerate(16000)
    to.writeframes(b''.join(struct.pack('<h', int(9000 * math.sin(i / 5))) for i in range(16000)))
END
run settings set voice_command "python3 $place/speaker.py {out} {text}"; ends 0

# Through the driver that writes a file: who sounds when. Left alone, right alone, then both.
ran='doctor --sound'
SDL_AUDIODRIVER=disk SDL_DISKAUDIOFILE=$place/heard "$repose" --data "$data" doctor --sound >"$out" 2>"$said" </dev/null
status=$?; ends 0
prints 'sound device: disk'
prints 'from the left'
prints 'from the right'
prints '^ok    voice: python3'
prints 'for tests'
python3 - "$place/heard" >"$out" 2>"$said" <<'END'
import array, sys
samples = array.array('h', open(sys.argv[1], 'rb').read())
sides = []
step = 4800  # frames: a tenth of a second
for at in range(0, len(samples) // 2 - step, step):
    left = max(abs(s) for s in samples[2 * at:2 * (at + step):2])
    right = max(abs(s) for s in samples[2 * at + 1:2 * (at + step) + 1:2])
    if max(left, right) > 300:
        side = 'left' if right < 3 else 'right' if left < 3 else 'both'
        if not sides or sides[-1] != side:
            sides.append(side)
print(sides)
assert sides == ['left', 'right', 'both'], sides
END
status=$?; ends 0

# The driver that plays nothing is no trouble, and without --sound nothing is played.
run doctor --sound; ends 0; prints 'sound device: dummy'; prints 'from the right'
run doctor; ends 0; prints 'sound device: dummy'; prints '^ok    voice: python3'
if grep -q 'from the' "$out"; then bad 'plays'; else good; fi

# No device: said, with what to do, and the voice is looked at all the same.
ran='doctor without a device'
SDL_AUDIODRIVER=none-such "$repose" --data "$data" doctor --sound >"$out" 2>"$said" </dev/null
status=$?; ends 1; prints '^look  sound device: '; prints 'SDL_AUDIODRIVER'; prints '^ok    voice: python3'
if grep -q 'from the' "$out"; then bad 'plays'; else good; fi

run settings set mute true
run doctor --sound; ends 0; prints 'settings set mute false'
run settings set mute false

# A voice that fails, one that is not there, one that is not wanted.
run settings set voice_command 'sh -c "echo it is Tuesday >&2; exit 3"'
run doctor; ends 1; prints '^look  voice: '; prints 'Tuesday'; prints 'voice_command'
run settings set voice_command 'no-such-program-here {text}'
run doctor; ends 1; prints '^look  voice: '; prints 'voice_command'
run settings set voice false
run doctor --sound; ends 0; prints '^ok    voice: off'

for line in 'doctor --sound loud' 'list --sound'; do
    # shellcheck disable=SC2086 # words
    run $line; ends 2
done
run doctor --lang de; prints '^gut   Stimme: aus'

summary
