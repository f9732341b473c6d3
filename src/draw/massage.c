// SPDX-License-Identifier: MIT
#include <math.h>

#include "base/memory.h"
#include "draw/back_view.h"
#include "draw/figure_parts.h"
#include "draw/massage_path.h"
#include "draw/portrait_place.h"

// The area of a massage with its path as white dots on the drawn face, and the hand that goes it.
//
// One stroke or circle takes a minute divided by the strokes of a minute. Where a place is pressed
// instead the hand stands, and its shadow grows deeper with the level.

enum { STROKES_USUAL = 30 };
static const double EYES_HALF_SHUT = 0.25;
// The dots, in face widths.
static const double DOT = 0.010;
static const double DOT_EVERY = 0.034;

int massage_area_at(const struct segment *segment, int64_t into_ms) {
    int count = segment->step->area_count;
    int64_t length_ms = segment->end_ms - segment->start_ms;
    if (count <= 1 || length_ms <= 0)
        return 0;
    int index = (int)(into_ms * count / length_ms);
    return index < count ? index : count - 1;
}

static struct massage_path path_of(const struct figure *figure) {
    const struct step *step = figure->segment->step;
    return massage_path_of(step->area_count > 0 ? step->areas[figure->area] : AREA_MASSETER,
                           step->circles);
}

// ---- the path ----

// White on skin of any tone: each has a thin dark rim.
static void dot(cairo_t *cairo, const struct face_colours *colours, struct point at, double alpha) {
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, at.x, at.y, DOT * 1.35, 0, 2 * M_PI);
    paint_use(cairo, colours->line, 0.30 * alpha);
    cairo_fill(cairo);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, at.x, at.y, DOT, 0, 2 * M_PI);
    cairo_set_source_rgba(cairo, 1, 1, 1, alpha);
    cairo_fill(cairo);
}

static void ring(cairo_t *cairo, const struct face_colours *colours, struct point at, double radius,
                 double alpha) {
    int dots = (int)lround(2 * M_PI * radius / DOT_EVERY);
    for (int i = 0; i < dots; i++) {
        double angle = 2 * M_PI * i / dots;
        struct point place = {at.x + radius * cos(angle), at.y + radius * sin(angle)};
        dot(cairo, colours, place, alpha);
    }
}

// Clearer towards the end: the way it goes.
static void dots_along(cairo_t *cairo, const struct face_colours *colours,
                       const struct massage_path *path) {
    struct point line[MASSAGE_LINE_MAX];
    int count = massage_line(path, line);
    double length = 0;
    for (int i = 1; i < count; i++) {
        length += hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    }
    double gone = 0;
    double next = 0;
    for (int i = 1; i < count; i++) {
        double piece = hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        while (piece > 0 && next <= gone + piece) {
            double t = (next - gone) / piece;
            struct point at = {line[i - 1].x + t * (line[i].x - line[i - 1].x),
                               line[i - 1].y + t * (line[i].y - line[i - 1].y)};
            dot(cairo, colours, at, 0.40 + 0.55 * next / length);
            next += DOT_EVERY;
        }
        gone += piece;
    }
}

static void paint_path_dots(cairo_t *cairo, const struct face_colours *colours,
                            const struct massage_path *path) {
    if (path->way == WAY_STROKE || path->way == WAY_STRETCH) {
        dots_along(cairo, colours, path);
        return;
    }
    for (int i = 0; i < path->count; i++) {
        ring(cairo, colours, path->points[i], path->radius, 0.90);
    }
}

// ---- the still part ----

// From behind the head stands higher, so that the shoulders clear the hills.
static struct portrait_place place_of(const struct massage_path *path, struct figure_place place) {
    return figure_face_place(path->behind, place);
}

void massage_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                         struct figure_place place) {
    const struct massage_path path = path_of(figure);
    struct face_colours colours = face_colours_of(figure_look(figure), theme);
    struct face_units eyes = {0};
    eyes.strength[UNIT_AU43][FACE_LEFT] = eyes.strength[UNIT_AU43][FACE_RIGHT] = EYES_HALF_SHUT;
    figure_paint_head(cairo, theme, figure, &eyes, path.behind, place);
    int signs[2];
    int count = figure_signs(figure, figure->segment->side, signs);
    figure_enter_face(cairo, path.behind, place);
    for (int i = 0; i < count; i++) {
        cairo_save(cairo);
        cairo_scale(cairo, signs[i], 1);
        paint_path_dots(cairo, &colours, &path);
        cairo_restore(cairo);
    }
    cairo_restore(cairo);
}

// ---- the hand ----

void massage_pose(const struct figure *figure, const struct frame *frame,
                  struct figure_pose *pose) {
    const struct massage_path path = path_of(figure);
    int signs[2];
    int count = figure_signs(figure, frame->segment->side, signs);
    bool presses = frame->segment->phase != PHASE_MASSAGE;
    int strokes = frame->segment->step->strokes;
    struct massage_tip tip = presses ? massage_tip_pressed(&path, frame->level)
                                     : massage_tip_at(&path, strokes > 0 ? strokes : STROKES_USUAL,
                                                      (double)frame->into_ms);
    struct figure_place design = {0, 0, 1};
    struct portrait_place face = place_of(&path, design);
    pose->press = presses ? frame->level : 0;
    pose->lift = tip.lift;
    pose->tips = count;
    if (path.in_turn && count > 1) {
        // The first half of the time on one side, the second on the other.
        pose->tips = 1;
        signs[0] = signs[frame->progress < 0.5 ? 0 : 1];
    }
    for (int i = 0; i < pose->tips; i++) {
        pose->sign[i] = signs[i];
        pose->x[i] = face.x + signs[i] * tip.at.x * face.unit;
        pose->y[i] = face.y + tip.at.y * face.unit;
    }
}

struct figure_kept {
    struct hand_kept *hands[2]; // of the picture's left and right
};

struct figure_kept *massage_keep(const struct theme *theme, const struct figure *figure,
                                 struct figure_place place) {
    const struct massage_path path = path_of(figure);
    struct face_colours colours = face_colours_of(figure_look(figure), theme);
    struct figure_kept *kept = memory_new(1, sizeof *kept);
    int signs[2];
    int count = figure_signs(figure, figure->segment->side, signs);
    double unit = place_of(&path, place).unit;
    for (int i = 0; i < count; i++) {
        // A hand that reaches behind shows its other side: the thumb lies below.
        int sign = path.behind ? -signs[i] : signs[i];
        double lean = path.behind ? -path.lean : path.lean;
        kept->hands[signs[i] > 0] = hand_kept_new(&colours, HAND_FLAT, lean, sign, unit);
    }
    return kept;
}

void figure_kept_free(struct figure_kept *kept) {
    if (!kept) {
        return;
    }
    hand_kept_free(kept->hands[0]);
    hand_kept_free(kept->hands[1]);
    memory_free(kept);
}

static struct point tip_at(const struct figure_pose *pose, int i, struct figure_place place) {
    return (struct point){place.x + pose->x[i] * place.scale, place.y + pose->y[i] * place.scale};
}

int massage_damage(const struct figure_kept *kept, const struct figure_pose *from,
                   const struct figure_pose *to, struct figure_place place,
                   struct box boxes[FIGURE_DAMAGE_MAX]) {
    const struct figure_pose *poses[] = {from, to};
    struct box of_side[2] = {{0, 0, 0, 0}, {0, 0, 0, 0}};
    for (int p = 0; p < 2; p++) {
        for (int i = 0; i < poses[p]->tips; i++) {
            int side = poses[p]->sign[i] > 0;
            struct hand_touch touch = {poses[p]->press, poses[p]->lift};
            of_side[side] = box_join(
                of_side[side], hand_kept_box(kept->hands[side], tip_at(poses[p], i, place), touch));
        }
    }
    int count = 0;
    for (int side = 0; side < 2; side++) {
        struct box box = box_meeting(of_side[side], figure_room(place));
        if (box.width > 0 && box.height > 0) {
            boxes[count++] = box;
        }
    }
    return count;
}

// What lies before a shoulder is hidden by it.
static void clip_to_back(cairo_t *cairo, struct figure_place place) {
    cairo_matrix_t straight;
    struct portrait_place face = figure_face_place(true, place);
    cairo_get_matrix(cairo, &straight);
    cairo_translate(cairo, face.x, face.y);
    cairo_scale(cairo, face.unit, face.unit);
    back_view_over_shoulder_path(cairo);
    cairo_set_matrix(cairo, &straight);
    cairo_clip(cairo);
}

void massage_paint(cairo_t *cairo, const struct figure *figure, const struct figure_kept *kept,
                   const struct figure_pose *pose, struct figure_place place) {
    struct box room = figure_room(place);
    struct hand_fade fade = {room.x, room.x + room.width, FIGURE_FADE * place.scale};
    cairo_save(cairo);
    cairo_rectangle(cairo, room.x, room.y, room.width, room.height);
    cairo_clip(cairo);
    if (path_of(figure).over) {
        clip_to_back(cairo, place);
    }
    for (int i = 0; i < pose->tips; i++) {
        const struct hand_kept *hand = kept->hands[pose->sign[i] > 0];
        struct hand_touch touch = {pose->press, pose->lift};
        struct point at = tip_at(pose, i, place);
        struct box box = hand_kept_box(hand, at, touch);
        bool inside = box.x > fade.left + fade.over && box.x + box.width < fade.right - fade.over;
        hand_kept_paint(hand, cairo, at, touch, inside ? NULL : &fade);
    }
    cairo_restore(cairo);
}
