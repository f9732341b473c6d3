// SPDX-License-Identifier: MIT
#include <stdio.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "cli/columns.h"
#include "cli/log_values.h"
#include "cli/plan.h"
#include "run/date_read.h"
#include "run/plan_change.h"

// Pausing and ending plans. Each says what it has understood.

static bool is_date(const struct house *house, const char *text) {
    char to[WALL_TEXT_MAX];
    return date_read(text, clock_wall_now(&house->clock), true, to) == DATE_RIGHT;
}

static bool read_day(const struct house *house, const char *name, const char *text, int64_t *day,
                     struct error *err) {
    char right[WALL_TEXT_MAX];
    struct wall wall;
    enum date_fault fault = date_read(text, clock_wall_now(&house->clock), true, right);
    if (fault != DATE_RIGHT) {
        return error_set(err, ERROR_INPUT, "%s: %s: %s", name, text, date_fault_words(fault));
    }
    if (!wall_read(right, &wall, err)) {
        return error_prefix(err, name);
    }
    *day = wall_day(wall);
    return true;
}

// Words without quotes are one text.
static bool read_reason(const struct arguments *arguments, int first, char **reason,
                        struct error *err) {
    struct text_builder text = {0};
    for (int i = first; i < arguments->word_count; i++) {
        text_add_format(&text, "%s%s", i > first ? " " : "", arguments->words[i]);
    }
    *reason = text.text;
    return !text.text || log_text_fits("REASON", text.text, err);
}

// The first word is an id where a plan has it and a date stands behind it, or where it is no date.
static bool names_plan(const struct house *house, const struct plan_shelf *shelf,
                       const struct arguments *arguments) {
    const char *first = arguments->words[1];
    bool before_date = arguments->word_count > 3 && is_date(house, arguments->words[2]);
    return before_date && (plan_version(shelf, first, 1) || !is_date(house, first));
}

// [ID] FROM TO [REASON]; the caller frees its reason.
static bool read_pause(const struct house *house, const struct plan_shelf *shelf,
                       const struct arguments *arguments, struct stored_pause *pause,
                       struct error *err) {
    int at = 1;
    *pause = (struct stored_pause){0};
    if (names_plan(house, shelf, arguments)) {
        const char *id = arguments->words[at++];
        if (!plan_must_be(shelf, id, err)) {
            return false;
        }
        text_copy(pause->plan, sizeof pause->plan, id);
    }
    return read_day(house, "FROM", arguments->words[at], &pause->from, err) &&
           read_day(house, "TO", arguments->words[at + 1], &pause->to, err) &&
           read_reason(arguments, at + 2, &pause->reason, err);
}

static void print_line(const char *text) {
    columns_wrap(stdout, &(struct columns_margin){.first = "", .width = columns_width()}, text);
}

static void print_pause(const struct stored_pause *pause, bool undo, bool added) {
    struct text_builder days = {0}, line = {0};
    const char *plans = *pause->plan ? pause->plan : _("all plans");
    plan_span_tell(&days, pause->from, pause->to);
    if (undo) {
        text_add_format(&line, _("No pause any more %s: %s."), days.text, plans);
    } else if (added) {
        text_add_format(&line, _("Paused %s: %s."), days.text, plans);
    } else {
        text_add_format(&line, _("It is a pause already %s: %s."), days.text, plans);
    }
    print_line(line.text);
    text_builder_free(&line);
    text_builder_free(&days);
}

// Where there is no history yet there is no plan, and none is begun for it.
static bool open_shelf(struct house *house, struct plan_shelf *shelf, struct error *err) {
    *shelf = (struct plan_shelf){0};
    return !file_exists(house->paths.history) ||
           (house_open_store(house, false, err) && plan_shelf_read(house, shelf, err));
}

static bool pause_or_undo(struct house *house, const struct plan_shelf *shelf,
                          struct stored_pause *pause, bool undo, struct error *err) {
    bool added = false;
    bool done = undo ? plan_pause_undo(house, shelf, pause, err)
                     : plan_pause(house, shelf, pause, &added, err);
    if (done) {
        print_pause(pause, undo, added);
    }
    return done;
}

enum status plan_pause_on(struct house *house, const struct arguments *arguments,
                          struct error *err) {
    struct plan_shelf shelf;
    struct stored_pause pause;
    if (!open_shelf(house, &shelf, err)) {
        return STATUS_FAILED;
    }
    bool done = read_pause(house, &shelf, arguments, &pause, err) &&
                pause_or_undo(house, &shelf, &pause, arguments->undo, err);
    memory_free(pause.reason);
    plan_shelf_free(&shelf);
    return done ? STATUS_DONE : err->code == ERROR_INPUT ? STATUS_USAGE : STATUS_FAILED;
}

// How it stands now.
static bool print_end(struct house *house, const char *id, bool undo, struct error *err) {
    struct plan_shelf shelf;
    struct plan_standing standing;
    struct text_builder line = {0};
    if (!plan_shelf_read(house, &shelf, err)) {
        return false;
    }
    if (plan_stands(&shelf, id, house_today(house), &standing)) {
        text_add_format(&line, "%s: ", id);
        plan_state_tell(&line, &standing);
        print_line(line.text);
        text_builder_free(&line);
    }
    if (!undo) {
        text_add_format(&line, _("`repose plan remove --undo %s` takes this back."), id);
        print_line(line.text);
        text_builder_free(&line);
    }
    plan_shelf_free(&shelf);
    return true;
}

enum status plan_remove(struct house *house, const struct arguments *arguments, struct error *err) {
    struct plan_shelf shelf;
    const char *id = arguments->words[1];
    if (!open_shelf(house, &shelf, err)) {
        return STATUS_FAILED;
    }
    bool done =
        arguments->undo ? plan_end_undo(house, &shelf, id, err) : plan_end(house, &shelf, id, err);
    done = done && print_end(house, id, arguments->undo, err);
    plan_shelf_free(&shelf);
    return done ? STATUS_DONE : STATUS_FAILED;
}
