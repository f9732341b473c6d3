// SPDX-License-Identifier: MIT
#include "draw/exercise.h"

#include <math.h>
#include <string.h>

// A pose that a step only shows is taken up and left within this time.
enum { SHOWN_MS = 1500 };
// An imagined movement at its clearest (face/face.md section 11).
static const double IMAGINED = 0.8;

static bool is_repetition(enum phase phase) {
    return phase == PHASE_MOVE || phase == PHASE_HOLD || phase == PHASE_RELEASE ||
           phase == PHASE_REST;
}

struct exercise exercise_of(const struct segment *segment, const struct pose *pose, bool exchanged,
                            bool still) {
    bool moves = segment->step->verb == VERB_EXERCISE;
    return (struct exercise){.pose = pose && !pose->scene ? pose : NULL,
                             .side = segment->side,
                             .effort = segment->effort,
                             .mode = moves ? segment->step->mode : MODE_DO,
                             .exchanged = exchanged,
                             .still = still};
}

bool exercise_is_same(const struct exercise *one, const struct exercise *other) {
    return one->pose == other->pose && one->side == other->side && one->effort == other->effort &&
           one->mode == other->mode && one->assisted == other->assisted &&
           one->exchanged == other->exchanged && one->still == other->still;
}

static struct face_units to_picture(const struct exercise *exercise, struct face_units units) {
    return exercise->exchanged ? face_units_exchanged(&units) : units;
}

static struct face_units full(const struct exercise *exercise) {
    return pose_units_for(exercise->pose, exercise->side, exercise->effort);
}

struct face_units exercise_farthest(const struct exercise *exercise) {
    if (!exercise->pose || exercise->mode == MODE_IMAGINE) {
        return (struct face_units){0};
    }
    return to_picture(exercise, full(exercise));
}

// Of a step that only shows a pose: taken up at its beginning, let go before its end.
static struct face_motion shown(const struct frame *frame) {
    int64_t edge_ms = frame->into_ms < frame->left_ms ? frame->into_ms : frame->left_ms;
    double share = motion_ease(fmin(1, (double)edge_ms / SHOWN_MS));
    return (struct face_motion){.share = share, .soft = share, .at_ease = 1 - share};
}

static struct face_motion motion(const struct exercise *exercise, const struct frame *frame) {
    struct face_motion motion =
        is_repetition(frame->segment->phase) ? face_motion_at(frame) : shown(frame);
    if (exercise->still) {
        // A picture of each phase: there, or not.
        motion.share = motion.soft = motion.share > 0.5 ? 1 : 0;
        motion.working = motion.working > 0.5 ? 1 : 0;
        motion.at_ease = motion.at_ease > 0.5 ? 1 : 0;
    }
    return motion;
}

static void exchange_muscles(struct portrait_show *show) {
    bool left[MUSCLE_COUNT];
    memcpy(left, show->muscles[FACE_LEFT], sizeof left);
    memcpy(show->muscles[FACE_LEFT], show->muscles[FACE_RIGHT], sizeof left);
    memcpy(show->muscles[FACE_RIGHT], left, sizeof left);
}

// The quiet face blinks now and then, but not while anything is asked of it.
static void blink(const struct exercise *exercise, const struct frame *frame,
                  struct portrait_show *show) {
    if (exercise->pose || exercise->still || frame->segment->phase != PHASE_STEADY) {
        return;
    }
    double closed = face_blink_at(frame->into_ms);
    for (int side = 0; side < FACE_SIDES; side++) {
        show->units.strength[UNIT_AU45][side] = show->soft.strength[UNIT_AU45][side] = closed;
    }
}

// Where a fingertip helps a movement: at what it moves most (face/face.md section 11).
static struct point assisted_place(const struct face_units *units) {
    static const struct {
        enum face_unit unit;
        struct point at;
    } places[] = {
        {UNIT_AU1, {0.30, -0.20}},  {UNIT_AU2, {0.30, -0.20}},  {UNIT_AU4, {0.30, -0.20}},
        {UNIT_AU5, {0.23, -0.03}},  {UNIT_AU43, {0.23, -0.03}}, {UNIT_AU7, {0.23, 0.075}},
        {UNIT_AU9, {0.115, 0.20}},  {UNIT_AU17, {0.02, 0.69}},  {UNIT_AU26, {0.02, 0.69}},
        {UNIT_AU27, {0.02, 0.69}},  {UNIT_AD29, {0.02, 0.69}},  {UNIT_AD30, {0.02, 0.69}},
        {UNIT_AU34, {0.335, 0.36}}, {UNIT_AU35, {0.335, 0.36}},
    };
    struct point at = {0.205, 0.425}; // the corner of the mouth
    double most = 0;
    for (int unit = 0; unit < UNIT_COUNT; unit++) {
        double strength =
            fmax(fabs(units->strength[unit][FACE_LEFT]), fabs(units->strength[unit][FACE_RIGHT]));
        if (strength <= most) {
            continue;
        }
        most = strength;
        at = (struct point){0.205, 0.425};
        for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
            if (places[i].unit == (enum face_unit)unit) {
                at = places[i].at;
            }
        }
    }
    return at;
}

// The fingertip waits a little way off at rest, touches, and goes along.
static void assist(const struct exercise *exercise, const struct face_motion *at,
                   const struct face_units *full, struct portrait_show *show) {
    static const double LEAN = 0.7; // radians, 40 degrees
    static const double AWAY = 0.06;
    static const double TOUCHES_AT = 0.15; // of the way
    struct point place = assisted_place(full);
    struct face face = face_of_units(&show->units, &show->soft);
    enum side helped = exercise->assisted != SIDE_NONE ? exercise->assisted : exercise->side;
    double touch = motion_ease(fmin(1, at->share / TOUCHES_AT));
    for (int side = 0; side < FACE_SIDES; side++) {
        int sign = side == FACE_LEFT ? -1 : 1;
        enum side person = (side == FACE_LEFT) != exercise->exchanged ? SIDE_LEFT : SIDE_RIGHT;
        if (helped != person && helped != SIDE_BOTH) {
            continue;
        }
        struct point tip = face_carried(&face, (struct point){sign * place.x, place.y});
        tip.x += sign * AWAY * (1 - touch);
        tip.y += AWAY * (1 - touch);
        show->hands[side] = (struct portrait_hand){
            .there = true, .kind = HAND_POINTING, .at = tip, .angle = LEAN, .press = touch};
    }
}

struct portrait_show exercise_show(const struct exercise *exercise, const struct frame *frame) {
    struct portrait_show show = {0};
    if (!frame->segment) {
        return show;
    }
    if (!exercise->pose) {
        show.at_ease = 1;
        blink(exercise, frame, &show);
        return show;
    }
    struct face_motion at = motion(exercise, frame);
    struct face_units units = full(exercise);
    if (exercise->mode == MODE_IMAGINE) {
        show.target = to_picture(exercise, units);
        show.imagined = IMAGINED * at.share;
        show.at_ease = 1;
        return show;
    }
    show.units = to_picture(exercise, face_motion_units(&units, at.share));
    show.soft = to_picture(exercise, face_motion_units(&units, at.soft));
    show.at_ease = at.at_ease;
    if (exercise->mode == MODE_ASSIST) {
        struct face_units whole = to_picture(exercise, units);
        assist(exercise, &at, &whole, &show);
    }
    if (is_repetition(frame->segment->phase)) {
        show.glow = at.working;
        pose_muscles_for(exercise->pose, exercise->side, show.muscles);
        if (exercise->exchanged) {
            exchange_muscles(&show);
        }
    }
    return show;
}

bool exercise_moves(const struct exercise *exercise, const struct frame *frame) {
    if (!frame->segment) {
        return false;
    }
    return exercise_moves_in_ms(exercise, frame) == 0;
}

// The next moment at or after `into_ms` at which a quiet face blinks.
static int64_t blinks_in_ms(const struct frame *frame) {
    enum { STEP_MS = 20, SOON_MS = 1000 };
    for (int64_t ahead_ms = 0; ahead_ms < SOON_MS && ahead_ms < frame->left_ms;
         ahead_ms += STEP_MS) {
        if (face_blink_at(frame->into_ms + ahead_ms) > 0) {
            return ahead_ms;
        }
    }
    return SOON_MS < frame->left_ms ? SOON_MS : INT64_MAX;
}

int64_t exercise_moves_in_ms(const struct exercise *exercise, const struct frame *frame) {
    if (!frame->segment || exercise->still) {
        return INT64_MAX;
    }
    if (!exercise->pose) {
        return frame->segment->phase == PHASE_STEADY ? blinks_in_ms(frame) : INT64_MAX;
    }
    if (is_repetition(frame->segment->phase)) {
        return face_motion_moves_in_ms(frame);
    }
    if (frame->into_ms < SHOWN_MS || frame->left_ms <= SHOWN_MS) {
        return 0;
    }
    return frame->left_ms - SHOWN_MS;
}
