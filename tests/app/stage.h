// SPDX-License-Identifier: MIT
#pragma once

#include <stdlib.h>

#include "app/element.h"
#include "app/gates.h"
#include "app/hearing.h"
#include "app/list.h"
#include "app/page.h"
#include "app/session.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/once.h"
#include "store/sessions.h"

// The window without a window: the shipped routines, a history in memory, a clock that stands still
// until it is moved. The headers beside it bring it to the places that are worth seeing. Whoever
// includes this links with `wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms
// preparation_options sitting_silence`.

// 2026-11-21 20:15 at UTC+1: a Saturday evening.
static const struct wall stage_evening = {.utc_s = 1795288500, .offset_min = 60};

static inline int64_t *stage_now_us(void) {
    static int64_t now_us = 1000000000;
    return &now_us;
}

int64_t __wrap_clock_monotonic_ms(void);
int64_t __wrap_clock_monotonic_us(void);
void __wrap_clock_sleep_ms(int64_t ms);
struct sitting_options __real_preparation_options(const struct house *house,
                                                  const struct preparation *preparation,
                                                  const struct play_request *request);
struct sitting_options __wrap_preparation_options(const struct house *house,
                                                  const struct preparation *preparation,
                                                  const struct play_request *request);

int64_t __wrap_clock_monotonic_ms(void) {
    return *stage_now_us() / 1000;
}

int64_t __wrap_clock_monotonic_us(void) {
    return *stage_now_us();
}

void __wrap_clock_sleep_ms(int64_t ms) {
    *stage_now_us() += ms * 1000;
}

// No device: the sound's clock is then the one above.
struct sitting_options __wrap_preparation_options(const struct house *house,
                                                  const struct preparation *preparation,
                                                  const struct play_request *request) {
    struct sitting_options options = __real_preparation_options(house, preparation, request);
    options.silent = true;
    return options;
}

// The silence here is nothing to tell a person of.
const char *__wrap_sitting_silence(const struct sitting *sitting);
const char *__wrap_sitting_silence(const struct sitting *sitting) {
    (void)sitting;
    return NULL;
}

struct stage {
    struct house house;
    const char *routine;
    struct play_request named, open; // asked for by name; or nothing, as when the program is opened
    struct app_options options;
    struct window window;
};

static inline void stage_fail(const char *what, const struct error *err) {
    fprintf(stderr, "stage: %s: %s\n", what, err->text);
    exit(1);
}

// Puts into the history what was played whole.
static inline void stage_finish(struct stage *stage, struct session_record *record) {
    struct error err = {0};
    record->status = SESSION_RUNNING;
    if (!sessions_start(stage->house.store, record, &err)) {
        stage_fail("history", &err);
    }
    record->status = SESSION_COMPLETE;
    record->ending = ENDING_COMPLETE;
    if (!sessions_finish(stage->house.store, record, &err)) {
        stage_fail("history", &err);
    }
}

// A few sessions of the days before.
static inline void stage_fill(struct stage *stage) {
    static const struct {
        const char *routine, *title;
        int days_ago, minutes, before, after;
    } rows[] = {
        {"breath-calm", "Calm breathing", 6, 3, 6, 4}, {"breath-box", "Box breathing", 5, 4, 5, 4},
        {"breath-calm", "Calm breathing", 3, 3, 5, 5}, {"med-body-scan", "Body scan", 2, 12, 4, 3},
        {"breath-calm", "Calm breathing", 1, 3, 5, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct session_record record = {.category = CATEGORY_BREATHING,
                                        .started = stage_evening,
                                        .seen = stage_evening,
                                        .before = rows[i].before,
                                        .after = rows[i].after,
                                        .source = "played"};
        record.started.utc_s -= rows[i].days_ago * 86400;
        record.seen.utc_s = record.started.utc_s + rows[i].minutes * 60;
        record.played_ms = record.planned_ms = record.position_ms = rows[i].minutes * 60000;
        text_copy(record.routine, sizeof record.routine, rows[i].routine);
        text_copy(record.title, sizeof record.title, rows[i].title);
        stage_finish(stage, &record);
    }
}

static inline void stage_path(char **path, const char *folder, const char *name) {
    memory_free(*path);
    *path = file_join(folder, name);
}

// `root` holds routines/ and images/, `locale` the compiled catalogues. `from_right` lays out from
// the right whatever the language.
struct stage_place {
    const char *root, *locale, *language;
    bool from_right;
};
static inline void stage_open(struct stage *stage, const struct stage_place *place) {
    struct error err = {0};
    *stage = (struct stage){.routine = "breath-calm"};
    struct house *house = &stage->house;
    const struct house_options options = {.program = "repose",
                                          .data = "/dev/null/stage",
                                          .language = place->language,
                                          .now_fixed = true,
                                          .now = stage_evening};
    if (!house_open(&options, house, &err)) {
        stage_fail("house", &err);
    }
    house->settings = settings_default();
    stage_path(&house->paths.routines, place->root, "routines");
    stage_path(&house->paths.images, place->root, "images");
    stage_path(&house->paths.audio, place->root, "audio");
    text_use_language(place->language, place->locale);
    house_read_catalog(house);
    house->store = store_open(
        &(struct store_options){.path = ":memory:", .now = clock_wall_now(&house->clock)}, &err);
    if (!house->store) {
        stage_fail("store", &err);
    }
    stage_fill(stage);
    once_remember(house, ONCE_SAMPLE); // the voice was heard long ago
    stage->open = (struct play_request){.before = -1, .after = -1};
    stage->named = stage->open;
    stage->named.routines = &stage->routine;
    stage->named.routine_count = 1;
    stage->options = (struct app_options){
        .house = house, .request = &stage->open, .from_right = place->from_right};
    window_set_up(&stage->window, &stage->options);
    stage->window.list = list_new(&house->catalog);
    gates_weigh(&stage->window);
}

static inline void stage_close(struct stage *stage) {
    struct window *window = &stage->window;
    hearing_end(window);
    session_abandon(window);
    page_close(window->page);
    gates_free(window->gates);
    list_free(window->list);
    window_tear_down(window);
    house_close(&stage->house);
}

// Another look; what is shown stays as it is, seen from its beginning.
static inline void stage_look(struct stage *stage, const char *theme, int text_percent) {
    struct settings *settings = &stage->house.settings;
    text_copy(settings->theme, sizeof settings->theme, theme);
    settings->text_percent = text_percent;
    stage->window.theme = theme_by_setting(theme);
    stage->window.scroll.offset = 0;
    stage->window.elements->follow = true;
}

// The caller destroys the picture.
static inline cairo_surface_t *stage_paint(struct stage *stage, int width, int height) {
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cairo = cairo_create(picture);
    window_paint_screen(&stage->window, cairo, width, height);
    cairo_destroy(cairo);
    return picture;
}

static inline void stage_pass(struct stage *stage, int64_t ms) {
    *stage_now_us() += ms * 1000;
    if (screens[stage->window.screen]->tick) {
        screens[stage->window.screen]->tick(&stage->window);
    }
}
