// SPDX-License-Identifier: MIT
#pragma once

#include "draw/face_parts.h"

// What the styles of hair share, for hair*.c alone. Places are those of the head that looks
// straight ahead, in the face's unit; hair_place and hair_inside carry them when it turns, tilts or
// is tucked.

// Where a knot of an outline lies; decides its depth.
enum hair_zone {
    HAIR_OUTER, // the silhouette of the head: it slides round the skull when the head turns
    HAIR_LINE,  // the edge towards the face
    HAIR_EAR,   // on the top of the ear
    HAIR_NAPE,  // behind the ears
};
struct hair_knot {
    double x, y;
    enum hair_zone zone;
};
enum { HAIR_KNOTS_MAX = 64, HAIR_GUIDE = 5 };

struct point hair_place(const struct face *face, struct hair_knot knot);
// A place on the hair between its edge and the silhouette.
struct point hair_inside(const struct face *face, struct point at);

// The path of an outline, closed. That of the right half, from the crown to the chin's side,
// mirrored.
void hair_path(cairo_t *cairo, const struct face *face, const struct hair_knot *knots, int count);
void hair_path_mirrored(cairo_t *cairo, const struct face *face, const struct hair_knot *half,
                        int count);

// Fills the current path with the hair's light, which comes from above, and clips to it, until
// hair_mass_end. `dark` 0..1 is for what lies in the shade of the head.
void hair_mass_begin(cairo_t *cairo, const struct face_view *view, double dark);
void hair_mass_end(cairo_t *cairo);

// Light along the outer edge, as much as the hair needs to stand out from the disc; within a mass.
void hair_rim(cairo_t *cairo, const struct face_view *view, const struct hair_knot *edge,
              int count);
// The same for a mass of many rounds: fills the path, which is to be a little larger than the mass.
void hair_edge_fill(cairo_t *cairo, const struct face_view *view);
// The way hair lies: guides from root to tip, and fine strands between each two of them.
struct hair_flow {
    const struct point (*guides)[HAIR_GUIDE];
    int count;
    int strands;  // between two guides
    double width; // of the broadest strand
    double alpha; // of the strongest
};
void hair_flow_paint(cairo_t *cairo, const struct face_view *view, const struct hair_flow *flow);

// One lock's edge, drawn as a shade (hair_dark) or as a broad light.
struct hair_lock {
    struct point at[HAIR_GUIDE];
    double width, alpha;
};
void hair_shades_paint(cairo_t *cairo, const struct face_view *view, const struct hair_lock *locks,
                       int count);
void hair_lights_paint(cairo_t *cairo, const struct face_view *view, const struct hair_lock *locks,
                       int count);

// The mass on the head as seen from the front: lights, the way it lies, shades, rim, in this order.
struct hair_cap {
    const struct hair_knot *outline;
    int count;
    int rim_from, rim_count; // the part of the outline along the silhouette
    const struct hair_lock *lights;
    int light_count;
    const struct hair_flow *flows;
    int flow_count;
    const struct hair_lock *shades;
    int shade_count;
};
void hair_cap_paint(cairo_t *cairo, const struct face_view *view, const struct hair_cap *cap);

// A number in 0..1, always the same for the same two: hair is not even.
double hair_noise(int a, int b);

// The back of the head from crown to nape: covered by face and ears until the head turns.
void hair_back_of_head(cairo_t *cairo, const struct face_view *view);

// The styles.
void hair_waves_front(cairo_t *cairo, const struct face_view *view);
void hair_crop_front(cairo_t *cairo, const struct face_view *view);
void hair_bob_behind(cairo_t *cairo, const struct face_view *view);
void hair_bob_front(cairo_t *cairo, const struct face_view *view);
void hair_bun_behind(cairo_t *cairo, const struct face_view *view);
void hair_bun_front(cairo_t *cairo, const struct face_view *view);
void hair_curls_behind(cairo_t *cairo, const struct face_view *view);
void hair_curls_front(cairo_t *cairo, const struct face_view *view);
void hair_scarf_behind(cairo_t *cairo, const struct face_view *view);
void hair_scarf_front(cairo_t *cairo, const struct face_view *view);
