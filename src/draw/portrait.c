// SPDX-License-Identifier: MIT
#include "draw/portrait.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "draw/face_signs.h"
#include "draw/portrait_inside.h"

// What it can cover, in the face's unit (face/face.md section 2).
static const struct box room = {-1.20, -1.02, 2.40, 2.22};
// Where only the contour moves: the skin that is kept for the quiet face is good enough below this
// way of a contour's landmark.
static const double STILL_CONTOUR = 0.020;
// The names of muscles in pixels of a face 280 wide.
static const double NAME_SIZE = 15.0 / 280;

struct portrait {
    const struct theme *theme;
    struct portrait_options options;
    struct face_colours colours;
    bool skin_still; // the contour stays about where it is: the kept skin serves
    // Kept, as large as the room. Opaque: what lies beneath, the same with everything behind the
    // face over it, and the skin of the quiet face. With holes: shirt and ears over a neck that
    // works, and the hair in front. Shirt and back are at the ease of `kept_at_ease`.
    cairo_surface_t *under, *back, *skin, *shirt, *hair;
    double kept_at_ease;
    struct portrait_show painted[PORTRAIT_REGIONS]; // last, of each region
};

// Whether skin and neck can be kept as those of the quiet face.
static bool contour_stays(const struct face_units *farthest) {
    if (!farthest) {
        return true;
    }
    if (farthest->strength[UNIT_AU21][FACE_LEFT] > 0 ||
        farthest->strength[UNIT_AU21][FACE_RIGHT] > 0) {
        return false;
    }
    struct face face = face_of_units(farthest, farthest);
    const struct face *quiet = face_neutral();
    for (int side = 0; side < FACE_SIDES; side++) {
        for (int i = LANDMARK_CROWN; i <= LANDMARK_MENTON; i++) {
            struct point now = face_landmark(&face, (enum face_side)side, (enum landmark)i);
            struct point then = quiet->at[side][i];
            if (hypot(now.x - then.x, now.y - then.y) > STILL_CONTOUR) {
                return false;
            }
        }
    }
    return true;
}

struct portrait *portrait_new(const struct theme *theme, const struct portrait_options *options) {
    assert(options->place.unit > 0);
    struct portrait *portrait = memory_new(1, sizeof *portrait);
    *portrait = (struct portrait){.theme = theme,
                                  .options = *options,
                                  .colours = face_colours_of(&options->look, theme),
                                  .skin_still = contour_stays(options->farthest)};
    portrait->options.farthest = NULL; // not ours to keep
    return portrait;
}

static void drop(cairo_surface_t **surface) {
    if (*surface) {
        cairo_surface_destroy(*surface);
        *surface = NULL;
    }
}

static void drop_layers(struct portrait *portrait) {
    drop(&portrait->under);
    drop(&portrait->back);
    drop(&portrait->skin);
    drop(&portrait->shirt);
    drop(&portrait->hair);
}

void portrait_free(struct portrait *portrait) {
    if (!portrait) {
        return;
    }
    drop_layers(portrait);
    memory_free(portrait);
}

struct box portrait_to_pixels(const struct portrait *portrait, struct box box) {
    const struct portrait_place *place = &portrait->options.place;
    return box_whole((struct box){place->x + box.x * place->unit, place->y + box.y * place->unit,
                                  box.width * place->unit, box.height * place->unit});
}

double portrait_unit(const struct portrait *portrait) {
    return portrait->options.place.unit;
}

bool portrait_names_muscles(const struct portrait *portrait) {
    return portrait->options.names;
}

struct box portrait_room(const struct portrait *portrait) {
    return portrait_to_pixels(portrait, room);
}

static void enter(const struct portrait *portrait, cairo_t *cairo) {
    const struct portrait_place *place = &portrait->options.place;
    cairo_save(cairo);
    cairo_translate(cairo, place->x, place->y);
    cairo_scale(cairo, place->unit, place->unit);
}

static struct face_view view_of(const struct portrait *portrait, const struct face *face,
                                double at_ease) {
    return (struct face_view){.face = face,
                              .colours = &portrait->colours,
                              .hair = portrait->options.look.hair,
                              .at_ease = at_ease};
}

static void paint_muscles(cairo_t *cairo, const struct face_view *view,
                          const struct portrait_show *show, enum muscle_layer layer) {
    if (show->glow <= 0) {
        return;
    }
    for (int side = 0; side < FACE_SIDES; side++) {
        for (int muscle = 0; muscle < MUSCLE_COUNT; muscle++) {
            if (show->muscles[side][muscle] && muscle_layer((enum muscle)muscle) == layer) {
                muscle_paint(cairo, view, (enum muscle)muscle, (enum face_side)side, show->glow);
            }
        }
    }
}

static void paint_behind(const struct portrait *portrait, cairo_t *cairo,
                         const struct face_view *view) {
    if (portrait->options.disc) {
        face_disc_paint(cairo, view);
    }
    if (portrait->options.marked < FACE_SIDES) {
        sign_side_paint(cairo, view, portrait->options.marked);
    }
    hair_paint_behind(cairo, view);
}

static void paint_neck(cairo_t *cairo, const struct face_view *view,
                       const struct portrait_show *show) {
    neck_paint(cairo, view);
    if (show) {
        paint_muscles(cairo, view, show, MUSCLE_NECK);
    }
}

static void paint_shirt(cairo_t *cairo, const struct face_view *view) {
    shirt_paint(cairo, view);
    ears_paint(cairo, view);
}

static void paint_on_skin(cairo_t *cairo, const struct face_view *view,
                          const struct portrait_show *show) {
    skin_paint_moving(cairo, view);
    nose_paint(cairo, view);
    paint_muscles(cairo, view, show, MUSCLE_FACE);
    folds_paint_upper(cairo, view);
    folds_paint_lower(cairo, view);
    mouth_paint(cairo, view);
}

static void paint_names(const struct portrait *portrait, cairo_t *cairo,
                        const struct face_view *view, const struct portrait_show *show) {
    enum muscle muscles[MUSCLE_COUNT];
    int count = 0;
    if (!portrait->options.names || show->glow <= 0) {
        return;
    }
    enum face_side side = FACE_LEFT;
    for (int i = 0; i < MUSCLE_COUNT; i++) {
        side = show->muscles[FACE_RIGHT][i] ? FACE_RIGHT : side;
    }
    for (int i = 0; i < MUSCLE_COUNT; i++) {
        if (show->muscles[side][i]) {
            muscles[count++] = (enum muscle)i;
        }
    }
    double unit = portrait->options.place.unit;
    struct sign_names names = {muscles, count, side, NAME_SIZE * unit, 1 / unit};
    sign_names_paint(cairo, view, &names);
}

// What lies over the skin and is not clipped to it.
static void paint_over(const struct portrait *portrait, cairo_t *cairo,
                       const struct face_view *view, const struct portrait_show *show) {
    brows_paint(cairo, view);
    paint_muscles(cairo, view, show, MUSCLE_LIDS);
    if (show->imagined > 0) {
        struct face target = face_of_units(&show->target, &show->target);
        sign_imagined_paint(cairo, view, &target, show->imagined);
    }
    for (int side = 0; side < FACE_SIDES; side++) {
        const struct portrait_hand *hand = &show->hands[side];
        if (hand->there) {
            hand_paint(cairo, &portrait->colours, hand->kind, hand->at, hand->angle,
                       side == FACE_LEFT ? -1 : 1, hand->press);
        }
    }
    paint_names(portrait, cairo, view, show);
}

void portrait_paint_whole(const struct portrait *portrait, cairo_t *cairo,
                          const struct portrait_show *show) {
    struct face face = face_of_units(&show->units, &show->soft);
    struct face_view view = view_of(portrait, &face, show->at_ease);
    enter(portrait, cairo);
    paint_behind(portrait, cairo, &view);
    paint_neck(cairo, &view, show);
    paint_shirt(cairo, &view);
    cairo_save(cairo);
    face_contour_path(cairo, &view);
    cairo_clip(cairo);
    skin_paint_still(cairo, &view);
    paint_on_skin(cairo, &view, show);
    cairo_restore(cairo);
    eyes_paint(cairo, &view);
    hair_paint_front(cairo, &view);
    paint_over(portrait, cairo, &view, show);
    cairo_restore(cairo);
}

// A surface of the room that knows its place in the window.
static cairo_surface_t *layer_new(const struct portrait *portrait, cairo_format_t format) {
    struct box box = portrait_room(portrait);
    cairo_surface_t *layer = cairo_image_surface_create(format, (int)box.width, (int)box.height);
    cairo_surface_set_device_offset(layer, -box.x, -box.y);
    return layer;
}

static void lay(cairo_t *cairo, cairo_surface_t *layer) {
    cairo_set_source_surface(cairo, layer, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
    cairo_paint(cairo);
}

// A layer of its own for what `paint` paints of the quiet face.
static cairo_surface_t *keep(const struct portrait *portrait, cairo_format_t format, double at_ease,
                             void (*paint)(cairo_t *, const struct face_view *)) {
    struct face_view view = view_of(portrait, face_neutral(), at_ease);
    cairo_surface_t *layer = layer_new(portrait, format);
    cairo_t *cairo = cairo_create(layer);
    enter(portrait, cairo);
    paint(cairo, &view);
    cairo_restore(cairo);
    cairo_destroy(cairo);
    return layer;
}

static void keep_back(struct portrait *portrait, double at_ease) {
    struct face_view view = view_of(portrait, face_neutral(), at_ease);
    drop(&portrait->shirt);
    portrait->shirt = keep(portrait, CAIRO_FORMAT_ARGB32, at_ease, paint_shirt);
    cairo_t *cairo = cairo_create(portrait->back);
    lay(cairo, portrait->under);
    enter(portrait, cairo);
    paint_behind(portrait, cairo, &view);
    if (portrait->skin_still) {
        paint_neck(cairo, &view, NULL);
    }
    cairo_restore(cairo);
    if (portrait->skin_still) {
        lay(cairo, portrait->shirt);
    }
    cairo_destroy(cairo);
    portrait->kept_at_ease = at_ease;
}

void portrait_keep(struct portrait *portrait, cairo_surface_t *picture) {
    drop_layers(portrait);
    portrait->under = layer_new(portrait, CAIRO_FORMAT_RGB24);
    portrait->back = layer_new(portrait, CAIRO_FORMAT_RGB24);
    cairo_t *cairo = cairo_create(portrait->under);
    lay(cairo, picture);
    cairo_destroy(cairo);
    keep_back(portrait, 0);
    if (portrait->skin_still) {
        // Not clipped: where the contour goes a little outwards there is skin too.
        portrait->skin = keep(portrait, CAIRO_FORMAT_RGB24, 0, skin_paint_still);
    }
    portrait->hair = keep(portrait, CAIRO_FORMAT_ARGB32, 0, hair_paint_front);
}

// A kept layer from within the face's unit.
static void lay_within(cairo_t *cairo, cairo_surface_t *layer) {
    cairo_save(cairo);
    cairo_identity_matrix(cairo);
    lay(cairo, layer);
    cairo_restore(cairo);
}

// Everything behind the face: kept whole where the neck is still, kept but for the neck where the
// jaw or the neck works, and painted anew where the head turns.
static void paint_back(struct portrait *portrait, cairo_t *cairo, const struct face_view *view,
                       const struct portrait_show *show) {
    if (portrait_head_moves(&view->face->units)) {
        lay_within(cairo, portrait->under);
        paint_behind(portrait, cairo, view);
        paint_neck(cairo, view, show);
        paint_shirt(cairo, view);
        return;
    }
    // The shoulders sink by less than two pixels: a few pictures are enough for it.
    if (fabs(view->at_ease - portrait->kept_at_ease) > PORTRAIT_EASE_STEP) {
        keep_back(portrait, view->at_ease);
    }
    lay_within(cairo, portrait->back);
    if (!portrait->skin_still) {
        paint_neck(cairo, view, show);
        lay_within(cairo, portrait->shirt);
    }
}

// Everything within the boxes.
static void paint_boxes(struct portrait *portrait, cairo_t *cairo, const struct portrait_show *show,
                        const struct box *boxes, int count) {
    assert(portrait->under);
    struct face face = face_of_units(&show->units, &show->soft);
    struct face_view view = view_of(portrait, &face, show->at_ease);
    bool head = portrait_head_moves(&face.units);
    cairo_save(cairo);
    for (int i = 0; i < count; i++) {
        cairo_rectangle(cairo, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
    }
    cairo_clip(cairo);
    enter(portrait, cairo);
    paint_back(portrait, cairo, &view, show);
    // Painted on a ground of its own and cut out at the end: under a clip along the contour each
    // part would cost half as much again.
    cairo_push_group_with_content(cairo, CAIRO_CONTENT_COLOR);
    if (portrait->skin && !head) {
        lay_within(cairo, portrait->skin);
    } else {
        skin_paint_still(cairo, &view);
    }
    paint_on_skin(cairo, &view, show);
    cairo_pop_group_to_source(cairo);
    face_contour_path(cairo, &view);
    cairo_fill(cairo);
    eyes_paint(cairo, &view);
    // The edge of a scarf lies along the contour.
    bool follows = !portrait->skin_still && view.hair == HAIR_SCARF;
    if (head || follows) {
        hair_paint_front(cairo, &view);
    } else {
        lay_within(cairo, portrait->hair);
    }
    paint_over(portrait, cairo, &view, show);
    cairo_restore(cairo);
    cairo_restore(cairo);
}

void portrait_paint(struct portrait *portrait, cairo_t *cairo, const struct portrait_show *show) {
    struct box all = portrait_room(portrait);
    paint_boxes(portrait, cairo, show, &all, 1);
    for (int i = 0; i < PORTRAIT_REGIONS; i++) {
        portrait->painted[i] = *show;
    }
}

int portrait_repaint(struct portrait *portrait, cairo_t *cairo, const struct portrait_show *show,
                     struct box boxes[PORTRAIT_BOXES_MAX]) {
    bool repaint[PORTRAIT_REGIONS];
    int count = portrait_damage(portrait, portrait->painted, show, boxes, repaint);
    if (count == 0) {
        return 0;
    }
    paint_boxes(portrait, cairo, show, boxes, count);
    for (int i = 0; i < PORTRAIT_REGIONS; i++) {
        if (repaint[i]) {
            portrait->painted[i] = *show;
        }
    }
    return count;
}
