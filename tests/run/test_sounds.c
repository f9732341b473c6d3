// SPDX-License-Identifier: MIT
#include "run/sounds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

static void the_person_the_routine_and_the_command_choose_the_ambience(void **state) {
    (void)state;
    static const struct {
        const char *setting, *routine;
        bool ambience, no_ambience;
        int volume;
        const char *wanted; // NULL: none
    } cases[] = {
        {"routine", "rain", true, false, 40, "rain"}, {"routine", NULL, true, false, 40, NULL},
        {"drone", "rain", true, false, 40, "drone"},  {"drone", NULL, true, false, 40, "drone"},
        {"off", "rain", true, false, 40, NULL},       {"drone", "rain", false, false, 40, NULL},
        {"drone", "rain", true, true, 40, NULL},      {"drone", "rain", true, false, 0, NULL},
    };
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++) {
        struct settings settings = settings_default();
        assert_true(
            text_copy(settings.ambience_name, sizeof settings.ambience_name, cases[index].setting));
        settings.ambience = cases[index].ambience;
        settings.ambience_volume = cases[index].volume;
        const struct routine routine = {.ambience = cases[index].routine};
        const struct sounds sounds = {.settings = &settings,
                                      .no_ambience = cases[index].no_ambience};
        const char *got = sounds_ambience(&sounds, &routine);
        if (!got || !cases[index].wanted ? got != cases[index].wanted
                                         : strcmp(got, cases[index].wanted) != 0) {
            fail_msg("case %zu: %s", index, got ? got : "none");
        }
    }
}

static int64_t length_of(const char *setting, const char *own_name, const char *cue_set) {
    struct settings settings = settings_default();
    struct error err = {0};
    assert_true(settings_set(&settings, "ambience_name", setting, &err));
    assert_true(settings_set(&settings, "cue_set", cue_set, &err));
    const struct routine routine = {.ambience = own_name};
    const struct sounds sounds = {.shipped = "audio", .settings = &settings};
    struct bank bank;
    if (!sounds_load(&sounds, &routine, &bank, &err)) {
        fail_msg("%s", err.text);
    }
    int64_t frames = bank.ambience ? loop_frames(bank.ambience) : 0;
    assert_true(bank.cues[SOUND_IN].frames > 0);
    bank_free(&bank);
    return frames;
}

// The shipped sounds, which the tests are run beside.
static void what_is_chosen_is_loaded(void **state) {
    (void)state;
    assert_true(length_of("routine", "waves", "bowl") >= 60 * 48000);
    assert_true(length_of("rain", NULL, "bowl") >= 60 * 48000);
    assert_int_equal(length_of("off", "waves", "bowl"), 0);
    // A name that is no file leaves the choice to the routine.
    assert_true(length_of("none-such", "waves", "bowl") >= 60 * 48000);
    struct settings settings = settings_default();
    const struct sounds nowhere = {.settings = &settings};
    const struct routine routine = {.ambience = "waves"};
    struct bank bank;
    struct error err = {0};
    assert_false(sounds_load(&nowhere, &routine, &bank, &err));
    assert_true(err.text[0] != '\0');
    bank_free(&bank);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_person_the_routine_and_the_command_choose_the_ambience),
        cmocka_unit_test(what_is_chosen_is_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
