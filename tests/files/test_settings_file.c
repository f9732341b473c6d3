// SPDX-License-Identifier: MIT
// wrap: write fsync rename
#include "base/memory.h"
#include "base/text.h"
#include "files/settings_bench.h"
#include "german.h"

// The file: broken, huge, of a later version, on a disk that fails.

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
