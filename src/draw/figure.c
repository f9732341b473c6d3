// SPDX-License-Identifier: MIT
#include "draw/figure.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "draw/figure_parts.h"
#include "draw/scene.h"

// The head stands out from the sky by the light behind it.
enum { HEAD_HALO_Y = 345, HEAD_HALO_RING = 176 };
static const double QUARTER = 0.25;

// What a step shows where its verb has no picture of its own.
static enum figure_kind kind_of_show(enum show show) {
    switch (show) {
    case SHOW_SHOULDER_ROLL:
        return FIGURE_ROLL;
    case SHOW_FAR:
        return FIGURE_FAR;
    case SHOW_DRINK:
        return FIGURE_DRINK;
    case SHOW_PALMING:
        return FIGURE_PALMING;
    case SHOW_COUNT:
        return FIGURE_STEADY;
    default:
        return FIGURE_BODY;
    }
}

enum figure_kind figure_kind(const struct segment *segment) {
    enum show show = show_by_word(segment->pose);
    if (segment->pose && strcmp(segment->pose, "skin-check") == 0)
        return FIGURE_CHECK;
    switch (segment->step->verb) {
    case VERB_BREATHE:
        return FIGURE_LAMP;
    case VERB_EXERCISE:
        // A pose of somebody's own catalogue without units: the person sits there.
        return show == SHOW_COUNT ? FIGURE_BODY : kind_of_show(show);
    case VERB_COMPRESS:
        return FIGURE_COMPRESS;
    case VERB_MASSAGE:
        return FIGURE_MASSAGE;
    case VERB_SCAN:
        return FIGURE_SCAN;
    default:
        return kind_of_show(show);
    }
}

struct figure figure_at(const struct frame *frame, const struct step *covered,
                        const struct face_look *look, bool exchanged) {
    assert(frame->segment);
    struct figure figure = {.kind = figure_kind(frame->segment),
                            .segment = frame->segment,
                            .look = look,
                            .exchanged = exchanged};
    figure.show = show_by_word(frame->segment->pose);
    if (figure.kind == FIGURE_MASSAGE)
        figure.area = massage_area_at(frame->segment, frame->into_ms);
    if (figure.kind == FIGURE_ROLL)
        figure.area = roll_way_at(frame);
    if (figure.kind == FIGURE_CHECK)
        figure.covered = covered;
    return figure;
}

bool figure_same_still(const struct figure *one, const struct figure *other) {
    return one->segment && other->segment && one->kind == other->kind &&
           (one->segment->step == other->segment->step || one->kind == FIGURE_STEADY ||
            one->kind == FIGURE_LAMP) &&
           one->segment->side == other->segment->side && one->area == other->area &&
           one->covered == other->covered && one->look == other->look &&
           one->exchanged == other->exchanged;
}

bool figure_has_sides(const struct figure *figure) {
    enum side side = figure->segment->side;
    bool one = side == SIDE_LEFT || side == SIDE_RIGHT;
    switch (figure->kind) {
    case FIGURE_FACE:
    case FIGURE_MASSAGE:
    case FIGURE_COMPRESS:
        return one || side == SIDE_BOTH;
    case FIGURE_BODY:
    case FIGURE_ROLL:
        return one;
    default:
        return false;
    }
}

void figure_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                        struct figure_place place) {
    if (figure->kind > FIGURE_STEADY && figure->kind != FIGURE_FAR)
        scene_halo(cairo, theme, place.x, place.y + HEAD_HALO_Y * place.scale,
                   HEAD_HALO_RING * place.scale);
    switch (figure->kind) {
    case FIGURE_LAMP:
        scene_halo(cairo, theme, place.x, place.y + FIGURE_LAMP_Y * place.scale,
                   FIGURE_LAMP_RING * place.scale);
        break;
    case FIGURE_STEADY:
        steady_paint(cairo, theme, place);
        break;
    case FIGURE_COMPRESS:
        compress_paint(cairo, theme, figure, place);
        break;
    case FIGURE_CHECK:
        compress_paint_check(cairo, theme, figure, place);
        break;
    case FIGURE_MASSAGE:
        massage_paint_still(cairo, theme, figure, place);
        break;
    case FIGURE_SCAN:
        scan_paint(cairo, theme, figure, place);
        break;
    case FIGURE_BODY:
        body_paint_still(cairo, theme, figure, place);
        break;
    case FIGURE_ROLL:
        figure_paint_disc(cairo, theme, figure, place);
        break;
    case FIGURE_FAR:
        far_paint(cairo, theme, figure, place);
        break;
    case FIGURE_DRINK:
        drink_paint(cairo, theme, figure, place);
        break;
    case FIGURE_PALMING:
        palming_paint(cairo, theme, figure, place);
        break;
    case FIGURE_FACE:
    case FIGURE_IMAGE:
        break;
    }
}

struct figure_pose figure_pose(const struct figure *figure, const struct frame *frame) {
    struct figure_pose pose = {.level = 0};
    if (figure->kind == FIGURE_BODY)
        body_pose_at(figure, frame, &pose);
    else if (figure->kind == FIGURE_ROLL)
        roll_pose_at(figure, frame, &pose);
    else if (figure->kind == FIGURE_MASSAGE)
        massage_pose(figure, frame, &pose);
    return pose;
}

static bool apart(double one, double other, double least) {
    return fabs(one - other) >= least;
}

bool figure_poses_differ(const struct figure_pose *one, const struct figure_pose *other,
                         double scale) {
    enum { PRESS_PIXELS = 6, LIFT_LEVELS = 64 };
    double least = QUARTER / scale;
    if (one->tips != other->tips || apart(one->level, other->level, least) ||
        apart(one->way_x, other->way_x, least) || apart(one->way_y, other->way_y, least))
        return true;
    for (int i = 0; i < one->tips; i++)
        if (one->sign[i] != other->sign[i] || apart(one->x[i], other->x[i], least) ||
            apart(one->y[i], other->y[i], least))
            return true;
    return one->tips > 0 && (apart(one->press, other->press, least / PRESS_PIXELS) ||
                             apart(one->lift, other->lift, 1.0 / LIFT_LEVELS));
}

bool figure_moves(const struct figure *figure, const struct frame *frame) {
    const struct segment *segment = frame->segment;
    if (!segment)
        return false;
    if (figure->kind == FIGURE_MASSAGE && segment->phase == PHASE_MASSAGE)
        return true;
    if (figure->kind == FIGURE_ROLL && segment->step->verb != VERB_EXERCISE)
        return true;
    bool follows = figure->kind == FIGURE_MASSAGE ||
                   ((figure->kind == FIGURE_BODY || figure->kind == FIGURE_ROLL) &&
                    segment->step->verb == VERB_EXERCISE);
    return follows && frame->into_ms < segment->ramp_ms &&
           (segment->level_from < segment->level_to || segment->level_from > segment->level_to);
}

struct figure_kept *figure_keep(const struct theme *theme, const struct figure *figure,
                                struct figure_place place) {
    return figure->kind == FIGURE_MASSAGE ? massage_keep(theme, figure, place) : NULL;
}

int figure_damage(const struct figure *figure, const struct figure_kept *kept,
                  const struct figure_pose *from, const struct figure_pose *to,
                  struct figure_place place, struct box boxes[FIGURE_DAMAGE_MAX]) {
    if (figure->kind == FIGURE_MASSAGE)
        return massage_damage(kept, from, to, place, boxes);
    if (figure->kind == FIGURE_ROLL)
        return roll_damage(place, boxes);
    return figure->kind == FIGURE_BODY ? body_damage(figure, place, boxes) : 0;
}

void figure_paint_moving(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                         const struct figure_kept *kept, const struct figure_pose *pose,
                         struct figure_place place) {
    if (figure->kind == FIGURE_BODY)
        body_paint_moving(cairo, theme, figure, pose, place);
    else if (figure->kind == FIGURE_ROLL)
        roll_paint_moving(cairo, theme, figure, pose, place);
    else if (figure->kind == FIGURE_MASSAGE)
        massage_paint(cairo, figure, kept, pose, place);
}
