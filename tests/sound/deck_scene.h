// SPDX-License-Identifier: MIT
#pragma once

// A deck with a track beside it, and all that it gave. To be included behind cmocka.h.

#include "sound/deck.h"
#include "sound/sounds.h"

// A deck, a track, and what the deck gave so far.
struct scene {
    struct deck deck;
    struct bank bank;
    struct plain_timeline plain;
    struct track track;
    int16_t *given;
    int64_t frames;
};

enum { GIVEN_MAX = 48000 * 60 };

static inline int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    bank_make(&scene->bank, false);
    for (int64_t at_ms = 0; at_ms < 10000; at_ms += 1250) {
        timeline_add(&scene->plain, at_ms, 0, (enum sound)(1 + at_ms / 1250));
    }
    timeline_close(&scene->plain, 10000);
    const struct track_options options = {.cue_percent = 100};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    scene->given = memory_new(2 * GIVEN_MAX, sizeof *scene->given);
    deck_init(&scene->deck, SOUND_GAIN_FULL);
    *state = scene;
    return 0;
}

static inline int tear_down(void **state) {
    struct scene *scene = *state;
    track_free(&scene->track);
    bank_free(&scene->bank);
    memory_free(scene->given);
    memory_free(scene);
    return 0;
}

static inline void give(struct scene *scene, int frames) {
    assert_true(scene->frames + frames <= GIVEN_MAX);
    deck_mix(&scene->deck, scene->given + 2 * scene->frames, frames);
    scene->frames += frames;
    assert_int_equal(scene->deck.next_frame, scene->frames);
}

static inline void give_in_pieces(struct scene *scene, int64_t frames, struct chance *chance) {
    while (frames > 0) {
        int count = 1 + chance_below(chance, 5000);
        count = count < frames ? count : (int)frames;
        give(scene, count);
        frames -= count;
    }
}

static inline void assert_silent(const struct scene *scene, int64_t first, int64_t end) {
    for (int64_t index = 2 * first; index < 2 * end; index++) {
        if (scene->given[index] != 0) {
            fail_msg("sample %lld is %d", (long long)index, scene->given[index]);
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
