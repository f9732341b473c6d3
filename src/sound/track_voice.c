// SPDX-License-Identifier: MIT
#include "sound/track_inside.h"

#include <assert.h>

enum { FADE_FRAMES = PROMPT_FADE_MS * SOUND_PER_MS };

static int64_t least(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b) {
    return a > b ? a : b;
}

// Behind the last sample that sounds; first_frame where nothing does.
static int64_t end_of(const struct track_prompt *prompt) {
    return least(prompt->first_frame + prompt->clip.frames, prompt->end_frame);
}

static bool is_heard(const struct track_prompt *prompt) {
    return end_of(prompt) > prompt->first_frame;
}

int track_prompt_from(const struct track *track, int section, int64_t frame) {
    int low = 0, high = track->prompt_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const struct track_prompt *prompt = &track->prompts[middle];
        bool before = section < 0 || prompt->section == section ? prompt->first_frame < frame
                                                                : prompt->section < section;
        if (before) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool is_in_section(const struct track *track, struct track_run run, int index) {
    return index >= 0 && index < track->prompt_count &&
           (run.section < 0 || track->prompts[index].section == run.section);
}

// The last prompt of a run that is heard and begins at or before a frame, -1 for none.
static int heard_before(const struct track *track, struct track_run run, int64_t frame) {
    int first = track_prompt_from(track, run.section, run.from_frame);
    int index = track_prompt_from(track, run.section, frame + 1) - 1;
    while (index >= first && !is_heard(&track->prompts[index])) {
        index--;
    }
    return index >= first ? index : -1;
}

// The first that is heard and begins behind it, -1 for none.
static int heard_after(const struct track *track, struct track_run run, int64_t frame) {
    int index = track_prompt_from(track, run.section, most(run.from_frame, frame + 1));
    while (is_in_section(track, run, index) && !is_heard(&track->prompts[index])) {
        index++;
    }
    return is_in_section(track, run, index) ? index : -1;
}

// The stretch [from, to) of a prompt's frames, all at its own gain or all fading.
static void mix_stretch(const struct track *track, const struct track_prompt *prompt, int64_t from,
                        int64_t to, bool fades, int32_t *sums) {
    if (from >= to) {
        return;
    }
    if (!fades) {
        const int gain[SOUND_CHANNELS] = {track->levels.voice, track->levels.voice};
        clip_add(&prompt->clip, from - prompt->first_frame, gain, sums, (int)(to - from));
        return;
    }
    for (int64_t frame = from; frame < to; frame++) {
        int gain =
            sound_scale(track->levels.voice, sound_ease(prompt->end_frame - frame, FADE_FRAMES));
        const int both[SOUND_CHANNELS] = {gain, gain};
        clip_add(&prompt->clip, frame - prompt->first_frame, both, sums, 1);
        sums += SOUND_CHANNELS;
    }
}

static void mix_prompt(const struct track *track, const struct track_prompt *prompt,
                       int64_t first_frame, int32_t *sums, int frames) {
    int64_t end = end_of(prompt);
    bool fades = prompt->first_frame + prompt->clip.frames > prompt->end_frame;
    int64_t fade = fades ? most(prompt->first_frame, end - FADE_FRAMES) : end;
    int64_t from = most(first_frame, prompt->first_frame);
    int64_t to = least(first_frame + frames, end);
    int64_t middle = most(from, least(to, fade));
    mix_stretch(track, prompt, from, middle, false, sums + SOUND_CHANNELS * (from - first_frame));
    mix_stretch(track, prompt, middle, to, true, sums + SOUND_CHANNELS * (middle - first_frame));
}

void track_mix_voice(const struct track *track, struct track_run run, int64_t first_frame,
                     int32_t *sums, int frames) {
    int64_t end_frame = first_frame + frames;
    end_frame = run.before_frame == 0 ? end_frame : least(end_frame, run.before_frame);
    int index = heard_before(track, run, first_frame);
    index = index >= 0 ? index : track_prompt_from(track, run.section, run.from_frame);
    for (; is_in_section(track, run, index); index++) {
        const struct track_prompt *prompt = &track->prompts[index];
        if (prompt->first_frame >= end_frame) {
            return;
        }
        mix_prompt(track, prompt, first_frame, sums, frames);
    }
}

int64_t track_voice_end(const struct track *track, struct track_run run, int64_t end_frame) {
    int64_t before = run.before_frame == 0 ? INT64_MAX : run.before_frame;
    int last = heard_before(track, run, before - 1);
    return last < 0 ? end_frame : most(end_frame, end_of(&track->prompts[last]));
}

void track_give(struct track *track, int index, const struct clip *clip) {
    assert(index >= 0 && index < track->prompt_count);
    struct track_prompt *prompt = &track->prompts[index];
    prompt->clip = *clip;
    if (is_heard(prompt)) {
        track->end_frame = track_heard_end(track, most(track->end_frame, end_of(prompt)));
    }
}

bool track_is_too_late(const struct track *track, struct track_run run, int index,
                       int64_t next_frame) {
    const struct track_prompt *prompt = &track->prompts[index];
    bool in_run = is_in_section(track, run, index) && prompt->first_frame >= run.from_frame;
    return in_run && prompt->first_frame - TRACK_DUCK_GAP_FRAMES < next_frame;
}

struct track_duck track_duck_at(const struct track *track, struct track_run run, int64_t frame) {
    struct track_duck duck = {INT64_MIN, INT64_MAX, INT64_MAX, true, track->ducking};
    int before = heard_before(track, run, frame), after = heard_after(track, run, frame);
    if (after >= 0) {
        duck.begins_frame = duck.until_frame = track->prompts[after].first_frame;
    }
    if (before >= 0) {
        duck.ended_frame = end_of(&track->prompts[before]);
    }
    bool short_gap =
        before >= 0 && after >= 0 && duck.begins_frame - duck.ended_frame < TRACK_DUCK_GAP_FRAMES;
    if (short_gap) {
        duck.ended_frame = duck.begins_frame;
        return duck;
    }
    int64_t up = before < 0 ? INT64_MIN : duck.ended_frame + TRACK_DUCK_OUT_FRAMES;
    int64_t down = after < 0 ? INT64_MAX : duck.begins_frame - TRACK_DUCK_IN_FRAMES;
    duck.stands = frame < duck.ended_frame || (frame >= up && frame < down);
    if (frame < duck.ended_frame) {
        duck.until_frame = duck.ended_frame;
    } else if (frame < up) {
        duck.until_frame = up;
    } else if (frame < down) {
        duck.until_frame = down;
    }
    return duck;
}

int track_duck_gain(const struct track_duck *duck, int64_t frame) {
    int lowered = 0; // of SOUND_GAIN_FULL
    if (duck->ended_frame != INT64_MIN) {
        int64_t into = frame - duck->ended_frame;
        lowered = SOUND_GAIN_FULL - sound_ease(into, TRACK_DUCK_OUT_FRAMES);
    }
    if (lowered == 0 && duck->begins_frame != INT64_MAX) {
        int64_t into = frame - (duck->begins_frame - TRACK_DUCK_IN_FRAMES);
        lowered = sound_ease(into, TRACK_DUCK_IN_FRAMES);
    }
    lowered = sound_scale(lowered, duck->ducking);
    return SOUND_GAIN_FULL - sound_scale(SOUND_GAIN_FULL - TRACK_DUCK_GAIN, lowered);
}
