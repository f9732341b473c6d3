// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "core/prompts.h"
#include "core/timeline.h"
#include "sound/bank.h"

// What is heard: a timeline's cues with their sounds, its words, the ambience below them, mixed
// into any span of samples by a pure function.
//
// Live output, rendered files and tests all call track_mix. Sample 48 * p belongs to position p;
// whatever the spans in which it is asked for, the same samples come out. It allocates nothing and
// locks nothing; a file is read only by an ambience that nobody decodes ahead (sound/loop.h).

struct track_cue {
    int64_t first_frame; // 48 * at_ms
    int section;
    const struct clip *clip;   // borrowed from the bank
    int gain_left, gain_right; // of 32768, by its side alone
};

// Words. Their sound may come later than the track (track_give); until then they are silent.
struct track_prompt {
    int64_t first_frame; // 48 * spoken_ms
    int64_t end_frame;   // the next one begins: by then it has faded out; INT64_MAX: none does
    int section;
    struct clip clip; // samples borrowed; empty until they are there
};

// How loud each layer is, of SOUND_GAIN_FULL.
struct track_levels {
    int cues, voice, ambience;
};
struct track_levels track_levels(int cue_percent, int voice_percent, int ambience_percent);

struct track {
    struct track_cue *cues; // by section, then first_frame
    int cue_count;
    struct track_prompt *prompts; // by section, then first_frame; none sounds beside another
    int prompt_count;
    int64_t longest_frames; // of any cue's clip in it
    struct loop *ambience;  // NULL or borrowed; loops without a seam
    struct track_levels levels;
    int ducking;                // of 32768: how much of TRACK_DUCK_GAIN words do
    int64_t fade_frames;        // ambience: in at 0, out before total
    int64_t total_frames;       // 48 * total_ms
    int64_t end_frame;          // after the ringing out of the last sound that is there
    int64_t lull_frames;        // so long all of it falls to silence; 0: it does not
    int64_t lull_end;           // where it falls: from here on nothing is heard
    const int64_t *gate_frames; // where each section ends; owned
    int gate_count;
};

// 0 leaves a layer out, 100 keeps every bit of it.
struct track_options {
    int cue_percent, voice_percent, ambience_percent;
    const struct prompts *prompts; // when words are spoken; NULL: none are
    bool whole;  // a layer at 0 is laid all the same: it may become louder (track_set_levels)
    bool no_end; // without the sound of the end
    bool lulls;  // all of it falls to silence towards the end
};

// For going to sleep (domain.md 12, `bedtime`): cues, words and ambience fade together over the
// last half minute, and nothing rings out behind it. A shorter routine fades from its beginning on.
enum { TRACK_LULL_FRAMES = 30 * SOUND_RATE };

// How much less the other ear hears of a cue that concerns one side (design section 7).
enum { TRACK_PAN_PERCENT = 60 };

// `bank` outlives the track. Cues without a clip are left out. The last movement of an exercise
// sounds together with the bank's SOUND_LAST, where there is one. Free with track_free.
void track_build(const struct timeline *timeline, const struct bank *bank,
                 const struct track_options *options, struct track *track);
void track_free(struct track *track);

// How loud the layers are from now on. Words that can hardly be heard do not lower the ambience.
void track_set_levels(struct track *track, struct track_levels levels);
// Other words at other times, none of them given yet; another ambience, NULL for none. Nobody plays
// the track, or both are silent there (speaker_swap).
void track_set_prompts(const struct timeline *timeline, const struct prompts *prompts,
                       struct track *track);
void track_set_ambience(struct track *track, struct loop *ambience);

// What sounds below words: the ambience is lower by 8 dB, comes down before them and up behind them
// and stays down in between when it would be for less than a second.
enum {
    TRACK_DUCK_GAIN = 13045, // of 32768: -8 dB
    TRACK_DUCK_IN_FRAMES = 250 * SOUND_PER_MS,
    TRACK_DUCK_OUT_FRAMES = 600 * SOUND_PER_MS,
    TRACK_DUCK_GAP_FRAMES = 1000 * SOUND_PER_MS,
};

// The ambience's fades: with the routine, and at the edges of a run inside it.
enum { TRACK_FADE_FRAMES = 3 * SOUND_RATE, TRACK_EDGE_FRAMES = 200 * SOUND_PER_MS };

// A stretch of listening without a jump: cues and words of one section (-1: of all) at or after a
// position. What began before it does not ring into it. `before_frame` lets none begin there or
// later, for what rings out when the position has stopped; 0 sets no such bound.
struct track_run {
    int section;
    int64_t from_frame;
    int64_t before_frame;
};

// Adds `frames` stereo frames from `first_frame` (position 0 is frame 0) to `sums` (2 * frames, not
// cleared here): sums fit 32 bits for up to 60 000 full-scale sounds at once. In a run of one
// section the ambience fades out within 200 ms behind that section's gate.
void track_mix(const struct track *track, struct track_run run, int64_t first_frame, int32_t *sums,
               int frames);

// Sums to samples, saturating.
void track_settle(const int32_t *sums, int16_t *samples, int frames);

// The frame after which a run has rung out: behind the section's last cue and the last of its words
// that are there, at least the section's end.
int64_t track_run_end(const struct track *track, struct track_run run);

// Gives the track the words of prompts->items[index]; the samples outlive the track. Whoever plays
// it must have stopped doing so, or hold it (speaker_give).
void track_give(struct track *track, int index, const struct clip *clip);

// Whether words given now would be heard, or heard of, in the midst of a run whose next frame is
// `next_frame`: less than TRACK_DUCK_GAP_FRAMES are left until they begin.
bool track_is_too_late(const struct track *track, struct track_run run, int index,
                       int64_t next_frame);
