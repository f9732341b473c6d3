// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "base/file.h"
#include "sound/speech_cache.h"
#include "sound/voice_bench.h"

// Where a voice comes from: recordings of a person, and what is kept of a program.

static char own[SCRATCH_PATH_MAX], lent[SCRATCH_PATH_MAX], shipped[SCRATCH_PATH_MAX];

// A recording that is known by its length.
static void put_recording(const char *base, const char *place, const char *name, int format,
                          int ms) {
    char path[2 * SCRATCH_PATH_MAX];
    struct error err = {0};
    text_format(path, sizeof path, "%s/%s", base, place);
    assert_true(file_make_folder(path, 0700, &err));
    text_format(path, sizeof path, "%s/%s/%s", base, place, name);
    put_said(path, format, 44100, 1, 44100LL * ms / 1000);
}

static int set_up_folders(void **state) {
    set_up(state);
    scratch_path(own, folder, "own");
    scratch_path(lent, folder, "lent");
    scratch_path(shipped, folder, "shipped");
    return 0;
}

static struct speech *open_with(const char *language) {
    return speech_open(&(struct speech_options){.command = command,
                                                .language = language,
                                                .cache = cache,
                                                .own = own,
                                                .lent = lent,
                                                .shipped = shipped});
}

static void check_length(const char *language, struct speech_text text, int ms) {
    struct speech *speech = open_with(language);
    struct clip clip = {0};
    struct error err = {0};
    assert_true(speech_clip(speech, &text, NULL, &clip, &err));
    check_spoken(&clip, ms);
    clip_free(&clip);
    speech_close(speech);
}

enum { WAV = SF_FORMAT_WAV | SF_FORMAT_PCM_16, FLAC = SF_FORMAT_FLAC | SF_FORMAT_PCM_16 };

static void a_recording_wins_and_the_persons_own_before_all(void **state) {
    (void)state;
    const struct speech_text third = {.text = "In", .routine = "box", .step = 3};
    check_length("en", third, SAID_MS);
    put_recording(shipped, "voice/en/box", "3.flac", FLAC, 900);
    check_length("en", third, 900);
    put_recording(lent, "voice/en/box", "3.wav", WAV, 1050);
    check_length("en", third, 1050);
    put_recording(own, "voice/en/box", "03.ogg", SF_FORMAT_OGG | SF_FORMAT_VORBIS, 1200);
    check_length("en", third, 1200);
    put_recording(own, "voice/en/box", "3.wav", WAV, 1500);
    check_length("en", third, 1500);
    assert_int_equal(times_asked(), 1);
    check_length("en", (struct speech_text){"In", "box", 2}, SAID_MS);
    check_length("en", (struct speech_text){"In", "nmr", 3}, SAID_MS);
    check_length("en", (struct speech_text){"In", NULL, 3}, SAID_MS);
    check_length("en", (struct speech_text){"In", "box", 0}, SAID_MS);
    check_length("en", (struct speech_text){"In", "../en/box", 3}, SAID_MS);
    check_length("de", third, SAID_MS);
    check_length("en_GB", third, 1500);
    put_recording(own, "voice/en_GB/box", "3.wav", WAV, 2000);
    check_length("en_GB", third, 2000);
}

static void a_recording_needs_no_program(void **state) {
    (void)state;
    const struct speech_text third = {.text = "In", .routine = "box", .step = 3};
    put_recording(own, "voice/de/box", "3.wav", WAV, 900);
    text_copy(command, sizeof command, "repose-has-no-such-program");
    check_length("de", third, 900);
    struct speech *speech = open_with("de");
    assert_int_equal(speech_kind(speech), SPEECH_NONE);
    assert_true(speech_is_kept(speech, &third));
    speech_close(speech);
}

static void a_broken_recording_gives_way_to_the_program(void **state) {
    (void)state;
    const struct speech_text third = {.text = "In", .routine = "box", .step = 3};
    char path[SCRATCH_PATH_MAX];
    put_recording(own, "voice/en/box", "3.wav", WAV, 900);
    scratch_put(scratch_path(path, own, "voice/en/box/3.wav"), "no sound", 8);
    check_length("en", third, SAID_MS);
    scratch_put(path, "", 0);
    check_length("en", third, SAID_MS);
    unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    check_length("en", third, SAID_MS);
}

static void a_broken_file_in_the_cache_is_made_anew(void **state) {
    (void)state;
    struct speech *speech = open_speech();
    struct speech_text what = words("In");
    struct clip first = hear(speech, "In");
    char *kept = speech_file(speech, &what);
    static const size_t lengths[] = {0, 8, 44};
    for (int i = 0; i < 3; i++) {
        scratch_put(kept, "RIFF....WAVEfmt and what is none at all.....", lengths[i]);
        struct clip clip = hear(speech, "In");
        check_same_clip(&clip, &first);
        clip_free(&clip);
        assert_int_equal(times_asked(), i + 2);
        clip = hear(speech, "In");
        check_same_clip(&clip, &first);
        clip_free(&clip);
        assert_int_equal(times_asked(), i + 2);
    }
    struct stat status;
    assert_int_equal(stat(kept, &status), 0);
    assert_int_equal(truncate(kept, status.st_size / 2), 0);
    struct clip clip = hear(speech, "In");
    check_same_clip(&clip, &first);
    clip_free(&clip);
    assert_int_equal(times_asked(), 5);
    assert_int_equal(scratch_count(cache), 1);
    memory_free(kept);
    clip_free(&first);
    speech_close(speech);
}

static void without_a_place_to_keep_it_it_is_heard_all_the_same(void **state) {
    (void)state;
    char blocked[SCRATCH_PATH_MAX], passing[SCRATCH_PATH_MAX];
    scratch_put(scratch_path(blocked, folder, "file"), "", 0);
    assert_int_equal(mkdir(scratch_path(passing, folder, "passing"), 0700), 0);
    char *before = getenv("TMPDIR") ? memory_text(getenv("TMPDIR")) : NULL;
    setenv("TMPDIR", passing, 1);
    const char *const caches[] = {NULL, blocked};
    for (int i = 0; i < 2; i++) {
        struct speech *speech = speech_open(
            &(struct speech_options){.command = command, .language = "en", .cache = caches[i]});
        for (int turn = 0; turn < 2; turn++) {
            struct clip clip = hear(speech, "In");
            check_spoken(&clip, SAID_MS);
            clip_free(&clip);
        }
        speech_close(speech);
        assert_int_equal(scratch_count(passing), 0);
    }
    assert_int_equal(times_asked(), 4);
    if (before) {
        setenv("TMPDIR", before, 1);
    } else {
        unsetenv("TMPDIR");
    }
    memory_free(before);
}

static void put_kept(const char *name, size_t size, int age_s) {
    char path[SCRATCH_PATH_MAX];
    char *bytes = memory_new(size + 1, 1);
    scratch_put(scratch_path(path, cache, name), bytes, size);
    memory_free(bytes);
    struct timespec times[2];
    clock_gettime(CLOCK_REALTIME, &times[0]);
    times[0].tv_sec -= age_s;
    times[1] = times[0];
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static bool is_kept(const char *name) {
    char path[SCRATCH_PATH_MAX];
    return file_exists(scratch_path(path, cache, name));
}

static void what_is_longest_unused_makes_room(void **state) {
    (void)state;
    char path[SCRATCH_PATH_MAX];
    assert_int_equal(mkdir(cache, 0700), 0);
    put_kept("a.wav", 400, 300);
    put_kept("b.wav", 400, 500);
    put_kept("left.tmp", 400, 400);
    put_kept("d.wav", 400, 100);
    speech_cache_bound(cache, 1600);
    assert_int_equal(scratch_count(cache), 4);
    speech_cache_bound(cache, 1599);
    assert_false(is_kept("b.wav"));
    assert_int_equal(scratch_count(cache), 3);
    speech_cache_touch(scratch_path(path, cache, "left.tmp"));
    speech_cache_bound(cache, 500);
    assert_true(is_kept("left.tmp"));
    assert_int_equal(scratch_count(cache), 1);
    speech_cache_bound(cache, 0);
    assert_int_equal(scratch_count(cache), 0);
    speech_cache_bound(cache, 0);
    speech_cache_bound(own, 0); // is not there
}

// Four of 20 MiB are too many, and hearing one again keeps it.
static void the_cache_never_grows_beyond_its_bound(void **state) {
    (void)state;
    struct speech *speech = open_speech();
    struct speech_text first = words("first");
    struct clip clip = hear(speech, "first");
    clip_free(&clip);
    char *kept = speech_file(speech, &first);
    struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_int_equal(utimensat(AT_FDCWD, kept, times, 0), 0);
    for (int i = 0; i < 3; i++) {
        char name[16];
        text_format(name, sizeof name, "%d.wav", i);
        put_kept(name, (size_t)22 << 20, 1000 - i);
    }
    clip = hear(speech, "first");
    clip_free(&clip);
    clip = hear(speech, "second");
    clip_free(&clip);
    assert_true(file_exists(kept));
    assert_false(is_kept("0.wav"));
    assert_true(is_kept("1.wav") && is_kept("2.wav"));
    assert_int_equal(times_asked(), 2);
    memory_free(kept);
    speech_close(speech);
}

#define FOLDERS(name) cmocka_unit_test_setup_teardown(name, set_up_folders, tear_down)

int main(void) {
    const struct CMUnitTest cases[] = {
        FOLDERS(a_recording_wins_and_the_persons_own_before_all),
        FOLDERS(a_recording_needs_no_program),
        FOLDERS(a_broken_recording_gives_way_to_the_program),
        FOLDERS(a_broken_file_in_the_cache_is_made_anew),
        FOLDERS(without_a_place_to_keep_it_it_is_heard_all_the_same),
        FOLDERS(what_is_longest_unused_makes_room),
        FOLDERS(the_cache_never_grows_beyond_its_bound),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
