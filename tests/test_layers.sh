#!/bin/sh
# The rules of layers.sh hold for src/, and each of them is found when it is broken: every case puts
# one forbidden line into a copy and expects to be told of that very line.
set -u

# shellcheck source=tests/counting.sh
. tests/counting.sh
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-layers-test-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT

fail() {
    bad "$1"
    [ ! -f "$place/said" ] || cat "$place/said"
}

# The sources as they are. The objects of the build that is being tested serve for the search for
# variables, but those of a sanitizer hold variables of its own.
case ${BUILD:-build} in *san*) own=$place/none ;; *) own=${BUILD:-build}/obj ;; esac
if sh tests/layers.sh src "$own" >"$place/said" 2>&1; then good; else fail 'src/ breaks a rule'; fi

mkdir -p "$place/none"
# A small house that breaks nothing.
clean_house() {
    rm -rf "$place/src"
    for room in base core files store sound draw report run cli app; do
        mkdir -p "$place/src/$room"
        printf '// SPDX-License-Identifier: MIT\n#pragma once\n' >"$place/src/$room/noun.h"
        printf '// SPDX-License-Identifier: MIT\n#include "%s/noun.h"\n' "$room" >"$place/src/$room/noun.c"
    done
    printf '// SPDX-License-Identifier: MIT\n#pragma once\n#include "cli/noun.h"\n' >"$place/src/program.h"
    printf '// SPDX-License-Identifier: MIT\n#include "program.h"\n#include "cli/noun.h"\n' >"$place/src/main.c"
    printf '// SPDX-License-Identifier: MIT\n#include "program.h"\n#include "app/noun.h"\n' >"$place/src/player.c"
}

# refused FILE LINE: told of, at its place (each file of the clean house has two or three lines).
refused() {
    clean_house
    mkdir -p "$(dirname "$place/src/$1")"
    [ -f "$place/src/$1" ] || printf '// SPDX-License-Identifier: MIT\n#pragma once\n' >"$place/src/$1"
    printf '%s\n' "$2" >>"$place/src/$1"
    number=$(wc -l <"$place/src/$1" | tr -d ' ')
    if sh tests/layers.sh "$place/src" "$place/none" >"$place/said" 2>&1; then
        fail "$1 may say $2"
    elif grep -q "^$place/src/$1:$number: " "$place/said" && [ "$(wc -l <"$place/said")" -eq 1 ]; then
        good
    else
        fail "$1: $2"
    fi
}

# allowed FILE LINE
allowed() {
    clean_house
    [ -f "$place/src/$1" ] || printf '// SPDX-License-Identifier: MIT\n\n' >"$place/src/$1"
    printf '%s\n' "$2" >>"$place/src/$1"
    if sh tests/layers.sh "$place/src" "$place/none" >"$place/said" 2>&1; then
        good
    else
        fail "$1 may not say $2"
    fi
}

# Directions.
refused base/noun.c '#include "core/noun.h"'
refused core/noun.c '#include "files/noun.h"'
refused core/noun.h '#include "draw/noun.h"'
refused files/noun.c '#include "store/noun.h"'
refused store/noun.c '#include "sound/noun.h"'
refused sound/noun.c '#include "draw/noun.h"'
refused draw/noun.c '#include "files/noun.h"'
refused report/noun.c '#include "store/noun.h"'
refused run/noun.c '#include "cli/noun.h"'
refused run/noun.c '#include "draw/noun.h"'
refused run/noun.c '#include "report/noun.h"'
refused report/noun.c '#include "files/noun.h"'
refused cli/noun.c '#include "app/noun.h"'
refused app/noun.c '#include "cli/noun.h"'
refused main.c '#include "app/noun.h"'
refused main.c '#include "sound/noun.h"'
refused program.h '#include "draw/noun.h"'
refused cli/noun.c '#include "program.h"'
refused core/noun.c '#include "noun.h"'
refused core/noun.c '#include "../base/noun.h"'
refused core/noun.c '  #  include   "sound/noun.h"'
allowed player.c '#include "cli/noun.h"'
allowed report/noun.c '#include "draw/noun.h"'
allowed cli/noun.c '#include "report/noun.h"'
allowed run/noun.c '#include "store/noun.h"'
allowed app/noun.c '#include "run/noun.h"'
allowed core/noun.c '// #include "files/noun.h"'

# Libraries.
refused store/noun.c '#include <libconfig.h>'
refused files/noun.c '#include <sqlite3.h>'
refused app/noun.c '#include <SDL_mixer.h>'
refused run/noun.c '#include <sndfile.h>'
refused sound/noun.c '#include <SDL2/SDL_image.h>'
refused cli/noun.c '#include <SDL.h>'
refused draw/noun.c '#include <SDL2/SDL.h>'
refused sound/noun.c '#include <cairo.h>'
refused report/noun.c '#include <pango/pangocairo.h>'
refused app/noun.c '#include <cairo-pdf.h>'
refused draw/noun.c '#include <cairo-svg.h>'
refused cli/noun.c '#include <cairo.h>'
refused cli/noun.c '#include <jansson.h>'
refused base/noun.c '#include <jansson.h>'
refused app/noun.c '#include <libintl.h>'
allowed app/noun.c '#include <pango/pangocairo.h>'
allowed report/noun.c '#include <cairo-svg.h>'
allowed sound/noun.c '#include <SDL_mixer.h>'
allowed sound/noun.c '#include <sndfile.h>'
allowed draw/image.c '#include <SDL.h>'
allowed base/text_language.c '#include <libintl.h>'

# Purity of core.
refused core/noun.c '#include <stdio.h>'
refused core/noun.c '#include <time.h>'
refused core/noun.c '#include <sys/time.h>'
refused core/noun.c '#include <unistd.h>'
refused core/noun.h '#include "base/clock.h"'
refused core/noun.h '#include "base/file.h"'
allowed core/noun.c '#include <math.h>'

# One place for each thing.
refused cli/noun.c 'x = time(NULL);'
refused core/noun.c 'clock_gettime(CLOCK_MONOTONIC, &now);'
refused app/noun.c 'int64_t now = (int64_t)SDL_GetTicks64();'
refused files/noun.c 'snprintf(to, size, "%d", 1);'
refused base/noun.c '    vsnprintf(to, size, format, list);'
refused cli/noun.c 'puts(gettext("x"));'
refused store/noun.c 'char *p = malloc(4);'
refused draw/noun.c 'if (p) { free(p); }'
refused files/noun.c 'char *copy = strdup(text);'
refused cli/noun.c 'FILE *f = fopen(path, "w");'
refused sound/noun.c 'int f = open(path, O_WRONLY);'
refused store/noun.c 'write(file, data, length);'
refused run/noun.c 'exit(1);'
refused app/noun.c 'setlocale(LC_ALL, "");'
refused cli/noun.c 'strcpy(to, from);'
refused cli/noun.c 'extern int shared;'
refused cli/noun.c "$(printf '\tint x;')"
allowed cli/noun.c 'fprintf(stderr, "time(NULL) and malloc(4)\n");'
allowed cli/noun.c '/* open(path, O_WRONLY) */ int x = rest_time(2) + part.time(3);'
allowed cli/noun.c 'char q = '"'\"'"'; // free(p)'
allowed sound/noun.c 'int f = open(path, O_RDONLY | O_CLOEXEC);'
allowed store/noun.c 'sqlite3_free(text);'
allowed base/memory.c 'free(block);'
allowed base/clock_wall.c 'x = time(NULL);'
allowed base/file_output.c 'write(file, data, length);'

# Form.
clean_house
mkdir "$place/src/other"
cp "$place/src/core/noun.h" "$place/src/other"
if sh tests/layers.sh "$place/src" "$place/none" >"$place/said" 2>&1; then fail 'a new room'; else good; fi
clean_house
printf 'int x;\n' >"$place/src/core/bare.c"
if sh tests/layers.sh "$place/src" "$place/none" >"$place/said" 2>&1; then fail 'no licence'; else good; fi
clean_house
printf '// SPDX-License-Identifier: MIT\nint x(void);\n' >"$place/src/core/twice.h"
if sh tests/layers.sh "$place/src" "$place/none" >"$place/said" 2>&1; then fail 'no pragma'; else good; fi
clean_house
awk 'BEGIN { for (i = 2; i < 401; i++) print "//" }' >>"$place/src/core/noun.h"
if sh tests/layers.sh "$place/src" "$place/none" >"$place/said" 2>&1; then fail '401 lines'; else good; fi
clean_house
awk 'BEGIN { for (i = 2; i < 400; i++) print "//" }' >>"$place/src/core/noun.h"
if sh tests/layers.sh "$place/src" "$place/none" >"$place/said" 2>&1; then good; else fail '400 lines'; fi

# Headers in a ring, each of its three named and no other.
clean_house
for pair in a:b b:c c:a before:a; do
    printf '// SPDX-License-Identifier: MIT\n#pragma once\n#include "core/%s.h"\n' "${pair#*:}" >"$place/src/core/${pair%:*}.h"
done
if sh tests/layers.sh "$place/src" "$place/none" >"$place/said" 2>&1; then
    fail 'headers in a ring'
elif [ "$(grep -c '/core/[abc]\.h:3: headers include each other' "$place/said")" = 3 ] &&
    [ "$(wc -l <"$place/said")" -eq 3 ]; then
    good
else
    fail 'the ring of headers is told wrongly'
fi

# Variables, as the compiler sees them.
variable() {
    clean_house
    mkdir -p "$place/objects/core" "$place/objects/base"
    [ -f "$place/src/$1.c" ] || printf '// SPDX-License-Identifier: MIT\n\n' >"$place/src/$1.c"
    printf '%s\n' "$2" >>"$place/src/$1.c"
    # shellcheck disable=SC2086 # CC may be two words
    if ! ${CC:-cc} -I"$place/src" -c -o "$place/objects/$1.o" "$place/src/$1.c" 2>"$place/said"; then
        fail "$2 does not compile"
        return
    fi
    if sh tests/layers.sh "$place/src" "$place/objects" >"$place/said" 2>&1; then said=nothing; else said=$(cat "$place/said"); fi
    rm -rf "$place/objects"
    case $3:$said in
    fine:nothing) good ;;
    found:"$place/src/$1.c:3: "*variable*) good ;;
    *) fail "$2 should be $3" ;;
    esac
}
if command -v objdump >/dev/null 2>&1; then
    variable core/noun 'int counter;' found
    variable core/noun 'static int counter = 3; int *place(void) { return &counter; }' found
    variable core/noun 'int next(void) { static int counter; return ++counter; }' found
    variable core/noun 'static const char *names[] = {"a", "b"}; const char **place(void) { return names; }' found
    variable core/noun '_Thread_local int counter;' found
    variable core/noun 'const char *const names[] = {"a", "b"};' fine
    variable core/noun 'const int limits[] = {1, 2};' fine
    variable base/log 'int level;' fine
else
    echo 'SKIPPED: the search for global variables (no objdump here)'
fi

summary
