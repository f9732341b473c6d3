// SPDX-License-Identifier: MIT
// wrap: write
#include "sound/render.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "sound/sounds.h"
#include "sound/wav.h"

// The n-th write fails when this is not 0.
static int writes_left;

ssize_t __real_write(int file, const void *data, size_t length);
ssize_t __wrap_write(int file, const void *data, size_t length);

ssize_t __wrap_write(int file, const void *data, size_t length) {
    if (writes_left > 0 && --writes_left == 0) {
        errno = ENOSPC;
        return -1;
    }
    return __real_write(file, data, length);
}

struct scene {
    struct bank bank;
    struct plain_timeline plain;
    struct track track;
    char *folder, *path;
};

static int set_up(void **state) {
    struct scene *scene = memory_new(1, sizeof *scene);
    bank_make(&scene->bank, true);
    for (int64_t at_ms = 0; at_ms < 9000; at_ms += 700) {
        timeline_add(&scene->plain, at_ms, 0, (enum sound)(1 + at_ms / 700 % 12));
    }
    timeline_close(&scene->plain, 9001);
    const struct track_options options = {.cue_percent = 100, .ambience_percent = 40};
    track_build(&scene->plain.timeline, &scene->bank, &options, &scene->track);
    scene->folder = folder_make();
    scene->path = file_join(scene->folder, "out.wav");
    *state = scene;
    return 0;
}

static int tear_down(void **state) {
    struct scene *scene = *state;
    writes_left = 0;
    remove(scene->path);
    assert_int_equal(rmdir(scene->folder), 0);
    track_free(&scene->track);
    bank_free(&scene->bank);
    memory_free(scene->folder);
    memory_free(scene->path);
    memory_free(scene);
    return 0;
}

static bool append(void *owner, const void *bytes, size_t size, struct error *err) {
    return wav_append(owner, bytes, size, err);
}

static bool write_wav(const struct track *track, const char *path, struct error *err) {
    struct wav *wav = wav_begin(path, err);
    if (!wav) {
        return false;
    }
    if (!render_samples(track, (struct render_sink){.take = append, .owner = wav}, err)) {
        wav_abandon(wav);
        return false;
    }
    return wav_finish(wav, err);
}

static struct bytes render(const struct scene *scene) {
    struct error err = {0};
    if (!write_wav(&scene->track, scene->path, &err)) {
        fail_msg("%s", err.text);
    }
    return file_get(scene->path);
}

static uint32_t number(const struct bytes *bytes, size_t offset, int size) {
    uint32_t value = 0;
    for (int index = size - 1; index >= 0; index--) {
        value = value << 8 | (unsigned char)bytes->data[offset + (size_t)index];
    }
    return value;
}

static void the_header_says_what_follows(void **state) {
    const struct scene *scene = *state;
    struct bytes bytes = render(scene);
    assert_int_equal(bytes.length, 44 + 4 * scene->track.end_frame);
    assert_memory_equal(bytes.data, "RIFF", 4);
    assert_int_equal(number(&bytes, 4, 4), bytes.length - 8);
    assert_memory_equal(bytes.data + 8, "WAVEfmt ", 8);
    assert_int_equal(number(&bytes, 16, 4), 16);
    assert_int_equal(number(&bytes, 20, 2), 1);
    assert_int_equal(number(&bytes, 22, 2), 2);
    assert_int_equal(number(&bytes, 24, 4), 48000);
    assert_int_equal(number(&bytes, 28, 4), 192000);
    assert_int_equal(number(&bytes, 32, 2), 4);
    assert_int_equal(number(&bytes, 34, 2), 16);
    assert_memory_equal(bytes.data + 36, "data", 4);
    assert_int_equal(number(&bytes, 40, 4), bytes.length - 44);
    bytes_free(&bytes);
}

static void the_samples_are_the_track(void **state) {
    const struct scene *scene = *state;
    struct bytes bytes = render(scene);
    int frames = (int)scene->track.end_frame;
    int32_t *sums = memory_new(2 * (size_t)frames, sizeof *sums);
    int16_t *samples = memory_new(2 * (size_t)frames, sizeof *samples);
    track_mix(&scene->track, (struct track_run){.section = -1}, 0, sums, frames);
    track_settle(sums, samples, frames);
    for (int index = 0; index < 2 * frames; index++) {
        int16_t written = (int16_t)number(&bytes, 44 + 2 * (size_t)index, 2);
        assert_int_equal(written, samples[index]);
    }
    memory_free(sums);
    memory_free(samples);
    bytes_free(&bytes);
}

static void two_runs_give_the_same_bytes(void **state) {
    const struct scene *scene = *state;
    struct bytes one = render(scene), other = render(scene);
    assert_int_equal(one.length, other.length);
    assert_memory_equal(one.data, other.data, one.length);
    bytes_free(&one);
    bytes_free(&other);
}

static void an_empty_track_is_a_file_without_samples(void **state) {
    struct scene *scene = *state;
    struct track empty = {0};
    struct error err = {0};
    assert_true(write_wav(&empty, scene->path, &err));
    struct bytes bytes = file_get(scene->path);
    assert_int_equal(bytes.length, 44);
    assert_int_equal(number(&bytes, 40, 4), 0);
    bytes_free(&bytes);
}

static void a_full_disk_leaves_the_old_file_at_every_write(void **state) {
    struct scene *scene = *state;
    file_put(scene->path, "old", 3);
    int failures = 0;
    for (int nth = 1;; nth++) {
        struct error err = {0};
        writes_left = nth;
        bool done = write_wav(&scene->track, scene->path, &err);
        bool never_failed = writes_left > 0;
        writes_left = 0;
        if (never_failed) {
            assert_true(done);
            break;
        }
        assert_false(done);
        assert_int_equal(err.code, ERROR_FILE);
        struct bytes bytes = file_get(scene->path);
        assert_string_equal(bytes.data, "old");
        bytes_free(&bytes);
        struct file_names names;
        assert_true(file_list(scene->folder, "", &names, &err));
        assert_int_equal(names.count, 1); // nothing temporary stays
        file_names_free(&names);
        failures++;
    }
    assert_true(failures >= 20);
}

static void a_folder_that_is_not_there_is_said(void **state) {
    struct scene *scene = *state;
    struct error err = {0};
    char *path = file_join(scene->folder, "nowhere/out.wav");
    assert_false(write_wav(&scene->track, path, &err));
    assert_int_equal(err.code, ERROR_MISSING);
    assert_true(err.text[0] != '\0');
    memory_free(path);
}

// Counts what it takes, and takes no more than `most` bytes.
struct bowl {
    size_t size, most;
};

static bool fill(void *owner, const void *bytes, size_t size, struct error *err) {
    struct bowl *bowl = owner;
    assert_non_null(bytes);
    bowl->size += size;
    return bowl->size <= bowl->most || error_set(err, ERROR_LIMIT, "full");
}

static void a_sink_that_is_full_ends_it(void **state) {
    const struct scene *scene = *state;
    struct error err = {0};
    struct bowl bowl = {.most = SIZE_MAX};
    const struct render_sink sink = {.take = fill, .owner = &bowl};
    size_t all = RENDER_FRAME_SIZE * (size_t)scene->track.end_frame;
    assert_true(render_samples(&scene->track, sink, &err));
    assert_int_equal(bowl.size, all);
    bowl = (struct bowl){.most = 1};
    assert_false(render_samples(&scene->track, sink, &err));
    assert_string_equal(err.text, "full");
    assert_in_range(bowl.size, 2, all / 2); // nothing more was mixed for it
}

static void one_that_is_abandoned_leaves_nothing(void **state) {
    const struct scene *scene = *state;
    struct error err = {0};
    struct wav *wav = wav_begin(scene->path, &err);
    assert_non_null(wav);
    assert_true(wav_append(wav, "abcd", 4, &err));
    wav_abandon(wav);
    struct file_names names;
    assert_true(file_list(scene->folder, "", &names, &err));
    assert_int_equal(names.count, 0);
    file_names_free(&names);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_header_says_what_follows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_samples_are_the_track, set_up, tear_down),
        cmocka_unit_test_setup_teardown(two_runs_give_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_empty_track_is_a_file_without_samples, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_full_disk_leaves_the_old_file_at_every_write, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_sink_that_is_full_ends_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(one_that_is_abandoned_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_is_not_there_is_said, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
