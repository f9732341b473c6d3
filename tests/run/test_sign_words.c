// SPDX-License-Identifier: MIT
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "run/sign_words.h"
#include "run/status_words.h"

// When a doctor should hear of it, and how quiet it is, in words.

enum { DAY = 20777 }; // 20 November 2026

static const uint64_t one = 1;

static void says(const struct sign *sign, const char *wanted) {
    struct text_builder text = {0};
    sign_words_say(&text, sign);
    assert_string_equal(text.text, wanted);
    text_builder_free(&text);
}

// `wanted`: the sentences, with "|" between them.
static void tells(const struct sign *sign, const char *wanted) {
    struct sign_sentences facts;
    struct text_builder all = {0};
    sign_words_facts(&facts, sign);
    text_add(&all, "");
    for (int i = 0; i < facts.count; i++) {
        text_add_format(&all, "%s%s", i > 0 ? "|" : "", facts.sentences[i].text);
    }
    assert_string_equal(all.text, wanted);
    text_builder_free(&all);
    sign_sentences_free(&facts);
}

static void every_sign_has_its_words(void **state) {
    (void)state;
    for (int id = 0; id < SIGN_COUNT; id++) {
        struct sign sign = {.id = (enum sign_id)id, .days = 1, .last = DAY, .ticks = one};
        struct sign_sentences facts;
        struct text_builder text = {0};
        assert_true(strlen(sign_words_title(sign.id)) > 5);
        sign_words_say(&text, &sign);
        assert_true(text.length > 40);
        assert_non_null(strchr(".?", text.text[text.length - 1]));
        sign_words_facts(&facts, &sign);
        assert_true(facts.count > 0);
        for (int i = 0; i < facts.count; i++) {
            assert_int_equal(facts.sentences[i].text[facts.sentences[i].length - 1], '.');
        }
        sign_sentences_free(&facts);
        text_builder_free(&text);
    }
}

// What is an emergency says so first; nothing that is none does.
static void urgency_stands_in_the_words(void **state) {
    (void)state;
    for (int id = 0; id < SIGN_COUNT; id++) {
        struct sign sign = {.id = (enum sign_id)id};
        enum urgency urgency = sign_rows[id].urgency;
        struct text_builder text = {0};
        sign_words_say(&text, &sign);
        assert_int_equal(strncmp(text.text, "Call 112 now", 12) == 0, urgency == URGENCY_EMERGENCY);
        if (urgency == URGENCY_SAME_DAY) {
            assert_non_null(strstr(text.text, "the same day"));
        }
        assert_int_equal(*sign_words_urgency(urgency) == '\0', urgency == URGENCY_CARD);
        text_builder_free(&text);
    }
}

// The sentences of domain.md 8.2 and 8.6, to the letter.
static void the_sentences_of_the_rules(void **state) {
    (void)state;
    says(&(struct sign){.id = SIGN_WARMTH},
         "Warmth helps for the moment. You have needed it often; that is a good reason to see a "
         "neurologist.");
    says(&(struct sign){.id = SIGN_WEARING_OFF, .facts = {66}},
         "Your ratings rise, as often before the next injection. Day 66. Want to note the next "
         "appointment?");
    says(&(struct sign){.id = SIGN_CLINIC, .ticks = one << TICK_LID_DROOPS},
         "A lid or mouth corner that sinks slowly in the first two weeks is a known effect: ring "
         "the clinic that injected. Sudden, or with arm, leg or speech: emergency.");
    says(&(struct sign){.id = SIGN_CLINIC, .ticks = one << TICK_DOUBLE_VISION},
         "Double sight in the first weeks after an injection: ring the clinic that injected. "
         "Sudden, or with arm, leg or speech: emergency.");
    says(&(struct sign){.id = SIGN_EYE, .ticks = one << TICK_OPEN_EYE},
         "An eye that does not close twelve weeks after a palsy began is for an eye doctor, in "
         "the next days.");
}

static void ticks_are_told_with_their_days(void **state) {
    (void)state;
    tells(&(struct sign){.id = SIGN_SENSES,
                         .ticks = one << TICK_NUMBNESS | one << TICK_HEARING,
                         .days = 3,
                         .last = DAY},
          "On 3 days of the last 14, the last 20 November 2026: numbness; a change of hearing.");
    tells(&(struct sign){.id = SIGN_CLINIC,
                         .facts = {5},
                         .ticks = one << TICK_LID_DROOPS,
                         .days = 1,
                         .last = DAY},
          "On 1 day of the last 14, 20 November 2026: a lid that sinks.|Day 5 after the "
          "injection.");
}

static void figures_are_told_with_n(void **state) {
    (void)state;
    tells(&(struct sign){.id = SIGN_RISING, .facts = {6, 3, AGAINST_WEEKS, 5, 7, 26}, .days = 6},
          "Weekly value 5 and 6, against 3 in the four weeks before.|Rated days: 7 and 6, against "
          "26.");
    tells(
        &(struct sign){.id = SIGN_RISING, .facts = {6, 3.25, AGAINST_CYCLES, 5.5, 7, 9}, .days = 4},
        "Weekly value 5.5 and 6, against 3.3 on the same days of earlier cycles.|Rated days: 7 "
        "and 4, against 9.");
    tells(&(struct sign){.id = SIGN_RISING, .facts = {9, 7, AGAINST_WORST, 9, 7, 7}, .days = 7},
          "Weekly value 9 and 9, against 7 in the worst week before the injection.|Rated days: 7 "
          "and 7, against 7.");
    tells(&(struct sign){.id = SIGN_LASTING, .facts = {20}, .days = 18, .last = DAY},
          "Numbers above 0 since 31 October 2026, on 18 rated days.");
    tells(&(struct sign){.id = SIGN_SPREAD,
                         .places = 1U << PLACE_CHEEK | 1U << PLACE_CHIN,
                         .earlier = 1U << PLACE_LOWER_LID},
          "New in the last 14 days: cheek, chin. In the eight weeks before: lower lid.");
    tells(
        &(struct sign){.id = SIGN_PAIN, .facts = {3, 7, 1}},
        "Pain of 4 or more on 3 days of the last 14, at most 7 of 10.|It kept you from daily tasks "
        "on 1 day of the last 14.");
    tells(&(struct sign){.id = SIGN_PAIN, .facts = {0, 3, 2}},
          "It kept you from daily tasks on 2 days of the last 14.");
    tells(&(struct sign){.id = SIGN_PAIN, .facts = {0, 0, 0, 1}},
          "Severity of the week: 4 of 4, it stops you.");
    tells(&(struct sign){.id = SIGN_INJURY, .facts = {12, 40}},
          "The first number above 0 came 12 days after the injury.");
    tells(&(struct sign){.id = SIGN_INJURY},
          "The first number above 0 came on the day of the injury.");
    tells(&(struct sign){.id = SIGN_MEDICINE},
          "The first number above 0 came on the day the medicine began.");
    tells(&(struct sign){.id = SIGN_MEDICINE, .facts = {1, 4}},
          "The first number above 0 came 1 day after the medicine began.");
    tells(&(struct sign){.id = SIGN_BOTH_SIDES, .facts = {1}},
          "Both sides were named on 1 day of the last 14.");
    tells(&(struct sign){.id = SIGN_MOOD, .facts = {5}},
          "Stress of 8 or more, or mood of 2 or less: 5 of the last 7 days.");
    tells(&(struct sign){.id = SIGN_WARMTH, .facts = {3, 11, 4, 4, 1}},
          "Warm compresses today: 3.|Days with warmth: 11 of the last 14.|Weekly value 4, in the "
          "week before 4.");
    tells(&(struct sign){.id = SIGN_WARMTH, .facts = {3, 2}},
          "Warm compresses today: 3.|Days with warmth: 2 of the last 14.");
    tells(&(struct sign){.id = SIGN_WEARING_OFF, .facts = {66, 5, 1.5, 38}, .days = 7},
          "Weekly value 5, against 1.5 on days 15 to 55.|Rated days: 7, against 38.");
}

static void stands(struct quiet quiet, const char *wanted) {
    struct text_builder text = {0};
    text_add(&text, "");
    status_words_quiet(&text, &quiet);
    assert_string_equal(text.text, wanted);
    text_builder_free(&text);
}

static void how_quiet_it_is(void **state) {
    (void)state;
    stands((struct quiet){.status = QUIET_NONE}, "");
    stands((struct quiet){.status = QUIET_DAY, .days = 3}, "Quiet day");
    stands((struct quiet){.status = QUIET_SPELL, .days = 9}, "Quiet spell, 9 days");
    struct quiet remission = {.status = QUIET_REMISSION, .since = DAY - 262, .days = 262};
    stands(remission, "In remission since 3 March 2026");
    remission.treatment = true;
    stands(remission, "In remission since 3 March 2026, on treatment");
    stands((struct quiet){.status = QUIET_RETURNED, .days = 30}, "Returned after 30 days");
    struct quiet lasting = {.status = QUIET_LONG, .since = DAY - 800, .days = 800};
    stands(lasting, "Long quiet period, since 11 September 2024");
    struct text_builder note = {0};
    status_words_quiet_note(&note, &remission);
    assert_int_equal(note.length, 0);
    status_words_quiet_note(&note, &lasting);
    assert_string_equal(note.text,
                        "This is a very good sign; only your doctor can call it recovery.");
    text_builder_free(&note);
}

static void week_is(int day, struct cycle_compared compared, const char *wanted) {
    struct text_builder text = {0};
    text_add(&text, "");
    status_words_week(&text, day, &compared);
    assert_string_equal(text.text, wanted);
    text_builder_free(&text);
}

static void where_in_the_cycle(void **state) {
    (void)state;
    struct cycle_compared none = {0};
    struct cycle_compared same = {.given = true, .now = 4.5, .then = 3, .now_n = 9, .then_n = 9};
    struct cycle_compared more = {.given = true, .now = 5, .then = 3, .now_n = 9, .then_n = 9};
    week_is(-1, none, "");
    week_is(2, none,
            "Day 2 after the injection. In most people it begins to work after about four days.");
    week_is(3, same, "Day 3 after the injection. In most people it sets in within two weeks.");
    week_is(66, none, "Week 9. The effect often fades from about week 10.");
    week_is(84, none, "Week 12. In most people the effect wears off from about week 10.");
    week_is(84, same, "Week 12. This is usual for you.");
    week_is(84, more, "Week 12. In most people the effect wears off from about week 10.");
}

static void compares(struct cycle_compared compared, const char *wanted) {
    struct text_builder text = {0};
    text_add(&text, "");
    status_words_compared(&text, &compared);
    assert_string_equal(text.text, wanted);
    text_builder_free(&text);
}

static void cycles_are_compared_with_n(void **state) {
    (void)state;
    compares((struct cycle_compared){0}, "");
    compares((struct cycle_compared){.from_day = 60, .to_day = 73, .now_n = 12},
             "In most people the effect wears off from about week 10; compare with the next "
             "cycle.");
    compares((struct cycle_compared){true, 60, 73, 4.5, 3, 12, 14, 1},
             "Days 60 to 73 since the injection: median 4.5 on 12 rated days. The same days of 1 "
             "earlier cycle: 3 on 14 rated days.");
    compares((struct cycle_compared){true, 60, 73, 4, 3, 12, 25, 2},
             "Days 60 to 73 since the injection: median 4 on 12 rated days. The same days of 2 "
             "earlier cycles: 3 on 25 rated days.");
    static const struct {
        struct cycle cycle;
        const char *said;
    } rows[] = {
        {{.given = true, .better = 5, .wearing_off = 78},
         "Better from day 5, wearing off from day 78."},
        {{.given = true, .better = 5, .wearing_off = -1}, "Better from day 5."},
        {{.given = true, .better = -1, .wearing_off = -1}, "No better day is seen in the numbers."},
        {{.better = -1, .wearing_off = -1},
         "Without numbers of the two weeks before the injection nothing is compared."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text_builder text = {0};
        status_words_cycle(&text, &rows[i].cycle);
        assert_string_equal(text.text, rows[i].said);
        text_builder_free(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sign_has_its_words),
        cmocka_unit_test(urgency_stands_in_the_words),
        cmocka_unit_test(the_sentences_of_the_rules),
        cmocka_unit_test(ticks_are_told_with_their_days),
        cmocka_unit_test(figures_are_told_with_n),
        cmocka_unit_test(how_quiet_it_is),
        cmocka_unit_test(where_in_the_cycle),
        cmocka_unit_test(cycles_are_compared_with_n),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
