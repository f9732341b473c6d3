// SPDX-License-Identifier: MIT
#include "app/daily.h"

#include <math.h>
#include <string.h>

#include "app/ask.h"
#include "app/diary_parts.h"
#include "app/profile.h"
#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"
#include "run/day_words.h"
#include "store/answers.h"

static const char *const away_key = "daily-away";
static const char *const effect_away_key = "effect-away";

enum { DAY_S = 86400, MINUTE_S = 60, PERCENT_STEP = 10, ANSWERS_COUNT = 11, ROW = 622 };
// The values of ACT_AWAY.
enum { AWAY_NUMBER, AWAY_EFFECT };

static struct daily_offer *daily_of(const struct window *window) {
    return &window->diary->daily;
}

static bool was_put_away(const struct house *house, const char *key, const char *value) {
    struct error err = {0};
    char *told = NULL;
    bool away = remembered_get(house->store, key, &told, &err) && told && strcmp(told, value) == 0;
    memory_free(told);
    return away;
}

static void day_value(int64_t day, char to[TEXT_NUMBER_MAX]) {
    text_format(to, TEXT_NUMBER_MAX, "%lld", (long long)day);
}

static bool was_rated(struct house *house, int64_t day) {
    struct diary_entry entry;
    struct error err = {0};
    bool found = false;
    (void)diary_entry_find(house, REMOVAL_RATING, day, &entry, &found, &err);
    diary_entry_free(&entry);
    return found;
}

// Whether anything was there before today.
static bool is_known(struct house *house, int64_t today) {
    enum { DAYS = 30 };
    struct diary_entry_list list;
    struct error err = {0};
    if (!diary_entries_read(house, today - DAYS, today - 1, &list, &err)) {
        return false;
    }
    bool known = list.count > 0;
    diary_entry_list_free(&list);
    return known;
}

static void read_number(struct window *window, int64_t today) {
    struct house *house = window->house;
    struct daily_offer *daily = daily_of(window);
    struct wall now = clock_wall_now(&house->clock);
    int64_t local_s = now.utc_s + now.offset_min * (int64_t)MINUTE_S;
    char value[TEXT_NUMBER_MAX];
    day_value(today, value);
    const struct daily_facts facts = {.minute = (int)((local_s - today * DAY_S) / MINUTE_S),
                                      .today = was_rated(house, today),
                                      .yesterday = was_rated(house, today - 1),
                                      .known = is_known(house, today),
                                      .away = was_put_away(house, away_key, value)};
    daily->ask = daily_ask(&facts);
    daily->day = daily->ask == DAILY_YESTERDAY ? today - 1 : today;
}

static void read_effect(struct window *window, int64_t today) {
    struct house *house = window->house;
    struct daily_offer *daily = daily_of(window);
    struct event event = {.note = NULL};
    struct error err = {0};
    bool found = false;
    if (!events_newest(house->store, EVENT_TOXIN, &event, &found, &err)) {
        log_warning("%s", err.text);
    }
    daily->asks_effect = found && daily_asks_effect(today - event.day, event.rated,
                                                    was_put_away(house, effect_away_key, event.id));
    event_free(&event);
    daily->injection =
        (struct diary_entry){.kind = REMOVAL_EVENT, .day = event.day, .event = event};
}

void daily_read(struct window *window) {
    const struct house *house = window->house;
    diary_of(window)->daily = (struct daily_offer){.ask = DAILY_NOTHING};
    if (house->store && !window->options->request->no_record) {
        int64_t today = house_today(house);
        read_number(window, today);
        if (daily_of(window)->ask == DAILY_NOTHING) {
            read_effect(window, today); // one thing at a time
        }
    }
}

static double put_away(struct window *window, const char *label, int what, struct box box) {
    const struct button button = {.kind = BUTTON_QUIET, .label = label, .plain = true};
    double out = layout_body(&window->layout, 8);
    double width = fmin(box.width + out, button_width(window->cairo, &button, window->scale));
    struct box place = {box.x - out, box.y, width, layout_body(&window->layout, 48)};
    element_button(window, &button, place, (struct act){ACT_AWAY, what});
    return box.y + place.height;
}

static double put_number(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    bool today = daily_of(window)->ask == DAILY_TODAY;
    const struct rating_look look = {.act = ACT_RATE, .chosen = -1, .before = -1, .size = 48};
    element_head(window, box.y);
    box.y =
        window_text(window,
                    today ? _("How strong was the twitching in the last 24 hours, at its worst?")
                          : _("How strong was the twitching yesterday, at its worst?"),
                    TEXT_STRONG, TOKEN_TEXT, box);
    box.y += layout_space(layout, 8);
    // The circles stand in line with their question.
    struct box row = {box.x, box.y, fmin(box.width, layout_body(layout, ROW)), 0};
    box.y += element_rating_as(window, &look, row, DIARY_GROUP_FIRST) - layout_space(layout, 16);
    element_no_head(window);
    return put_away(window, _("Not today"), AWAY_NUMBER, box) + layout_space(layout, 16);
}

static double put_effect(struct window *window, struct box box) {
    const struct layout *layout = &window->layout;
    char day[DAY_WORDS_DATE_MAX], question[256], words[ANSWERS_COUNT][16];
    const char *labels[ANSWERS_COUNT];
    int values[ANSWERS_COUNT];
    for (int i = 0; i < ANSWERS_COUNT; i++) {
        text_format(words[i], sizeof words[i], "%d %%", i * PERCENT_STEP);
        labels[i] = words[i];
        values[i] = i * PERCENT_STEP;
    }
    text_format(question, sizeof question, _("How well did the injection of %s work?"),
                day_words_day(daily_of(window)->injection.day, day));
    element_head(window, box.y);
    box.y = window_text(window, question, TEXT_STRONG, TOKEN_TEXT, box);
    box.y = window_text(window, _("From not at all to the best that can be."), TEXT_SMALL,
                        TOKEN_TEXT2, box);
    box.y += layout_space(layout, 8);
    box.y = profile_chips(
        window,
        &(struct chips){labels, values, ANSWERS_COUNT, ACT_EFFECT, -1, -1, DIARY_GROUP_FIRST}, box);
    element_no_head(window);
    return put_away(window, _("I cannot say"), AWAY_EFFECT, box) + layout_space(layout, 16);
}

double daily_paint(struct window *window, struct box box) {
    if (!window->diary) {
        return box.y; // nothing was read
    }
    const struct daily_offer *daily = daily_of(window);
    return daily->ask != DAILY_NOTHING ? put_number(window, box)
           : daily->asks_effect        ? put_effect(window, box)
                                       : box.y;
}

bool daily_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    bool digit =
        (key >= SDLK_0 && key <= SDLK_9) || key == SDLK_t || (key >= SDLK_KP_1 && key <= SDLK_KP_0);
    if (!digit || event->repeat || !window->diary || daily_of(window)->ask == DAILY_NOTHING) {
        return false;
    }
    diary_show(window, daily_of(window)->day);
    return diary_screen.key(window, event);
}

static void tell_effect(struct window *window, int percent) {
    struct daily_offer *daily = daily_of(window);
    struct diary_entry entry = daily->injection;
    struct event_list list;
    struct error err = {0};
    char said[MESSAGE_MAX];
    // With its note, as it stands there now.
    if (!events_list(window->house->store, entry.day, entry.day, &list, &err)) {
        window_say(window, err.text);
        return;
    }
    text_format(said, sizeof said, _("Kept: %d %%"), percent);
    for (int i = 0; i < list.count; i++) {
        if (strcmp(list.events[i].id, entry.event.id) == 0) {
            const struct diary_entry before = {
                .kind = REMOVAL_EVENT, .day = entry.day, .event = list.events[i]};
            struct diary_entry after = diary_entry_copy(&before);
            after.event.rated = true;
            after.event.effect = percent;
            (void)diary_keep(window, &after, &before, said);
            diary_entry_free(&after);
        }
    }
    event_list_free(&list);
}

static void put_off(struct window *window, int what) {
    struct error err = {0};
    char value[TEXT_NUMBER_MAX];
    day_value(house_today(window->house), value);
    bool number = what == AWAY_NUMBER;
    if (!remembered_set(window->house->store, number ? away_key : effect_away_key,
                        number ? value : daily_of(window)->injection.event.id, &err)) {
        log_warning("%s", err.text);
    }
}

bool daily_act(struct window *window, struct act act) {
    switch (act.kind) {
    case ACT_RATE:
        diary_show(window, daily_of(window)->day);
        window_act(window, act);
        return true;
    case ACT_EFFECT:
        tell_effect(window, act.value);
        break;
    case ACT_AWAY:
        put_off(window, act.value);
        break;
    default:
        return false;
    }
    daily_read(window);
    window_stale(window);
    return true;
}
