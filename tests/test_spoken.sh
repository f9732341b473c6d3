#!/bin/sh
# SPDX-License-Identifier: MIT
# The window read aloud, heard as a person hears it: by the space bar that is held, through a device that writes down what
# it is given. A script speaks: a tone for each sentence, and a list of them.
set -u
SCREEN=1280x800
SECONDS_LONG=10
. tests/window.sh
SDL_AUDIODRIVER=disk
SDL_DISKAUDIOFILE=$work/heard.raw
export SDL_AUDIODRIVER SDL_DISKAUDIOFILE
command -v sox >/dev/null 2>&1 || { echo "SKIPPED: $(basename "$0"): sox is not installed"; exit 77; }
sox -n -r 22050 -c 1 -b 16 "$work/tone.wav" synth 0.4 sine 440 vol 0.5
cat >"$work/speak.sh" <<'END'
cat >>"$1/said"
echo >>"$1/said"
cat "$1/tone.wav"
END
says() { grep -q -- "$1" "$work/said" 2>/dev/null; }
has_sound() { [ "$(tr -d '\0' <"$work/heard.raw" | head -c 40000 | wc -c)" -ge 40000 ]; }
is_spoken() { [ "$("$repose" settings get spoken --data "$data")" = "$1" ]; }
# hold SECONDS: the space bar, long enough or not.
hold() {
    xdotool keydown space
    sleep "$1"
    xdotool keyup space
}

data aloud
"$repose" settings set voice_command "sh '$work/speak.sh' '$work'" --data "$data" >/dev/null
"$repose" settings set key_repeat 0.1 --data "$data" >/dev/null
open_window
at_rest 'the first screen'
eventually 10 'the very first start does not say how to be read to' says 'Repose is open'
hold 1.2
eventually 5 'a hold does not turn it on' is_spoken true
eventually 10 'turning it on is not said' says 'Everything is read aloud'
eventually 20 'the element in focus is not said' says 'Breathe now, button, '
check 'a hold pressed the button' [ "$(history)" = '[]' ]
eventually 10 'nothing is heard' has_sound
press F3
eventually 10 'the emergency is not said' says 'Sudden, and one of these? Call now.'
press Escape
at_rest 'the first screen again'
hold 1.2
eventually 5 'a second hold does not turn it off' is_spoken false
eventually 10 'turning it off is not said' says 'No longer read aloud'
press Escape
closed 'aloud'

# By the option, kept for the next time.
data option
"$repose" settings set voice_command "sh '$work/speak.sh' '$work'" --data "$data" >/dev/null
: >"$work/said"
open_window --spoken
eventually 20 '--spoken reads nothing' says 'Breathe now, button, '
eventually 5 '--spoken is not kept' is_spoken true
press Escape
closed 'option'

summary
