#!/bin/sh
# SPDX-License-Identifier: MIT
# A sound device that is pulled out and put back in mid-session, with a real PulseAudio server: one that has then no
# sink at all, one that moves the sound to another, and one that has none until the session plays. None uses a server of the person's.
set -u
for needed in pulseaudio pactl parecord timeout; do
    command -v "$needed" >/dev/null 2>&1 || { echo "SKIPPED: test_pulse.sh: $needed is not there"; exit 77; }
done

test=${BUILD:-build}/tests/run/test_sitting_pulse
[ -x "$test" ] || { echo "SKIPPED: test_pulse.sh: $test is not built"; exit 77; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/repose-pulse-XXXXXX") || exit 1
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS PULSE_SERVER
export HOME="$folder" XDG_CONFIG_HOME="$folder" XDG_RUNTIME_DIR="$folder" PULSE_RUNTIME_PATH="$folder/run"
# shellcheck source=tests/counting.sh
. tests/counting.sh

# try KIND MODULE...: the session against a server with these modules.
try() {
    kind=$1
    shift
    socket=$folder/$kind
    pulseaudio -n --daemonize=no --use-pid-file=no --exit-idle-time=-1 --disallow-exit \
        -L "module-native-protocol-unix auth-anonymous=1 socket=$socket" "$@" >"$folder/log" 2>&1 &
    server=$!
    tries=0
    until [ -S "$socket" ] || [ $tries -ge 100 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    if PULSE_SERVER=unix:$socket REPOSE_PULSE=$kind "$test" >"$folder/said" 2>&1 &&
        grep -q '^\[  PASSED  \] 1 test' "$folder/said"; then
        good
        sed -n "s/^stood/    $kind: stood/p" "$folder/said"
    else
        bad "$kind"
        cat "$folder/said" "$folder/log"
    fi
    kill "$server"
    wait "$server" 2>/dev/null
    server=
}

try bare
try late
try moves -L module-always-sink
summary
