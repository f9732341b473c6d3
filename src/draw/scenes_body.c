// SPDX-License-Identifier: MIT
#include <assert.h>
#include <stddef.h>

#include "draw/light.h"
#include "draw/person_view.h"

// The sitting person: what is felt lies in a soft light, what is tensed moves and glows.

// Where the light of each part falls.
enum { LIGHTS = 3 };
struct part {
    struct light lights[LIGHTS];
    int count;
};
enum part_name {
    PART_FEET,
    PART_CALVES,
    PART_THIGHS,
    PART_BELLY,
    PART_CHEST,
    PART_BLADES,
    PART_HANDS,
    PART_ARMS,
    PART_SHOULDERS,
    PART_WHOLE,
    PARTS
};
static const struct part parts[PARTS] = {
    [PART_FEET] = {{{{0.80, 6.76}, 0.52, 0.56, true}}, 1},
    [PART_CALVES] = {{{{0.76, 5.66}, 0.56, 0.84, true}}, 1},
    [PART_THIGHS] = {{{{0.66, 4.28}, 0.66, 0.66, true}}, 1},
    [PART_BELLY] = {{{{0, 3.20}, 0.98, 0.78, false}, {{0.72, 3.86}, 0.52, 0.42, true}}, 2},
    [PART_CHEST] = {{{{0, 1.80}, 1.08, 0.82, false}}, 1},
    [PART_BLADES] = {{{{0.20, 1.78}, 0.30, 0.62, true}}, 1},
    [PART_HANDS] = {{{{0.70, 4.10}, 0.44, 0.62, true}}, 1},
    [PART_ARMS] = {{{{1.20, 2.06}, 0.46, 0.86, true},
                    {{1.14, 3.20}, 0.46, 0.64, true},
                    {{0.70, 4.10}, 0.46, 0.66, true}},
                   3},
    [PART_SHOULDERS] = {{{{0.92, 1.26}, 0.58, 0.46, true}, {{0, 0.94}, 0.44, 0.36, false}}, 2},
    [PART_WHOLE] = {{{{0, 0.40}, 1.70, 2.20, false},
                     {{0, 2.80}, 2.20, 2.40, false},
                     {{0, 5.60}, 2.00, 2.60, false}},
                    3},
};

// What an exercise does to the body, and all that it changes, in the face's unit.
struct scene_body {
    enum camera camera;
    enum part_name part;
    struct body_pose pose; // at its farthest
    struct box moving;
};

static const struct scene_body scenes[] = {
    [SHOW_BODY] = {CAMERA_WHOLE,
                   PART_WHOLE,
                   {.fists = 1, .shoulders = 0.5, .thighs = 1},
                   {-2, -1, 4, 8.6}},
    [SHOW_HANDS] = {CAMERA_LAP, PART_HANDS, {.fists = 1}, {-1.60, 3.20, 3.20, 1.90}},
    [SHOW_ARMS] = {CAMERA_UPPER, PART_ARMS, {.elbows = 1, .fists = 1}, {-1.90, 0.70, 3.80, 4.30}},
    [SHOW_SHOULDERS] = {CAMERA_BUST, PART_SHOULDERS, {.shoulders = 1}, {-1.80, 0.40, 3.60, 4.60}},
    [SHOW_CHEST] = {CAMERA_BEHIND, PART_BLADES, {.blades = 1}, {-1.75, 0.80, 3.50, 3.40}},
    [SHOW_BELLY] = {CAMERA_UPPER, PART_BELLY, {.belly = 1}, {-1.40, 1.60, 2.80, 3.00}},
    [SHOW_THIGHS] = {CAMERA_LEGS, PART_THIGHS, {.thighs = 1}, {-1.50, 3.40, 3.00, 2.90}},
    [SHOW_CALVES] = {CAMERA_FEET, PART_CALVES, {.toes_up = 1}, {-1.50, 4.60, 3.00, 2.90}},
    [SHOW_FEET] = {CAMERA_FEET, PART_FEET, {.toes_curled = 1}, {-1.50, 6.00, 3.00, 1.50}},
    [SHOW_LEGS] = {CAMERA_LEGS,
                   PART_THIGHS,
                   {.thighs = 1, .toes_up = 1},
                   {-1.50, 3.40, 3.00, 4.10}},
};
static const int SCENES = sizeof scenes / sizeof *scenes;

// A movement that nothing here draws: the person sits there, and what works is not told.
static const struct scene_body any = {CAMERA_WHOLE, PART_WHOLE, {.fists = 0}, {-2, -1, 4, 8.6}};

static const struct scene_body *scene_of(const struct figure *figure) {
    return (int)figure->show < SCENES ? &scenes[figure->show] : &any;
}

// ---- at rest, in a light ----

// The parts of a region of a scan; up to three.
static int parts_of(enum region region, enum part_name names[LIGHTS]) {
    static const struct {
        enum part_name names[LIGHTS];
        int count;
    } regions[REGION_COUNT] = {
        [REGION_FEET_LEGS] = {{PART_FEET, PART_CALVES, PART_THIGHS}, 3},
        [REGION_HIPS_BELLY] = {{PART_BELLY}, 1},
        [REGION_CHEST_BACK] = {{PART_CHEST}, 1},
        [REGION_HANDS_ARMS] = {{PART_ARMS}, 1},
        [REGION_SHOULDERS_NECK] = {{PART_SHOULDERS}, 1},
        [REGION_BODY] = {{PART_WHOLE}, 1},
    };
    for (int i = 0; i < regions[region].count; i++) {
        names[i] = regions[region].names[i];
    }
    return regions[region].count;
}

// Whether arms and hands belong to a part.
static bool has_arms(enum part_name part) {
    return part == PART_HANDS || part == PART_ARMS || part == PART_SHOULDERS || part == PART_WHOLE;
}

static void paint_lit(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                      const enum part_name *names, int count, struct figure_place place) {
    struct light lights[LIGHTS * LIGHTS];
    int lit = 0;
    assert(count > 0 && count <= LIGHTS);
    bool with_arms = has_arms(names[0]);
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < parts[names[i]].count; j++) {
            lights[lit++] = parts[names[i]].lights[j];
        }
    }
    struct body_look look = person_look(theme, figure, CAMERA_WHOLE);
    figure_paint_disc(cairo, theme, figure, place);
    person_enter(cairo, CAMERA_WHOLE, place);
    body_paint(cairo, &look, with_arms ? BODY_ALL : BODY_BUT_ARMS);
    light_fall(cairo, theme, lights, lit);
    if (!with_arms) {
        // The arms lie over what is meant, and stay in the dusk.
        cairo_push_group(cairo);
        body_paint(cairo, &look, BODY_ARMS);
        light_fall(cairo, theme, NULL, 0);
        cairo_pop_group_to_source(cairo);
        cairo_paint(cairo);
    }
    person_leave(cairo, CAMERA_WHOLE);
}

bool body_has_region(enum region region) {
    enum part_name names[LIGHTS];
    return parts_of(region, names) > 0;
}

void body_paint_region(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       struct figure_place place) {
    enum part_name names[LIGHTS];
    int count = parts_of(figure->segment->step->region, names);
    paint_lit(cairo, theme, figure, names, count, place);
}

// A step that only names a part shows it at rest.
static bool is_worked(const struct figure *figure) {
    return figure->segment->step->verb == VERB_EXERCISE;
}

static void paint_shown(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                        struct figure_place place) {
    static const struct {
        enum part_name names[LIGHTS];
        int count;
    } shown[] = {
        [SHOW_BODY] = {{PART_WHOLE}, 1},
        [SHOW_HANDS] = {{PART_HANDS}, 1},
        [SHOW_ARMS] = {{PART_ARMS}, 1},
        [SHOW_SHOULDERS] = {{PART_SHOULDERS}, 1},
        [SHOW_CHEST] = {{PART_CHEST}, 1},
        [SHOW_BELLY] = {{PART_BELLY}, 1},
        [SHOW_THIGHS] = {{PART_THIGHS}, 1},
        [SHOW_CALVES] = {{PART_CALVES}, 1},
        [SHOW_FEET] = {{PART_FEET}, 1},
        [SHOW_LEGS] = {{PART_FEET, PART_CALVES, PART_THIGHS}, 3},
    };
    paint_lit(cairo, theme, figure, shown[figure->show].names, shown[figure->show].count, place);
}

void body_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                      struct figure_place place) {
    if (is_worked(figure)) {
        figure_paint_disc(cairo, theme, figure, place);
    } else {
        paint_shown(cairo, theme, figure, place);
    }
}

// ---- at work ----

void body_pose_at(const struct figure *figure, const struct frame *frame,
                  struct figure_pose *pose) {
    pose->level = is_worked(figure) ? frame->level * BODY_WAY : 0;
}

static struct body_pose scaled(const struct body_pose *pose, double share) {
    return (struct body_pose){.fists = pose->fists * share,
                              .elbows = pose->elbows * share,
                              .shoulders = pose->shoulders * share,
                              .blades = pose->blades * share,
                              .belly = pose->belly * share,
                              .thighs = pose->thighs * share,
                              .toes_up = pose->toes_up * share,
                              .toes_curled = pose->toes_curled * share};
}

// The first of the part's lights: of bent arms the upper one works, of shoulders not the neck.
static void paint_glow(cairo_t *cairo, const struct figure *figure, double level) {
    int effort = figure->segment->step->effort;
    const struct scene_body *scene = scene_of(figure);
    struct light light = parts[scene->part].lights[0];
    light.at.y -= 0.30 * scene->pose.shoulders * level;
    light_glow(cairo, &light, person_sign(figure), level * (effort < 0 ? 1 : 0.4 + 0.06 * effort));
}

void body_paint_moving(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                       const struct figure_pose *pose, struct figure_place place) {
    const struct scene_body *scene = scene_of(figure);
    if (!is_worked(figure)) {
        return;
    }
    struct body_look look = person_look(theme, figure, scene->camera);
    double level = pose->level / BODY_WAY;
    int sign = person_sign(figure);
    for (int side = 0; side < 2; side++) {
        bool works = sign == 0 || (sign > 0) == (side > 0);
        look.sides[side] = scaled(&scene->pose, works ? level : 0);
    }
    bool over = has_arms(scene->part);
    person_enter(cairo, scene->camera, place);
    body_paint(cairo, &look, BODY_BUT_ARMS);
    if (!over) {
        paint_glow(cairo, figure, level);
    }
    if (scene->camera != CAMERA_FEET) {
        body_paint(cairo, &look, BODY_ARMS);
    }
    if (over) {
        paint_glow(cairo, figure, level);
    }
    person_leave(cairo, scene->camera);
}

int body_damage(const struct figure *figure, struct figure_place place,
                struct box boxes[FIGURE_DAMAGE_MAX]) {
    const struct scene_body *scene = scene_of(figure);
    if (!is_worked(figure)) {
        return 0;
    }
    boxes[0] = person_box(scene->camera, scene->moving, place);
    return 1;
}
