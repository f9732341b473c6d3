// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/play.h"
#include "base/text.h"
#include "draw/face_signs.h"
#include "draw/portrait_place.h"
#include "files/shared.h"

// The drawn face as the player's figure: what a segment asks of it, and its picture.

static const struct pose *pose_of(const struct window *window, const char *id) {
    return id ? shared_pose(&window->house->catalog.shared, id) : NULL;
}

static bool is_drawn(const struct pose *pose) {
    return pose && !pose->scene;
}

// Whether the routine moves the face anywhere: then the face is there at rest, too.
static bool moves_face(const struct window *window) {
    const struct routine *routine = sitting_timeline(window->play->sitting)->routine;
    for (int i = 0; i < routine->step_count; i++) {
        const struct step *step = &routine->steps[i];
        if (step->verb == VERB_EXERCISE && is_drawn(pose_of(window, step->pose))) {
            return true;
        }
    }
    return false;
}

bool play_shows_face(const struct window *window, const struct segment *segment) {
    switch (segment->step->verb) {
    case VERB_EXERCISE:
    case VERB_SECONDS:
        break;
    default:
        return false;
    }
    const struct pose *pose = pose_of(window, segment->pose);
    return pose ? is_drawn(pose) : moves_face(window);
}

// The fingertip helps the weaker side where it is known.
struct exercise play_exercise(const struct window *window, const struct segment *segment) {
    struct exercise exercise =
        exercise_of(segment, pose_of(window, segment->pose),
                    !window->house->settings.mirror_picture, window->house->settings.still);
    enum side affected = window->play->affected;
    if (exercise.side == SIDE_BOTH && (affected == SIDE_LEFT || affected == SIDE_RIGHT)) {
        exercise.assisted = affected;
    }
    return exercise;
}

bool play_muscle_names(const struct window *window, const struct segment *segment, char *to,
                       size_t size) {
    const struct pose *pose = pose_of(window, segment->pose);
    bool asked = window->house->settings.muscle_names && segment->step->mode != MODE_IMAGINE;
    text_copy(to, size, "");
    for (int i = 0; asked && pose && i < pose->muscle_count; i++) {
        size_t length = strlen(to);
        text_format(to + length, size - length, "%s%s", i > 0 ? ", " : "",
                    sign_muscle_name(pose->muscles[i]));
    }
    return to[0] != '\0';
}

// The person's affected side as the picture has it; FACE_SIDES: none.
static enum face_side marked_side(const struct window *window) {
    bool mirror = window->house->settings.mirror_picture;
    switch (window->play->affected) {
    case SIDE_LEFT:
        return mirror ? FACE_LEFT : FACE_RIGHT;
    case SIDE_RIGHT:
        return mirror ? FACE_RIGHT : FACE_LEFT;
    default:
        return FACE_SIDES;
    }
}

void play_make_face(struct window *window, const struct frame *frame, cairo_surface_t *sky) {
    struct play *play = window->play;
    play->exercise = play_exercise(window, frame->segment);
    struct face_units farthest = exercise_farthest(&play->exercise);
    struct portrait_options options = {.look = play->look,
                                       .place = portrait_place_in(play->place),
                                       .disc = true,
                                       .marked = marked_side(window),
                                       .farthest = &farthest};
    play->portrait = portrait_new(&window->theme, &options);
    portrait_keep(play->portrait, sky);
}

// The shoulders stand behind the hills, and above the bar where there are none.
static void paint_hills_within(struct window *window, const struct box *boxes, int count) {
    if (count == 0) {
        return;
    }
    cairo_save(window->cairo);
    for (int i = 0; i < count; i++) {
        cairo_rectangle(window->cairo, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
    }
    cairo_clip(window->cairo);
    play_paint_hills(window, window->cairo);
    cairo_restore(window->cairo);
}

void play_paint_face(struct window *window, const struct frame *frame, bool always) {
    struct play *play = window->play;
    struct portrait_show show = exercise_show(&play->exercise, frame);
    struct box boxes[PORTRAIT_BOXES_MAX];
    int count = 1;
    // Nothing of the face lies over the bar.
    cairo_save(window->cairo);
    cairo_rectangle(window->cairo, 0, 0, window->width,
                    floor(play->boxes[PART_BAR].y - play_px(window, 6)));
    cairo_clip(window->cairo);
    if (always) {
        portrait_paint(play->portrait, window->cairo, &show);
        boxes[0] = portrait_room(play->portrait);
    } else {
        count = portrait_repaint(play->portrait, window->cairo, &show, boxes);
    }
    paint_hills_within(window, boxes, count);
    cairo_restore(window->cairo);
    for (int i = 0; i < count; i++) {
        play_touch(window, boxes[i]);
    }
}
