// SPDX-License-Identifier: MIT
#include "sound/speech.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "sound/voice_bench.h"

// Words as sound: what a program gives, what it is heard as, and programs that do not behave.

static void what_a_program_prints_is_heard(void **state) {
    (void)state;
    char path[SCRATCH_PATH_MAX];
    struct speech *speech = open_speech();
    assert_int_equal(speech_kind(speech), SPEECH_NATURAL);
    assert_string_equal(speech_program(speech), "sh");
    struct clip clip = hear(speech, "Slowly, \"in\" & out; $HOME äöü");
    check_spoken(&clip, SAID_MS);
    struct bytes heard = {0};
    struct error err = {0};
    assert_true(file_read(scratch_path(path, folder, "heard"), 1000, &heard, &err));
    assert_string_equal(heard.data, "Slowly, \"in\" & out; $HOME äöü");
    bytes_free(&heard);
    clip_free(&clip);
    speech_close(speech);
}

static void a_text_is_asked_for_once_and_sounds_the_same_ever_after(void **state) {
    (void)state;
    struct speech *speech = open_speech();
    struct speech_text what = words("In");
    assert_false(speech_is_kept(speech, &what));
    struct clip first = hear(speech, "In"), second = hear(speech, "In");
    assert_true(speech_is_kept(speech, &what));
    speech_close(speech);
    speech = open_speech();
    struct clip third = hear(speech, "In");
    check_same_clip(&first, &second);
    check_same_clip(&first, &third);
    assert_int_equal(times_asked(), 1);
    struct clip other = hear(speech, "Out");
    assert_int_equal(times_asked(), 2);
    assert_int_equal(scratch_count(cache), 2);
    clip_free(&first);
    clip_free(&second);
    clip_free(&third);
    clip_free(&other);
    speech_close(speech);
}

static void another_language_or_command_is_another_voice(void **state) {
    (void)state;
    char quiet[3 * SCRATCH_PATH_MAX];
    text_format(quiet, sizeof quiet, "%s -q", command);
    const struct speech_options options[] = {
        {.command = command, .language = "en", .cache = cache},
        {.command = command, .language = "de", .cache = cache},
        {.command = quiet, .language = "de", .cache = cache},
    };
    for (int i = 0; i < 3; i++) {
        struct speech *speech = speech_open(&options[i]);
        struct clip clip = hear(speech, "In");
        clip_free(&clip);
        speech_close(speech);
        assert_int_equal(times_asked(), i + 1);
    }
}

static void text_file_and_language_may_stand_in_the_command(void **state) {
    (void)state;
    put_script(
        "printf '%s|' \"$@\" >heard; cat >>heard; cat said.wav >\"$3\"; echo this is no sound");
    size_t length = strlen(command);
    text_format(command + length, sizeof command - length, " -l '{lang}.x' {out} {text}");
    struct speech *speech = speech_open(
        &(struct speech_options){.command = command, .language = "pt_BR", .cache = cache});
    struct clip clip = hear(speech, "two words");
    check_spoken(&clip, SAID_MS);
    clip_free(&clip);
    clip = hear(speech, "--help");
    clip_free(&clip);
    speech_close(speech);
    char path[SCRATCH_PATH_MAX];
    struct bytes heard = {0};
    struct error err = {0};
    assert_true(file_read(scratch_path(path, folder, "heard"), 1000, &heard, &err));
    assert_memory_equal(heard.data, "-l|pt-br.x|", 11);
    const char *last = strstr(heard.data, "| --help|"); // and nothing on standard input
    assert_non_null(last);
    assert_string_equal(last, "| --help|");
    bytes_free(&heard);
    assert_int_equal(scratch_count(cache), 2); // what it wrote is not left there
}

static void whatever_comes_is_made_ours(void **state) {
    (void)state;
    static const struct {
        int format, rate, channels;
    } kinds[] = {
        {SF_FORMAT_PCM_16, 8000, 1},  {SF_FORMAT_PCM_16, 44100, 2}, {SF_FORMAT_PCM_U8, 16000, 1},
        {SF_FORMAT_PCM_24, 48000, 1}, {SF_FORMAT_FLOAT, 96000, 2},  {SF_FORMAT_PCM_16, 48000, 2},
    };
    struct speech *speech = open_speech();
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        char text[8];
        text_format(text, sizeof text, "%zu", i);
        put_said(said, SF_FORMAT_WAV | kinds[i].format, kinds[i].rate, kinds[i].channels,
                 kinds[i].rate);
        struct clip clip = hear(speech, text);
        check_spoken(&clip, 1000);
        clip_free(&clip);
    }
    speech_close(speech);
}

// One, whisper to shout, between a second of silence each.
static void silence_is_cut_and_every_level_becomes_one(void **state) {
    (void)state;
    enum { RATE = 22050 };
    struct speech *speech = open_speech();
    for (int i = 0; i < 5; i++) {
        float *samples = tone(HERTZ, RATE, 1, (int64_t)3 * RATE);
        for (int at = 0; at < 3 * RATE; at++) {
            samples[at] *= at / RATE == 1 ? 1.9F / (float)(1 << 2 * i) : 0.0F;
        }
        put_sound(said, SF_FORMAT_WAV | SF_FORMAT_PCM_16, RATE, 1, samples, (int64_t)3 * RATE);
        memory_free(samples);
        char text[8];
        text_format(text, sizeof text, "%d", i);
        struct clip clip = hear(speech, text);
        check_spoken(&clip, 1000);
        clip_free(&clip);
    }
    speech_close(speech);
}

// As loud as the rest it would pass full scale.
static void what_is_all_peaks_stays_softer(void **state) {
    (void)state;
    enum { RATE = 48000 };
    float *samples = memory_new(RATE, sizeof *samples);
    for (int at = 0; at < RATE; at += RATE / 20) {
        samples[at] = 0.1F;
    }
    put_sound(said, SF_FORMAT_WAV | SF_FORMAT_PCM_16, RATE, 1, samples, RATE);
    memory_free(samples);
    struct speech *speech = open_speech();
    struct clip clip = hear(speech, "In");
    double peak = 20.0 * log10(loudness_true_peak(&clip));
    if (peak > -2.9 || peak < -3.1 || loudness_of(&clip) > -21.0) {
        fail_msg("%.2f dB at %.2f LUFS", peak, loudness_of(&clip));
    }
    clip_free(&clip);
    speech_close(speech);
}

static const struct {
    const char *script, *says;
} unruly[] = {
    {"exit 7", "status 7"},
    {"kill -SEGV $$", "signal"},
    {"cat >/dev/null", "no sound"},
    {"echo Good evening; cat", "no WAV"},
    {"cat said.wav; exit 3", "status 3"},
    {"head -c 44 said.wav", "without sound"},
    {"head -c 30 said.wav", "without sound"},
    {"head -c 44 said.wav; head -c 90000 /dev/zero", "silent"},
    {"head -c 2000000000 /dev/zero", "32768 KiB"},
    {"sleep 100 & sleep 100 & exec <&-; exit 1", "status 1"},
    {"echo RIFFxxxxWAVEfmt; cat /dev/zero | head -c 5000", "sound"},
    {"cat said.wav | tail -c 5000", "no WAV"},
};

static void one_that_does_not_behave_costs_its_prompt_alone(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof unruly / sizeof *unruly; i++) {
        struct clip clip = {0};
        struct error err = {0};
        struct speech_text what = words("In");
        put_script(unruly[i].script);
        struct speech *speech = open_speech();
        int64_t began = clock_monotonic_ms();
        assert_false(speech_clip(speech, &what, NULL, &clip, &err));
        assert_true(clock_monotonic_ms() - began < 5000);
        if (!strstr(err.text, unruly[i].says)) {
            fail_msg("%s: %s", unruly[i].script, err.text);
        }
        assert_null(clip.samples);
        assert_int_equal(scratch_count(cache), 0);
        put_script("cat said.wav");
        clip = hear(speech, "In");
        check_spoken(&clip, SAID_MS);
        clip_free(&clip);
        speech_close(speech);
        char path[SCRATCH_PATH_MAX];
        struct speech *again = open_speech();
        char *kept = speech_file(again, &what);
        assert_int_equal(unlink(kept), 0);
        memory_free(kept);
        speech_close(again);
        assert_int_equal(unlink(scratch_path(path, folder, "asked")), 0);
    }
}

static void one_that_sleeps_is_ended_after_ten_seconds(void **state) {
    (void)state;
    struct clip clip = {0};
    struct error err = {0};
    struct speech_text what = words("In");
    put_script("trap '' TERM; sleep 100; cat said.wav");
    struct speech *speech = open_speech();
    int64_t began = clock_monotonic_ms();
    assert_false(speech_clip(speech, &what, NULL, &clip, &err));
    int64_t took = clock_monotonic_ms() - began;
    assert_int_equal(err.code, ERROR_LIMIT);
    assert_true(took >= SPEECH_TIME_MS && took < SPEECH_TIME_MS + 1000);
    speech_close(speech);
}

// Into the file that it was told, as much as it likes.
static void a_flood_into_the_file_is_stopped(void **state) {
    (void)state;
    struct clip clip = {0};
    struct error err = {0};
    struct speech_text what = words("In");
    put_script("while :; do head -c 4000000 /dev/zero; sleep 0.01; done >\"$1\"");
    size_t length = strlen(command);
    text_format(command + length, sizeof command - length, " {out}");
    struct speech *speech = open_speech();
    assert_false(speech_clip(speech, &what, NULL, &clip, &err));
    assert_int_equal(err.code, ERROR_LIMIT);
    assert_int_equal(scratch_count(cache), 0);
    speech_close(speech);
}

static void after_three_failures_it_is_not_asked_again(void **state) {
    (void)state;
    struct speech_text what = words("In");
    put_script("exit 1");
    struct speech *speech = open_speech();
    for (int i = 0; i < 5; i++) {
        struct clip clip = {0};
        struct error err = {0};
        assert_false(speech_clip(speech, &what, NULL, &clip, &err));
        assert_int_equal(err.code, i < SPEECH_PATIENCE ? ERROR_PROGRAM : ERROR_MISSING);
    }
    assert_int_equal(times_asked(), SPEECH_PATIENCE);
    speech_close(speech);
}

static void a_failure_now_and_then_does_not_silence_it(void **state) {
    (void)state;
    put_script("grep -q good || exit 1; cat said.wav");
    struct speech *speech = open_speech();
    for (int i = 0; i < 3 * SPEECH_PATIENCE; i++) {
        char text[16];
        bool good = i % SPEECH_PATIENCE == SPEECH_PATIENCE - 1;
        text_format(text, sizeof text, good ? "good %d" : "bad %d", i);
        struct clip clip = {0};
        struct error err = {0};
        struct speech_text what = words(text);
        assert_int_equal(speech_clip(speech, &what, NULL, &clip, &err), good);
        clip_free(&clip);
    }
    assert_int_equal(times_asked(), 3 * SPEECH_PATIENCE);
    speech_close(speech);
}

static void a_command_that_cannot_be_is_no_voice(void **state) {
    (void)state;
    static const char *const commands[] = {"repose-has-no-such-program {text}", "sh 'open", "   "};
    for (int i = 0; i < 3; i++) {
        struct clip clip = {0};
        struct error err = {0};
        struct speech_text what = words("In");
        struct speech *speech = speech_open(
            &(struct speech_options){.command = commands[i], .language = "en", .cache = cache});
        assert_int_equal(speech_kind(speech), SPEECH_NONE);
        assert_null(speech_program(speech));
        assert_null(speech_file(speech, &what));
        assert_false(speech_is_kept(speech, &what));
        assert_false(speech_clip(speech, &what, NULL, &clip, &err));
        assert_int_equal(err.code, ERROR_MISSING);
        speech_close(speech);
    }
}

// The usual voices, where they are installed: what they say is sound, of a calm pace.
static void the_usual_voices_speak_calmly(void **state) {
    (void)state;
    static const struct {
        const char *program, *language, *text;
        enum speech_kind kind;
        int words;
    } voices[] = {
        {"flite", "en",
         "Breathe in slowly through the nose. Hold it for a moment, without effort. Now let the "
         "breath go, and let your jaw, your cheeks and your forehead become soft.",
         SPEECH_NATURAL, 29},
        {"espeak-ng", "de",
         "Atmen Sie langsam durch die Nase ein. Halten Sie den Atem einen Moment, ohne "
         "Anstrengung. Lassen Sie ihn nun gehen, und lassen Sie Kiefer, Wangen und Stirn weich "
         "werden.",
         SPEECH_FORMANT, 29},
    };
    for (int i = 0; i < 2; i++) {
        struct speech *speech =
            speech_open(&(struct speech_options){.language = voices[i].language, .cache = cache});
        if (!speech_program(speech) || strcmp(speech_program(speech), voices[i].program) != 0) {
            printf("SKIPPED: %s is not here\n", voices[i].program);
            speech_close(speech);
            continue;
        }
        assert_int_equal(speech_kind(speech), voices[i].kind);
        struct clip clip = hear(speech, voices[i].text);
        double minutes = (double)clip.frames / SOUND_RATE / 60.0;
        double pace = voices[i].words / minutes;
        if (pace < 115.0 || pace > 145.0) {
            fail_msg("%s: %.0f words a minute", voices[i].program, pace);
        }
        assert_true(fabs(loudness_of(&clip) + 20.0) < 0.2);
        clip_free(&clip);
        speech_close(speech);
    }
}

int main(void) {
    const struct CMUnitTest cases[] = {
        CASE(what_a_program_prints_is_heard),
        CASE(a_text_is_asked_for_once_and_sounds_the_same_ever_after),
        CASE(another_language_or_command_is_another_voice),
        CASE(text_file_and_language_may_stand_in_the_command),
        CASE(whatever_comes_is_made_ours),
        CASE(silence_is_cut_and_every_level_becomes_one),
        CASE(what_is_all_peaks_stays_softer),
        CASE(one_that_does_not_behave_costs_its_prompt_alone),
        CASE(one_that_sleeps_is_ended_after_ten_seconds),
        CASE(a_flood_into_the_file_is_stopped),
        CASE(after_three_failures_it_is_not_asked_again),
        CASE(a_failure_now_and_then_does_not_silence_it),
        CASE(a_command_that_cannot_be_is_no_voice),
        CASE(the_usual_voices_speak_calmly),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
