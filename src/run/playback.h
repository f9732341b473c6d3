// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/player.h"
#include "run/aloud.h"
#include "run/sounds.h"
#include "run/voice.h"
#include "run/voice_use.h"
#include "sound/bank.h"
#include "sound/speaker.h"
#include "sound/track.h"

// What is heard of a timeline: its sounds and its words, brought together into a track. A sitting
// plays it through a speaker, `render` writes it into a file; both get the same.

struct playback_options {
    const struct timeline *timeline; // borrowed, outlives the playback
    const struct settings *settings; // borrowed
    const char *audio;               // folder of the sounds, NULL: not found
    const char *own_audio;           // the person's, NULL: none
    const char *cache;               // folder of what was made before, NULL: none
    bool silent;                     // nothing will be heard: no sound is read and no word is made
    bool no_ambience, no_voice;
    bool live;          // what the person chooses may change while it plays (playback_settle)
    bool no_end, lulls; // as in sound/track.h
    struct script_options script;
};

// The voice of it alone; NULL: nothing will be said (voice_open).
struct voice *playback_open_voice(const struct playback_options *options);

// Stored words for when the voice fails (audio/voice-failed).
enum failing_words { FAILING_FAILED, FAILING_IN, FAILING_OUT, FAILING_OVER, FAILING_COUNT };
struct failing {
    struct clip clips[FAILING_COUNT];
    bool read, told;
    bool in, out;     // still to be said with the next such sound
    int64_t until_ms; // monotonic: until then one of them sounds
};

struct playback {
    struct playback_options options;
    struct bank bank;
    enum speech_kind kind; // what would speak
    struct voice *voice;   // NULL: no words
    struct track track;    // empty until it is laid
    bool laid;
    struct voice *coming; // will take the voice's place; NULL: none
    int64_t coming_ms;    // since this monotonic time
    bool sought;          // for a voice: it was there, or nothing speaks
    struct failing failing;
    struct aloud *aloud; // for playback_try; NULL before
    char ambience[32];   // the name that was asked for; "": none
};

// Reads the sounds and begins to make the words. False when there are no sounds at all; then `err`
// says why, and what there is can be played all the same. The caller calls playback_close.
bool playback_open(const struct playback_options *options, struct playback *playback,
                   struct error *err);
// Nobody plays the track any more.
void playback_close(struct playback *playback);

// Whether the words are there that a beginning needs, so many milliseconds after it was asked for.
bool playback_is_ready(struct playback *playback, int64_t waited_ms);

// Whether each word is made or could not be; `share` of them is.
bool playback_is_whole(struct playback *playback, double *share);

// Lays the track, with the words that are there; once.
void playback_lay(struct playback *playback);

// Hands over what has been made since; `speaker` may be playing the track.
void playback_give(struct playback *playback, struct speaker *speaker);

// Levels, voice and ambience as the settings are by now; `speaker` plays the track. What is silent
// first fades out, so that nothing clicks: call it each tick.
void playback_settle(struct playback *playback, struct speaker *speaker, int64_t position_ms);

// All words from here on, where they had thinned out.
void playback_say_all(struct playback *playback, int64_t position_ms);

// A tone and, behind it, a word, as loud as they are.
void playback_try(struct playback *playback, struct speaker *speaker);

// What belongs beside the track: a waking at a gate; a voice that fails.
void playback_wake(const struct playback *playback, struct speaker *speaker, enum waking waking,
                   int gate);
void playback_follow(struct playback *playback, struct speaker *speaker, const struct tick *tick);
// Words are wanted and nothing here speaks; and says so, once a session.
bool playback_is_voiceless(const struct playback *playback);
void playback_tell_failing(struct playback *playback, struct speaker *speaker);

// Whether words are to be heard, as the person has it by now; and loud enough, by a device.
bool playback_speaks(const struct playback *playback);
bool playback_wants_voice(const struct playback *playback);
// For the parts of this module.
struct sounds playback_sounds(const struct playback *playback);
void playback_free_failing(struct playback *playback);
void playback_say_tried(struct playback *playback, struct speaker *speaker);
