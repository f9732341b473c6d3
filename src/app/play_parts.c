// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/play.h"
#include "base/text.h"

// The parts of the player's screen as pictures.

// The two words of a part; the second is "" where there is none.
static const char *second_of(char *text) {
    char *at = strchr(text, PART_DIVIDER);
    if (!at) {
        return "";
    }
    *at = '\0';
    return at + 1;
}

static void draw(struct window *window, enum token token, const char *text, struct text_style style,
                 struct box box) {
    if (text[0] && box.width > 1 && box.height > 1) {
        theme_use(window->cairo, &window->theme, token, 1);
        text_draw(window->cairo, text, &style, box);
    }
}

// "Next: Apply, the next 10 minutes" where it fits, else only as far as its comma; nothing where
// even that would be cut.
static void shorten(struct window *window, char *text, const struct text_style *style,
                    struct box box) {
    if (!text_fit(window->cairo, text, style, box).cut) {
        return;
    }
    text[strcspn(text, ",;(")] = '\0';
    if (text_fit(window->cairo, text, style, box).cut) {
        text[0] = '\0';
    }
}

static void paint_corner(struct window *window, struct box box, char *text, bool end) {
    const char *lower = second_of(text);
    struct text_style style = {.size = play_px(window, 18),
                               .smallest = play_px(window, 11),
                               .weight = 400,
                               .align = end ? ALIGN_END : ALIGN_START};
    double line = play_px(window, 28);
    // In the smallest windows it may lie over the figure: there it has the stronger ink.
    bool crowded = layout_kind(&window->layout) == LAYOUT_SMALLEST;
    enum token ink = crowded ? TOKEN_STAGE : TOKEN_STAGE2;
    if (window->small) {
        style.size = play_small_px(window, 16);
        style.smallest = style.size * 0.6;
        style.rise = RISE_TOP;
    }
    if (box.height < 1.8 * line) {
        // One place: what changes comes before what stays.
        style.lines = 2;
        if (end && !lower[0]) {
            shorten(window, text, &style, box);
        }
        draw(window, ink, lower[0] ? lower : text, style, box);
        return;
    }
    struct box upper = {box.x, box.y, box.width, line};
    if (!lower[0] && text_fit(window->cairo, text, &style, upper).cut) {
        style.lines = 2;
        style.rise = RISE_TOP;
        if (end) {
            shorten(window, text, &style, box);
        }
        draw(window, ink, text, style, box);
        return;
    }
    if (end) {
        shorten(window, text, &style, upper);
    }
    draw(window, ink, text, style, upper);
    upper.y += line;
    draw(window, ink, lower, style, upper);
}

static bool at_gate(const struct window *window) {
    return sitting_player(window->play->sitting)->state == PLAYER_GATE;
}

// A question is read, not glanced at: it may be smaller and longer.
static void paint_question(struct window *window, struct box box, const char *question) {
    double size = play_cue_size(window) * 0.62;
    bool middle = window->play->centred || play_is_large(window);
    struct text_style style = {.size = size,
                               .smallest = size * 0.28,
                               .weight = 400,
                               .lines = 6,
                               .align = middle ? ALIGN_CENTRE : ALIGN_START,
                               .rise = middle ? RISE_MIDDLE : RISE_BOTTOM};
    draw(window, TOKEN_STAGE, question, style, box);
}

// Below the lamp: a cue, and what is said in as many lines as there is room for.
static void paint_centred(struct window *window, struct box box, const char *cue,
                          const char *said) {
    double line = play_tip_size(window) * 1.5;
    double size = play_cue_size(window);
    double least = said[0] ? line : 0;
    const struct segment *segment = play_segment(window->play);
    bool quiet = segment && segment->step->verb != VERB_BREATHE && said[0];
    double cue_height = fmin(size * 1.22, box.height - least);
    if (quiet) {
        // The words are what counts here: the name of the step makes room for them.
        size *= 0.62;
        cue_height = fmin(size * 1.22, box.height - 2 * line);
    }
    struct text_style style = {
        .size = size, .smallest = size * 0.4, .weight = 400, .align = ALIGN_CENTRE};
    draw(window, TOKEN_STAGE, cue, style, (struct box){box.x, box.y, box.width, cue_height});
    double column = fmin(box.width, play_tip_size(window) * 50);
    struct box lower = {box_middle_x(box) - column / 2, box.y + cue_height, column,
                        box.height - cue_height};
    struct text_style small = {.size = quiet ? play_said_size(window) : play_tip_size(window),
                               .smallest = play_px(window, 12),
                               .weight = 400,
                               .lines = 4,
                               .align = ALIGN_CENTRE,
                               .rise = RISE_TOP,
                               .line = 1.36};
    draw(window, quiet ? TOKEN_STAGE : TOKEN_STAGE2, said, small, lower);
}

// Cue alone: in the middle of a large picture, at the start of the small one; never cut.
static void paint_cue_alone(struct window *window, struct box box, const char *cue) {
    double size = play_cue_size(window);
    bool small = window->small;
    struct text_style style = {.size = size,
                               .smallest = size * (small ? 0.4 : 0.3),
                               .weight = 400,
                               .lines = small ? 1 : 2,
                               .align = small ? ALIGN_START : ALIGN_CENTRE};
    draw(window, TOKEN_STAGE, cue, style, box);
}

static void paint_words(struct window *window, struct box box, char *text) {
    const char *said = second_of(text);
    if (at_gate(window)) {
        paint_question(window, box, text);
        return;
    }
    if (window->small || play_is_large(window)) {
        paint_cue_alone(window, box, text);
        return;
    }
    if (window->play->centred) {
        paint_centred(window, box, text, said);
        return;
    }
    double size = fmin(play_cue_size(window), box.height / 1.22);
    struct text_style one = {.size = size, .smallest = size * 0.72, .weight = 400};
    if (text_fit(window->cairo, text, &one, box).cut) {
        // It breaks into two lines; it is never cut.
        one.lines = 3;
        one.smallest = size * 0.28;
    }
    draw(window, TOKEN_STAGE, text, one, box);
}

static void paint_seconds(struct window *window, struct box box, char *text) {
    bool rests = second_of(text)[0] != '\0';
    double size = fmin(play_count_size(window), box.height);
    struct text_style style = {.size = size,
                               .smallest = size * 0.4,
                               .weight = 400,
                               .align = play_is_large(window) ? ALIGN_CENTRE : ALIGN_START,
                               .tabular = true};
    // A line of digits is taller than the digits: it may reach over the box's empty edges.
    struct box line = {box.x, box.y - 0.15 * box.height, box.width, box.height * 1.3};
    draw(window, rests ? TOKEN_STAGE2 : TOKEN_ACCENT, text, style, line);
}

static void paint_said(struct window *window, struct box box, const char *said) {
    struct text_style style = {.size = play_said_size(window),
                               .smallest = 9 * window->layout.pixel,
                               .weight = 400,
                               .lines = 12,
                               .rise = RISE_TOP};
    draw(window, TOKEN_STAGE, said, style, box);
}

static void diamond(struct window *window, double x, double y, double reach) {
    cairo_t *cairo = window->cairo;
    theme_use(cairo, &window->theme, TOKEN_STAGE, 1);
    cairo_move_to(cairo, x, y - reach);
    cairo_line_to(cairo, x + reach, y);
    cairo_line_to(cairo, x, y + reach);
    cairo_line_to(cairo, x - reach, y);
    cairo_close_path(cairo);
    cairo_set_line_width(cairo, play_px(window, 2.4));
    cairo_stroke(cairo);
}

static void paint_row(struct window *window, const struct play_row *row, struct box box) {
    double size = fmin(play_px(window, 18), box.height * 0.56);
    struct text_style style = {.size = size, .smallest = size * 0.6, .weight = 400};
    double x = box.x;
    if (row->kind == ROW_CHECK) {
        double reach = size / 2;
        diamond(window, x + reach + 2, box_middle_y(box), reach);
        x += play_px(window, 36);
    } else {
        double label = fmin(play_px(window, 110), box.width * 0.34);
        draw(window, TOKEN_STAGE2, row->label, style,
             (struct box){x, box.y, label - play_px(window, 8), box.height});
        x += label;
    }
    style.weight = row->kind == ROW_CHECK ? 400 : 600;
    double gap = play_px(window, 16);
    double value = fmin(text_width(window->cairo, row->value, &style) + 2,
                        (box.x + box.width - x) * (row->all > 0 ? 0.5 : 1));
    struct box shapes = {x, box.y, box.x + box.width - x - value - gap, box.height};
    double px = size / 18;
    if (row->kind == ROW_EFFORT) {
        x += gap + effort_discs_paint(window->cairo, &window->theme, row->done, shapes, px);
    } else if (row->kind == ROW_AGAIN) {
        x +=
            gap + repetitions_paint(window->cairo, &window->theme, row->done, row->all, shapes, px);
    }
    draw(window, TOKEN_STAGE, row->value, style, (struct box){x, box.y, value, box.height});
}

static void paint_rows(struct window *window, struct box box) {
    struct play_row rows[ROWS_MAX];
    int count = play_rows(window, rows);
    for (int i = 0; i < count; i++) {
        double height = box.height / count;
        paint_row(window, &rows[i], (struct box){box.x, box.y + i * height, box.width, height});
    }
}

static double share_played(const struct play *play) {
    int64_t total_ms = sitting_timeline(play->sitting)->total_ms;
    int64_t position_ms = sitting_player(play->sitting)->position_ms;
    return total_ms > 0 ? (double)position_ms / (double)total_ms : 0;
}

static void paint_bar(struct window *window, struct box box) {
    const struct play *play = window->play;
    struct player_bar bar = {.ends = play->ends,
                             .count = play->end_count,
                             .marks = play->marks,
                             .mark_count = play->mark_count,
                             .at = share_played(play)};
    double ring = play_px(window, 8);
    struct box inner = {box.x + ring, box.y, box.width - 2 * ring, box.height};
    player_bar_paint(window->cairo, &window->theme, &bar, inner, play_px(window, 1));
}

static void paint_clock(struct window *window, struct box box, char *text) {
    const char *of = second_of(text);
    struct text_style style = {.size = play_px(window, 18),
                               .smallest = play_px(window, 10),
                               .weight = 600,
                               .tabular = true};
    double width = text_width(window->cairo, text, &style);
    struct text_style rest = style;
    rest.weight = 400;
    double gap = play_px(window, 8);
    double wanted = width + gap + text_width(window->cairo, of, &rest);
    if (wanted > box.width) {
        // Both become smaller alike.
        style.size = rest.size = fmax(style.smallest, style.size * box.width / wanted * 0.98);
        width = text_width(window->cairo, text, &style);
        gap *= box.width / wanted;
    }
    draw(window, TOKEN_STAGE, text, style, (struct box){box.x, box.y, width + 1, box.height});
    box.x += width + gap;
    draw(window, TOKEN_STAGE2, of, rest,
         (struct box){box.x, box.y, fmax(0, box.width - width - gap), box.height});
}

static void part_paint(struct window *window, enum part part) {
    struct play *play = window->play;
    struct box box = play->boxes[part];
    char text[SHOWN_MAX];
    text_copy(text, sizeof text, play->shown[part]);
    switch (part) {
    case PART_HEAD:
        paint_corner(window, box, text, false);
        break;
    case PART_NEXT:
        paint_corner(window, box, text, true);
        break;
    case PART_WORDS:
        paint_words(window, box, text);
        break;
    case PART_SECONDS:
        paint_seconds(window, box, text);
        break;
    case PART_SAID:
        paint_said(window, box, text);
        break;
    case PART_ROWS:
        paint_rows(window, box);
        break;
    case PART_BAR:
        paint_bar(window, box);
        break;
    case PART_LINE:
        player_line_paint(window->cairo, &window->theme, share_played(play), box_inset(box, 1));
        break;
    case PART_CLOCK:
        paint_clock(window, box, text);
        break;
    case PART_CONTROLS:
        controls_paint(window, box);
        break;
    case PART_ANSWERS:
        answers_paint(window, box);
        break;
    case PART_CORNER:
        window_corner_paint(window);
        break;
    case PART_COUNT:
        break;
    }
}

double part_alpha(const struct window *window, enum part part) {
    const struct play *play = window->play;
    double shade = 0.5 - 0.5 * cos(M_PI * play->shade);
    if (window->small) {
        return 1;
    }
    switch (part) {
    case PART_HEAD:
    case PART_NEXT:
    case PART_BAR:
    case PART_CLOCK:
    case PART_CONTROLS:
    case PART_CORNER:
        return shade;
    case PART_LINE:
        return 1 - shade;
    default:
        return 1;
    }
}

void part_show(struct window *window, enum part part) {
    struct play *play = window->play;
    double alpha = part_alpha(window, part);
    play->shown_alpha[part] = alpha;
    if (!play->shown[part][0] || alpha <= 0) {
        return;
    }
    struct box box = play->boxes[part];
    cairo_save(window->cairo);
    window_turn(window, window->cairo);
    cairo_rectangle(window->cairo, box.x, box.y, box.width, box.height);
    cairo_clip(window->cairo);
    if (alpha >= 1) {
        part_paint(window, part);
    } else {
        cairo_push_group(window->cairo);
        part_paint(window, part);
        cairo_pop_group_to_source(window->cairo);
        cairo_paint_with_alpha(window->cairo, alpha);
    }
    cairo_restore(window->cairo);
}
