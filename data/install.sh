#!/bin/sh
# make install, make uninstall: puts the program and what it reads below a prefix, or takes them away.
#
#   install.sh BUILD ROOT            ROOT is DESTDIR and PREFIX together
#   install.sh --remove ROOT
set -eu

if [ "$1" = --remove ]; then
    rm -rf "$2/bin/repose" "$2/libexec/repose" "$2/share/repose" "$2/share/applications/repose.desktop" \
        "$2/share/icons/hicolor/scalable/apps/repose.svg" "$2"/share/locale/*/LC_MESSAGES/repose.mo
    exit 0
fi
build=$1 root=$2

put() { # put MODE FROM TO
    install -d "$(dirname "$root/$3")"
    install -m "$1" "$2" "$root/$3"
}

put 755 "$build/repose" bin/repose
put 755 "$build/repose-player" libexec/repose/repose-player
# The recipe of the sounds stays with the sources.
find routines audio images -type f ! -path 'audio/recipe/*' ! -name '*.sh' ! -path 'images/readme/*' ! -path 'images/poses.png' |
    while read -r file; do put 644 "$file" "share/repose/$file"; done
[ ! -d "$build/locale" ] || (cd "$build" && find locale -name repose.mo) |
    while read -r file; do put 644 "$build/$file" "share/$file"; done
put 644 data/repose.desktop share/applications/repose.desktop
put 644 images/repose.svg share/icons/hicolor/scalable/apps/repose.svg
