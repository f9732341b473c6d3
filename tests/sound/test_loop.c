// SPDX-License-Identifier: MIT
#include "sound/loop.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/clock.h"
#include "seed.h"
#include "sound/sounds.h"

#include "sound/sound_file.h"

enum { RATE = 48000, SECONDS = 20, FRAMES = SECONDS * RATE + 1234, BUFFER = 2048 };

struct scene {
    char *folder, *path;
    struct loop *loop;
    struct loop *straight; // the same file, which nobody decodes ahead
};

static struct loop *open_it(const char *path) {
    struct error err = {0};
    struct loop *loop = loop_open(path, &err);
    if (!loop) {
        fail_msg("%s", err.text);
    }
    return loop;
}

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    scene->folder = folder_make();
    scene->path = file_join(scene->folder, "rain.ogg");
    float *samples = noise(2, FRAMES, 7);
    put_sound(scene->path, SF_FORMAT_OGG | SF_FORMAT_VORBIS, RATE, 2, samples, FRAMES);
    memory_free(samples);
    scene->loop = open_it(scene->path);
    scene->straight = open_it(scene->path);
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    loop_close(scene->loop);
    loop_close(scene->straight);
    remove(scene->path);
    assert_int_equal(rmdir(scene->folder), 0);
    memory_free(scene->folder);
    memory_free(scene->path);
    memory_free(scene);
    return 0;
}

// Takes `frames` frames as a mix does, silence for what is not there.
static void take(struct loop *loop, int64_t frame, int16_t *to, int frames) {
    while (frames > 0) {
        const int16_t *samples = NULL;
        int asked = frames < BUFFER ? frames : BUFFER;
        int count = loop_span(loop, frame, asked, &samples);
        assert_in_range(count, 1, asked);
        if (samples) {
            memcpy(to, samples, 4 * (size_t)count);
        } else {
            memset(to, 0, 4 * (size_t)count);
        }
        frame += count;
        to += 2 * count;
        frames -= count;
    }
}

static void assert_right(const struct scene *scene, int64_t frame, int frames) {
    int16_t *got = memory_new(2 * (size_t)frames, sizeof *got);
    int16_t *want = memory_new(2 * (size_t)frames, sizeof *want);
    take(scene->loop, frame, got, frames);
    take(scene->straight, frame, want, frames);
    for (int index = 0; index < 2 * frames; index++) {
        if (got[index] != want[index]) {
            fail_msg("frame %lld + %d: %d, not %d", (long long)frame, index / 2, got[index],
                     want[index]);
        }
    }
    memory_free(got);
    memory_free(want);
}

static void it_goes_round_without_a_thread(void **state) {
    struct scene *scene = *state;
    assert_int_equal(loop_frames(scene->loop), FRAMES);
    int16_t *once = memory_new((size_t)2 * FRAMES, sizeof *once);
    int16_t *again = memory_new((size_t)2 * FRAMES, sizeof *again);
    take(scene->loop, 0, once, FRAMES);
    take(scene->loop, 3 * (int64_t)FRAMES, again, FRAMES);
    assert_memory_equal(once, again, (size_t)4 * FRAMES);
    int64_t loud = 0;
    for (int index = 0; index < 2 * FRAMES; index++) {
        loud += abs(once[index]) > 1000;
    }
    assert_true(loud > FRAMES); // it is noise, not silence that equals silence
    memory_free(once);
    memory_free(again);
}

static void decoded_ahead_it_is_the_same_round_the_end(void **state) {
    struct scene *scene = *state;
    int64_t frame = FRAMES - 2 * RATE;
    loop_seek(scene->loop, frame);
    loop_turn(scene->loop);
    // Some six times faster than it is heard: the ring goes round, and so does the file.
    while (frame < FRAMES + (int64_t)2 * LOOP_RING_FRAMES) {
        assert_right(scene, frame, BUFFER);
        frame += BUFFER;
        clock_sleep_ms(7);
    }
    assert_int_equal(loop_missed(scene->loop), 0);
}

static void a_jump_begins_at_once_and_what_played_goes_on_until_then(void **state) {
    struct scene *scene = *state;
    struct chance chance = {seed_new()};
    int64_t playing = 0;
    loop_seek(scene->loop, playing);
    loop_turn(scene->loop);
    for (int round = 0; round < 200; round++) {
        int64_t next = (int64_t)chance_below(&chance, 4 * FRAMES);
        if (chance_below(&chance, 3) == 0) {
            next = playing; // a pause
        }
        loop_seek(scene->loop, next);
        if (chance_below(&chance, 3) == 0) {
            next = chance_below(&chance, FRAMES); // changed its mind before it began
            loop_seek(scene->loop, next);
        }
        // While the jump is prepared the device asks for more, and fades what it had: both are in
        // the first quarter of a second.
        assert_right(scene, playing, 2000 + chance_below(&chance, 4000));
        loop_turn(scene->loop);
        assert_right(scene, next, BUFFER);
        int more = chance_below(&chance, LOOP_BEGIN_FRAMES - BUFFER - 6000);
        assert_right(scene, next + BUFFER, more + 1);
        playing = next + BUFFER + more;
    }
    assert_int_equal(loop_missed(scene->loop), 0);
}

static void what_is_not_there_in_time_is_silent_and_counted(void **state) {
    struct scene *scene = *state;
    loop_seek(scene->loop, 0);
    loop_turn(scene->loop);
    const int16_t *samples = NULL;
    int64_t far = 100 * (int64_t)FRAMES;
    assert_int_equal(loop_span(scene->loop, far, 1000, &samples), 1000);
    assert_null(samples);
    assert_int_equal(loop_missed(scene->loop), 1000);
    // From there on it comes again, by itself.
    int64_t until_ms = clock_monotonic_ms() + 20000;
    do {
        clock_sleep_ms(20);
        loop_span(scene->loop, far + 1000, BUFFER, &samples);
    } while (!samples && clock_monotonic_ms() < until_ms);
    assert_non_null(samples);
    assert_right(scene, far + 1000, BUFFER);
    // What has gone by is gone.
    loop_span(scene->loop, far, 10, &samples);
    assert_null(samples);
}

static void it_stays_ready_while_nobody_listens(void **state) {
    struct scene *scene = *state;
    loop_seek(scene->loop, 0);
    loop_turn(scene->loop);
    assert_right(scene, 0, BUFFER);
    clock_sleep_ms(700);
    // All that the ring holds, in one go.
    assert_right(scene, BUFFER, LOOP_RING_FRAMES - 2 * BUFFER);
    assert_int_equal(loop_missed(scene->loop), 0);
    clock_sleep_ms(700);
    assert_right(scene, LOOP_RING_FRAMES - BUFFER, LOOP_RING_FRAMES / 2);
    assert_int_equal(loop_missed(scene->loop), 0);
}

static void a_clip_goes_round_too(void **state) {
    (void)state;
    struct clip clip = clip_noise(1000, 3, 5000);
    struct clip same = clip_noise(1000, 3, 5000);
    struct loop *loop = loop_of_clip(&clip);
    assert_null(clip.samples);
    assert_int_equal(loop_frames(loop), 1000);
    loop_seek(loop, 7);
    loop_turn(loop);
    int16_t got[2 * 2500];
    take(loop, 500, got, 2500);
    for (int index = 0; index < 2500; index++) {
        assert_int_equal(got[2 * index], same.samples[2 * ((500 + index) % 1000)]);
    }
    loop_close(loop);
    loop_close(NULL);
    clip_free(&same);
}

static void closing_while_it_decodes_is_soon_over(void **state) {
    struct scene *scene = *state;
    for (int round = 0; round < 30; round++) {
        struct loop *loop = open_it(scene->path);
        loop_seek(loop, 1000 * round);
        int64_t began_ms = clock_monotonic_ms();
        loop_close(loop);
        assert_true(clock_monotonic_ms() - began_ms < 1000);
    }
}

static void what_is_too_short_is_refused(void **state) {
    struct scene *scene = *state;
    struct clip clip = clip_noise(47999, 3, 5000);
    put_clip(scene->path, &clip);
    struct error err = {0};
    assert_null(loop_open(scene->path, &err));
    assert_non_null(strstr(err.text, "is shorter than 1 s"));
    clip_free(&clip);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(it_goes_round_without_a_thread),
        TEST(decoded_ahead_it_is_the_same_round_the_end),
        TEST(a_jump_begins_at_once_and_what_played_goes_on_until_then),
        TEST(what_is_not_there_in_time_is_silent_and_counted),
        TEST(it_stays_ready_while_nobody_listens),
        cmocka_unit_test(a_clip_goes_round_too),
        TEST(closing_while_it_decodes_is_soon_over),
        TEST(what_is_too_short_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
