// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/play.h"

// Where everything stands, from the bottom upwards: buttons, bar, words; the figure takes what is
// left. The scene is measured in the window's height, the words and buttons in the text's size.

static const double CUE = 0.09;
static const double COUNT = 0.175;
static const double CLOCK = 0.15;
static const double RING = 0.265;
static const double LINE = 1.22; // a line's height against its size
enum { RING_ROOM = 14 };

// Cue and count grow with half of what the text grows.
static double half_grown(const struct window *window) {
    return 1 + 0.5 * (window->layout.text - 1);
}

static double stage_height(const struct window *window) {
    // An upright window is wider words' trouble: there the width decides.
    return fmin(window->height, window->width * 1.05);
}

double play_cue_size(const struct window *window) {
    if (play_is_large(window)) {
        return play_large_cue_size(window);
    }
    if (window->small) {
        return play_small_px(window, 34);
    }
    return CUE * stage_height(window) * half_grown(window);
}

double play_count_size(const struct window *window) {
    const struct segment *segment = play_segment(window->play);
    bool clock = segment && segment->end_ms - segment->start_ms >= BREATH_CLOCK_FROM_MS;
    if (play_is_large(window)) {
        return play_large_count_size(window);
    }
    if (window->small) {
        return play_small_px(window, 44);
    }
    return (clock ? CLOCK : COUNT) * stage_height(window) * half_grown(window);
}

// What is pressed grows with the text as far as the window has room for it.
double play_control(const struct window *window, double design) {
    double most = design * fmin(window->height / 620, window->width / 600);
    return fmax(44, fmin(window_px(window, design), most));
}

double play_px(const struct window *window, double design) {
    static const double GROWTH_MOST = 1.35;
    double grown = fmax(1, fmin(GROWTH_MOST, window->height / (800 * window->layout.pixel)));
    double most = design * fmin(window->height / 400, window->width / 600);
    return fmin(window_px(window, design) * grown, most);
}

double play_said_size(const struct window *window) {
    double grown = play_px(window, 18) / window_px(window, 18);
    return layout_title(&window->layout, 26) * fmin(grown, 1.35);
}

// Large text is worth having also where the window caps everything else.
double play_tip_size(const struct window *window) {
    static const double MOST = 0.046; // of the window's height
    return fmax(play_px(window, 18), fmin(window_px(window, 18), MOST * window->height));
}

static bool at_gate(const struct play *play) {
    return sitting_player(play->sitting)->state == PLAYER_GATE;
}

// What is played at the start; what comes next at the end, beside the corner that is there on every
// screen, or beneath it where there is too little room.
static void lay_corners(struct window *window, struct box content, double half_lamp) {
    struct play *play = window->play;
    struct box corner = window_corner(window);
    double gap = play_px(window, 16);
    double line = play_px(window, 28);
    bool compact = window_is_compact(window);
    double top = box_middle_y(corner) - (compact ? 0.5 : 0.55) * line;
    double most = content.width / 2 - gap;
    double end = content.x + content.width;
    double room = corner.x - gap - (end - most + half_lamp * 0.5);
    play->boxes[PART_CORNER] = box_inset(corner, -window_px(window, 7));
    play->boxes[PART_HEAD] = (struct box){
        content.x, top, compact ? corner.x - gap - content.x : most, compact ? line : 2 * line};
    if (room > play_px(window, 160)) {
        play->boxes[PART_NEXT] = (struct box){corner.x - gap - room, top, room, 2 * line};
        play->boxes[PART_HEAD].width = most;
        return;
    }
    double width = fmax(most - half_lamp, play_px(window, 110));
    double y = corner.y + corner.height + window_px(window, 7);
    play->boxes[PART_NEXT] = (struct box){end - width, y, width, (compact ? 1.6 : 2) * line};
}

// Returns the upper edge of the bar.
static double lay_foot(struct window *window, struct box content) {
    struct play *play = window->play;
    bool compact = window_is_compact(window);
    double round = play_control(window, compact ? 60 : 72);
    double side = play_control(window, 48);
    double ring = window_px(window, 8);
    double middle = window->height - round / 2 - window_px(window, compact ? 8 : 24);
    double gap = window_px(window, compact ? 8 : 16);
    double half = round / 2 + side + gap + ring;
    double height = round + 2 * ring;
    double left = window->width / 2 - half;
    play->boxes[PART_CONTROLS] =
        (struct box){left, middle - height / 2, content.x + content.width + ring - left, height};
    play->boxes[PART_CLOCK] = (struct box){content.x, middle - side / 2,
                                           fmax(40, left - content.x - window_px(window, 4)), side};
    double bar = play_px(window, 24);
    double y = middle - round / 2 - bar / 2 -
               fmax(play_px(window, compact ? 9 : 19), window_px(window, 7) + bar / 4);
    double disc = play_px(window, 8);
    play->boxes[PART_BAR] = (struct box){content.x - disc, y, content.width + 2 * disc, bar};
    play->boxes[PART_LINE] = (struct box){content.x, window->height * 0.9475 - 3, content.width, 6};
    return y;
}

// What stands in the corners keeps off the square that the lamp paints: each would wipe out the
// other. Where too little is left beside it, what comes next is left out.
static void keep_off_lamp(struct window *window) {
    struct play *play = window->play;
    struct box *head = &play->boxes[PART_HEAD];
    struct box *next = &play->boxes[PART_NEXT];
    double reach = play->lamp_ring + RING_ROOM + 2;
    struct box lamp = {play->lamp_x - reach, play->lamp_y - reach, 2 * reach, 2 * reach};
    if (box_meets(*head, lamp)) {
        head->width = fmax(play_px(window, 90), lamp.x - head->x);
    }
    if (box_meets(*next, lamp)) {
        double end = next->x + next->width;
        next->x = lamp.x + lamp.width;
        next->width = end - next->x;
        if (next->width < play_px(window, 90)) {
            *next = (struct box){0, 0, 0, 0};
        }
    }
}

// The lamp in the middle, the words below it.
static void lay_centred(struct window *window, struct box content, double below) {
    static const double LEAST = 0.16; // a ring smaller than this cannot be followed
    struct play *play = window->play;
    double words = play_cue_size(window) * LINE + play_px(window, 34);
    double narrow = content.width / 2 - RING * window->height;
    bool crowded = narrow < window_px(window, 150);
    lay_corners(window, content, crowded ? 0 : RING * window->height + RING_ROOM);
    struct box next = play->boxes[PART_NEXT];
    double top = crowded ? next.y + next.height : 4;
    double bottom = below - words;
    double ring = fmin(RING * window->height, (bottom - top) / 2 - RING_ROOM);
    bool gives = ring < LEAST * window->height;
    if (gives) {
        top = 4;
        bottom = below - play_cue_size(window) * LINE - 2.9 * play_tip_size(window);
        ring = fmin(RING * window->height, (bottom - top) / 2 - RING_ROOM);
    }
    ring = fmax(24, fmin(ring, content.width / 2 - RING_ROOM));
    if (gives) {
        play->boxes[PART_NEXT] = (struct box){0, 0, 0, 0};
        play->boxes[PART_HEAD].height = 1.7 * play_px(window, 28);
    }
    play->lamp_x = window->width / 2;
    play->lamp_ring = ring;
    play->lamp_y =
        fmax(top + RING_ROOM + ring, fmin(0.40 * window->height, bottom - ring - RING_ROOM));
    keep_off_lamp(window);
    double y = play->lamp_y + ring + RING_ROOM;
    play->boxes[PART_WORDS] = (struct box){content.x, y, content.width, below - y};
    if (at_gate(play)) {
        double height = play_control(window, 72) + window_px(window, 16);
        struct box controls = play->boxes[PART_CONTROLS];
        play->boxes[PART_ANSWERS] = (struct box){content.x - 8, box_middle_y(controls) - height / 2,
                                                 content.width + 16, height};
    }
}

// The figure on the left, or above the words where the window stands upright; returns the column.
static struct box lay_figure(struct window *window, struct box content, double below) {
    struct play *play = window->play;
    lay_corners(window, content, 0);
    struct box next = play->boxes[PART_NEXT];
    struct box corner = window_corner(window);
    // The corner that is there on every screen may reach lower than what stands beside it.
    double edge = fmax(next.y + next.height, corner.y + corner.height);
    double scale = window->height / 800;
    double middle = 0.26 * window->width;
    double room = fmin(middle, 0.53 * window->width - middle) - 8;
    if (play->upright) {
        double foot = edge + 0.45 * (below - edge);
        scale = (foot - edge) / (FIGURE_FOOT - FIGURE_TOP);
        middle = window->width / 2;
        play->place = (struct figure_place){middle, edge - FIGURE_TOP * scale, scale};
        content.y = foot + window_px(window, 12);
        content.height = below - content.y;
        return content;
    }
    // A narrow window makes the figure smaller and lets it stand on the hills all the same.
    scale = fmin(scale, room / FIGURE_HALF_WIDTH);
    play->place = (struct figure_place){middle, 0.77 * window->height - 616 * scale, scale};
    double x = 0.53 * window->width;
    double top = fmax(edge + window_px(window, 4), 0.155 * window->height);
    return (struct box){x, top, content.x + content.width - x, below - top};
}

// Where the words are large and the window small what comes next gives its place to what is now.
static struct box take_next_away(struct window *window, struct box column) {
    struct play *play = window->play;
    struct box *next = &play->boxes[PART_NEXT];
    struct box corner = window_corner(window);
    double up = column.y - fmax(next->y + 4, corner.y + corner.height + 4);
    if (play->upright || column.height > 0.56 * window->height || up <= 0) {
        return column;
    }
    *next = (struct box){0, 0, 0, 0};
    column.y -= up;
    column.height += up;
    return column;
}

static double said_height(struct window *window, double width, double size) {
    char said[SAID_MAX];
    play_said(window, said, sizeof said);
    struct text_style style = {.size = size, .weight = 400};
    return said[0] ? text_height(window->cairo, said, &style, width) + 2 : 0;
}

// The question stands right above its answers, in the middle of the column.
static void lay_question(struct window *window, struct box column) {
    struct play *play = window->play;
    const double least = 2 * 48 + 20; // two targets and the room around them
    double buttons = fmax(2 * play_control(window, 64), least) + play_px(window, 24);
    double share = play->upright ? 0.5 : 0.60;
    double y = column.y + fmin(share * column.height, column.height - buttons);
    play->boxes[PART_WORDS] = (struct box){column.x, column.y, column.width,
                                           fmax(40, y - column.y - play_px(window, 18))};
    play->boxes[PART_ANSWERS] = (struct box){column.x - 10, y, column.width + 20, buttons};
}

// Cue, count, what is said, rows: all of their sizes where there is room, smaller where not. What
// is said is read: it gives way last.
static void lay_column(struct window *window, struct box column) {
    struct play *play = window->play;
    struct play_row rows[ROWS_MAX];
    double gap = 0.012 * window->height;
    double share = 1;
    double cue = 0;
    double count = 0;
    double words = 0;
    double row = 0;
    play->row_limit = ROWS_MAX;
    int row_count = play_rows(window, rows);
    while (share > 0.25) {
        cue = play_cue_size(window) * LINE * fmax(share, 0.3);
        count = play_count_size(window) * fmax(share, 0.3);
        row = row_count * play_px(window, 42) * fmax(share, 0.5);
        double size = fmax(15 * window->layout.pixel, share * play_said_size(window));
        words = said_height(window, column.width, size);
        if (cue + count + words + row + 4 * gap <= column.height) {
            break;
        }
        share *= 0.94;
        if (share < 0.6 && row_count > 1) {
            // The last rows say what the figure shows as well.
            play->row_limit = --row_count;
            share = 0.75;
        }
    }
    struct box place = {column.x, column.y, column.width, cue};
    play->boxes[PART_WORDS] = place;
    place.y += cue + gap;
    place.height = count;
    play->boxes[PART_SECONDS] = place;
    place.y += count + 1.6 * gap;
    double left = column.y + column.height - place.y - row;
    place.height = fmax(0, fmin(words, left));
    play->boxes[PART_SAID] = place;
    place.y += place.height + (place.height > 0 ? 1.6 * gap : 0);
    place.height = fmax(0, fmin(row, column.y + column.height - place.y));
    play->boxes[PART_ROWS] = place;
}

void play_lay_out(struct window *window) {
    struct play *play = window->play;
    struct box content = window_content(window, 1e6);
    for (int part = 0; part < PART_COUNT; part++) {
        play->boxes[part] = (struct box){0, 0, 0, 0};
    }
    bool large = play_is_large(window);
    play->upright = window->width < window->height;
    play->centred = (play->breathes && !large) || window->small;
    double below = lay_foot(window, content) - window_px(window, 6);
    if (window->small) {
        play->boxes[PART_BAR] = play->boxes[PART_CLOCK] = (struct box){0, 0, 0, 0};
        play_lay_small(window);
    } else if (large) {
        play_lay_large(window, content, below);
    } else if (play->centred) {
        lay_centred(window, content, below);
    } else {
        struct box column = lay_figure(window, content, below);
        column = take_next_away(window, column);
        play->lamp_x = play->place.x;
        play->lamp_y = play->place.y + FIGURE_LAMP_Y * play->place.scale;
        play->lamp_ring = FIGURE_LAMP_RING * play->place.scale;
        if (at_gate(play)) {
            lay_question(window, column);
        } else {
            lay_column(window, column);
        }
    }
    if (at_gate(play)) {
        play->boxes[PART_CONTROLS] = (struct box){0, 0, 0, 0};
    }
    for (int part = 0; part < PART_COUNT; part++) {
        // A clip along whole pixels leaves no seam when a part is painted again.
        play->boxes[part] = box_whole(play->boxes[part]);
    }
    double reach = play->lamp_ring + RING_ROOM;
    if (window->layout.right_to_left) {
        // The figure is not mirrored, only its place.
        play->lamp_x = window->width - play->lamp_x;
        play->place.x = window->width - play->place.x;
    }
    double foot = fmin(0.83 * window->height, play->boxes[PART_BAR].y);
    play->column = box_whole((struct box){play->lamp_x - reach, play->lamp_y - reach, 2 * reach,
                                          fmax(8, foot - play->lamp_y + reach)});
}
