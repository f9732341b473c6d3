#!/bin/sh
# The languages: every text of the sources is in the template, every text of the template in German,
# formats agree, the shipped routines say everything in German too, and the program speaks it on a
# machine that has no German locale.
set -u

BUILD=${BUILD:-build}
repose=$BUILD/repose
for tool in msgfmt msgcmp xgettext; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "SKIPPED: test_po.sh (no $tool)"
        exit 77
    }
done
place=$(mktemp -d "${TMPDIR:-/tmp}/repose-po-XXXXXX") || exit 1
trap 'rm -rf "$place"' EXIT
# shellcheck source=tests/counting.sh
. tests/counting.sh
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER COLUMNS LANGUAGE LC_MESSAGES LANG LOCPATH
export LC_ALL=C SDL_AUDIODRIVER=dummy HOME="$place/home"

# is WHAT COMMAND...: the command succeeds.
is() {
    what=$1
    shift
    if "$@" >"$place/said" 2>&1; then good; else
        bad "$what"
        head -n 12 "$place/said" | sed 's/^/    /'
    fi
}
# Texts of a catalogue, one to a line, sorted.
texts() { msgcat --no-wrap --no-location "$1" | grep '^msgid' | LC_ALL=C sort; }

# Catalogues

sh data/pot.sh "$place/now.pot" || bad 'data/pot.sh'
texts "$place/now.pot" >"$place/now"
texts po/repose.pot >"$place/kept"
is 'po/repose.pot is not that of the sources; make pot' diff "$place/kept" "$place/now"

for po in po/*.po; do
    is "$po: a format or the head is wrong" msgfmt --check -o "$place/messages.mo" "$po"
    # Complains of each text without a translation, and of those that are marked as doubtful.
    is "$po: not all texts are translated" msgcmp "$po" po/repose.pot
    is "$po: promises or frightens" sh -c "! msgcat --no-wrap --no-location '$po' | sed '/^#/d' |
        grep -iE '(^|[^a-z])(cured|healed|recovered|geheilt|genesen|gesundet)([^a-z]|\$)'"
    # The key of the emergency page is the one exclamation mark.
    is "$po: shouts" sh -c "! msgcat --no-wrap --no-location '$po' | sed -n 's/^msgstr[^\"]*//p' |
        sed 's/ ! //g' | grep '!'"
done
is 'German speaks to people as Sie' sh -c \
    "! msgcat --no-wrap po/de.po | grep -E '^msgstr' | grep -wE 'du|dein|deine|deinen|dich|dir'"
# shellcheck disable=SC1111 # these are the quotes that are looked for
is 'German quotes are set low and high' sh -c \
    "! msgcat --no-wrap po/de.po | grep '^msgstr' | grep -E '“[^”]*”'"

# Routines

# Each text in English is followed by its German one, before the same key comes again.
pairs() {
    sed 's,^ *//.*,,' "$1" |
        grep -oE '(^|[ {;])(title|summary|name|say|tip|wait|how|avoid|text|myok|hfs|bsp|synk|palsy-weak|palsy-early|unknown|toxin-24h)(_de)? = "([^"\\]|\\.)*"' |
        sed 's/^[ {;]//' | grep -vE '= "(open|small|plan|closed)"' | awk '
            { key = $1; german = sub(/_de$/, "", key) }
            german && !open[key] { print "no English before: " $0; wrong = 1 }
            german && /= ""/ { print "empty: " $0; wrong = 1 }
            !german && open[key] { print "no German for: " open[key]; wrong = 1 }
            { open[key] = german ? "" : $0; count += german }
            END {
                for (key in open) if (open[key]) { print "no German for: " open[key]; wrong = 1 }
                if (!count) print "nothing found"
                exit wrong || !count
            }'
}
for file in routines/*.cfg routines/shared/*.cfg; do
    is "$file" pairs "$file"
done
printf 'title = "A";\ntitle = "B"; title_de = "C";\n' >"$place/without.cfg"
if pairs "$place/without.cfg" >/dev/null; then bad 'a text without German goes unnoticed'; else good; fi

# The program, without any locale of that language

mkdir "$place/home"
cat >"$place/each.cfg" <<'CFG'
format = 1; title = "Short"; title_de = "Kurz"; category = "breathing"; summary = "One."; author = "test";
revised = "2026-11-21"; sources = [ "NHS-BREATH" ]; cautions = [ "C1" ];
steps = ( { name = "Breathe"; name_de = "Atmen"; breathe = { in = 0.3; out = 0.2; };
            say = "In and out."; say_de = "Ein und aus."; } );
CFG
run() {
    ran="repose $*"
    "$repose" --data "$place/data" "$@" >"$place/said" 2>&1 </dev/null
}
says() {
    if grep -qF -- "$1" "$place/said"; then good; else
        bad "$ran does not say: $1"
        head -n 12 "$place/said" | sed 's/^/    /'
    fi
}
run --lang de list
says 'Ruhige Bauchatmung'
says '3:30'
run --lang de show breath-calm
says 'Atmen Sie durch die Nase ein'
says 'Für Sie: offen.'
says 'Bitte beachten'
says 'Bei Schwindel, Kribbeln oder Luftnot'
run --lang de show "$place/each.cfg"
says '1-mal: ein 0,3 s, aus 0,2 s'
run --lang de play --terminal --no-record "$place/each.cfg"
says 'Einatmen'
says '"Ein und aus."'
says 'Das war alles.'
says 'Kurz: 0:00 von 0:00.'
run --lang de show breath-clam
says 'meinten Sie breath-calm?'
printf 'format = 2;\n' >"$place/wrong.cfg"
run --lang de check "$place/wrong.cfg"
says 'wrong.cfg:1: error: format: 2 ist hier nicht bekannt'
run --lang de play --from tomorrow breath-calm
# The language of the command line is taken up when the whole line has been read.
says '--from: '
for language in en fr; do
    run --lang "$language" show breath-calm
    says 'Calm belly breathing'
    says 'Take care'
done
run show breath-calm
says 'Take care'
LC_ALL=de_CH.UTF-8 run show breath-calm
says 'Bitte beachten'

summary
