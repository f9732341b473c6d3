// SPDX-License-Identifier: MIT
#include "catalogue_rows.h"

// The table of domain.md 12.4, word by word and in every combination.

// The routines that wait for the three answers, as domain.md 4.5 counts them up.
static bool waits_for_answers(const char *id) {
    static const char *const ids[] = {
        "relax-pmr-face",       "rom-upper-face",        "rom-lower-face",
        "str-lips-cheeks",      "str-brow-lids",         "nmr-smile-eyes-open",
        "nmr-pucker-eyes-open", "nmr-close-mouth-still", "nmr-imagine-then-do",
        "nmr-vowels",
    };
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        if (strcmp(ids[i], id) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_shut(enum gate_word gate) {
    return gate == GATE_PLAN || gate == GATE_CLOSED;
}

// Domain.md 12.4, counts over the thirty-six.
static void the_columns_add_up(void **state) {
    const struct rows *rows = *state;
    static const int counts[GATE_COUNT][PROFILE_COUNT] = {
        [GATE_OPEN] = {28, 25, 25, 29, 32, 24, 24, 18},
        [GATE_SMALL] = {4, 6, 4, 0, 0, 0, 6, 1},
        [GATE_PLAN] = {3, 4, 5, 3, 3, 7, 4, 7},
        [GATE_CLOSED] = {1, 1, 2, 4, 1, 5, 2, 10},
    };
    for (int word = PROFILE_MYOK; word < PROFILE_COUNT; word++) {
        int found[GATE_COUNT] = {0};
        for (int i = 0; i < ROWS; i++) {
            found[rows->routines[i].gates[word]]++;
        }
        for (int gate = GATE_OPEN; gate < GATE_COUNT; gate++) {
            assert_int_equal(found[gate], counts[gate][word]);
        }
    }
}

static void check_word(const struct routine *routine, enum profile_word word) {
    struct profile profile = told(bit(word));
    struct gating gating = gate_now(routine, &profile);
    enum gate_word gate = routine->gates[word];
    check_gate(routine, gating, gate, gate == GATE_OPEN ? REASON_NONE : REASON_WORD);
    if (gate != GATE_OPEN) {
        assert_int_equal(gating.word, word);
    }
    bool moves = waits_for_answers(routine->id);
    bool absolute = word == PROFILE_PALSY_EARLY && moves && is_shut(gate);
    assert_int_equal(gating.absolute, absolute);
    assert_int_equal(gating.wants_answers, moves && !absolute);
    assert_int_equal(gating.small, gate == GATE_SMALL);
    assert_int_equal(gating.until_s, 0);
    assert_false(gating.plan_dose);
    assert_false(gating.imagine_only);
    assert_false(gating.fresh_injection);
}

static void every_word_alone_reads_its_column(void **state) {
    const struct rows *rows = *state;
    for (int i = 0; i < ROWS; i++) {
        for (int word = PROFILE_MYOK; word <= PROFILE_UNKNOWN; word++) {
            check_word(&rows->routines[i], (enum profile_word)word);
        }
    }
}

// Pairs and more, an injection on top of each: the strictest, and of equals the first.
static void check_words(const struct routine *routine, unsigned words) {
    struct profile profile = told(words);
    struct gating gating = gate_now(routine, &profile);
    enum gate_word strictest = GATE_OPEN;
    enum gate_word lasting = GATE_OPEN;
    int first = -1;
    for (int word = PROFILE_MYOK; word < PROFILE_COUNT; word++) {
        enum gate_word gate = words & 1u << word ? routine->gates[word] : GATE_OPEN;
        if (gate > strictest) {
            strictest = gate;
            first = word;
        }
        lasting = word == PROFILE_TOXIN_24H ? lasting : strictest;
    }
    check_gate(routine, gating, strictest, first < 0 ? REASON_NONE : REASON_WORD);
    if (first >= 0) {
        assert_int_equal(gating.word, first);
    }
    bool eases = is_shut(strictest) ? !is_shut(lasting) : strictest > lasting;
    assert_int_equal(gating.until_s, eases ? NOON_S + 23 * HOUR_S : 0);
    assert_int_equal(gating.fresh_injection, (words & bit(PROFILE_TOXIN_24H)) != 0);
    assert_int_equal(gating.absolute, (words & bit(PROFILE_PALSY_EARLY)) != 0 &&
                                          waits_for_answers(routine->id) && is_shut(strictest));
}

static void of_several_words_the_strictest_decides(void **state) {
    const struct rows *rows = *state;
    for (int i = 0; i < ROWS; i++) {
        for (unsigned words = 0; words < 1u << PROFILE_UNKNOWN; words++) {
            unsigned held = words ? words : bit(PROFILE_UNKNOWN);
            check_words(&rows->routines[i], held);
            check_words(&rows->routines[i], held | bit(PROFILE_TOXIN_24H));
        }
    }
}

// A few of them by name, so that the test above cannot be wrong in the same way as the program.
static void named_combinations(void **state) {
    const struct rows *rows = *state;
    static const struct {
        const char *routine;
        unsigned words;
        enum gate_word gate;
        enum profile_word word;
    } cases[] = {
        {"rom-upper-face", 1u << PROFILE_HFS | 1u << PROFILE_SYNK, GATE_CLOSED, PROFILE_SYNK},
        {"rom-upper-face", 1u << PROFILE_HFS | 1u << PROFILE_BSP, GATE_PLAN, PROFILE_BSP},
        {"rom-lower-face", 1u << PROFILE_HFS | 1u << PROFILE_BSP, GATE_SMALL, PROFILE_HFS},
        {"mas-cheek-stretch", 1u << PROFILE_MYOK | 1u << PROFILE_BSP, GATE_CLOSED, PROFILE_MYOK},
        {"nmr-smile-eyes-open", 1u << PROFILE_SYNK | 1u << PROFILE_MYOK, GATE_SMALL, PROFILE_MYOK},
        {"breath-pursed", 1u << PROFILE_HFS | 1u << PROFILE_PALSY_WEAK, GATE_CLOSED,
         PROFILE_PALSY_WEAK},
        {"warm-compress", 1u << PROFILE_HFS | 1u << PROFILE_TOXIN_24H, GATE_CLOSED,
         PROFILE_TOXIN_24H},
        {"cold-compress", 1u << PROFILE_BSP | 1u << PROFILE_TOXIN_24H, GATE_SMALL,
         PROFILE_TOXIN_24H},
        {"str-brow-lids", 1u << PROFILE_PALSY_EARLY | 1u << PROFILE_TOXIN_24H, GATE_CLOSED,
         PROFILE_PALSY_EARLY},
        {"nmr-vowels", 1u << PROFILE_PALSY_EARLY | 1u << PROFILE_TOXIN_24H, GATE_PLAN,
         PROFILE_PALSY_EARLY},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct routine *routine = row_of(rows, cases[i].routine);
        struct profile profile = told(cases[i].words);
        struct gating gating = gate_now(routine, &profile);
        check_gate(routine, gating, cases[i].gate, REASON_WORD);
        assert_int_equal(gating.word, cases[i].word);
    }
}

static void unknown_goes_with_another_word(void **state) {
    (void)state;
    struct profile profile = {.conditions = bit(PROFILE_UNKNOWN) | bit(PROFILE_HFS)};
    assert_int_equal(profile_words_at(&profile, NOON_S, 24), bit(PROFILE_HFS));
    profile.conditions = bit(PROFILE_UNKNOWN);
    assert_int_equal(profile_words_at(&profile, NOON_S, 24), bit(PROFILE_UNKNOWN));
    // A fresh injection follows from its date alone, and stands for no other word.
    profile.conditions = bit(PROFILE_TOXIN_24H);
    assert_int_equal(profile_words_at(&profile, NOON_S, 24), bit(PROFILE_UNKNOWN));
    profile = told(bit(PROFILE_TOXIN_24H));
    assert_int_equal(profile_words_at(&profile, NOON_S, 24),
                     bit(PROFILE_UNKNOWN) | bit(PROFILE_TOXIN_24H));
}

static void check_lock(const struct routine *warm, const struct profile *profile, int lock_hours,
                       int64_t now_s, int64_t ends_s) {
    struct gating_facts facts = {.now_s = now_s, .toxin_lock_hours = lock_hours};
    struct gating gating = gating_of(warm, profile, &facts);
    bool locked = now_s >= profile->toxin_from_s && now_s < ends_s;
    check_gate(warm, gating, locked ? GATE_CLOSED : GATE_OPEN, locked ? REASON_WORD : REASON_NONE);
    assert_int_equal(gating.until_s, locked ? ends_s : 0);
    assert_int_equal(gating.fresh_injection, locked);
}

// A second before, at and after each edge of an injection's lock; a date alone counts from its end
// and locks its own day too.
static void an_injection_locks_to_the_second(void **state) {
    const struct routine *warm = row_of(*state, "warm-compress");
    const int64_t day_s = NOON_S - 12 * HOUR_S; // the midnight before
    const struct {
        int64_t from_s, upto_s;
        int lock_hours;
        int64_t ends_s;
    } cases[] = {
        {NOON_S, NOON_S, TOXIN_LOCK_HOURS, NOON_S + INT64_C(86400)},
        {NOON_S, NOON_S, 1, NOON_S + INT64_C(3600)},
        {NOON_S, NOON_S, 48, NOON_S + INT64_C(172800)},
        {NOON_S, NOON_S, 336, NOON_S + INT64_C(1209600)},
        {day_s, day_s + DAY_S, TOXIN_LOCK_HOURS, day_s + INT64_C(172800)},
        {day_s, day_s + DAY_S, 4, day_s + INT64_C(100800)},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct profile profile = {.conditions = bit(PROFILE_HFS),
                                  .toxin_told = true,
                                  .toxin_from_s = cases[i].from_s,
                                  .toxin_s = cases[i].upto_s};
        for (int second = -1; second <= 1; second++) {
            int hours = cases[i].lock_hours;
            check_lock(warm, &profile, hours, cases[i].from_s + second, cases[i].ends_s);
            check_lock(warm, &profile, hours, cases[i].upto_s + second, cases[i].ends_s);
            check_lock(warm, &profile, hours, cases[i].ends_s + second, cases[i].ends_s);
        }
        profile.toxin_told = false;
        struct gating gating = gate_now(warm, &profile);
        check_gate(warm, gating, GATE_OPEN, REASON_NONE);
    }
}

// The table of domain.md 4.5 for routines of users that name no gates.
static void without_gates_the_category_decides(void **state) {
    (void)state;
    static const enum gate_word O = GATE_OPEN;
    static const enum gate_word S = GATE_SMALL;
    static const enum gate_word P = GATE_PLAN;
    static const enum gate_word C = GATE_CLOSED;
    const enum gate_word table[CATEGORY_COUNT][PROFILE_COUNT] = {
        [CATEGORY_BREATHING] = {O, O, O, O, O, O, O, O},
        [CATEGORY_MEDITATION] = {O, O, O, O, O, O, O, O},
        [CATEGORY_ROM] = {O, S, S, C, O, P, S, P},
        [CATEGORY_STRENGTHENING] = {P, P, P, P, P, C, P, C},
        [CATEGORY_NMR] = {S, S, S, O, O, P, S, P},
        [CATEGORY_MASSAGE] = {O, O, O, O, O, O, O, O},
        [CATEGORY_COMPRESS_WARM] = {O, O, O, O, O, O, O, O},
        [CATEGORY_COMPRESS_COLD] = {O, O, O, O, O, O, O, O},
        [CATEGORY_SCREEN_BREAK] = {O, O, O, O, O, O, O, O},
    };
    for (int category = 0; category < CATEGORY_COUNT; category++) {
        struct routine routine = {.id = "mine", .category = (enum category)category};
        for (int word = PROFILE_MYOK; word <= PROFILE_UNKNOWN; word++) {
            struct profile profile = told(bit((enum profile_word)word));
            struct gating gating = gate_now(&routine, &profile);
            enum gate_word gate = table[category][word];
            check_gate(&routine, gating, gate, gate == O ? REASON_NONE : REASON_WORD);
        }
        struct profile profile = told(bit(PROFILE_PALSY_WEAK) | bit(PROFILE_TOXIN_24H));
        struct gating gating = gate_now(&routine, &profile);
        assert_int_equal(gating.gate, table[category][PROFILE_TOXIN_24H] > O
                                          ? table[category][PROFILE_TOXIN_24H]
                                          : table[category][PROFILE_PALSY_WEAK]);
    }
    // What is written counts, and the category no more.
    struct routine written = {.id = "mine", .category = CATEGORY_ROM, .has_gates = true};
    struct profile profile = told(bit(PROFILE_SYNK));
    check_gate(&written, gate_now(&written, &profile), GATE_OPEN, REASON_NONE);
}

int main(void) {
    const struct CMUnitTest cases[] = {
        cmocka_unit_test(the_columns_add_up),
        cmocka_unit_test(every_word_alone_reads_its_column),
        cmocka_unit_test(of_several_words_the_strictest_decides),
        cmocka_unit_test(named_combinations),
        cmocka_unit_test(unknown_goes_with_another_word),
        cmocka_unit_test(an_injection_locks_to_the_second),
        cmocka_unit_test(without_gates_the_category_decides),
    };
    return cmocka_run_group_tests(cases, rows_open, rows_close);
}
