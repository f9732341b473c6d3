#!/bin/sh
# Every command of the real program in a fresh --data folder: what it prints, on which stream, and
# with which status it ends.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh

# run ARGUMENTS...: with the data folder.
run() {
    ran="repose $*"
    "$repose" --data "$data" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
prints_nothing() { if [ ! -s "$out" ]; then good; else bad 'prints something'; fi; }
says_nothing() { if [ ! -s "$said" ]; then good; else bad 'says something'; fi; }
# Every line on standard error names the program.
says_properly() {
    if [ -s "$said" ] && ! grep -qv '^repose: ' "$said"; then good; else bad 'no proper message'; fi
}
fits() {
    if python3 -c "
import sys
sys.exit(max(len(line.rstrip('\n')) for line in open('$out', encoding='utf-8')) > $1)"; then
        good
    else
        bad "a line is wider than $1"
    fi
}

# One second long, so that a session can be played here.
write_short() {
    mkdir -p "$data/routines"
    cat >"$data/routines/$1.cfg" <<END
format = 1;
title = "Short";
category = "breathing";
summary = "One second.";
author = "a therapist";
revised = "2026-11-21";
sources = [ ];
cautions = [ ];
gates = { all = "open"; };
steps = ( { name = "One"; seconds = ${2:-1}; }, { name = "Two"; seconds = 0.5
say = "Nearly there."; } );
END
}

# Without anything.
run --version; ends 0; prints '^repose [0-9]'; says_nothing
run version; ends 0; prints '^repose [0-9]'
for command in '' play list show check timeline render pose poses log history starters profile settings backup doctor; do
    # shellcheck disable=SC2086 # the empty one is no word
    run $command --help; ends 0; prints '--help'; says_nothing; fits 80
    run help $command; ends 0; prints '--help'; says_nothing
done
run; ends 0; prints 'breath-box'; says 'no display'; says_properly
[ -d "$data" ] && { ran='looking'; bad 'a command that looks left a folder behind'; } || good

# Wrong command lines: status 2, nothing printed.
for line in 'plya x' '--nonsense' 'list --jsn' 'list too many' 'timeline' 'show' 'play' 'check' 'render breath-box' \
    'render breath-box out.mp3' 'render breath-box .wav' 'play x --fps 0' 'timeline x --tempo 11' \
    'list --category none' 'history --from 2026-13-01' 'history --from' 'profile get affected' \
    'profile set affected' 'profile set affected top' 'profile set colour blue' 'profile set answers no,no' \
    'profile set onset 2026-02-30' 'profile set condition hfs,toxin-24h' 'settings set volume 101' \
    'settings set volum 5' 'settings get volum' 'settings put volume 5' 'help nonsense' '--now then list' \
    'list --mute' 'show breath-box --voice'; do
    # shellcheck disable=SC2086
    run $line; ends 2; prints_nothing; says_properly
done

# What cannot be met: status 1, the nearest is named.
run show breath-bx; ends 1; prints_nothing; says_properly; says 'breath-box'
run timeline nothing-like-it; ends 1; prints_nothing; says_properly
run timeline ./not-there.cfg; ends 1; prints_nothing; says_properly
run timeline nmr-smile-eyes-open --tempo 2; ends 1; prints_nothing; says_properly
run timeline "$(printf 'a\033[2Jb')"; ends 1
if LC_ALL=C grep -q "$(printf '\033')" "$said"; then bad 'an escape sequence reaches the terminal'; else good; fi

# The list.
run list; ends 0; says_nothing; fits 80; prints 'breath-box'; prints '4:30'
COLUMNS=40 run list; ends 0; fits 40; prints 'breath-box'
run list --category breathing; ends 0; prints 'breath-box'
if grep -q rom-jaw "$out"; then bad 'shows another category'; else good; fi
run list --json; ends 0; says_nothing
holds "[list(e) for e in j] == [['id','title','category','total_ms','gate','reason','path','error']] * len(j)"
holds "{e['id']: e['total_ms'] for e in j}['breath-box'] == 270000"
holds "all(e['error'] is None and (e['gate'] == 'open') == (e['reason'] == '') for e in j)"
write_short short
mkdir -p "$data/routines"
printf 'format = 1;\ntitle = ;\n' >"$data/routines/broken.cfg"
printf 'format = 1;\n' >"$data/routines/breath-box.cfg"
run list; ends 0; prints 'These cannot be played'; prints 'broken'; prints 'short'
run list --json; ends 0
holds "[e for e in j if e['id'] == 'short'][0]['total_ms'] == 1500"
holds "'2' in [e for e in j if e['id'] == 'broken'][0]['error']"
holds "[e for e in j if e['id'] == 'broken'][0]['total_ms'] is None"
rm "$data/routines/breath-box.cfg"
run show broken; ends 1; prints_nothing; says_properly

# In words.
run show nmr-smile-eyes-open; ends 0; says_nothing; fits 80
prints 'Small smile with the eyes open'; prints '3:00'; prints 'not yet reviewed by a clinician'
prints '5 times: move 4 s, hold 5 s, let go 4 s, rest 12 s'; prints 'Take care'; prints 'Sources'
COLUMNS=40 run show warm-compress; ends 0; fits 40
run show "$data/routines/short.cfg"; ends 0; prints 'Nearly there'; prints 'By a therapist'

# Checking files: faults by line, nothing printed.
run check "$data/routines/short.cfg"; ends 0; prints_nothing; says_nothing
run check routines/*.cfg routines/shared/*.cfg; ends 0; prints_nothing; says_nothing
run check --strict routines/*.cfg routines/shared/*.cfg; ends 0; prints_nothing; says_nothing
run check "$data/routines/short.cfg" "$data/routines/broken.cfg"; ends 1; prints_nothing
says "^$data/routines/broken.cfg:2: error: "
sed 's/^gates.*//' "$data/routines/short.cfg" >"$place/no-gates.cfg"
run check "$place/no-gates.cfg"; ends 0; prints_nothing
run check --strict "$place/no-gates.cfg"; ends 1; prints_nothing; says ' gates: '
sed 's/"breathing"/"breathin"/
s/seconds = 1/seconds = 0/' "$data/routines/short.cfg" >"$place/two.cfg"
run check "$place/two.cfg"; ends 1
if [ "$(grep -c ': error: ' "$said")" -ge 2 ]; then good; else bad 'does not report all faults'; fi
printf 'format = 1;\nitems = ( );\n' >"$place/plan.cfg"
run check "$place/plan.cfg"; ends 1; says "^$place/plan.cfg:2: error: items: holds no item"
printf 'cautions = ( { id = "C90"; text = "Gently."; }, { id = "C90"; text = "Twice."
} );\n' >"$place/cautions.cfg"
run check "$place/cautions.cfg"; ends 1; says 'cautions'
printf 'cautions = ( { id = "C90"; text = "Gently."; } );\n' >"$place/cautions.cfg"
run check "$place/cautions.cfg"; ends 0; says_nothing
run check "$place/not-there.cfg"; ends 1; says "^$place/not-there.cfg: error: "
mkfifo "$place/fifo.cfg"
run check "$place/fifo.cfg" /dev/zero "$place"; ends 1; prints_nothing
if [ "$(grep -c ': error: ' "$said")" = 3 ]; then good; else bad 'not one error a file'; fi

# The starter fortnights.
run starters; ends 0; says_nothing; prints 'starter-quiet'; prints '8:30'; fits 80
run starters --json; ends 0; says_nothing
holds "[e['id'] for e in j] == ['starter-move', 'starter-quiet', 'starter-screen', 'starter-warm']"
holds "all(e['days'] == 14 and e['error'] is None and 0 < e['minutes_per_day'] <= 20 for e in j)"
holds "all(abs(sum(i['minutes'] * i['per_day'] for i in e['items']) - e['minutes_per_day']) < 1e-6 for e in j)"
holds "j[1]['minutes_per_day'] == 8.5 and j[1]['items'][0]['at'] == ['08:00']"
run starters --json --lang de; ends 0; holds "j[1]['title'] == 'Zwei ruhige Wochen'"
run check routines/starters/*.cfg; ends 0; says_nothing

# The timeline.
run timeline breath-box; ends 0; says_nothing
holds "list(j) == ['routine','title','total_ms','segments','cues','gates'] and j['total_ms'] == 270000"
holds "j['cues'][-1] == {'at_ms': 270000, 'sound': 'end'} and 'say' in j['cues'][-2]"
run timeline breath-box --tempo 0.5; ends 0; holds "j['total_ms'] == 150000"
run timeline rom-jaw --reps 1; ends 0; holds "all(s['reps'] in (1, None) for s in j['segments'])"
run timeline "$data/routines/short.cfg"; ends 0; holds "j['routine'] == 'short'"

# The sound of it, without a device and without a home.
export SDL_AUDIODRIVER=nonsense
run render short "$place/a.wav" --no-voice --no-ambience; ends 0; prints_nothing; says_nothing
run render short "$place/b.wav" --no-voice --no-ambience; ends 0
export SDL_AUDIODRIVER=dummy
if cmp -s "$place/a.wav" "$place/b.wav"; then good; else bad 'two runs differ'; fi
ran='the WAV file'
if python3 -c "
import sys, wave
w = wave.open('$place/a.wav')
form = (w.getframerate(), w.getnchannels(), w.getsampwidth())
frames = w.readframes(w.getnframes())
at = lambda ms: frames[4 * 48 * ms:4 * 48 * ms + 4]
sys.exit(not (form == (48000, 2, 2) and w.getnframes() >= 72000 and
              all(any(at(ms)) for ms in (0, 1000, 1500))))"; then good
else bad 'not as it should be'; fi
run render short "$place/none/a.wav"; ends 1; prints_nothing; says_properly
printf 'kept' >"$place/kept.wav"
run render nothing-like-it "$place/kept.wav"; ends 1
if [ "$(cat "$place/kept.wav")" = kept ]; then good; else bad 'a failure lost what was there'; fi

# The profile.
run profile; ends 0; prints '^condition'; says_nothing
run profile set condition synk,hfs,unknown; ends 0; prints_nothing; says_nothing
run profile set affected left; ends 0
run profile set toxin 2026-11-20T14:30; ends 0
run profile set asks none; ends 0
run profile show; ends 0; prints '^asks  *none$'
run profile set asks ''; ends 0
run profile show; ends 0; prints '^asks  *-$'
run profile set skin none; ends 2
run profile set asks 'asthma, nuts'; ends 0
run profile set answers no,no,unsure; ends 0
run --now $now profile set trick 'Touch the temple'; ends 0
run profile show; ends 0; prints 'hfs,synk'; prints 'Touch the temple'; prints '2026-11-21'
run profile show --json; ends 0; says_nothing
holds "j['condition'] == ['hfs', 'synk'] and j['affected'] == 'left' and j['cause'] is None"
holds "j['answers'] == ['no', 'no', 'unsure'] and j['asks'] == ['asthma', 'nuts']"
holds "j['toxin'].startswith('2026-11-20T14:30:00')"
run --now $now profile set onset 2027-03-01; ends 2; says 'ahead'
run profile set affected ''; ends 0
run profile show --json; holds "j['affected'] is None"

# The settings.
run settings; ends 0; prints '^volume'; says_nothing; fits 80
run settings set lead_in 0; ends 0; prints_nothing; says_nothing
run settings get lead_in; ends 0
if [ "$(cat "$out")" = 0 ]; then good; else bad 'not what was set'; fi

# The history.
run history; ends 0; prints 'Nothing'; says_nothing
run history --json; ends 0; holds "j == []"
run --now $now play short --before 6 --after 4; ends 0
run --now 2026-11-22T08:00:00+01:00 play short; ends 0
run --now 2026-11-22T09:00:00+01:00 play short --no-record; ends 0
run history; ends 0; prints '2026-11-21 08:00'; prints 'complete'; prints '6 . *4\|6 .* 4'; fits 80
run history --json; ends 0; says_nothing
holds "len(j) == 2 and list(j[0]) == ['id','routine','title','started_at','status','ended','why','played_ms',
'planned_ms','before','after','feel','source','plan','note','chain','anyway','adjusted','hold','time_told']"
holds "[e['started_at'][:10] for e in j] == ['2026-11-21', '2026-11-22'] and j[0]['started_at'].endswith('+01:00')"
holds "j[0]['status'] == j[0]['ended'] == 'complete' and j[0]['played_ms'] == j[0]['planned_ms'] == 1500"
holds "(j[0]['before'], j[0]['after'], j[1]['before'], j[1]['after']) == (6, 4, None, None)"
run history --json --from 2026-11-22; holds "len(j) == 1"
run history --json --to 2026-11-21; holds "len(j) == 1"
run history --json --from 2026-11-23; holds "j == []"
COLUMNS=40 run history; ends 0; fits 40

# A display that does not answer: the terminal takes over.
DISPLAY=:4321 run play short --no-record; ends 0; says 'no display answers'; prints 'Nearly there'
DISPLAY=:4321 run; ends 0; says 'no display answers'; prints 'breath-box'

# A copy of it, never over another file.
run backup "$place/copy.db"; ends 0; prints_nothing; says_nothing
run backup "$place/copy.db"; ends 1; says_properly
run backup "$place/no/copy.db"; ends 1; says "^repose: $place/no/copy.db: No such"
"$repose" --data "$place/copy.db" history >"$out" 2>"$said"; status=$?
ran='a history in a file'; ends 1; says 'copy.db is not a folder'; prints_nothing
run render short "$place/no/out.wav"; ends 1; says "^repose: $place/no/out.wav: No such"; prints_nothing
says_once() { [ "$(wc -l <"$said")" = 1 ]; }
if says_once; then good; else bad 'it spoke before it looked where to'; fi
mkdir "$place/restored" && cp "$place/copy.db" "$place/restored/history.db"
ran='the copy'
"$repose" --data "$place/restored" history --json >"$out" 2>"$said"; holds "len(j) == 2"
"$repose" --data "$place/empty" backup "$place/none.db" >"$out" 2>"$said"; status=$?
ran='backup of nothing'; ends 1; says_properly

# The doctor.
rm "$data/routines/broken.cfg"
run doctor; ends 0; says_nothing; prints '^ok  .*history'; prints 'sound device: dummy'; fits 80
SDL_AUDIODRIVER=nonsense run doctor; ends 1; prints '^look  sound device'; prints 'silence'
printf 'nonsense' >"$data/routines/broken.cfg"
run doctor; ends 1; prints '^look  broken'; prints 'repose check'

# Streams that fail, homes that are missing.
ran='a full disk'
"$repose" --data "$data" list --json >/dev/full 2>"$said"; status=$?; : >"$out"; ends 1
says_properly
ran='a reader that goes'
{ "$repose" --data "$data" timeline breath-478 2>"$said"; echo $? >"$place/status"; } | true
status=$(cat "$place/status"); case $status in 0 | 1) good ;; *) bad "status $status" ;; esac
ran='closed standard output'
"$repose" --data "$data" profile >&- 2>"$said"; status=$?; ends 1; says_properly
run profile show --json; ends 0; holds "j['condition'] == ['hfs', 'synk']"
ran='no home'
"$repose" history >"$out" 2>"$said"; status=$?; ends 1; says 'HOME'; says '--data'; prints_nothing
"$repose" list >"$out" 2>"$said"; status=$?; ends 0; prints 'breath-box'
"$repose" render breath-478 "$place/home.wav" >"$out" 2>"$said"; status=$?; ends 0

summary
