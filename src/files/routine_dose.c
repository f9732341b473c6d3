// SPDX-License-Identifier: MIT
#include "files/routine_dose.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof(array)[0]))
#define OF(category) (1U << (category))

enum { PER_DAY_MAX = 24, GAP_HOURS_MAX = 24 };
static const double TEMPO_LEAST = 0.25, TEMPO_MOST = 4.0;

// The strictest a file without gates can be played: what the category asks of everybody. Other
// categories are open. In the order of enum profile_word.
static const enum gate_word rom_row[PROFILE_COUNT] = {
    GATE_OPEN, GATE_SMALL, GATE_SMALL, GATE_CLOSED, GATE_OPEN, GATE_PLAN, GATE_SMALL, GATE_PLAN};
static const enum gate_word strengthening_row[PROFILE_COUNT] = {
    GATE_PLAN, GATE_PLAN, GATE_PLAN, GATE_PLAN, GATE_PLAN, GATE_CLOSED, GATE_PLAN, GATE_CLOSED};
static const enum gate_word nmr_row[PROFILE_COUNT] = {
    GATE_SMALL, GATE_SMALL, GATE_SMALL, GATE_OPEN, GATE_OPEN, GATE_PLAN, GATE_SMALL, GATE_PLAN};

static const enum gate_word *row_of(enum category category) {
    switch (category) {
    case CATEGORY_ROM:
        return rom_row;
    case CATEGORY_STRENGTHENING:
        return strengthening_row;
    case CATEGORY_NMR:
        return nmr_row;
    default:
        return NULL;
    }
}

static void default_gates(struct routine *routine) {
    const enum gate_word *row = row_of(routine->category);
    for (int word = 0; word < PROFILE_COUNT; word++) {
        routine->gates[word] = row ? row[word] : GATE_OPEN;
    }
}

static void read_gates(const struct group *top, struct routine *routine) {
    struct key keys[PROFILE_COUNT + 1];
    struct group gates;
    int gate = GATE_CLOSED;
    default_gates(routine);
    if (!group_inner(top, "gates", &gates)) {
        if (top->reading->strict && !group_has(top, "gates")) {
            group_warning(top, "gates", "missing");
        }
        return;
    }
    routine->has_gates = true;
    bool all = group_word(&gates, "all", gate_words, GATE_COUNT, &gate);
    keys[PROFILE_COUNT] = (struct key){"all", false, 0};
    for (int word = 0; word < PROFILE_COUNT; word++) {
        keys[word] = (struct key){profile_words[word], false, 0};
        int own = all ? gate : GATE_CLOSED;
        group_word(&gates, profile_words[word], gate_words, GATE_COUNT, &own);
        routine->gates[word] = (enum gate_word)own;
        if (group_has(&gates, "all") && group_has(&gates, profile_words[word])) {
            group_fault(&gates, profile_words[word], "all names every word already");
        }
    }
    group_check_keys(&gates, keys, COUNT(keys));
}

// Where a limit makes sense: a breath is not counted by the day, and a gap is for the skin.
enum {
    BY_DAY = OF(CATEGORY_ROM) | OF(CATEGORY_STRENGTHENING) | OF(CATEGORY_NMR) |
             OF(CATEGORY_MASSAGE) | OF(CATEGORY_COMPRESS_WARM) | OF(CATEGORY_COMPRESS_COLD),
    BY_GAP = OF(CATEGORY_COMPRESS_WARM) | OF(CATEGORY_COMPRESS_COLD),
    BY_CYCLES = OF(CATEGORY_BREATHING),
};
static const struct key limit_keys[] = {
    {"per_day", false, BY_DAY},
    {"gap_hours", false, BY_GAP},
    {"cycles_max", false, BY_CYCLES},
    {"cycles_first_month", false, BY_CYCLES},
};

static void read_limit(const struct group *top, struct routine *routine) {
    struct group limit;
    struct dose_limit *to = &routine->limit;
    if (!group_inner(top, "limit", &limit)) {
        return;
    }
    group_check_keys(&limit, limit_keys, COUNT(limit_keys));
    for (int index = 0; index < COUNT(limit_keys); index++) {
        const struct key *key = &limit_keys[index];
        if (group_has(&limit, key->name) && !(key->kinds & OF(routine->category))) {
            group_fault(&limit, key->name, "has no place in the category %s",
                        category_words[routine->category]);
        }
    }
    group_whole(&limit, "per_day", 1, PER_DAY_MAX, &to->per_day);
    group_whole(&limit, "gap_hours", 1, GAP_HOURS_MAX, &to->gap_hours);
    group_whole(&limit, "cycles_max", 1, ROUTINE_COUNT_MAX, &to->cycles_max);
    group_whole(&limit, "cycles_first_month", 1, ROUTINE_COUNT_MAX, &to->cycles_first_month);
    if (to->cycles_max && to->cycles_first_month > to->cycles_max) {
        group_fault(&limit, "cycles_first_month", "%d is above cycles_max, %d",
                    to->cycles_first_month, to->cycles_max);
    }
}

// The written dose is the factor 1, so it lies between the two.
static void read_tempo(const struct group *top, struct routine *routine) {
    static const struct key keys[] = {{"min", false, 0}, {"max", false, 0}};
    struct group tempo;
    bool breathing = routine->category == CATEGORY_BREATHING;
    routine->tempo_min = breathing ? 0.5 : 1.0;
    routine->tempo_max = breathing ? 1.5 : 1.0;
    if (!group_inner(top, "tempo", &tempo)) {
        return;
    }
    routine->tempo_given = true;
    group_check_keys(&tempo, keys, COUNT(keys));
    group_decimal(&tempo, "min", TEMPO_LEAST, 1.0, &routine->tempo_min);
    group_decimal(&tempo, "max", 1.0, TEMPO_MOST, &routine->tempo_max);
    if (!group_has(&tempo, "min") && !group_has(&tempo, "max")) {
        group_fault(top, "tempo", "needs min, max or both");
    }
}

static void read_range(const struct group *top, struct routine *routine) {
    static const struct key keys[] = {{"reps", false, 0}, {"hold", false, 0}};
    struct group range;
    int reps[2] = {0};
    int64_t hold_ms[2] = {0};
    if (!group_inner(top, "range", &range)) {
        return;
    }
    group_check_keys(&range, keys, COUNT(keys));
    group_whole_pair(&range, "reps", 1, ROUTINE_COUNT_MAX, reps);
    group_time_pair(&range, "hold", hold_ms);
    routine->range = (struct dose_range){
        .reps_min = reps[0],
        .reps_max = reps[1],
        .hold_min_ms = hold_ms[0],
        .hold_max_ms = hold_ms[1],
    };
}

static void read_choices(const struct group *top, struct routine *routine) {
    static const struct key keys[] = {{"cycles", false, 0}};
    struct group choices;
    if (!group_inner(top, "choices", &choices)) {
        return;
    }
    group_check_keys(&choices, keys, COUNT(keys));
    if (!group_require(&choices, "cycles")) {
        return;
    }
    const struct node *list = group_list(&choices, "cycles");
    int count = list ? node_length(list) : 0;
    if (list && (count < 1 || count > ROUTINE_CHOICES_MAX)) {
        group_fault(&choices, "cycles", "must be a list of 1 to %d numbers", ROUTINE_CHOICES_MAX);
        return;
    }
    for (int index = 0; index < count; index++) {
        if (group_element_whole(&choices, list, "cycles", index, ROUTINE_COUNT_MAX,
                                &routine->choices[index])) {
            routine->choice_count = index + 1;
        }
    }
}

void dose_read(const struct group *top, struct routine *routine) {
    read_gates(top, routine);
    read_limit(top, routine);
    read_tempo(top, routine);
    read_range(top, routine);
    read_choices(top, routine);
}
