#!/bin/sh
# Looks for what repose needs and installs what is missing with the system's package manager.
#
#   setup.sh build FILE   to build and run; writes the compiler flags to FILE as make variables
#   setup.sh tests        the tools of the tests as well; one that cannot be had is named, its tests are skipped
#   setup.sh bench        what the measurements of make bench need
#
# When nothing is missing neither the network nor the package manager is touched.
set -u

want=${1:-build}
config=${2:-}
missing=''

say() { printf 'setup: %s\n' "$*" >&2; }

# need NAME CHECK...: notes NAME as missing when CHECK fails.
need() {
    name=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $name"
}
has_program() { command -v "$1"; }
has_library() { command -v pkg-config && pkg-config --exists "$1"; }
# A library that is opened while running: its headers are not needed.
has_shared() {
    for file in /usr/lib/*/"$1"* /usr/lib/"$1"* /usr/lib64/"$1"* /usr/local/lib/"$1"* /opt/homebrew/lib/"$1"*; do
        [ -e "$file" ] && return 0
    done
    return 1
}
has_compiler() {
    for compiler in cc gcc clang; do
        command -v "$compiler" && printf 'int main(void){return 0;}\n' |
            "$compiler" -x c -o /dev/null - && return 0
    done
    return 1
}
has_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/root}/.fonts" "${HOME:-/root}/.local/share/fonts" \
        /Library/Fonts /System/Library/Fonts; do
        [ -d "$folder" ] && find "$folder" -name '*.[to]t[fc]' | grep -q . && return 0
    done
    return 1
}
has_header() {
    for compiler in cc gcc clang; do
        command -v "$compiler" && { printf '#include <stdarg.h>\n#include <stddef.h>\n#include <stdint.h>\n#include <setjmp.h>\n#include <%s>\n' "$1" |
            "$compiler" -x c -fsyntax-only - && return 0; }
    done
    return 1
}
has_locales() { [ -f /usr/share/i18n/locales/de_DE ] && command -v localedef; }
has_zones() { [ -f /usr/share/zoneinfo/Europe/Berlin ]; }

look_build() {
    missing=''
    need compiler has_compiler
    need pkg-config has_program pkg-config
    for library in sdl2 SDL2_mixer sndfile libconfig cairo pangocairo sqlite3 jansson; do
        need "$library" has_library "$library"
    done
    need SDL2_image has_shared libSDL2_image-2.0
    need font has_font
    need gettext has_program msgfmt
    need flite has_program flite
    need espeak-ng has_program espeak-ng
}
look_tests() {
    missing=''
    need cmocka has_header cmocka.h
    for program in clang clang-tidy clang-format cppcheck python3 xgettext sox ffmpeg tmux Xvfb openbox xdotool \
        xclip import sqlite3; do
        need "$program" has_program "$program"
    done
    need locales has_locales
    need zones has_zones
}
look_bench() {
    missing=''
    need compiler has_compiler
    for program in python3 Xvfb openbox; do
        need "$program" has_program "$program"
    done
    need xdamage has_library 'x11 xdamage'
}

# The package that holds a thing, for each manager. Alpine, brew and others name some differently.
package() {
    case "$1:$2" in
    apt:compiler) echo 'gcc libc6-dev' ;; dnf:compiler) echo 'gcc glibc-devel' ;;
    pacman:compiler) echo gcc ;; zypper:compiler) echo 'gcc glibc-devel' ;;
    apk:compiler) echo 'gcc musl-dev' ;; brew:compiler) echo '' ;;
    dnf:pkg-config | zypper:pkg-config | pacman:pkg-config | apk:pkg-config) echo pkgconf ;;
    *:pkg-config) echo pkg-config ;;
    apt:sdl2) echo libsdl2-dev ;; dnf:sdl2) echo SDL2-devel ;; zypper:sdl2) echo libSDL2-devel ;;
    apk:sdl2) echo sdl2-dev ;; *:sdl2) echo sdl2 ;;
    apt:SDL2_mixer) echo libsdl2-mixer-dev ;; dnf:SDL2_mixer) echo SDL2_mixer-devel ;;
    zypper:SDL2_mixer) echo libSDL2_mixer-devel ;; apk:SDL2_mixer) echo sdl2_mixer-dev ;;
    *:SDL2_mixer) echo sdl2_mixer ;;
    apt:sndfile) echo libsndfile1-dev ;; dnf:sndfile | zypper:sndfile) echo libsndfile-devel ;;
    apk:sndfile) echo libsndfile-dev ;; *:sndfile) echo libsndfile ;;
    apt:SDL2_image) echo libsdl2-image-2.0-0 ;; dnf:SDL2_image) echo SDL2_image ;;
    zypper:SDL2_image) echo libSDL2_image-2_0-0 ;; *:SDL2_image) echo sdl2_image ;;
    apt:libconfig) echo libconfig-dev ;; dnf:libconfig | zypper:libconfig) echo libconfig-devel ;;
    apk:libconfig) echo libconfig-dev ;; *:libconfig) echo libconfig ;;
    apt:cairo) echo libcairo2-dev ;; dnf:cairo | zypper:cairo) echo cairo-devel ;;
    apk:cairo) echo cairo-dev ;; *:cairo) echo cairo ;;
    apt:pangocairo) echo libpango1.0-dev ;; dnf:pangocairo | zypper:pangocairo) echo pango-devel ;;
    apk:pangocairo) echo pango-dev ;; *:pangocairo) echo pango ;;
    apt:sqlite3) [ "$want" = tests ] && echo sqlite3 || echo libsqlite3-dev ;;
    dnf:sqlite3) echo 'sqlite sqlite-devel' ;; zypper:sqlite3) echo 'sqlite3 sqlite3-devel' ;;
    apk:sqlite3) echo 'sqlite sqlite-dev' ;; *:sqlite3) echo sqlite ;;
    apt:jansson) echo libjansson-dev ;; dnf:jansson) echo jansson-devel ;;
    zypper:jansson) echo libjansson-devel ;; apk:jansson) echo jansson-dev ;; *:jansson) echo jansson ;;
    apk:gettext | apk:xgettext) echo 'gettext gettext-dev' ;;
    zypper:gettext | zypper:xgettext) echo gettext-tools ;; *:xgettext) echo gettext ;;
    apt:font) echo fonts-dejavu-core ;; dnf:font) echo dejavu-sans-fonts ;;
    zypper:font) echo dejavu-fonts ;; apk:font | pacman:font) echo ttf-dejavu ;; brew:font) echo '' ;;
    apt:cmocka) echo libcmocka-dev ;; dnf:cmocka | zypper:cmocka) echo libcmocka-devel ;;
    apk:cmocka) echo cmocka-dev ;; *:cmocka) echo cmocka ;;
    apt:clang-tidy | apt:clang-format | apt:clang) echo "$2" ;;
    pacman:clang-tidy | pacman:clang-format) echo clang ;; brew:clang-tidy | brew:clang-format) echo llvm ;;
    apk:clang-tidy | apk:clang-format) echo clang-extra-tools ;;
    zypper:clang-tidy | zypper:clang-format) echo clang-tools ;;
    *:clang-tidy | *:clang-format) echo clang-tools-extra ;;
    apt:Xvfb) echo xvfb ;; dnf:Xvfb) echo xorg-x11-server-Xvfb ;; zypper:Xvfb) echo xorg-x11-server-Xvfb ;;
    pacman:Xvfb) echo xorg-server-xvfb ;; apk:Xvfb) echo xvfb ;; brew:Xvfb | brew:openbox | brew:xdotool) echo '' ;;
    apt:xdamage | apk:xdamage) echo libxdamage-dev ;; pacman:xdamage | brew:xdamage) echo libxdamage ;;
    *:xdamage) echo libXdamage-devel ;;
    zypper:import | dnf:import) echo ImageMagick ;; *:import) echo imagemagick ;;
    apt:locales) echo locales ;; dnf:locales) echo glibc-locale-source ;;
    zypper:locales) echo glibc-i18ndata ;; *:locales) echo '' ;;
    *:zones) [ "$1" = zypper ] && echo timezone || echo tzdata ;;
    *) echo "$2" ;;
    esac
}

manager() {
    for name in apt-get dnf pacman zypper apk brew; do
        command -v "$name" >/dev/null 2>&1 && { echo "${name%-get}"; return; }
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else say "this needs root: $*"; return 1
    fi
}

install_all() {
    case "$1" in
    apt)
        shift
        as_root apt-get update -qq || say 'the list of packages could not be fetched; trying without'
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
        ;;
    dnf) shift; as_root dnf install -y "$@" ;;
    pacman) shift; as_root pacman -Sy --needed --noconfirm "$@" ;;
    zypper) shift; as_root zypper --non-interactive install "$@" ;;
    apk) shift; as_root apk add "$@" ;;
    brew) shift; brew install "$@" ;;
    esac
}

look_"$want"
if [ -n "$missing" ]; then
    with=$(manager)
    say "missing:$missing"
    if [ -z "$with" ]; then
        say 'no package manager that I know (apt, dnf, pacman, zypper, apk, brew): please install these by hand'
    else
        packages=''
        for thing in $missing; do packages="$packages $(package "$with" "$thing")"; done
        # shellcheck disable=SC2046,SC2086 # one word a package
        set -- $(printf '%s\n' $packages | sort -u)
        if [ $# -gt 0 ]; then
            say "installing with $with: $*"
            install_all "$with" "$@" >&2 || {
                # One that the system does not have must not keep the others away.
                say 'not all at once; one by one'
                for one in "$@"; do install_all "$with" "$one" >&2 || say "could not install $one"; done
            }
        fi
    fi
    look_"$want"
    if [ "$want" = build ] && [ -n "$missing" ]; then
        needed=''
        for thing in $missing; do
            case "$thing" in
            font) say 'still no font: text will not show in the window' ;;
            gettext) say 'still no msgfmt (gettext): repose will speak English alone' ;;
            flite) say 'still no flite: English will be spoken by espeak-ng, where that is' ;;
            espeak-ng) say 'still no espeak-ng: no language but English will be spoken' ;;
            *) needed="$needed $thing" ;;
            esac
        done
        [ -z "$needed" ] || { say "still missing:$needed"; exit 1; }
    elif [ "$want" = bench ] && [ -n "$missing" ]; then
        say "still missing:$missing"
        exit 1
    elif [ -n "$missing" ]; then
        say "still missing, tests that need them are skipped by name:$missing"
    fi
fi

[ -n "$config" ] || exit 0
{
    echo '# Made by data/setup.sh. Library headers count as the system'\''s, so our warnings are about us.'
    for library in sdl2 SDL2_mixer sndfile libconfig cairo pangocairo sqlite3 jansson; do
        printf 'CFLAGS_%s := %s\n' "$library" \
            "$(pkg-config --cflags "$library" | sed "s/-I/-isystem /g; s/-D_[A-Z_]*SOURCE[=0-9]*//g")"
        printf 'LDLIBS_%s := %s\n' "$library" "$(pkg-config --libs "$library")"
    done
} >"$config.part" && mv "$config.part" "$config"
