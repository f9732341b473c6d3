// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/arguments.h"
#include "cli/options.h"

enum { WORDS = 12, BYTES = 64 };

struct line {
    const char *words[WORDS]; // without the program's name
};

// What is read borrows from the words given, so they are kept until the next line.
static bool read_line(const struct line *line, struct arguments *arguments, struct error *err) {
    static char kept[WORDS + 1][BYTES] = {"repose"};
    char *argv[WORDS + 1] = {kept[0]};
    int argc = 1;
    while (argc <= WORDS && line->words[argc - 1]) {
        assert_true(strlen(line->words[argc - 1]) < BYTES);
        strcpy(kept[argc], line->words[argc - 1]);
        argv[argc] = kept[argc];
        argc++;
    }
    *err = (struct error){0};
    return arguments_read(argc, argv, arguments, err);
}

// Every line that must be refused, and a part of what is said.
static const struct {
    struct line line;
    const char *says;
} mistakes[] = {
    {{{"ply", "x"}}, "did you mean play"},
    {{{"histroy"}}, "did you mean history"},
    {{{"xyzzy"}}, "there is no command xyzzy"},
    {{{""}}, "there is no command "},
    {{{"list", "--jsn"}}, "did you mean --json"},
    {{{"list", "--at", "3"}}, "list has no option --at"},
    {{{"timeline", "x", "--muscles"}}, "timeline has no option --muscles"},
    {{{"log", "day", "--stres", "3"}}, "did you mean --stress"},
    {{{"log", "day", "--json"}}, "log has no option --json"},
    {{{"log", "day", "--stress"}}, "--stress needs a value: --stress N"},
    {{{"list", "--stress", "3"}}, "list has no option --stress"},
    {{{"render", "x", "o.wav", "--muscles"}}, "there are: --mine --tempo"},
    {{{"--json"}}, "repose has no option --json"},
    {{{"list", "-x"}}, "list has no option -x"},
    {{{"list", "--json=yes"}}, "--json takes no value"},
    {{{"list", "--data"}}, "--data needs a value"},
    {{{"list", "--data", ""}}, "--data"},
    {{{"list", "--category", "breath"}}, "allowed: breathing meditation rom"},
    {{{"list", "--now", "yesterday"}}, "--now"},
    {{{"list", "--lang", "../x"}}, "--lang"},
    {{{"list", "--lang", "d"}}, "--lang"},
    {{{"play"}}, "play needs more: repose play ROUTINE"},
    {{{"render", "x"}}, "render needs more"},
    {{{"check"}}, "check needs more"},
    {{{"show", "a", "b"}}, "one word too many: b"},
    {{{"list", "a"}}, "one word too many: a"},
    {{{"play", "x", "--fps", "0"}}, "--fps"},
    {{{"play", "x", "--fps", "241"}}, "--fps"},
    {{{"play", "x", "--fps", "30.5"}}, "--fps"},
    {{{"play", "x", "--fps", "4294967297"}}, "--fps"},
    {{{"play", "x", "--tempo", "0.09"}}, "--tempo"},
    {{{"play", "x", "--tempo", "10.1"}}, "--tempo"},
    {{{"play", "x", "--tempo", "1,5,5"}}, "--tempo"},
    {{{"play", "x", "--tempo", "1.5,5"}}, "--tempo"},
    {{{"play", "x", "--tempo", "nan"}}, "--tempo"},
    {{{"play", "x", "--side", "both"}}, "neither left nor right"},
    {{{"play", "x", "--reps", "0"}}, "--reps"},
    {{{"play", "x", "--reps", "201"}}, "--reps"},
    {{{"play", "x", "--before", "11"}}, "--before"},
    {{{"play", "x", "--before", "-1"}}, "--before"},
    {{{"play", "x", "--after", "six"}}, "--after"},
    {{{"play", "x", "--from", "-0.5"}}, "--from"},
    {{{"play", "x", "--from", "14401"}}, "--from"},
    {{{"play", "x", "--from", "2026-11-21"}}, "--from"},
    {{{"history", "--from", "2026-02-30"}}, "--from: 2026-02-30 is no date"},
    {{{"history", "--from", "12"}}, "--from: 12 is no date"},
    {{{"history", "--to", "2026-11-21T08:00"}}, "--to"},
    {{{"history", "--from", "2026-11-22", "--to", "2026-11-21"}}, "behind"},
};

static void mistakes_are_named(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct arguments arguments;
        struct error err;
        if (read_line(&mistakes[i].line, &arguments, &err))
            fail_msg("case %zu (%s) was accepted", i, mistakes[i].says);
        assert_int_equal(err.code, ERROR_INPUT);
        if (!strstr(err.text, mistakes[i].says))
            fail_msg("case %zu: \"%s\" does not say \"%s\"", i, err.text, mistakes[i].says);
        arguments_free(&arguments);
    }
}

// The edges of every range are inside it.
static void edges_are_accepted(void **state) {
    (void)state;
    static const struct line lines[] = {
        {{"play", "x", "--fps", "1"}},
        {{"play", "x", "--fps", "240"}},
        {{"play", "x", "--tempo", "0.1"}},
        {{"play", "x", "--tempo", "10"}},
        {{"play", "x", "--reps", "1"}},
        {{"play", "x", "--reps", "200"}},
        {{"play", "x", "--before", "0"}},
        {{"play", "x", "--after", "10"}},
        {{"play", "x", "--from", "0"}},
        {{"play", "x", "--from", "14400"}},
        {{"render", "x", "o.wav"}},
        {{"check", "a", "b", "c", "d"}},
        {{"history", "--to", "2026-11-21"}},
        {{"list", "--lang", "pt_BR.UTF-8"}},
        {{"--fps", "60"}},
        {{"settings", "set", "volume", "-1"}},
        {{"play", "--help"}},
        {{"--version"}},
        {{"render", "--version"}},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct arguments arguments;
        struct error err;
        if (!read_line(&lines[i], &arguments, &err))
            fail_msg("line %zu: %s", i, err.text);
        arguments_free(&arguments);
    }
}

static void options_stand_anywhere(void **state) {
    (void)state;
    static const struct line lines[] = {
        {{"--data", "d", "play", "box", "--tempo", "1.25", "--reps=3", "--side", "left"}},
        {{"play", "--tempo=1,25", "--side=left", "box", "--reps", "3", "--data=d"}},
        {{"--reps", "3", "--tempo", "1.25", "--data", "d", "--side", "left", "play", "box"}},
        {{"--reps", "3", "--tempo", "1.25", "--data", "d", "play", "--side", "left", "--", "box"}},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct arguments arguments;
        struct error err;
        assert_true(read_line(&lines[i], &arguments, &err));
        assert_int_equal(arguments.command, COMMAND_PLAY);
        assert_int_equal(arguments.word_count, 1);
        assert_string_equal(arguments.words[0], "box");
        assert_string_equal(arguments.data, "d");
        assert_true(arguments.tempo_given);
        assert_true(arguments.tempo > 1.2499 && arguments.tempo < 1.2501);
        assert_int_equal(arguments.reps, 3);
        assert_int_equal(arguments.side, SIDE_LEFT);
        arguments_free(&arguments);
    }
}

// An option takes the next word whatever it begins with; behind "--" nothing is an option.
static void values_and_words_may_look_like_options(void **state) {
    (void)state;
    struct arguments arguments;
    struct error err;
    assert_true(read_line(&(struct line){{"list", "--data", "--json"}}, &arguments, &err));
    assert_string_equal(arguments.data, "--json");
    assert_false(arguments.json);
    arguments_free(&arguments);
    assert_true(
        read_line(&(struct line){{"show", "--data", "--", "--", "--help"}}, &arguments, &err));
    assert_string_equal(arguments.data, "--");
    assert_false(arguments.help);
    assert_string_equal(arguments.words[0], "--help");
    arguments_free(&arguments);
    assert_true(read_line(&(struct line){{"show", "-"}}, &arguments, &err));
    assert_string_equal(arguments.words[0], "-");
    arguments_free(&arguments);
    assert_true(read_line(&(struct line){{"list", "--data=a=b"}}, &arguments, &err));
    assert_string_equal(arguments.data, "a=b");
    arguments_free(&arguments);
}

static void what_is_not_given_says_so(void **state) {
    (void)state;
    struct arguments arguments;
    struct error err;
    assert_true(read_line(&(struct line){{NULL}}, &arguments, &err));
    assert_int_equal(arguments.command, COMMAND_OPEN);
    assert_int_equal(arguments.word_count, 0);
    assert_null(arguments.data);
    assert_null(arguments.language);
    assert_null(arguments.category);
    assert_false(arguments.now_given || arguments.from_given || arguments.tempo_given);
    assert_false(arguments.first_day_given || arguments.last_day_given);
    assert_true(arguments.tempo > 0.999 && arguments.tempo < 1.001);
    assert_int_equal(arguments.side, SIDE_NONE);
    assert_int_equal(arguments.reps, 0);
    assert_int_equal(arguments.before, -1);
    assert_int_equal(arguments.after, -1);
    assert_int_equal(arguments.fps, 0);
    arguments_free(&arguments);
}

// --from is a position for play and a day for history.
static void from_follows_the_command(void **state) {
    (void)state;
    struct arguments arguments;
    struct error err;
    assert_true(read_line(&(struct line){{"--from", "12.5", "play", "x"}}, &arguments, &err));
    assert_int_equal(arguments.from_ms, 12500);
    assert_false(arguments.first_day_given);
    arguments_free(&arguments);
    assert_true(read_line(&(struct line){{"--from", "1970-01-03", "history", "--to", "1970-02-01"}},
                          &arguments, &err));
    assert_true(arguments.first_day_given && arguments.last_day_given);
    assert_int_equal(arguments.first_day, 2);
    assert_int_equal(arguments.last_day, 31);
    assert_false(arguments.from_given);
    arguments_free(&arguments);
}

static void now_is_a_moment(void **state) {
    (void)state;
    struct arguments arguments;
    struct error err;
    assert_true(read_line(&(struct line){{"list", "--now", "2026-11-21T08:00:00+01:00"}},
                          &arguments, &err));
    assert_true(arguments.now_given);
    assert_int_equal(arguments.now.utc_s, 1795244400);
    assert_int_equal(arguments.now.offset_min, 60);
    arguments_free(&arguments);
}

// The last one counts, as everywhere.
static void a_repeated_option_counts_last(void **state) {
    (void)state;
    struct arguments arguments;
    struct error err;
    assert_true(
        read_line(&(struct line){{"play", "x", "--reps", "3", "--reps", "5"}}, &arguments, &err));
    assert_int_equal(arguments.reps, 5);
    arguments_free(&arguments);
}

// The tables hold together: an option of one name takes a value everywhere or nowhere, what it does
// is said once, and exactly one of flag and reader is there.
static void tables_hold_together(void **state) {
    (void)state;
    for (int i = 0; i < option_count; i++) {
        const struct option_row *row = &option_rows[i];
        assert_true(strncmp(row->name, "--", 2) == 0);
        assert_non_null(row->help);
        assert_int_not_equal(row->commands, 0);
        assert_int_equal(row->value != NULL, row->read != NULL);
        for (int j = 0; j < i; j++)
            if (strcmp(option_rows[j].name, row->name) == 0) {
                assert_int_equal(option_rows[j].value != NULL, row->value != NULL);
                assert_int_equal(option_rows[j].commands & row->commands, 0);
            }
    }
    for (int command = COMMAND_PLAY; command < COMMAND_COUNT; command++) {
        assert_int_equal(command_find(command_rows[command].word), command);
        assert_true(command_rows[command].words_min <= command_rows[command].words_max);
        assert_non_null(command_rows[command].summary);
    }
}

// A command line of thousands of words (a glob) is read whole.
static void many_words_are_fine(void **state) {
    (void)state;
    enum { MANY = 3000 };
    char **argv = calloc(MANY + 2, sizeof *argv);
    struct arguments arguments;
    struct error err = {0};
    assert_non_null(argv);
    char program[] = "repose", command[] = "check", file[] = "a.cfg";
    argv[0] = program;
    argv[1] = command;
    for (int i = 2; i < MANY + 2; i++)
        argv[i] = file;
    assert_true(arguments_read(MANY + 2, argv, &arguments, &err));
    assert_int_equal(arguments.word_count, MANY);
    arguments_free(&arguments);
    free(argv);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mistakes_are_named),
        cmocka_unit_test(edges_are_accepted),
        cmocka_unit_test(options_stand_anywhere),
        cmocka_unit_test(values_and_words_may_look_like_options),
        cmocka_unit_test(what_is_not_given_says_so),
        cmocka_unit_test(from_follows_the_command),
        cmocka_unit_test(now_is_a_moment),
        cmocka_unit_test(a_repeated_option_counts_last),
        cmocka_unit_test(tables_hold_together),
        cmocka_unit_test(many_words_are_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
