// SPDX-License-Identifier: MIT
#include "core/face_motion.h"

#include <math.h>

// Soft tissue starts so much of a movement later (face/face.md section 9).
static const double SOFT_LATER = 0.04;

// A release: nine tenths fall within 1 / 1.2 of its time, and the last tenth, from where the fall
// gets slow, sinks to its end.
static const double LAST = 0.1, FALL_UNTIL = 1 / 1.2, SINK_FROM = 0.9 / 1.2;
// How steeply it sinks: e-folds of a critically damped way, which starts without a jolt.
static const double SINK_STEEP = 5;

// Ease goes within this time of a movement, and comes with the later part of a release.
enum { READY_MS = 1000 };
static const double EASE_FROM = 0.4;

// A blink falls somewhere into the first 1.5 s of each slot: 6 to 9 s lie between two.
enum { BLINK_SLOT_MS = 7500, BLINK_WITHIN_MS = 1500, BLINK_FIRST_MS = 3000 };
enum { BLINK_CLOSE_MS = 120, BLINK_SHUT_MS = 30, BLINK_OPEN_MS = 200 };

// The gaze of eyes that close: so far down, within this share of the pose (face/face.md
// section 5.2).
static const double LOOK_DOWN = -0.5, LOOK_DOWN_SHARE = 1.0 / 3;
// Lids that shut at least so far, with at most this squeeze, close gently.
static const double SHUT = 0.9, GENTLE = 0.3;

static double bounded(double t) {
    return fmin(1, fmax(0, t));
}

double motion_ease(double t) {
    double u = bounded(t);
    return u * u * u * (10 + u * (6 * u - 15));
}

static double sink(double t) {
    double u = bounded(t) * SINK_STEEP;
    double end = (1 + SINK_STEEP) * exp(-SINK_STEEP);
    return ((1 + u) * exp(-u) - end) / (1 - end);
}

// From 1 at t = 0 to 0 at t = 1.
static double release(double t) {
    double fallen = motion_ease(t / FALL_UNTIL);
    return (1 - LAST) * (1 - fallen) + LAST * sink((t - SINK_FROM) / (1 - SINK_FROM));
}

// The level that the face starts from. The first movement of an exercise starts from rest, whatever
// level the step before has left (a held breath, say).
static double start_level(const struct segment *segment) {
    return segment->phase == PHASE_MOVE && segment->rep == 1 ? 0 : segment->level_from;
}

static double share_at(const struct segment *segment, double t) {
    double from = start_level(segment), to = segment->level_to;
    if (t >= 1) {
        return to;
    }
    return to >= from ? from + (to - from) * motion_ease(t) : to + (from - to) * release(t);
}

// The face is at ease while nothing is asked of it: ease goes as a movement begins and comes with
// the letting go, so that neither a hold nor a rest changes anything.
static double at_ease(const struct frame *frame, double t) {
    const struct segment *segment = frame->segment;
    double way = segment->level_to - start_level(segment);
    if (way > 0) {
        double within_ms = fmin(READY_MS, (double)segment->ramp_ms);
        return 1 - motion_ease(within_ms > 0 ? (double)frame->into_ms / within_ms : 1);
    }
    if (way < 0) {
        return motion_ease((t - EASE_FROM) / (1 - EASE_FROM));
    }
    return segment->level_to > 0 ? 0 : 1;
}

struct face_motion face_motion_at(const struct frame *frame) {
    const struct segment *segment = frame->segment;
    if (!segment) {
        return (struct face_motion){0};
    }
    double ramp_ms = (double)segment->ramp_ms;
    double t = ramp_ms > 0 ? (double)frame->into_ms / ramp_ms : 1;
    struct face_motion motion = {
        .share = share_at(segment, t),
        .soft = share_at(segment, t < 1 ? (t - SOFT_LATER) / (1 - SOFT_LATER) : 1),
    };
    motion.working = motion.share;
    motion.at_ease = at_ease(frame, t);
    return motion;
}

bool face_motion_moves(const struct frame *frame) {
    return face_motion_moves_in_ms(frame) == 0;
}

int64_t face_motion_moves_in_ms(const struct frame *frame) {
    const struct segment *segment = frame->segment;
    if (!segment) {
        return INT64_MAX;
    }
    double way = segment->level_to - start_level(segment);
    if (frame->into_ms < segment->ramp_ms && (way < 0 || way > 0)) {
        return 0;
    }
    return INT64_MAX;
}

struct face_units face_motion_units(const struct face_units *pose, double share) {
    struct face_units units = face_units_scaled(pose, share);
    const double *shut = pose->strength[UNIT_AU43], *squeeze = pose->strength[UNIT_AU7];
    bool gentle = fmin(shut[FACE_LEFT], shut[FACE_RIGHT]) >= SHUT &&
                  fmax(squeeze[FACE_LEFT], squeeze[FACE_RIGHT]) <= GENTLE;
    if (gentle) {
        double down = LOOK_DOWN * motion_ease(share / LOOK_DOWN_SHARE);
        units.strength[UNIT_GAZE_Y][FACE_LEFT] += down;
        units.strength[UNIT_GAZE_Y][FACE_RIGHT] += down;
    }
    return units;
}

// A number that looks random, the same for the same slot (splitmix64).
static uint64_t scattered(uint64_t slot) {
    uint64_t mixed = (slot + 1) * UINT64_C(0x9E3779B97F4A7C15);
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

double face_blink_at(int64_t at_ms) {
    if (at_ms < BLINK_FIRST_MS) {
        return 0;
    }
    int64_t slot = (at_ms - BLINK_FIRST_MS) / BLINK_SLOT_MS;
    int64_t start_ms = BLINK_FIRST_MS + slot * BLINK_SLOT_MS +
                       (int64_t)(scattered((uint64_t)slot) % (BLINK_WITHIN_MS + 1));
    double into_ms = (double)(at_ms - start_ms);
    double closed = motion_ease(into_ms / BLINK_CLOSE_MS);
    double opened = motion_ease((into_ms - BLINK_CLOSE_MS - BLINK_SHUT_MS) / BLINK_OPEN_MS);
    return closed * (1 - opened);
}
