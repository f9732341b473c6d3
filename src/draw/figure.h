// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>
#include <stdbool.h>

#include "core/face_look.h"
#include "core/timeline.h"
#include "draw/figure_place.h"
#include "draw/scenes.h"
#include "draw/theme.h"

// What stands beside the words of a step: a lamp at rest, a head with a cloth or a fingertip on it,
// the sitting person, a scene of what is done.
//
// Each is a still part, painted once into the kept ground behind the hills, and at most one moving
// part with a box of its own. Both are pure functions of the frame.

enum figure_kind {
    FIGURE_LAMP,     // the lamp breathes (breath.h): the light and the ring that wait for it
    FIGURE_STEADY,   // the lamp lies still
    FIGURE_COMPRESS, // the cloth on its place
    FIGURE_CHECK,    // the place without the cloth, to look at
    FIGURE_MASSAGE,  // the path of the area and a fingertip on it
    FIGURE_SCAN,     // the part that is meant lies in a soft light
    FIGURE_BODY,     // the sitting person: a part at work, or at rest in a light
    FIGURE_ROLL,     // shoulders that circle
    FIGURE_FAR,      // a wide view from a window
    FIGURE_DRINK,    // a glass of water
    FIGURE_PALMING,  // palms over the eyes
    FIGURE_FACE,     // the drawn face (portrait.h), which keeps its own layers
    FIGURE_IMAGE,    // a picture of the step's own, which the window reads
};

enum figure_kind figure_kind(const struct segment *segment);

// Where the lamp of a figure breathes and rises to, and the radius of its ring.
enum { FIGURE_LAMP_Y = 330, FIGURE_LAMP_RING = 212 };

// The still part.
struct figure {
    enum figure_kind kind;
    const struct segment *segment;
    const struct step *covered;   // for FIGURE_CHECK: the compress that was lifted, or NULL
    int area;                     // for FIGURE_MASSAGE: which of the step's areas; for
                                  // FIGURE_ROLL: 0 back, 1 forward
    enum show show;               // for the scenes and poses of the body
    const struct face_look *look; // borrowed: who the drawn person is; NULL: the default
    bool exchanged;               // the picture is no mirror: the person's left is on its right
};
// `into_ms` of the segment tells the area of a massage and the way of a roll.
struct figure figure_at(const struct frame *frame, const struct step *covered,
                        const struct face_look *look, bool exchanged);
bool figure_same_still(const struct figure *one, const struct figure *other);
void figure_paint_still(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                        struct figure_place place);
// All that a figure can cover, in pixels: beyond it hands are cut.
struct box figure_room(struct figure_place place);
// Whether "left" and "right" stand beside it.
bool figure_has_sides(const struct figure *figure);

// The moving part, in design pixels. Two poses that are equal to a quarter of a pixel need no
// painting.
enum { FIGURE_TIPS = 2 };
struct figure_pose {
    double level;        // FIGURE_BODY: how far what works has come
    double way_x, way_y; // FIGURE_ROLL: how far a shoulder has gone outwards and up
    int tips;            // FIGURE_MASSAGE: hands
    double x[FIGURE_TIPS], y[FIGURE_TIPS]; // where their middle fingertips are
    int sign[FIGURE_TIPS];                 // -1 on the picture's left, 1 on its right
    double press, lift;                    // how firmly they press, how far they are off, 0..1
};
struct figure_pose figure_pose(const struct figure *figure, const struct frame *frame);
bool figure_poses_differ(const struct figure_pose *one, const struct figure_pose *other,
                         double scale);
// Whether pictures are due at this frame, and if not, in how long within the segment.
bool figure_moves(const struct figure *figure, const struct frame *frame);

// Pictures of what moves, kept because they take longer to paint than a frame may; NULL where
// nothing is to be kept. For the figure's step, side, area, place and theme.
struct figure_kept;
struct figure_kept *figure_keep(const struct theme *theme, const struct figure *figure,
                                struct figure_place place);
void figure_kept_free(struct figure_kept *kept);

// All that has to be painted to go from one pose to the other, in pixels; returns how many boxes.
enum { FIGURE_DAMAGE_MAX = 2 };
int figure_damage(const struct figure *figure, const struct figure_kept *kept,
                  const struct figure_pose *from, const struct figure_pose *to,
                  struct figure_place place, struct box boxes[FIGURE_DAMAGE_MAX]);
// Over the kept ground, under the caller's clip.
void figure_paint_moving(cairo_t *cairo, const struct theme *theme, const struct figure *figure,
                         const struct figure_kept *kept, const struct figure_pose *pose,
                         struct figure_place place);
