#!/bin/sh
# What `make install` puts into place works from there, and from wherever that is copied to: repose
# finds the program that plays and draws, both find the shipped files. Without the player one
# message tells so and all else goes on. `make uninstall` leaves nothing.
set -u

# shellcheck source=tests/commands.sh disable=SC1091
. tests/commands.sh

run() {
    ran="repose $*"
    "$installed/bin/repose" --data "$data" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
# Whoever runs the tests holds the job server; this make has nothing to build.
put() {
    ran="make $*"
    env -u MAKEFLAGS make -s "$@" BUILD="$BUILD" PREFIX=/usr DESTDIR="$place/root" >"$out" 2>"$said"
    status=$?
    ends 0
}
works() {
    run list --json; ends 0
    holds 'any(r["id"] == "breath-box" for r in j)'
    run timeline breath-box; ends 0
    holds 'j["routine"] == "breath-box"'
    run pose pucker "$place/pucker.svg"; ends 0
    run --lang de help; ends 0
    [ ! -d "$BUILD/locale" ] || prints 'das Fenster'
}

put install
installed=$place/root/usr
works
mv "$place/root/usr" "$place/elsewhere"
installed=$place/elsewhere
works

# Both side by side, as they are built, and called by a link.
mkdir -p "$place/link" "$place/share"
mkdir "$place/beside" && cp "$BUILD/repose" "$BUILD/repose-player" "$place/beside"
cp -R "$place/elsewhere/share/repose" "$place/share"
mkdir "$place/link/bin" && ln -s "$place/beside/repose" "$place/link/bin/repose"
installed=$place/link
run timeline breath-box; ends 0
holds 'j["routine"] == "breath-box"'

# One that plays and draws is all that asks for its libraries.
if command -v ldd >/dev/null 2>&1; then
    ran='ldd repose'
    ldd "$BUILD/repose" >"$out" 2>"$said"
    if grep -q -e SDL -e cairo -e pango -e sndfile "$out"; then bad 'loads what can be seen or heard'; else good; fi
fi

installed=$place/elsewhere
rm "$installed/libexec/repose/repose-player"
for words in '' 'play breath-box' 'timeline breath-box' 'render breath-box out.wav' 'pose pucker out.svg' \
    'poses out.png' doctor; do
    # shellcheck disable=SC2086 # words of their own
    run $words; ends 1
    says '^repose: repose-player, which has the window, .* is missing'
    ran="$ran: lines said"
    if [ "$(wc -l <"$said")" -eq 1 ]; then good; else bad 'more than one line'; fi
done
printf 'no program\n' >"$installed/libexec/repose/repose-player"
chmod +x "$installed/libexec/repose/repose-player"
run doctor; ends 1
says 'cannot be started'
run list; ends 0
run play --help; ends 0
run stats; ends 0

mv "$place/elsewhere" "$place/root/usr"
put uninstall
ran='make uninstall'
find "$place/root" -type f >"$out"
if [ -s "$out" ]; then bad 'leaves files behind'; else good; fi

ran='repose-player list'
"$BUILD/repose-player" list --data "$data" >"$out" 2>"$said" </dev/null
status=$?
ends 2
says 'list is no command of this program'

summary
