// SPDX-License-Identifier: MIT
#include "person.h"

#include "run/gate_words.h"
#include "run/own_cautions.h"

// Why a routine is closed, small or enough for now, in words.

// Every gate that is not open has a sentence of its own word, in each combination.
static void every_gate_has_its_sentence(void **state) {
    struct room *room = *state;
    struct error err = {0};
    static const char *const told[] = {"myok",       "hfs",         "bsp", "synk",
                                       "palsy-weak", "palsy-early", ""};
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        struct person person;
        tell(room, "condition", told[i]);
        assert_true(person_read(&room->house, &person, &err));
        for (int at = 0; at < room->house.catalog.count; at++) {
            const struct routine *one = &room->house.catalog.entries[at].routine;
            struct allowed allowed = allowed_for(&person, one);
            struct text_builder text = {0};
            gate_words_reason(&text, one, &allowed);
            if (allowed.gating.gate == GATE_OPEN) {
                assert_int_equal(text.length, 0);
            } else {
                assert_non_null(strstr(text.text, *told[i] ? told[i] : "unknown"));
                assert_int_equal(text.text[text.length - 1], '.');
            }
            text_builder_free(&text);
        }
        person_free(&person);
    }
}

static void every_reason_has_its_sentence(void **state) {
    struct room *room = *state;
    const struct routine *one = routine(room, "warm-compress");
    const struct plan plan = {.id = "weeks", .title = "Weeks"};
    for (int reason = 0; reason < REASON_COUNT; reason++) {
        struct allowed allowed = {
            .gating = {.gate = GATE_CLOSED, .reason = (enum gating_reason)reason},
            .hold = {.reason = HOLD_RISE},
            .word = {.plan = &plan}};
        struct text_builder text = {0};
        gate_words_reason(&text, one, &allowed);
        assert_int_equal(text.length > 0, reason != REASON_NONE);
        text_builder_free(&text);
    }
}

static void limits_say_when_they_open(void **state) {
    (void)state;
    static const struct {
        enum limit_reason reason;
        int64_t opens_s;
        const char *said;
    } cases[] = {
        {LIMIT_NONE, 0, NULL},
        {LIMIT_GAP, 5400, "Enough for now, the skin rests; it opens at 9:30."},
        {LIMIT_GAP, 5401, "Enough for now, the skin rests; it opens at 9:31."},
        {LIMIT_PER_DAY, 20 * HOUR_S, "Enough of this one for today; it opens tomorrow at 4:00."},
        {LIMIT_CEILING, 20 * HOUR_S,
         "Enough face exercises for today; they open tomorrow at 4:00."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct allowed allowed = {
            .limit = {.reason = cases[i].reason, .opens_s = morning.utc_s + cases[i].opens_s}};
        struct text_builder text = {0};
        gate_words_limit(&text, &allowed, morning);
        if (cases[i].said) {
            assert_string_equal(text.text, cases[i].said);
        } else {
            assert_int_equal(text.length, 0);
        }
        text_builder_free(&text);
    }
}

static void own_cautions_meet_what_they_are_about(void **state) {
    struct room *room = *state;
    static const struct {
        enum ask ask;
        const char *routine, *key;
    } cases[] = {
        {ASK_ASTHMA, "breath-478", "C2"},        {ASK_ASTHMA, "breath-calm", NULL},
        {ASK_STROKE, "mas-face-full", "C15"},    {ASK_BLOOD_THINNERS, "mas-face-full", "C15"},
        {ASK_STABBING_PAIN, "warm-lids", "C17"}, {ASK_COLD_ALLERGY, "cold-compress", "C18"},
        {ASK_COLD_ALLERGY, "warm-lids", NULL},   {ASK_PREGNANCY, "rom-jaw", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *keys[OWN_CAUTIONS_MAX];
        struct profile profile = {.asks = 1u << cases[i].ask};
        int count = own_cautions(&profile, routine(room, cases[i].routine), keys);
        assert_int_equal(count, cases[i].key ? 1 : 0);
        if (cases[i].key) {
            assert_string_equal(keys[0], cases[i].key);
            assert_non_null(shared_caution(&room->house.catalog.shared, keys[0]));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_gate_has_its_sentence),
        TEST(every_reason_has_its_sentence),
        TEST(limits_say_when_they_open),
        TEST(own_cautions_meet_what_they_are_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
