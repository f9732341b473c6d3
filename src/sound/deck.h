// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "sound/track.h"

// What the device gets: the present run of a track, what still fades from before, single strikes,
// and the volume. Pure arithmetic on frames counted from the first one handed over; it allocates
// nothing and knows no device, so what a test mixes is what the callback mixes.

enum {
    DECK_CHUNK_FRAMES = 1024,
    DECK_FADE_FRAMES = 100 * SOUND_PER_MS, // with two buffers on their way still under 200 ms
    DECK_HUSH_FRAMES = 20 * SOUND_PER_MS,  // of a strike that is cut short
    DECK_VOLUME_FRAMES = 480,              // the whole way from silence to full
    DECK_LEVEL_STEP = 3, // of SOUND_GAIN_FULL a frame: from silence to full in 228 ms
    DECK_STRIKES = 8,
    DECK_HISS = 16, // the loudest sample of the faint noise, -66 dB of full scale
};

struct deck_strike {
    const struct clip *clip; // borrowed; NULL: free
    int64_t first_frame;
    bool loud;
    int gain; // of SOUND_GAIN_FULL
};

// What is mixed, in two sums: loud goes past the volume.
struct deck_sums {
    int32_t soft[SOUND_CHANNELS * DECK_CHUNK_FRAMES];
    int32_t loud[SOUND_CHANNELS * DECK_CHUNK_FRAMES];
};

struct deck_tail {
    int32_t soft[SOUND_CHANNELS * DECK_FADE_FRAMES];
    int32_t loud[SOUND_CHANNELS * DECK_FADE_FRAMES];
    int64_t first_frame;
    int frames; // 0: nothing fades
};

struct deck {
    int64_t next_frame; // handed over so far
    int64_t rung_frame; // behind the last thing that was handed over to its end

    bool playing;
    struct track track; // what it points to is borrowed; its levels are those of the next frame
    const struct track *source; // that it was begun with, to know it again
    struct track_levels wanted; // where the levels go
    struct track_run run;
    int64_t start_frame; // at which run.from_frame sounds
    int64_t end_frame;   // after which the run has rung out

    struct deck_strike strikes[DECK_STRIKES];
    struct deck_tail tail;
    int gain, gain_wanted; // of SOUND_GAIN_FULL
    bool hiss;             // faint noise below everything, past the volume, from the first frame on

    struct deck_sums sums; // scratch of deck_mix
    struct deck_tail made; // scratch of deck_fade
};

// Silent, at this gain.
void deck_init(struct deck *deck, int gain);

// The next `frames` frames.
void deck_mix(struct deck *deck, int16_t *samples, int frames);

// Plays a run, its first frame `ahead` frames behind the next one. What rang before fades. The
// ambience was told by loop_seek.
void deck_begin(struct deck *deck, const struct track *track, struct track_run run, int64_t ahead);

// Everything fades, and nothing new begins.
void deck_fade(struct deck *deck);

// No cue begins any more; those that ring ring out, the ambience fades.
void deck_finish(struct deck *deck);

// Words of a track that may be playing (track_give); false when they come too late for the present
// run: then nothing has changed, and they may be given again when it is over.
bool deck_give(struct deck *deck, struct track *track, int index, const struct clip *clip);

void deck_strike(struct deck *deck, const struct clip *clip, bool loud);
// The same softer, and `ahead` frames later.
void deck_strike_soft(struct deck *deck, const struct clip *clip, int gain, int64_t ahead);

// What sounds of a clip that was struck fades at once, what was to come of it does not; nobody
// needs the clip any more.
void deck_hush(struct deck *deck, const struct clip *clip);

// The levels of a track that may be playing: there they go their way by DECK_LEVEL_STEP, so that
// nothing clicks.
void deck_set_levels(struct deck *deck, struct track *track, struct track_levels levels);
// The levels of the next frame, where the track is playing; else its own.
struct track_levels deck_levels(const struct deck *deck, const struct track *track);
// The track that may be playing has got other words or another ambience, of a layer that is silent.
void deck_swap(struct deck *deck, const struct track *track);
// The frame of a track that comes next, at least 0; -1 while it is not playing.
int64_t deck_position(const struct deck *deck, const struct track *track);

// The gain is reached within DECK_VOLUME_FRAMES, so that nothing clicks.
void deck_set_gain(struct deck *deck, int gain);

// Frames from the next one on until everything has rung out; negative: as long ago.
int64_t deck_rest(const struct deck *deck);
