// SPDX-License-Identifier: MIT
// wrap: readlink
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
#include "base/text.h"
#include "files/paths.h"
#include "scratch.h"

// Where the program finds things. This very program is copied into made-up houses and run there
// with --print, so that the kernel's own answer is what is tested.

enum { COMMAND_SIZE = 4 * SCRATCH_PATH_MAX, OUTPUT_SIZE = 4 * SCRATCH_PATH_MAX };

// The child's second argument makes the kernel silent, as where there is no /proc.
static bool no_proc;

ssize_t __real_readlink(const char *path, char *to, size_t size);
ssize_t __wrap_readlink(const char *path, char *to, size_t size);
ssize_t __wrap_readlink(const char *path, char *to, size_t size) {
    return no_proc ? -1 : __real_readlink(path, to, size);
}

static int print_shipped(const char *program) {
    struct paths paths;
    struct error err = {0};
    if (!paths_find(program, "/nowhere", &paths, &err)) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    printf("%s|%s|%s|%s", paths.routines ? paths.routines : "none",
           paths.audio ? paths.audio : "none", paths.images ? paths.images : "none",
           paths.locale ? paths.locale : "none");
    paths_free(&paths);
    return 0;
}

struct bench {
    char self[SCRATCH_PATH_MAX];
    char folder[SCRATCH_PATH_MAX]; // real path of a scratch folder
};

static int set_up(void **state) {
    static const char *const variables[] = {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"};
    struct bench *bench = test_calloc(1, sizeof *bench);
    char made[SCRATCH_PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", bench->self, sizeof bench->self - 1);
    scratch_make(made);
    char *real = realpath(made, NULL);
    if (length < 0 || !real) {
        return -1;
    }
    text_copy(bench->folder, sizeof bench->folder, real);
    free(real);
    setenv("HOME", "/home/somebody", 1);
    for (int i = 0; i < 3; i++) {
        unsetenv(variables[i]);
    }
    *state = bench;
    return 0;
}

static int tear_down(void **state) {
    struct bench *bench = *state;
    scratch_remove(bench->folder);
    test_free(bench);
    return 0;
}

static void shell(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void shell(const char *format, ...) {
    char command[COMMAND_SIZE];
    va_list arguments;
    va_start(arguments, format);
    assert_true(text_format_list(command, sizeof command, format, arguments));
    va_end(arguments);
    assert_int_equal(system(command), 0);
}

static void make_house(const char *root) {
    shell("mkdir -p '%s/routines/shared' '%s/audio' '%s/images'", root, root, root);
}

static const char *output_of(const char *command, char to[OUTPUT_SIZE]) {
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t length = fread(to, 1, OUTPUT_SIZE - 1, pipe);
    to[length] = '\0';
    assert_int_equal(pclose(pipe), 0);
    return to;
}

// Copies this program to `place` below the folder, runs it there and compares what it found:
// folders below the house `root`, and the translations in `locale`; NULL: nothing.
static void check_from(const struct bench *bench, const char *place, const char *root,
                       const char *locale) {
    char command[COMMAND_SIZE], found[OUTPUT_SIZE], wanted[OUTPUT_SIZE];
    shell("mkdir -p \"$(dirname '%s/%s')\" && cp '%s' '%s/%s'", bench->folder, place, bench->self,
          bench->folder, place);
    text_format(command, sizeof command, "'%s/%s' --print", bench->folder, place);
    if (root) {
        const char *at = bench->folder;
        text_format(wanted, sizeof wanted, "%s/%s/routines|%s/%s/audio|%s/%s/images|%s/%s", at,
                    root, at, root, at, root, at, locale);
    } else {
        text_copy(wanted, sizeof wanted, "none|none|none|none");
    }
    assert_string_equal(output_of(command, found), wanted);
}

static void shipped_files_lie_beside_the_build_folder(void **state) {
    const struct bench *bench = *state;
    char root[SCRATCH_PATH_MAX];
    make_house(scratch_path(root, bench->folder, "X"));
    check_from(bench, "X/repose", "X", "X/locale");
    check_from(bench, "X/build/repose", "X", "X/build/locale");
    check_from(bench, "X/build/san/repose", "X", "X/build/san/locale");
    check_from(bench, "X/a/b/c/repose", "X", "X/a/b/c/locale");
    check_from(bench, "X/a/b/c/d/repose", NULL, NULL); // too far up to be meant
}

static void an_installed_program_looks_under_its_prefix(void **state) {
    const struct bench *bench = *state;
    char root[SCRATCH_PATH_MAX];
    make_house(scratch_path(root, bench->folder, "prefix/share/repose"));
    check_from(bench, "prefix/bin/repose", "prefix/share/repose", "prefix/share/locale");
    check_from(bench, "prefix/libexec/repose/repose-player", "prefix/share/repose",
               "prefix/share/locale");
    check_from(bench, "other/bin/repose", NULL, NULL);
    check_from(bench, "prefix/lib/bin/repose", NULL, NULL);
}

static void half_a_house_is_none(void **state) {
    const struct bench *bench = *state;
    shell("mkdir -p '%s/X/routines' '%s/X/audio'", bench->folder, bench->folder);
    check_from(bench, "X/build/repose", NULL, NULL);
    shell("mkdir '%s/X/routines/shared' && rmdir '%s/X/audio' && touch '%s/X/audio'", bench->folder,
          bench->folder, bench->folder);
    check_from(bench, "X/build/repose", NULL, NULL);
}

static void a_link_leads_to_where_the_program_lies(void **state) {
    const struct bench *bench = *state;
    char root[SCRATCH_PATH_MAX], command[COMMAND_SIZE], found[OUTPUT_SIZE];
    make_house(scratch_path(root, bench->folder, "X"));
    check_from(bench, "X/build/repose", "X", "X/build/locale");
    shell("mkdir '%s/bin' && ln -s ../X/build/repose '%s/bin/rp'", bench->folder, bench->folder);
    text_format(command, sizeof command, "'%s/bin/rp' --print", bench->folder);
    output_of(command, found);
    assert_memory_equal(found, root, strlen(root));
}

// Without /proc the word that the program was called by has to do: a path, or a name on PATH.
static void without_proc_the_word_of_the_call_decides(void **state) {
    const struct bench *bench = *state;
    static const char *const calls[] = {
        "cd '%s/X' && build/repose --print-without-proc",
        "cd '%s/X/build' && ./repose --print-without-proc",
        "cd / && PATH=\"/nowhere:%s/X/build:$PATH\" repose --print-without-proc",
        "cd '%s/X/build' && PATH=\":$PATH\" repose --print-without-proc",
        "ln -s X/build/repose '%s/link'; cd '%s' && ./link --print-without-proc",
    };
    char root[SCRATCH_PATH_MAX], found[OUTPUT_SIZE];
    make_house(scratch_path(root, bench->folder, "X"));
    check_from(bench, "X/build/repose", "X", "X/build/locale");
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        struct text_builder command = {0};
        for (const char *at = calls[i]; *at; at++) {
            bool place = at[0] == '%' && at[1] == 's';
            text_add_bytes(&command, place ? bench->folder : at, place ? strlen(bench->folder) : 1);
            at += place;
        }
        output_of(command.text, found);
        assert_memory_equal(found, root, strlen(root));
        text_builder_free(&command);
    }
}

static void home_gives_the_default_folders(void **state) {
    (void)state;
    struct paths paths;
    struct error err = {0};
    assert_true(paths_find("repose", NULL, &paths, &err));
    assert_string_equal(paths.data, "/home/somebody/.local/share/repose");
    assert_string_equal(paths.history, "/home/somebody/.local/share/repose/history.db");
    assert_string_equal(paths.own_routines, "/home/somebody/.local/share/repose/routines");
    assert_string_equal(paths.backups, "/home/somebody/.local/share/repose/backups");
    assert_string_equal(paths.settings, "/home/somebody/.config/repose/settings.cfg");
    assert_string_equal(paths.cache, "/home/somebody/.cache/repose");
    paths_free(&paths);
    paths_free(&paths);
}

static void xdg_variables_win_over_home(void **state) {
    (void)state;
    struct paths paths;
    struct error err = {0};
    setenv("XDG_DATA_HOME", "/d/", 1);
    setenv("XDG_CONFIG_HOME", "/c", 1);
    setenv("XDG_CACHE_HOME", "/k", 1);
    unsetenv("HOME");
    assert_true(paths_find("repose", NULL, &paths, &err));
    assert_string_equal(paths.history, "/d/repose/history.db");
    assert_string_equal(paths.settings, "/c/repose/settings.cfg");
    assert_string_equal(paths.cache, "/k/repose");
    paths_free(&paths);
}

static void relative_xdg_values_are_ignored(void **state) {
    (void)state;
    struct paths paths;
    struct error err = {0};
    setenv("XDG_DATA_HOME", "data", 1);
    setenv("XDG_CONFIG_HOME", "", 1);
    setenv("XDG_CACHE_HOME", "./k", 1);
    assert_true(paths_find("repose", NULL, &paths, &err));
    assert_string_equal(paths.data, "/home/somebody/.local/share/repose");
    assert_string_equal(paths.settings, "/home/somebody/.config/repose/settings.cfg");
    assert_string_equal(paths.cache, "/home/somebody/.cache/repose");
    paths_free(&paths);
}

static void without_any_home_it_says_what_to_do(void **state) {
    (void)state;
    struct paths paths;
    struct error err = {0};
    setenv("XDG_DATA_HOME", "/d", 1); // one of three is not enough
    for (int i = 0; i < 2; i++) {
        i == 0 ? unsetenv("HOME") : setenv("HOME", "relative", 1);
        err = (struct error){0};
        assert_false(paths_find("repose", NULL, &paths, &err));
        assert_int_equal(err.code, ERROR_MISSING);
        assert_non_null(strstr(err.text, "--data"));
        assert_null(paths.data);
        assert_null(paths.settings);
    }
    assert_true(paths_find("repose", "mine", &paths, &err));
    paths_free(&paths);
}

static void data_holds_everything_in_one_place(void **state) {
    (void)state;
    struct paths paths;
    struct error err = {0};
    setenv("XDG_CONFIG_HOME", "/c", 1);
    assert_true(paths_find("repose", "some/place", &paths, &err));
    assert_string_equal(paths.data, "some/place");
    assert_string_equal(paths.history, "some/place/history.db");
    assert_string_equal(paths.own_routines, "some/place/routines");
    assert_string_equal(paths.settings, "some/place/settings.cfg");
    assert_string_equal(paths.cache, "some/place/cache");
    assert_string_equal(paths.backups, "some/place/backups");
    paths_free(&paths);
    assert_false(paths_find("repose", "", &paths, &err));
    assert_int_equal(err.code, ERROR_INPUT);
}

static void check_mode(const char *folder, const char *name, unsigned mode) {
    char path[SCRATCH_PATH_MAX];
    struct stat status;
    assert_int_equal(stat(scratch_path(path, folder, name), &status), 0);
    assert_true(S_ISDIR(status.st_mode));
    assert_int_equal(status.st_mode & 0777, mode);
}

static void finding_creates_nothing_and_preparing_all_for_one_pair_of_eyes(void **state) {
    const struct bench *bench = *state;
    static const char *const made[] = {".local/share/repose", ".local/share/repose/routines",
                                       ".local/share/repose/backups", ".config/repose",
                                       ".cache/repose"};
    struct paths paths;
    struct error err = {0};
    mode_t before = umask(022);
    setenv("HOME", bench->folder, 1);
    shell("mkdir '%s/.config' && chmod 755 '%s/.config'", bench->folder, bench->folder);
    assert_true(paths_find("repose", NULL, &paths, &err));
    assert_int_equal(scratch_count(bench->folder), 1);
    assert_true(paths_prepare(&paths, &err));
    for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
        check_mode(bench->folder, made[i], 0700);
    }
    check_mode(bench->folder, ".config", 0755); // was there and keeps its mode
    assert_true(paths_prepare(&paths, &err));   // a second time is fine
    paths_free(&paths);
    umask(before);
}

static void a_file_in_the_way_is_named(void **state) {
    const struct bench *bench = *state;
    char place[SCRATCH_PATH_MAX];
    struct paths paths;
    struct error err = {0};
    scratch_put(scratch_path(place, bench->folder, "file"), "x", 1);
    assert_true(paths_find("repose", place, &paths, &err));
    assert_false(paths_prepare(&paths, &err));
    assert_int_equal(err.code, ERROR_FILE);
    assert_non_null(strstr(err.text, place));
    paths_free(&paths);
}

int main(int count, char **arguments) {
    if (count == 2 && strncmp(arguments[1], "--print", 7) == 0) {
        no_proc = strcmp(arguments[1], "--print-without-proc") == 0;
        return print_shipped(arguments[0]);
    }
    const struct CMUnitTest cases[] = {
        cmocka_unit_test_setup_teardown(shipped_files_lie_beside_the_build_folder, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_installed_program_looks_under_its_prefix, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(half_a_house_is_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_link_leads_to_where_the_program_lies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_proc_the_word_of_the_call_decides, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(home_gives_the_default_folders, set_up, tear_down),
        cmocka_unit_test_setup_teardown(xdg_variables_win_over_home, set_up, tear_down),
        cmocka_unit_test_setup_teardown(relative_xdg_values_are_ignored, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_any_home_it_says_what_to_do, set_up, tear_down),
        cmocka_unit_test_setup_teardown(data_holds_everything_in_one_place, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            finding_creates_nothing_and_preparing_all_for_one_pair_of_eyes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_in_the_way_is_named, set_up, tear_down),
    };
    return cmocka_run_group_tests(cases, NULL, NULL);
}
