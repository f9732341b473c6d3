#!/bin/sh
# Which room of src/ may know what. Prints FILE:LINE: why for each finding; exit 1 when there is one.
#
#   sh tests/layers.sh [SRC [OBJECTS]]      (src, and the objects of a fresh build of it)
#
# docs/architecture.md says why the rooms are as they are; a rule that lives only in a document lasts
# a month.
set -u
LC_ALL=C
export LC_ALL

src=${1:-src}
objects=${2:-}
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-layers-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
found=$place/found
: >"$found"

find "$src" -name '*.[ch]' | sort >"$place/files"
if [ ! -s "$place/files" ]; then
    echo "$src: no source files here" >&2
    exit 1
fi

# Reads every file with its comments and the insides of its strings blanked out (those of #include
# kept), so that a word in a sentence is no finding.
cat >"$place/rules.awk" <<'RULES'
function say(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why
}

# The line without comments and strings; in_comment goes over line ends.
function blanked(line,    out, i, c, two, quote) {
    out = ""
    quote = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        two = substr(line, i, 2)
        if (in_comment) {
            if (two == "*/") { in_comment = 0; i++ }
        } else if (quote != "") {
            if (c == "\\") i++
            else if (c == quote) { quote = ""; out = out c }
        } else if (two == "//") {
            break
        } else if (two == "/*") {
            in_comment = 1; i++
        } else {
            if (c == "\"" || c == "'") quote = c
            out = out c
        }
    }
    return out
}

# Whether `word(` is called here: not the end of a longer name, not a member of a struct.
function calls(code, words) {
    return code ~ ("(^|[^A-Za-z0-9_.>])(" words ")[ ]*\\(")
}

function in_files(pattern) {
    return inside ~ ("^(" pattern ")$")
}

function check_room_include(target,    other) {
    if (target !~ /^([a-z_]+\/[a-z_0-9]+|program)\.h$/) {
        say("includes are written \"room/noun.h\", this is \"" target "\"")
        return
    }
    other = target
    sub(/\/.*|\.h$/, "", other)
    if (index(" " may[room] " ", " " other " ") == 0)
        say(room "/ may not know " other "/ (\"" target "\")")
    if (room == "core" && target ~ /^base\/(clock|file|json|log|uuid)\.h$/)
        say("core/ is pure: it may not know \"" target "\"")
}

# One library header, and the files that may include it.
function only(header, pattern, files, where) {
    if (header ~ pattern && !in_files(files))
        say("<" header "> belongs to " where " alone")
}

function check_library_include(header) {
    only(header, "^libconfig", "files/.*", "files/")
    only(header, "^sqlite3", "store/.*", "store/")
    only(header, "SDL_mixer\\.h$", "sound/.*", "sound/")
    only(header, "^sndfile\\.h$", "sound/.*", "sound/")
    only(header, "SDL_image\\.h$", "draw/.*", "draw/")
    if (header !~ /SDL_(mixer|image)\.h$/)
        only(header, "^(SDL2/)?SDL[^/]*\\.h$", "app/.*|sound/.*|draw/image\\.[ch]", "app/ and sound/")
    only(header, "^(cairo/)?cairo-(pdf|svg|ps)\\.h$", "report/.*", "report/")
    only(header, "^(cairo/)?cairo", "draw/.*|report/.*|app/.*", "draw/, report/ and app/")
    only(header, "^pango", "draw/.*|app/.*", "draw/ and app/")
    only(header, "^(jansson|cJSON|cjson/)", "base/json\\.c", "base/json.c")
    only(header, "^libintl\\.h$", "base/text[a-z_]*\\.c", "base/text*.c")
    if (room == "core" && header !~ pure)
        say("core/ is pure: it may not include <" header ">")
}

function check_calls(code) {
    if (calls(code, "clock_gettime|clock_getres|gettimeofday|time|clock|nanosleep|clock_nanosleep|usleep|sleep|localtime|localtime_r|gmtime|gmtime_r|mktime|SDL_GetTicks|SDL_GetTicks64|SDL_GetPerformanceCounter|SDL_Delay") &&
        !in_files("base/clock[a-z_]*\\.c"))
        say("clocks and sleep come from base/clock")
    if (calls(code, "v?sn?printf|v?asprintf") && !in_files("base/text[a-z_]*\\.c"))
        say("text is formatted by base/text")
    if (calls(code, "d?c?n?gettext") && !in_files("base/text[a-z_]*\\.c"))
        say("text is translated by base/text")
    if (calls(code, "malloc|calloc|realloc|reallocarray|free|strdup|strndup|aligned_alloc|posix_memalign|alloca") &&
        inside != "base/memory.c")
        say("memory comes from base/memory")
    if (calls(code, "fopen|freopen|fdopen|creat|pwrite|writev|mkstemp|tmpfile|truncate|ftruncate") &&
        !in_files("base/file[a-z_]*\\.c"))
        say("files are written by base/file")
    if (calls(code, "write") && !in_files("base/file[a-z_]*\\.c|" writers))
        say("files are written by base/file")
    if (calls(code, "open|openat") && code !~ /O_RDONLY/ && !in_files("base/file[a-z_]*\\.c|" openers))
        say("files are written by base/file; one to be read names O_RDONLY on the line of its open")
    if (calls(code, "setlocale|uselocale|bindtextdomain") && !in_files("base/text[a-z_]*\\.c"))
        say("the locale is chosen by base/text")
    if (calls(code, "exit|_exit|_Exit|abort|quick_exit") && !in_files("program\\.c|base/memory\\.c|base/trial\\.c"))
        say("only main decides about the exit")
    if (calls(code, "strcpy|strcat|strncpy|strncat|gets|strtok|alloca|atoi|atol|atof"))
        say("this function is not used here; base/text has better ones")
    if (code ~ /^[ ]*extern[ ]/ && FILENAME ~ /\.c$/)
        say("what another file shares stands in its header")
}

BEGIN {
    below = "core base"
    may["base"] = "base"
    may["core"] = below
    may["files"] = "files " below
    may["store"] = "store " below
    may["sound"] = "sound " below
    may["draw"] = "draw " below
    may["report"] = "report draw " below
    may["run"] = "run files store sound " below
    may["cli"] = "cli run report draw files store sound " below
    may["app"] = "app run report draw files store sound " below
    may["program"] = "program cli run " below
    may["main"] = "program cli run files store " below
    may["player"] = "program cli app run report draw files store sound " below
    # Headers of C that neither read nor write anything.
    pure = "^(assert|ctype|float|inttypes|limits|math|stdalign|stdarg|stdbool|stddef|stdint|stdlib|string)\\.h$"
    # SQLite's file is made with its mode before SQLite opens it; closed standard streams are filled;
    # the terminal is read and written as a device.
    openers = "store/opening\\.c|program\\.c|cli/tty[a-z_]*\\.c"
    # The terminal again, and the pipe to another program.
    writers = "cli/tty[a-z_]*\\.c|base/process\\.c"
}

FNR == 1 {
    in_comment = 0
    inside = substr(FILENAME, length(src) + 2)
    room = inside
    if (room ~ /\//) sub(/\/.*/, "", room)
    else sub(/\.[ch]$/, "", room)
    if (!(room in may)) { say("there is no room \"" room "\""); may[room] = "" }
    if ($0 !~ /^\/\/ SPDX-License-Identifier: MIT$/) say("the first line names the licence")
}
FNR == 2 && FILENAME ~ /\.h$/ && $0 != "#pragma once" { say("the second line of a header is #pragma once") }
FNR == 401 { say("files stay below 401 lines: split this one by noun") }
/\t/ { say("a tab; four spaces are used here") }

/^[ ]*#[ ]*include/ && !in_comment {
    target = $0
    sub(/^[ ]*#[ ]*include[ ]*/, "", target)
    kind = substr(target, 1, 1)
    sub(/^["<]/, "", target)
    sub(/[">].*/, "", target)
    if (kind == "\"") check_room_include(target)
    else check_library_include(target)
    if (kind == "\"" && FILENAME ~ /\.h$/) printf "%s %s %d\n", inside, target, FNR >edges
    next
}
{ check_calls(blanked($0)) }
RULES

xargs awk -v src="$src" -v edges="$place/edges" -f "$place/rules.awk" <"$place/files" >>"$found"

# Headers that include each other: what is left after taking away, again and again, those that
# include nothing that is left and those that nothing left includes.
if [ -s "$place/edges" ]; then
    awk -v src="$src" '
    { from[NR] = $1; to[NR] = $2; line[NR] = $3; left[NR] = 1; count = NR }
    END {
        do {
            changed = 0
            split("", out); split("", in_)
            for (i = 1; i <= count; i++) if (left[i]) { out[from[i]]++; in_[to[i]]++ }
            for (i = 1; i <= count; i++)
                if (left[i] && (!(to[i] in out) || !(from[i] in in_))) { left[i] = 0; changed = 1 }
        } while (changed)
        for (i = 1; i <= count; i++)
            if (left[i]) printf "%s/%s:%d: headers include each other (\"%s\")\n", src, from[i], line[i], to[i]
    }' "$place/edges" >>"$found"
fi

# Variables of file scope that may change, and static ones inside functions: what lies in a writable
# section of an object. Constants with addresses in them lie in .data.rel.ro and are fine.
if [ -z "$objects" ]; then
    build=${BUILD:-build}
    make -s BUILD="$build" >&2 || { echo 'src does not build' >&2; exit 1; }
    objects=$build/obj
fi
if command -v objdump >/dev/null 2>&1; then
    while read -r file; do
        inside=${file#"$src"/}
        case $inside in *.h | base/log.c | program.c) continue ;; esac
        object=$objects/${inside%.c}.o
        [ -f "$object" ] || continue
        objdump -t "$object" |
            awk '/ (\.data(\.rel(\.local)?)?|\.t?bss|\.tdata|\*COM\*)[ \t]/ && $NF !~ /^\./ { print $NF }' |
            grep -v -e '^__' -e '^\.L' -e san_ | sed 's/\.[0-9]*$//' |
            while read -r name; do
                line=$(grep -nw -- "$name" "$file" | head -n 1 | cut -d: -f1)
                echo "$file:${line:-1}: \"$name\" is a variable outside every function's own: pass it instead"
            done
    done <"$place/files" >>"$found"
else
    echo 'SKIPPED: the search for global variables (no objdump here)' >&2
fi

if [ -s "$found" ]; then
    sort -t: -k1,1 -k2,2n "$found"
    exit 1
fi
echo "layers: $(wc -l <"$place/files" | tr -d ' ') files keep to their rooms"
