// SPDX-License-Identifier: MIT
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/gating.h"

// The routines of the clinical catalogue (tests/catalogue.tsv) as plain values: id, category, gates
// of the row, and steps of the kind that it has. No routine file is read.

enum { ROWS = 36, ROW_STEPS_MAX = 12, ROW_LINE_SIZE = 1024 };

struct rows {
    struct routine routines[ROWS];
    struct step steps[ROWS][ROW_STEPS_MAX];
    int count;
};

// What the table of times cannot tell of a repeated step: what it moves, how, or where it presses.
struct known_step {
    const char *routine;
    int first, last;
    enum verb verb;
    enum pose_moves moves;
    enum exercise_mode mode;
    enum massage_area area;
};

static const struct known_step known_steps[] = {
    {"relax-pmr-body", 1, 10, VERB_EXERCISE, MOVES_BODY, MODE_DO, 0},
    {"rom-jaw", 1, 10, VERB_EXERCISE, MOVES_JAW, MODE_DO, 0},
    {"rom-neck", 1, 10, VERB_EXERCISE, MOVES_BODY, MODE_DO, 0},
    {"str-lips-cheeks", 7, 7, VERB_EXERCISE, MOVES_JAW, MODE_DO, 0},
    {"nmr-imagine-then-do", 2, 2, VERB_EXERCISE, MOVES_FACE, MODE_IMAGINE, 0},
    {"nmr-imagine-then-do", 3, 3, VERB_EXERCISE, MOVES_FACE, MODE_ASSIST, 0},
    {"nmr-imagine-then-do", 5, 5, VERB_EXERCISE, MOVES_FACE, MODE_IMAGINE, 0},
    {"nmr-imagine-then-do", 6, 6, VERB_EXERCISE, MOVES_FACE, MODE_ASSIST, 0},
    {"mas-jaw-temple-neck", 3, 3, VERB_MASSAGE, 0, 0, AREA_MASSETER},
    {"mas-cheek-stretch", 2, 3, VERB_MASSAGE, 0, 0, AREA_CHEEK_INSIDE},
    {"mas-cheek-stretch", 4, 4, VERB_MASSAGE, 0, 0, AREA_CHIN},
    {"screen-reset", 4, 4, VERB_EXERCISE, MOVES_BODY, MODE_DO, 0},
};

static inline void fill_repeated(struct step *step, const char *id, int number, int count) {
    struct known_step known = {.verb = VERB_EXERCISE, .moves = MOVES_FACE, .mode = MODE_DO};
    for (size_t i = 0; i < sizeof known_steps / sizeof *known_steps; i++) {
        const struct known_step *row = &known_steps[i];
        if (strcmp(row->routine, id) == 0 && number >= row->first && number <= row->last) {
            known = *row;
        }
    }
    step->verb = known.verb;
    step->moves = known.moves;
    step->mode = known.mode;
    step->by_repetition = known.verb == VERB_MASSAGE;
    step->areas[0] = known.area;
    step->area_count = known.verb == VERB_MASSAGE;
    step->count = count;
}

static inline int64_t part_of(const char *value, const char *phase) {
    const char *at = strstr(value, phase);
    return at ? strtoll(at + strlen(phase), NULL, 10) : 0;
}

static inline void fill_step(struct routine *routine, int number, const char *value) {
    assert_in_range(number, routine->step_count + 1, ROW_STEPS_MAX);
    struct step *step = &routine->steps[routine->step_count++];
    int count = atoi(value);
    *step = (struct step){.number = number,
                          .name = "Step",
                          .count = 1,
                          .in_small_dose = true,
                          .effort = -1,
                          .compress_area = -1};
    if (strncmp(value, "wait", 4) == 0) {
        step->verb = VERB_WAIT;
    } else if (strstr(value, " in ")) {
        step->verb = VERB_BREATHE;
        step->count = count;
        step->breath.hold_ms = part_of(value, " hold-full ");
        step->breath.rest_ms = part_of(value, " hold-empty ");
    } else if (strstr(value, " massage ")) {
        step->verb = VERB_MASSAGE;
        step->areas[0] = AREA_TEMPLE;
        step->area_count = 1;
    } else if (strstr(value, " compress ")) {
        step->verb = VERB_COMPRESS;
        step->temperature = strstr(routine->id, "cold") ? TEMPERATURE_COLD : TEMPERATURE_WARM;
    } else if (strstr(value, " rest ")) {
        fill_repeated(step, routine->id, number, count);
    } else {
        step->verb = strstr(value, " scan ") ? VERB_SCAN : VERB_SECONDS;
    }
}

static inline void fill_gates(struct routine *routine, char *value) {
    char *rest = NULL;
    char *text = strtok_r(value, " ", &rest);
    for (int word = 0; word < PROFILE_COUNT; word++, text = strtok_r(NULL, " ", &rest)) {
        assert_non_null(text);
        int gate = vocabulary_find(gate_words, GATE_COUNT, text);
        assert_in_range(gate, GATE_OPEN, GATE_CLOSED);
        routine->gates[word] = (enum gate_word)gate;
    }
    assert_null(text);
    routine->has_gates = true;
}

static inline void fill_row(struct rows *rows, const char *id, const char *key, char *value) {
    if (strcmp(key, "title") == 0) {
        assert_in_range(rows->count, 0, ROWS - 1);
        struct routine *routine = &rows->routines[rows->count];
        snprintf(routine->id, sizeof routine->id, "%s", id);
        routine->steps = rows->steps[rows->count++];
        routine->rate = true;
    }
    assert_in_range(rows->count, 1, ROWS);
    struct routine *routine = &rows->routines[rows->count - 1];
    assert_string_equal(routine->id, id);
    if (strcmp(key, "category") == 0) {
        routine->category = (enum category)vocabulary_find(category_words, CATEGORY_COUNT, value);
        routine->rate = routine->category != CATEGORY_SCREEN_BREAK;
    } else if (strcmp(key, "per_day") == 0) {
        routine->limit.per_day = atoi(value);
    } else if (strcmp(key, "gates") == 0) {
        fill_gates(routine, value);
    } else if (key[0] >= '0' && key[0] <= '9') {
        fill_step(routine, atoi(key), value);
    }
}

static inline void rows_read(struct rows *rows) {
    char line[ROW_LINE_SIZE];
    FILE *table = fopen("tests/catalogue.tsv", "r");
    assert_non_null(table);
    *rows = (struct rows){0};
    while (fgets(line, sizeof line, table)) {
        char *rest = NULL;
        if (line[0] != '#') {
            const char *id = strtok_r(line, "\t\n", &rest);
            const char *key = strtok_r(NULL, "\t\n", &rest);
            char *value = strtok_r(NULL, "\t\n", &rest);
            assert_non_null(value);
            fill_row(rows, id, key, value);
        }
    }
    fclose(table);
    assert_int_equal(rows->count, ROWS);
}

static inline int rows_open(void **state) {
    struct rows *rows = malloc(sizeof *rows);
    assert_non_null(rows);
    rows_read(rows);
    *state = rows;
    return 0;
}

static inline int rows_close(void **state) {
    free(*state);
    return 0;
}

static inline const struct routine *row_of(const struct rows *rows, const char *id) {
    for (int i = 0; i < rows->count; i++) {
        if (strcmp(rows->routines[i].id, id) == 0) {
            return &rows->routines[i];
        }
    }
    fail_msg("no row %s", id);
    return NULL;
}

// Noon of a Saturday, 2026-11-21T12:00:00Z.
enum { HOUR_S = 3600, DAY_S = 24 * HOUR_S };
static const int64_t NOON_S = INT64_C(20778) * DAY_S + 12 * HOUR_S;

static inline unsigned bit(enum profile_word word) {
    return 1u << word;
}

// A person of whom these words hold; of toxin-24h an injection an hour before.
static inline struct profile told(unsigned words) {
    struct profile profile = {.conditions =
                                  words & ~(bit(PROFILE_UNKNOWN) | bit(PROFILE_TOXIN_24H))};
    if (words & bit(PROFILE_TOXIN_24H)) {
        profile.toxin_told = true;
        profile.toxin_from_s = profile.toxin_s = NOON_S - HOUR_S;
    }
    return profile;
}

static inline struct gating_facts facts_at(int64_t now_s) {
    return (struct gating_facts){.now_s = now_s, .toxin_lock_hours = TOXIN_LOCK_HOURS};
}

static inline struct gating gate_now(const struct routine *routine, const struct profile *profile) {
    struct gating_facts facts = facts_at(NOON_S);
    return gating_of(routine, profile, &facts);
}

static inline void check_gate(const struct routine *routine, struct gating gating,
                              enum gate_word gate, enum gating_reason reason) {
    if (gating.gate != gate || gating.reason != reason) {
        fail_msg("%s: %s by reason %d, not %s by reason %d", routine->id, gate_words[gating.gate],
                 (int)gating.reason, gate_words[gate], (int)reason);
    }
}
