// SPDX-License-Identifier: MIT
#include <assert.h>
#include <math.h>
#include <string.h>

#include "app/play.h"
#include "base/text.h"
#include "run/words.h"

// The kept ground and the figure over it.

void play_touch(struct window *window, struct box box) {
    struct play *play = window->play;
    if (box.width <= 0) {
        return;
    }
    canvas_touch(window->canvas, box);
    if (play->helps) {
        assert(play->touched_count < TOUCHED_MAX);
        play->touched[play->touched_count++] = box;
    }
}

void play_touch_part(struct window *window, enum part part) {
    play_touch(window, layout_mirror(&window->layout, window->play->boxes[part]));
}

void play_lay_part(struct window *window, enum part part) {
    play_lay_ground(window, layout_mirror(&window->layout, window->play->boxes[part]));
}

static void clip_to(cairo_t *cairo, struct box box) {
    cairo_save(cairo);
    cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
    cairo_clip(cairo);
}

// The compress that a look at the skin belongs to: the one before it, else the one after.
static const struct step *covered_by(const struct timeline *timeline, int segment) {
    const struct step *after = NULL;
    for (int i = segment; i < timeline->segment_count && !after; i++) {
        after = timeline->segments[i].phase == PHASE_COMPRESS ? timeline->segments[i].step : NULL;
    }
    for (int i = segment; i >= 0; i--) {
        if (timeline->segments[i].phase == PHASE_COMPRESS) {
            return timeline->segments[i].step;
        }
    }
    return after;
}

static struct figure figure_now(const struct window *window, const struct frame *frame) {
    const struct play *play = window->play;
    if (!frame->segment) {
        return (struct figure){.kind = FIGURE_STEADY};
    }
    const struct timeline *timeline = sitting_timeline(play->sitting);
    struct figure figure =
        figure_at(frame, covered_by(timeline, (int)(frame->segment - timeline->segments)),
                  &play->look, !window->house->settings.mirror_picture);
    if (play_is_large(window)) {
        figure.kind = FIGURE_STEADY;
    } else if (play->centred) {
        figure.kind = FIGURE_LAMP;
    } else if (frame->segment->step->image) {
        figure.kind = FIGURE_IMAGE;
    } else if (play_shows_face(window, frame->segment)) {
        figure.kind = FIGURE_FACE;
    }
    return figure;
}

static int entry_now(const struct play *play) {
    const struct player *player = sitting_player(play->sitting);
    return timeline_entry_at(sitting_timeline(play->sitting), player->section, player->position_ms);
}

bool play_figure_is_current(struct window *window) {
    struct play *play = window->play;
    if (play_is_large(window)) {
        return entry_now(play) == play->entry;
    }
    struct frame frame = play_frame(play);
    struct figure figure = figure_now(window, &frame);
    if (!frame.segment && !play->figure.segment) {
        return true;
    }
    if (figure.kind == FIGURE_FACE && play->figure.kind == FIGURE_FACE) {
        struct exercise exercise = play_exercise(window, frame.segment);
        return exercise_is_same(&exercise, &play->exercise) && entry_now(play) == play->entry;
    }
    // The words of another step want another room.
    return figure_same_still(&figure, &play->figure) &&
           (play->centred || entry_now(play) == play->entry);
}

int64_t play_figure_moves_in_ms(const struct window *window, const struct frame *frame) {
    const struct play *play = window->play;
    switch (play->figure.kind) {
    case FIGURE_LAMP:
        return breath_moves_in_ms(frame);
    case FIGURE_FACE:
        return exercise_moves_in_ms(&play->exercise, frame);
    default:
        return figure_moves(&play->figure, frame) ? 0 : INT64_MAX;
    }
}

// The figure is a mirror, or is not, and the words say so.
static void name_sides(struct window *window, cairo_t *cairo) {
    enum { BESIDE = 238, HALF = 60, HEIGHT = 347, LOWER_BESIDE = 200, LOWER = 546 };
    enum { UPPER_BESIDE = 222, UPPER = 178 };
    // The disc of a face is as wide as its place: the words stand where it grows narrow, and where
    // arms come from below they stand above.
    enum figure_kind kind = window->play->figure.kind;
    bool helped = kind == FIGURE_FACE && window->play->figure.segment->step->mode == MODE_ASSIST;
    bool hands = helped || kind == FIGURE_MASSAGE || kind == FIGURE_COMPRESS ||
                 kind == FIGURE_BODY || kind == FIGURE_ROLL;
    bool round = kind == FIGURE_FACE;
    double beside = hands ? UPPER_BESIDE : round ? LOWER_BESIDE : BESIDE;
    double height = hands ? UPPER : round ? LOWER : HEIGHT;
    bool mirror = window->house->settings.mirror_picture;
    const struct figure_place *place = &window->play->place;
    double size = fmin(window_px(window, 18), 20 * place->scale);
    struct text_style style = {.size = size, .weight = 400, .align = ALIGN_CENTRE};
    theme_use(cairo, &window->theme, TOKEN_STAGE2, 1);
    for (int sign = -1; sign <= 1; sign += 2) {
        double half = HALF * place->scale;
        double x = fmax(half, place->x + sign * beside * place->scale);
        struct box box = {x - half, place->y + height * place->scale - size, 2 * half, 2 * size};
        text_draw(cairo, words_side((sign < 0) == mirror ? SIDE_LEFT : SIDE_RIGHT), &style, box);
    }
}

static void paint_figure_ground(struct window *window, cairo_t *cairo, bool rises) {
    struct play *play = window->play;
    const struct theme *theme = &window->theme;
    if (play_is_large(window)) {
        return;
    }
    bool lamp = play->figure.kind == FIGURE_LAMP;
    if (lamp || rises || !play->figure.segment) {
        scene_halo(cairo, theme, play->lamp_x, play->lamp_y, play->lamp_ring);
        if (lamp) {
            breath_ring(play->breath, cairo);
        }
        return;
    }
    // Without hills nothing else would end it above the bar.
    cairo_save(cairo);
    cairo_rectangle(cairo, 0, 0, window->width, play->boxes[PART_BAR].y - play_px(window, 6));
    cairo_clip(cairo);
    if (play->figure.kind == FIGURE_IMAGE) {
        play_paint_image(window, cairo, play->figure.segment->step->image);
    } else {
        figure_paint_still(cairo, theme, &play->figure, play->place);
    }
    cairo_restore(cairo);
    if (figure_has_sides(&play->figure)) {
        name_sides(window, cairo);
    }
}

// The hills run with the language, as everything around the figure does.
void play_paint_hills(struct window *window, cairo_t *cairo) {
    cairo_save(cairo);
    window_turn(window, cairo);
    scene_hills(cairo, &window->theme, (struct scene){window->width, window->height});
    cairo_restore(cairo);
}

// Behind the figure and the words. While the lamp rises it comes up between sky and hills.
static void paint_ground(struct window *window, cairo_t *cairo, bool rises, bool hills) {
    struct scene scene = {window->width, window->height};
    scene_sky(cairo, &window->theme, scene);
    paint_figure_ground(window, cairo, rises);
    if (hills) {
        play_paint_hills(window, cairo);
    }
}

static void drop(cairo_surface_t **surface) {
    if (*surface) {
        cairo_surface_destroy(*surface);
        *surface = NULL;
    }
}

// A piece of the ground as a picture that knows its place.
static cairo_surface_t *piece_of_ground(struct window *window, struct box box, bool rises,
                                        bool hills) {
    cairo_surface_t *piece =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)box.width, (int)box.height);
    cairo_surface_set_device_offset(piece, -box.x, -box.y);
    cairo_t *cairo = cairo_create(piece);
    paint_ground(window, cairo, rises, hills);
    cairo_destroy(cairo);
    return piece;
}

// The face has the sky beneath it and the hills before it.
static void make_face_ground(struct window *window, const struct frame *frame, struct box whole) {
    struct play *play = window->play;
    cairo_surface_t *sky = piece_of_ground(window, whole, false, false);
    play->ground =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)whole.width, (int)whole.height);
    cairo_t *cairo = cairo_create(play->ground);
    cairo_set_source_surface(cairo, sky, 0, 0);
    cairo_paint(cairo);
    play_paint_hills(window, cairo);
    cairo_destroy(cairo);
    play_make_face(window, frame, sky);
    cairo_surface_destroy(sky);
}

void play_make_ground(struct window *window) {
    struct play *play = window->play;
    struct frame frame = play_frame(play);
    struct box whole = box_whole((struct box){0, 0, window->width, window->height});
    bool rises = play->now.rise < 1;
    play->look = settings_look(&window->house->settings);
    play->figure = figure_now(window, &frame);
    play->entry = entry_now(play);
    breath_free(play->breath);
    play->breath = breath_new(&window->theme, play->lamp_x, play->lamp_y, play->lamp_ring);
    play->count_segment = -1;
    drop(&play->sky);
    drop(&play->ground);
    portrait_free(play->portrait);
    play->portrait = NULL;
    figure_kept_free(play->kept);
    play->kept = NULL;
    if (rises) {
        play->sky = piece_of_ground(window, play->column, true, false);
    } else if (play_is_large(window)) {
        play->figure.segment = NULL; // the words are all there is
    } else if (play->figure.kind == FIGURE_LAMP) {
        cairo_surface_t *room = piece_of_ground(window, breath_room(play->breath), false, true);
        breath_keep(play->breath, room);
        cairo_surface_destroy(room);
    } else if (play->figure.kind == FIGURE_FACE) {
        make_face_ground(window, &frame, whole);
    } else {
        play->ground = piece_of_ground(window, whole, false, true);
    }
    if (play->figure.segment) {
        struct frame shown = play_figure_frame(window);
        play->figured = figure_pose(&play->figure, &shown);
        play->kept = rises || play->figure.kind == FIGURE_FACE
                         ? NULL
                         : figure_keep(&window->theme, &play->figure, play->place);
    }
}

// The lamp keeps what lies beneath it, and sky and hills alone are painted about as fast as they
// are copied: a picture of the whole window would be a fifth of all the memory.
void play_lay_ground(struct window *window, struct box box) {
    struct play *play = window->play;
    clip_to(window->cairo, box);
    if (play->ground) {
        cairo_set_source_surface(window->cairo, play->ground, 0, 0);
        cairo_paint(window->cairo);
    } else {
        paint_ground(window, window->cairo, play->sky != NULL, true);
    }
    cairo_restore(window->cairo);
}

static void update_count(struct window *window, const struct frame *frame) {
    struct play *play = window->play;
    char count[BREATH_COUNT_MAX] = "";
    if (play->centred) {
        breath_count_text(frame, count);
    }
    const struct timeline *timeline = sitting_timeline(play->sitting);
    int segment = frame->segment ? (int)(frame->segment - timeline->segments) : -1;
    if (segment != play->count_segment || strcmp(count, play->count) != 0) {
        text_copy(play->count, sizeof play->count, count);
        play->count_segment = segment;
        breath_set_count(play->breath, count, frame, play_count_size(window));
    }
}

static void paint_lamp(struct window *window, const struct frame *frame, bool always) {
    struct play *play = window->play;
    char before[BREATH_COUNT_MAX];
    text_copy(before, sizeof before, play->count);
    int segment = play->count_segment;
    struct breath_pose pose = breath_pose(frame);
    update_count(window, frame);
    if (play->state == PLAYER_GATE || play->state == PLAYER_ENDED) {
        pose.count = 0; // nothing runs down
    }
    bool recount = segment != play->count_segment || strcmp(before, play->count) != 0;
    if (!always && !recount && !breath_poses_differ(&pose, &play->pose, play->lamp_ring)) {
        return;
    }
    struct box area = breath_box(play->breath, &pose);
    area =
        always ? breath_room(play->breath) : box_join(area, breath_box(play->breath, &play->pose));
    breath_paint(play->breath, window->cairo, &pose, area);
    play_touch(window, area);
    play->pose = pose;
}

// What moves stands behind the hills, and above the bar where there are none.
static void paint_moving_within(struct window *window, const struct figure_pose *pose,
                                struct box box) {
    struct play *play = window->play;
    double foot = play->boxes[PART_BAR].y - play_px(window, 6);
    box.height = fmax(0, fmin(box.height, floor(foot) - box.y));
    play_lay_ground(window, box);
    clip_to(window->cairo, box);
    figure_paint_moving(window->cairo, &window->theme, &play->figure, play->kept, pose,
                        play->place);
    play_paint_hills(window, window->cairo);
    cairo_restore(window->cairo);
    play_touch(window, box);
}

void play_paint_figure(struct window *window, bool always) {
    struct play *play = window->play;
    struct frame frame = play_figure_frame(window);
    if (play_is_large(window)) {
        return;
    }
    if (play->figure.kind == FIGURE_LAMP) {
        paint_lamp(window, &frame, always);
        return;
    }
    if (play->portrait && frame.segment) {
        struct frame now = play_frame(play);
        play->figure.segment = frame.segment;
        play_paint_face(window, &now, always);
        return;
    }
    if (!frame.segment || !play->figure.segment) {
        return;
    }
    // A segment of the same step: the figure follows it.
    play->figure.segment = frame.segment;
    struct figure_pose pose = figure_pose(&play->figure, &frame);
    if (!always && !figure_poses_differ(&pose, &play->figured, play->place.scale)) {
        return;
    }
    struct box boxes[FIGURE_DAMAGE_MAX] = {figure_room(play->place)};
    int count = 1;
    if (!always) {
        count = figure_damage(&play->figure, play->kept, &play->figured, &pose, play->place, boxes);
    }
    for (int i = 0; i < count; i++) {
        paint_moving_within(window, &pose, boxes[i]);
    }
    play->figured = pose;
}

void play_paint_rising(struct window *window) {
    struct play *play = window->play;
    double rise = play->now.rise;
    struct scene scene = {window->width, window->height};
    double below = scene_horizon(scene) + play->lamp_ring * 0.56;
    double level = play->centred ? 0 : BREATH_QUIET_PERCENT / 100.0;
    if (!play->sky) {
        return;
    }
    if (!play->centred) {
        below += play->lamp_ring * 0.34;
    }
    clip_to(window->cairo, play->column);
    cairo_set_source_surface(window->cairo, play->sky, 0, 0);
    cairo_paint(window->cairo);
    breath_paint_at(play->breath, window->cairo, below + (play->lamp_y - below) * rise, level);
    play_paint_hills(window, window->cairo);
    cairo_restore(window->cairo);
    play_touch(window, play->column);
}
