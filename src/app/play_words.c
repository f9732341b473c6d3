// SPDX-License-Identifier: MIT
#include <string.h>

#include "app/play.h"
#include "base/text.h"
#include "run/words.h"

// What the parts of the player's screen say. Nothing here paints.

static bool at_gate(const struct play *play) {
    const struct player *player = sitting_player(play->sitting);
    return player->state == PLAYER_GATE &&
           player->section < sitting_timeline(play->sitting)->gate_count;
}

static bool is_named(const struct segment *segment) {
    return segment->phase == PHASE_STEADY || segment->phase == PHASE_SCAN;
}

// The question of a gate. What is spoken ends with the key to press; here buttons stand below it.
static void question(const struct play *play, char *to, size_t size) {
    const struct player *player = sitting_player(play->sitting);
    const struct gate *gate = &sitting_timeline(play->sitting)->gates[player->section];
    const char *words = words_gate(gate);
    const char *press = _("Press any key.");
    size_t length = strlen(words);
    size_t tail = strlen(press);
    text_copy(to, size, play->take_off ? words_take_off() : words);
    if (!play->take_off && length > tail + 1 && strcmp(words + length - tail, press) == 0 &&
        words[length - tail - 1] == ' ' && length < size) {
        to[length - tail - 1] = '\0';
    }
}

void play_cue(struct window *window, char *to, size_t size) {
    const struct play *play = window->play;
    const struct segment *segment = play_segment(play);
    if (at_gate(play)) {
        question(play, to, size);
    } else if (play->state == PLAYER_PAUSED) {
        text_copy(to, size, _("Paused"));
    } else if (!segment) {
        text_copy(to, size, "");
    } else {
        text_copy(to, size, is_named(segment) ? segment->step->name : words_phase(segment));
    }
}

// What is said in this step: the words at its beginning, its tip from the second repetition on or
// behind the words where it has none.
void play_said(struct window *window, char *to, size_t size) {
    const struct play *play = window->play;
    const struct segment *segment = play_segment(play);
    const struct timeline *timeline = sitting_timeline(play->sitting);
    text_copy(to, size, "");
    if (!segment || at_gate(play)) {
        return;
    }
    int first = (int)(segment - timeline->segments);
    while (first > 0 && timeline->segments[first - 1].entry == segment->entry) {
        first--;
    }
    const char *say = timeline->segments[first].say;
    const char *tip = segment->step->tip;
    if (segment->rep > 1 && tip) {
        text_copy(to, size, tip);
    } else if (segment->reps <= 1 && say && tip) {
        text_format(to, size, "%s %s", say, tip);
    } else {
        text_copy(to, size, say ? say : tip ? tip : "");
    }
}

// In the middle the words below the lamp are for the first breaths, and for whoever touches
// anything.
static bool is_said(const struct window *window, const struct segment *segment) {
    const struct play *play = window->play;
    return segment->step->verb != VERB_BREATHE || segment->rep <= 2 || play->shade > 0.5;
}

static void words_text(struct window *window, char to[SHOWN_MAX]) {
    const struct play *play = window->play;
    const struct segment *segment = play_segment(play);
    char cue[600];
    char said[SAID_MAX] = "";
    play_cue(window, cue, sizeof cue);
    if (play->centred && !window->small && segment && is_said(window, segment)) {
        play_said(window, said, sizeof said);
    }
    text_format(to, SHOWN_MAX, "%s%c%s", cue, PART_DIVIDER, said);
}

static void seconds_text(const struct play *play, char to[SHOWN_MAX]) {
    struct frame frame = play_frame(play);
    char count[BREATH_COUNT_MAX];
    breath_count_text(&frame, count);
    // In rest the colour leaves the count.
    bool rests = frame.segment && frame.segment->phase == PHASE_REST;
    text_format(to, SHOWN_MAX, "%s%c%s", count, PART_DIVIDER, rests ? "rest" : "");
}

// Which breath it is, or the step.
static void detail_text(const struct play *play, char *to, size_t size) {
    const struct segment *segment = play_segment(play);
    const struct step *step = play_step(play);
    text_copy(to, size, "");
    if (segment && segment->step->verb == VERB_BREATHE && segment->reps > 1) {
        text_format(to, size, _("Breath %d of %d"), segment->rep, segment->reps);
    } else if (segment && step && !is_named(segment)) {
        text_copy(to, size, step->name);
    }
}

// The one line of the small form.
static void small_text(struct window *window, char to[SHOWN_MAX]) {
    const struct play *play = window->play;
    char detail[MESSAGE_MAX];
    char left[TEXT_CLOCK_MAX];
    int64_t left_ms = player_left_ms(sitting_player(play->sitting));
    detail_text(play, detail, sizeof detail);
    if (window->message[0]) {
        text_copy(to, SHOWN_MAX, window->message);
    } else if (detail[0]) {
        text_format(to, SHOWN_MAX, _("%s \u00b7 %s left"), detail, text_clock(left_ms, left));
    } else {
        text_format(to, SHOWN_MAX, _("%s left"), text_clock(left_ms, left));
    }
}

static void head_text(struct window *window, char to[SHOWN_MAX]) {
    const struct play *play = window->play;
    char detail[MESSAGE_MAX];
    if (window->small) {
        small_text(window, to);
        return;
    }
    if (play_is_large(window)) {
        text_copy(to, SHOWN_MAX, window->message);
        return;
    }
    detail_text(play, detail, sizeof detail);
    if (play->boxes[PART_NEXT].width <= 0 && window->message[0]) {
        text_copy(detail, sizeof detail, window->message);
    }
    text_format(to, SHOWN_MAX, "%s%c%s", sitting_timeline(play->sitting)->routine->title,
                PART_DIVIDER, detail);
}

// The name of the passage after this one; a gate is part of the one before it.
static const char *next_name(const struct play *play) {
    const struct timeline *timeline = sitting_timeline(play->sitting);
    const struct player *player = sitting_player(play->sitting);
    int entry = timeline_entry_at(timeline, player->section, player->position_ms);
    for (int i = entry + 1; entry >= 0 && i < timeline->entry_count; i++) {
        if (timeline->entries[i].gate < 0) {
            return timeline->entries[i].step->name;
        }
    }
    return NULL;
}

static void next_text(struct window *window, char to[SHOWN_MAX]) {
    struct play *play = window->play;
    char upper[512] = "";
    int64_t lead_ms = play->now.lead_ms;
    const char *next = next_name(play);
    int done = 0, count = 0;
    if (sitting_prepares(play->sitting, &done, &count)) {
        text_format(upper, sizeof upper, _("Preparing the voice %d/%d"), done, count);
    } else if (lead_ms > 0 && play->sinks_ms == 0) {
        text_format(upper, sizeof upper, _("Begins in %d"), (int)((lead_ms + 999) / 1000));
    } else if (next && play->sinks_ms == 0) {
        text_format(upper, sizeof upper, _("Next: %s"), next);
    }
    const char *silence = sitting_silence(play->sitting);
    const char *lower = window->message[0] ? window->message : silence ? silence : "";
    if (window_is_compact(window) && upper[0] && !window->message[0]) {
        lower = ""; // there is one place: what comes next is worth more
    }
    text_format(to, SHOWN_MAX, "%s%c%s", upper, PART_DIVIDER, lower);
}

static void clock_text(const struct play *play, char to[SHOWN_MAX]) {
    char at[TEXT_CLOCK_MAX];
    char total[TEXT_CLOCK_MAX];
    char of[96];
    text_format(of, sizeof of, _("of %s"),
                text_clock(sitting_timeline(play->sitting)->total_ms, total));
    text_format(to, SHOWN_MAX, "%s%c%s", text_clock(sitting_player(play->sitting)->position_ms, at),
                PART_DIVIDER, of);
}

static struct play_row *add_row(struct play_row rows[ROWS_MAX], int *count, enum row_kind kind,
                                const char *label) {
    struct play_row *row = &rows[(*count)++];
    *row = (struct play_row){.kind = kind};
    text_copy(row->label, sizeof row->label, label);
    return row;
}

static void add_side(struct play_row rows[ROWS_MAX], int *count, const struct segment *segment) {
    const char *side = words_side(segment->side);
    if (side[0]) {
        struct play_row *row = add_row(rows, count, ROW_TEXT, _("Side"));
        text_copy(row->value, sizeof row->value, side);
    }
}

static void add_repetitions(struct play_row rows[ROWS_MAX], int *count,
                            const struct segment *segment) {
    if (segment->reps > 1) {
        struct play_row *row = add_row(rows, count, ROW_AGAIN, _("Again"));
        row->done = segment->rep - 1;
        row->all = segment->reps;
        text_format(row->value, sizeof row->value, _("%d of %d"), segment->rep, segment->reps);
    }
}

static void add_exercise(const struct window *window, struct play_row rows[ROWS_MAX], int *count,
                         const struct segment *segment) {
    if (segment->effort >= 0) {
        struct play_row *row = add_row(rows, count, ROW_EFFORT, _("Effort"));
        row->done = segment->effort;
        row->all = EFFORT_DISCS;
        text_format(row->value, sizeof row->value, _("%d of %d"), row->done, row->all);
    }
    add_repetitions(rows, count, segment);
    add_side(rows, count, segment);
    char names[sizeof rows->value];
    if (play_muscle_names(window, segment, names, sizeof names)) {
        text_copy(add_row(rows, count, ROW_TEXT, _("Muscles"))->value, sizeof names, names);
    }
}

static void add_massage(const struct play *play, struct play_row rows[ROWS_MAX], int *count,
                        const struct segment *segment) {
    const struct step *step = segment->step;
    if (step->area_count > 0) {
        struct play_row *row = add_row(rows, count, ROW_TEXT, _("Place"));
        text_copy(row->value, sizeof row->value, words_area(step->areas[play->figure.area]));
    }
    add_repetitions(rows, count, segment);
    add_side(rows, count, segment);
    if (step->strokes > 0 && segment->phase == PHASE_MASSAGE) {
        struct play_row *row = add_row(rows, count, ROW_TEXT, _("Pace"));
        text_format(row->value, sizeof row->value, _("%d a minute"), step->strokes);
    }
}

// When the skin is looked at next.
static void add_check(const struct play *play, struct play_row rows[ROWS_MAX], int *count) {
    const struct timeline *timeline = sitting_timeline(play->sitting);
    int64_t position_ms = sitting_player(play->sitting)->position_ms;
    for (int i = 0; i < timeline->segment_count; i++) {
        const struct segment *segment = &timeline->segments[i];
        if (segment->start_ms <= position_ms || !segment->pose ||
            strcmp(segment->pose, "skin-check") != 0) {
            continue;
        }
        char clock[TEXT_CLOCK_MAX];
        struct play_row *row = add_row(rows, count, ROW_CHECK, "");
        text_format(row->value, sizeof row->value, _("Skin check in %s"),
                    text_clock(segment->start_ms - position_ms + 999, clock));
        return;
    }
}

int play_rows(struct window *window, struct play_row rows[ROWS_MAX]) {
    const struct play *play = window->play;
    const struct segment *segment = play_segment(play);
    int count = 0;
    if (!segment || at_gate(play)) {
        return 0;
    }
    switch (segment->step->verb) {
    case VERB_EXERCISE:
        add_exercise(window, rows, &count, segment);
        break;
    case VERB_MASSAGE:
        add_massage(play, rows, &count, segment);
        break;
    case VERB_COMPRESS:
        add_check(play, rows, &count);
        break;
    default:
        break;
    }
    return count < play->row_limit ? count : play->row_limit;
}

static void rows_text(struct window *window, char to[SHOWN_MAX]) {
    struct play_row rows[ROWS_MAX];
    int count = play_rows(window, rows);
    size_t length = 0;
    to[0] = '\0';
    for (int i = 0; i < count; i++) {
        text_format(to + length, SHOWN_MAX - length, "%s%c%s%c", rows[i].label, PART_DIVIDER,
                    rows[i].value, PART_DIVIDER);
        length += strlen(to + length);
    }
}

static bool is_away(struct window *window, enum part part) {
    const struct play *play = window->play;
    bool words = part == PART_WORDS || part == PART_SECONDS || part == PART_SAID ||
                 part == PART_ROWS || part == PART_ANSWERS;
    bool pressed = part == PART_CONTROLS || part == PART_ANSWERS || part == PART_CORNER;
    bool covered = part != PART_BAR && part != PART_LINE && play->helps &&
                   box_meets(play->boxes[part], play->help); // half a word says nothing
    return (words && play->now.rise < 1) || (pressed && play->helps) || covered ||
           (play->sinks_ms > 0 && part != PART_HEAD && part != PART_CORNER);
}

void part_text(struct window *window, enum part part, char to[SHOWN_MAX]) {
    const struct play *play = window->play;
    text_copy(to, SHOWN_MAX, "");
    if (is_away(window, part) || play->boxes[part].width <= 0) {
        return;
    }
    switch (part) {
    case PART_HEAD:
        head_text(window, to);
        break;
    case PART_NEXT:
        next_text(window, to);
        break;
    case PART_WORDS:
        words_text(window, to);
        break;
    case PART_SECONDS:
        seconds_text(play, to);
        break;
    case PART_SAID:
        play_said(window, to, SHOWN_MAX);
        break;
    case PART_ROWS:
        rows_text(window, to);
        break;
    case PART_BAR:
    case PART_LINE:
        text_format(to, SHOWN_MAX, "%lld",
                    (long long)(sitting_player(play->sitting)->position_ms / 1000));
        break;
    case PART_CLOCK:
        clock_text(play, to);
        break;
    case PART_CORNER:
    case PART_CONTROLS:
    case PART_ANSWERS:
        text_format(to, SHOWN_MAX, "%d %d %d %d", window->focus, sitting_is_muted(play->sitting),
                    window->canvas && canvas_is_full(window->canvas), play->state == PLAYER_PAUSED);
        break;
    case PART_COUNT:
        break;
    }
}
