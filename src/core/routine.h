// SPDX-License-Identifier: MIT
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/memory.h"
#include "core/vocabulary.h"

// A routine as it is written: titles, doses, steps. What it becomes in time is core/timeline's.
//
// A plain value that files/routine_file fills from a file and a test fills by hand. All times are
// whole milliseconds. Texts are valid UTF-8, in the language that was asked for when it was read,
// and belong to the arena; NULL where the file gives none. Immutable once it is built.

// Limits, each with its reason; files/ refuses what is beyond them with a message of its own.
enum {
    ROUTINE_ID_MAX = 64,       // a file name on every system
    ROUTINE_TITLE_MAX = 80,    // characters; one line of a terminal
    ROUTINE_SUMMARY_MAX = 300, // characters; two sentences
    ROUTINE_TEXT_MAX = 500,    // characters; half a minute of speech
    ROUTINE_STEPS_MAX = 512,   // written steps
    ROUTINE_DEPTH_MAX = 4,     // repeats inside repeats
    ROUTINE_COUNT_MAX = 200,   // reps, cycles, repeats
    ROUTINE_AREAS_MAX = AREA_COUNT,
    ROUTINE_CHOICES_MAX = 8,
    ROUTINE_TIME_MIN_MS = 100, // a written time
    ROUTINE_TIME_MAX_MS = 3600000,
};

// The parts of one breath; 0 leaves a part out. At least one is set.
struct breath_times {
    int64_t in_ms, top_up_ms, hold_ms, out_ms, rest_ms;
};

// The parts of one repetition; 0 leaves a part out. At least one is set.
struct movement_times {
    int64_t move_ms, hold_ms, release_ms, rest_ms;
};

// What a pose moves; decides whether an exercise is a face movement (design of the catalogue).
enum pose_moves { MOVES_FACE, MOVES_JAW, MOVES_BODY };

struct step {
    int number; // from 1, depth first: the step's name in messages, JSON and history
    int line;   // in its file, 0 when it came from elsewhere
    int inner;  // how many of the steps that follow belong to this repeat, its grandchildren
                // included
    enum verb verb;

    const char *name;  // never NULL
    const char *plain; // the same without a language, by which a plan means it; NULL: as `name`
    const char *say;
    const char *tip;
    const char *image;
    const char *show;                  // a pose or a scene, in place of the step's own picture
    const char *own;                   // profile key of the person's own words
    const char *say_if[PROFILE_COUNT]; // in place of `say` for that word

    int64_t length_ms;     // seconds, massage by time, compress, scan; 0 where the verb has parts
    int64_t bell_every_ms; // 0: none
    int count;             // reps, cycles or repeats; 1 where there are none
    bool by_repetition;    // massage: `reps` and parts in place of a length
    struct breath_times breath;
    struct movement_times movement;

    const char *pose;
    enum pose_moves moves;
    enum side side;
    int effort; // 0-10, -1 when not given
    enum exercise_mode mode;
    enum mirror mirror;
    bool pace_mine; // waits for the person before each repetition but the first

    enum massage_area areas[ROUTINE_AREAS_MAX];
    int area_count;
    int strokes;  // a minute, 0 when not given
    bool circles; // massage: small circles also where an area is stroked otherwise
    enum temperature temperature;
    int compress_area; // enum compress_area, -1 when not given
    enum region region;

    const char *question; // wait
    int64_t awake_ms;     // wait: wakes after this long without a key, 0 never

    bool optional;
    bool in_small_dose; // default true
    bool skippable;     // default true
    unsigned not_for;   // bit 1 << profile_word
};

// The published least and most; 0 where the file gives no range.
struct dose_range {
    int reps_min, reps_max;
    int64_t hold_min_ms, hold_max_ms;
};

struct dose_limit {
    int per_day;   // 0: none
    int gap_hours; // 0: none
    int cycles_max, cycles_first_month;
};

struct routine {
    char id[ROUTINE_ID_MAX + 1];
    const char *title, *summary, *author, *revised, *reviewed_by, *reviewed_on, *ambience;
    const char *folder; // its file lies in, where recordings of a voice may lie too; NULL: in none
    enum category category;
    const char **sources; // keys
    int source_count;
    const char **cautions; // keys (C and digits) or the file's own text
    int caution_count;
    bool has_gates;
    enum gate_word gates[PROFILE_COUNT]; // all open without `gates`
    struct dose_limit limit;
    double tempo_min, tempo_max; // factors on durations
    bool tempo_given;            // then exercises follow the tempo too
    bool rate;
    struct dose_range range;
    int choices[ROUTINE_CHOICES_MAX]; // of cycles
    int choice_count;

    struct step *steps; // depth first
    int step_count;
    struct arena arena; // holds all of the above
};

// The step of that number, or NULL.
const struct step *routine_step(const struct routine *routine, int number);

void routine_free(struct routine *routine);
