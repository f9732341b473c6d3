// SPDX-License-Identifier: MIT
// wrap: voice_kind speaker_strike speaker_strike_soft

// Where nothing speaks, a sound and a stored sentence say so: in a session that is heard, and not
// where nobody asked for words.

#include "core/compiled.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "run/sitting.h"
#include "run/voice_use.h"

static enum speech_kind kind;
static int cues, sentences;

enum speech_kind __wrap_voice_kind(const struct settings *settings, const char *language);
void __wrap_speaker_strike(struct speaker *speaker, const struct clip *clip, bool loud);
void __wrap_speaker_strike_soft(struct speaker *speaker, const struct clip *clip, int percent,
                                int64_t delay_ms);

enum speech_kind __wrap_voice_kind(const struct settings *settings, const char *language) {
    assert_non_null(settings);
    assert_non_null(language);
    return kind;
}

void __wrap_speaker_strike(struct speaker *speaker, const struct clip *clip, bool loud) {
    assert_non_null(speaker);
    assert_false(loud);
    cues += clip->frames > 0;
}

void __wrap_speaker_strike_soft(struct speaker *speaker, const struct clip *clip, int percent,
                                int64_t delay_ms) {
    assert_non_null(speaker);
    assert_int_equal(percent, 100);
    assert_int_equal(delay_ms, 2000); // behind the sound
    // "The voice is not working just now. The tones go on." is 4.5 s long.
    assert_in_range(clip->frames, 4 * 48000, 5 * 48000);
    sentences++;
}

// Plays until something is told, or for half a second; whether it was.
static bool tells(const struct settings *settings, bool mute, bool lulls) {
    static struct step steps[] = {{.length_ms = 60000, .say = "Sit."}};
    static struct routine routine;
    struct wall_clock wall = clock_wall_fixed((struct wall){.utc_s = 1795244400});
    struct error err = {0};
    routine = routine_of(steps, 1);
    routine.title = "Plain";
    cues = sentences = 0;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    struct sitting *sitting = sitting_open(
        &(struct sitting_options){.routine = &routine,
                                  .timeline = timeline_options_written((struct timeline_phrases){
                                      .left = "left", .right = "right", .over = "over"}),
                                  .settings = settings,
                                  .clock = &wall,
                                  .audio = "audio",
                                  .mute = mute,
                                  .lulls = lulls,
                                  .before = -1},
        &err);
    assert_non_null(sitting);
    sitting_begin(sitting);
    bool told = false;
    for (int64_t until_ms = clock_monotonic_ms() + 20000;
         sitting_player(sitting)->position_ms < 300 && clock_monotonic_ms() < until_ms && !told;) {
        sitting_tick(sitting);
        told = sitting_tell_voiceless(sitting);
        assert_true(!told || sitting_player(sitting)->state == PLAYER_PLAYING);
        clock_sleep_ms(10);
    }
    sitting_finish(sitting, WHY_NONE);
    sitting_close(sitting);
    return told;
}

static void it_is_heard_where_nothing_speaks(void **state) {
    (void)state;
    struct settings settings = settings_default();
    text_copy(settings.voice_command, sizeof settings.voice_command, "no-such-program {text}");
    kind = SPEECH_NONE;
    assert_true(tells(&settings, false, false));
    assert_int_equal(cues, 1);
    assert_int_equal(sentences, 1);
}

static void nobody_is_told_who_would_not_miss_it(void **state) {
    (void)state;
    struct settings settings = settings_default();
    text_copy(settings.voice_command, sizeof settings.voice_command, "no-such-program {text}");
    kind = SPEECH_NONE;
    assert_false(tells(&settings, true, false)); // the sound is off
    assert_false(tells(&settings, false, true)); // somebody falls asleep
    text_copy(settings.voice, sizeof settings.voice, "off");
    assert_false(tells(&settings, false, false));
    // A machine's voice is there, and nobody asked for it: the tones lead as they should.
    settings = settings_default();
    kind = SPEECH_FORMANT;
    assert_false(tells(&settings, false, false));
    assert_int_equal(cues + sentences, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_heard_where_nothing_speaks),
        cmocka_unit_test(nobody_is_told_who_would_not_miss_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
