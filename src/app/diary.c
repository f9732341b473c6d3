// SPDX-License-Identifier: MIT
#include "app/diary.h"

#include <string.h>

#include "app/chime.h"
#include "app/element.h"
#include "app/field.h"
#include "app/first.h"
#include "app/gates.h"
#include "app/list.h"
#include "app/page.h"
#include "app/practice_form.h"
#include "app/returned.h"
#include "app/spasm.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

// What the diary holds: read, stored, taken back.

enum { LAST_TOLD_DAYS = 400 };

struct diary *diary_of(struct window *window) {
    if (!window->diary) {
        window->diary = memory_new(1, sizeof *window->diary);
        window->diary->side = SIDE_NONE;
        window->diary->around = window->diary->spasm_around = tick_order_plain();
    }
    return window->diary;
}

static void free_day(struct diary *diary) {
    diary_entry_free(&diary->rating);
    diary_entry_free(&diary->form);
    diary_entry_free(&diary->week);
    diary_entry_list_free(&diary->held);
}

static void forget_step(struct diary_step *step) {
    if (step->had) {
        diary_entry_free(&step->before);
    }
    if (step->has) {
        diary_entry_free(&step->after);
    }
    *step = (struct diary_step){.had = false};
}

static void free_open(struct diary *diary) {
    if (diary->is_open) {
        diary_entry_free(&diary->open);
        diary->is_open = false;
    }
}

static void free_spasm(struct diary *diary) {
    if (diary->has_spasm) {
        diary_entry_free(&diary->spasm);
        diary->has_spasm = false;
    }
}

void diary_free(struct diary *diary) {
    if (diary) {
        free_day(diary);
        free_open(diary);
        free_spasm(diary);
        chime_free(diary->chime);
        diary_entry_list_free(&diary->list);
        for (int i = 0; i < UNDO_MAX; i++) {
            forget_step(&diary->steps[i]);
        }
        memory_free(diary);
    }
}

static void say(struct window *window, const struct error *err) {
    log_warning("%s", err->text);
    window_say(window, err->text);
}

// Side and places as they were told last, up to that day.
static bool read_last_told(struct window *window, struct error *err) {
    struct diary *diary = window->diary;
    const struct house *house = window->house;
    struct rating_list list;
    diary->side = window->gates->person.profile.affected;
    diary->places = 0;
    if (!ratings_list(house->store, diary->day - LAST_TOLD_DAYS, diary->day,
                      house->settings.day_starts_min, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        const struct rating *rating = &list.ratings[i];
        diary->side = rating->side != SIDE_NONE ? rating->side : diary->side;
        diary->places = rating->places ? rating->places : diary->places;
    }
    rating_list_free(&list);
    return true;
}

static bool read_injection(struct window *window, struct error *err) {
    struct diary *diary = window->diary;
    struct event_list list;
    diary->injected = INT64_MIN;
    if (!events_list(window->house->store, diary->day - LAST_TOLD_DAYS, diary->day, &list, err)) {
        return false;
    }
    for (int i = 0; i < list.count; i++) {
        if (list.events[i].kind == EVENT_TOXIN) {
            diary->injected = list.events[i].day;
        }
    }
    event_list_free(&list);
    return true;
}

// What the three forms show is left out of the list beside them.
static void leave_out_forms(struct diary_entry_list *list) {
    int kept = 0;
    for (int i = 0; i < list->count; i++) {
        struct diary_entry *entry = &list->entries[i];
        if (entry->kind == REMOVAL_RATING || entry->kind == REMOVAL_DAY ||
            entry->kind == REMOVAL_WEEK) {
            diary_entry_free(entry);
        } else {
            list->entries[kept++] = *entry;
        }
    }
    list->count = kept;
}

static void read_day(struct window *window) {
    struct diary *diary = window->diary;
    struct house *house = window->house;
    struct error err = {0};
    bool found, rated;
    free_day(diary);
    diary->injected = INT64_MIN;
    bool right = diary_entry_find(house, REMOVAL_RATING, diary->day, &diary->rating, &rated, &err);
    right = diary_entry_find(house, REMOVAL_DAY, diary->day, &diary->form, &found, &err) && right;
    right = diary_entry_find(house, REMOVAL_WEEK, diary->day, &diary->week, &found, &err) && right;
    if (right && house->store) {
        right = read_last_told(window, &err) && read_injection(window, &err) &&
                diary_entries_read(house, diary->day, diary->day, &diary->held, &err);
        leave_out_forms(&diary->held);
    }
    if (rated) {
        diary->side = diary->rating.rating.side;
        diary->places = diary->rating.rating.places;
    }
    if (!right) {
        say(window, &err);
    }
}

static void read_list(struct window *window) {
    enum { DAYS = 90, AHEAD = 3660 };
    struct diary *diary = window->diary;
    struct error err = {0};
    int64_t today = house_today(window->house);
    bool all = diary->kind == DIARY_LIST_ALL;
    diary_entry_list_free(&diary->list);
    if (!diary_entries_read(window->house, all ? today - DAYS + 1 : today - AHEAD, today + AHEAD,
                            &diary->list, &err)) {
        say(window, &err);
        return;
    }
    int kept = 0;
    for (int i = 0; i < diary->list.count; i++) {
        struct diary_entry *entry = &diary->list.entries[i];
        bool event = entry->kind == REMOVAL_EVENT;
        bool question = entry->kind == REMOVAL_MOMENT && entry->moment.kind == MOMENT_QUESTION;
        if (all || (diary->kind == DIARY_LIST_EVENTS ? event : question)) {
            diary->list.entries[kept++] = *entry;
        } else {
            diary_entry_free(entry);
        }
    }
    diary->list.count = kept;
}

void diary_again(struct window *window) {
    switch (window->screen) {
    case SCREEN_FIRST:
        first_show(window);
        break;
    case SCREEN_DIARY:
        read_day(window);
        break;
    case SCREEN_ENTRIES:
        read_list(window);
        break;
    case SCREEN_ENTRY:
        if (!window->diary->is_open) {
            diary_close(window);
        }
        break;
    case SCREEN_SPASM:
        spasm_again(window);
        break;
    case SCREEN_MINUTE:
        window->diary->counted = false;
        break;
    case SCREEN_PAGE:
        page_refresh(window);
        break;
    case SCREEN_PRACTICE:
        practice_again(window);
        break;
    default:
        break;
    }
    window_stale(window);
}

bool diary_can_keep(struct window *window) {
    if (window->house->store && !window->options->request->no_record) {
        return true;
    }
    window_say(window, _("Nothing is kept in this session."));
    return false;
}

// Both are the step's from now on. Steps of the ring that are overwritten cannot be reached any
// more: the window remembers no more of them.
static struct act remember(struct window *window, const struct diary_entry *before,
                           const struct diary_entry *after) {
    struct diary *diary = diary_of(window);
    int number = diary->step_count++ % UNDO_MAX;
    struct diary_step *step = &diary->steps[number];
    forget_step(step);
    step->had = before != NULL;
    step->has = after != NULL;
    if (before) {
        step->before = diary_entry_copy(before);
    }
    if (after) {
        step->after = diary_entry_copy(after);
    }
    return (struct act){ACT_DIARY_BACK, number};
}

static void tell(struct window *window, const char *said, struct act undo) {
    if (said) {
        window->elements->follow = true; // what has the focus is not covered
        window_did(window, said, undo);
    } else {
        window_can_undo(window, undo);
    }
}

bool diary_keep(struct window *window, struct diary_entry *entry, const struct diary_entry *before,
                const char *said) {
    struct error err = {0};
    if (!diary_can_keep(window)) {
        return false;
    }
    if (!diary_entry_put(window->house, entry, &err)) {
        say(window, &err);
        return false;
    }
    tell(window, said, remember(window, before, entry));
    return true;
}

bool diary_remove(struct window *window, const struct diary_entry *entry, const char *said) {
    struct error err = {0};
    if (!diary_can_keep(window)) {
        return false;
    }
    if (!diary_entry_take(window->house, entry, &err)) {
        say(window, &err);
        return false;
    }
    tell(window, said, remember(window, entry, NULL));
    return true;
}

// An entry that has gone comes back as a new one with what it held. Its id was `was`.
static void forget_id(struct diary_entry *entry, char was[UUID_TEXT_MAX]) {
    char *id = diary_entry_id_place(entry);
    if (id) {
        text_copy(was, UUID_TEXT_MAX, id);
        id[0] = '\0';
    }
}

// Of which a day or a week has one.
static bool is_daily(const struct diary_entry *entry) {
    return entry->kind == REMOVAL_RATING || entry->kind == REMOVAL_DAY ||
           entry->kind == REMOVAL_WEEK;
}

static bool is_of(const struct diary_entry *one, const struct diary_entry *other) {
    return one->kind == other->kind &&
           ((one->kind == REMOVAL_EVENT && strcmp(one->event.id, other->event.id) == 0) ||
            (one->kind == REMOVAL_MOMENT && strcmp(one->moment.id, other->moment.id) == 0) ||
            (one->kind == REMOVAL_SESSION && strcmp(one->session.id, other->session.id) == 0) ||
            (is_daily(one) && one->day == other->day));
}

// What shows an entry shows what was brought back, or closes with what went.
static void follow(struct diary_entry *shown, bool *is_shown, const struct diary_step *step) {
    if (*is_shown && step->has && is_of(shown, &step->after)) {
        diary_entry_free(shown);
        *is_shown = step->had;
        if (step->had) {
            *shown = diary_entry_copy(&step->before);
        }
    }
}

void diary_take_back(struct window *window, int number) {
    struct diary *diary = diary_of(window);
    struct diary_step *step = &diary->steps[number];
    char was[UUID_TEXT_MAX] = "";
    struct error err = {0};
    if (!step->had && !step->has) {
        return;
    }
    if (step->had && !step->has) {
        forget_id(&step->before, was);
    }
    // What was moved to another day leaves that one again.
    bool moved =
        step->had && step->has && is_daily(&step->after) && step->before.day != step->after.day;
    bool done = (step->had && !moved) || diary_entry_take(window->house, &step->after, &err);
    if (done && step->had) {
        done = diary_entry_put(window->house, &step->before, &err);
    }
    if (!done) {
        say(window, &err);
        return;
    }
    entry_returned(window, was, *was ? diary_entry_id(&step->before) : "");
    follow(&diary->open, &diary->is_open, step);
    follow(&diary->spasm, &diary->has_spasm, step);
    forget_step(step);
    diary_again(window);
    window_say(window, _("Taken back."));
}
