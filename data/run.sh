#!/bin/sh
# make run: the window where a display is; elsewhere the list, and how to play in the terminal.
program=$1
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${SDL_VIDEODRIVER:-}" ] || [ "$(uname)" = Darwin ]; then
    exec "$program"
fi
"$program" list
printf '\nNo display here. To play one in this terminal:  %s play breath-calm\n' "$program"
