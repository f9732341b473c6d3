// SPDX-License-Identifier: MIT
#include "sound/track.h"

#include <assert.h>

#include "base/memory.h"
#include "core/cue.h"
#include "sound/track_inside.h"

static int64_t least(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static bool has_sound(const struct clip *clip) {
    return clip->samples && clip->frames > 0;
}

// The ear on the other side hears less of what concerns one side.
static void add_cue(const struct timeline *timeline, const struct cue *cue, const struct clip *clip,
                    struct track *track) {
    if (!has_sound(clip)) {
        return;
    }
    const struct track_cue *before = track->cue_count ? &track->cues[track->cue_count - 1] : NULL;
    int64_t first_frame = SOUND_PER_MS * cue->at_ms;
    // Both orders hold at once, because sections follow one another in time.
    assert(!before || (before->section <= cue->section && before->first_frame <= first_frame));
    enum side side = cue_side(timeline, cue);
    const int near = SOUND_GAIN_FULL;
    const int far = SOUND_GAIN_FULL * (100 - TRACK_PAN_PERCENT) / 100;
    track->cues[track->cue_count++] = (struct track_cue){
        .first_frame = first_frame,
        .section = cue->section,
        .clip = clip,
        .gain_left = side == SIDE_RIGHT ? far : near,
        .gain_right = side == SIDE_LEFT ? far : near,
    };
    track->longest_frames = most(track->longest_frames, clip->frames);
    track->end_frame = track_heard_end(track, most(track->end_frame, first_frame + clip->frames));
}

static void build_cues(const struct timeline *timeline, const struct bank *bank,
                       const struct track_options *options, struct track *track) {
    // Each may have a second one beside it.
    track->cues = memory_new(2 * (size_t)timeline->cue_count, sizeof *track->cues);
    for (int index = 0; index < timeline->cue_count; index++) {
        const struct cue *cue = &timeline->cues[index];
        bool left_out = cue->sound == SOUND_NONE || (cue->sound == SOUND_END && options->no_end);
        if (!left_out) {
            add_cue(timeline, cue, &bank->cues[cue->sound], track);
        }
        if (cue_is_last_move(timeline, cue)) {
            add_cue(timeline, cue, &bank->cues[SOUND_LAST], track);
        }
    }
}

// Backwards, because each ends where the next one that is said begins.
static void build_prompts(const struct timeline *timeline, const struct prompts *prompts,
                          struct track *track) {
    track->prompts = memory_new((size_t)prompts->count, sizeof *track->prompts);
    track->prompt_count = prompts->count;
    int64_t next_frame = INT64_MAX;
    for (int index = prompts->count - 1; index >= 0; index--) {
        const struct prompt *prompt = &prompts->items[index];
        int64_t first_frame = SOUND_PER_MS * prompt->spoken_ms;
        track->prompts[index] = (struct track_prompt){
            .first_frame = first_frame,
            .end_frame = next_frame,
            .section = timeline->cues[prompt->cue].section,
        };
        next_frame = prompt->ends_ms > prompt->spoken_ms ? first_frame : next_frame;
    }
}

struct track_levels track_levels(int cue_percent, int voice_percent, int ambience_percent) {
    return (struct track_levels){.cues = SOUND_GAIN_FULL * cue_percent / 100,
                                 .voice = SOUND_GAIN_FULL * voice_percent / 100,
                                 .ambience = SOUND_GAIN_FULL * ambience_percent / 100};
}

void track_set_levels(struct track *track, struct track_levels levels) {
    enum { WHOLE_FROM = SOUND_GAIN_FULL / 20 };
    track->levels = levels;
    track->ducking =
        levels.voice >= WHOLE_FROM ? SOUND_GAIN_FULL : levels.voice * SOUND_GAIN_FULL / WHOLE_FROM;
}

void track_set_prompts(const struct timeline *timeline, const struct prompts *prompts,
                       struct track *track) {
    memory_free(track->prompts);
    track->prompts = NULL;
    track->prompt_count = 0;
    if (prompts) {
        build_prompts(timeline, prompts, track);
    }
}

// A routine too short for both fades gives half to each.
void track_set_ambience(struct track *track, struct loop *ambience) {
    track->ambience = ambience;
    track->fade_frames = ambience ? least(TRACK_FADE_FRAMES, track->total_frames / 2) : 0;
}

static void build_gates(const struct timeline *timeline, struct track *track) {
    int64_t *frames = memory_new((size_t)timeline->gate_count, sizeof *frames);
    for (int index = 0; index < timeline->gate_count; index++) {
        frames[index] = SOUND_PER_MS * timeline->gates[index].at_ms;
    }
    track->gate_frames = frames;
    track->gate_count = timeline->gate_count;
}

void track_build(const struct timeline *timeline, const struct bank *bank,
                 const struct track_options *options, struct track *track) {
    assert(options->cue_percent >= 0 && options->cue_percent <= 100);
    assert(options->voice_percent >= 0 && options->voice_percent <= 100);
    assert(options->ambience_percent >= 0 && options->ambience_percent <= 100);
    int64_t total_frames = SOUND_PER_MS * timeline->total_ms;
    *track = (struct track){
        .total_frames = total_frames,
        .end_frame = total_frames,
        .lull_frames = options->lulls ? least(TRACK_LULL_FRAMES, total_frames) : 0,
        .lull_end = total_frames,
    };
    track_set_levels(track, track_levels(options->cue_percent, options->voice_percent,
                                         options->ambience_percent));
    if (options->cue_percent > 0 || options->whole) {
        build_cues(timeline, bank, options, track);
    }
    if (options->voice_percent > 0 || options->whole) {
        track_set_prompts(timeline, options->prompts, track);
    }
    build_gates(timeline, track);
    if (options->ambience_percent > 0 || options->whole) {
        track_set_ambience(track, bank->ambience);
    }
}

void track_free(struct track *track) {
    memory_free(track->cues);
    memory_free(track->prompts);
    memory_free((int64_t *)(uintptr_t)track->gate_frames);
    *track = (struct track){0};
}

int64_t track_heard_end(const struct track *track, int64_t frame) {
    return track->lull_frames > 0 ? least(frame, track->lull_end) : frame;
}

int64_t track_gate_of(const struct track *track, struct track_run run) {
    bool ends_at_gate = run.section >= 0 && run.section < track->gate_count;
    return ends_at_gate ? track->gate_frames[run.section] : INT64_MAX;
}

// The first cue of a section (-1: of any) that begins at or after a frame, by halving.
static int cue_from(const struct track *track, int section, int64_t frame) {
    int low = 0, high = track->cue_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const struct track_cue *cue = &track->cues[middle];
        bool before = section < 0 || cue->section == section ? cue->first_frame < frame
                                                             : cue->section < section;
        if (before) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_in_run(const struct track *track, struct track_run run, int index) {
    return index < track->cue_count &&
           (run.section < 0 || track->cues[index].section == run.section) &&
           (run.before_frame == 0 || track->cues[index].first_frame < run.before_frame);
}

static void mix_cues(const struct track *track, struct track_run run, int64_t first_frame,
                     int32_t *sums, int frames) {
    int64_t earliest = most(run.from_frame, first_frame - track->longest_frames + 1);
    int index = cue_from(track, run.section, earliest);
    while (is_in_run(track, run, index) && track->cues[index].first_frame < first_frame + frames) {
        const struct track_cue *cue = &track->cues[index++];
        const int gain[SOUND_CHANNELS] = {sound_scale(cue->gain_left, track->levels.cues),
                                          sound_scale(cue->gain_right, track->levels.cues)};
        clip_add(cue->clip, first_frame - cue->first_frame, gain, sums, frames);
    }
}

static void mix_layers(const struct track *track, struct track_run run, int64_t first_frame,
                       int32_t *sums, int frames) {
    mix_cues(track, run, first_frame, sums, frames);
    track_mix_voice(track, run, first_frame, sums, frames);
    if (track->ambience) {
        track_mix_ambience(track, run, first_frame, sums, frames);
    }
}

// What falls to silence, a little at a time, because all that sounds goes through one gain.
static void mix_lull(const struct track *track, struct track_run run, int64_t first_frame,
                     int32_t *sums, int frames) {
    enum { SPAN_FRAMES = 256 };
    while (frames > 0) {
        int32_t span[SOUND_CHANNELS * SPAN_FRAMES] = {0};
        int count = frames < SPAN_FRAMES ? frames : SPAN_FRAMES;
        mix_layers(track, run, first_frame, span, count);
        for (int index = 0; index < count; index++) {
            int64_t left = track->lull_end - (first_frame + index);
            int gain = sound_ease(left, track->lull_frames);
            sums[SOUND_CHANNELS * index] += sound_scale(span[SOUND_CHANNELS * index], gain);
            sums[SOUND_CHANNELS * index + 1] += sound_scale(span[SOUND_CHANNELS * index + 1], gain);
        }
        first_frame += count;
        sums += SOUND_CHANNELS * count;
        frames -= count;
    }
}

// How many of `frames` frames lie before a place.
static int frames_before(int64_t place, int64_t first_frame, int frames) {
    return (int)most(0, least(place - first_frame, frames));
}

void track_mix(const struct track *track, struct track_run run, int64_t first_frame, int32_t *sums,
               int frames) {
    assert(frames >= 0);
    if (track->lull_frames == 0) {
        mix_layers(track, run, first_frame, sums, frames);
        return;
    }
    int full = frames_before(track->lull_end - track->lull_frames, first_frame, frames);
    int heard = frames_before(track->lull_end, first_frame, frames);
    mix_layers(track, run, first_frame, sums, full);
    mix_lull(track, run, first_frame + full, sums + SOUND_CHANNELS * full, heard - full);
}

void track_settle(const int32_t *sums, int16_t *samples, int frames) {
    for (int index = 0; index < SOUND_CHANNELS * frames; index++) {
        int32_t sum = sums[index];
        samples[index] = (int16_t)(sum > INT16_MAX ? INT16_MAX : sum < INT16_MIN ? INT16_MIN : sum);
    }
}

int64_t track_run_end(const struct track *track, struct track_run run) {
    int64_t gate = track_gate_of(track, run);
    int64_t end = gate == INT64_MAX ? track->total_frames : gate;
    if (track->ambience && gate != INT64_MAX) {
        end = most(end, least(track->total_frames, gate + TRACK_EDGE_FRAMES));
    }
    int64_t section_end = least(gate, track->total_frames);
    int64_t earliest = most(run.from_frame, section_end - track->longest_frames + 1);
    for (int index = cue_from(track, run.section, earliest); is_in_run(track, run, index);
         index++) {
        end = most(end, track->cues[index].first_frame + track->cues[index].clip->frames);
    }
    return track_heard_end(track, track_voice_end(track, run, end));
}
