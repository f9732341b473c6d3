#!/bin/sh
# Files to take along: sound as FLAC and Ogg, pictures with sound as MP4, decoded back and held against
# the WAV and the pictures of the same routine. What stops a render leaves nothing behind.
set -u

# shellcheck source=tests/commands.sh
. tests/commands.sh
for tool in ffmpeg ffprobe; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "SKIPPED: test_render.sh ($tool is not installed)"
        exit 77
    }
done
files=$place/files
mkdir "$files"

# run ARGUMENTS...: with the data folder.
run() {
    ran="repose $*"
    "$repose" --data "$data" "$@" >"$out" 2>"$said" </dev/null
    status=$?
}
# One message, which names the file.
complains() {
    if [ "$(grep '^repose: ' "$said" | grep -cv '^repose: warning: ')" = 1 ] && grep -q "^repose: $1: " "$said" && [ ! -s "$out" ]; then
        good
    else
        bad 'no single message'
    fi
}
# holds_only NAME...: nothing else lies where files are written.
holds_only() {
    if [ "$(ls -A "$files")" = "$(printf '%s\n' "$@" | grep . | sort)" ]; then
        good
    else
        bad "left behind: $(ls -A "$files" | tr '\n' ' ')"
    fi
    rm -rf "${files:?}"/*
}
# near A B BY: two numbers.
near() {
    if awk "BEGIN { d = ($1) - ($2); exit !(d <= $3 && -d <= $3) }"; then good; else bad "$1 is not $2 (by $3)"; fi
}
probe() { ffprobe -v error -select_streams "$2" -show_entries "$3" -of default=noprint_wrappers=1:nokey=1 "$1" | head -n 1; }
# The samples of a file as the WAV has them.
samples() { ffmpeg -v error -i "$1" -f s16le -ac 2 -ar 48000 "$2" -y; }
# likeness ONE OTHER: of two pictures, in dB.
likeness() {
    ffmpeg -hide_banner -i "$1" -i "$2" -lavfi '[0]format=rgb24[a];[1]format=rgb24[b];[a][b]psnr' -f null - 2>&1 |
        sed -n 's/.* average:\([a-z0-9.]*\).*/\1/p' | sed 's/inf/100/'
}
# like ONE OTHER LEAST, unlike ONE OTHER MOST.
like() { if awk "BEGIN { exit !($(likeness "$1" "$2") >= $3) }"; then good; else bad "$1 and $2: $(likeness "$1" "$2") dB"; fi; }
unlike() { if awk "BEGIN { exit !($(likeness "$1" "$2") < $3) }"; then good; else bad "$1 and $2 are alike"; fi; }

cat >"$place/brief.cfg" <<'END'
format = 1; title = "Brief: \"one\" = 'two'"; category = "breathing"; summary = "Six seconds."; author = "a";
revised = "2026-11-21"; sources = [ ]; cautions = [ ];
steps = ( { name = "Breathe"; breathe = { in = 2.5; out = 3.5; }; } );
END
brief=$place/brief.cfg

# Words are added by the same mixing as all else; without them nothing depends on who speaks here.
run settings set voice false; ends 0

# Sound: every sample in the FLAC, the length in the Ogg; the same command, the same bytes.
run render "$brief" "$files/a.wav"; ends 0
for kind in flac ogg; do
    run render "$brief" "$files/a.$kind"; ends 0
    run render "$brief" "$files/b.$kind"; ends 0
    if cmp -s "$files/a.$kind" "$files/b.$kind"; then good; else bad 'other bytes the second time'; fi
done
wav_bytes=$(($(wc -c <"$files/a.wav") - 44))
tail -c "$wav_bytes" "$files/a.wav" >"$place/wav"
samples "$files/a.flac" "$place/flac"
ran='FLAC and WAV'
if cmp -s "$place/wav" "$place/flac"; then good; else bad 'hold other samples'; fi
near "$(probe "$files/a.flac" a stream=bits_per_raw_sample)" 16 0
samples "$files/a.ogg" "$place/ogg"
ran='Ogg'
near "$(wc -c <"$place/ogg")" "$wav_bytes" 0
near "$(probe "$files/a.ogg" a stream=sample_rate)" 48000 0
# It is not silence: as loud as the other within a decibel.
loud() { ffmpeg -hide_banner -f s16le -ar 48000 -ac 2 -i "$1" -af volumedetect -f null - 2>&1 | sed -n 's/.*mean_volume: \(.*\) dB/\1/p'; }
near "$(loud "$place/ogg")" "$(loud "$place/wav")" 1
title=$(ffprobe -v error -show_entries format_tags=title -of default=noprint_wrappers=1:nokey=1 "$files/a.flac")
if [ "$title" = "Brief: \"one\" = 'two'" ]; then good; else bad "its title is $title"; fi
holds_only a.wav a.flac b.flac a.ogg b.ogg

# A film: size, rate, length, its sound, and its pictures at three moments.
run render "$brief" "$files/a.wav"
run render "$brief" "$files/a.mp4"; ends 0
film=$files/a.mp4
cp "$film" "$place/film.mp4"
frames=$((wav_bytes / 4))
pictures=$(((frames * 30 + 47999) / 48000))
near "$(probe "$film" v stream=width)" 1280 0
near "$(probe "$film" v stream=height)" 720 0
if [ "$(probe "$film" v stream=r_frame_rate)" = 30/1 ]; then good; else bad 'not 30 pictures a second'; fi
if [ "$(probe "$film" v stream=pix_fmt)" = yuv420p ]; then good; else bad 'colours that not every phone shows'; fi
near "$(ffprobe -v error -count_frames -select_streams v -show_entries stream=nb_read_frames \
    -of default=noprint_wrappers=1:nokey=1 "$film" | head -n 1)" "$pictures" 0
near "$(probe "$film" v stream=duration)" "$pictures / 30" 0.001
near "$(probe "$film" a stream=duration)" "$frames / 48000" 0.05
samples "$film" "$place/aac"
near "$(wc -c <"$place/aac")" "$wav_bytes" 19200
near "$(loud "$place/aac")" "$(loud "$place/wav")" 1
# Where its sound begins: not a picture late.
onset() {
    python3 - "$1" <<'END'
import array, sys
samples = array.array('h', open(sys.argv[1], 'rb').read()[:192000 * 3])
print(next(i for i, s in enumerate(samples) if abs(s) > 600) / 96000)
END
}
near "$(onset "$place/aac")" "$(onset "$place/wav")" 0.02
for at in 0 1.5 3 5.9; do
    ffmpeg -v error -ss "$at" -i "$film" -frames:v 1 "$place/frame-$at.png" -y
    run render "$brief" "$place/still.png" --at "$at" --size 1280x720
    ran="the film at $at"
    like "$place/frame-$at.png" "$place/still.png" 36
done
unlike "$place/frame-0.png" "$place/frame-3.png" 34
ffmpeg -v error -sseof -0.2 -i "$film" -frames:v 1 "$place/last.png" -y
ran='the end of the film'
like "$place/last.png" "$place/still.png" 36
holds_only a.wav a.mp4
run render "$brief" "$files/again.mp4" --size 320x200; ends 0
near "$(probe "$files/again.mp4" v stream=width)" 320 0
near "$(probe "$files/again.mp4" v stream=height)" 200 0
# A name that ffmpeg would take for something else.
(cd "$files" && "$OLDPWD/$repose" --data "$data" render "$brief" -- '-y:%d.mp4' >"$out" 2>"$said"); status=$?
ran='a strange name'; ends 0
holds_only again.mp4 -y:%d.mp4

# How far it has come: lines where standard error is no terminal, a bar that goes away where it is.
cat >"$place/minute.cfg" <<'END'
format = 1; title = "A minute"; category = "breathing"; summary = "A minute."; author = "a";
revised = "2026-11-21"; sources = [ ]; cautions = [ ];
steps = ( { name = "Breathe"; breathe = { in = 4; out = 6; }; cycles = 6; } );
END
run render "$place/minute.cfg" "$files/a.mp4"; ends 0
if [ ! -s "$out" ] && grep -q '^pictures 50 %$' "$said" && [ "$(tail -n 1 "$said")" = 'pictures 100 %' ] &&
    ! grep -qv '^[a-z]* [0-9]*0 %$' "$said" && [ "$(sort "$said" | uniq -d | wc -l)" = 0 ]; then
    good
else
    bad 'other lines than one a tenth'
fi
ran='render on a terminal'
TERM=xterm python3 - "$repose" --data "$data" render "$place/minute.cfg" "$files/b.mp4" >"$out" 2>"$said" <<'END'
import fcntl, os, pty, re, struct, sys, termios
pid, master = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 60, 0, 0))
text = b''
while True:
    try:
        more = os.read(master, 65536)
    except OSError:
        break
    if not more:
        break
    text += more
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
text = text.decode()
bars = re.findall(r'\rpictures +(\d+) %  ([#\u2501]*)([\u2500-]*)  [0-9:]+ left\x1b\[K', text)
numbers = [int(bar[0]) for bar in bars]
print(f'{len(bars)} bars')
assert status == 0, status
assert len(bars) >= 3 and numbers == sorted(numbers) and numbers[-1] > 50
assert '\n' not in text and text.endswith('\r\x1b[K'), repr(text[-80:])
assert all(len(bar[1] + bar[2]) == len(bars[0][1] + bars[0][2]) >= 10 for bar in bars)
assert max(len(line) for line in re.split('\r|\x1b\\[K', text)) < 60
END
status=$?; ends 0
# A wav of a minute is there at once.
run render "$place/minute.cfg" "$files/a.wav"; ends 0
if [ ! -s "$said" ]; then good; else bad 'says something'; fi
holds_only a.mp4 a.wav b.mp4

# Broken off: nothing stays, no ffmpeg either, what was there before stands, and the shell is told.
for kind in wav flac ogg mp4; do
    printf 'old' >"$files/stop.$kind"
    "$repose" --data "$data" render relax-pmr-body "$files/stop.$kind" >"$out" 2>"$said" </dev/null &
    child=$!
    ran="broken off: $kind"
    python3 - "$files" <<'END'
import os, sys, time
until = time.monotonic() + 20
while len(os.listdir(sys.argv[1])) < 2 and time.monotonic() < until:
    time.sleep(0.01)
END
    [ "$kind" = wav ] || sleep 1
    kill -INT "$child"
    wait "$child"
    status=$?
    ends 130
    if [ "$(cat "$files/stop.$kind")" = old ]; then good; else bad 'the old file is gone'; fi
    if ps ax -o args | grep -v grep | grep -q "ffmpeg.*$files"; then bad 'ffmpeg goes on'; else good; fi
    holds_only "stop.$kind"
done

# Without ffmpeg: one message that names it, before anything else is done. Then one that fails, one that
# does not know the encoder that is wanted most.
mkdir "$place/bin"
for kind in flac ogg mp4; do
    ran="no ffmpeg: $kind"
    PATH=$place/bin "$repose" --data "$data" render "$brief" "$files/a.$kind" >"$out" 2>"$said" </dev/null
    status=$?; ends 1; complains "$files/a.$kind"; says 'ffmpeg'
done
PATH=$place/bin "$repose" --data "$data" render "$brief" "$files/a.wav" >"$out" 2>"$said" </dev/null
status=$?; ends 0
holds_only a.wav
ffmpeg=$(command -v ffmpeg)
cat >"$place/bin/ffmpeg" <<'END'
#!/bin/sh
echo 'first line' >&2
echo 'it is Tuesday' >&2
exit 3
END
chmod +x "$place/bin/ffmpeg"
for kind in flac mp4; do
    ran="ffmpeg fails: $kind"
    PATH=$place/bin:$PATH "$repose" --data "$data" render "$brief" "$files/a.$kind" >"$out" 2>"$said" </dev/null
    status=$?; ends 1; complains "$files/a.$kind"; says 'it is Tuesday'
done
cat >"$place/bin/ffmpeg" <<END
#!/bin/sh
case "\$*" in *-encoders*) echo ' V....D mpeg4 x'; exit ;; esac
exec '$ffmpeg' "\$@"
END
ran='ffmpeg without H.264'
PATH=$place/bin:$PATH "$repose" --data "$data" render "$brief" "$files/a.mp4" >"$out" 2>"$said" </dev/null
status=$?; ends 0
if [ "$(probe "$files/a.mp4" v stream=codec_name)" = mpeg4 ]; then good; else bad 'is not in MPEG-4'; fi
ran='ffmpeg without Vorbis'
PATH=$place/bin:$PATH "$repose" --data "$data" render "$brief" "$files/a.ogg" >"$out" 2>"$said" </dev/null
status=$?; ends 0
samples "$files/a.ogg" "$place/ogg"
near "$(wc -c <"$place/ogg")" "$wav_bytes" 0
holds_only a.mp4 a.ogg

# Where nothing can be written, and a disk that is full: the old file stands.
for kind in wav flac ogg mp4; do
    run render "$brief" "$files/none/a.$kind"; ends 1; complains "$files/none/a.$kind"
    mkdir "$files/folder.$kind"
    run render "$brief" "$files/folder.$kind"; ends 1; complains "$files/folder.$kind"
    holds_only "folder.$kind"
    printf 'old' >"$files/full.$kind"
    ran="a full disk: $kind"
    (
        trap '' XFSZ
        ulimit -f 30
        "$repose" --data "$data" render "$brief" "$files/full.$kind" 2>"$place/few" >/dev/null </dev/null
    )
    status=$?
    cp "$place/few" "$said"
    : >"$out"
    ends 1; complains "$files/full.$kind"
    if [ "$(cat "$files/full.$kind")" = old ]; then good; else bad 'the old file is gone'; fi
    holds_only "full.$kind"
done

# A file cannot wake whoever falls asleep below a pack: it says so, and the command where it is silent.
sed "s/breathe = .*}; }/compress = \"warm\"; seconds = 6; say = \"Lay it on.\"; }/; s/Brief.*two'/A pack/" "$brief" >"$place/pack.cfg"
for kind in wav flac mp4; do
    run render "$place/pack.cfg" "$files/a.$kind" --no-voice; ends 0; says 'Set a second timer'
    run render "$place/pack.cfg" "$files/a.$kind" --no-voice --lang de; ends 0; says 'zweiten Wecker'
done
run render "$place/pack.cfg" "$files/a.png" --no-voice; ends 0
if [ ! -s "$said" ]; then good; else bad 'a picture says something'; fi
run render "$brief" "$files/a.wav" --no-voice; ends 0
if [ ! -s "$said" ]; then good; else bad 'warns of a pack that is not there'; fi
# The film shows it: the first picture is another than that of the window.
ffmpeg -v error -i "$files/a.mp4" -frames:v 1 "$place/first.png" -y
run render "$place/pack.cfg" "$place/still.png" --at 0 --size 1280x720 --lang de
ran='the first picture of a pack'
unlike "$place/first.png" "$place/still.png" 34
holds_only a.wav a.flac a.mp4 a.png

# Wrong words.
for line in 'a.mp3' '.mp4' '.flac' 'a.ogg --size 100x100' 'a.flac --at 3' 'a.mp4 --at 3' 'a.mp4 --size 101x100' \
    'a.mp4 --size 100x101' 'a.pdf'; do
    # shellcheck disable=SC2086 # a name and its options
    run render "$brief" $line
    ends 2
    if [ "$(wc -l <"$said")" = 1 ] && grep -q '^repose: ' "$said"; then good; else bad 'no single message'; fi
done
run render "$brief" "$files/a.mp4" --tempo 9; ends 1
run render brief-that-is-not "$files/a.mp4"; ends 1
holds_only ''

summary
