// SPDX-License-Identifier: MIT
#pragma once

#include <assert.h>
#include <stdlib.h>

#include "app/element.h"
#include "app/field.h"
#include "app/first.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/hearing.h"
#include "app/list.h"
#include "app/page.h"
#include "app/play.h"
#include "app/profile.h"
#include "app/session.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "core/routine_kind.h"
#include "run/once.h"
#include "store/answers.h"
#include "store/sessions.h"

// The window without a window: the shipped routines, a history in memory, a clock that stands still
// until it is moved, and every screen at the places that are worth seeing. Whoever includes this
// links with `wrap: clock_monotonic_ms clock_monotonic_us clock_sleep_ms preparation_options
// sitting_silence`.

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

// A few sessions of the days before.
static inline void stage_fill(struct store *store) {
    static const struct {
        const char *routine, *title;
        int days_ago, minutes, before, after;
    } rows[] = {
        {"breath-calm", "Calm breathing", 6, 3, 6, 4}, {"breath-box", "Box breathing", 5, 4, 5, 4},
        {"breath-calm", "Calm breathing", 3, 3, 5, 5}, {"med-body-scan", "Body scan", 2, 12, 4, 3},
        {"breath-calm", "Calm breathing", 1, 3, 5, 3},
    };
    struct error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct session_record record = {.category = CATEGORY_BREATHING,
                                        .started = stage_evening,
                                        .seen = stage_evening,
                                        .status = SESSION_RUNNING,
                                        .before = rows[i].before,
                                        .after = rows[i].after,
                                        .source = "played"};
        record.started.utc_s -= rows[i].days_ago * 86400;
        record.seen.utc_s = record.started.utc_s + rows[i].minutes * 60;
        record.played_ms = record.planned_ms = record.position_ms = rows[i].minutes * 60000;
        text_copy(record.routine, sizeof record.routine, rows[i].routine);
        text_copy(record.title, sizeof record.title, rows[i].title);
        if (!sessions_start(store, &record, &err)) {
            stage_fail("history", &err);
        }
        record.status = SESSION_COMPLETE;
        record.ending = ENDING_COMPLETE;
        if (!sessions_finish(store, &record, &err)) {
            stage_fail("history", &err);
        }
    }
}

// What the person has told of herself.
static inline void stage_tell(struct stage *stage, const char *key, const char *value) {
    struct error err = {0};
    if (!answers_set(stage->house.store, key, value, "self", stage_evening, &err)) {
        stage_fail(key, &err);
    }
}

// One session that was played whole and ended so long ago.
static inline void stage_played(struct stage *stage, const char *routine, int minutes_ago) {
    struct error err = {0};
    struct session_record record = {.started = stage_evening,
                                    .seen = stage_evening,
                                    .status = SESSION_RUNNING,
                                    .before = -1,
                                    .after = -1,
                                    .source = "played"};
    record.seen.utc_s -= (int64_t)minutes_ago * 60;
    record.started.utc_s = record.seen.utc_s - 600;
    record.played_ms = record.planned_ms = record.position_ms = 600000;
    text_copy(record.routine, sizeof record.routine, routine);
    text_copy(record.title, sizeof record.title, routine);
    if (!sessions_start(stage->house.store, &record, &err)) {
        stage_fail("history", &err);
    }
    record.status = SESSION_COMPLETE;
    record.ending = ENDING_COMPLETE;
    if (!sessions_finish(stage->house.store, &record, &err)) {
        stage_fail("history", &err);
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
    stage_fill(house->store);
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

// From the question before into the lead-in of a routine.
static inline void stage_begin(struct stage *stage, const char *routine) {
    struct window *window = &stage->window;
    struct error err = {0};
    stage->routine = routine;
    stage->options.request = &stage->named;
    if (!session_prepare_asked(window, &err)) {
        stage_fail(routine, &err);
    }
    stage->options.request = &stage->open;
    window->rating_wanted = true;
}

static inline void stage_lead(struct stage *stage, const char *routine) {
    stage_begin(stage, routine);
    session_begin(&stage->window);
    if (!stage->window.play) {
        stage_fail(routine, &(struct error){.text = "it does not begin"});
    }
    stage_pass(stage, 0);
    stage_pass(stage, stage->house.settings.lead_in_ms / 2);
}

static inline const struct player *stage_player(const struct stage *stage) {
    return sitting_player(stage->window.play->sitting);
}

// Plays until that position, in steps of `step_ms`.
static inline void stage_play_to(struct stage *stage, int64_t position_ms, int64_t step_ms) {
    const struct player *player = stage_player(stage);
    while (player->state != PLAYER_ENDED && player->position_ms < position_ms) {
        int64_t left_ms = position_ms - player->position_ms;
        bool short_step = player->state == PLAYER_PLAYING && left_ms < step_ms;
        stage_pass(stage, short_step ? left_ms : step_ms);
        if (player->state == PLAYER_GATE && player->position_ms < position_ms) {
            sitting_answer(stage->window.play->sitting);
        }
    }
}

// A hand on the pointer shortly before: the controls are there.
static inline void stage_play_touched(struct stage *stage, int64_t position_ms) {
    enum { STEP_MS = 500, TOUCHED_MS = 600, SHORT_MS = 20 };
    stage_play_to(stage, position_ms - TOUCHED_MS, STEP_MS);
    stage->window.input_ms = clock_monotonic_ms();
    stage_play_to(stage, position_ms, SHORT_MS);
}

// A place in the second segment of that phase (in the first where there is only one).
static inline int64_t stage_find(const struct stage *stage, enum phase phase, double share) {
    const struct timeline *timeline = sitting_timeline(stage->window.play->sitting);
    const struct segment *found = NULL;
    for (int i = 0, seen = 0; i < timeline->segment_count && seen < 2; i++) {
        if (timeline->segments[i].phase == phase) {
            found = &timeline->segments[i];
            seen++;
        }
    }
    if (!found) {
        stage_fail(stage->routine, &(struct error){.text = "it has no such phase"});
    }
    return found->start_ms + (int64_t)(share * (double)(found->end_ms - found->start_ms));
}

// What is shown: a name, and how the window gets there.
struct shot {
    const char *name;
    void (*set)(struct stage *stage, const struct shot *shot);
    const char *routine;
    enum phase phase;
    double share;
    enum screen_name screen;
    const char *pose;   // what the segment shows
    enum region region; // of a scan
};

static inline void shot_screen(struct stage *stage, const struct shot *shot) {
    window_show(&stage->window, shot->screen);
}

// Over the first screen.
static inline void shot_over(struct stage *stage, const struct shot *shot) {
    window_show(&stage->window, SCREEN_LIST);
    window_over(&stage->window, shot->screen);
}

static inline void shot_first(struct stage *stage, const struct shot *shot) {
    (void)shot;
    first_show(&stage->window);
}

// Nothing was played yet.
static inline void shot_beginning(struct stage *stage, const struct shot *shot) {
    struct session_list nothing = {0};
    shot_first(stage, shot);
    stage->window.offer = offer_make(&stage->house.catalog, &nothing, NULL, NULL);
}

static inline void shot_resume(struct stage *stage, const struct shot *shot) {
    shot_first(stage, shot);
    stage_begin(stage, shot->routine);
    stage->window.preparation->resume.position_ms = 81000;
    stage->window.offer.kind = OFFER_GO_ON;
    for (int i = 0; i < stage->house.catalog.count; i++) {
        if (strcmp(stage->house.catalog.entries[i].id, shot->routine) == 0) {
            stage->window.offer.entry = i;
        }
    }
}

static inline void shot_list(struct stage *stage, const struct shot *shot) {
    (void)shot;
    list_show_filter(&stage->window, FILTER_ALL);
}

// What stands as the routine is written into the field.
static inline void shot_search(struct stage *stage, const struct shot *shot) {
    list_show_search(&stage->window);
    field_set(&stage->window.field, "");
    field_insert(&stage->window.field, shot->routine);
    window_act(&stage->window, (struct act){ACT_SEARCH, 0});
}

static inline void shot_page(struct stage *stage, const struct shot *shot) {
    const struct catalog *catalog = &stage->house.catalog;
    list_show_filter(&stage->window, FILTER_ALL);
    for (int i = 0; i < catalog->count; i++) {
        if (strcmp(catalog->entries[i].id, shot->routine) == 0) {
            window_act(&stage->window, (struct act){ACT_OPEN, i});
        }
    }
}

// With linked movements some are closed, some wait for a plan, some start small.
static inline void shot_told(struct stage *stage, const struct shot *shot) {
    (void)shot;
    stage_tell(stage, "condition", "synk");
    list_show_filter(&stage->window, FILTER_FACE);
}

// What is closed, folded out.
static inline void shot_closed(struct stage *stage, const struct shot *shot) {
    (void)shot;
    stage_tell(stage, "condition", "synk");
    list_show_filter(&stage->window, FILTER_ALL);
    window_act(&stage->window, (struct act){ACT_FOLD, 0});
    focus_on(&stage->window, (struct act){ACT_FOLD, 0});
}

// Two of a row are marked.
static inline void shot_marks(struct stage *stage, const struct shot *shot) {
    (void)shot;
    struct window *window = &stage->window;
    list_show_filter(window, FILTER_ALL);
    window_act(window, (struct act){ACT_MARKING, 0});
    window_act(window, (struct act){ACT_MARK, window->list->hits[2]});
    window_act(window, (struct act){ACT_MARK, window->list->hits[0]});
    focus_on(window, (struct act){ACT_MARK, window->list->hits[0]});
}

// Between two of a row, the first played whole or stopped.
static inline void shot_between(struct stage *stage, enum why why) {
    struct window *window = &stage->window;
    const struct catalog *catalog = &stage->house.catalog;
    const int entries[] = {(int)(catalog_find(catalog, "relax-let-go-60") - catalog->entries),
                           (int)(catalog_find(catalog, "breath-calm") - catalog->entries),
                           (int)(catalog_find(catalog, "med-body-scan") - catalog->entries)};
    if (!session_prepare(window, entries, 3, false)) {
        stage_fail("chain", &(struct error){.text = "it cannot be prepared"});
    }
    session_begin(window);
    stage_pass(stage, 0);
    stage_play_to(stage, 30000, 500);
    session_end(window, why);
}

static inline void shot_next(struct stage *stage, const struct shot *shot) {
    (void)shot;
    shot_between(stage, WHY_NONE);
}

static inline void shot_go_on(struct stage *stage, const struct shot *shot) {
    (void)shot;
    shot_between(stage, WHY_PAIN);
}

static inline void shot_told_page(struct stage *stage, const struct shot *shot) {
    shot_told(stage, shot);
    shot_page(stage, shot);
}

// Shut by an answer of her own, which can be given anew.
static inline void shot_answered(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "answers", "no,no,yes");
    shot_page(stage, shot);
}

// What she told puts cautions of her own before the others.
static inline void shot_own_care(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "asks", "blood-thinners,metal plate");
    shot_page(stage, shot);
}

static inline void shot_side(struct stage *stage, const struct shot *shot) {
    stage_tell(stage, "condition", "palsy-weak");
    shot_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_START, 0});
    for (int i = 0; i < 3; i++) {
        window_act(&stage->window, (struct act){ACT_ANSWER, 3});
    }
    assert(stage->window.screen == SCREEN_QUESTIONS);
}

static inline void shot_question(struct stage *stage, const struct shot *shot) {
    shot_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_START, 0});
    assert(stage->window.screen == SCREEN_QUESTIONS);
}

// A good deal was told of.
static inline void stage_tell_much(struct stage *stage) {
    static const char *const told[][2] = {
        {"condition", "hfs,synk"},
        {"affected", "left"},
        {"cause", "After Bell's palsy"},
        {"onset", "2025-03-01"},
        {"floppy", "no"},
        {"surgery", ""},
        {"toxin", "2026-09-19"},
        {"skin", "unsure"},
        {"asks", "asthma,heart"},
        {"answers", "no,yes,no"},
        {"trick", "Humming softly"},
    };
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        stage_tell(stage, told[i][0], told[i][1]);
    }
}

static inline void shot_profile(struct stage *stage, const struct shot *shot) {
    (void)shot;
    shot_first(stage, shot);
    window_act(&stage->window, (struct act){ACT_PROFILE, -1});
}

static inline void shot_profile_told(struct stage *stage, const struct shot *shot) {
    stage_tell_much(stage);
    shot_profile(stage, shot);
}

// The item stands where others have their routine.
static inline void shot_item(struct stage *stage, const struct shot *shot) {
    shot_profile(stage, shot);
    window_act(&stage->window, (struct act){ACT_ITEM, profile_item_find(shot->routine)});
}

static inline void shot_item_told(struct stage *stage, const struct shot *shot) {
    stage_tell_much(stage);
    shot_item(stage, shot);
}

static inline void shot_item_wrong(struct stage *stage, const struct shot *shot) {
    shot_item(stage, shot);
    field_set(&stage->window.field, "31.2.2026");
    window_act(&stage->window, (struct act){ACT_BACK, 0});
    assert(stage->window.screen == SCREEN_ITEM);
}

static inline void shot_item_kept(struct stage *stage, const struct shot *shot) {
    shot_item(stage, shot);
    window_act(&stage->window, (struct act){ACT_TELL, 3});
}

static inline void shot_anyway(struct stage *stage, const struct shot *shot) {
    shot_told_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_ANYWAY, 0});
    assert(stage->window.screen == SCREEN_ANYWAY);
}

static inline void shot_enough(struct stage *stage, const struct shot *shot) {
    stage_played(stage, shot->routine, 30);
    shot_page(stage, shot);
}

static inline void shot_sources(struct stage *stage, const struct shot *shot) {
    shot_page(stage, shot);
    window_act(&stage->window, (struct act){ACT_FOLD, 0});
}

// Fewer, held for longer, one side; or slower and shorter.
static inline void shot_adjust(struct stage *stage, const struct shot *shot) {
    struct window *window = &stage->window;
    shot_page(stage, shot);
    window_act(window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
    window_act(window, (struct act){ACT_ADJUST, 2 * WISH_REPS});
    window_act(window, (struct act){ACT_ADJUST, 2 * WISH_HOLD + 1});
    window_act(window, (struct act){ACT_ADJUST, 2 * WISH_TEMPO + 1});
    window_act(window, (struct act){ACT_ADJUST, 2 * WISH_LENGTH});
    if (routine_has_sides(&stage->house.catalog.entries[window->page->entry].routine)) {
        window_act(window, (struct act){ACT_ADJUST, PAGE_SIDES + 1});
    }
    window->message[0] = '\0'; // the toast is a screen of its own
    focus_on(window, (struct act){ACT_ADJUST, PAGE_AS_WRITTEN});
}

static inline void shot_adjusted(struct stage *stage, const struct shot *shot) {
    shot_adjust(stage, shot);
    window_act(&stage->window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
    focus_on(&stage->window, (struct act){ACT_FOLD, PAGE_FOLD_ADJUST});
}

static inline void shot_before(struct stage *stage, const struct shot *shot) {
    stage_begin(stage, shot->routine);
    window_show(&stage->window, SCREEN_BEFORE);
}

static inline void shot_rated(struct stage *stage, const struct shot *shot) {
    shot_before(stage, shot);
    stage->window.before = 4;
}

// The voice before the first session; nothing is waited for.
static inline void shot_hearing(struct stage *stage, const struct shot *shot) {
    stage_begin(stage, shot->routine);
    window_show(&stage->window, SCREEN_HEARING);
}

static inline void shot_lead(struct stage *stage, const struct shot *shot) {
    stage_lead(stage, shot->routine);
}

static inline void shot_phase(struct stage *stage, const struct shot *shot) {
    stage_lead(stage, shot->routine);
    stage_play_touched(stage, stage_find(stage, shot->phase, shot->share));
}

// The first segment of that phase that shows the pose, or the region of a scan.
static inline void shot_shown(struct stage *stage, const struct shot *shot) {
    stage_lead(stage, shot->routine);
    const struct timeline *timeline = sitting_timeline(stage->window.play->sitting);
    for (int i = 0; i < timeline->segment_count; i++) {
        const struct segment *segment = &timeline->segments[i];
        bool meant = shot->pose ? segment->pose && strcmp(segment->pose, shot->pose) == 0
                                : segment->step->region == shot->region;
        if (segment->phase == shot->phase && meant) {
            double length_ms = (double)(segment->end_ms - segment->start_ms);
            stage_play_touched(stage, segment->start_ms + (int64_t)(shot->share * length_ms));
            return;
        }
    }
    stage_fail(stage->routine, &(struct error){.text = "it shows no such thing"});
}

// Long enough without a touch that all but the figure and its words are gone.
static inline void shot_rest(struct stage *stage, const struct shot *shot) {
    enum { STEP_MS = 100 };
    stage_lead(stage, shot->routine);
    stage_play_to(stage, stage_find(stage, shot->phase, shot->share), STEP_MS);
}

static inline void shot_gate(struct stage *stage, const struct shot *shot) {
    stage_lead(stage, shot->routine);
    const struct timeline *timeline = sitting_timeline(stage->window.play->sitting);
    assert(timeline->gate_count > 0);
    stage_play_to(stage, timeline->gates[0].at_ms, 500);
    stage_pass(stage, 0);
    assert(stage_player(stage)->state == PLAYER_GATE);
}

// Nobody came for more than two minutes.
static inline void shot_waking(struct stage *stage, const struct shot *shot) {
    shot_gate(stage, shot);
    for (int second = 0; second < 125; second++) {
        stage_pass(stage, 1000);
    }
}

static inline void shot_keys(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_HELP, 0});
}

static inline void shot_levels(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_LEVELS, 0});
}

// Forms of the player: by the setting, and the small window.
static inline void shot_large(struct stage *stage, const struct shot *shot) {
    stage->house.settings.large_cue = true;
    shot_phase(stage, shot);
}

static inline void shot_large_gate(struct stage *stage, const struct shot *shot) {
    stage->house.settings.large_cue = true;
    shot_gate(stage, shot);
}

static inline void shot_still(struct stage *stage, const struct shot *shot) {
    stage->house.settings.still = true;
    shot_phase(stage, shot);
}

static inline void shot_small(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_SMALL, 0});
}

static inline void shot_small_pause(struct stage *stage, const struct shot *shot) {
    shot_small(stage, shot);
    window_act(&stage->window, (struct act){ACT_PAUSE, 0});
    stage_pass(stage, 100);
}

static inline void shot_louder(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_LOUDER, 0});
}

static inline void shot_pause(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_PAUSE, 0});
    stage_pass(stage, 100);
}

static inline void shot_why(struct stage *stage, const struct shot *shot) {
    shot_phase(stage, shot);
    window_act(&stage->window, (struct act){ACT_STOP, 0});
}

static inline void shot_done(struct stage *stage, const struct shot *shot) {
    stage_begin(stage, shot->routine);
    stage->window.before = 5;
    stage->window.rating_wanted = true;
    session_begin(&stage->window);
    stage_pass(stage, 0);
    stage_play_to(stage, sitting_timeline(stage->window.play->sitting)->total_ms, 500);
    session_end(&stage->window, WHY_NONE);
}

static inline void shot_compared(struct stage *stage, const struct shot *shot) {
    shot_done(stage, shot);
    stage->window.after = 3;
}

static inline void shot_feel(struct stage *stage, const struct shot *shot) {
    shot_done(stage, shot);
    window_show(&stage->window, SCREEN_FEEL);
}

// The closing question has its answer, and the routine rests.
static inline void shot_held(struct stage *stage, const struct shot *shot) {
    shot_feel(stage, shot);
    window_act(&stage->window, (struct act){ACT_FEEL, FEEL_HURT});
    assert(stage->window.screen == SCREEN_HELD);
}

#include "app/stage_diary.h"
#include "app/stage_plans.h"
#include "app/stage_practice.h"

#include "app/stage_plans.h"

static const struct shot shots[] = {
    {.name = "first", .set = shot_first},
    {.name = "first-beginning", .set = shot_beginning},
    {.name = "resume", .set = shot_resume, .routine = "breath-calm"},
    {.name = "list", .set = shot_list},
    {.name = "list-search", .set = shot_search, .routine = "breath"},
    {.name = "list-nothing", .set = shot_search, .routine = "xylophone"},
    // What a clipboard may hold: signs, another direction, a bell.
    {.name = "list-odd",
     .set = shot_search,
     .routine = "\U0001f642 \u202e\u05d0\u05d1\a \u0639 zzz"},
    {.name = "page-breath", .set = shot_page, .routine = "breath-calm"},
    {.name = "page-face", .set = shot_page, .routine = "nmr-smile-eyes-open"},
    {.name = "page-warm", .set = shot_page, .routine = "warm-compress"},
    {.name = "list-told", .set = shot_told},
    {.name = "list-closed", .set = shot_closed},
    {.name = "list-marks", .set = shot_marks},
    {.name = "chain-next", .set = shot_next},
    {.name = "chain-stopped", .set = shot_go_on},
    {.name = "page-small", .set = shot_told_page, .routine = "nmr-smile-eyes-open"},
    {.name = "page-plan", .set = shot_told_page, .routine = "str-lips-cheeks"},
    {.name = "page-closed", .set = shot_told_page, .routine = "rom-upper-face"},
    {.name = "page-answered", .set = shot_answered, .routine = "rom-lower-face"},
    {.name = "page-enough", .set = shot_enough, .routine = "warm-compress"},
    {.name = "page-adjust", .set = shot_adjust, .routine = "rom-neck"},
    {.name = "page-adjust-breath", .set = shot_adjust, .routine = "breath-coherent"},
    {.name = "page-adjusted", .set = shot_adjusted, .routine = "nmr-smile-eyes-open"},
    {.name = "question-face", .set = shot_question, .routine = "nmr-smile-eyes-open"},
    {.name = "page-own-care", .set = shot_own_care, .routine = "mas-jaw-temple-neck"},
    {.name = "question-side", .set = shot_side, .routine = "mas-cheek-stretch"},
    {.name = "question-breath", .set = shot_question, .routine = "breath-box"},
    {.name = "anyway", .set = shot_anyway, .routine = "rom-upper-face"},
    {.name = "profile", .set = shot_profile},
    {.name = "profile-told", .set = shot_profile_told},
    {.name = "item-condition", .set = shot_item_told, .routine = "condition"},
    {.name = "item-kept", .set = shot_item_kept, .routine = "condition"},
    {.name = "item-side", .set = shot_item, .routine = "affected"},
    {.name = "item-asks", .set = shot_item, .routine = "asks"},
    {.name = "item-answers", .set = shot_item_told, .routine = "answers"},
    {.name = "item-date", .set = shot_item_told, .routine = "toxin"},
    {.name = "item-date-wrong", .set = shot_item_wrong, .routine = "surgery"},
    {.name = "item-trick", .set = shot_item_told, .routine = "trick"},
    {.name = "diary", .set = shot_diary},
    {.name = "diary-empty", .set = shot_diary_empty},
    {.name = "diary-more", .set = shot_diary_more},
    {.name = "diary-before", .set = shot_diary_before},
    {.name = "diary-note", .set = shot_diary_note},
    {.name = "diary-entries", .set = shot_entries},
    {.name = "diary-entry", .set = shot_entry},
    {.name = "diary-entry-spasm", .set = shot_entry_spasm},
    {.name = "diary-entry-session", .set = shot_entry_session},
    {.name = "diary-entry-number", .set = shot_entry_number},
    {.name = "diary-events", .set = shot_events},
    {.name = "diary-event", .set = shot_event},
    {.name = "diary-event-begin", .set = shot_event_begin},
    {.name = "diary-appointment", .set = shot_appointment},
    {.name = "first-effect", .set = shot_effect},
    {.name = "spasm", .set = shot_spasm},
    {.name = "minute", .set = shot_minute},
    {.name = "minute-runs", .set = shot_minute_runs},
    {.name = "minute-done", .set = shot_minute_done},
    {.name = "page-sources", .set = shot_sources, .routine = "med-body-scan"},
    {.name = "hearing", .set = shot_hearing, .routine = "breath-calm"},
    {.name = "before", .set = shot_before, .routine = "breath-calm"},
    {.name = "before-rated", .set = shot_rated, .routine = "breath-calm"},
    {.name = "lead-in", .set = shot_lead, .routine = "breath-calm"},
    {.name = "breathe-in",
     .set = shot_phase,
     .routine = "breath-box",
     .phase = PHASE_IN,
     .share = 0.7},
    {.name = "breathe-in-rest",
     .set = shot_rest,
     .routine = "breath-box",
     .phase = PHASE_IN,
     .share = 0.7},
    {.name = "massage-rest",
     .set = shot_rest,
     .routine = "mas-jaw-temple-neck",
     .phase = PHASE_MASSAGE,
     .share = 0.4},
    {.name = "hold-full",
     .set = shot_phase,
     .routine = "breath-box",
     .phase = PHASE_HOLD_FULL,
     .share = 0.3},
    {.name = "breathe-out",
     .set = shot_phase,
     .routine = "breath-long-exhale",
     .phase = PHASE_OUT,
     .share = 0.4},
    {.name = "hold-empty",
     .set = shot_phase,
     .routine = "breath-box",
     .phase = PHASE_HOLD_EMPTY,
     .share = 0.3},
    {.name = "top-up",
     .set = shot_phase,
     .routine = "breath-sigh",
     .phase = PHASE_TOP_UP,
     .share = 0.6},
    {.name = "steady",
     .set = shot_phase,
     .routine = "med-breathing-space",
     .phase = PHASE_STEADY,
     .share = 0.4},
    {.name = "scan",
     .set = shot_phase,
     .routine = "med-body-scan",
     .phase = PHASE_SCAN,
     .share = 0.4},
    {.name = "massage",
     .set = shot_phase,
     .routine = "mas-jaw-temple-neck",
     .phase = PHASE_MASSAGE,
     .share = 0.4},
    {.name = "compress",
     .set = shot_phase,
     .routine = "warm-compress",
     .phase = PHASE_COMPRESS,
     .share = 0.4},
    {.name = "gate", .set = shot_gate, .routine = "warm-compress"},
    {.name = "gate-waking", .set = shot_waking, .routine = "warm-compress"},
    {.name = "exercise-move",
     .set = shot_phase,
     .routine = "nmr-smile-eyes-open",
     .phase = PHASE_MOVE,
     .share = 0.6},
    {.name = "exercise-hold",
     .set = shot_phase,
     .routine = "nmr-smile-eyes-open",
     .phase = PHASE_HOLD,
     .share = 0.3},
    {.name = "exercise-rest",
     .set = shot_phase,
     .routine = "rom-jaw",
     .phase = PHASE_REST,
     .share = 0.3},
    {.name = "body-shoulders",
     .set = shot_shown,
     .routine = "relax-pmr-body",
     .phase = PHASE_HOLD,
     .pose = "shoulders",
     .share = 0.6},
    {.name = "body-hands",
     .set = shot_shown,
     .routine = "relax-pmr-body",
     .phase = PHASE_HOLD,
     .pose = "hands",
     .share = 0.6},
    {.name = "body-feet",
     .set = shot_shown,
     .routine = "relax-pmr-body",
     .phase = PHASE_HOLD,
     .pose = "feet",
     .share = 0.6},
    {.name = "body-belly",
     .set = shot_shown,
     .routine = "relax-pmr-body",
     .phase = PHASE_REST,
     .pose = "belly",
     .share = 0.5},
    {.name = "body-chest",
     .set = shot_shown,
     .routine = "relax-pmr-body",
     .phase = PHASE_HOLD,
     .pose = "chest",
     .share = 0.6},
    {.name = "shoulder-roll",
     .set = shot_shown,
     .routine = "rom-neck",
     .phase = PHASE_STEADY,
     .pose = "shoulder_roll",
     .share = 0.35},
    {.name = "neck-turn",
     .set = shot_shown,
     .routine = "rom-neck",
     .phase = PHASE_HOLD,
     .pose = "neck_turn",
     .share = 0.5},
    {.name = "far",
     .set = shot_shown,
     .routine = "screen-20",
     .phase = PHASE_STEADY,
     .pose = "far",
     .share = 0.5},
    {.name = "palming",
     .set = shot_shown,
     .routine = "screen-reset",
     .phase = PHASE_STEADY,
     .pose = "palming",
     .share = 0.5},
    {.name = "drink",
     .set = shot_shown,
     .routine = "screen-reset",
     .phase = PHASE_STEADY,
     .pose = "drink",
     .share = 0.5},
    {.name = "scan-legs",
     .set = shot_shown,
     .routine = "med-body-scan",
     .phase = PHASE_SCAN,
     .region = REGION_FEET_LEGS,
     .share = 0.4},
    {.name = "scan-jaw",
     .set = shot_shown,
     .routine = "med-body-scan",
     .phase = PHASE_SCAN,
     .region = REGION_JAW_TONGUE,
     .share = 0.4},
    {.name = "scan-lids",
     .set = shot_shown,
     .routine = "med-body-scan",
     .phase = PHASE_SCAN,
     .region = REGION_EYES_LIDS,
     .share = 0.4},
    {.name = "message",
     .set = shot_louder,
     .routine = "breath-calm",
     .phase = PHASE_IN,
     .share = 0.5},
    {.name = "keys", .set = shot_keys, .routine = "breath-calm", .phase = PHASE_OUT, .share = 0.5},
    {.name = "levels",
     .set = shot_levels,
     .routine = "breath-calm",
     .phase = PHASE_OUT,
     .share = 0.5},
    {.name = "large-cue",
     .set = shot_large,
     .routine = "breath-box",
     .phase = PHASE_IN,
     .share = 0.7},
    {.name = "large-cue-exercise",
     .set = shot_large,
     .routine = "nmr-smile-eyes-open",
     .phase = PHASE_HOLD,
     .share = 0.3},
    {.name = "large-cue-gate", .set = shot_large_gate, .routine = "warm-compress"},
    {.name = "still", .set = shot_still, .routine = "breath-sigh", .phase = PHASE_IN, .share = 0.1},
    {.name = "mini", .set = shot_small, .routine = "breath-calm", .phase = PHASE_IN, .share = 0.5},
    {.name = "mini-massage",
     .set = shot_small,
     .routine = "mas-jaw-temple-neck",
     .phase = PHASE_MASSAGE,
     .share = 0.4},
    {.name = "mini-pause",
     .set = shot_small_pause,
     .routine = "breath-calm",
     .phase = PHASE_OUT,
     .share = 0.5},
    {.name = "pause",
     .set = shot_pause,
     .routine = "breath-calm",
     .phase = PHASE_OUT,
     .share = 0.5},
    {.name = "why",
     .set = shot_why,
     .routine = "nmr-smile-eyes-open",
     .phase = PHASE_HOLD,
     .share = 0.5},
    {.name = "done", .set = shot_done, .routine = "breath-calm"},
    {.name = "done-rated", .set = shot_compared, .routine = "breath-calm"},
    {.name = "feel", .set = shot_feel, .routine = "rom-jaw"},
    {.name = "held", .set = shot_held, .routine = "nmr-smile-eyes-open"},
    {.name = "plans", .set = shot_plans},
    {.name = "plans-kept", .set = shot_plans_kept},
    {.name = "plan", .set = shot_plan},
    {.name = "plan-seen", .set = shot_plan_seen},
    {.name = "plan-starter", .set = shot_starter},
    {.name = "plan-pause", .set = shot_plan_pause},
    {.name = "plan-coming", .set = shot_plan_coming},
    {.name = "plan-faults", .set = shot_plan_faults},
    {.name = "plan-whose", .set = shot_plan_whose},
    {.name = "plan-whose-other", .set = shot_plan_whose_other},
    {.name = "carried", .set = shot_carried},
    {.name = "carried-list", .set = shot_carried_list},
    {.name = "carried-plan", .set = shot_carried_plan},
    {.name = "carried-look", .set = shot_carried_look},
    {.name = "today", .set = shot_today},
    {.name = "today-done", .set = shot_today_done},
    {.name = "today-later", .set = shot_today_later},
    {.name = "today-rest", .set = shot_today_rest},
    {.name = "today-away", .set = shot_today_away},
    {.name = "without", .set = shot_without, .routine = "relax-face-let-go"},
    {.name = "without-told", .set = shot_without_told, .routine = "nmr-smile-eyes-open"},
    {.name = "practice", .set = shot_practice},
    {.name = "practice-free", .set = shot_practice_free},
    {.name = "practice-rests", .set = shot_practice_rests},
    {.name = "practice-nothing", .set = shot_practice_nothing},
    {.name = "fortnight", .set = shot_fortnight},
    {.name = "notice-sign", .set = shot_notice_sign},
    {.name = "notice-over", .set = shot_notice_over},
    {.name = "notice-plan", .set = shot_notice_plan},
    {.name = "notice-less", .set = shot_notice_less},
    {.name = "notice-wearing", .set = shot_notice_wearing},
    {.name = "safety", .set = shot_over, .screen = SCREEN_SAFETY},
    {.name = "help", .set = shot_over, .screen = SCREEN_HELP},
};
enum { SHOTS = sizeof shots / sizeof *shots };
