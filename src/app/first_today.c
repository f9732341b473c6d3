// SPDX-License-Identifier: MIT
#include "app/first_today.h"

#include <stdlib.h>
#include <string.h>

#include "app/first.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/list.h"
#include "app/session.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/moments.h"
#include "store/removal.h"
#include "store/sessions.h"

// What is asked for today, read and acted upon.

enum { AWAY_DAYS = 5, AWAY_LOOK_DAYS = 400, GENTLE_MS = 120000 };

void first_today_free(struct first_day *day) {
    if (day) {
        today_free(&day->today);
        memory_free(day);
    }
}

// Five days or more since the last session, of those who had any.
static bool was_away(struct window *window) {
    struct house *house = window->house;
    int64_t today = house_today(house);
    struct session_list list = {0};
    struct error err = {0};
    bool away = false;
    if (sessions_list(house->store, today - AWAY_LOOK_DAYS, INT64_MAX,
                      house->settings.day_starts_min, clock_wall_now(&house->clock), &list, &err)) {
        away = list.count > 0 && wall_day_of(list.records[list.count - 1].started,
                                             house->settings.day_starts_min) <= today - AWAY_DAYS;
    } else {
        log_warning("%s", err.text);
    }
    session_list_free(&list);
    return away;
}

// The routine without effort that is nearest to two minutes, of those that may be played now.
static int find_gentle(const struct window *window) {
    const struct catalog *catalog = &window->house->catalog;
    int found = -1;
    for (int i = 0; i < catalog->count; i++) {
        const struct catalog_entry *entry = &catalog->entries[i];
        bool gentle = !entry->error && entry->routine.limit.cycles_max == 0 &&
                      (entry->routine.category == CATEGORY_BREATHING ||
                       entry->routine.category == CATEGORY_MEDITATION);
        int64_t far = llabs(window->list->length_ms[i] - GENTLE_MS);
        if (gentle && gates_let_play(window, i) &&
            (found < 0 || far < llabs(window->list->length_ms[found] - GENTLE_MS))) {
            found = i;
        }
    }
    return found;
}

void first_today_read(struct window *window) {
    struct first_day *day = memory_new(1, sizeof *day);
    struct error err = {0};
    bool read = window->house->store && today_read(window->house, &day->today, &err);
    if (err.text[0]) {
        log_warning("%s", err.text);
    }
    if (window->day) {
        memcpy(day->ticked, window->day->ticked, sizeof day->ticked);
        day->ticked_count = window->day->ticked_count;
    }
    first_today_free(window->day);
    window->day = NULL;
    if (!read || !day->today.has_plan) {
        first_today_free(day);
        return;
    }
    day->chain_count = today_chain(&day->today, day->chain, &day->chain_ms);
    day->has_week = today_week_read(window->house, &day->today, &day->week, &err);
    if (!day->has_week) {
        log_warning("%s", err.text);
    }
    day->gentle = find_gentle(window);
    day->away = day->gentle >= 0 && was_away(window);
    window->day = day;
}

const struct today_row *first_today_next(const struct window *window) {
    const struct today *today = &window->day->today;
    const struct today_row *next = NULL;
    for (int i = 0; i < today->count; i++) {
        const struct today_row *row = &today->rows[i];
        bool first = window->day->chain_count > 0 && row->state == TODAY_NOW && row->routine &&
                     strcmp(row->routine->id, window->day->chain[0]) == 0;
        if (first) {
            return row;
        }
        bool later = row->state == TODAY_LATER && row->routine &&
                     (!next || (row->opens_s > 0 && row->opens_s < next->opens_s));
        next = later ? row : next;
    }
    return next;
}

enum first_state first_today_state(const struct window *window) {
    const struct first_day *day = window->day;
    const struct today *today = &day->today;
    if (today->kind == DAY_PAUSED) {
        return FIRST_RESTS;
    }
    if (day->chain_count > 0) {
        return day->away ? FIRST_GENTLE : FIRST_NEXT;
    }
    if (today->enough) {
        return FIRST_ENOUGH;
    }
    if (first_today_next(window)) {
        return FIRST_LATER;
    }
    return today->due > 0 ? FIRST_DONE : FIRST_FREE;
}

// ---- what is done about it ----

static void play(struct window *window, const char *const ids[], int count) {
    if (session_prepare_ids(window, ids, count)) {
        session_ask(window);
    }
}

static void tick(struct window *window, int index) {
    const struct today_row *row = &window->day->today.rows[index];
    struct house *house = window->house;
    struct error err = {0};
    if (!house->store || window->options->request->no_record) {
        window_say(window, _("Nothing is kept in this session."));
        return;
    }
    if (row->done >= row->due) {
        return; // it is done
    }
    struct moment moment = {.kind = MOMENT_TASK,
                            .at = clock_wall_now(&house->clock),
                            .per_minute = -1,
                            .text = memory_text(row->item->task)};
    bool kept = moments_add(house->store, &moment, &err);
    if (kept) {
        int number = window->day->ticked_count++ % UNDO_MAX;
        struct act focus = window->elements->focus;
        text_copy(window->day->ticked[number], UUID_TEXT_MAX, moment.id);
        double offset = window->scroll.offset;
        first_show(window);
        window->scroll.offset = offset;
        focus_on(window, focus);
        window_did(window, _("Kept as done."), (struct act){ACT_TASK_BACK, number});
    } else {
        window_say(window, err.text);
    }
    moment_free(&moment);
}

void first_today_untick(struct window *window, int number) {
    struct error err = {0};
    if (!window->day ||
        !removal_of(window->house->store, REMOVAL_MOMENT, window->day->ticked[number], &err)) {
        window_say(window, err.text);
        return;
    }
    if (window->screen == SCREEN_FIRST) {
        first_show(window);
    }
    window_say(window, _("Taken back."));
}

void first_today_act(struct window *window, struct act act) {
    const struct first_day *day = window->day;
    if (!day) {
        return;
    }
    if (act.kind == ACT_TASK) {
        tick(window, act.value);
    } else if (act.value == TODAY_ALL && day->away) {
        play(window, (const char *const[]){window->house->catalog.entries[day->gentle].id}, 1);
    } else if (act.value == TODAY_ALL) {
        play(window, day->chain, day->chain_count);
    } else if (act.value == TODAY_FIRST) {
        play(window, day->chain, day->chain_count > 0 ? 1 : 0);
    } else if (act.value - TODAY_ROW < day->today.count) {
        const struct routine *routine = day->today.rows[act.value - TODAY_ROW].routine;
        const char *id = routine ? routine->id : NULL;
        play(window, &id, id ? 1 : 0);
    }
}
