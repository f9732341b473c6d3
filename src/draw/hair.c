// SPDX-License-Identifier: MIT
#include "draw/hair_parts.h"

// The styles of hair, behind the face and in front of it (face/face.md section 7.6). None covers
// what has to be seen working: the forehead below y -0.40, the brows, the temples, the line of the
// jaw.

static const struct {
    void (*behind)(cairo_t *cairo, const struct face_view *view);
    void (*front)(cairo_t *cairo, const struct face_view *view);
} styles[HAIR_STYLES] = {
    [HAIR_WAVES] = {hair_back_of_head, hair_waves_front},
    [HAIR_CROP] = {hair_back_of_head, hair_crop_front},
    [HAIR_BOB] = {hair_bob_behind, hair_bob_front},
    [HAIR_BUN] = {hair_bun_behind, hair_bun_front},
    [HAIR_CURLS] = {hair_curls_behind, hair_curls_front},
    [HAIR_SCARF] = {hair_scarf_behind, hair_scarf_front},
};

void hair_paint_behind(cairo_t *cairo, const struct face_view *view) {
    cairo_save(cairo);
    styles[view->hair].behind(cairo, view);
    cairo_restore(cairo);
}

void hair_paint_front(cairo_t *cairo, const struct face_view *view) {
    cairo_save(cairo);
    styles[view->hair].front(cairo, view);
    cairo_restore(cairo);
}
