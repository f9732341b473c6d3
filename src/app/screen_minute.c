// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/ask.h"
#include "app/chime.h"
#include "app/diary_parts.h"
#include "app/focus.h"
#include "base/text.h"
#include "draw/breath.h"

// Counting a minute (domain.md 6.3): a key at each twitch, with shut eyes if one likes. A bell
// stands at both ends, so nobody has to look. What is stopped early is not kept.

enum { MINUTE_MS = 60000, LAMP = 220 };

static bool is_running(const struct diary *diary) {
    return diary->minute_ms > 0;
}

static int64_t left_ms(const struct diary *diary) {
    int64_t left = diary->minute_ms + MINUTE_MS - clock_monotonic_ms();
    return left > 0 ? left : 0;
}

void minute_show(struct window *window) {
    struct diary *diary = diary_of(window);
    diary->minute_ms = 0;
    diary->twitches = 0;
    window_show(window, SCREEN_MINUTE);
}

void minute_leave(struct window *window) {
    struct diary *diary = window->diary;
    if (diary) {
        chime_free(diary->chime);
        diary->chime = NULL;
        diary->minute_ms = 0;
    }
}

static void begin(struct window *window) {
    struct diary *diary = window->diary;
    minute_leave(window);
    diary->twitches = 0;
    diary->chime = chime_new(window);
    chime_strike(diary->chime);
    diary->minute_ms = clock_monotonic_ms();
    window_stale(window);
}

static void leave(struct window *window) {
    minute_leave(window);
    diary_show(window, INT64_MAX);
}

static void finish(struct window *window) {
    struct diary *diary = window->diary;
    struct diary_entry entry = {.kind = REMOVAL_MOMENT,
                                .day = house_today(window->house),
                                .moment = {.kind = MOMENT_COUNT,
                                           .at = clock_wall_now(&window->house->clock),
                                           .per_minute = diary->twitches}};
    chime_strike(diary->chime);
    diary->minute_ms = 0;
    (void)diary_keep(window, &entry, NULL, NULL); // the page says it
    focus_on(window, (struct act){ACT_DONE, 0});
    window_stale(window);
}

static void count(struct window *window) {
    struct diary *diary = window->diary;
    if (diary->twitches < COUNT_MOST) {
        diary->twitches++;
        window_stale(window);
    }
}

// The whole circle is what is pressed.
static double put_circle(struct window *window, struct box box) {
    const struct diary *diary = window->diary;
    double side = fmin(layout_scene(&window->layout, LAMP), 0.45 * window->height);
    struct box place = {box_middle_x(box) - side / 2, box.y, side, side};
    char number[TEXT_NUMBER_MAX];
    struct element element = {
        .role = ROLE_BUTTON, .box = place, .act = {ACT_TWITCH, 0}, .main = true};
    text_copy(element.name, sizeof element.name, _("A twitch"));
    text_copy(element.value, sizeof element.value, text_decimal(diary->twitches, number));
    if (element_is_seen(window, place)) {
        lamp_paint(window->cairo, &window->theme, box_middle_x(place), box_middle_y(place),
                   side / 2);
        struct text_style style = window_style(window, TEXT_DISPLAY);
        style.align = ALIGN_CENTRE;
        style.rise = RISE_MIDDLE;
        style.smallest = style.size * 0.5;
        theme_use(window->cairo, &window->theme, TOKEN_ONLAMP, 1);
        text_draw(window->cairo, number, &style, box_inset(place, side * 0.25));
    }
    element_add(window, &element);
    return place.y + side;
}

static const char *line_of(const struct diary *diary, bool counted) {
    return is_running(diary) ? _("Press Space at each twitch. A bell ends it.")
           : counted         ? _("Told in the diary. It is for comparing with yourself alone.")
                     : _("For a minute press Space at each twitch, with shut eyes if you like. A "
                         "bell begins and ends it.");
}

static void minute_paint(struct window *window) {
    const struct layout *layout = &window->layout;
    const struct diary *diary = window->diary;
    struct box box;
    char title[128];
    bool counted = window->screen == SCREEN_MINUTE && diary->counted;
    ask_ground(window);
    ask_back(window, _("Back"));
    ask_column(window, 640, NULL, &box);
    text_format(title, sizeof title, _("%d in a minute"), diary->twitches);
    box.y = ask_question(window, NULL, counted && !is_running(diary) ? title : _("Count a minute"),
                         box);
    box.y = ask_line(window, line_of(diary, counted), TEXT_BODY, TOKEN_TEXT2, box);
    box.y += layout_space(layout, 24);
    if (is_running(diary)) {
        box.y = put_circle(window, box);
    } else {
        const struct choice ways[] = {
            {{.kind = counted ? BUTTON_SECONDARY : BUTTON_PRIMARY,
              .label = counted ? _("Once more") : _("Begin")},
             {ACT_BEGIN, 0}},
            {{.kind = counted ? BUTTON_PRIMARY : BUTTON_QUIET, .label = _("Done")}, {ACT_DONE, 0}}};
        box.y = ask_buttons(window, ways, 2, box);
    }
    ask_column_end(window, box.y);
    const struct key_hint hints[] = {
        {_("Space"), is_running(diary) ? _("a twitch") : _("choose")},
        {"Esc", is_running(diary) ? _("stop, nothing is kept") : _("back")}};
    window_hints(window, hints, 2);
}

static void minute_act(struct window *window, struct act act) {
    struct diary *diary = window->diary;
    if (act.kind == ACT_TWITCH && is_running(diary)) {
        count(window);
    } else if (act.kind == ACT_BEGIN && !is_running(diary)) {
        diary->counted = false;
        begin(window);
    } else if (act.kind == ACT_DONE || act.kind == ACT_BACK) {
        leave(window);
    }
}

// Any key that writes or moves nothing else is a twitch: who has shut eyes hits what is there.
static bool minute_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (key == SDLK_ESCAPE) {
        leave(window);
        return true;
    }
    bool held = key >= SDLK_LCTRL && key <= SDLK_RGUI;
    if (!is_running(window->diary) || key == SDLK_TAB || held) {
        return false;
    }
    if (!event->repeat) {
        count(window);
    }
    return true;
}

static int64_t minute_wait_ms(struct window *window) {
    return is_running(window->diary) ? left_ms(window->diary) : INT64_MAX;
}

static void minute_tick(struct window *window) {
    if (minute_wait_ms(window) == 0) {
        window->diary->counted = true;
        finish(window);
    }
}

const struct screen minute_screen = {.paint = minute_paint,
                                     .key = minute_key,
                                     .act = minute_act,
                                     .tick = minute_tick,
                                     .wait_ms = minute_wait_ms};
