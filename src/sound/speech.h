// SPDX-License-Identifier: MIT
#pragma once

#include <stdatomic.h>
#include <stdbool.h>

#include "base/error.h"
#include "sound/clip.h"

// Words as sound: somebody's recording where there is one, else what a program makes of them.
//
// A recording lies in FOLDER/voice/LANGUAGE/ROUTINE/STEP.wav (.flac, .ogg, .mp3; STEP is 3 or 03),
// where FOLDER is the person's, else the one in which the routine's file lies, else the shipped
// one. What a program has said is kept in the cache as it came, by the hash of text, language and
// command. Either way the clip is trimmed of silence and brought to one loudness, so that the same
// text sounds the same, to the bit, whether it was just made or kept.
//
// Nothing here opens a device or touches one that is open. One thread at a time.

enum speech_kind {
    SPEECH_NONE,    // no program; recordings alone are heard
    SPEECH_FORMANT, // rules and no person's sounds: espeak-ng
    SPEECH_NATURAL,
};

// What a prompt may cost.
enum {
    SPEECH_TIME_MS = 10000,
    SPEECH_BYTES_MOST = 32 << 20, // of the sound
    SPEECH_SECONDS_MOST = 90,
    SPEECH_CACHE_MOST = 64 << 20, // all that is kept; the longest unused goes first
    SPEECH_PATIENCE = 3, // that many failures of the program in a row, and it is not asked again
};

// All borrowed; `cache` and what is behind it may be NULL.
struct speech_options {
    const char *command;   // the setting voice_command; "" or NULL: the voice
    const char *voice;     // the setting voice_name; NULL: the usual one (speech_voices.h)
    const char *language;  // "de", "pt_BR"
    const char *cache;     // the folder of what is kept; made when it is needed
    const char *own;       // folders with a folder "voice" in them, the first wins: a person's,
    const char *lent;      // that of the routine's file, so that a therapist can lend her voice,
    const char *shipped;   // and that of the shipped sounds
    bool recordings_alone; // no program is asked
};

// What would speak, recordings apart.
enum speech_kind speech_kind_found(const struct speech_options *options);

struct speech;

// Never fails: where no program speaks it is SPEECH_NONE, and a command that cannot be understood
// or found is a warning in the log.
struct speech *speech_open(const struct speech_options *options);
void speech_close(struct speech *speech);

enum speech_kind speech_kind(const struct speech *speech);
// For people: "flite"; NULL: none.
const char *speech_program(const struct speech *speech);

struct speech_text {
    const char *text;    // UTF-8
    const char *routine; // its id; NULL: of none
    int step;            // 1-based; 0: belongs to no step
};

// The file that the clip of a text would come from, a recording or a place in the cache: two texts
// with the same one sound the same. Free with memory_free; NULL where nothing can be heard.
char *speech_file(const struct speech *speech, const struct speech_text *text);

// Whether speech_clip would find it without asking a program.
bool speech_is_kept(const struct speech *speech, const struct speech_text *text);

// Makes or fetches the clip, which is then the caller's. This takes up to SPEECH_TIME_MS; a true
// `cancel` (may be NULL) ends it within a tenth of a second. False: err says why
// (ERROR_MISSING: no program, or one that is not asked again), and nothing is left of the program
// or its files.
bool speech_clip(struct speech *speech, const struct speech_text *text, const atomic_bool *cancel,
                 struct clip *clip, struct error *err);
