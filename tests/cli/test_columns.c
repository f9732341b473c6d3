// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "cli/columns.h"

enum { ROOM = 8192 };

// What was printed to a stream in memory.
struct paper {
    char text[ROOM];
    FILE *stream;
};

static void paper_open(struct paper *paper) {
    memset(paper->text, 0, sizeof paper->text);
    paper->stream = fmemopen(paper->text, sizeof paper->text, "w");
    assert_non_null(paper->stream);
}

static const char *wrapped(struct paper *paper, const struct columns_margin *margin,
                           const char *text) {
    paper_open(paper);
    columns_wrap(paper->stream, margin, text);
    fclose(paper->stream);
    return paper->text;
}

static void a_paragraph_keeps_its_margin(void **state) {
    (void)state;
    struct paper paper;
    const struct columns_margin margin = {.first = "  - ", .indent = 4, .width = 20};
    assert_string_equal(wrapped(&paper, &margin, "one two three four five six"),
                        "  - one two three\n    four five six\n");
    assert_string_equal(wrapped(&paper, &margin, ""), "  - \n");
    assert_string_equal(wrapped(&paper, &margin, "one\ntwo"), "  - one\n    two\n");
    // Exactly as wide as the line, then one more.
    assert_string_equal(wrapped(&paper, &margin, "1234567890123456"), "  - 1234567890123456\n");
    assert_string_equal(wrapped(&paper, &margin, "12345678901234567"),
                        "  - 1234567890123456\n    7\n");
}

static void width_is_of_columns_not_bytes(void **state) {
    (void)state;
    struct paper paper;
    const struct columns_margin margin = {.first = "", .width = 6};
    assert_string_equal(wrapped(&paper, &margin, "ööö üü"), "ööö üü\n");
    assert_string_equal(wrapped(&paper, &margin, "漢字漢字"), "漢字漢\n字\n");
}

// Whatever the text and the width: no line is wider, no word is lost.
static void no_line_is_too_wide(void **state) {
    (void)state;
    static const char text[] = "Small  circles über the 咬筋 with https://a.example/very/long/path "
                               "and then\nrest, for a while.";
    char bare[sizeof text] = "";
    for (size_t i = 0, at = 0; text[i]; i++)
        if (text[i] != ' ' && text[i] != '\n')
            bare[at++] = text[i];
    for (int width = 4; width < 100; width++) {
        struct paper paper;
        char seen[ROOM] = "";
        size_t at = 0;
        const struct columns_margin margin = {.first = "", .indent = width / 3, .width = width};
        wrapped(&paper, &margin, text);
        char *rest = NULL;
        for (char *line = strtok_r(paper.text, "\n", &rest); line;
             line = strtok_r(NULL, "\n", &rest)) {
            if (text_columns(line) > width)
                fail_msg("width %d: \"%s\"", width, line);
            for (; *line; line++)
                if (*line != ' ')
                    seen[at++] = *line;
        }
        assert_string_equal(seen, bare);
    }
}

static void cells_fill_or_cut(void **state) {
    (void)state;
    struct paper paper;
    paper_open(&paper);
    columns_cell(paper.stream, "ab", 4);
    columns_cell(paper.stream, "abcdef", 4);
    columns_cell(paper.stream, "漢字漢", 4);
    columns_cell_right(paper.stream, "4:30", 6);
    columns_cell_right(paper.stream, "1234567", 6);
    columns_cell(paper.stream, "ab", 1);
    fclose(paper.stream);
    assert_string_equal(paper.text, "ab  abc…漢…   4:3012345……");
}

static void nothing_steers_the_terminal(void **state) {
    (void)state;
    struct paper paper;
    paper_open(&paper);
    columns_print_safe(paper.stream, "a\x1b[2Jb\xffö\nc\xe2\x80\x8e");
    fclose(paper.stream);
    assert_string_equal(paper.text, "a\xEF\xBF\xBD[2Jb\xEF\xBF\xBDö\nc\xEF\xBF\xBD");
}

static void the_environment_gives_the_width(void **state) {
    (void)state;
    static const struct {
        const char *given;
        int width;
    } cases[] = {{"100", 100}, {"5", 20}, {"100000", 240}, {"-3", 80}, {"wide", 80}, {"", 80}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(setenv("COLUMNS", cases[i].given, 1), 0);
        assert_int_equal(columns_width(), cases[i].width);
    }
    unsetenv("COLUMNS");
    assert_int_equal(columns_width(), 80);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_keeps_its_margin),
        cmocka_unit_test(width_is_of_columns_not_bytes),
        cmocka_unit_test(no_line_is_too_wide),
        cmocka_unit_test(cells_fill_or_cut),
        cmocka_unit_test(nothing_steers_the_terminal),
        cmocka_unit_test(the_environment_gives_the_width),
    };
    // The width must not come from the terminal that the test happens to run in.
    if (!freopen("/dev/null", "w", stdout))
        return EXIT_FAILURE;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
