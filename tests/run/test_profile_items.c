// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "base/memory.h"
#include "run/profile_items.h"
#include "run/profile_keys.h"
#include "run/questions.h"

// 2026-11-21T08:00:00+01:00
static const struct wall now = {.utc_s = 1795244400, .offset_min = 60};

// The form and the command line know the same keys, and what the form gives is taken.
static void every_key_has_an_item_and_every_choice_is_right(void **state) {
    (void)state;
    struct error err = {0};
    assert_int_equal(profile_item_count(), profile_key_count());
    for (int i = 0; i < profile_key_count(); i++) {
        const struct profile_item *item = profile_item(profile_item_find(profile_key(i)));
        bool unsure = item->form == ITEM_ANSWERS || strcmp(item->key, "skin") == 0 ||
                      strcmp(item->key, "condition") == 0;
        for (int choice = 0; choice < profile_item_choice_count(item); choice++) {
            const char *value = item->choices[choice].value;
            unsure = unsure || !value;
            if (!value || item->form == ITEM_ANSWERS) {
                continue;
            }
            char *stored = profile_key_value(i, value, now, &err);
            if (!stored) {
                fail_msg("%s = %s: %s", item->key, value, err.text);
            }
            assert_string_equal(stored, value);
            memory_free(stored);
        }
        if (!unsure) {
            fail_msg("%s cannot be answered with \"not sure\"", item->key);
        }
    }
    // And no word that a key takes is missing.
    for (int ask = 0; ask < ASK_COUNT; ask++) {
        struct text_builder text = {0};
        profile_item_words(&text, profile_item(profile_item_find("asks")), ask_words[ask], false,
                           now);
        assert_string_not_equal(text.text, ask_words[ask]);
        text_builder_free(&text);
    }
}

static void expect_words(const char *key, const char *value, bool asked, const char *words) {
    struct text_builder text = {0};
    profile_item_words(&text, profile_item(profile_item_find(key)), value, asked, now);
    assert_string_equal(text.text, words);
    text_builder_free(&text);
}

static void answers_are_said_in_words(void **state) {
    (void)state;
    expect_words("condition", "hfs,synk", false, "Hemifacial spasm; Linked movements (synkinesis)");
    expect_words("asks", "heart,nuts", false, "Heart trouble; nuts");
    expect_words("asks", "", true, "None of these");
    expect_words("asks", "", false, "Not sure");
    expect_words("toxin", "", true, "None, or longer ago");
    expect_words("toxin", "", false, "Not sure");
    expect_words("surgery", "2026-03-01", false, "1 March 2026");
    expect_words("surgery", "", false, "None, or not sure");
    expect_words("answers", "no,yes,unsure", false, "No; Yes; Not sure");
    expect_words("trick", "Humming", false, "Humming");
}

static void expect_turned(const char *list, const char *word, const char *after) {
    struct text_builder text = {0};
    profile_list_turn(&text, list, word);
    assert_string_equal(text.text, after);
    text_builder_free(&text);
}

static void a_word_is_turned_on_and_off(void **state) {
    (void)state;
    expect_turned("", "hfs", "hfs");
    expect_turned("hfs", "hfs", "");
    expect_turned("hfs,synk", "hfs", "synk");
    expect_turned("hfs,synk", "synk", "hfs");
    expect_turned("hfs", "bsp", "hfs,bsp");
    expect_turned("unknown", "bsp", "bsp");
    expect_turned("hfs,synk", "unknown", "unknown");
    expect_turned("unknown", "unknown", "");
    expect_turned("stroke,nuts", "asthma", "stroke,nuts,asthma");
    assert_true(profile_list_holds("palsy-weak,hfs", "hfs"));
    assert_false(profile_list_holds("palsy-weak", "palsy"));
    assert_false(profile_list_holds("palsy", "palsy-weak"));
}

static void the_three_questions_are_told_by_their_place(void **state) {
    (void)state;
    for (int place = 0; place < ANSWERS; place++) {
        const struct question *question = question_of_answer((enum answer_place)place);
        assert_true(question_is_answer(question));
        assert_int_equal(question->answer_count, 3);
    }
    assert_string_equal(question_of_answer(ANSWER_WEAK)->id, "weak");
    assert_string_equal(question_of_answer(ANSWER_NARROWS)->id, "narrows");
    assert_string_equal(question_of_answer(ANSWER_INJECTED)->id, "injected");
}

static void what_shuts_has_its_item(void **state) {
    (void)state;
    static const struct {
        struct gating gating;
        struct profile profile;
        const char *key;
    } cases[] = {
        {{.reason = REASON_SKIN}, {0}, "skin"},
        {{.reason = REASON_FLOPPY}, {0}, "floppy"},
        {{.reason = REASON_SURGERY}, {0}, "released"},
        {{.reason = REASON_STROKE}, {0}, "asks"},
        {{.reason = REASON_BREATH_HOLD}, {0}, "asks"},
        {{.reason = REASON_WORD, .word = PROFILE_UNKNOWN}, {0}, "condition"},
        {{.reason = REASON_WORD, .word = PROFILE_TOXIN_24H}, {0}, "toxin"},
        {{.reason = REASON_WORD, .word = PROFILE_SYNK}, {0}, "answers"},
        {{.reason = REASON_WORD, .word = PROFILE_SYNK},
         {.conditions = 1u << PROFILE_SYNK},
         "condition"},
        {{.reason = REASON_WORD, .word = PROFILE_PALSY_EARLY}, {.floppy = REPLY_YES}, "floppy"},
        {{.reason = REASON_WORD, .word = PROFILE_PALSY_EARLY}, {.floppy = REPLY_NO}, "answers"},
        {{.reason = REASON_HOLD}, {0}, "hold"}, // no item
        {{.reason = REASON_NONE}, {0}, "none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(profile_item_behind(&cases[i].profile, &cases[i].gating),
                         profile_item_find(cases[i].key));
    }
    assert_int_equal(profile_item_find("hold"), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_has_an_item_and_every_choice_is_right),
        cmocka_unit_test(answers_are_said_in_words),
        cmocka_unit_test(a_word_is_turned_on_and_off),
        cmocka_unit_test(the_three_questions_are_told_by_their_place),
        cmocka_unit_test(what_shuts_has_its_item),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
