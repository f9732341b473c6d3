// SPDX-License-Identifier: MIT
#include "sound/track.h"

#include <assert.h>

#include "base/memory.h"

static int64_t least(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static bool has_sound(const struct clip *clip) {
    return clip->samples && clip->frames > 0;
}

static void build_cues(const struct timeline *timeline, const struct bank *bank,
                       struct track *track) {
    track->cues = memory_new((size_t)timeline->cue_count, sizeof *track->cues);
    for (int index = 0; index < timeline->cue_count; index++) {
        const struct cue *cue = &timeline->cues[index];
        if (cue->sound == SOUND_NONE || !has_sound(&bank->cues[cue->sound])) {
            continue;
        }
        const struct track_cue *before =
            track->cue_count ? &track->cues[track->cue_count - 1] : NULL;
        int64_t first_frame = SOUND_PER_MS * cue->at_ms;
        // Both orders hold at once, because sections follow one another in time.
        assert(!before || (before->section <= cue->section && before->first_frame <= first_frame));
        const struct clip *clip = &bank->cues[cue->sound];
        track->cues[track->cue_count++] = (struct track_cue){
            .first_frame = first_frame,
            .section = cue->section,
            .clip = clip,
            .gain_left = SOUND_GAIN_FULL,
            .gain_right = SOUND_GAIN_FULL,
        };
        track->longest_frames = most(track->longest_frames, clip->frames);
        track->end_frame = most(track->end_frame, first_frame + clip->frames);
    }
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
    assert(options->ambience_percent >= 0 && options->ambience_percent <= 100);
    int64_t total_frames = SOUND_PER_MS * timeline->total_ms;
    *track = (struct track){.total_frames = total_frames, .end_frame = total_frames};
    if (options->cues) {
        build_cues(timeline, bank, track);
    }
    build_gates(timeline, track);
    if (options->ambience_percent > 0 && has_sound(&bank->ambience)) {
        track->ambience = &bank->ambience;
        track->ambience_gain = SOUND_GAIN_FULL * options->ambience_percent / 100;
        // A routine too short for both fades gives half to each.
        track->fade_frames = least(TRACK_FADE_FRAMES, total_frames / 2);
    }
}

void track_free(struct track *track) {
    memory_free(track->cues);
    memory_free((int64_t *)(uintptr_t)track->gate_frames);
    *track = (struct track){0};
}

// The frame of the gate that ends a run, or INT64_MAX where none does.
static int64_t gate_of(const struct track *track, struct track_run run) {
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
        const int gain[SOUND_CHANNELS] = {cue->gain_left, cue->gain_right};
        clip_add(cue->clip, first_frame - cue->first_frame, gain, sums, frames);
    }
}

// The ambience's gain at one frame: fades of the routine, of the run's beginning, of its gate.
static int ambience_gain_at(const struct track *track, struct track_run run, int64_t frame) {
    int gain = track->ambience_gain;
    gain = sound_scale(gain, sound_ease(frame, track->fade_frames));
    gain = sound_scale(gain, sound_ease(track->total_frames - frame, track->fade_frames));
    if (run.from_frame > 0) {
        gain = sound_scale(gain, sound_ease(frame - run.from_frame, TRACK_EDGE_FRAMES));
    }
    int64_t gate = gate_of(track, run);
    if (frame > gate) {
        gain = sound_scale(gain, sound_ease(gate + TRACK_EDGE_FRAMES - frame, TRACK_EDGE_FRAMES));
    }
    return gain;
}

static void mix_fading(const struct track *track, struct track_run run, int64_t first_frame,
                       int32_t *sums, int64_t frames) {
    for (int64_t index = 0; index < frames; index++) {
        int64_t frame = first_frame + index;
        const int16_t *sample =
            track->ambience->samples + SOUND_CHANNELS * (frame % track->ambience->frames);
        int gain = ambience_gain_at(track, run, frame);
        sums[SOUND_CHANNELS * index] += sound_scale(sample[0], gain);
        sums[SOUND_CHANNELS * index + 1] += sound_scale(sample[1], gain);
    }
}

// Where no fade is at work, whole stretches of the loop at once.
static void mix_looping(const struct track *track, int64_t first_frame, int32_t *sums,
                        int64_t frames) {
    const struct clip *loop = track->ambience;
    const int gain[SOUND_CHANNELS] = {track->ambience_gain, track->ambience_gain};
    while (frames > 0) {
        int64_t into = first_frame % loop->frames;
        int64_t count = least(frames, loop->frames - into);
        clip_add(loop, into, gain, sums, (int)count);
        first_frame += count;
        sums += SOUND_CHANNELS * count;
        frames -= count;
    }
}

static void mix_ambience(const struct track *track, struct track_run run, int64_t first_frame,
                         int32_t *sums, int frames) {
    int64_t gate = gate_of(track, run);
    int64_t silent = gate == INT64_MAX ? track->total_frames
                                       : least(track->total_frames, gate + TRACK_EDGE_FRAMES);
    int64_t begin = most(first_frame, most(0, run.from_frame));
    int64_t end = least(first_frame + frames, silent);
    if (begin >= end) {
        return;
    }
    int64_t edge = run.from_frame > 0 ? run.from_frame + TRACK_EDGE_FRAMES : 0;
    int64_t flat_begin = least(most(begin, most(track->fade_frames, edge)), end);
    int64_t flat_end = least(end, least(track->total_frames - track->fade_frames, gate));
    flat_end = most(flat_end, flat_begin);
    int32_t *to = sums + SOUND_CHANNELS * (begin - first_frame);
    mix_fading(track, run, begin, to, flat_begin - begin);
    to += SOUND_CHANNELS * (flat_begin - begin);
    mix_looping(track, flat_begin, to, flat_end - flat_begin);
    to += SOUND_CHANNELS * (flat_end - flat_begin);
    mix_fading(track, run, flat_end, to, end - flat_end);
}

void track_mix(const struct track *track, struct track_run run, int64_t first_frame, int32_t *sums,
               int frames) {
    assert(frames >= 0);
    mix_cues(track, run, first_frame, sums, frames);
    if (track->ambience) {
        mix_ambience(track, run, first_frame, sums, frames);
    }
}

void track_settle(const int32_t *sums, int16_t *samples, int frames) {
    for (int index = 0; index < SOUND_CHANNELS * frames; index++) {
        int32_t sum = sums[index];
        samples[index] = (int16_t)(sum > INT16_MAX ? INT16_MAX : sum < INT16_MIN ? INT16_MIN : sum);
    }
}

int64_t track_run_end(const struct track *track, struct track_run run) {
    int64_t gate = gate_of(track, run);
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
    return end;
}
