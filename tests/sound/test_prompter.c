// SPDX-License-Identifier: MIT
#include "sound/prompter.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "sound/speaker.h"
#include "sound/voice_bench.h"

// Prompts made ahead: in order, each once, never waited for, over within a second.

enum { SOON_MS = 1000, LONG_MS = 100000 };

// The next, for which a test may wait.
static bool take_next(struct prompter *prompter, int *index, struct clip *clip) {
    for (int64_t until = clock_monotonic_ms() + LONG_MS; clock_monotonic_ms() < until;) {
        if (prompter_take(prompter, index, clip)) {
            return true;
        }
        clock_sleep_ms(5);
    }
    return false;
}

static void wait_for(const struct prompter *prompter, int count) {
    int64_t until = clock_monotonic_ms() + LONG_MS;
    while (prompter_done(prompter) < count && clock_monotonic_ms() < until) {
        clock_sleep_ms(5);
    }
    assert_int_equal(prompter_done(prompter), count);
}

static void they_come_in_order_and_each_once(void **state) {
    (void)state;
    static const char *const texts[] = {"In", "Out", "In", "Hold", "Out", "In", "Rest"};
    static const int firsts[] = {0, 1, 0, 3, 1, 0, 6}, handed[] = {0, 1, 3, 6};
    struct speech_text list[7];
    char text[8]; // the list's own texts may go
    for (int i = 0; i < 7; i++) {
        list[i] = words(texts[i]);
    }
    list[6].text = text_format(text, sizeof text, "Rest") ? text : NULL;
    struct speech *speech = open_speech();
    struct prompter *prompter = prompter_begin(speech, list, 7);
    memset(text, 'x', sizeof text);
    memset(list, 0, sizeof list);
    for (int i = 0; i < 7; i++) {
        assert_int_equal(prompter_first(prompter, i), firsts[i]);
    }
    for (int i = 0; i < 4; i++) {
        struct clip clip = {0};
        int index = -1;
        assert_true(take_next(prompter, &index, &clip));
        assert_int_equal(index, handed[i]);
        assert_true(prompter_done(prompter) > index);
        check_spoken(&clip, SAID_MS);
        clip_free(&clip);
    }
    wait_for(prompter, 7);
    struct clip clip = {0};
    int index = -1;
    assert_false(prompter_take(prompter, &index, &clip));
    assert_int_equal(index, -1);
    prompter_end(prompter);
    assert_int_equal(times_asked(), 4);
    struct speech_text rest = words("Rest");
    assert_true(speech_is_kept(speech, &rest));
    speech_close(speech);
}

static void one_that_fails_is_empty_and_the_next_are_made(void **state) {
    (void)state;
    put_script("grep -q bad && exit 1; cat said.wav");
    const struct speech_text list[] = {words("good"), words("bad"), words("well"), words("bad")};
    struct speech *speech = open_speech();
    struct prompter *prompter = prompter_begin(speech, list, 4);
    for (int i = 0; i < 3; i++) {
        struct clip clip = {0};
        int index = -1;
        assert_true(take_next(prompter, &index, &clip));
        assert_int_equal(index, i);
        assert_int_equal(clip.frames > 0, i != 1);
        clip_free(&clip);
    }
    wait_for(prompter, 4);
    prompter_end(prompter);
    assert_int_equal(times_asked(), 3);
    speech_close(speech);
}

static void nothing_is_waited_for(void **state) {
    (void)state;
    put_script("echo $$ >it; sleep 100 & echo $! >child; wait");
    const struct speech_text list[] = {words("In"), words("Out")};
    struct speech *speech = open_speech();
    int64_t began = clock_monotonic_ms();
    struct prompter *prompter = prompter_begin(speech, list, 2);
    struct clip clip = {0};
    int index = -1;
    while (times_asked() == 0 && clock_monotonic_ms() < began + LONG_MS) {
        clock_sleep_ms(5);
    }
    clock_sleep_ms(200);
    began = clock_monotonic_ms();
    assert_false(prompter_take(prompter, &index, &clip));
    assert_int_equal(prompter_done(prompter), 0);
    prompter_end(prompter);
    assert_true(clock_monotonic_ms() - began < SOON_MS);
    assert_int_equal(times_asked(), 1);
    assert_int_equal(scratch_count(cache), 0);
    speech_close(speech);
    char path[SCRATCH_PATH_MAX];
    struct bytes pid = {0};
    struct error err = {0};
    assert_true(file_read(scratch_path(path, folder, "it"), 100, &pid, &err));
    assert_true(kill((pid_t)strtol(pid.data, NULL, 10), 0) != 0);
    bytes_free(&pid);
}

static void what_nobody_took_is_freed(void **state) {
    (void)state;
    const struct speech_text list[] = {words("In"), words("Out"), words("Hold")};
    struct speech *speech = open_speech();
    struct prompter *prompter = prompter_begin(speech, list, 3);
    wait_for(prompter, 3);
    prompter_end(prompter);
    prompter_end(prompter_begin(speech, list, 3));
    prompter = prompter_begin(speech, NULL, 0);
    wait_for(prompter, 0);
    prompter_end(prompter);
    prompter_end(NULL);
    speech_close(speech);
}

// A device that is open goes on undisturbed while prompts are made.
static void an_open_device_is_left_alone(void **state) {
    (void)state;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct speaker *speaker = speaker_open(&(struct speaker_options){.volume_percent = 100});
    assert_null(speaker_state(speaker).silent_because);
    for (int wait = 0; wait < 1000 && !speaker_is_ready(speaker); wait++) {
        clock_sleep_ms(5);
    }
    enum { COUNT = 8 };
    struct speech_text list[COUNT];
    char texts[COUNT][8];
    for (int i = 0; i < COUNT; i++) {
        text_format(texts[i], sizeof texts[i], "%d", i);
        list[i] = words(texts[i]);
    }
    struct speech *speech = open_speech();
    struct prompter *prompter = prompter_begin(speech, list, COUNT);
    int64_t before = speaker_now(speaker), began = clock_monotonic_ms();
    while (prompter_done(prompter) < COUNT && clock_monotonic_ms() < began + LONG_MS) {
        assert_null(speaker_state(speaker).silent_because);
        clock_sleep_ms(5);
    }
    assert_int_equal(prompter_done(prompter), COUNT);
    assert_true(speaker_now(speaker) > before);
    assert_false(speaker_came_back(speaker)); // it was never lost
    prompter_end(prompter);
    speech_close(speech);
    assert_string_equal(speaker_state(speaker).driver, "dummy");
    speaker_close(speaker, 0);
    unsetenv("SDL_AUDIODRIVER");
}

int main(void) {
    const struct CMUnitTest cases[] = {
        CASE(they_come_in_order_and_each_once),
        CASE(one_that_fails_is_empty_and_the_next_are_made),
        CASE(nothing_is_waited_for),
        CASE(what_nobody_took_is_freed),
        CASE(an_open_device_is_left_alone),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
