// SPDX-License-Identifier: MIT
#pragma once

#include <cairo.h>

#include "core/face.h"
#include "core/muscle.h"
#include "draw/face_colours.h"
#include "draw/paint.h"

// The parts of a drawn face, for portrait.c alone; back to front as they stand here (face/face.md
// section 7).
//
// The cairo_t is in the face's unit (core/face.h), turned to no side: parts place every point with
// face_place or face_landmark. Each part saves and restores what it sets, clips where it says so
// and draws nothing else. Parts come in a still and a moving half where a part of it never changes
// with the units while the head is straight: the still half is painted once into a kept picture.

struct face_view {
    const struct face *face;
    const struct face_colours *colours;
    enum hair_style hair;
    double at_ease; // 0..1: the rest has been reached, light on the cheeks fades by a third
};

// 1, 2. The disc and the hair behind.
void face_disc_paint(cairo_t *cairo, const struct face_view *view);
void hair_paint_behind(cairo_t *cairo, const struct face_view *view);
// 3. Neck with its cords and the shirt over it; the shoulders sink by 0.006 at ease.
void neck_paint(cairo_t *cairo, const struct face_view *view);
void shirt_paint(cairo_t *cairo, const struct face_view *view);
// For what works under its skin: where a place of the neck lies, less far round than the head, and
// a clip to what the shirt leaves bare.
struct point neck_place(const struct face_view *view, double x, double y);
void neck_clip(cairo_t *cairo, const struct face_view *view);
// 4, 5. Ears, and the side of the head when it is turned.
void ears_paint(cairo_t *cairo, const struct face_view *view);
// 6. The path of the face's contour: to fill, and to clip all of 7 to 11 to.
void face_contour_path(cairo_t *cairo, const struct face_view *view);
// 7. The skin: its ground and still shading, and what follows the cheek, the chin and the lids.
void skin_paint_still(cairo_t *cairo, const struct face_view *view);
void skin_paint_moving(cairo_t *cairo, const struct face_view *view);
// 8. The nose.
void nose_paint(cairo_t *cairo, const struct face_view *view);
// 10. Folds and lines that the units make: forehead, between the brows, beside the eyes, nose,
// cheeks, around the mouth, chin. Those of the upper and of the lower face apart, because they are
// painted again apart.
void folds_paint_upper(cairo_t *cairo, const struct face_view *view);
void folds_paint_lower(cairo_t *cairo, const struct face_view *view);
// 11. The mouth, inside and lips.
void mouth_paint(cairo_t *cairo, const struct face_view *view);
// 12. The eyes, not clipped to the face.
void eyes_paint(cairo_t *cairo, const struct face_view *view);
// 13, 14. Hair in front, and the brows over it.
void hair_paint_front(cairo_t *cairo, const struct face_view *view);
void brows_paint(cairo_t *cairo, const struct face_view *view);

// 9 and 15. A working muscle, at a level of 0..1, on one side. Those that lie on the lids are
// painted last, deep ones fainter.
enum muscle_layer { MUSCLE_NECK, MUSCLE_FACE, MUSCLE_LIDS };
enum muscle_layer muscle_layer(enum muscle muscle);
void muscle_paint(cairo_t *cairo, const struct face_view *view, enum muscle muscle,
                  enum face_side side, double level);
// Where its name's line begins: the middle of the band.
struct point muscle_middle(const struct face *face, enum muscle muscle, enum face_side side);
