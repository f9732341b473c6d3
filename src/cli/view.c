// SPDX-License-Identifier: MIT
#include "cli/view.h"

#include <string.h>

#include "base/text.h"
#include "cli/digits.h"
#include "run/words.h"

enum {
    ROWS_FOR_DIGITS = 18, // from here on the count is drawn large
    BAR_MAX = 60,
    TEXT_COLUMNS_MAX = 66, // lines longer than this tire the eye
    MARGIN = 2,
    CUE_LINE_MAX = 96,
};

// The parts of a bar: filled, half, empty.
static void add_bar(const struct view *view, struct text_builder *bar, int columns, double part) {
    int filled = (int)(part * columns + 0.5);
    filled = filled < 0 ? 0 : filled > columns ? columns : filled;
    for (int column = 0; column < columns; column++) {
        bool on = column < filled;
        text_add(bar, view->utf8 ? (on ? "\u2588" : "\u2591") : (on ? "#" : "."));
    }
}

static int text_width(struct tty_size size) {
    int columns = size.columns - 2 * MARGIN;
    return columns < TEXT_COLUMNS_MAX ? columns : TEXT_COLUMNS_MAX;
}

void view_put_head(const struct view *view, struct sitting *sitting) {
    const struct timeline *timeline = sitting_timeline(sitting);
    char clock[TEXT_CLOCK_MAX];
    char left[64];
    // The clock of what is left runs with the counts: it changes when they do.
    int64_t left_ms = (player_left_ms(sitting_player(sitting)) + 999) / 1000 * 1000;
    text_format(left, sizeof left, _("%s left"), text_clock(left_ms, clock));
    page_put(view->page, 0, MARGIN, STYLE_STRONG, timeline->routine->title);
    page_right(view->page, 0, MARGIN, STYLE_QUIET, left);
}

static void step_line(const struct segment *segment, char *to, size_t size) {
    const char *side = words_side(segment->side);
    char count[48] = "";
    if (segment->reps > 1) {
        text_format(count, sizeof count, _("  %d of %d"), segment->rep > 0 ? segment->rep : 1,
                    segment->reps);
    }
    char effort[48] = "";
    if (segment->effort >= 0) {
        text_format(effort, sizeof effort, _("  effort %d of 10"), segment->effort);
    }
    bool sided = *side && segment->side != SIDE_BOTH;
    text_format(to, size, "%s%s%s%s%s", segment->step->name, sided ? ", " : "", sided ? side : "",
                count, effort);
}

// The big line: what to do now.
static const char *cue_line(struct sitting *sitting, const struct segment *segment,
                            char room[CUE_LINE_MAX]) {
    const struct player *player = sitting_player(sitting);
    int done = 0, count = 0;
    switch (player->state) {
    case PLAYER_READY:
        if (sitting_prepares(sitting, &done, &count)) {
            text_format(room, CUE_LINE_MAX, _("Preparing the voice %d/%d"), done, count);
            return room;
        }
        return _("Settle");
    case PLAYER_LEADING:
        return _("Settle");
    case PLAYER_PAUSED:
        return _("Paused");
    case PLAYER_GATE:
        return words_gate(&player->timeline->gates[player->section]);
    case PLAYER_ENDED:
        return _("Done");
    case PLAYER_PLAYING:
        break;
    }
    return segment ? words_phase(segment) : "";
}

static int shown_count(struct sitting *sitting, const struct frame *frame) {
    switch (sitting_player(sitting)->state) {
    case PLAYER_READY:
    case PLAYER_LEADING:
        return (int)((sitting_lead_ms(sitting) + 999) / 1000);
    case PLAYER_PLAYING:
    case PLAYER_PAUSED:
        return frame->count;
    case PLAYER_GATE:
    case PLAYER_ENDED:
        break;
    }
    return -1;
}

// The count, large where there is room; returns the rows used.
static int put_count(const struct view *view, int row, int count, struct tty_size size) {
    if (count < 0) {
        return 0;
    }
    if (size.rows < ROWS_FOR_DIGITS) {
        char text[TEXT_CLOCK_MAX];
        if (count >= 100) {
            text_clock((int64_t)count * 1000, text);
        } else {
            text_format(text, sizeof text, "%d", count);
        }
        page_centre(view->page, row, STYLE_STRONG, text);
        return 1;
    }
    for (int line = 0; line < DIGITS_ROWS; line++) {
        char text[DIGITS_LINE_MAX];
        digits_line(count, line, view->utf8, text);
        page_centre(view->page, row + line, STYLE_WARM, text);
    }
    return DIGITS_ROWS;
}

static void put_level(const struct view *view, int row, double level, struct tty_size size) {
    int columns = size.columns - 2 * MARGIN;
    columns = columns < BAR_MAX ? columns : BAR_MAX;
    // A lamp that opens from the middle: as wide as the breath is full.
    int wide = (int)(level * (columns - 2) + 0.5) + 2;
    struct text_builder bar = {0};
    add_bar(view, &bar, wide, 1.0);
    page_centre(view->page, row, STYLE_WARM, bar.text);
    text_builder_free(&bar);
}

static void put_progress(const struct view *view, struct sitting *sitting, int row,
                         struct tty_size size) {
    const struct player *player = sitting_player(sitting);
    int columns = size.columns - 2 * MARGIN;
    struct text_builder bar = {0};
    add_bar(view, &bar, columns > 0 ? columns : 0,
            (double)player->position_ms / (double)player->timeline->total_ms);
    page_put(view->page, row, MARGIN, STYLE_QUIET, bar.text ? bar.text : "");
    text_builder_free(&bar);
}

void view_put_foot(const struct view *view, struct sitting *sitting, const char *keys,
                   struct tty_size size) {
    const char *state = sitting_is_muted(sitting) ? _("mute") : "";
    const char *told = view->notice ? view->notice : view->said;
    put_progress(view, sitting, size.rows - 2, size);
    page_put(view->page, size.rows - 1, MARGIN, told ? STYLE_STRONG : STYLE_QUIET,
             told ? told : keys);
    page_right(view->page, size.rows - 1, MARGIN, STYLE_QUIET, state);
}

// Some languages need more room than others.
static const char *keys_that_fit(struct tty_size size) {
    const char *keys = _("Space pause   Right next   Left again   S sound   Esc stop   H help");
    bool fit = text_columns(keys) + text_columns(_("mute")) + 3 * MARGIN <= size.columns;
    return fit ? keys : _("Space pause  Esc stop  H help");
}

// What is said at the moment: the words of the passage, with their tip where there is room.
static void put_words(const struct view *view, const struct frame *frame, int row,
                      struct tty_size size) {
    const struct segment *segment = frame->segment;
    int rows = size.rows - 3 - row;
    if (!segment || rows < 1) {
        return;
    }
    int used = 0;
    if (segment->step->say) {
        used = page_wrap(view->page, row, rows, text_width(size), STYLE_PLAIN, segment->step->say);
    }
    if (segment->step->tip && rows - used > 2) {
        page_wrap(view->page, row + used + 1, rows - used - 1, text_width(size), STYLE_QUIET,
                  segment->step->tip);
    }
}

static const char *const key_lines[] = {
    N_("Space        pause, go on, pass a question"),
    N_("Right        next step"),
    N_("Left         this step again"),
    N_("Shift+Left   the step before"),
    N_("Up, Down     volume"),
    N_("M            sound off and on"),
    N_("V            voice off and on"),
    N_("Shift+V      all words, where they are fewer"),
    N_("S            how loud voice and tones are"),
    N_("Esc          stop and keep what was done"),
    N_("H            back"),
};
enum { KEY_LINES = sizeof key_lines / sizeof *key_lines };

// The last one is for a page, which has to be left.
const char *view_key_line(int line) {
    return line < KEY_LINES - 1 ? _(key_lines[line]) : NULL;
}

static void put_help(const struct view *view, struct tty_size size) {
    // For a terminal that is lower than that.
    static const char *const few[] = {
        N_("Space        pause, go on"),
        N_("Right, Left  next step, again"),
        N_("Shift+Left   the step before"),
        N_("Up, Down, M  volume, sound off"),
        N_("V, Shift+V   voice off, all words"),
        N_("S            how loud each is"),
        N_("Esc          stop"),
        N_("H            back"),
    };
    bool low = size.rows < KEY_LINES;
    int count = low ? (int)(sizeof few / sizeof *few) : KEY_LINES;
    int first = (size.rows - count) / 2;
    for (int line = 0; line < count; line++) {
        page_put(view->page, (first > 0 ? first : 0) + line, MARGIN, STYLE_PLAIN,
                 _(low ? few[line] : key_lines[line]));
    }
}

void view_sitting(const struct view *view, struct sitting *sitting) {
    struct tty_size size = page_begin(view->page);
    if (view->help) {
        put_help(view, size);
        return;
    }
    struct frame frame = sitting_frame(sitting);
    enum player_state state = sitting_player(sitting)->state;
    bool roomy = size.rows >= ROWS_FOR_DIGITS;
    view_put_head(view, sitting);
    char line[256] = "", cue[CUE_LINE_MAX];
    if (frame.segment) {
        step_line(frame.segment, line, sizeof line);
    }
    page_put(view->page, 1, MARGIN, STYLE_QUIET, line);
    int row = roomy ? size.rows / 2 - 8 : 2;
    row = row < 3 && roomy ? 3 : row;
    bool loud = view->waking && state == PLAYER_GATE;
    row += page_wrap(view->page, row, 3, text_width(size), loud ? STYLE_WARM : STYLE_STRONG,
                     loud ? words_take_off() : cue_line(sitting, frame.segment, cue));
    row += roomy ? 1 : 0;
    row += put_count(view, row, shown_count(sitting, &frame), size);
    row += roomy ? 1 : 0;
    if (state == PLAYER_PLAYING || state == PLAYER_PAUSED) {
        put_level(view, row++, frame.level, size);
        put_words(view, &frame, row + (roomy ? 1 : 0), size);
    } else if (view->aside && state != PLAYER_GATE) {
        page_wrap(view->page, row, size.rows - 3 - row, text_width(size), STYLE_PLAIN, view->aside);
    }
    view_put_foot(view, sitting, keys_that_fit(size), size);
}

// The question is whole where there is room for it and its answers: nobody answers half of one.
// What stands before it takes what is left.
void view_question(const struct view *view, const char *before, const char *question,
                   const char *const answers[], int count) {
    struct tty_size size = page_begin(view->page);
    int columns = text_width(size);
    int asked = page_lines(columns, question);
    int above = before ? page_lines(columns, before) : 0;
    int free = size.rows - count - asked;
    int row = (free - above) / 2 - 2;
    row = row > 0 ? row : 0;
    if (before) {
        row += page_wrap(view->page, row, free > 0 ? free : 1, columns, STYLE_PLAIN, before);
        row += above < free ? 1 : 0;
    }
    row += page_wrap(view->page, row, asked, columns, STYLE_STRONG, question);
    row += size.rows >= ROWS_FOR_DIGITS ? 1 : 0;
    for (int index = 0; index < count; index++) {
        page_centre(view->page, row + index, STYLE_PLAIN, answers[index]);
    }
}
