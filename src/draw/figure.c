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

enum figure_kind figure_kind(const struct segment *segment) {
    if (segment->pose && strcmp(segment->pose, "skin-check") == 0)
        return FIGURE_CHECK;
    switch (segment->step->verb) {
    case VERB_BREATHE:
        return FIGURE_LAMP;
    case VERB_EXERCISE:
        return FIGURE_EFFORT;
    case VERB_COMPRESS:
        return FIGURE_COMPRESS;
    case VERB_MASSAGE:
        return FIGURE_MASSAGE;
    case VERB_SCAN:
        return FIGURE_SCAN;
    default:
        return FIGURE_STEADY;
    }
}

struct figure figure_at(const struct frame *frame, const struct step *covered,
                        const struct face_look *look, bool exchanged) {
    assert(frame->segment);
    struct figure figure = {.kind = figure_kind(frame->segment),
                            .segment = frame->segment,
                            .look = look,
                            .exchanged = exchanged};
    if (figure.kind == FIGURE_MASSAGE)
        figure.area = massage_area_at(frame->segment, frame->into_ms);
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
    bool sided = side == SIDE_LEFT || side == SIDE_RIGHT || side == SIDE_BOTH;
    return sided && (figure->kind == FIGURE_EFFORT || figure->kind == FIGURE_FACE ||
                     figure->kind == FIGURE_MASSAGE || figure->kind == FIGURE_COMPRESS);
}

void figure_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                        struct figure_place place) {
    if (figure->kind > FIGURE_EFFORT)
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
    case FIGURE_EFFORT:
        effort_paint_still(cairo, theme, figure, place);
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
        scan_paint(cairo, theme, figure->segment->step->region, place);
        break;
    case FIGURE_FACE:
    case FIGURE_IMAGE:
        break;
    }
}

struct figure_pose figure_pose(const struct figure *figure, const struct frame *frame) {
    struct figure_pose pose = {.level = 0};
    if (figure->kind == FIGURE_EFFORT)
        effort_pose(figure, frame, &pose);
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
    if (one->held != other->held || one->tips != other->tips ||
        apart(one->level, other->level, least))
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
    bool filled = figure->kind == FIGURE_EFFORT || figure->kind == FIGURE_MASSAGE;
    return filled && frame->into_ms < segment->ramp_ms &&
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
    if (figure->kind != FIGURE_EFFORT)
        return 0;
    boxes[0] = figure_to_pixels(place, effort_damage(from, to));
    return 1;
}

void figure_paint_moving(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                         const struct figure_kept *kept, const struct figure_pose *pose,
                         struct figure_place place) {
    if (figure->kind == FIGURE_EFFORT)
        effort_paint(cairo, theme, figure, pose, place);
    else if (figure->kind == FIGURE_MASSAGE)
        massage_paint(cairo, figure, kept, pose, place);
}
