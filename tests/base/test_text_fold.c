// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void is_folded_to(const char *text, const char *wanted) {
    struct text_builder folded = {0};
    text_fold(&folded, text);
    assert_string_equal(folded.text, wanted);
    text_builder_free(&folded);
}

static void capitals_and_marks_make_no_difference(void **state) {
    (void)state;
    is_folded_to("Box Breathing", "box breathing");
    is_folded_to("Übung", "ubung");
    is_folded_to("ÄÖÜäöüß", "aouaouss");
    is_folded_to("É è ç Ñ å Ø æ œ", "e e c n a o ae oe");
    is_folded_to("Łódź žluťoučký İstanbul ŉ ſ", "lodz zlutoucky istanbul n s");
}

static void a_mark_of_its_own_is_the_same_as_one_in_the_letter(void **state) {
    (void)state;
    is_folded_to("U\xCC\x88"
                 "bung",
                 "ubung");
}

static void each_letter_of_the_table_stands_in_its_place(void **state) {
    (void)state;
    is_folded_to("ÀÏÐÞß", "aidthss");
    is_folded_to("ĀąĆčĎđĒěĜģĤħĨıĲĳĴĵĶĸĹłŃŋŌőŒœŔřŚšŢŧŨųŴŵŶŸŹž",
                 "aaccddeegghhiiijijjjkkllnnoooeoerrssttuuwwyyzz");
    is_folded_to("×÷", "");
}

static void other_scripts_lose_their_capitals(void **state) {
    (void)state;
    is_folded_to("ΆΣΚΗΣΗΣ", "ασκησησ");
    is_folded_to("άσκησης", "ασκησησ");
    is_folded_to("Ёлка Дыхание й", "елка дыхание и");
    is_folded_to("Џ", "џ");
    is_folded_to("تنفس", "تنفس");
    is_folded_to("呼吸", "呼吸");
}

static void punctuation_is_left_out(void **state) {
    (void)state;
    is_folded_to("4-7-8", "478");
    is_folded_to("re-education", "reeducation");
    is_folded_to("don\u2019t \u201Chold\u201D", "dont hold");
    is_folded_to("a\tb\nc\u00A0d", "a b c d");
}

static void what_is_no_text_is_left_out(void **state) {
    (void)state;
    is_folded_to("", "");
    is_folded_to("a\xFF"
                 "b\xC3",
                 "ab");
    is_folded_to("a\u202Eb\x01"
                 "c\u200F",
                 "abc");
    is_folded_to("\U0001F60A", "\U0001F60A");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals_and_marks_make_no_difference),
        cmocka_unit_test(a_mark_of_its_own_is_the_same_as_one_in_the_letter),
        cmocka_unit_test(each_letter_of_the_table_stands_in_its_place),
        cmocka_unit_test(other_scripts_lose_their_capitals),
        cmocka_unit_test(punctuation_is_left_out),
        cmocka_unit_test(what_is_no_text_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
