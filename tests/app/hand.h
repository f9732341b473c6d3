// SPDX-License-Identifier: MIT
#pragma once

#include "app/field.h"
#include "app/first.h"
#include "app/focus.h"
#include "app/keyboard.h"
#include "app/stage.h"

// The hands of a person at a stage of usual size: what they do is painted at once. To be included
// behind cmocka.

enum { WIDTH = 1280, HEIGHT = 800 };

static inline int open_stage(void **state) {
    struct stage *stage = memory_new(1, sizeof *stage);
    *stage_now_us() = 1000000000; // without the hours of the test before
    stage_open(stage, &(struct stage_place){.root = ".", .language = "en"});
    *state = stage;
    return 0;
}

static inline int close_stage(void **state) {
    struct stage *stage = *state;
    stage_close(stage);
    memory_free(stage);
    return 0;
}

static inline void paint(struct stage *stage) {
    cairo_surface_destroy(stage_paint(stage, WIDTH, HEIGHT));
}

static inline void act(struct stage *stage, enum act_kind kind, int value) {
    window_act(&stage->window, (struct act){kind, value});
    paint(stage);
}

static inline int64_t today(const struct stage *stage) {
    return house_today(&stage->house);
}

// The number of a routine of the catalogue.
static inline int entry_of(const struct stage *stage, const char *id) {
    const struct catalog *catalog = &stage->house.catalog;
    const struct catalog_entry *entry = catalog_find(catalog, id);
    assert_non_null(entry);
    return (int)(entry - catalog->entries);
}

// The page of one, from the list.
static inline void open_page(struct stage *stage, const char *id) {
    list_show_filter(&stage->window, FILTER_ALL);
    paint(stage);
    act(stage, ACT_OPEN, entry_of(stage, id));
    assert_int_equal(stage->window.screen, SCREEN_PAGE);
}

// What can be pressed and does that; NULL: nothing.
static inline const struct element *find(const struct stage *stage, enum act_kind kind, int value) {
    const struct elements *elements = stage->window.elements;
    for (int i = 0; i < elements->count; i++) {
        if (act_is(elements->all[i].act, (struct act){kind, value})) {
            return &elements->all[i];
        }
    }
    return NULL;
}

// How many do a kind of thing.
static inline int count_of(const struct stage *stage, enum act_kind kind) {
    const struct elements *elements = stage->window.elements;
    int count = 0;
    for (int i = 0; i < elements->count; i++) {
        count += elements->all[i].act.kind == kind;
    }
    return count;
}

// A stage with the first screen on it.
static inline int open_first(void **state) {
    open_stage(state);
    struct stage *stage = *state;
    first_show(&stage->window);
    paint(stage);
    return 0;
}

// So many milliseconds in which nobody does anything.
static inline void wait_for(struct stage *stage, int64_t ms) {
    *stage_now_us() += ms * 1000;
    if (screens[stage->window.screen]->tick) {
        screens[stage->window.screen]->tick(&stage->window);
    }
    paint(stage);
}

// As the keyboard sends it, so long after what was done before.
static inline void press_after(struct stage *stage, SDL_Keycode key, int mod, int64_t ms) {
    wait_for(stage, ms);
    keyboard_press(&stage->window, key, mod);
    paint(stage);
}

static inline void press(struct stage *stage, SDL_Keycode key) {
    press_after(stage, key, 0, 1000);
}

static inline void undo(struct stage *stage) {
    press_after(stage, SDLK_z, KMOD_CTRL, 1000);
}

// In place of what the field holds.
static inline void write(struct stage *stage, const char *text) {
    press_after(stage, SDLK_u, KMOD_CTRL, 1000); // empties it
    keys_text(&stage->window, text);
    paint(stage);
}

// The same key for the screen alone; whether it meant something there.
static inline bool screen_key(struct stage *stage, SDL_Keycode key) {
    bool meant = keyboard_screen(&stage->window, key, false);
    paint(stage);
    return meant;
}
