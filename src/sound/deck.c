// SPDX-License-Identifier: MIT
#include "sound/deck.h"

#include <assert.h>
#include <string.h>

void deck_init(struct deck *deck, int gain) {
    memset(deck, 0, sizeof *deck);
    deck->gain = deck->gain_wanted = gain;
}

// The position in the run that belongs to a frame of the device.
static int64_t position_of(const struct deck *deck, int64_t frame) {
    return deck->run.from_frame + (frame - deck->start_frame);
}

static int64_t strike_end(const struct deck_strike *strike) {
    return strike->first_frame + strike->clip->frames;
}

// The device's frame after which the run has rung out.
static int64_t run_end(const struct deck *deck) {
    return deck->start_frame + track_run_end(&deck->track, deck->run) - deck->run.from_frame;
}

static void mix_run(const struct deck *deck, struct track_run run, int64_t first_frame,
                    int32_t *sums, int frames) {
    int64_t before = deck->start_frame - first_frame;
    int skipped = before <= 0 ? 0 : before < frames ? (int)before : frames;
    track_mix(&deck->track, run, position_of(deck, first_frame + skipped),
              sums + SOUND_CHANNELS * skipped, frames - skipped);
}

static void mix_strike(const struct deck_strike *strike, int64_t first_frame, int32_t *sums,
                       int frames) {
    const int gain[SOUND_CHANNELS] = {strike->gain, strike->gain};
    clip_add(strike->clip, first_frame - strike->first_frame, gain, sums, frames);
}

static void mix_strikes(const struct deck *deck, int64_t first_frame, bool loud, int32_t *sums,
                        int frames) {
    for (int index = 0; index < DECK_STRIKES; index++) {
        const struct deck_strike *strike = &deck->strikes[index];
        if (strike->clip && strike->loud == loud) {
            mix_strike(strike, first_frame, sums, frames);
        }
    }
}

static void add_tail(const int32_t *tail, int32_t *sums, int frames) {
    for (int index = 0; index < SOUND_CHANNELS * frames; index++) {
        sums[index] += tail[index];
    }
}

// What still fades, from the next frame on, into the beginning of both sums.
static void mix_tail(const struct deck *deck, int32_t *soft, int32_t *loud, int frames) {
    int64_t into = deck->next_frame - deck->tail.first_frame;
    int64_t left = deck->tail.frames - into;
    if (left > 0) {
        int count = left < frames ? (int)left : frames;
        add_tail(deck->tail.soft + SOUND_CHANNELS * into, soft, count);
        add_tail(deck->tail.loud + SOUND_CHANNELS * into, loud, count);
    }
}

static int step_gain(int gain, int wanted, int step) {
    int apart = wanted - gain;
    return apart > step ? gain + step : apart < -step ? gain - step : wanted;
}

static void apply_gain(struct deck *deck, int frames) {
    if (deck->gain == SOUND_GAIN_FULL && deck->gain_wanted == SOUND_GAIN_FULL) {
        return;
    }
    for (int index = 0; index < frames; index++) {
        int32_t *sum = deck->sums.soft + SOUND_CHANNELS * index;
        deck->gain = step_gain(deck->gain, deck->gain_wanted, SOUND_GAIN_FULL / DECK_VOLUME_FRAMES);
        sum[0] = sound_scale(sum[0], deck->gain);
        sum[1] = sound_scale(sum[1], deck->gain);
    }
}

// Noise of the frame's number alone: the mean of two uniform ones, which has few loud samples.
static int32_t hiss_at(int64_t number) {
    uint64_t bits = (uint64_t)number * UINT64_C(0x9E3779B97F4A7C15);
    bits = (bits ^ bits >> 31) * UINT64_C(0xBF58476D1CE4E5B9);
    bits ^= bits >> 29;
    const uint64_t width = 2 * DECK_HISS + 1;
    uint64_t one = (bits & 0xffff) * width >> 16, other = (bits >> 16 & 0xffff) * width >> 16;
    return (int32_t)(one + other) / 2 - DECK_HISS;
}

static void add_hiss(int64_t first_frame, int32_t *sums, int frames) {
    for (int64_t index = 0; index < SOUND_CHANNELS * (int64_t)frames; index++) {
        sums[index] += hiss_at(SOUND_CHANNELS * first_frame + index);
    }
}

static bool has_ended(struct deck *deck, int64_t end_frame) {
    if (end_frame > deck->next_frame) {
        return false;
    }
    deck->rung_frame = end_frame > deck->rung_frame ? end_frame : deck->rung_frame;
    return true;
}

static void drop_what_has_ended(struct deck *deck) {
    if (deck->playing && has_ended(deck, deck->end_frame)) {
        deck->playing = false;
    }
    for (int index = 0; index < DECK_STRIKES; index++) {
        struct deck_strike *strike = &deck->strikes[index];
        if (strike->clip && has_ended(deck, strike_end(strike))) {
            strike->clip = NULL;
        }
    }
}

static bool is_level(struct track_levels one, struct track_levels other) {
    return one.cues == other.cues && one.voice == other.voice && one.ambience == other.ambience;
}

static void step_levels(struct deck *deck) {
    struct track_levels levels = deck->track.levels;
    levels.cues = step_gain(levels.cues, deck->wanted.cues, DECK_LEVEL_STEP);
    levels.voice = step_gain(levels.voice, deck->wanted.voice, DECK_LEVEL_STEP);
    levels.ambience = step_gain(levels.ambience, deck->wanted.ambience, DECK_LEVEL_STEP);
    track_set_levels(&deck->track, levels);
}

// The present run; while its levels are on their way frame by frame.
static void mix_playing(struct deck *deck, int32_t *sums, int frames) {
    int done = 0;
    for (; done < frames && !is_level(deck->track.levels, deck->wanted); done++) {
        step_levels(deck);
        mix_run(deck, deck->run, deck->next_frame + done, sums + SOUND_CHANNELS * done, 1);
    }
    mix_run(deck, deck->run, deck->next_frame + done, sums + SOUND_CHANNELS * done, frames - done);
}

static void mix_chunk(struct deck *deck, int16_t *samples, int frames) {
    struct deck_sums *sums = &deck->sums;
    memset(sums, 0, sizeof *sums);
    if (deck->playing) {
        mix_playing(deck, sums->soft, frames);
    }
    mix_strikes(deck, deck->next_frame, false, sums->soft, frames);
    mix_strikes(deck, deck->next_frame, true, sums->loud, frames);
    mix_tail(deck, sums->soft, sums->loud, frames);
    apply_gain(deck, frames);
    add_tail(sums->loud, sums->soft, frames);
    if (deck->hiss) {
        add_hiss(deck->next_frame, sums->soft, frames);
    }
    track_settle(sums->soft, samples, frames);
    deck->next_frame += frames;
    drop_what_has_ended(deck);
}

void deck_mix(struct deck *deck, int16_t *samples, int frames) {
    while (frames > 0) {
        int count = frames < DECK_CHUNK_FRAMES ? frames : DECK_CHUNK_FRAMES;
        mix_chunk(deck, samples, count);
        samples += SOUND_CHANNELS * count;
        frames -= count;
    }
}

// To silence within so many frames.
static void fade_sums(int32_t *sums, int frames) {
    for (int index = 0; index < DECK_FADE_FRAMES; index++) {
        int gain = index < frames ? SOUND_GAIN_FULL - sound_ease(index, frames) : 0;
        sums[SOUND_CHANNELS * index] = sound_scale(sums[SOUND_CHANNELS * index], gain);
        sums[SOUND_CHANNELS * index + 1] = sound_scale(sums[SOUND_CHANNELS * index + 1], gain);
    }
}

// The run as it would go on if no cue began from the next frame on; false when it has not begun.
static bool ringing_run(const struct deck *deck, struct track_run *run) {
    *run = deck->run;
    int64_t position = position_of(deck, deck->next_frame);
    if (!deck->playing || deck->next_frame <= deck->start_frame) {
        return false;
    }
    bool sooner = run->before_frame == 0 || position < run->before_frame;
    run->before_frame = sooner ? position : run->before_frame;
    return true;
}

// What was made becomes the tail, with what is left of the one before.
static void keep_tail(struct deck *deck) {
    struct deck_tail *made = &deck->made;
    mix_tail(deck, made->soft, made->loud, DECK_FADE_FRAMES);
    made->first_frame = deck->next_frame;
    made->frames = DECK_FADE_FRAMES;
    deck->tail = *made;
}

// Mixes what sounds now into a tail that goes to silence, with what is left of the one before. So
// nothing of the track is needed any more, and any number of fades cost one addition.
static void fade_into_tail(struct deck *deck, bool strikes) {
    struct deck_tail *made = &deck->made;
    memset(made, 0, sizeof *made);
    struct track_run run;
    if (ringing_run(deck, &run)) {
        mix_run(deck, run, deck->next_frame, made->soft, DECK_FADE_FRAMES);
    }
    if (strikes) {
        mix_strikes(deck, deck->next_frame, false, made->soft, DECK_FADE_FRAMES);
        mix_strikes(deck, deck->next_frame, true, made->loud, DECK_FADE_FRAMES);
    }
    fade_sums(made->soft, DECK_FADE_FRAMES);
    fade_sums(made->loud, DECK_FADE_FRAMES);
    keep_tail(deck);
}

void deck_fade(struct deck *deck) {
    if (deck_rest(deck) <= 0) {
        return;
    }
    fade_into_tail(deck, true);
    deck->playing = false;
    memset(deck->strikes, 0, sizeof deck->strikes);
}

void deck_begin(struct deck *deck, const struct track *track, struct track_run run, int64_t ahead) {
    assert(ahead >= 0);
    deck_fade(deck);
    if (track->ambience) {
        loop_turn(track->ambience);
    }
    deck->playing = true;
    deck->track = *track;
    deck->source = track;
    deck->wanted = track->levels;
    deck->run = run;
    deck->start_frame = deck->next_frame + ahead;
    deck->end_frame = run_end(deck);
}

void deck_finish(struct deck *deck) {
    struct track_run run;
    if (!ringing_run(deck, &run)) {
        deck->playing = false;
        return;
    }
    int cue_count = deck->track.cue_count, voice = deck->track.levels.voice;
    if (deck->track.ambience) {
        // The ambience alone, still lowered by the words that ring on.
        deck->track.cue_count = deck->track.levels.voice = 0;
        fade_into_tail(deck, false);
        deck->track.cue_count = cue_count;
        deck->track.levels.voice = voice;
    }
    deck->run = run;
    // Only what rings counts now, not where the track would have led; the ambience ends here too.
    deck->track.total_frames = position_of(deck, deck->next_frame);
    deck->track.gate_count = 0;
    deck->end_frame = run_end(deck);
}

bool deck_give(struct deck *deck, struct track *track, int index, const struct clip *clip) {
    bool plays = deck->playing && deck->track.prompts == track->prompts;
    int64_t position = position_of(deck, deck->next_frame);
    if (plays && track_is_too_late(track, deck->run, index, position)) {
        return false;
    }
    track_give(track, index, clip);
    if (plays) {
        deck->end_frame = run_end(deck);
    }
    return true;
}

// Where the next strike goes: a free place, else that of the one which ends first.
static struct deck_strike *strike_place(struct deck *deck) {
    struct deck_strike *place = &deck->strikes[0];
    for (int index = 0; index < DECK_STRIKES && place->clip; index++) {
        struct deck_strike *other = &deck->strikes[index];
        if (!other->clip || strike_end(other) < strike_end(place)) {
            place = other;
        }
    }
    return place;
}

void deck_strike(struct deck *deck, const struct clip *clip, bool loud) {
    *strike_place(deck) = (struct deck_strike){
        .clip = clip, .first_frame = deck->next_frame, .loud = loud, .gain = SOUND_GAIN_FULL};
}

void deck_strike_soft(struct deck *deck, const struct clip *clip, int gain, int64_t ahead) {
    *strike_place(deck) =
        (struct deck_strike){.clip = clip, .first_frame = deck->next_frame + ahead, .gain = gain};
}

void deck_hush(struct deck *deck, const struct clip *clip) {
    struct deck_tail *made = &deck->made;
    bool sounded = false;
    memset(made, 0, sizeof *made);
    for (int index = 0; index < DECK_STRIKES; index++) {
        struct deck_strike *strike = &deck->strikes[index];
        if (strike->clip != clip) {
            continue;
        }
        if (strike->first_frame < deck->next_frame) {
            int32_t *sums = strike->loud ? made->loud : made->soft;
            mix_strike(strike, deck->next_frame, sums, DECK_HUSH_FRAMES);
            sounded = true;
        }
        strike->clip = NULL;
    }
    if (sounded) {
        fade_sums(made->soft, DECK_HUSH_FRAMES);
        fade_sums(made->loud, DECK_HUSH_FRAMES);
        keep_tail(deck);
    }
}

static bool plays(const struct deck *deck, const struct track *track) {
    return deck->playing && deck->source == track;
}

void deck_set_levels(struct deck *deck, struct track *track, struct track_levels levels) {
    track_set_levels(track, levels);
    if (plays(deck, track)) {
        deck->wanted = levels;
    }
}

struct track_levels deck_levels(const struct deck *deck, const struct track *track) {
    return plays(deck, track) ? deck->track.levels : track->levels;
}

void deck_swap(struct deck *deck, const struct track *track) {
    if (plays(deck, track)) {
        struct track_levels levels = deck->track.levels;
        deck->track = *track;
        track_set_levels(&deck->track, levels);
        deck->end_frame = run_end(deck);
    }
}

void deck_set_gain(struct deck *deck, int gain) {
    assert(gain >= 0 && gain <= SOUND_GAIN_FULL);
    deck->gain_wanted = gain;
}

int64_t deck_position(const struct deck *deck, const struct track *track) {
    if (!plays(deck, track)) {
        return -1;
    }
    int64_t position = position_of(deck, deck->next_frame);
    return position > deck->run.from_frame ? position : deck->run.from_frame;
}

int64_t deck_rest(const struct deck *deck) {
    int64_t tail_end = deck->tail.first_frame + deck->tail.frames;
    int64_t end = tail_end > deck->rung_frame ? tail_end : deck->rung_frame;
    if (deck->playing && deck->end_frame > end) {
        end = deck->end_frame;
    }
    for (int index = 0; index < DECK_STRIKES; index++) {
        const struct deck_strike *strike = &deck->strikes[index];
        if (strike->clip && strike_end(strike) > end) {
            end = strike_end(strike);
        }
    }
    return end - deck->next_frame;
}
