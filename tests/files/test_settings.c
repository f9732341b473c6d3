// SPDX-License-Identifier: MIT
// wrap: write fsync rename
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "files/settings.h"
#include "german.h"
#include "scratch.h"

enum { TEXT_SIZE = 8192 };

// The call of write, fsync and rename, counted together, that fails; 0: none.
static int fail_at;
static int calls;

static bool fails_now(void) {
    return ++calls == fail_at;
}

ssize_t __real_write(int file, const void *data, size_t size);
ssize_t __wrap_write(int file, const void *data, size_t size);
ssize_t __wrap_write(int file, const void *data, size_t size) {
    return fails_now() ? -1 : __real_write(file, data, size);
}

int __real_fsync(int file);
int __wrap_fsync(int file);
int __wrap_fsync(int file) {
    return fails_now() ? -1 : __real_fsync(file);
}

int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to) {
    return fails_now() ? -1 : __real_rename(from, to);
}

struct bench {
    char folder[SCRATCH_PATH_MAX];
    char path[SCRATCH_PATH_MAX];
    char log[SCRATCH_PATH_MAX];
};

static int set_up(void **state) {
    struct bench *bench = test_calloc(1, sizeof *bench);
    scratch_make(bench->folder);
    scratch_path(bench->path, bench->folder, "settings.cfg");
    scratch_path(bench->log, bench->folder, "log");
    fail_at = 0;
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    struct bench *bench = *state;
    scratch_remove(bench->folder);
    test_free(bench);
    return 0;
}

static void put(const struct bench *bench, const char *text) {
    scratch_put(bench->path, text, strlen(text));
}

static const char *get(const char *path, char to[TEXT_SIZE]) {
    struct bytes bytes;
    struct error err = {0};
    assert_true(file_read(path, TEXT_SIZE - 1, &bytes, &err));
    memcpy(to, bytes.data, bytes.length + 1);
    bytes_free(&bytes);
    return to;
}

// Reads while standard error goes to a file; the lines that it got are in `log`.
static struct settings read_and_listen(struct bench *bench, char log[TEXT_SIZE]) {
    fflush(stderr);
    int screen = dup(STDERR_FILENO);
    assert_non_null(freopen(bench->log, "w", stderr));
    struct settings settings = settings_read(bench->path);
    fflush(stderr);
    dup2(screen, STDERR_FILENO);
    close(screen);
    get(bench->log, log);
    unlink(bench->log);
    return settings;
}

static int count_lines(const char *text) {
    int lines = 0;
    for (; *text; text++) {
        lines += *text == '\n';
    }
    return lines;
}

static void check_same(const struct settings *a, const struct settings *b) {
    for (int index = 0; index < settings_count(); index++) {
        char one[64], other[64];
        struct error err = {0};
        assert_true(settings_get(a, settings_key(index), one, sizeof one, &err));
        assert_true(settings_get(b, settings_key(index), other, sizeof other, &err));
        assert_string_equal(one, other);
    }
}

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
}

static void every_key_has_a_default_that_it_would_take(void **state) {
    (void)state;
    struct settings settings = settings_default(), before = settings;
    assert_int_equal(settings_count(), 16);
    for (int index = 0; index < settings_count(); index++) {
        char value[64];
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
    {"voice", "no", "false"},
    {"cues", "on", "true"},
    {"ambience", "yes", "true"},
    {"ambience_volume", "7", "7"},
    {"lead_in", "0", "0"},
    {"lead_in", "2.5", "2.5"},
    {"lead_in", "30", "30"},
    {"key_repeat", "0.25", "0.25"},
    {"day_starts", "00:00", "00:00"},
    {"day_starts", "5:30", "05:30"},
    {"day_starts", "06:00", "06:00"},
    {"theme", "contrast", "contrast"},
    {"rate", "off", "off"},
    {"text_size", "250", "250"},
    {"still", "true", "true"},
    {"large_cue", "yes", "true"},
    {"mirror_picture", "false", "false"},
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
        char value[64];
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

static void decimals_keep_their_dot_in_german(void **state) {
    struct bench *bench = *state;
    struct settings settings = settings_default();
    struct error err = {0};
    char text[TEXT_SIZE];
    german_make(bench->folder);
    assert_true(settings_set(&settings, "lead_in", "2.5", &err));
    assert_true(settings_write(bench->path, &settings, &err));
    assert_non_null(strstr(get(bench->path, text), "lead_in = 2.5;\n"));
    struct settings again = settings_read(bench->path);
    german_leave();
    assert_int_equal(again.lead_in_ms, 2500);
}

static void a_broken_value_keeps_its_default_and_costs_the_others_nothing(void **state) {
    struct bench *bench = *state;
    char log[TEXT_SIZE], wanted[TEXT_SIZE];
    put(bench, "volume = 140;\nmute = true;\ntheme = 5;\nrate = { a = 1; };\nlead_in = 2;\n");
    struct settings settings = read_and_listen(bench, log);
    assert_int_equal(settings.volume, 100);
    assert_string_equal(settings.theme, "auto");
    assert_string_equal(settings.rate, "sitting");
    assert_true(settings.mute);
    assert_int_equal(settings.lead_in_ms, 2000);
    assert_int_equal(count_lines(log), 3);
    text_format(wanted, sizeof wanted,
                "repose: warning: %s:1: volume takes a whole number from 0 to 100; it stays 100\n",
                bench->path);
    assert_non_null(strstr(log, wanted));
    assert_non_null(strstr(log, ":3: theme "));
    assert_non_null(strstr(log, ":4: rate "));
    assert_true(file_exists(bench->path));
}

static void an_unreadable_file_is_set_aside_once(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {"volume = 50\nmute = (;\n", "\"", "@include \"x\"\n",
                                        "a = 1; a = 2;", "{}"};
    struct settings expected = settings_default();
    char log[TEXT_SIZE], name[SCRATCH_PATH_MAX], kept[TEXT_SIZE];
    for (int i = 0; i < 5; i++) {
        put(bench, texts[i]);
        struct settings settings = read_and_listen(bench, log);
        check_same(&settings, &expected);
        assert_int_equal(count_lines(log), 1);
        assert_non_null(strstr(log, ".broken"));
        assert_false(file_exists(bench->path));
        // What was set aside before is not overwritten by what is set aside later.
        char tail[32];
        text_format(tail, sizeof tail, i ? "settings.cfg.broken%d" : "settings.cfg.broken", i + 1);
        assert_string_equal(get(scratch_path(name, bench->folder, tail), kept), texts[i]);
        settings = read_and_listen(bench, log);
        check_same(&settings, &expected);
        assert_string_equal(log, "");
    }
    assert_int_equal(scratch_count(bench->folder), 5);
}

static void what_is_no_file_is_left_alone(void **state) {
    struct bench *bench = *state;
    struct settings expected = settings_default();
    char log[TEXT_SIZE];
    for (int kind = 0; kind < 2; kind++) {
        int made = kind ? mkfifo(bench->path, 0600) : mkdir(bench->path, 0700);
        assert_int_equal(made, 0);
        struct settings settings = read_and_listen(bench, log);
        check_same(&settings, &expected);
        assert_int_equal(count_lines(log), 1);
        struct error err = {0};
        assert_false(settings_write(bench->path, &expected, &err));
        assert_non_null(strstr(err.text, bench->path));
        assert_int_equal(scratch_count(bench->folder), 1);
        assert_int_equal(remove(bench->path), 0);
    }
}

static void a_huge_file_is_set_aside(void **state) {
    struct bench *bench = *state;
    char log[TEXT_SIZE], name[SCRATCH_PATH_MAX];
    size_t length = 300000;
    char *text = memory_new(length, 1);
    memset(text, ' ', length);
    scratch_put(bench->path, text, length);
    memory_free(text);
    struct settings settings = read_and_listen(bench, log);
    assert_int_equal(settings.volume, 100);
    assert_int_equal(count_lines(log), 1);
    assert_true(file_exists(scratch_path(name, bench->folder, "settings.cfg.broken")));
}

static void keys_of_a_later_version_are_kept_as_they_are(void **state) {
    struct bench *bench = *state;
    char text[TEXT_SIZE];
    struct error err = {0};
    put(bench, "volume = 30;\n"
               "room : { name = \"a; b\"; size = [ 1.50, 2e3 ]; deep = ( { x = 0x1F; }, 5L ); };\n"
               "pace = 0.1234567890123\n"
               "words = \"one\" \"two\"; // a remark\n"
               "volumes = ( );\n"
               "flag = TRUE, theme = \"dim\";");
    struct settings settings = settings_read(bench->path);
    assert_int_equal(settings.volume, 30);
    assert_string_equal(settings.theme, "dim");
    // Twice, because what was kept once has to be kept again.
    for (int i = 0; i < 2; i++) {
        settings.volume += 10;
        assert_true(settings_write(bench->path, &settings, &err));
        get(bench->path, text);
        const char *kept = strstr(text, "\nroom");
        assert_non_null(kept);
        assert_string_equal(
            kept,
            "\nroom : { name = \"a; b\"; size = [ 1.50, 2e3 ]; deep = ( { x = 0x1F; }, 5L ); };\n"
            "pace = 0.1234567890123;\n"
            "words = \"one\" \"two\";\n"
            "volumes = ( );\n"
            "flag = TRUE;\n");
        struct settings again = settings_read(bench->path);
        check_same(&again, &settings);
    }
    assert_int_equal(scratch_count(bench->folder), 1);
}

static void any_failure_of_writing_keeps_the_old_file(void **state) {
    struct bench *bench = *state;
    struct settings settings = settings_default();
    struct error err = {0};
    char before[TEXT_SIZE], after[TEXT_SIZE];
    settings.volume = 11;
    assert_true(settings_write(bench->path, &settings, &err));
    get(bench->path, before);
    settings.volume = 22;
    int failures = 0;
    for (int nth = 1;; nth++) {
        err = (struct error){0};
        calls = 0;
        fail_at = nth;
        bool done = settings_write(bench->path, &settings, &err);
        fail_at = 0;
        if (done) {
            break;
        }
        failures++;
        assert_non_null(strstr(err.text, bench->path));
        assert_string_equal(get(bench->path, after), before);
        assert_int_equal(scratch_count(bench->folder), 1);
    }
    // At least one write, one fsync, one rename.
    assert_true(failures >= 3);
    assert_non_null(strstr(get(bench->path, after), "volume = 22;\n"));
}

static void what_cannot_be_set_aside_stays_and_is_said(void **state) {
    struct bench *bench = *state;
    char log[TEXT_SIZE], kept[TEXT_SIZE];
    put(bench, "volume = ;");
    calls = 0;
    fail_at = 1;
    struct settings settings = read_and_listen(bench, log);
    fail_at = 0;
    assert_int_equal(settings.volume, 100);
    assert_int_equal(count_lines(log), 1);
    assert_string_equal(get(bench->path, kept), "volume = ;");
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test_setup_teardown(no_file_gives_the_defaults_without_a_word, set_up,
                                        tear_down),
        cmocka_unit_test(every_key_has_a_default_that_it_would_take),
        cmocka_unit_test(right_values_are_taken_and_given_back),
        cmocka_unit_test(wrong_values_change_nothing_and_say_what_would_be_right),
        cmocka_unit_test(an_unknown_key_names_the_nearest),
        cmocka_unit_test_setup_teardown(what_is_written_is_read_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(decimals_keep_their_dot_in_german, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_broken_value_keeps_its_default_and_costs_the_others_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_unreadable_file_is_set_aside_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_file_is_left_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_huge_file_is_set_aside, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keys_of_a_later_version_are_kept_as_they_are, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(any_failure_of_writing_keeps_the_old_file, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_set_aside_stays_and_is_said, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
