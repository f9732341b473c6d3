// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/play.h"

// Where everything stands in the two forms that leave most of it out: the large cue, to be read
// from across the room, and the small window in a corner of the desktop.

// Of the window's height.
static const double LARGE_CUE = 0.16;
static const double LARGE_COUNT = 0.34;
static const double LINE = 1.22;

double play_large_cue_size(const struct window *window) {
    return LARGE_CUE * fmin(window->height, window->width);
}

double play_large_count_size(const struct window *window) {
    return LARGE_COUNT * fmin(window->height, window->width);
}

// Between the corner at the top and the bar: the cue and, below it, the count; at a gate the
// question. Messages stand where else the name of the routine does.
void play_lay_large(struct window *window, struct box content, double below) {
    struct play *play = window->play;
    struct box corner = window_corner(window);
    double gap = play_px(window, 16);
    double line = play_px(window, 28);
    play->boxes[PART_CORNER] = box_inset(corner, -window_px(window, 7));
    play->boxes[PART_HEAD] =
        (struct box){content.x, box_middle_y(corner) - line / 2, corner.x - gap - content.x, line};
    double top = corner.y + corner.height + gap / 2;
    play->lamp_x = window->width / 2;
    play->lamp_y = (top + below) / 2;
    play->lamp_ring = fmax(24, (below - top) / 4);
    if (sitting_player(play->sitting)->state == PLAYER_GATE) {
        const double least = 2 * 48 + 20; // two targets and the room around them
        double buttons = fmax(2 * play_control(window, 64), least) + play_px(window, 24);
        double y = below - buttons;
        play->boxes[PART_WORDS] = (struct box){content.x, top, content.width, y - top - gap};
        play->boxes[PART_ANSWERS] = (struct box){content.x - 8, y, content.width + 16, buttons};
        return;
    }
    double cue = play_large_cue_size(window) * LINE;
    double count = play_large_count_size(window);
    double share = fmin(1, (below - top) / (cue + count));
    double y = top + (below - top - share * (cue + count)) / 2;
    play->boxes[PART_WORDS] = (struct box){content.x, y, content.width, share * cue};
    play->boxes[PART_SECONDS] =
        (struct box){content.x, y + share * cue, content.width, share * count};
}

// The pixels of one of the small form's 380 x 196, which keep their proportions.
double play_small_px(const struct window *window, double design) {
    return design * fmin(window->width / 380, window->height / 196);
}

// The lamp at the start, cue, one line and the buttons beside it, the line of time at the foot.
void play_lay_small(struct window *window) {
    struct play *play = window->play;
    double px = play_small_px(window, 1);
    double left = (window->width - 380 * px) / 2;
    double top = (window->height - 196 * px) / 2;
    double column = left + 168 * px;
    double width = left + 372 * px - column;
    double finger = fmax(44, 44 * px);
    struct box corner = window_corner(window);
    play->lamp_x = left + 92 * px;
    play->lamp_y = top + 92 * px;
    play->lamp_ring = 66 * px;
    play->boxes[PART_CORNER] = box_inset(corner, -4);
    play->boxes[PART_WORDS] = (struct box){column, top + 50 * px, width, 42 * px};
    play->boxes[PART_HEAD] = (struct box){column, top + 92 * px, width, 26 * px};
    play->boxes[PART_CONTROLS] =
        (struct box){column, top + 184 * px - finger - 10 * px, width, finger + 10 * px};
    play->boxes[PART_LINE] = (struct box){0, window->height - 6 * px, window->width, 6 * px};
}
