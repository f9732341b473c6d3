# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# Read by the scripts that drive the player in a terminal, which tmux keeps: `. tests/terminal.sh`.
# Skips them where tmux or python3 is missing. They find here $program and $folder (with data/ in
# it, gone at the end), set $now where a day matters ('': the real one), and close with `tally`.
set -u
command -v tmux >/dev/null 2>&1 || { echo 'SKIPPED: tmux is not there'; exit 77; }
command -v python3 >/dev/null 2>&1 || { echo 'SKIPPED: python3 is not there'; exit 77; }

program=$(cd "${BUILD:-build}" && pwd)/repose
folder=$(mktemp -d)
socket="$folder/tmux.0" starts=0
passed=0 failed=0
now=''
trap 'tmux -S "$socket" kill-server 2>/dev/null; rm -rf "$folder"' EXIT
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER TMUX
export SDL_AUDIODRIVER=dummy HOME="$folder" LC_ALL=C.UTF-8 TZ=UTC0 ASAN_OPTIONS="${ASAN_OPTIONS:-}"

cat >"$folder/start" <<END
echo \$\$ >'$folder/pid'
exec '$program' --data '$folder/data' "\$@"
END

expect() { # expect WHAT COMMAND...: counts and names a failure
    what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "FAILED: $what"
        screen
    fi
}
tally() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
mux() { tmux -S "$socket" -f /dev/null "$@"; }
screen() { mux capture-pane -p -t t 2>/dev/null; }
keys() { mux send-keys -t t "$@"; }
send() { kill "-$1" "$(cat "$folder/pid")"; }
gone() { ! kill -0 "$(cat "$folder/pid")" 2>/dev/null; }
start_sized() { # start_sized COLUMNS ROWS ARGUMENTS...
    size="-x $1 -y $2"
    shift 2
    mux kill-server 2>/dev/null
    starts=$((starts + 1))
    socket="$folder/tmux.$starts" # the one before may take a while to go
    # shellcheck disable=SC2016,SC2086 # four words; the quotes are for the other shell
    mux new-session -d $size -s t \
        "sh '$folder/start' ${now:+--now '$now'} $*; echo \"status \$?\"; cat"
}
start() { start_sized 90 30 "$@"; } # start ARGUMENTS...
shows() { # shows TEXT: waits until it stands on the screen, lines joined; a slow machine has a minute
    tries=600
    while [ $tries -gt 0 ]; do
        screen | tr -s ' \n' ' ' | grep -q -- "$1" && return 0
        tries=$((tries - 1))
        sleep 0.1
    done
    return 1
}
# plainly ARGUMENTS...: where nobody is asked; its output in $folder/out and $folder/said.
plainly() {
    "$program" --data "$folder/data" ${now:+--now "$now"} "$@" \
        </dev/null >"$folder/out" 2>"$folder/said"
}
told() { grep -q -- "$1" "$folder/said"; }
json() { # json NAME PYTHON-EXPRESSION COMMAND...: whether it holds of what the command prints, NAME
    name=$1 holds=$2
    shift 2
    "$program" --data "$folder/data" ${now:+--now "$now"} "$@" --json |
        python3 -c "import json,sys; $name=json.load(sys.stdin); sys.exit(0 if ($holds) else 1)"
}
history_says() { json all "$1" history; } # over `all`, the list of sessions
profile_says() { json me "$1" profile; }  # over `me`
