// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *const known[] = {
    "breath-box", "breath-calm", "seconds", NULL, "say", "side", "reps", "rest", "Geräusch",
};
enum { KNOWN_COUNT = sizeof known / sizeof *known };

static void near_words_are_found(void **state) {
    (void)state;
    static const struct {
        const char *wrong, *meant;
    } cases[] = {
        {"breath-box", "breath-box"},  // the word itself
        {"breth-box", "breath-box"},   // a letter left out
        {"breath--box", "breath-box"}, // one too many
        {"breath-bax", "breath-box"},  // another
        {"berath-box", "breath-box"},  // two swapped
        {"brethbox", "breath-box"},    // two left out of eight
        {"second", "seconds"},
        {"secnods", "seconds"},
        {"sya", "say"}, // a swap is one step even in a short word
        {"rep", "reps"},
        {"Gerausch", "Geräusch"}, // a letter is one step however many bytes it has
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = text_nearest(cases[i].wrong, known, KNOWN_COUNT);
        assert_non_null(found);
        assert_string_equal(found, cases[i].meant);
    }
}

static void far_words_find_nothing(void **state) {
    (void)state;
    static const char *const wrong[] = {"", "xyz", "saying", "minutes", "breath", "sdd"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_null(text_nearest(wrong[i], known, KNOWN_COUNT));
    }
    assert_null(text_nearest("seconds", known, 0));
    assert_null(text_nearest("\xFF\xFF\xFF", known, KNOWN_COUNT));
}

static void of_equals_the_first_is_taken_and_the_nearest_before_it(void **state) {
    (void)state;
    static const char *const words[] = {"coat", "cart", "cut", "cats"};
    assert_ptr_equal(text_nearest("cat", words, 4), words[0]);
    static const char *const ordered[] = {"massaage", "massagee", "massage"};
    assert_ptr_equal(text_nearest("massage", ordered, 3), ordered[2]);
}

static void very_long_words_are_near_to_none(void **state) {
    (void)state;
    char word[5000];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    const char *const words[] = {word, "seconds"};
    assert_null(text_nearest(word, words, 2));
    word[63] = '\0';
    assert_ptr_equal(text_nearest(word, words, 2), word);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_words_are_found),
        cmocka_unit_test(far_words_find_nothing),
        cmocka_unit_test(of_equals_the_first_is_taken_and_the_nearest_before_it),
        cmocka_unit_test(very_long_words_are_near_to_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
