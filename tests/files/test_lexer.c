// SPDX-License-Identifier: MIT
#include "faulty.h"

#include "base/memory.h"
#include "files/lexer.h"

// The bytes are copied to a block of exactly their length, so that a sanitizer sees each step
// beyond.
static bool check_bytes(const char *data, size_t length, struct faults *faults) {
    struct bytes bytes = {.data = memory_new(length + 1, 1), .length = length};
    memcpy(bytes.data, data, length);
    bool readable = lexer_check(&bytes, faults);
    memory_free(bytes.data);
    return readable;
}

// Where libconfig may read on, the faults, and whether it may.
static void assert_lexed(const char *text, bool readable, const char *expected) {
    struct faults faults = {0};
    if (check_bytes(text, strlen(text), &faults) != readable) {
        fail_msg("%s is %sreadable", text, readable ? "not " : "");
    }
    assert_faults(&faults, expected);
}

static void assert_fine(const char *text) {
    assert_lexed(text, true, "");
}

static void test_what_is_fine(void **state) {
    (void)state;
    assert_fine("");
    assert_fine("\n\n  \t\r\n");
    assert_fine("a = 1; b : 2, c = \"x\" d = true\n");
    assert_fine("a = { b = ( 1, 2.5, \"x\", { }, ( ) ); }; c = [ ];");
    assert_fine("a = \"one \" \"two\"\n\"three\";");
    assert_fine("a = TRUE; b = False; c-d_e*f = -1;");
    assert_fine("a = [ 1, 2, 0x10 ]; b = [ 1.5, .5, 5., 1e3, -2.5E-3 ];");
    assert_fine("# @include \"x\"\n// @ ' \" (\n/* @ \n ( \" */ a = 1;");
    assert_fine("a = \"@include # // /* ' ( \\\" \\\\ \\x41\";");
    assert_fine("a = \"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\"; // \xC3\xA4");
}

static void test_byte_order_mark(void **state) {
    (void)state;
    char text[] = "\xEF\xBB\xBF"
                  "a = 1;";
    struct bytes bytes = {text, sizeof text - 1};
    struct faults faults = {0};
    assert_true(lexer_check(&bytes, &faults));
    assert_string_equal(text, "   a = 1;"); // so that libconfig reads the same bytes
    assert_faults(&faults, "");
    assert_lexed("a = 1;\xEF\xBB\xBF", false,
                 "1: error: an invisible character (U+FEFF) stands here; delete it and type a "
                 "space\n");
}

static void test_whole_numbers_fit(void **state) {
    (void)state;
    assert_fine("a = 2147483647; b = -2147483648; c = 0x7fffffff; d = +5;");
    assert_fine(
        "a = 2147483648L; b = 9223372036854775807L; c = -9223372036854775808LL; d = 0xffffffffL;");
    const char *const wrong[] = {"2147483648", "-2147483649", "4294967301",
                                 "0x80000000", "0xffffffff",  "99999999999999999999999999"};
    for (size_t index = 0; index < sizeof wrong / sizeof *wrong; index++) {
        char text[64], expected[160];
        text_format(text, sizeof text, "\na = %s;", wrong[index]);
        text_format(expected, sizeof expected,
                    "2: error: %s does not fit; a whole number lies between -2147483648 and "
                    "2147483647\n",
                    wrong[index]);
        assert_lexed(text, true, expected);
    }
    assert_lexed("a = 9223372036854775808L;", true,
                 "1: error: 9223372036854775808L does not fit\n");
    assert_fine("a = 4294967301.0; b = 4294967301e0;"); // decimals are large enough
}

static void test_at_sign(void **state) {
    (void)state;
    const char *const why = "1: error: @ is no part of the format; @include is not followed\n";
    assert_lexed("@include \"/etc/passwd\"\n", false, why);
    assert_lexed(" \t@include \"x\"", false, why);
    assert_lexed("a = 1; @ b = 2;", false, why);
    assert_lexed("/* */ @include \"x\"", false, why);
}

static void test_open_ends(void **state) {
    (void)state;
    assert_lexed("a = 1;\n/* b\nc\n", false,
                 "2: error: this comment never ends: no */ follows its /*\n");
    assert_lexed("a = 1; /*/", false, "1: error: this comment never ends: no */ follows its /*\n");
    assert_fine("a = 1; /**/ b = 2; /***/");
    assert_lexed("a = \"x", false, "1: error: the closing quote of this text is missing\n");
    assert_lexed("a = \"x\\", false,
                 "1: error: \\ is no escape; a \\ before a character is only known for \\\" and "
                 "\\\\\n1: error: the closing quote of this text is missing\n");
    assert_lexed("a = \"x;\nb = \"y\";\nc = 1;\n", false,
                 "1: error: the closing quote of this text is missing\n");
}

static void test_nul_byte(void **state) {
    (void)state;
    static const char text[] = "a = 1;\nb = \"x\0y\";\n\0";
    struct faults faults = {0};
    assert_false(check_bytes(text, sizeof text - 1, &faults));
    assert_faults(&faults, "2: error: a NUL byte: this is no text, or it is not saved as UTF-8\n");
}

static void test_encoding(void **state) {
    (void)state;
    assert_lexed("a = 1;\nb = \"f\xFCr\";\n", true,
                 "2: error: byte 0xFC is no UTF-8; save the file with the encoding UTF-8\n");
    assert_lexed("// \xC0\xAF overlong\n", true,
                 "1: error: byte 0xC0 is no UTF-8; save the file with the encoding UTF-8\n");
    assert_lexed("a = \"\xED\xA0\x80\";", true,
                 "1: error: byte 0xED is no UTF-8; save the file with the encoding UTF-8\n");
    // A whole file in another encoding is said five times, not five hundred.
    char text[800] = "";
    for (int line = 0; line < 100; line++) {
        strcat(text, "#\xFC\xFC\n");
    }
    struct faults faults = {0};
    assert_true(check_bytes(text, strlen(text), &faults));
    assert_int_equal(faults.count, 5);
    assert_int_equal(faults.items[4].line, 5);
    faults_free(&faults);
}

static void test_escapes(void **state) {
    (void)state;
    assert_lexed("a = \"\\x00\";", true, "1: error: \\x00 would end the text; leave it out\n");
    const char *const wrong[] = {"\\q", "\\u", "\\0", "\\'", "\\x", "\\/"};
    for (size_t index = 0; index < sizeof wrong / sizeof *wrong; index++) {
        char text[32], expected[160];
        text_format(text, sizeof text, "a = \"%sg\";", wrong[index]);
        text_format(expected, sizeof expected,
                    "1: error: %s is no escape; a \\ before a character is only known for \\\" "
                    "and \\\\\n",
                    wrong[index]);
        assert_lexed(text, true, expected);
    }
}

static void test_brackets(void **state) {
    (void)state;
    assert_fine("a = (((((((((((((((())))))))))))))));");
    assert_lexed("a = ((((((((((((((((()))))))))))))))));", false,
                 "1: error: more than 16 brackets are open at once\n");
    assert_lexed("a = (\n1\n", false, "1: error: this ( is never closed\n");
    assert_lexed("a = 1;\n}", false, "2: error: this } closes nothing\n");
    assert_lexed("a = ( 1 ];\nb = 2;", false,
                 "1: error: the ( of line 1 is closed with ), not with ]\n");
    assert_lexed("a = (\n{ b = 1;\n);", false,
                 "3: error: this ) comes while the { of line 2 is still open\n");
    assert_lexed("a = [ 1, 2;\nb = 2;", false,
                 "1: error: the [ of line 1 is not closed before this\n");
    assert_lexed("a = ( { b = 1; }\nc = 2;", false,
                 "2: error: the ( of line 1 is not closed before this\n");
}

static void test_commas(void **state) {
    (void)state;
    assert_lexed("a = (\n{ },\n);", false, "3: error: no comma before the closing bracket )\n");
    assert_lexed("a = [ 1, ];", false, "1: error: no comma before the closing bracket ]\n");
    assert_lexed("a = (\n{ }\n{ }\n);", false, "3: error: a comma is missing before this\n");
    assert_lexed("a = [ 1 2 ];", false, "1: error: a comma is missing before this\n");
    assert_lexed("a = [ 1,, 2 ];", false, "1: error: one comma too many here\n");
    assert_lexed("a = [ \"b\"\n\"c\" ];", true,
                 "2: warning: no comma before this text, so it is joined to the one before\n");
    assert_lexed("a = 1,5;", false, "1: error: a decimal number has a dot: write 1.5\n");
}

static void test_words_without_quotes(void **state) {
    (void)state;
    assert_lexed("side = left;", false, "1: error: a text stands in quotes: write \"left\"\n");
    assert_lexed("side =\nname = 1;", false, "1: error: side has no value\n");
    assert_lexed("side = ;\nb = 1;", false, "1: error: side has no value\n");
    assert_lexed("side", false, "1: error: side has no value\n");
    assert_lexed("a = { b = }", false, "1: error: b has no value\n");
    assert_lexed("side \"left\";", false, "1: error: no = behind side\n");
    assert_lexed("= 5;", false, "1: error: no name stands before this =\n");
    assert_lexed("a = no;", false, "1: error: yes is written true here, and no is written false\n");
    assert_lexed("a = NaN;", false, "1: error: a number has digits, and a dot at most\n");
    assert_lexed("a = 30s;", false,
                 "1: error: 30s is no number; a number has no unit (times are in seconds) and at "
                 "most one dot\n");
}

static void test_quotes(void **state) {
    (void)state;
    const char *const marks[][2] = {{"\xE2\x80\x9C", "\xE2\x80\x9D"},
                                    {"\xE2\x80\x9E", "\xE2\x80\x9C"},
                                    {"\xC2\xAB", "\xC2\xBB"},
                                    {"\xE2\x80\x99", "\xE2\x80\x99"},
                                    {"'", "'"}};
    for (size_t index = 0; index < sizeof marks / sizeof *marks; index++) {
        char text[80], expected[120];
        text_format(text, sizeof text, "a = %sone; two = 3%s;\nb = 1;", marks[index][0],
                    marks[index][1]);
        text_format(expected, sizeof expected,
                    "1: error: a text stands in straight double quotes (\"), not in %s\n",
                    marks[index][0]);
        assert_lexed(text, false, expected);
    }
    assert_lexed("a = \"one\ntwo\";\nb = 1;", false,
                 "1: error: a text stays on one line; close the quote and open a new one on the "
                 "next line, the two are joined\n");
}

static void test_arrays_are_of_one_kind(void **state) {
    (void)state;
    assert_lexed("a = [ 4, 4.5 ];", false,
                 "1: error: the numbers inside [ ] are all whole or all with a dot: write 4.0 "
                 "for 4\n");
    assert_lexed("a = [ \"x\", 4 ];", false,
                 "1: error: what stands inside [ ] is all of one kind: texts, numbers, or true "
                 "and false\n");
    assert_lexed("a = [ { b = 1; } ];", false,
                 "1: error: [ ] holds only texts, numbers, true and false; a list of groups or of "
                 "lists stands in ( )\n");
    assert_fine("a = ( 4, 4.5, \"x\" );");
}

static void test_duplicates(void **state) {
    (void)state;
    assert_lexed("a = 1;\nb = 2;\na = 3;\nb = 4;", false,
                 "3: error: a stands here twice; it is set in line 1 already\n"
                 "4: error: b stands here twice; it is set in line 2 already\n");
    assert_fine("a = { a = 1; }; b = ( { a = 1; }, { a = 2; } );");
}

// `count` settings in one group and so many elements in one list.
static char *many(int settings, int elements) {
    struct text_builder text = {0};
    for (int index = 0; index < settings; index++) {
        text_add_format(&text, "k%d = %d;\n", index, index);
    }
    text_add(&text, elements ? "l = [ 0" : "");
    for (int index = 1; index < elements; index++) {
        text_add(&text, ",\n0");
    }
    text_add(&text, elements ? " ];" : "");
    char *copy = memory_text(text.text);
    text_builder_free(&text);
    return copy;
}

static void test_limits_and_one_beyond(void **state) {
    (void)state;
    const struct {
        int settings, elements;
        const char *expected;
    } cases[] = {
        {LEXER_SETTINGS_MAX, 0, ""},
        {LEXER_SETTINGS_MAX + 1, 0, "65: error: more than 64 settings in one group\n"},
        {0, LEXER_ALL_MAX - 1, ""},
        {0, LEXER_ALL_MAX,
         "20000: error: more than 20000 settings and list elements in one file\n"},
    };
    for (size_t index = 0; index < sizeof cases / sizeof *cases; index++) {
        char *text = many(cases[index].settings, cases[index].elements);
        assert_lexed(text, !cases[index].expected[0], cases[index].expected);
        memory_free(text);
    }
}

// A file of nothing but mistakes answers at once and not without end.
static void test_noise_stops(void **state) {
    (void)state;
    enum { LENGTH = 200000 };
    const char *const noises[] = {"@\n",    "\"\n", "{\n", "}\n",  "a\n", "= \n",
                                  "\xFF\n", ",;\n", "'\n", "9x\n", "\\\n"};
    char *text = memory_new(LENGTH + 1, 1);
    for (size_t noise = 0; noise < sizeof noises / sizeof *noises; noise++) {
        size_t size = strlen(noises[noise]);
        for (size_t at = 0; at + size <= LENGTH; at += size) {
            memcpy(text + at, noises[noise], size);
        }
        struct faults faults = {0};
        assert_false(check_bytes(text, LENGTH, &faults));
        assert_in_range(faults.count, 1, 60);
        faults_free(&faults);
    }
    memory_free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_fine),
        cmocka_unit_test(test_byte_order_mark),
        cmocka_unit_test(test_whole_numbers_fit),
        cmocka_unit_test(test_at_sign),
        cmocka_unit_test(test_open_ends),
        cmocka_unit_test(test_nul_byte),
        cmocka_unit_test(test_encoding),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_brackets),
        cmocka_unit_test(test_commas),
        cmocka_unit_test(test_words_without_quotes),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_arrays_are_of_one_kind),
        cmocka_unit_test(test_duplicates),
        cmocka_unit_test(test_limits_and_one_beyond),
        cmocka_unit_test(test_noise_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
