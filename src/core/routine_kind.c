// SPDX-License-Identifier: MIT
#include "core/routine_kind.h"

static bool any(const struct routine *routine, bool (*is)(const struct step *)) {
    for (int i = 0; i < routine->step_count; i++) {
        if (is(&routine->steps[i])) {
            return true;
        }
    }
    return false;
}

bool step_moves_face(const struct step *step) {
    return step->verb == VERB_EXERCISE && step->moves == MOVES_FACE && step->mode != MODE_IMAGINE;
}

static bool imagines(const struct step *step) {
    return step->verb == VERB_EXERCISE && step->moves == MOVES_FACE && step->mode == MODE_IMAGINE;
}

static bool uses_face_or_jaw(const struct step *step) {
    return step->verb == VERB_EXERCISE && step->moves != MOVES_BODY;
}

static bool massages(const struct step *step) {
    return step->verb == VERB_MASSAGE;
}

static bool massages_beyond_mouth(const struct step *step) {
    for (int i = 0; step->verb == VERB_MASSAGE && i < step->area_count; i++) {
        if (step->areas[i] != AREA_CHEEK_INSIDE && step->areas[i] != AREA_CHIN) {
            return true;
        }
    }
    return false;
}

static bool warms(const struct step *step) {
    return step->verb == VERB_COMPRESS && step->temperature == TEMPERATURE_WARM;
}

static bool cools(const struct step *step) {
    return step->verb == VERB_COMPRESS && step->temperature == TEMPERATURE_COLD;
}

static bool must_stay_awake(const struct step *step) {
    return step->verb == VERB_COMPRESS || (step->verb == VERB_WAIT && step->awake_ms > 0);
}

static bool holds_breath(const struct step *step) {
    return step->verb == VERB_BREATHE && (step->breath.hold_ms > 0 || step->breath.rest_ms > 0);
}

static bool is_small_apart(const struct step *step) {
    return !step->in_small_dose;
}

static bool has_sides(const struct step *step) {
    bool moves = step->verb == VERB_EXERCISE && step->moves != MOVES_JAW;
    // Both shoulders are one movement; left and right written apart are two.
    bool apart = step->moves == MOVES_FACE || step->side != SIDE_BOTH;
    return step->side != SIDE_NONE && ((moves && apart) || step->verb == VERB_MASSAGE);
}

bool routine_moves_face(const struct routine *routine) {
    return routine->category != CATEGORY_SCREEN_BREAK && any(routine, step_moves_face);
}

bool routine_imagines(const struct routine *routine) {
    return any(routine, imagines);
}

bool routine_works_jaw_or_face(const struct routine *routine) {
    return any(routine, uses_face_or_jaw);
}

bool routine_is_face_routine(const struct routine *routine) {
    bool trains = routine->category == CATEGORY_ROM ||
                  routine->category == CATEGORY_STRENGTHENING || routine->category == CATEGORY_NMR;
    return trains && any(routine, uses_face_or_jaw);
}

bool routine_asks_closing(const struct routine *routine) {
    return routine->rate && (any(routine, massages) || any(routine, warms) || any(routine, cools) ||
                             any(routine, uses_face_or_jaw));
}

bool routine_has_sides(const struct routine *routine) {
    bool trains = routine->category == CATEGORY_ROM || routine->category == CATEGORY_NMR ||
                  routine->category == CATEGORY_STRENGTHENING ||
                  routine->category == CATEGORY_MASSAGE;
    return trains && any(routine, has_sides);
}

static bool asks_side(const struct step *step) {
    return step->side == SIDE_AFFECTED || step->side == SIDE_HEALTHY || step->side == SIDE_EACH ||
           (step->verb == VERB_EXERCISE && step->mode == MODE_ASSIST);
}

bool routine_asks_side(const struct routine *routine) {
    return any(routine, asks_side);
}

bool routine_holds_breath(const struct routine *routine) {
    return any(routine, holds_breath);
}

bool routine_massages(const struct routine *routine) {
    return any(routine, massages);
}

bool routine_massages_beyond_mouth(const struct routine *routine) {
    return any(routine, massages_beyond_mouth);
}

bool routine_warms(const struct routine *routine) {
    return any(routine, warms);
}

bool routine_cools(const struct routine *routine) {
    return any(routine, cools);
}

bool routine_suits_bedtime(const struct routine *routine) {
    return routine->category != CATEGORY_COMPRESS_WARM &&
           routine->category != CATEGORY_COMPRESS_COLD && !any(routine, must_stay_awake);
}

bool routine_has_small_form(const struct routine *routine) {
    return any(routine, is_small_apart);
}

bool routine_can_be_shorter(const struct routine *routine, int reps) {
    for (int i = 0; i < routine->step_count; i++) {
        const struct step *step = &routine->steps[i];
        bool repeated =
            step->verb == VERB_EXERCISE || (step->verb == VERB_MASSAGE && step->by_repetition);
        if (repeated && step->count > reps) {
            return true;
        }
    }
    return routine_has_small_form(routine);
}
