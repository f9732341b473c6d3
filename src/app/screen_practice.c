// SPDX-License-Identifier: MIT
#include <math.h>
#include <string.h>

#include "app/diary.h"
#include "app/element.h"
#include "app/first.h"
#include "app/focus.h"
#include "app/keys.h"
#include "app/practice_form.h"
#include "app/profile.h"
#include "app/returned.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

// The last seven days, to be filled in: what is read, ticked and taken back.

enum { CONTENT = 944, LAST = PRACTICE_DAYS - 1 };

void practice_form_free(struct practice_form *form) {
    if (form) {
        practice_free(&form->practice);
        for (int i = 0; i < UNDO_MAX; i++) {
            practice_change_free(&form->steps[i]);
        }
        memory_free(form);
    }
}

static void say(struct window *window, const struct error *err) {
    log_warning("%s", err->text);
    window_say(window, err->text);
}

void practice_again(struct window *window) {
    struct error err = {0};
    if (!window->practice || window->screen != SCREEN_PRACTICE) {
        return;
    }
    practice_free(&window->practice->practice);
    if (!practice_read(window->house, &window->practice->practice, &err)) {
        say(window, &err);
    }
    window_stale(window);
}

void practice_show(struct window *window) {
    if (!window->practice) {
        window->practice = memory_new(1, sizeof *window->practice);
    }
    struct practice_form *form = window->practice;
    form->from = window->screen == SCREEN_DIARY ? SCREEN_DIARY : SCREEN_FIRST;
    form->day = LAST;
    window_show(window, SCREEN_PRACTICE);
    practice_again(window);
    focus_on(window, (struct act){ACT_CELL, LAST}); // the first row, today
}

double practice_way(struct window *window, struct box box) {
    const struct row row = {.title = _("Done without the screen"), .line = _("Fill in my week")};
    return element_row_in_line(window, &row, box, (struct act){ACT_PRACTICE, 0}, 0);
}

static void leave(struct window *window) {
    if (window->practice->from == SCREEN_DIARY) {
        diary_show(window, window->diary->day);
    } else {
        first_show(window);
    }
}

// ---- what a tick does ----

static void tell(struct window *window, const struct practice_change *change, struct act undo,
                 bool many) {
    char said[MESSAGE_MAX];
    int added = change->added.count, taken = change->taken.count;
    if (!many) {
        window_can_undo(window, undo); // it is seen at once
        return;
    }
    if (added > 0) {
        text_format(said, sizeof said,
                    text_translate_count("Kept: %d, without the screen.",
                                         "Kept: %d, without the screen.", (unsigned long)added),
                    added);
    } else {
        text_format(
            said, sizeof said,
            text_translate_count("Taken back: %d.", "Taken back: %d.", (unsigned long)taken),
            taken);
    }
    window_did(window, said, undo);
}

static void keep(struct window *window, struct practice_change *change, bool many) {
    struct practice_form *form = window->practice;
    struct error err = {0};
    if (!practice_keep(window->house, change, &err)) {
        say(window, &err);
        practice_change_free(change);
        return;
    }
    int number = form->step_count++ % UNDO_MAX;
    practice_change_free(&form->steps[number]);
    form->steps[number] = *change;
    tell(window, change, (struct act){ACT_CELL_BACK, number}, many);
    practice_again(window);
}

static void turn(struct window *window, struct act act) {
    const struct practice *practice = &window->practice->practice;
    struct house *house = window->house;
    struct practice_change change = {0};
    struct error err = {0};
    int row = act.kind == ACT_CELL ? act.value / PRACTICE_PITCH : act.value;
    int day = act.kind == ACT_CELL ? act.value % PRACTICE_PITCH : act.value;
    bool is_there = act.kind == ACT_CELL_DAY ? day < PRACTICE_DAYS : row < practice->count;
    if (!is_there || !diary_can_keep(window)) {
        return;
    }
    bool changes = act.kind == ACT_CELL ? practice_turn(house, practice, row, day, &change, &err)
                   : act.kind == ACT_CELL_ROW
                       ? practice_turn_row(house, practice, row, &change, &err)
                       : practice_turn_day(house, practice, day, &change, &err);
    if (changes) {
        keep(window, &change, act.kind != ACT_CELL);
        return;
    }
    practice_change_free(&change);
    if (err.code != ERROR_NONE) {
        say(window, &err);
    } else {
        window_say(window, act.kind == ACT_CELL ? _("This was recorded by the program and stays.")
                                                : _("There is nothing open here."));
    }
}

static bool bring_back(struct window *window, struct practice_change *change, struct error *err) {
    char(*was)[UUID_TEXT_MAX] = memory_new((size_t)change->taken.count + 1, sizeof *was);
    for (int i = 0; i < change->taken.count; i++) {
        text_copy(was[i], UUID_TEXT_MAX, diary_entry_id(&change->taken.entries[i]));
    }
    bool done = practice_undo(window->house, change, err);
    for (int i = 0; done && i < change->taken.count; i++) {
        entry_returned(window, was[i], diary_entry_id(&change->taken.entries[i]));
    }
    memory_free(was);
    return done;
}

// Where the week is not shown, what it was is said.
static void say_taken_back(struct window *window, const struct practice_change *change) {
    const struct diary_entry_list *list = change->added.count > 0 ? &change->added : &change->taken;
    const struct diary_entry *entry = &list->entries[0];
    const char *title = entry->kind == REMOVAL_MOMENT ? entry->moment.text : entry->session.title;
    char said[MESSAGE_MAX];
    if (window->screen == SCREEN_PRACTICE || list->count != 1) {
        text_copy(said, sizeof said, _("Taken back."));
    } else {
        // TRANSLATORS: the title of a routine, or a task
        text_format(said, sizeof said, _("Taken back: %s."), title);
    }
    window_say(window, said);
}

void practice_take_back(struct window *window, int number) {
    struct practice_form *form = window->practice;
    struct error err = {0};
    if (!form) {
        return;
    }
    struct practice_change *change = &form->steps[number];
    if (!bring_back(window, change, &err)) {
        say(window, &err);
        return;
    }
    practice_again(window);
    diary_again(window); // another screen shows it too
    say_taken_back(window, change);
    practice_change_free(change);
}

// ---- the screen ----

static bool has_grid(const struct window *window) {
    return practice_has_grid(
        window, fmin(window_content(window, CONTENT).width, layout_body(&window->layout, CONTENT)));
}

static double put_lead(struct window *window, struct box box) {
    box.y = window_text(window,
                        _("Tick what you did away from the computer. It counts, and is shown apart "
                          "from what the program recorded."),
                        TEXT_BODY, TOKEN_TEXT2, box);
    return box.y + layout_space(&window->layout, 16);
}

static void practice_paint(struct window *window) {
    const struct practice *practice = &window->practice->practice;
    const int day = window->practice->day;
    bool grid = has_grid(window);
    char name[PRACTICE_NAME_MAX];
    practice_day_name(practice, day, name);
    struct box box = profile_column(window,
                                    grid          ? _("My week")
                                    : day == LAST ? _("Today")
                                                  : name,
                                    CONTENT);
    box.y = put_lead(window, box);
    if (practice->count == 0) {
        box.y = window_text(window,
                            _("Nothing was asked for on these days. What was done without the "
                              "screen can be told on the page of each routine."),
                            TEXT_BODY, TOKEN_TEXT, box);
    } else {
        box.y = grid ? practice_grid(window, box) : practice_day(window, box);
        box.y += layout_space(&window->layout, 16);
        box.y = practice_legend(window, box);
    }
    profile_column_end(window, box.y);
    const struct key_hint hints[] = {{_("Space"), _("tick")},
                                     {_("Shift Space"), _("the row")},
                                     {_("Ctrl Space"), _("the day")},
                                     {"Esc", _("back")}};
    const struct key_hint days[] = {{_("Space"), _("tick")}, {"Esc", _("back")}};
    window_hints(window, grid ? hints : days, grid ? 4 : 2);
}

// Another day of those, with the focus in the same row.
static void step_day(struct window *window, int by) {
    struct practice_form *form = window->practice;
    const struct element *element = focus_element(window);
    int day = form->day + by;
    if (day < 0 || day > LAST) {
        return;
    }
    int row = element && element->act.kind == ACT_CELL ? element->act.value / PRACTICE_PITCH : -1;
    bool on_way = element && element->act.kind == ACT_DAY;
    form->day = day;
    if (row >= 0) {
        focus_on(window, (struct act){ACT_CELL, row * PRACTICE_PITCH + day});
    } else if (on_way && (day == 0 || day == LAST)) {
        focus_on(window, (struct act){ACT_DAY, -by}); // the way on has gone
    }
    window_stale(window);
}

static void practice_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_CELL:
    case ACT_CELL_ROW:
    case ACT_CELL_DAY:
        turn(window, act);
        break;
    case ACT_DAY:
        step_day(window, act.value);
        break;
    case ACT_BACK:
        leave(window);
        break;
    default:
        break;
    }
}

// With Shift the whole row, with Ctrl the whole day.
static bool space_key(struct window *window, const SDL_KeyboardEvent *event) {
    const struct element *element = focus_element(window);
    Uint16 held = event->keysym.mod & (KMOD_SHIFT | KMOD_CTRL);
    if (event->keysym.sym != SDLK_SPACE || !held || event->repeat || !element ||
        element->act.kind != ACT_CELL) {
        return false;
    }
    int row = element->act.value / PRACTICE_PITCH, day = element->act.value % PRACTICE_PITCH;
    window_act(window, held & KMOD_SHIFT ? (struct act){ACT_CELL_ROW, row}
                                         : (struct act){ACT_CELL_DAY, day});
    return true;
}

// One day at a time: across goes to the day beside it.
static bool day_key(struct window *window, SDL_Keycode key) {
    const struct element *element = focus_element(window);
    if (has_grid(window) || !element || element->act.kind != ACT_CELL ||
        (key != SDLK_LEFT && key != SDLK_RIGHT)) {
        return false;
    }
    step_day(window, (key == SDLK_RIGHT) != window->layout.right_to_left ? 1 : -1);
    return true;
}

static bool practice_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (keys_is_back(window, event)) {
        leave(window);
        return true;
    }
    return space_key(window, event) || day_key(window, event->keysym.sym);
}

const struct screen practice_screen = {
    .paint = practice_paint, .key = practice_key, .act = practice_act};
