// SPDX-License-Identifier: MIT
#include "files/settings_bench.h"

// Every key, its values, and what is no value of it.

static void no_file_gives_the_defaults_without_a_word(void **state) {
    struct bench *bench = *state;
    char log[TEXT_SIZE];
    struct settings expected = settings_default();
    struct settings settings = read_and_listen(bench, log);
    check_same(&settings, &expected);
    assert_string_equal(log, "");
    assert_int_equal(expected.volume, 100);
    assert_int_equal(expected.lead_in_ms, 3000);
    assert_int_equal(expected.key_repeat_ms, 400);
    assert_int_equal(expected.day_starts_min, 240);
    assert_string_equal(expected.rate, "sitting");
    assert_string_equal(expected.voice, "auto");
    assert_false(expected.spoken);
}

static void every_key_has_a_default_that_it_would_take(void **state) {
    (void)state;
    struct settings settings = settings_default(), before = settings;
    assert_int_equal(settings_count(), 33);
    for (int index = 0; index < settings_count(); index++) {
        char value[SETTINGS_COMMAND_SIZE];
        struct error err = {0};
        const char *key = settings_key(index);
        assert_true(settings_get(&settings, key, value, sizeof value, &err));
        assert_true(settings_set(&settings, key, value, &err));
        assert_true(strlen(settings_help(index)) > 10);
    }
    check_same(&settings, &before);
}

static const struct {
    const char *key, *value, *kept;
} taken[] = {
    {"volume", "0", "0"},
    {"volume", "100", "100"},
    {"mute", "true", "true"},
    {"mute", "off", "false"},
    {"voice", "no", "off"},
    {"voice", "true", "on"},
    {"voice", "false", "off"},
    {"voice", "on", "on"},
    {"voice", "auto", "auto"},
    {"voice_name", "flite-rms", "flite-rms"},
    {"spoken", "yes", "true"},
    {"cues", "on", "true"},
    {"ambience", "yes", "true"},
    {"ambience_volume", "7", "7"},
    {"voice_volume", "0", "0"},
    {"cue_volume", "100", "100"},
    {"ambience_name", "off", "off"},
    {"ambience_name", "my-sea-2", "my-sea-2"},
    {"cue_set", "wood", "wood"},
    {"bluetooth", "on", "true"},
    {"voice_command", "", ""},
    {"voice_command", "say -v 'Ana \\ \"x\"' {text}", "say -v 'Ana \\ \"x\"' {text}"},
    {"voice_command", "stimme für \xe6\xbc\xa2", "stimme für \xe6\xbc\xa2"},
    {"lead_in", "0", "0"},
    {"lead_in", "2.5", "2.5"},
    {"lead_in", "30", "30"},
    {"key_repeat", "0.25", "0.25"},
    {"day_starts", "00:00", "00:00"},
    {"day_starts", "5:30", "05:30"},
    {"day_starts", "06:00", "06:00"},
    {"theme", "contrast", "contrast"},
    {"rate", "off", "off"},
    {"streak", "true", "true"},
    {"text_size", "250", "250"},
    {"still", "true", "true"},
    {"large_cue", "yes", "true"},
    {"mirror_picture", "false", "false"},
    {"skin_tone", "6", "6"},
    {"hair", "scarf", "scarf"},
    {"hair_colour", "grey", "grey"},
    {"eyes", "dark", "dark"},
    {"muscle_names", "yes", "true"},
    {"language", "de", "de"},
    {"language", "pt_BR", "pt_BR"},
    {"language", "system", "system"},
    {"language", "", "system"},
};

static void right_values_are_taken_and_given_back(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        struct settings settings = settings_default();
        struct error err = {0};
        char value[SETTINGS_COMMAND_SIZE];
        if (!settings_set(&settings, taken[i].key, taken[i].value, &err)) {
            fail_msg("%s", err.text);
        }
        assert_true(settings_get(&settings, taken[i].key, value, sizeof value, &err));
        assert_string_equal(value, taken[i].kept);
    }
}

static const struct {
    const char *key, *value, *says;
} refused[] = {
    {"volume", "101", "from 0 to 100"},
    {"skin_tone", "7", "from 1 to 6"},
    {"hair", "mohawk", "waves"},
    {"volume", "-1", "from 0 to 100"},
    {"volume", "50.5", "a whole number"},
    {"volume", "99999999999999999999", "from 0 to 100"},
    {"volume", "9223372036854775807", "from 0 to 100"},
    {"volume", "loud", "from 0 to 100"},
    {"volume", "", "from 0 to 100"},
    {"mute", "1", "true or false"},
    {"lead_in", "2,5", "with a dot"},
    {"lead_in", "30.001", "from 0 to 30"},
    {"lead_in", "nan", "from 0 to 30"},
    {"day_starts", "06:01", "from 00:00 to 06:00"},
    {"day_starts", "4", "from 00:00 to 06:00"},
    {"day_starts", "03:60", "from 00:00 to 06:00"},
    {"day_starts", "003:00", "from 00:00 to 06:00"},
    {"day_starts", "03:00 ", "from 00:00 to 06:00"},
    {"voice_volume", "101", "from 0 to 100"},
    {"cue_volume", "-1", "from 0 to 100"},
    {"ambience_name", "", "a-z, 0-9 and -"},
    {"ambience_name", "../rain", "a-z, 0-9 and -"},
    {"ambience_name", "a-name-of-thirty-two-letters-or-m", "at most 31"},
    {"cue_set", "gong", "bowl, wood, synth"},
    {"bluetooth", "1", "true or false"},
    {"voice_command", "two\nlines", "one line of at most 255 bytes"},
    {"voice_command", "\xff", "one line"},
    {"voice_command", "\xe2\x80\xae", "one line"},
    {"theme", "blue", "auto, evening, day, contrast, dim"},
    {"theme", "", "auto, evening, day, contrast, dim"},
    {"rate", "Every", "sitting, every, off"},
    {"text_size", "99", "from 100 to 250"},
    {"language", "d", "system"},
    {"language", "../../etc/passwd", "system"},
    {"language", "averylongwordthatfitsnowhere", "system"},
};

static void wrong_values_change_nothing_and_say_what_would_be_right(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct settings settings = settings_default(), before = settings;
        struct error err = {0};
        assert_false(settings_set(&settings, refused[i].key, refused[i].value, &err));
        assert_int_equal(err.code, ERROR_INPUT);
        assert_non_null(strstr(err.text, refused[i].key));
        if (!strstr(err.text, refused[i].says)) {
            fail_msg("%s", err.text);
        }
        check_same(&settings, &before);
    }
}

static void a_command_is_as_long_as_it_may_be(void **state) {
    (void)state;
    struct settings settings = settings_default();
    struct error err = {0};
    char command[SETTINGS_COMMAND_SIZE + 1] = {0};
    memset(command, 'x', SETTINGS_COMMAND_SIZE);
    assert_false(settings_set(&settings, "voice_command", command, &err));
    assert_string_equal(settings.voice_command, "");
    command[SETTINGS_COMMAND_SIZE - 1] = '\0';
    assert_true(settings_set(&settings, "voice_command", command, &err));
    assert_string_equal(settings.voice_command, command);
}

static void an_unknown_key_names_the_nearest(void **state) {
    (void)state;
    struct settings settings = settings_default();
    struct error err = {0};
    char value[64];
    assert_false(settings_get(&settings, "volum", value, sizeof value, &err));
    assert_string_equal(err.text, "no such setting: volum (did you mean volume?)");
    assert_false(settings_set(&settings, "gravity", "9.81", &err));
    assert_string_equal(err.text, "no such setting: gravity; repose settings lists them");
}

static void what_is_written_is_read_again(void **state) {
    struct bench *bench = *state;
    struct settings settings = settings_default();
    struct error err = {0};
    char log[TEXT_SIZE];
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        assert_true(settings_set(&settings, taken[i].key, taken[i].value, &err));
        assert_true(settings_write(bench->path, &settings, &err));
        struct settings again = read_and_listen(bench, log);
        check_same(&again, &settings);
        assert_string_equal(log, "");
    }
    struct stat status;
    assert_int_equal(stat(bench->path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(scratch_count(bench->folder), 1);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test_setup_teardown(no_file_gives_the_defaults_without_a_word, set_up,
                                        tear_down),
        cmocka_unit_test(every_key_has_a_default_that_it_would_take),
        cmocka_unit_test(right_values_are_taken_and_given_back),
        cmocka_unit_test(wrong_values_change_nothing_and_say_what_would_be_right),
        cmocka_unit_test(a_command_is_as_long_as_it_may_be),
        cmocka_unit_test(an_unknown_key_names_the_nearest),
        cmocka_unit_test_setup_teardown(what_is_written_is_read_again, set_up, tear_down),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
