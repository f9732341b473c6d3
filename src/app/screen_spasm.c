// SPDX-License-Identifier: MIT
#include "app/ask.h"
#include "app/diary_parts.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/profile.h"
#include "app/session.h"
#include "app/spasm.h"
#include "base/text.h"
#include "run/diary_entry_words.h"
#include "run/diary_words.h"

static const char *const easing = "now-grip";

enum { AGAIN_MS = 10000, ALONE_MS = 20000 };

// Screens within a session: there it is noted, and nothing comes between.
static bool is_in_session(const struct window *window) {
    static const enum screen_name within[] = {
        SCREEN_QUESTIONS, SCREEN_BEFORE, SCREEN_PLAY, SCREEN_WHY,   SCREEN_DONE,
        SCREEN_FEEL,      SCREEN_HELD,   SCREEN_NEXT, SCREEN_NIGHT, SCREEN_MORNING};
    for (size_t i = 0; i < sizeof within / sizeof *within; i++) {
        if (window->screen == within[i]) {
            return true;
        }
    }
    return window->play != NULL;
}

// The routine for that moment, -1: it is not there or may not be played now.
static int easing_entry(const struct window *window) {
    const struct catalog *catalog = &window->house->catalog;
    for (int i = 0; i < catalog->count; i++) {
        if (strcmp(catalog->entries[i].id, easing) == 0 && !catalog->entries[i].error) {
            return gates_let_play(window, i) ? i : -1;
        }
    }
    return -1;
}

static void note(struct window *window) {
    struct diary *diary = diary_of(window);
    struct diary_entry entry = {.kind = REMOVAL_MOMENT,
                                .day = house_today(window->house),
                                .moment = {.kind = MOMENT_SPASM,
                                           .at = clock_wall_now(&window->house->clock),
                                           .per_minute = -1,
                                           .strength = -1}};
    char time[DIARY_TIME_MAX], said[MESSAGE_MAX];
    text_format(said, sizeof said, _("Noted, %s."), diary_entry_time(&entry, time));
    bool kept = diary_keep(window, &entry, NULL, is_in_session(window) ? said : NULL);
    if (diary->has_spasm) {
        diary_entry_free(&diary->spasm);
    }
    diary->has_spasm = kept;
    diary->spasm = entry;
    diary->spasm_ms = clock_monotonic_ms();
}

void spasm_now(struct window *window) {
    struct diary *diary = diary_of(window);
    bool again = diary->has_spasm && clock_monotonic_ms() - diary->spasm_ms < AGAIN_MS;
    if (!again) {
        note(window);
    }
    // Without a record it eases all the same.
    if (!is_in_session(window)) {
        gates_weigh(window);
        window_over(window, SCREEN_SPASM);
    }
}

void spasm_again(struct window *window) {
    if (!window->diary->has_spasm) {
        window_back(window);
    }
    window_stale(window);
}

// Stores the changed copy in its place.
static void change(struct window *window, const struct moment *moment) {
    struct diary *diary = window->diary;
    struct diary_entry entry = diary_entry_copy(&diary->spasm);
    if (!diary->has_spasm) {
        return;
    }
    entry.moment.strength = moment->strength;
    entry.moment.places = moment->places;
    entry.moment.side = moment->side;
    entry.moment.ticks = moment->ticks;
    if (diary_keep(window, &entry, &diary->spasm, NULL)) {
        diary_entry_free(&diary->spasm);
        diary->spasm = entry;
    } else {
        diary_entry_free(&entry);
    }
    window_stale(window);
}

static double put_ways(struct window *window, struct box box) {
    struct choice ways[2];
    int count = 0;
    bool eases = easing_entry(window) >= 0;
    if (eases) {
        ways[count++] = (struct choice){{.kind = BUTTON_PRIMARY,
                                         .icon = ICON_PLAY,
                                         .label = _("Ease it now, 1\u00bd min"),
                                         .large = true},
                                        {ACT_START, 0}};
    }
    ways[count++] = (struct choice){
        {.kind = eases ? BUTTON_QUIET : BUTTON_SECONDARY, .label = _("Done")}, {ACT_DONE, 0}};
    return ask_buttons(window, ways, count, box);
}

// As told, else on the side that is known.
static struct where where_of(const struct window *window, const struct moment *moment) {
    enum side affected = window->gates->person.profile.affected;
    return (struct where){moment->side != SIDE_NONE ? moment->side : affected, moment->places};
}

static double put_where(struct window *window, const struct moment *moment, struct box box) {
    box.y = window_text(window, _("Where?"), TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(&window->layout, 8);
    return diary_where(window, where_of(window, moment), box) + layout_space(&window->layout, 20);
}

static double put_while(struct window *window, const struct moment *moment, struct box box) {
    const char *labels[TICK_LAST_TRIGGER + 1];
    int values[TICK_LAST_TRIGGER + 1];
    int count = 0;
    for (int tick = 0; tick <= TICK_LAST_TRIGGER; tick++) {
        if (tick != TICK_TINTED_GLASSES) {
            labels[count] = diary_words_tick((enum day_tick)tick);
            values[count++] = tick;
        }
    }
    const struct toggles ticks = {.labels = labels,
                                  .values = values,
                                  .count = count,
                                  .chosen = moment->ticks,
                                  .act = ACT_TICK,
                                  .group = DIARY_GROUP_TICKS};
    box.y = window_text(window, _("What was around?"), TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(&window->layout, 8);
    return diary_toggles(window, &ticks, box);
}

static double put_more(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    const struct moment *moment = &window->diary->spasm.moment;
    const struct rating_look strength = {.name = _("Strength"),
                                         .act = ACT_SCALE,
                                         .base = SCALE_STRENGTH * SCALE_PITCH,
                                         .chosen = moment->strength,
                                         .before = -1,
                                         .size = 44,
                                         .bare = true};
    box.y = window_text(window, _("That is all that is needed. Add more only if it is easy."),
                        TEXT_BODY, TOKEN_TEXT2, box);
    box.y += layout_space(layout, 20);
    box.y = window_text(window, _("How strong?"), TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(layout, 4);
    box.y += element_rating_as(window, &strength, box, DIARY_GROUP_NUMBER);
    box.y += layout_space(layout, 12);
    box.y = put_where(window, moment, box);
    return put_while(window, moment, box);
}

static void spasm_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    const struct diary *diary = window->diary;
    char time[DIARY_TIME_MAX], title[128];
    text_format(title, sizeof title, _("Noted, %s"), diary_entry_time(&diary->spasm, time));
    ask_ground(window);
    ask_back(window, _("Back"));
    struct box box;
    ask_column(window, 640, NULL, &box);
    box.y = ask_question(window, NULL, diary->has_spasm ? title : _("A spasm now"), box);
    box.y += layout_space(layout, 20);
    box.y = put_ways(window, box) + layout_space(layout, 24);
    ask_column_end(window, diary->has_spasm ? put_more(window, box) : box.y);
    const struct key_hint hints[] = {{_("Enter"), _("ease it")},
                                     {"0\u20269", _("how strong")},
                                     {_("Ctrl Z"), _("undo")},
                                     {"Esc", _("done")}};
    window_hints(window, hints, 4);
}

static void ease(struct window *window) {
    int entry = easing_entry(window);
    if (entry < 0) {
        return;
    }
    window_back(window);
    profile_leave(window);
    diary_leave(window);
    if (session_prepare(window, &entry, 1, false)) {
        session_ask(window);
    }
}

static void set_where(struct window *window, struct where where) {
    struct moment moment = window->diary->spasm.moment;
    enum side affected = window->gates->person.profile.affected;
    // The side that is known anyway was not told without a place.
    moment.side = where.places || where.side != affected ? where.side : SIDE_NONE;
    moment.places = where.places;
    change(window, &moment);
}

static void spasm_act(struct window *window, struct act act) {
    struct moment moment = window->diary->spasm.moment;
    struct where where = where_of(window, &moment);
    if (diary_where_act(window, act, &where)) {
        set_where(window, where);
        return;
    }
    switch (act.kind) {
    case ACT_START:
        ease(window);
        break;
    case ACT_DONE:
    case ACT_BACK:
        window_back(window);
        break;
    case ACT_SCALE: {
        int number = act.value % SCALE_PITCH;
        moment.strength = number == moment.strength ? -1 : number;
        change(window, &moment);
        break;
    }
    case ACT_TICK:
        moment.ticks ^= UINT64_C(1) << act.value;
        change(window, &moment);
        break;
    default:
        break;
    }
}

static bool spasm_key(struct window *window, const SDL_KeyboardEvent *event) {
    if (event->keysym.sym == SDLK_ESCAPE) {
        window_back(window);
        return true;
    }
    struct moment moment = window->diary->spasm.moment;
    int number = ask_digit(window, event, moment.strength);
    if (number >= 0 && !event->repeat) {
        moment.strength = number;
        change(window, &moment);
        focus_on(window, (struct act){ACT_SCALE, SCALE_STRENGTH * SCALE_PITCH + number});
    }
    return number >= 0;
}

// Who is busy with the spasm need not close it.
static int64_t spasm_wait_ms(struct window *window) {
    int64_t left_ms = window->input_ms + ALONE_MS - clock_monotonic_ms();
    return left_ms > 0 ? left_ms : 0;
}

static void spasm_tick(struct window *window) {
    if (spasm_wait_ms(window) == 0) {
        window_back(window);
    }
}

const struct screen spasm_screen = {.paint = spasm_paint,
                                    .key = spasm_key,
                                    .act = spasm_act,
                                    .tick = spasm_tick,
                                    .wait_ms = spasm_wait_ms};
