// SPDX-License-Identifier: MIT
#include <math.h>

#include "app/anyway.h"
#include "app/ask.h"
#include "app/diary_parts.h"
#include "app/first.h"
#include "app/flow.h"
#include "app/focus.h"
#include "app/gates.h"
#include "app/keys.h"
#include "app/list.h"
#include "app/page.h"
#include "app/profile.h"
#include "app/toast.h"
#include "base/text.h"
#include "run/day_words.h"

// A day of the diary as a form: its number first, then what may explain it.

enum { CONTENT = 944, COLUMNS_FROM = 736, NUMBER = -1, DAY_S = 86400 };

static int64_t days_back(const struct window *window) {
    return house_today(window->house) - window->diary->day;
}

// From a page that it led to it comes back as it was.
static bool is_opened_from(enum screen_name screen) {
    return screen != SCREEN_DIARY && screen != SCREEN_WRITE && screen != SCREEN_ENTRY &&
           screen != SCREEN_ENTRIES && screen != SCREEN_PRACTICE && screen != SCREEN_MINUTE;
}

void diary_show(struct window *window, int64_t day) {
    struct diary *diary = diary_of(window);
    if (!diary->has_order || is_opened_from(window->screen)) {
        diary->around = tick_order_read(window->house);
        diary->has_order = true;
    }
    if (window->screen == SCREEN_FIRST || window->screen == SCREEN_LIST ||
        (window->screen == SCREEN_PAGE && window->page)) {
        diary->from = window->screen;
    }
    gates_weigh(window);
    diary->day = day == INT64_MAX ? house_today(window->house) : day;
    window_show(window, SCREEN_DIARY);
    diary_again(window);
    int told = diary->rating.rating.twitch;
    focus_on(window, (struct act){ACT_RATE, told < 0 ? 0 : told});
}

// The 1 that waited is no ten.
static void settle_one(struct window *window) {
    struct diary *diary = window->diary;
    if (diary->one_until_ms > 0) {
        diary->one_until_ms = 0;
        if (diary->one_scale == NUMBER) {
            diary_rate(window, 1);
        } else if (diary_scale_value(window, diary->one_scale) != 1) {
            diary_set_scale(window, diary->one_scale, 1);
        }
    }
}

void diary_leave(struct window *window) {
    struct diary *diary = window->diary;
    if (!diary) {
        return;
    }
    if (window->screen == SCREEN_DIARY) {
        settle_one(window);
    }
    minute_leave(window);
    if (diary->writing != WRITE_NOTHING) {
        window->field = diary->kept;
        diary->writing = WRITE_NOTHING;
    }
}

void diary_close(struct window *window) {
    struct diary *diary = window->diary;
    diary_leave(window);
    if (window->screen == SCREEN_ENTRY && diary->open_from == SCREEN_ENTRIES) {
        diary_list_show(window, diary->kind);
    } else if ((window->screen == SCREEN_ENTRY && diary->open_from != SCREEN_FIRST) ||
               window->screen == SCREEN_ENTRIES) {
        diary_show(window, diary->day);
    } else if (diary->from == SCREEN_LIST) {
        list_show(window);
    } else if (diary->from == SCREEN_PAGE && window->page) {
        page_again(window);
    } else {
        first_show(window);
    }
}

double diary_way(struct window *window, struct box box) {
    const struct row row = {.title = _("Diary"),
                            .line = _("How strong the twitching was, and how the day was."),
                            .value = layout_kind(&window->layout) >= LAYOUT_MIDDLE ? "D" : ""};
    return element_row_in_line(window, &row, box, (struct act){ACT_DIARY, 0}, 0);
}

// Days before: freely up to a week back, older ones by the list of what was entered.
static double put_days(struct window *window, struct box box) {
    enum { BACK_MOST = 7 };
    int64_t back = days_back(window);
    struct flow_button buttons[3];
    int count = 0;
    if (back < BACK_MOST) {
        buttons[count++] = (struct flow_button){
            {.kind = BUTTON_QUIET, .icon = ICON_BACK, .label = _("The day before"), .plain = true},
            {ACT_DAY, -1}};
    }
    if (back > 0) {
        buttons[count++] = (struct flow_button){
            {.kind = BUTTON_QUIET, .label = _("The day after"), .plain = true}, {ACT_DAY, 1}};
    }
    if (back > 1) {
        buttons[count++] = (struct flow_button){
            {.kind = BUTTON_QUIET, .label = _("Today"), .plain = true}, {ACT_DAY, 0}};
    }
    return flow_buttons(window, buttons, count, box, true) + layout_space(&window->layout, 16);
}

static double put_day(struct window *window, struct box box) {
    box.y = put_days(window, box);
    box.y = diary_number(window, box);
    box.y = diary_form(window, box);
    box.y = diary_more(window, box);
    return diary_weekly(window, box);
}

static void diary_paint(struct window *window) {
    char date[DAY_WORDS_DATE_MAX];
    day_words_date((struct wall){.utc_s = window->diary->day * DAY_S}, date);
    struct box box = profile_column(window, date, CONTENT);
    double gap = layout_space(&window->layout, 48);
    double end;
    if (box.width < layout_body(&window->layout, COLUMNS_FROM)) {
        box.y = put_day(window, box) + layout_space(&window->layout, 20);
        end = diary_held(window, box);
    } else {
        double left = (box.width - gap) * 0.62;
        end = put_day(window, (struct box){box.x, box.y, left, 0});
        end = fmax(end, diary_held(window, (struct box){box.x + left + gap, box.y,
                                                        box.width - left - gap, 0}));
    }
    profile_column_end(window, end);
    const struct key_hint hints[] = {{"0\u20269", _("choose")},
                                     {_("Tab"), _("next")},
                                     {_("Ctrl Z"), _("undo")},
                                     {"Esc", _("back")}};
    window_hints(window, hints, 4);
}

static void step_day(struct window *window, int by) {
    int64_t today = house_today(window->house);
    int64_t day = by == 0 ? today : window->diary->day + by;
    diary_show(window, day > today ? today : day);
}

static void fold(struct window *window, int what) {
    struct diary *diary = window->diary;
    bool *shown = what == DIARY_FOLD_MORE ? &diary->more : &diary->weekly;
    *shown = !*shown;
    window_stale(window);
}

static void set_grade(struct window *window, int value) {
    const struct week_form *week = &window->diary->week.week;
    int grade = value % GRADE_PITCH;
    bool severity = value / GRADE_PITCH == GRADE_SEVERITY;
    int was = severity ? week->severity : week->frequency;
    int told = grade == was ? -1 : grade; // chosen again it is told no more
    diary_set_week(window, severity ? told : week->severity, severity ? week->frequency : told,
                   week->impact);
}

static void diary_act(struct window *window, struct act act) {
    struct diary *diary = window->diary;
    struct where where = {diary->side, diary->places};
    settle_one(window);
    if (diary_where_act(window, act, &where)) {
        diary_set_where(window, where);
        return;
    }
    switch (act.kind) {
    case ACT_RATE:
        diary_rate(window, act.value);
        focus_on(window, act);
        break;
    case ACT_SCALE:
        diary_set_scale(window, act.value / SCALE_PITCH, act.value % SCALE_PITCH);
        break;
    case ACT_AMOUNT:
        diary_step_field(window, (enum day_field)(act.value / 2), act.value % 2);
        break;
    case ACT_TICK:
        diary_turn_tick(window, (enum day_tick)act.value);
        break;
    case ACT_GRADE:
        set_grade(window, act.value);
        break;
    case ACT_NOTE:
        diary_write(window, (enum writing)act.value);
        break;
    case ACT_DAY:
        step_day(window, act.value);
        break;
    case ACT_FOLD:
        fold(window, act.value);
        break;
    case ACT_ENTRY:
        diary_open(window, &diary->held.entries[act.value]);
        break;
    case ACT_BACK:
        diary_close(window);
        break;
    default:
        break;
    }
}

// What the digits are for: the scale that has the focus, else the number of the day.
static int scale_of_digits(const struct window *window) {
    const struct element *element = focus_element(window);
    return element && element->act.kind == ACT_SCALE ? element->act.value / SCALE_PITCH : NUMBER;
}

static bool digit_key(struct window *window, const SDL_KeyboardEvent *event) {
    struct diary *diary = window->diary;
    int scale = scale_of_digits(window);
    bool waits = diary->one_until_ms > 0 && diary->one_scale == scale;
    int number = ask_digit(window, event, waits ? 1 : -1);
    if (number < 0 || event->repeat) {
        return number >= 0;
    }
    if (diary->one_scale != scale) {
        settle_one(window);
    }
    diary->one_until_ms = 0;
    diary->one_scale = scale;
    if (number == 1) {
        diary->one_until_ms = clock_monotonic_ms() + ASK_TEN_WITHIN_MS;
    } else if (scale == NUMBER) {
        diary_rate(window, number);
    } else if (number != diary_scale_value(window, scale)) {
        diary_set_scale(window, scale, number);
    }
    focus_on(window, scale == NUMBER ? (struct act){ACT_RATE, number}
                                     : (struct act){ACT_SCALE, scale * SCALE_PITCH + number});
    window_stale(window);
    return true;
}

static bool diary_key(struct window *window, const SDL_KeyboardEvent *event) {
    SDL_Keycode key = event->keysym.sym;
    if (digit_key(window, event)) {
        return true;
    }
    settle_one(window);
    if (key == SDLK_BACKSPACE || key == SDLK_DELETE) {
        int scale = scale_of_digits(window);
        if (scale == NUMBER) {
            diary_rate(window, -1);
        } else {
            diary_set_scale(window, scale, -1);
        }
        return true;
    }
    if (keys_is_back(window, event)) {
        diary_close(window);
        return true;
    }
    return false;
}

static int64_t diary_wait_ms(struct window *window) {
    int64_t until_ms = window->diary->one_until_ms;
    int64_t left_ms = until_ms - clock_monotonic_ms();
    return until_ms == 0 ? INT64_MAX : left_ms > 0 ? left_ms : 0;
}

static void diary_tick(struct window *window) {
    if (diary_wait_ms(window) == 0) {
        settle_one(window);
    }
}

const struct screen diary_screen = {.paint = diary_paint,
                                    .key = diary_key,
                                    .act = diary_act,
                                    .tick = diary_tick,
                                    .wait_ms = diary_wait_ms};
